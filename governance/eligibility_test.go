package governance_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestEligibilityOnEachSideOfEachCondition(t *testing.T) {
	q := governance.Eligibility{Age: 16, Service: 6, Hours: 8, Trade: law.Pounds(100), Shares: 10}
	m := governance.Member{
		Born: law.Known(law.MustDate("2008-05-01")), Service: law.Known(law.MustDate("2023-11-01")), Hours: law.Known[int64](8),
		Trade: law.Known(law.Pounds(100)), Shares: law.Known[int64](10),
	}
	unmet, missing := q.Unmet(&m, on)
	assert.Empty(t, unmet, "each reached on the very day, or exactly")
	assert.Empty(t, missing)
	unmet, _ = q.Unmet(&m, on.AddDays(-1))
	assert.Equal(t, []string{"is not yet 16 years old", "has not served 6 months"}, unmet)
	m.Hours, m.Trade, m.Shares = law.Known[int64](7), law.Known(law.Pounds(100)-1), law.Known[int64](9)
	unmet, _ = q.Unmet(&m, on)
	assert.Equal(t, []string{"works fewer than 8 hours a week", "trades for less than £100.00 a year", "holds fewer than 10 shares"}, unmet)
	unmet, missing = q.Unmet(&governance.Member{}, on)
	assert.Empty(t, unmet)
	assert.Equal(t, []string{"born", "service", "weekly_hours", "trade", "shares"}, missing, "what is not stated is not assumed")
	unmet, missing = governance.Eligibility{}.Unmet(&governance.Member{}, on)
	assert.Empty(t, append(unmet, missing...))
}

func TestDelegatesOfAFederalBody(t *testing.T) {
	d := governance.DelegateRule{Per: 100, Least: 1, Most: 5}
	for members, want := range map[int64]int64{0: 1, 1: 1, 100: 1, 101: 2, 500: 5, 10_000: 5} {
		assert.Equal(t, want, d.Delegates(members), "of %d", members)
	}
	ms := hill()
	for i := range ms {
		ms[i].Delegates = law.Known(int64(i))
	}
	e := entitle(t, ms, governance.VotingRights{Basis: governance.PerDelegate}, "")
	assert.EqualValues(t, 7, e.VotesOf(7))
	r, err := governance.NewRegister(hill())
	require.NoError(t, err)
	_, err = r.Entitle(&governance.VotingRights{Basis: governance.PerDelegate}, on, "")
	assert.ErrorContains(t, err, "members[0].delegates: not stated, and votes go by it")
}

func TestOfJointHoldersTheSeniorWhoVotesCounts(t *testing.T) {
	e := entitle(t, hill(), governance.VotingRights{Basis: governance.PerShare}, "")
	c, err := e.Count(&governance.Poll{Votes: []governance.Vote{
		{Member: 1, Holder: 3, Against: 5}, {Member: 1, Holder: 2, For: 5}, {Member: 6, Holder: 2, Against: 40},
	}})
	require.NoError(t, err)
	assert.EqualValues(t, 5, c.Votes.For, "the second named, since the first does not vote")
	assert.EqualValues(t, 40, c.Votes.Against)
	assert.EqualValues(t, 1, c.Superseded)
	_, err = e.Count(&governance.Poll{Votes: []governance.Vote{{Member: 1, Holder: 2, For: 1}, {Member: 1, Holder: 2, For: 1}}})
	assert.ErrorContains(t, err, "has voted already")
}

func TestAThirdRetiresLongestInOfficeFirst(t *testing.T) {
	ds := []governance.Director{
		{ID: "a", Since: law.MustDate("2022-05-01"), Terms: 1},
		{ID: "b", Since: law.MustDate("2021-05-01"), Terms: 2},
		{ID: "c", Since: law.MustDate("2021-05-01"), Terms: 3},
		{ID: "d", Since: law.MustDate("2020-05-01"), Terms: 1},
		{ID: "e", Since: law.MustDate("2023-05-01"), Terms: 1},
	}
	third := governance.Rotation{Fraction: law.Per(1, 3), Round: law.HalfUp}
	retire, lots, byLot := third.Retiring(ds)
	assert.Equal(t, []string{"d"}, retire)
	assert.Equal(t, []string{"b", "c"}, lots, "two of equal standing, of whom one")
	assert.Equal(t, 1, byLot)
	retire, lots, byLot = third.Retiring(ds[:4])
	assert.Equal(t, []string{"d"}, retire, "a third of four, to the nearest, is one")
	assert.Empty(t, lots)
	assert.Zero(t, byLot)
	retire, _, _ = governance.Rotation{Fraction: law.Per(1, 1)}.Retiring(ds)
	assert.Len(t, retire, 5)
	retire, _, _ = third.Retiring(ds[:1])
	assert.Empty(t, retire, "a third of one is none")

	s := governance.Seats{MostTerms: 3}
	assert.True(t, s.MayStand(ds[1]))
	assert.False(t, s.MayStand(ds[2]))
}

func TestAMinuteNamesWhoNoLongerMeetsTheClass(t *testing.T) {
	d := company()
	d[0].Constitution.Eligibility = []governance.ClassEligibility{{Class: "staff", Eligibility: governance.Eligibility{Hours: 8}}}
	ms := hill()
	ms[0].Hours, ms[1].Hours, ms[2].Hours = law.Known[int64](8), law.Known[int64](7), law.Fact[int64]{}
	ms[3].Left = law.Known(on)
	r, err := governance.NewRegister(ms, "staff", "community")
	require.NoError(t, err)
	out, err := d.Hold(r, &governance.Meeting{On: on, Received: on.AddDays(-20)})
	require.NoError(t, err)
	assert.Equal(t, []governance.Ineligible{
		{Member: "s2", Unmet: []string{"works fewer than 8 hours a week"}}, {Member: "s3", Missing: []string{"weekly_hours"}},
	}, out.Ineligible, "the first meets it, the fourth has left, and the community is asked nothing")
	d[0].Constitution.Eligibility[0].Class = "cats"
	_, err = d.Hold(r, &governance.Meeting{On: on, Received: on.AddDays(-20)})
	assert.ErrorContains(t, err, `eligibility[0].class: "cats" is not a class of the register`)
}

func TestAKindOfResolutionMayGoByNominalValue(t *testing.T) {
	d := company()
	d[0].Constitution.Majorities = append(d[0].Constitution.Majorities, governance.NamedMajority{
		Name: "class consent", Majority: governance.Majority{Share: governance.AtLeast(3, 4, governance.AllEntitled)},
		Votes: law.Known(governance.VotingRights{Basis: governance.PerNominalValue}),
	})
	ms := hill()[:4]
	for i, pounds := range []int64{300, 1, 50, 49} {
		ms[i].Nominal = law.Known(law.Pounds(pounds))
	}
	r, err := governance.NewRegister(ms)
	require.NoError(t, err)
	put := func(votes ...governance.Vote) (governance.Resolved, error) {
		out, err := d.Hold(r, &governance.Meeting{
			On: on, Received: on.AddDays(-20), Present: []governance.Ref{0, 1, 2, 3},
			Motions: []governance.Motion{{Kind: "class consent", Poll: governance.Poll{Votes: votes}}},
		})
		if err != nil {
			return governance.Resolved{}, err
		}
		return out.Decisions[0], nil
	}
	x, err := put(governance.Vote{Member: 0, For: 300_00})
	require.NoError(t, err)
	assert.True(t, x.Carried, "£300 of £400, one holder of four")
	x, err = put(governance.Vote{Member: 0, For: 299_99, Against: 1})
	require.NoError(t, err)
	assert.False(t, x.Carried)
	_, err = put(governance.Vote{Member: 1, For: 101})
	require.ErrorIs(t, err, governance.ErrVote)
	assert.ErrorContains(t, err, "casts 101 votes, of 100")

	_, err = d.Hold(r, &governance.Meeting{
		On: on, Received: on.AddDays(-20), Present: []governance.Ref{0},
		Motions: []governance.Motion{{Kind: "class consent", Hands: raised(governance.ChoseFor, 0)}},
	})
	assert.ErrorIs(t, err, governance.ErrTakesPoll)
	ms[2].Nominal = law.Fact[law.Pence]{}
	_, err = put()
	assert.ErrorContains(t, err, "members[2].nominal_value: not stated")
	ms[2].Nominal = law.Known[law.Pence](-1)
	_, err = governance.NewRegister(ms)
	assert.ErrorContains(t, err, "members[2].nominal_value: -£0.01 is negative")
}
