package election

import (
	"cmp"
	"errors"
	"fmt"
	"math/bits"
	"slices"
)

// MaxMargin is the most candidates for whom MarginOfVictory searches.
const MaxMargin = 10

// ErrMargin is wrapped where a margin cannot be found.
var ErrMargin = errors.New("no margin")

// A Margin is how few papers, marked otherwise, would have elected another by the
// alternative vote, ties falling as they may.
type Margin struct {
	// Victory is that number, exactly. It is never more than LastRound.
	Victory int64 `json:"margin_of_victory"`
	// LastRound is half of what parts the last two, rounded up.
	LastRound int64 `json:"last_round_margin"`
	// Order is an order of exclusion, the new winner last, that so many papers would bring about.
	Order []int `json:"order"`
}

// LastRoundMargin counts by the alternative vote until two are left, and returns half of
// what parts them, rounded up: so many papers marked otherwise would make them equal at least.
// Equals are excluded by number; papers must not rank candidates equal.
func LastRoundMargin(b *Ballots) (int64, error) {
	m, err := newMargins(b)
	if err != nil {
		return 0, err
	}
	margin, _ := m.lastRound()
	return margin, nil
}

// MarginOfVictory finds the exact margin of a winner by the alternative vote, for elections
// of at most MaxMargin candidates. It tries orders of exclusion from their ends: for each end
// a linear programme says how many papers must change at least, and only ends that may still
// do with fewer than the best order known are made longer. The programme is solved in floats,
// but they only guide: what counts is a bound recomputed from its multipliers in whole numbers,
// and an order is taken only with whole papers that bring it about. (Magrino and others 2011;
// Blom and others 2016.)
func MarginOfVictory(b *Ballots, winner int) (*Margin, error) {
	m, err := newMargins(b)
	if err != nil {
		return nil, err
	}
	switch {
	case m.n > MaxMargin:
		return nil, fmt.Errorf("%w: %d candidates are more than %d", ErrMargin, m.n, MaxMargin)
	case winner < 1 || winner > b.Len() || b.withdrawn[winner-1]:
		return nil, fmt.Errorf("%w: there is no candidate %d", ErrMargin, winner)
	case m.n < 2:
		return nil, fmt.Errorf("%w: nobody else stands", ErrMargin)
	}
	return m.search(slices.Index(m.standing, winner-1))
}

// margins are papers for the search: rankings of candidates who stand, from 0.
type margins struct {
	n        int
	standing []int // the places in the ballots of those who stand
	papers   [][]uint8
	weight   []int64
	all      int64
}

func newMargins(b *Ballots) (*margins, error) {
	switch {
	case b.HasEqual() || b.Scored():
		return nil, fmt.Errorf("%w: it is of papers that rank candidates in turn", ErrMargin)
	case b.Unit() > 0:
		return nil, fmt.Errorf("%w: it is of whole papers, and these weigh parts of a vote", ErrMargin)
	case b.standing() > 255:
		return nil, fmt.Errorf("%w: more than 255 candidates", ErrMargin)
	case b.Valid() > 1<<31:
		return nil, fmt.Errorf("%w: more than %d papers", ErrMargin, int64(1)<<31)
	}
	m := &margins{n: b.standing(), all: b.Valid()}
	at := make([]uint8, b.Len())
	for c, gone := range b.withdrawn {
		if !gone {
			at[c] = uint8(len(m.standing))
			m.standing = append(m.standing, c)
		}
	}
	for i := range b.start {
		prefs := b.prefs[b.start[i]:b.end(i)]
		p := make([]uint8, len(prefs))
		for k, c := range prefs {
			p[k] = at[c]
		}
		m.papers, m.weight = append(m.papers, p), append(m.weight, b.weight[i])
	}
	return m, nil
}

// lastRound returns the last-round margin and the order of exclusion, winner last.
func (m *margins) lastRound() (int64, []int) {
	in := make([]bool, m.n)
	for c := range in {
		in[c] = true
	}
	var order []int
	for {
		votes := make([]int64, m.n)
		for i, p := range m.papers {
			if k := slices.IndexFunc(p, func(c uint8) bool { return in[c] }); k >= 0 {
				votes[p[k]] += m.weight[i]
			}
		}
		lowest, next := -1, -1 // next matters only where two are left
		for c := range m.n {
			switch {
			case !in[c]:
			case lowest < 0 || votes[c] < votes[lowest]:
				lowest, next = c, lowest
			default:
				next = c
			}
		}
		order, in[lowest] = append(order, lowest), false
		switch m.n - len(order) {
		case 0: // nobody else stood
			return m.all, order
		case 1:
			return (votes[next] - votes[lowest] + 1) / 2, append(order, next)
		}
	}
}

// A closing is the end of an order of exclusion and how many papers it takes at least.
type closing struct {
	order []int
	least int64
}

// closings are those still to be made longer, the one that takes fewest last.
type closings []closing

func (h *closings) push(c closing) {
	at, _ := slices.BinarySearchFunc(*h, c, func(x, y closing) int { return cmp.Compare(y.least, x.least) })
	*h = slices.Insert(*h, at, c)
}

func (h *closings) pop() closing {
	last := len(*h) - 1
	c := (*h)[last]
	*h = (*h)[:last]
	return c
}

func (m *margins) search(winner int) (*Margin, error) {
	last, order := m.lastRound()
	out := &Margin{Victory: last, LastRound: last}
	// The last two the other way round: so many papers bring it about.
	out.Order = append(slices.Clone(order[:m.n-2]), order[m.n-1], order[m.n-2])
	if order[m.n-1] != winner {
		out.Victory, out.Order = 0, order // another order of equals elects another
	}
	f := m.floors()
	h := closings{}
	for c := range m.n {
		if c != winner {
			h.push(closing{[]int{c}, 0})
		}
	}
	for tried := 0; len(h) > 0; tried++ {
		e := h.pop()
		if e.least >= out.Victory {
			break
		}
		if tried > maxClosings {
			return nil, fmt.Errorf("%w: more than %d endings to try", ErrMargin, maxClosings)
		}
		for c := range m.n {
			if slices.Contains(e.order, c) {
				continue
			}
			longer := append([]int{c}, e.order...)
			least := max(e.least, f.least(longer))
			if least >= out.Victory {
				continue
			}
			p := m.programme(longer)
			least = max(least, p.bound())
			switch {
			case least >= out.Victory:
			case len(longer) < m.n:
				h.push(closing{longer, least})
			default:
				exact, err := p.whole(least, out.Victory)
				if err != nil {
					return nil, err
				}
				if exact < out.Victory {
					out.Victory, out.Order = exact, longer
				}
			}
		}
	}
	for i, c := range out.Order {
		out.Order[i] = m.standing[c] + 1
	}
	return out, nil
}

// maxClosings bounds a search.
const maxClosings = 100_000

// signature is what a paper does for an ending: the set of candidates, by their places in it,
// for whom it counts in turn. Whoever is excluded before the one it counts for never has it.
func signature(paper []uint8, place *[256]int8) int {
	s, highest := 0, int8(-1)
	for _, c := range paper {
		if at := place[c]; at > highest {
			s |= 1 << at
			highest = at
		}
	}
	return s
}

// holder returns for whom papers of a signature count when the candidate in a place is about
// to be excluded; -1 for nobody.
func holder(s, at int) int {
	if s>>at == 0 {
		return -1
	}
	return at + bits.TrailingZeros(uint(s>>at))
}
