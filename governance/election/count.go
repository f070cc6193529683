package election

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
)

// Options are what a count needs beside ballots and a rule. The zero Options count for the
// seats that the ballots name, and refuse to break a tie by lot.
type Options struct {
	// Seats, unless 0, are counted for in place of those of the ballots.
	Seats int
	// Lot is an order of candidates drawn in public: of equals, the first in it is excluded
	// first, or left out of the last place, or has the surplus transferred first. It may
	// leave out candidates who need no lot.
	Lot []int
	// Seed, where no Lot is given, draws the order: see LotOrder.
	Seed string
	// Vacancy, if there is one, is filled by counting the ballots of the election again. It is
	// for the rules of Inclusive and Exclusive.
	Vacancy *Vacancy
	// Reservations bound how many of groups of candidates are elected. They are for the rules
	// of Inclusive and Exclusive.
	Reservations []Reservation
	// Workers is how many goroutines may count, 0 for one a processor. The result does not
	// depend on it.
	Workers int
}

// ErrSum is wrapped where a count goes wrong in itself: the votes of a stage do not add up
// to the valid total. It is a fault of this package and never of the ballots.
var ErrSum = errors.New("the count does not add up")

// refusal says why a rule does not count as the options ask.
func (o *Options) refusal(r Rule) error {
	switch r.(type) {
	case Inclusive, Exclusive:
		return nil
	default:
	}
	switch name := r.Describe().Name; {
	case o.Vacancy != nil:
		return fmt.Errorf("%w: vacancy: %s fills none by a recount", ErrRule, name)
	case len(o.Reservations) > 0:
		return fmt.Errorf("%w: reservations: %s knows none", ErrRule, name)
	}
	return nil
}

// Count counts ballots by a rule. Errors wrap ErrBallots where the rule does not take such
// ballots, ErrRule for a parameter that cannot be, and ErrLotNeeded where candidates are tied and
// no lot was given; there is no partial result.
func Count(b *Ballots, r Rule, o Options) (*Result, error) {
	t, err := newTally(b, r, o)
	if err != nil {
		return nil, err
	}
	return t.run(r)
}

func (t *tally) run(r Rule) (*Result, error) {
	if err := r.count(t); err != nil {
		return nil, err
	}
	return t.res, nil
}

// A tally is one count under way: what every rule needs and what it adds to.
type tally struct {
	b        *Ballots
	about    About
	n        int // candidates
	seats    int
	unit     Unit
	one      int64 // a whole vote in units
	scale    int64 // a paper of weight 1 in units
	valid    int64 // all valid papers in units
	workers  int
	lot      lot
	summed   bool   // whether votes and non-transferable must make the valid total
	sits     []bool // who sits, in a recount for a vacancy; else nil
	reserved *reserved
	res      *Result
}

func newTally(b *Ballots, r Rule, o Options) (*tally, error) {
	a := r.Describe()
	if err := a.refusal(b); err != nil {
		return nil, err
	}
	if err := o.refusal(r); err != nil {
		return nil, err
	}
	b, err := o.Vacancy.strike(b)
	if err != nil {
		return nil, err
	}
	changes, err := varied(r)
	if err != nil {
		return nil, err
	}
	t := &tally{b: b, about: a, n: b.Len(), seats: o.Seats, unit: a.Places + b.Unit(), scale: a.Places.One(), workers: o.Workers, summed: true}
	if t.seats == 0 {
		t.seats = b.Seats()
	}
	if a.SingleWinner {
		t.seats = 1
	}
	t.one = t.unit.One()
	if t.seats < 1 || t.seats > b.standing() {
		return nil, fmt.Errorf("%w: seats: %d, for %d candidates", ErrBallots, t.seats, b.standing())
	}
	// A count may hold sums of twice the valid total.
	if t.unit > maxPlaces || b.Valid() > (1<<62)/t.scale {
		return nil, fmt.Errorf("%w: %s: papers that weigh %s are too many for %d decimal places",
			ErrBallots, a.Name, b.Unit().Format(b.Valid()), t.unit)
	}
	t.valid = b.Valid() * t.scale
	if t.lot, err = newLot(b, o); err != nil {
		return nil, err
	}
	if t.workers <= 0 {
		t.workers = runtime.GOMAXPROCS(0)
	}
	t.res = &Result{
		Rule: a.Name, Varied: changes, Title: b.Title(), Candidates: b.Names(), Withdrawn: b.Withdrawn(),
		Unit: t.unit, Valid: t.valid, Blank: b.Blank() * t.scale, Spent: b.Spent() * t.scale, Seats: t.seats, Lot: t.lot.record(),
		Vacancy: o.Vacancy.record(), Reservations: recorded(o.Reservations),
	}
	if t.sits, err = o.Vacancy.seated(b, t.seats); err != nil {
		return nil, err
	}
	t.reserved, err = newReserved(b, o.Reservations)
	return t, err
}

// record adds a stage to the result and checks its sum. It numbers the stage, copies its
// votes, and adds those it elects to the order of election.
func (t *tally) record(s Stage) error {
	s.N = len(t.res.Stages) + 1
	s.Votes = slices.Clone(s.Votes)
	if t.summed {
		sum := s.NonTransferable
		for _, v := range s.Votes {
			sum += v
		}
		if sum != t.res.Valid {
			return fmt.Errorf("%w: %s: stage %d has %s, of %s valid", ErrSum, t.about.Name, s.N, t.unit.Format(sum), t.unit.Format(t.res.Valid))
		}
	}
	t.res.Elected = append(t.res.Elected, s.Elected...)
	t.res.Stages = append(t.res.Stages, s)
	return nil
}

// numbers turns places of candidates, from 0, into their numbers, from 1.
func numbers(cs []int) []int {
	out := make([]int, len(cs))
	for i, c := range cs {
		out[i] = c + 1
	}
	return out
}

// sorted returns candidates by number.
func sorted(cs []int) []int { return slices.Sorted(slices.Values(cs)) }

// without returns candidates but for one.
func without(cs []int, c int) []int {
	return slices.DeleteFunc(slices.Clone(cs), func(x int) bool { return x == c })
}
