package election

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
)

// A Lot is the order that broke ties, and the seed it was drawn from if there was one.
type Lot struct {
	Order []int  `json:"order"`
	Seed  string `json:"seed,omitempty"`
}

// A lot is the order of one count.
type lot struct {
	given  *Lot
	place  []int                // of each candidate, from 1; 0 for those outside the order
	choose func(left []int) int // in place of an order
}

func (l *lot) record() *Lot { return l.given }

func newLot(b *Ballots, o Options) (lot, error) {
	l := lot{place: make([]int, b.Len())}
	order := o.Lot
	switch {
	case len(order) > 0 && o.Seed != "":
		return lot{}, fmt.Errorf("%w: lot: both an order and a seed are given", ErrBallots)
	case o.Seed != "":
		order = LotOrder(o.Seed, b.Len())
	case len(order) == 0:
		return l, nil
	}
	for i, c := range order {
		switch {
		case c < 1 || c > b.Len():
			return lot{}, fmt.Errorf("%w: lot[%d]: there is no candidate %d", ErrBallots, i, c)
		case l.place[c-1] != 0:
			return lot{}, fmt.Errorf("%w: lot[%d]: candidate %d is drawn already", ErrBallots, i, c)
		}
		l.place[c-1] = i + 1
	}
	l.given = &Lot{slices.Clone(order), o.Seed}
	return l, nil
}

// LotOrder draws an order of candidates 1 to n from a seed that anybody can draw again: the
// candidates are listed by number; for i from n down to 2, the one in place i changes places
// with the one in place 1 + x mod i, where x is the next number drawn. Numbers are the first
// eight bytes, most significant first, of SHA-256 of the seed followed by a counter of eight
// bytes, most significant first, from 0; a number that is not below the greatest multiple of i
// within 64 bits is passed over.
func LotOrder(seed string, n int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i + 1
	}
	counter := uint64(0)
	for i := uint64(n); i > 1; i-- {
		over := math.MaxUint64 - (math.MaxUint64%i+1)%i // the last number taken
		x := uint64(math.MaxUint64)
		for first := true; first || x > over; first = false {
			sum := sha256.Sum256(binary.BigEndian.AppendUint64([]byte(seed), counter))
			x = binary.BigEndian.Uint64(sum[:8])
			counter++
		}
		j := x % i
		order[i-1], order[j] = order[j], order[i-1]
	}
	return order
}
