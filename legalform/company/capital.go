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
	ReductionInTakeover   law.Code = "company.reduction-in-takeover"
	ReservePaidOut        law.Code = "company.reserve-not-distributable"
	OverProfits           law.Code = "company.over-distributable-profits"
	OverNetAssets         law.Code = "company.over-net-assets"
	TreasuryPaid          law.Code = "company.treasury-shares-paid"
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
	// InScheme: it is part of a compromise or arrangement that the court sanctioned; Delivered
	// says that the order with the statement of capital was delivered to the registrar,
	// OnRegistration that the court ordered it to take effect on registration. They are asked
	// of what the court confirmed, where it is not registered.
	InScheme       law.Fact[bool] `json:"in_court_scheme,omitzero"`
	Delivered      law.Fact[bool] `json:"order_delivered,omitzero"`
	OnRegistration law.Fact[bool] `json:"court_orders_registration_first,omitzero"`
	// Takeover: it is part of a scheme by which a person, with associates, is to acquire all the
	// shares, or all of a class, that they do not hold; NewParent that the scheme puts a new
	// parent over the company whose members hold it as they held the company; Announced that a
	// firm intention was announced, or terms agreed, before 4 March 2015.
	Takeover  law.Fact[bool] `json:"in_takeover_scheme,omitzero"`
	NewParent law.Fact[bool] `json:"scheme_of_new_parent,omitzero"`
	Announced law.Fact[bool] `json:"scheme_announced_before_march_2015,omitzero"`
	// PaidOut: the reserve that arose was treated as realised profit; CourtForbids: the
	// court's order, or an undertaking to it, says otherwise, ArticlesKeep that a resolution of
	// the company or its articles do.
	PaidOut      law.Fact[bool] `json:"reserve_treated_as_profit,omitzero"`
	CourtForbids law.Fact[bool] `json:"court_forbids,omitzero"`
	ArticlesKeep law.Fact[bool] `json:"resolution_or_articles_keep_reserve,omitzero"`
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
	// ByMembers: it is a dividend that the members declare; Recommends says that the directors
	// have recommended its amount, and Recommended is what they recommend.
	ByMembers   law.Fact[bool]      `json:"declared_by_members,omitzero"`
	Recommends  law.Fact[bool]      `json:"directors_recommend,omitzero"`
	Recommended law.Fact[law.Pence] `json:"recommended,omitzero"`
	// OnTreasury is the part that is paid on treasury shares.
	OnTreasury law.Fact[law.Pence] `json:"on_treasury_shares,omitzero"`
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

var capital = law.Topic("capital and distributions",
	rule{
		Code: ReductionNotSpecial, Provision: sec("s. 641(1)", "641"),
		Says:    "A limited company may reduce its share capital by special resolution, supported by a solvency statement or confirmed by the court.",
		InForce: fromDuties, Event: reducedOn, Applies: reducesUnderAct, Check: reducedBySpecial,
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
		Says:    "The solvency statement must be that of each of the directors, made not more than 15 days before the date on which the resolution is passed.",
		InForce: fromDuties, Event: reducedOn, Applies: bySolvency, Check: statementFresh,
		Remedy: "Make a fresh statement, and resolve within 15 days of it.",
	},
	rule{
		Code: NoShareRemains, Provision: sec("s. 641(2)", "641"),
		Says:    "A company may not reduce its capital by a solvency statement if there would no longer be any member holding shares other than redeemable ones.",
		InForce: fromDuties, Event: reducedOn, Applies: bySolvency, Check: shareRemains,
		Remedy: "Leave such a share in issue, or ask the court.",
	},
	rule{
		Code: ReductionForbidden, Provision: sec("s. 641(6)", "641"),
		Says:    "The power to reduce capital is subject to any restriction or prohibition in the articles.",
		InForce: fromDuties, Event: reducedOn, Applies: reducesUnderAct, Check: reductionAllowed,
		Remedy: "Amend the articles first.",
	},
	rule{
		Code: ReductionUnregistered, Provision: sec("ss. 644(4), 649(3)", "644"),
		Says:    "The reduction takes effect when the registrar registers what must be delivered, or, as part of a scheme that the court sanctioned, on delivery of the order, unless the court orders otherwise.",
		InForce: fromDuties, Event: reducedOn, Applies: reducesUnderAct, Check: reductionRegistered,
		Remedy: "Deliver the documents, and wait for registration.",
	},
	rule{
		// Whenever the reduction occurred (SI 2008/1886 art 7(2)), so it is dated by nothing.
		Code: ReservePaidOut, Provision: reserves2008.At("art 3; Companies Act 2006 s. 654", "article/3"),
		Says:    "A reserve from a reduction is a realised profit of an unlimited company, of a private one after a solvency statement, and of a limited one after confirmation by the court, unless the court, a resolution or the articles say otherwise.",
		InForce: fromDuties, Applies: reservePaid, Check: reserveRealised,
		Remedy: "Keep the reserve.",
	},
	rule{
		Code: ReductionInTakeover, Provision: schemes2015.At("regs 2, 3; Companies Act 2006 s. 641(2A)-(2C)", "regulation/3"),
		Says:    "A company may not reduce its capital as part of a scheme by which a person is to acquire all its shares, or all of a class, but to put a new parent over it.",
		InForce: fromSchemes, Event: reducedOn, Applies: hasReduction, Check: notInTakeover,
		Remedy: "Let the shares be transferred under the scheme, or make an offer for them.",
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
	rule{
		Code: TreasuryPaid, Provision: sec("s. 726(3)", "726"),
		Says:    "No dividend may be paid, and no other distribution made, to the company in respect of treasury shares.",
		InForce: fromWhole, Event: distributedOn, Applies: sharesDistribution, Check: treasuryUnpaid,
		Remedy: "Leave the treasury shares out.",
	},
)

func hasReduction(c *kase) bool { return c.Subject.Reduction.Stated() }

// reducesUnderAct leaves out unlimited companies, and confirmations by the court before 1
// October 2009, which the Act of 1985 governs: only the solvency route came a year earlier
// (SI 2008/1886 art 2).
func reducesUnderAct(c *kase) bool {
	if !hasReduction(c) {
		return false
	}
	basis, ok := law.Need(c, &c.Subject.Basis, "basis")
	if !ok || !basis.Limited() {
		return false
	}
	return !c.On.Before(wholeOfAct) || bySolvency(c)
}

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

func sharesDistribution(c *kase) bool { return hasDistribution(c) && hasShares(c) }

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
	effect, ok := law.Need(c, &r.Effected, "reduction.treated_as_effective")
	if !ok || !effect {
		return
	}
	registered, ok := law.Need(c, &r.Registered, "reduction.registered")
	if !ok || registered {
		return
	}
	if on, ok := effectiveOnDelivery(c, r); ok && !on {
		c.Breach("reduction.registered", "The reduction was treated as effective before it was registered.")
	}
}

// effectiveOnDelivery is the exception for schemes (s. 649(3)(a), (aa)).
func effectiveOnDelivery(c *kase, r *Reduction) (is, ok bool) {
	if by, ok := law.Need(c, &r.BySolvency, "reduction.by_solvency_statement"); !ok || by {
		return false, ok
	}
	if scheme, ok := law.Need(c, &r.InScheme, "reduction.in_court_scheme"); !ok || !scheme {
		return false, ok
	}
	delivered, ok1 := law.Need(c, &r.Delivered, "reduction.order_delivered")
	waits, ok2 := law.Need(c, &r.OnRegistration, "reduction.court_orders_registration_first")
	return delivered && !waits, ok1 && ok2
}

func reserveRealised(c *kase) {
	r := c.Subject.Reduction.Ptr()
	must(c, &r.CourtForbids, false, "reduction.court_forbids", "An order of the court, or an undertaking to it, says that the reserve is not to be treated as realised profit.")
	must(c, &r.ArticlesKeep, false, "reduction.resolution_or_articles_keep_reserve", "A resolution or the articles say that the reserve is not to be treated as realised profit.")
}

func notInTakeover(c *kase) {
	r := c.Subject.Reduction.Ptr()
	if is, ok := law.Need(c, &r.Takeover, "reduction.in_takeover_scheme"); !ok || !is {
		return
	}
	if is, ok := law.Need(c, &r.NewParent, "reduction.scheme_of_new_parent"); !ok || is {
		return
	}
	must(c, &r.Announced, true, "reduction.scheme_announced_before_march_2015", "The reduction is part of a scheme of takeover.")
}

func treasuryUnpaid(c *kase) {
	if p, ok := law.Need(c, &c.Subject.Distribution.Ptr().OnTreasury, "distribution.on_treasury_shares"); ok && p > 0 {
		c.Breach("distribution.on_treasury_shares", "%v was paid on treasury shares.", p)
	}
}

// ProfitsLeft returns what is left of accumulated realised profits, less accumulated realised
// losses not written off, after what was already distributed or capitalised (s. 830(2)): never
// below nothing. A negative payment counts as none, so that no payment raises what is left.
// Every form whose distributions section 830 bounds asks it.
func ProfitsLeft(profits law.Pence, used ...law.Pence) law.Pence {
	left := max(0, min(profits, law.MaxPence))
	for _, p := range used {
		left = outOfProfits.Left(left, p)
	}
	return left
}

// outOfProfits is ProfitsLeft as a formula over the books of a year.
var outOfProfits = OutOfProfits(OverProfits, s830)

// OutOfProfits is the limit that ProfitsLeft works out as a formula over the books of a year,
// in whose profits its dividends still are, under the code and provision of a form.
func OutOfProfits(code law.Code, provision law.Provision) law.Ceiling {
	return law.Ceiling{
		Share: law.Per(1, 1), Of: law.OfProfits, Less: law.KindsOf(law.Dividend, law.LockedDividend), Code: code, Provision: provision,
	}
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
		a.Within(ProfitsLeft(profits-max(losses-off, 0), used), OverProfits, s830)
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
