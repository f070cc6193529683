package cic

import "github.com/rochdale-go/rochdale/legalform/law"

// What the rules cite. The Regulations are published only as they were made, so links go
// to that text; what amended them is cited beside.
var (
	act2004 = law.Instrument{
		Title: "Companies (Audit, Investigations and Community Enterprise) Act 2004 (c. 27)", Path: "ukpga/2004/27",
	}
	regs2005 = law.Instrument{
		Title: "Community Interest Company Regulations 2005 (SI 2005/1788)", Path: "uksi/2005/1788", AsMade: true,
	}
	regs2009 = law.Instrument{
		Title: "Community Interest Company (Amendment) Regulations 2009 (SI 2009/1942)", Path: "uksi/2009/1942", AsMade: true,
	}
	regs2014 = law.Instrument{
		Title: "Community Interest Company (Amendment) Regulations 2014 (SI 2014/2483)", Path: "uksi/2014/2483", AsMade: true,
	}
	companies2006 = law.Instrument{Title: "Companies Act 2006 (c. 46)", Path: "ukpga/2006/46"}
	companies1985 = law.Instrument{Title: "Companies Act 1985 (c. 6)", Path: "ukpga/1985/6"}
	// regulatorGuidance has no address that keeps its text as at a date.
	regulatorGuidance = law.Instrument{Title: "Regulator of Community Interest Companies, guidance"}
	notice2010        = law.Instrument{Title: "Notice of the Regulator of Community Interest Companies under reg 22(3), published 6 January 2010"}
	notice2014        = law.Instrument{Title: "Notice of the Regulator of Community Interest Companies under reg 22(3), effective 1 October 2014"}
)

// checked is the day the sources of this package were last read.
var checked = law.MustDate("2026-11-23")

// began is the day on which Part 2 of the Act came into force in Great Britain.
var began = law.MustDate("2005-07-01")

// inForce gives the windows of law that began with Part 2 of the Act and has not ended.
func inForce() []law.Window {
	return []law.Window{law.From("2005-07-01", law.GreatBritain), law.From("2007-04-06", law.NorthernIreland)}
}

// until gives the windows of law that began with Part 2 of the Act and ended everywhere.
func until(last string) []law.Window {
	return []law.Window{
		law.From("2005-07-01", law.GreatBritain).Until(last),
		law.From("2007-04-06", law.NorthernIreland).Until(last),
	}
}

// since gives one window for the whole kingdom.
func since(first string) []law.Window { return []law.Window{law.From(first, law.UnitedKingdom)} }

// Provisions that calculators cite on every call, so that citing them costs nothing.
var (
	reg17Articles = regs2005.At("reg 17(1)(a)", "regulation/17")
	reg18         = regs2005.At("regs 17(1)(c)(i), 18, 20", "regulation/18")
	reg19         = regs2005.At("regs 17(1)(c), 19", "regulation/19")
	reg21         = regs2005.At("reg 21", "regulation/21")
	reg23         = regs2005.At("reg 23(2)-(3)", "regulation/23")
	reg24         = regs2005.At("reg 24", "regulation/24")
	reg25         = regs2005.At("reg 25", "regulation/25")
	sch2Para1     = regs2005.At("Sch 2 para 1", "schedule/2")
	profits2006   = companies2006.At("ss. 830-836", "section/830")
	profits1985   = companies1985.At("ss. 263-276", "section/263")
	s30Members    = act2004.At("s. 30(1)", "section/30")
	profitsRule   = law.MustDate("2008-04-06") // when Part 23 of the 2006 Act took over
)
