package cic

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rules on transfers of assets.
const (
	AssetLock          law.Code = "cic.asset-lock"
	ToMembers          law.Code = "cic.distribution-not-authorised"
	StricterLock       law.Code = "cic.stricter-asset-lock"
	TransferUnapproved law.Code = "cic.transfer-unapproved"
)

// A Transfer is a disposition, payment, release or distribution of the company's assets,
// other than one of the acts that have a place of their own in Company.
type Transfer struct {
	On law.Fact[law.Date] `json:"on,omitzero"`
	// FullConsideration says that what the company receives is worth what it gives.
	FullConsideration law.Fact[bool] `json:"full_consideration,omitzero"`
	// Value is what the company gives beyond what it receives.
	Value law.Fact[law.Pence] `json:"value,omitzero"`
	// To says who benefits.
	To law.Fact[Beneficiary] `json:"to,omitzero"`
	// Consent says that the Regulator consented.
	Consent law.Fact[bool] `json:"regulator_consent,omitzero"`
	// KeepsStricterTerms says that stricter terms of the company's own articles are kept.
	KeepsStricterTerms law.Fact[bool] `json:"keeps_stricter_terms,omitzero"`
}

// Beneficiary is who benefits by a transfer of assets.
type Beneficiary uint8

// A transfer goes to an asset-locked body that the articles specify, or to another; is for
// the benefit of the community otherwise than by transfer to such a body; is a distribution
// to members as members; or goes to anyone else.
const (
	ToSpecifiedBody Beneficiary = iota + 1
	ToOtherLockedBody
	ForTheCommunity
	ToMembersAsSuch
	ToAnyoneElse
)

var beneficiaries = []string{"", "specified-locked-body", "other-locked-body", "community", "members", "anyone-else"}

// String gives the JSON value.
func (b Beneficiary) String() string { return law.NameOf(beneficiaries, b) }

// MarshalText writes String.
func (b Beneficiary) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// UnmarshalText reads what String writes.
func (b *Beneficiary) UnmarshalText(text []byte) error {
	return law.ParseName(b, beneficiaries, text, "a beneficiary")
}

var transferred = event{Path: "transfer.on", Of: func(c *Company) law.Fact[law.Date] {
	if t := c.Transfer.Ptr(); t != nil {
		return t.On
	}
	return law.Fact[law.Date]{}
}}

var transfers = law.Topic("transfers",
	rule{
		Code: AssetLock, Provision: regs2005.At("Schs 1-3 para 1(1)-(2)", "schedule/1/paragraph/1"),
		Says:    "A company may not transfer assets other than for full consideration, except to a specified asset-locked body, to another with the Regulator's consent, or for the benefit of the community otherwise.",
		InForce: inForce(), Event: transferred, Applies: belowValue, Check: withinExceptions,
		Remedy: "Obtain full consideration, or transfer to an asset-locked body, with the Regulator's consent where the articles do not specify it.",
	},
	rule{
		Code: ToMembers, Provision: s30Members,
		Says:    "A company may not distribute assets to its members unless regulations authorise it.",
		InForce: inForce(), Event: transferred, Applies: hasTransfer, Check: notToMembers,
		Remedy: "Do not make the distribution; a dividend, a purchase of shares or a reduction of capital within the Regulations is open to a company that may make one.",
	},
	rule{
		Code: StricterLock, Provision: regs2005.At("Schs 1-3 para 1(3)", "schedule/1/paragraph/1"), Weight: law.OwnRules,
		Says:    "A transfer must keep any stricter terms of the company's own articles.",
		InForce: inForce(), Event: transferred, Applies: belowValue, Check: keepsOwnTerms,
		Remedy: "Keep to the articles, or alter them first.",
	},
	rule{
		Code: TransferUnapproved, Provision: regulatorGuidance.At("transfers below full value", ""), Weight: law.Guidance,
		Says:    "A transfer of assets below their full value should have the Regulator's approval, even to an asset-locked body that the articles specify.",
		InForce: inForce(), Event: transferred, Applies: toLockedBelowValue, Check: regulatorTold,
		Remedy: "Ask the Regulator before the transfer.",
	},
)

func hasTransfer(c *kase) bool { return c.Subject.Transfer.Stated() }

func belowValue(c *kase) bool {
	if !hasTransfer(c) {
		return false
	}
	full, ok := law.Need(c, &c.Subject.Transfer.Ptr().FullConsideration, "transfer.full_consideration")
	return ok && !full
}

func toLockedBelowValue(c *kase) bool {
	if !belowValue(c) {
		return false
	}
	to, ok := law.Need(c, &c.Subject.Transfer.Ptr().To, "transfer.to")
	return ok && (to == ToSpecifiedBody || to == ToOtherLockedBody)
}

func withinExceptions(c *kase) {
	t := c.Subject.Transfer.Ptr()
	to, ok := law.Need(c, &t.To, "transfer.to")
	if !ok {
		return
	}
	switch to {
	case ToSpecifiedBody, ForTheCommunity:
	case ToOtherLockedBody:
		if consent, ok := law.Need(c, &t.Consent, "transfer.regulator_consent"); ok && !consent {
			c.Breach("transfer.regulator_consent", "%s go, for less than full consideration, to an asset-locked body that the articles do not specify, without the Regulator's consent.", t.assets())
		}
	default:
		c.Breach("transfer.to", "%s go, for less than full consideration, to %v: none of the exceptions allows it.", t.assets(), to)
	}
}

func notToMembers(c *kase) {
	if to, ok := law.Need(c, &c.Subject.Transfer.Ptr().To, "transfer.to"); ok && to == ToMembersAsSuch {
		c.Breach("transfer.to", "%s are distributed to members in a way that no regulation authorises.", c.Subject.Transfer.Ptr().assets())
	}
}

// assets says what is transferred, with its value where that is stated.
func (t *Transfer) assets() string {
	if value, ok := t.Value.Get(); ok {
		return "Assets worth " + value.String()
	}
	return "Assets"
}

func keepsOwnTerms(c *kase) {
	if yes, ok := law.Ask(c, &c.Subject.Transfer.Ptr().KeepsStricterTerms, "transfer.keeps_stricter_terms",
		"Do the articles hold stricter terms than the Schedule, and does the transfer keep them?"); ok && !yes {
		c.Breach("transfer.keeps_stricter_terms", "The transfer breaks a stricter term of the articles.")
	}
}

func regulatorTold(c *kase) {
	if consent, ok := law.Need(c, &c.Subject.Transfer.Ptr().Consent, "transfer.regulator_consent"); ok && !consent {
		c.Breach("transfer.regulator_consent", "The Regulator has not approved a transfer below full value, which guidance asks for in every case.")
	}
}
