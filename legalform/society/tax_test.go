package society

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestTreat(t *testing.T) {
	yes, no := law.Known(true), law.Known(false)
	open, shut := Trader{SharesUnlimited: yes}, Trader{SellsToMembersOnly: no, SharesUnlimited: no}
	for _, c := range []struct {
		name                              string
		kind                              law.PaymentKind
		trader                            Trader
		day                               string
		deductible, distribution, isGross law.Fact[bool]
	}{
		{"a dividend on transactions", law.Patronage, open, "2026-03-31", yes, no, nobody},
		{"sells to members only is enough", law.Patronage, Trader{SellsToMembersOnly: yes, SharesUnlimited: no}, "2026-03-31", yes, no, nobody},
		{"neither, and not by this section", law.Patronage, shut, "2026-03-31", no, nobody, nobody},
		{"one condition not met and the other not stated", law.Patronage, Trader{SellsToMembersOnly: no}, "2026-03-31", nobody, nobody, nobody},
		{"before the Act of 2010", law.Patronage, open, "2010-03-31", yes, nobody, nobody},
		{"before the Act of 2009", law.Patronage, open, "2009-03-31", nobody, nobody, nobody},
		{"share interest", law.ShareInterest, Trader{}, "2010-04-01", yes, no, yes},
		{"share interest before the Act of 2010", law.ShareInterest, Trader{}, "2009-04-01", yes, nobody, yes},
		{"share interest before the Act of 2009", law.ShareInterest, Trader{}, "2009-03-31", nobody, nobody, nobody},
		{"a dividend by shares is share interest to the tax", law.Dividend, Trader{}, "2026-03-31", yes, no, yes},
		{"nothing of a bonus", law.StaffBonus, open, "2026-03-31", nobody, nobody, nobody},
	} {
		x := Treat(c.kind, &c.trader, law.MustDate(c.day))
		assert.Equal(t, []law.Fact[bool]{c.deductible, c.distribution, c.isGross}, []law.Fact[bool]{x.Deductible, x.Distribution, x.Gross}, c.name)
		for i, f := range []law.Fact[bool]{x.Deductible, x.Distribution, x.Gross} {
			assert.Equal(t, f.Stated(), !x.By[i].IsZero(), c.name)
		}
	}
}

func TestDeduction(t *testing.T) {
	on := law.MustDate("2026-03-31")
	a := Deduction(law.Pounds(72_000), &Trader{SharesUnlimited: law.Known(true)}, on)
	assert.True(t, a.Known())
	assert.Equal(t, law.Pounds(72_000), a.Most, "in full, paid or not")
	a = Deduction(law.Pounds(72_000), &Trader{SellsToMembersOnly: law.Known(false), SharesUnlimited: law.Known(false)}, on)
	assert.Zero(t, a.Most)
	assert.NotEmpty(t, a.Why)
	a = Deduction(law.Pounds(72_000), &Trader{}, on)
	require.Len(t, a.Missing, 2)
	a = Deduction(law.Pounds(72_000), &Trader{SharesUnlimited: law.Known(true)}, law.MustDate("2009-03-31"))
	assert.False(t, a.Known())
	a = Deduction(-1, &Trader{SharesUnlimited: law.Known(true)}, on)
	assert.Zero(t, a.Most)
}

func TestInterestPayments(t *testing.T) {
	lawful := func() Society {
		return Society{Dealings: Dealings{Interest: law.Known(Interest{
			On: on("2026-03-01"), Amount: amount(40), Deducted: amount(0), Abroad: law.Known(false),
			PeriodEnd: on("2026-03-31"), PaidInPeriod: amount(40), Returned: on("2026-06-30"),
		})}}
	}
	of := func(f func(*Interest)) change { return func(s *Society) { f(s.Interest.Ptr()) } }
	returned := func(day string) change { return of(func(x *Interest) { x.Returned = on(day) }) }
	unreturned := of(func(x *Interest) { x.Returned = law.Fact[law.Date]{} })
	paid := func(p law.Pence) change { return of(func(x *Interest) { x.PaidInPeriod = law.Known(p) }) }
	none := func(s *Society) { s.Interest = law.Fact[Interest]{} }
	dealt(interestPayments, lawful,
		suiteCase{Name: "ITA s. 887: gross", Code: InterestTaxedAtSource, Want: law.Met},
		suiteCase{Name: "ITA s. 887: a penny kept", Code: InterestTaxedAtSource, Change: of(func(x *Interest) { x.Deducted = law.Known[law.Pence](1) }), Want: law.Breached, At: "interest_paid.deducted"},
		suiteCase{Name: "ITA s. 887: to one abroad", Code: InterestTaxedAtSource, Change: of(func(x *Interest) { x.Abroad, x.Deducted = law.Known(true), amount(8) }), Want: law.NotApplicable},
		suiteCase{Name: "ITA s. 887: where the person lives not stated", Code: InterestTaxedAtSource, Change: of(func(x *Interest) { x.Abroad = nobody }), Want: law.Unknown, At: "interest_paid.abroad"},
		suiteCase{Name: "ITA s. 887: returned on the last day", Code: InterestUnreturned, Want: law.Met},
		suiteCase{Name: "ITA s. 887: returned a day late", Code: InterestUnreturned, Change: returned("2026-07-01"), Want: law.Breached, At: "interest_paid.returned"},
		suiteCase{Name: "ITA s. 887: exactly £15 needs no return", Code: InterestUnreturned, On: "2026-12-01", Change: both(paid(15_00), unreturned), Want: law.Met},
		suiteCase{Name: "ITA s. 887: a penny more does", Code: InterestUnreturned, On: "2026-12-01", Change: both(paid(15_01), unreturned), Want: law.Unknown, At: "interest_paid.returned"},
		suiteCase{Name: "ITA s. 887: there is still time", Code: InterestUnreturned, On: "2026-06-30", Change: unreturned, Want: law.Met},
		suiteCase{Name: "ITA s. 887: no interest", Code: InterestUnreturned, Change: none, Want: law.NotApplicable},
	).Run(t)
}
