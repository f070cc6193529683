package employee_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func counts(list ...employee.Headcount) func(*company) {
	return func(c *company) { c.Participation.Counts = law.Known(list) }
}

// outside is a count in which an excess is nobody's doing.
func outside(h employee.Headcount) employee.Headcount {
	h.OutsideControl = law.Known(true)
	return h
}

func without(h employee.Headcount) employee.Headcount {
	h.SellerParticipates = law.Known(false)
	return h
}

// The disposal was on 31 May 2024; its tax year ended on 5 April 2025.
func TestLimitedParticipation(t *testing.T) {
	ok := func(from string) employee.Headcount { return count(from, 2, 0, 5) }
	over := func(from string) employee.Headcount { return count(from, 3, 0, 7) }
	silent := over("2024-01-01")
	silent.OutsideControl = law.Fact[bool]{}
	noSeller := over("2024-01-01")
	noSeller.SellerParticipates = law.Fact[bool]{}
	halfTold := count("2024-01-01", 1, 0, 7)
	halfTold.Employees = law.Fact[int64]{}
	undated := ok("2024-01-01")
	undated.From = law.Date{}
	none := func(c *company) { c.Disposal = employee.Disposal{Made: law.Known(false)} }
	group := employee.Headcount{From: law.MustDate("2020-01-01"), People: law.Known([]employee.Head{person("a", employee.InGroup, employee.Nowhere)})}

	suite(employee.ParticipationRules,
		// LP-04, LP-06
		kase{Name: "s. 236N(2): exactly 2/5 throughout", Code: employee.ParticipatorsBefore, Want: law.Met},
		kase{Name: "s. 236N(2): more than 2/5 for a day within the 12 months", Code: employee.ParticipatorsBefore, Change: counts(ok("2020-01-01"), over("2024-01-01"), ok("2024-01-02")), Want: law.Breached, At: "participation.counts[1]"},
		kase{Name: "s. 236N(2): until the day before the 12 months", Code: employee.ParticipatorsBefore, Change: counts(over("2020-01-01"), ok("2023-06-01")), Want: law.Met},
		kase{Name: "s. 236N(2): until the first day of the 12 months", Code: employee.ParticipatorsBefore, Change: counts(over("2020-01-01"), ok("2023-06-02")), Want: law.Breached, At: "participation.counts[0]"},
		kase{Name: "s. 236N(2): from the day of the disposal", Code: employee.ParticipatorsBefore, Change: counts(ok("2020-01-01"), over("2024-05-31")), Want: law.Breached},
		kase{Name: "s. 236N(2): from the day after the disposal", Code: employee.ParticipatorsBefore, Change: counts(ok("2020-01-01"), over("2024-06-01")), Want: law.Met},
		kase{Name: "s. 236N(2)(a): while the seller was no participator", Code: employee.ParticipatorsBefore, Change: counts(without(over("2020-01-01"))), Want: law.Met},
		kase{Name: "s. 236N(2)(a): whether the seller was one is not stated", Code: employee.ParticipatorsBefore, Change: counts(ok("2020-01-01"), noSeller), Want: law.Unknown, At: "participation.counts[1].seller_participates"},
		kase{Name: "s. 236N(2): there was no disposal", Code: employee.ParticipatorsBefore, Change: none, Want: law.NotApplicable},
		kase{Name: "s. 236N(2): whether there was one is not stated", Code: employee.ParticipatorsBefore, Change: func(c *company) { c.Disposal = employee.Disposal{} }, Want: law.Unknown, At: "disposal.made"},
		kase{Name: "s. 236N(2): when it was is not stated", Code: employee.ParticipatorsBefore, Change: func(c *company) { c.Disposal.On = law.Fact[law.Date]{} }, Want: law.Unknown, At: "disposal.on"},
		kase{Name: "s. 236N(2): the counts do not reach back 12 months", Code: employee.ParticipatorsBefore, Change: counts(ok("2023-06-02")), Want: law.Unknown, At: "participation.counts"},
		kase{Name: "s. 236N(2): they do to the day", Code: employee.ParticipatorsBefore, Change: counts(ok("2023-06-01")), Want: law.Met},
		kase{Name: "s. 236N(2): no counts at all", Code: employee.ParticipatorsBefore, Change: counts(), Want: law.Unknown, At: "participation.counts"},
		kase{Name: "s. 236N(2): counts out of order", Code: employee.ParticipatorsBefore, Change: counts(ok("2020-01-01"), ok("2019-01-01")), Want: law.Unknown, At: "participation.counts[1].from"},
		kase{Name: "s. 236N(2): a count with no date", Code: employee.ParticipatorsBefore, Change: counts(undated), Want: law.Unknown, At: "participation.counts[0].from"},
		kase{Name: "s. 236N(5): the number of employees is not stated", Code: employee.ParticipatorsBefore, Change: counts(ok("2020-01-01"), halfTold), Want: law.Unknown, At: "participation.counts[1].employees"},
		kase{Name: "s. 236N(5): fewer than no employees cannot be", Code: employee.ParticipatorsBefore, Change: counts(count("2020-01-01", 1, 0, -3)), Want: law.Unknown, At: "participation.counts[0]"},
		kase{Name: "s. 236N(5): whether there is a trading group is not stated", Code: employee.ParticipatorsBefore, Change: counts(group), Want: law.Unknown, At: "participation.principal_company"},
		// LP-07
		kase{Name: "s. 236N(4): six months outside the trustees' control are disregarded", Code: employee.ParticipatorsBefore, Change: counts(ok("2020-01-01"), outside(over("2023-10-01")), ok("2024-04-01")), Want: law.Met},
		kase{Name: "s. 236N(4): six months and a day are not", Code: employee.ParticipatorsBefore, Change: counts(ok("2020-01-01"), outside(over("2023-10-01")), ok("2024-04-02")), Want: law.Breached},
		kase{Name: "s. 236N(4): counted from before the 12 months begin", Code: employee.ParticipatorsBefore, Change: counts(ok("2020-01-01"), outside(over("2023-01-01")), ok("2023-07-02")), Want: law.Breached, At: "participation.counts[1]"},
		kase{Name: "s. 236N(4): two counts of one unbroken excess are one period", Code: employee.ParticipatorsBefore, Change: counts(ok("2020-01-01"), outside(over("2023-10-01")), outside(count("2024-01-01", 4, 0, 9)), ok("2024-04-02")), Want: law.Breached},
		kase{Name: "s. 236N(4): in control of a part of the period", Code: employee.ParticipatorsBefore, Change: counts(ok("2020-01-01"), outside(over("2024-01-01")), over("2024-02-01"), ok("2024-03-01")), Want: law.Breached},
		kase{Name: "s. 236N(4): nobody has said whose doing it was", Code: employee.ParticipatorsBefore, Change: counts(ok("2020-01-01"), silent, ok("2024-02-01")), Want: law.Unknown, At: "participation.counts[1].outside_trustees_control"},
		// LP-05
		kase{Name: "s. 236N(3): exactly 2/5 to the end of the tax year", Code: employee.ParticipatorsAfter, Want: law.Met},
		kase{Name: "s. 236N(3): more than 2/5 on the day of the disposal", Code: employee.ParticipatorsAfter, Change: counts(over("2020-01-01"), ok("2024-06-01")), Want: law.Breached, At: "participation.counts[0]"},
		kase{Name: "s. 236N(3): more than 2/5 on the last day of the tax year", Code: employee.ParticipatorsAfter, Change: counts(ok("2020-01-01"), over("2025-04-05")), Want: law.Breached, At: "participation.counts[1]"},
		kase{Name: "s. 236N(3): from the first day of the next tax year", Code: employee.ParticipatorsAfter, Change: counts(ok("2020-01-01"), over("2025-04-06")), Want: law.Met},
		kase{Name: "s. 236N(3): whether the seller is a participator makes no difference", Code: employee.ParticipatorsAfter, Change: counts(without(over("2020-01-01"))), Want: law.Breached},
		kase{Name: "s. 236N(3): there was no disposal", Code: employee.ParticipatorsAfter, Change: none, Want: law.NotApplicable},
		kase{Name: "s. 236N(3): the tax year is not over", Code: employee.ParticipatorsAfter, On: "2025-04-04", Want: law.Unknown, At: "participation.counts"},
		kase{Name: "s. 236N(3): it is over on its last day", Code: employee.ParticipatorsAfter, On: "2025-04-05", Want: law.Met},
		kase{Name: "s. 236N(3): a breach is one before the year is over", Code: employee.ParticipatorsAfter, On: "2024-12-01", Change: counts(ok("2020-01-01"), over("2024-09-01")), Want: law.Breached},
		kase{Name: "s. 236N(4): an excess that has not ended, and may yet be disregarded", Code: employee.ParticipatorsAfter, On: "2025-04-30", Change: counts(ok("2020-01-01"), outside(over("2025-01-01"))), Want: law.Unknown, At: "participation.counts"},
		kase{Name: "s. 236N(4): an excess that has not ended and is too long already", Code: employee.ParticipatorsAfter, On: "2025-07-01", Change: counts(ok("2020-01-01"), outside(over("2025-01-01"))), Want: law.Breached},
		kase{Name: "s. 236N(4): the last day on which it could have ended in time", Code: employee.ParticipatorsAfter, On: "2025-06-30", Change: counts(ok("2020-01-01"), outside(over("2025-01-01"))), Want: law.Unknown},
		// Finance Act 2014 Sch 37 para 3(b)
		kase{Name: "Sch 37 para 3: no Condition B for a disposal on 25 June 2014", Code: employee.ParticipatorsAfter, Want: law.NotInForce, Change: func(c *company) {
			c.Disposal.On = day("2014-06-25")
			counts(over("2010-01-01"))(c)
		}},
		kase{Name: "Sch 37 para 3: Condition A from the first", Code: employee.ParticipatorsBefore, Want: law.Breached, Change: func(c *company) {
			c.Disposal.On = day("2014-04-06")
			counts(over("2010-01-01"))(c)
		}},
		kase{Name: "Sch 37 para 2: nothing before 6 April 2014", Code: employee.ParticipatorsBefore, Want: law.NotInForce, Change: func(c *company) {
			c.Disposal.On = day("2014-04-05")
			counts(over("2010-01-01"))(c)
		}},
	).Run(t)
}

func TestA16FailsTheLimitedParticipationRequirement(t *testing.T) {
	c := bakery()
	people := append(staff(7), third("ann", employee.Nowhere, employee.InCompany),
		third("bob", employee.Nowhere, employee.InCompany), third("cid", employee.Nowhere, employee.InCompany))
	counts(employee.Headcount{
		From: law.MustDate("2020-01-01"), People: law.Known(people),
		SellerParticipates: law.Known(true), OutsideControl: law.Known(false),
	})(&c)
	err := judge(t, &c, "2025-06-01").Err()
	assert.ErrorIs(t, err, employee.ParticipatorsBefore)
	assert.ErrorIs(t, err, employee.ParticipatorsAfter)
	assert.ErrorContains(t, err, "the participator fraction was 3/7 from 1 January 2020")
	assert.ErrorContains(t, err, "the limit is 40% since 6 April 2014")
}

func TestA15JudgedOnTheCompany(t *testing.T) {
	c := bakery()
	assert.Equal(t, law.Met, outcome(t, &c, "2025-06-01", employee.ParticipatorsAfter))
	counts(count("2020-01-01", 4, 0, 9))(&c)
	assert.Equal(t, law.Breached, outcome(t, &c, "2025-06-01", employee.ParticipatorsAfter))
}

func TestEachUnbrokenExcessIsReportedOnce(t *testing.T) {
	c := bakery()
	counts(count("2020-01-01", 2, 0, 5), count("2023-09-01", 3, 0, 7), count("2023-10-01", 4, 0, 7), count("2023-11-01", 2, 0, 7), count("2024-01-01", 3, 0, 7), count("2024-02-01", 0, 0, 7))(&c)
	var at []string
	for _, f := range judge(t, &c, "2025-06-01").Findings {
		at = append(at, f.Path)
	}
	assert.Equal(t, []string{"participation.counts[1]", "participation.counts[4]"}, at)
}
