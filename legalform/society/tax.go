package society

import (
	"cmp"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules of tax that touch what a society pays out of surplus.
const (
	InterestTaxedAtSource law.Code = "society.interest-taxed-at-source"
	InterestUnreturned    law.Code = "society.interest-unreturned"
)

var (
	actCT2009 = law.Instrument{Title: "Corporation Tax Act 2009 (c. 4)", Path: "ukpga/2009/4"}
	actCT2010 = law.Instrument{Title: "Corporation Tax Act 2010 (c. 4)", Path: "ukpga/2010/4"}
	actIT2007 = law.Instrument{Title: "Income Tax Act 2007 (c. 3)", Path: "ukpga/2007/3"}
)

// The days from which the rewritten Acts govern, for accounting periods that end on them.
const (
	startCT2009 = "2009-04-01"
	startCT2010 = "2010-04-01"
	startIT2007 = "2007-04-06"
)

// A TaxTreatment is how corporation tax takes a payment of a society, as its maker. It is
// empty where nothing here says.
type TaxTreatment struct {
	// Deductible says that it comes off the profits: of the trade for a dividend on
	// transactions, as interest under a loan relationship for interest on shares.
	Deductible law.Fact[bool] `json:"deductible,omitzero"`
	// Distribution says that it counts as a distribution of the society.
	Distribution law.Fact[bool] `json:"distribution,omitzero"`
	// Gross says that it is paid without deducting income tax.
	Gross law.Fact[bool] `json:"gross,omitzero"`
	// By cites what each rests on, in that order; a place may be empty.
	By [3]law.Provision `json:"by"`
}

// A Trader is what decides whether a dividend on transactions comes off a society's trading
// profits under s. 132 of the 2009 Act.
type Trader struct {
	// SellsToMembersOnly says that it sells to nobody else; SharesUnlimited that neither its
	// rules nor its practice limit the number of its shares. Either is enough.
	SellsToMembersOnly law.Fact[bool] `json:"sells_to_members_only,omitzero"`
	SharesUnlimited    law.Fact[bool] `json:"shares_unlimited,omitzero"`
}

// special reports whether either of the two conditions is met.
func (t *Trader) special() answer { return max(told(&t.SellsToMembersOnly), told(&t.SharesUnlimited)) }

// Treat says how corporation tax takes a payment out of surplus granted on a date, which is
// to be the end of the accounting period. Only a dividend on transactions (patronage) and
// interest, or any other return, by reference to shares are spoken of, from 1 April 2009:
// the first comes off the profits of the trade in full when it is granted, even if it is
// paid in shares or later, and is then no distribution; the second is interest under a
// loan relationship, no distribution, and paid gross to those who live in the United
// Kingdom. Whether a payment is at arm's length, or a return is delivered, is not judged.
func Treat(k law.PaymentKind, t *Trader, on law.Date) TaxTreatment {
	var x TaxTreatment
	from2009 := !on.Before(law.MustDate(startCT2009))
	switch k {
	case law.Patronage:
		if special := t.special(); from2009 && special != untold {
			x.Deductible, x.By[0] = law.Known(special == yes), actCT2009.At("s. 132", "section/132")
			if special == yes && !on.Before(law.MustDate(startCT2010)) {
				x.Distribution, x.By[1] = law.Known(false), actCT2010.At("s. 1056", "section/1056")
			}
		}
	case law.ShareInterest, law.Dividend, law.LockedDividend:
		if from2009 {
			x.Deductible, x.By[0] = law.Known(true), actCT2009.At("ss. 499-500", "section/499")
			x.Gross, x.By[2] = law.Known(true), actIT2007.At("s. 887", "section/887")
		}
		if !on.Before(law.MustDate(startCT2010)) {
			x.Distribution, x.By[1] = law.Known(false), actCT2010.At("s. 1055", "section/1055")
		}
	case law.StaffBonus, law.ToCommunity, law.PerformanceInterest:
	}
	return x
}

// Deduction says how much of the dividends on transactions granted in a period comes off
// the trading profits under s. 132 of the 2009 Act: all of it, or none under that section
// where the society sells to others and limits its shares. What is payable by reference to
// shares held is no part of it.
func Deduction(granted law.Pence, t *Trader, on law.Date) law.Allowance {
	a := law.Allowance{Provision: actCT2009.At("s. 132", "section/132")}
	switch special := t.special(); {
	case on.Before(law.MustDate(startCT2009)):
		a.Lack("on", "How did the Income and Corporation Taxes Act 1988 take a dividend granted before the Act of 2009 began?")
	case special == untold:
		if !t.SellsToMembersOnly.Stated() {
			a.Lack("sells_to_members_only", "Does the society sell to members only?")
		}
		if !t.SharesUnlimited.Stated() {
			a.Lack("shares_unlimited", "Is the number of its shares limited neither by its rules nor by its practice?")
		}
	case special == no:
		a.Why = "The society sells to others than members, and limits the number of its shares: the section does not reach it."
	default:
		a.Most = max(0, granted)
		a.Working.Add("granted on transactions", granted)
	}
	return a
}

// Interest is a payment of interest on shares, loans or deposits to one person.
type Interest struct {
	On     law.Fact[law.Date]  `json:"on,omitzero"`
	Amount law.Fact[law.Pence] `json:"amount,omitzero"`
	// Deducted is the income tax that the society kept back.
	Deducted law.Fact[law.Pence] `json:"deducted,omitzero"`
	// Abroad says that the usual place of abode of whoever is paid is outside the United Kingdom.
	Abroad law.Fact[bool] `json:"abroad,omitzero"`
	// PeriodEnd is the last day of the society's accounting period, PaidInPeriod what the
	// person was paid in it, and Returned the day on which the return was delivered.
	PeriodEnd    law.Fact[law.Date]  `json:"period_end,omitzero"`
	PaidInPeriod law.Fact[law.Pence] `json:"paid_in_period,omitzero"`
	Returned     law.Fact[law.Date]  `json:"returned,omitzero"`
}

func (x *Interest) check() error {
	err := cmp.Or(amountFact("amount", &x.Amount), amountFact("deducted", &x.Deducted), amountFact("paid_in_period", &x.PaidInPeriod))
	paid, ok := x.Amount.Get()
	if tax, _ := x.Deducted.Get(); err == nil && ok && tax > paid {
		return fmt.Errorf("deducted: %v, of %v", tax, paid)
	}
	return err
}

func interestOf(s *Society) *law.Fact[Interest] { return &s.Interest }

var interestPayments = law.Topic("tax on interest",
	rule{
		Code: InterestTaxedAtSource, Provision: actIT2007.At("s. 887", "section/887"),
		Says:    "Interest on shares, loans and deposits is paid to a person whose usual place of abode is in the United Kingdom without deducting income tax.",
		InForce: []law.Window{law.From(startIT2007, law.GreatBritain)},
		Event:   dealingOn("interest_paid.on", interestOf, func(x *Interest) law.Fact[law.Date] { return x.On }),
		Applies: paidAtHome, Check: paidGross,
		Remedy: "Pay back the tax that was kept.",
	},
	rule{
		Code: InterestUnreturned, Provision: actIT2007.At("s. 887; Corporation Tax Act 2009 s. 500", "section/887"),
		Says: "A return of the interest paid gross to each person, above the least amount, must be made within three months of the end of the " +
			"accounting period, or the society has no relief for it.",
		InForce: []law.Window{law.From(startCT2009, law.GreatBritain)},
		Event:   dealingOn("interest_paid.period_end", interestOf, func(x *Interest) law.Fact[law.Date] { return x.PeriodEnd }),
		Applies: hasPeriod, Check: returnedInTime,
		Remedy: "Deliver the return.",
	},
)

// paidAtHome leaves those abroad out, of whom nothing is said here.
func paidAtHome(c *kase) bool {
	x := c.Subject.Interest.Ptr()
	if x == nil {
		return false
	}
	abroad, ok := law.Need(c, &x.Abroad, "interest_paid.abroad")
	return ok && !abroad
}

func paidGross(c *kase) {
	if tax, ok := law.Need(c, &c.Subject.Interest.Ptr().Deducted, "interest_paid.deducted"); ok && tax > 0 {
		c.Breach("interest_paid.deducted", "The society deducted %v of income tax from interest that is paid gross.", tax)
	}
}

func hasPeriod(c *kase) bool {
	x := c.Subject.Interest.Ptr()
	return x != nil && x.PeriodEnd.Stated()
}

func returnedInTime(c *kase) {
	x := c.Subject.Interest.Ptr()
	least, ok := law.Read(c, &c.Figures.InterestReturn, c.On)
	months, ok1 := law.Read(c, &c.Figures.InterestReturnMonths, c.On)
	paid, ok2 := law.Need(c, &x.PaidInPeriod, "interest_paid.paid_in_period")
	if !ok || !ok1 || !ok2 || paid <= least {
		return
	}
	last := law.MonthsFrom(c.On, months)
	if !x.Returned.Stated() && !c.AsAt.After(last) {
		return
	}
	if day, ok := law.Need(c, &x.Returned, "interest_paid.returned"); ok && day.After(last) {
		c.Breach("interest_paid.returned", "The return of %v was delivered on %s; the last day was %s.", paid, day.Long(), last.Long())
	}
}
