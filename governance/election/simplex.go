package election

import "math"

// A simplex solves a programme in floats by the dual method with bounded variables: it
// begins with no paper changed, which costs nothing and breaks rows, and mends one row after
// another at the least cost. Products are rounded before they are added, so that it takes the
// same way on every processor.
type simplex struct {
	table [][]float64 // a row for each row of the programme and one for the papers' number
	value []float64   // of the basic variable of each row
	basis []int
	cost  []float64 // reduced costs
	top   []float64 // upper bounds of variables
	upper []bool    // of a variable outside the basis, whether it is at its upper bound
}

const tiny = 1e-9

// solve fills in the programme's multipliers and changes, under limits; false where there is
// no solution.
func (p *programme) solve(limits []limit) bool {
	changes, all := len(p.from), len(p.from)+len(p.have)
	rows := len(p.rows) + 1
	p.limit(limits)
	low, top := make([]float64, all), make([]float64, all, all+rows)
	for v := range top {
		low[v], top[v] = float64(p.low[v]), float64(p.high[v])
		if p.high[v] == unlimited {
			top[v] = math.Inf(1)
		}
	}
	s := &simplex{value: make([]float64, rows), basis: make([]int, rows), cost: make([]float64, all+rows), upper: make([]bool, all+rows)}
	for v := range top {
		if top[v] -= low[v]; top[v] < 0 {
			return false
		}
		if v < changes {
			s.cost[v] = 1
		}
	}
	for r := range rows {
		row := make([]float64, all+rows)
		need := 0.0
		if r < len(p.rows) {
			need = float64(p.short[r])
		}
		for v := range all {
			row[v] = p.coefficient(r, v, changes)
			need += float64(row[v] * low[v]) // the row is minus what the variable adds
		}
		row[all+r] = 1
		s.table, s.value[r], s.basis[r] = append(s.table, row), -need, all+r
		slack := math.Inf(1)
		if r == len(p.rows) {
			slack = 0 // as many become as change
		}
		top = append(top, slack)
	}
	s.top = top
	if !s.run() {
		return false
	}
	x := make([]float64, all+rows)
	for v := range x {
		if s.upper[v] {
			x[v] = s.top[v]
		}
	}
	for r, v := range s.basis {
		x[v] = s.value[r]
	}
	p.duals = append(p.duals[:0], s.cost[all:all+len(p.rows)]...)
	p.change, p.become = x[:changes:changes], x[changes:all]
	for v := range all {
		x[v] += low[v]
	}
	return true
}

// coefficient is minus what one of a variable adds to a row.
func (p *programme) coefficient(r, v, changes int) float64 {
	s, sign := v-changes, -1.0
	if v < changes {
		s, sign = p.from[v], 1.0
	}
	if r == len(p.rows) {
		return sign
	}
	return sign * float64(p.sign(r, s))
}

// run pivots until no row is broken; false where none can be mended, or time is up.
func (s *simplex) run() bool {
	for range 20_000 {
		r, below := s.worst()
		if r < 0 {
			return true
		}
		e := s.entering(r, below)
		if e < 0 {
			return false
		}
		s.pivot(r, e, below)
	}
	return false
}

// worst finds the row farthest outside its bounds; -1 where none is.
func (s *simplex) worst() (row int, below bool) {
	row, far := -1, 1e-7
	for r, x := range s.value {
		if -x > far {
			row, far, below = r, -x, true
		}
		if over := x - s.top[s.basis[r]]; over > far {
			row, far, below = r, over, false
		}
	}
	return row, below
}

// entering finds the variable that mends a row at the least cost; -1 where none does.
func (s *simplex) entering(r int, below bool) int {
	best, ratio, size := -1, math.Inf(1), 0.0
	for v, a := range s.table[r] {
		if !below {
			a = -a
		}
		if s.upper[v] {
			a = -a
		}
		if a >= -tiny || s.top[v] == 0 || v == s.basis[r] {
			continue
		}
		q := math.Abs(s.cost[v]) / -a
		if q < ratio-tiny || q < ratio+tiny && -a > size {
			best, ratio, size = v, q, -a
		}
	}
	return best
}

func (s *simplex) pivot(r, e int, below bool) {
	leaving := s.basis[r]
	target := 0.0
	if !below {
		target = s.top[leaving]
	}
	row := s.table[r]
	step := (s.value[r] - target) / row[e]
	begin := 0.0
	if s.upper[e] {
		begin = s.top[e]
	}
	for i := range s.value {
		s.value[i] -= float64(s.table[i][e] * step)
	}
	s.value[r], s.basis[r] = begin+step, e
	s.upper[leaving], s.upper[e] = !below, false
	inverse := 1 / row[e]
	for v := range row {
		row[v] *= inverse
	}
	for i, other := range s.table {
		if f := other[e]; i != r && f != 0 {
			for v, x := range row {
				other[v] -= float64(f * x)
			}
		}
	}
	if f := s.cost[e]; f != 0 {
		for v, x := range row {
			s.cost[v] -= float64(f * x)
		}
	}
}
