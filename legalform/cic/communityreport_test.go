package cic

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// reporting is a private company that reports for the year to 31 March 2020, with a
// dividend of each kind and a debt of each kind.
func reporting() Company {
	return Company{Public: no, Report: law.Known(CommunityReport{
		YearStart: day("2019-04-01"), YearEnd: day("2020-03-31"), Prepared: yes, Signed: yes,
		IsDelivered: yes, Delivered: day("2020-12-31"), Exempted: no, Benefit: yes, Consultation: yes,
		Remuneration: no, InNotes: yes, BelowValue: yes, BelowValueStated: yes,
		Dividends: law.Known([]ReportedDividend{
			{Declared: day("2019-12-01"), ForYear: yes, Exempt: yes, Counted: no},
			{Declared: day("2020-06-01"), ForYear: yes, Exempt: no, Counted: yes},
		}),
		PerShare: yes, Complies: yes, ExemptExplained: yes, AggregateStated: yes, EarlierYears: yes, ShareCapStated: yes,
		Debts: law.Known([]ReportedDebt{{Capped: yes, RateStated: yes, CapStated: yes}, {Capped: no, RateStated: yes, ReasonStated: yes}}),
	})}
}

func report(change func(*CommunityReport)) func(*Company) {
	return func(c *Company) {
		r := *c.Report.Ptr()
		r.Dividends = law.Known(append([]ReportedDividend{}, r.Dividends.Or(nil)...))
		r.Debts = law.Known(append([]ReportedDebt{}, r.Debts.Or(nil)...))
		change(&r)
		c.Report = law.Known(r)
	}
}

func year(start, end string) func(*Company) {
	return report(func(r *CommunityReport) { r.YearStart, r.YearEnd = day(start), day(end) })
}

func TestReportRules(t *testing.T) {
	none := func(c *Company) { c.Report = law.Fact[CommunityReport]{} }
	dividends := func(ds ...ReportedDividend) func(*Company) {
		return report(func(r *CommunityReport) { r.Dividends = law.Known(append([]ReportedDividend{}, ds...)) })
	}
	paid := func(on string) ReportedDividend {
		return ReportedDividend{Declared: day(on), ForYear: yes, Exempt: no, Counted: yes}
	}
	before := func(on string) ReportedDividend {
		return ReportedDividend{Declared: day(on), ForYear: no}
	}
	in2014 := both(year("2013-07-01", "2014-06-30"), dividends(paid("2014-09-30")))
	old := year("2011-10-01", "2012-09-30")
	withheld := report(func(r *CommunityReport) { r.IsDelivered = no })
	exempted := report(func(r *CommunityReport) { r.Exempted = yes })
	delivered := func(on string) func(*Company) {
		return report(func(r *CommunityReport) { r.Delivered = day(on) })
	}
	debts := func(ds ...ReportedDebt) func(*Company) {
		return report(func(r *CommunityReport) { r.Debts = law.Known(append([]ReportedDebt{}, ds...)) })
	}
	lawtest.Suite[Company, Figures]{
		Rules: reportTable, Figures: Enacted(), Lawful: reporting, On: "2021-01-04", In: law.England,
		Dates: map[string]func(*Company, law.Date){
			"community_report.year_end":   func(c *Company, d law.Date) { report(func(r *CommunityReport) { r.YearEnd = law.Known(d) })(c) },
			"community_report.year_start": func(c *Company, d law.Date) { report(func(r *CommunityReport) { r.YearStart = law.Known(d) })(c) },
			"community_report.dividends": func(c *Company, d law.Date) {
				report(func(r *CommunityReport) {
					for i := range r.Dividends.Or(nil) {
						(*r.Dividends.Ptr())[i].Declared = law.Known(d)
					}
				})(c)
			},
		},
		Cases: []lawtest.Case[Company]{
			{Name: "s. 34(1): prepared", Code: NoReport, Want: law.Met},
			{Name: "s. 34(1): not prepared", Code: NoReport, Change: report(func(r *CommunityReport) { r.Prepared = no }), Want: law.Breached, At: "community_report.prepared"},
			{Name: "s. 34(1): no year in question", Code: NoReport, Change: none, Want: law.NotApplicable},
			{Name: "s. 34(1): a year with no end stated", Code: NoReport, Change: report(func(r *CommunityReport) { r.YearEnd = law.Fact[law.Date]{} }), Want: law.Unknown, At: "community_report.year_end"},

			{Name: "s. 34(2): delivered", Code: ReportUndelivered2005, Change: old, Want: law.Met},
			{Name: "s. 34(2): not delivered, and no exemption", Code: ReportUndelivered2005, Change: both(old, withheld), Want: law.Breached, At: "community_report.is_delivered"},
			{Name: "s. 34(2): not delivered by an exempt company is doubtful", Code: ReportUndelivered2005, Change: both(old, withheld, exempted), Want: law.Unknown},
			{Name: "s. 34(2): no year in question", Code: ReportUndelivered2005, Change: both(old, none), Want: law.NotApplicable},

			{Name: "reg 29A: delivered", Code: ReportUndelivered, Want: law.Met},
			{Name: "reg 29A: whatever exemption, for a year to 1 October 2012", Code: ReportUndelivered, Change: both(year("2011-10-02", "2012-10-01"), withheld, exempted), Want: law.Breached, At: "community_report.is_delivered"},
			{Name: "reg 29A: no year in question", Code: ReportUndelivered, Change: none, Want: law.NotApplicable},

			{Name: "s. 442(2)(a): nine months to the last of the month", Code: ReportLate, Want: law.Met},
			{Name: "s. 442(2)(a): a day later", Code: ReportLate, Change: delivered("2021-01-01"), Want: law.Breached, At: "community_report.delivered"},
			{Name: "s. 442(2)(b): six months for a public company", Code: ReportLate, Change: both(public, delivered("2020-09-30")), Want: law.Met},
			{Name: "s. 442(2)(b): a day later", Code: ReportLate, Change: both(public, delivered("2020-10-01")), Want: law.Breached},
			{Name: "s. 443(3): from the 30th of June to the 31st of March", Code: ReportLate, Change: both(year("2018-07-01", "2019-06-30"), delivered("2020-03-31")), Want: law.Met},
			{Name: "s. 442: not delivered at all", Code: ReportLate, Change: withheld, Want: law.NotApplicable},

			{Name: "reg 29: signed", Code: ReportUnsigned, Want: law.Met},
			{Name: "reg 29: not signed", Code: ReportUnsigned, Change: report(func(r *CommunityReport) { r.Signed = no }), Want: law.Breached, At: "community_report.signed"},
			{Name: "reg 29: no year in question", Code: ReportUnsigned, Change: none, Want: law.NotApplicable},
			{Name: "reg 26(1)(a): described", Code: ReportBenefit, Want: law.Met},
			{Name: "reg 26(1)(a): not described", Code: ReportBenefit, Change: report(func(r *CommunityReport) { r.Benefit = no }), Want: law.Breached, At: "community_report.benefit"},
			{Name: "reg 26(1)(a): no year in question", Code: ReportBenefit, Change: none, Want: law.NotApplicable},
			{Name: "reg 26(1)(b): described", Code: ReportConsultation, Want: law.Met},
			{Name: "reg 26(1)(b): not described", Code: ReportConsultation, Change: report(func(r *CommunityReport) { r.Consultation = no }), Want: law.Breached, At: "community_report.consultation"},
			{Name: "reg 26(1)(b): no year in question", Code: ReportConsultation, Change: none, Want: law.NotApplicable},
			{Name: "reg 26(3): in the notes, and said so", Code: ReportRemuneration, Want: law.Met},
			{Name: "reg 26(1)(c): in the report", Code: ReportRemuneration, Change: report(func(r *CommunityReport) { r.Remuneration, r.InNotes = yes, law.Fact[bool]{} }), Want: law.Met},
			{Name: "reg 26(1)(c): in neither", Code: ReportRemuneration, Change: report(func(r *CommunityReport) { r.InNotes = no }), Want: law.Breached, At: "community_report.in_notes"},
			{Name: "reg 26(3): whether the notes give them nobody says", Code: ReportRemuneration, Change: report(func(r *CommunityReport) { r.InNotes = law.Fact[bool]{} }), Want: law.Unknown, At: "community_report.in_notes"},
			{Name: "reg 26(1)(c): gone for years ending from 6 April 2008", Code: ReportRemuneration, Change: both(year("2008-04-06", "2009-04-05"), report(func(r *CommunityReport) { r.InNotes = no })), Want: law.NotInForce},
			{Name: "reg 26(1)(c): no year in question", Code: ReportRemuneration, Change: none, Want: law.NotApplicable},
			{Name: "reg 26(2): stated", Code: ReportBelowValue, Want: law.Met},
			{Name: "reg 26(2): not stated", Code: ReportBelowValue, Change: report(func(r *CommunityReport) { r.BelowValueStated = no }), Want: law.Breached, At: "community_report.below_value_stated"},
			{Name: "reg 26(2): nothing given", Code: ReportBelowValue, Change: report(func(r *CommunityReport) { r.BelowValue = no }), Want: law.NotApplicable},

			{Name: "reg 27 as made: all stated", Code: ReportDividends2005, Change: in2014, Want: law.Met},
			{Name: "reg 27(2)(b) as made: nothing of earlier years", Code: ReportDividends2005, Change: both(in2014, report(func(r *CommunityReport) { r.EarlierYears = no })), Want: law.Breached, At: "community_report.earlier_years"},
			{Name: "reg 27(4)(b)(i) as made: no share cap", Code: ReportDividends2005, Change: both(in2014, report(func(r *CommunityReport) { r.ShareCapStated = no })), Want: law.Breached, At: "community_report.share_cap_stated"},
			{Name: "reg 27(1)(b) as made: bites on earlier years alone", Code: ReportDividends2005, Change: both(year("2013-07-01", "2014-06-30"), dividends(before("2012-05-01")), report(func(r *CommunityReport) { r.EarlierYears = no })), Want: law.Breached, At: "community_report.earlier_years"},
			{Name: "reg 1(2) of 2014: a later year after older dividends is doubtful", Code: ReportDividends2005, Change: both(dividends(before("2014-05-01")), report(func(r *CommunityReport) { r.EarlierYears = no })), Want: law.Unknown},
			{Name: "reg 1(2) of 2014: declared on 1 October 2014", Code: ReportDividends2005, Change: both(in2014, dividends(paid("2014-10-01"))), Want: law.NotInForce},
			{Name: "reg 27 as made: no dividend", Code: ReportDividends2005, Change: both(year("2013-07-01", "2014-06-30"), dividends()), Want: law.NotApplicable},

			{Name: "reg 27: all stated", Code: ReportDividends, Want: law.Met},
			{Name: "reg 27: nothing of earlier years is asked", Code: ReportDividends, Change: report(func(r *CommunityReport) { r.EarlierYears, r.ShareCapStated = no, no }), Want: law.Met},
			{Name: "reg 27(2): not on each share", Code: ReportDividends, Change: report(func(r *CommunityReport) { r.PerShare = no }), Want: law.Breached, At: "community_report.per_share"},
			{Name: "reg 27(3): compliance not explained", Code: ReportDividends, Change: report(func(r *CommunityReport) { r.Complies = no }), Want: law.Breached, At: "community_report.complies"},
			{Name: "reg 27(4)(a): the exemption not explained", Code: ReportDividends, Change: report(func(r *CommunityReport) { r.ExemptExplained = no }), Want: law.Breached, At: "community_report.exempt_explained"},
			{Name: "reg 27(4)(b): no maximum", Code: ReportDividends, Change: report(func(r *CommunityReport) { r.AggregateStated = no }), Want: law.Breached, At: "community_report.aggregate_stated"},
			{Name: "reg 27(4)(b): no maximum is asked of exempt dividends alone", Code: ReportDividends, Change: both(report(func(r *CommunityReport) { r.AggregateStated = no }), dividends(ReportedDividend{Declared: day("2019-12-01"), ForYear: yes, Exempt: yes, Counted: no})), Want: law.Met},
			{Name: "reg 27(1): not for the year", Code: ReportDividends, Change: dividends(before("2019-01-01")), Want: law.NotApplicable},
			{Name: "reg 27(1): nobody says for which year", Code: ReportDividends, Change: dividends(ReportedDividend{Declared: day("2019-12-01")}), Want: law.Unknown, At: "community_report.dividends[0].for_year"},
			{Name: "reg 27(1): nobody says when it was declared", Code: ReportDividends, Change: dividends(ReportedDividend{ForYear: yes, Exempt: no, Counted: yes}), Want: law.Unknown, At: "community_report.dividends[0].declared"},
			{Name: "reg 27(1) as made: nobody says when it was declared", Code: ReportDividends2005, Change: both(year("2013-07-01", "2014-06-30"), dividends(paid("2013-09-30"), ReportedDividend{ForYear: no})), Want: law.Unknown, At: "community_report.dividends[1].declared"},
			{Name: "reg 27(1): nobody says whether there was one", Code: ReportDividends, Change: func(c *Company) {
				r := *c.Report.Ptr()
				r.Dividends = law.Fact[[]ReportedDividend]{}
				c.Report = law.Known(r)
			}, Want: law.Unknown, At: "community_report.dividends"},

			{Name: "reg 28(1): rate and cap", Code: ReportCappedDebts, Want: law.Met},
			{Name: "reg 28(1)(b): no cap", Code: ReportCappedDebts, Change: debts(ReportedDebt{Capped: yes, RateStated: yes, CapStated: no}), Want: law.Breached, At: "community_report.debts[0].cap_stated"},
			{Name: "reg 28(1): no such debt", Code: ReportCappedDebts, Change: debts(), Want: law.NotApplicable},
			{Name: "reg 28: nobody says whether capped", Code: ReportCappedDebts, Change: debts(ReportedDebt{}), Want: law.Unknown, At: "community_report.debts[0].capped"},
			{Name: "reg 28(2): rate and reason", Code: ReportUncappedDebts, Want: law.Met},
			{Name: "W16, reg 28(2)(b): no reason for an agreement older than the company is a CIC", Code: ReportUncappedDebts, Change: debts(ReportedDebt{Capped: no, RateStated: yes, ReasonStated: no}), Want: law.Breached, At: "community_report.debts[0].reason_stated"},
			{Name: "reg 28(2): no such debt", Code: ReportUncappedDebts, Change: debts(ReportedDebt{Capped: yes, RateStated: yes, CapStated: yes}), Want: law.NotApplicable},
		},
	}.Run(t)
}

func TestReg1Of2014AReportOfTwoDividendsNeedsBothLaws(t *testing.T) {
	c, f := reporting(), Enacted()
	both(year("2013-10-01", "2014-12-31"), report(func(r *CommunityReport) {
		r.Dividends = law.Known([]ReportedDividend{
			{Declared: day("2014-09-30"), ForYear: yes, Exempt: no, Counted: yes},
			{Declared: day("2014-10-01"), ForYear: yes, Exempt: yes, Counted: no},
		})
		r.EarlierYears, r.ExemptExplained = no, no
	}))(&c)
	rep := reportTable.Judge(&c, &f, law.MustDate("2015-03-01"), law.England)
	require.ErrorIs(t, rep.Err(), ReportDividends2005)
	require.ErrorIs(t, rep.Err(), ReportDividends)
}

func TestS443ReportBy(t *testing.T) {
	f := Enacted()
	for _, x := range []struct {
		start, end string
		public     bool
		want       string
	}{
		{"2019-04-01", "2020-03-31", false, "2020-12-31"},
		{"2018-07-01", "2019-06-30", false, "2020-03-31"},
		{"2018-06-01", "2019-05-31", false, "2020-02-29"},
		{"2018-03-01", "2019-02-28", true, "2019-08-31"},
		{"2018-04-06", "2019-04-05", false, "2020-01-05"},
		{"2008-04-06", "2009-04-05", true, "2009-10-05"},
	} {
		by, ok := ReportBy(&f, law.MustDate(x.start), law.MustDate(x.end), x.public)
		assert.True(t, ok)
		assert.Equal(t, law.MustDate(x.want), by, x.end)
	}
	_, ok := ReportBy(&f, law.MustDate("2008-04-05"), law.MustDate("2009-04-04"), false)
	assert.False(t, ok, "years that began earlier are under the Act of 1985")
}
