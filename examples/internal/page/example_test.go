package page_test

import (
	"bytes"
	"fmt"
	"log"

	"github.com/rochdale-go/rochdale/examples/internal/page"
)

func Example() {
	rents := page.Lines{
		Title: "Rents cover the loan",
		X:     "Year", Y: "£ thousand",
		Series: []page.Series{
			{Name: "Rents", Points: page.Consecutive(2026, 210, 215, 221)},
			{Name: "Loan payments", Points: page.Consecutive(2026, 180, 180, 180)},
		},
	}
	p := page.Page{
		Title: "Ten Acre Housing Co-operative",
		Lead:  "What the society can pay, and what it must.",
		Sections: []page.Section{{
			Title: "Loan",
			Blocks: []page.Block{
				page.Prose{"The lender tests cover each March."},
				page.Facts{{Label: "Cover", Value: "1.17 times", Emphasis: page.Met}},
				rents,
				page.Table{
					Caption: "Cover at each test date",
					Columns: append(page.TextColumns("Date"), page.NumberColumns("Cover")...),
					Rows: [][]page.Cell{
						page.Row("31 March 2026", page.Marked(1.17, page.Met)),
						page.Row("31 March 2027", page.Marked("not known", page.Unknown)),
					},
				},
			},
		}},
	}
	var out bytes.Buffer
	if err := p.Render(&out); err != nil {
		log.Fatal(err)
	}
	fmt.Println(bytes.HasPrefix(out.Bytes(), []byte("<!doctype html>")))
	// Output: true
}
