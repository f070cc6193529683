package society

import (
	"cmp"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on using locked assets.
const (
	LockedAssetMisused law.Code = "society.locked-asset-misused"
	LockedPayment      law.Code = "society.locked-payment"
)

// UseKind is what locked assets are used for.
type UseKind uint8

// The kinds of use. General is any use that the others do not name, such as a grant, a
// purchase or a wage.
const (
	General UseKind = iota + 1
	// Withdrawal pays a member for withdrawable shares, OtherShares for any other.
	Withdrawal
	OtherShares
	// WithdrawableInterest is interest on withdrawable shares, OtherInterest on any other.
	WithdrawableInterest
	OtherInterest
	// OnDeathOrIncapacity is paid under 2014 Act ss. 36, 39 or 40 (1965 Act ss. 24-26).
	OnDeathOrIncapacity
	// ToTrusteeInBankruptcy is paid to the trustees of a bankrupt member's property, in
	// Scotland of a sequestrated estate.
	ToTrusteeInBankruptcy
	// ToCreditors pays them where the society is to be dissolved or wound up, ToMembers
	// distributes what is then left among members.
	ToCreditors
	ToMembers
	// Gift is any transfer of assets to another body.
	Gift
)

var useKinds = []string{
	"", "general", "withdrawal", "other-shares", "withdrawable-interest", "other-interest", "on-death-or-incapacity",
	"trustee-in-bankruptcy", "creditors-on-dissolution", "members-on-dissolution", "transfer",
}

// String gives the JSON value.
func (k UseKind) String() string { return law.NameOf(useKinds, k) }

// MarshalText writes String.
func (k UseKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *UseKind) UnmarshalText(b []byte) error {
	return law.ParseName(k, useKinds, b, "a use of assets")
}

// A Use is one use of, or dealing with, a society's assets.
type Use struct {
	Kind   law.Fact[UseKind]   `json:"kind,omitzero"`
	On     law.Fact[law.Date]  `json:"on,omitzero"`
	Amount law.Fact[law.Pence] `json:"amount,omitzero"`
	// ForCommunity is the recorded judgement that the use is, directly or indirectly, for a
	// purpose that is for the benefit of the community. Where it is, nothing else matters.
	ForCommunity law.Fact[bool] `json:"for_community,omitzero"`
	// Value is, of a withdrawal, the value of the shares: par, unless written down.
	Value law.Fact[law.Pence] `json:"value,omitzero"`
	// UnderRules says, of a payment to a trustee in bankruptcy, that it accords with the rules.
	UnderRules law.Fact[bool] `json:"under_rules,omitzero"`
	// Recipient is, of a transfer, what receives the assets; EquivalentLock says of a
	// registered social landlord that it has an equivalent restriction; WillApplyLock says of
	// it or of a locked society that it will apply its restriction to what it receives.
	Recipient      law.Fact[BodyKind] `json:"recipient,omitzero"`
	EquivalentLock law.Fact[bool]     `json:"equivalent_lock,omitzero"`
	WillApplyLock  law.Fact[bool]     `json:"will_apply_lock,omitzero"`
}

func (u *Use) check() error {
	return cmp.Or(amountFact("amount", &u.Amount), amountFact("value", &u.Value))
}

var used = event{Path: "use.on", Of: func(s *Society) law.Fact[law.Date] {
	if x := s.Use.Ptr(); x != nil {
		return x.On
	}
	return law.Fact[law.Date]{}
}}

const remedyUse = "Keep the assets, or use them for a purpose that is for the benefit of the community or in another case that the restriction names."

var (
	lockedUse = rule{
		Code: LockedAssetMisused, Provision: reg3,
		Says: "A society with a restriction on use may not use or deal with its assets except for a purpose that is for the benefit of the community, " +
			"to pay a member the value of withdrawable share capital or interest on it, to make the payments on death, incapacity or bankruptcy, " +
			"to pay creditors where it is to be dissolved or wound up, or to transfer them to a body that the restriction names.",
		InForce: fromLock, Event: used, Applies: usesLocked, Check: permittedUse,
		Remedy: remedyUse,
	}
	lockedPay = rule{
		Code: LockedPayment, Provision: reg3,
		Says: "A society with a restriction on use may not pay out of its surplus a dividend to others than the bodies that the restriction names, " +
			"a patronage refund, interest on shares that are not withdrawable, or anything else that the restriction does not name.",
		InForce: fromLock, Event: distributed, Applies: distributesLocked, Check: permittedPayments,
		Remedy: remedyUse,
	}
)

var lockedUses = law.Topic("use of locked assets",
	lockedUse,
	lockedPay,
)

func usesLocked(c *kase) bool        { return c.Subject.Use.Stated() && locked(c) }
func distributesLocked(c *kase) bool { return c.Subject.Distribution.Stated() && locked(c) }

func permittedUse(c *kase) {
	u := c.Subject.Use.Ptr()
	if amount, ok := law.Need(c, &u.Amount, "use.amount"); ok {
		a := LockedUse(u)
		weigh(c, &a, amount, "use.", "use", "The use of %v is not one that the restriction permits; it permits %v.")
	}
}

// permittedPayments asks of each payment what PaymentAllowance asks.
func permittedPayments(c *kase) {
	list, ok := law.Need(c, &c.Subject.Distribution.Ptr().Payments, "distribution.payments")
	if !ok {
		return
	}
	for i, p := range list {
		a := lockedPayment(c.Subject, p.Kind)
		weigh(c, &a, p.Amount, "", law.Path("distribution.payments", i, ""),
			"The payment of %v is not one that the restriction permits; it permits %v.")
	}
}

// weigh reports an amount that an allowance does not permit, and what it lacks.
func weigh(c *kase, a *law.Allowance, amount law.Pence, prefix, path, says string) {
	for _, m := range a.Missing {
		c.Unknown(prefix+m.Path, m.Question)
	}
	if a.Permits(amount) == law.Breached {
		c.Breach(path, says, amount, a.Most)
	}
}

const askUse = "Is the use, directly or indirectly, for a purpose that is for the benefit of the community?"

// LockedUse says how much of a use the statutory lock permits: all of it for a purpose
// that is for the benefit of the community; of the other cases, what each permits. It
// lacks the judgement of purpose where no other case permits the use. It cites the
// Regulations of Great Britain.
func LockedUse(u *Use) law.Allowance {
	a := law.Open()
	a.Provision = reg3
	judged := told(&u.ForCommunity)
	if judged == yes {
		return a
	}
	listedUse(u, &a)
	amount, ok := u.Amount.Get()
	if judged == untold && a.Known() && !a.Unlimited && (!ok || amount > a.Most) {
		a.Lack("for_community", askUse)
	}
	return a
}

// listedUse lowers an allowance to what cases (b) to (f) of the restriction permit.
func listedUse(u *Use, a *law.Allowance) {
	none := func() { a.Within(0, LockedAssetMisused, reg3) }
	unless := func(f *law.Fact[bool], path, question string) {
		if t := told(f); t == untold {
			a.Lack(path, question)
		} else if t == no {
			none()
		}
	}
	kind, ok := u.Kind.Get()
	if !ok {
		a.Lack("kind", "")
		return
	}
	switch kind {
	case WithdrawableInterest, OnDeathOrIncapacity, ToCreditors:
	case Withdrawal:
		if v, ok := u.Value.Get(); ok {
			a.Within(v, LockedAssetMisused, reg3)
		} else {
			a.Lack("value", "What is the value of the withdrawable shares, at par unless written down?")
		}
	case ToTrusteeInBankruptcy:
		unless(&u.UnderRules, "under_rules", "Is the payment in accordance with the rules?")
	case Gift:
		receives(u, a, unless, none)
	default:
		none()
	}
}

// receives is case (f): the bodies to which assets may go.
func receives(u *Use, a *law.Allowance, unless func(*law.Fact[bool], string, string), none func()) {
	body, ok := u.Recipient.Get()
	if !ok {
		a.Lack("recipient", "What receives the assets?")
		return
	}
	const apply = "Will it apply its restriction to the assets transferred?"
	switch body {
	case CommunityInterestCompany, Charity, EquivalentBody:
	case LockedSociety:
		unless(&u.WillApplyLock, "will_apply_lock", apply)
	case SocialLandlord:
		unless(&u.EquivalentLock, "equivalent_lock", "Does it have an equivalent restriction on the use of its assets?")
		unless(&u.WillApplyLock, "will_apply_lock", apply)
	default:
		none()
	}
}

// lockedPayment says how much of a payment out of surplus the statutory lock permits.
// A dividend to an asset-locked body is a transfer to a body that the restriction names;
// staff and lenders are paid for the purpose, indirectly, if it is so judged.
func lockedPayment(s *Society, k law.PaymentKind) law.Allowance {
	a := law.Open()
	a.Provision = reg3
	switch k {
	case law.ToCommunity, law.LockedDividend:
	case law.ShareInterest:
		if told(&s.AllWithdrawable) != yes {
			a.Lack("all_shares_withdrawable", "Is the interest all on withdrawable shares? That on others must be judged as a use of its own.")
		}
	case law.StaffBonus, law.PerformanceInterest:
		if t := told(&s.RunningCostsForCommunity); t == untold {
			a.Lack("running_costs_for_community", askUse)
		} else if t == no {
			a.Within(0, LockedPayment, reg3)
		}
	default:
		a.Within(0, LockedPayment, reg3)
	}
	return a
}
