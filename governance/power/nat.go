package power

import (
	"encoding/binary"
	"math/big"
	"math/bits"
	"slices"
)

// A nat is a whole number in 64-bit words, the least first. Tables of them are flat, with the
// same number of words for each, which costs a third of what big.Int would: no headers, no
// pointers, no allocation for each cell.
type nat = []uint64

// wordsFor is how many words hold so many bits.
func wordsFor(n int64) int64 { return (n + 63) / 64 }

// add adds x to z, which has as many words or more and room for the sum.
func add(z, x nat) {
	var c uint64
	z0 := z[:len(x)]
	for i, v := range x {
		z0[i], c = bits.Add64(z0[i], v, c)
	}
	for i := len(x); c != 0 && i < len(z); i++ {
		z[i], c = bits.Add64(z[i], 0, c)
	}
}

// sub takes x from z, which is no less.
func sub(z, x nat) {
	var b uint64
	z0 := z[:len(x)]
	for i, v := range x {
		z0[i], b = bits.Sub64(z0[i], v, b)
	}
	for i := len(x); b != 0 && i < len(z); i++ {
		z[i], b = bits.Sub64(z[i], 0, b)
	}
}

// addMul adds x times y to z, which has room for it.
func addMul(z, x nat, y uint64) {
	if y == 0 {
		return
	}
	var carry uint64
	z0 := z[:len(x)]
	for i, v := range x {
		hi, lo := bits.Mul64(v, y)
		var c uint64
		lo, c = bits.Add64(lo, carry, 0)
		hi += c
		z0[i], c = bits.Add64(z0[i], lo, 0)
		carry = hi + c
	}
	for i := len(x); carry != 0 && i < len(z); i++ {
		z[i], carry = bits.Add64(z[i], carry, 0)
	}
}

// addMulNat adds x times y to z, which has room for it.
func addMulNat(z, x, y nat) {
	for i, v := range y {
		if v != 0 {
			addMul(z[i:], x, v)
		}
	}
}

// scale multiplies z, which has room, by a/b, where that is whole.
func scale(z nat, a, b uint64) {
	var carry uint64
	for i, v := range z {
		hi, lo := bits.Mul64(v, a)
		var c uint64
		z[i], c = bits.Add64(lo, carry, 0)
		carry = hi + c
	}
	if b == 1 {
		return
	}
	var rem uint64
	for i := len(z) - 1; i >= 0; i-- {
		z[i], rem = bits.Div64(rem, z[i], b)
	}
}

// trim leaves out the leading words that are nothing.
func trim(z nat) nat {
	for len(z) > 0 && z[len(z)-1] == 0 {
		z = z[:len(z)-1]
	}
	return z
}

// natOf is a number in so many words or, with none, in as many as it takes.
func natOf(x *big.Int, words int64) nat {
	b := x.Bytes()
	slices.Reverse(b)
	for len(b)%8 != 0 {
		b = append(b, 0)
	}
	z := make(nat, max(words, int64(len(b)/8)))
	for i := 0; i < len(b); i += 8 {
		z[i/8] = binary.LittleEndian.Uint64(b[i:])
	}
	return z
}

func toBig(z nat) *big.Int {
	b := make([]byte, 8*len(z))
	for i, v := range z {
		binary.BigEndian.PutUint64(b[8*(len(z)-1-i):], v)
	}
	return new(big.Int).SetBytes(b)
}

// binomials are C(n, 0) to C(n, top) in a flat table of so many words each.
func binomials(n, top, words int64) []uint64 {
	t := make([]uint64, (top+1)*words)
	t[0] = 1
	// A quotient is whole only after the product, which may take one word more.
	row := make(nat, words+1)
	row[0] = 1
	for k := int64(1); k <= top; k++ {
		scale(row, uint64(n-k+1), uint64(k))
		copy(t[k*words:(k+1)*words], row)
	}
	return t
}
