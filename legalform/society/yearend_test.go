package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// young is a society in its first year of account.
func firstYearOf(registered, end string) change {
	return func(s *Society) {
		s.Registered = on(registered)
		acc(func(a *Accounts) {
			a.Start, a.End, a.First, a.Preceding = on(registered), on(end), law.Fact[bool]{}, PrecedingYear{}
		})(s)
	}
}

// moving puts a notice, given on a day, that extends the year from 30 June to 31 December 2025.
func moving(given string) change {
	return acc(func(a *Accounts) {
		a.YearEndNotice = law.Known(YearEndNotice{
			Given: on(given), NewEnd: on("2025-12-31"), Extends: law.Known(true), StatesWhich: law.Known(true), Extended: law.Known([]law.Date{}),
		})
	})
}

func noticeOf(f func(*YearEndNotice)) change {
	return both(moving("2025-03-01"), acc(func(a *Accounts) { f(a.YearEndNotice.Ptr()) }))
}

// notice2012 is a notice under the 1965 Act, of a society whose year began on 1 January 2012.
func notice2012(f func(*YearEndNotice)) change {
	return severally(accIn2010, func(s *Society) { s.Registered = on("2012-01-08") }, accYears("2011-01-01", "2012-01-09", "2013-01-31"), moving("2012-06-01"), acc(func(a *Accounts) {
		a.YearEndNotice.Ptr().NewEnd = on("2013-06-30")
		if f != nil {
			f(a.YearEndNotice.Ptr())
		}
	}))
}

func TestYearEnds(t *testing.T) {
	moved := func(yes bool) change { return acc(func(a *Accounts) { a.EndMoved = law.Known(yes) }) }
	sheets := func(days ...string) change {
		return acc(func(a *Accounts) {
			list := []law.Date{}
			for _, d := range days {
				list = append(list, law.MustDate(d))
			}
			a.BalanceSheets = law.Known(list)
		})
	}
	old := func(start, end string) change {
		return severally(func(s *Society) { s.Registered = on("2012-01-07") }, accYears("2023-01-01", start, end), sheets())
	}
	dissolved := func(dated, end string) change {
		return both(func(s *Society) { s.Dissolution = law.Known(Dissolution{Dated: on(dated)}) }, acc(func(a *Accounts) { a.End, a.Last = on(end), law.Known(true) }))
	}
	type c = lawtest.Case[Society]
	accountsSuite(yearEndRules, audited,
		c{Name: "s. 77(2): twelve months and three weeks", Code: FirstYearLength, Change: firstYearOf("2020-05-10", "2021-05-31"), Want: law.Met},
		c{Name: "s. 77(2): three weeks after registration", Code: FirstYearLength, Change: firstYearOf("2020-05-10", "2020-05-31"), Want: law.Breached, At: "accounts.end"},
		c{Name: "s. 77(2): exactly six months", Code: FirstYearLength, Change: firstYearOf("2020-05-10", "2020-11-09"), Want: law.Breached},
		c{Name: "s. 77(2): a day more", Code: FirstYearLength, Change: firstYearOf("2020-05-10", "2020-11-10"), Want: law.Met},
		c{Name: "s. 77(2): exactly 18 months", Code: FirstYearLength, Change: firstYearOf("2020-05-10", "2021-11-09"), Want: law.Met},
		c{Name: "s. 77(2): a day more", Code: FirstYearLength, Change: firstYearOf("2020-05-10", "2021-11-10"), Want: law.Breached, At: "accounts.end"},
		c{
			Name: "s. 77(2)(a): it begins with registration", Code: FirstYearLength,
			Change: both(firstYearOf("2020-05-10", "2021-05-31"), acc(func(a *Accounts) { a.First, a.Start = law.Known(true), on("2020-06-01") })), Want: law.Breached, At: "accounts.start",
		},
		c{Name: "s. 77: a later year", Code: FirstYearLength, Want: law.NotApplicable},
		c{Name: "s. 77: a society of 2011", Code: FirstYearLength, Change: firstYearOf("2012-01-07", "2016-06-30"), Want: law.NotApplicable},
		c{
			Name: "s. 77: whether it is the first is not stated", Code: FirstYearLength,
			Change: acc(func(a *Accounts) { a.First, a.Start = law.Fact[bool]{}, law.Fact[law.Date]{} }), Want: law.Unknown, At: "accounts.first",
		},
		c{Name: "1965 s. 39B(4): within the bounds", Code: FirstYearLength2012, Change: firstYearOf("2012-01-08", "2013-01-31"), Want: law.Met},
		c{Name: "1965 s. 39B(4): three weeks", Code: FirstYearLength2012, Change: firstYearOf("2012-01-08", "2012-01-31"), Want: law.Breached},
		c{Name: "1965 s. 39B: a later year", Code: FirstYearLength2012, Change: both(firstYearOf("2012-01-08", "2014-01-31"), acc(func(a *Accounts) { a.Start = on("2013-02-01") })), Want: law.NotApplicable},

		c{Name: "s. 77(3)-(4): the last day of the anniversary month", Code: YearEndNotReference, Want: law.Met},
		c{Name: "s. 77(4): the anniversary itself is not the day", Code: YearEndNotReference, Change: acc(func(a *Accounts) { a.End, a.EndMoved = on("2025-06-10"), law.Known(false) }), Want: law.Breached, At: "accounts.end"},
		c{Name: "s. 77(5): moved by notice", Code: YearEndNotReference, Change: both(accYears("2023-01-01", "2024-01-01", "2024-12-31"), moved(true)), Want: law.Met},
		c{Name: "s. 77(5): whether moved is not stated", Code: YearEndNotReference, Change: accYears("2023-01-01", "2024-01-01", "2024-12-31"), Want: law.Unknown, At: "accounts.end_moved"},
		c{Name: "s. 77(2): the first year", Code: YearEndNotReference, Change: firstYearOf("2020-05-10", "2021-05-31"), Want: law.Met},
		c{Name: "s. 77: a society of 2011 has no such date", Code: YearEndNotReference, Change: old("2024-01-01", "2024-12-31"), Want: law.NotApplicable},
		c{Name: "1965 s. 39B(3): the last day of the month", Code: YearEndNotReference2012, Change: firstYearOf("2012-01-08", "2013-01-31"), Want: law.Met},
		c{Name: "1965 s. 39B(3): another day", Code: YearEndNotReference2012, Change: both(firstYearOf("2012-01-08", "2013-01-30"), moved(false)), Want: law.Breached},
		c{Name: "1965 s. 39B: an older society", Code: YearEndNotReference2012, Change: both(accIn2010, accYears("2012-01-01", "2013-01-01", "2013-12-31")), Want: law.NotApplicable},

		c{Name: "s. 78(2)(b)(ii): no balance sheet, 31 December", Code: YearEndNotBalance, Change: old("2024-01-01", "2024-12-31"), Want: law.Met},
		c{Name: "s. 78(2)(b)(ii): no balance sheet, another day", Code: YearEndNotBalance, Change: severally(old("2024-01-01", "2024-11-30"), moved(false)), Want: law.Breached, At: "accounts.end"},
		c{Name: "s. 78(2)(b)(i): the last balance sheet", Code: YearEndNotBalance, Change: both(old("2024-01-01", "2024-10-31"), sheets("2024-09-30", "2024-10-31")), Want: law.Met},
		c{Name: "s. 78(3): on 31 August", Code: YearEndNotBalance, Change: both(old("2024-01-01", "2024-08-31"), sheets("2024-08-31")), Want: law.Met},
		c{Name: "s. 78(3): on 31 January", Code: YearEndNotBalance, Change: both(old("2024-01-01", "2025-01-31"), sheets("2025-01-31")), Want: law.Met},
		c{Name: "s. 78(3): one made up to June and published in September, in doubt", Code: YearEndNotBalance, Change: severally(old("2024-01-01", "2024-12-31"), sheets("2024-06-30"), moved(false)), Want: law.Unknown},
		c{Name: "s. 78(4): altered by notice", Code: YearEndNotBalance, Change: both(old("2024-04-01", "2025-03-31"), moved(true)), Want: law.Met},
		c{Name: "s. 78: nothing is said of balance sheets", Code: YearEndNotBalance, Change: both(old("2024-01-01", "2024-12-31"), accUnstated(func(a *Accounts) *law.Fact[[]law.Date] { return &a.BalanceSheets })), Want: law.Unknown, At: "accounts.balance_sheets"},
		c{Name: "s. 78: a society of 8 January 2012", Code: YearEndNotBalance, Change: both(old("2024-01-01", "2024-12-31"), func(s *Society) { s.Registered = on("2012-01-08") }), Want: law.NotApplicable},
		c{Name: "1965 s. 39(2)(c): 31 December", Code: YearEndNotBalance1968, Change: accIn1994, Want: law.Met},
		c{Name: "1965 s. 39(2)(c): a balance sheet out of the time does not count", Code: YearEndNotBalance1968, Change: both(accIn1994, sheets("1994-06-30")), Want: law.Met},
		c{Name: "1965 s. 39(2)(c): another day", Code: YearEndNotBalance1968, Change: severally(accIn1994, acc(func(a *Accounts) { a.End = on("1994-06-30") }), moved(false)), Want: law.Breached},
		c{Name: "1965 s. 39(3): by leave of the registrar", Code: YearEndNotBalance1968, Change: severally(accIn1994, acc(func(a *Accounts) { a.End = on("1994-06-30") }), moved(true)), Want: law.Met},
		c{Name: "1965 s. 39: no accounts", Code: YearEndNotBalance1968, On: "1995-01-01", Change: withoutAccounts, Want: law.NotApplicable},

		c{Name: "s. 77(8): it ends with the instrument", Code: LastYearNotInstrument, Change: dissolved("2025-03-12", "2025-03-12"), Want: law.Met},
		c{Name: "s. 77(8): it ends later", Code: LastYearNotInstrument, Change: dissolved("2025-03-12", "2025-06-30"), Want: law.Breached, At: "accounts.end"},
		c{Name: "s. 77(8): and is not measured by the reference date", Code: YearEndNotReference, Change: dissolved("2025-03-12", "2025-03-12"), Want: law.NotApplicable},
		c{Name: "s. 77(8): no instrument", Code: LastYearNotInstrument, Want: law.NotApplicable},
		c{Name: "s. 77(8): an earlier year", Code: LastYearNotInstrument, Change: both(dissolved("2025-03-12", "2024-06-30"), acc(func(a *Accounts) { a.Last = law.Known(false) })), Want: law.NotApplicable},
		c{Name: "1965 s. 39(4): made up to the instrument", Code: LastYearNotInstrument1965, Change: both(accIn1994, dissolved("1994-03-12", "1994-03-12")), Want: law.Met},
		c{Name: "1965 s. 39(4): made up past it", Code: LastYearNotInstrument1965, Change: both(accIn1994, dissolved("1994-03-12", "1994-12-31")), Want: law.Breached},
		c{Name: "1965 s. 39(4): no instrument", Code: LastYearNotInstrument1965, Change: accIn1994, Want: law.NotApplicable},
	).Run(t)
}

func TestYearEndNotices(t *testing.T) {
	lawful := func() Society {
		s := audited()
		moving("2025-03-01")(&s)
		return s
	}
	none := accUnstated(func(a *Accounts) *law.Fact[YearEndNotice] { return &a.YearEndNotice })
	silent := func(n *YearEndNotice) { n.StatesWhich = law.Known(false) }
	shorter := func(end string) func(*YearEndNotice) {
		return func(n *YearEndNotice) { n.Extends, n.NewEnd = law.Known(false), on(end) }
	}
	to := func(end string) func(*YearEndNotice) { return func(n *YearEndNotice) { n.NewEnd = on(end) } }
	after := func(given string, extended ...string) func(*YearEndNotice) {
		return func(n *YearEndNotice) {
			n.Given = on(given)
			for _, d := range extended {
				n.Extended = law.Known(append(n.Extended.Or(nil), law.MustDate(d)))
			}
		}
	}
	// An extension to the second 31 January after the year began would be too long, so none is lawful.
	type c = lawtest.Case[Society]
	accountsSuite(yearNotices, lawful,
		c{Name: "s. 77(6): it says which", Code: YearEndNoticeSilent, Want: law.Met},
		c{Name: "s. 77(6): it does not", Code: YearEndNoticeSilent, Change: noticeOf(silent), Want: law.Breached, At: "accounts.year_end_notice.states_which"},
		c{Name: "s. 77: no notice", Code: YearEndNoticeSilent, Change: none, Want: law.NotApplicable},
		c{Name: "1965 s. 39B(8): it says which", Code: YearEndNoticeSilent2012, Change: notice2012(nil), Want: law.Met},
		c{Name: "1965 s. 39B(8): it does not", Code: YearEndNoticeSilent2012, Change: notice2012(silent), Want: law.Breached},
		c{Name: "1965 s. 39B: no notice", Code: YearEndNoticeSilent2012, On: "2013-01-01", Change: none, Want: law.NotApplicable},

		c{Name: "s. 77(6)(b): the second occasion", Code: YearEndNoticeWrong, Want: law.Met},
		c{Name: "s. 77(6)(a): the first", Code: YearEndNoticeWrong, Change: noticeOf(shorter("2024-12-31")), Want: law.Met},
		c{Name: "s. 77(6)(a): shortened to the second", Code: YearEndNoticeWrong, Change: noticeOf(shorter("2025-12-31")), Want: law.Breached, At: "accounts.year_end_notice.new_end"},
		c{Name: "s. 77(6)(b): extended to the first", Code: YearEndNoticeWrong, Change: noticeOf(to("2025-04-30")), Want: law.Breached},
		c{Name: "s. 78: an older society may choose any day", Code: YearEndNoticeWrong, Change: both(noticeOf(to("2025-04-30")), func(s *Society) { s.Registered = on("2012-01-07") }), Want: law.NotApplicable},
		c{Name: "1965 s. 39B(8)(b): the second occasion", Code: YearEndNoticeWrong2012, Change: notice2012(nil), Want: law.Met},
		c{Name: "1965 s. 39B(8)(b): extended to the first", Code: YearEndNoticeWrong2012, Change: notice2012(to("2012-12-31")), Want: law.Breached},
		c{Name: "1965 s. 39B: no notice of which", Code: YearEndNoticeWrong2012, On: "2013-01-01", Change: none, Want: law.NotApplicable},

		c{Name: "s. 77(7)(b): exactly 18 months", Code: YearExtendedTooLong, Want: law.Met},
		c{Name: "s. 77(7)(b): a day more", Code: YearExtendedTooLong, Change: noticeOf(to("2026-01-01")), Want: law.Breached, At: "accounts.year_end_notice.new_end"},
		c{Name: "s. 77(7): a shorter year", Code: YearExtendedTooLong, Change: noticeOf(shorter("2024-12-31")), Want: law.NotApplicable},
		c{Name: "1965 s. 39B(9)(b): within 18 months", Code: YearExtendedTooLong2012, Change: notice2012(nil), Want: law.Met},
		c{Name: "1965 s. 39B(9)(b): more", Code: YearExtendedTooLong2012, Change: notice2012(to("2013-07-09")), Want: law.Breached},
		c{Name: "1965 s. 39B(9): a shorter year", Code: YearExtendedTooLong2012, Change: notice2012(shorter("2012-06-30")), Want: law.NotApplicable},

		c{Name: "s. 77(7)(a): never extended before", Code: YearExtendedTooSoon, Want: law.Met},
		c{Name: "s. 77(7)(a): five years to the day after the last", Code: YearExtendedTooSoon, Change: noticeOf(after("2025-03-31", "2020-03-31")), Want: law.Met},
		c{Name: "s. 77(7)(a): a day less", Code: YearExtendedTooSoon, Change: noticeOf(after("2025-03-30", "2020-03-31")), Want: law.Breached, At: "accounts.year_end_notice.given"},
		c{Name: "s. 77(7)(a): a second extension after four years, the first of three long ago", Code: YearExtendedTooSoon, Change: noticeOf(after("2025-03-30", "2021-03-31", "2013-12-31")), Want: law.Breached},
		c{
			Name: "s. 77(7)(a): what was extended is not stated", Code: YearExtendedTooSoon,
			Change: noticeOf(func(n *YearEndNotice) { n.Extended = law.Fact[[]law.Date]{} }), Want: law.Unknown, At: "accounts.year_end_notice.extended_before",
		},
		c{Name: "s. 77(7): a shorter year may be had at any time", Code: YearExtendedTooSoon, Change: noticeOf(shorter("2024-12-31")), Want: law.NotApplicable},
		c{Name: "1965 s. 39B(9)(a): never extended before", Code: YearExtendedTooSoon2012, Change: notice2012(nil), Want: law.Met},
		c{Name: "1965 s. 39B(9)(a): too soon", Code: YearExtendedTooSoon2012, Change: notice2012(after("2014-06-01", "2013-06-30")), Want: law.Breached},
		c{Name: "1965 s. 39B(9): a shorter year", Code: YearExtendedTooSoon2012, Change: notice2012(shorter("2012-06-30")), Want: law.NotApplicable},
	).Run(t)
}

func TestE8FirstYear(t *testing.T) {
	f := Enacted()
	for registered, want := range map[string]string{
		"2020-05-10": "2021-05-31", "2026-11-23": "2027-11-30", "2012-01-08": "2013-01-31", "2020-02-29": "2021-02-28", "2023-02-01": "2024-02-29",
	} {
		end, ok := f.FirstYearEnd(law.MustDate(registered))
		assert.True(t, ok, registered)
		assert.Equal(t, want, end.String(), registered)
	}
	_, ok := f.FirstYearEnd(law.MustDate("2012-01-07"))
	assert.False(t, ok)
}

func TestNextReferenceDate(t *testing.T) {
	for _, c := range [][3]string{
		{"2020-05-10", "2021-06-01", "2022-05-31"},
		{"2020-05-10", "2021-05-31", "2021-05-31"},
		{"2020-05-10", "2021-01-01", "2021-05-31"},
		{"2020-02-10", "2023-03-01", "2024-02-29"},
	} {
		assert.Equal(t, c[2], NextReferenceDate(law.MustDate(c[0]), law.MustDate(c[1])).String(), "%v", c)
	}
}

func TestYearEndAfterNotice(t *testing.T) {
	for _, c := range []struct {
		start, reference, want string
		extend                 bool
	}{
		{"2024-07-01", "2025-12-31", "2024-12-31", false},
		{"2024-07-01", "2020-12-31", "2025-12-31", true},
		{"2024-07-01", "2024-07-01", "2025-07-01", false}, // the day on which it began is not after it
		{"2024-07-01", "2023-02-28", "2025-02-28", false},
		{"2023-07-01", "2023-02-28", "2024-02-29", false},
		{"2023-07-01", "2023-04-30", "2024-04-30", false},
	} {
		assert.Equal(t, c.want, YearEndAfterNotice(law.MustDate(c.start), law.MustDate(c.reference), c.extend).String(), "%v", c)
	}
}

func TestYearEndByBalanceSheet(t *testing.T) {
	for _, c := range []struct {
		start, sheet, on, want string
		certain                bool
	}{
		{"2015-01-01", "", "2015-12-31", "2015-12-31", true},
		{"2015-08-31", "", "2016-12-31", "2016-12-31", true}, // 31 August follows the beginning
		{"2015-08-30", "", "2015-12-31", "2015-12-31", true},
		{"2015-02-01", "2016-01-31", "2016-01-31", "2016-01-31", true},
		{"2015-02-01", "2016-02-01", "2016-02-01", "2015-12-31", false},
		{"2010-02-01", "2011-02-01", "2011-02-01", "2010-12-31", true},
	} {
		var sheets []law.Date
		if c.sheet != "" {
			sheets = []law.Date{law.MustDate(c.sheet)}
		}
		end, certain := YearEndByBalanceSheet(law.MustDate(c.start), sheets, law.MustDate(c.on))
		assert.Equal(t, c.want, end.String(), "%v", c)
		assert.Equal(t, c.certain, certain, "%v", c)
	}
	end, _ := YearEndByBalanceSheet(law.MustDate("9999-01-01"), nil, law.MustDate("2020-01-01"))
	assert.True(t, end.IsZero())
}

func TestExtensionsOfTheYear(t *testing.T) {
	f := Enacted()
	most, ok := f.LongestYearEnd(law.MustDate("2024-07-01"), law.MustDate("2025-03-01"))
	assert.True(t, ok)
	assert.Equal(t, "2025-12-31", most.String())
	from, ok := f.ExtensionFrom(law.MustDate("2020-02-29"), law.MustDate("2025-02-28"))
	assert.True(t, ok)
	assert.Equal(t, "2025-02-28", from.String())
	_, ok = f.LongestYearEnd(law.MustDate("2011-07-01"), law.MustDate("2012-01-07"))
	assert.False(t, ok)
	_, ok = f.ExtensionFrom(law.MustDate("2011-07-01"), law.MustDate("2012-01-07"))
	assert.False(t, ok)
}
