package employee_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestOptionsAndEmployeeShareholders(t *testing.T) {
	saye := func(list ...employee.SavingsContract) func(*company) {
		return func(c *company) { c.SharePlans.Savings = law.Known(list) }
	}
	csop := func(list ...employee.OptionGrant) func(*company) {
		return func(c *company) { c.SharePlans.Options = law.Known(list) }
	}
	emi := func(on string, change func(*employee.EnterpriseGrant)) func(*company) {
		return func(c *company) {
			x := grant(on)
			change(&x)
			c.SharePlans.Enterprise = law.Known([]employee.EnterpriseGrant{x})
		}
	}
	noEMI := func(c *company) { c.SharePlans.Enterprise = law.Known([]employee.EnterpriseGrant{}) }
	ess := func(change func(*employee.ShareholderAgreement)) func(*company) {
		return func(c *company) {
			x := shareholder("2024-06-09")
			change(&x)
			c.SharePlans.Shareholders = law.Known([]employee.ShareholderAgreement{x})
		}
	}
	noESS := func(c *company) { c.SharePlans.Shareholders = law.Known([]employee.ShareholderAgreement{}) }
	manifest := func(is bool) employee.SavingsContract {
		x := savings(500, 3, 79)
		x.ManifestlyLess = law.Known(is)
		return x
	}
	early := savings(251, 3, 80)
	early.On = law.MustDate("2014-04-05")
	old := option60(30_001, 0)
	old.On = law.MustDate("2023-04-05")
	new23 := old
	new23.On = law.MustDate("2023-04-06")
	is := func(ni bool) func(*employee.EnterpriseGrant) {
		return func(x *employee.EnterpriseGrant) { x.NorthernIreland, x.InAll = law.Known(ni), pounds(2_750_001) }
	}
	late := func(ni bool, on string) func(*employee.EnterpriseGrant) {
		return func(x *employee.EnterpriseGrant) {
			x.NorthernIreland, x.ExercisableUntil = law.Known(ni), law.Known(law.MustDate(on))
		}
	}
	s := suite(employee.OptionPlanRules,
		// SAYE-01
		kase{Name: "Sch 3 para 25: £500 a month", Code: employee.SavingsOverCap, Want: law.Met},
		kase{Name: "Sch 3 para 25: £501", Code: employee.SavingsOverCap, Change: saye(savings(501, 3, 80)), Want: law.Breached, At: "share_plans.save_as_you_earn[0].monthly"},
		kase{Name: "Sch 3 para 25: £251 until 5 April 2014", Code: employee.SavingsOverCap, Change: saye(early), Want: law.Breached},
		kase{Name: "Sch 3 para 25: none", Code: employee.SavingsOverCap, Change: saye(), Want: law.NotApplicable},
		kase{Name: "Sch 3 para 24: three years", Code: employee.SavingsTerm, Want: law.Met},
		kase{Name: "Sch 3 para 24: five", Code: employee.SavingsTerm, Change: saye(savings(500, 5, 80)), Want: law.Met},
		kase{Name: "Sch 3 para 24: four", Code: employee.SavingsTerm, Change: saye(savings(500, 4, 80)), Want: law.Breached, At: "share_plans.save_as_you_earn[0].years"},
		kase{Name: "Sch 3 para 24: none", Code: employee.SavingsTerm, Change: saye(), Want: law.NotApplicable},
		kase{Name: "Sch 3 para 28: 80% of the value", Code: employee.SavingsPriceTooLow, Want: law.Met},
		kase{Name: "Sch 3 para 28: manifestly less", Code: employee.SavingsPriceTooLow, Change: saye(manifest(true)), Want: law.Breached, At: "share_plans.save_as_you_earn[0].price"},
		kase{Name: "Sch 3 para 28: less, and not manifestly", Code: employee.SavingsPriceTooLow, Change: saye(manifest(false)), Want: law.Met},
		kase{Name: "Sch 3 para 28: less, and nobody has judged whether manifestly", Code: employee.SavingsPriceTooLow, Change: saye(savings(500, 3, 79)), Want: law.Unknown, At: "share_plans.save_as_you_earn[0].manifestly_less"},
		kase{Name: "Sch 3 para 28: none", Code: employee.SavingsPriceTooLow, Change: saye(), Want: law.NotApplicable},
		// CSOP-01
		kase{Name: "Sch 4 para 6: £60,000", Code: employee.OptionOverCap, Want: law.Met},
		kase{Name: "Sch 4 para 6: a pound over", Code: employee.OptionOverCap, Change: csop(option60(60_000, 1)), Want: law.Breached, At: "share_plans.company_options[0].value"},
		kase{Name: "Sch 4 para 6: £30,001 until 5 April 2023", Code: employee.OptionOverCap, Change: csop(old), Want: law.Breached},
		kase{Name: "Sch 4 para 6: and from the next day", Code: employee.OptionOverCap, Change: csop(new23), Want: law.Met},
		kase{Name: "Sch 4 para 6: none", Code: employee.OptionOverCap, Change: csop(), Want: law.NotApplicable},
		// EMI-02
		kase{Name: "Sch 5 para 5: £250,000 a person", Code: employee.EnterprisePersonOver, Want: law.Met},
		kase{Name: "Sch 5 para 5: a pound over", Code: employee.EnterprisePersonOver, Change: emi("2024-06-01", func(x *employee.EnterpriseGrant) { x.Held = pounds(1) }), Want: law.Breached, At: "share_plans.enterprise_incentives[0].value"},
		kase{Name: "Sch 5 para 5: none", Code: employee.EnterprisePersonOver, Change: noEMI, Want: law.NotApplicable},
		kase{Name: "Sch 5 para 26: 25 hours", Code: employee.EnterpriseTooLittle, Want: law.Met},
		kase{Name: "Sch 5 para 26: 75% of twenty hours", Code: employee.EnterpriseTooLittle, Change: emi("2024-06-01", func(x *employee.EnterpriseGrant) {
			x.Minutes, x.AllMinutes = law.Known[int64](900), law.Known[int64](1200)
		}), Want: law.Met},
		kase{Name: "Sch 5 para 26: a minute less than either", Code: employee.EnterpriseTooLittle, Change: emi("2024-06-01", func(x *employee.EnterpriseGrant) {
			x.Minutes, x.AllMinutes = law.Known[int64](899), law.Known[int64](1200)
		}), Want: law.Breached, At: "share_plans.enterprise_incentives[0].minutes"},
		kase{Name: "Sch 5 para 26: more than all cannot be", Code: employee.EnterpriseTooLittle, Change: emi("2024-06-01", func(x *employee.EnterpriseGrant) { x.AllMinutes = law.Known[int64](1) }), Want: law.Unknown, At: "share_plans.enterprise_incentives[0].minutes"},
		kase{Name: "Sch 5 para 26: none", Code: employee.EnterpriseTooLittle, Change: noEMI, Want: law.NotApplicable},
		// EMI-01
		kase{Name: "Sch 5 para 7: £3m in all", Code: employee.EnterpriseCompanyOver, Want: law.Met},
		kase{Name: "Sch 5 para 7: a pound over, until 5 April 2026", Code: employee.EnterpriseCompanyOver, Change: emi("2026-04-05", is(false)), Want: law.Breached, At: "share_plans.enterprise_incentives[0].value"},
		kase{Name: "Sch 5 para 7: from the next day £6m", Code: employee.EnterpriseCompanyOver, Change: emi("2026-04-06", is(false)), Want: law.Met},
		kase{Name: "Sch 5 para 7: but £3m for specified Northern Ireland companies", Code: employee.EnterpriseCompanyOver, Change: emi("2026-04-06", is(true)), Want: law.Breached},
		kase{Name: "Sch 5 para 57F: whether it is one is not stated", Code: employee.EnterpriseCompanyOver, Change: emi("2026-04-06", func(x *employee.EnterpriseGrant) { x.NorthernIreland = law.Fact[bool]{} }), Want: law.Unknown, At: "share_plans.enterprise_incentives[0].specified_northern_ireland"},
		kase{Name: "Sch 5 para 57F: it did not matter before", Code: employee.EnterpriseCompanyOver, Change: emi("2026-04-05", func(x *employee.EnterpriseGrant) { x.NorthernIreland = law.Fact[bool]{} }), Want: law.Met},
		kase{Name: "Sch 5 para 7: none", Code: employee.EnterpriseCompanyOver, Change: noEMI, Want: law.NotApplicable},
		kase{Name: "Sch 5 para 12: £30m of gross assets", Code: employee.EnterpriseTooRich, Want: law.Met},
		kase{Name: "Sch 5 para 12: a pound over", Code: employee.EnterpriseTooRich, Change: emi("2024-06-01", func(x *employee.EnterpriseGrant) { x.GrossAssets = pounds(30_000_001) }), Want: law.Breached, At: "share_plans.enterprise_incentives[0].gross_assets"},
		kase{Name: "Sch 5 para 12: £120m from 6 April 2026", Code: employee.EnterpriseTooRich, Change: emi("2026-04-06", func(x *employee.EnterpriseGrant) { x.GrossAssets = pounds(120_000_000) }), Want: law.Met},
		kase{Name: "Sch 5 para 12: none", Code: employee.EnterpriseTooRich, Change: noEMI, Want: law.NotApplicable},
		kase{Name: "Sch 5 para 12A: 249 employees", Code: employee.EnterpriseTooMany, Want: law.Met},
		kase{Name: "Sch 5 para 12A: 250", Code: employee.EnterpriseTooMany, Change: emi("2024-06-01", func(x *employee.EnterpriseGrant) { x.Employees = law.Known[int64](250) }), Want: law.Breached, At: "share_plans.enterprise_incentives[0].employees"},
		kase{Name: "Sch 5 para 12A: 499 from 6 April 2026", Code: employee.EnterpriseTooMany, Change: emi("2026-04-06", func(x *employee.EnterpriseGrant) { x.Employees = law.Known[int64](499) }), Want: law.Met},
		kase{Name: "Sch 5 para 12A: 500", Code: employee.EnterpriseTooMany, Change: emi("2026-04-06", func(x *employee.EnterpriseGrant) { x.Employees = law.Known[int64](500) }), Want: law.Breached},
		kase{Name: "Sch 5 para 12A: none", Code: employee.EnterpriseTooMany, Change: noEMI, Want: law.NotApplicable},
		kase{Name: "Sch 5 para 36: until the tenth anniversary", Code: employee.EnterpriseTooLate, Want: law.Met},
		kase{Name: "Sch 5 para 36: a day later", Code: employee.EnterpriseTooLate, Change: emi("2024-06-01", late(false, "2034-06-02")), Want: law.Breached, At: "share_plans.enterprise_incentives[0].exercisable_until"},
		kase{Name: "Sch 5 para 36: until the fifteenth from 6 April 2026", Code: employee.EnterpriseTooLate, Change: emi("2026-04-06", late(false, "2041-04-06")), Want: law.Met},
		kase{Name: "Sch 5 para 36: the tenth in specified Northern Ireland companies", Code: employee.EnterpriseTooLate, Change: emi("2026-04-06", late(true, "2036-04-07")), Want: law.Breached},
		kase{Name: "Sch 5 para 36: none", Code: employee.EnterpriseTooLate, Change: noEMI, Want: law.NotApplicable},
		// ESS-01
		kase{Name: "s. 205A: shares of £2,000", Code: employee.ShareholderTooLittle, Want: law.Met},
		kase{Name: "s. 205A: of £1,999", Code: employee.ShareholderTooLittle, Change: ess(func(x *employee.ShareholderAgreement) { x.Value = pounds(1999) }), Want: law.Breached, At: "share_plans.employee_shareholders[0].value"},
		kase{Name: "s. 205A: none", Code: employee.ShareholderTooLittle, Change: noESS, Want: law.NotApplicable},
		kase{Name: "s. 205A(6)(a): advised", Code: employee.ShareholderUnadvised, Want: law.Met},
		kase{Name: "s. 205A(6)(a): not advised", Code: employee.ShareholderUnadvised, Change: ess(func(x *employee.ShareholderAgreement) { x.Advised = law.Known(false) }), Want: law.Breached, At: "share_plans.employee_shareholders[0].advised"},
		kase{Name: "s. 205A(6)(a): none", Code: employee.ShareholderUnadvised, Change: noESS, Want: law.NotApplicable},
		kase{Name: "s. 205A(6)(b): on the eighth day", Code: employee.ShareholderTooSoon, Want: law.Met},
		kase{Name: "s. 205A(6)(b): on the seventh", Code: employee.ShareholderTooSoon, Change: ess(func(x *employee.ShareholderAgreement) { x.AdvisedOn = day("2024-06-02") }), Want: law.Breached, At: "share_plans.employee_shareholders[0].on"},
		kase{Name: "s. 205A(6)(b): none", Code: employee.ShareholderTooSoon, Change: noESS, Want: law.NotApplicable},
	)
	s.Run(t)
}

func TestLimitsOfOptions(t *testing.T) {
	on := law.MustDate("2026-04-06")
	a := employee.OptionLimit(on, law.Pounds(50_000), &enacted)
	assert.Equal(t, law.Pounds(10_000), a.Most)
	assert.Equal(t, employee.OptionOverCap, a.Binding)
	assert.Contains(t, a.Working.String(), "£60,000.00")
	a = employee.OptionLimit(on, law.Pounds(70_000), &enacted)
	assert.Zero(t, a.Most)
	a = employee.EnterpriseCompanyLimit(on, true, 0, &enacted)
	assert.Equal(t, law.Pounds(3_000_000), a.Most)
	a = employee.EnterpriseCompanyLimit(on.AddDays(-1), true, 0, &enacted)
	assert.Equal(t, law.Pounds(3_000_000), a.Most, "before April 2026 there is one limit")
	a = employee.EnterpriseLimit(on, law.Pounds(1), &enacted)
	assert.Equal(t, law.Pounds(249_999), a.Most)
	a = employee.SavingsLimit(law.MustDate("2003-04-05"), 0, &enacted)
	assert.False(t, a.Known())
	price, ok := employee.LeastOptionPrice(on, 101, &enacted)
	assert.True(t, ok)
	assert.Equal(t, law.Pence(81), price, "80.8p is not less than 80%: 81p is the least")
	_, ok = employee.LeastOptionPrice(law.MustDate("2000-01-01"), 101, &enacted)
	assert.False(t, ok)
	until, ok := employee.EnterpriseUntil(on, false, &enacted)
	assert.True(t, ok)
	assert.Equal(t, law.MustDate("2041-04-06"), until)
	_, ok = employee.EnterpriseUntil(law.MustDate("2000-01-01"), false, &enacted)
	assert.False(t, ok)
}

// ESS-01
func TestReliefOfEmployeeShareholders(t *testing.T) {
	for _, x := range []struct {
		on            string
		value         int64
		relieved, cap int64
	}{
		{"2013-08-31", 60_000, 0, 0},
		{"2013-09-01", 60_000, 50_000, 0},
		{"2016-03-16", 40_000, 40_000, 0},
		{"2016-03-17", 60_000, 50_000, 100_000},
		{"2016-11-30", 60_000, 50_000, 100_000},
		{"2016-12-01", 60_000, 0, 0},
	} {
		relieved, gainCap := employee.ShareholderReliefOf(law.MustDate(x.on), law.Pounds(x.value), &enacted)
		assert.Equal(t, law.Pounds(x.relieved), relieved, x.on)
		assert.Equal(t, law.Pounds(x.cap), gainCap, x.on)
	}
}
