package employee

import (
	"github.com/rochdale-go/rochdale/legalform/company"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on distributions, which are prohibitions and not conditions of a
// relief.
const (
	DividendOverProfits     law.Code = "employee.dividend-over-profits"
	DividendOverProfits1985 law.Code = "employee.dividend-over-profits-1985"
)

// Accounts are what payments out of surplus are judged by.
type Accounts struct {
	// Distributable is accumulated realised profits less accumulated realised losses, with
	// none of Payments out.
	Distributable law.Fact[law.Pence] `json:"distributable,omitzero"`
	// Payments are those put to the company out of its surplus, in the order of their dates.
	Payments law.Fact[[]law.Payment] `json:"payments,omitzero"`
}

// The law of Great Britain until Part 23 of the 2006 Act took over in the whole kingdom.
// Northern Ireland had the like in Articles 271 to 289 of the Companies (Northern Ireland)
// Order 1986, which are not modelled; an allowance, which is not told the place, cites the
// 1985 Act.
var (
	profits2006 = companies2006.At("s. 830", "section/830")
	profits1985 = companies1985.At("s. 263", "section/263")
	part23      = law.MustDate("2008-04-06") // SI 2007/3495 Sch 4 para 33: distributions from this day
	act1985     = law.MustDate("1985-07-01")
)

var lastPaid = event{Path: "accounts.payments", Of: func(c *Company) law.Fact[law.Date] {
	var last law.Date
	for _, p := range c.Accounts.Payments.Or(nil) {
		if distributes(p.Kind) && p.Declared.After(last) {
			last = p.Declared
		}
	}
	if last.IsZero() {
		return law.Fact[law.Date]{}
	}
	return law.Known(last)
}}

var distribution = law.Topic("distributions",
	rule{
		Code: DividendOverProfits1985, Provision: profits1985,
		Says:    "A company may not make a distribution except out of profits available for the purpose.",
		InForce: []law.Window{{From: act1985, To: part23, In: law.GreatBritain}}, Event: lastPaid, Applies: paysDividend, Check: outOfProfits,
		Remedy: "Declare no more than the profits available.", Successor: DividendOverProfits,
	},
	rule{
		Code: DividendOverProfits, Provision: profits2006,
		Says:    "A company may only make a distribution out of profits available for the purpose.",
		InForce: []law.Window{{From: part23, In: law.UnitedKingdom}}, Event: lastPaid, Applies: paysDividend, Check: outOfProfits,
		Remedy: "Declare no more than the profits available.",
	},
)

func paysDividend(c *kase) bool {
	list, ok := law.Need(c, &c.Subject.Accounts.Payments, "accounts.payments")
	for _, p := range list {
		if distributes(p.Kind) {
			return ok
		}
	}
	return false
}

func outOfProfits(c *kase) {
	profits, ok := law.Need(c, &c.Subject.Accounts.Distributable, "accounts.distributable")
	if !ok {
		return
	}
	left := available(profits, nil)
	list := *c.Subject.Accounts.Payments.Ptr()
	for i, p := range list {
		if distributes(p.Kind) && p.Amount > left {
			c.Breach(law.Path("accounts.payments", i, "amount"), "A %v of %v is more than the %v left of distributable profits of %v.",
				p.Kind, p.Amount, left, profits)
		}
		left = available(left, list[i:i+1])
	}
}

// distributes reports whether a payment is a distribution to the members: a dividend under
// whatever name, to whatever holder.
func distributes(k law.PaymentKind) bool { return distributions.Has(k) }

var distributions = law.KindsOf(law.Dividend, law.LockedDividend, law.ShareInterest)

// available is what is left of profits after earlier distributions, as of any company's. Pay,
// gifts and interest are costs, which profits are stated without.
func available(profits law.Pence, paid []law.Payment) law.Pence {
	left := company.ProfitsLeft(profits)
	for i := range paid {
		if distributes(paid[i].Kind) {
			left = company.ProfitsLeft(left, paid[i].Amount)
		}
	}
	return left
}

// limits says how much of a payment is allowed, given what was already declared.
//
// Dividends, to an asset-locked holder or to any other, are distributions and bounded by
// distributable profits. A company's shares bear no interest, and its members, the
// trustees, neither trade with it nor work for it: it has no such payments. Nothing in the
// law of employee ownership or in this form bounds a bonus to staff, a gift to the
// community, or interest linked to profits: they are expenses, and only the money there is
// bounds them.
func limits(_ *Company, _ *Figures, p law.Payment, b *law.Books) law.Allowance {
	switch p.Kind {
	case law.ShareInterest:
		return law.NoSuch("a company pays dividends on its shares, not interest")
	case law.Patronage:
		return law.NoSuch("its members are the trustees, who neither trade with it nor work for it")
	case law.StaffBonus, law.ToCommunity, law.PerformanceInterest:
		return law.Open()
	default: // the rest are distributions
	}
	a := law.Open()
	profits, ok := b.Distributable.Get()
	if !ok {
		a.Lack("books.distributable", "")
	}
	if p.Declared.IsZero() {
		a.Lack("payment.declared", "On which day is it declared?")
	} else if p.Declared.Before(act1985) {
		a.Lack("payment.declared", "What did the law before "+act1985.Long()+" allow? It is not modelled.")
	}
	if !a.Known() {
		return a
	}
	c := profitsCeiling(p.Declared)
	left := available(profits, b.Paid)
	a.Working.Add("distributable profits", profits)
	a.Working.Add("left after what was declared for the year", left)
	a.Under(&c, left)
	return a
}

// profitsCeiling is the limit on distributions declared on a day.
func profitsCeiling(on law.Date) law.Ceiling {
	c := company.OutOfProfits(DividendOverProfits, profits2006)
	if on.Before(part23) {
		c = company.OutOfProfits(DividendOverProfits1985, profits1985)
	}
	c.Less = distributions
	return c
}

// bounds are limits as formulas.
func bounds(c *Company, f *Figures, p law.Payment, b *law.Books) ([]law.Ceiling, bool) {
	a := limits(c, f, p, b)
	if a.Known() && (p.Kind == law.Dividend || p.Kind == law.LockedDividend) {
		return []law.Ceiling{profitsCeiling(p.Declared)}, true
	}
	return a.Ceilings(), true
}
