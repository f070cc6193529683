package power_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/governance/power"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// everyTurnout is the distribution of votes found by going through who comes, one by one.
func everyTurnout(votes []int64, chances []float64) []float64 {
	total := int64(0)
	for _, v := range votes {
		total += v
	}
	d := make([]float64, total+1)
	for s := range 1 << len(votes) {
		p, sum := 1.0, int64(0)
		for i := range votes {
			if s>>i&1 == 1 {
				p *= chances[i]
				sum += votes[i]
			} else {
				p *= 1 - chances[i]
			}
		}
		d[sum] += p
	}
	return d
}

func TestTurnoutAgreesWithEveryCase(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 22))
	for range 200 {
		var groups []power.Group
		var votes []int64
		var chances []float64
		for len(votes) < 9 {
			g := power.Group{Members: 1 + r.Int64N(3), Votes: r.Int64N(4), Chance: float64(r.IntN(11)) / 10}
			groups = append(groups, g)
			for range g.Members {
				votes, chances = append(votes, max(g.Votes, 1)), append(chances, g.Chance)
			}
		}
		d, err := power.Turnout(groups)
		require.NoError(t, err)
		want := everyTurnout(votes, chances)
		require.Len(t, d, len(want))
		tail, mean := 0.0, 0.0
		for k := len(want) - 1; k >= 0; k-- {
			require.InDelta(t, want[k], d[k], 1e-14)
			tail += want[k]
			mean += float64(k) * want[k]
			require.InDelta(t, tail, d.AtLeast(int64(k)), 1e-13)
		}
		require.InDelta(t, mean, d.Mean(), 1e-12)
		p, err := power.PoissonBinomial(chances)
		require.NoError(t, err)
		for k, x := range everyTurnout(make([]int64, len(chances)), chances) {
			require.InDelta(t, 1, x, 1e-12)
			require.Zero(t, k)
		}
		ones := make([]int64, len(chances))
		for i := range ones {
			ones[i] = 1
		}
		for k, x := range everyTurnout(ones, chances) {
			require.InDelta(t, x, p[k], 1e-14)
		}
	}
}

func TestSmallChancesKeepTheirDigits(t *testing.T) {
	d, err := power.Turnout([]power.Group{{Members: 1000, Chance: 0.01}})
	require.NoError(t, err)
	each := make([]float64, 1000)
	for i := range each {
		each[i] = 0.01
	}
	p, err := power.PoissonBinomial(each)
	require.NoError(t, err)
	for _, k := range []int64{1, 10, 30, 60, 100} {
		assert.InEpsilon(t, p.AtLeast(k), d.AtLeast(k), 1e-11, "one way and the other, at %d", k)
	}
	assert.InEpsilon(t, 1e-200, mustTurnout(t, power.Group{Members: 100, Chance: 0.01}).AtLeast(100), 1e-10)
	assert.InDelta(t, 1, d.AtLeast(0), 0)
	assert.Zero(t, d.AtLeast(1001))
}

func mustTurnout(t *testing.T, groups ...power.Group) power.Distribution {
	t.Helper()
	d, err := power.Turnout(groups)
	require.NoError(t, err)
	return d
}

func TestMembersWhoMoveTogether(t *testing.T) {
	variance := func(d power.Distribution) float64 {
		v, mean := 0.0, d.Mean()
		for k, p := range d {
			v += p * (float64(k) - mean) * (float64(k) - mean)
		}
		return v
	}
	for _, rho := range []float64{0, 1e-17, 1e-6, 0.01, 0.3, 0.5, 0.9, 0.999, 1 - 1e-14, 1} {
		for _, p := range []float64{0, 0.02, 0.3, 0.5, 0.9, 1} {
			d := mustTurnout(t, power.Group{Members: 60, Chance: p, Together: rho})
			name := fmt.Sprintf("together %v, chance %v", rho, p)
			assert.InDelta(t, 60*p, d.Mean(), 1e-9, name)
			assert.InDelta(t, 60*p*(1-p)*(1+59*rho), variance(d), 1e-6, "%s: the variance of a beta-binomial", name)
		}
	}
	uniform := mustTurnout(t, power.Group{Members: 4, Chance: 0.5, Together: 1. / 3}) // alpha and beta of 1
	for _, p := range uniform {
		assert.InDelta(t, 0.2, p, 1e-15)
	}
	both := mustTurnout(t, power.Group{Members: 7, Chance: 0.25, Together: 1})
	assert.InDelta(t, 0.25, both[7], 1e-15)
	assert.InDelta(t, 0.75, both[0], 1e-15)
}

func TestChancesThatCannotBe(t *testing.T) {
	for want, g := range map[string]power.Group{
		"groups[1].chance: 1.5 is not":      {Members: 1, Chance: 1.5},
		"groups[1].chance: -0.1 is not":     {Members: 1, Chance: -0.1},
		"groups[1].chance: NaN is not":      {Members: 1, Chance: math.NaN()},
		"groups[1].together: NaN is not":    {Members: 1, Together: math.NaN()},
		"groups[1].together: 2 is not":      {Members: 1, Together: 2},
		"groups[1].members: -1 is not":      {Members: -1},
		"groups[1].members: 16777217 is":    {Members: 1<<24 + 1},
		"groups[1].votes: -1 is not":        {Members: 1, Votes: -1},
		"groups[1].votes: 1152921504606846": {Members: 1, Votes: 1 << 60},
	} {
		_, err := power.Turnout([]power.Group{{Members: 1}, g})
		require.ErrorIs(t, err, power.ErrTurnout)
		assert.ErrorContains(t, err, want)
	}
	_, err := power.Turnout([]power.Group{{Members: 1 << 20, Votes: 1 << 20, Chance: 0.5}})
	assert.ErrorIs(t, err, power.ErrTooLarge)
	_, err = power.PoissonBinomial([]float64{0.5, 1.01})
	assert.ErrorContains(t, err, "chances[1]: 1.01")
	_, err = power.PoissonBinomial(make([]float64, 100_000))
	assert.ErrorIs(t, err, power.ErrTooLarge)
}

// staffAndCommunity are six staff and nine others.
func staffAndCommunity(t *testing.T) *governance.Entitled {
	t.Helper()
	var ms []governance.Member
	for i := range 15 {
		class := "community"
		if i < 6 {
			class = "staff"
		}
		ms = append(ms, holder(fmt.Sprint(i), class, 1))
	}
	e, err := register(t, ms, "staff", "community").Entitle(&governance.VotingRights{}, on, "")
	require.NoError(t, err)
	return e
}

func TestTheChanceOfAQuorumIsWhatGovernanceDecides(t *testing.T) {
	e := staffAndCommunity(t)
	r := rand.New(rand.NewPCG(23, 24))
	for range 60 {
		q := governance.Quorum{Heads: r.Int64N(9), Fraction: law.Per(r.Int64N(5), 8), Lesser: r.IntN(2) == 0}
		if r.IntN(2) == 0 {
			q.Classes = []governance.ClassQuorum{{Class: "staff", Heads: r.Int64N(4)}, {Class: "community", Fraction: law.Per(r.Int64N(4), 6)}, {Class: "staff", Heads: 1}}
		}
		p, s := float64(r.IntN(11))/10, float64(r.IntN(11))/10
		groups := []power.Group{{Class: "staff", Members: 4, Chance: s}, {Class: "community", Members: 9, Chance: p}, {Class: "staff", Members: 2, Chance: p}}
		got, err := power.Quorate(q, e, groups)
		require.NoError(t, err)
		want := 0.0
		for k := range int64(7) {
			for l := range int64(10) {
				_, met := q.Test(e, governance.Attendance{Present: k + l, ByClass: map[string]int64{"staff": k, "community": l}})
				if !met {
					continue
				}
				staff := mustTurnout(t, groups[0], groups[2])
				want += staff[k] * mustTurnout(t, groups[1])[l]
			}
		}
		require.InDelta(t, want, got, 1e-13, "%+v", q)
	}
}

func TestTheChanceOfComingThatAQuorumNeeds(t *testing.T) {
	e := staffAndCommunity(t)
	q := governance.Quorum{Heads: 8, Classes: []governance.ClassQuorum{{Class: "staff", Heads: 3}}}
	chance, ok, err := power.ChanceNeeded(q, e, 0.1, 0.95)
	require.NoError(t, err)
	require.True(t, ok)
	at := func(p float64) float64 {
		x, err := power.Quorate(q, e, []power.Group{{Class: "staff", Members: 6, Chance: p, Together: 0.1}, {Class: "community", Members: 9, Chance: p, Together: 0.1}})
		require.NoError(t, err)
		return x
	}
	assert.GreaterOrEqual(t, at(chance), 0.95)
	assert.Less(t, at(chance-2e-12), 0.95)
	_, ok, err = power.ChanceNeeded(governance.Quorum{Heads: 16}, e, 0, 0.5)
	require.NoError(t, err)
	assert.False(t, ok, "sixteen of fifteen")
	chance, ok, err = power.ChanceNeeded(governance.Quorum{}, e, 0, 1)
	require.NoError(t, err)
	assert.True(t, ok)
	assert.Zero(t, chance, "no quorum needs nobody")
	_, _, err = power.ChanceNeeded(q, e, 0, 1.1)
	assert.ErrorContains(t, err, "quorate: 1.1")
	_, _, err = power.ChanceNeeded(q, e, 2, 0.5)
	assert.ErrorContains(t, err, "together: 2")
}

func TestGroupsThatAreNotTheMembers(t *testing.T) {
	e := staffAndCommunity(t)
	q := governance.Quorum{Heads: 2, Classes: []governance.ClassQuorum{{Class: "staff", Heads: 1}}}
	_, err := power.Quorate(q, e, []power.Group{{Members: 14}})
	assert.ErrorContains(t, err, "groups: 14 members, where 15 may vote")
	_, err = power.Quorate(q, e, []power.Group{{Members: 15}})
	assert.ErrorContains(t, err, `groups: 0 members of "staff", where 6 may vote (quorum.classes[0])`)
	_, err = power.Quorate(q, e, []power.Group{{Members: -1}})
	assert.ErrorContains(t, err, "groups[0].members: -1")
	_, err = power.Quorate(q, e, []power.Group{{Class: "staff", Members: 6, Chance: 2}, {Members: 9}})
	assert.ErrorContains(t, err, "groups[0].chance: 2")
	q.Classes[0].Class = "users"
	x, err := power.Quorate(q, e, []power.Group{{Members: 15, Chance: 1}})
	require.NoError(t, err)
	assert.Zero(t, x, "a class of nobody cannot come")
}

// twoStages asks for three quarters of half of the members, then for more than half of who votes.
var twoStages = governance.TwoStages{
	First: governance.Majority{
		Share:   governance.AtLeast(3, 4, governance.VotesCast),
		Turnout: governance.AtLeast(1, 2, governance.AllEntitled),
	},
	Second: governance.Majority{Share: governance.MoreThan(1, 2, governance.VotesCast)},
}

func TestTheTurnoutThatTwoStagesNeed(t *testing.T) {
	first, second, ok, err := power.StagesNeeded(twoStages, 401, law.Per(4, 5))
	require.NoError(t, err)
	assert.True(t, ok)
	assert.Equal(t, power.Needed{Cast: 201, For: 151}, first, "half of 401 is 201, and three quarters of those 151")
	assert.Equal(t, power.Needed{Cast: 1, For: 1}, second)
	_, _, ok, err = power.StagesNeeded(twoStages, 401, law.Per(74, 100))
	require.NoError(t, err)
	assert.False(t, ok, "74% is not enough at any turnout")
	all := governance.Majority{Share: governance.AtLeast(1, 2, governance.AllEntitled)}
	n, ok, err := power.CastNeeded(all, 100, law.Per(4, 5))
	require.NoError(t, err)
	assert.True(t, ok)
	assert.Equal(t, power.Needed{Cast: 62, For: 50}, n, "at least four fifths of 62 are 50")
}

func TestTheTurnoutNeededOnEachSide(t *testing.T) {
	r := rand.New(rand.NewPCG(25, 26))
	for range 200 {
		m := governance.Majority{Share: governance.Threshold{Fraction: law.Per(r.Int64N(5), 4), Strict: r.IntN(2) == 0, Of: governance.Base(r.IntN(3))}}
		if r.IntN(2) == 0 {
			m.Turnout = governance.AtLeast(1+r.Int64N(4), 4, governance.AllEntitled)
		}
		entitled, share := 1+r.Int64N(60), law.Per(r.Int64N(9), 8)
		needed, ok, err := power.CastNeeded(m, entitled, share)
		require.NoError(t, err)
		if enough := share.Cmp(m.Share.Fraction); m.Share.Of != governance.AllEntitled && (enough < 0 || enough == 0 && m.Share.Strict) {
			require.False(t, ok)
			continue
		}
		for cast := int64(1); cast <= entitled; cast++ {
			yes := int64(share.OfUp(law.Pence(cast)))
			d, err := governance.Decide(on, m, governance.Tally{For: yes, Against: cast - yes, Entitled: entitled})
			require.NoError(t, err)
			require.Equal(t, d.Passed, ok && cast >= needed.Cast, "%+v: %d of %d", m, cast, entitled)
		}
	}
}

func TestTheChanceOfPassing(t *testing.T) {
	for _, m := range []governance.Majority{twoStages.First, twoStages.Second, {Share: governance.AtLeast(2, 3, governance.AllEntitled)}} {
		turnout := power.Group{Members: 40, Chance: 0.6, Together: 0.05}
		got, err := power.Passing(m, turnout, 0.8)
		require.NoError(t, err)
		want := 0.0
		for cast, p := range mustTurnout(t, turnout) {
			for yes, q := range mustTurnout(t, power.Group{Members: int64(cast), Chance: 0.8}) {
				if d, err := governance.Decide(on, m, governance.Tally{For: int64(yes), Against: int64(cast - yes), Entitled: 40}); err == nil && d.Passed {
					want += p * q
				}
			}
		}
		assert.InDelta(t, want, got, 1e-13, "%v", m.Share)
	}
	both, err := power.PassingStages(twoStages, power.Group{Members: 400, Chance: 0.55}, power.Group{Members: 400, Chance: 0.3}, 0.8)
	require.NoError(t, err)
	one, err := power.Passing(twoStages.First, power.Group{Members: 400, Chance: 0.55}, 0.8)
	require.NoError(t, err)
	assert.InDelta(t, one, both, 1e-9, "the second is all but certain")
	large, err := power.Passing(twoStages.First, power.Group{Members: 100_000, Chance: 0.501}, 0.76)
	require.NoError(t, err)
	half := mustTurnout(t, power.Group{Members: 100_000, Chance: 0.501}).AtLeast(50_000)
	assert.InDelta(t, half, large, 1e-6, "of fifty thousand, 76% is as good as three quarters")
}

func TestChancesOfPassingThatCannotBe(t *testing.T) {
	ok := power.Group{Members: 5, Chance: 0.5}
	heads := governance.Majority{Share: governance.MoreThan(1, 2, governance.VotesCast), Heads: governance.MoreThan(1, 2, governance.VotesCast)}
	for want, call := range map[string]func() error{
		"groups[0].chance: 7": func() error {
			_, err := power.Passing(twoStages.First, power.Group{Members: 1, Chance: 7}, 0.5)
			return err
		},
		"groups[0].members: no": func() error { _, err := power.Passing(twoStages.First, power.Group{}, 0.5); return err },
		"favour: -1":            func() error { _, err := power.Passing(twoStages.First, ok, -1); return err },
		"a majority in number":  func() error { _, err := power.Passing(heads, ok, 0.5); return err },
		"second: bad turnout: groups[0].chance": func() error {
			_, err := power.PassingStages(twoStages, ok, power.Group{Members: 1, Chance: 7}, 0.5)
			return err
		},
		"first: vote refused": func() error {
			_, _, _, err := power.StagesNeeded(governance.TwoStages{First: heads}, 5, law.Per(1, 2))
			return err
		},
		"first: cannot be decided": func() error {
			_, err := power.PassingStages(governance.TwoStages{First: governance.Majority{Turnout: governance.AtLeast(1, 2, governance.VotesCast)}}, ok, ok, 0.5)
			return err
		},
		"share: 150% is not": func() error { _, _, err := power.CastNeeded(twoStages.First, 5, law.Per(3, 2)); return err },
		"entitled: 0":        func() error { _, _, err := power.CastNeeded(twoStages.First, 0, law.Per(1, 2)); return err },
	} {
		assert.ErrorContains(t, call(), want)
	}
}
