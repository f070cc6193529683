package programme

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/internal/engine"
	"github.com/rochdale-go/rochdale/mutual/spinout/lifecycle"
)

// An Outlook is what many runs of a programme come to.
type Outlook struct {
	Version   string     `json:"version"`
	Programme *Programme `json:"programme"`
	Runs      uint64     `json:"runs"`
	// Months has the stock at the end of each month, by definition, never mixed.
	Months []Month `json:"months"`
	// Falls says where cases fell, over all runs, in the order of a life.
	Falls []Fall `json:"falls"`
	// Chances are of the targets, in their order.
	Chances []Chance `json:"chances,omitempty"`
	// Launched, Supported and Spent (in pounds) are of a whole run.
	Launched  Spread `json:"launched"`
	Supported Spread `json:"supported"`
	Spent     Spread `json:"spent"`
	// Assumptions are those of the model.
	Assumptions []string `json:"assumptions"`
}

// A Month is the stock at the end of a month.
type Month struct {
	Day law.Date `json:"day"`
	// Live is how many mutuals trade, and Workers who works in them.
	Live    Spread `json:"live"`
	Workers Spread `json:"workers"`
	// EmergingAndEstablished has those on their way with support beside those that trade.
	EmergingAndEstablished Spread `json:"emerging_and_established"`
}

// A Spread is how a number is spread over the runs: that which so many in a hundred of them
// do not exceed, within a 64th.
type Spread struct {
	P5  int64 `json:"p5"`
	P25 int64 `json:"p25"`
	P50 int64 `json:"p50"`
	P75 int64 `json:"p75"`
	P95 int64 `json:"p95"`
}

// Holds reports whether a number lies between the fifth and the ninety-fifth.
func (s *Spread) Holds(n int64) bool { return s.P5 <= n && n <= s.P95 }

// A Fall is how many cases fell in a state on the way, or otherwise.
type Fall struct {
	Where string `json:"where"`
	Cases uint64 `json:"cases"`
}

// A Chance is the odds of a target.
type Chance struct {
	Target
	// Hits is in how many of the runs it was reached.
	Hits uint64 `json:"hits"`
	Runs uint64 `json:"runs"`
}

// Odds returns the share of the runs that reached the target.
func (c *Chance) Odds() law.Ratio {
	if c.Runs == 0 {
		return law.Ratio{}
	}
	return law.Per(int64(c.Hits), int64(c.Runs))
}

// tally is what a worker accumulates.
type tally struct {
	months                    []monthTally
	hits                      []uint64
	fell                      [endings]uint64
	launched, supported, cost engine.Histogram
}

type monthTally struct{ live, staff, both engine.Histogram }

func (t *tally) merge(from *tally) {
	for i := range t.months {
		t.months[i].live.Merge(&from.months[i].live)
		t.months[i].staff.Merge(&from.months[i].staff)
		t.months[i].both.Merge(&from.months[i].both)
	}
	for i := range t.hits {
		t.hits[i] += from.hits[i]
	}
	for i := range t.fell {
		t.fell[i] += from.fell[i]
	}
	t.launched.Merge(&from.launched)
	t.supported.Merge(&from.supported)
	t.cost.Merge(&from.cost)
}

// worker works blocks of runs.
type worker struct {
	*tally
	*run
	live, staff, both []engine.Lanes
}

func newWorker(m *model) *worker {
	n := m.p.Months
	return &worker{
		tally: &tally{months: make([]monthTally, n), hits: make([]uint64, len(m.p.Targets))}, run: newRun(m),
		live: make([]engine.Lanes, n), staff: make([]engine.Lanes, n), both: make([]engine.Lanes, n),
	}
}

func (w *worker) block(first uint64, n int) error {
	for i := range n {
		err := w.work(first+uint64(i), func(t int, live, staff, under int64) {
			w.live[t][i], w.staff[t][i], w.both[t][i] = live, people(staff), live+under
		})
		if err != nil {
			return err
		}
		for j, target := range w.p.Targets {
			if w.staff[target.Month][i] >= target.People {
				w.hits[j]++
			}
		}
		w.tally.launched.Add(w.run.launched)
		w.supported.Add(w.started)
		w.cost.Add(w.fund - w.left)
	}
	for t := range w.months {
		w.months[t].live.AddBlock(&w.live[t], n, nil)
		w.months[t].staff.AddBlock(&w.staff[t], n, nil)
		w.months[t].both.AddBlock(&w.both[t], n, nil)
	}
	return nil
}

// Simulate runs a programme so many times, by so many workers, and returns what they come
// to. Progress, which may be nil, is told how many runs are done.
func Simulate(ctx context.Context, p *Programme, runs uint64, workers int, progress func(done, of uint64)) (*Outlook, error) {
	m, err := newModel(p)
	if err != nil {
		return nil, err
	}
	t, err := m.simulate(ctx, runs, workers, progress)
	if err != nil {
		return nil, err
	}
	return t.outlook(p, runs), nil
}

func (m *model) simulate(ctx context.Context, runs uint64, workers int, progress func(done, of uint64)) (*tally, error) {
	if runs < 1 || runs > maxPaths {
		return nil, fmt.Errorf("%w: runs: %d is not 1 to %d", ErrProgramme, runs, uint64(maxPaths))
	}
	fresh := func() (*tally, func(uint64, int) error) {
		w := newWorker(m)
		return w.tally, w.counted
	}
	return engine.Run(ctx, 0, runs, workers, fresh, (*tally).merge, progress)
}

// A Stock is one run at the end of a month.
type Stock struct {
	Day                    law.Date `json:"day"`
	Live                   int64    `json:"live"`
	Workers                int64    `json:"workers"`
	EmergingAndEstablished int64    `json:"emerging_and_established"`
}

// Follow returns one run of a programme, month by month: the very run of that number, from 0,
// of any simulation of the programme.
func Follow(p *Programme, number uint64) ([]Stock, error) {
	m, err := newModel(p)
	if err != nil {
		return nil, err
	}
	if number >= maxPaths {
		return nil, fmt.Errorf("%w: run: %d is not below %d", ErrProgramme, number, uint64(maxPaths))
	}
	out := make([]Stock, p.Months)
	err = newRun(m).work(number, func(t int, live, staff, under int64) {
		out[t] = Stock{p.DayOf(t), live, people(staff), live + under}
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// people rounds thousandths to the nearest.
func people(staff int64) int64 { return (staff + milli/2) / milli }

// counted works a block, and keeps where its cases fell.
func (w *worker) counted(first uint64, n int) error {
	w.run.fell = [endings]uint64{}
	err := w.block(first, n)
	for i, cases := range w.run.fell {
		w.tally.fell[i] += cases
	}
	return err
}

func (t *tally) outlook(p *Programme, runs uint64) *Outlook {
	o := &Outlook{
		Version: law.Version, Programme: p, Runs: runs, Launched: spreadOf(&t.launched), Supported: spreadOf(&t.supported),
		Spent: spreadOf(&t.cost), Falls: []Fall{}, Assumptions: Assumptions(),
	}
	for i := range t.months {
		x := &t.months[i]
		o.Months = append(o.Months, Month{p.DayOf(i), spreadOf(&x.live), spreadOf(&x.staff), spreadOf(&x.both)})
	}
	for e, cases := range t.fell {
		if cases > 0 {
			o.Falls = append(o.Falls, Fall{ending(e).String(), cases})
		}
	}
	for i, target := range p.Targets {
		o.Chances = append(o.Chances, Chance{target, t.hits[i], runs})
	}
	return o
}

func spreadOf(h *engine.Histogram) Spread {
	at := func(part uint64) int64 {
		v, _ := h.Quantile(part, 100)
		return v
	}
	return Spread{at(5), at(25), at(50), at(75), at(95)}
}

// String says where, in words.
func (e ending) String() string {
	if e < endedUnsupported {
		return lifecycle.State(e).String()
	}
	return map[ending]string{
		endedUnsupported: "not supported", endedWaiting: "still waiting for money or a mentor", endedHeld: "on hold and not resumed",
		endedEmptyPool: "nobody left to leave", endedRetender: "lost a re-tender", endedClosed: "closed",
	}[e]
}

// WriteJSON writes the outlook as indented JSON.
func (o *Outlook) WriteJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(o)
}
