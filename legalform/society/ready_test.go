package society

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

var readyDay = law.MustDate("2026-05-16")

// chosen are choices that each ready constitution accepts.
func chosen(r Ready) Choices {
	x := Choices{Quorum: governance.Quorum{Heads: 5, Fraction: law.Percent(10)}, NoticeDays: 10, Directors: 5, External: 2}
	switch r {
	case ReadyWorkerCompany:
		x.Quorum, x.NoticeDays = governance.Quorum{}, 0
	case ReadyMultiStakeholder:
		x.Directors, x.BoardQuorum = 0, governance.Quorum{Heads: 3}
		x.Classes = []ClassChoice{{"workers", law.Per(3, 5), 3}, {"community", law.Per(2, 5), 2}}
		x.Quorum.Classes = []governance.ClassQuorum{{Class: "workers", Heads: 2}}
	case ReadyCommunityBenefit:
		x.BoardQuorum = governance.Quorum{Heads: 3}
	case ReadyWorker, ReadyConsumer:
	}
	return x
}

func ready(t testing.TB, r Ready) governance.Constitution {
	t.Helper()
	f := Enacted()
	c, err := Constitution(r, chosen(r), &f, readyDay)
	require.NoError(t, err)
	return c
}

// registerOf is a register of so many members of each class.
func registerOf(t testing.TB, n int, classes ...string) *governance.Register {
	t.Helper()
	if len(classes) == 0 {
		classes = []string{""}
	}
	var list []governance.Member
	for _, class := range classes {
		for i := range n {
			list = append(list, governance.Member{ID: fmt.Sprintf("%s%d", class, i), Class: class, Joined: law.Known(law.MustDate("2020-01-01"))})
		}
	}
	r, err := governance.NewRegister(list, classes...)
	require.NoError(t, err)
	return r
}

func TestReadyConstitutionsAreCoherent(t *testing.T) {
	for r := ReadyWorker; r <= ReadyCommunityBenefit; r++ {
		c := ready(t, r)
		e, err := registerOf(t, 40, c.Classes...).Entitle(&c.Votes, readyDay, "")
		require.NoError(t, err)
		if errs := c.Incoherent(e); r == ReadyMultiStakeholder {
			require.Len(t, errs, 1)
			assert.ErrorContains(t, errs[0], `"workers", with 60% of the vote, can block`)
		} else {
			assert.Empty(t, errs, "%v", r)
		}
		assert.False(t, c.CastingVote || c.Board.CastingVote, "%v: a tie is lost", r)
		assert.Equal(t, governance.OneMemberOneVote, c.Votes.Basis)
		ordinary, err := c.Majority(OrdinaryResolution)
		require.NoError(t, err)
		assert.Equal(t, governance.MoreThan(1, 2, governance.VotesCast), ordinary.Majority.Share)
		extraordinary, err := c.Majority(ExtraordinaryResolution)
		require.NoError(t, err)
		assert.Equal(t, governance.AtLeast(3, 4, governance.VotesCast), extraordinary.Majority.Share)
		assert.NotEmpty(t, extraordinary.By.Title)
	}
}

func TestWhatEachModelSettles(t *testing.T) {
	worker, company, mixed := ready(t, ReadyWorker), ready(t, ReadyWorkerCompany), ready(t, ReadyMultiStakeholder)
	assert.EqualValues(t, 5, worker.Quorum.Needs(40), "the greater of five and a tenth")
	assert.EqualValues(t, 6, worker.Quorum.Needs(60))
	assert.EqualValues(t, 3, worker.Board.Quorum.Needs(4))
	assert.EqualValues(t, 4, worker.Board.Quorum.Needs(7))
	assert.True(t, worker.Electronic)
	assert.Equal(t, 10, worker.Notice.ClearDays)
	assert.EqualValues(t, 64, worker.Requisition.Needs(640), "E10's numbers, by the model")
	assert.EqualValues(t, 100, worker.Requisition.Needs(4000))
	assert.EqualValues(t, 1, worker.AdjournedQuorum.Needs(40))

	assert.EqualValues(t, 20, company.Quorum.Needs(40), "the greater of two and half")
	assert.EqualValues(t, 2, company.Quorum.Needs(3))
	assert.Equal(t, 14, company.Notice.ClearDays)
	assert.False(t, company.Electronic)
	entrenched, err := company.Majority(EntrenchedResolution)
	require.NoError(t, err)
	d, err := governance.Decide(readyDay, entrenched.Majority, governance.Tally{For: 39, Entitled: 40})
	require.NoError(t, err)
	assert.False(t, d.Passed, "all the members, not all who vote")
	_, err = worker.Majority(EntrenchedResolution)
	require.Error(t, err)

	assert.Equal(t, []string{"workers", "community"}, mixed.Classes)
	assert.Equal(t, 3, mixed.Board.SeatsOf("workers"))
	assert.Equal(t, 7, mixed.Board.Size())
	f := Enacted()
	annual, err := ForAnnualMeeting(&worker, &f, readyDay)
	require.NoError(t, err)
	assert.Equal(t, 14, annual.Notice.ClearDays)
	all := governance.Tally{For: 40, Entitled: 40}
	short, err := annual.Notice.Test(readyDay.AddDays(-2), readyDay, all, all)
	require.NoError(t, err)
	assert.False(t, short.Good, "nobody can shorten the notice of the annual meeting")
	short, err = worker.Notice.Test(readyDay.AddDays(-2), readyDay, governance.Tally{For: 36, Entitled: 40}, all)
	require.NoError(t, err)
	assert.True(t, short.Good, "90% agreed")
	assert.Equal(t, 10, worker.Notice.ClearDays, "the caller's constitution is not changed")
}

func TestChoicesAreRefusedByTheirPlace(t *testing.T) {
	f := Enacted()
	for _, c := range []struct {
		want   string
		r      Ready
		change func(*Choices)
	}{
		{"choices.quorum: heads: neither", ReadyWorker, func(x *Choices) { x.Quorum = governance.Quorum{} }},
		{"choices.quorum: heads: a negative", ReadyWorker, func(x *Choices) { x.Quorum.Heads = -1 }},
		{"choices.quorum: fraction", ReadyConsumer, func(x *Choices) { x.Quorum.Fraction = law.Percent(101) }},
		{"choices.quorum: heads: neither", ReadyMultiStakeholder, func(x *Choices) { x.Quorum = governance.Quorum{} }},
		{"choices.quorum: heads: neither", ReadyCommunityBenefit, func(x *Choices) { x.Quorum = governance.Quorum{} }},
		{"choices.quorum: the articles of 2012", ReadyWorkerCompany, func(x *Choices) { x.Quorum.Heads = 3 }},
		{"choices.quorum: the articles of 2012", ReadyWorkerCompany, func(x *Choices) { x.NoticeDays = 21 }},
		{"choices.notice_days: 0", ReadyWorker, func(x *Choices) { x.NoticeDays = 0 }},
		{"choices.notice_days: 367", ReadyWorker, func(x *Choices) { x.NoticeDays = 367 }},
		{"choices.board_quorum: heads: neither", ReadyMultiStakeholder, func(x *Choices) { x.BoardQuorum = governance.Quorum{} }},
		{"choices.board_quorum: heads: neither", ReadyCommunityBenefit, func(x *Choices) { x.BoardQuorum = governance.Quorum{} }},
		{"choices.board_quorum: the model has its own", ReadyWorker, func(x *Choices) { x.BoardQuorum.Heads = 3 }},
		{"choices.external: 3", ReadyWorker, func(x *Choices) { x.External = 3 }},
		{"choices.external: -1", ReadyWorker, func(x *Choices) { x.External = -1 }},
		{"choices.directors: 2 directors", ReadyWorker, func(x *Choices) { x.Directors = 2 }},
		{"choices.directors: 1 directors", ReadyWorkerCompany, func(x *Choices) { x.Directors = 1 }},
		{"choices.directors: 10001", ReadyWorker, func(x *Choices) { x.Directors = 10_001 }},
		{"choices.directors: each class", ReadyMultiStakeholder, func(x *Choices) { x.Directors = 1 }},
		{"choices.classes: only", ReadyWorker, func(x *Choices) { x.Classes = []ClassChoice{{"a", law.Per(1, 1), 3}} }},
		{"choices.classes: only", ReadyWorker, func(x *Choices) { x.Quorum.Classes = []governance.ClassQuorum{{Class: "a", Heads: 1}} }},
		{"choices.classes: 1 of them", ReadyMultiStakeholder, func(x *Choices) { x.Classes = x.Classes[:1] }},
		{"choices.classes[0].class", ReadyMultiStakeholder, func(x *Choices) { x.Classes[0].Class = "" }},
		{"choices.classes[1].directors", ReadyMultiStakeholder, func(x *Choices) { x.Classes[1].Directors = -1 }},
		{"choices.classes: bad voting rights: class_shares: they add up", ReadyMultiStakeholder, func(x *Choices) { x.Classes[1].Share = law.Per(1, 2) }},
		{"choices.classes: 2 directors", ReadyMultiStakeholder, func(x *Choices) { x.Classes[0].Directors = 0 }},
		{"choices.quorum.classes[0].class", ReadyMultiStakeholder, func(x *Choices) { x.Quorum.Classes[0].Class = "cats" }},
		{"choices.quorum.classes[0]: heads", ReadyMultiStakeholder, func(x *Choices) { x.Quorum.Classes[0].Heads = 0 }},
		{"unknown(9)", 9, func(*Choices) {}},
		{"unknown(0)", 0, func(*Choices) {}},
	} {
		x := chosen(c.r)
		c.change(&x)
		got, err := Constitution(c.r, x, &f, readyDay)
		require.ErrorIs(t, err, ErrChoices, c.want)
		assert.ErrorContains(t, err, c.want)
		assert.Empty(t, got.Majorities)
	}
	for r, day := range map[Ready]string{ReadyWorker: "2014-07-31", ReadyWorkerCompany: "2011-12-31"} {
		_, err := Constitution(r, chosen(r), &f, law.MustDate(day))
		assert.ErrorContains(t, err, "figures.society.model_", "%v", r)
	}
	c := ready(t, ReadyWorker)
	_, err := ForAnnualMeeting(&c, &f, law.MustDate("2011-12-31"))
	assert.ErrorContains(t, err, "figures.society.model_notice_days")
}

func TestReadyConstitutionsAreNamed(t *testing.T) {
	for r := ReadyWorker; r <= ReadyCommunityBenefit; r++ {
		text, err := r.MarshalText()
		require.NoError(t, err)
		var got Ready
		require.NoError(t, got.UnmarshalText(text))
		assert.Equal(t, r, got)
	}
	require.Error(t, new(Ready).UnmarshalText([]byte("club")))
}

// Electronic votes decide with those cast at the meeting, and make no quorum.
func TestElectronicVotesAreOutsideTheQuorum(t *testing.T) {
	c, register := ready(t, ReadyConsumer), registerOf(t, 60)
	document := governance.Document{{Resolved: law.MustDate("2020-01-01"), Effective: law.MustDate("2020-01-01"), Constitution: c}}
	hold := func(present, electronic int, adjourned bool) *governance.Minute {
		m := &governance.Meeting{On: readyDay, Received: readyDay.AddDays(-11), Adjourned: adjourned}
		var votes []governance.Vote
		for i := range present {
			m.Present = append(m.Present, governance.Ref(i))
			votes = append(votes, governance.Vote{Member: governance.Ref(i), Against: 1})
		}
		for i := range electronic {
			votes = append(votes, governance.Vote{Member: governance.Ref(present + i), For: 1, How: governance.Electronically})
		}
		m.Motions = []governance.Motion{{Name: "A new shop", Kind: OrdinaryResolution, Poll: governance.Poll{Votes: votes}}}
		out, err := document.Hold(register, m)
		require.NoError(t, err)
		return out
	}
	out := hold(6, 20, false)
	assert.True(t, out.Quorate && out.Decisions[0].Carried, "a tenth of 60 are there, and 20 of 26 are for it")
	out = hold(5, 55, false)
	assert.False(t, out.Quorate, "five are there, and 55 voted electronically")
	assert.False(t, out.Decisions[0].Carried)
	assert.True(t, hold(2, 20, true).Decisions[0].Carried, "those present are a quorum of an adjourned meeting")
	assert.False(t, hold(0, 20, true).Quorate, "nobody is none")
	out = hold(10, 10, false)
	assert.False(t, out.Decisions[0].Carried || out.Decisions[0].CastingVote, "a tie is lost")
}

// Neither class can be outvoted by numbers: 60% of the vote goes by the workers' own votes.
func TestAMultiStakeholderMeeting(t *testing.T) {
	c := ready(t, ReadyMultiStakeholder)
	var list []governance.Member
	joined := law.Known(law.MustDate("2020-01-01"))
	for i := range 100 {
		class := "community"
		if i < 5 {
			class = "workers"
		}
		list = append(list, governance.Member{ID: fmt.Sprint(i), Class: class, Joined: joined})
	}
	register, err := governance.NewRegister(list, c.Classes...)
	require.NoError(t, err)
	document := governance.Document{{Resolved: law.MustDate("2020-01-01"), Effective: law.MustDate("2020-01-01"), Constitution: c}}
	hold := func(kind string, workersFor int) governance.Resolved {
		m := &governance.Meeting{On: readyDay, Received: readyDay.AddDays(-11)}
		var votes []governance.Vote
		for i := range 100 {
			m.Present = append(m.Present, governance.Ref(i))
			v := governance.Vote{Member: governance.Ref(i), Against: 1}
			if i < workersFor || i >= 5 {
				v.For, v.Against = 1, 0
			}
			votes = append(votes, v)
		}
		m.Motions = []governance.Motion{{Name: "m", Kind: kind, Poll: governance.Poll{Votes: votes}}}
		out, err := document.Hold(register, m)
		require.NoError(t, err)
		return out.Decisions[0]
	}
	assert.False(t, hold(OrdinaryResolution, 0).Carried, "all 95 of the community are 40% of the vote")
	assert.True(t, hold(OrdinaryResolution, 1).Carried, "with one of five workers, 52%")
	assert.False(t, hold(ExtraordinaryResolution, 2).Carried, "64%")
	assert.True(t, hold(ExtraordinaryResolution, 3).Carried, "76%")
}

func TestElectronicOrdinary(t *testing.T) {
	c := ready(t, ReadyWorker)
	m, err := ElectronicOrdinary(&c, 180)
	require.NoError(t, err)
	for tally, want := range map[governance.Tally]bool{
		{For: 10, Against: 8, Entitled: 180}: true, {For: 10, Against: 7, Entitled: 180}: false, {For: 9, Against: 9, Entitled: 180}: false,
	} {
		d, err := governance.Decide(readyDay, m, tally)
		require.NoError(t, err)
		assert.Equal(t, want, d.Passed, "%v", d)
	}
	for _, members := range []int64{0, -1, 4} {
		_, err = ElectronicOrdinary(&c, members)
		require.ErrorIs(t, err, ErrChoices, "%d", members)
	}
	_, err = ElectronicOrdinary(&governance.Constitution{}, 180)
	require.Error(t, err)
}

func TestModelEligibility(t *testing.T) {
	f := Enacted()
	q, err := ModelEligibility(WorkerCompanyModel, &f, readyDay)
	require.NoError(t, err)
	unmet, missing := q.Unmet(&governance.Member{Born: law.Known(law.MustDate("2010-05-17")), Hours: headcount(7)}, readyDay)
	assert.Len(t, unmet, 2)
	assert.Empty(t, missing)
	q, err = ModelEligibility(SocietyModel, &f, readyDay)
	require.NoError(t, err)
	assert.Equal(t, governance.Eligibility{Age: 16}, q)
	_, err = ModelEligibility(SomersetModel, &f, readyDay)
	require.ErrorIs(t, err, ErrChoices)
	_, err = ModelEligibility(SocietyModel, &f, law.MustDate("2011-12-31"))
	require.ErrorIs(t, err, ErrChoices)
}

// A vote that the ready constitution carries, the rows on model rules call carried too, and
// the other way about: the figures are the same.
func TestTheConstitutionAndTheRulesAgree(t *testing.T) {
	f, c := Enacted(), ready(t, ReadyWorker)
	for _, kind := range []struct {
		name       string
		matter     Matter
		electronic bool
		code       law.Code
	}{
		{ExtraordinaryResolution, RulesMatter, false, ExtraordinaryNotCarried},
		{ElectronicResolution, RulesMatter, true, ElectronicNotCarried},
	} {
		m, err := c.Majority(kind.name)
		require.NoError(t, err)
		for yes := int64(0); yes <= 120; yes += 3 {
			for no := int64(0); no+yes <= 180; no += 2 {
				s := modelled()
				s.ModelRules.Ptr().Vote = law.Known(ModelVote{
					On: law.Known(readyDay), Matter: law.Known(kind.matter), Electronic: law.Known(kind.electronic),
					Votes: law.Known(governance.Tally{For: yes, Against: no, Entitled: 180}),
				})
				d, err := governance.Decide(readyDay, m.Majority, governance.Tally{For: yes, Against: no, Entitled: 180})
				require.NoError(t, err)
				got, _ := modelVotes.Judge(&s, &f, readyDay, law.England).Outcome(kind.code)
				require.Equal(t, d.Passed, got == law.Met, "%s: %d to %d", kind.name, yes, no)
			}
		}
	}
}
