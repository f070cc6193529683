package company

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func meeting() Company {
	c := limited()
	c.Meeting = law.Known(Meeting{
		NoticeGiven: on("2026-06-05"), OfClass: no, Adjourned: no, ArticlesQuorum: law.Known(0), CourtQuorum: law.Known(0),
		Present:    law.Known([]Attendee{{InPerson, "a", 60_000_00}, {AsProxy, "b", 30_000_00}}),
		ClassWhole: num(270_000_00), ChairChosen: yes, Reopened: no,
	})
	c.PollDemand = law.Known(PollDemand{
		NoticeGiven: on("2026-06-05"), OfClass: no, ChairOrAdjournment: no, Heads: num(4), Votes: num(90), AllVotes: num(1000),
		PaidUp: pounds(90), AllPaidUp: pounds(1000), Refused: yes, ByChair: no,
	})
	c.Count = law.Known(Count{
		NoticeGiven: on("2026-06-05"), Way: law.Known(Poll), JuniorCounted: no, SplitRefused: no, ProxiesOverlap: no, Disobeyed: no, TreasuryVotes: num(0), WeightedRejected: no, HandsMislead: no,
		Voters: law.Known([]Voter{{As: InPerson, Of: "a", Votes: 100, WantsFor: true, For: 100}, {As: AsProxy, Of: "b", Votes: 50, WantsFor: true, For: 50}}),
	})
	return c
}

func meets(f func(*Meeting)) change { return func(c *Company) { f(c.Meeting.Ptr()) } }

func present(ps ...Attendee) change {
	return meets(func(m *Meeting) { m.Present = law.Known(ps) })
}

func TestMeetings(t *testing.T) {
	a, b := Attendee{InPerson, "a", 60_000_00}, Attendee{InPerson, "b", 30_000_00}
	rep, proxy := Attendee{AsRepresentative, "x", 0}, Attendee{AsProxy, "x", 0}
	noMeeting := func(c *Company) { c.Meeting = law.Fact[Meeting]{} }
	class := meets(func(m *Meeting) { m.OfClass = yes })
	adjourned := meets(func(m *Meeting) { m.Adjourned = yes })
	suite(t, meetings, meeting, []tcase{
		{Name: "s. 318(2): two members", Code: NoQuorum, Want: law.Met},
		{Name: "s. 318(2): one", Code: NoQuorum, Change: present(a), Want: law.Breached},
		{Name: "s. 318(2)(a): two representatives of one corporation", Code: NoQuorum, Change: present(rep, rep), Want: law.Breached},
		{Name: "s. 318(2)(b): two proxies of one member", Code: NoQuorum, Change: present(proxy, proxy), Want: law.Breached},
		{Name: "s. 318(2): a representative and a proxy of one member", Code: NoQuorum, Change: present(rep, proxy), Want: law.Unknown},
		{Name: "s. 318(1): a single member", Code: NoQuorum, Change: all(present(a), func(c *Company) { c.Members = num(1) }), Want: law.Met},
		{Name: "s. 318(1): the single member of an unlimited company is none", Code: NoQuorum, Change: all(present(a), func(c *Company) { c.Members, c.Basis = num(1), law.Known(UnlimitedWithShares) }), Want: law.Breached},
		{Name: "s. 318(2): the articles ask for three", Code: NoQuorum, Change: meets(func(m *Meeting) { m.ArticlesQuorum = law.Known(3) }), Want: law.Breached},
		{Name: "s. 306(4): the court directs one", Code: NoQuorum, Change: all(present(a), meets(func(m *Meeting) { m.CourtQuorum = law.Known(1) })), Want: law.Met},
		{Name: "s. 318: a class meeting", Code: NoQuorum, Change: class, Want: law.NotApplicable},
		{Name: "s. 334(4)(a): two with a third", Code: NoClassQuorum, Change: class, Want: law.Met},
		{Name: "s. 334(4)(a): a penny short", Code: NoClassQuorum, Change: all(class, present(a, Attendee{InPerson, "b", 30_000_00 - 1})), Want: law.Breached},
		{Name: "s. 334(4)(a): one with all", Code: NoClassQuorum, Change: all(class, present(Attendee{InPerson, "a", 270_000_00})), Want: law.Breached},
		{Name: "s. 334(4)(b): one at an adjourned meeting", Code: NoClassQuorum, Change: all(class, adjourned, present(b)), Want: law.Met},
		{Name: "s. 334(5): one holder by two proxies is one person", Code: NoClassQuorum, Change: all(class, present(Attendee{AsProxy, "a", 60_000_00}, Attendee{AsProxy, "a", 60_000_00})), Want: law.Breached},
		{Name: "s. 334: a general meeting", Code: NoClassQuorum, Want: law.NotApplicable},
		{Name: "s. 335(4)(a): two with a third of votes", Code: NoClassQuorumVotes, Change: all(class, guarantee), Want: law.Met},
		{Name: "s. 335(4)(a): one", Code: NoClassQuorumVotes, Change: all(class, guarantee, present(a)), Want: law.Breached},
		{Name: "s. 335(4)(a): one member by two proxies", Code: NoClassQuorumVotes, Change: all(class, guarantee, present(Attendee{AsProxy, "a", 60_000_00}, Attendee{AsProxy, "a", 60_000_00})), Want: law.Breached},
		{Name: "s. 335: a class of shares", Code: NoClassQuorumVotes, Change: class, Want: law.NotApplicable},
		{Name: "s. 319: chosen", Code: ChairNotChosen, Want: law.Met},
		{Name: "s. 319: a stranger", Code: ChairNotChosen, Change: meets(func(m *Meeting) { m.ChairChosen = no }), Want: law.Breached},
		{Name: "s. 319: no meeting", Code: ChairNotChosen, Change: noMeeting, Want: law.NotApplicable},
		{Name: "s. 320: it stands", Code: DeclarationReopened, Want: law.Met},
		{Name: "s. 320: set aside", Code: DeclarationReopened, Change: meets(func(m *Meeting) { m.Reopened = yes }), Want: law.Breached},
		{Name: "s. 320: no meeting", Code: DeclarationReopened, Change: noMeeting, Want: law.NotApplicable},
	})
}

func counted(w Way, vs ...Voter) change {
	return func(c *Company) { n := c.Count.Ptr(); n.Way, n.Voters = law.Known(w), law.Known(vs) }
}

func counting(f func(*Count)) change { return func(c *Company) { f(c.Count.Ptr()) } }

func TestCounts(t *testing.T) {
	old := counting(func(n *Count) { n.NoticeGiven = on("2009-08-02") })
	none := func(c *Company) { c.Count = law.Fact[Count]{} }
	hands := counting(func(n *Count) {
		n.Way, n.Voters = law.Known(ShowOfHands), law.Known([]Voter{{As: InPerson, Of: "a", Votes: 9, WantsFor: true, For: 1}})
	})
	both := Voter{As: AsProxy, Of: "a", Votes: 9, WantsFor: true, WantsAgainst: true, Appointors: 2, For: 1, Against: 1}
	netted, sole := both, both
	netted.For, netted.Against, sole.Appointors = 0, 0, 1
	yea := Voter{As: AsRepresentative, Of: "x", Votes: 100, WantsFor: true}
	nay := Voter{As: AsRepresentative, Of: "x", Votes: 100, WantsAgainst: true}
	voted := func(v Voter, yes, no int64) Voter { v.For, v.Against = yes, no; return v }
	proxy := func(n int64) Voter {
		return Voter{As: AsProxy, Of: "a", Votes: 100, WantsFor: true, For: n}
	}
	suite(t, counts, meeting, []tcase{
		{Name: "s. 284(3): a vote a share", Code: VotesNotPerShare, Want: law.Met},
		{Name: "s. 284(3): more than the shares", Code: VotesNotPerShare, Change: counted(Poll, Voter{As: InPerson, Votes: 100, For: 101}), Want: law.Breached},
		{Name: "s. 284(4): the articles vary it", Code: VotesNotPerShare, Change: all(counted(Poll, Voter{As: InPerson, Votes: 100, For: 101}), func(c *Company) { c.Articles.VariesVotes = yes }), Want: law.Met},
		{Name: "s. 284(3): hands", Code: VotesNotPerShare, Change: hands, Want: law.NotApplicable},
		{Name: "s. 284(2): one hand", Code: HandWeighted, Change: hands, Want: law.Met},
		{Name: "s. 284(2): weighted by shares", Code: HandWeighted, Change: counted(ShowOfHands, Voter{As: InPerson, Votes: 9, WantsFor: true, For: 9}), Want: law.Breached},
		{Name: "s. 284(2): a poll", Code: HandWeighted, Want: law.NotApplicable},
		{Name: "s. 284(2)(b) as enacted: one vote", Code: ProxyHandMiscounted2007, Change: all(counted(ShowOfHands, proxy(1)), old), Want: law.Met},
		{Name: "s. 284(2)(b) as enacted: not both ways", Code: ProxyHandMiscounted2007, Change: all(counted(ShowOfHands, both), old), Want: law.Breached},
		{Name: "s. 284(2)(b) as enacted: a poll", Code: ProxyHandMiscounted2007, Change: old, Want: law.NotApplicable},
		{Name: "s. 285(2): one for and one against", Code: ProxyHandMiscounted, Change: counted(ShowOfHands, both), Want: law.Met},
		{Name: "s. 285(2): netted to nothing", Code: ProxyHandMiscounted, Change: counted(ShowOfHands, netted), Want: law.Breached},
		{Name: "s. 285(2): appointed by one member", Code: ProxyHandMiscounted, Change: counted(ShowOfHands, sole), Want: law.Breached},
		{Name: "s. 285: a poll", Code: ProxyHandMiscounted, Want: law.NotApplicable},
		{Name: "s. 285(4): two proxies within the member's votes", Code: ProxiesExceedMember, Change: counted(Poll, proxy(40), proxy(60)), Want: law.Met},
		{Name: "s. 285(4): counted twice", Code: ProxiesExceedMember, Change: counted(Poll, proxy(100), proxy(1)), Want: law.Breached, At: "count.voters[1].for"},
		{Name: "s. 285(4): hands", Code: ProxiesExceedMember, Change: hands, Want: law.NotApplicable},
		{Name: "s. 286: the senior alone", Code: JuniorHolderCounted, Want: law.Met},
		{Name: "s. 286: the junior too", Code: JuniorHolderCounted, Change: counting(func(n *Count) { n.JuniorCounted = yes }), Want: law.Breached},
		{Name: "s. 286: no count", Code: JuniorHolderCounted, Change: none, Want: law.NotApplicable},
		{Name: "s. 322: allowed", Code: SplitRefused, Want: law.Met},
		{Name: "s. 322: all or nothing", Code: SplitRefused, Change: counting(func(n *Count) { n.SplitRefused = yes }), Want: law.Breached},
		{Name: "s. 322: hands", Code: SplitRefused, Change: hands, Want: law.NotApplicable},
		{Name: "s. 323(3): each representative a vote", Code: RepresentativeHand, Change: counted(ShowOfHands, voted(yea, 1, 0), voted(yea, 1, 0), voted(nay, 0, 1)), Want: law.Met},
		{Name: "s. 323(3): one vote a corporation", Code: RepresentativeHand, Change: counted(ShowOfHands, voted(yea, 1, 0), yea), Want: law.Breached},
		{Name: "s. 323(3): a poll", Code: RepresentativeHand, Want: law.NotApplicable},
		{Name: "s. 323(3) as enacted: hands that differ are none", Code: RepresentativesDiffer2007, Change: all(counted(ShowOfHands, yea, nay), old), Want: law.Met},
		{Name: "s. 323(3) as enacted: hands that differ are counted", Code: RepresentativesDiffer2007, Change: all(counted(ShowOfHands, voted(yea, 1, 0), nay), old), Want: law.Breached},
		{Name: "s. 323(3) as enacted: in writing", Code: RepresentativesDiffer2007, Change: all(old, counting(func(n *Count) { n.Way = law.Known(Written) })), Want: law.NotApplicable},
		{Name: "s. 323(4): different ways, not exercised", Code: RepresentativesDiffer, Change: counted(Poll, yea, nay), Want: law.Met},
		{Name: "s. 323(4): the same way, once", Code: RepresentativesDiffer, Change: counted(Poll, voted(yea, 100, 0), yea), Want: law.Met},
		{Name: "s. 323(4): averaged", Code: RepresentativesDiffer, Change: counted(Poll, voted(yea, 67, 0), voted(nay, 0, 33)), Want: law.Breached},
		{Name: "s. 323(4): hands", Code: RepresentativesDiffer, Change: hands, Want: law.NotApplicable},
		{Name: "s. 324: proxies are open", Code: ProxyBarred, Want: law.Met},
		{Name: "s. 324: a guarantee company bars them", Code: ProxyBarred, Change: all(guarantee, func(c *Company) { c.Articles.BarsProxies = yes }), Want: law.Breached},
		{Name: "s. 324(2): for different shares", Code: ProxiesOverlap, Want: law.Met},
		{Name: "s. 324(2): for the same", Code: ProxiesOverlap, Change: counting(func(n *Count) { n.ProxiesOverlap = yes }), Want: law.Breached},
		{Name: "s. 324(2): no share capital", Code: ProxiesOverlap, Change: guarantee, Want: law.NotApplicable},
		{Name: "s. 324A: as instructed", Code: ProxyDisobeyed, Want: law.Met},
		{Name: "s. 324A: otherwise", Code: ProxyDisobeyed, Change: counting(func(n *Count) { n.Disobeyed = yes }), Want: law.Breached},
		{Name: "s. 324A: no count", Code: ProxyDisobeyed, Change: none, Want: law.NotApplicable},
		{Name: "s. 327(2): 48 and 24 hours", Code: ProxyCutOff, Want: law.Met},
		{Name: "s. 327(2)(a): 72 hours", Code: ProxyCutOff, Change: func(c *Company) { c.Articles.ProxyHours = law.Known(72) }, Want: law.Breached},
		{Name: "s. 327(2)(b): 25 hours before a poll", Code: ProxyCutOff, Change: func(c *Company) { c.Articles.PollProxyHours = law.Known(25) }, Want: law.Breached},
		{Name: "s. 726(2): silent", Code: TreasuryVoted, Want: law.Met},
		{Name: "s. 726(2): voted", Code: TreasuryVoted, Change: counting(func(n *Count) { n.TreasuryVotes = num(1) }), Want: law.Breached},
		{Name: "s. 726(2): no count", Code: TreasuryVoted, Change: none, Want: law.NotApplicable},
		{Name: "Bushell v Faith: kept", Code: WeightedVoteRejected, Want: law.Met},
		{Name: "Bushell v Faith: three votes a share rejected", Code: WeightedVoteRejected, Change: counting(func(n *Count) { n.WeightedRejected = yes }), Want: law.Breached},
		{Name: "Bushell v Faith: a public company", Code: WeightedVoteRejected, Change: public, Want: law.NotApplicable},
		{Name: "Second Consolidated Trust: hands are true", Code: PollNotCalled, Change: hands, Want: law.Met},
		{Name: "Second Consolidated Trust: proxies would turn it", Code: PollNotCalled, Change: all(hands, counting(func(n *Count) { n.HandsMislead = yes })), Want: law.Breached},
		{Name: "Second Consolidated Trust: a poll", Code: PollNotCalled, Want: law.NotApplicable},
	})
}

func TestB5AShowOfHandsWithASplitProxy(t *testing.T) {
	var vs []Voter
	for i := range 11 {
		vs = append(vs, Voter{As: InPerson, WantsFor: i < 6, WantsAgainst: i >= 6})
	}
	vs = append(vs, Voter{As: AsProxy, WantsFor: true, WantsAgainst: true, Appointors: 2})
	got, err := CountHands(law.MustDate("2026-06-01"), vs)
	require.NoError(t, err)
	assert.Equal(t, governance.Tally{For: 7, Against: 6}, got)
	v := put(Ordinary, ShowOfHands, got.For, got.Against, 0)
	assert.True(t, v.Passed)
	_, err = CountHands(law.MustDate("2009-08-02"), vs)
	assert.ErrorIs(t, err, ErrVoter)
}

func TestB6RepresentativesOnHandsAndOnAPoll(t *testing.T) {
	yea, nay := Voter{As: AsRepresentative, Votes: 100, WantsFor: true}, Voter{As: AsRepresentative, Votes: 100, WantsAgainst: true}
	hands, err := CountHands(law.MustDate("2026-06-01"), []Voter{yea, yea, nay})
	require.NoError(t, err)
	assert.Equal(t, governance.Tally{For: 2, Against: 1}, hands)
	assert.Equal(t, governance.Tally{}, CorporateVotes([]Voter{yea, yea, nay}))
	assert.Equal(t, governance.Tally{For: 100}, CorporateVotes([]Voter{yea, yea}))
	assert.Equal(t, governance.Tally{Against: 100}, CorporateVotes([]Voter{nay}))
}

func TestB7Quorum(t *testing.T) {
	rep := Attendee{As: AsRepresentative, Of: "x"}
	assert.False(t, QuorumOf([]Attendee{rep, rep}, 2).Met)
	assert.True(t, QuorumOf([]Attendee{rep, {As: AsProxy, Of: "y"}}, 2).Met)
	assert.Equal(t, Quorum{Doubtful: true}, QuorumOf([]Attendee{rep, {As: AsProxy, Of: "x"}}, 2))
}

func TestVotesOfAHoldingAndOfJointHolders(t *testing.T) {
	assert.Equal(t, int64(103), VotesPerMember(true, 100, law.Pounds(39)))
	assert.Equal(t, int64(1), VotesPerMember(false, 0, 0))
	assert.Equal(t, 1, SeniorVote([]bool{false, true, true}))
	assert.Equal(t, -1, SeniorVote(nil))
}
