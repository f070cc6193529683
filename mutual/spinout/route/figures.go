package route

import (
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout/psm"
)

var (
	contracts2006   = law.Instrument{Title: "Public Contracts Regulations 2006 (SI 2006/5)", Path: "uksi/2006/5"}
	contracts2015   = law.Instrument{Title: "Public Contracts Regulations 2015 (SI 2015/102)", Path: "uksi/2015/102"}
	procurement2023 = law.Instrument{Title: "Procurement Act 2023 (c. 54)", Path: "ukpga/2023/54"}
	procurement2024 = law.Instrument{Title: "Procurement Regulations 2024 (SI 2024/692)", Path: "uksi/2024/692"}
	selection2023   = law.Instrument{Title: "Health Care Services (Provider Selection Regime) Regulations 2023 (SI 2023/1348)", Path: "uksi/2023/1348"}
	socialValue2012 = law.Instrument{Title: "Public Services (Social Value) Act 2012 (c. 3)", Path: "ukpga/2012/3"}
)

// checked is the day the sources of this package were last read.
var checked = law.MustDate("2026-11-23")

// The days on which the regimes began, and the last for what began under them.
const (
	began2006      = "2006-01-31" // SI 2006/5 reg 1
	last2006       = "2015-02-25"
	last2006Health = "2016-04-17"
	began2015      = "2015-02-26" // SI 2015/102 reg 1(2)
	last2015       = "2025-02-23"
	began2023      = "2025-02-24" // SI 2024/716 reg 2(2), as amended by SI 2024/959
	beganSelection = "2024-01-01" // SI 2023/1348 reg 1
	beganValue     = "2013-01-31" // SI 2012/3173 art 2
)

var (
	in2015      = []law.Window{law.From(began2015, law.England).Until(last2015)}
	in2023      = []law.Window{law.From(began2023, law.England)}
	inSelection = []law.Window{law.From(beganSelection, law.England)}
	inValue     = []law.Window{law.From(beganValue, law.England)}
)

// Figures are the dated figures of the routes. Enacted returns them as the law stands; a
// reform is a copy with a history changed.
type Figures struct {
	// Term77 and Term33 are the longest terms of reserved contracts.
	Term77 law.History[int64]
	Term33 law.History[int64]
	// Bar77 and Bar33 are how many months a reserved contract bars another like it.
	Bar77 law.History[int]
	Bar33 law.History[int]
	// Supported is the part of a workforce that makes a supported employment provider.
	Supported law.History[law.Ratio]
	// OwnActivities is the part of a controlled company's activities that must be exceeded.
	OwnActivities law.History[law.Ratio]
	// ChangeAmount and ChangeShare are from which rise in value a change is considerable.
	ChangeAmount law.History[law.Pence]
	ChangeShare  law.History[law.Ratio]
	// Tests are the figures of the tests of a public service mutual.
	Tests psm.Figures
}

// Enacted returns the figures as the law stands.
func Enacted() Figures {
	r77, s33 := contracts2015.At("reg 77", "regulation/77"), procurement2023.At("s. 33", "section/33")
	r6 := selection2023.At("reg 6(10)(b)", "regulation/6")
	return Figures{
		Term77:        law.Since("route.term_77", "months, at most", at(began2015, int64(36), r77)),
		Term33:        law.Since("route.term_33", "months, at most", at(began2023, int64(60), s33)),
		Bar77:         law.Since("route.bar_77", "months past", at(began2015, 36, r77)),
		Bar33:         law.Since("route.bar_33", "months ending with the day of the award", at(began2023, 36, s33)),
		Supported:     law.Since("route.supported", "of the workforce, at least", at(began2015, law.Percent(30), contracts2015.At("reg 20(1)", "regulation/20")), at(began2023, law.Percent(30), procurement2023.At("s. 32(4)", "section/32"))),
		OwnActivities: law.Since("route.own_activities", "of the activities, more than", at(began2015, law.Percent(80), contracts2015.At("reg 12(1)(b), (4)(b)", "regulation/12")), at(began2023, law.Percent(80), procurement2023.At("Sch 2 para 2(2)(c)", "schedule/2"))),
		ChangeAmount:  law.Since("route.change_amount", "higher over the lifetime, at least", at(beganSelection, law.Pounds(500_000), r6)),
		ChangeShare:   law.Since("route.change_share", "higher over the lifetime, at least", at(beganSelection, law.Percent(25), r6)),
		Tests:         psm.Enacted(),
	}
}

func at[T any](from string, value T, by law.Provision) law.Entry[T] {
	return law.Entry[T]{From: law.MustDate(from), Value: value, By: by, Checked: checked}
}
