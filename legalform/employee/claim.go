package employee

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the claim.
const (
	ClaimIncomplete       law.Code = "employee.claim-incomplete"
	ClaimWithoutHeadcount law.Code = "employee.claim-without-headcount"
	ClaimWithoutPrice     law.Code = "employee.claim-without-consideration"
	ClaimAfterEvent       law.Code = "employee.claim-after-event"
)

// A ReliefClaim is a claim under s. 236H or s. 236Q. The relief is never given without one.
type ReliefClaim struct {
	On law.Fact[law.Date] `json:"on,omitzero"`
	// Settlement says that it identifies the settlement, Company that it gives the company's
	// name and the address of its registered office, and Shares that it gives the date of the
	// disposal and the number of shares.
	Settlement law.Fact[bool] `json:"settlement,omitzero"`
	Company    law.Fact[bool] `json:"company,omitzero"`
	Shares     law.Fact[bool] `json:"shares,omitzero"`
	// Headcount says that it gives the number of employees of the company, or of the whole
	// trading group, at the time of the disposal.
	Headcount law.Fact[bool] `json:"headcount,omitzero"`
	// TriedForHeadcount says that whoever claims took all reasonable steps to find the number
	// and could not, and SaysTried that the claim says so.
	TriedForHeadcount law.Fact[bool] `json:"tried_for_headcount,omitzero"`
	SaysTried         law.Fact[bool] `json:"says_tried,omitzero"`
	// Consideration says that it gives the consideration, later sums included.
	Consideration law.Fact[bool] `json:"consideration,omitzero"`
}

var claimedOn = event{Path: "disposal.claim.on", Of: func(c *Company) law.Fact[law.Date] {
	if x := c.Disposal.Claim.Ptr(); x != nil {
		return x.On
	}
	return law.Fact[law.Date]{}
}}

var claims = law.Topic("claims for the relief",
	rule{
		Code: ClaimIncomplete, Provision: gains("ss. 236H(7)(a)-(c), 236Q(6)(a)-(c)", "236H"),
		Says:    "For the relief a claim must include information to identify the settlement, the company's name and the address of its registered office, the date of the disposal and the number of shares.",
		InForce: since(reliefBegan), Event: claimedOn, Applies: claimed, Check: claimComplete,
		Remedy: "Make the claim again with what is missing.",
	},
	rule{
		Code: ClaimWithoutHeadcount, Provision: gains("ss. 236H(7)(ba), (7A), 236Q(6)(ba), (6A)", "236H"),
		Says:    "For the relief a claim must include the number of employees at the time of the disposal, unless it says that all reasonable steps were taken to ascertain it and they were.",
		InForce: since(fullerClaims), Event: claimedOn, Applies: claimed, Check: claimCounts,
		Remedy: "Ask the company for the number; failing that, state in the claim what was done to find it.",
	},
	rule{
		Code: ClaimWithoutPrice, Provision: gains("s. 236H(7)(d)", "236H"),
		Says:    "For the relief a claim must include the consideration for the disposal, amounts due after it included.",
		InForce: since(fullerClaims), Event: claimedOn, Applies: claimedOnSale, Check: claimPrices,
		Remedy: "Make the claim again with the whole consideration.",
	},
	rule{
		Code: ClaimAfterEvent, Provision: gains("ss. 236O(3), 236R(2)", "236O"),
		Says:    "For the relief no claim may be made on or after the day of the first disqualifying event in the tax years in which such an event withdraws it.",
		InForce: since(fullRegime), Event: claimedOn, Applies: claimed, Check: claimedBeforeEvents,
		Remedy: "Withdraw the claim, and return the whole gain.",
	},
)

// claimed reports whether a claim was made. Where nothing is said of one there is nothing to
// judge: the relief is not given unless it is claimed.
func claimed(c *kase) bool { return c.Subject.Disposal.Claim.Stated() && disposes(c) }

func claimedOnSale(c *kase) bool { return c.Subject.Disposal.Claim.Stated() && sells(c) }

func claimComplete(c *kase) {
	x := c.Subject.Disposal.Claim.Ptr()
	for _, part := range [...]struct {
		fact *law.Fact[bool]
		path string
		what string
	}{
		{&x.Settlement, "disposal.claim.settlement", "information to identify the settlement"},
		{&x.Company, "disposal.claim.company", "the company's name and registered office"},
		{&x.Shares, "disposal.claim.shares", "the date of the disposal and the number of shares"},
	} {
		if has, ok := law.Need(c, part.fact, part.path); ok && !has {
			c.Breach(part.path, "The requirement of a claim is not met: it does not include %s.", part.what)
		}
	}
}

func claimCounts(c *kase) {
	x := c.Subject.Disposal.Claim.Ptr()
	if has, ok := law.Need(c, &x.Headcount, "disposal.claim.headcount"); !ok || has {
		return
	}
	tried, ok1 := law.Need(c, &x.TriedForHeadcount, "disposal.claim.tried_for_headcount")
	says, ok2 := law.Need(c, &x.SaysTried, "disposal.claim.says_tried")
	if ok1 && !tried || ok2 && !says {
		c.Breach("disposal.claim.headcount", "The requirement of a claim is not met: it does not include the number of employees, and is not excused.")
	}
}

func claimPrices(c *kase) {
	x := c.Subject.Disposal.Claim.Ptr()
	if has, ok := law.Need(c, &x.Consideration, "disposal.claim.consideration"); ok && !has {
		c.Breach("disposal.claim.consideration", "The requirement of a claim is not met: it does not include the consideration.")
	}
}

func claimedBeforeEvents(c *kase) {
	list, ok1 := law.Need(c, &c.Subject.Disposal.Events, eventList)
	kind, ok2 := law.Need(c, &c.Subject.Disposal.Kind, "disposal.kind")
	on, ok3 := law.Need(c, &c.Subject.Disposal.On, "disposal.on")
	if !ok1 || !ok2 || !ok3 {
		return
	}
	for i := range list {
		e := &list[i]
		if e.On.After(c.On) || ConsequenceOf(e.Lost, kind, on, e.On, c.Figures).Effect != Withdrawn {
			continue
		}
		cured, missing := e.Cured(on, c.AsAt, c.Figures)
		for _, m := range missing {
			c.Unknown(law.Path(eventList, i, m.Path), m.Question)
		}
		if !cured && missing == nil {
			c.Breach("disposal.claim.on", "The requirement of a claim is not met: it is made on %s, on or after the disqualifying event of %s.", c.On.Long(), e.On.Long())
			return
		}
	}
}
