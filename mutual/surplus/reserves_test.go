package surplus_test

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// steady pays £1,000 of interest every year, out of a fund where the year cannot.
func steady(fund string) *surplus.Policy {
	return &surplus.Policy{Steps: []surplus.Step{
		{Name: "interest", Kinds: []law.PaymentKind{law.ShareInterest}, Amount: law.Pounds(1_000), DrawOn: fund},
		{Name: "reserve", To: surplus.GeneralReserve, Fund: "returns", Share: law.Percent(50)},
	}}
}

func TestAStepDrawsOnlyOnWhatItNames(t *testing.T) {
	f, body := anyForm()
	fund := []surplus.Fund{{Name: "returns", Amount: law.Pounds(600)}}
	for _, c := range []struct {
		name                 string
		result, opening      int64
		draw                 string
		paid, drawn, closing int64 // of returns
		general              int64
	}{
		{"the year pays", 2_000, 5_000, "returns", 1_000, 0, 1_100, 4_900},
		{"the fund pays what the year cannot", 700, 5_000, "returns", 1_000, 300, 300, 4_400},
		{"the fund is not overdrawn", 100, 5_000, "returns", 700, 600, 0, 4_400},
		{"general reserves", 100, 5_000, "general", 1_000, 900, 600, 3_500},
		{"no draw without a word", 100, 5_000, "", 100, 0, 600, 4_400},
		{"a loss eats reserves first", -4_700, 5_000, "returns", 300, 300, 300, -300},
		{"and leaves nothing to draw", -5_000, 5_000, "returns", 0, 0, 600, -600},
		{"a deficit beside the fund eats it", 0, 400, "returns", 400, 400, 200, -200},
		{"a deficit leaves nothing", 500, -1, "returns", 500, 0, 600, -601},
	} {
		y := yearTo("2020-03-31", law.Pounds(c.result))
		y.Opening, y.Funds = law.Pounds(c.opening), fund
		out, err := surplus.Distribute(f, body, y, steady(c.draw))
		require.NoError(t, err)
		check(t, f, out)
		assert.Equal(t, law.Pounds(c.paid), paid(out, "interest"), c.name)
		assert.Equal(t, law.Pounds(c.drawn), out.Drawn, c.name)
		assert.Equal(t, law.Pounds(c.closing), out.Funds[1].Closing, c.name)
		assert.Equal(t, law.Pounds(c.general), out.Funds[0].Closing, c.name)
	}
}

func TestNoStepDrawsWhatAnEarlierOneTook(t *testing.T) {
	f, body := anyForm()
	p := steady("returns")
	again := p.Steps[0]
	again.Name = "again"
	p.Steps = []surplus.Step{p.Steps[1], p.Steps[0], again}
	p.Steps[0].Share = law.Percent(100) // the year goes to the fund: it is not drawn on again
	y := yearTo("2020-03-31", law.Pounds(5_000))
	y.Opening, y.Funds = law.Pounds(9_000), []surplus.Fund{{Name: "returns", Amount: law.Pounds(1_200)}}
	out, err := surplus.Distribute(f, body, y, p)
	require.NoError(t, err)
	check(t, f, out)
	assert.Equal(t, law.Pounds(1_000), paid(out, "interest"))
	assert.Equal(t, law.Pounds(200), paid(out, "again"), "what is left of the £1,200 brought forward")
	assert.Equal(t, law.Pounds(5_000), out.Funds[1].Closing)
}

func TestADividendOutOfReservesKeepsTheFormsLimit(t *testing.T) {
	f := cic.SharesSchedule3(cic.Enacted())
	p := &surplus.Policy{Steps: []surplus.Step{{
		Name: "dividend", Kinds: []law.PaymentKind{law.Dividend}, Amount: law.Pounds(9_000), DrawOn: surplus.General,
	}}}
	y := yearTo("2020-03-31", law.Pounds(1_000))
	y.Opening = law.Pounds(9_000)
	out, err := surplus.Distribute(f, f.Draft(plan()), y, p)
	require.NoError(t, err)
	assert.Equal(t, law.Pounds(3_500), out.PaidOf(law.Dividend), "35% of accumulated profits of £10,000")
	assert.Equal(t, law.Pounds(2_500), out.Drawn)
	require.ErrorIs(t, out.Err(), cic.OverAggregateCap)

	p.Steps[0].DrawOn = ""
	out, err = surplus.Distribute(f, f.Draft(plan()), y, p)
	require.NoError(t, err)
	assert.Equal(t, law.Pounds(1_000), out.PaidOf(law.Dividend))
	require.NoError(t, out.Err(), "there is no more money for it, and that is nobody's breach")
	assert.Equal(t, law.Pounds(8_000), out.Lines[0].Short())
}

func TestACompulsoryStepIsMadeInFullOrReported(t *testing.T) {
	f, body := anyForm()
	rule := surplus.Rule{Provision: law.Instrument{Title: "The rules"}.At("rule 7", ""), Weight: law.OwnRules}
	p := &surplus.Policy{Tax: law.Percent(20), Steps: []surplus.Step{
		{Name: "bonus", Kinds: []law.PaymentKind{law.StaffBonus}, Amount: law.Pounds(900)},
		{Name: "reserve", To: surplus.IndivisibleReserve, Share: law.Percent(10), Of: surplus.OfResult, Must: true, Rule: rule},
	}}
	out, err := surplus.Distribute(f, body, yearTo("2020-03-31", law.Pounds(1_000)), p)
	require.NoError(t, err)
	assert.Equal(t, law.Pounds(80), paid(out, "reserve"), "tax of £20 comes before")
	require.NoError(t, out.Err())
	err = out.ErrAt(law.OwnRules)
	require.ErrorIs(t, err, surplus.ErrCompulsory)
	require.ErrorContains(t, err, "£20.00 of £100.00 is wanting (rule 7, The rules)")
	p.Steps[0].Amount = law.Pounds(875)
	out, err = surplus.Distribute(f, body, yearTo("2020-03-31", law.Pounds(1_000)), p)
	require.NoError(t, err)
	require.NoError(t, out.ErrAt(law.OwnRules))
}

func TestFundsAreCarriedIntoTheNextYear(t *testing.T) {
	f, body := anyForm()
	pl, err := surplus.For(f, body, ready(t, "worker-co-op"))
	require.NoError(t, err)
	y := yearTo("2020-03-31", law.Pounds(10_000))
	var out surplus.Outcome
	for i, want := range []int64{5_000, 10_000, 15_000} {
		require.NoError(t, pl.Year(&y, &out))
		check(t, f, &out)
		require.Equal(t, []surplus.Fund{{Name: "common", Amount: law.Pounds(want), Indivisible: true}}, out.Carried(), "year %d", i)
		y.Opening += out.Kept - out.Drawn
		y.Funds = out.Carried()
	}
}

func TestWhatIsReturnedGoesWhereItCameFrom(t *testing.T) {
	f, body := anyForm()
	p := steady("returns")
	p.Tax = law.Percent(20)
	pl, err := surplus.For(f, body, p)
	require.NoError(t, err)
	y := yearTo("2020-03-31", law.Pounds(700))
	y.Opening, y.Funds = law.Pounds(5_000), []surplus.Fund{{Name: "returns", Amount: law.Pounds(600)}}
	var out surplus.Outcome
	require.NoError(t, pl.Year(&y, &out))
	require.Equal(t, law.Pounds(300), out.Drawn)
	require.NoError(t, pl.Return(&y, &out, 0, law.Pounds(100)))
	check(t, f, &out)
	assert.Equal(t, law.Pounds(200), out.Drawn)
	assert.Zero(t, out.Tax)
	assert.Equal(t, law.Pounds(900), out.PaidOf(law.ShareInterest))
	require.NoError(t, pl.Return(&y, &out, 0, law.Pounds(400)))
	check(t, f, &out)
	assert.Zero(t, out.Drawn)
	assert.Equal(t, law.Pounds(40), out.Tax, "£200 of the profit is taxed now")
	assert.Equal(t, law.Pounds(160), out.Kept)
	assert.Equal(t, law.Pounds(600), out.Funds[1].Closing)
	require.NoError(t, pl.Return(&y, &out, 0, law.Pounds(500)))
	check(t, f, &out)
	assert.Empty(t, out.Payments)
	assert.Equal(t, law.Pounds(1_000), out.Lines[0].Returned)

	require.Error(t, pl.Return(&y, &out, 0, 1), "there is nothing left to return")
	require.Error(t, pl.Return(&y, &out, 0, -1))
	require.Error(t, pl.Return(&y, &out, 1, 1), "a reserve is no payment")
	require.Error(t, pl.Return(&y, &out, 2, 0), "no such line")
}

func TestAPoolRefusesWhatCannotBeShared(t *testing.T) {
	for name, c := range map[string]struct {
		pool    surplus.Pool
		shares  int
		weights []int64
		want    string
	}{
		"nothing to share by": {surplus.Pool{Amount: 1}, 1, []int64{0}, "add up to nothing"},
		"negative weight":     {surplus.Pool{Amount: 1, Base: 5}, 2, []int64{1, -1}, "weight 1 is negative (-1)"},
		"too much weight":     {surplus.Pool{Amount: 1, Base: 5}, 2, []int64{3, 3}, "with weight 1 (3) the weights add up to more than 5"},
		"too few shares":      {surplus.Pool{Amount: 1, Base: 5}, 1, []int64{3, 2}, "1 shares for 2 weights"},
		"negative pool":       {surplus.Pool{Amount: -1, Base: 5}, 1, []int64{3}, "a negative amount"},
	} {
		_, err := c.pool.Into(make([]law.Pence, c.shares), c.weights)
		require.ErrorIs(t, err, law.ErrSplit, name)
		require.ErrorContains(t, err, c.want, name)
	}
	assert.Zero(t, surplus.Pool{}.Rate())

	f, body := anyForm()
	pl, err := surplus.For(f, body, ready(t, "multi-stakeholder"))
	require.NoError(t, err)
	y := yearTo("2020-03-31", law.Pounds(10_000))
	y.Hours, y.Capital = law.Known[int64](5_000), law.Pounds(10_000)
	var out surplus.Outcome
	require.NoError(t, pl.Year(&y, &out))
	pool, ok := out.Pool(pl.Step("workers"))
	require.True(t, ok)
	assert.Equal(t, surplus.Hours, pool.By)
	pool, ok = out.Pool(pl.Step("investors"))
	require.True(t, ok)
	assert.Equal(t, law.Percent(3), pool.Rate(), "of the capital")
	_, ok = out.Pool(pl.Step("users"))
	assert.False(t, ok, "the year does not state the trade")
	_, ok = out.Pool(pl.Step("reserve"))
	assert.False(t, ok)
	_, ok = out.Pool(pl.Step("nobody"))
	assert.False(t, ok)
	assert.Nil(t, out.Line("nobody"))
}

func TestOnePlanServesManyAtOnce(t *testing.T) {
	f := society.CoOperative(society.Enacted())
	pl, err := surplus.For(f, bodyE12(f), ready(t, "consumer-co-op"))
	require.NoError(t, err)
	y := yearE12()
	var want surplus.Outcome
	require.NoError(t, pl.Year(&y, &want))
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			var out surplus.Outcome
			for range 20 {
				assert.NoError(t, pl.Year(&y, &out))
				assert.Equal(t, want.Payments, out.Payments)
			}
		})
	}
	wait.Wait()
}

func TestAnOutcomeUsedAgainIsAsNew(t *testing.T) {
	f := society.CommunityBenefit(society.Enacted())
	pl, err := surplus.For(f, bodyE12(f), ready(t, "consumer-co-op"))
	require.NoError(t, err)
	var used surplus.Outcome
	for _, result := range []int64{212_000, -5_000, 50_000} {
		y := yearE12()
		y.Result = law.Pounds(result)
		var fresh surplus.Outcome
		require.NoError(t, pl.Year(&y, &used))
		require.NoError(t, pl.Year(&y, &fresh))
		assert.Equal(t, pl.Statement(&y, &fresh), pl.Statement(&y, &used))
	}
}
