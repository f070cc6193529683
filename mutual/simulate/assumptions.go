package simulate

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// MaxYears bounds a projection.
const MaxYears = 100

// Assumptions are what years ahead rest on. All of them are somebody's judgement: print
// them with their sources beside any result. What is left at zero does not happen.
type Assumptions struct {
	// FirstDay is the first day of the first financial year, which lasts twelve months.
	FirstDay law.Date `json:"first_day"`
	Years    int      `json:"years"`
	// Income and Costs are those of the first year, beside contracts and pay; each grows by its
	// ratio every year after.
	Income       law.Pence `json:"income"`
	IncomeGrowth law.Ratio `json:"income_growth"`
	Costs        law.Pence `json:"costs"`
	CostGrowth   law.Ratio `json:"cost_growth"`
	// Contracts are income that ends on a day, unless it is won again.
	Contracts []Contract `json:"contracts,omitempty"`
	// Shocks change income and costs from a year on.
	Shocks []Shock `json:"shocks,omitempty"`
	// Staff is the number of employees in the first year, who grow by StaffGrowth.
	Staff       int       `json:"staff"`
	StaffGrowth law.Ratio `json:"staff_growth"`
	// Pay is a year's pay of one employee, which grows by PayGrowth, where Costs leave it out.
	// OnCosts are the employer's pension and national insurance contributions, as a part of it.
	Pay       law.Pence `json:"pay,omitzero"`
	PayGrowth law.Ratio `json:"pay_growth,omitzero"`
	OnCosts   law.Ratio `json:"on_costs,omitzero"`
	// StickyVAT is the value added tax on Costs that cannot be recovered, as a part of them.
	StickyVAT law.Ratio `json:"sticky_vat,omitzero"`
	// Recruiting is what it costs to replace an employee who leaves.
	Recruiting law.Pence `json:"recruiting,omitzero"`
	// Capital is what founders put in; Opening is accumulated profit brought in.
	Capital law.Pence `json:"capital"`
	Opening law.Pence `json:"opening"`
	// Raised is capital raised later. Withdrawable says that members may take theirs out.
	Raised       []Raise `json:"raised,omitempty"`
	Withdrawable bool    `json:"withdrawable,omitempty"`
	// Cash is the money on the first day; where it is not stated, capital and opening
	// reserves are all cash. Overdraft is how far below nothing it may go, and HoldBack the
	// cash below which no capital may be withdrawn.
	Cash      law.Fact[law.Pence] `json:"cash,omitzero"`
	Overdraft law.Pence           `json:"overdraft,omitzero"`
	HoldBack  law.Pence           `json:"hold_back,omitzero"`
	// WorkingCapital is what debtors owe, less what creditors are owed, as a part of the
	// year's income. None is there on the first day.
	WorkingCapital law.Ratio `json:"working_capital,omitzero"`
	// Members is the number of members on the first day; of employees who join the staff, the
	// part Joining becomes members. Quorum is the least who must come to a general meeting.
	Members int       `json:"members,omitzero"`
	Joining law.Ratio `json:"joining,omitzero"`
	Quorum  Quorum    `json:"quorum,omitzero"`
	// MembersTrade is the part of income that is members' own trade, and Hours the hours of
	// work of an employee in a year, for policies that share by them.
	MembersTrade law.Fact[law.Ratio] `json:"members_trade,omitzero"`
	Hours        law.Fact[int64]     `json:"hours,omitzero"`
	// DeclaredAfter is how many months after the year's end payments are declared.
	DeclaredAfter int `json:"declared_after_months"`
	// BaseRate is the Bank of England's rate throughout, for old caps that follow it.
	BaseRate law.Fact[law.Ratio] `json:"base_rate,omitzero"`
	// Drivers are what may turn out otherwise, by name.
	Drivers Drivers `json:"drivers,omitempty"`
}

// A Contract is income from one customer. It ends on a day, is put out to tender, and is
// lost, or won again for another term at another price.
type Contract struct {
	Name string `json:"name"`
	// Yearly is what it pays in the first year, Uplift how that grows every year after.
	Yearly law.Pence `json:"yearly"`
	Uplift law.Ratio `json:"uplift,omitzero"`
	// Ends is its last day. Term is the length in months of each term won after that; with
	// none it is not tendered again, and simply ends.
	Ends law.Date `json:"ends"`
	Term int      `json:"term_months,omitzero"`
	// Lost is the odds of losing each tender.
	Lost law.Ratio `json:"lost,omitzero"`
	// Costs are the yearly costs that end with it, and Staff the employees who go over to
	// whoever wins it.
	Costs law.Pence `json:"costs,omitzero"`
	Staff int       `json:"staff,omitzero"`
	// Source is who published the figures; Assumption why they were assumed.
	Source     string `json:"source,omitempty"`
	Assumption string `json:"assumption,omitempty"`
}

// A Raise is capital raised on the first day of a year, counted from 1.
type Raise struct {
	Year   int       `json:"year"`
	Amount law.Pence `json:"amount"`
}

// A Quorum is the least that must come: a number, and a part of the members rounded up.
type Quorum struct {
	Number int       `json:"number,omitzero"`
	Part   law.Ratio `json:"part,omitzero"`
}

// IsZero reports whether none is asked for.
func (q Quorum) IsZero() bool { return q == Quorum{} }

// String says how many must come.
func (q Quorum) String() string {
	switch {
	case q.Part.Num() == 0:
		return fmt.Sprintf("%d members", q.Number)
	case q.Number == 0:
		return fmt.Sprintf("%v of the members", q.Part)
	default:
		return fmt.Sprintf("%v of the members, and %d at the least", q.Part, q.Number)
	}
}

// A Shock is a lasting change in a year, counted from 1: income and costs become the given
// part of what they would have been, from then on. Contracts go with income.
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
