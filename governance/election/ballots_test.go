package election_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

func setup(more func(*election.Setup)) election.Setup {
	s := election.Setup{Title: "Board", Seats: 2, Candidates: []string{"A", "B", "C", "D"}}
	if more != nil {
		more(&s)
	}
	return s
}

func TestABadSetupIsRefusedWithItsPlace(t *testing.T) {
	for _, x := range []struct {
		name string
		with func(*election.Setup)
		want string
	}{
		{"no candidates", func(s *election.Setup) { s.Candidates = nil }, "bad ballots: candidates: 0 is not between 1 and 32766"},
		{"too many", func(s *election.Setup) { s.Candidates = make([]string, 32767) }, "bad ballots: candidates: 32767 is not between 1 and 32766"},
		{"no seats", func(s *election.Setup) { s.Seats = 0 }, "bad ballots: seats: 0, for 4 candidates"},
		{"a seat too many", func(s *election.Setup) { s.Seats = 5 }, "bad ballots: seats: 5, for 4 candidates"},
		{"a stranger withdraws", func(s *election.Setup) { s.Withdrawn = []int{5} }, "bad ballots: withdrawn[0]: there is no candidate 5"},
		{"twice withdrawn", func(s *election.Setup) { s.Withdrawn = []int{4, 4} }, "bad ballots: withdrawn[1]: candidate 4 has withdrawn already"},
		{"too fine a unit", func(s *election.Setup) { s.Unit = 7 }, "bad ballots: unit: 7 decimal places are more than 6"},
	} {
		t.Run(x.name, func(t *testing.T) {
			_, err := election.NewBuilder(setup(x.with))
			require.EqualError(t, err, x.want)
			require.ErrorIs(t, err, election.ErrBallots)
		})
	}
}

func TestABadPaperIsRefusedAndNothingIsAdded(t *testing.T) {
	n, err := election.NewBuilder(setup(nil))
	require.NoError(t, err)
	for _, x := range []struct {
		err  error
		want string
	}{
		{n.Add(0, 1), "bad ballots: weight: 0 is not between 1 and 1000000000000000"},
		{n.Add(-1, 1), "bad ballots: weight: -1 is not between 1 and 1000000000000000"},
		{n.Add(election.MaxPapers+1, 1), "bad ballots: weight: 1000000000000001 is not between 1 and 1000000000000000"},
		{n.Add(1, 0), "bad ballots: ranks[0]: there is no candidate 0"},
		{n.Add(1, 1, 5), "bad ballots: ranks[1]: there is no candidate 5"},
		{n.Add(1, 1, 2, 1), "bad ballots: ranks[2]: candidate 1 is ranked already"},
		{n.AddRanks(1, []int{1, 2}, []int{2}), "bad ballots: ranks[1]: candidate 2 is ranked already"},
		{n.AddPoints(1, 3), "bad ballots: these papers rank, and give no points"},
	} {
		require.EqualError(t, x.err, x.want)
	}
	require.NoError(t, n.Add(election.MaxPapers, 1))
	require.EqualError(t, n.Add(1), "bad ballots: the papers weigh more than 1000000000000000 together")
	b := n.Ballots()
	assert.Equal(t, 1, b.Papers())
	assert.Equal(t, int64(election.MaxPapers), b.Valid())
}

func TestEqualPapersAreMergedUnlessTheirOrderIsKept(t *testing.T) {
	for _, keep := range []bool{false, true} {
		n, err := election.NewBuilder(setup(func(s *election.Setup) { s.KeepOrder = keep }))
		require.NoError(t, err)
		require.NoError(t, n.AddRanks(2, []int{2, 1}, nil, []int{3}))
		require.NoError(t, n.AddRanks(1, []int{1, 2}, []int{3}))
		require.NoError(t, n.Add(1, 1, 2, 3))
		require.NoError(t, n.AddRanks(4, []int{1, 2}, []int{3}))
		require.NoError(t, n.Add(5))
		b := n.Ballots()
		assert.Equal(t, keep, b.Ordered())
		assert.True(t, b.HasEqual())
		assert.EqualValues(t, 8, b.Valid())
		assert.EqualValues(t, 5, b.Blank())
		var weights []int64
		for _, p := range b.All() {
			weights = append(weights, p.Weight)
		}
		if keep {
			assert.Equal(t, []int64{3, 1, 4}, weights, "runs of equal papers")
		} else {
			assert.Equal(t, []int64{7, 1}, weights)
		}
		assert.Equal(t, election.Paper{Weight: weights[0], Ranks: [][]int{{1, 2}, {3}}}, b.Paper(0))
	}
}

func TestManyPapersAreMergedWhereverTheyStand(t *testing.T) {
	n, err := election.NewBuilder(election.Setup{Seats: 1, Candidates: make([]string, 300)})
	require.NoError(t, err)
	for range 3 {
		for x := 1; x <= 300; x++ {
			for y := x + 1; y <= 300; y += 7 {
				require.NoError(t, n.Add(1, x, y))
			}
		}
	}
	b := n.Ballots()
	for i, p := range b.All() {
		require.EqualValues(t, 3, p.Weight, "papers[%d]", i)
	}
	assert.EqualValues(t, 3*b.Papers(), b.Valid())
}

func TestWithdrawingMovesLaterPreferencesUpAndMergesWhatIsEqualThen(t *testing.T) {
	n, err := election.NewBuilder(setup(nil))
	require.NoError(t, err)
	require.NoError(t, n.Add(1, 1, 2))
	require.NoError(t, n.Add(2, 2))
	require.NoError(t, n.Add(3, 1))
	require.NoError(t, n.AddRanks(4, []int{2, 1}, []int{3, 4}))
	require.NoError(t, n.AddRanks(5, []int{3, 4, 1}))
	require.NoError(t, n.AddRanks(6, []int{1, 3, 4}))
	b := n.Ballots()
	got, err := b.Withdraw(1)
	require.NoError(t, err)
	assert.Equal(t, []int{1}, got.Withdrawn())
	assert.Empty(t, b.Withdrawn(), "the ballots themselves are left alone")
	assert.Equal(t, []election.Paper{
		{Weight: 3, Ranks: [][]int{{2}}}, {Weight: 4, Ranks: [][]int{{2}, {3, 4}}}, {Weight: 11, Ranks: [][]int{{3, 4}}},
	}, []election.Paper{got.Paper(0), got.Paper(1), got.Paper(2)})
	assert.EqualValues(t, 3, got.Spent())
	got, err = got.Withdraw(1, 4)
	require.NoError(t, err)
	assert.Equal(t, []int{1, 4}, got.Withdrawn())
	assert.Equal(t, election.Paper{Weight: 11, Ranks: [][]int{{3}}}, got.Paper(2))
	assert.False(t, got.HasEqual())
	_, err = b.Withdraw(5)
	require.ErrorIs(t, err, election.ErrBallots)
}

func TestAPaperMayBeEndedBeforeItsEquals(t *testing.T) {
	b := ballotsOf(t, "2", "1 1 2=3 4 0\n2 1 0\n4 2=3 1 0\n8 4 3 2 1 0")
	got, err := b.EndAtEqual()
	require.NoError(t, err)
	assert.Equal(t, []election.Paper{{Weight: 3, Ranks: [][]int{{1}}}, {Weight: 8, Ranks: [][]int{{4}, {3}, {2}, {1}}}}, papers(got))
	assert.EqualValues(t, 4, got.Blank())
	assert.False(t, got.HasEqual())
	assert.True(t, b.HasEqual(), "the ballots themselves are left alone")
}

func TestPapersThatGivePointsAreMergedByTheirPoints(t *testing.T) {
	n, err := election.NewBuilder(setup(func(s *election.Setup) { s.Scored = true }))
	require.NoError(t, err)
	require.NoError(t, n.AddPoints(1, 9, 0, 1))
	require.NoError(t, n.AddPoints(2, 9, 0, 1, 0))
	require.NoError(t, n.AddPoints(4, 1, 0, 9))
	require.NoError(t, n.AddPoints(8, 0, 0))
	require.EqualError(t, n.AddPoints(1, 0, 0, 0, 0, 1), "bad ballots: points[4]: there is no candidate 5")
	require.EqualError(t, n.AddPoints(1, -1), "bad ballots: points[0]: -1 is not between 0 and 65535")
	require.EqualError(t, n.Add(1, 1), "bad ballots: these papers give points, and rank nobody")
	b := n.Ballots()
	require.Equal(t, 2, b.Papers())
	assert.Equal(t, election.Paper{Weight: 3, Ranks: [][]int{{1}, {3}}, Points: []int{9, 1}}, b.Paper(0))
	assert.EqualValues(t, 8, b.Blank())
	w, err := b.Withdraw(3)
	require.NoError(t, err)
	assert.Equal(t, election.Paper{Weight: 4, Ranks: [][]int{{1}}, Points: []int{1}}, w.Paper(1))
}

func TestTheSharedBallotsAreRead(t *testing.T) {
	for _, root := range roots(t) {
		files, err := filepath.Glob(filepath.Join(root, "*", "*.blt"))
		require.NoError(t, err)
		require.NotEmpty(t, files)
		for _, f := range files {
			if strings.HasPrefix(filepath.Base(f), "bad_") {
				continue
			}
			b := readBLT(t, f)
			assert.Positive(t, b.Valid(), f)
			assert.NotEmpty(t, b.Name(b.Len()), f)
			assert.Empty(t, b.Name(0))
			assert.Empty(t, b.Name(b.Len()+1))
		}
	}
}
