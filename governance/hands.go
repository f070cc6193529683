package governance

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Capacity is in what capacity a person raises a hand.
type Capacity uint8

// A hand is raised by a member in person, by a proxy, or by a representative of a body
// corporate.
const (
	InPerson Capacity = iota + 1
	AsProxy
	AsRepresentative
)

var capacities = []string{"", "in-person", "as-proxy", "as-representative"}

// String gives the JSON value.
func (c Capacity) String() string { return law.NameOf(capacities, c) }

// MarshalText writes String.
func (c Capacity) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads what String writes.
func (c *Capacity) UnmarshalText(b []byte) error {
	return law.ParseName(c, capacities, b, "a capacity")
}

// A Hand is one person's vote on a show of hands, in one capacity.
type Hand struct {
	Person string
	As     Capacity
	// Member is the member in person, or whom a representative represents. A proxy may stand
	// for several members.
	Member  Ref
	Members []Ref
	// Choice is the person's own. A proxy whose members gave instructions has one for each of
	// Members, the zero Choice where there was none.
	Choice     Choice
	Instructed []Choice
}

// HandRules say what a constitution makes of proxies on a show of hands.
type HandRules struct {
	// ProxiesVote lets proxies vote on hands, one vote each however many members they stand for.
	ProxiesVote bool `json:"proxies_vote"`
	// SplitBothWays gives a proxy of several members who instructed opposite ways one vote for
	// and one against.
	SplitBothWays bool `json:"split_both_ways"`
}

// ShowOfHands counts hands: one for each member present in person, whatever the shares held,
// one for each representative, and for proxies as the rules say. It differs from a poll by
// design. It refuses a stranger, a member without a vote, a person who votes twice in one
// capacity, a second hand for a member with one vote, and a hand without a choice.
func (e *Entitled) ShowOfHands(rules HandRules, hands []Hand) (Tally, error) {
	c, err := e.countHands(rules, hands, nil, nil)
	return c.Votes, err
}

// countHands counts hands, leaving out hands in favour that stand for interested members
// only, and all that stand for excluded ones only.
func (e *Entitled) countHands(rules HandRules, hands []Hand, interested, excluded []Ref) (Count, error) {
	t := &handTeller{e: e, rules: rules, raised: make(map[seat]bool, len(hands)), voted: make(map[Ref]bool, len(hands)), alone: map[Ref]bool{}}
	for i := range hands {
		h := &hands[i]
		if why := t.refuses(h); why != "" {
			return Count{}, fmt.Errorf("%w: %s: %s", ErrVote, law.Path("hands", i, ""), why)
		}
		yes, no := h.ways(rules)
		switch out := standsOnlyFor(h, excluded); {
		case out || yes && standsOnlyFor(h, interested):
			t.sum.LeftOut += bit(yes) + bit(no && out)
			t.sum.Votes.Against += bit(no && !out)
		default:
			t.sum.Votes.For += bit(yes)
			t.sum.Votes.Against += bit(no)
			t.sum.Votes.Abstained += bit(!yes && !no)
		}
	}
	t.sum.Votes.Present = t.sum.Votes.Cast() + t.sum.Votes.Abstained
	t.sum.Heads = t.sum.Votes
	return t.sum, nil
}

func standsOnlyFor(h *Hand, members []Ref) bool {
	return len(members) > 0 && !slices.ContainsFunc(h.stands(), func(r Ref) bool { return !slices.Contains(members, r) })
}

type seat struct {
	person string
	as     Capacity
}

type handTeller struct {
	e      *Entitled
	rules  HandRules
	raised map[seat]bool
	voted  map[Ref]bool
	alone  map[Ref]bool // members of one vote for whom alone a hand is raised
	sum    Count
}

// refuses says why a hand is not counted; empty where it is.
func (t *handTeller) refuses(h *Hand) string {
	s := seat{h.Person, h.As}
	if t.raised[s] && h.As != AsRepresentative {
		return fmt.Sprintf("%q votes twice %v", h.Person, h.As)
	}
	t.raised[s] = true
	for _, ref := range h.stands() {
		if t.e.VotesOf(ref) == 0 {
			return fmt.Sprintf("%q stands for somebody who may not vote", h.Person)
		}
	}
	switch h.As {
	case InPerson:
		if t.voted[h.Member] {
			return fmt.Sprintf("%q has voted already", t.e.reg.members[h.Member].ID)
		}
		t.voted[h.Member] = true
	case AsProxy:
		if !t.rules.ProxiesVote {
			return "proxies have no vote on a show of hands"
		}
		if len(h.Members) == 0 || len(h.Instructed) > 0 && len(h.Instructed) != len(h.Members) {
			return fmt.Sprintf("%q is a proxy for %d members, with %d instructions", h.Person, len(h.Members), len(h.Instructed))
		}
	case AsRepresentative:
	default:
		return fmt.Sprintf("%q votes in no capacity", h.Person)
	}
	if ref, ok := h.standsFor(); ok && h.As != AsRepresentative && t.e.votes[ref] == 1 {
		if t.alone[ref] {
			return fmt.Sprintf("%q has one vote, and a hand was raised for it", t.e.reg.members[ref].ID)
		}
		t.alone[ref] = true
	}
	if yes, no := h.ways(t.rules); !yes && !no && h.Choice != Abstained {
		return fmt.Sprintf("%q made no choice", h.Person)
	}
	return ""
}

// standsFor is the member for whom alone a hand is raised, if it is for one alone.
func (h *Hand) standsFor() (Ref, bool) {
	all := h.stands()
	return all[0], !slices.ContainsFunc(all, func(r Ref) bool { return r != all[0] })
}

func (h *Hand) stands() []Ref {
	if h.As == AsProxy {
		return h.Members
	}
	return []Ref{h.Member}
}

// ways says how a hand counts: both ways only for a proxy of members who disagree.
func (h *Hand) ways(rules HandRules) (yes, no bool) {
	if h.As == AsProxy && rules.SplitBothWays {
		for _, c := range h.Instructed {
			yes = yes || c == ChoseFor
			no = no || c == ChoseAgainst
		}
		if yes && no {
			return true, true
		}
	}
	return h.Choice == ChoseFor, h.Choice == ChoseAgainst
}

func bit(b bool) int64 {
	if b {
		return 1
	}
	return 0
}
