package employee

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the controlling interest requirement.
const (
	SharesBelowControl  law.Code = "employee.shares-below-control"
	VotesBelowControl   law.Code = "employee.votes-below-control"
	ProfitsBelowControl law.Code = "employee.profits-below-control"
	AssetsBelowControl  law.Code = "employee.assets-below-control"
	ControlCanLapse     law.Code = "employee.control-can-lapse"
)

// Control is the trustees' stake in the company (s. 236M). Every part of it is as at the
// date of the assessment.
type Control struct {
	Classes law.Fact[[]ShareClass] `json:"classes,omitzero"`
	Votes   Votes                  `json:"votes,omitzero"`
	// Profits are those available for distribution to equity holders, and Assets those that
	// would be on a winding up, as Corporation Tax Act 2010 ss. 158 and 165 to 182 reckon
	// them: a lender on other than ordinary terms can be an equity holder. A notional £100
	// serves where only the proportions are known.
	Profits Entitlement `json:"profits,omitzero"`
	Assets  Entitlement `json:"assets,omitzero"`
	// Clauses are the provisions of agreements and instruments, affecting the company's
	// constitution or management or its shares or securities, that could bear on control.
	Clauses law.Fact[[]Clause] `json:"clauses,omitzero"`
	// Held are the periods in which the requirement has been met, in order; the last is open
	// where it still is. They are for s. 236H(4)(c), which asks when control came.
	Held law.Fact[[]Period] `json:"held,omitzero"`
}

// A ShareClass is a class of the company's issued shares, by nominal value.
type ShareClass struct {
	Name   string              `json:"name"`
	Issued law.Fact[law.Pence] `json:"issued,omitzero"`
	// Held is the nominal value that the trustees hold.
	Held law.Fact[law.Pence] `json:"held,omitzero"`
	// FixedRateOnly says that the class has a right to a dividend at a fixed rate and no
	// other right to share in profits: it is then not ordinary share capital.
	FixedRateOnly law.Fact[bool] `json:"fixed_rate_only,omitzero"`
}

// Votes are the trustees' votes, and all votes capable of being exercised, on whichever of
// the questions affecting the company as a whole gives the trustees the smallest part.
type Votes struct {
	Trustees law.Fact[int64] `json:"trustees,omitzero"`
	Capable  law.Fact[int64] `json:"capable,omitzero"`
}

// An Entitlement is the trustees' part of an amount available to equity holders.
type Entitlement struct {
	Available law.Fact[law.Pence] `json:"available,omitzero"`
	Trustees  law.Fact[law.Pence] `json:"trustees,omitzero"`
	// Waived is what dividends would bring the trustees besides, were it not that the trusts
	// require or permit them to waive it; the trustees are treated as entitled to it
	// (s. 236T(3)). It matters to profits alone.
	Waived law.Fact[law.Pence] `json:"waived,omitzero"`
}

// A Clause is a provision of an agreement or instrument.
type Clause struct {
	Name string `json:"name"`
	// EndsControl says that by it the trustees' hold on shares, votes, profits or assets
	// could fall to what is not control.
	EndsControl law.Fact[bool] `json:"ends_control,omitzero"`
	// NeedsConsent says that it cannot do so without the trustees' consent.
	NeedsConsent law.Fact[bool] `json:"needs_consent,omitzero"`
	// OnDefault says that it entitles a lender, under a charge that the trustees granted to
	// secure a debt or under a loan made to them, where they default.
	OnDefault law.Fact[bool] `json:"on_default,omitzero"`
	Lender    Lender         `json:"lender,omitzero"`
}

// A Lender is whom a clause entitles on default. Whoever is connected with a participator
// counts as what that participator is.
type Lender struct {
	Is law.Fact[LenderKind] `json:"is,omitzero"`
	// Ceased is the last day on which a former participator was one.
	Ceased law.Fact[law.Date] `json:"ceased,omitzero"`
}

// LenderKind is what a lender is to the company.
type LenderKind uint8

// Outsider is none of the others; OfGroup the company or a member of the group of which it
// is the principal company; Participant a participator in one of these, or connected with
// one; FormerParticipant used to be.
const (
	Outsider LenderKind = iota + 1
	OfGroup
	Participant
	FormerParticipant
)

var lenderKinds = []string{"", "outsider", "company-or-group", "participator", "former-participator"}

// String gives the JSON value.
func (k LenderKind) String() string { return law.NameOf(lenderKinds, k) }

// MarshalText writes String.
func (k LenderKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *LenderKind) UnmarshalText(b []byte) error {
	return law.ParseName(k, lenderKinds, b, "a kind of lender")
}

// ControlFigures are the figures of the controlling interest requirement.
type ControlFigures struct {
	// ControlFraction is what the trustees' part must be more than, limb by limb.
	ControlFraction law.History[law.Ratio]
	// LenderMonths is for how long a former participator is still no third party.
	LenderMonths law.History[int]
}

func enactedControl() ControlFigures {
	by := fa2014.At("Sch 37 para 1 (inserting s. 236M)", "schedule/37/paragraph/1")
	also := fa2014.At("Sch 37 para 1 (inserting s. 236T)", "schedule/37/paragraph/1")
	return ControlFigures{
		ControlFraction: law.Since("employee.control_fraction", "of shares, votes, profits and assets, to be exceeded", at(reliefBegan, law.Per(1, 2), by)),
		LenderMonths:    law.Since("employee.lender_months", "months", at(reliefBegan, 12, also)),
	}
}

var control = law.Topic("control",
	rule{
		Code: SharesBelowControl, Provision: tcga1992.At("s. 236M(1)(a)(i)", "section/236M"),
		Says:    "For the controlling interest requirement the trustees must hold more than 50% of the ordinary share capital.",
		InForce: since(reliefBegan), Check: holdsShares,
		Remedy: "Transfer ordinary shares to the trustees until they hold more than half, or claim none of the reliefs that rest on control.",
	},
	rule{
		Code: VotesBelowControl, Provision: tcga1992.At("s. 236M(1)(a)(ii)", "section/236M"),
		Says:    "For the controlling interest requirement the trustees' votes must be a majority of those capable of being exercised on every question that affects the company as a whole.",
		InForce: since(reliefBegan), Check: holdsVotes,
		Remedy: "Give the trustees' shares a majority of the votes on every such question, or claim none of the reliefs that rest on control.",
	},
	rule{
		Code: ProfitsBelowControl, Provision: tcga1992.At("ss. 236M(1)(b), 236T(2)-(3)", "section/236M"),
		Says:    "For the controlling interest requirement the trustees must be entitled to more than 50% of the profits available for distribution to equity holders.",
		InForce: since(reliefBegan), Check: sharesProfits,
		Remedy: "Vary the rights to profits so that more than half are the trustees', or claim none of the reliefs that rest on control.",
	},
	rule{
		Code: AssetsBelowControl, Provision: tcga1992.At("ss. 236M(1)(c), 236T(2)", "section/236M"),
		Says:    "For the controlling interest requirement the trustees must be entitled, on a winding up, to more than 50% of the assets available for distribution to equity holders.",
		InForce: since(reliefBegan), Check: sharesAssets,
		Remedy: "Vary the rights on a winding up so that more than half of the assets are the trustees', or claim none of the reliefs that rest on control.",
	},
	rule{
		Code: ControlCanLapse, Provision: tcga1992.At("ss. 236M(1)(d), 236T(4)-(5)", "section/236M"),
		Says:    "For the controlling interest requirement no agreement or instrument may contain a provision by which control could cease without the trustees' consent, a third party's rights on default of a loan aside.",
		InForce: since(reliefBegan), Check: keepsControl,
		Remedy: "Make the provision depend on the trustees' consent, or take it out.",
	},
)

func holdsShares(c *kase) {
	held, issued, ok := ordinary(c)
	if !ok {
		return
	}
	if limit, short := below(c, int64(held), int64(issued), "control.classes"); short {
		c.Breach("control.classes", "The controlling interest requirement is not met: the trustees hold %v of %v of ordinary share capital, where more than %v is required %s.",
			held, issued, limit, began(&c.Figures.ControlFraction, c.On))
	}
}

func holdsVotes(c *kase) {
	v := &c.Subject.Control.Votes
	mine, ok1 := law.Need(c, &v.Trustees, "control.votes.trustees")
	all, ok2 := law.Need(c, &v.Capable, "control.votes.capable")
	if !ok1 || !ok2 {
		return
	}
	if limit, short := below(c, mine, all, "control.votes"); short {
		c.Breach("control.votes", "The controlling interest requirement is not met: the trustees have %d of the %d votes capable of being exercised, where more than %v is required %s.",
			mine, all, limit, began(&c.Figures.ControlFraction, c.On))
	}
}

func sharesProfits(c *kase) {
	p := &c.Subject.Control.Profits
	all, ok1 := law.Need(c, &p.Available, "control.profits.available")
	mine, ok2 := law.Need(c, &p.Trustees, "control.profits.trustees")
	if !ok1 || !ok2 {
		return
	}
	if _, short := below(c, int64(mine), int64(all), "control.profits"); !short {
		return
	}
	waived, ok := law.Need(c, &p.Waived, "control.profits.waived")
	if !ok {
		return
	}
	counted := mine + waived
	if waived < 0 || waived > all-mine {
		counted = -1 // cannot be
	}
	if limit, short := below(c, int64(counted), int64(all), "control.profits"); short {
		c.Breach("control.profits", "The controlling interest requirement is not met: the trustees are entitled to %v of %v of profits, with %v that they must or may waive, where more than %v is required %s.",
			mine, all, waived, limit, began(&c.Figures.ControlFraction, c.On))
	}
}

func sharesAssets(c *kase) {
	a := &c.Subject.Control.Assets
	all, ok1 := law.Need(c, &a.Available, "control.assets.available")
	mine, ok2 := law.Need(c, &a.Trustees, "control.assets.trustees")
	if !ok1 || !ok2 {
		return
	}
	if limit, short := below(c, int64(mine), int64(all), "control.assets"); short {
		c.Breach("control.assets", "The controlling interest requirement is not met: on a winding up the trustees would be entitled to %v of %v of assets, where more than %v is required %s.",
			mine, all, limit, began(&c.Figures.ControlFraction, c.On))
	}
}

func keepsControl(c *kase) {
	clauses, ok := law.Need(c, &c.Subject.Control.Clauses, "control.clauses")
	if !ok {
		return
	}
	for i := range clauses {
		if lapses, ok := clauses[i].lapses(c, i); ok && lapses {
			c.Breach(law.Path("control.clauses", i, ""), "The controlling interest requirement is not met: by %q the trustees' control could cease without their consent.", clauses[i].Name)
		}
	}
}

const clauseList = "control.clauses"

// lapses reports whether the clause could end control, and is not to be ignored.
func (x *Clause) lapses(c *kase, i int) (lapses, ok bool) {
	for _, f := range [...]struct {
		fact *law.Fact[bool]
		name string
		safe bool // the answer by which the clause does no harm
	}{{&x.EndsControl, "ends_control", false}, {&x.NeedsConsent, "needs_consent", true}} {
		answer, ok := need(c, f.fact, clauseList, i, f.name)
		if !ok || answer == f.safe {
			return false, ok
		}
	}
	onDefault, ok := need(c, &x.OnDefault, clauseList, i, "on_default")
	if !ok || !onDefault {
		return !onDefault, ok
	}
	third, ok := x.Lender.third(c, i)
	return !third, ok
}

// third reports whether the lender is a third party (s. 236T(5)).
func (l *Lender) third(c *kase, i int) (third, ok bool) {
	is, ok := need(c, &l.Is, clauseList, i, "lender.is")
	if !ok || is != FormerParticipant {
		return is == Outsider, ok
	}
	ceased, ok1 := need(c, &l.Ceased, clauseList, i, "lender.ceased")
	months, ok2 := law.Read(c, &c.Figures.LenderMonths, c.On)
	return law.MonthsFrom(ceased, months).Before(c.On), ok1 && ok2
}

// below reports whether a part is not more than the fraction that control takes. Figures
// that cannot be make the rule unknown.
func below(c *kase, part, whole int64, path string) (limit law.Ratio, short bool) {
	limit, ok := law.Read(c, &c.Figures.ControlFraction, c.On)
	if part < 0 || whole < 0 || part > whole {
		c.Unknown(path, "The trustees' part must lie between nothing and the whole: which figures are right?")
		return limit, false
	}
	return limit, ok && !limit.PassedBy(part, whole)
}

// ordinary adds up the ordinary share capital: all but fixed-rate capital.
func ordinary(c *kase) (held, issued law.Pence, ok bool) {
	classes, ok := law.Need(c, &c.Subject.Control.Classes, "control.classes")
	for i := range classes {
		x := &classes[i]
		fixed, ok1 := need(c, &x.FixedRateOnly, "control.classes", i, "fixed_rate_only")
		if ok1 && fixed {
			continue
		}
		all, ok2 := need(c, &x.Issued, "control.classes", i, "issued")
		mine, ok3 := need(c, &x.Held, "control.classes", i, "held")
		if ok = ok && ok1 && ok2 && ok3; !ok {
			continue
		}
		if mine < 0 || mine > all || all > law.MaxPence-issued {
			c.Unknown(law.Path("control.classes", i, ""), "What the trustees hold must lie between nothing and what is issued: which figures are right?")
			return 0, 0, false
		}
		held, issued = held+mine, issued+all
	}
	return held, issued, ok
}
