package right

import "github.com/rochdale-go/rochdale/legalform/law"

// TellBy returns the last day on which an authority may tell a body when to expect a decision:
// of 30 days beginning with the day of receipt or, for an expression submitted within a
// period that the authority specified, beginning immediately after its end (s. 84(7)). It
// reports whether there is a figure on the day.
func TellBy(received law.Date, windows []Period, f *Figures) (law.Date, bool) {
	days, ok := f.TellDays.At(received)
	if !ok {
		return law.Date{}, false
	}
	for _, p := range windows {
		if p.Holds(received) {
			return law.DaysBeginningWith(p.Last.AddDays(1), days.Value), true
		}
	}
	return law.DaysBeginningWith(received, days.Value), true
}

// DecideBy returns the last day on which an authority may notify its decision: as many days
// after receipt as it specified (s. 84(3)).
func DecideBy(received law.Date, days int64) law.Date { return law.DaysFrom(received, int(days)) }

// ruled reports whether the authority's ruling is one of some.
func ruled(c *kase, rulings ...Ruling) bool {
	got, ok := law.Need(c, &c.Subject.Decision.Ruling, "decision.ruling")
	if !ok {
		return false
	}
	for _, r := range rulings {
		if got == r {
			return stands(c)
		}
	}
	return false
}

// is makes a condition of one ruling.
func is(r Ruling) func(*kase) bool { return func(c *kase) bool { return ruled(c, r) } }

func refusedHearing(c *kase) bool { return ruled(c, NotConsidered) }

func decides(c *kase) bool { return ruled(c, Accepted, AcceptedModified, Rejected) }

func modifiesOrRejects(c *kase) bool { return ruled(c, AcceptedModified, Rejected) }

func accepts(c *kase) bool { return ruled(c, Accepted, AcceptedModified) }

// heard judges a refusal to consider: outside every period specified, or not compliant.
func heard(c *kase) {
	windows, ok := law.Need(c, &c.Subject.Authority.Windows, "authority.windows")
	if !ok {
		return
	}
	inside := len(windows) == 0
	for _, p := range windows {
		inside = inside || p.Holds(c.On)
	}
	if !inside {
		return
	}
	if complies(c) {
		c.Breach("decision.ruling", "The authority refused to consider an expression of interest that complies and was submitted on %s, when it may be.", c.On.Long())
	}
}

func periodsPublished(c *kase) {
	a := &c.Subject.Authority
	if done, ok := law.Need(c, &a.Published, "authority.published"); ok && !done {
		c.Breach("authority.published", "The authority has not specified its periods on its website.")
	}
}

// tellBy is TellBy for a rule.
func tellBy(c *kase) (law.Date, bool) {
	windows, ok := law.Need(c, &c.Subject.Authority.Windows, "authority.windows")
	_, ok1 := law.Read(c, &c.Figures.TellDays, c.On)
	by, ok2 := TellBy(c.On, windows, c.Figures)
	return by, ok && ok1 && ok2
}

// over reports whether the body withdrew before a day, or the day is still to come and the
// thing not done: then nothing is due.
func over(c *kase, by law.Date, done *law.Fact[law.Date]) bool {
	if at, ok := c.Subject.Decision.Withdrawn.Get(); ok && !at.After(by) {
		return true
	}
	return !done.Stated() && !c.AsAt.After(by)
}

// unheard reports whether the authority refused to consider the expression: whether it may
// is a rule of its own, and nothing else is then due.
func unheard(c *kase) bool {
	r, ok := c.Subject.Decision.Ruling.Get()
	return ok && r == NotConsidered
}

// mustTell reports whether the notice is due, or was given.
func mustTell(c *kase) bool {
	if c.On.IsZero() {
		return true
	}
	if unheard(c) {
		return false
	}
	by, ok := tellBy(c)
	return !ok || stands(c) && !over(c, by, &c.Subject.Decision.Told)
}

func toldInTime(c *kase) {
	by, ok := tellBy(c)
	told, ok1 := law.Need(c, &c.Subject.Decision.Told, "decision.told")
	if ok && ok1 && told.After(by) {
		c.Breach("decision.told", "The body was told when to expect a decision on %s; the last day was %s.", told.Long(), by.Long())
	}
}

func mustDecide(c *kase) bool {
	if c.On.IsZero() {
		return true
	}
	if unheard(c) {
		return false
	}
	days, ok := law.Need(c, &c.Subject.Authority.DecideWithin, "authority.decide_within_days")
	return !ok || stands(c) && !over(c, DecideBy(c.On, days), &c.Subject.Decision.Notified)
}

func notifiedInTime(c *kase) {
	days, ok := law.Need(c, &c.Subject.Authority.DecideWithin, "authority.decide_within_days")
	at, ok1 := law.Need(c, &c.Subject.Decision.Notified, "decision.notified")
	if by := DecideBy(c.On, days); ok && ok1 && at.After(by) {
		c.Breach("decision.notified", "The decision was notified on %s; the last day was %s, %d days after receipt.", at.Long(), by.Long(), days)
	}
}

func wellBeing(c *kase) {
	if done, ok := law.Need(c, &c.Subject.Decision.WellBeing, "decision.well_being_considered"); ok && !done {
		c.Breach("decision.well_being_considered", "The authority did not consider whether acceptance would promote or improve the well-being of its area.")
	}
}

func guidance(c *kase) {
	if done, ok := law.Need(c, &c.Subject.Decision.Guidance, "decision.guidance_regarded"); ok && !done {
		c.Breach("decision.guidance_regarded", "The authority had no regard to the Secretary of State's guidance.")
	}
}

func modifiedForNeed(c *kase) {
	need, ok := law.Ask(c, &c.Subject.Decision.NotOtherwise, "decision.not_otherwise_acceptable", "Does the authority think that the expression of interest could not be accepted otherwise?")
	if ok && !need {
		c.Breach("decision.not_otherwise_acceptable", "The authority modified an expression of interest that it thought capable of acceptance.")
	}
}

func modifiedByAgreement(c *kase) {
	if agreed, ok := law.Need(c, &c.Subject.Decision.Agreed, "decision.modification_agreed"); ok && !agreed {
		c.Breach("decision.modification_agreed", "The body did not agree to the modification.")
	}
}

func onSomeGround(c *kase) {
	if list, ok := law.Need(c, &c.Subject.Decision.Grounds, groundsListed); ok && len(list) == 0 {
		c.Breach(groundsListed, "The expression of interest is rejected on none of the ten grounds.")
	}
}

func reasoned(c *kase) {
	if given, ok := law.Need(c, &c.Subject.Decision.Reasons, "decision.reasons_given"); ok && !given {
		c.Breach("decision.reasons_given", "The notification gives no reasons.")
	}
}

func onWebsite(c *kase) {
	if done, ok := law.Need(c, &c.Subject.Decision.OnWebsite, "decision.published"); ok && !done {
		c.Breach("decision.published", "The notification is not published on the authority's website.")
	}
}

// mustProcure reports whether a procurement exercise is due, or was begun.
func mustProcure(c *kase) bool {
	if !accepts(c) || c.On.IsZero() {
		return accepts(c)
	}
	most, ok := law.Need(c, &c.Subject.Authority.BeginWithin, "authority.begin_within_days")
	return !ok || !over(c, law.DaysFrom(c.On, int(most)), &c.Subject.Decision.Begun)
}

func procuredInTime(c *kase) {
	most, ok := law.Need(c, &c.Subject.Authority.BeginWithin, "authority.begin_within_days")
	begun, ok1 := law.Need(c, &c.Subject.Decision.Begun, "decision.procurement_begun")
	if by := law.DaysFrom(c.On, int(most)); ok && ok1 && begun.After(by) {
		c.Breach("decision.procurement_begun", "The procurement exercise began on %s; the last day was %s, %d days after acceptance.", begun.Long(), by.Long(), most)
	}
}

// procures reports whether an expression was accepted and the exercise has begun.
func procures(c *kase) bool { return accepts(c) && c.Subject.Decision.Begun.Stated() }

func procuredNotEarly(c *kase) {
	least, ok := law.Need(c, &c.Subject.Authority.BeginAfter, "authority.begin_after_days")
	begun, ok1 := law.Need(c, &c.Subject.Decision.Begun, "decision.procurement_begun")
	if from := law.DaysFrom(c.On, int(least)); ok && ok1 && begun.Before(from) {
		c.Breach("decision.procurement_begun", "The procurement exercise began on %s; the first day was %s, %d days after acceptance.", begun.Long(), from.Long(), least)
	}
}

func procuredFittingly(c *kase) {
	suits, ok := law.Ask(c, &c.Subject.Decision.Suited, "decision.procurement_suited", "Does the procurement exercise suit the value and nature of the contract?")
	if ok && !suits {
		c.Breach("decision.procurement_suited", "The procurement exercise does not suit the value and nature of the contract.")
	}
}

func procuredForWellBeing(c *kase) {
	if done, ok := law.Need(c, &c.Subject.Decision.Promoted, "decision.procurement_well_being"); ok && !done {
		c.Breach("decision.procurement_well_being", "The authority did not consider how the exercise might promote or improve the well-being of its area.")
	}
}
