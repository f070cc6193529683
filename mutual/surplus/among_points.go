package surplus

import (
	"errors"
	"fmt"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Points says what members share in proportion to: so many points for a head, for each
// hour, for each pound of pay, for each year of service, for each pound of trade and of
// capital, all added up. Two points for a head and one for each year of service is
//
//	Points{Head: law.Per(2, 1), Service: law.Per(1, 1)}
type Points struct {
	Head    law.Ratio `json:"head,omitzero"`
	Hours   law.Ratio `json:"hours,omitzero"`
	Pay     law.Ratio `json:"pay,omitzero"`
	Service law.Ratio `json:"service,omitzero"`
	Trade   law.Ratio `json:"trade,omitzero"`
	Capital law.Ratio `json:"capital,omitzero"`
}

// By is the basis of one factor alone; of none, or of no known one, it has no points.
func By(f Factor) Points {
	var b Points
	if f >= Head && f <= Capital {
		*b.all()[f] = law.Per(1, 1)
	}
	return b
}

func (b *Points) all() [factors]*law.Ratio {
	return [...]*law.Ratio{Head: &b.Head, Hours: &b.Hours, Pay: &b.Pay, Service: &b.Service, Trade: &b.Trade, Capital: &b.Capital}
}

// Factors lists what the basis goes by.
func (b Points) Factors() (out []Factor) {
	for f := Head; f <= Capital; f++ {
		if b.all()[f].Num() != 0 {
			out = append(out, f)
		}
	}
	return out
}

// String says the basis in words: "trade", or "2 x head + 1/1000 x pay".
func (b Points) String() string {
	all, words := b.all(), []string(nil)
	for _, f := range b.Factors() {
		word := f.String()
		switch r := *all[f]; {
		case r.Den() > 1:
			word = fmt.Sprintf("%d/%d x %s", r.Num(), r.Den(), word)
		case r.Num() > 1:
			word = fmt.Sprintf("%d x %s", r.Num(), word)
		}
		words = append(words, word)
	}
	return strings.Join(words, " + ")
}

// perFactor is how many points, times a common denominator, a unit of a factor gives.
type perFactor struct {
	factor Factor
	points int64
}

// maxDenominator bounds the common denominator of fractions that terms give.
const maxDenominator = 1_000_000_000

// each lists the points of a basis that passed its check over their common denominator.
func (b Points) each() (out []perFactor, den int64) {
	all := b.all()
	den, _ = commonDenominator(all[Head:])
	for _, f := range b.Factors() {
		out = append(out, perFactor{f, all[f].Num() * (den / all[f].Den())})
	}
	return out, den
}

func commonDenominator(rs []*law.Ratio) (int64, error) {
	den := int64(1)
	for _, r := range rs {
		// The sum of 1/den and 1/d has their common denominator, or a divisor of it.
		d := r.Den()
		for a, g := den, d; ; a, g = g, a%g {
			if g == 0 {
				d /= a
				break
			}
		}
		if d > maxDenominator/den {
			return 0, fmt.Errorf("the fractions have no common denominator up to %d", maxDenominator)
		}
		den *= d
	}
	return den, nil
}

func (b Points) check() error {
	all := b.all()
	for f := Head; f <= Capital; f++ {
		if r := all[f]; r.Num() < 0 || r.Num() > maxDenominator {
			return fmt.Errorf("%v: %v is not between nothing and %d points", f, *r, maxDenominator)
		}
	}
	if len(b.Factors()) == 0 {
		return errors.New("no factor is given")
	}
	_, err := commonDenominator(all[Head:])
	return err
}
