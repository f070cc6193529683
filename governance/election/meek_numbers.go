package election

import (
	"fmt"
	"slices"
)

// A numbering is the pseudo-random number of each candidate at the first iteration. At each
// later one it is what it was taken from 10,000, so that the order turns round every time.
type numbering []int

// lowest returns the candidate with the lowest number at an iteration, from 1.
func (n numbering) lowest(left []int, iteration int) int {
	return slices.MinFunc(left, func(x, y int) int {
		if iteration%2 == 1 {
			return n[x] - n[y]
		}
		return n[y] - n[x]
	})
}

// maxNumbered is how many candidates are given numbers, which must all differ and be below 30,000.
const maxNumbered = 1000

// drawNumbers draws by the generator of clauses 42 to 47: of Wichmann and Hill but for the
// last step, and the first four are thrown away. Whoever has withdrawn has a number too.
func drawNumbers(t *tally) (numbering, error) {
	if t.n > maxNumbered {
		return nil, fmt.Errorf("%w: %s: %d candidates are more than %d to draw numbers for", ErrBallots, t.about.Name, t.n, maxNumbered)
	}
	v := uint64(t.b.Valid())
	x, y, z := uint64(t.n+5), uint64(t.seats), (v+1000*(v%10))%30323
	next := func() int {
		x, y, z = 171*x%30269, 172*y%30307, 170*z%30323
		return int(10_000*x/30269 + 10_000*y/30307 + 10_000*z/30323)
	}
	for range 4 {
		next()
	}
	var out numbering
	for len(out) < t.n {
		if n := next(); !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out, nil
}
