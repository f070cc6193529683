package surplus

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// step wires a step of the waterfall.
func (w *wirer) step(i int) error {
	s := &w.plan.steps[i]
	all := -1
	if s.is != nil {
		holds, err := w.holds(s)
		if err != nil {
			return err
		}
		all = holds
	}
	x := wiredStep{}
	var err error
	if len(s.Kinds) == 0 {
		err = w.keepStep(s, &x, all)
	} else {
		err = w.payStep(i, s, &x, all)
	}
	w.wired.steps = append(w.wired.steps, x)
	w.line = append(w.line, standingStep{w.now.net})
	return err
}

// holds is a mask of the lanes in which a step's condition holds.
func (w *wirer) holds(s *step) (int, error) {
	is, err := w.measure(s.is, 0)
	if err != nil {
		return 0, err
	}
	than, err := w.measure(&s.than, 0)
	if err != nil {
		return 0, err
	}
	f := below
	if s.atLeast {
		f = notBelow
	}
	return w.two(f, w.put(is), w.put(than)), nil
}

// in keeps an amount in the lanes of a mask, -1 for all of them.
func (w *wirer) in(v val, mask int) val {
	if mask < 0 {
		return v
	}
	return w.plain(w.two(where, w.put(v), mask))
}

func (w *wirer) keepStep(s *step, x *wiredStep, all int) error {
	v, err := w.wanted(s, 0)
	if err != nil {
		return err
	}
	v = w.in(v, all)
	x.paid, x.drawn, x.held = w.take(v), w.constant(0), w.constant(0)
	if w.detail {
		x.wanted, x.found = w.own(w.put(v)), x.paid
	}
	return nil
}

// take makes a payment of all that there is of an amount, by no limit.
func (w *wirer) take(v val) int {
	paid, net := w.block(2), w.now.net
	switch {
	case v.most >= 0:
		w.do(func(r []*lanes, s []lanes) { keepWithin((*[2]lanes)(s[paid:]), r[net], r[v.reg], r[v.most], v.mul) })
	case v.mul == one:
		w.do(func(r []*lanes, s []lanes) { keepAll((*[2]lanes)(s[paid:]), r[net], r[v.reg]) })
	default:
		w.do(func(r []*lanes, s []lanes) { keep((*[2]lanes)(s[paid:]), r[net], r[v.reg], v.mul) })
	}
	w.now.net = paid + 1
	return paid
}

// takeUnder is take within a limit; what says where it was held comes two registers later.
func (w *wirer) takeUnder(v val, x bounded) int {
	paid, net := w.block(3), w.now.net
	w.do(func(r []*lanes, s []lanes) {
		if x.fixed > 0 {
			payUnder((*[3]lanes)(s[paid:]), r[net], r[v.reg], r[x.reg], v.mul, x.fixed)
		} else {
			payUnderBy((*[3]lanes)(s[paid:]), r[net], r[v.reg], r[x.reg], r[x.code], v.mul)
		}
	})
	w.now.net = paid + 1
	return paid
}

// A bid is one kind of a step, with the limits that bear on it.
type bid struct {
	at    int // among the step's kinds
	kind  law.PaymentKind
	rooms []bounded
	none  bool // nothing of it is ever paid
}

// bounded is what a limit leaves, and the register of its code; fixed is the code where it is
// one for all lanes.
type bounded struct {
	reg, code int
	fixed     int64
}

// bids lists the kinds of a step that may come to be paid, and the first, which is reported
// where none is.
func (w *wirer) bids(s *step) (list []bid) {
	for j, k := range s.Kinds {
		none := nothingAllowed(w.limits[k])
		if none && j > 0 || slices.ContainsFunc(list, func(b bid) bool { return b.serves(k, w) }) {
			continue
		}
		list = append(list, bid{at: j, kind: k, none: none})
	}
	return list
}

// nothingAllowed reports whether limits allow nothing, whatever the year.
func nothingAllowed(list []law.Ceiling) bool {
	if len(list) == 0 {
		return false
	}
	c := &list[0]
	return c.Of == law.OfNothing || c.Of == law.Unsettled || c.Of == law.OfAmount && c.Amount <= 0
}

// serves reports whether another kind can be paid nowhere that this one cannot: there is no
// limit on it, and as much money for it.
func (b *bid) serves(k law.PaymentKind, w *wirer) bool {
	return !b.none && len(w.limits[b.kind]) == 0 && (deductible(b.kind) || !deductible(k)) && (!lowers(b.kind) || len(w.claims()) == 0)
}

func (w *wirer) payStep(i int, s *step, x *wiredStep, all int) error {
	for range s.Kinds {
		x.kinds = append(x.kinds, w.constant(0))
	}
	list := w.bids(s)
	if done, err := w.payFast(i, s, x, list, all); done || err != nil {
		return err
	}
	var paid, drawn []int
	for n := range list {
		b, mask := &list[n], all
		if len(paid) > 0 { // where no kind before was paid
			mask = w.free(w.sum(paid...))
			if all >= 0 {
				mask = w.two(where, mask, all)
			}
		}
		v, err := w.wanted(s, b.kind)
		if err != nil {
			return err
		}
		if err := w.rooms(b); err != nil {
			return err
		}
		p := w.pay(s, b, w.put(w.in(v, mask)), x, n == 0)
		if w.detail {
			w.tell(x, &p, n == 0)
		}
		if b.none {
			continue
		}
		x.kinds[b.at] = p.paid
		paid = append(paid, p.paid)
		if s.draw >= 0 {
			drawn = append(drawn, p.drawn)
			w.drawn[s.draw] = append(w.drawn[s.draw], p.drawn)
		}
		w.made = append(w.made, payment{i, b.kind, p.paid})
	}
	x.paid, x.drawn = w.own(w.sum(paid...)), w.own(w.sum(drawn...))
	return nil
}

// payFast wires the common step in one op: one kind that draws on nothing, under one limit or
// none. It is false of any other.
func (w *wirer) payFast(i int, s *step, x *wiredStep, list []bid, all int) (bool, error) {
	b := &list[0]
	lowers := deductible(b.kind) && w.taxed
	if w.detail || len(list) != 1 || len(s.Kinds) != 1 || b.none || s.draw >= 0 || lowers && w.now.eased != w.zero {
		return false, nil
	}
	if err := w.rooms(b); err != nil || lowers && len(b.rooms) > 0 {
		return false, err
	}
	v, err := w.wanted(s, b.kind)
	if err != nil {
		return false, err
	}
	v = w.in(v, all)
	x.held = w.constant(0)
	switch {
	case lowers:
		n, up := w.now, w.up
		paid := w.block(4)
		w.do(func(r []*lanes, s []lanes) {
			payBefore((*[4]lanes)(s[paid:]), r[n.net], r[n.profit], r[n.tax], r[v.reg], v.mul, up)
		})
		w.now.net, w.now.profit, w.now.tax = paid+1, paid+2, paid+3
		x.paid = paid
	case len(b.rooms) == 0:
		x.paid = w.take(v)
	default:
		limit := b.rooms[0]
		if len(b.rooms) > 1 {
			limit = bounded{}
			limit.reg, limit.code = w.lowest(b.rooms)
		}
		x.paid = w.takeUnder(v, limit)
		x.held = x.paid + 2
	}
	x.drawn, x.kinds[0] = w.constant(0), x.paid
	w.made = append(w.made, payment{i, b.kind, x.paid})
	return true, nil
}

// rooms works out what each limit on a kind leaves.
func (w *wirer) rooms(b *bid) error {
	type limit struct {
		*law.Ceiling
		less []int
	}
	if b.rooms != nil {
		return nil
	}
	var seen []limit
	list := w.limits[b.kind]
	for i := range list {
		c := limit{Ceiling: &list[i]}
		for _, p := range w.made {
			if c.Less.Has(p.kind) {
				c.less = append(c.less, p.paid)
			}
		}
		idle := func(x limit) bool { // the other is never above this one
			return x.Of == c.Of && (x.Of == law.OfProfits || x.Of == law.OfPaidUp) && x.Share.Cmp(c.Share) <= 0 &&
				!slices.ContainsFunc(c.less, func(at int) bool { return !slices.Contains(x.less, at) })
		}
		if slices.ContainsFunc(seen, idle) {
			continue
		}
		seen = append(seen, c)
		code := codeOf(&w.codes, c.Code, c.Of != law.Unsettled)
		at, err := w.roomOf(c.Ceiling, w.sum(c.less...))
		if err != nil {
			return err
		}
		b.rooms = append(b.rooms, bounded{at, w.constant(int64(code)), int64(code)})
	}
	w.bear(b)
	return nil
}

// roomOf is what a ceiling leaves after what was paid.
func (w *wirer) roomOf(c *law.Ceiling, less int) (int, error) {
	base := inCapital
	switch c.Of {
	case law.OfProfits:
		base = w.distributable()
	case law.OfPaidUp:
	case law.OfAmount:
		return w.two(above, w.constant(int64(min(c.Amount, law.MaxPence))), less), nil
	default:
		return w.zero, nil
	}
	v, err := w.portion(base, c.Share)
	if err != nil {
		return 0, err
	}
	if v.mul == one { // paid is never below nothing
		return w.two(above, v.reg, less), nil
	}
	dst := w.reg()
	w.do(func(r []*lanes, _ []lanes) { roomUnder(r[dst], r[v.reg], r[less], v.mul) })
	return dst, nil
}
