package society

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on the withdrawal of shares.
const (
	CapitalBeforeDeposits     law.Code = "society.capital-before-deposits"
	CapitalBeforeDeposits1965 law.Code = "society.capital-before-deposits-1965"
	WithdrawalUnfunded        law.Code = "society.withdrawal-unfunded"
	WithdrawalNotSolvent      law.Code = "society.withdrawal-not-solvent"
	WithdrawalSuspendedPaid   law.Code = "society.withdrawal-suspended"
	WithdrawalEarly           law.Code = "society.withdrawal-early"
	WithdrawalOutOfOrder      law.Code = "society.withdrawal-out-of-order"
	WithdrawalBelowMinimum    law.Code = "society.withdrawal-below-minimum"
	WithdrawalUnnoticed       law.Code = "society.withdrawal-unnoticed"
)

// Repayments are what a society pays of its members' notices to withdraw shares on one
// day. The notices are those not paid before it.
type Repayments struct {
	On       law.Fact[law.Date]    `json:"on,omitzero"`
	Notices  law.Fact[[]Notice]    `json:"notices,omitzero"`
	Payments law.Fact[[]Repayment] `json:"payments,omitzero"`
	// Surplus is the trading surplus available, from which withdrawals are to be paid.
	Surplus law.Fact[law.Pence] `json:"surplus,omitzero"`
	// Solvent, DepositsDue and Suspended are those of Means.
	Solvent     law.Fact[bool] `json:"solvent_for_a_year,omitzero"`
	DepositsDue law.Fact[bool] `json:"deposits_due,omitzero"`
	Suspended   law.Fact[bool] `json:"suspended,omitzero"`
}

// A Repayment is what is paid of one notice.
type Repayment struct {
	Number int64     `json:"number"`
	Amount law.Pence `json:"amount"`
}

func (x *Repayments) check() error {
	notices, _ := x.Notices.Get()
	if _, err := inOrder(notices); err != nil {
		return err
	}
	payments, _ := x.Payments.Get()
	paid := make(map[int64]bool, len(payments))
	var sum law.Pence
	for i, p := range payments {
		if err := amountNamed("amount", p.Amount); err != nil {
			return fmt.Errorf("payments[%d].%w", i, err)
		}
		if paid[p.Number] {
			return fmt.Errorf("payments[%d].number: notice %d is paid twice", i, p.Number)
		}
		paid[p.Number] = true
		if sum += p.Amount; sum > law.MaxPence {
			return fmt.Errorf("payments[%d].amount: the payments add up to more than can be", i)
		}
	}
	return amountFact("surplus", &x.Surplus)
}

func withdrawalOf(s *Society) *law.Fact[Repayments] { return &s.Withdrawal }

var withdrawn = dealingOn("withdrawal.on", withdrawalOf, func(x *Repayments) law.Fact[law.Date] { return x.On })

var (
	withdrawGuidance = guidance.At("on the withdrawal of shares", "")
	withdrawRules    = modelRules.At("the society's registered rules, on the withdrawal of shares", "")
)

var depositsFirst = rule{
	Code: CapitalBeforeDeposits, Provision: act2014.At("s. 67(3)", "section/67"),
	Says:    "A society which takes deposits must not make any payment of withdrawable capital while any payment due on account of any deposit is unsatisfied.",
	InForce: from2014, Event: withdrawn, Applies: paysOut, Check: depositsSatisfied,
	Remedy: "Pay the depositors what is due to them first.",
}

// ownWithdrawal is a row of what the society's own rules say of withdrawal.
func ownWithdrawal(code law.Code, says, remedy string, applies func(*kase) bool, check func(*kase)) rule {
	return rule{
		Code: code, Provision: withdrawRules, Weight: law.OwnRules, Says: says, InForce: always, Event: withdrawn,
		Applies: applies, Check: check, Remedy: remedy,
	}
}

var withdrawals = law.Topic("withdrawals",
	under1965(depositsFirst, CapitalBeforeDeposits1965, act1965.At("s. 7(3)", "section/7"), start1965), depositsFirst,
	rule{
		Code: WithdrawalUnfunded, Provision: withdrawGuidance, Weight: law.Guidance,
		Says:    "A society allows withdrawal only if trading surpluses match or exceed the amount.",
		InForce: fromGuidance, Event: withdrawn, Applies: paysOut, Check: funded,
		Remedy: "Pay no more than the surplus; new loans or new members' money is no surplus.",
	},
	rule{
		Code: WithdrawalNotSolvent, Provision: withdrawGuidance, Weight: law.Guidance,
		Says: "A society allows withdrawal only if its committee believes that it can pay its debts at the time and for a year after, contingent and " +
			"prospective liabilities counted.",
		InForce: fromGuidance, Event: withdrawn, Applies: paysOut, Check: believedSolvent,
		Remedy: "Suspend withdrawals until the committee can believe it.",
	},
	ownWithdrawal(WithdrawalSuspendedPaid, "Nothing is paid on any notice of withdrawal while the committee has suspended withdrawal.",
		"Pay nothing until the suspension is lifted.", paysOut, notSuspended),
	ownWithdrawal(WithdrawalUnnoticed, "Shares are withdrawn only on a notice to withdraw them, and no more than it asks.",
		"Have the member give notice.", paysOut, allNoticed),
	ownWithdrawal(WithdrawalEarly, "A notice of withdrawal is paid only once the time that the rules require has run, unless the committee waives it.",
		"Wait until the notice has run, or have the committee waive the time.", noticeRequired, noticesRun),
	ownWithdrawal(WithdrawalOutOfOrder, "Notices of withdrawal are paid strictly in the order of their receipt.",
		"Pay the earlier notices first.", orderRequired, strictlyInOrder),
	ownWithdrawal(WithdrawalBelowMinimum, "A member may not withdraw shares so as to hold less than the minimum, unless the member leaves.",
		"Let the member keep the minimum, or leave.", minimumRequired, minimumKept),
)

func paysOut(c *kase) bool {
	x := c.Subject.Withdrawal.Ptr()
	if x == nil {
		return false
	}
	list, ok := law.Need(c, &x.Payments, "withdrawal.payments")
	return ok && paidOut(list) > 0
}

func paidOut(list []Repayment) (sum law.Pence) {
	for _, p := range list {
		sum += p.Amount
	}
	return sum
}

func depositsSatisfied(c *kase) {
	if due, ok := law.Ask(c, &c.Subject.Withdrawal.Ptr().DepositsDue, "withdrawal.deposits_due", askDepositsDue); ok && due {
		c.Breach("withdrawal.payments", "The society paid out withdrawable capital while a payment due on a deposit was unsatisfied.")
	}
}

func funded(c *kase) {
	x := c.Subject.Withdrawal.Ptr()
	list, _ := x.Payments.Get()
	surplus, ok := law.Need(c, &x.Surplus, "withdrawal.surplus")
	if sum := paidOut(list); ok && sum > surplus {
		c.Breach("withdrawal.payments", "Withdrawals of %v were paid; the trading surplus available was %v.", sum, surplus)
	}
}

func believedSolvent(c *kase) {
	if yes, ok := law.Ask(c, &c.Subject.Withdrawal.Ptr().Solvent, "withdrawal.solvent_for_a_year", askSolvent); ok && !yes {
		c.Breach("withdrawal.solvent_for_a_year", "The committee does not believe that the society can pay its debts for a year.")
	}
}

func notSuspended(c *kase) {
	if yes, ok := law.Need(c, &c.Subject.Withdrawal.Ptr().Suspended, "withdrawal.suspended"); ok && yes {
		c.Breach("withdrawal.payments", "Withdrawals were paid while withdrawal was suspended.")
	}
}

// paidTurn is a payment with its notice, in order of receipt.
type paidTurn struct {
	at     int // the place of the payment, or -1 where nothing is paid
	notice *Notice
	held   *law.Pence // by the member, as the run goes on
	amount law.Pence
}

// queued puts the notices in order of receipt, each with what is paid on it.
func queued(c *kase) ([]paidTurn, bool) {
	x := c.Subject.Withdrawal.Ptr()
	payments, _ := x.Payments.Get()
	notices, ok := law.Need(c, &x.Notices, "withdrawal.notices")
	if !ok {
		return nil, false
	}
	q, err := inOrder(notices)
	if err != nil {
		c.Unknown("withdrawal.notices", "What are the notices? "+err.Error()+".")
		return nil, false
	}
	paid := make(map[int64]int, len(payments))
	for i := range payments {
		paid[payments[i].Number] = i
	}
	turns := make([]paidTurn, len(notices))
	for i, at := range q.order {
		turns[i] = paidTurn{at: -1, notice: &notices[at], held: q.holding(at)}
		if j, ok := paid[notices[at].Number]; ok {
			turns[i].at, turns[i].amount = j, payments[j].Amount
		}
	}
	return turns, true
}

func allNoticed(c *kase) {
	turns, ok := queued(c)
	if !ok {
		return
	}
	payments, _ := c.Subject.Withdrawal.Ptr().Payments.Get()
	asked := make(map[int64]law.Pence, len(turns))
	for _, x := range turns {
		asked[x.notice.Number] = x.notice.Amount
	}
	for i, p := range payments {
		if p.Amount > asked[p.Number] {
			c.Breach(law.Path("withdrawal.payments", i, "amount"), "%v was paid on notice %d, which asks for %v.", p.Amount, p.Number, asked[p.Number])
		}
	}
}

func noticeRequired(c *kase) bool {
	return paysOut(c) && requires(c, "share_terms.notice_months", func(t *ShareTerms) bool { return t.NoticeMonths.Stated() })
}

func orderRequired(c *kase) bool {
	return paysOut(c) && requires(c, "share_terms.in_order", func(t *ShareTerms) bool { return t.InOrder.Stated() }) &&
		told(&c.Subject.ShareTerms.Ptr().InOrder) == yes
}

func minimumRequired(c *kase) bool {
	return paysOut(c) && requires(c, "share_terms.minimum", func(t *ShareTerms) bool { return t.Minimum.Stated() })
}

// requires needs that the rules state a term.
func requires(c *kase, path string, stated func(*ShareTerms) bool) bool {
	t, ok := needTerms(c)
	if ok && !stated(t) {
		c.Unknown(path, "")
	}
	return ok && stated(t)
}

func noticesRun(c *kase) {
	turns, _ := queued(c)
	months, _ := c.Subject.ShareTerms.Ptr().NoticeMonths.Get()
	for _, x := range turns {
		if day := payableFrom(x.notice, months); x.amount > 0 && c.On.Before(day) {
			c.Breach(law.Path("withdrawal.payments", x.at, ""), "Notice %d, received on %s, was paid on %s; it could be paid from %s.",
				x.notice.Number, x.notice.Received.Long(), c.On.Long(), day.Long())
		}
	}
}

// strictlyInOrder passes over notices that can never be paid as they stand, as PayQueue does.
func strictlyInOrder(c *kase) {
	turns, ok := queued(c)
	minimum, ok1 := law.Need(c, &c.Subject.ShareTerms.Ptr().Minimum, "share_terms.minimum")
	if !ok || !ok1 {
		return
	}
	var unpaid *Notice
	for _, x := range turns {
		h := *x.held
		*x.held -= x.amount
		if x.amount > 0 && unpaid != nil {
			c.Breach(law.Path("withdrawal.payments", x.at, ""), "Notice %d was paid before notice %d, received earlier, was paid in full.",
				x.notice.Number, unpaid.Number)
		}
		if unpaid == nil && x.amount < x.notice.Amount && cannot(x.notice, h, minimum) == 0 {
			unpaid = x.notice
		}
	}
}

func minimumKept(c *kase) {
	turns, _ := queued(c)
	minimum, _ := c.Subject.ShareTerms.Ptr().Minimum.Get()
	for _, x := range turns {
		h := *x.held
		*x.held -= x.amount
		if x.amount > 0 && cannot(x.notice, h, minimum) != 0 {
			c.Breach(law.Path("withdrawal.payments", x.at, ""), "After notice %d of %v the member, who held %v, would hold less than the minimum of %v.",
				x.notice.Number, x.notice.Amount, h, minimum)
		}
	}
}
