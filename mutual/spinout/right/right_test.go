package right_test

import (
	"testing"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
	"github.com/rochdale-go/rochdale/mutual/spinout/right"
)

type (
	matter = right.Matter
	kase   = lawtest.Case[matter]
	change = func(*matter)
)

func yes() law.Fact[bool]             { return law.Known(true) }
func no() law.Fact[bool]              { return law.Known(false) }
func unsaid() law.Fact[bool]          { return law.Fact[bool]{} }
func number(n int64) law.Fact[int64]  { return law.Known(n) }
func day(d string) law.Fact[law.Date] { return law.Known(law.MustDate(d)) }
func period(from, to string) right.Period {
	return right.Period{First: law.MustDate(from), Last: law.MustDate(to)}
}

func windows(ps ...right.Period) law.Fact[[]right.Period] {
	return law.Known(append([]right.Period{}, ps...))
}

// library is a library service of a county that two of its employees ask for on 1 March 2013,
// in an expression of interest that lacks nothing, accepted, with a procurement exercise.
func library() matter {
	return matter{
		Asked:   day("2013-03-01"),
		Service: right.Service{Kind: law.Known(right.Library), Provided: yes(), InEngland: yes(), WithHealth: no(), ByHealth: no(), NamedPerson: no()},
		Holder:  right.Holder{Kind: law.Known(right.Employees), Staff: number(2), OfAuthority: yes()},
		Authority: right.Authority{
			Kind: law.Known(right.CountyCouncil), Windows: windows(), DecideWithin: number(90),
			BeginAfter: number(60), BeginWithin: number(180), Published: yes(),
		},
		Expression: right.Expression{
			Written: yes(), Resources: yes(), Capability: yes(), Identified: yes(), Outcomes: yes(), Needs: yes(), Engagement: yes(),
			Partners: law.Known([]right.Partner{{Name: "Reading Charity", Resources: yes(), Capability: yes()}}),
		},
		Decision: right.Decision{
			Told: day("2013-03-30"), Ruling: law.Known(right.Accepted), Decided: day("2013-05-20"), Notified: day("2013-05-30"),
			WellBeing: yes(), Guidance: yes(), NotOtherwise: yes(), Agreed: yes(), Grounds: law.Known([]right.Reliance{}),
			Reasons: yes(), OnWebsite: yes(), Begun: day("2013-09-01"), Suited: yes(), Promoted: yes(),
		},
	}
}

// nurses are staff of a primary care trust who ask for its community health service.
func nurses(asked string) matter {
	return matter{
		Asked:     day(asked),
		Service:   right.Service{Kind: law.Known(right.CommunityHealth), Provided: yes()},
		Holder:    right.Holder{Kind: law.Known(right.Employees), Staff: number(12), OfAuthority: yes()},
		Authority: right.Authority{Kind: law.Known(right.PrimaryCareTrust)},
	}
}

func suite(rules *law.Rules[matter, right.Figures], lawful func() matter, cs ...kase) lawtest.Suite[matter, right.Figures] {
	return lawtest.Suite[matter, right.Figures]{
		Rules: rules, Figures: right.Enacted(), Lawful: lawful, On: "2014-01-15", In: law.England, Cases: cs, Exempt: map[string]string{},
		Dates: map[string]func(*matter, law.Date){
			"asked":             func(m *matter, d law.Date) { m.Asked = law.Known(d) },
			"decision.decided":  func(m *matter, d law.Date) { m.Decision.Decided = law.Known(d) },
			"decision.notified": func(m *matter, d law.Date) { m.Decision.Notified = law.Known(d) },
		},
	}
}

// exempt gives the reason why rules cannot be not applicable in a case: they wait only for
// the repeal of their sections.
func exempt(s lawtest.Suite[matter, right.Figures], why string, keys ...string) lawtest.Suite[matter, right.Figures] {
	for _, k := range keys {
		s.Exempt[k] = why
	}
	return s
}

const onRepeal = "it waits only for the repeal of its sections"

func TestTheRightToRequest(t *testing.T) {
	lawful := func() matter { return nurses("2009-11-01") }
	s := suite(right.RequestRules, lawful,
		kase{Name: "a proposal of 2009", Code: right.RequestNotOpen, Want: law.Met},
		kase{Name: "the first day of the year after the one in which it began", Code: right.RequestNotOpen, Change: asked("2009-01-01"), Want: law.Met},
		kase{Name: "some day of 2008: the day on which it began is not known", Code: right.RequestNotOpen, Change: asked("2008-12-31"), Want: law.Unknown},
		kase{Name: "the day of the last wave", Code: right.RequestNotOpen, Change: asked("2010-11-17"), Want: law.Met},
		kase{Name: "the day after it", Code: right.RequestNotOpen, Change: asked("2010-11-18"), Want: law.NotInForce},
		kase{Name: "the staff ask", Code: right.RequestNotStaff, Want: law.Met},
		kase{Name: "one nurse asks", Code: right.RequestNotStaff, Change: func(m *matter) { m.Holder.Staff = number(1) }, Want: law.Met},
		kase{Name: "nobody asks", Code: right.RequestNotStaff, Change: func(m *matter) { m.Holder.Staff = number(0) }, Want: law.Breached, At: "holder.staff"},
		kase{Name: "a charity asks", Code: right.RequestNotStaff, Change: held(right.Charity), Want: law.Breached, At: "holder.kind"},
		kase{Name: "staff of another trust ask", Code: right.RequestNotStaff, Change: func(m *matter) { m.Holder.OfAuthority = no() }, Want: law.Breached, At: "holder.of_authority"},
		kase{Name: "who asks is not stated", Code: right.RequestNotStaff, Change: func(m *matter) { m.Holder = right.Holder{} }, Want: law.Unknown, At: "holder.kind"},
		kase{Name: "a community health service", Code: right.RequestNotHealth, Want: law.Met},
		kase{Name: "a library", Code: right.RequestNotHealth, Change: served(right.Library), Want: law.Breached, At: "service.kind"},
		kase{Name: "a hospital's service", Code: right.RequestNotHealth, Change: served(right.OtherHealth), Want: law.Breached},
		kase{Name: "a primary care trust is asked", Code: right.RequestNotOfTrust, Want: law.Met},
		kase{Name: "a council is asked", Code: right.RequestNotOfTrust, Change: of(right.DistrictCouncil), Want: law.Breached, At: "authority.kind"},
		kase{Name: "the trust only commissions the service", Code: right.RequestNotOfTrust, Change: func(m *matter) { m.Service.Provided = no() }, Want: law.Breached, At: "service.provided"},
	)
	exempt(s, "a breach is a reading of the doubt, and so unknown", "rtr.not-open breached").Run(t)
}

func TestTheRightToProvide(t *testing.T) {
	lawful := func() matter { return nurses("2011-06-01") }
	s := suite(right.ProvideRules, lawful,
		kase{Name: "an expression of interest of June 2011", Code: right.ProvideNotOpen, Want: law.Met},
		kase{Name: "some day of March 2011: the day on which it began is not known", Code: right.ProvideNotOpen, Change: asked("2011-03-31"), Want: law.Unknown},
		kase{Name: "the next day", Code: right.ProvideNotOpen, Change: asked("2011-04-01"), Want: law.Met},
		kase{Name: "the last day", Code: right.ProvideNotOpen, Change: asked("2011-12-31"), Want: law.Met},
		kase{Name: "the day after", Code: right.ProvideNotOpen, Change: asked("2012-01-01"), Want: law.NotInForce},
		kase{Name: "one person asks", Code: right.ProvideNotStaff, Change: func(m *matter) { m.Holder.Staff = number(1) }, Want: law.Met},
		kase{Name: "a voluntary body asks", Code: right.ProvideNotStaff, Change: held(right.VoluntaryBody), Want: law.Breached, At: "holder.kind"},
		kase{Name: "social care", Code: right.ProvideNotCare, Change: served(right.SocialCare), Want: law.Met},
		kase{Name: "youth work", Code: right.ProvideNotCare, Change: served(right.Youth), Want: law.Breached, At: "service.kind"},
	)
	exempt(s, "a breach is a reading of the doubt, and so unknown", "rtp.not-open breached").Run(t)
}

func asked(d string) change             { return func(m *matter) { m.Asked = day(d) } }
func held(k right.HolderKind) change    { return func(m *matter) { m.Holder.Kind = law.Known(k) } }
func served(k right.ServiceKind) change { return func(m *matter) { m.Service.Kind = law.Known(k) } }
func of(k right.AuthorityKind) change   { return func(m *matter) { m.Authority.Kind = law.Known(k) } }

// body is a holder of a kind about which all is stated and good.
func body(k right.HolderKind, f func(*right.Holder)) change {
	return func(m *matter) {
		m.Holder = right.Holder{
			Kind: law.Known(k), NotForProfit: yes(), Surplus: yes(), SurplusUsed: yes(), ForCommunity: yes(), CharitableOnly: yes(), PublicBody: no(),
		}
		f(&m.Holder)
	}
}

func asIs(*right.Holder) {}

func TestWhoMayChallengeWhomForWhat(t *testing.T) {
	cs := []kase{
		{Name: "s. 81(2)(a): a county council", Code: right.NotRelevantAuthority, Want: law.Met},
		{Name: "s. 81(2)(d): an authority of another kind", Code: right.NotRelevantAuthority, Change: of(right.OtherAuthority), Want: law.Breached, At: "authority.kind"},
		{Name: "s. 81(2)(d): a primary care trust", Code: right.NotRelevantAuthority, Change: of(right.PrimaryCareTrust), Want: law.Breached},
		{Name: "s. 81(2)(d): a government department, which could be specified and is not", Code: right.NotRelevantAuthority, Change: of(right.Department), Want: law.Breached},
		{Name: "s. 81: the day is not stated", Code: right.NotRelevantAuthority, Change: func(m *matter) { m.Asked = law.Fact[law.Date]{} }, Want: law.Unknown, At: "asked"},
		{Name: "s. 81: the last day for which the text was read", Code: right.NotRelevantAuthority, Change: asked("2026-05-01"), Want: law.Met},
		{Name: "s. 81: the next day, on which it is in doubt", Code: right.NotRelevantAuthority, Change: asked("2026-05-02"), Want: law.Unknown},

		{Name: "s. 81(6)(d): two employees", Code: right.NotRelevantBody, Want: law.Met},
		{Name: "s. 81(6)(d): one employee", Code: right.NotRelevantBody, Change: func(m *matter) { m.Holder.Staff = number(1) }, Want: law.Breached, At: "holder.staff"},
		{Name: "s. 81(6)(d): employees of another authority", Code: right.NotRelevantBody, Change: func(m *matter) { m.Holder.OfAuthority = no() }, Want: law.Breached, At: "holder.of_authority"},
		{Name: "s. 81(7): a voluntary body", Code: right.NotRelevantBody, Change: body(right.VoluntaryBody, asIs), Want: law.Met},
		{Name: "s. 81(7): carried on for profit", Code: right.NotRelevantBody, Change: body(right.VoluntaryBody, func(h *right.Holder) { h.NotForProfit = no() }), Want: law.Breached, At: "holder.not_for_profit"},
		{Name: "s. 81(7): a public authority", Code: right.NotRelevantBody, Change: body(right.VoluntaryBody, func(h *right.Holder) { h.PublicBody = yes() }), Want: law.Breached, At: "holder.public_body"},
		{Name: "s. 81(8): a surplus spent elsewhere", Code: right.NotRelevantBody, Change: body(right.VoluntaryBody, func(h *right.Holder) { h.SurplusUsed = no() }), Want: law.Breached, At: "holder.surplus_used"},
		{Name: "s. 81(8): no surplus, and nothing said of its use", Code: right.NotRelevantBody, Change: body(right.VoluntaryBody, func(h *right.Holder) { h.Surplus, h.SurplusUsed = no(), unsaid() }), Want: law.Met},
		{Name: "s. 81(8): a surplus, and nothing said of its use", Code: right.NotRelevantBody, Change: body(right.VoluntaryBody, func(h *right.Holder) { h.SurplusUsed = unsaid() }), Want: law.Unknown, At: "holder.surplus_used"},
		{Name: "s. 81(9): a community body", Code: right.NotRelevantBody, Change: body(right.CommunityBody, asIs), Want: law.Met},
		{Name: "s. 81(9): not primarily for the community", Code: right.NotRelevantBody, Change: body(right.CommunityBody, func(h *right.Holder) { h.ForCommunity = no() }), Want: law.Breached, At: "holder.for_community"},
		{Name: "s. 81(9): nobody has judged it", Code: right.NotRelevantBody, Change: body(right.CommunityBody, func(h *right.Holder) { h.ForCommunity = unsaid() }), Want: law.Unknown, At: "holder.for_community"},
		{Name: "s. 81(6)(b): a charity", Code: right.NotRelevantBody, Change: body(right.Charity, asIs), Want: law.Met},
		{Name: "s. 81(6)(b): other purposes too", Code: right.NotRelevantBody, Change: body(right.Charity, func(h *right.Holder) { h.CharitableOnly = no() }), Want: law.Breached, At: "holder.charitable_only"},
		{Name: "s. 81(6)(c): a parish council", Code: right.NotRelevantBody, Change: body(right.ParishCouncil, asIs), Want: law.Met},
		{Name: "s. 81(6)(e): a body that regulations may specify", Code: right.NotRelevantBody, Change: body(right.OtherBody, asIs), Want: law.Unknown, At: "holder.kind"},
		{Name: "s. 81(6): an enterprise", Code: right.NotRelevantBody, Change: body(right.Enterprise, asIs), Want: law.Breached, At: "holder.kind"},

		{Name: "s. 81(5): a service of the authority in England", Code: right.NotRelevantService, Want: law.Met},
		{Name: "s. 81(5): somebody else's service", Code: right.NotRelevantService, Change: func(m *matter) { m.Service.Provided = no() }, Want: law.Breached, At: "service.provided"},
		{Name: "s. 81(5): functions that are not in relation to England", Code: right.NotRelevantService, Change: func(m *matter) { m.Service.InEngland = no() }, Want: law.Breached, At: "service.in_england"},

		{Name: "Sch 2 para 2: commissioned alone", Code: right.ExcludedWithHealth, Want: law.Met},
		{Name: "Sch 2 para 2: jointly with an NHS body, on the last day", Code: right.ExcludedWithHealth, Change: both(asked("2014-03-31"), joint), Want: law.Breached, At: "service.with_health"},
		{Name: "Sch 2 para 2: jointly, on the day on which the exclusion had ceased", Code: right.ExcludedWithHealth, Change: both(asked("2014-04-01"), joint), Want: law.NotInForce},
		{Name: "Sch 2 para 3: commissioned by the authority", Code: right.ExcludedByHealth, Want: law.Met},
		{Name: "Sch 2 para 3: by an NHS body for it", Code: right.ExcludedByHealth, Change: func(m *matter) { m.Service.ByHealth = yes() }, Want: law.Breached, At: "service.by_health"},
		{Name: "Sch 2 para 4: for all its users", Code: right.ExcludedNamedPerson, Want: law.Met},
		{Name: "Sch 2 para 4: for a named person, also after 1 April 2014", Code: right.ExcludedNamedPerson, Change: both(asked("2020-01-01"), func(m *matter) { m.Service.NamedPerson = yes() }), Want: law.Breached, At: "service.named_person"},
	}
	for _, k := range []right.AuthorityKind{right.DistrictCouncil, right.LondonBorough, right.MetropolitanFire, right.LondonFire, right.CombinedFire, right.ContinuedFire} {
		cs = append(cs, kase{Name: "s. 81(2), SI 2012/1647 reg 3: a " + k.String(), Code: right.NotRelevantAuthority, Change: of(k), Want: law.Met})
	}
	s := suite(right.EntitledRules, library, cs...)
	exempt(s, onRepeal, "crtc.not-relevant-authority not-applicable", "crtc.not-relevant-body not-applicable",
		"crtc.not-relevant-service not-applicable", "crtc.excluded-named-person not-applicable").Run(t)
}

func joint(m *matter) { m.Service.WithHealth = yes() }

func both(cs ...change) change {
	return func(m *matter) {
		for _, c := range cs {
			c(m)
		}
	}
}

func TestWhatAnExpressionOfInterestMustHold(t *testing.T) {
	lacks := func(f func(*right.Expression)) change { return func(m *matter) { f(&m.Expression) } }
	s := suite(right.ContentRules, library,
		kase{Name: "s. 81(1)(b): in writing", Code: right.NotWritten, Want: law.Met},
		kase{Name: "s. 81(1)(b): by word of mouth", Code: right.NotWritten, Change: lacks(func(e *right.Expression) { e.Written = no() }), Want: law.Breached, At: "expression.written"},
		kase{Name: "Sch 1 para 2: the body's resources and a partner's", Code: right.NoResources, Want: law.Met},
		kase{Name: "Sch 1 para 2: not the body's", Code: right.NoResources, Change: lacks(func(e *right.Expression) { e.Resources = no() }), Want: law.Breached, At: "expression.resources"},
		kase{Name: "Sch 1 para 1: not a partner's", Code: right.NoResources, Change: lacks(func(e *right.Expression) { e.Partners.Or(nil)[0].Resources = no() }), Want: law.Breached, At: "expression.partners[0].resources"},
		kase{Name: "Sch 1 para 1: whether there are partners is not stated", Code: right.NoResources, Change: lacks(func(e *right.Expression) { e.Partners = law.Fact[[]right.Partner]{} }), Want: law.Unknown, At: "expression.partners"},
		kase{Name: "Sch 1 para 3: evidence of capability", Code: right.NoCapability, Want: law.Met},
		kase{Name: "Sch 1 para 3: none", Code: right.NoCapability, Change: lacks(func(e *right.Expression) { e.Capability = no() }), Want: law.Breached, At: "expression.capability"},
		kase{Name: "Sch 1 para 1: none of a subcontractor", Code: right.NoCapability, Change: lacks(func(e *right.Expression) { e.Partners.Or(nil)[0].Capability = no() }), Want: law.Breached, At: "expression.partners[0].capability"},
		kase{Name: "Sch 1 para 4: the service and the area", Code: right.NotIdentified, Want: law.Met},
		kase{Name: "Sch 1 para 4: no area", Code: right.NotIdentified, Change: lacks(func(e *right.Expression) { e.Identified = no() }), Want: law.Breached, At: "expression.identified"},
		kase{Name: "Sch 1 para 5: outcomes", Code: right.NoOutcomes, Want: law.Met},
		kase{Name: "Sch 1 para 5(a): no well-being", Code: right.NoOutcomes, Change: lacks(func(e *right.Expression) { e.Outcomes = no() }), Want: law.Breached, At: "expression.outcomes"},
		kase{Name: "Sch 1 para 5(b): no needs", Code: right.NoOutcomes, Change: lacks(func(e *right.Expression) { e.Needs = no() }), Want: law.Breached, At: "expression.needs"},
		kase{Name: "Sch 1 para 6: employees who will engage others", Code: right.NoEngagement, Want: law.Met},
		kase{Name: "Sch 1 para 6: who do not say how", Code: right.NoEngagement, Change: lacks(func(e *right.Expression) { e.Engagement = no() }), Want: law.Breached, At: "expression.engagement"},
		kase{Name: "Sch 1 para 6: a charity need not say", Code: right.NoEngagement, Change: both(held(right.Charity), lacks(func(e *right.Expression) { e.Engagement = unsaid() })), Want: law.NotApplicable},
	)
	exempt(s, onRepeal, "crtc.not-written not-applicable", "crtc.no-resources not-applicable", "crtc.no-capability not-applicable",
		"crtc.not-identified not-applicable", "crtc.no-outcomes not-applicable").Run(t)
}
