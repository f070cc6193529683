package conversion

import (
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Graph is forms and the ways between them. Build one with Enacted, or with New for a
// reform or for forms of one's own.
type Graph struct {
	forms        []Form
	edges        []Edge
	bars         []Bar
	alternatives []Alternative

	states []state // every form in every trait, forms in order
	first  []int   // of each form, its first state
	out    [][]arc // of each state
}

// A state is a form in one of its traits.
type state struct {
	form  int
	trait Trait
}

type arc struct{ edge, to int }

// ErrGraph is wrapped by every complaint about a bad graph.
var ErrGraph = errors.New("bad graph")

// New builds a graph. It refuses a form without id, title, window or provision, or named
// twice; an edge without id, windows, provision, stages or the day its source was read,
// that leads nowhere or to where it began, or asks for a trait that the form has not; and
// a bar or an alternative that names a form that is not there.
func New(forms []Form, edges []Edge, bars []Bar, alternatives []Alternative) (*Graph, error) {
	g := &Graph{
		forms: copied(forms, (*Form).clone), edges: copied(edges, (*Edge).clone),
		bars: copied(bars, (*Bar).clone), alternatives: copied(alternatives, (*Alternative).clone),
	}
	for i := range g.forms {
		if bad := g.badForm(i); bad != "" {
			return nil, fmt.Errorf("%w: forms[%d]: %s", ErrGraph, i, bad)
		}
		g.first = append(g.first, len(g.states))
		for _, t := range g.forms[i].traits() {
			g.states = append(g.states, state{i, t})
		}
	}
	g.out = make([][]arc, len(g.states))
	for i := range g.edges {
		if bad := g.badEdge(i); bad != "" {
			return nil, fmt.Errorf("%w: edges[%d] %s: %s", ErrGraph, i, g.edges[i].ID, bad)
		}
		g.join(i)
	}
	for i := range g.bars {
		b := &g.bars[i]
		if bad := g.badEnds(b.From, b.To, b.InForce); bad != "" || b.Says == "" || b.Provision.IsZero() {
			return nil, fmt.Errorf("%w: bars[%d]: %s", ErrGraph, i, orDefault(bad, "no reason or provision"))
		}
	}
	for i := range g.alternatives {
		a := &g.alternatives[i]
		if bad := g.badEnds(a.From, a.To, a.InForce); bad != "" || a.Says == "" {
			return nil, fmt.Errorf("%w: alternatives[%d]: %s", ErrGraph, i, orDefault(bad, "nothing said"))
		}
	}
	return g, nil
}

func orDefault(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

func (g *Graph) badForm(i int) string {
	f := &g.forms[i]
	switch {
	case f.ID == "" || f.Title == "":
		return "no id or no title"
	case g.index(f.ID) != i:
		return fmt.Sprintf("%q is there already", f.ID)
	case f.By.IsZero():
		return "no provision"
	}
	for n, t := range f.Traits {
		if t > Charitable || slices.Index(f.Traits, t) != n {
			return fmt.Sprintf("traits[%d]: %v is no trait, or is there already", n, t)
		}
	}
	return badWindows(f.Exists)
}

func badWindows(ws []law.Window) string {
	if len(ws) == 0 {
		return "no window"
	}
	for i, w := range ws {
		if w.From.IsZero() || w.In == 0 || !w.To.IsZero() && !w.From.Before(w.To) {
			return fmt.Sprintf("windows[%d]: %v is no window", i, w)
		}
	}
	return ""
}

func (g *Graph) badEdge(i int) string {
	e := &g.edges[i]
	from, to := g.index(e.From), g.index(e.To)
	switch {
	case e.ID == "":
		return "no id"
	case from < 0:
		return fmt.Sprintf("from: no form %q", e.From)
	case to < 0:
		return fmt.Sprintf("to: no form %q", e.To)
	case from == to:
		return "it leads to where it began"
	case e.FromTrait != Plain && !slices.Contains(g.forms[from].Traits, e.FromTrait):
		return fmt.Sprintf("from_trait: a %s is never %v", e.From, e.FromTrait)
	case e.ToTrait != Plain && !slices.Contains(g.forms[to].Traits, e.ToTrait):
		return fmt.Sprintf("to_trait: a %s is never %v", e.To, e.ToTrait)
	case e.How == 0 || int(e.How) >= len(hows):
		return "how is not said"
	case e.Provision.IsZero() || e.Checked.IsZero():
		return "no source, or no day on which it was read"
	case len(e.Stages) == 0 || e.Stages[len(e.Stages)-1].Kind != Effect:
		return "its stages do not end with the effect"
	}
	for n, s := range e.Stages {
		if s.Kind == 0 || int(s.Kind) >= len(stageKinds) || s.Says == "" || s.By.IsZero() || s.Days < 0 {
			return fmt.Sprintf("stages[%d]: nothing said, or by no provision", n)
		}
	}
	return badWindows(e.InForce)
}

func (g *Graph) badEnds(from, to []string, ws []law.Window) string {
	if len(from) == 0 || len(to) == 0 {
		return "no form at an end"
	}
	for i, id := range from {
		if g.index(id) < 0 {
			return fmt.Sprintf("from[%d]: no form %q", i, id)
		}
	}
	for i, id := range to {
		if g.index(id) < 0 {
			return fmt.Sprintf("to[%d]: no form %q", i, id)
		}
	}
	return badWindows(ws)
}

// join gives the edge its arcs: from each state that it may leave to each that it reaches.
// A trait that the other form has too is kept, unless the edge says what it becomes.
func (g *Graph) join(i int) {
	e := &g.edges[i]
	from, to := g.index(e.From), g.index(e.To)
	for n, t := range g.forms[from].traits() {
		if e.FromTrait != Plain && e.FromTrait != t {
			continue
		}
		reached := g.forms[to].traits()
		switch {
		case e.ToTrait != Plain:
			reached = []Trait{e.ToTrait}
		case slices.Contains(reached, t):
			reached = []Trait{t}
		}
		for m, u := range g.forms[to].traits() {
			if slices.Contains(reached, u) {
				g.out[g.first[from]+n] = append(g.out[g.first[from]+n], arc{i, g.first[to] + m})
			}
		}
	}
}

// index returns the place of a form, -1 where there is none. There are few, so that looking
// through them is as quick as a map.
func (g *Graph) index(id string) int {
	return slices.IndexFunc(g.forms, func(f Form) bool { return f.ID == id })
}

// copied copies each of a list, so that a graph shares nothing with its makers and readers.
func copied[T any](list []T, clone func(*T) T) []T {
	out := make([]T, len(list))
	for i := range list {
		out[i] = clone(&list[i])
	}
	return out
}

// each lists copies one at a time.
func each[T any](list []T, clone func(*T) T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for i := range list {
			if !yield(clone(&list[i])) {
				return
			}
		}
	}
}

// Forms lists copies of the forms, in the order in which they were given.
func (g *Graph) Forms() iter.Seq[Form] { return each(g.forms, (*Form).clone) }

// Edges lists copies of the ways, in the order in which they are tried.
func (g *Graph) Edges() iter.Seq[Edge] { return each(g.edges, (*Edge).clone) }

// Bars lists copies of the provisions that shut ways, in the order in which they are told.
func (g *Graph) Bars() iter.Seq[Bar] { return each(g.bars, (*Bar).clone) }

// Alternatives lists copies of what can be done in place of conversions.
func (g *Graph) Alternatives() iter.Seq[Alternative] {
	return each(g.alternatives, (*Alternative).clone)
}
