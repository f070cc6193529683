package simulate_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual"
	"github.com/rochdale-go/rochdale/mutual/simulate"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

func organisation(f legalform.Form) *mutual.Organisation {
	on := law.MustDate("2010-10-01")
	return &mutual.Organisation{Name: "Hill", Form: f, AsAt: on, In: law.England, Body: f.Draft(law.Plan{
		Name: "Hill", Founded: on, In: law.England, Staff: 12, Members: 12, Capital: law.Pounds(12_000),
		Locked: "Hill Charity", Activity: "care", ForCommunity: law.Known(true),
	})}
}

func assumptions() *simulate.Assumptions {
	return &simulate.Assumptions{
		FirstDay: law.MustDate("2010-10-01"), Years: 10, Income: law.Pounds(840_000), IncomeGrowth: law.Percent(2),
		Costs: law.Pounds(798_000), CostGrowth: law.Percent(2), Staff: 12, Capital: law.Pounds(12_000), DeclaredAfter: 6,
	}
}

func dividends(share law.Ratio) *surplus.Policy {
	return &surplus.Policy{Tax: law.Percent(20), Steps: []surplus.Step{
		{Name: "capital", Kinds: []law.PaymentKind{law.ShareInterest, law.Dividend}, Share: share, Of: surplus.OfCapital},
	}}
}

func TestEachYearIsJudgedInThatYear(t *testing.T) {
	p, err := simulate.Project(organisation(cic.SharesSchedule3(cic.Enacted())), assumptions(), dividends(law.Percent(30)))
	require.NoError(t, err)
	require.Len(t, p.Years, 10)
	for i, y := range p.Years {
		assert.Equal(t, law.MustDate("2010-10-01").AddMonths(12*i), y.Start)
		assert.Equal(t, y.Declared, y.Report.On)
		assert.NoError(t, y.Report.Err(), "what the form allows, its rules allow")
		// Declared on 31 March: the share cap binds until that of 2014, for the year to
		// September 2013; the year after is declared in 2015.
		want := law.Pounds(2_400)
		if y.Declared.Year() >= 2015 {
			want = law.Pounds(3_600)
		}
		assert.Equal(t, want, y.Outcome.PaidOf(law.Dividend), "year %d, declared %v", i+1, y.Declared)
		o, _ := y.Report.Outcome(cic.OverShareCap)
		if y.Declared.Year() >= 2015 {
			assert.Equal(t, law.NotInForce, o)
		} else {
			assert.Equal(t, law.Met, o)
		}
	}
}

func TestUnusedCapacityIsCarriedForwardThroughYears(t *testing.T) {
	a := assumptions()
	// Two years without profit leave capacity under the share cap for the third.
	a.Shocks = []simulate.Shock{{Year: 1, Income: law.Percent(95), Costs: law.Per(1, 1), Why: "a slow start"}, {Year: 3, Income: law.Per(120, 100), Costs: law.Per(1, 1), Why: "a new contract"}}
	p, err := simulate.Project(organisation(cic.SharesSchedule3(cic.Enacted())), a, dividends(law.Per(1, 1)))
	require.NoError(t, err)
	assert.Zero(t, p.Years[0].Outcome.PaidOf(law.Dividend))
	assert.Zero(t, p.Years[1].Outcome.PaidOf(law.Dividend))
	assert.Equal(t, law.Pounds(7_200), p.Years[2].Outcome.PaidOf(law.Dividend), "its own 20% and two years' unused")
}

func TestReservesCarryFromYearToYear(t *testing.T) {
	for _, f := range legalform.All() {
		p, err := simulate.Project(organisation(f), assumptions(), dividends(law.Percent(5)))
		require.NoError(t, err)
		var sum law.Pence
		for _, y := range p.Years {
			assert.Equal(t, y.Income-y.Costs, y.Outcome.Result)
			sum += y.Outcome.Kept
			assert.Equal(t, sum, y.Reserves, f.FormID())
		}
		assert.Equal(t, sum, p.Reserves())
		assert.Zero(t, p.FirstDeficit())
	}
}

func TestAFundIsCarriedAndDrawnOnInABadYear(t *testing.T) {
	a := assumptions()
	a.Years = 3
	a.Shocks = []simulate.Shock{{Year: 2, Income: law.Percent(95), Costs: law.Per(1, 1), Why: "a lean year"}, {Year: 3, Income: law.Per(100, 95), Costs: law.Per(1, 1), Why: "it is over"}}
	p := &surplus.Policy{Steps: []surplus.Step{
		{Name: "bonus", Kinds: []law.PaymentKind{law.StaffBonus}, Amount: law.Pounds(5_000), DrawOn: "lean years"},
		{Name: "reserve", To: surplus.GeneralReserve, Fund: "lean years", Amount: law.Pounds(4_000)},
	}}
	o := organisation(cic.Guarantee(cic.Enacted()))
	got, err := simulate.Project(o, a, p)
	require.NoError(t, err)
	require.Zero(t, got.Years[1].Outcome.Result)
	for i, want := range []struct{ bonus, drawn, fund int64 }{{5_000, 0, 4_000}, {4_000, 4_000, 0}, {5_000, 0, 4_000}} {
		y := got.Years[i]
		assert.Equal(t, law.Pounds(want.bonus), y.Outcome.PaidOf(law.StaffBonus), "year %d", i+1)
		assert.Equal(t, law.Pounds(want.drawn), y.Outcome.Drawn)
		assert.Equal(t, law.Pounds(want.fund), y.Outcome.Funds[1].Closing)
		assert.Equal(t, y.Reserves, y.Money.Opening+y.Outcome.Kept-y.Outcome.Drawn)
		assert.Equal(t, y.Reserves, y.Outcome.Funds[0].Closing+y.Outcome.Funds[1].Closing)
	}
}

func TestADeficitIsFoundAndNothingIsPaidOutOfIt(t *testing.T) {
	a := assumptions()
	a.Shocks = []simulate.Shock{{Year: 4, Income: law.Percent(50), Costs: law.Per(1, 1), Why: "half the contracts go"}}
	p, err := simulate.Project(organisation(cic.SharesSchedule3(cic.Enacted())), a, dividends(law.Percent(30)))
	require.NoError(t, err)
	assert.Equal(t, 4, p.FirstDeficit())
	for _, y := range p.Years[3:] {
		assert.Empty(t, y.Outcome.Payments)
		assert.Negative(t, y.Reserves)
	}
}

func TestTheSameAssumptionsGiveTheSameFiguresAndTouchNothing(t *testing.T) {
	o := organisation(cic.SharesSchedule3(cic.Enacted()))
	a, err := simulate.Project(o, assumptions(), dividends(law.Percent(30)))
	require.NoError(t, err)
	b, err := simulate.Project(o, assumptions(), dividends(law.Percent(30)))
	require.NoError(t, err)
	assert.Equal(t, a, b)
	assert.Equal(t, organisation(cic.SharesSchedule3(cic.Enacted())).Body, o.Body)
}

func TestAReformIsOneMoreForm(t *testing.T) {
	f := cic.Enacted()
	reformed, err := f.AggregateCap.With(law.Entry[law.Ratio]{
		From: law.MustDate("2005-07-01"), Value: law.Percent(1), By: law.Instrument{Title: "A reform"}.At("", ""), Checked: law.MustDate("2026-11-23"),
	})
	require.NoError(t, err)
	f.AggregateCap = reformed
	was, err := simulate.Project(organisation(cic.SharesSchedule3(cic.Enacted())), assumptions(), dividends(law.Percent(30)))
	require.NoError(t, err)
	would, err := simulate.Project(organisation(cic.SharesSchedule3(f)), assumptions(), dividends(law.Percent(30)))
	require.NoError(t, err)
	assert.Less(t, would.Total(law.Dividend), was.Total(law.Dividend))
	assert.Greater(t, would.Reserves(), was.Reserves())
	for _, y := range would.Years {
		assert.NoError(t, y.Report.Err())
	}
}

func TestBadAssumptionsNameThePlace(t *testing.T) {
	for want, spoil := range map[string]func(*simulate.Assumptions){
		"first_day":             func(a *simulate.Assumptions) { a.FirstDay = law.Date{} },
		"years":                 func(a *simulate.Assumptions) { a.Years = 101 },
		"income":                func(a *simulate.Assumptions) { a.Income = -1 },
		"staff":                 func(a *simulate.Assumptions) { a.Staff = -1 },
		"declared_after_months": func(a *simulate.Assumptions) { a.DeclaredAfter = 25 },
		"income_growth":         func(a *simulate.Assumptions) { a.IncomeGrowth = law.Percent(101) },
		"cost_growth":           func(a *simulate.Assumptions) { a.CostGrowth = law.Percent(-101) },
		"shocks[0].year":        func(a *simulate.Assumptions) { a.Shocks = []simulate.Shock{{}} },
		"shocks[0].income":      func(a *simulate.Assumptions) { a.Shocks = []simulate.Shock{{Year: 1, Costs: law.Per(1, 1)}} },
		"shocks[0].costs":       func(a *simulate.Assumptions) { a.Shocks = []simulate.Shock{{Year: 1, Income: law.Per(1, 1)}} },
		"year 58":               func(a *simulate.Assumptions) { a.Years, a.Income, a.IncomeGrowth = 100, 1, law.Per(1, 1) },
	} {
		a := assumptions()
		spoil(a)
		_, err := simulate.Project(organisation(cic.Guarantee(cic.Enacted())), a, dividends(law.Percent(1)))
		assert.ErrorContains(t, err, want)
	}
}

func TestAssumptionsAtTheEndsOfTheNumbersAreRefusedAlike(t *testing.T) {
	const most = 1<<63 - 1
	for want, spoil := range map[string]func(*simulate.Assumptions){
		"income_growth: 9223372036854775806/9223372036854775807 is finer": func(a *simulate.Assumptions) { a.IncomeGrowth = law.Per(most-1, most) },
		"cost_growth: -9223372036854775808/1 a year":                      func(a *simulate.Assumptions) { a.CostGrowth = law.Per(-1<<63, 1) },
		"income_growth: 200% a year": func(a *simulate.Assumptions) {
			a.IncomeGrowth, a.CostGrowth, a.StaffGrowth = law.Percent(200), law.Percent(200), law.Percent(200)
		},
		"opening: amount beyond": func(a *simulate.Assumptions) { a.Opening = -1 << 63 },
		"capital: amount beyond": func(a *simulate.Assumptions) { a.Capital = most },
		"staff: 1000000001":      func(a *simulate.Assumptions) { a.Staff = 1_000_000_001 },
		"year 3: staff":          func(a *simulate.Assumptions) { a.Staff, a.StaffGrowth = 300_000_000, law.Per(1, 1) },
	} {
		for range 20 { // the same place is named every time
			a := assumptions()
			spoil(a)
			_, err := simulate.Project(organisation(cic.Guarantee(cic.Enacted())), a, dividends(law.Percent(1)))
			require.ErrorContains(t, err, want)
		}
	}
}

func TestAHundredYearsOfTheLargestAmountsStayWithinTheNumbers(t *testing.T) {
	for _, f := range legalform.All() {
		for _, loss := range []bool{false, true} {
			a := assumptions()
			a.Years, a.Income, a.Costs, a.IncomeGrowth, a.CostGrowth = simulate.MaxYears, law.MaxPence, 0, law.Ratio{}, law.Ratio{}
			a.Opening = law.MaxPence
			if loss {
				a.Income, a.Costs, a.Opening = 0, law.MaxPence, -law.MaxPence
			}
			p, err := simulate.Project(organisation(f), a, dividends(law.Percent(1)))
			require.NoError(t, err)
			assert.Equal(t, loss, p.Reserves() < 0, f.FormID())
		}
	}
}

func BenchmarkProject(b *testing.B) {
	o, a, p := organisation(cic.SharesSchedule3(cic.Enacted())), assumptions(), dividends(law.Percent(30))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := simulate.Project(o, a, p); err != nil {
			b.Fatal(err)
		}
	}
}
