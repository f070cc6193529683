package employee

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of what section 312B asks of each payment.
const (
	BonusRegularPay  law.Code = "employee.bonus-regular-pay"
	BonusInExchange  law.Code = "employee.bonus-in-exchange"
	BonusAfterLeave  law.Code = "employee.bonus-late-after-leaving"
	BonusAfterDeath  law.Code = "employee.bonus-late-after-death"
	BonusToNobodyDue law.Code = "employee.bonus-to-outsider"
)

// PaymentTerms are the facts of one payment that section 312B looks at, beside those of the
// award and of the employer.
type PaymentTerms struct {
	// Regular says that the payment consists of regular salary or wages.
	Regular law.Fact[bool] `json:"regular_pay,omitzero"`
	// InExchange says that the person is a party to arrangements, whenever made, under which
	// other earnings are given up for the payment, or the payment is taken in place of some
	// other employment income (s. 312H).
	InExchange law.Fact[bool] `json:"in_exchange,omitzero"`
	// To is whom the payment is made to.
	To law.Fact[Recipient] `json:"to,omitzero"`
	// Ceased is the day on which a former employee's employment ceased, and Died that of the
	// death whose personal representatives are paid.
	Ceased law.Fact[law.Date] `json:"ceased,omitzero"`
	Died   law.Fact[law.Date] `json:"died,omitzero"`
}

// Recipient is whom a bonus is paid to.
type Recipient uint8

// An employee, a former employee, the personal representatives of either, or anybody else.
const (
	ToEmployee Recipient = iota + 1
	ToFormerEmployee
	ToRepresentatives
	ToOutsider
)

var recipients = []string{"", "employee", "former-employee", "personal-representatives", "other"}

// String gives the JSON value.
func (r Recipient) String() string { return law.NameOf(recipients, r) }

// MarshalText writes String.
func (r Recipient) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what String writes.
func (r *Recipient) UnmarshalText(b []byte) error {
	return law.ParseName(r, recipients, b, "a recipient of a bonus")
}

// PaymentFigures are the figures of what section 312B asks of each payment.
type PaymentFigures struct {
	// LeaverMonths is for how long after leaving a former employee may be paid, and
	// EstateMonths for how long after a death the personal representatives may.
	LeaverMonths law.History[int]
	EstateMonths law.History[int]
}

func enactedPayment() PaymentFigures {
	return PaymentFigures{
		LeaverMonths: law.Since("employee.bonus_leaver_months", "months beginning with the day the employment ceased",
			at(bonusBegan, 12, fa2014.At("Sch 37 para 5 (inserting s. 312B)", "schedule/37/paragraph/5"))),
		EstateMonths: law.Since("employee.bonus_estate_months", "months beginning with the date of death",
			at(bonusBegan, 12, fa2014.At("Sch 37 para 5 (inserting s. 312I)", "schedule/37/paragraph/5"))),
	}
}

var bonusPayments = law.Topic("bonus payments",
	rule{
		Code: BonusToNobodyDue, Provision: itepa.At("ss. 312A(1), 312I(4)", "section/312A"),
		Says:    "For the exemption a payment must be made to an employee or former employee of the company, or to the personal representatives of one who has died.",
		InForce: since(bonusBegan), Event: lastBonus, Applies: paysBonus, Check: toStaff,
		Remedy: "Tax the whole of the payment.",
	},
	rule{
		Code: BonusRegularPay, Provision: itepa.At("s. 312B(1)(a)", "section/312B"),
		Says:    "For the exemption a payment may not consist of regular salary or wages.",
		InForce: since(bonusBegan), Event: lastBonus, Applies: paysBonus, Check: notRegular,
		Remedy: "Tax the payment as the pay that it is.",
	},
	rule{
		Code: BonusInExchange, Provision: itepa.At("ss. 312B(1)(g), 312H", "section/312H"),
		Says:    "For the exemption the employee may not be a party to arrangements by which other earnings are given up in return for the payment, or it is received rather than other employment income.",
		InForce: since(bonusBegan), Event: lastBonus, Applies: paysBonus, Check: notInExchange,
		Remedy: "Tax the payment, or leave the other pay as it was.",
	},
	rule{
		Code: BonusAfterLeave, Provision: itepa.At("s. 312B(1)(h)", "section/312B"),
		Says:    "For the exemption a payment to a former employee must be made in the period of 12 months beginning with the day the employment ceased.",
		InForce: since(bonusBegan), Event: lastBonus, Applies: paysTo(ToFormerEmployee), Check: soonAfterLeaving,
		Remedy: "Tax the payment; pay those who leave within 12 months.",
	},
	rule{
		Code: BonusAfterDeath, Provision: itepa.At("s. 312I(4)", "section/312I"),
		Says:    "For the exemption a payment to personal representatives must be made within the period of 12 months beginning with the date of death.",
		InForce: since(bonusBegan), Event: lastBonus, Applies: paysTo(ToRepresentatives), Check: soonAfterDeath,
		Remedy: "Tax the payment; pay personal representatives within 12 months.",
	},
)

// eachExempt visits the payments of which something is, or may be, treated as exempt.
func eachExempt(c *kase, visit func(int, *Bonus)) {
	list := c.Subject.Bonuses.Or(nil)
	for i := range list {
		if list[i].Exempted.Or(1) > 0 {
			visit(i, &list[i])
		}
	}
}

// paysTo returns a condition: that some payment is made to such a recipient.
func paysTo(r Recipient) func(*kase) bool {
	return func(c *kase) (found bool) {
		if !paysBonus(c) {
			return false
		}
		eachExempt(c, func(i int, b *Bonus) {
			to, ok := need(c, &b.Terms.To, "bonuses", i, "terms.to")
			found = found || ok && to == r
		})
		return found
	}
}

func toStaff(c *kase) {
	eachExempt(c, func(i int, b *Bonus) {
		if to, ok := need(c, &b.Terms.To, "bonuses", i, "terms.to"); ok && to == ToOutsider {
			c.Breach(law.Path("bonuses", i, "terms.to"), "The exemption's requirement is not met: the payment is to nobody who is or was an employee.")
		}
	})
}

func notRegular(c *kase) {
	eachExempt(c, func(i int, b *Bonus) {
		regular, ok := law.Ask(c, &b.Terms.Regular, law.Path("bonuses", i, "terms.regular_pay"), "Does the payment consist of regular salary or wages?")
		if ok && regular {
			c.Breach(law.Path("bonuses", i, "terms.regular_pay"), "The exemption's requirement is not met: the payment of %v is regular pay.", b.Amount)
		}
	})
}

func notInExchange(c *kase) {
	eachExempt(c, func(i int, b *Bonus) {
		exchanged, ok := law.Ask(c, &b.Terms.InExchange, law.Path("bonuses", i, "terms.in_exchange"),
			"Is the person a party to arrangements under which other pay is given up for the payment, or it is taken in place of other pay?")
		if ok && exchanged {
			c.Breach(law.Path("bonuses", i, "terms.in_exchange"), "The exemption's requirement is not met: the payment of %v takes the place of other pay.", b.Amount)
		}
	})
}

// PaidBy returns the last day on which a bonus may be paid to somebody whose employment
// ceased on a day, or to the personal representatives of somebody who died on it (ss.
// 312B(1)(h), 312I(4)). The figure is read on the day of payment. It reports whether there is
// such a day: there is none for an employee, nor before the exemption began.
func PaidBy(to Recipient, from, paid law.Date, f *Figures) (law.Date, bool) {
	figure := &f.LeaverMonths
	if to == ToRepresentatives {
		figure = &f.EstateMonths
	}
	months, ok := figure.At(paid)
	if !ok || to != ToFormerEmployee && to != ToRepresentatives {
		return law.Date{}, false
	}
	return law.MonthsBeginningWith(from, months.Value), true
}

func soonAfterLeaving(c *kase) {
	_, ok := law.Read(c, &c.Figures.LeaverMonths, c.On)
	soonAfter(c, ok, ToFormerEmployee, "terms.ceased", "the employment ceased", func(b *Bonus) *law.Fact[law.Date] { return &b.Terms.Ceased })
}

func soonAfterDeath(c *kase) {
	_, ok := law.Read(c, &c.Figures.EstateMonths, c.On)
	soonAfter(c, ok, ToRepresentatives, "terms.died", "the person died", func(b *Bonus) *law.Fact[law.Date] { return &b.Terms.Died })
}

// soonAfter reports payments to such a recipient that are not made within the months
// beginning with a day.
func soonAfter(c *kase, known bool, r Recipient, field, what string, day func(*Bonus) *law.Fact[law.Date]) {
	eachExempt(c, func(i int, b *Bonus) {
		if !known || b.Terms.To.Or(0) != r {
			return
		}
		first, stated := need(c, day(b), "bonuses", i, field)
		last, ok := PaidBy(r, first, c.On, c.Figures)
		if stated && ok && (b.On.Before(first) || b.On.After(last)) {
			c.Breach(law.Path("bonuses", i, "on"), "The exemption's requirement is not met: the payment was received on %s, where it may be from %s, when %s, until %s.",
				b.On.Long(), first.Long(), what, last.Long())
		}
	})
}
