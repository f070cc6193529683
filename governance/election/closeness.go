package election

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Nearness says what of a stage nearly came out otherwise.
type Nearness uint8

// A candidate nearly was, or nearly was not, elected; another was nearly excluded, or one more
// of a group or one fewer; or another's surplus nearly went first.
const (
	NearElection Nearness = iota + 1
	NearExclusion
	NearTransfer
)

var nearnesses = []string{"", "election", "exclusion", "transfer"}

// String gives the JSON value.
func (n Nearness) String() string { return law.NameOf(nearnesses, n) }

// MarshalText writes String.
func (n Nearness) MarshalText() ([]byte, error) { return []byte(n.String()), nil }

// UnmarshalText reads what String writes.
func (n *Nearness) UnmarshalText(b []byte) error {
	return law.ParseName(n, nearnesses, b, "what was near")
}

// Near is the smallest change that would alter what a stage does: so many votes more or fewer
// for one candidate, all others left as they are. At 0 the candidates are equal, and history
// or lot parted them.
type Near struct {
	Stage int      `json:"stage"`
	What  Nearness `json:"what"`
	// Candidate is who was elected or excluded or first with a surplus, or who was nearly
	// elected; Other is whom the gap parts from that, 0 where it is the quota.
	Candidate int `json:"candidate"`
	Other     int `json:"other,omitempty"`
	// Gap is in the unit of the result, Votes the same as text.
	Gap   int64  `json:"-"`
	Votes string `json:"votes"`
}

// Closeness says of each stage that did something how near it came to doing something else. It looks at
// one stage at a time, by the figures of the sheet: what a change early on would do to later
// stages only a recount tells, and MarginOfVictory for the alternative vote. What turns on
// who sits or on reservations, whatever the votes, is left out.
func (r *Result) Closeness() []Near {
	var out []Near
	out = slices.Grow(out, len(r.Stages))
	state := r.states()
	for i := range r.Stages {
		var best *Near
		for _, n := range []*Near{r.nearElection(i, &state), r.nearExclusion(i, &state), r.nearTransfer(i, &state), r.nearRound(i, &state)} {
			if n != nil && (best == nil || n.Gap < best.Gap) {
				best = n
			}
		}
		if best != nil {
			best.Stage, best.Votes = i+1, r.Unit.Format(best.Gap)
			out = append(out, *best)
		}
	}
	return out
}

// full reports whether all places were filled before a stage.
func (r *Result) full(i int, state *states) bool {
	filled := 0
	for _, at := range state.elected {
		if at < i {
			filled++
		}
	}
	return filled >= r.Seats
}

// closer returns the nearer of two.
func closer(a *Near, b Near) *Near {
	if a == nil || b.Gap < a.Gap {
		return &b
	}
	return a
}

// nearElection looks at who reaches the quota or, without one or where it fills a vacancy, at
// the last who is elected and the first who is not.
func (r *Result) nearElection(i int, state *states) (best *Near) {
	st := &r.Stages[i]
	if r.full(i, state) {
		return nil // votes move on for another reason
	}
	quota := r.Quota
	if st.Quota != 0 {
		quota = st.Quota
	}
	last, next := -1, -1
	filled := r.Vacancy != nil && i == len(r.Stages)-1
	for c, v := range st.Votes {
		if state.elected[c] < i || state.excluded[c] <= i || slices.Contains(r.Withdrawn, c+1) || r.doomed(i, c+1) || filled && r.sits(c+1) {
			continue
		}
		in := state.elected[c] == i
		switch {
		case quota > 0 && in && v >= quota:
			best = closer(best, Near{What: NearElection, Candidate: c + 1, Gap: v - quota + 1})
		case quota > 0 && !filled && !in && v < quota && !(i == 0 && r.waits()):
			best = closer(best, Near{What: NearElection, Candidate: c + 1, Gap: quota - v})
		}
		if in && (last < 0 || v < st.Votes[last]) {
			last = c
		}
		if !in && (next < 0 || v > st.Votes[next]) {
			next = c
		}
	}
	if (quota == 0 || filled) && last >= 0 && next >= 0 {
		best = closer(best, Near{What: NearElection, Candidate: last + 1, Other: next + 1, Gap: st.Votes[last] - st.Votes[next]})
	}
	return best
}

// nearExclusion looks at who is left with the fewest votes after an exclusion. Where several
// go together it is their sum, with the surpluses not transferred, that stays below.
func (r *Result) nearExclusion(i int, state *states) *Near {
	st := &r.Stages[i]
	if st.Kind != Exclude || i == 0 || len(st.Excluded) == 0 || r.doomed(i, st.Excluded[0]) {
		return nil
	}
	before := r.Stages[i-1].Votes
	next, highest, sum := -1, -1, int64(0)
	for c, v := range before {
		if q := r.quotaAt(i - 1); q > 0 && v > q && state.elected[c] < i {
			sum += v - q
		}
		switch {
		case slices.Contains(r.Withdrawn, c+1) || state.excluded[c] < i || state.elected[c] < i || r.safe(i-1, c+1):
		case state.excluded[c] == i:
			if sum += v; highest < 0 || v > before[highest] {
				highest = c
			}
		case next < 0 || v < before[next]:
			next = c
		}
	}
	if next < 0 || highest < 0 {
		return nil
	}
	if len(st.Excluded) == 1 {
		sum = before[highest]
	}
	return &Near{What: NearExclusion, Candidate: highest + 1, Other: next + 1, Gap: max(0, before[next]-sum)}
}

func (r *Result) quotaAt(i int) int64 {
	if q := r.Stages[i].Quota; q != 0 {
		return q
	}
	return r.Quota
}

// nearTransfer looks at the next largest surplus.
func (r *Result) nearTransfer(i int, state *states) *Near {
	st := &r.Stages[i]
	if st.Kind != Surplus || i == 0 || len(st.Of.List()) != 1 {
		return nil
	}
	of, before, next := st.Of.List()[0]-1, r.Stages[i-1].Votes, -1
	for c, v := range before {
		if c != of && state.elected[c] < i && v > r.quotaAt(i-1) && (next < 0 || v > before[next]) {
			next = c
		}
	}
	if next < 0 {
		return nil
	}
	return &Near{What: NearTransfer, Candidate: of + 1, Other: next + 1, Gap: max(0, before[of]-before[next])}
}

// closeness prints how near stages were.
func (s *Sheet) closeness() []string {
	var out []string
	for _, n := range s.Closeness {
		what := ""
		switch n.What {
		case NearElection:
			what = fmt.Sprintf("%s was %s from the quota", s.name(n.Candidate), n.Votes)
			if n.Other != 0 {
				what = fmt.Sprintf("%s was elected by %s more than %s had", s.name(n.Candidate), n.Votes, s.name(n.Other))
			}
		case NearExclusion:
			what = fmt.Sprintf("%s was out by %s, and %s next", s.name(n.Candidate), n.Votes, s.name(n.Other))
		case NearTransfer:
			what = fmt.Sprintf("the surplus of %s was larger by %s than that of %s", s.name(n.Candidate), n.Votes, s.name(n.Other))
		}
		out = append(out, fmt.Sprintf("Closest in stage %d: %s.", n.Stage, what))
	}
	return out
}

// sits reports whether a candidate sat before a vacancy was filled.
func (r *Result) sits(c int) bool { return r.Vacancy != nil && slices.Contains(r.Vacancy.Sitting, c) }

// safe reports whether a candidate cannot be excluded after a stage.
func (r *Result) safe(i, c int) bool { return r.sits(c) || slices.Contains(r.Stages[i].Guarded, c) }

// doomed reports whether a candidate could not be elected in a stage or at its end: nobody
// who is doomed is ever free again.
func (r *Result) doomed(i, c int) bool {
	return slices.Contains(r.Stages[i].Doomed, c) || i > 0 && slices.Contains(r.Stages[i-1].Doomed, c)
}

// waits reports whether nobody was to be elected by votes before somebody was excluded.
func (r *Result) waits() bool {
	return r.Seats == 1 && slices.Contains(r.Varied, "one_place_waits: true in place of false")
}
