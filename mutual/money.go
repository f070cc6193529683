package mutual

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func canDeclare(l *ledger, a *Act) error {
	x := a.Declare.Ptr()
	if len(x.Payments) == 0 {
		return fmt.Errorf("payments: %w: none is declared", law.ErrAct)
	}
	var sum law.Pence
	for i, p := range x.Payments {
		at := law.Path("payments", i, "")
		if p.Kind == 0 {
			return fmt.Errorf("%s.kind: %w: none is given", at, law.ErrAct)
		}
		if p.Amount <= 0 || p.Amount > law.MaxPence || sum > law.MaxPence-p.Amount {
			return fmt.Errorf("%s.amount: %w: %v", at, law.ErrAct, p.Amount)
		}
		sum += p.Amount
		for _, q := range x.Payments[:i] {
			if q.Kind == p.Kind {
				return fmt.Errorf("%s.kind: %w: %v is declared twice", at, law.ErrAct, p.Kind)
			}
		}
	}
	switch b := l.o.Books.Ptr(); {
	case b == nil:
		return fmt.Errorf("%w: none are stated, and a declaration is for their year", ErrBooks)
	case a.On.Before(b.YearStart):
		return fmt.Errorf("%w: their year begins on %v", ErrBooks, b.YearStart)
	}
	return nil
}

func declare(l *ledger, a *Act) {
	b := l.o.Books.Ptr()
	x := a.Declare.Ptr()
	for _, p := range x.Payments {
		b.Paid = append(b.Paid, law.Payment{Kind: p.Kind, Amount: p.Amount, Declared: a.On})
	}
	if d, ok := b.Distributable.Get(); ok {
		b.Distributable = law.Known(d - spent(x.Payments))
	}
}

func canTransfer(_ *ledger, a *Act) error {
	if v := a.Transfer.Ptr().Value; v < 0 || v > law.MaxPence {
		return fmt.Errorf("value: %w: %v", law.ErrAct, v)
	}
	return nil
}

// transfer counts what members take as such among what was distributed.
func transfer(l *ledger, a *Act) {
	x := a.Transfer.Ptr()
	if b := l.o.Books.Ptr(); b != nil && x.To.Or(0) == law.MembersAsSuch && x.Value > 0 {
		b.Paid = append(b.Paid, law.Payment{Kind: law.Dividend, Amount: x.Value, Declared: a.On})
	}
}

// yearEnd is the last day of the year that an act closes.
func yearEnd(b *law.Books, x *law.YearClose) law.Date {
	if d, ok := x.End.Get(); ok {
		return d
	}
	return law.MonthsBeginningWith(b.YearEnd.AddDays(1), 12)
}

func canCloseYear(l *ledger, a *Act) error {
	x := a.CloseYear.Ptr()
	b := l.o.Books.Ptr()
	if b == nil {
		return fmt.Errorf("%w: none are stated, to which a year could follow", ErrBooks)
	}
	end := yearEnd(b, x)
	switch {
	case !end.After(b.YearEnd):
		return fmt.Errorf("year_end: %w: %v is not after %v, when the year of the books ended", ErrBooks, end, b.YearEnd)
	case a.On.Before(end):
		return fmt.Errorf("%w: the year ends on %v, and can be closed then", ErrBooks, end)
	case x.Staff.Or(0) < 0:
		return fmt.Errorf("staff: %w: %d", law.ErrAct, x.Staff.Or(0))
	}
	if r := x.Result.Or(0); r > law.MaxPence || r < -law.MaxPence || carried(b)+r > law.MaxPence {
		return fmt.Errorf("result: %w: %v is beyond counting", law.ErrAct, r)
	}
	return nil
}

// carried is what there is to distribute, less the dividends on it.
func carried(b *law.Books) law.Pence {
	return b.Distributable.Or(0) - b.PaidOf(law.Dividend) - b.PaidOf(law.LockedDividend)
}

// closeYear puts the books' year among the past ones, and the next in its place.
func closeYear(l *ledger, a *Act) {
	b, x := l.o.Books.Ptr(), a.CloseYear.Ptr()
	next := law.Books{
		YearStart: b.YearEnd.AddDays(1), YearEnd: yearEnd(b, x), PaidUp: b.PaidUp, Staff: x.Staff.Or(b.Staff), BaseRate: x.BaseRate,
		Past: append(b.Past, law.PastYear{YearStart: b.YearStart, Dividends: b.PaidOf(law.Dividend), BaseRate: b.BaseRate}),
	}
	if r, ok := x.Result.Get(); ok && b.Distributable.Stated() {
		next.Distributable = law.Known(carried(b) + r)
	}
	*b = next
}

func canWindUp(l *ledger, a *Act) error {
	x := a.WindUp.Ptr()
	if x.Residue < 0 || x.Residue > law.MaxPence {
		return fmt.Errorf("residue: %w: %v", law.ErrAct, x.Residue)
	}
	left := x.Residue
	seen := make(map[string]bool, len(x.ToMembers))
	for i, m := range x.ToMembers {
		at := law.Path("to_members", i, "")
		if l.o.Members.Stated() {
			if _, err := l.member(m.Member, a.On); err != nil {
				return fmt.Errorf("%s.member: %w", at, err)
			}
		}
		if seen[m.Member] {
			return fmt.Errorf("%s.member: %w: %q takes twice", at, law.ErrAct, m.Member)
		}
		seen[m.Member] = true
		if m.Amount <= 0 || m.Amount > left {
			return fmt.Errorf("%s.amount: %w: %v, of %v that is left", at, law.ErrAct, m.Amount, left)
		}
		left -= m.Amount
	}
	for i, b := range x.ToBodies {
		if b.Amount <= 0 || b.Amount > left {
			return fmt.Errorf("%s: %w: %v, of %v that is left", law.Path("to_bodies", i, "amount"), law.ErrAct, b.Amount, left)
		}
		left -= b.Amount
	}
	if left != 0 {
		return fmt.Errorf("residue: %w: nobody takes %v of it", law.ErrAct, left)
	}
	return nil
}

func windUp(l *ledger, a *Act) { l.o.WoundUp = law.Known(a.On) }
