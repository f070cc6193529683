package employee

import (
	"errors"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// How money may be shared among employees so that the equality requirement is met: by pay,
// service and hours only, each by itself, and added up (s. 236K(6); for bonuses s. 312C(8)).
// A product of factors cannot be written with these types.

// ErrAward is wrapped by every refusal to work out an award.
var ErrAward = errors.New("cannot work out this award")

// A Worker is all that an award may look at.
type Worker struct {
	ID string `json:"id"`
	// Pay is remuneration, Months completed months of service, and Minutes those worked in a
	// week, or over whatever period the terms choose for everybody.
	Pay     law.Pence `json:"pay"`
	Months  int64     `json:"months"`
	Minutes int64     `json:"minutes"`
}

// level is how much of a factor a worker has.
func (w *Worker) level(f Factor) int64 {
	switch f {
	case Remuneration:
		return int64(w.Pay)
	case Service:
		return w.Months
	default:
		return w.Minutes
	}
}

func (w *Worker) check() error {
	for _, f := range [...]Factor{Remuneration, Service, Hours} {
		if n := w.level(f); n < 0 || n > int64(law.MaxPence) {
			return fmt.Errorf("%w: worker %.40q: %s of %d", ErrAward, w.ID, f, n)
		}
	}
	return nil
}

// Steps says how an amount for so much of a factor is counted up.
type Steps uint8

// Exact pays for every part of a step, rounded as the element says; Begun pays a step in
// full as soon as it is begun; Complete pays complete steps only; CompleteOrFirst too, and
// one step to whoever has begun the first and not completed it.
const (
	Exact Steps = iota
	Begun
	Complete
	CompleteOrFirst
)

var steps = []string{"exact", "begun", "complete", "complete-or-first"}

// String gives the JSON value.
func (s Steps) String() string { return law.NameOf(steps, s) }

// MarshalText writes String.
func (s Steps) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what String writes.
func (s *Steps) UnmarshalText(b []byte) error {
	return law.ParseName(s, steps, b, "a way of counting steps")
}

// An Element is a separate entitlement by one factor: Each for every Per of it. Per counts
// pence of pay, months of service or minutes; ByPay, ByService and ByHours take pounds, years
// and hours.
type Element struct {
	Factor Factor       `json:"factor"`
	Each   law.Pence    `json:"each"`
	Per    int64        `json:"per"`
	Steps  Steps        `json:"steps,omitempty"`
	Round  law.Rounding `json:"round,omitempty"`
}

// ByPay pays an amount for so much pay: £2 for every £100.
func ByPay(each, per law.Pence, steps Steps) Element {
	return Element{Factor: Remuneration, Each: each, Per: int64(per), Steps: steps}
}

// ByService pays an amount for so many years of service.
func ByService(each law.Pence, years int64, steps Steps) Element {
	return Element{Factor: Service, Each: each, Per: 12 * years, Steps: steps}
}

// ByHours pays an amount for so many hours.
func ByHours(each law.Pence, hours int64, steps Steps) Element {
	return Element{Factor: Hours, Each: each, Per: 60 * hours, Steps: steps}
}

// amount is what the element gives for a level of its factor.
func (e *Element) amount(level int64) law.Pence {
	if e.Steps == Exact {
		return law.MulDiv(e.Each, level, e.Per, e.Round)
	}
	steps := level / e.Per
	if rest := level % e.Per; rest > 0 && (e.Steps == Begun || e.Steps == CompleteOrFirst && steps == 0) {
		steps++
	}
	return law.MulDiv(e.Each, steps, 1, law.Down)
}

// A Formula is the terms of an award: an entitlement for each element, added up.
type Formula []Element

// An Award is what a worker receives: Parts in the order of the elements, and their sum.
type Award struct {
	ID    string      `json:"id"`
	Parts []law.Pence `json:"parts"`
	Total law.Pence   `json:"total"`
}

// Check refuses an element by a factor that the statute does not name, or of no step.
func (f Formula) Check() error {
	for i, e := range f {
		switch {
		case !e.Factor.Allowed():
			return fmt.Errorf("%w: element %d: %.40q is not a factor that may be used", ErrAward, i, string(e.Factor))
		case e.Per <= 0 || e.Each < 0 || e.Each > law.MaxPence || e.Steps > CompleteOrFirst:
			return fmt.Errorf("%w: element %d: %v for every %d", ErrAward, i, e.Each, e.Per)
		}
	}
	return nil
}

// Award works out what a worker receives.
func (f Formula) Award(w Worker) (Award, error) {
	if err := errors.Join(f.Check(), w.check()); err != nil {
		return Award{}, err
	}
	a := Award{ID: w.ID, Parts: make([]law.Pence, len(f))}
	for i := range f {
		a.Parts[i] = f[i].amount(w.level(f[i].Factor))
		if a.Parts[i] > law.MaxPence-a.Total {
			return Award{}, fmt.Errorf("%w: worker %.40q: %w", ErrAward, w.ID, law.ErrTooLarge)
		}
		a.Total += a.Parts[i]
	}
	return a, nil
}

// A Pool is a sum to be shared out: so many parts of it by each factor, each part among the
// workers in proportion to their levels.
type Pool struct {
	Total law.Pence   `json:"total"`
	Parts []PoolShare `json:"parts"`
}

// A PoolShare is how large a part of a pool one factor shares out.
type PoolShare struct {
	Factor Factor `json:"factor"`
	Weight int64  `json:"weight"`
}

// Awards shares the pool out, to the penny by the largest remainder: first among the
// factors, then each factor's part among the workers. The awards add up to the pool. It
// refuses a part that has nobody to go to.
func (p Pool) Awards(workers []Worker) ([]Award, error) {
	if p.Total > law.MaxPence {
		return nil, fmt.Errorf("%w: %w", ErrAward, law.ErrTooLarge)
	}
	weights := make([]int64, len(p.Parts))
	for i, part := range p.Parts {
		if !part.Factor.Allowed() {
			return nil, fmt.Errorf("%w: part %d: %.40q is not a factor that may be used", ErrAward, i, string(part.Factor))
		}
		weights[i] = part.Weight
	}
	amounts, err := law.Split(p.Total, weights)
	if err != nil {
		return nil, fmt.Errorf("%w: parts: %w", ErrAward, err)
	}
	awards, levels := make([]Award, len(workers)), make([]int64, len(workers))
	for j := range workers {
		if err := workers[j].check(); err != nil {
			return nil, err
		}
		awards[j] = Award{ID: workers[j].ID, Parts: make([]law.Pence, len(p.Parts))}
	}
	for i, part := range p.Parts {
		for j := range workers {
			levels[j] = workers[j].level(part.Factor)
		}
		shares, err := law.Split(amounts[i], levels)
		if err != nil {
			return nil, fmt.Errorf("%w: the part by %s: %w", ErrAward, part.Factor, err)
		}
		for j, share := range shares {
			awards[j].Parts[i] = share
			awards[j].Total += share
		}
	}
	return awards, nil
}

// LeavesSomeWithNothing reports whether some of the awards, but not all, are of nothing:
// terms that have this effect infringe the equality requirement (ss. 236K(5), 312C(7)).
func LeavesSomeWithNothing(awards []Award) bool {
	nothing := 0
	for i := range awards {
		if awards[i].Total == 0 {
			nothing++
		}
	}
	return nothing > 0 && nothing < len(awards)
}
