package surplus

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// checkDeclared refuses declared funds that cannot be told apart.
func (p *Policy) checkDeclared() error {
	if len(p.Funds) > MaxSteps {
		return fmt.Errorf("funds: %d, and %d are the most", len(p.Funds), MaxSteps)
	}
	for i, name := range p.Funds {
		switch {
		case name == "" || name == General:
			return fmt.Errorf("%s: %q is no name for a fund", law.Path("funds", i, ""), name)
		case slices.Contains(p.Funds[:i], name):
			return fmt.Errorf("%s: %q is there twice", law.Path("funds", i, ""), name)
		}
	}
	return nil
}

// fills returns the fund that the step puts its money into, none for a payment and for
// losses.
func (s *Step) fills() string {
	if len(s.Kinds) > 0 || s.To == Losses {
		return ""
	}
	return s.fundOf()
}

// knownFund refuses a name that is of no fund: a misspelt one would be empty every year.
func (p *Policy) knownFund(name string) error {
	if name == General || slices.Contains(p.Funds, name) {
		return nil
	}
	known := append([]string{General}, p.Funds...)
	for i := range p.Steps {
		fund := p.Steps[i].fills()
		if fund == name && name != "" {
			return nil
		}
		if fund != "" && !slices.Contains(known, fund) {
			known = append(known, fund)
		}
	}
	return fmt.Errorf("no step fills a fund %.40q and funds does not declare it; there are %s", name, strings.Join(known, ", "))
}

// checkFunds refuses to draw on an indivisible reserve or on a fund that the policy does not
// know, and a fund that is both divisible and not.
func (p *Policy) checkFunds() error {
	indivisible := map[string]bool{}
	for i := range p.Steps {
		s := &p.Steps[i]
		fund := s.fills()
		if fund == "" {
			continue
		}
		was, seen := indivisible[fund]
		if now := s.To == IndivisibleReserve; seen && was != now {
			return fmt.Errorf("%s: fund %q is indivisible in one step and not in another", law.Path("steps", i, "fund"), fund)
		} else if !seen {
			indivisible[fund] = now
		}
	}
	for i := range p.Steps {
		on := p.Steps[i].DrawOn
		if on == "" {
			continue
		}
		if err := p.knownFund(on); err != nil {
			return fmt.Errorf("%s: %w", law.Path("steps", i, "draw_on"), err)
		}
		if indivisible[on] {
			return fmt.Errorf("%s: fund %q is indivisible, and pays nobody", law.Path("steps", i, "draw_on"), on)
		}
	}
	return nil
}
