package governance_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func at(day string, minute int) governance.Moment {
	return governance.Moment{On: law.MustDate(day), Minute: minute}
}

func TestProxiesAreLodgedSoManyHoursBefore(t *testing.T) {
	meeting := at("2024-05-07", 18*60) // a Tuesday after a bank holiday
	plain := governance.ProxyRule{Hours: 48}
	working := governance.ProxyRule{Hours: 48, WorkingDays: true, In: law.DivisionEnglandAndWales}
	for _, tc := range []struct {
		name   string
		rule   governance.ProxyRule
		lodged governance.Moment
		want   bool
	}{
		{"exactly 48 hours", plain, at("2024-05-05", 18*60), true},
		{"a minute less", plain, at("2024-05-05", 18*60+1), false},
		{"working days: Thursday evening has 18 + 24 + 6 hours", working, at("2024-05-02", 18*60), true},
		{"working days: a minute later", working, at("2024-05-02", 18*60+1), false},
		{"working days: the weekend does not count", working, at("2024-05-04", 0), false},
		{"after the meeting", governance.ProxyRule{}, at("2024-05-08", 0), false},
		{"no limit", governance.ProxyRule{}, at("2024-05-07", 18*60), true},
	} {
		got, err := tc.rule.InTime(tc.lodged, meeting, law.BankHolidays())
		require.NoError(t, err)
		assert.Equal(t, tc.want, got, tc.name)
	}
	_, err := working.InTime(at("2024-05-02", 0), meeting, nil)
	assert.ErrorIs(t, err, law.ErrOutsideTable)
	_, err = plain.InTime(at("2024-05-02", 1440), meeting, nil)
	assert.ErrorContains(t, err, "no such moment")
	_, err = working.InTime(at("2040-05-02", 0), at("2040-05-07", 0), law.BankHolidays())
	assert.ErrorIs(t, err, law.ErrOutsideTable)
}

func TestAMeetingRefusesLateProxiesAndChannelsItDoesNotHave(t *testing.T) {
	r, err := governance.NewRegister(hill(), "staff", "community")
	require.NoError(t, err)
	hold := func(c func(*governance.Constitution), p governance.Poll) error {
		d := club()
		c(&d[0].Constitution)
		_, err := d.Hold(r, &governance.Meeting{
			On: on, Minute: 18 * 60, Received: on.AddDays(-20), Motions: []governance.Motion{{Kind: "ordinary", Poll: p}},
		})
		return err
	}
	cutOff := func(c *governance.Constitution) { c.Proxies.Hours = 48 }
	proxy := func(lodged law.Fact[governance.Moment]) governance.Poll {
		return governance.Poll{Proxies: []governance.Proxy{{Member: 0, Holder: "p", Lodged: lodged}}}
	}
	assert.NoError(t, hold(cutOff, proxy(law.Known(governance.Moment{On: on.AddDays(-2), Minute: 18 * 60}))))
	assert.ErrorContains(t, hold(cutOff, proxy(law.Known(governance.Moment{On: on.AddDays(-2), Minute: 18*60 + 1}))), "motions[0]: vote refused: proxies[0].lodged: lodged less than 48 hours")
	assert.ErrorContains(t, hold(cutOff, proxy(law.Fact[governance.Moment]{})), "proxies[0].lodged: not stated")
	post := governance.Poll{Votes: []governance.Vote{{Member: 0, For: 1, How: governance.ByPost}}}
	none := func(*governance.Constitution) {}
	assert.ErrorContains(t, hold(none, post), "votes[0].how: the constitution lets no vote be cast by-post")
	assert.NoError(t, hold(func(c *governance.Constitution) { c.Postal = true }, post))
	post.Votes[0].How = governance.Electronically
	assert.ErrorContains(t, hold(func(c *governance.Constitution) { c.Postal = true }, post), "electronically")
	assert.NoError(t, hold(func(c *governance.Constitution) { c.Electronic = true }, post))
}

func TestAChairsCastingVoteOnlyWhereItExists(t *testing.T) {
	r, err := governance.NewRegister(hill(), "staff", "community")
	require.NoError(t, err)
	carried := func(casting bool, kind string, chair governance.Choice) bool {
		d := club()
		d[0].Constitution.Votes.Shares, d[0].Constitution.CastingVote = nil, casting
		out, err := d.Hold(r, &governance.Meeting{
			On: on, Received: on.AddDays(-20), Present: []governance.Ref{0, 1, 4},
			Motions: []governance.Motion{{Kind: kind, Chair: chair, Poll: governance.Poll{Votes: []governance.Vote{{Member: 0, For: 1}, {Member: 1, Against: 1}}}}},
		})
		require.NoError(t, err)
		assert.False(t, out.Decisions[0].Decision.Passed, "a tie is no majority")
		return out.Decisions[0].Carried
	}
	assert.True(t, carried(true, "ordinary", governance.ChoseFor))
	assert.False(t, carried(true, "ordinary", governance.ChoseAgainst))
	assert.False(t, carried(true, "special", governance.ChoseFor), "it makes no three quarters")
	assert.False(t, carried(false, "ordinary", governance.ChoseFor))
}

func TestRequisitionsByNumberOrByVotes(t *testing.T) {
	e := entitle(t, hill(), governance.VotingRights{Basis: governance.PerShare}, "")
	r := governance.RequisitionRule{Fraction: law.Per(1, 2), Votes: law.Per(1, 10)}
	assert.True(t, r.Test(e, 4, 4), "half of eight")
	assert.False(t, r.Test(e, 3, 14), "14 of 150 votes")
	assert.True(t, r.Test(e, 1, 15), "a tenth of the votes")
	assert.False(t, governance.RequisitionRule{Votes: law.Per(1, 10)}.Test(e, 8, 0), "no way by number is given")
	assert.True(t, governance.RequisitionRule{AtMost: 3}.Test(e, 3, 0))
}

func TestWhatWouldHaveCarriedAWeightedVote(t *testing.T) {
	r, err := governance.NewRegister(hill(), "staff", "community")
	require.NoError(t, err)
	out, err := club().Hold(r, &governance.Meeting{
		On: on, Received: on.AddDays(-20), Present: []governance.Ref{0, 1, 4},
		Motions: []governance.Motion{{Kind: "special", Poll: governance.Poll{Votes: []governance.Vote{
			{Member: 0, For: 1}, {Member: 1, Against: 1}, {Member: 2, Against: 1}, {Member: 3, Against: 1}, {Member: 4, For: 1}, {Member: 5, Against: 1},
		}}}},
	})
	require.NoError(t, err)
	assert.Equal(t, []governance.ClassShortfall{{Class: "staff", Switched: 3}, {Class: "community", Switched: -1}}, out.Decisions[0].ByClass,
		"all staff and half the community make exactly three quarters; all the community and a quarter of staff do not")
}
