package company

import (
	"testing"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func yearly(f func(*AnnualMeeting)) change { return func(c *Company) { f(c.AnnualMeeting.Ptr()) } }

func TestAnnualMeetings(t *testing.T) {
	held := func(s string) change { return all(public, yearly(func(m *AnnualMeeting) { m.Held = on(s) })) }
	shortened := yearly(func(m *AnnualMeeting) { m.Shortened = on("2026-05-15") })
	first := yearly(func(m *AnnualMeeting) {
		m.ReferenceDate, m.Held, m.FirstUnderAct = on("2007-12-31"), on("2008-09-30"), yes
	})
	suite(t, annuals, called, []tcase{
		{Name: "s. 336(1): the last day of six months", Code: AGMLate, Change: public, Want: law.Met},
		{Name: "s. 336(1): the day after", Code: AGMLate, Change: all(public, yearly(func(m *AnnualMeeting) { m.Held = on("2026-07-01") })), Want: law.Breached},
		{Name: "s. 336(1): not held, and there is time", Code: AGMLate, Change: all(public, yearly(func(m *AnnualMeeting) { m.Held = law.Fact[law.Date]{} })), Want: law.Met},
		{Name: "s. 336(1A): a private traded company has nine months", Code: AGMLate, Change: func(c *Company) { c.Traded = yes; c.AnnualMeeting.Ptr().Held = on("2026-09-30") }, Want: law.Met},
		{Name: "s. 336: another private company has no duty", Code: AGMLate, Want: law.NotApplicable},
		{Name: "s. 336(2): within three months of the notice that shortened the period", Code: AGMLate, Change: all(held("2026-08-15"), shortened), Want: law.Met},
		{Name: "s. 336(2): a day over", Code: AGMLate, Change: all(held("2026-08-16"), shortened), Want: law.Breached},
		{Name: "s. 336(2): the six months stand where they are longer", Code: AGMLate, Change: all(held("2026-06-30"), yearly(func(m *AnnualMeeting) { m.Shortened = on("2026-01-15") })), Want: law.Met},
		{Name: "SI 2007/2194 para 35: the first meeting goes by the Act of 1985", Code: AGMLate, Change: all(public, first), Want: law.NotApplicable},
		{Name: "SI 2007/2194 para 35: the second does not", Code: AGMLate, Change: all(public, first, yearly(func(m *AnnualMeeting) { m.FirstUnderAct = no })), Want: law.Breached},
		{Name: "SI 2007/2194 para 35: a company formed since", Code: AGMLate, Change: all(public, first, func(c *Company) { c.Formed = on("2007-10-01") }), Want: law.Breached},
	})
}
