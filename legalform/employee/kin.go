package employee

import "github.com/rochdale-go/rochdale/legalform/law"

// Kinship is how one individual is related to another.
type Kinship uint8

// The kinships that s. 286 with s. 236U(3) names, and any other, such as a cousin.
const (
	SpouseOrCivilPartner Kinship = iota + 1
	BrotherOrSister
	Ancestor
	Descendant
	UncleOrAunt
	NephewOrNiece
	OtherKin
)

var kinships = []string{"", "spouse-or-civil-partner", "brother-or-sister", "ancestor", "descendant", "uncle-or-aunt", "nephew-or-niece", "other"}

// String gives the JSON value.
func (k Kinship) String() string { return law.NameOf(kinships, k) }

// MarshalText writes String.
func (k Kinship) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *Kinship) UnmarshalText(b []byte) error { return law.ParseName(k, kinships, b, "a kinship") }

// A Relation is the way from one individual to another: to the first one's spouse or civil
// partner, or not; then to a relative; then to that relative's spouse or civil partner, or
// not.
type Relation struct {
	OfSpouse bool    `json:"of_spouse,omitempty"`
	Is       Kinship `json:"is"`
	Spouse   bool    `json:"spouse,omitempty"`
}

// Connects reports whether a way connects two individuals for sections 236H to 236T: as
// spouses or civil partners, or through a relative of either of a couple, or the spouse or
// civil partner of such a relative (s. 286(2), (8)). Section 236U(3) adds uncle, aunt, nephew
// and niece to the relatives; a cousin is none. Two marriages with no relative between them
// connect nobody.
func (r Relation) Connects() bool {
	switch r.Is {
	case SpouseOrCivilPartner:
		return !r.OfSpouse && !r.Spouse
	case BrotherOrSister, Ancestor, Descendant, UncleOrAunt, NephewOrNiece:
		return true
	case OtherKin:
	}
	return false
}
