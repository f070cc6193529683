package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

func TestModelMeetings(t *testing.T) {
	type c = lawtest.Case[Society]
	year := func(f func(*ModelYear)) change { return inModel(func(m *ModelRules) { f(m.Year.Ptr()) }) }
	meet := func(f func(*ModelMeeting)) change { return inModel(func(m *ModelRules) { f(m.Meeting.Ptr()) }) }
	call := func(f func(*ModelRequisition)) change { return inModel(func(m *ModelRules) { f(m.Requisition.Ptr()) }) }
	annual := func(ended, held string) change {
		return year(func(x *ModelYear) { x.Ended, x.Annual = on(ended), on(held) })
	}
	other := meet(func(x *ModelMeeting) { x.Annual = notSo })
	given := func(d string) change { return meet(func(x *ModelMeeting) { x.NoticeGiven = on(d) }) }
	agreed := func(n int64) change { return meet(func(x *ModelMeeting) { x.AgreedShort = headcount(n) }) }
	present := func(n int64) change { return meet(func(x *ModelMeeting) { x.Present = headcount(n) }) }
	adjourned := func(n int64, minutes int) change {
		return both(present(n), meet(func(x *ModelMeeting) { x.Adjourned, x.QuorumAfter = isSo, law.Known(minutes) }))
	}
	byMembers := func(day string, callers int64) change {
		return call(func(x *ModelRequisition) {
			x.None, x.Convened, x.MeetingOn = isSo, law.Fact[law.Date]{}, law.Fact[law.Date]{}
			x.ByMembers, x.Callers = on(day), headcount(callers)
		})
	}
	since := func(first law.Fact[bool], previous, incorporated string) change {
		return year(func(x *ModelYear) {
			x.First = first
			if previous != "" {
				x.Previous = on(previous)
			}
			if incorporated != "" {
				x.Incorporated = on(incorporated)
			}
		})
	}
	adjournedFrom := func(from, given string) change {
		return meet(func(x *ModelMeeting) { x.Adjourned, x.AdjournedFrom, x.NoticeGiven = isSo, on(from), on(given) })
	}
	cases := []c{
		{Name: "GM-01: within six months", Code: AnnualMeetingLate, Want: law.Met},
		{Name: "GM-01: on the last day", Code: AnnualMeetingLate, Change: annual("2025-12-31", "2026-06-30"), On: "2026-07-01", Want: law.Met},
		{Name: "GM-01: the day after", Code: AnnualMeetingLate, Change: annual("2025-12-31", "2026-07-01"), On: "2026-07-01", Want: law.Breached, At: "model_rules.year.annual_meeting"},
		{Name: "GM-01: the corresponding date of 30 June", Code: AnnualMeetingLate, Change: annual("2025-06-30", "2025-12-30"), Want: law.Met},
		{Name: "GM-01: the last day of the sixth month is in doubt", Code: AnnualMeetingLate, Change: annual("2025-06-30", "2025-12-31"), Want: law.Unknown, At: "model_rules.year.annual_meeting"},
		{Name: "GM-01: the day after that is not", Code: AnnualMeetingLate, Change: annual("2025-06-30", "2026-01-01"), Want: law.Breached},
		{Name: "GM-01: not held, and there is time", Code: AnnualMeetingLate, On: "2026-06-30", Want: law.Met, Change: year(func(x *ModelYear) { x.Annual = law.Fact[law.Date]{} })},
		{Name: "GM-01: not stated, and the time is over", Code: AnnualMeetingLate, On: "2026-07-01", Want: law.Unknown, At: "model_rules.year.annual_meeting", Change: year(func(x *ModelYear) { x.Annual = law.Fact[law.Date]{} })},
		{Name: "GM-01: none was held", Code: AnnualMeetingLate, On: "2026-07-01", Want: law.Breached, At: "model_rules.year.no_annual_meeting", Change: year(func(x *ModelYear) {
			x.Annual, x.None = law.Fact[law.Date]{}, isSo
		})},
		{Name: "GM-01: the company model has another rule", Code: AnnualMeetingLate, Change: inCompany, Want: law.NotApplicable},
		{Name: "WCLS: 15 months after the meeting before", Code: CompanyMeetingLate, Change: both(inCompany, since(notSo, "2025-02-01", "")), Want: law.Met},
		{Name: "WCLS: a day more", Code: CompanyMeetingLate, Change: both(inCompany, since(notSo, "2025-01-31", "")), Want: law.Breached, At: "model_rules.year.annual_meeting"},
		{Name: "WCLS: a calendar year without one", Code: CompanyMeetingLate, Want: law.Breached, Change: both(inCompany, both(since(notSo, "2024-12-31", ""), year(func(x *ModelYear) { x.Annual = on("2026-01-02") })))},
		{Name: "WCLS: 18 months after incorporation", Code: CompanyMeetingLate, Change: both(inCompany, since(isSo, "", "2024-11-01")), Want: law.Met},
		{Name: "WCLS: a day more than 18", Code: CompanyMeetingLate, Change: both(inCompany, since(isSo, "", "2024-10-31")), Want: law.Breached},
		{Name: "WCLS: the meeting before not stated", Code: CompanyMeetingLate, Change: both(inCompany, since(notSo, "", "")), Want: law.Unknown, At: "model_rules.year.previous_annual_meeting"},
		{Name: "WCLS: none was held", Code: CompanyMeetingLate, Want: law.Breached, Change: both(inCompany, year(func(x *ModelYear) { x.None = isSo }))},
		{Name: "WCLS: a society has another rule", Code: CompanyMeetingLate, Want: law.NotApplicable},
		{Name: "GM-01: four other meetings", Code: TooFewMeetings, Want: law.Met},
		{Name: "GM-01: three", Code: TooFewMeetings, Want: law.Breached, At: "model_rules.year.other_meetings", Change: year(func(x *ModelYear) { x.Others = headcount(3) })},
		{Name: "GM-01: three, and the year is not over", Code: TooFewMeetings, On: "2025-12-31", Want: law.Met, Change: year(func(x *ModelYear) { x.Others = headcount(3) })},

		{Name: "GM-02: 14 clear days for an annual meeting", Code: ModelNoticeShort, Want: law.Met},
		{Name: "GM-02: 13", Code: ModelNoticeShort, Change: given("2026-05-02"), Want: law.Breached, At: "model_rules.meeting.notice_given"},
		{Name: "GM-02: 13, and all agreed, for an annual meeting", Code: ModelNoticeShort, Change: both(given("2026-05-02"), agreed(80)), Want: law.Breached},
		{Name: "GM-02: the society's own ten for another", Code: ModelNoticeShort, Change: both(other, given("2026-05-05")), Want: law.Met},
		{Name: "GM-02: nine", Code: ModelNoticeShort, Change: both(other, given("2026-05-06")), Want: law.Breached},
		{Name: "GM-02: nine, and 72 of 80 agreed", Code: ModelNoticeShort, Change: both(other, both(given("2026-05-06"), agreed(72))), Want: law.Met},
		{Name: "GM-02: nine, and 71 of 80 agreed", Code: ModelNoticeShort, Change: both(other, both(given("2026-05-06"), agreed(71))), Want: law.Breached},
		{Name: "GM-02: nine, and who agreed is not stated", Code: ModelNoticeShort, Want: law.Unknown, At: "model_rules.meeting.agreed_short", Change: both(other, both(given("2026-05-06"), meet(func(x *ModelMeeting) {
			x.AgreedShort = law.Fact[int64]{}
		})))},
		{Name: "GM-02: the society's days not stated", Code: ModelNoticeShort, Want: law.Unknown, At: "model_rules.notice_days", Change: both(other, inModel(func(m *ModelRules) { m.NoticeDays = law.Fact[int]{} }))},
		{Name: "WCLS: 14 for any meeting of the company", Code: ModelNoticeShort, Change: both(inCompany, both(other, given("2026-05-05"))), Want: law.Breached},

		{Name: "GM-02: an adjourned meeting has its own notice", Code: ModelNoticeShort, Change: adjournedFrom("2026-05-09", "2026-05-10"), Want: law.NotApplicable},
		{Name: "GM-02: whether adjourned is not stated", Code: ModelNoticeShort, Want: law.Unknown, At: "model_rules.meeting.adjourned", Change: meet(func(x *ModelMeeting) { x.Adjourned = law.Fact[bool]{} })},
		{Name: "GM-06: adjourned for 14 days, on seven clear days", Code: AdjournedNoticeShort, Change: adjournedFrom("2026-05-02", "2026-05-08"), Want: law.Met},
		{Name: "GM-06: on six", Code: AdjournedNoticeShort, Change: adjournedFrom("2026-05-02", "2026-05-09"), Want: law.Breached, At: "model_rules.meeting.notice_given"},
		{Name: "GM-06: adjourned for 13 days, on six", Code: AdjournedNoticeShort, Change: adjournedFrom("2026-05-03", "2026-05-09"), Want: law.Met},
		{Name: "GM-06: adjourned from a day not stated", Code: AdjournedNoticeShort, Want: law.Unknown, At: "model_rules.meeting.adjourned_from", Change: meet(func(x *ModelMeeting) { x.Adjourned = isSo })},
		{Name: "GM-06: not an adjourned meeting", Code: AdjournedNoticeShort, Want: law.NotApplicable},
		{Name: "GM-04: a tenth of 80, more than five", Code: ModelInquorate, Want: law.Met},
		{Name: "GM-04: seven of 80", Code: ModelInquorate, Change: present(7), Want: law.Breached, At: "model_rules.meeting.present"},
		{Name: "GM-04: the society's quorum not stated", Code: ModelInquorate, Want: law.Unknown, At: "model_rules.quorum", Change: inModel(func(m *ModelRules) { m.Quorum = law.Fact[governance.Quorum]{} })},
		{Name: "GM-05: the lower of two, where the rules say so", Code: ModelInquorate, Want: law.Met, Change: both(present(5), inModel(func(m *ModelRules) { m.Quorum.Ptr().Lesser = true }))},
		{Name: "GM-06: three at an adjourned meeting after half an hour", Code: ModelInquorate, Change: adjourned(3, 30), Want: law.Met},
		{Name: "GM-06: three after 29 minutes", Code: ModelInquorate, Change: adjourned(3, 29), Want: law.Breached},
		{Name: "GM-06: nobody", Code: ModelInquorate, Change: adjourned(0, 60), Want: law.Breached},
		{Name: "GM-06: how long they waited is not stated", Code: ModelInquorate, Want: law.Unknown, At: "model_rules.meeting.quorum_after_minutes", Change: both(adjourned(3, 30), meet(func(x *ModelMeeting) {
			x.QuorumAfter = law.Fact[int]{}
		}))},
		{Name: "WCLS: half of 80", Code: ModelInquorate, Change: inCompany, Want: law.Met},
		{Name: "WCLS: 39 of 80", Code: ModelInquorate, Change: both(inCompany, present(39)), Want: law.Breached},
		{Name: "WCLS: one of one, where two is the greater", Code: ModelInquorate, Want: law.Breached, Change: both(inCompany, meet(func(x *ModelMeeting) {
			x.Members, x.Present, x.AgreedShort = headcount(1), headcount(1), headcount(0)
		}))},
		{Name: "WCLS: a quorum that was changed", Code: ModelInquorate, Want: law.Met, Change: both(inCompany, both(present(3), inModel(func(m *ModelRules) {
			m.Quorum = law.Known(governance.Quorum{Heads: 3})
		})))},

		{Name: "GM-06: a quorum at once", Code: NotAdjourned, Want: law.Met},
		{Name: "GM-06: a quorum at half past", Code: NotAdjourned, Want: law.Met, Change: meet(func(x *ModelMeeting) { x.QuorumAfter = law.Known(30) })},
		{Name: "GM-06: a minute later", Code: NotAdjourned, Want: law.Breached, At: "model_rules.meeting.chair_adjourned", Change: meet(func(x *ModelMeeting) {
			x.QuorumAfter, x.ChairAdjourned = law.Known(31), notSo
		})},
		{Name: "GM-06: a quorum was lost, and the chair adjourned", Code: NotAdjourned, Want: law.Met, Change: meet(func(x *ModelMeeting) {
			x.QuorumLost, x.ChairAdjourned = isSo, isSo
		})},
		{Name: "GM-06: a quorum was lost, and the meeting went on", Code: NotAdjourned, Want: law.Breached, Change: meet(func(x *ModelMeeting) {
			x.QuorumLost, x.ChairAdjourned = isSo, notSo
		})},
		{Name: "GM-06: an adjourned meeting is not adjourned again", Code: NotAdjourned, Change: adjourned(3, 40), Want: law.NotApplicable},

		{Name: "WCLS-01: proxies for five", Code: TooManyProxies, Change: inCompany, Want: law.Met},
		{Name: "WCLS-01: for six", Code: TooManyProxies, Want: law.Breached, At: "model_rules.meeting.most_proxies", Change: both(inCompany, meet(func(x *ModelMeeting) { x.MostProxies = headcount(6) }))},
		{Name: "WCLS-01: not in the society model", Code: TooManyProxies, Want: law.NotApplicable},

		{Name: "GM-03: convened on the last day of a month, for the last of six weeks", Code: RequisitionIgnored, Want: law.Met},
		{Name: "GM-03: convened a day late", Code: RequisitionIgnored, Want: law.Breached, At: "model_rules.requisition.convened", Change: call(func(x *ModelRequisition) { x.Convened = on("2026-04-02") })},
		{Name: "GM-03: for a day too late", Code: RequisitionIgnored, Want: law.Breached, Change: call(func(x *ModelRequisition) { x.MeetingOn = on("2026-04-13") })},
		{Name: "GM-03: never convened", Code: RequisitionIgnored, Want: law.Breached, Change: call(func(x *ModelRequisition) { x.None, x.Convened = isSo, law.Fact[law.Date]{} })},
		{Name: "GM-03: not stated, and the month is over", Code: RequisitionIgnored, On: "2026-04-02", Want: law.Unknown, At: "model_rules.requisition.convened", Change: call(func(x *ModelRequisition) { x.Convened = law.Fact[law.Date]{} })},
		{Name: "GM-03: not stated, and there is time", Code: RequisitionIgnored, On: "2026-04-01", Want: law.Met, Change: call(func(x *ModelRequisition) { x.Convened = law.Fact[law.Date]{} })},
		{Name: "GM-03: seven of 80 are too few", Code: RequisitionIgnored, Want: law.Met, Change: call(func(x *ModelRequisition) { x.Signatures, x.None, x.Convened = headcount(7), isSo, law.Fact[law.Date]{} })},
		{Name: "GM-03: 100 of 4,000 are enough", Code: RequisitionIgnored, Want: law.Breached, Change: call(func(x *ModelRequisition) {
			x.Signatures, x.Members, x.None, x.Convened = headcount(100), headcount(4000), isSo, law.Fact[law.Date]{}
		})},
		{Name: "GM-03: 99 of 4,000 are not", Code: RequisitionIgnored, Want: law.Met, Change: call(func(x *ModelRequisition) {
			x.Signatures, x.Members, x.None, x.Convened = headcount(99), headcount(4000), isSo, law.Fact[law.Date]{}
		})},
		{Name: "GM-03: the company has the Act's rule", Code: RequisitionIgnored, Change: inCompany, Want: law.NotApplicable},

		{Name: "GM-03: three members the day after the month", Code: CalledWithoutTheTime, Change: byMembers("2026-04-02", 3), Want: law.Met},
		{Name: "GM-03: two", Code: CalledWithoutTheTime, Change: byMembers("2026-04-02", 2), Want: law.Breached, At: "model_rules.requisition.callers"},
		{Name: "GM-03: three within the month", Code: CalledWithoutTheTime, Change: byMembers("2026-04-01", 3), Want: law.Breached, At: "model_rules.requisition.convened_by_members"},
		{Name: "GM-03: three, where the board had convened one", Code: CalledWithoutTheTime, Want: law.Breached, Change: call(func(x *ModelRequisition) {
			x.ByMembers, x.Callers = on("2026-04-02"), headcount(3)
		})},
		{Name: "GM-03: three, where the board convened one too far off", Code: CalledWithoutTheTime, Want: law.Met, Change: call(func(x *ModelRequisition) {
			x.ByMembers, x.Callers, x.MeetingOn = on("2026-04-02"), headcount(3), on("2026-06-01")
		})},
		{Name: "GM-03: nobody else convened one", Code: CalledWithoutTheTime, Want: law.NotApplicable},
	}
	modelSuite(modelMeetings, append(cases, unmodelled(modelMeetings)...)...).Run(t)
}

func TestAnnualMeetingBy(t *testing.T) {
	f := Enacted()
	assert.Equal(t, law.MustDate("2026-06-30"), f.AnnualMeetingBy(law.MustDate("2025-12-31")))
	assert.Equal(t, law.MustDate("2026-12-30"), f.AnnualMeetingBy(law.MustDate("2026-06-30")))
	assert.Equal(t, law.Date{}, f.AnnualMeetingBy(law.MustDate("2014-07-31")))
}
