package company

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rules on meetings and statements that members require.
const (
	RequisitionTooSmall     law.Code = "company.requisition-too-small"
	RequisitionTooSmall2007 law.Code = "company.requisition-too-small-2007"
	RequisitionIncomplete   law.Code = "company.requisition-incomplete"
	CalledLate              law.Code = "company.requisitioned-meeting-called-late"
	HeldLate                law.Code = "company.requisitioned-meeting-held-late"
	OwnCallTooSmall         law.Code = "company.members-call-too-small"
	OwnMeetingLate          law.Code = "company.members-meeting-late"
	OwnCallUnpaid           law.Code = "company.members-call-not-reimbursed"
	StatementUnsupported    law.Code = "company.statement-request-too-small"
	StatementTooLong        law.Code = "company.statement-too-long"
	StatementLate           law.Code = "company.statement-request-late"
)

// A Requisition is a request of members that the directors call a general meeting.
type Requisition struct {
	// Received is the day on which the directors became subject to it: where requests came on
	// several days, the first on which they were enough.
	Received law.Fact[law.Date] `json:"received,omitzero"`
	// PaidUp is what the requesters hold of the paid-up capital that carries votes; in a
	// company without share capital Votes of OfAll.
	PaidUp law.Fact[law.Pence] `json:"paid_up,omitzero"`
	Votes  law.Fact[int64]     `json:"votes,omitzero"`
	OfAll  law.Fact[int64]     `json:"of_all,omitzero"`
	// States: the request states the general nature of the business. Improper: it includes the
	// text of a resolution that would be ineffective if passed, or is defamatory of any person,
	// frivolous or vexatious; asked where WithText says that it includes one.
	States   law.Fact[bool] `json:"states_business,omitzero"`
	WithText law.Fact[bool] `json:"with_text_of_resolution,omitzero"`
	Improper law.Fact[bool] `json:"improper,omitzero"`
	// YearWithout: more than twelve months had passed since the end of the last meeting that
	// members required or could have; read of requests before 3 August 2009.
	YearWithout law.Fact[bool] `json:"twelve_months_without,omitzero"`
	// Called is the day of the directors' notice, Meeting that of the meeting.
	Called  law.Fact[law.Date] `json:"called,omitzero"`
	Meeting law.Fact[law.Date] `json:"meeting,omitzero"`
	// Own is the meeting that members called themselves, where they did.
	Own law.Fact[OwnCall] `json:"own,omitzero"`
}

// An OwnCall is a meeting called by requesters when the directors did not.
type OwnCall struct {
	// Votes are those of the members who called it, of all who made the request.
	Votes   int64    `json:"votes"`
	OfAll   int64    `json:"of_all_requesters"`
	Meeting law.Date `json:"meeting"`
	// Refused: the company refused to reimburse their reasonable expenses.
	Refused law.Fact[bool] `json:"expenses_refused,omitzero"`
}

// A StatementRequest is one that a statement go round with the notice of a meeting.
type StatementRequest struct {
	Received law.Fact[law.Date] `json:"received,omitzero"`
	Meeting  law.Fact[law.Date] `json:"meeting,omitzero"`
	Words    law.Fact[int]      `json:"words,omitzero"`
	// Votes of OfAll, treasury shares left out; or Members with what is paid up for all.
	Votes   law.Fact[int64]     `json:"votes,omitzero"`
	OfAll   law.Fact[int64]     `json:"of_all,omitzero"`
	Members law.Fact[int64]     `json:"members,omitzero"`
	PaidUp  law.Fact[law.Pence] `json:"paid_up,omitzero"`
}

// RequisitionFigures are those of ss. 303 to 314.
type RequisitionFigures struct {
	RequisitionShare        law.History[law.Ratio]
	RequisitionShareDormant law.History[law.Ratio]
	CallDays                law.History[int]
	HoldDays                law.History[int]
	OwnShare                law.History[law.Ratio]
	OwnMonths               law.History[int]
	StatementShare          law.History[law.Ratio]
	StatementMembers        law.History[int]
	StatementPaidUp         law.History[law.Pence]
	StatementWords          law.History[int]
	StatementDays           law.History[int]
}

func enactedRequisition() RequisitionFigures {
	enacted := sec("s. 303(2)-(3) as enacted", "303")
	return RequisitionFigures{
		law.Since("company.requisition_share", "of paid-up voting capital, or of votes",
			at(startPart13, law.Percent(10), enacted), at(startRights, law.Percent(5), rights2009.At("reg 4(2)", "regulation/4"))),
		law.Since("company.requisition_share_dormant", "of paid-up voting capital, or of votes, of a private company without a meeting for twelve months",
			at(startPart13, law.Percent(5), enacted),
			law.Entry[law.Ratio]{From: rightsDay, By: rights2009.At("reg 4(3)", "regulation/4"), Checked: checked, Is: law.Ended}),
		one("call_days", "days", startPart13, 21, sec("s. 304(1)(a)", "304")),
		one("hold_days", "days after the notice", startPart13, 28, sec("s. 304(1)(b)", "304")),
		one("own_call_share", "of the requesters' votes, to be exceeded", startPart13, law.Per(1, 2), sec("s. 305(1)", "305")),
		one("own_call_months", "months", startPart13, 3, sec("s. 305(3)", "305")),
		one("statement_share", "of the total voting rights", startPart13, law.Percent(5), sec("s. 314(2)(a)", "314")),
		one("statement_members", "members", startPart13, 100, sec("s. 314(2)(b)", "314")),
		one("statement_paid_up", "pounds a member on average", startPart13, law.Pounds(100), sec("s. 314(2)(b)", "314")),
		one("statement_words", "words", startPart13, 1000, sec("s. 314(1)", "314")),
		one("statement_days", "clear days", startPart13, 7, sec("ss. 314(4)(d), 360", "314")),
	}
}

var (
	requisitioned = dated("requisition.received", func(c *Company) *law.Fact[Requisition] { return &c.Requisition }, func(r *Requisition) law.Fact[law.Date] { return r.Received })
	stated        = dated("statement_request.received", func(c *Company) *law.Fact[StatementRequest] { return &c.StatementRequest }, func(r *StatementRequest) law.Fact[law.Date] { return r.Received })
)

// meetingNoticed dates a request by the notice of the meeting where that came on or after 3
// August 2009, since the Regulations apply in relation to meetings first noticed from then on
// (reg 1(2)); and else by its own day.
var meetingNoticed = event{Path: requisitioned.Path, Of: func(c *Company) law.Fact[law.Date] {
	on := requisitioned.Of(c)
	if r := c.Requisition.Ptr(); r != nil && on.Or(rightsDay).Before(rightsDay) && !r.Called.Or(law.Date{}).Before(rightsDay) {
		return r.Called
	}
	return on
}}

const remedyRequest = "Gather more members; until then the company need do nothing."

var requisitions = law.Topic("requisitions of members",
	rule{
		Code: RequisitionTooSmall2007, Provision: sec("s. 303(2)-(3) as enacted", "303"),
		Says:    "Directors must call a meeting on the request of members with at least 10% of the paid-up voting capital, or of the votes, or 5% in a private company without a meeting for more than twelve months.",
		InForce: beforeRules, Event: meetingNoticed, Applies: hasRequisition, Check: requisitionLargeEnough,
		Remedy: remedyRequest, Successor: RequisitionTooSmall,
	},
	rule{
		Code: RequisitionTooSmall, Provision: sec("s. 303(2)-(3)", "303"),
		Says:    "Directors must call a meeting on the request of members with at least 5% of the paid-up capital that carries votes, treasury shares left out, or, without share capital, of the votes.",
		InForce: fromRights, Event: meetingNoticed, Applies: hasRequisition, Check: requisitionLargeEnough,
		Remedy: remedyRequest,
	},
	rule{
		Code: RequisitionIncomplete, Provision: sec("s. 303(4)-(5)", "303"),
		Says:    "A request must state the general nature of the business, and may include the text of a resolution unless that would be ineffective, or is defamatory, frivolous or vexatious.",
		InForce: fromPart13, Event: requisitioned, Applies: hasRequisition, Check: requisitionComplete,
		Remedy: "Make the request again, with what it lacks or without what it may not have.",
	},
	rule{
		Code: CalledLate, Provision: sec("s. 304(1)(a)", "304"),
		Says:    "Directors required to call a meeting must call it within 21 days from the day on which they became subject to the requirement.",
		InForce: fromPart13, Event: requisitioned, Applies: hasRequisition, Check: calledInTime,
		Remedy: "Call the meeting now; those who asked may call it themselves at the company's expense.",
	},
	rule{
		Code: HeldLate, Provision: sec("s. 304(1)(b)", "304"),
		Says:    "A meeting that members required must be held on a date not more than 28 days after the date of the notice that calls it.",
		InForce: fromPart13, Event: requisitioned, Applies: meetingRequired, Check: heldInTime,
		Remedy: "Call the meeting for an earlier date.",
	},
	rule{
		Code: OwnCallTooSmall, Provision: sec("s. 305(1)", "305"),
		Says:    "Where directors do not call it, the members who asked, or any of them with more than half of the votes of them all, may call the meeting.",
		InForce: fromPart13, Event: requisitioned, Applies: calledOwn, Check: ownCallLargeEnough,
		Remedy: "Let more of those who asked join in calling the meeting.",
	},
	rule{
		Code: OwnMeetingLate, Provision: sec("s. 305(3)", "305"),
		Says:    "The meeting must be called for a date not more than three months after the day on which the directors became subject to the requirement.",
		InForce: fromPart13, Event: requisitioned, Applies: calledOwn, Check: ownMeetingInTime,
		Remedy: "Begin again with a request to the directors.",
	},
	rule{
		Code: OwnCallUnpaid, Provision: sec("s. 305(6)", "305"),
		Says:    "Any reasonable expenses that the members incurred by reason of the directors' failure duly to call a meeting must be reimbursed by the company.",
		InForce: fromPart13, Event: requisitioned, Applies: calledOwn, Check: ownCallReimbursed,
		Remedy: "Reimburse the members; the company keeps the sum out of what it owes to the directors in default.",
	},
	rule{
		Code: StatementUnsupported, Provision: sec("s. 314(2)", "314"),
		Says:    "A statement must be circulated on the request of members with at least 5% of the votes, or of at least 100 members with on average at least £100 paid up each.",
		InForce: fromPart13, Event: stated, Applies: hasStatement, Check: statementSupported,
		Remedy: remedyRequest,
	},
	rule{
		Code: StatementTooLong, Provision: sec("s. 314(1)", "314"),
		Says:    "The statement must be of not more than 1,000 words.",
		InForce: fromPart13, Event: stated, Applies: hasStatement, Check: statementShort,
		Remedy: "Shorten the statement.",
	},
	rule{
		Code: StatementLate, Provision: sec("ss. 314(4)(d), 360", "314"),
		Says:    "The request must be received at least one clear week before the meeting.",
		InForce: fromPart13, Event: stated, Applies: hasStatement, Check: statementInTime,
		Remedy: "Keep the statement for a later meeting.",
	},
)

func hasRequisition(c *kase) bool { return c.Subject.Requisition.Stated() }

func meetingRequired(c *kase) bool {
	return hasRequisition(c) && c.Subject.Requisition.Ptr().Meeting.Stated()
}

func calledOwn(c *kase) bool { return hasRequisition(c) && c.Subject.Requisition.Ptr().Own.Stated() }

func hasStatement(c *kase) bool { return c.Subject.StatementRequest.Stated() }

// VotingCapital sums what is paid up on the classes that carry votes, treasury shares left
// out. Where a fact is missing it names it and reports false.
func VotingCapital(classes []ShareClass) (sum law.Pence, missing string, ok bool) {
	for i := range classes {
		k := &classes[i]
		voting, ok1 := k.Voting.Get()
		if ok1 && !voting {
			continue
		}
		paid, ok2 := k.PaidUp.Get()
		treasury, ok3 := k.TreasuryPaidUp.Get()
		switch {
		case !ok1:
			return 0, law.Path("classes", i, "voting"), false
		case !ok2:
			return 0, law.Path("classes", i, "paid_up"), false
		case !ok3:
			return 0, law.Path("classes", i, "treasury_paid_up"), false
		}
		sum += paid - treasury
	}
	return sum, "", true
}

// RequisitionNeeds returns the least paid-up capital, or number of votes, that can require
// a meeting, out of a base that leaves out treasury shares, by the law of a day. Dormant
// says that the company is private and had no such meeting for more than twelve months,
// which mattered until 2 August 2009.
func RequisitionNeeds(f *Figures, base int64, dormant bool, on law.Date) (int64, bool) {
	share, ok := requisitionShare(f, dormant, on)
	return int64(share.OfUp(law.Pence(base))), ok
}

func requisitionShare(f *Figures, dormant bool, on law.Date) (law.Ratio, bool) {
	if dormant {
		if e, ok := f.RequisitionShareDormant.At(on); ok {
			return e.Value, true
		}
	}
	e, ok := f.RequisitionShare.At(on)
	if !ok {
		return law.Ratio{}, false
	}
	return e.Value, true
}

func requisitionLargeEnough(c *kase) {
	held, base, ok := heldForMeeting(c)
	if !ok {
		return
	}
	dormant := false
	if c.On.Before(rightsDay) && isPrivate(c) {
		if dormant, ok = law.Need(c, &c.Subject.Requisition.Ptr().YearWithout, "requisition.twelve_months_without"); !ok {
			return
		}
	}
	needs, ok := requisitionNeeds(c, held, base, dormant)
	if ok && (base <= 0 || held < needs) {
		c.Breach("requisition", "Those who asked hold %d of %d, where %d are needed (pence paid up, or votes).", held, base, needs)
	}
}

func requisitionComplete(c *kase) {
	r := c.Subject.Requisition.Ptr()
	must(c, &r.States, true, "requisition.states_business", "The request does not state the general nature of the business.")
	if with, ok := law.Need(c, &r.WithText, "requisition.with_text_of_resolution"); ok && with {
		asked(c, &r.Improper, false, "requisition.improper",
			"Would the resolution be ineffective if passed, or is it defamatory of any person, frivolous or vexatious?",
			"The resolution is one that may not be moved.")
	}
}

// The doubt about requests under the old text for a meeting of which no notice was given
// before the Regulations of 2009, and its readings.
const (
	neverNoticed    = "No notice of the meeting was given before 3 August 2009: is a request made before it judged by the share of its own day, or by the 5% that apply in relation to meetings noticed since?"
	neverNoticedOld = "by the share of its own day"
	neverNoticedNew = "by 5%, since 3 August 2009"
)

// requisitionNeeds raises the doubt only where the readings differ.
func requisitionNeeds(c *kase, held, base int64, dormant bool) (int64, bool) {
	needs, ok := RequisitionNeeds(c.Figures, base, dormant, c.On)
	if !ok || !c.On.Before(rightsDay) || c.AsAt.Before(rightsDay) || c.Subject.Requisition.Ptr().Called.Stated() {
		return needs, ok
	}
	since, ok := RequisitionNeeds(c.Figures, base, false, rightsDay)
	if ok && (held >= needs) != (held >= since) && c.Doubt(neverNoticed, neverNoticedOld, neverNoticedNew) == 1 {
		return since, true
	}
	return needs, ok
}

// heldForMeeting is what the requesters hold, and of what.
func heldForMeeting(c *kase) (held, base int64, ok bool) {
	r := c.Subject.Requisition.Ptr()
	basis, ok := law.Need(c, &c.Subject.Basis, "basis")
	if !ok {
		return 0, 0, false
	}
	if !basis.HasShares() {
		votes, ok1 := law.Need(c, &r.Votes, "requisition.votes")
		whole, ok2 := law.Need(c, &r.OfAll, "requisition.of_all")
		return votes, whole, ok1 && ok2
	}
	paid, ok1 := law.Need(c, &r.PaidUp, "requisition.paid_up")
	classes, ok2 := law.Need(c, &c.Subject.Classes, "classes")
	sum, missing, ok3 := VotingCapital(classes)
	if ok2 && !ok3 {
		c.Unknown(missing, "")
	}
	return int64(paid), int64(sum), ok1 && ok2 && ok3
}

func calledInTime(c *kase) {
	days, ok := law.Read(c, &c.Figures.CallDays, c.On)
	r, last := c.Subject.Requisition.Ptr(), law.DaysFrom(c.On, days)
	if !ok || !r.Called.Stated() && !c.AsAt.After(last) {
		return
	}
	if called, ok := law.Need(c, &r.Called, "requisition.called"); ok && called.After(last) {
		c.Breach("requisition.called", "The meeting was called on %s; the last day was %s.", called.Long(), last.Long())
	}
}

func heldInTime(c *kase) {
	r := c.Subject.Requisition.Ptr()
	called, ok1 := law.Need(c, &r.Called, "requisition.called")
	meeting, ok2 := law.Need(c, &r.Meeting, "requisition.meeting")
	days, ok3 := law.Read(c, &c.Figures.HoldDays, c.On)
	if last := law.DaysFrom(called, days); ok1 && ok2 && ok3 && meeting.After(last) {
		c.Breach("requisition.meeting", "The meeting is called for %s; the last day was %s.", meeting.Long(), last.Long())
	}
}

func ownCallLargeEnough(c *kase) {
	own, _ := law.Need(c, &c.Subject.Requisition.Ptr().Own, "requisition.own")
	share, ok := law.Read(c, &c.Figures.OwnShare, c.On)
	if ok && own.Votes < own.OfAll && !share.PassedBy(own.Votes, own.OfAll) {
		c.Breach("requisition.own.votes", "Members with %d of the %d votes of those who asked called the meeting, not more than half.", own.Votes, own.OfAll)
	}
}

func ownMeetingInTime(c *kase) {
	own, _ := law.Need(c, &c.Subject.Requisition.Ptr().Own, "requisition.own")
	months, ok := law.Read(c, &c.Figures.OwnMonths, c.On)
	if last := law.MonthsFrom(c.On, months); ok && own.Meeting.After(last) {
		c.Breach("requisition.own.meeting", "The meeting is called for %s; the last day was %s.", own.Meeting.Long(), last.Long())
	}
}

func ownCallReimbursed(c *kase) {
	must(c, &c.Subject.Requisition.Ptr().Own.Ptr().Refused, false, "requisition.own.expenses_refused", "The company refused to reimburse the members who called the meeting.")
}

func statementSupported(c *kase) {
	r := c.Subject.StatementRequest.Ptr()
	votes, ok1 := law.Need(c, &r.Votes, "statement_request.votes")
	whole, ok2 := law.Need(c, &r.OfAll, "statement_request.of_all")
	share, ok3 := law.Read(c, &c.Figures.StatementShare, c.On)
	if !ok1 || !ok2 || !ok3 || whole > 0 && share.ReachedBy(votes, whole) {
		return
	}
	members, ok4 := law.Need(c, &r.Members, "statement_request.members")
	paid, ok5 := law.Need(c, &r.PaidUp, "statement_request.paid_up")
	least, ok6 := law.Read(c, &c.Figures.StatementMembers, c.On)
	each, ok7 := law.Read(c, &c.Figures.StatementPaidUp, c.On)
	if ok4 && ok5 && ok6 && ok7 && (members < int64(least) || !law.Per(int64(each), 1).ReachedBy(int64(paid), members)) {
		c.Breach("statement_request.members", "Members with %d of %d votes asked, less than %v; and they are %d with %v paid up, not %d with %v each.",
			votes, whole, share, members, paid, least, each)
	}
}

func statementShort(c *kase) {
	words, ok1 := law.Need(c, &c.Subject.StatementRequest.Ptr().Words, "statement_request.words")
	most, ok2 := law.Read(c, &c.Figures.StatementWords, c.On)
	if ok1 && ok2 && words > most {
		c.Breach("statement_request.words", "The statement has %d words; it may have %d.", words, most)
	}
}

func statementInTime(c *kase) {
	meeting, ok1 := law.Need(c, &c.Subject.StatementRequest.Ptr().Meeting, "statement_request.meeting")
	days, ok2 := law.Read(c, &c.Figures.StatementDays, c.On)
	if ok1 && ok2 && law.ClearDays(c.On, meeting) < days {
		c.Breach("statement_request.received", "The request of %s leaves less than a clear week before %s.", c.On.Long(), meeting.Long())
	}
}
