package law

import (
	"errors"
	"fmt"
	"iter"
	"strings"
)

// ErrNoAct is wrapped by every answer that a form has no such act, or that its law of the
// act is not modelled; the message says which, and why.
var ErrNoAct = errors.New("the form takes no such act")

// NoAct returns the error of a form that does not take an act, and why.
func NoAct(why string) error { return fmt.Errorf("%w: %s", ErrNoAct, why) }

// OfAnother refuses facts of an act of another kind: it would change neither register nor
// books. Stated says that the facts state one of a kind.
func OfAnother(is, kind ActKind, stated bool, path string) error {
	if !stated || is == kind {
		return nil
	}
	return fmt.Errorf("facts.%s: %w: to %v is an act of its own", path, ErrAct, kind)
}

// A Position is what a form must know of a body's register and books to take an act, as they
// are on its day.
type Position struct {
	// Books are nil where they are not stated.
	Books *Books
	// Members is the number of members, where the register tells it.
	Members Fact[int64]
	// Holder finds somebody in the register; nil, as Holders is, where there is none.
	Holder  func(id string) (Holder, bool)
	Holders iter.Seq[Holder]
}

// A Holder is a member as an act sees one: the id, and what is held.
type Holder struct {
	ID, Class string
	Corporate bool
	Born      Fact[Date]
	Shares    Fact[int64]
	Nominal   Fact[Pence]
}

// Count is the number of members after a change: by the register or, where it does not
// tell, by what the body states.
func (p *Position) Count(stated Fact[int64], by int64) Fact[int64] {
	n, ok := p.Members.Get()
	if !ok {
		n, ok = stated.Get()
	}
	if !ok {
		return Fact[int64]{}
	}
	return Known(max(n+by, 0))
}

// Capital is the share capital after a change: by the books or, where there are none, by
// what the body states.
func (p *Position) Capital(stated Fact[Pence], by Pence) Fact[Pence] {
	n, ok := stated.Get()
	if p.Books != nil {
		n, ok = p.Books.PaidUp, true
	}
	if !ok {
		return Fact[Pence]{}
	}
	return Known(max(n+by, 0))
}

// Held is what a holder has; nothing of a stranger, or where there is no register.
func (p *Position) Held(id string) Holder {
	if p.Holder != nil {
		if h, ok := p.Holder(id); ok {
			return h
		}
	}
	return Holder{ID: id}
}

// Taken is an act put to a body.
type Taken struct {
	// With is the body with the act put to it, to be judged.
	With any
	Effect
}

// An Effect is what a form says of an act that its rules do not.
type Effect struct {
	// Asks are the questions of law on which the act depends that no rule of the form asks.
	Asks []Missing
	// Eases are paths at which the act can only lessen a breach that there was before it: to
	// admit one member where two are wanted is no new breach.
	Eases []string
}

// Rest returns the body as it stands: a copy, with no act put to it, that states what the
// register and the books tell. A form that takes no acts returns the body itself.
func (m *Family[T, F]) Rest(body any, p *Position) (any, error) {
	t, err := m.body(body)
	if err != nil || m.Rests == nil {
		return t, err
	}
	rest := *t
	m.Rests(&rest, p)
	return &rest, nil
}

// Put returns a copy of a body at rest with an act put to it, changed as the act changes
// it; Rest then gives the body after it. It does not judge. The error wraps ErrNoAct where
// the form has no such act, and names the place where facts are not of the form.
func (m *Family[T, F]) Put(body any, a *Act, p *Position) (Taken, error) {
	t, err := m.body(body)
	if err != nil {
		return Taken{}, err
	}
	if m.Puts == nil {
		return Taken{}, NoAct("acts of a " + m.ID + " are not modelled")
	}
	with, err := m.stated(t, a.Facts)
	if err != nil {
		return Taken{}, fmt.Errorf("facts.%w", err)
	}
	effect, err := m.Puts(&with, &m.Figures, a, p)
	if err != nil {
		return Taken{}, err
	}
	if m.Fits != nil {
		if err := m.Fits(&with); err != nil {
			return Taken{}, fmt.Errorf("facts.%w", err)
		}
	}
	return Taken{With: &with, Effect: effect}, nil
}

// State returns a copy of a body with facts stated over it; the error names the place in
// them.
func (m *Family[T, F]) State(body any, f Facts) (any, error) {
	t, err := m.body(body)
	if err != nil {
		return nil, err
	}
	with, err := m.stated(t, f)
	if err != nil {
		return nil, err
	}
	return m.body(&with)
}

func (m *Family[T, F]) stated(t *T, f Facts) (T, error) {
	with := *t
	if f.IsZero() {
		return with, nil
	}
	var facts T
	if err := Decode(strings.NewReader(f.text), &facts); err != nil {
		return with, err
	}
	Overlay(&with, facts)
	return with, nil
}
