package surplus

import (
	"io"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// MaxSteps bounds the steps of a policy.
const MaxSteps = 100

// General is the name of what is in no fund.
const General = "general"

// A Rule is what calls for, or allows, a step: a provision of law, or a rule of the body.
type Rule struct {
	Provision law.Provision `json:"provision"`
	Weight    law.Weight    `json:"weight"`
}

// IsZero reports whether no rule is given.
func (r Rule) IsZero() bool { return r.Provision.IsZero() && r.Weight == 0 }

// norm is the weight of what a step or proviso rests on. Without a rule it is the body's own
// policy, and not keeping it is no breach of statute.
func (r Rule) norm() law.Weight {
	if r.IsZero() {
		return law.OwnRules
	}
	return r.Weight
}

// A Step is one turn of the waterfall. What it asks for is a Share of a base, or a fixed
// Amount; then the Floor raises it, the Caps lower it, and Until stops it. What the form
// does not allow of that is refused, and reported.
type Step struct {
	// Name says what the step is for, to readers: "return on capital".
	Name string `json:"name"`
	// Kinds are the payments that would serve, in order of preference. None at all keeps
	// the money: a transfer to reserves.
	Kinds []law.PaymentKind `json:"kinds,omitempty"`
	// To is who gets it; By is what they share it by, and Terms how they do: with a cap, a
	// minimum, in shares. A step gives one of the two, or neither.
	To    Recipient `json:"to,omitzero"`
	By    Factor    `json:"by,omitzero"`
	Terms *Terms    `json:"terms,omitempty"`
	// Fund is the reserve that a step that keeps puts its money into.
	Fund string `json:"fund,omitempty"`

	// Share, Above, Of, Named and Amount are a Measure: what is asked for.
	Share  law.Ratio `json:"share,omitzero"`
	Above  string    `json:"above,omitempty"`
	Of     Base      `json:"of,omitzero"`
	Named  []string  `json:"named,omitempty"`
	Amount law.Pence `json:"amount,omitzero"`

	// Floor is the least that is asked for, Caps the most: the lowest of them counts.
	Floor *Measure  `json:"floor,omitempty"`
	Caps  []Measure `json:"caps,omitempty"`
	// Until is the size at which a reserve is full: nothing is put into it beyond.
	Until *Measure `json:"until,omitempty"`
	// While leaves the step out in a year in which the condition does not hold at its turn.
	While *Condition `json:"while,omitempty"`
	// DrawOn is a fund brought forward that pays what the year cannot: General, one that a step
	// fills, or one of the policy's Funds. Without it nothing is ever paid but out of the year.
	DrawOn string `json:"draw_on,omitempty"`
	// Must says that the step is compulsory: made in full, or reported as an error.
	Must bool `json:"must,omitempty"`
	// Rule is what calls for, or allows, the step.
	Rule Rule `json:"rule,omitzero"`
}

// Measure is what the step asks for, before floor, caps and until.
func (s *Step) Measure() Measure {
	return Measure{Share: s.Share, Above: s.Above, Of: s.Of, Named: s.Named, Amount: s.Amount}
}

// A Proviso holds what some steps pay together to a part of something. It lowers nothing:
// a year that does not keep it is reported. Exactly one of AtMost and AtLeast is given.
type Proviso struct {
	Name    string   `json:"name"`
	Steps   []string `json:"steps"`
	AtMost  *Measure `json:"at_most,omitempty"`
	AtLeast *Measure `json:"at_least,omitempty"`
	Rule    Rule     `json:"rule,omitzero"`
}

// About says where a policy comes from and how far to trust it.
type About struct {
	// ID is a stable name for look-ups.
	ID    string `json:"id,omitempty"`
	Title string `json:"title,omitempty"`
	// Source is the text or practice that the policy restates.
	Source string `json:"source,omitempty"`
	// NotValidated says that nobody has yet checked it against the law in force: it is a
	// policy to compare with, and no statement of any law.
	NotValidated bool `json:"not_validated,omitempty"`
	// LeavesOut lists what of its source it does not do; Doubts what its source leaves open.
	LeavesOut []string `json:"leaves_out,omitempty"`
	Doubts    []string `json:"doubts,omitempty"`
}

// IsZero reports whether nothing is said.
func (a About) IsZero() bool {
	return a.ID == "" && a.Title == "" && a.Source == "" && !a.NotValidated && len(a.LeavesOut) == 0 && len(a.Doubts) == 0
}

// A Policy is what a body would do with a surplus, in order. What no step takes is kept.
type Policy struct {
	About About  `json:"about,omitzero"`
	Steps []Step `json:"steps"`
	// Provisos hold steps to each other.
	Provisos []Proviso `json:"provisos,omitempty"`
	// Tax is the rate of corporation tax on what is left after the payments that are
	// deducted before tax.
	Tax law.Ratio `json:"tax,omitzero"`
	// Funds declares the funds that the body has from earlier years and that no step fills. A
	// step that names a fund which is neither declared nor filled is refused.
	Funds []string `json:"funds,omitempty"`
}

// Read reads a policy strictly and checks it; every error names the place.
func Read(r io.Reader) (*Policy, error) {
	var p Policy
	if err := law.Decode(r, &p); err != nil {
		return nil, err
	}
	if err := p.Check(); err != nil {
		return nil, err
	}
	return &p, nil
}

// deductible reports whether a payment is taken off the profit before corporation tax:
// interest, pay, and a society's dividends on transactions with its members (Corporation
// Tax Act 2009 s. 132 and Part 5).
func deductible(k law.PaymentKind) bool {
	switch k {
	case law.ShareInterest, law.Patronage, law.StaffBonus, law.PerformanceInterest:
		return true
	default:
		return false
	}
}

// fundOf is the fund that a step that keeps puts its money into.
func (s *Step) fundOf() string {
	switch {
	case s.Fund != "":
		return s.Fund
	case s.To == IndivisibleReserve:
		return IndivisibleReserve.String()
	}
	return General
}

// String says the step in words: "reserve: 40% of what was left after losses".
func (s *Step) String() string {
	var b strings.Builder
	b.WriteString(s.Name + ": " + s.Measure().String())
	if s.Floor != nil {
		b.WriteString(", at least " + s.Floor.String())
	}
	for _, c := range s.Caps {
		b.WriteString(", at most " + c.String())
	}
	if s.Until != nil {
		b.WriteString(", until the fund is " + s.Until.String())
	}
	if s.While != nil {
		b.WriteString(", while " + s.While.String())
	}
	if s.DrawOn != "" {
		b.WriteString(", drawing on " + s.DrawOn)
	}
	return b.String()
}
