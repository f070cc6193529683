package cic

import "github.com/rochdale-go/rochdale/legalform/law"

// Membership is what the articles say of members: of those of a company limited by
// guarantee how they come and go, of shares how they change hands.
type Membership struct {
	// DirectorsApprove: nobody is admitted whom the directors have not approved.
	DirectorsApprove law.Fact[bool] `json:"directors_approve,omitzero"`
	// SignedApplication: who wishes to be a member applies in a form the directors require,
	// and executes it.
	SignedApplication law.Fact[bool] `json:"signed_application,omitzero"`
	Transferable      law.Fact[bool] `json:"transferable,omitzero"`
	// EndsOnDeath: membership ends when the member dies or ceases to exist.
	EndsOnDeath law.Fact[bool] `json:"ends_on_death,omitzero"`
	// MayRefuseTransfer: the directors may refuse to register a transfer of shares to a
	// person of whom they do not approve, or without evidence of the right to make it.
	MayRefuseTransfer law.Fact[bool] `json:"may_refuse_transfer,omitzero"`
	// NonMembersVote: somebody who is not a member may vote at a general meeting, other than
	// on the rights of a class of debentures.
	NonMembersVote law.Fact[bool] `json:"non_members_vote,omitzero"`
}

// Board is what the articles say of directors. A power that lets a director appoint or
// remove an alternate for himself is not a power of non-members here (paragraph 3(4)).
type Board struct {
	// MajorityDecides: questions at a meeting of directors are decided by a majority of votes.
	MajorityDecides law.Fact[bool] `json:"majority_decides,omitzero"`
	// OneVoteEach: no director has more than one vote, the chair's casting vote and an
	// alternate's separate vote apart.
	OneVoteEach law.Fact[bool] `json:"one_vote_each,omitzero"`
	// CastingVote: the chair has a second or casting vote if votes are equal.
	CastingVote law.Fact[bool] `json:"casting_vote,omitzero"`
	// AlternateVotesTwice: a director who is also an alternate has a separate vote for the
	// absent director who appointed him.
	AlternateVotesTwice law.Fact[bool] `json:"alternate_votes_twice,omitzero"`
	// OutsideMajority: powers given to non-members to appoint directors could leave a
	// majority of directors whom non-members appointed.
	OutsideMajority law.Fact[bool] `json:"outside_majority,omitzero"`
	// RemovalLeavesMajority and RemovalsExceed: powers given to non-members to remove
	// directors could leave such a majority among the rest, or could remove in a financial
	// year more directors than remain.
	RemovalLeavesMajority law.Fact[bool] `json:"removal_leaves_majority,omitzero"`
	RemovalsExceed        law.Fact[bool] `json:"removals_exceed,omitzero"`
}

// Codes of the rules on members and directors in the articles.
const (
	MembershipTerms   law.Code = "cic.membership-terms"
	ShareTransfers    law.Code = "cic.share-transfers"
	RefusalLate       law.Code = "cic.refusal-late"
	NonMemberVotes    law.Code = "cic.non-member-votes"
	OutsideAppointees law.Code = "cic.outside-appointees"
	OutsideRemovals   law.Code = "cic.outside-removals"
	BoardMajority     law.Code = "cic.board-majority"
	NoCastingVote     law.Code = "cic.no-casting-vote"
	SecondVote        law.Code = "cic.second-vote"
)

// The doubt about a second vote since 1 October 2009, and its readings.
const (
	secondVoteDoubt = "Paragraph 4 no longer prescribes a chair's casting vote or an alternate's separate vote, and still says that each director must not have more than one vote in all proceedings of directors: may the articles give a second?"
	secondVoteNo    = "a second vote is inconsistent with paragraph 4(3), and of no effect"
	secondVoteYes   = "a second vote is merely no longer prescribed"
)

const revoked2009 = "SI 2009/1942 revoked it; a company that was a community interest company before 1 October 2009 may keep to its Schedule as it then read."

var boardTable = law.Topic("the board",
	rule{
		Code: MembershipTerms, Provision: regs2005.At("Sch 1 para 2", "schedule/1"),
		Says:    "No person shall be admitted a member of a company limited by guarantee unless approved by the directors on a signed application, and membership shall not be transferable and shall end on death.",
		InForce: inForce(), Applies: hasNoShares, Check: membershipTerms, Remedy: remedyArticles,
	},
	rule{
		Code: ShareTransfers, Provision: regs2005.At("Schs 2-3 para 2(1)-(2)", "schedule/2"),
		Says:    "The directors may refuse to register the transfer of a share to a person of whom they do not approve, or without evidence of the right to make it.",
		InForce: inForce(), Applies: hasShares, Check: shareTransfers, Remedy: remedyArticles,
	},
	rule{
		Code: RefusalLate, Provision: regs2005.At("Schs 2-3 para 2(3)", "schedule/2"), Weight: law.OwnRules,
		Says:    "Directors who refuse to register a transfer shall within two months after the date on which it was lodged send notice of the refusal to the transferee.",
		InForce: inForce(), Event: lodged, Applies: hasRefusal, Check: refusalInTime,
		Remedy: "Send the notice at once.",
	},
	rule{
		Code: NonMemberVotes, Provision: regs2005.At("Schs 1-3 para 3(1)", "schedule/1"),
		Says:    "A person who is not a member shall not have any right to vote at a general meeting, the rights of a class of debentures apart.",
		InForce: inForce(), Check: onlyMembersVote, Remedy: remedyArticles,
	},
	rule{
		Code: OutsideAppointees, Provision: regs2005.At("Schs 1-3 para 3(2)", "schedule/1"),
		Says:    "No powers to appoint directors may be given to non-members which immediately after their exercise could result in a majority of directors whom non-members appointed.",
		InForce: until("2009-09-30"), Check: outsideAppointees, Remedy: remedyArticles, Ended: revoked2009,
	},
	rule{
		Code: OutsideRemovals, Provision: regs2005.At("Schs 1-3 para 3(3)", "schedule/1"),
		Says:    "No powers to remove directors may be given to non-members which could leave such a majority among the rest, or remove in a financial year more directors than remain.",
		InForce: until("2009-09-30"), Check: outsideRemovals, Remedy: remedyArticles, Ended: revoked2009,
	},
	rule{
		Code: BoardMajority, Provision: regs2005.At("Schs 1-3 para 4(1), (3)", "schedule/1"),
		Says:    "Questions arising at a meeting of directors shall be decided by a majority of votes, and a director must not have more than one.",
		InForce: inForce(), Check: boardMajority, Remedy: remedyArticles,
	},
	rule{
		Code: NoCastingVote, Provision: regs2005.At("Schs 1-3 para 4(1)-(2)", "schedule/1"),
		Says:    "In case of an equality of votes the chairman shall have a second or casting vote, and an alternate a separate vote for his absent appointer.",
		InForce: until("2009-09-30"), Check: secondVotesGiven, Remedy: remedyArticles, Successor: SecondVote,
	},
	rule{
		Code: SecondVote, Provision: regs2009.At("reg 22", "regulation/22"),
		Says:    "In all proceedings of directors each director must not have more than one vote, unless the company was a community interest company before 1 October 2009 and keeps to its Schedule as it then read.",
		InForce: since("2009-10-01"), Check: noSecondVote, Remedy: remedyArticles,
	},
)

func membershipTerms(c *kase) {
	m := &c.Subject.Articles.Membership
	mustBe(c, &m.DirectorsApprove, true, "articles.membership.directors_approve", "The articles admit members whom the directors have not approved.")
	mustBe(c, &m.SignedApplication, true, "articles.membership.signed_application", "The articles admit members without a signed application.")
	mustBe(c, &m.Transferable, false, "articles.membership.transferable", "The articles let membership be transferred.")
	mustBe(c, &m.EndsOnDeath, true, "articles.membership.ends_on_death", "The articles let membership outlast the member.")
}

func shareTransfers(c *kase) {
	mustBe(c, &c.Subject.Articles.Membership.MayRefuseTransfer, true, "articles.membership.may_refuse_transfer",
		"The articles do not let the directors refuse to register a transfer of shares.")
}

// A Refusal is the directors' refusal to register a transfer of shares.
type Refusal struct {
	Lodged   law.Fact[law.Date] `json:"lodged,omitzero"`
	Notified law.Fact[law.Date] `json:"notified,omitzero"`
}

var lodged = event{Path: "standing.refusal.lodged", Of: func(c *Company) law.Fact[law.Date] {
	if r := c.Standing.Refusal.Ptr(); r != nil {
		return r.Lodged
	}
	return law.Fact[law.Date]{}
}}

func hasRefusal(c *kase) bool { return c.Subject.Standing.Refusal.Stated() }

// RefusalNoticeBy returns the last day for notice that the directors refuse to register a
// transfer of shares lodged on a day; false where no period was in force.
func RefusalNoticeBy(f *Figures, lodged law.Date) (law.Date, bool) {
	e, ok := f.RefusalMonths.At(lodged)
	if !ok {
		return law.Date{}, false
	}
	return law.MonthsFrom(lodged, e.Value), true
}

func refusalInTime(c *kase) {
	sent, ok1 := law.Need(c, &c.Subject.Standing.Refusal.Ptr().Notified, "standing.refusal.notified")
	by, ok2 := RefusalNoticeBy(c.Figures, c.On)
	if ok1 && ok2 && sent.After(by) {
		c.Breach("standing.refusal.notified", "Notice of the refusal was sent on %s; the last day was %s.", sent.Long(), by.Long())
	}
}

func onlyMembersVote(c *kase) {
	mustBe(c, &c.Subject.Articles.Membership.NonMembersVote, false, "articles.membership.non_members_vote",
		"The articles let somebody who is not a member vote at a general meeting.")
}

func outsideAppointees(c *kase) {
	mustBe(c, &c.Subject.Articles.Board.OutsideMajority, false, "articles.board.outside_majority",
		"Non-members could appoint a majority of the directors.")
}

func outsideRemovals(c *kase) {
	b := &c.Subject.Articles.Board
	mustBe(c, &b.RemovalLeavesMajority, false, "articles.board.removal_leaves_majority",
		"Non-members could by removals leave a majority of directors whom non-members appointed.")
	mustBe(c, &b.RemovalsExceed, false, "articles.board.removals_exceed",
		"Non-members could remove in a financial year more directors than remain.")
}

func boardMajority(c *kase) {
	b := &c.Subject.Articles.Board
	mustBe(c, &b.MajorityDecides, true, "articles.board.majority_decides", "Directors' questions are not decided by a majority of votes.")
	mustBe(c, &b.OneVoteEach, true, "articles.board.one_vote_each", "A director has more than one vote.")
}

func secondVotesGiven(c *kase) {
	b := &c.Subject.Articles.Board
	mustBe(c, &b.CastingVote, true, "articles.board.casting_vote", "The chair has no casting vote.")
	mustBe(c, &b.AlternateVotesTwice, true, "articles.board.alternate_votes_twice", "An alternate has no separate vote for his appointer.")
}

func noSecondVote(c *kase) {
	b := &c.Subject.Articles.Board
	chair, ok1 := law.Need(c, &b.CastingVote, "articles.board.casting_vote")
	alternate, ok2 := law.Need(c, &b.AlternateVotesTwice, "articles.board.alternate_votes_twice")
	if !ok1 || !ok2 || !chair && !alternate {
		return
	}
	began, ok := law.Need(c, &c.Subject.Since, "since")
	if !ok || began.Before(substituted) {
		return // kept as the Schedule read before that day
	}
	if c.Doubt(secondVoteDoubt, secondVoteNo, secondVoteYes) != 0 {
		return
	}
	path := "articles.board.casting_vote"
	if !chair {
		path = "articles.board.alternate_votes_twice"
	}
	c.Breach(path, "The articles give a director a second vote.")
}
