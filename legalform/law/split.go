package law

import (
	"errors"
	"fmt"
	"math/bits"
)

// ErrSplit is wrapped by every refusal to split.
var ErrSplit = errors.New("cannot split")

// Split divides a total among weights by the largest remainder: each share is first
// rounded down to the penny, then the pennies left over go one each to the largest
// remainders, earlier shares first where remainders are equal. The shares add up to the
// total always, and no share is a penny or more from its exact value.
//
// It refuses a negative total, negative weights, weights that sum to nothing where there
// is something to split, and weights whose sum leaves 63 bits.
func Split(total Pence, weights []int64) ([]Pence, error) {
	shares := make([]Pence, len(weights))
	if err := SplitInto(shares, total, weights); err != nil {
		return nil, err
	}
	return shares, nil
}

// SplitInto is Split into a slice of the caller's, of the same length as weights, for
// loops that must not allocate more than the remainders need.
func SplitInto(shares []Pence, total Pence, weights []int64) error {
	if len(shares) != len(weights) {
		return fmt.Errorf("%w: %d shares for %d weights", ErrSplit, len(shares), len(weights))
	}
	if total < 0 {
		return fmt.Errorf("%w: a negative total, %v", ErrSplit, total)
	}
	var sum uint64
	for i, w := range weights {
		if w < 0 {
			return fmt.Errorf("%w: weight %d is negative (%d)", ErrSplit, i, w)
		}
		if sum += uint64(w); sum > 1<<63-1 {
			return fmt.Errorf("%w: the weights add up beyond 63 bits at weight %d", ErrSplit, i)
		}
	}
	if sum == 0 {
		if total == 0 {
			clear(shares)
			return nil
		}
		return fmt.Errorf("%w: %v among weights that add up to nothing", ErrSplit, total)
	}
	left := total
	rems := make([]uint64, len(weights))
	for i, w := range weights {
		hi, lo := bits.Mul64(uint64(total), uint64(w))
		q, r := bits.Div64(hi, lo, sum) // total < 2^63 and w <= sum, so hi < sum
		shares[i] = Pence(q)
		left -= Pence(q)
		rems[i] = r
	}
	if left == 0 {
		return nil
	}
	least, ties := largest(rems, int(left), bits.Len64(sum))
	for i, r := range rems {
		switch {
		case r > least:
			shares[i]++
		case r == least && ties > 0:
			shares[i]++
			ties--
		}
	}
	return nil
}

// largest finds the nth largest of some numbers of at most width bits, and how many of
// those equal to it are among the n largest. It narrows the choice by eight bits at a
// time, from the top: no sort, and no choice of weights that makes it slow.
func largest(from []uint64, n, width int) (nth uint64, ties int) {
	shift := (width + 7) / 8 * 8
	for shift > 0 {
		shift -= 8
		var count [256]int
		for _, x := range from {
			if x>>shift>>8 == nth {
				count[byte(x>>shift)]++
			}
		}
		b := 255
		for ; count[b] < n; b-- {
			n -= count[b]
		}
		nth = nth<<8 | uint64(b)
	}
	return nth, n
}
