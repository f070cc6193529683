package cic

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// borrowing owes £50,000 throughout under an agreement of 2015 (worked example W14(c)).
func borrowing() Company {
	return Company{
		Since: day("2005-07-01"),
		Interest: law.Known(InterestPayment{
			PerformanceRelated: law.Known(true), Agreed: day("2015-01-01"), Due: day("2016-04-01"),
			Amount: pounds(10_000), PaidBefore: pounds(0), Saved: pounds(0), BaseRate: rate("0.5%"),
			Balances: law.Known([]Balance{{law.MustDate("2005-01-01"), law.Pounds(50_000)}}),
		}),
	}
}

func loan(change func(*InterestPayment)) func(*Company) {
	return func(c *Company) {
		p := *c.Interest.Ptr()
		change(&p)
		c.Interest = law.Known(p)
	}
}

func agreed(on string, pay law.Fact[law.Pence]) func(*Company) {
	return loan(func(p *InterestPayment) { p.Agreed, p.Amount = day(on), pay })
}

func TestInterestRules(t *testing.T) {
	lawtest.Suite[Company, Figures]{
		Rules: interest, Figures: Enacted(), Lawful: borrowing, On: "2026-01-01", In: law.England,
		Dates: map[string]func(*Company, law.Date){"interest.agreed": func(c *Company, d law.Date) {
			c.Since = law.Known(d.AddDays(-1))
			loan(func(p *InterestPayment) { p.Agreed, p.Amount = law.Known(d), pounds(1) })(c)
		}},
		Cases: []lawtest.Case[Company]{
			{Name: "W14(c), reg 21(2): 20% for an agreement of 2015", Code: OverInterestCap, Want: law.Met},
			{Name: "W14(c), reg 21(2): a penny over 20%", Code: OverInterestCap, Change: agreed("2015-01-01", pence(1_000_001)), Want: law.Breached, At: "interest.amount"},
			{Name: "W14(b), reg 21(3): 10% for an agreement of 2012, for life", Code: OverInterestCap, Change: agreed("2012-03-01", pounds(5_000)), Want: law.Met},
			{Name: "W14(b), reg 21(3): a penny over 10%", Code: OverInterestCap, Change: agreed("2012-03-01", pence(500_001)), Want: law.Breached},
			{Name: "W14(a), reg 21(3)-(4): base rate and four points for an agreement of 2009", Code: OverInterestCap, Change: agreed("2009-06-01", pounds(2_250)), Want: law.Met},
			{Name: "W14(a), reg 21(3)-(4): a penny over", Code: OverInterestCap, Change: agreed("2009-06-01", pence(225_001)), Want: law.Breached},
			{Name: "CAP-5b: 30 September 2014 is still 10%", Code: OverInterestCap, Change: agreed("2014-09-30", pence(500_001)), Want: law.Breached},
			{Name: "CAP-5c: 1 October 2014 is 20%", Code: OverInterestCap, Change: agreed("2014-10-01", pence(500_001)), Want: law.Met},
			{Name: "CAP-5a: 5 April 2010 is still base rate and four", Code: OverInterestCap, Change: agreed("2010-04-05", pence(225_001)), Want: law.Breached},
			{Name: "CAP-5b: 6 April 2010 is 10%", Code: OverInterestCap, Change: agreed("2010-04-06", pence(225_001)), Want: law.Met},
			{Name: "W16, reg 21(1): an agreement of before it became a CIC is not capped", Code: OverInterestCap, Change: both(agreed("2011-02-01", pounds(15_000)), func(c *Company) { c.Since = day("2011-05-01") }), Want: law.NotApplicable},
			{Name: "reg 21(1): an agreement of the very day is capped", Code: OverInterestCap, Change: both(agreed("2011-05-01", pounds(15_000)), func(c *Company) { c.Since = day("2011-05-01") }), Want: law.Breached},
			{Name: "W17, reg 2: a fixed rate of 25% is not capped", Code: OverInterestCap, Change: both(agreed("2020-01-01", pounds(12_500)), loan(func(p *InterestPayment) { p.PerformanceRelated = law.Known(false) })), Want: law.NotApplicable},
			{Name: "reg 21(5): what accrued before is saved", Code: OverInterestCap, Change: loan(func(p *InterestPayment) { p.Amount, p.Saved = pounds(12_000), pounds(2_000) }), Want: law.Met},
			{Name: "reg 21(5): nobody says what is saved, and it matters", Code: OverInterestCap, Change: loan(func(p *InterestPayment) { p.Amount, p.Saved = pounds(12_000), law.Fact[law.Pence]{} }), Want: law.Unknown, At: "interest.saved"},
			{Name: "reg 22: two payments within a year are in doubt", Code: OverInterestCap, Change: loan(func(p *InterestPayment) { p.PaidBefore = pounds(1) }), Want: law.Unknown},
			{Name: "reg 21(4): no base rate, no answer", Code: OverInterestCap, Change: both(agreed("2009-06-01", pounds(1)), loan(func(p *InterestPayment) { p.BaseRate = law.Fact[law.Ratio]{} })), Want: law.Unknown, At: "interest.base_rate"},
			{Name: "Sch 4: balances out of order are refused", Code: OverInterestCap, Change: loan(func(p *InterestPayment) {
				p.Balances = law.Known([]Balance{{law.MustDate("2016-01-01"), 1}, {law.MustDate("2015-01-01"), 1}})
			}), Want: law.Unknown, At: "interest.balances"},
		},
	}.Run(t)
}

func TestW15AverageDebtOverUnequalDays(t *testing.T) {
	c, f := borrowing(), Enacted()
	// 365 days before 1 April 2017: £40,000 at the end of 184 of them, £10,000 of 181.
	loan(func(p *InterestPayment) {
		p.Agreed, p.Due = day("2016-02-01"), day("2017-04-01")
		p.Balances = law.Known([]Balance{
			{law.MustDate("2016-04-01"), law.Pounds(40_000)}, {law.MustDate("2016-04-01").AddDays(184), law.Pounds(10_000)},
		})
	})(&c)
	a := InterestLimit(&c, &f)
	require.True(t, a.Certain())
	assert.Equal(t, law.Pence(502_465), a.Most, "£5,024.65, down to the penny")
	assert.Contains(t, a.Working.String(), "£25,123.28")
}

func TestSch4DaysWithoutDebtCountAsNothing(t *testing.T) {
	sum, days, ok := averageDebt([]Balance{{law.MustDate("2016-03-31"), 366_00}}, law.MustDate("2016-04-01"))
	require.True(t, ok)
	assert.EqualValues(t, 366, days, "a leap year's twelve months")
	assert.EqualValues(t, 366_00, sum, "one day of debt: the due day is outside, the day before is in")
	sum, _, _ = averageDebt([]Balance{{law.MustDate("2016-04-01"), 1}}, law.MustDate("2016-04-01"))
	assert.Zero(t, sum, "a debt of the due day is outside")
}

func TestInterestLimitTellsTheTwoReadingsOfSeveralPayments(t *testing.T) {
	c, f := borrowing(), Enacted()
	loan(func(p *InterestPayment) { p.PaidBefore = pounds(4_000) })(&c)
	a := InterestLimit(&c, &f)
	assert.Equal(t, law.Pounds(6_000), a.Most, "provisionally, all of the twelve months together")
	require.NotNil(t, a.Doubt)
	assert.Contains(t, a.Doubt.Readings[1].Says, "£10,000.00")
	loan(func(p *InterestPayment) { p.PerformanceRelated = law.Known(false) })(&c)
	a = InterestLimit(&c, &f)
	assert.True(t, a.Unlimited)
}
