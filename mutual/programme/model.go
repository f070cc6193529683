package programme

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/internal/engine"
	"github.com/rochdale-go/rochdale/mutual/spinout/evidence"
	"github.com/rochdale-go/rochdale/mutual/spinout/lifecycle"
)

// What is drawn for a case. The name of a variable is part of its stream: it never changes.
const (
	gapDraw = iota
	supportedDraw
	durationDraw
	heldDraw
	resumedDraw
	launchDraw
	fallDraw
	sizeDraw
	closureDraw
	phaseDraw
	retenderDraw // and one for each re-tender after it
)

var drawNames = [...]string{
	"gap", "supported", "duration", "held", "resumed", "launch", "fall", "size", "closure", "phase",
}

const (
	million = 1_000_000
	milli   = 1000 // durations and staff are counted in thousandths
	// caseBits is how many bits of a draw's counter are the case's, the rest the run's.
	caseBits = 20
	maxPaths = 1 << 40
	// openingCase is the number of the first body of the opening, above all that arrive.
	openingCase = MaxCases - MaxCohort
)

// model is a programme made ready to run. Nobody writes to it.
type model struct {
	p    *Programme
	keys []engine.Key

	gaps, duration, size, uniform      engine.Table
	supported, held, resumed, launches engine.Table
	lost                               engine.Table
	rate                               []int64 // expected expressions of each month, in millionths, without imitation
	imitation                          int64   // added for each mutual and month, in millionths
	hold, interval                     int     // months
	closure                            int64   // mean wait in thousandths of a month; 0 is never
	median                             int64   // duration, in thousandths of a month
	mean                               int64   // size, in thousandths
	growth                             int64   // a year, in parts per million
	fund, pack                         int64   // pounds
	most                               int     // mentors
	all                                int64   // public servants, in thousandths
	ways                               []way
	open                               []int64 // staff of the bodies of the opening, in thousandths
}

// way is a state with the share of the way, in millionths, at which it ends.
type way struct {
	state lifecycle.State
	until int64
}

func newModel(p *Programme) (*model, error) {
	if err := p.Check(); err != nil {
		return nil, err
	}
	x := &p.Parameters
	m := &model{p: p, gaps: engine.Exponential(), fund: whole(x.Fund.Value, 1), pack: whole(x.Package.Value, 1)}
	m.most = p.Mentors.Or(MaxCases)
	m.all = p.Pool.Or(1<<40) * milli
	m.hold, m.interval = int(whole(x.HoldMonths.Value, 1)), max(1, int(whole(x.RetenderEvery.Value, 1)))
	m.growth = whole(x.Growth.Value, million)
	m.imitation = whole(x.Imitation.Value, million) / 12
	if wait, ok := engine.MeanWait(x.Closure.Value); ok {
		m.closure = wait * 12 / (million / milli)
	}
	if err := m.tables(x); err != nil {
		return nil, fmt.Errorf("%w: parameters.%w", ErrProgramme, err)
	}
	if err := m.rates(x); err != nil {
		return nil, fmt.Errorf("%w: parameters.%w", ErrProgramme, err)
	}
	seed, _ := p.Seed.Get()
	for _, name := range drawNames {
		m.keys = append(m.keys, engine.KeyOf(seed, name, 0))
	}
	for n := range p.Months/m.interval + 1 {
		m.keys = append(m.keys, engine.KeyOf(seed, "re-tender", n))
	}
	m.ways = wayOfStates()
	m.opening()
	return m, nil
}

// whole returns so many times a ratio as a whole number, rounded half up.
func whole(r law.Ratio, times int64) int64 {
	return int64(law.MulDiv(law.Pence(times), r.Num(), r.Den(), law.HalfUp))
}

func (m *model) tables(x *evidence.Parameters) error {
	var err error
	for _, o := range []struct {
		table *engine.Table
		odds  law.Ratio
		id    string
	}{
		{&m.supported, x.Supported.Value, "supported"},
		{&m.held, x.Hold.Value, "hold"},
		{&m.resumed, x.Resume.Value, "resume"},
		{&m.launches, x.Launch.Value, "launch"},
		{&m.lost, x.RetenderLost.Value, "retender_lost"},
	} {
		if *o.table, err = engine.Odds(o.odds); err != nil {
			return fmt.Errorf("%s.value: %w", o.id, err)
		}
	}
	if m.uniform, err = engine.Quantiles([]int64{0, million}); err != nil {
		return err
	}
	// Of the median and the mean: so that neither's size bears on what a table can hold.
	if m.duration, err = engine.LognormalAbout(million, x.DurationSpread.Value); err != nil {
		return fmt.Errorf("duration_spread.value: %w", err)
	}
	if m.size, err = engine.LognormalOf(million, x.SizeSpread.Value); err != nil {
		return fmt.Errorf("size_spread.value: %w", err)
	}
	m.median, m.mean = whole(x.DurationMedian.Value, milli), whole(x.SizeMean.Value, milli)
	return nil
}

// rates works out how many expressions are expected each month.
func (m *model) rates(x *evidence.Parameters) error {
	m.rate = make([]int64, m.p.Months)
	mandate := whole(x.MandateMonths.Value, 1)
	var sum int64
	for t := range m.rate {
		m.rate[t] = (whole(x.Expressions.Value, million) + 6) / 12
		if int64(t) < mandate {
			m.rate[t] = engine.ApplyPPM(m.rate[t], whole(x.MandateFactor.Value, million))
		}
		sum += m.rate[t]
	}
	if sum/million > openingCase/2 {
		return fmt.Errorf("expressions.value: %d cases a run are too many", sum/million)
	}
	return nil
}

// wayOfStates cuts the way at the middles of the usual months of its states.
func wayOfStates() []way {
	var sum int64
	var out []way
	for s := lifecycle.Idea; s.BeforeLaunch(); s++ {
		g, _ := lifecycle.GateOf(s)
		if months, ok := g.Months.Get(); ok && !g.Overlaps {
			sum += int64(months.Least + months.Most)
			out = append(out, way{s, sum})
		}
	}
	for i := range out {
		out[i].until = out[i].until * million / sum
	}
	return out
}

// opening shares the staff of the opening among its bodies.
func (m *model) opening() {
	o, ok := m.p.Opening.Get()
	if !ok {
		return
	}
	m.open = make([]int64, o.Bodies)
	for i := range m.open {
		m.open[i] = int64(o.Staff) * milli / int64(o.Bodies)
	}
}
