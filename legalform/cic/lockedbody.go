package cic

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// LockedKind is the kind of body that is to receive assets, named in the articles or not:
// what decides whether it is an asset-locked body.
type LockedKind uint8

// The kinds. A society is permitted where its rules hold the restriction on use prescribed
// in 2006 (SI 2006/264 reg 4, or its equivalent for Northern Ireland); until 31 July 2014
// the Regulations call it a permitted industrial and provident society. A lock of its own
// making is not enough: such a society is an ordinary one. That a body abroad is equivalent
// to a charity or a community interest company is a judgement, which whoever states the
// kind has made.
const (
	AnotherCIC LockedKind = iota + 1
	Charity
	ScottishCharity
	NorthernIrishCharity
	PermittedSociety
	EquivalentInNorthernIreland
	EquivalentOutsideUK
	OrdinarySociety
	OrdinaryCompany
	LocalAuthority
	Individual
	Itself
	OtherBody
)

var lockedKinds = []string{
	"", "cic", "charity", "scottish-charity", "northern-irish-charity", "permitted-society",
	"equivalent-in-northern-ireland", "equivalent-outside-uk", "ordinary-society", "ordinary-company",
	"local-authority", "individual", "itself", "other",
}

// String gives the JSON value.
func (k LockedKind) String() string { return law.NameOf(lockedKinds, k) }

// MarshalText writes String.
func (k LockedKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *LockedKind) UnmarshalText(b []byte) error {
	return law.ParseName(k, lockedKinds, b, "a kind of body")
}

// A LockedBody is a body that the articles name as a possible recipient of the company's
// assets.
type LockedBody struct {
	Name law.Fact[string]     `json:"name,omitzero"`
	Kind law.Fact[LockedKind] `json:"kind,omitzero"`
}

// A definition is who is within a term from a day on.
type definition struct {
	from  law.Date
	by    law.Provision
	kinds []LockedKind
}

// lockedBodies are the four definitions of an asset-locked body, and charitableBodies those
// of the charitable body that regulation 9 lets articles put in its place; oldest first.
// A charity is one of any part of the kingdom from 6 April 2007; until then one of Northern
// Ireland was a body outside Great Britain equivalent to one.
var (
	lockedBodies = []definition{
		{law.MustDate("2005-07-01"), regs2005.At("reg 2", "regulation/2"), []LockedKind{
			AnotherCIC, Charity, ScottishCharity, NorthernIrishCharity, EquivalentInNorthernIreland, EquivalentOutsideUK,
		}},
		{law.MustDate("2007-04-06"), order2007.At("Sch 4 para 27(b)", "schedule/4"), lockedFrom2007},
		{law.MustDate("2009-10-01"), regs2009.At("reg 3(2), (4)", "regulation/3"), lockedFrom2009},
		{law.MustDate("2014-08-01"), societies2014Regs.At("Sch para 16", "schedule"), lockedFrom2009},
	}
	lockedFrom2007 = []LockedKind{AnotherCIC, Charity, ScottishCharity, NorthernIrishCharity, EquivalentOutsideUK}
	lockedFrom2009 = append(slices.Clip(lockedFrom2007), PermittedSociety)

	charitableBodies = []definition{
		{law.MustDate("2005-07-01"), regs2005.At("reg 9(1)", "regulation/9"), []LockedKind{
			Charity, ScottishCharity, NorthernIrishCharity, EquivalentOutsideUK,
		}},
		{law.MustDate("2007-04-06"), order2007.At("Sch 4 para 29", "schedule/4"), []LockedKind{
			Charity, ScottishCharity, NorthernIrishCharity, EquivalentOutsideUK,
		}},
	}
)

func within(ds []definition, k LockedKind, on law.Date) (bool, law.Provision) {
	for i := len(ds) - 1; i >= 0; i-- {
		if d := &ds[i]; !on.Before(d.from) {
			return slices.Contains(d.kinds, k), d.by
		}
	}
	return false, law.Provision{}
}

// IsLockedBody reports whether a body of a kind is an asset-locked body on a date, by the
// definition in regulation 2, and cites it as it then stood. Before 1 July 2005 there is no
// such thing, and no provision.
//
// The articles of a company limited by guarantee without share capital follow Schedule 1,
// whose own definition never reached a body in Northern Ireland before 6 April 2007:
// IsLockedBodyFor knows the difference.
func IsLockedBody(k LockedKind, on law.Date) (bool, law.Provision) {
	return within(lockedBodies, k, on)
}

// IsLockedBodyFor reports whether a body of a kind is an asset-locked body by the
// definition in the articles of a company of a type. It differs from IsLockedBody only for
// companies limited by guarantee before 6 April 2007.
func IsLockedBodyFor(t Type, k LockedKind, on law.Date) (bool, law.Provision) {
	is, by := IsLockedBody(k, on)
	if is && t == ByGuarantee && on.Before(lockedBodies[1].from) && (k == NorthernIrishCharity || k == EquivalentInNorthernIreland) {
		return false, sch1Para1
	}
	return is, by
}

var sch1Para1 = regs2005.At("Sch 1 para 1(4)(a)", "schedule/1")

// IsCharitableBody reports whether a body of a kind is a charitable body on a date, as
// regulation 9 lets articles put in the place of an asset-locked one.
func IsCharitableBody(k LockedKind, on law.Date) (bool, law.Provision) {
	return within(charitableBodies, k, on)
}

// Codes of the rules on the bodies that the articles name.
const (
	NamedBodyNotLocked     law.Code = "cic.named-body-not-locked"
	NamedBodyNotCharitable law.Code = "cic.named-body-not-charitable"
	NamesItself            law.Code = "cic.names-itself"
)

var lockedBodyTable = law.Topic("asset-locked bodies",
	rule{
		Code: NamedBodyNotLocked, Provision: regs2005.At("Schs 1-3 para 1(2)(a), (4)(a)", "schedule/1"),
		Says:    "A body that the articles specify as a recipient of assets must be an asset-locked body.",
		InForce: inForce(), Applies: namesBodies, Check: namedAreLocked,
		Remedy: "Name an asset-locked body instead: another community interest company, a charity, or a permitted society.",
	},
	rule{
		Code: NamedBodyNotCharitable, Provision: regs2005.At("reg 9", "regulation/9"),
		Says:    "Where the articles put charitable bodies in the place of asset-locked ones, a body that they specify must be a charitable body.",
		InForce: inForce(), Applies: namesCharitableBodies, Check: namedAreCharitable,
		Remedy: "Name a charity, or give up the narrower term.",
	},
	rule{
		Code: NamesItself, Provision: regulatorGuidance.At("asset-locked bodies", ""), Weight: law.Guidance,
		Says:    "A company may not nominate itself as the recipient of its own assets.",
		InForce: inForce(), Applies: namesBodies, Check: namesAnother,
		Remedy: "Name another asset-locked body.",
	},
)

func namesBodies(c *kase) bool {
	names, ok := law.Need(c, &c.Subject.Articles.LockedBodies, "articles.locked_bodies")
	return ok && len(names) > 0
}

func namesCharitableBodies(c *kase) bool {
	only, ok := law.Need(c, &c.Subject.Articles.CharitableBodiesOnly, "articles.charitable_bodies_only")
	return ok && only && namesBodies(c)
}

func namedAreLocked(c *kase) {
	t, ok := law.Need(c, &c.Subject.Type, "type")
	if !ok {
		return
	}
	for i := range c.Subject.Articles.LockedBodies.Or(nil) {
		kind, ok := namedKind(c, i)
		if is, by := IsLockedBodyFor(t, kind, c.On); ok && kind != Itself && !is {
			c.Breach(law.Path("articles.locked_bodies", i, "kind"), "The articles name a body of the kind %q, which was not an asset-locked body on %s by %v.", kind, c.On.Long(), by)
		}
	}
}

func namedAreCharitable(c *kase) {
	for i := range c.Subject.Articles.LockedBodies.Or(nil) {
		kind, ok := namedKind(c, i)
		if is, by := IsCharitableBody(kind, c.On); ok && !is {
			c.Breach(law.Path("articles.locked_bodies", i, "kind"), "The articles speak of charitable bodies only, and name a body of the kind %q, which was not one on %s by %v.", kind, c.On.Long(), by)
		}
	}
}

func namesAnother(c *kase) {
	for i := range c.Subject.Articles.LockedBodies.Or(nil) {
		if kind, ok := namedKind(c, i); ok && kind == Itself {
			c.Breach(law.Path("articles.locked_bodies", i, "kind"), "The articles name the company itself.")
		}
	}
}

// namedKind is the kind of body i; its path is written only where it is missing.
func namedKind(c *kase, i int) (kind LockedKind, ok bool) {
	kind, ok = (*c.Subject.Articles.LockedBodies.Ptr())[i].Kind.Get()
	if !ok {
		c.Unknown(law.Path("articles.locked_bodies", i, "kind"), "")
	}
	return kind, ok
}
