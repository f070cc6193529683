package simulate

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/internal/engine"
)

// A world is assumptions made ready to be stepped through: what happens to an organisation
// before it has a surplus to distribute. It does not change.
type world struct {
	a         *Assumptions
	calendars []calendar
	// tables are the drivers by their place in driverNames, nil for none.
	tables [len(driverNames)]*engine.Table
	// lost are the odds of losing a tender, by contract.
	lost []engine.Table
	// What no driver can change, in millionths; exact holds where it is that.
	byIncome, byCosts, byStaff, byPay rate
	byUplift                          []rate
	onCosts, vat, working             law.Ratio
}

// A calendar is a year's dates, and what is fixed to happen in it.
type calendar struct {
	start, end, declared law.Date
	raised               law.Pence
	shocks               []Shock
	// stretches are by contract: the parts of the year between which it is tendered.
	stretches [][]stretch
}

// A stretch is a run of days of a year, after which a contract ends or not.
type stretch struct {
	days, of int64
	ends     bool
	tendered bool // and not simply over
}

// rate is a yearly growth. In millionths it is ready to be added to a driver's; where it is
// finer, it is applied by itself.
type rate struct {
	ppm   int64
	exact bool
	by    law.Ratio
}

func rateOf(r law.Ratio) rate {
	if million%r.Den() == 0 {
		return rate{r.Num() * (million / r.Den()), true, r}
	}
	return rate{by: r}
}

func (a *Assumptions) world() (*world, error) {
	if err := a.checkYears(); err != nil {
		return nil, err
	}
	tables, err := a.Drivers.tables()
	if err != nil {
		return nil, err
	}
	w := &world{
		a: a, byIncome: rateOf(a.IncomeGrowth), byCosts: rateOf(a.CostGrowth), byStaff: rateOf(a.StaffGrowth), byPay: rateOf(a.PayGrowth),
		onCosts: a.OnCosts, vat: a.StickyVAT, working: a.WorkingCapital, tables: tables,
	}
	for i := range a.Contracts {
		t, err := engine.Odds(a.Contracts[i].Lost)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", law.Path("contracts", i, "lost"), err)
		}
		w.lost = append(w.lost, t)
		w.byUplift = append(w.byUplift, rateOf(a.Contracts[i].Uplift))
	}
	for y := range a.Years {
		c, err := a.calendar(y)
		if err != nil {
			return nil, fmt.Errorf("year %d: %w", y+1, err)
		}
		w.calendars = append(w.calendars, c)
	}
	return w, nil
}

func (a *Assumptions) calendar(y int) (calendar, error) {
	next := a.FirstDay.AddMonths(12 * (y + 1))
	c := calendar{start: a.FirstDay.AddMonths(12 * y), end: next.AddDays(-1)}
	c.declared = law.MonthsFrom(c.end, a.DeclaredAfter)
	if c.declared.IsZero() {
		return c, fmt.Errorf("%w: the calendar ends", law.ErrDate)
	}
	for _, r := range a.Raised {
		if r.Year == y+1 {
			c.raised += r.Amount
		}
	}
	for _, s := range a.Shocks {
		if s.Year == y+1 {
			c.shocks = append(c.shocks, s)
		}
	}
	for i := range a.Contracts {
		c.stretches = append(c.stretches, a.Contracts[i].stretches(c.start, next))
	}
	return c, nil
}

// stretches cuts a year, from its first day to that of the next, at the ends of a
// contract's terms.
func (c *Contract) stretches(first, next law.Date) []stretch {
	var out []stretch
	from, of := first, int64(next.Sub(first))
	for n := 0; ; n++ {
		over := c.Ends.AddMonths(n * c.Term).AddDays(1) // the first day after a term
		if over.After(from) && !over.After(next) {
			out = append(out, stretch{int64(over.Sub(from)), of, true, c.Term > 0})
			from = over
		}
		if c.Term == 0 || over.IsZero() || over.After(next) {
			break
		}
	}
	if from.Before(next) {
		out = append(out, stretch{days: int64(next.Sub(from)), of: of})
	}
	return out
}
