package cic

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// The cap on the dividend on each share, which ended for dividends declared or proposed
// from 1 October 2014, and the carrying forward of capacity under it that was not used.

func withinShareCap(c *kase) {
	d := c.Subject.Dividend.Ptr()
	ps, _ := law.Need(c, &d.Portions, "dividend.portions")
	for i := range ps {
		p := &ps[i]
		if is, ok := exempt(caseLacker{c}, &c.Subject.Articles, p, i); is || !ok {
			continue // the cap does not apply to an exempt dividend (reg 17(2))
		}
		amount, ok := needIn(caseLacker{c}, &p.Amount, i, "amount")
		s, ok2 := shareCap(caseLacker{c}, c.Subject, c.Figures, d, p, i)
		before, ok3 := earlier(caseLacker{c}, d, p, i)
		if !ok || !ok2 || !ok3 || amount+before <= s.ownYear() {
			continue // the year's own capacity is enough, whatever was carried forward
		}
		if !s.carry(caseLacker{c}, c.Figures, d, p, i) || amount+before <= s.most() {
			continue
		}
		c.Breach(law.Path("dividend.portions", i, "amount"),
			"A dividend of %v, after %v for the same year, on shares with a paid-up value of %v is more than the %v that the share dividend cap allows: %v of that value for the year, and %v of capacity carried forward.",
			amount, before, s.paidUp, s.most(), s.rate, s.most()-s.ownYear())
	}
}

// earlier is what was already declared on a portion's shares for the year: the cap is on
// the total for the year (reg 18(1)).
func earlier(l lacker, d *Distribution, p *Portion, i int) (law.Pence, bool) {
	if stated, ok := p.Before.Get(); ok {
		return stated, true
	}
	sum, ok := before(l, d)
	if ok && sum.total() > 0 {
		l.lack(law.Path("dividend.portions", i, "declared_before"), "How much was already declared on these shares for the year?")
		ok = false
	}
	return 0, ok
}

// capacity is what the share cap allows on a portion's shares. Rates are added up before
// they are applied, so that there is one rounding, down, at the end.
type capacity struct {
	cap    LinkedRate
	rate   law.Ratio // the year's own cap
	paidUp law.Pence
	years  law.Ratio // the sum of the caps of the earlier years that were not fully used
	spent  law.Pence // what those years paid, and what years since have drawn on them
}

func (s *capacity) ownYear() law.Pence { return s.rate.Of(s.paidUp) }

// most is the year's own capacity with what is left of the earlier years'.
func (s *capacity) most() law.Pence {
	return max(s.rate.Add(s.years).Of(s.paidUp)-s.spent, s.ownYear())
}

// shareCap finds the cap tied to a portion's shares (reg 18(2)): that in effect when they
// were issued or, if later, when the company became a community interest company.
func shareCap(l lacker, c *Company, f *Figures, d *Distribution, p *Portion, i int) (s capacity, ok bool) {
	issued, ok1 := needIn(l, &p.Issued, i, "issued")
	became, ok2 := need(l, &c.Since, "since")
	paidUp, ok3 := needIn(l, &p.PaidUp, i, "paid_up")
	if !ok1 || !ok2 || !ok3 {
		return s, false
	}
	if became.After(issued) {
		issued = became
	}
	e, ok := f.ShareCap.At(issued)
	if !ok {
		l.lack(law.Path("dividend.portions", i, "issued"), "No share dividend cap had effect on "+issued.Long()+".")
		return s, false
	}
	s = capacity{cap: e.Value, paidUp: paidUp}
	var base law.Ratio
	if s.cap.Linked {
		if base, ok = need(l, &d.BaseRate, "dividend.base_rate"); !ok {
			return s, false
		}
	}
	s.rate = s.cap.At(base)
	return s, true
}

// carry adds the capacity that was not used in the financial years immediately before (reg
// 20(2)): the amounts by which each year's dividends fell short of its maximum, less what
// years since have drawn. A year that reached or passed its maximum adds nothing, and
// takes nothing away.
func (s *capacity) carry(l lacker, f *Figures, d *Distribution, p *Portion, i int) bool {
	past, ok1 := needIn(l, &p.Past, i, "past")
	start, ok2 := need(l, &d.YearStart, "dividend.year_start")
	on, ok3 := need(l, &d.Declared, "dividend.declared")
	if !ok1 || !ok2 || !ok3 {
		return false
	}
	years, ok := f.CarryForwardYears.At(on)
	if !ok {
		return true // nothing was carried forward then
	}
	drew := false
	for _, j := range latest(past, start, years.Value) {
		y := &past[j]
		_, ok1 := needPast(l, &y.YearStart, i, j, "year_start")
		paid, ok2 := needPast(l, &y.Paid, i, j, "declared_and_paid")
		base, ok3 := law.Ratio{}, true
		if s.cap.Linked {
			base, ok3 = needPast(l, &y.BaseRate, i, j, "base_rate")
		}
		if !ok1 || !ok2 || !ok3 {
			return false
		}
		rate := s.cap.At(base)
		switch {
		case !rate.ReachedBy(int64(paid), int64(s.paidUp)):
			s.years = s.years.Add(rate)
			s.spent += paid
		case rate.PassedBy(int64(paid), int64(s.paidUp)):
			drew = true
		}
	}
	if drawn, said := p.Drawn.Get(); said {
		s.spent += drawn
		return true
	}
	if !drew {
		return true
	}
	drawn, ok := s.drawn(past, start, years.Value)
	if !ok {
		l.lack(law.Path("dividend.portions", i, "drawn"), "A dividend of an earlier year drew on capacity carried forward: how much of the capacity of the years that still count?")
		return false
	}
	s.spent += drawn
	return true
}

// needPast is a fact of past year j of portion i; its path is written only where it is
// missing.
func needPast[V any](l lacker, f *law.Fact[V], i, j int, field string) (V, bool) {
	v, ok := f.Get()
	if !ok {
		l.lack(law.Path(law.Path("dividend.portions", i, "past"), j, field), "")
	}
	return v, ok
}

// drawn works out how much of the capacity of the years that still count was used by
// dividends of years since, from all the years that are given. The Regulations prescribe
// no order of use: there is an answer only where the oldest first and the newest first
// come to the same.
func (s *capacity) drawn(past []ShareYear, start law.Date, most int) (law.Pence, bool) {
	oldest, ok1 := s.drawnInOrder(past, start, most, true)
	newest, ok2 := s.drawnInOrder(past, start, most, false)
	return oldest, ok1 && ok2 && oldest == newest
}

func (s *capacity) drawnInOrder(past []ShareYear, start law.Date, most int, oldestFirst bool) (law.Pence, bool) {
	years := latest(past, start, len(past))
	slices.Reverse(years) // oldest first
	unused := make([]law.Pence, len(years))
	taken := make([]law.Pence, len(years))
	for i, at := range years {
		y := &past[at]
		paid, ok := y.Paid.Get()
		if s.cap.Linked && !y.BaseRate.Stated() || !ok {
			return 0, false
		}
		own := s.cap.At(y.BaseRate.Or(law.Ratio{})).Of(s.paidUp)
		unused[i] = max(own-paid, 0)
		over := max(paid-own, 0)
		for n := range min(i, most) {
			j := i - 1 - n
			if oldestFirst {
				j = max(i-most, 0) + n
			}
			take := min(over, unused[j]-taken[j])
			taken[j] += take
			over -= take
		}
		if over > 0 {
			return 0, false // more was paid than the years given account for
		}
	}
	var sum law.Pence
	for _, t := range taken[max(len(taken)-most, 0):] {
		sum += t
	}
	return sum, true
}

// latest returns the places in the list of the years immediately before a year's start,
// newest first; years without a start come first, so that they are found missing.
func latest(past []ShareYear, start law.Date, most int) []int {
	var years []int
	for i := range past {
		if d, ok := past[i].YearStart.Get(); !ok || d.Before(start) && !d.Before(start.AddMonths(-12*most)) {
			years = append(years, i)
		}
	}
	slices.SortStableFunc(years, func(a, b int) int {
		x, okA := past[a].YearStart.Get()
		y, okB := past[b].YearStart.Get()
		if !okA || !okB {
			return boolOrder(okA) - boolOrder(okB)
		}
		return y.Compare(x)
	})
	return years[:min(len(years), most)]
}

func boolOrder(b bool) int {
	if b {
		return 1
	}
	return 0
}
