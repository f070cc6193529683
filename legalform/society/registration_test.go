package society

import (
	"testing"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

func suite(rules *law.Rules[Society, Figures], lawful func() Society, cases ...lawtest.Case[Society]) lawtest.Suite[Society, Figures] {
	set := func(f func(*Society) *law.Fact[law.Date]) func(*Society, law.Date) {
		return func(s *Society, d law.Date) { *f(s) = law.Known(d) }
	}
	return lawtest.Suite[Society, Figures]{
		Rules: rules, Figures: Enacted(), Lawful: lawful, On: "2026-06-01", In: law.England, Cases: cases,
		Dates: map[string]func(*Society, law.Date){
			"change.first.held":     set(func(s *Society) *law.Fact[law.Date] { return &s.Change.Ptr().First.Held }),
			"change.second.held":    set(func(s *Society) *law.Fact[law.Date] { return &s.Change.Ptr().Second.Held }),
			"dissolution.dated":     set(func(s *Society) *law.Fact[law.Date] { return &s.Dissolution.Ptr().Dated }),
			"amendment.on":          set(func(s *Society) *law.Fact[law.Date] { return &s.Amendment.Ptr().On }),
			"application.made":      set(func(s *Society) *law.Fact[law.Date] { return &s.Application.Ptr().Made }),
			"cancellation.on":       set(func(s *Society) *law.Fact[law.Date] { return &s.Cancellation.Ptr().On }),
			"suspension.begins":     set(func(s *Society) *law.Fact[law.Date] { return &s.Suspension.Ptr().Begins }),
			"appeal.lodged":         set(func(s *Society) *law.Fact[law.Date] { return &s.Appeal.Ptr().Lodged }),
			"renaming.resolved":     set(func(s *Society) *law.Fact[law.Date] { return &s.Renaming.Ptr().Resolved }),
			"rules_request.on":      set(func(s *Society) *law.Fact[law.Date] { return &s.RulesRequest.Ptr().On }),
			"rule_book.raise.on":    set(func(s *Society) *law.Fact[law.Date] { return &s.RuleBook.Ptr().Raise.Ptr().On }),
			"use.on":                set(func(s *Society) *law.Fact[law.Date] { return &s.Use.Ptr().On }),
			"distribution.declared": set(func(s *Society) *law.Fact[law.Date] { return &s.Distribution.Ptr().Declared }),
		},
	}
}

func on(s string) law.Fact[law.Date] { return law.Known(law.MustDate(s)) }

type change = func(*Society)

// lawfulBencom and lawfulCoop meet every condition of registration.
func lawfulBencom() Society {
	return Society{
		Kind: law.Known(CommunityBenefitSociety), Registered: on("2016-03-01"), CarriesOnBusiness: law.Known(true),
		ForCommunity: law.Known(true), Members: law.Known[int64](3), Lock: law.Known(NoLock),
	}
}

func mutual(s *Society) {
	s.Kind, s.BonaFide, s.InvestorReturn = law.Known(CoOperativeSociety), law.Known(true), law.Known(false)
	s.ForCommunity = law.Fact[bool]{}
}

func pre(s *Society) { s.Kind, s.Registered = law.Known(PreCommencement), on("1990-05-01") }

func members(n, societies int64) change {
	return func(s *Society) { s.Members, s.MemberSocieties = law.Known(n), law.Known(societies) }
}

func both(a, b change) change { return func(s *Society) { a(s); b(s) } }

func TestRegistration(t *testing.T) {
	noTrade := func(s *Society) { s.CarriesOnBusiness = law.Known(false) }
	private := func(s *Society) { s.ForCommunity = law.Known(false) }
	investors := both(mutual, func(s *Society) { s.InvestorReturn = law.Known(true) })
	reasons := func(s *Society) { s.SpecialReasons = law.Known(true) }
	spare := func(date string, invited law.Fact[bool]) change {
		return func(s *Society) { pre(s); s.Registered, s.InvitedMoney = on(date), invited }
	}
	suite(registration, lawfulBencom,
		lawtest.Case[Society]{Name: "s. 2(1): it carries on a business", Code: NoBusiness, Want: law.Met},
		lawtest.Case[Society]{Name: "s. 2(1): a members' fund with no trade", Code: NoBusiness, Change: noTrade, Want: law.Breached, At: "carries_on_business"},
		lawtest.Case[Society]{Name: "1965 s. 1(1): it carries on a business", Code: NoBusiness1965, On: "2010-06-01", Change: pre, Want: law.Met},
		lawtest.Case[Society]{Name: "1965 s. 1(1): a fund with no trade", Code: NoBusiness1965, On: "2010-06-01", Change: both(pre, noTrade), Want: law.Breached},

		lawtest.Case[Society]{
			Name: "s. 150: registered on the day, one of the two types", Code: KindMislabelled,
			Change: func(s *Society) { s.Registered = on("2014-08-01") }, Want: law.Met,
		},
		lawtest.Case[Society]{
			Name: "s. 150: registered the day before, neither type", Code: KindMislabelled,
			Change: func(s *Society) { pre(s); s.Registered = on("2014-07-31") }, Want: law.Met,
		},
		lawtest.Case[Society]{
			Name: "s. 150: registered the day before, labelled a type", Code: KindMislabelled,
			Change: func(s *Society) { s.Registered = on("2014-07-31") }, Want: law.Breached, At: "kind",
		},
		lawtest.Case[Society]{
			Name: "s. 2(1): registered since as neither type", Code: KindMislabelled,
			Change: func(s *Society) { pre(s); s.Registered = on("2014-08-01") }, Want: law.Breached,
		},

		lawtest.Case[Society]{Name: "s. 2(2)(a)(i): a bona fide co-operative", Code: NotCooperative, Change: mutual, Want: law.Met},
		lawtest.Case[Society]{
			Name: "s. 2(2)(a)(i): not bona fide", Code: NotCooperative,
			Change: both(mutual, func(s *Society) { s.BonaFide = law.Known(false) }), Want: law.Breached,
		},
		lawtest.Case[Society]{
			Name: "s. 2(2)(a)(i): nobody has judged", Code: NotCooperative,
			Change: both(mutual, func(s *Society) { s.BonaFide = law.Fact[bool]{} }), Want: law.Unknown, At: "bona_fide_co_operative",
		},
		lawtest.Case[Society]{Name: "s. 2(2)(a)(i): a community benefit society need not be", Code: NotCooperative, Want: law.NotApplicable},
		lawtest.Case[Society]{
			Name: "s. 2(2)(a)(i): a kind not stated", Code: NotCooperative,
			Change: func(s *Society) { s.Kind = law.Fact[Kind]{} }, Want: law.Unknown, At: "kind",
		},

		lawtest.Case[Society]{Name: "s. 2(3): return on capital is not the object", Code: InvestorReturn, Change: mutual, Want: law.Met},
		lawtest.Case[Society]{Name: "s. 2(3): an energy co-op whose only aim is investors' return", Code: InvestorReturn, Change: investors, Want: law.Breached},
		lawtest.Case[Society]{Name: "s. 2(3): a community benefit society is not asked", Code: InvestorReturn, Want: law.NotApplicable},

		lawtest.Case[Society]{Name: "s. 2(2)(a)(ii): for the community", Code: NotForCommunity, Want: law.Met},
		lawtest.Case[Society]{Name: "s. 2(2)(a)(ii): private benefit", Code: NotForCommunity, Change: private, Want: law.Breached},
		lawtest.Case[Society]{Name: "s. 2(2)(a)(ii): a co-operative is not asked", Code: NotForCommunity, Change: mutual, Want: law.NotApplicable},

		lawtest.Case[Society]{
			Name: "s. 5(5)(c): an old society for the community, special reasons or none", Code: NeitherCondition,
			Change: both(pre, func(s *Society) { s.SpecialReasons = law.Known(false) }), Want: law.Met,
		},
		lawtest.Case[Society]{
			Name: "s. 5(5)(c): an old community society is not failed for being no co-op", Code: NeitherCondition,
			Change: both(pre, func(s *Society) { s.BonaFide = law.Known(false) }), Want: law.Met,
		},
		lawtest.Case[Society]{
			Name: "s. 5(5)(c): an old society that is neither", Code: NeitherCondition,
			Change: both(both(pre, private), func(s *Society) { s.BonaFide = law.Known(false) }), Want: law.Breached,
		},
		lawtest.Case[Society]{
			Name: "s. 5(5)(c): a co-op for investors is none", Code: NeitherCondition,
			Change: both(both(investors, pre), private), Want: law.Breached,
		},
		lawtest.Case[Society]{
			Name: "s. 5(5)(c): one condition failed and the other not judged", Code: NeitherCondition,
			Change: both(pre, private), Want: law.Unknown, At: "bona_fide_co_operative",
		},
		lawtest.Case[Society]{Name: "s. 5(5)(c): a society of a type has its own test", Code: NeitherCondition, Want: law.NotApplicable},

		lawtest.Case[Society]{
			Name: "1965 s. 1(2)(b): for the community, with special reasons", Code: NeitherCondition1965, On: "2010-06-01",
			Change: both(pre, reasons), Want: law.Met,
		},
		lawtest.Case[Society]{
			Name: "1965 s. 1(2)(a): a co-operative needs no special reasons", Code: NeitherCondition1965, On: "2010-06-01",
			Change: both(mutual, pre), Want: law.Met,
		},
		lawtest.Case[Society]{
			Name: "1965 s. 1(2)(b): no special reasons, and no co-operative", Code: NeitherCondition1965, On: "2010-06-01",
			Change: both(pre, func(s *Society) { s.SpecialReasons, s.BonaFide = law.Known(false), law.Known(false) }), Want: law.Breached,
		},
		lawtest.Case[Society]{
			Name: "1965 s. 1(2)(b): special reasons not judged", Code: NeitherCondition1965, On: "2010-06-01",
			Change: both(pre, func(s *Society) { s.BonaFide = law.Known(false) }), Want: law.Unknown, At: "special_reasons",
		},

		lawtest.Case[Society]{
			Name: "Sch 3 para 2: a society of 1937 that asked for no money is not asked", Code: NeitherCondition,
			Change: both(spare("1938-07-25", law.Known(false)), private), Want: law.NotApplicable,
		},
		lawtest.Case[Society]{
			Name: "Sch 3 para 2: one that did ask for money is", Code: NeitherCondition,
			Change: both(both(spare("1938-07-25", law.Known(true)), private), func(s *Society) { s.BonaFide = law.Known(false) }), Want: law.Breached,
		},
		lawtest.Case[Society]{
			Name: "Sch 3 para 2: one of which that is not known", Code: NeitherCondition,
			Change: both(both(spare("1938-07-25", law.Fact[bool]{}), private), func(s *Society) { s.BonaFide = law.Known(false) }), Want: law.Unknown, At: "invited_money_since_1938",
		},
		lawtest.Case[Society]{
			Name: "Sch 3 para 2: one of the day itself, whatever it asked for", Code: NeitherCondition,
			Change: both(both(spare("1938-07-26", law.Known(false)), private), func(s *Society) { s.BonaFide = law.Known(false) }), Want: law.Breached,
		},
		lawtest.Case[Society]{
			Name: "1965 s. 16(2): a society of 1937 that asked for no money is not asked", Code: NeitherCondition1965, On: "2010-06-01",
			Change: spare("1938-07-25", law.Known(false)), Want: law.NotApplicable,
		},

		lawtest.Case[Society]{Name: "s. 2(2)(b)(i): three members", Code: TooFewMembers, Want: law.Met},
		lawtest.Case[Society]{Name: "s. 2(2)(b)(ii): two members, both societies", Code: TooFewMembers, Change: members(2, 2), Want: law.Met},
		lawtest.Case[Society]{Name: "s. 2(2)(b)(ii): two members, one a society", Code: TooFewMembers, Change: members(2, 1), Want: law.Breached, At: "members"},
		lawtest.Case[Society]{
			Name: "s. 2(2)(b)(ii): two members, nobody says what", Code: TooFewMembers,
			Change: func(s *Society) { s.Members = law.Known[int64](2) }, Want: law.Unknown, At: "member_societies",
		},
		lawtest.Case[Society]{Name: "s. 2(2)(b): one member, a society", Code: TooFewMembers, Change: members(1, 1), Want: law.Breached},

		lawtest.Case[Society]{Name: "1965 s. 2(1): three members from 1 September 1996", Code: TooFewMembers1965, On: "1996-09-01", Change: pre, Want: law.Met},
		lawtest.Case[Society]{Name: "1965 s. 2(1): three members the day before", Code: TooFewMembers1965, On: "1996-08-31", Change: both(pre, members(3, 0)), Want: law.Breached},
		lawtest.Case[Society]{Name: "1965 s. 2(1): seven members the day before", Code: TooFewMembers1965, On: "1996-08-31", Change: both(pre, members(7, 0)), Want: law.Met},
		lawtest.Case[Society]{Name: "1965 s. 2(1): six members the day before", Code: TooFewMembers1965, On: "1996-08-31", Change: both(pre, members(6, 5)), Want: law.Breached},
		lawtest.Case[Society]{Name: "1965 s. 2(2): two societies", Code: TooFewMembers1965, On: "1980-01-01", Change: both(pre, members(2, 2)), Want: law.Met},
		lawtest.Case[Society]{Name: "1965 s. 2(2): five societies", Code: TooFewMembers1965, On: "1980-01-01", Change: both(pre, members(5, 5)), Want: law.Met},
		lawtest.Case[Society]{Name: "1965 s. 2(2): five members, four societies", Code: TooFewMembers1965, On: "1980-01-01", Change: both(pre, members(5, 4)), Want: law.Breached},
	).Run(t)
}

func TestNames(t *testing.T) {
	called := func(name string) change { return func(s *Society) { s.Name = law.Known(name) } }
	welsh := func(wales bool) change {
		return func(s *Society) {
			s.Name, s.OfficeInWales, s.NameDispensed = law.Known("Ynni Ogwen Cyfyngedig"), law.Known(wales), law.Known(false)
		}
	}
	undispensed := func(name string) change {
		return both(called(name), func(s *Society) { s.NameDispensed = law.Known(false) })
	}
	lawful := func() Society { return Society{Name: law.Known("Rochdale Pioneers Limited")} }
	suite(names, lawful,
		lawtest.Case[Society]{Name: "s. 10(2): limited", Code: NameEnding, Want: law.Met},
		lawtest.Case[Society]{Name: "s. 10(2): limited in capitals", Code: NameEnding, Change: called("ROCHDALE PIONEERS LIMITED"), Want: law.Met},
		lawtest.Case[Society]{Name: "s. 10(2): an abbreviation is not the word", Code: NameEnding, Change: undispensed("Rochdale Pioneers Ltd"), Want: law.Breached, At: "name"},
		lawtest.Case[Society]{Name: "s. 10(2): nor with a stop", Code: NameEnding, Change: undispensed("Rochdale Pioneers Ltd."), Want: law.Breached},
		lawtest.Case[Society]{Name: "s. 10(2): limited, but not last", Code: NameEnding, Change: undispensed("Limited Editions"), Want: law.Breached},
		lawtest.Case[Society]{Name: "s. 10(2): no name at all", Code: NameEnding, Change: undispensed(" "), Want: law.Breached},
		lawtest.Case[Society]{Name: "s. 10(2)(b): cyfyngedig with the office in Wales", Code: NameEnding, Change: welsh(true), Want: law.Met},
		lawtest.Case[Society]{Name: "s. 10(2)(b): cyfyngedig with an English office", Code: NameEnding, Change: welsh(false), Want: law.Breached},
		lawtest.Case[Society]{
			Name: "s. 10(2)(b): cyfyngedig, and the rules not seen", Code: NameEnding,
			Change: called("Ynni Ogwen Cyfyngedig"), Want: law.Unknown, At: "office_in_wales",
		},
		lawtest.Case[Society]{
			Name: "s. 10(3): dispensed with for charitable objects", Code: NameEnding,
			Change: both(called("Pioneers Housing Trust"), func(s *Society) { s.NameDispensed = law.Known(true) }), Want: law.Met,
		},
		lawtest.Case[Society]{Name: "s. 10(3): whether dispensed with is not stated", Code: NameEnding, Change: called("Pioneers"), Want: law.Unknown, At: "name_dispensed"},
		lawtest.Case[Society]{Name: "1965 s. 5(2): cyfyngedig on the day of the Welsh Language Act", Code: NameEnding1993, On: "1993-12-21", Change: welsh(true), Want: law.Met},
		lawtest.Case[Society]{Name: "1965 s. 5(2): cyfyngedig with an English office", Code: NameEnding1993, On: "1993-12-21", Change: welsh(false), Want: law.Breached},
		lawtest.Case[Society]{Name: "1965 s. 5(2): limited, before that Act", Code: NameEnding1965, On: "1993-12-20", Want: law.Met},
		lawtest.Case[Society]{Name: "1965 s. 5(2): cyfyngedig the day before, even in Wales", Code: NameEnding1965, On: "1993-12-20", Change: welsh(true), Want: law.Breached},
	).Run(t)
}
