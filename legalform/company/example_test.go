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
