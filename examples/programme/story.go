package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/programme"
	"github.com/rochdale-go/rochdale/mutual/spinout/evidence"
	"github.com/rochdale-go/rochdale/mutual/spinout/lifecycle"
	"github.com/rochdale-go/rochdale/mutual/spinout/pathfinder"
)

// A story is all that is printed.
type story struct {
	Pathfinders []fortune                   `json:"pathfinders,omitempty"`
	Roster      law.Fact[pathfinder.Roster] `json:"roster,omitzero"`
	Outlook     *programme.Outlook          `json:"outlook"`
	Reached     []*programme.Reached        `json:"reached,omitempty"`
	Needed      []needed                    `json:"needed,omitempty"`
	Fit         *programme.Fit              `json:"fit,omitempty"`
	Sources     []evidence.Source           `json:"sources"`
}

// A fortune is what became of one pathfinder.
type fortune struct {
	Name     string                     `json:"name"`
	Wave     law.Fact[int]              `json:"wave,omitzero"`
	Staff    law.Fact[pathfinder.Range] `json:"staff,omitzero"`
	Months   law.Fact[lifecycle.Months] `json:"months,omitzero"`
	Fate     law.Fact[lifecycle.State]  `json:"fate,omitzero"`
	Sure     bool                       `json:"sure"`
	Timeline []event                    `json:"timeline,omitempty"`
}

type event struct {
	When    lifecycle.When `json:"when"`
	Says    string         `json:"says"`
	Sources []string       `json:"sources,omitempty"`
	Doubt   string         `json:"doubt,omitempty"`
}

// needed is the plain arithmetic for a number of people.
type needed struct {
	People int64          `json:"people"`
	Need   programme.Need `json:"need"`
}

// reachRuns and fitRuns are for answers that take many simulations each. Whoever asks for
// fewer runs has no more for these.
const (
	reachRuns = 64
	fitRuns   = 100
)

func newStory(ctx context.Context, p *programme.Programme, o *options, stderr io.Writer) (*story, error) {
	var progress func(done, of uint64)
	if o.progress || terminal(stderr) {
		progress = bar(stderr)
	}
	s := new(story)
	var err error
	if s.Outlook, err = programme.Simulate(ctx, p, o.runs, o.workers, progress); err != nil {
		return nil, err
	}
	if o.file != "" {
		s.cite()
		return s, nil
	}
	for _, r := range pathfinder.Known() {
		s.Pathfinders = append(s.Pathfinders, fortuneOf(&r))
	}
	s.Roster = law.Known(pathfinder.Rostered())
	for _, t := range p.Targets {
		for _, l := range programme.Levers() {
			r, err := programme.Reach(ctx, p, t, l, min(reachRuns, o.runs), o.workers)
			if err != nil {
				return nil, err
			}
			s.Reached = append(s.Reached, r)
		}
		n, err := programme.Needed(&programme.Wish{
			Have: 25_000, Reach: t.People, Months: 42, Size: p.Parameters.SizeMean.Value, Conversion: law.Per(40, 61), Cost: 47_600,
		})
		if err != nil {
			return nil, err
		}
		s.Needed = append(s.Needed, needed{t.People, n})
	}
	if s.Fit, err = programme.Calibrate(ctx, programme.History(o.seed), evidence.UpAndRunning, min(fitRuns, o.runs), o.workers); err != nil {
		return nil, err
	}
	s.cite()
	return s, nil
}

func fortuneOf(r *pathfinder.Record) fortune {
	f := fortune{Name: r.Name, Fate: r.Fate(), Sure: r.Sure()}
	if w := r.Wave.Ptr(); w != nil {
		f.Wave = law.Known(w.Value)
	}
	if staff := r.Staff.Ptr(); staff != nil && staff.Sure() {
		f.Staff = law.Known(staff.Value)
	}
	if m, ok := r.Months(); ok {
		f.Months = law.Known(m)
	}
	if l := r.Log.Ptr(); l != nil {
		for _, e := range l.Events {
			if e.Says != "" {
				f.Timeline = append(f.Timeline, event{e.When, e.Says, e.Sources, e.Doubt})
			}
		}
	}
	return f
}

// cite lists the sources that are named in what is printed.
func (s *story) cite() {
	named := map[string]bool{}
	for _, f := range s.Pathfinders {
		for _, e := range f.Timeline {
			for _, id := range e.Sources {
				named[id] = true
			}
		}
	}
	for _, x := range s.Outlook.Programme.Parameters.All() {
		for _, id := range x.Sources {
			named[id] = true
		}
	}
	if s.Fit != nil {
		for _, r := range append(slices.Clone(s.Fit.Fitted), s.Fit.Held...) {
			for _, id := range r.Sources {
				named[id] = true
			}
		}
	}
	for _, x := range evidence.Sources() {
		if named[x.ID] {
			s.Sources = append(s.Sources, x)
		}
	}
}

func (f *fortune) fate() string {
	if x, ok := f.Fate.Get(); ok {
		return strings.ReplaceAll(x.String(), "-", " ")
	}
	return "not known"
}

// whereWords writes a state in words; other endings are in words already.
func whereWords(where string) string {
	if strings.Contains(where, " ") {
		return where
	}
	return strings.ReplaceAll(where, "-", " ")
}

func (f *fortune) months() string {
	m, ok := f.Months.Get()
	switch {
	case !ok:
		return "-"
	case m.Least == m.Most:
		return fmt.Sprint(m.Least)
	}
	return fmt.Sprintf("%d to %d", m.Least, m.Most)
}

func (f *fortune) wave() string {
	if w, ok := f.Wave.Get(); ok {
		return fmt.Sprint(w)
	}
	return "?"
}

func (f *fortune) staff() string {
	if n, ok := f.Staff.Get(); ok {
		return number(int64(n.Least))
	}
	return "not known"
}

// origin says where a parameter comes from.
func origin(b *evidence.Basis) string {
	words := b.Says
	if b.Standing == evidence.Judged {
		words = "Assumption: " + words
	}
	if len(b.Sources) > 0 {
		words = strings.TrimSpace(words + " [" + strings.Join(b.Sources, ", ") + "]")
	}
	return strings.TrimSpace(words + " " + b.Doubt)
}

// value writes a parameter's value with its unit.
func value(x *evidence.Parameter) string {
	v := float64(x.Value.Num()) / float64(x.Value.Den())
	switch x.Unit {
	case evidence.Probability, evidence.ProbabilityPerYear, evidence.GrowthPerYear:
		return fmt.Sprintf("%.3g%%", 100*v)
	case evidence.Pounds:
		return "£" + number(int64(v))
	default:
		return fmt.Sprintf("%.4g", v)
	}
}

// number writes 12345 as 12,345.
func number(n int64) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func times(r law.Ratio) string {
	return fmt.Sprintf("%.1f times", float64(r.Num())/float64(r.Den()))
}
