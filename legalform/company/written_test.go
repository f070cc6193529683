package company

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func inWrite() Company {
	c := resolving()
	by(Ordinary, Written, 60, 0, 100)(&c)
	c.CirculationRequest = law.Known(CirculationRequest{
		Received: on("2026-03-01"), Votes: num(50), OfAll: num(1000), ArticlesShare: law.Known(law.Ratio{}),
		Words: law.Known(1000), Improper: no, ExpensesMet: yes, FirstCopy: on("2026-03-22"),
	})
	return c
}

func request(f func(*CirculationRequest)) change {
	return func(c *Company) { f(c.CirculationRequest.Ptr()) }
}

func unasked(c *Company) { c.CirculationRequest = law.Fact[CirculationRequest]{} }

func TestWrittenResolutions(t *testing.T) {
	suite(t, writtenTable, inWrite, []tcase{
		{Name: "s. 288(2): nobody is removed", Code: RemovalInWriting, Want: law.Met},
		{Name: "s. 288(2)(a): a director", Code: RemovalInWriting, Change: kind(RemovalOfDirector), Want: law.Breached},
		{Name: "s. 288(2)(a): a director, by what is called ordinary", Code: RemovalInWriting, Change: with(func(r *Resolution) { r.RemovesDirector = yes }), Want: law.Breached},
		{Name: "s. 288(2)(a): nobody says its purpose", Code: RemovalInWriting, Change: with(func(r *Resolution) { r.RemovesDirector = law.Fact[bool]{} }), Want: law.Unknown, At: "resolution.removes_director"},
		{Name: "s. 288(2)(b): an auditor", Code: RemovalInWriting, Change: with(func(r *Resolution) { r.RemovesAuditor = yes }), Want: law.Breached},
		{Name: "s. 288: a poll", Code: RemovalInWriting, Change: way(Poll), Want: law.NotApplicable},
		{Name: "s. 289: on the circulation date", Code: EligibleOnWrongDay, Want: law.Met},
		{Name: "s. 289: a day later", Code: EligibleOnWrongDay, Change: with(func(r *Resolution) { r.EligibleOn = on("2026-06-02") }), Want: law.Breached},
		{Name: "s. 289(2): those entitled changed, and are taken at the first copy", Code: EligibleOnWrongDay, Change: with(func(r *Resolution) { r.EntitlementChanged, r.EligibleAtFirstCopy = yes, yes }), Want: law.Met},
		{Name: "s. 289(2): those entitled changed, and are taken at the end of the day", Code: EligibleOnWrongDay, Change: with(func(r *Resolution) { r.EntitlementChanged, r.EligibleAtFirstCopy = yes, no }), Want: law.Breached},
		{Name: "s. 289: a poll", Code: EligibleOnWrongDay, Change: way(Poll), Want: law.NotApplicable},
		{Name: "s. 290: the first copy", Code: CirculationMisdated, Want: law.Met},
		{Name: "s. 290: the last copy", Code: CirculationMisdated, Change: with(func(r *Resolution) {
			r.CopiesSent = law.Known([]law.Date{law.MustDate("2026-06-01"), law.MustDate("2026-05-31")})
		}), Want: law.Breached},
		{Name: "s. 290: a poll", Code: CirculationMisdated, Change: way(Poll), Want: law.NotApplicable},
		{Name: "s. 292(5): exactly 5%", Code: CirculationUnsupported, Want: law.Met},
		{Name: "s. 292(5): one vote short", Code: CirculationUnsupported, Change: request(func(r *CirculationRequest) { r.Votes = num(49) }), Want: law.Breached},
		{Name: "s. 292(5): the articles ask for less", Code: CirculationUnsupported, Change: request(func(r *CirculationRequest) { r.Votes, r.ArticlesShare = num(20), law.Known(law.Percent(2)) }), Want: law.Met},
		{Name: "s. 292(5): the articles cannot ask for more", Code: CirculationUnsupported, Change: request(func(r *CirculationRequest) { r.ArticlesShare = law.Known(law.Percent(10)) }), Want: law.Met},
		{Name: "s. 292: a public company", Code: CirculationUnsupported, Change: public, Want: law.NotApplicable},
		{Name: "s. 292(3): a thousand words", Code: CirculationTooLong, Want: law.Met},
		{Name: "s. 292(3): one more", Code: CirculationTooLong, Change: request(func(r *CirculationRequest) { r.Words = law.Known(1001) }), Want: law.Breached},
		{Name: "s. 292(3): no request", Code: CirculationTooLong, Change: unasked, Want: law.NotApplicable},
		{Name: "s. 292(2): proper", Code: CirculationImproper, Want: law.Met},
		{Name: "s. 292(2): vexatious", Code: CirculationImproper, Change: request(func(r *CirculationRequest) { r.Improper = yes }), Want: law.Breached},
		{Name: "s. 292(2): nobody has judged", Code: CirculationImproper, Change: request(func(r *CirculationRequest) { r.Improper = law.Fact[bool]{} }), Want: law.Unknown},
		{Name: "s. 292(2): no request", Code: CirculationImproper, Change: unasked, Want: law.NotApplicable},
		{Name: "s. 293(3): the twenty-first day", Code: CirculationLate, Want: law.Met},
		{Name: "s. 293(3): the day after", Code: CirculationLate, Change: request(func(r *CirculationRequest) { r.FirstCopy = on("2026-03-23") }), Want: law.Breached},
		{Name: "s. 293(3): there is still time", Code: CirculationLate, On: "2026-03-22", Change: request(func(r *CirculationRequest) { r.FirstCopy = law.Fact[law.Date]{} }), Want: law.Met},
		{Name: "s. 293(3): time is over", Code: CirculationLate, On: "2026-03-23", Change: request(func(r *CirculationRequest) { r.FirstCopy = law.Fact[law.Date]{} }), Want: law.Unknown},
		{Name: "s. 294(2): no sum was tendered", Code: CirculationLate, Change: request(func(r *CirculationRequest) { r.FirstCopy, r.ExpensesMet = on("2026-03-23"), no }), Want: law.NotApplicable},
		{Name: "s. 293: no request", Code: CirculationLate, Change: unasked, Want: law.NotApplicable},
		{Name: "s. 296(1): authenticated documents", Code: AgreementNotSigned, Want: law.Met},
		{Name: "s. 296(1): by word of mouth", Code: AgreementNotSigned, Change: with(func(r *Resolution) { r.UnauthenticatedCounted = yes }), Want: law.Breached},
		{Name: "s. 296: a poll", Code: AgreementNotSigned, Change: way(Poll), Want: law.NotApplicable},
		{Name: "s. 296(3): agreement stands", Code: AgreementRevoked, Want: law.Met},
		{Name: "s. 296(3): treated as revoked", Code: AgreementRevoked, Change: with(func(r *Resolution) { r.RevocationsCounted = yes }), Want: law.Breached},
		{Name: "s. 296: a poll", Code: AgreementRevoked, Change: way(Poll), Want: law.NotApplicable},
		{Name: "s. 297: the last day", Code: AgreementAfterLapse, Change: with(func(r *Resolution) { r.Decided = on("2026-06-28") }), Want: law.Met},
		{Name: "s. 297: the day after", Code: AgreementAfterLapse, Change: with(func(r *Resolution) { r.Decided = on("2026-06-29") }), Want: law.Breached},
		{Name: "s. 297(1)(a): the articles' fourteen days", Code: AgreementAfterLapse, Change: with(func(r *Resolution) { r.LapseDays = law.Known(14) }), Want: law.Breached},
		{Name: "s. 297: a poll", Code: AgreementAfterLapse, Change: way(Poll), Want: law.NotApplicable},
		{Name: "s. 300: the route is open", Code: WrittenRouteTakenAway, Want: law.Met},
		{Name: "s. 300: barred", Code: WrittenRouteTakenAway, Change: func(c *Company) { c.Articles.BarsWritten = yes }, Want: law.Breached},
		{Name: "s. 300: a public company", Code: WrittenRouteTakenAway, Change: public, Want: law.NotApplicable},
	})
}

func TestB11AWrittenResolutionLapses(t *testing.T) {
	f := Enacted()
	last, ok := LapsesOn(&f, law.MustDate("2026-03-01"), 0)
	assert.True(t, ok)
	assert.Equal(t, "2026-03-28", last.String())
	_, ok = LapsesOn(&f, law.MustDate("2007-09-30"), 0)
	assert.False(t, ok)
}
