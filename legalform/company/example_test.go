package company_test

import (
	"fmt"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/company"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// A written resolution is counted of all who could agree, a poll of those who vote.
func Example() {
	figures := company.Enacted()
	r := company.Resolution{
		Kind: law.Known(company.Special), Way: law.Known(company.Written),
		Circulated: law.Known(law.MustDate("2026-03-01")),
		Votes:      law.Known(governance.Tally{For: 749, Entitled: 1000}),
	}
	v := company.Resolve(&r, &figures)
	fmt.Println(v.Passed, v)

	r.Way, r.NoticeGiven = law.Known(company.Poll), r.Circulated
	v = company.Resolve(&r, &figures)
	fmt.Println(v.Passed)
	// Output:
	// false majority: 749 of 1000, where at least 75% of all entitled to vote needs 750: failed
	// true
}

// What a company may distribute is its realised profits less its realised losses, after what
// it already distributed.
func ExampleDistributableProfits() {
	d := company.Distribution{
		Profits: law.Known(law.Pounds(500_000)), Losses: law.Known(law.Pounds(120_000)), Used: law.Known(law.Pounds(250_000)), WrittenOff: law.Known(law.Pence(0)),
	}
	a := company.DistributableProfits(&d, false)
	fmt.Println(a.Most, a.Binding)
	// Output: £130,000.00 company.over-distributable-profits
}

// Special notice of a meeting on 20 June leaves 28 clear days.
func ExampleSpecialNoticeBy() {
	figures := company.Enacted()
	by, ok := company.SpecialNoticeBy(&figures, law.MustDate("2026-06-20"))
	fmt.Println(by.Long(), ok)
	// Output: 22 May 2026 true
}

// Under the model articles an adjourned meeting needs fresh notice only after fourteen days.
func ExampleAdjournedNoticeBy() {
	m, _ := company.ModelArticles(company.ModelPrivate)
	for _, day := range []string{"2026-06-15", "2026-06-16"} {
		by, needed := company.AdjournedNoticeBy(m, law.MustDate("2026-06-01"), law.MustDate(day))
		fmt.Println(needed, by)
	}
	// Output:
	// false no date
	// true 2026-06-08
}
