package simulate

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual"
	"github.com/rochdale-go/rochdale/mutual/internal/engine"
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
	Members  int
	// Money is the year as it went into the waterfall, Outcome what came of it.
	Money   surplus.Year
	Outcome *surplus.Outcome
	// Reserves are accumulated profits at the end, after payments; negative for a deficit.
	// Cash is the money there is then.
	Reserves law.Pence
	Cash     law.Pence
	// Report is the form's judgement of the body with the year's payments put to it.
	Report *law.Report
}

// A Projection is an organisation's years ahead.
type Projection struct {
	Organisation *mutual.Organisation
	Years        []Year
}

// Project steps an organisation through the years as they are assumed, with every driver at
// its median and tenders lost where that is the likelier. The organisation is not changed.
func Project(o *mutual.Organisation, a *Assumptions, p *surplus.Policy) (*Projection, error) {
	w, err := a.world()
	if err != nil {
		return nil, fmt.Errorf("assumptions: %w", err)
	}
	plan, err := surplus.For(o.Form, o.Body, p)
	if err != nil {
		return nil, err
	}
	j := &journey{Organisation: o, world: w, plan: plan}
	w.begin(&j.paths, draws{central: true})
	return j.years()
}

// Path is one path of a scenario, as Simulate runs it, with every year put through the whole
// waterfall and judged by every rule. It ends with the year in which the path is out of cash.
func (s *Scenario) Path(seed, n uint64) (*Projection, error) {
	if n >= MaxPaths {
		return nil, fmt.Errorf("path: %d is beyond %d", n, uint64(MaxPaths)-1)
	}
	m, err := s.model(map[*Assumptions]*world{})
	if err != nil {
		return nil, err
	}
	j := &journey{Organisation: s.Organisation, world: m.world, plan: m.plan, lane: int(n % engine.Width), stops: true}
	m.begin(&j.paths, draws{seed: seed, first: n - n%engine.Width})
	return j.years()
}

// years goes through all years, or up to the one in which a path ends.
func (j *journey) years() (*Projection, error) {
	out := &Projection{j.Organisation, make([]Year, 0, len(j.calendars))}
	for i := range j.calendars {
		y, err := j.year(i)
		if err != nil {
			return nil, fmt.Errorf("year %d: %w", i+1, err)
		}
		out.Years = append(out.Years, *y)
		if j.stops && y.Cash < -j.a.Overdraft {
			break
		}
	}
	return out, nil
}

// A journey is one path on its way through the years, each of which is put through the
// whole waterfall and judged by every rule.
type journey struct {
	*mutual.Organisation
	*world
	paths // of which lane is the one
	lane  int
	plan  *surplus.Plan
	funds []surplus.Fund
	past  []law.PastYear
	stops bool // when it is out of cash
}

func (j *journey) year(i int) (*Year, error) {
	c, at := &j.calendars[i], j.lane
	j.step(&j.paths, i)
	if j.overflow.Has(at) {
		return nil, j.tooMuch()
	}
	y := &Year{
		Start: c.start, End: c.end, Declared: c.declared, Income: law.Pence(j.income[at]), Costs: law.Pence(j.income[at] - j.result[at]),
		Staff: int(j.staff[at]), Members: int(j.members[at]), Money: j.money(c), Outcome: new(surplus.Outcome),
	}
	m := &y.Money
	m.Result, m.Opening, m.Funds = law.Pence(j.result[at]), law.Pence(j.reserves[at]), j.funds
	m.Capital, m.Staff, m.Past = law.Pence(j.capital[at]), y.Staff, j.past
	j.state(m)
	if err := j.plan.Year(m, y.Outcome); err != nil {
		return nil, err
	}
	var kept lanes
	kept[at] = int64(y.Outcome.Kept - y.Outcome.Drawn)
	j.settle(&j.paths, &kept, &none)
	y.Reserves, y.Cash = law.Pence(j.reserves[at]), law.Pence(j.cash[at])
	proposed, err := j.Form.Propose(j.Body, &y.Outcome.Books, y.Outcome.Payments)
	if err != nil {
		return nil, err
	}
	if y.Report, err = j.Form.Judge(proposed, c.declared, j.In); err != nil {
		return nil, err
	}
	j.funds = y.Outcome.Carried()
	j.past = append(j.past[:len(j.past):len(j.past)], law.PastYear{
		YearStart: c.start, Dividends: y.Outcome.PaidOf(law.Dividend), BaseRate: j.a.BaseRate,
	})
	return y, nil
}

// tooMuch says what has grown past its bound.
func (j *journey) tooMuch() error {
	switch at := j.lane; {
	case j.staff[at] >= mostStaff:
		return fmt.Errorf("staff: there are more than %d", mostStaff)
	case j.pay[at] >= mostPay:
		return fmt.Errorf("pay: more than %v each", law.Pence(mostPay))
	}
	return law.ErrTooLarge
}

// state states the facts that some policies share by.
func (j *journey) state(m *surplus.Year) {
	at := j.lane
	if m.Members.Stated() {
		m.Members = law.Known(j.members[at])
	}
	if m.Pay.Stated() {
		m.Pay = law.Known(law.Pence(j.wages[at]))
	}
	if part, ok := j.a.MembersTrade.Get(); ok {
		m.Trade = law.Known(law.MulDiv(law.Pence(j.income[at]), part.Num(), part.Den(), law.HalfUp))
	}
	if hours, ok := j.a.Hours.Get(); ok {
		m.Hours = law.Known(j.staff[at] * hours)
	}
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
