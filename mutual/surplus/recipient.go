package surplus

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Recipient says to whom, or to what, a step gives. The zero Recipient leaves it to the
// kinds of payment, and to the general reserve where there are none.
type Recipient uint8

// The recipients. The last three keep the money in the body.
const (
	// Members take as members, by what they trade, work or hold.
	Members Recipient = iota + 1
	// Staff take as employees, members or not.
	Staff
	// Investors take on shares or loans.
	Investors
	// LockedBody is the asset-locked body that the constitution names.
	LockedBody
	// CommunityFund, EducationFund and MovementFund are money spent or set apart for good
	// for the community, for education, and for the co-operative movement.
	CommunityFund
	EducationFund
	MovementFund
	// Losses makes good the deficit brought forward.
	Losses
	// IndivisibleReserve is kept in a fund that is never drawn on to pay anyone.
	IndivisibleReserve
	// GeneralReserve is kept in the named fund, or in none.
	GeneralReserve
)

var recipients = []string{
	"", "members", "staff", "investors", "locked-body", "community-fund", "education-fund", "movement-fund",
	"losses", "indivisible-reserve", "general-reserve",
}

// String gives the JSON value.
func (r Recipient) String() string { return law.NameOf(recipients, r) }

// MarshalText writes String.
func (r Recipient) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what String writes.
func (r *Recipient) UnmarshalText(b []byte) error {
	return law.ParseName(r, recipients, b, "a recipient")
}

// keeps reports whether what the recipient is given stays in the body.
func (r Recipient) keeps() bool { return r >= Losses && r <= GeneralReserve }

// takes are the kinds of payment by which each recipient may be paid.
var takes = [...][]law.PaymentKind{
	Members:       {law.Patronage, law.StaffBonus, law.ShareInterest, law.Dividend},
	Staff:         {law.StaffBonus, law.Patronage},
	Investors:     {law.Dividend, law.ShareInterest, law.PerformanceInterest},
	LockedBody:    {law.LockedDividend, law.ToCommunity},
	CommunityFund: {law.ToCommunity},
	EducationFund: {law.ToCommunity},
	MovementFund:  {law.ToCommunity},
}

func (r Recipient) mayTake(k law.PaymentKind) bool {
	return int(r) < len(takes) && slices.Contains(takes[r], k)
}
