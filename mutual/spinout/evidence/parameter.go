package evidence

import (
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Unit is what a parameter is counted in.
type Unit uint8

// The units.
const (
	PerYear Unit = iota + 1
	Probability
	ProbabilityPerYear
	MonthsLong
	StaffEach
	Factor
	LogDeviation
	GrowthPerYear
	Pounds
)

var unitNames = []string{
	"", "per-year", "probability", "probability-per-year", "months", "staff", "factor", "logarithmic-deviation", "growth-per-year", "pounds",
}

// String gives the JSON value.
func (u Unit) String() string { return law.NameOf(unitNames, u) }

// MarshalText writes String.
func (u Unit) MarshalText() ([]byte, error) { return []byte(u.String()), nil }

// UnmarshalText reads what String writes.
func (u *Unit) UnmarshalText(b []byte) error { return law.ParseName(u, unitNames, b, "a unit") }

// A Parameter is a number that a simulation starts from.
type Parameter struct {
	Value law.Ratio `json:"value"`
	// Low and High are the range in which it is to be varied; none is told for some.
	Low  law.Fact[law.Ratio] `json:"low,omitzero"`
	High law.Fact[law.Ratio] `json:"high,omitzero"`
	Unit Unit                `json:"unit"`
	Basis
}

// Assumed reports whether nobody published the number or what it is derived from.
func (p *Parameter) Assumed() bool { return p.Standing == Judged }

// Within reports whether the value is in its range, ends included; where no end is told it is.
func (p *Parameter) Within() bool {
	low, ok1 := p.Low.Get()
	high, ok2 := p.High.Get()
	return (!ok1 || p.Value.Cmp(low) >= 0) && (!ok2 || p.Value.Cmp(high) <= 0)
}

// Check refuses a value that no quantity of its unit has, and a range that is none.
func (p *Parameter) Check() error {
	if p.Unit < PerYear || p.Unit > Pounds {
		return errors.New("unit: none is given")
	}
	low, ok1 := p.Low.Get()
	high, ok2 := p.High.Get()
	if ok1 && ok2 && low.Cmp(high) > 0 {
		return fmt.Errorf("low: %v is more than %v", low, high)
	}
	for _, x := range []struct {
		member string
		value  law.Ratio
		stated bool
	}{{"value", p.Value, true}, {"low", low, ok1}, {"high", high, ok2}} {
		if x.stated {
			if err := p.Unit.check(x.value); err != nil {
				return fmt.Errorf("%s: %w", x.member, err)
			}
		}
	}
	return p.Basis.Check()
}

func (u Unit) check(v law.Ratio) error {
	least, most := law.Ratio{}, law.Per(1_000_000_000_000, 1)
	switch u {
	case Probability, ProbabilityPerYear:
		most = law.Per(1, 1)
	case GrowthPerYear:
		least, most = law.Per(-1, 1), law.Per(10, 1)
	case LogDeviation:
		most = law.Per(5, 1)
	case Factor:
		most = law.Per(1000, 1)
	case MonthsLong:
		most = law.Per(1200, 1)
	case PerYear, StaffEach:
		most = law.Per(1_000_000, 1)
	case Pounds:
	}
	if v.Cmp(least) < 0 || v.Cmp(most) > 0 {
		return fmt.Errorf("%v is not between %v and %v", v, least, most)
	}
	return nil
}

// Parameters are those of a programme of spin-outs.
type Parameters struct {
	// Expressions is expressions of interest a year; Supported the odds that one is supported,
	// and Launch that a supported one goes live.
	Expressions Parameter `json:"expressions"`
	Supported   Parameter `json:"supported"`
	Launch      Parameter `json:"launch"`
	// DurationMedian and DurationSpread are of the months from start to trading, lognormal.
	DurationMedian Parameter `json:"duration_median"`
	DurationSpread Parameter `json:"duration_spread"`
	// SizeMean and SizeSpread are of the staff who leave with a service, lognormal.
	SizeMean   Parameter `json:"size_mean"`
	SizeSpread Parameter `json:"size_spread"`
	Growth     Parameter `json:"growth"`
	// RetenderEvery is the months to a re-tender, RetenderLost the odds to lose the core of
	// the contract at one, Closure the odds a year to close for any other reason.
	RetenderEvery Parameter `json:"retender_every"`
	RetenderLost  Parameter `json:"retender_lost"`
	Closure       Parameter `json:"closure"`
	// Hold is the odds to be put on hold on the way, Resume to come back, HoldMonths how long.
	Hold       Parameter `json:"hold"`
	Resume     Parameter `json:"resume"`
	HoldMonths Parameter `json:"hold_months"`
	// AheadAfterNo is the odds that a board goes ahead after a ballot against.
	AheadAfterNo Parameter `json:"ahead_after_no"`
	// MandateFactor multiplies Expressions while a mandate lasts, MandateMonths is how long.
	MandateFactor Parameter `json:"mandate_factor"`
	MandateMonths Parameter `json:"mandate_months"`
	// Imitation is how much the live mutuals of the programme speed up expressions.
	Imitation Parameter `json:"imitation"`
	// Package is what the support of one case costs, and Fund what there is.
	Package Parameter `json:"package"`
	Fund    Parameter `json:"fund"`
}

func parameter(u Unit, value string, basis Basis, ends ...string) Parameter {
	p := Parameter{Value: ratio(value), Unit: u, Basis: basis}
	if len(ends) == 2 {
		p.Low, p.High = law.Known(ratio(ends[0])), law.Known(ratio(ends[1]))
	}
	return p
}

func ratio(s string) law.Ratio {
	r, err := law.ParseRatio(s)
	if err != nil {
		panic("evidence: " + err.Error()) // literals, which a test reads
	}
	return r
}

// Start returns the parameters to start from, before anything is varied.
func Start() Parameters {
	durations := []string{"S8", "S11", "S82b", "S87", "S98", "S99", "S101", "S106"}
	hold := derived("Three projects of three councils that negotiated about merging services: most came back, reshaped.", "A", "S13", "S14")
	return Parameters{
		Expressions:    parameter(PerYear, "110", reported("S60").saying("Applications to the Mutuals Information Service in its first year."), "30", "200"),
		Supported:      parameter(Probability, "0.19", derived("Just over 20 of 110 were passed on for support.", "S60"), "0.15", "0.3"),
		Launch:         parameter(Probability, "0.5", derived("16 of 67 supported after two years, and 40 of 61 under the right to request.", "S62", "S29", "S27"), "0.24", "0.66"),
		DurationMedian: parameter(MonthsLong, "22", derived("Eleven bodies observed, which all came through: biased to survivors.", durations...), "12", "48"),
		DurationSpread: parameter(LogDeviation, "0.36", derived("Eleven bodies observed.", durations...)),
		SizeMean:       parameter(StaffEach, "350", derived("35,000 staff in 100 mutuals.", "S69"), "180", "600"),
		SizeSpread:     parameter(LogDeviation, "1.35", judged("The middle of the range that gives a mean of 350 with a median of 100 to 200.", ""), "1.1", "1.6"),
		Growth:         parameter(GrowthPerYear, "5%", reported("S73").saying("Turnover of about 70 mutuals grew by 15% in three years; no comparison group."), "0", "10%"),
		RetenderEvery:  parameter(MonthsLong, "48", judged("First contracts were of three to five years.", ""), "36", "60"),
		RetenderLost:   parameter(Probability, "0.2", judged("No table of lost re-tenders was found.", "Judged from a few cases."), "0.1", "0.35"),
		Closure:        parameter(ProbabilityPerYear, "0.02", judged("No official table of survival was found up to 2015.", "Judged from a few cases."), "0.01", "0.04"),
		Hold:           parameter(Probability, "0.15", hold.doubting("3 of 12 pathfinders were; why the start is lower is not told.")),
		Resume:         parameter(Probability, "0.7", hold),
		HoldMonths:     parameter(MonthsLong, "24", hold),
		AheadAfterNo:   parameter(Probability, "0.6", derived("Of three ballots against, two boards went ahead and one stopped.", "S38", "S87", "S36", "S35", "S37"), "0.4", "0.8"),
		MandateFactor:  parameter(Factor, "1", judged("Off. Under the third wave of the right to request, when trusts had to shed their provider arms, arrivals in health are taken as five to ten times as many.", ""), "1", "10"),
		MandateMonths:  parameter(MonthsLong, "18", judged("As long as the mandate in health of 2010 and 2011.", "")),
		Imitation:      parameter(Probability, "0", derived("The counts show no acceleration.", "S29", "S69"), "0", "0.3"),
		Package:        parameter(Pounds, "47600", derived("£1m bought 21 packages.", "S61")),
		Fund:           parameter(Pounds, "10000000", reported("A")),
	}
}

// A Named is a parameter with its id.
type Named struct {
	ID string `json:"id"`
	Parameter
}

// All lists the parameters in order.
func (p *Parameters) All() []Named {
	v := reflect.ValueOf(p).Elem()
	out := make([]Named, 0, v.NumField())
	for i := range v.NumField() {
		id, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
		if x, ok := v.Field(i).Interface().(Parameter); ok {
			out = append(out, Named{id, x})
		}
	}
	return out
}

// With returns the parameters with the value of one changed, and why. An id that there is not
// is an error, as is a value that no quantity of its unit has.
func (p Parameters) With(id string, value law.Ratio, why string) (Parameters, error) {
	v := reflect.ValueOf(&p).Elem()
	for i := range v.NumField() {
		name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
		if x, ok := v.Field(i).Addr().Interface().(*Parameter); ok && name == id {
			x.Value, x.Basis = value, judged(why, "")
			if err := x.Check(); err != nil {
				return Parameters{}, fmt.Errorf("%s.%w", id, err)
			}
			return p, nil
		}
	}
	return Parameters{}, fmt.Errorf("%s: there is no such parameter", id)
}

// Check refuses parameters that no programme has; the error begins with the place.
func (p *Parameters) Check() error {
	for _, x := range p.All() {
		if err := x.Check(); err != nil {
			return fmt.Errorf("%s.%w", x.ID, err)
		}
	}
	return nil
}
