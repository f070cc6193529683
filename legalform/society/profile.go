package society

import "github.com/rochdale-go/rochdale/legalform/law"

var (
	order2013 = law.Instrument{
		Title: "Financial Services Act 2012 (Mutual Societies) Order 2013 (SI 2013/496)", Path: "uksi/2013/496", AsMade: true,
	}
	actCharities2011 = law.Instrument{Title: "Charities Act 2011 (c. 25)", Path: "ukpga/2011/25"}
)

// registrar is who registers societies, by the day: the Financial Conduct Authority and,
// before it, the Financial Services Authority and the registrar of friendly societies,
// which are told together.
func registrar(on law.Date) law.Regulator {
	name := "the Financial Conduct Authority"
	if on.Before(law.MustDate("2013-04-01")) {
		name = "the registrar of the day, until 31 March 2013 the Financial Services Authority"
	}
	return law.Regulator{Name: name, Does: "registers the society, its rules and their amendments", By: order2013.At("art 2, Sch 2 para 2", "schedule/2/paragraph/2")}
}

// describe is the profile of a society of a kind.
func describe(k Kind, f *Figures, on law.Date) law.Profile {
	least := law.LeastAt(&f.MinimumMembers, on)
	least.Or = "two members that are both registered societies"
	p := law.Profile{
		Family: "society", Under: act2014.At("ss. 2-3", "section/2"), Available: append([]law.Window(nil), always...),
		Incorporated: law.Yes("Registration makes it a body corporate.", act2014.At("s. 3(3)", "section/3")),
		Limited:      law.Yes("Registration limits the liability of members.", act2014.At("s. 3(3)", "section/3")),
		Regulators:   []law.Regulator{registrar(on)},
		LeastMembers: least,
		Lock:         law.VoluntaryAssetLock, LockBy: voluntaryLock.Provision,
		Charity: law.NeverCharity, CharityBy: act2014.At("s. 2(2)(a)(i), (3)", "section/2"),
		Votes:        law.Note{Says: "Members have one vote each, whatever they hold, as the norm; the society's rules say it.", By: guidance.At("RFCCBS 4, on democratic member control", "")},
		StaffControl: law.Yes("A co-operative of those who work for it is one of the kinds that are registered: members control it equally.", guidance.At("RFCCBS 4, on democratic member control", "")),
		FixedTerm: law.Yes("The rules say who are admitted and how they leave; nothing bars a term.",
			act2014.At("s. 14 items 4 and 10", "section/14")),
		Tax: []law.Note{
			{Says: "Interest on shares is a cost, as interest under a loan relationship, and no distribution.", By: actCT2009.At("ss. 499-500", "section/499")},
			{Says: "A dividend on transactions comes off trading profits where it sells to members only, or does not limit its shares.", By: actCT2009.At("s. 132", "section/132")},
		},
	}
	if on.Before(commenced2014) {
		p.Under = act1965.At("ss. 1-3", "section/1")
		p.Incorporated.By, p.Limited.By = act1965.At("s. 3", "section/3"), act1965.At("s. 3", "section/3")
		p.CharityBy = act1965.At("s. 1(2)(a), (3)", "section/1")
		p.LockBy = act1965.At("ss. 10, 14, Sch 1 para 5", "section/10")
		p.FixedTerm.By = act1965.At("Sch 1", "schedule/1")
	}
	if k == CommunityBenefitSociety {
		p.Charity, p.CharityBy = law.MayBeCharity, actCharities2011.At("s. 1", "section/1")
		p.StaffControl = law.Depends("Is the business for the benefit of the community, though its staff have most of the votes?", guidance.At("RFCCBS 5.1", ""))
		if !on.Before(commencedLock) {
			p.Lock, p.LockBy = law.AvailableAssetLock, regs2006.At("regs 2, 5", "regulation/5")
		}
	}
	p.Formation = []law.Filing{applicationFiling(f, on)}
	return p
}

// describeNI is the profile of a society of Northern Ireland: what was read of its Act, and
// nothing else.
func describeNI(f *Figures, on law.Date) law.Profile {
	return law.Profile{
		Family: "society", Under: act1969.At("ss. 1-2", "section/2"),
		Available:    []law.Window{law.From(start1969NI, law.NorthernIreland)},
		Incorporated: law.Yes("Registration makes it a body corporate.", act1969.At("s. 3", "section/3")),
		Limited:      law.Yes("Registration limits the liability of members.", act1969.At("s. 3", "section/3")),
		LeastMembers: law.LeastAt(&f.MinimumMembers, on),
	}
}

// applicationFiling is the application, with the least that is charged: for a sponsor's model
// rules unamended.
func applicationFiling(f *Figures, on law.Date) law.Filing {
	x := law.Filing{Form: "application with the rules; model rules unamended cost the least", To: registrar(on).Name, By: act2014.At("s. 3", "section/3")}
	if on.Before(commenced2014) {
		x.By = act1965.At("s. 2", "section/2")
	}
	switch due := ApplicationFee(f, RulesDraft{Model: true}, on); {
	case due.Certain():
		x.Fee = law.Known(due.Amount)
	case due.Known():
		x.Doubt = due.Doubt.Question
	default:
		x.Doubt = due.Missing[0].Question
	}
	return x
}
