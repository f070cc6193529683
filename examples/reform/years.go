package main

import (
	"context"
	"fmt"
	"math"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual"
	"github.com/rochdale-go/rochdale/mutual/simulate"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// years simulates each body under the form before and after, on the same draws.
type years struct {
	o             *options
	before, after legalform.Form
}

// What is assumed of every body, beside what the options say.
var (
	overdraft = law.Percent(10) // of turnover
	tax       = law.Percent(20) // the rate of corporation tax of 2015 to 2017
	declared  = law.Percent(5)  // the highest rate of interest that a society declares
	baseRate  = law.Per(1, 200)
)

func (y *years) kinds() []kind {
	return []kind{
		{fmt.Sprintf("paid on capital in %d years", y.o.years), "pounds", 100},
		{fmt.Sprintf("reserves after %d years", y.o.years), "pounds", 100},
		{"bodies out of cash by then", "bodies", 1},
		{"bodies held back by a rule", "bodies", 1},
	}
}

func (y *years) assumptions() []assumption {
	return []assumption{
		{"Form", "that of the reform", "each body takes it, whatever its own is, on " + y.o.first.Long() + ", its shares issued that day"},
		{"Share capital", fmt.Sprintf("%v of members' funds", y.o.capital), "the rest is reserves that may be distributed: accounts as published do not tell them apart"},
		{"Cash on the first day", "as much as members' funds", "accounts as published do not tell it"},
		{"Paid on capital", fmt.Sprintf("%v of profit after tax", y.o.asks), fmt.Sprintf("as dividends or share interest, as far as the law lets it; tax at %v", tax)},
		{"Turnover", "as in the latest accounts", "that state enough, of 2011 to 2016"},
		{"Margin", "varies about the body's own average", "as simulate.CoOperatives has it; see examples/calibrate"},
		{"Overdraft", fmt.Sprintf("up to %v of turnover", overdraft), "beyond it a body is out of cash, and ends. It does nothing about a bad year: bodies do, and last longer than here"},
		{"Rates", fmt.Sprintf("Bank Rate %v", baseRate), fmt.Sprintf("and interest of up to %v declared by a society", declared)},
	}
}

func (y *years) run(ctx context.Context, b *body) (result, error) {
	capital := y.o.capital.Of(max(b.funds, 0))
	a := &simulate.Assumptions{
		FirstDay: y.o.first, Years: y.o.years, Income: b.turnover, Costs: b.turnover - b.result, Capital: capital, Opening: b.funds - capital,
		Cash: law.Known(max(b.funds, 0)), Overdraft: overdraft.Of(b.turnover), DeclaredAfter: 6, BaseRate: law.Known(baseRate),
		Drivers: simulate.CoOperatives(),
	}
	scenario := func(name string, f legalform.Form, asks law.Ratio) simulate.Scenario {
		in := extent(f)
		return simulate.Scenario{
			Name: name, Assumptions: a, Policy: &surplus.Policy{Tax: tax, Steps: []surplus.Step{{
				Name: "capital", Kinds: []law.PaymentKind{law.ShareInterest, law.Dividend}, Share: asks, Of: surplus.OfWhatIsLeft,
			}}},
			Organisation: &mutual.Organisation{Name: b.id, Form: f, AsAt: y.o.first, In: in, Body: f.Draft(law.Plan{
				Name: b.id, Founded: y.o.first, In: in, Members: 3, Capital: capital, ForCommunity: law.Known(true), DeclaredInterest: law.Known(declared),
			})},
		}
	}
	// The third pays nothing: what the first pays is how far that is from it.
	spec := &simulate.Spec{Seed: b.seed(y.o.seed), Scenarios: []simulate.Scenario{
		scenario("before", y.before, y.o.asks), scenario("after", y.after, y.o.asks), scenario("nothing", y.before, law.Ratio{}),
	}}
	t, err := simulate.Simulate(ctx, spec, y.o.paths, simulate.Options{Workers: 1})
	if err != nil {
		return result{}, err
	}
	before, after, nothing := &t.Scenarios[0], &t.Scenarios[1], &t.Scenarios[2]
	r := result{body: b, capital: capital}
	minus, _, _ := nothing.From(simulate.PaidInAll)
	for _, m := range []simulate.Measure{simulate.PaidInAll, simulate.Reserves, simulate.Measure(simulate.OutOfCash)} {
		mean, err, _ := after.From(m)
		x := amount{difference: mean, err: err}
		switch m {
		case simulate.PaidInAll:
			x.before, x.after = -minus, mean-minus
		case simulate.Reserves:
			x.only = true
		default:
			x.before, x.after = before.By(0, simulate.OutOfCash).Float(), after.By(0, simulate.OutOfCash).Float()
		}
		r.amounts = append(r.amounts, x)
		r.touched = r.touched || mean != 0 || err != 0
	}
	held := amount{before: ever(before), after: ever(after)}
	held.difference = held.after - held.before
	// A reform that only tightens, or only loosens, leaves the one event within the other: the
	// paths between them are counted as any odds are.
	d := math.Abs(held.difference)
	held.err = math.Sqrt(d * (1 - d) / float64(y.o.paths))
	r.amounts = append(r.amounts, held)
	return r, nil
}

// ever is the odds that the rule that most often holds a payment back does so in some year.
func ever(o *simulate.Outlook) (most float64) {
	codes := map[law.Code]bool{}
	for i := range o.Years {
		for _, h := range o.Years[i].Held {
			codes[h.By] = true
		}
	}
	for code := range codes {
		most = max(most, o.By(0, simulate.Held(code)).Float())
	}
	return most
}
