package election_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

// byNumber is the lot order of the data: candidates by number.
func byNumber(b *election.Ballots) []int {
	out := make([]int, b.Len())
	for i := range out {
		out[i] = i + 1
	}
	return out
}

// same counts ballots and wants the result to be the expected one, every figure of it.
func same(t *testing.T, b *election.Ballots, rule election.Rule, want *election.Result) {
	t.Helper()
	got := counted(t, b, rule, election.Options{Lot: byNumber(b), Seats: want.Seats})
	got.Lot, got.Withdrawn, got.Blank, got.Spent = want.Lot, want.Withdrawn, want.Blank, want.Spent
	require.Equal(t, asJSON(t, want), asJSON(t, got), b.Title())
}

func TestEveryFigureOfEveryExpectedStage(t *testing.T) {
	for _, root := range roots(t) {
		files, err := filepath.Glob(filepath.Join(root, "expected", "*.jsonl"))
		require.NoError(t, err)
		elections := map[string]int{}
		for _, path := range files {
			t.Run(path, func(t *testing.T) {
				expected(t, root, filepath.Base(path), func(b *election.Ballots, want *election.Result) {
					rule, err := election.Lookup(want.Rule)
					require.NoError(t, err)
					same(t, b, rule, want)
					elections[want.Rule]++
				})
			})
		}
		for _, name := range []string{"scottish", "ers97", "ni"} {
			assert.Positive(t, elections[name], "%s: %s", root, name)
		}
	}
}

// TestScottishFiguresAreThoseTheCouncilsPublished compares stages with the councils' own
// sheets, where they are at hand.
func TestScottishFiguresAreThoseTheCouncilsPublished(t *testing.T) {
	for _, root := range roots(t) {
		within := map[string]int64{} // of each file, by how little a published figure may differ
		eachLine(t, filepath.Join(root, "expected", "scottish.scottish.jsonl"), func(line map[string]json.RawMessage) {
			var file string
			var verified []string
			require.NoError(t, json.Unmarshal(line["file"], &file))
			require.NoError(t, json.Unmarshal(line["verified"], &verified))
			switch {
			case slices.Contains(verified, "official-every-stage"):
				within[file] = 1
			case slices.Contains(verified, "official-every-stage-2dp"):
				within[file] = 1000
			}
		})
		path := filepath.Join(root, "official", "scotland-2012-2017.jsonl")
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		sheets := 0
		eachLine(t, path, func(line map[string]json.RawMessage) {
			var file string
			var stages [][]string
			require.NoError(t, json.Unmarshal(line["file"], &file))
			require.NoError(t, json.Unmarshal(line["stages"], &stages))
			most, ok := within[file]
			if !ok {
				return // a blank or a typing error in the published copy
			}
			b := readBLT(t, filepath.Join(root, file))
			got := counted(t, b, election.Scottish(), election.Options{Lot: byNumber(b)})
			require.Len(t, got.Stages, len(stages), file)
			for i, votes := range stages {
				for c, v := range votes {
					whole, part, _ := strings.Cut(v, ".")
					want, err := got.Unit.Parse(whole + "." + (part + "00000")[:5])
					require.NoError(t, err)
					require.InDelta(t, want, got.Stages[i].Votes[c], float64(most), "%s: stage %d, candidate %d", file, i+1, c+1)
				}
			}
			sheets++
		})
		assert.Equal(t, len(within), sheets)
	}
}
