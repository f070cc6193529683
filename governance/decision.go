package governance

import (
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Majority is everything one vote must pass: a share of the votes, and a turnout where
// the constitution or a statute asks for one.
type Majority struct {
	Share Threshold `json:"share"`
	// Turnout is a floor under the number of votes cast; the zero Threshold asks for none.
	Turnout Threshold `json:"turnout,omitzero"`
}

// A Decision is what a vote came to: each test with its arithmetic, and whether all passed.
type Decision struct {
	On     law.Date `json:"on"`
	Tests  []Test   `json:"tests"`
	Passed bool     `json:"passed"`
}

// Decide puts a vote to a majority. It refuses a tally that cannot be.
func Decide(on law.Date, m Majority, tally Tally) (Decision, error) {
	if err := tally.Check(); err != nil {
		return Decision{}, err
	}
	d := Decision{On: on, Tests: []Test{m.Share.Test("share", tally)}}
	if m.Turnout.Fraction.Num() > 0 {
		d.Tests = append(d.Tests, m.Turnout.Turnout("turnout", tally))
	}
	d.Passed = true
	for _, t := range d.Tests {
		d.Passed = d.Passed && t.Passed
	}
	return d, nil
}

// String writes the tests on one line.
func (d Decision) String() string {
	parts := make([]string, len(d.Tests))
	for i, t := range d.Tests {
		parts[i] = t.String()
	}
	return strings.Join(parts, "; ")
}
