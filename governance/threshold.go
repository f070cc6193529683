package governance

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Base says what a threshold is a fraction of.
type Base uint8

// The bases. Votes cast leaves out abstentions; all entitled counts everybody who could
// have voted, whether they did or not.
const (
	VotesCast Base = iota
	Present
	AllEntitled
)

var bases = []string{"votes-cast", "present", "all-entitled"}

// String gives the JSON value.
func (b Base) String() string { return law.NameOf(bases, b) }

// Said names the base in a sentence.
func (b Base) Said() string {
	return [...]string{"of the votes cast", "of those present", "of all entitled to vote"}[min(b, AllEntitled)]
}

// MarshalText writes String.
func (b Base) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// UnmarshalText reads what String writes.
func (b *Base) UnmarshalText(text []byte) error {
	return law.ParseName(b, bases, text, "a base of a threshold")
}

// A Tally is a count of votes, or of members by whatever the constitution counts.
type Tally struct {
	For       int64 `json:"for"`
	Against   int64 `json:"against"`
	Abstained int64 `json:"abstained,omitempty"`
	// Present is how many were there, voting or not; 0 takes those who voted or abstained.
	Present int64 `json:"present,omitempty"`
	// Entitled is how many could have voted; a threshold of all entitled cannot be tested
	// without it.
	Entitled int64 `json:"entitled,omitempty"`
}

// Cast is the number of votes for and against.
func (t Tally) Cast() int64 { return t.For + t.Against }

// Attended is how many were present, voting or not.
func (t Tally) Attended() int64 { return max(t.Present, t.Cast()+t.Abstained) }

// Check refuses a tally that cannot be: negative numbers, more votes than people.
func (t Tally) Check() error {
	switch {
	case t.For < 0 || t.Against < 0 || t.Abstained < 0 || t.Present < 0 || t.Entitled < 0:
		return fmt.Errorf("a tally with a negative number: %+v", t)
	case t.For > maxVotes || t.Against > maxVotes || t.Abstained > maxVotes || t.Present > maxVotes || t.Entitled > maxVotes:
		return fmt.Errorf("a tally beyond %d votes", int64(maxVotes))
	case t.Present > 0 && t.Cast()+t.Abstained > t.Present:
		return fmt.Errorf("%d votes and abstentions, and only %d present", t.Cast()+t.Abstained, t.Present)
	case t.Entitled > 0 && t.Attended() > t.Entitled:
		return fmt.Errorf("%d took part, and only %d were entitled", t.Attended(), t.Entitled)
	}
	return nil
}

// maxVotes keeps every sum of a tally within 64 bits.
const maxVotes = 1 << 60

// A Threshold is what a resolution must reach. The zero Threshold is reached by anything.
type Threshold struct {
	Fraction law.Ratio `json:"fraction"`
	// Strict asks for more than the fraction; otherwise the fraction itself is enough.
	Strict bool `json:"strict,omitempty"`
	Of     Base `json:"of"`
}

// MoreThan is a strict threshold, as of an ordinary resolution: MoreThan(1, 2, VotesCast).
func MoreThan(num, den int64, of Base) Threshold {
	return Threshold{law.Per(num, den), true, of}
}

// AtLeast is an inclusive threshold, as of a special resolution: AtLeast(3, 4, VotesCast).
func AtLeast(num, den int64, of Base) Threshold {
	return Threshold{law.Per(num, den), false, of}
}

// String writes "at least 75% of the votes cast".
func (t Threshold) String() string {
	how := "at least "
	if t.Strict {
		how = "more than "
	}
	return how + t.Fraction.String() + " " + t.Of.Said()
}

// A Test is a threshold put to a tally, with its arithmetic.
type Test struct {
	Name      string    `json:"name,omitempty"`
	Threshold Threshold `json:"threshold"`
	// Count is what was counted, Whole what it is a fraction of.
	Count int64 `json:"count"`
	Whole int64 `json:"whole"`
	// Needed is the smallest count that would have passed against the same whole.
	Needed int64 `json:"needed"`
	// Weighted is the arithmetic where classes have fixed shares of the vote, in place of
	// Count, Whole and Needed.
	Weighted string `json:"weighted,omitempty"`
	Passed   bool   `json:"passed"`
}

// Test puts the votes for a question to the threshold. With nobody to be a fraction of,
// nothing passes.
func (t Threshold) Test(name string, tally Tally) Test {
	return t.test(name, tally.For, tally)
}

// Turnout puts the number of votes cast, for or against, to the threshold.
func (t Threshold) Turnout(name string, tally Tally) Test {
	return t.test(name, tally.Cast(), tally)
}

func (t Threshold) test(name string, count int64, tally Tally) Test {
	var whole int64
	switch t.Of {
	case Present:
		whole = tally.Attended()
	case AllEntitled:
		whole = tally.Entitled
	default:
		whole = tally.Cast()
	}
	r := Test{Name: name, Threshold: t, Count: count, Whole: whole, Needed: t.Needs(whole)}
	r.Passed = whole > 0 && count >= r.Needed
	return r
}

// Needs returns the smallest whole count that passes against a whole.
func (t Threshold) Needs(whole int64) int64 {
	if t.Strict {
		return int64(t.Fraction.Of(law.Pence(whole))) + 1
	}
	return int64(t.Fraction.OfUp(law.Pence(whole)))
}

// String writes the arithmetic: "375 of 500, where at least 75% of the votes cast needs 375: passed".
func (r Test) String() string {
	end := "failed"
	if r.Passed {
		end = "passed"
	}
	s := fmt.Sprintf("%d of %d, where %v needs %d: %s", r.Count, r.Whole, r.Threshold, r.Needed, end)
	if r.Weighted != "" {
		s = fmt.Sprintf("%s, where %v is needed: %s", r.Weighted, r.Threshold, end)
	}
	if r.Name != "" {
		s = r.Name + ": " + s
	}
	return s
}
