package employee

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the options, and of employee shareholders.
const (
	SavingsOverCap        law.Code = "employee.saye-over-cap"
	SavingsTerm           law.Code = "employee.saye-term"
	SavingsPriceTooLow    law.Code = "employee.saye-price-too-low"
	OptionOverCap         law.Code = "employee.csop-over-cap"
	EnterprisePersonOver  law.Code = "employee.emi-person-over-cap"
	EnterpriseCompanyOver law.Code = "employee.emi-company-over-cap"
	EnterpriseTooRich     law.Code = "employee.emi-gross-assets"
	EnterpriseTooMany     law.Code = "employee.emi-employees"
	EnterpriseTooLittle   law.Code = "employee.emi-working-time"
	EnterpriseTooLate     law.Code = "employee.emi-exercise-period"
	ShareholderTooLittle  law.Code = "employee.shareholder-value"
	ShareholderUnadvised  law.Code = "employee.shareholder-unadvised"
	ShareholderTooSoon    law.Code = "employee.shareholder-too-soon"
)

const (
	sayeList = "share_plans.save_as_you_earn"
	csopList = "share_plans.company_options"
	emiList  = "share_plans.enterprise_incentives"
	essList  = "share_plans.employee_shareholders"
)

var (
	lastSavings = lastOf(sayeList, func(c *Company) *law.Fact[[]SavingsContract] { return &c.SharePlans.Savings }, func(x *SavingsContract) law.Date { return x.On })
	lastOption  = lastOf(csopList, func(c *Company) *law.Fact[[]OptionGrant] { return &c.SharePlans.Options }, func(x *OptionGrant) law.Date { return x.On })
	lastGrant   = lastOf(emiList, func(c *Company) *law.Fact[[]EnterpriseGrant] { return &c.SharePlans.Enterprise }, func(x *EnterpriseGrant) law.Date { return x.On })
	lastHolder  = lastOf(essList, func(c *Company) *law.Fact[[]ShareholderAgreement] { return &c.SharePlans.Shareholders }, func(x *ShareholderAgreement) law.Date { return x.On })
)

func saves(c *kase) bool   { return hasAny(c, &c.Subject.SharePlans.Savings, sayeList) }
func options(c *kase) bool { return hasAny(c, &c.Subject.SharePlans.Options, csopList) }
func grants(c *kase) bool  { return hasAny(c, &c.Subject.SharePlans.Enterprise, emiList) }
func holders(c *kase) bool { return hasAny(c, &c.Subject.SharePlans.Shareholders, essList) }

func hasAny[V any](c *kase, f *law.Fact[[]V], path string) bool {
	list, ok := law.Need(c, f, path)
	return ok && len(list) > 0
}

var optionPlans = law.Topic("option plans",
	rule{
		Code: SavingsOverCap, Provision: itepa.At("Sch 3 para 25", "schedule/3/paragraph/25"),
		Says:    "For the advantages of a save-as-you-earn scheme a person's contributions under all such contracts must not exceed the monthly limit.",
		InForce: since(itepaBegan), Event: lastSavings, Applies: saves, Check: savesWithin, Remedy: "Lower the contributions.",
	},
	rule{
		Code: SavingsTerm, Provision: itepa.At("Sch 3 para 24", "schedule/3/paragraph/24"),
		Says:    "For the advantages of a save-as-you-earn scheme options must be linked to a certified savings contract, which is for three or five years.",
		InForce: since(higherLimits), Event: lastSavings, Applies: saves, Check: savesFor, Remedy: "Offer contracts of three or five years.",
	},
	rule{
		Code: SavingsPriceTooLow, Provision: itepa.At("Sch 3 para 28", "schedule/3/paragraph/28"),
		Says:    "For the advantages of a save-as-you-earn scheme the option price must not be manifestly less than 80% of the market value of shares of the class when the option is granted, or at an earlier time that may be taken instead.",
		InForce: since(itepaBegan), Event: lastSavings, Applies: saves, Check: savesAtPrice, Remedy: "Raise the price.",
	},
	rule{
		Code: OptionOverCap, Provision: itepa.At("Sch 4 para 6", "schedule/4/paragraph/6"),
		Says:    "For the advantages of a company share option plan the value of the shares under a person's options must not exceed the limit.",
		InForce: since(itepaBegan), Event: lastOption, Applies: options, Check: optionsWithin, Remedy: "Grant options over fewer shares.",
	},
	rule{
		Code: EnterprisePersonOver, Provision: itepa.At("Sch 5 para 5", "schedule/5/paragraph/5"),
		Says:    "For the enterprise management incentives an employee may not hold unexercised options over shares of more than the limit.",
		InForce: since("2012-06-16"), Event: lastGrant, Applies: grants, Check: personWithin, Remedy: "Grant options over fewer shares.",
	},
	rule{
		Code: EnterpriseCompanyOver, Provision: itepa.At("Sch 5 para 7", "schedule/5/paragraph/7"),
		Says:    "For the enterprise management incentives the value of a company's shares under unexercised options must not exceed the limit.",
		InForce: since(itepaBegan), Event: lastGrant, Applies: grants, Check: companyWithin, Remedy: "Grant options over fewer shares.",
	},
	rule{
		Code: EnterpriseTooRich, Provision: itepa.At("Sch 5 para 12", "schedule/5/paragraph/12"),
		Says:    "For the enterprise management incentives the value of the gross assets of the company or its group must not exceed the limit.",
		InForce: since(itepaBegan), Event: lastGrant, Applies: grants, Check: assetsWithin, Remedy: "Use a plan without that limit.",
	},
	rule{
		Code: EnterpriseTooMany, Provision: itepa.At("Sch 5 para 12A", "schedule/5/paragraph/12A"),
		Says:    "For the enterprise management incentives the company or its group must have fewer full-time equivalent employees than the limit.",
		InForce: since("2008-07-21"), Event: lastGrant, Applies: grants, Check: staffWithin, Remedy: "Use a plan without that limit.",
	},
	rule{
		Code: EnterpriseTooLittle, Provision: itepa.At("Sch 5 paras 24, 26", "schedule/5/paragraph/26"),
		Says:    "For the enterprise management incentives the employee's committed time must be at least 25 hours a week or, if less, 75% of the working time.",
		InForce: since(itepaBegan), Event: lastGrant, Applies: grants, Check: worksEnough, Remedy: "Grant the option to somebody who works for the company enough.",
	},
	rule{
		Code: EnterpriseTooLate, Provision: itepa.At("Sch 5 para 36", "schedule/5/paragraph/36"),
		Says:    "For the enterprise management incentives the option must be capable of being exercised within the period beginning with the grant, and not after it.",
		InForce: since(itepaBegan), Event: lastGrant, Applies: grants, Check: exercisedInTime, Remedy: "Let the option lapse at the end of the period.",
	},
	rule{
		Code: ShareholderTooLittle, Provision: era1996.At("s. 205A(1)(b)", "section/205A"),
		Says:    "For the status of an employee shareholder the person must receive fully paid shares of a value of no less than £2,000.",
		InForce: shareholderForce, Event: lastHolder, Applies: holders, Check: holdersPaid, Remedy: "Give shares of a greater value.",
	},
	rule{
		Code: ShareholderUnadvised, Provision: era1996.At("s. 205A(6)(a), (7)", "section/205A"),
		Says:    "For the status of an employee shareholder the person must have received advice from an independent adviser, at the company's cost.",
		InForce: shareholderForce, Event: lastHolder, Applies: holders, Check: holdersAdvised, Remedy: "Pay for advice, and agree again.",
	},
	rule{
		Code: ShareholderTooSoon, Provision: era1996.At("s. 205A(6)(b)", "section/205A"),
		Says:    "For the status of an employee shareholder seven days must have passed since the day on which the person received the advice.",
		InForce: shareholderForce, Event: lastHolder, Applies: holders, Check: holdersWaited, Remedy: "Agree again, when seven days have passed.",
	},
)

// The status extends to Great Britain.
var shareholderForce = []law.Window{law.From(shareholderBegan, law.GreatBritain)}

func savesWithin(c *kase) {
	for i, list := 0, c.Subject.SharePlans.Savings.Or(nil); i < len(list); i++ {
		monthly, ok1 := need(c, &list[i].Monthly, sayeList, i, "monthly")
		others, ok2 := need(c, &list[i].Others, sayeList, i, "others")
		if ok1 && ok2 {
			limit := SavingsLimit(list[i].On, others, c.Figures)
			overLimit(c, law.Path(sayeList, i, "monthly"), monthly, &limit, "monthly savings")
		}
	}
}

func savesFor(c *kase) {
	for i, list := 0, c.Subject.SharePlans.Savings.Or(nil); i < len(list); i++ {
		years, ok1 := need(c, &list[i].Years, sayeList, i, "years")
		short, ok2 := law.Read(c, &c.Figures.SavingsShort, list[i].On)
		long, ok3 := law.Read(c, &c.Figures.SavingsLong, list[i].On)
		if ok1 && ok2 && ok3 && years != short && years != long {
			c.Breach(law.Path(sayeList, i, "years"), "The scheme's requirement is not met: a contract of %d years, where it is one of %d or %d.", years, short, long)
		}
	}
}

func savesAtPrice(c *kase) {
	for i, list := 0, c.Subject.SharePlans.Savings.Or(nil); i < len(list); i++ {
		price, ok1 := need(c, &list[i].Price, sayeList, i, "price")
		value, ok2 := need(c, &list[i].Value, sayeList, i, "value")
		_, ok3 := law.Read(c, &c.Figures.SavingsPrice, list[i].On)
		least, ok := LeastOptionPrice(list[i].On, value, c.Figures)
		if !ok || !ok1 || !ok2 || !ok3 || price >= least {
			continue
		}
		manifestly, ok := law.Ask(c, &list[i].ManifestlyLess, law.Path(sayeList, i, "manifestly_less"), "Is the option price manifestly less than 80% of the market value?")
		if ok && manifestly {
			c.Breach(law.Path(sayeList, i, "price"), "The scheme's requirement is not met: an option price of %v, where %v is the least for a share worth %v.", price, least, value)
		}
	}
}

func optionsWithin(c *kase) {
	for i, list := 0, c.Subject.SharePlans.Options.Or(nil); i < len(list); i++ {
		value, ok1 := need(c, &list[i].Value, csopList, i, "value")
		held, ok2 := need(c, &list[i].Held, csopList, i, "held")
		if ok1 && ok2 {
			limit := OptionLimit(list[i].On, held, c.Figures)
			overLimit(c, law.Path(csopList, i, "value"), value, &limit, "options over shares")
		}
	}
}

func personWithin(c *kase) {
	for i, list := 0, c.Subject.SharePlans.Enterprise.Or(nil); i < len(list); i++ {
		value, ok1 := need(c, &list[i].Value, emiList, i, "value")
		held, ok2 := need(c, &list[i].Held, emiList, i, "held")
		if ok1 && ok2 {
			limit := EnterpriseLimit(list[i].On, held, c.Figures)
			overLimit(c, law.Path(emiList, i, "value"), value, &limit, "options over shares")
		}
	}
}

// specified says whether the employer is a specified Northern Ireland company, which matters
// only from the day on which such companies have limits of their own.
func (x *EnterpriseGrant) specified(c *kase, i int) (is, ok bool) {
	if _, own := c.Figures.EnterpriseCapNI.At(x.On); !own {
		return false, true
	}
	return need(c, &x.NorthernIreland, emiList, i, "specified_northern_ireland")
}

func companyWithin(c *kase) {
	for i, list := 0, c.Subject.SharePlans.Enterprise.Or(nil); i < len(list); i++ {
		value, ok1 := need(c, &list[i].Value, emiList, i, "value")
		all, ok2 := need(c, &list[i].InAll, emiList, i, "in_all")
		ni, ok3 := list[i].specified(c, i)
		if ok1 && ok2 && ok3 {
			limit := EnterpriseCompanyLimit(list[i].On, ni, all, c.Figures)
			overLimit(c, law.Path(emiList, i, "value"), value, &limit, "options over shares of the company")
		}
	}
}

func assetsWithin(c *kase) {
	for i, list := 0, c.Subject.SharePlans.Enterprise.Or(nil); i < len(list); i++ {
		assets, ok1 := need(c, &list[i].GrossAssets, emiList, i, "gross_assets")
		ni, ok2 := list[i].specified(c, i)
		limit, ok3 := law.Read(c, forCompany(&c.Figures.EnterpriseAssets, &c.Figures.EnterpriseAssetsNI, ni, list[i].On), list[i].On)
		if ok1 && ok2 && ok3 && assets > limit {
			c.Breach(law.Path(emiList, i, "gross_assets"), "The incentives' requirement is not met: gross assets of %v are more than %v.", assets, limit)
		}
	}
}

func staffWithin(c *kase) {
	for i, list := 0, c.Subject.SharePlans.Enterprise.Or(nil); i < len(list); i++ {
		staff, ok1 := need(c, &list[i].Employees, emiList, i, "employees")
		ni, ok2 := list[i].specified(c, i)
		limit, ok3 := law.Read(c, forCompany(&c.Figures.EnterpriseStaff, &c.Figures.EnterpriseStaffNI, ni, list[i].On), list[i].On)
		if ok1 && ok2 && ok3 && staff >= limit {
			c.Breach(law.Path(emiList, i, "employees"), "The incentives' requirement is not met: %d employees are not fewer than %d.", staff, limit)
		}
	}
}

func worksEnough(c *kase) {
	for i, list := 0, c.Subject.SharePlans.Enterprise.Or(nil); i < len(list); i++ {
		minutes, ok1 := need(c, &list[i].Minutes, emiList, i, "minutes")
		all, ok2 := need(c, &list[i].AllMinutes, emiList, i, "all_minutes")
		least, ok3 := law.Read(c, &c.Figures.EnterpriseMinutes, list[i].On)
		part, ok4 := law.Read(c, &c.Figures.EnterpriseWorkingDay, list[i].On)
		switch {
		case !ok1 || !ok2 || !ok3 || !ok4:
		case minutes < 0 || minutes > all:
			c.Unknown(law.Path(emiList, i, "minutes"), "The time for the company must lie between nothing and all working time: which figures are right?")
		case minutes < least && !part.ReachedBy(minutes, all):
			c.Breach(law.Path(emiList, i, "minutes"), "The incentives' requirement is not met: %d of %d minutes a week, where %d or %v of them are the least.", minutes, all, least, part)
		}
	}
}

func exercisedInTime(c *kase) {
	for i, list := 0, c.Subject.SharePlans.Enterprise.Or(nil); i < len(list); i++ {
		until, ok1 := need(c, &list[i].ExercisableUntil, emiList, i, "exercisable_until")
		ni, ok2 := list[i].specified(c, i)
		if last, ok := EnterpriseUntil(list[i].On, ni, c.Figures); ok1 && ok2 && ok && until.After(last) {
			c.Breach(law.Path(emiList, i, "exercisable_until"), "The incentives' requirement is not met: an option granted on %s can be exercised until %s, after %s.", list[i].On.Long(), until.Long(), last.Long())
		}
	}
}

func holdersPaid(c *kase) {
	for i, list := 0, c.Subject.SharePlans.Shareholders.Or(nil); i < len(list); i++ {
		value, ok1 := need(c, &list[i].Value, essList, i, "value")
		least, ok2 := law.Read(c, &c.Figures.ShareholderLeast, list[i].On)
		if ok1 && ok2 && value < least {
			c.Breach(law.Path(essList, i, "value"), "The status is not reached: shares worth %v, where %v is the least.", value, least)
		}
	}
}

func holdersAdvised(c *kase) {
	for i, list := 0, c.Subject.SharePlans.Shareholders.Or(nil); i < len(list); i++ {
		if advised, ok := need(c, &list[i].Advised, essList, i, "advised"); ok && !advised {
			c.Breach(law.Path(essList, i, "advised"), "The status is not reached: the person had no independent advice at the company's cost.")
		}
	}
}

func holdersWaited(c *kase) {
	for i, list := 0, c.Subject.SharePlans.Shareholders.Or(nil); i < len(list); i++ {
		advised, ok1 := need(c, &list[i].AdvisedOn, essList, i, "advised_on")
		days, ok2 := law.Read(c, &c.Figures.ShareholderDays, list[i].On)
		if first, ok := ShareholderFrom(advised, list[i].On, c.Figures); ok && ok1 && ok2 && list[i].On.Before(first) {
			c.Breach(law.Path(essList, i, "on"), "The status is not reached: agreed on %s, when %d days from the advice of %s had not passed.", list[i].On.Long(), days, advised.Long())
		}
	}
}
