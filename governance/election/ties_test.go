package election

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// counting is a tally of four candidates, A to D, with a lot.
func counting(t *testing.T, order ...int) *tally {
	t.Helper()
	n, err := NewBuilder(Setup{Seats: 1, Candidates: []string{"A", "B", "C", "D"}})
	require.NoError(t, err)
	require.NoError(t, n.Add(1, 3, 1, 2))
	c, err := newTally(n.Ballots(), FPTP(), Options{Lot: order})
	require.NoError(t, err)
	return c
}

func TestTiesAreBrokenByHistoryAndThenByLot(t *testing.T) {
	var past history
	past.add([]int64{3, 1, 2, 9})
	past.add([]int64{4, 4, 4, 9})
	past.add([]int64{6, 6, 5, 9})
	for _, x := range []struct {
		name   string
		why    Why
		tied   []int
		past   history
		way    Back
		chosen int
		by     By
		left   []int
	}{
		{"backwards: fewest at the most recent difference", ToExclude, []int{0, 1, 2}, past, Backwards, 2, ByHistory, nil},
		{"forwards: fewest at the earliest difference", ToExclude, []int{0, 1, 2}, past, Forwards, 1, ByHistory, nil},
		{"backwards: those still equal go on further back", ToTransfer, []int{0, 1, 2}, past, Backwards, 0, ByHistory, nil},
		{"forwards: most, where a surplus is at stake", ToTransfer, []int{1, 2}, past, Forwards, 2, ByHistory, nil},
		{"no history: the lot", ToExclude, []int{0, 1, 2}, past, NoHistory, 1, ByLot, []int{0, 1, 2}},
		{"equal throughout: the lot", ToExclude, []int{0, 1}, past[1:2], Backwards, 1, ByLot, []int{0, 1}},
		{"the lot is between those left", ToTransfer, []int{0, 1, 2}, past[1:], Backwards, 1, ByLot, []int{0, 1}},
	} {
		t.Run(x.name, func(t *testing.T) {
			c := counting(t, 2, 1, 3)
			got, err := c.breakTie(x.why, x.tied, x.past, x.way)
			require.NoError(t, err)
			assert.Equal(t, x.chosen, got)
			want := Tie{Why: x.why, Tied: numbers(x.tied), By: x.by, Chosen: x.chosen + 1}
			if x.left != nil {
				want.Left = numbers(x.left)
			}
			assert.Equal(t, []Tie{want}, c.res.Ties)
		})
	}
}

func TestEqualsAreElectedInTheOrderOfTheLotAndElseByNumber(t *testing.T) {
	votes := []int64{5, 7, 5, 5}
	assert.Equal(t, []int{1, 3, 0, 2}, counting(t, 4).byVotes([]int{0, 1, 2, 3}, votes))
	assert.Equal(t, []int{1, 0, 2, 3}, counting(t).byVotes([]int{0, 1, 2, 3}, votes))
}

func TestAStageThatDoesNotAddUpEndsTheCount(t *testing.T) {
	c := counting(t)
	require.ErrorIs(t, c.record(Stage{Kind: First, Votes: []int64{0, 0, 2, 0}}), ErrSum)
	require.ErrorIs(t, c.record(Stage{Kind: First, Votes: []int64{0, 0, 0, 0}}), ErrSum)
	require.NoError(t, c.record(Stage{Kind: First, Votes: []int64{0, 0, 0, 0}, NonTransferable: 1}))
}

func TestTheNextPreferenceIsForACandidateWhoIsOpenOrForNobody(t *testing.T) {
	b := counting(t).b
	open := []bool{true, true, false, false, true}
	assert.EqualValues(t, 1, b.next(0, open), "C is passed over")
	open[0], open[1] = false, false
	assert.EqualValues(t, 3, b.next(0, open), "nobody is left")
	assert.EqualValues(t, b.Len(), b.prefs[3])
}
