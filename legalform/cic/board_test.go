package cic

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

func TestBoardRules(t *testing.T) {
	const old = "2008-06-01"
	guarantee, of2008 := ofType(ByGuarantee, "2020-01-01"), ofType(Schedule3, old)
	members := func(change func(*Membership)) func(*Company) {
		return articles(func(a *Articles) { change(&a.Membership) })
	}
	board := func(change func(*Board)) func(*Company) {
		return articles(func(a *Articles) { change(&a.Board) })
	}
	refusal := func(lodged, notified string) func(*Company) {
		return func(c *Company) {
			c.Standing.Refusal = law.Known(Refusal{Lodged: day(lodged), Notified: day(notified)})
		}
	}
	existing := func(c *Company) { c.Since = day("2009-09-30") }
	casting := board(func(b *Board) { b.CastingVote = yes })
	lawtest.Suite[Company, Figures]{
		Rules: boardTable, Figures: Enacted(), Lawful: ordinary, On: "2020-01-01", In: law.England,
		Dates: map[string]func(*Company, law.Date){"standing.refusal.lodged": func(c *Company, d law.Date) {
			c.Standing.Refusal = law.Known(Refusal{Lodged: law.Known(d), Notified: law.Known(d)})
		}},
		Cases: []lawtest.Case[Company]{
			{Name: "Sch 1 para 2: as prescribed", Code: MembershipTerms, Change: guarantee, Want: law.Met},
			{Name: "Sch 1 para 2(3): members whom nobody approved", Code: MembershipTerms, Change: both(guarantee, members(func(m *Membership) { m.DirectorsApprove = no })), Want: law.Breached, At: "articles.membership.directors_approve"},
			{Name: "Sch 1 para 2(4): no application", Code: MembershipTerms, Change: both(guarantee, members(func(m *Membership) { m.SignedApplication = no })), Want: law.Breached, At: "articles.membership.signed_application"},
			{Name: "Sch 1 para 2(5): transferable", Code: MembershipTerms, Change: both(guarantee, members(func(m *Membership) { m.Transferable = yes })), Want: law.Breached, At: "articles.membership.transferable"},
			{Name: "Sch 1 para 2(6): outlasts death", Code: MembershipTerms, Change: both(guarantee, members(func(m *Membership) { m.EndsOnDeath = no })), Want: law.Breached, At: "articles.membership.ends_on_death"},
			{Name: "Sch 1 para 2: a company with shares", Code: MembershipTerms, Want: law.NotApplicable},

			{Name: "Schs 2-3 para 2(1): directors may refuse", Code: ShareTransfers, Want: law.Met},
			{Name: "Schs 2-3 para 2(1): they may not", Code: ShareTransfers, Change: members(func(m *Membership) { m.MayRefuseTransfer = no }), Want: law.Breached, At: "articles.membership.may_refuse_transfer"},
			{Name: "Schs 2-3 para 2(1): no shares", Code: ShareTransfers, Change: guarantee, Want: law.NotApplicable},

			{Name: "para 2(3): notice on the corresponding date", Code: RefusalLate, Change: refusal("2019-12-31", "2020-02-29"), Want: law.Met},
			{Name: "para 2(3): a day later", Code: RefusalLate, Change: refusal("2019-12-31", "2020-03-01"), Want: law.Breached, At: "standing.refusal.notified"},
			{Name: "para 2(3): nothing refused", Code: RefusalLate, Want: law.NotApplicable},

			{Name: "para 3(1): members alone vote", Code: NonMemberVotes, Want: law.Met},
			{Name: "para 3(1): others vote too", Code: NonMemberVotes, Change: members(func(m *Membership) { m.NonMembersVote = yes }), Want: law.Breached, At: "articles.membership.non_members_vote"},

			{Name: "para 3(2): no outside majority", Code: OutsideAppointees, On: old, Change: of2008, Want: law.Met},
			{Name: "para 3(2): an outside majority", Code: OutsideAppointees, On: "2009-09-30", Change: both(of2008, board(func(b *Board) { b.OutsideMajority = yes })), Want: law.Breached, At: "articles.board.outside_majority"},
			{Name: "para 3(2): revoked on 1 October 2009", Code: OutsideAppointees, On: "2009-10-01", Change: board(func(b *Board) { b.OutsideMajority = yes }), Want: law.NotInForce},

			{Name: "para 3(3): no such removals", Code: OutsideRemovals, On: old, Change: of2008, Want: law.Met},
			{Name: "para 3(3)(a): an outside majority among the rest", Code: OutsideRemovals, On: old, Change: both(of2008, board(func(b *Board) { b.RemovalLeavesMajority = yes })), Want: law.Breached, At: "articles.board.removal_leaves_majority"},
			{Name: "para 3(3)(b): more removed than remain", Code: OutsideRemovals, On: old, Change: both(of2008, board(func(b *Board) { b.RemovalsExceed = yes })), Want: law.Breached, At: "articles.board.removals_exceed"},

			{Name: "para 4(1): a majority decides", Code: BoardMajority, Want: law.Met},
			{Name: "para 4(1): it does not", Code: BoardMajority, Change: board(func(b *Board) { b.MajorityDecides = no }), Want: law.Breached, At: "articles.board.majority_decides"},
			{Name: "para 4(3): weighted votes", Code: BoardMajority, Change: board(func(b *Board) { b.OneVoteEach = no }), Want: law.Breached, At: "articles.board.one_vote_each"},

			{Name: "para 4(1) to 2009: the chair has a casting vote", Code: NoCastingVote, On: old, Change: of2008, Want: law.Met},
			{Name: "para 4(1) to 2009: it must be there", Code: NoCastingVote, On: "2009-09-30", Change: both(of2008, board(func(b *Board) { b.CastingVote = no })), Want: law.Breached, At: "articles.board.casting_vote"},
			{Name: "para 4(2) to 2009: the alternate's vote too", Code: NoCastingVote, On: old, Change: both(of2008, board(func(b *Board) { b.AlternateVotesTwice = no })), Want: law.Breached, At: "articles.board.alternate_votes_twice"},

			{Name: "para 4(3) since 2009: no second vote", Code: SecondVote, Want: law.Met},
			{Name: "para 4(3) since 2009: a casting vote is doubtful, never a pass", Code: SecondVote, Change: casting, Want: law.Unknown, At: "articles.board.casting_vote"},
			{Name: "para 4(3) since 2009: so is an alternate's vote", Code: SecondVote, Change: board(func(b *Board) { b.AlternateVotesTwice = yes }), Want: law.Unknown, At: "articles.board.alternate_votes_twice"},
			{Name: "regs 7-8: a company of 30 September 2009 may keep it", Code: SecondVote, Change: both(existing, casting), Want: law.Met},
			{Name: "para 4(3) since 2009: nobody says since when", Code: SecondVote, Change: both(casting, func(c *Company) { c.Since = law.Fact[law.Date]{} }), Want: law.Unknown, At: "since"},
		},
		Exempt: map[string]string{"cic.second-vote breached": "whether the articles may give a second vote is doubtful, so that no outcome but unknown follows from one"},
	}.Run(t)
}

func TestPara4TheCastingVoteSince2009HasTwoReadings(t *testing.T) {
	c, f := ordinary(), Enacted()
	c.Articles.Board.CastingVote = yes
	rep := boardTable.Judge(&c, &f, law.MustDate("2020-01-01"), law.England)
	require.Len(t, rep.Findings, 1)
	require.NotNil(t, rep.Findings[0].Doubt)
	assert.Equal(t, []law.Reading{{Says: secondVoteNo, Outcome: law.Breached}, {Says: secondVoteYes, Outcome: law.Met}}, rep.Findings[0].Doubt.Readings)
	assert.NoError(t, rep.Err())
}
