package programme_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/programme"
	"github.com/rochdale-go/rochdale/mutual/spinout/evidence"
)

func TestWhatTheAmbitionNeededByPlainArithmetic(t *testing.T) {
	need := func(reach int64, size, conversion law.Ratio, cost int64) programme.Need {
		n, err := programme.Needed(&programme.Wish{Have: 25_000, Reach: reach, Months: 42, Size: size, Conversion: conversion, Cost: cost})
		require.NoError(t, err)
		return n
	}
	rtr, mis := law.Per(40, 61), law.Per(19*60, 10_000)
	for _, x := range []struct {
		reach                    int64
		staff, rtr, mis          int64
		growth                   float64
		at182, at350, at555      int64
		costPackage, costRequest int64 // millions
	}{
		{1_000_000, 279, 1213, 6982, 1.87, 1531, 796, 502, 133, 566},
		{333_333, 88, 384, 2208, 1.10, 484, 252, 159, 42, 179},
	} {
		n := need(x.reach, law.Per(350, 1), rtr, 47_600)
		assert.InDelta(t, x.staff, n.StaffPerYear/1000, 1)
		assert.Equal(t, x.at350, n.LaunchesPerYear)
		assert.InDelta(t, x.rtr, n.ExpressionsPerYear, 1)
		assert.InDelta(t, x.growth, n.Growth, 0.005)
		assert.InDelta(t, x.costPackage, n.Cost/1_000_000, 1)
		assert.InDelta(t, x.mis, need(x.reach, law.Per(350, 1), mis, 0).ExpressionsPerYear, 1)
		assert.Equal(t, x.at182, need(x.reach, law.Per(182, 1), rtr, 0).LaunchesPerYear)
		assert.Equal(t, x.at555, need(x.reach, law.Per(555, 1), rtr, 0).LaunchesPerYear)
		assert.InDelta(t, x.costRequest, need(x.reach, law.Per(350, 1), rtr, 203_000).Cost/1_000_000, 1)
	}
}

func TestWishesThatCannotBe(t *testing.T) {
	good := programme.Wish{Have: 1, Reach: 2, Months: 12, Size: law.Per(1, 1), Conversion: law.Per(1, 1)}
	_, err := programme.Needed(&good)
	require.NoError(t, err)
	for want, change := range map[string]func(*programme.Wish){
		"reach":         func(w *programme.Wish) { w.Reach = 1 },
		"reach: from 0": func(w *programme.Wish) { w.Have = 0 },
		"months: 0":     func(w *programme.Wish) { w.Months = 0 },
		"size":          func(w *programme.Wish) { w.Size = law.Ratio{} },
		"conversion":    func(w *programme.Wish) { w.Conversion = law.Percent(101) },
		"cost":          func(w *programme.Wish) { w.Cost = -1 },
	} {
		w := good
		change(&w)
		_, err := programme.Needed(&w)
		require.ErrorIs(t, err, programme.ErrWish)
		assert.ErrorContains(t, err, want)
	}
}

func reach(t *testing.T, p *programme.Programme, target programme.Target, l programme.Lever) *programme.Reached {
	t.Helper()
	r, err := programme.Reach(context.Background(), p, target, l, 64, 2)
	require.NoError(t, err)
	return r
}

func TestNoLeverAloneReachesAMillionWithinItsRange(t *testing.T) {
	p := programme.Ambition(23)
	million := p.Targets[0]
	for _, l := range []programme.Lever{programme.Support, programme.Conversion, programme.Spending} {
		r := reach(t, p, million, l)
		assert.False(t, r.Possible, l)
		assert.Less(t, r.Workers.P95, million.People, l)
	}
	for _, l := range []programme.Lever{programme.Size, programme.Together} {
		r := reach(t, p, million, l)
		assert.True(t, r.Possible, l)
		assert.NotEmpty(t, r.Beyond, l)
		assert.GreaterOrEqual(t, r.Odds.Cmp(law.Per(1, 2)), 0, l)
	}
}

func TestALeverIsMovedNoFurtherThanItMust(t *testing.T) {
	p := programme.Ambition(29)
	near := programme.Target{People: 30_000, Month: 53}
	r := reach(t, p, near, programme.Size)
	require.True(t, r.Possible)
	if r.Factor.Cmp(law.Per(1, 1)) > 0 {
		less := set(t, p, "size_mean", law.Per(r.Factor.Num()*350*15, r.Factor.Den()*16).String())
		less.Targets = []programme.Target{near}
		o := simulate(t, less, 64, 2)
		assert.Negative(t, o.Chances[0].Odds().Cmp(law.Per(1, 2)), "a sixteenth less is too little")
	}
	there := reach(t, p, programme.Target{People: 1, Month: 53}, programme.LaunchRate)
	assert.True(t, there.Possible)
	assert.Equal(t, law.Per(1, 1), there.Factor, "nothing need be moved")
	_, err := programme.Reach(context.Background(), p, programme.Target{People: 1, Month: 54}, programme.Size, 10, 1)
	assert.ErrorContains(t, err, "targets[0].month: 54")
	_, err = programme.Reach(context.Background(), p, near, 0, 10, 1)
	assert.ErrorContains(t, err, "lever")
}

func TestAValueTooFineToBeMovedIsRefused(t *testing.T) {
	p := set(t, programme.Ambition(1), "size_mean", "9000000000000000000/90000000000000001")
	_, err := programme.Reach(context.Background(), p, p.Targets[0], programme.Size, 10, 1)
	assert.ErrorContains(t, err, "parameters.size_mean.value")
	rich := set(t, programme.Ambition(1), "fund", "900000000000")
	r, err := programme.Reach(context.Background(), rich, p.Targets[0], programme.Spending, 10, 2)
	require.NoError(t, err)
	assert.False(t, r.Possible)
	assert.Equal(t, law.Per(1, 1), r.Factor, "no fund is greater than a thousand billion")
}

func TestTheCalibrationIsValidatedOnWhatItWasNotFittedTo(t *testing.T) {
	p := programme.History(31)
	f, err := programme.Calibrate(context.Background(), p, evidence.UpAndRunning, 100, 2)
	require.NoError(t, err)
	var text bytes.Buffer
	require.NoError(t, f.WriteText(&text))
	t.Log(text.String())
	assert.False(t, f.Within, "more arrived than the applications of one year")
	require.Len(t, f.Fitted, 1)
	for _, r := range f.Fitted {
		assert.Equal(t, evidence.UpAndRunning, r.Of)
		assert.True(t, r.Agrees)
	}
	assert.Greater(t, len(f.Held), 8)
	for _, r := range f.Held {
		assert.NotEqual(t, evidence.UpAndRunning, r.Of)
		if r.Of == evidence.LiveWide {
			assert.True(t, r.Agrees, "%s %s", r.At, r.What)
		}
		if r.Of == evidence.LiveNarrow {
			assert.False(t, r.Agrees, "66 and 100 cannot both be the same measure")
		}
	}
	assert.Equal(t, 1+len(f.Fitted)+len(f.Held), strings.Count(text.String(), "\n"))
	short := *p
	short.Months = 12
	_, err = programme.Calibrate(context.Background(), &short, evidence.UpAndRunning, 10, 1)
	assert.ErrorContains(t, err, "no count of the definition up-and-running")
}
