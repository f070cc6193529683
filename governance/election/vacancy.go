package election

import (
	"fmt"
	"slices"
)

// A Vacancy is a seat, or several, to be filled by counting the ballots of the election again.
type Vacancy struct {
	// Vacated are those who leave; whoever will not serve is added to them.
	Vacated []int
	// Sitting are the others who were elected. They cannot be excluded.
	Sitting []int
}

// FillVacancy counts ballots again to fill a casual vacancy, as section 7.1 of ERS97 has it:
// those who leave are struck out, those who sit are kept from exclusion, and the count goes on
// until as many others are elected as have left. The result has them in Elected, with such of
// the sitting as reached the quota before. It is for the rules of Inclusive and Exclusive.
func FillVacancy(b *Ballots, r Rule, v Vacancy, o Options) (*Result, error) {
	switch r.(type) {
	case Inclusive, Exclusive:
	default:
		return nil, fmt.Errorf("%w: %s fills no vacancy by a recount", ErrRule, r.Describe().Name)
	}
	for i, c := range v.Sitting {
		if c < 1 || c > b.Len() || b.withdrawn[c-1] || slices.Contains(v.Vacated, c) || slices.Contains(v.Sitting[:i], c) {
			return nil, fmt.Errorf("%w: sitting[%d]: candidate %d does not stand, or not any more, or is named twice", ErrBallots, i, c)
		}
	}
	left, err := b.Withdraw(v.Vacated...)
	if err != nil {
		return nil, err
	}
	t, err := newTally(left, r, o)
	if err != nil {
		return nil, err
	}
	if len(v.Sitting) >= t.seats {
		return nil, fmt.Errorf("%w: sitting: %d of %d seats leave none to fill", ErrBallots, len(v.Sitting), t.seats)
	}
	t.sits = make([]bool, t.n)
	for _, c := range v.Sitting {
		t.sits[c-1] = true
	}
	t.res.Varied = append(t.res.Varied, fmt.Sprintf("vacancy: %v sit, %v have left", v.Sitting, v.Vacated))
	return t.run(r)
}

// safe reports whether a candidate cannot be excluded: one who sits, when a vacancy is
// filled, or who must be elected for a reservation.
func (s *stv) safe(c int) bool {
	return len(s.sits) > 0 && s.sits[c] || s.reserved != nil && s.reserved.all[c] == guarded
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
