package society

import (
	"time"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on annual returns.
const (
	ReturnLate           law.Code = "society.return-late"
	ReturnLate1996       law.Code = "society.return-late-1996"
	ReturnLate1965       law.Code = "society.return-late-1965"
	ReturnIncomplete     law.Code = "society.return-incomplete"
	ReturnIncomplete1968 law.Code = "society.return-incomplete-1968"
	ReturnRefused        law.Code = "society.return-copy-refused"
	ReturnRefused1965    law.Code = "society.return-copy-refused-1965"
	ReturnAlone          law.Code = "society.return-copy-alone"
	ReturnAlone1968      law.Code = "society.return-copy-alone-1968"
)

// A Return is the annual return for the year.
type Return struct {
	Sent law.Fact[law.Date] `json:"sent,omitzero"`
	// RevenueAccount and BalanceSheet: it contains those of the year.
	RevenueAccount law.Fact[bool] `json:"revenue_account,omitzero"`
	BalanceSheet   law.Fact[bool] `json:"balance_sheet,omitzero"`
	// Copies: a copy of each balance sheet made during the year went with it.
	Copies law.Fact[bool] `json:"balance_sheet_copies,omitzero"`
	// Report: a copy of the auditors' reports, or where there is no audit of any report that
	// is required in its place, went with it.
	Report law.Fact[bool] `json:"report,omitzero"`
	// Unreported: it contains other accounts on which nobody has reported.
	Unreported law.Fact[bool] `json:"unreported_accounts,omitzero"`
}

// A CopyRequest is one by a member, or a person interested in the society's funds, for a
// copy of the latest annual return.
type CopyRequest struct {
	Asked law.Fact[law.Date] `json:"asked,omitzero"`
	// Given: the copy was given or, from 1 August 2014, is regarded as given, being on a
	// website with the person's agreement, and notified.
	Given  law.Fact[bool]      `json:"given,omitzero"`
	Charge law.Fact[law.Pence] `json:"charge,omitzero"`
	// WithReport and WithGroup: the report on the accounts in it, and the latest group
	// accounts, went with it, where there are any.
	WithReport law.Fact[bool] `json:"with_report,omitzero"`
	WithGroup  law.Fact[bool] `json:"with_group_accounts,omitzero"`
}

var copyAsked = inAccounts("copy_request.asked", func(a *Accounts) law.Fact[law.Date] { return a.Request.Or(CopyRequest{}).Asked })

var (
	returnTime = rule{
		Code: ReturnLate, Provision: act2014.At("s. 89(1)", "section/89"),
		Says:    "A society must send its annual return to the registrar within the period of seven months beginning immediately after the end of the year of account.",
		InForce: from2014, Event: yearEnds, Applies: hasAccounts, Check: returnSent,
		Remedy: "Send the return now.",
	}
	returnTime1996 = under1965(returnTime, ReturnLate1996, act1965.At("s. 39(1)", "section/39"), start1996)
	returnContents = rule{
		Code: ReturnIncomplete, Provision: act2014.At("s. 89(1)-(3)", "section/89"),
		Says: "The annual return must contain the revenue account of the year and a balance sheet as at its end, come with a copy of each balance sheet made during the " +
			"year and of the auditors' reports, or of those required in place of an audit, and contain no other accounts unless they have been reported on.",
		InForce: from2014, Event: yearEnds, Applies: hasReturn, Check: returnComplete,
		Remedy: "Send the registrar what is missing.",
	}
	returnCopy = rule{
		Code: ReturnRefused, Provision: act2014.At("s. 90(1), (3)", "section/90"),
		Says:    "A society must give a copy of its latest annual return, free of charge, to any member or person interested in its funds who asks for it.",
		InForce: from2014, Event: copyAsked, Applies: hasRequest, Check: returnCopyGiven,
		Remedy: "Give the copy, and repay any charge.",
	}
	returnWith = rule{
		Code: ReturnAlone, Provision: act2014.At("s. 90(2)", "section/90"),
		Says:    "A copy of the report on the accounts in the return, and the latest group accounts, if there are any, must be supplied with the copy.",
		InForce: from2014, Event: copyAsked, Applies: copyMade, Check: copyAccompanied,
		Remedy: "Supply the report and the group accounts.",
	}
)

// Until 1996 the day was 31 March. The revised text puts the change in 1996, not in 2012,
// when only the year of account was freed.
var returnRules = law.Topic("annual returns",
	rule{
		Code: ReturnLate1965, Provision: act1965.At("s. 39(1), as passed", "section/39"),
		Says:    "A society must send its annual return to the registrar not later than 31 March in each year.",
		InForce: []law.Window{law.From(start1965, law.GreatBritain).Until("1996-08-31")}, Event: yearEnds, Applies: hasAccounts, Check: returnSent,
		Remedy: returnTime.Remedy, Successor: ReturnLate1996,
	},
	returnTime1996,
	exceptUnions(start2014, returnTime),
	under1965(returnContents, ReturnIncomplete1968, act1968.At("s. 11(1)-(2); s. 39(1)-(1B) of the 1965 Act", "section/11"), start1968),
	exceptUnions(start2014, returnContents),
	under1965(returnCopy, ReturnRefused1965, act1965.At("s. 39(5)", "section/39"), start1965),
	exceptUnions(start2014, returnCopy),
	under1965(returnWith, ReturnAlone1968, act1968.At("ss. 11(5)-(5A), 13(7)", "section/11"), start1968),
	exceptUnions(start2014, returnWith),
)

// ReturnDue returns the last day on which the annual return for a year of account that
// ended on a day may be sent: that of seven months beginning immediately after it, so that
// for 28 February it is 30 September. For a year that ended before 1 September 1996 it is
// 31 March after a year's end from 31 August to 31 January, and false for any other, which
// took leave of the registrar. It is false before 1966. Under Northern Ireland's Act the seven
// months are for years that ended on or after 6 April 2018, and 31 March for those that ended
// before 18 February 1998; between, what was read does not tell, and it is false.
func (f *Figures) ReturnDue(yearEnd law.Date) (law.Date, bool) {
	if months, ok := f.ReturnMonths.At(yearEnd); ok {
		return law.MonthsAfterEnd(yearEnd, months.Value), true
	}
	if from, until := f.marchReturns(); yearEnd.Before(from) || !yearEnd.Before(until) {
		return law.Date{}, false
	}
	year, month, day := yearEnd.Civil()
	switch {
	case month >= time.September, month == time.August && day == 31:
		year++
	case month != time.January:
		return law.Date{}, false
	}
	due, err := law.NewDate(year, time.March, 31)
	return due, err == nil
}

// marchReturns are the first day of the years' ends after which the return was due on a
// 31 March, and the day from which they were no more.
func (f *Figures) marchReturns() (from, until law.Date) {
	if f.northern() {
		return commenced1969NI, commenced1998NI
	}
	return commenced1965, commenced1996
}

func hasReturn(c *kase) bool  { return hasAccountYear(c) && c.Subject.Accounts.Ptr().Return.Stated() }
func hasRequest(c *kase) bool { return hasAccounts(c) && c.Subject.Accounts.Ptr().Request.Stated() }

func copyMade(c *kase) bool {
	if !hasRequest(c) {
		return false
	}
	given, ok := law.Need(c, &c.Subject.Accounts.Ptr().Request.Ptr().Given, "accounts.copy_request.given")
	return ok && given
}

// returnSent asks for the day of sending only once the time is over.
func returnSent(c *kase) {
	a := c.Subject.Accounts.Ptr()
	due, ok := c.Figures.ReturnDue(c.On)
	if !ok {
		c.Unknown("accounts.end", "By when was the return due, for a year that ended on "+c.On.Long()+"? It took leave of the registrar.")
		return
	}
	r := a.Return.Or(Return{})
	if !r.Sent.Stated() && !c.AsAt.After(due) {
		return
	}
	if sent, ok := law.Need(c, &r.Sent, "accounts.return.sent"); ok && sent.After(due) {
		c.Breach("accounts.return.sent", "The return for the year that ended on %s was sent on %s; the last day for it was %s.", c.On.Long(), sent.Long(), due.Long())
	}
}

func returnComplete(c *kase) {
	r := c.Subject.Accounts.Ptr().Return.Ptr()
	for _, x := range []struct {
		name, lacks string
		is          *law.Fact[bool]
	}{
		{"revenue_account", "The return does not contain the revenue account of the year.", &r.RevenueAccount},
		{"balance_sheet", "The return does not contain a balance sheet as at the end of the year.", &r.BalanceSheet},
		{"balance_sheet_copies", "Copies of the balance sheets made during the year did not go with the return.", &r.Copies},
	} {
		if yes, ok := law.Need(c, x.is, "accounts.return."+x.name); ok && !yes {
			c.Breach("accounts.return."+x.name, "%s", x.lacks)
		}
	}
	if other, ok := law.Need(c, &r.Unreported, "accounts.return.unreported_accounts"); ok && other {
		c.Breach("accounts.return.unreported_accounts", "The return contains other accounts on which nobody has reported.")
	}
	if report, ok := r.Report.Get(); ok && report {
		return
	}
	level, ok := auditAsked(c, c.On)
	if !ok || level == NoAudit {
		return
	}
	if report, ok := law.Need(c, &r.Report, "accounts.return.report"); ok && !report {
		c.Breach("accounts.return.report", "The accounts need a %v, and no report on them went with the return.", level)
	}
}

func returnCopyGiven(c *kase) {
	r := c.Subject.Accounts.Ptr().Request.Ptr()
	given, ok := law.Need(c, &r.Given, "accounts.copy_request.given")
	if ok && !given {
		c.Breach("accounts.copy_request.given", "No copy of the latest annual return was given to who asked for it on %s.", c.On.Long())
	}
	if !given {
		return
	}
	if charge, ok := law.Need(c, &r.Charge, "accounts.copy_request.charge"); ok && charge > 0 {
		c.Breach("accounts.copy_request.charge", "%v was charged for a copy of the annual return, which is free.", charge)
	}
}

func copyAccompanied(c *kase) {
	r := c.Subject.Accounts.Ptr().Request.Ptr()
	if with, ok := law.Ask(c, &r.WithReport, "accounts.copy_request.with_report",
		"Was the report on the accounts in the return supplied with it, or is there none?"); ok && !with {
		c.Breach("accounts.copy_request.with_report", "The copy came without the report on the accounts in it.")
	}
	if with, ok := law.Ask(c, &r.WithGroup, "accounts.copy_request.with_group_accounts",
		"Were the latest group accounts supplied with it, or are there none?"); ok && !with {
		c.Breach("accounts.copy_request.with_group_accounts", "The copy came without the latest group accounts.")
	}
}
