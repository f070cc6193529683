package election

// A lane is a worker's part of the papers of a count by Meek's method.
type lane struct {
	p        *patterns
	from, to int
	nodes    []laneNode
	child    index
	piles    []heap // of each hopeful candidate
	spare    [][]paperAt
}

// A heap is papers in sheaves of equal length, but for the last, so that it grows without
// being copied and its sheaves serve again.
type heap struct {
	full  [][]paperAt
	last  []paperAt
	added int // how many are in the candidate's column
}

// sheafLen is how many papers a full sheaf has.
const sheafLen = 512

// A paperAt is a paper as it stands: at a preference for a hopeful candidate, having met the
// elected candidates of a node.
type paperAt struct {
	at     uint32
	node   int32
	weight int64
}

// A laneNode is a node as a lane knows it: its number among all, 0 until it has one, and what
// is still to be added to that.
type laneNode struct {
	is      int32
	parent  int32
	last    uint16
	reached int64
	ended   int64
}

// deal puts each paper at its first preference.
func (l *lane) deal() {
	b := l.p.b
	for i := l.from; i < l.to; i++ {
		at := b.start[i]
		l.settle(at, b.prefs[at], 0, b.weight[i])
	}
}

// papersAhead is how many papers' next preferences are looked up at a time, so that the processor
// fetches them together.
const papersAhead = 64

// move moves the papers that stand at a candidate on.
func (l *lane) move(c int) {
	pile := l.piles[c]
	l.piles[c] = heap{}
	var after []int32 // the child of each node, where it is known
	if l.p.state[c] == isElected {
		after = make([]int32, len(l.nodes))
	}
	for _, sheaf := range pile.full {
		l.moveSheaf(uint16(c), sheaf, after)
		l.spare = append(l.spare, sheaf)
	}
	l.moveSheaf(uint16(c), pile.last, after)
}

func (l *lane) moveSheaf(c uint16, sheaf []paperAt, after []int32) {
	var next [papersAhead]uint16
	for len(sheaf) > 0 {
		some := sheaf[:min(len(sheaf), papersAhead)]
		sheaf = sheaf[len(some):]
		for i, x := range some {
			next[i] = l.p.b.prefs[x.at+1]
		}
		for i, x := range some {
			from := x.node
			if after != nil {
				if after[from] == 0 {
					after[from] = l.step(from, c)
				}
				from = after[from]
				l.nodes[from].reached += x.weight
			}
			l.settle(x.at+1, next[i], from, x.weight)
		}
	}
}

// put adds a paper to a heap.
func (l *lane) put(h *heap, x paperAt) {
	if len(h.last) == sheafLen {
		h.full = append(h.full, h.last)
		if last := len(l.spare) - 1; last >= 0 {
			h.last, l.spare = l.spare[last][:0], l.spare[:last]
		} else {
			h.last = make([]paperAt, 0, sheafLen)
		}
	}
	h.last = append(h.last, x)
}

// settle moves a paper from a preference on to a hopeful candidate, or to its end.
func (l *lane) settle(at uint32, c uint16, from int32, weight int64) {
	state := l.p.state
	for {
		if int(c) >= len(state) {
			l.nodes[from].ended += weight
			return
		}
		switch state[c] {
		case isHopeful:
			l.put(&l.piles[c], paperAt{at, from, weight})
			return
		case isElected:
			from = l.step(from, c)
			l.nodes[from].reached += weight
		case isOut:
		}
		at++
		c = l.p.b.prefs[at]
	}
}

// step returns the node after a node.
func (l *lane) step(from int32, c uint16) int32 {
	at := l.child.at(from, c)
	if *at < 0 {
		*at = int32(len(l.nodes))
		l.nodes = append(l.nodes, laneNode{parent: from, last: c})
	}
	return *at
}

// An index finds a number by a node and a candidate: open addressing, a power of two long.
type index struct {
	slots []indexSlot
	used  int
}

// An indexSlot is free at key 0.
type indexSlot struct {
	key   uint64
	value int32
}

// at returns the place of a value, which is -1 if it is new. It holds until the next call.
func (x *index) at(from int32, c uint16) *int32 {
	if 2*x.used >= len(x.slots) {
		x.grow()
	}
	key := uint64(from)<<16 | uint64(c) + 1
	s := x.slot(key)
	if s.key == 0 {
		*s = indexSlot{key, -1}
		x.used++
	}
	return &s.value
}

// slot returns the slot of a key, or the free one where it goes.
func (x *index) slot(key uint64) *indexSlot {
	mask := uint64(len(x.slots) - 1)
	for i := key * 0x9e3779b97f4a7c15 >> 32 & mask; ; i = (i + 1) & mask {
		if s := &x.slots[i]; s.key == key || s.key == 0 {
			return s
		}
	}
}

func (x *index) grow() {
	old := x.slots
	x.slots = make([]indexSlot, max(64, 2*len(old)))
	for _, s := range old {
		if s.key != 0 {
			*x.slot(s.key) = s
		}
	}
}
