package surplus

import (
	"fmt"
	"math/bits"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// An earlier payment has the better claim to the profits by which it is limited: a later cost,
// or spending, is held to what leaves them. Plan.Year finds how much that is by trial, in a
// second run of the years that need it. Here it is worked out in every year, where it changes
// nothing in the others.

// A claim is a limit by profits on what was paid of some kinds.
type claim struct {
	share law.Ratio
	less  law.Kinds
	code  law.Code
	paid  []int
}

// canBear reports whether the batch can hold costs to the claims: no cost is itself limited
// by profits, and every payment that a limit counts is under that limit.
func (w *wirer) canBear() bool {
	if w.taxed {
		tax := w.plan.policy.Tax
		if _, ok := wide(tax.Den(), tax.Den()-tax.Num(), w.size); !ok {
			return false
		}
	}
	var pays law.Kinds
	for i := range w.plan.steps {
		pays |= law.KindsOf(w.plan.steps[i].Kinds...)
	}
	for k := law.Dividend; k <= law.PerformanceInterest; k++ {
		for i := range w.limits[k] {
			c := &w.limits[k][i]
			if c.Of != law.OfProfits {
				continue
			}
			if _, ok := wide(c.Share.Den(), c.Share.Num(), w.size); lowers(k) || !ok || !c.Less.Has(k) || !w.counted(c, pays) {
				return false
			}
		}
	}
	return true
}

// counted reports whether every kind that a limit counts, and the policy pays, is under it.
func (w *wirer) counted(c *law.Ceiling, pays law.Kinds) bool {
	for k := law.Dividend; k <= law.PerformanceInterest; k++ {
		list := w.limits[k]
		same := func(x law.Ceiling) bool {
			return x.Of == c.Of && x.Share == c.Share && x.Less == c.Less && x.Code == c.Code
		}
		if c.Less.Has(k) && pays.Has(k) && !nothingAllowed(list) && !slices.ContainsFunc(list, same) {
			return false
		}
	}
	return true
}

// claims lists those of the payments so far, without any that another includes.
func (w *wirer) claims() (out []claim) {
	for _, p := range w.made {
		for i := range w.limits[p.kind] {
			c := &w.limits[p.kind][i]
			if c.Of != law.OfProfits {
				continue
			}
			x := claim{c.Share, c.Less, c.Code, nil}
			for _, q := range w.made {
				if c.Less.Has(q.kind) {
					x.paid = append(x.paid, q.paid)
				}
			}
			includes := func(y claim) bool {
				return y.share.Cmp(x.share) <= 0 && !slices.ContainsFunc(x.paid, func(at int) bool { return !slices.Contains(y.paid, at) })
			}
			if !slices.ContainsFunc(out, includes) {
				out = append(out, x)
			}
		}
	}
	return out
}

// bear adds what the claims leave to the rooms of a kind that lowers profits.
func (w *wirer) bear(b *bid) {
	if !w.careful || b.none || !lowers(b.kind) {
		return
	}
	list := w.claims()
	if len(list) == 0 {
		return
	}
	need, code := w.need(list)
	x := bounded{less: w.zero, mul: one, plain: true, code: code}
	switch {
	case w.taxed && deductible(b.kind):
		x.base = w.bearBefore(need)
	case w.needs.left != 0 && w.needs.of == w.booked():
		x.base, x.bears = w.needs.left, true
	default:
		x.base, x.less, x.plain, x.bears = w.distributable(), need, false, true
	}
	b.rooms = append(b.rooms, x)
}

// booked is what distributable profits are worked out from as the year stands.
func (w *wirer) booked() bookings {
	return bookings{profit: w.now.profit, tax: w.now.tax, gone: len(w.gone())}
}

// need is the profits that the claims must be left, and the code of the limit that says so.
func (w *wirer) need(list []claim) (need, code int) {
	claims := fmt.Sprint(list)
	if w.needs.claims == claims {
		return w.needs.need, w.needs.code
	}
	if len(list) == 2 && list[1].share == whole && len(list[1].paid) == 2 && w.wired.bad < 0 {
		need, code = w.needOfTwo(&list[0], &list[1])
		w.needs = neededBy{claims: claims, need: need, code: code}
		return need, code
	}
	for i := range list {
		c := &list[i]
		is := int64(codeOf(&w.codes, c.code, true))
		if i == 0 {
			need, code = w.needOf(c), w.constant(is)
			continue
		}
		a, b, m := w.zero, w.zero, uint64(0)
		switch {
		case c.share == whole && len(c.paid) == 2:
			a, b = c.paid[0], c.paid[1]
		case c.share == whole:
			a = w.sum(c.paid...)
		default:
			a, m = w.sum(c.paid...), c.multiplier(w.size)
		}
		was, wasBy, higher, bad := need, code, w.block(3), w.wired.bad
		if bad < 0 {
			bad = w.zero
		}
		w.doBlock(func(r []*lanes, s []lanes) {
			if m > 0 {
				highest((*[3]lanes)(s[higher:]), r[bad], r[was], r[wasBy], r[a], m, is)
			} else {
				highestAll((*[3]lanes)(s[higher:]), r[bad], r[was], r[wasBy], r[a], r[b], is)
			}
		}, higher, 3, bad, was, wasBy, a, b)
		need, code, w.wired.bad = higher, higher+1, higher+2
	}
	w.needs = neededBy{claims: claims, need: need, code: code}
	return need, code
}

// needOf is the profits that one claim must be left.
func (w *wirer) needOf(c *claim) int {
	at, m, paid := w.reg(), c.multiplier(w.size), w.sum(c.paid...)
	if c.share == whole {
		w.do(func(r []*lanes, _ []lanes) { neededAll(r[at], r[paid]) }, at, paid)
	} else {
		w.do(func(r []*lanes, _ []lanes) { needed(r[at], r[paid], m) }, at, paid)
	}
	return at
}

// needOfTwo is need in one op for the common case: a share of profits for what was paid of one
// kind, and all of them for that and another.
func (w *wirer) needOfTwo(part, all *claim) (need, code int) {
	paid, m := w.sum(part.paid...), part.multiplier(w.size)
	by, is := int64(codeOf(&w.codes, part.code, true)), int64(codeOf(&w.codes, all.code, true))
	a, b, at := all.paid[0], all.paid[1], w.block(3)
	w.doBlock(func(r []*lanes, s []lanes) {
		highestOfTwo((*[3]lanes)(s[at:]), r[paid], m, by, r[a], r[b], is)
	}, at, 3, paid, a, b)
	w.wired.bad = at + 2
	return at, at + 1
}

func (c *claim) multiplier(size int) uint64 {
	m, _ := wide(c.share.Den(), c.share.Num(), size)
	return m
}

// bearBefore is what a payment that lowers the tax can take: with it the tax falls too.
func (w *wirer) bearBefore(need int) int {
	tax := w.plan.policy.Tax
	m, _ := wide(tax.Den(), tax.Den()-tax.Num(), w.size)
	gone := w.sum(w.gone()...)
	dst, profit := w.reg(), w.now.profit
	w.do(func(r []*lanes, _ []lanes) { bearable(r[dst], r[need], r[inOpening], r[gone], r[profit], m) }, dst, need, inOpening, gone, profit)
	return dst
}

// widePlaces is how fine the multiplier of a ratio above the whole is.
const widePlaces = 56

// wide is the multiplier, less one, that rounds num/den of amounts below 2^size up.
func wide(num, den int64, size int) (uint64, bool) {
	if num <= 0 || den <= 0 || num>>8 >= den || bits.Len64(uint64(den)) > widePlaces-size {
		return 0, false
	}
	q, rest := bits.Div64(uint64(num)>>(64-widePlaces), uint64(num)<<widePlaces, uint64(den))
	if rest == 0 {
		q--
	}
	return q, true
}

// never is below every amount, so that nothing which is limited by it is.
const never = -1 << 60

// wideUp is a ratio of what there is above nothing, rounded up.
func wideUp(p int64, less uint64) int64 {
	p = max(p, 0)
	hi, lo := bits.Mul64(uint64(p), less)
	return int64(hi<<(64-widePlaces) | lo>>widePlaces + uint64(-p)>>exact)
}

// needed is the least of which a share is what was paid; nothing was paid of nothing.
func needed(dst, paid *lanes, less uint64) {
	_, _ = dst[0], paid[0]
	for i := range dst {
		dst[i] = needs(wideUp(paid[i], less))
	}
}

// neededAll is needed of all profits.
func neededAll(dst, paid *lanes) {
	_, _ = dst[0], paid[0]
	for i := range dst {
		dst[i] = needs(paid[i])
	}
}

// needs is never where nothing is needed.
func needs(v int64) int64 {
	if v <= 0 {
		v = never
	}
	return v
}

// highest keeps the higher of two needs with its code: of one as it is found, and of that for
// what was paid. Where they agree only Plan.Year can say which of them holds a payment: the
// last notes it beside what was noted before.
func highest(out *[3]lanes, bad, a, by, paid *lanes, less uint64, other int64) {
	_, _, _, _, _ = out[0], bad[0], a[0], by[0], paid[0]
	for i := range bad {
		out[0][i], out[1][i], out[2][i] = higher(a[i], by[i], needs(wideUp(paid[i], less)), other, bad[i])
	}
}

// highestAll is highest of all profits, for two payments.
func highestAll(out *[3]lanes, bad, a, by, paid, and *lanes, other int64) {
	_, _, _, _, _, _ = out[0], bad[0], a[0], by[0], paid[0], and[0]
	for i := range bad {
		out[0][i], out[1][i], out[2][i] = higher(a[i], by[i], needs(paid[i]+and[i]), other, bad[i])
	}
}

// highestOfTwo is highestAll after needed, for payments that are never below nothing.
func highestOfTwo(out *[3]lanes, paid *lanes, less uint64, by int64, x, y *lanes, other int64) {
	_, _, _, _ = out[0], paid[0], x[0], y[0]
	for i, p := range paid {
		hi, lo := bits.Mul64(uint64(p), less)
		a, b := int64(hi<<(64-widePlaces)|lo>>widePlaces+uint64(-p)>>exact), x[i]+y[i]
		need, code, t := a, by, int64(0)
		if a < b {
			need, code = b, other
		}
		if a == b {
			t = -need
		}
		out[0][i], out[1][i], out[2][i] = needs(need), code, t
	}
}

func higher(a, by, b, other, bad int64) (need, code, noted int64) {
	d := a - b
	need, code = a, by
	if d < 0 {
		need, code = b, other
	}
	t := int64(0)
	if d == 0 {
		t = -a // which shows where anything is needed
	}
	return need, code, bad | t
}

// bearable is how much of a profit may be paid, before tax, and leave what is needed of all
// profits after it.
func bearable(dst, need, opening, gone, profit *lanes, less uint64) {
	_, _, _, _, _ = dst[0], need[0], opening[0], gone[0], profit[0]
	for i := range dst {
		after := need[i] - opening[i] + gone[i]
		least := after
		if after > 0 {
			least = wideUp(after, less)
		}
		dst[i] = max(0, profit[i]-least)
	}
}
