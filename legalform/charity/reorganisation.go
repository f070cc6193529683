package charity

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rules on what else the members of a CIO decide.
const (
	CIOAmalgamationNotCarried law.Code = "charity.cio-amalgamation-not-carried"
	CIOTransferNotCarried     law.Code = "charity.cio-transfer-not-carried"
	CIODissolutionNotCarried  law.Code = "charity.cio-dissolution-not-carried"
	CIODecisionNotCarried     law.Code = "charity.cio-written-decision-not-carried"
	CIODecisionLate           law.Code = "charity.cio-written-decision-late"
	FoundationOtherMembers    law.Code = "charity.foundation-with-other-members"
)

const carriedHow = " must be passed by a 75% majority of those voting at a general meeting, or unanimously by its members otherwise."

var reorganisations = law.Topic("reorganisations",
	rule{
		Code: CIOAmalgamationNotCarried, Provision: act2011.At("s. 235(4)", "section/235"),
		Says:    "A resolution of each old CIO to amalgamate" + carriedHow,
		InForce: from(startCIO), Event: passed, Applies: cioAmalgamates, Check: cioCarried,
		Remedy: "Put the resolution again, in each of the CIOs.",
	},
	rule{
		Code: CIOTransferNotCarried, Provision: act2011.At("s. 240(3)", "section/240"),
		Says:    "A resolution to transfer a CIO's undertaking, and one of the CIO that takes it," + carriedHow,
		InForce: from(startCIO), Event: passed, Applies: cioTransfers, Check: cioCarried,
		Remedy: "Put the resolution again, in both CIOs.",
	},
	rule{
		Code: CIODissolutionNotCarried, Provision: dissolution.At("reg 6(1)", "regulation/6"),
		Says: "A resolution to apply for dissolution of a CIO must be passed by a 75% majority of those voting at a general meeting, or there without a vote " +
			"and without dissent where the constitution permits that, or unanimously by its members otherwise.",
		InForce: from(startCIO), Event: passed, Applies: cioDissolves, Check: dissolutionCarried,
		Remedy: "Put the resolution again.",
	},
	rule{
		Code: CIODecisionNotCarried, Provision: modelCIO.At("cl 18(4)", ""), Weight: law.OwnRules,
		Says:    "Any other decision in writing must have the agreement of a simple majority of all the members entitled to vote.",
		InForce: from(startCIO), Event: passed, Applies: decidesInWriting, Check: writtenCarried,
		Remedy: "Obtain the agreement of more members: it is all who are counted, not those who answer.",
	},
	rule{
		Code: CIODecisionLate, Provision: modelCIO.At("cl 18(4)", ""), Weight: law.OwnRules,
		Says:    "The agreement to a decision in writing must be had within 28 days beginning with the day on which it was circulated.",
		InForce: from(startCIO), Event: passed, Applies: decidesInWriting, Check: writtenInTime,
		Remedy: "Circulate the resolution again.",
	},
	rule{
		Code: FoundationOtherMembers, Provision: modelFoundation.At("on membership", ""), Weight: law.OwnRules,
		Says:    "The trustees of a CIO of the foundation model are its only members.",
		InForce: from(startCIO), Applies: isFoundation, Check: trusteesOnly,
		Remedy: "Adopt the association model, or end the other memberships.",
	},
)

func cioAmalgamates(c *kase) bool {
	return resolves(c, Amalgamation) && kindIs(c, AssociationCIO, FoundationCIO)
}

func cioTransfers(c *kase) bool {
	return resolves(c, TransferOfUndertaking) && kindIs(c, AssociationCIO, FoundationCIO)
}

func cioDissolves(c *kase) bool {
	return resolves(c, Dissolution) && kindIs(c, AssociationCIO, FoundationCIO)
}

func decidesInWriting(c *kase) bool {
	return resolves(c, OtherDecision) && kindIs(c, AssociationCIO) && atMeeting(c, false)
}

func isFoundation(c *kase) bool { return kindIs(c, FoundationCIO) }

func cioCarried(c *kase) {
	at, ok := law.Need(c, &c.Subject.Resolution.Ptr().AtMeeting, "resolution.at_meeting")
	switch {
	case !ok:
	case at:
		cioMeeting(c)
	default:
		cioOutside(c)
	}
}

// dissolutionCarried knows one way more than the Act's, of a meeting that does not vote
// (reg 6(1)(a)(ii)).
func dissolutionCarried(c *kase) {
	r := c.Subject.Resolution.Ptr()
	if !r.AtMeeting.Or(false) || !r.WithoutVote.Or(false) {
		cioCarried(c)
		return
	}
	if permits, ok := law.Need(c, &r.ConstitutionPermits, "resolution.constitution_permits_no_vote"); ok && !permits {
		c.Breach("resolution.without_vote", "The meeting decided without a vote, which the constitution does not permit.")
	}
	if dissent, ok := law.Need(c, &r.Dissent, "resolution.dissent"); ok && dissent {
		c.Breach("resolution.dissent", "The meeting decided without a vote, and somebody expressed dissent.")
	}
}

func writtenCarried(c *kase) { members(c, &c.Figures.CIOWritten) }

func writtenInTime(c *kase) {
	r := c.Subject.Resolution.Ptr()
	days, ok := law.Read(c, &c.Figures.CIOWrittenDays, c.On)
	sent, ok1 := law.Need(c, &r.Circulated, "resolution.circulated")
	agreed, ok2 := law.Need(c, &r.LastAgreed, "resolution.last_agreed")
	if !ok || !ok1 || !ok2 {
		return
	}
	if last := law.DaysBeginningWith(sent, days); agreed.After(last) {
		c.Breach("resolution.last_agreed", "The last member of the majority agreed on %s; the last of the %d days was %s.", agreed.Long(), days, last.Long())
	}
}

func trusteesOnly(c *kase) {
	if others, ok := law.Need(c, &c.Subject.DistinctMembers, "distinct_members"); ok && others {
		c.Breach("distinct_members", "The CIO has members who are not its trustees.")
	}
}
