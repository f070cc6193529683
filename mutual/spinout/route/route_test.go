package route_test

import (
	"testing"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
	"github.com/rochdale-go/rochdale/mutual/spinout/psm"
	"github.com/rochdale-go/rochdale/mutual/spinout/route"
)

type (
	award  = route.Award
	kase   = lawtest.Case[award]
	change = func(*award)
)

func yes() law.Fact[bool]             { return law.Known(true) }
func no() law.Fact[bool]              { return law.Known(false) }
func unsaid() law.Fact[bool]          { return law.Fact[bool]{} }
func day(d string) law.Fact[law.Date] { return law.Known(law.MustDate(d)) }
func share(n int64) law.Fact[law.Ratio] {
	return law.Known(law.Percent(n))
}

// youth is a contract for youth associations' services and a mutual of its staff that qualifies
// under both laws and has had no reserved contract.
func youth() award {
	return award{
		Contract: route.Contract{
			CPV: law.Known([]route.CPV{"98133110"}), Begun: day("2018-01-10"), Awarded: day("2018-06-01"), Months: law.Known[int64](36),
			AboveThreshold: yes(), Health: no(), CitesArticle: yes(), Flexible: yes(), WellBeing: yes(), Consultation: yes(), Urgent: no(),
		},
		Bidder: route.Bidder{
			Body:    psm.Body{ForServices: yes(), MainlyReservable: yes(), NotForProfit: yes(), EmployeesControl: yes()},
			Mission: yes(), Reinvests: yes(), Distributes: no(), Structure: law.Known(route.EmployeeOwnership), Past: law.Known([]route.Past{}),
			Support: route.Support{Aim: yes(), Purpose: yes(), Share: share(30), PartPerforms: no(), SeveralPerform: no()},
		},
	}
}

func later() award {
	a := youth()
	a.Contract.Begun, a.Contract.Awarded, a.Contract.Months = day("2026-01-10"), day("2026-06-01"), law.Known[int64](60)
	return a
}

func suite(rules *law.Rules[award, route.Figures], lawful func() award, on string, cs ...kase) lawtest.Suite[award, route.Figures] {
	return lawtest.Suite[award, route.Figures]{
		Rules: rules, Figures: route.Enacted(), Lawful: lawful, On: on, In: law.England, Cases: cs,
		Dates: map[string]func(*award, law.Date){"contract.begun": func(a *award, d law.Date) { a.Contract.Begun = law.Known(d) }},
	}
}

func codes(cs ...route.CPV) change {
	return func(a *award) { a.Contract.CPV = law.Known(cs) }
}

func months(n int64) change { return func(a *award) { a.Contract.Months = law.Known(n) } }

// had is a past contract for the same services by the same authority.
func had(b route.Basis, awarded, entered string) change {
	return func(a *award) {
		a.Bidder.Past = law.Known([]route.Past{{Under: law.Known(b), SameServices: yes(), SameAuthority: yes(), Awarded: day(awarded), Entered: day(entered)}})
	}
}

// but changes the past contract that had puts there.
func but(c change, f func(*route.Past)) change {
	return func(a *award) {
		c(a)
		f(&a.Bidder.Past.Or(nil)[0])
	}
}

func TestRegulation77(t *testing.T) {
	bidder := func(f func(*route.Bidder)) change { return func(a *award) { f(&a.Bidder) } }
	recent := had(route.UnderRegulation77, "2017-06-01", "2017-07-01")
	suite(route.Reservation77(), youth, "2018-06-01",
		kase{Name: "reg 77(2): a listed code", Code: route.Services77, Want: law.Met},
		kase{Name: "reg 77(2): the first of the range", Code: route.Services77, Change: codes("85000000"), Want: law.Met},
		kase{Name: "reg 77(2): the last of the range", Code: route.Services77, Change: codes("98133000", "85323000"), Want: law.Met},
		kase{Name: "reg 77(2): one beyond it", Code: route.Services77, Change: codes("85323001"), Want: law.Breached},
		kase{Name: "reg 77(2): also another service, and so not exclusively", Code: route.Services77, Change: codes("98133110", "92300000"), Want: law.Breached, At: "contract.cpv[1]"},
		kase{Name: "reg 77(2): library services, whose code is below one that is listed", Code: route.Services77, Change: codes("92511000"), Want: law.Unknown},
		kase{Name: "reg 77(2): below one that is listed, and another that is not", Code: route.Services77, Change: codes("92511000", "45000000"), Want: law.Breached},
		kase{Name: "reg 77(2): no code is stated", Code: route.Services77, Change: func(a *award) { a.Contract.CPV = law.Fact[[]route.CPV]{} }, Want: law.Unknown, At: "contract.cpv"},
		kase{Name: "reg 77(3)(a): a mission", Code: route.Mission77, Want: law.Met},
		kase{Name: "reg 77(3)(a): none", Code: route.Mission77, Change: bidder(func(b *route.Bidder) { b.Mission = no() }), Want: law.Breached, At: "bidder.public_service_mission"},
		kase{Name: "reg 77(3)(a): nobody has judged it", Code: route.Mission77, Change: bidder(func(b *route.Bidder) { b.Mission = unsaid() }), Want: law.Unknown, At: "bidder.public_service_mission"},
		kase{Name: "reg 77(3)(b): all reinvested", Code: route.Profits77, Want: law.Met},
		kase{Name: "reg 77(3)(b): some distributed by participation", Code: route.Profits77, Change: bidder(func(b *route.Bidder) { b.Distributes, b.Participatory = yes(), yes() }), Want: law.Met},
		kase{Name: "reg 77(3)(b): some distributed by capital", Code: route.Profits77, Change: bidder(func(b *route.Bidder) { b.Distributes, b.Participatory = yes(), no() }), Want: law.Breached, At: "bidder.distributes_by_participation"},
		kase{Name: "reg 77(3)(b): not reinvested", Code: route.Profits77, Change: bidder(func(b *route.Bidder) { b.Reinvests = no() }), Want: law.Breached, At: "bidder.reinvests"},
		kase{Name: "reg 77(3)(c): employee ownership", Code: route.Structure77, Want: law.Met},
		kase{Name: "reg 77(3)(c): active participation of users suffices", Code: route.Structure77, Change: bidder(func(b *route.Bidder) { b.Structure = law.Known(route.ActiveParticipation) }), Want: law.Met},
		kase{Name: "reg 77(3)(c): neither", Code: route.Structure77, Change: bidder(func(b *route.Bidder) { b.Structure = law.Known(route.OtherStructure) }), Want: law.Breached, At: "bidder.structure"},
		kase{Name: "reg 77(3)(d): none before", Code: route.Again77, Want: law.Met},
		kase{Name: "reg 77(3)(d): one a year before", Code: route.Again77, Change: recent, Want: law.Breached, At: "bidder.past[0].awarded"},
		kase{Name: "reg 77(3)(d): three years to the day", Code: route.Again77, Change: had(route.UnderRegulation77, "2015-06-01", "2015-06-01"), Want: law.Breached},
		kase{Name: "reg 77(3)(d): three years and a day", Code: route.Again77, Change: had(route.UnderRegulation77, "2015-05-31", "2015-05-31"), Want: law.Met},
		kase{Name: "reg 77(3)(d): for other services", Code: route.Again77, Change: but(recent, func(p *route.Past) { p.SameServices = no() }), Want: law.Met},
		kase{Name: "reg 77(3)(d): by another authority", Code: route.Again77, Change: but(recent, func(p *route.Past) { p.SameAuthority = no() }), Want: law.Met},
		kase{Name: "reg 77(3)(d): not in reserve", Code: route.Again77, Change: had(route.UnderOtherLaw, "2017-06-01", "2017-06-01"), Want: law.Met},
		kase{Name: "reg 77(3)(d): what went before is not stated", Code: route.Again77, Change: bidder(func(b *route.Bidder) { b.Past = law.Fact[[]route.Past]{} }), Want: law.Unknown, At: "bidder.past"},
		kase{Name: "reg 77(4): three years", Code: route.TooLong77, Want: law.Met},
		kase{Name: "reg 77(4): a month more", Code: route.TooLong77, Change: months(37), Want: law.Breached, At: "contract.months"},
		kase{Name: "reg 77(5): the call cites the article", Code: route.NoReference, Want: law.Met},
		kase{Name: "reg 77(5): it does not", Code: route.NoReference, Change: func(a *award) { a.Contract.CitesArticle = no() }, Want: law.Breached, At: "contract.cites_article"},
		kase{Name: "reg 77(6): no health care", Code: route.Health77, Want: law.Met},
		kase{Name: "reg 77(6): health care of the health service", Code: route.Health77, Change: func(a *award) { a.Contract.Health = yes() }, Want: law.Breached, At: "contract.nhs_health_care"},
	).Run(t)
}

func TestSection33(t *testing.T) {
	suite(route.Section33Rules, later, "2026-06-01",
		kase{Name: "s. 33(1)(a): a code with the letter", Code: route.Services33, Want: law.Met},
		kase{Name: "s. 33(1)(a): library services, listed in their own right", Code: route.Services33, Change: codes("92511000"), Want: law.Met},
		kase{Name: "s. 33(1)(a): library management, light-touch and not reservable", Code: route.Services33, Change: codes("98133110", "79995000"), Want: law.Breached, At: "contract.cpv[1]"},
		kase{Name: "s. 33(1)(a): building work", Code: route.Services33, Change: codes("45000000"), Want: law.Breached, At: "contract.cpv[0]"},
		kase{Name: "s. 33(1)(b): five years", Code: route.TooLong33, Want: law.Met},
		kase{Name: "s. 33(1)(b): a month more", Code: route.TooLong33, Change: months(61), Want: law.Breached, At: "contract.months"},
		kase{Name: "s. 33(1): a public contract", Code: route.NotPublic33, Want: law.Met},
		kase{Name: "s. 33(1): below the threshold", Code: route.NotPublic33, Change: func(a *award) { a.Contract.AboveThreshold = no() }, Want: law.Breached, At: "contract.above_threshold"},
		kase{Name: "s. 33(2): a competitive flexible procedure", Code: route.NotFlexible33, Want: law.Met},
		kase{Name: "s. 33(2): another", Code: route.NotFlexible33, Change: func(a *award) { a.Contract.Flexible = no() }, Want: law.Breached, At: "contract.competitive_flexible"},
		kase{Name: "s. 33(5): none before", Code: route.Again33, Want: law.Met},
		kase{Name: "s. 33(5): entered into on the first day of the three years", Code: route.Again33, Change: had(route.UnderSection33, "2023-05-01", "2023-06-02"), Want: law.Breached, At: "bidder.past[0].entered"},
		kase{Name: "s. 33(5): the day before", Code: route.Again33, Change: had(route.UnderSection33, "2023-05-01", "2023-06-01"), Want: law.Met},
		kase{Name: "s. 33(5): entered into on the day of the award", Code: route.Again33, Change: had(route.UnderSection33, "2026-05-01", "2026-06-01"), Want: law.Breached},
		kase{Name: "s. 33(5): awarded before the three years and entered into within them", Code: route.Again33, Change: had(route.UnderSection33, "2020-01-01", "2025-06-02"), Want: law.Breached},
		kase{Name: "s. 33(7): under regulation 77, which is not comparable", Code: route.Again33, Change: had(route.UnderRegulation77, "2024-06-01", "2024-06-01"), Want: law.Met},
		kase{Name: "s. 33(7): by another authority", Code: route.Again33, Change: but(had(route.UnderSection33, "2025-06-01", "2025-06-01"), func(p *route.Past) { p.SameAuthority = no() }), Want: law.Met},
		kase{Name: "s. 33(5): when it was entered into is not stated", Code: route.Again33, Change: but(had(route.UnderSection33, "2025-06-01", "2025-06-01"), func(p *route.Past) { p.Entered = law.Fact[law.Date]{} }), Want: law.Unknown, At: "bidder.past[0].entered"},
		kase{Name: "reg 43: no regulated health procurement", Code: route.Health33, Want: law.Met},
		kase{Name: "reg 43: regulated health procurement", Code: route.Health33, Change: func(a *award) { a.Contract.Health = yes() }, Want: law.Breached, At: "contract.nhs_health_care"},
	).Run(t)
}

func TestRegulation20(t *testing.T) {
	support := func(f func(*route.Support)) change { return func(a *award) { f(&a.Bidder.Support) } }
	suite(route.Reservation20(), youth, "2018-06-01",
		kase{Name: "reg 20(1): integration is the main aim", Code: route.Support20, Want: law.Met},
		kase{Name: "reg 20(1): it is not", Code: route.Support20, Change: support(func(s *route.Support) { s.Aim = no() }), Want: law.Breached, At: "bidder.support.integration_is_main_aim"},
		kase{Name: "reg 20(1): exactly 30%", Code: route.Workforce20, Want: law.Met},
		kase{Name: "reg 20(1): 29%", Code: route.Workforce20, Change: support(func(s *route.Support) { s.Share = share(29) }), Want: law.Breached, At: "bidder.support.share"},
		kase{Name: "reg 20(2): the call cites the article", Code: route.NoReference20, Want: law.Met},
		kase{Name: "reg 20(2): it does not", Code: route.NoReference20, Change: func(a *award) { a.Contract.CitesArticle = no() }, Want: law.Breached, At: "contract.cites_article"},
	).Run(t)
}

func TestSection32(t *testing.T) {
	support := func(f func(*route.Support)) change { return func(a *award) { f(&a.Bidder.Support) } }
	suite(route.Reservation32(), later, "2026-06-01",
		kase{Name: "s. 32(4): for the purpose", Code: route.Support32, Want: law.Met},
		kase{Name: "s. 32(4): for none such", Code: route.Support32, Change: support(func(s *route.Support) { s.Purpose = no() }), Want: law.Breached, At: "bidder.support.purpose"},
		kase{Name: "s. 32(4)(a): exactly 30%", Code: route.Workforce32, Want: law.Met},
		kase{Name: "s. 32(4)(a): 29%", Code: route.Workforce32, Change: support(func(s *route.Support) { s.Share = share(29) }), Want: law.Breached, At: "bidder.support.share"},
		kase{Name: "s. 32(4)(b): 29% of all, and 30% of the part that performs", Code: route.Workforce32, Change: support(func(s *route.Support) { s.Share, s.PartPerforms, s.PartShare = share(29), yes(), share(30) }), Want: law.Met},
		kase{Name: "s. 32(4)(b): 29% of that part too", Code: route.Workforce32, Change: support(func(s *route.Support) { s.Share, s.PartPerforms, s.PartShare = share(29), yes(), share(29) }), Want: law.Breached},
		kase{Name: "s. 32(4)(b): 30% of a part that does not perform", Code: route.Workforce32, Change: support(func(s *route.Support) { s.Share, s.PartShare = share(29), share(30) }), Want: law.Breached},
		kase{Name: "s. 32(4)(c): 30% of all who perform together", Code: route.Workforce32, Change: support(func(s *route.Support) { s.Share, s.SeveralPerform, s.JointShare = share(1), yes(), share(30) }), Want: law.Met},
		kase{Name: "s. 32(4): 29%, and whether a part performs not stated", Code: route.Workforce32, Change: support(func(s *route.Support) { s.Share, s.PartPerforms = share(29), unsaid() }), Want: law.Unknown, At: "bidder.support.part_performs"},
		kase{Name: "s. 32(4): the share of all not stated, and of the part too few", Code: route.Workforce32, Change: support(func(s *route.Support) {
			s.Share, s.PartPerforms, s.PartShare = law.Fact[law.Ratio]{}, yes(), share(29)
		}), Want: law.Unknown, At: "bidder.support.share"},
		kase{Name: "s. 32(4): nor of those who perform together", Code: route.Workforce32, Change: support(func(s *route.Support) {
			s.Share, s.SeveralPerform, s.JointShare = law.Fact[law.Ratio]{}, yes(), share(29)
		}), Want: law.Unknown, At: "bidder.support.share"},
		kase{Name: "s. 32(1): a competitive flexible procedure", Code: route.NotFlexible32, Want: law.Met},
		kase{Name: "s. 32(1): another", Code: route.NotFlexible32, Change: func(a *award) { a.Contract.Flexible = no() }, Want: law.Breached},
	).Run(t)
}

func TestSocialValue(t *testing.T) {
	suite(route.ValueRules, youth, "2018-06-01",
		kase{Name: "s. 1(3): considered before it began", Code: route.ValueUnconsidered, Want: law.Met},
		kase{Name: "s. 1(3): not considered", Code: route.ValueUnconsidered, Change: func(a *award) { a.Contract.WellBeing = no() }, Want: law.Breached, At: "contract.well_being_considered"},
		kase{Name: "s. 1(8): an urgent need", Code: route.ValueUnconsidered, Change: func(a *award) { a.Contract.WellBeing, a.Contract.Urgent = no(), yes() }, Want: law.NotApplicable},
		kase{Name: "s. 1(13): below the threshold", Code: route.ValueUnconsidered, Change: func(a *award) { a.Contract.AboveThreshold = no() }, Want: law.NotApplicable},
		kase{Name: "s. 1(7): considered whether to consult", Code: route.ConsultationUnconsidered, Want: law.Met},
		kase{Name: "s. 1(7): not considered", Code: route.ConsultationUnconsidered, Change: func(a *award) { a.Contract.Consultation = no() }, Want: law.Breached, At: "contract.consultation_considered"},
		kase{Name: "s. 1(7): an urgent need", Code: route.ConsultationUnconsidered, Change: func(a *award) { a.Contract.Urgent = yes() }, Want: law.NotApplicable},
	).Run(t)
}

func TestCompaniesOfAnAuthoritysOwn(t *testing.T) {
	type own = lawtest.Case[route.Controlled]
	company := func() route.Controlled {
		return route.Controlled{
			Decisive: yes(), PrivateCapital: no(), ByLaw: no(),
			Parent: yes(), OtherInfluence: no(), ForOwners: law.Known(law.Per(801, 1000)), PrivateShares: no(),
			Joint: yes(), Represented: yes(), AgainstInterests: no(),
		}
	}
	alone := func(c *route.Controlled) { c.Joint = no() }
	lawtest.Suite[route.Controlled, route.Figures]{
		Rules: route.InHouse(), Figures: route.Enacted(), Lawful: company, On: "2026-06-01", In: law.England,
		Cases: []own{
			{Name: "reg 12(3): a decisive influence", Code: route.NotDecisive2015, On: "2018-06-01", Want: law.Met},
			{Name: "reg 12(3): none", Code: route.NotDecisive2015, On: "2018-06-01", Change: func(c *route.Controlled) { c.Decisive = no() }, Want: law.Breached, At: "decisive_influence"},
			{Name: "reg 12(1)(b): a little more than 80%", Code: route.TooFewActivities2015, On: "2018-06-01", Want: law.Met},
			{Name: "reg 12(1)(b): exactly 80%", Code: route.TooFewActivities2015, On: "2018-06-01", Change: func(c *route.Controlled) { c.ForOwners = share(80) }, Want: law.Breached, At: "for_owners"},
			{Name: "reg 12(1)(c): no private capital", Code: route.PrivateCapital2015, On: "2018-06-01", Want: law.Met},
			{Name: "reg 12(1)(c): such as a statute requires", Code: route.PrivateCapital2015, On: "2018-06-01", Change: func(c *route.Controlled) { c.PrivateCapital, c.ByLaw = yes(), yes() }, Want: law.Met},
			{Name: "reg 12(1)(c): shares of staff", Code: route.PrivateCapital2015, On: "2018-06-01", Change: func(c *route.Controlled) { c.PrivateCapital = yes() }, Want: law.Breached, At: "private_capital"},
			{Name: "reg 12(5)(a): all are represented", Code: route.NotRepresented2015, On: "2018-06-01", Want: law.Met},
			{Name: "reg 12(5)(a): one is not", Code: route.NotRepresented2015, On: "2018-06-01", Change: func(c *route.Controlled) { c.Represented = no() }, Want: law.Breached},
			{Name: "reg 12(5)(a): one authority alone", Code: route.NotRepresented2015, On: "2018-06-01", Change: alone, Want: law.NotApplicable},
			{Name: "reg 12(5)(c): no contrary interests", Code: route.AgainstInterests2015, On: "2018-06-01", Want: law.Met},
			{Name: "reg 12(5)(c): some", Code: route.AgainstInterests2015, On: "2018-06-01", Change: func(c *route.Controlled) { c.AgainstInterests = yes() }, Want: law.Breached},
			{Name: "reg 12(5)(c): one authority alone", Code: route.AgainstInterests2015, On: "2018-06-01", Change: alone, Want: law.NotApplicable},
			{Name: "Sch 2 para 2(2)(a): a parent undertaking", Code: route.NotParent, Want: law.Met},
			{Name: "Sch 2 para 2(2)(a): none", Code: route.NotParent, Change: func(c *route.Controlled) { c.Parent = no() }, Want: law.Breached, At: "parent"},
			{Name: "Sch 2 para 2(2)(b): nobody else decides", Code: route.OthersInfluence, Want: law.Met},
			{Name: "Sch 2 para 2(2)(b): somebody does", Code: route.OthersInfluence, Change: func(c *route.Controlled) { c.OtherInfluence = yes() }, Want: law.Breached, At: "other_influence"},
			{Name: "Sch 2 para 2(2)(c): a little more than 80%", Code: route.TooFewActivities, Want: law.Met},
			{Name: "Sch 2 para 2(2)(c): exactly 80% is not more", Code: route.TooFewActivities, Change: func(c *route.Controlled) { c.ForOwners = share(80) }, Want: law.Breached, At: "for_owners"},
			{Name: "Sch 2 para 2(3): no private shares", Code: route.PrivateShares, Want: law.Met},
			{Name: "Sch 2 para 2(3): one share of one employee", Code: route.PrivateShares, Change: func(c *route.Controlled) { c.PrivateShares = yes() }, Want: law.Breached, At: "private_shares"},
			{Name: "Sch 2 para 2(2)(d)(i): each is represented", Code: route.NotRepresented, Want: law.Met},
			{Name: "Sch 2 para 2(2)(d)(i): one is not", Code: route.NotRepresented, Change: func(c *route.Controlled) { c.Represented = no() }, Want: law.Breached, At: "represented"},
			{Name: "Sch 2 para 2(2)(d)(i): one authority alone", Code: route.NotRepresented, Change: alone, Want: law.NotApplicable},
			{Name: "Sch 2 para 2(2)(d)(ii): nothing against their interests", Code: route.AgainstInterests, Want: law.Met},
			{Name: "Sch 2 para 2(2)(d)(ii): something", Code: route.AgainstInterests, Change: func(c *route.Controlled) { c.AgainstInterests = yes() }, Want: law.Breached, At: "against_interests"},
			{Name: "Sch 2 para 2(2)(d)(ii): one authority alone", Code: route.AgainstInterests, Change: alone, Want: law.NotApplicable},
		},
	}.Run(t)
}

func TestDirectAwardOfHealthCare(t *testing.T) {
	type renew = lawtest.Case[route.Renewal]
	renewal := func() route.Renewal {
		return route.Renewal{
			Expiring: yes(), OtherProcess: no(), Framework: no(), Satisfying: yes(), Material: no(), SolelyNew: no(), Decided: yes(), External: no(),
			Before: law.Known(law.Pounds(2_000_000)), After: law.Known(law.Pounds(2_400_000)),
		}
	}
	values := func(before, after int64) func(*route.Renewal) {
		return func(r *route.Renewal) {
			r.Before, r.After = law.Known(law.Pounds(before)), law.Known(law.Pounds(after))
		}
	}
	lawtest.Suite[route.Renewal, route.Figures]{
		Rules: route.DirectAwardC(), Figures: route.Enacted(), Lawful: renewal, On: "2026-06-01", In: law.England,
		Cases: []renew{
			{Name: "reg 6(5)(a): neither A nor B", Code: route.OtherProcess, Want: law.Met},
			{Name: "reg 6(5)(a): one of them", Code: route.OtherProcess, Change: func(r *route.Renewal) { r.OtherProcess = yes() }, Want: law.Breached, At: "other_process"},
			{Name: "reg 6(5)(b): due to expire", Code: route.NotExpiring, Want: law.Met},
			{Name: "reg 6(5)(b): a new service", Code: route.NotExpiring, Change: func(r *route.Renewal) { r.Expiring = no() }, Want: law.Breached, At: "expiring"},
			{Name: "reg 6(5)(d): satisfying", Code: route.NotSatisfying, Want: law.Met},
			{Name: "reg 6(5)(d): not", Code: route.NotSatisfying, Change: func(r *route.Renewal) { r.Satisfying = no() }, Want: law.Breached, At: "satisfying"},
			{Name: "reg 6(8): no framework", Code: route.FrameworkDirect, Want: law.Met},
			{Name: "reg 6(8): a framework", Code: route.FrameworkDirect, Change: func(r *route.Renewal) { r.Framework = yes() }, Want: law.Breached, At: "framework"},
			{Name: "reg 6(10)(b): £400,000 and 20% more", Code: route.ConsiderableChange, Want: law.Met},
			{Name: "reg 6(10)(b): exactly £500,000 and exactly 25% more", Code: route.ConsiderableChange, Change: values(2_000_000, 2_500_000), Want: law.Breached, At: "value_after"},
			{Name: "reg 6(10)(b): 25% more, and a pound less than £500,000", Code: route.ConsiderableChange, Change: values(1_999_996, 2_499_995), Want: law.Met},
			{Name: "reg 6(10)(b): £500,000 more, and less than 25%", Code: route.ConsiderableChange, Change: values(2_000_001, 2_500_001), Want: law.Met},
			{Name: "reg 6(10)(b): not by the authority's decision", Code: route.ConsiderableChange, Change: func(r *route.Renewal) {
				values(1, 9_000_000)(r)
				r.Decided = no()
			}, Want: law.Met},
			{Name: "reg 6(12): in answer to external factors", Code: route.ConsiderableChange, Change: func(r *route.Renewal) {
				values(2_000_000, 2_500_000)(r)
				r.External = yes()
			}, Want: law.Met},
			{Name: "reg 6(10)(a): of another character", Code: route.ConsiderableChange, Change: func(r *route.Renewal) { r.Material = yes() }, Want: law.Breached, At: "materially_different"},
			{Name: "reg 6(11): solely since the provider changed by succession", Code: route.ConsiderableChange, Change: func(r *route.Renewal) { r.Material, r.SolelyNew = yes(), yes() }, Want: law.Met},
			{Name: "reg 6(11)(b), (12)(a): both limbs, and neither excuse holds", Code: route.ConsiderableChange, Change: func(r *route.Renewal) {
				values(2_000_000, 2_500_000)(r)
				r.Material, r.SolelyNew, r.External = yes(), yes(), yes()
			}, Want: law.Breached},
			{Name: "reg 6(10)(b): the values are not stated", Code: route.ConsiderableChange, Change: func(r *route.Renewal) { r.Before = law.Fact[law.Pence]{} }, Want: law.Unknown, At: "value_before"},
			{Name: "reg 6(10)(b): a value below nought cannot be", Code: route.ConsiderableChange, Change: values(-1, 1), Want: law.Unknown, At: "value_before"},
		},
	}.Run(t)
}

func TestFindingsNameFactsByTheirJSONPaths(t *testing.T) {
	days := []string{"2014-06-01", "2018-06-01", "2024-06-01", "2026-06-01"}
	for _, rules := range []*law.Rules[award, route.Figures]{route.Reservation77(), route.Reservation33(), route.Reservation20(), route.Reservation32(), route.SocialValue()} {
		lawtest.Paths(t, rules, route.Enacted(), 1_000, days...)
	}
	lawtest.Paths(t, route.InHouse(), route.Enacted(), 1_000, days...)
	lawtest.Paths(t, route.DirectAwardC(), route.Enacted(), 1_000, days...)
}
