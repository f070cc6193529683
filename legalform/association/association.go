package association

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Kind is what joins the members.
type Kind uint8

// The kinds.
const (
	Unincorporated Kind = iota + 1
	Partnership
	LLP
)

var kinds = []string{"", "unincorporated", "partnership", "llp"}

// String gives the JSON value.
func (k Kind) String() string { return law.NameOf(kinds, k) }

// MarshalText writes String.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *Kind) UnmarshalText(b []byte) error {
	return law.ParseName(k, kinds, b, "a kind of association")
}

// An Association is an association, partnership or LLP as facts at a date, with at most
// one decision put to it. The zero Association states nothing.
type Association struct {
	Kind law.Fact[Kind] `json:"kind,omitzero"`
	// Subscribers counts those who signed an LLP's incorporation document.
	Subscribers law.Fact[int64]    `json:"subscribers,omitzero"`
	Formed      law.Fact[law.Date] `json:"formed,omitzero"`
	// SharesAgreed says that the agreement settles shares of capital or profit; Shares
	// lists them.
	SharesAgreed law.Fact[bool]     `json:"shares_agreed,omitzero"`
	Shares       law.Fact[[]Share]  `json:"shares,omitzero"`
	Decision     law.Fact[Decision] `json:"decision,omitzero"`
}

// A Share is what one partner or member is given of capital and of profit.
type Share struct {
	Member  string              `json:"member"`
	Capital law.Fact[law.Ratio] `json:"capital,omitzero"`
	Profit  law.Fact[law.Ratio] `json:"profit,omitzero"`
}

// DecisionKind is what is to be decided.
type DecisionKind uint8

// The decisions. RuleAmendment is the change of an association's rules, Variation of a
// partnership agreement.
const (
	OrdinaryMatter DecisionKind = iota + 1
	ChangeOfBusiness
	Admission
	Assignment
	Expulsion
	Variation
	RuleAmendment
)

var decisionKinds = []string{
	"", "ordinary-matter", "change-of-business", "admission", "assignment", "expulsion", "variation", "rule-amendment",
}

// String gives the JSON value.
func (k DecisionKind) String() string { return law.NameOf(decisionKinds, k) }

// MarshalText writes String.
func (k DecisionKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *DecisionKind) UnmarshalText(b []byte) error {
	return law.ParseName(k, decisionKinds, b, "a decision of an association")
}

// A Decision is one decision of the members.
type Decision struct {
	Kind law.Fact[DecisionKind] `json:"kind,omitzero"`
	Made law.Fact[law.Date]     `json:"made,omitzero"`
	// Agreed says that the agreement, or the rules, make provision of their own for such a
	// decision, which then holds instead; for an expulsion, that they expressly give a
	// majority the power. For a variation it may be inferred from a course of dealing.
	Agreed law.Fact[bool] `json:"agreed,omitzero"`
	// Votes counts heads, not capital; Entitled is all of them.
	Votes law.Fact[governance.Tally] `json:"votes,omitzero"`
}

type (
	rule  = law.Rule[Association, Figures]
	kase  = law.Case[Association, Figures]
	event = law.Event[Association]
)

var rules = associations.With(partnerships).With(llps)

// Rules returns every rule on associations, partnerships and LLPs.
func Rules() *law.Rules[Association, Figures] { return rules }

func kindIs(c *kase, want Kind) bool {
	k, ok := law.Need(c, &c.Subject.Kind, "kind")
	return ok && k == want
}

// decides reports whether a decision of a kind is put to which the default applies.
func decides(c *kase, of Kind, want ...DecisionKind) bool {
	x := c.Subject.Decision.Ptr()
	if x == nil || !kindIs(c, of) {
		return false
	}
	if k, ok := law.Need(c, &x.Kind, "decision.kind"); !ok || !slices.Contains(want, k) {
		return false
	}
	agreed, ok := law.Need(c, &x.Agreed, "decision.agreed")
	return ok && !agreed
}

var made = event{Path: "decision.made", Of: func(s *Association) law.Fact[law.Date] {
	if x := s.Decision.Ptr(); x != nil {
		return x.Made
	}
	return law.Fact[law.Date]{}
}}

var formed = event{Path: "formed", Of: func(s *Association) law.Fact[law.Date] { return s.Formed }}

// Check refuses facts that cannot be, naming the place.
func (s *Association) Check() error {
	if n, _ := s.Subscribers.Get(); n < 0 {
		return fmt.Errorf("subscribers: a negative number, %d", n)
	}
	for i, p := range s.Shares.Or(nil) {
		for _, r := range []law.Ratio{p.Capital.Or(law.Ratio{}), p.Profit.Or(law.Ratio{})} {
			if r.Num() < 0 || r.Num() > r.Den() {
				return fmt.Errorf("shares[%d]: not a share: %v", i, r)
			}
		}
	}
	if x := s.Decision.Ptr(); x != nil {
		if t := x.Votes.Ptr(); t != nil {
			if err := t.Check(); err != nil {
				return fmt.Errorf("decision.votes: %w", err)
			}
		}
	}
	return nil
}
