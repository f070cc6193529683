package surplus

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Base says what a step's share is a share of.
type Base uint8

// A step takes a share of what is left when its turn comes, of the result for the year, or
// of the capital that founders put in.
const (
	OfWhatIsLeft Base = iota
	OfResult
	OfCapital
)

var bases = []string{"what-is-left", "result", "capital"}

// String gives the JSON value.
func (b Base) String() string { return law.NameOf(bases, b) }

// MarshalText writes String.
func (b Base) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// UnmarshalText reads what String writes.
func (b *Base) UnmarshalText(text []byte) error {
	return law.ParseName(b, bases, text, "a base of a step")
}

// A Step is one turn of the waterfall.
type Step struct {
	// Name says what the step is for, to readers: "return on capital".
	Name string `json:"name"`
	// Kinds are the payments that would serve, in order of preference. None at all keeps
	// the money: a transfer to reserves.
	Kinds []law.PaymentKind `json:"kinds,omitempty"`
	Share law.Ratio         `json:"share"`
	Of    Base              `json:"of,omitzero"`
}

// A Policy is what a body would do with a surplus, in order. What no step takes is kept.
type Policy struct {
	Steps []Step `json:"steps"`
	// Tax is the rate of corporation tax on what is left after the payments that are
	// deducted before tax.
	Tax law.Ratio `json:"tax"`
}

// Check refuses a policy that cannot be followed; the error begins with the place.
func (p *Policy) Check() error {
	if p.Tax.Num() < 0 || p.Tax.Cmp(law.Per(1, 1)) > 0 {
		return fmt.Errorf("tax: %v is not between nothing and the whole", p.Tax)
	}
	for i, s := range p.Steps {
		switch {
		case s.Name == "":
			return fmt.Errorf("%s: none is given", law.Path("steps", i, "name"))
		case s.Share.Num() < 0 || s.Share.Cmp(law.Per(1, 1)) > 0:
			return fmt.Errorf("%s: %v is not between nothing and the whole", law.Path("steps", i, "share"), s.Share)
		}
	}
	return nil
}

// deductible reports whether a payment is taken off the profit before corporation tax:
// interest, pay, and a society's dividends on transactions with its members (Corporation
// Tax Act 2009 s. 132 and Part 5).
func deductible(k law.PaymentKind) bool {
	switch k {
	case law.ShareInterest, law.Patronage, law.StaffBonus, law.PerformanceInterest:
		return true
	default:
		return false
	}
}
