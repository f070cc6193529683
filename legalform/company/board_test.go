package company

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func underSchedule(s Schedule) change {
	return func(c *Company) { c.Articles.Model, c.Articles.Altered = law.Known(s), law.Known([]ModelMatter{}) }
}

// modelled is a company under the model articles whose board is of five, of whom four attend.
func modelled() Company {
	c := meeting()
	underSchedule(ModelPublic)(&c)
	c.Public = yes
	c.BoardDecision = law.Known(BoardDecision{
		On: on("2026-06-01"), WithoutMeeting: no, InOffice: law.Known(5), Attending: law.Known(4), NotCounted: law.Known(0), For: num(3), Against: num(1),
		ChairFor: yes, ChairNotCounted: no, FixedQuorum: law.Known(0), AppointsOrCalls: no,
		Eligible: law.Known(5), Agreed: law.Known(5), Interested: law.Known([]InterestedDirector{{Counted: no}}), ChairLate: law.Known(10),
	})
	day := on("2026-06-01")
	c.Direction = law.Known(Direction{Given: day, BySpecial: yes, LooksBack: no})
	c.Appointment = law.Known(Appointment{Made: day, ByMembers: yes, ByDirectors: no, ByRepresentatives: no, Willing: yes})
	c.Retirement = law.Known(Retirement{Meeting: day, First: no, Directors: law.Known([]SittingDirector{
		{ByDirectors: no, Recently: yes, Retired: no}, {ByDirectors: no, Recently: no, Retired: yes},
	})})
	c.Membership = law.Known(Membership{
		On: day, Subscriber: no, Applied: yes, Approved: yes, Transferred: no, Notice: on("2026-05-25"), Left: day, Ended: no, Kept: no,
	})
	c.Adjournment = law.Known(Adjournment{
		Day: day, Continued: on("2026-06-16"), QuorumAfter: law.Known(30), NoQuorum: no, QuorumLost: no, Adjourned: no,
		NoticeGiven: on("2026-06-08"), NoNotice: no, NewBusiness: no,
	})
	c.ResolutionAmendment = law.Known(ResolutionAmendment{
		On: day, OfSpecial: no, ByOrdinary: yes, Hours: law.Known(48), LaterAllowed: no, InScope: yes, ByChair: yes, Corrects: yes,
	})
	c.PollDemand.Ptr().Demanded, c.PollDemand.Ptr().Meeting, c.PollDemand.Ptr().Taken = on("2026-06-20"), on("2026-06-20"), on("2026-07-20")
	c.Meeting.Ptr().OtherBusiness = yes
	c.PollDemand.Ptr().Heads = num(1)
	c.Count.Ptr().UnpaidVotes = num(0)
	c.Distribution = affairs().Distribution
	d := c.Distribution.Ptr()
	d.Recommended, d.ByMembers, d.Recommends = pounds(130_000), yes, yes
	return c
}

func decides(f func(*BoardDecision)) change { return func(c *Company) { f(c.BoardDecision.Ptr()) } }

func altered(m ModelMatter) change {
	return func(c *Company) { c.Articles.Altered = law.Known([]ModelMatter{m}) }
}

// own is a company whose articles are its own.
func own(c *Company) { c.Articles.Model = law.Fact[Schedule]{} }

func TestModelArticlesOfTheBoard(t *testing.T) {
	sole := decides(func(b *BoardDecision) { b.InOffice, b.Attending = law.Known(1), law.Known(1) })
	tie := decides(func(b *BoardDecision) { b.For, b.Against = num(2), num(2) })
	without := decides(func(b *BoardDecision) { b.WithoutMeeting = yes })
	alone := all(without, decides(func(b *BoardDecision) { b.InOffice, b.Eligible, b.Agreed = law.Known(1), law.Known(1), law.Known(1) }))
	late := decides(func(b *BoardDecision) { b.ChairLate, b.OtherChair = law.Known(11), no })
	counted := func(f func(*InterestedDirector)) change {
		return decides(func(b *BoardDecision) {
			d := InterestedDirector{Counted: yes, Disapplied: no, NoConflict: no, Permitted: no}
			f(&d)
			b.Interested = law.Known([]InterestedDirector{d})
		})
	}
	directs := func(f func(*Direction)) change { return func(c *Company) { f(c.Direction.Ptr()) } }
	suite(t, boards, modelled, []tcase{
		{Name: "MA-P 10: four of five", Code: BoardNoQuorum, Want: law.Met},
		{Name: "MA-P 10: three of four are interested", Code: BoardNoQuorum, Change: decides(func(b *BoardDecision) { b.NotCounted = law.Known(3) }), Want: law.Breached},
		{Name: "MA-S 11(2): a fixed quorum of five", Code: BoardNoQuorum, Change: decides(func(b *BoardDecision) { b.FixedQuorum = law.Known(5) }), Want: law.Breached},
		{Name: "MA-S 7(2): a sole director is doubtful", Code: BoardNoQuorum, Change: all(underSchedule(ModelPrivate), sole), Want: law.Unknown},
		{Name: "MA-P 11: a sole director of a public company", Code: BoardNoQuorum, Change: sole, Want: law.Breached},
		{Name: "MA-P 11: who appoints another", Code: BoardNoQuorum, Change: all(sole, decides(func(b *BoardDecision) { b.AppointsOrCalls = yes })), Want: law.Met},
		{Name: "articles of its own", Code: BoardNoQuorum, Change: own, Want: law.NotApplicable},
		{Name: "MA-P 13: three to one", Code: BoardNotCarried, Want: law.Met},
		{Name: "MA-P 14: an equality and the chair's casting vote", Code: BoardNotCarried, Change: tie, Want: law.Met},
		{Name: "MA-P 14: a chair who is not counted has none", Code: BoardNotCarried, Change: all(tie, decides(func(b *BoardDecision) { b.ChairNotCounted = yes })), Want: law.Breached},
		{Name: "MA-P 14: cast against", Code: BoardNotCarried, Change: all(tie, decides(func(b *BoardDecision) { b.ChairFor = no })), Want: law.Breached},
		{Name: "articles of its own", Code: BoardNotCarried, Change: own, Want: law.NotApplicable},
		{Name: "MA-P 10(1): but to call another meeting", Code: BoardNoQuorum, Change: decides(func(b *BoardDecision) { b.NotCounted, b.CallsMeeting = law.Known(3), yes }), Want: law.Met},
		{Name: "s. 20(1)(b): articles that alter the quorum", Code: BoardNoQuorum, Change: altered(BoardQuorum), Want: law.NotApplicable},
		{Name: "s. 20(1)(b): nobody says what the articles alter", Code: BoardNoQuorum, Change: func(c *Company) { c.Articles.Altered = law.Fact[[]ModelMatter]{} }, Want: law.Unknown, At: "articles.model_altered_in"},
		{Name: "MA-P 18: all five signed", Code: BoardNotUnanimous, Change: without, Want: law.Met},
		{Name: "MA-P 18: four of five", Code: BoardNotUnanimous, Change: all(without, decides(func(b *BoardDecision) { b.Agreed = law.Known(4) })), Want: law.Breached, At: "board_decision.agreed"},
		{Name: "MA-S 8(4): no quorum of those who could have voted", Code: BoardNotUnanimous, Change: all(without, decides(func(b *BoardDecision) { b.Eligible, b.Agreed = law.Known(1), law.Known(1) })), Want: law.Breached, At: "board_decision.eligible"},
		{Name: "MA-S 7(2): a sole director is doubtful", Code: BoardNotUnanimous, Change: all(underSchedule(ModelPrivate), alone), Want: law.Unknown},
		{Name: "MA-P: a sole director of a public company", Code: BoardNotUnanimous, Change: alone, Want: law.Breached},
		{Name: "MA-P 18: at a meeting", Code: BoardNotUnanimous, Want: law.NotApplicable},
		{Name: "MA-P 12(5): ten minutes", Code: BoardChairAwaited, Want: law.Met},
		{Name: "MA-P 12(5): eleven", Code: BoardChairAwaited, Change: late, Want: law.Breached},
		{Name: "MA-P 12(5): eleven, and another chairs", Code: BoardChairAwaited, Change: all(late, decides(func(b *BoardDecision) { b.OtherChair = yes })), Want: law.Met},
		{Name: "articles of its own", Code: BoardChairAwaited, Change: own, Want: law.NotApplicable},
		{Name: "MA-P 16(1): not counted", Code: InterestedCounted, Want: law.Met},
		{Name: "MA-P 16(1): counted", Code: InterestedCounted, Change: counted(func(*InterestedDirector) {}), Want: law.Breached, At: "board_decision.interested[0].counted"},
		{Name: "MA-P 16(3)(a): the members disapplied it", Code: InterestedCounted, Change: counted(func(d *InterestedDirector) { d.Disapplied = yes }), Want: law.Met},
		{Name: "MA-P 16(3)(b): no conflict is likely", Code: InterestedCounted, Change: counted(func(d *InterestedDirector) { d.NoConflict = yes }), Want: law.Met},
		{Name: "MA-P 16(3)(b): nobody has judged", Code: InterestedCounted, Change: counted(func(d *InterestedDirector) { d.NoConflict = law.Fact[bool]{} }), Want: law.Unknown},
		{Name: "MA-P 16(3)(c): a guarantee", Code: InterestedCounted, Change: counted(func(d *InterestedDirector) { d.Permitted, d.NoConflict = yes, law.Fact[bool]{} }), Want: law.Met},
		{Name: "articles of its own", Code: InterestedCounted, Change: own, Want: law.NotApplicable},
		{Name: "MA-P 4(1): a special resolution", Code: DirectorsOverruled, Want: law.Met},
		{Name: "MA-P 4(1): an ordinary one", Code: DirectorsOverruled, Change: directs(func(d *Direction) { d.BySpecial = no }), Want: law.Breached},
		{Name: "s. 20(1)(b): articles that leave it out", Code: DirectorsOverruled, Change: altered(ReservePower), Want: law.NotApplicable},
		{Name: "MA-P 4(2): ahead", Code: DirectionLooksBack, Want: law.Met},
		{Name: "MA-P 4(2): back", Code: DirectionLooksBack, Change: directs(func(d *Direction) { d.LooksBack = yes }), Want: law.Breached},
		{Name: "articles of its own", Code: DirectionLooksBack, Change: own, Want: law.NotApplicable},
	})
}

func TestB16ABoardThatTies(t *testing.T) {
	m, ok := ModelArticles(ModelPrivate)
	require.True(t, ok)
	day := law.MustDate("2026-06-01")
	d, err := DecideBoard(m, day, 2, 2, true, true)
	require.NoError(t, err)
	assert.True(t, d.Passed)
	d, err = DecideBoard(m, day, 2, 2, true, false)
	require.NoError(t, err)
	assert.False(t, d.Passed)
	d, err = DecideBoard(m, day, 2, 1, false, false) // the chair is conflicted: three count
	require.NoError(t, err)
	assert.True(t, d.Passed)
	assert.Len(t, d.Tests, 1)
}

func TestB8TheModelArticlesGiveAPollToTwo(t *testing.T) {
	c := modelled()
	underSchedule(ModelPrivate)(&c)
	c.PollDemand.Ptr().Heads = num(4)
	assert.Equal(t, law.Breached, outcome(t, proceedings, c, ModelPollRefused), "own rules give what the Act does not")
	assert.Equal(t, law.Met, outcome(t, polls, c, PollRefused))
}

func TestModelArticlesCiteTheirArticles(t *testing.T) {
	for s, want := range map[Schedule]string{ModelPrivate: "Sch 1 art 44", ModelGuarantee: "Sch 2 art 30", ModelPublic: "Sch 3 arts 36, 37"} {
		m, ok := ModelArticles(s)
		require.True(t, ok)
		assert.Equal(t, want, m.Meetings.PollIn.Pinpoint)
		assert.Equal(t, s == ModelGuarantee, m.Members != nil)
	}
	_, ok := ModelArticles(0)
	assert.False(t, ok)
}

// BenchmarkJudge judges a company with an act of nearly every kind under every rule.
func BenchmarkJudge(b *testing.B) {
	c, f, day := affairs(), Enacted(), law.MustDate("2026-06-30")
	m := called()
	c.Notice, c.Requisition, c.Resolution = m.Notice, m.Requisition, resolving().Resolution
	x := modelled()
	c.Meeting, c.Count, c.PollDemand, c.BoardDecision = x.Meeting, x.Count, x.PollDemand, x.BoardDecision
	b.ReportAllocs()
	for b.Loop() {
		Rules().Judge(&c, &f, day, law.England)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(Rules().Len()), "ns/rule")
}
