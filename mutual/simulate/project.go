package simulate

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// A Year is one year of a projection.
type Year struct {
	Start, End law.Date
	// Declared is the day on which the year's payments are declared, and as at which the
	// rules are judged.
	Declared law.Date
	Income   law.Pence
	Costs    law.Pence
	Staff    int
	// Money is the year as it went into the waterfall, Outcome what came of it.
	Money   surplus.Year
	Outcome *surplus.Outcome
	// Reserves are accumulated profits at the end, after payments; negative for a deficit.
	Reserves law.Pence
	// Report is the form's judgement of the body with the year's payments put to it.
	Report *law.Report
}

// A Projection is an organisation's years ahead.
type Projection struct {
	Organisation *mutual.Organisation
	Years        []Year
}

// state is what one year hands to the next.
type state struct {
	reserves law.Pence
	funds    []surplus.Fund
	past     []law.PastYear
}

// Project steps an organisation through the years. The organisation is not changed.
func Project(o *mutual.Organisation, a *Assumptions, p *surplus.Policy) (*Projection, error) {
	if err := a.Check(); err != nil {
		return nil, fmt.Errorf("assumptions: %w", err)
	}
	ds, err := a.drivers()
	if err != nil {
		return nil, fmt.Errorf("assumptions: %w", err)
	}
	plan, err := surplus.For(o.Form, o.Body, p)
	if err != nil {
		return nil, err
	}
	out := &Projection{o, make([]Year, 0, len(ds))}
	s := state{reserves: a.Opening}
	for i, d := range ds {
		var y Year
		if s, y, err = step(o, a, plan, i, s, d); err != nil {
			return nil, fmt.Errorf("year %d: %w", i+1, err)
		}
		out.Years = append(out.Years, y)
	}
	return out, nil
}

// step is a pure function from a state and a driver to the next state.
func step(o *mutual.Organisation, a *Assumptions, plan *surplus.Plan, i int, s state, d driver) (state, Year, error) {
	start := a.FirstDay.AddMonths(12 * i)
	end := a.FirstDay.AddMonths(12 * (i + 1)).AddDays(-1)
	y := Year{Start: start, End: end, Declared: law.MonthsFrom(end, a.DeclaredAfter), Income: d.income, Costs: d.costs, Staff: d.staff}
	if y.Declared.IsZero() {
		return s, y, fmt.Errorf("%w: the calendar ends", law.ErrDate)
	}
	y.Money = surplus.Year{
		Start: start, End: end, Declared: y.Declared, Result: d.income - d.costs, Opening: s.reserves, Funds: s.funds,
		Capital: a.Capital, Staff: d.staff, BaseRate: a.BaseRate, Past: s.past,
	}
	out := new(surplus.Outcome)
	if err := plan.Year(&y.Money, out); err != nil {
		return s, y, err
	}
	y.Outcome, y.Reserves = out, s.reserves+out.Kept-out.Drawn
	proposed, err := o.Form.Propose(o.Body, &out.Books, out.Payments)
	if err != nil {
		return s, y, err
	}
	if y.Report, err = o.Form.Judge(proposed, y.Declared, o.In); err != nil {
		return s, y, err
	}
	next := state{y.Reserves, out.Carried(), append(s.past[:len(s.past):len(s.past)], law.PastYear{
		YearStart: start, Dividends: out.PaidOf(law.Dividend), BaseRate: a.BaseRate,
	})}
	return next, y, nil
}

// Total sums what was paid over the years of some kinds.
func (p *Projection) Total(kinds ...law.PaymentKind) (sum law.Pence) {
	for i := range p.Years {
		sum += p.Years[i].Outcome.PaidOf(kinds...)
	}
	return sum
}

// Reserves returns the reserves at the end of the last year.
func (p *Projection) Reserves() law.Pence {
	if len(p.Years) == 0 {
		return 0
	}
	return p.Years[len(p.Years)-1].Reserves
}

// FirstDeficit returns the first year, counted from 1, that ends with reserves below
// nothing; 0 for none.
func (p *Projection) FirstDeficit() int {
	for i := range p.Years {
		if p.Years[i].Reserves < 0 {
			return i + 1
		}
	}
	return 0
}
