package election_test

import (
	"fmt"
	"strings"

	"github.com/rochdale-go/rochdale/governance/election"
)

func ExamplePairwise() {
	ballots, err := election.ReadBLT(strings.NewReader(`4 1
42 1 2 3 4 0
26 2 3 4 1 0
15 3 4 2 1 0
17 4 3 2 1 0
0
"Memphis" "Nashville" "Chattanooga" "Knoxville"
"The capital of Tennessee"
`), election.Reading{})
	if err != nil {
		fmt.Println(err)
		return
	}
	pairs, err := election.Pairwise(ballots, 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("Nashville to Memphis:", pairs.Over(2, 1), "to", pairs.Over(1, 2))
	if c, found := pairs.CondorcetWinner(); found {
		fmt.Println(ballots.Name(c), "beats every other")
	}
	// Output:
	// Nashville to Memphis: 58 to 42
	// Nashville beats every other
}
