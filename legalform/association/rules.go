package association

import (
	"github.com/rochdale-go/rochdale/legalform/internal/vote"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on decisions and shares.
const (
	ResolutionNotCarried law.Code = "association.resolution-not-carried"
	RulesNotAmendedByAll law.Code = "association.rules-not-amended-by-all"

	PartnersNotMajority   law.Code = "association.partners-not-majority"
	BusinessChanged       law.Code = "association.business-changed-without-all"
	PartnerNotAdmitted    law.Code = "association.partner-admitted-without-all"
	PartnerExpelled       law.Code = "association.partner-expelled-without-power"
	AgreementNotVaried    law.Code = "association.agreement-varied-without-all"
	PartnersSharesUnequal law.Code = "association.partners-shares-unequal"

	LLPNotMajority     law.Code = "association.llp-members-not-majority"
	LLPBusinessChanged law.Code = "association.llp-business-changed-without-all"
	LLPNotAdmitted     law.Code = "association.llp-member-admitted-without-all"
	LLPMemberExpelled  law.Code = "association.llp-member-expelled-without-power"
	LLPSharesUnequal   law.Code = "association.llp-shares-unequal"
	LLPTooFewMembers   law.Code = "association.llp-too-few-subscribers"
)

var associations = law.Topic("associations",
	rule{
		Code: ResolutionNotCarried, Provision: contract.At("decisions of a meeting", ""), Weight: law.OwnRules,
		Says:    "Where the rules say nothing else, a resolution is carried by a majority of the members present and voting.",
		InForce: from1890, Event: made, Applies: associationResolves, Check: resolutionCarried,
		Remedy: "Put the resolution again.",
	},
	rule{
		Code: RulesNotAmendedByAll, Provision: contract.At("amendment of rules", ""), Weight: law.OwnRules,
		Says:    "Where the rules give no power to amend them, they may be amended only by the agreement of all the members.",
		InForce: from1890, Event: made, Applies: associationAmends, Check: amendedByAll,
		Remedy: "Obtain the agreement of every member.",
	},
)

var partnerships = law.Topic("partnerships",
	rule{
		Code: PartnersNotMajority, Provision: act1890.At("s. 24(8)", "section/24"),
		Says:    "Any difference arising as to ordinary matters connected with the business may be decided by a majority of the partners.",
		InForce: from1890, Event: made, Applies: partnersDecide, Check: partnersCarried,
		Remedy: "Leave things as they are, or gain the support of more partners: heads count, not capital.",
	},
	rule{
		Code: BusinessChanged, Provision: act1890.At("s. 24(8)", "section/24"),
		Says:    "No change may be made in the nature of the partnership business without the consent of all existing partners.",
		InForce: from1890, Event: made, Applies: partnersChange, Check: allPartners,
		Remedy: "Obtain the consent of every partner.",
	},
	rule{
		Code: PartnerNotAdmitted, Provision: act1890.At("s. 24(7)", "section/24"),
		Says:    "No person may be introduced as a partner without the consent of all existing partners.",
		InForce: from1890, Event: made, Applies: partnersAdmit, Check: allPartners,
		Remedy: "Obtain the consent of every partner.",
	},
	rule{
		Code: PartnerExpelled, Provision: act1890.At("s. 25", "section/25"),
		Says:    "No majority of the partners can expel any partner unless a power to do so has been conferred by express agreement.",
		InForce: from1890, Event: made, Applies: partnersExpel, Check: expelled,
		Remedy: "Treat the partner as one still.",
	},
	rule{
		Code: AgreementNotVaried, Provision: act1890.At("s. 19", "section/19"),
		Says:    "The mutual rights and duties of partners may be varied by the consent of all the partners, express or inferred from a course of dealing.",
		InForce: from1890, Event: made, Applies: partnersVary, Check: allPartners,
		Remedy: "Obtain the consent of every partner.",
	},
	rule{
		Code: PartnersSharesUnequal, Provision: act1890.At("s. 24(1)", "section/24"),
		Says:    "Subject to agreement, all the partners are entitled to share equally in the capital and profits of the business.",
		InForce: from1890, Applies: partnersShare, Check: equalShares,
		Remedy: "Share equally, or agree otherwise.",
	},
)

var llps = law.Topic("limited liability partnerships",
	rule{
		Code: LLPNotMajority, Provision: regs2001.At("reg 7(6)", "regulation/7"),
		Says:    "Any difference arising as to ordinary matters connected with the business may be decided by a majority of the members.",
		InForce: from2001, Event: made, Applies: llpDecides, Check: llpCarried,
		Remedy: "Leave things as they are, or gain the support of more members.",
	},
	rule{
		Code: LLPBusinessChanged, Provision: regs2001.At("reg 7(6)", "regulation/7"),
		Says:    "No change may be made in the nature of the business without the consent of all the members.",
		InForce: from2001, Event: made, Applies: llpChanges, Check: allLLPMembers,
		Remedy: "Obtain the consent of every member.",
	},
	rule{
		Code: LLPNotAdmitted, Provision: regs2001.At("reg 7(5)", "regulation/7"),
		Says:    "No person may be introduced as a member, or voluntarily assign an interest, without the consent of all existing members.",
		InForce: from2001, Event: made, Applies: llpAdmits, Check: allLLPMembers,
		Remedy: "Obtain the consent of every member.",
	},
	rule{
		Code: LLPMemberExpelled, Provision: regs2001.At("reg 8", "regulation/8"),
		Says:    "No majority of the members can expel any member unless a power to do so has been conferred by express agreement.",
		InForce: from2001, Event: made, Applies: llpExpels, Check: expelled,
		Remedy: "Treat the member as one still.",
	},
	rule{
		Code: LLPSharesUnequal, Provision: regs2001.At("reg 7(1)", "regulation/7"),
		Says:    "Subject to agreement, all the members are entitled to share equally in the capital and profits.",
		InForce: from2001, Applies: llpShares, Check: equalShares,
		Remedy: "Share equally, or agree otherwise.",
	},
	rule{
		Code: LLPTooFewMembers, Provision: act2000.At("s. 2(1)(a)", "section/2"),
		Says:    "Two or more persons associated for carrying on a lawful business with a view to profit must subscribe to the incorporation document.",
		InForce: from2001, Event: formed, Applies: llpFormed, Check: enoughSubscribers,
		Remedy: "Find another subscriber.",
	},
)

func associationResolves(c *kase) bool { return decides(c, Unincorporated, OrdinaryMatter) }

func associationAmends(c *kase) bool { return decides(c, Unincorporated, RuleAmendment) }

func partnersDecide(c *kase) bool { return decides(c, Partnership, OrdinaryMatter) }

func partnersChange(c *kase) bool { return decides(c, Partnership, ChangeOfBusiness) }

func partnersAdmit(c *kase) bool { return decides(c, Partnership, Admission) }

func partnersExpel(c *kase) bool { return decides(c, Partnership, Expulsion) }

func partnersVary(c *kase) bool { return decides(c, Partnership, Variation) }

func llpDecides(c *kase) bool { return decides(c, LLP, OrdinaryMatter) }

func llpChanges(c *kase) bool { return decides(c, LLP, ChangeOfBusiness) }

func llpAdmits(c *kase) bool { return decides(c, LLP, Admission, Assignment) }

func llpExpels(c *kase) bool { return decides(c, LLP, Expulsion) }

func llpFormed(c *kase) bool { return c.Subject.Subscribers.Stated() && kindIs(c, LLP) }

func partnersShare(c *kase) bool { return shares(c, Partnership) }

func llpShares(c *kase) bool { return shares(c, LLP) }

func shares(c *kase, of Kind) bool {
	if !c.Subject.Shares.Stated() || !kindIs(c, of) {
		return false
	}
	agreed, ok := law.Need(c, &c.Subject.SharesAgreed, "shares_agreed")
	return ok && !agreed
}

func put(c *kase, h *vote.Threshold) {
	vote.Carried(c, h, c.On, &c.Subject.Decision.Ptr().Votes, "decision.votes", "The decision")
}

func resolutionCarried(c *kase) { put(c, &c.Figures.Meeting) }

func amendedByAll(c *kase) { put(c, &c.Figures.Everybody) }

func partnersCarried(c *kase) { put(c, &c.Figures.Partners) }

func allPartners(c *kase) { put(c, &c.Figures.AllPartners) }

func llpCarried(c *kase) { put(c, &c.Figures.LLPMembers) }

func allLLPMembers(c *kase) { put(c, &c.Figures.AllLLPMembers) }

func expelled(c *kase) {
	c.Breach("decision", "A member was expelled, and no express agreement gives a majority the power.")
}

func equalShares(c *kase) {
	list := c.Subject.Shares.Or(nil)
	for i := range list {
		equal(c, &list[0].Capital, &list[i].Capital, i, "capital")
		equal(c, &list[0].Profit, &list[i].Profit, i, "profit")
	}
}

func equal(c *kase, first, this *law.Fact[law.Ratio], i int, of string) {
	path := law.Path("shares", i, of)
	a, ok := law.Need(c, first, law.Path("shares", 0, of))
	b, ok1 := law.Need(c, this, path)
	if ok && ok1 && a.Cmp(b) != 0 {
		c.Breach(path, "The shares of %s are not equal: %v, and %v of the first.", of, b, a)
	}
}

func enoughSubscribers(c *kase) {
	least, ok := law.Read(c, &c.Figures.Subscribers, c.On)
	if n, ok1 := law.Need(c, &c.Subject.Subscribers, "subscribers"); ok && ok1 && n < least {
		c.Breach("subscribers", "%d persons subscribed; there must be at least %d.", n, least)
	}
}
