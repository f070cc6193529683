package power_test

import (
	"math/big"
	"math/bits"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/power"
)

// fewest finds by brute force the size of the smallest coalitions that do something, and how
// many they are.
func fewest(n int, does func(s uint) bool) (size, many int64) {
	size = int64(n) + 1
	for s := range uint(1) << n {
		switch k := int64(bits.OnesCount(s)); {
		case k > size || !does(s):
		case k < size:
			size, many = k, 1
		default:
			many++
		}
	}
	return size, many
}

func TestTheSmallestCoalitionsAreAllFound(t *testing.T) {
	r := rand.New(rand.NewPCG(19, 20))
	for range 300 {
		g := randomGame(r, 11)
		var weights []int64
		for _, p := range g.Players {
			for range p.Each() {
				weights = append(weights, p.Weight)
			}
		}
		n := len(weights)
		wins := func(s uint) bool {
			sum := int64(0)
			for i, w := range weights {
				if s>>i&1 == 1 {
					sum += w
				}
			}
			return sum >= g.Quota && int64(bits.OnesCount(s)) >= g.Heads
		}
		check := func(s power.Smallest, err error, does func(s uint) bool) {
			require.NoError(t, err)
			size, many := fewest(n, does)
			require.Equal(t, size, s.Size, "%+v", g)
			sum := new(big.Int)
			for _, c := range s.Coalitions {
				sum.Add(sum, c.Ways)
			}
			require.Equal(t, many, sum.Int64(), "%+v: %+v", g, s)
			require.False(t, s.More)
		}
		s, err := g.Carrying(1000)
		check(s, err, wins)
		s, err = g.Blocking(1000)
		all := uint(1)<<n - 1
		check(s, err, func(s uint) bool { return !wins(all &^ s) })
		i := r.IntN(len(g.Players))
		first := uint(0)
		for j := range i {
			first += uint(g.Players[j].Each())
		}
		require.Equal(t, wins(1<<first), g.CarriesAlone(i))
		require.Equal(t, !wins(all&^(1<<first)), g.BlocksAlone(i))
	}
}

func TestCoalitionsAreListedUpToABound(t *testing.T) {
	g := spread(1000, 50_000)
	s, err := g.Carrying(3)
	require.NoError(t, err)
	assert.Len(t, s.Coalitions, 3)
	assert.True(t, s.More)
	for _, c := range s.Coalitions {
		assert.GreaterOrEqual(t, c.Weight, g.Quota)
	}
	_, err = power.Weighted(0, 1).Carrying(1)
	assert.ErrorIs(t, err, power.ErrGame)
	_, err = power.Weighted(0, 1).Blocking(1)
	assert.ErrorIs(t, err, power.ErrGame)
}

func TestCoalitionsInWords(t *testing.T) {
	g := &power.Game{Quota: 60, Players: []power.Player{{Name: "Ann", Weight: 40}, {Name: "Bo", Weight: 10}, {Name: "members", Weight: 1, Count: 50}}}
	s, err := g.Carrying(5)
	require.NoError(t, err)
	require.Len(t, s.Coalitions, 1)
	assert.EqualValues(t, 12, s.Size)
	assert.Equal(t, "Ann, Bo and any 10 of 50 with 1 vote each", g.Describe(s.Coalitions[0]))
	assert.Equal(t, "10272278170", s.Coalitions[0].Ways.String())
	s, err = power.Weighted(7, 4, 3, 2).Carrying(5)
	require.NoError(t, err)
	assert.Equal(t, "player 1 and player 2", power.Weighted(7, 4, 3, 2).Describe(s.Coalitions[0]))
	all := &power.Game{Quota: 8, Players: []power.Player{{Weight: 2, Count: 4}}}
	s, err = all.Carrying(5)
	require.NoError(t, err)
	assert.Equal(t, "all 4 with 2 votes each", all.Describe(s.Coalitions[0]))
	few := &power.Game{Quota: 11, Players: []power.Player{{Name: "Ann", Weight: 7}, {Name: "Bo", Weight: 4}, {Name: "Cy", Weight: 4}, {Name: "Di", Weight: 4}}}
	s, err = few.Carrying(5)
	require.NoError(t, err)
	assert.Equal(t, "Ann, and one of Bo, Cy or Di", few.Describe(s.Coalitions[0]))
	few.Quota = 15
	s, err = few.Carrying(5)
	require.NoError(t, err)
	assert.Equal(t, "Ann, and 2 of Bo, Cy and Di", few.Describe(s.Coalitions[0]))
	few.Quota = 19
	s, err = few.Carrying(5)
	require.NoError(t, err)
	assert.Equal(t, "Ann, and Bo, Cy and Di", few.Describe(s.Coalitions[0]))
}
