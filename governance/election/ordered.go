package election

import (
	"cmp"
	"math"
	"slices"
)

func (g Ordered) count(t *tally) error {
	if err := g.check(t); err != nil {
		return err
	}
	f := newFiling(t)
	f.rose = make([]int, t.n)
	f.quota = t.wholeQuota()
	t.res.Quota = f.quota
	for st := (Stage{Kind: First}); ; {
		in := numbers(g.elect(f))
		st.Elected = append(st.Elected, in...)
		if err := f.record(st); err != nil {
			return err
		}
		if f.left == 0 && !(f.filled && g.Further == FurtherAfter && g.owing(f.stv, f.in(hopeful))) {
			return nil
		}
		var err error
		if st, err = g.next(f); err != nil {
			return err
		}
	}
}

// elect elects whoever has the quota, and then fills the last places where nobody else can.
func (g Ordered) elect(f *filing) []int {
	if f.left == 0 {
		return nil
	}
	in := slices.DeleteFunc(f.in(hopeful), func(c int) bool { return f.votes[c] < f.quota })
	in = f.ranked(in, g.Ties)
	f.become(elected, in...)
	for _, c := range in {
		f.rose[c] = len(f.res.Stages)
	}
	return append(in, g.fill(f)...)
}

// fill fills the last places as section 124 has it.
func (g Ordered) fill(f *filing) []int {
	if f.left == 0 {
		return nil
	}
	low := f.ascending()
	_, rest := f.surpluses()
	sum := rest
	for _, c := range low {
		sum += f.votes[c]
	}
	out := len(low)
	switch top := low[len(low)-1]; {
	case len(low) == f.left:
		out = 0
	case g.AllButLowest && len(low) == f.left+1 && f.votes[low[0]]+rest < f.votes[low[1]]:
		out = 1
	case f.left == 1 && f.votes[top] > sum-f.votes[top]:
		out = len(low) - 1
	}
	if out == len(low) || g.Further == FurtherBefore && g.owing(f.stv, low[:out]) {
		return nil
	}
	f.filled = true
	f.become(elected, low[out:]...)
	return f.ranked(low[out:], g.Ties)
}

// next takes the next step of a count.
func (g Ordered) next(f *filing) (Stage, error) {
	low := f.ascending()
	over, sum := f.surpluses()
	if sum > 0 && !g.defers(f.stv, low, sum) {
		c, err := f.pick(ToTransfer, f.due(over), g.Ties, g.Several)
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

// due keeps, of those with surpluses, whose is the largest; of equal ones those that arose at the
// earliest count.
func (f *filing) due(over []int) []int {
	over = extremes(over, f.votes, false)
	first := math.MaxInt
	for _, c := range over {
		first = min(first, f.rose[c])
	}
	return slices.DeleteFunc(over, func(c int) bool { return f.rose[c] > first })
}

// defers reports whether the surpluses stay: they are less than what the highest of those left
// is short of the quota and than what parts the two lowest, and the lowest is above the line or
// cannot come above it.
func (g Ordered) defers(s *stv, low []int, sum int64) bool {
	return g.Defer && len(low) > 1 && sum < s.quota-s.votes[low[len(low)-1]] && sum < s.votes[low[1]]-s.votes[low[0]] &&
		(!g.Deposits || settled(s.votes[low[0]], sum, g.line(s, false)))
}

// line is what deposits turn on: an exclusion in a bye-election always heeds the quota for all
// members of the constituency, a surplus only where there is more than one place.
func (g Ordered) line(s *stv, exclusion bool) int64 {
	if g.Members == 0 || s.seats == 1 && !exclusion {
		return s.quota / g.DepositPart
	}
	return (s.tally.b.valid/int64(g.Members+1) + 1) * s.scale / g.DepositPart
}

// settled reports whether votes are above a line, or cannot come above it with so many more.
func settled(votes, more, line int64) bool { return votes > line || votes+more <= line }

// together counts the most of the lowest who may go together: their votes with the surpluses
// are fewer than those of the next, enough are left, and the second lowest is above the line or
// nobody could come above it if they went one by one.
func (g Ordered) together(s *stv, low []int, sum int64) int {
	most, line := 0, g.line(s, true)
	for k := 1; k < len(low) && len(low)-k >= s.left; k++ {
		votes := s.votes[low[k-1]]
		if g.Deposits && !settled(votes, sum, line) && (k > 1 || s.votes[low[1]] <= line) {
			break
		}
		if sum += votes; sum < s.votes[low[k]] {
			most = k
		}
	}
	return most
}

// owing reports whether one of those who will not be elected could still come above the line:
// all who are not have with the surpluses more than it.
func (g Ordered) owing(s *stv, out []int) bool {
	if !g.Deposits {
		return false
	}
	line, some := g.line(s, false), false
	_, sum := s.surpluses()
	for _, c := range out {
		if s.votes[c] <= line {
			sum, some = sum+s.votes[c], true
		}
	}
	return some && sum > line
}
