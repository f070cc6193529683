package engine

import (
	"errors"
	"fmt"
	"math/bits"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Cells is how many equally likely pieces a table of quantiles has. Within a piece values
// are equally likely.
const Cells = 1 << cellBits

const (
	cellBits  = 12
	cellShift = 64 - cellBits
	partShift = cellShift - 32 // the 32 bits after those that choose the cell
)

// Limit bounds the values of quantiles: a thousand times, in parts per million.
const Limit = 1_000_000_000

// MaxValues bounds the values of a discrete table.
const MaxValues = 4096

// ErrTable is wrapped by the errors of what cannot be a table.
var ErrTable = errors.New("not a distribution")

// A Table turns a draw into a value: the inverse of a distribution function. The zero Table
// is always 0. Copies share what they read, which nobody writes to.
type Table struct {
	value int64 // of a constant
	cells *[Cells]cell
	steps *steps
}

// A cell holds the value at its beginning in the upper 32 bits. In the lower it holds how
// much the value grows to the next, in 31 bits, for two knots are at most 2*Limit apart;
// and over them a set bit, the half that rounds: so that one multiplication, one addition
// and one shift find the value, to the nearest whole number and half up.
type cell int64

const (
	growBits = 1<<31 - 1
	half     = 1 << 31
)

func cellOf(from, to int64) cell { return cell(from<<32 | half | (to - from)) }

// at returns the value part+1 parts in 2^32 from the beginning of the cell to its end.
func (c cell) at(part uint32) int64 { return int64(c+c&growBits*cell(part)) >> 32 }

// steps is a discrete table: value i is drawn below ends[i] and not below ends[i-1].
type steps struct {
	ends   []uint64 // one for each value but the last
	values []int64
	guide  [Cells]uint16 // the first value that a cell can give
}

// Constant is the table of one value. It draws nothing.
func Constant(value int64) Table { return Table{value: value} }

// Quantiles is the table of equally spaced quantiles in ascending order, the first of them
// the least value and the last the greatest; between two of them values are equally likely.
// Where the number of gaps does not divide Cells, corners are cut within a cell.
func Quantiles(ppm []int64) (Table, error) {
	switch n := len(ppm); {
	case n < 2 || n > Cells+1:
		return Table{}, fmt.Errorf("%w: %d quantiles, not 2 to %d", ErrTable, n, Cells+1)
	case !slices.IsSorted(ppm):
		return Table{}, fmt.Errorf("%w: its quantiles are not in ascending order", ErrTable)
	case ppm[0] < -Limit || ppm[n-1] > Limit:
		return Table{}, fmt.Errorf("%w: from %d to %d ppm is beyond a thousand times", ErrTable, ppm[0], ppm[n-1])
	case ppm[0] == ppm[n-1]:
		return Constant(ppm[0]), nil
	}
	cells := new([Cells]cell)
	for i := range cells {
		cells[i] = cellOf(knot(ppm, i), knot(ppm, i+1))
	}
	return Table{cells: cells}, nil
}

// knot returns the value where cell i begins, i of Cells along all the quantiles.
func knot(ppm []int64, i int) int64 {
	along := i * (len(ppm) - 1)
	at, part := along/Cells, int64(along%Cells)
	if part == 0 {
		return ppm[at]
	}
	return ppm[at] + ((ppm[at+1]-ppm[at])*part+Cells/2)>>cellBits
}

// Discrete is the table of values with their weights, not negative, whose sum fits 63 bits.
// Odds are exact to one part in 2^64. A value of no weight is never drawn.
func Discrete(values, weights []int64) (Table, error) {
	if n := len(values); n < 1 || n > MaxValues || n != len(weights) {
		return Table{}, fmt.Errorf("%w: %d values and %d weights, not 1 to %d of each", ErrTable, n, len(weights), MaxValues)
	}
	var total uint64
	for i, w := range weights {
		if total += uint64(w); w < 0 || total > 1<<63-1 {
			return Table{}, fmt.Errorf("%w: weight %d, %d, is negative or too much", ErrTable, i, w)
		}
	}
	if total == 0 {
		return Table{}, fmt.Errorf("%w: no value has any weight", ErrTable)
	}
	s := new(steps)
	var below uint64
	for i, w := range weights {
		if w == 0 {
			continue
		}
		s.values = append(s.values, values[i])
		if below += uint64(w); below < total {
			end, _ := bits.Div64(below, 0, total)
			s.ends = append(s.ends, end)
		}
	}
	if len(s.values) == 1 {
		return Constant(s.values[0]), nil
	}
	v := 0
	for c := range s.guide {
		for v < len(s.ends) && s.ends[v] <= uint64(c)<<cellShift {
			v++
		}
		s.guide[c] = uint16(v)
	}
	return Table{steps: s}, nil
}

// Odds is the table of an event: 1 with the odds p, else 0.
func Odds(p law.Ratio) (Table, error) {
	if p.Num() < 0 || p.Num() > p.Den() {
		return Table{}, fmt.Errorf("%w: odds of %v are not between 0 and 1", ErrTable, p)
	}
	return Discrete([]int64{1, 0}, []int64{p.Num(), p.Den() - p.Num()})
}

// Constant returns the value of a table that has only one.
func (t *Table) Constant() (int64, bool) { return t.value, t.cells == nil && t.steps == nil }

// At returns the value of a draw. It never falls as the draw rises.
func (t *Table) At(u uint64) int64 {
	switch {
	case t.cells != nil:
		return t.cells[u>>cellShift].at(uint32(u >> partShift))
	case t.steps != nil:
		return t.steps.at(u)
	}
	return t.value
}

// Draw draws for a block: out[i] is the value of path first+i.
func (t *Table) Draw(k Key, first uint64, out *Lanes) {
	s := uint64(k) + first*golden
	switch {
	case t.cells != nil:
		cells := t.cells
		for i := range out {
			u := mix(s)
			out[i] = cells[u>>cellShift].at(uint32(u >> partShift))
			s += golden
		}
	case t.steps == nil:
		v := t.value
		for i := range out {
			out[i] = v
		}
	case len(t.steps.ends) == 1:
		end, below, above := t.steps.ends[0], t.steps.values[0], t.steps.values[1]
		for i := range out {
			v := above
			if mix(s) < end {
				v = below
			}
			out[i] = v
			s += golden
		}
	default:
		steps := t.steps
		for i := range out {
			out[i] = steps.at(mix(s))
			s += golden
		}
	}
}

func (s *steps) at(u uint64) int64 {
	v := int(s.guide[u>>cellShift])
	for v < len(s.ends) && u >= s.ends[v] {
		v++
	}
	return s.values[v]
}
