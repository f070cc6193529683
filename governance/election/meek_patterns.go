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
// The papers are in lanes, one a worker, each with patterns of its own, and are looked at again
// only when the candidate they stand at is elected or excluded. The votes of lanes are summed
// in whole numbers, so that how many there are changes nothing.
type patterns struct {
	b     *Ballots
	state []fate
	apart bool
	lanes []lane
}

// minLane is how few papers are worth a worker of their own.
const minLane = 1 << 15

func newPatterns(t *tally, state []fate, apart bool) *patterns {
	papers := len(t.b.start)
	p := &patterns{b: t.b, state: state, apart: apart, lanes: make([]lane, max(1, min(t.workers, papers/minLane)))}
	for i := range p.lanes {
		l := &p.lanes[i]
		l.p, l.nodes, l.piles, l.cols = p, make([]node, 1), make([]heap, t.n), make([]hopefulColumn, t.n)
		l.from, l.to = papers*i/len(p.lanes), papers*(i+1)/len(p.lanes)
	}
	p.each((*lane).deal)
	return p
}

// move looks again at the papers that stand at candidates who are hopeful no longer.
func (p *patterns) move(candidates []int) {
	p.each(func(l *lane) {
		for _, c := range candidates {
			l.move(c)
		}
	})
}

// each lets all lanes do something at once, and then find their patterns.
func (p *patterns) each(do func(*lane)) {
	if len(p.lanes) == 1 {
		do(&p.lanes[0])
		p.lanes[0].sum()
		return
	}
	var wait sync.WaitGroup
	for i := range p.lanes {
		wait.Go(func() {
			do(&p.lanes[i])
			p.lanes[i].sum()
		})
	}
	wait.Wait()
}

// distribute gives each candidate the votes that the keep values make.
func (p *patterns) distribute(keep []uint64, votes []int64) {
	clear(votes)
	for i := range p.lanes {
		p.lanes[i].distribute(keep, votes)
	}
}

// residual is what is left of the votes of papers that come no further.
func (p *patterns) residual() (sum int64) {
	for i := range p.lanes {
		l := &p.lanes[i]
		for j := range l.nodes {
			sum += int64(l.after[j]) * l.nodes[j].ended
		}
	}
	return sum
}
