package power_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand/v2"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/power"
)

// known is a game with its indices as others give them.
type known struct {
	Name    string   `json:"name"`
	Quota   int64    `json:"quota"`
	Weights []int64  `json:"weights"`
	Winning string   `json:"winning_coalitions"`
	Swings  []string `json:"banzhaf_swings"`
	Banzhaf []string `json:"banzhaf_normalised"`
	Shapley []string `json:"shapley_shubik"`
}

func knownGames(t *testing.T) (all []known) {
	t.Helper()
	f, err := os.Open("testdata/power.jsonl")
	require.NoError(t, err)
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var k known
		require.NoError(t, json.Unmarshal(lines.Bytes(), &k))
		all = append(all, k)
	}
	require.NoError(t, lines.Err())
	require.Len(t, all, 10)
	return all
}

func TestKnownGamesAreReproducedExactly(t *testing.T) {
	for _, k := range knownGames(t) {
		t.Run(k.Name, func(t *testing.T) {
			g := power.Weighted(k.Quota, k.Weights...)
			b, err := g.Banzhaf(power.Limits{})
			require.NoError(t, err)
			s, err := g.Shapley(power.Limits{})
			require.NoError(t, err)
			assert.Equal(t, k.Winning, b.Winning.String())
			for i := range k.Weights {
				assert.Equal(t, k.Swings[i], b.Swings[i].String())
				assert.Equal(t, k.Banzhaf[i], b.Normalised(i).RatString())
				assert.Equal(t, k.Shapley[i], s[i].RatString())
			}
		})
	}
}

func TestColemansThree(t *testing.T) {
	b, err := power.Weighted(12, 4, 4, 4, 2, 2, 1).Banzhaf(power.Limits{})
	require.NoError(t, err)
	assert.Equal(t, "7/32", b.Act().RatString(), "14 coalitions of 64 win")
	assert.Equal(t, "5/7", b.Prevent(0).RatString(), "10 of those 14 need the first")
	assert.Equal(t, "1/5", b.Initiate(0).RatString(), "10 of the 50 others want nobody but the first")
	assert.Equal(t, "5/16", b.Raw(0).RatString())
	assert.Equal(t, "0", b.Prevent(5).RatString())
}

func sums(t *testing.T, g *power.Game) (banzhaf, shapley *big.Rat) {
	t.Helper()
	b, err := g.Banzhaf(power.Limits{})
	require.NoError(t, err)
	s, err := g.Shapley(power.Limits{})
	require.NoError(t, err)
	banzhaf, shapley = new(big.Rat), new(big.Rat)
	for i := range g.Players {
		n := new(big.Rat).SetInt64(g.Players[i].Each())
		banzhaf.Add(banzhaf, new(big.Rat).Mul(n, b.Normalised(i)))
		shapley.Add(shapley, n.Mul(n, s[i]))
	}
	return banzhaf, shapley
}

func TestIndicesAddUpToOne(t *testing.T) {
	one := big.NewRat(1, 1)
	r := rand.New(rand.NewPCG(9, 10))
	for range 60 {
		g := randomGame(r, 60)
		b, s := sums(t, g)
		require.Zero(t, b.Cmp(one), "%+v", g)
		require.Zero(t, s.Cmp(one), "%+v", g)
	}
	b, s := sums(t, holders(30))
	assert.Zero(t, b.Cmp(one))
	assert.Zero(t, s.Cmp(one))
	b, s = sums(t, cooperative(4_000, 12))
	assert.Zero(t, b.Cmp(one))
	assert.Zero(t, s.Cmp(one))
}

// indices are all of a game's, as text.
func indices(t *testing.T, g *power.Game) (out []string) {
	t.Helper()
	b, err := g.Banzhaf(power.Limits{})
	require.NoError(t, err)
	s, err := g.Shapley(power.Limits{})
	require.NoError(t, err)
	for i := range g.Players {
		out = append(out, fmt.Sprint(b.Raw(i), b.Normalised(i), s[i]))
	}
	return out
}

func TestPropertiesOfEveryGame(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for range 150 {
		g := randomGame(r, 20)
		was := indices(t, g)
		for i := range g.Players {
			for j := range i {
				if g.Players[i].Weight == g.Players[j].Weight {
					require.Equal(t, was[i], was[j], "players alike have the same power")
				}
			}
		}
		if g.Heads == 0 {
			more := &power.Game{Quota: g.Quota, Players: append([]power.Player{{}}, g.Players...)}
			now := indices(t, more)
			require.Equal(t, "0/1 0/1 0/1", now[0], "a dummy has none")
			require.Equal(t, was, now[1:], "a dummy changes nothing")
			twice := &power.Game{Quota: 2 * g.Quota}
			for _, p := range g.Players {
				p.Weight *= 2
				twice.Players = append(twice.Players, p)
			}
			require.Equal(t, was, indices(t, twice), "the unit of weight is of no account")
			twice.Quota--
			require.Equal(t, was, indices(t, twice), "nor is half a unit less than the quota")
			all := &power.Game{Quota: g.Total() - g.Quota + 1, Players: g.Players}
			require.Equal(t, was, indices(t, all), "to block takes as much power as to carry")
		}
		dictator := &power.Game{Quota: g.Total() + 1, Players: append([]power.Player{{Weight: g.Total() + 1}}, g.Players...)}
		now := indices(t, dictator)
		require.Equal(t, "1/1 1/1 1/1", now[0], "a dictator has all")
		for _, x := range now[1:] {
			require.Equal(t, "0/1 0/1 0/1", x)
		}
	}
}

func TestBadGamesNameThePlace(t *testing.T) {
	for want, g := range map[string]*power.Game{
		"players: there are none":                          {Quota: 1},
		"quota: 0 would let a coalition of nobody carry":   power.Weighted(0, 1),
		"quota: -1 would":                                  power.Weighted(-1, 1),
		"quota: 4 is more than the 3 votes there are":      power.Weighted(4, 1, 2),
		"players[1].weight: -1 is negative":                power.Weighted(1, 1, -1),
		"players[0].count: -2 is negative":                 {Quota: 1, Players: []power.Player{{Weight: 1, Count: -2}}},
		"heads: -1 is negative":                            {Quota: 1, Heads: -1, Players: []power.Player{{Weight: 1}}},
		"heads: 2 is more than the 1 players there are":    {Quota: 1, Heads: 2, Players: []power.Player{{Weight: 1}}},
		"players[1].count: more than 2147483648 players":   {Quota: 1, Players: []power.Player{{Weight: 1}, {Weight: 0, Count: 1 << 31}}},
		"players[1].weight: more than 1152921504606846976": power.Weighted(1, 1<<60, 1),
	} {
		_, err := g.Banzhaf(power.Limits{})
		require.ErrorIs(t, err, power.ErrGame)
		assert.ErrorContains(t, err, want)
		_, err = g.Shapley(power.Limits{})
		assert.ErrorContains(t, err, want)
	}
	for _, g := range []*power.Game{power.Weighted(1<<60, 1<<60), power.Weighted(3, 1, 2), {Quota: 1, Heads: 1, Players: []power.Player{{Weight: 1, Count: 1 << 31}}}} {
		assert.NoError(t, g.Check(), "at the limit")
	}
}

func TestALargeGameIsRefusedOverABound(t *testing.T) {
	g := spread(3000, 90_000)
	_, err := g.Banzhaf(power.Limits{Bytes: 1 << 20})
	require.ErrorIs(t, err, power.ErrTooLarge)
	assert.ErrorContains(t, err, "where 1048576 and")
	_, err = g.Shapley(power.Limits{})
	assert.ErrorIs(t, err, power.ErrTooLarge)
	_, err = g.Banzhaf(power.Limits{Steps: 1 << 20})
	assert.ErrorIs(t, err, power.ErrTooLarge)
	for _, g := range []*power.Game{
		{Quota: 1, Players: []power.Player{{Weight: 1, Count: 1 << 31}}},
		{Quota: 1, Players: []power.Player{{Weight: 1}, {Weight: 0, Count: 1<<31 - 1}}},
		{Quota: 1 << 40, Players: []power.Player{{Weight: 1 << 10, Count: 1 << 31}}},
		{Quota: 1 << 59, Heads: 1 << 29, Players: []power.Player{{Weight: 1 << 29, Count: 1 << 30}, {Weight: 1 << 59}}},
	} {
		_, err = g.Banzhaf(power.Limits{})
		require.ErrorIs(t, err, power.ErrTooLarge, "%+v", g)
	}
	dummies := &power.Game{Quota: 1, Players: []power.Player{{Weight: 1}, {Weight: 0, Count: 60_000}}}
	s, err := dummies.Shapley(power.Limits{})
	require.NoError(t, err)
	assert.Equal(t, "1", s[0].RatString())
	for w := range int64(30) {
		dummies.Players = append(dummies.Players, power.Player{Weight: 2 + w})
	}
	_, err = dummies.Shapley(power.Limits{})
	require.ErrorIs(t, err, power.ErrTooLarge, "the table is small, and its factorials are not")
	_, err = (&power.Game{Quota: 1 << 59, Players: []power.Player{{Weight: 1, Count: 1 << 30}, {Weight: 1 << 59}}}).Shapley(power.Limits{})
	assert.ErrorIs(t, err, power.ErrTooLarge)
}

func TestTheLargestUnitIsFound(t *testing.T) {
	const thousands = 1_000_000_000
	g := power.Weighted(12*thousands-5, 4*thousands, 4*thousands, 4*thousands, 2*thousands, 2*thousands, thousands)
	assert.Equal(t, indices(t, power.Weighted(12, 4, 4, 4, 2, 2, 1)), indices(t, g))
	a, err := g.Approximate(power.Limits{Steps: 1000})
	require.NoError(t, err)
	assert.InDelta(t, 7./32, a.Act, 1e-12)
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		`{"quota": 6, "players": [{"name": "a", "weight": 4}, {"weight": 1, "count": 3}]}`,
		`{"quota": 1, "heads": 1, "players": [{"weight": 1, "class": "staff"}]}`,
		`{"quota": 0, "players": []}`, `{"quota": 1e9, "players": null}`, `[]`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		g, err := power.Read(bytes.NewReader(b))
		if err != nil {
			return
		}
		require.NoError(t, g.Check())
		again, err := json.Marshal(g)
		require.NoError(t, err)
		same, err := power.Read(bytes.NewReader(again))
		require.NoError(t, err)
		require.Equal(t, g, same)
		limits := power.Limits{Bytes: 1 << 20, Steps: 1 << 20}
		if _, err := g.Shapley(limits); err == nil {
			b, s := sums(t, g)
			require.Zero(t, b.Cmp(s))
		}
	})
}
