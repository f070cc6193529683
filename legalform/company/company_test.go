package company

import (
	"testing"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

type (
	change = func(*Company)
	tcase  = lawtest.Case[Company]
)

var (
	yes = law.Known(true)
	no  = law.Known(false)
)

func on(s string) law.Fact[law.Date] { return law.Known(law.MustDate(s)) }

func pounds(n int64) law.Fact[law.Pence] { return law.Known(law.Pounds(n)) }

func num(n int64) law.Fact[int64] { return law.Known(n) }

func all(fs ...change) change {
	return func(c *Company) {
		for _, f := range fs {
			f(c)
		}
	}
}

func public(c *Company) { c.Public = yes }

func guarantee(c *Company) { c.Basis = law.Known(ByGuarantee) }

// limited is a private company limited by shares whose articles do nothing odd.
func limited() Company {
	return Company{
		Name: law.Known("Hill Weavers Limited"), Public: no, Basis: law.Known(ByShares), Formed: on("2006-05-01"),
		Traded: no, Charity: no, ScottishCharity: no, Members: num(60),
		Classes: law.Known([]ShareClass{{
			Name: "ordinary", Nominal: pounds(200_000), PaidUp: pounds(200_000),
			TreasuryNominal: pounds(20_000), TreasuryPaidUp: pounds(20_000), Voting: yes, Redeemable: no,
		}}),
		Board: Board{Directors: law.Known(3), Natural: law.Known(2), Youngest: law.Known(16)},
		Articles: Articles{
			VariesVotes: no, RemovalMajority: law.Known(law.Ratio{}), BarsWritten: no, BarsProxies: no, ProxyHours: law.Known(48),
			PollProxyHours: law.Known(24), BarsPolls: no, CastingVote: no, CastingVoteBefore2007: no,
		},
	}
}

func setter(f func(*Company) *law.Fact[law.Date]) func(*Company, law.Date) {
	return func(c *Company, d law.Date) { *f(c) = law.Known(d) }
}

// setters move each governing date.
var setters = map[string]func(*Company, law.Date){
	"resolution.notice_given": setter(func(c *Company) *law.Fact[law.Date] { return &c.Resolution.Ptr().NoticeGiven }),
	"resolution.circulated":   setter(func(c *Company) *law.Fact[law.Date] { return &c.Resolution.Ptr().Circulated }),
	"resolution.decided":      setter(func(c *Company) *law.Fact[law.Date] { return &c.Resolution.Ptr().Decided }),

	"variation.consented":           setter(func(c *Company) *law.Fact[law.Date] { return &c.Variation.Ptr().Consented }),
	"amendment.passed":              setter(func(c *Company) *law.Fact[law.Date] { return &c.Amendment.Ptr().Passed }),
	"reduction.resolved":            setter(func(c *Company) *law.Fact[law.Date] { return &c.Reduction.Ptr().Resolved }),
	"distribution.made":             setter(func(c *Company) *law.Fact[law.Date] { return &c.Distribution.Ptr().Made }),
	"removal.resolved":              setter(func(c *Company) *law.Fact[law.Date] { return &c.Removal.Ptr().Resolved }),
	"authorisation.given":           setter(func(c *Company) *law.Fact[law.Date] { return &c.Authorisation.Ptr().Given }),
	"interest.on":                   setter(func(c *Company) *law.Fact[law.Date] { return &c.Interest.Ptr().On }),
	"board_decision.on":             setter(func(c *Company) *law.Fact[law.Date] { return &c.BoardDecision.Ptr().On }),
	"meeting.notice_given":          setter(func(c *Company) *law.Fact[law.Date] { return &c.Meeting.Ptr().NoticeGiven }),
	"poll_demand.notice_given":      setter(func(c *Company) *law.Fact[law.Date] { return &c.PollDemand.Ptr().NoticeGiven }),
	"count.notice_given":            setter(func(c *Company) *law.Fact[law.Date] { return &c.Count.Ptr().NoticeGiven }),
	"circulation_request.received":  setter(func(c *Company) *law.Fact[law.Date] { return &c.CirculationRequest.Ptr().Received }),
	"notice.given":                  setter(func(c *Company) *law.Fact[law.Date] { return &c.Notice.Ptr().Given }),
	"special_notice.to_company":     setter(func(c *Company) *law.Fact[law.Date] { return &c.SpecialNotice.Ptr().ToCompany }),
	"annual_meeting.reference_date": setter(func(c *Company) *law.Fact[law.Date] { return &c.AnnualMeeting.Ptr().ReferenceDate }),
	"requisition.received": func(c *Company, d law.Date) { // called at once, since a later notice would govern
		c.Requisition.Ptr().Received, c.Requisition.Ptr().Called = law.Known(d), law.Known(d)
	},
	"society_conversion.resolved": setter(func(c *Company) *law.Fact[law.Date] { return &c.SocietyConversion.Ptr().Resolved }),
	"scheme_effect.from":          setter(func(c *Company) *law.Fact[law.Date] { return &c.SchemeEffect.Ptr().From }),
	"direction.given":             setter(func(c *Company) *law.Fact[law.Date] { return &c.Direction.Ptr().Given }),
	"appointment.made":            setter(func(c *Company) *law.Fact[law.Date] { return &c.Appointment.Ptr().Made }),
	"retirement.annual_meeting":   setter(func(c *Company) *law.Fact[law.Date] { return &c.Retirement.Ptr().Meeting }),
	"membership.on":               setter(func(c *Company) *law.Fact[law.Date] { return &c.Membership.Ptr().On }),
	"adjournment.day":             setter(func(c *Company) *law.Fact[law.Date] { return &c.Adjournment.Ptr().Day }),
	"resolution_amendment.on":     setter(func(c *Company) *law.Fact[law.Date] { return &c.ResolutionAmendment.Ptr().On }),
	"statement_request.received":  setter(func(c *Company) *law.Fact[law.Date] { return &c.StatementRequest.Ptr().Received }),
}

func suite(t *testing.T, rules *law.Rules[Company, Figures], lawful func() Company, cases []tcase) {
	t.Helper()
	lawtest.Suite[Company, Figures]{
		Rules: rules, Figures: Enacted(), Lawful: lawful, On: "2026-06-30", In: law.England, Dates: setters, Cases: cases,
	}.Run(t)
}

func outcome(t *testing.T, rules *law.Rules[Company, Figures], c Company, code law.Code) law.Outcome {
	t.Helper()
	f := Enacted()
	got, ok := rules.Judge(&c, &f, law.MustDate("2026-06-30"), law.England).Outcome(code)
	if !ok {
		t.Fatalf("%s was not tried", code)
	}
	return got
}

func tally(yes, no, entitled int64) governance.Tally {
	return governance.Tally{For: yes, Against: no, Entitled: entitled}
}
