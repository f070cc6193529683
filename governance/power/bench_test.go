package power_test

import (
	"math/rand/v2"
	"testing"

	"github.com/rochdale-go/rochdale/governance/power"
)

// spread is n players whose different weights add up to a total, drawn at random.
func spread(n int, total int64) *power.Game {
	r := rand.New(rand.NewPCG(7, 8))
	weights := make([]int64, n)
	for i := range weights {
		weights[i] = 1
	}
	for left := total - int64(n); left > 0; {
		w := min(left, 1+r.Int64N(2*total/int64(n)))
		weights[r.IntN(n)] += w
		left -= w
	}
	return power.Weighted(total/2+1, weights...)
}

// cooperative is members with one vote each beside blocs of many.
func cooperative(members int64, blocs int) *power.Game {
	g := &power.Game{Players: []power.Player{{Name: "members", Weight: 1, Count: members}}}
	for i := range blocs {
		g.Players = append(g.Players, power.Player{Weight: 100 + 37*int64(i*i)})
	}
	g.Quota = g.Total()/2 + 1
	return g
}

func BenchmarkBanzhafOf1000PlayersWith50000Votes(b *testing.B) {
	g := spread(1000, 50_000)
	for b.Loop() {
		if _, err := g.Banzhaf(power.Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkShapleyOf100PlayersWith10000Votes(b *testing.B) {
	g := spread(100, 10_000)
	for b.Loop() {
		if _, err := g.Shapley(power.Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}

// holders is few players whose weights have no unit in common but one.
func holders(n int) *power.Game {
	r := rand.New(rand.NewPCG(27, 28))
	g := &power.Game{}
	for range n {
		g.Players = append(g.Players, power.Player{Weight: 1 + r.Int64N(1_000_000_000)})
	}
	g.Quota = g.Total()/2 + 1
	return g
}

func BenchmarkShapleyOf36HoldersOfMillions(b *testing.B) {
	g := holders(36)
	for b.Loop() {
		if _, err := g.Shapley(power.Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBanzhafOf10000MembersBeside20Blocs(b *testing.B) {
	g := cooperative(10_000, 20)
	for b.Loop() {
		if _, err := g.Banzhaf(power.Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkShapleyOf10000MembersBeside20Blocs(b *testing.B) {
	g := cooperative(10_000, 20)
	for b.Loop() {
		if _, err := g.Shapley(power.Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkApproximateOf1000PlayersWith50000Votes(b *testing.B) {
	g := spread(1000, 50_000)
	for b.Loop() {
		if _, err := g.Approximate(power.Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOceanicOfAMillionMembersBeside20Blocs(b *testing.B) {
	g := cooperative(1_000_000, 20)
	for b.Loop() {
		if _, err := g.Oceanic(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEstimateOfAMillionMembersIn1000Trials(b *testing.B) {
	g := cooperative(1_000_000, 20)
	for b.Loop() {
		if _, err := g.Estimate(power.Draws{Trials: 1000, Seed: 1, Workers: 2}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTurnoutOf10000MembersInTwoGroups(b *testing.B) {
	groups := []power.Group{{Members: 5000, Chance: 0.3, Together: 0.01}, {Members: 5000, Chance: 0.1}}
	for b.Loop() {
		if _, err := power.Turnout(groups); err != nil {
			b.Fatal(err)
		}
	}
}
