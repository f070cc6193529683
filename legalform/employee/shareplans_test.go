package employee_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// bakersPlans has an entry of each plan, each within its limits.
func bakersPlans() employee.SharePlans {
	return employee.SharePlans{
		Incentive:    law.Known([]employee.PlanAward{free(3600), partnership(1500, 15_000), matching(20, 10), dividendShares()}),
		Savings:      law.Known([]employee.SavingsContract{savings(500, 3, 80)}),
		Options:      law.Known([]employee.OptionGrant{option60(60_000, 0)}),
		Enterprise:   law.Known([]employee.EnterpriseGrant{grant("2024-06-01")}),
		Shareholders: law.Known([]employee.ShareholderAgreement{shareholder("2024-06-09")}),
	}
}

func planAward(kind employee.PlanKind) employee.PlanAward {
	return employee.PlanAward{On: law.MustDate("2024-06-01"), Kind: law.Known(kind), WaitingMonths: law.Known(18), HoldingMonths: law.Known(36), HoldingVaried: law.Known(false), Accumulated: law.Known(false), SameTerms: law.Known(true), Before: pounds(0)}
}

func free(value int64) employee.PlanAward {
	a := planAward(employee.FreeShares)
	a.Value, a.HoldingMonths = pounds(value), law.Known(60)
	a.Factors, a.TotalIsSum = law.Known([]employee.Factor{employee.Remuneration, employee.Service}), law.Known(true)
	a.Performance.MethodOne = law.Known(false)
	return a
}

func partnership(value, salary int64) employee.PlanAward {
	a := planAward(employee.PartnershipShares)
	a.Value, a.Salary, a.LeastDeduction, a.HoldingMonths = pounds(value), pounds(salary), pounds(10), law.Known(0)
	return a
}

func matching(n, bought int64) employee.PlanAward {
	a := planAward(employee.MatchingShares)
	a.Matching, a.Bought, a.Alike = law.Known(n), law.Known(bought), law.Known(true)
	return a
}

func dividendShares() employee.PlanAward { return planAward(employee.DividendShares) }

// savings is an option over shares worth £100.
func savings(monthly int64, years int, price int64) employee.SavingsContract {
	return employee.SavingsContract{On: law.MustDate("2024-06-01"), Monthly: pounds(monthly), Others: pounds(0), Years: law.Known(years), Price: pounds(price), Value: pounds(100)}
}

func option60(value, held int64) employee.OptionGrant {
	return employee.OptionGrant{On: law.MustDate("2024-06-01"), Value: pounds(value), Held: pounds(held)}
}

func grant(on string) employee.EnterpriseGrant {
	return employee.EnterpriseGrant{
		On: law.MustDate(on), NorthernIreland: law.Known(false), Value: pounds(250_000), Held: pounds(0), InAll: pounds(2_750_000),
		GrossAssets: pounds(30_000_000), Employees: law.Known[int64](249), Minutes: law.Known[int64](1500), AllMinutes: law.Known[int64](2400),
		ExercisableUntil: law.Known(law.MustDate(on).AddMonths(120)),
	}
}

func shareholder(on string) employee.ShareholderAgreement {
	return employee.ShareholderAgreement{On: law.MustDate(on), Value: pounds(2000), Advised: law.Known(true), AdvisedOn: law.Known(law.MustDate(on).AddDays(-8))}
}

// setDates moves every entry of a list, and what is counted from its day.
func setDates[V any](list []V, d law.Date) {
	for i := range list {
		switch x := any(&list[i]).(type) {
		case *employee.PlanAward:
			x.On = d
		case *employee.SavingsContract:
			x.On = d
		case *employee.OptionGrant:
			x.On = d
		case *employee.EnterpriseGrant:
			x.On = d
		case *employee.ShareholderAgreement:
			x.On = d
		}
	}
}

func TestShareIncentivePlans(t *testing.T) {
	plan := func(list ...employee.PlanAward) func(*company) {
		return func(c *company) { c.SharePlans.Incentive = law.Known(list) }
	}
	free := func(change func(*employee.PlanAward)) func(*company) {
		a := free(3600)
		change(&a)
		return plan(a)
	}
	part := func(change func(*employee.PlanAward)) func(*company) {
		a := partnership(1500, 15_000)
		change(&a)
		return plan(a)
	}
	holding := func(kind employee.PlanKind, months int) func(*company) {
		a := planAward(kind)
		a.HoldingMonths = law.Known(months)
		return plan(a)
	}
	method := func(all, rest, best, other int64) func(*company) {
		return free(func(a *employee.PlanAward) {
			a.Performance = employee.PlanPerformance{
				MethodOne: law.Known(true), Shares: law.Known(all), Otherwise: law.Known(rest), BestPerformance: law.Known(best), BestOtherwise: law.Known(other),
			}
		})
	}
	dated := func(a employee.PlanAward, on string) employee.PlanAward {
		a.On = law.MustDate(on)
		return a
	}
	suite(employee.SharePlanRules,
		// SIP-01
		kase{Name: "Sch 2 para 16: eighteen months may be asked for", Code: employee.PlanWaitingTooLong, Want: law.Met},
		kase{Name: "Sch 2 para 16: nineteen may not", Code: employee.PlanWaitingTooLong, Change: free(func(a *employee.PlanAward) { a.WaitingMonths = law.Known(19) }), Want: law.Breached, At: "share_plans.share_incentive[0].waiting_months"},
		kase{Name: "Sch 2 para 16: six months before an accumulation period", Code: employee.PlanWaitingTooLong, Want: law.Met, Change: part(func(a *employee.PlanAward) {
			a.Accumulated, a.WaitingMonths = law.Known(true), law.Known(6)
		})},
		kase{Name: "Sch 2 para 16: seven", Code: employee.PlanWaitingTooLong, Want: law.Breached, Change: part(func(a *employee.PlanAward) {
			a.Accumulated, a.WaitingMonths = law.Known(true), law.Known(7)
		})},
		kase{Name: "Sch 2 para 16: whether there is one is not stated", Code: employee.PlanWaitingTooLong, Want: law.Unknown, At: "share_plans.share_incentive[0].accumulated", Change: part(func(a *employee.PlanAward) {
			a.Accumulated = law.Fact[bool]{}
		})},
		kase{Name: "Sch 2 para 16: no awards", Code: employee.PlanWaitingTooLong, Change: plan(), Want: law.NotApplicable},
		// SIP-02
		kase{Name: "Sch 2 para 35: exactly £3,600", Code: employee.PlanFreeOverCap, Want: law.Met},
		kase{Name: "Sch 2 para 35: a pound over", Code: employee.PlanFreeOverCap, Change: free(func(a *employee.PlanAward) { a.Value = pounds(3601) }), Want: law.Breached, At: "share_plans.share_incentive[0].value"},
		kase{Name: "Sch 2 para 35: with what was awarded before in the year", Code: employee.PlanFreeOverCap, Change: free(func(a *employee.PlanAward) { a.Before = pounds(1) }), Want: law.Breached},
		kase{Name: "Sch 2 para 35: £3,001 until 5 April 2014", Code: employee.PlanFreeOverCap, Change: plan(dated(func() employee.PlanAward { a := planAward(employee.FreeShares); a.Value = pounds(3001); return a }(), "2014-04-05")), Want: law.Breached},
		kase{Name: "Sch 2 para 35: and from the next day", Code: employee.PlanFreeOverCap, Change: plan(dated(func() employee.PlanAward { a := planAward(employee.FreeShares); a.Value = pounds(3001); return a }(), "2014-04-06")), Want: law.Met},
		kase{Name: "Sch 2 para 35: less than nothing cannot be", Code: employee.PlanFreeOverCap, Change: free(func(a *employee.PlanAward) { a.Value = pounds(-1) }), Want: law.Unknown, At: "share_plans.share_incentive[0].value"},
		kase{Name: "Sch 2 para 35: no free shares", Code: employee.PlanFreeOverCap, Change: plan(matching(1, 1)), Want: law.NotApplicable},
		// SIP-03
		kase{Name: "Sch 2 para 46: 10% of £15,000", Code: employee.PlanPartnershipOverCap, Want: law.Met},
		kase{Name: "Sch 2 para 46: a pound over 10%", Code: employee.PlanPartnershipOverCap, Change: part(func(a *employee.PlanAward) { a.Value = pounds(1501) }), Want: law.Breached, At: "share_plans.share_incentive[0].value"},
		kase{Name: "Sch 2 para 46: £1,801 of a large salary", Code: employee.PlanPartnershipOverCap, Change: plan(partnership(1801, 90_000)), Want: law.Breached},
		kase{Name: "Sch 2 para 46: the salary is not stated", Code: employee.PlanPartnershipOverCap, Change: part(func(a *employee.PlanAward) { a.Salary = law.Fact[law.Pence]{} }), Want: law.Unknown, At: "share_plans.share_incentive[0].salary"},
		kase{Name: "Sch 2 para 46: the limit before April 2014 is not held", Code: employee.PlanPartnershipOverCap, Change: plan(dated(partnership(1, 15_000), "2014-04-05")), Want: law.Unknown, At: "figures.employee.sip_partnership_cap"},
		kase{Name: "Sch 2 para 46: no partnership shares", Code: employee.PlanPartnershipOverCap, Change: plan(), Want: law.NotApplicable},
		// SIP-04
		kase{Name: "Sch 2 para 47: a minimum of £10", Code: employee.PlanDeductionTooHigh, Want: law.Met},
		kase{Name: "Sch 2 para 47: of £11", Code: employee.PlanDeductionTooHigh, Change: part(func(a *employee.PlanAward) { a.LeastDeduction = pounds(11) }), Want: law.Breached, At: "share_plans.share_incentive[0].least_deduction"},
		kase{Name: "Sch 2 para 47: no partnership shares", Code: employee.PlanDeductionTooHigh, Change: plan(), Want: law.NotApplicable},
		// SIP-05
		kase{Name: "Sch 2 para 60: two for one", Code: employee.PlanMatchingOverRatio, Want: law.Met},
		kase{Name: "Sch 2 para 60: 21 for ten", Code: employee.PlanMatchingOverRatio, Change: plan(matching(21, 10)), Want: law.Breached, At: "share_plans.share_incentive[0].matching"},
		kase{Name: "Sch 2 para 60: one for none", Code: employee.PlanMatchingOverRatio, Change: plan(matching(1, 0)), Want: law.Breached},
		kase{Name: "Sch 2 para 60: no matching shares", Code: employee.PlanMatchingOverRatio, Change: plan(), Want: law.NotApplicable},
		// SIP-06
		kase{Name: "Sch 2 para 9: units by pay and service, added", Code: employee.PlanFactorsNotSummed, Want: law.Met},
		kase{Name: "ETASSUM21100: multiplied", Code: employee.PlanFactorsNotSummed, Change: free(func(a *employee.PlanAward) { a.TotalIsSum = law.Known(false) }), Want: law.Breached, At: "share_plans.share_incentive[0].total_is_sum"},
		kase{Name: "Sch 2 para 9: by age", Code: employee.PlanFactorsNotSummed, Change: free(func(a *employee.PlanAward) { a.Factors = law.Known([]employee.Factor{"age"}) }), Want: law.Breached, At: "share_plans.share_incentive[0].factors[0]"},
		kase{Name: "Sch 2 para 9: no free shares", Code: employee.PlanFactorsNotSummed, Change: plan(), Want: law.NotApplicable},
		kase{Name: "Sch 2 para 41: a fifth without regard to performance, and four times", Code: employee.PlanPerformanceTooMuch, Change: method(1000, 200, 40, 10), Want: law.Met},
		kase{Name: "Sch 2 para 41: less than a fifth", Code: employee.PlanPerformanceTooMuch, Change: method(1000, 199, 40, 10), Want: law.Breached, At: "share_plans.share_incentive[0].performance.otherwise"},
		kase{Name: "Sch 2 para 41: more than four times", Code: employee.PlanPerformanceTooMuch, Change: method(1000, 200, 41, 10), Want: law.Breached, At: "share_plans.share_incentive[0].performance.best_by_performance"},
		kase{Name: "Sch 2 para 41: not by method one", Code: employee.PlanPerformanceTooMuch, Want: law.NotApplicable},
		// SIP-07
		kase{Name: "Sch 2 paras 36, 57, 61, 67: five years, none, three and three", Code: employee.PlanHoldingPeriod, Want: law.Met},
		kase{Name: "Sch 2 para 36: less than three years", Code: employee.PlanHoldingPeriod, Change: holding(employee.FreeShares, 35), Want: law.Breached, At: "share_plans.share_incentive[0].holding_months"},
		kase{Name: "Sch 2 para 61: more than five", Code: employee.PlanHoldingPeriod, Change: holding(employee.MatchingShares, 61), Want: law.Breached},
		kase{Name: "Sch 2 para 57: any for partnership shares", Code: employee.PlanHoldingPeriod, Change: holding(employee.PartnershipShares, 1), Want: law.Breached},
		kase{Name: "Sch 2 para 67: more than three years for dividend shares", Code: employee.PlanHoldingPeriod, Change: holding(employee.DividendShares, 37), Want: law.Breached},
		kase{Name: "Sch 2 para 36: one period", Code: employee.PlanHoldingVaried, Want: law.Met},
		kase{Name: "Sch 2 para 36: lengthened later", Code: employee.PlanHoldingVaried, Change: free(func(a *employee.PlanAward) { a.HoldingVaried = law.Known(true) }), Want: law.Breached, At: "share_plans.share_incentive[0].holding_varied"},
		kase{Name: "Sch 2 para 36: no free or matching shares", Code: employee.PlanHoldingVaried, Change: plan(partnership(1, 15_000)), Want: law.NotApplicable},
		kase{Name: "Sch 2 paras 8-9: all on the same terms", Code: employee.PlanNotSameTerms, Want: law.Met},
		kase{Name: "Sch 2 paras 8-9: the shop is not invited", Code: employee.PlanNotSameTerms, Change: free(func(a *employee.PlanAward) { a.SameTerms = law.Known(false) }), Want: law.Breached, At: "share_plans.share_incentive[0].same_terms"},
		kase{Name: "Sch 2 paras 8-9: no awards", Code: employee.PlanNotSameTerms, Change: plan(), Want: law.NotApplicable},
		kase{Name: "Sch 2 para 60: of the same class, day and basis", Code: employee.PlanMatchingNotAlike, Want: law.Met},
		kase{Name: "Sch 2 para 60: of another class", Code: employee.PlanMatchingNotAlike, Want: law.Breached, At: "share_plans.share_incentive[0].matching_alike", Change: func(c *company) {
			a := matching(20, 10)
			a.Alike = law.Known(false)
			plan(a)(c)
		}},
		kase{Name: "Sch 2 para 60: no matching shares are awarded", Code: employee.PlanMatchingNotAlike, Change: plan(), Want: law.NotApplicable},
		kase{Name: "Sch 2 para 36: no awards", Code: employee.PlanHoldingPeriod, Change: plan(), Want: law.NotApplicable},
		kase{Name: "Sch 2 para 36: whether there are is not stated", Code: employee.PlanHoldingPeriod, Change: func(c *company) { c.SharePlans.Incentive = law.Fact[[]employee.PlanAward]{} }, Want: law.Unknown, At: "share_plans.share_incentive"},
	).Run(t)
}

func TestA21PartnershipShareMoney(t *testing.T) {
	on := law.MustDate("2025-06-01")
	for salary, want := range map[int64]int64{15_000: 1500, 18_000: 1800, 24_000: 1800} {
		a := employee.PartnershipLimit(on, pounds(salary), 0, &enacted)
		assert.Equal(t, law.Pounds(want), a.Most, salary)
	}
	a := employee.PartnershipLimit(on, pounds(15_000), law.Pounds(1400), &enacted)
	assert.Equal(t, law.Pounds(100), a.Most)
	a = employee.PartnershipLimit(on, law.Fact[law.Pence]{}, 0, &enacted)
	assert.False(t, a.Known())
	a = employee.PartnershipLimit(law.MustDate("2010-01-01"), pounds(15_000), 0, &enacted)
	assert.False(t, a.Known(), "the limits before April 2014 are not held")
}

func TestMatchingLimitAndShareholderFrom(t *testing.T) {
	on := law.MustDate("2024-06-01")
	n, ok := employee.MatchingLimit(on, 10, &enacted)
	assert.True(t, ok)
	assert.Equal(t, int64(20), n)
	n, _ = employee.MatchingLimit(on, -1, &enacted)
	assert.Zero(t, n)
	_, ok = employee.MatchingLimit(law.MustDate("2000-01-01"), 10, &enacted)
	assert.False(t, ok)
	first, ok := employee.ShareholderFrom(law.MustDate("2024-06-01"), law.MustDate("2024-06-09"), &enacted)
	assert.True(t, ok)
	assert.Equal(t, law.MustDate("2024-06-09"), first)
	_, ok = employee.ShareholderFrom(on, law.MustDate("2013-08-31"), &enacted)
	assert.False(t, ok)
}

// SIP-07: a share that entered a plan worth £10 and leaves it worth £7 or £15.
func TestLeavingCharge(t *testing.T) {
	leave := func(kind employee.PlanKind, left string, exit int64, good bool) law.Pence {
		x, ok := employee.LeavingCharge(kind, law.MustDate("2020-03-01"), law.MustDate(left), 10_00, law.Pounds(exit), good, &enacted)
		require.True(t, ok)
		assert.NotEmpty(t, x.Why)
		return x.Taxed
	}
	for _, kind := range []employee.PlanKind{employee.FreeShares, employee.PartnershipShares, employee.MatchingShares} {
		assert.Equal(t, law.Pounds(15), leave(kind, "2023-02-28", 15, false), "the last day of three years")
		assert.Equal(t, law.Pounds(10), leave(kind, "2023-03-01", 15, false))
		assert.Equal(t, law.Pounds(7), leave(kind, "2023-03-01", 7, false))
		assert.Equal(t, law.Pounds(10), leave(kind, "2025-02-28", 15, false), "the last day of five")
		assert.Zero(t, leave(kind, "2025-03-01", 15, false))
		assert.Zero(t, leave(kind, "2020-03-02", 15, true))
	}
	assert.Zero(t, leave(employee.DividendShares, "2020-03-02", 15, false))
	assert.Zero(t, leave(employee.DividendShares, "2023-03-01", 15, false))
	_, ok := employee.LeavingCharge(employee.FreeShares, law.MustDate("2020-03-01"), law.MustDate("2020-02-29"), 0, 0, false, &enacted)
	assert.False(t, ok)
	_, ok = employee.LeavingCharge(employee.FreeShares, law.MustDate("2000-03-01"), law.MustDate("2020-02-29"), 0, 0, false, &enacted)
	assert.False(t, ok)
}

// SIP-08
func TestTheCapOnReinvestedDividendsEnded(t *testing.T) {
	_, was := enacted.ReinvestmentCap.At(law.MustDate("2013-04-05"))
	_, is := enacted.ReinvestmentCap.At(law.MustDate("2013-04-06"))
	assert.True(t, was)
	assert.False(t, is)
}

func FuzzShareLimits(f *testing.F) {
	f.Add(int64(1_500_000), int64(100_000))
	f.Add(int64(-1), int64(-9223372036854775808))
	on := law.MustDate("2025-06-01")
	f.Fuzz(func(t *testing.T, salary, used int64) {
		a := employee.PartnershipLimit(on, law.Known(law.Pence(salary)), law.Pence(used), &enacted)
		if a.Most < 0 || a.Most > law.Pounds(1800) {
			t.Fatalf("%v", a.Most)
		}
	})
}

func ExamplePartnershipLimit() {
	figures := employee.Enacted()
	a := employee.PartnershipLimit(law.MustDate("2026-06-01"), law.Known(law.Pounds(15_000)), law.Pounds(300), &figures)
	fmt.Print(a.Working.String())
	fmt.Println(a.Most)
	// Output:
	// partnership share money a tax year: £1,800.00
	// less what is used already: £300.00
	// part of salary: 10%
	// of salary: £1,500.00
	// £1,200.00
}
