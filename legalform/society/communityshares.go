package society

import "github.com/rochdale-go/rochdale/legalform/law"

// CommunitySharesMisnamed is the code of the rule on the term "community shares".
const CommunitySharesMisnamed law.Code = "society.community-shares-misnamed"

var sharesUnit = law.Instrument{Title: "Community Shares Unit, The Community Shares Handbook", URL: "https://communityshares.org.uk"}

// CommunityShareFigures are from what size the Unit speaks of community shares.
type CommunityShareFigures struct {
	CommunityShareMembers law.History[int64]
	CommunityShareCapital law.History[law.Pence]
}

// The handbook does not say since when; the figures are tried from the Act of 2014 on.
func enactedCommunityShares() CommunityShareFigures {
	by := sharesUnit.At("on the meaning of community shares", "")
	return CommunityShareFigures{
		CommunityShareMembers: law.Since("society.community_share_members", "members, at least", at(start2014, int64(20), by)),
		CommunityShareCapital: law.Since("society.community_share_capital", "of share capital, at least", at(start2014, law.Pounds(10_000), by)),
	}
}

// CommunityShares is the use of that term for a society's shares. The shares are those that
// ShareTerms and Society describe.
type CommunityShares struct {
	// Used says that the society offers shares under the term.
	Used law.Fact[bool] `json:"used,omitzero"`
}

var communityShares = law.Topic("community shares", rule{
	Code: CommunitySharesMisnamed, Provision: sharesUnit.At("on the meaning of community shares", ""), Weight: law.Practice,
	Says: "Community shares are withdrawable and not transferable shares in a society with a voluntary or statutory asset lock, and the term is used " +
		"from 20 members and £10,000 of share capital.",
	InForce: []law.Window{law.From(start2014, law.GreatBritain)}, Applies: usesTerm, Check: areCommunityShares,
	Remedy: "Call them withdrawable shares.",
})

func usesTerm(c *kase) bool {
	x := c.Subject.CommunityShares.Ptr()
	if x == nil {
		return false
	}
	used, ok := law.Need(c, &x.Used, "community_shares.used")
	return ok && used
}

func areCommunityShares(c *kase) {
	s := c.Subject
	if yes, ok := law.Need(c, &s.AllWithdrawable, "all_shares_withdrawable"); ok && !yes {
		c.Breach("all_shares_withdrawable", "Not every share is withdrawable.")
	}
	if t, ok := needTerms(c); ok {
		if yes, ok := law.Need(c, &t.Transferable, "share_terms.transferable"); ok && yes {
			c.Breach("share_terms.transferable", "The shares are transferable.")
		}
	}
	if l, ok := law.Need(c, &s.Lock, "lock"); ok && l == NoLock {
		c.Breach("lock", "The society has no asset lock.")
	}
	communitySize(c)
}

func communitySize(c *kase) {
	s := c.Subject
	members, ok := law.Need(c, &s.Members, "members")
	if least, ok1 := law.Read(c, &c.Figures.CommunityShareMembers, c.On); ok && ok1 && members < least {
		c.Breach("members", "The society has %d members; the term is used from %d.", members, least)
	}
	capital, ok := law.Need(c, &s.ShareCapital, "share_capital")
	if least, ok1 := law.Read(c, &c.Figures.CommunityShareCapital, c.On); ok && ok1 && capital < least {
		c.Breach("share_capital", "The share capital is %v; the term is used from %v.", capital, least)
	}
}
