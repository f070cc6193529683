package financialmutual

import "github.com/rochdale-go/rochdale/legalform/law"

var fsma2000 = law.Instrument{Title: "Financial Services and Markets Act 2000 (c. 8)", Path: "ukpga/2000/8"}

// The days on which permission and regulators changed: Part 4A of the Act of 2000 and the two
// authorities, and before them the Financial Services Authority, for building and friendly
// societies and later for credit unions.
const (
	startPart4A      = "2013-04-01"
	startFSA         = "2001-12-01"
	startFSAUnions   = "2002-07-02"
	permissionNeeded = "Only a body with permission for the regulated activities of its business may carry it on."
)

// authorised is who alone may carry on the business of a financial mutual, since its
// permission is of the Act of 2000; what its own Act asked before is not told.
func authorised(on law.Date, since string) law.Note {
	switch {
	case !on.Before(law.MustDate(startPart4A)):
		return law.Note{Says: permissionNeeded, By: fsma2000.At("ss. 19, 55A", "section/55A")}
	case !on.Before(law.MustDate(since)):
		return law.Note{Says: permissionNeeded, By: fsma2000.At("ss. 19, 40", "section/40")}
	}
	return law.Note{Says: "It needed an authorisation that is older than the Act of 2000 and is not told of here.", By: fsma2000.At("s. 19", "section/19")}
}

const (
	askStaff = "May those who work for it be most of its members, when membership goes with being its customer?"
	askTerm  = "Do its rules end a membership at a term, or only when the member's dealings end?"
)

func regulators(on law.Date, since string, registers law.Provision) []law.Regulator {
	switch {
	case !on.Before(law.MustDate(startPart4A)):
		return []law.Regulator{
			{Name: "the Financial Conduct Authority", Does: "registers it and supervises its conduct", By: registers},
			{Name: "the Prudential Regulation Authority", Does: "supervises its soundness", By: fsma2000.At("s. 2B", "section/2B")},
		}
	case !on.Before(law.MustDate(since)):
		return []law.Regulator{{Name: "the Financial Services Authority", Does: "registers and supervises it", By: registers}}
	}
	return []law.Regulator{{Name: "the registrar, or commission, of the day", Does: "registers it", By: registers}}
}

func describeCreditUnion(f *Figures, on law.Date) law.Profile {
	s1 := act1979.At("s. 1", "section/1")
	return law.Profile{
		Family: "financialmutual", Under: s1, Available: from(start1979, law.GreatBritain),
		Earlier:      law.Note{Says: "The Act began on a day of 1979 that was not read; credit unions of Northern Ireland are not told of here."},
		Reserved:     authorised(on, startFSAUnions),
		Incorporated: law.Yes("It is registered as a society, which makes it a body corporate.", act2014.At("s. 3(3)", "section/3")),
		Limited:      law.Yes("Registration limits the liability of members.", act2014.At("s. 3(3)", "section/3")),
		Regulators:   regulators(on, startFSAUnions, s1),
		LeastMembers: law.LeastAt(&f.LeastMembers, on),
		Charity:      law.NeverCharity, CharityBy: act1979.At("s. 1(3)", "section/1"),
		Votes:        law.Note{Says: "Every member has one vote, whatever the holding.", By: act1979.At("s. 5(9)", "section/5")},
		StaffControl: law.Depends(askStaff, act1979.At("s. 1(2)(b), (4)", "section/1")),
		FixedTerm:    law.Depends(askTerm, act1979.At("s. 4", "section/4")),
	}
}

func describeBuildingSociety(f *Figures, on law.Date) law.Profile {
	s5 := act1986.At("s. 5", "section/5")
	return law.Profile{
		Family: "financialmutual", Under: s5, Available: from(start1986, law.UnitedKingdom),
		Earlier:      law.Note{Says: "Building societies before the day of the earliest text that was read are not told of here."},
		Reserved:     authorised(on, startFSA),
		Incorporated: law.Yes("It is incorporated from the date of its registration.", act1986.At("s. 5(2)", "section/5")),
		Limited: law.Yes("A member owes what is paid or in arrear on the shares, or what is payable under the mortgage, and no more.",
			act1986.At("Sch 2 para 6", "schedule/2/paragraph/6")),
		LeastMembers: law.LeastAt(&f.BuildingFounders, on),
		Regulators:   regulators(on, startFSA, s5),
		Charity:      law.NeverCharity, CharityBy: act1986.At("s. 5(1)(a)", "section/5"),
		Votes:        law.Note{Says: "One vote each on a resolution, whatever the balance, by the society's rules.", By: ownRules.At("on votes", "")},
		StaffControl: law.Depends(askStaff, s5), FixedTerm: law.Depends(askTerm, s5),
	}
}

func describeFriendlySociety(f *Figures, on law.Date) law.Profile {
	s5 := act1992.At("s. 5", "section/5")
	return law.Profile{
		Family: "financialmutual", Under: s5, Available: from(start1992, law.UnitedKingdom),
		Earlier:      law.Note{Says: "Friendly societies of the Acts of 1896 and 1974 were not incorporated, and are not told of here."},
		Reserved:     authorised(on, startFSA),
		Incorporated: law.Yes("It is incorporated by registration.", act1992.At("s. 6", "section/6")),
		Limited:      law.Yes("A member owes the subscriptions that are outstanding, and no more.", act1992.At("Sch 3 para 8(1)", "schedule/3/paragraph/8")),
		LeastMembers: law.LeastAt(&f.FriendlyFounders, on),
		Regulators:   regulators(on, startFSA, s5),
		Charity:      law.NeverCharity, CharityBy: act1992.At("s. 5(2)", "section/5"),
		Votes:        law.Note{Says: "Members, or delegates for them, vote by number.", By: act1992.At("Sch 12 para 7", "schedule/12")},
		StaffControl: law.Depends(askStaff, s5), FixedTerm: law.Depends(askTerm, s5),
	}
}
