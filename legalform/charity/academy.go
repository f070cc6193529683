package charity

import (
	"github.com/rochdale-go/rochdale/legalform/internal/vote"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on academy trusts, none of them of a statute.
const (
	AcademyTooFewMembers    law.Code = "charity.academy-too-few-members"
	AcademyFewMembers       law.Code = "charity.academy-few-members"
	AcademyMeetingInquorate law.Code = "charity.academy-general-meeting-inquorate"
	AcademyBoardInquorate   law.Code = "charity.academy-board-inquorate"
	AcademyVoteNotCarried   law.Code = "charity.academy-vote-not-carried"
	AcademyTooFewParents    law.Code = "charity.academy-too-few-parents"
	AcademyEmployeeTrustees law.Code = "charity.academy-employee-trustees"
)

var meetingHeld = event{Path: "meeting.held", Of: func(s *Charity) law.Fact[law.Date] {
	if m := s.Meeting.Ptr(); m != nil {
		return m.Held
	}
	return law.Fact[law.Date]{}
}}

var academies = law.Topic("academies",
	rule{
		Code: AcademyTooFewMembers, Provision: modelAcademy.At("on members", ""), Weight: law.OwnRules,
		Says:    "An academy trust must have not fewer than three members.",
		InForce: sinceModel, Applies: isAcademy, Check: enoughMembers,
		Remedy: "Appoint members.",
	},
	rule{
		Code: AcademyFewMembers, Provision: handbook.At("on members", ""), Weight: law.Guidance,
		Says:    "An academy trust should have at least five members.",
		InForce: sinceModel, Applies: isAcademy, Check: preferredMembers,
		Remedy: "Appoint members, or be ready to explain.",
	},
	rule{
		Code: AcademyMeetingInquorate, Provision: modelAcademy.At("on general meetings", ""), Weight: law.OwnRules,
		Says:    "No business may be transacted at a general meeting unless two members are present, in person, by proxy or by a representative.",
		InForce: sinceModel, Event: meetingHeld, Applies: isGeneralMeeting, Check: generalQuorum,
		Remedy: "Adjourn the meeting.",
	},
	rule{
		Code: AcademyBoardInquorate, Provision: modelAcademy.At("on the trustees' quorum", ""), Weight: law.OwnRules,
		Says:    "The quorum of the trustees is three or, where greater, one-third, rounded up, of the trustees in office.",
		InForce: sinceModel, Event: meetingHeld, Applies: isBoardMeeting, Check: boardQuorum,
		Remedy: "Adjourn the meeting.",
	},
	rule{
		Code: AcademyVoteNotCarried, Provision: modelAcademy.At("on the trustees' votes", ""), Weight: law.OwnRules,
		Says:    "To appoint a parent trustee, or to remove a trustee or the chair, takes two-thirds, rounded up, of the trustees present who are entitled to vote.",
		InForce: sinceModel, Event: passed, Applies: academyVotes, Check: academyCarried,
		Remedy: "Put the question again.",
	},
	rule{
		Code: AcademyTooFewParents, Provision: modelAcademy.At("on parent trustees", ""), Weight: law.OwnRules,
		Says:    "There must be at least two parents among the trustees, or on each local governing body.",
		InForce: sinceModel, Applies: isAcademy, Check: enoughParents,
		Remedy: "Have parents elected.",
	},
	rule{
		Code: AcademyEmployeeTrustees, Provision: handbook.At("on employees as trustees", ""), Weight: law.Guidance,
		Says:    "No employee other than the chief executive should be a trustee.",
		InForce: sinceModel, Applies: isAcademy, Check: fewEmployees,
		Remedy: "Let employees leave the board, or be ready to explain.",
	},
)

func isAcademy(c *kase) bool { return kindIs(c, AcademyTrust) }

func isGeneralMeeting(c *kase) bool { return meets(c, true) }

func isBoardMeeting(c *kase) bool { return meets(c, false) }

func meets(c *kase, want bool) bool {
	m := c.Subject.Meeting.Ptr()
	if m == nil || !isAcademy(c) {
		return false
	}
	general, ok := law.Need(c, &m.General, "meeting.general")
	return ok && general == want
}

func academyVotes(c *kase) bool {
	return resolves(c, ParentAppointment, TrusteeRemoval, ChairRemoval) && isAcademy(c)
}

func enoughMembers(c *kase) {
	atLeast(c, &c.Figures.AcademyMembers, &c.Subject.Members, "members", "members")
}

func preferredMembers(c *kase) {
	atLeast(c, &c.Figures.AcademyMembersPreferred, &c.Subject.Members, "members", "members")
}

func atLeast(c *kase, h *law.History[int64], n *law.Fact[int64], path, of string) {
	least, ok := law.Read(c, h, c.On)
	have, ok1 := law.Need(c, n, path)
	if ok && ok1 && have < least {
		c.Breach(path, "There are %d %s; there must be at least %d.", have, of, least)
	}
}

func generalQuorum(c *kase) {
	atLeast(c, &c.Figures.AcademyGeneralQuorum, &c.Subject.Meeting.Ptr().Present, "meeting.present", "members present")
}

func boardQuorum(c *kase) {
	inOffice, ok := law.Need(c, &c.Subject.Trustees, "trustees")
	present, ok1 := law.Need(c, &c.Subject.Meeting.Ptr().Present, "meeting.present")
	if !ok || !ok1 {
		return
	}
	quorum, ok := c.Figures.TrusteesQuorum(inOffice, c.On)
	switch {
	case !ok:
		c.Unknown("figures.charity.academy_board_share", "What was the quorum on "+c.On.Long()+"? The histories hold none.")
	case present < quorum:
		c.Breach("meeting.present", "%d trustees were present; the quorum of %d in office is %d.", present, inOffice, quorum)
	}
}

// TrusteesQuorum returns how many trustees of an academy trust with the model articles
// must be present, given how many are in office; false where the figures hold no quorum
// for the date.
func (f *Figures) TrusteesQuorum(inOffice int64, on law.Date) (int64, bool) {
	least, ok := f.AcademyBoardLeast.At(on)
	share, ok1 := f.AcademyBoardShare.At(on)
	if !ok || !ok1 {
		return 0, false
	}
	return max(least.Value, int64(share.Value.OfUp(law.Pence(inOffice)))), true
}

func academyCarried(c *kase) {
	vote.Carried(c, &c.Figures.AcademyVote, c.On, &c.Subject.Resolution.Ptr().TrusteesVotes, trusteesVotes, "The question")
}

func enoughParents(c *kase) {
	local, stated := c.Subject.ParentsOnLocal.Get()
	if local {
		return
	}
	n, ok := c.Subject.ParentTrustees.Get()
	if e, found := c.Figures.AcademyParents.At(c.On); ok && found && n < e.Value && !stated {
		law.Need(c, &c.Subject.ParentsOnLocal, "parents_on_each_local_body")
		return
	}
	atLeast(c, &c.Figures.AcademyParents, &c.Subject.ParentTrustees, "parent_trustees", "parents among the trustees")
}

func fewEmployees(c *kase) {
	if n, ok := law.Need(c, &c.Subject.EmployeeTrustees, "employee_trustees"); ok && n > 0 {
		c.Breach("employee_trustees", "%d employees besides the chief executive are trustees.", n)
	}
}
