package governance_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// company is a constitution by shares: one hand each, one vote a share on a poll.
func company() governance.Document {
	return governance.Document{{
		Resolved: law.MustDate("2019-12-01"), Effective: law.MustDate("2020-01-01"),
		Constitution: governance.Constitution{
			Votes: governance.VotingRights{Basis: governance.PerShare}, Hands: governance.HandRules{ProxiesVote: true},
			Notice: governance.NoticeRule{ClearDays: 14}, Quorum: governance.Quorum{Heads: 2}, CastingVote: true,
			Majorities: []governance.NamedMajority{
				{Name: "ordinary", Majority: governance.Majority{Share: governance.MoreThan(1, 2, governance.VotesCast)}},
				{Name: "of all", Majority: governance.Majority{Share: governance.AtLeast(1, 2, governance.AllEntitled)}},
				{Name: "scheme", Majority: governance.Majority{
					Share: governance.AtLeast(3, 4, governance.VotesCast), Heads: governance.MoreThan(1, 2, governance.VotesCast),
				}},
			},
		},
	}}
}

// raised makes a hand in person of each member on a list.
func raised(c governance.Choice, members ...governance.Ref) (hands []governance.Hand) {
	for _, ref := range members {
		hands = append(hands, governance.Hand{Person: fmt.Sprint(ref), As: governance.InPerson, Member: ref, Choice: c})
	}
	return hands
}

func holdMotion(t *testing.T, d governance.Document, x governance.Motion) (governance.Resolved, error) {
	t.Helper()
	r, err := governance.NewRegister(hill(), "staff", "community")
	require.NoError(t, err)
	out, err := d.Hold(r, &governance.Meeting{
		On: on, Received: on.AddDays(-20), Present: []governance.Ref{0, 1, 2, 4, 5, 6}, Motions: []governance.Motion{x},
	})
	if err != nil {
		assert.Nil(t, out)
		return governance.Resolved{}, err
	}
	return out.Decisions[0], nil
}

func TestAMeetingDecidesOnHandsUnlessAPollIsTaken(t *testing.T) {
	hands := append(raised(governance.ChoseFor, 0, 1, 2, 4), raised(governance.ChoseAgainst, 6)...)
	x := governance.Motion{Name: "m", Kind: "ordinary", Hands: hands}
	d, err := holdMotion(t, company(), x)
	require.NoError(t, err)
	assert.True(t, d.OnHands)
	assert.True(t, d.Carried, "four hands to one, though the one has 40 of the votes")
	assert.Equal(t, governance.Tally{For: 4, Against: 1, Present: 6, Entitled: 8}, d.Count.Votes)
	assert.Nil(t, d.Hands)

	x.Poll.Votes = []governance.Vote{{Member: 0, For: 1}, {Member: 1, For: 5}, {Member: 2, For: 1}, {Member: 4, For: 1}, {Member: 6, Against: 40}}
	d, err = holdMotion(t, company(), x)
	require.NoError(t, err)
	assert.False(t, d.OnHands)
	assert.False(t, d.Carried, "the poll decides: 8 votes to 40")
	assert.Equal(t, int64(40), d.Count.Votes.Against)
	assert.Equal(t, int64(4), d.Hands.For, "and the hands are recorded")
}

func TestAThresholdOfAllIsOfHeadsOnHands(t *testing.T) {
	d, err := holdMotion(t, company(), governance.Motion{Kind: "of all", Hands: raised(governance.ChoseFor, 0, 1, 2, 4)})
	require.NoError(t, err)
	assert.True(t, d.Carried, "four of eight")
	d, err = holdMotion(t, company(), governance.Motion{Kind: "of all", Hands: raised(governance.ChoseFor, 0, 1, 2)})
	require.NoError(t, err)
	assert.False(t, d.Carried)
	assert.Equal(t, int64(1), d.Shortfall.MoreFor)
	x := governance.Motion{Kind: "of all", Hands: raised(governance.ChoseFor, 0, 1, 2)}
	x.Poll.Excluded = []governance.Ref{6, 7, 7}
	d, err = holdMotion(t, company(), x)
	require.NoError(t, err)
	assert.True(t, d.Carried, "three of six: whoever is excluded is no part of the whole")
}

func TestTheChairDecidesEqualHands(t *testing.T) {
	x := governance.Motion{Kind: "ordinary", Chair: governance.ChoseFor, Hands: append(raised(governance.ChoseFor, 0, 1), raised(governance.ChoseAgainst, 2, 4)...)}
	d, err := holdMotion(t, company(), x)
	require.NoError(t, err)
	assert.True(t, d.CastingVote)
	assert.True(t, d.Carried)
	x.Chair = governance.ChoseAgainst
	d, err = holdMotion(t, company(), x)
	require.NoError(t, err)
	assert.False(t, d.Carried)
}

func TestInterestedHandsInFavourAreLeftOut(t *testing.T) {
	x := governance.Motion{Kind: "ordinary", Hands: append(raised(governance.ChoseFor, 0, 1, 2), raised(governance.ChoseAgainst, 4, 5)...)}
	x.Poll.Interested = []governance.Ref{0, 1, 5}
	d, err := holdMotion(t, company(), x)
	require.NoError(t, err)
	assert.False(t, d.Carried, "one for, two against: interest silences favour only")
	assert.Equal(t, int64(2), d.Count.LeftOut)
	x.Poll.Interested, x.Poll.Excluded = nil, []governance.Ref{4, 5}
	d, err = holdMotion(t, company(), x)
	require.NoError(t, err)
	assert.Equal(t, governance.Tally{For: 3, Present: 4, Entitled: 6}, d.Count.Votes)
	assert.Equal(t, int64(2), d.Count.LeftOut)

	proxy := governance.Hand{Person: "p", As: governance.AsProxy, Members: []governance.Ref{0, 1}, Choice: governance.ChoseFor}
	y := governance.Motion{Kind: "ordinary", Hands: []governance.Hand{proxy}}
	y.Poll.Interested = []governance.Ref{0}
	d, err = holdMotion(t, company(), y)
	require.NoError(t, err)
	assert.Equal(t, int64(1), d.Count.Votes.For, "the proxy stands for somebody without an interest too")
	y.Poll.Interested = []governance.Ref{0, 1}
	d, err = holdMotion(t, company(), y)
	require.NoError(t, err)
	assert.Zero(t, d.Count.Votes.For)
}

func TestHandsThatCannotDecideAreRefused(t *testing.T) {
	_, err := holdMotion(t, club(), governance.Motion{Kind: "ordinary", Hands: raised(governance.ChoseFor, 0)})
	require.ErrorIs(t, err, governance.ErrTakesPoll)
	assert.ErrorContains(t, err, "motions[0]: a show of hands cannot decide it: classes have fixed shares of the vote")
	_, err = holdMotion(t, company(), governance.Motion{Kind: "scheme", Hands: raised(governance.ChoseFor, 0)})
	require.ErrorIs(t, err, governance.ErrTakesPoll)
	for want, hands := range map[string][]governance.Hand{
		`hands[1]: "s4" is not among those present`: raised(governance.ChoseFor, 0, 3),
		`hands[1]: "0" votes twice in-person`:       raised(governance.ChoseFor, 0, 0),
		`hands[0]: "0" made no choice`:              raised(0, 0),
		"may not vote":                              raised(governance.ChoseFor, 99),
		`hands[0]: "p" votes in no capacity`:        {{Person: "p", Member: 0, Choice: governance.ChoseFor}},
		`hands[1]: "s1" has voted already`:          append(raised(governance.ChoseFor, 0), governance.Hand{Person: "other", As: governance.InPerson, Choice: governance.ChoseFor}),
	} {
		_, err := holdMotion(t, company(), governance.Motion{Kind: "ordinary", Hands: hands})
		require.ErrorIs(t, err, governance.ErrVote)
		assert.ErrorContains(t, err, want)
	}
}
