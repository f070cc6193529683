package election_test

import (
	"math/rand/v2"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

func TestWIGMRoundsEachStepDown(t *testing.T) {
	// The quota is 6/3 and 0.0001. Ann has 4; 1.9999/4 of each paper is 0.4999 and a loss.
	b := ballotsOf(t, "2", "4 1 2 0\n2 3 0")
	got := counted(t, b, election.WIGM(), election.Options{Lot: []int{4, 1, 2, 3}})
	assert.Equal(t, "2.0001", got.Unit.Format(got.Quota))
	assert.Equal(t, []int{1, 3}, got.Elected)
	assert.Equal(t, []int64{20001, 19996, 20000, 0}, got.Stages[1].Votes)
	assert.Equal(t, int64(3), got.Stages[1].NonTransferable)
	last := got.Stages[len(got.Stages)-1]
	assert.Equal(t, election.Fill, last.Kind)
	assert.Equal(t, []int{2}, last.Excluded)
}

func TestWIGMInTwoStepsLosesNoLessThanInOne(t *testing.T) {
	one := election.WIGM()
	one.TwoSteps = false
	more := 0
	for seed := range uint64(2000) {
		setup, papers := random(t, rand.New(rand.NewPCG(seed, 4)), election.Takes{})
		b := put(t, setup, papers)
		x, y := counted(t, b, election.WIGM(), election.Options{Seed: "x"}), counted(t, b, one, election.Options{Seed: "x"})
		if len(x.Stages) < 3 || len(y.Stages) < 3 || x.Stages[2].Kind != election.Surplus || y.Stages[2].Kind != election.Surplus {
			continue // the second surplus is the first to meet papers of less than 1
		}
		require.GreaterOrEqual(t, x.Stages[2].NonTransferable, y.Stages[2].NonTransferable)
		if x.Stages[2].NonTransferable > y.Stages[2].NonTransferable {
			more++
		}
	}
	assert.Positive(t, more)
}

func TestWIGMOnWichmannsElection(t *testing.T) {
	b := readBLT(t, filepath.Join("testdata", "known", "m135.blt"))
	got := counted(t, b, election.WIGM(), election.Options{Lot: byNumber(b)})
	assert.Equal(t, []int{1, 2, 3, 4, 6, 9, 10}, sorted(got.Elected))
	assert.Equal(t, "84.6251", got.Unit.Format(got.Quota))
}

func TestWIGMSureLosersGoTogetherBeforeASurplus(t *testing.T) {
	rule := election.WIGM()
	rule.SureLosers = true
	for name, c := range map[string]struct {
		papers string
		of     []int
	}{
		"1 and 1 and a surplus of 1.9999 are below 4":     {"6 1 2 0\n4 2 0\n1 3 2 0\n1 4 2 0", []int{3, 4}},
		"1 and 1 and a surplus of 2.6666 are not below 4": {"7 1 2 0\n4 2 0\n1 3 2 0\n1 4 2 0", []int{1}},
	} {
		t.Run(name, func(t *testing.T) {
			got := counted(t, ballotsOf(t, "2", c.papers), rule, election.Options{Seed: "x"})
			assert.Equal(t, c.of, got.Stages[1].Of.List())
		})
	}
}

func TestWIGMGivesAStageToExactlyTheQuota(t *testing.T) {
	// Whole quotas can be met: 9 papers, 2 seats, a quota of 4.
	b := ballotsOf(t, "2", "4 1 0\n3 2 0\n2 3 2 0")
	rule := election.Scottish()
	without := counted(t, b, rule, election.Options{Seed: "x"})
	rule.Void = true
	with := counted(t, b, rule, election.Options{Seed: "x"})
	require.Len(t, with.Stages, len(without.Stages)+1)
	assert.Equal(t, election.Surplus, with.Stages[1].Kind)
	assert.Equal(t, with.Stages[0].Votes, with.Stages[1].Votes)
	assert.Equal(t, without.Elected, with.Elected)
}
