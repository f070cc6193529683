package governance

import (
	"fmt"

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
// capacity, and a hand without a choice.
func (e *Entitled) ShowOfHands(rules HandRules, hands []Hand) (Tally, error) {
	type seat struct {
		person string
		as     Capacity
	}
	raised := make(map[seat]bool, len(hands))
	voted := make(map[Ref]bool, len(hands))
	var t Tally
	for i := range hands {
		h := &hands[i]
		bad := func(format string, args ...any) (Tally, error) {
			return Tally{}, fmt.Errorf("%w: %s: %s", ErrVote, law.Path("hands", i, ""), fmt.Sprintf(format, args...))
		}
		if raised[seat{h.Person, h.As}] && h.As != AsRepresentative {
			return bad("%q votes twice %v", h.Person, h.As)
		}
		raised[seat{h.Person, h.As}] = true
		for _, ref := range h.stands() {
			if e.VotesOf(ref) == 0 {
				return bad("%q stands for somebody who may not vote", h.Person)
			}
		}
		switch h.As {
		case InPerson:
			if voted[h.Member] {
				return bad("%q has voted already", e.reg.members[h.Member].ID)
			}
			voted[h.Member] = true
		case AsProxy:
			if !rules.ProxiesVote {
				return bad("proxies have no vote on a show of hands")
			}
			if len(h.Members) == 0 || len(h.Instructed) > 0 && len(h.Instructed) != len(h.Members) {
				return bad("%q is a proxy for %d members, with %d instructions", h.Person, len(h.Members), len(h.Instructed))
			}
		case AsRepresentative:
		default:
			return bad("%q votes in no capacity", h.Person)
		}
		yes, no := h.ways(rules)
		switch {
		case yes || no:
			t.For += bit(yes)
			t.Against += bit(no)
		case h.Choice == Abstained:
			t.Abstained++
		default:
			return bad("%q made no choice", h.Person)
		}
	}
	t.Present = t.Cast() + t.Abstained
	return t, nil
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
