package company

import (
	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules that the model articles make on general meetings, polls and dividends.
const (
	BusinessWithoutQuorum law.Code = "company.business-without-quorum"
	MeetingNotAdjourned   law.Code = "company.meeting-not-adjourned"
	AdjournedNoticeShort  law.Code = "company.adjourned-notice-too-short"
	AdjournedNewBusiness  law.Code = "company.adjourned-new-business"
	ModelPollRefused      law.Code = "company.model-poll-refused"
	ModelPollLate         law.Code = "company.model-poll-late"
	OrdinaryAmended       law.Code = "company.ordinary-resolution-amended"
	SpecialAmended        law.Code = "company.special-resolution-amended"
	UnpaidShareVoted      law.Code = "company.unpaid-share-voted"
	DividendUnrecommended law.Code = "company.dividend-not-recommended"
	DividendOverRecommend law.Code = "company.dividend-over-recommendation"
)

// An Adjournment is one of a general meeting, with its continuation.
type Adjournment struct {
	// Day is the day of the meeting, Continued that of the adjourned meeting.
	Day       law.Fact[law.Date] `json:"day,omitzero"`
	Continued law.Fact[law.Date] `json:"continued,omitzero"`
	// QuorumAfter is after how many minutes from the time set a quorum attended; QuorumLost: it
	// ceased to be present later; NoQuorum: there was none at all.
	QuorumAfter law.Fact[int]  `json:"quorum_after_minutes,omitzero"`
	NoQuorum    law.Fact[bool] `json:"no_quorum,omitzero"`
	QuorumLost  law.Fact[bool] `json:"quorum_lost,omitzero"`
	Adjourned   law.Fact[bool] `json:"adjourned,omitzero"`
	// NoticeGiven is the day of the notice of the adjourned meeting, where one was given; NoNotice
	// says that none was.
	NoticeGiven law.Fact[law.Date] `json:"notice_given,omitzero"`
	NoNotice    law.Fact[bool]     `json:"no_notice,omitzero"`
	// NewBusiness: business was transacted that could not properly have been at the first meeting.
	NewBusiness law.Fact[bool] `json:"new_business,omitzero"`
}

// A ResolutionAmendment is one that a general meeting makes to a resolution before it votes.
type ResolutionAmendment struct {
	// On is the day of the meeting.
	On        law.Fact[law.Date] `json:"on,omitzero"`
	OfSpecial law.Fact[bool]     `json:"of_special_resolution,omitzero"`
	// ByOrdinary: an ordinary resolution made it.
	ByOrdinary law.Fact[bool] `json:"by_ordinary_resolution,omitzero"`
	// Hours is how long before the meeting written notice of it reached the company from a person
	// entitled to vote, 0 where none did; LaterAllowed: the chair set a later time, which was kept.
	Hours        law.Fact[int]  `json:"notice_hours,omitzero"`
	LaterAllowed law.Fact[bool] `json:"later_notice_allowed,omitzero"`
	// InScope: in the chair's reasonable opinion it does not materially alter the scope.
	InScope law.Fact[bool] `json:"scope_not_altered,omitzero"`
	// ByChair: the chair proposed it at the meeting. Corrects: it goes no further than to correct
	// a grammatical or other non-substantive error.
	ByChair  law.Fact[bool] `json:"proposed_by_chair,omitzero"`
	Corrects law.Fact[bool] `json:"corrects_error_only,omitzero"`
}

var (
	adjournedOn  = dated("adjournment.day", func(c *Company) *law.Fact[Adjournment] { return &c.Adjournment }, func(a *Adjournment) law.Fact[law.Date] { return a.Day })
	reworded     = dated("resolution_amendment.on", func(c *Company) *law.Fact[ResolutionAmendment] { return &c.ResolutionAmendment }, func(a *ResolutionAmendment) law.Fact[law.Date] { return a.On })
	adjournments = model2008.At("Sch 1 art 41, Sch 2 art 27, Sch 3 art 33", "schedule/1")
	amendingIn   = model2008.At("Sch 1 art 47, Sch 2 art 33, Sch 3 art 40", "schedule/1")
)

var proceedings = law.Topic("proceedings",
	rule{
		Code: BusinessWithoutQuorum, Provision: model2008.At("Sch 1 art 38, Sch 2 art 24, Sch 3 art 30", "schedule/1"),
		Says:    "No business other than the appointment of the chair is to be transacted at a general meeting if the persons attending it do not constitute a quorum.",
		InForce: fromWhole, Event: meetingDay, Applies: meetingUnderModel, Check: noBusinessWithoutQuorum, Weight: law.OwnRules,
		Remedy: "Treat the business as not transacted, and adjourn.",
	},
	rule{
		Code: MeetingNotAdjourned, Provision: adjournments,
		Says:    "If those attending within half an hour of the time at which the meeting was due to start do not constitute a quorum, or a quorum ceases to be present, the chair must adjourn it.",
		InForce: fromWhole, Event: adjournedOn, Applies: adjournmentUnderModel, Check: adjournedForQuorum, Weight: law.OwnRules,
		Remedy: "Adjourn the meeting.",
	},
	rule{
		Code: AdjournedNoticeShort, Provision: adjournments,
		Says:    "If an adjourned meeting is to continue more than 14 days after it was adjourned, the company must give at least 7 clear days' notice of it.",
		InForce: fromWhole, Event: adjournedOn, Applies: continuesUnderModel, Check: adjournedNoticed, Weight: law.OwnRules,
		Remedy: "Give fresh notice of the adjourned meeting.",
	},
	rule{
		Code: AdjournedNewBusiness, Provision: adjournments,
		Says:    "No business may be transacted at an adjourned meeting which could not properly have been transacted at the meeting if the adjournment had not taken place.",
		InForce: fromWhole, Event: adjournedOn, Applies: continuesUnderModel, Check: adjournedBusinessSame, Weight: law.OwnRules,
		Remedy: "Keep the business for a meeting called for it.",
	},
	rule{
		Code: ModelPollRefused, Provision: model2008.At("Sch 1 art 44, Sch 2 art 30, Sch 3 art 36", "schedule/1"),
		Says:    "A poll may be demanded by the chair, by the directors, by two or more persons having the right to vote, or by those with not less than one-tenth of the votes.",
		InForce: fromWhole, Event: demandDay, Applies: demandUnderModel(PollRights), Check: modelPollNotDue, Weight: law.OwnRules,
		Remedy: "Take the poll.",
	},
	rule{
		Code: ModelPollLate, Provision: model2008.At("Sch 1 art 44(4), Sch 2 art 30(4), Sch 3 art 37(4)-(5)", "schedule/1"),
		Says:    "A poll must be taken immediately, or in a public company, but on the chair's election or an adjournment, within 30 days of the demand.",
		InForce: fromWhole, Event: demandDay, Applies: pollTaken, Check: pollInTime, Weight: law.OwnRules,
		Remedy: "Take the poll.",
	},
	rule{
		Code: OrdinaryAmended, Provision: amendingIn,
		Says:    "An ordinary resolution may be amended by ordinary resolution if written notice reached the company not less than 48 hours before the meeting, or at a later time that the chair sets, and its scope is not materially altered.",
		InForce: fromWhole, Event: reworded, Applies: amendsUnderModel(false), Check: ordinaryAmendable, Weight: law.OwnRules,
		Remedy: "Put the resolution as it was proposed.",
	},
	rule{
		Code: SpecialAmended, Provision: amendingIn,
		Says:    "A special resolution may be amended by ordinary resolution if the chair proposes it at the meeting and it does not go beyond what is necessary to correct a grammatical or other non-substantive error.",
		InForce: fromWhole, Event: reworded, Applies: amendsUnderModel(true), Check: specialAmendable, Weight: law.OwnRules,
		Remedy: "Put the resolution as it was proposed.",
	},
	rule{
		Code: UnpaidShareVoted, Provision: model2008.At("Sch 3 art 41", "schedule/3"),
		Says:    "No vote may be exercised on a share unless all amounts payable to the company in respect of it have been paid.",
		InForce: fromWhole, Event: countDay, Applies: countUnderPublicModel, Check: unpaidSilent, Weight: law.OwnRules,
		Remedy: remedyRecount,
	},
	rule{
		Code: DividendUnrecommended, Provision: model2008.At("Sch 1 art 30(1)-(2), Sch 3 art 70(1)-(2)", "schedule/1"),
		Says:    "A dividend must not be declared by ordinary resolution unless the directors have made a recommendation as to its amount; interim dividends they may decide to pay themselves.",
		InForce: fromWhole, Event: distributedOn, Applies: declaredUnderModel, Check: dividendRecommended, Weight: law.OwnRules,
		Remedy: "Obtain the directors' recommendation first.",
	},
	rule{
		Code: DividendOverRecommend, Provision: model2008.At("Sch 1 art 30(2), Sch 3 art 70(2)", "schedule/1"),
		Says:    "A dividend declared by ordinary resolution may not be more than the directors recommend.",
		InForce: fromWhole, Event: distributedOn, Applies: recommendedUnderModel, Check: withinRecommendation, Weight: law.OwnRules,
		Remedy: "Declare no more than the directors recommend.",
	},
)

func meetingUnderModel(c *kase) bool { return generalMeeting(c) && underModel(c, MeetingQuorum) }

func adjournmentUnderModel(c *kase) bool {
	return c.Subject.Adjournment.Stated() && underModel(c, Adjournments)
}

func continuesUnderModel(c *kase) bool {
	return adjournmentUnderModel(c) && c.Subject.Adjournment.Ptr().Continued.Stated()
}

func demandUnderModel(m ModelMatter) func(*kase) bool {
	return func(c *kase) bool { return c.Subject.PollDemand.Stated() && underModel(c, m) }
}

func pollTaken(c *kase) bool {
	return demandUnderModel(PollTimes)(c) && c.Subject.PollDemand.Ptr().Taken.Stated()
}

func amendsUnderModel(special bool) func(*kase) bool {
	return func(c *kase) bool {
		a := c.Subject.ResolutionAmendment.Ptr()
		if a == nil || !underModel(c, ResolutionAmendments) {
			return false
		}
		is, ok := law.Need(c, &a.OfSpecial, "resolution_amendment.of_special_resolution")
		return ok && is == special
	}
}

func countUnderPublicModel(c *kase) bool {
	return hasCount(c) && underModel(c, UnpaidShares, ModelPublic)
}

func declaredUnderModel(c *kase) bool {
	if !hasDistribution(c) || !underModel(c, Dividends, ModelPrivate, ModelPublic) {
		return false
	}
	by, ok := law.Need(c, &c.Subject.Distribution.Ptr().ByMembers, "distribution.declared_by_members")
	return ok && by
}

func recommendedUnderModel(c *kase) bool {
	return hasDistribution(c) && c.Subject.Distribution.Ptr().Recommended.Stated() && underModel(c, Dividends, ModelPrivate, ModelPublic)
}

func noBusinessWithoutQuorum(c *kase) {
	if _, _, met, ok := generalQuorum(c); ok && !met {
		must(c, &c.Subject.Meeting.Ptr().OtherBusiness, false, "meeting.other_business_transacted", "Business was transacted without a quorum.")
	}
}

func adjournedForQuorum(c *kase) {
	a := c.Subject.Adjournment.Ptr()
	none, ok1 := law.Need(c, &a.NoQuorum, "adjournment.no_quorum")
	lost, ok2 := law.Need(c, &a.QuorumLost, "adjournment.quorum_lost")
	if !ok1 || !ok2 {
		return
	}
	late := none || lost
	if !late {
		after, ok := law.Need(c, &a.QuorumAfter, "adjournment.quorum_after_minutes")
		if late = after > modelOf(c).Meetings.WaitMinutes; !ok {
			return
		}
	}
	if late {
		must(c, &a.Adjourned, true, "adjournment.adjourned", "The meeting was without a quorum, and was not adjourned.")
	}
}

// AdjournedNoticeBy returns the last day on which notice of an adjourned meeting may be given
// under the model articles, and false where none need be, since it continues within the days
// that they allow without one.
func AdjournedNoticeBy(m Model, adjourned, continued law.Date) (law.Date, bool) {
	if !continued.After(law.DaysFrom(adjourned, m.Meetings.AdjournedNoticeOver)) {
		return law.Date{}, false
	}
	return beforeClearDays(continued, m.Meetings.AdjournedNotice), true
}

func adjournedNoticed(c *kase) {
	a := c.Subject.Adjournment.Ptr()
	continued, _ := law.Need(c, &a.Continued, "adjournment.continued")
	by, needed := AdjournedNoticeBy(modelOf(c), c.On, continued)
	if !needed {
		return
	}
	if none, ok := law.Need(c, &a.NoNotice, "adjournment.no_notice"); !ok {
		return
	} else if none {
		c.Breach("adjournment.no_notice", "No notice was given of the adjourned meeting of %s; it had to be given by %s.", continued.Long(), by.Long())
		return
	}
	if given, ok := law.Need(c, &a.NoticeGiven, "adjournment.notice_given"); ok && given.After(by) {
		c.Breach("adjournment.notice_given", "Notice of the adjourned meeting of %s was given on %s; it had to be given by %s.", continued.Long(), given.Long(), by.Long())
	}
}

func adjournedBusinessSame(c *kase) {
	must(c, &c.Subject.Adjournment.Ptr().NewBusiness, false, "adjournment.new_business", "Business was transacted at the adjourned meeting that could not have been at the first.")
}

func modelPollNotDue(c *kase) {
	d := c.Subject.PollDemand.Ptr()
	refused, ok1 := law.Need(c, &d.Refused, "poll_demand.refused")
	heads, ok2 := law.Need(c, &d.Heads, "poll_demand.heads")
	votes, ok3 := law.Need(c, &d.Votes, "poll_demand.votes")
	whole, ok4 := law.Need(c, &d.AllVotes, "poll_demand.all_votes")
	if !ok1 || !ok2 || !ok3 || !ok4 || !refused {
		return
	}
	m := modelOf(c).Meetings
	if heads >= int64(m.PollPersons) || m.PollVotes.Test("", governance.Tally{For: votes, Entitled: whole}).Passed {
		c.Breach("poll_demand.refused", "A poll was refused to %d persons with %d of %d votes.", heads, votes, whole)
		return
	}
	must(c, &d.ByChair, false, "poll_demand.by_chair_or_directors", "A poll was refused that the chair or the directors demanded.")
}

// PollBy returns the last day on which a poll may be taken under the model articles: the day
// of the demand, or of the meeting where it was demanded before that; in a public company 30
// days from the demand, but on the chair's election or an adjournment.
func PollBy(m Model, demanded, meeting law.Date, chairOrAdjournment bool) law.Date {
	if m.Meetings.PollWithinDays > 0 && !chairOrAdjournment {
		return law.DaysFrom(demanded, m.Meetings.PollWithinDays)
	}
	if meeting.After(demanded) {
		return meeting
	}
	return demanded
}

func pollInTime(c *kase) {
	d := c.Subject.PollDemand.Ptr()
	taken, ok1 := law.Need(c, &d.Taken, "poll_demand.taken")
	demanded, ok2 := law.Need(c, &d.Demanded, "poll_demand.demanded")
	meeting, ok3 := law.Need(c, &d.Meeting, "poll_demand.meeting")
	chair, ok4 := law.Need(c, &d.ChairOrAdjournment, "poll_demand.chair_or_adjournment")
	if !ok1 || !ok2 || !ok3 || !ok4 {
		return
	}
	if by := PollBy(modelOf(c), demanded, meeting, chair); taken.After(by) {
		c.Breach("poll_demand.taken", "The poll was taken on %s; the last day was %s.", taken.Long(), by.Long())
	}
}

func ordinaryAmendable(c *kase) {
	a := c.Subject.ResolutionAmendment.Ptr()
	must(c, &a.ByOrdinary, true, "resolution_amendment.by_ordinary_resolution", "No ordinary resolution made the amendment.")
	asked(c, &a.InScope, true, "resolution_amendment.scope_not_altered", "Is it the chair's reasonable opinion that the amendment does not materially alter the scope of the resolution?",
		"The amendment materially alters the scope of the resolution.")
	hours, ok := law.Need(c, &a.Hours, "resolution_amendment.notice_hours")
	if ok && hours < modelOf(c).Amendment.NoticeHours {
		must(c, &a.LaterAllowed, true, "resolution_amendment.later_notice_allowed", "Notice of the amendment came too late, and the chair set no later time.")
	}
}

func specialAmendable(c *kase) {
	a := c.Subject.ResolutionAmendment.Ptr()
	must(c, &a.ByOrdinary, true, "resolution_amendment.by_ordinary_resolution", "No ordinary resolution made the amendment.")
	must(c, &a.ByChair, true, "resolution_amendment.proposed_by_chair", "The chair did not propose the amendment.")
	asked(c, &a.Corrects, true, "resolution_amendment.corrects_error_only", "Does the amendment go no further than to correct a grammatical or other non-substantive error?",
		"The amendment goes beyond correcting an error.")
}

func unpaidSilent(c *kase) {
	if n, ok := law.Need(c, &c.Subject.Count.Ptr().UnpaidVotes, "count.unpaid_votes"); ok && n > 0 {
		c.Breach("count.unpaid_votes", "%d votes were counted on shares of which a sum payable is unpaid.", n)
	}
}

func dividendRecommended(c *kase) {
	must(c, &c.Subject.Distribution.Ptr().Recommends, true, "distribution.directors_recommend", "The directors have recommended no amount.")
}

func withinRecommendation(c *kase) {
	d := c.Subject.Distribution.Ptr()
	amount, ok1 := law.Need(c, &d.Amount, "distribution.amount")
	most, ok2 := law.Need(c, &d.Recommended, "distribution.recommended")
	if ok1 && ok2 && amount > most {
		c.Breach("distribution.amount", "The dividend of %v is more than the %v that the directors recommend.", amount, most)
	}
}
