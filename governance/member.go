package governance

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Member is an entry in a body's register. Facts that are not known are not stated.
type Member struct {
	ID    string `json:"id"`
	Class string `json:"class,omitempty"`
	// Joined is the first day of membership, Left the first day no longer a member.
	Joined law.Fact[law.Date] `json:"joined,omitzero"`
	Left   law.Fact[law.Date] `json:"left,omitzero"`
	// Shares is the number of shares held that carry a vote.
	Shares law.Fact[int64] `json:"shares,omitzero"`
	// Nominal is the nominal value of those shares, where a majority goes by it.
	Nominal law.Fact[law.Pence] `json:"nominal_value,omitzero"`
	// Suspended is when the member may not vote, day by day.
	Suspended []Period `json:"suspended,omitempty"`
	// CallsUnpaid says that a sum due on the member's shares is unpaid.
	CallsUnpaid bool `json:"calls_unpaid,omitempty"`
	// Treasury marks the body's own shares, which are outside every base.
	Treasury bool `json:"treasury,omitempty"`
	// Corporate marks a body corporate, which acts by representatives.
	Corporate bool `json:"corporate,omitempty"`
	// Delegates is how many delegates a member of a federal body sends, each with one vote.
	Delegates law.Fact[int64] `json:"delegates,omitzero"`
	// What eligibility may go by: birth, the beginning of service, weekly hours, trade with
	// the body over its last year.
	Born    law.Fact[law.Date]  `json:"born,omitzero"`
	Service law.Fact[law.Date]  `json:"service,omitzero"`
	Hours   law.Fact[int64]     `json:"weekly_hours,omitzero"`
	Trade   law.Fact[law.Pence] `json:"trade,omitzero"`
}

// A Period runs from its first day to its last.
type Period struct {
	First law.Date `json:"first"`
	Last  law.Date `json:"last"`
}

// Holds reports whether a date lies in the period.
func (p Period) Holds(d law.Date) bool { return !d.Before(p.First) && !d.After(p.Last) }

// Check refuses what no member can be; the error begins with the name of the field.
func (m *Member) Check() error {
	joined, ok1 := m.Joined.Get()
	left, ok2 := m.Left.Get()
	if ok1 && ok2 && left.Before(joined) {
		return fmt.Errorf(".left: %v is before the day of joining, %v", left, joined)
	}
	for _, x := range []struct {
		field string
		f     *law.Fact[int64]
	}{{"shares", &m.Shares}, {"delegates", &m.Delegates}, {"weekly_hours", &m.Hours}} {
		if n := x.f.Or(0); n < 0 {
			return fmt.Errorf(".%s: %d is negative", x.field, n)
		}
	}
	if p := m.Trade.Or(0); p < 0 {
		return fmt.Errorf(".trade: %v is negative", p)
	}
	if p := m.Nominal.Or(0); p < 0 {
		return fmt.Errorf(".nominal_value: %v is negative", p)
	}
	for i, p := range m.Suspended {
		if p.Last.Before(p.First) {
			return fmt.Errorf(".suspended[%d]: it ends on %v, before it begins on %v", i, p.Last, p.First)
		}
	}
	return nil
}

// MemberOn reports whether the member is one on a date: joined on or before it and not
// yet gone. The second result is false where the date of joining is not stated.
func (m *Member) MemberOn(on law.Date) (member, known bool) {
	joined, ok := m.Joined.Get()
	if !ok {
		return false, false
	}
	left, gone := m.Left.Get()
	return !joined.After(on) && (!gone || on.Before(left)), true
}

// CountMembers counts the members on a date, of a class or, with an empty class, of all; unknown
// is how many of them cannot be placed for want of a date of joining.
func CountMembers(members []Member, class string, on law.Date) (n, unknown int64) {
	for i := range members {
		m := &members[i]
		if class != "" && m.Class != class {
			continue
		}
		switch in, known := m.MemberOn(on); {
		case !known:
			unknown++
		case in:
			n++
		}
	}
	return n, unknown
}
