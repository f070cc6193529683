package society

import (
	"cmp"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on administration.
const (
	AdministrationApplicant law.Code = "society.administration-applicant"
	AdministrationUntold    law.Code = "society.administration-untold"
	ProposalsUnapproved     law.Code = "society.proposals-unapproved"
	ProposalsUnstated       law.Code = "society.proposals-unstated"
	FurtherMeetingRefused   law.Code = "society.further-meeting-refused"
	MergedInAdministration  law.Code = "society.merged-in-administration"
	HivedDown               law.Code = "society.hived-down"
	DissolutionNoticeUnsent law.Code = "society.dissolution-notice-unsent"
	PrescribedPartNotKept   law.Code = "society.prescribed-part-not-kept"
)

// OrderApplicant is who applies to the court for an administration order.
type OrderApplicant uint8

// The applicants. A petitioning member is one who would be entitled to petition for the
// society to be wound up; anyone else entitled is whoever else may apply for a company,
// such as its liquidator.
const (
	SocietyItself OrderApplicant = iota + 1
	CommitteeMembers
	CreditorApplicant
	PetitioningMember
	OtherMember
	RegistrarApplicant
	OtherEntitled
	OtherApplicant
)

var orderApplicants = []string{"", "society", "committee", "creditor", "petitioning-member", "other-member", "registrar", "other-entitled", "other"}

// String gives the JSON value.
func (a OrderApplicant) String() string { return law.NameOf(orderApplicants, a) }

// MarshalText writes String.
func (a OrderApplicant) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads what String writes.
func (a *OrderApplicant) UnmarshalText(b []byte) error {
	return law.ParseName(a, orderApplicants, b, "an applicant for administration")
}

// Administering is what is known of an administration.
type Administering struct {
	// Applicant is who applied to the court, where an application brought it about, and
	// RegistrarTold whether the applicant notified the registrar.
	Applicant     law.Fact[OrderApplicant] `json:"applicant,omitzero"`
	RegistrarTold law.Fact[bool]           `json:"registrar_told,omitzero"`
	// MembersTold says that every member was sent notice of the appointment.
	MembersTold law.Fact[bool] `json:"members_told,omitzero"`
	// MembersApproved and CreditorsApproved say that each approved the proposals, or their
	// revision, at a meeting or in whatever way takes its place.
	MembersApproved   law.Fact[bool] `json:"members_approved,omitzero"`
	CreditorsApproved law.Fact[bool] `json:"creditors_approved,omitzero"`
	// NoMeeting says that no meeting need be called, because of what the administrator has
	// stated under Sch B1 para 52 (creditors will be paid in full, or there is nothing for
	// those without security), and that none was asked for.
	NoMeeting law.Fact[bool] `json:"no_meeting_needed,omitzero"`
	// Request is a request for a further meeting.
	Request law.Fact[MeetingRequest] `json:"request,omitzero"`
	// Merges says that the proposals include a merger, a transfer of engagements or a
	// conversion; Resolved that the society passed and confirmed the special resolution.
	Merges   law.Fact[bool] `json:"merges,omitzero"`
	Resolved law.Fact[bool] `json:"resolved,omitzero"`
	// HivesDown says that business or property goes to a subsidiary; HiveDownResolved that a
	// special resolution under 2014 Act s. 110 or s. 112 approved it.
	HivesDown        law.Fact[bool] `json:"hives_down,omitzero"`
	HiveDownResolved law.Fact[bool] `json:"hive_down_resolved,omitzero"`
	// Dissolves says that the administrator has given notice to move from administration to
	// dissolution, and NoticeSent that the members were sent a copy of it.
	Dissolves  law.Fact[bool] `json:"dissolves,omitzero"`
	NoticeSent law.Fact[bool] `json:"dissolution_notice_sent,omitzero"`
	// NetProperty is the property that, but for the prescribed part, would go to holders of
	// floating charges; Kept what was made available for unsecured debts; Charged the day
	// on which the first-ranking floating charge was created. Dispensed says that the court,
	// an arrangement or the cost of the distribution lets the part be left.
	NetProperty law.Fact[law.Pence] `json:"net_property,omitzero"`
	Kept        law.Fact[law.Pence] `json:"kept_for_unsecured,omitzero"`
	Charged     law.Fact[law.Date]  `json:"charged,omitzero"`
	Dispensed   law.Fact[bool]      `json:"prescribed_part_dispensed,omitzero"`
}

// A MeetingRequest is a request to an administrator for a further meeting.
type MeetingRequest struct {
	// Members counts the members who ask; Creditors and Debts are those of the creditors who
	// do, of AllCreditors and AllDebts.
	Members      law.Fact[int64]     `json:"members,omitzero"`
	Creditors    law.Fact[int64]     `json:"creditors,omitzero"`
	AllCreditors law.Fact[int64]     `json:"all_creditors,omitzero"`
	Debts        law.Fact[law.Pence] `json:"debts,omitzero"`
	AllDebts     law.Fact[law.Pence] `json:"all_debts,omitzero"`
	// Called says that the administrator called the meeting asked for.
	Called law.Fact[bool] `json:"called,omitzero"`
}

func (x *Administering) check(members *law.Fact[int64]) error {
	if r := x.Request.Ptr(); r != nil {
		if err := r.check(members); err != nil {
			return fmt.Errorf("request.%w", err)
		}
	}
	return cmp.Or(amountFact("net_property", &x.NetProperty), amountFact("kept_for_unsecured", &x.Kept))
}

func (r *MeetingRequest) check(members *law.Fact[int64]) error {
	err := cmp.Or(natural(r.Members, "members"), natural(r.Creditors, "creditors"), natural(r.AllCreditors, "all_creditors"),
		amountFact("debts", &r.Debts), amountFact("all_debts", &r.AllDebts))
	asked, _ := r.Members.Get()
	creditors, _ := r.Creditors.Get()
	debts, _ := r.Debts.Get()
	all, ok := members.Get()
	allCreditors, ok1 := r.AllCreditors.Get()
	allDebts, ok2 := r.AllDebts.Get()
	switch {
	case err != nil:
		return err
	case ok && asked > all:
		return fmt.Errorf("members: %d of them, and only %d in all", asked, all)
	case ok1 && creditors > allCreditors:
		return fmt.Errorf("creditors: %d of them, and only %d in all", creditors, allCreditors)
	case ok2 && debts > allDebts:
		return fmt.Errorf("debts: %v of them, and only %v in all", debts, allDebts)
	}
	return nil
}

// proposedInAdministration reports whether the society's change is one that an
// administrator proposed.
func (s *Society) proposedInAdministration() bool {
	x := s.Insolvency.Ptr()
	return x != nil && x.Kind.Or(0) == Administration && told(&x.Administration.Merges) == yes
}

// administratorMaySign reports whether a certificate may be an administrator's (art 15).
func administratorMaySign(c *kase) bool {
	x := c.Subject.Insolvency.Ptr()
	return x != nil && x.Kind.Or(0) == Administration && !c.On.Before(commencedInsolvency)
}

var administrations = law.Topic("administrations",
	rule{
		Code: AdministrationApplicant, Provision: insolvency2014.At("Sch 1 para 12(a)-(b)", "schedule/1"),
		Says: "An application for an administration order may be made by those who may make one for a company, by the registrar, or by a member " +
			"who would be entitled to petition for the society to be wound up.",
		InForce: fromInsolvency, Event: begun, Applies: appliedFor, Check: mayApply,
		Remedy: "Have somebody apply who may: the society, its committee, a creditor, the registrar.",
	},
	rule{
		Code: AdministrationUntold, Provision: insolvency2014.At("Sch 1 paras 12(c), 17", "schedule/1"),
		Says:    "An applicant other than the registrar must notify the registrar, and the administrator must send every member notice of the appointment.",
		InForce: fromInsolvency, Event: begun, Applies: inAdministration, Check: administrationTold,
		Remedy: "Send the notice that is missing.",
	},
	rule{
		Code: ProposalsUnapproved, Provision: insolvency2014.At("Sch 1 paras 19-23", "schedule/1"),
		Says:    "An administrator's proposals, and a revision of them, that must be put to a meeting need the approval of the members as well as of the creditors.",
		InForce: fromInsolvency, Event: begun, Applies: inAdministration, Check: bothApproved,
		Remedy: "Put the proposals to those who have not approved them, or report to the court.",
	},
	rule{
		Code: ProposalsUnstated, Provision: insolvency2014.At("Sch 1 paras 18(a), 22(b)", "schedule/1"),
		Says: "Proposals may include an amendment of the society's rules only if the registrar has stated that it would register it, unless the " +
			"society is to cease to be a registered one.",
		InForce: fromInsolvency, Event: begun, Applies: inAdministration, Check: amendmentStated,
		Remedy: "Ask the registrar for the statement, or take the amendment out.",
	},
	rule{
		Code: FurtherMeetingRefused, Provision: insolvency2014.At("Sch 1 para 24", "schedule/1"),
		Says: "The administrator must call a further meeting of members if at least 10% of them by number request it, and one of creditors if at " +
			"least 10% of them by number or by debt do.",
		InForce: fromInsolvency, Event: begun, Applies: meetingRequested, Check: furtherMeeting,
		Remedy: "Call the meeting.",
	},
	rule{
		Code: MergedInAdministration, Provision: insolvency2014.At("arts 13-14", "article/13"),
		Says: "A merger, a transfer of engagements or a conversion in administration takes the special resolution that it always takes, whose " +
			"confirmation is the members' approval.",
		InForce: fromInsolvency, Event: begun, Applies: inAdministration, Check: mergerResolved,
		Remedy: "Put the resolution to the two meetings; the second is treated as called by the administrator.",
	},
	rule{
		Code: HivedDown, Provision: insolvency2014.At("Sch 1 paras 39-40", "schedule/1"),
		Says: "An administrator may transfer business or property to a subsidiary only in accordance with a special resolution to transfer " +
			"engagements or to convert, and that of a credit union not at all.",
		InForce: fromInsolvency, Event: begun, Applies: inAdministration, Check: hiveDown,
		Remedy: "Put the transfer to the members, or sell to somebody else.",
	},
	rule{
		Code: DissolutionNoticeUnsent, Provision: insolvency2014.At("Sch 1 para 31", "schedule/1"),
		Says:    "An administrator who gives notice to move from administration to dissolution must send a copy to the members as well as the creditors.",
		InForce: fromInsolvency, Event: begun, Applies: dissolvesFromAdministration, Check: dissolutionNoticeSent,
		Remedy: "Send the members a copy.",
	},
	rule{
		Code: PrescribedPartNotKept, Provision: insolvency2014.At("art 3, Sch 5 para 1", "article/3"),
		Says:    "In administration the prescribed part of the property that floating charges cover must be made available for unsecured debts.",
		InForce: fromInsolvency, Event: begun, Applies: hasChargedProperty, Check: prescribedPartKept,
		Remedy: "Set the part aside before anything is distributed to the holders of floating charges.",
	},
)

func inAdministration(c *kase) bool { return procedure(c, Administration) }

func appliedFor(c *kase) bool {
	return inAdministration(c) && c.Subject.Insolvency.Ptr().Administration.Applicant.Stated()
}

func meetingRequested(c *kase) bool {
	return inAdministration(c) && c.Subject.Insolvency.Ptr().Administration.Request.Stated()
}

func dissolvesFromAdministration(c *kase) bool {
	return inAdministration(c) && saysYes(c, &c.Subject.Insolvency.Ptr().Administration.Dissolves, "insolvency.administration.dissolves",
		"Has the administrator given notice to move from administration to dissolution?")
}

// hasChargedProperty: with nothing under a floating charge there is no part to set aside.
func hasChargedProperty(c *kase) bool {
	if !inAdministration(c) {
		return false
	}
	net, ok := law.Need(c, &c.Subject.Insolvency.Ptr().Administration.NetProperty, "insolvency.administration.net_property")
	return ok && net > 0
}

func mayApply(c *kase) {
	if a := c.Subject.Insolvency.Ptr().Administration.Applicant.Or(0); a == OtherMember || a == OtherApplicant {
		c.Breach("insolvency.administration.applicant", "The applicant is one who may not apply: %v.", a)
	}
}

func administrationTold(c *kase) {
	x := &c.Subject.Insolvency.Ptr().Administration
	if a, ok := x.Applicant.Get(); ok && a != RegistrarApplicant {
		wantYes(c, &x.RegistrarTold, "insolvency.administration.registrar_told", "Did the applicant notify the registrar?",
			"The applicant did not notify the registrar.")
	}
	wantYes(c, &x.MembersTold, "insolvency.administration.members_told", "Was every member sent notice of the appointment?",
		"Not every member was sent notice of the administrator's appointment.")
}

// bothApproved asks whether a meeting was needed only where an approval is lacking.
func bothApproved(c *kase) {
	x := &c.Subject.Insolvency.Ptr().Administration
	members, ok := law.Need(c, &x.MembersApproved, "insolvency.administration.members_approved")
	creditors, ok1 := law.Need(c, &x.CreditorsApproved, "insolvency.administration.creditors_approved")
	if !ok || !ok1 || members && creditors {
		return
	}
	none, ok := law.Ask(c, &x.NoMeeting, "insolvency.administration.no_meeting_needed", "Has the administrator stated what makes the meetings needless, and nobody asked for one?")
	if !ok || none {
		return
	}
	if !members {
		c.Breach("insolvency.administration.members_approved", "The members did not approve the administrator's proposals.")
	}
	if !creditors {
		c.Breach("insolvency.administration.creditors_approved", "The creditors did not approve the administrator's proposals.")
	}
}

func amendmentStated(c *kase) { c.Subject.Insolvency.Ptr().Statements.statedRules(c) }

// furtherMeeting asks for no more than would show that a request is large enough.
func furtherMeeting(c *kase) {
	r := c.Subject.Insolvency.Ptr().Administration.Request.Ptr()
	called, ok := law.Need(c, &r.Called, "insolvency.administration.request.called")
	if !ok || called {
		return
	}
	share, ok := law.Read(c, &c.Figures.RequestShare, c.On)
	if !ok {
		return
	}
	const at = "insolvency.administration.request."
	if !r.Members.Stated() && !r.Creditors.Stated() && !r.Debts.Stated() {
		c.Unknown(at+"members", "How many members, or how many creditors for how much, asked for the meeting?")
	}
	if n, ok := r.Members.Get(); ok {
		if all, ok := law.Need(c, &c.Subject.Members, "members"); ok && n > 0 && n >= requestNeeds(share, all) {
			c.Breach(at+"called", "%d of %d members asked for a meeting, which was not called.", n, all)
		}
	}
	if n, ok := r.Creditors.Get(); ok {
		if all, ok := law.Need(c, &r.AllCreditors, at+"all_creditors"); ok && n > 0 && n >= requestNeeds(share, all) {
			c.Breach(at+"called", "%d of %d creditors asked for a meeting, which was not called.", n, all)
		}
	}
	if p, ok := r.Debts.Get(); ok {
		if all, ok := law.Need(c, &r.AllDebts, at+"all_debts"); ok && p > 0 && int64(p) >= requestNeeds(share, int64(all)) {
			c.Breach(at+"called", "Creditors for %v of debts of %v asked for a meeting, which was not called.", p, all)
		}
	}
}

func requestNeeds(share law.Ratio, all int64) int64 { return atLeast(share).Needs(all) }

// FurtherMeetingNeeds returns how many of the members, or of the creditors, must ask an
// administrator for a further meeting on a date: at least a tenth, rounded up. It is
// false where the figures hold none.
func (f *Figures) FurtherMeetingNeeds(all int64, on law.Date) (int64, bool) {
	share, ok := figureAt(&f.RequestShare, on)
	if !ok || all < 0 {
		return 0, false
	}
	return requestNeeds(share, all), true
}

func mergerResolved(c *kase) {
	x := &c.Subject.Insolvency.Ptr().Administration
	if saysYes(c, &x.Merges, "insolvency.administration.merges", "Do the proposals include a merger, a transfer of engagements or a conversion?") {
		wantYes(c, &x.Resolved, "insolvency.administration.resolved", "Did the members pass and confirm the special resolution for it?",
			"The members passed no special resolution for the merger, transfer or conversion.")
	}
}

func hiveDown(c *kase) {
	x := c.Subject.Insolvency.Ptr()
	if !saysYes(c, &x.Administration.HivesDown, "insolvency.administration.hives_down", "Does business or property go to a subsidiary?") {
		return
	}
	if union, ok := law.Ask(c, &c.Subject.CreditUnion, "credit_union", askCreditUnion); ok && union {
		c.Breach("insolvency.administration.hives_down", "An administrator has no power to transfer a credit union's business to a subsidiary.")
	}
	wantYes(c, &x.Administration.HiveDownResolved, "insolvency.administration.hive_down_resolved", "Did a special resolution of the members approve it?",
		"Business or property goes to a subsidiary without a special resolution of the members.")
}

func dissolutionNoticeSent(c *kase) {
	wantYes(c, &c.Subject.Insolvency.Ptr().Administration.NoticeSent, "insolvency.administration.dissolution_notice_sent",
		"Were the members sent a copy of the notice?", "The members were not sent a copy of the notice.")
}
