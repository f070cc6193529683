package power_test

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/power"
)

// distance is how far a float is from the true value.
func distance(x float64, truth *big.Rat) float64 {
	d := new(big.Rat).SetFloat64(x)
	f, _ := d.Sub(d, truth).Float64()
	return math.Abs(f)
}

func TestFloatsAreWithinTheirError(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	games := []*power.Game{spread(400, 20_000), spread(100, 10_000), cooperative(2000, 6), power.Weighted(3, 1, 1, 1), power.Weighted(1, 1)}
	for range 100 {
		g := randomGame(r, 40)
		g.Heads = 0
		games = append(games, g)
	}
	for _, g := range games {
		exact, err := g.Banzhaf(power.Limits{})
		require.NoError(t, err)
		a, err := g.Approximate(power.Limits{})
		require.NoError(t, err)
		for i := range g.Players {
			require.LessOrEqual(t, distance(a.Raw[i], exact.Raw(i)), a.RawError[i], "%+v: %d", g, i)
			require.LessOrEqual(t, distance(a.Normalised[i], exact.Normalised(i)), a.NormError[i])
			require.Less(t, a.RawError[i], 1e-7)
		}
		require.LessOrEqual(t, distance(a.Act, exact.Act()), a.ActError)
	}
}

func TestWhatFloatsRefuse(t *testing.T) {
	_, err := power.Weighted(0, 1).Approximate(power.Limits{})
	assert.ErrorIs(t, err, power.ErrGame)
	_, err = (&power.Game{Quota: 1, Heads: 2, Players: []power.Player{{Weight: 1, Count: 2}}}).Approximate(power.Limits{})
	assert.ErrorContains(t, err, "heads: ")
	_, err = power.Weighted(1<<40, 1<<40, 1<<40+1).Approximate(power.Limits{})
	assert.ErrorIs(t, err, power.ErrTooLarge)
}
