package programme

import (
	"errors"
	"fmt"
	"math"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Wish is a number of workers by a month, from a number there are, by plain arithmetic.
type Wish struct {
	Have   int64 `json:"have"`
	Reach  int64 `json:"reach"`
	Months int   `json:"months"`
	// Size is the mean staff of a mutual that launches.
	Size law.Ratio `json:"size"`
	// Conversion is the share of the expressions of interest that launches.
	Conversion law.Ratio `json:"conversion"`
	// Cost is what a launch costs in support, in pounds.
	Cost int64 `json:"cost"`
}

// A Need is what a wish takes, if nobody ever leaves and nothing grows or closes. Whole
// numbers are rounded half up.
type Need struct {
	StaffPerYear int64 `json:"staff_per_year"`
	// Launches are all, LaunchesPerYear those of a year.
	Launches           int64 `json:"launches"`
	LaunchesPerYear    int64 `json:"launches_per_year"`
	ExpressionsPerYear int64 `json:"expressions_per_year"`
	Cost               int64 `json:"cost"`
	// Growth is that of a stock which gets there by growing alone, a year.
	Growth float64 `json:"growth_a_year"`
}

// ErrWish is wrapped by complaints about wishes that cannot be.
var ErrWish = errors.New("not a wish")

// Needed says by plain arithmetic what it takes to reach a number of workers. Simulation
// says more: support takes time, cases fall and bodies end, so that the need is greater.
func Needed(w *Wish) (Need, error) {
	switch {
	case w.Have < 1 || w.Reach <= w.Have || w.Reach > 1e12:
		return Need{}, fmt.Errorf("%w: reach: from %d to %d is no growth", ErrWish, w.Have, w.Reach)
	case w.Months < 1 || w.Months > MaxMonths:
		return Need{}, fmt.Errorf("%w: months: %d is not 1 to %d", ErrWish, w.Months, MaxMonths)
	case w.Size.Num() <= 0:
		return Need{}, fmt.Errorf("%w: size: %v is not more than nought", ErrWish, w.Size)
	case w.Conversion.Num() <= 0 || w.Conversion.Cmp(law.Per(1, 1)) > 0:
		return Need{}, fmt.Errorf("%w: conversion: %v is not between 0%% and 100%%", ErrWish, w.Conversion)
	case w.Cost < 0:
		return Need{}, fmt.Errorf("%w: cost: %d is negative", ErrWish, w.Cost)
	}
	more, months := law.Pence(w.Reach-w.Have), int64(w.Months)
	div := func(v law.Pence, num, den int64) law.Pence { return law.MulDiv(v, num, den, law.HalfUp) }
	launches := div(more*milli, w.Size.Den(), w.Size.Num()) // in thousandths
	return Need{
		StaffPerYear: int64(div(more, 12, months)), Launches: int64(div(launches, 1, milli)),
		LaunchesPerYear:    int64(div(launches, 12, months*milli)),
		ExpressionsPerYear: int64(div(div(launches*12, w.Conversion.Den(), w.Conversion.Num()), 1, months*milli)),
		Cost:               int64(div(launches, w.Cost, milli)),
		Growth:             math.Pow(float64(w.Reach)/float64(w.Have), 12/float64(w.Months)) - 1,
	}, nil
}
