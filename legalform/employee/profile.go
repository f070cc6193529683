package employee

import "github.com/rochdale-go/rochdale/legalform/law"

// CompanyFigures are the minimums of company law that a profile tells; package company
// judges by its own.
type CompanyFigures struct {
	LeastMembers   law.History[int64]
	LeastDirectors law.History[int64]
}

func enactedCompany() CompanyFigures {
	return CompanyFigures{
		law.Since("employee.least_members", "members, at least", at("2009-10-01", int64(1), companies2006.At("s. 7(1)", "section/7"))),
		law.Since("employee.least_directors", "directors of a private company, at least", at("2007-10-01", int64(1), companies2006.At("s. 154(1)", "section/154"))),
	}
}

// registered are the windows of the Companies Acts that are told: of 1985, and of 2006,
// which took over for the whole kingdom.
var registered = []law.Window{law.From("1985-07-01", law.GreatBritain), law.From("2009-10-01", law.NorthernIreland)}

func describe(f *Figures, on law.Date) law.Profile {
	p := law.Profile{
		Family: "employee", Under: companies2006.At("s. 7", "section/7"), Available: append([]law.Window(nil), registered...),
		Earlier:      law.Note{Says: "Companies of earlier Acts, and of Northern Ireland before the Act of 2006, are not told of here."},
		Incorporated: law.Yes("It is a company, a person apart from its members.", companies2006.At("s. 16(2)-(3)", "section/16")),
		Limited:      law.Yes("It is limited by shares.", companies2006.At("s. 3(2)", "section/3")),
		Regulators: []law.Regulator{
			{Name: "the registrar of companies", Does: "registers it and keeps its filings", By: companies2006.At("s. 1060", "section/1060")},
			{Name: "HM Revenue and Customs", Does: "looks at the conditions of the reliefs", By: tcga1992.At("s. 236H", "section/236H")},
		},
		LeastMembers:   law.LeastAt(&f.LeastMembers, on),
		LeastDirectors: law.LeastAt(&f.LeastDirectors, on),
		Lock:           law.NoAssetLock,
		Charity:        law.NeverCharity, CharityBy: tcga1992.At("s. 236I", "section/236I"),
		Votes: law.Note{Says: "The trustees, who hold the shares, vote: on a poll one vote for each share.", By: companies2006.At("s. 284(3)", "section/284")},
		StaffControl: law.Depends("The trustees hold the votes, and the reliefs ask for no employee among them: do those who work for it choose most of the trustees?",
			tcga1992.At("s. 236M", "section/236M")),
		FixedTerm: law.Depends("Its member is the trust, and employees benefit while they are eligible: is that what is meant?", tcga1992.At("s. 236J", "section/236J")),
		Formation: []law.Filing{{Form: "IN01, memorandum and articles", To: "the registrar of companies", By: companies2006.At("s. 9", "section/9")}},
	}
	if on.Before(law.MustDate("2009-10-01")) {
		p.Under = companies1985.At("s. 1", "section/1")
	}
	if !on.Before(law.MustDate(reliefBegan)) {
		p.Tax = append(p.Tax, law.Note{Says: "A sale or gift of a controlling interest to the trustees may be relieved of tax on the gain.", By: tcga1992.At("s. 236H", "section/236H")})
	}
	if e, ok := f.BonusExempt.At(on); ok {
		p.Tax = append(p.Tax, law.Note{Says: "Up to " + e.Value.String() + " of bonus a tax year is free of income tax for each employee.", By: e.By})
	}
	return p
}
