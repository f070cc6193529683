package surplus

import (
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// ErrTwice is wrapped by the refusal of a policy whose steps together take more than there
// is of what they share.
var ErrTwice = errors.New("the same pound is spent twice")

var whole = law.Per(1, 1)

// Check refuses a policy that cannot be followed; the error begins with the place.
func (p *Policy) Check() error {
	if p.Tax.Num() < 0 || p.Tax.Cmp(whole) > 0 {
		return fmt.Errorf("tax: %v is not between nothing and the whole", p.Tax)
	}
	if len(p.Steps) > MaxSteps {
		return fmt.Errorf("steps: %d, and %d are the most", len(p.Steps), MaxSteps)
	}
	if err := p.checkDeclared(); err != nil {
		return err
	}
	for i := range p.Steps {
		if err := p.checkStep(i); err != nil {
			return fmt.Errorf("%s.%w", law.Path("steps", i, ""), err)
		}
	}
	if err := p.checkFunds(); err != nil {
		return err
	}
	if err := p.checkShares(); err != nil {
		return err
	}
	if len(p.Provisos) > MaxSteps {
		return fmt.Errorf("provisos: %d, and %d are the most", len(p.Provisos), MaxSteps)
	}
	for i := range p.Provisos {
		if err := p.checkProviso(&p.Provisos[i]); err != nil {
			return fmt.Errorf("%s.%w", law.Path("provisos", i, ""), err)
		}
	}
	return nil
}

// checkStep refuses a step; the error begins with the field.
func (p *Policy) checkStep(i int) error {
	s := &p.Steps[i]
	if s.Name == "" {
		return errors.New("name: none is given")
	}
	if s.Share.Num() < 0 || s.Share.Cmp(whole) > 0 {
		return fmt.Errorf("share: %v is not between nothing and the whole", s.Share)
	}
	m := s.Measure()
	if err := p.checkMeasure(&m, i); err != nil {
		return err
	}
	if err := s.checkTo(); err != nil {
		return err
	}
	if s.Terms != nil {
		if err := s.Terms.Check(); err != nil {
			return fmt.Errorf("terms.%w", err)
		}
	}
	if s.Floor != nil {
		if err := p.checkMeasure(s.Floor, i); err != nil {
			return fmt.Errorf("floor.%w", err)
		}
	}
	for j := range s.Caps {
		if err := p.checkMeasure(&s.Caps[j], i); err != nil {
			return fmt.Errorf("%s.%w", law.Path("caps", j, ""), err)
		}
	}
	if s.Until != nil {
		if err := p.checkMeasure(s.Until, i); err != nil {
			return fmt.Errorf("until.%w", err)
		}
	}
	if s.While != nil {
		return p.checkCondition(s.While, i)
	}
	return nil
}

// checkTo refuses a recipient that the kinds of payment do not serve, and the like.
func (s *Step) checkTo() error {
	if int(s.To) >= len(recipients) {
		return fmt.Errorf("to: %v is no recipient", s.To)
	}
	if int(s.By) >= len(factorNames) {
		return fmt.Errorf("by: %v is no basis of sharing", s.By)
	}
	for j, k := range s.Kinds {
		var known law.PaymentKind
		switch {
		case known.UnmarshalText([]byte(k.String())) != nil:
			return fmt.Errorf("%s: %v is no kind of payment", law.Path("kinds", j, ""), k)
		case slices.Contains(s.Kinds[:j], k):
			return fmt.Errorf("%s: %v is there twice", law.Path("kinds", j, ""), k)
		case s.To.keeps():
			return fmt.Errorf("%s: what goes to the %v stays in the body, and is no payment", law.Path("kinds", j, ""), s.To)
		case s.To != 0 && !s.To.mayTake(k):
			return fmt.Errorf("%s: %v is not paid by %v", law.Path("kinds", j, ""), s.To, k)
		}
	}
	pays := len(s.Kinds) > 0
	switch {
	case !pays && s.To != 0 && !s.To.keeps():
		return fmt.Errorf("kinds: none is given by which %v are paid", s.To)
	case pays && s.Fund != "":
		return errors.New("fund: a payment goes out of the body, into no fund of it")
	case s.Fund != "" && s.To == Losses:
		return errors.New("fund: losses are made good in general")
	case s.Fund == General:
		return fmt.Errorf("fund: %q is what is in no fund", General)
	case pays && s.Until != nil:
		return errors.New("until: a payment fills no reserve")
	case !pays && s.DrawOn != "":
		return errors.New("draw_on: a reserve is not filled from a reserve")
	case !pays && s.By != 0:
		return errors.New("by: what is kept is shared among nobody")
	case !pays && s.Terms != nil:
		return errors.New("terms: what is kept is shared among nobody")
	case s.By != 0 && s.Terms != nil:
		return errors.New("terms: the step says by what it is shared already")
	}
	return nil
}

// checkMeasure refuses a measure of step i, or of a proviso after them all; the error
// begins with the field.
func (p *Policy) checkMeasure(m *Measure, i int) error {
	for depth := 0; m != nil; m, depth = m.OrMore, depth+1 {
		var err error
		switch least, most := m.Of.named(); {
		case depth > MaxSteps:
			err = errors.New("or_more: too many measures")
		case int(m.Of) >= len(bases):
			err = fmt.Errorf("of: %v is no base", m.Of)
		case m.Amount < 0 || m.Amount > law.MaxPence:
			err = fmt.Errorf("amount: %v is not an amount that can be paid", m.Amount)
		case m.Amount != 0 && (m.Share.Num() != 0 || m.Above != ""):
			err = fmt.Errorf("amount: %v, where a share of something is given too", m.Amount)
		case len(m.Named) < least || len(m.Named) > most:
			err = fmt.Errorf("named: %d names, and %v takes %s", len(m.Named), m.Of, namesTaken(least, most))
		default:
			if err = checkRate(m.Share); err != nil {
				err = fmt.Errorf("share: %w", err)
			}
		}
		for j := 0; err == nil && j < len(m.Named); j++ {
			if m.Of == OfFund {
				if bad := p.knownFund(m.Named[j]); bad != nil {
					err = fmt.Errorf("%s: %w", law.Path("named", j, ""), bad)
				}
			} else if bad := p.earlier(m.Named[j], i); bad != nil {
				err = fmt.Errorf("%s: %w", law.Path("named", j, ""), bad)
			} else if slices.Contains(m.Named[:j], m.Named[j]) {
				err = fmt.Errorf("%s: %w: step %q is there twice", law.Path("named", j, ""), ErrTwice, m.Named[j])
			}
		}
		if err != nil {
			for ; depth > 0; depth-- {
				err = fmt.Errorf("or_more.%w", err)
			}
			return err
		}
	}
	return nil
}

func namesTaken(least, most int) string {
	switch {
	case most == 0:
		return "none"
	case most == 1:
		return "one"
	}
	return fmt.Sprintf("%d or more", least)
}

// earlier refuses a name that is not that of one step before step i.
func (p *Policy) earlier(name string, i int) error {
	found := -1
	for j := range p.Steps {
		if p.Steps[j].Name != name {
			continue
		}
		if found >= 0 {
			return fmt.Errorf("two steps are called %q", name)
		}
		found = j
	}
	switch {
	case found < 0:
		return fmt.Errorf("no step is called %q", name)
	case found >= i:
		return fmt.Errorf("step %q does not come earlier", name)
	}
	return nil
}

func (p *Policy) checkCondition(c *Condition, i int) error {
	than, name := c.Below, "below"
	if than == nil {
		than, name = c.AtLeast, "at_least"
	}
	if than == nil || c.Below != nil && c.AtLeast != nil {
		return errors.New("while: give one of below and at_least")
	}
	if err := p.checkMeasure(&c.Is, i); err != nil {
		return fmt.Errorf("while.is.%w", err)
	}
	if err := p.checkMeasure(than, i); err != nil {
		return fmt.Errorf("while.%s.%w", name, err)
	}
	return nil
}

func (p *Policy) checkProviso(v *Proviso) error {
	than, name := v.AtMost, "at_most"
	if than == nil {
		than, name = v.AtLeast, "at_least"
	}
	switch {
	case v.Name == "":
		return errors.New("name: none is given")
	case than == nil || v.AtMost != nil && v.AtLeast != nil:
		return errors.New("at_most: give one of at_most and at_least")
	case len(v.Steps) == 0 || len(v.Steps) > MaxSteps:
		return fmt.Errorf("steps: %d names, and a proviso takes 1 or more", len(v.Steps))
	}
	for j, s := range v.Steps {
		if err := p.earlier(s, len(p.Steps)); err != nil {
			return fmt.Errorf("%s: %w", law.Path("steps", j, ""), err)
		}
		if slices.Contains(v.Steps[:j], s) {
			return fmt.Errorf("%s: step %q is there twice", law.Path("steps", j, ""), s)
		}
	}
	if err := p.checkMeasure(than, len(p.Steps)); err != nil {
		return fmt.Errorf("%s.%w", name, err)
	}
	return nil
}

// A thing is what shares are of.
type thing struct {
	of    Base
	named string
}

// overspent reports whether shares take more than all of a thing, or of the result and its
// parts: who takes all of the result leaves nothing of either part, and what is taken of
// both parts is taken of the whole.
func overspent(sums map[thing]*big.Rat, of thing) bool {
	one := big.NewRat(1, 1)
	if sums[of].Cmp(one) > 0 {
		return true
	}
	all, inside, outside := sums[thing{of: OfResult}], sums[thing{of: OfMembersResult}], sums[thing{of: OfOutsideResult}]
	if all == nil || inside == nil && outside == nil {
		return false
	}
	if all.Cmp(one) == 0 {
		return inside != nil && inside.Sign() > 0 || outside != nil && outside.Sign() > 0
	}
	if inside == nil || outside == nil {
		return false
	}
	if outside.Cmp(inside) < 0 {
		inside = outside
	}
	return new(big.Rat).Add(all, inside).Cmp(one) > 0
}

// checkShares refuses shares of one thing that add up to more than all of it. A step that
// something else holds down may ask for more than there is without spending it.
func (p *Policy) checkShares() error {
	sums := map[thing]*big.Rat{}
	for i := range p.Steps {
		s := &p.Steps[i]
		of := thing{of: s.Of}
		switch s.Of {
		case OfLeftAfter:
			of.named = s.Named[0]
		case OfResult, OfNetResult, OfLosses, OfMembersResult, OfOutsideResult:
		default:
			continue
		}
		if s.Amount != 0 || s.Above != "" || len(s.Caps) > 0 || s.Until != nil || s.While != nil || s.DrawOn != "" || s.To == Losses {
			continue
		}
		sum := sums[of]
		if sum == nil {
			sum = new(big.Rat)
			sums[of] = sum
		}
		sum.Add(sum, big.NewRat(s.Share.Num(), s.Share.Den()))
		if overspent(sums, of) {
			return fmt.Errorf("%s: %w: with the steps before it, more than all of %s is taken", law.Path("steps", i, "share"), ErrTwice, law.NameOf(baseWords, s.Of))
		}
	}
	return nil
}
