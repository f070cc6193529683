package charity

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Effective says when an amendment takes effect.
type Effective struct {
	// On is the first day on which it is in effect; none where Known is false.
	On law.Date `json:"on,omitzero"`
	// By is the provision that says so.
	By law.Provision `json:"by,omitzero"`
	// Never says why it cannot take effect, or why nothing is worked out.
	Never string `json:"never,omitempty"`
	// Missing are facts without which there is no answer.
	Missing []law.Missing `json:"missing,omitempty"`
}

// Known reports whether there is a day.
func (e *Effective) Known() bool { return e.Never == "" && len(e.Missing) == 0 && !e.On.IsZero() }

// need moves the day on to a date that it waits for.
func (e *Effective) need(f *law.Fact[law.Date], path string) law.Date {
	d, ok := f.Get()
	if !ok {
		e.Missing = append(e.Missing, law.Missing{Path: path})
		return d
	}
	if d.After(e.On) {
		e.On = d
	}
	return d
}

func (e *Effective) must(f *law.Fact[bool], path string) bool {
	v, ok := f.Get()
	if !ok {
		e.Missing = append(e.Missing, law.Missing{Path: path})
	}
	return v
}

// AmendmentEffective says when the amendment put to a charity takes effect, whether or not
// it was carried: since 7 March 2024 a CIO's on passing, unless it alters the purposes; an
// unincorporated charity's on the last of the resolutions and the consent; a charter's on
// the Order in Council. Before that day a CIO's waited for registration. A day that the
// resolution itself sets postpones it. Of a company nothing is worked out: its own law says
// when, which for its objects is on registration by the registrar of companies. The day of
// passing decides which law applies.
func (f *Figures) AmendmentEffective(s *Charity) Effective {
	var e Effective
	k, ok := s.Kind.Get()
	r := s.Resolution.Ptr()
	switch {
	case !ok:
		e.Missing = append(e.Missing, law.Missing{Path: "kind"})
	case r == nil:
		e.Missing = append(e.Missing, law.Missing{Path: "resolution"})
	case k == Company || k == AcademyTrust:
		e.Never = "company law, which is not worked out here, says when a company's alteration takes effect"
	case k == RoyalCharter:
		e.By = act2011.At("s. 280C(6)", "section/280C")
		e.need(&r.OrderMade, "resolution.order_made")
	case k == Unincorporated:
		e.unincorporated(f, s, r)
	default:
		e.cio(r)
	}
	if len(e.Missing) > 0 || e.Never != "" {
		e.On = law.Date{}
	}
	return e
}

func (e *Effective) alterations(r *Resolution) []Alteration {
	list, ok := r.Alters.Get()
	if !ok {
		e.Missing = append(e.Missing, law.Missing{Path: "resolution.alters"})
	}
	return list
}

func (e *Effective) cio(r *Resolution) {
	day := e.need(&r.Passed, "resolution.passed")
	list := e.alterations(r)
	e.need(&r.Specified, "resolution.specified")
	old := day.Before(law.MustDate(start2022))
	e.By = act2011.At("s. 227(1B)", "section/227")
	switch {
	case old:
		e.By = act2011.At("s. 227(2)", "section/227")
		e.need(&r.Registered, "resolution.registered")
		return
	case slices.Contains(list, Purposes):
		e.By = act2011.At("s. 227(1A)", "section/227")
		e.need(&r.Registered, "resolution.registered")
	}
	if slices.ContainsFunc(list, regulated) && !e.must(&r.Consented, "resolution.consented") {
		e.Never = "it makes a regulated alteration without the Commission's consent"
	}
}

// regulated reports whether a company or CIO needs consent for an alteration.
func regulated(a Alteration) bool { return a <= TrusteeBenefit }

func (e *Effective) unincorporated(f *Figures, s *Charity, r *Resolution) {
	day := e.need(&r.Passed, "resolution.passed")
	list := e.alterations(r)
	if day.Before(law.MustDate(start2022)) && slices.Contains(list, Purposes) {
		e.former(f, day, r)
		return
	}
	e.By = act2011.At("s. 280B(1)", "section/280B")
	e.need(&r.Specified, "resolution.specified")
	if e.must(&s.DistinctMembers, "distinct_members") {
		e.need(approved(r), "resolution."+approvedPath(r))
	}
	if day.Before(law.MustDate(start2022)) {
		e.By = act2011.At("s. 280(6)", "section/280")
		return
	}
	agrees, said := r.PersonConsents.Get()
	switch {
	case !said && needsConsent(list, false) && !needsConsent(list, true):
		e.Missing = append(e.Missing, law.Missing{Path: "resolution.person_consents"})
		return
	case !needsConsent(list, agrees):
		return
	}
	if !e.must(&r.Consented, "resolution.consented") {
		e.Never = "it needs the Commission's consent, which is not given"
		return
	}
	e.need(&r.ConsentOn, "resolution.consent_on")
}

// former is s. 277: at the end of the period, and so from the day after it.
func (e *Effective) former(f *Figures, day law.Date, r *Resolution) {
	e.By = act2011.At("s. 277", "section/277")
	wait, ok := f.FormerWait.At(day)
	if !ok {
		e.Missing = append(e.Missing, law.Missing{Path: "figures." + f.FormerWait.ID()})
		return
	}
	if had := e.need(&r.Sent, "resolution.sent"); !had.IsZero() {
		e.On = law.DaysBeginningWith(had, wait.Value).AddDays(1)
	}
}

// approved is the day of the members' resolution.
func approved(r *Resolution) *law.Fact[law.Date] {
	if at, ok := r.AtMeeting.Get(); ok && !at {
		return &r.LastAgreed
	}
	return &r.Held
}

func approvedPath(r *Resolution) string {
	if at, ok := r.AtMeeting.Get(); ok && !at {
		return "last_agreed"
	}
	return "held"
}

// needsConsent is s. 280A(8), with the exception of s. 280A(9) where the person concerned
// consents or is no more.
func needsConsent(list []Alteration, personConsents bool) bool {
	return slices.ContainsFunc(list, func(a Alteration) bool {
		return !personConsents || a != ThirdPartyConsent && a != NamedRight
	})
}

// actedInTime tests the day from which a charity treats an amendment as in effect.
func actedInTime(c *kase) {
	r := c.Subject.Resolution.Ptr()
	acted, ok := law.Need(c, &r.ActedOn, "resolution.acted_on")
	if !ok {
		return
	}
	e := c.Figures.AmendmentEffective(c.Subject)
	for _, m := range e.Missing {
		c.Unknown(m.Path, m.Question)
	}
	switch {
	case e.Never != "":
		c.Breach("resolution.acted_on", "The amendment is treated as in effect from %s, and has none: %s.", acted.Long(), e.Never)
	case e.Known() && acted.Before(e.On):
		c.Breach("resolution.acted_on", "The amendment is treated as in effect from %s; it takes effect on %s.", acted.Long(), e.On.Long())
	}
}
