package employee

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rest of the all-employee benefit requirement: what the trusts permit beside
// the terms on which employees benefit (s. 236K).
const (
	ExcludedCanBenefit law.Code = "employee.excluded-can-benefit"
	GroupLeftOut       law.Code = "employee.group-left-out"
	CanCreateTrust     law.Code = "employee.can-create-trust"
	CanResettle        law.Code = "employee.can-resettle"
	CanLend            law.Code = "employee.can-lend"
	CanAmendAway       law.Code = "employee.can-amend-away"
	TransferUnapproved law.Code = "employee.transfer-not-authorised"
	TreatedAsMetLost   law.Code = "employee.treated-as-met-lost"
	ActedOutsideTrusts law.Code = "employee.acted-outside-trusts"
)

// Trust is the settlement.
type Trust struct {
	Deed Deed        `json:"deed,omitzero"`
	Body TrusteeBody `json:"body,omitzero"`
	// Old is what makes a settlement of before 10 December 2013 be treated as meeting the
	// all-employee benefit requirement (s. 236L). Where it is not stated nobody relies on that.
	Old law.Fact[OldTrust] `json:"old,omitzero"`
	// Transfers are those of property to other settlements.
	Transfers law.Fact[[]TrustTransfer] `json:"transfers,omitzero"`
	// ActedOutside says that the trustees have acted, since the disposal, in a way that the
	// trusts, as the requirement has them, do not permit.
	ActedOutside law.Fact[bool] `json:"acted_outside,omitzero"`
}

// Deed is what the trusts permit (s. 236J(1)), used or not.
type Deed struct {
	// BenefitsExcluded says that they permit property to be applied for an excluded
	// participator, who is never an eligible employee.
	BenefitsExcluded law.Fact[bool] `json:"benefits_excluded,omitzero"`
	// WholeGroup says that those employed by every company of the group can benefit. It
	// matters where the company is the principal company of a group.
	WholeGroup    law.Fact[bool] `json:"whole_group,omitzero"`
	CreatesTrusts law.Fact[bool] `json:"creates_trusts,omitzero"`
	// Resettles says that they permit a transfer to another settlement that is no authorised
	// transfer.
	Resettles law.Fact[bool] `json:"resettles,omitzero"`
	Lends     law.Fact[bool] `json:"lends,omitzero"`
	// Amendable says that the trustees or anybody else may amend the trusts so that one of
	// the foregoing would be permitted.
	Amendable law.Fact[bool] `json:"amendable,omitzero"`
}

// A TrustTransfer is a transfer of property to another settlement.
type TrustTransfer struct {
	On law.Date `json:"on"`
	// OrdinaryShares says that it includes ordinary share capital of a company.
	OrdinaryShares law.Fact[bool] `json:"ordinary_shares,omitzero"`
	// Trading says that the company meets the trading requirement.
	Trading law.Fact[bool] `json:"trading,omitzero"`
	// Controls says that the other settlement meets the controlling interest requirement
	// immediately after, and AllEmployee that it meets the all-employee benefit requirement
	// by its trusts: to be treated as meeting it (s. 236L) is not enough.
	Controls    law.Fact[bool] `json:"controls,omitzero"`
	AllEmployee law.Fact[bool] `json:"all_employee,omitzero"`
}

// Authorised reports whether the transfer is an authorised one (s. 236J(7)): every limb
// holds. Missing names the facts without which there is no answer.
func (x *TrustTransfer) Authorised() (is bool, missing []string) {
	is = true
	for _, limb := range [...]struct {
		fact *law.Fact[bool]
		name string
	}{{&x.OrdinaryShares, "ordinary_shares"}, {&x.Trading, "trading"}, {&x.Controls, "controls"}, {&x.AllEmployee, "all_employee"}} {
		switch holds, ok := limb.fact.Get(); {
		case !ok:
			missing = append(missing, limb.name)
		case !holds:
			return false, nil
		}
	}
	return is && len(missing) == 0, missing
}

var deed = law.Topic("the deed",
	permits(ExcludedCanBenefit, "s. 236J(1)(a), (3), (5)", "be applied for the benefit of an excluded participator",
		"benefits_excluded", func(d *Deed) *law.Fact[bool] { return &d.BenefitsExcluded }),
	rule{
		Code: GroupLeftOut, Provision: gains("s. 236J(1)(a), (3)(b)", "236J"),
		Says:    "For the all-employee benefit requirement, where the company is the principal company of a trading group, those employed by or holding office in every company of the group must be eligible.",
		InForce: since(reliefBegan), Applies: byTerms(leadsGroup), Check: groupBenefits,
		Remedy: "Extend the trusts to the employees and office-holders of every company of the group.",
	},
	permits(CanCreateTrust, "s. 236J(1)(b)(i)", "be applied by creating a trust",
		"creates_trusts", func(d *Deed) *law.Fact[bool] { return &d.CreatesTrusts }),
	permits(CanResettle, "s. 236J(1)(b)(ii)", "be transferred to the trustees of another settlement other than by an authorised transfer",
		"resettles", func(d *Deed) *law.Fact[bool] { return &d.Resettles }),
	permits(CanLend, "s. 236J(1)(c)", "be lent to beneficiaries",
		"lends", func(d *Deed) *law.Fact[bool] { return &d.Lends }),
	permits(CanAmendAway, "s. 236J(1)(d)", "become subject, by amendment by anybody, to trusts that would not keep these prohibitions",
		"amendable", func(d *Deed) *law.Fact[bool] { return &d.Amendable }),
)

var conduct = law.Topic("conduct of trustees",
	rule{
		Code: TreatedAsMetLost, Provision: gains("ss. 236L, 236H(5)", "236L"),
		Says:    "For the all-employee benefit requirement a settlement is treated as meeting it only if it was created before 10 December 2013, on that day was a trust for employees with a significant interest and did not meet the requirement, and its trustees have kept to the requirement for 12 months.",
		InForce: since(reliefBegan), Applies: reliesOnOld, Check: oldHolds,
		Remedy: "Bring the trusts themselves into line with sections 236J and 236K.",
	},
	rule{
		Code: TransferUnapproved, Provision: gains("s. 236J(1)(b)(ii), (7)", "236J"),
		Says:    "For the all-employee benefit requirement property may be transferred to another settlement only with ordinary shares of a trading company that the other settlement controls immediately afterwards, and only if that settlement itself meets the requirement.",
		InForce: since(reliefBegan), Applies: transfers, Check: transfersAuthorised,
		Remedy: "Transfer nothing until the other settlement controls the company and its trusts meet the requirement.",
	},
	rule{
		Code: ActedOutsideTrusts, Provision: gains("ss. 236O(2)(e), 236P(2)(e)", "236O"),
		Says:    "For the relief to be kept the trustees may not act in a way which the trusts, as required by the all-employee benefit requirement, do not permit.",
		InForce: since(reliefBegan), Event: disposedOn, Applies: disposes, Check: actsWithin,
		Remedy: "Undo what was done outside the trusts, and take advice before any claim or return is made.",
	},
)

// permits makes the row of a thing that the trusts may not permit.
func permits(code law.Code, pinpoint, what, field string, fact func(*Deed) *law.Fact[bool]) rule {
	path := "trust.deed." + field
	return rule{
		Code: code, Provision: gains(pinpoint, "236J"),
		Says:    "For the all-employee benefit requirement the trusts may not permit settled property at any time to " + what + ".",
		InForce: since(reliefBegan), Applies: byTerms(nil),
		Check: func(c *kase) {
			if does, ok := law.Need(c, fact(&c.Subject.Trust.Deed), path); ok && does {
				c.Breach(path, "The all-employee benefit requirement is not met: the trusts permit settled property to %s, whether or not it has been.", what)
			}
		},
		Remedy: "Take the power out of the trust deed, and close every way to put it back.",
	}
}

// byTerms makes a condition of a row on the terms of the trusts: it does not apply where the
// settlement is treated as meeting the all-employee benefit requirement by s. 236L.
func byTerms(also func(*kase) bool) func(*kase) bool {
	return func(c *kase) bool { return !treatedAsMet(c) && (also == nil || also(c)) }
}

func leadsGroup(c *kase) bool {
	g, ok := law.Need(c, &c.Subject.Business.Group, "business.group")
	return ok && g == GroupPrincipal
}

func groupBenefits(c *kase) {
	if whole, ok := law.Need(c, &c.Subject.Trust.Deed.WholeGroup, "trust.deed.whole_group"); ok && !whole {
		c.Breach("trust.deed.whole_group", "The all-employee benefit requirement is not met: those who work for some companies of the group are left out.")
	}
}

func transfers(c *kase) bool {
	list, ok := law.Need(c, &c.Subject.Trust.Transfers, "trust.transfers")
	return ok && len(list) > 0
}

func transfersAuthorised(c *kase) {
	list := *c.Subject.Trust.Transfers.Ptr()
	for i := range list {
		is, missing := list[i].Authorised()
		for _, field := range missing {
			c.Unknown(law.Path("trust.transfers", i, field), "")
		}
		if !is && missing == nil {
			c.Breach(law.Path("trust.transfers", i, ""), "The all-employee benefit requirement is not met: the transfer on %s is no authorised transfer.", list[i].On.Long())
		}
	}
}

func actsWithin(c *kase) {
	acted, ok := law.Ask(c, &c.Subject.Trust.ActedOutside, "trust.acted_outside",
		"Have the trustees, since the disposal, acted in a way that the trusts do not permit?")
	if !ok || !acted {
		return
	}
	on := c.Subject.Disposal.On.Or(c.On)
	if x := ConsequenceOf(ActingWithinTrusts, c.Subject.Disposal.Kind.Or(ToTrustees), on, c.AsAt, c.Figures); x.Doubt != nil {
		if c.Doubt(x.Doubt.Question, x.Doubt.Readings[0].Says, x.Doubt.Readings[1].Says) == 0 {
			return
		}
	}
	c.Breach("trust.acted_outside", "The requirement is not met: the trustees have acted in a way which the trusts do not permit.%s", followed(c, ActingWithinTrusts))
}
