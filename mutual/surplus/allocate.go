package surplus

import (
	"errors"
	"fmt"
	"math"
	"math/bits"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// ErrAllocate is wrapped by every refusal to share a pool among claims.
var ErrAllocate = errors.New("cannot share the pool")

// Rounding says what becomes of the fractions of a penny in exact shares.
type Rounding uint8

// LargestRemainder pays the whole pool: every share is rounded down, and the pennies left
// over go one each to the largest fractions, lower ids first where fractions are equal.
// FloorWithResidue rounds every share down and hands back what is left over.
const (
	LargestRemainder Rounding = iota
	FloorWithResidue
)

var roundings = []string{"largest-remainder", "floor-with-residue"}

// String gives the JSON value.
func (r Rounding) String() string { return law.NameOf(roundings, r) }

// MarshalText writes String.
func (r Rounding) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what String writes.
func (r *Rounding) UnmarshalText(text []byte) error {
	return law.ParseName(r, roundings, text, "a rounding")
}

// Excess says what becomes of the part of a share that is over its cap.
type Excess uint8

// ExcessReshared goes to the claims that are under their caps, in proportion to their
// weights, again and again until none is over; only when all are at their caps is any left.
// ExcessToResidue is handed back.
const (
	ExcessReshared Excess = iota
	ExcessToResidue
)

var excesses = []string{"reshared", "residue"}

// String gives the JSON value.
func (e Excess) String() string { return law.NameOf(excesses, e) }

// MarshalText writes String.
func (e Excess) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// UnmarshalText reads what String writes.
func (e *Excess) UnmarshalText(text []byte) error {
	return law.ParseName(e, excesses, text, "what becomes of an excess")
}

// Claims are what members bring to the sharing of a pool: in each place an id, a weight
// and, unless Caps is nil, the most that the claim may get. Ids must be distinct; only where
// fractions of a penny are equal do they decide anything.
type Claims struct {
	IDs     []string
	Weights []int64
	Caps    []law.Pence
}

// An Allocator shares pools among claims to the penny. It keeps its working space, so that
// sharing again among as many claims allocates nothing. The zero Allocator pays the whole
// pool and reshares what is over a cap. It may not be used by two goroutines at once.
type Allocator struct {
	Rounding Rounding
	Excess   Excess

	fractions []uint64 // of a penny, in parts of the sum of weights
	rows      []int32
	weights   []int64 // with nothing for the claims at their caps
}

// Allocate writes each claim's share of the pool to dst, in the order of the claims, and
// returns the residue, which goes to nobody. Shares and residue add up to the pool always.
// No share is a penny or more from its exact value, a larger weight never gets less (under
// equal caps), and the order of the claims changes nothing.
//
// It refuses a negative or overflowing pool, weight or cap, weights that add up to nothing
// where there is something to share or to more than 63 bits hold, and two claims of one id where the id has to
// decide; the error names the claim. After an error dst holds nothing of use.
func (a *Allocator) Allocate(dst []law.Pence, pool law.Pence, c Claims) (residue law.Pence, err error) {
	sum, err := a.check(dst, pool, &c)
	if err != nil {
		return 0, err
	}
	if sum == 0 {
		clear(dst)
		return 0, nil
	}
	if c.Caps == nil || a.Excess == ExcessToResidue {
		residue, err = a.share(dst, uint64(pool), c.Weights, sum, c.IDs)
		for i, most := range c.Caps {
			residue += max(dst[i]-most, 0)
			dst[i] = min(dst[i], most)
		}
		return residue, err
	}
	left, sum := a.atCaps(uint64(pool), sum, &c)
	if sum == 0 {
		clear(dst)
		residue = law.Pence(left)
	} else if residue, err = a.share(dst, left, a.weights, sum, c.IDs); err != nil {
		return 0, err
	}
	for i, w := range c.Weights[:len(dst)] {
		dst[i] += c.Caps[i] & law.Pence((a.weights[i]-w)>>63) // the cap where the weight was taken out
	}
	return residue, nil
}

// check refuses what cannot be shared, and adds the weights up.
func (a *Allocator) check(dst []law.Pence, pool law.Pence, c *Claims) (uint64, error) {
	n := len(c.Weights)
	switch {
	case len(dst) != n || len(c.IDs) != n || c.Caps != nil && len(c.Caps) != n:
		return 0, fmt.Errorf("%w: %d shares, %d ids, %d weights and %d caps", ErrAllocate, len(dst), len(c.IDs), n, len(c.Caps))
	case n > math.MaxInt32:
		return 0, fmt.Errorf("%w: %d claims", ErrAllocate, n)
	case pool < 0:
		return 0, fmt.Errorf("%w: %v is negative", ErrAllocate, pool)
	case pool > law.MaxPence:
		return 0, fmt.Errorf("%w: %w", ErrAllocate, law.ErrTooLarge)
	}
	var sum uint64
	for i, w := range c.Weights {
		if sum += uint64(w); w < 0 || sum > 1<<63-1 {
			return 0, fmt.Errorf("%w: %w", ErrAllocate, c.badWeight(i))
		}
	}
	for i, most := range c.Caps {
		if most < 0 {
			return 0, fmt.Errorf("%w: claim %d (%.40q): its cap, %v, is negative", ErrAllocate, i, c.IDs[i], most)
		}
	}
	if sum == 0 && pool > 0 {
		return 0, fmt.Errorf("%w: %v among weights that add up to nothing", ErrAllocate, pool)
	}
	return sum, nil
}

func (c *Claims) badWeight(i int) error {
	if w := c.Weights[i]; w < 0 {
		return fmt.Errorf("claim %d (%.40q): its weight, %d, is negative", i, c.IDs[i], w)
	}
	return fmt.Errorf("claim %d (%.40q): the weights add up beyond 63 bits here", i, c.IDs[i])
}

// share shares a pool among weights that add up to sum, which is not nothing.
func (a *Allocator) share(dst []law.Pence, pool uint64, weights []int64, sum uint64, ids []string) (law.Pence, error) {
	if a.Rounding == FloorWithResidue {
		left := pool
		for i, w := range weights {
			hi, lo := bits.Mul64(pool, uint64(w))
			q, _ := bits.Div64(hi, lo, sum) // w <= sum, so hi < sum
			dst[i] = law.Pence(q)
			left -= q
		}
		return law.Pence(left), nil
	}
	a.fractions = sized(a.fractions, len(weights))
	shift := max(bits.Len64(sum)-fineness, 0)
	var count [1 << fineness]uint32
	left := floors(dst, a.fractions, pool, weights, sum, shift, &count)
	if left == 0 {
		return 0, nil
	}
	return 0, a.odd(dst, left, shift, &count, ids)
}

// fineness is how many of the leading bits of a fraction are counted while shares are
// worked out; few fractions are alike in them, unless they are equal.
const fineness = 12

// floors writes each exact share rounded down and the fraction that it had above it, counts
// the fractions by their leading bits, and returns how many pennies are left over.
//
// No division is made for a member: per is the part of the pool beyond whole pennies for
// each unit of weight, as a binary fraction rounded down; times a weight, which is below
// 2^63, it is less than one penny short, and the fraction tells when it was.
func floors(dst []law.Pence, fractions []uint64, pool uint64, weights []int64, sum uint64, shift int, count *[1 << fineness]uint32) int {
	each, rest := pool/sum, pool%sum
	per, _ := bits.Div64(rest, 0, sum)
	dst, fractions = dst[:len(weights)], fractions[:len(weights)]
	left := pool
	for i, weight := range weights {
		w := uint64(weight)
		q, _ := bits.Mul64(w, per)
		f := w*rest - q*sum // modulo 2^64: it lies between nothing and twice the sum
		if f >= sum {
			f -= sum
			q++
		}
		q += w * each
		dst[i] = law.Pence(q)
		fractions[i] = f
		left -= q
		count[f>>shift&(1<<fineness-1)]++
	}
	return int(left)
}

// atCaps finds the claims whose exact share is their cap or more once what others leave
// over their caps is shared again. It returns what is left for the other claims and what
// their weights add up to, and leaves those weights in a.weights.
//
// What is shared out at a rate is a concave function of the rate, and each round is a step
// of Newton's method on it, so the rounds are few even where every claim has its own cap.
// The rate only rises, so who was at the cap in one round is so in the next: rounds add up
// and write nothing, and none branches on a claim.
func (a *Allocator) atCaps(pool, sum uint64, c *Claims) (left, weight uint64) {
	one := oneCap(c.Caps)
	left, weight = pool, sum
	for was := uint64(0); weight > 0; {
		var taken, gone uint64
		if one {
			taken, gone = overCap(left, weight, c)
		} else {
			taken, gone = overCaps(left, weight, c)
		}
		if gone == was {
			break
		}
		left, weight, was = pool-taken, sum-gone, gone
	}
	a.weights = sized(a.weights, len(c.Weights))
	switch weights, caps := a.weights, c.Caps[:len(a.weights)]; {
	case weight == 0:
		clear(weights)
	case one:
		least := leastAtCap(left, uint64(caps[0]), weight)
		for i, w := range c.Weights[:len(weights)] {
			_, below := bits.Sub64(uint64(w), least, 0)
			weights[i] = w & -int64(below)
		}
	default:
		for i, w := range c.Weights[:len(weights)] {
			weights[i] = w & int64(^atCap(left, uint64(w), uint64(caps[i]), weight))
		}
	}
	return left, weight
}

// overCaps adds up the caps and the weights of the claims whose exact share is their cap or
// more.
func overCaps(pool, sum uint64, c *Claims) (taken, gone uint64) {
	caps := c.Caps[:len(c.Weights)]
	for i, w := range c.Weights {
		all := atCap(pool, uint64(w), uint64(caps[i]), sum)
		taken += uint64(caps[i]) & all
		gone += uint64(w) & all
	}
	return taken, gone
}

// overCap is overCaps where every cap is the same, as in most rules: there is a least weight
// at the cap.
func overCap(pool, sum uint64, c *Claims) (taken, gone uint64) {
	least := leastAtCap(pool, uint64(c.Caps[0]), sum)
	n := uint64(0)
	for _, w := range c.Weights {
		_, below := bits.Sub64(uint64(w), least, 0)
		n += 1 - below
		gone += uint64(w) & (below - 1)
	}
	return n * uint64(c.Caps[0]), gone
}

// oneCap reports whether all caps are the same.
func oneCap(caps []law.Pence) bool {
	for _, most := range caps {
		if most != caps[0] {
			return false
		}
	}
	return true
}

// leastAtCap is the least weight for which pool*weight/sum is at least most; 2^64-1, which no
// weight is, where there is none.
func leastAtCap(pool, most, sum uint64) uint64 {
	hi, lo := bits.Mul64(most, sum)
	if hi >= pool {
		if hi|lo == 0 {
			return 0
		}
		return math.MaxUint64
	}
	q, r := bits.Div64(hi, lo, pool)
	if r > 0 {
		q++
	}
	return q
}

// atCap is all ones where pool*weight/sum is at least most, and nothing where it is less.
func atCap(pool, weight, most, sum uint64) uint64 {
	h1, l1 := bits.Mul64(pool, weight)
	h2, l2 := bits.Mul64(most, sum)
	_, less := bits.Sub64(l1, l2, 0)
	_, less = bits.Sub64(h1, h2, less)
	return less - 1
}

// sized returns a slice of a length, the same one where it is large enough.
func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}
