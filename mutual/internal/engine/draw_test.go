package engine_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/mutual/internal/engine"
)

// The first five numbers of SplitMix64 from the state 1234567, as its author's program
// prints them: the draws of paths 1 to 5 of that key.
func TestDrawsAreThoseOfSplitMix64(t *testing.T) {
	want := []uint64{6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821}
	for i, w := range want {
		assert.Equal(t, w, engine.Key(1234567).At(uint64(i)+1))
	}
}

func TestABlockHoldsTheDrawsOfItsPathsWhereverItBegins(t *testing.T) {
	k := engine.KeyOf(7, "income", 3)
	for _, first := range []uint64{0, 1, 127, 128, 1_000_000_007, math.MaxUint64 - 5} {
		var out [engine.Width]uint64
		k.Fill(first, &out)
		for i, u := range out {
			assert.Equal(t, k.At(first+uint64(i)), u, "path %d and %d", first, i)
		}
	}
}

// A seed that somebody wrote down gives the same run in every version.
func TestKeysAreWhatTheyHaveAlwaysBeen(t *testing.T) {
	assert.Equal(t, engine.Key(0xceb6c71c5ac586c1), engine.KeyOf(1, "income", 1))
	assert.Equal(t, engine.Key(0x9b83da7d9a524ca6), engine.KeyOf(0, "", 0))
	assert.Equal(t, engine.Key(0x52e4bd5caea0c9e6), engine.KeyOf(math.MaxUint64, "costs", -1))
}

func TestKeysOfNeighboursDifferInHalfTheirBits(t *testing.T) {
	base := engine.KeyOf(1, "income", 1)
	assert.Equal(t, base, engine.KeyOf(1, "income", 1), "the same names the same")
	for name, k := range map[string]engine.Key{
		"the next seed": engine.KeyOf(2, "income", 1), "the seed before": engine.KeyOf(0, "income", 1),
		"the next year": engine.KeyOf(1, "income", 2), "the year before the first": engine.KeyOf(1, "income", -1),
		"another variable": engine.KeyOf(1, "incomf", 1), "no variable": engine.KeyOf(1, "", 1),
		"seed and year exchanged": engine.KeyOf(2, "income", 0),
	} {
		differ := 0
		for path := range uint64(1000) {
			for x := base.At(path) ^ k.At(path); x != 0; x &= x - 1 {
				differ++
			}
		}
		assert.InDelta(t, 32_000, differ, 5*126.5, "%s: five deviations of 64,000 coins", name)
	}
}

func TestNoTwoKeysOfARunAreTheSame(t *testing.T) {
	seen := map[engine.Key]bool{}
	for seed := range uint64(20) {
		for _, name := range []string{"income", "costs", "staff", "income_growth", "a", "b", "ab", "ba", ""} {
			for year := -1; year <= 100; year++ {
				seen[engine.KeyOf(seed, name, year)] = true
			}
		}
	}
	assert.Len(t, seen, 20*9*102)
}

// chi is Pearson's statistic of draws sorted into equally likely bins.
func chi(bins []int, draws int) float64 {
	sum, each := 0.0, float64(draws)/float64(len(bins))
	for _, n := range bins {
		sum += (float64(n) - each) * (float64(n) - each) / each
	}
	return sum
}

// The statistic of 4,096 bins has mean 4,095 and deviation 90.5; five of them are allowed.
func TestDrawsAreEvenAlongPathsYearsSeedsAndInPairs(t *testing.T) {
	const draws = 1 << 18
	for name, draw := range map[string]func(i uint64) uint64{
		"along paths":                  func(i uint64) uint64 { return engine.KeyOf(1, "income", 1).At(i) >> 52 },
		"their lowest bits":            func(i uint64) uint64 { return engine.KeyOf(1, "income", 1).At(i) & 4095 },
		"the bits within a cell":       func(i uint64) uint64 { return engine.KeyOf(1, "income", 1).At(i) >> 40 & 4095 },
		"every 128th path":             func(i uint64) uint64 { return engine.KeyOf(1, "income", 1).At(i*128) >> 52 },
		"along years":                  func(i uint64) uint64 { return engine.KeyOf(1, "income", int(i)).At(7) >> 52 },
		"along seeds":                  func(i uint64) uint64 { return engine.KeyOf(i, "income", 1).At(7) >> 52 },
		"pairs of paths":               func(i uint64) uint64 { k := engine.KeyOf(1, "x", 1); return k.At(i)>>58<<6 | k.At(i+1)>>58 },
		"pairs of years of a path":     func(i uint64) uint64 { return engine.KeyOf(1, "x", 1).At(i)>>58<<6 | engine.KeyOf(1, "x", 2).At(i)>>58 },
		"pairs of variables of a path": func(i uint64) uint64 { return engine.KeyOf(1, "x", 1).At(i)>>58<<6 | engine.KeyOf(1, "y", 1).At(i)>>58 },
		"pairs of seeds of a path":     func(i uint64) uint64 { return engine.KeyOf(1, "x", 1).At(i)>>58<<6 | engine.KeyOf(2, "x", 1).At(i)>>58 },
	} {
		bins := make([]int, 4096)
		for i := range uint64(draws) {
			bins[draw(i)]++
		}
		assert.InDelta(t, 4095, chi(bins, draws), 5*90.5, name)
	}
}

func TestAFurtherVariableShiftsNoOther(t *testing.T) {
	var before, after engine.Lanes
	income, err := engine.Quantiles([]int64{-50_000, 80_000})
	assert.NoError(t, err)
	costs := income
	income.Draw(engine.KeyOf(9, "income", 1), 0, &before)
	costs.Draw(engine.KeyOf(9, "costs", 1), 0, &after)
	income.Draw(engine.KeyOf(9, "income", 1), 0, &after)
	assert.Equal(t, before, after)
}
