package employee

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the equality requirement.
const (
	SurvivorTooLong    law.Code = "employee.survivor-too-long"
	WaitingTooLong     law.Code = "employee.waiting-too-long"
	RequestNotWritten  law.Code = "employee.request-not-written"
	OfficersExcluded   law.Code = "employee.officers-excluded"
	OtherPurposes      law.Code = "employee.other-purposes"
	OtherFactors       law.Code = "employee.other-factors"
	SomeReceiveNothing law.Code = "employee.some-receive-nothing"
	FactorsNotSummed   law.Code = "employee.factors-not-summed"
)

// Benefits are the terms on which the trusts permit settled property, income included, to
// be applied (s. 236K). What the trustees have done is not the question.
type Benefits struct {
	// SurvivorMonths is for how many months from the death of an eligible employee the
	// trusts let a spouse, civil partner or dependant stand in; 0 where they do not.
	SurvivorMonths law.Fact[int] `json:"survivor_months,omitzero"`
	// Excluded lists whom the trusts leave out, or let the trustees leave out, ground by
	// ground. Participators who are not eligible employees at all (s. 236J(5)) need no entry.
	Excluded law.Fact[[]Exclusion] `json:"excluded,omitzero"`
	// Purposes lists what the property may be applied for besides eligible employees.
	Purposes law.Fact[[]Purpose] `json:"purposes,omitzero"`
	// Factors are those by reference to which benefits may differ; none where all benefit
	// alike.
	Factors law.Fact[[]Factor] `json:"factors,omitzero"`
	// SomeReceiveNothing is the recorded judgement that the terms can leave some eligible
	// employees, but not all, with nothing, otherwise than on a ground listed in Excluded.
	SomeReceiveNothing law.Fact[bool] `json:"some_receive_nothing,omitzero"`
	// FactorsSeparate says that each factor gives rise to a separate entitlement related to
	// its own level, and TotalIsSum that the whole is the sum of these. They matter where
	// there is more than one factor.
	FactorsSeparate law.Fact[bool] `json:"factors_separate,omitzero"`
	TotalIsSum      law.Fact[bool] `json:"total_is_sum,omitzero"`
}

// An Exclusion is a ground on which persons are left out.
type Exclusion struct {
	Who    string           `json:"who,omitempty"`
	Ground law.Fact[Ground] `json:"ground,omitzero"`
	// Months is the continuous period of eligibility that a waiting period asks for.
	Months law.Fact[int] `json:"months,omitzero"`
	// InWriting says that a person's own request must be in writing.
	InWriting law.Fact[bool] `json:"in_writing,omitzero"`
	// OnlyOffice says that all who are left out as office-holders are eligible by reason of
	// the office alone, and AllOffices that all such persons are left out.
	OnlyOffice law.Fact[bool] `json:"only_office,omitzero"`
	AllOffices law.Fact[bool] `json:"all_offices,omitzero"`
}

// Ground is why persons are left out.
type Ground uint8

// The grounds that section 236K(1) allows, and any other.
const (
	WaitingPeriod Ground = iota + 1
	OwnRequest
	OfficeHolders
	OtherGround
)

var grounds = []string{"", "waiting-period", "own-request", "office-holders", "other"}

// String gives the JSON value.
func (g Ground) String() string { return law.NameOf(grounds, g) }

// MarshalText writes String.
func (g Ground) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// UnmarshalText reads what String writes.
func (g *Ground) UnmarshalText(b []byte) error {
	return law.ParseName(g, grounds, b, "a ground of exclusion")
}

// Purpose is what settled property may be applied for besides eligible employees.
type Purpose uint8

// Charitable purposes are allowed beside the employees; nothing else is.
const (
	Charitable Purpose = iota + 1
	OtherPurpose
)

var purposes = []string{"", "charitable", "other"}

// String gives the JSON value.
func (p Purpose) String() string { return law.NameOf(purposes, p) }

// MarshalText writes String.
func (p Purpose) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what String writes.
func (p *Purpose) UnmarshalText(b []byte) error {
	return law.ParseName(p, purposes, b, "a purpose")
}

// A Factor is what a benefit may be larger or smaller by. The statute knows three; any
// other is written as its own name ("performance").
type Factor string

// The factors of section 236K(4), and of section 312C(6) for bonuses.
const (
	Remuneration Factor = "remuneration"
	Service      Factor = "length-of-service"
	Hours        Factor = "hours-worked"
)

// Allowed reports whether the statute names the factor.
func (f Factor) Allowed() bool { return f == Remuneration || f == Service || f == Hours }

// EqualityFigures are the figures of the equality requirement.
type EqualityFigures struct {
	// SurvivorMonths is for how long a survivor may stand in for the dead.
	SurvivorMonths law.History[int]
	// EligibilityMonths is the longest continuous period of eligibility that may be asked for.
	EligibilityMonths law.History[int]
}

func enactedEquality() EqualityFigures {
	by := fa2014.At("Sch 37 para 1 (inserting s. 236K)", "schedule/37/paragraph/1")
	return EqualityFigures{
		SurvivorMonths:    law.Since("employee.survivor_months", "months from death", at(reliefBegan, 12, by)),
		EligibilityMonths: law.Since("employee.eligibility_months", "months of continuous eligibility", at(reliefBegan, 12, by)),
	}
}

var equality = law.Topic("equality",
	rule{
		Code: SurvivorTooLong, Provision: tcga1992.At("s. 236K(1)(a)", "section/236K"),
		Says:    "For the equality requirement a survivor or dependant may stand in for an eligible employee who has died for a period of not more than 12 months starting with the death.",
		InForce: since(reliefBegan), Applies: byTerms(letsSurvivorsIn), Check: survivorInTime,
		Remedy: "Shorten the period in the trust deed.",
	},
	rule{
		Code: WaitingTooLong, Provision: tcga1992.At("s. 236K(1)(b)", "section/236K"),
		Says:    "For the equality requirement the trusts may leave out those without a continuous period of eligibility, which may not be more than 12 months.",
		InForce: since(reliefBegan), Applies: byTerms(asksForWaiting), Check: waitingInTime,
		Remedy: "Shorten the period in the trust deed.",
	},
	rule{
		Code: RequestNotWritten, Provision: tcga1992.At("s. 236K(1)(c)", "section/236K"),
		Says:    "For the equality requirement the trusts may let the trustees leave out a person only at that person's written request.",
		InForce: since(reliefBegan), Applies: byTerms(honoursRequests), Check: requestsWritten,
		Remedy: "Provide in the trust deed that the request must be in writing.",
	},
	rule{
		Code: OfficersExcluded, Provision: tcga1992.At("s. 236K(1)(d)", "section/236K"),
		Says:    "For the equality requirement the trusts may leave out office-holders only if these are all persons who are eligible by reason only of holding an office.",
		InForce: since(reliefBegan), Applies: byTerms(leavesOutOfficers), Check: onlyOfficers,
		Remedy: "Leave out either all who are eligible by their office alone, or none.",
	},
	rule{
		Code: OtherPurposes, Provision: tcga1992.At("ss. 236J(1)(a), 236K(2)", "section/236K"),
		Says:    "For the equality requirement the property may be applied, besides for all the eligible employees, only for charitable purposes.",
		InForce: since(reliefBegan), Applies: byTerms(nil), Check: onlyCharity,
		Remedy: "Take the other purpose out of the trust deed.",
	},
	rule{
		Code: OtherFactors, Provision: tcga1992.At("s. 236K(3)-(4)", "section/236K"),
		Says:    "For the equality requirement benefits may be determined only by reference to remuneration, length of service or hours worked.",
		InForce: since(reliefBegan), Applies: byTerms(nil), Check: onlyFactors,
		Remedy: "Take the other factor out of the trust deed.",
	},
	rule{
		Code: SomeReceiveNothing, Provision: tcga1992.At("s. 236K(5)", "section/236K"),
		Says:    "For the equality requirement the terms may not be such that some, but not all, eligible employees receive nothing, the grounds of s. 236K(1)(b) to (d) aside.",
		InForce: since(reliefBegan), Applies: byTerms(nil), Check: allReceive,
		Remedy: "Alter the terms so that every eligible employee receives something.",
	},
	rule{
		Code: FactorsNotSummed, Provision: tcga1992.At("s. 236K(6)", "section/236K"),
		Says:    "For the equality requirement, where there is more than one factor, each must give rise to a separate entitlement related to its level, and the total must be the sum of these.",
		InForce: since(reliefBegan), Applies: byTerms(severalFactors), Check: factorsSummed,
		Remedy: "Work out an amount for each factor by itself and add the amounts.",
	},
)

func letsSurvivorsIn(c *kase) bool {
	months, ok := law.Need(c, &c.Subject.Benefits.SurvivorMonths, "benefits.survivor_months")
	return ok && months != 0
}

func survivorInTime(c *kase) {
	months, ok1 := law.Need(c, &c.Subject.Benefits.SurvivorMonths, "benefits.survivor_months")
	limit, ok2 := law.Read(c, &c.Figures.SurvivorMonths, c.On)
	if ok1 && ok2 && (months < 0 || months > limit) {
		c.Breach("benefits.survivor_months", "The equality requirement is not met: a survivor may stand in for %d months from the death, where not more than %d are allowed %s.",
			months, limit, began(&c.Figures.SurvivorMonths, c.On))
	}
}

func asksForWaiting(c *kase) bool { return excludes(c, WaitingPeriod) }

func waitingInTime(c *kase) {
	limit, ok := law.Read(c, &c.Figures.EligibilityMonths, c.On)
	each(c, WaitingPeriod, func(i int, x *Exclusion) {
		if months, ok1 := need(c, &x.Months, exclusionList, i, "months"); ok && ok1 && (months < 0 || months > limit) {
			c.Breach(law.Path(exclusionList, i, "months"), "The equality requirement is not met: the trusts ask for %d months of eligibility, where not more than %d may be asked for %s.",
				months, limit, began(&c.Figures.EligibilityMonths, c.On))
		}
	})
}

func honoursRequests(c *kase) bool { return excludes(c, OwnRequest) }

func requestsWritten(c *kase) {
	each(c, OwnRequest, func(i int, x *Exclusion) {
		if written, ok := need(c, &x.InWriting, exclusionList, i, "in_writing"); ok && !written {
			c.Breach(law.Path(exclusionList, i, "in_writing"), "The equality requirement is not met: a person may be left out at a request that need not be in writing.")
		}
	})
}

func leavesOutOfficers(c *kase) bool { return excludes(c, OfficeHolders) }

func onlyOfficers(c *kase) {
	each(c, OfficeHolders, func(i int, x *Exclusion) {
		if only, ok := need(c, &x.OnlyOffice, exclusionList, i, "only_office"); ok && !only {
			c.Breach(law.Path(exclusionList, i, "only_office"), "The equality requirement is not met: of those left out as office-holders some are eligible as employees too.")
		}
		if all, ok := need(c, &x.AllOffices, exclusionList, i, "all_offices"); ok && !all {
			c.Breach(law.Path(exclusionList, i, "all_offices"), "The equality requirement is not met: only some of those who are eligible by their office alone are left out, where the trusts may leave out all of them.")
		}
	})
}

func onlyCharity(c *kase) {
	list, _ := law.Need(c, &c.Subject.Benefits.Purposes, "benefits.purposes")
	for i, p := range list {
		if p != Charitable {
			c.Breach(law.Path("benefits.purposes", i, ""), "The equality requirement is not met: the property may be applied for a purpose that is neither the benefit of all eligible employees nor charitable.")
		}
	}
}

func onlyFactors(c *kase) {
	list, _ := law.Need(c, &c.Subject.Benefits.Factors, "benefits.factors")
	for i, f := range list {
		if !f.Allowed() {
			c.Breach(law.Path("benefits.factors", i, ""), "The equality requirement is not met: benefits may differ by %.40q, where only remuneration, length of service and hours worked are allowed.", string(f))
		}
	}
}

func allReceive(c *kase) {
	each(c, OtherGround, func(i int, x *Exclusion) {
		c.Breach(law.Path(exclusionList, i, "ground"), "The equality requirement is not met: %.60q may be left with nothing, on a ground that s. 236K(1) does not allow.", x.Who)
	})
	nothing, ok := law.Ask(c, &c.Subject.Benefits.SomeReceiveNothing, "benefits.some_receive_nothing",
		"Can the terms leave some eligible employees, but not all, with nothing, otherwise than on a ground listed as excluded?")
	if ok && nothing {
		c.Breach("benefits.some_receive_nothing", "The equality requirement is not met: the terms can leave some eligible employees, but not all, with nothing.")
	}
}

func severalFactors(c *kase) bool {
	list, ok := law.Need(c, &c.Subject.Benefits.Factors, "benefits.factors")
	return ok && len(list) > 1
}

func factorsSummed(c *kase) {
	b := &c.Subject.Benefits
	if separate, ok := law.Need(c, &b.FactorsSeparate, "benefits.factors_separate"); ok && !separate {
		c.Breach("benefits.factors_separate", "The equality requirement is not met: the factors do not each give rise to a separate entitlement related to their own level.")
	}
	if summed, ok := law.Need(c, &b.TotalIsSum, "benefits.total_is_sum"); ok && !summed {
		c.Breach("benefits.total_is_sum", "The equality requirement is not met: the total is not the sum of an entitlement for each factor, as where factors are multiplied.")
	}
}

const exclusionList = "benefits.excluded"

// excludes reports whether the trusts leave anybody out on a ground.
func excludes(c *kase, g Ground) (found bool) {
	each(c, g, func(int, *Exclusion) { found = true })
	return found
}

// each visits the exclusions on a ground; where the list, or the ground of an entry, is not
// stated the rule is unknown.
func each(c *kase, g Ground, visit func(int, *Exclusion)) {
	list, _ := law.Need(c, &c.Subject.Benefits.Excluded, exclusionList)
	for i := range list {
		if ground, ok := need(c, &list[i].Ground, exclusionList, i, "ground"); ok && ground == g {
			visit(i, &list[i])
		}
	}
}
