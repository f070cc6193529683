package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

func votesFor(yes, no int64) change {
	return inModel(func(m *ModelRules) {
		m.Vote.Ptr().Votes = law.Known(governance.Tally{For: yes, Against: no, Entitled: 180})
	})
}

func matterOf(x Matter) change {
	return inModel(func(m *ModelRules) { m.Vote.Ptr().Matter = law.Known(x) })
}

func electronicVote(s *Society) { s.ModelRules.Ptr().Vote.Ptr().Electronic = isSo }

func TestModelVotes(t *testing.T) {
	type c = lawtest.Case[Society]
	vote := func(f func(*ModelVote)) change { return inModel(func(m *ModelRules) { f(m.Vote.Ptr()) }) }
	disposal := func(pence law.Pence) change {
		return both(matterOf(DisposalMatter), vote(func(x *ModelVote) { x.Value, x.BalanceSheet = law.Known(pence), amount(300) }))
	}
	plain := func(yes bool) change { return inModel(func(m *ModelRules) { m.FiftyOne = law.Known(yes) }) }
	electronic := func(x Matter, yes, no int64) change {
		return both(electronicVote, both(matterOf(x), votesFor(yes, no)))
	}
	putAgain := func(opened string, permitted law.Fact[bool]) change {
		return both(electronicVote, vote(func(x *ModelVote) {
			x.PutBefore, x.Lost, x.Opened, x.Permitted = isSo, on("2025-11-01"), on(opened), permitted
		}))
	}
	cases := []c{
		{Name: "VOTE-01: one vote each", Code: SeveralVotes, Want: law.Met},
		{Name: "VOTE-01: two votes", Code: SeveralVotes, Want: law.Breached, At: "model_rules.vote.most_votes", Change: vote(func(x *ModelVote) { x.MostVotes = headcount(2) })},
		{Name: "VOTE-01: a member who did not vote", Code: SeveralVotes, Want: law.Met, Change: vote(func(x *ModelVote) { x.MostVotes = headcount(0) })},

		{Name: "VOTE-02: 75 of 100", Code: ExtraordinaryNotCarried, Want: law.Met},
		{Name: "VOTE-02: 74 of 100", Code: ExtraordinaryNotCarried, Change: votesFor(74, 26), Want: law.Breached, At: "model_rules.vote.votes"},
		{Name: "VOTE-02: nobody votes", Code: ExtraordinaryNotCarried, Change: votesFor(0, 0), Want: law.Breached},
		{Name: "VOTE-02: an expulsion", Code: ExtraordinaryNotCarried, Change: both(matterOf(ExpulsionMatter), votesFor(74, 26)), Want: law.Breached},
		{Name: "VOTE-02: a winding up", Code: ExtraordinaryNotCarried, Change: both(matterOf(WindingUpMatter), votesFor(74, 26)), Want: law.Breached},
		{Name: "VOTE-02: a disposal of exactly a third", Code: ExtraordinaryNotCarried, Change: both(disposal(100_00), votesFor(74, 26)), Want: law.Breached},
		{Name: "VOTE-02: a penny less is an ordinary matter", Code: ExtraordinaryNotCarried, Change: both(disposal(99_99), votesFor(74, 26)), Want: law.NotApplicable},
		{Name: "VOTE-02: a disposal of a value not stated", Code: ExtraordinaryNotCarried, Change: matterOf(DisposalMatter), Want: law.Unknown, At: "model_rules.vote.value"},
		{Name: "VOTE-02: in the company model too", Code: ExtraordinaryNotCarried, Change: both(inCompany, votesFor(74, 26)), Want: law.Breached},
		{Name: "VOTE-02: an electronic vote has its own row", Code: ExtraordinaryNotCarried, Change: electronicVote, Want: law.NotApplicable},
		{Name: "VOTE-02: a merger has the Act's", Code: ExtraordinaryNotCarried, Change: matterOf(StatutoryMatter), Want: law.NotApplicable},

		{Name: "VOTE-03: 51 of 100", Code: OrdinaryNotCarried, Change: both(matterOf(OtherMatter), votesFor(51, 49)), Want: law.Met},
		{Name: "VOTE-03: 51 of 101 is more than half, and not 51%", Code: OrdinaryNotCarried, Change: both(matterOf(OtherMatter), votesFor(51, 50)), Want: law.Unknown},
		{Name: "VOTE-03: 51 of 101, where the rules plainly ask for 51%", Code: OrdinaryNotCarried, Change: both(plain(true), both(matterOf(OtherMatter), votesFor(51, 50))), Want: law.Breached},
		{Name: "VOTE-03: 51 of 101, where they plainly do not", Code: OrdinaryNotCarried, Change: both(plain(false), both(matterOf(OtherMatter), votesFor(51, 50))), Want: law.Met},
		{Name: "VOTE-03: a tie is lost", Code: OrdinaryNotCarried, Change: both(matterOf(OtherMatter), votesFor(50, 50)), Want: law.Breached},
		{Name: "VOTE-03: a small disposal", Code: OrdinaryNotCarried, Change: both(disposal(99_99), votesFor(60, 40)), Want: law.Met},
		{Name: "VOTE-03: a rule change is not ordinary", Code: OrdinaryNotCarried, Want: law.NotApplicable},

		{Name: "WCLS-01: an entrenched article by all", Code: EntrenchedNotUnanimous, Change: both(inCompany, both(matterOf(EntrenchedMatter), votesFor(180, 0))), Want: law.Met},
		{Name: "WCLS-01: by all who voted, but one", Code: EntrenchedNotUnanimous, Change: both(inCompany, both(matterOf(EntrenchedMatter), votesFor(179, 0))), Want: law.Breached, At: "model_rules.vote.votes"},
		{Name: "WCLS-01: how many members is not stated", Code: EntrenchedNotUnanimous, Want: law.Unknown, At: "model_rules.vote.votes.entitled", Change: both(inCompany, both(matterOf(EntrenchedMatter), vote(func(x *ModelVote) {
			x.Votes = law.Known(governance.Tally{For: 180})
		})))},
		{Name: "WCLS-01: another article", Code: EntrenchedNotUnanimous, Change: inCompany, Want: law.NotApplicable},

		{Name: "VOTE-04: open for 14 clear days", Code: ElectronicTooShort, Change: electronicVote, Want: law.Met},
		{Name: "VOTE-04: 13", Code: ElectronicTooShort, Want: law.Breached, At: "model_rules.vote.opened", Change: both(electronicVote, vote(func(x *ModelVote) { x.Opened = on("2026-05-02") }))},
		{Name: "VOTE-04: at a meeting", Code: ElectronicTooShort, Want: law.NotApplicable},
		{Name: "VOTE-04: not stated whether electronic", Code: ElectronicTooShort, Want: law.Unknown, At: "model_rules.vote.electronic", Change: vote(func(x *ModelVote) { x.Electronic = law.Fact[bool]{} })},

		{Name: "VOTE-04: 92 of 180, 69 for", Code: ElectronicNotCarried, Change: electronic(RulesMatter, 69, 23), Want: law.Met},
		{Name: "VOTE-04: 68 for", Code: ElectronicNotCarried, Change: electronic(RulesMatter, 68, 24), Want: law.Breached, At: "model_rules.vote.votes"},
		{Name: "VOTE-04: 91 of 180, all for", Code: ElectronicNotCarried, Change: electronic(RulesMatter, 91, 0), Want: law.Breached},
		{Name: "VOTE-04: how many members is not stated", Code: ElectronicNotCarried, Want: law.Unknown, At: "model_rules.vote.votes.entitled", Change: both(electronicVote, vote(func(x *ModelVote) {
			x.Votes = law.Known(governance.Tally{For: 91})
		}))},
		{Name: "VOTE-04: another matter", Code: ElectronicNotCarried, Change: electronic(OtherMatter, 1, 0), Want: law.NotApplicable},

		{Name: "VOTE-04: as many as a quorum, 18 of 180", Code: ElectronicTurnoutLow, Change: electronic(OtherMatter, 10, 8), Want: law.Met},
		{Name: "VOTE-04: 17", Code: ElectronicTurnoutLow, Change: electronic(OtherMatter, 10, 7), Want: law.Breached, At: "model_rules.vote.votes"},
		{Name: "VOTE-04: 18, and a tie", Code: ElectronicTurnoutLow, Change: electronic(OtherMatter, 9, 9), Want: law.Breached},
		{Name: "VOTE-04: a rule change", Code: ElectronicTurnoutLow, Change: electronicVote, Want: law.NotApplicable},

		{Name: "VOTE-04: a rule change may be electronic", Code: ElectronicNotAllowed, Change: electronicVote, Want: law.Met},
		{Name: "VOTE-04: a conversion may not", Code: ElectronicNotAllowed, Change: both(electronicVote, matterOf(StatutoryMatter)), Want: law.Breached, At: "model_rules.vote.matter"},
		{Name: "VOTE-04: a conversion at a meeting may", Code: ElectronicNotAllowed, Change: matterOf(StatutoryMatter), Want: law.NotApplicable},

		{Name: "VOTE-04: a new question", Code: QuestionPutAgain, Change: electronicVote, Want: law.Met},
		{Name: "VOTE-04: on the last day of six months", Code: QuestionPutAgain, Change: putAgain("2026-05-01", notSo), Want: law.Breached, At: "model_rules.vote.opened"},
		{Name: "VOTE-04: the day after", Code: QuestionPutAgain, Change: putAgain("2026-05-02", notSo), Want: law.Met},
		{Name: "VOTE-04: with permission", Code: QuestionPutAgain, Change: putAgain("2026-04-01", isSo), Want: law.Met},
		{Name: "VOTE-04: permission not stated", Code: QuestionPutAgain, Change: putAgain("2026-04-01", law.Fact[bool]{}), Want: law.Unknown, At: "model_rules.vote.permitted"},
		{Name: "VOTE-04: at a meeting it is not barred", Code: QuestionPutAgain, Change: vote(func(x *ModelVote) { x.PutBefore = isSo }), Want: law.NotApplicable},
	}
	cases = append(cases, asking(nil, askedCase{CastingVoteUsed, "model_rules.vote.casting_vote", func(s *Society) *law.Fact[bool] {
		return &s.ModelRules.Ptr().Vote.Ptr().CastingVote
	}, false})...)
	modelSuite(modelVotes, append(cases, unmodelled(modelVotes)...)...).Run(t)
}

// E16: 180 members, and a rule change put to an electronic vote.
func TestE16ElectronicVote(t *testing.T) {
	f := Enacted()
	day := law.MustDate("2026-05-16")
	cast, inFavour, ok := f.ElectronicVotesNeeded(180, day)
	assert.True(t, ok)
	assert.EqualValues(t, 92, cast)
	assert.EqualValues(t, 69, inFavour)
	for want, votes := range map[law.Outcome]change{law.Breached: votesFor(91, 0), law.Met: votesFor(69, 23)} {
		s := modelled()
		electronicVote(&s)
		votes(&s)
		got, _ := modelVotes.Judge(&s, &f, day, law.England).Outcome(ElectronicNotCarried)
		assert.Equal(t, want, got)
	}
	_, _, ok = f.ElectronicVotesNeeded(0, day)
	assert.False(t, ok)
	_, _, ok = f.ElectronicVotesNeeded(180, law.MustDate("2014-07-31"))
	assert.False(t, ok)
	assert.Equal(t, law.MustDate("2026-05-01"), f.BarredUntil(law.MustDate("2025-11-01")))
	assert.Equal(t, law.Date{}, f.BarredUntil(law.MustDate("2014-07-31")))
}

// What is needed is enough, and one vote fewer is not, whatever the numbers.
func FuzzElectronicVotesNeeded(f *testing.F) {
	figures, day := Enacted(), law.MustDate("2026-05-16")
	majority, _ := figures.ElectronicMajority.At(day)
	f.Add(int64(1))
	f.Add(int64(180))
	f.Fuzz(func(t *testing.T, members int64) {
		members = 1 + (members&(1<<40-1))%1_000_000
		cast, inFavour, ok := figures.ElectronicVotesNeeded(members, day)
		passed := func(yes, no int64) bool {
			d, err := governance.Decide(day, majority.Value, governance.Tally{For: yes, Against: no, Entitled: members})
			assert.NoError(t, err)
			return d.Passed
		}
		assert.True(t, ok && passed(inFavour, cast-inFavour))
		assert.False(t, passed(inFavour-1, cast-inFavour+1))
		assert.False(t, passed(cast-1, 0))
	})
}
