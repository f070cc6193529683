package engine

import (
	"iter"
	"maps"
	"math"
	"math/bits"
	"slices"
)

// A Histogram counts whole numbers in buckets that widen with them: 64 to each doubling, on
// either side of nought. Numbers up to 127 either way have a bucket each; any other shares
// its own with numbers that differ from it by less than a 64th. It takes half a kilobyte for
// each doubling between the least and the greatest that it counts, and never more than 64.
// The zero Histogram is empty. It is not to be copied once it has counted.
type Histogram struct {
	count uint64
	// near counts the numbers of less than 2^53 either way, by place from base on. It begins
	// and ends where a page does in which something was counted.
	near []uint64
	base uint
	// far counts the others, by bucket.
	far map[int]uint64
}

const (
	subBits = 6
	sub     = 1 << subBits // buckets to a doubling
	// nearest is the first bucket that is far, 2^53: a float holds no such number exactly.
	nearest = (53-subBits)<<subBits + sub
	// nought is the place of the first page that is not below nought.
	nought = 1 << 12
)

// bucketOf numbers the bucket of a number, by its length in bits and its first seven: 0 is
// that of nought, those of what is below it are below it, and the last is 3,711.
func bucketOf(v int64) int {
	s := v >> 63
	size := uint64(v ^ s - s)
	over := bits.Len64(size|sub) - 1 - subBits
	at := int64(over<<subBits) + int64(size>>(over&63))
	return int(at ^ s - s)
}

// place is where a near bucket is counted. A page has the 64 buckets of a doubling, the
// widest last; those of what is below nought come before the others, and further before them
// the further they are below it. In the first page, of the numbers below 64, those of one
// length in bits are as far apart as they can be, and so find room between each other.
func place(bucket int) uint {
	s := bucket >> (bits.UintSize - 1)
	size := bucket ^ s - s
	page, in := size>>subBits, size&(sub-1)
	if page == 0 {
		in = sub - 1
		if size > 0 {
			over := subBits - bits.Len(uint(size))
			in = (size<<1<<over)&(sub-1) + 1<<over - 1
		}
	}
	return uint(nought + (page^s)<<subBits + in)
}

// starts finds the place of a number by what it is as a float: the place of the first number
// of its sign and exponent, to which the first bits of the fraction are added. Of no near
// number it is beyond every place.
var starts = func() (out [1 << 12]uint16) {
	const bias, signBit = 1023, 1 << 11
	for i := range out {
		out[i] = 1 << 15
	}
	out[0] = uint16(place(0))
	for e := range 53 {
		out[bias+e], out[signBit|bias+e] = uint16(place(bucketOf(1<<e))), uint16(place(bucketOf(-1<<e)))
	}
	return out
}()

// sizes returns the least size of number in a bucket, so many from nought, and how many
// sizes share it.
func sizes(at int) (least, width uint64) {
	if at < 2*sub {
		return uint64(at), 1
	}
	over := at>>subBits - 1
	return uint64(at-over<<subBits) << over, 1 << over
}

// Add counts a number.
func (h *Histogram) Add(v int64) {
	h.count++
	h.add(bucketOf(v), 1)
}

// add counts in a bucket.
func (h *Histogram) add(bucket int, n uint64) {
	if bucket >= nearest || bucket <= -nearest {
		if h.far == nil {
			h.far = map[int]uint64{}
		}
		h.far[bucket] += n
		return
	}
	at := place(bucket)
	if at-h.base >= uint(len(h.near)) {
		h.reach(at&^(sub-1), at&^(sub-1)+sub)
	}
	h.near[at-h.base] += n
}

// reachAll makes room for all of a list at once, as far as they are near.
func (h *Histogram) reachAll(list []int64) {
	for _, v := range [...]int64{slices.Min(list), slices.Max(list)} {
		if b := bucketOf(v); b < nearest && b > -nearest {
			at := place(b) &^ (sub - 1)
			h.reach(at, at+sub)
		}
	}
}

// reach makes room for the places from one page to another.
func (h *Histogram) reach(from, to uint) {
	if len(h.near) == 0 {
		h.near, h.base = make([]uint64, to-from), from
		return
	}
	from, to = min(from, h.base), max(to, h.base+uint(len(h.near)))
	if int(to-from) == len(h.near) {
		return
	}
	near := make([]uint64, to-from)
	copy(near[h.base-from:], h.near)
	h.near, h.base = near, from
}

// AddBlock counts the first n lanes, those of them that are in the mask; a nil mask has all.
func (h *Histogram) AddBlock(lanes *Lanes, n int, mask *Mask) {
	if mask != nil {
		var picked Lanes
		n = mask.pick(lanes, n, &picked)
		lanes = &picked
	}
	h.count += uint64(n)
	list := lanes[:n]
	if v, ok := repeated(list); ok {
		var others Lanes
		list = others[:without(list, v, &others)]
		h.add(bucketOf(v), uint64(n-len(list)))
	}
	near, base := h.near, h.base
	for _, v := range list {
		b := math.Float64bits(float64(v))
		at := uint(starts[b>>52]) + uint(b>>46&(sub-1)) - base
		if at < uint(len(near)) {
			near[at]++
			continue
		}
		h.reachAll(list)
		h.add(bucketOf(v), 1)
		near, base = h.near, h.base
	}
}

// repeated looks at three numbers for one that may come often, as amounts that a rule fixes do:
// to count in one place over and over takes twice as long as to count in many.
func repeated(list []int64) (int64, bool) {
	if len(list) == 0 {
		return 0, false
	}
	a, b, c := list[0], list[len(list)/2], list[len(list)-1]
	if a == b || a == c {
		return a, true
	}
	return b, b == c
}

// without copies the numbers that are not v to the front of out, and returns how many they are.
func without(list []int64, v int64, out *Lanes) int {
	n := 0
	for _, x := range list {
		out[n%Width] = x
		other := uint64(x ^ v)
		n += int((other | -other) >> 63) // no branch, which would be guessed wrong
	}
	return n
}

// counts are the buckets that counted any, in ascending order.
func (h *Histogram) counts() iter.Seq2[int, uint64] {
	return func(yield func(int, uint64) bool) {
		far := slices.Sorted(maps.Keys(h.far))
		above, _ := slices.BinarySearch(far, 0)
		for _, b := range far[:above] {
			if !yield(b, h.far[b]) {
				return
			}
		}
		first, last := h.span()
		for b := first; b <= last; b++ {
			if n := h.near[place(b)-h.base]; n != 0 && !yield(b, n) {
				return
			}
		}
		for _, b := range far[above:] {
			if !yield(b, h.far[b]) {
				return
			}
		}
	}
}

// span is from the first bucket that has a place to the last, which is before it where none
// has.
func (h *Histogram) span() (first, last int) {
	if len(h.near) == 0 {
		return 1, 0
	}
	from, to := int(h.base)-nought, int(h.base)+len(h.near)-nought
	first, last = from, to-1
	if from < 0 { // the page before nought has the least sizes, and so on
		first = from + 1
	}
	if to <= 0 {
		last = min(to, -1)
	}
	return first, last
}

// Merge adds what another has counted.
func (h *Histogram) Merge(other *Histogram) {
	h.count += other.count
	if len(other.near) > 0 {
		h.reach(other.base, other.base+uint(len(other.near)))
		for i, n := range other.near {
			h.near[other.base-h.base+uint(i)] += n
		}
	}
	for b, n := range other.far {
		h.add(b, n)
	}
}

// Count returns how many numbers were counted.
func (h *Histogram) Count() uint64 { return h.count }

// Signs returns exactly how many of them were below nought, nought, and above it.
func (h *Histogram) Signs() (below, zero, above uint64) {
	for at, n := range h.counts() {
		switch {
		case at < 0:
			below += n
		case at == 0:
			zero = n
		}
	}
	return below, zero, h.count - below - zero
}

// A Bucket is a range of numbers, both ends in it, and how many of it were counted.
type Bucket struct {
	Least, Most int64
	Count       uint64
}

// Buckets lists those that counted any, in ascending order.
func (h *Histogram) Buckets() iter.Seq[Bucket] {
	return func(yield func(Bucket) bool) {
		for i, n := range h.counts() {
			if !yield(bucket(i, n)) {
				return
			}
		}
	}
}

func bucket(number int, count uint64) Bucket {
	if number >= 0 {
		least, width := sizes(number)
		return Bucket{int64(least), int64(least + (width - 1)), count}
	}
	least, width := sizes(-number)
	most := min(least+(width-1), 1<<63)
	return Bucket{int64(-most), int64(-least), count}
}

// Quantile returns a number that num parts in den of those counted do not exceed: the
// number of that rank, rounded up and at least the first, as if those of its bucket were
// spread over it evenly. It is in the bucket of the exact answer, so less than a 64th of it
// away, and never falls as num rises. It is false of no numbers, and of parts that are not
// between nought and one.
func (h *Histogram) Quantile(num, den uint64) (int64, bool) {
	if h.count == 0 || num > den || den == 0 {
		return 0, false
	}
	hi, lo := bits.Mul64(h.count, num)
	rank, rest := bits.Div64(hi, lo, den) // count*num/2^64 is below num
	if rest > 0 || rank == 0 {
		rank++
	}
	for i, n := range h.counts() {
		if rank > n {
			rank -= n
			continue
		}
		return within(bucket(i, n), rank), true
	}
	return 0, false
}

// within returns the number of a rank from 1 among those of a bucket: the middle of its
// share of the bucket.
func within(b Bucket, rank uint64) int64 {
	hi, lo := bits.Mul64(2*rank-1, uint64(b.Most-b.Least)+1)
	along, _ := bits.Div64(hi, lo, 2*b.Count)
	return b.Least + int64(along)
}
