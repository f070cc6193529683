package surplus_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// everything asks for the whole result as one kind of payment.
func everything(k law.PaymentKind) *surplus.Policy {
	return &surplus.Policy{Steps: []surplus.Step{{Name: "all", Kinds: []law.PaymentKind{k}, Share: law.Percent(100), Of: surplus.OfResult}}}
}

func TestAPolicyThatAsksForMoreGetsTheLawfulMaximumOfItsSchedule(t *testing.T) {
	c := cic.Enacted()
	for _, x := range []struct {
		name            string
		form            legalform.Form
		kind            law.PaymentKind
		result, opening int64
		paid            law.Pence
		by              law.Code // that refuses the rest
	}{
		{"W4: 35% of what is left of profits after losses", cic.SharesSchedule3(c), law.Dividend, 40_000, -12_000, 9_800_00, cic.OverAggregateCap},
		{"W5: profits brought forward count", cic.SharesSchedule3(c), law.Dividend, 10_000, 90_000, 10_000_00, ""},
		{"W8: an exempt dividend is outside the cap", cic.SharesSchedule3(c), law.LockedDividend, 20_000, 0, 20_000_00, ""},
		{"W8: and within distributable profits", cic.SharesSchedule3(c), law.LockedDividend, 20_000, -1_000, 19_000_00, cic.OverDistributable},
		{"W9: Schedule 2 pays no individual", cic.SharesSchedule2(c), law.Dividend, 50_000, 0, 0, cic.OutsideSchedule2},
		{"Schedule 2 pays the asset-locked body", cic.SharesSchedule2(c), law.LockedDividend, 50_000, 0, 50_000_00, ""},
		{"W10: a guarantee company has no dividend", cic.Guarantee(c), law.Dividend, 50_000, 0, 0, cic.DividendNotPermitted},
		{"nor one to a locked body", cic.Guarantee(c), law.LockedDividend, 50_000, 0, 0, cic.DividendNotPermitted},
		{"no patronage in any", cic.SharesSchedule3(c), law.Patronage, 50_000, 0, 0, cic.ToMembers},
		{"a bonus is pay", cic.Guarantee(c), law.StaffBonus, 50_000, 0, 50_000_00, ""},
	} {
		y := yearTo("2020-03-31", law.Pounds(x.result))
		y.Opening = law.Pounds(x.opening)
		body := x.form.Draft(plan())
		out, err := surplus.Distribute(x.form, body, y, everything(x.kind))
		require.NoError(t, err)
		check(t, x.form, out)
		lawful(t, x.form, body, y, everything(x.kind), out)
		assert.Equal(t, x.paid, out.Lines[0].Paid, x.name)
		if x.by == "" {
			require.NoError(t, out.Err(), x.name)
			continue
		}
		require.ErrorIs(t, out.Err(), x.by, x.name)
		require.Len(t, out.Lines[0].Refused, 1)
		assert.Equal(t, x.paid, out.Lines[0].Refused[0].Allowance.Most, x.name)
		assert.False(t, out.Lines[0].Refused[0].Allowance.Provision.IsZero(), x.name)
	}
}

func TestAPaymentThatTheFormDoesNotHaveIsAlwaysWrong(t *testing.T) {
	f := employee.TrustCompany(employee.Enacted())
	p := everything(law.ShareInterest)
	out, err := surplus.Distribute(f, f.Draft(plan()), yearTo("2020-03-31", law.Pounds(1_000)), p)
	require.NoError(t, err)
	for _, w := range []law.Weight{law.Statute, law.Practice} {
		err := out.ErrAt(w)
		require.ErrorIs(t, err, surplus.ErrNoSuch)
		assert.ErrorContains(t, err, "a company pays dividends on its shares, not interest")
	}
	p.Steps[0].Kinds = append(p.Steps[0].Kinds, law.Dividend)
	out, err = surplus.Distribute(f, f.Draft(plan()), yearTo("2020-03-31", law.Pounds(1_000)), p)
	require.NoError(t, err)
	require.NoError(t, out.Err(), "another kind serves")
	assert.Equal(t, law.Pounds(1_000), out.PaidOf(law.Dividend))
}
