package company

import "github.com/rochdale-go/rochdale/legalform/law"

// AGMLate is the code of the rule on the day of an annual general meeting.
const AGMLate law.Code = "company.annual-meeting-late"

// An AnnualMeeting is one for the year that ends on an accounting reference date.
type AnnualMeeting struct {
	ReferenceDate law.Fact[law.Date] `json:"reference_date,omitzero"`
	Held          law.Fact[law.Date] `json:"held,omitzero"`
	// Shortened is the day of the notice by which the company shortened an accounting period,
	// where it did and is late for that reason (s. 336(2)).
	Shortened law.Fact[law.Date] `json:"shortening_notice,omitzero"`
	// FirstUnderAct: it is the first after 30 September 2007 of a company that was public then,
	// whose day the Act of 1985 decides. It is asked for until reference dates of 2009.
	FirstUnderAct law.Fact[bool] `json:"first_after_september_2007,omitzero"`
}

var yearEnd = dated("annual_meeting.reference_date", func(c *Company) *law.Fact[AnnualMeeting] { return &c.AnnualMeeting }, func(m *AnnualMeeting) law.Fact[law.Date] { return m.ReferenceDate })

var annuals = law.Topic("annual general meetings",
	rule{
		Code: AGMLate, Provision: sec("s. 336(1)-(2)", "336"),
		Says:    "A public company must hold an annual general meeting in each six months beginning with the day after its accounting reference date, a private traded company in each nine, or within three months of a notice that shortened the period.",
		InForce: fromPart13, Event: yearEnd, Applies: needsAnnualMeeting, Check: annualInTime,
		Remedy: "Hold the meeting now; failure is an offence by every officer in default.",
	},
)

func needsAnnualMeeting(c *kase) bool {
	if !c.Subject.AnnualMeeting.Stated() {
		return false
	}
	public, ok := law.Need(c, &c.Subject.Public, "public")
	if ok && public {
		return !firstUnderAct(c)
	}
	return ok && tradedOn(c)
}

// secondYear is a reference date by which every older public company's first annual meeting
// after 30 September 2007 was due.
var secondYear = law.MustDate("2009-01-01")

// firstUnderAct is the saving of SI 2007/2194 Sch 3 para 35 for companies that were public
// before 1 October 2007.
func firstUnderAct(c *kase) bool {
	if !c.On.Before(secondYear) {
		return false
	}
	formed, ok := law.Need(c, &c.Subject.Formed, "formed")
	if !ok || !formed.Before(part13Day) {
		return !ok
	}
	first, ok := law.Need(c, &c.Subject.AnnualMeeting.Ptr().FirstUnderAct, "annual_meeting.first_after_september_2007")
	return !ok || first
}

// annualInTime asks for the day of the meeting only once the time is over.
func annualInTime(c *kase) {
	h := &c.Figures.AnnualMonths
	if public, _ := c.Subject.Public.Get(); !public {
		h = &c.Figures.TradedAnnualMonths
	}
	months, ok := law.Read(c, h, c.On)
	m, last := c.Subject.AnnualMeeting.Ptr(), law.MonthsAfterEnd(c.On, months)
	if shortened, is := m.Shortened.Get(); is {
		more, _ := law.Read(c, &c.Figures.ShortenedMonths, c.On)
		if later := law.MonthsFrom(shortened, more); later.After(last) {
			last = later
		}
	}
	if !ok || !m.Held.Stated() && !c.AsAt.After(last) {
		return
	}
	if held, ok := law.Need(c, &m.Held, "annual_meeting.held"); ok && (held.After(last) || !held.After(c.On)) {
		c.Breach("annual_meeting.held", "The annual meeting was held on %s, not in the %d months to %s.", held.Long(), months, last.Long())
	}
}
