package society

import (
	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rows on how a society is run, as the registrar's guidance looks at it. What
// the guidance says of paying out a surplus stands with distributions.
const (
	ReturnInEvidence          law.Code = "society.return-in-evidence"
	NoCommonInterest          law.Code = "society.no-common-interest"
	BenefitNotByParticipation law.Code = "society.benefit-not-by-participation"
	MembershipClosed          law.Code = "society.membership-closed"
	VotesByCapital            law.Code = "society.votes-by-capital"
	OfficersUnaccountable     law.Code = "society.officers-unaccountable"
	DividendNotByTrade        law.Code = "society.dividend-not-by-trade"
	DividendBeforeInterest    law.Code = "society.dividend-before-interest"
	InvestorTermsUnclear      law.Code = "society.investor-terms-unclear"
	InvestorsVoteFreely       law.Code = "society.investors-vote-freely"
	InvestorsVoteConversion   law.Code = "society.investors-vote-on-conversion"
	UsersWithoutControl       law.Code = "society.users-without-control"
	InvestorsCanBlock         law.Code = "society.investors-can-block"
	PrivatePurpose            law.Code = "society.private-purpose"
	CommunityTooNarrow        law.Code = "society.community-too-narrow"
	CommunityVotesByCapital   law.Code = "society.community-votes-by-capital"
	AssetsNotForCommunity     law.Code = "society.assets-not-for-community"
)

// GuidanceFigures are what the guidance on running a society fixes, and since when.
type GuidanceFigures struct {
	// ControlGuidance and InvestorGuidance say whether the registrar already asked what the
	// guidance of November 2015 asks of members' control, and of members who only invest.
	ControlGuidance  law.History[bool]
	InvestorGuidance law.History[bool]
	// UserVotes is the least part of the votes that members who use a co-operative keep, as
	// practice reads the guidance; no law of Great Britain fixes one.
	UserVotes law.History[law.Ratio]
}

func enactedGuidance() GuidanceFigures {
	const first = "2006-01-01"
	return GuidanceFigures{
		ControlGuidance: law.Since("society.control_guidance", "whether it is asked",
			at(first, true, control).InDoubt("Did the registrar's note of 2006 ask this, and on what day was it issued?", false),
			at(startGuidance, true, control)),
		InvestorGuidance: law.Since("society.investor_guidance", "whether it is asked",
			at(first, true, investing).InDoubt("Was the registrar's note on members who do not use the society out before 2008?", false),
			at("2008-01-01", true, investing)),
		UserVotes: law.Since("society.user_votes", "of all votes, at least",
			at(startGuidance, law.Per(3, 4), investing)),
	}
}

var (
	control   = guidance.At("RFCCBS 4.3, on democratic control and participation", "")
	investing = law.Instrument{Title: "Community Shares Handbook (Co-operatives UK)"}.At("2.2.3", "")

	since2006 = []law.Window{law.From("2006-01-01", law.GreatBritain)}
)

// A judgement is a question that a row puts to a person: the fact that records the answer,
// with its path; the words; the answer that keeps the row; and what the other one means.
type judgement struct {
	of        func(*Society) *law.Fact[bool]
	path      string
	asks      string
	keeps     bool
	otherwise string
}

func (j judgement) put(c *kase) {
	if got, ok := law.Ask(c, j.of(c.Subject), j.path, j.asks); ok && got != j.keeps {
		c.Breach(j.path, "%s", j.otherwise)
	}
}

// judgedBy is the check of a row that only asks.
func judgedBy(js ...judgement) func(*kase) {
	return func(c *kase) {
		for _, j := range js {
			j.put(c)
		}
	}
}

// conductAsks is a judgement of the assessment of conduct.
func conductAsks(of func(*Conduct) *law.Fact[bool], field, asks string, keeps bool, otherwise string) judgement {
	return judgement{
		func(s *Society) *law.Fact[bool] { return of(s.Conduct.Ptr()) }, "conduct." + field, asks, keeps, otherwise,
	}
}

// guidanceRules ask only of a society to which an assessment of its conduct is put.
var guidanceRules = law.Topic("the registrar's guidance",
	rule{
		Code: ReturnInEvidence, Provision: guidance.At("RFCCBS 4.2", ""), Weight: law.Guidance,
		Says: "A co-operative society may pay interest and dividends, but its rules, applications, accounts and publicity do not show that " +
			"paying them is its main object.",
		InForce: fromGuidance, Applies: conductOf(CoOperativeSociety),
		Check: judgedBy(
			conductAsks(func(x *Conduct) *law.Fact[bool] { return &x.Evidence.Rules }, "evidence.rules",
				"Do its rules show that paying a return on capital is the main object?", false, "The rules show a main object of paying a return on capital."),
			conductAsks(func(x *Conduct) *law.Fact[bool] { return &x.Evidence.Application }, "evidence.application",
				"Do its applications to the registrar show it?", false, "An application shows a main object of paying a return on capital."),
			conductAsks(func(x *Conduct) *law.Fact[bool] { return &x.Evidence.Accounts }, "evidence.accounts",
				"Do its accounts show it?", false, "The accounts show a main object of paying a return on capital."),
			conductAsks(func(x *Conduct) *law.Fact[bool] { return &x.Evidence.Publicity }, "evidence.publicity",
				"Does its publicity show it?", false, "The publicity shows a main object of paying a return on capital."),
		),
		Remedy: "Make the members' common need the object in what the society writes and does.",
	},
	rule{
		Code: NoCommonInterest, Provision: control, Weight: law.Guidance,
		Says:    "The members of a co-operative society share a community of interest.",
		InForce: since2006, Applies: controlAsked,
		Check: judgedBy(conductAsks(func(x *Conduct) *law.Fact[bool] { return &x.CommonInterest }, "common_interest",
			"Do the members share a need that the business meets?", true, "The members share no need that the business meets.")),
		Remedy: "State the members' common need in the objects, and admit those who have it.",
	},
	rule{
		Code: BenefitNotByParticipation, Provision: control, Weight: law.Guidance,
		Says:    "The business of a co-operative society is run so that benefits flow to members mainly from their participation in it.",
		InForce: since2006, Applies: controlAsked,
		Check: judgedBy(conductAsks(func(x *Conduct) *law.Fact[bool] { return &x.ByParticipation }, "by_participation",
			"Do benefits flow to members mainly from taking part in the business?", true, "Benefits do not flow to members mainly from taking part in the business.")),
		Remedy: "Run the business so that members gain by using it.",
	},
	rule{
		Code: MembershipClosed, Provision: control, Weight: law.Guidance,
		Says:    "Membership of a co-operative society is open, unless what it can do for members is really limited.",
		InForce: since2006, Applies: controlAsked, Check: openMembership,
		Remedy: "Admit whoever meets the conditions, or show the limit of capacity.",
	},
	rule{
		Code: VotesByCapital, Provision: control, Weight: law.Guidance,
		Says:    "Control of a co-operative society lies with the members equally, as a norm by one vote each, and not by capital.",
		InForce: since2006, Applies: controlAsked, Check: equalVotes,
		Remedy: "Give each member one vote; only a society of societies may weigh votes, and not by capital.",
	},
	rule{
		Code: OfficersUnaccountable, Provision: control, Weight: law.Guidance,
		Says:    "The officers of a co-operative society are elected by the members, who may remove them.",
		InForce: since2006, Applies: controlAsked,
		Check: judgedBy(
			conductAsks(func(x *Conduct) *law.Fact[bool] { return &x.OfficersElected }, "officers_elected",
				"Do members elect the officers?", true, "The members do not elect the officers."),
			conductAsks(func(x *Conduct) *law.Fact[bool] { return &x.OfficersRemovable }, "officers_removable",
				"May members remove them?", true, "The members may not remove the officers."),
		),
		Remedy: "Provide in the rules for election and removal by the members.",
	},
	rule{
		Code: DividendNotByTrade, Provision: byTrade, Weight: law.Guidance,
		Says:    "What a co-operative society calls a dividend to members follows their trade or participation, whatever its name.",
		InForce: fromGuidance, Applies: conductOf(CoOperativeSociety),
		Check: judgedBy(conductAsks(func(x *Conduct) *law.Fact[bool] { return &x.DividendByTrade }, "dividend_by_trade",
			"Is the dividend worked out by members' trade or participation?", true, "What is called a dividend is not worked out by members' trade or participation.")),
		Remedy: "Work the dividend out by transactions, and call what is paid on shares interest.",
	},
	rule{
		Code: DividendBeforeInterest, Provision: byTrade, Weight: law.Guidance,
		Says:    "Surplus is shared among the members of a co-operative society after share interest.",
		InForce: fromGuidance, Applies: conductOf(CoOperativeSociety),
		Check: judgedBy(conductAsks(func(x *Conduct) *law.Fact[bool] { return &x.InterestFirst }, "interest_first",
			"Is the dividend taken from what is left after share interest?", true, "The dividend is not taken from what is left after share interest.")),
		Remedy: "Charge share interest first, as a cost.",
	},
	rule{
		Code: InvestorTermsUnclear, Provision: investing, Weight: law.Guidance,
		Says:    "The rules of a co-operative society with members who only invest provide for them expressly, on clear terms.",
		InForce: since2006, Applies: hasInvestors,
		Check: judgedBy(investorsAsk(func(x *Investors) *law.Fact[bool] { return &x.TermsInRules }, "terms_in_rules",
			"Do the rules provide for members who only invest expressly, on clear terms?", true, "The rules do not provide expressly and clearly for members who only invest.")),
		Remedy: "Put the class and its terms into the rules.",
	},
	rule{
		Code: InvestorsVoteFreely, Provision: investing, Weight: law.Guidance,
		Says:    "The voting of members who only invest is restricted.",
		InForce: since2006, Applies: hasInvestors,
		Check: judgedBy(investorsAsk(func(x *Investors) *law.Fact[bool] { return &x.Restricted }, "restricted",
			"Do the rules restrict the voting of members who only invest?", true, "Nothing restricts the voting of members who only invest.")),
		Remedy: "Restrict their votes in the rules; they may elect representatives to the board.",
	},
	rule{
		Code: InvestorsVoteConversion, Provision: investing, Weight: law.Guidance,
		Says:    "Members who only invest may not vote on a conversion to a company.",
		InForce: since2006, Applies: hasInvestors,
		Check: judgedBy(investorsAsk(func(x *Investors) *law.Fact[bool] { return &x.OnConversion }, "on_conversion",
			"May members who only invest vote on a conversion to a company?", false, "Members who only invest may vote on a conversion to a company.")),
		Remedy: "Take that vote away in the rules.",
	},
	rule{
		Code: UsersWithoutControl, Provision: investing, Weight: law.Guidance,
		Says:    "Members who use a co-operative society keep ultimate control of it at all times.",
		InForce: since2006, Applies: hasInvestors,
		Check: judgedBy(investorsAsk(func(x *Investors) *law.Fact[bool] { return &x.UsersControl }, "users_control",
			"Do members who use the society keep ultimate control at all times?", true, "Members who use the society do not keep ultimate control.")),
		Remedy: "Change the rules so that users decide.",
	},
	rule{
		Code: InvestorsCanBlock, Provision: investing, Weight: law.Practice,
		Says:    "Members who use a co-operative society have at least three-quarters of the votes, so that investors cannot block a special resolution.",
		InForce: fromGuidance, Applies: hasInvestors, Check: investorVotes,
		Remedy: "Cap the votes of members who only invest.",
	},
	rule{
		Code: PrivatePurpose, Provision: guidance.At("RFCCBS 5.1.3", ""), Weight: law.Guidance,
		Says:    "The business of a community benefit society is conducted entirely for the benefit of the community, with no second purpose.",
		InForce: fromGuidance, Applies: conductOf(CommunityBenefitSociety),
		Check: judgedBy(conductAsks(func(x *Conduct) *law.Fact[bool] { return &x.OnlyCommunity }, "only_community",
			"Is the business conducted entirely for the community, with no second purpose?", true, "The business has a second purpose besides the community's benefit.")),
		Remedy: "Give up the private purpose, or register another society for it.",
	},
	rule{
		Code: CommunityTooNarrow, Provision: guidance.At("RFCCBS 5.1.1", ""), Weight: law.Guidance,
		Says:    "A community benefit society may define a community, but without inhibiting benefit to the community at large.",
		InForce: fromGuidance, Applies: conductOf(CommunityBenefitSociety),
		Check: judgedBy(conductAsks(func(x *Conduct) *law.Fact[bool] { return &x.WiderBenefit }, "wider_benefit",
			"Does the community it serves leave room for benefit to the community at large?", true, "The community it defines inhibits benefit to the community at large.")),
		Remedy: "Widen the community that the objects name.",
	},
	rule{
		Code: CommunityVotesByCapital, Provision: guidance.At("RFCCBS 5.1, on members", ""), Weight: law.Guidance,
		Says:    "A community benefit society is normally expected to give each member one vote.",
		InForce: fromGuidance, Applies: conductOf(CommunityBenefitSociety), Check: equalVotes,
		Remedy: "Give each member one vote, or be ready to say why not.",
	},
	rule{
		Code: AssetsNotForCommunity, Provision: guidance.At("RFCCBS 5.1, on assets", ""), Weight: law.Guidance,
		Says:    "The assets of a community benefit society are used for the community alone, when it is sold or converted too.",
		InForce: fromGuidance, Applies: conductOf(CommunityBenefitSociety),
		Check: judgedBy(conductAsks(func(x *Conduct) *law.Fact[bool] { return &x.AssetsForCommunity }, "assets_for_community",
			"Are the assets, and their value on a sale or conversion, for the community alone?", true, "Assets may go to others than the community.")),
		Remedy: "Provide in the rules that assets go to the community alone; adopt a lock.",
	},
)

// investorsAsk is a judgement of the terms of members who only invest.
func investorsAsk(of func(*Investors) *law.Fact[bool], field, asks string, keeps bool, otherwise string) judgement {
	return judgement{
		func(s *Society) *law.Fact[bool] { return of(s.Conduct.Ptr().Investors.Ptr()) }, "conduct.investors." + field, asks, keeps, otherwise,
	}
}

func conductOf(k Kind) func(*kase) bool {
	return func(c *kase) bool { return c.Subject.Conduct.Stated() && runAs(c, k) }
}

// controlAsked leaves rows out on days on which the guidance is read as not yet asking.
func controlAsked(c *kase) bool {
	if !c.Subject.Conduct.Stated() || !runAs(c, CoOperativeSociety) {
		return false
	}
	asked, ok := law.Read(c, &c.Figures.ControlGuidance, c.On)
	return ok && asked
}

func hasInvestors(c *kase) bool {
	if !c.Subject.Conduct.Stated() || !c.Subject.Conduct.Ptr().Investors.Stated() || !runAs(c, CoOperativeSociety) {
		return false
	}
	asked, ok := law.Read(c, &c.Figures.InvestorGuidance, c.On)
	return ok && asked
}

// openMembership asks for a limit of capacity only where membership is not open.
func openMembership(c *kase) {
	x := c.Subject.Conduct.Ptr()
	open, ok := law.Ask(c, &x.OpenMembership, "conduct.open_membership", "May anybody who meets the conditions join?")
	if !ok || open {
		return
	}
	limited, ok := law.Ask(c, &x.CapacityLimit, "conduct.capacity_limit", "Is what the society can do for members really limited?")
	if ok && !limited {
		c.Breach("conduct.open_membership", "Membership is not open, and no limit of capacity closes it.")
	}
}

// equalVotes accepts votes by delegates only of a society of societies.
func equalVotes(c *kase) {
	by, ok := law.Need(c, &c.Subject.VotesBy, "votes_by")
	switch {
	case !ok || by == governance.OneMemberOneVote:
	case by == governance.PerDelegate:
		if l, ok := law.Need(c, &c.Subject.Level, "level"); ok && l == PrimaryLevel {
			c.Breach("votes_by", "Members of a primary society have votes %v, where each should have one.", by)
		}
	default:
		c.Breach("votes_by", "Members' votes go %v, where each member should have one.", by)
	}
}

func investorVotes(c *kase) {
	x := c.Subject.Conduct.Ptr().Investors.Ptr()
	users, ok1 := law.Need(c, &x.UserVotes, "conduct.investors.user_votes")
	investors, ok2 := law.Need(c, &x.Votes, "conduct.investors.votes")
	least, ok3 := law.Read(c, &c.Figures.UserVotes, c.On)
	if !ok1 || !ok2 || !ok3 {
		return
	}
	if most := investorVotesBeside(users, least); investors > most {
		c.Breach("conduct.investors.votes", "Members who only invest have %d votes; beside %d votes of users they may have %d.", investors, users, most)
	}
}

// investorVotesBeside is how many votes leave users with at least a part of them all.
func investorVotesBeside(users int64, least law.Ratio) int64 {
	if least.Num() <= 0 {
		return 1<<63 - 1
	}
	return int64(law.MulDiv(law.Pence(max(users, 0)), max(least.Den()-least.Num(), 0), least.Num(), law.Down))
}

// MostInvestorVotes returns how many votes members who only invest may have beside so many
// votes of users, so that users keep the part of all votes that practice asks for on a date;
// false where the figures hold none. It is practice, and no law.
func (f *Figures) MostInvestorVotes(users int64, on law.Date) (int64, bool) {
	least, ok := f.UserVotes.At(on)
	if !ok {
		return 0, false
	}
	return investorVotesBeside(users, least.Value), true
}
