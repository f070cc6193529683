package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// replacing puts a resolution to replace the auditor to a meeting, with every notice given.
func replacing(meeting string) change {
	return acc(func(a *Accounts) {
		d := law.MustDate(meeting)
		a.AuditorResolution = law.Known(AuditorResolution{
			Meeting: law.Known(d), ToSociety: law.Known(d.AddDays(-29)), Substitute: law.Known(false), CopySent: law.Known(true),
			WithMeeting: law.Known(false), Advertised: law.Known(d.AddDays(-15)),
		})
	})
}

func TestAuditors(t *testing.T) {
	lawful := func() Society {
		s := audited()
		replacing("2025-09-30")(&s)
		return s
	}
	tied := func(ties ...Tie) change {
		return acc(func(a *Accounts) { a.Auditors = law.Known([]Auditor{auditor(true, ties...)}) })
	}
	reporter := func(ties ...Tie) change {
		return acc(func(a *Accounts) { a.Reporter = law.Known(Reporter{Auditor: auditor(true, ties...)}) })
	}
	res := func(f func(*AuditorResolution)) change {
		return acc(func(a *Accounts) { f(a.AuditorResolution.Ptr()) })
	}
	given := func(d string) change { return res(func(r *AuditorResolution) { r.ToSociety = on(d) }) }
	advertised := func(d string) change { return res(func(r *AuditorResolution) { r.Advertised = on(d) }) }
	uncopied := res(func(r *AuditorResolution) { r.CopySent = law.Known(false) })
	substitute := res(func(r *AuditorResolution) { r.Substitute = law.Known(true) })
	none := accUnstated(func(a *Accounts) *law.Fact[AuditorResolution] { return &a.AuditorResolution })
	old := both(accIn1994, replacing("1995-02-28"))
	type c = lawtest.Case[Society]
	cases := []c{
		{Name: "s. 92(2): no tie", Code: AuditorIneligible, Want: law.Met},
		{Name: "s. 92: a body corporate may audit", Code: AuditorIneligible, Change: tied(CorporateAuditor), Want: law.Met},
		{Name: "s. 92(1)(c): whoever reports is bound too", Code: AuditorIneligible, Change: reporter(PartnerOfOne), Want: law.Breached, At: "accounts.reporter.ties"},
		{Name: "s. 92: ties not stated", Code: AuditorIneligible, Change: acc(func(a *Accounts) { a.Auditors = law.Known([]Auditor{{Name: "a1"}}) }), Want: law.Unknown, At: "accounts.auditors[0].ties"},
		{Name: "s. 92: nobody appointed", Code: AuditorIneligible, Change: acc(func(a *Accounts) { a.Auditors = law.Known([]Auditor{}) }), Want: law.NotApplicable},
		{Name: "1968 s. 8: no tie", Code: AuditorIneligible1968, Change: accIn1994, Want: law.Met},
		{Name: "1968 s. 8(1)(a): a servant", Code: AuditorIneligible1968, Change: both(accIn1994, tied(OfficerOrEmployee)), Want: law.Breached},
		{Name: "1968 s. 8(1)(c): a body corporate, in doubt", Code: AuditorIneligible1968, Change: both(accIn1994, tied(CorporateAuditor)), Want: law.Unknown},
		{Name: "1968 s. 8: nobody appointed", Code: AuditorIneligible1968, Change: both(accIn1994, acc(func(a *Accounts) { a.Auditors = law.Known([]Auditor{}) })), Want: law.NotApplicable},

		{Name: "s. 94(2): 28 clear days", Code: AuditorNoticeShort, Want: law.Met},
		{Name: "s. 94(2): the 28th day before, in doubt", Code: AuditorNoticeShort, Change: given("2025-09-02"), Want: law.Unknown},
		{Name: "s. 94(2): the 27th", Code: AuditorNoticeShort, Change: given("2025-09-03"), Want: law.Breached, At: "accounts.auditor_resolution.notice_to_society"},
		{Name: "s. 94(4): a substitute needs no notice", Code: AuditorNoticeShort, Change: both(given("2025-09-30"), substitute), Want: law.Met},
		{Name: "s. 94: no resolution", Code: AuditorNoticeShort, Change: none, Want: law.NotApplicable},
		{Name: "1968 s. 6(1): 28 clear days", Code: AuditorNoticeShort1968, Change: old, Want: law.Met},
		{Name: "1968 s. 6(1): 27", Code: AuditorNoticeShort1968, Change: both(old, given("1995-02-01")), Want: law.Breached},
		{Name: "1968 s. 6: no resolution", Code: AuditorNoticeShort1968, On: "1995-06-01", Change: none, Want: law.NotApplicable},

		{Name: "s. 94(3)(a): sent on", Code: AuditorNotTold, Want: law.Met},
		{Name: "s. 94(3)(a): not sent on", Code: AuditorNotTold, Change: uncopied, Want: law.Breached, At: "accounts.auditor_resolution.copy_sent"},
		{Name: "s. 94(4): nothing to send on", Code: AuditorNotTold, Change: substitute, Want: law.NotApplicable},
		{Name: "1968 s. 6(5): sent on", Code: AuditorNotTold1968, Change: old, Want: law.Met},
		{Name: "1968 s. 6(5): not sent on", Code: AuditorNotTold1968, Change: both(old, uncopied), Want: law.Breached},
		{Name: "1968 s. 6: no resolution to send on", Code: AuditorNotTold1968, On: "1995-06-01", Change: none, Want: law.NotApplicable},

		{Name: "s. 94(3)(c): 14 clear days", Code: MembersNotToldAuditor, Want: law.Met},
		{Name: "s. 94(3)(c): the 14th day before, in doubt", Code: MembersNotToldAuditor, Change: advertised("2025-09-16"), Want: law.Unknown},
		{Name: "s. 94(3)(c): the 13th", Code: MembersNotToldAuditor, Change: advertised("2025-09-17"), Want: law.Breached, At: "accounts.auditor_resolution.advertised"},
		{
			Name: "s. 94(3)(b): told with the meeting", Code: MembersNotToldAuditor,
			Change: res(func(r *AuditorResolution) { r.WithMeeting, r.Advertised = law.Known(true), law.Fact[law.Date]{} }), Want: law.Met,
		},
		{Name: "s. 94(4): nothing to tell", Code: MembersNotToldAuditor, Change: substitute, Want: law.NotApplicable},
		{Name: "1968 s. 6(3): 14 clear days", Code: MembersNotToldAuditor1968, Change: old, Want: law.Met},
		{Name: "1968 s. 6(3): 13", Code: MembersNotToldAuditor1968, Change: both(old, advertised("1995-02-15")), Want: law.Breached},
		{Name: "1968 s. 6: no resolution to tell of", Code: MembersNotToldAuditor1968, On: "1995-06-01", Change: none, Want: law.NotApplicable},
	}
	for _, tie := range []Tie{OfficerOrEmployee, OfficerOfConnected, EmployeeOfOne, EmployerOfOne, PartnerOfOne, BarredBySubsidiary} {
		cases = append(cases, c{Name: "s. 92(2): " + tie.String(), Code: AuditorIneligible, Change: tied(tie), Want: law.Breached, At: "accounts.auditors[0].ties"})
	}
	accountsSuite(auditorRules, lawful, cases...).Run(t)
}

func TestAuditorNotice(t *testing.T) {
	f := Enacted()
	society, members := f.AuditorNotice(law.MustDate("2025-09-30"))
	assert.Equal(t, "2025-09-02 2025-09-16", society.String()+" "+members.String())
	society, members = f.AuditorNotice(law.MustDate("1968-12-31"))
	assert.True(t, society.IsZero() && members.IsZero())
}
