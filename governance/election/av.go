package election

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Alternative is the alternative vote, or instant run-off: one seat; the lowest is excluded
// until somebody has a majority.
type Alternative struct {
	About
	// Majority says of what more than half is a majority.
	Majority Majority `json:"majority"`
	// Together excludes at once all of the lowest who have fewer votes together than the
	// next. It shortens the sheet and changes no winner.
	Together bool `json:"together"`
	// Ties is the way through history, Several how it parts three or more.
	Ties    Back    `json:"ties"`
	Several Parting `json:"several"`
}

// Majority says when a count by the alternative vote ends. Bodies' rules differ.
type Majority uint8

// A majority is more than half of the votes still in play; or of all valid votes, or else the
// more votes of the last two; or the count goes on until one is left.
const (
	OfInPlay Majority = iota + 1
	OfValid
	UntilOne
)

var majorities = []string{"", "in_play", "valid", "until_one"}

// String gives the JSON value.
func (m Majority) String() string { return law.NameOf(majorities, m) }

// MarshalText writes String.
func (m Majority) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads what String writes.
func (m *Majority) UnmarshalText(b []byte) error {
	return law.ParseName(m, majorities, b, "a majority")
}

// AV is the alternative vote as most bodies have it: more than half of the votes still in
// play elects; of equal lowest the one with fewest at the latest earlier stage is excluded.
func AV() Alternative {
	return Alternative{
		About: About{
			Name: "av", Title: "Alternative vote", SingleWinner: true,
			Source: "common usage, as in the Parliamentary Voting System and Constituencies Act 2011, s. 9 (not brought into force); the body's own rules",
		},
		Majority: OfInPlay, Ties: Backwards,
	}
}

func (a Alternative) with(parameters []byte) (Rule, error) { return decode(a, parameters) }

func (a Alternative) count(t *tally) error {
	if a.Majority < OfInPlay || a.Majority > UntilOne || a.Ties > Forwards || a.Several > AllDifferent {
		return fmt.Errorf("%w: %s: majority: %v, ties: %v, several: %v", ErrRule, a.Name, a.Majority, a.Ties, a.Several)
	}
	s := newSTV(t)
	for st := (Stage{Kind: First}); ; {
		low := s.ascending()
		if c := low[len(low)-1]; len(low) == 1 || a.has(s, low) {
			s.become(elected, c)
			st.Elected = []int{c + 1}
		}
		if err := s.record(st); err != nil || s.left == 0 {
			return err
		}
		var err error
		if st, err = a.exclude(s, low); err != nil {
			return err
		}
	}
}

// has reports whether the last of those in ascending order has a majority.
func (a Alternative) has(s *stv, low []int) bool {
	most := s.votes[low[len(low)-1]]
	switch a.Majority {
	case OfValid:
		return most > s.valid-most || len(low) == 2 && most > s.votes[low[0]]
	case UntilOne:
		return false
	default:
		return most > s.valid-s.nt-most
	}
}

// exclude excludes the lowest.
func (a Alternative) exclude(s *stv, low []int) (Stage, error) {
	out := low[:0:0]
	if a.Together {
		out = low[:losers(s, low, 0)]
	}
	if len(out) == 0 {
		c, err := s.lowest(low, a.Ties, a.Several)
		if err != nil {
			return Stage{}, err
		}
		out = []int{c}
	}
	st := Stage{Kind: Exclude, Of: One(out[0] + 1), Excluded: numbers(out)}
	if a.Together {
		st.Of = Together(numbers(out)...)
	}
	s.exclude(out)
	return st, nil
}
