package cic

import "github.com/rochdale-go/rochdale/legalform/law"

var actCT2009 = law.Instrument{Title: "Corporation Tax Act 2009 (c. 4)", Path: "ukpga/2009/4"}

// describe is the profile of a type. A private company is described: a public one needs more
// directors and capital, which TooFewDirectors and CapitalTooSmall ask.
func describe(t Type, f *Figures, on law.Date) law.Profile {
	p := law.Profile{
		Family: "cic", Under: act2004.At("ss. 26, 36", "section/36"), Available: inForce(),
		Incorporated: law.Yes("It is a company, a person apart from its members.", companies2006.At("s. 16(2)-(3)", "section/16")),
		Limited:      law.Yes("It is limited by shares or by guarantee.", act2004.At("s. 26(2)", "section/26")),
		Regulators: []law.Regulator{
			{Name: "the registrar of companies", Does: "registers it and keeps its filings", By: companies2006.At("ss. 9-16, 1060", "section/1060")},
			{Name: "the Regulator of Community Interest Companies", Does: "decides whether it is eligible, supervises it and investigates complaints", By: act2004.At("ss. 27, 36A, 41", "section/27")},
		},
		LeastMembers:   law.LeastAt(&f.LeastMembers, on),
		LeastDirectors: law.LeastAt(&f.PrivateDirectors, on),
		Lock:           law.StatutoryAssetLock, LockBy: act2004.At("ss. 30-31", "section/30"),
		Charity: law.NeverCharity, CharityBy: act2004.At("s. 26(3)", "section/26"),
		Votes: law.Note{Says: "One vote each on a show of hands; on a poll one for each share.", By: companies2006.At("s. 284(3)", "section/284")},
		StaffControl: law.Yes("Neither the Act nor the Regulations bar those who work for it from membership, or from most of the votes.",
			companies2006.At("s. 112", "section/112")),
		FixedTerm: law.Depends("Do the articles redeem the shares on a day, out of what may be used for that?", companies2006.At("ss. 684, 687", "section/684")),
		Tax: []law.Note{{
			Says: "It pays corporation tax on its profits as other companies do: the form brings no relief.", By: actCT2009.At("s. 2(1)", "section/2"),
		}},
		Formation: []law.Filing{
			formationFiling(f, on),
			{Form: "CIC36", To: "the registrar of companies, for the Regulator", By: regs2005.At("reg 11", "regulation/11")},
		},
	}
	if !t.HasShares() {
		p.Votes = law.Note{Says: "One vote each.", By: companies2006.At("s. 284(4)", "section/284")}
		p.FixedTerm = law.Yes("Nothing that is prescribed bars articles by which a membership ends after a term.", companies2006.At("s. 18", "section/18"))
	}
	return p
}

// formationFiling is the application to the registrar, with what is payable online for both
// that and the Regulator's decision; before there was an online fee, on paper.
func formationFiling(f *Figures, on law.Date) law.Filing {
	x := law.Filing{Form: "IN01, memorandum and articles", To: "the registrar of companies", By: companies2006.At("s. 9", "section/9")}
	due := Fee(f, FeeFormation, ByWeb, on)
	if !due.Known() {
		due = Fee(f, FeeFormation, OnPaper, on)
	}
	switch {
	case due.Certain():
		x.Fee = law.Known(due.Total)
	case due.Known():
		x.Doubt = due.Doubt.Question
	default:
		x.Doubt = due.Missing[0].Question
	}
	return x
}
