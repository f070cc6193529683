package election

import "slices"

// floors are bounds on margins that need no programme, from the fact that a paper marked
// otherwise changes what parts two candidates by two votes at most.
type floors struct {
	m *margins
	// before is, of each two, how many papers must change for the first to be excluded before
	// the second: the first always has its first preferences, and the second has no papers
	// that rank the first above it.
	before [][]int64
	votes  map[uint16][]int64 // of those who stand, when they alone are left
}

func (m *margins) floors() *floors {
	f := &floors{m: m, before: make([][]int64, m.n), votes: map[uint16][]int64{}}
	first := f.tally(1<<m.n - 1)
	for c := range m.n {
		f.before[c] = make([]int64, m.n)
		for d := range m.n {
			most := int64(0)
			for i, p := range m.papers {
				at := slices.Index(p, uint8(d))
				if over := slices.Index(p, uint8(c)); at >= 0 && (over < 0 || at < over) {
					most += m.weight[i]
				}
			}
			f.before[c][d] = max(0, (first[c]-most+1)/2)
		}
	}
	return f
}

// tally counts each paper for the first of a set.
func (f *floors) tally(set uint16) []int64 {
	if votes, ok := f.votes[set]; ok {
		return votes
	}
	votes := make([]int64, f.m.n)
	for i, p := range f.m.papers {
		for _, c := range p {
			if set>>c&1 > 0 {
				votes[c] += f.m.weight[i]
				break
			}
		}
	}
	f.votes[set] = votes
	return votes
}

// least is how many papers must change at least for an order of exclusion to end so: its
// first must have no more votes than any other of it, and all others must be out before.
func (f *floors) least(order []int) int64 {
	set := uint16(0)
	for _, c := range order {
		set |= 1 << c
	}
	votes, most := f.tally(set), int64(0)
	for _, d := range order[1:] {
		most = max(most, (votes[order[0]]-votes[d]+1)/2)
	}
	for c := range f.m.n {
		if set>>c&1 == 0 {
			for _, d := range order {
				most = max(most, f.before[c][d])
			}
		}
	}
	return most
}
