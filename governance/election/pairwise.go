package election

import (
	"fmt"
	"runtime"
	"sync"
)

// maxPairwise is how many candidates may be compared two by two: their table grows with the
// square of their number.
const maxPairwise = 1000

// Pairs compares candidates two by two: how many papers prefer each to each other. A paper that ranks
// one and not the other prefers the one it ranks; one that ranks both equal, or neither,
// prefers neither.
type Pairs struct {
	n     int
	stand []bool
	over  []int64 // by row, those who prefer the candidate of the row to that of the column
}

// Pairwise compares the candidates of ballots that rank. Workers are as in Options.
func Pairwise(b *Ballots, workers int) (*Pairs, error) {
	if b.Scored() {
		return nil, fmt.Errorf("%w: these papers give points, and rank nobody", ErrBallots)
	}
	n := b.Len()
	if n > maxPairwise {
		return nil, fmt.Errorf("%w: %d candidates are more than %d to compare two by two", ErrBallots, n, maxPairwise)
	}
	p := &Pairs{n: n, stand: make([]bool, n), over: compare(b, workersOf(workers, len(b.start), n))}
	for c, gone := range b.withdrawn {
		p.stand[c] = !gone
	}
	return p, nil
}

// workersOf is how many workers have enough to do for a table of their own.
func workersOf(workers, papers, n int) int {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	return max(1, min(workers, papers/(1<<14), papers/n))
}

// Over returns the weight of the papers that prefer one candidate to another, in the unit of
// the ballots. Candidates count from 1; strangers and those who have withdrawn have 0.
func (p *Pairs) Over(one, other int) int64 {
	if one < 1 || one > p.n || other < 1 || other > p.n {
		return 0
	}
	return p.of(one-1, other-1)
}

func (p *Pairs) of(i, j int) int64 { return p.over[i*p.n+j] }

// beats reports whether more papers prefer i to j than the other way.
func (p *Pairs) beats(i, j int) bool { return p.of(i, j) > p.of(j, i) }

// standing lists the candidates who have not withdrawn, from 0.
func (p *Pairs) standing() []int {
	var out []int
	for c, in := range p.stand {
		if in {
			out = append(out, c)
		}
	}
	return out
}

// CondorcetWinner returns the candidate who beats every other, and whether there is one.
func (p *Pairs) CondorcetWinner() (int, bool) {
	if smith := p.Smith(); len(smith) == 1 {
		return smith[0], true
	}
	return 0, false
}

// Smith returns the smallest set of candidates who each beat everybody outside it, by number.
// It is the Condorcet winner alone where there is one.
func (p *Pairs) Smith() []int {
	all := p.standing()
	if len(all) == 0 {
		return nil
	}
	best, most := all[0], -1
	for _, i := range all {
		wins := 0 // and half wins
		for _, j := range all {
			if p.beats(i, j) {
				wins += 2
			} else if !p.beats(j, i) {
				wins++
			}
		}
		if wins > most {
			best, most = i, wins
		}
	}
	in := make([]bool, p.n)
	in[best] = true
	set := []int{best} // whoever beats most is in it, and so is whoever a member does not beat
	for next := 0; next < len(set); next++ {
		for _, j := range all {
			if !in[j] && !p.beats(set[next], j) {
				in[j] = true
				set = append(set, j)
			}
		}
	}
	return numbers(sorted(set))
}

// compare fills the table of pairs. Papers are shared out to workers, whose tables are added.
func compare(b *Ballots, workers int) []int64 {
	n, papers := b.Len(), len(b.start)
	tables := make([]pairTable, workers)
	var wait sync.WaitGroup
	for i := range tables {
		wait.Go(func() { tables[i] = newPairTable(b, papers*i/workers, papers*(i+1)/workers) })
	}
	wait.Wait()
	t := tables[0]
	for _, other := range tables[1:] {
		for i, w := range other.below {
			t.below[i] += w
		}
		for i, w := range other.ranked {
			t.ranked[i] += w
		}
	}
	// A paper that ranks i prefers it to j unless it ranks j above i or equal.
	over := make([]int64, n*n)
	for i := range n {
		for j := range n {
			if i != j && !b.withdrawn[i] && !b.withdrawn[j] {
				over[i*n+j] = t.ranked[i] - t.below[j*n+i]
			}
		}
	}
	return over
}

// A pairTable is what some papers say: by row, the weight of those that rank the candidate of
// the column below that of the row or equal; and of those that rank a candidate at all. Only candidates
// whom a paper ranks are looked at.
type pairTable struct {
	below  []int64
	ranked []int64
}

func newPairTable(b *Ballots, from, to int) pairTable {
	n := b.Len()
	t := pairTable{make([]int64, n*n), make([]int64, n)}
	for paper := from; paper < to; paper++ {
		w, prefs := b.weight[paper], b.prefs[b.start[paper]:b.end(paper)]
		for k, c := range prefs {
			i := int(c &^ equal)
			t.ranked[i] += w
			row := t.below[i*n : i*n+n]
			for _, d := range prefs[k+1:] {
				row[d&^equal] += w
			}
			if c&equal != 0 {
				t.join(n, prefs[k:], w)
			}
		}
	}
	return t
}

// join counts a candidate below those of the same rank who are listed later, as they are
// below him or her.
func (t *pairTable) join(n int, prefs []uint16, w int64) {
	first := int(prefs[0] &^ equal)
	for k := 0; prefs[k]&equal != 0; k++ {
		t.below[int(prefs[k+1]&^equal)*n+first] += w
	}
}

// pairs compares the candidates of a count, for a rule that measures wins.
func (t *tally) pairs(s Strength) (*Pairs, error) {
	if s != WinningVotes && s != Margins {
		return nil, fmt.Errorf("%w: %s: strength: %v", ErrRule, t.about.Name, s)
	}
	p, err := Pairwise(t.b, t.workers)
	if err != nil {
		return nil, err
	}
	t.res.Pairwise = make([][]int64, p.n)
	for i := range t.res.Pairwise {
		t.res.Pairwise[i] = p.over[i*p.n : (i+1)*p.n : (i+1)*p.n]
	}
	return p, nil
}

// before elects the candidate before whom nobody comes. The votes of the stage are how many
// others do not come before each.
func (t *tally) before(comes func(i, j int) bool) error {
	votes := make([]int64, t.n)
	for j, gone := range t.b.withdrawn {
		for i := range t.n {
			if i != j && !gone && !t.b.withdrawn[i] && !comes(i, j) {
				votes[j] += t.one
			}
		}
	}
	return t.highest(votes, 0, false)
}
