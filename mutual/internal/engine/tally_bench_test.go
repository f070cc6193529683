package engine_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/mutual/internal/engine"
)

// perValue reports the time of one value.
func perValue(b *testing.B) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/(float64(b.N)*engine.Width), "ns/value")
}

// reserves is a thousand blocks of amounts about five million, as a run has them.
func reserves(b *testing.B) []engine.Lanes {
	table := must(b)(engine.Normal(5_000_000, 20_000_000, engine.NoLow, engine.NoHigh))
	blocks := make([]engine.Lanes, 64)
	for i := range blocks {
		table.Draw(engine.KeyOf(1, "reserves", 1), uint64(i)*engine.Width, &blocks[i])
	}
	return blocks
}

func BenchmarkHistogram(b *testing.B) {
	blocks := reserves(b)
	b.Run("add", func(b *testing.B) {
		var h engine.Histogram
		for i := range b.N {
			for _, v := range blocks[i%len(blocks)] {
				h.Add(v)
			}
		}
		perValue(b)
	})
	b.Run("block", func(b *testing.B) {
		var h engine.Histogram
		for i := range b.N {
			h.AddBlock(&blocks[i%len(blocks)], engine.Width, nil)
		}
		perValue(b)
	})
	b.Run("masked", func(b *testing.B) {
		var h engine.Histogram
		mask := engine.First(100)
		for i := range b.N {
			h.AddBlock(&blocks[i%len(blocks)], engine.Width, &mask)
		}
		perValue(b)
	})
	b.Run("quantile", func(b *testing.B) {
		var h engine.Histogram
		for i := range blocks {
			h.AddBlock(&blocks[i], engine.Width, nil)
		}
		for b.Loop() {
			h.Quantile(95, 100)
		}
	})
	b.Run("merge", func(b *testing.B) {
		var h, other engine.Histogram
		for b.Loop() {
			h.Merge(&other)
		}
	})
}

func BenchmarkMoments(b *testing.B) {
	blocks := reserves(b)
	var m engine.Moments
	for i := range b.N {
		m.AddBlock(&blocks[i%len(blocks)], engine.Width, nil)
	}
	perValue(b)
}

func BenchmarkCross(b *testing.B) {
	blocks := reserves(b)
	var c engine.Cross
	for i := range b.N {
		c.AddBlock(&blocks[i%len(blocks)], &blocks[(i+1)%len(blocks)], engine.Width, nil)
	}
	perValue(b)
}

func BenchmarkScale(b *testing.B) {
	blocks := reserves(b)
	var dst engine.Lanes
	for i := range b.N {
		engine.Scale(&dst, &blocks[i%len(blocks)], &blocks[(i+1)%len(blocks)])
	}
	perValue(b)
}

// BenchmarkRun has a model of five years run through, and cancelled: how long the caller
// waits from then on.
func BenchmarkRun(b *testing.B) {
	b.Run("paths", func(b *testing.B) {
		const paths = 64 * engine.Chunk
		for b.Loop() {
			_, err := engine.Run(b.Context(), 0, paths, 1, model(b), (*tallies).merge, nil)
			require.NoError(b, err)
		}
		b.ReportMetric(float64(b.N)*paths/b.Elapsed().Seconds(), "paths/s")
	})
	b.Run("cancel", func(b *testing.B) {
		var waited time.Duration
		for b.Loop() {
			ctx, cancel := context.WithCancel(b.Context())
			var since time.Time
			_, err := engine.Run(ctx, 0, engine.MaxPath, 1, model(b), (*tallies).merge, func(done, _ uint64) {
				if done == 2*engine.Chunk {
					// The worker is between two chunks: the worst moment is just after it looked.
					time.AfterFunc(time.Microsecond, func() { since = time.Now(); cancel() })
				}
			})
			waited += time.Since(since)
			require.ErrorIs(b, err, context.Canceled)
		}
		b.ReportMetric(float64(waited.Nanoseconds())/float64(b.N), "ns/latency")
	})
}
