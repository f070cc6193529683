package surplus

import (
	"fmt"
	"math"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// alone puts one lane through Plan.Year.
func (r *Results) alone(in *Lanes, i int) error {
	b := r.batch
	r.spoilt = true
	r.Alone++
	r.apart[i/64] |= 1 << (i % 64)
	if r.lone == nil {
		r.lone = make([]lanes, len(r.Steps))
	}
	r.state(in, i)
	if err := b.plan.Year(&r.year, &r.out); err != nil {
		return fmt.Errorf("lane %d: %w", i, err)
	}
	o := &r.out
	r.Tax[i], r.Kept[i], r.Drawn[i] = int64(o.Tax), int64(o.Kept), int64(o.Drawn)
	for j := range o.Lines {
		l, s, w := &o.Lines[j], &r.Steps[j], &b.wired.steps[j]
		for k, kind := range l.Step.Kinds {
			paid := int64(0)
			if kind == l.Kind {
				paid = int64(l.Paid)
			}
			r.regs[w.kinds[k]][i] = paid
		}
		code := r.holds(l)
		r.lone[j][i] = code
		if s.held[i/64] &^= 1 << (i % 64); code != notHeld {
			s.held[i/64] |= 1 << (i % 64)
		}
		if s.Paid != nil {
			s.Paid[i] = int64(l.Paid)
		}
		if s.Drawn != nil {
			s.Drawn[i] = int64(l.Drawn)
		}
		if b.tells == details {
			s.Wanted[i], s.Found[i] = int64(l.Wanted), int64(l.Found)
		}
	}
	for j, at := range r.Closing {
		if at == nil {
			continue
		}
		at[i] = int64(o.Funds[j].Closing)
	}
	for j := range r.Provisos {
		r.Provisos[j][i] = 0
		if o.Provisos[j].Kept {
			r.Provisos[j][i] = -1
		}
	}
	return nil
}

// holds says by which limit a line was held, adding a code that the batch does not know.
func (r *Results) holds(l *Line) int64 {
	held := l.held()
	if held == nil {
		return notHeld
	}
	return int64(codeOf(&r.codes, held.Allowance.Binding, held.Allowance.Known()))
}

// codeOf finds the place of a code, or adds it.
func codeOf(codes *[]law.Code, code law.Code, known bool) int {
	switch {
	case !known:
		return unknown
	case code == "":
		return noRule
	}
	if at := slices.Index((*codes)[firstCode:], code); at >= 0 {
		return at + firstCode
	}
	*codes = append(*codes, code)
	return len(*codes) - 1
}

// state makes the year of one lane.
func (r *Results) state(in *Lanes, i int) {
	t, y := &r.batch.year, &r.year
	funds := y.Funds[:0]
	for j := 1; j < len(r.batch.funds); j++ {
		f := r.batch.funds[j]
		f.Amount = law.Pence(in.Funds[j][i])
		funds = append(funds, f)
	}
	*y = *t
	y.Funds = funds
	y.Result, y.Opening, y.Capital = law.Pence(in.Result[i]), law.Pence(in.Opening[i]), law.Pence(in.Capital[i])
	y.Staff = int(max(math.MinInt, min(in.Staff[i], math.MaxInt)))
	if in.Past != nil {
		y.Past = in.Past[i]
	}
	amount := func(f *law.Fact[law.Pence], v *lanes) {
		if f.Stated() {
			*f = law.Known(law.Pence(v[i]))
		}
	}
	amount(&y.Outside, in.Outside)
	amount(&y.HighestCapital, in.HighestCapital)
	amount(&y.Debts, in.Debts)
	amount(&y.Pay, in.Pay)
	amount(&y.Trade, in.Trade)
	count := func(f *law.Fact[int64], v *lanes) {
		if f.Stated() {
			*f = law.Known(v[i])
		}
	}
	count(&y.Hours, in.Hours)
	count(&y.Service, in.Service)
	count(&y.Members, in.Members)
}
