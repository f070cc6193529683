package conversion

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Query asks for the way from one form to another.
type Query struct {
	From string   `json:"from"`
	To   string   `json:"to"`
	On   law.Date `json:"on"`
	// In is where the body is registered, or has its principal office. Where it is not
	// stated, each part of the kingdom is tried, and the route says where it holds.
	In law.Extent `json:"in,omitzero"`
	// Trait is the body's, where its form has more than one. Where it is not stated the
	// best is tried, and the route says what it takes the body to be.
	Trait law.Fact[Trait] `json:"trait,omitzero"`
}

// An Answer is what the graph says to a query.
type Answer struct {
	Query Query `json:"query"`
	// FromTitle and ToTitle are the names of the forms for readers.
	FromTitle string `json:"from_title"`
	ToTitle   string `json:"to_title"`
	// Route is the lawful route of fewest steps; nil where there is none without a doubt.
	Route *Route `json:"route,omitempty"`
	// Doubtful is a route of fewer steps that rests on a doubt, or the only one.
	Doubtful *Route `json:"doubtful,omitempty"`
	// Refusals say why there is no single step, where there is none.
	Refusals []Refusal `json:"refusals,omitempty"`
	// Others answer for bodies of the form that have not the trait that the route takes them
	// to have.
	Others []Other `json:"others,omitempty"`
	// Alternatives reach the purpose otherwise. They are not conversions.
	Alternatives []Alternative `json:"alternatives,omitempty"`
}

// Possible reports whether there is a route, and whether there is one without a doubt. Where
// there is none, Known says whether that is an answer.
func (a *Answer) Possible() (possible, certain bool) {
	return a.Route != nil || a.Doubtful != nil, a.Route != nil
}

// Known reports whether the law of the date is modelled as far as the answer goes. Where it
// is not, and there is no route, there may yet have been one.
func (a *Answer) Known() bool {
	return !slices.ContainsFunc(a.Refusals, func(r Refusal) bool { return r.Reason == NotModelled })
}

// An Other is the answer for a body of another trait.
type Other struct {
	Trait    Trait     `json:"trait"`
	Route    *Route    `json:"route,omitempty"`
	Doubtful *Route    `json:"doubtful,omitempty"`
	Refusals []Refusal `json:"refusals,omitempty"`
}

// A Route is steps from one form to another. One without steps is the answer for a body
// that has the form already.
type Route struct {
	// In is where every step is open.
	In law.Extent `json:"in"`
	// Takes is the trait that the body is taken to have, where the form has more than one and
	// the query does not state which.
	Takes Trait  `json:"takes,omitzero"`
	Steps []Step `json:"steps"`
}

// Doubtful reports whether a step rests on a doubt.
func (r *Route) Doubtful() bool {
	for i := range r.Steps {
		if r.Steps[i].Doubtful() {
			return true
		}
	}
	return false
}

// A Step is an edge taken on a date.
type Step struct {
	Edge
	// Arrives is the trait in which the body is after the step.
	Arrives Trait `json:"arrives,omitzero"`
	// Link is to the provision as it stood on the date.
	Link string `json:"link,omitempty"`
}

// Reason is why there is no way.
type Reason uint8

// The reasons. Nothing found says that what was read has no provision, not that there is none;
// not modelled, that there may have been a way by law older than what is modelled.
const (
	Barred Reason = iota + 1
	NotOpenYet
	NoLongerOpen
	OpenElsewhere
	NothingFound
	NotModelled
)

var reasons = []string{"", "barred", "not-open-yet", "no-longer-open", "open-elsewhere", "nothing-found", "not-modelled"}

// String gives the JSON value.
func (r Reason) String() string { return law.NameOf(reasons, r) }

// MarshalText writes String.
func (r Reason) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what String writes.
func (r *Reason) UnmarshalText(b []byte) error { return law.ParseName(r, reasons, b, "a reason") }

// A Refusal is a reason why one form does not become another in one step.
type Refusal struct {
	Reason Reason `json:"reason"`
	// Of is the trait to which the reason is confined; plain for any.
	Of Trait `json:"of,omitzero"`
	// In is where the reason holds, or for a way open elsewhere where it is open.
	In law.Extent `json:"in,omitzero"`
	// Day is the first on which the way is open, or the last on which it was.
	Day       law.Date      `json:"day,omitzero"`
	Provision law.Provision `json:"provision,omitzero"`
	Link      string        `json:"link,omitempty"`
	Says      string        `json:"says"`
	// Weight is that of the provision: only a statute makes a way unlawful.
	Weight law.Weight `json:"weight,omitzero"`
	Judges []law.Code `json:"judges,omitempty"`
}

// String writes the reason with its provision.
func (r Refusal) String() string {
	s := r.Says
	if said := r.Of.Said(); said != "" {
		s = "for a body " + said + ": " + s
	}
	if !r.Provision.IsZero() {
		s += " (" + r.Provision.String() + ")"
	}
	return s
}

// Explain writes the answer as a board would read it.
func (a *Answer) Explain() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s to %s, on %s", a.FromTitle, a.ToTitle, a.Query.On.Long())
	if a.Query.In != 0 {
		fmt.Fprintf(&b, ", in %s", a.Query.In.Name())
	}
	b.WriteString(".\n")
	switch {
	case a.Route != nil && len(a.Route.Steps) == 0:
		b.WriteString("It has that form already.\n")
	case a.Route != nil:
		a.Route.explain(&b)
	case a.Doubtful == nil && !a.Known():
		b.WriteString("No route is known, and the law of the day is not all modelled.\n")
	case a.Doubtful == nil:
		b.WriteString("There is no lawful route.\n")
	default:
		b.WriteString("There is no route without a doubt.\n")
	}
	for _, r := range a.Refusals {
		fmt.Fprintf(&b, "- Why not in one step: %s\n", r)
	}
	if a.Doubtful != nil {
		b.WriteString("A route that rests on a doubt:\n")
		a.Doubtful.explain(&b)
	}
	for i := range a.Others {
		a.Others[i].explain(&b)
	}
	for i := range a.Alternatives {
		fmt.Fprintf(&b, "- Not a conversion, but: %s\n", a.Alternatives[i].Said())
	}
	return b.String()
}

func (o *Other) explain(b *strings.Builder) {
	fmt.Fprintf(b, "A body %s:\n", o.Trait.Said())
	for _, r := range o.Refusals {
		fmt.Fprintf(b, "- Why not in one step: %s\n", r)
	}
	switch {
	case o.Route != nil:
		o.Route.explain(b)
	case o.Doubtful != nil:
		b.WriteString("A route that rests on a doubt:\n")
		o.Doubtful.explain(b)
	default:
		b.WriteString("There is no lawful route.\n")
	}
}

// Said writes the alternative with its provision, where it has one.
func (x *Alternative) Said() string {
	if x.Provision.IsZero() {
		return x.Says
	}
	return x.Says + " (" + x.Provision.String() + ")"
}

func (r *Route) explain(b *strings.Builder) {
	fmt.Fprintf(b, "In %s", r.In.Name())
	if said := r.Takes.Said(); said != "" {
		fmt.Fprintf(b, ", for a body %s", said)
	}
	b.WriteString(":\n")
	for i := range r.Steps {
		s := &r.Steps[i]
		fmt.Fprintf(b, "%d. %s to %s, by %s (%v)\n", i+1, s.From, s.To, s.How, s.Provision)
		for _, st := range s.Stages {
			fmt.Fprintf(b, "   - %s: %s (%v)\n", st.Kind, st.Said(), st.By)
		}
		for _, c := range s.Conditions {
			fmt.Fprintf(b, "   - condition: %s\n", c)
		}
		if s.Doubtful() {
			fmt.Fprintf(b, "   - in doubt: %s\n", s.Question)
		}
	}
}

// Said writes what must happen, with the majority and the number of the form to file.
func (s *Stage) Said() string {
	out := s.Says
	if s.Majority.Share.Fraction.Num() > 0 {
		out += " It needs " + s.Majority.Share.String()
		if s.Majority.Turnout.Fraction.Num() > 0 {
			out += ", with votes of " + s.Majority.Turnout.String()
		}
		out += "."
	}
	if s.Paper != "" {
		out += " Form " + s.Paper + "."
	}
	return out
}
