package cic

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on performance-related interest.
const (
	OverInterestCap law.Code = "cic.over-interest-cap"
)

// An InterestPayment is interest paid, or to be paid, on a debt or debenture.
type InterestPayment struct {
	// PerformanceRelated says that the rate is linked to the company's profits, turnover or
	// any item of its balance sheet (reg 2). A fixed rate, and one that tracks an outside
	// rate, are not.
	PerformanceRelated law.Fact[bool] `json:"performance_related,omitzero"`
	// Agreed is the day on which the agreement to pay the rate was made: its cap holds for
	// the agreement's life.
	Agreed law.Fact[law.Date] `json:"agreed,omitzero"`
	// Due is the day on which the interest becomes due.
	Due law.Fact[law.Date] `json:"due,omitzero"`
	// Amount is the interest paid or to be paid.
	Amount law.Fact[law.Pence] `json:"amount,omitzero"`
	// PaidBefore is interest at the rate paid in the twelve months before, apart from this.
	PaidBefore law.Fact[law.Pence] `json:"paid_before,omitzero"`
	// Saved is the part of Amount that accrued before the company became a community
	// interest company, or is arrears that would have been within the cap when due.
	Saved law.Fact[law.Pence] `json:"saved,omitzero"`
	// BaseRate is the Bank of England's base rate at the beginning of the first day of the
	// financial year in which the interest becomes due, for agreements whose cap follows it.
	BaseRate law.Fact[law.Ratio] `json:"base_rate,omitzero"`
	// Balances are the debt outstanding, oldest first: each amount stands at the end of
	// every day from its own until the next. Interest accrued in the twelve months is left
	// out of them.
	Balances law.Fact[[]Balance] `json:"balances,omitzero"`
}

// A Balance is a debt outstanding from the end of a day on.
type Balance struct {
	From   law.Date  `json:"from"`
	Amount law.Pence `json:"amount"`
}

// The doubt about interest paid more than once in twelve months, and its readings.
const (
	oftenPaid    = "The Regulations do not say how the cap meets several payments of interest within twelve months."
	oftenSummed  = "all interest of the twelve months together is within the cap"
	oftenApart   = "each payment by itself is within the cap"
	questionDebt = "The debt is too large, or its days are out of order, for an average: state balances oldest first."
)

var interestAgreed = event{Path: "interest.agreed", Of: func(c *Company) law.Fact[law.Date] {
	if p := c.Interest.Ptr(); p != nil {
		return p.Agreed
	}
	return law.Fact[law.Date]{}
}}

var interest = law.Topic("performance-related interest",
	rule{
		Code: OverInterestCap, Provision: reg21,
		Says:    "Performance-related interest under an agreement made on or after the day the company became one may not be more than the interest cap in effect when the agreement was made allows on the average debt over the twelve months before it is due.",
		InForce: inForce(), Event: interestAgreed, Applies: cappedInterest, Check: withinInterestCap,
		Remedy: "Pay no more than the cap: the company is not liable for the rest.",
	},
)

// cappedInterest: reg 21(1) reaches only a performance-related rate under an agreement
// made on or after the day the company became a community interest company.
func cappedInterest(c *kase) bool {
	p := c.Subject.Interest.Ptr()
	if p == nil {
		return false
	}
	linked, ok := law.Need(c, &p.PerformanceRelated, "interest.performance_related")
	if !ok || !linked {
		return false
	}
	became, ok1 := law.Need(c, &c.Subject.Since, "since")
	agreed, ok2 := law.Need(c, &p.Agreed, "interest.agreed")
	return ok1 && ok2 && !agreed.Before(became)
}

func withinInterestCap(c *kase) {
	p := c.Subject.Interest.Ptr()
	amount, ok1 := law.Need(c, &p.Amount, "interest.amount")
	paid, ok2 := money(caseLacker{c}, &p.PaidBefore, "interest.paid_before")
	most, rate, ok3 := interestCap(caseLacker{c}, c.Figures, p)
	if !ok1 || !ok2 || !ok3 {
		return
	}
	if paid > 0 && c.Doubt(oftenPaid, oftenSummed, oftenApart) == 0 {
		most -= paid
	}
	if amount <= most {
		return
	}
	saved, ok := law.Need(c, &p.Saved, "interest.saved")
	if ok && amount-saved > most {
		c.Breach("interest.amount", "Interest of %v, %v of it saved by reg 21(5), is more than the %v that the cap of %v on the average debt allows.",
			amount, saved, max(most, 0), rate)
	}
}

// InterestLimit says how much performance-related interest the company may pay on the
// debt, and why: its working gives the average debt and the cap. Where reg 21 does not
// apply there is no limit.
func InterestLimit(c *Company, f *Figures) law.Allowance {
	a := law.Open()
	p := c.Interest.Ptr()
	if p == nil {
		a.Lack("interest", "")
		return a
	}
	l := allowanceLacker{&a}
	linked, ok1 := need(l, &p.PerformanceRelated, "interest.performance_related")
	if ok1 && !linked {
		return a
	}
	agreed, ok2 := need(l, &p.Agreed, "interest.agreed")
	became, ok3 := need(l, &c.Since, "since")
	if !ok1 || !ok2 || !ok3 || agreed.Before(became) {
		return a
	}
	paid, ok1 := money(l, &p.PaidBefore, "interest.paid_before")
	most, rate, ok2 := interestCap(l, f, p)
	if !ok1 || !ok2 {
		return a
	}
	sum, days, _ := averageDebt(p.Balances.Or(nil), p.Due.Or(law.Date{}))
	a.Working.Add("average debt over the twelve months, to the penny below", law.MulDiv(sum, 1, days, law.Down))
	a.Working.Rate("interest cap when the agreement was made", rate)
	a.Working.Add("less paid within the twelve months", paid)
	if paid > 0 {
		a.Doubt = &law.Doubt{Question: oftenPaid, Readings: []law.Reading{
			{Says: oftenSummed + ": " + max(most-paid, 0).String()}, {Says: oftenApart + ": " + most.String()},
		}}
	}
	a.Within(most-paid, OverInterestCap, reg21)
	return a
}

// interestCap finds the most interest that the cap allows over twelve months, rounded down
// once, and the cap as a ratio.
func interestCap(l lacker, f *Figures, p *InterestPayment) (most law.Pence, rate law.Ratio, ok bool) {
	agreed, ok1 := need(l, &p.Agreed, "interest.agreed")
	due, ok2 := need(l, &p.Due, "interest.due")
	balances, ok3 := need(l, &p.Balances, "interest.balances")
	if !ok1 || !ok2 || !ok3 {
		return 0, rate, false
	}
	e, ok := f.InterestCap.At(agreed)
	if !ok || e.Is == law.Doubtful {
		l.lack("interest.agreed", "No certain interest cap had effect on "+agreed.Long()+".")
		return 0, rate, false
	}
	var base law.Ratio
	if e.Value.Linked {
		if base, ok = need(l, &p.BaseRate, "interest.base_rate"); !ok {
			return 0, rate, false
		}
	}
	rate = e.Value.At(base)
	sum, days, ok := averageDebt(balances, due)
	if !ok {
		l.lack("interest.balances", questionDebt)
		return 0, rate, false
	}
	return law.MulDiv(sum, rate.Num(), rate.Den()*days, law.Down), rate, true
}

// averageDebt sums the debt outstanding at the end of each day of the twelve months
// immediately before the due day, and counts those days (Sch 4): a day on which there was
// no debt counts as nothing. It fails where balances are out of order or beyond averaging.
func averageDebt(bs []Balance, due law.Date) (sum law.Pence, days int64, ok bool) {
	start := due.AddMonths(-12)
	days = int64(due.Sub(start))
	if due.IsZero() || start.IsZero() || !slices.IsSortedFunc(bs, func(a, b Balance) int { return a.From.Compare(b.From) }) {
		return 0, 1, false
	}
	for i, b := range bs {
		from, to := b.From, due
		if i+1 < len(bs) {
			to = bs[i+1].From
		}
		if from.Before(start) {
			from = start
		}
		if to.After(due) {
			to = due
		}
		if b.Amount < 0 || b.Amount > law.MaxPence/366 {
			return 0, 1, false
		}
		sum += b.Amount * law.Pence(max(to.Sub(from), 0))
	}
	return sum, days, true
}
