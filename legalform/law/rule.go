package law

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
)

// A Code names a duty: short, stable, never reused. It is an error, so that
// errors.Is(report.Err(), cic.OverAggregateCap) asks whether that duty was breached.
type Code string

// Error makes a code usable with errors.Is.
func (c Code) Error() string { return string(c) }

// Weight says what kind of norm a rule is. Only a breach of statute is ever called unlawful.
type Weight uint8

// Statute is an Act or an instrument under one; Guidance is what a regulator would
// question; OwnRules is what the body's own constitution says; Practice is custom.
const (
	Statute Weight = iota
	Guidance
	OwnRules
	Practice
)

var weights = []string{"statute", "guidance", "own-rules", "practice"}

// String gives the JSON value.
func (w Weight) String() string { return NameOf(weights, w) }

// MarshalText writes String.
func (w Weight) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// UnmarshalText reads what String writes.
func (w *Weight) UnmarshalText(b []byte) error {
	return ParseName(w, weights, b, "a weight")
}

// Outcome is what became of a rule. The five are never merged: an unknown is not a pass.
type Outcome uint8

// The outcomes. The zero Outcome is none of them.
const (
	Met Outcome = iota + 1
	Breached
	Unknown
	NotApplicable
	NotInForce
)

var outcomes = []string{"", "met", "breached", "unknown", "not-applicable", "not-in-force"}

// String gives the JSON value.
func (o Outcome) String() string { return NameOf(outcomes, o) }

// MarshalText writes String.
func (o Outcome) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// UnmarshalText reads what String writes.
func (o *Outcome) UnmarshalText(b []byte) error {
	return ParseName(o, outcomes, b, "an outcome")
}

// An Event is the date of the subject that governs a rule: of the declaration, the
// agreement, the disposal. Path is its JSON path, named when it is not stated.
type Event[T any] struct {
	Path string
	Of   func(*T) Fact[Date]
}

// A Rule is one duty: said, cited, dated and checked. T is what is judged, F the struct of
// dated figures that the check reads.
type Rule[T, F any] struct {
	Code      Code
	Provision Provision
	// Says is one sentence, in the operative words of the provision.
	Says string
	// InForce has a window for each extent and period; they must not overlap in one place.
	InForce []Window
	Weight  Weight
	// Event picks the governing date; without it that is the date of the assessment.
	Event Event[T]
	// Applies reports whether the rule concerns the subject at all; nil is always.
	Applies func(*Case[T, F]) bool
	// Check reports to the case: nothing for a rule that is met.
	Check  func(*Case[T, F])
	Remedy string
	// Successor is the rule that took over when the last window closed; or Ended says
	// that none did, and why.
	Successor Code
	Ended     string
}

// Meta is a rule seen as data.
type Meta struct {
	Code      Code      `json:"code"`
	Provision Provision `json:"provision"`
	Says      string    `json:"says"`
	InForce   []Window  `json:"in_force,omitempty"`
	Weight    Weight    `json:"weight"`
	Event     string    `json:"event,omitempty"`
	Remedy    string    `json:"remedy,omitempty"`
	Successor Code      `json:"successor,omitempty"`
	Ended     string    `json:"ended,omitempty"`
	// Conditional says that the rule does not concern every subject.
	Conditional bool `json:"conditional,omitempty"`
	// Topic is that of the table in which the rule was declared, where it has one.
	Topic string `json:"topic,omitempty"`
}

// Rules is a table of rules, read-only once built and safe for concurrent use. Other
// families' rules may be lifted into it.
type Rules[T, F any] struct {
	rows   []Rule[T, F]
	metas  []Meta
	lifted []lifted[T, F]
	total  int
}

// Table builds a table, for package variables. It panics on a declaration that Complaints
// would complain about, so that a bad table cannot ship.
func Table[T, F any](rows ...Rule[T, F]) *Rules[T, F] {
	r := NewRules(rows...)
	if err := r.Complaints(); err != nil {
		panic("law.Table: " + err.Error())
	}
	return r
}

// Topic is Table for the rules on one topic of the law, under which they are listed wherever
// the table is joined to others.
func Topic[T, F any](topic string, rows ...Rule[T, F]) *Rules[T, F] {
	r := Table(rows...)
	for i := range r.metas {
		r.metas[i].Topic = topic
	}
	return r
}

// NewRules builds a table from data or from rules put together at run time; the caller
// asks it for Complaints.
func NewRules[T, F any](rows ...Rule[T, F]) *Rules[T, F] {
	r := &Rules[T, F]{rows: slices.Clone(rows), metas: make([]Meta, len(rows)), total: len(rows)}
	for i, row := range rows {
		r.rows[i].InForce = slices.Clone(row.InForce)
		r.metas[i] = Meta{
			row.Code, row.Provision, row.Says, slices.Clone(row.InForce), row.Weight, row.Event.Path,
			row.Remedy, row.Successor, row.Ended, row.Applies != nil, "",
		}
	}
	return r
}

// With returns the table with more rules after its own.
func (r *Rules[T, F]) With(more *Rules[T, F]) *Rules[T, F] {
	out := NewRules(append(slices.Clone(r.rows), more.rows...)...)
	for i, m := range append(slices.Clone(r.metas), more.metas...) {
		out.metas[i].Topic = m.Topic
	}
	out.lifted = append(slices.Clone(r.lifted), more.lifted...)
	out.total = r.total + more.total
	return out
}

// Len returns the number of rules, lifted ones included.
func (r *Rules[T, F]) Len() int { return r.total }

// All lists the rules in table order, lifted families last.
func (r *Rules[T, F]) All() iter.Seq[Meta] {
	return func(yield func(Meta) bool) {
		for _, m := range r.metas {
			m.InForce = slices.Clone(m.InForce)
			if !yield(m) {
				return
			}
		}
		for _, l := range r.lifted {
			for m := range l.all() {
				if !yield(m) {
					return
				}
			}
		}
	}
}

// Complaints joins what is wrong with the declarations: codes that repeat; rules without
// code, provision, sentence, window, check or remedy; sentences that do not end in a full
// stop; windows that are empty, placeless or overlap in one place; and rules that have
// ended without naming a successor or saying that there is none.
func (r *Rules[T, F]) Complaints() error {
	var errs []error
	seen := map[Code]bool{}
	for i := range r.rows {
		row := &r.rows[i]
		for _, what := range complaints(row) {
			errs = append(errs, fmt.Errorf("rule %d (%q): %s", i, string(row.Code), what))
		}
		if seen[row.Code] {
			errs = append(errs, fmt.Errorf("rule %d (%q): the code is used twice", i, string(row.Code)))
		}
		seen[row.Code] = true
	}
	for _, l := range r.lifted {
		for m := range l.all() {
			if seen[m.Code] {
				errs = append(errs, fmt.Errorf("lifted rule %q: the code is used twice", string(m.Code)))
			}
			seen[m.Code] = true
		}
	}
	return errors.Join(errs...)
}

func complaints[T, F any](r *Rule[T, F]) (what []string) {
	say := func(bad bool, s string) {
		if bad {
			what = append(what, s)
		}
	}
	say(r.Code == "" || strings.ContainsAny(string(r.Code), " \t\n"), "no code, or a code with spaces")
	say(r.Provision.IsZero(), "cites nothing")
	say(!strings.HasSuffix(r.Says, "."), "its sentence does not end in a full stop")
	say(r.Check == nil, "no check")
	say(r.Remedy == "" || !strings.HasSuffix(r.Remedy, "."), "no remedy that ends in a full stop")
	say((r.Event.Of == nil) != (r.Event.Path == ""), "an event needs both a path and a function")
	say(len(r.InForce) == 0, "no window")
	open := false
	for i, w := range r.InForce {
		say(w.From.IsZero() || !w.To.IsZero() && !w.From.Before(w.To), "an empty window")
		say(w.In == 0, "a window of no place")
		open = open || w.To.IsZero()
		for _, v := range r.InForce[:i] {
			apart := !v.In.Meets(w.In) || !v.To.IsZero() && !w.From.Before(v.To) || !w.To.IsZero() && !v.From.Before(w.To)
			say(!apart, "windows overlap in one place")
		}
	}
	say(!open && len(r.InForce) > 0 && (r.Successor == "") == (r.Ended == ""), "it has ended: name its successor, or say why there is none")
	say(open && (r.Successor != "" || r.Ended != ""), "it is in force and yet has ended")
	return what
}

// Judge tries every rule on the subject as at a date, in a place (0 where it is not
// stated), and reports. It never changes the subject and keeps no reference to it.
func (r *Rules[T, F]) Judge(subject *T, figures *F, on Date, in Extent) *Report {
	rep := &Report{Version: Version, On: on, In: in, Results: make([]Result, 0, r.total), Findings: []Finding{}}
	r.judge(rep, subject, figures, "")
	return rep
}

func (r *Rules[T, F]) judge(rep *Report, subject *T, figures *F, prefix string) {
	c := &Case[T, F]{Subject: subject, Figures: figures, AsAt: rep.On, run: run{report: rep, prefix: prefix}}
	for i := range r.rows {
		c.meta = &r.metas[i]
		o := c.try(&r.rows[i])
		rep.Results = append(rep.Results, Result{c.meta, o, c.On})
	}
	for _, l := range r.lifted {
		l.judge(rep, subject, figures, prefix)
	}
}

// lifted is another family's table over a part of T, with its types hidden.
type lifted[T, F any] interface {
	judge(rep *Report, subject *T, figures *F, prefix string)
	skip(rep *Report)
	all() iter.Seq[Meta]
}

type lift[T, F, U, G any] struct {
	rules   *Rules[U, G]
	path    string
	part    func(*T) *U
	figures func(*F) *G
}

func (l lift[T, F, U, G]) judge(rep *Report, subject *T, figures *F, prefix string) {
	part := l.part(subject)
	if part == nil {
		l.skip(rep)
		return
	}
	l.rules.judge(rep, part, l.figures(figures), prefix+l.path)
}

func (l lift[T, F, U, G]) skip(rep *Report) { l.rules.skip(rep) }

// all lists the rules with the paths of their events as the whole sees them.
func (l lift[T, F, U, G]) all() iter.Seq[Meta] {
	return func(yield func(Meta) bool) {
		for m := range l.rules.All() {
			if m.Event != "" {
				m.Event = l.path + m.Event
			}
			if !yield(m) {
				return
			}
		}
	}
}

// skip reports every rule, those lifted into the table too, as not applicable.
func (r *Rules[T, F]) skip(rep *Report) {
	for i := range r.metas {
		rep.Results = append(rep.Results, Result{&r.metas[i], NotApplicable, rep.On})
	}
	for _, l := range r.lifted {
		l.skip(rep)
	}
}

// Lift returns the table with another family's rules over an embedded part, such as
// company rules inside a community interest company. Path is put before the paths of its
// findings ("company." or nothing for a struct that JSON embeds). A nil part makes its
// rules not applicable.
func Lift[T, F, U, G any](r *Rules[T, F], inner *Rules[U, G], path string, part func(*T) *U, figures func(*F) *G) *Rules[T, F] {
	out := (&Rules[T, F]{}).With(r)
	out.lifted = append(slices.Clone(r.lifted), lifted[T, F](lift[T, F, U, G]{inner, path, part, figures}))
	out.total = r.total + inner.total
	return out
}
