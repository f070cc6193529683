package employee

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// events finds what ended a requirement after the disposal.
func (p *replay) events(h *SaleHistory, s *soldOn, body *Company) {
	for _, x := range lasting {
		p.losses(h, s, x.is, x.rules)
	}
	p.excesses(h, s, body)
	for _, d := range p.outside {
		if !d.Before(s.on) {
			p.happened(h, s, DisqualifyingEvent{On: d, Lost: ActingWithinTrusts}, "The trustees acted in a way which the trusts do not permit.")
		}
	}
	slices.SortStableFunc(h.Events, func(a, b Happened) int { return a.On.Compare(b.On) })
}

// losses finds the days on which a state that was met ceased to be.
func (p *replay) losses(h *SaleHistory, s *soldOn, is Requirement, rules *law.Rules[Company, Figures]) {
	met := false
	var lost *DisqualifyingEvent
	why := ""
	for i := p.at(s.on); i < len(p.days); i++ {
		on := p.days[i].on
		if on.Before(s.on) {
			on = s.on
		}
		v := p.lastingAt(is, rules, i, s, on)
		switch {
		case v.is == law.Met && lost != nil:
			lost.MetAgain = law.Known(on)
			p.happened(h, s, *lost, why)
			lost, met = nil, true
		case v.is == law.Met:
			met = true
		case v.is == law.Unknown && met && h.unsure == "":
			h.unsure = v.why
		case v.is == law.Breached && met && lost == nil:
			lost, why, met = &DisqualifyingEvent{On: on, Lost: is, OnlyByDeath: p.onlyDeath(on)}, v.why, false
		}
	}
	if lost != nil {
		p.happened(h, s, *lost, why)
	}
}

// lastingAt judges a state. Whether the trustees are resident is asked of every disposal,
// since section 80 asks it of every settlement.
func (p *replay) lastingAt(is Requirement, rules *law.Rules[Company, Figures], i int, s *soldOn, on law.Date) verdict {
	v := p.judge(rules, p.days[i].at, s.Kind, s.on, on)
	if is != Residence || v.is != law.NotInForce {
		return v
	}
	switch resident, ok := p.days[i].at.Trust.Body.Resident.Get(); {
	case !ok:
		return v
	case resident:
		return verdict{is: law.Met}
	}
	return verdict{is: law.Breached, why: "The trustees ceased to be resident in the United Kingdom."}
}

// onlyDeath says whether nothing but deaths changed the trustees on a day.
func (p *replay) onlyDeath(on law.Date) law.Fact[bool] {
	x := p.changes[on]
	return law.Known(x != nil && x.deaths > 0 && x.others == 0)
}

// excesses finds the days from which the participator fraction was too high, after the tax
// year of the disposal, for too long or by the trustees' doing.
func (p *replay) excesses(h *SaleHistory, s *soldOn, body *Company) {
	var found []law.Date
	probe := func(between func(*kase) (law.Date, law.Date, bool)) func(*kase) {
		return func(c *kase) {
			from, to, ok := between(c)
			x := passed(c, from, to)
			if !ok || x == nil {
				return
			}
			for _, i := range x.excesses(always) {
				day := x.counts[i].From
				if day.Before(from) {
					day = from
				}
				found = append(found, day)
			}
		}
	}
	inWindow := func(c *kase) (law.Date, law.Date, bool) {
		w, ok := WithdrawalWindow(c.On, c.Figures)
		return w.First, w.Last, ok
	}
	later := func(c *kase) (law.Date, law.Date, bool) { return laterFrom(c), forever, true }
	rows := law.NewRules(
		rule{Code: ParticipatorsInWindow, InForce: since(fullRegime), Event: disposedOn, Check: probe(inWindow)},
		rule{Code: ParticipatorsLater, InForce: since(reliefBegan), Event: disposedOn, Check: probe(later)},
	)
	if v := sum(rows.Judge(body, p.f, p.until, law.UnitedKingdom)); v.is == law.Unknown && h.unsure == "" {
		h.unsure = v.why
	}
	for _, day := range found {
		p.happened(h, s, DisqualifyingEvent{On: day, Lost: LimitedParticipation}, "The participator fraction was more than the limit.")
	}
}

// happened records an event with what follows from it, unless nothing does or the
// requirements have dealt with it.
func (p *replay) happened(h *SaleHistory, s *soldOn, e DisqualifyingEvent, why string) {
	x := Happened{DisqualifyingEvent: e, Consequence: ConsequenceOf(e.Lost, s.Kind, s.on, e.On, p.f), Why: why}
	switch x.Effect {
	case NoEffect, Refused:
		return
	case InDoubt:
		h.decide(law.Unknown, x.Doubt.Question)
	default:
		x.Ignored, x.Missing = e.Cured(s.on, p.until, p.f)
	}
	h.Events = append(h.Events, x)
}

// spend goes through the events in order: the first that withdraws the relief does, and the
// first deemed disposal leaves nothing for another. It returns breached where the relief was
// withdrawn, unknown where it may have been, and otherwise 0.
func (h *SaleHistory) spend(claimed bool) (withdrawn law.Outcome) {
	gone := !claimed
	for i := range h.Events {
		e := &h.Events[i]
		switch {
		case e.Ignored:
		case e.Missing != nil:
			if withdrawn == 0 && e.Effect == Withdrawn {
				withdrawn = law.Unknown
			}
		case e.Effect == Withdrawn:
			e.Spent = withdrawn == law.Breached
			withdrawn, gone = law.Breached, true
		case e.Effect == DeemedDisposal:
			e.Spent, gone = gone, true
		case e.Effect == ExitCharge:
			gone = true
		}
	}
	return withdrawn
}
