package charity

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rules on charitable companies and on the amendments of CIOs.
const (
	CompanyAlterationNotCarried law.Code = "charity.company-alteration-not-carried"
	CompanyAlterationUnapproved law.Code = "charity.company-alteration-without-consent"
	MemberNotFiduciary          law.Code = "charity.member-not-fiduciary"

	CIOAmendmentNotCarried    law.Code = "charity.cio-amendment-not-carried"
	CIOAmendmentNotUnanimous  law.Code = "charity.cio-amendment-not-unanimous"
	CIOPassingMisdated        law.Code = "charity.cio-passing-misdated"
	CIONoLongerCharity        law.Code = "charity.cio-no-longer-charity"
	CIOAlterationUnapproved13 law.Code = "charity.cio-alteration-without-consent-2013"
	CIOAlterationUnapproved   law.Code = "charity.cio-alteration-without-consent"
	CIOAmendmentSentLate      law.Code = "charity.cio-amendment-sent-late"
	CIOAmendmentEarly13       law.Code = "charity.cio-amendment-early-2013"
	CIOAmendmentEarly         law.Code = "charity.cio-amendment-early"
)

var companies = law.Topic("charitable companies",
	rule{
		Code: CompanyAlterationNotCarried, Provision: companies2006.At("ss. 21, 283", "section/283"),
		Says: "A charitable company may alter its articles only by a special resolution, passed by not less than 75% of the votes cast at a " +
			"meeting, or of the total voting rights in writing.",
		InForce: from(start2006), Event: passed, Applies: companyAmends, Check: companyCarried,
		Remedy: "Put the special resolution again.",
	},
	rule{
		Code: CompanyAlterationUnapproved, Provision: act2011.At("s. 198", "section/198"),
		Says:    "A regulated alteration by a charitable company requires the prior written consent of the Commission and is ineffective without it.",
		InForce: from(start2011), Event: passed, Applies: companyRegulated, Check: priorConsent,
		Remedy: "Ask the Commission for its consent, then pass the resolution again.",
	},
	rule{
		Code: MemberNotFiduciary, Provision: lehtimaki.At("the duty of a member of a charitable company", ""),
		Says:    "A member of a charitable company must vote in good faith for what will best further its charitable purposes.",
		InForce: from(startFiduc), Event: passed, Weight: law.Guidance, Applies: companyResolves, Check: goodFaith,
		Remedy: "Ask the members to consider the purposes and vote again, or ask the court.",
	},
)

func companyAmends(c *kase) bool {
	return resolves(c, Amendment) && kindIs(c, Company, AcademyTrust)
}

func companyRegulated(c *kase) bool {
	return companyAmends(c) && alters(c, Purposes, DissolutionProperty, TrusteeBenefit)
}

func companyResolves(c *kase) bool {
	return c.Subject.Resolution.Stated() && kindIs(c, Company, AcademyTrust) && resolves(c, Amendment, Dissolution, OtherDecision)
}

func companyCarried(c *kase) {
	at, ok := law.Need(c, &c.Subject.Resolution.Ptr().AtMeeting, "resolution.at_meeting")
	switch {
	case !ok:
	case at:
		members(c, &c.Figures.CompanyMeeting)
	default:
		members(c, &c.Figures.CompanyWritten)
	}
}

func goodFaith(c *kase) {
	ok, said := law.Ask(c, &c.Subject.Resolution.Ptr().GoodFaith, "resolution.good_faith",
		"Did each member vote as he or she in good faith thought most likely to further the charity's purposes?")
	if said && !ok {
		c.Breach("resolution.good_faith", "Members are recorded as having voted otherwise than in good faith for the charity's purposes.")
	}
}

var cios = law.Topic("charitable incorporated organisations",
	rule{
		Code: CIOAmendmentNotCarried, Provision: act2011.At("s. 224(2)(a)", "section/224"),
		Says:    "A resolution to amend a CIO's constitution at a general meeting must be passed by a 75% majority of those voting, by proxy or post where permitted.",
		InForce: from(startCIO), Event: passed, Applies: cioAmendsAtMeeting, Check: cioMeeting,
		Remedy: "Put the resolution again.",
	},
	rule{
		Code: CIOAmendmentNotUnanimous, Provision: act2011.At("s. 224(2)(b)", "section/224"),
		Says:    "A resolution to amend a CIO's constitution otherwise than at a general meeting must be passed unanimously by its members.",
		InForce: from(startCIO), Event: passed, Applies: cioAmendsOutside, Check: cioOutside,
		Remedy: "Obtain the agreement of every member, or put the resolution to a general meeting.",
	},
	rule{
		Code: CIOPassingMisdated, Provision: act2011.At("s. 224(3)", "section/224"),
		Says: "The date of passing is that of the general meeting, or otherwise that on which the constitution treats the resolution as passed, " +
			"not earlier than that on which the last member agreed.",
		InForce: from(startCIO), Event: passed, Applies: cioAmends, Check: passingDated,
		Remedy: "Correct the date of passing, from which the time for sending runs.",
	},
	rule{
		Code: CIONoLongerCharity, Provision: act2011.At("s. 225", "section/225"),
		Says:    "A CIO may not amend its constitution in any way that would result in its ceasing to be a charity.",
		InForce: from(startCIO), Event: passed, Applies: cioAmends, Check: staysCharity,
		Remedy: "Drop the amendment, which the CIO has no power to make.",
	},
	rule{
		Code: CIOAlterationUnapproved13, Provision: act2011.At("ss. 226(1), 227(5)", "section/226"),
		Says: "A resolution that would make a regulated alteration of a CIO's constitution is to that extent ineffective without the prior written " +
			"consent of the Commission, unless the Commission registers the amendment.",
		InForce: before2022(startCIO), Event: passed, Applies: cioRegulatedUnregistered, Check: priorConsent,
		Remedy: "Ask the Commission for its consent, then pass the resolution again.", Successor: CIOAlterationUnapproved,
	},
	rule{
		Code: CIOAlterationUnapproved, Provision: act2011.At("s. 226(1)", "section/226"),
		Says:    "An amendment that would make a regulated alteration of a CIO's constitution requires the prior written consent of the Commission and cannot take effect without it.",
		InForce: from(start2022), Event: passed, Applies: cioRegulated, Check: priorConsent,
		Remedy: "Ask the Commission for its consent, then pass the resolution again.",
	},
	rule{
		Code: CIOAmendmentSentLate, Provision: act2011.At("s. 227(1)", "section/227"),
		Says: "A CIO must send the Commission a copy of the resolution, with the constitution as amended, by the end of the period of 15 days " +
			"beginning with the date of passing.",
		InForce: from(startCIO), Event: passed, Applies: cioAmends, Check: sentInTime,
		Remedy: "Send the copies now.",
	},
	rule{
		Code: CIOAmendmentEarly13, Provision: act2011.At("s. 227(2)", "section/227"),
		Says:    "An amendment to a CIO's constitution does not take effect until it has been registered.",
		InForce: before2022(startCIO), Event: passed, Applies: cioActs, Check: actedInTime,
		Remedy: "Go by the constitution as it was until the amendment is registered.", Successor: CIOAmendmentEarly,
	},
	rule{
		Code: CIOAmendmentEarly, Provision: act2011.At("s. 227(1A)-(1C)", "section/227"),
		Says: "An amendment to a CIO's constitution takes effect when the resolution is passed, or on a later date specified in it; but one that " +
			"alters the purposes not before it is registered.",
		InForce: from(start2022), Event: passed, Applies: cioActs, Check: actedInTime,
		Remedy: "Go by the constitution as it was until the amendment takes effect.",
	},
)

func cioAmends(c *kase) bool {
	return resolves(c, Amendment) && kindIs(c, AssociationCIO, FoundationCIO)
}

func cioAmendsAtMeeting(c *kase) bool { return cioAmends(c) && atMeeting(c, true) }

func cioAmendsOutside(c *kase) bool { return cioAmends(c) && atMeeting(c, false) }

func cioRegulated(c *kase) bool {
	return cioAmends(c) && alters(c, Purposes, DissolutionProperty, TrusteeBenefit)
}

func cioRegulatedUnregistered(c *kase) bool {
	return cioRegulated(c) && !c.Subject.Resolution.Ptr().Registered.Stated()
}

func cioActs(c *kase) bool { return cioAmends(c) && c.Subject.Resolution.Ptr().ActedOn.Stated() }

func cioMeeting(c *kase) { members(c, &c.Figures.CIOMeeting) }

func cioOutside(c *kase) { members(c, &c.Figures.CIOOutside) }

func passingDated(c *kase) {
	r := c.Subject.Resolution.Ptr()
	at, ok := law.Need(c, &r.AtMeeting, "resolution.at_meeting")
	if !ok {
		return
	}
	day, ok := law.Need(c, approved(r), "resolution."+approvedPath(r))
	switch {
	case ok && at && day != c.On:
		c.Breach("resolution.passed", "The resolution is dated %s; the meeting that passed it was on %s.", c.On.Long(), day.Long())
	case ok && !at && c.On.Before(day):
		c.Breach("resolution.passed", "The resolution is dated %s; the last member agreed on %s.", c.On.Long(), day.Long())
	}
}

func staysCharity(c *kase) {
	ends, ok := law.Ask(c, &c.Subject.Resolution.Ptr().EndsCharity, "resolution.ends_charity", "Would the amendment result in its ceasing to be a charity?")
	if ok && ends {
		c.Breach("resolution.ends_charity", "The amendment would result in the CIO's ceasing to be a charity.")
	}
}

// sentInTime asks for the day of sending only once the time is over.
func sentInTime(c *kase) {
	days, ok := law.Read(c, &c.Figures.CIOSending, c.On)
	if !ok {
		return
	}
	r, last := c.Subject.Resolution.Ptr(), law.DaysBeginningWith(c.On, days)
	if !r.Sent.Stated() && !c.AsAt.After(last) {
		return
	}
	if sent, ok := law.Need(c, &r.Sent, "resolution.sent"); ok && sent.After(last) {
		c.Breach("resolution.sent", "The resolution was sent on %s; the last of the %d days was %s.", sent.Long(), days, last.Long())
	}
}
