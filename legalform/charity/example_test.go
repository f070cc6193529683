package charity_test

import (
	"errors"
	"fmt"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/charity"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// A CIO of a hundred members puts a change of its rules on meetings to a general meeting.
func Example() {
	day := law.MustDate("2026-03-02")
	club := charity.Charity{
		Kind: law.Known(charity.AssociationCIO),
		Resolution: law.Known(charity.Resolution{
			Kind: law.Known(charity.Amendment), Alters: law.Known([]charity.Alteration{}), EndsCharity: law.Known(false),
			Passed: law.Known(day), AtMeeting: law.Known(true), Held: law.Known(day), Specified: law.Known(day),
			MembersVotes: law.Known(governance.Tally{For: 22, Against: 8, Entitled: 100}),
			Sent:         law.Known(law.MustDate("2026-03-16")),
		}),
	}
	figures := charity.Enacted()
	rep := charity.Rules().Judge(&club, &figures, law.MustDate("2026-04-01"), law.England)
	fmt.Println(errors.Is(rep.Err(), charity.CIOAmendmentNotCarried))
	for _, f := range rep.Findings {
		fmt.Println(f.Message)
	}
	effect := figures.AmendmentEffective(&club)
	fmt.Println("if carried, in effect from", effect.On.Long())
	// Output:
	// true
	// The resolution was not carried: 22 of 30, where at least 75% of the votes cast needs 23: failed.
	// if carried, in effect from 2 March 2026
}
