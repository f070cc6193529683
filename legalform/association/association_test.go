package association

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

type (
	change = func(*Association)
	cases  = lawtest.Case[Association]
)

func tally(yes, no, entitled int64) law.Fact[governance.Tally] {
	return law.Known(governance.Tally{For: yes, Against: no, Entitled: entitled})
}

// firm is an association of six of a kind that lawfully decides an ordinary matter.
func firm(k Kind) func() Association {
	return func() Association {
		half := law.Known(law.Per(1, 2))
		return Association{
			Kind: law.Known(k), Subscribers: law.Known[int64](2), Formed: law.Known(law.MustDate("2019-05-01")), SharesAgreed: law.Known(false),
			Shares:   law.Known([]Share{{Member: "a", Capital: half, Profit: half}, {Member: "b", Capital: half, Profit: half}}),
			Decision: law.Known(Decision{Kind: law.Known(OrdinaryMatter), Made: law.Known(law.MustDate("2026-03-02")), Agreed: law.Known(false), Votes: tally(4, 2, 6)}),
		}
	}
}

func with(f func(*Decision)) change { return func(s *Association) { f(s.Decision.Ptr()) } }

func put1(k DecisionKind, yes, no int64) change {
	return with(func(x *Decision) { x.Kind, x.Votes = law.Known(k), tally(yes, no, 6) })
}

func agreed(s *Association) { s.Decision.Ptr().Agreed = law.Known(true) }

func unequal(s *Association) {
	s.Shares = law.Known([]Share{{Capital: law.Known(law.Per(1, 3)), Profit: law.Known(law.Per(1, 2))}, {Capital: law.Known(law.Per(2, 3)), Profit: law.Known(law.Per(1, 2))}})
}

func sharesAgreed(s *Association) { s.SharesAgreed = law.Known(true) }

func suite(rules *law.Rules[Association, Figures], k Kind, cs ...cases) lawtest.Suite[Association, Figures] {
	return lawtest.Suite[Association, Figures]{
		Rules: rules, Figures: Enacted(), Lawful: firm(k), On: "2026-11-23", In: law.England, Cases: cs,
		Dates: map[string]func(*Association, law.Date){
			"decision.made": func(s *Association, d law.Date) { s.Decision.Ptr().Made = law.Known(d) },
			"formed":        func(s *Association, d law.Date) { s.Formed = law.Known(d) },
		},
		Exempt: map[string]string{
			string(PartnerExpelled) + " met":   "an expulsion without a power cannot be lawful, and one with it is not under the rule",
			string(LLPMemberExpelled) + " met": "an expulsion without a power cannot be lawful, and one with it is not under the rule",
		},
	}
}

func TestAssociations(t *testing.T) {
	s := suite(associations, Unincorporated,
		cases{Name: "a majority of those voting, of all who may", Code: ResolutionNotCarried, Change: put1(OrdinaryMatter, 2, 1), Want: law.Met},
		cases{Name: "a tie", Code: ResolutionNotCarried, Change: put1(OrdinaryMatter, 3, 3), Want: law.Breached, At: "decision.votes"},
		cases{Name: "the rules say otherwise", Code: ResolutionNotCarried, Change: agreed, Want: law.NotApplicable},
		cases{Name: "whether they do is not stated", Code: ResolutionNotCarried, Change: with(func(x *Decision) { x.Agreed = law.Fact[bool]{} }), Want: law.Unknown, At: "decision.agreed"},
		cases{Name: "no power to amend: all agree", Code: RulesNotAmendedByAll, Change: put1(RuleAmendment, 6, 0), Want: law.Met},
		cases{Name: "no power to amend: all but one", Code: RulesNotAmendedByAll, Change: put1(RuleAmendment, 5, 0), Want: law.Breached},
		cases{Name: "an ordinary matter is no amendment", Code: RulesNotAmendedByAll, Want: law.NotApplicable},
	)
	s.Exempt = nil
	s.Run(t)
}

func TestPartnerships(t *testing.T) {
	s := suite(partnerships, Partnership,
		cases{Name: "s. 24(8): four of six", Code: PartnersNotMajority, Want: law.Met},
		cases{Name: "s. 24(8): a tie is no majority on any reading", Code: PartnersNotMajority, Change: put1(OrdinaryMatter, 3, 3), Want: law.Breached},
		cases{Name: "s. 24(8): three to two with one absent is doubtful", Code: PartnersNotMajority, Change: put1(OrdinaryMatter, 3, 2), Want: law.Unknown},
		cases{Name: "s. 24: the agreement says otherwise", Code: PartnersNotMajority, Change: agreed, Want: law.NotApplicable},
		cases{Name: "s. 24(8): the business, by all", Code: BusinessChanged, Change: put1(ChangeOfBusiness, 6, 0), Want: law.Met},
		cases{Name: "s. 24(8): the business, by five of six", Code: BusinessChanged, Change: put1(ChangeOfBusiness, 5, 1), Want: law.Breached},
		cases{Name: "s. 24(8): not the business", Code: BusinessChanged, Want: law.NotApplicable},
		cases{Name: "s. 24(7): a partner, by all", Code: PartnerNotAdmitted, Change: put1(Admission, 6, 0), Want: law.Met},
		cases{Name: "s. 24(7): a partner, by five of six", Code: PartnerNotAdmitted, Change: put1(Admission, 5, 0), Want: law.Breached},
		cases{Name: "s. 24(7): no admission", Code: PartnerNotAdmitted, Want: law.NotApplicable},
		cases{Name: "s. 25: expelled by all the others", Code: PartnerExpelled, Change: put1(Expulsion, 5, 1), Want: law.Breached},
		cases{Name: "s. 25: under an express power", Code: PartnerExpelled, Change: func(s *Association) { put1(Expulsion, 5, 1)(s); agreed(s) }, Want: law.NotApplicable},
		cases{Name: "s. 19: varied by all", Code: AgreementNotVaried, Change: put1(Variation, 6, 0), Want: law.Met},
		cases{Name: "s. 19: varied by five of six", Code: AgreementNotVaried, Change: put1(Variation, 5, 1), Want: law.Breached},
		cases{Name: "s. 19: no variation", Code: AgreementNotVaried, Want: law.NotApplicable},
		cases{Name: "s. 24(1): equal shares", Code: PartnersSharesUnequal, Want: law.Met},
		cases{Name: "s. 24(1): unequal, and nothing agreed", Code: PartnersSharesUnequal, Change: unequal, Want: law.Breached, At: "shares[1].capital"},
		cases{Name: "s. 24(1): agreed", Code: PartnersSharesUnequal, Change: func(s *Association) { unequal(s); sharesAgreed(s) }, Want: law.NotApplicable},
	)
	delete(s.Exempt, string(LLPMemberExpelled)+" met")
	s.Run(t)
}

func TestLLPs(t *testing.T) {
	s := suite(llps, LLP,
		cases{Name: "reg 7(6): four of six", Code: LLPNotMajority, Want: law.Met},
		cases{Name: "reg 7(6): a tie", Code: LLPNotMajority, Change: put1(OrdinaryMatter, 3, 3), Want: law.Breached},
		cases{Name: "reg 7: agreed otherwise", Code: LLPNotMajority, Change: agreed, Want: law.NotApplicable},
		cases{Name: "reg 7(6): the business, by all", Code: LLPBusinessChanged, Change: put1(ChangeOfBusiness, 6, 0), Want: law.Met},
		cases{Name: "reg 7(6): the business, by five", Code: LLPBusinessChanged, Change: put1(ChangeOfBusiness, 5, 1), Want: law.Breached},
		cases{Name: "reg 7(6): not the business", Code: LLPBusinessChanged, Want: law.NotApplicable},
		cases{Name: "reg 7(5): a member, by all", Code: LLPNotAdmitted, Change: put1(Admission, 6, 0), Want: law.Met},
		cases{Name: "reg 7(5): an assignment, by five", Code: LLPNotAdmitted, Change: put1(Assignment, 5, 0), Want: law.Breached},
		cases{Name: "reg 7(5): neither", Code: LLPNotAdmitted, Want: law.NotApplicable},
		cases{Name: "reg 8: expelled", Code: LLPMemberExpelled, Change: put1(Expulsion, 5, 1), Want: law.Breached},
		cases{Name: "reg 8: nobody expelled", Code: LLPMemberExpelled, Want: law.NotApplicable},
		cases{Name: "reg 7(1): equal shares", Code: LLPSharesUnequal, Want: law.Met},
		cases{Name: "reg 7(1): unequal", Code: LLPSharesUnequal, Change: unequal, Want: law.Breached},
		cases{Name: "reg 7(1): agreed", Code: LLPSharesUnequal, Change: sharesAgreed, Want: law.NotApplicable},
		cases{Name: "s. 2(1)(a): two subscribers", Code: LLPTooFewMembers, Want: law.Met},
		cases{Name: "s. 2(1)(a): one", Code: LLPTooFewMembers, Change: func(s *Association) { s.Subscribers = law.Known[int64](1) }, Want: law.Breached},
		cases{Name: "s. 2(1)(a): not stated", Code: LLPTooFewMembers, Change: func(s *Association) { s.Subscribers = law.Fact[int64]{} }, Want: law.NotApplicable},
	)
	delete(s.Exempt, string(PartnerExpelled)+" met")
	s.Run(t)
}

// C-7: an LLP of six. Three to three is no decision; three to two with one absent is none
// on the better view, and one on the other.
func TestC7AMajorityOfTheMembers(t *testing.T) {
	f := Enacted()
	s := firm(LLP)()
	put1(OrdinaryMatter, 3, 2)(&s)
	rep := Rules().Judge(&s, &f, law.MustDate("2026-11-23"), law.England)
	require.Len(t, rep.Findings, 1)
	d := rep.Findings[0].Doubt
	assert.Equal(t, []law.Outcome{law.Breached, law.Met}, []law.Outcome{d.Readings[0].Outcome, d.Readings[1].Outcome})
	put1(OrdinaryMatter, 3, 3)(&s)
	require.ErrorIs(t, Rules().Judge(&s, &f, law.MustDate("2026-11-23"), law.England).Err(), LLPNotMajority)
}

func TestCalculators(t *testing.T) {
	f, day := Enacted(), law.MustDate("2026-03-02")
	for _, c := range []struct{ named, members, want int64 }{{0, 6, 6}, {1, 6, 6}, {2, 6, 2}} {
		got, ok := f.DesignatedMembers(c.named, c.members, day)
		assert.True(t, ok)
		assert.Equal(t, c.want, got)
	}
	_, ok := f.DesignatedMembers(0, 6, law.MustDate("2000-01-01"))
	assert.False(t, ok)
	for k := Unincorporated; k <= LLP; k++ {
		m, certain := f.Majority(k, OrdinaryMatter, day)
		assert.Equal(t, k == Unincorporated, certain)
		assert.Equal(t, int64(4), m.Share.Needs(6))
		all, certain := f.Majority(k, Admission, day)
		assert.True(t, certain)
		for yes := range int64(6) {
			a, err := governance.Decide(day, m, governance.Tally{For: yes, Against: 1, Entitled: 7})
			require.NoError(t, err)
			b, err := governance.Decide(day, m, governance.Tally{For: yes + 1, Against: 1, Entitled: 8})
			require.NoError(t, err)
			assert.False(t, a.Passed && !b.Passed && yes > 4, "one more in favour never defeats")
			c, err := governance.Decide(day, all, governance.Tally{For: yes, Abstained: 1, Entitled: yes + 1})
			require.NoError(t, err)
			assert.False(t, c.Passed, "an abstention defeats where everybody must agree")
		}
		_, certain = f.Majority(k, Expulsion, day)
		assert.False(t, certain, "no majority expels")
	}
	_, certain := f.Majority(0, OrdinaryMatter, day)
	assert.False(t, certain)
}

func TestBodyJSONAndCheck(t *testing.T) {
	want := firm(LLP)()
	require.NoError(t, want.Check())
	b, err := json.Marshal(want)
	require.NoError(t, err)
	var got Association
	require.NoError(t, law.Decode(bytes.NewReader(b), &got))
	assert.Equal(t, want, got)
	for want, spoil := range map[string]change{
		"subscribers: ":    func(s *Association) { s.Subscribers = law.Known[int64](-1) },
		"shares[0]: ":      func(s *Association) { s.Shares = law.Known([]Share{{Capital: law.Known(law.Per(3, 2))}}) },
		"decision.votes: ": func(s *Association) { s.Decision.Ptr().Votes = tally(7, 0, 6) },
	} {
		s := firm(LLP)()
		spoil(&s)
		assert.ErrorContains(t, s.Check(), want)
	}
	var k Kind
	require.NoError(t, k.UnmarshalText([]byte("llp")))
	var d DecisionKind
	require.NoError(t, d.UnmarshalText([]byte("rule-amendment")))
	assert.Equal(t, "rule-amendment", d.String())
	assert.Error(t, d.UnmarshalText(nil))
}

func BenchmarkJudge(b *testing.B) {
	s, f, day := firm(LLP)(), Enacted(), law.MustDate("2026-11-23")
	b.ReportAllocs()
	for b.Loop() {
		Rules().Judge(&s, &f, day, law.England)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(Rules().Len()), "ns/rule")
}
