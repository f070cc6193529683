package surplus

import "github.com/rochdale-go/rochdale/legalform/law"

// HeldBy is the allowance by which a line was paid less than there was money for.
func HeldBy(l *Line) *law.Allowance {
	if r := l.held(); r != nil {
		return &r.Allowance
	}
	return nil
}

// Shares are a share of an amount by the multipliers of a batch: rounded down, rounded up, and
// the least of which it is a share; false where they are not exact.
func Shares(p int64, r law.Ratio, size int) (down, up, least int64, ok bool) {
	m, ok1 := multiplier(r, size)
	w, ok2 := wide(r.Den(), r.Num(), size)
	if !ok1 || !ok2 {
		return 0, 0, 0, false
	}
	return partOf(p, m), partUp(p, m-1), wideUp(p, w), true
}
