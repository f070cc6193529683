package society

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// identified is a co-operative society that keeps every principle.
func identified() Society {
	s := lawfulBencom()
	mutual(&s)
	s.Level, s.VotesBy = law.Known(PrimaryLevel), law.Known(governance.OneMemberOneVote)
	s.Identity = law.Known(Identity{
		Definition: Definition{Autonomous: isSo, OfPersons: isSo, Voluntary: isSo, CommonNeeds: isSo, JointlyOwned: isSo, DemocraticRun: isSo},
		Membership: Openness{Bars: law.Known([]Ground{}), ByUse: isSo, MayLeave: isSo, JobNeedsMembership: notSo},
		Control:    Democracy{Scheme: isSo, Elected: isSo, Accountable: isSo},
		Participation: Participation{
			Equitable: isSo, Declared: isSo, Indivisible: law.Known(law.Percent(0)), ReturnLimited: isSo,
			Uses: law.Known([]SurplusUse{UseReserves, UseByTransactions, UseApprovedActivities}),
		},
		Autonomy: Autonomy{Veto: notSo, ControlKept: isSo},
		Education: Education{
			Budget: amount(1), Duty: notSo, InformsPublic: isSo,
			For: law.Known([]Learner{LearningStaff, LearningManagers, LearningRepresentatives, LearningMembers}),
		},
		Cooperation: Federation{Federates: isSo, Trades: notSo},
		Community:   Concern{Policy: isSo, Allocation: amount(0)},
	})
	return s
}

func identityFact(of func(*Identity) *law.Fact[bool]) func(*Society) *law.Fact[bool] {
	return func(s *Society) *law.Fact[bool] { return of(s.Identity.Ptr()) }
}

func TestCoOperativeIdentity(t *testing.T) {
	type c = lawtest.Case[Society]
	with := func(f func(*Identity)) change { return func(s *Society) { f(s.Identity.Ptr()) } }
	secondary := func(s *Society) { s.Level, s.VotesBy = law.Known(OtherLevel), law.Known(governance.PerDelegate) }
	cases := []c{
		{Name: "1st: no bars", Code: DiscriminatoryBar, Want: law.Met},
		{Name: "1st: a bar on a religious ground", Code: DiscriminatoryBar, Want: law.Breached, At: "identity.membership.bars", Change: with(func(x *Identity) {
			x.Membership.Bars = law.Known([]Ground{ByReligion})
		})},
		{Name: "1st: bars not stated", Code: DiscriminatoryBar, Want: law.Unknown, At: "identity.membership.bars", Change: with(func(x *Identity) {
			x.Membership.Bars = law.Fact[[]Ground]{}
		})},
		{Name: "2nd: one member one vote in a primary", Code: UnequalVotes, Want: law.Met},
		{Name: "2nd: votes by capital in a primary", Code: UnequalVotes, Want: law.Breached, At: "votes_by", Change: func(s *Society) {
			s.VotesBy = law.Known(governance.PerShare)
		}},
		{Name: "2nd: a secondary may weigh votes", Code: UnequalVotes, Change: secondary, Want: law.NotApplicable},
		{Name: "2nd: level not stated", Code: UnequalVotes, Want: law.Unknown, At: "level", Change: func(s *Society) {
			s.Level = law.Fact[Level]{}
		}},
		{Name: "2nd: a primary declares no scheme", Code: NoDemocraticScheme, Want: law.NotApplicable},
		{Name: "3rd: a declaration that nothing is indivisible", Code: NoCommonProperty, Want: law.Met},
		{Name: "3rd: no declaration", Code: NoCommonProperty, Want: law.Breached, At: "identity.participation.indivisible_declared", Change: with(func(x *Identity) {
			x.Participation.Declared = notSo
		})},
		{Name: "3rd: declared, and how much is not stated", Code: NoCommonProperty, Want: law.Unknown, At: "identity.participation.indivisible", Change: with(func(x *Identity) {
			x.Participation.Indivisible = law.Fact[law.Ratio]{}
		})},
		{Name: "3rd: surplus to the three uses", Code: SurplusMisapplied, Want: law.Met},
		{Name: "3rd: surplus by shares held", Code: SurplusMisapplied, Want: law.Breached, At: "identity.participation.surplus_uses[1]", Change: with(func(x *Identity) {
			x.Participation.Uses = law.Known([]SurplusUse{UseReserves, UseByShares})
		})},
		{Name: "3rd: surplus to anything else", Code: SurplusMisapplied, Want: law.Breached, Change: with(func(x *Identity) {
			x.Participation.Uses = law.Known([]SurplusUse{UseOtherwise})
		})},
		{Name: "5th: a budget of a penny or more, and no duty", Code: NoEducation, Want: law.Met},
		{Name: "5th: a duty and no budget", Code: NoEducation, Want: law.Met, Change: with(func(x *Identity) {
			x.Education.Budget, x.Education.Duty = law.Fact[law.Pence]{}, isSo
		})},
		{Name: "5th: neither", Code: NoEducation, Want: law.Breached, At: "identity.education.budget", Change: with(func(x *Identity) {
			x.Education.Budget = amount(0)
		})},
		{Name: "5th: no budget, and the duty not stated", Code: NoEducation, Want: law.Unknown, At: "identity.education.duty", Change: with(func(x *Identity) {
			x.Education.Budget, x.Education.Duty = amount(0), law.Fact[bool]{}
		})},
		{Name: "5th: managers left out", Code: NoEducation, Want: law.Breached, At: "identity.education.for", Change: with(func(x *Identity) {
			x.Education.For = law.Known([]Learner{LearningMembers, LearningRepresentatives, LearningStaff})
		})},
		{Name: "6th: it trades with co-operatives", Code: NoCooperation, Want: law.Met, Change: with(func(x *Identity) {
			x.Cooperation = Federation{Trades: isSo}
		})},
		{Name: "6th: neither federation nor trade", Code: NoCooperation, Want: law.Breached, At: "identity.co_operation.federates", Change: with(func(x *Identity) {
			x.Cooperation.Federates = notSo
		})},
		{Name: "6th: no federation, and trade not stated", Code: NoCooperation, Want: law.Unknown, At: "identity.co_operation.trades_with_co_operatives", Change: with(func(x *Identity) {
			x.Cooperation = Federation{Federates: notSo}
		})},
		{Name: "7th: a policy that members approved", Code: NoCommunityPolicy, Want: law.Met},
		{Name: "7th: an allocation instead", Code: NoCommunityPolicy, Want: law.Met, Change: with(func(x *Identity) {
			x.Community = Concern{Policy: notSo, Allocation: amount(1)}
		})},
		{Name: "7th: neither", Code: NoCommunityPolicy, Want: law.Breached, At: "identity.community.approved_policy", Change: with(func(x *Identity) {
			x.Community.Policy = notSo
		})},
		{Name: "7th: no policy, and the allocation not stated", Code: NoCommunityPolicy, Want: law.Unknown, At: "identity.community.allocation", Change: with(func(x *Identity) {
			x.Community = Concern{Policy: notSo}
		})},
	}
	cases = append(cases, asking(nil,
		askedCase{NotAsDefined, "identity.definition.autonomous", identityFact(func(x *Identity) *law.Fact[bool] { return &x.Definition.Autonomous }), true},
		askedCase{NotAsDefined, "identity.definition.association_of_persons", identityFact(func(x *Identity) *law.Fact[bool] { return &x.Definition.OfPersons }), true},
		askedCase{NotAsDefined, "identity.definition.voluntary", identityFact(func(x *Identity) *law.Fact[bool] { return &x.Definition.Voluntary }), true},
		askedCase{NotAsDefined, "identity.definition.common_needs", identityFact(func(x *Identity) *law.Fact[bool] { return &x.Definition.CommonNeeds }), true},
		askedCase{NotAsDefined, "identity.definition.jointly_owned", identityFact(func(x *Identity) *law.Fact[bool] { return &x.Definition.JointlyOwned }), true},
		askedCase{NotAsDefined, "identity.definition.democratically_controlled", identityFact(func(x *Identity) *law.Fact[bool] { return &x.Definition.DemocraticRun }), true},
		askedCase{AdmissionNotByUse, "identity.membership.by_use", identityFact(func(x *Identity) *law.Fact[bool] { return &x.Membership.ByUse }), true},
		askedCase{MembersCannotLeave, "identity.membership.may_leave", identityFact(func(x *Identity) *law.Fact[bool] { return &x.Membership.MayLeave }), true},
		askedCase{MembershipForJob, "identity.membership.job_needs_membership", identityFact(func(x *Identity) *law.Fact[bool] { return &x.Membership.JobNeedsMembership }), false},
		askedCase{RepresentativesNotBound, "identity.control.elected", identityFact(func(x *Identity) *law.Fact[bool] { return &x.Control.Elected }), true},
		askedCase{RepresentativesNotBound, "identity.control.accountable", identityFact(func(x *Identity) *law.Fact[bool] { return &x.Control.Accountable }), true},
		askedCase{InequitableCapital, "identity.participation.equitable", identityFact(func(x *Identity) *law.Fact[bool] { return &x.Participation.Equitable }), true},
		askedCase{ReturnUnlimited, "identity.participation.return_limited", identityFact(func(x *Identity) *law.Fact[bool] { return &x.Participation.ReturnLimited }), true},
		askedCase{OutsideControl, "identity.autonomy.outside_veto", identityFact(func(x *Identity) *law.Fact[bool] { return &x.Autonomy.Veto }), false},
		askedCase{OutsideControl, "identity.autonomy.control_kept", identityFact(func(x *Identity) *law.Fact[bool] { return &x.Autonomy.ControlKept }), true},
		askedCase{PublicNotInformed, "identity.education.informs_public", identityFact(func(x *Identity) *law.Fact[bool] { return &x.Education.InformsPublic }), true},
	)...)
	cases = append(cases, asking(secondary,
		askedCase{NoDemocraticScheme, "identity.control.scheme_declared", identityFact(func(x *Identity) *law.Fact[bool] { return &x.Control.Scheme }), true},
	)...)
	var codes []law.Code
	for m := range identityRules.All() {
		codes = append(codes, m.Code)
	}
	cases = append(cases, leaves("no assessment is put", func(s *Society) { s.Identity = law.Fact[Identity]{} }, codes...)...)
	cases = append(cases, leaves("not for a community benefit society", func(s *Society) {
		s.Kind = law.Known(CommunityBenefitSociety)
	}, codes...)...)
	suite(identityRules, identified, cases...).Run(t)
}

// The guidance and the second principle ask the same of votes, and of one fact.
func TestTheBasisOfVotesIsStatedOnceForBothAssessments(t *testing.T) {
	s := identified()
	s.Conduct = wellRun().Conduct
	for by, want := range map[governance.Basis]law.Outcome{governance.OneMemberOneVote: law.Met, governance.PerShare: law.Breached} {
		s.VotesBy = law.Known(by)
		rep, err := CoOperative(Enacted()).Judge(&s, law.MustDate("2026-06-01"), law.England)
		require.NoError(t, err)
		for _, code := range []law.Code{UnequalVotes, VotesByCapital} {
			got, found := rep.Outcome(code)
			assert.True(t, found)
			assert.Equal(t, want, got, "%v %v", code, by)
		}
	}
}
