package surplus

import (
	"errors"
	"fmt"
	"math/bits"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// The registers that the caller fills: the funds come last of them.
const (
	inResult = iota
	inOpening
	inCapital
	inStaff
	inOutside
	inHighest
	inDebts
	inPay
	inTrade
	inHours
	inService
	inMembers
	inFunds
)

// errAlone stops the wiring of a plan that the batch has no arithmetic for.
var errAlone = errors.New("no arithmetic for it")

// ceiled is a form that says its limits as formulas.
type ceiled interface {
	Ceilings(body any, p law.Payment, b *law.Books) ([]law.Ceiling, bool)
}

// wirer turns a plan into ops. Each op writes registers of its own, so that what stood at any
// point of the waterfall is still there when a later step asks for it.
type wirer struct {
	*Batch
	size   int // of amounts, in binary places
	up     uint64
	taxed  bool
	limits [law.PerformanceInterest + 1][]law.Ceiling
	zero   int
	now    standing
	line   []standingStep
	made   []payment
	drawn  map[int][]int // from each fund
	wide   bool          // a measure was taken that may be beyond any payment
	books  bookings
	needs  neededBy
	// careful says that costs are held to what earlier payments leave; elsewhere lawful finds
	// the lanes in which they are not.
	careful bool
	general int // fund brought forward, once it is worked out
}

// standing is where the state of a waterfall is found.
type standing struct {
	net    int // what is left, less tax as it stands
	profit int // the result less what was deducted before tax
	tax    int
	drawn  int // from reserves, and by payments that lower the tax
	eased  int
}

// standingStep is where a made step is found: what was left then.
type standingStep struct{ net int }

// payment is one kind of payment of a step.
type payment struct {
	step int
	kind law.PaymentKind
	paid int
}

// neededBy are the profits that earlier payments need, as they were last worked out; and what
// the last payment that was held to them left of the others, while nothing else changes it.
type neededBy struct {
	claims     string
	need, code int
	left       int
	of         bookings
}

// bookings are distributable profits as they were last worked out, and from what.
type bookings struct{ at, profit, tax, gone int }

func (pl *Plan) compileBatch(y *Year, tells tells) (*Batch, error) {
	b := &Batch{plan: pl, year: *y, tells: tells, codes: make([]law.Code, firstCode), wired: wiring{bad: -1}}
	b.bare()
	if err := b.year.check(); err != nil {
		return nil, fmt.Errorf("year: %w", err)
	}
	for _, f := range pl.funds {
		b.funds = append(b.funds, Fund{Name: f.Name})
	}
	for i, f := range b.year.Funds {
		at := slices.IndexFunc(b.funds, func(x Fund) bool { return x.Name == f.Name })
		if at < 0 {
			b.funds = append(b.funds, f)
			continue
		}
		b.funds[at].Indivisible = f.Indivisible
		if (f.Indivisible || pl.funds[at].Indivisible) && pl.drawsOn(at) {
			return nil, fmt.Errorf("year: %s: fund %q is indivisible, and the policy draws on it", law.Path("funds", i, "indivisible"), f.Name)
		}
	}
	w := &wirer{Batch: b}
	err := w.asked()
	if err == nil {
		err = w.wire()
	}
	if errors.Is(err, errAlone) {
		b.wireAlone()
		err = nil
	}
	if err != nil {
		return nil, err
	}
	return b, nil
}

// bare leaves the year without amounts.
func (b *Batch) bare() {
	y := &b.year
	y.Result, y.Opening, y.Capital, y.Staff, y.Past = 0, 0, 0, 0, nil
	y.Funds, y.Rates = slices.Clone(y.Funds), slices.Clone(y.Rates)
	for i := range y.Funds {
		y.Funds[i].Amount = 0
	}
	for _, f := range [...]*law.Fact[law.Pence]{&y.Outside, &y.HighestCapital, &y.Debts, &y.Pay, &y.Trade} {
		if f.Stated() {
			*f = law.Known(law.Pence(0))
		}
	}
	for _, f := range [...]*law.Fact[int64]{&y.Hours, &y.Service, &y.Members} {
		if f.Stated() {
			*f = law.Known[int64](0)
		}
	}
}

// asked asks the form for its limits on every kind that the policy pays.
func (w *wirer) asked() error {
	form, formulas := w.plan.form.(ceiled)
	for i := range w.plan.steps {
		for _, k := range w.plan.steps[i].Kinds {
			p := law.Payment{Kind: k, Declared: w.year.Declared}
			books := w.year.Books(law.Ratio{})
			if _, err := w.plan.form.Allow(w.plan.body, p, &books); err != nil {
				return fmt.Errorf("step %q: %w", w.plan.steps[i].Name, err)
			}
			if !formulas {
				continue
			}
			list, ok := form.Ceilings(w.plan.body, p, &books)
			if !ok || !w.agree(p, list) {
				formulas = false
				continue
			}
			w.limits[k] = list
		}
	}
	if !formulas {
		return errAlone
	}
	return nil
}

// agree tries the formulas in a few years: a form that answers Allow in a way of its own, and
// has another's formulas, is asked.
func (w *wirer) agree(p law.Payment, list []law.Ceiling) bool {
	for i, profits := range [...]law.Pence{0, 1_234_567, 98_765_432, 20_000} {
		books := w.year.Books(law.Ratio{})
		books.Distributable, books.PaidUp, books.Staff = law.Known(profits), 5*profits+1, i
		for k := law.Dividend; i > 1 && k <= law.PerformanceInterest; k++ {
			books.Paid = append(books.Paid, law.Payment{Kind: k, Amount: 1_000 + law.Pence(k), Declared: p.Declared})
		}
		a, err := w.plan.form.Allow(w.plan.body, p, &books)
		if err != nil {
			return false
		}
		room := law.MaxPence
		for j := range list {
			room = min(room, list[j].Room(&books))
		}
		if a.Cap(law.MaxPence) != room {
			return false
		}
	}
	return true
}

func (w *wirer) reg() int {
	w.Batch.size++
	return w.Batch.size - 1
}

// block is the first of registers in a row.
func (w *wirer) block(n int) int {
	w.Batch.size += n
	return w.Batch.size - n
}

// constant is a register that holds an amount.
func (w *wirer) constant(v int64) int {
	at := w.reg()
	w.start = append(w.start, initial{at, v})
	return at
}

// isConstant reports whether a register is one.
func (b *Batch) isConstant(reg int) bool {
	return slices.ContainsFunc(b.start, func(c initial) bool { return c.reg == reg })
}

// do adds an op that writes one register, or n in a row, and reads others.
func (w *wirer) do(f func(r []*lanes, s []lanes), to int, of ...int) { w.doBlock(f, to, 1, of...) }

func (w *wirer) doBlock(f func(r []*lanes, s []lanes), to, n int, of ...int) {
	w.ops = append(w.ops, op{f, to, n, of})
}

// Ops of one, two and three registers; each returns the register that it writes.
func (w *wirer) two(f func(dst, a, b *lanes), a, b int) int {
	dst := w.reg()
	w.do(func(r []*lanes, _ []lanes) { f(r[dst], r[a], r[b]) }, dst, a, b)
	return dst
}

func (w *wirer) three(f func(dst, a, b, c *lanes), a, b, c int) int {
	dst := w.reg()
	w.do(func(r []*lanes, _ []lanes) { f(r[dst], r[a], r[b], r[c]) }, dst, a, b, c)
	return dst
}

// sum adds registers up.
func (w *wirer) sum(list ...int) int {
	list = slices.DeleteFunc(slices.Clone(list), func(at int) bool { return at == w.zero })
	switch len(list) {
	case 0:
		return w.zero
	case 1:
		return list[0]
	case 2:
		return w.two(added, list[0], list[1])
	case 3:
		return w.three(added3, list[0], list[1], list[2])
	}
	n := min(len(list), 5)
	dst, rest := w.reg(), list[n:]
	a, b, c, d, e := list[0], list[1], list[2], list[3], list[n-1]
	if n == 4 {
		w.do(func(r []*lanes, _ []lanes) { added4(r[dst], r[a], r[b], r[c], r[d]) }, dst, a, b, c, d)
	} else {
		w.do(func(r []*lanes, _ []lanes) { added5(r[dst], r[a], r[b], r[c], r[d], r[e]) }, dst, a, b, c, d, e)
	}
	return w.sum(append([]int{dst}, rest...)...)
}

// wireAlone lays out results that Plan.Year fills.
func (b *Batch) wireAlone() {
	*b = Batch{plan: b.plan, year: b.year, funds: b.funds, codes: make([]law.Code, firstCode), tells: b.tells, wired: wiring{bad: -1}}
	b.admits()
	next := func() int {
		b.size++
		return b.size - 1
	}
	w := &b.wired
	w.tax, w.kept, w.drawn = next(), next(), next()
	for i := range b.plan.steps {
		s := wiredStep{paid: next(), drawn: next(), held: next()}
		if b.tells == details {
			s.wanted, s.found = next(), next()
		}
		for range b.plan.steps[i].Kinds {
			s.kinds = append(s.kinds, next())
		}
		w.steps = append(w.steps, s)
	}
	for range b.funds {
		w.closing = append(w.closing, next())
	}
	for range b.plan.provisos {
		w.provisos = append(w.provisos, next())
	}
}

// wire makes the ops of the plan.
func (w *wirer) wire() error {
	w.Batch.size = inFunds + len(w.funds)
	w.size = boundPlaces + bits.Len(uint(len(w.funds)+4)) //nolint:gosec // a count
	w.drawn = map[int][]int{}
	w.zero = w.constant(0)
	if err := w.open(); err != nil {
		return err
	}
	w.careful = w.canBear()
	for i := range w.plan.steps {
		if err := w.step(i); err != nil {
			return err
		}
	}
	for i := range w.plan.provisos {
		if err := w.proviso(&w.plan.provisos[i]); err != nil {
			return err
		}
	}
	if err := w.lawful(); err != nil {
		return err
	}
	w.close()
	w.admits()
	w.prune()
	return nil
}

// prune leaves out the ops that nothing which the results tell comes of.
func (w *wirer) prune() {
	x := &w.wired
	asked := make([]bool, w.Batch.size)
	ask := func(list ...int) {
		for _, at := range list {
			asked[at] = true
		}
	}
	ask(x.tax, x.kept, x.drawn)
	ask(x.closing[1:]...)
	ask(x.provisos...)
	if x.bad >= 0 {
		ask(x.bad)
	}
	for i := range x.steps {
		s := &x.steps[i]
		ask(s.held)
		if s.by == 0 && s.code > 0 {
			ask(s.code)
		}
		ask(s.kinds...)
		if len(s.kinds) > 0 || w.tells > sums {
			ask(s.paid)
		}
		if w.tells > sums {
			ask(s.drawn, x.closing[0])
		}
		if w.tells == details {
			ask(s.wanted, s.found)
		}
	}
	kept := w.ops[:0:0]
	for _, o := range slices.Backward(w.ops) {
		if slices.Contains(asked[o.to:o.to+o.n], true) {
			kept = append(kept, o)
			ask(o.of...)
		}
	}
	slices.Reverse(kept)
	w.ops = kept
}

// open begins the year.
func (w *wirer) open() error {
	w.now = standing{net: inResult, profit: inResult, tax: w.zero, drawn: w.zero, eased: w.zero}
	rate := w.plan.policy.Tax
	if rate.Num() == 0 {
		return nil
	}
	m, ok := multiplier(rate, w.size)
	if !ok {
		return errAlone
	}
	w.taxed, w.up = true, m-1
	tax, up := w.block(2), w.up
	net := tax + 1
	w.doBlock(func(r []*lanes, _ []lanes) { begin(r[tax], r[net], r[inResult], up) }, tax, 2, inResult)
	w.now.tax, w.now.net = tax, net
	return nil
}
