package employee_test

import (
	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func yes() law.Fact[bool] { return law.Known(true) }

func no() law.Fact[bool] { return law.Known(false) }

func unsaid() law.Fact[bool] { return law.Fact[bool]{} }

// disposal is a sale by one of the owners for cash, claimed three months later.
func disposal(on string) employee.Disposal {
	return employee.Disposal{
		Made: yes(), On: day(on), Kind: law.Known(employee.ToTrustees), Seller: law.Known(employee.SellingIndividual), OrdinaryShares: yes(),
		Bargain: employee.Bargain{PriceSteps: yes(), Deferred: yes(), InterestSteps: yes()},
		Earlier: law.Known([]employee.EarlierDisposal{}), Events: law.Known([]employee.DisqualifyingEvent{}),
		Claim: law.Known(employee.ReliefClaim{
			On: law.Known(law.MustDate(on).AddMonths(3)), Settlement: yes(), Company: yes(), Shares: yes(), Headcount: yes(), Consideration: yes(),
		}),
	}
}

func plainTrade() employee.Business {
	return employee.Business{
		Group:            law.Known(employee.InNoGroup),
		Activities:       law.Known([]employee.Activity{{Name: "baking", Trade: yes(), InPartnership: no(), Part: law.Known(law.Percent(100))}}),
		OtherSubstantial: no(),
	}
}

// trust has a corporate trustee of five directors, of whom two are sellers.
func trust() employee.Trust {
	return employee.Trust{
		Deed: employee.Deed{BenefitsExcluded: no(), WholeGroup: yes(), CreatesTrusts: no(), Resettles: no(), Lends: no(), Amendable: no()},
		Body: employee.TrusteeBody{
			Resident: yes(), SolePowers: law.Known([]employee.TrustPower{}),
			Trustees: law.Known([]employee.Trustee{corporate(5, 2)}),
		},
		Transfers: law.Known([]employee.TrustTransfer{}), ActedOutside: no(),
	}
}

// corporate is a corporate trustee with so many directors, of whom so many are sellers.
func corporate(directors, sellers int) employee.Trustee {
	t := employee.Trustee{ID: "trustee company", Tie: law.Known(employee.NoTie)}
	list := make([]employee.TrusteeDirector, directors)
	for i := range list {
		list[i] = employee.TrusteeDirector{ID: string(rune('a' + i)), Tie: law.Known(employee.NoTie)}
		if i < sellers {
			list[i].Tie = law.Known(employee.OwnsNow)
		}
	}
	t.Directors = law.Known(list)
	return t
}

// sold is the bakery with a disposal on 31 January 2026, under all eight requirements.
func sold() company {
	c := bakery()
	c.Disposal = disposal("2026-01-31")
	c.Control.Held = law.Known([]employee.Period{{First: law.MustDate("2026-01-31")}})
	c.Disposal.Return = law.Known(employee.ReliefReturn{
		Cost: pounds(1000), Consideration: pounds(4_001_000), Chargeable: pounds(2_000_000), Loss: pounds(0), TrusteesCost: pounds(2_001_000), OtherRelief: no(),
	})
	c.Acquisition = law.Known(employee.Acquisition{
		On: day("2026-03-31"), Amount: pounds(600_000), ForCosts: yes(), Qualified: yes(), Claimed: pounds(560_000), ClaimedOn: day("2027-01-31"),
		Costs: law.Known(costsOfA23()),
	})
	c.Gift = law.Known(employee.Gift{
		On: day("2026-01-31"), By: law.Known(employee.AnIndividual), OnlyEmployees: yes(), AllOrMost: yes(), Participators: yes(), IncomeOnly: yes(),
		Beneficiaries: law.Known[int64](100), Owning: law.Known[int64](25), HeldSince: day("2024-02-01"), ControlledBy: day("2027-01-31"), Qualifies: yes(),
	})
	return c
}

func costsOfA23() []employee.AcquisitionCost {
	return []employee.AcquisitionCost{
		{Kind: employee.PricePaid, Amount: law.Pounds(500_000)},
		{Kind: employee.InterestPaid, Amount: law.Pounds(50_000), Excess: law.Pounds(10_000)},
		{Kind: employee.StampDutyPaid, Amount: law.Pounds(20_000)},
		{Kind: employee.OwnershipCost, Amount: law.Pounds(15_000)},
	}
}

func asTrust(change func(*employee.Trust)) func(*company) {
	return func(c *company) { change(&c.Trust) }
}

func asDisposal(change func(*employee.Disposal)) func(*company) {
	return func(c *company) { change(&c.Disposal) }
}

func asClaim(change func(*employee.ReliefClaim)) func(*company) {
	return func(c *company) {
		x := c.Disposal.Claim.Or(employee.ReliefClaim{})
		change(&x)
		c.Disposal.Claim = law.Known(x)
	}
}

func asReturn(change func(*employee.ReliefReturn)) func(*company) {
	return func(c *company) {
		r := c.Disposal.Return.Or(employee.ReliefReturn{})
		change(&r)
		c.Disposal.Return = law.Known(r)
	}
}

func asGift(change func(*employee.Gift)) func(*company) {
	return func(c *company) {
		g := c.Gift.Or(employee.Gift{})
		change(&g)
		c.Gift = law.Known(g)
	}
}

func asAcquisition(change func(*employee.Acquisition)) func(*company) {
	return func(c *company) {
		a := c.Acquisition.Or(employee.Acquisition{})
		change(&a)
		c.Acquisition = law.Known(a)
	}
}

func trusteesAre(list ...employee.Trustee) func(*company) {
	return asTrust(func(t *employee.Trust) { t.Body.Trustees = law.Known(list) })
}

func person1(id string, tie employee.Tie) employee.Trustee {
	return employee.Trustee{ID: id, Tie: law.Known(tie), Directors: law.Known([]employee.TrusteeDirector{})}
}

func does(list ...employee.Activity) func(*company) {
	return func(c *company) { c.Business.Activities = law.Known(list) }
}

func activity(name string, trade, partners bool, part int64) employee.Activity {
	return employee.Activity{Name: name, Trade: law.Known(trade), InPartnership: law.Known(partners), Part: law.Known(law.Percent(part))}
}

func controlled(periods ...employee.Period) func(*company) {
	return func(c *company) { c.Control.Held = law.Known(periods) }
}

func days(first, last string) employee.Period {
	p := employee.Period{First: law.MustDate(first)}
	if last != "" {
		p.Last = law.MustDate(last)
	}
	return p
}

func hit(lost employee.Requirement, on string) employee.DisqualifyingEvent {
	return employee.DisqualifyingEvent{On: law.MustDate(on), Lost: lost, OnlyByDeath: no()}
}

func died(lost employee.Requirement, on, again string) employee.DisqualifyingEvent {
	e := hit(lost, on)
	e.OnlyByDeath = yes()
	if again != "" {
		e.MetAgain = day(again)
	}
	return e
}

func events(list ...employee.DisqualifyingEvent) func(*company) {
	return asDisposal(func(d *employee.Disposal) { d.Events = law.Known(list) })
}

func earlier(list ...employee.EarlierDisposal) func(*company) {
	return asDisposal(func(d *employee.Disposal) { d.Earlier = law.Known(list) })
}

func prior(on string) employee.EarlierDisposal {
	return employee.EarlierDisposal{On: law.MustDate(on), ByConnected: yes(), SameCompany: yes(), Relieved: yes()}
}
