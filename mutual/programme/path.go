package programme

import (
	"errors"
	"fmt"

	"github.com/rochdale-go/rochdale/mutual/internal/engine"
	"github.com/rochdale-go/rochdale/mutual/spinout/lifecycle"
)

// errCases is the end of a run whose cases grew beyond all bounds, as imitation can make them.
var errCases = errors.New("too many cases in a run")

// An Ending is how a case of a programme may fall, beside the states on the way.
type ending int

// The endings that are no state on the way.
const (
	endedUnsupported ending = iota + 32
	endedWaiting
	endedHeld
	endedEmptyPool
	endedRetender
	endedClosed
	endings
)

// run is one run on its way. It is used again for the next.
type run struct {
	*model
	path uint64
	// live, staff and under are by how much the stock changes in a month: bodies that trade,
	// their staff in thousandths, and cases under support; freed is mentors who are free again.
	live, staff, under []int64
	freed              []int
	queue              []waiting

	mentors  int
	left     int64 // pounds
	pool     int64
	launched int64
	started  int64
	fell     [endings]uint64
}

type waiting struct {
	number uint64
	staff  int64 // 0 is drawn
	free   bool  // support is promised
}

func newRun(m *model) *run {
	n := m.p.Months + 1
	return &run{model: m, live: make([]int64, n), staff: make([]int64, n), under: make([]int64, n), freed: make([]int, n)}
}

func (r *run) draw(variable int, number uint64) uint64 {
	return r.keys[variable].At(r.path<<caseBits | number)
}

// work works a run, and tells the stock at the end of each month.
func (r *run) work(path uint64, tell func(month int, live, staff, under int64)) error {
	clear(r.live)
	clear(r.staff)
	clear(r.under)
	clear(r.freed)
	r.path, r.queue, r.mentors, r.left, r.pool, r.launched, r.started = path, r.queue[:0], r.most, r.fund, r.all, 0, 0
	for i, staff := range r.open {
		n := uint64(openingCase + i)
		phase := engine.ApplyPPM(int64(r.interval), r.uniform.At(r.draw(phaseDraw, n)))
		r.trade(n, 0, staff, int(phase))
	}
	arrivals := uint64(len(r.p.Cohort))
	next, expected := r.gaps.At(r.draw(gapDraw, arrivals)), int64(0)
	given, head := 0, 0
	var live, staff, under int64
	for t := range r.p.Months {
		live, staff = live+r.live[t], staff+r.staff[t]
		r.mentors += r.freed[t]
		for ; given < len(r.p.Cohort) && r.p.Cohort[given].Month == t; given++ {
			r.arrive(uint64(given), &r.p.Cohort[given])
		}
		expected += r.rate[t] + r.imitation*live
		for next <= expected {
			if arrivals >= openingCase {
				return fmt.Errorf("%w: run %d", errCases, path)
			}
			r.arrive(arrivals, nil)
			arrivals++
			next += r.gaps.At(r.draw(gapDraw, arrivals))
		}
		for head < len(r.queue) && r.begin(&r.queue[head], t) {
			head++
		}
		under += r.under[t] // with those of the month
		tell(t, live, staff, under)
	}
	r.fell[endedWaiting] += uint64(len(r.queue) - head)
	return nil
}

// arrive puts a case in the queue for support, or drops it. Given is one of the cohort.
func (r *run) arrive(number uint64, given *Case) {
	w := waiting{number: number}
	if given != nil {
		w.staff, w.free = int64(given.Staff.Or(0))*milli, given.Supported.Or(false)
	}
	if !w.free && r.supported.At(r.draw(supportedDraw, number)) == 0 {
		r.fell[endedUnsupported]++
		return
	}
	r.queue = append(r.queue, w)
}

// begin begins the support of a case, where there is a mentor and money, and works out what
// becomes of it. Support that was promised takes a mentor and no money.
func (r *run) begin(w *waiting, t int) bool {
	cost := r.pack
	if w.free {
		cost = 0
	}
	if r.mentors == 0 || r.left < cost {
		return false
	}
	r.mentors--
	r.left -= cost
	r.started++
	months := engine.ApplyPPM(r.median, r.duration.At(r.draw(durationDraw, w.number)))
	fall := r.uniform.At(r.draw(fallDraw, w.number))
	held := r.held.At(r.draw(heldDraw, w.number)) == 1
	launches := r.launches.At(r.draw(launchDraw, w.number)) == 1
	wait := 0
	if held {
		wait = r.hold
	}
	switch {
	case held && r.resumed.At(r.draw(resumedDraw, w.number)) == 0:
		r.leave(t, r.after(t, engine.ApplyPPM(months, fall), wait), endedHeld)
	case !launches:
		r.leave(t, r.after(t, engine.ApplyPPM(months, fall), wait), r.stateAt(fall))
	default:
		r.launch(w, t, r.after(t, months, wait))
	}
	return true
}

// after returns the month so many thousandths of a month and so many months on, at the
// earliest the next; that after the last for any later.
func (r *run) after(t int, months int64, wait int) int {
	n := int64(t+wait) + max(1, (months+milli-1)/milli)
	return int(min(n, int64(r.p.Months)))
}

// leave ends the support of a case that does not launch.
func (r *run) leave(t, end int, how ending) {
	r.release(t, end)
	if end < r.p.Months {
		r.fell[how]++
	}
}

func (r *run) release(t, end int) {
	r.under[t]++
	r.under[end]--
	r.freed[end]++
}

func (r *run) launch(w *waiting, t, at int) {
	staff := w.staff
	if staff == 0 {
		staff = max(milli, engine.ApplyPPM(r.mean, r.size.At(r.draw(sizeDraw, w.number))))
	}
	if staff = min(staff, r.pool); staff == 0 {
		r.leave(t, at, endedEmptyPool)
		return
	}
	r.release(t, at)
	if at == r.p.Months {
		return
	}
	r.pool -= staff
	r.launched++
	r.trade(w.number, at, staff, r.interval)
}

// trade lets a body trade from a month on, with its first re-tender so many months later.
func (r *run) trade(number uint64, at int, staff int64, first int) {
	end, how := r.p.Months, endings
	if r.closure > 0 {
		wait := engine.ApplyPPM(r.closure, r.gaps.At(r.draw(closureDraw, number)))
		if end = r.after(at, wait, 0); end < r.p.Months {
			how = endedClosed
		}
	}
	for n, t := 0, at+max(1, first); t < end; n, t = n+1, t+r.interval {
		if r.lost.At(r.draw(retenderDraw+n, number)) == 1 {
			end, how = t, endedRetender
			break
		}
	}
	if how < endings {
		r.fell[how]++
	}
	r.live[at]++
	r.live[end]--
	r.staff[at] += staff
	for t := at + 12; t < end && r.growth != 0; t += 12 {
		more := engine.ApplyPPM(staff, r.growth)
		r.staff[t] += more
		staff += more
	}
	r.staff[end] -= staff
}

// stateAt returns the state in which a case falls, so many millionths along its way.
func (r *run) stateAt(along int64) ending {
	for _, w := range r.ways {
		if along < w.until {
			return ending(w.state)
		}
	}
	return ending(lifecycle.Mobilisation)
}
