package engine

import (
	"fmt"
	"math"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Exponential is the table of the wait for an event that is as likely at any time, in parts
// per million of its mean wait. Its last piece ends where its mean is that of the curve.
func Exponential() Table {
	ppm := make([]int64, Cells+1)
	for i := 1; i < Cells; i++ {
		ppm[i] = int64(math.Floor(float64(-1e6*logarithm(float64(Cells-i)/Cells)) + 0.5))
	}
	ppm[Cells] = ppm[Cells-1] + 2_000_000
	t, err := Quantiles(ppm)
	if err != nil {
		panic("engine.Exponential: " + err.Error()) // a test makes it
	}
	return t
}

// MeanWait returns how long the wait for an event is in the mean that comes in a time with
// some odds, in parts per million of that time; false where it never comes. Odds of one are
// taken as one part in a billion less.
func MeanWait(odds law.Ratio) (ppm int64, ok bool) {
	if odds.Num() <= 0 {
		return 0, false
	}
	stays := 1 - float64(odds.Num())/float64(odds.Den())
	return int64(math.Floor(float64(-1e6/logarithm(min(max(stays, 1e-9), 1-1e-12))) + 0.5)), true
}

// LognormalAbout is Lognormal by the median and by the deviation of the logarithm.
func LognormalAbout(median int64, spread law.Ratio) (Table, error) {
	s := float64(spread.Num()) / float64(spread.Den())
	if spread.Num() < 0 || s > maxSpread {
		return Table{}, fmt.Errorf("%w: a spread of %v", ErrTable, spread)
	}
	mean := float64(float64(median) * exponential(float64(s*s)/2))
	return LognormalOf(int64(math.Floor(min(mean, 2*Limit)+0.5)), spread)
}

// LognormalOf is Lognormal by the mean and by the deviation of the logarithm.
func LognormalOf(mean int64, spread law.Ratio) (Table, error) {
	s := float64(spread.Num()) / float64(spread.Den())
	if spread.Num() < 0 || s > maxSpread {
		return Table{}, fmt.Errorf("%w: a spread of %v", ErrTable, spread)
	}
	part := math.Sqrt(exponential(float64(s*s)) - 1)
	return Lognormal(mean, int64(math.Floor(min(float64(float64(mean)*part), 1e18)+0.5)))
}
