package engine

import (
	"fmt"
	"math"
)

// What low and high of Normal are where nothing is cut off.
const (
	NoLow  = math.MinInt64
	NoHigh = math.MaxInt64
)

// Bounds of the shape of a curve.
const (
	minMass   = 0.01 // what must be left of a normal distribution that is cut off
	maxSpread = 4    // the standard deviation of the logarithm
)

// Triangular is the table of the triangular distribution from low to high with its peak at
// mode, in parts per million.
func Triangular(low, mode, high int64) (Table, error) {
	if low > mode || mode > high {
		return Table{}, fmt.Errorf("%w: %d, %d and %d are not in ascending order", ErrTable, low, mode, high)
	}
	if low == high {
		return Quantiles([]int64{low, high})
	}
	up, down, width := float64(mode-low), float64(high-mode), float64(high-low)
	return quantiles(func(part float64, upper bool) float64 {
		switch {
		case upper && float64(part*width) <= down:
			return float64(high) - math.Sqrt(float64(float64(part*width)*down))
		case upper:
			part = 1 - part
		}
		if float64(part*width) <= up {
			return float64(low) + math.Sqrt(float64(float64(part*width)*up))
		}
		return float64(high) - math.Sqrt(float64(float64((1-part)*width)*down))
	}, float64(low), float64(high), true)
}

// Normal is the table of the normal distribution, in parts per million, cut off below low
// and above high; mean and deviation are those before the cut. The cut must leave a
// hundredth of the distribution.
//
// Where nothing is cut off the outermost pieces, of one part in 4096 each, end where their
// mean is that of the curve, about four deviations out. So mean and spread are kept and the
// rarest values are not: give those as events, with their odds.
func Normal(mean, deviation, low, high int64) (Table, error) {
	switch {
	case deviation < 0:
		return Table{}, fmt.Errorf("%w: its deviation, %d ppm, is negative", ErrTable, deviation)
	case low > high:
		return Table{}, fmt.Errorf("%w: %d is above %d", ErrTable, low, high)
	case deviation == 0 && (mean < low || mean > high):
		return Table{}, fmt.Errorf("%w: all of it is cut off", ErrTable)
	case deviation == 0:
		return Quantiles([]int64{mean, mean})
	}
	m, d := float64(mean), float64(deviation)
	under, over := below((float64(low)-m)/d), below((m-float64(high))/d)
	left := 1 - under - over
	if left < minMass {
		return Table{}, fmt.Errorf("%w: more than 99 parts in 100 are cut off", ErrTable)
	}
	return quantiles(func(part float64, upper bool) float64 {
		if upper {
			return m - float64(d*deviate(over+float64(part*left)))
		}
		return m + float64(d*deviate(under+float64(part*left)))
	}, float64(low), float64(high), false)
}

// Lognormal is the table of a value that is never negative and whose logarithm is normal,
// in parts per million; mean and deviation are those of the value. Its outermost pieces are
// as those of Normal.
func Lognormal(mean, deviation int64) (Table, error) {
	switch {
	case mean <= 0 || deviation < 0:
		return Table{}, fmt.Errorf("%w: a mean of %d ppm and a deviation of %d", ErrTable, mean, deviation)
	case deviation == 0:
		return Quantiles([]int64{mean, mean})
	}
	part := float64(deviation) / float64(mean)
	variance := logarithm(1 + float64(part*part))
	spread := math.Sqrt(variance)
	if spread > maxSpread {
		return Table{}, fmt.Errorf("%w: a deviation of %d ppm is too much for a mean of %d", ErrTable, deviation, mean)
	}
	middle := logarithm(float64(mean)) - float64(variance/2)
	return quantiles(func(part float64, upper bool) float64 {
		z := deviate(part)
		if upper {
			z = -z
		}
		return exponential(middle + float64(spread*z))
	}, 0, NoHigh, false)
}

// quantiles makes the table of a curve. At takes a share, at most a half of it, counted from
// the lower or the upper end, so that small shares keep their precision at both. A closed
// curve ends at low and high; another ends within them, where its outermost means are kept.
func quantiles(at func(part float64, upper bool) float64, low, high float64, closed bool) (Table, error) {
	ppm := make([]int64, Cells+1)
	whole := func(v float64) int64 {
		return int64(math.Floor(min(max(v, low, -2*Limit), high, 2*Limit) + 0.5)) // beyond Limit, Quantiles refuses it
	}
	for i := 1; i < Cells; i++ {
		if i <= Cells/2 {
			ppm[i] = whole(at(float64(i)/Cells, false))
		} else {
			ppm[i] = whole(at(float64(Cells-i)/Cells, true))
		}
	}
	if closed {
		ppm[0], ppm[Cells] = int64(low), int64(high)
	} else {
		// Where a curve is flat, an end that keeps the mean may be a rounding inside the next.
		ppm[0] = min(whole(float64(2*outermost(at, false))-float64(ppm[1])), ppm[1])
		ppm[Cells] = max(whole(float64(2*outermost(at, true))-float64(ppm[Cells-1])), ppm[Cells-1])
	}
	return Quantiles(ppm)
}

// outermost is the mean of a curve over its outermost piece: over half of it, half of what
// is left, and so on towards an end that may be infinitely far away.
func outermost(at func(part float64, upper bool) float64, upper bool) float64 {
	const steps = 32
	sum, share, weight := 0.0, 1.0/Cells, 1.0
	for range 48 {
		share, weight = float64(share*0.5), float64(weight*0.5)
		inner := 0.0
		for i := range steps {
			along := (float64(i) + 0.5) / steps
			inner += at(share+float64(share*along), upper)
		}
		sum += float64(weight * float64(inner/steps))
	}
	return sum + float64(weight*at(share, upper))
}
