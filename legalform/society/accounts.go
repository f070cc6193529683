package society

import (
	"cmp"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on the accounts themselves.
const (
	NotTrueAndFair         law.Code = "society.not-true-and-fair"
	NotTrueAndFair1968     law.Code = "society.not-true-and-fair-1968"
	BalanceSheetHidden     law.Code = "society.balance-sheet-hidden"
	BalanceSheetHidden1965 law.Code = "society.balance-sheet-hidden-1965"
	PublishedUnsigned      law.Code = "society.published-unsigned"
	PublishedUnsigned1968  law.Code = "society.published-unsigned-1968"
	PublishedUnaudited     law.Code = "society.published-unaudited"
	PublishedUnaudited1968 law.Code = "society.published-unaudited-1968"
	InterimUnreported      law.Code = "society.interim-unreported"
	InterimUnreported1968  law.Code = "society.interim-unreported-1968"
)

// Accounts are those of one year of account, with what is done about them: how the year
// was fixed, its audit, its publication and its return. The Act in force on the last day
// of the year governs it, and the day of an act governs the act. The zero Accounts state nothing.
type Accounts struct {
	// Start and End are the first and last days of the year of account.
	Start law.Fact[law.Date] `json:"start,omitzero"`
	End   law.Fact[law.Date] `json:"end,omitzero"`
	// First says that it is the first since registration, so that there is no year before. It
	// need not be stated where the year starts on the day of registration.
	First law.Fact[bool] `json:"first,omitzero"`
	// Last says that it is the last, the society being dissolved by an instrument.
	Last law.Fact[bool] `json:"last,omitzero"`
	// EndMoved says that a notice to the registrar which has effect, or before 8 January 2012
	// leave of the registrar, made this year or an earlier one end on another day than the Act's.
	EndMoved law.Fact[bool] `json:"end_moved,omitzero"`
	// BalanceSheets are, of a society registered before 8 January 2012, the days to which the
	// balance sheets were made up that it published from 31 August to 31 January.
	BalanceSheets law.Fact[[]law.Date] `json:"balance_sheets,omitzero"`
	// YearEndNotice is a notice to move the end of this year.
	YearEndNotice law.Fact[YearEndNotice] `json:"year_end_notice,omitzero"`

	Preceding PrecedingYear `json:"preceding,omitzero"`
	// Disapplied says whether a resolution was passed for the year to disapply the duty to
	// appoint auditors. It need not be stated where OptOut is.
	Disapplied law.Fact[bool]   `json:"disapplied,omitzero"`
	OptOut     law.Fact[OptOut] `json:"opt_out,omitzero"`
	// Exclusions are what shut the society out of that power, at any time since the end of
	// the preceding year; an empty list says nothing did.
	Exclusions law.Fact[[]Exclusion] `json:"exclusions,omitzero"`
	// Directed says that the registrar directed an audit of the year by qualified auditors.
	Directed law.Fact[bool] `json:"audit_directed,omitzero"`
	// RulesDemand is the least that the society's own rules demand.
	RulesDemand law.Fact[AuditLevel] `json:"rules_demand,omitzero"`
	// Auditors are those appointed to audit the accounts of the year.
	Auditors law.Fact[[]Auditor] `json:"auditors,omitzero"`
	// Reporter is who was appointed to report on accounts that are not audited.
	Reporter law.Fact[Reporter] `json:"reporter,omitzero"`
	// AuditorResolution is one to replace an auditor.
	AuditorResolution law.Fact[AuditorResolution] `json:"auditor_resolution,omitzero"`

	// TrueAndFair is the recorded judgement that the revenue accounts and the balance sheet
	// give a true and fair view.
	TrueAndFair law.Fact[bool] `json:"true_and_fair,omitzero"`
	// Displayed says that a copy of the latest balance sheet is always displayed in a
	// conspicuous position at the registered office.
	Displayed law.Fact[bool]        `json:"balance_sheet_displayed,omitzero"`
	Published law.Fact[Publication] `json:"published,omitzero"`
	Return    law.Fact[Return]      `json:"return,omitzero"`
	Request   law.Fact[CopyRequest] `json:"copy_request,omitzero"`
	Group     law.Fact[Group]       `json:"group,omitzero"`
}

// PrecedingYear is what the conditions of audit read of the year before.
type PrecedingYear struct {
	// Start is the first day of that year, which ended the day before this one started.
	Start law.Fact[law.Date] `json:"start,omitzero"`
	// Assets is the total value of assets at its end, Members how many there were then.
	Assets  law.Fact[law.Pence] `json:"assets,omitzero"`
	Members law.Fact[int64]     `json:"members,omitzero"`
	// Turnover is what goods and services brought in, less trade discounts, value added tax
	// and other taxes on it.
	Turnover law.Fact[law.Pence] `json:"turnover,omitzero"`
	// GrossIncome is read of a charity.
	GrossIncome law.Fact[law.Pence] `json:"gross_income,omitzero"`
	// ReceiptsAndPayments is the sum of both.
	ReceiptsAndPayments law.Fact[law.Pence] `json:"receipts_and_payments,omitzero"`
}

// A Publication is of a revenue account or balance sheet.
type Publication struct {
	On law.Fact[law.Date] `json:"on,omitzero"`
	// Interim: it is for part of the year, or of a day, other than its end.
	Interim law.Fact[bool] `json:"interim,omitzero"`
	// SignedBySecretary and SignedByCommittee are who signed it, the members of the
	// committee acting on its behalf.
	SignedBySecretary law.Fact[bool]  `json:"signed_by_secretary,omitzero"`
	SignedByCommittee law.Fact[int64] `json:"signed_by_committee,omitzero"`
	// Audited: it was audited; Report: it incorporates the report of whoever audited it or
	// reported on it, so far as that relates to it.
	Audited law.Fact[bool] `json:"audited,omitzero"`
	Report  law.Fact[bool] `json:"report,omitzero"`
	// WithYearEnd: it is published together with the latest accounts of a full year, which
	// comply; Marked: it is marked as unaudited, legibly and prominently.
	WithYearEnd law.Fact[bool] `json:"with_year_end,omitzero"`
	Marked      law.Fact[bool] `json:"marked_unaudited,omitzero"`
}

// AccountsFigures are the figures of accounts, audit and returns.
type AccountsFigures struct {
	YearFigures
	AuditFigures
	AuditorFigures
	// ReturnMonths is how long there is after the year's end to send the annual return;
	// before its first entry the day was 31 March.
	ReturnMonths law.History[int]
	// PublishedSigners is how many of the committee sign what is published.
	PublishedSigners law.History[int64]
}

func enactedAccounts() AccountsFigures {
	return AccountsFigures{
		YearFigures: enactedYears(), AuditFigures: enactedAudit(), AuditorFigures: enactedAuditors(),
		ReturnMonths: law.Since("society.return_months", "months beginning immediately after the end of the year of account",
			at(start1996, 7, order1996.At("art 5", "article/5")), at(start2014, 7, act2014.At("s. 89(1)", "section/89"))),
		PublishedSigners: law.Since("society.published_signers", "members of the committee, with the secretary",
			at(start1968, int64(2), act1968.At("s. 3(5)(c), later 3A(1)", "section/3")), at(start2014, int64(2), act2014.At("s. 82(1), row 1", "section/82"))),
	}
}

// inAccounts is an event whose date is in the accounts.
func inAccounts(path string, of func(*Accounts) law.Fact[law.Date]) event {
	return event{Path: "accounts." + path, Of: func(s *Society) law.Fact[law.Date] {
		if a := s.Accounts.Ptr(); a != nil {
			return of(a)
		}
		return law.Fact[law.Date]{}
	}}
}

// The day on which a year ends governs what is to be done for it.
var (
	yearEnds    = inAccounts("end", func(a *Accounts) law.Fact[law.Date] { return a.End })
	publishedOn = inAccounts("published.on", func(a *Accounts) law.Fact[law.Date] { return a.Published.Or(Publication{}).On })
)

var (
	trueAndFair = rule{
		Code: NotTrueAndFair, Provision: act2014.At("s. 80(1)-(3)", "section/80"),
		Says: "Every revenue account must give a true and fair view of income and expenditure for its period, and every balance sheet of the state " +
			"of the society's affairs as at its date.",
		InForce: from2014, Event: yearEnds, Applies: hasAccountYear, Check: trulyAndFairly,
		Remedy: "Correct the accounts before they are signed.",
	}
	sheetDisplay = rule{
		Code: BalanceSheetHidden, Provision: act2014.At("s. 81", "section/81"),
		Says:    "A society must at all times display a copy of its latest balance sheet in a conspicuous position at its registered office.",
		InForce: from2014, Applies: hasAccounts, Check: balanceSheetShown,
		Remedy: "Put a copy of the latest balance sheet where whoever comes to the office sees it.",
	}
	publicationSignature = rule{
		Code: PublishedUnsigned, Provision: act2014.At("s. 82(1), row 1", "section/82"),
		Says: "A society may not publish a revenue account or balance sheet unless it is signed by the secretary and by two members of the committee " +
			"acting on the committee's behalf.",
		InForce: from2014, Event: publishedOn, Applies: publishesAccounts, Check: publicationSigned,
		Remedy: "Have it signed, and publish it again.",
	}
	auditedFirst = rule{
		Code: PublishedUnaudited, Provision: act2014.At("s. 82(1), rows 2-3", "section/82"),
		Says: "A society may not publish the revenue account or balance sheet of a year unless it has been audited and incorporates the auditors' " +
			"report or, where a report is required in place of an audit, incorporates that report.",
		InForce: from2014, Event: publishedOn, Applies: publishesYear, Check: publishedWithReport,
		Remedy: "Publish the accounts again with the report that the year needs.",
	}
	interimAccount = rule{
		Code: InterimUnreported, Provision: act2014.At("s. 82(1), rows 4-7, (2)", "section/82"),
		Says: "A society may not publish an interim revenue account or balance sheet without the report that the audit of this year and the last calls for, " +
			"unless it is published with the latest accounts of a full year and marked as unaudited.",
		InForce: from2014, Event: publishedOn, Applies: publishesInterim, Check: interimReported,
		Remedy: "Publish it with the report, or with the accounts of the last full year and the mark.",
	}
)

// Before 1996 all that was published was to be audited first. The way out for interim
// accounts published with those of a full year is of 2012.
var publicationRules = law.Topic("accounts and their publication",
	under1965(trueAndFair, NotTrueAndFair1968, act1968.At("s. 3(1)-(4)", "section/3"), start1968),
	trueAndFair,
	under1965(sheetDisplay, BalanceSheetHidden1965, act1965.At("s. 40", "section/40"), start1965),
	exceptUnions(start2014, sheetDisplay),
	under1965(publicationSignature, PublishedUnsigned1968, act1968.At("s. 3(5)(c), later 3A(1)", "section/3"), start1968),
	publicationSignature,
	under1965(auditedFirst, PublishedUnaudited1968, act1968.At("s. 3(5), later 3A(2)-(3)", "section/3"), start1968),
	auditedFirst,
	under1965(interimAccount, InterimUnreported1968, act1968.At("s. 3(5), later 3A(4)-(6A)", "section/3"), start1968),
	interimAccount,
)

// accountsRules are the rules on accounts, audit and returns.
var accountsRules = yearEndRules.With(yearNotices).With(publicationRules).With(auditRules).With(optOutRules).With(auditorRules).With(returnRules).With(groupRules)

func hasAccounts(c *kase) bool { return c.Subject.Accounts.Stated() }

// hasAccountYear leaves out the years that began before the 1968 Act did.
func hasAccountYear(c *kase) bool {
	a := c.Subject.Accounts.Ptr()
	if a == nil {
		return false
	}
	start, ok := a.Start.Get()
	if !ok && c.On.Before(commenced1968.AddMonths(18)) {
		law.Need(c, &a.Start, "accounts.start")
		return false
	}
	return !ok || !start.Before(commenced1968)
}

func publishesAccounts(c *kase) bool {
	return hasAccountYear(c) && c.Subject.Accounts.Ptr().Published.Stated()
}

func publishesYear(c *kase) bool {
	if !publishesAccounts(c) {
		return false
	}
	part, ok := law.Need(c, &c.Subject.Accounts.Ptr().Published.Ptr().Interim, "accounts.published.interim")
	return ok && !part
}

func publishesInterim(c *kase) bool {
	if !publishesAccounts(c) {
		return false
	}
	part, ok := law.Need(c, &c.Subject.Accounts.Ptr().Published.Ptr().Interim, "accounts.published.interim")
	return ok && part
}

func trulyAndFairly(c *kase) {
	yes, ok := law.Ask(c, &c.Subject.Accounts.Ptr().TrueAndFair, "accounts.true_and_fair",
		"Do the revenue accounts and the balance sheet give a true and fair view?")
	if ok && !yes {
		c.Breach("accounts.true_and_fair", "The accounts of the year do not give a true and fair view.")
	}
}

func balanceSheetShown(c *kase) {
	yes, ok := law.Need(c, &c.Subject.Accounts.Ptr().Displayed, "accounts.balance_sheet_displayed")
	if ok && !yes {
		c.Breach("accounts.balance_sheet_displayed", "No copy of the latest balance sheet is displayed at the registered office.")
	}
}

func publicationSigned(c *kase) {
	p := c.Subject.Accounts.Ptr().Published.Ptr()
	needed, ok := law.Read(c, &c.Figures.PublishedSigners, c.On)
	secretary, ok1 := law.Need(c, &p.SignedBySecretary, "accounts.published.signed_by_secretary")
	n, ok2 := law.Need(c, &p.SignedByCommittee, "accounts.published.signed_by_committee")
	if ok1 && !secretary {
		c.Breach("accounts.published.signed_by_secretary", "The secretary did not sign what was published.")
	}
	if ok && ok2 && n < needed {
		c.Breach("accounts.published.signed_by_committee", "%d members of the committee signed what was published; %d must.", n, needed)
	}
}

// publishedWithReport reads the audit that the year needs, whatever the rules ask beyond it.
func publishedWithReport(c *kase) {
	p := c.Subject.Accounts.Ptr().Published.Ptr()
	if min(told(&p.Audited), told(&p.Report)) == yes {
		return // no year needs more
	}
	level, ok := auditAsked(c, c.On)
	if !ok || level == NoAudit {
		return
	}
	if level != ReportOnly {
		if audited, ok := law.Need(c, &p.Audited, "accounts.published.audited"); ok && !audited {
			c.Breach("accounts.published.audited", "Accounts that need a %v were published without one.", level)
		}
	}
	if report, ok := law.Need(c, &p.Report, "accounts.published.report"); ok && !report {
		c.Breach("accounts.published.report", "Accounts that need a %v were published without its report.", level)
	}
}

func interimReported(c *kase) {
	p := c.Subject.Accounts.Ptr().Published.Ptr()
	if report, ok := p.Report.Get(); ok && report {
		return
	}
	outside := no
	if !c.On.Before(commenced2012) {
		outside = min(told(&p.WithYearEnd), told(&p.Marked))
	}
	switch {
	case outside == yes:
	case outside == untold:
		law.Need(c, &p.WithYearEnd, "accounts.published.with_year_end")
		law.Need(c, &p.Marked, "accounts.published.marked_unaudited")
	default:
		report, ok := law.Ask(c, &p.Report, "accounts.published.report",
			"Does it incorporate the report that the audit of this year and the last calls for, or is none called for?")
		if ok && !report {
			c.Breach("accounts.published.report", "An interim account was published without a report, and not as one marked unaudited with the accounts of a full year.")
		}
	}
}

func (a *Accounts) check() error {
	start, ok1 := a.Start.Get()
	end, ok2 := a.End.Get()
	if ok1 && ok2 && end.Before(start) {
		return fmt.Errorf("end: %v is before the year starts, on %v", end, start)
	}
	if before, ok := a.Preceding.Start.Get(); ok && ok1 && !before.Before(start) {
		return fmt.Errorf("preceding.start: %v is not before %v, when the next year starts", before, start)
	}
	if d, ok := a.Disapplied.Get(); ok && !d && a.OptOut.Stated() {
		return fmt.Errorf("disapplied: it is said that no resolution was passed, and opt_out is one")
	}
	p := &a.Preceding
	return cmp.Or(amountFact("preceding.assets", &p.Assets), amountFact("preceding.turnover", &p.Turnover),
		amountFact("preceding.gross_income", &p.GrossIncome), amountFact("preceding.receipts_and_payments", &p.ReceiptsAndPayments),
		natural(p.Members, "preceding.members"), a.checkActs())
}

func (a *Accounts) checkActs() error {
	if p := a.Published.Ptr(); p != nil {
		if err := natural(p.SignedByCommittee, "published.signed_by_committee"); err != nil {
			return err
		}
	}
	if x := a.OptOut.Ptr(); x != nil {
		votes, _ := x.Votes.Get()
		if err := votes.Check(); err != nil {
			return fmt.Errorf("opt_out.votes: %w", err)
		}
	}
	for i, x := range a.Exclusions.Or(nil) {
		if !x.Until.IsZero() && x.Until.Before(x.From) {
			return fmt.Errorf("exclusions[%d].until: %v is before it began, on %v", i, x.Until, x.From)
		}
	}
	if r := a.Request.Ptr(); r != nil {
		if err := amountFact("copy_request.charge", &r.Charge); err != nil {
			return err
		}
	}
	if g := a.Group.Ptr(); g != nil {
		if err := g.check(); err != nil {
			return fmt.Errorf("group.%w", err)
		}
	}
	return nil
}
