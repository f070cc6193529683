package society

import (
	"slices"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// identityAsks is a judgement of the assessment of identity.
func identityAsks(of func(*Identity) *law.Fact[bool], field, asks string, keeps bool, otherwise string) judgement {
	return judgement{
		func(s *Society) *law.Fact[bool] { return of(s.Identity.Ptr()) }, "identity." + field, asks, keeps, otherwise,
	}
}

// identityRules ask only of a co-operative society to which an assessment is put.
var identityRules = law.Topic("co-operative identity",
	rule{
		Code: NotAsDefined, Provision: guidance.At("RFCCBS 4.3.1", ""), Weight: law.Guidance,
		Says: "A co-operative is an autonomous association of persons, united voluntarily to meet common needs through an enterprise that they " +
			"own jointly and control democratically.",
		InForce: fromGuidance, Applies: identityPut,
		Check: judgedBy(
			identityAsks(func(x *Identity) *law.Fact[bool] { return &x.Definition.Autonomous }, "definition.autonomous",
				"Is it autonomous?", true, "It is not autonomous."),
			identityAsks(func(x *Identity) *law.Fact[bool] { return &x.Definition.OfPersons }, "definition.association_of_persons",
				"Is it an association of persons?", true, "It is no association of persons."),
			identityAsks(func(x *Identity) *law.Fact[bool] { return &x.Definition.Voluntary }, "definition.voluntary",
				"Did its members unite voluntarily?", true, "Its members did not unite voluntarily."),
			identityAsks(func(x *Identity) *law.Fact[bool] { return &x.Definition.CommonNeeds }, "definition.common_needs",
				"Does it meet its members' common economic, social or cultural needs?", true, "It meets no common needs of its members."),
			identityAsks(func(x *Identity) *law.Fact[bool] { return &x.Definition.JointlyOwned }, "definition.jointly_owned",
				"Do its members own the enterprise jointly?", true, "Its members do not own the enterprise jointly."),
			identityAsks(func(x *Identity) *law.Fact[bool] { return &x.Definition.DemocraticRun }, "definition.democratically_controlled",
				"Do its members control the enterprise democratically?", true, "Its members do not control the enterprise democratically."),
		),
		Remedy: "Change the rules or the practice until every part of the definition is met.",
	},
	rule{
		Code: DiscriminatoryBar, Provision: statement1995.At("1st principle", ""), Weight: law.Guidance,
		Says:    "Membership is open without gender, social, racial, political or religious discrimination.",
		InForce: fromGuidance, Applies: identityPut, Check: nobodyBarred,
		Remedy: "Remove the bar from the rules and the practice.",
	},
	rule{
		Code: AdmissionNotByUse, Provision: statement1995.At("1st principle", ""), Weight: law.Guidance,
		Says:    "Membership is open to all who are able to use the services and willing to accept the responsibilities of membership.",
		InForce: fromGuidance, Applies: identityPut,
		Check: judgedBy(identityAsks(func(x *Identity) *law.Fact[bool] { return &x.Membership.ByUse }, "membership.by_use",
			"May all join who can use the services and accept the responsibilities?", true, "Some who can use the services and accept the responsibilities may not join.")),
		Remedy: "Tie admission to use and responsibility, and to nothing else.",
	},
	rule{
		Code: MembersCannotLeave, Provision: statement1995.At("1st principle", ""), Weight: law.Guidance,
		Says:    "Membership is voluntary, so that a member may leave.",
		InForce: fromGuidance, Applies: identityPut,
		Check: judgedBy(identityAsks(func(x *Identity) *law.Fact[bool] { return &x.Membership.MayLeave }, "membership.may_leave",
			"May a member leave?", true, "A member may not leave.")),
		Remedy: "Provide in the rules for leaving.",
	},
	rule{
		Code: MembershipForJob, Provision: statement1995.At("1st principle", ""), Weight: law.Guidance,
		Says:    "Membership is voluntary, and so not a condition of a job.",
		InForce: fromGuidance, Applies: identityPut,
		Check: judgedBy(identityAsks(func(x *Identity) *law.Fact[bool] { return &x.Membership.JobNeedsMembership }, "membership.job_needs_membership",
			"Is membership a condition of a job?", false, "Membership is a condition of a job.")),
		Remedy: "Encourage employees to join, and let them decide.",
	},
	rule{
		Code: UnequalVotes, Provision: statement1995.At("2nd principle", ""), Weight: law.Guidance,
		Says:    "In primary co-operatives members have equal voting rights, one member one vote.",
		InForce: fromGuidance, Applies: ofLevel(PrimaryLevel), Check: oneVoteEach,
		Remedy: "Give each member one vote.",
	},
	rule{
		Code: NoDemocraticScheme, Provision: statement1995.At("2nd principle", ""), Weight: law.Guidance,
		Says:    "Co-operatives at other levels are also organised in a democratic manner, which they declare.",
		InForce: fromGuidance, Applies: ofLevel(OtherLevel),
		Check: judgedBy(identityAsks(func(x *Identity) *law.Fact[bool] { return &x.Control.Scheme }, "control.scheme_declared",
			"Does it declare how its votes are shared democratically?", true, "It declares no democratic scheme of votes.")),
		Remedy: "Put the scheme of votes into the rules.",
	},
	rule{
		Code: RepresentativesNotBound, Provision: statement1995.At("2nd principle", ""), Weight: law.Guidance,
		Says:    "Those who serve as elected representatives are accountable to the membership.",
		InForce: fromGuidance, Applies: identityPut,
		Check: judgedBy(
			identityAsks(func(x *Identity) *law.Fact[bool] { return &x.Control.Elected }, "control.elected",
				"Are the representatives elected?", true, "The representatives are not elected."),
			identityAsks(func(x *Identity) *law.Fact[bool] { return &x.Control.Accountable }, "control.accountable",
				"Are they accountable to the members?", true, "The representatives are not accountable to the members."),
		),
		Remedy: "Have members elect, hear and remove their representatives.",
	},
	rule{
		Code: InequitableCapital, Provision: statement1995.At("3rd principle", ""), Weight: law.Guidance,
		Says:    "Members contribute equitably to the capital.",
		InForce: fromGuidance, Applies: identityPut,
		Check: judgedBy(identityAsks(func(x *Identity) *law.Fact[bool] { return &x.Participation.Equitable }, "participation.equitable",
			"Do members contribute equitably to the capital?", true, "Members do not contribute equitably to the capital.")),
		Remedy: "Ask of each member a like contribution.",
	},
	rule{
		Code: NoCommonProperty, Provision: statement1995.At("3rd principle", ""), Weight: law.Guidance,
		Says:    "At least part of the capital is usually common property, and how much of the reserves is indivisible is declared.",
		InForce: fromGuidance, Applies: identityPut, Check: indivisibleDeclared,
		Remedy: "Declare in the rules what part of reserves can never be divided.",
	},
	rule{
		Code: ReturnUnlimited, Provision: statement1995.At("3rd principle", ""), Weight: law.Guidance,
		Says:    "Members usually receive limited compensation, if any, on capital subscribed as a condition of membership.",
		InForce: fromGuidance, Applies: identityPut,
		Check: judgedBy(identityAsks(func(x *Identity) *law.Fact[bool] { return &x.Participation.ReturnLimited }, "participation.return_limited",
			"Is the return on the capital that membership requires limited, or none?", true, "The return on the capital that membership requires is not limited.")),
		Remedy: "Declare a maximum rate.",
	},
	rule{
		Code: SurplusMisapplied, Provision: statement1995.At("3rd principle", ""), Weight: law.Guidance,
		Says:    "Surplus goes to reserves, to members in proportion to their transactions, or to other activities that members approved.",
		InForce: fromGuidance, Applies: identityPut, Check: surplusApplied,
		Remedy: "Apply surplus to those three uses alone.",
	},
	rule{
		Code: OutsideControl, Provision: statement1995.At("4th principle", ""), Weight: law.Guidance,
		Says:    "Agreements with others and capital from outside are on terms that keep members' democratic control.",
		InForce: fromGuidance, Applies: identityPut,
		Check: judgedBy(
			identityAsks(func(x *Identity) *law.Fact[bool] { return &x.Autonomy.Veto }, "autonomy.outside_veto",
				"Can an investor or another outsider stop what members decide?", false, "An outsider can stop what members decide."),
			identityAsks(func(x *Identity) *law.Fact[bool] { return &x.Autonomy.ControlKept }, "autonomy.control_kept",
				"Do its agreements and its outside finance keep members' control?", true, "Agreements or outside finance take members' control away."),
		),
		Remedy: "Renegotiate the terms so that members decide.",
	},
	rule{
		Code: NoEducation, Provision: statement1995.At("5th principle", ""), Weight: law.Guidance,
		Says:    "Education and training are provided, by a budget or a duty, for members, elected representatives, managers and employees.",
		InForce: fromGuidance, Applies: identityPut, Check: educates,
		Remedy: "Set money aside, or make it a duty in the rules, for each of the four groups.",
	},
	rule{
		Code: PublicNotInformed, Provision: statement1995.At("5th principle", ""), Weight: law.Guidance,
		Says:    "Co-operatives inform the general public about the nature and benefits of co-operation.",
		InForce: fromGuidance, Applies: identityPut,
		Check: judgedBy(identityAsks(func(x *Identity) *law.Fact[bool] { return &x.Education.InformsPublic }, "education.informs_public",
			"Does it inform the public about co-operation?", true, "It does not inform the public about co-operation.")),
		Remedy: "Publish what the society is and does.",
	},
	rule{
		Code: NoCooperation, Provision: statement1995.At("6th principle", ""), Weight: law.Guidance,
		Says:    "Co-operatives work together, through federations or by trading with one another.",
		InForce: fromGuidance, Applies: identityPut, Check: cooperates,
		Remedy: "Join a federation, or trade with other co-operatives.",
	},
	rule{
		Code: NoCommunityPolicy, Provision: statement1995.At("7th principle", ""), Weight: law.Guidance,
		Says:    "Co-operatives work for the sustainable development of their communities through policies approved by their members.",
		InForce: fromGuidance, Applies: identityPut, Check: concerned,
		Remedy: "Put a policy, or an allocation, to the members.",
	},
)

func identityPut(c *kase) bool { return c.Subject.Identity.Stated() && runAs(c, CoOperativeSociety) }

func ofLevel(want Level) func(*kase) bool {
	return func(c *kase) bool {
		if !identityPut(c) {
			return false
		}
		l, ok := law.Need(c, &c.Subject.Level, "level")
		return ok && l == want
	}
}

func nobodyBarred(c *kase) {
	if bars, ok := law.Need(c, &c.Subject.Identity.Ptr().Membership.Bars, "identity.membership.bars"); ok && len(bars) > 0 {
		c.Breach("identity.membership.bars", "People are kept out on these grounds: %v.", bars)
	}
}

func oneVoteEach(c *kase) {
	if by, ok := law.Need(c, &c.Subject.VotesBy, "votes_by"); ok && by != governance.OneMemberOneVote {
		c.Breach("votes_by", "Members' votes in a primary co-operative go %v.", by)
	}
}

// indivisibleDeclared accepts a declaration that no part is indivisible.
func indivisibleDeclared(c *kase) {
	x := &c.Subject.Identity.Ptr().Participation
	declared, ok := law.Need(c, &x.Declared, "identity.participation.indivisible_declared")
	switch {
	case !ok:
	case !declared:
		c.Breach("identity.participation.indivisible_declared", "Nothing declares what part of reserves is indivisible.")
	default:
		law.Need(c, &x.Indivisible, "identity.participation.indivisible")
	}
}

func surplusApplied(c *kase) {
	uses, ok := law.Need(c, &c.Subject.Identity.Ptr().Participation.Uses, "identity.participation.surplus_uses")
	if !ok {
		return
	}
	for i, u := range uses {
		if u > UseApprovedActivities {
			c.Breach(law.Path("identity.participation.surplus_uses", i, ""), "Surplus goes to a use that the principle does not name: %v.", u)
		}
	}
}

// educates takes a budget or a duty, whichever is stated, and then asks whom it reaches.
func educates(c *kase) {
	x := &c.Subject.Identity.Ptr().Education
	if budget, _ := x.Budget.Get(); budget == 0 && told(&x.Duty) != yes {
		_, ok1 := law.Need(c, &x.Budget, "identity.education.budget")
		if _, ok2 := law.Need(c, &x.Duty, "identity.education.duty"); ok1 && ok2 {
			c.Breach("identity.education.budget", "There is no budget for education, and no duty in the rules.")
		}
		return
	}
	reached, ok := law.Need(c, &x.For, "identity.education.for")
	for l := LearningMembers; ok && l <= LearningStaff; l++ {
		if !slices.Contains(reached, l) {
			c.Breach("identity.education.for", "Education does not reach this group: %v.", l)
		}
	}
}

func cooperates(c *kase) {
	x := &c.Subject.Identity.Ptr().Cooperation
	switch max(told(&x.Federates), told(&x.Trades)) {
	case yes:
	case no:
		c.Breach("identity.co_operation.federates", "The society neither joins federations nor trades with other co-operatives.")
	default:
		law.Ask(c, &x.Federates, "identity.co_operation.federates", "Does it belong to a federation of co-operatives?")
		law.Ask(c, &x.Trades, "identity.co_operation.trades_with_co_operatives", "Does it trade with other co-operatives?")
	}
}

func concerned(c *kase) {
	x := &c.Subject.Identity.Ptr().Community
	if p, _ := x.Allocation.Get(); p > 0 || told(&x.Policy) == yes {
		return
	}
	_, ok1 := law.Need(c, &x.Policy, "identity.community.approved_policy")
	_, ok2 := law.Need(c, &x.Allocation, "identity.community.allocation")
	if ok1 && ok2 {
		c.Breach("identity.community.approved_policy", "Members have approved no policy for the community, and allocated nothing.")
	}
}
