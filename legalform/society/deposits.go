package society

import (
	"cmp"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on banking and deposits.
const (
	BankingWithWithdrawable     law.Code = "society.banking-with-withdrawable"
	BankingWithWithdrawable1965 law.Code = "society.banking-with-withdrawable-1965"
	DepositsAgainstRules        law.Code = "society.deposits-against-rules"
)

// DepositFigures are the limits of deposits that are not banking.
type DepositFigures struct {
	SmallDeposit law.History[DepositLimit]
}

// A DepositLimit is how much one payment and one depositor may come to, and the least
// notice of repayment.
type DepositLimit struct {
	Payment   law.Pence `json:"payment"`
	Depositor law.Pence `json:"depositor"`
	ClearDays int       `json:"clear_days"`
}

// String writes "£400.00 in one payment, £400.00 for one depositor, 2 clear days' notice".
func (l DepositLimit) String() string {
	return fmt.Sprintf("%v in one payment, %v for one depositor, %d clear days' notice", l.Payment, l.Depositor, l.ClearDays)
}

func enactedDeposits() DepositFigures {
	limit := func(payment, depositor int64) DepositLimit {
		return DepositLimit{law.Pounds(payment), law.Pounds(depositor), 2}
	}
	act1978 := law.Instrument{Title: "Industrial and Provident Societies Act 1978 (c. 34)", Path: "ukpga/1978/34"}
	of1978 := act1978.At("s. 1(1)", "section/1")
	order := law.Instrument{
		Title: "Industrial and Provident Societies (Increase in Deposit-taking Limits) Order 1981 (SI 1981/394)", Path: "uksi/1981/394", AsMade: true,
	}
	return DepositFigures{SmallDeposit: law.Since("society.small_deposit", "deposits that are not banking",
		at(start1965, limit(2, 50), act1965.At("s. 7(3)", "section/7")),
		at("1978-07-20", limit(2, 50), of1978).InDoubt("On what day in 1978, after it was passed on 20 July, did the Act come into force?", limit(10, 250)),
		at("1979-01-01", limit(10, 250), of1978),
		at("1981-04-13", limit(400, 400), order.At("art 3", "article/3")),
		at(start2014, limit(400, 400), act2014.At("s. 67(2)", "section/67")),
	)}
}

// Deposits are what a society takes on deposit, as at a date.
type Deposits struct {
	// AnyWithdrawable says that the society has any withdrawable share capital. It need not be
	// stated where all shares are said to be withdrawable.
	AnyWithdrawable law.Fact[bool] `json:"any_withdrawable,omitzero"`
	// Accounts lists the depositors; an empty list says that there are none.
	Accounts law.Fact[[]DepositAccount] `json:"accounts,omitzero"`
	// ClearDays is the notice on which deposits are payable.
	ClearDays law.Fact[int] `json:"clear_days,omitzero"`
	// Banking is the recorded judgement that the society carries on the business of banking,
	// deposits within the limits left out of account.
	Banking law.Fact[bool] `json:"banking,omitzero"`
}

// A DepositAccount is one depositor's.
type DepositAccount struct {
	// Depositor is an id that locates a finding.
	Depositor string `json:"depositor"`
	// Largest is the largest single payment taken, Held what is deposited now.
	Largest law.Fact[law.Pence] `json:"largest_payment,omitzero"`
	Held    law.Fact[law.Pence] `json:"held,omitzero"`
}

func (x *Deposits) check() error {
	list, _ := x.Accounts.Get()
	for i := range list {
		if err := cmp.Or(amountFact("largest_payment", &list[i].Largest), amountFact("held", &list[i].Held)); err != nil {
			return fmt.Errorf("accounts[%d].%w", i, err)
		}
	}
	if n, _ := x.ClearDays.Get(); n < 0 {
		return fmt.Errorf("clear_days: a negative number, %d", n)
	}
	return nil
}

var banking = rule{
	Code: BankingWithWithdrawable, Provision: act2014.At("s. 67(1)-(2)", "section/67"),
	Says: "A society which has any withdrawable share capital must not carry on the business of banking; deposits within the limits for one payment and " +
		"one depositor, payable on at least two clear days' notice, are not banking.",
	InForce: from2014, Applies: withdrawableAndDeposits, Check: noBanking,
	Remedy: "Keep deposits within the limits, or take loans that are no deposits.",
}

var depositing = law.Topic("deposits",
	under1965(banking, BankingWithWithdrawable1965, act1965.At("s. 7(1), (3)", "section/7"), start1965), exceptUnions(start2014, banking),
	rule{
		Code: DepositsAgainstRules, Provision: modelRules.At("the society's registered rules, on deposits", ""), Weight: law.OwnRules,
		Says:    "A society whose rules determine that it may not receive money on deposit takes none.",
		InForce: always, Applies: barsDeposits, Check: noDeposits,
		Remedy: "Repay the deposits.",
	},
)

func withdrawableAndDeposits(c *kase) bool {
	d := c.Subject.Deposits.Ptr()
	if d == nil {
		return false
	}
	if !d.AnyWithdrawable.Stated() && told(&c.Subject.AllWithdrawable) == yes {
		return true
	}
	withdrawable, ok := law.Need(c, &d.AnyWithdrawable, "deposits.any_withdrawable")
	return ok && withdrawable
}

// noBanking leaves the judgement to a person only where deposits are outside the limits
// and nobody has said: to be outside them is not yet to be a bank.
func noBanking(c *kase) {
	d := c.Subject.Deposits.Ptr()
	if yes, ok := d.Banking.Get(); ok {
		if yes {
			c.Breach("deposits.banking", "The society has withdrawable share capital and carries on the business of banking.")
		}
		return
	}
	limit, ok := law.Read(c, &c.Figures.SmallDeposit, c.On)
	list, ok1 := law.Need(c, &d.Accounts, "deposits.accounts")
	if !ok || !ok1 || len(list) == 0 {
		return
	}
	days, ok := law.Need(c, &d.ClearDays, "deposits.clear_days")
	small := ok && days >= limit.ClearDays
	for i := range list {
		within, missing := list[i].within(limit)
		if missing != "" {
			c.Unknown(law.Path("deposits.accounts", i, missing), "")
		}
		small = small && within
	}
	if ok && !small {
		c.Unknown("deposits.banking", "Does the society carry on the business of banking? Not all its deposits are within "+limit.String()+".")
	}
}

// within reports whether an account is one whose deposits are not banking.
func (a *DepositAccount) within(l DepositLimit) (within bool, missing string) {
	largest, ok := a.Largest.Get()
	if !ok {
		return false, "largest_payment"
	}
	held, ok := a.Held.Get()
	if !ok {
		return false, "held"
	}
	return largest <= l.Payment && held <= l.Depositor, ""
}

// DepositRoom says how much a depositor who has some deposited already may pay in at once
// for the deposit not to count as banking, on a date, by the law whose figures it is given.
// Notice of repayment must be kept besides.
func DepositRoom(f *Figures, held law.Pence, on law.Date) law.Allowance {
	a := law.Open()
	limit, ok := read(&a, &f.SmallDeposit, on)
	if !ok {
		return a
	}
	code, provision := BankingWithWithdrawable, banking.Provision
	if on.Before(commenced2014) && !f.northern() {
		code, provision = BankingWithWithdrawable1965, act1965.At("s. 7(1), (3)", "section/7")
	}
	code, provision = f.cites(code, provision)
	a.Within(min(limit.Payment, limit.Depositor-held), code, provision)
	a.Working.Add("one payment, at most", limit.Payment)
	a.Working.Add("one depositor, at most", limit.Depositor)
	a.Working.Add("deposited already", held)
	return a
}

func barsDeposits(c *kase) bool {
	t, d := c.Subject.ShareTerms.Ptr(), c.Subject.Deposits.Ptr()
	if t == nil || d == nil {
		return false
	}
	barred, ok := law.Need(c, &t.DepositsBarred, "share_terms.deposits_barred")
	return ok && barred
}

func noDeposits(c *kase) {
	if list, ok := law.Need(c, &c.Subject.Deposits.Ptr().Accounts, "deposits.accounts"); ok && len(list) > 0 {
		c.Breach("deposits.accounts", "The society holds the deposits of %d persons; its rules allow none.", len(list))
	}
}
