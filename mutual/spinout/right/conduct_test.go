package right_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
	"github.com/rochdale-go/rochdale/mutual/spinout/right"
)

func decided(f func(*right.Decision)) change { return func(m *matter) { f(&m.Decision) } }

func ruled(r right.Ruling) change {
	return decided(func(d *right.Decision) { d.Ruling = law.Known(r) })
}

func TestWhatAnAuthorityMustDo(t *testing.T) {
	inMarch := func(m *matter) { m.Authority.Windows = windows(period("2013-02-01", "2013-03-31")) }
	inMay := func(m *matter) { m.Authority.Windows = windows(period("2013-05-01", "2013-05-31")) }
	told := func(d string) change { return decided(func(x *right.Decision) { x.Told = day(d) }) }
	notified := func(d string) change { return decided(func(x *right.Decision) { x.Notified = day(d) }) }
	begun := func(d string) change { return decided(func(x *right.Decision) { x.Begun = day(d) }) }
	withdrawn := func(d string) change { return decided(func(x *right.Decision) { x.Withdrawn = day(d) }) }
	untold := decided(func(x *right.Decision) { x.Told = law.Fact[law.Date]{} })
	unnotified := decided(func(x *right.Decision) { x.Notified = law.Fact[law.Date]{} })
	unbegun := decided(func(x *right.Decision) { x.Begun = law.Fact[law.Date]{} })
	s := suite(right.DutyRules, library,
		kase{Name: "s. 82(4): refused a hearing in May, the period being in March", Code: right.Unheard, Change: both(ruled(right.NotConsidered), inMay), Want: law.Met},
		kase{Name: "s. 82(1): refused a hearing though it may be submitted at any time", Code: right.Unheard, Change: ruled(right.NotConsidered), Want: law.Breached, At: "decision.ruling"},
		kase{Name: "s. 82(4): refused a hearing inside a period", Code: right.Unheard, Change: both(ruled(right.NotConsidered), inMarch), Want: law.Breached},
		kase{Name: "s. 81(1): refused a hearing, and it does not comply", Code: right.Unheard, Change: both(ruled(right.NotConsidered), func(m *matter) { m.Expression.Needs = no() }), Want: law.Met},
		kase{Name: "s. 81(1): refused a hearing, and whether it complies is not known", Code: right.Unheard, Change: both(ruled(right.NotConsidered), func(m *matter) { m.Expression.Needs = unsaid() }), Want: law.Unknown, At: "expression.needs"},
		kase{Name: "s. 81(1): it was considered", Code: right.Unheard, Want: law.NotApplicable},

		kase{Name: "ss. 83(6), 84(5): the periods are published", Code: right.PeriodsUnpublished, Want: law.Met},
		kase{Name: "ss. 83(6), 84(5): they are not", Code: right.PeriodsUnpublished, Change: func(m *matter) { m.Authority.Published = no() }, Want: law.Breached, At: "authority.published"},

		kase{Name: "s. 84(7)(b): told on the thirtieth day, the first being that of receipt", Code: right.ToldLate, Change: told("2013-03-30"), Want: law.Met},
		kase{Name: "s. 84(7)(b): told on the thirty-first", Code: right.ToldLate, Change: told("2013-03-31"), Want: law.Breached, At: "decision.told"},
		kase{Name: "s. 84(7)(a): within a period, thirty days beginning the day after it", Code: right.ToldLate, Change: both(inMarch, told("2013-04-30")), Want: law.Met},
		kase{Name: "s. 84(7)(a): the day after", Code: right.ToldLate, Change: both(inMarch, told("2013-05-01")), Want: law.Breached},
		kase{Name: "s. 84(7)(b): submitted outside every period, and considered", Code: right.ToldLate, Change: both(inMay, told("2013-03-31")), Want: law.Breached},
		kase{Name: "s. 84(6): whether the body was told is not stated, and the time is over", Code: right.ToldLate, Change: untold, Want: law.Unknown, At: "decision.told"},
		kase{Name: "s. 84(6): not told yet, on the last day", Code: right.ToldLate, On: "2013-03-30", Change: untold, Want: law.NotApplicable},
		kase{Name: "s. 84(6): refused a hearing, which is another rule's", Code: right.ToldLate, Change: both(untold, ruled(right.NotConsidered)), Want: law.NotApplicable},
		kase{Name: "s. 84(10): withdrawn before the time was over", Code: right.ToldLate, Change: both(untold, withdrawn("2013-03-02")), Want: law.NotApplicable},

		kase{Name: "s. 84(8)(a): notified on the ninetieth day after receipt", Code: right.NotifiedLate, Change: notified("2013-05-30"), Want: law.Met},
		kase{Name: "s. 84(8)(a): the day after", Code: right.NotifiedLate, Change: notified("2013-05-31"), Want: law.Breached, At: "decision.notified"},
		kase{Name: "s. 84(8)(a): not yet, on the last day", Code: right.NotifiedLate, On: "2013-05-30", Change: unnotified, Want: law.NotApplicable},
		kase{Name: "s. 84(8)(a): whether it was is not stated, the day after", Code: right.NotifiedLate, On: "2013-05-31", Change: unnotified, Want: law.Unknown, At: "decision.notified"},
		kase{Name: "s. 84(3): no statutory number of days stands in for the authority's", Code: right.NotifiedLate, Change: func(m *matter) { m.Authority.DecideWithin = law.Fact[int64]{} }, Want: law.Unknown, At: "authority.decide_within_days"},
		kase{Name: "s. 84(8)(a): refused a hearing", Code: right.NotifiedLate, Change: ruled(right.NotConsidered), Want: law.NotApplicable},

		kase{Name: "s. 83(8): well-being considered", Code: right.WellBeingUnconsidered, Want: law.Met},
		kase{Name: "s. 83(8): not considered", Code: right.WellBeingUnconsidered, Change: decided(func(d *right.Decision) { d.WellBeing = no() }), Want: law.Breached, At: "decision.well_being_considered"},
		kase{Name: "s. 83(8): no decision", Code: right.WellBeingUnconsidered, Change: ruled(right.NotConsidered), Want: law.NotApplicable},
		kase{Name: "s. 85(2): regard to guidance", Code: right.GuidanceDisregarded, Want: law.Met},
		kase{Name: "s. 85(2): none", Code: right.GuidanceDisregarded, Change: decided(func(d *right.Decision) { d.Guidance = no() }), Want: law.Breached, At: "decision.guidance_regarded"},
		kase{Name: "s. 85(2): no decision", Code: right.GuidanceDisregarded, Change: ruled(right.NotConsidered), Want: law.NotApplicable},

		kase{Name: "s. 84(2)(a): modified, and not otherwise acceptable", Code: right.ModifiedNeedlessly, Change: ruled(right.AcceptedModified), Want: law.Met},
		kase{Name: "s. 84(2)(a): modified without need", Code: right.ModifiedNeedlessly, Change: both(ruled(right.AcceptedModified), decided(func(d *right.Decision) { d.NotOtherwise = no() })), Want: law.Breached, At: "decision.not_otherwise_acceptable"},
		kase{Name: "s. 84(2)(a): accepted as it was", Code: right.ModifiedNeedlessly, Want: law.NotApplicable},
		kase{Name: "s. 84(2)(b): modified, and agreed", Code: right.ModifiedUnagreed, Change: ruled(right.AcceptedModified), Want: law.Met},
		kase{Name: "s. 84(2)(b): modified, and not agreed", Code: right.ModifiedUnagreed, Change: both(ruled(right.AcceptedModified), decided(func(d *right.Decision) { d.Agreed = no() })), Want: law.Breached, At: "decision.modification_agreed"},
		kase{Name: "s. 84(2)(b): accepted as it was", Code: right.ModifiedUnagreed, Want: law.NotApplicable},

		kase{Name: "s. 83(11): rejected on a ground", Code: right.RejectedGroundless, Change: rejected(right.Stopping, yes()), Want: law.Met},
		kase{Name: "s. 83(11): rejected on none", Code: right.RejectedGroundless, Change: ruled(right.Rejected), Want: law.Breached, At: "decision.grounds"},
		kase{Name: "s. 83(11): accepted", Code: right.RejectedGroundless, Want: law.NotApplicable},

		kase{Name: "s. 84(8)(b): rejected with reasons", Code: right.NoReasons, Change: rejected(right.Stopping, yes()), Want: law.Met},
		kase{Name: "s. 84(8)(b): modified without reasons", Code: right.NoReasons, Change: both(ruled(right.AcceptedModified), decided(func(d *right.Decision) { d.Reasons = no() })), Want: law.Breached, At: "decision.reasons_given"},
		kase{Name: "s. 84(8)(b): accepted, which needs none", Code: right.NoReasons, Want: law.NotApplicable},
		kase{Name: "s. 84(9): on the website", Code: right.DecisionUnpublished, Want: law.Met},
		kase{Name: "s. 84(9): not published", Code: right.DecisionUnpublished, Change: decided(func(d *right.Decision) { d.OnWebsite = no() }), Want: law.Breached, At: "decision.published"},
		kase{Name: "s. 84(9): no decision", Code: right.DecisionUnpublished, Change: ruled(right.NotConsidered), Want: law.NotApplicable},

		kase{Name: "s. 83(2): an exercise on the last day", Code: right.NoProcurement, Change: begun("2013-11-16"), Want: law.Met},
		kase{Name: "s. 83(2): the day after", Code: right.NoProcurement, Change: begun("2013-11-17"), Want: law.Breached, At: "decision.procurement_begun"},
		kase{Name: "s. 83(2): none yet, on the last day", Code: right.NoProcurement, On: "2013-11-16", Change: unbegun, Want: law.NotApplicable},
		kase{Name: "s. 83(2): whether there is one is not stated, the day after", Code: right.NoProcurement, On: "2013-11-17", Change: unbegun, Want: law.Unknown, At: "decision.procurement_begun"},
		kase{Name: "s. 83(2): rejected", Code: right.NoProcurement, Change: rejected(right.Stopping, yes()), Want: law.NotApplicable},
		kase{Name: "s. 84(10)-(11): withdrawn after acceptance, and none begun", Code: right.NoProcurement, Change: both(unbegun, withdrawn("2013-06-01")), Want: law.NotApplicable},
		kase{Name: "s. 83(4)(a): the first day", Code: right.ProcurementEarly, Change: begun("2013-07-19"), Want: law.Met},
		kase{Name: "s. 83(4)(a): the day before", Code: right.ProcurementEarly, Change: begun("2013-07-18"), Want: law.Breached, At: "decision.procurement_begun"},
		kase{Name: "s. 83(4)(a): none begun", Code: right.ProcurementEarly, Change: unbegun, Want: law.NotApplicable},
		kase{Name: "s. 83(3): an exercise that suits", Code: right.ProcurementUnsuited, Want: law.Met},
		kase{Name: "s. 83(3): one that does not", Code: right.ProcurementUnsuited, Change: decided(func(d *right.Decision) { d.Suited = no() }), Want: law.Breached, At: "decision.procurement_suited"},
		kase{Name: "s. 83(3): nobody has judged it", Code: right.ProcurementUnsuited, Change: decided(func(d *right.Decision) { d.Suited = unsaid() }), Want: law.Unknown, At: "decision.procurement_suited"},
		kase{Name: "s. 83(3): none begun", Code: right.ProcurementUnsuited, Change: unbegun, Want: law.NotApplicable},
		kase{Name: "s. 83(9): well-being in the exercise", Code: right.ProcurementBlind, Want: law.Met},
		kase{Name: "s. 83(9): not considered", Code: right.ProcurementBlind, Change: decided(func(d *right.Decision) { d.Promoted = no() }), Want: law.Breached, At: "decision.procurement_well_being"},
		kase{Name: "s. 83(9): none begun", Code: right.ProcurementBlind, Change: unbegun, Want: law.NotApplicable},
	)
	exempt(s, onRepeal, "crtc.periods-unpublished not-applicable").Run(t)
}

// rejected is a rejection on one ground.
func rejected(g right.Ground, holds law.Fact[bool]) change {
	return decided(func(d *right.Decision) {
		d.Ruling, d.Grounds = law.Known(right.Rejected), law.Known([]right.Reliance{{Ground: law.Known(g), Holds: holds}})
	})
}

func TestTheTenGroundsOfRejection(t *testing.T) {
	codes := map[right.Ground]law.Code{
		right.Inadequate: right.GroundInadequate, right.Unsuitable: right.GroundUnsuitable, right.Stopping: right.GroundStopping,
		right.Integrated: right.GroundIntegrated, right.InProcurement: right.GroundInProcurement, right.Negotiating: right.GroundNegotiating,
		right.EmployeesPropose: right.GroundEmployees, right.Frivolous: right.GroundFrivolous, right.Unlawful: right.GroundUnlawful,
	}
	one := right.GroundNotCompliant
	incomplete := func(m *matter) { m.Expression.Needs = no() }
	cs := []kase{
		{Name: "Sch para 1: not compliant, and it lacks something", Code: one, Change: both(rejected(right.NotCompliant, unsaid()), incomplete), Want: law.Met},
		{Name: "Sch para 1: not compliant, since the body is not a relevant one", Code: one, Change: both(rejected(right.NotCompliant, unsaid()), func(m *matter) { m.Holder.Staff = number(1) }), Want: law.Met},
		{Name: "Sch para 1: not compliant, and it complies", Code: one, Change: rejected(right.NotCompliant, yes()), Want: law.Breached, At: "decision.grounds"},
		{Name: "Sch para 1: whether it complies is not known", Code: one, Change: both(rejected(right.NotCompliant, yes()), func(m *matter) { m.Expression.Needs = unsaid() }), Want: law.Unknown, At: "expression.needs"},
		{Name: "Sch para 1: accepted", Code: one, Want: law.NotApplicable},
		{Name: "Sch para 1: what was decided is not stated", Code: one, Change: decided(func(d *right.Decision) { d.Ruling = law.Fact[right.Ruling]{} }), Want: law.Unknown, At: "decision.ruling"},
		{Name: "Sch: the grounds are not stated", Code: right.GroundStopping, Change: decided(func(d *right.Decision) {
			d.Ruling, d.Grounds = law.Known(right.Rejected), law.Fact[[]right.Reliance]{}
		}), Want: law.Unknown, At: "decision.grounds"},
	}
	for g, code := range codes {
		cs = append(cs,
			kase{Name: "Sch: " + g.String() + ", and it holds", Code: code, Change: rejected(g, yes()), Want: law.Met},
			kase{Name: "Sch: " + g.String() + ", and it does not", Code: code, Change: rejected(g, no()), Want: law.Breached, At: "decision.grounds[0].holds"},
			kase{Name: "Sch: " + g.String() + ", and nobody has said", Code: code, Change: rejected(g, unsaid()), Want: law.Unknown, At: "decision.grounds[0].holds"},
			kase{Name: "Sch: rejected on another ground than " + g.String(), Code: code, Change: rejected(right.NotCompliant, yes()), Want: law.NotApplicable})
	}
	suite(right.RelianceRules, library, cs...).Run(t)
}

func TestTheListOfGroundsIsClosed(t *testing.T) {
	grounds := right.Grounds()
	assert.Len(t, grounds, 10)
	of := map[right.Kind]int{}
	for i, g := range grounds {
		assert.Equal(t, i+1, g.Number)
		assert.Equal(t, right.Ground(g.Number), g.Ground)
		assert.NotEmpty(t, g.Says)
		assert.Contains(t, g.Provision.Pinpoint, "Sch para ")
		of[g.Kind]++
	}
	assert.Equal(t, map[right.Kind]int{right.Formal: 1, right.OfFact: 4, right.OfJudgement: 5}, of)
	assert.Zero(t, right.Ground(11).Kind(), "there is no eleventh")
}

func TestFindingsNameFactsByTheirJSONPaths(t *testing.T) {
	for _, rules := range []*law.Rules[matter, right.Figures]{right.Conditions(), right.Conduct()} {
		lawtest.Paths(t, rules, right.Enacted(), 2_000, "2008-06-01", "2009-06-01", "2011-03-15", "2011-09-01", "2013-06-01", "2015-06-01", "2026-06-01")
	}
}
