package employee_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestA14WithdrawalWindowsAreWholeTaxYears(t *testing.T) {
	for on, want := range map[string]employee.Period{
		"2014-06-26": days("2015-04-06", "2016-04-05"),
		"2024-10-29": days("2025-04-06", "2026-04-05"),
		"2024-10-30": days("2025-04-06", "2029-04-05"),
		"2026-04-05": days("2026-04-06", "2030-04-05"),
		"2026-04-06": days("2027-04-06", "2031-04-05"),
	} {
		got, ok := employee.WithdrawalWindow(law.MustDate(on), &enacted)
		assert.True(t, ok, on)
		assert.Equal(t, want, got, on)
	}
	_, ok := employee.WithdrawalWindow(law.MustDate("2014-06-25"), &enacted)
	assert.False(t, ok, "there was no withdrawal in the transitional version")
}

func TestConsequencesByDay(t *testing.T) {
	follows := func(r employee.Requirement, disposal, on string) employee.Consequence {
		return employee.ConsequenceOf(r, employee.ToTrustees, law.MustDate(disposal), law.MustDate(on), &enacted)
	}
	for _, x := range []struct {
		what         employee.Requirement
		disposal, on string
		want         employee.Effect
		by           string
	}{
		{employee.TradingCompany, "2026-01-31", "2026-01-30", employee.NoEffect, ""},
		{employee.TradingCompany, "2026-01-31", "2026-01-31", employee.Refused, "236H(4)(a)"},
		{employee.TradingCompany, "2026-01-31", "2026-04-05", employee.Refused, "236H(4)(a)"},
		{employee.TradingCompany, "2026-01-31", "2026-04-06", employee.Withdrawn, "236O"},
		{employee.TradingCompany, "2026-01-31", "2030-04-05", employee.Withdrawn, "236O"},
		{employee.TradingCompany, "2026-01-31", "2030-04-06", employee.DeemedDisposal, "236P"},
		{employee.TrusteeIndependence, "2024-10-29", "2025-06-01", employee.NoEffect, ""},
		{employee.TrusteeIndependence, "2024-10-30", "2025-06-01", employee.Withdrawn, "236O"},
		{employee.TrusteeIndependence, "2024-10-30", "2029-04-06", employee.DeemedDisposal, "236P"},
		{employee.Residence, "2024-10-30", "2029-04-05", employee.Withdrawn, "236O"},
		{employee.Residence, "2024-10-30", "2029-04-06", employee.ExitCharge, "80"},
		{employee.LimitedParticipation, "2024-10-29", "2026-04-06", employee.DeemedDisposal, "236P"},
		{employee.ActingWithinTrusts, "2026-01-31", "2026-03-01", employee.InDoubt, "236O(2)(e)"},
		{employee.ActingWithinTrusts, "2026-01-31", "2026-05-01", employee.Withdrawn, "236O"},
		{employee.FairPrice, "2026-01-31", "2026-05-01", employee.NoEffect, ""},
		{employee.NoEarlierRelief, "2026-01-31", "2026-05-01", employee.NoEffect, ""},
		{employee.TradingCompany, "2014-04-05", "2015-05-01", employee.NoEffect, ""},
		{employee.TradingCompany, "2014-06-25", "2015-04-05", employee.Refused, "236H"},
		{employee.TradingCompany, "2014-06-25", "2015-04-06", employee.DeemedDisposal, "para 3(d)"},
		{employee.AllEmployeeBenefit, "2014-06-25", "2014-07-01", employee.DeemedDisposal, "para 3(d)"},
		{employee.ControllingInterest, "2014-06-25", "2014-07-01", employee.NoEffect, ""},
		{employee.ControllingInterest, "2014-06-25", "2015-04-06", employee.DeemedDisposal, "para 3(d)"},
	} {
		got := follows(x.what, x.disposal, x.on)
		assert.Equal(t, x.want, got.Effect, "%v, disposal %s, event %s", x.what, x.disposal, x.on)
		assert.Contains(t, got.By.Pinpoint, x.by)
		assert.Equal(t, x.disposal == "2014-06-25" && x.want == employee.DeemedDisposal, got.After, "immediately after the event in the transitional version only")
	}
	deemed := employee.ConsequenceOf(employee.TradingCompany, employee.BetweenTrusts, law.MustDate("2026-01-31"), law.MustDate("2026-05-01"), &enacted)
	assert.Equal(t, employee.Withdrawn, deemed.Effect)
	assert.Contains(t, deemed.By.Pinpoint, "236R")
	doubt := follows(employee.ActingWithinTrusts, "2026-01-31", "2026-03-01").Doubt
	require.NotNil(t, doubt)
	assert.Len(t, doubt.Readings, 2)
}

func TestDeathsAreCuredWithinSixMonthsBeginningWithThem(t *testing.T) {
	by := func(r employee.Requirement, disposal, death string) string {
		last, ok := employee.CuredBy(r, law.MustDate(disposal), law.MustDate(death), &enacted)
		if !ok {
			return "never"
		}
		return last.String()
	}
	assert.Equal(t, "2026-11-09", by(employee.TrusteeIndependence, "2026-01-31", "2026-05-10"))
	assert.Equal(t, "2026-11-09", by(employee.Residence, "2026-01-31", "2026-05-10"))
	assert.Equal(t, "2030-11-09", by(employee.TrusteeIndependence, "2026-01-31", "2030-05-10"), "s. 236P(2A) after the window")
	assert.Equal(t, "2030-11-09", by(employee.Residence, "2026-01-31", "2030-05-10"), "section 81 then")
	assert.Equal(t, "2025-11-09", by(employee.Residence, "2024-05-31", "2025-05-10"), "section 81 for older disposals")
	assert.Equal(t, "never", by(employee.Residence, "2024-05-31", "2024-05-30"))
	assert.Equal(t, "never", by(employee.Residence, "2026-01-31", "2026-04-05"), "in the tax year of the disposal")
	assert.Equal(t, "never", by(employee.TrusteeIndependence, "2026-01-31", "2026-04-05"), "in the tax year of the disposal")
	assert.Equal(t, "2026-10-05", by(employee.TrusteeIndependence, "2026-01-31", "2026-04-06"), "the first day of the next")
	assert.Equal(t, "never", by(employee.TrusteeIndependence, "2024-10-29", "2025-05-10"))
	assert.Equal(t, "never", by(employee.TradingCompany, "2026-01-31", "2026-05-10"))
}

func TestDeemedDisposalIsOfAllTheRelievedShares(t *testing.T) {
	lots := []employee.Lot{
		{Shares: 70, Cost: law.Pounds(1000), Relieved: true}, {Shares: 20, Cost: law.Pounds(90_000)}, {Shares: 30, Cost: law.Pounds(2000), Relieved: true},
	}
	got, err := employee.DisposeAtMarketValue(lots, law.Pounds(500_000))
	require.NoError(t, err)
	assert.Equal(t, int64(100), got.Shares)
	assert.Equal(t, law.Pounds(497_000), got.Gain)
	assert.Equal(t, []employee.Lot{{Shares: 70, Cost: law.Pounds(350_000)}, {Shares: 20, Cost: law.Pounds(90_000)}, {Shares: 30, Cost: law.Pounds(150_000)}}, got.Lots)
	again, err := employee.DisposeAtMarketValue(got.Lots, 0)
	require.NoError(t, err)
	assert.Zero(t, again.Shares, "the second event finds nothing left")
	for _, bad := range [][]employee.Lot{{{Shares: 0}}, {{Shares: 1, Cost: -1}}, {{Shares: 1}}} {
		_, err := employee.DisposeAtMarketValue(bad, 5)
		assert.ErrorIs(t, err, employee.ErrRelief)
	}
	loss, err := employee.DisposeAtMarketValue(lots, law.Pounds(1))
	require.NoError(t, err)
	assert.Equal(t, law.Pounds(-2999), loss.Gain)
}

func TestTrusteesChooseWhichSharesTheySell(t *testing.T) {
	for _, x := range []struct{ exempt, other, sold, least, most int64 }{
		{70, 30, 10, 0, 10}, {70, 30, 40, 10, 40}, {70, 30, 80, 50, 70}, {70, 30, 100, 70, 70}, {0, 30, 5, 0, 0}, {70, 30, 0, 0, 0},
	} {
		least, most, err := employee.ExemptChoice(x.exempt, x.other, x.sold)
		require.NoError(t, err)
		assert.Equal(t, []int64{x.least, x.most}, []int64{least, most}, "%+v", x)
	}
	for _, bad := range [][3]int64{{-1, 3, 1}, {1, -3, 1}, {1, 3, -1}, {1, 3, 5}, {1 << 41, 0, 1}} {
		_, _, err := employee.ExemptChoice(bad[0], bad[1], bad[2])
		assert.ErrorIs(t, err, employee.ErrRelief)
	}
}

func TestA6ABusinessMovedIntoAPartnershipInTheNextTaxYear(t *testing.T) {
	c := sold()
	c.Disposal = disposal("2015-03-16")
	c.Disposal.Claim = law.Known(employee.ReliefClaim{On: day("2015-05-04")})
	c.Business.Activities = law.Known([]employee.Activity{activity("the business", true, true, 100)})
	err := judge(t, &c, "2015-05-04").Err()
	assert.ErrorIs(t, err, employee.NoTradeCarriedOn)
	assert.ErrorContains(t, err, "withdraws the relief")
	c.Disposal.Events = law.Known([]employee.DisqualifyingEvent{hit(employee.TradingCompany, "2015-05-04")})
	assert.Equal(t, law.Breached, outcome(t, &c, "2015-05-04", employee.ClaimAfterEvent), "no claim can be made")
}

func TestNamesOfReliefSayThemselves(t *testing.T) {
	assert.Equal(t, "6 April 2025 to 5 April 2029", days("2025-04-06", "2029-04-05").String())
	assert.Equal(t, "from 6 April 2025", days("2025-04-06", "").String())
	assert.Equal(t, "trustee-independence", employee.TrusteeIndependence.String())
	assert.Equal(t, "unknown(0)", employee.Effect(0).String())
}

func ExampleConsequenceOf() {
	f := employee.Enacted()
	window, _ := employee.WithdrawalWindow(law.MustDate("2026-01-31"), &f)
	fmt.Println(window)
	for _, on := range []string{"2026-03-01", "2029-06-01", "2031-01-01"} {
		x := employee.ConsequenceOf(employee.ControllingInterest, employee.ToTrustees, law.MustDate("2026-01-31"), law.MustDate(on), &f)
		fmt.Println(on, x.Effect, x.By.Pinpoint)
	}
	// Output:
	// 6 April 2026 to 5 April 2030
	// 2026-03-01 refused s. 236H(4)(c)
	// 2029-06-01 withdrawn s. 236O(1)-(4)
	// 2031-01-01 deemed-disposal s. 236P(1)-(3)
}

func ExampleDisposeAtMarketValue() {
	got, err := employee.DisposeAtMarketValue([]employee.Lot{
		{Shares: 60, Cost: law.Pounds(2_001_000), Relieved: true}, {Shares: 10, Cost: law.Pounds(700_000)},
	}, law.Pounds(5_000_000))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(got.Shares, got.Gain, got.Lots[0].Cost)
	// Output:
	// 60 £2,999,000.00 £5,000,000.00
}

func FuzzDeemedDisposalsAddUp(f *testing.F) {
	f.Add(int64(70), int64(20), int64(30), int64(1000), int64(5000))
	f.Fuzz(func(t *testing.T, a, b, c, cost, value int64) {
		lots := []employee.Lot{{Shares: a, Cost: law.Pence(cost), Relieved: true}, {Shares: b, Cost: 7}, {Shares: c, Cost: 9, Relieved: true}}
		got, err := employee.DisposeAtMarketValue(lots, law.Pence(value))
		if err != nil {
			return
		}
		if got.Lots[0].Cost+got.Lots[2].Cost != law.Pence(value) || got.Lots[1] != lots[1] || got.Gain != law.Pence(value)-law.Pence(cost)-9 {
			t.Fatalf("%+v", got)
		}
	})
}
