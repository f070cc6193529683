package simulate_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/simulate"
)

func TestEveryObservationIsADistributionWithItsSource(t *testing.T) {
	seen := map[string]bool{}
	for _, o := range simulate.Observed() {
		assert.False(t, seen[o.Name], o.Name)
		seen[o.Name] = true
		require.NoError(t, o.Spread.Check(), o.Name)
		assert.NotEmpty(t, o.Of, o.Name)
		assert.Contains(t, o.Spread.Source, "Co-operatives UK")
		assert.Contains(t, o.Spread.Source, o.Of)
		assert.GreaterOrEqual(t, o.Samples, len(o.Spread.Quantiles))
		mid := o.Spread.Quantiles[len(o.Spread.Quantiles)/2]
		assert.Zero(t, mid.Num(), "%s: the middle is the median", o.Name)
	}
	assert.Len(t, seen, 9)
	simulate.Observed()[0].Spread.Quantiles[0] = law.Percent(1)
	assert.NotEqual(t, law.Percent(1), simulate.Observed()[0].Spread.Quantiles[0], "each call makes new values")
}

func TestTheDefaultsMoveTheMarginOfABodyAndLeaveItsAverage(t *testing.T) {
	d := simulate.CoOperatives()
	require.NoError(t, d.Check())
	assert.Equal(t, []string{simulate.Margin}, d.Names())
	a := assumptions()
	a.Years, a.Cash, a.Drivers = 1, law.Known(law.Pounds(10_000_000)), d
	s := &simulate.Spec{Seed: 1, Scenarios: []simulate.Scenario{{
		Name: "Hill", Organisation: organisation(cic.Guarantee(cic.Enacted())), Assumptions: a, Policy: dividends(law.Percent(0)),
	}}}
	got := tally(t, s, 0, 4_000, 1).Scenario("Hill")
	mid, ok := got.Quantile(1, simulate.Result, law.Per(1, 2))
	require.True(t, ok)
	assert.InDelta(t, float64(law.Pounds(42_000)), float64(mid), float64(law.Pounds(3_000)), "the middle path is what was assumed")
	low, _ := got.Quantile(1, simulate.Result, law.Per(1, 4))
	high, _ := got.Quantile(1, simulate.Result, law.Per(3, 4))
	assert.InDelta(t, float64(law.Pounds(42_000-31_000)), float64(low), float64(law.Pounds(5_000)), "a quarter is 3.7%% of income worse, or more")
	assert.InDelta(t, float64(law.Pounds(42_000+33_000)), float64(high), float64(law.Pounds(5_000)), "and a quarter 3.9%% better, or more")
}

func TestOnlyWhatHasANameIsObserved(t *testing.T) {
	samples := []float64{0.1, -0.2, 0.3, 0.05, 0.05}
	o, err := simulate.Observe(simulate.ObservedGrowth, samples, 5)
	require.NoError(t, err)
	assert.Equal(t, 5, o.Samples)
	assert.Equal(t, law.Per(5, 100), o.Median)
	assert.Equal(t, []law.Ratio{law.Per(-25, 100), law.Per(0, 1), law.Per(0, 1), law.Per(5, 100), law.Per(25, 100)}, o.Spread.Quantiles)
	_, err = simulate.Observe("luck", samples, 5)
	require.ErrorContains(t, err, `name: nothing called "luck"`)
	_, err = simulate.Observe(simulate.ObservedGrowth, samples[:2], 5)
	require.ErrorContains(t, err, "samples")
	_, err = simulate.Observe(simulate.ObservedGrowth, samples, 9)
	require.ErrorContains(t, err, "samples: 5 are too few")
}
