package company

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func adjourns(f func(*Adjournment)) change { return func(c *Company) { f(c.Adjournment.Ptr()) } }

func TestModelArticlesOfGeneralMeetings(t *testing.T) {
	inquorate := present(Attendee{InPerson, "a", 1})
	rewords := func(f func(*ResolutionAmendment)) change { return func(c *Company) { f(c.ResolutionAmendment.Ptr()) } }
	special := rewords(func(a *ResolutionAmendment) { a.OfSpecial, a.Hours = yes, law.Known(0) })
	taken := func(s string) change { return demands(func(d *PollDemand) { d.Taken = on(s) }) }
	continued := func(s string) change { return adjourns(func(a *Adjournment) { a.Continued = on(s) }) }
	suite(t, proceedings, modelled, []tcase{
		{Name: "MA-P 30: business with a quorum", Code: BusinessWithoutQuorum, Want: law.Met},
		{Name: "MA-P 30: without one", Code: BusinessWithoutQuorum, Change: inquorate, Want: law.Breached},
		{Name: "MA-P 30: the chair alone is appointed", Code: BusinessWithoutQuorum, Change: all(inquorate, meets(func(m *Meeting) { m.OtherBusiness = no })), Want: law.Met},
		{Name: "articles of its own", Code: BusinessWithoutQuorum, Change: own, Want: law.NotApplicable},
		{Name: "MA-P 33(1): a quorum after half an hour", Code: MeetingNotAdjourned, Want: law.Met},
		{Name: "MA-P 33(1): a minute more", Code: MeetingNotAdjourned, Change: adjourns(func(a *Adjournment) { a.QuorumAfter = law.Known(31) }), Want: law.Breached},
		{Name: "MA-P 33(1): a quorum is lost", Code: MeetingNotAdjourned, Change: adjourns(func(a *Adjournment) { a.QuorumLost = yes }), Want: law.Breached},
		{Name: "MA-P 33(1): none, and adjourned", Code: MeetingNotAdjourned, Change: adjourns(func(a *Adjournment) { a.NoQuorum, a.Adjourned = yes, yes }), Want: law.Met},
		{Name: "articles of its own", Code: MeetingNotAdjourned, Change: own, Want: law.NotApplicable},
		{Name: "MA-P 33(5): fifteen days on, seven clear days", Code: AdjournedNoticeShort, Want: law.Met},
		{Name: "MA-P 33(5): fifteen days on, six", Code: AdjournedNoticeShort, Change: adjourns(func(a *Adjournment) { a.NoticeGiven = on("2026-06-09") }), Want: law.Breached},
		{Name: "MA-P 33(5): fifteen days on, no notice", Code: AdjournedNoticeShort, Change: adjourns(func(a *Adjournment) { a.NoNotice = yes }), Want: law.Breached},
		{Name: "MA-P 33(5): fourteen days on, no notice", Code: AdjournedNoticeShort, Change: all(continued("2026-06-15"), adjourns(func(a *Adjournment) { a.NoNotice = yes })), Want: law.Met},
		{Name: "MA-P 33: not continued", Code: AdjournedNoticeShort, Change: adjourns(func(a *Adjournment) { a.Continued = law.Fact[law.Date]{} }), Want: law.NotApplicable},
		{Name: "MA-P 33(6): the same business", Code: AdjournedNewBusiness, Want: law.Met},
		{Name: "MA-P 33(6): new business", Code: AdjournedNewBusiness, Change: adjourns(func(a *Adjournment) { a.NewBusiness = yes }), Want: law.Breached},
		{Name: "articles of its own", Code: AdjournedNewBusiness, Change: own, Want: law.NotApplicable},
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
		{Name: "MA-P 36(2)(a): the chair", Code: ModelPollRefused, Change: demands(func(d *PollDemand) { d.ByChair = yes }), Want: law.Breached},
		{Name: "MA-P 37(5): thirty days", Code: ModelPollLate, Want: law.Met},
		{Name: "MA-P 37(5): thirty-one", Code: ModelPollLate, Change: taken("2026-07-21"), Want: law.Breached},
		{Name: "MA-P 37(4): on an adjournment, at once", Code: ModelPollLate, Change: all(taken("2026-06-21"), demands(func(d *PollDemand) { d.ChairOrAdjournment = yes })), Want: law.Breached},
		{Name: "MA-S 44(4): at once", Code: ModelPollLate, Change: all(underSchedule(ModelPrivate), taken("2026-06-20")), Want: law.Met},
		{Name: "MA-S 44(4): the day after", Code: ModelPollLate, Change: all(underSchedule(ModelPrivate), taken("2026-06-21")), Want: law.Breached},
		{Name: "MA-S 44(1)(a): demanded before the meeting", Code: ModelPollLate, Change: all(underSchedule(ModelPrivate), taken("2026-06-20"), demands(func(d *PollDemand) { d.Demanded = on("2026-06-10") })), Want: law.Met},
		{Name: "MA-P 37: not taken", Code: ModelPollLate, Change: demands(func(d *PollDemand) { d.Taken = law.Fact[law.Date]{} }), Want: law.NotApplicable},
		{Name: "MA-P 40(1): forty-eight hours", Code: OrdinaryAmended, Want: law.Met},
		{Name: "MA-P 40(1): forty-seven", Code: OrdinaryAmended, Change: rewords(func(a *ResolutionAmendment) { a.Hours = law.Known(47) }), Want: law.Breached},
		{Name: "MA-P 40(1): forty-seven, and the chair set a later time", Code: OrdinaryAmended, Change: rewords(func(a *ResolutionAmendment) { a.Hours, a.LaterAllowed = law.Known(47), yes }), Want: law.Met},
		{Name: "MA-P 40(1)(b): beyond the scope", Code: OrdinaryAmended, Change: rewords(func(a *ResolutionAmendment) { a.InScope = no }), Want: law.Breached},
		{Name: "MA-P 40(1): a special resolution", Code: OrdinaryAmended, Change: special, Want: law.NotApplicable},
		{Name: "MA-P 40(2): an error, on the chair's proposal", Code: SpecialAmended, Change: special, Want: law.Met},
		{Name: "MA-P 40(2)(a): on a member's", Code: SpecialAmended, Change: all(special, rewords(func(a *ResolutionAmendment) { a.ByChair = no })), Want: law.Breached},
		{Name: "MA-P 40(2)(b): of substance", Code: SpecialAmended, Change: all(special, rewords(func(a *ResolutionAmendment) { a.Corrects = no })), Want: law.Breached},
		{Name: "MA-P 40(2): an ordinary resolution", Code: SpecialAmended, Want: law.NotApplicable},
		{Name: "MA-P 70(2): recommended", Code: DividendUnrecommended, Want: law.Met},
		{Name: "MA-P 70(2): not", Code: DividendUnrecommended, Change: pays(func(d *Distribution) { d.Recommends = no }), Want: law.Breached},
		{Name: "MA-P 70(1): an interim dividend", Code: DividendUnrecommended, Change: pays(func(d *Distribution) { d.ByMembers, d.Recommends = no, no }), Want: law.NotApplicable},
	})
}

func TestModelArticlesOfDirectorsAndMembers(t *testing.T) {
	appoints := func(f func(*Appointment)) change { return func(c *Company) { f(c.Appointment.Ptr()) } }
	retires := func(first law.Fact[bool], d SittingDirector) change {
		return func(c *Company) {
			r := c.Retirement.Ptr()
			r.First, r.Directors = first, law.Known([]SittingDirector{d})
		}
	}
	nobody := appoints(func(a *Appointment) { a.ByMembers = no })
	joins := func(f func(*Membership)) change {
		return all(underSchedule(ModelGuarantee), func(c *Company) { f(c.Membership.Ptr()) })
	}
	as := joins(func(*Membership) {})
	suite(t, appointments, modelled, []tcase{
		{Name: "MA-P 20: by ordinary resolution", Code: AppointedOtherwise, Want: law.Met},
		{Name: "MA-P 20: by the directors", Code: AppointedOtherwise, Change: all(nobody, appoints(func(a *Appointment) { a.ByDirectors = yes })), Want: law.Met},
		{Name: "MA-P 20: by nobody who may", Code: AppointedOtherwise, Change: nobody, Want: law.Breached},
		{Name: "MA-P 20: unwilling", Code: AppointedOtherwise, Change: appoints(func(a *Appointment) { a.Willing = no }), Want: law.Breached},
		{Name: "MA-S 17(2): by representatives, nobody being left", Code: AppointedOtherwise, Change: all(underSchedule(ModelPrivate), nobody, appoints(func(a *Appointment) { a.ByRepresentatives = yes })), Want: law.Met},
		{Name: "MA-P has no such article", Code: AppointedOtherwise, Change: all(nobody, appoints(func(a *Appointment) { a.ByRepresentatives = yes })), Want: law.Breached},
		{Name: "articles of its own", Code: AppointedOtherwise, Change: own, Want: law.NotApplicable},
		{Name: "MA-P 21(2): those who had to did", Code: DirectorNotRetired, Want: law.Met},
		{Name: "MA-P 21(2)(a): appointed by the directors since", Code: DirectorNotRetired, Change: retires(no, SittingDirector{ByDirectors: yes, Recently: no, Retired: no}), Want: law.Breached},
		{Name: "MA-P 21(2)(b): not appointed at either of two", Code: DirectorNotRetired, Change: retires(no, SittingDirector{ByDirectors: no, Recently: no, Retired: no}), Want: law.Breached, At: "retirement.directors[0].retired"},
		{Name: "MA-P 21(1): the first meeting", Code: DirectorNotRetired, Change: retires(yes, SittingDirector{Retired: no}), Want: law.Breached},
		{Name: "MA-S has no such article", Code: DirectorNotRetired, Change: underSchedule(ModelPrivate), Want: law.NotApplicable},
		{Name: "MA-G 21: approved", Code: MemberNotApproved, Change: as, Want: law.Met},
		{Name: "MA-G 21(b): not approved", Code: MemberNotApproved, Change: joins(func(m *Membership) { m.Approved = no }), Want: law.Breached},
		{Name: "MA-G 21(a): no application", Code: MemberNotApproved, Change: joins(func(m *Membership) { m.Applied = no }), Want: law.Breached},
		{Name: "s. 112(1): a subscriber", Code: MemberNotApproved, Change: joins(func(m *Membership) { m.Subscriber, m.Applied, m.Approved = yes, no, no }), Want: law.Met},
		{Name: "MA-P has no such article", Code: MemberNotApproved, Want: law.NotApplicable},
		{Name: "MA-G 22(2): stays", Code: MembershipPassed, Change: as, Want: law.Met},
		{Name: "MA-G 22(2): transferred", Code: MembershipPassed, Change: joins(func(m *Membership) { m.Transferred = yes }), Want: law.Breached},
		{Name: "MA-P has no such article", Code: MembershipPassed, Want: law.NotApplicable},
		{Name: "MA-G 22(1): seven days", Code: MemberLeftEarly, Change: as, Want: law.Met},
		{Name: "MA-G 22(1): six", Code: MemberLeftEarly, Change: joins(func(m *Membership) { m.Notice = on("2026-05-26") }), Want: law.Breached},
		{Name: "MA-G 22(1): nobody left", Code: MemberLeftEarly, Change: joins(func(m *Membership) { m.Left = law.Fact[law.Date]{} }), Want: law.NotApplicable},
		{Name: "MA-G 22(3): alive", Code: MembershipKept, Change: as, Want: law.Met},
		{Name: "MA-G 22(3): dead, and still a member", Code: MembershipKept, Change: joins(func(m *Membership) { m.Ended, m.Kept = yes, yes }), Want: law.Breached},
		{Name: "MA-P has no such article", Code: MembershipKept, Want: law.NotApplicable},
	})
}

func TestDatesUnderTheModelArticles(t *testing.T) {
	private, ok := ModelArticles(ModelPrivate)
	require.True(t, ok)
	public, _ := ModelArticles(ModelPublic)
	day := law.MustDate("2026-06-01")
	_, needed := AdjournedNoticeBy(private, day, law.MustDate("2026-06-15"))
	assert.False(t, needed, "fourteen days on")
	by, needed := AdjournedNoticeBy(private, day, law.MustDate("2026-06-16"))
	assert.True(t, needed)
	assert.Equal(t, "2026-06-08", by.String())
	assert.Equal(t, "2026-06-01", PollBy(private, day, day, false).String())
	assert.Equal(t, "2026-07-01", PollBy(public, day, day, false).String())
	assert.Equal(t, "2026-06-01", PollBy(public, day, day, true).String())
	assert.Equal(t, []bool{true, true, true, false}, []bool{MustRetire(true, false, true), MustRetire(false, true, true), MustRetire(false, false, false), MustRetire(false, false, true)})
}
