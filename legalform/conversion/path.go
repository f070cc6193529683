package conversion

import (
	"errors"
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// places are the parts of the kingdom, in the order in which they are tried.
var places = [...]law.Extent{law.England, law.Wales, law.Scotland, law.NorthernIreland}

// ErrQuery is wrapped by the complaints about a query that are not about a form.
var ErrQuery = errors.New("bad query")

// Path gives the lawful route of fewest steps from one form to another on a date, anywhere
// in the kingdom, or says why there is none. Every step is judged as at the same date.
func (g *Graph) Path(from, to string, on law.Date) (Answer, error) {
	return g.Find(Query{From: from, To: to, On: on})
}

// Find answers a query. It refuses a form that is not known, that did not exist on the date
// or in the place, with since when there is one; a query without a date; a place outside the
// kingdom; and a trait that the form has not. Errors name the place: "to: …".
func (g *Graph) Find(q Query) (Answer, error) {
	from, to, err := g.ends(&q)
	if err != nil {
		return Answer{}, err
	}
	a := g.answer(&q, from, to)
	if from != to {
		a.Others = g.others(&a, from, to)
		a.Alternatives = g.otherwise(&q, from, to)
	}
	return a, nil
}

// answer looks for the routes of a query that can be answered.
func (g *Graph) answer(q *Query, from, to int) Answer {
	a := Answer{Query: *q, FromTitle: g.forms[from].Title, ToTitle: g.forms[to].Title}
	if from == to {
		a.Route = &Route{In: g.forms[from].In(q.On) & law.UnitedKingdom, Steps: []Step{}}
		return a
	}
	s := g.search(q, from, to)
	var where, doubtfulWhere law.Extent
	var certain, doubtful []arc
	for _, in := range s.tried {
		if found := s.find(in, certainly); found != nil && (certain == nil || len(found) < len(certain)) {
			certain, where = slices.Clone(found), in
		}
	}
	for _, in := range s.tried {
		if len(certain) == 1 {
			break // nothing is shorter
		}
		found := s.find(in, perhaps)
		if found != nil && (certain == nil || len(found) < len(certain)) && (doubtful == nil || len(found) < len(doubtful)) {
			doubtful, doubtfulWhere = slices.Clone(found), in
		}
	}
	a.Route, a.Doubtful = s.route(certain, where), s.route(doubtful, doubtfulWhere)
	a.Refusals = s.refusals(a.Route, a.Doubtful)
	return a
}

// others asks again for each trait in which a body cannot take the route of an answer, where
// the query leaves the trait open.
func (g *Graph) others(a *Answer, from, to int) (out []Other) {
	r := a.Route
	if r == nil {
		r = a.Doubtful
	}
	if r == nil || r.Takes == Plain {
		return nil
	}
	for n, t := range g.forms[from].traits() {
		if g.leads(g.first[from]+n, &r.Steps[0]) {
			continue
		}
		q := a.Query
		q.Trait = law.Known(t)
		b := g.answer(&q, from, to)
		out = append(out, Other{t, b.Route, b.Doubtful, b.Refusals})
	}
	return out
}

// leads reports whether a step can be taken from a state.
func (g *Graph) leads(from int, s *Step) bool {
	return slices.ContainsFunc(g.out[from], func(a arc) bool {
		e := &g.edges[a.edge]
		return e.ID == s.ID && e.To == s.To && e.FromTrait == s.FromTrait && g.states[a.to].trait == s.Arrives
	})
}

// ends finds the two forms, and refuses what cannot be answered.
func (g *Graph) ends(q *Query) (from, to int, err error) {
	if from, err = g.named("from", q.From, q); err != nil {
		return 0, 0, err
	}
	if to, err = g.named("to", q.To, q); err != nil {
		return 0, 0, err
	}
	if t, ok := q.Trait.Get(); ok && !slices.Contains(g.forms[from].traits(), t) {
		return 0, 0, fmt.Errorf("%w: trait: a %s is never %v", ErrQuery, q.From, t)
	}
	return from, to, nil
}

func (g *Graph) named(at, id string, q *Query) (int, error) {
	i := g.index(id)
	if i < 0 {
		known := make([]string, len(g.forms))
		for n := range g.forms {
			known[n] = g.forms[n].ID
		}
		return 0, &NoSuchForm{At: at, ID: id, Known: known}
	}
	if q.On.IsZero() {
		return 0, fmt.Errorf("%w: on: no date", ErrQuery)
	}
	if q.In != 0 && !law.UnitedKingdom.Covers(q.In) {
		return 0, fmt.Errorf("%w: in: %v is not in the United Kingdom", ErrQuery, q.In)
	}
	f := &g.forms[i]
	in := f.In(q.On)
	switch {
	case in == 0:
		return 0, &NotYet{At: at, Form: id, On: q.On, Since: f.since(), Exists: slices.Clone(f.Exists), Older: f.Older}
	case q.In != 0 && !in.Covers(q.In):
		return 0, &NotYet{At: at, Form: id, On: q.On, In: q.In, Since: f.since(), Exists: slices.Clone(f.Exists), Older: f.Older}
	}
	return i, nil
}

// A search looks for routes of one query. It holds what is open on the date.
type search struct {
	g        *Graph
	q        *Query
	from, to int
	tried    []law.Extent
	// edges and forms are where each is open on the date, older where an edge may have been by
	// law that is not modelled.
	edges, forms, older []law.Extent
	seen                []visit
	queue               []int
	hops                []arc
}

// A visit is how a state was first reached: in how many steps, over how many doubts, by
// which arc and from where.
type visit struct {
	steps, doubts int
	by            arc
	from          int
}

func (g *Graph) search(q *Query, from, to int) *search {
	s := &search{
		g: g, q: q, from: from, to: to, tried: places[:],
		edges: make([]law.Extent, len(g.edges)), older: make([]law.Extent, len(g.edges)), forms: make([]law.Extent, len(g.forms)),
		seen: make([]visit, len(g.states)), queue: make([]int, 0, len(g.states)),
	}
	if q.In != 0 {
		s.tried = []law.Extent{q.In}
	}
	for i := range g.forms {
		s.forms[i] = g.forms[i].In(q.On)
	}
	for i := range g.edges {
		s.edges[i], s.older[i] = g.edges[i].In(q.On), g.edges[i].olderIn(q.On)
	}
	return s
}

// What a search may take: ways that are certain, those in doubt as well, and those that may
// have been open by law that is not modelled.
const (
	certainly = iota
	perhaps
	formerly
)

// find returns the arcs of the route of fewest steps in a place, of these the one over
// fewest doubts, of these the first; nil where there is none. The arcs are overwritten by
// the next call.
func (s *search) find(in law.Extent, how int) []arc {
	if !s.forms[s.from].Covers(in) || !s.forms[s.to].Covers(in) {
		return nil
	}
	for i := range s.seen {
		s.seen[i] = visit{steps: -1}
	}
	s.queue = s.queue[:0]
	stated, known := s.q.Trait.Get()
	for n, t := range s.g.forms[s.from].traits() {
		if !known || t == stated {
			s.seen[s.g.first[s.from]+n] = visit{from: -1}
			s.queue = append(s.queue, s.g.first[s.from]+n)
		}
	}
	best := -1
	for n := 0; n < len(s.queue); n++ {
		at := s.queue[n]
		here := s.seen[at]
		if best >= 0 && here.steps >= s.seen[best].steps {
			break
		}
		for _, a := range s.g.out[at] {
			if !s.edges[a.edge].Covers(in) && (how < formerly || !s.older[a.edge].Covers(in)) || !s.forms[s.g.states[a.to].form].Covers(in) {
				continue
			}
			doubts := here.doubts
			if s.g.edges[a.edge].Doubtful() {
				if how == certainly {
					continue
				}
				doubts++
			}
			there := &s.seen[a.to]
			switch {
			case there.steps < 0:
				s.queue = append(s.queue, a.to)
			case there.steps != here.steps+1 || there.doubts <= doubts:
				continue
			}
			*there = visit{here.steps + 1, doubts, a, at}
			if s.g.states[a.to].form == s.to && (best < 0 || doubts < s.seen[best].doubts) {
				best = a.to
			}
		}
	}
	if best < 0 {
		return nil
	}
	s.hops = s.hops[:0]
	for at := best; s.seen[at].from >= 0; at = s.seen[at].from {
		s.hops = append(s.hops, s.seen[at].by)
	}
	slices.Reverse(s.hops)
	return s.hops
}

// route makes a route of arcs: where each step is open, and what it takes the body to be.
func (s *search) route(arcs []arc, in law.Extent) *Route {
	if arcs == nil {
		return nil
	}
	r := &Route{In: law.UnitedKingdom & s.forms[s.from], Steps: make([]Step, len(arcs))}
	for i, a := range arcs {
		e := &s.g.edges[a.edge]
		r.In &= s.edges[a.edge] & s.forms[s.g.states[a.to].form]
		r.Steps[i] = Step{Edge: e.clone(), Arrives: s.g.states[a.to].trait, Link: e.Provision.Link(s.q.On)}
	}
	if s.q.In != 0 {
		r.In = in
	}
	r.Takes = s.takes(arcs)
	return r
}

// takes is the trait that the body must have for the route; plain where any will do. A way
// asks for one trait or for none.
func (s *search) takes(arcs []arc) Trait {
	ts := s.g.forms[s.from].traits()
	if s.q.Trait.Stated() || len(ts) == 1 || len(arcs) == 0 {
		return Plain
	}
	can, only := 0, Plain
	for n, t := range ts {
		if slices.Contains(s.g.out[s.g.first[s.from]+n], arcs[0]) {
			can, only = can+1, t
		}
	}
	if can == len(ts) {
		return Plain
	}
	return only
}

// otherwise lists the alternatives of a pair that are open on the date, each as one of that
// pair alone.
func (g *Graph) otherwise(q *Query, from, to int) (out []Alternative) {
	for i := range g.alternatives {
		a := &g.alternatives[i]
		in := open(a.InForce, q.On)
		if slices.Contains(a.From, g.forms[from].ID) && slices.Contains(a.To, g.forms[to].ID) && in != 0 && (q.In == 0 || in.Covers(q.In)) {
			one := *a
			one.From, one.To = []string{q.From}, []string{q.To}
			one.InForce, one.Judges = slices.Clone(a.InForce), slices.Clone(a.Judges)
			out = append(out, one)
		}
	}
	return out
}

// Opens returns the first day after the query's date on which there is a route without a
// doubt, for a query that has none; no date where no law that is known opens one.
func (g *Graph) Opens(q Query) (law.Date, error) {
	from, to := g.index(q.From), g.index(q.To)
	if from < 0 || to < 0 {
		_, _, err := g.ends(&q)
		return law.Date{}, err
	}
	var days []law.Date
	for i := range g.edges {
		for _, w := range g.edges[i].InForce {
			if w.From.After(q.On) && !g.edges[i].Older {
				days = append(days, w.From)
			}
		}
	}
	slices.SortFunc(days, law.Date.Compare)
	for _, day := range slices.Compact(days) {
		later := q
		later.On = day
		s := g.search(&later, from, to)
		for _, in := range s.tried {
			if s.find(in, certainly) != nil {
				return day, nil
			}
		}
	}
	return law.Date{}, nil
}
