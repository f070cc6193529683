package society

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

func headcount(n int64) law.Fact[int64] { return law.Known(n) }

// modelled is a worker society whose rules follow the society model, with one lawful act of
// each kind.
func modelled() Society {
	s := lawfulBencom()
	mutual(&s)
	s.Type = law.Known(TypeWorker)
	s.ModelRules = law.Known(ModelRules{
		Model: law.Known(SocietyModel), Quorum: law.Known(governance.Quorum{Heads: 5, Fraction: law.Percent(10)}), NoticeDays: law.Known(10),
		CommonOwnership: notSo, FollowsWorkerCode: isSo,
		Year: law.Known(ModelYear{Ended: on("2025-12-31"), Annual: on("2026-05-01"), Others: headcount(4)}),
		Meeting: law.Known(ModelMeeting{
			Held: on("2026-05-16"), Annual: isSo, NoticeGiven: on("2026-05-01"), Members: headcount(80), Present: headcount(8), Adjourned: notSo,
			QuorumAfter: law.Known(0), QuorumLost: notSo, MostProxies: headcount(5), AgreedShort: headcount(0),
		}),
		Requisition: law.Known(ModelRequisition{
			Delivered: on("2026-03-01"), Signatures: headcount(8), Members: headcount(80), Convened: on("2026-04-01"), MeetingOn: on("2026-04-12"),
		}),
		Vote: law.Known(ModelVote{
			On: on("2026-05-16"), Matter: law.Known(RulesMatter), Electronic: notSo, MostVotes: headcount(1), CastingVote: notSo, PutBefore: notSo,
			Opened: on("2026-05-01"), Votes: law.Known(governance.Tally{For: 75, Against: 25, Entitled: 180}),
		}),
		Board: law.Known(ModelBoard{On: on("2026-05-16"), Directors: law.Known([]ModelDirector{
			{ID: "d1", Born: on("2008-05-16"), Member: isSo, External: notSo},
			{ID: "d2", Born: on("1980-01-01"), Member: isSo, External: notSo},
			{ID: "d3", Born: on("1980-01-01"), Member: notSo, External: isSo, Reviewed: on("2025-05-16")},
		})}),
		BoardMeeting: law.Known(ModelBoardMeeting{Held: on("2026-05-16"), InOffice: headcount(7), Present: headcount(4)}),
		Retirement:   law.Known(ModelRetirement{Held: on("2026-05-16"), First: notSo, InOffice: headcount(7), Retired: headcount(2)}),
		Disposal:     law.Known(ModelDisposal{On: on("2026-05-16"), Value: amount(100), BalanceSheet: amount(300), Approved: isSo}),
		Admission: law.Known(ModelAdmission{
			On: on("2026-05-16"), NaturalPerson: isSo, Born: on("2010-05-16"), WeeklyHours: headcount(8), Shares: headcount(1), Excluded: notSo,
		}),
		Profit: law.Known(ModelProfit{
			Decided: on("2026-05-16"), ByMeeting: isSo, Available: amount(120_000), Equitable: isSo, Applied: law.Known([]ProfitShare{
				{ProfitToReserve, law.Pounds(60_000)}, {ProfitToCommunity, law.Pounds(6_000)}, {ProfitToMembers, law.Pounds(54_000)},
			}),
		}),
		Conversion: law.Known(ModelConversion{
			Held: on("2026-05-16"), NoticeGiven: on("2026-03-15"), Posted: isSo, Reasons: isSo, BoardSupports: isSo, Alternatives: isSo,
			BoardHoldings: isSo, Advised: isSo, Members: headcount(400), Present: headcount(200),
		}),
		Dissolution: law.Known(ModelDissolution{Decided: on("2026-05-16"), Equitable: isSo, Residue: law.Known([]ResidueShare{
			{To: TakenByMember, Amount: law.Pounds(10)},
			{To: TakenByPastMember, Amount: law.Pounds(10), Left: on("2020-05-17")},
			{To: TakenByFederation, Amount: law.Pounds(10)},
		})}),
	})
	return s
}

// inCompany turns a modelled society into a worker company under the articles of 2012.
func inCompany(s *Society) {
	m := s.ModelRules.Ptr()
	m.Model, m.Quorum, m.NoticeDays = law.Known(WorkerCompanyModel), law.Fact[governance.Quorum]{}, law.Fact[int]{}
	m.Meeting.Ptr().Present = headcount(40)
	m.Profit.Ptr().Applied = law.Known([]ProfitShare{
		{ProfitToReserve, law.Pounds(60_000)},
		{ProfitToCommunity, law.Pounds(6_000)},
		{ProfitToEquity, law.Pounds(20_000)},
		{ProfitToMembers, law.Pounds(24_000)},
		{ProfitToEmployees, law.Pounds(10_000)},
	})
}

func inModel(f func(*ModelRules)) change { return func(s *Society) { f(s.ModelRules.Ptr()) } }

// modelSuite adds the dates of acts under model rules to the suite of the package.
func modelSuite(rules *law.Rules[Society, Figures], cases ...lawtest.Case[Society]) lawtest.Suite[Society, Figures] {
	s := suite(rules, modelled, cases...)
	for path, of := range map[string]func(*ModelRules) *law.Fact[law.Date]{
		"year.ended":            func(m *ModelRules) *law.Fact[law.Date] { return &m.Year.Ptr().Ended },
		"meeting.held":          func(m *ModelRules) *law.Fact[law.Date] { return &m.Meeting.Ptr().Held },
		"requisition.delivered": func(m *ModelRules) *law.Fact[law.Date] { return &m.Requisition.Ptr().Delivered },
		"vote.on":               func(m *ModelRules) *law.Fact[law.Date] { return &m.Vote.Ptr().On },
		"board.on":              func(m *ModelRules) *law.Fact[law.Date] { return &m.Board.Ptr().On },
		"board_meeting.held":    func(m *ModelRules) *law.Fact[law.Date] { return &m.BoardMeeting.Ptr().Held },
		"retirement.held":       func(m *ModelRules) *law.Fact[law.Date] { return &m.Retirement.Ptr().Held },
		"disposal.on":           func(m *ModelRules) *law.Fact[law.Date] { return &m.Disposal.Ptr().On },
		"admission.on":          func(m *ModelRules) *law.Fact[law.Date] { return &m.Admission.Ptr().On },
		"profit.decided":        func(m *ModelRules) *law.Fact[law.Date] { return &m.Profit.Ptr().Decided },
		"conversion.held":       func(m *ModelRules) *law.Fact[law.Date] { return &m.Conversion.Ptr().Held },
		"dissolution.decided":   func(m *ModelRules) *law.Fact[law.Date] { return &m.Dissolution.Ptr().Decided },
	} {
		s.Dates["model_rules."+path] = func(s *Society, d law.Date) { *of(s.ModelRules.Ptr()) = law.Known(d) }
	}
	return s
}

// unmodelled makes cases in which a body that follows no model is not asked, for every row.
func unmodelled(rules *law.Rules[Society, Figures]) (cases []lawtest.Case[Society]) {
	for m := range rules.All() {
		cases = append(cases, leaves("no model is followed", func(s *Society) { s.ModelRules = law.Fact[ModelRules]{} }, m.Code)...)
	}
	return cases
}

func somersetLike(s *Society) {
	s.ModelRules.Ptr().Model = law.Known(SomersetModel)
	s.ModelRules.Ptr().Somerset = law.Known(SomersetRules{
		Classes:       law.Known([]governance.ClassShare{{Class: "workers", Share: law.Per(3, 5)}, {Class: "community", Share: law.Per(2, 5)}}),
		AllPrinciples: isSo, NonUsersLimited: isSo, SocialReport: isSo,
	})
}

func TestSomersetRulesAndPractice(t *testing.T) {
	type c = lawtest.Case[Society]
	of := func(f func(*SomersetRules) *law.Fact[bool]) func(*Society) *law.Fact[bool] {
		return func(s *Society) *law.Fact[bool] { return f(s.ModelRules.Ptr().Somerset.Ptr()) }
	}
	shares := func(list ...governance.ClassShare) change {
		return both(somersetLike, inModel(func(m *ModelRules) { m.Somerset.Ptr().Classes = law.Known(list) }))
	}
	quorum := func(q governance.Quorum) change { return inModel(func(m *ModelRules) { m.Quorum = law.Known(q) }) }
	cases := []c{
		{Name: "60/40", Code: ClassSharesIncomplete, Change: somersetLike, Want: law.Met},
		{Name: "50/40 is not the whole", Code: ClassSharesIncomplete, Want: law.Breached, At: "model_rules.somerset.classes", Change: shares(
			governance.ClassShare{Class: "workers", Share: law.Per(1, 2)}, governance.ClassShare{Class: "community", Share: law.Per(2, 5)})},
		{Name: "one class twice", Code: ClassSharesIncomplete, Want: law.Breached, Change: shares(
			governance.ClassShare{Class: "workers", Share: law.Per(1, 2)}, governance.ClassShare{Class: "workers", Share: law.Per(1, 2)})},
		{Name: "no classes", Code: ClassSharesIncomplete, Want: law.Breached, Change: shares()},
		{Name: "classes not stated", Code: ClassSharesIncomplete, Want: law.Unknown, At: "model_rules.somerset.classes", Change: both(somersetLike, inModel(func(m *ModelRules) {
			m.Somerset.Ptr().Classes = law.Fact[[]governance.ClassShare]{}
		}))},
		{Name: "another model", Code: ClassSharesIncomplete, Want: law.NotApplicable, Change: both(somersetLike, inModel(func(m *ModelRules) { m.Model = law.Known(SocietyModel) }))},
		{Name: "a model not stated", Code: ClassSharesIncomplete, Want: law.Unknown, At: "model_rules.model", Change: both(somersetLike, inModel(func(m *ModelRules) { m.Model = law.Fact[Model]{} }))},
		{Name: "handbook: a number and a tenth", Code: QuorumUnusual, Want: law.Met},
		{Name: "handbook: a number alone", Code: QuorumUnusual, Change: quorum(governance.Quorum{Heads: 3}), Want: law.Met},
		{Name: "handbook: a tenth", Code: QuorumUnusual, Change: quorum(governance.Quorum{Fraction: law.Percent(10)}), Want: law.Met},
		{Name: "handbook: 9%", Code: QuorumUnusual, Change: quorum(governance.Quorum{Fraction: law.Percent(9)}), Want: law.Breached, At: "model_rules.quorum"},
		{Name: "the code is for worker co-operatives", Code: WorkerCodeNotFollowed, Want: law.NotApplicable, Change: func(s *Society) { s.Type = law.Known(TypeConsumer) }},
	}
	cases = append(cases, asking(somersetLike,
		askedCase{PrinciplesNotInRules, "model_rules.somerset.all_principles", of(func(x *SomersetRules) *law.Fact[bool] { return &x.AllPrinciples }), true},
		askedCase{NonUsersUnlimited, "model_rules.somerset.non_users_limited", of(func(x *SomersetRules) *law.Fact[bool] { return &x.NonUsersLimited }), true},
		askedCase{NoSocialReport, "model_rules.somerset.social_report", of(func(x *SomersetRules) *law.Fact[bool] { return &x.SocialReport }), true},
	)...)
	cases = append(cases, asking(nil,
		askedCase{WorkerCodeNotFollowed, "model_rules.follows_worker_code", func(s *Society) *law.Fact[bool] { return &s.ModelRules.Ptr().FollowsWorkerCode }, true},
	)...)
	modelSuite(modelPractice, append(cases, unmodelled(modelPractice)...)...).Run(t)
}

func TestAssessmentsGoThroughJSONAndBack(t *testing.T) {
	for name, s := range map[string]Society{"conduct": wellRun(), "identity": identified(), "models": modelled()} {
		b, err := json.Marshal(s)
		require.NoError(t, err, name)
		var got Society
		require.NoError(t, law.Decode(bytes.NewReader(b), &got), name)
		again, err := json.Marshal(got)
		require.NoError(t, err)
		assert.Equal(t, string(b), string(again), name)
		assert.Equal(t, s, got, name)
	}
}

func TestCheckNamesThePlaceInAnAssessment(t *testing.T) {
	require.NoError(t, new(Society).Check())
	for want, change := range map[string]change{
		"model_rules.quorum.heads: a negative":           inModel(func(m *ModelRules) { m.Quorum.Ptr().Heads = -1 }),
		"model_rules.quorum.fraction: ":                  inModel(func(m *ModelRules) { m.Quorum.Ptr().Fraction = law.Percent(101) }),
		"model_rules.quorum.heads: neither":              inModel(func(m *ModelRules) { *m.Quorum.Ptr() = governance.Quorum{} }),
		"model_rules.notice_days: ":                      inModel(func(m *ModelRules) { m.NoticeDays = law.Known(-1) }),
		"model_rules.somerset.classes[0].share: ":        both(somersetLike, inModel(func(m *ModelRules) { (*m.Somerset.Ptr().Classes.Ptr())[0].Share = law.Percent(-1) })),
		"model_rules.year.other_meetings: ":              inModel(func(m *ModelRules) { m.Year.Ptr().Others = headcount(-1) }),
		"model_rules.meeting.members: ":                  inModel(func(m *ModelRules) { m.Meeting.Ptr().Members = headcount(-1) }),
		"model_rules.meeting.present: 81 of them":        inModel(func(m *ModelRules) { m.Meeting.Ptr().Present = headcount(81) }),
		"model_rules.meeting.agreed_short: 81 of them":   inModel(func(m *ModelRules) { m.Meeting.Ptr().AgreedShort = headcount(81) }),
		"model_rules.meeting.most_proxies: ":             inModel(func(m *ModelRules) { m.Meeting.Ptr().MostProxies = headcount(-1) }),
		"model_rules.meeting.quorum_after_minutes: ":     inModel(func(m *ModelRules) { m.Meeting.Ptr().QuorumAfter = law.Known(-1) }),
		"model_rules.requisition.signatures: 81 of them": inModel(func(m *ModelRules) { m.Requisition.Ptr().Signatures = headcount(81) }),
		"model_rules.requisition.callers: ":              inModel(func(m *ModelRules) { m.Requisition.Ptr().Callers = headcount(-1) }),
		"model_rules.vote.votes: ":                       inModel(func(m *ModelRules) { m.Vote.Ptr().Votes.Ptr().For = -1 }),
		"model_rules.vote.most_votes: ":                  inModel(func(m *ModelRules) { m.Vote.Ptr().MostVotes = headcount(-1) }),
		"model_rules.vote.value: ":                       inModel(func(m *ModelRules) { m.Vote.Ptr().Value = amount(-1) }),
		"model_rules.vote.balance_sheet: ":               inModel(func(m *ModelRules) { m.Vote.Ptr().BalanceSheet = amount(-1) }),
		"model_rules.board_meeting.present: 8 of":        inModel(func(m *ModelRules) { m.BoardMeeting.Ptr().Present = headcount(8) }),
		"model_rules.retirement.retired: 8 of":           inModel(func(m *ModelRules) { m.Retirement.Ptr().Retired = headcount(8) }),
		"model_rules.disposal.value: ":                   inModel(func(m *ModelRules) { m.Disposal.Ptr().Value = amount(-1) }),
		"model_rules.admission.weekly_hours: more":       inModel(func(m *ModelRules) { m.Admission.Ptr().WeeklyHours = headcount(169) }),
		"model_rules.admission.shares: ":                 inModel(func(m *ModelRules) { m.Admission.Ptr().Shares = headcount(-1) }),
		"model_rules.profit.applied[0].amount: ":         inModel(func(m *ModelRules) { (*m.Profit.Ptr().Applied.Ptr())[0].Amount = -1 }),
		"model_rules.profit.applied: 1001":               inModel(func(m *ModelRules) { m.Profit.Ptr().Applied = law.Known(make([]ProfitShare, 1001)) }),
		"model_rules.profit.available: ":                 inModel(func(m *ModelRules) { m.Profit.Ptr().Available = amount(-1) }),
		"model_rules.conversion.present: 401 of":         inModel(func(m *ModelRules) { m.Conversion.Ptr().Present = headcount(401) }),
		"model_rules.dissolution.residue[0].amount: ":    inModel(func(m *ModelRules) { (*m.Dissolution.Ptr().Residue.Ptr())[0].Amount = -1 }),
		"conduct.investors.user_votes: ":                 func(s *Society) { *s = wellRun(); s.Conduct.Ptr().Investors.Ptr().UserVotes = headcount(-1) },
		"conduct.investors.votes: ":                      func(s *Society) { *s = wellRun(); s.Conduct.Ptr().Investors.Ptr().Votes = headcount(-1) },
		"identity.participation.indivisible: ": func(s *Society) {
			*s = identified()
			s.Identity.Ptr().Participation.Indivisible = law.Known(law.Percent(101))
		},
		"identity.education.budget: ":     func(s *Society) { *s = identified(); s.Identity.Ptr().Education.Budget = amount(-1) },
		"identity.community.allocation: ": func(s *Society) { *s = identified(); s.Identity.Ptr().Community.Allocation = amount(-1) },
	} {
		s := modelled()
		require.NoError(t, s.Check())
		change(&s)
		assert.ErrorContains(t, s.Check(), want)
	}
}

// Whatever facts are put, judging them does not panic, and what Check lets pass is written and
// read back the same.
func FuzzAssessments(f *testing.F) {
	seed := modelled()
	somersetLike(&seed)
	for _, s := range []Society{wellRun(), identified(), modelled(), seed} {
		b, err := json.Marshal(s)
		require.NoError(f, err)
		f.Add(b)
	}
	figures := Enacted()
	f.Fuzz(func(t *testing.T, b []byte) {
		var s Society
		if law.Decode(bytes.NewReader(b), &s) != nil || s.Check() != nil {
			return
		}
		for _, day := range []string{"2007-01-01", "2013-01-01", "2026-11-23"} {
			Rules().Judge(&s, &figures, law.MustDate(day), law.England) // must not panic
		}
		once, err := json.Marshal(s)
		require.NoError(t, err)
		var again Society
		require.NoError(t, law.Decode(bytes.NewReader(once), &again))
	})
}
