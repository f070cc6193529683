package election_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

// ballotsOf reads papers for candidates A to D.
func ballotsOf(t testing.TB, seats, papers string) *election.Ballots {
	t.Helper()
	b, err := election.ReadBLT(strings.NewReader("4 "+seats+"\n"+papers+"\n0\nA\nB\nC\nD\nT\n"), election.Reading{})
	require.NoError(t, err)
	return b
}

// pointsOf builds papers that give points to candidates A to D, one each.
func pointsOf(t testing.TB, seats int, papers ...[]int) *election.Ballots {
	t.Helper()
	n, err := election.NewBuilder(election.Setup{Seats: seats, Candidates: []string{"A", "B", "C", "D"}, Scored: true})
	require.NoError(t, err)
	for _, p := range papers {
		require.NoError(t, n.AddPoints(1, p...))
	}
	return n.Ballots()
}

func TestRulesOfMarks(t *testing.T) {
	crosses := func(marks int) election.Rule {
		p := election.Block()
		p.Marks = marks
		return p
	}
	for _, x := range []struct {
		name    string
		rule    election.Rule
		ballots *election.Ballots
		votes   []int64
		elected []int
		invalid int64
	}{
		{"first past the post counts first preferences", election.FPTP(), ballotsOf(t, "1", "3 1 2 0\n2 2 3 0\n2 3 2 0"), []int64{3, 2, 2, 0}, []int{1}, 0},
		{"first past the post elects one whatever the ballots say", election.FPTP(), ballotsOf(t, "2", "3 1 0\n2 2 0"), []int64{3, 2, 0, 0}, []int{1}, 0},
		{"first past the post: two crosses are invalid", election.FPTP(), ballotsOf(t, "1", "3 1=2 0\n2 2 1=3 0"), []int64{0, 2, 0, 0}, []int{2}, 3},
		{"one mark, two seats", election.SNTV(), ballotsOf(t, "2", "3 1 2 0\n2 2 3 0\n1 3 2 0"), []int64{3, 2, 1, 0}, []int{1, 2}, 0},
		{"block: exactly as many marks as seats are allowed", election.Block(), ballotsOf(t, "2", "3 1=2 0\n2 2=3 0"), []int64{3, 5, 2, 0}, []int{2, 1}, 0},
		{"block: a mark fewer is allowed", election.Block(), ballotsOf(t, "2", "3 1 0\n2 2=3 0\n1 2 0"), []int64{3, 3, 2, 0}, []int{1, 2}, 0},
		{"block: a mark more is invalid", election.Block(), ballotsOf(t, "2", "3 1=2=3 0\n2 2=3 0"), []int64{0, 2, 2, 0}, []int{2, 3}, 3},
		{"limited: a mark more than the limit is invalid", election.Limited(1), ballotsOf(t, "2", "3 1=2 0\n2 2 0\n1 3 0"), []int64{0, 2, 1, 0}, []int{2, 3}, 3},
		{"limited: two marks where there may be two", election.Limited(2), ballotsOf(t, "3", "3 1=2 0\n1 3 0"), []int64{3, 3, 1, 0}, []int{1, 2, 3}, 0},
		{"approval takes every mark", election.Approval(), ballotsOf(t, "1", "3 1=2=3=4 0\n2 2=3 0\n1 2 0"), []int64{3, 6, 5, 3}, []int{2}, 0},
		{"more marks than candidates are all of them", crosses(9), ballotsOf(t, "1", "1 1 2 3 4 0\n1 1 0"), []int64{2, 1, 1, 1}, []int{1}, 0},
		{"cumulative: marks heaped on one", election.Cumulative(), pointsOf(t, 2, []int{2}, []int{1, 1}, []int{0, 0, 2}, []int{3}, []int{1, 1, 1}), []int64{3, 1, 2, 0}, []int{1, 3}, 2},
		{"score adds points", election.Score(9), pointsOf(t, 2, []int{9, 5}, []int{0, 5, 1}, []int{0, 0, 10}), []int64{9, 10, 1, 0}, []int{2, 1}, 1},
	} {
		t.Run(x.name, func(t *testing.T) {
			r, err := election.Count(x.ballots, x.rule, election.Options{})
			require.NoError(t, err)
			require.Len(t, r.Stages, 1)
			assert.Equal(t, x.votes, r.Stages[0].Votes)
			assert.Equal(t, x.elected, r.Elected)
			assert.Equal(t, x.elected, r.Stages[0].Elected)
			assert.Equal(t, x.invalid, r.Invalid)
			assert.Equal(t, x.ballots.Valid(), r.Valid+r.Invalid)
			assert.Empty(t, r.Ties)
		})
	}
}

func TestARankedPaperMayBeCutToItsFirstMarks(t *testing.T) {
	b := ballotsOf(t, "2", "3 1 2 3 0\n2 2 1=3 0")
	rule := election.Block()
	rule.Over = election.OverFirst
	r, err := election.Count(b, rule, election.Options{})
	require.NoError(t, err)
	assert.Equal(t, []int64{3, 3, 0, 0}, r.Stages[0].Votes)
	assert.EqualValues(t, 2, r.Invalid, "equals at the cut")
	assert.Equal(t, []string{`over: "first" in place of "invalid"`}, r.Varied)
}

func TestOnlyEqualsAboutTheLastPlaceNeedALot(t *testing.T) {
	b := ballotsOf(t, "2", "3 1 0\n2 2 0\n2 3 0\n2 4 0")
	_, err := election.Count(b, election.SNTV(), election.Options{})
	var l *election.LotNeeded
	require.ErrorAs(t, err, &l)
	assert.Equal(t, []int{2, 3, 4}, l.Tied)
	assert.Equal(t, []string{"B", "C", "D"}, l.Names)

	r, err := election.Count(b, election.SNTV(), election.Options{Lot: []int{3, 2, 4}})
	require.NoError(t, err)
	assert.Equal(t, []int{1, 4}, r.Elected, "the first in the lot is out first")
	assert.Equal(t, []election.Tie{
		{Why: election.ToExclude, Tied: []int{2, 3, 4}, By: election.ByLot, Chosen: 3, Left: []int{2, 3, 4}},
		{Why: election.ToExclude, Tied: []int{2, 4}, By: election.ByLot, Chosen: 2, Left: []int{2, 4}},
	}, r.Ties)

	r, err = election.Count(b, election.SNTV(), election.Options{Seats: 4})
	require.NoError(t, err, "there is a place for every one of them")
	assert.Equal(t, []int{1, 2, 3, 4}, r.Elected)
}

func TestCandidatesWhoHaveWithdrawnAreNotElected(t *testing.T) {
	b := ballotsOf(t, "2", "-1\n5 1 2 0\n2 3 0\n4 1 0")
	assert.EqualValues(t, 4, b.Spent())
	r, err := election.Count(b, election.SNTV(), election.Options{})
	require.NoError(t, err)
	assert.Equal(t, []int{2, 3}, r.Elected)
	assert.EqualValues(t, 7, r.Valid)
	_, err = election.Count(b, election.SNTV(), election.Options{Seats: 4})
	require.ErrorIs(t, err, election.ErrBallots, "three are left")
}

func TestARuleRefusesBallotsItDoesNotTake(t *testing.T) {
	ranked, scored := ballotsOf(t, "1", "1 1 0"), pointsOf(t, 1, []int{1})
	for _, x := range []struct {
		rule election.Rule
		b    *election.Ballots
		want string
	}{
		{election.FPTP(), scored, "bad ballots: fptp: its papers rank candidates, and these give points"},
		{election.Score(9), ranked, "bad ballots: score: its papers give points, and these rank candidates"},
	} {
		_, err := election.Count(x.b, x.rule, election.Options{})
		require.EqualError(t, err, x.want)
	}
	for _, x := range []struct {
		rule election.Rule
		want string
	}{
		{election.Limited(-2), "bad rule: limited: marks: -2 is no number of marks"},
		{election.Plurality{About: election.FPTP().About}, "bad rule: fptp: over: unknown(0)"},
		{election.Score(0), "bad rule: score: max: 0 is not between 1 and 65535"},
	} {
		b := ranked
		if x.rule.Describe().Takes.OnlyPoints {
			b = scored
		}
		_, err := election.Count(b, x.rule, election.Options{})
		require.ErrorIs(t, err, election.ErrRule)
		require.EqualError(t, err, x.want)
	}
}

func TestPapersThatWeighPartsOfAVoteAreCountedExactly(t *testing.T) {
	b := ballotsOf(t, "1", "2.5 1 0\n0.25 2 0\n3 2 0\n0.10 0")
	r, err := election.Count(b, election.FPTP(), election.Options{})
	require.NoError(t, err)
	assert.Equal(t, election.Unit(2), r.Unit)
	assert.Equal(t, []int{2}, r.Elected)
	text, err := json.Marshal(r)
	require.NoError(t, err)
	assert.JSONEq(t, `{"rule":"fptp","title":"T","candidates":["A","B","C","D"],"valid":5.75,"blank":0.1,"seats":1,"elected":[2],
		"stages":[{"n":1,"kind":"first","votes":["2.50","3.25","0.00","0.00"],"nt":"0.00","elected":[2]}]}`, string(text))
	var back election.Result
	require.NoError(t, json.Unmarshal(text, &back))
	again, err := json.Marshal(&back)
	require.NoError(t, err)
	assert.Equal(t, string(text), string(again))
}
