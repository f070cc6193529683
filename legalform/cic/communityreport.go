package cic

import "github.com/rochdale-go/rochdale/legalform/law"

// A CommunityReport is the directors' community interest company report for a financial
// year: what it contains, and whether it reached the registrar.
type CommunityReport struct {
	YearStart law.Fact[law.Date] `json:"year_start,omitzero"`
	YearEnd   law.Fact[law.Date] `json:"year_end,omitzero"`
	Prepared  law.Fact[bool]     `json:"prepared,omitzero"`
	// Signed: the directors approved it, and one of them or the secretary signed it.
	Signed law.Fact[bool] `json:"signed,omitzero"`
	// IsDelivered: a copy reached the registrar; Delivered is the day. Exempted: the company
	// relied on an exemption from delivering a directors' report, as a small one may.
	IsDelivered law.Fact[bool]     `json:"is_delivered,omitzero"`
	Delivered   law.Fact[law.Date] `json:"delivered,omitzero"`
	Exempted    law.Fact[bool]     `json:"exempted,omitzero"`

	// Benefit: it gives a fair and accurate description of how the activities have benefited
	// the community; Consultation: the steps, if any, to consult those affected and what
	// came of it.
	Benefit      law.Fact[bool] `json:"benefit,omitzero"`
	Consultation law.Fact[bool] `json:"consultation,omitzero"`
	// Remuneration: it gives the particulars of directors' remuneration; InNotes: the notes
	// to the accounts delivered give them, and the report says so.
	Remuneration law.Fact[bool] `json:"remuneration,omitzero"`
	InNotes      law.Fact[bool] `json:"in_notes,omitzero"`
	// BelowValue: assets went for less than full consideration to an asset-locked body,
	// exempt dividends apart, or for the benefit of the community; BelowValueStated: it
	// gives the amount or a fair estimate of the value.
	BelowValue       law.Fact[bool] `json:"below_value,omitzero"`
	BelowValueStated law.Fact[bool] `json:"below_value_stated,omitzero"`

	// Dividends are those declared, or proposed by the directors, for the year or for one of
	// the four years before it.
	Dividends law.Fact[[]ReportedDividend] `json:"dividends,omitzero"`
	// What it says of them: the amount on each share; how the declaration complies; why an
	// exempt dividend is exempt; the maximum aggregate dividend and how it was determined.
	PerShare        law.Fact[bool] `json:"per_share,omitzero"`
	Complies        law.Fact[bool] `json:"complies,omitzero"`
	ExemptExplained law.Fact[bool] `json:"exempt_explained,omitzero"`
	AggregateStated law.Fact[bool] `json:"aggregate_stated,omitzero"`
	// And of dividends declared or proposed by 30 September 2014: for each of the four years
	// before, what was declared and paid on each share and its maximum; and the share cap
	// and the unused capacity, and how they were determined.
	EarlierYears   law.Fact[bool] `json:"earlier_years,omitzero"`
	ShareCapStated law.Fact[bool] `json:"share_cap_stated,omitzero"`

	// Debts are those, debentures among them, outstanding at any time in the year on which a
	// performance-related rate is payable.
	Debts law.Fact[[]ReportedDebt] `json:"debts,omitzero"`
}

// A ReportedDividend is a dividend that bears on a report.
type ReportedDividend struct {
	// Declared is the day on which it was declared or proposed.
	Declared law.Fact[law.Date] `json:"declared,omitzero"`
	// ForYear: it is for the year of the report, not for one of the four before.
	ForYear law.Fact[bool] `json:"for_year,omitzero"`
	// Exempt: it is, or some of it is, an exempt dividend; Counted: some of it is not.
	Exempt  law.Fact[bool] `json:"exempt,omitzero"`
	Counted law.Fact[bool] `json:"counted,omitzero"`
}

// A ReportedDebt is a debt on which a performance-related rate is payable.
type ReportedDebt struct {
	// Capped: regulation 21 applies, the agreement being no older than the company is a
	// community interest company.
	Capped law.Fact[bool] `json:"capped,omitzero"`
	// RateStated: the report gives the rate over the twelve months that end with the last day
	// in the year on which interest became payable.
	RateStated law.Fact[bool] `json:"rate_stated,omitzero"`
	// CapStated: it gives the applicable cap, and how rate and cap were determined.
	CapStated law.Fact[bool] `json:"cap_stated,omitzero"`
	// ReasonStated: it says why regulation 21 does not apply.
	ReasonStated law.Fact[bool] `json:"reason_stated,omitzero"`
}

// Codes of the rules on the community interest company report.
const (
	NoReport              law.Code = "cic.no-report"
	ReportUndelivered2005 law.Code = "cic.report-undelivered-2005"
	ReportUndelivered     law.Code = "cic.report-undelivered"
	ReportLate            law.Code = "cic.report-late"
	ReportUnsigned        law.Code = "cic.report-unsigned"
	ReportBenefit         law.Code = "cic.report-benefit"
	ReportConsultation    law.Code = "cic.report-consultation"
	ReportRemuneration    law.Code = "cic.report-remuneration"
	ReportBelowValue      law.Code = "cic.report-below-value"
	ReportDividends2005   law.Code = "cic.report-dividends-2005"
	ReportDividends       law.Code = "cic.report-dividends"
	ReportCappedDebts     law.Code = "cic.report-capped-debts"
	ReportUncappedDebts   law.Code = "cic.report-uncapped-debts"
)

const (
	remedyReport  = "Revise the report and deliver it again."
	remedyDeliver = "Deliver the report at once; penalties for late filing grow."

	exemptDoubt = "Did an exemption from delivering a directors' report reach the community interest company report for years ending before 1 October 2012?"
	exemptNo    = "no: the report was always to be delivered, and the amendment of 2012 made it plain"
	exemptYes   = "yes: until the amendment of 2012 the exemption reached it"

	pastDoubt = "The amendments of 2014 apply to dividends declared or proposed from 1 October 2014: must a report for a later year, in which no older dividend was declared, still state dividends of the four years before that were declared by 30 September 2014?"
	pastNo    = "no: such information is no longer required"
	pastYes   = "yes: to those dividends the amendments do not apply"
)

var reportTable = law.Topic("community interest report",
	rule{
		Code: NoReport, Provision: act2004.At("s. 34(1)", "section/34"),
		Says:    "The directors of a community interest company must prepare in respect of each financial year a report about the company's activities during the year.",
		InForce: inForce(), Event: yearEnd, Applies: hasReport, Check: reportPrepared,
		Remedy: "Prepare the report.",
	},
	rule{
		Code: ReportUndelivered2005, Provision: act2004.At("s. 34(2)", "section/34"),
		Says:    "The directors must deliver to the registrar a copy of the community interest company report.",
		InForce: until("2012-09-30"), Event: yearEnd, Applies: hasReport, Check: reportDelivered2005,
		Remedy: remedyDeliver, Successor: ReportUndelivered,
	},
	rule{
		Code: ReportUndelivered, Provision: regs2012.At("reg 2(3) (reg 29A of SI 2005/1788)", "regulation/2"),
		Says:    "The directors must deliver to the registrar for each financial year a copy of the report, whatever exemption the company has from delivering a directors' report.",
		InForce: since("2012-10-01"), Event: yearEnd, Applies: hasReport, Check: reportDelivered, Remedy: remedyDeliver,
	},
	rule{
		Code: ReportLate, Provision: companies2006.At("ss. 442-443", "section/442"),
		Says:    "The report must be delivered not later than nine months after the end of the financial year, six months for a public company.",
		InForce: since("2008-04-06"), Event: yearStart, Applies: reportIsDelivered, Check: reportInTime, Remedy: remedyDeliver,
	},
	rule{
		Code: ReportUnsigned, Provision: regs2005.At("reg 29", "regulation/29"),
		Says:    "The report must be approved by the directors and signed on their behalf, as a directors' report must.",
		InForce: inForce(), Event: yearEnd, Applies: hasReport, Check: reportSigned,
		Remedy: "Approve and sign the report.",
	},
	rule{
		Code: ReportBenefit, Provision: regs2005.At("reg 26(1)(a)", "regulation/26"),
		Says:    "The report shall contain a fair and accurate description of the manner in which the company's activities during the year have benefited the community.",
		InForce: inForce(), Event: yearEnd, Applies: hasReport, Check: reportsBenefit, Remedy: remedyReport,
	},
	rule{
		Code: ReportConsultation, Provision: regs2005.At("reg 26(1)(b)", "regulation/26"),
		Says:    "The report shall contain a description of the steps, if any, taken to consult persons affected by the company's activities, and the outcome.",
		InForce: inForce(), Event: yearEnd, Applies: hasReport, Check: reportsConsultation, Remedy: remedyReport,
	},
	rule{
		Code: ReportRemuneration, Provision: regs2005.At("reg 26(1)(c), (3)", "regulation/26"),
		Says: "The report shall contain the particulars of directors' remuneration, unless the accounts delivered give them and the report says so.",
		InForce: append(until("2008-04-05"), // SI 2008/948 took it out, SI 2009/1942 reg 16 put it back
			law.From("2009-10-01", law.UnitedKingdom)),
		Event: yearEnd, Applies: hasReport, Check: reportsRemuneration, Remedy: remedyReport,
	},
	rule{
		Code: ReportBelowValue, Provision: regs2005.At("reg 26(2)", "regulation/26"),
		Says:    "The report shall specify the amount, or a fair estimate of the value, of transfers for less than full consideration to an asset-locked body, exempt dividends apart, or for the benefit of the community.",
		InForce: inForce(), Event: yearEnd, Applies: gaveBelowValue, Check: reportsBelowValue, Remedy: remedyReport,
	},
	rule{
		Code: ReportDividends2005, Provision: regs2005.At("reg 27", "regulation/27"),
		Says:    "The report must state the dividends of the year and of the four years before on each share, with the maximum for each, and explain how a dividend for the year complies with the caps and uses unused capacity.",
		InForce: until("2014-09-30"), Event: firstDividend, Applies: reportsAnyDividend, Check: reportsDividends2005,
		Remedy: remedyReport, Successor: ReportDividends,
	},
	rule{
		Code: ReportDividends, Provision: regs2014.At("reg 8", "regulation/8"),
		Says:    "The report must state the amount of any dividend declared or proposed for the year on each share, and explain how it complies, why an exempt dividend is exempt, and how the maximum aggregate dividend was determined.",
		InForce: since("2014-10-01"), Event: lastDividend, Applies: reportsYearsDividend, Check: reportsDividends, Remedy: remedyReport,
	},
	rule{
		Code: ReportCappedDebts, Provision: regs2005.At("reg 28(1)", "regulation/28"),
		Says:    "The report must state the rate of interest payable on each debt or debenture to which the interest cap applies, and the applicable cap, and how each has been determined.",
		InForce: inForce(), Event: yearEnd, Applies: hasDebt(true), Check: reportsCapped, Remedy: remedyReport,
	},
	rule{
		Code: ReportUncappedDebts, Provision: regs2005.At("reg 28(2)", "regulation/28"),
		Says:    "The report must state the rate of interest payable on each debt or debenture with a performance-related rate to which the interest cap does not apply, and why it does not.",
		InForce: inForce(), Event: yearEnd, Applies: hasDebt(false), Check: reportsUncapped, Remedy: remedyReport,
	},
)
