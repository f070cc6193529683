package election_test

import (
	"bytes"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestNumbersBreakTiesAndTurnRoundAtEachIteration(t *testing.T) {
	rule := election.MeekNZ()
	rule.Draw = election.DrawNumbers
	for _, x := range []struct {
		papers  string
		out     []int
		elected int
	}{
		// For four papers the candidates have 12435, 18982, 15826 and 12582: the first has the
		// lowest, then the second the lowest of what 10,000 is less those, then the fourth.
		{"1 1 0\n1 2 0\n1 3 0\n1 4 0", []int{1, 2, 4}, 3},
		// For eight papers they have 16368, 17646, 18715 and 13638.
		{"2 1 0\n2 2 0\n2 3 0\n2 4 0", []int{4, 3, 1}, 2},
		// For 6,968 the second number is 11627 once more and is passed over: 11627, 15564, 18012, 3329.
		{"1742 1 0\n1742 2 0\n1742 3 0\n1742 4 0", []int{4, 3, 1}, 2},
	} {
		r := counted(t, ballotsOf(t, "1", x.papers), rule, election.Options{})
		assert.Equal(t, []int{x.elected}, r.Elected)
		require.Len(t, r.Ties, 3)
		for i, c := range x.out {
			assert.Equal(t, c, r.Ties[i].Chosen)
			assert.Equal(t, election.ByLot, r.Ties[i].By)
		}
		assert.Equal(t, []string{`draw: "numbers" in place of "lot"`}, r.Varied)
	}
	_, err := election.Count(ballotsOf(t, "1", "1 1 0\n1 2 0\n1 3 0\n1 4 0"), election.MeekNZ(), election.Options{})
	require.ErrorIs(t, err, election.ErrLotNeeded, "unless told otherwise, only the caller draws lots")
}

func TestWhoWasBehindAtTheFirstDifferenceIsOut(t *testing.T) {
	// 3 and 4 are equal once 1, who had one, is out; 4 was behind.
	b := ballotsOf(t, "1", "5 2 0\n3 3 0\n2 4 0\n1 1 4 0")
	r := counted(t, b, election.MeekNZ(), election.Options{})
	assert.Equal(t, []int{2}, r.Elected)
	assert.Equal(t, []election.Tie{{Why: election.ToExclude, Tied: []int{3, 4}, By: election.ByHistory, Chosen: 4}}, r.Ties)
	_, err := election.Count(b, election.MeekPRF(), election.Options{})
	require.ErrorIs(t, err, election.ErrLotNeeded, "the reference rule looks at no history")
}

func TestSomebodyMayBeExcludedInTheFirstIterationOrNot(t *testing.T) {
	// 1 has a quota of 6.33 and 3.67 over; 4, with those, would stay below 3, who has 4.
	b := ballotsOf(t, "2", "10 1 2 4 0\n5 2 0\n4 3 0")
	r := counted(t, b, election.MeekNZ(), election.Options{})
	assert.Equal(t, []int{1, 2}, r.Elected)
	assert.Equal(t, []int{1}, r.Stages[0].Elected)
	assert.Equal(t, []int{4}, r.Stages[0].Excluded)
	later := election.MeekNZ()
	later.First = false
	r = counted(t, b, later, election.Options{})
	assert.Equal(t, []int{1, 2}, r.Elected)
	assert.Equal(t, []int{1}, r.Stages[0].Elected)
	assert.Empty(t, r.Stages[0].Excluded)

	// With 3 for the third, 0 and the 4 over would pass it.
	r = counted(t, ballotsOf(t, "2", "10 1 2 4 0\n5 2 0\n3 3 0"), election.MeekNZ(), election.Options{})
	assert.Empty(t, r.Stages[0].Excluded)
}

func TestWhomNobodyRanksIsWithdrawn(t *testing.T) {
	// 3 has no first preference but a later one, 4 has none.
	b := ballotsOf(t, "3", "3 1 3 0\n2 2 0")
	r := counted(t, b, election.MeekNZ(), election.Options{})
	assert.Equal(t, []int{1, 2, 3}, r.Elected, "clause 20: as many are left as there are places")
	assert.Equal(t, []int{4}, r.Withdrawn)
	assert.Empty(t, r.Ties)

	four := counted(t, b, election.MeekNZ(), election.Options{Seats: 4})
	assert.Equal(t, []int{1, 2, 3}, four.Elected, "clause 21: a place stays empty")
	require.Len(t, four.Stages, 1)
	stand := election.MeekNZ()
	stand.Unranked = false
	four = counted(t, b, stand, election.Options{Seats: 4})
	assert.Equal(t, []int{1, 2, 3, 4}, four.Elected)
	assert.Equal(t, []string{"unranked_withdrawn: false in place of true"}, four.Varied)
	assert.Empty(t, four.Withdrawn)

	none, err := election.NewBuilder(election.Setup{Seats: 1, Candidates: []string{"A", "B"}})
	require.NoError(t, err)
	r = counted(t, none.Ballots(), election.MeekNZ(), election.Options{})
	assert.Empty(t, r.Elected)
	assert.Equal(t, []int{1, 2}, r.Withdrawn)

	left, err := ballotsOf(t, "2", "3 2 1 0\n2 3 0").Withdraw(2)
	require.NoError(t, err)
	r = counted(t, left, election.MeekNZ(), election.Options{})
	assert.Equal(t, []int{1, 3}, r.Elected, "clause 22")
	assert.Equal(t, []int{2, 4}, r.Withdrawn)
}

func TestInAStableStateTheLowestIsOut(t *testing.T) {
	// A keeps of 1,000,000,000 papers whole votes at the least. The others have 900,000,000, so that at
	// 450,000,000 votes A would lack 0.000000001 of a quota, and at one more is two thirds of a vote above.
	b := ballotsOf(t, "2", "1000000000 1 0\n300000000 2 0\n300000000 3 0\n300000000 4 0")
	r := counted(t, b, election.MeekNZ(), election.Options{Lot: []int{4, 3, 2}})
	stable := r.Stages[1]
	assert.Equal(t, []int{4}, stable.Excluded, "clause 23; with the surplus 4 would pass 3")
	assert.Equal(t, "450000001.000000000", r.Unit.Format(stable.Votes[0]))
	assert.Equal(t, "450000000.333333334", r.Unit.Format(stable.Quota))
	assert.Equal(t, law.Known[int64](666_666_666), stable.Surplus)
}

func TestStableStatesAreThoseOfACountPaperByPaper(t *testing.T) {
	stable := 0
	for seed := range uint64(600) {
		r := rand.New(rand.NewPCG(seed, 23))
		s, papers := random(t, r, election.Takes{})
		for i := range papers {
			papers[i].Weight *= 1 + r.Int64N(3_000_000)
		}
		for _, x := range meeks()[1:] {
			x.agrees(t, s, papers)
		}
		b := put(t, s, papers)
		for _, st := range counted(t, b, election.MeekNZ(), election.Options{Lot: lots(b)}).Stages {
			if over, _ := st.Surplus.Get(); over >= 100_000 && len(st.Elected) == 0 && st.Iterations > 1 {
				stable++
			}
		}
	}
	assert.Greater(t, stable, 20)
}

func TestMeekRefusesParametersThatCannotBe(t *testing.T) {
	b := ballotsOf(t, "1", "1 1 0")
	omega := election.MeekPRF()
	omega.Omega = 10
	limit, rest, draw := election.MeekNZ(), election.MeekNZ(), election.MeekNZ()
	limit.Limit, rest.Rest, draw.Draw = 10, 0, 9
	for _, x := range []struct {
		rule election.Rule
		want string
	}{
		{omega, "bad rule: meek-prf: omega: 10 decimal places are more than 9"},
		{limit, "bad rule: meek-nz: limit: 10 decimal places are more than 9"},
		{rest, "bad rule: meek-nz: rest: unknown(0)"},
		{draw, "bad rule: meek-nz: draw: unknown(9)"},
	} {
		_, err := election.Count(b, x.rule, election.Options{})
		require.ErrorIs(t, err, election.ErrRule)
		require.EqualError(t, err, x.want)
	}
}

func TestMeekElectsAllWhereThereAreNoMoreThanPlaces(t *testing.T) {
	r := counted(t, ballotsOf(t, "4", "2 3 1 0\n1 2 0"), election.MeekPRF(), election.Options{})
	assert.Equal(t, []int{3, 2, 1, 4}, r.Elected)
	require.Len(t, r.Stages, 1)
	assert.Equal(t, []int64{0, 1e9, 2e9, 0}, r.Stages[0].Votes)
}

func TestKeepValuesAreRoundedUp(t *testing.T) {
	r := counted(t, ballotsOf(t, "2", "6 1 2 0\n1 3 0\n1 4 3 0"), election.MeekPRF(), election.Options{})
	require.Len(t, r.Stages, 2)
	assert.Equal(t, []int64{1e9, 1e9, 1e9, 1e9}, r.Stages[0].Keep, "whoever is elected keeps all in that round")
	// The quota of 2.666666667 over 6 votes.
	assert.Equal(t, []int64{444444445, 1e9, 1e9, 1e9}, r.Stages[1].Keep)
	assert.Equal(t, []int64{2_666666670, 3_333333330, 1e9, 1e9}, r.Stages[1].Votes)
	assert.Equal(t, 2, r.Stages[1].Iterations)
}

func TestAnyNumberOfWorkersFindsTheSameDigits(t *testing.T) {
	b, err := election.ReadBLT(bytes.NewReader(sizes[1].text()), election.Reading{})
	require.NoError(t, err)
	for _, rule := range []election.Rule{election.MeekPRF(), election.MeekNZ(), election.Schulze(), election.RankedPairs()} {
		one := asJSON(t, counted(t, b, rule, election.Options{Seed: "x", Workers: 1}))
		for _, workers := range []int{2, 3, 16} {
			require.Equal(t, one, asJSON(t, counted(t, b, rule, election.Options{Seed: "x", Workers: workers})), rule.Describe().Name)
		}
	}
}

func TestPartsOfAVoteCountAsManySmallerVotes(t *testing.T) {
	whole := readBLT(t, filepath.Join("testdata", "known", "food.blt"))
	n, err := election.NewBuilder(election.Setup{Seats: whole.Seats(), Candidates: whole.Names(), Unit: 1})
	require.NoError(t, err)
	for _, p := range whole.All() {
		require.NoError(t, n.AddRanks(p.Weight, p.Ranks...))
	}
	a := counted(t, whole, election.MeekPRF(), election.Options{})
	tenths := counted(t, n.Ballots(), election.MeekPRF(), election.Options{})
	assert.Equal(t, election.Unit(10), tenths.Unit)
	require.Len(t, tenths.Stages, len(a.Stages))
	for i := range a.Stages {
		assert.Equal(t, a.Stages[i].Votes, tenths.Stages[i].Votes, "the same figures, a place further to the right")
	}
}
