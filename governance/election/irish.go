package election

import (
	"cmp"
	"fmt"
	"slices"
)

// Ordered is the family of transferable rules that move whole papers: which papers of a
// surplus move is a matter of where they were filed, so that the order of papers must be kept.
type Ordered struct {
	About
	// Deposits transfers a surplus, and keeps exclusions apart, where that could bring a
	// candidate above a quarter of the quota, which the repayment of expenses turns on.
	Deposits bool `json:"deposits"`
	// AllButLowest elects all but the lowest where one more is left than there are places and
	// the lowest cannot overtake.
	AllButLowest bool `json:"all_but_lowest"`
	// LastTransfer passes on the papers of the last to be excluded though the places are
	// then filled by those who are left.
	LastTransfer bool `json:"last_transfer"`
	// Ties is the way through history, Several how it parts three or more.
	Ties    Back    `json:"ties"`
	Several Parting `json:"several"`
}

// Irish is the rule of elections to the Dáil. Ballots must have kept the order of papers, mixed
// as the returning officer had them; others are refused, for merged papers do not tell which
// move.
//
// In doubt: when a surplus must be transferred for the sake of expenses; that the last exclusion
// moves no papers; and that several excluded together are filed the lowest first.
func Irish() Ordered {
	return Ordered{
		About: About{
			Name: "irish", Title: "Single transferable vote, Dáil elections", Takes: Takes{Order: true, NoWeights: true},
			Source: "Electoral Act 1992 (Ireland), ss. 118 to 126; s. 124(1A) as inserted by the Electoral (Amendment) Act 2001, s. 31",
		},
		Deposits: true, AllButLowest: true, Ties: Forwards,
	}
}

func (g Ordered) with(parameters []byte) (Rule, error) { return decode(g, parameters) }

func (g Ordered) count(t *tally) error {
	if g.Ties > Forwards || g.Several > AllDifferent {
		return fmt.Errorf("%w: %s: ties: %v, several: %v", ErrRule, g.Name, g.Ties, g.Several)
	}
	f := newFiling(t)
	f.quota = t.wholeQuota()
	t.res.Quota = f.quota
	for st := (Stage{Kind: First}); ; {
		st.Elected = append(st.Elected, numbers(g.elect(f.stv))...)
		if err := f.record(st); err != nil || f.left == 0 {
			return err
		}
		var err error
		if st, err = g.next(f); err != nil {
			return err
		}
	}
}

// elect elects whoever has the quota, and then fills the last places where nobody else can.
func (g Ordered) elect(s *stv) []int {
	in := slices.DeleteFunc(s.in(hopeful), func(c int) bool { return s.votes[c] < s.quota })
	in = s.ranked(in, g.Ties)
	s.become(elected, in...)
	return append(in, g.fill(s)...)
}

func (g Ordered) fill(s *stv) []int {
	if s.left == 0 {
		return nil
	}
	low := s.ascending()
	_, rest := s.surpluses()
	sum := rest
	for _, c := range low {
		sum += s.votes[c]
	}
	var in []int
	switch top := low[len(low)-1]; {
	case len(low) == s.left:
		in = low
	case g.AllButLowest && len(low) == s.left+1 && s.votes[low[0]]+rest < s.votes[low[1]]:
		in = low[1:]
	case s.left == 1 && s.votes[top] > sum-s.votes[top]:
		in = low[len(low)-1:]
	}
	s.become(elected, in...)
	return s.ranked(in, g.Ties)
}

// next takes the next step of a count.
func (g Ordered) next(f *filing) (Stage, error) {
	low := f.ascending()
	over, sum := f.surpluses()
	if sum > 0 && !g.defers(f.stv, low, sum) {
		c, err := f.largest(over, g.Ties, g.Several)
		if err != nil {
			return Stage{}, err
		}
		return Stage{Kind: Surplus, Of: One(c + 1)}, f.surplus(c, g.Ties, g.Several)
	}
	k := g.together(f.stv, low, sum)
	out := low[:k]
	if k < 2 {
		c, err := f.lowest(low, g.Ties, g.Several)
		if err != nil {
			return Stage{}, err
		}
		out = []int{c}
	}
	slices.SortStableFunc(out, func(x, y int) int { return cmp.Or(cmp.Compare(f.votes[x], f.votes[y]), f.lot.compare(x, y)) })
	st := Stage{Kind: Exclude, Of: Together(numbers(out)...), Excluded: numbers(out)}
	if f.become(excluded, out...); !g.LastTransfer && len(f.in(hopeful)) == f.left {
		st.Kind = Fill
		return st, nil
	}
	f.exclude(out)
	return st, nil
}

// defers reports whether the surpluses can change neither who is lowest nor whose expenses
// are repaid.
func (g Ordered) defers(s *stv, low []int, sum int64) bool {
	return len(low) > 1 && s.votes[low[0]]+sum < s.votes[low[1]] && g.repaid(s, low[0], sum) || g.together(s, low, sum) > 1
}

// repaid reports whether it is settled that a candidate who could gain so much is above a
// quarter of the quota, or is not.
func (g Ordered) repaid(s *stv, c int, more int64) bool {
	return !g.Deposits || s.votes[c] > s.quota/4 || s.votes[c]+more <= s.quota/4
}

// together counts the most of the lowest who may go together: their votes with the surpluses
// are fewer than those of the next, and enough are left.
func (g Ordered) together(s *stv, low []int, sum int64) int {
	most := 0
	for k := 1; k < len(low) && len(low)-k >= s.left; k++ {
		c := low[k-1]
		if !g.repaid(s, c, sum) {
			break
		}
		if sum += s.votes[c]; sum < s.votes[low[k]] {
			most = k
		}
	}
	return most
}
