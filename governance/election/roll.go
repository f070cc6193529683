package election

import (
	"fmt"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Roll is who may vote in an election: the members of a register, or of one class of it,
// as at a date and by the body's own voting rights.
type Roll struct {
	Register *governance.Register
	Rights   governance.VotingRights
	On       law.Date
	// Class, if not empty, is the one that elects.
	Class string
	// Question is what the election is about, where the rights of some rise on it.
	Question string
}

// A Cast is the paper of one member.
type Cast struct {
	Member governance.Ref
	// Ranks are the candidates by rank, from 1; several in one rank are equal.
	Ranks [][]int
}

// Ballots puts the papers of members together. Each weighs as many votes as its member has.
// It refuses, wrapping governance.ErrVote and naming the place, a stranger to the register, a
// member who may not vote on the date, one of another class, and a second paper of a member;
// and then counts none. Who voted how is not kept.
func (r *Roll) Ballots(s Setup, papers []Cast) (*Ballots, error) {
	entitled, err := r.Register.Entitle(&r.Rights, r.On, r.Question)
	if err != nil {
		return nil, err
	}
	n, err := NewBuilder(s)
	if err != nil {
		return nil, err
	}
	voted := make([]bool, r.Register.Len())
	for i, p := range papers {
		refuse := func(why string, about ...any) error {
			return fmt.Errorf("%w: %s: %s", governance.ErrVote, law.Path("papers", i, "member"), fmt.Sprintf(why, about...))
		}
		if p.Member < 0 || int(p.Member) >= len(voted) {
			return nil, refuse("no such member of the register")
		}
		m, votes := r.Register.Member(p.Member), entitled.VotesOf(p.Member)
		switch {
		case votes == 0:
			return nil, refuse("%q may not vote on %v", m.ID, r.On)
		case r.Class != "" && m.Class != r.Class:
			return nil, refuse("%q is of the class %q, and %q elects", m.ID, m.Class, r.Class)
		case voted[p.Member]:
			return nil, refuse("%q has voted already", m.ID)
		}
		voted[p.Member] = true
		if err := n.AddRanks(votes, p.Ranks...); err != nil {
			return nil, fmt.Errorf("papers[%d]: %w", i, err)
		}
	}
	return n.Ballots(), nil
}
