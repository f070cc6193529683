package election_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/governance/election"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestMembersOfAClassVoteOnceEachAndByTheirVotes(t *testing.T) {
	joined := law.Known(law.MustDate("2020-01-01"))
	member := func(id, class string, shares int64, left string) governance.Member {
		m := governance.Member{ID: id, Class: class, Joined: joined, Shares: law.Known(shares)}
		if left != "" {
			m.Left = law.Known(law.MustDate(left))
		}
		return m
	}
	reg, err := governance.NewRegister([]governance.Member{
		member("ann", "worker", 5, ""), member("bob", "worker", 2, "2026-03-01"), member("cat", "user", 9, ""), member("dee", "worker", 0, ""),
	})
	require.NoError(t, err)
	roll := election.Roll{Register: reg, On: law.MustDate("2026-02-28"), Class: "worker"}
	s := election.Setup{Seats: 1, Candidates: []string{"X", "Y"}}
	first := func(ref governance.Ref, c int) election.Cast { return election.Cast{Member: ref, Ranks: [][]int{{c}}} }

	b, err := roll.Ballots(s, []election.Cast{first(0, 1), first(1, 2), first(3, 1)})
	require.NoError(t, err)
	assert.Equal(t, []election.Paper{{Weight: 2, Ranks: [][]int{{1}}}, {Weight: 1, Ranks: [][]int{{2}}}}, papers(b), "the day before Bob left")

	byShare := roll
	byShare.Rights.Basis = governance.PerShare
	b, err = byShare.Ballots(s, []election.Cast{first(0, 1), first(1, 2)})
	require.NoError(t, err)
	assert.Equal(t, []election.Paper{{Weight: 5, Ranks: [][]int{{1}}}, {Weight: 2, Ranks: [][]int{{2}}}}, papers(b))

	later := roll
	later.On = law.MustDate("2026-03-01")
	for _, x := range []struct {
		name  string
		roll  election.Roll
		casts []election.Cast
		want  string
	}{
		{"twice", roll, []election.Cast{first(0, 1), first(0, 1)}, `vote refused: papers[1].member: "ann" has voted already`},
		{"another class", roll, []election.Cast{first(2, 1)}, `vote refused: papers[0].member: "cat" is of the class "user", and "worker" elects`},
		{"the day of leaving", later, []election.Cast{first(1, 1)}, `vote refused: papers[0].member: "bob" may not vote on 2026-03-01`},
		{"no shares", byShare, []election.Cast{first(3, 1)}, `vote refused: papers[0].member: "dee" may not vote on 2026-02-28`},
		{"a stranger", roll, []election.Cast{first(4, 1)}, `vote refused: papers[0].member: no such member of the register`},
		{"nobody", roll, []election.Cast{first(-1, 1)}, `vote refused: papers[0].member: no such member of the register`},
	} {
		t.Run(x.name, func(t *testing.T) {
			_, err := x.roll.Ballots(s, x.casts)
			require.ErrorIs(t, err, governance.ErrVote)
			assert.EqualError(t, err, x.want)
		})
	}
	_, err = roll.Ballots(s, []election.Cast{first(0, 3)})
	require.EqualError(t, err, "papers[0]: bad ballots: ranks[0]: there is no candidate 3")
	_, err = roll.Ballots(election.Setup{}, nil)
	require.ErrorIs(t, err, election.ErrBallots)
}
