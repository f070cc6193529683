package legalform

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A PaymentLimit is what a form says of one kind of payment by a body in its first years.
type PaymentLimit struct {
	Kind law.PaymentKind `json:"kind"`
	// Most is the largest amount, where there is one; not stated where it is unlimited or
	// cannot be told.
	Most      law.Fact[law.Pence] `json:"most,omitzero"`
	Unlimited bool                `json:"unlimited,omitempty"`
	// Rule is the rule that sets Most, of the weight given; By cites it, or the law on which
	// there is no such payment, for the reason in Why.
	Rule   law.Code      `json:"rule,omitempty"`
	Weight law.Weight    `json:"weight"`
	By     law.Provision `json:"by,omitzero"`
	Why    string        `json:"why,omitempty"`
	// Missing is what would have to be known, Doubt where the law is unsure: Most is then
	// provisional.
	Missing []law.Missing `json:"missing,omitempty"`
	Doubt   *law.Doubt    `json:"doubt,omitempty"`
}

// May says whether some of the payment may be made: met, breached where none may, or
// unknown.
func (l *PaymentLimit) May() law.Outcome {
	most, ok := l.Most.Get()
	switch {
	case len(l.Missing) > 0 || l.Doubt != nil:
		return law.Unknown
	case l.Unlimited || ok && most > 0:
		return law.Met
	}
	return law.Breached
}

// The amounts of SampleBooks, round so that a limit is seen to be a part of one of them.
const (
	sampleProfits = 100_000
	sampleCapital = 10_000
	sampleAssets  = sampleProfits + sampleCapital
	sampleStaff   = 10
	sampleMembers = 25
)

// SampleBooks are made-up books of a year that begins on a date: 100,000 pounds distributable,
// 10,000 paid up on shares, net assets of both, ten staff, nothing paid yet, and a base rate
// of one per cent.
// Limits that are a part of profits or of capital are read off them.
func SampleBooks(on law.Date) law.Books {
	return law.Books{
		YearStart: on, YearEnd: on.AddMonths(12).AddDays(-1), Distributable: law.Known(law.Pounds(sampleProfits)),
		NetAssets: law.Known(law.Pounds(sampleAssets)), Undistributable: law.Known(law.Pounds(sampleCapital)),
		PaidUp: law.Pounds(sampleCapital), Staff: sampleStaff, BaseRate: law.Known(law.Percent(1)),
	}
}

// SamplePlan is a made-up plan for a body founded on a date in a place: for the community,
// with a named asset-locked body, ten staff who are its members with others, and a declared
// interest of five per cent.
func SamplePlan(on law.Date, in law.Extent) law.Plan {
	return law.Plan{
		Name: "Sample", Founded: on, In: in, Staff: sampleStaff, Members: sampleMembers, Capital: law.Pounds(sampleCapital),
		Locked: "Sample Charity", Activity: "services", ForCommunity: law.Known(true), DeclaredInterest: law.Known(law.Percent(5)),
	}
}

// Payments says what a form may pay on a date, and to whom: for every kind of payment the
// limit, derived by drafting SamplePlan and asking Allow with SampleBooks. The error wraps
// law.ErrNoForm where no body of the form could be formed on the date.
func Payments(f Form, on law.Date) ([]PaymentLimit, error) {
	if _, err := f.Describe(on); err != nil {
		return nil, err
	}
	return paymentsOf(f, f.Draft(SamplePlan(on, law.England)), on)
}

// PaymentKinds lists every kind of payment, in order.
func PaymentKinds() []law.PaymentKind {
	var all []law.PaymentKind
	for k := law.Dividend; k <= law.PerformanceInterest; k++ {
		all = append(all, k)
	}
	return all
}

func paymentsOf(f Form, body any, on law.Date) ([]PaymentLimit, error) {
	books := SampleBooks(on)
	var out []PaymentLimit
	for _, k := range PaymentKinds() {
		a, err := f.Allow(body, law.Payment{Kind: k, Declared: on}, &books)
		if err != nil {
			return nil, fmt.Errorf("%v: %w", k, err)
		}
		out = append(out, limitOf(k, &a))
	}
	return out, nil
}

func limitOf(k law.PaymentKind, a *law.Allowance) PaymentLimit {
	l := PaymentLimit{
		Kind: k, Unlimited: a.Unlimited && a.Known(), Rule: a.Binding, Weight: a.Weight, By: a.Provision, Why: a.Why,
		Missing: a.Missing, Doubt: a.Doubt,
	}
	if a.Known() && !a.Unlimited {
		l.Most = law.Known(a.Most)
	}
	return l
}
