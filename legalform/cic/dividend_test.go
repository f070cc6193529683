package cic

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

func day(s string) law.Fact[law.Date]    { return law.Known(law.MustDate(s)) }
func pounds(n int64) law.Fact[law.Pence] { return law.Known(law.Pounds(n)) }
func pence(n int64) law.Fact[law.Pence]  { return law.Known(law.Pence(n)) }
func rate(s string) law.Fact[law.Ratio]  { return law.Known(must(law.ParseRatio(s))) }
func private(amount law.Fact[law.Pence]) Portion {
	return Portion{
		Amount: amount, Held: law.Known(Privately), PaidUp: pounds(1000), Issued: day("2013-07-01"),
		Past: law.Known([]ShareYear{}),
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// paying is a Schedule 3 company that declares a dividend of £9,800 out of £28,000, the
// members having resolved (worked example W4).
func paying() Company {
	return Company{
		Type: law.Known(Schedule3), Since: day("2010-01-04"),
		Articles: Articles{
			PermitsDividends: law.Known(true), ReturnsPaidUp: law.Known(true),
			LockedBodies: law.Known([]LockedBody{{Name: law.Known("Hill Charity"), Kind: law.Known(Charity)}}),
		},
		Dividend: law.Known(Distribution{
			Declared: day("2025-06-30"), YearStart: day("2024-04-01"), Profits: pounds(28_000),
			CountedBefore: pounds(0), ExemptBefore: pounds(0), Resolution: law.Known(OrdinaryResolution),
			BaseRate: rate("0.5%"), Portions: law.Known([]Portion{private(pounds(9_800))}),
		}),
	}
}

// dividend changes the dividend of a company that has one.
func dividend(change func(*Distribution)) func(*Company) {
	return func(c *Company) {
		d := *c.Dividend.Ptr()
		ps := append([]Portion(nil), d.Portions.Or(nil)...)
		d.Portions = law.Known(ps)
		change(&d)
		c.Dividend = law.Known(d)
	}
}

// portion changes the first portion.
func portion(change func(*Portion)) func(*Company) {
	return dividend(func(d *Distribution) { change(&d.Portions.Or(nil)[0]) })
}

func amount(p law.Fact[law.Pence]) func(*Company) {
	return portion(func(x *Portion) { x.Amount = p })
}

func both(changes ...func(*Company)) func(*Company) {
	return func(c *Company) {
		for _, f := range changes {
			f(c)
		}
	}
}

func declaredOn(s string) func(*Company) {
	return dividend(func(d *Distribution) { d.Declared = day(s) })
}

// interim states a dividend of £100 declared before for the year, and how much of it was on
// the shares of the first portion.
func interim(onTheseShares law.Fact[law.Pence]) func(*Company) {
	return both(
		dividend(func(d *Distribution) { d.CountedBefore = pounds(100) }),
		portion(func(p *Portion) { p.Before = onTheseShares }))
}

func noDividend(c *Company) { c.Dividend = law.Fact[Distribution]{} }

func typed(t Type) func(*Company) { return func(c *Company) { c.Type = law.Known(t) } }

func locked(body string) func(*Company) {
	return portion(func(p *Portion) {
		p.Held, p.Body, p.ClaimedExempt, p.Consent = law.Known(ByLockedBody), law.Known(body), law.Known(true), law.Known(false)
	})
}

func TestDividendRules(t *testing.T) {
	inOldLaw := both(declaredOn("2014-09-30"), amount(pounds(100)))
	lawtest.Suite[Company, Figures]{
		Rules: dividends, Figures: Enacted(), Lawful: paying, On: "2026-01-01", In: law.England,
		Dates: map[string]func(*Company, law.Date){"dividend.declared": func(c *Company, d law.Date) {
			dividend(func(x *Distribution) { x.Declared, x.YearStart = law.Known(d), law.Known(d.AddMonths(-3)) })(c)
			if d.Before(law.MustDate("2014-10-01")) {
				amount(pounds(10))(c)
			}
		}},
		Cases: []lawtest.Case[Company]{
			{Name: "reg 17(1)(a): the articles permit", Code: DividendNotPermitted, Want: law.Met},
			{Name: "reg 17(1)(a): the articles do not permit", Code: DividendNotPermitted, Change: func(c *Company) { c.Articles.PermitsDividends = law.Known(false) }, Want: law.Breached, At: "dividend"},
			{Name: "W10, reg 17(1)(a): a guarantee company has no shares", Code: DividendNotPermitted, Change: both(typed(ByGuarantee), amount(pounds(10))), Want: law.Breached},
			{Name: "reg 17(1)(a): nobody says what the articles permit", Code: DividendNotPermitted, Change: func(c *Company) { c.Articles.PermitsDividends = law.Fact[bool]{} }, Want: law.Unknown, At: "articles.permits_dividends"},
			{Name: "reg 17(1)(a): no dividend", Code: DividendNotPermitted, Change: noDividend, Want: law.NotApplicable},

			{Name: "reg 17(1)(b): an ordinary resolution is enough", Code: DividendNotResolved, Want: law.Met},
			{Name: "W11, reg 17(1)(b): the board alone may not declare an interim dividend", Code: DividendNotResolved, Change: both(dividend(func(d *Distribution) { d.Resolution = law.Known(NoResolution) }), amount(pounds(500))), Want: law.Breached, At: "dividend.resolution"},
			{Name: "reg 17(1)(b): a special resolution is enough", Code: DividendNotResolved, Change: dividend(func(d *Distribution) { d.Resolution = law.Known(SpecialResolution) }), Want: law.Met},
			{Name: "reg 17(1)(b): no dividend", Code: DividendNotResolved, Change: noDividend, Want: law.NotApplicable},

			{Name: "reg 18: 20% of paid-up value is allowed", Code: OverShareCap, Change: both(inOldLaw, amount(pounds(200))), Want: law.Met},
			{Name: "reg 18: a penny more is not", Code: OverShareCap, Change: both(inOldLaw, amount(pence(20001))), Want: law.Breached, At: "dividend.portions[0].amount"},
			{Name: "W12, reg 18: £1 a share declared on 30 September 2014 is refused", Code: OverShareCap, Change: both(inOldLaw, amount(pounds(1000))), Want: law.Breached},
			{Name: "W12, reg 18: the cap is gone on 1 October 2014", Code: OverShareCap, Change: both(declaredOn("2014-10-01"), amount(pounds(1000))), Want: law.NotInForce},
			{Name: "reg 18: a company without shares", Code: OverShareCap, Change: both(inOldLaw, typed(ByGuarantee)), Want: law.NotApplicable},
			{Name: "reg 17(2): the share cap leaves exempt dividends alone", Code: OverShareCap, Change: both(inOldLaw, amount(pounds(900)), locked("Hill Charity")), Want: law.Met},
			{Name: "reg 18(2): shares of before April 2010 keep base rate and 5 points", Code: OverShareCap, Change: both(inOldLaw, portion(func(p *Portion) { p.Issued, p.Amount = day("2010-04-05"), pounds(55) })), Want: law.Met},
			{Name: "reg 18(2): and a penny over that is refused", Code: OverShareCap, Change: both(inOldLaw, portion(func(p *Portion) { p.Issued, p.Amount = day("2010-04-05"), pence(5501) })), Want: law.Breached},
			{Name: "reg 18(2): the cap is that of the day it became a CIC, if later than the issue", Code: OverShareCap, Change: both(inOldLaw, func(c *Company) { c.Since = day("2010-04-06") }, portion(func(p *Portion) { p.Issued, p.Amount = day("2006-05-01"), pounds(200) })), Want: law.Met},
			{Name: "reg 18(3): no base rate, no answer", Code: OverShareCap, Change: both(inOldLaw, dividend(func(d *Distribution) { d.BaseRate = law.Fact[law.Ratio]{} }), portion(func(p *Portion) { p.Issued = day("2010-04-05") })), Want: law.Unknown, At: "dividend.base_rate"},

			{Name: "reg 18(1): an interim and a final dividend on the share together", Code: OverShareCap, Change: both(inOldLaw, interim(pounds(100))), Want: law.Met},
			{Name: "reg 18(1): a penny over the year's maximum in the final one", Code: OverShareCap, Change: both(inOldLaw, interim(pounds(100)), amount(pence(10001))), Want: law.Breached, At: "dividend.portions[0].amount"},
			{Name: "reg 18(1): something was declared for the year, and on which shares nobody says", Code: OverShareCap, Change: both(inOldLaw, interim(law.Fact[law.Pence]{})), Want: law.Unknown, At: "dividend.portions[0].declared_before"},
			{Name: "reg 20: a past year with no start", Code: OverShareCap, Change: both(inOldLaw, amount(pounds(300)), portion(func(p *Portion) {
				p.Past = law.Known([]ShareYear{{YearStart: day("2012-07-01"), Paid: pounds(0)}, {Paid: pounds(0)}})
			})), Want: law.Unknown, At: "dividend.portions[0].past[1].year_start"},

			{Name: "W4, reg 19: £9,800.00 of £28,000 is allowed", Code: OverAggregateCap, Want: law.Met},
			{Name: "W4, reg 19: £9,800.01 is refused", Code: OverAggregateCap, Change: amount(pence(980_001)), Want: law.Breached, At: "dividend.portions"},
			{Name: "W5, reg 19: the base is accumulated profit, not the year's", Code: OverAggregateCap, Change: both(dividend(func(d *Distribution) { d.Profits = pounds(100_000) }), amount(pounds(35_000))), Want: law.Met},
			{Name: "W6, reg 19: an interim dividend leaves the measurement in doubt", Code: OverAggregateCap, Change: both(dividend(func(d *Distribution) { d.Profits, d.CountedBefore = pounds(20_000), pounds(3_000) }), amount(pounds(4_500))), Want: law.Unknown},
			{Name: "W7, reg 19: what a named charity receives is not counted", Code: OverAggregateCap, Change: both(dividend(func(d *Distribution) {
				d.Profits = pounds(20_000)
				named := private(pounds(4_000))
				named.Held, named.Body = law.Known(ByLockedBody), law.Known("Hill Charity")
				d.Portions = law.Known([]Portion{private(pounds(6_000)), named})
			})), Want: law.Met},
			{Name: "W12, reg 19: £1,000 declared on 1 October 2014 is within 35% of £10,000", Code: OverAggregateCap, Change: both(declaredOn("2014-10-01"), amount(pounds(1000)), dividend(func(d *Distribution) { d.Profits = pounds(10_000) })), Want: law.Met},
			{Name: "reg 19: a deficit allows nothing", Code: OverAggregateCap, Change: both(dividend(func(d *Distribution) { d.Profits = pounds(-1) }), amount(pence(1))), Want: law.Breached},
			{Name: "reg 19: profits not stated", Code: OverAggregateCap, Change: dividend(func(d *Distribution) { d.Profits = law.Fact[law.Pence]{} }), Want: law.Unknown, At: "dividend.distributable_profits"},
			{Name: "reg 19: a company without shares", Code: OverAggregateCap, Change: typed(ByGuarantee), Want: law.NotApplicable},

			{Name: "reg 17(5): a named body is exempt", Code: NotExempt, Change: locked("Hill Charity"), Want: law.Met},
			{Name: "reg 17(5): a charity that the articles do not name is not", Code: NotExempt, Change: locked("Vale Charity"), Want: law.Breached, At: "dividend.portions[0].claimed_exempt"},
			{Name: "reg 17(4): the Regulator's consent makes it so", Code: NotExempt, Change: both(locked("Vale Charity"), portion(func(p *Portion) { p.Consent = law.Known(true) })), Want: law.Met},
			{Name: "reg 17(3): a charity that is a trustee for others is not exempt", Code: NotExempt, Change: both(locked("Hill Charity"), portion(func(p *Portion) { p.Held = law.Known(OnTrustForOther) })), Want: law.Breached},
			{Name: "reg 17(3): shares held for a named body are exempt", Code: NotExempt, Change: both(locked("Hill Charity"), portion(func(p *Portion) { p.Held = law.Known(ForLockedBody) })), Want: law.Met},
			{Name: "reg 17(5)(a): whether the Regulator consented nobody says", Code: NotExempt, Change: both(locked("Vale Charity"), portion(func(p *Portion) { p.Consent = law.Fact[bool]{} })), Want: law.Unknown, At: "dividend.portions[0].regulator_consent"},
			{Name: "reg 17(5)(b): which body the articles name nobody says", Code: NotExempt, Change: both(locked("Hill Charity"), func(c *Company) { c.Articles.LockedBodies = law.Known([]LockedBody{{Kind: law.Known(Charity)}}) }), Want: law.Unknown, At: "articles.locked_bodies[0].name"},
			{Name: "reg 17(2): nothing is claimed to be exempt", Code: NotExempt, Want: law.NotApplicable},
			{Name: "reg 17(2): to whom the dividend goes nobody says", Code: NotExempt, Change: dividend(func(d *Distribution) { d.Portions = law.Fact[[]Portion]{} }), Want: law.Unknown, At: "dividend.portions"},

			{Name: "W9, Sch 2: £1,000 to an individual is refused", Code: OutsideSchedule2, Change: both(typed(Schedule2), dividend(func(d *Distribution) { d.Profits = pounds(50_000) }), amount(pounds(1_000))), Want: law.Breached, At: "dividend.portions[0].held"},
			{Name: "Sch 2: a named body may be paid", Code: OutsideSchedule2, Change: both(typed(Schedule2), locked("Hill Charity")), Want: law.Met},
			{Name: "Sch 2: a Schedule 3 company", Code: OutsideSchedule2, Want: law.NotApplicable},

			{Name: "W8, s. 830: all profits to a named body", Code: OverDistributable, Change: both(locked("Hill Charity"), dividend(func(d *Distribution) { d.Profits = pounds(20_000) }), amount(pounds(20_000))), Want: law.Met},
			{Name: "W8, s. 830: a penny over, though exempt", Code: OverDistributable, Change: both(locked("Hill Charity"), dividend(func(d *Distribution) { d.Profits = pounds(20_000) }), amount(pence(2_000_001))), Want: law.Breached},
			{Name: "s. 830: a company without shares", Code: OverDistributable, Change: typed(ByGuarantee), Want: law.NotApplicable},
			{Name: "s. 263: within profits in 2007", Code: OverDistributable1985, Change: both(declaredOn("2007-06-30"), amount(pounds(10))), Want: law.Met},
			{Name: "s. 263: beyond profits in 2007", Code: OverDistributable1985, Change: both(declaredOn("2007-06-30"), amount(pounds(28_001))), Want: law.Breached},
			{Name: "s. 263: a company without shares", Code: OverDistributable1985, Change: both(declaredOn("2007-06-30"), typed(ByGuarantee)), Want: law.NotApplicable},
		},
	}.Run(t)
}

func TestW6TheProvisionalHeadroomAfterAnInterimDividend(t *testing.T) {
	c, f := paying(), Enacted()
	both(dividend(func(d *Distribution) { d.Profits, d.CountedBefore = pounds(20_000), pounds(3_000) }), amount(pounds(4_500)))(&c)
	a := DividendLimit(&c, &f)
	assert.Equal(t, law.Pounds(4_000), a.Most, "provisionally")
	require.NotNil(t, a.Doubt)
	assert.Equal(t, law.Unknown, a.Permits(law.Pounds(4_500)))
	assert.Contains(t, a.Doubt.Readings[1].Says, "£2,950.00", "35% of £17,000, less £3,000")

	rep := dividends.Judge(&c, &f, law.MustDate("2026-01-01"), law.England)
	require.Len(t, rep.Findings, 1)
	assert.Equal(t, law.Breached, rep.Findings[0].Doubt.Readings[0].Outcome, "provisionally refused")
	assert.Contains(t, rep.Findings[0].Message, "£500.00", "the excess")
}

func TestDividendLimitWorkedExamples(t *testing.T) {
	f := Enacted()
	year := func(start, on string, profits int64) func(*Company) {
		return dividend(func(d *Distribution) { d.YearStart, d.Declared, d.Profits = day(start), day(on), pounds(profits) })
	}
	shares := func(issued string, paidUp int64, past ...ShareYear) func(*Company) {
		return portion(func(p *Portion) { p.Issued, p.PaidUp, p.Past = day(issued), pounds(paidUp), law.Known(past) })
	}
	idle := func(start string) ShareYear { return ShareYear{day(start), pounds(0), rate("0.5%")} }
	paid := func(start string, n int64) ShareYear { return ShareYear{day(start), pounds(n), rate("0.5%")} }
	for _, tc := range []struct {
		name   string
		change func(*Company)
		want   law.Pence
		by     law.Code
	}{
		{"W1: 20p on a £1 share, whatever it is worth", both(year("2012-04-01", "2013-06-01", 100_000), shares("2012-05-01", 1)), 20, OverShareCap},
		{"W4: 35% of accumulated profits", func(*Company) {}, law.Pounds(9_800), OverAggregateCap},
		{"W5: accumulated, not this year's", year("2024-04-01", "2025-06-01", 100_000), law.Pounds(35_000), OverAggregateCap},
		{"W8: the caps bind private holders", year("2024-04-01", "2025-06-01", 20_000), law.Pounds(7_000), OverAggregateCap},
		{"W9: nothing to individuals from a Schedule 2 company", typed(Schedule2), 0, OutsideSchedule2},
		{"W10: nothing from a guarantee company", typed(ByGuarantee), 0, DividendNotPermitted},
		{"W12: on 30 September 2014", both(year("2013-07-01", "2014-09-30", 10_000), shares("2013-07-01", 1_000)), law.Pounds(200), OverShareCap},
		{"W12: on 1 October 2014", both(year("2013-07-01", "2014-10-01", 10_000), shares("2013-07-01", 1_000)), law.Pounds(3_500), OverAggregateCap},
		{"W13: base rate 5.25% and five points", both(func(c *Company) { c.Since = day("2006-05-01") }, year("2008-04-01", "2009-06-01", 50_000), shares("2006-05-01", 10_000), dividend(func(d *Distribution) { d.BaseRate = rate("5.25%") })), law.Pounds(1_025), OverShareCap},
		{"W21: three idle years carried forward", both(year("2013-07-01", "2014-08-01", 10_000), shares("2010-07-01", 1_000, idle("2010-07-01"), idle("2011-07-01"), idle("2012-07-01"))), law.Pounds(800), OverShareCap},
		{"reg 20: a fifth year back is lost", both(year("2014-01-01", "2014-08-01", 100_000), shares("2009-01-01", 1_000, ShareYear{day("2009-01-01"), pounds(0), rate("0.5%")}, ShareYear{day("2010-01-01"), pounds(0), rate("0.5%")}, idle("2011-01-01"), idle("2012-01-01"), idle("2013-01-01")), func(c *Company) { c.Since = day("2010-04-06") }), law.Pounds(1_000), OverShareCap},
		{"reg 20(2): a year that paid part leaves the rest", both(year("2013-07-01", "2014-08-01", 10_000), shares("2011-07-01", 1_000, paid("2011-07-01", 150), idle("2012-07-01"))), law.Pounds(450), OverShareCap},
		{"reg 20(2): a year that drew on capacity adds nothing, and what it drew is gone", both(year("2013-07-01", "2014-08-01", 10_000), shares("2010-07-01", 1_000, idle("2010-07-01"), idle("2011-07-01"), paid("2012-07-01", 350)), portion(func(p *Portion) { p.Drawn = pounds(150) })), law.Pounds(450), OverShareCap},
		{"reg 20(2): a year over its maximum by £150 drew it from the oldest idle year or the newest, and the same is left", both(year("2013-07-01", "2014-08-01", 10_000), shares("2010-07-01", 1_000, idle("2010-07-01"), idle("2011-07-01"), paid("2012-07-01", 350))), law.Pounds(450), OverShareCap},
		{"a deficit allows nothing", year("2024-04-01", "2025-06-01", -5), 0, OverAggregateCap},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c := paying()
			c.Since = day("2010-04-06")
			tc.change(&c)
			a := DividendLimit(&c, &f)
			require.True(t, a.Certain(), "missing %v", a.Missing)
			assert.Equal(t, tc.want, a.Most, a.Working.String())
			assert.Equal(t, tc.by, a.Binding)

			// The validator agrees with the calculator at the limit and a penny above it.
			t2, _ := c.Type.Get()
			if t2 == Schedule3 && tc.want > 0 {
				for extra, want := range map[law.Pence]law.Outcome{0: law.Met, 1: law.Breached} {
					x := c
					amount(law.Known(a.Most + extra))(&x)
					got, _ := dividends.Judge(&x, &f, law.MustDate("2026-01-01"), law.England).Outcome(tc.by)
					assert.Equal(t, want, got, "at %v", a.Most+extra)
				}
			}
		})
	}
}

func TestReg18ALimitLeavesRoomForWhatWasDeclaredBefore(t *testing.T) {
	f, c := Enacted(), paying()
	both(declaredOn("2014-09-30"), interim(pounds(100)))(&c)
	a := DividendLimit(&c, &f)
	require.True(t, a.Known(), "missing %v", a.Missing)
	assert.Equal(t, law.Pounds(100), a.Most, "20%% of £1,000, less £100: %v", a.Working.String())
	assert.Equal(t, OverShareCap, a.Binding)
}

func TestReg17AFindingSaysWhichLimbFails(t *testing.T) {
	f := Enacted()
	for says, change := range map[string]func(*Company){
		"held on trust":         portion(func(p *Portion) { p.Held, p.Consent = law.Known(OnTrustForOther), law.Known(true) }),
		"do not name":           locked("Vale Charity"),
		"not held by or for an": portion(func(p *Portion) { p.Held, p.ClaimedExempt = law.Known(Privately), law.Known(true) }),
	} {
		c := paying()
		both(locked("Hill Charity"), change)(&c)
		rep := dividends.Judge(&c, &f, law.MustDate("2026-01-01"), law.England)
		require.NotEmpty(t, rep.Findings, says)
		assert.Contains(t, rep.Findings[0].Message, says)
	}
}

func TestW3AtLeast65PercentStays(t *testing.T) {
	f := Enacted()
	for _, profits := range []law.Pence{1, 2, 3, 99, 100, 101, 12_345_67, 9e16} {
		c := paying()
		dividend(func(d *Distribution) { d.Profits = law.Known(profits) })(&c)
		a := DividendLimit(&c, &f)
		assert.GreaterOrEqual(t, profits-a.Most, law.Percent(65).OfUp(profits), "of %v", profits)
	}
}

func TestW7AndW8ExemptDividendsAreBoundByProfitsAlone(t *testing.T) {
	f := Enacted()
	c := paying()
	dividend(func(d *Distribution) { d.Profits = pounds(20_000) })(&c)
	a := ExemptDividendLimit(&c, &f)
	assert.Equal(t, law.Pounds(20_000), a.Most)
	assert.Equal(t, OverDistributable, a.Binding)
	dividend(func(d *Distribution) { d.CountedBefore, d.ExemptBefore = pounds(6_000), pounds(4_000) })(&c)
	a = ExemptDividendLimit(&c, &f)
	assert.Equal(t, law.Pounds(10_000), a.Most)
}

func TestDividendLimitSaysWhatIsMissing(t *testing.T) {
	f := Enacted()
	var c Company
	a := DividendLimit(&c, &f)
	assert.False(t, a.Known())
	c.Dividend = law.Known(Distribution{})
	a = DividendLimit(&c, &f)
	var paths []string
	for _, m := range a.Missing {
		paths = append(paths, m.Path)
	}
	assert.Equal(t, []string{
		"type", "articles.permits_dividends", "dividend.distributable_profits", "dividend.counted_before",
		"dividend.exempt_before", "dividend.year_start", "dividend.declared",
	}, paths)
	assert.Zero(t, a.Cap(law.Pounds(1)), "no answer allows nothing")
}

func TestAReformOfTheAggregateCapIsOneEntry(t *testing.T) {
	f := Enacted()
	reformed, err := f.AggregateCap.With(law.Entry[law.Ratio]{
		From: law.MustDate("2027-04-06"), Value: law.Percent(49), By: act2004.At("s. 30", "section/30"), Checked: checked,
	})
	require.NoError(t, err)
	f.AggregateCap = reformed
	c := paying()
	dividend(func(d *Distribution) {
		d.YearStart, d.Declared, d.Profits = day("2027-04-06"), day("2028-05-01"), pounds(10_000)
	})(&c)
	assert.Equal(t, law.Pounds(4_900), DividendLimit(&c, &f).Most)
	dividend(func(d *Distribution) { d.YearStart = day("2027-04-05") })(&c)
	assert.Equal(t, law.Pounds(3_500), DividendLimit(&c, &f).Most, "the cap is that of the first day of the year")
}

func BenchmarkDividendLimit(b *testing.B) {
	c, f := paying(), Enacted()
	b.ReportAllocs()
	for b.Loop() {
		DividendLimit(&c, &f)
	}
}
