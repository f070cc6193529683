package simulate

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/internal/engine"
)

// Shape says which distribution a Distribution is.
type Shape uint8

// The shapes. Zero is none, and is refused.
const (
	_ Shape = iota
	// ConstantShape is always Value.
	ConstantShape
	// UniformShape is anywhere between Low and High, each as likely.
	UniformShape
	// TriangularShape is between Low and High, and most often near Mode.
	TriangularShape
	// NormalShape is about Mean by Deviation, and where stated not below Low or above High;
	// mean and deviation are those before the cut, which must leave a hundredth of it.
	NormalShape
	// LognormalShape is never negative, such as a factor; Mean and Deviation are those of
	// the value itself, not of its logarithm.
	LognormalShape
	// DiscreteShape is one of Values, each with its Odds.
	DiscreteShape
	// EmpiricalShape is what was observed: equally spaced Quantiles, from the least to the
	// greatest.
	EmpiricalShape
)

var shapes = []string{"", "constant", "uniform", "triangular", "normal", "lognormal", "discrete", "empirical"}

// String gives the JSON value.
func (s Shape) String() string { return law.NameOf(shapes, s) }

// MarshalText writes String.
func (s Shape) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what String writes.
func (s *Shape) UnmarshalText(text []byte) error {
	return law.ParseName(s, shapes, text, "a kind of distribution")
}

// A Distribution says how likely each value of a driver is: a rate of growth, a factor, a
// share. Values are ratios between -1000 and 1000, exact in JSON and rounded to parts per
// million, half up, where they are drawn. Of the fields its kind needs, and no others, each
// is stated; and where it comes from, or why it is assumed, always.
//
// Normal and lognormal values reach about four deviations: what happens once in a hundred
// thousand years belongs in a driver of its own, with its odds.
type Distribution struct {
	Kind Shape `json:"kind"`

	Value     law.Fact[law.Ratio] `json:"value,omitzero"`
	Low       law.Fact[law.Ratio] `json:"low,omitzero"`
	Mode      law.Fact[law.Ratio] `json:"mode,omitzero"`
	High      law.Fact[law.Ratio] `json:"high,omitzero"`
	Mean      law.Fact[law.Ratio] `json:"mean,omitzero"`
	Deviation law.Fact[law.Ratio] `json:"deviation,omitzero"`

	Values []law.Ratio `json:"values,omitempty"`
	// Odds are those of Values, in their order, and add up to exactly 1.
	Odds      []law.Ratio `json:"odds,omitempty"`
	Quantiles []law.Ratio `json:"quantiles,omitempty"`

	// Source says who published it. Empty for an assumption.
	Source string `json:"source,omitempty"`
	// Assumption says why it was assumed, where nobody published it.
	Assumption string `json:"assumption,omitempty"`
}

// takes lists the fields that a kind must have and those that it may.
func (s Shape) takes() (must, may []string) {
	switch s {
	case ConstantShape:
		return []string{"value"}, nil
	case UniformShape:
		return []string{"low", "high"}, nil
	case TriangularShape:
		return []string{"low", "mode", "high"}, nil
	case NormalShape:
		return []string{"mean", "deviation"}, []string{"low", "high"}
	case LognormalShape:
		return []string{"mean", "deviation"}, nil
	case DiscreteShape:
		return []string{"values", "odds"}, nil
	case EmpiricalShape:
		return []string{"quantiles"}, nil
	}
	return nil, nil
}

// Check refuses what is no distribution; the error begins with the place, such as odds[2],
// to which a caller adds its own: drivers.growth.odds[2].
func (d *Distribution) Check() error {
	_, err := d.Table()
	return err
}

// Table is the distribution as draws are turned into values, in parts per million. Its
// errors are those of Check.
func (d *Distribution) Table() (engine.Table, error) {
	if err := d.fields(); err != nil {
		return engine.Table{}, err
	}
	low, high := part(&d.Low), part(&d.High)
	switch d.Kind {
	case UniformShape:
		return placed("low")(engine.Quantiles([]int64{low, high}))
	case TriangularShape:
		return placed("mode")(engine.Triangular(low, part(&d.Mode), high))
	case NormalShape:
		if !d.Low.Stated() {
			low = engine.NoLow
		}
		if !d.High.Stated() {
			high = engine.NoHigh
		}
		return placed("deviation")(engine.Normal(part(&d.Mean), part(&d.Deviation), low, high))
	case LognormalShape:
		return placed("deviation")(engine.Lognormal(part(&d.Mean), part(&d.Deviation)))
	case DiscreteShape:
		weights, err := d.weights()
		if err != nil {
			return engine.Table{}, err
		}
		return placed("odds")(engine.Discrete(parts(d.Values), weights))
	case EmpiricalShape:
		return placed("quantiles")(engine.Quantiles(parts(d.Quantiles)))
	default: // fields has let no other through
		return engine.Constant(part(&d.Value)), nil
	}
}

// placed puts a place before an error of the engine.
func placed(place string) func(engine.Table, error) (engine.Table, error) {
	return func(t engine.Table, err error) (engine.Table, error) {
		if err != nil {
			return engine.Table{}, fmt.Errorf("%s: %w", place, err)
		}
		return t, nil
	}
}
