package surplus

import (
	"math/bits"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// lanes is one amount of many paths. The functions of this file work on all of them, without
// a branch that depends on an amount. Each first touches what it is given, so that its loop
// need not ask whether it is there.
type lanes = [Width]int64

// exact is how fine a multiplier is: a share of p is the high part of p times it, once p is
// moved up by one place.
const exact = 63

// one is the multiplier of the whole.
const one uint64 = 1 << exact

// multiplier returns the number by which amounts below 2^size are multiplied to find a share
// of them, rounded down to the penny: the share in 63 binary places, rounded up. It is exact
// where size and the denominator together take fewer than 63 places, and false elsewhere.
func multiplier(r law.Ratio, size int) (uint64, bool) {
	num, den := uint64(r.Num()), uint64(r.Den())
	if r.Num() < 0 || num >= 2*den || bits.Len64(den) > exact-size {
		return 0, false
	}
	q, rest := bits.Div64(num>>1, num<<exact, den)
	if rest > 0 {
		q++
	}
	return q, true
}

// partOf is a share of what there is above nothing.
func partOf(p int64, m uint64) int64 {
	hi, _ := bits.Mul64(uint64(max(p, 0))<<1, m)
	return int64(hi)
}

// partUp is partOf rounded up, for a multiplier that is one less: what falls short of a whole
// penny, and the penny itself, are both below it.
func partUp(p int64, less uint64) int64 {
	p = max(p, 0)
	hi, _ := bits.Mul64(uint64(p)<<1, less)
	return int64(hi + uint64(-p)>>exact)
}

// begin takes the tax off the result.
func begin(tax, net, result *lanes, up uint64) {
	_, _, _ = tax[0], net[0], result[0]
	for i := range net {
		t := partUp(result[i], up)
		tax[i] = t
		net[i] = result[i] - t
	}
}

// partBelow is partOf for a multiplier of less than the whole, moved up by one place.
func partBelow(p int64, m uint64) int64 {
	hi, _ := bits.Mul64(uint64(max(p, 0)), m)
	return int64(hi)
}

// lower is what payBefore does to the state, for a payment part of which was drawn.
func lower(after, profit2, tax2, net, profit, tax, paid, year *lanes, up uint64) {
	_, _, _, _, _, _, _, _ = after[0], profit2[0], tax2[0], net[0], profit[0], tax[0], paid[0], year[0]
	for i := range net {
		t := profit[i] - paid[i]
		x := partUp(t, up)
		after[i] = net[i] + tax[i] - year[i] - x
		profit2[i], tax2[i] = t, x
	}
}

// before is what a payment that lowers the tax can take of the year.
func before(dst, net, profit, tax, drawn *lanes) {
	_, _, _, _, _ = dst[0], net[0], profit[0], tax[0], drawn[0]
	for i := range dst {
		a, left := net[i], net[i]+tax[i]
		if left == profit[i]+drawn[i] {
			a = left
		}
		dst[i] = max(a, 0)
	}
}

func share(dst, base *lanes, m uint64) {
	_, _ = dst[0], base[0]
	for i := range dst {
		dst[i] = partOf(base[i], m)
	}
}

// shareBy is share of a ratio that has no exact multiplier.
func shareBy(dst, base *lanes, r law.Ratio) {
	_, _ = dst[0], base[0]
	for i := range dst {
		dst[i] = int64(r.Of(law.Pence(max(base[i], 0))))
	}
}

// roomUnder is what a ceiling leaves.
func roomUnder(dst, base, paid *lanes, m uint64) {
	_, _, _ = dst[0], base[0], paid[0]
	for i := range dst {
		dst[i] = max(0, partOf(base[i], m)-paid[i])
	}
}

// over notes in which lanes more was paid than a ceiling allows in the end.
func over(bad, base, paid *lanes, m uint64) {
	_, _, _ = bad[0], base[0], paid[0]
	for i := range bad {
		bad[i] |= partOf(base[i], m) - paid[i]
	}
}

// drawable is what a step can draw on a fund.
func drawable(dst, fund, opening, drawn, net *lanes) {
	_, _, _, _, _ = dst[0], fund[0], opening[0], drawn[0], net[0]
	for i := range dst {
		dst[i] = max(0, min(fund[i], opening[i]-drawn[i]+min(0, net[i])))
	}
}

// membersPart is the part of the result that comes from members' trade; otherPart the rest.
func membersPart(dst, result, outside, good *lanes) {
	_, _, _, _ = dst[0], result[0], outside[0], good[0]
	for i := range dst {
		net := max(0, result[i]-good[i])
		dst[i] = min(net, max(0, result[i]-outside[i]-good[i]))
	}
}

func otherPart(dst, result, outside, good *lanes) {
	_, _, _, _ = dst[0], result[0], outside[0], good[0]
	for i := range dst {
		net := max(0, result[i]-good[i])
		dst[i] = net - min(net, max(0, result[i]-outside[i]-good[i]))
	}
}

func least(dst, a, b *lanes) {
	_, _, _ = dst[0], a[0], b[0]
	for i := range dst {
		dst[i] = min(a[i], b[i])
	}
}

func most(dst, a, b *lanes) {
	_, _, _ = dst[0], a[0], b[0]
	for i := range dst {
		dst[i] = max(a[i], b[i])
	}
}

func added(dst, a, b *lanes) {
	_, _, _ = dst[0], a[0], b[0]
	for i := range dst {
		dst[i] = a[i] + b[i]
	}
}

func added3(dst, a, b, c *lanes) {
	_, _, _, _ = dst[0], a[0], b[0], c[0]
	for i := range dst {
		dst[i] = a[i] + b[i] + c[i]
	}
}

func added4(dst, a, b, c, d *lanes) {
	_, _, _, _, _ = dst[0], a[0], b[0], c[0], d[0]
	for i := range dst {
		dst[i] = a[i] + b[i] + c[i] + d[i]
	}
}

func added5(dst, a, b, c, d, e *lanes) {
	_, _, _, _, _, _ = dst[0], a[0], b[0], c[0], d[0], e[0]
	for i := range dst {
		dst[i] = a[i] + b[i] + c[i] + d[i] + e[i]
	}
}

func minus(dst, a, b *lanes) {
	_, _, _ = dst[0], a[0], b[0]
	for i := range dst {
		dst[i] = a[i] - b[i]
	}
}

// minus3 is a + b - c.
func minus3(dst, a, b, c *lanes) {
	_, _, _, _ = dst[0], a[0], b[0], c[0]
	for i := range dst {
		dst[i] = a[i] + b[i] - c[i]
	}
}

// above is a - b where that is above nothing.
func above(dst, a, b *lanes) {
	_, _, _ = dst[0], a[0], b[0]
	for i := range dst {
		dst[i] = max(0, a[i]-b[i])
	}
}

// below is all ones where a < b; notBelow elsewhere.
func below(dst, a, b *lanes) {
	_, _, _ = dst[0], a[0], b[0]
	for i := range dst {
		dst[i] = (a[i] - b[i]) >> exact
	}
}

func notBelow(dst, a, b *lanes) {
	_, _, _ = dst[0], a[0], b[0]
	for i := range dst {
		dst[i] = ^((a[i] - b[i]) >> exact)
	}
}

// nothing is all ones where an amount, which is not below nothing, is nothing.
func nothing(dst, a *lanes) {
	_, _ = dst[0], a[0]
	for i := range dst {
		dst[i] = (a[i] - 1) >> exact
	}
}

func where(dst, a, mask *lanes) {
	_, _, _ = dst[0], a[0], mask[0]
	for i := range dst {
		dst[i] = a[i] & mask[i]
	}
}

// lowestOf keeps the lower of two rooms with the code of its limit: the first, where they agree.
func lowestOf(out *[2]lanes, room, by, other, code *lanes) {
	_, _, _, _, _ = out[0], room[0], by[0], other[0], code[0]
	for i := range room {
		r, c := room[i], by[i]
		if other[i] < r {
			r, c = other[i], code[i]
		}
		out[0][i], out[1][i] = r, c
	}
}

// heldBy says by which limit less was paid than there was money for.
func heldBy(dst, paid, found, code *lanes) {
	_, _, _, _ = dst[0], paid[0], found[0], code[0]
	for i := range dst {
		dst[i] = code[i] & ((paid[i] - found[i]) >> exact)
	}
}

// chosen takes b where something was paid, and a elsewhere.
func chosen(dst, a, b, paid *lanes) {
	_, _, _, _ = dst[0], a[0], b[0], paid[0]
	for i := range dst {
		v := a[i]
		if paid[i] > 0 {
			v = b[i]
		}
		dst[i] = v
	}
}

// high gathers the places of amounts of which none may be below nothing; spread those that
// may, so that both show whether one is beyond the bound.
func high(a []int64) (all uint64) {
	for ; len(a) >= 8; a = a[8:] {
		all |= uint64(a[0] | a[1] | a[2] | a[3] | a[4] | a[5] | a[6] | a[7])
	}
	for _, v := range a {
		all |= uint64(v)
	}
	return all
}

func spread(a []int64) (all uint64) {
	for ; len(a) >= 8; a = a[8:] {
		all |= uint64((a[0]+bound)|(a[1]+bound)|(a[2]+bound)|(a[3]+bound)) |
			uint64((a[4]+bound)|(a[5]+bound)|(a[6]+bound)|(a[7]+bound))
	}
	for _, v := range a {
		all |= uint64(v + bound)
	}
	return all
}
