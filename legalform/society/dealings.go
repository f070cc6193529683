package society

import (
	"cmp"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Dealings are a society's register, what its rules say of its shares, and what passes
// between it and its members: one act of each kind, put to it to be judged. They are a
// part of Society, in whose JSON they stand beside the rest.
type Dealings struct {
	Register law.Fact[Register] `json:"register,omitzero"`
	// ShareTerms is what the registered rules say of shares, loans and deposits.
	ShareTerms law.Fact[ShareTerms] `json:"share_terms,omitzero"`
	// InterestLowest is the recorded judgement that the declared maximum of share interest is
	// the lowest rate sufficient to obtain the funds needed from members committed to the objects.
	InterestLowest law.Fact[bool] `json:"interest_lowest_sufficient,omitzero"`
	// CommunityShares is the term, where the society offers shares under it.
	CommunityShares law.Fact[CommunityShares] `json:"community_shares,omitzero"`

	Person        law.Fact[Person]        `json:"person,omitzero"`
	SetOff        law.Fact[SetOff]        `json:"set_off,omitzero"`
	Request       law.Fact[Request]       `json:"request,omitzero"`
	Nomination    law.Fact[Nomination]    `json:"nomination,omitzero"`
	SmallEstate   law.Fact[SmallEstate]   `json:"small_estate,omitzero"`
	Transfer      law.Fact[Transfer]      `json:"transfer,omitzero"`
	Deposits      law.Fact[Deposits]      `json:"deposits,omitzero"`
	Withdrawal    law.Fact[Repayments]    `json:"withdrawal,omitzero"`
	WriteDown     law.Fact[WriteDown]     `json:"write_down,omitzero"`
	Subscription  law.Fact[Subscription]  `json:"subscription,omitzero"`
	StockHolder   law.Fact[StockHolder]   `json:"stock_holder,omitzero"`
	Borrowing     law.Fact[Borrowing]     `json:"borrowing,omitzero"`
	Contributions law.Fact[Contributions] `json:"contributions,omitzero"`
	Interest      law.Fact[Interest]      `json:"interest_paid,omitzero"`
}

// DealingFigures are the figures of dealings with members.
type DealingFigures struct {
	PersonFigures
	RequestFigures
	NominationFigures
	DepositFigures
	ContributionFigures
	InterestFigures
	CommunityShareFigures
}

func enactedDealings() DealingFigures {
	return DealingFigures{
		enactedPersons(), enactedRequests(), enactedNominations(),
		enactedDeposits(), enactedContributions(), enactedInterest(), enactedCommunityShares(),
	}
}

// dealings are the topics of this part in the order of the 2014 Act.
var dealings = registers.With(persons).With(requests).With(nominations).With(smallEstates).With(transfers).
	With(depositing).With(minimums).With(withdrawals).With(writeDowns).With(ceilings).With(loanStocks).With(contributionRules).With(interestPayments).With(communityShares)

// checkDealings refuses facts that cannot be, naming the place by its JSON path.
func (x *Dealings) checkDealings() error {
	return cmp.Or(
		checkFact("share_terms", &x.ShareTerms, (*ShareTerms).check),
		checkFact("set_off", &x.SetOff, (*SetOff).check),
		checkFact("request", &x.Request, (*Request).check),
		checkFact("nomination", &x.Nomination, (*Nomination).check),
		checkFact("small_estate", &x.SmallEstate, (*SmallEstate).check),
		checkFact("transfer", &x.Transfer, (*Transfer).check),
		checkFact("deposits", &x.Deposits, (*Deposits).check),
		checkFact("withdrawal", &x.Withdrawal, (*Repayments).check),
		checkFact("write_down", &x.WriteDown, (*WriteDown).check),
		checkFact("subscription", &x.Subscription, (*Subscription).check),
		checkFact("borrowing", &x.Borrowing, (*Borrowing).check),
		checkFact("contributions", &x.Contributions, (*Contributions).check),
		checkFact("interest_paid", &x.Interest, (*Interest).check),
	)
}

// checkFact checks a fact, with which nothing is wrong where it is not stated.
func checkFact[T any](name string, f *law.Fact[T], check func(*T) error) error {
	x := f.Ptr()
	if x == nil {
		return nil
	}
	if err := check(x); err != nil {
		return fmt.Errorf("%s.%w", name, err)
	}
	return nil
}

// amountFact refuses a stated amount that is negative or too large.
func amountFact(name string, f *law.Fact[law.Pence]) error {
	p, _ := f.Get()
	return amountNamed(name, p)
}

func amountNamed(name string, p law.Pence) error {
	if p < 0 || p > law.MaxPence {
		return fmt.Errorf("%s: not an amount that can be, %v", name, p)
	}
	return nil
}

// dealingOn is the event of an act that may not be stated.
func dealingOn[T any](path string, act func(*Society) *law.Fact[T], day func(*T) law.Fact[law.Date]) event {
	return event{Path: path, Of: func(s *Society) law.Fact[law.Date] {
		if x := act(s).Ptr(); x != nil {
			return day(x)
		}
		return law.Fact[law.Date]{}
	}}
}

// dealing is the Applies of a rule on an act that may not be put to the society.
func dealing[T any](act func(*Society) *law.Fact[T]) func(*kase) bool {
	return func(c *kase) bool { return act(c.Subject).Stated() }
}
