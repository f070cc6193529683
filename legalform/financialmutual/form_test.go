package financialmutual_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/financialmutual"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestACreditUnionOfTwentyIsTooSmall(t *testing.T) {
	form := financialmutual.CreditUnionForm(financialmutual.Enacted())
	on := law.MustDate("2015-04-01")
	for members, want := range map[int]bool{20: true, 21: false} {
		rep, err := form.Judge(form.Draft(law.Plan{Founded: on, Members: members}), on, law.Scotland)
		require.NoError(t, err)
		assert.Equal(t, want, rep.Err() != nil, "%d", members)
	}
	p, err := form.Describe(on)
	require.NoError(t, err)
	assert.Equal(t, law.Known(int64(21)), p.LeastMembers.Number)
}

func TestWhoSupervisesAFinancialMutualIsOfItsDay(t *testing.T) {
	f := financialmutual.Enacted()
	type form interface {
		FormID() string
		Describe(law.Date) (law.Profile, error)
	}
	for _, tc := range []struct {
		form    form
		on      string
		names   []string
		permits string
	}{
		{financialmutual.BuildingSocietyForm(f), "2001-11-30", []string{"the registrar, or commission, of the day"}, "section/19"},
		{financialmutual.BuildingSocietyForm(f), "2001-12-01", []string{"the Financial Services Authority"}, "section/40"},
		{financialmutual.FriendlySocietyForm(f), "2013-03-31", []string{"the Financial Services Authority"}, "section/40"},
		{financialmutual.FriendlySocietyForm(f), "2013-04-01", []string{"the Financial Conduct Authority", "the Prudential Regulation Authority"}, "section/55A"},
		{financialmutual.CreditUnionForm(f), "2002-07-01", []string{"the registrar, or commission, of the day"}, "section/19"},
		{financialmutual.CreditUnionForm(f), "2002-07-02", []string{"the Financial Services Authority"}, "section/40"},
	} {
		p, err := tc.form.Describe(law.MustDate(tc.on))
		require.NoError(t, err)
		var names []string
		for _, r := range p.Regulators {
			names = append(names, r.Name)
		}
		assert.Equal(t, tc.names, names, "%s %s", tc.form.FormID(), tc.on)
		assert.Contains(t, p.Reserved.By.Link(law.Date{}), tc.permits, "%s %s", tc.form.FormID(), tc.on)
	}
}

func TestMembersOfBuildingAndFriendlySocietiesAreLiableWithinLimits(t *testing.T) {
	on := law.MustDate("2026-11-23")
	for least, describe := range map[int64]func(law.Date) (law.Profile, error){
		10: financialmutual.BuildingSocietyForm(financialmutual.Enacted()).Describe,
		7:  financialmutual.FriendlySocietyForm(financialmutual.Enacted()).Describe,
	} {
		p, err := describe(on)
		require.NoError(t, err)
		assert.Equal(t, law.Known(true), p.Limited.Is)
		assert.Equal(t, law.Known(least), p.LeastMembers.Number)
	}
}
