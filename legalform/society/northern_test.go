package society

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// suiteNI is a suite of rows of Northern Ireland, with every date that they have.
func suiteNI(rules *law.Rules[Society, Figures], lawful func() Society, cases ...suiteCase) lawtest.Suite[Society, Figures] {
	s := accountsSuite(rules, lawful, cases...)
	s.Dates["person.on"] = setPerson
	s.Dates["withdrawal.on"] = func(s *Society, d law.Date) { s.Withdrawal.Ptr().On = law.Known(d) }
	s.Figures, s.In = EnactedNI(), law.NorthernIreland
	return s
}

// belfast is a society that applied to be registered in Northern Ireland.
func belfast() Society {
	s := applying()
	s.Registered, s.NameDispensed = on("2024-05-20"), law.Known(false)
	s.RuleBook.Ptr().Place = law.Known(OfficeInNorthernIreland)
	return s
}

// before2018 makes a society one that was registered before there were types.
func before2018(s *Society) { s.Kind, s.Registered = law.Known(PreCommencement), on("1990-05-01") }

func TestRegistrationInNI(t *testing.T) {
	noApplication := func(s *Society) { s.Application = law.Fact[Application]{} }
	private := func(s *Society) { s.ForCommunity = law.Known(false) }
	notMutual := func(s *Society) { s.BonaFide = law.Known(false) }
	reasons := func(is bool) change { return func(s *Society) { s.SpecialReasons = law.Known(is) } }
	notes := func(n int64) change { return application(func(x *Application) { x.Copies = law.Known(n) }) }
	online := application(func(x *Application) { x.Electronic = law.Known(true) })
	place := func(p OfficePlace) change { return func(s *Society) { s.RuleBook.Ptr().Place = law.Known(p) } }
	bank := func(d Dealt) change {
		return func(s *Society) {
			s.RuleBook.Ptr().BankingObject, s.RuleBook.Ptr().Withdrawal = law.Known(true), law.Known(d)
		}
	}
	type c = suiteCase
	suiteNI(northernRegistration, belfast,
		c{Name: "s. 1(1): it carries on a business", Code: NoBusinessNI, Want: law.Met},
		c{Name: "s. 1(1): a fund with no trade", Code: NoBusinessNI, Change: func(s *Society) { s.CarriesOnBusiness = law.Known(false) }, Want: law.Breached},

		c{Name: "2016 s. 8: registered on the day, one of the types", Code: KindMislabelledNI, Change: func(s *Society) { s.Registered = on("2018-04-06") }, Want: law.Met},
		c{Name: "2016 s. 8: registered the day before, neither", Code: KindMislabelledNI, Change: func(s *Society) { before2018(s); s.Registered = on("2018-04-05") }, Want: law.Met},
		c{Name: "2016 s. 8: an older society calls itself a type", Code: KindMislabelledNI, Change: func(s *Society) { s.Registered = on("2018-04-05") }, Want: law.Breached, At: "kind"},
		c{Name: "2016 s. 8: so does one registered after Great Britain's day", Code: KindMislabelledNI, Change: func(s *Society) { s.Registered = on("2015-04-05") }, Want: law.Breached},

		c{Name: "s. 1(2)(a): a bona fide co-operative", Code: NotCooperativeNI, Change: mutual, Want: law.Met},
		c{Name: "s. 1(2)(a): not bona fide", Code: NotCooperativeNI, Change: both(mutual, notMutual), Want: law.Breached},
		c{Name: "s. 1(2)(a): not asked of the other type", Code: NotCooperativeNI, Want: law.NotApplicable},
		c{Name: "s. 1(2)(a): for the community", Code: NotForCommunityNI, Want: law.Met},
		c{Name: "s. 1(2)(a): private benefit", Code: NotForCommunityNI, Change: private, Want: law.Breached},
		c{Name: "s. 1(2)(a): not asked of a co-operative", Code: NotForCommunityNI, Change: mutual, Want: law.NotApplicable},

		c{Name: "s. 1(2), as passed: special reasons", Code: NeitherCondition1969NI, On: "2006-06-30", Change: severally(before2018, reasons(true)), Want: law.Met},
		c{Name: "s. 1(2), as passed: none", Code: NeitherCondition1969NI, On: "2006-06-30", Change: severally(before2018, reasons(false), notMutual), Want: law.Breached},
		c{Name: "s. 1(2), as passed: a co-operative needs none", Code: NeitherCondition1969NI, On: "2006-06-30", Change: severally(before2018, mutual, reasons(false)), Want: law.Met},
		c{Name: "s. 1(2), as passed: nobody has judged the reasons", Code: NeitherCondition1969NI, On: "2006-06-30", Change: severally(before2018, notMutual), Want: law.Unknown},
		c{Name: "2006 art. 3: no reasons are needed any more", Code: NeitherConditionNI, On: "2006-07-01", Change: severally(before2018, reasons(false), notMutual), Want: law.Met},
		c{Name: "2006 art. 3: neither", Code: NeitherConditionNI, On: "2010-06-01", Change: severally(before2018, private, notMutual), Want: law.Breached},

		c{Name: "s. 2(1)(a): three", Code: TooFewMembersNI, Want: law.Met},
		c{Name: "s. 2(1)(a): a person and a society", Code: TooFewMembersNI, Change: members(2, 1), Want: law.Breached, At: "members"},
		c{Name: "s. 2(2): two societies", Code: TooFewMembersNI, Change: members(2, 2), Want: law.Met},
		c{Name: "s. 15(1)(a)(i): one society", Code: TooFewMembersNI, Change: members(1, 1), Want: law.Breached},
		c{Name: "s. 2(1)(a), as passed: six", Code: TooFewMembersNI, On: "1998-02-16", Change: members(6, 0), Want: law.Breached},
		c{Name: "s. 2(1)(a), as passed: seven", Code: TooFewMembersNI, On: "1998-02-16", Change: members(7, 0), Want: law.Met},
		c{Name: "1997 Sch 2: three, on the doubtful day", Code: TooFewMembersNI, On: "1998-02-17", Want: law.Unknown},
		c{Name: "1997 Sch 2: three, the day after", Code: TooFewMembersNI, On: "1998-02-18", Want: law.Met},

		c{Name: "s. 2(1)(b): the secretary and three members", Code: ApplicationUnsignedNI, Want: law.Met},
		c{Name: "s. 2(1)(b): two", Code: ApplicationUnsignedNI, Change: signed(true, 2, 0), Want: law.Breached},
		c{Name: "s. 2(1)(b), as passed: six", Code: ApplicationUnsignedNI, Change: both(made("1990-05-01"), signed(true, 6, 0)), Want: law.Breached},
		c{Name: "s. 2(2): two secretaries of three societies", Code: ApplicationUnsignedNI, Change: severally(members(3, 3), signed(false, 0, 2)), Want: law.Met},
		c{Name: "s. 2(2), as passed: two of three were too few", Code: ApplicationUnsignedNI, Change: severally(made("1990-05-01"), members(3, 3), signed(false, 0, 2)), Want: law.Breached},
		c{Name: "s. 2(1)(b): no application", Code: ApplicationUnsignedNI, Change: noApplication, Want: law.NotApplicable},
		c{Name: "s. 2(1)(b), as passed: two printed copies", Code: RulesNotEnclosed1969NI, Change: made("2010-05-01"), Want: law.Met},
		c{Name: "s. 2(1)(b), as passed: one", Code: RulesNotEnclosed1969NI, Change: both(made("2010-05-01"), notes(1)), Want: law.Breached},
		c{Name: "s. 2(1)(b), as passed: no application", Code: RulesNotEnclosed1969NI, On: "2010-05-01", Change: noApplication, Want: law.NotApplicable},
		c{Name: "s. 2(1)(b): two copies", Code: RulesNotEnclosedNI, Want: law.Met},
		c{Name: "s. 2(1)(b): one on paper", Code: RulesNotEnclosedNI, Change: notes(1), Want: law.Breached, At: "application.copies_of_rules"},
		c{Name: "s. 2(1)(b): one by electronic means", Code: RulesNotEnclosedNI, Change: both(online, notes(1)), Want: law.Met},
		c{Name: "s. 2(1)(b): no application now", Code: RulesNotEnclosedNI, Change: noApplication, Want: law.NotApplicable},

		c{Name: "s. 1(1): an office in Northern Ireland", Code: OfficeAbroadNI, Want: law.Met},
		c{Name: "s. 1(1): an office in England", Code: OfficeAbroadNI, Change: place(OfficeInEngland), Want: law.Breached, At: "rule_book.place_of_office"},
		c{Name: "s. 1(1): rules not stated", Code: OfficeAbroadNI, Change: noBook, Want: law.NotApplicable},
		c{Name: "s. 7(1)(a): no banking", Code: BankingObjectNI, Want: law.Met},
		c{Name: "s. 7(1)(a): a bank with withdrawable shares", Code: BankingObjectNI, Change: bank(Provided), Want: law.Breached, At: "rule_book.banking_object"},
		c{Name: "s. 7(1)(a): a bank without", Code: BankingObjectNI, Change: bank(Excluded), Want: law.Met},
		c{Name: "s. 7(1)(a): rules not stated", Code: BankingObjectNI, Change: noBook, Want: law.NotApplicable},
	).Run(t)
}

func TestNamesInNI(t *testing.T) {
	renaming := func() Society {
		s := belfast()
		s.Renaming = law.Known(Renaming{Resolved: on("2026-05-01"), AtGeneralMeeting: law.Known(true), Noticed: law.Known(true), Approved: law.Known(true)})
		return s
	}
	without := func(name string, directed bool) change {
		return func(s *Society) {
			s.Name, s.NameDispensed, s.LimitedDirected = law.Known(name), law.Known(true), law.Known(directed)
		}
	}
	type c = suiteCase
	suiteNI(northernNames, renaming,
		c{Name: "s. 5(2): limited", Code: NameEndingNI, Want: law.Met},
		c{Name: "s. 5(2): the Act knows no Welsh", Code: NameEndingNI, Change: named("Bangor Cyfyngedig"), Want: law.Breached, At: "name"},
		c{Name: "s. 5(5): dispensed with", Code: NameEndingNI, Change: without("Bangor Charity", false), Want: law.Met},
		c{Name: "s. 5(1): a desirable name", Code: NameUndesirableNI, Want: law.Met},
		c{Name: "s. 5(1): an undesirable one", Code: NameUndesirableNI, Change: application(func(x *Application) { x.NameUndesirable = law.Known(true) }), Want: law.Breached},
		c{Name: "s. 5(1): no application", Code: NameUndesirableNI, Change: func(s *Society) { s.Application = law.Fact[Application]{} }, Want: law.NotApplicable},
		c{Name: "s. 5(3): resolved and approved", Code: NameNotChangedNI, Want: law.Met},
		c{Name: "s. 5(3)(b): not approved", Code: NameNotChangedNI, Change: func(s *Society) { s.Renaming.Ptr().Approved = law.Known(false) }, Want: law.Breached, At: "renaming.approved"},
		c{Name: "s. 5(3): no change", Code: NameNotChangedNI, Change: func(s *Society) { s.Renaming = law.Fact[Renaming]{} }, Want: law.NotApplicable},
		c{Name: "s. 5(5): no direction", Code: LimitedNotAddedNI, Change: without("Bangor Charity", false), Want: law.Met},
		c{Name: "s. 5(5): a direction not followed", Code: LimitedNotAddedNI, Change: without("Bangor Charity", true), Want: law.Breached, At: "name"},
		c{Name: "s. 5(5): nor is it by the Welsh word", Code: LimitedNotAddedNI, Change: without("Bangor Cyfyngedig", true), Want: law.Breached},
		c{Name: "s. 5(5): a direction followed", Code: LimitedNotAddedNI, Change: without("Bangor Charity Limited", true), Want: law.Met},
		c{Name: "s. 5(5): a name that never went without", Code: LimitedNotAddedNI, Want: law.NotApplicable},
		c{Name: "guidance: a bencom not called a co-op", Code: CooperativeInNameNI, Want: law.Met},
		c{Name: "guidance: one that is", Code: CooperativeInNameNI, Change: named("Bangor Co-operative Limited"), Want: law.Breached},
		c{Name: "guidance: a co-operative may be", Code: CooperativeInNameNI, Change: both(mutual, named("Bangor Co-operative Limited")), Want: law.NotApplicable},
	).Run(t)
}

func TestRulesInNI(t *testing.T) {
	var cases []suiteCase
	for i := range matters[:13] {
		m := &matters[i]
		last := m.parts[len(m.parts)-1]
		silent := func(s *Society) {
			*last.of(s.RuleBook.Ptr()) = law.Known(Silent)
			s.RuleBook.Ptr().HasSeal = law.Known(true)
		}
		provided := func(s *Society) { s.RuleBook.Ptr().Seal = law.Known(Provided) }
		cases = append(cases,
			suiteCase{Name: "Sch 1: provided: " + last.path, Code: m.code + "-ni", Change: provided, Want: law.Met},
			suiteCase{Name: "Sch 1: silent: " + last.path, Code: m.code + "-ni", Change: silent, Want: law.Breached, At: "rule_book." + last.path},
			suiteCase{Name: "Sch 1: no rules stated: " + last.path, Code: m.code + "-ni", Change: noBook, Want: law.NotApplicable},
		)
	}
	cases = append(cases, suiteCase{
		Name: "Sch 1 para 13: no seal, before it was surely optional", Code: RulesSealNI, On: "2010-06-01", Want: law.Unknown,
	})
	suiteNI(northernRuleBooks, belfast, cases...).Run(t)
	assert.Equal(t, 13, northernRuleBooks.Len(), "the fourteenth paragraph was not read")
}

func TestAmendmentsInNI(t *testing.T) {
	none := func(s *Society) { s.Amendment = law.Fact[Amendment]{} }
	moved := func(told bool) change {
		return amendment(func(x *Amendment) { x.Kind, x.Notified = law.Known(OfficeChange), law.Known(told) })
	}
	signs := func(members, societies int64) change {
		return amendment(func(x *Amendment) {
			x.Signatures = Signatures{law.Known(true), law.Known(members), law.Known(societies)}
		})
	}
	type c = suiteCase
	suiteNI(northernAmendments, amending,
		c{Name: "s. 9(1): acted on once registered", Code: AmendmentUnregisteredNI, Want: law.Met},
		c{Name: "s. 9(1): the day before", Code: AmendmentUnregisteredNI, Change: amendment(func(x *Amendment) { x.ActedOn = on("2026-04-30") }), Want: law.Breached, At: "amendment.acted_on"},
		c{Name: "s. 9(1): no amendment", Code: AmendmentUnregisteredNI, Change: none, Want: law.NotApplicable},
		c{Name: "s. 9(1)(b): three members and the secretary", Code: AmendmentUnsignedNI, Want: law.Met},
		c{Name: "s. 9(1)(b): two", Code: AmendmentUnsignedNI, Change: signs(2, 0), Want: law.Breached, At: "amendment.members_signing"},
		c{Name: "s. 9(1)(a): two of four societies", Code: AmendmentUnsignedNI, Change: both(members(4, 4), signs(0, 2)), Want: law.Met},
		c{Name: "s. 9(1)(a): one of four", Code: AmendmentUnsignedNI, Change: both(members(4, 4), signs(0, 1)), Want: law.Breached},
		c{
			Name: "s. 9(1)(a), as passed: two of four were too few", Code: AmendmentUnsignedNI,
			Change: severally(members(4, 4), signs(0, 2), amendment(func(x *Amendment) { x.On = on("1990-04-01") })), Want: law.Breached,
		},
		c{Name: "s. 9(1): no amendment to sign", Code: AmendmentUnsignedNI, Change: none, Want: law.NotApplicable},
		c{Name: "s. 9(1): two copies", Code: AmendmentCopiesNI, Want: law.Met},
		c{Name: "s. 9(1): one", Code: AmendmentCopiesNI, Change: amendment(func(x *Amendment) { x.Copies = law.Known[int64](1) }), Want: law.Breached},
		c{Name: "s. 9(1): none to copy", Code: AmendmentCopiesNI, Change: none, Want: law.NotApplicable},
		c{Name: "s. 9(2)(a): told of the new office", Code: OfficeUnnotifiedNI, Change: moved(true), Want: law.Met},
		c{Name: "s. 9(2)(a): not told", Code: OfficeUnnotifiedNI, Change: moved(false), Want: law.Breached, At: "amendment.notified"},
		c{Name: "s. 9(2)(a): no move", Code: OfficeUnnotifiedNI, Want: law.NotApplicable},
	).Run(t)
}

func TestTheTableOfNIHasNothingOfGreatBritain(t *testing.T) {
	require.NoError(t, RulesNI().Complaints())
	british := map[law.Code]bool{}
	for m := range Rules().All() {
		british[m.Code] = true
	}
	for m := range RulesNI().All() {
		assert.True(t, strings.HasSuffix(string(m.Code), "-ni"), "%s", m.Code)
		assert.False(t, british[m.Code], "%s", m.Code)
		for _, w := range m.InForce {
			assert.Equal(t, law.NorthernIreland, w.In, "%s", m.Code)
		}
		if m.Weight == law.Statute {
			assert.Contains(t, m.Provision.String(), "Northern Ireland", "%s", m.Code)
		}
	}
	f := EnactedNI()
	for g := range law.FiguresOf(&f) {
		assert.True(t, strings.HasSuffix(g.ID, "_ni"), "%q", g.ID)
	}
}

func TestFindingsOfNINameFactsByTheirJSONPaths(t *testing.T) {
	lawtest.PathsIn(t, law.NorthernIreland, RulesNI(), EnactedNI(), 1_500,
		"1970-06-01", "1985-06-01", "1998-02-17", "2003-06-01", "2006-12-01", "2010-06-01", "2017-06-01", "2019-06-01", "2026-06-01")
}

func TestNothingStatedInNIIsNeverMet(t *testing.T) {
	f := EnactedNI()
	for _, day := range []string{"1970-01-01", "1998-02-17", "2010-06-01", "2017-06-01", "2026-06-01"} {
		var s Society
		rep := RulesNI().Judge(&s, &f, law.MustDate(day), law.NorthernIreland)
		assert.Zero(t, rep.Count(law.Met, law.Statute), day)
		assert.Zero(t, rep.Count(law.Breached, law.Statute), day)
		assert.NotZero(t, rep.Count(law.Unknown, law.Statute), day)
	}
}

func TestDraftsOfNI(t *testing.T) {
	for _, f := range []*law.Family[Society, Figures]{CoOperativeNI(EnactedNI()), CommunityBenefitNI(EnactedNI())} {
		for _, founded := range []string{"2006-07-31", "2014-10-01", "2018-04-05", "2018-04-06", "2026-11-23"} {
			p := law.Plan{
				Name: "Lagan", Founded: law.MustDate(founded), In: law.NorthernIreland, Staff: 12, Members: 12, Capital: law.Pounds(900),
				Locked: "Lagan Charity", Activity: "care", ForCommunity: law.Known(true),
			}
			body := f.Draft(p).(*Society)
			k, _ := body.Kind.Get()
			assert.Equal(t, founded < "2018-04-06", k == PreCommencement, "%s %s", f.ID, founded)
			rep, err := f.Judge(body, p.Founded, law.NorthernIreland)
			require.NoError(t, err)
			require.NoError(t, rep.ErrAt(law.Statute, law.Guidance), "%s %s", f.ID, founded)
			assert.Equal(t, f.ID, rep.Form)
		}
	}
	assert.Equal(t, law.NorthernIreland, CoOperativeNI(EnactedNI()).FormReach())
	assert.Equal(t, law.GreatBritain|law.ChannelIslands, CoOperative(Enacted()).FormReach())
}
