package surplus_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// e12 is the consumer co-operative of the worked example, as data.
const e12 = `{
  "steps": [
    {"name": "interest", "to": "members", "by": "capital", "kinds": ["share-interest"], "share": "4%", "of": "capital"},
    {"name": "losses", "to": "losses", "share": "100%", "of": "losses", "must": true},
    {"name": "reserve", "to": "general-reserve", "share": "40%", "of": "left-after", "named": ["losses"]},
    {"name": "community", "to": "community-fund", "kinds": ["to-community"], "share": "10%", "of": "left-after", "named": ["losses"]},
    {"name": "bonus", "to": "staff", "kinds": ["staff-bonus"], "amount": "8000"},
    {"name": "dividend", "to": "members", "by": "trade", "kinds": ["patronage"], "share": "100%"}
  ]
}`

func yearE12() surplus.Year {
	y := yearTo("2020-03-31", law.Pounds(212_000))
	y.Opening, y.Capital, y.Trade = law.Pounds(-34_000), law.Pounds(450_000), law.Known(law.Pounds(3_600_000))
	return y
}

func bodyE12(f legalform.Form) any {
	with := plan()
	with.Members, with.Capital, with.DeclaredInterest = 500, law.Pounds(450_000), law.Known(law.Percent(4))
	return f.Draft(with)
}

func asData(t *testing.T) *surplus.Policy {
	t.Helper()
	p, err := surplus.Read(strings.NewReader(e12))
	require.NoError(t, err)
	return p
}

func TestE12AConsumerCoOperativePaysTwoPerCentOnPurchases(t *testing.T) {
	f := society.CoOperative(society.Enacted())
	for name, p := range map[string]*surplus.Policy{"as data": asData(t), "ready": ready(t, "consumer-co-op")} {
		pl, err := surplus.For(f, bodyE12(f), p)
		require.NoError(t, err)
		y := yearE12()
		var out surplus.Outcome
		require.NoError(t, pl.Year(&y, &out))
		check(t, f, &out)
		require.NoError(t, out.ErrAt(law.Statute, law.Guidance, law.OwnRules, law.Practice))
		assert.Equal(t, law.Pounds(18_000), paid(&out, "interest"), name)
		assert.Equal(t, law.Pounds(194_000), out.Line("interest").Left)
		assert.Equal(t, law.Pounds(34_000), paid(&out, "losses"))
		assert.Equal(t, law.Pounds(160_000), out.Line("losses").Left, "available")
		assert.Equal(t, law.Pounds(64_000), paid(&out, "reserve"))
		assert.Equal(t, law.Pounds(16_000), paid(&out, "community"))
		assert.Equal(t, law.Pounds(8_000), paid(&out, "bonus"))
		pool, ok := out.Pool(5)
		require.True(t, ok)
		assert.Equal(t, surplus.Pool{Line: 5, Amount: law.Pounds(72_000), By: surplus.Trade, Base: 360_000_000}, pool)
		assert.Equal(t, law.Per(1, 50), pool.Rate(), "2.0%%")

		// Two members and the rest of them: the residue goes to the reserve.
		trade := []int64{1_234_56, 89_49, 360_000_000 - 1_234_56 - 89_49}
		shares := make([]law.Pence, 3)
		residue, err := pool.Into(shares, trade)
		require.NoError(t, err)
		assert.Equal(t, []law.Pence{24_69, 1_78, 7_197_351}, shares)
		assert.Equal(t, law.Pence(2), residue)
		require.NoError(t, pl.Return(&y, &out, 5, residue))
		check(t, f, &out)
		assert.Equal(t, law.Pounds(72_000)-2, out.PaidOf(law.Patronage))
		assert.Equal(t, law.Pounds(34_000+64_000)+2, out.Kept)
		assert.Equal(t, law.Pounds(64_000)+2, out.Funds[0].Closing)
	}
}

func TestE12InACommunityBenefitSocietyThePoolIsNothing(t *testing.T) {
	f := society.CommunityBenefit(society.Enacted())
	out, err := surplus.Distribute(f, bodyE12(f), yearE12(), asData(t))
	require.NoError(t, err)
	check(t, f, out)
	line := out.Line("dividend")
	asked := line.Wanted
	assert.Equal(t, law.Pounds(72_000), asked)
	assert.Zero(t, line.Paid)
	assert.Equal(t, law.Guidance, line.Allowance.Weight)
	assert.Contains(t, line.Allowance.Provision.String(), "RFCCBS 5.1")
	_, ok := out.Pool(5)
	assert.False(t, ok)
	require.NoError(t, out.Err(), "the registrar's guidance is no statute")
	err = out.ErrAt(law.Guidance)
	require.ErrorIs(t, err, surplus.ErrRefused)
	require.ErrorIs(t, err, society.ProfitDistributed)
	assert.ErrorContains(t, err, "RFCCBS 5.1")
	assert.Equal(t, law.Pounds(34_000+64_000+72_000), out.Kept, "what is refused is kept")
	assert.Equal(t, law.Pounds(18_000), paid(out, "interest"), "interest is a cost")
}

func TestE13TheWorkerCompanyHoldsEquityToLabour(t *testing.T) {
	f := employee.TrustCompany(employee.Enacted())
	p := ready(t, "worker-co-op-company")
	out, err := surplus.Distribute(f, f.Draft(plan()), yearTo("2020-03-31", law.Pounds(120_000)), p)
	require.NoError(t, err)
	check(t, f, out)
	for step, want := range map[string]int64{"reserve": 60_000, "community": 6_000, "equity": 20_000, "members": 24_000, "employees": 10_000} {
		assert.Equal(t, law.Pounds(want), paid(out, step), step)
	}
	require.NoError(t, out.ErrAt(law.OwnRules))
	require.Len(t, out.Provisos, 2)
	assert.Equal(t, law.Pounds(34_000), out.Provisos[0].Limit)
	assert.Equal(t, law.Pounds(44_000), out.Provisos[1].Paid)
	assert.Equal(t, law.Pounds(60_000), out.Provisos[1].Limit)
	assert.Equal(t, law.Pounds(60_000), out.Kept)

	// The same profit, with £35,000 to equity.
	for i, s := range p.Steps {
		switch s.Name {
		case "reserve":
			p.Steps[i] = surplus.Step{Name: s.Name, To: s.To, Amount: law.Pounds(45_000)}
		case "equity":
			p.Steps[i] = surplus.Step{Name: s.Name, To: s.To, Kinds: s.Kinds, Amount: law.Pounds(35_000)}
		}
	}
	out, err = surplus.Distribute(f, f.Draft(plan()), yearTo("2020-03-31", law.Pounds(120_000)), p)
	require.NoError(t, err)
	assert.Equal(t, law.Pounds(35_000), paid(out, "equity"), "it is reported, and not cut")
	assert.False(t, out.Provisos[0].Kept)
	assert.True(t, out.Provisos[1].Kept, "59,000 of 60,000")
	require.NoError(t, out.Err())
	err = out.ErrAt(law.OwnRules)
	require.ErrorIs(t, err, surplus.ErrProviso)
	assert.ErrorContains(t, err, "£35,000.00 is paid, and the limit is £34,000.00")
}

func TestE13EachSideOfEachLimit(t *testing.T) {
	f := employee.TrustCompany(employee.Enacted())
	amounts := func(equity, members, employees law.Pence) *surplus.Policy {
		p := ready(t, "worker-co-op-company")
		for i := range p.Steps {
			s := &p.Steps[i]
			if amount, ok := map[string]law.Pence{"equity": equity, "members": members, "employees": employees}[s.Name]; ok {
				s.Share, s.Of, s.Named, s.Amount = law.Ratio{}, 0, nil, amount
			}
		}
		p.Steps[1].Share = law.Ratio{} // reserve
		p.Steps[2].Share = law.Ratio{} // community
		return p
	}
	for _, c := range []struct {
		equity, members, employees law.Pence
		labour, half               bool
	}{
		{34_000_00, 24_000_00, 10_000_00, true, true},
		{34_000_01, 24_000_00, 10_000_00, false, true},
		{30_000_00, 30_000_00, 10_000_00, true, true},
		{30_000_00, 30_000_01, 10_000_00, true, false},
	} {
		out, err := surplus.Distribute(f, f.Draft(plan()), yearTo("2020-03-31", law.Pounds(120_000)), amounts(c.equity, c.members, c.employees))
		require.NoError(t, err)
		assert.Equal(t, c.labour, out.Provisos[0].Kept, "%+v", c)
		assert.Equal(t, c.half, out.Provisos[1].Kept, "%+v", c)
	}
}
