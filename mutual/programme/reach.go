package programme

import (
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout/evidence"
)

// A Lever is what Reach moves.
type Lever uint8

// The levers: a parameter each, and all of them together.
const (
	LaunchRate Lever = iota + 1 // expressions a year
	Size                        // mean staff of a case
	Support                     // odds that an expression is supported
	Conversion                  // odds that a supported case launches
	Spending                    // the fund
	Together
)

var leverNames = []string{"", "launch-rate", "size", "support", "conversion", "spending", "together"}

// String gives the JSON value.
func (l Lever) String() string { return law.NameOf(leverNames, l) }

// MarshalText writes String.
func (l Lever) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText reads what String writes.
func (l *Lever) UnmarshalText(b []byte) error { return law.ParseName(l, leverNames, b, "a lever") }

// Levers lists them in order.
func Levers() []Lever { return []Lever{LaunchRate, Size, Support, Conversion, Spending, Together} }

// parameters are the ids that a lever moves.
func (l Lever) parameters() []string {
	switch l {
	case LaunchRate:
		return []string{"expressions"}
	case Size:
		return []string{"size_mean"}
	case Support:
		return []string{"supported"}
	case Conversion:
		return []string{"launch"}
	case Spending:
		return []string{"fund"}
	case Together:
		return []string{"expressions", "size_mean", "supported", "launch", "fund"}
	}
	return nil
}

// MaxFactor is by how much Reach moves a lever at most.
const MaxFactor = 1024

// fine is the least step of a factor: a 64th.
const fine = 64

// A Reached is what Reach found.
type Reached struct {
	Target
	Lever Lever `json:"lever"`
	// Possible says that the target has even odds with the lever moved by Factor, the least
	// that gives them within a 64th; where it is not possible Factor is the most that was
	// tried, since odds go no further than one.
	Possible bool      `json:"possible"`
	Factor   law.Ratio `json:"factor"`
	// Values are what the parameters then are, and Beyond those that leave their range.
	Values []evidence.Named `json:"values"`
	Beyond []string         `json:"beyond,omitempty"`
	// Odds and Workers are of the programme so moved, in the month of the target.
	Odds    law.Ratio `json:"odds"`
	Workers Spread    `json:"workers"`
	Runs    uint64    `json:"runs"`
}

// Reach asks by how much one lever, or all of them by the same factor, must be moved to give a
// target even odds. It tries factors from 1 to MaxFactor on the same draws.
func Reach(ctx context.Context, p *Programme, target Target, lever Lever, runs uint64, workers int) (*Reached, error) {
	ids := lever.parameters()
	if ids == nil {
		return nil, fmt.Errorf("%w: lever: none is given", ErrProgramme)
	}
	q := *p
	q.Targets = []Target{target}
	if err := q.Check(); err != nil {
		return nil, err
	}
	try := func(n int64) (*Reached, error) {
		x, err := moved(p.Parameters, ids, n)
		if err != nil {
			return nil, fmt.Errorf("%w: parameters.%w", ErrProgramme, err)
		}
		q.Parameters = x
		r := &Reached{Target: target, Lever: lever, Factor: law.Per(n, fine), Runs: runs}
		if err := r.try(ctx, &q, ids, workers); err != nil {
			return nil, err
		}
		return r, nil
	}
	low, high := int64(0), int64(fine)
	best, err := try(high)
	for err == nil && !best.Possible && 2*high <= MaxFactor*fine {
		if _, beyond := moved(p.Parameters, ids, 2*high); beyond != nil {
			break // no quantity of the parameter is so great
		}
		low, high = high, 2*high
		best, err = try(high)
	}
	if err != nil {
		return nil, err
	}
	if !best.Possible || low == 0 {
		return best, nil
	}
	for high-low > max(1, low/fine) {
		middle := (low + high) / 2
		r, err := try(middle)
		if err != nil {
			return nil, err
		}
		if r.Possible {
			high, best = middle, r
		} else {
			low = middle
		}
	}
	return best, nil
}

// moved multiplies parameters by so many 64ths; odds go no further than one.
func moved(x evidence.Parameters, ids []string, n int64) (evidence.Parameters, error) {
	for _, named := range x.All() {
		if !slices.Contains(ids, named.ID) {
			continue
		}
		v, err := times(named.Value, n, fine)
		if err != nil {
			return x, fmt.Errorf("%s.value: %w", named.ID, err)
		}
		if one := law.Per(1, 1); named.Unit == evidence.Probability && v.Cmp(one) > 0 {
			v = one
		}
		if x, err = x.With(named.ID, v, "moved to reach a target"); err != nil {
			return x, err
		}
	}
	return x, nil
}

// times multiplies a ratio by a fraction of two positive numbers, both at most 2^16.
func times(r law.Ratio, num, den int64) (law.Ratio, error) {
	if r.Num() > math.MaxInt64>>16 || r.Den() > math.MaxInt64>>16 {
		return law.Ratio{}, fmt.Errorf("%v is too fine to be moved", r)
	}
	return law.Per(r.Num()*num, r.Den()*den), nil
}

// try simulates.
func (r *Reached) try(ctx context.Context, q *Programme, ids []string, workers int) error {
	for _, x := range q.Parameters.All() {
		if slices.Contains(ids, x.ID) {
			r.Values = append(r.Values, x)
			if !x.Within() {
				r.Beyond = append(r.Beyond, x.ID)
			}
		}
	}
	t, err := q.tally(ctx, r.Runs, workers)
	if err != nil {
		return err
	}
	r.Odds = law.Per(int64(t.hits[0]), int64(r.Runs))
	r.Workers = spreadOf(&t.months[r.Month].staff)
	r.Possible = 2*t.hits[0] >= r.Runs
	return nil
}
