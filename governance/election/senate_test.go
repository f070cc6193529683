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

// by varies the Senate's rule.
func by(vary func(*election.Australian)) election.Australian {
	g := election.Senate()
	vary(&g)
	return g
}

func TestSenateExcludesInBulkByHand(t *testing.T) {
	// 79 papers, 1 seat, a quota of 40, which A is short of by 10. E has 1, and with D 4.
	b := inOrder(t, "1", "30 1 0; 25 2 0; 20 3 0; 1 4 5 2 0; 2 4 3 0; 1 5 3 0")
	one := counted(t, b, election.Senate(), election.Options{})
	assert.Equal(t, []int{5}, one.Stages[1].Excluded, "s. 273A(5): by computer, one at a time")
	assert.Equal(t, []int64{30, 25, 21, 3, 0}, one.Stages[1].Votes)
	many := counted(t, b, by(func(g *election.Australian) { g.Bulk = true }), election.Options{})
	assert.Equal(t, []int{5, 4}, many.Stages[1].Excluded, "s. 273(13A): both")
	assert.Equal(t, []int{5, 4}, many.Stages[1].Of.List())
	assert.Equal(t, []int64{30, 26, 23, 0, 0}, many.Stages[1].Votes)
	assert.Equal(t, []string{"bulk_exclusion: true in place of false"}, many.Varied)
}

func TestSenateExcludesInBulkBeforeASurplus(t *testing.T) {
	// 81 papers, 2 seats, a quota of 28: A has 1 over. E's 2 and that are fewer than D's 9 and than
	// the 7 by which B is short; with D's they are not.
	b := inOrder(t, "2", "29 1 5 0; 21 2 0; 20 3 0; 9 4 0; 2 5 4 0")
	for name, c := range map[string]struct {
		rule election.Australian
		kind election.Kind
		out  []int
	}{
		"s. 273(10): the surplus goes first": {by(func(g *election.Australian) { g.Bulk = true }), election.Surplus, nil},
		"s. 273(13C): E goes before it": {
			by(func(g *election.Australian) { g.Bulk, g.BulkFirst = true, true }), election.Exclude, []int{5},
		},
	} {
		t.Run(name, func(t *testing.T) {
			got := counted(t, b, c.rule, election.Options{Lot: []int{1, 2, 3, 4, 5}})
			assert.Equal(t, int64(28), got.Quota)
			assert.Equal(t, c.kind, got.Stages[1].Kind)
			assert.Equal(t, c.out, got.Stages[1].Excluded)
		})
	}
}

func TestPapersOfOneValueExcludedTogetherMoveTogether(t *testing.T) {
	// 81 papers, 2 seats, a quota of 28. A has 32: an eighth of 12 is 1, and a loss, for each of D
	// and E. An eighth of their 24 together is 3; of 12 and of 12 it was 2.
	b := inOrder(t, "2", "8 1 0; 12 1 4 3 0; 12 1 5 3 0; 25 2 0; 24 3 0")
	lots := election.Options{Lot: []int{5, 4, 3, 2, 1}}
	many := counted(t, b, by(func(g *election.Australian) { g.Bulk = true }), lots)
	assert.Equal(t, []int64{28, 25, 24, 1, 1}, many.Stages[1].Votes)
	assert.Equal(t, []int64{28, 25, 27, 0, 0}, many.Stages[2].Votes)
	assert.Equal(t, int64(1), many.Stages[2].NonTransferable, "it was 2, and 2 moved as 3")
	one := counted(t, b, election.Senate(), lots)
	assert.Equal(t, []int64{28, 25, 26, 0, 0}, one.Stages[3].Votes)
}

func TestTheLastTwoAreCompared(t *testing.T) {
	// 69 papers, 2 seats, a quota of 24. A has 16 over, for C.
	b := inOrder(t, "2\n-4 -5", "40 1 3 0; 15 2 0; 14 3 0")
	got := counted(t, b, election.Senate(), election.Options{})
	assert.Equal(t, []int{1, 3}, got.Elected, "once no surplus is left")
	got = counted(t, b, by(func(g *election.Australian) { g.LastTwoAtOnce = true }), election.Options{})
	assert.Equal(t, []int{1, 2}, got.Elected, "at once")
	require.Len(t, got.Stages, 1)

	// E's paper makes A and B equal, who had 4 and 3.
	b = inOrder(t, "1\n-3 -4", "4 1 0; 3 2 0; 1 5 2 0")
	_, err := election.Count(b, election.Senate(), election.Options{})
	require.ErrorIs(t, err, election.ErrLotNeeded, "s. 273(17): by lot, whatever they had")
	got = counted(t, b, election.Senate(), election.Options{Lot: []int{1, 2}})
	assert.Equal(t, []int{2}, got.Elected)
	assert.Equal(t, []election.Tie{{Why: election.ToExclude, Tied: []int{1, 2}, By: election.ByLot, Chosen: 1, Left: []int{1, 2}}}, got.Ties)
	atOnce := counted(t, b, by(func(g *election.Australian) { g.LastTwoAtOnce = true }), election.Options{Lot: []int{1, 2}})
	assert.Equal(t, []int{2}, atOnce.Elected)
	assert.Equal(t, got.Ties, atOnce.Ties)
	_, err = election.Count(b, by(func(g *election.Australian) { g.LastTwoAtOnce = true }), election.Options{})
	require.ErrorIs(t, err, election.ErrLotNeeded)
	got = counted(t, b, election.HareClark(), election.Options{})
	assert.Equal(t, []int{1}, got.Elected, "Tasmania has no such rule: B had fewer")
}

func TestThoseLeftFillTheLastPlacesAtOnceOrAtTheEnd(t *testing.T) {
	// 15 papers, 3 seats, a quota of 4. A has 6 over, for C.
	b := inOrder(t, "3\n-4 -5", "10 1 3 0; 3 2 0; 2 3 0")
	got := counted(t, b, election.Senate(), election.Options{})
	assert.Equal(t, []int{1, 2, 3}, got.Elected, "s. 273(18): notwithstanding any other provision")
	require.Len(t, got.Stages, 1)
	got = counted(t, b, by(func(g *election.Australian) { g.SurplusesFirst = true }), election.Options{})
	assert.Equal(t, []int{1, 3, 2}, got.Elected, "as in 2016")
	got = counted(t, b, election.HareClarkACT(), election.Options{})
	assert.Equal(t, []int{1, 3, 2}, got.Elected, "the Capital Territory, clause 4(2)")
	assert.Equal(t, []int64{4e6, 3e6, 8e6, 0, 0}, got.Stages[1].Votes)

	// 9 papers, 2 seats, a quota of 4. When A's is spent, D's 2 make C the higher of those left.
	b = inOrder(t, "2\n-5", "1 1 0; 3 2 0; 3 3 0; 2 4 3 0")
	lots := election.Options{Lot: []int{3, 2}}
	got = counted(t, b, election.Senate(), lots)
	assert.Equal(t, []int{3, 2}, got.Elected, "by lot, for D's papers stay")
	assert.Equal(t, election.Fill, got.Stages[2].Kind)
	got = counted(t, b, by(func(g *election.Australian) { g.LastTransfer = true }), election.Options{Lot: []int{2, 3}})
	assert.Equal(t, []int{3, 2}, got.Elected)
	assert.Equal(t, []int64{0, 3, 5, 0, 0}, got.Stages[2].Votes)
}

func TestTiesLookAtTheVotesAfterEachTransfer(t *testing.T) {
	// 46 papers, 2 seats, a quota of 16. A has 2 over, which E receives with 18 papers for D. E
	// goes with 5: 3 at one vote make C 9 and leave D at 7, then 18 at a ninth make D 9.
	b := inOrder(t, "2", "18 1 5 4 0; 12 2 0; 6 3 0; 7 4 0; 3 5 3 0")
	got := counted(t, b, election.Senate(), election.Options{})
	require.Len(t, got.Stages, 5)
	assert.Equal(t, []int64{16, 12, 9, 9, 0}, got.Stages[2].Votes)
	assert.Equal(t, []int{4}, got.Stages[3].Excluded, "s. 273(28): D had 7 when C had 9")
	got = counted(t, b, by(func(g *election.Australian) { g.ByTransfer = false }), election.Options{})
	assert.Equal(t, []int{3}, got.Stages[3].Excluded, "C had 6 when D had 7")
}

func TestTheCapitalTerritoryCountedInWholeVotes(t *testing.T) {
	before := election.HareClarkACT()
	before.Decimals = 0
	b := inOrder(t, "3", "5 1 2 0; 3 1 3 0; 2 1 0; 4 2 0; 3 3 0; 3 4 0")
	got := counted(t, b, before, election.Options{Lot: []int{5, 4, 3, 2, 1}})
	assert.Equal(t, []int64{6, 6, 4, 3, 0}, got.Stages[1].Votes, "4/8 of 5 and of 3, rounded down")
	assert.Equal(t, []string{"decimal_places: 0 in place of 6"}, got.Varied)
	again, err := election.WithParameters("hare-clark-act", []byte(`{"decimal_places": 0}`))
	require.NoError(t, err)
	assert.Equal(t, before, again)
}

func TestAustralianRulesRefuseParametersThatMeanNothing(t *testing.T) {
	b := inOrder(t, "1", "1 1 0")
	for want, rule := range map[string]election.Australian{
		"last_two_at_once: without last_two":            by(func(g *election.Australian) { g.LastTwo, g.LastTwoAtOnce = false, true }),
		"bulk_before_surpluses: without bulk_exclusion": by(func(g *election.Australian) { g.BulkFirst = true }),
		"order: unknown(3)":                             by(func(g *election.Australian) { g.Order = 3 }),
		"several: unknown(3)":                           by(func(g *election.Australian) { g.Several = 3 }),
	} {
		_, err := election.Count(b, rule, election.Options{})
		require.ErrorIs(t, err, election.ErrRule)
		require.ErrorContains(t, err, want)
	}
	for _, places := range []election.Unit{16, 255} {
		_, err := election.Count(b, by(func(g *election.Australian) { g.Decimals = places }), election.Options{})
		require.ErrorContains(t, err, "too many for 16 decimal places")
	}
	got := counted(t, b, by(func(g *election.Australian) { g.Decimals = 15 }), election.Options{})
	assert.Equal(t, "1.000000000000000", got.Unit.Format(got.Quota))
}
