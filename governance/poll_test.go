package governance_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

var on = law.MustDate("2024-05-01")

func member(id, class string, shares int64) governance.Member {
	return governance.Member{ID: id, Class: class, Joined: law.Known(law.MustDate("2020-01-01")), Shares: law.Known(shares)}
}

// hill is a body of four staff, three community members and a company with 100 shares.
func hill() []governance.Member {
	ms := []governance.Member{
		member("s1", "staff", 1), member("s2", "staff", 5), member("s3", "staff", 1), member("s4", "staff", 1),
		member("c1", "community", 1), member("c2", "community", 1), member("c3", "community", 40),
		member("x", "community", 100),
	}
	ms[7].Corporate = true
	return ms
}

func entitle(t *testing.T, ms []governance.Member, v governance.VotingRights, question string) *governance.Entitled {
	t.Helper()
	r, err := governance.NewRegister(ms)
	require.NoError(t, err)
	e, err := r.Entitle(&v, on, question)
	require.NoError(t, err)
	return e
}

func TestWhoMayVoteAndHowMuch(t *testing.T) {
	day := func(s string) law.Fact[law.Date] { return law.Known(law.MustDate(s)) }
	ms := hill()
	ms[0].Left = day("2024-05-01")
	ms[1].Suspended = []governance.Period{{First: law.MustDate("2024-04-01"), Last: law.MustDate("2024-05-01")}}
	ms[2].CallsUnpaid = true
	ms[3].Treasury = true
	ms[4].Joined = day("2024-05-02")
	ms[5].Joined = law.Fact[law.Date]{}
	e := entitle(t, ms, governance.VotingRights{Basis: governance.PerShare}, "")
	var got []int64
	for i := range ms {
		got = append(got, e.VotesOf(governance.Ref(i)))
	}
	assert.Equal(t, []int64{0, 0, 0, 0, 0, 0, 40, 100}, got, "left, suspended, unpaid, treasury, not yet, undated")
	assert.EqualValues(t, 1, e.Undated)
	assert.EqualValues(t, 2, e.Members)
	assert.EqualValues(t, 140, e.Votes)
	assert.Zero(t, e.VotesOf(99), "a stranger has none")

	capped := entitle(t, hill(), governance.VotingRights{Basis: governance.PerShareCapped, Cap: 10}, "")
	assert.EqualValues(t, 10, capped.VotesOf(7))
	heads := entitle(t, hill(), governance.VotingRights{}, "")
	assert.EqualValues(t, 8, heads.Votes)
}

func TestVotesThatRiseOnANamedQuestion(t *testing.T) {
	v := governance.VotingRights{Basis: governance.PerShare, Rises: []governance.Rise{{Question: "remove s2", Member: "s2", Times: 3}}}
	assert.EqualValues(t, 15, entitle(t, hill(), v, "remove s2").VotesOf(1), "Bushell v Faith")
	assert.EqualValues(t, 5, entitle(t, hill(), v, "").VotesOf(1))
}

func TestAPollCountsAllOfIt(t *testing.T) {
	e := entitle(t, hill(), governance.VotingRights{Basis: governance.PerShare}, "")
	c, err := e.Count(&governance.Poll{
		Votes: []governance.Vote{
			{Member: 0, For: 1},
			{Member: 1, For: 2, Against: 2}, // need not use all votes, nor cast them one way
			{Member: 2, Abstain: 1},
			{Member: 6, By: 1, For: 30},
			{Member: 6, By: 2, Against: 10},
		},
		Proxies: []governance.Proxy{{Member: 6, Holder: "p", Votes: 30}, {Member: 6, Holder: "q", Votes: 10}},
		Representatives: []governance.Representative{
			{Member: 7, Person: "a", Choice: governance.ChoseFor}, {Member: 7, Person: "b", Choice: governance.ChoseFor},
		},
	})
	require.NoError(t, err)
	assert.Equal(t, governance.Tally{For: 1 + 2 + 30 + 100, Against: 12, Abstained: 1, Entitled: 150}, c.Votes)
	assert.Equal(t, governance.Tally{For: 4, Against: 2, Abstained: 1, Entitled: 8}, c.Heads)
	assert.Equal(t, governance.Tally{For: 3, Against: 2, Abstained: 1, Entitled: 8}, c.ByClass[0].Votes)
}

func TestRepresentativesWhoDisagreeCancelOnAPollAndCountOnHands(t *testing.T) {
	e := entitle(t, hill(), governance.VotingRights{Basis: governance.PerShare}, "")
	c, err := e.Count(&governance.Poll{Representatives: []governance.Representative{
		{Member: 7, Person: "a", Choice: governance.ChoseFor},
		{Member: 7, Person: "b", Choice: governance.ChoseAgainst},
		{Member: 7, Person: "c", Choice: governance.ChoseFor},
	}})
	require.NoError(t, err)
	assert.Zero(t, c.Votes.Cast(), "on a poll, of the same shares: none")
	assert.EqualValues(t, 100, c.NotExercised)

	hand := func(p string, c governance.Choice) governance.Hand {
		return governance.Hand{Person: p, As: governance.AsRepresentative, Member: 7, Choice: c}
	}
	tally, err := e.ShowOfHands(governance.HandRules{}, []governance.Hand{
		hand("a", governance.ChoseFor), hand("b", governance.ChoseAgainst), hand("c", governance.ChoseFor),
	})
	require.NoError(t, err)
	assert.Equal(t, governance.Tally{For: 2, Against: 1, Present: 3}, tally, "on hands: each")
}

func TestAProxyOfMembersWhoDisagreeCountsBothWaysOnHands(t *testing.T) {
	e := entitle(t, hill(), governance.VotingRights{}, "")
	hands := []governance.Hand{{
		Person: "p", As: governance.AsProxy, Members: []governance.Ref{0, 1},
		Instructed: []governance.Choice{governance.ChoseFor, governance.ChoseAgainst}, Choice: governance.ChoseFor,
	}}
	for i := range 6 {
		choice := governance.ChoseFor
		if i >= 3 {
			choice = governance.ChoseAgainst
		}
		hands = append(hands, governance.Hand{Person: fmt.Sprint(i), As: governance.InPerson, Member: governance.Ref(i + 2), Choice: choice})
	}
	rules := governance.HandRules{ProxiesVote: true, SplitBothWays: true}
	tally, err := e.ShowOfHands(rules, hands)
	require.NoError(t, err)
	assert.Equal(t, int64(4), tally.For)
	assert.Equal(t, int64(4), tally.Against)
	rules.SplitBothWays = false
	tally, err = e.ShowOfHands(rules, hands)
	require.NoError(t, err)
	assert.Equal(t, int64(3), tally.Against, "one vote, the proxy's own")
}

func TestLeftOutVotes(t *testing.T) {
	e := entitle(t, hill(), governance.VotingRights{}, "")
	votes := []governance.Vote{{Member: 0, For: 1}, {Member: 1, Against: 1}, {Member: 2, For: 1}}
	c, err := e.Count(&governance.Poll{Votes: votes, Interested: []governance.Ref{0, 1}})
	require.NoError(t, err)
	assert.Equal(t, governance.Tally{For: 1, Against: 1, Entitled: 8}, c.Votes, "in favour left out, against kept")
	assert.EqualValues(t, 1, c.LeftOut)
	c, err = e.Count(&governance.Poll{Votes: votes, Excluded: []governance.Ref{0, 1}})
	require.NoError(t, err)
	assert.Equal(t, governance.Tally{For: 1, Entitled: 6}, c.Votes, "left out of the base as well")
}

func TestBadVotesAreRefusedWithTheirPlaceAndNothingIsCounted(t *testing.T) {
	e := entitle(t, hill(), governance.VotingRights{}, "")
	proxies := []governance.Proxy{{Member: 0, Holder: "p"}}
	for want, p := range map[string]governance.Poll{
		"votes[1]: \"s1\" has voted already":     {Votes: []governance.Vote{{Member: 0, For: 1}, {Member: 0, For: 0}}},
		"votes[0].member":                        {Votes: []governance.Vote{{Member: 99, For: 1}}},
		"votes[0]: \"s1\" casts 2 votes, of 1":   {Votes: []governance.Vote{{Member: 0, For: 1, Against: 1}}},
		"votes[1]: \"s1\" casts 2 votes":         {Proxies: proxies, Votes: []governance.Vote{{Member: 0, For: 1}, {Member: 0, By: 1, For: 1}}},
		"votes[0]: \"s2\" appointed no such":     {Proxies: proxies, Votes: []governance.Vote{{Member: 1, By: 1, For: 1}}},
		"votes[1]: \"s1\" has a proxy who has":   {Proxies: proxies, Votes: []governance.Vote{{Member: 0, By: 1}, {Member: 0, By: 1}}},
		"proxies[0].member: a proxy for a str":   {Proxies: []governance.Proxy{{Member: -1}}},
		"proxies[1].votes":                       {Proxies: []governance.Proxy{{Member: 0}, {Member: 0}}},
		"votes[0]: a number of votes":            {Votes: []governance.Vote{{Member: 0, For: -1}}},
		"representatives[0]: \"s1\" is not a bo": {Representatives: []governance.Representative{{Member: 0, Choice: governance.ChoseFor}}},
		"representatives[0]: \"x\" has a repres": {Representatives: []governance.Representative{{Member: 7}}},
		"interested[0]":                          {Interested: []governance.Ref{99}},
		"excluded[0]":                            {Excluded: []governance.Ref{99}},
	} {
		c, err := e.Count(&p)
		require.ErrorIs(t, err, governance.ErrVote, want)
		assert.ErrorContains(t, err, want)
		assert.Nil(t, c)
	}
}

func TestBadRegistersAndRights(t *testing.T) {
	two := []governance.Member{{ID: "a"}, {ID: "a"}}
	_, err := governance.NewRegister(two)
	assert.ErrorContains(t, err, "members[1].id: members[0] has it already")
	_, err = governance.NewRegister([]governance.Member{{}})
	assert.ErrorContains(t, err, "members[0].id")
	_, err = governance.NewRegister([]governance.Member{{ID: "a", Class: "b"}}, "staff")
	assert.ErrorContains(t, err, "members[0].class")
	_, err = governance.NewRegister(nil, "staff", "staff")
	assert.ErrorContains(t, err, "classes[1]: two classes")
	r, err := governance.NewRegister(hill())
	require.NoError(t, err)
	half := law.Per(1, 2)
	for want, v := range map[string]governance.VotingRights{
		"cap":                        {Basis: governance.PerShareCapped},
		"rises[0].times":             {Rises: []governance.Rise{{Member: "s1"}}},
		"rises[0].member":            {Rises: []governance.Rise{{Member: "who", Times: 3}}},
		"class_shares: they add up":  {Shares: []governance.ClassShare{{"staff", half}}},
		"class_shares[1].class: two": {Shares: []governance.ClassShare{{"staff", half}, {"staff", half}}},
		"class_shares[0].class":      {Shares: []governance.ClassShare{{"cats", law.Per(1, 1)}}},
		"class_shares[0].share":      {Shares: []governance.ClassShare{{"staff", law.Per(-1, 2)}}},
	} {
		_, err := r.Entitle(&v, on, "")
		assert.ErrorContains(t, err, want)
	}
	ms := hill()
	ms[3].Shares = law.Fact[int64]{}
	r, err = governance.NewRegister(ms)
	require.NoError(t, err)
	_, err = r.Entitle(&governance.VotingRights{Basis: governance.PerShare}, on, "")
	assert.ErrorContains(t, err, "members[3].shares: not stated")
}

func TestClassesWithFixedSharesOfTheVote(t *testing.T) {
	v := governance.VotingRights{Shares: []governance.ClassShare{{"staff", law.Per(1, 3)}, {"community", law.Per(2, 3)}}}
	e := entitle(t, hill(), v, "")
	decide := func(th governance.Threshold, votes ...governance.Vote) governance.Decision {
		c, err := e.Count(&governance.Poll{Votes: votes})
		require.NoError(t, err)
		d, err := c.Decide(on, governance.Majority{Share: th}, &v)
		require.NoError(t, err)
		return d
	}
	half := governance.MoreThan(1, 2, governance.VotesCast)
	// All four staff against, three of four community members for: 2/3 of 3/4 is exactly half.
	votes := []governance.Vote{
		{Member: 0, Against: 1},
		{Member: 1, Against: 1},
		{Member: 2, Against: 1},
		{Member: 3, Against: 1},
		{Member: 4, For: 1},
		{Member: 5, For: 1},
		{Member: 6, For: 1},
		{Member: 7, Against: 1},
	}
	d := decide(half, votes...)
	assert.False(t, d.Passed, "exactly half is not more than half")
	assert.Contains(t, d.String(), "1/2 of 1 by classes' shares")
	assert.True(t, decide(governance.AtLeast(1, 2, governance.VotesCast), votes...).Passed)
	assert.True(t, decide(half, votes[4:7]...).Passed, "a class that casts nothing takes no part")
	assert.True(t, decide(governance.AtLeast(1, 2, governance.AllEntitled), votes[4:7]...).Passed, "of all: 2/3 of 3/4, staff's third against")
	assert.False(t, decide(governance.MoreThan(1, 2, governance.AllEntitled), votes[4:7]...).Passed)
	assert.False(t, decide(half).Passed, "nobody voted")
}

func TestTheSmallestChangeThatWouldCarry(t *testing.T) {
	special := governance.AtLeast(3, 4, governance.VotesCast)
	for _, tc := range []struct {
		name  string
		th    governance.Threshold
		tally governance.Tally
		want  governance.Shortfall
		words string
	}{
		{"special by one", special, governance.Tally{For: 374, Against: 126}, governance.Shortfall{4, 1}, "4 more in favour, or 1 of those against in favour instead"},
		{"a tie", governance.MoreThan(1, 2, governance.VotesCast), governance.Tally{For: 40, Against: 40}, governance.Shortfall{1, 1}, ""},
		{"of all, nobody left to ask", governance.AtLeast(3, 4, governance.AllEntitled), governance.Tally{For: 5, Against: 2, Entitled: 7}, governance.Shortfall{-1, 1}, ""},
		{"unanimity", governance.AtLeast(1, 1, governance.VotesCast), governance.Tally{For: 9, Against: 1}, governance.Shortfall{-1, 1}, ""},
		{"more than all", governance.MoreThan(1, 1, governance.VotesCast), governance.Tally{For: 9}, governance.Shortfall{-1, -1}, "nothing would carry it"},
		{"passed", special, governance.Tally{For: 3, Against: 1}, governance.Shortfall{}, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			s := tc.th.Shortfall(tc.tally)
			assert.Equal(t, tc.want, s)
			if tc.words != "" {
				assert.Equal(t, tc.words, s.String())
			}
		})
	}
}

func TestOrderOfVotesIsOfNoAccountAndAYesNeverDefeats(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		n := 3 + rng.IntN(40)
		ms := make([]governance.Member, n)
		for i := range ms {
			ms[i] = member(fmt.Sprint(i), []string{"a", "b", "c"}[rng.IntN(3)], 1+rng.Int64N(9))
		}
		v := governance.VotingRights{Basis: governance.PerShare}
		if rng.IntN(2) == 0 {
			v.Shares = []governance.ClassShare{{"a", law.Per(1, 2)}, {"b", law.Per(1, 3)}, {"c", law.Per(1, 6)}}
		}
		r, err := governance.NewRegister(ms, "a", "b", "c")
		require.NoError(t, err)
		e, err := r.Entitle(&v, on, "")
		require.NoError(t, err)
		var votes []governance.Vote
		for i := range ms[:n-1] {
			x := governance.Vote{Member: governance.Ref(i)}
			left := e.VotesOf(x.Member)
			x.For = rng.Int64N(left + 1)
			x.Against = rng.Int64N(left - x.For + 1)
			x.Abstain = rng.Int64N(left - x.For - x.Against + 1)
			votes = append(votes, x)
		}
		m := governance.Majority{Share: governance.Threshold{Fraction: law.Per(1+rng.Int64N(4), 5), Strict: rng.IntN(2) == 0, Of: governance.Base(rng.IntN(3))}}
		decide := func(votes []governance.Vote) (*governance.Count, bool) {
			c, err := e.Count(&governance.Poll{Votes: votes})
			require.NoError(t, err)
			d, err := c.Decide(on, m, &v)
			require.NoError(t, err)
			return c, d.Passed
		}
		before, passed := decide(votes)
		shuffled := slices.Clone(votes)
		rng.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		after, again := decide(shuffled)
		assert.Equal(t, before, after)
		assert.Equal(t, passed, again)
		last := governance.Ref(n - 1)
		_, withYes := decide(append(slices.Clone(votes), governance.Vote{Member: last, For: e.VotesOf(last)}))
		if passed {
			assert.True(t, withYes, "a yes never defeats")
		}
		_, withAbstention := decide(append(slices.Clone(votes), governance.Vote{Member: last, Abstain: e.VotesOf(last)}))
		if m.Share.Of != governance.Present {
			assert.Equal(t, passed, withAbstention, "an abstention is no vote, and silence counts against all")
		}
	}
}

// FuzzCount: whatever is cast, a poll is refused or what is counted is within what there was.
func FuzzCount(f *testing.F) {
	f.Add([]byte{0, 1, 0, 0, 0, 0, 1, 0, 5, 0, 0, 0})
	f.Add([]byte{7, 100, 0, 0, 0, 0, 6, 0, 40, 0, 1, 2})
	r, err := governance.NewRegister(hill())
	require.NoError(f, err)
	e, err := r.Entitle(&governance.VotingRights{Basis: governance.PerShare}, on, "")
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, b []byte) {
		p := &governance.Poll{Proxies: []governance.Proxy{{Member: 6, Holder: "p", Votes: 30}, {Member: 6, Holder: "q", Votes: 10}}}
		for ; len(b) >= 6; b = b[6:] {
			switch b[0] % 16 {
			case 15:
				p.Interested = append(p.Interested, governance.Ref(b[1]%9))
			case 14:
				p.Excluded = append(p.Excluded, governance.Ref(b[1]%9))
			case 13:
				p.Representatives = append(p.Representatives, governance.Representative{Member: governance.Ref(b[1] % 9), Choice: governance.Choice(b[2] % 5)})
			default:
				p.Votes = append(p.Votes, governance.Vote{
					Member: governance.Ref(b[0]%16) - 1, For: int64(int8(b[1])), Against: int64(int8(b[2])), Abstain: int64(int8(b[3])),
					By: int32(b[4] % 4), Holder: int16(b[5] % 3),
				})
			}
		}
		c, err := e.Count(p)
		if err != nil {
			require.ErrorIs(t, err, governance.ErrVote)
			require.Nil(t, c)
			return
		}
		require.NoError(t, c.Votes.Check())
		require.LessOrEqual(t, c.Votes.Cast()+c.Votes.Abstained+c.LeftOut+c.NotExercised, e.Votes)
		require.GreaterOrEqual(t, min(c.Votes.For, c.Votes.Against, c.Votes.Abstained, c.LeftOut), int64(0))
		var sum int64
		for _, k := range c.ByClass {
			sum += k.Votes.Cast()
		}
		require.Equal(t, c.Votes.Cast(), sum)
	})
}

// Shares with denominators that have no small multiple in common are added up exactly.
func TestClassSharesOfAnyDenominatorsAreAddedUp(t *testing.T) {
	v := governance.VotingRights{}
	var classes []string
	for i, den := range []int64{999_983, 999_979, 999_961, 999_959, 999_953, 999_931} {
		classes = append(classes, string(rune('a'+i)))
		v.Shares = append(v.Shares, governance.ClassShare{Class: classes[i], Share: law.Per(1, den)})
	}
	assert.ErrorContains(t, v.Check(classes), "class_shares: they add up")
}
