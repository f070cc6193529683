package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// raising is a society whose rules say £20,000, raised by its committee in 2014 to £60,000.
func raising() Society {
	s := withRules()
	b := lawfulRuleBook()
	b.Maximum = law.Known(ShareLimit{law.Pounds(20_000), true})
	b.Raise = law.Known(Raise{On: on("2014-06-01"), Most: amount(60_000), Notified: on("2014-06-10")})
	s.RuleBook = law.Known(b)
	holds(NotExempt, 60_000_00, 0)(&s)
	return s
}

func rulesOf(f func(*RuleBook)) change {
	return func(s *Society) { f(s.RuleBook.Ptr()) }
}

func amendedOn(dates ...string) change {
	return rulesOf(func(b *RuleBook) {
		list := make([]law.Date, len(dates))
		for i, d := range dates {
			list[i] = law.MustDate(d)
		}
		b.Amended = law.Known(list)
	})
}

func resolved(date string, pounds int64, notified string) change {
	return rulesOf(func(b *RuleBook) {
		b.Raise = law.Known(Raise{On: on(date), Most: amount(pounds), Notified: on(notified)})
	})
}

func TestMaxima(t *testing.T) {
	type c = lawtest.Case[Society]
	maximum := func(pounds int64, withdrawable bool) change {
		return rulesOf(func(b *RuleBook) { b.Maximum = law.Known(ShareLimit{law.Pounds(pounds), withdrawable}) })
	}
	noMaximum := rulesOf(func(b *RuleBook) { b.Maximum = law.Fact[ShareLimit]{} })
	noRaise := rulesOf(func(b *RuleBook) { b.Raise = law.Fact[Raise]{} })
	unnotified := rulesOf(func(b *RuleBook) { b.Raise.Ptr().Notified = law.Fact[law.Date]{} })
	unamended := rulesOf(func(b *RuleBook) { b.Amended = law.Fact[[]law.Date]{} })
	of1982 := func(took law.Fact[bool]) change {
		return both(maximum(5_000, false), both(holds(NotExempt, 10_000_00, 0), rulesOf(func(b *RuleBook) {
			b.Raise = law.Known(Raise{On: on("1982-01-01"), Most: amount(10_000), TookEffect: took})
		})))
	}
	in1994 := resolved("1994-06-01", 20_000, "1994-07-31")
	suite(maxima, raising,
		c{Name: "item 7: £100,000 of withdrawable shares", Code: MaximumTooHigh, Change: maximum(100_000, true), Want: law.Met},
		c{Name: "item 7: a pound more", Code: MaximumTooHigh, Change: maximum(100_001, true), Want: law.Breached, At: "rule_book.maximum"},
		c{Name: "item 7: £100,000 of all shares", Code: MaximumTooHigh, Change: maximum(100_000, false), Want: law.Met},
		c{Name: "item 7: £500,000 of all shares says nothing of the withdrawable", Code: MaximumTooHigh, Change: maximum(500_000, false), Want: law.Unknown, At: "rule_book.maximum"},
		c{Name: "item 7: no maximum stated", Code: MaximumTooHigh, Change: noMaximum, Want: law.NotApplicable},
		c{Name: "item 7: no rules stated", Code: MaximumTooHigh, Change: noBook, Want: law.NotApplicable},
		c{Name: "1965 Sch 1 para 7: £20,000 of all shares", Code: MaximumTooHigh1965, On: "2010-06-01", Change: maximum(20_000, false), Want: law.Met},
		c{Name: "1965 Sch 1 para 7: a pound more", Code: MaximumTooHigh1965, On: "2010-06-01", Change: maximum(20_001, false), Want: law.Breached},
		c{Name: "1965 Sch 1 para 7: a limit on withdrawable shares alone", Code: MaximumTooHigh1965, On: "2012-01-07", Change: maximum(20_000, true), Want: law.Breached},
		c{Name: "1965 Sch 1 para 7: enough from 8 January 2012", Code: MaximumTooHigh1965, On: "2012-01-08", Change: maximum(20_000, true), Want: law.Met},
		c{Name: "1965 Sch 1 para 7: some day in 1981", Code: MaximumTooHigh1965, On: "1981-06-01", Change: maximum(10_000, false), Want: law.Unknown},
		c{Name: "1965 Sch 1 para 7: no maximum stated", Code: MaximumTooHigh1965, On: "2010-06-01", Change: noMaximum, Want: law.NotApplicable},

		c{Name: "own rules: what the committee raised it to", Code: OverOwnMaximum, Want: law.Met},
		c{Name: "own rules: a penny more", Code: OverOwnMaximum, Change: holds(NotExempt, 60_000_01, 0), Want: law.Breached, At: "holdings[0]"},
		c{Name: "own rules: shares that are not withdrawable are outside it", Code: OverOwnMaximum, Change: holds(NotExempt, 60_000_00, 1), Want: law.Met},
		c{Name: "own rules: a registered society is outside it", Code: OverOwnMaximum, Change: holds(SocietyMember, 3_000_000_00, 0), Want: law.Met},
		c{Name: "own rules: lower than the Act's, and never raised", Code: OverOwnMaximum, Change: both(noRaise, holds(NotExempt, 20_000_01, 0)), Want: law.Breached},
		c{Name: "own rules: exactly that", Code: OverOwnMaximum, Change: both(noRaise, holds(NotExempt, 20_000_00, 0)), Want: law.Met},
		c{Name: "Sch 3 para 6(4): undone by an amendment, and held perhaps before", Code: OverOwnMaximum, Change: amendedOn("2016-01-01"), Want: law.Unknown, At: "holdings[0]"},
		c{
			Name: "Sch 3 para 6(4): undone by an amendment, and more than was ever allowed", Code: OverOwnMaximum,
			Change: both(amendedOn("2016-01-01"), holds(NotExempt, 60_000_01, 0)), Want: law.Breached,
		},
		c{Name: "Sch 3 para 6(4): an amendment of another day does not undo it yet", Code: OverOwnMaximum, On: "2015-12-31", Change: amendedOn("2016-01-01"), Want: law.Met},
		c{Name: "SI 2014/210 art 3(2): no effect without notice in time", Code: OverOwnMaximum, Change: resolved("2014-06-01", 60_000, "2014-07-31"), Want: law.Breached},
		c{Name: "SI 2014/210 art 3(2): notice not stated", Code: OverOwnMaximum, Change: unnotified, Want: law.Unknown, At: "rule_book.raise.notified"},
		c{Name: "SI 2014/210 art 3(2): amendments not stated", Code: OverOwnMaximum, Change: unamended, Want: law.Unknown, At: "rule_book.amended"},
		c{Name: "SI 2014/210 art 3(6): no effect after the power was spent", Code: OverOwnMaximum, Change: resolved("2015-10-06", 60_000, "2015-10-07"), Want: law.Breached},
		c{Name: "SI 2014/210 art 3(6): the last day", Code: OverOwnMaximum, Change: resolved("2015-10-05", 60_000, "2015-10-07"), Want: law.Met},
		c{Name: "Sch 3 para 6(1): a resolution of 1982, and whether it took effect not stated", Code: OverOwnMaximum, Change: of1982(law.Fact[bool]{}), Want: law.Unknown, At: "rule_book.raise.took_effect"},
		c{Name: "Sch 3 para 6(2): a resolution of 1982 that took effect goes on", Code: OverOwnMaximum, Change: of1982(law.Known(true)), Want: law.Met},
		c{Name: "Sch 3 para 6(1): a resolution of 1982 that took none", Code: OverOwnMaximum, Change: of1982(law.Known(false)), Want: law.Breached},
		c{Name: "Sch 3 para 6(4): a resolution of 1982, undone by an amendment", Code: OverOwnMaximum, Change: both(of1982(law.Known(true)), both(amendedOn("1999-01-01"), holds(NotExempt, 10_000_01, 0))), Want: law.Breached},
		c{Name: "own rules: no maximum stated", Code: OverOwnMaximum, Change: noMaximum, Want: law.NotApplicable},
		c{
			Name: "own rules: who holds what is not stated", Code: OverOwnMaximum,
			Change: func(s *Society) { s.Holdings = law.Fact[[]Holding]{} }, Want: law.Unknown, At: "holdings",
		},
		c{
			Name: "own rules: a holding of which nothing is stated", Code: OverOwnMaximum,
			Change: func(s *Society) { s.Holdings = law.Known([]Holding{{}}) }, Want: law.Unknown, At: "holdings[0].withdrawable",
		},
		c{Name: "1965 s. 6(4): raised in 1994, before an amendment", Code: OverOwnMaximum1965, On: "2001-12-31", Change: both(maximum(10_000, false), both(in1994, holds(NotExempt, 20_000_00, 0))), Want: law.Met},
		c{
			Name: "1965 s. 14(1): the rules' £10,000, and no more", Code: OverOwnMaximum1965, On: "2001-12-31",
			Change: both(maximum(10_000, false), both(noRaise, holds(NotExempt, 10_000_00, 1))), Want: law.Breached,
		},
		c{Name: "1965 s. 14(1): no maximum stated", Code: OverOwnMaximum1965, On: "2010-06-01", Change: noMaximum, Want: law.NotApplicable},

		c{Name: "SI 2014/210 art 3(1): exactly £100,000", Code: RaiseTooHigh, Change: resolved("2014-06-01", 100_000, "2014-06-02"), Want: law.Met},
		c{Name: "SI 2014/210 art 3(1): a pound more", Code: RaiseTooHigh, Change: resolved("2014-06-01", 100_001, "2014-06-02"), Want: law.Breached, At: "rule_book.raise.most"},
		c{Name: "SI 2014/210 art 3(1): no resolution", Code: RaiseTooHigh, Change: noRaise, Want: law.NotApplicable},
		c{Name: "SI 1994/341 art 4(1): exactly £20,000", Code: RaiseTooHigh1994, Change: in1994, Want: law.Met},
		c{Name: "SI 1994/341 art 4(1): a pound more", Code: RaiseTooHigh1994, Change: resolved("1994-06-01", 20_001, "1994-06-02"), Want: law.Breached},
		c{Name: "SI 1994/341 art 4(1): no resolution", Code: RaiseTooHigh1994, On: "1994-06-01", Change: noRaise, Want: law.NotApplicable},

		c{Name: "SI 2014/210 art 3(6): in time", Code: RaiseTooLate, Want: law.Met},
		c{Name: "SI 2014/210 art 3(6): the last day of the eighteen months", Code: RaiseTooLate, Change: resolved("2015-10-05", 60_000, "2015-10-06"), Want: law.Met},
		c{Name: "SI 2014/210 art 3(6): the day after", Code: RaiseTooLate, Change: resolved("2015-10-06", 60_000, "2015-10-07"), Want: law.Breached, At: "rule_book.raise.on"},
		c{Name: "SI 2014/210 art 3(6): an amendment registered meanwhile", Code: RaiseTooLate, Change: amendedOn("2014-05-01"), Want: law.Breached},
		c{Name: "SI 2014/210 art 3(6): an amendment before the order", Code: RaiseTooLate, Change: amendedOn("2014-04-05"), Want: law.Met},
		c{Name: "SI 2014/210 art 3(6): amendments not stated", Code: RaiseTooLate, Change: unamended, Want: law.Unknown, At: "rule_book.amended"},
		c{Name: "SI 2014/210 art 3(6): no resolution", Code: RaiseTooLate, Change: noRaise, Want: law.NotApplicable},
		c{Name: "SI 1994/341 art 4(2): the last day", Code: RaiseTooLate1994, Change: resolved("1995-09-14", 20_000, "1995-09-15"), Want: law.Met},
		c{Name: "SI 1994/341 art 4(2): the day after", Code: RaiseTooLate1994, Change: resolved("1995-09-15", 20_000, "1995-09-16"), Want: law.Breached},
		c{Name: "SI 1994/341 art 4(2): no resolution", Code: RaiseTooLate1994, On: "1994-06-01", Change: noRaise, Want: law.NotApplicable},

		c{Name: "SI 2014/210 art 3(2)(a): the sixtieth day, that of the resolution the first", Code: RaiseUnnotified, Change: resolved("2014-06-01", 60_000, "2014-07-30"), Want: law.Met},
		c{Name: "SI 2014/210 art 3(2)(a): the day after", Code: RaiseUnnotified, Change: resolved("2014-06-01", 60_000, "2014-07-31"), Want: law.Breached, At: "rule_book.raise.notified"},
		c{Name: "SI 2014/210 art 3(2)(a): the time is not over", Code: RaiseUnnotified, On: "2014-07-30", Change: unnotified, Want: law.Met},
		c{Name: "SI 2014/210 art 3(2)(a): it is, and no notice is stated", Code: RaiseUnnotified, On: "2014-07-31", Change: unnotified, Want: law.Unknown, At: "rule_book.raise.notified"},
		c{Name: "SI 2014/210 art 3(2)(a): no resolution", Code: RaiseUnnotified, Change: noRaise, Want: law.NotApplicable},
		c{Name: "SI 1994/341 art 4(4): within sixty days of the making", Code: RaiseUnnotified94, Change: in1994, Want: law.Met},
		c{Name: "SI 1994/341 art 4(4): the day after", Code: RaiseUnnotified94, Change: resolved("1994-06-01", 20_000, "1994-08-01"), Want: law.Breached},
		c{Name: "SI 1994/341 art 4(4): no resolution", Code: RaiseUnnotified94, On: "1994-06-01", Change: noRaise, Want: law.NotApplicable},
	).Run(t)
}

func TestRoomUnderRules(t *testing.T) {
	f, today := Enacted(), law.MustDate("2026-01-01")
	s := raising()
	h := Holding{Exempt: law.Known(NotExempt), Withdrawable: amount(45_000), NonWithdrawable: amount(30_000)}
	a := RoomUnderRules(&f, s.RuleBook.Ptr(), h, today)
	assert.Equal(t, law.Pounds(15_000), a.Most)
	assert.Equal(t, []any{OverOwnMaximum, law.OwnRules}, []any{a.Binding, a.Weight})

	b := lawfulRuleBook() // £1,000 of all shares, of which none is left
	a = RoomUnderRules(&f, &b, h, today)
	assert.Equal(t, law.Pence(0), a.Most)
	b.Maximum = law.Known(ShareLimit{law.Pounds(500_000), false})
	a = RoomUnderRules(&f, &b, h, today)
	assert.Equal(t, law.Pounds(55_000), a.Most, "the Act's maximum is the lower")
	assert.Equal(t, []any{ShareholdingTooLarge, law.Statute}, []any{a.Binding, a.Weight})

	a = RoomUnderRules(&f, &b, Holding{Exempt: law.Known(SocietyMember)}, today)
	assert.True(t, a.Unlimited && a.Certain())
	a = RoomUnderRules(&f, &b, Holding{Exempt: law.Known(NotExempt), Withdrawable: amount(1)}, today)
	assert.Equal(t, "non_withdrawable", a.Missing[0].Path, "the rules count what the Act leaves out")
	a = RoomUnderRules(&f, &RuleBook{}, h, today)
	assert.Equal(t, "rule_book.maximum", a.Missing[0].Path)
	a = RoomUnderRules(&f, &b, h, law.MustDate("1965-12-31"))
	assert.False(t, a.Known())
}

// What the calculator allows the rule allows, and a penny more it does not.
func TestOwnMaximumAgreesWithTheRule(t *testing.T) {
	f := Enacted()
	for _, c := range []struct {
		on      string
		amended []string
		want    law.Pence
		code    law.Code
	}{
		{"2014-05-31", nil, 20_000_00, OverOwnMaximum1965},
		{"2014-06-01", nil, 60_000_00, OverOwnMaximum1965},
		{"2014-08-01", nil, 60_000_00, OverOwnMaximum},
		{"2026-01-01", []string{"2020-05-05"}, 20_000_00, OverOwnMaximum},
	} {
		s := raising()
		amendedOn(c.amended...)(&s)
		a := OwnMaximum(&f, s.RuleBook.Ptr(), law.MustDate(c.on))
		assert.True(t, a.Certain(), c.on)
		assert.Equal(t, c.want, a.Most, c.on)
		assert.Equal(t, c.code, a.Binding, c.on)
		assert.Equal(t, law.OwnRules, a.Weight)
		for held, want := range map[law.Pence]law.Outcome{c.want: law.Met, max(c.want, 60_000_00) + 1: law.Breached} {
			holds(NotExempt, held, 0)(&s)
			rep := maxima.Judge(&s, &f, law.MustDate(c.on), law.England)
			got, _ := rep.Outcome(c.code)
			assert.Equal(t, want, got, "%s: %v", c.on, held)
			assert.NoError(t, rep.Err(), "a society's own maximum is no law")
		}
	}
	s := raising()
	resolved("2014-06-01", 5_000, "2014-06-02")(&s)
	lower := OwnMaximum(&f, s.RuleBook.Ptr(), law.MustDate("2026-01-01"))
	assert.Equal(t, law.Pounds(20_000), lower.Most, "a resolution raises and does not lower")
	var b RuleBook
	none := OwnMaximum(&f, &b, law.MustDate("2020-01-01"))
	assert.False(t, none.Known())
	assert.Equal(t, "2015-10-05", f.RaiseUntil(law.MustDate("2014-08-01")).String())
	assert.Equal(t, "1995-09-14", f.RaiseUntil(law.MustDate("1994-03-15")).String())
	assert.True(t, f.RaiseUntil(law.MustDate("1994-03-14")).IsZero())
}
