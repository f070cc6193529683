package engine_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/internal/engine"
)

// perDraw reports the time of one draw and how many there are in a second.
func perDraw(b *testing.B) {
	draws := float64(b.N) * engine.Width
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/draws, "ns/draw")
	b.ReportMetric(draws/b.Elapsed().Seconds(), "draws/s")
}

func BenchmarkDraw(b *testing.B) {
	uniform, err := engine.Quantiles([]int64{-50_000, 80_000})
	require.NoError(b, err)
	normal, err := engine.Normal(20_000, 50_000, engine.NoLow, engine.NoHigh)
	require.NoError(b, err)
	odds, err := engine.Odds(law.Percent(7))
	require.NoError(b, err)
	discrete, err := engine.Discrete([]int64{0, 50_000, 100_000, 250_000, 500_000}, []int64{80, 10, 5, 4, 1})
	require.NoError(b, err)
	for _, bb := range []struct {
		name  string
		table engine.Table
	}{
		{"uniform", uniform}, {"normal", normal}, {"discrete", discrete}, {"odds", odds}, {"constant", engine.Constant(20_000)},
	} {
		b.Run(bb.name, func(b *testing.B) {
			var out engine.Lanes
			k := engine.KeyOf(1, "income", 1)
			for i := range b.N {
				bb.table.Draw(k, uint64(i)*engine.Width, &out)
			}
			perDraw(b)
		})
	}
	b.Run("bits", func(b *testing.B) {
		var out [engine.Width]uint64
		k := engine.KeyOf(1, "income", 1)
		for i := range b.N {
			k.Fill(uint64(i)*engine.Width, &out)
		}
		require.NotZero(b, out[b.N%engine.Width]) // so that nothing of it can be left out
		perDraw(b)
	})
}
