package conversion

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// refusals say why there is no single step without a doubt between the two forms: the
// provisions that bar it on the date; when it opens, or when it closed; where else it is open;
// and, where there is none of these, that nothing was found. A single step that rests on a
// doubt is told by its question, and needs no more; one of more steps leaves the law that is not
// modelled to be told. Of a pair that a single step joins, the
// bars are told that shut it elsewhere.
func (s *search) refusals(route, doubtful *Route) []Refusal {
	out := s.bars()
	if route != nil && len(route.Steps) == 1 {
		if out = slices.DeleteFunc(out, func(r Refusal) bool { return r.In.Meets(route.In) }); len(out) == 0 {
			return nil
		}
		return out
	}
	if doubtful != nil && len(doubtful.Steps) == 1 {
		return out
	}
	if r, ok := s.dated(); ok {
		out = append(out, r)
	}
	if route == nil {
		out = append(out, s.unmodelled()...)
	}
	if len(out) > 0 {
		return out
	}
	return append(out, Refusal{
		Reason: NothingFound, In: s.q.In,
		Says: "no provision was found by which the one becomes the other.",
	})
}

// bars are the provisions that shut the way on the date, for the traits that the body may have.
func (s *search) bars() (out []Refusal) {
	f := &s.g.forms[s.from]
	stated, known := s.q.Trait.Get()
	for i := range s.g.bars {
		b := &s.g.bars[i]
		in := open(b.InForce, s.q.On) & law.UnitedKingdom
		if in == 0 || s.q.In != 0 && !in.Meets(s.q.In) {
			continue
		}
		for _, t := range f.traits() {
			if known && t != stated || !b.shuts(f.ID, t, s.g.forms[s.to].ID) {
				continue
			}
			r := Refusal{Reason: Barred, In: in, Provision: b.Provision, Link: b.Provision.Link(s.q.On), Says: b.Says, Weight: b.Weight, Judges: slices.Clone(b.Judges)}
			if b.FromTrait != Plain && !known {
				r.Of = b.FromTrait
			}
			out = append(out, r)
			break
		}
	}
	return out
}

// dated says of a way that is not open on the date, or not in the place, when or where it is.
func (s *search) dated() (r Refusal, ok bool) {
	from, to := s.g.forms[s.from].ID, s.g.forms[s.to].ID
	var next, last, elsewhere *Edge
	var opens, closed law.Date
	for i := range s.g.edges {
		e := &s.g.edges[i]
		if e.From != from || e.To != to || !s.fits(e) {
			continue
		}
		for _, w := range e.InForce {
			here := s.q.In == 0 || w.In.Covers(s.q.In)
			switch {
			case e.Doubtful(): // when a doubt began is nothing to wait for
			case !here && w.Holds(s.q.On):
				elsewhere = e
			case here && !e.Older && w.From.After(s.q.On) && (next == nil || w.From.Before(opens)):
				next, opens = e, w.From
			case here && !w.To.IsZero() && !w.To.After(s.q.On) && w.To.After(closed):
				last, closed = e, w.To
			}
		}
	}
	switch {
	case elsewhere != nil:
		return s.told(elsewhere, OpenElsewhere, law.Date{}, fmt.Sprintf("the way is open only in %s.", elsewhere.In(s.q.On).Name())), true
	case next != nil:
		return s.told(next, NotOpenYet, opens, fmt.Sprintf("the way opens only on %s.", opens.Long())), true
	case last != nil:
		day := closed.AddDays(-1)
		return s.told(last, NoLongerOpen, day, fmt.Sprintf("the way was open only until %s.", day.Long())), true
	}
	return r, false
}

// unmodelled tells, where there is no route, of the ways that the law before their windows
// may have had, and by which there would be one.
func (s *search) unmodelled() (out []Refusal) {
	for _, in := range s.tried {
		for _, a := range s.find(in, formerly) {
			e := &s.g.edges[a.edge]
			if s.edges[a.edge].Covers(in) {
				continue
			}
			r := s.told(e, NotModelled, e.first(), fmt.Sprintf("from %s to %s, the law before %s is not modelled.", e.From, e.To, e.first().Long()))
			out = append(out, r)
		}
		if out != nil {
			break
		}
	}
	return out
}

// fits reports whether the body may have the trait that a way asks for.
func (s *search) fits(e *Edge) bool {
	t, known := s.q.Trait.Get()
	return !known || e.FromTrait == Plain || e.FromTrait == t
}

func (s *search) told(e *Edge, why Reason, day law.Date, says string) Refusal {
	return Refusal{
		Reason: why, Of: e.FromTrait, In: e.InForce[0].In, Day: day, Provision: e.Provision, Link: e.Provision.Link(s.q.On),
		Says: says, Judges: slices.Clone(e.Judges),
	}
}
