package society

import "github.com/rochdale-go/rochdale/legalform/law"

// What the rows of Northern Ireland cite. The Act of 1969 and the Order of 2006 had the words
// "Industrial and Provident Societies" in their titles until 5 April 2018.
var (
	act1969 = law.Instrument{
		Title: "Co-operative and Community Benefit Societies Act (Northern Ireland) 1969 (c. 24)", Path: "apni/1969/24",
	}
	order1976NI = law.Instrument{Title: "Industrial and Provident Societies (Amendment) (Northern Ireland) Order 1976"}
	order1997NI = law.Instrument{
		Title: "Deregulation (Northern Ireland) Order 1997 (SI 1997/2984 (N.I. 22))", Path: "nisi/1997/2984", AsMade: true,
	}
	regs2006NI = law.Instrument{
		Title: "Community Benefit Societies (Restriction on Use of Assets) Regulations (Northern Ireland) 2006 (SR 2006/258)", Path: "nisr/2006/258",
	}
	act2016NI = law.Instrument{
		Title: "Credit Unions and Co-operative and Community Benefit Societies Act (Northern Ireland) 2016 (c. 16)", Path: "nia/2016/16",
	}
)

// The days on which the law of Northern Ireland here began. The Act of 1969 names no day of
// its own and speaks of its passing, on 25 November 1969. The Order of 1997, made on 17
// December, came into operation on the expiration of two months from that day.
const (
	start1969NI = "1969-11-25"
	start1998NI = "1998-02-18"
	start2006NI = "2006-07-01" // the Order of 2006, SI 2006/314 (SR 2006/242)
	startLockNI = "2006-07-31" // SR 2006/258
	startCICNI  = "2007-06-04" // community interest companies in SR 2006/258
	start2016NI = "2016-06-22" // s. 9 of the Act of 2016
	start2018NI = "2018-04-06" // the rest of it (SR 2017/217)
	last2018NI  = "2018-04-05"
)

var (
	commenced1969NI = law.MustDate(start1969NI)
	commenced1998NI = law.MustDate(start1998NI)
	commencedLockNI = law.MustDate(startLockNI)
	commencedCICNI  = law.MustDate(startCICNI)
	commenced2018NI = law.MustDate(start2018NI)

	// greatBritain are figures that say no more than whose they are.
	greatBritain Figures
)

// CoOperativeNI is the form of a co-operative society of Northern Ireland, with the figures
// it carries: EnactedNI, or a reform of them. A society registered there before 6 April 2018
// that is run as one is a body of this form too. Its table is smaller than that of Great
// Britain: a rule is there only where the text of Northern Ireland's own Act was read.
// COVERAGE.md beside the legalform package lists what is not.
func CoOperativeNI(f Figures) *law.Family[Society, Figures] {
	return form("co-operative-society-ni", "Co-operative society (Northern Ireland)", CoOperativeSociety, northernRules, f)
}

// CommunityBenefitNI is the form of a community benefit society of Northern Ireland, as
// CoOperativeNI is that of a co-operative society.
func CommunityBenefitNI(f Figures) *law.Family[Society, Figures] {
	return form("community-benefit-society-ni", "Community benefit society (Northern Ireland)", CommunityBenefitSociety, northernRules, f)
}

// RulesNI returns every rule on societies of Northern Ireland.
func RulesNI() *law.Rules[Society, Figures] { return northernRules }

func (f *Figures) northern() bool { return f.Place == law.NorthernIreland }

// reach is where the law of the figures reaches.
func (f *Figures) reach() law.Extent {
	if f.northern() {
		return law.NorthernIreland
	}
	return law.GreatBritain | law.ChannelIslands
}

// typesSince is the day from which a society is registered as one of the two types.
func (f *Figures) typesSince() law.Date {
	if f.northern() {
		return commenced2018NI
	}
	return commenced2014
}

// lockSince is the day from which there is a statutory lock.
func (f *Figures) lockSince() law.Date {
	if f.northern() {
		return commencedLockNI
	}
	return commencedLock
}

// suffixNI is what a code of Northern Ireland adds to that of the duty in Great Britain.
const suffixNI = "-ni"

// cites gives what a calculator cites: what it is handed or, where the figures are Northern
// Ireland's, the row of its own table.
func (f *Figures) cites(code law.Code, p law.Provision) (law.Code, law.Provision) {
	if !f.northern() {
		return code, p
	}
	if own, ok := northernPlaces[code]; ok {
		p = own
	}
	return code + suffixNI, p
}

// unread lacks an answer where the figures are Northern Ireland's, whose law on the matter
// was not read: what is Great Britain's is never given for it.
func (f *Figures) unread(a *law.Allowance) bool {
	if f.northern() {
		a.Lack("figures.place", "What does the law of Northern Ireland say? It was not read.")
	}
	return f.northern()
}

// test begins a test by the Act of the day, in the place of the figures.
func (f *Figures) test(t *twins, on law.Date) Criterion {
	k := t.at(on)
	if f.northern() {
		k.Code, k.Provision = f.cites(t.now.code, t.now.provision)
	}
	return k
}

var (
	northernProfits = act1969.At("s. 1(1), Sch 1 para 12", "schedule/1")
	northernLock    = regs2006NI.At("reg 3, Sch 1", "regulation/3")
)

// northernPlaces are the provisions of Northern Ireland that calculators and tests cite, by
// the code of the duty in Great Britain. Nothing writes to it.
var northernPlaces = map[law.Code]law.Provision{
	ShareholdingTooLarge:    act1969.At("s. 6(1)", "section/6"),
	BankingWithWithdrawable: act1969.At("s. 7(1), (3)", "section/7"),
	LockedAssetMisused:      northernLock,
	LockedPayment:           northernLock,
	AuditorsNotAppointed:    act1969.At("ss. 38, 38A(1)", "section/38"),
	OptOutUnavailable:       act1969.At("s. 38A(1), (6)", "section/38A"),
	OptOutNotCarried:        act1969.At("s. 38A(2)", "section/38A"),
	OptOutExcluded:          act1969.At("s. 38A(3)", "section/38A"),
	OptOutLapsed:            act1969.At("s. 38A(4)-(5)", "section/38A"),
	ReporterNotAppointed:    act1969.At("s. 43A", "section/43A"),
}

// inNI is a window that opens in Northern Ireland on a day.
func inNI(from string) law.Window { return law.From(from, law.NorthernIreland) }

// northern is the row of Northern Ireland for a duty that Great Britain has too: the same
// words and the same check, under a code, a provision and windows of its own.
func northern(r rule, provision law.Provision, windows ...law.Window) rule {
	r.Code += suffixNI
	r.Provision, r.InForce = provision, windows
	r.Successor, r.Ended = "", ""
	return r
}
