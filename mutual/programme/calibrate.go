package programme

import (
	"context"
	"fmt"
	"io"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout/evidence"
)

// A Fit is a programme whose rate of arrival was fitted to the counts of one definition.
type Fit struct {
	// To is that definition.
	To        evidence.Definition `json:"to"`
	Programme *Programme          `json:"programme"`
	// Expressions is the rate that was fitted, and Within whether it is in its range.
	Expressions law.Ratio `json:"expressions"`
	Within      bool      `json:"within"`
	// Fitted are the counts that it was fitted to, and Held those that it was not: each by its
	// own definition.
	Fitted []Residual `json:"fitted"`
	Held   []Residual `json:"held"`
	// Months is what the programme so fitted comes to.
	Months []Month `json:"months"`
	Runs   uint64  `json:"runs"`
}

// A Residual is a published number beside what the runs say of the same month.
type Residual struct {
	At        string              `json:"at"`
	Of        evidence.Definition `json:"of"`
	What      string              `json:"what"`
	Published evidence.Figure     `json:"published"`
	Runs      Spread              `json:"runs"`
	// Agrees says that the published number is between the fifth and the ninety-fifth in a
	// hundred of the runs; for "more than", that it is below the latter, and for "up to", that it
	// is not below the former.
	Agrees  bool     `json:"agrees"`
	Sources []string `json:"sources,omitempty"`
}

// Calibrate fits the expressions of interest a year to the counts of one definition, by the
// least sum of squared relative differences of the medians, and sets the programme so fitted
// against the counts of every other definition, which it was not fitted to. The rates tried
// go from a quarter of the programme's own to sixteen times it, in steps of a quarter.
func Calibrate(ctx context.Context, p *Programme, to evidence.Definition, runs uint64, workers int) (*Fit, error) {
	counts, err := p.counts()
	if err != nil {
		return nil, err
	}
	f := &Fit{To: to, Runs: runs}
	start := p.Parameters.Expressions.Value
	bestOf := int64(0)
	found := false
	for step := int64(1); step <= 64; step++ {
		rate, err := times(start, step, 4)
		if err != nil {
			return nil, fmt.Errorf("%w: parameters.expressions.value: %w", ErrProgramme, err)
		}
		q, err := p.at(rate, to)
		if err != nil {
			return nil, err
		}
		t, err := q.tally(ctx, min(runs, 500), workers)
		if err != nil {
			return nil, err
		}
		missed, ok := t.missed(p, counts, to)
		if !ok {
			return nil, fmt.Errorf("%w: no count of the definition %v falls in the programme", ErrProgramme, to)
		}
		if !found || missed < bestOf {
			found, bestOf, f.Programme = true, missed, q
		}
	}
	x := &f.Programme.Parameters.Expressions
	f.Expressions, f.Within = x.Value, x.Within()
	t, err := f.Programme.tally(ctx, runs, workers)
	if err != nil {
		return nil, err
	}
	f.Months = t.outlook(f.Programme, runs).Months
	for i := range counts {
		for _, r := range t.residuals(p, &counts[i]) {
			if r.Of == to {
				f.Fitted = append(f.Fitted, r)
			} else {
				f.Held = append(f.Held, r)
			}
		}
	}
	return f, nil
}

// counts are the published counts that the months of the programme hold.
func (p *Programme) counts() ([]evidence.Count, error) {
	if err := p.Check(); err != nil {
		return nil, err
	}
	var out []evidence.Count
	for _, c := range evidence.Counts() {
		if _, ok := p.MonthOf(c.At.Last); ok {
			out = append(out, c)
		}
	}
	return out, nil
}

func (p *Programme) at(rate law.Ratio, to evidence.Definition) (*Programme, error) {
	q := *p
	var err error
	q.Parameters, err = p.Parameters.With("expressions", rate, "Fitted to the counts of the definition "+to.String()+".")
	if err != nil {
		return nil, fmt.Errorf("%w: parameters.%w", ErrProgramme, err)
	}
	return &q, nil
}

func (p *Programme) tally(ctx context.Context, runs uint64, workers int) (*tally, error) {
	m, err := newModel(p)
	if err != nil {
		return nil, err
	}
	return m.simulate(ctx, runs, workers, nil)
}

// spread is how the stock that answers for a count is spread over the runs. What is engaged
// with, or emerging, is not what trades. Of a wider net than ours nothing here is the measure,
// and what trades is the nearest. Where the month of the count is not sure, the lower half is
// that of the first it may be, and the upper that of the last.
func (t *tally) spread(p *Programme, c *evidence.Count, staff bool) Spread {
	last, _ := p.MonthOf(c.At.Last)
	first, ok := p.MonthOf(c.At.First)
	if !ok {
		first = 0
	}
	at := func(month int) Spread {
		switch x := &t.months[month]; {
		case staff:
			return spreadOf(&x.staff)
		case c.Of == evidence.EmergingAndEstablished, c.Of == evidence.EngagedWith:
			return spreadOf(&x.both)
		default:
			return spreadOf(&x.live)
		}
	}
	if first == last {
		return at(last)
	}
	from, to := at(first), at(last)
	return Spread{from.P5, from.P25, at((first + last) / 2).P50, to.P75, to.P95}
}

// agrees reports whether a published number, as it is meant, is one that the runs may have.
func agrees(f evidence.Figure, s *Spread) bool {
	switch f.Bound {
	case evidence.MoreThan:
		return s.P95 > f.Number
	case evidence.UpTo:
		return s.P5 <= f.Number
	case evidence.Exactly, evidence.About:
	}
	return s.Holds(f.Number)
}

// missed is the sum of squared relative differences over the counts of a definition.
func (t *tally) missed(p *Programme, counts []evidence.Count, of evidence.Definition) (sum int64, ok bool) {
	for i := range counts {
		c := &counts[i]
		if c.Of != of {
			continue
		}
		part := (t.spread(p, c, false).P50 - c.Bodies.Number) * 10_000 / c.Bodies.Number
		sum += part * part
		ok = true
	}
	return sum, ok
}

func (t *tally) residuals(p *Programme, c *evidence.Count) []Residual {
	s := t.spread(p, c, false)
	out := []Residual{{c.At.String(), c.Of, "bodies", c.Bodies, s, agrees(c.Bodies, &s), c.Sources}}
	if staff, ok := c.Staff.Get(); ok {
		s = t.spread(p, c, true)
		out = append(out, Residual{c.At.String(), c.Of, "staff", staff, s, agrees(staff, &s), c.Sources})
	}
	return out
}

// WriteText prints the fit: what it was fitted to, and how it does on what it was not.
func (f *Fit) WriteText(w io.Writer) error {
	in := "within"
	if !f.Within {
		in = "beyond"
	}
	per := float64(f.Expressions.Num()) / float64(f.Expressions.Den())
	if _, err := fmt.Fprintf(w, "Fitted to %v: %.1f expressions a year, %s its range; %d runs.\n", f.To, per, in, f.Runs); err != nil {
		return err
	}
	for _, part := range []struct {
		title string
		rows  []Residual
	}{{"fitted", f.Fitted}, {"not fitted", f.Held}} {
		for _, r := range part.rows {
			holds := "outside"
			if r.Agrees {
				holds = "agrees"
			}
			_, err := fmt.Fprintf(w, "%-10s  %-15s  %-24v  %-6s  published %-15v  runs %d to %d, middle %d: %s\n",
				part.title, r.At, r.Of, r.What, r.Published, r.Runs.P5, r.Runs.P95, r.Runs.P50, holds)
			if err != nil {
				return err
			}
		}
	}
	return nil
}
