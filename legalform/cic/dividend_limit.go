package cic

import (
	"github.com/rochdale-go/rochdale/legalform/company"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// DividendLimit says how much more dividend that is not exempt the company may declare for
// the year, on the facts of its Distribution, whose Portions it reads for the shares that
// the old share cap is tied to and not for their amounts. The answer is the lowest of
// every limit, with the rule that sets it and the working.
//
// Where a dividend was already declared for the year the law is in doubt and the amount is
// provisional, on the reading that profits are measured before any dividend for the year.
// A company with no Distribution has nothing to be worked out from.
func DividendLimit(c *Company, f *Figures) law.Allowance {
	return dividendLimit(c, f, c.Dividend.Ptr(), false)
}

// ExemptDividendLimit says how much more exempt dividend may be declared for the year: the
// caps do not count it, but distributable profits bound it.
func ExemptDividendLimit(c *Company, f *Figures) law.Allowance {
	return dividendLimit(c, f, c.Dividend.Ptr(), true)
}

func dividendLimit(c *Company, f *Figures, d *Distribution, free bool) law.Allowance {
	a := law.Open()
	if d == nil {
		a.Lack("dividend", "")
		return a
	}
	t, ok1 := need(allowanceLacker{&a}, &c.Type, "type")
	permits := c.Articles.PermitsDividends
	if ok1 && !t.HasShares() {
		a.Working.Add("a company without shares may declare no dividend", 0)
		a.Within(0, DividendNotPermitted, reg17Articles)
		return a
	}
	may, ok2 := need(allowanceLacker{&a}, &permits, "articles.permits_dividends")
	k, ok3 := aggregate(allowanceLacker{&a}, d)
	start, ok4 := need(allowanceLacker{&a}, &d.YearStart, "dividend.year_start")
	on, ok5 := need(allowanceLacker{&a}, &d.Declared, "dividend.declared")
	if !ok1 || !ok2 || !ok3 || !ok4 || !ok5 {
		return a
	}
	if !may {
		a.Within(0, DividendNotPermitted, reg17Articles)
	}
	if !free {
		if t == Schedule2 {
			a.Working.Add("Schedule 2: dividends to asset-locked bodies only", 0)
			a.Within(0, OutsideSchedule2, sch2Para1)
		}
		k.cap(&a, f, start)
		k.perShare(&a, c, f, d, on)
	}
	a.Working.Add("left of distributable profits", k.room())
	by := profitsCeiling(on)
	a.Under(&by, k.room())
	return a
}

// profitsCeiling is the limit of distributable profits on dividends declared on a day, exempt
// ones included.
func profitsCeiling(on law.Date) law.Ceiling {
	if on.Before(profitsRule) {
		return company.OutOfProfits(OverDistributable1985, profits1985)
	}
	return company.OutOfProfits(OverDistributable, profits2006)
}

// aggregateCeiling is the aggregate cap on dividends that are not exempt.
func aggregateCeiling(limit law.Ratio) law.Ceiling {
	return law.Ceiling{Share: limit, Of: law.OfProfits, Less: law.KindsOf(law.Dividend), Code: OverAggregateCap, Provision: reg19}
}

// cap lowers the allowance to the aggregate cap, and marks the doubt about measurement
// where it changes anything.
func (k account) cap(a *law.Allowance, f *Figures, start law.Date) {
	e, ok := f.AggregateCap.At(start)
	if !ok {
		a.Lack("dividend.year_start", "No aggregate dividend cap had effect on "+start.Long()+".")
		return
	}
	if e.Is == law.Doubtful {
		a.Doubt = &law.Doubt{Question: e.Question, Readings: []law.Reading{{Says: e.Value.String()}}}
		for _, other := range e.Or {
			a.Doubt.Readings = append(a.Doubt.Readings, law.Reading{Says: other.String()})
		}
	}
	k.lower(a, e.Value)
	if k.before.total() > 0 && a.Doubt == nil {
		after := e.Value.Of(max(k.profits-k.before.total(), 0)) - k.before.counted
		a.Doubt = &law.Doubt{Question: measuredWhen, Readings: []law.Reading{
			{Says: measuredBefore + ": " + max(a.Most, 0).String()}, {Says: measuredAfter + ": " + max(after, 0).String()},
		}}
	}
}

// perShare lowers the allowance to what the share cap allows on all portions together,
// for declarations while it lasted.
func (k account) perShare(a *law.Allowance, c *Company, f *Figures, d *Distribution, on law.Date) {
	if _, ok := f.ShareCap.At(on); !ok {
		return
	}
	ps, ok := need(allowanceLacker{a}, &d.Portions, "dividend.portions")
	if !ok {
		return
	}
	var sum law.Pence
	for i := range ps {
		if is, ok := exempt(allowanceLacker{a}, &c.Articles, &ps[i], i); is || !ok {
			continue
		}
		s, ok := shareCap(allowanceLacker{a}, c, f, d, &ps[i], i)
		before, ok2 := earlier(allowanceLacker{a}, d, &ps[i], i)
		if !ok || !ok2 || !s.carry(allowanceLacker{a}, f, d, &ps[i], i) {
			return
		}
		a.Working.Add("paid-up value of the shares", s.paidUp)
		a.Working.Rate("share dividend cap", s.rate)
		a.Working.Add("capacity carried forward", s.most()-s.ownYear())
		a.Working.Add("less declared before on these shares for the year", before)
		sum += max(s.most()-before, 0)
	}
	a.Working.Add("most by the share dividend cap", sum)
	a.Within(sum, OverShareCap, reg18)
}
