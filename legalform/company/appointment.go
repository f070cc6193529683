package company

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rules that the model articles make on who is a director, and a member.
const (
	AppointedOtherwise law.Code = "company.director-appointed-otherwise"
	DirectorNotRetired law.Code = "company.director-not-retired"
	MemberNotApproved  law.Code = "company.member-not-approved"
	MembershipPassed   law.Code = "company.membership-transferred"
	MemberLeftEarly    law.Code = "company.member-left-early"
	MembershipKept     law.Code = "company.membership-not-ended"
)

// An Appointment is one of a director.
type Appointment struct {
	Made law.Fact[law.Date] `json:"made,omitzero"`
	// By ordinary resolution, or by a decision of the directors.
	ByMembers   law.Fact[bool] `json:"by_ordinary_resolution,omitzero"`
	ByDirectors law.Fact[bool] `json:"by_directors,omitzero"`
	// ByRepresentatives: in writing by the personal representatives of the last member to have
	// died, a death having left a private company with neither members nor directors.
	ByRepresentatives law.Fact[bool] `json:"by_personal_representatives,omitzero"`
	// Willing to act, and permitted by law to do so.
	Willing law.Fact[bool] `json:"willing_and_permitted,omitzero"`
}

// A Retirement is who retired at an annual general meeting of a public company.
type Retirement struct {
	Meeting law.Fact[law.Date] `json:"annual_meeting,omitzero"`
	// First says that it was the company's first annual meeting.
	First     law.Fact[bool]              `json:"first,omitzero"`
	Directors law.Fact[[]SittingDirector] `json:"directors,omitzero"`
}

// A SittingDirector is one in office when an annual general meeting begins.
type SittingDirector struct {
	// ByDirectors: appointed by the directors since the last annual meeting. Recently: appointed
	// or reappointed at one of the two annual meetings before this one.
	ByDirectors law.Fact[bool] `json:"appointed_by_directors_since,omitzero"`
	Recently    law.Fact[bool] `json:"appointed_at_last_two,omitzero"`
	// Retired: retired at the meeting, whether or not to be reappointed.
	Retired law.Fact[bool] `json:"retired,omitzero"`
}

// A Membership is how somebody came to be, or ceased to be, a member of a company limited by
// guarantee.
type Membership struct {
	On law.Fact[law.Date] `json:"on,omitzero"`
	// Applied: in a form that the directors approved; Approved: the directors approved the
	// application. A subscriber of the memorandum needs neither.
	Subscriber law.Fact[bool] `json:"subscriber,omitzero"`
	Applied    law.Fact[bool] `json:"applied,omitzero"`
	Approved   law.Fact[bool] `json:"approved_by_directors,omitzero"`
	// Transferred: membership is claimed by a transfer from another member.
	Transferred law.Fact[bool] `json:"transferred,omitzero"`
	// Notice is the day of the member's written notice of withdrawal, Left the day from which the
	// member was treated as none.
	Notice law.Fact[law.Date] `json:"withdrawal_notice,omitzero"`
	Left   law.Fact[law.Date] `json:"left,omitzero"`
	// Ended: the member died, or ceased to exist; Kept: was still treated as a member.
	Ended law.Fact[bool] `json:"died_or_ceased_to_exist,omitzero"`
	Kept  law.Fact[bool] `json:"still_treated_as_member,omitzero"`
}

var (
	appointedOn = dated("appointment.made", func(c *Company) *law.Fact[Appointment] { return &c.Appointment }, func(a *Appointment) law.Fact[law.Date] { return a.Made })
	retiredAt   = dated("retirement.annual_meeting", func(c *Company) *law.Fact[Retirement] { return &c.Retirement }, func(r *Retirement) law.Fact[law.Date] { return r.Meeting })
	memberOn    = dated("membership.on", func(c *Company) *law.Fact[Membership] { return &c.Membership }, func(m *Membership) law.Fact[law.Date] { return m.On })
)

var appointments = law.Topic("appointments",
	rule{
		Code: AppointedOtherwise, Provision: model2008.At("Schs 1-2 art 17; Sch 3 art 20", "schedule/1"),
		Says:    "A person who is willing and permitted by law to act may be appointed a director by ordinary resolution or by a decision of the directors.",
		InForce: fromWhole, Event: appointedOn, Applies: appointmentUnderModel, Check: appointedProperly, Weight: law.OwnRules,
		Remedy: "Appoint the director by ordinary resolution, or by a decision of the directors.",
	},
	rule{
		Code: DirectorNotRetired, Provision: model2008.At("Sch 3 art 21", "schedule/3"),
		Says:    "At the first annual general meeting all directors must retire, and at each later one those appointed by the directors since the last, or not appointed at one of the two before it.",
		InForce: fromWhole, Event: retiredAt, Applies: retirementUnderModel, Check: retiredByRotation, Weight: law.OwnRules,
		Remedy: "Put the director's reappointment to the members.",
	},
	rule{
		Code: MemberNotApproved, Provision: model2008.At("Sch 2 art 21", "schedule/2"),
		Says:    "No person is to become a member but on an application in a form approved by the directors, which the directors have approved.",
		InForce: fromWhole, Event: memberOn, Applies: membershipUnderModel, Check: memberApproved, Weight: law.OwnRules,
		Remedy: "Have the application made, and approved by the directors.",
	},
	rule{
		Code: MembershipPassed, Provision: model2008.At("Sch 2 art 22(2)", "schedule/2"),
		Says:    "Membership is not transferable.",
		InForce: fromWhole, Event: memberOn, Applies: membershipUnderModel, Check: membershipStays, Weight: law.OwnRules,
		Remedy: "Let the new person apply for membership.",
	},
	rule{
		Code: MemberLeftEarly, Provision: model2008.At("Sch 2 art 22(1)", "schedule/2"),
		Says:    "A member may withdraw by giving 7 days' notice to the company in writing.",
		InForce: fromWhole, Event: memberOn, Applies: withdrawsUnderModel, Check: leftAfterNotice, Weight: law.OwnRules,
		Remedy: "Treat the member as one until the notice has run.",
	},
	rule{
		Code: MembershipKept, Provision: model2008.At("Sch 2 art 22(3)", "schedule/2"),
		Says:    "A person's membership terminates when that person dies or ceases to exist.",
		InForce: fromWhole, Event: memberOn, Applies: membershipUnderModel, Check: membershipEnds, Weight: law.OwnRules,
		Remedy: "Take the name off the register of members.",
	},
)

func appointmentUnderModel(c *kase) bool {
	return c.Subject.Appointment.Stated() && underModel(c, DirectorsAppointed)
}

func retirementUnderModel(c *kase) bool {
	return c.Subject.Retirement.Stated() && underModel(c, DirectorsRetire, ModelPublic)
}

func membershipUnderModel(c *kase) bool {
	return c.Subject.Membership.Stated() && underModel(c, MembershipRules, ModelGuarantee)
}

func withdrawsUnderModel(c *kase) bool {
	return membershipUnderModel(c) && c.Subject.Membership.Ptr().Left.Stated()
}

func appointedProperly(c *kase) {
	a := c.Subject.Appointment.Ptr()
	must(c, &a.Willing, true, "appointment.willing_and_permitted", "The person is not willing to act, or is not permitted by law to.")
	if a.ByMembers.Or(false) || a.ByDirectors.Or(false) {
		return // one is enough
	}
	members, ok1 := law.Need(c, &a.ByMembers, "appointment.by_ordinary_resolution")
	directors, ok2 := law.Need(c, &a.ByDirectors, "appointment.by_directors")
	representatives, ok3 := false, true
	if modelOf(c).Schedule != ModelPublic {
		representatives, ok3 = law.Need(c, &a.ByRepresentatives, "appointment.by_personal_representatives")
	}
	if ok1 && ok2 && ok3 && !members && !directors && !representatives {
		c.Breach("appointment.by_ordinary_resolution", "Neither an ordinary resolution nor a decision of the directors appointed the director.")
	}
}

// MustRetire reports whether a director of a public company under the model articles retires
// at an annual general meeting: at the first, all; at a later one, whoever the directors
// appointed since the last, or was not appointed or reappointed at one of the two before it.
func MustRetire(first, byDirectorsSince, atLastTwo bool) bool {
	return first || byDirectorsSince || !atLastTwo
}

func retiredByRotation(c *kase) {
	r := c.Subject.Retirement.Ptr()
	first, ok1 := law.Need(c, &r.First, "retirement.first")
	list, ok2 := law.Need(c, &r.Directors, "retirement.directors")
	if !ok1 || !ok2 {
		return
	}
	for i := range list {
		at := func(field string) string { return law.Path("retirement.directors", i, field) }
		d, by, recently := &list[i], false, false
		if !first {
			by, ok1 = law.Need(c, &d.ByDirectors, at("appointed_by_directors_since"))
			recently, ok2 = law.Need(c, &d.Recently, at("appointed_at_last_two"))
		}
		if ok1 && ok2 && MustRetire(first, by, recently) {
			must(c, &d.Retired, true, at("retired"), "A director who had to retire at the annual general meeting did not.")
		}
	}
}

func memberApproved(c *kase) {
	m := c.Subject.Membership.Ptr()
	if subscribed, ok := law.Need(c, &m.Subscriber, "membership.subscriber"); !ok || subscribed {
		return
	}
	must(c, &m.Applied, true, "membership.applied", "No application was made in a form that the directors approved.")
	must(c, &m.Approved, true, "membership.approved_by_directors", "The directors did not approve the application.")
}

func membershipStays(c *kase) {
	must(c, &c.Subject.Membership.Ptr().Transferred, false, "membership.transferred", "Membership is claimed by a transfer.")
}

func leftAfterNotice(c *kase) {
	m, members := c.Subject.Membership.Ptr(), modelOf(c).Members
	left, ok1 := law.Need(c, &m.Left, "membership.left")
	given, ok2 := law.Need(c, &m.Notice, "membership.withdrawal_notice")
	if !ok1 || !ok2 || members == nil {
		return
	}
	if first := law.DaysFrom(given, members.LeavingDays); left.Before(first) {
		c.Breach("membership.left", "The member was treated as none from %s; the notice of %s ran until %s.", left.Long(), given.Long(), first.Long())
	}
}

func membershipEnds(c *kase) {
	m := c.Subject.Membership.Ptr()
	if ended, ok := law.Need(c, &m.Ended, "membership.died_or_ceased_to_exist"); ok && ended {
		must(c, &m.Kept, false, "membership.still_treated_as_member", "A person who died or ceased to exist is still treated as a member.")
	}
}
