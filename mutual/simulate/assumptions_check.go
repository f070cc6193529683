package simulate

import (
	"errors"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Bounds within which every year can be reckoned in 64 bits.
const (
	maxStaff     = 1_000_000_000
	maxMoved     = 1_000_000 // employees on one contract
	maxMembers   = 1_000_000_000
	maxPay       = 1_000_000_00 // a million pounds
	maxContract  = 1e16
	maxDen       = 1_000_000_000_000
	maxTerm      = 1200
	maxContracts = 50
	maxHours     = 10_000
)

// Check refuses assumptions that cannot be stepped through; the error begins with the
// place.
func (a *Assumptions) Check() error {
	if err := a.checkYears(); err != nil {
		return err
	}
	return a.Drivers.Check()
}

// checkYears is Check of all but the drivers.
func (a *Assumptions) checkYears() error {
	switch {
	case a.FirstDay.IsZero():
		return fmt.Errorf("first_day: %w", law.ErrDate)
	case a.Years < 1 || a.Years > MaxYears:
		return fmt.Errorf("years: %d is not between 1 and %d", a.Years, MaxYears)
	case a.FirstDay.AddMonths(12 * a.Years).IsZero():
		return fmt.Errorf("years: %w: the calendar ends before %d years from %v do", law.ErrDate, a.Years, a.FirstDay)
	case a.DeclaredAfter < 0 || a.DeclaredAfter > 24:
		return fmt.Errorf("declared_after_months: %d is not between 0 and 24", a.DeclaredAfter)
	}
	for _, err := range []error{
		amount("income", a.Income), amount("costs", a.Costs), amount("capital", a.Capital), amount("overdraft", a.Overdraft),
		amount("hold_back", a.HoldBack),
		signed("opening", a.Opening), signed("cash", a.Cash.Or(0)),
		growth("income_growth", a.IncomeGrowth), growth("cost_growth", a.CostGrowth), growth("staff_growth", a.StaffGrowth),
		growth("pay_growth", a.PayGrowth),
		fraction("on_costs", a.OnCosts), fraction("sticky_vat", a.StickyVAT), fraction("joining", a.Joining), fraction("quorum.part", a.Quorum.Part),
		fraction("members_trade", a.MembersTrade.Or(law.Ratio{})), growth("working_capital", a.WorkingCapital),
		count("staff", a.Staff, maxStaff), count("members", a.Members, maxMembers), count("quorum.number", a.Quorum.Number, maxMembers),
		count("hours", int(min(a.Hours.Or(0), maxHours+1)), maxHours),
		small("pay", a.Pay), small("recruiting", a.Recruiting), a.checkContracts(), a.checkShocks(), a.checkRaises(),
	} {
		if err != nil {
			return err
		}
	}
	return nil
}

func amount(name string, p law.Pence) error {
	if p < 0 {
		return fmt.Errorf("%s: %v is negative", name, p)
	}
	return signed(name, p)
}

func signed(name string, p law.Pence) error {
	if p > law.MaxPence || p < -law.MaxPence {
		return fmt.Errorf("%s: %w", name, law.ErrTooLarge)
	}
	return nil
}

func growth(name string, r law.Ratio) error {
	if r.Cmp(law.Per(1, 1)) > 0 || r.Cmp(law.Per(-1, 1)) < 0 {
		return fmt.Errorf("%s: %v a year is not between -100%% and 100%%", name, r)
	}
	if r.Den() > maxDen {
		return fmt.Errorf("%s: %v is finer than one part in %d", name, r, int64(maxDen))
	}
	return nil
}

func fraction(name string, r law.Ratio) error {
	if r.Num() < 0 {
		return fmt.Errorf("%s: %v is negative", name, r)
	}
	return growth(name, r)
}

func count(name string, n, most int) error {
	if n < 0 || n > most {
		return fmt.Errorf("%s: %d is not between 0 and %d", name, n, most)
	}
	return nil
}

// small is an amount for one employee, which is multiplied by their number.
func small(name string, p law.Pence) error {
	if p < 0 || p > maxPay {
		return fmt.Errorf("%s: %v is not between nothing and %v", name, p, law.Pence(maxPay))
	}
	return nil
}

func (a *Assumptions) checkShocks() error {
	for i, s := range a.Shocks {
		switch {
		case s.Year < 1:
			return fmt.Errorf("%s: %d is before the first year", law.Path("shocks", i, "year"), s.Year)
		case s.Income.Num() <= 0:
			return fmt.Errorf("%s: %v is not a part of what it was; 100%% leaves it so", law.Path("shocks", i, "income"), s.Income)
		case s.Costs.Num() <= 0:
			return fmt.Errorf("%s: %v is not a part of what they were; 100%% leaves them so", law.Path("shocks", i, "costs"), s.Costs)
		}
	}
	return nil
}

func (a *Assumptions) checkRaises() error {
	for i, r := range a.Raised {
		if r.Year < 1 || r.Year > a.Years {
			return fmt.Errorf("%s: %d is not between 1 and %d", law.Path("raised", i, "year"), r.Year, a.Years)
		}
		if err := amount(law.Path("raised", i, "amount"), r.Amount); err != nil {
			return err
		}
	}
	return nil
}

func (a *Assumptions) checkContracts() error {
	if len(a.Contracts) > maxContracts {
		return fmt.Errorf("contracts: %d are more than %d", len(a.Contracts), maxContracts)
	}
	staff, seen := 0, make(map[string]int, len(a.Contracts))
	for i := range a.Contracts {
		c := &a.Contracts[i]
		if err := c.check(a.FirstDay); err != nil {
			return fmt.Errorf("%s%w", law.Path("contracts", i, ""), err)
		}
		if j, ok := seen[c.Name]; ok {
			return fmt.Errorf("%s: contracts[%d] has that name already", law.Path("contracts", i, "name"), j)
		}
		seen[c.Name] = i
		if staff += c.Staff; staff > a.Staff {
			return fmt.Errorf("%s: %d on contracts so far, where there are %d in all", law.Path("contracts", i, "staff"), staff, a.Staff)
		}
	}
	return nil
}

func (c *Contract) check(first law.Date) error {
	switch {
	case c.Name == "":
		return errors.New(".name: none is given")
	case c.Ends.IsZero():
		return errors.New(".ends: no date is given")
	case c.Ends.Before(first):
		return fmt.Errorf(".ends: %v is before the first day, %v", c.Ends, first)
	case c.Yearly > maxContract || c.Costs > maxContract:
		return fmt.Errorf(": %v and %v a year: more than %v is beyond any contract", c.Yearly, c.Costs, law.Pence(maxContract))
	case c.Source == "" && c.Assumption == "":
		return errors.New(": give its source, or say why it is assumed")
	case c.Source != "" && c.Assumption != "":
		return errors.New(": it has a source, and is yet called an assumption")
	}
	for _, err := range []error{
		amount(".yearly", c.Yearly), amount(".costs", c.Costs), growth(".uplift", c.Uplift), fraction(".lost", c.Lost),
		count(".staff", c.Staff, maxMoved), count(".term_months", c.Term, maxTerm),
	} {
		if err != nil {
			return err
		}
	}
	return nil
}
