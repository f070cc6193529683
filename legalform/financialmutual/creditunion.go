package financialmutual

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/internal/vote"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on credit unions.
const (
	CreditUnionRulesNotAmended   law.Code = "financialmutual.credit-union-rules-not-amended"
	CreditUnionTooFewMembers     law.Code = "financialmutual.credit-union-too-few-members"
	CreditUnionMemberNoShare     law.Code = "financialmutual.credit-union-member-without-share"
	CreditUnionShareAsked        law.Code = "financialmutual.credit-union-share-asked"
	CreditUnionVotesUnequal      law.Code = "financialmutual.credit-union-votes-unequal"
	CreditUnionMergesOutside     law.Code = "financialmutual.credit-union-merges-with-other-society"
	CreditUnionConverts          law.Code = "financialmutual.credit-union-converts"
	CreditUnionMergerNotCarried  law.Code = "financialmutual.credit-union-merger-not-carried"
	CreditUnionMergerUnconfirmed law.Code = "financialmutual.credit-union-merger-not-confirmed"
)

// A CreditUnion is a credit union as facts at a date, with at most one resolution put to
// it. The zero CreditUnion states nothing.
type CreditUnion struct {
	Members law.Fact[int64] `json:"members,omitzero"`
	// WithoutShare counts the members who hold no fully paid share.
	WithoutShare law.Fact[int64] `json:"members_without_share,omitzero"`
	// ShareAsked is the holding that the rules ask of every member.
	ShareAsked law.Fact[law.Pence] `json:"share_asked,omitzero"`
	// OneVoteEach says that every member has one vote and no more, whatever the holding; a
	// chair's casting vote under the rules does not count.
	OneVoteEach law.Fact[bool] `json:"one_vote_each,omitzero"`
	// DividendByRules says that the rules provide for a dividend above the Act's rate, and
	// HighestDividend is the yearly rate that they then allow.
	DividendByRules law.Fact[bool]                  `json:"dividend_by_rules,omitzero"`
	HighestDividend law.Fact[law.Ratio]             `json:"highest_dividend,omitzero"`
	Dividend        law.Fact[CreditUnionDividend]   `json:"dividend,omitzero"`
	InterestShares  law.Fact[InterestShares]        `json:"interest_bearing_shares,omitzero"`
	Resolution      law.Fact[CreditUnionResolution] `json:"resolution,omitzero"`
}

// CreditUnionResolutionKind is what a credit union resolves.
type CreditUnionResolutionKind uint8

// The resolutions of a credit union.
const (
	RulesAmendment CreditUnionResolutionKind = iota + 1
	CreditUnionAmalgamation
	TransferToCreditUnion
	ConversionToCompany
)

var creditUnionResolutionKinds = []string{"", "rules-amendment", "amalgamation", "transfer-to-credit-union", "conversion-to-company"}

// String gives the JSON value.
func (k CreditUnionResolutionKind) String() string { return law.NameOf(creditUnionResolutionKinds, k) }

// MarshalText writes String.
func (k CreditUnionResolutionKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *CreditUnionResolutionKind) UnmarshalText(b []byte) error {
	return law.ParseName(k, creditUnionResolutionKinds, b, "a resolution of a credit union")
}

// A CreditUnionResolution is a resolution put to a credit union.
type CreditUnionResolution struct {
	Kind law.Fact[CreditUnionResolutionKind] `json:"kind,omitzero"`
	Held law.Fact[law.Date]                  `json:"held,omitzero"`
	// WithUnion says that the other body of a merger is a credit union too.
	WithUnion law.Fact[bool] `json:"with_credit_union,omitzero"`
	// Votes counts heads; Present is all who were at the meeting, voting or not.
	Votes law.Fact[governance.Tally] `json:"votes,omitzero"`
	// Confirming are the votes of the second meeting that a merger needs.
	Confirming law.Fact[governance.Tally] `json:"confirming,omitzero"`
}

// Check refuses facts that cannot be, naming the place.
func (s *CreditUnion) Check() error {
	members, without := s.Members.Or(0), s.WithoutShare.Or(0)
	if members < 0 || without < 0 || s.Members.Stated() && without > members {
		return fmt.Errorf("members_without_share: %d, of %d members", without, members)
	}
	if p := s.ShareAsked.Or(0); p < 0 {
		return fmt.Errorf("share_asked: a negative amount, %v", p)
	}
	if err := s.checkShares(); err != nil {
		return err
	}
	if r := s.Resolution.Ptr(); r != nil {
		return tallies("resolution", []string{"votes", "confirming"}, &r.Votes, &r.Confirming)
	}
	return nil
}

// tallies refuses votes that cannot be.
func tallies(at string, names []string, votes ...*law.Fact[governance.Tally]) error {
	for i, v := range votes {
		if t := v.Ptr(); t != nil {
			if err := t.Check(); err != nil {
				return fmt.Errorf("%s.%s: %w", at, names[i], err)
			}
		}
	}
	return nil
}

type (
	creditUnionRule = law.Rule[CreditUnion, Figures]
	creditUnionCase = law.Case[CreditUnion, Figures]
)

var creditUnionMet = law.Event[CreditUnion]{Path: "resolution.held", Of: func(s *CreditUnion) law.Fact[law.Date] {
	if r := s.Resolution.Ptr(); r != nil {
		return r.Held
	}
	return law.Fact[law.Date]{}
}}

// CreditUnionRules returns every rule on credit unions. That the second meeting of a merger
// is held in time is for package society, whose Act it is.
func CreditUnionRules() *law.Rules[CreditUnion, Figures] { return creditUnions }

var creditUnions = creditUnionTable.With(creditUnionShares)

var creditUnionTable = law.Topic("credit unions",
	creditUnionRule{
		Code: CreditUnionRulesNotAmended, Provision: act1979.At("s. 4(2)", "section/4"),
		Says:    "The rules may be amended only by a resolution passed by not less than two-thirds of the members present at a general meeting called for the purpose.",
		InForce: from(start1979, law.GreatBritain), Event: creditUnionMet, Applies: amendsRules, Check: rulesAmended,
		Remedy: "Put the resolution again: those present who abstain count against it.",
	},
	creditUnionRule{
		Code: CreditUnionTooFewMembers, Provision: act1979.At("s. 6(1)", "section/6"),
		Says:    "The minimum number of members of a credit union is twenty-one.",
		InForce: from(start1979, law.GreatBritain), Check: enoughMembers,
		Remedy: "Admit members.",
	},
	creditUnionRule{
		Code: CreditUnionMemberNoShare, Provision: act1979.At("s. 5(2)", "section/5"),
		Says:    "A person may not be a member unless he holds at least one fully paid share.",
		InForce: from(start2014, law.GreatBritain), Check: everyMemberHolds,
		Remedy: "Have a share taken up, or take the name off the register.",
	},
	creditUnionRule{
		Code: CreditUnionShareAsked, Provision: act1979.At("s. 5(2)", "section/5"),
		Says:    "The rules may not require a person to hold more than £5 in fully paid shares as a condition of membership.",
		InForce: from(start2014, law.GreatBritain), Check: shareAsked,
		Remedy: "Lower the holding that the rules require.",
	},
	creditUnionRule{
		Code: CreditUnionVotesUnequal, Provision: act1979.At("s. 5(9)", "section/5"),
		Says:    "Subject to a chair's casting vote under the rules, every member is entitled to vote and has one vote only.",
		InForce: from(start2014, law.GreatBritain), Check: votesEqual,
		Remedy: "Give every member one vote.",
	},
	creditUnionRule{
		Code: CreditUnionConverts, Provision: act1979.At("s. 22", "section/22"),
		Says:    "Conversion into, amalgamation with or transfer to a company is not open to a credit union.",
		InForce: from(start2014, law.GreatBritain), Event: creditUnionMet, Applies: converts, Check: mayNotConvert,
		Remedy: "Transfer the engagements to another credit union instead.",
	},
	creditUnionRule{
		Code: CreditUnionMergesOutside, Provision: act1979.At("s. 21(2)", "section/21"),
		Says:    "A credit union may not amalgamate with, or transfer its engagements to, or accept a transfer from, a registered society that is not a credit union.",
		InForce: from(start2014, law.GreatBritain), Event: creditUnionMet, Applies: mergesUnion, Check: mergesWithUnion,
		Remedy: "Merge with another credit union.",
	},
	creditUnionRule{
		Code: CreditUnionMergerNotCarried, Provision: act2014.At("s. 111(2)(a), with s. 21 of the Act of 1979", "section/111"),
		Says:    "A resolution to amalgamate with, or transfer engagements to, a credit union must be passed by at least two-thirds of the eligible members who vote.",
		InForce: from(start2014, law.GreatBritain), Event: creditUnionMet, Applies: mergesUnion, Check: mergerCarried,
		Remedy: "Put the resolution again.",
	},
	creditUnionRule{
		Code: CreditUnionMergerUnconfirmed, Provision: act2014.At("s. 111(2)(c), with s. 21 of the Act of 1979", "section/111"),
		Says:    "The resolution must be confirmed at a subsequent meeting by over half of the eligible members who vote.",
		InForce: from(start2014, law.GreatBritain), Event: creditUnionMet, Applies: mergesUnion, Check: mergerConfirmed,
		Remedy: "Put the resolution to a second meeting in time.",
	},
)

func unionResolves(c *creditUnionCase, want ...CreditUnionResolutionKind) bool {
	r := c.Subject.Resolution.Ptr()
	if r == nil {
		return false
	}
	k, ok := law.Need(c, &r.Kind, "resolution.kind")
	return ok && slices.Contains(want, k)
}

func amendsRules(c *creditUnionCase) bool { return unionResolves(c, RulesAmendment) }

func converts(c *creditUnionCase) bool { return unionResolves(c, ConversionToCompany) }

func mergesUnion(c *creditUnionCase) bool {
	return unionResolves(c, CreditUnionAmalgamation, TransferToCreditUnion)
}

func rulesAmended(c *creditUnionCase) {
	vote.Carried(c, &c.Figures.RulesShare, c.On, &c.Subject.Resolution.Ptr().Votes, "resolution.votes", "The resolution")
}

func enoughMembers(c *creditUnionCase) {
	least, ok := law.Read(c, &c.Figures.LeastMembers, c.On)
	if n, ok1 := law.Need(c, &c.Subject.Members, "members"); ok && ok1 && n < least {
		c.Breach("members", "There are %d members; there must be at least %d.", n, least)
	}
}

func everyMemberHolds(c *creditUnionCase) {
	if n, ok := law.Need(c, &c.Subject.WithoutShare, "members_without_share"); ok && n > 0 {
		c.Breach("members_without_share", "%d members hold no fully paid share.", n)
	}
}

func shareAsked(c *creditUnionCase) {
	most, ok := law.Read(c, &c.Figures.MostShareAsked, c.On)
	if asked, ok1 := law.Need(c, &c.Subject.ShareAsked, "share_asked"); ok && ok1 && asked > most {
		c.Breach("share_asked", "The rules ask every member to hold %v; they may not ask more than %v.", asked, most)
	}
}

func votesEqual(c *creditUnionCase) {
	if equal, ok := law.Need(c, &c.Subject.OneVoteEach, "one_vote_each"); ok && !equal {
		c.Breach("one_vote_each", "Members do not each have one vote.")
	}
}

func mayNotConvert(c *creditUnionCase) {
	c.Breach("resolution.kind", "The credit union resolved to go over to a company, which is not open to it.")
}

func mergesWithUnion(c *creditUnionCase) {
	if union, ok := law.Need(c, &c.Subject.Resolution.Ptr().WithUnion, "resolution.with_credit_union"); ok && !union {
		c.Breach("resolution.with_credit_union", "The other society is not a credit union.")
	}
}

func mergerCarried(c *creditUnionCase) {
	vote.Carried(c, &c.Figures.MergerFirst, c.On, &c.Subject.Resolution.Ptr().Votes, "resolution.votes", "The resolution")
}

func mergerConfirmed(c *creditUnionCase) {
	vote.Carried(c, &c.Figures.MergerSecond, c.On, &c.Subject.Resolution.Ptr().Confirming, "resolution.confirming", "The confirmation")
}
