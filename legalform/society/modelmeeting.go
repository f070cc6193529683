package society

import (
	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rows of model rules on general meetings.
const (
	AnnualMeetingLate    law.Code = "society.model-annual-meeting-late"
	CompanyMeetingLate   law.Code = "society.model-company-meeting-late"
	TooFewMeetings       law.Code = "society.model-too-few-meetings"
	ModelNoticeShort     law.Code = "society.model-notice-short"
	AdjournedNoticeShort law.Code = "society.model-adjourned-notice-short"
	ModelInquorate       law.Code = "society.model-inquorate"
	NotAdjourned         law.Code = "society.model-not-adjourned"
	TooManyProxies       law.Code = "society.model-too-many-proxies"
	RequisitionIgnored   law.Code = "society.model-requisition-ignored"
	CalledWithoutTheTime law.Code = "society.model-called-by-members"
)

// ModelYear is a financial year and the general meetings that belong to it.
type ModelYear struct {
	// Ended is its last day. Annual is the day of the annual meeting after it; None says that
	// there was none.
	Ended  law.Fact[law.Date] `json:"ended,omitzero"`
	Annual law.Fact[law.Date] `json:"annual_meeting,omitzero"`
	None   law.Fact[bool]     `json:"no_annual_meeting,omitzero"`
	// Previous is the day of the annual meeting before, and where there was none First says so
	// and Incorporated is the day of a company's incorporation.
	Previous     law.Fact[law.Date] `json:"previous_annual_meeting,omitzero"`
	First        law.Fact[bool]     `json:"first,omitzero"`
	Incorporated law.Fact[law.Date] `json:"incorporated,omitzero"`
	// Others counts the year's general meetings besides the annual one.
	Others law.Fact[int64] `json:"other_meetings,omitzero"`
}

// ModelMeeting is a general meeting under model rules.
type ModelMeeting struct {
	Held   law.Fact[law.Date] `json:"held,omitzero"`
	Annual law.Fact[bool]     `json:"annual,omitzero"`
	// NoticeGiven is the day on which notice is taken to have been received. AgreedShort
	// counts the members who agreed in writing to shorter notice.
	NoticeGiven law.Fact[law.Date] `json:"notice_given,omitzero"`
	AgreedShort law.Fact[int64]    `json:"agreed_short,omitzero"`
	// Members counts all members; Present those at the meeting, in person or otherwise, but
	// not those who only cast electronic votes. In the company model proxies count.
	Members law.Fact[int64] `json:"members,omitzero"`
	Present law.Fact[int64] `json:"present,omitzero"`
	// Adjourned: it is the meeting to which one was adjourned for want of a quorum, and
	// AdjournedFrom the day of that one.
	Adjourned     law.Fact[bool]     `json:"adjourned,omitzero"`
	AdjournedFrom law.Fact[law.Date] `json:"adjourned_from,omitzero"`
	// QuorumAfter is how many minutes after the time it was due to begin a quorum was there,
	// or, of an adjourned meeting without one, its business began. QuorumLost: one then ceased
	// to be present. ChairAdjourned: the chair adjourned the meeting.
	QuorumAfter    law.Fact[int]  `json:"quorum_after_minutes,omitzero"`
	QuorumLost     law.Fact[bool] `json:"quorum_lost,omitzero"`
	ChairAdjourned law.Fact[bool] `json:"chair_adjourned,omitzero"`
	// MostProxies is the largest number of members for whom one person held a proxy.
	MostProxies law.Fact[int64] `json:"most_proxies,omitzero"`
}

func (m *ModelRules) checkMeetings() error {
	var errs []error
	if x := m.Year.Ptr(); x != nil {
		errs = append(errs, soundCount("year.other_meetings", &x.Others))
	}
	if x := m.Meeting.Ptr(); x != nil {
		minutes := law.Known(int64(x.QuorumAfter.Or(0)))
		errs = append(errs, soundCount("meeting.members", &x.Members), soundCount("meeting.present", &x.Present),
			soundCount("meeting.agreed_short", &x.AgreedShort), soundCount("meeting.most_proxies", &x.MostProxies),
			soundCount("meeting.quorum_after_minutes", &minutes),
			withinWhole("meeting.present", &x.Present, &x.Members), withinWhole("meeting.agreed_short", &x.AgreedShort, &x.Members))
	}
	if x := m.Requisition.Ptr(); x != nil {
		errs = append(errs, soundCount("requisition.members", &x.Members), soundCount("requisition.signatures", &x.Signatures),
			soundCount("requisition.callers", &x.Callers), withinWhole("requisition.signatures", &x.Signatures, &x.Members))
	}
	return firstFault(errs...)
}

var (
	yearEnded = modelEvent("year.ended", func(m *ModelRules) law.Fact[law.Date] {
		if x := m.Year.Ptr(); x != nil {
			return x.Ended
		}
		return law.Fact[law.Date]{}
	})
	modelMeetingHeld = modelEvent("meeting.held", func(m *ModelRules) law.Fact[law.Date] {
		if x := m.Meeting.Ptr(); x != nil {
			return x.Held
		}
		return law.Fact[law.Date]{}
	})
	requisitionDelivered = modelEvent("requisition.delivered", func(m *ModelRules) law.Fact[law.Date] {
		if x := m.Requisition.Ptr(); x != nil {
			return x.Delivered
		}
		return law.Fact[law.Date]{}
	})
)

func hasYear(m *ModelRules) bool        { return m.Year.Stated() }
func hasMeeting(m *ModelRules) bool     { return m.Meeting.Stated() }
func hasRequisition(m *ModelRules) bool { return m.Requisition.Stated() }

var modelMeetings = law.Topic("model meetings",
	rule{
		Code: AnnualMeetingLate, Provision: model2014.At("on the annual general meeting", ""), Weight: law.OwnRules,
		Says:    "The annual general meeting is held within six months of the end of the financial year.",
		InForce: fromSocietyModel, Event: yearEnded, Applies: underModel(hasYear, SocietyModel), Check: annualInTime,
		Remedy: "Hold the annual general meeting now.",
	},
	rule{
		Code: CompanyMeetingLate, Provision: model2012.At("on general meetings", ""), Weight: law.OwnRules,
		Says: "An annual general meeting is held in each calendar year, not more than 15 months after the one before, and the first within 18 months of " +
			"incorporation.",
		InForce: fromCompanyModel, Event: yearEnded, Applies: underModel(hasYear, WorkerCompanyModel), Check: companyMeetingInTime,
		Remedy: "Hold the annual general meeting now.",
	},
	rule{
		Code: TooFewMeetings, Provision: models.At("on general meetings", ""), Weight: law.OwnRules,
		Says:    "At least four other general meetings are held each year in addition to the annual one.",
		InForce: fromCompanyModel, Event: yearEnded, Applies: underModel(hasYear, SocietyModel, WorkerCompanyModel), Check: enoughMeetings,
		Remedy: "Hold a general meeting each quarter.",
	},
	rule{
		Code: ModelNoticeShort, Provision: models.At("on notices", ""), Weight: law.OwnRules,
		Says: "The annual general meeting is called on 14 clear days' notice, another general meeting on no fewer than the rules set, or on shorter " +
			"notice if 90% of the members so agree in writing.",
		InForce: fromCompanyModel, Event: modelMeetingHeld, Applies: ofAdjourned(false), Check: modelNoticed,
		Remedy: "Call the meeting again on full notice.",
	},
	rule{
		Code: AdjournedNoticeShort, Provision: models.At("on adjournment", ""), Weight: law.OwnRules,
		Says:    "If a meeting is adjourned for 14 days or more, at least seven clear days' notice of the adjourned meeting is given.",
		InForce: fromCompanyModel, Event: modelMeetingHeld, Applies: ofAdjourned(true), Check: adjournedNoticed,
		Remedy: "Call the adjourned meeting again.",
	},
	rule{
		Code: ModelInquorate, Provision: models.At("on the quorum", ""), Weight: law.OwnRules,
		Says: "No business is transacted at a general meeting without a quorum, to which electronic votes do not count; at an adjourned meeting, " +
			"half an hour after it was due to begin, those present are one.",
		InForce: fromCompanyModel, Event: modelMeetingHeld, Applies: underModel(hasMeeting, SocietyModel, WorkerCompanyModel), Check: modelQuorate,
		Remedy: "Adjourn, and take the business at the adjourned meeting.",
	},
	rule{
		Code: NotAdjourned, Provision: models.At("on adjournment", ""), Weight: law.OwnRules,
		Says: "If a quorum is not present within half an hour of the time the meeting was due to begin, or ceases to be present, the chair must " +
			"adjourn the meeting.",
		InForce: fromCompanyModel, Event: modelMeetingHeld, Applies: ofAdjourned(false), Check: adjournedInTime,
		Remedy: "Treat the business as not done, and put it to an adjourned meeting.",
	},
	rule{
		Code: TooManyProxies, Provision: model2012.At("on proxies", ""), Weight: law.OwnRules,
		Says:    "No person holds a proxy for more than five members at a general meeting.",
		InForce: fromCompanyModel, Event: modelMeetingHeld, Applies: underModel(hasMeeting, WorkerCompanyModel), Check: proxiesHeld,
		Remedy: "Leave out the proxies beyond five, and count again.",
	},
	rule{
		Code: RequisitionIgnored, Provision: model2014.At("on calling a general meeting", ""), Weight: law.OwnRules,
		Says: "On an application by a tenth of the members or 100 of them, whichever is the less, the board convenes a general meeting within one " +
			"month, to be held within six weeks of the application.",
		InForce: fromSocietyModel, Event: requisitionDelivered, Applies: underModel(hasRequisition, SocietyModel), Check: requisitionAnswered,
		Remedy: "Convene the meeting; any three members may now do so at the society's cost.",
	},
	rule{
		Code: CalledWithoutTheTime, Provision: model2014.At("on calling a general meeting", ""), Weight: law.OwnRules,
		Says: "Members, three at least, may convene the meeting themselves only if the board has not, within one month, convened it for a day within " +
			"six weeks of the application.",
		InForce: fromSocietyModel, Event: requisitionDelivered, Applies: underModel(membersCalled, SocietyModel), Check: calledByMembers,
		Remedy: "Leave the month to the board, then convene the meeting by three members or more.",
	},
)

// ofAdjourned is for the rows of meetings as first called, or of adjourned ones, which have
// another rule on notice and are not adjourned again for want of a quorum.
func ofAdjourned(want bool) func(*kase) bool {
	return func(c *kase) bool {
		if !follows(c, hasMeeting, SocietyModel, WorkerCompanyModel) {
			return false
		}
		is, ok := law.Need(c, &c.Subject.ModelRules.Ptr().Meeting.Ptr().Adjourned, "model_rules.meeting.adjourned")
		return ok && is == want
	}
}

// The doubt about the last day for an annual meeting, where a month's end makes one.
const (
	endOfYearMeant   = "Do six months of the end of the year run to the corresponding date, or to the end of the sixth month?"
	toTheDate        = "to the corresponding date"
	toTheEndOfMonths = "to the end of the sixth month"
)

// annualInTime asks for the day of the meeting only once the time is over.
func annualInTime(c *kase) {
	months, ok := law.Read(c, &c.Figures.AnnualMeetingMonths, c.On)
	if !ok {
		return
	}
	x, sure, last := c.Subject.ModelRules.Ptr().Year.Ptr(), law.MonthsFrom(c.On, months), law.MonthsAfterEnd(c.On, months)
	if !x.Annual.Stated() && !c.AsAt.After(last) {
		return
	}
	if told(&x.None) == yes {
		c.Breach("model_rules.year.no_annual_meeting", "No annual meeting was held; the year ended on %s.", c.On.Long())
		return
	}
	held, ok := law.Need(c, &x.Annual, "model_rules.year.annual_meeting")
	if !ok {
		return
	}
	if held.After(last) || held.After(sure) && c.Doubt(endOfYearMeant, toTheDate, toTheEndOfMonths) == 0 {
		c.Breach("model_rules.year.annual_meeting", "The annual meeting was held on %s; the year ended on %s, and the last day was %s.",
			held.Long(), c.On.Long(), sure.Long())
	}
}

// AnnualMeetingBy returns the last day on which the annual general meeting after a year's end
// is surely in time under the society model; no date where the figures hold none.
func (f *Figures) AnnualMeetingBy(yearEnd law.Date) law.Date {
	months, ok := f.AnnualMeetingMonths.At(yearEnd)
	if !ok {
		return law.Date{}
	}
	return law.MonthsFrom(yearEnd, months.Value)
}

// companyMeetingInTime goes by the meeting before, or by incorporation where there was none.
func companyMeetingInTime(c *kase) {
	x := c.Subject.ModelRules.Ptr().Year.Ptr()
	if told(&x.None) == yes {
		c.Breach("model_rules.year.no_annual_meeting", "No annual meeting was held.")
		return
	}
	held, ok := law.Need(c, &x.Annual, "model_rules.year.annual_meeting")
	first, ok1 := law.Need(c, &x.First, "model_rules.year.first")
	if !ok || !ok1 {
		return
	}
	from, path, h := &x.Previous, "model_rules.year.previous_annual_meeting", &c.Figures.CompanyMeetingMonths
	if first {
		from, path, h = &x.Incorporated, "model_rules.year.incorporated", &c.Figures.CompanyFirstMonths
	}
	since, ok := law.Need(c, from, path)
	months, ok1 := law.Read(c, h, c.On)
	if ok && ok1 && (held.After(law.MonthsFrom(since, months)) || !first && held.Year() > since.Year()+1) {
		c.Breach("model_rules.year.annual_meeting", "The annual meeting was held on %s, reckoned from %s; it must be within %d months, and in each calendar year.",
			held.Long(), since.Long(), months)
	}
}

func enoughMeetings(c *kase) {
	least, ok := law.Read(c, &c.Figures.OtherMeetings, c.On)
	if !ok || !c.AsAt.After(c.On) {
		return
	}
	if n, ok := law.Need(c, &c.Subject.ModelRules.Ptr().Year.Ptr().Others, "model_rules.year.other_meetings"); ok && n < least {
		c.Breach("model_rules.year.other_meetings", "%d general meetings were held in the year besides the annual one; at least %d must be.", n, least)
	}
}

func modelNoticed(c *kase) {
	x := c.Subject.ModelRules.Ptr().Meeting.Ptr()
	given, ok := law.Need(c, &x.NoticeGiven, "model_rules.meeting.notice_given")
	annual, ok1 := law.Need(c, &x.Annual, "model_rules.meeting.annual")
	days, ok2 := noticeNeeded(c, annual)
	if !ok || !ok1 || !ok2 || law.ClearDays(given, c.On) >= days {
		return
	}
	if !annual {
		if agreed, known := agreedToShort(c, x); agreed || !known {
			return
		}
	}
	c.Breach("model_rules.meeting.notice_given", "The notice was of %d clear days; it must be of %d.", max(law.ClearDays(given, c.On), 0), days)
}

func adjournedNoticed(c *kase) {
	x := c.Subject.ModelRules.Ptr().Meeting.Ptr()
	from, ok := law.Need(c, &x.AdjournedFrom, "model_rules.meeting.adjourned_from")
	over, ok1 := law.Read(c, &c.Figures.AdjournedDays, c.On)
	days, ok2 := law.Read(c, &c.Figures.AdjournedNotice, c.On)
	if !ok || !ok1 || !ok2 || c.On.Before(law.DaysFrom(from, over)) {
		return
	}
	if given, ok := law.Need(c, &x.NoticeGiven, "model_rules.meeting.notice_given"); ok && law.ClearDays(given, c.On) < days {
		c.Breach("model_rules.meeting.notice_given", "The notice of the adjourned meeting was of %d clear days; it must be of %d.", max(law.ClearDays(given, c.On), 0), days)
	}
}

// noticeNeeded is the model's own for an annual meeting, and for every one of the company's.
func noticeNeeded(c *kase, annual bool) (int, bool) {
	if annual || underCompanyModel(c) {
		return law.Read(c, &c.Figures.ModelNotice, c.On)
	}
	return law.Need(c, &c.Subject.ModelRules.Ptr().NoticeDays, "model_rules.notice_days")
}

func agreedToShort(c *kase, x *ModelMeeting) (agreed, known bool) {
	n, ok := law.Need(c, &x.AgreedShort, "model_rules.meeting.agreed_short")
	members, ok1 := law.Need(c, &x.Members, "model_rules.meeting.members")
	part, ok2 := law.Read(c, &c.Figures.ShortNotice, c.On)
	return ofAllMembers(part).Test("", governance.Tally{For: n, Entitled: members}).Passed, ok && ok1 && ok2
}

// modelQuorum is what the society chose, or what the company model has unless it was changed.
func modelQuorum(c *kase) (governance.Quorum, bool) {
	m := c.Subject.ModelRules.Ptr()
	if underCompanyModel(c) && !m.Quorum.Stated() {
		return law.Read(c, &c.Figures.ModelCompanyQuorum, c.On)
	}
	return law.Need(c, &m.Quorum, "model_rules.quorum")
}

func modelQuorate(c *kase) {
	x := c.Subject.ModelRules.Ptr().Meeting.Ptr()
	q, ok := modelQuorum(c)
	members, ok1 := law.Need(c, &x.Members, "model_rules.meeting.members")
	present, ok2 := law.Need(c, &x.Present, "model_rules.meeting.present")
	if !ok || !ok1 || !ok2 || present >= q.Needs(members) {
		return
	}
	if waited, known := waitedAtAdjourned(c, x, present); waited || !known {
		return
	}
	c.Breach("model_rules.meeting.present", "%d of %d members were present; a quorum is %d.", present, members, q.Needs(members))
}

// waitedAtAdjourned reports whether those present are a quorum because the meeting was an
// adjourned one that had waited.
func waitedAtAdjourned(c *kase, x *ModelMeeting, present int64) (waited, known bool) {
	adjourned, ok := law.Need(c, &x.Adjourned, "model_rules.meeting.adjourned")
	if !ok || !adjourned || present == 0 {
		return false, ok
	}
	minutes, ok := law.Need(c, &x.QuorumAfter, "model_rules.meeting.quorum_after_minutes")
	wait, ok1 := law.Read(c, &c.Figures.WaitMinutes, c.On)
	return minutes >= wait, ok && ok1
}

func adjournedInTime(c *kase) {
	x := c.Subject.ModelRules.Ptr().Meeting.Ptr()
	after, ok := law.Need(c, &x.QuorumAfter, "model_rules.meeting.quorum_after_minutes")
	lost, ok1 := law.Need(c, &x.QuorumLost, "model_rules.meeting.quorum_lost")
	wait, ok2 := law.Read(c, &c.Figures.WaitMinutes, c.On)
	if !ok || !ok1 || !ok2 || after <= wait && !lost {
		return
	}
	if done, ok := law.Need(c, &x.ChairAdjourned, "model_rules.meeting.chair_adjourned"); ok && !done {
		c.Breach("model_rules.meeting.chair_adjourned", "The chair did not adjourn a meeting that had no quorum within %d minutes, or lost it.", wait)
	}
}

func proxiesHeld(c *kase) {
	n, ok := law.Need(c, &c.Subject.ModelRules.Ptr().Meeting.Ptr().MostProxies, "model_rules.meeting.most_proxies")
	most, ok1 := law.Read(c, &c.Figures.ProxiesHeld, c.On)
	if ok && ok1 && n > most {
		c.Breach("model_rules.meeting.most_proxies", "One person held proxies for %d members; the most is %d.", n, most)
	}
}
