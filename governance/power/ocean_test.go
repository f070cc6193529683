package power_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/power"
)

func TestTheOceanIsWithinItsError(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 16))
	games := []*power.Game{cooperative(10_000, 8), cooperative(3000, 1), power.Weighted(2, 1, 1, 1)}
	for range 60 {
		m := 20 + r.Int64N(600)
		g := &power.Game{Players: []power.Player{{Weight: 1 + r.Int64N(3), Count: m}}}
		for range r.IntN(6) {
			g.Players = append(g.Players, power.Player{Weight: r.Int64N(m), Count: 1 + r.Int64N(3)})
		}
		g.Quota = 1 + r.Int64N(g.Total())
		games = append(games, g)
	}
	for _, g := range games {
		o, err := g.Oceanic()
		require.NoError(t, err)
		s, err := g.Shapley(power.Limits{})
		require.NoError(t, err)
		b, err := g.Banzhaf(power.Limits{})
		require.NoError(t, err)
		for i := range g.Players {
			require.LessOrEqual(t, distance(o.Shapley[i], s[i]), o.ShapleyError[i], "%+v: %d", g, i)
			require.LessOrEqual(t, distance(o.Raw[i], b.Raw(i)), o.RawError, "%+v: %d", g, i)
		}
		require.LessOrEqual(t, distance(o.Act, b.Act()), o.RawError)
		require.Less(t, o.RawError, 1e-10)
	}
}

func TestAMillionMembersBesideFifteenBlocs(t *testing.T) {
	g := cooperative(1_000_000, 15)
	o, err := g.Oceanic()
	require.NoError(t, err)
	sum := 0.0
	for i, p := range g.Players {
		sum += float64(p.Each()) * o.Shapley[i]
		assert.Less(t, o.ShapleyError[i], 1e-4)
	}
	assert.InDelta(t, 1, sum, 1e-9)
	assert.Less(t, o.RawError, 1e-8)
}

// One holder of a fifth beside an ocean has a quarter of the power where half is needed: the
// tide must stand between 3/8 and 5/8.
func TestOneHolderBesideAnOcean(t *testing.T) {
	g := &power.Game{Quota: 625_000, Players: []power.Player{{Weight: 250_000}, {Weight: 1, Count: 1_000_000}}}
	o, err := g.Oceanic()
	require.NoError(t, err)
	assert.InDelta(t, 0.25, o.Shapley[0], 2e-6)
	assert.Less(t, o.ShapleyError[0], 1e-9, "beside one bloc the limit leaves nothing out")
	s, err := (&power.Game{Quota: 6250, Players: []power.Player{{Weight: 2500}, {Weight: 1, Count: 10_000}}}).Shapley(power.Limits{})
	require.NoError(t, err)
	assert.Equal(t, "2500/10001", s[0].RatString())
}

func TestWhatTheOceanRefuses(t *testing.T) {
	_, err := power.Weighted(0, 1).Oceanic()
	assert.ErrorIs(t, err, power.ErrGame)
	_, err = (&power.Game{Quota: 1, Heads: 2, Players: []power.Player{{Weight: 1, Count: 2}}}).Oceanic()
	assert.ErrorContains(t, err, "heads: ")
	_, err = cooperative(1000, 22).Oceanic()
	assert.ErrorIs(t, err, power.ErrTooLarge)
	_, err = (&power.Game{Quota: 1, Players: []power.Player{{Weight: 1, Count: 501}, {Weight: 2, Count: 501}}}).Oceanic()
	assert.ErrorIs(t, err, power.ErrTooLarge)
}
