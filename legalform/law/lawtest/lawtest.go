// Package lawtest tests tables of rules: a third party's as much as the library's own.
//
// A Suite names the cases a lawyer would: the rule met, breached, not applicable, each
// side of its limit. Run judges them, finds rules that lack a case, and tries every
// window of every rule on the day before it opens, the day it opens, its last day and the
// day after, by moving the date that governs the rule's "met" case.
package lawtest

import (
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Case is one body on one date under one rule.
type Case[T any] struct {
	// Name is a sentence that states the provision, the facts and the answer.
	Name string
	Code law.Code
	// On is the date of assessment, the suite's where it is empty.
	On string
	// In is the body's place, the suite's where it is 0.
	In law.Extent
	// Change makes the case out of the suite's lawful body.
	Change func(*T)
	Want   law.Outcome
	// At is the path that the first finding names, where the case asks for one.
	At string
}

// A Suite is a table of rules with its cases.
type Suite[T, F any] struct {
	Rules   *law.Rules[T, F]
	Figures F
	// Lawful returns a body in which every rule is met or does not apply.
	Lawful func() T
	On     string
	In     law.Extent
	// Dates sets each governing date by its path, so that windows can be tried; cases are
	// moved by it.
	Dates map[string]func(*T, law.Date)
	Cases []Case[T]
	// Exempt gives the reason why a rule lacks an outcome among its cases: a rule whose
	// breach nobody can state, say. The key is "code outcome".
	Exempt map[string]string
}

// Run runs the suite.
func (s Suite[T, F]) Run(t *testing.T) {
	t.Helper()
	if err := s.Rules.Complaints(); err != nil {
		t.Errorf("declarations: %v", err)
	}
	t.Run("the lawful body breaches nothing", func(t *testing.T) {
		body := s.Lawful()
		rep := s.judge(&body, law.MustDate(s.On), s.In)
		for _, f := range rep.Findings {
			t.Errorf("%v", f)
		}
	})
	had := map[string]bool{}
	met := map[law.Code]Case[T]{}
	for _, c := range s.Cases {
		t.Run(c.Name, func(t *testing.T) { s.run(t, c) })
		had[key(c.Code, c.Want)] = true
		if _, ok := met[c.Code]; !ok && c.Want == law.Met {
			met[c.Code] = c
		}
	}
	codes := map[law.Code]bool{}
	for m := range s.Rules.All() {
		codes[m.Code] = true
		if c, ok := met[m.Code]; ok {
			t.Run("windows of "+string(m.Code), func(t *testing.T) { s.windows(t, m, c) })
		}
		s.lacks(t, m, had)
	}
	for k := range s.Exempt {
		if had[k] {
			t.Errorf("exempt and yet tested: %s", k)
		}
		if code, _, _ := strings.Cut(k, " "); !codes[law.Code(code)] {
			t.Errorf("exempt, and of no rule of the table: %s", k)
		}
	}
	for _, c := range s.Cases {
		if !codes[c.Code] {
			t.Errorf("case %q is about no rule of the table: %s", c.Name, c.Code)
		}
	}
}

func key(c law.Code, o law.Outcome) string { return string(c) + " " + o.String() }

func (s Suite[T, F]) lacks(t *testing.T, m law.Meta, had map[string]bool) {
	t.Helper()
	want := []law.Outcome{law.Met, law.Breached}
	if m.Conditional {
		want = append(want, law.NotApplicable)
	}
	for _, o := range want {
		if k := key(m.Code, o); !had[k] && s.Exempt[k] == "" {
			t.Errorf("%s: no case in which it is %v", m.Code, o)
		}
	}
}

func (s Suite[T, F]) judge(body *T, on law.Date, in law.Extent) *law.Report {
	return s.Rules.Judge(body, &s.Figures, on, in)
}

func (s Suite[T, F]) place(c Case[T]) (body T, on law.Date, in law.Extent) {
	body = s.Lawful()
	if c.Change != nil {
		c.Change(&body)
	}
	on, in = law.MustDate(s.On), s.In
	if c.On != "" {
		on = law.MustDate(c.On)
	}
	if c.In != 0 {
		in = c.In
	}
	return body, on, in
}

func (s Suite[T, F]) run(t *testing.T, c Case[T]) {
	body, on, in := s.place(c)
	rep := s.judge(&body, on, in)
	got, ok := rep.Outcome(c.Code)
	if !ok {
		t.Fatalf("%s was not tried", c.Code)
	}
	var mine []law.Finding
	for _, f := range rep.Findings {
		if f.Code == c.Code {
			mine = append(mine, f)
		}
	}
	if got != c.Want {
		t.Fatalf("%s: got %v, want %v\nfindings: %v", c.Code, got, c.Want, mine)
	}
	if c.At != "" && (len(mine) == 0 || mine[0].Path != c.At) {
		t.Errorf("%s: the finding does not name %s: %v", c.Code, c.At, mine)
	}
}

// windows moves the met case to the edges of every window.
func (s Suite[T, F]) windows(t *testing.T, m law.Meta, c Case[T]) {
	for _, w := range m.InForce {
		for in := range parts(w.In) {
			s.edge(t, m, c, in, w.From.AddDays(-1))
			s.edge(t, m, c, in, w.From)
			if !w.To.IsZero() {
				s.edge(t, m, c, in, w.To.AddDays(-1))
				s.edge(t, m, c, in, w.To)
			}
		}
	}
}

func (s Suite[T, F]) edge(t *testing.T, m law.Meta, c Case[T], in law.Extent, d law.Date) {
	t.Helper()
	want := slices.ContainsFunc(m.InForce, func(w law.Window) bool { return w.In.Covers(in) && w.Holds(d) })
	body, on, _ := s.place(c)
	if m.Event == "" {
		on = d
	} else if set := s.Dates[m.Event]; set != nil {
		set(&body, d)
	} else {
		t.Fatalf("the suite cannot set %s", m.Event)
	}
	rep := s.judge(&body, on, in)
	got, _ := rep.Outcome(m.Code)
	if (got != law.NotInForce) != want {
		t.Errorf("%s on %v in %v: %v, where in force should be %v", m.Code, d, in, got, want)
	}
	for _, r := range rep.Results {
		if r.Code() == m.Code && r.On != d {
			t.Errorf("%s: judged as at %v, where %v governs", m.Code, r.On, d)
		}
	}
}

// parts lists the parts of an extent, so that a body is in one place at a time.
func parts(e law.Extent) iter.Seq[law.Extent] {
	return func(yield func(law.Extent) bool) {
		for _, p := range []law.Extent{law.England, law.Wales, law.Scotland, law.NorthernIreland, law.ChannelIslands} {
			if e.Meets(p) && !yield(p) {
				return
			}
		}
	}
}
