package surplus

import (
	"fmt"
	"math/bits"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Pool is a payment that many share, with what it is shared by.
type Pool struct {
	// Line is the line of the outcome that pays it.
	Line   int
	Amount law.Pence
	By     Factor
	// Base is what those who share bring to it together: pence of trade, hours, heads.
	Base int64
}

// Pool returns the payment of a line as a pool; false where it pays nothing, or the year
// does not state what it is shared by.
func (o *Outcome) Pool(line int) (Pool, bool) {
	if line < 0 || line >= len(o.Lines) {
		return Pool{}, false
	}
	l := &o.Lines[line]
	total, ok := l.Total.Get()
	return Pool{line, l.Paid, l.Step.By, total}, ok && l.Paid > 0
}

// Rate is what each unit of the base is paid, exactly: 2% of every pound of trade, or so
// many pence an hour.
func (p Pool) Rate() law.Ratio {
	if p.Base <= 0 {
		return law.Ratio{}
	}
	return law.Per(int64(p.Amount), p.Base)
}

// Into pays weights at the rate of the pool into a slice of the caller's, each rounded
// down to the penny, and returns what rounding leaves, which goes back to the reserve with
// Return. It allocates nothing. It refuses weights that are negative, or add up to more
// than the base.
func (p Pool) Into(shares []law.Pence, weights []int64) (residue law.Pence, err error) {
	switch {
	case len(shares) != len(weights):
		return 0, fmt.Errorf("%w: %d shares for %d weights", law.ErrSplit, len(shares), len(weights))
	case p.Amount < 0:
		return 0, fmt.Errorf("%w: a negative amount, %v", law.ErrSplit, p.Amount)
	case p.Base <= 0:
		return 0, fmt.Errorf("%w: %v among weights that add up to nothing", law.ErrSplit, p.Amount)
	}
	left, base := p.Base, uint64(p.Base)
	paid := law.Pence(0)
	for i, w := range weights {
		if w < 0 || w > left {
			return 0, p.wrong(i, w)
		}
		left -= w
		hi, lo := bits.Mul64(uint64(p.Amount), uint64(w))
		var q uint64
		if hi == 0 {
			q = lo / base
		} else {
			q, _ = bits.Div64(hi, lo, base) // w <= base, so hi < base and the quotient fits
		}
		shares[i] = law.Pence(q)
		paid += law.Pence(q)
	}
	return p.Amount - paid, nil
}

func (p Pool) wrong(i int, w int64) error {
	if w < 0 {
		return fmt.Errorf("%w: weight %d is negative (%d)", law.ErrSplit, i, w)
	}
	return fmt.Errorf("%w: with weight %d (%d) the weights add up to more than %d", law.ErrSplit, i, w, p.Base)
}

// Return puts a part of a line's payment of the year back: to the fund it was drawn on
// first, then to what is kept. It is for what rounding leaves of a pool, and for what
// nobody claims.
func (pl *Plan) Return(y *Year, out *Outcome, line int, p law.Pence) error {
	if line < 0 || line >= len(out.Lines) {
		return fmt.Errorf("line %d: there are %d", line, len(out.Lines))
	}
	l := &out.Lines[line]
	if p < 0 || p > l.Paid || l.Kind == 0 && p > 0 {
		return fmt.Errorf("step %q: %v cannot be returned of a payment of %v", l.Step.Name, p, l.Paid)
	}
	if p == 0 {
		return nil
	}
	out.takeBack(line, p)
	w := waterfall{pl, y, out, out.state}
	drawn := min(p, l.Drawn)
	l.Paid, l.Drawn, l.Returned = l.Paid-p, l.Drawn-drawn, l.Returned+p
	w.drawn -= drawn
	w.left += p - drawn
	switch {
	case deductible(l.Kind):
		w.deducted -= p
	case l.Kind == law.ToCommunity:
		w.given -= p
	default:
	}
	if drawn > 0 {
		out.Funds[pl.steps[line].draw].Drawn -= drawn
	}
	out.Funds[0].Added -= out.state.left - out.Tax
	return w.close()
}

// takeBack lowers the payment that a line made; of nothing there is none.
func (o *Outcome) takeBack(line int, p law.Pence) {
	n := 0
	for i := range line {
		if o.Lines[i].Kind != 0 && o.Lines[i].Paid > 0 {
			n++
		}
	}
	if o.Payments[n].Amount -= p; o.Payments[n].Amount == 0 {
		o.Payments = append(o.Payments[:n], o.Payments[n+1:]...)
	}
}
