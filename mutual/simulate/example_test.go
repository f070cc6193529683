package simulate_test

import (
	"context"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual"
	"github.com/rochdale-go/rochdale/mutual/simulate"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// A care company has one contract with the council, which ends after four years. How likely
// is it to run out of cash within ten, as a community interest company and as a society?
func Example() {
	first := law.MustDate("2025-04-01")
	plan := law.Plan{
		Name: "Hill Care", Founded: first, In: law.England, Staff: 20, Members: 20, Capital: law.Pounds(40_000),
		Activity: "care at home", ForCommunity: law.Known(true), DeclaredInterest: law.Known(law.Percent(5)),
	}
	assumptions := &simulate.Assumptions{
		FirstDay: first, Years: 10, Income: law.Pounds(500_000), Costs: law.Pounds(480_000), Staff: 20, Capital: law.Pounds(40_000), DeclaredAfter: 6,
		Contracts: []simulate.Contract{{
			Name: "council", Yearly: law.Pounds(300_000), Costs: law.Pounds(280_000), Ends: law.MustDate("2029-03-31"), Term: 48,
			Lost: law.Percent(25), Assumption: "one tender in four is lost",
		}},
		Drivers: simulate.Drivers{simulate.Margin: {
			Kind: simulate.NormalShape, Mean: law.Known(law.Ratio{}), Deviation: law.Known(law.Percent(4)), Assumption: "a bad year in twenty",
		}},
	}
	policy := &surplus.Policy{Steps: []surplus.Step{
		{Name: "on capital", Kinds: []law.PaymentKind{law.ShareInterest, law.Dividend}, Share: law.Percent(10), Of: surplus.OfCapital},
		{Name: "good causes", Kinds: []law.PaymentKind{law.ToCommunity}, Share: law.Percent(50), Of: surplus.OfWhatIsLeft},
	}}

	spec := &simulate.Spec{Seed: 1}
	for _, id := range []string{"cic-shares-schedule-3", "community-benefit-society"} {
		form, err := legalform.Lookup(id)
		if err != nil {
			panic(err)
		}
		spec.Scenarios = append(spec.Scenarios, simulate.Scenario{
			Name:         id,
			Organisation: &mutual.Organisation{Name: plan.Name, Form: form, AsAt: first, In: plan.In, Body: form.Draft(plan)},
			Assumptions:  assumptions, Policy: policy,
		})
	}
	tally, err := simulate.Simulate(context.Background(), spec, 10_000, simulate.Options{})
	if err != nil {
		panic(err)
	}
	for i := range tally.Scenarios {
		o := &tally.Scenarios[i]
		worst, _ := o.Quantile(10, simulate.Reserves, law.Percent(5))
		median, _ := o.Quantile(10, simulate.Reserves, law.Percent(50))
		fmt.Printf("%s: out of cash on %v of paths, contract lost on %v\n", o.Name, o.By(0, simulate.OutOfCash), o.By(0, simulate.ContractLost))
		fmt.Printf("  reserves after ten years: %v at the median, one in twenty under %v\n", median, worst)
		for _, e := range o.Events() {
			if e != simulate.OutOfCash && e != simulate.ContractLost {
				fmt.Printf("  %s: %v\n", e, o.By(0, e))
			}
		}
	}
	mean, se, _ := tally.Scenarios[1].From(simulate.Paid(law.ToCommunity))
	fmt.Printf("on the same draws the society gives the community £%.0f more, give or take £%.0f\n", mean/100, 2*se/100)
	// Output:
	// cic-shares-schedule-3: out of cash on 1.4% of paths, contract lost on 43.3%
	//   reserves after ten years: £156,823.37 at the median, one in twenty under £58,475.98
	//   net-liabilities: 1.4%
	//   held/cic.over-aggregate-cap: 21.1%
	//   held/cic.distribution-not-authorised: 2.1%
	// community-benefit-society: out of cash on 1.4% of paths, contract lost on 43.3%
	//   reserves after ten years: £164,814.84 at the median, one in twenty under £62,050.67
	//   net-liabilities: 1.4%
	//   held/society.interest-above-declared: 99.1%
	// on the same draws the society gives the community £9163 more, give or take £79
}
