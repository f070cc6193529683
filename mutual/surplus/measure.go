package surplus

import (
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Base says what a share is a share of. Every base is nothing where the amount would be
// below nothing.
type Base uint8

// The bases. Those that need a fact of the year that may be missing are refused, with the
// place, in a year that does not state it.
const (
	// OfWhatIsLeft is what is left when the step's turn comes, tax held back.
	OfWhatIsLeft Base = iota
	// OfResult is the result for the year, before tax and before every payment.
	OfResult
	// OfCapital is the share capital paid up.
	OfCapital
	// OfNetResult is the result less the tax as it stands.
	OfNetResult
	// OfLosses is the deficit brought forward that no step has made good yet.
	OfLosses
	// OfLeftAfter is what was left, tax held back, once a named earlier step was made.
	OfLeftAfter
	// OfPaidBy is what the named earlier steps paid or put by, together.
	OfPaidBy
	// OfFund is a named fund as it stands: brought forward, with what this year put into it,
	// less what was drawn. "general" is all that is in no fund.
	OfFund
	// OfMembersResult is the part of the result that comes from members' trade, less losses
	// made good, before tax; OfOutsideResult is the rest, which losses come off second.
	OfMembersResult
	OfOutsideResult
	// OfDistributable is accumulated profits, this year's in, less tax and costs.
	OfDistributable
	// OfEquity is the capital paid up and the accumulated profit brought forward.
	OfEquity
	// OfHighestCapital is the most that the capital has ever been.
	OfHighestCapital
	// OfDebts is what the body owes.
	OfDebts
	// OfPay is a year's pay of the staff, OfTrade members' transactions with the body.
	OfPay
	OfTrade
)

var bases = []string{
	"what-is-left", "result", "capital", "net-result", "losses", "left-after", "paid-by", "fund", "members-result", "outside-result",
	"distributable", "equity", "highest-capital", "debts", "pay", "trade",
}

var baseWords = []string{
	"what is left", "the result", "the capital paid up", "the result after tax", "the losses brought forward", "what was left after",
	"what was paid by", "the fund", "the result of members' trade", "the other result", "distributable profits", "equity",
	"the highest capital ever", "debts", "the year's pay", "members' trade",
}

// String gives the JSON value.
func (b Base) String() string { return law.NameOf(bases, b) }

// MarshalText writes String.
func (b Base) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// UnmarshalText reads what String writes.
func (b *Base) UnmarshalText(text []byte) error {
	return law.ParseName(b, bases, text, "a base of a step")
}

// named reports how many names a base takes: none, one, or one and more.
func (b Base) named() (least, most int) {
	switch b {
	case OfLeftAfter, OfFund:
		return 1, 1
	case OfPaidBy:
		return 1, MaxSteps
	default:
		return 0, 0
	}
}

// A Measure is an amount of money that is found anew each year: fixed, or a share of
// something, rounded down to the penny.
type Measure struct {
	Share law.Ratio `json:"share,omitzero"`
	// Above is the name of a yearly rate that Share comes on top of: six points above the
	// "legal-interest". The year states the rate; "base-rate" is the Bank of England's.
	Above string `json:"above,omitempty"`
	Of    Base   `json:"of,omitzero"`
	// Named are the steps, or the fund, of a base that names any.
	Named []string `json:"named,omitempty"`
	// Amount is a fixed amount, in place of a share.
	Amount law.Pence `json:"amount,omitzero"`
	// OrMore is another measure that counts where it is the greater.
	OrMore *Measure `json:"or_more,omitempty"`
}

// String says the measure in words: "40% of what was left after losses".
func (m Measure) String() string {
	s := m.Amount.String()
	if m.Amount == 0 {
		s = m.Share.String()
		if m.Above != "" {
			s += " above the " + m.Above
		}
		s += " of " + law.NameOf(baseWords, m.Of)
		if len(m.Named) > 0 {
			s += " " + strings.Join(m.Named, " and ")
		}
	}
	if m.OrMore != nil {
		s += ", or " + m.OrMore.String() + " if that is more"
	}
	return s
}

// A Condition compares two measures: exactly one of Below and AtLeast is given.
type Condition struct {
	Is      Measure  `json:"is"`
	Below   *Measure `json:"below,omitempty"`
	AtLeast *Measure `json:"at_least,omitempty"`
}

// String says the condition in words.
func (c Condition) String() string {
	if c.Below != nil {
		return c.Is.String() + " is below " + c.Below.String()
	}
	if c.AtLeast != nil {
		return c.Is.String() + " is at least " + c.AtLeast.String()
	}
	return c.Is.String()
}
