package employee

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the limited participation requirement.
const (
	ParticipatorsBefore law.Code = "employee.participators-before-disposal"
	ParticipatorsAfter  law.Code = "employee.participators-after-disposal"
)

// Participation is who was employed and who of them was an owner, over time (s. 236N).
type Participation struct {
	// Principal says that the company is the principal company of a trading group, so that
	// those who work elsewhere in the group count. A list of people in which nobody does
	// needs no answer.
	Principal law.Fact[bool] `json:"principal_company,omitzero"`
	// Counts are in the order of their dates. Each holds until the next; the last until the
	// date of the assessment.
	Counts law.Fact[[]Headcount] `json:"counts,omitzero"`
}

// A Headcount is who works for the company from a day on: a list of people or, where there
// is none, three numbers.
type Headcount struct {
	From   law.Date         `json:"from"`
	People law.Fact[[]Head] `json:"people,omitzero"`
	// Participators counts those who are employees of or office-holders in the company,
	// Connected the others, in the company or its group, who are connected with one of
	// them, and Employees the employees of the company or its group.
	Participators law.Fact[int64] `json:"participators,omitzero"`
	Connected     law.Fact[int64] `json:"connected,omitzero"`
	Employees     law.Fact[int64] `json:"employees,omitzero"`
	// SellerParticipates says that whoever disposed of the shares was a participator, and
	// not one too small to count.
	SellerParticipates law.Fact[bool] `json:"seller_participates,omitzero"`
	// OutsideControl is the recorded judgement that, where the fraction is more than the
	// limit, it is so by reason of events outside the trustees' reasonable control.
	OutsideControl law.Fact[bool] `json:"outside_trustees_control,omitzero"`
}

// Fraction reckons the participator fraction of a headcount.
func (h *Headcount) Fraction(principal law.Fact[bool], deMinimis law.Ratio) (Fraction, error) {
	if people := h.People.Ptr(); people != nil {
		return FractionOf(*people, principal, deMinimis)
	}
	var f Fraction
	for _, n := range [...]struct {
		of    *law.Fact[int64]
		to    *int64
		field string
	}{{&h.Participators, &f.Participators, "participators"}, {&h.Connected, &f.Connected, "connected"}, {&h.Employees, &f.Employees, "employees"}} {
		v, ok := n.of.Get()
		switch {
		case !ok:
			f.Missing = append(f.Missing, law.Missing{Path: n.field})
		case v < 0 || v > maxHeads:
			return Fraction{}, fmt.Errorf("%s: %d is not a number of people", n.field, v)
		}
		*n.to = v
	}
	return f, nil
}

// forever is the last day of a count that no other follows.
var forever = law.MustDate("9999-12-31")

// maxHeads bounds a number of people.
const maxHeads = 1 << 40

// ParticipatorFigures are the figures of the limited participation requirement.
type ParticipatorFigures struct {
	// ParticipatorFraction may be reached and not exceeded.
	ParticipatorFraction law.History[law.Ratio]
	// DeMinimis is the part of the capital, of a class or of the assets with which a
	// participator begins to count.
	DeMinimis law.History[law.Ratio]
	// BeforeMonths is how far Condition A looks back from the disposal.
	BeforeMonths law.History[int]
	// ToleranceMonths is how long an excess outside the trustees' control may last.
	ToleranceMonths law.History[int]
}

func enactedParticipators() ParticipatorFigures {
	by := fa2014.At("Sch 37 para 1 (inserting s. 236N)", "schedule/37/paragraph/1")
	return ParticipatorFigures{
		ParticipatorFraction: law.Since("employee.participator_fraction", "of employees, not to be exceeded", at(reliefBegan, law.Per(2, 5), by)),
		DeMinimis:            law.Since("employee.de_minimis", "of capital, of a class or of assets", at(reliefBegan, law.Percent(5), by)),
		BeforeMonths:         law.Since("employee.participation_look_back", "months ending with the disposal", at(reliefBegan, 12, by)),
		ToleranceMonths:      law.Since("employee.excess_tolerance", "months", at(reliefBegan, 6, by)),
	}
}

var disposedOn = event{Path: "disposal.on", Of: func(c *Company) law.Fact[law.Date] { return c.Disposal.On }}

var participation = law.Topic("participators",
	rule{
		Code: ParticipatorsBefore, Provision: tcga1992.At("s. 236N(2), (4)-(6)", "section/236N"),
		Says:    "For the limited participation requirement there may be no time in the 12 months ending immediately after the disposal when the person disposing was a participator and the participator fraction was more than 2/5.",
		InForce: since(reliefBegan), Event: disposedOn, Applies: disposes, Check: conditionA,
		Remedy: "Dispose of the shares only when the fraction has been no more than 2/5 for 12 months, or claim no relief on the disposal.",
	},
	rule{
		Code: ParticipatorsAfter, Provision: tcga1992.At("s. 236N(3)-(6)", "section/236N"),
		Says:    "For the limited participation requirement the participator fraction may not be more than 2/5 at any time from the disposal to the end of its tax year.",
		InForce: since(fullRegime), Event: disposedOn, Applies: disposes, Check: conditionB,
		Remedy: "Bring the fraction back to no more than 2/5 within the time allowed, by more employees or fewer owners among them, or claim no relief on the disposal.",
	},
)

func disposes(c *kase) bool {
	made, ok := law.Need(c, &c.Subject.Disposal.Made, "disposal.made")
	return ok && made
}

func conditionA(c *kase) {
	months, ok := law.Read(c, &c.Figures.BeforeMonths, c.On)
	if s, ok1 := newSpan(c, firstOf(months, c.On), c.On); ok && ok1 {
		s.judge(func(h *Headcount, i int) (bool, bool) {
			return need(c, &h.SellerParticipates, headcountList, i, "seller_participates")
		}, "in the 12 months ending with the disposal, while the person disposing was a participator")
	}
}

func conditionB(c *kase) {
	end := c.Subject.Disposal.TaxYearEnd()
	if s, ok := newSpan(c, c.On, end.Or(c.On)); ok {
		s.judge(func(*Headcount, int) (bool, bool) { return true, true }, "between the disposal and the end of its tax year")
	}
}

const headcountList = "participation.counts"

// firstOf returns the first day of a period of n months ending with a day: the mirror of
// law.MonthsBeginningWith.
func firstOf(n int, last law.Date) law.Date { return law.MonthsFrom(last, -n).AddDays(1) }

// A span is a period in which the fraction may not be more than the limit, with the
// headcounts that bear on it.
type span struct {
	c         *kase
	from, to  law.Date
	counts    []Headcount
	known     law.Date // the last day that the headcounts speak for
	limit     law.Ratio
	small     law.Ratio
	tolerance int
	reckoned  []Fraction
	did       []bool
}

func newSpan(c *kase, from, to law.Date) (*span, bool) {
	counts, ok1 := law.Need(c, &c.Subject.Participation.Counts, headcountList)
	limit, ok2 := law.Read(c, &c.Figures.ParticipatorFraction, c.On)
	small, ok3 := law.Read(c, &c.Figures.DeMinimis, c.On)
	tolerance, ok4 := law.Read(c, &c.Figures.ToleranceMonths, c.On)
	if !ok1 || !ok2 || !ok3 || !ok4 {
		return nil, false
	}
	for i := range counts {
		if counts[i].From.IsZero() || i > 0 && !counts[i-1].From.Before(counts[i].From) {
			c.Unknown(law.Path(headcountList, i, "from"), "From which day does this count hold? Counts must be in the order of their dates.")
			return nil, false
		}
	}
	s := &span{c: c, from: from, to: to, counts: counts, limit: limit, small: small, tolerance: tolerance, known: c.AsAt}
	if n := len(counts); n > 0 && counts[n-1].From.After(s.known) {
		s.known = counts[n-1].From
	}
	s.reckoned, s.did = make([]Fraction, len(counts)), make([]bool, len(counts))
	return s, true
}

// judge reports every excess that bears on the span, is relevant and is not disregarded.
func (s *span) judge(relevant func(*Headcount, int) (bool, bool), when string) {
	for _, i := range s.excesses(relevant) {
		s.c.Breach(law.Path(headcountList, i, ""), "The limited participation requirement is not met: the participator fraction was %v from %s, %s; the limit is %v %s.",
			&s.reckoned[i], s.counts[i].From.Long(), when, s.limit, began(&s.c.Figures.ParticipatorFraction, s.c.On))
	}
}

// excesses returns, of each unbroken excess that judge reports, the first headcount that
// bears on the span.
func (s *span) excesses(relevant func(*Headcount, int) (bool, bool)) (found []int) {
	s.covered()
	for i := 0; i < len(s.counts); i++ {
		if s.counts[i].From.After(s.to) || s.lastDay(i).Before(s.from) || !s.over(i) {
			continue
		}
		if is, ok := relevant(&s.counts[i], i); !ok || !is {
			continue
		}
		first, last := s.run(i)
		if !s.disregarded(first, last) {
			found = append(found, i)
		}
		i = last
	}
	return found
}

// covered asks for what the headcounts do not speak for.
func (s *span) covered() {
	switch {
	case len(s.counts) == 0 || s.counts[0].From.After(s.from):
		s.c.Unknown(headcountList, "Who was employed, and who of them was a participator or connected with one, from "+s.from.Long()+"?")
	case s.known.Before(s.to):
		s.c.Unknown(headcountList, "The period ends on "+s.to.Long()+": who will be employed until then?")
	}
}

// lastDay is the last day for which a headcount speaks.
func (s *span) lastDay(i int) law.Date {
	if i+1 < len(s.counts) {
		return s.counts[i+1].From.AddDays(-1)
	}
	return forever
}

// over reports whether the fraction of a headcount is more than the limit.
func (s *span) over(i int) bool {
	f := &s.reckoned[i]
	if !s.did[i] {
		s.did[i] = true
		got, err := s.counts[i].Fraction(s.c.Subject.Participation.Principal, s.small)
		if err != nil {
			s.c.Unknown(law.Path(headcountList, i, ""), "The count cannot be used: "+err.Error()+".")
		}
		for _, m := range got.Missing {
			path := law.Path(headcountList, i, m.Path)
			if m.Path == "principal_company" {
				path = "participation.principal_company"
			}
			s.c.Unknown(path, m.Question)
		}
		*f = got
	}
	return f.Known() && f.Exceeds(s.limit)
}

// run returns the first and last headcounts of the unbroken excess that includes one.
func (s *span) run(i int) (first, last int) {
	first, last = i, i
	for first > 0 && s.over(first-1) {
		first--
	}
	for last+1 < len(s.counts) && s.over(last+1) {
		last++
	}
	return first, last
}

// disregarded reports whether an excess lasted no longer than is tolerated by reason of
// events outside the trustees' reasonable control (s. 236N(4)), or cannot be decided.
func (s *span) disregarded(first, last int) bool {
	tolerated := law.MonthsBeginningWith(s.counts[first].From, s.tolerance)
	ended := last+1 < len(s.counts)
	if ended && s.lastDay(last).After(tolerated) || s.known.After(tolerated) && !ended {
		return false
	}
	for i := first; i <= last; i++ {
		if !s.counts[i].OutsideControl.Or(true) {
			return false
		}
	}
	known := true
	for i := first; i <= last; i++ {
		_, ok := law.Ask(s.c, &s.counts[i].OutsideControl, law.Path(headcountList, i, "outside_trustees_control"),
			"Was the fraction more than the limit by reason of events outside the reasonable control of the trustees?")
		known = known && ok
	}
	if known && !ended {
		s.c.Unknown(headcountList, "When does the fraction come back to no more than "+s.limit.String()+"? An excess outside the trustees' control is disregarded until "+tolerated.Long()+".")
	}
	return true
}
