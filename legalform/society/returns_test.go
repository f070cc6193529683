package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// requesting puts a request for a copy of the return, met in full.
func requesting(copyAsked string, f func(*CopyRequest)) change {
	return acc(func(a *Accounts) {
		r := CopyRequest{Asked: on(copyAsked), Given: law.Known(true), Charge: amount(0), WithReport: law.Known(true), WithGroup: law.Known(true)}
		if f != nil {
			f(&r)
		}
		a.Request = law.Known(r)
	})
}

func TestReturns(t *testing.T) {
	sent := func(d string) change { return acc(func(a *Accounts) { a.Return.Ptr().Sent = on(d) }) }
	ret := func(f func(*Return)) change { return acc(func(a *Accounts) { f(a.Return.Ptr()) }) }
	unsent := ret(func(r *Return) { r.Sent = law.Fact[law.Date]{} })
	noReport := ret(func(r *Return) { r.Report = law.Known(false) })
	noReturn := accUnstated(func(a *Accounts) *law.Fact[Return] { return &a.Return })
	refused := func(r *CopyRequest) { r.Given = law.Known(false) }
	charged := func(r *CopyRequest) { r.Charge = law.Known(law.Pence(1)) }
	alone := func(r *CopyRequest) { r.WithReport = law.Known(false) }
	type c = lawtest.Case[Society]
	accountsSuite(returnRules, audited,
		c{Name: "s. 89(1): on the last day of seven months", Code: ReturnLate, Want: law.Met},
		c{Name: "s. 89(1): the day after", Code: ReturnLate, Change: sent("2026-02-01"), Want: law.Breached, At: "accounts.return.sent"},
		c{Name: "s. 89(1): not stated, and the time is over", Code: ReturnLate, On: "2026-02-01", Change: unsent, Want: law.Unknown, At: "accounts.return.sent"},
		c{Name: "s. 89(1): no return stated, and the time is over", Code: ReturnLate, On: "2026-02-01", Change: noReturn, Want: law.Unknown, At: "accounts.return.sent"},
		c{Name: "s. 89(1): not sent yet, on the last day", Code: ReturnLate, On: "2026-01-31", Change: unsent, Want: law.Met},
		c{Name: "s. 89: no accounts", Code: ReturnLate, Change: withoutAccounts, Want: law.NotApplicable},
		c{Name: "1965 s. 39(1): seven months already before 2012", Code: ReturnLate1996, Change: accIn2010, Want: law.Met},
		c{Name: "1965 s. 39(1): a day late", Code: ReturnLate1996, Change: both(accIn2010, sent("2011-08-01")), Want: law.Breached},
		c{Name: "1965 s. 39: no accounts", Code: ReturnLate1996, On: "2011-01-01", Change: withoutAccounts, Want: law.NotApplicable},
		c{Name: "1965 s. 39(1): 31 March, before September 1996", Code: ReturnLate1965, Change: accIn1994, Want: law.Met},
		c{Name: "1965 s. 39(1): 1 April", Code: ReturnLate1965, Change: both(accIn1994, sent("1995-04-01")), Want: law.Breached},
		c{Name: "1965 s. 39(3): a year's end that took leave", Code: ReturnLate1965, Change: severally(accIn1994, acc(func(a *Accounts) { a.End = on("1994-06-30") })), Want: law.Unknown, At: "accounts.end"},
		c{Name: "1965 s. 39, before 1996: no accounts", Code: ReturnLate1965, On: "1995-01-01", Change: withoutAccounts, Want: law.NotApplicable},

		c{Name: "s. 89(2): with all that belongs to it", Code: ReturnIncomplete, Want: law.Met},
		c{Name: "s. 89(2)(a): no revenue account", Code: ReturnIncomplete, Change: ret(func(r *Return) { r.RevenueAccount = law.Known(false) }), Want: law.Breached, At: "accounts.return.revenue_account"},
		c{Name: "s. 89(2)(a): no balance sheet", Code: ReturnIncomplete, Change: ret(func(r *Return) { r.BalanceSheet = law.Known(false) }), Want: law.Breached, At: "accounts.return.balance_sheet"},
		c{Name: "s. 89(1)(b): no copies", Code: ReturnIncomplete, Change: ret(func(r *Return) { r.Copies = law.Known(false) }), Want: law.Breached, At: "accounts.return.balance_sheet_copies"},
		c{Name: "s. 89(2)(b): other accounts", Code: ReturnIncomplete, Change: ret(func(r *Return) { r.Unreported = law.Known(true) }), Want: law.Breached, At: "accounts.return.unreported_accounts"},
		c{Name: "s. 89(1)(c): no auditors' report", Code: ReturnIncomplete, Change: noReport, Want: law.Breached, At: "accounts.return.report"},
		c{
			Name: "s. 89(3)(b): none is needed where there is no audit and £90,000 was not exceeded", Code: ReturnIncomplete,
			Change: func(s *Society) {
				r := s.Accounts.Ptr().Return
				*s = standing("2024-11-01")
				s.Accounts.Ptr().Return = r
				figuresOf(law.Pounds(1), law.Pounds(90_000))(s)
				noReport(s)
			}, Want: law.Met,
		},
		c{Name: "s. 89: no return", Code: ReturnIncomplete, Change: noReturn, Want: law.NotApplicable},
		c{Name: "1968 s. 11(2): with all that belongs to it", Code: ReturnIncomplete1968, Change: accIn1994, Want: law.Met},
		c{Name: "1968 s. 11: no report", Code: ReturnIncomplete1968, Change: both(accIn1994, noReport), Want: law.Breached},
		c{Name: "1968 s. 11: no return", Code: ReturnIncomplete1968, Change: both(accIn1994, noReturn), Want: law.NotApplicable},

		c{Name: "s. 90(1): given, free", Code: ReturnRefused, Change: requesting("2026-03-01", nil), Want: law.Met},
		c{Name: "s. 90(1): refused", Code: ReturnRefused, Change: requesting("2026-03-01", refused), Want: law.Breached, At: "accounts.copy_request.given"},
		c{Name: "s. 90(1): a penny charged", Code: ReturnRefused, Change: requesting("2026-03-01", charged), Want: law.Breached, At: "accounts.copy_request.charge"},
		c{Name: "s. 90: nobody asked", Code: ReturnRefused, Want: law.NotApplicable},
		c{Name: "1965 s. 39(5): given, free", Code: ReturnRefused1965, Change: requesting("1995-06-01", nil), Want: law.Met},
		c{Name: "1965 s. 39(5): charged", Code: ReturnRefused1965, Change: requesting("1995-06-01", charged), Want: law.Breached},
		c{Name: "1965 s. 39(5): nobody asked", Code: ReturnRefused1965, On: "1995-06-01", Want: law.NotApplicable},

		c{Name: "s. 90(2): with the report and the group accounts", Code: ReturnAlone, Change: requesting("2026-03-01", nil), Want: law.Met},
		c{Name: "s. 90(2)(a): without the report", Code: ReturnAlone, Change: requesting("2026-03-01", alone), Want: law.Breached, At: "accounts.copy_request.with_report"},
		c{Name: "s. 90(2)(b): without the group accounts", Code: ReturnAlone, Change: requesting("2026-03-01", func(r *CopyRequest) { r.WithGroup = law.Known(false) }), Want: law.Breached, At: "accounts.copy_request.with_group_accounts"},
		c{Name: "s. 90: no copy, nothing to go with it", Code: ReturnAlone, Change: requesting("2026-03-01", refused), Want: law.NotApplicable},
		c{Name: "1968 s. 11(5): with the report", Code: ReturnAlone1968, Change: requesting("1995-06-01", nil), Want: law.Met},
		c{Name: "1968 s. 11(5): without it", Code: ReturnAlone1968, Change: requesting("1995-06-01", alone), Want: law.Breached},
		c{Name: "1968 s. 11: nobody asked", Code: ReturnAlone1968, On: "1995-06-01", Want: law.NotApplicable},
	).Run(t)
}

func TestE7ReturnDeadline(t *testing.T) {
	f := Enacted()
	for end, want := range map[string]string{
		"2025-12-31": "2026-07-31", "2026-02-28": "2026-09-30", "2026-06-30": "2027-01-31", "2026-04-05": "2026-11-05",
		"2024-02-29": "2024-09-30", "2014-07-31": "2015-02-28", "2011-12-31": "2012-07-31", "1996-09-01": "1997-04-01",
		"1996-08-31": "1997-03-31", "1995-12-31": "1996-03-31", "1995-01-31": "1995-03-31", "1994-08-31": "1995-03-31",
	} {
		due, ok := f.ReturnDue(law.MustDate(end))
		assert.True(t, ok, end)
		assert.Equal(t, want, due.String(), end)
	}
	for _, end := range []string{"1965-12-31", "1994-08-30", "1994-02-01"} {
		_, ok := f.ReturnDue(law.MustDate(end))
		assert.False(t, ok, end)
	}
}
