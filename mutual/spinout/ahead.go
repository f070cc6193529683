package spinout

import (
	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual"
	"github.com/rochdale-go/rochdale/mutual/simulate"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// Plan is the case as founders would put it to a legal form.
func (c *Case) Plan(founded law.Date) law.Plan {
	return law.Plan{
		Name: c.Name, Founded: founded, In: c.In, Staff: c.Staff.Value, Members: c.Members.Value,
		Capital: c.Capital.Value, Locked: c.Locked.Value, Activity: c.Service, ForCommunity: law.Known(c.ForCommunity.Value),
		DeclaredInterest: law.Known(c.ShareInterest.Value),
	}
}

// Assumptions are the case's years ahead, from a first day on. Contracts end as long after
// it as they do after the day on which the case is founded.
func (c *Case) Assumptions(first law.Date) *simulate.Assumptions {
	a := &simulate.Assumptions{
		FirstDay: first, Years: c.Years.Value, Income: c.Income.Value, IncomeGrowth: c.IncomeGrowth.Value,
		Costs: c.Costs.Value, CostGrowth: c.CostGrowth.Value, Staff: c.Staff.Value, StaffGrowth: c.StaffGrowth.Value,
		Capital: c.Capital.Value, Opening: c.Opening.Value, DeclaredAfter: c.DeclaredAfter.Value, Members: c.Members.Value,
		Overdraft: value(&c.Overdraft), Pay: value(&c.Pay), PayGrowth: value(&c.PayGrowth), OnCosts: value(&c.OnCosts),
		StickyVAT: value(&c.StickyVAT), Recruiting: value(&c.Recruiting), Joining: value(&c.Joining), Drivers: c.Drivers,
		Quorum: value(&c.Quorum), WorkingCapital: value(&c.WorkingCapital),
	}
	if c.Cash.Stated() {
		a.Cash = law.Known(value(&c.Cash))
	}
	for _, s := range c.Shocks {
		a.Shocks = append(a.Shocks, s.Value)
	}
	for _, x := range c.Contracts {
		x.Ends = moved(x.Ends, c.Founded.Value, first)
		a.Contracts = append(a.Contracts, x)
	}
	return a
}

// value is that of an input which may be left out, and then nothing.
func value[T any](f *law.Fact[Input[T]]) T {
	in, _ := f.Get()
	return in.Value
}

// moved is the last day of a term that began on another day: as many whole months, and days
// on top of them, after it.
func moved(last, from, to law.Date) law.Date {
	end := last.AddDays(1)
	if from == to || last.IsZero() || end.Before(from) {
		return last
	}
	years := end.Year() - from.Year()
	months := 12 * (years + 1)
	for from.AddMonths(months).IsZero() || from.AddMonths(months).After(end) {
		months--
	}
	return to.AddMonths(months).AddDays(end.Sub(from.AddMonths(months)) - 1)
}

func (c *Case) policy() *surplus.Policy {
	return &surplus.Policy{Steps: c.Policy.Value, Tax: c.Tax.Value}
}

// Scenario is the case under a legal form from a date on, the case's own where none is given:
// what simulate.Simulate takes. Its name is the form's title.
func (c *Case) Scenario(on law.Date, f legalform.Form) simulate.Scenario {
	return c.Scenarios(on, []legalform.Form{f})[0]
}

// Scenarios are the case under each of the forms, in their order. They share the years
// ahead, which are then made ready once.
func (c *Case) Scenarios(on law.Date, forms []legalform.Form) []simulate.Scenario {
	if on.IsZero() {
		on = c.Founded.Value
	}
	ahead, policy := c.Assumptions(on), c.policy()
	out := make([]simulate.Scenario, len(forms))
	for i, f := range forms {
		out[i] = simulate.Scenario{
			Name:         f.FormTitle(),
			Organisation: &mutual.Organisation{Name: c.Name, Form: f, AsAt: on, In: c.In, Body: f.Draft(c.Plan(on))},
			Assumptions:  ahead, Policy: policy,
		}
	}
	return out
}
