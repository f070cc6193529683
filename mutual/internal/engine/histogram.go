package engine

import (
	"iter"
	"math/bits"
)

// A Histogram counts whole numbers in buckets that widen with them: 64 to each doubling, on
// either side of nought. Numbers up to 127 either way have a bucket each; any other shares
// its own with numbers that differ from it by less than a 64th. It takes half a kilobyte for
// each doubling in which it counts anything, and never more than 64. The zero Histogram is
// empty; a copy counts where the original does.
type Histogram struct {
	count uint64
	pages [slots / sub]*page
}

// A page counts the numbers of a doubling.
type page [sub]uint64

// of finds the count of a slot, and makes room for it.
func (h *Histogram) of(slot int) *uint64 {
	p := h.pages[slot>>subBits]
	if p == nil {
		p = new(page)
		h.pages[slot>>subBits] = p
	}
	return &p[slot&(sub-1)]
}

const (
	subBits = 6
	sub     = 1 << subBits // buckets to a doubling
	slots   = 8192
	nought  = slots / 2 // the slot of nought; that of the least int64 is 3,712 before it
)

// slot finds the bucket of a number by its sign, its length in bits and its first seven.
func slot(v int64) int {
	s := v >> 63
	size := uint64(v ^ s - s)
	over := bits.Len64(size|sub) - 1 - subBits
	at := int64(over<<subBits) + int64(size>>(over&63))
	return int(nought+(at^s-s)) & (slots - 1)
}

// sizes returns the least size of number in a bucket, at slots from nought, and how many
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
	*h.of(slot(v))++
}

// AddBlock counts the first n lanes, those of them that are in the mask; a nil mask has all.
func (h *Histogram) AddBlock(lanes *Lanes, n int, mask *Mask) {
	if mask != nil {
		var picked Lanes
		n = mask.pick(lanes, n, &picked)
		lanes = &picked
	}
	h.count += uint64(n)
	if alike(lanes[:n]) {
		*h.of(slot(lanes[0])) += uint64(n)
		return
	}
	for _, v := range lanes[:n] {
		*h.of(slot(v))++
	}
}

// alike reports whether all numbers are one, as amounts that a rule fixes are. It mostly
// looks at two to say that they are not.
func alike(list []int64) bool {
	if len(list) == 0 || list[0] != list[len(list)-1] {
		return false
	}
	var other int64
	for _, v := range list {
		other |= v ^ list[0]
	}
	return other == 0
}

// counts are the slots that counted any, in ascending order.
func (h *Histogram) counts() iter.Seq2[int, uint64] {
	return func(yield func(int, uint64) bool) {
		for i, p := range h.pages {
			if p == nil {
				continue
			}
			for j, n := range p {
				if n != 0 && !yield(i<<subBits|j, n) {
					return
				}
			}
		}
	}
}

// Merge adds what another has counted.
func (h *Histogram) Merge(other *Histogram) {
	h.count += other.count
	for i, p := range other.pages {
		if p == nil {
			continue
		}
		if h.pages[i] == nil {
			h.pages[i] = new(page)
		}
		for j, n := range p {
			h.pages[i][j] += n
		}
	}
}

// Count returns how many numbers were counted.
func (h *Histogram) Count() uint64 { return h.count }

// Signs returns exactly how many of them were below nought, nought, and above it.
func (h *Histogram) Signs() (below, zero, above uint64) {
	for at, n := range h.counts() {
		switch {
		case at < nought:
			below += n
		case at == nought:
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

func bucket(slot int, count uint64) Bucket {
	if slot >= nought {
		least, width := sizes(slot - nought)
		return Bucket{int64(least), int64(least + (width - 1)), count}
	}
	least, width := sizes(nought - slot)
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
