package society

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rules on auditors.
const (
	AuditorIneligible         law.Code = "society.auditor-ineligible"
	AuditorIneligible1968     law.Code = "society.auditor-ineligible-1968"
	AuditorNoticeShort        law.Code = "society.auditor-notice-short"
	AuditorNoticeShort1968    law.Code = "society.auditor-notice-short-1968"
	AuditorNotTold            law.Code = "society.auditor-not-told"
	AuditorNotTold1968        law.Code = "society.auditor-not-told-1968"
	MembersNotToldAuditor     law.Code = "society.members-not-told-of-auditor"
	MembersNotToldAuditor1968 law.Code = "society.members-not-told-of-auditor-1968"
)

// Tie is what makes a person ineligible to audit the accounts of a society, or to report on them.
type Tie uint8

// The ties. A connected society is a subsidiary or parent of the society, or has the same
// parent; an auditor as such is no officer and no employee. CorporateAuditor is read only under
// the 1968 Act.
const (
	OfficerOrEmployee Tie = iota + 1
	OfficerOfConnected
	EmployeeOfOne
	EmployerOfOne
	PartnerOfOne
	// BarredBySubsidiary may not audit a company that is a subsidiary of the society, for
	// want of independence.
	BarredBySubsidiary
	CorporateAuditor
)

var ties = []string{
	"", "officer-or-employee", "officer-or-employee-of-connected-society", "employee-of-one", "employer-of-one", "partner-of-one", "barred-by-subsidiary", "body-corporate",
}

// String gives the JSON value.
func (t Tie) String() string { return law.NameOf(ties, t) }

// MarshalText writes String.
func (t Tie) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads what String writes.
func (t *Tie) UnmarshalText(b []byte) error { return law.ParseName(t, ties, b, "a tie of an auditor") }

// An Auditor is a person appointed to audit the accounts.
type Auditor struct {
	// Name is an id that locates a finding; no name is needed.
	Name string `json:"name"`
	// Qualified says that the person may be appointed as a statutory auditor of a company
	// or, under the 1968 Act, is a qualified auditor by its s. 7.
	Qualified law.Fact[bool] `json:"qualified,omitzero"`
	// Ties are those to the society; an empty list says there are none.
	Ties law.Fact[[]Tie] `json:"ties,omitzero"`
}

// A Reporter is a person appointed to report on accounts that are not audited.
type Reporter struct {
	Auditor
	Appointed law.Fact[law.Date] `json:"appointed,omitzero"`
}

// An AuditorResolution is one to appoint another auditor in place of the existing one, or
// not to re-appoint that one.
type AuditorResolution struct {
	// Meeting is the day of the general meeting, ToSociety that on which the society was
	// given notice of the intention to move it.
	Meeting   law.Fact[law.Date] `json:"meeting,omitzero"`
	ToSociety law.Fact[law.Date] `json:"notice_to_society,omitzero"`
	// Substitute: it takes the place of a resolution that could not be proceeded with since
	// the person died or was incapable or ineligible, so that it needs no notice.
	Substitute law.Fact[bool] `json:"substitute,omitzero"`
	// CopySent: the society sent the existing auditor a copy as soon as possible.
	CopySent law.Fact[bool] `json:"copy_sent,omitzero"`
	// WithMeeting: the members were told when and as they were given notice of the meeting;
	// Advertised is the day of an advertisement, or of what else the rules allow, otherwise.
	WithMeeting law.Fact[bool]     `json:"with_meeting_notice,omitzero"`
	Advertised  law.Fact[law.Date] `json:"advertised,omitzero"`
}

// AuditorFigures are the figures of a resolution to replace an auditor.
type AuditorFigures struct {
	// AuditorNoticeDays and MembersNoticeDays are the days before the meeting, at least, by
	// which the society has notice, and its members where they are not told with the meeting.
	AuditorNoticeDays law.History[int]
	MembersNoticeDays law.History[int]
}

func enactedAuditors() AuditorFigures {
	return AuditorFigures{
		law.Since("society.auditor_notice_days", "days before the meeting, at least",
			at(start1968, 28, act1968.At("s. 6(1)", "section/6")), at(start2014, 28, act2014.At("s. 94(2)", "section/94"))),
		law.Since("society.auditor_members_days", "days before the meeting, at least",
			at(start1968, 14, act1968.At("s. 6(3)", "section/6")), at(start2014, 14, act2014.At("s. 94(3)(c)", "section/94"))),
	}
}

var auditorMeeting = inAccounts("auditor_resolution.meeting", func(a *Accounts) law.Fact[law.Date] {
	return a.AuditorResolution.Or(AuditorResolution{}).Meeting
})

var (
	auditorEligible = rule{
		Code: AuditorIneligible, Provision: act2014.At("s. 92", "section/92"),
		Says: "No officer or employee of the society or of a connected society, no employee, employer or partner of one, and nobody barred from auditing a " +
			"company that is its subsidiary may be appointed to audit its accounts or to report on them; such an appointment has no effect.",
		InForce: from2014, Event: yearEnds, Applies: appointsAny, Check: allEligible,
		Remedy: "Appoint somebody independent of the society.",
	}
	auditorNotice = rule{
		Code: AuditorNoticeShort, Provision: act2014.At("s. 94(2), (4)", "section/94"),
		Says:    "A resolution to replace the existing auditor, or not to re-appoint one, is effective only if the society has notice of it at least 28 days before the meeting.",
		InForce: from2014, Event: auditorMeeting, Applies: replacesAuditor, Check: auditorNoticeGiven,
		Remedy: "Give the notice in time for a later meeting.",
	}
	auditorTold = rule{
		Code: AuditorNotTold, Provision: act2014.At("s. 94(3)(a)", "section/94"),
		Says:    "The society must send a copy of the notice to the existing auditor as soon as possible.",
		InForce: from2014, Event: auditorMeeting, Applies: noticesAuditor, Check: auditorCopied,
		Remedy: "Send the auditor a copy, so that representations can be made before the meeting.",
	}
	auditorMembersTold = rule{
		Code: MembersNotToldAuditor, Provision: act2014.At("s. 94(3)(b)-(c)", "section/94"),
		Says: "The society must tell its members of the resolution when and as it gives them notice of the meeting or, if it does not, at least 14 days before " +
			"the meeting by advertisement or as its rules allow.",
		InForce: from2014, Event: auditorMeeting, Applies: noticesAuditor, Check: membersToldInTime,
		Remedy: "Tell the members in time for a later meeting.",
	}
)

var auditorRules = law.Topic("auditors",
	auditorEligible1968(),
	auditorEligible,
	under1965(auditorNotice, AuditorNoticeShort1968, act1968.At("s. 6(1), (4)", "section/6"), start1968),
	auditorNotice,
	under1965(auditorTold, AuditorNotTold1968, act1968.At("s. 6(5)", "section/6"), start1968),
	auditorTold,
	under1965(auditorMembersTold, MembersNotToldAuditor1968, act1968.At("s. 6(2)-(3)", "section/6"), start1968),
	auditorMembersTold,
)

func auditorEligible1968() rule {
	r := under1965(auditorEligible, AuditorIneligible1968, act1968.At("s. 8", "section/8"), start1968)
	r.Says = "No officer or servant of the society or of a connected society, no partner, servant or employer of one, nobody disqualified from auditing a " +
		"company that is its subsidiary and, as the Act was passed, no body corporate may be appointed auditor; such an appointment has no effect."
	return r
}

const bodiesMeant = "Did the Act, which as passed lets no body corporate be auditor, still say so?"

// eligible says whether the person's appointment has effect by the Act of a day, and
// whether only a doubt stands in its way.
func (a *Auditor) eligible(on law.Date) (is answer, doubtful bool) {
	if !a.Ties.Stated() {
		return untold, false
	}
	for _, t := range *a.Ties.Ptr() {
		if t != CorporateAuditor {
			return no, false
		}
		doubtful = doubtful || on.Before(commenced2014)
	}
	return yes, doubtful
}

// auditorCount counts appointments that have effect. Open is what must be known of another that may.
type auditorCount struct {
	qualified, lay int64
	open, question string
}

func countAuditors(list []Auditor, on law.Date) (n auditorCount) {
	for i := range list {
		a := &list[i]
		is, doubtful := a.eligible(on)
		qualified := told(&a.Qualified)
		switch {
		case is == no:
		case doubtful:
			n.open, n.question = law.Path("accounts.auditors", i, "ties"), bodiesMeant
		case is == untold:
			n.open, n.question = law.Path("accounts.auditors", i, "ties"), ""
		case qualified == untold:
			n.open, n.question = law.Path("accounts.auditors", i, "qualified"), ""
		case qualified == yes:
			n.qualified++
		default:
			n.lay++
		}
	}
	return n
}

func appointsAny(c *kase) bool {
	if !hasAccountYear(c) {
		return false
	}
	a := c.Subject.Accounts.Ptr()
	list, _ := a.Auditors.Get()
	return len(list) > 0 || a.Reporter.Stated()
}

func allEligible(c *kase) {
	a := c.Subject.Accounts.Ptr()
	if list := a.Auditors.Ptr(); list != nil {
		for i := range *list {
			mayAudit(c, &(*list)[i], law.Path("accounts.auditors", i, "ties"))
		}
	}
	if r := a.Reporter.Ptr(); r != nil {
		mayAudit(c, &r.Auditor, "accounts.reporter.ties")
	}
}

func mayAudit(c *kase, a *Auditor, path string) {
	if _, ok := law.Need(c, &a.Ties, path); !ok {
		return
	}
	switch is, doubtful := a.eligible(c.On); {
	case is == no:
		c.Breach(path, "The appointment of %s has no effect: %v.", a.Name, *a.Ties.Ptr())
	case doubtful && c.Doubt(bodiesMeant, "yes", "no") == 0:
		c.Breach(path, "The appointment of %s has no effect: a body corporate may not be auditor.", a.Name)
	}
}

// AuditorNotice returns the last day on which the society may be given notice of a
// resolution to replace an auditor at a meeting, and the last on which its members may be
// told of it otherwise than with the meeting. That the last of them is soon enough is
// doubtful, since clear days may be meant; the day before is sure. It returns no dates where
// the figures hold none.
func (f *Figures) AuditorNotice(meeting law.Date) (toSociety, toMembers law.Date) {
	society, ok1 := f.AuditorNoticeDays.At(meeting)
	members, ok2 := f.MembersNoticeDays.At(meeting)
	if !ok1 || !ok2 {
		return law.Date{}, law.Date{}
	}
	return law.DaysFrom(meeting, -society.Value), law.DaysFrom(meeting, -members.Value)
}

func replacesAuditor(c *kase) bool {
	return hasAccounts(c) && c.Subject.Accounts.Ptr().AuditorResolution.Stated()
}

// noticesAuditor leaves out a resolution that needs no notice.
func noticesAuditor(c *kase) bool {
	if !replacesAuditor(c) {
		return false
	}
	instead, ok := law.Need(c, &c.Subject.Accounts.Ptr().AuditorResolution.Ptr().Substitute, "accounts.auditor_resolution.substitute")
	return ok && !instead
}

// The readings of a number of days before a meeting.
const (
	daysBefore    = "Does at least so many days before the meeting mean clear days?"
	dayItself     = "no, so that the day so many before it is soon enough"
	clearlyBefore = "yes, so that the day before that is the last"
)

func auditorNoticeGiven(c *kase) {
	r := c.Subject.Accounts.Ptr().AuditorResolution.Ptr()
	if instead, _ := r.Substitute.Get(); instead {
		return
	}
	given, ok := law.Need(c, &r.ToSociety, "accounts.auditor_resolution.notice_to_society")
	days, ok1 := law.Read(c, &c.Figures.AuditorNoticeDays, c.On)
	last, _ := c.Figures.AuditorNotice(c.On)
	if ok && ok1 && noticeLate(c, given, last) {
		if _, ok := law.Need(c, &r.Substitute, "accounts.auditor_resolution.substitute"); ok {
			c.Breach("accounts.auditor_resolution.notice_to_society", "The society had notice on %s of a resolution moved on %s; it must have it at least %d days before.",
				given.Long(), c.On.Long(), days)
		}
	}
}

// noticeLate reports whether a notice came after the last day for it, which is itself doubtful.
func noticeLate(c *kase, given, last law.Date) bool {
	return given.After(last) || given == last && c.Doubt(daysBefore, dayItself, clearlyBefore) == 1
}

func auditorCopied(c *kase) {
	sent, ok := law.Need(c, &c.Subject.Accounts.Ptr().AuditorResolution.Ptr().CopySent, "accounts.auditor_resolution.copy_sent")
	if ok && !sent {
		c.Breach("accounts.auditor_resolution.copy_sent", "The existing auditor was not sent a copy of the notice.")
	}
}

func membersToldInTime(c *kase) {
	r := c.Subject.Accounts.Ptr().AuditorResolution.Ptr()
	with, ok := law.Need(c, &r.WithMeeting, "accounts.auditor_resolution.with_meeting_notice")
	days, ok1 := law.Read(c, &c.Figures.MembersNoticeDays, c.On)
	if !ok || !ok1 || with {
		return
	}
	_, last := c.Figures.AuditorNotice(c.On)
	if told, ok := law.Need(c, &r.Advertised, "accounts.auditor_resolution.advertised"); ok && noticeLate(c, told, last) {
		c.Breach("accounts.auditor_resolution.advertised", "The members were told on %s of a resolution moved on %s; they must be at least %d days before.",
			told.Long(), c.On.Long(), days)
	}
}
