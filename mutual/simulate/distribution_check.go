package simulate

import (
	"errors"
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/internal/engine"
)

const (
	million = 1_000_000
	// maxRate bounds the values of a distribution either way.
	maxRate = 1000
	// maxCommon bounds the common denominator of odds.
	maxCommon = 1_000_000_000_000_000_000
)

// ppm is a ratio of at most maxRate in parts per million, half up.
func ppm(r law.Ratio) int64 { return int64(law.MulDiv(million, r.Num(), r.Den(), law.HalfUp)) }

// part is a stated ratio in parts per million, and nought for one that is not stated.
func part(f *law.Fact[law.Ratio]) int64 { return ppm(f.Or(law.Ratio{})) }

func parts(list []law.Ratio) []int64 {
	out := make([]int64, len(list))
	for i, r := range list {
		out[i] = ppm(r)
	}
	return out
}

// fields refuses fields that are missing, that the kind does not have, or that contradict
// each other, and a distribution of unknown origin.
func (d *Distribution) fields() error {
	must, may := d.Kind.takes()
	if must == nil {
		return fmt.Errorf("kind: %v is not a kind of distribution", d.Kind)
	}
	for _, f := range []struct {
		name  string
		value *law.Fact[law.Ratio]
	}{{"value", &d.Value}, {"low", &d.Low}, {"mode", &d.Mode}, {"high", &d.High}, {"mean", &d.Mean}, {"deviation", &d.Deviation}} {
		if err := wanted(f.name, d.Kind, f.value.Stated(), must, may); err != nil {
			return err
		}
		if err := bounded(f.name, f.value.Or(law.Ratio{})); err != nil {
			return err
		}
	}
	for _, f := range []struct {
		name   string
		values []law.Ratio
	}{{"values", d.Values}, {"odds", d.Odds}, {"quantiles", d.Quantiles}} {
		if err := wanted(f.name, d.Kind, len(f.values) > 0, must, may); err != nil {
			return err
		}
		for i, r := range f.values {
			if err := bounded(law.Path(f.name, i, ""), r); err != nil {
				return err
			}
		}
	}
	if err := d.consistent(); err != nil {
		return err
	}
	switch {
	case d.Source == "" && d.Assumption == "":
		return errors.New("source: give it, or say why the distribution is assumed")
	case d.Source != "" && d.Assumption != "":
		return errors.New("assumption: it has a source, and is yet called an assumption")
	}
	return nil
}

// wanted refuses a field that is missing, or stated in a kind that has none of that name.
func wanted(name string, kind Shape, stated bool, must, may []string) error {
	switch needed := slices.Contains(must, name); {
	case needed && !stated:
		return fmt.Errorf("%s: a distribution that is %v needs it", name, kind)
	case stated && !needed && !slices.Contains(may, name):
		return fmt.Errorf("%s: a distribution that is %v has none", name, kind)
	}
	return nil
}

func bounded(place string, r law.Ratio) error {
	if r.Cmp(law.Per(maxRate, 1)) > 0 || r.Cmp(law.Per(-maxRate, 1)) < 0 {
		return fmt.Errorf("%s: %v is not between -%d and %d", place, r, maxRate, maxRate)
	}
	return nil
}

// consistent refuses values that cannot stand together.
func (d *Distribution) consistent() error {
	nought := law.Ratio{}
	low, high, mode := d.Low.Or(nought), d.High.Or(nought), d.Mode.Or(nought)
	switch {
	case d.Low.Stated() && d.High.Stated() && low.Cmp(high) > 0:
		return fmt.Errorf("low: %v is above high, %v", low, high)
	case d.Mode.Stated() && (mode.Cmp(low) < 0 || mode.Cmp(high) > 0):
		return fmt.Errorf("mode: %v is not between %v and %v", mode, low, high)
	case d.Deviation.Or(nought).Num() < 0:
		return fmt.Errorf("deviation: %v is negative", d.Deviation)
	case d.Kind == LognormalShape && part(&d.Mean) <= 0:
		return fmt.Errorf("mean: %v of a value that is never negative", d.Mean)
	case len(d.Values) > engine.MaxValues:
		return fmt.Errorf("values: %d, of which a distribution may have %d", len(d.Values), engine.MaxValues)
	case len(d.Values) != len(d.Odds):
		return fmt.Errorf("odds: %d of them for %d values", len(d.Odds), len(d.Values))
	case len(d.Quantiles) == 1 || len(d.Quantiles) > engine.Cells+1:
		return fmt.Errorf("quantiles: %d, of which there are 2 to %d", len(d.Quantiles), engine.Cells+1)
	}
	for i := 1; i < len(d.Quantiles); i++ {
		if d.Quantiles[i].Cmp(d.Quantiles[i-1]) < 0 {
			return fmt.Errorf("%s: %v is below the one before, %v", law.Path("quantiles", i, ""), d.Quantiles[i], d.Quantiles[i-1])
		}
	}
	return nil
}

// weights puts odds over their common denominator, so that they can be added up exactly.
func (d *Distribution) weights() ([]int64, error) {
	common := int64(1)
	for i, p := range d.Odds {
		if p.Num() < 0 || p.Num() > p.Den() {
			return nil, fmt.Errorf("%s: %v is not between 0 and 1", law.Path("odds", i, ""), p)
		}
		step := p.Den() / divisor(p.Den(), common)
		if step > maxCommon/common {
			return nil, fmt.Errorf("%s: %v and those before have no common denominator of 18 digits", law.Path("odds", i, ""), p)
		}
		common *= step
	}
	weights, sum := make([]int64, len(d.Odds)), int64(0)
	for i, p := range d.Odds {
		weights[i] = p.Num() * (common / p.Den())
		if weights[i] > common-sum {
			return nil, fmt.Errorf("%s: with %v the odds add up to more than 1", law.Path("odds", i, ""), p)
		}
		sum += weights[i]
	}
	if sum < common {
		return nil, fmt.Errorf("odds: they add up to %v, and not to exactly 1", law.Per(sum, common))
	}
	return weights, nil
}

// divisor is the greatest common divisor.
func divisor(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
