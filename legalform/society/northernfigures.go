package society

import "github.com/rochdale-go/rochdale/legalform/law"

// EnactedNI returns the figures as the law of Northern Ireland stands. A figure that is left
// out belongs to a rule that the table of Northern Ireland does not have; what calculates
// with it lacks it.
func EnactedNI() Figures {
	return Figures{
		Place:              law.NorthernIreland,
		MemberFigures:      northernMembers(),
		ApplicationFigures: northernApplication(),
		RuleBookFigures:    northernRuleBook(),
		AmendmentFigures:   northernAmendment(),
		ShareFigures:       northernShares(),
		ResolutionFigures: ResolutionFigures{
			DissolutionConsent: law.Since("society.dissolution_consent_ni", "of all members, at least",
				at(start2018NI, law.Per(3, 4), act1969.At("s. 66A(1)(a)", "section/66A"))),
		},
		DistributionFigures: northernDistributions(),
		AccountsFigures:     northernAccounts(),
		DealingFigures:      northernDealings(),
	}
}

// The day on which the Order of 1997 came into operation.
const (
	day1998NI    = "1998-02-17"
	twoMonthsRun = "Does an Order of 17 December 1997 that comes into operation on the expiration of two months from its making do so on 17 or on 18 February 1998?"
)

// cut1998 is a number that the Order of 1997 lowered.
func cut1998(id, unit string, before, after int64, by, cut law.Provision) law.History[int64] {
	return law.Since(id, unit, at(start1969NI, before, by), at(day1998NI, before, cut).InDoubt(twoMonthsRun, after), at(start1998NI, after, cut))
}

func northernMembers() MemberFigures {
	return MemberFigures{cut1998("society.minimum_members_ni", "members", 7, 3,
		act1969.At("s. 2(1)(a)", "section/2"), order1997NI.At("Sch 2 para 1(a)", "schedule/2"))}
}

func northernApplication() ApplicationFigures {
	s2 := act1969.At("s. 2(1)(b)", "section/2")
	return ApplicationFigures{
		ApplicantMembers: cut1998("society.applicant_members_ni", "members", 7, 3, s2, order1997NI.At("Sch 2 para 1(a)", "schedule/2")),
		ApplicantSocieties: cut1998("society.applicant_societies_ni", "member societies, or all if fewer", 3, 2,
			act1969.At("s. 2(2)", "section/2"), order1997NI.At("Sch 2 para 1(b)", "schedule/2")),
		PaperCopies:      law.Since("society.paper_copies_ni", "copies of the rules", at(start1969NI, int64(2), s2)),
		ElectronicCopies: law.Since("society.electronic_copies_ni", "copies of the rules", at(start2018NI, int64(1), s2)),
	}
}

func northernRuleBook() RuleBookFigures {
	const before = "Did Schedule 1 paragraph 13, before it was replaced, ask every society for a rule on a seal, and on what day was it replaced?"
	para13 := act1969.At("Sch 1 para 13", "schedule/1")
	return RuleBookFigures{law.Since("society.seal_optional_ni", "whether rules may leave it out",
		at(start1969NI, false, para13).InDoubt(before, true), at(start2018NI, true, para13))}
}

func northernAmendment() AmendmentFigures {
	s9 := act1969.At("s. 9(1)", "section/9")
	return AmendmentFigures{
		AmendmentCopies:  law.Since("society.amendment_copies_ni", "copies", at(start1969NI, int64(2), s9)),
		AmendmentMembers: law.Since("society.amendment_members_ni", "members", at(start1969NI, int64(3), s9)),
		AmendmentSocieties: cut1998("society.amendment_societies_ni", "member societies, or all if fewer", 3, 2,
			s9, order1997NI.At("Sch 2 para 2(b)", "schedule/2")),
	}
}

// northernShares has the maximum from reports of Parliament and of the bill, where the
// instruments were not seen. It is doubtful how it rose from £5,000 to £20,000: regulations of 2
// December 1985 raised it for some types of society only.
func northernShares() ShareFigures {
	all := func(pounds int64) ShareLimit { return ShareLimit{Most: law.Pounds(pounds)} }
	s6 := act1969.At("s. 6(1)", "section/6")
	raised := ShareLimit{law.Pounds(100_000), true}
	return ShareFigures{
		MaxShareholding: law.Since("society.max_shareholding_ni", "of interest in shares, for a member",
			at(start1969NI, all(1_000), s6),
			at("1976-03-02", all(1_000), order1976NI.At("art 3", "")).InDoubt("On what day in 1976, after its draft was approved on 2 March, did the Order come into operation?", all(5_000)),
			at("1977-01-01", all(5_000), order1976NI.At("art 3", "")),
			at("1985-12-02", all(5_000), s6).InDoubt(
				"Was the maximum for a society of this type still £5,000, or had regulations raised it to the £20,000 of 2015, or to a figure between?",
				all(10_000), all(20_000)),
			at("2015-07-01", all(20_000), s6),
			at(start2016NI, all(20_000), s6).InDoubt("Did the higher maximum, of withdrawable shares alone, begin on 22 June 2016, when section 6 or its neighbour was amended, or on 6 April 2018?", raised),
			at(start2018NI, raised, s6),
		),
		ProviderExemption: law.Since("society.provider_exemption_ni", "whether there is one", at(start1969NI, false, s6)),
	}
}

// northernDistributions takes the registrar's guidance to hold for Northern Ireland from the
// day on which the Financial Conduct Authority became its registrar.
func northernDistributions() DistributionFigures {
	const before = "Did the registrar of Northern Ireland, before the Financial Conduct Authority took over on 6 April 2018, ask the same of every society?"
	all := law.Percent(100)
	return DistributionFigures{
		CommunityDistribution: law.Since("society.community_distribution_ni", "of distributable profits, at most",
			at(start1969NI, law.Ratio{}, noProfit).InDoubt(before, all), at(start2018NI, law.Ratio{}, noProfit)),
		ShareDividend: law.Since("society.share_dividend_ni", "of distributable profits, at most",
			at(start1969NI, law.Ratio{}, byTrade).InDoubt(before, all), at(start2018NI, law.Ratio{}, byTrade)),
		InterestDeclared: law.Since("society.interest_declared_ni", "whether it must be",
			at(start1969NI, true, declares).InDoubt(before, false), at(start2018NI, true, declares)),
	}
}

// northernAccounts keeps the limits of 1997 for a year without audit: the orders that raised
// Great Britain's in 2006 and 2018 do not reach Northern Ireland, whose text still has them.
func northernAccounts() AccountsFigures {
	s36B, s38, s38A := act1969.At("s. 36B(2), (7)", "section/36B"), act1969.At("s. 38(2)", "section/38"), act1969.At("s. 38A(1)-(2)", "section/38A")
	return AccountsFigures{
		YearFigures: YearFigures{
			FirstYearOver: law.Since("society.first_year_over_ni", "months, to be exceeded", at(start2018NI, 6, s36B)),
			LongestYear:   law.Since("society.longest_year_ni", "months, at most", at(start2018NI, 18, s36B)),
		},
		AuditFigures: AuditFigures{
			OptOutLimits: law.Since("society.opt_out_limits_ni", "of assets at the end of, and of turnover in, the preceding year, at most",
				at(start1998NI, OptOutLimit{Assets: law.Pounds(1_400_000), Turnover: law.Pounds(350_000), BeginningFrom: commenced1998NI}, s38A)),
			CharityIncome: law.Since("society.opt_out_charity_income_ni", "of gross income in the preceding year, at most",
				at(start1998NI, law.Pounds(250_000), act1969.At("s. 38A(6)", "section/38A")).InDoubt(charityIncomeNI, law.Pounds(350_000))),
			OptOutAgainstCast: law.Since("society.opt_out_against_cast_ni", "of the votes cast, against, less than", at(start1998NI, law.Percent(20), s38A)),
			OptOutAgainstAll: law.Since("society.opt_out_against_all_ni", "of the members entitled to vote, against, less than",
				at(start1998NI, law.Percent(10), s38A)),
			SmallSociety: law.Since("society.small_society_ni", "in the preceding year, at most",
				at(start1998NI, SmallLimit{law.Pounds(5_000), 500, law.Pounds(5_000)}, s38)),
			LayAuditors: law.Since("society.lay_auditors_ni", "persons, at least", at(start1998NI, int64(2), act1969.At("s. 38(4)(b)", "section/38"))),
		},
		ReturnMonths: law.Since("society.return_months_ni", "months beginning immediately after the end of the year of account",
			at(start2018NI, 7, act1969.At("s. 48(1)", "section/48"))),
	}
}

func northernDealings() DealingFigures {
	s19 := act1969.At("s. 19(2)-(3)", "section/19")
	return DealingFigures{
		PersonFigures: PersonFigures{
			SigningAge: law.Since("society.signing_age_ni", "years", at(start2016NI, 16, s19)),
			OfficerAge: law.Since("society.officer_age_ni", "years", at(start2016NI, 16, s19)),
		},
		DepositFigures: DepositFigures{law.Since("society.small_deposit_ni", "deposits that are not banking",
			at(start1969NI, DepositLimit{law.Pounds(2), law.Pounds(50), 2}, act1969.At("s. 7(3)", "section/7")))},
	}
}
