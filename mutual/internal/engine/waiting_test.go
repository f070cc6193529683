package engine_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/internal/engine"
)

func meanOf(t *engine.Table, n uint64) float64 {
	sum := 0.0
	for i := range n {
		sum += float64(t.At(i*(math.MaxUint64/n) + math.MaxUint64/n/2))
	}
	return sum / float64(n)
}

func TestWaitsAreExponential(t *testing.T) {
	table := engine.Exponential()
	assert.InDelta(t, 1e6, meanOf(&table, 1<<20), 300)
	for _, share := range []float64{0.01, 0.25, 0.5, 0.9, 0.999} {
		assert.InEpsilon(t, -1e6*math.Log(1-share), float64(table.At(uint64(share*math.MaxUint64))), 0.001, share)
	}
}

func TestAMeanWaitIsThatOfOddsInATime(t *testing.T) {
	wait, ok := engine.MeanWait(law.Percent(2))
	require.True(t, ok)
	assert.InDelta(t, -1e6/math.Log(0.98), float64(wait), 1)
	wait, ok = engine.MeanWait(law.Per(1, 1))
	require.True(t, ok)
	assert.Positive(t, wait)
	_, ok = engine.MeanWait(law.Ratio{})
	assert.False(t, ok)
}

func TestALognormalByItsMedianAndSpread(t *testing.T) {
	table, err := engine.LognormalAbout(22_000, law.Per(36, 100))
	require.NoError(t, err)
	assert.InDelta(t, 22_000, float64(table.At(1<<63)), 2)
	above := 0.8413447 // of a normal distribution is below its mean and a deviation more
	assert.InDelta(t, 22_000*math.Exp(0.36), float64(table.At(uint64(above*math.MaxUint64))), 10)
	table, err = engine.LognormalOf(350_000, law.Per(135, 100))
	require.NoError(t, err)
	assert.InDelta(t, 350_000, meanOf(&table, 1<<20), 500)
	for _, bad := range []law.Ratio{law.Per(-1, 2), law.Per(100, 1)} {
		_, err = engine.LognormalAbout(1000, bad)
		assert.ErrorIs(t, err, engine.ErrTable)
		_, err = engine.LognormalOf(1000, bad)
		assert.ErrorIs(t, err, engine.ErrTable)
	}
}
