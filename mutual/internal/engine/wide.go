package engine

import (
	"errors"
	"fmt"
	"math/big"
	"math/bits"
)

// wide is a whole number of 192 bits in two's complement, the lowest word first: room for
// the squares of 2^64 numbers of 64 bits.
type wide [3]uint64

func (w *wide) add(x *wide) {
	var c uint64
	w[0], c = bits.Add64(w[0], x[0], 0)
	w[1], c = bits.Add64(w[1], x[1], c)
	w[2], _ = bits.Add64(w[2], x[2], c)
}

// addInt adds a number.
func (w *wide) addInt(v int64) {
	sign := uint64(v >> 63)
	w.add(&wide{uint64(v), sign, sign})
}

// addProduct adds the product of two numbers.
func (w *wide) addProduct(a, b int64) {
	hi, lo := bits.Mul64(uint64(a), uint64(b))
	hi -= uint64(a>>63&b) + uint64(b>>63&a)
	w.add(&wide{lo, hi, uint64(int64(hi) >> 63)})
}

// addProducts adds the products of the first n lanes, all of them within Bound: 128 bits
// hold their sum.
func (w *wide) addProducts(a, b *Lanes, n int) {
	var low, high, carry uint64
	for i := range n {
		x, y := a[i], b[i]
		hi, lo := bits.Mul64(uint64(x), uint64(y))
		hi -= uint64(x>>63&y) + uint64(y>>63&x)
		low, carry = bits.Add64(low, lo, 0)
		high, _ = bits.Add64(high, hi, carry)
	}
	w.add(&wide{low, high, uint64(int64(high) >> 63)})
}

// big returns the number for the arithmetic of what is printed.
func (w *wide) big() *big.Int {
	n := new(big.Int)
	for i := len(w) - 1; i >= 0; i-- {
		n.Lsh(n, 64).Or(n, new(big.Int).SetUint64(w[i]))
	}
	if w[2]>>63 != 0 {
		n.Sub(n, new(big.Int).Lsh(big.NewInt(1), 192))
	}
	return n
}

// String writes the number in decimal.
func (w wide) String() string { return w.big().String() }

// MarshalText writes String: as text, for a reader of JSON may hold numbers to 53 bits.
func (w wide) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// maxDigits is more than the sums of 2^64 products of two numbers of 64 bits have.
const maxDigits = 58

// ErrTally is wrapped by the errors of what was read and cannot have been counted.
var ErrTally = errors.New("not a tally")

// UnmarshalText reads what String writes.
func (w *wide) UnmarshalText(text []byte) error {
	n, ok := new(big.Int), len(text) <= maxDigits
	if ok {
		n, ok = n.SetString(string(text), 10)
	}
	if !ok || n.String() != string(text) || n.BitLen() > 190 {
		return fmt.Errorf("%w: a whole number of up to 190 bits is wanted", ErrTally)
	}
	if n.Sign() < 0 {
		n.Add(n, new(big.Int).Lsh(big.NewInt(1), 192))
	}
	for i := range w {
		w[i] = new(big.Int).Rsh(n, uint(64*i)).Uint64()
	}
	return nil
}
