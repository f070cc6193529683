package election

import "slices"

// together counts how many of the lowest go together by section 273(13A) and (13B), from their
// notional votes: those of a candidate with all who stand lower, and, while surpluses are still
// to be transferred, these too (13C). It is 0 where nobody can be so excluded.
//
// Candidate B is the highest with fewer notional votes than the vacancy shortfall and than the
// next has votes; Candidate A marks only where to stop looking. B goes with all who are lower
// if B has fewer than the leading shortfall; else Candidate C, the highest who has, does.
func (g Australian) together(p *parcels, low []int, over int64) int {
	vacancy := int64(0)
	for _, c := range low[len(low)-p.left:] {
		vacancy += p.quota - p.votes[c]
	}
	leading := p.quota - p.votes[low[len(low)-1]]
	b, c, notional := 0, 0, over
	for k := 1; k < len(low); k++ {
		notional += p.votes[low[k-1]]
		if notional < vacancy && notional < p.votes[low[k]] {
			b = k
		}
		if notional < leading {
			c = k
		}
	}
	if b == 0 {
		return 0
	}
	return min(b, c, len(low)-p.left)
}

// lowestOf returns so many of those in ascending order, ties at the edge broken.
func (s *stv) lowestOf(ascending []int, n int, way Back, r Parting) ([]int, error) {
	at := func(c int) bool { return s.votes[c] == s.votes[ascending[n-1]] }
	from := slices.IndexFunc(ascending, at)
	to := from
	for to < len(ascending) && at(ascending[to]) {
		to++
	}
	if to == n {
		return ascending[:n], nil
	}
	out, tied, h := slices.Clone(ascending[:from]), ascending[from:to], s.seen
	if r == AllDifferent {
		// One point of history orders them all.
		h, r = r.reading(ToExclude, tied, h, way), Narrowing
	}
	for len(out) < n {
		c, err := s.breakTieAs(ToExclude, tied, h, way, r)
		if err != nil {
			return nil, err
		}
		out, tied = append(out, c), without(tied, c)
	}
	return out, nil
}
