package cic

import "github.com/rochdale-go/rochdale/legalform/law"

var yearEnd = event{Path: "community_report.year_end", Of: func(c *Company) law.Fact[law.Date] {
	if r := c.Report.Ptr(); r != nil {
		return r.YearEnd
	}
	return law.Fact[law.Date]{}
}}

var yearStart = event{Path: "community_report.year_start", Of: func(c *Company) law.Fact[law.Date] {
	if r := c.Report.Ptr(); r != nil {
		return r.YearStart
	}
	return law.Fact[law.Date]{}
}}

// firstDividend is the earliest declaration of any dividend that bears on the report, and
// lastDividend the latest of one for its year; no fact where one of them is undated.
var (
	firstDividend = event{Path: "community_report.dividends", Of: func(c *Company) law.Fact[law.Date] {
		return dividendDate(c, false, func(d, e law.Date) bool { return d.Before(e) })
	}}
	lastDividend = event{Path: "community_report.dividends", Of: func(c *Company) law.Fact[law.Date] {
		return dividendDate(c, true, law.Date.After)
	}}
)

func dividendDate(c *Company, forYear bool, better func(d, e law.Date) bool) (date law.Fact[law.Date]) {
	r := c.Report.Ptr()
	if r == nil {
		return date
	}
	for _, d := range r.Dividends.Or(nil) {
		if forYear && !d.ForYear.Or(false) {
			continue
		}
		on, ok := d.Declared.Get()
		if !ok {
			return law.Fact[law.Date]{}
		}
		if e, ok := date.Get(); !ok || better(on, e) {
			date = d.Declared
		}
	}
	return date
}

func hasReport(c *kase) bool { return c.Subject.Report.Stated() }

func reportPrepared(c *kase) {
	mustBe(c, &c.Subject.Report.Ptr().Prepared, true, "community_report.prepared", "The directors prepared no report for the year.")
}

func reportDelivered(c *kase) {
	mustBe(c, &c.Subject.Report.Ptr().IsDelivered, true, "community_report.is_delivered", "No copy of the report was delivered to the registrar.")
}

func reportDelivered2005(c *kase) {
	r := c.Subject.Report.Ptr()
	delivered, ok := law.Need(c, &r.IsDelivered, "community_report.is_delivered")
	if !ok || delivered {
		return
	}
	exempted, ok := law.Need(c, &r.Exempted, "community_report.exempted")
	if ok && (!exempted || c.Doubt(exemptDoubt, exemptNo, exemptYes) == 0) {
		c.Breach("community_report.is_delivered", "No copy of the report was delivered to the registrar.")
	}
}

func reportIsDelivered(c *kase) bool {
	if !hasReport(c) {
		return false
	}
	is, ok := law.Need(c, &c.Subject.Report.Ptr().IsDelivered, "community_report.is_delivered")
	return ok && is
}

// ReportBy returns the last day for delivering the report for a year: so many months after
// its end, on the corresponding date, or on the last day of the month where the year ends
// on one (Companies Act 2006 s. 443). A company's first accounts may have longer. It
// reports false for years that began before 6 April 2008.
func ReportBy(f *Figures, yearStart, yearEnd law.Date, public bool) (law.Date, bool) {
	h := &f.PrivateReportMonths
	if public {
		h = &f.PublicReportMonths
	}
	e, ok := h.At(yearStart)
	if !ok {
		return law.Date{}, false
	}
	by := law.MonthsFrom(yearEnd, e.Value)
	if yearEnd == yearEnd.EndOfMonth() {
		by = by.EndOfMonth()
	}
	return by, true
}

func reportInTime(c *kase) {
	r := c.Subject.Report.Ptr()
	end, ok1 := law.Need(c, &r.YearEnd, "community_report.year_end")
	delivered, ok2 := law.Need(c, &r.Delivered, "community_report.delivered")
	public, ok3 := law.Need(c, &c.Subject.Public, "public")
	if by, ok := ReportBy(c.Figures, c.On, end, public); ok && ok1 && ok2 && ok3 && delivered.After(by) {
		c.Breach("community_report.delivered", "The report for the year to %s was delivered on %s; the last day was %s.", end.Long(), delivered.Long(), by.Long())
	}
}

func reportSigned(c *kase) {
	mustBe(c, &c.Subject.Report.Ptr().Signed, true, "community_report.signed", "The report was not approved and signed.")
}

func reportsBenefit(c *kase) {
	mustBe(c, &c.Subject.Report.Ptr().Benefit, true, "community_report.benefit",
		"The report has no fair and accurate description of how the activities benefited the community.")
}

func reportsConsultation(c *kase) {
	mustBe(c, &c.Subject.Report.Ptr().Consultation, true, "community_report.consultation",
		"The report does not describe the steps taken to consult those affected, or say that there were none.")
}

func reportsRemuneration(c *kase) {
	r := c.Subject.Report.Ptr()
	given, ok := law.Need(c, &r.Remuneration, "community_report.remuneration")
	if ok && !given {
		mustBe(c, &r.InNotes, true, "community_report.in_notes",
			"Neither the report, nor the notes to the accounts by its reference, give the particulars of directors' remuneration.")
	}
}

func gaveBelowValue(c *kase) bool {
	if !hasReport(c) {
		return false
	}
	gave, ok := law.Need(c, &c.Subject.Report.Ptr().BelowValue, "community_report.below_value")
	return ok && gave
}

func reportsBelowValue(c *kase) {
	mustBe(c, &c.Subject.Report.Ptr().BelowValueStated, true, "community_report.below_value_stated",
		"The report does not give the amount, or a fair estimate of the value, of what went for less than full consideration.")
}

func reportsAnyDividend(c *kase) bool {
	if !hasReport(c) {
		return false
	}
	ds, ok := law.Need(c, &c.Subject.Report.Ptr().Dividends, "community_report.dividends")
	for i := range ds {
		dated(c, ds, i)
	}
	return ok && len(ds) > 0
}

// dated lacks the day of a dividend, by which the law that governs is told.
func dated(c *kase, ds []ReportedDividend, i int) {
	if !ds[i].Declared.Stated() {
		c.Unknown(law.Path("community_report.dividends", i, "declared"), "")
	}
}

func reportsYearsDividend(c *kase) bool {
	if !hasReport(c) {
		return false
	}
	found := false
	ds, _ := law.Need(c, &c.Subject.Report.Ptr().Dividends, "community_report.dividends")
	for i := range ds {
		forYear, ok := ds[i].ForYear.Get()
		if !ok {
			c.Unknown(law.Path("community_report.dividends", i, "for_year"), "")
		}
		if forYear {
			dated(c, ds, i)
		}
		found = found || forYear
	}
	return found
}

// reportsDividends2005 holds for dividends for which earlier years still had to be stated.
func reportsDividends2005(c *kase) {
	r := c.Subject.Report.Ptr()
	year := false // whether such a dividend is for the year of the report
	for i, d := range r.Dividends.Or(nil) {
		forYear, ok := d.ForYear.Get()
		if !ok {
			c.Unknown(law.Path("community_report.dividends", i, "for_year"), "")
		}
		_, old := c.Figures.ReportYears.At(d.Declared.Or(law.Date{}))
		year = year || forYear && old
	}
	end, ok := law.Need(c, &r.YearEnd, "community_report.year_end")
	if _, old := c.Figures.ReportYears.At(end); ok && !year && !old && c.Doubt(pastDoubt, pastNo, pastYes) == 0 {
		return
	}
	mustBe(c, &r.EarlierYears, true, "community_report.earlier_years", "The report does not state the dividends and maxima of the four years before.")
	if year {
		saysOfDividends(c, true)
	}
}

func reportsDividends(c *kase) { saysOfDividends(c, false) }

// saysOfDividends requires what a report must say of the dividends for its year declared
// under the old law, or under the new.
func saysOfDividends(c *kase, old bool) {
	r := c.Subject.Report.Ptr()
	mustBe(c, &r.PerShare, true, "community_report.per_share", "The report does not state the amount on each share.")
	mustBe(c, &r.Complies, true, "community_report.complies", "The report does not explain how the declaration complies.")
	exempt, counted := kindsOf(c, r, old)
	if exempt {
		mustBe(c, &r.ExemptExplained, true, "community_report.exempt_explained", "The report does not say why the exempt dividend is exempt.")
	}
	if counted {
		mustBe(c, &r.AggregateStated, true, "community_report.aggregate_stated", "The report does not state the maximum aggregate dividend and how it was determined.")
	}
	if counted && old {
		mustBe(c, &r.ShareCapStated, true, "community_report.share_cap_stated", "The report does not state the share cap and the unused capacity, and how they were determined.")
	}
}

// kindsOf says whether some dividend for the year, under the old law or the new, is exempt,
// and whether some is not.
func kindsOf(c *kase, r *CommunityReport, old bool) (exempt, counted bool) {
	for i, d := range r.Dividends.Or(nil) {
		if _, was := c.Figures.ReportYears.At(d.Declared.Or(law.Date{})); was != old || !d.ForYear.Or(false) {
			continue
		}
		for _, x := range [...]struct {
			f     *law.Fact[bool]
			field string
			any   *bool
		}{{&d.Exempt, "exempt", &exempt}, {&d.Counted, "counted", &counted}} {
			is, ok := x.f.Get()
			if !ok {
				c.Unknown(law.Path("community_report.dividends", i, x.field), "")
			}
			*x.any = *x.any || is
		}
	}
	return exempt, counted
}

func hasDebt(capped bool) func(*kase) bool {
	return func(c *kase) bool {
		if !hasReport(c) {
			return false
		}
		debts, _ := law.Need(c, &c.Subject.Report.Ptr().Debts, "community_report.debts")
		found := false
		for i, d := range debts {
			is, ok := d.Capped.Get()
			if !ok {
				c.Unknown(law.Path("community_report.debts", i, "capped"), "")
			}
			found = found || ok && is == capped
		}
		return found
	}
}

func reportsCapped(c *kase) {
	debts := c.Subject.Report.Ptr().Debts.Or(nil)
	for i := range debts {
		if d := &debts[i]; d.Capped.Or(false) {
			ofDebt(c, &d.RateStated, i, "rate_stated", "The report does not state the rate on debt %d.")
			ofDebt(c, &d.CapStated, i, "cap_stated", "The report does not state the cap on debt %d, and how rate and cap were determined.")
		}
	}
}

func reportsUncapped(c *kase) {
	debts := c.Subject.Report.Ptr().Debts.Or(nil)
	for i := range debts {
		if d := &debts[i]; !d.Capped.Or(true) {
			ofDebt(c, &d.RateStated, i, "rate_stated", "The report does not state the rate on debt %d.")
			ofDebt(c, &d.ReasonStated, i, "reason_stated", "The report does not say why the cap does not apply to debt %d.")
		}
	}
}

func ofDebt(c *kase, f *law.Fact[bool], i int, field, message string) {
	if said, ok := f.Get(); !ok {
		c.Unknown(law.Path("community_report.debts", i, field), "")
	} else if !said {
		c.Breach(law.Path("community_report.debts", i, field), message, i+1)
	}
}
