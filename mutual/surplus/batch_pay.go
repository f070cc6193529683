package surplus

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// paying is where one kind's turn in a step is found.
type paying struct{ paid, drawn, wanted, found int }

// pay wires one kind's turn in a step, whatever bears on it.
func (w *wirer) pay(s *step, b *bid, want int, x *wiredStep, first bool) paying {
	year := w.available(b.kind)
	there, draws := year, s.draw >= 0
	if draws {
		there = w.two(added, year, w.drawable(s.draw))
	}
	p := paying{wanted: want, found: w.two(least, want, there), drawn: w.zero}
	limit, code := w.lowest(b.rooms)
	p.paid = p.found
	if len(b.rooms) > 0 {
		p.paid = w.two(least, p.found, limit)
	}
	switch {
	case first && len(b.rooms) == 0:
		x.held = w.constant(0)
	case first:
		x.held = w.three(heldBy, p.paid, p.found, code)
	default:
		x.held = w.three(chosen, x.held, w.three(heldBy, p.paid, p.found, code), p.paid)
	}
	if b.none {
		return p
	}
	if draws {
		all := p.paid
		year = w.two(least, all, year)
		p.drawn = w.two(minus, all, year)
		w.now.drawn = w.sum(w.now.drawn, p.drawn)
	} else {
		year = p.paid
	}
	w.spend(b.kind, p, year)
	return p
}

// spend takes a payment, and the part of it that comes out of the year, off what is left.
func (w *wirer) spend(k law.PaymentKind, p paying, year int) {
	if !deductible(k) || !w.taxed {
		w.now.net = w.two(minus, w.now.net, year)
		return
	}
	n, up, paid := w.now, w.up, p.paid
	after := w.block(3)
	profit, tax := after+1, after+2
	w.doBlock(func(r []*lanes, _ []lanes) {
		lower(r[after], r[profit], r[tax], r[n.net], r[n.profit], r[n.tax], r[paid], r[year], up)
	}, after, 3, n.net, n.profit, n.tax, paid, year)
	w.now.net, w.now.profit, w.now.tax = after, profit, tax
	w.now.eased = w.sum(w.now.eased, p.drawn)
}

// free is a mask of the lanes in which nothing was paid.
func (w *wirer) free(paid int) int {
	dst := w.reg()
	w.do(func(r []*lanes, _ []lanes) { nothing(r[dst], r[paid]) }, dst, paid)
	return dst
}

// drawable is what can be drawn on a fund.
func (w *wirer) drawable(fund int) int {
	at := w.brought(fund)
	if len(w.drawn[fund]) > 0 {
		at = w.two(minus, at, w.sum(w.drawn[fund]...))
	}
	dst, n := w.reg(), w.now
	w.do(func(r []*lanes, _ []lanes) { drawable(r[dst], r[at], r[inOpening], r[n.drawn], r[n.net]) }, dst, at, inOpening, n.drawn, n.net)
	return dst
}

// lowest is the lowest of several rooms, and the code of its limit.
func (w *wirer) lowest(rooms []bounded) (limit, code int) {
	if len(rooms) == 0 {
		return w.zero, w.zero
	}
	limit, code = w.room(&rooms[0]), rooms[0].code
	for i := range rooms[1:] {
		x := &rooms[1+i]
		was, by, other, is := limit, code, w.room(x), x.code
		room := w.block(2)
		w.doBlock(func(r []*lanes, s []lanes) {
			lowestOf((*[2]lanes)(s[room:]), r[was], r[by], r[other], r[is])
		}, room, 2, was, by, other, is)
		limit, code = room, room+1
	}
	return limit, code
}

// tell keeps what a step wanted and what there was for it: those of the kind that was paid,
// or else of the first.
func (w *wirer) tell(x *wiredStep, p *paying, first bool) {
	if first {
		x.wanted, x.found = w.own(p.wanted), w.own(p.found)
		return
	}
	x.wanted, x.found = w.three(chosen, x.wanted, p.wanted, p.paid), w.three(chosen, x.found, p.found, p.paid)
}

// lawful asks in the end whether every payment that is limited by profits is within its limit
// all the same, where a later one, or it itself, may have lowered them.
func (w *wirer) lawful() error {
	if w.careful {
		return nil
	}
	last := -1
	for i, p := range w.made {
		if lowers(p.kind) {
			last = i
		}
	}
	type limit struct {
		share law.Ratio
		less  law.Kinds
	}
	ends := map[limit]int{}
	var order []limit
	for i, p := range w.made {
		list := w.limits[p.kind]
		for j := range list {
			c := &list[j]
			if c.Of != law.OfProfits {
				continue
			}
			k := limit{c.Share, c.Less | law.KindsOf(p.kind)}
			at, seen := ends[k]
			if !seen && i <= last {
				order = append(order, k)
			}
			if seen || i <= last {
				ends[k] = max(at, i)
			}
		}
	}
	for _, k := range order {
		var paid []int
		for _, p := range w.made[:ends[k]+1] {
			if k.less.Has(p.kind) {
				paid = append(paid, p.paid)
			}
		}
		v, err := w.portion(w.distributable(), k.share)
		if err != nil {
			return err
		}
		w.holdTo(v, w.sum(paid...))
	}
	return nil
}

// holdTo notes the lanes in which more was paid than an amount.
func (w *wirer) holdTo(v val, paid int) {
	if w.wired.bad < 0 {
		w.wired.bad = w.two(minus, w.put(v), paid)
		return
	}
	bad := w.wired.bad
	w.do(func(r []*lanes, _ []lanes) { over(r[bad], r[v.reg], r[paid], v.mul) }, bad, bad, v.reg, paid)
}

// close adds the year up.
func (w *wirer) close() {
	x := &w.wired
	x.tax, x.drawn = w.now.tax, w.now.drawn
	if x.tax == w.zero {
		x.tax = w.constant(0)
	}
	if x.drawn == w.zero {
		x.drawn = w.constant(0)
	}
	left, kept := w.now.net, w.keptIn(-1)
	if n := len(w.line); n > 1 && len(w.plan.steps[n-1].Kinds) == 0 { // what the last step kept, and left
		left, kept = w.line[n-2].net, kept[:len(kept)-1]
	}
	x.kept = w.sum(append(kept, left)...)
	if x.kept == left {
		x.kept = w.own(x.kept)
	}
	for i := range w.funds {
		at := w.stands(i)
		if i == 0 {
			at = w.sum(at, w.now.net)
		}
		if i > 0 && at == inFunds+i {
			at = w.own(at)
		}
		x.closing = append(x.closing, at)
	}
}

// proviso wires whether a proviso is kept.
func (w *wirer) proviso(v *proviso) error {
	for m := &v.than; m != nil; m = m.orMore {
		if m.of == OfFund && m.fund == 0 { // into which the year is closed by then
			return errAlone
		}
	}
	than, err := w.measure(&v.than, 0)
	if err != nil {
		return err
	}
	paid, limit := w.sum(w.paidBy(v.steps)...), w.put(than)
	if v.atLeast {
		paid, limit = limit, paid
	}
	w.wired.provisos = append(w.wired.provisos, w.two(notBelow, limit, paid))
	return nil
}

// admits lists what the caller fills, for its bounds, and what steps share by.
func (b *Batch) admits() {
	y := &b.year
	b.inputs = []input{{inResult, true}, {inOpening, true}, {inCapital, false}, {inStaff, false}}
	for _, x := range [...]struct {
		stated bool
		reg    int
	}{
		{y.Outside.Stated(), inOutside},
		{y.HighestCapital.Stated(), inHighest},
		{y.Debts.Stated(), inDebts},
		{y.Pay.Stated(), inPay},
		{y.Trade.Stated(), inTrade},
		{y.Hours.Stated(), inHours},
		{y.Service.Stated(), inService},
		{y.Members.Stated(), inMembers},
	} {
		if x.stated {
			b.inputs = append(b.inputs, input{x.reg, x.reg == inOutside})
		}
	}
	for i := 1; i < len(b.funds); i++ {
		b.inputs = append(b.inputs, input{inFunds + i, false})
	}
	totals := map[Factor]int{Trade: inTrade, Pay: inPay, Capital: inCapital, Hours: inHours, Service: inService, Head: inMembers}
	for i := range b.plan.steps {
		s := &b.plan.steps[i]
		if _, stated := y.total(s.By); !stated || len(s.Kinds) == 0 {
			continue
		}
		at := slices.IndexFunc(b.heads, func(h divided) bool { return h.total == totals[s.By] })
		if at < 0 {
			at = len(b.heads)
			b.heads = append(b.heads, divided{total: totals[s.By]})
		}
		b.heads[at].steps = append(b.heads[at].steps, i)
	}
}
