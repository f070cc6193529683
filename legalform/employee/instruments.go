package employee

import "github.com/rochdale-go/rochdale/legalform/law"

// What the rules cite. The sections of the 1992 and 2003 Acts were inserted by Schedule 37
// to the Finance Act 2014, which is cited for the figures.
var (
	tcga1992 = law.Instrument{Title: "Taxation of Chargeable Gains Act 1992 (c. 12)", Path: "ukpga/1992/12"}
	itepa    = law.Instrument{Title: "Income Tax (Earnings and Pensions) Act 2003 (c. 1)", Path: "ukpga/2003/1"}
	fa2014   = law.Instrument{Title: "Finance Act 2014 (c. 26)", Path: "ukpga/2014/26"}

	companies2006 = law.Instrument{Title: "Companies Act 2006 (c. 46)", Path: "ukpga/2006/46"}
	companies1985 = law.Instrument{Title: "Companies Act 1985 (c. 6)", Path: "ukpga/1985/6"}
)

// checked is the day the sources of this package were last read.
var checked = law.MustDate("2026-11-23")

// since gives one window for the whole kingdom, to which the tax statutes extend.
func since(first string) []law.Window { return []law.Window{law.From(first, law.UnitedKingdom)} }

// The days on which the reliefs began.
const (
	reliefBegan = "2014-04-06" // Finance Act 2014 Sch 37 para 2: disposals
	fullRegime  = "2014-06-26" // the same, para 3: the end of the transitional version
	bonusBegan  = "2014-10-01" // the same, para 8: payments received
)
