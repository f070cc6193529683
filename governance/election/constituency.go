package election

import (
	"fmt"
	"maps"
	"slices"
)

// A Constituency is a part of those who vote that elects its own: a ward, a class of
// members, staff on one site.
type Constituency struct {
	Name    string
	Ballots *Ballots
	// Options are its own: its seats, and a lot among its candidates.
	Options Options
}

// A Return is what a constituency elects.
type Return struct {
	Constituency string  `json:"constituency"`
	Result       *Result `json:"result"`
}

// CountEach counts constituencies by one rule, each by itself, and returns what they elect in
// their order. Every one is counted or none: an error names the constituency, and wraps what
// Count says of it; a tie that needs a lot is among them, and wraps ErrLotNeeded.
func CountEach(list []Constituency, r Rule) ([]Return, error) {
	if len(list) == 0 {
		return nil, fmt.Errorf("%w: no constituencies", ErrBallots)
	}
	out := make([]Return, len(list))
	seen := make(map[string]int, len(list))
	for i := range list {
		c := &list[i]
		if c.Name == "" {
			return nil, fmt.Errorf("%w: constituencies[%d].name: none is given", ErrBallots, i)
		}
		if j, ok := seen[c.Name]; ok {
			return nil, fmt.Errorf("%w: constituencies[%d].name: %q: constituencies[%d] has that name already", ErrBallots, i, c.Name, j)
		}
		seen[c.Name] = i
		if c.Ballots == nil {
			return nil, fmt.Errorf("%w: constituencies[%d].ballots: none are given", ErrBallots, i)
		}
		res, err := Count(c.Ballots, r, c.Options)
		if err != nil {
			return nil, fmt.Errorf("constituency %q: %w", c.Name, err)
		}
		out[i] = Return{c.Name, res}
	}
	return out, nil
}

// A ReturnAudit is the audit record of what a constituency elected.
type ReturnAudit struct {
	Constituency string `json:"constituency"`
	Audit        *Audit `json:"audit"`
}

// AuditEach makes the records of what CountEach returned of constituencies, in their order.
func AuditEach(list []Constituency, r Rule, returns []Return) ([]ReturnAudit, error) {
	if len(returns) != len(list) {
		return nil, fmt.Errorf("%w: returns: %d of %d constituencies", ErrAudit, len(returns), len(list))
	}
	out := make([]ReturnAudit, len(list))
	for i := range list {
		name := list[i].Name
		if returns[i].Constituency != name || returns[i].Result == nil || list[i].Ballots == nil {
			return nil, fmt.Errorf("%w: returns[%d]: no result of %q", ErrAudit, i, name)
		}
		a, err := NewAudit(list[i].Ballots, r, returns[i].Result)
		if err != nil {
			return nil, fmt.Errorf("constituency %q: %w", name, err)
		}
		out[i] = ReturnAudit{name, a}
	}
	return out, nil
}

// RecountEach counts constituencies again, each as its record says, and returns what they elect
// in the order of the records. There must be ballots of each by name, and of no other. An error names the
// constituency, and wraps what Audit.Recount says of it.
func RecountEach(records []ReturnAudit, ballots map[string]*Ballots) ([]Return, error) {
	out := make([]Return, len(records))
	seen := make(map[string]bool, len(records))
	for i, x := range records {
		name := x.Constituency
		switch {
		case seen[name]:
			return nil, fmt.Errorf("%w: audits[%d].constituency: %q has a record already", ErrAudit, i, name)
		case x.Audit == nil:
			return nil, fmt.Errorf("%w: audits[%d].audit: none is given of %q", ErrAudit, i, name)
		case ballots[name] == nil:
			return nil, fmt.Errorf("%w: audits[%d].constituency: there are no ballots of %q", ErrAudit, i, name)
		}
		seen[name] = true
		res, err := x.Audit.Recount(ballots[name])
		if err != nil {
			return nil, fmt.Errorf("constituency %q: %w", name, err)
		}
		out[i] = Return{name, res}
	}
	for _, name := range slices.Sorted(maps.Keys(ballots)) {
		if !seen[name] {
			return nil, fmt.Errorf("%w: there is no record of constituency %q", ErrAudit, name)
		}
	}
	return out, nil
}
