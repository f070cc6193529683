package election_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

func TestSenateElectsThoseOfTheNorthernTerritoryIn2016(t *testing.T) {
	for _, root := range roots(t) {
		path := filepath.Join(root, "expected", "senate.jsonl")
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			continue // a large file, left out of the compact part
		}
		eachLine(t, path, func(line map[string]json.RawMessage) {
			var name string
			var quota int64
			var first []int64
			var want []int
			require.NoError(t, json.Unmarshal(line["file"], &name))
			require.NoError(t, json.Unmarshal(line["quota"], &quota))
			require.NoError(t, json.Unmarshal(line["first_preferences"], &first))
			require.NoError(t, json.Unmarshal(line["official_elected"], &want))
			b := readBLT(t, filepath.Join(root, name))
			got := counted(t, b, election.Senate(), election.Options{})
			assert.Equal(t, quota, got.Quota)
			assert.Equal(t, first, got.Stages[0].Votes)
			assert.Equal(t, want, got.Elected)
		})
	}
}

func TestAustralianRulesValueASurplus(t *testing.T) {
	// 20 papers, 3 seats, a quota of 6. A has 10, a surplus of 4.
	all := "5 1 2 0; 3 1 3 0; 2 1 0; 4 2 0; 3 3 0; 3 4 0"
	few := "2 1 2 0; 1 1 3 0; 7 1 0; 4 2 0; 3 3 0; 3 4 0"
	senate := election.Senate()
	for name, c := range map[string]struct {
		rule   election.Rule
		papers string
		votes  string
		nt     int64
	}{
		"s. 273: 4/10 of 5 is 2, of 3 is 1 and a loss":                    {senate, all, "[6 6 4 3 0]", 1},
		"Tasmania: 4/8 of 5 is 2 and a loss, of 3 is 1 and a loss":        {election.HareClark(), all, "[6 6 4 3 0]", 1},
		"the Capital Territory: 4/8 of 5 and of 3 is exact":               {election.HareClarkACT(), all, "[6000000 6500000 4500000 3000000 0]", 0},
		"s. 273: 4/10 of 2 is nothing, and so of 1":                       {senate, few, "[6 4 3 3 0]", 4},
		"Tasmania: 4/3 is more than the papers came at: they stay at one": {election.HareClark(), few, "[6 6 4 3 0]", 1},
	} {
		t.Run(name, func(t *testing.T) {
			got := counted(t, inOrder(t, "3", c.papers), c.rule, election.Options{Lot: []int{5, 4, 3, 2, 1}})
			require.Equal(t, election.Surplus, got.Stages[1].Kind)
			assert.Equal(t, c.votes, fmt.Sprint(got.Stages[1].Votes))
			assert.Equal(t, c.nt, got.Stages[1].NonTransferable)
		})
	}
}
