package cic

import "github.com/rochdale-go/rochdale/legalform/law"

// FormalFigures are the figures of the law on form, entry, exit, supervision and fees.
type FormalFigures struct {
	// SpecialMajority is the part of the votes cast that carries a special resolution at a
	// meeting, WrittenMajority the part of all votes entitled that makes a written one.
	SpecialMajority law.History[law.Ratio]
	WrittenMajority law.History[law.Ratio]
	// ObjectionShare is the part of a class or of the members that may apply to the court,
	// and ObjectionDays how many days after the resolution they may do so.
	ObjectionShare law.History[law.Ratio]
	ObjectionDays  law.History[int]
	// FilingDays is how many days after the relevant date, or after amended articles take
	// effect, copies may reach the registrar.
	FilingDays law.History[int]

	// PrivateDirectors and PublicDirectors are the least numbers of directors, PublicCapital
	// the authorised minimum of a public company's allotted capital, by nominal value and in
	// sterling.
	PrivateDirectors law.History[int]
	PublicDirectors  law.History[int]
	PublicCapital    law.History[law.Pence]
	// LeastMembers is the least number of members.
	LeastMembers law.History[int]
	// RefusalMonths is how long directors have to give notice that they refuse a transfer.
	RefusalMonths law.History[int]

	// NoticeDays is the notice of an order that removes or suspends a director,
	// SuspensionMonths the longest that a suspension may last.
	NoticeDays       law.History[int]
	SuspensionMonths law.History[int]
	// AppealMonths and AppealWeeks are the time for an appeal to the Appeal Officer, the
	// latter against a direction on winding up.
	AppealMonths law.History[int]
	AppealWeeks  law.History[int]

	// PrivateReportMonths and PublicReportMonths are how long after the end of a financial
	// year the report may be delivered, read on the first day of the year.
	PrivateReportMonths law.History[int]
	PublicReportMonths  law.History[int]
	// ReportYears is for how many earlier years a report must state dividends, read on the
	// day on which a dividend was declared or proposed.
	ReportYears law.History[int]

	// SocietySigners is how many members, besides a director, sign the rules of the society
	// that the company is to become. GuaranteeDropped is the guarantee up to which none need
	// bind the members of the charitable incorporated organisation that it is to become.
	SocietySigners   law.History[int]
	GuaranteeDropped law.History[law.Pence]

	// RegulatorFee is what the Regulator's decision on formation or conversion, or the
	// consideration of a report, costs. The others are the registrar's part; see Fee.
	RegulatorFee      law.History[law.Pence]
	FormationWeb      law.History[law.Pence]
	FormationSoftware law.History[law.Pence]
	FormationSameDay  law.History[law.Pence]
	FormationPaper    law.History[law.Pence]
	NameChangePaper   law.History[law.Pence]
}

func enactedFormal() FormalFigures {
	s46 := act2004.At("s. 46", "section/46")
	reg37 := regs2005.At("reg 37", "regulation/37")
	s442 := companies2006.At("s. 442(2)", "section/442")
	sch5 := regs2005.At("Sch 5", "schedule/5")
	return withFees(FormalFigures{
		SpecialMajority: law.Since("cic.special_majority", "of the votes cast",
			at("2005-07-01", law.Percent(75), companies1985.At("s. 378(1)-(2)", "section/378")),
			at("2007-10-01", law.Percent(75), companies2006.At("s. 283(4)-(5)", "section/283"))),
		WrittenMajority: law.Since("cic.written_majority", "of all votes entitled",
			at("2007-10-01", law.Percent(75), companies2006.At("s. 283(2)", "section/283"))),
		ObjectionShare: law.Since("cic.objection_share", "of the capital, a class, the members or the debentures",
			at("2005-07-01", law.Percent(15), companies1985.At("s. 5(2)", "section/5")),
			at("2009-10-01", law.Percent(15), act2004.At("ss. 37A(1), 54A(1)", "section/37A"))),
		ObjectionDays: law.Since("cic.objection_days", "days after the last resolution",
			at("2005-07-01", 21, companies1985.At("s. 5(3)", "section/5")),
			at("2009-10-01", 28, act2004.At("ss. 37A(2), 54A(2)", "section/37A"))),
		FilingDays: law.Since("cic.filing_days", "days after the relevant date",
			at("2005-07-01", 15, companies1985.At("s. 380(1)", "section/380")),
			at("2007-10-01", 15, companies2006.At("s. 30(1)", "section/30"))),
		PrivateDirectors: law.Since("cic.private_directors", "directors", at("2007-10-01", 1, companies2006.At("s. 154(1)", "section/154"))),
		PublicDirectors:  law.Since("cic.public_directors", "directors", at("2007-10-01", 2, companies2006.At("s. 154(2)", "section/154"))),
		PublicCapital: law.Since("cic.public_capital", "pounds of nominal value allotted",
			at("2008-04-06", law.Pounds(50_000), companies2006.At("s. 763(1)", "section/763"))),
		LeastMembers: law.Since("cic.least_members", "members, at least", at("2009-10-01", 1, companies2006.At("s. 7(1)", "section/7"))),
		RefusalMonths: law.Since("cic.refusal_months", "months after the transfer was lodged",
			at("2005-07-01", 2, regs2005.At("Schs 2-3 para 2(3)", "schedule/2"))),
		NoticeDays:       law.Since("cic.notice_days", "days' notice of removal or suspension", at("2005-07-01", 14, s46)),
		SuspensionMonths: law.Since("cic.suspension_months", "months of suspension at most", at("2005-07-01", 12, s46)),
		AppealMonths:     law.Since("cic.appeal_months", "months after reasons were given", at("2005-07-01", 2, reg37)),
		AppealWeeks:      law.Since("cic.appeal_weeks", "weeks after notice of a direction", at("2005-07-01", 3, reg37)),
		PrivateReportMonths: law.Since("cic.private_report_months", "months after the end of the year",
			at("2008-04-06", 9, s442)),
		PublicReportMonths: law.Since("cic.public_report_months", "months after the end of the year",
			at("2008-04-06", 6, s442)),
		ReportYears: law.Since("cic.report_years", "earlier financial years",
			at("2005-07-01", 4, regs2005.At("reg 27(2)(b)", "regulation/27")),
			ends[int]("2014-10-01", regs2014.At("reg 8", "regulation/8"))),
		SocietySigners: law.Since("cic.society_signers", "members besides a director",
			at("2009-10-01", 3, regs2009.At("reg 5", "regulation/5"))),
		GuaranteeDropped: law.Since("cic.guarantee_dropped", "pounds a member",
			at("2018-01-01", law.Pounds(10), cio2017.At("reg 4(8)", "regulation/4"))),
		RegulatorFee: law.Since("cic.regulator_fee", "pounds a decision or report", at("2005-07-01", law.Pounds(15), sch5)),
	})
}
