package election

import (
	"fmt"
	"slices"
)

// Inclusive is the family of transferable rules that pass on a surplus by all papers a
// candidate holds, each at a part of the value it came at: weighted inclusive Gregory.
type Inclusive struct {
	About
	// Exact takes the quota to the rule's unit: the valid vote shared by one more than the
	// seats, rounded down, and one unit more. Else it is so in whole votes.
	Exact bool `json:"exact_quota"`
	// TwoSteps rounds the product of value and surplus down before it is shared by the
	// votes; else only the outcome is rounded.
	TwoSteps bool `json:"two_steps"`
	// Void gives a stage of its own to one elected with exactly the quota.
	Void bool `json:"void_stages"`
	// SureLosers excludes together, before any surplus is passed on, those who cannot be
	// elected: their votes with all surpluses are fewer than those of the next.
	SureLosers bool `json:"sure_losers"`
	// LastTransfer passes on the papers of the last to be excluded though the places are
	// then filled by those who are left.
	LastTransfer bool `json:"last_transfer"`
	// Ties is the way through history, Several how it parts three or more.
	Ties    Back    `json:"ties"`
	Several Parting `json:"several"`
}

func (g Inclusive) with(parameters []byte) (Rule, error) { return decode(g, parameters) }

func (g Inclusive) count(t *tally) error {
	if err := g.check(); err != nil {
		return err
	}
	s := newSTV(t)
	s.quota = t.wholeQuota()
	if g.Exact {
		s.quota = t.valid/int64(t.seats+1) + 1
	}
	t.res.Quota = s.quota
	pending := make([]bool, t.n) // elected, with a surplus still to be dealt with
	for st := (Stage{Kind: First}); ; {
		in, err := g.elect(s, pending)
		if err != nil {
			return err
		}
		st.Elected = append(st.Elected, numbers(in)...)
		if err := s.record(st); err != nil || s.left == 0 {
			return err
		}
		if st, err = g.next(s, pending); err != nil {
			return err
		}
	}
}

// elect elects whoever has the quota, and all who are left where they are as many as the
// places.
func (g Inclusive) elect(s *stv, pending []bool) ([]int, error) {
	all := s.in(hopeful)
	in := slices.DeleteFunc(slices.Clone(all), func(c int) bool { return s.votes[c] < s.quota })
	if len(all) == s.left {
		in = all
	}
	in, err := s.choose(in, g.Ties, g.Several)
	for _, c := range in {
		pending[c] = s.votes[c] > s.quota || g.Void && s.votes[c] == s.quota
	}
	return in, err
}

// next takes the next step of a count.
func (g Inclusive) next(s *stv, pending []bool) (Stage, error) {
	var over []int
	rest := int64(0)
	for c, yes := range pending {
		if yes {
			over, rest = append(over, c), rest+s.votes[c]-s.quota
		}
	}
	low := s.ascending()
	if g.SureLosers {
		if k := losers(s, low, rest); k > 0 {
			return g.exclude(s, Together(numbers(low[:k])...), low[:k]), nil
		}
	}
	if len(over) > 0 {
		c, err := s.largest(over, g.Ties, g.Several)
		if err != nil {
			return Stage{}, err
		}
		pending[c] = false
		g.surplus(s, c)
		return Stage{Kind: Surplus, Of: One(c + 1)}, nil
	}
	if out := s.whose(doomed); len(out) > 0 {
		return g.exclude(s, Together(numbers(out)...), out), nil
	}
	c, err := s.lowest(low, g.Ties, g.Several)
	if err != nil {
		return Stage{}, err
	}
	who := One(c + 1)
	if g.SureLosers {
		who = Together(c + 1)
	}
	return g.exclude(s, who, []int{c}), nil
}

// losers counts the most of the lowest who cannot be elected: as many are left as there are
// places, and their votes and all surpluses are fewer than those of the next.
func losers(s *stv, low []int, rest int64) int {
	most, sum := 0, rest
	if s.reserved != nil {
		return 0
	}
	for k := 1; k < len(low) && len(low)-k >= s.room(); k++ {
		if sum += s.votes[low[k-1]]; sum < s.votes[low[k]] {
			most = k
		}
	}
	return most
}

// surplus passes on what a candidate has beyond the quota.
func (g Inclusive) surplus(s *stv, c int) {
	over, votes := s.votes[c]-s.quota, s.votes[c]
	from := s.held[c]
	s.held[c] = nil
	s.votes[c] = s.quota
	s.nt += over - s.pass(from, func(v int64) int64 {
		if g.TwoSteps {
			return share(share(v, over, s.scale), s.scale, votes)
		}
		return share(v, over, votes)
	})
}

// exclude passes on all papers of candidates, each at its value.
func (g Inclusive) exclude(s *stv, of Who, cs []int) Stage {
	st := Stage{Kind: Exclude, Of: of, Excluded: numbers(cs)}
	if !g.LastTransfer && len(s.in(hopeful))-len(cs) == s.left {
		s.become(excluded, cs...)
		st.Kind = Fill
		return st
	}
	s.exclude(cs)
	return st
}

// check refuses parameters that mean nothing.
func (g Inclusive) check() error {
	if g.Ties > Forwards || g.Several > AllDifferent {
		return fmt.Errorf("%w: %s: ties: %v, several: %v", ErrRule, g.Name, g.Ties, g.Several)
	}
	return nil
}
