package election

import (
	"fmt"
	"math"
	"math/bits"
	"slices"
)

// A programme asks how few papers must change for an order of exclusion to end so: for each
// candidate in it but the last, and each who is out later, the first must have no more votes
// than the second when it is the first's turn.
//
// Its variables are, for each signature with papers, how many of them change (up to all),
// and, for each signature, how many papers become it.
type programme struct {
	k      int     // candidates in the ending
	have   []int64 // papers of each signature
	rows   [][2]int
	short  []int64 // of each row, by how many votes it fails; less than 0 where it holds
	from   []int   // the signatures with papers
	duals  []float64
	change []float64 // of each of from, how many change
	become []float64 // of each signature, how many papers become it
	low    []int64   // bounds of the variables, those of changes first
	high   []int64
}

func (m *margins) programme(order []int) *programme {
	p := &programme{k: len(order), have: make([]int64, 1<<len(order))}
	var place [256]int8
	for i := range place {
		place[i] = -1
	}
	for at, c := range order {
		place[c] = int8(at)
	}
	for i, paper := range m.papers {
		p.have[signature(paper, &place)] += m.weight[i]
	}
	for s, n := range p.have {
		if n > 0 {
			p.from = append(p.from, s)
		}
	}
	for i := range p.k {
		for j := i + 1; j < p.k; j++ {
			p.rows = append(p.rows, [2]int{i, j})
		}
	}
	p.short = make([]int64, len(p.rows))
	for r := range p.rows {
		for _, s := range p.from {
			p.short[r] -= int64(p.sign(r, s)) * p.have[s]
		}
	}
	p.solve(nil)
	return p
}

// sign is what a paper of a signature adds to a row.
func (p *programme) sign(row, s int) int {
	switch holder(s, p.rows[row][0]) {
	case p.rows[row][0]:
		return -1
	case p.rows[row][1]:
		return 1
	}
	return 0
}

// unlimited is an upper bound of a variable that has none.
const unlimited = math.MaxInt64

// limit sets the bounds of the variables, narrowed by limits.
func (p *programme) limit(limits []limit) {
	p.low, p.high = make([]int64, len(p.from)+len(p.have)), make([]int64, len(p.from)+len(p.have))
	for v := range p.high {
		if p.high[v] = unlimited; v < len(p.from) {
			p.high[v] = p.have[p.from[v]]
		}
	}
	for _, l := range limits {
		p.low[l.variable] = max(p.low[l.variable], l.least)
		p.high[l.variable] = min(p.high[l.variable], l.most)
	}
}

// multiplierUnit is one of a multiplier in whole numbers.
const multiplierUnit = 1 << 28

// bound is how many papers must change at least, proven by the multipliers of rows: whatever
// they are, so long as none is below 0, no fewer papers can do. A signature is worth the sum
// of multipliers times its signs; a paper that becomes it mends so much, less what a paper is
// charged for becoming any, which is as much as the best is worth; one that changes costs 1.
func (p *programme) bound() int64 {
	whole := make([]int64, len(p.rows))
	for r, d := range p.duals {
		if d > 0 && d < 64 {
			whole[r] = int64(math.Round(d * multiplierUnit))
		}
	}
	total := int128{}
	for r, x := range whole {
		total.add(x, p.short[r])
	}
	worth := make([]int64, len(p.have))
	charge := int64(math.MinInt64)
	for s := range worth {
		for r, x := range whole {
			worth[s] += x * int64(p.sign(r, s))
		}
		if p.high[len(p.from)+s] == unlimited {
			charge = max(charge, worth[s])
		}
	}
	for v := range p.low {
		s := v - len(p.from)
		cost := charge
		if s < 0 {
			cost = multiplierUnit + worth[p.from[v]] - charge
		} else {
			cost -= worth[s]
		}
		if cost < 0 {
			total.add(cost, p.high[v])
		} else {
			total.add(cost, p.low[v])
		}
	}
	return total.upper(multiplierUnit)
}

// int128 is a sum of products.
type int128 struct {
	hi int64
	lo uint64
}

func (t *int128) add(x, y int64) {
	hi, lo := bits.Mul64(magnitude(x), magnitude(y))
	if (x < 0) != (y < 0) {
		var carry uint64
		lo, carry = bits.Add64(^lo, 1, 0)
		hi = ^hi + carry
	}
	sum, carry := bits.Add64(t.lo, lo, 0)
	t.lo, t.hi = sum, t.hi+int64(hi+carry)
}

// upper divides by a whole number and rounds up; 0 for what is below 0.
func (t *int128) upper(by uint64) int64 {
	if t.hi < 0 || t.hi == 0 && t.lo == 0 {
		return 0
	}
	q, r := bits.Div64(uint64(t.hi), t.lo, by)
	if r > 0 {
		q++
	}
	return int64(q)
}

// A limit narrows a variable of the programme.
type limit struct {
	variable    int
	least, most int64
}

// maxBranches bounds the search for whole papers.
const maxBranches = 5_000

// whole returns how few whole papers bring the order about, or most where no fewer than that
// do. It is a search by branches on the programme: a fraction is rounded down on one branch
// and up on the other. A branch is left where its bound is no better than what is known, or
// where the programme has no solution on it.
func (p *programme) whole(least, most int64) (int64, error) {
	best := most
	open := [][]limit{nil}
	for tried := 0; len(open) > 0 && best > least; tried++ {
		if tried == maxBranches {
			return 0, fmt.Errorf("%w: more than %d branches to whole papers", ErrMargin, maxBranches)
		}
		limits := open[len(open)-1]
		open = open[:len(open)-1]
		if !p.solve(limits) || p.bound() >= best {
			continue
		}
		v, x := p.fraction()
		if v < 0 {
			n, ok := p.brings()
			if !ok {
				return 0, fmt.Errorf("%w: a programme that could not be solved exactly", ErrMargin)
			}
			best = min(best, n)
			continue
		}
		below := int64(math.Floor(x))
		down := append(slices.Clone(limits), limit{v, 0, below})
		up := append(slices.Clone(limits), limit{v, below + 1, unlimited})
		open = append(open, up, down)
	}
	return best, nil
}

// fraction finds the variable farthest from a whole number; -1 where there is none.
func (p *programme) fraction() (variable int, value float64) {
	variable, far := -1, 1e-6
	for v := range len(p.change) + len(p.become) {
		x := p.value(v)
		if d := math.Abs(x - math.Round(x)); d > far {
			variable, value, far = v, x, d
		}
	}
	return variable, value
}

func (p *programme) value(v int) float64 {
	if v < len(p.change) {
		return p.change[v]
	}
	return p.become[v-len(p.change)]
}

// brings reports whether the changes, as whole papers, bring the order about, and how many
// they are.
func (p *programme) brings() (papers int64, ok bool) {
	is := append([]int64(nil), p.have...)
	became := int64(0)
	for i, x := range p.change {
		n := int64(math.Round(x))
		papers += n
		if is[p.from[i]] -= n; n < 0 || is[p.from[i]] < 0 {
			return 0, false
		}
	}
	for s, x := range p.become {
		n := int64(math.Round(x))
		if became += n; n < 0 {
			return 0, false
		}
		is[s] += n
	}
	for r := range p.rows {
		sum := int64(0)
		for s, n := range is {
			sum += int64(p.sign(r, s)) * n
		}
		if sum < 0 {
			return 0, false
		}
	}
	return papers, papers == became
}
