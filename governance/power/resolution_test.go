package power_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/governance/power"
	"github.com/rochdale-go/rochdale/legalform/law"
)

var on = law.MustDate("2026-11-23")

func holder(id, class string, shares int64) governance.Member {
	return governance.Member{ID: id, Class: class, Joined: law.Known(law.MustDate("2020-01-01")), Shares: law.Known(shares)}
}

func register(t *testing.T, ms []governance.Member, classes ...string) *governance.Register {
	t.Helper()
	r, err := governance.NewRegister(ms, classes...)
	require.NoError(t, err)
	return r
}

// ordinaryAndSpecial are the two usual majorities under one basis of votes.
func ordinaryAndSpecial(b governance.Basis) *governance.Constitution {
	return &governance.Constitution{
		Votes: governance.VotingRights{Basis: b, Cap: 5},
		Majorities: []governance.NamedMajority{
			{Name: "ordinary", Majority: governance.Majority{Share: governance.MoreThan(1, 2, governance.VotesCast)}},
			{Name: "special", Majority: governance.Majority{Share: governance.AtLeast(3, 4, governance.VotesCast)}},
		},
	}
}

// The game must be what governance decides on a poll in which everybody votes, coalition by
// coalition: it is never a second reading.
func TestTheGameIsWhatGovernanceDecides(t *testing.T) {
	r := rand.New(rand.NewPCG(17, 18))
	classes := []string{"a", "b", "c"}
	seen := map[string]int{}
	for range 400 {
		var ms []governance.Member
		for i := range 1 + r.IntN(7) {
			m := holder(fmt.Sprint(i), classes[r.IntN(3)], r.Int64N(8))
			m.Treasury = r.IntN(9) == 0
			m.CallsUnpaid = r.IntN(9) == 0
			ms = append(ms, m)
		}
		c := &governance.Constitution{Votes: governance.VotingRights{Basis: governance.Basis(r.IntN(3)), Cap: 3}}
		if r.IntN(3) == 0 {
			c.Votes.Shares = []governance.ClassShare{{Class: "a", Share: law.Per(1, 2)}, {Class: "b", Share: law.Per(1, 3)}, {Class: "c", Share: law.Per(1, 6)}}
		}
		if r.IntN(3) == 0 {
			c.Votes.Rises = []governance.Rise{{Question: "q", Member: "0", Times: 3}}
		}
		share := governance.Threshold{Fraction: law.Per(1+r.Int64N(4), 4), Of: governance.Base(r.IntN(3))}
		share.Strict = share.Fraction.Cmp(law.Per(1, 1)) < 0 && r.IntN(2) == 0
		m := governance.Majority{Share: share}
		if r.IntN(3) == 0 {
			m.Heads = governance.Threshold{Fraction: law.Per(1+r.Int64N(4), 4), Of: governance.Base(r.IntN(3))}
		}
		if r.IntN(3) == 0 {
			m.Turnout = governance.AtLeast(1, 2, governance.AllEntitled)
		}
		c.Majorities = []governance.NamedMajority{{Name: "x", Majority: m}}
		reg := register(t, ms, classes...)
		g, err := power.Resolution(c, reg, power.Question{Kind: "x", On: on, Question: "q"})
		if err != nil {
			require.ErrorIs(t, err, power.ErrGame)
			seen["refused"]++
			continue
		}
		e, err := reg.Entitle(&c.Votes, on, "q")
		require.NoError(t, err)
		require.Len(t, g.Players, int(e.Members))
		for s := range 1 << len(g.Players) {
			var p governance.Poll
			weight, heads := int64(0), int64(0)
			for i, x := range g.Players {
				ref, _ := reg.Ref(x.Name)
				v := governance.Vote{Member: ref, Against: e.VotesOf(ref)}
				if s>>i&1 == 1 {
					v.For, v.Against = v.Against, 0
					weight += x.Weight
					heads++
				}
				p.Votes = append(p.Votes, v)
			}
			count, err := e.Count(&p)
			require.NoError(t, err)
			d, err := count.Decide(on, m, &c.Votes)
			require.NoError(t, err)
			require.Equal(t, d.Passed, weight >= g.Quota && heads >= g.Heads, "%+v\n%+v\n%v", c, g, d)
			seen[fmt.Sprint(d.Passed)]++
		}
	}
	assert.Greater(t, seen["true"], 1000)
	assert.Greater(t, seen["false"], 1000)
	assert.Greater(t, seen["refused"], 10)
}

func TestAResolutionGoesByItsOwnRights(t *testing.T) {
	c := ordinaryAndSpecial(governance.OneMemberOneVote)
	c.Majorities[1].Votes = law.Known(governance.VotingRights{Basis: governance.PerNominalValue})
	a, b := holder("a", "", 1), holder("b", "", 1)
	a.Nominal, b.Nominal = law.Known(law.Pounds(300)), law.Known(law.Pounds(100))
	reg := register(t, []governance.Member{a, b})
	alone := func(kind string) (bool, int64) {
		g, err := power.Resolution(c, reg, power.Question{Kind: kind, On: on})
		require.NoError(t, err)
		return g.CarriesAlone(0), g.Quota
	}
	carries, quota := alone("ordinary")
	assert.False(t, carries)
	assert.EqualValues(t, 2, quota)
	carries, quota = alone("special")
	assert.True(t, carries, "three quarters in value")
	assert.EqualValues(t, 30_000, quota)
}

func TestWhatIsNoGame(t *testing.T) {
	c := ordinaryAndSpecial(governance.PerShare)
	c.Majorities = append(c.Majorities, governance.NamedMajority{Name: "all-and-more", Majority: governance.Majority{Share: governance.MoreThan(1, 1, governance.VotesCast)}})
	reg := register(t, []governance.Member{holder("a", "", 5), holder("b", "", 0)})
	ask := func(kind string) error {
		_, err := power.Stand(c, reg, power.Question{Kind: kind, On: on}, power.How{})
		return err
	}
	assert.NoError(t, ask("special"))
	assert.ErrorContains(t, ask("odd"), `has no "odd" resolution`)
	assert.ErrorContains(t, ask("all-and-more"), "fails with everybody in favour")
	_, err := power.Stand(c, reg, power.Question{Kind: "special", On: law.MustDate("2019-01-01")}, power.How{})
	assert.ErrorContains(t, err, "nobody may vote on 2019-01-01")
	c.Votes.Shares = []governance.ClassShare{{Class: "", Share: law.Per(1, 2)}}
	assert.ErrorIs(t, ask("special"), governance.ErrRights)
	reg = register(t, []governance.Member{{ID: "a", Joined: law.Known(on)}})
	c.Votes.Shares = nil
	assert.ErrorContains(t, ask("special"), "members[0].shares: not stated")
}

func TestClassSharesBeyondCounting(t *testing.T) {
	var ms []governance.Member
	c := ordinaryAndSpecial(governance.PerShare)
	for i, n := range []int64{999_999_937, 999_999_929, 999_999_893} { // primes
		class := fmt.Sprint(i)
		ms = append(ms, holder(class, class, n))
		c.Votes.Shares = append(c.Votes.Shares, governance.ClassShare{Class: class, Share: law.Per(1, 3)})
	}
	g, err := power.Resolution(c, register(t, ms), power.Question{Kind: "ordinary", On: on})
	require.NoError(t, err, "one holder of a whole class is just its share")
	assert.Equal(t, []int64{1, 1, 1}, []int64{g.Players[0].Weight, g.Players[1].Weight, g.Players[2].Weight})
	for i := range 3 {
		ms[i].Shares = law.Known(ms[i].Shares.Or(0) - 1)
		ms = append(ms, holder(fmt.Sprint("more", i), fmt.Sprint(i), 1))
	}
	_, err = power.Resolution(c, register(t, ms), power.Question{Kind: "ordinary", On: on})
	assert.ErrorContains(t, err, "votes.class_shares: no unit")
}

func TestABoard(t *testing.T) {
	b := &governance.Board{Seats: []governance.Seats{
		{Name: "staff representatives", Count: 3, How: governance.Elected, By: "staff"},
		{Name: "council", Count: 2, How: governance.Appointed, By: "council"},
		{Name: "staff deputies", Count: 1, How: governance.Elected, By: "staff"},
		{Name: "experts", Count: 2, How: governance.CoOpted},
	}}
	g, err := power.Board(b, "council")
	require.NoError(t, err)
	assert.Equal(t, []power.Player{{Name: "staff", Class: "staff", Weight: 4}, {Name: "council", Class: "council", Weight: 2}, {Name: "experts", Weight: 1, Count: 2}}, g.Players)
	assert.EqualValues(t, 5, g.Quota, "more than half of eight, and no casting vote to give")
	assert.True(t, g.BlocksAlone(0))
	b.CastingVote = true
	g, err = power.Board(b, "staff")
	require.NoError(t, err)
	assert.True(t, g.CarriesAlone(0), "half of the seats and the chair")
	g, err = power.Board(b, "experts")
	require.NoError(t, err)
	assert.False(t, g.BlocksAlone(0), "the other half with the chair carries without the staff")
	assert.EqualValues(t, 8, g.Total()/2)
	assert.Equal(t, []string{"staff", "council", "experts", "experts, others"}, []string{g.Players[0].Name, g.Players[1].Name, g.Players[2].Name, g.Players[3].Name})
	b.Seats[0].Count = 4 // of nine, nothing is equal
	g, err = power.Board(b, "staff")
	require.NoError(t, err)
	assert.EqualValues(t, 5, g.Quota)
	_, err = power.Board(b, "nobody")
	assert.ErrorContains(t, err, `chair: "nobody" fills no seat`)
	b.Seats[3].Count = -1
	_, err = power.Board(b, "")
	assert.ErrorContains(t, err, "board.seats[3].count: -1")
	_, err = power.Board(&governance.Board{}, "")
	assert.ErrorIs(t, err, power.ErrGame)
	b.Seats[3].Count, b.Quorum = 0, governance.Quorum{Heads: 20}
	_, err = power.Board(b, "")
	assert.ErrorContains(t, err, "nothing carries on a board of 7")
}

// Every vote of a board with an even number of seats, decided by governance and by the game.
func TestTheChairIsWhatGovernanceDecides(t *testing.T) {
	b := &governance.Board{CastingVote: true, Seats: []governance.Seats{{Name: "x", Count: 2, By: "x"}, {Name: "y", Count: 1, By: "y"}, {Name: "z", Count: 3, By: "z"}}}
	for chair, name := range []string{"x", "y", "z"} {
		g, err := power.Board(b, name)
		require.NoError(t, err)
		for s := range 8 {
			v := governance.BoardVote{Present: 6, Chair: governance.ChoseAgainst}
			weight := int64(0)
			for i := range 3 {
				if s>>i&1 == 1 {
					v.For += int64(b.Seats[i].Count)
					weight += g.Players[i].Weight
				}
			}
			if v.Against = 6 - v.For; s>>chair&1 == 1 {
				v.Chair = governance.ChoseFor
			}
			d, err := b.Decide(v)
			require.NoError(t, err)
			assert.Equal(t, d.Passed, weight >= g.Quota, "%s in the chair, %03b", name, s)
		}
	}
}

func TestANavigoOfFourteenHundredMembers(t *testing.T) {
	var ms []governance.Member
	for i := range 1459 {
		class := "community"
		if i < 229 {
			class = "staff"
		}
		ms = append(ms, holder(fmt.Sprint(i), class, 1))
	}
	c := ordinaryAndSpecial(governance.OneMemberOneVote)
	c.Votes.Shares = []governance.ClassShare{{Class: "staff", Share: law.Per(1, 2)}, {Class: "community", Share: law.Per(1, 2)}}
	s, err := power.Stand(c, register(t, ms), power.Question{Kind: "ordinary", On: on}, power.How{})
	require.NoError(t, err)
	assert.Equal(t, power.Exactly, s.Banzhaf)
	assert.Equal(t, power.Exactly, s.Shapley)
	sum := new(big.Rat)
	for i := range s.Voters {
		sum.Add(sum, s.Voters[i].Shapley.Exact)
	}
	assert.Equal(t, "1", sum.RatString())
	assert.Greater(t, s.Voters[0].Shapley.Value, 5*s.Voters[1000].Shapley.Value)
}
