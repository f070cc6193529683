package society

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// audited is a society whose year ended on 30 June 2025, too large to do without an audit,
// which kept every rule on it.
func audited() Society {
	return Society{
		Registered: on("2015-06-10"), Charity: law.Known(false),
		Accounts: law.Known(Accounts{
			Start: on("2024-07-01"), End: on("2025-06-30"), First: law.Known(false),
			Preceding: PrecedingYear{
				Start: on("2023-07-01"), Assets: amount(6_000_000), Members: law.Known[int64](900), Turnover: amount(12_000_000),
				GrossIncome: amount(12_000_000), ReceiptsAndPayments: amount(24_000_000),
			},
			Disapplied: law.Known(false), Exclusions: law.Known([]Exclusion{}), Directed: law.Known(false), RulesDemand: law.Known(NoAudit),
			Auditors:    law.Known([]Auditor{auditor(true)}),
			TrueAndFair: law.Known(true), Displayed: law.Known(true),
			Return: law.Known(Return{
				Sent: on("2026-01-31"), RevenueAccount: law.Known(true), BalanceSheet: law.Known(true), Copies: law.Known(true), Report: law.Known(true),
				Unreported: law.Known(false),
			}),
			Group: law.Known(Group{Companies: law.Known([]CompanyStake{}), Societies: law.Known([]SocietyStake{})}),
		}),
	}
}

func auditor(qualified bool, ties ...Tie) Auditor {
	return Auditor{Name: "a1", Qualified: law.Known(qualified), Ties: law.Known(append([]Tie{}, ties...))}
}

// acc changes the accounts.
func acc(f func(*Accounts)) change { return func(s *Society) { f(s.Accounts.Ptr()) } }

// years moves the year, and the one before it, to another time.
func accYears(before, start, end string) change {
	return acc(func(a *Accounts) { a.Preceding.Start, a.Start, a.End = on(before), on(start), on(end) })
}

// in1994 moves the accounts to the calendar year 1994, of a society of 1950.
func accIn1994(s *Society) {
	accYears("1993-01-01", "1994-01-01", "1994-12-31")(s)
	s.Registered = on("1950-01-01")
	acc(func(a *Accounts) { a.BalanceSheets, a.Return.Ptr().Sent = law.Known([]law.Date{}), on("1995-03-31") })(s)
}

// in2010 moves them to the calendar year 2010.
func accIn2010(s *Society) {
	accIn1994(s)
	accYears("2009-01-01", "2010-01-01", "2010-12-31")(s)
	acc(func(a *Accounts) { a.Return.Ptr().Sent = on("2011-07-31") })(s)
}

// several makes changes one after another.
func severally(changes ...change) change {
	return func(s *Society) {
		for _, f := range changes {
			f(s)
		}
	}
}

func withoutAccounts(s *Society) { s.Accounts = law.Fact[Accounts]{} }

func accUnstated[T any](of func(*Accounts) *law.Fact[T]) change {
	return acc(func(a *Accounts) { *of(a) = law.Fact[T]{} })
}

// accountsSuite is suite with the dates of this topic.
func accountsSuite(rules *law.Rules[Society, Figures], lawful func() Society, cases ...lawtest.Case[Society]) lawtest.Suite[Society, Figures] {
	s := suite(rules, lawful, cases...)
	for path, of := range map[string]func(*Accounts) *law.Fact[law.Date]{
		"accounts.end":                        func(a *Accounts) *law.Fact[law.Date] { return &a.End },
		"accounts.year_end_notice.given":      func(a *Accounts) *law.Fact[law.Date] { return &a.YearEndNotice.Ptr().Given },
		"accounts.opt_out.resolved":           func(a *Accounts) *law.Fact[law.Date] { return &a.OptOut.Ptr().Resolved },
		"accounts.published.on":               func(a *Accounts) *law.Fact[law.Date] { return &a.Published.Ptr().On },
		"accounts.copy_request.asked":         func(a *Accounts) *law.Fact[law.Date] { return &a.Request.Ptr().Asked },
		"accounts.auditor_resolution.meeting": func(a *Accounts) *law.Fact[law.Date] { return &a.AuditorResolution.Ptr().Meeting },
	} {
		s.Dates[path] = func(s *Society, d law.Date) { *of(s.Accounts.Ptr()) = law.Known(d) }
	}
	return s
}

// publishing puts a publication of the accounts of the year.
func publishing(date string, f func(*Publication)) change {
	return acc(func(a *Accounts) {
		p := Publication{
			On: on(date), Interim: law.Known(false), SignedBySecretary: law.Known(true), SignedByCommittee: law.Known[int64](2),
			Audited: law.Known(true), Report: law.Known(true),
		}
		if f != nil {
			f(&p)
		}
		a.Published = law.Known(p)
	})
}

func TestPublishedAccounts(t *testing.T) {
	wrong := func(of func(*Accounts) *law.Fact[bool]) change {
		return acc(func(a *Accounts) { *of(a) = law.Known(false) })
	}
	fair := func(a *Accounts) *law.Fact[bool] { return &a.TrueAndFair }
	shown := func(a *Accounts) *law.Fact[bool] { return &a.Displayed }
	secretary := func(p *Publication) { p.SignedBySecretary = law.Known(false) }
	one := func(p *Publication) { p.SignedByCommittee = law.Known[int64](1) }
	part := func(p *Publication) { p.Interim = law.Known(true) }
	interimAccount := func(report, with, marked bool) func(*Publication) {
		return func(p *Publication) {
			part(p)
			p.Report, p.WithYearEnd, p.Marked = law.Known(report), law.Known(with), law.Known(marked)
		}
	}
	optedOut := acc(func(a *Accounts) {
		s := standing("2025-01-10")
		a.OptOut, a.Disapplied = s.Accounts.Ptr().OptOut, law.Known(true)
	})
	tiny := acc(func(a *Accounts) { a.Preceding.Assets, a.Preceding.Turnover = amount(90_000), amount(90_000) })
	over := acc(func(a *Accounts) { a.Preceding.Assets, a.Preceding.Turnover = amount(90_000), amount(90_001) })
	type c = lawtest.Case[Society]
	accountsSuite(publicationRules, audited,
		c{Name: "s. 80: a true and fair view", Code: NotTrueAndFair, Want: law.Met},
		c{Name: "s. 80: none", Code: NotTrueAndFair, Change: wrong(fair), Want: law.Breached, At: "accounts.true_and_fair"},
		c{Name: "s. 80: nobody has judged", Code: NotTrueAndFair, Change: accUnstated(fair), Want: law.Unknown, At: "accounts.true_and_fair"},
		c{Name: "s. 80: no accounts", Code: NotTrueAndFair, Change: withoutAccounts, Want: law.NotApplicable},
		c{Name: "1968 s. 3: a true and fair view", Code: NotTrueAndFair1968, Change: accIn1994, Want: law.Met},
		c{Name: "1968 s. 3: none", Code: NotTrueAndFair1968, Change: both(accIn1994, wrong(fair)), Want: law.Breached},
		c{Name: "1968 s. 3(8): a year that began before 1969", Code: NotTrueAndFair1968, Change: both(accIn1994, accYears("1967-07-01", "1968-07-01", "1969-06-30")), Want: law.NotApplicable},
		c{
			Name: "1968 s. 3(8): a year that may have begun before 1969", Code: NotTrueAndFair1968,
			Change: severally(accIn1994, accYears("1967-07-01", "1968-07-01", "1969-06-30"), accUnstated(func(a *Accounts) *law.Fact[law.Date] { return &a.Start })), Want: law.Unknown, At: "accounts.start",
		},

		c{Name: "s. 81: displayed", Code: BalanceSheetHidden, Want: law.Met},
		c{Name: "s. 81: in a drawer", Code: BalanceSheetHidden, Change: wrong(shown), Want: law.Breached, At: "accounts.balance_sheet_displayed"},
		c{Name: "s. 81: no accounts", Code: BalanceSheetHidden, Change: withoutAccounts, Want: law.NotApplicable},
		c{Name: "1965 s. 40: hung up", Code: BalanceSheetHidden1965, On: "1990-01-01", Want: law.Met},
		c{Name: "1965 s. 40: not hung up", Code: BalanceSheetHidden1965, On: "1990-01-01", Change: wrong(shown), Want: law.Breached},
		c{Name: "1965 s. 40: no accounts", Code: BalanceSheetHidden1965, On: "1990-01-01", Change: withoutAccounts, Want: law.NotApplicable},

		c{Name: "s. 82 row 1: the secretary and two of the committee", Code: PublishedUnsigned, Change: publishing("2025-10-01", nil), Want: law.Met},
		c{Name: "s. 82 row 1: one of the committee", Code: PublishedUnsigned, Change: publishing("2025-10-01", one), Want: law.Breached, At: "accounts.published.signed_by_committee"},
		c{Name: "s. 82 row 1: no secretary", Code: PublishedUnsigned, Change: publishing("2025-10-01", secretary), Want: law.Breached, At: "accounts.published.signed_by_secretary"},
		c{Name: "s. 82: nothing published", Code: PublishedUnsigned, Want: law.NotApplicable},
		c{Name: "1968 s. 3(5)(c): the secretary and two", Code: PublishedUnsigned1968, Change: both(accIn1994, publishing("1995-02-01", nil)), Want: law.Met},
		c{Name: "1968 s. 3(5)(c): the secretary and one", Code: PublishedUnsigned1968, Change: both(accIn1994, publishing("1995-02-01", one)), Want: law.Breached},
		c{Name: "1968 s. 3(5): nothing published", Code: PublishedUnsigned1968, On: "1995-06-01", Change: accIn1994, Want: law.NotApplicable},

		c{Name: "s. 82 row 2: audited, with the report", Code: PublishedUnaudited, Change: publishing("2025-10-01", nil), Want: law.Met},
		c{
			Name: "s. 82 row 2: not audited", Code: PublishedUnaudited,
			Change: publishing("2025-10-01", func(p *Publication) { p.Audited = law.Known(false) }), Want: law.Breached, At: "accounts.published.audited",
		},
		c{
			Name: "s. 82 row 2: without the report", Code: PublishedUnaudited,
			Change: publishing("2025-10-01", func(p *Publication) { p.Report = law.Known(false) }), Want: law.Breached, At: "accounts.published.report",
		},
		c{
			Name: "s. 82 row 3: opted out, with the report that the turnover needs", Code: PublishedUnaudited,
			Change: severally(over, optedOut, publishing("2025-10-01", func(p *Publication) { p.Audited = law.Known(false) })), Want: law.Met,
		},
		c{
			Name: "s. 82 row 3: opted out, without it", Code: PublishedUnaudited,
			Change: severally(over, optedOut, publishing("2025-10-01", func(p *Publication) { p.Report = law.Known(false) })), Want: law.Breached,
		},
		c{
			Name: "s. 82: opted out, and small enough to need none", Code: PublishedUnaudited,
			Change: severally(tiny, optedOut, publishing("2025-10-01", func(p *Publication) { p.Audited, p.Report = law.Known(false), law.Known(false) })), Want: law.Met,
		},
		c{Name: "s. 82: an interim account has rows of its own", Code: PublishedUnaudited, Change: publishing("2025-10-01", part), Want: law.NotApplicable},
		c{
			Name: "s. 82: whether interim is not stated", Code: PublishedUnaudited,
			Change: publishing("2025-10-01", func(p *Publication) { p.Interim = law.Fact[bool]{} }), Want: law.Unknown, At: "accounts.published.interim",
		},
		c{Name: "1968 s. 3(5): audited first", Code: PublishedUnaudited1968, Change: both(accIn1994, publishing("1995-02-01", nil)), Want: law.Met},
		c{
			Name: "1968 s. 3(5): not audited", Code: PublishedUnaudited1968,
			Change: both(accIn1994, publishing("1995-02-01", func(p *Publication) { p.Audited = law.Known(false) })), Want: law.Breached,
		},
		c{Name: "1968 s. 3(5): nothing published", Code: PublishedUnaudited1968, On: "1995-06-01", Change: accIn1994, Want: law.NotApplicable},

		c{Name: "s. 82 rows 4-7: with the report", Code: InterimUnreported, Change: publishing("2025-10-01", interimAccount(true, false, false)), Want: law.Met},
		c{Name: "s. 82(2): marked, with the last full year", Code: InterimUnreported, Change: publishing("2025-10-01", interimAccount(false, true, true)), Want: law.Met},
		c{Name: "s. 82(2)(b): not marked", Code: InterimUnreported, Change: publishing("2025-10-01", interimAccount(false, true, false)), Want: law.Breached, At: "accounts.published.report"},
		c{Name: "s. 82(2)(a): marked, and alone", Code: InterimUnreported, Change: publishing("2025-10-01", interimAccount(false, false, true)), Want: law.Breached},
		c{
			Name: "s. 82(2): whether marked is not stated", Code: InterimUnreported,
			Change: publishing("2025-10-01", func(p *Publication) { interimAccount(false, true, true)(p); p.Marked = law.Fact[bool]{} }), Want: law.Unknown, At: "accounts.published.marked_unaudited",
		},
		c{Name: "s. 82: the year's own accounts", Code: InterimUnreported, Change: publishing("2025-10-01", nil), Want: law.NotApplicable},
		c{Name: "1968 s. 3A(6A): marked, from 8 January 2012", Code: InterimUnreported1968, Change: both(accIn2010, publishing("2012-01-08", interimAccount(false, true, true))), Want: law.Met},
		c{Name: "1968 s. 3A: the day before there was no such way", Code: InterimUnreported1968, Change: both(accIn2010, publishing("2012-01-07", interimAccount(false, true, true))), Want: law.Breached},
		c{Name: "1968 s. 3A: the year's own accounts", Code: InterimUnreported1968, Change: both(accIn2010, publishing("2012-01-08", nil)), Want: law.NotApplicable},
	).Run(t)
}

// everything states every field of the accounts.
func allAccounts() Society {
	s := standing("2025-01-10")
	severally(moving("2025-03-01"), replacing("2025-09-01"), publishing("2025-10-01", nil), requesting("2026-03-01", nil), grouping("2025-06-30"))(&s)
	acc(func(a *Accounts) {
		a.Last, a.EndMoved, a.BalanceSheets = law.Known(false), law.Known(false), law.Known([]law.Date{law.MustDate("2024-06-30")})
		a.Exclusions = law.Known([]Exclusion{{Kind: ForDeposit, From: law.MustDate("2020-01-01"), Until: law.MustDate("2021-01-01")}})
		a.Reporter = law.Known(Reporter{Auditor: auditor(true, PartnerOfOne), Appointed: on("2025-07-01")})
	})(&s)
	return s
}

func TestAccountsGoThroughJSONAndBack(t *testing.T) {
	s := allAccounts()
	require.NoError(t, s.Check())
	b, err := json.Marshal(s)
	require.NoError(t, err)
	var got Society
	require.NoError(t, law.Decode(bytes.NewReader(b), &got))
	assert.Equal(t, s, got)
}

func TestCheckNamesThePlaceInTheAccounts(t *testing.T) {
	exclusion := func(a *Accounts) *Exclusion { return &(*a.Exclusions.Ptr())[0] }
	stake := func(a *Accounts) *CompanyStake { return &(*a.Group.Ptr().Companies.Ptr())[0] }
	other := func(a *Accounts) *SocietyStake { return &(*a.Group.Ptr().Societies.Ptr())[0] }
	for want, f := range map[string]func(*Accounts){
		"accounts.end: ":                             func(a *Accounts) { a.End = on("2024-06-30") },
		"accounts.preceding.start: ":                 func(a *Accounts) { a.Preceding.Start = on("2024-07-01") },
		"accounts.disapplied: ":                      func(a *Accounts) { a.Disapplied = law.Known(false) },
		"accounts.preceding.assets: ":                func(a *Accounts) { a.Preceding.Assets = amount(-1) },
		"accounts.preceding.turnover: ":              func(a *Accounts) { a.Preceding.Turnover = law.Known(law.MaxPence + 1) },
		"accounts.preceding.gross_income: ":          func(a *Accounts) { a.Preceding.GrossIncome = amount(-1) },
		"accounts.preceding.receipts_and_payments: ": func(a *Accounts) { a.Preceding.ReceiptsAndPayments = amount(-1) },
		"accounts.preceding.members: ":               func(a *Accounts) { a.Preceding.Members = law.Known[int64](-1) },
		"accounts.published.signed_by_committee: ":   func(a *Accounts) { a.Published.Ptr().SignedByCommittee = law.Known[int64](-1) },
		"accounts.opt_out.votes: ":                   func(a *Accounts) { a.OptOut.Ptr().Votes = tally(2, 0, 1) },
		"accounts.exclusions[0].until: ":             func(a *Accounts) { exclusion(a).Until = law.MustDate("2019-12-31") },
		"accounts.copy_request.charge: ":             func(a *Accounts) { a.Request.Ptr().Charge = amount(-1) },
		"accounts.group.companies[0].equity: ":       func(a *Accounts) { stake(a).Equity = amount(-1) },
		"accounts.group.companies[0].directors: ":    func(a *Accounts) { stake(a).Directors = law.Known[int64](-1) },
		"accounts.group.companies[0].parts[0].equ":   func(a *Accounts) { (*stake(a).Parts.Ptr())[0].Equity = -1 },
		"accounts.group.companies[0].parts[0].vot":   func(a *Accounts) { (*stake(a).Parts.Ptr())[0].Votes = -1 },
		"accounts.group.companies[0].parts[0].sea":   func(a *Accounts) { (*stake(a).Parts.Ptr())[0].Seats = 1 << 50 },
		"accounts.group.societies[0].committee: ":    func(a *Accounts) { other(a).Committee = law.Known[int64](-1) },
		"accounts.group.societies[0].votes: ":        func(a *Accounts) { other(a).Votes = law.Known[int64](-1) },
		"accounts.group.societies[0].parts[0].equ":   func(a *Accounts) { (*other(a).Parts.Ptr())[0].Equity = law.MaxPence + 1 },
	} {
		s := allAccounts()
		acc(f)(&s)
		assert.ErrorContains(t, s.Check(), want)
	}
}

func TestUnknownNamesInTheAccountsAreRefused(t *testing.T) {
	for _, bad := range []string{
		`{"accounts": {"rules_demand": "some"}}`, `{"accounts": {"exclusions": [{"kind": "charity"}]}}`, `{"accounts": {"auditors": [{"ties": ["friend"]}]}}`,
		`{"accounts": {"group": {"companies": [{"omission": "lost"}]}}}`, `{"accounts": {"group": {"companies": [{"parts": [{"capacity": "loan"}]}]}}}`,
		`{"accounts": {"ends": "2025-01-01"}}`,
	} {
		var s Society
		assert.Error(t, law.Decode(bytes.NewReader([]byte(bad)), &s), bad)
	}
}

func votesOf(yes, no, entitled int64) governance.Tally {
	return governance.Tally{For: yes, Against: no, Entitled: entitled}
}

// Whatever is decoded and passes Check can be judged and calculated with, and an audit duty
// is known or says what it lacks.
func FuzzAccounts(f *testing.F) {
	for _, s := range []Society{audited(), standing("2024-11-01"), standing("2000-11-01"), allAccounts()} {
		b, err := json.Marshal(s)
		require.NoError(f, err)
		f.Add(b)
	}
	figures := Enacted()
	f.Fuzz(func(t *testing.T, b []byte) {
		var s Society
		if law.Decode(bytes.NewReader(b), &s) != nil || s.Check() != nil {
			return
		}
		for _, d := range []string{"1970-08-01", "2010-06-01", "2026-11-23"} {
			on := law.MustDate(d)
			accountsRules.Judge(&s, &figures, on, law.England)
			duty := AuditNeeded(&s, &figures, on)
			assert.Equal(t, duty.Act == 0, duty.Missing != nil, "%v", &duty)
			assert.Equal(t, duty.Doubt != nil, len(duty.Readings) > 0)
		}
	})
}
