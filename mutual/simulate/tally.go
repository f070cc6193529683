package simulate

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/internal/engine"
)

// A Tally is what is known of the paths of a run: counts, sums and histograms of whole
// numbers. Tallies of parts of a run are merged into that of the whole, to the same bytes
// in any order. It is written as JSON, and read back strictly.
type Tally struct {
	// Fingerprint is that of the Spec.
	Fingerprint string `json:"fingerprint"`
	// Ranges are the paths counted, in order: from the first of each to before the second.
	Ranges    []Range   `json:"ranges"`
	Scenarios []Outlook `json:"scenarios"`
}

// A Range is a run of paths: From is the first of them, To the first that is not.
type Range struct {
	From uint64 `json:"from"`
	To   uint64 `json:"to"`
}

// An Outlook is what a tally knows of one scenario.
type Outlook struct {
	Name string `json:"name"`
	Form string `json:"form"`
	// Years are by year; Whole is of all years together: the payments added up, and how each
	// path ends.
	Years []YearTally `json:"years"`
	Whole []Measured  `json:"whole"`
	// Links are how each driver moves with how paths end.
	Links []Link `json:"links,omitempty"`
	// Differences are from the first scenario, path by path; none for itself.
	Differences []Difference `json:"differences,omitempty"`
	// Scalar counts the years of paths that went through the waterfall one by one.
	Scalar uint64 `json:"scalar"`
}

// A YearTally is one year of a scenario.
type YearTally struct {
	Measures []Measured `json:"measures"`
	Events   []Happened `json:"events,omitempty"`
	// Held are the rules by which payments are held back, in the order of their codes.
	Held []HeldBack `json:"held,omitempty"`
}

// Measured is the distribution of a measure over paths.
type Measured struct {
	Measure   Measure          `json:"measure"`
	Histogram engine.Histogram `json:"histogram"`
}

// Happened counts the paths to which an event happened in a year, and those to which it
// happened for the first time.
type Happened struct {
	Event Event  `json:"event"`
	Paths uint64 `json:"paths"`
	First uint64 `json:"first"`
}

// HeldBack counts the paths on which a rule holds a payment back in a year, and those on
// which it does for the first time. No code stands for a form that has no such payment.
type HeldBack struct {
	By    law.Code `json:"by,omitempty"`
	Paths uint64   `json:"paths"`
	First uint64   `json:"first"`
}

// held finds the count of a rule, or adds it.
func (t *YearTally) held(by law.Code) *HeldBack {
	i, ok := slices.BinarySearchFunc(t.Held, by, func(h HeldBack, c law.Code) int { return strings.Compare(string(h.By), string(c)) })
	if !ok {
		t.Held = slices.Insert(t.Held, i, HeldBack{By: by})
	}
	return &t.Held[i]
}

// A Link is how a driver, added up over the years, moves with a measure of the whole.
type Link struct {
	Driver  string       `json:"driver"`
	Measure Measure      `json:"measure"`
	Cross   engine.Cross `json:"cross"`
}

// A Difference is how far a measure of the whole is from that of the first scenario, on the
// same path.
type Difference struct {
	Measure Measure        `json:"measure"`
	Moments engine.Moments `json:"moments"`
}

// Errors of tallies that do not go together.
var (
	ErrOtherSpec = errors.New("a tally of another specification")
	ErrTwice     = errors.New("paths that are counted already")
)

// Paths is how many paths are counted.
func (t *Tally) Paths() (n uint64) {
	for _, r := range t.Ranges {
		n += r.To - r.From
	}
	return n
}

// Merge adds what another tally counted. It refuses a tally of another specification, and
// one of paths that are counted already, and then changes nothing.
func (t *Tally) Merge(other *Tally) error {
	if t.Fingerprint != other.Fingerprint {
		return fmt.Errorf("%w: %.12s, not %.12s", ErrOtherSpec, other.Fingerprint, t.Fingerprint)
	}
	if err := t.fits(other); err != nil {
		return err
	}
	ranges, err := joined(t.Ranges, other.Ranges)
	if err != nil {
		return err
	}
	t.Ranges = ranges
	t.add(other)
	return nil
}

// add adds what a tally of the same make counted.
func (t *Tally) add(other *Tally) {
	for i := range t.Scenarios {
		t.Scenarios[i].merge(&other.Scenarios[i])
	}
}

// joined puts two lists of ranges in order and closes the gaps of nothing between them.
func joined(a, b []Range) ([]Range, error) {
	all := slices.Concat(a, b)
	slices.SortFunc(all, func(x, y Range) int {
		switch {
		case x.From < y.From:
			return -1
		case x.From > y.From:
			return 1
		}
		return 0
	})
	var out []Range
	for _, r := range all {
		last := len(out) - 1
		switch {
		case last < 0 || r.From > out[last].To:
			out = append(out, r)
		case r.From < out[last].To:
			return nil, fmt.Errorf("%w: from %d to %d", ErrTwice, r.From, min(r.To, out[last].To)-1)
		default:
			out[last].To = r.To
		}
	}
	return out, nil
}

// fits refuses a tally that was put together otherwise, as one read from a file may be.
func (t *Tally) fits(other *Tally) error {
	same := len(t.Scenarios) == len(other.Scenarios)
	for i := 0; same && i < len(t.Scenarios); i++ {
		same = t.Scenarios[i].alike(&other.Scenarios[i])
	}
	if !same {
		return fmt.Errorf("%w: its scenarios, years or measures are others", ErrOtherSpec)
	}
	return nil
}

func (o *Outlook) alike(p *Outlook) bool {
	measured := func(a, b Measured) bool { return a.Measure == b.Measure }
	return o.Name == p.Name && o.Form == p.Form &&
		slices.EqualFunc(o.Years, p.Years, func(a, b YearTally) bool {
			return slices.EqualFunc(a.Measures, b.Measures, measured) &&
				slices.EqualFunc(a.Events, b.Events, func(x, y Happened) bool { return x.Event == y.Event })
		}) &&
		slices.EqualFunc(o.Whole, p.Whole, measured) &&
		slices.EqualFunc(o.Links, p.Links, func(a, b Link) bool { return a.Driver == b.Driver && a.Measure == b.Measure }) &&
		slices.EqualFunc(o.Differences, p.Differences, func(a, b Difference) bool { return a.Measure == b.Measure })
}

func (o *Outlook) merge(p *Outlook) {
	for y := range o.Years {
		a, b := &o.Years[y], &p.Years[y]
		for i := range a.Measures {
			a.Measures[i].Histogram.Merge(&b.Measures[i].Histogram)
		}
		for i := range a.Events {
			a.Events[i].Paths += b.Events[i].Paths
			a.Events[i].First += b.Events[i].First
		}
		for _, h := range b.Held {
			x := a.held(h.By)
			x.Paths += h.Paths
			x.First += h.First
		}
	}
	for i := range o.Whole {
		o.Whole[i].Histogram.Merge(&p.Whole[i].Histogram)
	}
	for i := range o.Links {
		o.Links[i].Cross.Merge(&p.Links[i].Cross)
	}
	for i := range o.Differences {
		o.Differences[i].Moments.Merge(&p.Differences[i].Moments)
	}
	o.Scalar += p.Scalar
}
