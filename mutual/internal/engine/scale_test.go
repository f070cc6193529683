package engine_test

import (
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/mutual/internal/engine"
)

// exactly is p*ppm/1,000,000, half up, in numbers of any length, held at 64 bits.
func exactly(p, ppm int64) int64 {
	n := new(big.Int).Mul(big.NewInt(p), big.NewInt(ppm))
	n.Add(n, big.NewInt(500_000)).Div(n, big.NewInt(1_000_000)) // Div is floor for a positive divisor
	switch {
	case n.IsInt64():
		return n.Int64()
	case n.Sign() < 0:
		return math.MinInt64
	}
	return math.MaxInt64
}

func TestPartsPerMillionAreRoundedHalfUp(t *testing.T) {
	for _, tt := range []struct {
		name         string
		p, ppm, want int64
	}{
		{"two per cent of a hundred pounds", 10_000, 20_000, 200},
		{"a half goes up", 50, 10_000, 1},
		{"less than a half goes down", 49, 10_000, 0},
		{"minus a half goes up, to nought", -50, 10_000, 0},
		{"less than minus a half goes down", -51, 10_000, -1},
		{"a negative rate", 150, -10_000, -1},
		{"a negative rate of a negative amount", -150, -10_000, 2},
		{"nothing", 0, -1, 0},
		{"the greatest amount by the greatest rate", engine.Bound - 1, engine.Limit, 4_503_599_627_370_495_000},
		{"the least amount by the greatest rate", -engine.Bound, engine.Limit, -4_503_599_627_370_496_000},
		{"beyond 64 bits it is held", math.MaxInt64, 2_000_000, math.MaxInt64},
		{"below them too", math.MinInt64, 2_000_000, math.MinInt64},
	} {
		assert.Equal(t, tt.want, engine.ApplyPPM(tt.p, tt.ppm), tt.name)
	}
}

// numbers is a source of amounts of every length, and their neighbours.
func numbers(seed uint64) func() int64 {
	r := rand.New(rand.NewPCG(seed, 2))
	edges := []int64{0, 1, 127, 128, 500_000, 1_000_000, engine.Limit, 1 << 30, engine.Bound, math.MaxInt64}
	return func() int64 {
		v := r.Int64() >> r.IntN(64)
		if r.IntN(4) == 0 {
			v = edges[r.IntN(len(edges))] + r.Int64N(3) - 1
		}
		if r.IntN(2) == 0 {
			v = -v
		}
		return v
	}
}

func TestPartsPerMillionAreExactForAnyNumbers(t *testing.T) {
	next := numbers(1)
	for range 200_000 {
		p, ppm := next(), next()
		require.Equal(t, exactly(p, ppm), engine.ApplyPPM(p, ppm), "%d by %d", p, ppm)
	}
}

func TestABlockIsScaledLaneByLane(t *testing.T) {
	next := numbers(2)
	for n := range 2_000 {
		var src, rates, dst engine.Lanes
		for i := range src {
			src[i], rates[i] = next(), next()
			if n%2 == 0 { // about the bounds of what fits 63 bits
				src[i], rates[i] = src[i]>>22%(1<<41), rates[i]%(1<<23)
			}
		}
		engine.Scale(&dst, &src, &rates)
		for i := range dst {
			require.Equal(t, exactly(src[i], rates[i]), dst[i], "%d by %d", src[i], rates[i])
		}
		before, gained := dst, dst
		engine.Gain(&gained, &src, &rates)
		for i := range gained {
			require.Equal(t, before[i]+dst[i], gained[i], "%d and %d by %d", before[i], src[i], rates[i])
		}
		engine.Scale(&src, &src, &rates)
		require.Equal(t, dst, src, "in place")
	}
}

func TestTheEdgesOfWhatIsScaledQuickly(t *testing.T) {
	var src, rates, dst engine.Lanes
	for _, p := range []int64{1 << 40, engine.Bound} {
		for _, r := range []int64{1 << 22, 1 << 30} {
			for i := range src {
				src[i], rates[i] = p+int64(i%3)-1, r+int64(i/3%3)-1
				if i/9%2 == 1 {
					src[i] = -src[i]
				}
				if i/18%2 == 1 {
					rates[i] = -rates[i]
				}
			}
			engine.Scale(&dst, &src, &rates)
			for i := range dst {
				require.Equal(t, exactly(src[i], rates[i]), dst[i], "%d by %d", src[i], rates[i])
			}
		}
	}
}

func TestABlockSaysWhetherItIsWithinBounds(t *testing.T) {
	var src engine.Lanes
	for _, tt := range []struct {
		name string
		p    int64
		want bool
	}{
		{"within", 1, true},
		{"the greatest amount", engine.Bound - 1, true},
		{"one above", engine.Bound, false},
		{"the least amount", -engine.Bound, true},
		{"one below", -engine.Bound - 1, false},
		{"the greatest of all", math.MaxInt64, false},
		{"the least of all", math.MinInt64, false},
	} {
		src[engine.Width-1] = tt.p
		assert.Equal(t, tt.want, engine.Within(&src, engine.Width), tt.name)
		assert.True(t, engine.Within(&src, engine.Width-1), "%s, in a lane that is not asked for", tt.name)
	}
}

func TestMasksPickLanes(t *testing.T) {
	for _, n := range []int{0, 1, 63, 64, 65, engine.Width - 1, engine.Width} {
		m := engine.First(n)
		assert.Equal(t, n, m.Count())
		for i := range engine.Width {
			require.Equal(t, i < n, m.Has(i), "lane %d of the first %d", i, n)
		}
	}
	var m engine.Mask
	m.Set(5)
	m.Set(70)
	m.Set(70)
	assert.Equal(t, 2, m.Count())
	m.Clear(5)
	m.Clear(6)
	assert.False(t, m.Has(5))
	assert.True(t, m.Has(70))
}

func TestMasksPickBySign(t *testing.T) {
	next := numbers(9)
	for range 200 {
		var lanes, sizes engine.Lanes
		for i := range lanes {
			lanes[i] = next()
			sizes[i] = max(0, lanes[i])
		}
		below, above := engine.Negative(&lanes), engine.Positive(&sizes)
		var listed []int
		for i := range engine.Width {
			require.Equal(t, lanes[i] < 0, below.Has(i), "lane %d: %d", i, lanes[i])
			require.Equal(t, sizes[i] > 0, above.Has(i), "lane %d: %d", i, sizes[i])
			if lanes[i] < 0 {
				listed = append(listed, i)
			}
		}
		require.Equal(t, listed, slices.Collect(below.Lanes()))
		require.Equal(t, listed[0], below.Lowest())
	}
	var none engine.Mask
	assert.Zero(t, none.Lowest())
}
