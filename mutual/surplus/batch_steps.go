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
	if w.tells == details {
		x.wanted, x.found = w.own(w.put(v)), x.paid
	}
	return nil
}

// take makes a payment of all that there is of an amount, by no limit.
func (w *wirer) take(v val) int {
	paid, net := w.block(2), w.now.net
	switch {
	case w.ofLeft(v):
		m := v.mul << 1
		w.doBlock(func(r []*lanes, s []lanes) { keepPart((*[2]lanes)(s[paid:]), r[net], m) }, paid, 2, net)
	case v.most >= 0:
		w.doBlock(func(r []*lanes, s []lanes) {
			keepWithin((*[2]lanes)(s[paid:]), r[net], r[v.reg], r[v.most], v.mul)
		}, paid, 2, net, v.reg, v.most)
	case v.mul == one:
		w.doBlock(func(r []*lanes, s []lanes) { keepAll((*[2]lanes)(s[paid:]), r[net], r[v.reg]) }, paid, 2, net, v.reg)
	default:
		w.doBlock(func(r []*lanes, s []lanes) { keep((*[2]lanes)(s[paid:]), r[net], r[v.reg], v.mul) }, paid, 2, net, v.reg)
	}
	w.now.net = paid + 1
	return paid
}

// ofLeft reports whether an amount is less than the whole of what is left: there is always
// money for it.
func (w *wirer) ofLeft(v val) bool { return v.reg == w.now.net && v.mul < one && v.most < 0 }

// takeUnder is take within a limit; what says where it was held comes two registers later,
// and then, where the limit is not one in all lanes, what it still leaves.
func (w *wirer) takeUnder(v val, x *bounded) int {
	net, part, m := w.now.net, w.ofLeft(v), v.mul<<1
	if x.fixed > 0 {
		paid := w.block(3)
		w.doBlock(func(r []*lanes, s []lanes) {
			if part {
				payPart((*[3]lanes)(s[paid:]), r[net], r[x.base], r[x.less], m, x.mul)
			} else {
				payUnder((*[3]lanes)(s[paid:]), r[net], r[v.reg], r[x.base], r[x.less], v.mul, x.mul)
			}
		}, paid, 3, net, v.reg, x.base, x.less)
		w.now.net = paid + 1
		return paid
	}
	base, less := x.base, x.less
	if x.mul != one {
		base, less = w.room(x), w.zero
	}
	paid := w.block(4)
	w.doBlock(func(r []*lanes, s []lanes) {
		if part {
			payPartRest((*[4]lanes)(s[paid:]), r[net], r[base], r[less], m)
		} else {
			payRest((*[4]lanes)(s[paid:]), r[net], r[v.reg], r[base], r[less], v.mul)
		}
	}, paid, 4, net, v.reg, base, less)
	w.now.net = paid + 1
	return paid
}

// room is a register that holds what a limit leaves.
func (w *wirer) room(x *bounded) int {
	switch {
	case x.mul != one:
		dst := w.reg()
		w.do(func(r []*lanes, _ []lanes) { roomUnder(r[dst], r[x.base], r[x.less], x.mul) }, dst, x.base, x.less)
		return dst
	case x.base == w.zero, x.plain && x.less == w.zero:
		return x.base
	default: // paid is never below nothing
		return w.two(above, x.base, x.less)
	}
}

// A bid is one kind of a step, with the limits that bear on it.
type bid struct {
	at    int // among the step's kinds
	kind  law.PaymentKind
	rooms []bounded
	none  bool // nothing of it is ever paid
}

// bounded is what a limit leaves: a share of what a register holds above nothing, less what
// another holds, and nothing below it. Plain says that the register is nowhere below nothing.
// Code is the register of the limit's code, and fixed the code where it is one for all lanes.
type bounded struct {
	base, less int
	mul        uint64
	plain      bool
	code       int
	fixed      int64
	bears      bool // it is what earlier payments leave
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
		if w.tells == details {
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
	if !w.isConstant(x.held) {
		x.code = x.held
		held, code := w.reg(), x.code
		w.do(func(r []*lanes, _ []lanes) { heldIn(r[held], r[code]) }, held, code)
		x.held = held
	}
	return nil
}

// payFast wires the common step in one op: one kind that draws on nothing, under one limit or
// none. It is false of any other.
func (w *wirer) payFast(i int, s *step, x *wiredStep, list []bid, all int) (bool, error) {
	b := &list[0]
	lowers := deductible(b.kind) && w.taxed
	if w.tells == details || len(list) != 1 || len(s.Kinds) != 1 || b.none || s.draw >= 0 || lowers && w.now.eased != w.zero {
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
	bears := false
	switch {
	case lowers:
		n, up := w.now, w.up
		paid := w.block(4)
		w.doBlock(func(r []*lanes, s []lanes) {
			payBefore((*[4]lanes)(s[paid:]), r[n.net], r[n.profit], r[n.tax], r[v.reg], v.mul, up)
		}, paid, 4, n.net, n.profit, n.tax, v.reg)
		w.now.net, w.now.profit, w.now.tax = paid+1, paid+2, paid+3
		x.paid = paid
	case len(b.rooms) == 0:
		x.paid = w.take(v)
	default:
		limit := &b.rooms[0]
		if len(b.rooms) > 1 {
			limit = &bounded{less: w.zero, mul: one, plain: true}
			limit.base, limit.code = w.lowest(b.rooms)
		}
		x.paid = w.takeUnder(v, limit)
		x.held = x.paid + 2
		bears, x.by, x.code = limit.bears, limit.fixed, limit.code
	}
	x.drawn, x.kinds[0] = w.constant(0), x.paid
	w.made = append(w.made, payment{i, b.kind, x.paid})
	if bears {
		w.needs.left, w.needs.of = x.paid+3, w.booked()
	}
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
		x, err := w.roomOf(c.Ceiling, w.sum(c.less...))
		if err != nil {
			return err
		}
		x.code, x.fixed = w.constant(int64(code)), int64(code)
		b.rooms = append(b.rooms, x)
	}
	w.bear(b)
	return nil
}

// roomOf is what a ceiling leaves after what was paid.
func (w *wirer) roomOf(c *law.Ceiling, less int) (bounded, error) {
	x := bounded{base: inCapital, less: less, mul: one}
	switch c.Of {
	case law.OfProfits:
		x.base = w.distributable()
	case law.OfPaidUp:
		x.plain = true
	case law.OfAmount:
		x.base = w.constant(int64(min(c.Amount, law.MaxPence)))
		return x, nil
	default:
		return bounded{base: w.zero, less: w.zero, mul: one}, nil
	}
	v, err := w.portion(x.base, c.Share)
	x.base, x.mul = v.reg, v.mul
	return x, err
}
