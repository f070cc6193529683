package employee_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// toBaker is a payment to somebody employed, beside the regular pay.
var toBaker = employee.PaymentTerms{Regular: law.Known(false), InExchange: law.Known(false), To: law.Known(employee.ToEmployee)}

// bakersAward is an award to everybody, paid a year after the trustees bought the bakery.
func bakersAward() employee.BonusAward {
	return employee.BonusAward{
		Made: law.Known(true), Determined: day("2025-03-01"), Paid: day("2025-05-30"),
		LeftOut: law.Known([]employee.LeftOut{
			{Who: "new starters", Ground: law.Known(employee.ShortService), Months: law.Known(12)},
		}),
		Terms: employee.BonusTerms{
			Same: law.Known(true), Factors: law.Known([]employee.Factor{employee.Remuneration, employee.Hours}),
			FactorsSeparate: law.Known(true), TotalIsSum: law.Known(true), SomeReceiveNothing: law.Known(false),
			Favours: law.Known([]employee.Favoured{}),
		},
		Trading: law.Known([]employee.BonusTrading{trading("2001-03-01")}),
		Ownership: employee.BonusOwnership{
			ControlFirst: day("2024-05-31"), BenefitFirst: day("2024-05-31"), Lapses: law.Known([]employee.BonusLapse{}), TreatedAsMet: law.Known(false),
		},
		Offices: law.Known([]employee.OfficeCount{offices("2001-03-01", 2, 5)}),
		Service: employee.ServiceCompany{Managed: law.Known(false), SuppliesStaff: law.Known(false)},
	}
}

func trading(from string) employee.BonusTrading {
	return employee.BonusTrading{From: law.MustDate(from), InGroup: law.Known(false), Trades: law.Known(true), OtherSubstantial: law.Known(false)}
}

func offices(from string, officers, all int64) employee.OfficeCount {
	return employee.OfficeCount{From: law.MustDate(from), Officers: law.Known(officers), Connected: law.Known[int64](0), All: law.Known(all)}
}

// payAward moves the award to a day, with the ownership and the offices that its period needs.
func payAward(c *company, d law.Date) {
	was := c.BonusAward.Paid.Or(d)
	move := func(f *law.Fact[law.Date]) {
		if v, ok := f.Get(); ok {
			*f = law.Known(v.AddDays(d.Sub(was)))
		}
	}
	a := &c.BonusAward
	a.Paid = law.Known(d)
	move(&a.Determined)
	move(&a.Ownership.ControlFirst)
	move(&a.Ownership.BenefitFirst)
	list := a.LeftOut.Or(nil)
	for i := range list {
		move(&list[i].Found)
		move(&list[i].Proceedings)
	}
}

func award(change func(*employee.BonusAward)) func(*company) {
	return func(c *company) { change(&c.BonusAward) }
}

func noAward(c *company) { c.BonusAward = employee.BonusAward{Made: law.Known(false)} }

func leftOut(list ...employee.LeftOut) func(*company) {
	return award(func(a *employee.BonusAward) { a.LeftOut = law.Known(list) })
}

func ground(g employee.BonusGround) employee.LeftOut {
	return employee.LeftOut{Who: "some", Ground: law.Known(g)}
}

func TestParticipationInBonuses(t *testing.T) {
	service := func(months int) employee.LeftOut {
		x := ground(employee.ShortService)
		x.Months = law.Known(months)
		return x
	}
	found := func(gross bool, on string) employee.LeftOut {
		x := ground(employee.MisconductFound)
		x.Gross, x.Found = law.Known(gross), day(on)
		return x
	}
	pending := func(gross bool) employee.LeftOut {
		x := ground(employee.UnderProceedings)
		x.Gross = law.Known(gross)
		return x
	}
	forfeit := func(gross bool, taken, on string) employee.LeftOut {
		x := ground(employee.Forfeited)
		x.Dismissed, x.Gross, x.Proceedings, x.Found = law.Known(false), law.Known(gross), day(taken), day(on)
		return x
	}
	dismissed := func(on string) employee.LeftOut {
		x := ground(employee.Forfeited)
		x.Dismissed, x.Found = law.Known(true), day(on)
		return x
	}
	directors := func(all bool) employee.LeftOut {
		x := ground(employee.DirectorsLeftOut)
		x.AllDirectors = law.Known(all)
		return x
	}
	early := func(list ...employee.LeftOut) func(*company) {
		return func(c *company) {
			leftOut(list...)(c)
			payAward(c, law.MustDate("2024-10-29"))
		}
	}
	s := suite(employee.ParticipationInBonusRules,
		// QBP-08
		kase{Name: "s. 312C(1)(a): everybody may take part, short service aside", Code: employee.BonusNotForAll, Want: law.Met},
		kase{Name: "s. 312C(2)(a): a subsidiary of the group is left out", Code: employee.BonusNotForAll, Change: leftOut(ground(employee.CompanyLeftOut)), Want: law.Breached, At: "bonus_award.left_out[0].ground"},
		kase{Name: "s. 312C(1)(a): the night shift is left out", Code: employee.BonusNotForAll, Change: leftOut(service(12), ground(employee.OtherLeftOut)), Want: law.Breached, At: "bonus_award.left_out[1].ground"},
		kase{Name: "s. 312C(1)(a): there is no award", Code: employee.BonusNotForAll, Change: noAward, Want: law.NotApplicable},
		kase{Name: "s. 312C(1)(a): whether there is one is not stated", Code: employee.BonusNotForAll, Change: func(c *company) { c.BonusAward.Made = law.Fact[bool]{} }, Want: law.Unknown, At: "bonus_award.made"},
		kase{Name: "s. 312C(1)(a): who is left out is not stated", Code: employee.BonusNotForAll, Change: award(func(a *employee.BonusAward) { a.LeftOut = law.Fact[[]employee.LeftOut]{} }), Want: law.Unknown, At: "bonus_award.left_out"},
		kase{Name: "s. 312C(1)(a): on what ground is not stated", Code: employee.BonusNotForAll, Change: leftOut(employee.LeftOut{Who: "x"}), Want: law.Unknown, At: "bonus_award.left_out[0].ground"},
		// QBP-09
		kase{Name: "s. 312C(3): twelve months of service may be asked for", Code: employee.BonusServiceTooLong, Want: law.Met},
		kase{Name: "s. 312C(3): thirteen may not", Code: employee.BonusServiceTooLong, Change: leftOut(service(13)), Want: law.Breached, At: "bonus_award.left_out[0].months"},
		kase{Name: "s. 312C(3): eighteen months are a share incentive plan's", Code: employee.BonusServiceTooLong, Change: leftOut(service(18)), Want: law.Breached},
		kase{Name: "s. 312C(3): no service is asked for", Code: employee.BonusServiceTooLong, Change: leftOut(), Want: law.NotApplicable},
		kase{Name: "s. 312C(3): how much is not stated", Code: employee.BonusServiceTooLong, Change: leftOut(ground(employee.ShortService)), Want: law.Unknown, At: "bonus_award.left_out[0].months"},
		// QBP-10
		kase{Name: "s. 312C(4)(a): gross misconduct found twelve months before", Code: employee.BonusMisconductNotGross, Change: leftOut(found(true, "2024-03-01")), Want: law.Met},
		kase{Name: "s. 312C(4)(a): found a day earlier than that", Code: employee.BonusMisconductNotGross, Change: leftOut(found(true, "2024-02-29")), Want: law.Breached, At: "bonus_award.left_out[0].found"},
		kase{Name: "s. 312C(4)(a): found after the award was determined", Code: employee.BonusMisconductNotGross, Change: leftOut(found(true, "2025-03-02")), Want: law.Breached},
		kase{Name: "s. 312C(4)(a): a final written warning is no finding of gross misconduct", Code: employee.BonusMisconductNotGross, Change: leftOut(found(false, "2024-12-01")), Want: law.Breached, At: "bonus_award.left_out[0].gross_misconduct"},
		kase{Name: "s. 312C(4)(a): nobody is left out for misconduct", Code: employee.BonusMisconductNotGross, Want: law.NotApplicable},
		kase{Name: "s. 312C(4)(b): on condition that no gross misconduct is found", Code: employee.BonusConditionTooWide, Change: leftOut(pending(true)), Want: law.Met},
		kase{Name: "s. 312C(4)(b): on condition of an acquittal on every charge", Code: employee.BonusConditionTooWide, Change: leftOut(pending(false)), Want: law.Breached, At: "bonus_award.left_out[0].gross_misconduct"},
		kase{Name: "s. 312C(4)(b): nobody is subject to proceedings", Code: employee.BonusConditionTooWide, Want: law.NotApplicable},
		kase{Name: "s. 312C(4)(c)(i): found between award and payment, in later proceedings", Code: employee.BonusForfeitureTooWide, Change: leftOut(forfeit(true, "2025-03-02", "2025-04-01")), Want: law.Met},
		kase{Name: "s. 312C(4)(c)(ii): dismissed summarily between them", Code: employee.BonusForfeitureTooWide, Change: leftOut(dismissed("2025-03-02")), Want: law.Met},
		kase{Name: "s. 312C(4)(c)(ii): dismissed before the award", Code: employee.BonusForfeitureTooWide, Change: leftOut(dismissed("2025-02-28")), Want: law.Breached, At: "bonus_award.left_out[0].found"},
		kase{Name: "s. 312C(4)(c)(ii): dismissed after the payment", Code: employee.BonusForfeitureTooWide, Change: leftOut(dismissed("2025-05-31")), Want: law.Breached},
		kase{Name: "s. 312C(4)(c)(ii): dismissed on the day of the award", Code: employee.BonusForfeitureTooWide, Change: leftOut(dismissed("2025-03-01")), Want: law.Unknown, At: "bonus_award.left_out[0].found"},
		kase{Name: "s. 312C(4)(c)(i): in proceedings from before the award", Code: employee.BonusForfeitureTooWide, Change: leftOut(forfeit(true, "2025-02-28", "2025-04-01")), Want: law.Breached, At: "bonus_award.left_out[0].proceedings"},
		kase{Name: "s. 312C(4)(c)(i): in proceedings of the day of the award", Code: employee.BonusForfeitureTooWide, Change: leftOut(forfeit(true, "2025-03-01", "2025-04-01")), Want: law.Unknown, At: "bonus_award.left_out[0].proceedings"},
		kase{Name: "s. 312C(4)(c)(i): for misconduct that is not gross", Code: employee.BonusForfeitureTooWide, Change: leftOut(forfeit(false, "2025-03-02", "2025-04-01")), Want: law.Breached, At: "bonus_award.left_out[0].gross_misconduct"},
		kase{Name: "s. 312C(4)(c): nobody forfeits", Code: employee.BonusForfeitureTooWide, Want: law.NotApplicable},
		// QBP-11
		kase{Name: "s. 312C: directors take part", Code: employee.BonusDirectorsLeftOut, Change: early(service(12)), Want: law.Met},
		kase{Name: "s. 312C: directors left out of a payment on 29 October 2024", Code: employee.BonusDirectorsLeftOut, Change: early(directors(true)), Want: law.Breached, At: "bonus_award.left_out[0].ground"},
		kase{Name: "s. 312C: left out on the day after", Code: employee.BonusDirectorsLeftOut, Want: law.NotInForce, Change: func(c *company) {
			leftOut(directors(true))(c)
			payAward(c, law.MustDate("2024-10-30"))
		}},
		kase{Name: "s. 312C: there is no award, and none was paid", Code: employee.BonusDirectorsLeftOut, Change: noAward, Want: law.NotApplicable},
		kase{Name: "s. 312C(2A): all directors are left out", Code: employee.BonusSomeDirectorsExcluded, Change: leftOut(directors(true)), Want: law.Met},
		kase{Name: "s. 312C(2A): one disliked director is left out", Code: employee.BonusSomeDirectorsExcluded, Change: leftOut(directors(false)), Want: law.Unknown},
		kase{Name: "s. 312C(2A): no director is left out", Code: employee.BonusSomeDirectorsExcluded, Want: law.NotApplicable},
	)
	s.Exempt = map[string]string{"employee.bonus-some-directors-left-out breached": "the law is in doubt: the answer is unknown on either reading"}
	s.Run(t)
}

func TestLeavingOutSomeDirectorsIsADoubtWithTwoReadings(t *testing.T) {
	c := bakery()
	x := ground(employee.DirectorsLeftOut)
	x.AllDirectors = law.Known(false)
	leftOut(x)(&c)
	for _, f := range judge(t, &c, "2025-06-01").Findings {
		if f.Code == employee.BonusSomeDirectorsExcluded {
			assert.Equal(t, []law.Outcome{law.Met, law.Breached}, []law.Outcome{f.Doubt.Readings[0].Outcome, f.Doubt.Readings[1].Outcome})
			return
		}
	}
	t.Fatal("no finding")
}

func TestEqualityOfBonuses(t *testing.T) {
	terms := func(change func(*employee.BonusTerms)) func(*company) {
		return func(c *company) { change(&c.BonusAward.Terms) }
	}
	factors := func(list ...employee.Factor) func(*company) {
		return terms(func(b *employee.BonusTerms) { b.Factors = law.Known(list) })
	}
	suite(employee.EqualityOfBonusRules,
		// QBP-12
		kase{Name: "s. 312C(1)(b): one set of terms", Code: employee.BonusOtherTerms, Want: law.Met},
		kase{Name: "s. 312C(1)(b): better terms for the shop", Code: employee.BonusOtherTerms, Change: terms(func(b *employee.BonusTerms) { b.Same = law.Known(false) }), Want: law.Breached, At: "bonus_award.terms.same"},
		kase{Name: "s. 312C(1)(b): there is no award", Code: employee.BonusOtherTerms, Change: noAward, Want: law.NotApplicable},
		kase{Name: "s. 312C(6): by pay and hours", Code: employee.BonusOtherFactors, Want: law.Met},
		kase{Name: "s. 312C(6): all receive alike", Code: employee.BonusOtherFactors, Change: factors(), Want: law.Met},
		kase{Name: "s. 312C(5): a bonus for the best team", Code: employee.BonusOtherFactors, Change: factors(employee.Hours, "best team"), Want: law.Breached, At: "bonus_award.terms.factors[1]"},
		kase{Name: "s. 312C(5): there is no award", Code: employee.BonusOtherFactors, Change: noAward, Want: law.NotApplicable},
		kase{Name: "s. 312C(5): the factors are not stated", Code: employee.BonusOtherFactors, Change: terms(func(b *employee.BonusTerms) { b.Factors = law.Fact[[]employee.Factor]{} }), Want: law.Unknown, At: "bonus_award.terms.factors"},
		kase{Name: "s. 312C(7): everybody who takes part receives something", Code: employee.BonusSomeReceiveNothing, Want: law.Met},
		kase{Name: "s. 312C(7): nothing for those under twenty hours", Code: employee.BonusSomeReceiveNothing, Change: terms(func(b *employee.BonusTerms) { b.SomeReceiveNothing = law.Known(true) }), Want: law.Breached, At: "bonus_award.terms.some_receive_nothing"},
		kase{Name: "s. 312C(7): there is no award", Code: employee.BonusSomeReceiveNothing, Change: noAward, Want: law.NotApplicable},
		kase{Name: "s. 312C(8): separate entitlements, added up", Code: employee.BonusFactorsNotSummed, Want: law.Met},
		kase{Name: "EIM03054: 3% of salary times years of service", Code: employee.BonusFactorsNotSummed, Want: law.Breached, At: "bonus_award.terms.factors_separate", Change: terms(func(b *employee.BonusTerms) {
			b.Factors = law.Known([]employee.Factor{employee.Remuneration, employee.Service})
			b.FactorsSeparate, b.TotalIsSum = law.Known(false), law.Known(false)
		})},
		kase{Name: "s. 312C(8)(b): the greater of two entitlements", Code: employee.BonusFactorsNotSummed, Change: terms(func(b *employee.BonusTerms) { b.TotalIsSum = law.Known(false) }), Want: law.Breached, At: "bonus_award.terms.total_is_sum"},
		kase{Name: "s. 312C(8): one factor", Code: employee.BonusFactorsNotSummed, Change: factors(employee.Hours), Want: law.NotApplicable},
		kase{Name: "s. 312C(8): there is no award", Code: employee.BonusFactorsNotSummed, Change: noAward, Want: law.NotApplicable},
		kase{Name: "s. 312C(9): no feature favours a group", Code: employee.BonusFavoursSome, Want: law.Met},
		kase{Name: "s. 312C(9)(a): a feature that favours directors", Code: employee.BonusFavoursSome, Want: law.Breached, At: "bonus_award.terms.favours[0]", Change: terms(func(b *employee.BonusTerms) {
			b.Favours = law.Known([]employee.Favoured{employee.FavouredDirectors, employee.FavouredHigherPaid})
		})},
		kase{Name: "s. 312C(9): nobody has judged it", Code: employee.BonusFavoursSome, Change: terms(func(b *employee.BonusTerms) { b.Favours = law.Fact[[]employee.Favoured]{} }), Want: law.Unknown, At: "bonus_award.terms.favours"},
		kase{Name: "s. 312C(9): there is no award", Code: employee.BonusFavoursSome, Change: noAward, Want: law.NotApplicable},
	).Run(t)
}

func TestWhatSection312BAsksOfEachPayment(t *testing.T) {
	pay := func(on string, change func(*employee.Bonus)) func(*company) {
		return func(c *company) {
			b := treated(paid(on, 500), 500)
			b.Terms = toBaker
			change(&b)
			c.Bonuses = law.Known([]employee.Bonus{b})
		}
	}
	leaver := func(ceased, on string) func(*company) {
		return pay(on, func(b *employee.Bonus) {
			b.Terms.To, b.Terms.Ceased = law.Known(employee.ToFormerEmployee), day(ceased)
		})
	}
	estate := func(died, on string) func(*company) {
		return pay(on, func(b *employee.Bonus) {
			b.Terms.To, b.Terms.Died = law.Known(employee.ToRepresentatives), day(died)
		})
	}
	none := func(c *company) { c.Bonuses = law.Known([]employee.Bonus{}) }
	s := suite(employee.PaymentRules,
		kase{Name: "s. 312A(1): to an employee", Code: employee.BonusToNobodyDue, Want: law.Met},
		kase{Name: "s. 312A(1): to a contractor", Code: employee.BonusToNobodyDue, Change: pay("2025-01-31", func(b *employee.Bonus) { b.Terms.To = law.Known(employee.ToOutsider) }), Want: law.Breached, At: "bonuses[0].terms.to"},
		kase{Name: "s. 312A(1): to a contractor and taxed", Code: employee.BonusToNobodyDue, Want: law.Met, Change: pay("2025-01-31", func(b *employee.Bonus) {
			b.Terms.To, b.Exempted = law.Known(employee.ToOutsider), pounds(0)
		})},
		kase{Name: "s. 312A(1): no bonus was paid", Code: employee.BonusToNobodyDue, Change: none, Want: law.NotApplicable},
		// QBP-04
		kase{Name: "s. 312B(1)(a): beside the regular pay", Code: employee.BonusRegularPay, Want: law.Met},
		kase{Name: "s. 312B(1)(a): a thirteenth month that is regular pay", Code: employee.BonusRegularPay, Change: pay("2025-01-31", func(b *employee.Bonus) { b.Terms.Regular = law.Known(true) }), Want: law.Breached, At: "bonuses[0].terms.regular_pay"},
		kase{Name: "s. 312B(1)(a): nobody has judged it", Code: employee.BonusRegularPay, Change: pay("2025-01-31", func(b *employee.Bonus) { b.Terms.Regular = law.Fact[bool]{} }), Want: law.Unknown, At: "bonuses[0].terms.regular_pay"},
		kase{Name: "s. 312B(1)(a): no bonus was paid", Code: employee.BonusRegularPay, Change: none, Want: law.NotApplicable},
		// QBP-17
		kase{Name: "s. 312H: nothing is given up", Code: employee.BonusInExchange, Want: law.Met},
		kase{Name: "s. 312H(1)(a): salary is given up in return", Code: employee.BonusInExchange, Change: pay("2025-01-31", func(b *employee.Bonus) { b.Terms.InExchange = law.Known(true) }), Want: law.Breached, At: "bonuses[0].terms.in_exchange"},
		kase{Name: "s. 312H: no bonus was paid", Code: employee.BonusInExchange, Change: none, Want: law.NotApplicable},
		// QBP-04
		kase{Name: "s. 312B(1)(h): on the last day of twelve months beginning with that of leaving", Code: employee.BonusAfterLeave, Change: leaver("2024-02-01", "2025-01-31"), Want: law.Met},
		kase{Name: "s. 312B(1)(h): on the day after", Code: employee.BonusAfterLeave, Change: leaver("2024-02-01", "2025-02-01"), Want: law.Breached, At: "bonuses[0].on"},
		kase{Name: "s. 312B(1)(h): before the employment ceased", Code: employee.BonusAfterLeave, Change: leaver("2025-02-01", "2025-01-31"), Want: law.Breached},
		kase{Name: "s. 312B(1)(h): when it ceased is not stated", Code: employee.BonusAfterLeave, Change: pay("2025-01-31", func(b *employee.Bonus) { b.Terms.To = law.Known(employee.ToFormerEmployee) }), Want: law.Unknown, At: "bonuses[0].terms.ceased"},
		kase{Name: "s. 312B(1)(h): paid to those employed", Code: employee.BonusAfterLeave, Want: law.NotApplicable},
		kase{Name: "s. 312I(4): personal representatives, on the last day of twelve months", Code: employee.BonusAfterDeath, Change: estate("2024-02-01", "2025-01-31"), Want: law.Met},
		kase{Name: "s. 312I(4): on the day after", Code: employee.BonusAfterDeath, Change: estate("2024-02-01", "2025-02-01"), Want: law.Breached, At: "bonuses[0].on"},
		kase{Name: "s. 312I(4): nobody has died", Code: employee.BonusAfterDeath, Want: law.NotApplicable},
	)
	s.Dates["bonuses"] = func(c *company, d law.Date) {
		list := c.Bonuses.Or(nil)
		for i := range list {
			by := d.Sub(list[i].On)
			list[i].On = d
			for _, f := range []*law.Fact[law.Date]{&list[i].Terms.Ceased, &list[i].Terms.Died} {
				if v, ok := f.Get(); ok {
					*f = law.Known(v.AddDays(by))
				}
			}
		}
	}
	s.Run(t)
}

func TestPaidBy(t *testing.T) {
	from, paid := law.MustDate("2024-02-29"), law.MustDate("2025-01-31")
	for _, to := range []employee.Recipient{employee.ToFormerEmployee, employee.ToRepresentatives} {
		last, ok := employee.PaidBy(to, from, paid, &enacted)
		assert.True(t, ok)
		assert.Equal(t, law.MustDate("2025-02-28"), last)
		_, ok = employee.PaidBy(to, from, law.MustDate("2014-09-30"), &enacted)
		assert.False(t, ok)
	}
	_, ok := employee.PaidBy(employee.ToEmployee, from, paid, &enacted)
	assert.False(t, ok)
}
