package election_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
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

// irish varies the rule of the Dáil.
func irish(vary func(*election.Ordered)) election.Ordered {
	g := election.Irish()
	vary(&g)
	return g
}

func TestIrishSurplusesWaitUnlessExpensesTurnOnThem(t *testing.T) {
	// 40 papers, 2 seats, a quota of 14, a quarter of it 3. A has 15, a surplus of 1.
	for name, c := range map[string]struct {
		papers  string
		kind    election.Kind
		without election.Kind // where nobody's expenses are heeded
	}{
		"s. 121(8)(a): 1 is below 2 and below 5, and 4 is above a quarter already": {
			"15 1 0; 12 2 0; 9 3 0; 4 4 0", election.Exclude, election.Exclude,
		},
		"s. 121(8): 1 is below 2 and below 7, but 3 with it is above a quarter": {
			"15 1 0; 12 2 0; 10 3 0; 3 4 0", election.Surplus, election.Exclude,
		},
		"s. 121(8)(b): 1 is below 2 and below 9, and 2 with it no more than a quarter": {
			"15 1 0; 12 2 0; 11 3 0; 2 4 0", election.Exclude, election.Exclude,
		},
		"s. 121(8): 1 is not below the 1 by which 13 is short of the quota": {
			"15 1 0; 13 2 0; 10 3 0; 2 4 0", election.Surplus, election.Surplus,
		},
		"s. 121(8): 1 is not below the 1 between 7 and 8":   {"15 1 0; 10 2 0; 8 3 0; 7 4 0", election.Surplus, election.Surplus},
		"s. 121(8): 1 is not below nothing between 8 and 8": {"15 1 0; 9 2 0; 8 3 0; 8 4 0", election.Surplus, election.Surplus},
	} {
		t.Run(name, func(t *testing.T) {
			b := inOrder(t, "2\n-5", c.papers)
			for _, x := range []struct {
				rule election.Rule
				kind election.Kind
			}{
				{election.Irish(), c.kind},
				{irish(func(g *election.Ordered) { g.Deposits = false }), c.without},
				{irish(func(g *election.Ordered) { g.Defer = false }), election.Surplus},
			} {
				got := counted(t, b, x.rule, election.Options{Seed: "x"})
				require.Equal(t, int64(14), got.Quota)
				assert.Equal(t, x.kind, got.Stages[1].Kind, got.Varied)
			}
		})
	}
}

func TestIrishCandidatesGoTogetherUnlessExpensesTurnOnIt(t *testing.T) {
	general, part := election.Irish(), func(n int64) election.Rule { return irish(func(g *election.Ordered) { g.DepositPart = n }) }
	bye := func(n int) election.Rule { return irish(func(g *election.Ordered) { g.Members = n }) }
	for name, c := range map[string]struct {
		seats, papers string // 40 papers
		rule          election.Rule
		out           []int
	}{
		// 2 seats, a quota of 14, a quarter of it 3.
		"s. 122(2)(b): 1 and 2 are no more than a quarter":            {"2", "13 1 0; 13 2 0; 11 3 0; 2 4 0; 1 5 0", general, []int{5, 4}},
		"s. 122(2)(b): 1 and 3 are more than a quarter":               {"2", "13 1 0; 13 2 0; 10 3 0; 3 4 0; 1 5 0", general, []int{5}},
		"s. 122(2)(a): 4 is more than a quarter, and 5 fewer than 10": {"2", "13 1 0; 12 2 0; 10 3 0; 4 4 0; 1 5 0", general, []int{5, 4}},
		"s. 122(2): 1 and 4 are not fewer than 5":                     {"2", "13 1 0; 13 2 0; 9 5 0; 1 3 0; 4 4 0", general, []int{3, 4}},
		"a third of the quota is 4: 1 and 4 are more":                 {"2", "13 1 0; 12 2 0; 10 3 0; 4 4 0; 1 5 0", part(3), []int{5}},
		"in a bye-election, for 5 members a quota of 7: 3 is above 1": {"2", "13 1 0; 13 2 0; 10 3 0; 3 4 0; 1 5 0", bye(5), []int{5, 4}},
		"1 seat, a quota of 21: 1 and 5 are more than 5":              {"1", "13 1 0; 11 2 0; 10 3 0; 5 4 0; 1 5 0", general, []int{5}},
		"the bye-election of one of 3, a quota of 11: 5 is above 2":   {"1", "13 1 0; 11 2 0; 10 3 0; 5 4 0; 1 5 0", bye(3), []int{5, 4}},
	} {
		t.Run(name, func(t *testing.T) {
			got := counted(t, inOrder(t, c.seats, c.papers), c.rule, election.Options{Seed: "x"})
			assert.Equal(t, c.out, got.Stages[1].Excluded)
		})
	}
}

func TestIrishVotesMoveForTheSakeOfExpensesWhenThePlacesAreFilled(t *testing.T) {
	// 36 papers, 3 seats, a quota of 10, a quarter of it 2. A has 6 over: with those D's 2 would stay
	// below 9 but come above 2.
	surplus := inOrder(t, "3\n-5", "12 1 2 0; 4 1 4 2 0; 9 2 0; 9 3 0; 2 4 0")
	// 13 papers, 1 seat, a quota of 7, half of it 3. When E's 2 are spent A's 6 exceed B's 3 and C's 2;
	// C's would bring B to 5.
	exclusion := inOrder(t, "1\n-4", "6 1 0; 3 2 0; 2 3 2 0; 2 5 0")
	for name, c := range map[string]struct {
		papers  *election.Ballots
		further election.Further
		votes   []int64
		elected []int
		by      [][]int // stage by stage
	}{
		"s. 124(3): those elected thereupon receive nothing, so that D has all 4 of A's": {
			surplus, election.FurtherAfter, []int64{10, 9, 9, 6, 0}, []int{1, 2, 3}, [][]int{{1, 2, 3}, nil},
		},
		"before: 4 1/2 go to B and 1 1/2 to D, and the larger parcel is made up": {
			surplus, election.FurtherBefore, []int64{10, 14, 9, 3, 0}, []int{1, 2, 3}, [][]int{{1}, {2, 3}},
		},
		"no more votes move": {surplus, election.FurtherNone, []int64{16, 9, 9, 2, 0}, []int{1, 2, 3}, [][]int{{1, 2, 3}}},
		"s. 124(3): an exclusion after A is elected": {
			exclusion, election.FurtherAfter, []int64{6, 5, 0, 0, 0}, []int{1}, [][]int{nil, {1}, nil},
		},
		"an exclusion before A is elected": {
			exclusion, election.FurtherBefore, []int64{6, 5, 0, 0, 0}, []int{1}, [][]int{nil, nil, {1}},
		},
		"no exclusion": {exclusion, election.FurtherNone, []int64{6, 3, 2, 0, 0}, []int{1}, [][]int{nil, {1}}},
	} {
		t.Run(name, func(t *testing.T) {
			rule := irish(func(g *election.Ordered) { g.Further = c.further })
			if c.papers == exclusion {
				rule.DepositPart = 2
			}
			got := counted(t, c.papers, rule, election.Options{Lot: []int{5, 4, 3, 2, 1}})
			assert.Equal(t, c.elected, sorted(got.Elected))
			require.Len(t, got.Stages, len(c.by))
			for i, in := range c.by {
				assert.ElementsMatch(t, in, got.Stages[i].Elected, i)
			}
			assert.Equal(t, c.votes, got.Stages[len(c.by)-1].Votes)
			for _, near := range got.Closeness() {
				filled := len(slices.Concat(c.by[:near.Stage-1]...)) == got.Seats
				assert.False(t, filled && near.What == election.NearElection, "nobody is near to a place that is filled")
			}
		})
	}
}

func TestIrishElectsTheSameWheneverTheLastPlacesAreFilled(t *testing.T) {
	more := 0
	for seed := range uint64(2000) {
		r := rand.New(rand.NewPCG(seed, 124))
		s, papers := random(t, r, election.Takes{Order: true})
		b := put(t, s, papers)
		none := counted(t, b, irish(func(g *election.Ordered) { g.Further = election.FurtherNone }), election.Options{Seed: "x"})
		after := counted(t, b, election.Irish(), election.Options{Seed: "x"})
		before := counted(t, b, irish(func(g *election.Ordered) { g.Further = election.FurtherBefore }), election.Options{Seed: "x"})
		require.Equal(t, none.Elected, after.Elected, seed)
		require.Equal(t, sorted(none.Elected), sorted(before.Elected), seed)
		require.Equal(t, none.Stages, after.Stages[:len(none.Stages)])
		if len(after.Stages) > len(none.Stages) {
			more++
		}
	}
	assert.Greater(t, more, 20, "counts that go on")
}

func TestIrishRefusesParametersThatMeanNothing(t *testing.T) {
	b := inOrder(t, "2", "1 1 0")
	for want, rule := range map[string]election.Rule{
		"further_transfers: unknown(3)":         irish(func(g *election.Ordered) { g.Further = 3 }),
		"deposit_part: 0 is no part of a quota": irish(func(g *election.Ordered) { g.DepositPart = 0 }),
		"bye_election_members: 1, for 2 seats":  irish(func(g *election.Ordered) { g.Members = 1 }),
		"bye_election_members: -1, for 2 seats": irish(func(g *election.Ordered) { g.Members = -1 }),
		"ties: backwards, several: unknown(3)":  irish(func(g *election.Ordered) { g.Ties, g.Several = election.Backwards, 3 }),
	} {
		_, err := election.Count(b, rule, election.Options{})
		require.ErrorIs(t, err, election.ErrRule)
		require.ErrorContains(t, err, want)
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
			"3\n-5", "7 1 0; 6 2 0; 6 3 0; 5 4 3 0", func(g *election.Ordered) { g.AllButLowest = false },
			[]election.Kind{election.First, election.Fill},
			[]int{1, 2, 3},
		},
		"s. 124(1), with the last transfer shown": {
			"3\n-5", "7 1 0; 6 2 0; 6 3 0; 5 4 3 0", func(g *election.Ordered) { g.AllButLowest, g.LastTransfer = false, true },
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
