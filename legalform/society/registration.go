package society

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the conditions of registration. Each is a condition of staying registered too:
// a society that no longer meets it is not void, but its registration may be cancelled
// (2014 Act s. 5, 1965 Act s. 16).
const (
	NoBusiness           law.Code = "society.no-business"
	NoBusiness1965       law.Code = "society.no-business-1965"
	KindMislabelled      law.Code = "society.kind-mislabelled"
	NotCooperative       law.Code = "society.not-co-operative"
	InvestorReturn       law.Code = "society.investor-return"
	NotForCommunity      law.Code = "society.not-for-community"
	NeitherCondition     law.Code = "society.neither-condition"
	NeitherCondition1965 law.Code = "society.neither-condition-1965"
	TooFewMembers        law.Code = "society.too-few-members"
	TooFewMembers1965    law.Code = "society.too-few-members-1965"
)

// MemberFigures are the figures of membership.
type MemberFigures struct {
	// MinimumMembers is the least number of members, unless they are registered societies.
	MinimumMembers law.History[int64]
}

func enactedMembers() MemberFigures {
	return MemberFigures{law.Since("society.minimum_members", "members",
		at(start1965, int64(7), act1965.At("s. 2(1)(a)", "section/2")),
		at("1996-09-01", int64(3), order1996.At("art 3(1)", "article/3")),
		at(start2014, int64(3), act2014.At("s. 2(2)(b)(i)", "section/2")),
	)}
}

var (
	business = rule{
		Code: NoBusiness, Provision: act2014.At("s. 2(1)", "section/2"),
		Says:    "A registered society must be one for carrying on an industry, business or trade, dealings with land included.",
		InForce: from2014, Check: carriesOnBusiness,
		Remedy: "Carry on a business, or take another form for a fund or club that trades in nothing.",
	}
	neither = rule{
		Code: NeitherCondition, Provision: act2014.At("ss. 2(2)(a), 5(5)(c)", "section/5"),
		Says:    "A pre-commencement society must be a bona fide co-operative society or conduct its business for the benefit of the community.",
		InForce: from2014, Applies: isOldAndNotSpared, Check: meetsEither,
		Remedy: "Bring the business within one of the two conditions, or convert.",
	}
	neither1965 = rule{
		Code: NeitherCondition1965, Provision: act1965.At("s. 1(1)-(3)", "section/1"),
		Says: "A registered society must be a bona fide co-operative society, or there must be, its business being conducted " +
			"for the benefit of the community, special reasons to register it under the Act rather than as a company.",
		InForce: windows1965(start1965), Applies: isNotSpared, Check: meetsEither1965,
		Remedy: "Bring the business within one of the two conditions, or register as a company.", Successor: NeitherCondition,
	}
	minimum = rule{
		Code: TooFewMembers, Provision: act2014.At("ss. 2(2)(b), 5(3)(b)", "section/2"),
		Says:    "A society must have at least three members, or two members both of which are registered societies.",
		InForce: from2014, Check: enoughMembers,
		Remedy: "Admit members; the society is not void meanwhile, but its registration may be cancelled.",
	}
	minimum1965 = rule{
		Code: TooFewMembers1965, Provision: act1965.At("ss. 2(1)(a), 2(2), 16(1)(a)(i)", "section/2"),
		Says:    "The members must not be fewer than the minimum, unless they are two or more registered societies and nobody else.",
		InForce: windows1965(start1965), Check: enoughMembers1965,
		Remedy: minimum.Remedy, Successor: TooFewMembers,
	}
)

var registration = law.Topic("registration",
	under1965(business, NoBusiness1965, act1965.At("s. 1(1)", "section/1"), start1965),
	business,
	rule{
		Code: KindMislabelled, Provision: act2014.At("ss. 1(1), 2(1), 150(1)", "section/2"),
		Says: "A society registered on or after 1 August 2014 is registered as a co-operative society or as a community benefit society; " +
			"one registered before is neither, but a pre-commencement society.",
		InForce: from2014, Check: labelled,
		Remedy: "State the kind as the register has it; no society changes from one kind to another.",
	},
	rule{
		Code: NotCooperative, Provision: act2014.At("ss. 2(2)(a)(i), 5(5)(a)", "section/2"),
		Says:    "A society registered as a co-operative society must be a bona fide co-operative society.",
		InForce: from2014, Applies: isCooperative, Check: bonaFide,
		Remedy: "Run it as a co-operative society, or convert.",
	},
	rule{
		Code: InvestorReturn, Provision: act2014.At("s. 2(3)", "section/2"),
		Says: "A co-operative society may not carry on business with the object of making profits mainly for the payment of interest, " +
			"dividends or bonuses on money invested or deposited with, or lent to, it or any other person.",
		InForce: from2014, Applies: isCooperative, Check: notForInvestors,
		Remedy: "Make the members' common need the object, and the return on capital a cost of meeting it.",
	},
	rule{
		Code: NotForCommunity, Provision: act2014.At("ss. 2(2)(a)(ii), 5(5)(b)", "section/2"),
		Says:    "The business of a community benefit society must be, or be intended to be, conducted for the benefit of the community.",
		InForce: from2014, Applies: isCommunityBenefit, Check: forCommunity,
		Remedy: "Conduct the business for the benefit of the community, or convert.",
	},
	neither1965,
	neither,
	minimum1965,
	minimum,
)

func registeredAs(c *kase, want Kind) bool {
	k, ok := law.Need(c, &c.Subject.Kind, "kind")
	return ok && k == want
}

func isCooperative(c *kase) bool      { return registeredAs(c, CoOperativeSociety) }
func isCommunityBenefit(c *kase) bool { return registeredAs(c, CommunityBenefitSociety) }
func isOldAndNotSpared(c *kase) bool  { return registeredAs(c, PreCommencement) && isNotSpared(c) }

// isNotSpared leaves out the societies that 2014 Act Sch 3 para 2 spares (cancellation.go).
func isNotSpared(c *kase) bool { return c.Subject.spared() != yes }

func carriesOnBusiness(c *kase) {
	yes, ok := law.Ask(c, &c.Subject.CarriesOnBusiness, "carries_on_business",
		"Is it a society for carrying on an industry, business or trade?")
	if ok && !yes {
		c.Breach("carries_on_business", "The society carries on no industry, business or trade.")
	}
}

func labelled(c *kase) {
	k, ok1 := law.Need(c, &c.Subject.Kind, "kind")
	on, ok2 := law.Need(c, &c.Subject.Registered, "registered")
	if ok1 && ok2 && on.Before(c.Figures.typesSince()) != (k == PreCommencement) {
		c.Breach("kind", "A society registered on %s cannot be of the kind %v.", on.Long(), k)
	}
}

// Questions that only a person can answer.
const (
	askBonaFide  = "Is it a bona fide co-operative society?"
	askInvestors = "Is its object to make profits mainly for paying interest, dividends or bonuses on money invested, deposited or lent?"
	askCommunity = "Is its business being, or intended to be, conducted for the benefit of the community?"
	askReasons   = "Were there special reasons to register it under the Act rather than as a company?"
)

func bonaFide(c *kase) {
	if yes, ok := law.Ask(c, &c.Subject.BonaFide, "bona_fide_co_operative", askBonaFide); ok && !yes {
		c.Breach("bona_fide_co_operative", "The society is registered as a co-operative society, and is no bona fide one.")
	}
}

func notForInvestors(c *kase) {
	if yes, ok := law.Ask(c, &c.Subject.InvestorReturn, "investor_return", askInvestors); ok && yes {
		c.Breach("investor_return", "The society's object is to make profits mainly for a return on money invested, deposited or lent.")
	}
}

func forCommunity(c *kase) {
	if yes, ok := law.Ask(c, &c.Subject.ForCommunity, "for_community", askCommunity); ok && !yes {
		c.Breach("for_community", "The society's business is not conducted for the benefit of the community.")
	}
}

// meetsEither leaves special reasons out: the 2014 Act does not ask for them.
func meetsEither(c *kase) { either(c, yes) }

func meetsEither1965(c *kase) { either(c, told(&c.Subject.SpecialReasons)) }

func either(c *kase, reasons answer) {
	if condition(c, reasons) != no {
		return
	}
	if c.Subject.spared() == untold {
		askSpared(c)
	} else {
		c.Breach("", "The society is neither a bona fide co-operative society nor one for the benefit of the community that the Act admits.")
	}
}

// condition tells whether a society meets one of the two conditions, and asks for no more
// than would settle it.
func condition(c *kase, reasons answer) answer {
	s := c.Subject
	mutual, community := s.mutual(), min(told(&s.ForCommunity), reasons)
	met := max(mutual, community)
	if met != untold {
		return met
	}
	if mutual == untold {
		askMutual(c)
	}
	if community == untold {
		law.Ask(c, &s.ForCommunity, "for_community", askCommunity)
		if reasons == untold {
			law.Ask(c, &s.SpecialReasons, "special_reasons", askReasons)
		}
	}
	return untold
}

// mutual tells whether it is a bona fide co-operative society, not one for investors.
func (s *Society) mutual() answer { return min(told(&s.BonaFide), -told(&s.InvestorReturn)) }

func askMutual(c *kase) {
	law.Ask(c, &c.Subject.BonaFide, "bona_fide_co_operative", askBonaFide)
	law.Ask(c, &c.Subject.InvestorReturn, "investor_return", askInvestors)
}

// An answer is no, untold or yes, so that "and" is min, "or" is max, and "not" is minus.
type answer int8

const (
	no answer = iota - 1
	untold
	yes
)

func told(f *law.Fact[bool]) answer {
	switch v, ok := f.Get(); {
	case !ok:
		return untold
	case v:
		return yes
	}
	return no
}

func enoughMembers(c *kase)     { membership(c, twoSocieties, saysTwoSocieties) }
func enoughMembers1965(c *kase) { membership(c, onlySocieties, saysOnlySocieties) }

// What each Act takes in place of the minimum, if the members are all registered societies.
func twoSocieties(n int64) bool  { return n == 2 }
func onlySocieties(n int64) bool { return n >= 2 }

const (
	saysTwoSocieties  = "two that are both registered societies"
	saysOnlySocieties = "two or more that are all registered societies"
)

func membership(c *kase, alternative func(int64) bool, said string) {
	if suffices(c, alternative) == no {
		least, _ := law.Read(c, &c.Figures.MinimumMembers, c.On)
		c.Breach("members", "The society has %d members; it must have at least %d, or %s.", c.Subject.Members.Or(0), least, said)
	}
}

// suffices tells whether the members are enough. It looks at the alternative, a society of
// societies, only below the minimum.
func suffices(c *kase, alternative func(int64) bool) answer {
	least, ok1 := law.Read(c, &c.Figures.MinimumMembers, c.On)
	n, ok2 := law.Need(c, &c.Subject.Members, "members")
	switch {
	case !ok1 || !ok2:
		return untold
	case n >= least:
		return yes
	case !alternative(n):
		return no
	}
	societies, ok := law.Need(c, &c.Subject.MemberSocieties, "member_societies")
	switch {
	case !ok:
		return untold
	case societies == n:
		return yes
	}
	return no
}
