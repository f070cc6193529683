package governance

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Eligibility is what a class asks of its members. The zero Eligibility asks nothing.
type Eligibility struct {
	// Age is the least age in years, Service the least service in months, Hours the fewest
	// hours a week, Trade the least trade in a year, Shares the fewest shares.
	Age     int       `json:"age,omitempty"`
	Service int       `json:"service_months,omitempty"`
	Hours   int64     `json:"weekly_hours,omitempty"`
	Trade   law.Pence `json:"trade,omitempty"`
	Shares  int64     `json:"shares,omitempty"`
}

// Unmet says which conditions a member does not meet on a date, in words, and which cannot
// be decided because a fact is not stated, by its name. A member who reaches an age, or so
// many months of service, on the day meets the condition on it.
func (q Eligibility) Unmet(m *Member, on law.Date) (unmet, missing []string) {
	since := func(asked int, f *law.Fact[law.Date], months int, name, words string) {
		if asked == 0 {
			return
		}
		if from, ok := f.Get(); !ok {
			missing = append(missing, name)
		} else if from.AddMonths(months).After(on) {
			unmet = append(unmet, words)
		}
	}
	since(q.Age, &m.Born, 12*q.Age, "born", fmt.Sprintf("is not yet %d years old", q.Age))
	since(q.Service, &m.Service, q.Service, "service", fmt.Sprintf("has not served %d months", q.Service))
	least := func(asked int64, f *law.Fact[int64], name, words string) {
		if asked == 0 {
			return
		}
		if n, ok := f.Get(); !ok {
			missing = append(missing, name)
		} else if n < asked {
			unmet = append(unmet, words)
		}
	}
	least(q.Hours, &m.Hours, "weekly_hours", fmt.Sprintf("works fewer than %d hours a week", q.Hours))
	if q.Trade > 0 {
		if p, ok := m.Trade.Get(); !ok {
			missing = append(missing, "trade")
		} else if p < q.Trade {
			unmet = append(unmet, fmt.Sprintf("trades for less than %v a year", q.Trade))
		}
	}
	least(q.Shares, &m.Shares, "shares", fmt.Sprintf("holds fewer than %d shares", q.Shares))
	return unmet, missing
}

// ClassEligibility is what one class asks of its members.
type ClassEligibility struct {
	Class string `json:"class"`
	Eligibility
}

// Ineligible is a member who does not meet what the member's class asks, in words, or of
// whom facts are not stated that would tell, by name.
type Ineligible struct {
	Member  string   `json:"member"`
	Unmet   []string `json:"unmet,omitempty"`
	Missing []string `json:"missing,omitempty"`
}

// Ineligible lists the members on a date who do not meet what their class asks, or of whom
// it is not known, in the order of the register. It refuses conditions of a class that the
// register does not have.
func (c *Constitution) Ineligible(r *Register, on law.Date) ([]Ineligible, error) {
	if len(c.Eligibility) == 0 {
		return nil, nil
	}
	asks := make([]*Eligibility, len(r.classes))
	for i := range c.Eligibility {
		k := slices.Index(r.classes, c.Eligibility[i].Class)
		if k < 0 {
			return nil, fmt.Errorf("%w: %s: %q is not a class of the register", ErrRegister, law.Path("eligibility", i, "class"), c.Eligibility[i].Class)
		}
		asks[k] = &c.Eligibility[i].Eligibility
	}
	var out []Ineligible
	for i := range r.members {
		m := &r.members[i]
		if in, _ := m.MemberOn(on); !in || asks[r.class[i]] == nil {
			continue
		}
		if unmet, missing := asks[r.class[i]].Unmet(m, on); unmet != nil || missing != nil {
			out = append(out, Ineligible{m.ID, unmet, missing})
		}
	}
	return out, nil
}

// DelegateRule is how many delegates a member of a federal body may send: one for so many
// members of its own or part of so many, within limits.
type DelegateRule struct {
	Per   int64 `json:"per"`
	Least int64 `json:"least,omitempty"`
	Most  int64 `json:"most,omitempty"`
}

// Delegates returns the number for a member body with so many members of its own.
func (d DelegateRule) Delegates(members int64) int64 {
	n := d.Least
	if d.Per > 0 {
		n = max(n, int64(law.Per(1, d.Per).OfUp(law.Pence(members))))
	}
	if d.Most > 0 {
		n = min(n, d.Most)
	}
	return n
}
