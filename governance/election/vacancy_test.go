package election_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

// among reads ballots among so many candidates, A and on.
func among(t *testing.T, candidates int, seats, papers string) *election.Ballots {
	t.Helper()
	text := fmt.Sprintf("%d %s\n%s\n0\n", candidates, seats, papers)
	for c := range candidates {
		text += fmt.Sprintf("%q\n", string(rune('A'+c)))
	}
	return fromText(t, text)
}

func TestAVacancyIsFilledByTheNextOfItsVoters(t *testing.T) {
	// A and B are elected; C is the choice of B's voters and D that of A's.
	b := ballotsOf(t, "2", "6 1 4 0\n5 2 3 0\n1 3 0\n2 4 0")
	for _, rule := range []election.Rule{election.Scottish(), election.WIGM(), election.ERS97(), election.NorthernIreland()} {
		require.Equal(t, []int{1, 2}, sorted(counted(t, b, rule, election.Options{}).Elected))
		for left, next := range map[int]int{1: 4, 2: 3} {
			got, err := election.Count(b, rule, election.Options{Vacancy: &election.Vacancy{Vacated: []int{left}, Sitting: []int{3 - left}}})
			require.NoError(t, err)
			assert.Equal(t, []int{next}, got.Filling(), "%s: %d leaves", rule.Describe().Name, left)
			assert.Equal(t, []int{left}, got.Withdrawn)
		}
	}
}

func TestAVacancyIsFilledByAsManyOthersAsHaveLeftAndNobodyWhoSitsGoes(t *testing.T) {
	for _, rule := range []election.Rule{election.Scottish(), election.WIGM(), election.ERS97(), election.NorthernIreland()} {
		tried := 0
		for seed := range uint64(500) {
			r := rand.New(rand.NewPCG(seed, 71))
			s, papers := random(t, r, election.Takes{})
			b := put(t, s, papers)
			was := counted(t, b, rule, election.Options{Seed: "x"}).Elected
			leave := 1 + r.IntN(len(was))
			if len(s.Candidates) < s.Seats+leave {
				continue
			}
			v := election.Vacancy{Vacated: was[:leave], Sitting: was[leave:]}
			got := counted(t, b, rule, election.Options{Seed: "x", Vacancy: &v})
			assert.Len(t, got.Filling(), leave, "%s: %d", rule.Describe().Name, seed)
			for _, st := range got.Stages {
				for _, c := range st.Excluded {
					assert.NotContains(t, v.Sitting, c)
				}
			}
			tried++
		}
		assert.Greater(t, tried, 100)
	}
}

func TestAVacancyIsRefusedWithThePlaceOfTheFault(t *testing.T) {
	b := among(t, 5, "2\n-5", "6 1 4 0\n5 2 3 0\n1 3 0\n2 4 0\n1 5 1 0")
	for name, c := range map[string]struct {
		rule  election.Rule
		v     election.Vacancy
		is    error
		place string
	}{
		"a rule without recounts":          {election.FPTP(), election.Vacancy{Vacated: []int{1}}, election.ErrRule, "vacancy: fptp"},
		"somebody who leaves and sits":     {election.ERS97(), election.Vacancy{Vacated: []int{1}, Sitting: []int{1}}, election.ErrBallots, "vacancy.sitting[0]: candidate 1 is named twice"},
		"somebody who sits twice":          {election.ERS97(), election.Vacancy{Vacated: []int{1}, Sitting: []int{2, 2}}, election.ErrBallots, "vacancy.sitting[1]: candidate 2 is named twice"},
		"somebody who leaves twice":        {election.ERS97(), election.Vacancy{Vacated: []int{1, 1}, Sitting: []int{2}}, election.ErrBallots, "vacancy.vacated[1]: candidate 1 is named twice"},
		"a stranger who sits":              {election.ERS97(), election.Vacancy{Vacated: []int{1}, Sitting: []int{6}}, election.ErrBallots, "vacancy.sitting[0]: there is no candidate 6"},
		"a stranger who leaves":            {election.ERS97(), election.Vacancy{Vacated: []int{0}, Sitting: []int{2}}, election.ErrBallots, "vacancy.vacated[0]: there is no candidate 0"},
		"one who withdrew sits":            {election.ERS97(), election.Vacancy{Vacated: []int{1}, Sitting: []int{5}}, election.ErrBallots, "vacancy.sitting[0]: candidate 5 has withdrawn already"},
		"one who withdrew leaves":          {election.ERS97(), election.Vacancy{Vacated: []int{5}, Sitting: []int{1}}, election.ErrBallots, "vacancy.vacated[0]: candidate 5 has withdrawn already"},
		"no seat to fill":                  {election.ERS97(), election.Vacancy{Sitting: []int{1, 2}}, election.ErrBallots, "vacancy.sitting: 2 of 2 seats leave none to fill"},
		"one who sits is forgotten":        {election.Scottish(), election.Vacancy{}, election.ErrBallots, "vacancy: 0 who sit and 1 who have left are fewer than 2 seats"},
		"fewer are left than the seats":    {election.ERS97(), election.Vacancy{Vacated: []int{1, 2, 3}}, election.ErrBallots, "seats: 2, for 1 candidates"},
		"the last who could fill it is in": {election.ERS97(), election.Vacancy{Vacated: []int{1, 3, 4}, Sitting: []int{2}}, election.ErrBallots, "seats: 2, for 1 candidates"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := election.Count(b, c.rule, election.Options{Vacancy: &c.v})
			require.ErrorIs(t, err, c.is)
			require.ErrorContains(t, err, c.place)
			assert.Nil(t, got)
		})
	}
	got, err := election.Count(b, election.ERS97(), election.Options{Vacancy: &election.Vacancy{Sitting: []int{1}}})
	require.NoError(t, err, "whoever left may have withdrawn in the file")
	assert.Len(t, got.Filling(), 1)
}

// Section 7.1 of ERS97, clause by clause.
func TestERS97FillsAVacancyAsSection71Says(t *testing.T) {
	// 3 seats: A, B and C are elected. D is the choice of A's voters, E that of others. C has
	// fewest votes but one.
	const papers = "12 1 4 0\n10 2 5 0\n6 3 0\n5 5 0\n1 4 0\n4 6 5 0"
	b := among(t, 6, "3", papers)
	rule := election.ERS97()
	require.Equal(t, []int{1, 2, 5}, sorted(counted(t, b, rule, election.Options{Seed: "x"}).Elected))

	got := counted(t, b, rule, election.Options{Seed: "x", Vacancy: &election.Vacancy{Vacated: []int{1}, Sitting: []int{2, 5}}})
	assert.Equal(t, []string{"0.00", "10.00", "6.00", "13.00", "5.00", "4.00"}, figures(got, 1), "preferences for who has left are passed over")
	assert.Equal(t, "9.50", got.Unit.Format(got.Stages[0].Quota), "all papers count for all 3 seats: 38/4")
	assert.Equal(t, []int{4}, got.Filling())
	assert.Len(t, got.Stages, 1, "the count proceeds until a new one is elected, and no further")

	got = counted(t, b, rule, election.Options{Seed: "x", Vacancy: &election.Vacancy{Vacated: []int{1, 4}, Sitting: []int{2, 5}}})
	assert.Equal(t, "6.25", got.Unit.Format(got.Stages[0].Quota), "25/4: 12 papers of A and one of D have no other preference")
	assert.Equal(t, []int{3}, got.Filling(), "whoever withdraws now is passed over as well")

	got = counted(t, b, rule, election.Options{Seed: "x", Vacancy: &election.Vacancy{Vacated: []int{2}, Sitting: []int{1, 6}}})
	for _, st := range got.Stages {
		assert.NotContains(t, st.Excluded, 6, "F has fewest votes, and sits")
	}
	assert.Equal(t, []int{5}, got.Filling())
}

func TestTwoWhoReachTheQuotaForOneVacancyGoByVotes(t *testing.T) {
	// 3 seats, a quota of 5 of 19. A and B sit on few votes; C and D have the quota.
	for _, rule := range []election.Rule{election.Scottish(), election.WIGM(), election.ERS97(), election.NorthernIreland()} {
		v := &election.Vacancy{Vacated: []int{5}, Sitting: []int{1, 2}}
		got := counted(t, among(t, 5, "3", "2 1 0\n2 2 0\n7 3 0\n8 4 0\n9 5 0"), rule, election.Options{Vacancy: v})
		assert.Equal(t, []int{4}, got.Filling(), rule.Describe().Name)
	}
	// With 8 each a lot decides, and it is seen to matter.
	tied := among(t, 5, "3", "2 1 0\n2 2 0\n8 3 0\n8 4 0\n9 5 0")
	v := &election.Vacancy{Vacated: []int{5}, Sitting: []int{1, 2}}
	_, err := election.Count(tied, election.Scottish(), election.Options{Vacancy: v})
	require.ErrorIs(t, err, election.ErrLotNeeded)
	lots, err := election.WouldLotMatter(tied, election.Scottish(), election.Options{Vacancy: v})
	require.NoError(t, err)
	assert.True(t, lots.Matters)
	assert.Len(t, lots.Outcomes, 2)
}

func TestALotAmongWhoSitDoesNotMatter(t *testing.T) {
	// 3 seats, a quota of 8 of 31. E's 12 papers elect C; who of A and B is told to have been
	// elected on the way is nothing to the vacancy.
	b := among(t, 5, "3", "9 1 3 0\n9 2 3 0\n7 3 0\n6 4 0\n3 5 0")
	v := &election.Vacancy{Vacated: []int{5}, Sitting: []int{1, 2}}
	lots, err := election.WouldLotMatter(b, election.Scottish(), election.Options{Vacancy: v})
	require.NoError(t, err)
	assert.True(t, lots.Needed, "whose surplus goes first")
	assert.False(t, lots.Matters)
	require.Len(t, lots.Outcomes, 1)
	assert.Equal(t, []int{3}, lots.Outcomes[0].Elected)
}

func TestTheSheetOfAVacancySaysWhatIsFilled(t *testing.T) {
	b := among(t, 5, "2\n-5", "6 1 4 0\n5 2 3 0\n1 3 0\n2 4 0\n1 5 1 0")
	r := counted(t, b, election.ERS97(), election.Options{Vacancy: &election.Vacancy{Vacated: []int{1}, Sitting: []int{2}}})
	text := sheetText(t, election.Sheet{Result: r})
	assert.Contains(t, text, "\nWithdrawn: E.\nA recount for 1 vacant seat. Passed over: A. Sitting, and not to be excluded: B.\n")
	assert.Contains(t, text, "\nThe vacancy is filled by D.\n")
	assert.NotContains(t, text, "Varied")
	var page strings.Builder
	require.NoError(t, election.Sheet{Result: r}.HTML(&page))
	assert.Contains(t, page.String(), "<p>The vacancy is filled by D.</p>")
}

func TestAVacancyOfTheOnlySeatIsACountOfTheOthers(t *testing.T) {
	for _, rule := range []election.Rule{election.Scottish(), election.WIGM(), election.ERS97(), election.NorthernIreland()} {
		for seed := range uint64(200) {
			r := rand.New(rand.NewPCG(seed, 71))
			s, papers := random(t, r, election.Takes{})
			s.Seats = 1
			b := put(t, s, papers)
			was := counted(t, b, rule, election.Options{Seed: "x"}).Elected
			others, err := b.Withdraw(was...)
			require.NoError(t, err)
			want := counted(t, others, rule, election.Options{Seed: "x"})
			got := counted(t, b, rule, election.Options{Seed: "x", Vacancy: &election.Vacancy{Vacated: was}})
			require.Equal(t, want.Stages, got.Stages)
			require.Equal(t, want.Elected, got.Filling())
		}
	}
}
