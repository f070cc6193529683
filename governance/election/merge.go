package election

import (
	"fmt"
	"slices"
)

// hashOf mixes the preferences of a paper. The seed is drawn anew for each builder, so that
// nobody can write papers that meet in one slot; no result depends on it.
func hashOf(seed uint64, prefs []uint16) uint32 {
	h := seed
	for _, p := range prefs {
		h = mix(h, p)
	}
	return finish(h)
}

// mix adds one preference to a hash.
func mix(h uint64, p uint16) uint64 { return (h ^ uint64(p)) * 0x9e3779b97f4a7c15 }

// finish takes the bits that depend on all others.
func finish(h uint64) uint32 { return uint32((h ^ h>>32) * 0x9e3779b97f4a7c15 >> 32) }

// find looks for an equal paper among those there are. Where there is none it keeps the
// place for the one that is about to be added.
func (n *Builder) find(hash uint32, prefs, points []uint16) (int, bool) {
	if n.b.ordered {
		last := len(n.b.start) - 1
		return last, last >= 0 && n.same(last, prefs, points)
	}
	if 4*len(n.b.start) >= 3*len(n.table) {
		n.resize(max(64, 2*len(n.table)))
	}
	mask := uint32(len(n.table) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		s := &n.table[i]
		if s.paper == 0 {
			*s = slot{hash, uint32(len(n.b.start)) + 1}
			return 0, false
		}
		if s.hash == hash && n.same(int(s.paper)-1, prefs, points) {
			return int(s.paper) - 1, true
		}
	}
}

// same reports whether a paper is equal to another.
func (n *Builder) same(paper int, prefs, points []uint16) bool {
	b := n.b
	from := int(b.start[paper])
	to := from + len(prefs)
	return to < len(b.prefs) && int(b.prefs[to]) == len(b.names) && slices.Equal(b.prefs[from:to], prefs) &&
		(b.points == nil || slices.Equal(b.points[from:to], points))
}

// resize gives the table a length, a power of two.
func (n *Builder) resize(size int) {
	old := n.table
	n.table = make([]slot, size)
	mask := uint32(size - 1)
	for _, s := range old {
		if s.paper == 0 {
			continue
		}
		i := s.hash & mask
		for n.table[i].paper != 0 {
			i = (i + 1) & mask
		}
		n.table[i] = s
	}
}

// reserve makes room for so many times the papers there are, and some more. Of more papers more
// are equal, so that it is mostly enough; the table, which is written to all over, has less.
func (n *Builder) reserve(times float64) {
	more := func(have int) int { return int(float64(have) * times * 1.05) }
	n.room(more(len(n.b.start)), more(len(n.b.prefs)))
	n.index(more(len(n.b.start)) / 4 * 3)
}

// room makes room for more papers, and for their preferences with the end of each.
func (n *Builder) room(papers, prefs int) {
	b := n.b
	b.prefs = extend(b.prefs, prefs)
	b.start = extend(b.start, papers)
	b.weight = extend(b.weight, papers)
}

// index makes the table long enough for more papers.
func (n *Builder) index(papers int) {
	size := max(64, len(n.table))
	for 3*size < 4*(len(n.b.start)+papers) {
		size *= 2
	}
	if !n.b.ordered && size > len(n.table) {
		n.resize(size)
	}
}

// extend makes room for more, if there is none, and twice as much as there was at least. Unlike
// slices.Grow it writes nothing there, and memory that is never written to is none.
func extend[T any](s []T, more int) []T {
	if len(s)+more <= cap(s) {
		return s
	}
	return append(make([]T, 0, max(len(s)+more, 2*len(s))), s...)
}

// ahead is how many papers are looked up at a time.
const ahead = 64

// mergeChunk adds the papers of a chunk, each weighing so many times as much. It looks many
// papers up before it compares any, so that the processor fetches them together.
func (n *Builder) mergeChunk(c *chunk, scale int64) error {
	from := uint32(0)
	sum := uint32(0)
	for first := 0; first < len(c.ends); first += ahead {
		last := min(first+ahead, len(c.ends))
		if len(n.b.start) > 0 && !n.b.ordered && !n.strike {
			sum += n.fetch(c.hashes[first:last])
		}
		for i := first; i < last; i++ {
			w := c.weights[i]
			if w > MaxPapers/scale {
				return fmt.Errorf("%w: a count of papers above %d, beside parts of a vote", ErrBallots, MaxPapers/scale)
			}
			if err := n.mergeHashed(c.hashes[i], w*scale, c.prefs[from:c.ends[i]]); err != nil {
				return err
			}
			from = c.ends[i]
		}
	}
	n.fetched = sum
	return nil
}

// fetch touches what the papers of these hashes will be compared with.
func (n *Builder) fetch(hashes []uint32) (sum uint32) {
	var papers [ahead]uint32
	mask := uint32(len(n.table) - 1)
	for i, h := range hashes {
		if s := n.table[h&mask]; s.hash == h {
			papers[i&(ahead-1)] = s.paper
		}
	}
	for i, p := range papers {
		if p != 0 {
			papers[i] = n.b.start[p-1]
			sum += uint32(n.b.weight[p-1])
		}
	}
	for _, at := range papers {
		sum += uint32(n.b.prefs[at])
	}
	return sum
}

// rescale turns weights into millionths, and reports whether they can be.
func (n *Builder) rescale() bool {
	b := n.b
	if b.valid+b.blank+b.spent > MaxPapers/1_000_000 {
		return false
	}
	for _, sum := range []*int64{&b.valid, &b.blank, &b.spent} {
		*sum *= 1_000_000
	}
	for i := range b.weight {
		b.weight[i] *= 1_000_000
	}
	return true
}

// reduce states weights in as few decimal places as they need, from six if they are in
// millionths.
func (n *Builder) reduce(millionths bool) {
	b := n.b
	if !millionths {
		return
	}
	b.places = MaxWeightPlaces
	for ; b.places > 0 && b.blank%10 == 0 && b.spent%10 == 0; b.places-- {
		for _, w := range b.weight {
			if w%10 != 0 {
				return
			}
		}
		for _, sum := range []*int64{&b.valid, &b.blank, &b.spent} {
			*sum /= 10
		}
		for i := range b.weight {
			b.weight[i] /= 10
		}
	}
}
