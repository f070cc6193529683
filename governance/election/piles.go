package election

import (
	"slices"
	"sync"
)

// piles are the papers of a count, sorted to the candidates they stand with. A pile holds
// papers of one value. A paper is kept as the position of the preference it stands at, which
// only moves forward, so that each preference is looked at once in a whole count.
//
// Papers are dealt out to shards, one for each worker, by their place among the ballots; a
// pile has a part in every shard. Whole numbers are added up over the shards, so that the
// sums do not depend on how many there are.
type piles struct {
	b      *Ballots
	open   []bool // who may receive papers; nobody, whose number is that of the candidates, may
	shards []shard
	free   []int32 // piles that are empty and may be used again
	into   []int32 // scratch: of each candidate, the pile that receives
}

// A pile is papers of one value with one candidate.
type pile struct {
	id     int32
	value  int64
	papers int64 // their weight
}

// A shard is a part of the papers.
type shard struct {
	from, to int // papers
	heads    []*bundle
	spare    *bundle
	counts   []int64
}

// placed is a paper in a pile: the position it stands at, and its weight, or heavy.
type placed struct{ at, weight uint32 }

// heavy is in place of a weight of so much or more, which is then looked up.
const heavy = 1<<32 - 1

// bundleLen makes a bundle 256 bytes.
const bundleLen = 30

// A bundle is a few papers of a pile.
type bundle struct {
	next   *bundle
	n      int
	papers [bundleLen]placed
}

// minShard is how few papers are worth a worker of their own.
const minShard = 8192

func newPiles(t *tally) *piles {
	n := len(t.b.start)
	p := &piles{b: t.b, open: make([]bool, t.n+1), into: make([]int32, t.n+1)}
	for c := range p.open {
		p.open[c] = c == t.n || !t.b.withdrawn[c]
	}
	p.shards = make([]shard, max(1, min(t.workers, n/minShard)))
	for i := range p.shards {
		p.shards[i].from = n * i / len(p.shards)
		p.shards[i].to = n * (i + 1) / len(p.shards)
	}
	return p
}

// pile returns the number of an empty pile.
func (p *piles) pile() int32 {
	if last := len(p.free) - 1; last >= 0 {
		id := p.free[last]
		p.free = p.free[:last]
		return id
	}
	for i := range p.shards {
		p.shards[i].heads = append(p.shards[i].heads, nil)
	}
	return int32(len(p.shards[0].heads) - 1)
}

// push puts a paper on a pile.
func (s *shard) push(id int32, x placed) {
	h := s.heads[id]
	if h == nil || h.n == bundleLen {
		h = s.bundle(h)
		s.heads[id] = h
	}
	h.papers[h.n] = x
	h.n++
}

// slab is how many bundles are made at a time.
const slab = 32

// bundle returns an empty bundle before another.
func (s *shard) bundle(next *bundle) *bundle {
	if s.spare == nil {
		made := make([]bundle, min(slab, (s.to-s.from)/bundleLen+8))
		for i := range made {
			made[i].next, s.spare = s.spare, &made[i]
		}
	}
	b := s.spare
	s.spare = b.next
	b.next, b.n = next, 0
	return b
}

// A move takes the papers of a pile to the piles of their next preferences.
type move struct {
	from int32
	into []int32 // of each candidate
	gain []int64 // papers that each candidate gains, and nobody
}

// first sorts all papers to piles of their first preferences, and returns how many each
// candidate has.
func (p *piles) first() []move {
	m := []move{{from: -1, into: make([]int32, len(p.into)), gain: make([]int64, len(p.open))}}
	for c := range p.open {
		if p.open[c] {
			m[0].into[c] = p.pile()
		}
	}
	p.carry(m, int64(len(p.b.start)))
	return m
}

// carry makes moves, of about so many papers together.
func (p *piles) carry(moves []move, papers int64) {
	width := len(p.open)
	for i := range p.shards {
		s := &p.shards[i]
		if n := len(moves) * width; cap(s.counts) < n {
			s.counts = make([]int64, n)
		} else {
			s.counts = s.counts[:n]
			clear(s.counts)
		}
	}
	if papers < minShard || len(p.shards) == 1 {
		for i := range p.shards {
			p.work(&p.shards[i], moves)
		}
	} else {
		var wait sync.WaitGroup
		for i := range p.shards {
			wait.Go(func() { p.work(&p.shards[i], moves) })
		}
		wait.Wait()
	}
	for m := range moves {
		for i := range p.shards {
			for c, n := range p.shards[i].counts[m*width : (m+1)*width] {
				moves[m].gain[c] += n
			}
		}
	}
}

// work makes the moves of one shard.
func (p *piles) work(s *shard, moves []move) {
	width := len(p.open)
	for i := range moves {
		m, counts := &moves[i], s.counts[i*width:(i+1)*width]
		if m.from < 0 {
			p.deal(s, m.into, counts)
			continue
		}
		h := s.heads[m.from]
		s.heads[m.from] = nil
		for h != nil {
			for _, x := range h.papers[:h.n] {
				weight := p.b.weightOf(x.at, x.weight)
				x.at++
				p.place(s, x, weight, m.into, counts)
			}
			next := h.next
			h.next, s.spare = s.spare, h
			h = next
		}
	}
}

// deal places each paper of a shard at its first preference.
func (p *piles) deal(s *shard, into []int32, counts []int64) {
	for i := s.from; i < s.to; i++ {
		weight := p.b.weight[i]
		p.place(s, placed{p.b.start[i], uint32(min(weight, heavy))}, weight, into, counts)
	}
}

// weightOf returns the weight of the paper that has a position: it is looked up if it is heavy.
func (b *Ballots) weightOf(at, weight uint32) int64 {
	if weight == heavy {
		return b.heavyAt(at)
	}
	return int64(weight)
}

func (b *Ballots) heavyAt(at uint32) int64 {
	i, found := slices.BinarySearch(b.start, at)
	if !found {
		i--
	}
	return b.weight[i]
}

// place puts a paper with the next candidate from where it is on who may receive papers, or
// with nobody.
func (p *piles) place(s *shard, x placed, weight int64, into []int32, counts []int64) {
	for !p.open[p.b.prefs[x.at]] {
		x.at++
	}
	c := p.b.prefs[x.at]
	counts[c] += weight
	if int(c) < len(into)-1 {
		s.push(into[c], x)
	}
}

// discard empties a pile.
func (p *piles) discard(id int32) {
	for i := range p.shards {
		s := &p.shards[i]
		for h := s.heads[id]; h != nil; {
			next := h.next
			h.next, s.spare = s.spare, h
			h = next
		}
		s.heads[id] = nil
	}
	p.free = append(p.free, id)
}
