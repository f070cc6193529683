package company

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func underSchedule(s Schedule) change {
	return func(c *Company) { c.Articles.Model = law.Known(s) }
}

// modelled is a company under the model articles whose board is of five, of whom four attend.
func modelled() Company {
	c := meeting()
	underSchedule(ModelPublic)(&c)
	c.Public = yes
	c.BoardDecision = law.Known(BoardDecision{
		On: on("2026-06-01"), InOffice: law.Known(5), Attending: law.Known(4), NotCounted: law.Known(0), For: num(3), Against: num(1),
		ChairFor: yes, ChairNotCounted: no, FixedQuorum: law.Known(0), AppointsOrCalls: no,
	})
	c.PollDemand.Ptr().Heads = num(1)
	c.Count.Ptr().UnpaidVotes = num(0)
	c.Distribution = affairs().Distribution
	c.Distribution.Ptr().Recommended = pounds(130_000)
	return c
}

func decides(f func(*BoardDecision)) change { return func(c *Company) { f(c.BoardDecision.Ptr()) } }

func TestModelArticlesAsOwnRules(t *testing.T) {
	own := func(c *Company) { c.Articles.Model = law.Fact[Schedule]{} }
	sole := decides(func(b *BoardDecision) { b.InOffice, b.Attending = law.Known(1), law.Known(1) })
	tie := decides(func(b *BoardDecision) { b.For, b.Against = num(2), num(2) })
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
		{Name: "MA-P 36: one with nine per cent", Code: ModelPollRefused, Want: law.Met},
		{Name: "MA-P 36: two", Code: ModelPollRefused, Change: demands(func(d *PollDemand) { d.Heads = num(2) }), Want: law.Breached},
		{Name: "MA-P 36: a tenth", Code: ModelPollRefused, Change: demands(func(d *PollDemand) { d.Votes = num(100) }), Want: law.Breached},
		{Name: "articles of its own", Code: ModelPollRefused, Change: own, Want: law.NotApplicable},
		{Name: "MA-P 41: none", Code: UnpaidShareVoted, Want: law.Met},
		{Name: "MA-P 41: a call is due", Code: UnpaidShareVoted, Change: counting(func(n *Count) { n.UnpaidVotes = num(1) }), Want: law.Breached},
		{Name: "MA-S has no such article", Code: UnpaidShareVoted, Change: underSchedule(ModelPrivate), Want: law.NotApplicable},
		{Name: "MA-P 70: as recommended", Code: DividendOverRecommend, Want: law.Met},
		{Name: "MA-P 70: more", Code: DividendOverRecommend, Change: pays(func(d *Distribution) { d.Recommended = pounds(129_999) }), Want: law.Breached},
		{Name: "MA-G pays no dividends", Code: DividendOverRecommend, Change: underSchedule(ModelGuarantee), Want: law.NotApplicable},
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
	assert.Equal(t, law.Breached, outcome(t, boards, c, ModelPollRefused), "own rules give what the Act does not")
	assert.Equal(t, law.Met, outcome(t, meetings, c, PollRefused))
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
