package election_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

// figures formats the votes of a stage as a sheet shows them.
func figures(r *election.Result, stage int) []string {
	var out []string
	for _, v := range r.Stages[stage-1].Votes {
		out = append(out, r.Unit.Format(v))
	}
	return out
}

func TestERS97RoundsTheQuotaUp(t *testing.T) {
	for papers, quota := range map[string]string{
		"5 1 0\n4 2 0\n1 3 0": "3.34", // 10/3
		"5 1 0\n4 2 0":        "3.00", // exact
		"5 1 0\n4 2 0\n2 3 0": "3.67", // 11/3
	} {
		got := counted(t, ballotsOf(t, "2", papers), election.ERS97(), election.Options{Seed: "x"})
		assert.Equal(t, quota, got.Unit.Format(got.Stages[0].Quota), papers)
	}
}

func TestERS97DefersASurplusThatDoesNotExceedTheGap(t *testing.T) {
	// 2 seats. The surplus of A against the gap between C and D.
	for name, c := range map[string]struct {
		papers  string
		orEqual bool
		kind    election.Kind
	}{
		"5.2.2: a surplus of 2.00 of a gap of 2: deferred":        {"12 1 2 0\n8 2 0\n6 3 0\n4 4 0", true, election.Exclude},
		"5.2.2: a surplus of 2.00 of a gap of 1: transferred":     {"12 1 2 0\n8 2 0\n5.5 3 0\n4.5 4 0", true, election.Surplus},
		"with less than for not more than: 2.00 of 2 transferred": {"12 1 2 0\n8 2 0\n6 3 0\n4 4 0", false, election.Surplus},
	} {
		t.Run(name, func(t *testing.T) {
			rule := election.ERS97()
			rule.OrEqual, rule.Active = c.orEqual, false
			got := counted(t, ballotsOf(t, "2", c.papers), rule, election.Options{Seed: "x"})
			assert.Equal(t, "10.00", got.Unit.Format(got.Stages[0].Quota)[:5])
			assert.Equal(t, c.kind, got.Stages[1].Kind)
		})
	}
}

func TestERS97ElectsByTheActiveVote(t *testing.T) {
	// One seat, 11 papers, a quota of 5.50; 3 papers pass out of the count with D.
	b := ballotsOf(t, "1\n-3", "5 1 0\n3 2 0\n3 4 0")
	rule := election.ERS97()
	rule.Lowered = false
	got := counted(t, b, rule, election.Options{Lot: []int{4, 2, 3, 1}})
	require.Len(t, got.Stages, 2)
	assert.Equal(t, []int{1}, got.Elected, "5 are more than half of 8")
	rule.Active = false
	got = counted(t, b, rule, election.Options{Lot: []int{4, 2, 3, 1}})
	require.Len(t, got.Stages, 3)
	assert.Equal(t, election.Fill, got.Stages[2].Kind)
	lowered := election.ERS97()
	lowered.Active = false
	got = counted(t, b, lowered, election.Options{Lot: []int{4, 2, 3, 1}})
	assert.Equal(t, "4.00", got.Unit.Format(got.Stages[1].Quota), "8/2")
	require.Len(t, got.Stages, 2)
}

func TestERS97PapersWorthNothingMoveOrStay(t *testing.T) {
	// 2 seats, a quota of 133.67. A has 134 and a surplus of 0.33, which is 0.00 a paper. The papers
	// move to D, and worth nothing they change no figure; whether they move is a parameter.
	b := ballotsOf(t, "2", "134 1 4 0\n133 2 0\n133 3 0\n1 4 3 0")
	rule := election.ERS97()
	rule.OrEqual, rule.Active = false, false
	moved := counted(t, b, rule, election.Options{Seed: "x"})
	rule.NilStay = true
	stayed := counted(t, b, rule, election.Options{Seed: "x"})
	assert.Equal(t, []string{"nil_stay: true in place of false"}, stayed.Varied[1:2])
	assert.Equal(t, moved.Stages, stayed.Stages)
}

func TestERS97EqualsAtTheEdgeOfAGroup(t *testing.T) {
	// D has nothing; B and C have 3 each and are next. D alone does not exceed them, and with
	// one of the two the sum is 3, which does not exceed the other.
	b := ballotsOf(t, "1", "5 1 0\n3 2 1 0\n3 3 1 0")
	rule := election.ERS97()
	rule.Active = false
	got := counted(t, b, rule, election.Options{Lot: []int{3, 2, 1, 4}})
	assert.Equal(t, []int{4}, got.Stages[1].Excluded, "all go or none")
	rule.Edge = true
	got = counted(t, b, rule, election.Options{Lot: []int{3, 2, 1, 4}})
	assert.Equal(t, []int{4, 3}, got.Stages[1].Excluded, "one goes by lot")
	assert.Equal(t, []election.Tie{{Why: election.ToExclude, Tied: []int{2, 3}, By: election.ByLot, Chosen: 3, Left: []int{2, 3}}}, got.Ties[:1])
}

func TestNorthernIrelandMovesFirstPreferencesApart(t *testing.T) {
	// 1 seat. D goes first and gives B 2 papers at 1.00. B's own 2 move before those: A has
	// the quota after them, and the others stay.
	b := ballotsOf(t, "1", "6 1 0\n2 2 1 0\n2 4 2 3 0\n4 3 0")
	rule := election.NorthernIreland()
	got := counted(t, b, rule, election.Options{Lot: []int{4, 2, 3, 1}})
	last := len(got.Stages)
	assert.Equal(t, []string{"8.00", "2.00", "4.00", "0.00"}, figures(got, last), "8 are the quota of 14")
	assert.Equal(t, []int{1}, got.Elected)
	rule.Apart = false
	got = counted(t, b, rule, election.Options{Lot: []int{4, 2, 3, 1}})
	assert.Equal(t, []string{"8.00", "0.00", "6.00", "0.00"}, figures(got, last))
	rule.Apart, rule.AtEnd = true, true
	got = counted(t, b, rule, election.Options{Lot: []int{4, 2, 3, 1}})
	assert.Equal(t, []string{"8.00", "0.00", "6.00", "0.00"}, figures(got, last), "tested at the end only")
}

func TestNorthernIrelandFillsTheLastPlaceByComparing(t *testing.T) {
	rule := election.NorthernIreland()
	rule.Last = true
	for name, c := range map[string]struct {
		papers string
		stages int
	}{
		"rule 52: 7 are as many as 4 and 3":      {"7 1 0\n4 2 0\n3 3 0\n", 1},
		"rule 52: 7 are not as many as 4 and 4":  {"7 1 0\n4 2 0\n4 3 0", 2},
		"without it 7 of a quota of 8 must wait": {"7 1 0\n4 2 0\n3 3 0\n ", 2},
	} {
		t.Run(name, func(t *testing.T) {
			rule := rule
			rule.Last = name[0] == 'r'
			got := counted(t, ballotsOf(t, "1\n-4", c.papers), rule, election.Options{Seed: "x"})
			assert.Equal(t, []int{1}, got.Elected)
			assert.GreaterOrEqual(t, len(got.Stages), c.stages)
			assert.Equal(t, c.stages == 1, len(got.Stages) == 1)
		})
	}
}

func TestNorthernIrelandElectsToOnePlaceAtOnceOrWaits(t *testing.T) {
	// 1 seat, 20 papers, a quota of 11.
	for name, c := range map[string]struct {
		papers string
		waits  bool
		out    [][]int // of each stage
	}{
		"rule 52(2): 11 are as many as all others":                   {"11 1 0\n5 2 0\n2 3 2 0\n2 4 0", false, [][]int{nil}},
		"rule 48(3): 11 wait, and all others go together by 51(12)":  {"11 1 0\n5 2 0\n2 3 2 0\n2 4 0", true, [][]int{nil, {3, 4, 2}}},
		"rule 48(3): one below the quota, the lowest goes first":     {"10 1 0\n5 2 0\n3 3 2 0\n2 4 1 0", true, [][]int{nil, {4}}},
		"one below the quota, and whether anybody waits is the same": {"10 1 0\n5 2 0\n3 3 2 0\n2 4 1 0", false, [][]int{nil, {4}}},
	} {
		t.Run(name, func(t *testing.T) {
			for _, last := range []bool{false, true} {
				rule := election.NorthernIreland()
				rule.Waits, rule.Last = c.waits, last && c.waits // 48(3) goes before 52(2)
				got := counted(t, ballotsOf(t, "1", c.papers), rule, election.Options{})
				require.Len(t, got.Stages, len(c.out))
				for i, out := range c.out {
					assert.Equal(t, out, got.Stages[i].Excluded)
				}
				assert.Equal(t, []int{1}, got.Stages[len(c.out)-1].Elected)
			}
		})
	}
	rule := election.NorthernIreland()
	rule.Waits = true
	b := ballotsOf(t, "1", "11 1 0\n5 2 0\n2 3 2 0\n2 4 0")
	assert.Equal(t, []string{"one_place_waits: true in place of false"}, counted(t, b, rule, election.Options{}).Varied)
	assert.Equal(t, []int{1}, counted(t, b, rule, election.Options{Seats: 2}).Stages[0].Elected, "where there are two places nobody waits")
	alone := among(t, 1, "1", "3 1 0")
	assert.Len(t, counted(t, alone, rule, election.Options{}).Stages, 1, "rule 52(1): as many are left as places")
}

func TestWhoIsElectedToOnePlaceDoesNotTurnOnWaiting(t *testing.T) {
	differ := 0
	for seed := range uint64(2000) {
		r := rand.New(rand.NewPCG(seed, 48))
		s, papers := random(t, r, election.Takes{})
		s.Seats = 1
		b := put(t, s, papers)
		rule := election.NorthernIreland()
		for _, end := range []bool{false, true} {
			for _, last := range []bool{false, true} {
				rule.Waits, rule.AtEnd, rule.Last = false, end, last
				at := counted(t, b, rule, election.Options{Seed: "x"})
				rule.Waits = true
				got := counted(t, b, rule, election.Options{Seed: "x"})
				require.Equal(t, at.Elected, got.Elected, "%d", seed)
				if !slices.EqualFunc(at.Stages, got.Stages, func(x, y election.Stage) bool { return slices.Equal(x.Votes, y.Votes) }) {
					differ++
				}
			}
		}
	}
	assert.Greater(t, differ, 500)
}

func TestTransferableRulesRefuseParametersThatMeanNothing(t *testing.T) {
	b := inOrder(t, "1", "1 1 0")
	in, ex, or, au := election.Scottish(), election.ERS97(), election.Irish(), election.Senate()
	in.Ties, ex.Ties, or.Ties, au.Ties = 9, 9, 9, 9
	for _, rule := range []election.Rule{in, ex, or, au} {
		_, err := election.Count(b, rule, election.Options{})
		require.ErrorIs(t, err, election.ErrRule)
	}
}
