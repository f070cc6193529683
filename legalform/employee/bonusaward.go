package employee

import "github.com/rochdale-go/rochdale/legalform/law"

// A BonusAward is an award of bonuses under a scheme, with what sections 312B to 312G ask of
// the scheme and of the employer. One award is judged at a time, as at the day on which it
// is paid; each payment under it is a Bonus.
type BonusAward struct {
	// Made says whether there was, or is to be, one.
	Made law.Fact[bool] `json:"made,omitzero"`
	// Determined is the day on which the award was determined, Paid that on which its
	// payments are treated as received (s. 312I(3)).
	Determined law.Fact[law.Date] `json:"determined,omitzero"`
	Paid       law.Fact[law.Date] `json:"paid,omitzero"`
	// LeftOut lists who, of all persons in relevant employment when the award was
	// determined, were not eligible, ground by ground. Relevant employment is that by the
	// company or, where it is in a group, by any company of the group, overseas too.
	LeftOut law.Fact[[]LeftOut] `json:"left_out,omitzero"`
	Terms   BonusTerms          `json:"terms,omitzero"`

	// Trading is the employer's business over time, in the order of its dates: each entry
	// holds until the next, and the last until the payment. It and Ownership follow from a
	// Timeline, by DeriveBonus.
	Trading   law.Fact[[]BonusTrading] `json:"trading,omitzero"`
	Ownership BonusOwnership           `json:"ownership,omitzero"`
	// Offices counts office-holders and employees, in the order of its dates.
	Offices law.Fact[[]OfficeCount] `json:"offices,omitzero"`
	Service ServiceCompany          `json:"service_company,omitzero"`
}

// LeftOut is a ground on which persons were not eligible for an award.
type LeftOut struct {
	Who    string                `json:"who,omitempty"`
	Ground law.Fact[BonusGround] `json:"ground,omitzero"`
	// Months is the continuous service that was asked for.
	Months law.Fact[int] `json:"months,omitzero"`
	// Gross says that what was found, or is charged, is gross misconduct.
	Gross law.Fact[bool] `json:"gross_misconduct,omitzero"`
	// Proceedings is the day on which disciplinary proceedings were taken, and Found that of
	// the finding or of the summary dismissal, which Dismissed tells it to be.
	Proceedings law.Fact[law.Date] `json:"proceedings,omitzero"`
	Found       law.Fact[law.Date] `json:"found,omitzero"`
	Dismissed   law.Fact[bool]     `json:"summarily_dismissed,omitzero"`
	// AllDirectors says that those left out as directors are all the directors.
	AllDirectors law.Fact[bool] `json:"all_directors,omitzero"`
}

// BonusGround is why somebody was not eligible for an award.
type BonusGround uint8

// The grounds that section 312C allows, each within limits, and two that it does not: a
// company of the group whose staff were passed over, and any other.
const (
	ShortService     BonusGround = iota + 1
	MisconductFound              // a finding before the award was determined
	UnderProceedings             // eligible on condition that no gross misconduct is found
	Forfeited                    // a finding or dismissal between the award and the payment
	DirectorsLeftOut
	CompanyLeftOut
	OtherLeftOut
)

var bonusGrounds = []string{"", "short-service", "misconduct-found", "under-proceedings", "forfeited", "directors", "other-group-company", "other"}

// String gives the JSON value.
func (g BonusGround) String() string { return law.NameOf(bonusGrounds, g) }

// MarshalText writes String.
func (g BonusGround) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// UnmarshalText reads what String writes.
func (g *BonusGround) UnmarshalText(b []byte) error {
	return law.ParseName(g, bonusGrounds, b, "a ground for leaving out of an award")
}

var awardPaid = event{Path: "bonus_award.paid", Of: func(c *Company) law.Fact[law.Date] { return c.BonusAward.Paid }}

func awardsBonus(c *kase) bool {
	made, ok := law.Need(c, &c.Subject.BonusAward.Made, "bonus_award.made")
	return ok && made
}

const leftOutList = "bonus_award.left_out"

// eachLeftOut visits those left out on a ground.
func eachLeftOut(c *kase, g BonusGround, visit func(int, *LeftOut)) {
	list, _ := law.Need(c, &c.Subject.BonusAward.LeftOut, leftOutList)
	for i := range list {
		if ground, ok := need(c, &list[i].Ground, leftOutList, i, "ground"); ok && ground == g {
			visit(i, &list[i])
		}
	}
}

// leavesOut returns a condition: that the award leaves somebody out on a ground.
func leavesOut(g BonusGround) func(*kase) bool {
	return func(c *kase) (found bool) {
		if awardsBonus(c) {
			eachLeftOut(c, g, func(int, *LeftOut) { found = true })
		}
		return found
	}
}

// Codes of the participation requirement.
const (
	BonusNotForAll             law.Code = "employee.bonus-not-for-all"
	BonusServiceTooLong        law.Code = "employee.bonus-service-too-long"
	BonusMisconductNotGross    law.Code = "employee.bonus-misconduct-not-gross"
	BonusConditionTooWide      law.Code = "employee.bonus-condition-too-wide"
	BonusForfeitureTooWide     law.Code = "employee.bonus-forfeiture-too-wide"
	BonusDirectorsLeftOut      law.Code = "employee.bonus-directors-left-out"
	BonusSomeDirectorsExcluded law.Code = "employee.bonus-some-directors-left-out"
)

// BonusTermFigures are the figures of the participation requirement.
type BonusTermFigures struct {
	// BonusServiceMonths is the longest continuous service that may be asked for.
	BonusServiceMonths law.History[int]
	// MisconductMonths is how far back a finding of gross misconduct may lie.
	MisconductMonths law.History[int]
}

func enactedBonusTerms() BonusTermFigures {
	by := fa2014.At("Sch 37 para 5 (inserting s. 312C)", "schedule/37/paragraph/5")
	return BonusTermFigures{
		BonusServiceMonths: law.Since("employee.bonus_service_months", "months of continuous service", at(bonusBegan, 12, by)),
		MisconductMonths:   law.Since("employee.bonus_misconduct_months", "months before the award is determined", at(bonusBegan, 12, by)),
	}
}

// directorsMayBeLeftOut is the first day on which payments may leave out directors (Finance
// Act 2025 Sch 6 para 8).
const directorsMayBeLeftOut = "2024-10-30"

var bonusParticipation = law.Topic("bonus participation",
	rule{
		Code: BonusNotForAll, Provision: itepa.At("s. 312C(1)(a), (2)", "section/312C"),
		Says:    "For the exemption all persons in relevant employment, by any company of the group, when the award is determined must be eligible to participate in it.",
		InForce: since(bonusBegan), Event: awardPaid, Applies: awardsBonus, Check: forAll,
		Remedy: "Let everybody employed by the company and its group take part.",
	},
	rule{
		Code: BonusServiceTooLong, Provision: itepa.At("s. 312C(3)", "section/312C"),
		Says:    "For the exemption the minimum period of continuous service that is asked for must not exceed 12 months.",
		InForce: since(bonusBegan), Event: awardPaid, Applies: leavesOut(ShortService), Check: serviceShort,
		Remedy: "Ask for no more than 12 months of service.",
	},
	rule{
		Code: BonusMisconductNotGross, Provision: itepa.At("s. 312C(4)(a)", "section/312C"),
		Says:    "For the exemption a person may be left out for misconduct only on a finding of gross misconduct made in the 12 months immediately before the award is determined.",
		InForce: since(bonusBegan), Event: awardPaid, Applies: leavesOut(MisconductFound), Check: grosslyMisconducted,
		Remedy: "Let the person take part.",
	},
	rule{
		Code: BonusConditionTooWide, Provision: itepa.At("s. 312C(4)(b)", "section/312C"),
		Says:    "For the exemption eligibility may be conditional, for a person subject to disciplinary proceedings, only on their being concluded with no finding of gross misconduct.",
		InForce: since(bonusBegan), Event: awardPaid, Applies: leavesOut(UnderProceedings), Check: conditionNarrow,
		Remedy: "Make the condition one of gross misconduct only.",
	},
	rule{
		Code: BonusForfeitureTooWide, Provision: itepa.At("s. 312C(4)(c)", "section/312C"),
		Says:    "For the exemption a person may be treated as never eligible only on a finding of gross misconduct, in proceedings taken after the award, or a summary dismissal, after the award and before the payment.",
		InForce: since(bonusBegan), Event: awardPaid, Applies: leavesOut(Forfeited), Check: forfeitedInTime,
		Remedy: "Pay the person what was awarded.",
	},
	rule{
		Code: BonusDirectorsLeftOut, Provision: itepa.At("s. 312C(1)(a)", "section/312C"),
		Says:    "For the exemption directors in relevant employment must be eligible to participate in the award.",
		InForce: []law.Window{law.From(bonusBegan, law.UnitedKingdom).Until("2024-10-29")}, Event: awardPaid, Applies: awardsBonus, Check: directorsIn,
		Remedy: "Let the directors take part.", Successor: BonusSomeDirectorsExcluded,
	},
	rule{
		Code: BonusSomeDirectorsExcluded, Provision: itepa.At("s. 312C(2A)", "section/312C"),
		Says:    "For the exemption directors of the company may be excluded from participating in an award.",
		InForce: since(directorsMayBeLeftOut), Event: awardPaid, Applies: leavesOut(DirectorsLeftOut), Check: directorsOut,
		Remedy: "Leave out all the directors, or none.",
	},
)

func forAll(c *kase) {
	for _, g := range [...]BonusGround{CompanyLeftOut, OtherLeftOut} {
		eachLeftOut(c, g, func(i int, x *LeftOut) {
			c.Breach(law.Path(leftOutList, i, "ground"), "The participation requirement is not met: %.60q may not take part, on a ground that s. 312C does not allow.", x.Who)
		})
	}
}

func serviceShort(c *kase) {
	limit, ok := law.Read(c, &c.Figures.BonusServiceMonths, c.On)
	eachLeftOut(c, ShortService, func(i int, x *LeftOut) {
		if months, ok1 := need(c, &x.Months, leftOutList, i, "months"); ok && ok1 && (months < 0 || months > limit) {
			c.Breach(law.Path(leftOutList, i, "months"), "The participation requirement is not met: %d months of service are asked for, where not more than %d may be %s.",
				months, limit, began(&c.Figures.BonusServiceMonths, c.On))
		}
	})
}

func grosslyMisconducted(c *kase) {
	months, ok := law.Read(c, &c.Figures.MisconductMonths, c.On)
	determined, ok1 := law.Need(c, &c.Subject.BonusAward.Determined, "bonus_award.determined")
	eachLeftOut(c, MisconductFound, func(i int, x *LeftOut) {
		if gross, ok := need(c, &x.Gross, leftOutList, i, "gross_misconduct"); ok && !gross {
			c.Breach(law.Path(leftOutList, i, "gross_misconduct"), "The participation requirement is not met: %.60q is left out for misconduct that was not found to be gross.", x.Who)
		}
		found, ok2 := need(c, &x.Found, leftOutList, i, "found")
		if first := law.MonthsFrom(determined, -months); ok && ok1 && ok2 && (found.Before(first) || found.After(determined)) {
			c.Breach(law.Path(leftOutList, i, "found"), "The participation requirement is not met: the finding of %s was not made in the %d months before the award was determined on %s.",
				found.Long(), months, determined.Long())
		}
	})
}

func conditionNarrow(c *kase) {
	eachLeftOut(c, UnderProceedings, func(i int, x *LeftOut) {
		if gross, ok := need(c, &x.Gross, leftOutList, i, "gross_misconduct"); ok && !gross {
			c.Breach(law.Path(leftOutList, i, "gross_misconduct"), "The participation requirement is not met: the share of %.60q depends on more than that no gross misconduct is found.", x.Who)
		}
	})
}

func forfeitedInTime(c *kase) {
	determined, ok := law.Need(c, &c.Subject.BonusAward.Determined, "bonus_award.determined")
	eachLeftOut(c, Forfeited, func(i int, x *LeftOut) {
		if !ok || !x.forfeits(c, i, determined) {
			return
		}
		switch found, ok := need(c, &x.Found, leftOutList, i, "found"); {
		case !ok:
		case found == determined || found == c.On:
			c.Unknown(law.Path(leftOutList, i, "found"), "On that day, was it after the award was made and before the payment?")
		case found.Before(determined) || found.After(c.On):
			c.Breach(law.Path(leftOutList, i, "found"), "The participation requirement is not met: what happened on %s was not between the award of %s and the payment of %s.",
				found.Long(), determined.Long(), c.On.Long())
		}
	})
}

// forfeits reports a ground that is neither a summary dismissal nor gross misconduct found in
// proceedings taken after the award; it returns whether the ground may hold.
func (x *LeftOut) forfeits(c *kase, i int, determined law.Date) bool {
	if dismissed, ok := need(c, &x.Dismissed, leftOutList, i, "summarily_dismissed"); !ok || dismissed {
		return ok
	}
	gross, ok1 := need(c, &x.Gross, leftOutList, i, "gross_misconduct")
	if ok1 && !gross {
		c.Breach(law.Path(leftOutList, i, "gross_misconduct"), "The participation requirement is not met: %.60q forfeits an award for less than gross misconduct.", x.Who)
	}
	taken, ok2 := need(c, &x.Proceedings, leftOutList, i, "proceedings")
	if ok2 && taken == determined {
		c.Unknown(law.Path(leftOutList, i, "proceedings"), "On that day, were the proceedings taken after the award was made?")
	}
	if ok2 && taken.Before(determined) {
		c.Breach(law.Path(leftOutList, i, "proceedings"), "The participation requirement is not met: the proceedings of %s were taken before the award of %s.", taken.Long(), determined.Long())
	}
	return ok1 && ok2 && gross && taken.After(determined)
}

func directorsIn(c *kase) {
	eachLeftOut(c, DirectorsLeftOut, func(i int, _ *LeftOut) {
		c.Breach(law.Path(leftOutList, i, "ground"), "The participation requirement is not met: directors are left out of an award paid on %s, before %s.", c.On.Long(), law.MustDate(directorsMayBeLeftOut).Long())
	})
}

func directorsOut(c *kase) {
	eachLeftOut(c, DirectorsLeftOut, func(i int, x *LeftOut) {
		if all, ok := need(c, &x.AllDirectors, leftOutList, i, "all_directors"); !ok || all {
			return
		}
		if c.Doubt("May an award leave out some of the directors and not the others? Section 312C(2A) does not say.", "some may be left out", "they are left out together or not at all") > 0 {
			c.Breach(law.Path(leftOutList, i, "all_directors"), "The participation requirement is not met: only some of the directors are left out.")
		}
	})
}
