package simulate

import (
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/internal/engine"
)

// A lane is a path's place in a block; Lanes hold one number of every path.
type lanes = engine.Lanes

// Bounds of the amounts of a year, and of what gathers over the years. A path that passes
// one is stopped, and counted.
const (
	limit    = int64(law.MaxPence)
	gathered = 100 * limit
)

// paths are a block of paths on their way through the years of a world.
type paths struct {
	draw draws
	live engine.Mask // the paths that go on

	other, costs, pay lanes // beside contracts; of one employee
	staff, members    lanes
	capital, cash     lanes
	tied, reserves    lanes   // in working capital; accumulated profits
	value, avoid      []lanes // of contracts: what they pay, and cost, in a year
	gone              []lanes // 1 once the contract is lost

	// Of the year: what came in, what it came to, what was paid to staff, how many members
	// came, and by how much less than they asked for they took out, below nothing.
	income, result, wages, present, short lanes
	lostTender                            lanes // 1 where it happened
	overflow                              engine.Mask

	rates [len(driverNames)]lanes // as drawn this year
	was   [len(driverNames)]lanes // summed over the years
}

// draws is where the numbers of a block come from.
type draws struct {
	seed    uint64
	first   uint64
	central bool // every driver at its median, and tenders lost where the odds say so
}

func (d draws) fill(t *engine.Table, variable string, year int, out *lanes) {
	if d.central {
		for i := range out {
			out[i] = t.At(1 << 63)
		}
		return
	}
	t.Draw(engine.KeyOf(d.seed, variable, year), d.first, out)
}

// begin sets a block of paths on the first day.
func (w *world) begin(p *paths, d draws) {
	a := w.a
	value, avoid, gone := p.value, p.avoid, p.gone
	if len(value) != len(a.Contracts) {
		value, avoid, gone = make([]lanes, len(a.Contracts)), make([]lanes, len(a.Contracts)), make([]lanes, len(a.Contracts))
	}
	clear(gone)
	*p = paths{draw: d, live: full, value: value, avoid: avoid, gone: gone}
	cash := a.Cash.Or(a.Capital + a.Opening)
	for i := range p.other {
		p.other[i], p.costs[i], p.pay[i] = int64(a.Income), int64(a.Costs), int64(a.Pay)
		p.staff[i], p.members[i] = int64(a.Staff), int64(a.Members)
		p.capital[i], p.cash[i], p.reserves[i] = int64(a.Capital), int64(cash), int64(a.Opening)
	}
	for c := range a.Contracts {
		for i := range p.other {
			p.value[c][i], p.avoid[c][i] = int64(a.Contracts[c].Yearly), int64(a.Contracts[c].Costs)
		}
	}
}

// step takes a block through one year, up to its surplus.
func (w *world) step(p *paths, y int) {
	c := &w.calendars[y]
	for i, t := range w.tables {
		if t != nil {
			p.draw.fill(t, driverNames[i], y, &p.rates[i])
			for j := range p.rates[i] {
				p.was[i][j] += p.rates[i][j]
			}
		}
	}
	if y > 0 {
		w.grow(p)
	}
	for _, s := range c.shocks {
		w.shock(p, s)
	}
	p.income = p.other
	if w.a.Pay > 0 {
		p.wages = lanes{}
	}
	w.spend(p)
	w.contracts(p, c, y)
	w.people(p)
	w.reckon(p, c)
	if p.live != full {
		p.live.Only(&p.income)
		p.live.Only(&p.result)
	}
}

// grow is a year's growth of everything that grows.
func (w *world) grow(p *paths) {
	p.grow(w.byIncome, &p.other, w.rate(p, iGrowth), limit)
	p.grow(w.byCosts, &p.costs, w.rate(p, iInflation), limit)
	p.grow(w.byPay, &p.pay, w.rate(p, iPayRise), mostPay)
	p.grow(w.byStaff, &p.staff, nil, mostStaff)
	for c := range p.value {
		p.grow(w.byUplift[c], &p.value[c], w.rate(p, iUplift), mostContract)
		p.grow(w.byCosts, &p.avoid[c], w.rate(p, iInflation), mostContract)
	}
}

// The places of the drivers in driverNames.
const (
	iGrowth = iota
	iUplift
	iInflation
	iPayRise
	iDisruption
	iMargin
	iPrice
	iTurnover
	iWithdrawals
	iBaseRate
	iTurnout
)

// rate is what a driver drew this year, nil for one that is not there.
func (w *world) rate(p *paths, driver int) *lanes {
	if w.tables[driver] == nil {
		return nil
	}
	return &p.rates[driver]
}

// The most of what is multiplied together, so that no product leaves 63 bits: a year's pay of
// one employee and a contract's yearly value in pence, and employees. A driver changes
// anything by ten times at the most.
const (
	mostPay      = 1 << 30
	mostContract = 1 << 54
	mostStaff    = maxStaff
)

func (w *world) shock(p *paths, s Shock) {
	of(s.Income, &p.other, &p.other)
	of(s.Costs, &p.costs, &p.costs)
	p.within(&p.other, limit)
	p.within(&p.costs, limit)
	for c := range p.value {
		of(s.Income, &p.value[c], &p.value[c])
		of(s.Costs, &p.avoid[c], &p.avoid[c])
		p.within(&p.value[c], mostContract)
		p.within(&p.avoid[c], mostContract)
	}
}

// spend takes off the year's costs beside pay, with the tax on them that sticks.
func (w *world) spend(p *paths) {
	for i := range p.result {
		p.result[i] = -p.costs[i]
	}
	if w.vat.Num() != 0 {
		var vat lanes
		of(w.vat, &p.costs, &vat)
		for i := range vat {
			p.result[i] -= vat[i]
		}
	}
}

// people pays the staff, replaces those who leave, and counts the members.
func (w *world) people(p *paths) {
	a := w.a
	if a.Pay > 0 {
		for i := range p.wages {
			p.wages[i] += p.staff[i] * p.pay[i]
			p.result[i] -= p.wages[i]
		}
		if w.onCosts.Num() != 0 {
			var more lanes
			of(w.onCosts, &p.wages, &more)
			for i := range more {
				p.result[i] -= more[i]
			}
		}
	}
	if left := w.rate(p, iTurnover); left != nil {
		joining := ppmOf(a.Joining)
		for i := range left {
			r := min(max(left[i], 0), million)
			gone := p.staff[i] * r / million
			p.result[i] -= gone * int64(a.Recruiting)
			p.members[i] += gone*joining/million - p.members[i]*r/million
		}
	}
	if came := w.rate(p, iTurnout); came != nil {
		for i := range came {
			p.present[i] = p.members[i] * min(max(came[i], 0), million) / million
		}
	}
}

// reckon adds the year up.
func (w *world) reckon(p *paths, c *calendar) {
	if part := w.rate(p, iDisruption); part != nil {
		times(&p.income, million, part)
	}
	if margin := w.rate(p, iMargin); margin != nil {
		engine.Gain(&p.result, &p.income, margin)
	}
	if base := w.rate(p, iBaseRate); base != nil {
		for i := range base {
			if magnitude(p.cash[i]) > limit {
				p.overflow.Set(i)
				continue
			}
			p.result[i] += engine.ApplyPPM(p.cash[i], max(0, base[i]))
		}
	}
	if c.raised != 0 {
		more := p.live.Gives(int64(c.raised))
		add(&p.capital, &more)
		add(&p.cash, &more)
	}
	var over int64
	for i := range p.result {
		r := p.result[i] + p.income[i]
		p.result[i] = r
		over |= limit - p.income[i] | limit - p.capital[i] | limit - magnitude(r)
	}
	if over >= 0 {
		return
	}
	for i := range p.result {
		if max(p.income[i], p.capital[i], magnitude(p.result[i])) > limit {
			p.overflow.Set(i)
		}
	}
}

func add(l, more *lanes) {
	for i := range l {
		l[i] += more[i]
	}
}

// magnitude is the size of a number without its sign, exact enough to be compared with limit.
func magnitude(n int64) int64 { return n ^ n>>63 }

// ppmOf is a part in millionths, rounded down.
func ppmOf(r law.Ratio) int64 { return int64(law.MulDiv(million, r.Num(), r.Den(), law.Down)) }

// full is every path of a block.
var full = engine.First(engine.Width)
