package financialmutual

import "github.com/rochdale-go/rochdale/legalform/law"

var fsma2000 = law.Instrument{Title: "Financial Services and Markets Act 2000 (c. 8)", Path: "ukpga/2000/8"}

// authorised is who alone may carry on the business of a financial mutual.
var authorised = law.Note{Says: "Only a body with permission for the regulated activities of its business may carry it on.", By: fsma2000.At("ss. 19, 55A", "section/19")}

const (
	askStaff = "May those who work for it be most of its members, when membership goes with being its customer?"
	askTerm  = "Do its rules end a membership at a term, or only when the member's dealings end?"
)

func regulators(registers law.Provision) []law.Regulator {
	return []law.Regulator{
		{Name: "the Financial Conduct Authority", Does: "registers it and supervises its conduct", By: registers},
		{Name: "the Prudential Regulation Authority", Does: "supervises its soundness", By: fsma2000.At("s. 2B", "section/2B")},
	}
}

func describeCreditUnion(f *Figures, on law.Date) law.Profile {
	s1 := act1979.At("s. 1", "section/1")
	return law.Profile{
		Family: "financialmutual", Under: s1, Available: from(start1979, law.GreatBritain),
		Earlier:      law.Note{Says: "The Act began on a day of 1979 that was not read; credit unions of Northern Ireland are not told of here."},
		Reserved:     authorised,
		Incorporated: law.Yes("It is registered as a society, which makes it a body corporate.", act2014.At("s. 3(3)", "section/3")),
		Limited:      law.Yes("Registration limits the liability of members.", act2014.At("s. 3(3)", "section/3")),
		Regulators:   regulators(s1),
		LeastMembers: law.LeastAt(&f.LeastMembers, on),
		Charity:      law.NeverCharity, CharityBy: act1979.At("s. 1(3)", "section/1"),
		Votes:        law.Note{Says: "Every member has one vote, whatever the holding.", By: act1979.At("s. 5(9)", "section/5")},
		StaffControl: law.Depends(askStaff, act1979.At("s. 1(2)(b), (4)", "section/1")),
		FixedTerm:    law.Depends(askTerm, act1979.At("s. 4", "section/4")),
	}
}

func describeBuildingSociety(_ *Figures, _ law.Date) law.Profile {
	s5 := act1986.At("s. 5", "section/5")
	return law.Profile{
		Family: "financialmutual", Under: s5, Available: from(start1986, law.UnitedKingdom),
		Earlier:      law.Note{Says: "Building societies before the day of the earliest text that was read are not told of here."},
		Reserved:     authorised,
		Incorporated: law.Yes("It is incorporated by registration.", s5),
		Limited:      law.Yes("Members' liability is limited as the Schedule says.", act1986.At("Sch 2 para 6", "schedule/2/paragraph/6")),
		Regulators:   regulators(s5),
		Charity:      law.NeverCharity, CharityBy: act1986.At("s. 5(1)", "section/5"),
		Votes:        law.Note{Says: "One vote each on a resolution, whatever the balance, by the society's rules.", By: ownRules.At("on votes", "")},
		StaffControl: law.Depends(askStaff, s5), FixedTerm: law.Depends(askTerm, s5),
	}
}

func describeFriendlySociety(_ *Figures, _ law.Date) law.Profile {
	s5 := act1992.At("s. 5", "section/5")
	return law.Profile{
		Family: "financialmutual", Under: s5, Available: from(start1992, law.UnitedKingdom),
		Earlier:      law.Note{Says: "Friendly societies of the Acts of 1896 and 1974 were not incorporated, and are not told of here."},
		Reserved:     authorised,
		Incorporated: law.Yes("It is incorporated by registration.", act1992.At("s. 6", "section/6")),
		Limited:      law.Depends("How far are its members liable under its Act and its rules?", act1992.At("Sch 3", "schedule/3")),
		Regulators:   regulators(s5),
		Charity:      law.NeverCharity, CharityBy: act1992.At("s. 5(2)", "section/5"),
		Votes:        law.Note{Says: "Members, or delegates for them, vote by number.", By: act1992.At("Sch 12 para 7", "schedule/12")},
		StaffControl: law.Depends(askStaff, s5), FixedTerm: law.Depends(askTerm, s5),
	}
}
