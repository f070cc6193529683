package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/legalform/conversion"
)

func printAnswer(w io.Writer, r *report) error {
	p := console.New(w)
	p.Wrap("", lead(r))
	p.Wrap("", verdict(r))
	printRoute(p, r, r.Route)
	if len(r.Refusals) > 0 {
		p.Heading("Why not in one step")
		printRefusals(p, r.Refusals)
	}
	if r.Doubtful != nil {
		p.Heading("A route that rests on a doubt")
		printRoute(p, r, r.Doubtful)
	}
	for i := range r.Others {
		o := &r.Others[i]
		p.Heading("A body " + o.Trait.Said())
		p.Wrap("", otherVerdict(r, o))
		printRefusals(p, o.Refusals)
	}
	if len(r.Alternatives) > 0 {
		p.Heading("What can be done instead, which is no conversion")
		for i := range r.Alternatives {
			p.Wrap("- ", upper(r.Alternatives[i].Said()))
		}
	}
	return p.Err()
}

func lead(r *report) string {
	s := fmt.Sprintf("%s to %s, on %s", r.FromTitle, r.ToTitle, r.Query.On.Long())
	if r.Query.In != 0 {
		s += ", in " + r.Query.In.Name()
	}
	if t, ok := r.Query.Trait.Get(); ok {
		s += ", for a body " + t.Said()
	}
	return strings.TrimRight(s, ", ") + ". Not legal advice."
}

// verdict says in a sentence whether there is a route.
func verdict(r *report) string {
	switch {
	case r.Route != nil && len(r.Route.Steps) == 0:
		return "It has that form already."
	case r.Route != nil:
		return "There is a lawful route " + inPlace(r.Route) + ": " + stops(r, r.Route) + "."
	case r.Doubtful != nil:
		return "There is no route that is free of doubt." + opens(r)
	case !r.Known():
		return "No route is known, and the law of the day is not all modelled." + opens(r)
	}
	return "There is no lawful route." + opens(r)
}

func opens(r *report) string {
	if r.Opens.IsZero() {
		return ""
	}
	return " The first opens on " + r.Opens.Long() + "."
}

func inPlace(x *conversion.Route) string {
	s := fmt.Sprintf("of %d steps in %s", len(x.Steps), x.In.Name())
	if len(x.Steps) == 1 {
		s = "of one step in " + x.In.Name()
	}
	if said := x.Takes.Said(); said != "" {
		s += ", for a body " + said
	}
	return s
}

// stops names the forms on the way.
func stops(r *report, x *conversion.Route) string {
	names := []string{r.FromTitle}
	for i := range x.Steps {
		names = append(names, r.titles[x.Steps[i].To])
	}
	return strings.Join(names, ", then ")
}

func otherVerdict(r *report, o *conversion.Other) string {
	switch {
	case o.Route != nil && o.Doubtful != nil:
		return "There is a lawful route " + inPlace(o.Route) + ": " + stops(r, o.Route) + "; and a shorter one that rests on a doubt. Ask with -is " + o.Trait.String() + "."
	case o.Route != nil:
		return "There is a lawful route " + inPlace(o.Route) + ": " + stops(r, o.Route) + ". Ask with -is " + o.Trait.String() + "."
	case o.Doubtful != nil:
		return "Every route rests on a doubt. Ask with -is " + o.Trait.String() + "."
	}
	return "There is no lawful route."
}

func printRefusals(p *console.Printer, rs []conversion.Refusal) {
	for i := range rs {
		p.Wrap("- ", refusal(&rs[i]))
	}
}

// refusal is the reason, with its weight where it is not a statute's.
func refusal(r *conversion.Refusal) string {
	s := upper(r.String())
	if r.Weight != 0 {
		s += " This is " + r.Weight.String() + "."
	}
	return s
}

func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func printRoute(p *console.Printer, r *report, x *conversion.Route) {
	if x == nil {
		return
	}
	for i := range x.Steps {
		s := &x.Steps[i]
		p.Heading(stepTitle(r, i, s))
		p.Wrap("", fmt.Sprintf("%s, by %v. Open %v.", upper(s.How.String()), s.Provision, window(r, s)))
		for n, st := range s.Stages {
			p.Wrap(fmt.Sprintf("%2d. ", n+1), fmt.Sprintf("%s: %s (%s)", upper(st.Kind.String()), st.Said(), st.By.Pinpoint))
		}
		for _, c := range s.Conditions {
			p.Wrap("  - ", "Condition: "+c)
		}
		if s.Doubtful() {
			p.Wrap("  ? ", "In doubt: "+s.Question)
		}
		if len(s.Judges) > 0 {
			codes := make([]string, len(s.Judges))
			for n, c := range s.Judges {
				codes[n] = string(c)
			}
			p.Wrap("    ", "Judged by "+strings.Join(codes, ", ")+".")
		}
	}
}

func stepTitle(r *report, i int, s *conversion.Step) string {
	return fmt.Sprintf("Step %d: %s to %s", i+1, r.titles[s.From], r.titles[s.To])
}

// window is the stretch of time in which the step is open.
func window(r *report, s *conversion.Step) string {
	for _, w := range s.InForce {
		if w.Holds(r.Query.On) && (r.Query.In == 0 || w.In.Meets(r.Query.In)) {
			s := "from " + w.From.Long()
			if !w.To.IsZero() {
				s += " until " + w.To.AddDays(-1).Long()
			}
			return s + ", in " + w.In.Name()
		}
	}
	return "on " + r.Query.On.Long()
}
