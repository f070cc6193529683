package engine_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/mutual/internal/engine"
)

// tallies is what a small model of five years accumulates.
type tallies struct {
	End     engine.Histogram
	Moments engine.Moments
	Cross   engine.Cross
}

// model grows a hundred pounds by a draw each year.
func model(t testing.TB) func() (*tallies, func(uint64, int) error) {
	growth := must(t)(engine.Normal(20_000, 80_000, engine.NoLow, engine.NoHigh))
	return func() (*tallies, func(uint64, int) error) {
		total := new(tallies)
		return total, func(first uint64, n int) error {
			var pounds, rates engine.Lanes
			for i := range pounds {
				pounds[i] = 10_000
			}
			for year := range 5 {
				growth.Draw(engine.KeyOf(1, "growth", year), first, &rates)
				engine.Gain(&pounds, &pounds, &rates)
			}
			total.End.AddBlock(&pounds, n, nil)
			total.Moments.AddBlock(&pounds, n, nil)
			total.Cross.AddBlock(&rates, &pounds, n, nil)
			return nil
		}
	}
}

func (t *tallies) merge(other *tallies) {
	t.End.Merge(&other.End)
	t.Moments.Merge(&other.Moments)
	t.Cross.Merge(&other.Cross)
}

// run works paths with the small model and returns its bytes.
func run(t *testing.T, from, to uint64, workers int) string {
	t.Helper()
	got, err := engine.Run(t.Context(), from, to, workers, model(t), (*tallies).merge, nil)
	require.NoError(t, err)
	return written(t, got)
}

func written(t *testing.T, total *tallies) string {
	t.Helper()
	text, err := json.Marshal(total)
	require.NoError(t, err)
	return string(text)
}

func TestResultsAreTheSameBytesForOneToSixteenWorkers(t *testing.T) {
	want := run(t, 0, 100_000, 1)
	for workers := 2; workers <= 16; workers++ {
		assert.Equal(t, want, run(t, 0, 100_000, workers), "%d workers", workers)
	}
	assert.Contains(t, want, `"Moments":{"count":100000,"sum":"1105133174","squares":"12593521580092","least":"4741","most":"23452"}`,
		"on every processor")
	h := fnv.New64a()
	_, _ = h.Write([]byte(want))
	assert.Equal(t, uint64(0x2b0536aa53c31d92), h.Sum64(), "and so every bucket and every sum")
}

func TestRunsOfPartsAddUpToTheWhole(t *testing.T) {
	want := run(t, 0, 30_000, 3)
	for _, cut := range []uint64{1, 127, 128, 129, 4_095, 4_096, 4_097, 20_001} {
		got, err := engine.Run(t.Context(), 0, cut, 2, model(t), (*tallies).merge, nil)
		require.NoError(t, err)
		rest, err := engine.Run(t.Context(), cut, 30_000, 2, model(t), (*tallies).merge, nil)
		require.NoError(t, err)
		got.merge(rest)
		assert.Equal(t, want, written(t, got), "cut at %d", cut)
	}
}

func TestPathSevenAloneIsPathSevenOfAMillion(t *testing.T) {
	for _, path := range []uint64{0, 7, 127, 128, 4_096, 999_999} {
		alone, err := engine.Run(t.Context(), path, path+1, 4, model(t), (*tallies).merge, nil)
		require.NoError(t, err)
		least, _, _ := alone.Moments.Range()
		var among engine.Lanes
		one := model(t)
		first := path / engine.Width * engine.Width
		block, err := engine.Run(t.Context(), first, first+engine.Width, 1, func() (*engine.Lanes, func(uint64, int) error) {
			return &among, func(first uint64, n int) error {
				for i := range n {
					total, f := one()
					if err := f(first+uint64(i), 1); err != nil {
						return err
					}
					among[i], _, _ = total.Moments.Range()
				}
				return nil
			}
		}, nil, nil)
		require.NoError(t, err)
		assert.Equal(t, least, block[path-first], "path %d", path)
	}
}

// seen has the paths of a run written down.
func seen(paths []atomic.Int32) func() (int, func(uint64, int) error) {
	return func() (int, func(uint64, int) error) {
		return 0, func(first uint64, n int) error {
			if n < 1 || n > engine.Width || first/engine.Width != (first+uint64(n)-1)/engine.Width {
				return fmt.Errorf("a block of %d from %d", n, first)
			}
			for i := range n {
				paths[first+uint64(i)].Add(1)
			}
			return nil
		}
	}
}

func TestEveryPathIsWorkedOnceInBlocksThatBeginWhereTheyShould(t *testing.T) {
	for _, r := range [][2]uint64{{0, 0}, {5, 5}, {0, 1}, {127, 129}, {5, 4_096}, {4_095, 4_097}, {100, 20_000}, {8_192, 16_384}} {
		for _, workers := range []int{1, 3, 16} {
			paths := make([]atomic.Int32, 20_000)
			_, err := engine.Run(t.Context(), r[0], r[1], workers, seen(paths), func(int, int) {}, nil)
			require.NoError(t, err)
			for i := range paths {
				want := int32(0)
				if uint64(i) >= r[0] && uint64(i) < r[1] {
					want = 1
				}
				require.Equal(t, want, paths[i].Load(), "path %d of %v", i, r)
			}
		}
	}
}

func TestProgressRisesToTheEnd(t *testing.T) {
	for _, workers := range []int{1, 5} {
		last, calls := uint64(0), 0
		_, err := engine.Run(t.Context(), 50, 50_000, workers, model(t), (*tallies).merge, func(done, of uint64) {
			assert.Greater(t, done, last)
			assert.Equal(t, uint64(49_950), of)
			last = done
			calls++
		})
		require.NoError(t, err)
		assert.Equal(t, uint64(49_950), last)
		assert.Equal(t, 13, calls, "one for each chunk")
	}
}

func TestTheErrorOfTheLowestPathIsReturnedWhateverTheWorkers(t *testing.T) {
	for _, workers := range []int{1, 2, 16} {
		for range 20 {
			_, err := engine.Run(t.Context(), 0, 200_000, workers, func() (int, func(uint64, int) error) {
				return 0, func(first uint64, n int) error {
					if first >= 30_080 && first%640 == 0 {
						return fmt.Errorf("path %d", first)
					}
					if first%engine.Chunk < 2*engine.Width {
						runtime.Gosched() // let others run ahead
					}
					return nil
				}
			}, func(int, int) {}, nil)
			require.EqualError(t, err, "path 30080")
		}
	}
}

func TestARunStopsAtTheNextChunkWhenItIsCancelled(t *testing.T) {
	why := errors.New("the caller has had enough")
	for _, workers := range []int{1, 4} {
		ctx, cancel := context.WithCancelCause(t.Context())
		worked := atomic.Uint64{}
		_, err := engine.Run(ctx, 0, 1<<40, workers, func() (int, func(uint64, int) error) {
			return 0, func(first uint64, n int) error {
				if worked.Add(uint64(n)) == 3*engine.Chunk {
					cancel(why)
				}
				return nil
			}
		}, func(int, int) {}, nil)
		assert.ErrorIs(t, err, why)
		assert.LessOrEqual(t, worked.Load(), uint64(3+workers)*engine.Chunk)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	_, err := engine.Run(ctx, 0, engine.MaxPath, 2, model(t), (*tallies).merge, nil)
	assert.ErrorIs(t, err, context.DeadlineExceeded)
}

func TestAPanicInABlockReachesTheCaller(t *testing.T) {
	for _, workers := range []int{1, 4} {
		for want, block := range map[string]func(uint64, int) error{
			"a fault at 8192":               func(first uint64, _ int) error { return explode(first == 8_192, first) },
			"the block ended its goroutine": func(uint64, int) error { runtime.Goexit(); return nil },
		} {
			func() {
				defer func() {
					p, ok := recover().(*engine.Panic)
					if assert.True(t, ok, want) {
						assert.Equal(t, want, p.Value)
						assert.Contains(t, p.Error(), want)
						assert.Contains(t, string(p.Stack), "goroutine")
					}
				}()
				_, err := engine.Run(t.Context(), 0, 100_000, workers,
					func() (int, func(uint64, int) error) { return 0, block }, func(int, int) {}, nil)
				assert.Fail(t, "it did not panic", "%v", err)
			}()
		}
	}
}

func explode(now bool, first uint64) error {
	if now {
		panic(fmt.Sprint("a fault at ", first))
	}
	return nil
}

func TestRunsThatCannotBeAreRefused(t *testing.T) {
	for _, tt := range []struct {
		name     string
		from, to uint64
		workers  int
	}{
		{"no workers", 0, 1, 0},
		{"fewer than none", 0, 1, -1},
		{"too many workers", 0, 1, engine.MaxWorkers + 1},
		{"to its beginning and further back", 2, 1, 1},
		{"paths without end", 0, engine.MaxPath + 1, 1},
	} {
		_, err := engine.Run(t.Context(), tt.from, tt.to, tt.workers, model(t), (*tallies).merge, nil)
		assert.ErrorIs(t, err, engine.ErrRun, tt.name)
	}
	_, err := engine.Run(t.Context(), engine.MaxPath-5, engine.MaxPath, engine.MaxWorkers, model(t), (*tallies).merge, nil)
	assert.NoError(t, err, "the last paths of all")
}

func TestMemoryDoesNotGrowWithThePaths(t *testing.T) {
	allocated := func(paths uint64) float64 {
		return testing.AllocsPerRun(3, func() {
			_, err := engine.Run(t.Context(), 0, paths, 1, model(t), (*tallies).merge, nil)
			require.NoError(t, err)
		})
	}
	assert.InDelta(t, allocated(1), allocated(300_000), 2)
}
