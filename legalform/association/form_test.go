package association_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/association"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestWhatAnAssociationMayPay(t *testing.T) {
	f := association.Enacted()
	plan := law.Plan{Name: "Hill", Founded: law.MustDate("2015-04-01"), In: law.England, Members: 5}
	type want map[law.PaymentKind]string
	for _, tc := range []struct {
		form *association.Form
		want want
	}{
		{association.UnincorporatedAssociation(f), want{law.Dividend: "none", law.ShareInterest: "none", law.Patronage: "unknown", law.StaffBonus: "open"}},
		{association.GeneralPartnership(f), want{law.Dividend: "none", law.ShareInterest: "unknown", law.Patronage: "open", law.ToCommunity: "open"}},
		{association.LimitedLiability(f), want{law.LockedDividend: "none", law.ShareInterest: "unknown", law.Patronage: "open", law.StaffBonus: "open"}},
	} {
		body := tc.form.Draft(plan)
		for k, want := range tc.want {
			a, err := tc.form.Allow(body, law.Payment{Kind: k}, nil)
			require.NoError(t, err)
			got := map[law.Outcome]string{law.Met: "open", law.Breached: "none", law.Unknown: "unknown"}[a.Permits(1)]
			assert.Equal(t, want, got, "%s %v", tc.form.ID, k)
		}
	}
	a, err := association.GeneralPartnership(f).Allow(&association.Association{}, law.Payment{Kind: law.Patronage}, nil)
	require.NoError(t, err)
	assert.Equal(t, "kind", a.Missing[0].Path)
}

func TestAPartnershipOfOneIsNone(t *testing.T) {
	f := association.Enacted()
	for _, form := range []*association.Form{association.GeneralPartnership(f), association.LimitedLiability(f)} {
		p, err := form.Describe(law.MustDate("2015-04-01"))
		require.NoError(t, err)
		assert.Equal(t, law.Known(int64(2)), p.LeastMembers.Number, form.ID)
	}
	llp := association.LimitedLiability(f)
	rep, err := llp.Judge(llp.Draft(law.Plan{Founded: law.MustDate("2015-04-01"), Members: 1}), law.MustDate("2015-04-01"), law.England)
	require.NoError(t, err)
	require.ErrorIs(t, rep.Err(), association.LLPTooFewMembers)
	_, err = llp.Describe(law.MustDate("2001-04-05"))
	require.ErrorIs(t, err, law.ErrNoForm)
	_, err = llp.Judge(&association.Association{Kind: law.Known(association.Partnership)}, law.MustDate("2015-04-01"), law.England)
	require.ErrorContains(t, err, "kind")
}

func TestTaxIsToldSinceTheActsThatAreCited(t *testing.T) {
	f := association.Enacted()
	for _, tc := range []struct {
		describe func(law.Date) (law.Profile, error)
		on       string
		notes    int
	}{
		{association.GeneralPartnership(f).Describe, "2005-04-05", 0},
		{association.GeneralPartnership(f).Describe, "2005-04-06", 1},
		{association.LimitedLiability(f).Describe, "2005-04-05", 0},
		{association.LimitedLiability(f).Describe, "2005-04-06", 1},
		{association.UnincorporatedAssociation(f).Describe, "2010-03-31", 0},
		{association.UnincorporatedAssociation(f).Describe, "2010-04-01", 1},
	} {
		p, err := tc.describe(law.MustDate(tc.on))
		require.NoError(t, err)
		assert.Len(t, p.Tax, tc.notes, tc.on)
	}
}
