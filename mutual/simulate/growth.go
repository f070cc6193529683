package simulate

import (
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/internal/engine"
)

// grow applies a year's growth and a driver's on top of it, rounded half up, up to a bound.
func (p *paths) grow(by rate, l, more *lanes, most int64) {
	switch {
	case more == nil && by.by.Num() == 0:
		return
	case more != nil && by.exact:
		times(l, million+by.ppm, more)
	case more == nil && by.exact:
		times(l, million+by.ppm, &none)
	default:
		for i := range l {
			l[i] = int64(law.MulDiv(law.Pence(l[i]), by.by.Den()+by.by.Num(), by.by.Den(), law.HalfUp))
		}
		if more != nil {
			times(l, million, more)
		}
	}
	p.within(l, most)
}

var none lanes

// times multiplies by so many millionths and a driver's besides, nothing at the least, and
// rounds half up.
func times(l *lanes, k int64, more *lanes) {
	var rates lanes
	for i := range rates {
		rates[i] = max(0, k+more[i])
	}
	engine.Scale(l, l, &rates)
}

// within marks the paths on which something has grown past its bound, and holds it there.
func (p *paths) within(l *lanes, most int64) {
	var over int64
	for _, v := range l {
		over |= most - v
	}
	if over >= 0 {
		return
	}
	for i, v := range l {
		if v > most {
			l[i] = most
			p.overflow.Set(i)
		}
	}
}

// of takes a ratio of every lane, rounded half up.
func of(r law.Ratio, l *lanes, out *lanes) {
	if million%r.Den() == 0 {
		*out = *l
		times(out, r.Num()*(million/r.Den()), &none)
		return
	}
	for i := range l {
		out[i] = int64(law.MulDiv(law.Pence(l[i]), r.Num(), r.Den(), law.HalfUp))
	}
}
