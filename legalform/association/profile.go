package association

import "github.com/rochdale-go/rochdale/legalform/law"

var (
	charities2011 = law.Instrument{Title: "Charities Act 2011 (c. 25)", Path: "ukpga/2011/25"}
	actCT2010     = law.Instrument{Title: "Corporation Tax Act 2010 (c. 4)", Path: "ukpga/2010/4"}
	actITTOIA     = law.Instrument{Title: "Income Tax (Trading and Other Income) Act 2005 (c. 5)", Path: "ukpga/2005/5"}
)

func describe(k Kind, f *Figures, on law.Date) law.Profile {
	switch k {
	case Partnership:
		return dated(partnership(f, on), on, taxed2005)
	case LLP:
		return dated(limitedLiability(f, on), on, taxed2005)
	default:
		return dated(unincorporated(), on, taxed2010)
	}
}

// The first days for which the Acts that are cited on tax have effect: for the tax year 2005
// to 2006, and for accounting periods that end on or after 1 April 2010.
const (
	taxed2005 = "2005-04-06"
	taxed2010 = "2010-04-01"
)

// dated leaves out notes on tax before the Act that they cite.
func dated(p law.Profile, on law.Date, since string) law.Profile {
	if on.Before(law.MustDate(since)) {
		p.Tax = nil
	}
	return p
}

func unincorporated() law.Profile {
	agreed := contract.At("decisions of a meeting", "")
	return law.Profile{
		Family: "association", Under: contract.At("", ""), Available: append([]law.Window(nil), from1890...),
		Earlier:      law.Note{Says: "There were associations before the day from which their law is told here."},
		Incorporated: law.No("It is no person apart from its members.", contract.At("", "")),
		Limited:      law.No("Those who contract for it are liable themselves.", contract.At("", "")),
		Lock:         law.VoluntaryAssetLock, LockBy: contract.At("amendment of rules", ""),
		Charity: law.MayBeCharity, CharityBy: charities2011.At("s. 1", "section/1"),
		Votes:        law.Note{Says: "One vote each of those present and voting, unless the rules say otherwise.", By: agreed},
		StaffControl: law.Yes("The members' contract says who is a member; nothing bars those who work for it.", agreed),
		FixedTerm:    law.Yes("The members' contract says when a membership ends.", agreed),
		Tax:          []law.Note{{Says: "It pays corporation tax on its profits, as a company for that purpose.", By: actCT2010.At("s. 1121(1)", "section/1121")}},
	}
}

func partnership(f *Figures, on law.Date) law.Profile {
	return law.Profile{
		Family: "association", Under: act1890.At("s. 1", "section/1"), Available: append([]law.Window(nil), from1890...),
		Earlier:      law.Note{Says: "There were partnerships before the Act of 1890, under the law that it restated."},
		Incorporated: law.Depends("Is it a firm of Scotland, which is a person apart from its partners, or of another part of the kingdom, which is not?", act1890.At("s. 4", "section/4")),
		Limited:      law.No("Every partner is liable for the firm's debts.", act1890.At("s. 9", "section/9")),
		LeastMembers: law.LeastAt(&f.LeastPartners, on),
		Lock:         law.NoAssetLock,
		Charity:      law.NeverCharity, CharityBy: act1890.At("s. 1(1)", "section/1"),
		Votes:        law.Note{Says: "Ordinary matters go by a majority of the partners, by heads.", By: act1890.At("s. 24(8)", "section/24")},
		StaffControl: law.Yes("Those who work for it may be its partners.", act1890.At("s. 24(5)", "section/24")),
		FixedTerm:    law.Yes("A partnership may be for a fixed term.", act1890.At("ss. 27, 32", "section/32")),
		Tax:          []law.Note{{Says: "The firm is not taxed apart from its partners, who are taxed on their shares.", By: actITTOIA.At("s. 848", "section/848")}},
	}
}

func limitedLiability(f *Figures, on law.Date) law.Profile {
	return law.Profile{
		Family: "association", Under: act2000.At("s. 2", "section/2"), Available: append([]law.Window(nil), from2001...),
		Earlier:      law.Note{Says: "Limited liability partnerships of Northern Ireland are not told of here."},
		Incorporated: law.Yes("It is a body corporate apart from its members.", act2000.At("s. 1(2)", "section/1")),
		Limited:      law.Yes("Its members owe on a winding up what the Act provides, and no more.", act2000.At("s. 1(4)", "section/1")),
		Regulators:   []law.Regulator{{Name: "the registrar of companies", Does: "registers it and keeps its filings", By: act2000.At("ss. 2-3", "section/3")}},
		LeastMembers: law.LeastAt(&f.Subscribers, on),
		Lock:         law.NoAssetLock,
		Charity:      law.NeverCharity, CharityBy: act2000.At("s. 2(1)(a)", "section/2"),
		Votes:        law.Note{Says: "Ordinary matters go by a majority of the members, by heads.", By: regs2001.At("reg 7(6)", "regulation/7")},
		StaffControl: law.Yes("Those who work for it may be its members.", regs2001.At("reg 7(3)", "regulation/7")),
		FixedTerm:    law.Yes("A member ceases to be one as is agreed with the others.", act2000.At("s. 4(3)", "section/4")),
		Tax:          []law.Note{{Says: "While it carries on business for profit its members are taxed on their shares, as partners are.", By: actITTOIA.At("s. 863(1)", "section/863")}},
		Formation:    []law.Filing{{Form: "LL IN01", To: "the registrar of companies", By: act2000.At("s. 2(1)(b)", "section/2")}},
	}
}
