package simulate

import (
	"fmt"
	"math"

	"golang.org/x/exp/stats"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/internal/engine"
)

// Empirical makes the distribution of observed values by n of their quantiles, the least
// and the greatest of them included, interpolated as most spreadsheets do (type 7 of
// Hyndman and Fan). There must be at least n samples, and n is one more than a power of
// two, up to 4097: 33 show a shape, 257 a curve.
//
// Samples are rounded to parts per million first. With that, and such an n, every step of
// the interpolation is exact, so that all processors agree. The samples are not changed.
func Empirical(samples []float64, n int, source string) (Distribution, error) {
	gaps := n - 1
	switch {
	case gaps < 1 || gaps > engine.Cells || gaps&(gaps-1) != 0:
		return Distribution{}, fmt.Errorf("quantiles: %d is not one more than a power of two up to %d", n, engine.Cells)
	case len(samples) < n:
		return Distribution{}, fmt.Errorf("samples: %d are too few for %d quantiles", len(samples), n)
	case source == "":
		return Distribution{}, fmt.Errorf("source: where %d samples come from is not given", len(samples))
	}
	whole := make([]float64, len(samples))
	for i, x := range samples {
		if !(math.Abs(x) <= maxRate) { // not a number is not, either
			return Distribution{}, fmt.Errorf("%s: %v is not between -%d and %d", law.Path("samples", i, ""), x, maxRate, maxRate)
		}
		whole[i] = math.Floor(float64(x*million) + 0.5)
	}
	places := make([]float64, n)
	for i := range places {
		places[i] = float64(i) / float64(gaps)
	}
	d := Distribution{Kind: EmpiricalShape, Source: source}
	for _, q := range stats.Quantiles(whole, places...) {
		d.Quantiles = append(d.Quantiles, law.Per(int64(math.Floor(q+0.5)), million))
	}
	return d, nil
}
