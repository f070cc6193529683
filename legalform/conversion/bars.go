package conversion

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/charity"
	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/financialmutual"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
)

// enactedBars are the provisions that shut ways. That a form has no bar does not open one.
func enactedBars() []Bar {
	return slices.Concat(cicBars(), societyBars(), companyBars(), charityBars(), otherBars())
}

// cicBars: section 53 lists the ways out, and section 26 who may come in.
func cicBars() []Bar {
	s53 := cics2004.At("s. 53", "section/53")
	onlyOut := []law.Code{cic.NoWayOut}
	kind := cicGuidance.At("changing form", "")
	switched := "a community interest company limited by guarantee does not become one limited by shares, nor the reverse."
	return []Bar{
		{
			From: everyCIC, To: []string{LimitedByShares, LimitedByGuarantee, PublicLimited, EmployeeTrust}, InForce: bothCIC, Provision: s53, Judges: onlyOut,
			Says: "a community interest company ceases to be one only by dissolution, by becoming a charity, or by becoming a society as regulations allow. It never becomes an ordinary company.",
		},
		{
			From: everyCIC, To: []string{CoOperative, CommunityBenefit, CreditUnion, CoOperativeNI, CommunityBenefitNI}, InForce: oldCIC(), Provision: cics2004.At("s. 56(1)", "section/56"),
			Judges: onlyOut, Says: "a community interest company may not convert itself into a society unless regulations provide for it, which none did.",
		},
		{
			From: everyCIC, To: []string{CoOperative, PreCommencement, CreditUnion, CoOperativeNI}, InForce: since(startNewCIC, law.UnitedKingdom),
			Provision: cics2009.At("reg 5 (reg 6A of SI 2005/1788)", "regulation/5"), Judges: []law.Code{cic.NoWayOut, cic.SocietyUnrestricted},
			Says: "of societies, a community interest company may become only one with the prescribed restriction on use of assets, which a community benefit society alone can have.",
		},
		{
			From: everyCIC, To: []string{Association, UnincorporatedCharity, Partnership, LLP, FoundationTrust, BuildingSociety, FriendlySociety, SCIO, AcademyTrust}, InForce: bothCIC,
			Provision: s53, Judges: onlyOut,
			Says: "a community interest company ceases to be one only by dissolution, by becoming a charity, or by becoming a society as regulations allow.",
		},
		{
			From: only(CICGuarantee), To: shareCICs, InForce: bothCIC, Provision: kind, Weight: law.Guidance, Judges: []law.Code{cic.FormSwitched}, Says: switched,
		},
		{
			From: shareCICs, To: only(CICGuarantee), InForce: bothCIC, Provision: kind, Weight: law.Guidance, Judges: []law.Code{cic.FormSwitched}, Says: switched,
		},
		{
			From: shareCompanies, To: only(CICGuarantee), InForce: bothCIC, Provision: kind, Weight: law.Guidance, Judges: []law.Code{cic.FormSwitched},
			Says: "a company limited by shares does not become a community interest company limited by guarantee.",
		},
		{
			From: only(LimitedByGuarantee), To: shareCICs, InForce: bothCIC, Provision: kind, Weight: law.Guidance, Judges: []law.Code{cic.FormSwitched},
			Says: "a company limited by guarantee does not become a community interest company limited by shares.",
		},
		{
			From: except(slices.Concat(everyCIC, ordinary, []string{CharitableCompany, AcademyTrust, CommunityBenefit, CoOperative, PreCommencement, CoOperativeNI, CommunityBenefitNI})...), To: everyCIC,
			InForce: bothCIC, Provision: cics2004.At("ss. 26(2), 37(1)", "section/26"), Judges: []law.Code{cic.CannotConvert},
			Says: "only a company limited by shares or by guarantee may become a community interest company.",
		},
		{
			From: only(CharitableCompany), To: everyCIC, InForce: between(startCIC, lastOldCIC, law.Scotland), Provision: cics2004.At("s. 40(1)", "section/40"),
			Judges: []law.Code{cic.ScottishCharityBarred}, Says: "a company that is a Scottish charity may not become a community interest company.",
		},
		{
			From: only(CharitableCompany), To: everyCIC, InForce: since(startCICNI, law.NorthernIreland), Provision: cics2004.At("s. 40A", "section/40A"),
			Judges: []law.Code{cic.NICharityBarred}, Says: "a company that is a Northern Ireland charity may not become a community interest company.",
		},
	}
}

// societyBars: a lock cannot be undone, and no society has become a pre-commencement one
// since the Act of 2014.
func societyBars() []Bar {
	company := lock2006.At("Sch 2 para 6", "schedule/2")
	return []Bar{
		{
			From: lockable, FromTrait: Locked, To: ordinary, InForce: since(startLock, law.GreatBritain), Provision: company,
			Judges: []law.Code{society.LockedConversion},
			Says:   "a society with the statutory restriction on the use of its assets may convert only into a community interest company, or a company that is a charity or a registered social landlord.",
		},
		{
			From: lockable, FromTrait: Locked, To: []string{CoOperative, CreditUnion}, InForce: since(startLock, law.GreatBritain),
			Provision: lock2006.At("reg 7, Sch 2 paras 4-5", "regulation/7"), Judges: []law.Code{society.LockAltered, society.LockedMerger},
			Says: "the restriction on the use of its assets may not be altered, and only a community benefit society can have it.",
		},
		{
			From: except(PreCommencement), To: only(PreCommencement), InForce: since(start2014, law.GreatBritain), Provision: societies2014.At("ss. 1(1), 2(1)", "section/1"),
			Says: "a society registered since 1 August 2014 is registered as a co-operative or a community benefit society; only one registered before is a pre-commencement society.",
		},
		{
			From: only(CreditUnion), To: slices.Concat(ordinary, everyCIC, only(CharitableCompany)), InForce: since(startUnions, law.GreatBritain),
			Provision: creditUnions1979.At("s. 22", "section/22"), Judges: []law.Code{financialmutual.CreditUnionConverts},
			Says: "conversion into a company is not open to a credit union.",
		},
		{
			From: only(CreditUnion), To: []string{CoOperative, CommunityBenefit}, InForce: since(startUnions, law.GreatBritain),
			Provision: creditUnions1979.At("s. 2(3)", "section/2"),
			Says:      "a society whose objects are wholly or substantially those of a credit union may not be registered otherwise than as one.",
		},
	}
}

// companyBars: Part 7 of the Companies Act 2006 lists what re-registration can do.
func companyBars() []Bar {
	s89 := companies2006.At("s. 89", "section/89")
	uk := since(startNewCIC, law.UnitedKingdom)
	says := "re-registration turns private into public, limited into unlimited, and back. It does not turn a company limited by guarantee into one limited by shares, nor the reverse."
	return []Bar{
		{From: only(LimitedByGuarantee), To: []string{LimitedByShares, EmployeeTrust}, InForce: uk, Provision: s89, Says: says},
		{From: shareCompanies, To: only(LimitedByGuarantee), InForce: uk, Provision: s89, Says: says},
		{
			From: only(LimitedByGuarantee), To: only(PublicLimited), InForce: uk, Provision: companies2006.At("s. 90(2)(a)", "section/90"),
			Says: "a company may be re-registered as public only if it has a share capital.",
		},
		{
			From: []string{LimitedByShares, PublicLimited, EmployeeTrust}, To: only(AcademyTrust), InForce: since(startAcademy, law.EnglandAndWales),
			Provision: academies2010.At("s. 12(2)(a)", "section/12"), Says: "a qualifying Academy proprietor is a company limited by guarantee.",
		},
	}
}

// charityBars: what a charity holds stays charitable, whatever the body becomes.
func charityBars() []Bar {
	s197 := charities2011.At("ss. 197(2), 198", "section/197")
	bound := "objects change only with the Charity Commission's prior consent, and no alteration by which the body ceases to be a charity frees the property that it holds. There is no conversion into a form that is no charity's."
	consent := []law.Code{charity.CompanyAlterationUnapproved}
	ew := since(start2011, law.EnglandAndWales)
	return []Bar{
		{From: []string{CharitableCompany, AcademyTrust}, To: notForCharities, InForce: ew, Provision: s197, Judges: consent, Says: bound},
		{
			From: lockable, FromTrait: Charitable, To: notForCharities, InForce: ew, Provision: charities2011.At("s. 197(2)", "section/197"),
			Says: "no alteration by which a body corporate ceases to be a charity frees the property that it holds. There is no conversion into a form that is no charity's.",
		},
		{
			From: only(CIO), To: notForCharities, InForce: since(startCIO, law.EnglandAndWales), Provision: charities2011.At("s. 225", "section/225"),
			Judges: []law.Code{charity.CIONoLongerCharity}, Says: "a charitable incorporated organisation may not amend its constitution so as to cease to be a charity.",
		},
		{
			From: only(AcademyTrust), To: only(CIO), InForce: since(startToCIO, law.EnglandAndWales), Provision: charities2011.At("s. 228(2)(b)", "section/228"),
			Says: "an exempt charity, which an academy trust is since 1 January 2011, may not apply to be converted.",
		},
		{
			From: []string{Association, UnincorporatedCharity}, To: only(SCIO), InForce: since(startSCIO, law.Scotland), Provision: oscr.At("section 4.1", ""), Weight: law.Guidance,
			Says: "the Act has no mechanism by which a body that is no company or society changes into one.",
		},
	}
}

// otherBars are of the bodies with an Act of their own.
func otherBars() []Bar {
	return []Bar{
		{
			From: only(FriendlySociety), To: []string{CoOperative, CommunityBenefit}, InForce: since(startGuidance, law.GreatBritain),
			Provision: handbook.At("RFCCBS 3.5.1, on s. 84A of the Friendly Societies Act 1974", ""), Weight: law.Guidance,
			Says: "of the societies registered under the Act of 1974, working men's clubs, benevolent and specially authorised societies can convert; those registered as friendly societies cannot.",
		},
		{
			From: except(FriendlySociety), To: only(FriendlySociety), InForce: since(start1992, law.UnitedKingdom), Provision: friendly1992.At("s. 93(1)", "section/93"),
			Says: "no society may be registered under the Act of 1974 any more.",
		},
		{
			From: only(BuildingSociety), To: only(PublicLimited), InForce: since(startBuilding, law.UnitedKingdom), Provision: building1986.At("ss. 97-102", "section/97"),
			Judges: []law.Code{financialmutual.ShareholdersNotCarried, financialmutual.BorrowersNotCarried, financialmutual.TransferTurnoutTooLow},
			Says:   "a building society is not converted: it transfers its business to a company and is dissolved.",
		},
		{
			From: only(FoundationTrust), To: except(FoundationTrust), InForce: since(startHealth, law.England), Provision: health2006.At("ss. 56-57A", "section/56"),
			Says: "a foundation trust merges, is acquired, separates or is dissolved; the Act converts it into nothing else.",
		},
	}
}
