package programme

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/internal/engine"
	"github.com/rochdale-go/rochdale/mutual/spinout/evidence"
)

// A Prospect is what the parameters say of one case: whether it comes to trade, and when. They
// are of all kinds of service and parent together, so that it is the prospect of a case of
// which no more is known than its support.
type Prospect struct {
	Case Case `json:"case"`
	// First is the first day of the month of its expression of interest, and Months how long
	// it is followed.
	First  law.Date `json:"first"`
	Months int      `json:"months"`
	Seed   uint64   `json:"seed"`
	Runs   uint64   `json:"runs"`
	// Launched is in how many of the runs it came to trade.
	Launched uint64 `json:"launched"`
	// AtLow and AtHigh are that number with the odds of a launch at the ends of their range;
	// none where no end is told.
	AtLow  law.Fact[uint64] `json:"at_low,omitzero"`
	AtHigh law.Fact[uint64] `json:"at_high,omitzero"`
	// Took is the months from the expression to the first of trading, over the runs in which it
	// came to trade; none where it never did.
	Took law.Fact[Spread] `json:"took,omitzero"`
	// By says in how many of the runs it traded by the end of each twelfth month.
	By []By `json:"by"`
	// Falls says where it fell before it traded, and OnItsWay in how many runs it was neither.
	Falls    []Fall `json:"falls"`
	OnItsWay uint64 `json:"on_its_way"`
	// Parameters are those that it rests on.
	Parameters  []evidence.Named `json:"parameters"`
	Assumptions []string         `json:"assumptions"`
}

// By is a number of months, and in how many runs the case had come to trade in them.
type By struct {
	Months int    `json:"months"`
	Runs   uint64 `json:"runs"`
}

// MaxProspects is how many runs of one case there may be.
const MaxProspects = 1_000_000

// ProspectOf follows one case alone through so many runs, from the month of its expression of
// interest: no other arrives, and neither money nor mentors run out.
func ProspectOf(c Case, first law.Date, months int, x evidence.Parameters, seed, runs uint64) (*Prospect, error) {
	if runs < 1 || runs > MaxProspects {
		return nil, fmt.Errorf("%w: runs: %d is not 1 to %d", ErrProgramme, runs, MaxProspects)
	}
	if c.Month != 0 {
		return nil, fmt.Errorf("%w: case.month: %d, where its own month is the first", ErrProgramme, c.Month)
	}
	if err := x.Check(); err != nil { // before anything is changed in it
		return nil, fmt.Errorf("%w: parameters.%w", ErrProgramme, err)
	}
	out := &Prospect{
		Case: c, First: first, Months: months, Seed: seed, Runs: runs, By: []By{}, Falls: []Fall{},
		Assumptions: append([]string{"One set of parameters holds for every kind of service and of parent."}, onTheWay()...),
	}
	for _, n := range x.All() {
		if bears(n.ID, &c) {
			out.Parameters = append(out.Parameters, n)
		}
	}
	p := &Programme{
		Name: "One case", First: first, Months: months, Seed: law.Known(seed), Cohort: []Case{c},
		Parameters: with(with(x, "expressions", law.Ratio{}, "One case."), "imitation", law.Ratio{}, "One case."),
	}
	p.Parameters.Fund.Value = law.Per(max(1, whole(x.Package.Value, 1)), 1)
	if err := out.follow(p); err != nil {
		return nil, err
	}
	for _, end := range []struct {
		odds law.Fact[law.Ratio]
		to   *law.Fact[uint64]
	}{{x.Launch.Low, &out.AtLow}, {x.Launch.High, &out.AtHigh}} {
		odds, ok := end.odds.Get()
		if !ok {
			continue
		}
		p.Parameters.Launch.Value = odds
		other := &Prospect{Runs: runs}
		if err := other.follow(p); err != nil {
			return nil, err
		}
		*end.to = law.Known(other.Launched)
	}
	return out, nil
}

// bears reports whether a parameter bears on one case until it trades.
func bears(id string, c *Case) bool {
	switch id {
	case "launch", "duration_median", "duration_spread", "hold", "resume", "hold_months":
		return true
	case "supported":
		return !c.Supported.Or(false)
	}
	return false
}

// Odds returns the share of the runs in which it came to trade.
func (p *Prospect) Odds() law.Ratio { return law.Per(int64(p.Launched), int64(p.Runs)) }

func (p *Prospect) follow(of *Programme) error {
	m, err := newModel(of)
	if err != nil {
		return err
	}
	r := newRun(m)
	var took engine.Histogram
	first := make([]uint64, of.Months)
	for path := range p.Runs {
		began := -1
		err := r.work(path, func(month int, live, _, _ int64) {
			if live > 0 && began < 0 {
				began = month
			}
		})
		if err != nil {
			return err
		}
		if began >= 0 {
			p.Launched++
			first[began]++
			took.Add(int64(began))
		}
	}
	if p.Launched > 0 {
		p.Took = law.Known(spreadOf(&took))
	}
	var sum uint64
	for month, n := range first {
		if sum += n; (month+1)%12 == 0 {
			p.By = append(p.By, By{month + 1, sum})
		}
	}
	p.OnItsWay = p.Runs - p.Launched
	for e, cases := range r.fell {
		if how := ending(e); cases > 0 && how != endedRetender && how != endedClosed {
			p.Falls = append(p.Falls, Fall{how.String(), cases})
			p.OnItsWay -= cases
		}
	}
	return nil
}
