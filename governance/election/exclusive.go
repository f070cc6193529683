package election

import (
	"cmp"
	"fmt"
	"slices"
)

// Exclusive is the family of transferable rules that pass on a surplus by the papers that
// came last and made it: exclusive Gregory. Papers are kept in batches as they came, each of
// one value; an exclusion moves them by value, the highest first, and after each value looks
// for who is now elected.
type Exclusive struct {
	About
	// Whole makes the quota a whole number of votes, one more than the share rounded down;
	// else it is the share rounded up to the unit.
	Whole bool `json:"whole_quota"`
	// Lowered lowers the quota for papers that pass out of the count in exclusions while
	// nobody is elected.
	Lowered bool `json:"lowered_quota"`
	// Active elects also whoever has the share of the active vote that the places left leave.
	Active bool `json:"active_vote"`
	// OrEqual defers surpluses that are equal to the gap, and excludes together those who
	// have as many votes as the next; else only those with fewer.
	OrEqual bool `json:"or_equal"`
	// Apart moves first preferences apart from papers received at the same value.
	Apart bool `json:"first_preferences_apart"`
	// Last elects to the last place whoever has as many votes as all others and the surpluses.
	Last bool `json:"last_place"`
	// LastTransfer passes on papers of the last to be excluded though the places are then
	// filled by those who are left.
	LastTransfer bool `json:"last_transfer"`
	// AtEnd looks for who is elected at the end of an exclusion only.
	AtEnd bool `json:"elect_at_end"`
	// Waits, where there is but one place, elects nobody by votes before the first preferences of
	// whoever is excluded first have passed on.
	Waits bool `json:"one_place_waits"`
	// Edge lets one of several equals at the edge of a group be excluded with it, as lots
	// decide; else all of them go with it or none.
	Edge bool `json:"edge_by_lot"`
	// NilStay leaves papers where they are whose value would come out at nothing.
	NilStay bool `json:"nil_stay"`
	// ByBatch lets history look at the votes after each batch, else at those of stages.
	ByBatch bool `json:"history_by_batch"`
	// Ties is the way through history, Several how it parts three or more.
	Ties    Back    `json:"ties"`
	Several Parting `json:"several"`
}

func (g Exclusive) with(parameters []byte) (Rule, error) { return decode(g, parameters) }

func (g Exclusive) count(t *tally) error {
	if g.Ties > Forwards || g.Several > AllDifferent {
		return fmt.Errorf("%w: %s: ties: %v, several: %v", ErrRule, g.Name, g.Ties, g.Several)
	}
	s := newSTV(t)
	if s.quota = t.roundedQuota(0); g.Whole {
		s.quota = t.wholeQuota()
	}
	s.waits = g.Waits && t.seats == 1
	s.seen.add(s.votes)
	st := Stage{Kind: First, Elected: g.elect(s, true)}
	for {
		if g.Lowered {
			st.Quota = s.quota
		}
		t.res.Quota = s.quota
		st.Votes, st.NonTransferable = s.votes, s.nt
		s.outlooks(&st)
		if s.err != nil {
			return s.err
		}
		if err := t.record(st); err != nil || s.left == 0 {
			return err
		}
		var err error
		if st, err = g.next(s); err != nil {
			return err
		}
	}
}

// elect elects whoever is now to be elected, in descending order of votes; at the end of a
// stage also all who are left where they are as many as the places.
func (g Exclusive) elect(s *stv, end bool) (in []int) {
	for s.left > 0 && s.err == nil {
		all := s.in(hopeful)
		if s.err = s.look(); end && len(all) == s.left {
			s.become(elected, all...)
			return append(in, numbers(s.ranked(all, g.Ties))...)
		}
		if all = s.allowed(all); s.err != nil || len(all) == 0 || s.waits {
			return in
		}
		most := extremes(all, s.votes, false)
		if !g.has(s, s.votes[most[0]]) {
			return in
		}
		if s.reserved == nil && len(s.fresh(most)) > s.room() {
			if most = s.ahead(most); len(s.fresh(most)) > s.room() {
				return in
			}
		}
		c := s.ranked(most, g.Ties)[0]
		if s.reserved != nil {
			if c, s.err = s.pick(ToTransfer, slices.Sorted(slices.Values(most)), g.Ties, g.Several); s.err != nil {
				return in
			}
		}
		s.become(elected, c)
		in = append(in, c+1)
	}
	return in
}

// ahead keeps, of equals too many for the places, those with more votes at the earliest
// point at which they differed; all of them where they never did.
func (s *stv) ahead(cs []int) []int {
	for _, votes := range s.seen {
		if cs = extremes(cs, votes, false); len(s.fresh(cs)) <= s.room() {
			break
		}
	}
	return cs
}

// has reports whether so many votes, the most of any of the hopeful, elect.
func (g Exclusive) has(s *stv, most int64) bool {
	switch {
	case most == 0:
		return false
	case most >= s.quota:
		return true
	case !g.Active && !(g.Last && s.left == 1):
		return false
	}
	_, active := s.surpluses()
	for c, v := range s.votes {
		if s.state[c] == hopeful || s.state[c] == excluded {
			active += v
		}
	}
	if g.Active {
		return most > (active-1)/int64(s.left+1) // most * (left + 1) is no less than active
	}
	return most >= active-most
}

// next takes the next step of a count.
func (g Exclusive) next(s *stv) (Stage, error) {
	low := s.ascending()
	over, sum := s.surpluses()
	if sum > 0 && !g.defers(s, low, sum) {
		c, err := s.largest(over, g.Ties, g.Several)
		if err != nil {
			return Stage{}, err
		}
		return g.surplus(s, c), nil
	}
	cs, err := g.group(s, low, sum)
	if err != nil {
		return Stage{}, err
	}
	return g.exclude(s, cs), nil
}

// below reports whether a sum is so small that it cannot overtake a figure.
func (g Exclusive) below(sum, figure int64) bool {
	return sum < figure || g.OrEqual && sum == figure
}

// defers reports whether the surpluses cannot change who is lowest.
func (g Exclusive) defers(s *stv, low []int, sum int64) bool {
	for k := 1; k < len(low) && len(low)-k >= s.room(); k++ {
		if sum += s.votes[low[k-1]]; g.below(sum, s.votes[low[k]]) {
			return true
		}
		if s.reserved != nil {
			break
		}
	}
	return false
}

// group returns who is excluded next: the most of the lowest who cannot overtake the next,
// or else the lowest.
func (g Exclusive) group(s *stv, low []int, sum int64) ([]int, error) {
	if out := s.whose(doomed); len(out) > 0 {
		return out, nil
	}
	most, edge := 0, false
	for k := 1; k < len(low) && len(low)-k >= s.room(); k++ {
		sum += s.votes[low[k-1]]
		equal := s.votes[low[k-1]] == s.votes[low[k]]
		if g.below(sum, s.votes[low[k]]) && (!equal || g.Edge) {
			most, edge = k, equal
		}
	}
	if most < 2 || s.reserved != nil {
		c, err := s.lowest(low, g.Ties, g.Several)
		return []int{c}, err
	}
	if !edge {
		return low[:most], nil
	}
	at, _ := slices.BinarySearchFunc(low, s.votes[low[most]], func(c int, v int64) int { return cmp.Compare(s.votes[c], v) })
	out := slices.Clone(low[:at])
	for len(out) < most {
		c, err := s.lowest(low[at:], g.Ties, g.Several)
		if err != nil {
			return nil, err
		}
		out, low = append(out, c), without(low, c)
	}
	return out, nil
}

// roundedQuota is the valid vote less what no longer counts, shared by one more than the
// seats and rounded up to the unit.
func (t *tally) roundedQuota(gone int64) int64 {
	by := int64(t.seats + 1)
	return (t.valid - gone + by - 1) / by
}

// surpluses lists the elected with more than the quota, by number.
func (s *stv) surpluses() (cs []int, sum int64) {
	for c := range s.state {
		if s.state[c] == elected && s.votes[c] > s.quota {
			cs, sum = append(cs, c), sum+s.votes[c]-s.quota
		}
	}
	return cs, sum
}
