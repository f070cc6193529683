package simulate

import (
	"context"
	"fmt"
	"runtime"

	"github.com/rochdale-go/rochdale/mutual/internal/engine"
)

// MaxPaths bounds the number of a path.
const MaxPaths = 1 << 40

// Options are how a run is made; none of them changes what comes out.
type Options struct {
	// Workers is how many goroutines run; as many as there are processors, where it is 0.
	Workers int
	// Progress is told now and then how many of the paths are done, from one goroutine at a
	// time; nil for nobody.
	Progress func(done, of uint64)
}

// Simulate runs paths 0 to n-1 of every scenario.
func Simulate(ctx context.Context, s *Spec, n uint64, o Options) (*Tally, error) {
	return SimulateRange(ctx, s, 0, n, o)
}

// SimulateRange runs the paths from one to before another, for a tally that can be merged
// with those of other ranges. A path is the same in every range that holds it. The run ends
// early, with the context's error, soon after the context does.
func SimulateRange(ctx context.Context, s *Spec, first, end uint64, o Options) (*Tally, error) {
	switch {
	case first >= end:
		return nil, fmt.Errorf("paths: from %d to before %d there are none", first, end)
	case end > MaxPaths:
		return nil, fmt.Errorf("paths: %d is beyond %d", end, uint64(MaxPaths))
	case o.Workers < 0:
		return nil, fmt.Errorf("workers: %d is negative", o.Workers)
	}
	if o.Workers == 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	models, err := s.models()
	if err != nil {
		return nil, err
	}
	id, err := s.Fingerprint()
	if err != nil {
		return nil, err
	}
	fresh := func() (*Tally, func(uint64, int) error) {
		w := newWorker(models, s.Seed)
		return &w.tally, w.block
	}
	t, err := engine.Run(ctx, first, end, o.Workers, fresh, (*Tally).add, o.Progress)
	if err != nil {
		return nil, err
	}
	t.Fingerprint, t.Ranges = id, []Range{{first, end}}
	return t, nil
}
