package publicbody_test

import (
	"errors"
	"fmt"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/publicbody"
)

// Of 24 governors 20 come, and 17 vote to remove the chair.
func Example() {
	trust := publicbody.FoundationTrust{
		Decision: law.Known(publicbody.Decision{
			Kind: law.Known(publicbody.Removal), Held: law.Known(law.MustDate("2026-03-02")), AtGeneralMeeting: law.Known(true),
			Governors: law.Known(governance.Tally{For: 17, Against: 3, Present: 20, Entitled: 24}),
		}),
	}
	figures := publicbody.Enacted()
	rep := publicbody.Rules().Judge(&trust, &figures, law.MustDate("2026-03-03"), law.England)
	fmt.Println(errors.Is(rep.Err(), publicbody.RemovalNotCarried))
	fmt.Println(rep.Findings[len(rep.Findings)-1].Message)
	// Output:
	// true
	// The governors' decision was not carried: 17 of 24, where at least 75% of all entitled to vote needs 18: failed.
}
