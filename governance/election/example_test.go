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

func Example_vacancy() {
	file := strings.NewReader(`4 2
6 1 4 0
5 2 3 0
1 3 0
2 4 0
0
"Ann" "Bob" "Cat" "Dan"
"Committee"
`)
	ballots, err := election.ReadBLT(file, election.Reading{})
	if err != nil {
		fmt.Println(err)
		return
	}

	// Ann and Bob were elected. Ann has left, and the same ballots fill her seat: Bob keeps his.
	rule := election.ERS97()
	result, err := election.Count(ballots, rule, election.Options{
		Vacancy: &election.Vacancy{Vacated: []int{1}, Sitting: []int{2}},
	})
	if err != nil {
		fmt.Println(err) // names the place: vacancy.sitting[0]
		return
	}
	for _, c := range result.Filling() {
		fmt.Println("filled by", ballots.Name(c))
	}

	// The record is published, and anybody who has the ballots counts again from it.
	record, err := election.NewAudit(ballots, rule, result)
	if err != nil {
		fmt.Println(err)
		return
	}
	if _, err := record.Recount(ballots); err == nil {
		fmt.Println("counted again to the same bytes")
	}

	// A record that says something else is found out.
	record.Vacancy = &election.Vacancy{Vacated: []int{2}, Sitting: []int{1}}
	_, err = record.Recount(ballots)
	fmt.Println("tampered with:", errors.Is(err, election.ErrAudit))
	// Output:
	// filled by Dan
	// counted again to the same bytes
	// tampered with: true
}
