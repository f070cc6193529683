package election_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

func TestAVacancyIsFilledByTheNextOfItsVoters(t *testing.T) {
	// A and B are elected; C is the choice of B's voters and D that of A's.
	b := ballotsOf(t, "2", "6 1 4 0\n5 2 3 0\n1 3 0\n2 4 0")
	for _, rule := range []election.Rule{election.Scottish(), election.WIGM(), election.ERS97(), election.NorthernIreland()} {
		require.Equal(t, []int{1, 2}, sorted(counted(t, b, rule, election.Options{}).Elected))
		for left, next := range map[int]int{1: 4, 2: 3} {
			got, err := election.FillVacancy(b, rule, election.Vacancy{Vacated: []int{left}, Sitting: []int{3 - left}}, election.Options{})
			require.NoError(t, err)
			assert.Contains(t, got.Elected, next, "%s: %d leaves", rule.Describe().Name, left)
			assert.NotContains(t, got.Elected, left)
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
			got, err := election.FillVacancy(b, rule, v, election.Options{Seed: "x"})
			require.NoError(t, err)
			others := slices.DeleteFunc(slices.Clone(got.Elected), func(c int) bool { return slices.Contains(v.Sitting, c) })
			assert.Len(t, others, leave, "%s: %d", rule.Describe().Name, seed)
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

func TestFillVacancyRefuses(t *testing.T) {
	b := ballotsOf(t, "2", "6 1 4 0\n5 2 3 0\n1 3 0\n2 4 0")
	for name, c := range map[string]struct {
		rule election.Rule
		v    election.Vacancy
		is   error
	}{
		"a rule without recounts":         {election.FPTP(), election.Vacancy{Vacated: []int{1}}, election.ErrRule},
		"somebody who leaves and sits":    {election.ERS97(), election.Vacancy{Vacated: []int{1}, Sitting: []int{1}}, election.ErrBallots},
		"somebody who sits twice":         {election.ERS97(), election.Vacancy{Vacated: []int{1}, Sitting: []int{2, 2}}, election.ErrBallots},
		"a stranger who sits":             {election.ERS97(), election.Vacancy{Vacated: []int{1}, Sitting: []int{5}}, election.ErrBallots},
		"a stranger who leaves":           {election.ERS97(), election.Vacancy{Vacated: []int{0}, Sitting: []int{2}}, election.ErrBallots},
		"no seat to fill":                 {election.ERS97(), election.Vacancy{Sitting: []int{1, 2}}, election.ErrBallots},
		"fewer left than there are seats": {election.ERS97(), election.Vacancy{Vacated: []int{1, 2, 3}}, election.ErrBallots},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := election.FillVacancy(b, c.rule, c.v, election.Options{})
			require.ErrorIs(t, err, c.is)
		})
	}
}
