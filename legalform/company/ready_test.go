package company

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestModelArticlesAreReadyConstitutions(t *testing.T) {
	f, on := Enacted(), law.MustDate("2026-11-23")
	for s, basis := range map[Schedule]governance.Basis{
		ModelPrivate: governance.PerShare, ModelGuarantee: governance.OneMemberOneVote, ModelPublic: governance.PerShare,
	} {
		c, err := Constitution(s, &f, on)
		require.NoError(t, err)
		assert.Equal(t, basis, c.Votes.Basis)
		assert.Equal(t, 14, c.Notice.ClearDays)
		assert.EqualValues(t, 2, c.Quorum.Heads)
		assert.EqualValues(t, 2, c.Board.Quorum.Heads)
		assert.True(t, c.Board.CastingVote)
		assert.False(t, c.CastingVote, "nobody at a general meeting")
		assert.Equal(t, 48, c.Proxies.Hours)
		special, err := c.Majority("special")
		require.NoError(t, err)
		assert.Equal(t, governance.AtLeast(3, 4, governance.VotesCast), special.Majority.Share)
		assert.Equal(t, "s. 283, Companies Act 2006 (c. 46)", special.By.String())
	}
	public, err := Constitution(ModelPublic, &f, on)
	require.NoError(t, err)
	assert.Equal(t, law.Percent(95), public.Notice.ShortValue.Fraction)
	assert.False(t, public.Votes.UnpaidMayVote)
	_, err = Constitution(0, &f, on)
	require.Error(t, err)
	_, err = Constitution(ModelPrivate, &f, law.MustDate("2007-09-30"))
	assert.ErrorContains(t, err, "figures.company.")
}

// A caller starts from the model articles, alters them, and holds a meeting (B-2).
func TestAMeetingUnderAlteredModelArticles(t *testing.T) {
	f, on := Enacted(), law.MustDate("2026-06-20")
	c, err := Constitution(ModelGuarantee, &f, on)
	require.NoError(t, err)
	c.Quorum.Heads, c.Proxies = 3, governance.ProxyRule{}
	members := make([]governance.Member, 8)
	votes := make([]governance.Vote, 8)
	var present []governance.Ref
	for i := range members {
		members[i] = governance.Member{ID: string(rune('a' + i)), Joined: law.Known(law.MustDate("2020-01-01"))}
		present = append(present, governance.Ref(i))
		votes[i] = governance.Vote{Member: governance.Ref(i), For: 1}
	}
	votes[0], votes[1] = governance.Vote{Member: 0, Against: 1}, governance.Vote{Member: 1, Against: 1}
	r, err := governance.NewRegister(members)
	require.NoError(t, err)
	document := governance.Document{{Resolved: law.MustDate("2020-01-01"), Effective: law.MustDate("2020-01-01"), Constitution: c}}
	hold := func(received string, votes []governance.Vote) *governance.Minute {
		out, err := document.Hold(r, &governance.Meeting{
			On: on, Received: law.MustDate(received), Present: present,
			Motions: []governance.Motion{{Name: "New articles", Kind: "special", Poll: governance.Poll{Votes: votes}}},
		})
		require.NoError(t, err)
		return out
	}
	assert.True(t, hold("2026-06-05", votes).Decisions[0].Carried, "six of eight is exactly three quarters, on 14 clear days")
	assert.False(t, hold("2026-06-06", votes).Decisions[0].Carried, "13 clear days")
	assert.False(t, hold("2026-06-05", votes[:7]).Decisions[0].Carried, "five of seven is not")
}
