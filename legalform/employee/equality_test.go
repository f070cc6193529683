package employee_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestEqualityRequirement(t *testing.T) {
	benefits := func(change func(*employee.Benefits)) func(*company) {
		return func(c *company) { change(&c.Benefits) }
	}
	excluded := func(list ...employee.Exclusion) func(*company) {
		return benefits(func(b *employee.Benefits) { b.Excluded = law.Known(list) })
	}
	waiting := func(months int) employee.Exclusion {
		return employee.Exclusion{Ground: law.Known(employee.WaitingPeriod), Months: law.Known(months)}
	}
	request := func(written bool) employee.Exclusion {
		return employee.Exclusion{Ground: law.Known(employee.OwnRequest), InWriting: law.Known(written)}
	}
	officers := func(only, all bool) employee.Exclusion {
		return employee.Exclusion{Ground: law.Known(employee.OfficeHolders), OnlyOffice: law.Known(only), AllOffices: law.Known(all)}
	}
	reliesOnOld := func(c *company) { c.Trust.Old = law.Known(oldTrust()) }
	survivor := func(months int) func(*company) {
		return benefits(func(b *employee.Benefits) { b.SurvivorMonths = law.Known(months) })
	}
	factors := func(list ...employee.Factor) func(*company) {
		return benefits(func(b *employee.Benefits) { b.Factors = law.Known(list) })
	}
	combined := func(separate, summed bool) func(*company) {
		return benefits(func(b *employee.Benefits) {
			b.FactorsSeparate, b.TotalIsSum = law.Known(separate), law.Known(summed)
		})
	}
	suite(employee.EqualityRules,
		// EQ-01
		kase{Name: "s. 236K(1)(a): twelve months are allowed", Code: employee.SurvivorTooLong, Want: law.Met},
		kase{Name: "s. 236K(1)(a): thirteen months are not", Code: employee.SurvivorTooLong, Change: survivor(13), Want: law.Breached, At: "benefits.survivor_months"},
		kase{Name: "s. 236K(1)(a): a shorter period is the trusts' choice", Code: employee.SurvivorTooLong, Change: survivor(1), Want: law.Met},
		kase{Name: "s. 236K(1)(a): the trusts let nobody stand in", Code: employee.SurvivorTooLong, Change: survivor(0), Want: law.NotApplicable},
		kase{Name: "s. 236K(1)(a): not stated", Code: employee.SurvivorTooLong, Change: benefits(func(b *employee.Benefits) { b.SurvivorMonths = law.Fact[int]{} }), Want: law.Unknown, At: "benefits.survivor_months"},
		// EQ-02
		kase{Name: "s. 236K(1)(b): twelve months of eligibility may be asked for", Code: employee.WaitingTooLong, Want: law.Met},
		kase{Name: "s. 236K(1)(b): thirteen may not", Code: employee.WaitingTooLong, Change: excluded(waiting(13)), Want: law.Breached, At: "benefits.excluded[0].months"},
		kase{Name: "CG67840 example 15: a bar of two years infringes", Code: employee.WaitingTooLong, Change: excluded(waiting(24)), Want: law.Breached},
		kase{Name: "s. 236K(1)(b): nobody has to wait", Code: employee.WaitingTooLong, Change: excluded(), Want: law.NotApplicable},
		kase{Name: "s. 236K(1)(b): how long is not stated", Code: employee.WaitingTooLong, Change: excluded(employee.Exclusion{Ground: law.Known(employee.WaitingPeriod)}), Want: law.Unknown, At: "benefits.excluded[0].months"},
		kase{Name: "s. 236K(1)(b): whom the trusts leave out is not stated", Code: employee.WaitingTooLong, Change: benefits(func(b *employee.Benefits) { b.Excluded = law.Fact[[]employee.Exclusion]{} }), Want: law.Unknown, At: "benefits.excluded"},
		kase{Name: "s. 236K(1)(b): on what ground is not stated", Code: employee.WaitingTooLong, Change: excluded(employee.Exclusion{Who: "some"}), Want: law.Unknown, At: "benefits.excluded[0].ground"},
		// EQ-03
		kase{Name: "s. 236K(1)(c): a written request may be honoured", Code: employee.RequestNotWritten, Want: law.Met},
		kase{Name: "s. 236K(1)(c): a request by word of mouth may not", Code: employee.RequestNotWritten, Change: excluded(request(false)), Want: law.Breached, At: "benefits.excluded[0].in_writing"},
		kase{Name: "s. 236K(1)(c): no request is honoured", Code: employee.RequestNotWritten, Change: excluded(waiting(6)), Want: law.NotApplicable},
		// EQ-04
		kase{Name: "s. 236K(1)(d): all who hold only an office may be left out", Code: employee.OfficersExcluded, Want: law.Met},
		kase{Name: "s. 236K(1)(d): a director who is an employee may not", Code: employee.OfficersExcluded, Change: excluded(officers(false, true)), Want: law.Breached, At: "benefits.excluded[0].only_office"},
		kase{Name: "s. 236K(1)(d): nor some only of those who hold an office", Code: employee.OfficersExcluded, Change: excluded(officers(true, false)), Want: law.Breached, At: "benefits.excluded[0].all_offices"},
		kase{Name: "s. 236K(1)(d): no office-holder is left out", Code: employee.OfficersExcluded, Change: excluded(), Want: law.NotApplicable},
		// EQ-05
		kase{Name: "s. 236K(2): charitable purposes beside employees are allowed", Code: employee.OtherPurposes, Want: law.Met},
		kase{Name: "s. 236K(2): employees alone", Code: employee.OtherPurposes, Change: benefits(func(b *employee.Benefits) { b.Purposes = law.Known([]employee.Purpose{}) }), Want: law.Met},
		kase{Name: "s. 236J(1)(a): customers of the company", Code: employee.OtherPurposes, Want: law.Breached, At: "benefits.purposes[1]", Change: benefits(func(b *employee.Benefits) {
			b.Purposes = law.Known([]employee.Purpose{employee.Charitable, employee.OtherPurpose})
		})},
		// EQ-06
		kase{Name: "s. 236L: the trusts do not matter where the requirement is treated as met", Code: employee.OtherPurposes, Change: reliesOnOld, Want: law.NotApplicable},
		kase{Name: "s. 236L: nor do the factors", Code: employee.OtherFactors, Change: reliesOnOld, Want: law.NotApplicable},
		kase{Name: "s. 236L: nor who receives nothing", Code: employee.SomeReceiveNothing, Change: reliesOnOld, Want: law.NotApplicable},
		kase{Name: "s. 236K(4): pay, service and hours", Code: employee.OtherFactors, Want: law.Met},
		kase{Name: "s. 236K(3): everybody alike", Code: employee.OtherFactors, Change: factors(), Want: law.Met},
		kase{Name: "s. 236K(3): performance", Code: employee.OtherFactors, Change: factors(employee.Remuneration, "performance"), Want: law.Breached, At: "benefits.factors[1]"},
		kase{Name: "s. 236K(3): age", Code: employee.OtherFactors, Change: factors("age"), Want: law.Breached, At: "benefits.factors[0]"},
		// EQ-07
		kase{Name: "s. 236K(5): the grounds of s. 236K(1) aside everybody receives", Code: employee.SomeReceiveNothing, Want: law.Met},
		kase{Name: "s. 236K(5): so much an hour over twenty hours", Code: employee.SomeReceiveNothing, Want: law.Breached, At: "benefits.some_receive_nothing", Change: benefits(func(b *employee.Benefits) {
			b.SomeReceiveNothing = law.Known(true)
		})},
		kase{Name: "s. 236K(5): the night shift is left out", Code: employee.SomeReceiveNothing, Change: excluded(employee.Exclusion{Who: "the night shift", Ground: law.Known(employee.OtherGround)}), Want: law.Breached, At: "benefits.excluded[0].ground"},
		kase{Name: "s. 236K(5): nobody has judged it", Code: employee.SomeReceiveNothing, Change: benefits(func(b *employee.Benefits) { b.SomeReceiveNothing = law.Fact[bool]{} }), Want: law.Unknown, At: "benefits.some_receive_nothing"},
		// EQ-08
		kase{Name: "s. 236K(6): separate entitlements, added up", Code: employee.FactorsNotSummed, Want: law.Met},
		kase{Name: "s. 236K(6): a product of factors", Code: employee.FactorsNotSummed, Change: combined(true, false), Want: law.Breached, At: "benefits.total_is_sum"},
		kase{Name: "s. 236K(6): factors mixed in one score", Code: employee.FactorsNotSummed, Change: combined(false, true), Want: law.Breached, At: "benefits.factors_separate"},
		kase{Name: "s. 236K(6): one factor has nothing to be added to", Code: employee.FactorsNotSummed, Change: factors(employee.Hours), Want: law.NotApplicable},
		kase{Name: "s. 236K(6): how the factors combine is not stated", Code: employee.FactorsNotSummed, Change: benefits(func(b *employee.Benefits) { b.TotalIsSum = law.Fact[bool]{} }), Want: law.Unknown, At: "benefits.total_is_sum"},
	).Run(t)
}

// HMRC Employment Income Manual EIM03054, on the like rule for bonuses.
func TestA8ThreePerCentOfSalaryTimesYearsInfringesAndAddedToSoMuchAYearComplies(t *testing.T) {
	product, sum := bakery(), bakery()
	for _, c := range []*company{&product, &sum} {
		c.Benefits.Factors = law.Known([]employee.Factor{employee.Remuneration, employee.Service})
	}
	product.Benefits.FactorsSeparate, product.Benefits.TotalIsSum = law.Known(false), law.Known(false)
	assert.Equal(t, law.Breached, outcome(t, &product, "2026-11-23", employee.FactorsNotSummed))
	assert.Equal(t, law.Met, outcome(t, &sum, "2026-11-23", employee.FactorsNotSummed))
}
