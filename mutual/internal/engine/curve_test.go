package engine_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/mutual/internal/engine"
)

// shape is the mean and the deviation of a table, over all its cells.
func shape(table engine.Table) (mean, deviation float64) {
	const parts = 64
	sum, squares := 0.0, 0.0
	for c := range uint64(engine.Cells) {
		for p := range uint64(parts) {
			v := float64(table.At(c<<52 | (2*p+1)<<45))
			sum += v
			squares += v * v
		}
	}
	mean = sum / (engine.Cells * parts)
	return mean, math.Sqrt(squares/(engine.Cells*parts) - mean*mean)
}

func TestCurvesHaveTheirMeansAndDeviations(t *testing.T) {
	ok := must(t)
	for _, tt := range []struct {
		name            string
		table           engine.Table
		mean, deviation float64
	}{
		{"normal", ok(engine.Normal(20_000, 50_000, engine.NoLow, engine.NoHigh)), 20_000, 50_000},
		{"normal, steep", ok(engine.Normal(-300_000, 20_000_000, engine.NoLow, engine.NoHigh)), -300_000, 20_000_000},
		{"normal, cut off beyond its reach", ok(engine.Normal(0, 50_000, -1_000_000, 1_000_000)), 0, 50_000},
		// Half of it: the mean is sqrt(2/pi) deviations, the variance 1 - 2/pi of it.
		{"normal, cut in half", ok(engine.Normal(0, 1_000_000, 0, engine.NoHigh)), 797_884.56, 602_810.27},
		{"normal, the other half", ok(engine.Normal(0, 1_000_000, engine.NoLow, 0)), -797_884.56, 602_810.27},
		// Between one deviation either way: variance 1 - 2*phi(1)/(2*Phi(1)-1).
		{"normal, cut at both ends", ok(engine.Normal(0, 1_000_000, -1_000_000, 1_000_000)), 0, 539_560.39},
		{"lognormal", ok(engine.Lognormal(1_100_000, 300_000)), 1_100_000, 300_000},
		{"lognormal, narrow", ok(engine.Lognormal(50_000, 1_000)), 50_000, 1_000},
		// (low + mode + high)/3, and the root of the sum of squares less products over 18.
		{"triangular", ok(engine.Triangular(-100_000, 20_000, 60_000)), -6_666.67, 33_993.46},
		{"triangular, peak at the lower end", ok(engine.Triangular(0, 0, 90_000)), 30_000, 21_213.20},
		{"triangular, peak at the upper end", ok(engine.Triangular(0, 90_000, 90_000)), 60_000, 21_213.20},
		{"uniform", ok(engine.Quantiles([]int64{-50_000, 70_000})), 10_000, 34_641.02},
	} {
		mean, deviation := shape(tt.table)
		assert.InDelta(t, tt.mean, mean, tt.deviation*2e-5+0.5, "%s: the mean", tt.name)
		assert.InEpsilon(t, tt.deviation, deviation, 2e-3, "%s: the deviation", tt.name)
	}
}

func TestCurvesEndWhereTheyShould(t *testing.T) {
	ok := must(t)
	for _, tt := range []struct {
		name        string
		table       engine.Table
		least, most int64
		leastWithin float64
		mostWithin  float64
	}{
		{"triangular", ok(engine.Triangular(-100_000, 20_000, 60_000)), -100_000, 60_000, 0, 0},
		{"normal", ok(engine.Normal(0, 1_000_000, engine.NoLow, engine.NoHigh)), -4_000_000, 4_000_000, 20_000, 20_000},
		{"normal cut off", ok(engine.Normal(0, 1_000_000, -1_000_000, 2_000_000)), -1_000_000, 2_000_000, 500, 500},
		{"lognormal", ok(engine.Lognormal(1_000_000, 1)), 999_996, 1_000_004, 0, 0},
		{"normal without spread", ok(engine.Normal(7, 0, engine.NoLow, engine.NoHigh)), 7, 7, 0, 0},
		{"lognormal without spread", ok(engine.Lognormal(7, 0)), 7, 7, 0, 0},
		{"triangular without width", ok(engine.Triangular(7, 7, 7)), 7, 7, 0, 0},
	} {
		assert.InDelta(t, tt.least, tt.table.At(0), tt.leastWithin, "%s: the least", tt.name)
		assert.InDelta(t, tt.most, tt.table.At(math.MaxUint64), tt.mostWithin, "%s: the most", tt.name)
	}
}

func TestTheNormalTableIsAMirrorImage(t *testing.T) {
	table := must(t)(engine.Normal(0, 1_000_000, engine.NoLow, engine.NoHigh))
	for c := range uint64(engine.Cells) {
		u := c<<52 | c*0x5bd1e995
		assert.InDelta(t, -table.At(u), table.At(^u), 1, "draw %d", u)
	}
	// A twentieth of the draws are outside 1.96 deviations, two and a half in a hundred at each end.
	assert.InDelta(t, 1_959_964, table.At(math.MaxUint64/1000*975), 20)
}
