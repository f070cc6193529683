package surplus

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// StepResult is what became of one step, by lane.
type StepResult struct {
	// Paid is nil, of a step into reserves, and so is Drawn, of any, where the batch was
	// compiled for sums.
	Paid, Drawn *[Width]int64
	// Limited says that a limit can hold the step to less than there is money for: where it is
	// false, no lane is held that did not go alone. By is the one limit by which those that did
	// not go alone can be, 0 for several.
	Limited bool
	By      int64
	// Wanted and Found are those of a Line, nil unless the batch was compiled in detail.
	Wanted, Found *[Width]int64

	held *lanes
}

// Results are what became of the paths of a batch. They are for one goroutine, and for the
// Batch that made them. What a Run leaves stands until the next; only the lanes run are set.
type Results struct {
	// Steps are by the steps of the policy.
	Steps            []StepResult
	Tax, Kept, Drawn *[Width]int64
	// Closing are the funds at the end, by Batch.Funds; the first is nil where the batch was
	// compiled for sums.
	Closing []*[Width]int64
	// Provisos say whether each proviso is kept: not nothing where it is.
	Provisos []*[Width]int64
	// Alone is how many lanes of the last Run went through Plan.Year.
	Alone int

	batch  *Batch
	codes  []law.Code
	regs   []*lanes
	store  []lanes
	fixed  []lanes // the registers that no op writes
	bad    lanes
	apart  [words]uint64 // the lanes that went alone
	lone   []lanes       // and by which limit each step was held there
	spoilt bool          // a lane that went alone was written where no op writes
	paid   [][]int       // the registers of what is paid, by kind
	sums   []lanes
	year   Year
	out    Outcome
}

// The codes that stand for no rule.
const (
	notHeld = iota
	noRule  // the form has no such payment
	unknown // a fact is missing, without which nobody can say
	firstCode
)

// Results makes room for results of the batch.
func (b *Batch) Results() *Results { return b.ResultsOver(nil) }

// ResultsOver is Results in the memory of others, of which what a Run left is gone when the
// batch is run: for years that are gone through one after the other, and whose results are
// read before the next. With none it makes room of its own.
func (b *Batch) ResultsOver(others *Results) *Results {
	w := &b.wired
	r := &Results{
		batch: b, codes: slices.Clone(b.codes), fixed: make([]lanes, len(b.start)), regs: make([]*lanes, b.size),
		paid: make([][]int, law.PerformanceInterest+1), sums: make([]lanes, law.PerformanceInterest+1),
	}
	if others != nil {
		r.store = others.store
	}
	if len(r.store) < b.size {
		r.store = make([]lanes, b.size)
	}
	for i := range r.regs {
		r.regs[i] = &r.store[i]
	}
	for i, c := range b.start {
		r.regs[c.reg] = &r.fixed[i]
		fill(r.regs[c.reg], c.is)
	}
	r.Tax, r.Kept, r.Drawn = r.regs[w.tax], r.regs[w.kept], r.regs[w.drawn]
	for i := range w.steps {
		s := &w.steps[i]
		x := StepResult{held: r.regs[s.held], Limited: b.limited(s), By: s.by}
		for j, k := range b.plan.steps[i].Kinds {
			r.paid[k] = append(r.paid[k], s.kinds[j])
		}
		if b.tells > sums || len(s.kinds) > 0 {
			x.Paid = r.regs[s.paid]
		}
		if b.tells > sums {
			x.Drawn = r.regs[s.drawn]
		}
		if b.tells == details {
			x.Wanted, x.Found = r.regs[s.wanted], r.regs[s.found]
		}
		r.Steps = append(r.Steps, x)
	}
	for i, at := range w.closing {
		if i == 0 && b.tells == sums {
			r.Closing = append(r.Closing, nil)
			continue
		}
		r.Closing = append(r.Closing, r.regs[at])
	}
	for _, at := range w.provisos {
		r.Provisos = append(r.Provisos, r.regs[at])
	}
	return r
}

// limited reports whether an op may find that a step is held.
func (b *Batch) limited(s *wiredStep) bool {
	return b.Alone() || !b.isConstant(s.held)
}

func fill(a *lanes, v int64) {
	for i := range a {
		a[i] = v
	}
}

// Held has a bit for each lane, set where a limit held the step to less than there was money
// for: 64 lanes to a word, the first in its lowest bit.
func (s *StepResult) Held() (m [Width / 64]uint64) {
	for w := range m {
		m[w] = uint64(s.held[w])
	}
	return m
}

// HeldBy tells by which limit a step was held in a lane, for Code to name; 0 where it was not.
func (r *Results) HeldBy(step, lane int) int64 {
	s, w, word, bit := &r.Steps[step], &r.batch.wired.steps[step], lane/64, lane%64
	switch {
	case s.held[word]>>bit&1 == 0:
		return notHeld
	case r.apart[word]>>bit&1 != 0:
		return r.lone[step][lane]
	case w.by != 0:
		return w.by
	default:
		return r.regs[w.code][lane]
	}
}

// Code names the rule of a limit that HeldBy tells: empty where the form has no such payment,
// or a fact is missing without which nobody can say; known is false of the latter.
func (r *Results) Code(held int64) (code law.Code, known bool) {
	if held < 0 || held >= int64(len(r.codes)) {
		return "", true
	}
	return r.codes[held], held != unknown
}

// PaidOf sums what was paid of a kind, by lane. It belongs to the results and stands until it
// is asked for the same kind again: it is not to be written to.
func (r *Results) PaidOf(k law.PaymentKind) *[Width]int64 {
	if int(k) >= len(r.sums) {
		return new(lanes)
	}
	from, sum := r.paid[k], &r.sums[k]
	switch len(from) {
	case 0:
	case 1:
		return r.regs[from[0]]
	default:
		added(sum, r.regs[from[0]], r.regs[from[1]])
		for _, at := range from[2:] {
			added(sum, sum, r.regs[at])
		}
	}
	return sum
}
