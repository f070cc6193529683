package power

import (
	"errors"
	"fmt"
	"math"
)

// Limits bound what an exact answer may cost. The zero Limits are half a gibibyte and sixteen
// thousand million steps, some ten seconds.
type Limits struct {
	// Bytes is how much memory the tables may take, Steps how many additions of a word.
	Bytes int64
	Steps int64
}

func (l Limits) orDefault() Limits {
	if l.Bytes == 0 {
		l.Bytes = 512 << 20
	}
	if l.Steps == 0 {
		l.Steps = 16 << 30
	}
	return l
}

// ErrTooLarge is wrapped where a game is too large for an exact answer within the limits. Game.Approximate,
// Game.Oceanic and Game.Estimate go further, each with its error.
var ErrTooLarge = errors.New("too large to count exactly")

// A cost is what one way of counting takes, in floats, so that no size overflows.
type cost struct{ bytes, steps float64 }

func (c cost) and(d cost) cost { return cost{c.bytes + d.bytes, c.steps + d.steps} }

// fractionCost is what it takes to bring a fraction of so many words to its lowest terms, for each
// kind: it grows with their square.
func fractionCost(kinds int, words float64) cost {
	return cost{48 * words, 4 * words * words * float64(kinds)}
}

func (c cost) within(l Limits) bool {
	return c.bytes <= float64(l.Bytes) && c.steps <= float64(l.Steps)
}

// cheapest picks the cheapest way that is within the limits, or refuses.
func cheapest(l Limits, costs ...cost) (at int, err error) {
	l, at = l.orDefault(), -1
	best := cost{math.Inf(1), math.Inf(1)}
	for i, c := range costs {
		if c.within(l) && (at < 0 || c.steps < costs[at].steps) {
			at = i
		}
		if c.bytes < best.bytes {
			best = c
		}
	}
	if at < 0 {
		return -1, fmt.Errorf("%w: it would take %.3g bytes and %.3g steps, where %d and %d are allowed",
			ErrTooLarge, best.bytes, best.steps, l.Bytes, l.Steps)
	}
	return at, nil
}
