package election_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

func sharing() election.Meek {
	m := election.MeekPRF()
	m.Equal = election.EqualShared
	return m
}

func TestEqualRanksAreRefusedUnlessShared(t *testing.T) {
	b := ballotsOf(t, "2", "6 1=2 3 0\n2 3 0")
	_, err := election.Count(b, election.MeekPRF(), election.Options{})
	require.EqualError(t, err, "bad ballots: meek-prf: a paper ranks two candidates equal")
	r := counted(t, b, sharing(), election.Options{})
	assert.Equal(t, []int{1, 2}, r.Elected)
	assert.Equal(t, []int64{3e9, 3e9, 2e9, 0}, r.Stages[0].Votes, "two hopefuls have half each")
	assert.Equal(t, []string{`equal: "shared" in place of "refused"`}, r.Varied)
}

func TestElectedAndHopefulEqualsShareByTheIntegral(t *testing.T) {
	b := ballotsOf(t, "3", "6 1=2 0\n4 1 0\n3 3 0\n3 4 0")
	r := counted(t, b, sharing(), election.Options{Lot: []int{4, 3, 2, 1}})
	// 1 is elected with 7 and the quota 4: k = 0.571428572. Of each equal paper 1 keeps k/2
	// and 2 keeps 1 - k/2, so that 2 has 6 × 0.714285714.
	require.GreaterOrEqual(t, len(r.Stages), 2)
	k := r.Stages[1].Keep[0]
	assert.Equal(t, int64(571428572), k)
	assert.Equal(t, 6*(1e9-k/2), r.Stages[1].Votes[1])
	assert.Equal(t, 6*(k/2)+4*k, r.Stages[1].Votes[0])
}

func TestTheTrustElectsWhomExactMeekDoes(t *testing.T) {
	b := readBLT(t, filepath.Join("testdata", "societies", "jmt_2002_equal_ranks.blt"))
	r := counted(t, b, sharing(), election.Options{})
	assert.Equal(t, []int{1, 2, 3, 4, 6, 7, 10}, sorted(r.Elected))
	b = readBLT(t, filepath.Join("testdata", "societies", "yale_12.blt"))
	assert.Equal(t, []int{1, 5, 7, 9}, sorted(counted(t, b, election.MeekPRF(), election.Options{Lot: lots(b)}).Elected))
}

// TestEqualsAreTheAverageOfTheirOrders puts all orders of two or three equals, six papers for
// one, in place of each paper. The figures differ by what is truncated.
func TestEqualsAreTheAverageOfTheirOrders(t *testing.T) {
	shares := 0
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 46))
		s, papers := random(t, r, election.Takes{Equal: true})
		var strict, equal []election.Paper
		for _, p := range papers {
			orders := spread(p.Ranks)
			if len(orders) > 6 || 6%len(orders) != 0 {
				continue
			}
			shares += len(orders) - 1
			equal = append(equal, election.Paper{Weight: 6 * p.Weight, Ranks: p.Ranks})
			for _, o := range orders {
				strict = append(strict, election.Paper{Weight: 6 / int64(len(orders)) * p.Weight, Ranks: o})
			}
		}
		if len(equal) == 0 {
			continue
		}
		a := counted(t, put(t, s, strict), election.MeekPRF(), election.Options{Seed: "x"})
		b := counted(t, put(t, s, equal), sharing(), election.Options{Seed: "x"})
		for c, v := range a.Stages[0].Votes {
			require.InDelta(t, v, b.Stages[0].Votes[c], 10_000, "seed %d", seed)
		}
		if len(a.Ties) == 0 && len(b.Ties) == 0 {
			require.Equal(t, sorted(a.Elected), sorted(b.Elected), "seed %d", seed)
		}
	}
	assert.Greater(t, shares, 1000)
}

// spread lists all orders of ranks.
func spread(ranks [][]int) [][][]int {
	out := [][][]int{nil}
	for _, rank := range ranks {
		var longer [][][]int
		for _, o := range out {
			for _, p := range orders(rank) {
				longer = append(longer, append(append([][]int{}, o...), p...))
			}
		}
		out = longer
	}
	return out
}

// orders lists all orders of candidates, one a rank.
func orders(cs []int) (out [][][]int) {
	if len(cs) == 0 {
		return [][][]int{nil}
	}
	for i, c := range cs {
		rest := append(append([]int{}, cs[:i]...), cs[i+1:]...)
		for _, o := range orders(rest) {
			out = append(out, append([][]int{{c}}, o...))
		}
	}
	return out
}

func TestTooManyEqualsAreRefused(t *testing.T) {
	for n, want := range map[int]string{32: "", 33: "bad ballots: papers[1]: 33 candidates in one rank are more than 32 to share a vote"} {
		text := fmt.Sprintf("40 1\n1 40 0\n1 1%s 0\n0\n%s\"T\"\n", equalsTo(n), strings.Repeat("\"A\"\n", 40))
		b, err := election.ReadBLT(strings.NewReader(text), election.Reading{})
		require.NoError(t, err)
		if _, err = election.Count(b, sharing(), election.Options{Seed: "x"}); want == "" {
			require.NoError(t, err)
		} else {
			require.EqualError(t, err, want)
		}
	}
}

// equalsTo writes =2 to =n.
func equalsTo(n int) (text string) {
	for c := 2; c <= n; c++ {
		text += fmt.Sprintf("=%d", c)
	}
	return text
}
