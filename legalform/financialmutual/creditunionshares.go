package financialmutual

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on what shares of a credit union earn.
const (
	CreditUnionDividendTooHigh1979   law.Code = "financialmutual.credit-union-dividend-too-high-1979"
	CreditUnionDividendTooHigh       law.Code = "financialmutual.credit-union-dividend-too-high"
	CreditUnionDividendAtDissolution law.Code = "financialmutual.credit-union-dividend-too-high-at-dissolution"
	CreditUnionDividendBeyondSurplus law.Code = "financialmutual.credit-union-dividend-beyond-surplus"
	InterestSharesNotInRules         law.Code = "financialmutual.interest-shares-not-in-rules"
	InterestSharesReservesTooLow     law.Code = "financialmutual.interest-shares-reserves-too-low"
	InterestSharesNotReported        law.Code = "financialmutual.interest-shares-not-reported"
)

// A CreditUnionDividend is what a credit union declares on its shares for a year, with what
// it had declared for the year already.
type CreditUnionDividend struct {
	Declared law.Fact[law.Date]  `json:"declared,omitzero"`
	Amount   law.Fact[law.Pence] `json:"amount,omitzero"`
	// PaidUp is what is paid up, for the whole year, on the shares that the dividend is on.
	PaidUp law.Fact[law.Pence] `json:"paid_up,omitzero"`
	// OnDissolution says that it is paid on the dissolution of the credit union.
	OnDissolution law.Fact[bool] `json:"on_dissolution,omitzero"`
	// Surplus is what the credit union has made and not yet applied.
	Surplus law.Fact[law.Pence] `json:"surplus,omitzero"`
}

// InterestShares is an issue of shares that bear interest and no dividend.
type InterestShares struct {
	Issued law.Fact[law.Date] `json:"issued,omitzero"`
	// InRules says that the rules provide for such shares.
	InRules law.Fact[bool] `json:"rules_provide,omitzero"`
	// Reserves and Assets, of which all are meant, are those of the latest balance sheet at a
	// year's end.
	Reserves law.Fact[law.Pence] `json:"reserves,omitzero"`
	Assets   law.Fact[law.Pence] `json:"total_assets,omitzero"`
	// Reported says that auditors reported on that balance sheet and, after it, that the
	// regulator's conditions are met, and that the regulator has both reports and the sheet.
	Reported law.Fact[bool] `json:"auditors_reported,omitzero"`
}

// checkShares refuses facts that cannot be, naming the place.
func (s *CreditUnion) checkShares() error {
	if r, ok := s.HighestDividend.Get(); ok && r.Cmp(law.Ratio{}) < 0 {
		return fmt.Errorf("highest_dividend: a negative rate, %v", r)
	}
	if d := s.Dividend.Ptr(); d != nil && (d.Amount.Or(0) < 0 || d.PaidUp.Or(0) < 0) {
		return fmt.Errorf("dividend.amount: a negative amount, %v on %v", d.Amount, d.PaidUp)
	}
	if i := s.InterestShares.Ptr(); i != nil && i.Assets.Or(0) < 0 {
		return fmt.Errorf("interest_bearing_shares.total_assets: a negative amount, %v", i.Assets)
	}
	return nil
}

var dividendDeclared = law.Event[CreditUnion]{Path: "dividend.declared", Of: func(s *CreditUnion) law.Fact[law.Date] {
	if d := s.Dividend.Ptr(); d != nil {
		return d.Declared
	}
	return law.Fact[law.Date]{}
}}

var interestSharesIssued = law.Event[CreditUnion]{Path: "interest_bearing_shares.issued", Of: func(s *CreditUnion) law.Fact[law.Date] {
	if i := s.InterestShares.Ptr(); i != nil {
		return i.Issued
	}
	return law.Fact[law.Date]{}
}}

var (
	s14 = act1979.At("s. 14(4)(b)", "section/14")
	s7A = act1979.At("s. 7A(1)", "section/7A")
	// applied is where a credit union's rules say what its surplus is for.
	applied = ownRules.At("application of surplus", "")
)

// creditUnionShares: the Order of 2011 put the exception for the rules into s. 14(4), and
// shares that bear interest into the Act.
var creditUnionShares = law.Topic("what shares of a credit union earn",
	creditUnionRule{
		Code: CreditUnionDividendTooHigh1979, Provision: act1979.At("s. 14(4), as passed", "section/14"),
		Says:    "The dividend payable on any shares must not exceed a rate of 8 per cent a year.",
		InForce: []law.Window{law.From(start1979, law.GreatBritain).Until(last1979)}, Event: dividendDeclared, Applies: declares, Check: withinEnactedRate,
		Remedy: "Lower the dividend.", Successor: CreditUnionDividendTooHigh,
	},
	creditUnionRule{
		Code: CreditUnionDividendTooHigh, Provision: s14,
		Says:    "Before its dissolution, the dividend payable on any shares must not exceed a rate of 8 per cent a year except to the extent that the rules provide otherwise.",
		InForce: from(start2687, law.GreatBritain), Event: dividendDeclared, Applies: declaresAsItGoes, Check: withinRateOfRules,
		Remedy: "Lower the dividend, or first amend the rules.",
	},
	creditUnionRule{
		Code: CreditUnionDividendAtDissolution, Provision: act1979.At("s. 14(4)(a)", "section/14"),
		Says:    "On its dissolution, the dividend payable on any shares must not exceed a rate of 8 per cent a year, whatever the rules provide.",
		InForce: from(start2687, law.GreatBritain), Event: dividendDeclared, Applies: declaresAtTheEnd, Check: withinEnactedRate,
		Remedy: "Lower the dividend.",
	},
	creditUnionRule{
		Code: CreditUnionDividendBeyondSurplus, Provision: applied, Weight: law.OwnRules,
		Says:    "A dividend is paid out of surplus.",
		InForce: from(start1979, law.GreatBritain), Event: dividendDeclared, Applies: declares, Check: withinSurplus,
		Remedy: "Lower the dividend to what the year and those before it have left.",
	},
	creditUnionRule{
		Code: InterestSharesNotInRules, Provision: act1979.At("s. 7A(1)(a)", "section/7A"),
		Says:    "A credit union may issue interest-bearing shares if its rules so provide.",
		InForce: from(start2687, law.GreatBritain), Event: interestSharesIssued, Applies: issuesInterestShares, Check: interestInRules,
		Remedy: "First amend the rules.",
	},
	creditUnionRule{
		Code: InterestSharesReservesTooLow, Provision: act1979.At("s. 7A(1)(b)", "section/7A"),
		Says:    "Its most recent year-end balance sheet must show reserves of at least £50,000 or five per cent of its total assets, whichever is greater.",
		InForce: from(start2687, law.GreatBritain), Event: interestSharesIssued, Applies: issuesInterestShares, Check: interestReserves,
		Remedy: "Build up reserves before such shares are issued.",
	},
	creditUnionRule{
		Code: InterestSharesNotReported, Provision: act1979.At("s. 7A(1)(c)-(e)", "section/7A"),
		Says:    "Its auditors must have reported on the balance sheet and, after it, that the conditions set for the purpose are met, and sheet and report must have been submitted.",
		InForce: from(start2687, law.GreatBritain), Event: interestSharesIssued, Applies: issuesInterestShares, Check: interestReported,
		Remedy: "Obtain the reports and submit them.",
	},
)

func declares(c *creditUnionCase) bool { return c.Subject.Dividend.Stated() }

func declaresAsItGoes(c *creditUnionCase) bool { return dissolvesWith(c, false) }

func declaresAtTheEnd(c *creditUnionCase) bool { return dissolvesWith(c, true) }

func dissolvesWith(c *creditUnionCase, want bool) bool {
	d := c.Subject.Dividend.Ptr()
	if d == nil {
		return false
	}
	end, ok := law.Need(c, &d.OnDissolution, "dividend.on_dissolution")
	return ok && end == want
}

func issuesInterestShares(c *creditUnionCase) bool { return c.Subject.InterestShares.Stated() }

func withinEnactedRate(c *creditUnionCase) {
	if rate, ok := law.Read(c, &c.Figures.UnionDividend, c.On); ok {
		withinRate(c, rate)
	}
}

func withinRateOfRules(c *creditUnionCase) {
	s := c.Subject
	if own, ok := law.Need(c, &s.DividendByRules, "dividend_by_rules"); !ok {
		return
	} else if !own {
		withinEnactedRate(c)
	} else if rate, ok := law.Need(c, &s.HighestDividend, "highest_dividend"); ok {
		withinRate(c, rate)
	}
}

func withinRate(c *creditUnionCase, rate law.Ratio) {
	d := c.Subject.Dividend.Ptr()
	amount, ok := law.Need(c, &d.Amount, "dividend.amount")
	paidUp, ok1 := law.Need(c, &d.PaidUp, "dividend.paid_up")
	if room := dividendRoom(rate, paidUp, 0); ok && ok1 && amount > room {
		c.Breach("dividend.amount", "A dividend of %v is more than %v, which is %v of the %v paid up.", amount, room, rate, paidUp)
	}
}

// dividendRoom is what is left of a year's dividend at a rate on what is paid up.
func dividendRoom(rate law.Ratio, paidUp, declared law.Pence) law.Pence {
	c := rateOfPaidUp(rate)
	return c.Left(paidUp, declared)
}

func withinSurplus(c *creditUnionCase) {
	d := c.Subject.Dividend.Ptr()
	amount, ok := law.Need(c, &d.Amount, "dividend.amount")
	surplus, ok1 := law.Need(c, &d.Surplus, "dividend.surplus")
	if ok && ok1 && amount > max(0, surplus) {
		c.Breach("dividend.amount", "A dividend of %v is more than the surplus of %v.", amount, surplus)
	}
}

func interestInRules(c *creditUnionCase) {
	if provide, ok := law.Need(c, &c.Subject.InterestShares.Ptr().InRules, "interest_bearing_shares.rules_provide"); ok && !provide {
		c.Breach("interest_bearing_shares.rules_provide", "The rules do not provide for interest-bearing shares.")
	}
}

func interestReserves(c *creditUnionCase) {
	i := c.Subject.InterestShares.Ptr()
	least, ok := law.Read(c, &c.Figures.InterestReserves, c.On)
	share, ok1 := law.Read(c, &c.Figures.InterestReserveShare, c.On)
	has, ok2 := law.Need(c, &i.Reserves, "interest_bearing_shares.reserves")
	assets, ok3 := law.Need(c, &i.Assets, "interest_bearing_shares.total_assets")
	if needed := max(least, share.OfUp(assets)); ok && ok1 && ok2 && ok3 && has < needed {
		c.Breach("interest_bearing_shares.reserves", "Reserves of %v are less than the %v needed.", has, needed)
	}
}

func interestReported(c *creditUnionCase) {
	if done, ok := law.Need(c, &c.Subject.InterestShares.Ptr().Reported, "interest_bearing_shares.auditors_reported"); ok && !done {
		c.Breach("interest_bearing_shares.auditors_reported", "The auditors' reports have not been made and submitted.")
	}
}
