package surplus

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// val is an amount in all lanes: a share of what a register holds above nothing, and no more
// than another register holds.
type val struct {
	reg   int
	mul   uint64
	plain bool // the register itself, which is nowhere below nothing
	most  int  // or -1
}

// whole is all that a register holds above nothing; plain is that of a register that is
// nowhere below it.
func (w *wirer) whole(reg int) val { return val{reg, one, false, -1} }
func (w *wirer) plain(reg int) val { return val{reg, one, true, -1} }

// put returns a register that holds an amount.
func (w *wirer) put(v val) int {
	at := v.reg
	if !v.plain && v.mul == one {
		at = w.two(above, v.reg, w.zero)
	} else if !v.plain {
		dst := w.reg()
		w.do(func(r []*lanes, _ []lanes) { share(r[dst], r[v.reg], v.mul) }, dst, v.reg)
		at = dst
	}
	if v.most >= 0 {
		at = w.two(least, at, v.most)
	}
	return at
}

// own is a register that holds the same and that nothing else reads or fills.
func (w *wirer) own(reg int) int {
	if reg == w.zero {
		return w.constant(0)
	}
	return w.two(added, reg, w.zero)
}

// portion is a ratio of a register.
func (w *wirer) portion(reg int, r law.Ratio) (val, error) {
	if m, ok := multiplier(r, w.size); ok {
		w.wide = w.wide || m > one
		return val{reg, m, false, -1}, nil
	}
	if r.Num() < 0 || r.Cmp(law.Per(100, 1)) > 0 {
		return val{}, errAlone
	}
	w.wide = true
	dst := w.reg()
	w.do(func(rs []*lanes, _ []lanes) { shareBy(rs[dst], rs[reg], r) }, dst, reg)
	return w.plain(dst), nil
}

// wanted is what a step asks for, with its floor, caps and until.
func (w *wirer) wanted(s *step, k law.PaymentKind) (val, error) {
	w.wide = false
	v, err := w.measure(&s.want, k)
	if err != nil {
		return val{}, err
	}
	bend := func(f func(dst, a, b *lanes), m *measure) error {
		x, err := w.measure(m, k)
		if err == nil {
			v = w.plain(w.two(f, w.put(v), w.put(x)))
		}
		return err
	}
	if s.floor != nil {
		if err := bend(most, s.floor); err != nil {
			return val{}, err
		}
	}
	for i := range s.caps {
		if err := bend(least, &s.caps[i]); err != nil {
			return val{}, err
		}
	}
	if s.until != nil {
		full, err := w.measure(s.until, k)
		if err != nil {
			return val{}, err
		}
		v.most = w.reg()
		at, stands := v.most, w.stands(s.fund)
		if full.most >= 0 {
			full = w.plain(w.put(full))
		}
		w.do(func(r []*lanes, _ []lanes) { roomUnder(r[at], r[full.reg], r[stands], full.mul) }, at, full.reg, stands)
	}
	if s.To == Losses && !s.onlyLosses() {
		v = w.plain(w.two(least, w.put(v), w.put(w.whole(w.lost()))))
	}
	if w.wide {
		v = w.plain(w.two(least, w.put(v), w.constant(int64(law.MaxPence))))
	}
	return v, nil
}

// onlyLosses reports whether a step that makes losses good asks for no more than them.
func (s *step) onlyLosses() bool {
	return s.want.of == OfLosses && s.want.amount == 0 && s.want.above == "" && s.want.orMore == nil && s.floor == nil && s.want.share.Cmp(whole) <= 0
}

func (w *wirer) measure(m *measure, k law.PaymentKind) (val, error) {
	v := w.plain(w.zero)
	switch {
	case m.amount != 0:
		v = w.plain(w.constant(int64(m.amount)))
	case m.share.Num() != 0 || m.above != "":
		base, err := w.base(m, k)
		if err != nil {
			return val{}, err
		}
		share := m.share
		if m.above != "" {
			rate, ok := w.year.rate(m.above)
			if !ok {
				return val{}, errAlone
			}
			share = share.Add(rate)
		}
		if v, err = w.portion(base, share); err != nil {
			return val{}, err
		}
	}
	if m.orMore == nil {
		return v, nil
	}
	other, err := w.measure(m.orMore, k)
	if err != nil {
		return val{}, err
	}
	return w.plain(w.two(most, w.put(v), w.put(other))), nil
}

// base is the register that a measure is a share of; what is below nothing in it counts as
// nothing.
func (w *wirer) base(m *measure, k law.PaymentKind) (int, error) {
	y := &w.year
	facts := [...]struct {
		of     Base
		stated bool
		reg    int
	}{
		{OfHighestCapital, y.HighestCapital.Stated(), inHighest},
		{OfDebts, y.Debts.Stated(), inDebts},
		{OfPay, y.Pay.Stated(), inPay},
		{OfTrade, y.Trade.Stated(), inTrade},
	}
	switch m.of {
	case OfWhatIsLeft:
		if deductible(k) && w.taxed {
			return w.available(k), nil
		}
		return w.now.net, nil
	case OfResult:
		return inResult, nil
	case OfCapital:
		return inCapital, nil
	case OfNetResult:
		return w.two(minus, inResult, w.now.tax), nil
	case OfLosses:
		return w.lost(), nil
	case OfLeftAfter:
		return w.line[m.steps[0]].net, nil
	case OfPaidBy:
		return w.sum(w.paidBy(m.steps)...), nil
	case OfFund:
		return w.stands(m.fund), nil
	case OfDistributable:
		return w.distributable(), nil
	case OfEquity:
		return w.two(added, inCapital, inOpening), nil
	case OfMembersResult, OfOutsideResult:
		if !y.Outside.Stated() {
			return 0, errAlone
		}
		f, good, dst := membersPart, w.sum(w.madeGood()...), w.reg()
		if m.of == OfOutsideResult {
			f = otherPart
		}
		w.do(func(r []*lanes, _ []lanes) { f(r[dst], r[inResult], r[inOutside], r[good]) }, dst, inResult, inOutside, good)
		return dst, nil
	default:
	}
	for _, f := range facts {
		if f.of == m.of && f.stated {
			return f.reg, nil
		}
	}
	return 0, errAlone
}

func (w *wirer) paidBy(steps []int) []int {
	out := make([]int, len(steps))
	for i, s := range steps {
		out[i] = w.wired.steps[s].paid
	}
	return out
}

// madeGood is what the steps so far took to make losses good.
func (w *wirer) madeGood() (list []int) {
	for i := range w.line {
		if w.plan.steps[i].To == Losses {
			list = append(list, w.wired.steps[i].paid)
		}
	}
	return list
}

// keptIn is what the steps so far put into a fund; -1 for any.
func (w *wirer) keptIn(fund int) (list []int) {
	for i := range w.line {
		if s := &w.plan.steps[i]; len(s.Kinds) == 0 && (fund < 0 || s.fund == fund) {
			list = append(list, w.wired.steps[i].paid)
		}
	}
	return list
}

// brought is a fund as it was brought forward.
func (w *wirer) brought(fund int) int {
	if fund > 0 {
		return inFunds + fund
	}
	if w.general == 0 {
		named := make([]int, 0, len(w.funds))
		for i := 1; i < len(w.funds); i++ {
			named = append(named, inFunds+i)
		}
		w.general = inOpening
		if len(named) > 0 {
			w.general = w.two(minus, inOpening, w.sum(named...))
		}
	}
	return w.general
}

// lost is the deficit brought forward that is not made good yet, below nothing where there is
// none.
func (w *wirer) lost() int {
	var lost int
	switch n := len(w.funds); n {
	case 1:
		lost = w.two(minus, w.zero, inOpening)
	case 2, 3:
		lost = w.three(minus3, inFunds+1, [...]int{w.zero, inFunds + 2}[n-2], inOpening)
	default:
		lost = w.two(minus, w.zero, w.brought(0))
	}
	if good := w.madeGood(); len(good) > 0 {
		lost = w.two(minus, lost, w.sum(good...))
	}
	return lost
}

// stands is a fund in the course of the year.
func (w *wirer) stands(fund int) int {
	at := w.sum(append(w.keptIn(fund), w.brought(fund))...)
	if len(w.drawn[fund]) > 0 {
		at = w.two(minus, at, w.sum(w.drawn[fund]...))
	}
	return at
}

// distributable is the profits that a form's limits are of, as they stand.
func (w *wirer) distributable() int {
	gone := w.gone()
	is := bookings{w.books.at, w.now.profit, w.now.tax, len(gone)}
	if w.books == is && is.at != 0 {
		return is.at
	}
	if was := w.books; was.at != 0 && was.profit == is.profit && was.tax == is.tax {
		is.at = w.two(minus, was.at, w.sum(gone[was.gone:]...))
	} else if less := w.sum(append(slices.Clip(gone), w.now.tax)...); less == w.zero {
		is.at = w.two(added, inOpening, w.now.profit)
	} else {
		is.at = w.three(minus3, inOpening, w.now.profit, less)
	}
	w.books = is
	return is.at
}

// gone is what was taken from profits beside the tax and what lowers it.
func (w *wirer) gone() (list []int) {
	for _, p := range w.made {
		if p.kind == law.ToCommunity || deductible(p.kind) && !w.taxed {
			list = append(list, p.paid)
		}
	}
	return list
}

// available is what the next payment of a kind can take of the year.
func (w *wirer) available(k law.PaymentKind) int {
	if !deductible(k) || !w.taxed {
		return w.put(w.whole(w.now.net))
	}
	dst, n := w.reg(), w.now
	w.do(func(r []*lanes, _ []lanes) { before(r[dst], r[n.net], r[n.profit], r[n.tax], r[n.eased]) }, dst, n.net, n.profit, n.tax, n.eased)
	return dst
}
