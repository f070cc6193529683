package election

import "sync"

// A fate is where a candidate is in a count by Meek's method.
type fate uint8

const (
	isHopeful fate = iota
	isElected
	isOut
)

// Patterns are the papers of a count by Meek's method, those together that act alike: they
// have met the same elected candidates in the same order, and come next to the same hopeful
// one. What is left of a vote depends on nothing else, so that an iteration looks at each
// pattern and at no paper, and finds the same digits.
//
// The orders of elected candidates are the nodes of a tree, and each hopeful candidate has a
// column of the weights that come from each node. The papers are in lanes, one a worker, and
// are looked at again only when the candidate they stand at is elected or excluded. What
// lanes find is summed in whole numbers, so that how many there are changes nothing.
type patterns struct {
	b     *Ballots
	state []fate
	apart bool
	nodes []node
	after []uint64 // of each node, what is left of a vote, in 0.000000001
	child index    // the node after a node, by elected candidate
	place []int32  // scratch: of each node, one more than its place in a column
	cols  []hopefulColumn
	lanes []lane
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
}

// minLane is how few papers are worth a worker of their own.
const minLane = 1 << 15

func newPatterns(t *tally, state []fate, apart bool) *patterns {
	papers := len(t.b.start)
	p := &patterns{
		b: t.b, state: state, apart: apart, nodes: make([]node, 1), after: []uint64{keepAll},
		cols: make([]hopefulColumn, t.n), lanes: make([]lane, max(1, min(t.workers, papers/minLane))),
	}
	for i := range p.lanes {
		l := &p.lanes[i]
		l.p, l.nodes, l.piles = p, make([]laneNode, 1), make([]heap, t.n)
		l.from, l.to = papers*i/len(p.lanes), papers*(i+1)/len(p.lanes)
	}
	p.each((*lane).deal)
	return p
}

// move looks again at the papers that stand at candidates who are hopeful no longer.
func (p *patterns) move(candidates []int) {
	for _, c := range candidates {
		p.cols[c] = hopefulColumn{}
	}
	p.each(func(l *lane) {
		for _, c := range candidates {
			l.move(c)
		}
	})
}

// each lets all lanes do something at once, and adds up what they found.
func (p *patterns) each(do func(*lane)) {
	if len(p.lanes) == 1 {
		do(&p.lanes[0])
	} else {
		var wait sync.WaitGroup
		for i := range p.lanes {
			wait.Go(func() { do(&p.lanes[i]) })
		}
		wait.Wait()
	}
	for i := range p.lanes {
		p.add(&p.lanes[i])
	}
}

// add adds what a lane found since it was added last.
func (p *patterns) add(l *lane) {
	for i := range l.nodes {
		n := &l.nodes[i]
		if i > 0 && n.is == 0 {
			parent := l.nodes[n.parent].is
			at := p.child.at(parent, n.last)
			if *at < 0 {
				*at = int32(len(p.nodes))
				p.nodes = append(p.nodes, node{parent: parent, last: n.last})
				p.after = append(p.after, 0)
			}
			n.is = *at
		}
		g := &p.nodes[n.is]
		g.reached += n.reached
		g.ended += n.ended
		n.reached, n.ended = 0, 0
	}
	for c := range l.piles {
		p.addHeap(&p.cols[c], &l.piles[c], l.nodes)
	}
}

// addHeap adds the papers that have come to a candidate to the column.
func (p *patterns) addHeap(col *hopefulColumn, h *heap, nodes []laneNode) {
	papers := len(h.full)*sheafLen + len(h.last)
	if papers == h.added {
		return
	}
	if more := len(p.nodes) - len(p.place); more > 0 {
		p.place = append(p.place, make([]int32, more)...)
	}
	for i, n := range col.node {
		p.place[n] = int32(i) + 1
	}
	for h.added < papers {
		sheaf := h.last
		if i := h.added / sheafLen; i < len(h.full) {
			sheaf = h.full[i]
		}
		fresh := sheaf[h.added%sheafLen:]
		h.added += len(fresh)
		for _, x := range fresh {
			n := nodes[x.node].is
			if p.place[n] == 0 {
				col.node, col.weight = append(col.node, n), append(col.weight, 0)
				p.place[n] = int32(len(col.node))
			}
			col.weight[p.place[n]-1] += x.weight
		}
	}
	for _, n := range col.node {
		p.place[n] = 0
	}
}

// distribute gives each candidate the votes that the keep values make. At an elected
// candidate a vote leaves the product of what is left and the keep value, rounded up; what
// goes on is the difference or, where products are rounded apart, that product rounded up.
func (p *patterns) distribute(keep []uint64, votes []int64) {
	clear(votes)
	for i := 1; i < len(p.nodes); i++ {
		n := &p.nodes[i]
		left, k := p.after[n.parent], keep[n.last]
		part := (left*k + keepAll - 1) / keepAll
		votes[n.last] += int64(part) * n.reached
		if p.apart {
			p.after[i] = (left*(keepAll-k) + keepAll - 1) / keepAll
		} else {
			p.after[i] = left - part
		}
	}
	for c := range p.cols {
		col, sum := &p.cols[c], int64(0)
		weight := col.weight
		for j, from := range col.node {
			sum += int64(p.after[from]) * weight[j]
		}
		votes[c] += sum
	}
}

// residual is what is left of the votes of papers that come no further.
func (p *patterns) residual() (sum int64) {
	for i := range p.nodes {
		sum += int64(p.after[i]) * p.nodes[i].ended
	}
	return sum
}
