package law

import (
	"errors"
	"fmt"
	"io"
	"iter"
)

// A Family is a form of a family of law: its table of rules, with the figures it carries.
// The methods of a pointer to it, written once here, satisfy legalform.Form, so a form needs no others. A
// reform is the same family with one history changed.
type Family[T, F any] struct {
	// ID is the form's stable id ("cic-schedule-3"), Title its name for readers.
	ID    string
	Title string
	Table *Rules[T, F]
	// Figures are the form's own copy.
	Figures F
	// Reach is where the form's law reaches; zero is wherever its rules say.
	Reach Extent
	// Fits refuses a body that is of another form of the family; nil fits any.
	Fits func(*T) error
	// Drafts makes a body from a founders' plan.
	Drafts func(Plan, *F) T
	// Limits says how much of a payment the form allows.
	Limits func(*T, *F, Payment, *Books) Allowance
	// Bounds are Limits as formulas, false where there are none; see Ceilings. Nil has none.
	Bounds func(*T, *F, Payment, *Books) ([]Ceiling, bool)
	// Proposes returns the body with payments put to it, to be judged.
	Proposes func(T, *Books, []Payment) T
	// Rests takes the acts put to a body away from it, leaves what stands, and states what the
	// register and the books tell.
	Rests func(*T, *Position)
	// Puts puts an act to a body at rest, which it may change but not what the body's lists
	// hold: it copies these first. Nil takes no acts.
	Puts func(*T, *F, *Act, *Position) (Effect, error)
	// Describes says what the form is as at a date, its minimums and fees read from the
	// figures; Available must not depend on the date.
	Describes func(*F, Date) Profile
}

// ErrBody is wrapped by every refusal of a body that a form cannot judge.
var ErrBody = errors.New("cannot judge this body")

// FormID returns the stable id.
func (m *Family[T, F]) FormID() string { return m.ID }

// FormTitle returns the name for readers.
func (m *Family[T, F]) FormTitle() string { return m.Title }

// FormReach returns where the form's law reaches: as it says, or else wherever bodies of it
// can or could be formed; zero where neither tells.
func (m *Family[T, F]) FormReach() Extent {
	reach := m.Reach
	if reach == 0 && m.Describes != nil {
		p := m.Describes(&m.Figures, Date{})
		for _, w := range p.Available {
			reach |= w.In
		}
	}
	return reach
}

// Judge tries every rule of the form on a body, which must be a *T, as at a date.
func (m *Family[T, F]) Judge(body any, on Date, in Extent) (*Report, error) {
	t, err := m.body(body)
	if err != nil {
		return nil, err
	}
	if on.IsZero() {
		return nil, fmt.Errorf("%s: %w: no date of assessment", m.ID, ErrDate)
	}
	rep := m.Table.Judge(t, &m.Figures, on, in)
	rep.Form = m.ID
	return rep, nil
}

func (m *Family[T, F]) body(body any) (*T, error) {
	t, ok := body.(*T)
	if !ok || t == nil {
		return nil, fmt.Errorf("%s: %w: a %T, where a %T is wanted", m.ID, ErrBody, body, t)
	}
	if m.Fits != nil {
		if err := m.Fits(t); err != nil {
			return nil, fmt.Errorf("%s: %w: %w", m.ID, ErrBody, err)
		}
	}
	return t, nil
}

// NewBody returns an empty *T, in which nothing is stated, to decode into.
func (m *Family[T, F]) NewBody() any { return new(T) }

// Draft makes a body of this form, a *T, from a founders' plan.
func (m *Family[T, F]) Draft(p Plan) any {
	t := m.Drafts(p, &m.Figures)
	return &t
}

// Allow says how much of a payment the form allows this body, given its books, of which nil
// state nothing. The payment's amount is not read.
func (m *Family[T, F]) Allow(body any, p Payment, b *Books) (Allowance, error) {
	t, err := m.body(body)
	if err != nil {
		return Allowance{}, err
	}
	return m.Limits(t, &m.Figures, p, orEmpty(b)), nil
}

// Ceilings says how much of a payment the form allows this body as formulas, all of which
// hold, for whatever amounts the books of the year state: of the books given only the days,
// the base rate and which facts are stated are read. What Allow caps, they cap, to the
// penny. It is false where no formula says it, as of a limit that looks back at earlier years:
// then Allow must be asked.
func (m *Family[T, F]) Ceilings(body any, p Payment, b *Books) ([]Ceiling, bool) {
	t, err := m.body(body)
	if err != nil || m.Bounds == nil {
		return nil, false
	}
	return m.Bounds(t, &m.Figures, p, orEmpty(b))
}

// Propose returns a copy of the body with payments put to it, to be judged.
func (m *Family[T, F]) Propose(body any, b *Books, ps []Payment) (any, error) {
	t, err := m.body(body)
	if err != nil {
		return nil, err
	}
	proposed := m.Proposes(*t, orEmpty(b), ps)
	return &proposed, nil
}

// orEmpty takes books that are not given for books that state nothing.
func orEmpty(b *Books) *Books {
	if b == nil {
		return &Books{}
	}
	return b
}

// RuleList lists the rules as data.
func (m *Family[T, F]) RuleList() iter.Seq[Meta] { return m.Table.All() }

// FigureList lists the figures as data.
func (m *Family[T, F]) FigureList() iter.Seq[Figure] { return FiguresOf(&m.Figures) }

// Reform returns the form with histories replaced from data, under an id of its own.
func (m *Family[T, F]) Reform(id, title string, r io.Reader) (*Family[T, F], error) {
	figures, err := Reform(m.Figures, r)
	if err != nil {
		return nil, err
	}
	reformed := *m
	reformed.ID, reformed.Title, reformed.Figures = id, title, figures
	return &reformed, nil
}

// Reformed is Reform for those who know a form by its methods alone, as legalform.Reform
// does: what it returns has the methods of the form.
func (m *Family[T, F]) Reformed(id, title string, r io.Reader) (any, error) {
	reformed, err := m.Reform(id, title, r)
	if err != nil {
		return nil, err // no nil pointer in what is not nil
	}
	return reformed, nil
}
