package charity

import "github.com/rochdale-go/rochdale/legalform/law"

var (
	academies2010 = law.Instrument{Title: "Academies Act 2010 (c. 32)", Path: "ukpga/2010/32"}
	actCT2010     = law.Instrument{Title: "Corporation Tax Act 2010 (c. 4)", Path: "ukpga/2010/4"}
)

// describe is the profile of a kind. The window of a charitable company is that of the law
// modelled here.
func describe(k Kind, f *Figures, on law.Date) law.Profile {
	p := law.Profile{
		Family: "charity", Under: companies2006.At("s. 7; Charities Act 2011 s. 1", "section/7"), Available: from(start2011),
		Earlier:      law.Note{Says: "Charitable companies under the Acts before those of 2006 and 2011 are not told of here."},
		Incorporated: law.Yes("It is a company, a person apart from its members.", companies2006.At("s. 16(2)-(3)", "section/16")),
		Limited:      law.Yes("It is limited by guarantee.", companies2006.At("s. 3(3)", "section/3")),
		Regulators: []law.Regulator{
			{Name: "the registrar of companies", Does: "registers it and keeps its filings", By: companies2006.At("s. 1060", "section/1060")},
			{Name: "the Charity Commission", Does: "registers and supervises it", By: act2011.At("ss. 14-15, 30", "section/15")},
		},
		LeastMembers:   law.LeastAt(&f.LeastMembers, on),
		LeastDirectors: law.LeastAt(&f.PrivateDirectors, on),
		Lock:           law.CharitableAssetLock, LockBy: purposesOnly,
		Charity: law.AlwaysCharity, CharityBy: purposesOnly,
		Votes: law.Note{Says: "One vote each.", By: companies2006.At("s. 284(4)", "section/284")},
		StaffControl: law.Depends("May those who work for it be most of its members, when of its trustees only a minority may be paid for goods and services under section 185?",
			act2011.At("s. 185(1)-(2)", "section/185")),
		FixedTerm: law.Yes("Nothing bars articles by which a membership ends after a term.", companies2006.At("s. 18", "section/18")),
		Tax:       []law.Note{{Says: "Much of what a charity earns and applies to its purposes only is, if it claims so, exempt from corporation tax.", By: actCT2010.At("ss. 466, 478", "section/478")}},
		Formation: []law.Filing{
			{Form: "IN01, memorandum and articles", To: "the registrar of companies", By: companies2006.At("s. 9", "section/9")},
			{Form: "application for registration", To: "the Charity Commission", By: act2011.At("s. 35", "section/35")},
		},
	}
	if k == AcademyTrust {
		academyTrust(&p, f, on)
	}
	if k == AssociationCIO || k == FoundationCIO {
		organisation(&p)
	}
	return p
}

func organisation(p *law.Profile) {
	part11 := act2011.At("ss. 204-206", "section/204")
	one := law.Known(int64(1))
	p.Under, p.Available, p.Earlier = part11, from(startCIO), law.Note{}
	p.Incorporated = law.Yes("It is a body corporate from its registration.", act2011.At("s. 205(1)", "section/205"))
	p.Limited = law.Yes("Its members are liable for what its constitution says, or for nothing.", act2011.At("s. 205(3)", "section/205"))
	p.Regulators = p.Regulators[1:]
	p.LeastMembers = law.Least{Number: one, By: act2011.At("s. 205(2)(c)", "section/205")}
	p.LeastDirectors = law.Least{Number: one, By: act2011.At("s. 206(2)(b)", "section/206")}
	p.Votes = law.Note{Says: "One vote each, under the model constitution.", By: modelCIO.At("on members' votes", "")}
	p.FixedTerm = law.Yes("Its constitution says who is a member; nothing bars a term.", act2011.At("s. 206(2)(a)", "section/206"))
	p.Formation = []law.Filing{{Form: "application with the constitution", To: "the Charity Commission", By: act2011.At("s. 207", "section/207")}}
}

func academyTrust(p *law.Profile, f *Figures, on law.Date) {
	p.Available = append([]law.Window(nil), sinceModel...)
	p.Earlier = law.Note{Says: "Academy trusts under models before that of June 2021 are not told of here."}
	p.Reserved = law.Note{Says: "Only a body with which the Secretary of State makes Academy arrangements is an academy trust.", By: academies2010.At("ss. 1(1)-(5), 12(2)(c)", "section/12")}
	p.CharityBy = academies2010.At("s. 12(1)", "section/12")
	p.Regulators = []law.Regulator{
		{Name: "the registrar of companies", Does: "registers it and keeps its filings", By: companies2006.At("s. 1060", "section/1060")},
		{Name: "the Secretary of State for Education", Does: "makes the Academy arrangements with it, and pays for its undertakings", By: academies2010.At("s. 1(1)-(5)", "section/1")},
	}
	p.LeastMembers = law.LeastAt(&f.AcademyMembers, on)
	p.StaffControl = law.Depends("The Handbook would have no employee but the chief executive among the trustees: may most of them be?", handbook.At("on trustees", ""))
	p.Formation = p.Formation[:1]
}
