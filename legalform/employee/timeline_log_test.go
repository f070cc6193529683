package employee_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func on(day string, change func(*employee.Entry)) employee.Entry {
	e := employee.Entry{On: law.MustDate(day)}
	change(&e)
	return e
}

func sells(day, id, from string, shares int64) employee.Entry {
	return on(day, func(e *employee.Entry) {
		e.Sold = law.Known(employee.Sale{
			ID: id, Kind: employee.ToTrustees, From: from, Shares: shares, Seller: law.Known(employee.SellingIndividual),
			Bargain: employee.Bargain{PriceSteps: yes(), Deferred: no()}, ConnectedWith: law.Known([]string{}), Earlier: law.Known([]employee.EarlierDisposal{}),
		})
	})
}

func claims(day, sale string) employee.Entry {
	return on(day, func(e *employee.Entry) {
		e.Claimed = law.Known(employee.SaleClaim{Sale: sale, Claim: employee.ReliefClaim{
			Settlement: yes(), Company: yes(), Shares: yes(), Headcount: yes(), Consideration: yes(),
		}})
	})
}

func moves(day, from, to string, shares int64) employee.Entry {
	return on(day, func(e *employee.Entry) {
		e.Moved = law.Known(employee.ShareMove{From: from, To: to, Shares: shares})
	})
}

func directorOut(day, id string, died bool) employee.Entry {
	return on(day, func(e *employee.Entry) {
		e.DirectorOut = law.Known(employee.Departure{Trustee: "trustee company", Director: id, Died: died})
	})
}

func directorIn(day, id string) employee.Entry {
	return on(day, func(e *employee.Entry) {
		e.DirectorIn = law.Known(employee.DirectorChange{Trustee: "trustee company", Director: employee.TrusteeDirector{ID: id, Tie: law.Known(employee.NoTie)}})
	})
}

func counted(day string, participators, employees int64, outside bool) employee.Entry {
	return on(day, func(e *employee.Entry) {
		h := count(day, participators, 0, employees)
		h.OutsideControl = law.Known(outside)
		e.Counted = law.Known(h)
	})
}

func resident(day string, is bool) employee.Entry {
	return on(day, func(e *employee.Entry) { e.Resident = law.Known(is) })
}

func acted(day string) employee.Entry {
	return on(day, func(e *employee.Entry) { e.OutsideTrusts = law.Known("lent to a beneficiary") })
}

// works is the log of a company in which Ann holds sixty shares and Bob forty, on terms that
// meet every requirement.
func works(opened, until string, entries ...employee.Entry) employee.Timeline {
	c := bakery()
	ledger := c.Trust
	ledger.Transfers = law.Fact[[]employee.TrustTransfer]{}
	return employee.Timeline{
		Opening: employee.Opening{
			On: law.MustDate(opened), Holdings: []employee.Shareholding{{Holder: "ann", Shares: 60}, {Holder: "bob", Shares: 40}},
			Rights: employee.Rights{WithShares: yes()}, Clauses: law.Known([]employee.Clause{}),
			Business: c.Business, Benefits: c.Benefits, Trust: ledger, Count: law.Known(count(opened, 2, 0, 5)),
		},
		Entries: entries, Until: law.MustDate(until),
	}
}

// annSells is works with Ann's sale on 31 January 2026, claimed on 1 May.
func annSells(until string, after ...employee.Entry) employee.Timeline {
	claim := claims("2026-05-01", "ann")
	list := []employee.Entry{sells("2026-01-31", "ann", "ann", 60)}
	claimed := false
	for _, e := range after {
		if !claimed && e.On.After(claim.On) {
			list, claimed = append(list, claim), true
		}
		list = append(list, e)
	}
	if !claimed {
		list = append(list, claim)
	}
	return works("2024-01-01", until, list...)
}

func replay(t *testing.T, log employee.Timeline) *employee.Chronicle {
	t.Helper()
	c, err := log.Replay(&enacted)
	require.NoError(t, err)
	return c
}

// onlySale is what became of the one sale of a log.
func onlySale(t *testing.T, log employee.Timeline) employee.SaleHistory {
	t.Helper()
	c := replay(t, log)
	require.Len(t, c.Sales, 1)
	return c.Sales[0]
}

func tested(t *testing.T, h *employee.SaleHistory, is employee.Requirement) employee.Tested {
	t.Helper()
	for _, x := range h.Requirements {
		if x.Requirement == is {
			return x
		}
	}
	t.Fatalf("%v was not tested", is)
	return employee.Tested{}
}

func TestLogsThatCannotHaveHappenedAreRefused(t *testing.T) {
	sale := sells("2026-01-31", "ann", "ann", 60)
	for place, log := range map[string]employee.Timeline{
		"opening.on":                               {},
		"until":                                    works("2024-01-01", "2023-12-31"),
		"entries[0].on: 2 things":                  works("2024-01-01", "2027-01-01", on("2025-01-01", func(e *employee.Entry) { e.Resident, e.OutsideTrusts = yes(), law.Known("x") })),
		"entries[0].on: 0 things":                  works("2024-01-01", "2027-01-01", on("2025-01-01", func(*employee.Entry) {})),
		"entries[0].on: 2024-01-01":                works("2024-01-01", "2027-01-01", resident("2024-01-01", true)),
		"entries[1].on":                            works("2024-01-01", "2027-01-01", resident("2025-01-02", true), resident("2025-01-01", true)),
		"entries[0].on: 2028":                      works("2024-01-01", "2027-01-01", resident("2028-01-01", true)),
		"entries[0].sold.shares":                   works("2024-01-01", "2027-01-01", sells("2026-01-31", "ann", "ann", 61)),
		"entries[1].sold.id":                       works("2024-01-01", "2027-01-01", sells("2026-01-31", "ann", "ann", 1), sells("2026-01-31", "ann", "ann", 1)),
		"entries[0].sold.to":                       works("2024-01-01", "2027-01-01", sells("2026-01-31", "x", "trustees", 1)),
		"entries[0].moved.shares":                  works("2024-01-01", "2027-01-01", moves("2026-01-31", "carl", "ann", 1)),
		"entries[0].moved.to":                      works("2024-01-01", "2027-01-01", moves("2026-01-31", "ann", "ann", 1)),
		"entries[0].claimed.sale: there has":       works("2024-01-01", "2027-01-01", claims("2026-01-31", "ann")),
		"entries[2].claimed.sale: \"ann\" has":     works("2024-01-01", "2027-01-01", sale, claims("2026-01-31", "ann"), claims("2026-01-31", "ann")),
		"entries[0].director_out.director":         works("2024-01-01", "2027-01-01", directorOut("2026-01-31", "z", true)),
		"entries[0].director_in.director.id":       works("2024-01-01", "2027-01-01", directorIn("2026-01-31", "a")),
		"entries[0].left.trustee":                  works("2024-01-01", "2027-01-01", on("2026-01-31", func(e *employee.Entry) { e.Left = law.Known(employee.Departure{Trustee: "z"}) })),
		"entries[0].appointed.id":                  works("2024-01-01", "2027-01-01", on("2026-01-31", func(e *employee.Entry) { e.Appointed = law.Known(corporate(3, 0)) })),
		"entries[0].issued.holder":                 works("2024-01-01", "2027-01-01", on("2026-01-31", func(e *employee.Entry) { e.Issued = law.Known(employee.Shareholding{Shares: 1}) })),
		"entries[0].issued.shares":                 works("2024-01-01", "2027-01-01", on("2026-01-31", func(e *employee.Entry) { e.Issued = law.Known(employee.Shareholding{Holder: "x", Shares: 1 << 40}) })),
		"entries[0].cancelled.shares":              works("2024-01-01", "2027-01-01", on("2026-01-31", func(e *employee.Entry) { e.Cancelled = law.Known(employee.Shareholding{Holder: "ann", Shares: 61}) })),
		"entries[0].counted.from":                  works("2024-01-01", "2027-01-01", on("2026-01-31", func(e *employee.Entry) { e.Counted = law.Known(count("2026-02-01", 0, 0, 1)) })),
		"entries[1].counted.from: a second count":  works("2024-01-01", "2027-01-01", counted("2026-01-31", 1, 5, false), counted("2026-01-31", 1, 5, false)),
		"entries: 2001":                            {Entries: make([]employee.Entry, 2001)},
		"entries[0].sold.kind":                     works("2024-01-01", "2027-01-01", on("2026-01-31", func(e *employee.Entry) { e.Sold = law.Known(employee.Sale{ID: "x", From: "ann", Shares: 1}) })),
		"opening.holdings[0].shares":               {Opening: employee.Opening{On: law.MustDate("2024-01-01"), Holdings: []employee.Shareholding{{Holder: "a"}}}},
		"opening.trust.body.trustees[1].id: twice": {Opening: employee.Opening{On: law.MustDate("2024-01-01"), Trust: employee.Trust{Body: employee.TrusteeBody{Trustees: law.Known([]employee.Trustee{{ID: "a"}, {ID: "a"}})}}}},
		"the opening does not say who":             {Opening: employee.Opening{On: law.MustDate("2024-01-01")}, Until: law.MustDate("2027-01-01"), Entries: []employee.Entry{directorIn("2026-01-31", "a")}},
	} {
		_, err := log.Replay(&enacted)
		require.ErrorIs(t, err, employee.ErrTimeline, place)
		assert.ErrorContains(t, err, place)
	}
}
