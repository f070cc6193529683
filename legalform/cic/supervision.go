package cic

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Measure is something that stands in the way of a company's ceasing to be a community
// interest company.
type Measure uint8

// The eight measures, in the order of section 55(2).
const (
	AuditUnfinished Measure = iota + 1
	ProceedingsOpen
	DirectorAppointed
	DirectorSuspended
	ManagerInPlace
	PropertyHeld
	PropertyOrder
	PetitionPresented
)

var measures = []string{
	"", "audit-unfinished", "proceedings-open", "director-appointed", "director-suspended", "manager-in-place",
	"property-held", "property-order", "petition-presented",
}

var measuresSaid = []string{
	"",
	"The Regulator appointed an auditor under section 43, and the audit has not been completed (s. 55(2)(a)).",
	"Civil proceedings that the Regulator instituted in the company's name under section 44 have not been determined or discontinued (s. 55(2)(b)).",
	"A director holds office by virtue of an order under section 45 (s. 55(2)(c)).",
	"A director is suspended under section 46(3) (s. 55(2)(d)).",
	"There is a manager appointed under section 47 (s. 55(2)(e)).",
	"The Official Property Holder holds property as trustee for the company (s. 55(2)(f)).",
	"An order under section 48(2) or (3) is in force (s. 55(2)(g)).",
	"A petition has been presented for the company to be wound up (s. 55(2)(h)).",
}

// String gives the JSON value.
func (m Measure) String() string { return law.NameOf(measures, m) }

// Said says what the measure is, and where the Act lists it.
func (m Measure) Said() string { return law.NameOf(measuresSaid, m) }

// MarshalText writes String.
func (m Measure) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads what String writes.
func (m *Measure) UnmarshalText(b []byte) error {
	return law.ParseName(m, measures, b, "a measure")
}

// Power is a power of the Regulator over a company.
type Power uint8

// The powers, in the order of sections 45 to 50.
const (
	AppointDirector Power = iota + 1
	RemoveDirector
	SuspendDirector
	AppointManager
	ControlProperty
	TransferShares
	ReplaceMembers
	PetitionToWindUp
)

var powers = []string{
	"", "appoint-director", "remove-director", "suspend-director", "appoint-manager", "control-property",
	"transfer-shares", "replace-members", "petition-to-wind-up",
}

// String gives the JSON value.
func (p Power) String() string { return law.NameOf(powers, p) }

// MarshalText writes String.
func (p Power) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what String writes.
func (p *Power) UnmarshalText(b []byte) error {
	return law.ParseName(p, powers, b, "a power of the Regulator")
}

// Ground is a reason for which it appears to the Regulator necessary to use a power.
type Ground uint8

// The grounds of the company default condition, in the order of section 41(3).
const (
	Misconduct Ground = iota + 1
	PropertyAtRisk
	TestNotSatisfied
	ObjectsNotPursued
)

var grounds = []string{"", "misconduct", "property-at-risk", "test-not-satisfied", "objects-not-pursued"}

// String gives the JSON value.
func (g Ground) String() string { return law.NameOf(grounds, g) }

// MarshalText writes String.
func (g Ground) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// UnmarshalText reads what String writes.
func (g *Ground) UnmarshalText(b []byte) error {
	return law.ParseName(g, grounds, b, "a ground")
}

// An Order is an order of the Regulator, or a petition.
type Order struct {
	Power law.Fact[Power]    `json:"power,omitzero"`
	Made  law.Fact[law.Date] `json:"made,omitzero"`
	// Grounds are those on which it appears to the Regulator necessary; AppearsExcluded: it
	// appears to the Regulator that the company is an excluded company.
	Grounds         law.Fact[[]Ground] `json:"grounds,omitzero"`
	AppearsExcluded law.Fact[bool]     `json:"appears_excluded,omitzero"`
	// Noticed is the later of the days on which the director and the company were given
	// notice of an order to remove or suspend; Until the last day of a suspension.
	Noticed law.Fact[law.Date] `json:"noticed,omitzero"`
	Until   law.Fact[law.Date] `json:"until,omitzero"`
	// OnStaff: the director or manager appointed is one of the Regulator's staff.
	OnStaff law.Fact[bool] `json:"on_staff,omitzero"`
	// RightsAttached: a dividend may be paid, or assets distributed on a winding up, on the
	// shares to be transferred. TakersConsent: whoever is to have them, or to be a member, consented.
	RightsAttached law.Fact[bool] `json:"rights_attached,omitzero"`
	TakersConsent  law.Fact[bool] `json:"takers_consent,omitzero"`
	// WoundUpByCourt: the company is already being wound up by the court; JustAndEquitable:
	// the court is of the opinion that it is just and equitable that it should be.
	WoundUpByCourt   law.Fact[bool] `json:"wound_up_by_court,omitzero"`
	JustAndEquitable law.Fact[bool] `json:"just_and_equitable,omitzero"`
}

// Codes of the rules on the Regulator's powers.
const (
	NoDefault          law.Code = "cic.no-default"
	NotExcludedYet     law.Code = "cic.not-excluded-yet"
	NoticeTooShort     law.Code = "cic.notice-too-short"
	SuspensionTooLong  law.Code = "cic.suspension-too-long"
	AppointeeOnStaff   law.Code = "cic.appointee-on-staff"
	SharesNotForOrder  law.Code = "cic.shares-not-for-order"
	PetitionNotAllowed law.Code = "cic.petition-not-allowed"
)

const remedyOrder = "Appeal against the order, or ask the Regulator to review and discharge it."

var supervisionTable = law.Topic("supervision",
	rule{
		Code: NoDefault, Provision: act2004.At("s. 41(2)-(3)", "section/41"),
		Says:    "The powers to appoint, remove or suspend a director, to appoint a manager and over property are not exercisable unless the company default condition is satisfied.",
		InForce: inForce(), Event: ordered, Applies: orderOf(AppointDirector, RemoveDirector, SuspendDirector, AppointManager, ControlProperty),
		Check: inDefault, Remedy: remedyOrder,
	},
	rule{
		Code: NotExcludedYet, Provision: act2004.At("s. 41(4)", "section/41"),
		Says:    "The power to transfer shares or replace members is not exercisable unless it appears to the Regulator that the company is an excluded company.",
		InForce: inForce(), Event: ordered, Applies: orderOf(TransferShares, ReplaceMembers), Check: appearsExcluded, Remedy: remedyOrder,
	},
	rule{
		Code: NoticeTooShort, Provision: act2004.At("s. 46(9)", "section/46"),
		Says:    "Before removing or suspending a director the Regulator must give at least 14 days' notice to the director and to the company.",
		InForce: inForce(), Event: ordered, Applies: orderOf(RemoveDirector, SuspendDirector), Check: noticeLongEnough, Remedy: remedyOrder,
	},
	rule{
		Code: SuspensionTooLong, Provision: act2004.At("s. 46(4)", "section/46"),
		Says:    "The maximum period for which a director may be suspended is one year.",
		InForce: inForce(), Event: ordered, Applies: orderOf(SuspendDirector), Check: suspensionShortEnough, Remedy: remedyOrder,
	},
	rule{
		Code: AppointeeOnStaff, Provision: act2004.At("ss. 45(2), 47(2)", "section/45"),
		Says:    "The director or manager appointed may be anyone whom the Regulator thinks appropriate, other than a member of the Regulator's staff.",
		InForce: inForce(), Event: ordered, Applies: orderOf(AppointDirector, AppointManager), Check: notOnStaff, Remedy: remedyOrder,
	},
	rule{
		Code: SharesNotForOrder, Provision: act2004.At("s. 49(3)-(4)", "section/49"),
		Says:    "An order may not transfer shares on which a dividend may be paid or assets distributed on a winding up, and may transfer shares or membership only to persons who have consented.",
		InForce: inForce(), Event: ordered, Applies: orderOf(TransferShares, ReplaceMembers), Check: transferable, Remedy: remedyOrder,
	},
	rule{
		Code: PetitionNotAllowed, Provision: act2004.At("s. 50", "section/50"),
		Says:    "The Regulator may present a petition only if the court is of the opinion that it is just and equitable, and not if the company is already being wound up by the court.",
		InForce: inForce(), Event: ordered, Applies: orderOf(PetitionToWindUp), Check: petitionAllowed,
		Remedy: "Oppose the petition.",
	},
)

var ordered = event{Path: "standing.order.made", Of: func(c *Company) law.Fact[law.Date] {
	if o := c.Standing.Order.Ptr(); o != nil {
		return o.Made
	}
	return law.Fact[law.Date]{}
}}

func orderOf(ps ...Power) func(*kase) bool {
	return func(c *kase) bool {
		o := c.Subject.Standing.Order.Ptr()
		if o == nil {
			return false
		}
		p, ok := law.Need(c, &o.Power, "standing.order.power")
		return ok && slices.Contains(ps, p)
	}
}

// inDefault counts the ground that objects are not pursued only where the articles state
// community interest objects.
func inDefault(c *kase) {
	list, ok := law.Need(c, &c.Subject.Standing.Order.Ptr().Grounds, "standing.order.grounds")
	if !ok {
		return
	}
	for _, g := range list {
		if g != ObjectsNotPursued {
			return
		}
	}
	if len(list) > 0 {
		has, ok1 := law.Need(c, &c.Subject.Community.Objects, "community.objects")
		pursued, ok2 := law.Need(c, &c.Subject.Community.Pursued, "community.pursued")
		if !ok1 || !ok2 || has && !pursued {
			return
		}
	}
	c.Breach("standing.order.grounds", "No ground of the company default condition is there for the order.")
}

func appearsExcluded(c *kase) {
	mustBe(c, &c.Subject.Standing.Order.Ptr().AppearsExcluded, true, "standing.order.appears_excluded",
		"It does not appear that the company is an excluded company.")
}

// noticeLongEnough counts clear days, as "at least" so many days' notice is read.
func noticeLongEnough(c *kase) {
	given, ok1 := law.Need(c, &c.Subject.Standing.Order.Ptr().Noticed, "standing.order.noticed")
	least, ok2 := law.Read(c, &c.Figures.NoticeDays, c.On)
	if !ok1 || !ok2 {
		return
	}
	if days := law.ClearDays(given, c.On); days < least {
		c.Breach("standing.order.noticed", "Notice was given on %s of an order on %s: %d clear days, where at least %d are needed.", given.Long(), c.On.Long(), days, least)
	}
}

// The doubt about the anniversary of a suspension, and its readings.
const (
	anniversaryDoubt = "Does the year of a suspension begin with the day of the order, or on the day after?"
	anniversaryOut   = "with the day of the order, so that the anniversary is a day too many"
	anniversaryIn    = "on the day after, so that the anniversary is the last day"
)

func suspensionShortEnough(c *kase) {
	last, ok1 := law.Need(c, &c.Subject.Standing.Order.Ptr().Until, "standing.order.until")
	months, ok2 := law.Read(c, &c.Figures.SuspensionMonths, c.On)
	if !ok1 || !ok2 || !last.After(law.MonthsBeginningWith(c.On, months)) {
		return
	}
	by := law.MonthsFrom(c.On, months)
	if last == by && c.Doubt(anniversaryDoubt, anniversaryOut, anniversaryIn) == 1 {
		return
	}
	c.Breach("standing.order.until", "The director is suspended from %s to %s, more than %d months.", c.On.Long(), last.Long(), months)
}

func notOnStaff(c *kase) {
	mustBe(c, &c.Subject.Standing.Order.Ptr().OnStaff, false, "standing.order.on_staff", "The person appointed is one of the Regulator's staff.")
}

func transferable(c *kase) {
	o := c.Subject.Standing.Order.Ptr()
	if o.Power.Or(0) == TransferShares {
		mustBe(c, &o.RightsAttached, false, "standing.order.rights_attached", "A dividend or a distribution on a winding up may be paid on the shares.")
	}
	mustBe(c, &o.TakersConsent, true, "standing.order.takers_consent", "Those who are to have the shares or the membership have not consented.")
}

func petitionAllowed(c *kase) {
	o := c.Subject.Standing.Order.Ptr()
	mustBe(c, &o.WoundUpByCourt, false, "standing.order.wound_up_by_court", "The company is already being wound up by the court.")
	yes, ok := law.Ask(c, &o.JustAndEquitable, "standing.order.just_and_equitable", "Is the court of the opinion that it is just and equitable that the company should be wound up?")
	if ok && !yes {
		c.Breach("standing.order.just_and_equitable", "The court is not of the opinion that it is just and equitable.")
	}
}
