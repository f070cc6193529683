package election

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestBulkExclusionTakesTheLowestWhoCannotBeElected(t *testing.T) {
	for name, c := range map[string]struct {
		votes             []int64 // ascending
		quota, over, want int64
		left              int
	}{
		// Leading and vacancy shortfall are 10. The lowest have notional votes of 1, 4 and 24.
		"(13A)(c): 1 and 4 are fewer than 10, 3 and 20, and 24 is not": {[]int64{1, 3, 20, 25, 30}, 40, 0, 2, 1},
		// As in the Territory's count of 2016, where it was not done: shortfalls of 1913, notional
		// votes of 106, 239, 554, 914, 1509 and 2215.
		"(13A)(b): 239 is fewer than 315, and the next are not fewer than those above them": {
			[]int64{106, 133, 315, 360, 595, 706, 83010}, 84923, 0, 2, 1,
		},
		// As there in 2019: shortfalls of 5412, notional votes of 80, 261, 480, 788, 1097, 2348, 3726 and 5852.
		"(13A)(b)(iii): 261 is not fewer than 219, but 1097 is fewer than 1251": {
			[]int64{80, 181, 219, 308, 309, 1251, 1378, 2126, 84666}, 90078, 0, 5, 1,
		},
		"(13A)(a): 9 is not fewer than a vacancy shortfall of 9":                   {[]int64{2, 7, 20, 20, 31}, 40, 0, 1, 1},
		"(13A)(a): 8 is fewer than a vacancy shortfall of 9":                       {[]int64{1, 7, 20, 20, 31}, 40, 0, 2, 1},
		"(13A)(b): of equals the higher has as many as the lower, or more":         {[]int64{0, 0, 20, 30}, 40, 0, 2, 1},
		"(13A)(b): nobody has fewer than the next has: one goes, by (13)(a)":       {[]int64{2, 2, 3, 7, 30}, 40, 0, 0, 1},
		"(13A)(d): B has 5, not fewer than a leading shortfall of 3: C, who has 2": {[]int64{2, 3, 9, 18, 20, 23}, 26, 0, 1, 2},
		"(13A)(d): B has 2, and nobody fewer than a leading shortfall of 1":        {[]int64{2, 4, 6, 18, 20, 25}, 26, 0, 0, 2},
		"(13B): 1 and 3 are fewer than 2 and 10, but two must be left":             {[]int64{1, 2, 10}, 20, 0, 1, 2},
		"(13C): with a surplus of 2, 3 is not fewer than 3, but 6 fewer than 20":   {[]int64{1, 3, 20, 25, 30}, 40, 2, 2, 1},
		"(13C): with a surplus of 7, 11 is not fewer than 10, nor 8 than 3":        {[]int64{1, 3, 20, 25, 30}, 40, 7, 0, 1},
	} {
		t.Run(name, func(t *testing.T) {
			low := make([]int, len(c.votes))
			for i := range low {
				low[i] = i
			}
			p := &parcels{stv: &stv{votes: c.votes, quota: c.quota, left: c.left}}
			assert.Equal(t, int(c.want), Australian{}.together(p, low, c.over))
		})
	}
}

func TestTheLowestAreTakenUpToTheEdgeOfATie(t *testing.T) {
	// A has 1 and the others 5; before, B had 4, C and D 3, and at first D 1 and C 2.
	votes, seen := []int64{1, 5, 5, 5}, history{{1, 3, 2, 1}, {1, 4, 3, 3}}
	for name, c := range map[string]struct {
		n    int
		how  Parting
		want []int
		ties int
	}{
		"one, without a tie":                              {1, Narrowing, []int{0}, 0},
		"two: of C and D the one with fewer at first":     {2, Narrowing, []int{0, 3}, 1},
		"three: D, and then C":                            {3, Narrowing, []int{0, 3, 2}, 2},
		"three: all different at first, D and then C":     {3, AllDifferent, []int{0, 3, 2}, 2},
		"four: all of them, and the tie is of no account": {4, AllDifferent, []int{0, 1, 2, 3}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			s := &stv{tally: &tally{res: &Result{}, lot: lot{place: make([]int, 4)}}, votes: votes, seen: seen}
			got, err := s.lowestOf([]int{0, 1, 2, 3}, c.n, Backwards, c.how)
			require.NoError(t, err)
			assert.Equal(t, c.want, got)
			assert.Len(t, s.res.Ties, c.ties)
		})
	}
}

func TestThoseElectedTogetherAreOrderedByTheLastCountAtWhichAllDiffered(t *testing.T) {
	// All have 5. Last, A had 3 and the others 4; before, C had most and then A.
	for name, c := range map[string]struct {
		how  Parting
		seen history
		want []int
	}{
		"s. 273(20)(b): by the count at which no two were equal": {AllDifferent, history{{2, 1, 3}, {3, 4, 4}}, []int{2, 0, 1}},
		"s. 273(20)(b): without such a count by lot":             {AllDifferent, history{{2, 1, 1}, {3, 4, 4}}, []int{1, 2, 0}},
		"narrowing, two by two":                                  {Narrowing, history{{2, 1, 3}, {3, 4, 4}}, []int{2, 1, 0}},
	} {
		t.Run(name, func(t *testing.T) {
			p := &parcels{stv: &stv{tally: &tally{lot: lot{place: []int{3, 1, 2}}}, votes: []int64{5, 5, 5}, seen: c.seen}}
			assert.Equal(t, c.want, Australian{Ties: Backwards, Order: c.how}.ordered(p, []int{0, 1, 2}))
		})
	}
}

// bulkByTheText finds candidates A, B and C one after the other, as section 273(13A) names them.
func bulkByTheText(low []int64, quota, over int64, left int) int {
	n := len(low)
	notional := func(i int) (sum int64) {
		for _, v := range low[:i+1] {
			sum += v
		}
		return sum + over
	}
	vacancy := int64(0)
	for i := n - 1; i >= n-left; i-- {
		vacancy += quota - low[i]
	}
	leading, a, b, c := quota-low[n-1], -1, -1, -1
	for i := n - 1; i >= 0; i-- {
		if notional(i) >= vacancy {
			a = i
		}
	}
	for i := range n - 1 {
		below := i < a || a < 0 && notional(i) < vacancy
		if below && notional(i) < low[i+1] {
			b = i
		}
		if notional(i) < leading {
			c = i
		}
	}
	if b < 0 {
		return 0
	}
	out := b + 1
	if notional(b) >= leading {
		out = c + 1
	}
	return min(out, n-left)
}

func TestBulkExclusionAgreesWithTheTextReadLineByLine(t *testing.T) {
	several := 0
	for seed := range uint64(20_000) {
		r := rand.New(rand.NewPCG(seed, 273))
		votes := make([]int64, 2+r.IntN(9))
		low := make([]int, len(votes))
		for i := range votes {
			votes[i], low[i] = r.Int64N(40)*r.Int64N(40), i
		}
		slices.Sort(votes)
		quota, over, left := votes[len(votes)-1]+1+r.Int64N(500), r.Int64N(2)*r.Int64N(50), 1+r.IntN(len(votes)-1)
		p := &parcels{stv: &stv{votes: votes, quota: quota, left: left}}
		want := bulkByTheText(votes, quota, over, left)
		require.Equal(t, want, Australian{}.together(p, low, over), "%v of %d, %d over, %d left", votes, quota, over, left)
		if want > 1 && want < len(votes)-left {
			several++
		}
	}
	assert.Greater(t, several, 1000)
}
