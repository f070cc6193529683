package company

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// ordinaryPoll is an ordinary resolution that carries on a poll of June 2026.
func ordinaryPoll() Resolution {
	return Resolution{
		Kind: law.Known(Ordinary), Way: law.Known(Poll), NoticeGiven: on("2026-06-01"), Circulated: on("2026-06-01"), Decided: on("2026-06-20"),
		DescribedSpecial: no, TextInNotice: yes, RemovesDirector: no, RemovesAuditor: no, UnauthenticatedCounted: no, ArticlesMajority: law.Known(law.Ratio{}),
		Votes: law.Known(tally(60, 40, 100)), RevocationsCounted: no, LapseDays: law.Known(0), EligibleOn: on("2026-06-01"),
		CopiesSent: law.Known([]law.Date{law.MustDate("2026-06-01")}),
	}
}

func resolving() Company {
	c := limited()
	c.Resolution = law.Known(ordinaryPoll())
	return c
}

func with(f func(*Resolution)) change { return func(c *Company) { f(c.Resolution.Ptr()) } }

func kind(k Kind) change {
	return with(func(r *Resolution) { r.Kind, r.DescribedSpecial = law.Known(k), law.Known(k == Special) })
}

func way(w Way) change { return with(func(r *Resolution) { r.Way = law.Known(w) }) }

func votes(yes, no, entitled int64) change {
	return with(func(r *Resolution) { r.Votes = law.Known(tally(yes, no, entitled)) })
}

func noticed(s string) change { return with(func(r *Resolution) { r.NoticeGiven = on(s) }) }

func by(k Kind, w Way, yes, no, entitled int64) change {
	return all(kind(k), way(w), votes(yes, no, entitled))
}

func theirs(yes, no, entitled int64) change {
	return with(func(r *Resolution) {
		r.Interested = law.Known(tally(yes, no, entitled))
		r.Seller = r.Interested
	})
}

func TestCarriage(t *testing.T) {
	old := noticed("2009-08-02")
	heads := with(func(r *Resolution) { r.Number = law.Known(tally(51, 49, 0)) })
	fewHeads := with(func(r *Resolution) { r.Number = law.Known(tally(50, 50, 0)) })
	tie := all(by(Ordinary, ShowOfHands, 50, 50, 100), with(func(r *Resolution) { r.CastingVote = yes }))
	saved := func(c *Company) { c.Articles.CastingVote, c.Articles.CastingVoteBefore2007 = yes, yes }
	newly := func(c *Company) { c.Articles.CastingVote = yes }
	traded := func(c *Company) { c.Traded = yes }
	bShare := with(func(r *Resolution) {
		r.ByEnactment, r.WrittenVotes, r.PollVotes, r.PollVotesCounted = yes, num(5), num(1), num(5)
	})
	article := func(th governance.Threshold) change {
		return with(func(r *Resolution) { r.Entrenchment = law.Known(th) })
	}
	nine := governance.AtLeast(9, 10, governance.VotesCast)
	suite(t, carriage, resolving, []tcase{
		{Name: "s. 282(3) as enacted: heads, notice on the last day", Code: OrdinaryHands2007, Change: all(by(Ordinary, ShowOfHands, 6, 5, 0), old), Want: law.Met},
		{Name: "s. 282(3) as enacted: equality", Code: OrdinaryHands2007, Change: all(by(Ordinary, ShowOfHands, 5, 5, 0), old), Want: law.Breached},
		{Name: "s. 282(3) as enacted: a poll", Code: OrdinaryHands2007, Change: old, Want: law.NotApplicable},
		{Name: "s. 282(3): more for than against", Code: OrdinaryHands, Change: by(Ordinary, ShowOfHands, 6, 5, 60), Want: law.Met},
		{Name: "s. 282(3): equality fails", Code: OrdinaryHands, Change: by(Ordinary, ShowOfHands, 5, 5, 60), Want: law.Breached, At: votesPath},
		{Name: "s. 282(3): a poll", Code: OrdinaryHands, Want: law.NotApplicable},
		{Name: "s. 282(3): the notice is not dated", Code: OrdinaryHands, Change: all(way(ShowOfHands), with(func(r *Resolution) { r.NoticeGiven = law.Fact[law.Date]{} })), Want: law.Unknown},
		{Name: "s. 282(4): a removal needs no more", Code: OrdinaryPoll, Change: by(RemovalOfDirector, Poll, 51, 49, 0), Want: law.Met},
		{Name: "s. 282(4): half", Code: OrdinaryPoll, Change: votes(50, 50, 0), Want: law.Breached},
		{Name: "s. 282(4): the votes are not stated", Code: OrdinaryPoll, Change: with(func(r *Resolution) { r.Votes = law.Fact[governance.Tally]{} }), Want: law.Unknown, At: votesPath},
		{Name: "s. 322: votes kept back make it doubtful", Code: OrdinaryPoll, Change: all(votes(51, 49, 0), with(func(r *Resolution) { r.Unused = num(20) })), Want: law.Unknown},
		{Name: "s. 281(3): of no stated kind, and the articles ask for 60%", Code: OrdinaryPoll, Change: all(by(Unspecified, Poll, 59, 41, 0), with(func(r *Resolution) { r.ArticlesMajority = law.Known(law.Percent(60)) })), Want: law.Breached},
		{Name: "s. 281(3): of no stated kind, and nobody says what the articles ask", Code: OrdinaryPoll, Change: all(by(Unspecified, Poll, 59, 41, 0), with(func(r *Resolution) { r.ArticlesMajority = law.Fact[law.Ratio]{} })), Want: law.Unknown},
		{Name: "s. 283(6): described as special it is not counted as ordinary", Code: OrdinaryPoll, Change: with(func(r *Resolution) { r.DescribedSpecial = yes }), Want: law.NotApplicable},
		{Name: "s. 282(2): more than half of all", Code: OrdinaryWritten, Change: by(Ordinary, Written, 51, 0, 100), Want: law.Met},
		{Name: "s. 282(2): half of all", Code: OrdinaryWritten, Change: by(Ordinary, Written, 50, 0, 100), Want: law.Breached},
		{Name: "s. 282(2): nobody says of how many", Code: OrdinaryWritten, Change: by(Ordinary, Written, 50, 0, 0), Want: law.Unknown, At: "resolution.votes.entitled"},
		{Name: "s. 282(2): a poll", Code: OrdinaryWritten, Want: law.NotApplicable},
		{Name: "s. 283(4) as enacted: 75% of heads", Code: SpecialHands2007, Change: all(by(Special, ShowOfHands, 75, 25, 0), old), Want: law.Met},
		{Name: "s. 283(4) as enacted: one short", Code: SpecialHands2007, Change: all(by(Special, ShowOfHands, 74, 26, 0), old), Want: law.Breached},
		{Name: "s. 283(4) as enacted: ordinary", Code: SpecialHands2007, Change: all(way(ShowOfHands), old), Want: law.NotApplicable},
		{Name: "s. 283(4): 75% of votes cast", Code: SpecialHands, Change: by(Special, ShowOfHands, 75, 25, 0), Want: law.Met},
		{Name: "s. 283(4): one short", Code: SpecialHands, Change: by(Special, ShowOfHands, 74, 26, 0), Want: law.Breached},
		{Name: "s. 283(4): ordinary", Code: SpecialHands, Change: way(ShowOfHands), Want: law.NotApplicable},
		{Name: "s. 283(5): exactly 75%", Code: SpecialPoll, Change: by(Special, Poll, 75, 25, 0), Want: law.Met},
		{Name: "s. 283(5): one short", Code: SpecialPoll, Change: by(Special, Poll, 74, 26, 0), Want: law.Breached},
		{Name: "s. 283(6): an ordinary one described as special needs 75%", Code: SpecialPoll, Change: with(func(r *Resolution) { r.DescribedSpecial = yes }), Want: law.Breached},
		{Name: "s. 283(5): ordinary", Code: SpecialPoll, Want: law.NotApplicable},
		{Name: "s. 283(2): 75% of all", Code: SpecialWritten, Change: by(Special, Written, 75, 0, 100), Want: law.Met},
		{Name: "s. 283(2): one short of all", Code: SpecialWritten, Change: by(Special, Written, 74, 0, 100), Want: law.Breached},
		{Name: "s. 283(2): ordinary", Code: SpecialWritten, Change: way(Written), Want: law.NotApplicable},
		{Name: "s. 630(4)(a): three-quarters in value", Code: ClassNotConsenting, Change: by(ClassConsent, Written, 202_500_00, 0, 270_000_00), Want: law.Met},
		{Name: "s. 630(4)(a): a penny short", Code: ClassNotConsenting, Change: by(ClassConsent, Written, 202_500_00-1, 0, 270_000_00), Want: law.Breached},
		{Name: "s. 630: no class resolution", Code: ClassNotConsenting, Want: law.NotApplicable},
		{Name: "s. 631(4)(a): three-quarters of heads", Code: ClassHeads, Change: by(ClassConsentByHeads, Written, 15, 0, 20), Want: law.Met},
		{Name: "s. 631(4)(a): one short", Code: ClassHeads, Change: by(ClassConsentByHeads, Written, 14, 0, 20), Want: law.Breached},
		{Name: "s. 631: no class resolution", Code: ClassHeads, Want: law.NotApplicable},
		{Name: "s. 239(4): carried by the rest", Code: RatificationMeeting, Change: all(by(Ratification, Poll, 86, 14, 100), theirs(70, 0, 70)), Want: law.Met},
		{Name: "s. 239(4): the rest are equal", Code: RatificationMeeting, Change: all(by(Ratification, Poll, 85, 15, 100), theirs(70, 0, 70)), Want: law.Breached},
		{Name: "s. 239(4): votes against by those connected stay", Code: RatificationMeeting, Change: all(by(Ratification, Poll, 76, 24, 100), theirs(60, 10, 70)), Want: law.Breached},
		{Name: "s. 239(4): nobody says how they voted", Code: RatificationMeeting, Change: by(Ratification, Poll, 76, 24, 100), Want: law.Unknown, At: "resolution.interested"},
		{Name: "s. 283(6): a ratification described as special, one short", Code: RatificationMeeting, Change: all(by(Ratification, Poll, 144, 26, 200), theirs(70, 0, 70), with(func(r *Resolution) { r.DescribedSpecial = yes })), Want: law.Breached},
		{Name: "s. 283(6): a ratification described as special, at 75% of the rest", Code: RatificationMeeting, Change: all(by(Ratification, Poll, 145, 25, 200), theirs(70, 0, 70), with(func(r *Resolution) { r.DescribedSpecial = yes })), Want: law.Met},
		{Name: "s. 239: another resolution", Code: RatificationMeeting, Want: law.NotApplicable},
		{Name: "s. 239(3): 16 of 30", Code: RatificationWritten, Change: all(by(Ratification, Written, 16, 0, 100), theirs(0, 0, 70)), Want: law.Met},
		{Name: "s. 239(3): 15 of 30", Code: RatificationWritten, Change: all(by(Ratification, Written, 85, 0, 100), theirs(70, 0, 70)), Want: law.Breached},
		{Name: "s. 239: at a meeting", Code: RatificationWritten, Change: kind(Ratification), Want: law.NotApplicable},
		{Name: "s. 694(2): a simple majority since 2013", Code: BuyBackNotCarried, Change: all(by(BuyBack, Poll, 60, 40, 0), theirs(0, 0, 0)), Want: law.Met},
		{Name: "s. 694(2): a special resolution on 29 April 2013", Code: BuyBackNotCarried, Change: all(by(BuyBack, Poll, 60, 40, 0), theirs(0, 0, 0), with(func(r *Resolution) { r.NoticeGiven, r.Decided = on("2013-04-01"), on("2013-04-29") })), Want: law.Breached},
		{Name: "s. 694(2): another resolution", Code: BuyBackNotCarried, Want: law.NotApplicable},
		{Name: "s. 695(3): carried without the seller", Code: SellerDecisive, Change: all(by(BuyBack, Poll, 76, 24, 0), theirs(40, 0, 0)), Want: law.Met},
		{Name: "s. 695(3): without the seller short of what the articles ask", Code: SellerDecisive, Change: all(by(BuyBack, Poll, 75, 25, 0), theirs(40, 0, 0), with(func(r *Resolution) { r.ArticlesMajority = law.Known(law.Percent(60)) })), Want: law.Breached, At: "resolution.seller"},
		{Name: "s. 695(3): lost without the seller", Code: SellerDecisive, Change: all(by(BuyBack, Poll, 65, 35, 0), theirs(40, 0, 0)), Want: law.Breached, At: "resolution.seller"},
		{Name: "s. 695(3): another resolution", Code: SellerDecisive, Want: law.NotApplicable},
		{Name: "s. 695(2): the seller is not in the base", Code: BuyBackWritten, Change: all(by(BuyBack, Written, 31, 0, 100), theirs(0, 0, 40)), Want: law.Met},
		{Name: "s. 695(2): half of the rest", Code: BuyBackWritten, Change: all(by(BuyBack, Written, 30, 0, 100), theirs(0, 0, 40)), Want: law.Breached},
		{Name: "s. 695(2): at a meeting", Code: BuyBackWritten, Change: kind(BuyBack), Want: law.NotApplicable},
		{Name: "s. 899(1): number and value", Code: SchemeNotAgreed, Change: all(by(Scheme, Poll, 75, 25, 0), heads), Want: law.Met},
		{Name: "s. 899(1): value without number", Code: SchemeNotAgreed, Change: all(by(Scheme, Poll, 75, 25, 0), fewHeads), Want: law.Breached},
		{Name: "s. 899(1): number without value", Code: SchemeNotAgreed, Change: all(by(Scheme, Poll, 74, 26, 0), heads), Want: law.Breached},
		{Name: "s. 899(1): another resolution", Code: SchemeNotAgreed, Want: law.NotApplicable},
		{Name: "Duomatic: all assent", Code: NotUnanimous, Change: by(Unanimous, Informal, 100, 0, 100), Want: law.Met},
		{Name: "Duomatic: an ordinary decision without form, by a majority alone", Code: NotUnanimous, Change: by(Ordinary, Informal, 60, 40, 100), Want: law.Breached},
		{Name: "Duomatic: an ordinary decision without form, by all", Code: NotUnanimous, Change: by(Ordinary, Informal, 100, 0, 100), Want: law.Met},
		{Name: "Duomatic: all but one", Code: NotUnanimous, Change: by(Unanimous, Informal, 99, 0, 100), Want: law.Breached},
		{Name: "Duomatic: a vote", Code: NotUnanimous, Want: law.NotApplicable},
		{Name: "s. 22(1): as the article says", Code: EntrenchedNotMet, Change: all(by(Entrenched, Poll, 90, 10, 200), article(nine)), Want: law.Met},
		{Name: "s. 22(3)(a): all members agree, whatever the article says", Code: EntrenchedNotMet, Change: all(by(Entrenched, Poll, 100, 0, 100), article(governance.MoreThan(1, 1, governance.VotesCast))), Want: law.Met},
		{Name: "s. 22(1): neither", Code: EntrenchedNotMet, Change: all(by(Entrenched, Poll, 89, 11, 200), article(nine)), Want: law.Breached},
		{Name: "s. 22(3)(b): a court orders it", Code: EntrenchedNotMet, Change: all(by(Entrenched, Poll, 89, 11, 200), article(nine), with(func(r *Resolution) { r.ByCourt = yes })), Want: law.Met},
		{Name: "s. 22(1): not entrenched", Code: EntrenchedNotMet, Want: law.NotApplicable},
		{Name: "s. 281(3): a simple majority", Code: MajorityRaised, Want: law.Met},
		{Name: "s. 281(3): the articles ask for 60% to remove a director", Code: MajorityRaised, Change: func(c *Company) { c.Articles.RemovalMajority = law.Known(law.Percent(60)) }, Want: law.Breached},
		{Name: "s. 283(6): described, with its text", Code: SpecialNotDescribed, Change: kind(Special), Want: law.Met},
		{Name: "s. 283(6): not described", Code: SpecialNotDescribed, Change: all(kind(Special), with(func(r *Resolution) { r.DescribedSpecial = no })), Want: law.Breached},
		{Name: "s. 283(6): no text in the notice", Code: SpecialNotDescribed, Change: all(kind(Special), with(func(r *Resolution) { r.TextInNotice = no })), Want: law.Breached},
		{Name: "s. 283(3): a written one needs no notice", Code: SpecialNotDescribed, Change: all(kind(Special), way(Written), with(func(r *Resolution) { r.TextInNotice = no })), Want: law.Met},
		{Name: "SI 2007/2194: noticed before the Act", Code: SpecialNotDescribed, Change: all(kind(Special), noticed("2007-09-30"), with(func(r *Resolution) { r.TextInNotice, r.Decided = no, on("2007-10-20") })), Want: law.NotApplicable},
		{Name: "s. 283: ordinary", Code: SpecialNotDescribed, Want: law.NotApplicable},
		{Name: "s. 285A: the written number governs", Code: VotesDiffer, Change: bShare, Want: law.Met},
		{Name: "s. 285A: the poll's own number", Code: VotesDiffer, Change: all(bShare, with(func(r *Resolution) { r.PollVotesCounted = num(1) })), Want: law.Breached},
		{Name: "s. 285(3) as enacted: the poll's own number in 2008", Code: VotesDiffer, Change: all(bShare, noticed("2008-06-01"), with(func(r *Resolution) { r.PollVotesCounted = num(1) })), Want: law.Breached},
		{Name: "s. 285A: no enactment asks for the resolution", Code: VotesDiffer, Change: all(bShare, with(func(r *Resolution) { r.ByEnactment, r.PollVotesCounted = no, num(1) })), Want: law.Met},
		{Name: "s. 285A: a public company", Code: VotesDiffer, Change: all(bShare, public), Want: law.NotApplicable},
		{Name: "s. 281(2): at a meeting", Code: PublicWritten, Change: public, Want: law.Met},
		{Name: "s. 281(2): in writing", Code: PublicWritten, Change: all(public, way(Written)), Want: law.Breached},
		{Name: "s. 281(2): a private company", Code: PublicWritten, Change: way(Written), Want: law.NotApplicable},
		{Name: "s. 332: the day of the adjourned meeting", Code: DatedOtherwise, Change: func(c *Company) { r := c.Resolution.Ptr(); r.RecordedAs = r.Decided }, Want: law.Met},
		{Name: "s. 332: the day of the first meeting", Code: DatedOtherwise, Change: with(func(r *Resolution) { r.RecordedAs = on("2026-06-13") }), Want: law.Breached},
		{Name: "s. 332: nothing is recorded", Code: DatedOtherwise, Want: law.NotApplicable},
		{Name: "SI 2007/3495: an old article", Code: CastingVoteCounted, Change: all(tie, saved), Want: law.Met},
		{Name: "SI 2007/3495: an old article carries an equality", Code: OrdinaryHands, Change: all(tie, saved), Want: law.Met},
		{Name: "SI 2007/3495: a new article", Code: CastingVoteCounted, Change: all(tie, newly), Want: law.Breached},
		{Name: "SI 2007/3495: no old article", Code: CastingVoteCounted, Change: tie, Want: law.Breached},
		{Name: "SI 2007/3495: no old article, so an equality fails", Code: OrdinaryHands, Change: tie, Want: law.Breached},
		{Name: "SI 2007/3495: the day before the saving", Code: CastingVoteCounted, Change: all(tie, saved, noticed("2008-01-13")), Want: law.Unknown},
		{Name: "SI 2007/3495: the day of the saving", Code: CastingVoteCounted, Change: all(tie, saved, noticed("2008-01-14")), Want: law.Met},
		{Name: "SI 2009/1632 reg 22: a traded company since 3 August 2009", Code: CastingVoteCounted, Change: all(tie, saved, traded, noticed("2009-08-03")), Want: law.Breached},
		{Name: "SI 2009/1632 reg 22: so an equality fails there", Code: OrdinaryHands, Change: all(tie, saved, traded), Want: law.Breached},
		{Name: "SI 2007/3495: a traded company before", Code: CastingVoteCounted, Change: all(tie, saved, traded, old), Want: law.Met},
		{Name: "ss. 281-282: no casting vote was given", Code: CastingVoteCounted, Want: law.NotApplicable},
	})
}

func put(k Kind, w Way, yes, no, entitled int64) Verdict {
	c, f := resolving(), Enacted()
	by(k, w, yes, no, entitled)(&c)
	return Resolve(c.Resolution.Ptr(), &f)
}

func TestB1AnOrdinaryPollThatTiesFails(t *testing.T) {
	c, f := resolving(), Enacted()
	c.Resolution.Ptr().Votes = law.Known(governance.Tally{For: 40, Against: 40, Abstained: 20, Entitled: 100})
	v := Resolve(c.Resolution.Ptr(), &f)
	assert.False(t, v.Passed)
	assert.Equal(t, "majority: 40 of 80, where more than 50% of the votes cast needs 41: failed", v.Decision.String())
}

func TestB2ASpecialPollAtThreeQuarters(t *testing.T) {
	assert.True(t, func() bool { v := put(Special, Poll, 750, 250, 0); return v.Passed }())
	v := put(Special, Poll, 749, 250, 1000)
	assert.False(t, v.Passed)
	assert.Equal(t, int64(999), v.Tests[0].Whole)
}

func TestB3ASpecialWrittenResolutionIsOfAllMembers(t *testing.T) {
	for n, want := range map[int64]bool{750: true, 749: false} {
		v := put(Special, Written, n, 0, 1000)
		assert.Equal(t, want, v.Passed, v.String())
	}
}

func TestB4AnOrdinaryWrittenResolutionIsOfAllMembers(t *testing.T) {
	for n, want := range map[int64]bool{51: true, 50: false} {
		v := put(Ordinary, Written, n, 0, 100)
		assert.Equal(t, want, v.Passed, v.String())
	}
	written, poll := put(Ordinary, Written, 30, 10, 100), put(Ordinary, Poll, 30, 10, 100)
	assert.False(t, written.Passed)
	assert.True(t, poll.Passed)
}

func TestB12Ratification(t *testing.T) {
	f := Enacted()
	try := func(w Way, yes, no, theirYes int64) Verdict {
		c := resolving()
		all(by(Ratification, w, yes, no, 100), theirs(theirYes, 0, 70))(&c)
		return Resolve(c.Resolution.Ptr(), &f)
	}
	v := try(Poll, 86, 14, 70)
	assert.True(t, v.Passed)
	assert.Equal(t, []int64{16, 30}, []int64{v.Tests[0].Count, v.Tests[0].Whole})
	v = try(Poll, 85, 15, 70)
	assert.False(t, v.Passed)
	v = try(Written, 16, 0, 0)
	assert.True(t, v.Passed)
	assert.Equal(t, []int64{30, 16}, []int64{v.Tests[0].Whole, v.Tests[0].Needed})
}

func TestB13TheSellerCarriesIt(t *testing.T) {
	c, f := resolving(), Enacted()
	all(by(BuyBack, Poll, 65, 35, 0), theirs(40, 0, 0))(&c)
	v := Resolve(c.Resolution.Ptr(), &f)
	assert.False(t, v.Passed)
	with, _ := v.Test(TestMajority)
	without, _ := v.Test(TestWithout)
	assert.True(t, with.Passed)
	assert.False(t, without.Passed)
	assert.Equal(t, []int64{25, 60}, []int64{without.Count, without.Whole})
}

func TestB17TheWrittenNumberGovernsThePoll(t *testing.T) {
	assert.Equal(t, int64(5), PollVotes(5, 1, true, law.MustDate("2009-08-03")))
	assert.Equal(t, int64(5), PollVotes(5, 1, true, law.MustDate("2007-10-01")), "the words stood in s. 285(3) before")
	assert.Equal(t, int64(1), PollVotes(5, 1, true, law.MustDate("2007-09-30")))
	assert.Equal(t, int64(1), PollVotes(5, 1, false, law.MustDate("2026-01-01")))
}

func TestResolveNamesWhatIsMissing(t *testing.T) {
	f := Enacted()
	for path, change := range map[string]change{
		"notice_given":         noticed("2026-01-01"),
		"votes":                with(func(r *Resolution) { r.Votes = law.Known(tally(-1, 0, 0)) }),
		"kind":                 with(func(r *Resolution) { r.Kind = law.Fact[Kind]{} }),
		"described_as_special": with(func(r *Resolution) { r.DescribedSpecial = law.Fact[bool]{} }),
		"number":               kind(Scheme),
		"seller":               kind(BuyBack),
		"entrenchment":         kind(Entrenched),
	} {
		c := resolving()
		change(&c)
		if path == "notice_given" {
			c.Resolution.Ptr().NoticeGiven = law.Fact[law.Date]{}
		}
		v := Resolve(c.Resolution.Ptr(), &f)
		require.False(t, v.Known(), path)
		assert.False(t, v.Passed, path)
		assert.Equal(t, path, v.Missing[0].Path)
	}
}

// FuzzResolve holds two properties: one more in favour never defeats a resolution; and one
// more who abstains changes nothing where the base is votes cast, and never helps where it
// is all members.
func FuzzResolve(f *testing.F) {
	f.Add(uint8(1), uint8(2), int64(50), int64(50), int64(10))
	f.Add(uint8(3), uint8(3), int64(75), int64(5), int64(20))
	f.Add(uint8(5), uint8(3), int64(40), int64(5), int64(20))
	figures := Enacted()
	f.Fuzz(func(t *testing.T, k, w uint8, yes, against, silent int64) {
		const most = 1 << 50
		if k < 1 || k > uint8(Entrenched) || w < 1 || w > uint8(Written) || yes < 0 || against < 0 || silent < 1 || yes > most || against > most || silent > most {
			return
		}
		c := resolving()
		r := c.Resolution.Ptr()
		by(Kind(k), Way(w), yes, against, yes+against+silent)(&c)
		theirs(yes/2, against/2, yes/2+against/2)(&c)
		r.Number = r.Votes
		r.Entrenchment = law.Known(governance.AtLeast(9, 10, governance.VotesCast))
		before := Resolve(r, &figures)
		r.Votes.Ptr().For++ // one of the silent speaks up
		if r.Number = r.Votes; before.Passed {
			more := Resolve(r, &figures)
			require.True(t, more.Passed, "%v %v: %v", Kind(k), Way(w), more)
		}
		r.Votes.Ptr().For--
		r.Votes.Ptr().Abstained++
		r.Number = r.Votes
		abstaining := Resolve(r, &figures)
		require.Equal(t, before.Passed, abstaining.Passed, "to abstain is to be silent")
		r.Votes.Ptr().Abstained--
		r.Votes.Ptr().Entitled++
		r.Number = r.Votes
		wider := Resolve(r, &figures)
		cast := len(before.Tests) > 0 && before.Tests[0].Threshold.Of == governance.VotesCast
		if cast && Kind(k) != Entrenched {
			require.Equal(t, before.Passed, wider.Passed, "nobody who is silent counts at a meeting")
		}
		require.False(t, !before.Passed && wider.Passed, "one more who is silent never carries it")
	})
}
