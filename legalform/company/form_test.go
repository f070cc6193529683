package company_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/company"
	"github.com/rochdale-go/rochdale/legalform/law"
)

var formPlan = law.Plan{Name: "Hill", Founded: law.MustDate("2015-04-01"), In: law.England, Staff: 4, Members: 5, Capital: law.Pounds(100)}

func ExampleShares() {
	f := company.Shares(company.Enacted())
	body := f.Draft(law.Plan{Name: "Hill", Founded: law.MustDate("2015-04-01"), In: law.England, Members: 5, Capital: law.Pounds(100)})
	books := law.Books{Distributable: law.Known(law.Pounds(10_000)), Paid: []law.Payment{{Kind: law.Dividend, Amount: law.Pounds(4_000)}}}
	a, err := f.Allow(body, law.Payment{Kind: law.Dividend, Declared: law.MustDate("2026-03-31")}, &books)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Most, a.Binding)
	// Output: £6,000.00 company.over-distributable-profits
}

func TestADividendIsBoundedByProfitsOnEitherSideOfTheLimit(t *testing.T) {
	f := company.Shares(company.Enacted())
	body, on := f.Draft(formPlan), law.MustDate("2026-03-31")
	books := law.Books{Distributable: law.Known(law.Pounds(1_000)), Paid: []law.Payment{{Kind: law.LockedDividend, Amount: law.Pounds(400)}, {Kind: law.StaffBonus, Amount: law.Pounds(90)}}}
	a, err := f.Allow(body, law.Payment{Kind: law.LockedDividend, Declared: on}, &books)
	require.NoError(t, err)
	require.True(t, a.Certain())
	assert.Equal(t, law.Pounds(600), a.Most, "pay is a cost that profits are stated without")
	for amount, want := range map[law.Pence]law.Outcome{a.Most: law.Met, a.Most + 1: law.Breached} {
		proposed, err := f.Propose(body, &books, []law.Payment{{Kind: law.Dividend, Amount: amount - 100, Declared: on}, {Kind: law.LockedDividend, Amount: 100, Declared: on}, {Kind: law.StaffBonus, Amount: 5, Declared: on}})
		require.NoError(t, err)
		rep, err := f.Judge(proposed, on, law.England)
		require.NoError(t, err)
		got, _ := rep.Outcome(company.OverProfits)
		assert.Equal(t, want, got, "%v", amount)
	}
}

func TestAllowanceOfACompany(t *testing.T) {
	c := company.Enacted()
	books := law.Books{Distributable: law.Known(law.Pounds(1_000))}
	allow := func(f *company.Form, k law.PaymentKind, on string, b *law.Books) law.Allowance {
		a, err := f.Allow(f.Draft(formPlan), law.Payment{Kind: k, Declared: law.MustDate(on)}, b)
		require.NoError(t, err)
		return a
	}
	none := allow(company.Guarantee(c), law.Dividend, "2026-03-31", &books)
	assert.Equal(t, law.Breached, none.Permits(1), "no share capital, no dividend")
	assert.NotEmpty(t, none.Why)
	interest := allow(company.Shares(c), law.ShareInterest, "2026-03-31", &books)
	assert.Equal(t, law.Breached, interest.Permits(1))
	assets := allow(company.Public(c), law.Dividend, "2026-03-31", &books)
	assert.Equal(t, law.Unknown, assets.Permits(1), "s. 831: net assets are not in the books")
	require.Len(t, assets.Missing, 2)
	assert.Equal(t, "net_assets", assets.Missing[0].Path)
	assert.Equal(t, "undistributable", assets.Missing[1].Path)
	before := allow(company.Shares(c), law.Dividend, "2008-04-05", &books)
	assert.False(t, before.Known(), "before Part 23")
	first := allow(company.Shares(c), law.Dividend, "2008-04-06", &books)
	assert.Equal(t, law.Pounds(1_000), first.Most)
	unstated := allow(company.Shares(c), law.Dividend, "2026-03-31", nil)
	assert.False(t, unstated.Known(), "books not given hold nothing")
	trade := allow(company.Shares(c), law.Patronage, "2026-03-31", &books)
	assert.False(t, trade.Known())
	pay := allow(company.Shares(c), law.StaffBonus, "2026-03-31", &books)
	assert.True(t, pay.Unlimited)
}

func TestAFormRefusesACompanyOfAnother(t *testing.T) {
	f := company.Enacted()
	shares, guarantee, public := company.Shares(f), company.Guarantee(f), company.Public(f)
	on := law.MustDate("2026-03-31")
	_, err := shares.Judge(guarantee.Draft(formPlan), on, law.England)
	require.ErrorIs(t, err, law.ErrBody)
	require.ErrorContains(t, err, "basis")
	_, err = shares.Judge(public.Draft(formPlan), on, law.England)
	require.ErrorContains(t, err, "public")
	_, err = shares.Judge(&company.Company{Members: law.Known(int64(-1))}, on, law.England)
	require.ErrorContains(t, err, "members")
}

func TestMinimumsOfACompany(t *testing.T) {
	f := company.Enacted()
	p, err := company.Public(f).Describe(law.MustDate("2009-10-01"))
	require.NoError(t, err)
	assert.Equal(t, law.Known(int64(1)), p.LeastMembers.Number)
	assert.Equal(t, law.Known(int64(2)), p.LeastDirectors.Number)
	assert.Equal(t, law.Known(law.Pounds(50_000)), p.LeastCapital.Amount)
	p, err = company.Shares(f).Describe(law.MustDate("2009-09-30"))
	require.NoError(t, err)
	assert.False(t, p.LeastMembers.Number.Stated())
	assert.False(t, p.LeastCapital.Amount.Stated())
	assert.Equal(t, "Companies Act 1985 (c. 6)", p.Under.Title)
}

func TestAPublicCompanyKeepsItsNetAssetsWhole(t *testing.T) {
	form, on := company.Public(company.Enacted()), law.MustDate("2026-03-31")
	books := law.Books{
		YearStart: law.MustDate("2025-04-01"), YearEnd: on, Distributable: law.Known(law.Pounds(1_000)),
		NetAssets: law.Known(law.Pounds(60_600)), Undistributable: law.Known(law.Pounds(60_000)),
	}
	allowed := func() law.Allowance {
		a, err := form.Allow(form.Draft(formPlan), law.Payment{Kind: law.Dividend, Declared: on}, &books)
		require.NoError(t, err)
		return a
	}
	a := allowed()
	assert.Equal(t, law.Pounds(600), a.Most, "s. 831(2)(a): what is above capital and reserves")
	assert.Equal(t, company.OverNetAssets, a.Binding)
	books.Paid = []law.Payment{{Kind: law.Dividend, Amount: law.Pounds(200), Declared: on}}
	a = allowed()
	assert.Equal(t, law.Pounds(400), a.Most, "what was declared is out of the net assets")
	books.NetAssets = law.Known(law.Pounds(61_001))
	a = allowed()
	assert.Equal(t, law.Pounds(800), a.Most, "s. 830: profits bind where net assets are ample")
	assert.Equal(t, company.OverProfits, a.Binding)
	books.NetAssets = law.Known(law.Pounds(60_200))
	a = allowed()
	assert.Equal(t, law.Breached, a.Permits(1))
	books.Undistributable = law.Fact[law.Pence]{}
	a = allowed()
	require.Len(t, a.Missing, 1)
	assert.Equal(t, "undistributable", a.Missing[0].Path)
}
