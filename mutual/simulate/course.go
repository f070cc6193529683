package simulate

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/internal/engine"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// A course is a block of paths of one scenario on its way through the years: the model, the
// world's numbers, and what has become of them so far.
type course struct {
	*model
	paths
	n      int // of the paths that are counted
	in     *surplus.Lanes
	out    []*surplus.Results // by year
	paid   [kinds]*lanes      // this year
	masked [kinds]lanes       // what is paid where some paths are stopped
	total  [kinds]lanes
	past   [][]law.PastYear // by lane, where a limit looks back

	now, had []engine.Mask // by event of the model: this year, and ever
	held     []heldBy
	alone    uint64
	told     []*lanes // what the model tells of a year, beside what is paid
	sums     []*lanes // what its drivers add up to
}

// heldBy is a rule by which payments are held back.
type heldBy struct {
	code     law.Code
	now, had engine.Mask
}

func (m *model) course() *course {
	c := &course{model: m, now: make([]engine.Mask, len(m.happens)), had: make([]engine.Mask, len(m.happens))}
	var last *surplus.Results
	for y := range m.ruled {
		last = m.ruled[y].batch.ResultsOver(last)
		c.out = append(c.out, last)
	}
	c.in = m.ruled[0].batch.Lanes()
	c.in.Result, c.in.Opening, c.in.Capital, c.in.Staff = &c.result, &c.reserves, &c.capital, &c.staff
	c.in.Members, c.in.Pay = &c.members, &c.wages
	for _, x := range m.tells {
		if at := c.where(x); at != nil {
			c.told = append(c.told, at)
		}
	}
	if m.looksBack {
		c.past = make([][]law.PastYear, engine.Width)
	}
	return c
}

// begin sets the course on its first day, for the first n paths of a block.
func (c *course) begin(d draws, n int) {
	c.world.begin(&c.paths, d)
	c.n, c.live = n, engine.First(n)
	clear(c.had)
	for _, f := range c.in.Funds {
		clear(f[:])
	}
	c.total = [kinds]lanes{}
	for i := range c.past {
		c.past[i] = c.past[i][:0]
	}
	for i := range c.held {
		c.held[i].had = engine.Mask{}
	}
}

// year takes the course through one year, payments and all.
func (c *course) year(y int) error {
	clear(c.now)
	for i := range c.held {
		c.held[i].now = engine.Mask{}
	}
	c.step(&c.paths, y)
	c.stop(c.overflow, eOverflow)
	if err := c.distribute(y); err != nil {
		return err
	}
	c.settle(&c.paths, c.out[y].Kept, c.out[y].Drawn)
	c.look(y)
	return nil
}

// distribute puts the year's result through the waterfall. A path that is stopped has none.
func (c *course) distribute(y int) error {
	in, out := c.in, c.out[y]
	c.state(in)
	in.Past = c.past
	if err := c.ruled[y].batch.Run(in, out, c.n); err != nil {
		return fmt.Errorf("path %d and those after it: year %d: %w", c.draw.first, y+1, err)
	}
	c.alone += uint64(out.Alone) //nolint:gosec // a count
	for _, k := range c.pays {
		c.paid[k] = out.PaidOf(k)
		if c.live != full {
			c.masked[k] = *c.paid[k]
			c.live.Only(&c.masked[k])
			c.paid[k] = &c.masked[k]
		}
		add(&c.total[k], c.paid[k])
	}
	for i, at := range out.Closing {
		if i > 0 { // nobody asks for the general fund
			*in.Funds[i] = *at
		}
	}
	for i := range out.Steps {
		c.hold(out, i)
	}
	for i := range c.past {
		c.past[i] = append(c.past[i], law.PastYear{
			YearStart: c.calendars[y].start, Dividends: law.Pence(c.paid[law.Dividend][i]), BaseRate: c.a.BaseRate,
		})
	}
	return nil
}

// state states the facts that some policies share by.
func (c *course) state(in *surplus.Lanes) {
	a := c.a
	if part, ok := a.MembersTrade.Get(); ok {
		of(part, &c.income, in.Trade)
	}
	if hours, ok := a.Hours.Get(); ok {
		for i := range in.Hours {
			in.Hours[i] = c.staff[i] * hours
		}
	}
}

// hold notes which rules hold a step back.
func (c *course) hold(out *surplus.Results, step int) {
	s := &out.Steps[step]
	if s.Wanted != nil && c.Policy.Steps[step].Must {
		var short lanes
		for i := range short {
			short[i] = s.Paid[i] - s.Wanted[i]
		}
		c.note(engine.Negative(&short), eCompulsory)
	}
	if !s.Limited && out.Alone == 0 {
		return
	}
	m := engine.Mask(s.Held()).And(&c.live)
	if s.By != 0 && out.Alone == 0 {
		c.holds(out, s.By, m)
		return
	}
	for m.Any() { // one limit after the other
		by := out.HeldBy(step, m.Lowest())
		var alike engine.Mask
		for i := range m.Lanes() {
			if out.HeldBy(step, i) == by {
				alike.Set(i)
			}
		}
		c.holds(out, by, alike)
		m = m.Without(&alike)
	}
}

// holds notes that a rule holds a step back.
func (c *course) holds(out *surplus.Results, by int64, m engine.Mask) {
	if m.Any() {
		code, _ := out.Code(by)
		c.heldBy(code).now.Add(&m)
	}
}

func (c *course) heldBy(code law.Code) *heldBy {
	i := slices.IndexFunc(c.held, func(h heldBy) bool { return h.code == code })
	if i < 0 {
		i = len(c.held)
		c.held = append(c.held, heldBy{code: code})
	}
	return &c.held[i]
}

// look looks for what may have happened to the paths in the year.
func (c *course) look(y int) {
	a := c.a
	short, over := c.poor()
	if c.place[eWithdrawalsHeld] >= 0 {
		c.note(engine.Negative(&c.short), eWithdrawalsHeld)
	}
	var x lanes
	if c.place[eContractLost] >= 0 {
		c.note(engine.Positive(&c.lostTender), eContractLost)
	}
	if c.place[eInquorate] >= 0 {
		part := ppmOf(a.Quorum.Part)
		for i := range x {
			least := max(int64(a.Quorum.Number), (c.members[i]*part+million-1)/million)
			x[i] = c.present[i] - least
		}
		c.note(engine.Negative(&x), eInquorate)
	}
	if least := c.ruled[y].least; c.place[eTooFewMembers] >= 0 && least > 0 {
		for i := range x {
			x[i] = c.members[i] - least
		}
		c.note(engine.Negative(&x), eTooFewMembers)
	}
	c.stop(short, eOutOfCash)
	c.stop(over, eOverflow)
}

// poor notes the paths on which debts are more than what there is, and picks those that are
// out of cash, and those whose amounts are past what can be reckoned with.
func (c *course) poor() (short, over engine.Mask) {
	var net engine.Mask
	overdraft := int64(c.a.Overdraft)
	var all int64
	for w := range short {
		var a, b uint64
		cash, reserves, capital := c.cash[64*w:64*w+64], c.reserves[64*w:64*w+64], c.capital[64*w:64*w+64]
		for i, m := range cash {
			r := reserves[i]
			a = a>>1 | uint64(r+capital[i])&(1<<63)
			b = b>>1 | uint64(m+overdraft)&(1<<63)
			all |= magnitude(m) | magnitude(r)
		}
		net[w], short[w] = a, b
	}
	if all > gathered { // as may be where no one of them is
		for i := range c.cash {
			if max(magnitude(c.cash[i]), magnitude(c.reserves[i])) > gathered {
				over.Set(i)
			}
		}
	}
	c.note(net, eNetLiabilities)
	return short, over
}

// note notes an event of the paths that go on.
func (c *course) note(m engine.Mask, event int) {
	if at := c.place[event]; at >= 0 {
		m = m.And(&c.live)
		c.now[at].Add(&m)
	}
}

// stop notes an event, and ends the paths to which it happens.
func (c *course) stop(m engine.Mask, event int) {
	if m.Any() {
		c.note(m, event)
		c.live = c.live.Without(&m)
	}
}

// where a measure of a year stands.
func (c *course) where(m Measure) *lanes {
	switch m {
	case Income:
		return &c.income
	case Result:
		return &c.result
	case Cash:
		return &c.cash
	case Reserves:
		return &c.reserves
	case Capital:
		return &c.capital
	case Staff:
		return &c.staff
	case Members:
		return &c.members
	default: // what is paid stands elsewhere
		return nil
	}
}
