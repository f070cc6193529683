package society_test

import (
	"fmt"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
)

// A shop with a turnover of £300,000 voted to do without an audit for 2024.
func ExampleAuditNeeded() {
	s := society.Society{
		Registered: law.Known(law.MustDate("2015-12-10")), Charity: law.Known(false),
		Accounts: law.Known(society.Accounts{
			Start: law.Known(law.MustDate("2024-01-01")), End: law.Known(law.MustDate("2024-12-31")),
			Preceding: society.PrecedingYear{
				Start: law.Known(law.MustDate("2023-01-01")), Assets: law.Known(law.Pounds(120_000)), Turnover: law.Known(law.Pounds(300_000)),
			},
			OptOut: law.Known(society.OptOut{
				Resolved: law.Known(law.MustDate("2024-05-20")), Votes: law.Known(governance.Tally{For: 65, Against: 15, Entitled: 250}),
				Noticed: law.Known(false),
			}),
			Exclusions: law.Known([]society.Exclusion{}), Directed: law.Known(false),
		}),
	}
	figures := society.Enacted()
	duty := society.AuditNeeded(&s, &figures, law.MustDate("2024-12-31"))
	fmt.Print(duty.String())
	// Output:
	// accountants-report, by statute
	// s. 84(1), (6), (8): met. The preceding year had assets of £120,000.00, where the limit is £5,100,000.00 and turnover of £300,000.00, where the limit is £10,200,000.00.
	// s. 84(2): met. 15 of 80 votes cast, by members of whom 250 were entitled to vote, were against the resolution; no more than 15 may be.
	// s. 84(3): met. Nothing shut the society out.
	// s. 84(4)-(5): met. Nothing shut the society out.
	// s. 85: met. The turnover of the preceding year was £300,000.00; a report is needed above £90,000.00.
}

func ExampleFigures_ReturnDue() {
	figures := society.Enacted()
	for _, end := range []string{"2025-12-31", "2026-02-28", "2026-06-30"} {
		fmt.Println(figures.ReturnDue(law.MustDate(end)))
	}
	// Output:
	// 2026-07-31 true
	// 2026-09-30 true
	// 2027-01-31 true
}

func ExampleFigures_FirstYearEnd() {
	figures := society.Enacted()
	fmt.Println(figures.FirstYearEnd(law.MustDate("2026-11-23")))
	// Output: 2027-11-30 true
}

func ExampleFigures_MostAgainst() {
	figures := society.Enacted()
	fmt.Println(figures.MostAgainst(80, 250, law.MustDate("2026-11-23")))
	// Output: 15 true
}

func ExampleFigures_ReporterBy() {
	figures := society.Enacted()
	fmt.Println(figures.ReporterBy(law.MustDate("2025-12-31")))
	// Output: 2026-01-28 true
}

func ExampleFigures_AuditorNotice() {
	figures := society.Enacted()
	fmt.Println(figures.AuditorNotice(law.MustDate("2025-09-30")))
	// Output: 2025-09-02 2025-09-16
}

func ExampleFigures_ExtensionFrom() {
	figures := society.Enacted()
	fmt.Println(figures.ExtensionFrom(law.MustDate("2024-12-31"), law.MustDate("2026-11-23")))
	// Output: 2029-12-31 true
}

func ExampleYearEndAfterNotice() {
	start, reference := law.MustDate("2024-07-01"), law.MustDate("2024-12-31")
	fmt.Println("shortened:", society.YearEndAfterNotice(start, reference, false))
	fmt.Println("extended: ", society.YearEndAfterNotice(start, reference, true))
	// Output:
	// shortened: 2024-12-31
	// extended:  2025-12-31
}

func ExampleYearEndByBalanceSheet() {
	start, on := law.MustDate("2025-01-01"), law.MustDate("2026-11-23")
	fmt.Println(society.YearEndByBalanceSheet(start, nil, on))
	fmt.Println(society.YearEndByBalanceSheet(start, []law.Date{law.MustDate("2025-10-31")}, on))
	// Output:
	// 2025-12-31 true
	// 2025-10-31 true
}

func ExampleOptOutFigures() {
	s := society.Society{
		Registered: law.Known(law.MustDate("2015-03-01")), Charity: law.Known(false),
		Accounts: law.Known(society.Accounts{
			Start: law.Known(law.MustDate("2024-04-01")), End: law.Known(law.MustDate("2025-03-31")),
			Preceding: society.PrecedingYear{
				Start: law.Known(law.MustDate("2023-07-01")), Assets: law.Known(law.Pounds(900_000)), Turnover: law.Known(law.Pounds(7_800_000)),
			},
		}),
	}
	figures := society.Enacted()
	k := society.OptOutFigures(&s, &figures, law.MustDate("2024-06-01"))
	fmt.Println(k.Outcome)
	fmt.Println(k.Doubt)
	// Output:
	// unknown
	// Is the figure adjusted by the length of the preceding year or by that of the year itself, and how, if it is not of whole months? Provisionally: £5,100,000.00 of assets and £10,200,000.00 of turnover, of which 75% by the length of the preceding year (breached). Otherwise: £5,100,000.00 of assets and £10,200,000.00 of turnover (met).
}

func ExampleCompanySubsidiary() {
	stake := society.CompanyStake{
		Name: "trading", Equity: law.Known(law.Pounds(100)),
		Parts: law.Known([]society.StakePart{
			{Capacity: society.InOwnRight, Equity: law.Pounds(30)},
			{Capacity: society.ByNominee, Equity: law.Pounds(25)},
			{Capacity: society.AsFiduciary, Equity: law.Pounds(45)},
		}),
	}
	k := society.CompanySubsidiary(&stake, law.MustDate("2026-11-23"))
	fmt.Println("a subsidiary:", k.Outcome)
	// Output: a subsidiary: met
}

func ExampleSocietySubsidiary() {
	stake := society.SocietyStake{
		Name: "federation", Member: law.Known(true), Committee: law.Known[int64](5), OnCommittee: law.Known(true), Votes: law.Known[int64](10),
		Parts: law.Known([]society.StakePart{{Capacity: society.InOwnRight, Seats: 2, Votes: 1}}),
	}
	k := society.SocietySubsidiary(&stake, law.MustDate("2026-11-23"))
	fmt.Println("a subsidiary:", k.Outcome)
	// Output: a subsidiary: met
}
