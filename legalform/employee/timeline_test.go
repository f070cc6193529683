package employee_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestASaleThatKeepsEverything(t *testing.T) {
	log := annSells("2032-12-31")
	sale := log.Entries[0].Sold.Or(employee.Sale{})
	sale.Cost, sale.Consideration = pounds(1000), pounds(4_001_000)
	log.Entries[0].Sold = law.Known(sale)
	h := onlySale(t, log)
	require.Len(t, h.Requirements, 8)
	for _, x := range h.Requirements {
		assert.Equal(t, law.Met, x.Outcome, "%v: %s", x.Requirement, x.Why)
	}
	assert.Equal(t, law.Met, h.Due, h.Why)
	assert.Equal(t, law.Met, h.Given)
	assert.Empty(t, h.Events)
	assert.Empty(t, h.ClaimFaults)
	relief, ok := h.Treatment.Get()
	assert.True(t, ok)
	assert.Equal(t, law.Pounds(2_001_000), relief.TrusteesCost, "A-11")
}

func TestStandingsSayWhenControlCameWentAndCameBack(t *testing.T) {
	c := replay(t, annSells("2027-12-31", moves("2026-06-01", "trustees", "bob", 10), moves("2026-07-01", "bob", "trustees", 10)))
	var got []string
	for _, s := range c.Standings {
		if s.Requirement == employee.ControllingInterest {
			got = append(got, s.Outcome.String()+" "+s.Period.String())
		}
	}
	assert.Equal(t, []string{
		"breached 1 January 2024 to 30 January 2026", "met 31 January 2026 to 31 May 2026",
		"breached 1 June 2026 to 30 June 2026", "met 1 July 2026 to 31 December 2027",
	}, got)
	for _, s := range c.Standings {
		if s.Requirement == employee.TrusteeIndependence && s.Period.Holds(law.MustDate("2024-10-29")) {
			assert.Equal(t, law.NotInForce, s.Outcome, "the law did not ask for it yet")
			assert.Equal(t, law.MustDate("2024-10-29"), s.Period.Last)
		}
	}
}

// HMRC Capital Gains Manual CG67825, examples 4 and 5.
func TestA1AndA2InALog(t *testing.T) {
	log := works("2014-05-01", "2018-04-05",
		sells("2015-05-20", "first", "janet", 15), claims("2015-08-01", "first"),
		sells("2016-04-18", "second", "janet", 15), sells("2016-06-06", "husband", "john", 5),
	)
	log.Opening.Holdings = []employee.Shareholding{{Holder: "trustees", Shares: 40}, {Holder: "janet", Shares: 30}, {Holder: "john", Shares: 30}}
	john := log.Entries[3].Sold.Or(employee.Sale{})
	john.ConnectedWith = law.Known([]string{"janet"})
	log.Entries[3].Sold = law.Known(john)
	c := replay(t, log)
	require.Len(t, c.Sales, 3)
	assert.Equal(t, law.Met, c.Sales[0].Given, c.Sales[0].Why)
	for _, h := range c.Sales[1:] {
		assert.Equal(t, law.Breached, tested(t, &h, employee.NoEarlierRelief).Outcome, h.ID)
		assert.Equal(t, law.Breached, tested(t, &h, employee.ControllingInterest).Outcome, "control was there before the tax year")
		assert.Equal(t, law.Breached, h.Due)
	}
	john.ConnectedWith = law.Fact[[]string]{}
	log.Entries[3].Sold = law.Known(john)
	unknown := replay(t, log).Sales[2]
	assert.Equal(t, law.Unknown, tested(t, &unknown, employee.NoEarlierRelief).Outcome, "whether he is connected is not stated")
	john.ConnectedWith = law.Known([]string{})
	log.Entries[3].Sold = law.Known(john)
	stranger := replay(t, log).Sales[2]
	assert.Equal(t, law.Met, tested(t, &stranger, employee.NoEarlierRelief).Outcome)
}

// A withdrawn relief was never given, and bars no later one.
func TestAWithdrawnReliefBarsNobodysLaterRelief(t *testing.T) {
	log := annSells("2029-04-05", moves("2026-06-01", "trustees", "ann", 60), sells("2028-01-31", "again", "ann", 60))
	c := replay(t, log)
	assert.Equal(t, law.Breached, c.Sales[0].Given)
	assert.Equal(t, law.Met, tested(t, &c.Sales[1], employee.NoEarlierRelief).Outcome)
	assert.Equal(t, law.Met, c.Sales[1].Due, c.Sales[1].Why)
}

// HMRC Capital Gains Manual CG67823, example 3.
func TestA3InALog(t *testing.T) {
	log := works("2015-01-01", "2016-04-05", sells("2015-03-16", "sale", "ann", 60), moves("2015-04-01", "trustees", "bob", 20), moves("2015-04-02", "bob", "trustees", 20))
	h := onlySale(t, log)
	x := tested(t, &h, employee.ControllingInterest)
	assert.Equal(t, law.Breached, x.Outcome)
	assert.Equal(t, law.MustDate("2015-04-01"), x.On)
	assert.Equal(t, law.Breached, h.Due)
	assert.Empty(t, h.Events, "a breach within the tax year of the disposal is no disqualifying event")
}

// HMRC Capital Gains Manual CG67860, example 27.
func TestA6InALog(t *testing.T) {
	partnership := plainTrade()
	partnership.Activities = law.Known([]employee.Activity{activity("the business", true, true, 100)})
	log := works("2014-03-01", "2016-04-05", sells("2015-03-16", "sale", "ann", 60),
		on("2015-05-04", func(e *employee.Entry) { e.Business = law.Known(partnership) }), claims("2015-05-04", "sale"))
	h := onlySale(t, log)
	assert.Equal(t, law.Met, h.Due, h.Why)
	require.Len(t, h.Events, 1)
	assert.Equal(t, employee.TradingCompany, h.Events[0].Lost)
	assert.Equal(t, employee.Withdrawn, h.Events[0].Effect)
	assert.Equal(t, law.Breached, h.Given)
	require.NotEmpty(t, h.ClaimFaults)
	assert.Equal(t, employee.ClaimAfterEvent, h.ClaimFaults[0].Code)
}

func TestABreachInTheTaxYearOfTheSaleRefusesAndLaterOnesWithdraw(t *testing.T) {
	for day, want := range map[string]string{
		"2026-04-05": "refused", "2026-04-06": "withdrawn", "2030-04-05": "withdrawn", "2030-04-06": "deemed-disposal",
	} {
		h := onlySale(t, annSells("2032-12-31", moves(day, "trustees", "bob", 10)))
		switch {
		case want == "refused":
			assert.Equal(t, law.Breached, h.Due, day)
			assert.Empty(t, h.Events)
		default:
			assert.Equal(t, law.Met, h.Due, "%s: %s", day, h.Why)
			require.Len(t, h.Events, 1, day)
			assert.Equal(t, want, h.Events[0].Effect.String(), day)
			assert.Equal(t, law.MustDate(day), h.Events[0].On)
			assert.Equal(t, want == "deemed-disposal", h.Given == law.Met, "a deemed disposal leaves the seller's relief alone")
		}
	}
}

func TestOnlyTheFirstEventBites(t *testing.T) {
	h := onlySale(t, annSells("2032-12-31", moves("2030-05-01", "trustees", "bob", 10), resident("2030-06-01", false), counted("2030-07-01", 3, 7, false)))
	require.Len(t, h.Events, 3)
	var got []string
	for _, e := range h.Events {
		got = append(got, fmt.Sprint(e.Lost, " ", e.Effect, " ", e.Spent))
	}
	assert.Equal(t, []string{"controlling-interest deemed-disposal false", "residence exit-charge false", "limited-participation deemed-disposal true"}, got)
	in := onlySale(t, annSells("2032-12-31", resident("2026-06-01", false), moves("2030-05-01", "trustees", "bob", 10)))
	require.Len(t, in.Events, 2)
	assert.True(t, in.Events[0].AlsoExitCharge, "section 80 bites inside the window too")
	assert.True(t, in.Events[1].Spent, "the relief is withdrawn: there are no relieved shares")
}

func TestDeathsOfDirectorsAreCuredInTime(t *testing.T) {
	// Two of five directors are excluded: without one of the others it is two of four.
	for again, ignored := range map[string]bool{"2026-11-09": true, "2026-11-10": false} {
		h := onlySale(t, annSells("2032-12-31", directorOut("2026-05-10", "e", true), directorIn(again, "f")))
		require.Len(t, h.Events, 1, again)
		assert.Equal(t, ignored, h.Events[0].Ignored, again)
		assert.Equal(t, ignored, h.Given == law.Met, again)
	}
	resigned := onlySale(t, annSells("2032-12-31", directorOut("2026-05-10", "e", false), directorIn("2026-05-11", "f")))
	assert.Equal(t, law.Breached, resigned.Given, "a resignation is not cured")
	early := onlySale(t, annSells("2032-12-31", directorOut("2026-03-10", "e", true), directorIn("2026-03-11", "f")))
	assert.Equal(t, law.Breached, early.Due, "nor is a death in the tax year of the disposal")
	open := onlySale(t, annSells("2026-08-01", directorOut("2026-05-10", "e", true)))
	assert.Equal(t, law.Unknown, open.Given, "it may yet be cured")
	require.Len(t, open.Events, 1)
	assert.NotEmpty(t, open.Events[0].Missing)
	both := onlySale(t, annSells("2032-12-31", directorOut("2026-05-10", "e", true), directorOut("2026-05-10", "d", false), directorIn("2026-06-01", "f"), directorIn("2026-06-01", "g")))
	assert.Equal(t, law.Breached, both.Given, "the death was not the only cause")
	later := onlySale(t, annSells("2032-12-31", directorOut("2030-05-10", "e", true), directorIn("2030-06-01", "f")))
	require.Len(t, later.Events, 1)
	assert.True(t, later.Events[0].Ignored, "s. 236P(2A)")
}

func TestTheFractionInALog(t *testing.T) {
	back := counted("2026-10-10", 2, 7, false)
	tolerated := onlySale(t, annSells("2030-12-31", counted("2026-04-10", 3, 7, true), back))
	assert.Equal(t, law.Met, tolerated.Given, tolerated.Why)
	assert.Empty(t, tolerated.Events)
	deliberate := onlySale(t, annSells("2030-12-31", counted("2026-04-10", 3, 7, false), back))
	assert.Equal(t, law.Breached, deliberate.Given)
	require.Len(t, deliberate.Events, 1)
	assert.Equal(t, law.MustDate("2026-04-10"), deliberate.Events[0].On)
	inYear := onlySale(t, annSells("2030-12-31", counted("2026-03-10", 3, 7, false), counted("2026-03-20", 2, 7, false)))
	assert.Equal(t, law.Breached, tested(t, &inYear, employee.LimitedParticipation).Outcome)
	assert.Equal(t, law.Breached, inYear.Due)
	before := onlySale(t, works("2024-01-01", "2027-04-05", counted("2025-06-01", 3, 7, false), counted("2025-07-01", 2, 7, false), sells("2026-01-31", "ann", "ann", 60)))
	assert.Equal(t, law.Breached, tested(t, &before, employee.LimitedParticipation).Outcome, "Condition A looks back 12 months")
}

func TestActingOutsideTheTrusts(t *testing.T) {
	arguable := onlySale(t, annSells("2032-12-31", acted("2026-03-01")))
	assert.Equal(t, law.Unknown, arguable.Due)
	require.Len(t, arguable.Events, 1)
	require.NotNil(t, arguable.Events[0].Doubt)
	assert.Len(t, arguable.Events[0].Doubt.Readings, 2)
	withdrawn := onlySale(t, annSells("2032-12-31", acted("2026-06-01")))
	assert.Equal(t, law.Breached, withdrawn.Given)
	before := onlySale(t, works("2024-01-01", "2032-12-31", acted("2026-01-30"), sells("2026-01-31", "ann", "ann", 60), claims("2026-05-01", "ann")))
	assert.Equal(t, law.Met, before.Given, before.Why)
}

func TestTheTransitionalVersionOf2014(t *testing.T) {
	lends := employee.Deed{BenefitsExcluded: no(), WholeGroup: yes(), CreatesTrusts: no(), Resettles: no(), Lends: yes(), Amendable: no()}
	deedAt := func(day string) employee.Entry {
		return on(day, func(e *employee.Entry) { e.Deed = law.Known(lends) })
	}
	old := onlySale(t, works("2013-01-01", "2016-04-05", sells("2014-06-25", "ann", "ann", 60), claims("2014-07-01", "ann"), deedAt("2014-08-01")))
	assert.Equal(t, law.Met, old.Given, old.Why)
	require.Len(t, old.Events, 1)
	assert.Equal(t, employee.DeemedDisposal, old.Events[0].Effect)
	assert.True(t, old.Events[0].After)
	full := onlySale(t, works("2013-01-01", "2016-04-05", sells("2014-06-26", "ann", "ann", 60), claims("2014-07-01", "ann"), deedAt("2014-08-01")))
	assert.Equal(t, law.Breached, full.Due)
	x := tested(t, &full, employee.AllEmployeeBenefit)
	assert.Equal(t, law.MustDate("2014-08-01"), x.On)
	assert.Contains(t, x.Why, "lent to beneficiaries")
}

func TestWhatTheLogDoesNotSayIsUnknown(t *testing.T) {
	short := onlySale(t, annSells("2026-05-01"))
	assert.Equal(t, law.Met, short.Due, short.Why)
	early := works("2024-01-01", "2026-04-04", sells("2026-01-31", "ann", "ann", 60))
	h := onlySale(t, early)
	for _, is := range []employee.Requirement{employee.Residence, employee.TradingCompany, employee.ControllingInterest, employee.LimitedParticipation} {
		assert.Equal(t, law.Unknown, tested(t, &h, is).Outcome, is)
	}
	late := works("2026-01-01", "2027-04-05", sells("2026-01-31", "ann", "ann", 60))
	h = onlySale(t, late)
	assert.Equal(t, law.Unknown, tested(t, &h, employee.ControllingInterest).Outcome, "who had control on 5 April 2025 is not said")
	mute := works("2024-01-01", "2027-04-05", sells("2026-01-31", "ann", "ann", 60))
	mute.Opening.Clauses = law.Fact[[]employee.Clause]{}
	h = onlySale(t, mute)
	assert.Equal(t, law.Unknown, tested(t, &h, employee.ControllingInterest).Outcome, "what agreements there are is not said")
	silent := annSells("2032-12-31")
	silent.Opening.Trust.Body.Resident = unsaid()
	h = onlySale(t, silent)
	assert.Equal(t, law.Unknown, tested(t, &h, employee.Residence).Outcome)
	assert.Equal(t, law.Unknown, h.Given)
	unclaimed := onlySale(t, works("2024-01-01", "2032-12-31", sells("2026-01-31", "ann", "ann", 60)))
	assert.Equal(t, law.Met, unclaimed.Due, unclaimed.Why)
	assert.Equal(t, law.Breached, unclaimed.Given, "nothing is given without a claim")
}

func TestADeemedDisposalBetweenTrustsNeedsNoBargain(t *testing.T) {
	log := annSells("2032-12-31")
	sale := log.Entries[0].Sold.Or(employee.Sale{})
	sale.Kind, sale.Bargain, sale.Earlier, sale.Seller = employee.BetweenTrusts, employee.Bargain{}, law.Fact[[]employee.EarlierDisposal]{}, law.Known(employee.SellingTrustee)
	log.Entries[0].Sold = law.Known(sale)
	h := onlySale(t, log)
	assert.Equal(t, law.NotApplicable, tested(t, &h, employee.FairPrice).Outcome)
	assert.Equal(t, law.NotApplicable, tested(t, &h, employee.NoEarlierRelief).Outcome)
	assert.Equal(t, law.Met, h.Given, h.Why)
}

func TestALogOfAnOldTrustChangesWithoutAnEntry(t *testing.T) {
	log := annSells("2032-12-31")
	o := oldTrust()
	lentOn("2025-06-01")(&o)
	log.Opening.Trust.Old = law.Known(o)
	log.Opening.Trust.Deed.Lends = yes()
	var got []string
	for _, s := range replay(t, log).Standings {
		if s.Requirement == employee.AllEmployeeBenefit {
			got = append(got, s.Outcome.String()+" "+s.Period.String())
		}
	}
	assert.Equal(t, []string{"met 1 January 2024 to 31 May 2025", "breached 1 June 2025 to 31 May 2026", "met 1 June 2026 to 31 December 2032"}, got)
}

func TestAnOldTrustThatHasMetTheRequirementByItselfCannotFallBack(t *testing.T) {
	lends, sound := bakery().Trust.Deed, bakery().Trust.Deed
	lends.Lends = yes()
	deedAt := func(day string, d employee.Deed) employee.Entry {
		return on(day, func(e *employee.Entry) { e.Deed = law.Known(d) })
	}
	log := annSells("2032-12-31", deedAt("2027-01-01", sound), deedAt("2028-01-01", lends))
	log.Opening.Trust.Old, log.Opening.Trust.Deed = law.Known(oldTrust()), lends
	h := onlySale(t, log)
	assert.Equal(t, law.Met, tested(t, &h, employee.AllEmployeeBenefit).Outcome, "by section 236L at the disposal")
	require.Len(t, h.Events, 1)
	assert.Equal(t, law.MustDate("2028-01-01"), h.Events[0].On, "and by itself since 2027, so not by section 236L again")
	kept := annSells("2032-12-31")
	kept.Opening.Trust.Old, kept.Opening.Trust.Deed = law.Known(oldTrust()), lends
	h = onlySale(t, kept)
	assert.Equal(t, law.Met, h.Given, h.Why)
}

func TestResidenceLostAfterAnOlderSaleIsAnExitCharge(t *testing.T) {
	h := onlySale(t, works("2023-01-01", "2026-04-05", sells("2024-05-31", "ann", "ann", 60), claims("2024-09-01", "ann"), resident("2025-06-01", false)))
	assert.Equal(t, law.NotApplicable, tested(t, &h, employee.Residence).Outcome)
	require.Len(t, h.Events, 1)
	assert.Equal(t, employee.ExitCharge, h.Events[0].Effect)
	assert.Equal(t, law.Met, h.Given, "section 236O did not yet know the event")
	silent := works("2023-01-01", "2026-04-05", sells("2024-05-31", "ann", "ann", 60), claims("2024-09-01", "ann"))
	silent.Opening.Trust.Body.Resident = unsaid()
	h = onlySale(t, silent)
	assert.Equal(t, law.Met, h.Given, "nor does anything depend on it: %s", h.Why)
}

func TestResidenceLostByADeathIsSparedTheExitChargeWhenRegained(t *testing.T) {
	for again, ignored := range map[string]bool{"2030-11-09": true, "2030-11-10": false} {
		h := onlySale(t, annSells("2032-12-31", directorOut("2030-05-10", "a", true), resident("2030-05-10", false), resident(again, true)))
		require.Len(t, h.Events, 1, again)
		assert.Equal(t, employee.ExitCharge, h.Events[0].Effect)
		assert.Equal(t, ignored, h.Events[0].Ignored, again)
	}
}

func TestWhatBecomesUnknownAfterTheSaleLeavesTheReliefUnknown(t *testing.T) {
	h := onlySale(t, annSells("2032-12-31", on("2026-06-01", func(e *employee.Entry) { e.Business = law.Known(employee.Business{}) })))
	assert.Equal(t, law.Met, h.Due, "the tax year of the disposal is over")
	assert.Equal(t, law.Unknown, h.Given)
	assert.Contains(t, h.Why, "business.group")
	assert.Empty(t, h.Events)
}

func TestALendersYearRunsOutWithoutAnEntry(t *testing.T) {
	former := employee.Lender{Is: law.Known(employee.FormerParticipant), Ceased: day("2026-02-10")}
	log := annSells("2032-12-31")
	log.Opening.Clauses = law.Known([]employee.Clause{charge(former)})
	var got []string
	for _, s := range replay(t, log).Standings {
		if s.Requirement == employee.ControllingInterest {
			got = append(got, s.Outcome.String()+" "+s.Period.First.String())
		}
	}
	assert.Equal(t, []string{"breached 2024-01-01", "met 2027-02-11"}, got)
}

func TestTrusteesComeAndGo(t *testing.T) {
	log := annSells("2032-12-31",
		on("2026-06-01", func(e *employee.Entry) { e.Appointed = law.Known(person1("carl", employee.OwnsNow)) }),
		on("2026-07-01", func(e *employee.Entry) { e.Left = law.Known(employee.Departure{Trustee: "carl"}) }),
		on("2026-08-01", func(e *employee.Entry) {
			e.Powers = law.Known([]employee.TrustPower{employee.VaryOrEnd})
		}),
	)
	h := onlySale(t, log)
	require.Len(t, h.Events, 2)
	assert.Equal(t, day("2026-07-01"), h.Events[0].MetAgain)
	assert.Contains(t, h.Events[0].Why, "1 of 2 trustees")
	assert.Contains(t, h.Events[1].Why, "vary or end")
	assert.True(t, h.Events[1].Spent)
	assert.Equal(t, law.Breached, h.Given)
}

func TestSharesAndRightsChangeControl(t *testing.T) {
	issued := onlySale(t, annSells("2032-12-31", on("2026-06-01", func(e *employee.Entry) {
		e.Issued = law.Known(employee.Shareholding{Holder: "bob", Shares: 20})
	})))
	require.Len(t, issued.Events, 1, "sixty of a hundred and twenty is half")
	assert.Equal(t, employee.ControllingInterest, issued.Events[0].Lost)
	cancelled := onlySale(t, annSells("2032-12-31", on("2026-06-01", func(e *employee.Entry) {
		e.Cancelled = law.Known(employee.Shareholding{Holder: "trustees", Shares: 20})
	})))
	require.Len(t, cancelled.Events, 1)
	votes := onlySale(t, annSells("2032-12-31", on("2026-06-01", func(e *employee.Entry) {
		e.Rights = law.Known(employee.Rights{WithShares: no(), Votes: employee.Votes{Trustees: law.Known[int64](1), Capable: law.Known[int64](2)}})
	})))
	require.Len(t, votes.Events, 1)
	assert.Contains(t, votes.Events[0].Why, "1 of the 2 votes")
	agreement := onlySale(t, annSells("2032-12-31", on("2026-06-01", func(e *employee.Entry) {
		e.Clauses = law.Known([]employee.Clause{option("call option")})
	})))
	require.Len(t, agreement.Events, 1)
	shut := bakery().Benefits
	shut.Factors = law.Known([]employee.Factor{"performance"})
	unequal := onlySale(t, annSells("2032-12-31", on("2026-06-01", func(e *employee.Entry) { e.Benefits = law.Known(shut) })))
	require.Len(t, unequal.Events, 1)
	assert.Equal(t, employee.AllEmployeeBenefit, unequal.Events[0].Lost)
}
