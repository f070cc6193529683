package company

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rules on reductions of capital and distributions.
const (
	ReductionNotSpecial   law.Code = "company.reduction-without-special-resolution"
	SolvencyNotOpen       law.Code = "company.solvency-route-not-open"
	SolvencyStatementBad  law.Code = "company.solvency-statement-stale"
	NoShareRemains        law.Code = "company.no-share-remains"
	ReductionForbidden    law.Code = "company.reduction-forbidden"
	ReductionUnregistered law.Code = "company.reduction-unregistered"
	ReservePaidOut        law.Code = "company.reserve-not-distributable"
	OverProfits           law.Code = "company.over-distributable-profits"
	OverNetAssets         law.Code = "company.over-net-assets"
)

// A Reduction is one of share capital.
type Reduction struct {
	Resolved  law.Fact[law.Date] `json:"resolved,omitzero"`
	BySpecial law.Fact[bool]     `json:"by_special_resolution,omitzero"`
	// BySolvency: it is supported by a solvency statement; else the court confirms it.
	BySolvency   law.Fact[bool]     `json:"by_solvency_statement,omitzero"`
	Statement    law.Fact[law.Date] `json:"statement_made,omitzero"`
	AllDirectors law.Fact[bool]     `json:"by_all_directors,omitzero"`
	// LeavesShare: some share that is not redeemable remains in issue.
	LeavesShare law.Fact[bool] `json:"leaves_non_redeemable_share,omitzero"`
	// ArticlesForbid: the articles restrict or prohibit it (s. 641(6)).
	ArticlesForbid law.Fact[bool] `json:"articles_forbid,omitzero"`
	// Effected: it was treated as effective; Registered: the registrar had registered the
	// resolution with the statement, or the court's order with the statement of capital.
	Effected   law.Fact[bool] `json:"treated_as_effective,omitzero"`
	Registered law.Fact[bool] `json:"registered,omitzero"`
	// PaidOut: the reserve that arose was treated as realised profit; CourtForbids: the
	// court's order, or an undertaking to it, says otherwise.
	PaidOut      law.Fact[bool] `json:"reserve_treated_as_profit,omitzero"`
	CourtForbids law.Fact[bool] `json:"court_forbids,omitzero"`
}

// A Distribution is one of a company's assets to its members, with the accounts it is
// made by reference to.
type Distribution struct {
	Made   law.Fact[law.Date]  `json:"made,omitzero"`
	Amount law.Fact[law.Pence] `json:"amount,omitzero"`
	// Profits and Losses are accumulated and realised; Used is what was already distributed
	// or capitalised, and WrittenOff the losses duly written off in a reduction.
	Profits    law.Fact[law.Pence] `json:"realised_profits,omitzero"`
	Used       law.Fact[law.Pence] `json:"already_used,omitzero"`
	Losses     law.Fact[law.Pence] `json:"realised_losses,omitzero"`
	WrittenOff law.Fact[law.Pence] `json:"losses_written_off,omitzero"`
	// Recommended is what the directors recommend of a dividend put to the members.
	Recommended law.Fact[law.Pence] `json:"recommended,omitzero"`
	// A public company also states its net assets before the distribution, its called-up
	// share capital and its undistributable reserves.
	NetAssets law.Fact[law.Pence] `json:"net_assets,omitzero"`
	CalledUp  law.Fact[law.Pence] `json:"called_up_capital,omitzero"`
	Reserves  law.Fact[law.Pence] `json:"undistributable_reserves,omitzero"`
}

// CapitalFigures are those of ss. 641 to 644.
type CapitalFigures struct {
	SolvencyDays law.History[int]
}

func enactedCapital() CapitalFigures {
	return CapitalFigures{one("solvency_days", "days before the resolution", startDuties, 15, sec("s. 642(1)(a)", "642"))}
}

var (
	reducedOn     = dated("reduction.resolved", func(c *Company) *law.Fact[Reduction] { return &c.Reduction }, func(r *Reduction) law.Fact[law.Date] { return r.Resolved })
	distributedOn = dated("distribution.made", func(c *Company) *law.Fact[Distribution] { return &c.Distribution }, func(d *Distribution) law.Fact[law.Date] { return d.Made })
)

var capital = law.Table(
	rule{
		Code: ReductionNotSpecial, Provision: sec("s. 641(1)", "641"),
		Says:    "A company may reduce its share capital only by special resolution, supported by a solvency statement or confirmed by the court.",
		InForce: fromDuties, Event: reducedOn, Applies: hasReduction, Check: reducedBySpecial,
		Remedy: "Put a special resolution.",
	},
	rule{
		Code: SolvencyNotOpen, Provision: sec("s. 641(1)(a)", "641"),
		Says:    "A reduction supported by a solvency statement is open only to a private company limited by shares.",
		InForce: fromDuties, Event: reducedOn, Applies: bySolvency, Check: solvencyOpen,
		Remedy: "Ask the court to confirm the reduction.",
	},
	rule{
		Code: SolvencyStatementBad, Provision: sec("ss. 642(1)(a), 643(1)", "642"),
		Says:    "The solvency statement must be made by all the directors, not more than 15 days before the resolution is passed.",
		InForce: fromDuties, Event: reducedOn, Applies: bySolvency, Check: statementFresh,
		Remedy: "Make a fresh statement, and resolve within 15 days of it.",
	},
	rule{
		Code: NoShareRemains, Provision: sec("s. 641(2)", "641"),
		Says:    "A company may not reduce its capital by a solvency statement if no member would then hold a share that is not redeemable.",
		InForce: fromDuties, Event: reducedOn, Applies: bySolvency, Check: shareRemains,
		Remedy: "Leave such a share in issue, or ask the court.",
	},
	rule{
		Code: ReductionForbidden, Provision: sec("s. 641(6)", "641"),
		Says:    "The power to reduce capital is subject to any restriction or prohibition in the articles.",
		InForce: fromDuties, Event: reducedOn, Applies: hasReduction, Check: reductionAllowed,
		Remedy: "Amend the articles first.",
	},
	rule{
		Code: ReductionUnregistered, Provision: sec("ss. 644(4), 649(3)", "644"),
		Says:    "The reduction does not take effect until the registrar has registered what must be delivered, but where an order of the court says otherwise for a scheme.",
		InForce: fromDuties, Event: reducedOn, Applies: hasReduction, Check: reductionRegistered,
		Remedy: "Deliver the documents, and wait for registration.",
	},
	rule{
		Code: ReservePaidOut, Provision: reserves2008.At("art 3; Companies Act 2006 s. 654", "article/3"),
		Says:    "A reserve from a reduction is not distributable, except by a limited company after a solvency statement, or after the court's confirmation so far as the court does not order otherwise.",
		InForce: fromDuties, Event: reducedOn, Applies: reservePaid, Check: reserveRealised,
		Remedy: "Keep the reserve.",
	},
	rule{
		Code: OverProfits, Provision: s830,
		Says:    "A company may make a distribution only out of its accumulated realised profits, not already used, less its accumulated realised losses not written off.",
		InForce: fromProfits, Event: distributedOn, Applies: hasDistribution, Check: withinProfits,
		Remedy: "Distribute no more than the amount allowed.",
	},
	rule{
		Code: OverNetAssets, Provision: s831,
		Says:    "A public company may make a distribution only if its net assets are not, before it or after it, less than its called-up share capital and undistributable reserves.",
		InForce: fromProfits, Event: distributedOn, Applies: publicDistribution, Check: withinNetAssets,
		Remedy: "Distribute no more than the amount allowed.",
	},
)

func hasReduction(c *kase) bool { return c.Subject.Reduction.Stated() }

func bySolvency(c *kase) bool {
	if !hasReduction(c) {
		return false
	}
	by, ok := law.Need(c, &c.Subject.Reduction.Ptr().BySolvency, "reduction.by_solvency_statement")
	return ok && by
}

func reservePaid(c *kase) bool {
	return hasReduction(c) && c.Subject.Reduction.Ptr().PaidOut.Or(false)
}

func hasDistribution(c *kase) bool { return c.Subject.Distribution.Stated() }

func publicDistribution(c *kase) bool { return hasDistribution(c) && isPublic(c) }

func reducedBySpecial(c *kase) {
	must(c, &c.Subject.Reduction.Ptr().BySpecial, true, "reduction.by_special_resolution", "No special resolution reduced the capital.")
}

func solvencyOpen(c *kase) {
	must(c, &c.Subject.Public, false, "public", "A public company cannot reduce its capital by a solvency statement.")
	if b, ok := law.Need(c, &c.Subject.Basis, "basis"); ok && b != ByShares {
		c.Breach("basis", "The company is not limited by shares: it is %v.", b)
	}
}

func statementFresh(c *kase) {
	r := c.Subject.Reduction.Ptr()
	must(c, &r.AllDirectors, true, "reduction.by_all_directors", "The solvency statement was not made by every director.")
	made, ok1 := law.Need(c, &r.Statement, "reduction.statement_made")
	days, ok2 := law.Read(c, &c.Figures.SolvencyDays, c.On)
	if ok1 && ok2 && (made.After(c.On) || c.On.After(law.DaysFrom(made, days))) {
		c.Breach("reduction.statement_made", "The solvency statement of %s was not made in the %d days before the resolution of %s.", made.Long(), days, c.On.Long())
	}
}

func shareRemains(c *kase) {
	must(c, &c.Subject.Reduction.Ptr().LeavesShare, true, "reduction.leaves_non_redeemable_share", "No share would remain that is not redeemable.")
}

func reductionAllowed(c *kase) {
	must(c, &c.Subject.Reduction.Ptr().ArticlesForbid, false, "reduction.articles_forbid", "The articles forbid the reduction.")
}

func reductionRegistered(c *kase) {
	r := c.Subject.Reduction.Ptr()
	if effect, ok := law.Need(c, &r.Effected, "reduction.treated_as_effective"); ok && effect {
		must(c, &r.Registered, true, "reduction.registered", "The reduction was treated as effective before it was registered.")
	}
}

func reserveRealised(c *kase) {
	b, ok := law.Need(c, &c.Subject.Basis, "basis")
	if ok && (b == Unlimited || b == UnlimitedWithShares) {
		return // nothing in section 654 holds an unlimited company's reserve back
	}
	must(c, &c.Subject.Reduction.Ptr().CourtForbids, false, "reduction.court_forbids", "The court ordered that the reserve is not to be treated as realised profit.")
}

// DistributableProfits says how much a company may distribute: accumulated realised
// profits not already used, less realised losses not written off (s. 830); for a public
// company no more than would leave its net assets whole (s. 831).
func DistributableProfits(d *Distribution, public bool) law.Allowance {
	a := law.Open()
	profits, ok1 := need(&a, &d.Profits, "realised_profits")
	used, ok2 := need(&a, &d.Used, "already_used")
	losses, ok3 := need(&a, &d.Losses, "realised_losses")
	off, ok4 := need(&a, &d.WrittenOff, "losses_written_off")
	if ok1 && ok2 && ok3 && ok4 {
		a.Working.Add("accumulated realised profits", profits)
		a.Working.Add("less already distributed or capitalised", used)
		a.Working.Add("less accumulated realised losses", losses)
		a.Working.Add("of which written off in a reduction", off)
		a.Within(profits-used-(losses-off), OverProfits, s830)
	}
	if !public {
		return a
	}
	assets, ok1 := need(&a, &d.NetAssets, "net_assets")
	called, ok2 := need(&a, &d.CalledUp, "called_up_capital")
	reserves, ok3 := need(&a, &d.Reserves, "undistributable_reserves")
	if ok1 && ok2 && ok3 {
		a.Working.Add("net assets", assets)
		a.Working.Add("less called-up share capital", called)
		a.Working.Add("less undistributable reserves", reserves)
		a.Within(assets-called-reserves, OverNetAssets, s831)
	}
	return a
}

func need(a *law.Allowance, f *law.Fact[law.Pence], path string) (law.Pence, bool) {
	v, ok := f.Get()
	if !ok {
		a.Lack("distribution."+path, "")
	}
	return v, ok
}

func withinProfits(c *kase) { within(c, false) }

// withinNetAssets judges by section 831 alone: profits are told to be ample.
func withinNetAssets(c *kase) {
	d := *c.Subject.Distribution.Ptr()
	d.Profits, d.Used, d.Losses, d.WrittenOff = law.Known(law.MaxPence), law.Known(law.Pence(0)), law.Known(law.Pence(0)), law.Known(law.Pence(0))
	withinOf(c, &d, true)
}

func within(c *kase, public bool) { withinOf(c, c.Subject.Distribution.Ptr(), public) }

func withinOf(c *kase, d *Distribution, public bool) {
	amount, ok := law.Need(c, &c.Subject.Distribution.Ptr().Amount, "distribution.amount")
	a := DistributableProfits(d, public)
	for _, m := range a.Missing {
		c.Unknown(m.Path, m.Question)
	}
	if ok && a.Permits(amount) == law.Breached {
		c.Breach("distribution.amount", "A distribution of %v is more than the %v that may be made.", amount, a.Most)
	}
}
