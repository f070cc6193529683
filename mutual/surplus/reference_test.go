package surplus_test

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// reference is the waterfall a second time: in decimals of a pound throughout, by names,
// and each sum worked out anew from the lines made so far. It looks back at no limit, and
// so is for forms whose limits do not depend on profits.
type reference struct {
	form  legalform.Form
	body  any
	year  *surplus.Year
	rule  *surplus.Policy
	lines []refLine
}

type refLine struct {
	step        *surplus.Step
	kind        law.PaymentKind
	paid, drawn decimal.Decimal
	left        decimal.Decimal
	skipped     bool
}

type fraction struct{ num, den decimal.Decimal }

func fractionOf(r law.Ratio) fraction {
	return fraction{decimal.NewFromInt(r.Num()), decimal.NewFromInt(r.Den())}
}

func (f fraction) of(pounds decimal.Decimal, up bool) decimal.Decimal {
	q, rest := pounds.Shift(2).Mul(f.num).QuoRem(f.den, 0)
	if up && rest.IsPositive() {
		q = q.Add(decimal.NewFromInt(1))
	}
	return q.Shift(-2)
}

func lowersTax(k law.PaymentKind) bool {
	return slices.Contains([]law.PaymentKind{law.ShareInterest, law.Patronage, law.StaffBonus, law.PerformanceInterest}, k)
}

func (f *reference) sum(of func(*refLine) decimal.Decimal) (sum decimal.Decimal) {
	for i := range f.lines {
		sum = sum.Add(of(&f.lines[i]))
	}
	return sum
}

func (f *reference) result() decimal.Decimal { return f.year.Result.Decimal() }

func (f *reference) left() decimal.Decimal {
	return f.result().Sub(f.sum(func(l *refLine) decimal.Decimal { return l.paid.Sub(l.drawn) }))
}

func (f *reference) drawn() decimal.Decimal {
	return f.sum(func(l *refLine) decimal.Decimal { return l.drawn })
}

func (f *reference) deducted() decimal.Decimal {
	return f.sum(func(l *refLine) decimal.Decimal {
		if lowersTax(l.kind) {
			return l.paid
		}
		return decimal.Zero
	})
}

func (f *reference) tax() decimal.Decimal {
	return fractionOf(f.rule.Tax).of(decimal.Max(f.result().Sub(f.deducted()), decimal.Zero), true)
}

func (f *reference) available(k law.PaymentKind) decimal.Decimal {
	other := f.sum(func(l *refLine) decimal.Decimal {
		if lowersTax(l.kind) {
			return decimal.Zero
		}
		return l.paid.Sub(l.drawn)
	})
	if lowersTax(k) && other.IsZero() {
		return decimal.Max(f.left(), decimal.Zero)
	}
	return decimal.Max(f.left().Sub(f.tax()), decimal.Zero)
}

func fundName(s *surplus.Step) string {
	switch {
	case s.Fund != "":
		return s.Fund
	case s.To == surplus.IndivisibleReserve:
		return "indivisible-reserve"
	}
	return "general"
}

func (f *reference) brought(fund string) decimal.Decimal {
	sum := decimal.Zero
	for _, x := range f.year.Funds {
		if x.Name == fund {
			return x.Amount.Decimal()
		}
		sum = sum.Add(x.Amount.Decimal())
	}
	if fund != "general" {
		return decimal.Zero
	}
	return f.year.Opening.Decimal().Sub(sum)
}

func (f *reference) taken(fund string) decimal.Decimal {
	return f.sum(func(l *refLine) decimal.Decimal {
		if l.step.DrawOn == fund {
			return l.drawn
		}
		return decimal.Zero
	})
}

func (f *reference) stands(fund string) decimal.Decimal {
	put := f.sum(func(l *refLine) decimal.Decimal {
		if len(l.step.Kinds) == 0 && fundName(l.step) == fund {
			return l.paid
		}
		return decimal.Zero
	})
	return f.brought(fund).Add(put).Sub(f.taken(fund))
}

func (f *reference) drawable(fund string) decimal.Decimal {
	if fund == "" {
		return decimal.Zero
	}
	there := f.year.Opening.Decimal().Sub(f.drawn()).Add(decimal.Min(decimal.Zero, f.left().Sub(f.tax())))
	return decimal.Max(decimal.Zero, decimal.Min(f.brought(fund).Sub(f.taken(fund)), there))
}

func (f *reference) madeGood() decimal.Decimal {
	return f.sum(func(l *refLine) decimal.Decimal {
		if l.step.To == surplus.Losses {
			return l.paid
		}
		return decimal.Zero
	})
}

func (f *reference) losses() decimal.Decimal {
	return decimal.Max(decimal.Zero, f.brought("general").Neg().Sub(f.madeGood()))
}

func (f *reference) line(name string) *refLine {
	i := slices.IndexFunc(f.lines, func(l refLine) bool { return l.step.Name == name })
	return &f.lines[i]
}

func (f *reference) base(m *surplus.Measure, k law.PaymentKind) decimal.Decimal {
	y := f.year
	stated := func(x *law.Fact[law.Pence]) decimal.Decimal { return x.Or(0).Decimal() }
	net := decimal.Max(decimal.Zero, f.result().Sub(f.madeGood()))
	inside := decimal.Min(net, decimal.Max(decimal.Zero, f.result().Sub(stated(&y.Outside)).Sub(f.madeGood())))
	switch m.Of {
	case surplus.OfWhatIsLeft:
		return f.available(k)
	case surplus.OfResult:
		return f.result()
	case surplus.OfCapital:
		return y.Capital.Decimal()
	case surplus.OfNetResult:
		return f.result().Sub(f.tax())
	case surplus.OfLosses:
		return f.losses()
	case surplus.OfLeftAfter:
		return f.line(m.Named[0]).left
	case surplus.OfPaidBy:
		sum := decimal.Zero
		for _, n := range m.Named {
			sum = sum.Add(f.line(n).paid)
		}
		return sum
	case surplus.OfFund:
		return f.stands(m.Named[0])
	case surplus.OfMembersResult:
		return inside
	case surplus.OfOutsideResult:
		return net.Sub(inside)
	case surplus.OfDistributable:
		given := f.sum(func(l *refLine) decimal.Decimal {
			if l.kind == law.ToCommunity {
				return l.paid
			}
			return decimal.Zero
		})
		return y.Opening.Decimal().Add(f.result()).Sub(f.tax()).Sub(f.deducted()).Sub(given)
	case surplus.OfEquity:
		return y.Capital.Decimal().Add(y.Opening.Decimal())
	case surplus.OfHighestCapital:
		return stated(&y.HighestCapital)
	case surplus.OfDebts:
		return stated(&y.Debts)
	case surplus.OfPay:
		return stated(&y.Pay)
	default:
		return stated(&y.Trade)
	}
}

func (f *reference) measure(m *surplus.Measure, k law.PaymentKind) decimal.Decimal {
	p := m.Amount.Decimal()
	if m.Amount == 0 {
		share := fractionOf(m.Share)
		if m.Above != "" {
			rate := f.year.BaseRate.Or(law.Ratio{})
			if m.Above != "base-rate" {
				rate = f.year.Rates[0].Rate
			}
			over := fractionOf(rate)
			share = fraction{share.num.Mul(over.den).Add(over.num.Mul(share.den)), share.den.Mul(over.den)}
		}
		p = share.of(decimal.Max(f.base(m, k), decimal.Zero), false)
	}
	if m.OrMore != nil {
		p = decimal.Max(p, f.measure(m.OrMore, k))
	}
	return p
}

func (f *reference) wanted(s *surplus.Step, k law.PaymentKind) decimal.Decimal {
	m := s.Measure()
	w := f.measure(&m, k)
	if s.Floor != nil {
		w = decimal.Max(w, f.measure(s.Floor, k))
	}
	for i := range s.Caps {
		w = decimal.Min(w, f.measure(&s.Caps[i], k))
	}
	if s.Until != nil {
		w = decimal.Min(w, decimal.Max(decimal.Zero, f.measure(s.Until, k).Sub(f.stands(fundName(s)))))
	}
	if s.To == surplus.Losses {
		w = decimal.Min(w, f.losses())
	}
	return w
}

func (f *reference) skips(c *surplus.Condition) bool {
	if c == nil {
		return false
	}
	is := f.measure(&c.Is, 0)
	if c.Below != nil {
		return is.GreaterThanOrEqual(f.measure(c.Below, 0))
	}
	return is.LessThan(f.measure(c.AtLeast, 0))
}

func (f *reference) books() *law.Books {
	m := surplus.Measure{Of: surplus.OfDistributable}
	b := f.year.Books(f.rule.Tax)
	b.Distributable = law.Known(pence(f.base(&m, 0)))
	for _, l := range f.lines {
		if l.kind != 0 {
			b.Paid = append(b.Paid, law.Payment{Kind: l.kind, Amount: pence(l.paid), Declared: f.year.Declared})
		}
	}
	return &b
}

func pence(d decimal.Decimal) law.Pence {
	p, err := law.PenceOf(d)
	if err != nil {
		panic(err)
	}
	return p
}

// pay makes the first payment of a step that the form allows.
func (f *reference) pay(s *surplus.Step, l *refLine) error {
	for _, k := range s.Kinds {
		found := decimal.Min(f.wanted(s, k), f.available(k).Add(f.drawable(s.DrawOn)))
		a, err := f.form.Allow(f.body, law.Payment{Kind: k, Declared: f.year.Declared}, f.books())
		if err != nil {
			return err
		}
		if !a.Known() {
			continue
		}
		if !a.Unlimited {
			found = decimal.Min(found, a.Most.Decimal())
		}
		if found.IsPositive() {
			l.kind, l.paid = k, found
			l.drawn = found.Sub(decimal.Min(found, f.available(k)))
			return nil
		}
	}
	return nil
}

func (f *reference) run() error {
	f.lines = f.lines[:0]
	for i := range f.rule.Steps {
		s := &f.rule.Steps[i]
		l := refLine{step: s}
		switch {
		case f.skips(s.While):
			l.skipped = true
		case len(s.Kinds) == 0:
			l.paid = decimal.Min(f.wanted(s, 0), f.available(0))
		default:
			if err := f.pay(s, &l); err != nil {
				return err
			}
		}
		f.lines = append(f.lines, l)
		f.lines[i].left = f.available(0)
	}
	return nil
}

func (f *reference) kept() decimal.Decimal {
	payments := f.sum(func(l *refLine) decimal.Decimal {
		if l.kind == 0 {
			return decimal.Zero
		}
		return l.paid
	})
	return f.result().Add(f.drawn()).Sub(payments).Sub(f.tax())
}
