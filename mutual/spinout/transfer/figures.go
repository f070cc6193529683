package transfer

import "github.com/rochdale-go/rochdale/legalform/law"

var (
	tupe2006      = law.Instrument{Title: "Transfer of Undertakings (Protection of Employment) Regulations 2006 (SI 2006/246)", Path: "uksi/2006/246"}
	tupe2014      = law.Instrument{Title: "Collective Redundancies and Transfer of Undertakings (Protection of Employment) (Amendment) Regulations 2014 (SI 2014/16)", Path: "uksi/2014/16"}
	tupe2023      = law.Instrument{Title: "Employment Rights (Amendment, Revocation and Transitional Provision) Regulations 2023 (SI 2023/1426)", Path: "uksi/2023/1426"}
	direction2007 = law.Instrument{Title: "Best Value Authorities Staff Transfers (Pensions) Direction 2007"}
	fairDeal2013  = law.Instrument{Title: "HM Treasury, Fair Deal for staff pensions: staff transfer from central government (4 October 2013)", URL: "https://www.gov.uk/government/publications/fair-deal-guidance"}
	finance2010   = law.Instrument{Title: "Finance (No. 2) Act 2010 (c. 31)", Path: "ukpga/2010/31"}
	vat1994       = law.Instrument{Title: "Value Added Tax Act 1994 (c. 23)", Path: "ukpga/1994/23"}
	practice      = law.Instrument{Title: "Cabinet Office, start a public service mutual: the process", URL: "https://www.gov.uk/guidance/start-a-public-service-mutual-the-process"}
	minimis2006   = law.Instrument{Title: "Commission Regulation (EC) No 1998/2006, and from 2014 (EU) No 1407/2013", URL: "https://www.legislation.gov.uk/eur/2006/1998"}
	subsidy2022   = law.Instrument{Title: "Subsidy Control Act 2022 (c. 23)", Path: "ukpga/2022/23"}
)

// checked is the day the sources of this package were last read.
var checked = law.MustDate("2026-11-23")

// The days on which the rules began.
const (
	tupeBegan        = "2006-04-06" // SI 2006/246 reg 21(1)
	informationBegan = "2006-04-20" // reg 21(4): not for transfers on or before 19 April
	reasonsChanged   = "2014-01-31" // SI 2014/16 regs 6, 8
	reasonsLast      = "2014-01-30"
	directBegan      = "2014-07-31" // SI 2014/16 reg 11(5)
	directionBegan   = "2007-10-01"
	fairDealBegan    = "2013-10-04"
	programmeBegan   = "2010-08-12" // the pathfinders were announced
	minimisBegan     = "2007-01-01"
	minimisLast      = "2020-12-31"
	subsidyBegan     = "2023-01-04" // SI 2022/1359
)

var (
	inTUPE        = []law.Window{law.From(tupeBegan, law.GreatBritain)}
	inInformation = []law.Window{law.From(informationBegan, law.GreatBritain)}
	inDirect      = []law.Window{law.From(directBegan, law.GreatBritain)}
	oldReasons    = []law.Window{law.From(tupeBegan, law.GreatBritain).Until(reasonsLast)}
	newReasons    = []law.Window{law.From(reasonsChanged, law.GreatBritain)}
	inDirection   = []law.Window{law.From(directionBegan, law.England)}
	inFairDeal    = []law.Window{law.From(fairDealBegan, law.England)}
	inPractice    = []law.Window{law.From(programmeBegan, law.England)}
	inMinimis     = []law.Window{law.From(minimisBegan, law.UnitedKingdom).Until(minimisLast)}
	inSubsidy     = []law.Window{law.From(subsidyBegan, law.UnitedKingdom)}
)

// Figures are the dated figures of a transfer. Enacted returns them as the law stands; a
// reform is a copy with a history changed.
type Figures struct {
	// InformationDays is how many days before the transfer liability information is given,
	// and InformationAge how old it may be then.
	InformationDays law.History[int]
	InformationAge  law.History[int]
	// InformationSum is the least compensation for an employee of whom nothing was told, as a
	// rule, and ConsultingWeeks the most weeks' pay where representatives were not.
	InformationSum  law.History[law.Pence]
	ConsultingWeeks law.History[int64]
	// SmallEmployer and FewTransfer are numbers below which employees without
	// representatives may be told and asked directly.
	SmallEmployer law.History[int64]
	FewTransfer   law.History[int64]
	// ComplaintMonths is how long a complaint may be presented.
	ComplaintMonths law.History[int]
	// VATRate is the standard rate, and TaxRate the main rate of corporation tax.
	VATRate law.History[law.Ratio]
	TaxRate law.History[law.Ratio]
	// AidEuros is the ceiling of de minimis aid, MinimalMost and InterestMost those of small
	// subsidies.
	AidEuros     law.History[int64]
	MinimalMost  law.History[law.Pence]
	InterestMost law.History[law.Pence]
}

// Enacted returns the figures as the law stands.
func Enacted() Figures {
	r11 := tupe2006.At("reg 11", "regulation/11")
	tax := law.Instrument{Title: "Finance Acts, main rate of corporation tax"}.At("", "")
	return Figures{
		InformationDays: law.Since("transfer.information_days", "days before the transfer, at least",
			at(informationBegan, 14, r11), at("2014-05-01", 28, tupe2014.At("reg 10", "regulation/10"))),
		InformationAge:  law.Since("transfer.information_age", "days, at most", at(informationBegan, 14, r11)),
		InformationSum:  law.Since("transfer.information_sum", "an employee, as a rule at least", at(informationBegan, law.Pounds(500), tupe2006.At("reg 12(5)", "regulation/12"))),
		ConsultingWeeks: law.Since("transfer.consulting_weeks", "weeks' pay an employee, at most", at(tupeBegan, int64(13), tupe2006.At("reg 16(3)", "regulation/16"))),
		SmallEmployer: law.Since("transfer.small_employer", "employees, fewer than",
			at(directBegan, int64(10), tupe2014.At("reg 11", "regulation/11")), at("2024-07-01", int64(50), tupe2023.At("reg 9", "regulation/9"))),
		FewTransfer:     law.Since("transfer.few_transfer", "transferring employees, fewer than", at("2024-07-01", int64(10), tupe2023.At("reg 9", "regulation/9"))),
		ComplaintMonths: law.Since("transfer.complaint_months", "months beginning with the day of the transfer", at(tupeBegan, 3, tupe2006.At("regs 12(2), 15(12)", "regulation/15"))),
		VATRate:         law.Since("transfer.vat_rate", "of the value of a supply", at("2011-01-04", law.Percent(20), finance2010.At("s. 3", "section/3"))),
		TaxRate: law.Since("transfer.tax_rate", "of profits, main rate",
			at("2011-04-01", law.Percent(26), tax),
			at("2012-04-01", law.Percent(26), tax).InDoubt("The rate fell from 26% in 2011 to 20% in 2015, and the years between were not read: what was it?", law.Percent(20)),
			at("2015-04-01", law.Percent(20), tax), at("2017-04-01", law.Percent(19), tax), at("2023-04-01", law.Percent(25), tax)),
		AidEuros: law.Since("transfer.aid_euros", "euros in three fiscal years, at most", at(minimisBegan, int64(200_000), minimis2006.At("art 2(2)", "")),
			law.Entry[int64]{From: law.MustDate("2021-01-01"), By: minimis2006.At("", ""), Checked: checked, Is: law.Ended}),
		MinimalMost:  law.Since("transfer.minimal_most", "in this financial year and the two before, at most", at(subsidyBegan, law.Pounds(315_000), subsidy2022.At("s. 36(1)", "section/36"))),
		InterestMost: law.Since("transfer.interest_most", "in this financial year and the two before, at most", at(subsidyBegan, law.Pounds(725_000), subsidy2022.At("s. 38(1)", "section/38"))),
	}
}

func at[T any](from string, value T, by law.Provision) law.Entry[T] {
	return law.Entry[T]{From: law.MustDate(from), Value: value, By: by, Checked: checked}
}
