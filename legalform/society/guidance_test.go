package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

var (
	isSo  = law.Known(true)
	notSo = law.Known(false)
)

// wellRun is a co-operative society with an assessment that the guidance has nothing against.
func wellRun() Society {
	s := lawfulBencom()
	mutual(&s)
	s.Level, s.VotesBy = law.Known(PrimaryLevel), law.Known(governance.OneMemberOneVote)
	s.Conduct = law.Known(Conduct{
		Evidence:       Evidence{Rules: notSo, Application: notSo, Accounts: notSo, Publicity: notSo},
		CommonInterest: isSo, ByParticipation: isSo, OpenMembership: isSo, CapacityLimit: notSo,
		OfficersElected: isSo, OfficersRemovable: isSo, DividendByTrade: isSo, InterestFirst: isSo,
		Investors: law.Known(Investors{
			TermsInRules: isSo, Restricted: isSo, OnConversion: notSo, UsersControl: isSo, UserVotes: law.Known[int64](75), Votes: law.Known[int64](25),
		}),
		OnlyCommunity: isSo, WiderBenefit: isSo, AssetsForCommunity: isSo,
	})
	return s
}

// An askedCase is a row that only asks: the fact that it asks for, and the answer that keeps it.
type askedCase struct {
	code  law.Code
	path  string
	of    func(*Society) *law.Fact[bool]
	keeps bool
}

// asking makes the cases of rows that ask: kept, broken by the other answer, and unknown
// without one.
func asking(before change, rows ...askedCase) (cases []lawtest.Case[Society]) {
	put := func(r askedCase, f law.Fact[bool]) change {
		return func(s *Society) {
			if before != nil {
				before(s)
			}
			*r.of(s) = f
		}
	}
	for _, r := range rows {
		name := string(r.code) + " by " + r.path
		cases = append(cases,
			lawtest.Case[Society]{Name: name + ": kept", Code: r.code, Change: put(r, law.Known(r.keeps)), Want: law.Met},
			lawtest.Case[Society]{Name: name + ": broken", Code: r.code, Change: put(r, law.Known(!r.keeps)), Want: law.Breached, At: r.path},
			lawtest.Case[Society]{Name: name + ": nobody has judged", Code: r.code, Change: put(r, law.Fact[bool]{}), Want: law.Unknown, At: r.path},
		)
	}
	return cases
}

// leaves makes cases in which rows do not apply.
func leaves(says string, change change, codes ...law.Code) (cases []lawtest.Case[Society]) {
	for _, code := range codes {
		cases = append(cases, lawtest.Case[Society]{Name: string(code) + ": " + says, Code: code, Change: change, Want: law.NotApplicable})
	}
	return cases
}

func conductFact(of func(*Conduct) *law.Fact[bool]) func(*Society) *law.Fact[bool] {
	return func(s *Society) *law.Fact[bool] { return of(s.Conduct.Ptr()) }
}

func investorFact(of func(*Investors) *law.Fact[bool]) func(*Society) *law.Fact[bool] {
	return func(s *Society) *law.Fact[bool] { return of(s.Conduct.Ptr().Investors.Ptr()) }
}

func TestGuidanceOnConduct(t *testing.T) {
	type c = lawtest.Case[Society]
	bencomNow := func(s *Society) {
		s.Kind, s.ForCommunity = law.Known(CommunityBenefitSociety), isSo
	}
	votesBy := func(b governance.Basis) change {
		return func(s *Society) { s.VotesBy = law.Known(b) }
	}
	investorsHave := func(n int64) change {
		return func(s *Society) { s.Conduct.Ptr().Investors.Ptr().Votes = law.Known(n) }
	}
	cases := []c{
		{Name: "RFCCBS 4.3: closed, with a real limit of capacity", Code: MembershipClosed, Want: law.Met, Change: func(s *Society) {
			s.Conduct.Ptr().OpenMembership, s.Conduct.Ptr().CapacityLimit = notSo, isSo
		}},
		{Name: "RFCCBS 4.3: open, a limit not asked for", Code: MembershipClosed, Want: law.Met, Change: func(s *Society) {
			s.Conduct.Ptr().CapacityLimit = law.Fact[bool]{}
		}},
		{Name: "RFCCBS 4.3: closed for no reason", Code: MembershipClosed, Want: law.Breached, At: "conduct.open_membership", Change: func(s *Society) {
			s.Conduct.Ptr().OpenMembership = notSo
		}},
		{Name: "RFCCBS 4.3: closed, and the reason not stated", Code: MembershipClosed, Want: law.Unknown, At: "conduct.capacity_limit", Change: func(s *Society) {
			s.Conduct.Ptr().OpenMembership, s.Conduct.Ptr().CapacityLimit = notSo, law.Fact[bool]{}
		}},
		{Name: "RFCCBS 4.3: one member one vote", Code: VotesByCapital, Want: law.Met},
		{Name: "RFCCBS 4.3: votes per share", Code: VotesByCapital, Change: votesBy(governance.PerShare), Want: law.Breached, At: "votes_by"},
		{Name: "RFCCBS 4.3: votes per share up to a cap", Code: VotesByCapital, Change: votesBy(governance.PerShareCapped), Want: law.Breached},
		{Name: "RFCCBS 4.3: delegates in a primary society", Code: VotesByCapital, Change: votesBy(governance.PerDelegate), Want: law.Breached},
		{Name: "RFCCBS 4.3: delegates in a society of societies", Code: VotesByCapital, Want: law.Met, Change: both(votesBy(governance.PerDelegate), func(s *Society) {
			s.Level = law.Known(OtherLevel)
		})},
		{Name: "RFCCBS 4.3: delegates, the level not stated", Code: VotesByCapital, Want: law.Unknown, At: "level", Change: both(votesBy(governance.PerDelegate), func(s *Society) {
			s.Level = law.Fact[Level]{}
		})},
		{Name: "RFCCBS 4.3: votes per share in the years of doubt", Code: VotesByCapital, On: "2010-06-01", Change: both(pre, both(votesBy(governance.PerShare), func(s *Society) {
			s.RunAs = law.Known(CoOperativeSociety)
		})), Want: law.Unknown},
		{Name: "practice: 25 votes beside 75 of users", Code: InvestorsCanBlock, Want: law.Met},
		{Name: "practice: 26 votes beside 75 of users can block", Code: InvestorsCanBlock, Change: investorsHave(26), Want: law.Breached, At: "conduct.investors.votes"},
		{Name: "practice: votes not counted", Code: InvestorsCanBlock, Want: law.Unknown, At: "conduct.investors.votes", Change: func(s *Society) {
			s.Conduct.Ptr().Investors.Ptr().Votes = law.Fact[int64]{}
		}},
		{Name: "RFCCBS 5.1: one member one vote", Code: CommunityVotesByCapital, Change: bencomNow, Want: law.Met},
		{Name: "RFCCBS 5.1: votes per share", Code: CommunityVotesByCapital, Change: both(bencomNow, votesBy(governance.PerShare)), Want: law.Breached, At: "votes_by"},
		{Name: "2.2.3: terms of investors before 2008 are in doubt", Code: InvestorTermsUnclear, On: "2007-06-01", Want: law.Unknown, Change: both(pre, func(s *Society) {
			s.RunAs, s.Conduct.Ptr().Investors.Ptr().TermsInRules = law.Known(CoOperativeSociety), notSo
		})},
	}
	cases = append(cases, asking(nil,
		askedCase{ReturnInEvidence, "conduct.evidence.rules", conductFact(func(x *Conduct) *law.Fact[bool] { return &x.Evidence.Rules }), false},
		askedCase{ReturnInEvidence, "conduct.evidence.application", conductFact(func(x *Conduct) *law.Fact[bool] { return &x.Evidence.Application }), false},
		askedCase{ReturnInEvidence, "conduct.evidence.accounts", conductFact(func(x *Conduct) *law.Fact[bool] { return &x.Evidence.Accounts }), false},
		askedCase{ReturnInEvidence, "conduct.evidence.publicity", conductFact(func(x *Conduct) *law.Fact[bool] { return &x.Evidence.Publicity }), false},
		askedCase{NoCommonInterest, "conduct.common_interest", conductFact(func(x *Conduct) *law.Fact[bool] { return &x.CommonInterest }), true},
		askedCase{BenefitNotByParticipation, "conduct.by_participation", conductFact(func(x *Conduct) *law.Fact[bool] { return &x.ByParticipation }), true},
		askedCase{OfficersUnaccountable, "conduct.officers_elected", conductFact(func(x *Conduct) *law.Fact[bool] { return &x.OfficersElected }), true},
		askedCase{OfficersUnaccountable, "conduct.officers_removable", conductFact(func(x *Conduct) *law.Fact[bool] { return &x.OfficersRemovable }), true},
		askedCase{DividendNotByTrade, "conduct.dividend_by_trade", conductFact(func(x *Conduct) *law.Fact[bool] { return &x.DividendByTrade }), true},
		askedCase{DividendBeforeInterest, "conduct.interest_first", conductFact(func(x *Conduct) *law.Fact[bool] { return &x.InterestFirst }), true},
		askedCase{InvestorTermsUnclear, "conduct.investors.terms_in_rules", investorFact(func(x *Investors) *law.Fact[bool] { return &x.TermsInRules }), true},
		askedCase{InvestorsVoteFreely, "conduct.investors.restricted", investorFact(func(x *Investors) *law.Fact[bool] { return &x.Restricted }), true},
		askedCase{InvestorsVoteConversion, "conduct.investors.on_conversion", investorFact(func(x *Investors) *law.Fact[bool] { return &x.OnConversion }), false},
		askedCase{UsersWithoutControl, "conduct.investors.users_control", investorFact(func(x *Investors) *law.Fact[bool] { return &x.UsersControl }), true},
	)...)
	cases = append(cases, asking(bencomNow,
		askedCase{PrivatePurpose, "conduct.only_community", conductFact(func(x *Conduct) *law.Fact[bool] { return &x.OnlyCommunity }), true},
		askedCase{CommunityTooNarrow, "conduct.wider_benefit", conductFact(func(x *Conduct) *law.Fact[bool] { return &x.WiderBenefit }), true},
		askedCase{AssetsNotForCommunity, "conduct.assets_for_community", conductFact(func(x *Conduct) *law.Fact[bool] { return &x.AssetsForCommunity }), true},
	)...)
	ofCoops := []law.Code{
		ReturnInEvidence, NoCommonInterest, BenefitNotByParticipation, MembershipClosed, VotesByCapital, OfficersUnaccountable,
		DividendNotByTrade, DividendBeforeInterest, InvestorTermsUnclear, InvestorsVoteFreely, InvestorsVoteConversion, UsersWithoutControl, InvestorsCanBlock,
	}
	ofBencoms := []law.Code{PrivatePurpose, CommunityTooNarrow, CommunityVotesByCapital, AssetsNotForCommunity}
	cases = append(cases, leaves("not for a community benefit society", bencomNow, ofCoops...)...)
	cases = append(cases, leaves("not for a co-operative society", nil, ofBencoms...)...)
	cases = append(cases, leaves("no assessment is put", func(s *Society) { s.Conduct = law.Fact[Conduct]{} }, append(ofCoops, ofBencoms...)...)...)
	suite(guidanceRules, wellRun, cases...).Run(t)
}

func TestInvestorsNeverHaveMoreVotesThanLeaveUsersTheirPart(t *testing.T) {
	f, on := Enacted(), law.MustDate("2026-06-01")
	for users := range int64(2_000) {
		most, ok := f.MostInvestorVotes(users, on)
		assert.True(t, ok)
		assert.True(t, law.Per(3, 4).ReachedBy(users, users+most), "%d beside %d", most, users)
		assert.False(t, law.Per(3, 4).ReachedBy(users, users+most+1), "%d beside %d", most+1, users)
	}
	_, ok := f.MostInvestorVotes(75, law.MustDate("2015-11-30"))
	assert.False(t, ok)
	f.UserVotes = law.Since("society.user_votes", "of all votes, at least", at(startGuidance, law.Ratio{}, investing))
	most, _ := f.MostInvestorVotes(1, on)
	assert.Equal(t, int64(1<<63-1), most, "a reform that asks for no part leaves no limit")
}

func TestNothingOfGuidanceOrPracticeIsUnlawful(t *testing.T) {
	for m := range guidanceRules.With(identityRules).All() {
		assert.NotEqual(t, law.Statute, m.Weight, "%s", m.Code)
	}
	for m := range modelRuleTable.All() {
		assert.Contains(t, []law.Weight{law.OwnRules, law.Practice}, m.Weight, "%s", m.Code)
	}
}
