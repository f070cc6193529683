package election

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Vacancy is a seat, or several, to be filled by counting the ballots of the election again,
// as section 7.1 of ERS97 has it: preferences for those who have left are passed over, nobody
// who sits is excluded, and the count goes on until the seats in which nobody sits are filled.
// It is for the rules of Inclusive and Exclusive.
type Vacancy struct {
	// Vacated are those who have left, and whoever else would not serve now.
	Vacated []int `json:"vacated,omitempty"`
	// Sitting are the others who were elected. They cannot be excluded.
	Sitting []int `json:"sitting,omitempty"`
}

// record copies a vacancy for a result.
func (v *Vacancy) record() *Vacancy {
	if v == nil {
		return nil
	}
	return &Vacancy{slices.Clone(v.Vacated), slices.Clone(v.Sitting)}
}

// strike strikes out those who have left.
func (v *Vacancy) strike(b *Ballots) (*Ballots, error) {
	if v == nil {
		return b, nil
	}
	seen := make(map[int]bool, len(v.Vacated)+len(v.Sitting))
	for _, x := range []struct {
		path string
		list []int
	}{{"vacated", v.Vacated}, {"sitting", v.Sitting}} {
		for i, c := range x.list {
			path := law.Path("vacancy."+x.path, i, "")
			switch {
			case c < 1 || c > b.Len():
				return nil, fmt.Errorf("%w: %s: there is no candidate %d", ErrBallots, path, c)
			case b.withdrawn[c-1]:
				return nil, fmt.Errorf("%w: %s: candidate %d has withdrawn already", ErrBallots, path, c)
			case seen[c]:
				return nil, fmt.Errorf("%w: %s: candidate %d is named twice", ErrBallots, path, c)
			}
			seen[c] = true
		}
	}
	return b.Withdraw(v.Vacated...)
}

// seated says of each candidate who sits. There must be a seat to fill, and for each somebody
// who has left or withdrawn; else one who sits was forgotten.
func (v *Vacancy) seated(b *Ballots, seats int) ([]bool, error) {
	if v == nil {
		return nil, nil
	}
	switch left := len(b.names) - b.standing(); {
	case len(v.Sitting) >= seats:
		return nil, fmt.Errorf("%w: vacancy.sitting: %d of %s leave none to fill", ErrBallots, len(v.Sitting), plural(seats, "seat"))
	case len(v.Sitting)+left < seats:
		return nil, fmt.Errorf("%w: vacancy: %d who sit and %d who have left are fewer than %s", ErrBallots, len(v.Sitting), left, plural(seats, "seat"))
	}
	sits := make([]bool, b.Len())
	for _, c := range v.Sitting {
		sits[c-1] = true
	}
	return sits, nil
}

// seat reports whether a candidate sits, when a vacancy is filled.
func (s *stv) seat(c int) bool { return len(s.sits) > 0 && s.sits[c] }

// vacant is how many places are left for those who do not sit.
func (s *stv) vacant() int {
	vacant := s.left
	for c := range s.sits {
		if s.sits[c] && s.state[c] == hopeful {
			vacant--
		}
	}
	return vacant
}

// safe reports whether a candidate cannot be excluded: one who sits, when a vacancy is
// filled, or who must be elected for a reservation.
func (s *stv) safe(c int) bool {
	return s.seat(c) || s.reserved != nil && s.reserved.all[c] == guarded
}

// fresh keeps candidates who can be excluded.
func (s *stv) fresh(cs []int) []int {
	if s.sits == nil && s.reserved == nil {
		return cs
	}
	return slices.DeleteFunc(slices.Clone(cs), s.safe)
}

// room is how many places are left for those who can be excluded.
func (s *stv) room() int {
	room := s.left
	for c := range s.state {
		if s.state[c] == hopeful && s.safe(c) {
			room--
		}
	}
	return room
}

// admit leaves out of those to be elected, by votes, the last of those who do not sit where
// they are more than there is room for, as can be where a vacancy is filled.
func (s *stv) admit(in []int, way Back, p Parting) ([]int, error) {
	for {
		low := s.fresh(in)
		if len(low) <= s.room() {
			return in, nil
		}
		low = slices.Sorted(slices.Values(extremes(low, s.votes, true)))
		out, err := s.pick(ToExclude, low, way, p)
		if err != nil {
			return nil, err
		}
		in = without(in, out)
	}
}
