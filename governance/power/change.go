package power

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Line is a part of the votes at which something begins.
type Line uint8

// The lines, from below: none; more than a quarter, which blocks what needs three quarters; half,
// which blocks what needs more than half; more than half, which carries that; and three quarters,
// which carries what needs so many.
const (
	NoLine Line = iota
	OverQuarter
	Half
	OverHalf
	ThreeQuarters
)

var lines = []string{"none", "over-25%", "50%", "over-50%", "75%"}

// String gives the JSON value.
func (l Line) String() string { return law.NameOf(lines, l) }

// MarshalText writes String.
func (l Line) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText reads what String writes.
func (l *Line) UnmarshalText(b []byte) error { return law.ParseName(l, lines, b, "a line") }

// Said is what reaching the line lets a holder do, in a sentence.
func (l Line) Said() string {
	return [...]string{
		"crosses no line", "blocks what needs three quarters", "blocks what needs more than half",
		"carries what needs more than half", "carries what needs three quarters",
	}[min(l, ThreeQuarters)]
}

// LineOf is the highest line that so many votes of all reach; none of nothing.
func LineOf(votes, all int64) Line {
	half := governance.MoreThan(1, 2, governance.AllEntitled).Needs(all)
	most := governance.AtLeast(3, 4, governance.AllEntitled).Needs(all)
	switch {
	case all < 1 || votes < 1:
		return NoLine
	case votes >= most && votes >= half:
		return ThreeQuarters
	case votes >= half:
		return OverHalf
	case all-votes < half:
		return Half
	case all-votes < most:
		return OverQuarter
	}
	return NoLine
}

// A Change is one voter before and after; not stated where there was or is none of the name.
type Change struct {
	Name   string          `json:"name"`
	Class  string          `json:"class,omitempty"`
	Before law.Fact[Voter] `json:"before,omitzero"`
	After  law.Fact[Voter] `json:"after,omitzero"`
}

// Lines are those reached before and after.
func (c *Change) Lines() (before, after Line) {
	if v := c.Before.Ptr(); v != nil {
		before = v.Line
	}
	if v := c.After.Ptr(); v != nil {
		after = v.Line
	}
	return before, after
}

// Crosses reports whether the change crosses a line, or gives or takes away the power to carry or
// to block alone.
func (c *Change) Crosses() bool {
	alone := func(v *Voter) (bool, bool) { return v != nil && v.Carries, v != nil && v.Blocks }
	c0, b0 := alone(c.Before.Ptr())
	c1, b1 := alone(c.After.Ptr())
	before, after := c.Lines()
	return before != after || c0 != c1 || b0 != b1
}

// Compare sets the voters of two standings side by side by class and name, in the order of the
// second; those who have gone follow. It refuses a standing in which two have one name, or one has none.
func Compare(before, after *Standing) ([]Change, error) {
	type key struct{ name, class string }
	index := func(what string, s *Standing) (map[key]int, error) {
		at := make(map[key]int, len(s.Voters))
		for i := range s.Voters {
			k := key{s.Voters[i].Name, s.Voters[i].Class}
			if _, twice := at[k]; twice || k.name == "" {
				return nil, fmt.Errorf("%w: %s.%s: %q does not tell who it is", ErrGame, what, law.Path("voters", i, "name"), k.name)
			}
			at[k] = i
		}
		return at, nil
	}
	was, err := index("before", before)
	if err != nil {
		return nil, err
	}
	now, err := index("after", after)
	if err != nil {
		return nil, err
	}
	out := make([]Change, 0, len(after.Voters))
	for i := range after.Voters {
		v := &after.Voters[i]
		c := Change{Name: v.Name, Class: v.Class, After: law.Known(*v)}
		if j, ok := was[key{v.Name, v.Class}]; ok {
			c.Before = law.Known(before.Voters[j])
		}
		out = append(out, c)
	}
	for i := range before.Voters {
		v := &before.Voters[i]
		if _, ok := now[key{v.Name, v.Class}]; !ok {
			out = append(out, Change{Name: v.Name, Class: v.Class, Before: law.Known(*v)})
		}
	}
	return out, nil
}

// An Allotment is shares issued to a member, or to somebody who becomes one by it.
type Allotment struct {
	Member string `json:"member"`
	// Class is that of a new member.
	Class  string `json:"class,omitempty"`
	Shares int64  `json:"shares"`
	// Nominal is their nominal value, where votes go by it.
	Nominal law.Fact[law.Pence] `json:"nominal_value,omitzero"`
}

// Issue returns a register's members as they are after an issue of shares on a date; those given
// are left as they are. It refuses an allotment of nothing, and one to a member whose holding is
// not stated; the error names the place.
func Issue(members []governance.Member, on law.Date, as []Allotment) ([]governance.Member, error) {
	out := slices.Clone(members)
	at := make(map[string]int, len(out))
	for i := range out {
		at[out[i].ID] = i
	}
	for i, a := range as {
		bad := func(field, format string, args ...any) error {
			return fmt.Errorf("%w: %s: %s", ErrGame, law.Path("issue", i, field), fmt.Sprintf(format, args...))
		}
		if a.Shares < 1 || a.Shares > maxTotal {
			return nil, bad("shares", "%d is no number of shares", a.Shares)
		}
		if a.Member == "" {
			return nil, bad("member", "nobody is named")
		}
		j, ok := at[a.Member]
		if !ok {
			at[a.Member] = len(out)
			out = append(out, governance.Member{ID: a.Member, Class: a.Class, Joined: law.Known(on), Shares: law.Known(a.Shares), Nominal: a.Nominal})
			continue
		}
		m := &out[j]
		held, ok := m.Shares.Get()
		member, _ := m.MemberOn(on)
		switch {
		case !member:
			return nil, bad("member", "%q is not known to be a member on %v", a.Member, on)
		case !ok:
			return nil, bad("member", "the shares of %q are not stated", a.Member)
		case held > maxTotal-a.Shares:
			return nil, bad("shares", "%d more are beyond counting", a.Shares)
		case a.Class != "" && a.Class != m.Class:
			return nil, bad("class", "%q is of the class %q", a.Member, m.Class)
		case m.Nominal.Stated() != a.Nominal.Stated():
			return nil, bad("nominal_value", "stated of the member or of the shares, and not of both")
		}
		m.Shares = law.Known(held + a.Shares)
		if value, ok := m.Nominal.Get(); ok {
			more := a.Nominal.Or(0)
			if more < 0 || more > maxTotal || value > maxTotal-more {
				return nil, bad("nominal_value", "%v is beyond counting", more)
			}
			m.Nominal = law.Known(value + more)
		}
	}
	return out, nil
}
