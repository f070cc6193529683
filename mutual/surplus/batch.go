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
