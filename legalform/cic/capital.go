package cic

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rules on share capital.
const (
	BuybackAbovePaidUp   law.Code = "cic.buyback-above-paid-up"
	BuybackInSchedule2   law.Code = "cic.buyback-in-schedule-2"
	ReductionAbovePaidUp law.Code = "cic.reduction-above-paid-up"
	ReductionOtherwise   law.Code = "cic.reduction-otherwise"
)

// ShareValue is what is paid up on one share. Its paid-up value is the nominal value paid
// up and any premium paid to the company (reg 2): not a premium paid to an earlier holder,
// nor one not yet paid.
type ShareValue struct {
	Nominal law.Fact[law.Pence] `json:"nominal_paid_up,omitzero"`
	Premium law.Fact[law.Pence] `json:"premium_paid_to_company,omitzero"`
}

// A Buyback is a redemption or purchase by the company of its own shares.
type Buyback struct {
	On    law.Fact[law.Date]  `json:"on,omitzero"`
	Price law.Fact[law.Pence] `json:"price_per_share,omitzero"`
	Value ShareValue          `json:"value,omitzero"`
	// FromLockedBody says that the holder is a specified asset-locked body, or another to
	// which the Regulator consents.
	FromLockedBody law.Fact[bool] `json:"from_locked_body,omitzero"`
}

// A Reduction is a reduction of share capital.
type Reduction struct {
	On law.Fact[law.Date] `json:"on,omitzero"`
	// How says what the reduction does.
	How law.Fact[ReductionBy] `json:"how,omitzero"`
	// Repaid is what a member is repaid on each share.
	Repaid law.Fact[law.Pence] `json:"repaid_per_share,omitzero"`
	Value  ShareValue          `json:"value,omitzero"`
}

// ReductionBy is a way of reducing share capital.
type ReductionBy uint8

// Capital is reduced by releasing members from liability on shares not fully paid, by
// repaying paid-up capital, or otherwise.
const (
	ReleaseUnpaid ReductionBy = iota + 1
	RepayPaidUp
	ReduceOtherwise
)

var reductions = []string{"", "release-unpaid", "repay-paid-up", "otherwise"}

// String gives the JSON value.
func (r ReductionBy) String() string { return law.NameOf(reductions, r) }

// MarshalText writes String.
func (r ReductionBy) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what String writes.
func (r *ReductionBy) UnmarshalText(b []byte) error {
	return law.ParseName(r, reductions, b, "a way of reducing capital")
}

var (
	boughtBack = event{Path: "buyback.on", Of: func(c *Company) law.Fact[law.Date] {
		if b := c.Buyback.Ptr(); b != nil {
			return b.On
		}
		return law.Fact[law.Date]{}
	}}
	reduced = event{Path: "reduction.on", Of: func(c *Company) law.Fact[law.Date] {
		if r := c.Reduction.Ptr(); r != nil {
			return r.On
		}
		return law.Fact[law.Date]{}
	}}
)

var capital = law.Topic("buy-backs and reductions",
	rule{
		Code: BuybackAbovePaidUp, Provision: reg24,
		Says:    "The amount paid by a company on the redemption or purchase of a share may not be more than the share's paid-up value.",
		InForce: inForce(), Event: boughtBack, Applies: hasBuyback, Check: buybackAtMost,
		Remedy: "Pay no more than the paid-up value of the share.",
	},
	rule{
		Code: BuybackInSchedule2, Provision: sch2Para1,
		Says:    "A company whose articles follow Schedule 2 may transfer assets to a member by redeeming or buying a share only for full consideration, or to an asset-locked body.",
		InForce: inForce(), Event: boughtBack, Applies: buybackInSchedule2, Check: buybackLocked,
		Remedy: "Buy from an asset-locked body that the articles specify, or seek the Regulator's view first.",
	},
	rule{
		Code: ReductionOtherwise, Provision: reg25,
		Says:    "A company may reduce its share capital only by extinguishing or reducing liability on shares not fully paid, or by repaying paid-up share capital.",
		InForce: inForce(), Event: reduced, Applies: hasReduction, Check: reducedInOneWay,
		Remedy: "Reduce capital in one of the two ways allowed.",
	},
	rule{
		Code: ReductionAbovePaidUp, Provision: reg25,
		Says:    "On a reduction of capital a company may repay not more than the paid-up value of the shares.",
		InForce: inForce(), Event: reduced, Applies: repays, Check: repaidAtMost,
		Remedy: "Repay no more than the paid-up value of each share.",
	},
)

func hasBuyback(c *kase) bool { return c.Subject.Buyback.Stated() && hasShares(c) }

func buybackInSchedule2(c *kase) bool {
	return hasBuyback(c) && c.Subject.Type.Or(0) == Schedule2
}

func hasReduction(c *kase) bool { return c.Subject.Reduction.Stated() && hasShares(c) }

func repays(c *kase) bool {
	if !hasReduction(c) {
		return false
	}
	how, ok := law.Need(c, &c.Subject.Reduction.Ptr().How, "reduction.how")
	return ok && how == RepayPaidUp
}

func buybackAtMost(c *kase) {
	b := c.Subject.Buyback.Ptr()
	price, ok1 := law.Need(c, &b.Price, "buyback.price_per_share")
	value, ok2 := paidUpValue(caseLacker{c}, &b.Value, "buyback.value.nominal_paid_up", "buyback.value.premium_paid_to_company")
	if ok1 && ok2 && price > value {
		c.Breach("buyback.price_per_share", "A price of %v a share is more than its paid-up value, %v.", price, value)
	}
}

func buybackLocked(c *kase) {
	locked, ok := law.Need(c, &c.Subject.Buyback.Ptr().FromLockedBody, "buyback.from_locked_body")
	if !ok || locked {
		return
	}
	if c.Doubt("Schedule 2 lists no exception for buying back shares from other members; whether a price within paid-up value is full consideration is not settled.",
		"it is full consideration, and allowed", "it is a transfer outside the exceptions") == 1 {
		c.Breach("buyback", "Assets would go to a member who is not an asset-locked body.")
	}
}

func reducedInOneWay(c *kase) {
	if how, ok := law.Need(c, &c.Subject.Reduction.Ptr().How, "reduction.how"); ok && how == ReduceOtherwise {
		c.Breach("reduction.how", "The reduction neither releases unpaid liability nor repays paid-up capital.")
	}
}

func repaidAtMost(c *kase) {
	r := c.Subject.Reduction.Ptr()
	repaid, ok1 := law.Need(c, &r.Repaid, "reduction.repaid_per_share")
	value, ok2 := paidUpValue(caseLacker{c}, &r.Value, "reduction.value.nominal_paid_up", "reduction.value.premium_paid_to_company")
	if ok1 && ok2 && repaid > value {
		c.Breach("reduction.repaid_per_share", "Repaying %v a share is more than its paid-up value, %v.", repaid, value)
	}
}

// paidUpValue is the paid-up value of a share, for validators and calculators alike.
func paidUpValue(l lacker, v *ShareValue, nominal, premium string) (law.Pence, bool) {
	n, ok1 := need(l, &v.Nominal, nominal)
	p, ok2 := need(l, &v.Premium, premium)
	return n + p, ok1 && ok2
}

// BuybackLimit says how much the company may pay to redeem or buy a share, and why.
func BuybackLimit(c *Company) law.Allowance {
	b := c.Buyback.Ptr()
	if b == nil {
		a := law.Open()
		a.Lack("buyback", "")
		return a
	}
	return paidUpLimit(&b.Value, "buyback.value.nominal_paid_up", "buyback.value.premium_paid_to_company", BuybackAbovePaidUp, reg24)
}

// ReductionLimit says how much the company may repay on a share in a reduction of capital,
// and why.
func ReductionLimit(c *Company) law.Allowance {
	r := c.Reduction.Ptr()
	if r == nil {
		a := law.Open()
		a.Lack("reduction", "")
		return a
	}
	return paidUpLimit(&r.Value, "reduction.value.nominal_paid_up", "reduction.value.premium_paid_to_company", ReductionAbovePaidUp, reg25)
}

func paidUpLimit(v *ShareValue, nominal, premium string, by law.Code, where law.Provision) law.Allowance {
	a := law.Open()
	value, ok := paidUpValue(allowanceLacker{&a}, v, nominal, premium)
	if !ok {
		return a
	}
	a.Working.Add("nominal value paid up", v.Nominal.Or(0))
	a.Working.Add("premium paid to the company", v.Premium.Or(0))
	a.Within(value, by, where)
	return a
}
