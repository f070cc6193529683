package society

import (
	"cmp"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Deed is how a nomination, or what revokes it, was made.
type Deed uint8

// The deeds. Only the first two make a nomination.
const (
	// SignedStatement is in writing, signed, and delivered at or sent to the registered
	// office in the member's lifetime.
	SignedStatement Deed = iota + 1
	// BookEntry is made in a book kept at the registered office.
	BookEntry
	// ElectronicStatement is sent by electronic means only, signed no otherwise.
	ElectronicStatement
	// UnsignedOrLate is a statement not signed, or delivered after death.
	UnsignedOrLate
	// Will is a will or a codicil to one.
	Will
	// Marriage and CivilPartnership are the member's own.
	Marriage
	CivilPartnership
)

var deeds = []string{
	"", "signed-statement", "book-entry", "electronic-statement", "unsigned-or-late", "will", "marriage", "civil-partnership",
}

// String gives the JSON value.
func (d Deed) String() string { return law.NameOf(deeds, d) }

// MarshalText writes String.
func (d Deed) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what String writes.
func (d *Deed) UnmarshalText(b []byte) error {
	return law.ParseName(d, deeds, b, "how a nomination is made or revoked")
}

// Relation is what a nominee is to the member who nominates.
type Relation uint8

// The relations that let an officer or employee be nominated, and the rest.
const (
	Spouse Relation = iota + 1
	CivilPartner
	Parent
	Child
	Sibling
	NephewOrNiece
	NoRelation // or another relation, such as an aunt's or a cousin's
)

var relations = []string{"", "spouse", "civil-partner", "parent", "child", "sibling", "nephew-or-niece", "other"}

// String gives the JSON value.
func (r Relation) String() string { return law.NameOf(relations, r) }

// MarshalText writes String.
func (r Relation) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what String writes.
func (r *Relation) UnmarshalText(b []byte) error {
	return law.ParseName(r, relations, b, "a relation of a nominee")
}

// A Nomination is a member's nomination of who is to have property in the society on the
// member's death, and what became of it.
type Nomination struct {
	Made law.Fact[law.Date] `json:"made,omitzero"`
	How  law.Fact[Deed]     `json:"how,omitzero"`
	// Recorded says that the society's book has the names nominated and any revocation.
	Recorded law.Fact[bool] `json:"recorded,omitzero"`
	// Later lists what happened after it in the member's life that may revoke or vary it: a
	// later nomination is a signed statement or a book entry. A variation counts as
	// revoking what it varies.
	Later law.Fact[[]LaterDeed] `json:"later,omitzero"`

	Died law.Fact[law.Date] `json:"died,omitzero"`
	// Proved says that the committee has had satisfactory proof of the death.
	Proved law.Fact[bool] `json:"proved,omitzero"`
	// IgnorantOfMarriage says that the officer who transferred knew of no marriage or civil
	// partnership since the nomination.
	IgnorantOfMarriage law.Fact[bool]      `json:"ignorant_of_marriage,omitzero"`
	Nominees           law.Fact[[]Nominee] `json:"nominees,omitzero"`
}

// A LaterDeed is something that may revoke a nomination.
type LaterDeed struct {
	How law.Fact[Deed]     `json:"how,omitzero"`
	On  law.Fact[law.Date] `json:"on,omitzero"`
}

// A Nominee is one who is to have property under a nomination.
type Nominee struct {
	// OnStaff says that the nominee was an officer or employee of the society on the day of
	// the nomination; Relation matters only then.
	OnStaff  law.Fact[bool]     `json:"on_staff,omitzero"`
	Relation law.Fact[Relation] `json:"relation,omitzero"`
	// Property is what the nomination gives this nominee of the member's property at death,
	// before any limit; Shares is how much of it is in shares.
	Property law.Fact[law.Pence] `json:"property,omitzero"`
	Shares   law.Fact[law.Pence] `json:"shares,omitzero"`
	// Holds is what the nominee already has of the shares that the society's maximum counts,
	// and Exempt whether the maximum applies at all: to a registered society it does not.
	Holds  law.Fact[law.Pence] `json:"holds,omitzero"`
	Exempt law.Fact[Exemption] `json:"exempt,omitzero"`
	// Transferred and Paid are what the committee transferred in shares and otherwise gave.
	Transferred law.Fact[law.Pence] `json:"transferred,omitzero"`
	Paid        law.Fact[law.Pence] `json:"paid,omitzero"`
}

func (n *Nominee) check() error {
	err := cmp.Or(amountFact("property", &n.Property), amountFact("shares", &n.Shares), amountFact("holds", &n.Holds),
		amountFact("transferred", &n.Transferred), amountFact("paid", &n.Paid))
	shares, _ := n.Shares.Get()
	if property, ok := n.Property.Get(); err == nil && ok && shares > property {
		return fmt.Errorf("shares: %v, of property of %v", shares, property)
	}
	return err
}

func (n *Nomination) check() error {
	list, _ := n.Nominees.Get()
	var property law.Pence
	for i := range list {
		if err := list[i].check(); err != nil {
			return fmt.Errorf("nominees[%d].%w", i, err)
		}
		p, _ := list[i].Property.Get()
		if property += p; property > law.MaxPence {
			return fmt.Errorf("nominees[%d].property: the nominees' property adds up to more than can be", i)
		}
	}
	made, ok := n.Made.Get()
	if died, ok1 := n.Died.Get(); ok && ok1 && died.Before(made) {
		return fmt.Errorf("died: %v, before the nomination was made on %v", died, made)
	}
	return nil
}

// mayBeNominated reports whether s. 37(3) allows the nomination of this person, and the fact that
// would tell where one is missing.
func (n *Nominee) mayBeNominated() (ok bool, missing string) {
	staff, told := n.OnStaff.Get()
	if !told {
		return false, "on_staff"
	}
	if !staff {
		return true, ""
	}
	r, told := n.Relation.Get()
	if !told {
		return false, "relation"
	}
	return r != NoRelation, ""
}

// revokes reports whether a deed made after a nomination ends it, of itself: a marriage or
// civil partnership, a later nomination or a signed document do, and a will never does.
// What was sent electronically only is told apart.
func (d Deed) revokes() (yes, doubtful bool) {
	switch d {
	case SignedStatement, BookEntry, Marriage, CivilPartnership:
		return true, false
	case ElectronicStatement:
		return false, true
	case UnsignedOrLate, Will:
	}
	return false, false
}
