package mutual

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// A move is an act that was judged, and the change that it makes if it is taken.
type move struct {
	step Step
	take func() error
}

// put judges an act on the ledger, and changes nothing.
func (l *ledger) put(a *Act) (move, error) {
	k, err := a.Kind()
	if err != nil {
		return move{}, err
	}
	if err := l.ready(a, k); err != nil {
		return move{step: Step{Kind: k}}, err
	}
	e := entryOf(k)
	if err := e.check(l, a); err != nil {
		return move{step: Step{Kind: k}}, err
	}
	m, err := l.judge(a, k, e)
	m.step.Kind = k
	return m, err
}

// judge tries every rule on the body before the act and with it, on the day of the act: what
// the second finds and the first does not is of the act.
func (l *ledger) judge(a *Act, k law.ActKind, e entry) (move, error) {
	rest, err := l.restOf(l.o.Body, a.On)
	if err != nil {
		return move{}, err
	}
	before, err := l.try(rest, a.On)
	if err != nil {
		return move{}, err
	}
	taken, err := l.taken(rest, a, k)
	if err != nil {
		return move{}, err
	}
	with, err := l.try(taken.With, a.On)
	if err != nil {
		return move{}, err
	}
	m := move{step: Step{Act: *a, Report: with}}
	m.step.Findings, m.step.Standing = told(before, with, taken.Eases)
	m.step.Findings = append(m.step.Findings, notAsked(taken.Asks, a.On)...)
	if k == law.Admits {
		m.step.Findings = append(m.step.Findings, l.admits(a)...)
	}
	if k == law.Converts {
		c, err := l.converts(a)
		if err != nil {
			return move{}, err
		}
		m.step.Findings = append(m.step.Findings, c.findings...)
		m.take = func() error { return l.become(c, a.On) }
		return m, nil
	}
	m.take = func() error { return l.enter(a, e, taken.With) }
	return m, nil
}

// enter makes the changes of an act that is taken.
func (l *ledger) enter(a *Act, e entry, with any) error {
	e.enter(l, a)
	after, err := l.restOf(with, a.On)
	if err != nil {
		return err
	}
	l.o.Body, l.o.AsAt = after, a.On
	return nil
}

// try judges a body as the organisation's own.
func (l *ledger) try(body any, on law.Date) (*law.Report, error) {
	o := l.o
	o.Body = body
	return o.Judge(on)
}

func (l *ledger) restOf(body any, on law.Date) (any, error) {
	if actor, ok := l.o.Form.(legalform.Actor); ok {
		return actor.Rest(body, l.position(on))
	}
	return body, nil
}

// taken puts the act to the form. The close of a year, a conversion and a dissolution need
// nothing of it where nothing is stated of its body.
func (l *ledger) taken(rest any, a *Act, k law.ActKind) (law.Taken, error) {
	actor, ok := l.o.Form.(legalform.Actor)
	if !ok {
		return law.Taken{With: rest}, l.without(a, k, law.NoAct("a "+l.o.Form.FormID()+" puts no acts"))
	}
	p := l.position(a.On)
	if d := a.Declare.Ptr(); d != nil { // costs are out of what there is to distribute
		if profits, ok := p.Books.Distributable.Get(); ok {
			p.Books.Distributable = law.Known(profits - spent(d.Payments))
		}
	}
	t, err := actor.Put(rest, a, p)
	if err != nil {
		if err := l.without(a, k, err); err != nil {
			return law.Taken{}, err
		}
		return law.Taken{With: rest}, nil
	}
	return t, nil
}

func (l *ledger) without(a *Act, k law.ActKind, err error) error {
	if a.Facts.IsZero() && (k == law.ClosesYear || k == law.Converts || k == law.Dissolves) {
		return nil
	}
	return err
}

// told parts what is found with an act into what the act brings about, and what was found
// before it. Paths do not count for what is the same, since an act may move what stands in a
// list; at a path that the act eases, a breach that there was before is the same.
func told(before, with *law.Report, eases []string) (brought, standing []law.Finding) {
	type key struct {
		code    law.Code
		outcome law.Outcome
		message string
	}
	was := make(map[key]int, 2*len(before.Findings))
	for i := range before.Findings {
		f := &before.Findings[i]
		was[key{f.Code, f.Outcome, f.Message}]++
		was[key{f.Code, f.Outcome, "at " + f.Path}]++
	}
	for i := range with.Findings {
		f := with.Findings[i]
		k := key{f.Code, f.Outcome, f.Message}
		eased := f.Outcome == law.Breached && was[key{f.Code, f.Outcome, "at " + f.Path}] > 0 &&
			slices.ContainsFunc(eases, func(path string) bool { return inFile(path) == f.Path })
		switch {
		case was[k] > 0:
			was[k]--
			standing = append(standing, f)
		case eased:
			standing = append(standing, f)
		default:
			brought = append(brought, f)
		}
	}
	return brought, standing
}

// Try judges an act on the organisation, which it does not change, and says what the act
// would bring about. The error is of an act that cannot be put: an *ActError.
func (o *Organisation) Try(a Act) (*Step, error) {
	m, err := newLedger(o, nil).put(&a)
	if err != nil {
		return nil, &ActError{-1, a.On, m.step.Kind, err}
	}
	return &m.step, nil
}

// Apply judges an act and returns the organisation after it, as at the day of the act; the
// original is not changed. An act that breaks a rule of the weights given (statute and the
// body's own rules, where none are) is a *Refused, which errors.Is matches by code; one that
// cannot be put is an *ActError.
func (o *Organisation) Apply(a Act, ws ...law.Weight) (*Organisation, *Step, error) {
	l := newLedger(o, nil)
	step, err := l.apply(&a, -1, ws)
	if err != nil {
		return nil, step, err
	}
	return &l.o, step, nil
}

// apply puts an act and takes it, unless it is refused.
func (l *ledger) apply(a *Act, at int, ws []law.Weight) (*Step, error) {
	m, err := l.put(a)
	if err != nil {
		return nil, &ActError{at, a.On, m.step.Kind, err}
	}
	if broken := m.step.Breaches(ws...); broken != nil {
		return &m.step, &Refused{at, a.On, m.step.Kind, broken}
	}
	if err := m.take(); err != nil {
		return nil, &ActError{at, a.On, m.step.Kind, err}
	}
	return &m.step, nil
}

// redo takes an act that was taken before, without judging it again.
func (l *ledger) redo(a *Act) error {
	k, err := a.Kind()
	if err != nil {
		return err
	}
	if k == law.Converts {
		c, err := l.converts(a)
		if err != nil {
			return err
		}
		return l.become(c, a.On)
	}
	rest, err := l.restOf(l.o.Body, a.On)
	if err != nil {
		return err
	}
	taken, err := l.taken(rest, a, k)
	if err != nil {
		return fmt.Errorf("%v: %w", k, err)
	}
	return l.enter(a, entryOf(k), taken.With)
}
