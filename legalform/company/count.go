package company

import (
	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on who votes and how many votes.
const (
	VotesNotPerShare          law.Code = "company.votes-not-per-share"
	HandWeighted              law.Code = "company.hand-weighted"
	ProxyHandMiscounted       law.Code = "company.proxy-hand-miscounted"
	ProxyHandMiscounted2007   law.Code = "company.proxy-hand-miscounted-2007"
	ProxiesExceedMember       law.Code = "company.proxies-exceed-member"
	JuniorHolderCounted       law.Code = "company.junior-holder-counted"
	SplitRefused              law.Code = "company.split-vote-refused"
	RepresentativeHand        law.Code = "company.representative-hand-not-counted"
	RepresentativesDiffer     law.Code = "company.representatives-differ"
	RepresentativesDiffer2007 law.Code = "company.representatives-differ-2007"
	ProxyBarred               law.Code = "company.proxy-barred"
	ProxiesOverlap            law.Code = "company.proxies-for-same-shares"
	ProxyDisobeyed            law.Code = "company.proxy-disobeyed"
	ProxyCutOff               law.Code = "company.proxy-cut-off-too-early"
	TreasuryVoted             law.Code = "company.treasury-shares-voted"
	WeightedVoteRejected      law.Code = "company.weighted-vote-rejected"
	PollNotCalled             law.Code = "company.poll-not-called"
)

// A Count is how the votes on a resolution were counted, person by person.
type Count struct {
	NoticeGiven law.Fact[law.Date] `json:"notice_given,omitzero"`
	Way         law.Fact[Way]      `json:"way,omitzero"`
	Voters      law.Fact[[]Voter]  `json:"voters,omitzero"`
	// JuniorCounted: a joint holder's vote was counted although a senior one voted.
	JuniorCounted law.Fact[bool] `json:"junior_holder_counted,omitzero"`
	// SplitRefused: a member was not let to keep votes back, or to cast them both ways.
	SplitRefused law.Fact[bool] `json:"split_refused,omitzero"`
	// ProxiesOverlap: two proxies of one member were admitted for the same shares.
	ProxiesOverlap law.Fact[bool] `json:"proxies_for_same_shares,omitzero"`
	// Disobeyed: a proxy voted otherwise than instructed; the vote stays valid.
	Disobeyed law.Fact[bool] `json:"instructions_disobeyed,omitzero"`
	// TreasuryVotes were counted for treasury shares.
	TreasuryVotes law.Fact[int64] `json:"treasury_votes,omitzero"`
	// UnpaidVotes were counted on shares of which a sum payable to the company is unpaid.
	UnpaidVotes law.Fact[int64] `json:"unpaid_votes,omitzero"`
	// WeightedRejected: votes weighted by the articles, as on a director's removal, were not
	// counted at their weight.
	WeightedRejected law.Fact[bool] `json:"weighted_rejected,omitzero"`
	// HandsMislead: the chair knew that the proxies held would turn the show of hands.
	HandsMislead law.Fact[bool] `json:"hands_mislead,omitzero"`
}

// CountFigures are hours of working days.
type CountFigures struct {
	ProxyHours     law.History[int]
	PollProxyHours law.History[int]
}

func enactedCount() CountFigures {
	return CountFigures{
		one("proxy_hours", "hours before the meeting, working days alone counted", startPart13, 48, sec("s. 327(2)(a)", "327")),
		one("poll_proxy_hours", "hours before a poll taken more than 48 hours after the demand", startPart13, 24, sec("s. 327(2)(b)", "327")),
	}
}

var countDay = dated("count.notice_given", func(c *Company) *law.Fact[Count] { return &c.Count }, func(n *Count) law.Fact[law.Date] { return n.NoticeGiven })

const (
	remedyRecount = "Count the votes again."
	votersPath    = "count.voters"
)

var counts = law.Topic("counting of votes",
	rule{
		Code: VotesNotPerShare, Provision: sec("s. 284(1), (3)-(4)", "284"),
		Says:    "On a poll or a written resolution a member has one vote for each share, or each £10 of stock, and without share capital one vote, subject to the articles.",
		InForce: fromPart13, Event: countDay, Applies: countedBy(Poll, Written), Check: onePerShare, Remedy: remedyRecount,
	},
	rule{
		Code: HandWeighted, Provision: sec("s. 284(2), (4)", "284"),
		Says:    "On a show of hands each member present in person has one vote, subject to the articles.",
		InForce: fromPart13, Event: countDay, Applies: countedBy(ShowOfHands), Check: onePerHand, Remedy: remedyRecount,
	},
	rule{
		Code: ProxyHandMiscounted2007, Provision: sec("s. 284(2)(b) as enacted", "284"),
		Says:    "On a show of hands every proxy present has one vote.",
		InForce: beforeRules, Event: countDay, Applies: countedBy(ShowOfHands), Check: proxyHands, Remedy: remedyRecount,
		Successor: ProxyHandMiscounted,
	},
	rule{
		Code: ProxyHandMiscounted, Provision: sec("s. 285(1)-(2), (5)", "285"),
		Says:    "On a show of hands every proxy has one vote, but one for and one against if instructed both ways by more than one member, subject to the articles.",
		InForce: fromRights, Event: countDay, Applies: countedBy(ShowOfHands), Check: proxyHands, Remedy: remedyRecount,
	},
	rule{
		// Before 3 August 2009 the same follows from ss. 284(3) and 324(2).
		Code: ProxiesExceedMember, Provision: sec("s. 285(3)-(4); until 2 August 2009 ss. 284(3), 324(2)", "285"),
		Says:    "On a poll proxies may exercise all the votes of the member, and together no more than the member could.",
		InForce: fromPart13, Event: countDay, Applies: countedBy(Poll), Check: withinMember, Remedy: remedyRecount,
	},
	rule{
		Code: JuniorHolderCounted, Provision: sec("s. 286", "286"),
		Says:    "Of joint holders only the vote of the senior holder who votes may be counted, subject to the articles.",
		InForce: fromPart13, Event: countDay, Applies: hasCount, Check: seniorAlone, Remedy: remedyRecount,
	},
	rule{
		Code: SplitRefused, Provision: sec("s. 322", "322"),
		Says:    "On a poll a member with more than one vote need not use all the votes or cast them all in the same way.",
		InForce: fromPart13, Event: countDay, Applies: countedBy(Poll), Check: splitAllowed, Remedy: remedyRecount,
	},
	rule{
		Code: RepresentativeHand, Provision: sec("s. 323(3)", "323"),
		Says:    "On a show of hands each representative of a corporation has the vote that the corporation would have.",
		InForce: fromRights, Event: countDay, Applies: countedBy(ShowOfHands), Check: representativeHands, Remedy: remedyRecount,
	},
	rule{
		Code: RepresentativesDiffer2007, Provision: sec("s. 323 as enacted", "323"),
		Says:    "Where representatives of one corporation use its power in different ways, the power is treated as not exercised.",
		InForce: beforeRules, Event: countDay, Applies: countedBy(ShowOfHands, Poll), Check: representativesAgree, Remedy: remedyRecount,
		Successor: RepresentativesDiffer,
	},
	rule{
		Code: RepresentativesDiffer, Provision: sec("s. 323(4)", "323"),
		Says:    "Otherwise than on a show of hands, where representatives use the power of the same shares in different ways, it is treated as not exercised, and in the same way, as exercised once.",
		InForce: fromRights, Event: countDay, Applies: countedBy(Poll), Check: representativesAgree, Remedy: remedyRecount,
	},
	rule{
		Code: ProxyBarred, Provision: sec("ss. 324, 331", "324"),
		Says:    "A member may appoint a proxy to attend, speak and vote at a meeting; with share capital more than one, for different shares; the articles may give more.",
		InForce: fromPart13, Check: proxiesOpen, Remedy: "Admit the proxy, and amend the articles.",
	},
	rule{
		Code: ProxiesOverlap, Provision: sec("ss. 324(2), 331", "324"),
		Says:    "With share capital a member may appoint more than one proxy only if each is to exercise the rights of different shares, unless the articles give more.",
		InForce: fromPart13, Event: countDay, Applies: countsShares, Check: proxiesApart, Remedy: remedyRecount,
	},
	rule{
		Code: ProxyDisobeyed, Provision: sec("s. 324A", "324A"),
		Says:    "A proxy must vote in accordance with the instructions of the member.",
		InForce: fromRights, Event: countDay, Applies: hasCount, Check: proxiesObeyed, Remedy: "Let the vote stand; the proxy answers to the member.",
	},
	rule{
		Code: ProxyCutOff, Provision: sec("s. 327", "327"),
		Says:    "Articles are void so far as they would need a proxy form more than 48 hours before the meeting, or 24 before a poll taken more than 48 hours after the demand, working days alone counted.",
		InForce: fromPart13, Check: cutOffLate, Remedy: "Accept forms up to the statutory hour, and amend the articles.",
	},
	rule{
		Code: TreasuryVoted, Provision: sec("s. 726(2)", "726"),
		Says:    "A company must not exercise any right in respect of treasury shares, as to vote, and a purported exercise is void.",
		InForce: fromWhole, Event: countDay, Applies: hasCount, Check: treasurySilent, Remedy: remedyRecount,
	},
	rule{
		Code: WeightedVoteRejected, Provision: bushell.At("", ""),
		Says:    "Articles of a private company may give shares more votes on a resolution to remove a director, and those votes must be counted.",
		InForce: fromPart13, Event: countDay, Applies: countsPrivate, Check: weightKept, Remedy: remedyRecount,
	},
	rule{
		Code: PollNotCalled, Provision: pollCase.At("", ""),
		Says:    "A chair must call a poll where the proxies held show that a show of hands does not give the sense of the meeting.",
		InForce: fromPart13, Event: countDay, Applies: countedBy(ShowOfHands), Check: handsTrue, Remedy: "Take a poll.",
	},
)

func hasCount(c *kase) bool { return c.Subject.Count.Stated() }

func countsShares(c *kase) bool { return hasCount(c) && hasShares(c) }

func countsPrivate(c *kase) bool { return hasCount(c) && isPrivate(c) }

func countedBy(ways ...Way) func(*kase) bool {
	return func(c *kase) bool {
		if !hasCount(c) {
			return false
		}
		w, ok := law.Need(c, &c.Subject.Count.Ptr().Way, "count.way")
		for _, x := range ways {
			if ok && w == x {
				return true
			}
		}
		return false
	}
}

// voters needs the voters, unless the articles provide otherwise.
func voters(c *kase) []Voter {
	varied, ok := law.Need(c, &c.Subject.Articles.VariesVotes, "articles.varies_votes")
	if !ok || varied {
		return nil
	}
	vs, _ := law.Need(c, &c.Subject.Count.Ptr().Voters, votersPath)
	return vs
}

func onePerShare(c *kase) {
	for i, v := range voters(c) {
		if v.For+v.Against > v.Votes {
			c.Breach(law.Path(votersPath, i, "for"), "%d votes were counted for a holding of %d.", v.For+v.Against, v.Votes)
		}
	}
}

func onePerHand(c *kase) {
	for i, v := range voters(c) {
		if v.As == InPerson && v.For+v.Against > 1 {
			c.Breach(law.Path(votersPath, i, "for"), "A member's hand was counted as %d votes.", v.For+v.Against)
		}
	}
}

func proxyHands(c *kase) { countedAs(c, AsProxy) }

func representativeHands(c *kase) { countedAs(c, AsRepresentative) }

func countedAs(c *kase, as Capacity) {
	for i, v := range voters(c) {
		if v.As != as {
			continue
		}
		if h, err := v.Hand(c.On); err != nil || h.For != v.For || h.Against != v.Against {
			c.Breach(law.Path(votersPath, i, "for"), "A %v's hand was counted as %d for and %d against; it is %d and %d.", as, v.For, v.Against, h.For, h.Against)
		}
	}
}

func withinMember(c *kase) {
	vs := voters(c)
	for i, v := range vs {
		sum := int64(0)
		for _, w := range vs[:i+1] {
			if w.As == AsProxy && w.Of == v.Of {
				sum += w.For + w.Against
			}
		}
		if v.As == AsProxy && sum > v.Votes {
			c.Breach(law.Path(votersPath, i, "for"), "Proxies of one member cast %d votes of %d.", sum, v.Votes)
		}
	}
}

func seniorAlone(c *kase) {
	if varied, ok := law.Need(c, &c.Subject.Articles.VariesVotes, "articles.varies_votes"); ok && !varied {
		must(c, &c.Subject.Count.Ptr().JuniorCounted, false, "count.junior_holder_counted", "A junior joint holder's vote was counted although a senior voted.")
	}
}

func splitAllowed(c *kase) {
	must(c, &c.Subject.Count.Ptr().SplitRefused, false, "count.split_refused", "A member was not let to divide votes.")
}

func representativesAgree(c *kase) {
	vs, _ := law.Need(c, &c.Subject.Count.Ptr().Voters, votersPath)
	hands, _ := c.Subject.Count.Ptr().Way.Get()
	for i, v := range vs {
		if v.As != AsRepresentative || representedBefore(vs[:i], v.Of) {
			continue
		}
		var theirs []Voter
		counted := governance.Tally{}
		for _, w := range vs[i:] {
			if w.As == AsRepresentative && w.Of == v.Of {
				theirs = append(theirs, w)
				counted.For, counted.Against = counted.For+w.For, counted.Against+w.Against
			}
		}
		if hands == ShowOfHands {
			theirs[len(theirs)-1].Votes = 1
		}
		if want := CorporateVotes(theirs); want.For != counted.For || want.Against != counted.Against {
			c.Breach(law.Path(votersPath, i, "for"), "Representatives of one corporation were counted as %d for and %d against; they are %d and %d.",
				counted.For, counted.Against, want.For, want.Against)
		}
	}
}

func representedBefore(vs []Voter, of string) bool {
	for _, v := range vs {
		if v.As == AsRepresentative && v.Of == of {
			return true
		}
	}
	return false
}

func proxiesOpen(c *kase) {
	must(c, &c.Subject.Articles.BarsProxies, false, "articles.bars_proxies", "The articles purport to bar proxies.")
}

func proxiesApart(c *kase) {
	must(c, &c.Subject.Count.Ptr().ProxiesOverlap, false, "count.proxies_for_same_shares", "Two proxies of one member were admitted for the same shares.")
}

func proxiesObeyed(c *kase) {
	must(c, &c.Subject.Count.Ptr().Disobeyed, false, "count.instructions_disobeyed", "A proxy voted otherwise than instructed.")
}

func cutOffLate(c *kase) {
	hours, ok1 := law.Need(c, &c.Subject.Articles.ProxyHours, "articles.proxy_cut_off_hours")
	most, ok2 := law.Read(c, &c.Figures.ProxyHours, c.On)
	if ok1 && ok2 && hours > most {
		c.Breach("articles.proxy_cut_off_hours", "The articles need a proxy form %d hours before the meeting, more than %d.", hours, most)
	}
	hours, ok1 = law.Need(c, &c.Subject.Articles.PollProxyHours, "articles.poll_proxy_cut_off_hours")
	most, ok2 = law.Read(c, &c.Figures.PollProxyHours, c.On)
	if ok1 && ok2 && hours > most {
		c.Breach("articles.poll_proxy_cut_off_hours", "The articles need a proxy form %d hours before the poll, more than %d.", hours, most)
	}
}

func treasurySilent(c *kase) {
	if n, ok := law.Need(c, &c.Subject.Count.Ptr().TreasuryVotes, "count.treasury_votes"); ok && n > 0 {
		c.Breach("count.treasury_votes", "%d votes were counted for treasury shares.", n)
	}
}

func weightKept(c *kase) {
	must(c, &c.Subject.Count.Ptr().WeightedRejected, false, "count.weighted_rejected", "Votes that the articles weight were not counted at their weight.")
}

func handsTrue(c *kase) {
	asked(c, &c.Subject.Count.Ptr().HandsMislead, false, "count.hands_mislead", "Did the proxies that the chair held show that the show of hands went against the sense of the meeting?",
		"The proxies that the chair held would have turned the result, and no poll was called.")
}
