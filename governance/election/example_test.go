package election_test

import (
	"errors"
	"fmt"
	"strings"

	"github.com/rochdale-go/rochdale/governance/election"
)

func Example() {
	file := strings.NewReader(`3 1         # three candidates for one seat
4 1 2 0     # four papers that prefer Ann, then Bob
3 2 0
4 3 2 1 0
0
"Ann" "Bob" "Cat"
"Treasurer"
`)
	ballots, err := election.ReadBLT(file, election.Reading{})
	if err != nil {
		fmt.Println(err) // names the line and column
		return
	}

	// Ann and Cat have four votes each. Nothing but a lot can part them.
	_, err = election.Count(ballots, election.FPTP(), election.Options{})
	var tie *election.LotNeeded
	if errors.As(err, &tie) {
		fmt.Println("draw lots between", tie.Names)
	}

	// Lots are drawn in public: Ann's name comes out first, and she is out.
	result, err := election.Count(ballots, election.FPTP(), election.Options{Lot: []int{1, 3}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range result.Elected {
		fmt.Println(result.Title+":", ballots.Name(c))
	}
	// Output:
	// draw lots between [Ann Cat]
	// Treasurer: Cat
}
