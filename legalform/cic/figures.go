package cic

import "github.com/rochdale-go/rochdale/legalform/law"

// A LinkedRate is a cap that is a fixed ratio, or so many points over the Bank of
// England's base rate.
type LinkedRate struct {
	// Over is added to the base rate where Linked, and is the whole cap otherwise.
	Over   law.Ratio `json:"over"`
	Linked bool      `json:"linked_to_base,omitempty"`
}

// Fixed is a cap that no outside rate moves.
func Fixed(r law.Ratio) LinkedRate { return LinkedRate{Over: r} }

// OverBase is a cap of so many points over base rate.
func OverBase(points law.Ratio) LinkedRate { return LinkedRate{Over: points, Linked: true} }

// At returns the cap given the base rate.
func (l LinkedRate) At(base law.Ratio) law.Ratio {
	if l.Linked {
		return base.Add(l.Over)
	}
	return l.Over
}

// String writes "20%" or "base rate + 5%".
func (l LinkedRate) String() string {
	if l.Linked {
		return "base rate + " + l.Over.String()
	}
	return l.Over.String()
}

// Figures are the dated figures of the law of community interest companies. Enacted
// returns them as the law stands; a reform is a copy with a history changed.
type Figures struct {
	// AggregateCap is the part of distributable profits that dividends for a year, exempt
	// ones aside, may take; read on the first day of the financial year.
	AggregateCap law.History[law.Ratio]
	// ShareCap is the part of a share's paid-up value that dividends on it for a year could
	// take; read on the later of the share's issue and the company's becoming one.
	ShareCap law.History[LinkedRate]
	// InterestCap is the part of the average debt that performance-related interest may
	// take; read on the day of the agreement, for whose life it holds.
	InterestCap law.History[LinkedRate]
	// CarryForwardYears is how many earlier years' unused capacity under the share cap a
	// dividend could draw on; read on the day of the declaration.
	CarryForwardYears law.History[int]

	// CapNoticeMonths is how long after publication a new cap of the Regulator's has to wait.
	CapNoticeMonths law.History[int]

	FormalFigures
}

// CapEffectiveFrom returns the first day from which a new cap may have effect that the
// Regulator published on a day: not less than three months after it (reg 22(4)). It is no
// date for a publication before the Regulations.
func CapEffectiveFrom(f *Figures, published law.Date) law.Date {
	e, ok := f.CapNoticeMonths.At(published)
	if !ok {
		return law.Date{}
	}
	return law.MonthsFrom(published, e.Value)
}

func at[T any](from string, value T, by law.Provision) law.Entry[T] {
	return law.Entry[T]{From: law.MustDate(from), Value: value, By: by, Checked: checked}
}

func ends[T any](from string, by law.Provision) law.Entry[T] {
	return law.Entry[T]{From: law.MustDate(from), By: by, Checked: checked, Is: law.Ended}
}

// Enacted returns the figures as the law stands.
func Enacted() Figures {
	reg22 := regs2005.At("reg 22", "regulation/22")
	reg7of2014 := regs2014.At("reg 7", "regulation/7")
	return Figures{
		AggregateCap: law.Since("cic.aggregate_cap", "of distributable profits",
			at("2005-07-01", law.Percent(35), reg22)),
		ShareCap: law.Since("cic.share_cap", "of the paid-up value of a share",
			at("2005-07-01", OverBase(law.Percent(5)), reg22),
			at("2010-04-06", Fixed(law.Percent(20)), notice2010.At("", "")),
			ends[LinkedRate]("2014-10-01", reg7of2014)),
		InterestCap: law.Since("cic.interest_cap", "of the average debt over twelve months",
			at("2005-07-01", OverBase(law.Percent(4)), reg22),
			at("2010-04-06", Fixed(law.Percent(10)), notice2010.At("", "")),
			at("2014-10-01", Fixed(law.Percent(20)), notice2014.At("", ""))),
		CarryForwardYears: law.Since("cic.carry_forward_years", "financial years",
			at("2005-07-01", 4, regs2005.At("reg 20", "regulation/20")),
			ends[int]("2014-10-01", regs2014.At("reg 6", "regulation/6"))),
		CapNoticeMonths: law.Since("cic.cap_notice_months", "months from publication",
			at("2005-07-01", 3, regs2005.At("reg 22(4)", "regulation/22"))),
		FormalFigures: enactedFormal(),
	}
}
