package cic

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestNothingHidesAPaymentToMembers(t *testing.T) {
	form, on := SharesSchedule3(Enacted()), law.MustDate("2026-01-01")
	pay := func(k law.PaymentKind, p law.Pence) law.Payment { return law.Payment{Kind: k, Amount: p, Declared: on} }
	for name, ps := range map[string][]law.Payment{
		"alone":       {pay(law.Patronage, 500)},
		"then a gift": {pay(law.Patronage, 500), pay(law.ToCommunity, 1)},
		"after one":   {pay(law.ToCommunity, 1), pay(law.Patronage, 500)},
		"in parts":    {pay(law.Patronage, 200), pay(law.ToCommunity, 1), pay(law.ShareInterest, 300)},
	} {
		body, err := form.Propose(settled(), &law.Books{YearStart: on.AddMonths(-12)}, ps)
		require.NoError(t, err)
		rep, err := form.Judge(body, on, law.England)
		require.NoError(t, err)
		require.ErrorIs(t, rep.Err(), ToMembers, name)
		assert.ErrorContains(t, rep.Err(), "£5.00", name)
	}
}

func TestThereIsNoSuchCompanyBeforeTheAct(t *testing.T) {
	form := SharesSchedule3(Enacted())
	for _, k := range []law.PaymentKind{law.Dividend, law.LockedDividend, law.StaffBonus, law.ToCommunity} {
		a, err := form.Allow(settled(), law.Payment{Kind: k, Declared: law.MustDate("2005-06-30")}, &law.Books{})
		require.NoError(t, err)
		assert.False(t, a.Known(), k.String())
		assert.Zero(t, a.Cap(1))
	}
}
