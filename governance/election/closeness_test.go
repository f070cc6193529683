package election_test

import (
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
	"github.com/rochdale-go/rochdale/legalform/law"
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

func TestHowNearAVacancyCame(t *testing.T) {
	for _, x := range []struct {
		name, papers string
		want         []election.Near
	}{
		{
			"two with the quota for one vacancy: it is the one with more votes by so many",
			"2 1 0\n2 2 0\n7 3 0\n8 4 0\n9 5 0",
			[]election.Near{{Stage: 1, What: election.NearElection, Candidate: 4, Other: 3, Gap: 100_000, Votes: "1.00000"}},
		},
		{
			"who sits has fewest and is not nearly excluded: the gap is to the next who can be",
			"1 1 0\n2 2 0\n5 3 0\n3 4 0\n9 5 3 0\n4 6 3 0",
			nil,
		},
	} {
		t.Run(x.name, func(t *testing.T) {
			v := &election.Vacancy{Vacated: []int{5}, Sitting: []int{1, 2}}
			b := among(t, 6, "3", x.papers)
			r := counted(t, b, election.Scottish(), election.Options{Vacancy: v})
			got := r.Closeness()
			if x.want != nil {
				assert.Equal(t, x.want, got)
			}
			for _, n := range got {
				if n.What == election.NearExclusion {
					assert.NotContains(t, v.Sitting, n.Candidate)
					assert.NotContains(t, v.Sitting, n.Other)
				}
			}
		})
	}
}

func TestHowNearACountUnderReservationsCame(t *testing.T) {
	// 2 seats, a quota of 6 of 16. A is elected, and then B and C, of the group, cannot be.
	b := ballotsOf(t, "2", "6 1 2 0\n5 2 0\n4 3 1 0\n1 4 0")
	reserved := []election.Reservation{{Group: []int{1, 2, 3}, Most: law.Known(1)}}
	got := counted(t, b, election.Scottish(), election.Options{Reservations: reserved}).Closeness()
	assert.Equal(t, []election.Near{
		{Stage: 1, What: election.NearElection, Candidate: 1, Gap: 1, Votes: "0.00001"},
	}, got, "B, doomed, is not 1 from the quota, and no votes would have kept B and C")

	// D, with the fewest, is guarded: C went because B had more by 1.
	guard := []election.Reservation{{Group: []int{4}, Least: 1}}
	got = counted(t, ballotsOf(t, "2", "9 1 0\n8 2 0\n7 3 1 0\n6 4 0"), election.Scottish(), election.Options{Reservations: guard}).Closeness()
	assert.Contains(t, got, election.Near{Stage: 2, What: election.NearExclusion, Candidate: 3, Other: 2, Gap: 100_000, Votes: "1.00000"})
}

func TestHowNearItWasWhereOnePlaceWaits(t *testing.T) {
	rule := election.NorthernIreland()
	b := ballotsOf(t, "1", "12 1 0\n5 2 0\n2 3 2 0\n1 4 0")
	at := counted(t, b, rule, election.Options{}).Closeness()
	assert.Equal(t, []election.Near{{Stage: 1, What: election.NearElection, Candidate: 1, Gap: 101, Votes: "1.01"}}, at)
	rule.Waits = true
	got := counted(t, b, rule, election.Options{}).Closeness()
	assert.Equal(t, []election.Near{
		{Stage: 2, What: election.NearElection, Candidate: 1, Gap: 101, Votes: "1.01"},
	}, got, "at first no votes would have elected anybody")
}

func TestWhatVotesCannotChangeIsNotNear(t *testing.T) {
	near := 0
	for seed := range uint64(600) {
		r := rand.New(rand.NewPCG(seed, 12))
		s, papers := random(t, r, election.Takes{})
		b := put(t, s, papers)
		o := election.Options{Seed: "x", Reservations: []election.Reservation{{Group: []int{1, 2}, Least: r.IntN(2), Most: law.Known(1 + r.IntN(2))}}}
		for _, rule := range []election.Rule{election.Scottish(), election.ERS97(), election.NorthernIreland()} {
			o.Vacancy = nil
			if was := counted(t, b, rule, election.Options{Seed: "x"}).Elected; seed%2 == 0 {
				o.Vacancy = &election.Vacancy{Vacated: was[:1], Sitting: was[1:]}
			}
			res, err := election.Count(b, rule, o)
			if errors.Is(err, election.ErrBallots) {
				continue // no set meets them
			}
			require.NoError(t, err)
			require.NotEmpty(t, sheetText(t, election.Sheet{Result: res, Closeness: res.Closeness()}))
			for _, n := range res.Closeness() {
				near++
				require.GreaterOrEqual(t, n.Gap, int64(0))
				st := res.Stages[n.Stage-1]
				switch n.What {
				case election.NearElection:
					require.NotContains(t, st.Doomed, n.Candidate)
					require.NotContains(t, st.Doomed, n.Other)
				case election.NearExclusion:
					before := res.Stages[n.Stage-2]
					require.NotContains(t, before.Doomed, n.Candidate)
					require.NotContains(t, before.Guarded, n.Other)
					if o.Vacancy != nil {
						require.NotContains(t, o.Vacancy.Sitting, n.Other)
					}
				default:
				}
			}
		}
	}
	require.Greater(t, near, 1000)
}
