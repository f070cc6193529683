package engine_test

import (
	"math"
	"math/big"
	"math/rand/v2"
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

func TestABlockIsScaledAndGrownLaneByLane(t *testing.T) {
	next := numbers(2)
	for range 2_000 {
		var src, rates, dst engine.Lanes
		for i := range src {
			src[i], rates[i] = next()%engine.Bound, next()%engine.Limit
		}
		require.True(t, engine.Scale(&dst, &src, &rates))
		for i := range dst {
			require.Equal(t, exactly(src[i], rates[i]), dst[i], "%d by %d", src[i], rates[i])
		}
		require.True(t, engine.Grow(&dst, &src, &rates))
		for i := range dst {
			require.Equal(t, src[i]+exactly(src[i], rates[i]), dst[i], "%d grown by %d", src[i], rates[i])
			require.Equal(t, exactly(src[i], 1_000_000+rates[i]), dst[i], "which is to scale by one more")
		}
		want := dst
		require.True(t, engine.Grow(&src, &src, &rates), "in place")
		require.Equal(t, want, src)
	}
}

func TestABlockSaysWhenANumberIsBeyondItsBounds(t *testing.T) {
	var src, rates, dst engine.Lanes
	for _, tt := range []struct {
		name    string
		p, rate int64
		want    bool
	}{
		{"within both", 1, 1, true},
		{"the greatest amount", engine.Bound - 1, 0, true},
		{"one above", engine.Bound, 0, false},
		{"the least amount", -engine.Bound, 0, true},
		{"one below", -engine.Bound - 1, 0, false},
		{"the greatest of all", math.MaxInt64, 0, false},
		{"the least of all", math.MinInt64, 0, false},
		{"the greatest rate", 0, engine.Limit, true},
		{"one beyond what bits hold", 0, 1 << 30, false},
		{"the least rate", 0, -engine.Limit, true},
		{"one below what bits hold", 0, -1<<30 - 1, false},
		{"a rate of all bits", 0, math.MaxInt64, false},
	} {
		src[engine.Width-1], rates[engine.Width-1] = tt.p, tt.rate
		assert.Equal(t, tt.want, engine.Scale(&dst, &src, &rates), tt.name)
		assert.Equal(t, tt.want, engine.Grow(&dst, &src, &rates), tt.name)
		if tt.rate == 0 {
			assert.Equal(t, tt.want, engine.Within(&src, engine.Width), tt.name)
		}
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
