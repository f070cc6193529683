package charity

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rules on amendments of unincorporated charities and of Royal charters.
const (
	TrusteesNotMajority   law.Code = "charity.trustees-not-majority"
	MembersNotApproving   law.Code = "charity.members-not-approving"
	TrusteesNotEnough     law.Code = "charity.trustees-not-enough"
	TrustsEndCharity      law.Code = "charity.trusts-end-charity"
	TrustsUnapproved      law.Code = "charity.trusts-amended-without-consent"
	TrustsAmendmentEarly  law.Code = "charity.trusts-amendment-early"
	CharterTrusteesFew    law.Code = "charity.charter-trustees-not-majority"
	CharterMembersAgainst law.Code = "charity.charter-members-not-approving"
	CharterTrusteesShort  law.Code = "charity.charter-trustees-not-enough"
	CharterAmendmentEarly law.Code = "charity.charter-amendment-early"
	PurposesPowerClosed   law.Code = "charity.purposes-power-closed-2011"
	PurposesNotCarried    law.Code = "charity.purposes-not-carried-2011"
	PowersNotApproved     law.Code = "charity.powers-not-approved-2011"
)

var unincorporated = law.Topic("unincorporated charities",
	rule{
		Code: TrusteesNotMajority, Provision: act2011.At("s. 280A(5)(a)", "section/280A"),
		Says:    "Where there are distinct members, a resolution to amend the trusts must be passed by a majority of the charity trustees.",
		InForce: from(start2022), Event: passed, Applies: amendsWithMembers, Check: trusteesOfMembers,
		Remedy: "Put the resolution to the trustees again: all in office are counted.",
	},
	rule{
		Code: MembersNotApproving, Provision: act2011.At("s. 280A(5)(b)", "section/280A"),
		Says: "Where there are distinct members, a further resolution must be passed by not less than 75% of those entitled who vote at a general " +
			"meeting, or there without a vote and without dissent, or by the agreement of all of them otherwise.",
		InForce: from(start2022), Event: passed, Applies: amendsWithMembers, Check: membersApprove,
		Remedy: "Put the further resolution to a general meeting.",
	},
	rule{
		Code: TrusteesNotEnough, Provision: act2011.At("s. 280A(6)", "section/280A"),
		Says:    "Where there are no distinct members, a resolution to amend the trusts must be passed by not less than 75% of the charity trustees.",
		InForce: from(start2022), Event: passed, Applies: amendsAlone, Check: trusteesAlone,
		Remedy: "Put the resolution to the trustees again: all in office are counted, not those who attend.",
	},
	rule{
		Code: TrustsEndCharity, Provision: act2011.At("s. 280A(3)", "section/280A"),
		Says:    "The power to amend the trusts is not exercisable in any way that would result in the institution ceasing to be a charity.",
		InForce: from(start2022), Event: passed, Applies: amendsTrusts, Check: staysInstitution,
		Remedy: "Drop the amendment.",
	},
	rule{
		Code: TrustsUnapproved, Provision: act2011.At("s. 280A(7)-(9)", "section/280A"),
		Says:    "An amendment of a kind listed requires the written consent of the Commission and is ineffective without it.",
		InForce: from(start2022), Event: passed, Applies: amendsListed, Check: consented,
		Remedy: "Ask the Commission for its consent, which may follow the resolution.",
	},
	rule{
		Code: TrustsAmendmentEarly, Provision: act2011.At("s. 280B(1)", "section/280B"),
		Says:    "An amendment takes effect on the latest of the trustees' resolution, the date specified in it, the members' resolution, and the Commission's consent.",
		InForce: from(start2022), Event: passed, Applies: trustsActs, Check: actedInTime,
		Remedy: "Go by the trusts as they were until the amendment takes effect.",
	},
)

var charters = law.Topic("royal charters",
	rule{
		Code: CharterTrusteesFew, Provision: act2011.At("s. 280C(4)(a)", "section/280C"),
		Says:    "Where there are distinct members, a resolution to amend the Royal charter must be passed by a majority of the charity trustees.",
		InForce: from(startCharter), Event: passed, Applies: charterWithMembers, Check: charterTrustees,
		Remedy: "Put the resolution to the trustees again.",
	},
	rule{
		Code: CharterMembersAgainst, Provision: act2011.At("s. 280C(4)(b)", "section/280C"),
		Says: "Where there are distinct members, a further resolution must be passed by not less than 75% of those entitled who vote at a general " +
			"meeting, or there without a vote and without dissent, or by the agreement of all of them otherwise.",
		InForce: from(startCharter), Event: passed, Applies: charterWithMembers, Check: charterMembers,
		Remedy: "Put the further resolution to a general meeting.",
	},
	rule{
		Code: CharterTrusteesShort, Provision: act2011.At("s. 280C(5)", "section/280C"),
		Says:    "Where there are no distinct members, a resolution to amend the Royal charter must be passed by not less than 75% of the charity trustees.",
		InForce: from(startCharter), Event: passed, Applies: charterAlone, Check: charterTrusteesAlone,
		Remedy: "Put the resolution to the trustees again.",
	},
	rule{
		Code: CharterAmendmentEarly, Provision: act2011.At("s. 280C(6)", "section/280C"),
		Says:    "An amendment of a Royal charter takes effect when it is approved by Order in Council.",
		InForce: from(startCharter), Event: passed, Applies: charterActs, Check: actedInTime,
		Remedy: "Go by the charter as it was until the Order is made.",
	},
)

// former are the powers of the Act of 2011 as it was; a resolution passed under them keeps
// its effect (s. 3(3) of the Act of 2022).
var former = law.Topic("unincorporated charities until 2024",
	rule{
		Code: PurposesPowerClosed, Provision: act2011.At("s. 275(1)", "section/275"),
		Says:    "The trustees may replace the purposes only of a charity whose gross income did not exceed £10,000 and which holds no designated land.",
		InForce: before2022(start2011), Event: passed, Applies: replacedPurposes, Check: smallCharity,
		Remedy: "Ask the Commission for a scheme.", Ended: "s. 3 of the Charities Act 2022 replaced ss. 275 and 280 by a power without this limit",
	},
	rule{
		Code: PurposesNotCarried, Provision: act2011.At("s. 275(5)", "section/275"),
		Says:    "A resolution to replace the purposes must be passed by not less than two-thirds of the charity trustees who vote.",
		InForce: before2022(start2011), Event: passed, Applies: replacedPurposes, Check: purposesCarried,
		Remedy: "Put the resolution to the trustees again.", Successor: TrusteesNotEnough,
	},
	rule{
		Code: PowersNotApproved, Provision: act2011.At("s. 280(4)", "section/280"),
		Says: "Where there are distinct members, a resolution to modify powers or procedure must be approved by not less than two-thirds of those " +
			"entitled who vote at a general meeting, or there without a vote and without dissent.",
		InForce: before2022(start2011), Event: passed, Applies: modifiedPowers, Check: membersApproved,
		Remedy: "Put the further resolution to a general meeting.", Successor: MembersNotApproving,
	},
)

func amendsTrusts(c *kase) bool { return resolves(c, Amendment) && kindIs(c, Unincorporated) }

func distinct(c *kase, want bool) bool {
	d, ok := law.Need(c, &c.Subject.DistinctMembers, "distinct_members")
	return ok && d == want
}

func amendsWithMembers(c *kase) bool { return amendsTrusts(c) && distinct(c, true) }

func amendsAlone(c *kase) bool { return amendsTrusts(c) && distinct(c, false) }

// amendsListed asks whether the person concerned consents only where that matters.
func amendsListed(c *kase) bool {
	if !amendsTrusts(c) {
		return false
	}
	r := c.Subject.Resolution.Ptr()
	list, ok := law.Need(c, &r.Alters, "resolution.alters")
	if !ok || needsConsent(list, true) || !needsConsent(list, false) {
		return ok && needsConsent(list, true)
	}
	agrees, ok := law.Ask(c, &r.PersonConsents, "resolution.person_consents",
		"Does the person whose consent or right is concerned consent, or is that person no longer in existence?")
	return ok && !agrees
}

func trustsActs(c *kase) bool {
	return amendsTrusts(c) && c.Subject.Resolution.Ptr().ActedOn.Stated()
}

func charter(c *kase) bool { return resolves(c, Amendment) && kindIs(c, RoyalCharter) }

func charterWithMembers(c *kase) bool { return charter(c) && distinct(c, true) }

func charterAlone(c *kase) bool { return charter(c) && distinct(c, false) }

func charterActs(c *kase) bool { return charter(c) && c.Subject.Resolution.Ptr().ActedOn.Stated() }

func replacedPurposes(c *kase) bool { return amendsTrusts(c) && alters(c, Purposes) }

func modifiedPowers(c *kase) bool { return amendsWithMembers(c) && alters(c) }

func trusteesOfMembers(c *kase) { trustees(c, &c.Figures.TrusteesWithMembers) }

func membersApprove(c *kase) {
	outside(c, func() { members(c, &c.Figures.MembersMeeting) }, func() { members(c, &c.Figures.MembersOutside) })
}

// outside takes the three ways in which members approve: by a vote at a meeting, without
// one and without dissent, or, where the law has that way, all of them outside a meeting.
func outside(c *kase, voted, agreed func()) {
	r := c.Subject.Resolution.Ptr()
	at, ok := law.Need(c, &r.AtMeeting, "resolution.at_meeting")
	switch {
	case !ok:
		return
	case !at && agreed == nil:
		c.Breach("resolution.at_meeting", "The members did not decide at a general meeting.")
		return
	case !at:
		agreed()
		return
	}
	silent, ok := law.Need(c, &r.WithoutVote, "resolution.without_vote")
	switch {
	case !ok:
	case !silent:
		voted()
	default:
		if dissent, ok := law.Need(c, &r.Dissent, "resolution.dissent"); ok && dissent {
			c.Breach("resolution.dissent", "The meeting decided without a vote, and somebody expressed dissent.")
		}
	}
}

func trusteesAlone(c *kase) { trustees(c, &c.Figures.TrusteesAlone) }

func staysInstitution(c *kase) {
	ends, ok := law.Ask(c, &c.Subject.Resolution.Ptr().EndsCharity, "resolution.ends_charity", "Would the institution cease to be a charity?")
	if ok && ends {
		c.Breach("resolution.ends_charity", "The amendment would result in the institution ceasing to be a charity.")
	}
}

func consented(c *kase) {
	given, ok := law.Need(c, &c.Subject.Resolution.Ptr().Consented, "resolution.consented")
	if ok && !given {
		c.Breach("resolution.consented", "The Commission has not consented to the amendment.")
	}
}

func charterTrustees(c *kase) { trustees(c, &c.Figures.CharterTrustees) }

func charterMembers(c *kase) {
	outside(c, func() { members(c, &c.Figures.CharterMembersMeeting) }, func() { members(c, &c.Figures.CharterMembersOutside) })
}

func charterTrusteesAlone(c *kase) { trustees(c, &c.Figures.CharterTrusteesAlone) }

func smallCharity(c *kase) {
	most, ok := law.Read(c, &c.Figures.FormerIncome, c.On)
	income, ok1 := law.Need(c, &c.Subject.GrossIncome, "gross_income")
	if ok && ok1 && income > most {
		c.Breach("gross_income", "The gross income of %v in the last financial year exceeded %v.", income, most)
	}
	if land, ok := law.Need(c, &c.Subject.DesignatedLand, "designated_land"); ok && land {
		c.Breach("designated_land", "The charity holds designated land.")
	}
}

func purposesCarried(c *kase) { trustees(c, &c.Figures.FormerPurposes) }

func membersApproved(c *kase) {
	outside(c, func() { members(c, &c.Figures.MembersMeeting) }, nil)
}
