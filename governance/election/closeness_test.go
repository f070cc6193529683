package election_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

func TestHowNearTheStagesOfAWardCame(t *testing.T) {
	expected(t, "testdata", "scottish.scottish.jsonl", func(_ *election.Ballots, r *election.Result) {
		if r.Title != "Ward 1 - Dyce - Bucksburn - Danestone" {
			return
		}
		var got [][5]any
		for _, n := range r.Closeness() {
			got = append(got, [5]any{n.Stage, n.What, n.Candidate, n.Other, n.Votes})
		}
		assert.Equal(t, [][5]any{
			{1, election.NearElection, 5, 0, "259.00001"},
			{2, election.NearTransfer, 1, 5, "180.00000"},
			{3, election.NearElection, 3, 0, "245.85773"},
			{4, election.NearExclusion, 7, 2, "61.01617"},
			{5, election.NearExclusion, 2, 9, "147.81196"},
			{6, election.NearExclusion, 9, 6, "25.47518"},
			{7, election.NearElection, 8, 0, "9.56526"},
			{8, election.NearElection, 3, 0, "103.80211"},
			{9, election.NearElection, 3, 0, "52.37773"},
		}, got)
		text := sheetText(t, election.Sheet{Result: r, Closeness: r.Closeness()})
		assert.Contains(t, text, "\nClosest in stage 6: Con 'Duncan STEWART' was out by 25.47518, and LD 'Brian MALONE' next.\n")
		assert.Contains(t, text, "\nClosest in stage 7: SNP 'Gill SAMARAI' was 9.56526 from the quota.\n")
	})
}

func TestHowNearTheLastPlaceWas(t *testing.T) {
	r, err := election.Count(ballotsOf(t, "2", "5 1 0\n4 2 0\n1 3 0"), election.SNTV(), election.Options{})
	require.NoError(t, err)
	assert.Equal(t, []election.Near{{Stage: 1, What: election.NearElection, Candidate: 2, Other: 3, Gap: 3, Votes: "3"}}, r.Closeness())
	assert.Contains(t, sheetText(t, election.Sheet{Result: r, Closeness: r.Closeness()}), "Closest in stage 1: B was elected by 3 more than C had.\n")
}

// TestTheGapOfAnExclusionIsToTheNextLowest takes the exclusions of made elections: the
// one who is out is so by that many votes, and no others were nearer.
func TestTheGapOfAnExclusionIsToTheNextLowest(t *testing.T) {
	expected(t, "testdata", "edge.scottish.jsonl", func(_ *election.Ballots, r *election.Result) {
		for _, n := range r.Closeness() {
			if n.What != election.NearExclusion {
				continue
			}
			before := r.Stages[n.Stage-2].Votes
			require.Equal(t, n.Gap, before[n.Other-1]-before[n.Candidate-1])
			for c, v := range before {
				if v > 0 && v < before[n.Candidate-1] {
					require.Contains(t, append(r.Elected, excluded(r, n.Stage-1)...), c+1)
				}
			}
		}
	})
}

// excluded lists who is out by a stage.
func excluded(r *election.Result, stage int) (out []int) {
	for _, s := range r.Stages[:stage] {
		out = append(out, s.Excluded...)
	}
	return out
}
