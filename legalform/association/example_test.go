package association_test

import (
	"fmt"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/association"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Three of six partners are for, two against, and one is away.
func Example() {
	firm := association.Association{
		Kind: law.Known(association.Partnership),
		Decision: law.Known(association.Decision{
			Kind: law.Known(association.OrdinaryMatter), Made: law.Known(law.MustDate("2026-03-02")), Agreed: law.Known(false),
			Votes: law.Known(governance.Tally{For: 3, Against: 2, Entitled: 6}),
		}),
	}
	figures := association.Enacted()
	rep := association.Rules().Judge(&firm, &figures, law.MustDate("2026-03-02"), law.England)
	for _, f := range rep.Findings {
		fmt.Println(f.Doubt)
	}
	// Output:
	// Is a majority of the partners or members one of all of them, or of those who vote? Provisionally: more than 50% of all entitled to vote (breached). Otherwise: more than 50% of the votes cast (met).
}
