package surplus

import (
	"fmt"
	"math/bits"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Who gets the odd pennies is found without sorting: the claims are narrowed down to those
// among whom the last penny falls, by their fractions and, among equal fractions, by their
// ids. The rest have their penny already, or have none.

// odd gives one penny each to the n largest fractions, lower ids first where they are equal.
func (a *Allocator) odd(dst []law.Pence, n, shift int, count *[1 << fineness]uint32, ids []string) error {
	last := uint64(len(count) - 1)
	for ; int(count[last]) < n; last-- {
		n -= int(count[last])
	}
	a.rows = sized(a.rows, len(dst))
	rows, keys := a.rows[:0], a.fractions[:0]
	for i, f := range a.fractions[:len(dst)] {
		b := f >> shift
		dst[i] += law.Pence((last - b) >> 63) // a penny where b > last, without a branch
		if b == last {
			rows, keys = append(rows, int32(i)), append(keys, ^f)
		}
	}
	rows, keys, n = lowest(dst, rows, keys, n)
	for at := 0; n > 0; at += chunk {
		for i, row := range rows {
			keys[i] = key(ids[row], at)
		}
		rows, keys, n = lowest(dst, rows, keys, n)
		if n > 0 && keys[0]&0xff <= chunk {
			return fmt.Errorf("%w: claims %d and %d are of one id, %.40q", ErrAllocate, rows[0], rows[1], ids[rows[0]])
		}
	}
	return nil
}

// lowest gives one penny each to the n rows with the lowest keys, and returns the rows
// among which equal keys leave it undecided, with the pennies still to give them. The order
// of rows and keys does not matter. Each turn goes by the eight highest bits in which keys
// differ, so there are few turns and each leaves fewer rows.
func lowest(dst []law.Pence, rows []int32, keys []uint64, n int) ([]int32, []uint64, int) {
	for n > 0 {
		if n == len(rows) {
			for _, row := range rows {
				dst[row]++
			}
			return nil, nil, 0
		}
		all, some := ^uint64(0), uint64(0)
		for _, k := range keys {
			all &= k
			some |= k
		}
		if all == some {
			break
		}
		shift := max(bits.Len64(all^some)-8, 0)
		var count [256]int
		for _, k := range keys {
			count[byte(k>>shift)]++
		}
		last := byte(0)
		for ; count[last] < n; last++ {
			n -= count[last]
		}
		kept := 0
		for i, k := range keys {
			switch b := byte(k >> shift); {
			case b < last:
				dst[rows[i]]++
			case b == last:
				rows[kept], keys[kept] = rows[i], k
				kept++
			}
		}
		rows, keys = rows[:kept], keys[:kept]
	}
	return rows, keys, n
}

// chunk is how many bytes of an id are compared at once.
const chunk = 7

// key returns a number that orders ids as their bytes from a place on do, as far as one
// chunk: its bytes, then how many there were, with 8 for more than a chunk.
func key(id string, at int) (k uint64) {
	id = id[min(at, len(id)):]
	if len(id) > chunk {
		k = uint64(id[0])<<56 | uint64(id[1])<<48 | uint64(id[2])<<40 | uint64(id[3])<<32 |
			uint64(id[4])<<24 | uint64(id[5])<<16 | uint64(id[6])<<8
		return k | chunk + 1
	}
	for i := range len(id) {
		k |= uint64(id[i]) << (56 - 8*i)
	}
	return k | uint64(len(id))
}
