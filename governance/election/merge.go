package election

import "slices"

// hashOf mixes the preferences of a paper. The seed is drawn anew for each builder, so that
// nobody can write papers that meet in one slot; no result depends on it.
func hashOf(seed uint64, prefs []uint16) uint64 {
	h := seed
	for _, p := range prefs {
		h = mix(h, p)
	}
	return h
}

// mix adds one preference to a hash.
func mix(h uint64, p uint16) uint64 {
	h = (h ^ uint64(p)) * 0x9e3779b97f4a7c15
	return h ^ h>>29
}

// find looks for an equal paper among those there are. Where there is none it keeps the
// place for the one that is about to be added.
func (n *Builder) find(h uint64, prefs, points []uint16) (int, bool) {
	if n.b.ordered {
		last := len(n.b.start) - 1
		return last, last >= 0 && n.same(last, prefs, points)
	}
	if len(n.b.start)*2 >= len(n.table) {
		n.grow()
	}
	mask := len(n.table) - 1
	short := uint32(h >> 32)
	for i := int(short) & mask; ; i = (i + 1) & mask {
		s := &n.table[i]
		if s.paper == 0 {
			*s = slot{short, uint32(len(n.b.start)) + 1}
			return 0, false
		}
		if s.hash == short && n.same(int(s.paper)-1, prefs, points) {
			return int(s.paper) - 1, true
		}
	}
}

func (n *Builder) same(paper int, prefs, points []uint16) bool {
	b := n.b
	from, to := b.start[paper], b.end(paper)
	return slices.Equal(b.prefs[from:to], prefs) && (b.points == nil || slices.Equal(b.points[from:to], points))
}

// grow doubles the table.
func (n *Builder) grow() {
	old := n.table
	n.table = make([]slot, max(64, 2*len(old)))
	mask := len(n.table) - 1
	for _, s := range old {
		if s.paper == 0 {
			continue
		}
		i := int(s.hash) & mask
		for n.table[i].paper != 0 {
			i = (i + 1) & mask
		}
		n.table[i] = s
	}
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
