package charity_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/charity"
	"github.com/rochdale-go/rochdale/legalform/law"
)

var formPlan = law.Plan{Name: "Hill", Founded: law.MustDate("2022-04-01"), In: law.England, Staff: 4, Members: 5}

func TestACharityPaysNoProfitToItsMembers(t *testing.T) {
	f := charity.Enacted()
	books := law.Books{Distributable: law.Known(law.Pounds(1_000))}
	for _, form := range []*charity.Form{charity.CharitableCompany(f), charity.CIO(f), charity.Academy(f)} {
		body := form.Draft(formPlan)
		for k := law.Dividend; k <= law.PerformanceInterest; k++ {
			a, err := form.Allow(body, law.Payment{Kind: k, Declared: law.MustDate("2026-03-31")}, &books)
			require.NoError(t, err)
			switch k {
			case law.StaffBonus, law.ToCommunity:
				assert.True(t, a.Unlimited && a.Known(), "%s %v", form.ID, k)
			case law.PerformanceInterest:
				assert.False(t, a.Known(), "%s %v", form.ID, k)
			default:
				assert.Equal(t, law.Breached, a.Permits(1), "%s %v", form.ID, k)
				assert.Equal(t, "Charities Act 2011 (c. 25)", a.Provision.Title)
			}
		}
	}
}

func TestACharitableCompanyIsJudgedAsACompanyToo(t *testing.T) {
	form := charity.CharitableCompany(charity.Enacted())
	rep, err := form.Judge(form.Draft(formPlan), law.MustDate("2026-03-31"), law.England)
	require.NoError(t, err)
	got, ok := rep.Outcome("company.too-few-directors")
	require.True(t, ok)
	assert.Equal(t, law.Met, got)
	require.NoError(t, rep.ErrAt(law.Statute, law.Guidance, law.OwnRules))
}

func TestACharitysFormRefusesAnother(t *testing.T) {
	f := charity.Enacted()
	_, err := charity.CIO(f).Judge(charity.Academy(f).Draft(formPlan), law.MustDate("2026-03-31"), law.England)
	require.ErrorIs(t, err, law.ErrBody)
	require.ErrorContains(t, err, "kind")
	_, err = charity.CIO(f).Judge(&charity.Charity{Kind: law.Known(charity.FoundationCIO)}, law.MustDate("2026-03-31"), law.England)
	require.NoError(t, err, "a CIO whose trustees are its only members is a CIO")
	_, err = charity.CIO(f).Judge(&charity.Charity{Members: law.Known(int64(-1))}, law.MustDate("2026-03-31"), law.England)
	require.ErrorContains(t, err, "members")
}

func TestAnAcademyThatStaffControlIsQuestioned(t *testing.T) {
	form := charity.Academy(charity.Enacted())
	plan := formPlan
	for _, control := range []bool{false, true} {
		plan.StaffControl = law.Known(control)
		rep, err := form.Judge(form.Draft(plan), plan.Founded, law.England)
		require.NoError(t, err)
		got, _ := rep.Outcome(charity.AcademyEmployeeTrustees)
		assert.Equal(t, control, got == law.Breached)
		parents, _ := rep.Outcome(charity.AcademyTooFewParents)
		assert.Equal(t, law.Met, parents)
	}
	p, err := form.Describe(plan.Founded)
	require.NoError(t, err)
	assert.Equal(t, law.Known(int64(3)), p.LeastMembers.Number)
	assert.NotEmpty(t, p.Reserved.Says)
}

func TestACIOExistsFromItsDay(t *testing.T) {
	form := charity.CIO(charity.Enacted())
	_, err := form.Describe(law.MustDate("2013-01-01"))
	require.ErrorIs(t, err, law.ErrNoForm)
	require.ErrorContains(t, err, "in England and Wales since 2 January 2013")
	p, err := form.Describe(law.MustDate("2013-01-02"))
	require.NoError(t, err)
	assert.Equal(t, law.Known(int64(1)), p.LeastMembers.Number, "s. 205(2)(c)")
	assert.Equal(t, law.Known(int64(1)), p.LeastDirectors.Number, "s. 206(2)(b)")
	assert.ErrorIs(t, p.Exists(law.MustDate("2013-01-02"), law.Scotland), law.ErrNoForm)
}
