package employee

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// allEmployee is the all-employee benefit requirement: how employees benefit, and what else
// the trusts permit.
var allEmployee = equality.With(deed)

// lasting are the requirements that are about a state, with the rules that judge it.
var lasting = [...]struct {
	is    Requirement
	rules *law.Rules[Company, Figures]
}{
	{Residence, residence},
	{TradingCompany, tradingRequirement},
	{AllEmployeeBenefit, allEmployee},
	{TrusteeIndependence, independence},
	{ControllingInterest, control},
}

// Replay reads a log and says of each requirement when it was met, lost and regained, and of
// each disposal whether the relief was due, was withdrawn, or was followed by a deemed
// disposal, on which day and by which provision. It judges every day by the rules that judge
// a Company. A log that cannot have happened, as where somebody transfers shares that nobody
// held, is refused with ErrTimeline and the place.
func (t *Timeline) Replay(f *Figures) (*Chronicle, error) {
	r, err := t.read()
	if err != nil {
		return nil, err
	}
	p := &replay{register: r, f: f, until: t.Until, opened: t.Opening.On}
	p.fill()
	out := &Chronicle{Standings: []Standing{}, Sales: []SaleHistory{}}
	for _, x := range lasting {
		runs := p.standings(x.is, x.rules)
		if x.is == ControllingInterest {
			p.control = runs
		}
		out.Standings = append(out.Standings, runs...)
	}
	for i := range r.sales {
		p.told, p.own = out.Sales, p.metByItself(&r.sales[i])
		out.Sales = append(out.Sales, p.sale(&r.sales[i]))
	}
	return out, nil
}

// read makes the entries happen, and keeps the state of each day.
func (t *Timeline) read() (*register, error) {
	if len(t.Entries) > maxEntries {
		return nil, fmt.Errorf("%w: entries: %d, where a log may have %d", ErrTimeline, len(t.Entries), maxEntries)
	}
	r, err := newRegister(&t.Opening)
	if err != nil {
		return nil, err
	}
	last := t.Opening.On
	for i := range t.Entries {
		e := &t.Entries[i]
		switch {
		case e.On.Before(last) || i == 0 && e.On == last:
			return nil, fmt.Errorf("%w: entries[%d].on: %v is not after %v", ErrTimeline, i, e.On, last)
		case e.On.After(t.Until):
			return nil, fmt.Errorf("%w: entries[%d].on: %v is after the log ends on %v", ErrTimeline, i, e.On, t.Until)
		case e.On != last:
			r.snapshot(last)
		}
		if err := r.apply(e); err != nil {
			return nil, fmt.Errorf("%w: entries[%d].%w", ErrTimeline, i, err)
		}
		last = e.On
	}
	if t.Until.Before(last) {
		return nil, fmt.Errorf("%w: until: %v is before the opening", ErrTimeline, t.Until)
	}
	r.snapshot(last)
	return r, nil
}

// replay judges a register.
type replay struct {
	*register
	f             *Figures
	opened, until law.Date
	control       []Standing
	told          []SaleHistory
	// own is, of the disposal being judged, the first day from it on which the trusts met the
	// all-employee benefit requirement by themselves: from then on s. 236L cannot stand in.
	own law.Date
}

// fill adds the days on which an answer can change without an entry: those on which the law
// changed, and those on which a period runs out.
func (p *replay) fill() {
	p.breaks = append(p.breaks, law.MustDate(reliefBegan), law.MustDate(strictRegime))
	for _, d := range p.breaks {
		if !d.After(p.opened) || d.After(p.until) {
			continue
		}
		i, found := slices.BinarySearchFunc(p.days, d, func(s state, d law.Date) int { return s.on.Compare(d) })
		if !found {
			p.days = slices.Insert(p.days, i, state{d, p.days[i-1].at})
		}
	}
}

// verdict is what a table makes of a state.
type verdict struct {
	is  law.Outcome
	why string
	by  law.Provision
}

// judge judges the state of a day by the rules of a requirement, for a disposal of some day.
func (p *replay) judge(rules *law.Rules[Company, Figures], c Company, kind DisposalKind, disposal, asAt law.Date) verdict {
	c.Disposal.Made, c.Disposal.On, c.Disposal.Kind = law.Known(true), law.Known(disposal), law.Known(kind)
	if o, ok := c.Trust.Old.Get(); ok && !p.own.IsZero() && !asAt.Before(p.own) {
		o.MetSince = law.Known(true)
		c.Trust.Old = law.Known(o)
	}
	return sum(rules.Judge(&c, p.f, asAt, law.UnitedKingdom))
}

// metByItself returns the first day from a disposal on which the trusts met the all-employee
// benefit requirement by themselves; no date where they never did.
func (p *replay) metByItself(s *soldOn) law.Date {
	p.own = law.Date{}
	for i := p.at(s.on); i < len(p.days); i++ {
		c, on := p.days[i].at, p.days[i].on
		if on.Before(s.on) {
			on = s.on
		}
		if c.Trust.Old = (law.Fact[OldTrust]{}); p.judge(allEmployee, c, s.Kind, s.on, on).is == law.Met {
			return on
		}
	}
	return law.Date{}
}

// sum is one outcome for a report: breached where a rule is, else unknown where one is, else
// met where one is.
func sum(rep *law.Report) verdict {
	v := verdict{is: law.NotInForce}
	for _, r := range rep.Results {
		switch {
		case r.Outcome == law.Breached, r.Outcome == law.Unknown && v.is != law.Breached:
			v.is = r.Outcome
		case r.Outcome == law.Met && v.is == law.NotInForce, r.Outcome == law.NotApplicable && v.is == law.NotInForce:
			v.is = law.Met
		}
	}
	for _, x := range rep.Findings {
		if x.Outcome == v.is {
			v.why, v.by = x.Message, x.Provision
			break
		}
	}
	return v
}

// standings judges every day by the law of a disposal made on it.
func (p *replay) standings(is Requirement, rules *law.Rules[Company, Figures]) []Standing {
	var runs []Standing
	for _, s := range p.days {
		v := p.judge(rules, s.at, ToTrustees, s.on, s.on)
		if n := len(runs); n > 0 {
			if runs[n-1].Outcome == v.is {
				continue
			}
			runs[n-1].Period.Last = s.on.AddDays(-1)
		}
		runs = append(runs, Standing{is, Period{First: s.on}, v.is, v.why, v.by})
	}
	runs[len(runs)-1].Period.Last = p.until
	return runs
}

// held are the periods of control, and whether in some of a period it is not known.
func (p *replay) held(through Period) (held []Period, doubtful bool) {
	for _, s := range p.control {
		switch {
		case s.Outcome == law.Met:
			x := s.Period
			if x.Last == p.until {
				x.Last = law.Date{}
			}
			held = append(held, x)
		case s.Outcome == law.Unknown && !s.Period.First.After(through.Last) && !s.Period.Last.Before(through.First):
			doubtful = true
		}
	}
	return held, doubtful
}

// at returns the place of the state of a day.
func (p *replay) at(d law.Date) int {
	i, found := slices.BinarySearchFunc(p.days, d, func(s state, d law.Date) int { return s.on.Compare(d) })
	if found {
		return i
	}
	return i - 1
}
