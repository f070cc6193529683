package society

import "github.com/rochdale-go/rochdale/legalform/law"

// Fate is what becomes of a notice in a run of payments.
type Fate uint8

// The fates. All but the first three leave the notice unpaid.
const (
	PaidInFull Fate = iota + 1
	PaidInPart
	// MadeLoanStock is what is owed to one forced to leave while withdrawal is suspended.
	MadeLoanStock
	// NoticeRunning: the time of notice has not run.
	NoticeRunning
	// BehindAnother: an earlier notice is not yet paid.
	BehindAnother
	// BeyondSurplus: what is left of the surplus does not suffice.
	BeyondSurplus
	// BelowMinimum: the member would hold less than the minimum, and is not leaving.
	BelowMinimum
	// MoreThanHeld: the member does not hold so much.
	MoreThanHeld
	// WithdrawalSuspended, NotSolvent and DepositsFirst hold for every notice.
	WithdrawalSuspended
	NotSolvent
	DepositsFirst
)

var fates = []string{
	"", "paid-in-full", "paid-in-part", "made-loan-stock", "notice-running", "behind-another", "beyond-surplus", "below-minimum", "more-than-held",
	"withdrawal-suspended", "not-solvent", "deposits-first",
}

// String gives the JSON value.
func (x Fate) String() string { return law.NameOf(fates, x) }

// MarshalText writes String.
func (x Fate) MarshalText() ([]byte, error) { return []byte(x.String()), nil }

// UnmarshalText reads what String writes.
func (x *Fate) UnmarshalText(b []byte) error {
	return law.ParseName(x, fates, b, "what becomes of a notice of withdrawal")
}
