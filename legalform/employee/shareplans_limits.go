package employee

import "github.com/rochdale-go/rochdale/legalform/law"

// capped is an allowance of a figure less what is used up of it; a day without the figure
// leaves it without an answer.
func capped(h *law.History[law.Pence], on law.Date, used law.Pence, label string, by law.Code) law.Allowance {
	a := law.Open()
	e, ok := h.At(on)
	if !ok {
		a.Lack("figures."+h.ID(), "What was the limit on "+on.Long()+"? The history holds none.")
		return a
	}
	a.Working.Add(label, e.Value)
	a.Working.Add("less what is used already", used)
	a.Within(e.Value-min(max(used, 0), law.MaxPence), by, e.By)
	return a
}

// FreeShareLimit says how much more of free shares, by market value at the award, a person
// may be awarded in the tax year of a date (Sch 2 para 35).
func FreeShareLimit(on law.Date, awarded law.Pence, f *Figures) law.Allowance {
	return capped(&f.FreeSharesCap, on, awarded, "free shares a tax year", PlanFreeOverCap)
}

// PartnershipLimit says how much more partnership share money may be deducted from a person's
// salary in the tax year of a date: the lower of an amount and a part of the salary, less what
// was deducted (Sch 2 para 46). It has no answer for days before 6 April 2014.
func PartnershipLimit(on law.Date, salary law.Fact[law.Pence], deducted law.Pence, f *Figures) law.Allowance {
	a := capped(&f.PartnershipCap, on, deducted, "partnership share money a tax year", PlanPartnershipOverCap)
	part, ok := f.PartnershipFraction.At(on)
	pay, stated := salary.Get()
	switch {
	case !stated:
		a.Lack("salary", "What is the salary of the tax year?")
	case ok:
		limit := part.Value.Of(max(pay, 0))
		a.Working.Rate("part of salary", part.Value)
		a.Working.Add("of salary", limit)
		a.Within(limit-min(max(deducted, 0), law.MaxPence), PlanPartnershipOverCap, part.By)
	}
	return a
}

// SavingsLimit says how much more a person may save a month, given other contracts (Sch 3
// para 25).
func SavingsLimit(on law.Date, others law.Pence, f *Figures) law.Allowance {
	return capped(&f.SavingsCap, on, others, "savings a month", SavingsOverCap)
}

// LeastOptionPrice is the lowest price of a share under a save-as-you-earn option that is not
// below a part of the market value, rounded up to the penny. The scheme forbids only what is
// manifestly below it (Sch 3 para 28). It reports whether there is a figure on the date.
func LeastOptionPrice(on law.Date, value law.Pence, f *Figures) (law.Pence, bool) {
	e, ok := f.SavingsPrice.At(on)
	if !ok {
		return 0, false
	}
	return e.Value.OfUp(value), true
}

// OptionLimit says how much more of shares a person may have under company options, by market
// value at the grants (Sch 4 para 6).
func OptionLimit(on law.Date, held law.Pence, f *Figures) law.Allowance {
	return capped(&f.OptionCap, on, held, "shares under option", OptionOverCap)
}

// EnterpriseLimit says how much more of shares a person may have under enterprise management
// incentives (Sch 5 para 5).
func EnterpriseLimit(on law.Date, held law.Pence, f *Figures) law.Allowance {
	return capped(&f.EnterprisePerson, on, held, "shares under option a person", EnterprisePersonOver)
}

// EnterpriseCompanyLimit says how much more of shares a company may have under such options in
// all (Sch 5 para 7). Specified Northern Ireland companies keep their limit from 6 April 2026.
func EnterpriseCompanyLimit(on law.Date, northernIreland bool, inAll law.Pence, f *Figures) law.Allowance {
	return capped(forCompany(&f.EnterpriseCap, &f.EnterpriseCapNI, northernIreland, on), on, inAll, "shares under option in all", EnterpriseCompanyOver)
}

// forCompany is the figure for a specified Northern Ireland company, where there is one of its
// own on the date, or the one for all.
func forCompany[T any](all, ni *law.History[T], northernIreland bool, on law.Date) *law.History[T] {
	if _, own := ni.At(on); northernIreland && own {
		return ni
	}
	return all
}

// EnterpriseUntil is the last day on which an option granted on a date may be exercisable (Sch
// 5 para 36), and reports whether there is a figure on the date.
func EnterpriseUntil(granted law.Date, northernIreland bool, f *Figures) (law.Date, bool) {
	e, ok := forCompany(&f.EnterpriseYears, &f.EnterpriseYearsNI, northernIreland, granted).At(granted)
	if !ok {
		return law.Date{}, false
	}
	return law.MonthsFrom(granted, 12*e.Value), true
}

// An Exit is what is taxed as earnings when shares leave a share incentive plan.
type Exit struct {
	Taxed law.Pence `json:"taxed"`
	Why   string    `json:"why"`
}

// LeavingCharge says what is taxed as earnings when shares leave a share incentive plan that
// entered it on a date (ss. 505 and 506; for partnership shares the value at entry is the money
// that bought them): within three years their value then; from three to five years the lower
// of the values at entry and exit; after five years nothing. With good reason (injury,
// disability, redundancy, a transfer of the undertaking, retirement or death) nothing is taxed.
// Dividend shares are never taxed as earnings: within three years the dividend is income of
// that year. It reports whether there are figures on the date.
func LeavingCharge(kind PlanKind, entered, left law.Date, atEntry, atExit law.Pence, goodReason bool, f *Figures) (Exit, bool) {
	least, ok1 := f.HoldingLeast.At(entered)
	most, ok2 := f.ExitFreeMonths.At(entered)
	switch {
	case !ok1 || !ok2 || left.Before(entered):
		return Exit{}, false
	case goodReason:
		return Exit{Why: "left with good reason"}, true
	case kind == DividendShares && !left.After(law.MonthsBeginningWith(entered, least.Value)):
		return Exit{Why: "the dividend is income of the year in which the shares leave"}, true
	case kind == DividendShares || left.After(law.MonthsBeginningWith(entered, most.Value)):
		return Exit{Why: "in the plan long enough"}, true
	case left.After(law.MonthsBeginningWith(entered, least.Value)):
		return Exit{min(atEntry, atExit), "the lower of the values at entry and exit"}, true
	}
	return Exit{atExit, "the value at exit"}, true
}

// ShareholderReliefOf says how much of an employee shareholder's shares, by value when
// received, have gains exempt: up to a limit for agreements before 1 December 2016, and none
// since (TCGA 1992 ss. 236B to 236G). GainCap is the lifetime cap on such gains, for agreements
// after 16 March 2016; it is nothing where there is none.
func ShareholderReliefOf(agreed law.Date, value law.Pence, f *Figures) (relieved, gainCap law.Pence) {
	if e, ok := f.ShareholderRelief.At(agreed); ok {
		relieved = min(max(value, 0), e.Value)
	}
	if e, ok := f.ShareholderGainCap.At(agreed); ok {
		gainCap = e.Value
	}
	return relieved, gainCap
}

// MatchingLimit says how many matching shares may be awarded for so many partnership shares
// (Sch 2 para 60), and reports whether there is a figure on the date.
func MatchingLimit(on law.Date, bought int64, f *Figures) (int64, bool) {
	e, ok := f.MatchingRatio.At(on)
	if !ok {
		return 0, false
	}
	return int64(law.MulDiv(law.Pence(max(bought, 0)), e.Value, 1, law.Down)), true
}

// ShareholderFrom is the first day on which somebody advised on a day may agree to be an
// employee shareholder (Employment Rights Act 1996 s. 205A(6)(b)), by the figure of the day of
// the agreement. It reports whether there is one.
func ShareholderFrom(advised, agreed law.Date, f *Figures) (law.Date, bool) {
	e, ok := f.ShareholderDays.At(agreed)
	if !ok {
		return law.Date{}, false
	}
	return law.DaysFrom(advised, e.Value).AddDays(1), true
}
