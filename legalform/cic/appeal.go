package cic

import "github.com/rochdale-go/rochdale/legalform/law"

// Appealed is what an appeal is against.
type Appealed uint8

// An appeal is against a decision or order of the Regulator, a direction on the
// distribution of assets on a winding up (reg 23), or an order that removes or suspends the
// appellant as a director.
const (
	AgainstDecision Appealed = iota + 1
	AgainstDirection
	AgainstRemoval
)

var appealed = []string{"", "decision", "winding-up-direction", "removal"}

// String gives the JSON value.
func (a Appealed) String() string { return law.NameOf(appealed, a) }

// MarshalText writes String.
func (a Appealed) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads what String writes.
func (a *Appealed) UnmarshalText(b []byte) error {
	return law.ParseName(a, appealed, b, "a ground of appeal")
}

// An Appeal is an appeal against what the Regulator did.
type Appeal struct {
	Against law.Fact[Appealed] `json:"against,omitzero"`
	// Given is the day on which the appellant was given reasons or, of a direction, the
	// company was given notice; Received that on which the Regulator received the notice of
	// appeal.
	Given    law.Fact[law.Date] `json:"given,omitzero"`
	Received law.Fact[law.Date] `json:"received,omitzero"`
	// Exceptional: the Appeal Officer is satisfied that the circumstances are exceptional.
	Exceptional law.Fact[bool] `json:"exceptional,omitzero"`
	// MaterialError: the ground is that the Regulator made a material error of law or fact.
	MaterialError law.Fact[bool] `json:"material_error,omitzero"`
	// ToCourt: the appeal is brought to the High Court or, in Scotland, the Court of
	// Session, not to the Appeal Officer.
	ToCourt law.Fact[bool] `json:"to_court,omitzero"`
}

// Codes of the rules on appeals.
const (
	AppealLate       law.Code = "cic.appeal-late"
	AppealGroundless law.Code = "cic.appeal-groundless"
	AppealElsewhere  law.Code = "cic.appeal-elsewhere"
)

var appealTable = law.Topic("appeals",
	rule{
		Code: AppealLate, Provision: regs2005.At("regs 37, 41(2)", "regulation/37"),
		Says:    "A notice of appeal must be received within two months of the date on which reasons were given, within three weeks of notice of a direction on winding up, unless the circumstances are exceptional.",
		InForce: inForce(), Event: appealing, Applies: toAppealOfficer, Check: appealInTime,
		Remedy: "Show that the circumstances are exceptional; otherwise the appeal must be dismissed.",
	},
	rule{
		Code: AppealGroundless, Provision: act2004.At("s. 28(4)", "section/28"),
		Says:    "An appeal to the Appeal Officer may be brought on the ground that the Regulator made a material error of law or fact.",
		InForce: inForce(), Event: appealing, Applies: toAppealOfficer, Check: materialError,
		Remedy: "State the error of law or fact; to disagree is not enough.",
	},
	rule{
		Code: AppealElsewhere, Provision: act2004.At("s. 46(10)", "section/46"),
		Says:    "A director who is removed or suspended may appeal to the High Court or, in Scotland, to the Court of Session.",
		InForce: inForce(), Event: appealing, Applies: againstRemoval, Check: appealToCourt,
		Remedy: "Bring the appeal to the court; the Appeal Officer has no say in it.",
	},
)

var appealing = event{Path: "standing.appeal.received", Of: func(c *Company) law.Fact[law.Date] {
	if a := c.Standing.Appeal.Ptr(); a != nil {
		return a.Received
	}
	return law.Fact[law.Date]{}
}}

func against(c *kase) (Appealed, bool) {
	a := c.Subject.Standing.Appeal.Ptr()
	if a == nil {
		return 0, false
	}
	return law.Need(c, &a.Against, "standing.appeal.against")
}

func toAppealOfficer(c *kase) bool {
	a, ok := against(c)
	return ok && a != AgainstRemoval
}

func againstRemoval(c *kase) bool {
	a, ok := against(c)
	return ok && a == AgainstRemoval
}

// AppealBy returns the last day on which the Regulator may receive a notice of appeal to
// the Appeal Officer, given the day of the reasons or, of a direction on winding up, of
// the notice to the company. It reports false for an order that removes or suspends a
// director, which goes to the court, and before 1 July 2005.
func AppealBy(f *Figures, against Appealed, given law.Date) (law.Date, bool) {
	switch against {
	case AgainstDecision:
		e, ok := f.AppealMonths.At(given)
		if !ok {
			return law.Date{}, false
		}
		return law.MonthsFrom(given, e.Value), true
	case AgainstDirection:
		e, ok := f.AppealWeeks.At(given)
		if !ok {
			return law.Date{}, false
		}
		return law.DaysFrom(given, 7*e.Value), true
	default:
		return law.Date{}, false
	}
}

func appealInTime(c *kase) {
	a := c.Subject.Standing.Appeal.Ptr()
	given, ok := law.Need(c, &a.Given, "standing.appeal.given")
	if !ok {
		return
	}
	by, ok := AppealBy(c.Figures, a.Against.Or(0), given)
	if !ok || !c.On.After(by) {
		return
	}
	yes, ok := law.Ask(c, &a.Exceptional, "standing.appeal.exceptional", "Is the Appeal Officer satisfied that the circumstances are exceptional?")
	if ok && !yes {
		c.Breach("standing.appeal.received", "The notice of appeal was received on %s; the last day was %s.", c.On.Long(), by.Long())
	}
}

func materialError(c *kase) {
	yes, ok := law.Ask(c, &c.Subject.Standing.Appeal.Ptr().MaterialError, "standing.appeal.material_error", "Does the notice of appeal state a material error of law or fact?")
	if ok && !yes {
		c.Breach("standing.appeal.material_error", "The notice of appeal states no material error of law or fact.")
	}
}

func appealToCourt(c *kase) {
	mustBe(c, &c.Subject.Standing.Appeal.Ptr().ToCourt, true, "standing.appeal.to_court", "A director's appeal against removal was brought to the Appeal Officer.")
}
