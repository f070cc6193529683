package simulate

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// MaxYears bounds a projection.
const MaxYears = 100

// Bounds within which growth can be reckoned on any machine.
const (
	maxStaff = 1_000_000_000
	maxDen   = 1_000_000_000_000 // of a rate of growth
)

// Assumptions are what a projection rests on. All of them are somebody's judgement: print
// them with their sources beside any result.
type Assumptions struct {
	// FirstDay is the first day of the first financial year, which lasts twelve months.
	FirstDay law.Date `json:"first_day"`
	Years    int      `json:"years"`
	// Income and Costs are those of the first year; each grows by its ratio every year after.
	Income       law.Pence `json:"income"`
	IncomeGrowth law.Ratio `json:"income_growth"`
	Costs        law.Pence `json:"costs"`
	CostGrowth   law.Ratio `json:"cost_growth"`
	// Shocks change income and costs from a year on.
	Shocks []Shock `json:"shocks,omitempty"`
	// Staff is the number of employees in the first year, who grow by StaffGrowth.
	Staff       int       `json:"staff"`
	StaffGrowth law.Ratio `json:"staff_growth"`
	// Capital is what founders put in; Opening is accumulated profit brought in.
	Capital law.Pence `json:"capital"`
	Opening law.Pence `json:"opening"`
	// DeclaredAfter is how many months after the year's end payments are declared.
	DeclaredAfter int `json:"declared_after_months"`
	// BaseRate is the Bank of England's rate throughout, for old caps that follow it.
	BaseRate law.Fact[law.Ratio] `json:"base_rate,omitzero"`
}

// A Shock is a lasting change in a year, counted from 1: income and costs become the given
// part of what they would have been, from then on.
type Shock struct {
	Year   int       `json:"year"`
	Income law.Ratio `json:"income"`
	Costs  law.Ratio `json:"costs"`
	Why    string    `json:"why"`
}

// String says what the shock does.
func (s Shock) String() string {
	return fmt.Sprintf("from year %d income is %v and costs are %v of what they would have been: %s", s.Year, s.Income, s.Costs, s.Why)
}

// Check refuses assumptions that cannot be stepped through; the error begins with the
// place.
func (a *Assumptions) Check() error {
	one := law.Per(1, 1)
	switch {
	case a.FirstDay.IsZero():
		return fmt.Errorf("first_day: %w", law.ErrDate)
	case a.Years < 1 || a.Years > MaxYears:
		return fmt.Errorf("years: %d is not between 1 and %d", a.Years, MaxYears)
	case a.Income < 0 || a.Costs < 0 || a.Capital < 0:
		return fmt.Errorf("income, costs and capital may not be negative: %v, %v, %v", a.Income, a.Costs, a.Capital)
	case a.Income > law.MaxPence || a.Costs > law.MaxPence || a.Capital > law.MaxPence:
		return fmt.Errorf("income, costs and capital: %w: %v, %v, %v", law.ErrTooLarge, a.Income, a.Costs, a.Capital)
	case a.Opening > law.MaxPence || a.Opening < -law.MaxPence:
		return fmt.Errorf("opening: %w: %v", law.ErrTooLarge, a.Opening)
	case a.Staff < 0 || a.Staff > maxStaff:
		return fmt.Errorf("staff: %d is not between 0 and %d", a.Staff, maxStaff)
	case a.DeclaredAfter < 0 || a.DeclaredAfter > 24:
		return fmt.Errorf("declared_after_months: %d is not between 0 and 24", a.DeclaredAfter)
	}
	for _, x := range []struct {
		name string
		by   law.Ratio
	}{{"income_growth", a.IncomeGrowth}, {"cost_growth", a.CostGrowth}, {"staff_growth", a.StaffGrowth}} {
		if x.by.Cmp(one) > 0 || x.by.Cmp(law.Per(-1, 1)) < 0 {
			return fmt.Errorf("%s: %v a year is not between -100%% and 100%%", x.name, x.by)
		}
		if x.by.Den() > maxDen {
			return fmt.Errorf("%s: %v is finer than one part in %d", x.name, x.by, int64(maxDen))
		}
	}
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

// driver is what the world does to an organisation in a year.
type driver struct {
	income, costs law.Pence
	staff         int
}

// drivers works out every year's driver.
func (a *Assumptions) drivers() ([]driver, error) {
	out := make([]driver, a.Years)
	d := driver{a.Income, a.Costs, a.Staff}
	for y := range out {
		if y > 0 {
			d.income, d.costs = grow(d.income, a.IncomeGrowth), grow(d.costs, a.CostGrowth)
			staff := grow(law.Pence(d.staff), a.StaffGrowth)
			if staff > maxStaff {
				return nil, fmt.Errorf("year %d: staff: %d is more than %d", y+1, staff, maxStaff)
			}
			d.staff = int(staff)
		}
		for _, s := range a.Shocks {
			if s.Year == y+1 {
				d.income = law.MulDiv(d.income, s.Income.Num(), s.Income.Den(), law.HalfUp)
				d.costs = law.MulDiv(d.costs, s.Costs.Num(), s.Costs.Den(), law.HalfUp)
			}
		}
		if d.income > law.MaxPence || d.costs > law.MaxPence {
			return nil, fmt.Errorf("year %d: %w", y+1, law.ErrTooLarge)
		}
		out[y] = d
	}
	return out, nil
}

// grow applies one year's growth, rounded half up.
func grow(p law.Pence, by law.Ratio) law.Pence {
	return law.MulDiv(p, by.Den()+by.Num(), by.Den(), law.HalfUp)
}
