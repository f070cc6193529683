package employee

import "github.com/rochdale-go/rochdale/legalform/law"

// SharePlans are what a company grants under the share plans with tax advantages, and to
// employee shareholders. Each entry is judged by the figures of its own day.
type SharePlans struct {
	Incentive    law.Fact[[]PlanAward]            `json:"share_incentive,omitzero"`
	Savings      law.Fact[[]SavingsContract]      `json:"save_as_you_earn,omitzero"`
	Options      law.Fact[[]OptionGrant]          `json:"company_options,omitzero"`
	Enterprise   law.Fact[[]EnterpriseGrant]      `json:"enterprise_incentives,omitzero"`
	Shareholders law.Fact[[]ShareholderAgreement] `json:"employee_shareholders,omitzero"`
}

// A PlanAward is an award to one person under a share incentive plan (Income Tax (Earnings
// and Pensions) Act 2003 Sch 2).
type PlanAward struct {
	On   law.Date           `json:"on"`
	Kind law.Fact[PlanKind] `json:"kind,omitzero"`
	// Value is the market value of free shares when awarded, as if they were not restricted, or
	// the partnership share money deducted; Before is what of the same kind the person had earlier in the tax year.
	Value  law.Fact[law.Pence] `json:"value,omitzero"`
	Before law.Fact[law.Pence] `json:"before,omitzero"`
	// Salary is that of the tax year, for partnership share money; LeastDeduction is the
	// least that the plan lets anybody have deducted, 0 where it sets none.
	Salary         law.Fact[law.Pence] `json:"salary,omitzero"`
	LeastDeduction law.Fact[law.Pence] `json:"least_deduction,omitzero"`
	// WaitingMonths is the longest employment that the plan asks for.
	WaitingMonths law.Fact[int] `json:"waiting_months,omitzero"`
	// Accumulated says that partnership share money is saved up over an accumulation period.
	Accumulated law.Fact[bool] `json:"accumulated,omitzero"`
	// SameTerms says that all who qualify are invited to take part, and that those who do take
	// part on the same terms.
	SameTerms law.Fact[bool] `json:"same_terms,omitzero"`
	// Factors are what the number of free shares goes by, performance aside, and TotalIsSum
	// says that an entitlement for each is added up.
	Factors    law.Fact[[]Factor] `json:"factors,omitzero"`
	TotalIsSum law.Fact[bool]     `json:"total_is_sum,omitzero"`
	// Matching and Bought are the matching shares, and the partnership shares that they match.
	Matching law.Fact[int64] `json:"matching,omitzero"`
	Bought   law.Fact[int64] `json:"bought,omitzero"`
	// Alike says that matching shares are of the class of the partnership shares, with their
	// rights, and are awarded on the same day and to all on the same basis.
	Alike law.Fact[bool] `json:"matching_alike,omitzero"`
	// HoldingMonths is how long the shares must stay in the plan, 0 for not at all.
	HoldingMonths law.Fact[int] `json:"holding_months,omitzero"`
	// HoldingVaried says that the period differs among the shares of the award, was lengthened
	// after it, or goes on after the person has left.
	HoldingVaried law.Fact[bool]  `json:"holding_varied,omitzero"`
	Performance   PlanPerformance `json:"performance,omitzero"`
}

// PlanPerformance is an award of free shares by performance, by the first of the two methods.
type PlanPerformance struct {
	// MethodOne says that performance allowances by method one are part of the award.
	MethodOne law.Fact[bool] `json:"method_one,omitzero"`
	// Shares are all those of the award to everybody, and Otherwise those of them that go by
	// no performance; BestPerformance and BestOtherwise are the most that one person has.
	Shares          law.Fact[int64] `json:"shares,omitzero"`
	Otherwise       law.Fact[int64] `json:"otherwise,omitzero"`
	BestPerformance law.Fact[int64] `json:"best_by_performance,omitzero"`
	BestOtherwise   law.Fact[int64] `json:"best_otherwise,omitzero"`
}

// PlanKind is what shares of a share incentive plan are.
type PlanKind uint8

// The kinds of shares.
const (
	FreeShares PlanKind = iota + 1
	PartnershipShares
	MatchingShares
	DividendShares
)

var planKinds = []string{"", "free", "partnership", "matching", "dividend"}

// String gives the JSON value.
func (k PlanKind) String() string { return law.NameOf(planKinds, k) }

// MarshalText writes String.
func (k PlanKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *PlanKind) UnmarshalText(b []byte) error {
	return law.ParseName(k, planKinds, b, "a kind of plan shares")
}

// A SavingsContract is an option under a save-as-you-earn scheme (Sch 3).
type SavingsContract struct {
	On law.Date `json:"on"`
	// Monthly is what is saved, Others what the person saves monthly under other such contracts.
	Monthly law.Fact[law.Pence] `json:"monthly,omitzero"`
	Others  law.Fact[law.Pence] `json:"others,omitzero"`
	Years   law.Fact[int]       `json:"years,omitzero"`
	// Price and Value are those of a share: the option's, and the market's when the option is
	// granted, or at an earlier time that may be taken in its place, such as the invitation.
	Price law.Fact[law.Pence] `json:"price,omitzero"`
	Value law.Fact[law.Pence] `json:"value,omitzero"`
	// ManifestlyLess is the recorded judgement that a price below the fraction of the value is
	// manifestly so.
	ManifestlyLess law.Fact[bool] `json:"manifestly_less,omitzero"`
}

// An OptionGrant is a grant under a company share option plan (Sch 4), by market value.
type OptionGrant struct {
	On law.Date `json:"on"`
	// Value is that of the shares at the grant, Held that of those under the person's other
	// options of the kind.
	Value law.Fact[law.Pence] `json:"value,omitzero"`
	Held  law.Fact[law.Pence] `json:"held,omitzero"`
}

// An EnterpriseGrant is a grant of an enterprise management incentive (Sch 5).
type EnterpriseGrant struct {
	On law.Date `json:"on"`
	// NorthernIreland says that the employer is a specified Northern Ireland company: its
	// registered office is there, and it trades in goods or electricity. It matters from 6
	// April 2026.
	NorthernIreland law.Fact[bool] `json:"specified_northern_ireland,omitzero"`
	// Value, Held and InAll are of shares under option, by market value: of this grant, of the
	// person's others (options of a company share option plan among them), and of all the
	// company's others.
	Value law.Fact[law.Pence] `json:"value,omitzero"`
	Held  law.Fact[law.Pence] `json:"held,omitzero"`
	InAll law.Fact[law.Pence] `json:"in_all,omitzero"`
	// GrossAssets and Employees are the company's, or its group's.
	GrossAssets law.Fact[law.Pence] `json:"gross_assets,omitzero"`
	Employees   law.Fact[int64]     `json:"employees,omitzero"`
	// Minutes are worked for the company in a week, of AllMinutes worked at all.
	Minutes    law.Fact[int64] `json:"minutes,omitzero"`
	AllMinutes law.Fact[int64] `json:"all_minutes,omitzero"`
	// ExercisableUntil is the last day on which the option can be exercised.
	ExercisableUntil law.Fact[law.Date] `json:"exercisable_until,omitzero"`
}

// A ShareholderAgreement makes somebody an employee shareholder (Employment Rights Act 1996
// s. 205A). The status was never repealed; its reliefs end with agreements of 30 November 2016.
type ShareholderAgreement struct {
	On law.Date `json:"on"`
	// Value is that of the fully paid shares received.
	Value law.Fact[law.Pence] `json:"value,omitzero"`
	// Advised says that the person had independent advice, at the company's cost, and when.
	Advised   law.Fact[bool]     `json:"advised,omitzero"`
	AdvisedOn law.Fact[law.Date] `json:"advised_on,omitzero"`
}

// SharePlanFigures are the figures of the share plans.
type SharePlanFigures struct {
	PlanWaitingMonths   law.History[int]
	AccumulatedMonths   law.History[int]
	FreeSharesCap       law.History[law.Pence]
	PartnershipCap      law.History[law.Pence]
	PartnershipFraction law.History[law.Ratio]
	DeductionFloor      law.History[law.Pence]
	MatchingRatio       law.History[int64]
	HoldingLeast        law.History[int]
	HoldingMost         law.History[int]
	ExitFreeMonths      law.History[int]
	ReinvestmentCap     law.History[law.Pence]
	PerformanceRest     law.History[law.Ratio]
	PerformanceTimes    law.History[int64]

	SavingsCap   law.History[law.Pence]
	SavingsShort law.History[int]
	SavingsLong  law.History[int]
	SavingsPrice law.History[law.Ratio]

	OptionCap law.History[law.Pence]

	EnterpriseCap        law.History[law.Pence]
	EnterpriseCapNI      law.History[law.Pence]
	EnterpriseAssets     law.History[law.Pence]
	EnterpriseAssetsNI   law.History[law.Pence]
	EnterpriseStaff      law.History[int64]
	EnterpriseStaffNI    law.History[int64]
	EnterpriseYears      law.History[int]
	EnterpriseYearsNI    law.History[int]
	EnterprisePerson     law.History[law.Pence]
	EnterpriseMinutes    law.History[int64]
	EnterpriseWorkingDay law.History[law.Ratio]

	ShareholderLeast   law.History[law.Pence]
	ShareholderDays    law.History[int]
	ShareholderRelief  law.History[law.Pence]
	ShareholderGainCap law.History[law.Pence]
}

// The days on which figures of the share plans begin: the Act of 2003, the higher limits of
// 2014, and the employee shareholder.
const (
	itepaBegan       = "2003-04-06"
	higherLimits     = "2014-04-06"
	shareholderBegan = "2013-09-01"
	emiRaised        = "2026-04-06"
)

func enactedSharePlans() SharePlanFigures {
	sip := func(para string) law.Provision { return itepa.At("Sch 2 para "+para, "schedule/2/paragraph/"+para) }
	saye := func(para string) law.Provision { return itepa.At("Sch 3 para "+para, "schedule/3/paragraph/"+para) }
	emi := func(para string) law.Provision { return itepa.At("Sch 5 para "+para, "schedule/5/paragraph/"+para) }
	raised := fa2026.At("s. 13", "section/13")
	gone := law.Entry[law.Pence]{From: law.MustDate("2013-04-06"), By: sip("64"), Checked: checked, Is: law.Ended}
	f := SharePlanFigures{
		PlanWaitingMonths:   law.Since("employee.sip_waiting_months", "months of employment", at(itepaBegan, 18, sip("16"))),
		AccumulatedMonths:   law.Since("employee.sip_waiting_months_accumulated", "months of employment before an accumulation period", at(itepaBegan, 6, sip("16"))),
		FreeSharesCap:       law.Since("employee.sip_free_cap", "pounds of market value a person and tax year", at(itepaBegan, law.Pounds(3000), sip("35")), at(higherLimits, law.Pounds(3600), sip("35"))),
		PartnershipCap:      law.Since("employee.sip_partnership_cap", "pounds a person and tax year", at(higherLimits, law.Pounds(1800), sip("46"))),
		PartnershipFraction: law.Since("employee.sip_partnership_fraction", "of salary in the tax year", at(higherLimits, law.Percent(10), sip("46"))),
		DeductionFloor:      law.Since("employee.sip_deduction_floor", "pounds, the most that a plan's least deduction may be", at(itepaBegan, law.Pounds(10), sip("47"))),
		MatchingRatio:       law.Since("employee.sip_matching_ratio", "matching shares for each partnership share", at(itepaBegan, int64(2), sip("60"))),
		HoldingLeast:        law.Since("employee.sip_holding_least", "months beginning with the award", at(itepaBegan, 36, sip("36"))),
		HoldingMost:         law.Since("employee.sip_holding_most", "months beginning with the award", at(itepaBegan, 60, sip("36"))),
		ExitFreeMonths:      law.Since("employee.sip_exit_free_months", "months after which shares leave the plan untaxed", at(itepaBegan, 60, itepa.At("s. 505", "section/505"))),
		ReinvestmentCap:     law.Since("employee.sip_reinvestment_cap", "pounds of dividends reinvested a person and tax year", at(itepaBegan, law.Pounds(1500), sip("64")), gone),
		PerformanceRest:     law.Since("employee.sip_performance_rest", "of the shares of an award, by no performance", at(itepaBegan, law.Percent(20), sip("41"))),
		PerformanceTimes:    law.Since("employee.sip_performance_times", "times the best award by no performance", at(itepaBegan, int64(4), sip("41"))),
		SavingsCap:          law.Since("employee.saye_monthly_cap", "pounds a person and month", at(itepaBegan, law.Pounds(250), saye("25")), at(higherLimits, law.Pounds(500), saye("25"))),
		SavingsShort:        law.Since("employee.saye_short_term", "years", at(higherLimits, 3, saye("24"))),
		SavingsLong:         law.Since("employee.saye_long_term", "years", at(higherLimits, 5, saye("24"))),
		SavingsPrice:        law.Since("employee.saye_price_fraction", "of the market value of a share at the grant or an earlier time in its place", at(itepaBegan, law.Percent(80), saye("28"))),
		OptionCap: law.Since("employee.csop_cap", "pounds of shares under option a person",
			at(itepaBegan, law.Pounds(30_000), itepa.At("Sch 4 para 6", "schedule/4/paragraph/6")), at("2023-04-06", law.Pounds(60_000), itepa.At("Sch 4 para 6", "schedule/4/paragraph/6"))),
	}
	f.EnterpriseCap = law.Since("employee.emi_company_cap", "pounds of shares under option", at(itepaBegan, law.Pounds(3_000_000), emi("7")), at(emiRaised, law.Pounds(6_000_000), raised))
	f.EnterpriseCapNI = law.Since("employee.emi_company_cap_ni", "pounds of shares under option, specified Northern Ireland companies", at(emiRaised, law.Pounds(3_000_000), raised))
	f.EnterpriseAssets = law.Since("employee.emi_gross_assets", "pounds, not to be exceeded", at(itepaBegan, law.Pounds(30_000_000), emi("12")), at(emiRaised, law.Pounds(120_000_000), raised))
	f.EnterpriseAssetsNI = law.Since("employee.emi_gross_assets_ni", "pounds, not to be exceeded, specified Northern Ireland companies", at(emiRaised, law.Pounds(30_000_000), raised))
	f.EnterpriseStaff = law.Since("employee.emi_employees", "employees, to stay below", at("2008-07-21", int64(250), emi("12A")), at(emiRaised, int64(500), raised))
	f.EnterpriseStaffNI = law.Since("employee.emi_employees_ni", "employees, to stay below, specified Northern Ireland companies", at(emiRaised, int64(250), raised))
	f.EnterpriseYears = law.Since("employee.emi_years", "years from the grant", at(itepaBegan, 10, emi("36")), at(emiRaised, 15, raised))
	f.EnterpriseYearsNI = law.Since("employee.emi_years_ni", "years from the grant, specified Northern Ireland companies", at(emiRaised, 10, raised))
	f.EnterprisePerson = law.Since("employee.emi_person_cap", "pounds of shares under option a person", at("2012-06-16", law.Pounds(250_000), emi("5")))
	f.EnterpriseMinutes = law.Since("employee.emi_minutes", "minutes a week, at least", at(itepaBegan, int64(25*60), emi("26")))
	f.EnterpriseWorkingDay = law.Since("employee.emi_working_time", "of working time, at least, if that is less", at(itepaBegan, law.Percent(75), emi("26")))

	status := era1996.At("s. 205A", "section/205A")
	reliefs := tcga1992.At("ss. 236B-236G", "section/236B")
	over := func(from string) law.Entry[law.Pence] {
		return law.Entry[law.Pence]{From: law.MustDate(from), By: reliefs, Checked: checked, Is: law.Ended}
	}
	f.ShareholderLeast = law.Since("employee.shareholder_least", "pounds of fully paid shares, at least", at(shareholderBegan, law.Pounds(2000), status))
	f.ShareholderDays = law.Since("employee.shareholder_days", "days after advice", at(shareholderBegan, 7, status))
	f.ShareholderRelief = law.Since("employee.shareholder_relief", "pounds of shares whose gains are exempt", at(shareholderBegan, law.Pounds(50_000), reliefs), over("2016-12-01"))
	f.ShareholderGainCap = law.Since("employee.shareholder_gain_cap", "pounds of exempt gains in a lifetime", at("2016-03-17", law.Pounds(100_000), reliefs), over("2016-12-01"))
	return f
}

var era1996 = law.Instrument{Title: "Employment Rights Act 1996 (c. 18)", Path: "ukpga/1996/18"}
