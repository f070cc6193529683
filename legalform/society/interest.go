package society

import (
	"cmp"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on the rates of interest and on borrowing.
const (
	InterestAboveRules     law.Code = "society.interest-above-rules"
	InterestAboveNeed      law.Code = "society.interest-above-need"
	LoanInterestAboveRules law.Code = "society.loan-interest-above-rules"
	BorrowingAboveRules    law.Code = "society.borrowing-above-rules"
)

// RateTerms are a ceiling of interest in a society's rules: the greater of Floor and of
// OverBase above the Bank of England's base rate. One that is not stated plays no part.
// Rules that take another rate, such as a published one, are put as a floor of that rate.
type RateTerms struct {
	Floor    law.Fact[law.Ratio] `json:"floor,omitzero"`
	OverBase law.Fact[law.Ratio] `json:"over_base,omitzero"`
}

// mostRate bounds the terms of a ratio, so that rates add up exactly.
const mostRate = 1_000_000_000

func rateOK(r law.Ratio) bool {
	return r.Num() >= 0 && r.Num() <= mostRate && r.Den() <= mostRate
}

func rateOf(name string, f *law.Fact[RateTerms]) error {
	t := f.Ptr()
	if t == nil {
		return nil
	}
	if r, _ := t.Floor.Get(); !rateOK(r) {
		return fmt.Errorf("%s.floor: not a rate that can be, %v", name, r)
	}
	if r, _ := t.OverBase.Get(); !rateOK(r) {
		return fmt.Errorf("%s.over_base: not a rate that can be, %v", name, r)
	}
	return nil
}

// Ceiling returns the highest rate that the terms allow while the base rate is such. The
// base rate need not be known where the terms do not turn on it. It returns false where it
// must be and is not, where the terms state no ceiling, and where a rate is negative or
// finer than a billionth.
func (t *RateTerms) Ceiling(base law.Fact[law.Ratio]) (law.Ratio, bool) {
	floor, fixed := t.Floor.Get()
	over, floats := t.OverBase.Get()
	rate, known := base.Get()
	switch {
	case !rateOK(floor) || !rateOK(over) || !rateOK(rate) || !fixed && !floats || floats && !known:
		return law.Ratio{}, false
	case !floats:
		return floor, true
	}
	if above := rate.Add(over); above.Cmp(floor) > 0 {
		return above, true
	}
	return floor, true
}

// InterestFigures are the figures of the rates of interest. The Acts have none.
type InterestFigures struct {
	// InterestLowest says whether the declared maximum must be the lowest rate sufficient to
	// obtain the funds needed.
	InterestLowest law.History[bool]
	// InterestReturn is what one person may be paid gross in a period without a return;
	// InterestReturnMonths is the time for it. The Revenue asks in practice only for £250.
	InterestReturn       law.History[law.Pence]
	InterestReturnMonths law.History[int]
}

var lowest = guidance.At("on the maximum rate of share interest", "")

func enactedInterest() InterestFigures {
	s887 := actIT2007.At("s. 887, by the Revenue's manual CTM40525", "section/887")
	return InterestFigures{
		InterestLowest:       law.Since("society.interest_lowest", "whether it must be", at(startGuidance, true, lowest)),
		InterestReturn:       law.Since("society.interest_return", "paid to one person in a period, above which there is a return", at(startIT2007, law.Pounds(15), s887)),
		InterestReturnMonths: law.Since("society.interest_return_months", "months from the end of the period", at(startIT2007, 3, s887)),
	}
}

// Borrowing is a loan that a society takes.
type Borrowing struct {
	On law.Fact[law.Date] `json:"on,omitzero"`
	// Owed is what the society owes on loans already; Amount is the new one.
	Owed   law.Fact[law.Pence] `json:"owed,omitzero"`
	Amount law.Fact[law.Pence] `json:"amount,omitzero"`
	// Rate is its yearly rate of interest, and BaseRate the base rate at its start, by which
	// the ceiling is fixed for the whole of its term.
	Rate     law.Fact[law.Ratio] `json:"rate,omitzero"`
	BaseRate law.Fact[law.Ratio] `json:"base_rate,omitzero"`
}

func (x *Borrowing) check() error {
	rate, _ := x.Rate.Get()
	base, _ := x.BaseRate.Get()
	switch {
	case !rateOK(rate):
		return fmt.Errorf("rate: not a rate that can be, %v", rate)
	case !rateOK(base):
		return fmt.Errorf("base_rate: not a rate that can be, %v", base)
	}
	return cmp.Or(amountFact("owed", &x.Owed), amountFact("amount", &x.Amount))
}

func borrowingOf(s *Society) *law.Fact[Borrowing] { return &s.Borrowing }

var (
	borrowed      = dealingOn("borrowing.on", borrowingOf, func(x *Borrowing) law.Fact[law.Date] { return x.On })
	interestRules = modelRules.At("the society's registered rules, on interest", "")
	loanRules     = modelRules.At("the society's registered rules, on borrowing", "")
)

var ceilings = law.Topic("the society's own ceiling on interest",
	rule{
		Code: InterestAboveRules, Provision: interestRules, Weight: law.OwnRules,
		Says: "Where the society's rules set a ceiling for share interest, such as the greater of a fixed rate and a margin over base rate, no more is " +
			"paid for a year.",
		InForce: always, Event: distributed, Applies: ceilingOnInterest, Check: withinRulesInterest,
		Remedy: "Pay no more than the ceiling of the rules.",
	},
	rule{
		Code: InterestAboveNeed, Provision: lowest, Weight: law.Guidance,
		Says: "The declared maximum rate of share interest is the lowest rate sufficient to obtain the necessary funds from members who are committed to " +
			"the society's objects.",
		InForce: fromGuidance, Event: distributed, Applies: paysInterest, Check: lowestSufficient,
		Remedy: "Declare a lower rate, and keep a note of why it is needed.",
	},
	rule{
		Code: LoanInterestAboveRules, Provision: loanRules, Weight: law.OwnRules,
		Says:    "Where the society's rules set a ceiling for interest on loans, a loan bears no more than the ceiling at its start.",
		InForce: always, Event: borrowed, Applies: ceilingOnLoans, Check: withinLoanCeiling,
		Remedy: "Agree a lower rate.",
	},
	rule{
		Code: BorrowingAboveRules, Provision: loanRules, Weight: law.OwnRules,
		Says:    "A society may not owe more on loans than its rules allow it to borrow.",
		InForce: always, Event: borrowed, Applies: limitOnLoans, Check: withinBorrowing,
		Remedy: "Borrow less, or amend the rules.",
	},
)

func ceilingOnInterest(c *kase) bool {
	t := c.Subject.ShareTerms.Ptr()
	return t != nil && t.Interest.Stated() && paysInterest(c)
}

// needCeiling needs the ceiling of some terms, naming the base rate where it is missing.
func needCeiling(c *kase, t *law.Fact[RateTerms], base *law.Fact[law.Ratio], path string) (law.Ratio, bool) {
	x := t.Ptr()
	if x.OverBase.Stated() {
		if _, ok := law.Need(c, base, path); !ok {
			return law.Ratio{}, false
		}
	}
	rate, ok := x.Ceiling(*base)
	if !ok {
		c.Unknown("share_terms", "What ceiling of interest do the society's rules set?")
	}
	return rate, ok
}

func withinRulesInterest(c *kase) {
	d := c.Subject.Distribution.Ptr()
	rate, ok := needCeiling(c, &c.Subject.ShareTerms.Ptr().Interest, &d.BaseRate, "distribution.base_rate")
	capital, ok1 := law.Need(c, &c.Subject.ShareCapital, "share_capital")
	if !ok || !ok1 {
		return
	}
	list, _ := d.Payments.Get()
	if p, room := sum(list, interestKinds), interestRoom(rate, capital, sum(d.Earlier, interestKinds)); p > room {
		c.Breach("distribution.payments", "The society would pay %v of share interest; the ceiling of its rules, %v, allows %v.", p, rate, room)
	}
}

func lowestSufficient(c *kase) {
	must, ok := law.Read(c, &c.Figures.InterestLowest, c.On)
	if !ok || !must {
		return
	}
	yes, ok := law.Ask(c, &c.Subject.InterestLowest, "interest_lowest_sufficient",
		"Is the declared maximum the lowest rate sufficient to obtain the funds needed from members committed to the objects?")
	if ok && !yes {
		c.Breach("interest_lowest_sufficient", "The declared maximum is more than is needed to obtain the funds.")
	}
}

// singleLimit is the society's own rule that single shares bear no interest.
func singleLimit(s *Society) (limit, bool) {
	t := s.ShareTerms.Ptr()
	none := law.Ceiling{Code: InterestOnSingleShare, Provision: holdingRules, Weight: law.OwnRules}
	return limit{Ceiling: none}, t != nil && told(&t.SingleShare) == yes
}

// rulesLimit is the ceiling of share interest in the society's own rules, where they are
// stated to set one.
func rulesLimit(a *law.Allowance, s *Society, b *law.Books) (limit, bool) {
	t := s.ShareTerms.Ptr()
	if t == nil || !t.Interest.Stated() {
		return limit{}, false
	}
	x := t.Interest.Ptr()
	rate, ok := x.Ceiling(b.BaseRate)
	switch {
	case ok:
	case x.OverBase.Stated() && !b.BaseRate.Stated():
		a.Lack("base_rate", "What is the Bank of England's base rate?")
	default:
		a.Lack("share_terms", "What ceiling of interest do the society's rules set?")
	}
	c := interestAt(rate)
	c.Code, c.Provision, c.Weight = InterestAboveRules, interestRules, law.OwnRules
	return limit{c, rulesRate}, ok
}

func ceilingOnLoans(c *kase) bool {
	t := c.Subject.ShareTerms.Ptr()
	return t != nil && t.LoanInterest.Stated() && c.Subject.Borrowing.Stated()
}

func withinLoanCeiling(c *kase) {
	x := c.Subject.Borrowing.Ptr()
	most, ok := needCeiling(c, &c.Subject.ShareTerms.Ptr().LoanInterest, &x.BaseRate, "borrowing.base_rate")
	rate, ok1 := law.Need(c, &x.Rate, "borrowing.rate")
	if ok && ok1 && rate.Cmp(most) > 0 {
		c.Breach("borrowing.rate", "The loan bears %v; the ceiling of the society's rules at its start was %v.", rate, most)
	}
}

func limitOnLoans(c *kase) bool {
	t := c.Subject.ShareTerms.Ptr()
	return t != nil && t.Borrowing.Stated() && c.Subject.Borrowing.Stated()
}

// BorrowingRoom says how much more a society may borrow under its own rules, given what it
// owes on loans. Rules that state no limit give no answer.
func BorrowingRoom(t *ShareTerms, owed law.Pence) law.Allowance {
	a := law.Open()
	most, ok := t.Borrowing.Get()
	if !ok {
		a.Lack("share_terms.borrowing", "To what limit do the rules allow loans?")
		return a
	}
	a.WithinAt(law.OwnRules, most-owed, BorrowingAboveRules, loanRules)
	a.Working.Add("the limit of the rules", most)
	a.Working.Add("owed already", owed)
	return a
}

func withinBorrowing(c *kase) {
	x := c.Subject.Borrowing.Ptr()
	owed, ok := law.Need(c, &x.Owed, "borrowing.owed")
	amount, ok1 := law.Need(c, &x.Amount, "borrowing.amount")
	if !ok || !ok1 {
		return
	}
	if room := BorrowingRoom(c.Subject.ShareTerms.Ptr(), owed); room.Permits(amount) == law.Breached {
		c.Breach("borrowing.amount", "The society would borrow %v; its rules allow %v more.", amount, room.Most)
	}
}
