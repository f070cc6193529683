package right

import "github.com/rochdale-go/rochdale/legalform/law"

// A Right is one of those by which a service could be asked for.
type Right uint8

// The rights, in the order in which they came.
const (
	Request Right = iota + 1
	Provide
	Challenge
	Mutualise
)

var rights = []string{"", "right-to-request", "right-to-provide", "community-right-to-challenge", "right-to-mutualise"}

// String gives the JSON value.
func (r Right) String() string { return law.NameOf(rights, r) }

// Title names the right for readers.
func (r Right) Title() string {
	switch r {
	case Request:
		return "Right to Request"
	case Provide:
		return "Right to Provide"
	case Challenge:
		return "Community Right to Challenge"
	case Mutualise:
		return "Right to mutualise"
	}
	return r.String()
}

// MarshalText writes String.
func (r Right) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what String writes.
func (r *Right) UnmarshalText(b []byte) error { return law.ParseName(r, rights, b, "a right") }

// ServiceKind is what a service does, as far as a right depends on it.
type ServiceKind uint8

// The kinds of service.
const (
	CommunityHealth ServiceKind = iota + 1
	OtherHealth
	SocialCare
	Library
	Leisure
	Youth
	Housing
	Education
	OtherService
)

var serviceKinds = []string{
	"", "community-health", "other-health", "social-care", "library", "leisure", "youth", "housing", "education", "other",
}

// String gives the JSON value.
func (k ServiceKind) String() string { return law.NameOf(serviceKinds, k) }

// MarshalText writes String.
func (k ServiceKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *ServiceKind) UnmarshalText(b []byte) error {
	return law.ParseName(k, serviceKinds, b, "a kind of service")
}

// HolderKind is who asks.
type HolderKind uint8

// The holders. An enterprise is a body whose activities are carried on for profit and not
// primarily for the community.
const (
	Employees HolderKind = iota + 1
	VoluntaryBody
	CommunityBody
	Charity
	ParishCouncil
	PublicBody
	Enterprise
	OtherBody
)

var holderKinds = []string{
	"", "employees", "voluntary-body", "community-body", "charity", "parish-council", "public-body", "enterprise", "other",
}

// String gives the JSON value.
func (k HolderKind) String() string { return law.NameOf(holderKinds, k) }

// MarshalText writes String.
func (k HolderKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *HolderKind) UnmarshalText(b []byte) error {
	return law.ParseName(k, holderKinds, b, "a kind of holder")
}

// AuthorityKind is whom a holder asks.
type AuthorityKind uint8

// The authorities. A county council is one in England. The last ones are none to which the
// right to challenge applies.
const (
	CountyCouncil AuthorityKind = iota + 1
	DistrictCouncil
	LondonBorough
	MetropolitanFire
	LondonFire
	CombinedFire  // constituted by a scheme under s. 2 of the Fire and Rescue Services Act 2004
	ContinuedFire // constituted by a scheme to which s. 4 of that Act applies
	PrimaryCareTrust
	HealthTrust // an NHS trust or foundation trust
	CareOrganisation
	Department
	OtherAuthority
)

var authorityKinds = []string{
	"", "county-council", "district-council", "london-borough-council", "metropolitan-fire-authority", "london-fire-authority",
	"combined-fire-authority", "continued-fire-authority", "primary-care-trust", "nhs-trust", "care-organisation",
	"government-department", "other-public-body",
}

// String gives the JSON value.
func (k AuthorityKind) String() string { return law.NameOf(authorityKinds, k) }

// MarshalText writes String.
func (k AuthorityKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *AuthorityKind) UnmarshalText(b []byte) error {
	return law.ParseName(k, authorityKinds, b, "a kind of authority")
}

// Relevant reports whether authorities of the kind are relevant authorities, to which the
// right to challenge applies (s. 81(2), SI 2012/1647 reg 3).
func (k AuthorityKind) Relevant() bool { return k >= CountyCouncil && k <= ContinuedFire }

// Ruling is what an authority did with an expression of interest.
type Ruling uint8

// The rulings. One that is not considered is refused a hearing, and is no decision.
const (
	Accepted Ruling = iota + 1
	AcceptedModified
	Rejected
	NotConsidered
)

var rulings = []string{"", "accepted", "accepted-as-modified", "rejected", "not-considered"}

// String gives the JSON value.
func (r Ruling) String() string { return law.NameOf(rulings, r) }

// MarshalText writes String.
func (r Ruling) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what String writes.
func (r *Ruling) UnmarshalText(b []byte) error { return law.ParseName(r, rulings, b, "a ruling") }

// Prize is what a yes leads to.
type Prize uint8

// The prizes: a first contract without competition; a business case, with no route to a
// contract promised; a competition open to all comers; nothing.
const (
	FirstContract Prize = iota + 1
	BusinessCase
	Competition
	Nothing
)

var prizes = []string{"", "first-contract", "business-case", "open-competition", "nothing"}

// String gives the JSON value.
func (p Prize) String() string { return law.NameOf(prizes, p) }

// MarshalText writes String.
func (p Prize) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what String writes.
func (p *Prize) UnmarshalText(b []byte) error { return law.ParseName(p, prizes, b, "a prize") }
