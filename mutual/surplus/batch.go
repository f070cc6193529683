package surplus

import (
	"errors"
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Width is how many paths a Batch takes at once.
const Width = 128

// words hold a bit for each lane.
const words = Width / 64

// bound is where the arithmetic of a batch ends: 700 billion pounds. A lane with an amount
// beyond it goes through Plan.Year.
const bound = 1 << boundPlaces

const boundPlaces = 46

// A Batch is a plan made ready for one financial year of many paths: what Plan.Year makes of
// each, to the penny, and many times as fast. It does not change; several goroutines may use
// it at once, each with Results of its own.
type Batch struct {
	plan   *Plan
	year   Year // of every lane, its amounts nought
	funds  []Fund
	codes  []law.Code
	ops    []op
	size   int // of the registers
	start  []initial
	inputs []input
	heads  []divided
	wired  wiring
	tells  tells
}

// tells is how much the results of a batch say.
type tells uint8

const (
	sums    tells = iota // no line of what is kept, and no general fund
	lines                // what became of every step
	details              // and what it wanted, and found
)

// An op does one thing to all lanes, of registers; those of the batch itself are in a row.
type op struct {
	do func(r []*lanes, s []lanes)
	to int   // the first register that it writes
	n  int   // how many in a row
	of []int // those that it reads
}

// initial is a register that holds one amount in all lanes.
type initial struct {
	reg int
	is  int64
}

// input is a register that the caller fills.
type input struct {
	reg    int
	signed bool // may be below nothing
}

// divided is a total by which steps share what they pay.
type divided struct {
	total int
	steps []int
}

// wiring says where what a year comes to is found.
type wiring struct {
	steps             []wiredStep
	tax, kept, drawn  int
	closing, provisos []int
	bad               int // sign set where the lane must go through Plan.Year, or -1
}

type wiredStep struct {
	paid, drawn   int
	held          int   // its first words have a bit for each lane
	by            int64 // the one code of the limit, or 0
	code          int   // of each lane, where there are several; or 0
	wanted, found int   // in detail only
	kinds         []int
}

// Lanes are the amounts of the paths of a batch, one lane each. Compile says which of the
// facts are stated, for all lanes alike; the others are not read, and may be nil. A caller may
// point lanes at amounts of its own: a Run writes to none.
type Lanes struct {
	Result, Opening, Capital, Staff *[Width]int64
	// Funds are by Batch.Funds. What is in the general fund is the rest of Opening: the first
	// is not read.
	Funds []*[Width]int64

	Outside, HighestCapital, Debts, Pay, Trade *[Width]int64
	Hours, Service, Members                    *[Width]int64
	// Past are the earlier years of each lane, for forms whose limits look back; nil for none.
	Past [][]law.PastYear
}

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

// ErrLanes is wrapped by the refusal of lanes that a batch cannot run.
var ErrLanes = errors.New("not lanes of this batch")

// Compile makes the plan ready for one financial year of many paths. Of the year given it
// reads the days, the rates, the names of funds and which facts are stated, and no amount.
// What the batch has no arithmetic for goes through Plan.Year, lane by lane: a limit for which
// the form has no formula, an amount beyond 700 billion pounds, and a year whose later costs
// take the profits from under an earlier payment.
func (pl *Plan) Compile(y *Year) (*Batch, error) { return pl.compileBatch(y, lines) }

// CompileInDetail is Compile for results that say besides what each step wanted, and how much
// of it there was money for.
func (pl *Plan) CompileInDetail(y *Year) (*Batch, error) { return pl.compileBatch(y, details) }

// CompileSums is Compile for results without what each step put into reserves, what each drew
// on them, and what is in the general fund at the end: which is in their totals. It leaves out
// the work that only these need.
func (pl *Plan) CompileSums(y *Year) (*Batch, error) { return pl.compileBatch(y, sums) }

// Funds lists the funds of the batch, the general one first: those of the policy, then the
// others that the year given to Compile holds. Amounts are nought.
func (b *Batch) Funds() []Fund { return slices.Clone(b.funds) }

// Alone reports whether every lane goes through Plan.Year.
func (b *Batch) Alone() bool { return b.ops == nil }

// Lanes makes lanes for the batch, all nought.
func (b *Batch) Lanes() *Lanes {
	in := &Lanes{Funds: make([]*[Width]int64, len(b.funds))}
	room := make([]lanes, inFunds+len(b.funds))
	for i, at := range in.facts() {
		*at = &room[i]
	}
	for i := range in.Funds {
		in.Funds[i] = &room[inFunds+i]
	}
	return in
}

// facts are the amounts beside funds, by the register that reads them.
func (in *Lanes) facts() [inFunds]**[Width]int64 {
	return [...]**[Width]int64{
		&in.Result, &in.Opening, &in.Capital, &in.Staff, &in.Outside, &in.HighestCapital, &in.Debts, &in.Pay, &in.Trade,
		&in.Hours, &in.Service, &in.Members,
	}
}

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

// Run puts the first n lanes through the year. The error names the lane, and is what
// Plan.Year says of it: a year that cannot be. After an error the results hold nothing to be
// read.
func (b *Batch) Run(in *Lanes, out *Results, n int) error {
	switch {
	case out.batch != b:
		return fmt.Errorf("%w: the results are of another", ErrLanes)
	case n < 0 || n > Width:
		return fmt.Errorf("%w: %d of them, and %d are the most", ErrLanes, n, Width)
	case len(in.Funds) != len(b.funds):
		return fmt.Errorf("%w: funds: %d, and there are %d", ErrLanes, len(in.Funds), len(b.funds))
	case in.Past != nil && len(in.Past) < n:
		return fmt.Errorf("%w: past: %d, and %d lanes", ErrLanes, len(in.Past), n)
	}
	out.Alone, out.apart = 0, [words]uint64{}
	if b.Alone() {
		if err := b.filled(in.at); err != nil {
			return err
		}
		for i := range n {
			if err := out.alone(in, i); err != nil {
				return err
			}
		}
		return nil
	}
	out.admit(in)
	if err := b.filled(func(reg int) *lanes { return out.regs[reg] }); err != nil {
		return err
	}
	for i := range b.ops {
		b.ops[i].do(out.regs, out.store)
	}
	if !b.sound(out, n) {
		for i := range n {
			if out.bad[i] < 0 {
				if err := out.alone(in, i); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// filled refuses lanes without an amount that the batch reads.
func (b *Batch) filled(at func(reg int) *lanes) error {
	for _, x := range b.inputs {
		if at(x.reg) == nil {
			return fmt.Errorf("%w: %s: there are none", ErrLanes, b.nameOf(x.reg))
		}
	}
	return nil
}

// at is what a register reads.
func (in *Lanes) at(reg int) *[Width]int64 {
	if reg >= inFunds {
		return in.Funds[reg-inFunds]
	}
	return *in.facts()[reg]
}

// nameOf names what a register reads.
func (b *Batch) nameOf(reg int) string {
	if reg >= inFunds {
		return fmt.Sprintf("fund %q", b.funds[reg-inFunds].Name)
	}
	return [...]string{
		"result", "opening", "capital", "staff", "outside", "highest capital", "debts", "pay", "trade", "hours", "service", "members",
	}[reg]
}

// admit lets the ops read what the caller filled, and clears what lanes that went alone left
// where no op writes.
func (r *Results) admit(in *Lanes) {
	for i, at := range in.facts() {
		r.regs[i] = *at
	}
	copy(r.regs[inFunds:], in.Funds)
	if !r.spoilt {
		return
	}
	r.spoilt = false
	for _, c := range r.batch.start {
		fill(r.regs[c.reg], c.is)
	}
}

// sound reports whether no lane need go alone; bad says which must.
func (b *Batch) sound(r *Results, n int) bool {
	w := &b.wired
	var all uint64
	for _, x := range b.inputs {
		if x.signed {
			all |= spread(r.regs[x.reg][:n]) >> 1
		} else {
			all |= high(r.regs[x.reg][:n])
		}
	}
	well := all < bound
	if w.bad >= 0 {
		well = well && high(r.regs[w.bad][:n]) < 1<<exact
	}
	for _, h := range b.heads {
		for i := range n {
			well = well && r.regs[h.total][i] > 0
		}
	}
	if well {
		return true
	}
	for i := range n {
		r.bad[i] = 0
		if w.bad >= 0 {
			r.bad[i] = r.regs[w.bad][i]
		}
		for _, x := range b.inputs {
			v := r.regs[x.reg][i]
			if v >= bound || v < -bound || v < 0 && !x.signed {
				r.bad[i] = -1
			}
		}
		for _, h := range b.heads {
			for _, s := range h.steps {
				if r.regs[h.total][i] == 0 && r.regs[w.steps[s].paid][i] > 0 {
					r.bad[i] = -1
				}
			}
		}
	}
	return false
}
