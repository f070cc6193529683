package programme_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/programme"
	"github.com/rochdale-go/rochdale/mutual/spinout/evidence"
)

const prospects = 20_000

func prospect(t *testing.T, c programme.Case, change func(*evidence.Parameters)) *programme.Prospect {
	t.Helper()
	x := evidence.Start()
	if change != nil {
		change(&x)
	}
	p, err := programme.ProspectOf(c, law.MustDate("2008-12-01"), 120, x, 1, prospects)
	require.NoError(t, err)
	return p
}

func odds(n uint64) float64 { return float64(n) / prospects }

func supported() programme.Case { return programme.Case{Supported: law.Known(true)} }

func TestTheOddsOfOneCaseAreThoseOfItsGates(t *testing.T) {
	through := 1 - 0.15*(1-0.7) // never held, or held and resumed
	p := prospect(t, supported(), nil)
	assert.InDelta(t, 0.5*through, odds(p.Launched), 0.015)
	low, _ := p.AtLow.Get()
	high, _ := p.AtHigh.Get()
	assert.InDelta(t, 0.24*through, odds(low), 0.015)
	assert.InDelta(t, 0.66*through, odds(high), 0.015)
	asks := prospect(t, programme.Case{}, nil)
	assert.InDelta(t, 0.19*0.5*through, odds(asks.Launched), 0.01, "support is one more gate for a case that has none")
}

func TestTheMonthsOfOneCaseAreThoseObserved(t *testing.T) {
	p := prospect(t, supported(), func(x *evidence.Parameters) { x.Hold.Value = law.Ratio{} })
	took, ok := p.Took.Get()
	require.True(t, ok)
	assert.InDelta(t, 22, took.P50, 1, "the median of eleven bodies")
	assert.InDelta(t, 12, took.P5, 1)
	assert.InDelta(t, 40, took.P95, 1)
	held := prospect(t, supported(), func(x *evidence.Parameters) {
		x.Hold.Value, x.Resume.Value, x.Launch.Value = law.Per(1, 1), law.Per(1, 1), law.Per(1, 1)
	})
	assert.Equal(t, uint64(prospects), held.Launched+held.OnItsWay, "whoever resumes and launches comes through, however late")
	later, _ := held.Took.Get()
	assert.InDelta(t, 24, later.P50-took.P50, 1, "a hold adds its own months")
}

func TestOneCaseIsAccountedForInEveryRun(t *testing.T) {
	for name, c := range map[string]programme.Case{"with support": supported(), "without": {}} {
		p := prospect(t, c, nil)
		sum := p.Launched + p.OnItsWay
		for _, f := range p.Falls {
			sum += f.Cases
		}
		assert.Equal(t, p.Runs, sum, name)
		require.Len(t, p.By, 10)
		for i := 1; i < len(p.By); i++ {
			assert.GreaterOrEqual(t, p.By[i].Runs, p.By[i-1].Runs)
		}
		assert.Equal(t, p.Launched, p.By[9].Runs)
	}
}

func TestOneCaseRestsOnWhatBearsOnIt(t *testing.T) {
	ids := func(p *programme.Prospect) (out []string) {
		for _, n := range p.Parameters {
			out = append(out, n.ID)
		}
		return out
	}
	with, without := prospect(t, supported(), nil), prospect(t, programme.Case{}, nil)
	assert.NotContains(t, ids(with), "supported")
	assert.Contains(t, ids(without), "supported")
	changed := prospect(t, supported(), func(x *evidence.Parameters) {
		x.Closure.Value, x.RetenderLost.Value, x.Growth.Value, x.Fund.Value = law.Per(1, 1), law.Per(1, 1), law.Ratio{}, law.Ratio{}
		x.Imitation.Value = law.Per(1, 1)
	})
	assert.Equal(t, with.Launched, changed.Launched, "what comes after the launch has no part in it, nor has money")
	assert.Equal(t, with.Falls, changed.Falls)
}

func TestACaseThatCannotLaunchTookNoTime(t *testing.T) {
	p := prospect(t, supported(), func(x *evidence.Parameters) { x.Launch = parameterOf(t, x, "0") })
	assert.Zero(t, p.Launched)
	assert.False(t, p.Took.Stated())
	low, ok := p.AtLow.Get()
	assert.True(t, ok)
	assert.NotZero(t, low)
}

func parameterOf(t *testing.T, x *evidence.Parameters, value string) evidence.Parameter {
	t.Helper()
	r, err := law.ParseRatio(value)
	require.NoError(t, err)
	p := x.Launch
	p.Value = r
	return p
}

func TestOneCaseThatCannotBeFollowed(t *testing.T) {
	day := law.MustDate("2010-01-01")
	for want, try := range map[string]func() error{
		"runs: 0 is not 1 to":       func() error { return followed(programme.Case{}, day, 120, evidence.Start(), 0) },
		"runs: 1000001 is not 1 to": func() error { return followed(programme.Case{}, day, 120, evidence.Start(), 1_000_001) },
		"case.month: 3":             func() error { return followed(programme.Case{Month: 3}, day, 120, evidence.Start(), 1) },
		"first: no day is given":    func() error { return followed(programme.Case{}, law.Date{}, 120, evidence.Start(), 1) },
		"months: 0 is not 1 to 480": func() error { return followed(programme.Case{}, day, 0, evidence.Start(), 1) },
		"cohort[0].staff: 0":        func() error { return followed(programme.Case{Staff: law.Known(0)}, day, 120, evidence.Start(), 1) },
		"parameters.launch.value: 150% is not between": func() error {
			x := evidence.Start()
			x.Launch.Value = law.Per(3, 2)
			return followed(programme.Case{}, day, 120, x, 1)
		},
	} {
		err := try()
		require.ErrorIs(t, err, programme.ErrProgramme, want)
		assert.ErrorContains(t, err, want)
	}
}

func followed(c programme.Case, first law.Date, months int, x evidence.Parameters, runs uint64) error {
	_, err := programme.ProspectOf(c, first, months, x, 1, runs)
	return err
}
