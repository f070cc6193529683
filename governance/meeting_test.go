package governance_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// club is a constitution of two constituencies, in force from 2020.
func club() governance.Document {
	half := law.Per(1, 2)
	return governance.Document{{
		Resolved: law.MustDate("2019-12-01"), Effective: law.MustDate("2020-01-01"),
		Constitution: governance.Constitution{
			Classes: []string{"staff", "community"},
			Votes:   governance.VotingRights{Shares: []governance.ClassShare{{Class: "staff", Share: half}, {Class: "community", Share: half}}},
			Notice:  governance.NoticeRule{ClearDays: 14, ShortHeads: governance.MoreThan(1, 2, governance.AllEntitled), ShortValue: governance.AtLeast(9, 10, governance.AllEntitled)},
			Quorum:  governance.Quorum{Heads: 3, Fraction: law.Per(1, 10), Classes: []governance.ClassQuorum{{Class: "staff", Heads: 1}}},
			Majorities: []governance.NamedMajority{
				{Name: "ordinary", Majority: governance.Majority{Share: governance.MoreThan(1, 2, governance.VotesCast)}},
				{Name: "special", Majority: governance.Majority{Share: governance.AtLeast(3, 4, governance.VotesCast)}},
			},
			Board: governance.Board{
				Quorum: governance.Quorum{Fraction: half},
				Seats: []governance.Seats{
					{Name: "staff", Count: 5, How: governance.Elected, By: "staff"},
					{Name: "community", Count: 5, How: governance.Elected, By: "community"},
					{Name: "chair", Count: 1, How: governance.CoOpted},
				},
			},
		},
	}}
}

// A caller gives a constitution, a register, a meeting and votes, and gets a minute.
func ExampleDocument_Hold() {
	joined := law.Known(law.MustDate("2020-01-01"))
	register, err := governance.NewRegister([]governance.Member{
		{ID: "ann", Class: "staff", Joined: joined},
		{ID: "bob", Class: "staff", Joined: joined},
		{ID: "cat", Class: "community", Joined: joined},
		{ID: "dee", Class: "community", Joined: joined},
	}, "staff", "community")
	if err != nil {
		fmt.Println(err)
		return
	}
	minute, err := club().Hold(register, &governance.Meeting{
		On: law.MustDate("2024-05-16"), Received: law.MustDate("2024-05-01"), Present: []governance.Ref{0, 1, 2},
		Motions: []governance.Motion{{Name: "New objects", Kind: "special", Poll: governance.Poll{Votes: []governance.Vote{
			{Member: 0, For: 1}, {Member: 1, Against: 1}, {Member: 2, For: 1},
		}}}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("clear days:", minute.Notice.ClearDays, "quorate:", minute.Quorate)
	for _, d := range minute.Decisions {
		fmt.Println(d.Name, d.Carried)
		fmt.Println(d.Decision)
	}
	// Output:
	// clear days: 14 quorate: true
	// New objects true
	// share: 3/4 of 1 by classes' shares (75.00%), where at least 75% of the votes cast is needed: passed
}

func TestNothingIsCarriedWithoutNoticeOrQuorum(t *testing.T) {
	r, err := governance.NewRegister(hill(), "staff", "community")
	require.NoError(t, err)
	meeting := func() *governance.Meeting {
		return &governance.Meeting{
			On: on, Received: on.AddDays(-15), Present: []governance.Ref{0, 4, 5},
			Motions: []governance.Motion{{Name: "m", Kind: "ordinary", Poll: governance.Poll{Votes: []governance.Vote{{Member: 0, For: 1}, {Member: 4, For: 1}}}}},
		}
	}
	hold := func(change func(*governance.Meeting)) *governance.Minute {
		m := meeting()
		change(m)
		out, err := club().Hold(r, m)
		require.NoError(t, err)
		return out
	}
	out := hold(func(*governance.Meeting) {})
	assert.True(t, out.Decisions[0].Carried)
	out = hold(func(m *governance.Meeting) { m.Received = on.AddDays(-14) })
	assert.False(t, out.Notice.Good, "13 clear days")
	assert.False(t, out.Decisions[0].Carried)
	assert.True(t, out.Decisions[0].Decision.Passed, "the vote itself passed")
	out = hold(func(m *governance.Meeting) { m.Present = []governance.Ref{4, 5, 6} })
	assert.False(t, out.Quorate, "nobody of the staff")
	assert.Equal(t, "staff: 0 present, 1 needed: no quorum", out.Quorum[1].String())
	out = hold(func(m *governance.Meeting) { m.Present = []governance.Ref{0, 0, 0} })
	assert.False(t, out.Quorate, "one member is one head")
	out = hold(func(m *governance.Meeting) { m.Present, m.Adjourned = []governance.Ref{4}, true })
	assert.True(t, out.Quorate, "those present are a quorum of the adjourned meeting")
	out = hold(func(m *governance.Meeting) {
		m.Received = on.AddDays(-3)
		m.AgreedHeads, m.AgreedValue = governance.Tally{For: 5, Entitled: 8}, governance.Tally{For: 90, Entitled: 100}
	})
	assert.True(t, out.Notice.Good, "short notice agreed in number and in value")
	out = hold(func(m *governance.Meeting) {
		m.Received = on.AddDays(-3)
		m.AgreedHeads, m.AgreedValue = governance.Tally{For: 4, Entitled: 8}, governance.Tally{For: 99, Entitled: 100}
	})
	assert.False(t, out.Notice.Good, "half in number is no majority, whatever the value")
}

func TestBadMeetingsNameThePlace(t *testing.T) {
	r, err := governance.NewRegister(hill(), "staff", "community")
	require.NoError(t, err)
	for want, m := range map[string]governance.Meeting{
		"no constitution was in force": {On: law.MustDate("2019-12-31"), Received: law.MustDate("2019-12-01")},
		"is not after its notice":      {On: on, Received: on},
		"present[0]":                   {On: on, Received: on.AddDays(-20), Present: []governance.Ref{99}},
		"motions[0]: the constitution has no \"odd\" resolution; it has [ordinary special]": {On: on, Received: on.AddDays(-20), Motions: []governance.Motion{{Kind: "odd"}}},
		"motions[0]: vote refused: votes[0].member":                                         {On: on, Received: on.AddDays(-20), Motions: []governance.Motion{{Kind: "special", Poll: governance.Poll{Votes: []governance.Vote{{Member: 99}}}}}},
	} {
		out, err := club().Hold(r, &m)
		assert.ErrorContains(t, err, want)
		assert.Nil(t, out)
	}
}

func TestSettingsAreReadAsTheyStood(t *testing.T) {
	d := club()
	later := d[0]
	later.Resolved, later.Effective = law.MustDate("2024-05-01"), law.MustDate("2024-06-01")
	later.Constitution.Notice.ClearDays = 21
	d = append(d, later)
	require.NoError(t, d.Check())
	c, ok := d.At(law.MustDate("2024-05-31"))
	require.True(t, ok)
	assert.Equal(t, 14, c.Notice.ClearDays, "resolved on, and not yet effective")
	c, _ = d.At(law.MustDate("2024-06-01"))
	assert.Equal(t, 21, c.Notice.ClearDays)
	_, ok = d.At(law.MustDate("2019-12-31"))
	assert.False(t, ok)
	d[1].Effective = law.MustDate("2024-04-30")
	assert.ErrorContains(t, d.Check(), "versions[1].effective")
}

func TestNoticeAndDeemedService(t *testing.T) {
	c := law.BankHolidays()
	post := governance.Service{How: "post", Days: 2, WorkingDays: true, In: law.DivisionEnglandAndWales}
	got, err := post.Received(law.MustDate("2024-03-28"), c)
	require.NoError(t, err)
	assert.Equal(t, law.MustDate("2024-04-03"), got, "over Good Friday and Easter Monday")
	got, err = governance.Service{How: "by hand"}.Received(law.MustDate("2024-03-28"), c)
	require.NoError(t, err)
	assert.Equal(t, law.MustDate("2024-03-28"), got)
	_, err = post.Received(law.MustDate("2040-01-01"), c)
	assert.ErrorIs(t, err, law.ErrOutsideTable)
	assert.Equal(t, law.MustDate("2026-06-05"), governance.NoticeRule{ClearDays: 14}.LastDayToGive(law.MustDate("2026-06-20")))
}

func TestQuorumsAndRequisitions(t *testing.T) {
	tenth := law.Per(1, 10)
	assert.EqualValues(t, 10, governance.Quorum{Heads: 10, Fraction: tenth}.Needs(95), "the greater of ten and a tenth")
	assert.EqualValues(t, 11, governance.Quorum{Heads: 10, Fraction: tenth}.Needs(101), "rounded up")
	assert.EqualValues(t, 10, governance.Quorum{Heads: 10, Fraction: tenth, Lesser: true}.Needs(101))
	assert.EqualValues(t, 2, governance.Quorum{Heads: 2}.Needs(1000))
	r := governance.RequisitionRule{Fraction: tenth, AtMost: 100}
	for n, want := range map[int64]int64{37: 4, 640: 64, 1000: 100, 4000: 100, 1: 1} {
		assert.Equal(t, want, r.Needs(n), "of %d", n)
	}
}

func TestTwoStagesWithAWindow(t *testing.T) {
	s := governance.TwoStages{
		First:       governance.Majority{Share: governance.AtLeast(3, 4, governance.VotesCast), Turnout: governance.AtLeast(1, 2, governance.AllEntitled)},
		Second:      governance.Majority{Share: governance.MoreThan(1, 2, governance.VotesCast)},
		AtLeastDays: 14, AtMostMonths: 1,
	}
	first := law.MustDate("2026-03-10")
	from, to := s.Window(first)
	assert.Equal(t, law.MustDate("2026-03-24"), from)
	assert.Equal(t, law.MustDate("2026-04-10"), to)
	one, two := governance.Tally{For: 375, Against: 125, Entitled: 1000}, governance.Tally{For: 31, Against: 29}
	for day, want := range map[string]bool{"2026-03-23": false, "2026-03-24": true, "2026-04-10": true, "2026-04-11": false} {
		d, err := s.Decide(first, one, law.MustDate(day), two)
		require.NoError(t, err)
		assert.Equal(t, want, d.Passed, day)
	}
	d, err := s.Decide(first, one, from, governance.Tally{For: 30, Against: 30})
	require.NoError(t, err)
	assert.False(t, d.Passed, "a tie does not confirm")
	_, err = s.Decide(first, one, from, governance.Tally{For: -1})
	assert.ErrorContains(t, err, "second meeting")
}

func TestWrittenResolutionsPassWhenEnoughHaveAgreedAndLapse(t *testing.T) {
	e := entitle(t, hill(), governance.VotingRights{}, "")
	w := governance.WrittenRule{Threshold: governance.MoreThan(1, 2, governance.AllEntitled), LapseDays: 28}
	circulated := law.MustDate("2026-03-01")
	agree := func(days ...int) (as []governance.Agreement) {
		for i, d := range days {
			as = append(as, governance.Agreement{Member: governance.Ref(i), On: circulated.AddDays(d)})
		}
		return as
	}
	d, err := w.Decide(e, circulated, agree(9, 3, 5, 1, 7))
	require.NoError(t, err)
	assert.True(t, d.Test.Passed)
	assert.Equal(t, law.MustDate("2026-03-10"), d.PassedOn, "the day of the fifth of eight")
	assert.Equal(t, law.MustDate("2026-03-28"), d.Lapses)
	d, err = w.Decide(e, circulated, agree(0, 0, 0, 27, 28))
	require.NoError(t, err)
	assert.False(t, d.Test.Passed, "the fifth came after the lapse; silence counts against")
	assert.EqualValues(t, 1, d.Late)
	for want, as := range map[string][]governance.Agreement{
		"agreements[0]: not of a member": {{Member: 99, On: circulated}},
		"agreements[1]: a second":        {{Member: 0, On: circulated}, {Member: 0, On: circulated}},
		"agreements[0]: given on":        {{Member: 0, On: circulated.AddDays(-1)}},
	} {
		_, err := w.Decide(e, circulated, as)
		assert.ErrorContains(t, err, want)
	}
}

func TestBoards(t *testing.T) {
	b := governance.Board{
		Quorum: governance.Quorum{Heads: 2}, CastingVote: true,
		Seats: []governance.Seats{{Name: "members'", Count: 3, How: governance.Elected, By: "members"}, {Name: "council's", Count: 2, How: governance.Appointed, By: "council"}},
	}
	by, ok := b.Controller()
	assert.True(t, ok)
	assert.Equal(t, "members", by)
	d, err := b.Decide(governance.BoardVote{Present: 4, For: 2, Against: 2, Chair: governance.ChoseFor})
	require.NoError(t, err)
	assert.True(t, d.Passed && d.CastingVote)
	d, err = b.Decide(governance.BoardVote{Present: 4, Conflicted: 1, For: 1, Against: 1})
	require.NoError(t, err)
	assert.False(t, d.Passed, "a conflicted chair has no casting vote")
	d, err = b.Decide(governance.BoardVote{Present: 2, Conflicted: 1, For: 1})
	require.NoError(t, err)
	assert.False(t, d.Passed, "conflicted directors are outside the quorum")
	_, err = b.Decide(governance.BoardVote{Present: 6})
	assert.ErrorIs(t, err, governance.ErrBoard)
	_, err = b.Decide(governance.BoardVote{Present: 2, For: 3})
	assert.ErrorIs(t, err, governance.ErrBoard)
	b.Seats[0].Count = 2
	_, ok = b.Controller()
	assert.False(t, ok, "half is not control")
}

func TestAConstitutionThatCannotWork(t *testing.T) {
	e := entitle(t, hill(), governance.VotingRights{}, "")
	one := club()[0].Constitution
	one.Votes.Shares = nil
	assert.Empty(t, one.Incoherent(e))
	halves := club()[0].Constitution
	assert.Len(t, halves.Incoherent(e), 2, "with half of the vote each, either class can stop everything")
	for want, spoil := range map[string]func(*governance.Constitution){
		"quorum: 9 are needed": func(c *governance.Constitution) { c.Quorum.Heads = 9 },
		"quorum.classes[0]: 5 of \"staff\"": func(c *governance.Constitution) {
			c.Quorum.Classes = []governance.ClassQuorum{{Class: "staff", Heads: 5}}
		},
		"majorities[0]: nobody can reach": func(c *governance.Constitution) {
			c.Majorities = []governance.NamedMajority{{Name: "all and more", Majority: governance.Majority{Share: governance.MoreThan(1, 1, governance.VotesCast)}}}
		},
		"can block every resolution": func(c *governance.Constitution) {
			c.Votes.Shares = []governance.ClassShare{{Class: "staff", Share: law.Per(3, 5)}, {Class: "community", Share: law.Per(2, 5)}}
		},
		"board.quorum: 12": func(c *governance.Constitution) { c.Board.Quorum = governance.Quorum{Heads: 12} },
		"board.seats[2].how": func(c *governance.Constitution) {
			c.Board.Seats = append(c.Board.Seats[:2:2], governance.Seats{Name: "x", Count: 1})
		},
		"board.seats[0].by: ": func(c *governance.Constitution) {
			c.Board.Seats = []governance.Seats{{Name: "x", Count: 1, How: governance.Elected, By: "cats"}}
		},
	} {
		c := club()[0].Constitution
		c.Votes.Shares = nil
		spoil(&c)
		errs := c.Incoherent(e)
		require.NotEmpty(t, errs, want)
		assert.ErrorContains(t, errs[0], want)
	}
}
