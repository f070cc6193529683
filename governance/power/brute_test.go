package power_test

import (
	"math/big"
	"math/bits"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/power"
)

// brute is every index found by looking at each coalition in turn.
type brute struct {
	winning int64
	swings  []int64
	shapley []*big.Rat
}

func bruteForce(g *power.Game) brute {
	var weights []int64
	for _, p := range g.Players {
		for range p.Each() {
			weights = append(weights, p.Weight)
		}
	}
	n := len(weights)
	wins := func(s uint) bool {
		var sum int64
		for i, w := range weights {
			if s>>i&1 == 1 {
				sum += w
			}
		}
		return sum >= g.Quota && int64(bits.OnesCount(s)) >= g.Heads
	}
	fact := func(k int) *big.Int { return new(big.Int).MulRange(1, int64(k)) }
	b := brute{swings: make([]int64, n), shapley: make([]*big.Rat, n)}
	for i := range b.shapley {
		b.shapley[i] = new(big.Rat)
	}
	for s := range uint(1) << n {
		if wins(s) {
			b.winning++
			continue
		}
		k := bits.OnesCount(s)
		for i := range n {
			if s>>i&1 == 0 && wins(s|1<<i) {
				b.swings[i]++
				orders := new(big.Int).Mul(fact(k), fact(n-1-k))
				b.shapley[i].Add(b.shapley[i], new(big.Rat).SetFrac(orders, fact(n)))
			}
		}
	}
	return b
}

// entries maps what was found for each player to the entries of the game.
func entries[T any](g *power.Game, each []T) (out []T) {
	at := 0
	for _, p := range g.Players {
		out = append(out, each[at])
		at += int(p.Each())
	}
	return out
}

// randomGame has up to n players, many of them alike, some of no weight.
func randomGame(r *rand.Rand, n int) *power.Game {
	g := &power.Game{}
	for left := 1 + r.IntN(n); left > 0; {
		c := 1 + r.IntN(min(left, 5))
		g.Players = append(g.Players, power.Player{Weight: r.Int64N(9), Count: int64(c)})
		left -= c
	}
	g.Players[0].Weight++
	g.Quota = 1 + r.Int64N(g.Total())
	if r.IntN(3) == 0 {
		g.Heads = r.Int64N(g.Size() + 1)
	}
	return g
}

func TestEveryIndexAgreesWithBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 400 {
		g := randomGame(r, 12)
		want := bruteForce(g)
		b, err := g.Banzhaf(power.Limits{})
		require.NoError(t, err)
		require.Equal(t, want.winning, b.Winning.Int64(), "%+v", g)
		for i, s := range entries(g, want.swings) {
			require.Equal(t, s, b.Swings[i].Int64(), "%+v: %d", g, i)
		}
		s, err := g.Shapley(power.Limits{})
		require.NoError(t, err)
		for i, x := range entries(g, want.shapley) {
			require.Zero(t, x.Cmp(s[i]), "%+v: %d: %v, not %v", g, i, s[i], x)
		}
	}
}
