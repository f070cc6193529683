package surplus_test

import (
	"fmt"
	"math/rand/v2"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// someMeasure makes a measure for step i, which may name the steps before it.
func someMeasure(r *rand.Rand, i int) surplus.Measure {
	m := surplus.Measure{Share: law.Percent(r.Int64N(101)), Of: surplus.Base(r.IntN(int(surplus.OfTrade) + 1))}
	switch m.Of {
	case surplus.OfLeftAfter, surplus.OfPaidBy:
		if i == 0 {
			m.Of = surplus.OfResult
			break
		}
		m.Named = []string{fmt.Sprint("step ", r.IntN(i))}
		if n := fmt.Sprint("step ", i-1); m.Of == surplus.OfPaidBy && n != m.Named[0] {
			m.Named = append(m.Named, n)
		}
	case surplus.OfFund:
		m.Named = []string{someFund(r)}
	default:
	}
	switch r.IntN(8) {
	case 0:
		m = surplus.Measure{Amount: law.Pence(1 + r.Int64N(3_000_000))}
	case 1:
		m.Above = []string{"base-rate", "legal-interest"}[r.IntN(2)]
	case 2:
		if i > 0 {
			m.OrMore = &surplus.Measure{Share: law.Per(r.Int64N(9), 8), Of: surplus.OfPaidBy, Named: []string{fmt.Sprint("step ", i-1)}}
		}
	}
	return m
}

func someFund(r *rand.Rand) string {
	return []string{surplus.General, "development", "returns"}[r.IntN(3)]
}

// someStep makes step i: a payment or a reserve, with whatever limits of its own.
func someStep(r *rand.Rand, i int) surplus.Step {
	m := someMeasure(r, i)
	m.Share = law.Percent(min(100, m.Share.Num()*100/m.Share.Den()))
	s := surplus.Step{Name: fmt.Sprint("step ", i), Share: m.Share, Above: m.Above, Of: m.Of, Named: m.Named, Amount: m.Amount, Must: r.IntN(3) == 0}
	for range r.IntN(3) {
		s.Kinds = append(s.Kinds, law.PaymentKind(1+r.IntN(int(law.PerformanceInterest))))
	}
	pays := len(s.Kinds) > 0
	switch {
	case pays && r.IntN(3) == 0:
		s.DrawOn = someFund(r)
	case !pays:
		s.To = []surplus.Recipient{0, surplus.Losses, surplus.GeneralReserve, surplus.IndivisibleReserve}[r.IntN(4)]
		if s.To == surplus.GeneralReserve && r.IntN(2) == 0 {
			s.Fund = []string{"development", "returns"}[r.IntN(2)]
		}
		if r.IntN(3) == 0 {
			full := someMeasure(r, i)
			s.Until = &full
		}
	}
	if r.IntN(4) == 0 {
		least := someMeasure(r, i)
		s.Floor = &least
	}
	for range max(0, r.IntN(5)-2) {
		s.Caps = append(s.Caps, someMeasure(r, i))
	}
	if r.IntN(5) == 0 {
		than := someMeasure(r, i)
		s.While = &surplus.Condition{Is: someMeasure(r, i)}
		if r.IntN(2) == 0 {
			s.While.Below = &than
		} else {
			s.While.AtLeast = &than
		}
	}
	return s
}

// somePolicy makes a policy of up to six steps, in any order, that can be followed.
func somePolicy(r *rand.Rand) *surplus.Policy {
	for {
		p := &surplus.Policy{Tax: law.Percent(r.Int64N(101)), Funds: []string{"development", "returns"}}
		if r.IntN(4) == 0 {
			p.Tax = law.Per(r.Int64N(1000), 999)
		}
		n := 1 + r.IntN(6)
		for i := range n {
			p.Steps = append(p.Steps, someStep(r, i))
		}
		if r.IntN(2) == 0 {
			most := someMeasure(r, n)
			p.Provisos = []surplus.Proviso{{Name: "some", Steps: []string{"step 0"}, AtMost: &most}}
		}
		if p.Check() == nil {
			return p
		}
	}
}

// someYear makes a year with every fact stated, round nothing as often as far from it.
func someYear(r *rand.Rand) surplus.Year {
	amount := func() law.Pence { return law.Pence(r.Int64N([]int64{3, 1000, 2_000_000, 20_000_000}[r.IntN(4)])) }
	y := yearTo([]string{"2009-03-31", "2014-03-31", "2020-03-31"}[r.IntN(3)], amount()-amount()/4)
	y.Opening = amount() - amount()/2
	for _, n := range []string{"development", "returns", "indivisible-reserve", "old"} {
		if r.IntN(2) == 0 {
			y.Funds = append(y.Funds, surplus.Fund{Name: n, Amount: amount()})
		}
	}
	y.BaseRate = law.Known(law.Per(r.Int64N(700), 10_000))
	y.Rates = []surplus.NamedRate{{Name: "legal-interest", Rate: law.Per(r.Int64N(500), 10_000)}}
	y.Outside = law.Known(amount() - amount()/4)
	y.HighestCapital, y.Debts, y.Pay, y.Trade = law.Known(amount()), law.Known(amount()), law.Known(amount()), law.Known(amount()+1)
	return y
}
