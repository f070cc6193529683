package election

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Reservation bounds how many of a group of candidates are elected: seats for women, for a
// region, for a class of members. Where there are reservations it is seen, before anybody is
// elected or excluded, who must be elected for all of them to be met, and who cannot be: the
// first are guarded from exclusion; the others are doomed, are not elected whatever their
// votes, and are excluded together when next somebody is to be. Nobody else is excluded in
// a group. When a vacancy is filled, whoever sits is among those who are elected.
//
// None of the texts of the rules, which are those of Inclusive and Exclusive, foresees reservations.
// Those that no set of the candidates can meet are refused.
type Reservation struct {
	Name string `json:"name,omitempty"`
	// Group are the candidates by number.
	Group []int `json:"group"`
	// Least and Most are how many of them may be elected; without Most there is no such bound.
	Least int           `json:"least,omitempty"`
	Most  law.Fact[int] `json:"most,omitzero"`
}

// What reservations may be. They bound the search for who may still be elected.
const (
	MaxReservations = 8
	maxSpreads      = 100_000
)

// recorded copies reservations for a result.
func recorded(of []Reservation) []Reservation {
	out := slices.Clone(of)
	for i := range out {
		out[i].Group = slices.Clone(out[i].Group)
	}
	return out
}

// outlook is what reservations make of a candidate.
type outlook uint8

const (
	free outlook = iota
	guarded
	doomed
)

// reserved are the reservations of one count.
type reserved struct {
	of  []Reservation
	in  []uint8 // of each candidate, the groups
	all []outlook
}

// A spread is how many are elected, of each group and in all.
type spread [MaxReservations + 1]int16

func newReserved(b *Ballots, of []Reservation) (*reserved, error) {
	if len(of) == 0 {
		return nil, nil
	}
	if len(of) > MaxReservations {
		return nil, fmt.Errorf("%w: reservations: %d are more than %d", ErrBallots, len(of), MaxReservations)
	}
	r := &reserved{of: of, in: make([]uint8, b.Len()), all: make([]outlook, b.Len())}
	for i, x := range of {
		path := func(field string) string { return law.Path("reservations", i, field) }
		most, bounded := x.Most.Get()
		switch {
		case x.Least < 0:
			return nil, fmt.Errorf("%w: %s: %d is less than none", ErrBallots, path("least"), x.Least)
		case bounded && most < x.Least:
			return nil, fmt.Errorf("%w: %s: %d is less than the least, %d", ErrBallots, path("most"), most, x.Least)
		case len(x.Group) == 0:
			return nil, fmt.Errorf("%w: %s: nobody is named", ErrBallots, path("group"))
		}
		for k, c := range x.Group {
			switch {
			case c < 1 || c > b.Len():
				return nil, fmt.Errorf("%w: %s: there is no candidate %d", ErrBallots, law.Path(path("group"), k, ""), c)
			case r.in[c-1]>>i&1 > 0:
				return nil, fmt.Errorf("%w: %s: candidate %d is named twice", ErrBallots, law.Path(path("group"), k, ""), c)
			}
			r.in[c-1] |= 1 << i
		}
	}
	return r, nil
}

// look sees who must be elected, and who cannot be, as the count stands.
func (s *stv) look() error {
	r := s.reserved
	if r == nil {
		return nil
	}
	var cells [1 << MaxReservations]int16 // how many are hopeful, by the groups they are in
	var start spread
	for c := range s.state {
		switch {
		case s.state[c] == elected || s.seat(c):
			r.add(&start, r.in[c], 1)
		case s.state[c] == hopeful:
			cells[r.in[c]]++
		}
	}
	start[MaxReservations] = 0
	vacant := int16(s.vacant())
	can := func(cell int, least, most int16) (bool, error) {
		return r.can(start, cells[:], vacant, cell, least, most)
	}
	if some, err := can(0, 0, cells[0]); err != nil || !some {
		if err == nil {
			err = fmt.Errorf("%w: reservations: no set of the candidates meets them", ErrBallots)
		}
		return err
	}
	for cell, n := range cells {
		if n == 0 {
			continue
		}
		with, err := can(cell, 1, n)
		if err != nil {
			return err
		}
		without, err := can(cell, 0, n-1)
		if err != nil {
			return err
		}
		for c := range s.state {
			if s.state[c] == hopeful && !s.seat(c) && int(r.in[c]) == cell {
				switch r.all[c] = free; {
				case !with:
					r.all[c] = doomed
				case !without:
					r.all[c] = guarded
				}
			}
		}
	}
	return nil
}

// add counts candidates who are in groups.
func (r *reserved) add(m *spread, groups uint8, n int16) {
	for i := range r.of {
		if groups>>i&1 > 0 {
			m[i] += n
		}
	}
	m[MaxReservations] += n
}

// can reports whether places can be filled so that all reservations are met, with so many of
// one cell.
func (r *reserved) can(start spread, cells []int16, places int16, cell int, least, most int16) (bool, error) {
	spreads := map[spread]bool{start: true}
	for g, n := range cells {
		from, to := int16(0), n
		if g == cell {
			from, to = least, most
		}
		if n == 0 {
			continue
		}
		next := make(map[spread]bool, len(spreads))
		for m := range spreads {
			for k := from; k <= to; k++ {
				x := m
				if r.add(&x, uint8(g), k); x[MaxReservations] > places || r.over(&x) {
					break
				}
				next[x] = true
			}
		}
		if spreads = next; len(spreads) > maxSpreads {
			return false, fmt.Errorf("%w: reservations: more than %d spreads of candidates", ErrBallots, maxSpreads)
		}
	}
	for m := range spreads {
		if m[MaxReservations] == places && r.enough(&m) {
			return true, nil
		}
	}
	return false, nil
}

// over reports whether a spread has more of a group than there may be.
func (r *reserved) over(m *spread) bool {
	for i, x := range r.of {
		if most, bounded := x.Most.Get(); bounded && int(m[i]) > most {
			return true
		}
	}
	return false
}

// enough reports whether a spread has as many of each group as there must be.
func (r *reserved) enough(m *spread) bool {
	for i, x := range r.of {
		if int(m[i]) < x.Least {
			return false
		}
	}
	return true
}

// whose lists the hopeful of an outlook, by number.
func (s *stv) whose(is outlook) (cs []int) {
	if s.reserved != nil {
		for c := range s.state {
			if s.state[c] == hopeful && s.reserved.all[c] == is {
				cs = append(cs, c)
			}
		}
	}
	return cs
}

// outlooks tells in a stage who is guarded from its end, and who doomed.
func (s *stv) outlooks(st *Stage) {
	if s.reserved != nil && s.left > 0 {
		for c, is := range s.reserved.all {
			switch {
			case s.state[c] != hopeful || is == free:
			case is == guarded:
				st.Guarded = append(st.Guarded, c+1)
			default:
				st.Doomed = append(st.Doomed, c+1)
			}
		}
	}
}

// allowed leaves out the doomed.
func (s *stv) allowed(cs []int) []int {
	if s.reserved == nil {
		return cs
	}
	return slices.DeleteFunc(cs, func(c int) bool { return s.reserved.all[c] == doomed })
}

// choose elects those who have the votes for it, most votes first, as far as a vacancy or
// reservations leave room. Equals under reservations are parted as for a surplus.
func (s *stv) choose(in []int, way Back, p Parting) ([]int, error) {
	if s.reserved == nil || len(in) == s.left && len(s.in(hopeful)) == s.left {
		if err := s.look(); err != nil {
			return nil, err
		}
		in, err := s.admit(s.byVotes(in, s.votes), way, p)
		s.become(elected, in...)
		return in, err
	}
	var out []int
	for s.left > 0 {
		if err := s.look(); err != nil {
			return nil, err
		}
		if in = s.allowed(in); len(in) == 0 {
			break
		}
		c, err := s.largest(in, way, p)
		if err != nil {
			return nil, err
		}
		s.become(elected, c)
		out, in = append(out, c), without(in, c)
	}
	return out, nil
}
