package election_test

import (
	"encoding/json"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

func TestPublishedMarginsOfVictoryAreFound(t *testing.T) {
	for _, root := range roots(t)[1:] {
		found := 0
		eachLine(t, filepath.Join(root, "expected", "irv.jsonl"), func(line map[string]json.RawMessage) {
			var file string
			var irv struct{ Winner int }
			var exact, last int64
			require.NoError(t, json.Unmarshal(line["file"], &file))
			require.NoError(t, json.Unmarshal(line["irv"], &irv))
			if line["margin_of_victory"] == nil {
				return
			}
			require.NoError(t, json.Unmarshal(line["margin_of_victory"], &exact))
			require.NoError(t, json.Unmarshal(line["last_round_margin"], &last))
			m, err := election.MarginOfVictory(readBLT(t, filepath.Join(root, file)), irv.Winner)
			require.NoError(t, err, file)
			assert.Equal(t, exact, m.Victory, file)
			assert.Equal(t, last, m.LastRound, file)
			found++
		})
		assert.Equal(t, 28, found)
	}
}

// TestMarginsOfSmallElectionsAreThoseOfTryingEverything changes every set of papers in turn.
func TestMarginsOfSmallElectionsAreThoseOfTryingEverything(t *testing.T) {
	rankings := [][]int{{}, {1}, {2}, {3}, {1, 2}, {1, 3}, {2, 1}, {2, 3}, {3, 1}, {3, 2}}
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 3))
		papers := make([]int, len(rankings))
		for range 3 + r.IntN(9) {
			papers[1+r.IntN(len(rankings)-1)]++
		}
		winners := possible(papers, rankings)
		w := 0
		for c := 1; c <= 3; c++ {
			if winners[c] {
				w = c
			}
		}
		want := int64(0)
		for !other(papers, rankings, w, int(want), 0, 0) {
			want++
		}
		n, err := election.NewBuilder(election.Setup{Seats: 1, Candidates: []string{"A", "B", "C"}})
		require.NoError(t, err)
		for i, k := range papers {
			if k > 0 {
				require.NoError(t, n.Add(int64(k), rankings[i]...))
			}
		}
		m, err := election.MarginOfVictory(n.Ballots(), w)
		require.NoError(t, err, "seed %d", seed)
		assert.Equal(t, want, m.Victory, "seed %d: %v", seed, papers)
		assert.LessOrEqual(t, m.Victory, m.LastRound)
		assert.NotEqual(t, w, m.Order[2])
	}
}

// possible finds who may win by the alternative vote, however equals are excluded.
func possible(papers []int, rankings [][]int) (wins [4]bool) {
	var out func(in [4]bool, left int)
	out = func(in [4]bool, left int) {
		var votes [4]int
		for i, k := range papers {
			for _, c := range rankings[i] {
				if in[c] {
					votes[c] += k
					break
				}
			}
		}
		fewest := 1 << 30
		for c := 1; c <= 3; c++ {
			if in[c] {
				fewest = min(fewest, votes[c])
			}
		}
		for c := 1; c <= 3; c++ {
			switch {
			case in[c] && left == 1:
				wins[c] = true
			case in[c] && votes[c] == fewest:
				next := in
				next[c] = false
				out(next, left-1)
			}
		}
	}
	out([4]bool{1: true, 2: true, 3: true}, 3)
	return wins
}

// other reports whether marking so many papers otherwise can elect anybody but a winner.
// Papers are taken away from one place on and then put back from another on.
func other(papers []int, rankings [][]int, winner, away, from, put int) bool {
	if away == 0 && put == 0 {
		wins := possible(papers, rankings)
		for c := 1; c <= 3; c++ {
			if wins[c] && c != winner {
				return true
			}
		}
		return false
	}
	for i := from; i < len(papers); i++ {
		switch {
		case away > 0 && papers[i] > 0:
			papers[i]--
			found := other(papers, rankings, winner, away-1, pick(away > 1, i, 0), put+1)
			papers[i]++
			if found {
				return true
			}
		case away == 0:
			papers[i]++
			found := other(papers, rankings, winner, 0, i, put-1)
			papers[i]--
			if found {
				return true
			}
		}
	}
	return false
}

func pick(yes bool, a, b int) int {
	if yes {
		return a
	}
	return b
}

func TestAMarginIsRefusedWhereItIsNotDefined(t *testing.T) {
	eleven, err := election.NewBuilder(election.Setup{Seats: 1, Candidates: make([]string, 11)})
	require.NoError(t, err)
	require.NoError(t, eleven.Add(1, 1))
	for _, x := range []struct {
		b      *election.Ballots
		winner int
		want   string
	}{
		{eleven.Ballots(), 1, "no margin: 11 candidates are more than 10"},
		{ballotsOf(t, "1", "1 1=2 0"), 1, "no margin: it is of papers that rank candidates in turn"},
		{pointsOf(t, 1, []int{1}), 1, "no margin: it is of papers that rank candidates in turn"},
		{ballotsOf(t, "1", "0.5 1 0"), 1, "no margin: it is of whole papers, and these weigh parts of a vote"},
		{ballotsOf(t, "1", "-1\n1 2 0"), 1, "no margin: there is no candidate 1"},
		{ballotsOf(t, "1", "1 2 0"), 5, "no margin: there is no candidate 5"},
		{ballotsOf(t, "1", "-1 -3 -4\n1 2 0"), 2, "no margin: nobody else stands"},
	} {
		_, err := election.MarginOfVictory(x.b, x.winner)
		require.EqualError(t, err, x.want)
		require.ErrorIs(t, err, election.ErrMargin)
	}
}

func TestALastRoundMarginIsHalfOfWhatPartsTheLastTwoRoundedUp(t *testing.T) {
	for papers, want := range map[string]int64{
		"5 1 0\n3 2 0":            1,
		"6 1 0\n3 2 0":            2,
		"4 1 0\n4 2 0":            0,
		"5 1 0\n4 2 0\n3 3 2 0":   1,
		"5 1 0\n4 2 0\n2 3 2 0\n": 1,
	} {
		got, err := election.LastRoundMargin(ballotsOf(t, "1", papers))
		require.NoError(t, err)
		assert.Equal(t, want, got, papers)
	}
}
