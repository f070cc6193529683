package surplus_test

import (
	"fmt"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// A policy is data. Made ready once, it takes year after year.
func ExamplePlan_Year() {
	p, err := surplus.Read(strings.NewReader(`{"steps": [
	  {"name": "losses", "to": "losses", "share": "100%", "of": "losses", "must": true},
	  {"name": "reserve", "to": "indivisible-reserve", "share": "30%", "of": "left-after", "named": ["losses"]},
	  {"name": "dividend", "to": "members", "by": "trade", "kinds": ["patronage"], "share": "100%"}
	]}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	form := society.CoOperative(society.Enacted())
	body := form.Draft(law.Plan{Name: "Hill", Founded: law.MustDate("2016-04-01"), In: law.England, Staff: 5, Members: 500})
	plan, err := surplus.For(form, body, p)
	if err != nil {
		fmt.Println(err)
		return
	}
	var out surplus.Outcome
	for _, result := range []int64{-10_000, 30_000} {
		y := surplus.Year{
			Start: law.MustDate("2019-04-01"), End: law.MustDate("2020-03-31"), Declared: law.MustDate("2020-09-30"),
			Result: law.Pounds(result), Opening: out.Kept, Trade: law.Known(law.Pounds(700_000)),
		}
		if err := plan.Year(&y, &out); err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println("kept", out.Kept)
	}
	pool, _ := out.Pool(plan.Step("dividend"))
	fmt.Println("dividend", pool.Amount, "at", pool.Rate(), "of trade")
	// Output:
	// kept -£10,000.00
	// kept £16,000.00
	// dividend £14,000.00 at 2% of trade
}

func ExamplePool_Into() {
	pool := surplus.Pool{Amount: law.Pounds(72_000), By: surplus.Trade, Base: int64(law.Pounds(3_600_000))}
	shares := make([]law.Pence, 2)
	residue, err := pool.Into(shares, []int64{1_234_56, 3_598_765_44})
	fmt.Println(shares, residue, err)
	// Output:
	// [£24.69 £71,975.30] £0.01 <nil>
}

// What the form does not allow is refused, and the refusal says by what rule.
func ExampleOutcome_ErrAt() {
	form := cic.SharesSchedule3(cic.Enacted())
	body := form.Draft(law.Plan{Name: "Hill", Founded: law.MustDate("2015-04-01"), In: law.England, Capital: law.Pounds(1_000), Locked: "Hill Charity"})
	out, err := surplus.Distribute(form, body, surplus.Year{
		Start: law.MustDate("2019-04-01"), End: law.MustDate("2020-03-31"), Declared: law.MustDate("2020-09-30"), Result: law.Pounds(10_000),
	}, &surplus.Policy{Steps: []surplus.Step{{Name: "investors", Kinds: []law.PaymentKind{law.Dividend}, Share: law.Percent(50), Of: surplus.OfResult}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(out.ErrAt(law.Statute))
	// Output:
	// step "investors": more is asked for than is allowed: dividend of £5,000.00, of which £3,500.00 is allowed (regs 17(1)(c), 19, Community Interest Company Regulations 2005 (SI 2005/1788)): cic.over-aggregate-cap
}

func ExampleReadyPolicy() {
	p, err := surplus.ReadyPolicy("quebec")
	if err != nil {
		fmt.Println(err)
		return
	}
	for i := range p.Steps {
		fmt.Println(&p.Steps[i])
	}
	// Output:
	// losses: 100% of the losses brought forward
	// reserve: 10% of what was left after losses
	// further reserve: 10% of what was left after losses, while 100% of equity is below 40% of debts
	// rebates: 100% of what is left
}
