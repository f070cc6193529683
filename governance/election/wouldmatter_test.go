package election_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

func TestWhetherALotWouldMatter(t *testing.T) {
	for _, x := range []struct {
		name, seats, papers string
		rule                election.Rule
		needed, matters     bool
		recounts            int
		elected             [][]int
	}{
		{"no tie", "2", "3 1 0\n2 2 0\n1 3 0", election.SNTV(), false, false, 1, [][]int{{1, 2}}},
		{"a tie that leaves nobody out", "2", "3 1 0\n3 2 0\n1 3 0", election.SNTV(), false, false, 1, [][]int{{1, 2}}},
		{"two for the last place", "2", "3 1 0\n2 2 0\n2 3 0", election.SNTV(), true, true, 2, [][]int{{1, 3}, {1, 2}}},
		{"three for the last place: who goes out second keeps the lot", "2", "3 1 0\n2 2 0\n2 3 0\n2 4 0", election.SNTV(), true, true, 6, [][]int{{1, 4}, {1, 3}, {1, 2}}},
	} {
		t.Run(x.name, func(t *testing.T) {
			got, err := election.WouldLotMatter(ballotsOf(t, x.seats, x.papers), x.rule, election.Options{Lot: []int{1, 2, 3, 4}})
			require.NoError(t, err)
			assert.Equal(t, x.needed, got.Needed)
			assert.Equal(t, x.matters, got.Matters)
			assert.Equal(t, x.recounts, got.Recounts)
			var elected [][]int
			for _, o := range got.Outcomes {
				elected = append(elected, o.Elected)
				again, err := election.Count(ballotsOf(t, x.seats, x.papers), x.rule, election.Options{Lot: chosen(o)})
				require.NoError(t, err)
				assert.ElementsMatch(t, o.Elected, again.Elected, "the lots that are given make it")
			}
			assert.Equal(t, x.elected, elected)
		})
	}
}

// chosen is the order of lots that an outcome tells, and then everybody else.
func chosen(o election.LotOutcome) (order []int) {
	drawn := map[int]bool{}
	for _, l := range o.Lots {
		order, drawn[l.Chosen] = append(order, l.Chosen), true
	}
	for c := 1; c <= 4; c++ {
		if !drawn[c] {
			order = append(order, c)
		}
	}
	return order
}

func TestLotsThatCouldFallInTooManyWaysAreRefused(t *testing.T) {
	n, err := election.NewBuilder(election.Setup{Seats: 1, Candidates: make([]string, 9)})
	require.NoError(t, err)
	for c := 1; c <= 9; c++ {
		require.NoError(t, n.Add(1, c))
	}
	_, err = election.WouldLotMatter(n.Ballots(), election.FPTP(), election.Options{})
	require.ErrorIs(t, err, election.ErrTooManyLots, "9! ways")
	_, err = election.WouldLotMatter(pointsOf(t, 1, []int{1}), election.FPTP(), election.Options{})
	require.ErrorIs(t, err, election.ErrBallots)
}
