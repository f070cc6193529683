package employee

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the exemption from inheritance tax of gifts to trusts for employees.
const (
	GiftClassTooNarrow     law.Code = "employee.gift-class-too-narrow"
	GiftParticipators      law.Code = "employee.gift-participators-benefit"
	GiftEasementLost       law.Code = "employee.gift-easement-lost"
	GiftHeldTooShort       law.Code = "employee.gift-held-too-short"
	GiftWithoutControl     law.Code = "employee.gift-without-control"
	GiftToTrustUnqualified law.Code = "employee.gift-trust-unqualified"
)

// A Gift is a transfer of shares to a trust for employees by which somebody's estate becomes
// less, and which is to be exempt from inheritance tax.
type Gift struct {
	On law.Fact[law.Date] `json:"on,omitzero"`
	By law.Fact[GiftBy]   `json:"by,omitzero"`
	// OnlyEmployees says that the trusts permit the property to be applied only for those of
	// the class by employment or office, their families and dependants, and charity; and
	// AllOrMost that the class is all or most of those employed by or holding office with the
	// company (Inheritance Tax Act 1984 s. 86(1)-(3)).
	OnlyEmployees law.Fact[bool] `json:"only_employees,omitzero"`
	AllOrMost     law.Fact[bool] `json:"all_or_most,omitzero"`
	// Participators says that the trusts permit property at any time, in the whole life of
	// the trust, to be applied for a participator, a recent one, or a person connected with
	// one (s. 28(4)). IncomeOnly says that they do so only by payments that are the income
	// of whoever gets them (s. 28(6)).
	Participators law.Fact[bool] `json:"participators,omitzero"`
	IncomeOnly    law.Fact[bool] `json:"income_only,omitzero"`
	// Beneficiaries are those employed by or holding office with the company whom the trusts
	// can benefit immediately after the transfer, and Owning those of them who are
	// participators, recent ones or connected with one.
	Beneficiaries law.Fact[int64] `json:"beneficiaries,omitzero"`
	Owning        law.Fact[int64] `json:"owning,omitzero"`
	// HeldSince is since when the giver has been beneficially entitled to the shares, or the
	// transferring settlement has held them; through a reorganisation, to the original ones.
	HeldSince law.Fact[law.Date] `json:"held_since,omitzero"`
	// ControlledBy is the first day on which the trustees held more than half of the ordinary
	// shares and of the votes, with nothing that could end that without their consent.
	ControlledBy law.Fact[law.Date] `json:"controlled_by,omitzero"`
	// Qualifies is the recorded judgement, for an employee-ownership trust, that the trading,
	// all-employee benefit (without s. 236L) and controlling interest requirements are met,
	// control coming in the tax year of the transfer and being there at its end.
	Qualifies law.Fact[bool] `json:"qualifies,omitzero"`
}

// GiftBy is the exemption that is relied upon.
type GiftBy uint8

// AnIndividual gives to a trust for employees (s. 28), ACloseCompany disposes to one (s. 13),
// and ASettlement's property becomes held on such trusts (s. 75). The others are the same to
// an employee-ownership trust (ss. 28A, 13A, 75A).
const (
	AnIndividual GiftBy = iota + 1
	AnIndividualToEOT
	ACloseCompany
	ACloseCompanyToEOT
	ASettlement
	ASettlementToEOT
)

var giftBys = []string{"", "individual", "individual-to-eot", "close-company", "close-company-to-eot", "settlement", "settlement-to-eot"}

// String gives the JSON value.
func (g GiftBy) String() string { return law.NameOf(giftBys, g) }

// MarshalText writes String.
func (g GiftBy) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// UnmarshalText reads what String writes.
func (g *GiftBy) UnmarshalText(b []byte) error { return law.ParseName(g, giftBys, b, "a gift") }

// GiftFigures are the figures of the exemptions of gifts.
type GiftFigures struct {
	// OwningBeneficiaries is the part of the beneficiaries employed that participators and
	// their connections may reach and not exceed.
	OwningBeneficiaries law.History[law.Ratio]
	// HeldMonths is for how long the shares must have been held.
	HeldMonths law.History[int]
	// ControlMonths is how long after the transfer the trustees may take to gain control.
	ControlMonths law.History[int]
}

func enactedGift() GiftFigures {
	return GiftFigures{
		OwningBeneficiaries: law.Since("employee.owning_beneficiaries", "of the beneficiaries employed, not to be exceeded", at(strictRegime, law.Percent(25), fa2025.At("s. 59 (inserting s. 28(6A))", "section/59"))),
		HeldMonths:          law.Since("employee.gift_held_months", "months ending with the transfer", at(strictRegime, 24, fa2025.At("s. 60", "section/60"))),
		ControlMonths:       law.Since("employee.gift_control_months", "months after the transfer", at(reliefBegan, 12, iht1984.At("s. 28(2)", "section/28"))),
	}
}

var givenOn = event{Path: "gift.on", Of: func(c *Company) law.Fact[law.Date] {
	if g := c.Gift.Ptr(); g != nil {
		return g.On
	}
	return law.Fact[law.Date]{}
}}

// The rules on gifts begin where this package begins, on 6 April 2014, though sections 28,
// 75 and 86 are as old as the Act.
var gifts = law.Topic("inheritance tax",
	rule{
		Code: GiftClassTooNarrow, Provision: iht1984.At("ss. 13(1), 28(1)(a)-(b), 75(2), 86(1)-(3)", "section/86"),
		Says:    "For the exemption from inheritance tax the trusts may benefit only a class by employment or office, their families and dependants, which class must be all or most of those employed by or holding office with the company.",
		InForce: since(reliefBegan), Event: givenOn, Applies: gives, Check: classWideEnough,
		Remedy: "Widen the class to all or most of the employees and office-holders, and take everybody else out.",
	},
	rule{
		Code: GiftParticipators, Provision: iht1984.At("ss. 13(2)-(4), 28(4)-(6), 75(3)", "section/28"),
		Says:    "For the exemption from inheritance tax the trusts may not permit property to be applied at any time for participators, those who were so in the ten years before or connected persons, payments of income aside.",
		InForce: since(reliefBegan), Event: givenOn, Applies: givesToPlainTrust, Check: noParticipators,
		Remedy: "Exclude them in the trust deed for the whole life of the trust.",
	},
	rule{
		Code: GiftEasementLost, Provision: iht1984.At("ss. 13(4A)-(4B), 28(6A)-(6B), 75(3)", "section/28"),
		Says:    "For the exemption from inheritance tax payments of income to participators and connected persons are left aside only if, immediately after the transfer, not more than 25% of the relevant beneficiaries are such persons.",
		InForce: since(strictRegime), Event: givenOn, Applies: paysIncomeToOwners, Check: easementHolds,
		Remedy: "Exclude participators and connected persons from income too.",
	},
	rule{
		Code: GiftHeldTooShort, Provision: iht1984.At("ss. 28(1)(c), (8), 75(2)(d)", "section/28"),
		Says:    "For the exemption from inheritance tax the shares must have been held throughout the two years ending with the date of the transfer.",
		InForce: since(strictRegime), Event: givenOn, Applies: sharesLeaveHands, Check: heldLongEnough,
		Remedy: "Wait until the shares have been held for two years.",
	},
	rule{
		Code: GiftWithoutControl, Provision: iht1984.At("ss. 28(2), 75(2)", "section/28"),
		Says:    "For the exemption from inheritance tax the trustees must, at the transfer or not more than one year thereafter, hold more than half of the ordinary shares and have a majority of the votes, which cannot end without their consent.",
		InForce: since(reliefBegan), Event: givenOn, Applies: sharesLeaveHands, Check: controlFollows,
		Remedy: "Bring the trustees to control within a year of the transfer.",
	},
	rule{
		Code: GiftToTrustUnqualified, Provision: iht1984.At("ss. 13A(1), 28A(1), 75A(2)", "section/28A"),
		Says:    "For the exemption from inheritance tax of what goes to an employee-ownership trust the trading and all-employee benefit requirements must be met, and control must not be there immediately before the tax year and must be at its end.",
		InForce: since(reliefBegan), Event: givenOn, Applies: givesToEOT, Check: trustQualifies,
		Remedy: "Meet the requirements before the tax year ends, or rely on another exemption.",
	},
)

func gift(c *kase) *Gift { return c.Subject.Gift.Ptr() }

func gives(c *kase) bool { return gift(c) != nil }

func givesToEOT(c *kase) bool {
	return gives(c) && !givesToPlainTrust(c)
}

func givesToPlainTrust(c *kase) bool {
	if !gives(c) {
		return false
	}
	by, ok := law.Need(c, &gift(c).By, "gift.by")
	return ok && (by == AnIndividual || by == ACloseCompany || by == ASettlement)
}

// sharesLeaveHands reports whether an individual or a settlement parts with shares to a plain
// trust: section 13 asks a close company neither how long it held them nor for control.
func sharesLeaveHands(c *kase) bool {
	return givesToPlainTrust(c) && gift(c).By.Or(ACloseCompany) != ACloseCompany
}

func classWideEnough(c *kase) {
	if only, ok := law.Need(c, &gift(c).OnlyEmployees, "gift.only_employees"); ok && !only {
		c.Breach("gift.only_employees", "The exemption's requirement is not met: the trusts may benefit others than employees, office-holders, their families and dependants.")
	}
	all, ok := law.Ask(c, &gift(c).AllOrMost, "gift.all_or_most", "Does the class comprise all or most of those employed by or holding office with the company?")
	if ok && !all {
		c.Breach("gift.all_or_most", "The exemption's requirement is not met: the class is not all or most of those employed by or holding office with the company.")
	}
}

func noParticipators(c *kase) {
	may, ok := law.Need(c, &gift(c).Participators, "gift.participators")
	if !ok || !may {
		return
	}
	if only, ok := law.Need(c, &gift(c).IncomeOnly, "gift.income_only"); ok && !only {
		c.Breach("gift.participators", "The exemption's requirement is not met: the trusts permit capital to be applied for participators or persons connected with them.")
	}
}

func paysIncomeToOwners(c *kase) bool {
	if !givesToPlainTrust(c) {
		return false
	}
	may, ok := law.Need(c, &gift(c).Participators, "gift.participators")
	if !ok || !may {
		return false
	}
	only, ok := law.Need(c, &gift(c).IncomeOnly, "gift.income_only")
	return ok && only
}

func easementHolds(c *kase) {
	all, ok1 := law.Need(c, &gift(c).Beneficiaries, "gift.beneficiaries")
	owning, ok2 := law.Need(c, &gift(c).Owning, "gift.owning")
	limit, ok3 := law.Read(c, &c.Figures.OwningBeneficiaries, c.On)
	switch {
	case !ok1 || !ok2 || !ok3:
	case owning < 0 || owning > all || all > maxHeads:
		c.Unknown("gift.owning", "Those who own must lie between none and all of the beneficiaries: which numbers are right?")
	case limit.PassedBy(owning, all):
		c.Breach("gift.owning", "The exemption's requirement is not met: %d of %d beneficiaries employed are participators or connected with one, where more than %v may not be if they can be paid income.", owning, all, limit)
	}
}

func heldLongEnough(c *kase) {
	since, ok1 := law.Need(c, &gift(c).HeldSince, "gift.held_since")
	months, ok2 := law.Read(c, &c.Figures.HeldMonths, c.On)
	if first := firstOf(months, c.On); ok1 && ok2 && since.After(first) {
		c.Breach("gift.held_since", "The exemption's requirement is not met: the shares were held from %s, where they must have been held from %s.", since.Long(), first.Long())
	}
}

func controlFollows(c *kase) {
	months, ok := law.Read(c, &c.Figures.ControlMonths, c.On)
	last := law.MonthsFrom(c.On, months)
	by, stated := gift(c).ControlledBy.Get()
	switch {
	case !ok:
	case stated && by.After(last):
		c.Breach("gift.controlled_by", "The exemption's requirement is not met: the trustees had control from %s, where they must have it by %s.", by.Long(), last.Long())
	case !stated:
		c.Unknown("gift.controlled_by", "When do the trustees gain control? It must be by "+last.Long()+".")
	}
}

func trustQualifies(c *kase) {
	is, ok := law.Ask(c, &gift(c).Qualifies, "gift.qualifies", "Are the trading, all-employee benefit and controlling interest requirements met, control coming within the tax year?")
	if ok && !is {
		c.Breach("gift.qualifies", "The exemption's requirement is not met: the trust or the company does not meet the requirements of an employee-ownership trust.")
	}
}
