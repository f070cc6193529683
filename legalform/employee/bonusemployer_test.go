package employee_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestWhatSection312BAsksOfTheEmployer(t *testing.T) {
	business := func(list ...employee.BonusTrading) func(*company) {
		return award(func(a *employee.BonusAward) { a.Trading = law.Known(list) })
	}
	idle := trading("2024-05-31")
	idle.Trades = law.Known(false)
	mixed := trading("2024-06-01")
	mixed.OtherSubstantial = law.Known(true)
	subsidiary := trading("2001-03-01")
	subsidiary.InGroup = law.Known(true)
	silent := trading("2001-03-01")
	silent.OtherSubstantial = law.Fact[bool]{}
	owned := func(change func(*employee.BonusOwnership)) func(*company) {
		return func(c *company) { change(&c.BonusAward.Ownership) }
	}
	lapse := func(from, to string) func(*company) {
		return owned(func(o *employee.BonusOwnership) {
			x := employee.BonusLapse{From: law.MustDate(from)}
			if to != "" {
				x.To = law.MustDate(to)
			}
			o.Lapses = law.Known([]employee.BonusLapse{x})
		})
	}
	counts := func(list ...employee.OfficeCount) func(*company) {
		return award(func(a *employee.BonusAward) { a.Offices = law.Known(list) })
	}
	service := func(managed, supplies bool, part, all int64) func(*company) {
		return award(func(a *employee.BonusAward) {
			a.Service = employee.ServiceCompany{
				Managed: law.Known(managed), SuppliesStaff: law.Known(supplies), Provided: law.Known(all), ToConnected: law.Known(part),
			}
		})
	}
	// The period runs from 31 May 2024 to 30 May 2025, 365 days, of which 275 are needed.
	s := suite(employee.EmployerRules,
		// QBP-06, QBP-13
		kase{Name: "s. 312D(1)(a): a trading company in no group", Code: employee.BonusNotTrading, Want: law.Met},
		kase{Name: "s. 312D(1)(b): any member of a trading group, its principal company or not", Code: employee.BonusNotTrading, Change: business(subsidiary), Want: law.Met},
		kase{Name: "s. 312B(1)(c): no trade on the first day of the period", Code: employee.BonusNotTrading, Change: business(idle, trading("2024-06-01")), Want: law.Breached, At: "bonus_award.trading[0]"},
		kase{Name: "s. 312B(1)(c): no trade until the day before the period", Code: employee.BonusNotTrading, Change: business(func() employee.BonusTrading { x := idle; x.From = law.MustDate("2020-01-01"); return x }(), trading("2024-05-31")), Want: law.Met},
		kase{Name: "s. 312D(5)(b): the business goes into a partnership", Code: employee.BonusNotTrading, Change: business(trading("2001-03-01"), mixed), Want: law.Breached, At: "bonus_award.trading[1]"},
		kase{Name: "s. 312D(2): nobody has judged the rest", Code: employee.BonusNotTrading, Change: business(silent), Want: law.Unknown, At: "bonus_award.trading[0].other_substantial"},
		kase{Name: "s. 312B(1)(c): the beginning of the period is not stated", Code: employee.BonusNotTrading, Change: business(trading("2024-06-01")), Want: law.Unknown, At: "bonus_award.trading"},
		kase{Name: "s. 312B(1)(c): out of order", Code: employee.BonusNotTrading, Change: business(trading("2024-06-01"), trading("2001-01-01")), Want: law.Unknown, At: "bonus_award.trading[1].from"},
		kase{Name: "s. 312B(1)(c): there is no award", Code: employee.BonusNotTrading, Change: noAward, Want: law.NotApplicable},
		// QBP-05, QBP-06, QBP-14
		kase{Name: "s. 312B(1)(d): owned for the whole period", Code: employee.BonusNotOwned, Want: law.Met},
		kase{Name: "s. 312B(3): the day after the sale, nobody need wait a year", Code: employee.BonusNotOwned, Want: law.Met, Change: func(c *company) {
			c.BonusAward.Ownership.ControlFirst, c.BonusAward.Ownership.BenefitFirst = day("2025-05-29"), day("2025-05-28")
		}},
		kase{Name: "s. 312B(3): on the day of the sale itself", Code: employee.BonusNotOwned, Change: owned(func(o *employee.BonusOwnership) { o.ControlFirst = day("2025-05-30") }), Want: law.Met},
		kase{Name: "s. 312B(1)(d): the day before the sale", Code: employee.BonusNotOwned, Change: owned(func(o *employee.BonusOwnership) { o.ControlFirst = day("2025-05-31") }), Want: law.Breached, At: "bonus_award.ownership.control_first_met"},
		kase{Name: "s. 312B(1)(d): before the trusts benefited everybody", Code: employee.BonusNotOwned, Change: owned(func(o *employee.BonusOwnership) { o.BenefitFirst = day("2025-06-30") }), Want: law.Breached, At: "bonus_award.ownership.benefit_first_met"},
		kase{Name: "s. 312B(1)(d): control lost for a day in the period", Code: employee.BonusNotOwned, Change: lapse("2024-12-01", "2024-12-01"), Want: law.Breached, At: "bonus_award.ownership.lapses[0]"},
		kase{Name: "s. 312B(1)(d): lost on the day of payment, and still", Code: employee.BonusNotOwned, Change: lapse("2025-05-30", ""), Want: law.Breached},
		kase{Name: "s. 312B(1)(d): lost the day after", Code: employee.BonusNotOwned, Change: lapse("2025-05-31", ""), Want: law.Met},
		kase{Name: "s. 312B(1)(d): a lapse that ends before it begins", Code: employee.BonusNotOwned, Change: lapse("2025-05-30", "2025-05-01"), Want: law.Unknown, At: "bonus_award.ownership.lapses[0].from"},
		kase{Name: "s. 312B(1)(d): lapses are not stated", Code: employee.BonusNotOwned, Change: owned(func(o *employee.BonusOwnership) { o.Lapses = law.Fact[[]employee.BonusLapse]{} }), Want: law.Unknown, At: "bonus_award.ownership.lapses"},
		kase{Name: "s. 312B(1)(d): there is no award", Code: employee.BonusNotOwned, Change: noAward, Want: law.NotApplicable},
		kase{Name: "s. 312E(3): treated as met, and never met before", Code: employee.BonusTreatedAsMet, Want: law.Met, Change: owned(func(o *employee.BonusOwnership) {
			o.TreatedAsMet, o.MetBefore = law.Known(true), law.Known(false)
		})},
		kase{Name: "s. 312E(3): treated as met, and met once", Code: employee.BonusTreatedAsMet, Want: law.Breached, At: "bonus_award.ownership.met_before", Change: owned(func(o *employee.BonusOwnership) {
			o.TreatedAsMet, o.MetBefore = law.Known(true), law.Known(true)
		})},
		kase{Name: "s. 312E(3): met in its own right", Code: employee.BonusTreatedAsMet, Want: law.NotApplicable},
		kase{Name: "s. 312E(3): there is no award", Code: employee.BonusTreatedAsMet, Change: noAward, Want: law.NotApplicable},
		// QBP-15
		kase{Name: "s. 312F(1): exactly 2/5", Code: employee.BonusOfficersOnDay, Want: law.Met},
		kase{Name: "s. 312F(1): 3/7 on the day of payment", Code: employee.BonusOfficersOnDay, Change: counts(offices("2001-03-01", 2, 5), offices("2025-05-30", 3, 7)), Want: law.Breached, At: "bonus_award.offices[1]"},
		kase{Name: "s. 312F(1): 3/7 until the day before", Code: employee.BonusOfficersOnDay, Change: counts(offices("2001-03-01", 3, 7), offices("2025-05-30", 2, 5)), Want: law.Met},
		kase{Name: "s. 312F(1): a count that cannot be", Code: employee.BonusOfficersOnDay, Change: counts(offices("2001-03-01", 6, 5)), Want: law.Unknown, At: "bonus_award.offices[0]"},
		kase{Name: "s. 312F(1): how many there are is not stated", Code: employee.BonusOfficersOnDay, Change: counts(employee.OfficeCount{From: law.MustDate("2001-01-01")}), Want: law.Unknown, At: "bonus_award.offices[0].officers"},
		kase{Name: "s. 312F(1): there is no award", Code: employee.BonusOfficersOnDay, Change: noAward, Want: law.NotApplicable},
		// QBP-07
		kase{Name: "s. 312B(1)(e): met throughout", Code: employee.BonusOfficersTooLong, Want: law.Met},
		kase{Name: "s. 312B(4)(a): met on 275 days of 365", Code: employee.BonusOfficersTooLong, Change: counts(offices("2001-03-01", 3, 7), offices("2024-08-29", 2, 5)), Want: law.Met},
		kase{Name: "s. 312B(4)(a): met on 274", Code: employee.BonusOfficersTooLong, Change: counts(offices("2001-03-01", 3, 7), offices("2024-08-30", 2, 5)), Want: law.Breached, At: "bonus_award.offices"},
		kase{Name: "s. 312B(1)(e): the days need not be consecutive", Code: employee.BonusOfficersTooLong, Change: counts(offices("2001-03-01", 2, 5), offices("2024-07-01", 3, 7), offices("2024-08-15", 2, 5), offices("2025-01-01", 3, 7), offices("2025-02-15", 2, 5)), Want: law.Met},
		kase{Name: "s. 312B(1)(e): nobody has counted the beginning", Code: employee.BonusOfficersTooLong, Change: counts(offices("2024-06-01", 2, 5)), Want: law.Unknown, At: "bonus_award.offices"},
		kase{Name: "s. 312B(3): paid before the sale, the whole twelve months count", Code: employee.BonusOfficersTooLong, Want: law.Breached, Change: func(c *company) {
			c.BonusAward.Ownership.ControlFirst, c.BonusAward.Ownership.BenefitFirst = day("2025-05-31"), day("2025-05-29")
			c.BonusAward.Offices = law.Known([]employee.OfficeCount{offices("2001-03-01", 3, 7), offices("2025-05-29", 2, 5)})
		}},
		kase{Name: "s. 312B(3): paid the day after it, two days count", Code: employee.BonusOfficersTooLong, Want: law.Met, Change: func(c *company) {
			c.BonusAward.Ownership.ControlFirst = day("2025-05-29")
			c.BonusAward.Offices = law.Known([]employee.OfficeCount{offices("2001-03-01", 3, 7), offices("2025-05-29", 2, 5)})
		}},
		kase{Name: "s. 312B(1)(e): there is no award", Code: employee.BonusOfficersTooLong, Change: noAward, Want: law.NotApplicable},
		// QBP-16
		kase{Name: "s. 312G: a bakery", Code: employee.BonusByServiceCompany, Want: law.Met},
		kase{Name: "s. 312G(1)(a): a managed service company", Code: employee.BonusByServiceCompany, Change: service(true, false, 0, 0), Want: law.Breached, At: "bonus_award.service_company.managed"},
		kase{Name: "s. 312G(3): half of its staff's services go to its former employer", Code: employee.BonusByServiceCompany, Change: service(false, true, 50, 100), Want: law.Met},
		kase{Name: "s. 312G(3): more than half", Code: employee.BonusByServiceCompany, Change: service(false, true, 51, 100), Want: law.Breached, At: "bonus_award.service_company.to_connected"},
		kase{Name: "s. 312G(3): more than all cannot be", Code: employee.BonusByServiceCompany, Change: service(false, true, 101, 100), Want: law.Unknown, At: "bonus_award.service_company.provided"},
		kase{Name: "s. 312G(2): nobody has judged the business", Code: employee.BonusByServiceCompany, Change: award(func(a *employee.BonusAward) { a.Service.SuppliesStaff = law.Fact[bool]{} }), Want: law.Unknown, At: "bonus_award.service_company.supplies_staff"},
		kase{Name: "s. 312G: there is no award", Code: employee.BonusByServiceCompany, Change: noAward, Want: law.NotApplicable},
	)
	s.Run(t)
}

func TestA20DaysOnWhichTheOfficeHolderRequirementMustBeMet(t *testing.T) {
	long := law.MustDate("2000-01-01")
	for paid, want := range map[string]int64{"2025-05-30": 275, "2024-05-31": 276} {
		p := employee.QualifyingPeriod(law.MustDate(paid), 12, long, long)
		assert.Equal(t, law.Per(want, 1), p.Requisite(90), paid)
		assert.Equal(t, p.Whole, p.Days())
	}
}

func TestQualifyingPeriodBeginsWithTheLaterRequirement(t *testing.T) {
	paid := law.MustDate("2025-05-30")
	for _, x := range []struct{ control, benefit, from string }{
		{"2001-01-01", "2001-01-01", "2024-05-31"},
		{"2024-12-01", "2001-01-01", "2024-12-01"},
		{"2024-12-01", "2025-02-01", "2025-02-01"},
		{"2025-02-01", "2024-12-01", "2025-02-01"},
		{"2025-05-30", "2024-12-01", "2025-05-30"},
		{"2025-05-31", "2024-12-01", "2024-05-31"},
		{"2024-12-01", "2025-05-31", "2024-05-31"},
	} {
		p := employee.QualifyingPeriod(paid, 12, law.MustDate(x.control), law.MustDate(x.benefit))
		assert.Equal(t, law.MustDate(x.from), p.From)
		assert.Equal(t, 365, p.Whole)
	}
	// 73 days are a fifth of the year, so the 90 shrink to 18.
	p := employee.QualifyingPeriod(paid, 12, paid.AddDays(-72), paid)
	assert.Equal(t, 1, p.Days())
	p = employee.QualifyingPeriod(paid, 12, paid.AddDays(-72), paid.AddDays(-400))
	assert.Equal(t, law.Per(55, 1), p.Requisite(90))
	assert.Equal(t, law.Ratio{}, employee.BonusPeriod{}.Requisite(90))
}

// QBP-07: the statute does not say whether the fraction of 90 days is rounded.
func TestTheDayThatRoundingWouldTakeAwayIsInDoubt(t *testing.T) {
	// Of 100 days 100 - 90*100/365 = 75 25/73 are needed.
	officers := func(good int) (law.Outcome, *law.Doubt) {
		c := bakery()
		paid := law.MustDate("2025-05-30")
		c.BonusAward.Ownership.ControlFirst = law.Known(paid.AddDays(-99))
		before := offices("2001-03-01", 3, 7)
		after := offices("2025-05-30", 2, 5)
		after.From = paid.AddDays(1 - good)
		c.BonusAward.Offices = law.Known([]employee.OfficeCount{before, after})
		rep := judge(t, &c, "2025-06-01")
		o, _ := rep.Outcome(employee.BonusOfficersTooLong)
		for _, f := range rep.Findings {
			if f.Code == employee.BonusOfficersTooLong {
				return o, f.Doubt
			}
		}
		return o, nil
	}
	o, _ := officers(76)
	assert.Equal(t, law.Met, o)
	o, doubt := officers(75)
	assert.Equal(t, law.Unknown, o)
	require.NotNil(t, doubt)
	assert.Equal(t, law.Breached, doubt.Readings[0].Outcome)
	assert.Equal(t, law.Met, doubt.Readings[1].Outcome)
	o, doubt = officers(74)
	assert.Equal(t, law.Breached, o)
	assert.Nil(t, doubt)
}

func TestA16PassesTheOfficeHolderRequirement(t *testing.T) {
	people := append(staff(7), third("ann", employee.Nowhere, employee.InCompany),
		third("bob", employee.Nowhere, employee.InCompany), third("cid", employee.Nowhere, employee.InCompany))
	f, err := employee.OfficeFractionOf(people)
	require.NoError(t, err)
	assert.Equal(t, "3/10", f.String())
	assert.False(t, f.Exceeds(law.Per(2, 5)))
}

func TestOfficeFraction(t *testing.T) {
	head := func(id string, employed, office employee.Place, kin ...string) employee.Head {
		return employee.Head{ID: id, Employed: law.Known(employed), Office: law.Known(office), ConnectedWith: law.Known(kin)}
	}
	f, err := employee.OfficeFractionOf([]employee.Head{
		head("director", employee.InCompany, employee.InCompany, "cousin"), // one head, in both numbers
		head("cousin", employee.InCompany, employee.Nowhere),               // said of the other side
		head("spouse", employee.Nowhere, employee.Nowhere, "director"),     // not employed
		head("baker", employee.InCompany, employee.Nowhere, "cousin"),      // connected with no office-holder
		head("elsewhere", employee.InGroup, employee.InGroup),              // the fraction is the company's own
	})
	require.NoError(t, err)
	assert.Equal(t, employee.OfficeFraction{Officers: 1, Connected: 1, All: 3}, f)
	assert.True(t, f.Exceeds(law.Per(2, 5)))

	f, err = employee.OfficeFractionOf([]employee.Head{{ID: "x"}, {ID: "y", Employed: law.Known(employee.InCompany), Office: law.Known(employee.Nowhere)}})
	require.NoError(t, err)
	var paths []string
	for _, m := range f.Missing {
		paths = append(paths, m.Path)
	}
	assert.Equal(t, []string{"people[0].office", "people[0].employed", "people[1].connected_with"}, paths)
	_, err = employee.OfficeFractionOf([]employee.Head{{ID: "x"}, {ID: "x"}})
	assert.ErrorContains(t, err, "people[1].id")
}

func TestQualifyingBonus(t *testing.T) {
	c := bakery()
	o, rep := employee.QualifyingBonus(&c, &enacted)
	assert.Equal(t, law.Met, o, rep.Explain())
	c.BonusAward.Terms.Same = law.Known(false)
	o, rep = employee.QualifyingBonus(&c, &enacted)
	assert.Equal(t, law.Breached, o)
	require.ErrorIs(t, rep.Err(), employee.BonusOtherTerms)
	c.BonusAward.Terms.Same = law.Fact[bool]{}
	o, _ = employee.QualifyingBonus(&c, &enacted)
	assert.Equal(t, law.Unknown, o)
	noAward(&c)
	o, _ = employee.QualifyingBonus(&c, &enacted)
	assert.Equal(t, law.NotApplicable, o)
	c = bakery()
	payAward(&c, law.MustDate("2014-09-30"))
	o, _ = employee.QualifyingBonus(&c, &enacted)
	assert.Equal(t, law.NotInForce, o)
}
