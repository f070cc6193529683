package conversion

import "github.com/rochdale-go/rochdale/legalform/law"

// The ids of the forms.
const (
	CICGuarantee          = "cic-guarantee"
	CICSchedule2          = "cic-shares-schedule-2"
	CICSchedule3          = "cic-shares-schedule-3"
	CoOperative           = "co-operative-society"
	CommunityBenefit      = "community-benefit-society"
	PreCommencement       = "pre-commencement-society"
	EmployeeTrust         = "employee-trust-company"
	LimitedByShares       = "company-limited-by-shares"
	LimitedByGuarantee    = "company-limited-by-guarantee"
	PublicLimited         = "public-limited-company"
	CharitableCompany     = "charitable-company"
	CIO                   = "charitable-incorporated-organisation"
	SCIO                  = "scottish-charitable-incorporated-organisation"
	Association           = "unincorporated-association"
	UnincorporatedCharity = "unincorporated-charity"
	Partnership           = "partnership"
	LLP                   = "limited-liability-partnership"
	FoundationTrust       = "nhs-foundation-trust"
	AcademyTrust          = "academy-trust"
	CreditUnion           = "credit-union"
	BuildingSociety       = "building-society"
	FriendlySociety       = "friendly-society"
	CoOperativeNI         = "co-operative-society-ni"
	CommunityBenefitNI    = "community-benefit-society-ni"
)

// Groups of forms that the law treats alike.
var (
	everyCIC        = []string{CICGuarantee, CICSchedule2, CICSchedule3}
	shareCICs       = []string{CICSchedule2, CICSchedule3}
	shareCompanies  = []string{LimitedByShares, PublicLimited, EmployeeTrust}
	ordinary        = []string{LimitedByShares, LimitedByGuarantee, PublicLimited, EmployeeTrust}
	lockable        = []string{CommunityBenefit, PreCommencement}
	newCompanies    = []string{LimitedByShares, LimitedByGuarantee, PublicLimited}
	charities       = []string{CharitableCompany, CIO, SCIO, UnincorporatedCharity, AcademyTrust}
	notForCharities = []string{
		LimitedByShares, LimitedByGuarantee, PublicLimited, EmployeeTrust, CoOperative, Association, Partnership, LLP, CreditUnion, BuildingSociety,
		FriendlySociety,
	}
)

func allForms() []string {
	var out []string
	for _, f := range enactedForms() {
		out = append(out, f.ID)
	}
	return out
}

// except lists every form but some.
func except(but ...string) []string {
	var out []string
next:
	for _, id := range allForms() {
		for _, x := range but {
			if x == id {
				continue next
			}
		}
		out = append(out, id)
	}
	return out
}

// enactedForms: a form that is older than its window is modelled from then only. A
// co-operative and a community benefit society are registered as such since 1 August 2014;
// before, a society was registered under the Act of 1965 on meeting one condition or the
// other, and is a body of the form too. Northern Ireland has had societies of an Act of its
// own since 25 November 1969, and the two kinds by name since 6 April 2018.
func enactedForms() []Form {
	const uk, gb, ew = law.UnitedKingdom, law.GreatBritain, law.EnglandAndWales
	s26 := cics2004.At("s. 26", "section/26")
	cic := []law.Window{law.From(startCIC, gb), law.From(startCICNI, law.NorthernIreland)}
	registered := societies2014.At("s. 2", "section/2")
	societies := since(start1965, gb)
	northern, registeredNI := since(start1969NI, law.NorthernIreland), societies1969.At("ss. 1-2", "section/1")
	companies, s3 := since(start1965, uk), companies2006.At("s. 3", "section/3")
	shares, guarantee := []Trait{ByShares}, []Trait{ByGuarantee}
	locks := []Trait{Unlocked, Locked, Charitable}
	return []Form{
		{CICGuarantee, "CIC limited by guarantee", cic, false, guarantee, s26},
		{CICSchedule2, "CIC by shares, Schedule 2", cic, false, shares, s26},
		{CICSchedule3, "CIC by shares, Schedule 3", cic, false, shares, s26},
		{CoOperative, "Co-operative society", societies, true, nil, registered},
		{CommunityBenefit, "Community benefit society", societies, true, locks, registered},
		{PreCommencement, "Pre-commencement society", since(start2014, gb), false, locks, societies2014.At("s. 1(1)(b)", "section/1")},
		{EmployeeTrust, "Employee-trust company", since(startTrusts, uk), false, shares, gains1992.At("s. 236H", "section/236H")},
		{LimitedByShares, "Company limited by shares", companies, true, shares, s3},
		{LimitedByGuarantee, "Company limited by guarantee", companies, true, guarantee, s3},
		{PublicLimited, "Public limited company", since(startCIC, uk), true, shares, companies2006.At("s. 4", "section/4")},
		{CharitableCompany, "Charitable company", since(startCIC, uk), true, []Trait{ByGuarantee, ByShares}, charities2011.At("s. 193", "section/193")},
		{CIO, "Charitable incorporated organisation", since(startCIO, ew), false, nil, charities2011.At("Part 11", "part/11")},
		{SCIO, "Scottish charitable incorporated organisation", since(startSCIO, law.Scotland), false, nil, scotland2005.At("s. 49", "section/49")},
		{Association, "Unincorporated association", companies, true, nil, contract.At("", "")},
		{UnincorporatedCharity, "Unincorporated charity", companies, true, nil, charities2011.At("s. 267(1)(c)", "section/267")},
		{Partnership, "Partnership", companies, true, nil, partners1890.At("s. 1", "section/1")},
		{
			LLP, "Limited liability partnership",
			[]law.Window{law.From(startLLP, gb), law.From(startNewCIC, law.NorthernIreland)},
			false, nil,
			partners2000.At("s. 1", "section/1"),
		},
		{FoundationTrust, "NHS foundation trust", since(startHealth, law.England), true, nil, health2006.At("s. 30", "section/30")},
		{AcademyTrust, "Academy trust", since(startAcademy, ew), true, guarantee, academies2010.At("s. 12(2)", "section/12")},
		{CreditUnion, "Credit union", since(startUnions, gb), true, nil, creditUnions1979.At("s. 1", "section/1")},
		{BuildingSociety, "Building society", since(startBuilding, uk), true, nil, building1986.At("s. 5", "section/5")},
		{
			FriendlySociety, "Friendly society",
			[]law.Window{law.From(startFriendly, gb), law.From(start1992, law.NorthernIreland)},
			true, nil,
			friendly1992.At("s. 116", "section/116"),
		},
		{CoOperativeNI, "Co-operative society (Northern Ireland)", northern, true, nil, registeredNI},
		{CommunityBenefitNI, "Community benefit society (Northern Ireland)", northern, true, locks, registeredNI},
	}
}
