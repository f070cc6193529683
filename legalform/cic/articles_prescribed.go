package cic

import "github.com/rochdale-go/rochdale/legalform/law"

// PrescribedArticles are articles that hold what the Regulations prescribe for a type on a
// day, naming some bodies, and nothing more. They do not say whether dividends are permitted
// or paid-up value is returned on a winding up, which is the company's own choice.
func PrescribedArticles(t Type, on law.Date, named ...LockedBody) Articles {
	a := Articles{
		StatesCIC: law.Known(true), FullConsideration: law.Known(true), OthersNeedConsent: law.Known(true),
		StricterTermsApply: law.Known(true), CharitableBodiesOnly: law.Known(false),
		LockedBodies: law.Known(append([]LockedBody{}, named...)), DirectorsDeclare: law.Known(false),
	}
	a.Membership.NonMembersVote = law.Known(false)
	before2009 := on.Before(substituted)
	a.Board = Board{
		MajorityDecides: law.Known(true), OneVoteEach: law.Known(true),
		CastingVote: law.Known(before2009), AlternateVotesTwice: law.Known(before2009),
	}
	if before2009 {
		a.Board.OutsideMajority, a.Board.RemovalLeavesMajority, a.Board.RemovalsExceed = law.Known(false), law.Known(false), law.Known(false)
	}
	excepted := []Exception{ExceptLockedBodies, ExceptCommunity}
	switch t {
	case ByGuarantee:
		a.Follows = law.Known(FollowsSchedule1)
		a.Membership.DirectorsApprove, a.Membership.SignedApplication = law.Known(true), law.Known(true)
		a.Membership.Transferable, a.Membership.EndsOnDeath = law.Known(false), law.Known(true)
	case Schedule2:
		a.Follows, a.Membership.MayRefuseTransfer = law.Known(FollowsSchedule2), law.Known(true)
	case Schedule3:
		a.Follows, a.Membership.MayRefuseTransfer = law.Known(FollowsSchedule3), law.Known(true)
		a.WithinLimits = law.Known(true)
		excepted = append(excepted, ExceptDividends, ExceptWindingUp, ExceptOwnShares, ExceptReduction, ExceptUnpaidCapital)
	}
	a.Exceptions = law.Known(excepted)
	return a
}
