package company

import "github.com/rochdale-go/rochdale/legalform/law"

var (
	companies1985 = law.Instrument{Title: "Companies Act 1985 (c. 6)", Path: "ukpga/1985/6"}
	actCT2009     = law.Instrument{Title: "Corporation Tax Act 2009 (c. 4)", Path: "ukpga/2009/4"}
	actCT2010     = law.Instrument{Title: "Corporation Tax Act 2010 (c. 4)", Path: "ukpga/2010/4"}
	charities2011 = law.Instrument{Title: "Charities Act 2011 (c. 25)", Path: "ukpga/2011/25"}
)

// FormationFigures are the minimums of formation.
type FormationFigures struct {
	LeastMembers law.History[int64]
	// PublicCapital is the authorised minimum of a public company's allotted capital, in
	// sterling.
	PublicCapital law.History[law.Pence]
}

func enactedFormation() FormationFigures {
	return FormationFigures{
		one("least_members", "members, at least", startWhole, int64(1), sec("s. 7(1)", "7")),
		one("public_capital", "pounds of nominal value allotted", startProfits, law.Pounds(50_000), sec("s. 763(1)", "763")),
	}
}

// registered are the windows of the Companies Acts that are told: of 1985, and of 2006,
// which took over for the whole kingdom.
var registered = []law.Window{law.From("1985-07-01", law.GreatBritain), law.From(startWhole, law.NorthernIreland)}

func describe(b Basis, public bool, f *Figures, on law.Date) law.Profile {
	p := law.Profile{
		Family: "company", Under: sec("s. 7", "7"), Available: append([]law.Window(nil), registered...),
		Earlier:      law.Note{Says: "Companies of earlier Acts, and of Northern Ireland before the Act of 2006, are not told of here."},
		Incorporated: law.Yes("It is a person apart from its members.", sec("s. 16(2)-(3)", "16")),
		Limited:      law.Yes("Members owe what is unpaid on their shares, or what they guaranteed, and no more.", sec("s. 3", "3")),
		Regulators: []law.Regulator{
			{Name: "the registrar of companies", Does: "registers it and keeps its filings", By: sec("s. 1060", "1060")},
		},
		LeastMembers:   law.LeastAt(&f.LeastMembers, on),
		LeastDirectors: law.LeastAt(&f.PrivateDirectors, on),
		Lock:           law.VoluntaryAssetLock, LockBy: sec("ss. 21-22", "22"),
		Charity: law.MayBeCharity, CharityBy: charities2011.At("s. 1", "section/1"),
		Votes:        law.Note{Says: "One vote each on a show of hands; on a poll one for each share.", By: sec("s. 284(3)", "284")},
		StaffControl: law.Yes("Nothing bars those who work for it from membership, or from most of the votes.", sec("s. 112", "112")),
		FixedTerm:    law.Depends("Do the articles redeem the shares on a day, out of what may be used for that?", sec("ss. 684, 687", "684")),
		Tax: []law.Note{
			{Says: "It pays corporation tax on its profits.", By: actCT2009.At("s. 2(1)", "section/2")},
			{Says: "A dividend is a distribution, and does not come off the profits.", By: actCT2010.At("s. 1000(1)", "section/1000")},
		},
		Formation: []law.Filing{{Form: "IN01, memorandum and articles", To: "the registrar of companies", By: sec("s. 9", "9")}},
	}
	if on.Before(wholeOfAct) {
		p.Under = companies1985.At("s. 1", "section/1")
	}
	if !b.HasShares() {
		p.Votes = law.Note{Says: "One vote each.", By: sec("s. 284(4)", "284")}
		p.FixedTerm = law.Yes("Nothing bars articles by which a membership ends after a term.", sec("s. 18", "18"))
		p.Tax = p.Tax[:1]
	}
	if public {
		p.LeastDirectors, p.LeastCapital = law.LeastAt(&f.PublicDirectors, on), law.AmountAt(&f.PublicCapital, on)
		p.Formation = append(p.Formation, law.Filing{Form: "SH50, for a trading certificate", To: "the registrar of companies", By: sec("ss. 761-762", "761")})
	}
	return p
}
