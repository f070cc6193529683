package society

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Notice is a member's notice to withdraw shares.
type Notice struct {
	// Number is the society's own, in the order of receipt: it decides between notices of one
	// day, and no two have the same.
	Number   int64    `json:"number"`
	Member   string   `json:"member"`
	Received law.Date `json:"received"`
	// Amount is what is to be withdrawn, at par or at the value to which it is written down.
	Amount law.Pence `json:"amount"`
	// Holding is what the member holds before any of the notices is paid.
	Holding law.Pence `json:"holding"`
	// Leaving says that the member withdraws everything and ceases to be one; Forced that the
	// society ended the membership.
	Leaving bool `json:"leaving,omitempty"`
	Forced  bool `json:"forced,omitempty"`
	// Waived says that the committee waived the time of notice, not the order.
	Waived bool `json:"waived,omitempty"`
}

func (n *Notice) check() error {
	switch {
	case n.Received.IsZero():
		return fmt.Errorf("received: no date")
	case n.Amount <= 0 || n.Amount > law.MaxPence:
		return fmt.Errorf("amount: not an amount that can be withdrawn, %v", n.Amount)
	}
	return amountNamed("holding", n.Holding)
}

// Means are what there is to pay withdrawals from, and whether it may be used.
type Means struct {
	// Surplus is the trading surplus available, from which alone withdrawals are paid.
	Surplus law.Pence `json:"surplus"`
	// Solvent is the committee's recorded belief that the society can pay its debts at the
	// withdrawal and for a year after, contingent and prospective ones counted.
	Solvent law.Fact[bool] `json:"solvent_for_a_year,omitzero"`
	// DepositsDue says that a payment due on a deposit is unsatisfied.
	DepositsDue law.Fact[bool] `json:"deposits_due,omitzero"`
	// Suspended says that the committee has suspended withdrawal, which catches every notice
	// not yet paid.
	Suspended law.Fact[bool] `json:"suspended,omitzero"`
}

// A Turn is one notice in a run of payments.
type Turn struct {
	Number int64  `json:"number"`
	Member string `json:"member"`
	// Payable is the first day on which it may be paid.
	Payable law.Date  `json:"payable"`
	Pay     law.Pence `json:"pay"`
	Fate    Fate      `json:"fate"`
	// RepayBy is the last day on which loan stock is to be repaid.
	RepayBy law.Date `json:"repay_by,omitzero"`
}

// A Run says what is paid of a queue of notices on a day, in order of receipt, and why the
// rest is not. Where a fact is missing nothing is paid, there are no turns, and Missing
// names it.
type Run struct {
	Turns     []Turn        `json:"turns"`
	Paid      law.Pence     `json:"paid"`
	Left      law.Pence     `json:"left"`
	LoanStock law.Pence     `json:"loan_stock"`
	Missing   []law.Missing `json:"missing,omitempty"`
}

// Known reports whether no fact was missing.
func (r *Run) Known() bool { return len(r.Missing) == 0 }

// PayQueue works out what a society's rules let it pay of the notices to withdraw on a
// day: each once its notice has run, strictly in order of receipt where the rules say so,
// out of the trading surplus, down to no less than the minimum holding, and nothing while
// withdrawal is suspended, while a deposit due is unpaid, or without the committee's belief
// in solvency. In strict order, a notice that cannot be paid yet holds up all behind it,
// one of which the committee waived the time included; one that can never be paid as it
// stands, because the member lacks the shares or would fall below the minimum, holds up
// nobody. No notice is paid in part unless the rules are stated to allow it. The result does not depend on the order in which the notices are listed.
//
// It refuses, with the place, amounts that cannot be, numbers used twice, and notices of
// one member that state different holdings.
func PayQueue(t *ShareTerms, notices []Notice, m *Means, on law.Date) (Run, error) {
	q, err := inOrder(notices)
	if err != nil {
		return Run{}, err
	}
	if err := cmp.Or(t.check(), amountNamed("surplus", m.Surplus)); err != nil {
		return Run{}, err
	}
	run := Run{Left: m.Surplus}
	if run.Missing = lacking(t, m, notices); run.Missing != nil {
		return run, nil
	}
	p := startRun(t, m, on)
	stock, stocked := t.LoanStockMonths.Get()
	run.Turns = make([]Turn, len(notices))
	for i, at := range q.order {
		n, held := &notices[at], q.holding(at)
		x := p.turn(n, *held)
		if x.Fate == WithdrawalSuspended && n.Forced && stocked {
			x.Fate, x.RepayBy = MadeLoanStock, law.MonthsFrom(n.Received, stock)
			run.LoanStock += n.Amount
			*held -= n.Amount
		}
		*held -= x.Pay
		run.Paid += x.Pay
		run.Turns[i] = x
	}
	run.Left = p.left
	return run, nil
}

// arrivals are notices in order of receipt.
type arrivals struct {
	order  []int       // the places of the notices in the list
	member []int32     // whose each notice of the list is
	held   []law.Pence // what each member holds, as a run goes on
}

// holding is what the member who gave a notice of the list holds.
func (q *arrivals) holding(at int) *law.Pence { return &q.held[q.member[at]] }

// inOrder puts notices in order of receipt, and refuses those that cannot be.
func inOrder(notices []Notice) (arrivals, error) {
	q := arrivals{order: make([]int, len(notices)), member: make([]int32, len(notices)), held: make([]law.Pence, 0, len(notices))}
	who := make(map[string]int32, len(notices))
	var sum law.Pence
	for i := range notices {
		n := &notices[i]
		q.order[i] = i
		if err := n.check(); err != nil {
			return arrivals{}, fmt.Errorf("notices[%d].%w", i, err)
		}
		m, ok := who[n.Member]
		if !ok {
			m = int32(len(q.held))
			who[n.Member], q.held = m, append(q.held, n.Holding)
		}
		q.member[i] = m
		if q.held[m] != n.Holding {
			return arrivals{}, fmt.Errorf("notices[%d].holding: %v, and %v in another notice of the same member", i, n.Holding, q.held[m])
		}
		if sum += n.Amount; sum > law.MaxPence {
			return arrivals{}, fmt.Errorf("notices[%d].amount: the notices add up to more than can be", i)
		}
	}
	before := func(a, b int) int {
		if c := notices[a].Received.Compare(notices[b].Received); c != 0 {
			return c
		}
		return cmp.Compare(notices[a].Number, notices[b].Number)
	}
	if !slices.IsSortedFunc(q.order, before) {
		slices.SortFunc(q.order, before)
	}
	return q, unnumbered(notices, q.order)
}

// unnumbered refuses a number used twice. Numbers mostly rise with the receipt, and then
// need no sorting.
func unnumbered(notices []Notice, order []int) error {
	numbers := make([]int64, len(notices))
	for i, at := range order {
		numbers[i] = notices[at].Number
	}
	if !slices.IsSorted(numbers) {
		slices.Sort(numbers)
	}
	for i := 1; i < len(numbers); i++ {
		if numbers[i] == numbers[i-1] {
			return fmt.Errorf("notices: the number %d is used twice", numbers[i])
		}
	}
	return nil
}

// lacking lists the facts without which a run is not known.
func lacking(t *ShareTerms, m *Means, notices []Notice) (missing []law.Missing) {
	if len(notices) == 0 {
		return nil
	}
	for _, f := range []struct {
		stated         bool
		path, question string
	}{
		{t.NoticeMonths.Stated(), "share_terms.notice_months", "What notice of withdrawal do the rules require?"},
		{t.InOrder.Stated(), "share_terms.in_order", "Do the rules pay notices strictly in order of receipt?"},
		{t.Minimum.Stated(), "share_terms.minimum", "What is the minimum holding under the rules?"},
		{m.Suspended.Stated(), "suspended", "Has the committee suspended withdrawal?"},
		{m.Solvent.Stated(), "solvent_for_a_year", askSolvent},
		{m.DepositsDue.Stated(), "deposits_due", askDepositsDue},
	} {
		if !f.stated {
			missing = append(missing, law.Missing{Path: f.path, Question: f.question})
		}
	}
	return missing
}

const (
	askSolvent = "Does the committee believe that the society can pay its debts at the withdrawal and for a year after, contingent and " +
		"prospective liabilities counted?"
	askDepositsDue = "Is any payment due on a deposit unsatisfied?"
)

// stopped is the fate of every notice, where they all have one.
func stopped(m *Means) Fate {
	switch {
	case told(&m.Suspended) == yes:
		return WithdrawalSuspended
	case told(&m.DepositsDue) == yes:
		return DepositsFirst
	case told(&m.Solvent) == no:
		return NotSolvent
	}
	return 0
}

// payRun is a run under way.
type payRun struct {
	on      law.Date
	left    law.Pence
	months  int
	minimum law.Pence
	strict  bool
	parts   bool
	stopped Fate
	blocked bool
	// payable is the day for notices received on received, which many share.
	received, payable law.Date
}

// startRun reads terms that lacking has found stated.
func startRun(t *ShareTerms, m *Means, on law.Date) payRun {
	p := payRun{on: on, left: m.Surplus, stopped: stopped(m)}
	p.months, _ = t.NoticeMonths.Get()
	p.minimum, _ = t.Minimum.Get()
	p.strict, _ = t.InOrder.Get()
	p.parts, _ = t.PartPayments.Get()
	return p
}

// turn tries one notice, of a member who still holds so much.
func (q *payRun) turn(n *Notice, held law.Pence) Turn {
	x := Turn{Number: n.Number, Member: n.Member, Payable: q.payableOn(n)}
	switch bar := cannot(n, held, q.minimum); {
	case bar != 0:
		x.Fate = bar
	case q.stopped != 0:
		x.Fate = q.stopped
	case q.blocked:
		x.Fate = BehindAnother
	case q.on.Before(x.Payable):
		x.Fate, q.blocked = NoticeRunning, q.strict
	case n.Amount > q.left && q.parts && q.left > 0:
		x.Fate, x.Pay, q.left, q.blocked = PaidInPart, q.left, 0, q.strict
	case n.Amount > q.left:
		x.Fate, q.blocked = BeyondSurplus, q.strict
	default:
		x.Fate, x.Pay = PaidInFull, n.Amount
		q.left -= n.Amount
	}
	return x
}

func (q *payRun) payableOn(n *Notice) law.Date {
	if n.Waived {
		return n.Received
	}
	if n.Received != q.received {
		q.received, q.payable = n.Received, payableFrom(n, q.months)
	}
	return q.payable
}

// payableFrom is the first day on which a notice may be paid.
func payableFrom(n *Notice, months int) law.Date {
	if n.Waived {
		return n.Received
	}
	return law.MonthsFrom(n.Received, months)
}

// cannot is why a notice can never be paid as it stands, or nothing.
func cannot(n *Notice, held, minimum law.Pence) Fate {
	rest := held - n.Amount
	leaves := (n.Leaving || n.Forced) && rest == 0
	switch {
	case rest < 0:
		return MoreThanHeld
	case rest < minimum && !leaves:
		return BelowMinimum
	}
	return 0
}
