package election_test

import (
	"encoding/json"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

// rounds are what a count by Meek's method must give, every digit.
type rounds struct {
	Rule       string `json:"rule"`
	Valid      int64  `json:"valid"`
	Seats      int    `json:"seats"`
	Elected    []int  `json:"elected"`
	Iterations int    `json:"iterations"`
	Rounds     []struct {
		N          int      `json:"n"`
		Iterations int      `json:"iterations"`
		Quota      string   `json:"quota"`
		Votes      []string `json:"votes"`
		Surplus    string   `json:"surplus"`
		Residual   string   `json:"residual"`
		Elected    []int    `json:"elected"`
		Excluded   []int    `json:"excluded"`
		Filled     []int    `json:"filled"`
	} `json:"rounds"`
	Ties []election.Tie `json:"ties"`
}

// expectedFiles lists the files of expected results that hold a rule, by root.
func expectedFiles(t testing.TB, root string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(root, "expected", "*.jsonl"))
	require.NoError(t, err)
	return files
}

func TestMeekGivesEveryDigitOfEveryRound(t *testing.T) {
	for _, root := range roots(t) {
		seen := 0
		for _, file := range expectedFiles(t, root) {
			eachLine(t, file, func(line map[string]json.RawMessage) {
				if string(line["rule"]) != `"meek-prf"` {
					return
				}
				seen++
				text, err := json.Marshal(line)
				require.NoError(t, err)
				var name string
				require.NoError(t, json.Unmarshal(line["file"], &name))
				var want rounds
				require.NoError(t, json.Unmarshal(text, &want))
				b := readBLT(t, filepath.Join(root, name))
				lot := make([]int, b.Len())
				for c := range lot {
					lot[c] = c + 1
				}
				agree(t, name, want, counted(t, b, election.MeekPRF(), election.Options{Lot: lot}))
			})
		}
		assert.Positive(t, seen, root)
	}
}

// agree compares a result with the rounds it must have.
func agree(t *testing.T, name string, want rounds, r *election.Result) {
	t.Helper()
	u := r.Unit
	require.Equal(t, want.Elected, r.Elected, name)
	require.Equal(t, want.Valid*u.One(), r.Valid, name)
	require.Equal(t, want.Seats, r.Seats, name)
	require.Len(t, r.Stages, len(want.Rounds), name)
	iterations := 0
	for i, w := range want.Rounds {
		s := &r.Stages[i]
		iterations += s.Iterations
		require.Equal(t, w.N, s.N, name)
		require.Equal(t, w.Iterations, s.Iterations, "%s, round %d", name, i+1)
		require.Equal(t, w.Quota, u.Format(s.Quota), "%s, round %d", name, i+1)
		votes := make([]string, len(s.Votes))
		for c, v := range s.Votes {
			votes[c] = u.Format(v)
		}
		require.Equal(t, w.Votes, votes, "%s, round %d", name, i+1)
		surplus, stated := s.Surplus.Get()
		require.True(t, stated, name)
		require.Equal(t, w.Surplus, u.Format(surplus), "%s, round %d", name, i+1)
		require.Equal(t, w.Residual, u.Format(s.NonTransferable), "%s, round %d", name, i+1)
		require.Equal(t, append(append([]int{}, w.Elected...), w.Filled...), append([]int{}, s.Elected...), "%s, round %d", name, i+1)
		require.Equal(t, append([]int{}, w.Excluded...), append([]int{}, s.Excluded...), "%s, round %d", name, i+1)
	}
	require.Equal(t, want.Iterations, iterations, name)
	require.Len(t, r.Ties, len(want.Ties), name)
	for i, w := range want.Ties {
		w.Left = w.Tied
		require.Equal(t, w, r.Ties[i], name)
	}
}

func TestTheSheetOfARoundSaysHowItEnded(t *testing.T) {
	r := counted(t, readBLT(t, filepath.Join("testdata", "known", "food.blt")), election.MeekPRF(), election.Options{})
	text := sheetText(t, election.Sheet{Result: r, Closeness: r.Closeness()})
	for _, line := range []string{
		"                               first count                     round                      round\n",
		"2 Pear            1.000000000  2.000000000  1.000000000  2.000000000   1.000000000  2.000000000\n",
		"Stage 3. After 23 iterations. Quota: 4.714285967. Excluded: Pear.\n",
		"Stage 4. After 1 iteration. Elected: Orange.\n",
	} {
		assert.Contains(t, text, line)
	}
	var near election.Near
	for _, n := range r.Closeness() {
		if n.Stage == 3 {
			near = n
		}
	}
	assert.Equal(t, election.Near{Stage: 3, What: election.NearElection, Candidate: 1, Gap: 714285967, Votes: "0.714285967"}, near)
}

func TestHowNearAnExclusionWasToAnother(t *testing.T) {
	b := ballotsOf(t, "1", "-4\n10 1 0\n9 2 0\n7 3 2 0")
	r := counted(t, b, election.MeekPRF(), election.Options{})
	assert.Equal(t, []int{2}, r.Elected)
	assert.Equal(t, election.Near{Stage: 1, What: election.NearExclusion, Candidate: 3, Other: 2, Gap: 2e9, Votes: "2.000000000"}, r.Closeness()[0])
	r = counted(t, ballotsOf(t, "1", "-3 -4\n5 1 0\n5 2 0"), election.MeekPRF(), election.Options{Lot: []int{2, 1}})
	assert.Equal(t, election.Near{Stage: 1, What: election.NearExclusion, Candidate: 2, Other: 1, Votes: "0.000000000"}, r.Closeness()[0], "the two were tied")

	// The three lowest differ by less than the surplus that is left.
	r = counted(t, readBLT(t, filepath.Join("testdata", "known", "voting_matters_12.blt")), election.MeekPRF(), election.Options{Lot: []int{3, 4, 5}})
	assert.Equal(t, election.Near{Stage: 2, What: election.NearExclusion, Candidate: 3, Other: 5, Votes: "0.000000000"}, r.Closeness()[1])
}
