package society

import (
	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on schemes of arrangement and restructuring plans.
const (
	SchemeNotCarried    law.Code = "society.scheme-not-carried"
	SchemeVotesWeighed  law.Code = "society.scheme-votes-weighed"
	SchemeUnstated      law.Code = "society.scheme-unstated"
	SchemeRulesUnstated law.Code = "society.scheme-rules-unstated"
	PlanNotCarried      law.Code = "society.plan-not-carried"
	PlanVotesWeighed    law.Code = "society.plan-votes-weighed"
	PlanUnstated        law.Code = "society.plan-unstated"
	PlanRulesUnstated   law.Code = "society.plan-rules-unstated"
)

const remedyStatement = "Ask the registrar for the statement before the court is asked for the order."

// Plans leave out ss. 901B, 901I and 901L of the Companies Act 2006. What creditors decide
// is the Companies Act's own and no different for a society.
var schemes = law.Topic("schemes",
	rule{
		Code: SchemeNotCarried, Provision: insolvency2014.At("Sch 2 para 4(a)", "schedule/2"),
		Says:    "A scheme between a society and its members must be agreed to by 75% of the members present and voting, who are counted by head.",
		InForce: fromInsolvency, Event: begun, Applies: isScheme, Check: schemeCarried,
		Remedy: "Put the scheme to the members again.",
	},
	rule{
		Code: SchemeVotesWeighed, Provision: insolvency2014.At("Sch 2 paras 1(b), 4(a)", "schedule/2"),
		Says:    "On a scheme members' votes are not weighed by value, and classes of members are ignored.",
		InForce: fromInsolvency, Event: begun, Applies: isScheme, Check: headsAlone,
		Remedy: "Count each member once, at one meeting.",
	},
	rule{
		Code: SchemeUnstated, Provision: insolvency2014.At("Sch 2 para 5", "schedule/2"),
		Says: "The court may order a reconstruction or an amalgamation under a scheme only if the registrar has stated that it is not contrary to " +
			"the society's rules or the Act.",
		InForce: fromInsolvency, Event: begun, Applies: isScheme, Check: reconstructionStated,
		Remedy: remedyStatement,
	},
	rule{
		Code: SchemeRulesUnstated, Provision: insolvency2014.At("Sch 2 para 6", "schedule/2"),
		Says: "A scheme that amends the society's rules may be ordered only if the registrar has stated that it would register the amendment, unless " +
			"the society is to cease to be registered.",
		InForce: fromInsolvency, Event: begun, Applies: isScheme, Check: amendmentStated,
		Remedy: remedyStatement,
	},
	rule{
		Code: PlanNotCarried, Provision: insolvency2014.At("Sch 2A para 5(a)", "schedule/2A"),
		Says: "A restructuring plan between a society and its members must be agreed to by 75% of the members present and voting, who are counted " +
			"by head, unless the court sanctions it without them.",
		InForce: from2020, Event: begun, Applies: isPlan, Check: planCarried,
		Remedy: "Put the plan to the members again, or ask the court to sanction it all the same.",
	},
	rule{
		Code: PlanVotesWeighed, Provision: insolvency2014.At("Sch 2A paras 1(b), 5(a)", "schedule/2A"),
		Says:    "On a restructuring plan members' votes are not weighed by value, and classes of members are ignored.",
		InForce: from2020, Event: begun, Applies: isPlan, Check: headsAlone,
		Remedy: "Count each member once, at one meeting.",
	},
	rule{
		Code: PlanUnstated, Provision: insolvency2014.At("Sch 2A para 7", "schedule/2A"),
		Says: "The court may order a reconstruction or an amalgamation under a plan only if the registrar has stated that it is not contrary to the " +
			"society's rules or the Act.",
		InForce: from2020, Event: begun, Applies: isPlan, Check: reconstructionStated,
		Remedy: remedyStatement,
	},
	rule{
		Code: PlanRulesUnstated, Provision: insolvency2014.At("Sch 2A para 8", "schedule/2A"),
		Says: "A plan that amends the society's rules may be ordered only if the registrar has stated that it would register the amendment, unless " +
			"the society is to cease to be registered.",
		InForce: from2020, Event: begun, Applies: isPlan, Check: amendmentStated,
		Remedy: remedyStatement,
	},
)

func isScheme(c *kase) bool { return procedure(c, Scheme) }
func isPlan(c *kase) bool   { return procedure(c, RestructuringPlan) }

// presentAndVoting is a threshold of the members who vote: whoever is present and does not
// vote is not counted.
func presentAndVoting(f law.Ratio) governance.Threshold { return atLeast(f) }

func schemeCarried(c *kase) {
	if f, ok := law.Read(c, &c.Figures.SchemeMajority, c.On); ok {
		carriedBy(c, &c.Subject.Insolvency.Ptr().Meeting.Votes, "insolvency.members_meeting.votes", presentAndVoting(f))
	}
}

// planCarried asks whether the court sanctioned the plan all the same only where the
// members refused it.
func planCarried(c *kase) {
	x := &c.Subject.Insolvency.Ptr().Meeting
	f, ok := law.Read(c, &c.Figures.PlanMajority, c.On)
	votes, ok1 := law.Need(c, &x.Votes, "insolvency.members_meeting.votes")
	if !ok || !ok1 {
		return
	}
	r := presentAndVoting(f).Test("", votes)
	if r.Passed {
		return
	}
	over, ok := law.Ask(c, &x.Overridden, "insolvency.members_meeting.overridden", "Does the court sanction the plan without the members (s. 901G)?")
	if ok && !over {
		c.Breach("insolvency.members_meeting.votes", "The members did not agree to the plan: %v.", r)
	}
}

func headsAlone(c *kase) {
	x := &c.Subject.Insolvency.Ptr().Meeting
	wantNo(c, &x.ByShares, "insolvency.members_meeting.by_shares", "Were votes weighed by shares or their value?",
		"Votes were weighed by shares or their value.")
	wantNo(c, &x.ByClass, "insolvency.members_meeting.by_class", "Did classes of members meet or vote apart?",
		"Members met or voted by class.")
}

func reconstructionStated(c *kase) { c.Subject.Insolvency.Ptr().Statements.statedReconstruction(c) }
