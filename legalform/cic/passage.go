package cic

import (
	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Passage is how the special resolutions to become, or to cease to be, a community
// interest company were passed, and what became of the right to object to them.
type Passage struct {
	// Passed is the day on which the resolutions, or the last of them, were passed or made.
	Passed law.Fact[law.Date] `json:"passed,omitzero"`
	// Vote is the vote on the resolution that fared worst; Written says that it was a
	// written resolution, of which the votes of all entitled are the measure.
	Vote    law.Fact[governance.Tally] `json:"vote,omitzero"`
	Written law.Fact[bool]             `json:"written,omitzero"`
	// AltersMemorandum: a resolution altered the memorandum under sections 4 or 17 of the
	// Companies Act 1985. It is read of resolutions passed by 30 September 2009 alone.
	AltersMemorandum law.Fact[bool] `json:"alters_memorandum,omitzero"`
	// Support is what those hold who consented or voted in favour.
	Support law.Fact[Support] `json:"support,omitzero"`
	// Objection is what became of an application to the court to cancel the resolutions;
	// Determined the day on which the court determined the last of them, the later day that
	// it ordered, or the day of withdrawal. OrderDelivered: the registrar has a copy.
	Objection      law.Fact[Objection] `json:"objection,omitzero"`
	Determined     law.Fact[law.Date]  `json:"determined,omitzero"`
	OrderDelivered law.Fact[bool]      `json:"order_delivered,omitzero"`
	// Applied is the day on which the application, with copies of the resolutions, was
	// delivered to the registrar (for a charitable incorporated organisation, to the
	// Charity Commission; to be a society, to the registrar of societies).
	Applied law.Fact[law.Date] `json:"applied,omitzero"`
}

// Objection is what became of an application to cancel the resolutions.
type Objection uint8

// No application was made; or one is before the court, was withdrawn, or ended in an order
// that confirms or cancels the resolutions.
const (
	NoObjection Objection = iota + 1
	ObjectionPending
	ObjectionWithdrawn
	ResolutionsConfirmed
	ResolutionsCancelled
)

var objections = []string{"", "none", "pending", "withdrawn", "confirmed", "cancelled"}

// String gives the JSON value.
func (o Objection) String() string { return law.NameOf(objections, o) }

// MarshalText writes String.
func (o Objection) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// UnmarshalText reads what String writes.
func (o *Objection) UnmarshalText(b []byte) error {
	return law.ParseName(o, objections, b, "a state of an objection")
}

// A Holding is a whole, and the part of it whose holders consented or voted in favour.
type Holding struct {
	Whole  int64 `json:"whole"`
	Favour int64 `json:"favour"`
}

// Support is what stands behind the resolutions by each route on which somebody might
// object: the nominal value of the issued capital, and of each class of it, treasury shares
// left out, where there are shares; the number of members, where the company is not limited
// by shares.
type Support struct {
	Capital law.Fact[Holding]   `json:"capital,omitzero"`
	Classes law.Fact[[]Holding] `json:"classes,omitzero"`
	Members law.Fact[Holding]   `json:"members,omitzero"`
	// Debentures are those that entitle their holders to object to an alteration of the
	// objects: secured by a floating charge and first issued before 1 December 1947, or of
	// the same series. None is taken to be in issue unless one is listed.
	Debentures []Holding `json:"debentures,omitempty"`
}

// MayObject reports whether anybody is left who could apply to the court to cancel
// resolutions passed on a day: holders of not less than 15% of the issued capital or of a
// class, or not less than 15% of the members of a company not limited by shares, or of the
// debentures that entitle to it, who neither consented nor voted in favour. Whoever did
// not vote is left. It reports that nothing is known where a route cannot be decided, and no
// other shows that somebody may.
func MayObject(f *Figures, s *Support, l Limited, passed law.Date) (may, known bool) {
	e, ok := f.ObjectionShare.At(passed)
	if !ok || !l.limitedCompany() {
		return false, false
	}
	known = true
	try := func(h Holding) {
		may = may || h.Whole > 0 && e.Value.ReachedBy(h.Whole-h.Favour, h.Whole)
	}
	one := func(f *law.Fact[Holding]) {
		h, stated := f.Get()
		known = known && stated
		try(h)
	}
	if l.hasShares() {
		one(&s.Capital)
		classes, stated := s.Classes.Get()
		known = known && stated
		for _, h := range classes {
			try(h)
		}
	}
	if l != ByShares {
		one(&s.Members)
	}
	for _, h := range s.Debentures {
		try(h)
	}
	return may, known || may
}

// ObjectionEnds returns the last day for applying to the court to cancel resolutions passed
// on a day: 28 days after it since 1 October 2009, and 21 before. It reports false before
// 1 July 2005.
func ObjectionEnds(f *Figures, passed law.Date) (law.Date, bool) {
	e, ok := f.ObjectionDays.At(passed)
	if !ok {
		return law.Date{}, false
	}
	return law.DaysFrom(passed, e.Value), true
}

// A Filing is when an application, with copies of the resolutions, may be delivered.
type Filing struct {
	// Relevant is the relevant date (s. 37(4), s. 54(4)), From the first day on which the
	// application may be delivered and By the last for the copies of the resolutions. There
	// are no dates where the resolutions are cancelled or before the court, and no From while
	// the registrar has no copy of the court's order.
	Relevant law.Date `json:"relevant,omitzero"`
	From     law.Date `json:"from,omitzero"`
	By       law.Date `json:"by,omitzero"`
	// Barred says why the application may not be delivered.
	Barred string `json:"barred,omitempty"`
	// Missing are facts without which there is no answer.
	Missing []law.Missing `json:"missing,omitempty"`
	// Doubt is set where the law is unsure; the dates are then on its first reading.
	Doubt *law.Doubt `json:"doubt,omitempty"`
}

// Known reports whether there is an answer, provisional or not.
func (w *Filing) Known() bool { return len(w.Missing) == 0 }

func (w *Filing) lack(path, question string) {
	w.Missing = append(w.Missing, law.Missing{Path: path, Question: question})
}

// The doubt about an application that was withdrawn, and its readings.
const (
	withdrawnDoubt  = "An application was made and withdrawn, so that no court determined it and yet one was made: what is then the relevant date?"
	withdrawnAtEnd  = "the end of the period for applying, or the withdrawal if later"
	withdrawnAtOnce = "the day of the withdrawal"
)

// FilingOf says when resolutions to become, or to cease to be, a community interest company
// may and must reach the registrar, for a company of a kind. Nobody need wait where so many
// consented or voted in favour that no application could be made; there was no such
// exception for resolutions passed by 30 September 2009, and no waiting for those of them
// that left the memorandum alone.
func FilingOf(f *Figures, p *Passage, l Limited) Filing { return filingOf(f, p, l, 0) }

func filingOf(f *Figures, p *Passage, l Limited, reading int) (w Filing) {
	passed, ok := p.Passed.Get()
	if !ok {
		w.lack("passed", "")
		return w
	}
	ends, ok1 := ObjectionEnds(f, passed)
	days, ok2 := f.FilingDays.At(passed)
	if !ok1 || !ok2 {
		w.lack("passed", "Were the resolutions passed before Part 2 of the Act was in force?")
		return w
	}
	if passed.Before(substituted) {
		alters, ok := p.AltersMemorandum.Get()
		if !ok {
			w.lack("alters_memorandum", "")
		}
		if !alters {
			w.Relevant, w.From = passed, passed
		}
	}
	if w.Relevant.IsZero() {
		w.relevant(f, p, l, ends, reading)
	}
	if w.Known() && !w.Relevant.IsZero() {
		w.By = law.DaysFrom(w.Relevant, days.Value)
	}
	return w
}

// relevant finds the relevant date where the right to object matters.
func (w *Filing) relevant(f *Figures, p *Passage, l Limited, ends law.Date, reading int) {
	objection, ok := p.Objection.Get()
	if !ok {
		w.lack("objection", "Was an application made to the court to cancel the resolutions?")
		return
	}
	determined, decided := p.Determined.Get()
	switch objection {
	case NoObjection:
		w.unopposed(f, p, l, ends)
		return
	case ObjectionPending:
		w.Barred = "an application to cancel the resolutions is before the court"
		return
	case ResolutionsCancelled:
		w.Barred = "the court cancelled the resolutions"
		return
	default: // withdrawn, or determined for the resolutions
	}
	if !decided {
		w.lack("determined", "")
		return
	}
	w.Relevant, w.From = determined, determined
	if objection == ObjectionWithdrawn {
		w.Doubt = &law.Doubt{Question: withdrawnDoubt, Readings: []law.Reading{{Says: withdrawnAtEnd}, {Says: withdrawnAtOnce}}}
		if reading == 0 && determined.Before(ends) {
			w.Relevant, w.From = ends, ends
		}
		return
	}
	if delivered, ok := p.OrderDelivered.Get(); !ok {
		w.lack("order_delivered", "")
	} else if !delivered {
		w.Barred, w.From = "no copy of the court's order was delivered to the registrar", law.Date{}
	}
}

// unopposed finds it where nobody applied to the court. The period has expired only when
// its last day is over; the older law asks for no more than that the last day has come.
func (w *Filing) unopposed(f *Figures, p *Passage, l Limited, ends law.Date) {
	passed := p.Passed.Or(law.Date{})
	if passed.Before(substituted) {
		w.Relevant, w.From = ends, ends
		return
	}
	support := p.Support.Ptr()
	if support == nil {
		w.lack("support", "How much of the capital, of each class and of the membership consented or voted in favour?")
		return
	}
	switch may, known := MayObject(f, support, l, passed); {
	case !known:
		w.lack("support", "How much of the capital, of each class and of the membership consented or voted in favour?")
	case may:
		w.Relevant, w.From = ends, ends.AddDays(1)
	default:
		w.Relevant, w.From = passed, passed
	}
}

// carried tests a special resolution of the members.
func carried(c *kase, p *Passage, at string) {
	vote, ok1 := law.Need(c, &p.Vote, at+"vote")
	written, ok2 := law.Need(c, &p.Written, at+"written")
	if !ok1 || !ok2 {
		return
	}
	h, of := &c.Figures.SpecialMajority, governance.VotesCast
	if written {
		h, of = &c.Figures.WrittenMajority, governance.AllEntitled
	}
	fraction, ok := law.Read(c, h, c.On)
	if !ok {
		return
	}
	if err := vote.Check(); err != nil || written && vote.Entitled == 0 {
		c.Unknown(at+"vote", "How many voted for and against, and of how many entitled?")
		return
	}
	if test := (governance.Threshold{Fraction: fraction, Of: of}).Test("special resolution", vote); !test.Passed {
		c.Breach(at+"vote", "The special resolution was not carried: %v.", test)
	}
}

// filedInTime tests the day of the application: too early, or too late.
func filedInTime(c *kase, p *Passage, at string, l Limited, late bool) {
	applied, ok := law.Need(c, &p.Applied, at+"applied")
	if !ok {
		return
	}
	if ends, ok := ObjectionEnds(c.Figures, c.On); ok && !late && applied.After(ends) && p.Objection.Or(0) == NoObjection {
		return // the period has run out, whoever voted how
	}
	w := FilingOf(c.Figures, p, l)
	if w.Doubt != nil {
		if i := c.Doubt(w.Doubt.Question, withdrawnAtEnd, withdrawnAtOnce); i > 0 {
			w = filingOf(c.Figures, p, l, i)
		}
	}
	for _, m := range w.Missing {
		c.Unknown(at+m.Path, m.Question)
	}
	switch {
	case !w.Known():
	case late && (w.By.IsZero() || !applied.After(w.By)):
	case late:
		c.Breach(at+"applied", "The resolutions were delivered on %s; the last day was %s, counted from the relevant date of %s.", applied.Long(), w.By.Long(), w.Relevant.Long())
	case w.Barred != "":
		c.Breach(at+"objection", "The application was delivered on %s, and %s.", applied.Long(), w.Barred)
	case applied.Before(w.From):
		c.Breach(at+"applied", "The application was delivered on %s; it could not be before %s, while a member could still object.", applied.Long(), w.From.Long())
	}
}
