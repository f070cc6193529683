package simulate

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/internal/engine"
)

// PaidInAll is the measure of all payments together.
const PaidInAll Measure = "paid"

// A worker runs blocks of paths and keeps a tally of its own.
type worker struct {
	seed    uint64
	courses []*course
	tally   Tally
	ends    []Measure // of the whole, for every scenario
	base    []lanes   // what they are in the first scenario, and in this one
	here    []lanes
}

// linked are the measures of the whole that drivers are linked with.
const linked = 3

func newWorker(models []*model, seed uint64) *worker {
	w := &worker{seed: seed, ends: []Measure{Reserves, Cash, PaidInAll, Measure(OutOfCash)}}
	for k := law.Dividend; int(k) < kinds; k++ {
		if slices.ContainsFunc(models, func(m *model) bool { return slices.Contains(m.pays, k) }) {
			w.ends = append(w.ends, Paid(k))
		}
	}
	w.base, w.here = make([]lanes, len(w.ends)), make([]lanes, len(w.ends))
	for i, m := range models {
		w.courses = append(w.courses, m.course())
		w.tally.Scenarios = append(w.tally.Scenarios, m.outlook(w.ends, i > 0))
	}
	return w
}

// outlook makes an empty outlook.
func (m *model) outlook(ends []Measure, compared bool) Outlook {
	o := Outlook{Name: m.Name, Form: m.Organisation.Form.FormID(), Years: make([]YearTally, len(m.calendars))}
	for y := range o.Years {
		for _, x := range m.tells {
			o.Years[y].Measures = append(o.Years[y].Measures, Measured{Measure: x})
		}
		for _, e := range m.happens {
			o.Years[y].Events = append(o.Years[y].Events, Happened{Event: e})
		}
	}
	for _, x := range ends {
		o.Whole = append(o.Whole, Measured{Measure: x})
		if compared {
			o.Differences = append(o.Differences, Difference{Measure: x})
		}
	}
	for _, d := range m.variables() {
		for _, x := range ends[:linked] {
			o.Links = append(o.Links, Link{Driver: d, Measure: x})
		}
	}
	return o
}

// variables are the drivers that are drawn, and the tenders.
func (m *model) variables() []string {
	var out []string
	for i, t := range m.tables {
		if t == nil {
			continue
		}
		if _, constant := t.Constant(); !constant {
			out = append(out, driverNames[i])
		}
	}
	for i := range m.a.Contracts {
		if _, certain := m.lost[i].Constant(); !certain {
			out = append(out, tender(m.a.Contracts[i].Name))
		}
	}
	return out
}

// block runs n paths from the first.
func (w *worker) block(first uint64, n int) error {
	for i, c := range w.courses {
		o := &w.tally.Scenarios[i]
		c.begin(draws{seed: w.seed, first: first}, n)
		for y := range c.calendars {
			if err := c.year(y); err != nil {
				return err
			}
			c.tell(&o.Years[y], n)
		}
		w.end(i, n)
		o.Scalar += c.alone
		c.alone = 0
	}
	return nil
}

// tell adds the year to the tally.
func (c *course) tell(t *YearTally, n int) {
	for i := range c.told {
		t.Measures[i].Histogram.AddBlock(c.told[i], n, nil)
	}
	for i, k := range c.pays {
		t.Measures[len(c.told)+i].Histogram.AddBlock(c.paid[k], n, nil)
	}
	for i := range c.now {
		now := c.now[i]
		first := now.Without(&c.had[i])
		t.Events[i].Paths += uint64(now.Count())
		t.Events[i].First += uint64(first.Count())
		c.had[i].Add(&now)
	}
	for i := range c.held {
		h := &c.held[i]
		now := h.now
		if !now.Any() {
			continue
		}
		first := now.Without(&h.had)
		e := t.held(h.code)
		e.Paths += uint64(now.Count())
		e.First += uint64(first.Count())
		h.had.Add(&now)
	}
}

// end adds to the tally how the paths of a block end in one scenario.
func (w *worker) end(scenario, n int) {
	c, o := w.courses[scenario], &w.tally.Scenarios[scenario]
	w.here[0], w.here[1], w.here[2] = c.reserves, c.cash, lanes{}
	w.here[3] = c.had[c.place[eOutOfCash]].Gives(1)
	for _, k := range c.pays {
		add(&w.here[2], &c.total[k])
	}
	for i := linked + 1; i < len(w.ends); i++ {
		w.here[i] = c.total[slices.Index(paid[:], w.ends[i])]
	}
	for i := range w.here {
		o.Whole[i].Histogram.AddBlock(&w.here[i], n, nil)
	}
	if len(o.Links) > 0 {
		w.link(c, o, n)
	}
	if scenario == 0 {
		copy(w.base, w.here)
		return
	}
	for i := range w.here {
		var d lanes
		for j := range d {
			d[j] = w.here[i][j] - w.base[i][j]
		}
		o.Differences[i].Moments.AddBlock(&d, n, nil)
	}
}

// link adds how the drivers and the measures of the whole go together.
func (w *worker) link(c *course, o *Outlook, n int) {
	var measures [linked]engine.Series
	for i := range measures {
		measures[i] = engine.SeriesOf(&w.here[i], n)
	}
	for d, x := range c.drawn() {
		driver := engine.SeriesOf(x, n)
		for i := range measures {
			o.Links[d*linked+i].Cross.AddSeries(&driver, &measures[i])
		}
	}
}

// drawn are the numbers of the model's variables, added up over the years.
func (c *course) drawn() []*lanes {
	c.sums = c.sums[:0]
	for i, t := range c.tables {
		if t == nil {
			continue
		}
		if _, constant := t.Constant(); !constant {
			c.sums = append(c.sums, &c.was[i])
		}
	}
	for i := range c.lost {
		if _, certain := c.lost[i].Constant(); !certain {
			c.sums = append(c.sums, &c.gone[i])
		}
	}
	return c.sums
}
