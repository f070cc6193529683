package society

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on what a society's own rules say of the maximum.
const (
	ShareholdingAboveRules law.Code = "society.shareholding-above-rules"
	MaximumRaisedLate      law.Code = "society.maximum-raised-late"
	MaximumRaisedTooFar    law.Code = "society.maximum-raised-too-far"
)

// ShareTerms are what a society's registered rules say of shares, loans and deposits. They
// bind the society and its members (2014 Act s. 15, 1965 Act s. 14), but to break them is
// no breach of the Act. What is not stated is not known, and nothing is assumed of it.
type ShareTerms struct {
	// Maximum is the most that the text of the rules lets a member hold of the shares that
	// count towards the Act's maximum; a lower figure than the Act's binds.
	Maximum law.Fact[law.Pence] `json:"maximum,omitzero"`
	// Raised is a resolution of the committee under one of the orders that raised the Act's
	// figure, to which the rules have effect subject.
	Raised law.Fact[Raise] `json:"raised,omitzero"`
	// Transferable says that shares may be transferred; Consent that the committee must agree.
	Transferable law.Fact[bool] `json:"transferable,omitzero"`
	Consent      law.Fact[bool] `json:"consent,omitzero"`
	// SingleShare says that each member holds one share, which bears no interest and is
	// forfeited on leaving; the terms of minimum and withdrawal then play no part.
	SingleShare law.Fact[bool] `json:"single_share,omitzero"`
	// Minimum is the least that a member holds; TrancheMonths is within how long of joining
	// it is to be reached, where it may be paid in tranches.
	Minimum       law.Fact[law.Pence] `json:"minimum,omitzero"`
	TrancheMonths law.Fact[int]       `json:"tranche_months,omitzero"`
	// NoticeMonths is the notice of withdrawal; InOrder says that notices are paid strictly
	// in order of receipt; PartPayments that one may be paid in part.
	NoticeMonths law.Fact[int]  `json:"notice_months,omitzero"`
	InOrder      law.Fact[bool] `json:"in_order,omitzero"`
	PartPayments law.Fact[bool] `json:"part_payments,omitzero"`
	// LoanStockMonths is within how long the shares of a member forced to leave while
	// withdrawal is suspended are repaid, as loan stock.
	LoanStockMonths law.Fact[int] `json:"loan_stock_months,omitzero"`
	// WriteDown says that the committee may write shares down where capital is lost.
	WriteDown law.Fact[bool] `json:"write_down,omitzero"`
	// Interest is the ceiling of share interest, LoanInterest that of interest on loans.
	Interest     law.Fact[RateTerms] `json:"interest,omitzero"`
	LoanInterest law.Fact[RateTerms] `json:"loan_interest,omitzero"`
	// Borrowing is the most that may be owed; DepositsBarred says that none may be taken.
	Borrowing      law.Fact[law.Pence] `json:"borrowing,omitzero"`
	DepositsBarred law.Fact[bool]      `json:"deposits_barred,omitzero"`
}

var modelRules = law.Instrument{Title: "Co-operatives UK, model rules for a society (2014 text)"}

// ModelShareTerms are the terms of the model rules that Co-operatives UK published in 2014
// for a co-operative with withdrawable £1 shares: the minimum within twelve months of joining, three months' notice, payment strictly
// in order of receipt, loan stock repaid in three years, interest of at most the greater of
// 5% and base rate and 2%, borrowing of up to £10,000,000 and no deposits. The minimum
// holding is the society's to choose; the maximum is the Act's of 2014. They are to be
// compared with the registered rules, which alone bind.
func ModelShareTerms(minimum law.Pence) ShareTerms {
	rate := RateTerms{Floor: law.Known(law.Percent(5)), OverBase: law.Known(law.Percent(2))}
	return ShareTerms{
		Maximum: law.Known(law.Pounds(100_000)), Transferable: law.Known(false), Consent: law.Known(true),
		SingleShare: law.Known(false), Minimum: law.Known(minimum), TrancheMonths: law.Known(12),
		NoticeMonths: law.Known(3), InOrder: law.Known(true), PartPayments: law.Known(false), LoanStockMonths: law.Known(36),
		WriteDown: law.Known(true), Interest: law.Known(rate), LoanInterest: law.Known(rate),
		Borrowing: law.Known(law.Pounds(10_000_000)), DepositsBarred: law.Known(true),
	}
}

// A Raise is a resolution of the committee that raised the maximum of unamended rules.
type Raise struct {
	Resolved law.Fact[law.Date]  `json:"resolved,omitzero"`
	To       law.Fact[law.Pence] `json:"to,omitzero"`
	// Amendments lists the days on which amendments of the rules were registered since the
	// order came into force; the first after the resolution ends it, and the power to make it.
	Amendments law.Fact[[]law.Date] `json:"amendments,omitzero"`
}

// mostMonths bounds notices and terms of years against nonsense.
const mostMonths = 1_200

func (x *ShareTerms) check() error {
	months, _ := x.NoticeMonths.Get()
	stock, _ := x.LoanStockMonths.Get()
	tranches, _ := x.TrancheMonths.Get()
	switch {
	case tranches < 0 || tranches > mostMonths:
		return fmt.Errorf("tranche_months: not a time that can be, %d", tranches)
	case months < 0 || months > mostMonths:
		return fmt.Errorf("notice_months: not a notice that can be, %d", months)
	case stock < 0 || stock > mostMonths:
		return fmt.Errorf("loan_stock_months: not a term that can be, %d", stock)
	}
	raised := law.Fact[law.Pence]{}
	if r := x.Raised.Ptr(); r != nil {
		raised = r.To
	}
	return firstError(amountFact("maximum", &x.Maximum), amountFact("raised.to", &raised), amountFact("minimum", &x.Minimum), amountFact("borrowing", &x.Borrowing),
		rateOf("interest", &x.Interest), rateOf("loan_interest", &x.LoanInterest))
}

// RaiseFigures are the figures of resolutions that raise the rules' maximum.
type RaiseFigures struct {
	// RaiseBy is the last day on which the committee could pass the resolution.
	RaiseBy law.History[law.Date]
}

func enactedRaises() RaiseFigures {
	return RaiseFigures{RaiseBy: law.Since("society.raise_by", "the last day of the power",
		at("2014-04-06", law.MustDate("2015-10-05"), order2014.At("art 3", "article/3")))}
}

var maximumRaised = event{Path: "share_terms.raised.resolved", Of: func(s *Society) law.Fact[law.Date] {
	if r := raiseOf(s); r != nil {
		return r.Resolved
	}
	return law.Fact[law.Date]{}
}}

func raiseOf(s *Society) *Raise {
	if t := s.ShareTerms.Ptr(); t != nil {
		return t.Raised.Ptr()
	}
	return nil
}

func raisesMaximum(c *kase) bool { return raiseOf(c.Subject) != nil }

var raises = law.Table(
	rule{
		Code: MaximumRaisedLate, Provision: order2014.At("art 3", "article/3"),
		Says: "The committee may raise the maximum of the rules by resolution until 5 October 2015, or until an amendment of the rules is registered if " +
			"that is earlier.",
		InForce: []law.Window{law.From("2014-04-06", law.GreatBritain)},
		Event:   maximumRaised, Applies: raisesMaximum, Check: raisedInTime,
		Remedy: "Amend the rules, and have the amendment registered.",
	},
	rule{
		Code: MaximumRaisedTooFar, Provision: act2014.At("ss. 14 item 7, 24(1)", "section/24"),
		Says:    "The maximum that the rules, or a resolution to which they are subject, fix for a member's shares must be consistent with the maximum of the Act.",
		InForce: from2014, Applies: fixesMaximum, Check: maximumWithinAct,
		Remedy: "Lower the maximum of the rules.",
	},
	rule{
		Code: ShareholdingAboveRules, Provision: modelRules.At("the society's registered rules, on the maximum shareholding", ""), Weight: law.OwnRules,
		Says: "A member, other than a registered society or the holder of shares that are exempt, may not hold more than the maximum that the society's own " +
			"rules fix.",
		InForce: always, Applies: fixesMaximum, Check: holdingsWithinRules,
		Remedy: "Have the excess withdrawn or transferred, or amend the rules up to the maximum of the Act.",
	},
)

func fixesMaximum(c *kase) bool {
	t := c.Subject.ShareTerms.Ptr()
	return t != nil && (t.Maximum.Stated() || t.Raised.Stated())
}

func raisedInTime(c *kase) {
	last, ok := law.Read(c, &c.Figures.RaiseBy, c.On)
	amended, ok1 := law.Need(c, &c.Subject.ShareTerms.Ptr().Raised.Ptr().Amendments, "share_terms.raised.amendments")
	if ok && c.On.After(last) {
		c.Breach("share_terms.raised.resolved", "The resolution, of %s, came after the power ended on %s.", c.On.Long(), last.Long())
	}
	if !ok1 {
		return
	}
	for _, d := range amended {
		if d.Before(c.On) {
			c.Breach("share_terms.raised.amendments", "The resolution, of %s, came after the amendment registered on %s.", c.On.Long(), d.Long())
			return
		}
	}
}

// RulesMaximum returns the maximum that a society's own rules fix on a date: that of a
// resolution of the committee until an amendment of the rules is registered after it, and
// otherwise that of their text. Where a fact is missing it returns its path.
func RulesMaximum(t *ShareTerms, on law.Date) (most law.Pence, missing string) {
	if r := t.Raised.Ptr(); r != nil {
		resolved, ok := r.Resolved.Get()
		to, ok1 := r.To.Get()
		amended, ok2 := r.Amendments.Get()
		switch {
		case !ok:
			return 0, "raised.resolved"
		case !ok1:
			return 0, "raised.to"
		case !ok2:
			return 0, "raised.amendments"
		}
		if !on.Before(resolved) && !amendedBetween(amended, resolved, on) {
			return to, ""
		}
	}
	most, ok := t.Maximum.Get()
	if !ok {
		return 0, "maximum"
	}
	return most, ""
}

func amendedBetween(amended []law.Date, after, until law.Date) bool {
	for _, d := range amended {
		if d.After(after) && !d.After(until) {
			return true
		}
	}
	return false
}

// rulesMaximum needs the maximum of the society's own rules.
func rulesMaximum(c *kase) (law.Pence, bool) {
	t := c.Subject.ShareTerms.Ptr()
	if t == nil {
		c.Unknown("share_terms", "What maximum shareholding do the society's rules fix?")
		return 0, false
	}
	most, missing := RulesMaximum(t, c.On)
	if missing != "" {
		c.Unknown("share_terms."+missing, "")
	}
	return most, missing == ""
}

// permittedMaximum is the lower of the rules' maximum and the Act's.
func permittedMaximum(c *kase) (law.Pence, bool) {
	own, ok := rulesMaximum(c)
	limit, ok1 := law.Read(c, &c.Figures.MaxShareholding, c.On)
	return min(own, limit.Most), ok && ok1
}

func maximumWithinAct(c *kase) {
	most, ok := rulesMaximum(c)
	limit, ok1 := law.Read(c, &c.Figures.MaxShareholding, c.On)
	if ok && ok1 && most > limit.Most {
		c.Breach("share_terms", "The rules let a member hold %v; the Act allows %v.", most, limit)
	}
}

// holdingsWithinRules counts the shares that the Act counts, since the rules' maximum is
// one fixed in accordance with it.
func holdingsWithinRules(c *kase) {
	most, ok := rulesMaximum(c)
	limit, ok1 := law.Read(c, &c.Figures.MaxShareholding, c.On)
	provider, ok2 := law.Read(c, &c.Figures.ProviderExemption, c.On)
	if !ok || !ok1 || !ok2 {
		return
	}
	if _, ok := law.Need(c, &c.Subject.Holdings, "holdings"); ok {
		limit.Most = most
		eachHolding(c, *c.Subject.Holdings.Ptr(), limit, provider)
	}
}
