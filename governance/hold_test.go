package governance_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// oneEach is a body of one vote each, by some majority.
func oneEach(m governance.Majority) governance.Document {
	d := company()
	d[0].Constitution.Votes = governance.VotingRights{}
	d[0].Constitution.Majorities = []governance.NamedMajority{{Name: "it", Majority: m}}
	return d
}

func cast(yes, no []governance.Ref) (votes []governance.Vote) {
	for _, ref := range yes {
		votes = append(votes, governance.Vote{Member: ref, For: 1})
	}
	for _, ref := range no {
		votes = append(votes, governance.Vote{Member: ref, Against: 1})
	}
	return votes
}

type refs = []governance.Ref

func TestACastingVoteMakesNoTurnout(t *testing.T) {
	half := governance.MoreThan(1, 2, governance.VotesCast)
	x := governance.Motion{Name: "m", Kind: "it", Poll: governance.Poll{Votes: cast(refs{0}, refs{1})}, Chair: governance.ChoseFor}
	d, err := holdMotion(t, oneEach(governance.Majority{Share: half}), x)
	require.NoError(t, err)
	assert.True(t, d.CastingVote)
	assert.True(t, d.Carried)
	for name, m := range map[string]governance.Majority{
		"turnout": {Share: half, Turnout: governance.AtLeast(1, 2, governance.AllEntitled)},
		"heads":   {Share: half, Heads: half},
	} {
		d, err = holdMotion(t, oneEach(m), x)
		require.NoError(t, err)
		assert.False(t, d.CastingVote, name)
		assert.False(t, d.Carried, name)
	}
}

func TestWhoeverIsPresentAndSilentCountsOnAPollAsOnHands(t *testing.T) {
	d := oneEach(governance.Majority{Share: governance.MoreThan(1, 2, governance.Present)})
	for name, x := range map[string]governance.Motion{
		"hands": {Hands: raised(governance.ChoseFor, 0, 1, 2)},
		"poll":  {Poll: governance.Poll{Votes: cast(refs{0, 1, 2}, nil)}},
	} {
		x.Name, x.Kind = "m", "it"
		got, err := holdMotion(t, d, x)
		require.NoError(t, err)
		assert.Equal(t, int64(6), got.Decision.Tests[0].Whole, name)
		assert.False(t, got.Carried, "%s: three of six present is not more than half", name)
		x.Poll.Excluded = refs{6} // who counts nowhere
		got, err = holdMotion(t, d, x)
		require.NoError(t, err)
		assert.Equal(t, int64(5), got.Decision.Tests[0].Whole, name)
		assert.True(t, got.Carried, name)
	}
	absent := governance.Motion{Name: "m", Kind: "it", Poll: governance.Poll{Votes: cast(refs{0, 1, 2, 4}, nil)}}
	got, err := holdMotion(t, d, absent)
	require.NoError(t, err)
	assert.True(t, got.Carried)
	shares := company()
	shares[0].Constitution.Majorities[0].Majority.Share = governance.MoreThan(1, 2, governance.Present)
	got, err = holdMotion(t, shares, governance.Motion{Name: "m", Kind: "ordinary", Poll: governance.Poll{Votes: cast(refs{0}, nil)}})
	require.NoError(t, err)
	assert.Greater(t, got.Decision.Tests[0].Whole, int64(6), "on a poll by shares, votes are what is present")
}

func TestOneVoteIsOneHand(t *testing.T) {
	d := oneEach(governance.Majority{Share: governance.MoreThan(1, 2, governance.VotesCast)})
	proxy := func(person string, members ...governance.Ref) governance.Hand {
		return governance.Hand{Person: person, As: governance.AsProxy, Members: members, Choice: governance.ChoseFor}
	}
	for name, hands := range map[string][]governance.Hand{
		"in person and by proxy": append(raised(governance.ChoseFor, 0), proxy("p", 0)),
		"by proxy and in person": append([]governance.Hand{proxy("p", 0)}, raised(governance.ChoseFor, 0)...),
		"by two proxies":         {proxy("p", 0), proxy("q", 0)},
	} {
		_, err := holdMotion(t, d, governance.Motion{Name: "m", Kind: "it", Hands: hands})
		require.ErrorIs(t, err, governance.ErrVote, name)
		assert.ErrorContains(t, err, "hands[1]", name)
	}
	got, err := holdMotion(t, d, governance.Motion{Name: "m", Kind: "it", Hands: append(raised(governance.ChoseAgainst, 0), proxy("p", 0, 1))})
	require.NoError(t, err, "a proxy for another member too has that member's hand")
	assert.False(t, got.Carried)
}

func TestARiseBeyondCountingIsRefused(t *testing.T) {
	r, err := governance.NewRegister([]governance.Member{{
		ID: "a", Joined: law.Known(law.MustDate("2020-01-01")), Shares: law.Known[int64](1 << 60),
	}})
	require.NoError(t, err)
	rise := governance.Rise{Question: "q", Member: "a", Times: 16}
	for _, rises := range [][]governance.Rise{{rise}, {rise, rise}} {
		_, err = r.Entitle(&governance.VotingRights{Basis: governance.PerShare, Rises: rises}, on, "q")
		require.ErrorIs(t, err, governance.ErrRights)
		assert.ErrorContains(t, err, "rises[0]")
	}
}

// Whatever the rights, base and turnout: one more in favour never defeats, one more who
// abstains changes nothing of the votes cast, and order decides nothing.
func TestAMeetingIsMonotoneAndBlindToOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(1844, 41))
	reg, err := governance.NewRegister(hill(), "staff", "community")
	require.NoError(t, err)
	rights := []governance.VotingRights{
		{},
		{Basis: governance.PerShare},
		{Basis: governance.PerShareCapped, Cap: 5},
		{Shares: []governance.ClassShare{{Class: "staff", Share: law.Per(1, 3)}, {Class: "community", Share: law.Per(2, 3)}}},
	}
	carried := 0
	for range 4000 {
		v := rights[r.IntN(len(rights))]
		m := governance.Majority{Share: governance.Threshold{Fraction: law.Per(1+r.Int64N(4), 5), Strict: r.IntN(2) == 0, Of: governance.Base(r.IntN(3))}}
		if r.IntN(3) == 0 {
			m.Turnout = governance.AtLeast(r.Int64N(3), 4, governance.Base(1+r.IntN(2)))
		}
		d := oneEach(m)
		d[0].Constitution.Votes = v
		e, err := reg.Entitle(&v, on, "")
		require.NoError(t, err)
		var votes []governance.Vote
		there, last := refs{0, 1}, r.IntN(8)
		for i := range 8 {
			ref := governance.Ref(i)
			if n := e.VotesOf(ref); i != last && r.IntN(3) > 0 {
				vote := governance.Vote{Member: ref}
				*[]*int64{&vote.For, &vote.For, &vote.Against, &vote.Abstain}[r.IntN(4)] = n
				votes = append(votes, vote)
			}
			if r.IntN(2) == 0 {
				there = append(there, ref)
			}
		}
		hold := func(votes []governance.Vote) governance.Resolved {
			out, err := d.Hold(reg, &governance.Meeting{
				On: on, Received: on.AddDays(-20), Present: there,
				Motions: []governance.Motion{{Name: "m", Kind: "it", Poll: governance.Poll{Votes: votes}}},
			})
			require.NoError(t, err)
			return out.Decisions[0]
		}
		was := hold(votes)
		if was.Carried {
			carried++
		}
		ref := governance.Ref(last)
		n := e.VotesOf(ref)
		if more := hold(append(slices.Clone(votes), governance.Vote{Member: ref, For: n})); was.Carried {
			require.True(t, more.Carried, "%v %+v: a yes defeats %v", m.Share, v, was.Decision.Tests)
		}
		if m.Share.Of == governance.VotesCast && m.Turnout == (governance.Threshold{}) {
			require.Equal(t, was.Carried, hold(append(slices.Clone(votes), governance.Vote{Member: ref, Abstain: n})).Carried, "an abstention counts")
		}
		if against := hold(append(slices.Clone(votes), governance.Vote{Member: ref, Against: n})); !was.Carried && m.Turnout == (governance.Threshold{}) {
			require.False(t, against.Carried, "a no carries")
		}
		slices.Reverse(votes)
		require.Equal(t, was, hold(votes))
	}
	require.Greater(t, carried, 400)
}
