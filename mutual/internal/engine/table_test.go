package engine_test

import (
	"hash/fnv"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/internal/engine"
)

func must(t testing.TB) func(engine.Table, error) engine.Table {
	return func(table engine.Table, err error) engine.Table {
		t.Helper()
		require.NoError(t, err)
		return table
	}
}

// examples is a table of every kind.
func examples(t testing.TB) map[string]engine.Table {
	ok := must(t)
	return map[string]engine.Table{
		"constant":   engine.Constant(20_000),
		"uniform":    ok(engine.Quantiles([]int64{-50_000, 80_000})),
		"widest":     ok(engine.Quantiles([]int64{-engine.Limit, engine.Limit})),
		"seven":      ok(engine.Quantiles([]int64{-9, -3, 0, 0, 40, 1_000, 1_000_000})),
		"triangular": ok(engine.Triangular(-100_000, 20_000, 60_000)),
		"normal":     ok(engine.Normal(20_000, 50_000, engine.NoLow, engine.NoHigh)),
		"cut off":    ok(engine.Normal(20_000, 50_000, -30_000, 1_000_000)),
		"lognormal":  ok(engine.Lognormal(1_100_000, 300_000)),
		"discrete":   ok(engine.Discrete([]int64{500_000, 0, -20_000}, []int64{3, 90, 7})),
		"odds":       ok(engine.Odds(law.Percent(7))),
	}
}

// TestTablesAreTheSameOnEveryProcessor holds the values at both ends and in the middle of
// every cell: a change of a table, or a processor that disagrees, changes the sum.
func TestTablesAreTheSameOnEveryProcessor(t *testing.T) {
	want := map[string]uint64{
		"constant": 0xbf5d53700f0c2325, "uniform": 0xe08023ea7b952667, "widest": 0xb02c45e9e8b671e7, "seven": 0xf06306b836690bfd,
		"triangular": 0xef9b282fd58cddda, "normal": 0xca67c73249f02acc, "cut off": 0xf43b8f31c831948b,
		"lognormal": 0x703e332afd7828d1, "discrete": 0xe95e44fbedd4ba1d, "odds": 0x219a55cd0ee23165,
	}
	for name, table := range examples(t) {
		h := fnv.New64a()
		for c := range uint64(engine.Cells) {
			for _, part := range []uint64{0, 1 << 51, 1<<52 - 1} {
				v := uint64(table.At(c<<52 | part))
				_, _ = h.Write([]byte{byte(v), byte(v >> 8), byte(v >> 16), byte(v >> 24), byte(v >> 32), byte(v >> 40), byte(v >> 48), byte(v >> 56)})
			}
		}
		assert.Equal(t, want[name], h.Sum64(), name)
	}
}

func TestABlockHoldsWhatTheTableGivesEachPath(t *testing.T) {
	k := engine.KeyOf(3, "x", 2)
	for name, table := range examples(t) {
		for _, first := range []uint64{0, 5, 1 << 40} {
			var out engine.Lanes
			table.Draw(k, first, &out)
			for i, v := range out {
				require.Equal(t, table.At(k.At(first+uint64(i))), v, "%s, path %d and %d", name, first, i)
			}
		}
	}
}

func TestTheValueNeverFallsAsTheDrawRises(t *testing.T) {
	for name, table := range examples(t) {
		if name == "discrete" || name == "odds" {
			continue // their values stand in the caller's order
		}
		last := int64(math.MinInt64)
		for c := range uint64(engine.Cells) {
			for _, part := range []uint64{0, 1, 1 << 50, 1<<52 - 1} {
				v := table.At(c<<52 | part)
				require.GreaterOrEqual(t, v, last, "%s, cell %d", name, c)
				last = v
			}
		}
	}
}

func TestTheZeroTableIsNought(t *testing.T) {
	var table engine.Table
	assert.Zero(t, table.At(math.MaxUint64))
	out := engine.Lanes{1, 2, 3}
	table.Draw(1, 0, &out)
	assert.Equal(t, engine.Lanes{}, out)
}

func TestQuantilesAreReachedAtTheirPlaces(t *testing.T) {
	table := must(t)(engine.Quantiles([]int64{-100, 0, 300, 300, 1_000}))
	for _, tt := range []struct {
		name string
		u    uint64
		want int64
	}{
		{"the least draw is the first quantile", 0, -100},
		{"a quarter is the second", 1 << 62, 0},
		{"a hair below a quarter rounds to it", 1<<62 - 1, 0},
		{"an eighth is half-way", 1 << 61, -50},
		{"a half is the third", 1 << 63, 300},
		{"between equal quantiles nothing else is drawn", 1<<63 + 1<<61, 300},
		{"seven eighths are half-way to the last", 7 << 61, 650},
		{"the greatest draw is the last quantile", math.MaxUint64, 1_000},
	} {
		assert.Equal(t, tt.want, table.At(tt.u), tt.name)
	}
}

func TestEqualQuantilesAreAConstant(t *testing.T) {
	table := must(t)(engine.Quantiles([]int64{5, 5, 5}))
	v, constant := table.Constant()
	assert.True(t, constant)
	assert.Equal(t, int64(5), v)
	table = examples(t)["uniform"]
	_, constant = table.Constant()
	assert.False(t, constant)
	table = examples(t)["odds"]
	_, constant = table.Constant()
	assert.False(t, constant)
}

func TestOddsAreExactAtTheirThreshold(t *testing.T) {
	half := must(t)(engine.Odds(law.Per(1, 2)))
	assert.Equal(t, int64(1), half.At(1<<63-1), "the last draw of the lower half")
	assert.Equal(t, int64(0), half.At(1<<63), "the first draw of the upper half")
	third := must(t)(engine.Odds(law.Per(1, 3)))
	assert.Equal(t, int64(1), third.At(math.MaxUint64/3-1))
	assert.Equal(t, int64(0), third.At(math.MaxUint64/3))
	for p, want := range map[law.Ratio]int64{law.Percent(0): 0, law.Percent(100): 1} {
		table := must(t)(engine.Odds(p))
		for _, u := range []uint64{0, 1, 1 << 63, math.MaxUint64} {
			assert.Equal(t, want, table.At(u), "%v, draw %d", p, u)
		}
	}
}

func TestDiscreteValuesComeByTheirWeights(t *testing.T) {
	table := must(t)(engine.Discrete([]int64{10, 20, 30, 40}, []int64{1, 0, 2, 1}))
	for _, tt := range []struct {
		name string
		u    uint64
		want int64
	}{
		{"the first value has the first quarter", 1<<62 - 1, 10},
		{"a value of no weight is never drawn: the third follows", 1 << 62, 30},
		{"the third has two quarters", 3<<62 - 1, 30},
		{"the last has the rest", 3 << 62, 40},
		{"to the greatest draw", math.MaxUint64, 40},
	} {
		assert.Equal(t, tt.want, table.At(tt.u), tt.name)
	}
}

func TestManyThresholdsOfOneCellAreEachExact(t *testing.T) {
	values, weights := make([]int64, 1000), make([]int64, 1000)
	for i := range values {
		values[i], weights[i] = int64(i), 1
	}
	weights[999] = 1<<40 - 999 // of 2^40 in all: each of the others has 2^24 draws
	table := must(t)(engine.Discrete(values, weights))
	for i := range uint64(999) {
		require.Equal(t, int64(i), table.At(i<<24), "its first draw")
		require.Equal(t, int64(i), table.At(i<<24+1<<24-1), "its last draw")
	}
	assert.Equal(t, int64(999), table.At(999<<24))
}

func TestTablesRefuseWhatNoDistributionIs(t *testing.T) {
	many := make([]int64, engine.Cells+2)
	for name, f := range map[string]func() (engine.Table, error){
		"one quantile":                 func() (engine.Table, error) { return engine.Quantiles([]int64{1}) },
		"more quantiles than cells":    func() (engine.Table, error) { return engine.Quantiles(many) },
		"quantiles that fall":          func() (engine.Table, error) { return engine.Quantiles([]int64{2, 1}) },
		"a quantile beyond a thousand": func() (engine.Table, error) { return engine.Quantiles([]int64{0, engine.Limit + 1}) },
		"one below minus a thousand":   func() (engine.Table, error) { return engine.Quantiles([]int64{-engine.Limit - 1, 0}) },
		"no values":                    func() (engine.Table, error) { return engine.Discrete(nil, nil) },
		"more values than weights":     func() (engine.Table, error) { return engine.Discrete([]int64{1, 2}, []int64{1}) },
		"too many values":              func() (engine.Table, error) { return engine.Discrete(many, many) },
		"a negative weight":            func() (engine.Table, error) { return engine.Discrete([]int64{1, 2}, []int64{2, -1}) },
		"no weight":                    func() (engine.Table, error) { return engine.Discrete([]int64{1, 2}, []int64{0, 0}) },
		"weights beyond 63 bits": func() (engine.Table, error) {
			return engine.Discrete([]int64{1, 2}, []int64{math.MaxInt64, 1})
		},
		"odds below nought":           func() (engine.Table, error) { return engine.Odds(law.Per(-1, 100)) },
		"odds above one":              func() (engine.Table, error) { return engine.Odds(law.Per(101, 100)) },
		"a peak outside":              func() (engine.Table, error) { return engine.Triangular(0, 3, 2) },
		"a peak below":                func() (engine.Table, error) { return engine.Triangular(0, -1, 2) },
		"a negative deviation":        func() (engine.Table, error) { return engine.Normal(0, -1, engine.NoLow, engine.NoHigh) },
		"low above high":              func() (engine.Table, error) { return engine.Normal(0, 1, 2, 1) },
		"nothing left":                func() (engine.Table, error) { return engine.Normal(0, 1_000, 5_000, engine.NoHigh) },
		"a constant that is cut off":  func() (engine.Table, error) { return engine.Normal(0, 0, 1, 2) },
		"a curve beyond a thousand":   func() (engine.Table, error) { return engine.Normal(0, engine.Limit/3, engine.NoLow, engine.NoHigh) },
		"a mean of nought":            func() (engine.Table, error) { return engine.Lognormal(0, 1) },
		"a spread without bound":      func() (engine.Table, error) { return engine.Lognormal(1, engine.Limit) },
		"a negative lognormal spread": func() (engine.Table, error) { return engine.Lognormal(1, -1) },
	} {
		_, err := f()
		assert.ErrorIs(t, err, engine.ErrTable, name)
	}
}
