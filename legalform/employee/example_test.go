package employee_test

import (
	"errors"
	"fmt"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// A company's adviser asks, before the sale, whether the trust would have control.
func Example() {
	facts := `{
		"control": {
			"classes": [{"name": "ordinary", "issued": "1000.00", "held": "500.00", "fixed_rate_only": false}],
			"votes": {"trustees": 600, "capable": 1000},
			"profits": {"available": "100.00", "trustees": "45.00", "waived": "10.00"},
			"clauses": []
		}
	}`
	var c employee.Company
	if err := law.Decode(strings.NewReader(facts), &c); err != nil {
		fmt.Println(err)
		return
	}
	form := employee.TrustCompany(employee.Enacted())
	report, err := form.Judge(&c, law.MustDate("2026-11-23"), law.England)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(errors.Is(report.Err(), employee.SharesBelowControl))
	fmt.Println(report.Findings[0].Message)
	fmt.Println(report.Findings[0].Link())
	fmt.Println(report.Unsettled()[0].Path)
	// Output:
	// true
	// The controlling interest requirement is not met: the trustees hold £500.00 of £1,000.00 of ordinary share capital, where more than 50% is required since 6 April 2014.
	// https://www.legislation.gov.uk/ukpga/1992/12/section/236M/2026-11-23
	// control.assets.available
}

func ExampleTrustCompany() {
	form := employee.TrustCompany(employee.Enacted())
	body := form.Draft(law.Plan{Name: "Inclusion Healthcare", Founded: law.MustDate("2026-04-01"), Staff: 30, Capital: law.Pounds(100)})
	books := law.Books{Distributable: law.Known(law.Pounds(50_000))}
	interim := law.Payment{Kind: law.Dividend, Amount: law.Pounds(30_000), Declared: law.MustDate("2026-12-31")}
	books.Paid = append(books.Paid, interim)
	allowed, err := form.Allow(body, law.Payment{Kind: law.Dividend, Declared: law.MustDate("2027-03-31")}, &books)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(allowed.Working.String())
	fmt.Println(allowed.Most, string(allowed.Binding))
	// Output:
	// distributable profits: £50,000.00
	// left after what was declared for the year: £20,000.00
	// £20,000.00 employee.dividend-over-profits
}

func ExampleExemptBonus() {
	figures := employee.Enacted()
	bonus := func(on string, amount int64) employee.Bonus {
		return employee.Bonus{
			Person: "staff-17", On: law.MustDate(on), Amount: law.Pounds(amount),
			Payer: law.Known(employee.EmployerCompany), Qualifying: law.Known(true),
		}
	}
	e, err := employee.ExemptBonus([]employee.Bonus{bonus("2026-06-30", 600), bonus("2026-12-18", 4000), bonus("2026-12-18", 2000)}, &figures)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, t := range e.Treated {
		fmt.Println(t.Exempt, "exempt,", t.Taxable, "taxable")
	}
	// Output:
	// £600.00 exempt, £0.00 taxable
	// £2,000.00 exempt, £2,000.00 taxable
	// £1,000.00 exempt, £1,000.00 taxable
}

func ExampleFractionOf() {
	worker := func(id string, employed, office employee.Place, participator bool, kin ...string) employee.Head {
		return employee.Head{
			ID: id, Employed: law.Known(employed), Office: law.Known(office), Participator: law.Known(participator),
			ConnectedWith: law.Known(kin), Interest: employee.Interest{OfCapital: law.Known(law.Percent(50))},
		}
	}
	figures := employee.Enacted()
	limit, _ := figures.ParticipatorFraction.At(law.MustDate("2026-11-23"))
	f, err := employee.FractionOf([]employee.Head{
		worker("founder", employee.Nowhere, employee.InCompany, true),
		worker("nephew", employee.InCompany, employee.Nowhere, false, "founder"),
		worker("baker", employee.InCompany, employee.Nowhere, false),
		worker("driver", employee.InCompany, employee.Nowhere, false),
	}, law.Known(false), law.Percent(5))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(f.String(), f.Exceeds(limit.Value))
	for _, who := range f.Who {
		fmt.Println(who.ID, who.Above, who.Below, who.Why)
	}
	// Output:
	// 2/3 true
	// founder true false participator
	// nephew true true connected with a participator
	// baker false true not a participator
	// driver false true not a participator
}

func ExampleFormula_Award() {
	terms := employee.Formula{
		employee.ByPay(law.Pounds(2), law.Pounds(100), employee.Exact), // 2% of pay
		employee.ByService(law.Pounds(100), 1, employee.Complete),      // £100 a complete year
		employee.ByHours(law.Pounds(20), 1, employee.Exact),            // £20 a weekly hour
	}
	award, err := terms.Award(employee.Worker{ID: "staff-17", Pay: law.Pounds(28_000), Months: 6 * 12, Minutes: 30 * 60})
	fmt.Println(award.Parts, award.Total, err)
	// Output: [£560.00 £600.00 £600.00] £1,760.00 <nil>
}

func ExamplePool_Awards() {
	pool := employee.Pool{Total: law.Pounds(12_000), Parts: []employee.PoolShare{
		{Factor: employee.Remuneration, Weight: 2}, {Factor: employee.Service, Weight: 1}, {Factor: employee.Hours, Weight: 1},
	}}
	awards, err := pool.Awards([]employee.Worker{
		{ID: "A", Pay: law.Pounds(40_000), Months: 120, Minutes: 37*60 + 30},
		{ID: "B", Pay: law.Pounds(25_000), Months: 24, Minutes: 37*60 + 30},
		{ID: "C", Pay: law.Pounds(15_000), Months: 96, Minutes: 20 * 60},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range awards {
		fmt.Println(a.ID, a.Total)
	}
	// Output:
	// A £5,684.21
	// B £3,359.21
	// C £2,956.58
}
