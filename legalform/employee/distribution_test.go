package employee_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestDistributions(t *testing.T) {
	payments := func(on string, ps ...law.Payment) func(*company) {
		return func(c *company) {
			for i := range ps {
				ps[i].Declared = law.MustDate(on)
			}
			c.Accounts.Payments = law.Known(ps)
		}
	}
	pay := func(k law.PaymentKind, amount int64) law.Payment {
		return law.Payment{Kind: k, Amount: law.Pounds(amount)}
	}
	none := payments("2025-03-31", pay(law.StaffBonus, 99_999))
	suite(employee.DistributionRules,
		kase{Name: "s. 830: all of the profits after a bonus", Code: employee.DividendOverProfits, Want: law.Met},
		kase{Name: "s. 830: a pound more", Code: employee.DividendOverProfits, Change: payments("2025-03-31", pay(law.StaffBonus, 4000), pay(law.Dividend, 4000), pay(law.Dividend, 6001)), Want: law.Breached, At: "accounts.payments[2].amount"},
		kase{Name: "s. 830: to an asset-locked holder too", Code: employee.DividendOverProfits, Change: payments("2025-03-31", pay(law.LockedDividend, 10_001)), Want: law.Breached},
		kase{Name: "s. 830: called interest on shares", Code: employee.DividendOverProfits, Change: payments("2025-03-31", pay(law.ShareInterest, 10_001)), Want: law.Breached},
		kase{Name: "s. 830: the second of two", Code: employee.DividendOverProfits, Change: payments("2025-03-31", pay(law.Dividend, 6000), pay(law.Dividend, 4000), pay(law.Dividend, 1)), Want: law.Breached, At: "accounts.payments[2].amount"},
		kase{Name: "s. 830: a bonus is no distribution", Code: employee.DividendOverProfits, Change: none, Want: law.NotApplicable},
		kase{Name: "s. 830: profits not stated", Code: employee.DividendOverProfits, Change: func(c *company) { c.Accounts.Distributable = law.Fact[law.Pence]{} }, Want: law.Unknown, At: "accounts.distributable"},
		kase{Name: "s. 830: payments not stated", Code: employee.DividendOverProfits, Change: func(c *company) { c.Accounts = employee.Accounts{} }, Want: law.Unknown, At: "accounts.payments"},
		kase{Name: "s. 830: losses", Code: employee.DividendOverProfits, Change: func(c *company) {
			c.Accounts.Distributable = pounds(-1)
			payments("2025-03-31", pay(law.Dividend, 1))(c)
		}, Want: law.Breached},
		kase{Name: "Companies Act 1985 s. 263: out of profits", Code: employee.DividendOverProfits1985, Change: payments("2000-03-31", pay(law.Dividend, 10_000)), Want: law.Met},
		kase{Name: "Companies Act 1985 s. 263: a pound more", Code: employee.DividendOverProfits1985, Change: payments("2008-04-05", pay(law.Dividend, 10_001)), Want: law.Breached},
		kase{Name: "Companies Act 1985 s. 263: no distribution", Code: employee.DividendOverProfits1985, Change: none, Want: law.NotApplicable},
		kase{Name: "Companies Act 1985: did not extend to Northern Ireland", Code: employee.DividendOverProfits1985, In: law.NorthernIreland, Change: payments("2008-04-05", pay(law.Dividend, 10_001)), Want: law.NotInForce},
	).Run(t)
}

func TestHowMuchMayBePaid(t *testing.T) {
	form, c := employee.TrustCompany(employee.Enacted()), bakery()
	books := law.Books{Distributable: pounds(10_000), Paid: []law.Payment{{Kind: law.StaffBonus, Amount: law.Pounds(4000)}, {Kind: law.Dividend, Amount: law.Pounds(5000)}}}
	allow := func(k law.PaymentKind, on string, b law.Books) law.Allowance {
		a, err := form.Allow(&c, law.Payment{Kind: k, Declared: law.MustDate(on)}, &b)
		require.NoError(t, err)
		return a
	}
	for _, k := range []law.PaymentKind{law.Dividend, law.LockedDividend} {
		a := allow(k, "2026-05-01", books)
		assert.Equal(t, law.Pounds(5000), a.Most, k)
		assert.Equal(t, employee.DividendOverProfits, a.Binding)
		assert.Equal(t, "s. 830, Companies Act 2006 (c. 46)", a.Provision.String())
		assert.Equal(t, "distributable profits: £10,000.00\nleft after what was declared for the year: £5,000.00\n", a.Working.String())
	}
	for _, k := range []law.PaymentKind{law.StaffBonus, law.ToCommunity, law.PerformanceInterest} {
		a := allow(k, "2026-05-01", books)
		assert.True(t, a.Unlimited, "what there is bounds it, and no rule does")
		assert.Empty(t, a.Binding)
		assert.True(t, a.Provision.IsZero())
	}
	for _, k := range []law.PaymentKind{law.ShareInterest, law.Patronage} {
		a := allow(k, "2026-05-01", books)
		assert.Zero(t, a.Most)
		assert.NotEmpty(t, a.Why, "the form has no such payment, and says why")
	}
	old := allow(law.Dividend, "2008-04-05", books)
	assert.Equal(t, employee.DividendOverProfits1985, old.Binding)
	assert.Equal(t, "s. 263, Companies Act 1985 (c. 6)", old.Provision.String())
	older := allow(law.Dividend, "1985-06-30", books)
	assert.False(t, older.Known())
	unstated := allow(law.Dividend, "2026-05-01", law.Books{})
	assert.Equal(t, []law.Missing{{Path: "books.distributable"}}, unstated.Missing)
	loss := allow(law.Dividend, "2026-05-01", law.Books{Distributable: pounds(-5)})
	assert.Zero(t, loss.Most)
	spent := allow(law.Dividend, "2026-05-01", law.Books{Distributable: pounds(5), Paid: []law.Payment{{Kind: law.Dividend, Amount: law.Pounds(6)}}})
	assert.Zero(t, spent.Most)
	a, err := form.Allow(&c, law.Payment{Kind: law.Dividend}, &books)
	require.NoError(t, err)
	assert.Equal(t, "payment.declared", a.Missing[0].Path)
}

// The validator and the calculator share one function: what is allowed is met, and a penny
// more is not.
func TestTheAllowanceIsWhatTheRuleAllows(t *testing.T) {
	form, c := employee.TrustCompany(employee.Enacted()), bakery()
	for _, profits := range []law.Pence{-100, 0, 1, 10_000_00} {
		books := law.Books{Distributable: law.Known(profits), Paid: []law.Payment{{Kind: law.StaffBonus, Amount: 50, Declared: law.MustDate("2026-04-30")}}}
		p := law.Payment{Kind: law.Dividend, Declared: law.MustDate("2026-05-01")}
		a, err := form.Allow(&c, p, &books)
		require.NoError(t, err)
		for more, want := range map[law.Pence]law.Outcome{0: law.Met, 1: law.Breached} {
			p.Amount = a.Most + more
			body, err := form.Propose(&c, &books, []law.Payment{p})
			require.NoError(t, err)
			rep, err := form.Judge(body, p.Declared, law.England)
			require.NoError(t, err)
			got, _ := rep.Outcome(employee.DividendOverProfits)
			assert.Equal(t, want, got, "%v of %v", p.Amount, profits)
			assert.Equal(t, want, a.Permits(p.Amount))
		}
	}
	assert.Equal(t, bakery(), c, "to propose changes nothing")
}
