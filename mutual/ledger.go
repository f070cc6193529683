package mutual

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// A ledger is an organisation that acts change, with register and books of its own.
type ledger struct {
	o     Organisation
	forms []legalform.Form
	byID  map[string]int // places in the register
}

func newLedger(o *Organisation, forms []legalform.Form) *ledger {
	l := &ledger{o: *o, forms: forms}
	if list, ok := o.Members.Get(); ok {
		l.o.Members = law.Known(slices.Clone(list))
		l.byID = make(map[string]int, len(list))
		for i := range list {
			l.byID[list[i].ID] = i
		}
	}
	if b, ok := o.Books.Get(); ok {
		b.Paid, b.Past = slices.Clone(b.Paid), slices.Clone(b.Past)
		l.o.Books = law.Known(b)
	}
	return l
}

// organisation is a copy of the ledger's that later acts do not change.
func (l *ledger) organisation() *Organisation { return &newLedger(&l.o, nil).o }

// ready refuses an act out of order, after the end, or in a form that there was not yet.
func (l *ledger) ready(a *Act, k law.ActKind) error {
	switch {
	case a.On.IsZero():
		return fmt.Errorf("on: %w: no date is given", law.ErrAct)
	case a.On.Before(l.o.AsAt):
		return fmt.Errorf("on: %w: what went before is of %v", ErrOrder, l.o.AsAt)
	}
	if day, ok := l.o.Dissolved.Get(); ok {
		return fmt.Errorf("%w: it was dissolved on %v", ErrEnded, day)
	}
	if day, ok := l.o.WoundUp.Get(); ok && k != law.Dissolves && k != law.Records {
		return fmt.Errorf("%w: it was wound up on %v", ErrEnded, day)
	}
	return existed(l.o.Form, a.On, l.o.In)
}

// farAhead is a day on which every form that there will be can be described.
var farAhead = law.MustDate("2999-12-31")

// existed refuses a form of which there were no bodies yet. One that can no longer be formed
// still has those that were.
func existed(f legalform.Form, on law.Date, in law.Extent) error {
	p, ok := profile(f, on)
	if !ok || p.Earlier.Says != "" {
		return nil // nothing tells when it began, or there were older bodies
	}
	for _, w := range p.Available {
		if !on.Before(w.From) && (in == 0 || w.In.Covers(in)) {
			return nil
		}
	}
	return p.Exists(on, in)
}

// profile is what a form says of itself on a day or, where none could be formed on it, of
// when it can be.
func profile(f legalform.Form, on law.Date) (law.Profile, bool) {
	p, err := f.Describe(on)
	if err != nil {
		p, err = f.Describe(farAhead)
	}
	return p, err == nil
}

// member finds somebody who is a member on a day.
func (l *ledger) member(id string, on law.Date) (*governance.Member, error) {
	m, err := l.entry(id)
	if err != nil {
		return nil, err
	}
	if in, known := m.MemberOn(on); known && !in || gone(m, on) {
		return nil, fmt.Errorf("%w: %q is not a member on %v", ErrRegister, id, on)
	}
	return m, nil
}

func gone(m *governance.Member, on law.Date) bool {
	left, ok := m.Left.Get()
	return ok && !on.Before(left)
}

func (l *ledger) entry(id string) (*governance.Member, error) {
	list := l.o.Members.Ptr()
	if list == nil {
		return nil, fmt.Errorf("%w: members are not stated", ErrRegister)
	}
	i, ok := l.byID[id]
	if !ok {
		return nil, fmt.Errorf("%w: %q is not in the register", ErrRegister, id)
	}
	return &(*list)[i], nil
}

// position is what a form is told of the register and the books.
func (l *ledger) position(on law.Date) *law.Position {
	p := &law.Position{}
	if b := l.o.Books.Ptr(); b != nil {
		books := *b
		p.Books = &books
	}
	list := l.o.Members.Ptr()
	if list == nil {
		return p
	}
	if n, unknown := governance.CountMembers(*list, "", on); unknown == 0 {
		p.Members = law.Known(n)
	}
	p.Holder = func(id string) (law.Holder, bool) {
		i, ok := l.byID[id]
		if !ok {
			return law.Holder{}, false
		}
		return holder(&(*list)[i]), true
	}
	p.Holders = func(yield func(law.Holder) bool) {
		for i := range *list {
			if m := &(*list)[i]; !gone(m, on) && !yield(holder(m)) {
				return
			}
		}
	}
	return p
}

func holder(m *governance.Member) law.Holder {
	return law.Holder{ID: m.ID, Class: m.Class, Corporate: m.Corporate, Born: m.Born, Shares: m.Shares, Nominal: m.Nominal}
}

// maxShares bounds what one act may count.
const maxShares = 1 << 50

// counted refuses a number of shares, or an amount, that cannot be.
func counted(shares int64, amounts ...law.Pence) error {
	if shares < 1 || shares > maxShares {
		return fmt.Errorf("shares: %w: %d of them", law.ErrAct, shares)
	}
	for _, p := range amounts {
		if p < 0 || p > law.MaxPence {
			return fmt.Errorf("%w: an amount of %v", law.ErrAct, p)
		}
	}
	return nil
}

// held refuses more than a member is known to hold.
func held(m *governance.Member, shares int64, nominal law.Pence) error {
	n, ok1 := m.Shares.Get()
	p, ok2 := m.Nominal.Get()
	switch {
	case !ok1 || !ok2:
		return fmt.Errorf("%w: what %q holds is not stated", ErrRegister, m.ID)
	case shares > n:
		return fmt.Errorf("shares: %w: %q holds %d, not %d", ErrRegister, m.ID, n, shares)
	case nominal > p:
		return fmt.Errorf("%w: %q holds shares of %v, not %v", ErrRegister, m.ID, p, nominal)
	case shares == n && nominal != p:
		return fmt.Errorf("%w: all the shares of %q are of %v, not %v", ErrRegister, m.ID, p, nominal)
	}
	return nil
}

// change alters a holding that is stated; one that is not stays so.
func change(m *governance.Member, shares int64, nominal law.Pence) {
	if n, ok := m.Shares.Get(); ok {
		m.Shares = law.Known(n + shares)
	}
	if p, ok := m.Nominal.Get(); ok {
		m.Nominal = law.Known(p + nominal)
	}
}

// pay alters what is paid up, where there are books.
func (l *ledger) pay(by law.Pence) {
	if b := l.o.Books.Ptr(); b != nil {
		b.PaidUp += by
	}
}

// enough refuses to pay out more share capital than there is.
func (l *ledger) enough(p law.Pence) error {
	if b := l.o.Books.Ptr(); b != nil && p > b.PaidUp {
		return fmt.Errorf("%w: %v is paid up, not %v", ErrBooks, b.PaidUp, p)
	}
	return nil
}
