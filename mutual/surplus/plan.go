package surplus

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Plan is a policy made ready for one body of a form, so that years can be put through it
// without a search for a name. It does not change; several goroutines may use it at once.
type Plan struct {
	form     legalform.Form
	body     any
	policy   Policy
	steps    []step
	provisos []proviso
	funds    []Fund // of the policy, the general one first, amounts nought
}

// step is a Step with its names resolved.
type step struct {
	*Step
	want    measure
	floor   *measure
	caps    []measure
	until   *measure
	is      *measure // of a condition, than what to compare it with
	than    measure
	atLeast bool
	fund    int // that a reserve goes into
	draw    int // fund drawn on, or -1
}

// measure is a Measure with its names resolved: to steps, or to a fund.
type measure struct {
	share  law.Ratio
	above  string
	of     Base
	steps  []int
	fund   int
	amount law.Pence
	orMore *measure
}

type proviso struct {
	*Proviso
	steps   []int
	than    measure
	atLeast bool
}

// For makes a policy ready for a body of a form. The policy is copied; the body is the
// form's own, and is asked for its limits in every year.
func For(form legalform.Form, body any, p *Policy) (*Plan, error) {
	if err := p.Check(); err != nil {
		return nil, fmt.Errorf("policy: %w", err)
	}
	pl := &Plan{form: form, body: body, policy: *p, funds: []Fund{{Name: General}}}
	pl.policy.Steps, pl.policy.Provisos, pl.policy.Funds = slices.Clone(p.Steps), slices.Clone(p.Provisos), slices.Clone(p.Funds)
	for i := range pl.policy.Steps {
		s := &pl.policy.Steps[i]
		s.Kinds = slices.Clone(s.Kinds)
		if s.Terms != nil {
			t := *s.Terms
			s.Terms = &t
		}
		if fund := s.fills(); fund != "" {
			pl.funds[pl.fund(fund)].Indivisible = s.To == IndivisibleReserve
		}
	}
	for i := range pl.policy.Steps {
		pl.steps = append(pl.steps, pl.compile(&pl.policy.Steps[i]))
	}
	for i := range pl.policy.Provisos {
		v := &pl.policy.Provisos[i]
		c := proviso{Proviso: v, steps: pl.indexes(v.Steps), atLeast: v.AtLeast != nil}
		than := v.AtMost
		if c.atLeast {
			than = v.AtLeast
		}
		c.than = *pl.measure(than)
		pl.provisos = append(pl.provisos, c)
	}
	return pl, nil
}

// Step returns the place of the first step of a name, which is that of its line; -1 where
// there is none. A loop over years asks once.
func (pl *Plan) Step(name string) int {
	return slices.IndexFunc(pl.policy.Steps, func(s Step) bool { return s.Name == name })
}

func (pl *Plan) compile(s *Step) step {
	m := s.Measure()
	c := step{Step: s, want: *pl.measure(&m), floor: pl.measure(s.Floor), until: pl.measure(s.Until), draw: -1}
	for i := range s.Caps {
		c.caps = append(c.caps, *pl.measure(&s.Caps[i]))
	}
	if s.While != nil {
		than := s.While.Below
		if c.atLeast = than == nil; c.atLeast {
			than = s.While.AtLeast
		}
		c.is, c.than = pl.measure(&s.While.Is), *pl.measure(than)
	}
	if fund := s.fills(); fund != "" {
		c.fund = pl.fund(fund)
	}
	if s.DrawOn != "" {
		c.draw = pl.fund(s.DrawOn)
	}
	return c
}

func (pl *Plan) measure(m *Measure) *measure {
	if m == nil {
		return nil
	}
	c := &measure{share: m.Share, above: m.Above, of: m.Of, amount: m.Amount, orMore: pl.measure(m.OrMore)}
	if m.Of == OfFund {
		c.fund = pl.fund(m.Named[0])
	} else {
		c.steps = pl.indexes(m.Named)
	}
	return c
}

func (pl *Plan) indexes(names []string) []int {
	out := make([]int, len(names))
	for i, n := range names {
		out[i] = pl.Step(n)
	}
	return out
}

// fund finds a fund of the plan, or adds it.
func (pl *Plan) fund(name string) int {
	i := slices.IndexFunc(pl.funds, func(f Fund) bool { return f.Name == name })
	if i < 0 {
		i = len(pl.funds)
		pl.funds = append(pl.funds, Fund{Name: name})
	}
	return i
}

// Distribute puts a year's result through a policy under a form's limits. The body is the
// form's own. A result that is not positive is kept as it is, and nothing is paid out of a
// loss but by a step that draws on reserves. Whoever puts many years through one policy
// wants For.
func Distribute(form legalform.Form, body any, y Year, p *Policy) (*Outcome, error) {
	pl, err := For(form, body, p)
	if err != nil {
		return nil, err
	}
	out := new(Outcome)
	if err := pl.Year(&y, out); err != nil {
		return nil, err
	}
	return out, nil
}
