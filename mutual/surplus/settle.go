package surplus

import (
	"fmt"
	"io"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Settled is a year's surplus all the way: what became of each step, what each member gets,
// and the statement of both.
type Settled struct {
	Outcome   *Outcome
	Statement *Statement
	// Shared has a place for each step: how its payment was shared, nil where it was not.
	Shared []*Sharing
	// Awards are what the members get of all steps together, in the order of the roll.
	Awards []Award
}

// WriteCSV writes the awards as Sharing.WriteCSV does.
func (s *Settled) WriteCSV(w io.Writer) error { return (&Sharing{Awards: s.Awards}).WriteCSV(w) }

// Settle takes a year's result through a policy under a form's limits, and shares what its
// steps pay among the members of a roll: from a policy and members to payments and a
// statement in one call. See Plan.Settle.
func Settle(form legalform.Form, body any, y Year, p *Policy, m *Roll) (*Settled, error) {
	pl, err := For(form, body, p)
	if err != nil {
		return nil, err
	}
	return pl.Settle(&y, m)
}

// Settle puts a year through the plan and shares its payments among the members of a roll:
// of each step that has terms, by them; of each that goes to members by a factor that the
// roll states, in proportion to it, rounded down. Other payments are made as a whole. Where
// terms name no day, the members are those on the last of the year.
//
// What goes to no member is returned to what the body keeps, as Plan.Return does, and tax is
// reckoned again. What was carried forward to members joins the step that carries forward,
// and the first that is shared where none does; two that do are refused.
func (pl *Plan) Settle(y *Year, m *Roll) (*Settled, error) {
	terms, credited, err := pl.shares(y, m)
	if err != nil {
		return nil, err
	}
	s := &Settled{Outcome: new(Outcome), Shared: make([]*Sharing, len(pl.steps)), Awards: make([]Award, m.Len())}
	if err := pl.Year(y, s.Outcome); err != nil {
		return nil, err
	}
	for i := range s.Awards {
		s.Awards[i].ID = m.ids[i]
	}
	for i, t := range terms {
		if t == nil {
			continue
		}
		pool := s.Outcome.Lines[i].Paid
		if pool == 0 {
			t.Rate = law.Fact[law.Ratio]{} // nothing pays no rate
		}
		shared, err := among(pool, m, t, i == credited)
		if err != nil {
			return nil, fmt.Errorf("step %q: %w", pl.steps[i].Name, err)
		}
		if err := pl.Return(y, s.Outcome, i, shared.Residue); err != nil {
			return nil, err
		}
		s.Shared[i] = shared
		for j := range shared.Awards {
			s.Awards[j].plus(&shared.Awards[j])
		}
	}
	s.Statement = pl.Statement(y, s.Outcome)
	return s, nil
}

// shares lists the terms by which each step is shared, nil where it is not, and which step
// members' credits join, -1 for none.
func (pl *Plan) shares(y *Year, m *Roll) (terms []*Terms, credited int, err error) {
	terms, credited = make([]*Terms, len(pl.steps)), -1
	carries := false
	for i := range pl.steps {
		t, ok := pl.steps[i].shared(m)
		if !ok {
			continue
		}
		if t.On.IsZero() {
			t.On = y.End
		}
		terms[i] = &t
		switch carried := t.Below == BelowCarried; {
		case carried && carries:
			return nil, 0, fmt.Errorf("%s: step %q carries forward already, and a member has one credit",
				law.Path("steps", i, "terms.below"), pl.steps[credited].Name)
		case carried || credited < 0:
			credited, carries = i, carried
		}
	}
	return terms, credited, nil
}

// shared says by what terms the members of a roll share what a step pays.
func (s *Step) shared(m *Roll) (Terms, bool) {
	switch {
	case s.Terms != nil:
		return *s.Terms, true
	case len(s.Kinds) > 0 && s.To == Members && s.By != 0 && m.Has(s.By):
		return Terms{Parts: []Part{{By: By(s.By)}}, Rounding: FloorWithResidue}, true
	}
	return Terms{}, false
}

// plus adds another award of the same member.
func (a *Award) plus(b *Award) {
	a.Amount += b.Amount
	a.Forward += b.Forward
	a.Cash += b.Cash
	a.Deferred += b.Deferred
	a.InShares += b.InShares
	a.Carried += b.Carried
	a.Lapsed += b.Lapsed
}
