package simulate

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Scenario finds what is known of a scenario by its name, nil where there is none.
func (t *Tally) Scenario(name string) *Outlook {
	for i := range t.Scenarios {
		if t.Scenarios[i].Name == name {
			return &t.Scenarios[i]
		}
	}
	return nil
}

// Quantile is the amount or number below which a part of the paths are at the end of a
// year, counted from 1; 1/2 is the median. Year 0 is the whole: payments of all years, and
// what a path ends with. It is right to within about one part in a hundred, and exact at
// nought. It is false where the year or the measure is not there.
func (o *Outlook) Quantile(year int, m Measure, part law.Ratio) (law.Pence, bool) {
	list := o.Whole
	if year > 0 {
		if year > len(o.Years) {
			return 0, false
		}
		list = o.Years[year-1].Measures
	}
	i := slices.IndexFunc(list, func(x Measured) bool { return x.Measure == m })
	if year < 0 || i < 0 || part.Num() < 0 || part.Cmp(law.Per(1, 1)) > 0 {
		return 0, false
	}
	v, ok := list[i].Histogram.Quantile(uint64(part.Num()), uint64(part.Den()))
	return law.Pence(v), ok
}

// Odds are how likely something is, from a number of paths.
type Odds struct {
	Hits uint64 `json:"hits"`
	Of   uint64 `json:"of"`
}

// Float is the share of paths; 0 of none.
func (o Odds) Float() float64 {
	if o.Of == 0 {
		return 0
	}
	return float64(o.Hits) / float64(o.Of)
}

// Range is between what the odds lie, at 95%, by Wilson's interval: chance alone, and no
// doubt about the assumptions.
func (o Odds) Range() (low, high float64) {
	if o.Of == 0 {
		return 0, 1
	}
	const z = 1.959963984540054
	n, p := float64(o.Of), o.Float()
	mid, d := p+z*z/(2*n), z*math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	return max(0, (mid-d)/(1+z*z/n)), min(1, (mid+d)/(1+z*z/n))
}

// String writes "1.2%", or "under 0.1%" where a path or two are too few to tell.
func (o Odds) String() string {
	switch p := o.Float(); {
	case o.Hits == 0:
		return "0%"
	case p < 0.001:
		return "under 0.1%"
	case o.Hits < o.Of && p > 0.999:
		return "over 99.9%"
	default:
		return fmt.Sprintf("%.1f%%", 100*p)
	}
}

// By is the odds that an event has happened by the end of a year, counted from 1; the whole
// time where the year is 0. They are 0 for an event that cannot happen.
func (o *Outlook) By(year int, e Event) Odds {
	if year <= 0 || year > len(o.Years) {
		year = len(o.Years)
	}
	odds := Odds{Of: o.paths()}
	for y := range o.Years[:year] {
		_, first := o.Years[y].of(e)
		odds.Hits += first
	}
	return odds
}

// In is the odds that an event happens in a year, counted from 1.
func (o *Outlook) In(year int, e Event) Odds {
	odds := Odds{Of: o.paths()}
	if year < 1 || year > len(o.Years) {
		return odds
	}
	odds.Hits, _ = o.Years[year-1].of(e)
	return odds
}

// of counts the paths of an event.
func (t *YearTally) of(e Event) (paths, first uint64) {
	if code, held := strings.CutPrefix(string(e), heldPrefix); held {
		for i := range t.Held {
			if string(t.Held[i].By) == code {
				return t.Held[i].Paths, t.Held[i].First
			}
		}
		return 0, 0
	}
	for i := range t.Events {
		if t.Events[i].Event == e {
			return t.Events[i].Paths, t.Events[i].First
		}
	}
	return 0, 0
}

// Events lists the events that happened to any path, in order of first appearance.
func (o *Outlook) Events() []Event {
	var out []Event
	for y := range o.Years {
		for _, h := range o.Years[y].Events {
			if h.Paths > 0 && !slices.Contains(out, h.Event) {
				out = append(out, h.Event)
			}
		}
		for _, h := range o.Years[y].Held {
			if e := Held(h.By); !slices.Contains(out, e) {
				out = append(out, e)
			}
		}
	}
	return out
}

func (o *Outlook) paths() uint64 {
	if len(o.Whole) == 0 {
		return 0
	}
	return o.Whole[0].Histogram.Count()
}

// An Influence is how much of the spread of a measure goes with a driver.
type Influence struct {
	Driver string
	// Share is the squared correlation of the driver, added up over the years, with the
	// measure: of the variance between paths, what a straight line through it explains.
	// Shares of drivers add up to one at most, but for chance; the rest is what they do together.
	Share float64
	// Rises says that more of the driver goes with more of the measure.
	Rises bool
}

// Spread says which drivers explain the spread of a measure of the whole, the most first.
func (o *Outlook) Spread(m Measure) []Influence {
	var out []Influence
	for i := range o.Links {
		if l := &o.Links[i]; l.Measure == m {
			square, _ := l.Cross.Correlation()
			slope, _ := l.Cross.Slope()
			out = append(out, Influence{l.Driver, square, slope > 0})
		}
	}
	slices.SortStableFunc(out, func(a, b Influence) int {
		switch {
		case a.Share > b.Share:
			return -1
		case a.Share < b.Share:
			return 1
		}
		return 0
	})
	return out
}

// From is the mean difference of a measure of the whole from the first scenario, on the
// same draws, and its standard error: in pence, or in paths for an event. It is false where
// there is none.
func (o *Outlook) From(m Measure) (mean, standardError float64, ok bool) {
	i := slices.IndexFunc(o.Differences, func(d Difference) bool { return d.Measure == m })
	if i < 0 {
		return 0, 0, false
	}
	x := &o.Differences[i].Moments
	mean, ok = x.Mean()
	variance, _ := x.Variance()
	return mean, math.Sqrt(variance / float64(max(x.Count(), 1))), ok
}
