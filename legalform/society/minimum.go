package society

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rules on the holding that a society's own rules ask of a member.
const (
	MinimumNotReached     law.Code = "society.minimum-not-reached"
	InterestOnSingleShare law.Code = "society.interest-on-single-share"
	SingleShareRepaid     law.Code = "society.single-share-repaid"
	LoanStockUnpaid       law.Code = "society.loan-stock-unpaid"
)

// A Subscription is one member's holding as at a day, with when the member joined.
type Subscription struct {
	On     law.Fact[law.Date]  `json:"on,omitzero"`
	Joined law.Fact[law.Date]  `json:"joined,omitzero"`
	Held   law.Fact[law.Pence] `json:"held,omitzero"`
}

func (x *Subscription) check() error { return amountFact("held", &x.Held) }

// A StockHolder was forced to leave while withdrawal was suspended, and has loan stock for
// the shares.
type StockHolder struct {
	Left law.Fact[law.Date] `json:"left,omitzero"`
	// Repaid is the day on which all of it was repaid.
	Repaid law.Fact[law.Date] `json:"repaid,omitzero"`
}

func subscriptionOf(s *Society) *law.Fact[Subscription] { return &s.Subscription }
func stockHolderOf(s *Society) *law.Fact[StockHolder]   { return &s.StockHolder }

var holdingRules = modelRules.At("the society's registered rules, on members' shares", "")

var minimums = law.Topic("the minimum holding",
	rule{
		Code: MinimumNotReached, Provision: holdingRules, Weight: law.OwnRules,
		Says:    "Where the rules let a member reach the minimum holding in tranches, it must be reached within the time that they give.",
		InForce: always, Event: dealingOn("subscription.on", subscriptionOf, func(x *Subscription) law.Fact[law.Date] { return x.On }),
		Applies: inTranches, Check: minimumReached,
		Remedy: "Have the member pay what is missing.",
	},
	rule{
		Code: InterestOnSingleShare, Provision: holdingRules, Weight: law.OwnRules,
		Says:    "Where each member holds a single share that bears no interest, none is paid.",
		InForce: always, Event: distributed, Applies: singleShare(func(s *Society) bool { return s.Distribution.Stated() }), Check: noInterest,
		Remedy: "Pay no interest on the shares.",
	},
	rule{
		Code: SingleShareRepaid, Provision: holdingRules, Weight: law.OwnRules,
		Says:    "Where each member holds a single share that is forfeited on leaving, it is not repaid.",
		InForce: always, Event: withdrawn, Applies: singleShare(func(s *Society) bool { return s.Withdrawal.Stated() }), Check: nothingRepaid,
		Remedy: "Cancel the share when the member leaves.",
	},
	rule{
		Code: LoanStockUnpaid, Provision: withdrawRules, Weight: law.OwnRules,
		Says:    "The shares of a member forced to leave while withdrawal is suspended become loan stock, repaid within the time that the rules give.",
		InForce: always, Event: dealingOn("stock_holder.left", stockHolderOf, func(x *StockHolder) law.Fact[law.Date] { return x.Left }),
		Applies: dealing(stockHolderOf), Check: stockRepaid,
		Remedy: "Repay the loan stock.",
	},
)

func inTranches(c *kase) bool {
	t := c.Subject.ShareTerms.Ptr()
	return c.Subject.Subscription.Stated() && t != nil && t.TrancheMonths.Stated()
}

// minimumReached asks nothing of the holding while there is time.
func minimumReached(c *kase) {
	t, x := c.Subject.ShareTerms.Ptr(), c.Subject.Subscription.Ptr()
	months, _ := t.TrancheMonths.Get()
	joined, ok := law.Need(c, &x.Joined, "subscription.joined")
	if !ok || !c.On.After(law.MonthsFrom(joined, months)) {
		return
	}
	least, ok := law.Need(c, &t.Minimum, "share_terms.minimum")
	held, ok1 := law.Need(c, &x.Held, "subscription.held")
	if ok && ok1 && held < least {
		c.Breach("subscription.held", "The member, who joined on %s, holds %v; the minimum of %v was to be reached by %s.",
			joined.Long(), held, least, law.MonthsFrom(joined, months).Long())
	}
}

// singleShare is the Applies of a rule on an act of a society of single shares.
func singleShare(act func(*Society) bool) func(*kase) bool {
	return func(c *kase) bool {
		t := c.Subject.ShareTerms.Ptr()
		return t != nil && told(&t.SingleShare) == yes && act(c.Subject)
	}
}

func noInterest(c *kase) {
	list, ok := law.Need(c, &c.Subject.Distribution.Ptr().Payments, "distribution.payments")
	if p := sum(list, interestKinds); ok && p > 0 {
		c.Breach("distribution.payments", "The society would pay %v of interest on single shares that bear none.", p)
	}
}

func nothingRepaid(c *kase) {
	list, ok := law.Need(c, &c.Subject.Withdrawal.Ptr().Payments, "withdrawal.payments")
	if p := paidOut(list); ok && p > 0 {
		c.Breach("withdrawal.payments", "%v was repaid on single shares, which are forfeited on leaving.", p)
	}
}

// stockRepaid asks for the day of repayment only once the time is over.
func stockRepaid(c *kase) {
	t, ok := needTerms(c)
	if !ok {
		return
	}
	months, ok := law.Need(c, &t.LoanStockMonths, "share_terms.loan_stock_months")
	x, last := c.Subject.StockHolder.Ptr(), law.MonthsFrom(c.On, months)
	if !ok || !x.Repaid.Stated() && !c.AsAt.After(last) {
		return
	}
	if day, ok := law.Need(c, &x.Repaid, "stock_holder.repaid"); ok && day.After(last) {
		c.Breach("stock_holder.repaid", "The loan stock was repaid on %s; the last day was %s.", day.Long(), last.Long())
	}
}
