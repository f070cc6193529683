package employee_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func treated(b employee.Bonus, exempted int64) employee.Bonus {
	b.Exempted = pounds(exempted)
	return b
}

func TestExemptionOfBonuses(t *testing.T) {
	list := func(bs ...employee.Bonus) func(*company) {
		return func(c *company) { c.Bonuses = law.Known(bs) }
	}
	unstated := func(c *company) { c.Bonuses = law.Fact[[]employee.Bonus]{} }
	trustees, no, silent := treated(paid("2025-01-31", 500), 500), treated(paid("2025-01-31", 500), 500), treated(paid("2025-01-31", 500), 500)
	trustees.Payer = law.Known(employee.Trustees)
	no.Qualifying = law.Known(false)
	silent.Qualifying = law.Fact[bool]{}
	half := treated(paid("2025-01-31", 5000), 1799)
	half.Exempted = law.Known(law.Pence(1800_01))
	thirds := treated(paid("2025-01-31", 5000), 1801)

	suite(employee.BonusRules,
		kase{Name: "s. 312A(1): paid by the employing company", Code: employee.BonusNotQualifying, Want: law.Met},
		kase{Name: "s. 312A(1): paid by the trustees", Code: employee.BonusNotQualifying, Change: list(trustees), Want: law.Breached, At: "bonuses[0].payer"},
		kase{Name: "s. 312A(1): paid by the trustees and taxed", Code: employee.BonusNotQualifying, Change: list(treated(trustees, 0)), Want: law.Met},
		kase{Name: "s. 312B: judged not to qualify", Code: employee.BonusNotQualifying, Change: list(no), Want: law.Breached, At: "bonuses[0].qualifying"},
		kase{Name: "s. 312B: nobody has judged it", Code: employee.BonusNotQualifying, Change: list(silent), Want: law.Unknown, At: "bonuses[0].qualifying"},
		kase{Name: "Sch 37 para 8: one of the payments was received before the exemption began", Code: employee.BonusNotQualifying, Change: list(treated(paid("2014-09-30", 10), 10), treated(paid("2014-10-01", 10), 10)), Want: law.Breached, At: "bonuses[0].on"},
		kase{Name: "s. 312A(1): no bonus was paid", Code: employee.BonusNotQualifying, Change: list(), Want: law.NotApplicable},
		kase{Name: "s. 312A(1): whether one was paid is not stated", Code: employee.BonusNotQualifying, Change: unstated, Want: law.Unknown, At: "bonuses"},
		kase{Name: "s. 312A(1): how much was treated as exempt is not stated", Code: employee.BonusNotQualifying, Change: list(paid("2025-01-31", 10)), Want: law.Unknown, At: "bonuses[0].exempted"},
		kase{Name: "s. 312A(1): more treated as exempt than was paid cannot be", Code: employee.BonusNotQualifying, Change: list(treated(paid("2025-01-31", 10), 11)), Want: law.Unknown, At: "bonuses[0].exempted"},

		kase{Name: "s. 312A(2): exactly the exempt amount", Code: employee.BonusOverExempt, Want: law.Met},
		kase{Name: "s. 312A(2): a pound over it", Code: employee.BonusOverExempt, Change: list(treated(paid("2025-01-31", 3000), 3000), treated(paid("2025-03-31", 1000), 601)), Want: law.Breached, At: "bonuses[1].exempted"},
		kase{Name: "s. 312A(2): an exempt amount for each tax year", Code: employee.BonusOverExempt, Change: list(treated(paid("2025-01-31", 3600), 3600), treated(paid("2025-04-06", 3600), 3600)), Want: law.Met},
		kase{Name: "s. 312A(4): two amounts in one group", Code: employee.BonusOverExempt, Change: list(by("a", "g", treated(paid("2025-01-31", 3600), 3600)), by("b", "g", treated(paid("2025-03-31", 100), 100))), Want: law.Breached, At: "bonuses[1].exempted"},
		kase{Name: "s. 312A(2): less may be treated as exempt than is", Code: employee.BonusOverExempt, Change: list(treated(paid("2025-01-31", 3600), 0)), Want: law.Met},
		kase{Name: "s. 312A(2): no bonus was paid", Code: employee.BonusOverExempt, Change: list(), Want: law.NotApplicable},
		kase{Name: "s. 312A(2): a payment to nobody", Code: employee.BonusOverExempt, Change: list(to("", treated(paid("2025-01-31", 10), 10))), Want: law.Unknown, At: "bonuses"},
		kase{Name: "s. 312A(2): whether a payment qualifies is not stated", Code: employee.BonusOverExempt, Change: list(silent), Want: law.Unknown, At: "bonuses[0].qualifying"},

		kase{Name: "s. 312A(6)(a): the earlier payment first", Code: employee.BonusOutOfOrder, Want: law.Met},
		kase{Name: "s. 312A(6)(a): the later payment first", Code: employee.BonusOutOfOrder, Change: list(treated(paid("2025-01-31", 3000), 2600), treated(paid("2025-03-31", 1000), 1000)), Want: law.Breached, At: "bonuses[1].exempted"},
		kase{Name: "s. 312A(7): by payroll row and not in proportion", Code: employee.BonusOutOfOrder, Change: list(treated(paid("2025-01-31", 3000), 3000), treated(paid("2025-01-31", 3000), 600)), Want: law.Breached, At: "bonuses[0].exempted"},
		kase{Name: "s. 312A(7): in proportion", Code: employee.BonusOutOfOrder, Change: list(treated(paid("2025-01-31", 5000), 1800), treated(paid("2025-01-31", 5000), 1800)), Want: law.Met},
		kase{Name: "s. 312A(7): a penny is a matter of rounding", Code: employee.BonusOutOfOrder, Change: list(half, treated(paid("2025-01-31", 5000), 1799)), Want: law.Met},
		kase{Name: "s. 312A(7): a pound is not", Code: employee.BonusOutOfOrder, Change: list(thirds, treated(paid("2025-01-31", 5000), 1799)), Want: law.Breached, At: "bonuses[0].exempted"},
		kase{Name: "s. 312A(6): no bonus was paid", Code: employee.BonusOutOfOrder, Change: list(), Want: law.NotApplicable},
	).Run(t)
}

func TestBonusesReceivedBeforeTheExemptionBeganAreNotJudged(t *testing.T) {
	c := bakery()
	c.Bonuses = law.Known([]employee.Bonus{treated(paid("2014-09-30", 10), 10)})
	assert.Equal(t, law.NotInForce, outcome(t, &c, "2026-11-23", employee.BonusNotQualifying))
}
