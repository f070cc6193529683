// Command dividend asks whether a dividend is lawful.
package main

import (
	"fmt"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual"
)

func main() {
	o, err := mutual.Read(strings.NewReader(`{
	  "schema": 1, "name": "Blue Hill CIC", "form": "cic-shares-schedule-3", "as_at": "2026-03-01", "in": "england",
	  "body": {"type": "schedule-3", "articles": {"permits_dividends": true, "locked_bodies": []},
	    "dividend": {"declared": "2026-03-01", "year_start": "2024-10-01", "distributable_profits": "20000",
	      "counted_before": "0", "exempt_before": "0", "resolution": "ordinary",
	      "portions": [{"amount": "8000", "held": "private"}]}}}`))
	if err != nil {
		panic(err)
	}
	report, _ := o.Judge(law.Date{})
	fmt.Println(report.Err())                            // what is unlawful, and how much would be allowed
	fmt.Println(len(report.Unsettled()), "facts to add") // what nobody has said, and so nobody can judge
}
