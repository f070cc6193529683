package election

// A lane is a worker's part of the papers of a count by Meek's method, and their patterns: the
// orders of elected candidates are the nodes of a tree, and each hopeful candidate has a
// column of the weights that come from each node.
type lane struct {
	p        *patterns
	from, to int
	nodes    []node
	slots    []int32  // of nodes, by parent and candidate: open addressing, a power of two long
	after    []uint64 // of each node, what is left of a vote, in 0.000000001
	piles    []heap   // of each hopeful candidate
	cols     []hopefulColumn
	place    []int32 // scratch: of each node, one more than its place in a column
	spare    [][]paperAt
}

// A node is an order of elected candidates: that of its parent, and one more. The first has
// none.
type node struct {
	parent  int32
	last    uint16
	reached int64 // the weight of papers that come so far
	ended   int64 // and of those that come no further
}

// A hopefulColumn is the weight of the papers that stand at a hopeful candidate, by the node
// they came from.
type hopefulColumn struct {
	node   []int32
	weight []int64
	papers int // how many of the pile are in it
}

// deal puts each paper at its first preference.
func (l *lane) deal() {
	b := l.p.b
	for i := l.from; i < l.to; i++ {
		at, weight := b.start[i], b.weight[i]
		l.settle(paperAt{at, 0, uint32(min(weight, heavy))}, b.prefs[at], weight)
	}
}

// papersAhead is how many papers' next preferences are looked up at a time, so that the processor
// fetches them together.
const papersAhead = 64

// move moves the papers that stand at a candidate on.
func (l *lane) move(c int) {
	pile := l.piles[c]
	l.piles[c], l.cols[c] = heap{}, hopefulColumn{}
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
	prefs := l.p.b.prefs
	for len(sheaf) > 0 {
		some := sheaf[:min(len(sheaf), papersAhead)]
		sheaf = sheaf[len(some):]
		for i, x := range some {
			next[i] = prefs[x.at+1]
		}
		for i, x := range some {
			weight := l.p.b.weightOf(x.at, x.weight)
			if after != nil {
				if after[x.node] == 0 {
					after[x.node] = l.step(x.node, c)
				}
				x.node = after[x.node]
				l.nodes[x.node].reached += weight
			}
			x.at++
			l.settle(x, next[i], weight)
		}
	}
}

// settle moves a paper from a preference on to a hopeful candidate, or to its end.
func (l *lane) settle(x paperAt, c uint16, weight int64) {
	state, prefs := l.p.state, l.p.b.prefs
	for {
		if int(c) >= len(state) {
			l.nodes[x.node].ended += weight
			return
		}
		switch state[c] {
		case isHopeful:
			l.put(&l.piles[c], x)
			return
		case isElected:
			x.node = l.step(x.node, c)
			l.nodes[x.node].reached += weight
		case isOut:
		}
		x.at++
		c = prefs[x.at]
	}
}

// step returns the node after a node.
func (l *lane) step(from int32, c uint16) int32 {
	if 2*len(l.nodes) >= len(l.slots) {
		l.grow()
	}
	for i := l.slot(from, c); ; i = (i + 1) & (len(l.slots) - 1) {
		n := l.slots[i]
		if n == 0 {
			n = int32(len(l.nodes))
			l.slots[i] = n
			l.nodes = append(l.nodes, node{parent: from, last: c})
			return n
		}
		if x := &l.nodes[n]; x.parent == from && x.last == c {
			return n
		}
	}
}

// slot returns where to begin to look for a node.
func (l *lane) slot(from int32, c uint16) int {
	h := (uint64(from)<<16 | uint64(c)) * 0x9e3779b97f4a7c15
	return int(h>>32) & (len(l.slots) - 1)
}

// grow makes room for twice as many nodes.
func (l *lane) grow() {
	l.slots = make([]int32, max(64, 2*len(l.slots)))
	l.nodes = append(make([]node, 0, len(l.slots)/2+1), l.nodes...)
	for n := 1; n < len(l.nodes); n++ {
		i := l.slot(l.nodes[n].parent, l.nodes[n].last)
		for l.slots[i] != 0 {
			i = (i + 1) & (len(l.slots) - 1)
		}
		l.slots[i] = int32(n)
	}
}

// sum adds the papers that have come to candidates to their columns.
func (l *lane) sum() {
	if len(l.place) < len(l.nodes) {
		l.place, l.after = make([]int32, cap(l.nodes)), make([]uint64, cap(l.nodes))
	}
	for c := range l.piles {
		if h := &l.piles[c]; h.len() > l.cols[c].papers {
			l.cols[c].add(l.p.b, h, l.place)
		}
	}
}

func (col *hopefulColumn) add(b *Ballots, h *heap, place []int32) {
	for i, n := range col.node {
		place[n] = int32(i) + 1
	}
	for col.papers < h.len() {
		fresh := h.from(col.papers)
		col.papers += len(fresh)
		for _, x := range fresh {
			if place[x.node] == 0 {
				col.node, col.weight = append(col.node, x.node), append(col.weight, 0)
				place[x.node] = int32(len(col.node))
			}
			col.weight[place[x.node]-1] += b.weightOf(x.at, x.weight)
		}
	}
	for _, n := range col.node {
		place[n] = 0
	}
}

// distribute adds the votes that the keep values make. At an elected candidate a vote leaves
// the product of what is left and the keep value, rounded up; what goes on is the difference
// or, where products are rounded apart, that product rounded up.
func (l *lane) distribute(keep []uint64, votes []int64) {
	l.after[0] = keepAll
	for i := 1; i < len(l.nodes); i++ {
		n := &l.nodes[i]
		left, k := l.after[n.parent], keep[n.last]
		part := (left*k + keepAll - 1) / keepAll
		votes[n.last] += int64(part) * n.reached
		if l.p.apart {
			l.after[i] = (left*(keepAll-k) + keepAll - 1) / keepAll
		} else {
			l.after[i] = left - part
		}
	}
	for c := range l.cols {
		col, sum := &l.cols[c], int64(0)
		weight := col.weight
		for j, from := range col.node {
			sum += int64(l.after[from]) * weight[j]
		}
		votes[c] += sum
	}
}
