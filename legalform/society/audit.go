package society

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on audit.
const (
	AuditorsNotAppointed     law.Code = "society.auditors-not-appointed"
	AuditorsNotAppointed1968 law.Code = "society.auditors-not-appointed-1968"
	ReporterNotAppointed     law.Code = "society.reporter-not-appointed"
	ReporterNotAppointed1996 law.Code = "society.reporter-not-appointed-1996"
	RulesAuditShort          law.Code = "society.rules-audit-short"
)

// AuditLevel is what is done to look over the accounts of a year, from the least up.
type AuditLevel uint8

// The levels: nothing; a report by a qualified auditor that is not an audit; an audit by two
// or more persons who need not be qualified; an audit by qualified auditors.
const (
	NoAudit AuditLevel = iota + 1
	ReportOnly
	LayAudit
	FullAudit
)

var auditLevels = []string{"", "no-audit", "accountants-report", "lay-audit", "full-audit"}

// String gives the JSON value.
func (l AuditLevel) String() string { return law.NameOf(auditLevels, l) }

// MarshalText writes String.
func (l AuditLevel) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText reads what String writes.
func (l *AuditLevel) UnmarshalText(b []byte) error {
	return law.ParseName(l, auditLevels, b, "a level of audit")
}

// A SmallLimit is what a society's preceding year may not exceed if lay persons are to
// audit its accounts: all three.
type SmallLimit struct {
	ReceiptsAndPayments law.Pence `json:"receipts_and_payments"`
	Members             int64     `json:"members"`
	Assets              law.Pence `json:"assets"`
}

// String writes "£5,000.00 of receipts and payments, 500 members and £5,000.00 of assets".
func (l SmallLimit) String() string {
	return fmt.Sprintf("%v of receipts and payments, %d members and %v of assets", l.ReceiptsAndPayments, l.Members, l.Assets)
}

// AuditFigures are the figures of audit.
type AuditFigures struct {
	OptOutLimits law.History[OptOutLimit]
	// CharityIncome takes the place of the limit of turnover for a charity.
	CharityIncome law.History[law.Pence]
	// OptOutAgainstCast and OptOutAgainstAll are the parts of the votes cast and of all members
	// entitled that the votes against a resolution must stay under.
	OptOutAgainstCast law.History[law.Ratio]
	OptOutAgainstAll  law.History[law.Ratio]
	// ReportTurnover is the turnover of the preceding year above which a report is needed.
	ReportTurnover law.History[law.Pence]
	// ReportDays is how long after the end of the year there is to appoint who makes it.
	ReportDays   law.History[int]
	SmallSociety law.History[SmallLimit]
	// LayAuditors is how many audit together who are not qualified.
	LayAuditors law.History[int64]
}

func enactedAudit() AuditFigures {
	in4A := func(pin string) law.Provision { return act1968.At(pin, "section/4A") }
	in84 := func(pin string) law.Provision { return act2014.At(pin, "section/84") }
	in9A, in85 := act1968.At("s. 9A(1)-(2)", "section/9A"), act2014.At("s. 85(1)-(2)", "section/85")
	small := SmallLimit{law.Pounds(5_000), 500, law.Pounds(5_000)}
	return AuditFigures{
		OptOutLimits: enactedOptOutLimits(),
		CharityIncome: law.Since("society.opt_out_charity_income", "of gross income in the preceding year, at most",
			at(start1996, law.Pounds(250_000), in4A("s. 4A(6)")), at(start2014, law.Pounds(250_000), in84("s. 84(6)"))),
		OptOutAgainstCast: law.Since("society.opt_out_against_cast", "of the votes cast, against, less than",
			at(start1996, law.Percent(20), in4A("s. 4A(2)(a)")), at(start2014, law.Percent(20), in84("s. 84(2)(a)"))),
		OptOutAgainstAll: law.Since("society.opt_out_against_all", "of the members entitled to vote, against, less than",
			at(start1996, law.Percent(10), in4A("s. 4A(2)(b)")), at(start2014, law.Percent(10), in84("s. 84(2)(b)"))),
		ReportTurnover: law.Since("society.report_turnover", "of turnover in the preceding year, to be exceeded",
			at(start1996, law.Pounds(90_000), in9A), at(start2014, law.Pounds(90_000), in85)),
		ReportDays: law.Since("society.report_days", "days beginning immediately after the end of the year", at(start1996, 28, in9A), at(start2014, 28, in85)),
		SmallSociety: law.Since("society.small_society", "in the preceding year, at most",
			at(start1968, small, act1968.At("s. 4(2)", "section/4")), at(start2014, small, act2014.At("s. 83(4)", "section/83"))),
		LayAuditors: law.Since("society.lay_auditors", "persons, at least",
			at(start1968, int64(2), act1968.At("s. 4(5)(b)", "section/4")), at(start2014, int64(2), act2014.At("s. 83(2)(b)", "section/83"))),
	}
}

var (
	auditAppointment = rule{
		Code: AuditorsNotAppointed, Provision: smallSociety.now.provision,
		Says: "In each year of account a society must appoint one or more qualified auditors or, if it is a small society that the registrar has not directed " +
			"otherwise, two or more other persons, to audit its accounts and balance sheet, unless a resolution disapplies the duty.",
		InForce: from2014, Event: yearEnds, Applies: hasAccountYear, Check: auditorsAppointed,
		Remedy: "Appoint qualified auditors.",
	}
	appointReporter = rule{
		Code: ReporterNotAppointed, Provision: reporterNeeded.now.provision,
		Says: "A society that has disapplied the duty, and whose turnover in the preceding year exceeded £90,000, must within 28 days beginning immediately after " +
			"the end of the year appoint a qualified auditor to report on its accounts and on whether it might disapply the duty.",
		InForce: from2014, Event: yearEnds, Applies: needsReport, Check: reporterAppointed,
		Remedy: "Appoint a qualified auditor to make both reports.",
	}
)

var auditRules = law.Topic("audit",
	under1965(auditAppointment, AuditorsNotAppointed1968, smallSociety.before.provision, start1968),
	auditAppointment,
	under1965(appointReporter, ReporterNotAppointed1996, reporterNeeded.before.provision, start1996),
	appointReporter,
	rule{
		Code: RulesAuditShort, Provision: law.Instrument{Title: "Rules of the society"}.At("on audit", ""), Weight: law.OwnRules,
		Says:    "The accounts of a year are looked over as the society's own rules demand, where they demand more than the Act.",
		InForce: always, Event: yearEnds, Applies: rulesDemand, Check: rulesKept,
		Remedy: "Appoint who the rules ask for, or amend the rules.",
	},
)

// ReporterBy returns the last day on which whoever reports on accounts that are not audited
// may be appointed: that of 28 days beginning immediately after the end of the year; false
// for a year before there was the duty.
func (f *Figures) ReporterBy(yearEnd law.Date) (law.Date, bool) {
	days, ok := f.ReportDays.At(yearEnd)
	if !ok {
		return law.Date{}, false
	}
	return law.DaysBeginningWith(yearEnd.AddDays(1), days.Value), true
}

// auditAsked is AuditNeeded for a check: what is missing makes it unknown, and it follows the
// reading that is being tried.
func auditAsked(c *kase, on law.Date) (AuditLevel, bool) {
	if end, ok := c.Subject.Accounts.Ptr().End.Get(); ok {
		on = end
	}
	d := AuditNeeded(c.Subject, c.Figures, on)
	for _, m := range d.Missing {
		c.Unknown(m.Path, m.Question)
	}
	if !d.Known() || d.Doubt == nil {
		return d.Act, d.Known()
	}
	l := d.Readings[c.Doubt(d.Doubt.Question, readingsOf(d.Doubt)...)]
	if l == 0 {
		c.Unknown("accounts.preceding", "What would this reading of the law need?")
	}
	return l, l != 0
}

// auditorsAppointed asks nothing where a qualified auditor is appointed: no reading wants more.
func auditorsAppointed(c *kase) {
	a := c.Subject.Accounts.Ptr()
	if list := a.Auditors.Ptr(); list != nil && countAuditors(*list, c.On).qualified > 0 {
		return
	}
	level, ok := auditAsked(c, c.On)
	if !ok || level < LayAudit || !a.Auditors.Stated() && !c.AsAt.After(c.On) {
		return
	}
	if _, ok := law.Need(c, &a.Auditors, "accounts.auditors"); ok {
		enoughAuditors(c, level)
	}
}

// enoughAuditors counts the appointments that have effect.
func enoughAuditors(c *kase, level AuditLevel) {
	lay, ok := law.Read(c, &c.Figures.LayAuditors, c.On)
	if !ok {
		return
	}
	n := countAuditors(*c.Subject.Accounts.Ptr().Auditors.Ptr(), c.On)
	switch {
	case n.qualified > 0 || level == LayAudit && n.lay >= lay:
	case n.open != "":
		c.Unknown(n.open, n.question)
	case level == LayAudit:
		c.Breach("accounts.auditors", "No qualified auditor and %d others audit the accounts, by appointments that have effect; there must be one, or %d.", n.lay, lay)
	default:
		c.Breach("accounts.auditors", "No qualified auditor audits the accounts, by an appointment that has effect; there must be one.")
	}
}

func needsReport(c *kase) bool {
	if !hasAccountYear(c) {
		return false
	}
	level, ok := auditAsked(c, c.On)
	return ok && level == ReportOnly
}

// reporterAppointed asks for the appointment only once the time for it is over.
func reporterAppointed(c *kase) {
	a := c.Subject.Accounts.Ptr()
	_, ok := law.Read(c, &c.Figures.ReportDays, c.On)
	last, _ := c.Figures.ReporterBy(c.On)
	if !ok || !a.Reporter.Stated() && !c.AsAt.After(last) {
		return
	}
	if _, ok := law.Need(c, &a.Reporter, "accounts.reporter"); !ok {
		return
	}
	r := a.Reporter.Ptr()
	if on, ok := law.Need(c, &r.Appointed, "accounts.reporter.appointed"); ok && on.After(last) {
		c.Breach("accounts.reporter.appointed", "Whoever reports was appointed on %s; the last of the days for it was %s.", on.Long(), last.Long())
	}
	if qualified, ok := law.Need(c, &r.Qualified, "accounts.reporter.qualified"); ok && !qualified {
		c.Breach("accounts.reporter.qualified", "Whoever reports is not a qualified auditor.")
	}
}

func rulesDemand(c *kase) bool {
	if !hasAccounts(c) {
		return false
	}
	level, ok := law.Need(c, &c.Subject.Accounts.Ptr().RulesDemand, "accounts.rules_demand")
	return ok && level != NoAudit
}

func rulesKept(c *kase) {
	a := c.Subject.Accounts.Ptr()
	level, _ := a.RulesDemand.Get()
	if !c.AsAt.After(c.On) && !a.Auditors.Stated() || level == ReportOnly && a.Reporter.Stated() {
		return
	}
	if _, ok := law.Need(c, &a.Auditors, "accounts.auditors"); ok {
		enoughAuditors(c, max(level, LayAudit))
	}
}
