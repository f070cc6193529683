package publicbody

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/internal/vote"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on what governors, directors and members approve.
const (
	NotAtGeneralMeeting     law.Code = "publicbody.not-at-general-meeting"
	RemovalNotCarried       law.Code = "publicbody.removal-not-carried"
	TransactionNotApproved  law.Code = "publicbody.transaction-not-approved"
	GovernorsNotApproving   law.Code = "publicbody.amendment-not-approved-by-governors"
	DirectorsNotApproving   law.Code = "publicbody.amendment-not-approved-by-directors"
	AmendmentVoid           law.Code = "publicbody.amendment-void"
	MembersNotApproving     law.Code = "publicbody.amendment-not-approved-by-members"
	ReorganisationUncarried law.Code = "publicbody.reorganisation-not-approved"
	IncomeNotApproved       law.Code = "publicbody.income-increase-not-approved"
	IncomeNotMainlyNHS      law.Code = "publicbody.income-not-mainly-health-service"
)

var governorsMet = event{Path: "decision.held", Of: func(s *FoundationTrust) law.Fact[law.Date] {
	if x := s.Decision.Ptr(); x != nil {
		return x.Held
	}
	return law.Fact[law.Date]{}
}}

var decisions = law.Topic("decisions",
	rule{
		Code: NotAtGeneralMeeting, Provision: act2006.At("Sch 7 para 17(1)-(2)", "schedule/7"),
		Says:    "It is for the council of governors at a general meeting to appoint or remove the chair and the other non-executive directors.",
		InForce: from2006, Event: governorsMet, Applies: appointsOrRemoves, Check: inMeeting,
		Remedy: "Put the question to a general meeting of the council.",
	},
	rule{
		Code: RemovalNotCarried, Provision: act2006.At("Sch 7 para 17(3)", "schedule/7"),
		Says:    "Removal of the chair or another non-executive director requires the approval of three-quarters of the members of the council.",
		InForce: from2006, Event: governorsMet, Applies: removes, Check: removed,
		Remedy: "Put the question again: the absent count against it.",
	},
	rule{
		Code: TransactionNotApproved, Provision: act2006.At("s. 51A(1)", "section/51A"),
		Says:    "A significant transaction, as the constitution describes it, needs the approval of more than half of the governors voting.",
		InForce: from2013, Event: governorsMet, Applies: transacts, Check: transacted,
		Remedy: "Obtain the approval before entering into it.",
	},
	rule{
		Code: GovernorsNotApproving, Provision: act2006.At("s. 37(1)", "section/37"),
		Says:    "The constitution may be amended only if more than half of the members of the council of governors voting approve.",
		InForce: from2013, Event: governorsMet, Applies: amends, Check: governorsApprove,
		Remedy: "Put the amendment to the governors again.",
	},
	rule{
		Code: DirectorsNotApproving, Provision: act2006.At("s. 37(1)", "section/37"),
		Says:    "The constitution may be amended only if more than half of the members of the board of directors voting approve.",
		InForce: from2013, Event: governorsMet, Applies: amends, Check: directorsApprove,
		Remedy: "Put the amendment to the directors.",
	},
	rule{
		Code: AmendmentVoid, Provision: act2006.At("s. 37(3)", "section/37"),
		Says:    "An amendment takes effect at once, but has no effect so far as the constitution would not accord with Schedule 7.",
		InForce: from2013, Event: governorsMet, Applies: amends, Check: accords,
		Remedy: "Amend so that the constitution accords with the Schedule.",
	},
	rule{
		Code: MembersNotApproving, Provision: act2006.At("Sch 7 para 27A", "schedule/7"),
		Says:    "An amendment of the powers or duties of the council must be put to the members at their next annual meeting, and lapses unless more than half of those voting approve.",
		InForce: from2013, Event: governorsMet, Applies: amendsCouncil, Check: membersApprove,
		Remedy: "Treat the amendment as lapsed, and undo what it changed.",
	},
	rule{
		Code: ReorganisationUncarried, Provision: act2006.At("ss. 56(1A), 56A, 56B, 57A", "section/56"),
		Says:    "An application to merge, acquire, separate or dissolve may be made only with the approval of more than half of the members of the council of each trust that applies.",
		InForce: from2013, Event: governorsMet, Applies: reorganises, Check: reorganised,
		Remedy: "Obtain the approval before applying: the absent count against it.",
	},
	rule{
		Code: IncomeNotApproved, Provision: act2006.At("s. 43(3D)", "section/43"),
		Says: "An increase by 5% or more of the proportion of yearly income from elsewhere than the health service in England needs the approval " +
			"of more than half of the governors voting.",
		InForce: from2012, Event: governorsMet, Applies: increases, Check: increaseApproved,
		Remedy: "Obtain the approval before carrying it out.",
	},
	rule{
		Code: IncomeNotMainlyNHS, Provision: act2006.At("s. 43(2A)", "section/43"),
		Says:    "Yearly income from goods and services for the health service in England must be greater than income from other goods and services.",
		InForce: from2012, Event: governorsMet, Applies: raisesIncome, Check: mainlyNHS,
		Remedy: "Keep other income under half.",
	},
)

func decides(c *kase, want ...DecisionKind) bool {
	x := c.Subject.Decision.Ptr()
	if x == nil {
		return false
	}
	k, ok := law.Need(c, &x.Kind, "decision.kind")
	return ok && slices.Contains(want, k)
}

func appointsOrRemoves(c *kase) bool { return decides(c, Appointment, Removal) }

func removes(c *kase) bool { return decides(c, Removal) }

func transacts(c *kase) bool { return decides(c, SignificantTransaction) }

func amends(c *kase) bool { return decides(c, ConstitutionAmendment) }

func amendsCouncil(c *kase) bool {
	if !amends(c) {
		return false
	}
	yes, ok := law.Need(c, &c.Subject.Decision.Ptr().ChangesCouncil, "decision.changes_council")
	return ok && yes
}

func reorganises(c *kase) bool { return decides(c, Merger, Acquisition, Separation, Dissolution) }

func raisesIncome(c *kase) bool { return decides(c, IncomeIncrease) }

// increases reads 5% as percentage points or as a part of the share there is; the doubt
// matters only where one of the two is reached.
func increases(c *kase) bool {
	if !raisesIncome(c) {
		return false
	}
	x := c.Subject.Decision.Ptr()
	now, ok := law.Need(c, &x.ShareNow, "decision.share_now")
	then, ok1 := law.Need(c, &x.ShareProposed, "decision.share_proposed")
	step, ok2 := law.Read(c, &c.Figures.IncomeStep, c.On)
	if !ok || !ok1 || !ok2 || then.Cmp(now) <= 0 {
		return false
	}
	points := then.Cmp(now.Add(step)) >= 0
	part := then.Cmp(now.Add(law.Per(now.Num()*step.Num(), now.Den()*step.Den()))) >= 0
	if points == part {
		return points
	}
	if c.Doubt("Is the increase by 5% or more in percentage points, or of the proportion there is?", "percentage points", "of the proportion") == 1 {
		return part
	}
	return points
}

func inMeeting(c *kase) {
	if at, ok := law.Need(c, &c.Subject.Decision.Ptr().AtGeneralMeeting, "decision.at_general_meeting"); ok && !at {
		c.Breach("decision.at_general_meeting", "The council did not decide at a general meeting.")
	}
}

const governors = "decision.governors"

func approved(c *kase, h *vote.Threshold) {
	vote.Carried(c, h, c.On, &c.Subject.Decision.Ptr().Governors, governors, "The governors' decision")
}

func removed(c *kase) { approved(c, &c.Figures.RemovalShare) }

func transacted(c *kase) { approved(c, &c.Figures.TransactionShare) }

func governorsApprove(c *kase) { approved(c, &c.Figures.AmendmentShare) }

func directorsApprove(c *kase) {
	vote.Carried(c, &c.Figures.DirectorsShare, c.On, &c.Subject.Decision.Ptr().Directors, "decision.directors", "The directors' decision")
}

func accords(c *kase) {
	against, ok := law.Ask(c, &c.Subject.Decision.Ptr().AgainstSchedule, "decision.against_schedule",
		"Would the constitution as amended fail to accord with Schedule 7?")
	if ok && against {
		c.Breach("decision.against_schedule", "The constitution as amended would not accord with Schedule 7.")
	}
}

// membersApprove asks for the members' votes once their meeting has been held.
func membersApprove(c *kase) {
	x := c.Subject.Decision.Ptr()
	if met, ok := law.Need(c, &x.MembersMet, "decision.members_met"); ok && met {
		vote.Carried(c, &c.Figures.MembersShare, c.On, &x.Members, "decision.members", "The members' decision")
	}
}

func reorganised(c *kase) { approved(c, &c.Figures.ReorganisationShare) }

func increaseApproved(c *kase) { approved(c, &c.Figures.IncomeShare) }

func mainlyNHS(c *kase) {
	limit, ok := law.Read(c, &c.Figures.OtherIncome, c.On)
	share, ok1 := law.Need(c, &c.Subject.Decision.Ptr().ShareProposed, "decision.share_proposed")
	if ok && ok1 && share.Cmp(limit) >= 0 {
		c.Breach("decision.share_proposed", "%v of yearly income would be from elsewhere; it must be under %v.", share, limit)
	}
}
