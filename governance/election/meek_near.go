package election

import "slices"

// nearRound looks at the exclusion that ends a round of iterations: who is left with the
// fewest votes, of which the surplus not yet distributed might take the gap. At 0 the two
// are tied.
func (r *Result) nearRound(i int, state *states) *Near {
	st := &r.Stages[i]
	surplus, stated := st.Surplus.Get()
	if !stated || len(st.Excluded) != 1 {
		return nil
	}
	out, next := st.Excluded[0]-1, -1
	for c, v := range st.Votes {
		here := state.excluded[c] > i && state.elected[c] > i || r.filled(i, c+1)
		if here && r.stands(c+1) && (next < 0 || v < st.Votes[next]) {
			next = c
		}
	}
	if next < 0 {
		return nil
	}
	return &Near{What: NearExclusion, Candidate: out + 1, Other: next + 1, Gap: max(0, st.Votes[next]-st.Votes[out]-surplus)}
}

// filled reports whether a candidate had the last place in a stage without a quota.
func (r *Result) filled(i, c int) bool {
	st := &r.Stages[i]
	return slices.Contains(st.Elected, c) && st.Votes[c-1] < st.Quota
}

// stands reports whether a candidate has not withdrawn.
func (r *Result) stands(c int) bool { return !slices.Contains(r.Withdrawn, c) }
