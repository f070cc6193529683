package engine

import (
	"math/big"
	"math/bits"
)

// Moments adds up numbers and their squares, exactly, and keeps the least and the most. The
// zero Moments has added nothing.
type Moments struct {
	count        uint64
	sum, squares wide
	least, most  int64
}

// Add adds a number.
func (m *Moments) Add(v int64) {
	if m.count == 0 {
		m.least, m.most = v, v
	}
	m.count++
	m.sum.addInt(v)
	m.squares.addProduct(v, v)
	m.least, m.most = min(m.least, v), max(m.most, v)
}

// AddBlock adds the first n lanes, those of them that are in the mask; a nil mask has all.
func (m *Moments) AddBlock(lanes *Lanes, n int, mask *Mask) {
	if mask != nil {
		var picked Lanes
		n = mask.pick(lanes, n, &picked)
		lanes = &picked
	}
	if n == 0 {
		return
	}
	if m.count == 0 {
		m.least, m.most = lanes[0], lanes[0]
	}
	m.count += uint64(n)
	var low, high, low2, high2, top2, c uint64
	least, most := m.least, m.most
	for _, v := range lanes[:n] {
		sign := v >> 63
		low, c = bits.Add64(low, uint64(v), 0)
		high += uint64(sign) + c
		size := uint64(v ^ sign - sign)
		hi, lo := bits.Mul64(size, size)
		low2, c = bits.Add64(low2, lo, 0)
		high2, c = bits.Add64(high2, hi, c)
		top2 += c
		least, most = min(least, v), max(most, v)
	}
	m.sum.add(&wide{low, high, uint64(int64(high) >> 63)})
	m.squares.add(&wide{low2, high2, top2})
	m.least, m.most = least, most
}

// Merge adds what another has added.
func (m *Moments) Merge(other *Moments) {
	switch {
	case other.count == 0:
		return
	case m.count == 0:
		*m = *other
		return
	}
	m.count += other.count
	m.sum.add(&other.sum)
	m.squares.add(&other.squares)
	m.least, m.most = min(m.least, other.least), max(m.most, other.most)
}

// Count returns how many numbers were added.
func (m *Moments) Count() uint64 { return m.count }

// Range returns the least and the greatest number; it is false of none.
func (m *Moments) Range() (least, most int64, ok bool) { return m.least, m.most, m.count > 0 }

// Mean returns the mean, rounded once, to the nearest float; it is false of no numbers.
func (m *Moments) Mean() (float64, bool) {
	if m.count == 0 {
		return 0, false
	}
	return quotient(m.sum.big(), unsigned(m.count)), true
}

// Variance returns the variance of the numbers as a sample, with n-1 below the line, worked
// out exactly and rounded once; it is false of fewer than two.
func (m *Moments) Variance() (float64, bool) {
	if m.count < 2 {
		return 0, false
	}
	n := unsigned(m.count)
	below := new(big.Int).Mul(n, new(big.Int).Sub(n, big.NewInt(1)))
	return quotient(spread(n, m.sum.big(), m.squares.big()), below), true
}

// spread is n times a sum of squares, less the square of the sum: n squared variances.
func spread(n, sum, squares *big.Int) *big.Int { return spreadOf(n, sum, sum, squares) }

// spreadOf is n times a sum of products, less the product of the sums.
func spreadOf(n, x, y, products *big.Int) *big.Int {
	return new(big.Int).Sub(new(big.Int).Mul(n, products), new(big.Int).Mul(x, y))
}

func unsigned(n uint64) *big.Int { return new(big.Int).SetUint64(n) }

// quotient divides and rounds to the nearest float.
func quotient(a, b *big.Int) float64 {
	f, _ := new(big.Rat).SetFrac(a, b).Float64()
	return f
}
