package election

import "fmt"

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
