package power_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/power"
)

func TestEstimatesLieNearTheTruth(t *testing.T) {
	games := []*power.Game{
		power.Weighted(12, 4, 4, 4, 2, 2, 1), cooperative(200, 5), spread(60, 900),
		{Quota: 9, Heads: 4, Players: []power.Player{{Weight: 5}, {Weight: 2, Count: 3}, {Weight: 1, Count: 4}}},
	}
	for _, g := range games {
		e, err := g.Estimate(power.Draws{Trials: 40_000, Seed: 1, Workers: 2})
		require.NoError(t, err)
		b, err := g.Banzhaf(power.Limits{})
		require.NoError(t, err)
		s, err := g.Shapley(power.Limits{})
		require.NoError(t, err)
		for i := range g.Players {
			near := func(m power.Measured, off float64) {
				assert.LessOrEqual(t, off, 4.5*m.Error+1e-4, "%+v: %d", g, i)
				assert.LessOrEqual(t, m.Low, m.Value)
				assert.GreaterOrEqual(t, m.High, m.Value)
			}
			near(e.Raw[i], distance(e.Raw[i].Value, b.Raw(i)))
			near(e.Shapley[i], distance(e.Shapley[i].Value, s[i]))
		}
		assert.LessOrEqual(t, distance(e.Act.Value, b.Act()), 4.5*e.Act.Error)
	}
}

func TestTheSeedDecidesAnEstimate(t *testing.T) {
	g := cooperative(1000, 3)
	one, err := g.Estimate(power.Draws{Trials: 500, Seed: 7})
	require.NoError(t, err)
	for _, workers := range []int{1, 2, 5, 16} {
		again, err := g.Estimate(power.Draws{Trials: 500, Seed: 7, Workers: workers})
		require.NoError(t, err)
		assert.Equal(t, one, again)
	}
	other, err := g.Estimate(power.Draws{Trials: 500, Seed: 8})
	require.NoError(t, err)
	assert.NotEqual(t, one, other)
}

func TestTheErrorShrinksWithTheRootOfTheTrials(t *testing.T) {
	g := power.Weighted(2, 1, 1, 1) // each decides in half of the coalitions of the others
	e, err := g.Estimate(power.Draws{Trials: 10_000, Seed: 3})
	require.NoError(t, err)
	assert.InDelta(t, 0.005, e.Raw[0].Error, 1e-4)
	assert.InDelta(t, 2*1.96*0.005, e.Raw[0].High-e.Raw[0].Low, 1e-4)
	never, err := power.Weighted(3, 3, 1).Estimate(power.Draws{Trials: 100, Seed: 3})
	require.NoError(t, err)
	assert.Zero(t, never.Raw[1].Value)
	assert.InDelta(t, 0.037, never.Raw[1].High, 1e-3, "that none was seen does not prove that there is none")
}

func TestMillionsAreEstimated(t *testing.T) {
	g := &power.Game{Quota: 1_600_001, Players: []power.Player{{Weight: 800_000}, {Weight: 400_000}, {Weight: 1, Count: 2_000_000}}}
	e, err := g.Estimate(power.Draws{Trials: 400, Seed: 5, Workers: 2})
	require.NoError(t, err)
	o, err := g.Oceanic()
	require.NoError(t, err)
	for i := range 2 {
		assert.InDelta(t, o.Shapley[i], e.Shapley[i].Value, 4.5*e.Shapley[i].Error)
	}
}

func TestDrawsThatCannotBeMade(t *testing.T) {
	g := power.Weighted(1, 1)
	for want, d := range map[string]power.Draws{"trials: 0": {}, "trials: 1099511627777": {Trials: 1<<40 + 1}, "workers: -1": {Trials: 1, Workers: -1}, "workers: 1025": {Trials: 1, Workers: 1025}} {
		_, err := g.Estimate(d)
		require.ErrorIs(t, err, power.ErrDraws)
		assert.ErrorContains(t, err, want)
	}
	_, err := power.Weighted(0).Estimate(power.Draws{Trials: 1})
	assert.ErrorIs(t, err, power.ErrGame)
}
