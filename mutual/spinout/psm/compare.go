package psm

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Aspect is what a limb asks about, so that the tests can be set side by side.
type Aspect uint8

// The aspects, in order.
const (
	OfOrigin Aspect = iota + 1
	OfPurpose
	OfProfit
	OfControl
)

var aspects = []string{"", "origin", "purpose", "profit", "control"}

// String gives the JSON value.
func (a Aspect) String() string { return law.NameOf(aspects, a) }

// MarshalText writes String.
func (a Aspect) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads what String writes.
func (a *Aspect) UnmarshalText(b []byte) error { return law.ParseName(a, aspects, b, "an aspect") }

// A Limb is one aspect under both tests. Not applicable says that a test does not ask.
type Limb struct {
	Aspect    Aspect      `json:"aspect"`
	Policy    law.Outcome `json:"policy"`
	Statutory law.Outcome `json:"statutory"`
}

// Disagree reports whether one test is met in this aspect and the other breached, or asks
// nothing of what the other finds breached.
func (l Limb) Disagree() bool {
	fails := func(o law.Outcome) bool { return o == law.Breached }
	passes := func(o law.Outcome) bool { return o == law.Met || o == law.NotApplicable }
	return fails(l.Policy) && passes(l.Statutory) || passes(l.Policy) && fails(l.Statutory)
}

// Tests are both tests of a body as at a day.
type Tests struct {
	On        law.Date    `json:"on"`
	Policy    law.Outcome `json:"policy"`
	Statutory law.Outcome `json:"statutory"`
	Limbs     []Limb      `json:"limbs"`
	// PolicyReport and StatutoryReport have every rule, with what would settle the unknown.
	PolicyReport    *law.Report `json:"policy_report"`
	StatutoryReport *law.Report `json:"statutory_report"`
}

// Compare tries both tests on a body as at a day. What is practice and no more, the adviser's
// quarter, is in the report and decides nothing.
func Compare(b *Body, on law.Date, f *Figures) (*Tests, error) {
	if on.IsZero() {
		return nil, fmt.Errorf("on: %w: no day to try the tests at", law.ErrDate)
	}
	if err := b.Check(); err != nil {
		return nil, err
	}
	t := &Tests{On: on, PolicyReport: policy.Judge(b, f, on, law.England), StatutoryReport: statutory.Judge(b, f, on, law.England)}
	t.Policy = together(t.PolicyReport, []law.Code{PolicyOrigin, PolicyServices, PolicyImpact, PolicyControl})
	t.Statutory = together(t.StatutoryReport, []law.Code{Purpose, Profit, Control})
	for a := OfOrigin; a <= OfControl; a++ {
		l := Limb{a, together(t.PolicyReport, codes(a, true)), together(t.StatutoryReport, codes(a, false))}
		if t.Policy == law.NotInForce {
			l.Policy = law.NotInForce
		}
		if t.Statutory == law.NotInForce { // then it asks of no aspect, rather than passing it
			l.Statutory = law.NotInForce
		}
		t.Limbs = append(t.Limbs, l)
	}
	return t, nil
}

// Disagreements lists the limbs in which the tests disagree.
func (t *Tests) Disagreements() (out []Limb) {
	for _, l := range t.Limbs {
		if l.Disagree() {
			out = append(out, l)
		}
	}
	return out
}

// codes are the rules of an aspect in one of the tests.
func codes(a Aspect, ofPolicy bool) []law.Code {
	switch {
	case a == OfOrigin && ofPolicy:
		return []law.Code{PolicyOrigin}
	case a == OfPurpose && ofPolicy:
		return []law.Code{PolicyServices, PolicyImpact}
	case a == OfControl && ofPolicy:
		return []law.Code{PolicyControl}
	case a == OfPurpose:
		return []law.Code{Purpose}
	case a == OfProfit && !ofPolicy:
		return []law.Code{Profit}
	case a == OfControl:
		return []law.Code{Control}
	}
	return nil
}

// together is what some rules come to: breached where one is, or else unknown, or else met;
// not in force on the day; not applicable where the test has no rule of the kind.
func together(rep *law.Report, codes []law.Code) law.Outcome {
	out := law.NotApplicable
	rank := map[law.Outcome]int{law.NotApplicable: 0, law.NotInForce: 1, law.Met: 2, law.Unknown: 3, law.Breached: 4}
	for _, c := range codes {
		if o, ok := rep.Outcome(c); ok && rank[o] > rank[out] {
			out = o
		}
	}
	return out
}
