package election_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

// inOrder reads papers for candidates A to E with their order kept.
func inOrder(t testing.TB, seats, papers string) *election.Ballots {
	t.Helper()
	text := "5 " + seats + "\n" + strings.ReplaceAll(papers, "; ", "\n") + "\n0\nA\nB\nC\nD\nE\nT\n"
	b, err := election.ReadBLT(strings.NewReader(text), election.Reading{KeepOrder: true})
	require.NoError(t, err)
	return b
}

func TestIrishRefusesMergedPapers(t *testing.T) {
	_, err := election.Count(ballotsOf(t, "1", "2 1 0\n1 2 0"), election.Irish(), election.Options{})
	require.ErrorIs(t, err, election.ErrBallots)
	assert.ErrorContains(t, err, "order of papers")
}

func TestIrishMovesThePapersFiledLast(t *testing.T) {
	// 17 papers, 2 seats, a quota of 6. A has 9, a surplus of 3; B is next on 5 and is due
	// 1 2/3, C on 4 and is due 1 1/3: B receives 2 and C 1, the last filed of its 4. When C is
	// excluded, that paper goes on to B if it was filed last.
	const others = "1 2 0; 1 3 0; 5 4 0; 1 5 0"
	for name, c := range map[string]struct {
		papers string
		last   []int64
		nt     int64
	}{
		"the paper that goes on was filed last":  {"5 1 2 0; 3 1 3 0; 1 1 3 2 0; " + others, []int64{6, 4, 0, 5, 0}, 2},
		"the paper that goes on was filed first": {"1 1 3 2 0; 5 1 2 0; 3 1 3 0; " + others, []int64{6, 3, 0, 5, 0}, 3},
	} {
		t.Run(name, func(t *testing.T) {
			got := counted(t, inOrder(t, "2", c.papers), election.Irish(), election.Options{})
			require.Len(t, got.Stages, 4)
			assert.Equal(t, election.Surplus, got.Stages[1].Kind)
			assert.Equal(t, []int64{6, 3, 2, 5, 1}, got.Stages[1].Votes)
			assert.Equal(t, c.last, got.Stages[3].Votes)
			assert.Equal(t, c.nt, got.Stages[3].NonTransferable)
			assert.Equal(t, []int{1, 4}, got.Elected)
		})
	}
}

func TestIrishDividesASurplusOfThree(t *testing.T) {
	for name, c := range map[string]struct {
		papers string
		votes  []int64
		nt     int64
		by     election.By // what parts equal fractions
	}{
		"of one transferable paper: it moves, and the rest is lost": {
			"8 1 0; 1 1 2 0; 3 2 0; 3 3 0; 3 4 0; 2 5 0", []int64{6, 4, 3, 3, 2}, 2, 0,
		},
		"of three transferable papers: they move": {
			"6 1 0; 3 1 2 0; 3 2 0; 3 3 0; 3 4 0; 2 5 0", []int64{6, 6, 3, 3, 2}, 0, 0,
		},
		"of four: three move, and the other stays": {
			"5 1 0; 4 1 2 0; 3 2 0; 3 3 0; 3 4 0; 2 5 0", []int64{6, 6, 3, 3, 2}, 0, 0,
		},
		"of 5 and 1, fractions of a half: the larger sub-parcel": {
			"5 1 2 0; 1 1 3 0; 3 1 0; 3 2 0; 3 3 0; 3 4 0; 2 5 0", []int64{6, 6, 3, 3, 2}, 0, 0,
		},
		"of 3 and 3, fractions of a half: more votes at the first count": {
			"3 1 2 0; 3 1 3 0; 3 1 0; 3 2 0; 4 3 0; 2 4 0; 2 5 0", []int64{6, 4, 6, 2, 2}, 0, election.ByHistory,
		},
		"of 3 and 3, fractions of a half, equal always: the first of the lot": {
			"3 1 2 0; 3 1 3 0; 3 1 0; 3 2 0; 3 3 0; 3 4 0; 2 5 0", []int64{6, 5, 4, 3, 2}, 0, election.ByLot,
		},
	} {
		t.Run(name, func(t *testing.T) {
			b := inOrder(t, "3", c.papers)
			got := counted(t, b, election.Irish(), election.Options{Lot: byNumber(b)})
			require.Equal(t, election.Surplus, got.Stages[1].Kind)
			assert.Equal(t, c.votes, got.Stages[1].Votes)
			assert.Equal(t, c.nt, got.Stages[1].NonTransferable)
			by := election.By(0)
			for _, tie := range got.Ties {
				if tie.Why == election.ToTransfer {
					by = tie.By
				}
			}
			assert.Equal(t, c.by, by)
		})
	}
}

func TestIrishSurplusesWaitUnlessExpensesTurnOnThem(t *testing.T) {
	// 40 papers, 2 seats, a quota of 14, a quarter of it 3. A has 15, a surplus of 1.
	for name, c := range map[string]struct {
		papers string
		kind   election.Kind
	}{
		"s. 121: 4 and 1 are below 9, and 4 is above a quarter already": {"15 1 0; 12 2 0; 9 3 0; 4 4 0", election.Exclude},
		"s. 121: 3 and 1 are below 9, but above a quarter":              {"15 1 0; 13 2 0; 9 3 0; 3 4 0", election.Surplus},
		"s. 121: 2 and 1 are below 9, and no more than a quarter":       {"15 1 0; 13 2 0; 10 3 0; 2 4 0", election.Exclude},
		"s. 121: 8 and 1 are not below 8":                               {"15 1 0; 9 2 0; 8 3 0; 8 4 0", election.Surplus},
	} {
		t.Run(name, func(t *testing.T) {
			b := inOrder(t, "2\n-5", c.papers)
			got := counted(t, b, election.Irish(), election.Options{Seed: "x"})
			require.Equal(t, int64(14), got.Quota)
			assert.Equal(t, c.kind, got.Stages[1].Kind)
			rule := election.Irish()
			rule.Deposits = false
			got = counted(t, b, rule, election.Options{Seed: "x"})
			assert.Equal(t, got.Stages[0].Votes[3] >= 8, got.Stages[1].Kind == election.Surplus)
		})
	}
}

func TestIrishFillsTheLastPlaces(t *testing.T) {
	as := func(*election.Ordered) {}
	for name, c := range map[string]struct {
		seats, papers string
		vary          func(*election.Ordered)
		kinds         []election.Kind
		elected       []int
	}{
		"s. 124(2): 8 exceed 4 and 3": {"1", "8 1 0; 4 2 0; 3 3 0", as, []election.Kind{election.First}, []int{1}},
		"s. 124(2): 7 do not exceed 4 and 3": {
			"1", "7 1 0; 4 2 0; 3 3 0", as, []election.Kind{election.First, election.Exclude}, []int{1},
		},
		"s. 124(1A): 2 and a surplus of 3 are below 6": {
			"3\n-5", "10 1 0; 6 2 0; 6 3 0; 2 4 0", as, []election.Kind{election.First}, []int{1, 2, 3},
		},
		"s. 124(1A): 3 and a surplus of 3 are not below 6": {
			"3\n-5", "10 1 0; 6 2 0; 6 3 0; 3 4 0", as, []election.Kind{election.First, election.Surplus}, []int{1, 2, 3},
		},
		"s. 124(1), as it was before subsection (1A): no more papers move": {
			"3\n-5", "10 1 0; 6 2 0; 6 3 0; 2 4 3 0", func(g *election.Ordered) { g.AllButLowest = false },
			[]election.Kind{election.First, election.Fill},
			[]int{1, 2, 3},
		},
		"s. 124(1), with the last transfer shown": {
			"3\n-5", "10 1 0; 6 2 0; 6 3 0; 2 4 3 0", func(g *election.Ordered) { g.AllButLowest, g.LastTransfer = false, true },
			[]election.Kind{election.First, election.Exclude},
			[]int{1, 3, 2},
		},
	} {
		t.Run(name, func(t *testing.T) {
			rule := election.Irish()
			c.vary(&rule)
			got := counted(t, inOrder(t, c.seats, c.papers), rule, election.Options{Lot: []int{1, 2, 3, 4}})
			var kinds []election.Kind
			for _, st := range got.Stages {
				kinds = append(kinds, st.Kind)
			}
			assert.Equal(t, c.kinds, kinds)
			assert.Equal(t, c.elected, got.Elected)
		})
	}
}

func TestIrishElectsThoseOfDublinWestIn2002(t *testing.T) {
	for _, root := range roots(t) {
		path := filepath.Join(root, "expected", "irish.jsonl")
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			continue // the ballots are not ours to carry
		}
		eachLine(t, path, func(line map[string]json.RawMessage) {
			if line["official_elected_set"] == nil {
				return
			}
			var name string
			var want []int
			var quota int64
			require.NoError(t, json.Unmarshal(line["file"], &name))
			require.NoError(t, json.Unmarshal(line["official_elected_set"], &want))
			require.NoError(t, json.Unmarshal(line["quota"], &quota))
			f, err := os.Open(filepath.Join(root, name))
			require.NoError(t, err)
			defer f.Close()
			b, err := election.ReadBLT(f, election.Reading{KeepOrder: true})
			require.NoError(t, err)
			got := counted(t, b, election.Irish(), election.Options{})
			assert.Equal(t, quota, got.Quota)
			assert.Equal(t, want, sorted(got.Elected))
		})
	}
}
