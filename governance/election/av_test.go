package election_test

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

// runOff is what the data have of a count for one seat.
type runOff struct {
	Winner   int   `json:"winner"`
	Excluded []int `json:"excluded"`
	Rounds   []struct {
		Votes     []*int64 `json:"votes"`
		Exhausted int64    `json:"exhausted"`
	} `json:"rounds"`
	Ties []election.Tie `json:"ties"`
}

func TestAVGivesEveryRoundThatTheDataExpect(t *testing.T) {
	for _, root := range roots(t) {
		files, err := filepath.Glob(filepath.Join(root, "expected", "*.jsonl"))
		require.NoError(t, err)
		elections := 0
		for _, file := range files {
			eachLine(t, file, func(line map[string]json.RawMessage) {
				if line["irv"] == nil {
					return
				}
				var name string
				var want runOff
				require.NoError(t, json.Unmarshal(line["file"], &name))
				require.NoError(t, json.Unmarshal(line["irv"], &want))
				b := readBLT(t, filepath.Join(root, name))
				if b.HasEqual() {
					return
				}
				got := counted(t, b, election.AV(), election.Options{Lot: byNumber(b)})
				require.Equal(t, []int{want.Winner}, got.Elected, name)
				require.Equal(t, want.Ties, got.Ties, name)
				require.Len(t, got.Stages, len(want.Rounds), name)
				var excluded []int
				for i, round := range want.Rounds {
					excluded = append(excluded, got.Stages[i].Excluded...)
					require.Equal(t, round.Exhausted, got.Stages[i].NonTransferable, name)
					for c, v := range round.Votes {
						if v == nil {
							v = new(int64)
						}
						require.Equal(t, *v, got.Stages[i].Votes[c], name)
					}
				}
				require.True(t, slices.Equal(want.Excluded, excluded), name)
				elections++
			})
		}
		assert.Positive(t, elections)
	}
}

func TestAVByOtherMajorities(t *testing.T) {
	// Ann 4, Bob 3, Cat 2, Dan 1; of the papers that do not name Ann, Bob gains two.
	b := ballotsOf(t, "1", "4 1 0\n3 2 0\n2 3 2 0\n1 4 0")
	for name, c := range map[string]struct {
		vary   func(*election.Alternative)
		stages int
		elects int
	}{
		"more than half of the votes in play: Bob has 5 of 9":                   {func(*election.Alternative) {}, 3, 2},
		"more than half of all valid votes: 5 of 10 are not, but more than 4":   {func(a *election.Alternative) { a.Majority = election.OfValid }, 3, 2},
		"until one is left: Ann goes too":                                       {func(a *election.Alternative) { a.Majority = election.UntilOne }, 4, 2},
		"together: Dan's 1 is below 2, and Dan's and Cat's 3 are not below 3":   {func(a *election.Alternative) { a.Together = true }, 3, 2},
		"together, until one is left: nobody goes with anybody and Ann is last": {func(a *election.Alternative) { a.Together, a.Majority = true, election.UntilOne }, 4, 2},
	} {
		t.Run(name, func(t *testing.T) {
			rule := election.AV()
			c.vary(&rule)
			got := counted(t, b, rule, election.Options{})
			assert.Len(t, got.Stages, c.stages)
			assert.Equal(t, []int{c.elects}, got.Elected)
		})
	}
}

func TestAVExcludesTogetherOnlyThoseBelowTheNext(t *testing.T) {
	rule := election.AV()
	rule.Together = true
	for name, c := range map[string]struct {
		papers string
		first  []int
	}{
		"1 and 2 are 3, below 4":     {"5 1 0\n4 2 0\n2 3 1 0\n1 4 1 0", []int{4, 3}},
		"1 and 2 are 3, not below 3": {"5 1 0\n3 2 0\n2 3 1 0\n1 4 1 0", []int{4}},
	} {
		t.Run(name, func(t *testing.T) {
			rule := rule
			rule.Majority = election.UntilOne
			got := counted(t, ballotsOf(t, "1", c.papers), rule, election.Options{Seed: "x"})
			assert.Equal(t, c.first, got.Stages[1].Excluded)
			assert.True(t, slices.Equal(got.Stages[1].Of.List(), c.first))
		})
	}
}

func TestAVRefusesParametersThatMeanNothing(t *testing.T) {
	b := ballotsOf(t, "1", "1 1 0")
	for _, vary := range []func(*election.Alternative){
		func(a *election.Alternative) { a.Majority = 0 },
		func(a *election.Alternative) { a.Majority = 9 },
		func(a *election.Alternative) { a.Ties = 9 },
		func(a *election.Alternative) { a.Several = 9 },
	} {
		rule := election.AV()
		vary(&rule)
		_, err := election.Count(b, rule, election.Options{})
		require.ErrorIs(t, err, election.ErrRule)
	}
}
