package society

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rows on fully mutual housing societies.
const (
	NotFullyMutual   law.Code = "society.not-fully-mutual"
	LetToNonMember   law.Code = "society.let-to-non-member"
	OutsiderAdmitted law.Code = "society.outsider-admitted"
)

// Type is whom a society is for. It is no legal form: a type may take several, and a form
// holds several types.
type Type uint8

// The types, by who the members are: buyers or users; employees; suppliers or farmers;
// tenants and prospective tenants; societies; two classes or more; anybody who supports the
// purpose of a community benefit society.
const (
	TypeConsumer Type = iota + 1
	TypeWorker
	TypeProducer
	TypeHousing
	TypeSecondary
	TypeMultiStakeholder
	TypeCommunity
)

var typeNames = []string{"", "consumer", "worker", "producer", "housing", "secondary", "multi-stakeholder", "community"}

// String gives the JSON value.
func (t Type) String() string { return law.NameOf(typeNames, t) }

// MarshalText writes String.
func (t Type) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads what String writes.
func (t *Type) UnmarshalText(b []byte) error {
	return law.ParseName(t, typeNames, b, "a type of society")
}

// SurplusBase is what members' shares of a surplus are worked out by.
type SurplusBase uint8

// The bases.
const (
	OnPurchases SurplusBase = iota + 1
	OnHours
	OnPay
	OnEqualShares
	OnVolume
	OnValueSupplied
	OnThroughput
	OnClassFormula
)

var surplusBases = []string{"", "purchases", "hours", "pay", "equal-shares", "volume-supplied", "value-supplied", "throughput", "class-formula"}

// String gives the JSON value.
func (b SurplusBase) String() string { return law.NameOf(surplusBases, b) }

// MarshalText writes String.
func (b SurplusBase) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// UnmarshalText reads what String writes.
func (b *SurplusBase) UnmarshalText(text []byte) error {
	return law.ParseName(b, surplusBases, text, "a base for sharing a surplus")
}

// SurplusBases returns what a type of society typically shares a surplus by, the commonest
// first. There is none for a housing society, which rarely distributes, and for a community
// benefit society, which does not and pays share interest alone. It is practice: what binds
// is the society's own rules.
func (t Type) SurplusBases() []SurplusBase {
	switch t {
	case TypeConsumer:
		return []SurplusBase{OnPurchases}
	case TypeWorker:
		return []SurplusBase{OnHours, OnPay, OnEqualShares}
	case TypeProducer:
		return []SurplusBase{OnVolume, OnValueSupplied}
	case TypeSecondary:
		return []SurplusBase{OnThroughput}
	case TypeMultiStakeholder:
		return []SurplusBase{OnClassFormula}
	case TypeHousing, TypeCommunity:
	}
	return nil
}

// Housing is what a housing society's rules say, and what it did, put to it to be judged.
type Housing struct {
	// FullyMutual: it is, or calls itself, a fully mutual housing association.
	FullyMutual law.Fact[bool] `json:"fully_mutual,omitzero"`
	// OnlyTenants: its rules restrict membership to tenants and prospective tenants.
	// OnlyMembers: they preclude granting or assigning a tenancy to anybody but a member.
	OnlyTenants law.Fact[bool] `json:"only_tenants,omitzero"`
	OnlyMembers law.Fact[bool] `json:"only_members,omitzero"`
	// LetToOutsider and AdmittedOutsider: it let to somebody who was no member, or admitted
	// one who was neither tenant nor prospective tenant.
	LetToOutsider    law.Fact[bool] `json:"let_to_outsider,omitzero"`
	AdmittedOutsider law.Fact[bool] `json:"admitted_outsider,omitzero"`
}

var mutualHousing = law.Instrument{Title: "Housing Associations Act 1985 (c. 69)", Path: "ukpga/1985/69"}.At("s. 1(2)", "section/1")

// from1986 is the window of the Act of 1985, in force from 1 April 1986.
var from1986 = []law.Window{law.From("1986-04-01", law.GreatBritain)}

func housingAsks(of func(*Housing) *law.Fact[bool], field, asks string, keeps bool, otherwise string) judgement {
	return judgement{
		func(s *Society) *law.Fact[bool] { return of(s.Housing.Ptr()) }, "housing." + field, asks, keeps, otherwise,
	}
}

// typeRules: the Act only says what fully mutual means; that a fully mutual society then lets
// to members alone is a duty under its own rules.
var typeRules = law.Topic("housing societies",
	rule{
		Code: NotFullyMutual, Provision: mutualHousing,
		Says: "A housing association is fully mutual only if its rules restrict membership to tenants and prospective tenants, and preclude " +
			"granting or assigning tenancies to persons other than members.",
		InForce: from1986, Applies: fullyMutual,
		Check: judgedBy(
			housingAsks(func(x *Housing) *law.Fact[bool] { return &x.OnlyTenants }, "only_tenants",
				"Do the rules restrict membership to tenants and prospective tenants?", true, "The rules do not restrict membership to tenants and prospective tenants."),
			housingAsks(func(x *Housing) *law.Fact[bool] { return &x.OnlyMembers }, "only_members",
				"Do the rules preclude tenancies of persons who are not members?", true, "The rules do not preclude tenancies of persons who are not members."),
		),
		Remedy: "Put both restrictions into the rules, or do not claim to be fully mutual.",
	},
	rule{
		Code: LetToNonMember, Provision: mutualHousing, Weight: law.OwnRules,
		Says:    "A fully mutual housing society grants and assigns tenancies to its members alone, as its rules provide.",
		InForce: from1986, Applies: fullyMutual,
		Check: judgedBy(housingAsks(func(x *Housing) *law.Fact[bool] { return &x.LetToOutsider }, "let_to_outsider",
			"Has it let to anybody who was not a member?", false, "The society let to somebody who was not a member.")),
		Remedy: "Admit the tenant to membership, or end the letting.",
	},
	rule{
		Code: OutsiderAdmitted, Provision: mutualHousing, Weight: law.OwnRules,
		Says:    "A fully mutual housing society has tenants and prospective tenants as members and nobody else, as its rules provide.",
		InForce: from1986, Applies: fullyMutual,
		Check: judgedBy(housingAsks(func(x *Housing) *law.Fact[bool] { return &x.AdmittedOutsider }, "admitted_outsider",
			"Has it a member who is neither a tenant nor a prospective tenant?", false, "A member is neither a tenant nor a prospective tenant.")),
		Remedy: "End the membership as the rules provide.",
	},
)

func fullyMutual(c *kase) bool {
	if !c.Subject.Housing.Stated() {
		return false
	}
	is, ok := law.Need(c, &c.Subject.Housing.Ptr().FullyMutual, "housing.fully_mutual")
	return ok && is
}
