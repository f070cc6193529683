package employee

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the exemption of bonuses.
const (
	BonusNotQualifying law.Code = "employee.bonus-not-qualifying"
	BonusOverExempt    law.Code = "employee.bonus-over-exempt"
	BonusOutOfOrder    law.Code = "employee.bonus-out-of-order"
)

// BonusFigures are the figures of the exemption of bonuses.
type BonusFigures struct {
	// BonusExempt is the exempt amount for a person, an employer or group and a tax year,
	// which the Treasury may vary by order; read on the day of each payment.
	BonusExempt law.History[law.Pence]
}

func enactedBonus() BonusFigures {
	return BonusFigures{BonusExempt: law.Since("employee.bonus_exempt", "pounds a person, employer or group, and tax year",
		at(bonusBegan, law.Pounds(3600), fa2014.At("Sch 37 paras 5, 8 (inserting s. 312A)", "schedule/37/paragraph/5")))}
}

// lastBonus is the day of the latest bonus in the list, by which the rules on bonuses are
// judged; each payment is treated by the figure of its own day.
var lastBonus = event{Path: "bonuses", Of: func(c *Company) law.Fact[law.Date] {
	var last law.Date
	for _, b := range c.Bonuses.Or(nil) {
		if b.On.After(last) {
			last = b.On
		}
	}
	if last.IsZero() {
		return law.Fact[law.Date]{}
	}
	return law.Known(last)
}}

var bonuses = law.Topic("qualifying bonuses",
	rule{
		Code: BonusNotQualifying, Provision: itepa.At("s. 312A(1)", "section/312A"),
		Says:    "For the exemption a payment must be a qualifying bonus payment, made by an employer that is a company to its employee or former employee.",
		InForce: since(bonusBegan), Event: lastBonus, Applies: paysBonus, Check: qualifies,
		Remedy: "Tax the whole of the payment; let the company itself pay the next one, on terms that qualify.",
	},
	rule{
		Code: BonusOverExempt, Provision: itepa.At("s. 312A(2)-(5)", "section/312A"),
		Says:    "For the exemption not more than the exempt amount of a person's qualifying bonus payments in a tax year, from an employer or from employers of one group, may go untaxed.",
		InForce: since(bonusBegan), Event: lastBonus, Applies: paysBonus, Check: withinExempt,
		Remedy: "Tax the excess.",
	},
	rule{
		Code: BonusOutOfOrder, Provision: itepa.At("s. 312A(6)-(8)", "section/312A"),
		Says:    "For the exemption the exempt amount must be set against payments in the order in which they are made, and shared by payments of one day in proportion to their amounts.",
		InForce: since(bonusBegan), Event: lastBonus, Applies: paysBonus, Check: inOrder,
		Remedy: "Set the exempt amount against the earliest payments first.",
	},
)

func paysBonus(c *kase) bool {
	list, ok := law.Need(c, &c.Subject.Bonuses, "bonuses")
	return ok && len(list) > 0
}

func qualifies(c *kase) {
	list, ok := exempted(c)
	for i := range list {
		b := &list[i]
		if !ok || b.Exempted.Or(0) <= 0 {
			continue
		}
		if _, ok := c.Figures.BonusExempt.At(b.On); !ok {
			c.Breach(law.Path("bonuses", i, "on"), "The exemption's requirement is not met: it has no effect for a payment received on %s.", b.On.Long())
		}
		if payer, ok := need(c, &b.Payer, "bonuses", i, "payer"); ok && payer != EmployerCompany {
			c.Breach(law.Path("bonuses", i, "payer"), "The exemption's requirement is not met: no employing company made the payment, of which %v was treated as exempt.", b.Exempted.Or(0))
		}
		if is, ok := law.Ask(c, &b.Qualifying, law.Path("bonuses", i, "qualifying"), askQualifying); ok && !is {
			c.Breach(law.Path("bonuses", i, "qualifying"), "The exemption's requirement is not met: the payment does not qualify, and %v of it was treated as exempt.", b.Exempted.Or(0))
		}
	}
}

func withinExempt(c *kase) {
	list, e, ok := exemption(c)
	if !ok {
		return
	}
	type total struct {
		exempt, claimed law.Pence
		last            int
	}
	totals := make([]total, e.pools()+1)
	for i, t := range e.Treated {
		sum := &totals[t.Pool]
		*sum = total{sum.exempt + t.Exempt, sum.claimed + list[i].Exempted.Or(0), i}
	}
	for _, t := range totals[1:] {
		if t.claimed > t.exempt {
			c.Breach(law.Path("bonuses", t.last, "exempted"), "The exemption's requirement is not met: %v in all was treated as exempt for the person and tax year, where %v is. The excess is %v.",
				t.claimed, t.exempt, t.claimed-t.exempt)
		}
	}
}

func inOrder(c *kase) {
	list, e, ok := exemption(c)
	for i, t := range e.Treated {
		over := list[i].Exempted.Or(0) - t.Exempt
		if t.Shared {
			over-- // a penny of a shared amount may be rounded either way
		}
		if ok && t.Pool > 0 && over > 0 {
			c.Breach(law.Path("bonuses", i, "exempted"), "The exemption's requirement is not met: %v of the payment was treated as exempt, where %v of it is; %v was left for the payments of that day.",
				list[i].Exempted.Or(0), t.Exempt, t.Unused)
		}
	}
}

// exempted is the list of bonuses, where it says of each what was treated as exempt.
func exempted(c *kase) (list []Bonus, ok bool) {
	list, ok = *c.Subject.Bonuses.Ptr(), true
	for i := range list {
		v, stated := need(c, &list[i].Exempted, "bonuses", i, "exempted")
		if stated && (v < 0 || v > list[i].Amount) {
			c.Unknown(law.Path("bonuses", i, "exempted"), "What was treated as exempt must lie between nothing and the payment: which figures are right?")
			stated = false
		}
		ok = ok && stated
	}
	return list, ok
}

// exemption reckons what is exempt; what is missing or wrong makes the rule unknown.
func exemption(c *kase) (list []Bonus, e Exemption, ok bool) {
	list, ok = exempted(c)
	if _, found := law.Read(c, &c.Figures.BonusExempt, c.On); !found {
		return list, Exemption{}, false
	}
	e, err := ExemptBonus(list, c.Figures)
	if err != nil {
		c.Unknown("bonuses", "The list cannot be used: "+err.Error()+".")
		return list, Exemption{}, false
	}
	for _, m := range e.Missing {
		c.Unknown(m.Path, m.Question)
	}
	return list, e, ok && e.Known()
}
