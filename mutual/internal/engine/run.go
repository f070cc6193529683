package engine

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// Chunk is how many paths a worker takes at a time: between two chunks it looks whether to
// stop. Chunks begin at multiples of it, so that blocks begin at multiples of Width.
const Chunk = 32 * Width

// Bounds of a run.
const (
	MaxPath    = 1 << 62
	MaxWorkers = 1024
)

// ErrRun is wrapped by the errors of a run that cannot be.
var ErrRun = errors.New("cannot run")

// A Panic is what Run panics with in its caller's goroutine when a block panicked in a
// worker's.
type Panic struct {
	Value any
	Stack []byte // of the worker
}

// Error tells the value and where the panic was.
func (p *Panic) Error() string { return fmt.Sprintf("panic in a block: %v\n\n%s", p.Value, p.Stack) }

// Run works the paths from one number to below another, in blocks of up to Width, by so
// many workers, and returns what they accumulated.
//
// Fresh makes a worker's accumulator and the function that works a block of n paths from
// first; it is called once for each worker, one after the other. Merge puts an accumulator
// into another, in the order of the workers; which worker had which path is chance, so
// merging must not depend on it: whole numbers added do not.
//
// Progress, which may be nil, is told after each chunk how many paths are done, one call at
// a time and never fewer than before. Cancellation is seen between chunks. A block's error
// ends the run; of several that of the lowest path is returned, whoever came first. On any
// error there is no result.
func Run[A any](
	ctx context.Context, from, to uint64, workers int,
	fresh func() (A, func(first uint64, n int) error), merge func(into, from A), progress func(done, of uint64),
) (A, error) {
	var none A
	switch {
	case from > to || to > MaxPath:
		return none, fmt.Errorf("%w: paths from %d to below %d", ErrRun, from, to)
	case workers < 1 || workers > MaxWorkers:
		return none, fmt.Errorf("%w: %d workers, not 1 to %d", ErrRun, workers, MaxWorkers)
	}
	r := run{from: from, to: to, progress: progress}
	r.next.Store(from / Chunk)
	chunks := (to+Chunk-1)/Chunk - from/Chunk
	workers = max(1, int(min(uint64(workers), chunks)))
	totals, blocks := make([]A, workers), make([]func(uint64, int) error, workers)
	for w := range workers {
		totals[w], blocks[w] = fresh()
	}
	var wg sync.WaitGroup
	for _, block := range blocks {
		wg.Go(func() { r.work(ctx, block) })
	}
	wg.Wait()
	if err := r.outcome(ctx); err != nil {
		return none, err
	}
	for _, t := range totals[1:] {
		merge(totals[0], t)
	}
	return totals[0], nil
}

// run is what the workers of a run share.
type run struct {
	from, to uint64
	next     atomic.Uint64 // the chunk that is taken next
	stop     atomic.Bool

	mu       sync.Mutex
	done     uint64
	progress func(done, of uint64)
	failed   uint64 // the block whose error err is
	err      error
	panicked *Panic
}

// work takes chunks until there are no more. A chunk once taken is worked to its end or its
// first error: so all chunks before one that failed are, and the lowest error is found.
func (r *run) work(ctx context.Context, block func(first uint64, n int) error) {
	ended := false
	defer func() {
		if !ended {
			r.caught(recover())
		}
	}()
	for !r.stop.Load() && ctx.Err() == nil {
		c := r.next.Add(1) - 1
		first, end := max(c*Chunk, r.from), min((c+1)*Chunk, r.to)
		if first >= end {
			break
		}
		for at := first; at < end; {
			n := min(Width-at%Width, end-at)
			if err := block(at, int(n)); err != nil {
				r.fail(at, err)
				break
			}
			at += n
		}
		r.tell(end - first)
	}
	ended = true
}

// caught keeps the first panic. There is none where a block ended its goroutine.
func (r *run) caught(value any) {
	r.stop.Store(true)
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.panicked == nil {
		if value == nil {
			value = "the block ended its goroutine"
		}
		r.panicked = &Panic{value, debug.Stack()}
	}
}

func (r *run) fail(at uint64, err error) {
	r.stop.Store(true)
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.err == nil || at < r.failed {
		r.failed, r.err = at, err
	}
}

func (r *run) tell(paths uint64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.done += paths
	if r.progress != nil && r.err == nil {
		r.progress(r.done, r.to-r.from)
	}
}

// outcome panics as a block did, or returns what ended the run before its end.
func (r *run) outcome(ctx context.Context) error {
	switch {
	case r.panicked != nil:
		panic(r.panicked)
	case r.err != nil:
		return r.err
	case r.done < r.to-r.from:
		return context.Cause(ctx)
	}
	return nil
}
