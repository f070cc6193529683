package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/rochdale-go/rochdale/examples/internal/cases"
	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/simulate"
	"github.com/rochdale-go/rochdale/mutual/spinout"
)

// setting is what is run: the case under the forms that can hold it.
type setting struct {
	*spinout.Case
	on    law.Date
	forms []legalform.Form
	out   []leftOut
	spec  simulate.Spec
}

// leftOut is a form that cannot hold the case, and why.
type leftOut struct {
	Form  string `json:"form"`
	Title string `json:"title"`
	Why   string `json:"why"`
}

func (o *options) setting() (*setting, error) {
	c, err := cases.Open(o.file)
	if err != nil {
		return nil, err
	}
	if o.years > 0 {
		c.Years = spinout.Input[int]{Value: o.years, Assumption: "asked for by -years"}
		if err := c.Check(); err != nil {
			return nil, fmt.Errorf("-years: %w", err)
		}
	}
	s := &setting{Case: c, on: o.on}
	if s.on.IsZero() {
		s.on = c.Founded.Value
	}
	for _, f := range legalform.In(0) {
		if why := s.excludes(f); why != "" {
			s.out = append(s.out, leftOut{f.FormID(), f.FormTitle(), why})
			continue
		}
		s.forms = append(s.forms, f)
	}
	s.spec = simulate.Spec{Seed: o.seed, Scenarios: c.Scenarios(s.on, s.forms)}
	return s, s.spec.Check()
}

// excludes says why a form cannot hold the case; nothing where it can.
func (s *setting) excludes(f legalform.Form) string {
	if len(legalform.Reaching(s.In, f)) == 0 {
		return "its law does not reach " + s.In.Name()
	}
	p, err := f.Describe(s.on)
	if err == nil {
		err = p.Exists(s.on, s.In)
	}
	plan := s.Plan(s.on)
	switch {
	case err != nil:
		return strings.TrimPrefix(err.Error(), f.FormID()+": ")
	case p.Reserved.Says != "":
		return fmt.Sprintf("%s (%v)", p.Reserved.Says, p.Reserved.By)
	case len(legalform.ForPlan([]legalform.Form{f}, plan)) == 0:
		return fmt.Sprintf("it has %d members at the least (%v), where the case has %d", p.LeastMembers.Number.Or(0), p.LeastMembers.By, plan.Members)
	}
	if least, ok := p.LeastCapital.Amount.Get(); ok && plan.Capital < least {
		return fmt.Sprintf("it has %v of share capital at the least (%v), where the case has %v", least, p.LeastCapital.By, plan.Capital)
	}
	return ""
}

// tally runs the paths, or reads them from the files of parts.
func (s *setting) tally(ctx context.Context, o *options, stderr io.Writer) (*simulate.Tally, error) {
	if o.merging {
		return s.merged(ctx, o)
	}
	from, to := uint64(0), o.paths
	if o.parts > 0 {
		from, to = cut(o.paths, o.part-1, o.parts), cut(o.paths, o.part, o.parts)
	}
	bar := console.NewBar(stderr, fmt.Sprintf("%d forms", len(s.forms)))
	defer bar.Clear()
	return simulate.SimulateRange(ctx, &s.spec, from, to, simulate.Options{Workers: o.workers, Progress: bar.Tell})
}

// cut is the first path of a part, counted from 0; parts differ by one path at the most.
func cut(paths, part, parts uint64) uint64 {
	return paths/parts*part + min(part, paths%parts)
}

// merged puts the parts of a run together, and requires that no path is missing.
func (s *setting) merged(ctx context.Context, o *options) (*simulate.Tally, error) {
	var whole *simulate.Tally
	for _, name := range o.merge {
		part, err := console.ReadFile(name, readTally)
		if err != nil {
			return nil, err
		}
		if whole == nil {
			// A path that no part may have tells how the tally of this setting is put together.
			if whole, err = simulate.SimulateRange(ctx, &s.spec, o.paths, o.paths+1, simulate.Options{Workers: 1}); err != nil {
				return nil, err
			}
			if err = whole.Merge(part); err == nil {
				whole = part
			}
		} else {
			err = whole.Merge(part)
		}
		switch {
		case errors.Is(err, simulate.ErrOtherSpec):
			return nil, fmt.Errorf("%s: %w; give -merge the same -case, -on, -years and -seed as -shard", name, err)
		case err != nil:
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	if r := whole.Ranges; len(r) != 1 || r[0].From != 0 || r[0].To != o.paths {
		return nil, fmt.Errorf("-merge: the files hold %d of %d paths: %s", whole.Paths(), o.paths, ranges(r))
	}
	for i := range whole.Scenarios {
		if of := whole.Scenarios[i].By(0, simulate.OutOfCash).Of; of != o.paths {
			return nil, fmt.Errorf("-merge: %s counts %d paths of %d", whole.Scenarios[i].Name, of, o.paths)
		}
	}
	return whole, nil
}

// A hundred forms and years make a long tally: half a gigabyte bounds it.
var tallyLimits = law.Limits{Bytes: 1 << 29, Values: 50_000_000}

func readTally(r io.Reader) (*simulate.Tally, error) {
	var t simulate.Tally
	return &t, law.DecodeLimited(r, &t, tallyLimits)
}

// ranges says which paths there are, counted from 0.
func ranges(rs []simulate.Range) string {
	s := "none"
	for i, r := range rs {
		if i == 0 {
			s = ""
		} else {
			s += ", "
		}
		s += fmt.Sprintf("%d to %d", r.From, r.To-1)
	}
	return s
}
