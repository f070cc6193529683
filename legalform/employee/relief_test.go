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
	assert.Equal(t, "never", by(employee.Residence, "2026-01-31", "2030-05-10"), "section 80 then")
	assert.Equal(t, "never", by(employee.TrusteeIndependence, "2026-01-31", "2026-04-05"), "in the tax year of the disposal")
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

func TestA17ACorporateTrusteeOfWhoseDirectorsHalfAreExcluded(t *testing.T) {
	for directors, passes := range map[int]bool{5: true, 4: false} {
		got, err := employee.IndependenceOf([]employee.Trustee{corporate(directors, 2)}, law.MustDate("2024-10-30"), &enacted)
		require.NoError(t, err)
		assert.Equal(t, passes, got.Independent, "2 of %d", directors)
	}
	_, err := employee.IndependenceOf([]employee.Trustee{corporate(4, 2)}, law.MustDate("2024-10-29"), &enacted)
	assert.Error(t, err, "there was no such requirement")
	twice := corporate(2, 0)
	(*twice.Directors.Ptr())[1].ID = "a"
	_, err = employee.IndependenceOf([]employee.Trustee{twice}, law.MustDate("2024-10-30"), &enacted)
	assert.ErrorContains(t, err, "trustees[0].directors[1].id")
}

func TestA23ReliefForAcquisitionCosts(t *testing.T) {
	got, err := employee.RelieveCosts(law.MustDate("2026-03-31"), law.Pounds(600_000), costsOfA23(), &enacted)
	require.NoError(t, err)
	assert.Equal(t, law.Pounds(560_000), got.Relief)
	assert.Equal(t, law.Pounds(40_000), got.Taxable)
	assert.Equal(t, []law.Pence{law.Pounds(500_000), law.Pounds(40_000), law.Pounds(20_000), 0}, got.Allowed)
}

func TestAcquisitionCostsNeverGoBelowNilOrCountTwice(t *testing.T) {
	on := law.MustDate("2026-03-31")
	later := []employee.AcquisitionCost{{Kind: employee.LaterPurchase, Amount: law.Pounds(100)}}
	got, err := employee.RelieveCosts(on, law.Pounds(100), later, &enacted)
	require.NoError(t, err)
	assert.Zero(t, got.Relief, "later purchases did not result from the disposal")
	much := []employee.AcquisitionCost{{Kind: employee.PricePaid, Amount: law.Pounds(500), Before: law.Pounds(100)}}
	got, err = employee.RelieveCosts(on, law.Pounds(300), much, &enacted)
	require.NoError(t, err)
	assert.Equal(t, []law.Pence{law.Pounds(300), 0, law.Pounds(100)}, []law.Pence{got.Relief, got.Taxable, got.Unused})
	_, err = employee.RelieveCosts(law.MustDate("2024-10-29"), law.Pounds(300), much, &enacted)
	assert.ErrorIs(t, err, employee.ErrRelief)
	for _, bad := range []employee.AcquisitionCost{
		{Amount: 1},
		{Kind: employee.PricePaid, Amount: -1},
		{Kind: employee.PricePaid, Amount: 1, Excess: 2},
		{Kind: employee.PricePaid, Amount: 2, Excess: 1, Before: 2},
		{Kind: employee.PricePaid, Amount: law.MaxPence + 1},
	} {
		_, err = employee.RelieveCosts(on, law.Pounds(300), []employee.AcquisitionCost{bad}, &enacted)
		assert.ErrorIs(t, err, employee.ErrRelief, "%+v", bad)
	}
	last, ok := employee.ClaimCostsBy(on, &enacted)
	assert.True(t, ok)
	assert.Equal(t, law.MustDate("2030-04-05"), last)
	_, ok = employee.ClaimCostsBy(law.MustDate("2024-10-29"), &enacted)
	assert.False(t, ok)
}

// HMRC Capital Gains Manual CG67825, example 4.
func TestA1TheSecondSaleInALaterTaxYearGetsNoRelief(t *testing.T) {
	c := sold()
	c.Disposal = disposal("2015-05-20")
	c.Control.Held = law.Known([]employee.Period{days("2015-05-20", "")})
	assert.Equal(t, law.Met, outcome(t, &c, "2016-04-06", employee.RelatedReliefEarlier))
	assert.Equal(t, law.Met, outcome(t, &c, "2016-04-06", employee.ControlTimingMissed))
	c.Disposal = disposal("2016-04-18")
	c.Disposal.Earlier = law.Known([]employee.EarlierDisposal{prior("2015-05-20")})
	assert.Equal(t, law.Breached, outcome(t, &c, "2017-04-06", employee.RelatedReliefEarlier))
	assert.Equal(t, law.Breached, outcome(t, &c, "2017-04-06", employee.ControlTimingMissed), "control was there before the tax year began")
}

// HMRC Capital Gains Manual CG67825, example 5.
func TestA2NorDoesTheHusbandsSale(t *testing.T) {
	c := sold()
	c.Disposal = disposal("2016-06-06")
	c.Disposal.Earlier = law.Known([]employee.EarlierDisposal{prior("2015-05-20")})
	assert.Equal(t, law.Breached, outcome(t, &c, "2017-04-06", employee.RelatedReliefEarlier))
}

// HMRC Capital Gains Manual CG67823, example 3.
func TestA3ControlLostForADayAndRegainedBefore5April(t *testing.T) {
	got, err := employee.ControlTiming([]employee.Period{days("2015-03-16", "2015-03-31"), days("2015-04-02", "")}, law.MustDate("2015-03-16"), law.MustDate("2015-04-05"))
	require.NoError(t, err)
	assert.Equal(t, law.Breached, got.Outcome)
	assert.Equal(t, law.MustDate("2015-04-01"), got.On)
}

// HMRC Capital Gains Manual CG67838, example 9.
func TestA4TheTailEndsWithTheEarlierEvent(t *testing.T) {
	got, ok := employee.Tail(law.MustDate("2015-06-06"), law.MustDate("2016-08-23"), &enacted)
	assert.True(t, ok)
	assert.Equal(t, days("2013-06-07", "2015-06-06"), got)
	swapped, _ := employee.Tail(law.MustDate("2016-08-23"), law.MustDate("2015-06-06"), &enacted)
	assert.Equal(t, got, swapped)
	_, ok = employee.Tail(law.Date{}, law.Date{}, &enacted)
	assert.False(t, ok)
	alone, _ := employee.Tail(law.Date{}, law.MustDate("2015-06-06"), &enacted)
	assert.Equal(t, got, alone)
}

// HMRC Capital Gains Manual CG67860, example 27.
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

func TestLookBackDoesNotMoveWithTheQuestion(t *testing.T) {
	for first, want := range map[string]string{"2010-01-01": "2003-12-11", "2013-12-10": "2003-12-11", "2020-05-01": "2010-05-02"} {
		got, ok := employee.LookBackDate(law.MustDate(first), law.MustDate("2026-01-01"), &enacted)
		assert.True(t, ok)
		assert.Equal(t, law.MustDate(want), got, first)
	}
	_, ok := employee.LookBackDate(law.MustDate("2013-12-10"), law.MustDate("2014-04-05"), &enacted)
	assert.False(t, ok)
}

func candidate(id string, employed employee.Place) employee.Candidate {
	return employee.Candidate{
		ID: id, Employed: law.Known(employed), Office: law.Known(employee.Nowhere), Owns: no(), ConnectedWith: law.Known([]string{}),
	}
}

func TestWhoIsAnEligibleEmployee(t *testing.T) {
	part := func(capital, class, assets int64) employee.Interest {
		return employee.Interest{OfCapital: law.Known(law.Percent(capital)), OfClass: law.Known(law.Percent(class)), OnWindingUp: law.Known(law.Percent(assets))}
	}
	seller, small, oneClass, former, longAgo := candidate("seller", employee.Nowhere), candidate("small", employee.InCompany), candidate("one class", employee.InCompany), candidate("former", employee.InCompany), candidate("long ago", employee.InCompany)
	seller.Owns, seller.Interest = yes(), part(30, 30, 30)
	small.Owns, small.Interest = yes(), part(4, 4, 4)
	oneClass.Owns, oneClass.Interest = yes(), part(3, 6, 3)
	former.Interest, former.OwnedUntil = part(30, 30, 30), day("2010-05-02")
	longAgo.Interest, longAgo.OwnedUntil = part(30, 30, 30), day("2010-05-01")
	nephew, inGroup, nowhere := candidate("nephew", employee.InCompany), candidate("in group", employee.InGroup), candidate("nowhere", employee.Nowhere)
	nephew.ConnectedWith = law.Known([]string{"seller"})
	list := []employee.Candidate{seller, small, oneClass, former, longAgo, nephew, inGroup, nowhere, candidate("staff", employee.InCompany)}
	got, err := employee.EligibleEmployees(list, yes(), law.MustDate("2010-05-02"), law.MustDate("2026-01-01"), &enacted)
	require.NoError(t, err)
	require.Empty(t, got.Missing)
	said := map[string]string{}
	for _, w := range got.Who {
		said[w.ID] = fmt.Sprint(w.Eligible, " ", w.Excluded)
	}
	assert.Equal(t, map[string]string{
		"seller": "false true", "small": "true false", "one class": "false true", "former": "false true", "long ago": "true false",
		"nephew": "false true", "in group": "true false", "nowhere": "false false", "staff": "true false",
	}, said)
	alone, err := employee.EligibleEmployees(list, no(), law.MustDate("2010-05-02"), law.MustDate("2026-01-01"), &enacted)
	require.NoError(t, err)
	assert.False(t, alone.Who[6].Eligible, "no group of which the company is the principal company")
}

func TestEligibilityAsksForWhatIsMissing(t *testing.T) {
	unknown := employee.Candidate{ID: "x", Employed: law.Known(employee.InGroup)}
	got, err := employee.EligibleEmployees([]employee.Candidate{unknown}, law.Fact[bool]{}, law.MustDate("2010-05-02"), law.MustDate("2026-01-01"), &enacted)
	require.NoError(t, err)
	var paths []string
	for _, m := range got.Missing {
		paths = append(paths, m.Path)
	}
	assert.Equal(t, []string{"people[0].owns", "principal_company", "people[0].office"}, paths)
	_, err = employee.EligibleEmployees([]employee.Candidate{unknown, unknown}, yes(), law.Date{}, law.MustDate("2026-01-01"), &enacted)
	assert.ErrorContains(t, err, "people[1].id")
	_, err = employee.EligibleEmployees(nil, yes(), law.Date{}, law.MustDate("2014-04-05"), &enacted)
	assert.Error(t, err)
}

func TestPartsOfABusinessAddUpExactly(t *testing.T) {
	third := law.Known(law.Per(1, 3))
	got, err := employee.OtherPart([]employee.Activity{{Trade: no(), Part: third}, {Trade: yes(), InPartnership: yes(), Part: third}, {Trade: yes(), InPartnership: no(), Part: third}})
	require.NoError(t, err)
	assert.Zero(t, got.Cmp(law.Per(2, 3)))
	for _, bad := range []law.Ratio{law.Percent(-1), law.Percent(101), law.Per(1, 1<<40)} {
		_, err := employee.OtherPart([]employee.Activity{{Trade: no(), Part: law.Known(bad)}})
		assert.Error(t, err)
	}
}

func TestNamesOfReliefSayThemselves(t *testing.T) {
	assert.Equal(t, "6 April 2025 to 5 April 2029", days("2025-04-06", "2029-04-05").String())
	assert.Equal(t, "from 6 April 2025", days("2025-04-06", "").String())
	assert.Equal(t, "trustee-independence", employee.TrusteeIndependence.String())
	assert.Equal(t, "unknown(0)", employee.Effect(0).String())
}

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

func ExampleRelieveCosts() {
	f := employee.Enacted()
	got, err := employee.RelieveCosts(law.MustDate("2026-03-31"), law.Pounds(600_000), []employee.AcquisitionCost{
		{Kind: employee.PricePaid, Amount: law.Pounds(500_000)},
		{Kind: employee.OwnershipCost, Amount: law.Pounds(15_000)},
	}, &f)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(got.Working.String())
	// Output:
	// distribution: £600,000.00
	// acquisition costs not deducted before: £500,000.00
	// relief: £500,000.00
	// taxable: £100,000.00
}
