package engine

import "github.com/rochdale-go/rochdale/legalform/law"

const million = 1_000_000 // parts

// Bound is the greatest amount, either way, that a block is worked with: 45 trillion pounds
// in pence. A rate of at most Limit applied to it still fits 63 bits, as does the sum of a
// thousand such amounts.
const Bound = 1 << 52

// ApplyPPM returns p*ppm/1,000,000, rounded half up. What is beyond 64 bits is held at
// their limit, and so beyond Bound.
func ApplyPPM(p, ppm int64) int64 {
	if beyond(p)|tooSteep(ppm) != 0 {
		return int64(law.MulDiv(law.Pence(p), ppm, million, law.HalfUp))
	}
	return apply(p, ppm)
}

// Scale puts src*rates/1,000,000, as ApplyPPM, into dst, which may be src.
func Scale(dst, src, rates *Lanes) {
	for i := range dst {
		p, r := src[i], rates[i]
		if small(p, r) {
			dst[i] = applySmall(p, r)
		} else {
			dst[i] = ApplyPPM(p, r)
		}
	}
}

// Gain adds src*rates/1,000,000, as ApplyPPM, to dst, which may be src.
func Gain(dst, src, rates *Lanes) {
	for i := range dst {
		p, r := src[i], rates[i]
		if small(p, r) {
			dst[i] += applySmall(p, r)
		} else {
			dst[i] += ApplyPPM(p, r)
		}
	}
}

// Within reports whether the first n lanes are all within Bound.
func Within(lanes *Lanes, n int) bool {
	var bad uint64
	for _, v := range lanes[:n] {
		bad |= beyond(v)
	}
	return bad == 0
}

// beyond is nought for an amount within Bound, but that the upper limit itself is beyond:
// one comparison less.
func beyond(p int64) uint64 { return uint64(p+Bound) >> 53 }

// tooSteep is nought for a rate from -2^30 to less than 2^30, which Limit is within.
func tooSteep(ppm int64) uint64 { return uint64(ppm+1<<30) >> 31 }

// What makes a sum positive before it is divided, and is taken off the quotient again.
const (
	upAmount = 4_503_599_628 // of millions: above Bound
	upRest   = 1_100_000_000 // of millions: above a million times 2^30
	halfUp   = upRest*million + million/2
)

// apply splits an amount into millions and a rest of less than one, so that 64 bits hold
// each product. Divisions of positive numbers by a constant are multiplications.
func apply(p, ppm int64) int64 {
	u := uint64(p + upAmount*million)
	millions := u / million
	rest := int64(u - millions*million)
	return (int64(millions)-upAmount)*ppm + int64(uint64(rest*ppm+halfUp)/million) - upRest
}

// small reports whether an amount is within 2^40 and a rate within 2^22, ten thousand million
// pounds and four times: so that 63 bits hold their product.
func small(p, ppm int64) bool { return uint64(p+1<<40)>>41|uint64(ppm+1<<22)>>23 == 0 }

// upSmall is of millions above 2^62.
const upSmall = 4_700_000_000_000

func applySmall(p, ppm int64) int64 {
	return int64(uint64(p*ppm+(upSmall*million+million/2))/million) - upSmall
}
