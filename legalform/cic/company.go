package cic

import "github.com/rochdale-go/rochdale/legalform/law"

// Type is the kind of community interest company, which decides what it may pay to whom.
type Type uint8

// The types: limited by guarantee without share capital, whose articles follow Schedule 1
// to the Regulations; and with shares, whose articles follow either Schedule 2 (dividends
// to asset-locked bodies only) or Schedule 3 (capped dividends to anyone).
const (
	ByGuarantee Type = iota + 1
	Schedule2
	Schedule3
)

var types = []string{"", "guarantee", "schedule-2", "schedule-3"}

// String gives the JSON value.
func (t Type) String() string { return law.NameOf(types, t) }

// MarshalText writes String.
func (t Type) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads what String writes.
func (t *Type) UnmarshalText(b []byte) error {
	return law.ParseName(t, types, b, "a type of community interest company")
}

// HasShares reports whether the type has share capital.
func (t Type) HasShares() bool { return t == Schedule2 || t == Schedule3 }

// A Company is a community interest company, or one that is to become or has ceased to be
// one, as facts at a date, with at most one act of each kind put to it. The zero Company
// states nothing.
type Company struct {
	Name   law.Fact[string] `json:"name,omitzero"`
	Type   law.Fact[Type]   `json:"type,omitzero"`
	Public law.Fact[bool]   `json:"public,omitzero"`
	// WelshRegister says that the register gives the registered office as in Wales (before
	// 1 October 2009, that the memorandum does).
	WelshRegister law.Fact[bool] `json:"welsh_register,omitzero"`
	// Since is the day on which the company became a community interest company.
	Since law.Fact[law.Date] `json:"since,omitzero"`

	Articles  Articles  `json:"articles,omitzero"`
	Community Community `json:"community,omitzero"`
	Standing  Standing  `json:"standing,omitzero"`

	// Acts put to the company, to be judged.
	Formation  law.Fact[Formation]       `json:"formation,omitzero"`
	Conversion law.Fact[Conversion]      `json:"conversion,omitzero"`
	Objects    law.Fact[ObjectsChange]   `json:"objects_change,omitzero"`
	Dividend   law.Fact[Distribution]    `json:"dividend,omitzero"`
	Interest   law.Fact[InterestPayment] `json:"interest,omitzero"`
	Buyback    law.Fact[Buyback]         `json:"buyback,omitzero"`
	Reduction  law.Fact[Reduction]       `json:"reduction,omitzero"`
	Transfer   law.Fact[Transfer]        `json:"transfer,omitzero"`
	WindingUp  law.Fact[WindingUp]       `json:"winding_up,omitzero"`
	Report     law.Fact[CommunityReport] `json:"community_report,omitzero"`
	Leaving    law.Fact[Leaving]         `json:"leaving,omitzero"`
}

type (
	rule  = law.Rule[Company, Figures]
	kase  = law.Case[Company, Figures]
	event = law.Event[Company]
)

// shares reports whether the company is stated to have shares; a type not stated is lacked.
func hasShares(c *kase) bool {
	t, ok := law.Need(c, &c.Subject.Type, "type")
	return ok && t.HasShares()
}
