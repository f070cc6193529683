package employee_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func sale(on string, cost, price int64) employee.Price {
	return employee.Price{Kind: employee.ToTrustees, On: law.MustDate(on), Cost: law.Pounds(cost), Consideration: law.Pounds(price)}
}

func relieved(t *testing.T, p employee.Price) employee.Treatment {
	t.Helper()
	got, err := employee.Relieve(p, &enacted)
	require.NoError(t, err)
	return got
}

func TestA11HalfTheGainIsChargeableFrom26November2025(t *testing.T) {
	got := relieved(t, sale("2025-11-26", 1000, 4_001_000))
	assert.Equal(t, law.Pounds(4_000_000), got.Gain)
	assert.Equal(t, law.Pounds(2_000_000), got.Chargeable)
	assert.Equal(t, law.Pounds(2_001_000), got.TrusteesCost)
	assert.True(t, got.OtherReliefsShut, "no business asset disposal relief on the half")
	assert.False(t, got.NoGainNoLoss)
	tax, err := employee.GainsTax(got.Chargeable, false, law.MustDate("2025-11-26"), &enacted)
	require.NoError(t, err)
	assert.Equal(t, law.Pounds(479_280), tax)
	trustees, err := employee.GainsTax(got.Chargeable, true, law.MustDate("2025-11-26"), &enacted)
	require.NoError(t, err)
	assert.Equal(t, law.Pounds(479_640), trustees, "trustees have half the exempt amount")
}

func TestA12NothingIsChargeableTheDayBefore(t *testing.T) {
	got := relieved(t, sale("2025-11-25", 1000, 4_001_000))
	assert.Zero(t, got.Chargeable)
	assert.Equal(t, law.Pounds(1000), got.TrusteesCost, "the trustees take over the cost, not the price")
	assert.True(t, got.NoGainNoLoss)
	assert.False(t, got.OtherReliefsShut)
}

func TestA13AnUndervalueSaleMakesNoLoss(t *testing.T) {
	got := relieved(t, sale("2026-01-10", 1000, 500))
	assert.Zero(t, got.Gain)
	assert.Zero(t, got.Chargeable)
	assert.True(t, got.NoGainNoLoss)
	assert.Equal(t, law.Pounds(1000), got.TrusteesCost)
	gift := relieved(t, sale("2026-01-10", 1000, 0))
	assert.Equal(t, law.Pounds(1000), gift.TrusteesCost, "a gift too")
	even := relieved(t, sale("2026-01-10", 1000, 1000))
	assert.True(t, even.NoGainNoLoss, "no gain accrues on a sale at cost")
}

func TestDeemedDisposalsBetweenTrustsAreStillFullyRelieved(t *testing.T) {
	p := sale("2026-01-10", 1000, 4_001_000)
	p.Kind = employee.BetweenTrusts
	got := relieved(t, p)
	assert.Zero(t, got.Chargeable)
	assert.Equal(t, law.Pounds(1000), got.TrusteesCost)
	assert.Contains(t, got.By.Pinpoint, "236Q")
}

func TestAnOddPennyIsNotChargeable(t *testing.T) {
	p := sale("2026-01-10", 0, 0)
	p.Consideration = 3
	got := relieved(t, p)
	assert.Equal(t, law.Pence(1), got.Chargeable)
	assert.Equal(t, law.Pence(1), got.TrusteesCost)
	assert.Equal(t, got.Gain, got.Chargeable+(p.Consideration-got.TrusteesCost))
}

func TestReliefRefusesWhatCannotBe(t *testing.T) {
	for _, p := range []employee.Price{
		sale("2014-04-05", 1, 2), sale("2026-01-01", -1, 2), sale("2026-01-01", 1, -2),
		{Kind: employee.ToTrustees},
		{On: law.MustDate("2026-01-01")},
		{Kind: employee.ToTrustees, On: law.MustDate("2026-01-01"), Consideration: law.MaxPence + 1},
	} {
		_, err := employee.Relieve(p, &enacted)
		assert.ErrorIs(t, err, employee.ErrRelief, "%+v", p)
	}
	_, err := employee.GainsTax(1, false, law.MustDate("2024-10-29"), &enacted)
	assert.ErrorIs(t, err, employee.ErrRelief)
	_, err = employee.GainsTax(-1, false, law.MustDate("2026-01-01"), &enacted)
	assert.ErrorIs(t, err, employee.ErrRelief)
	small, err := employee.GainsTax(1, false, law.MustDate("2026-01-01"), &enacted)
	require.NoError(t, err)
	assert.Zero(t, small, "within the exempt amount")
}

// Neither side of the bargain can make pennies appear: what the trustees' cost falls short of

// the price by is what the seller is not charged on.

func FuzzReliefAddsUp(f *testing.F) {
	f.Add(int64(100), int64(401), true)
	f.Add(int64(500), int64(3), false)
	f.Fuzz(func(t *testing.T, cost, price int64, late bool) {
		on := "2025-11-25"
		if late {
			on = "2025-11-26"
		}
		p := employee.Price{Kind: employee.ToTrustees, On: law.MustDate(on), Cost: law.Pence(cost), Consideration: law.Pence(price)}
		got, err := employee.Relieve(p, &enacted)
		if err != nil {
			return
		}
		if got.Chargeable < 0 || 2*got.Chargeable > got.Gain {
			t.Fatalf("%v of %v is chargeable", got.Chargeable, got.Gain)
		}
		if !got.NoGainNoLoss && got.Gain-got.Chargeable != p.Consideration-got.TrusteesCost {
			t.Fatalf("%+v", got)
		}
		if got.NoGainNoLoss && got.TrusteesCost != p.Cost {
			t.Fatalf("%+v", got)
		}
	})
}

func TestTaxByInstalmentsWhereThePriceIs(t *testing.T) {
	of := func(list ...string) employee.Instalments {
		payable := make([]law.Date, len(list))
		for i, d := range list {
			payable[i] = law.MustDate(d)
		}
		in, err := employee.InstalmentsOf(law.MustDate("2026-01-31"), payable, &enacted)
		require.NoError(t, err)
		return in
	}
	assert.False(t, of("2026-01-31").Available)
	assert.False(t, of("2027-07-30", "2026-01-31").Available, "exactly eighteen months")
	long := of("2026-01-31", "2027-07-31")
	assert.True(t, long.Available)
	assert.Equal(t, 8, long.Years)
	assert.Equal(t, law.MustDate("2027-07-31"), long.Last, "not later than the last of the price")
	_, err := employee.InstalmentsOf(law.MustDate("2026-01-31"), []law.Date{law.MustDate("2026-01-30")}, &enacted)
	assert.ErrorIs(t, err, employee.ErrRelief)
	_, err = employee.InstalmentsOf(law.MustDate("2026-01-31"), nil, &enacted)
	assert.ErrorIs(t, err, employee.ErrRelief)
}

// HMRC Capital Gains Manual CG67825, example 4.

// HMRC Capital Gains Manual CG67825, example 5.

// HMRC Capital Gains Manual CG67823, example 3.

// HMRC Capital Gains Manual CG67838, example 9.

// HMRC Capital Gains Manual CG67860, example 27.

func ExampleRelieve() {
	f := employee.Enacted()
	for _, on := range []string{"2025-11-25", "2025-11-26"} {
		got, err := employee.Relieve(employee.Price{
			Kind: employee.ToTrustees, On: law.MustDate(on), Cost: law.Pounds(1000), Consideration: law.Pounds(4_001_000),
		}, &f)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(on, got.Chargeable, got.TrusteesCost, got.By.Pinpoint)
	}
	// Output:
	// 2025-11-25 £0.00 £1,000.00 s. 236H(2)-(3)
	// 2025-11-26 £2,000,000.00 £2,001,000.00 s. 236H(2)(a), (2A)
}

// What is deducted and what is taxed make the distribution, and no cost counts twice.

// The lots after a deemed disposal cost the value, and the others what they did.
