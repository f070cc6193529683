package employee_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func taker(id string, pay, months, minutes int64) employee.Taker {
	return employee.Taker{Worker: employee.Worker{ID: id, Pay: law.Pounds(pay), Months: months, Minutes: minutes}, Group: law.Known("")}
}

func takers(workers []employee.Worker) (list []employee.Taker) {
	for _, w := range workers {
		list = append(list, employee.Taker{Worker: w, Group: law.Known("")})
	}
	return list
}

func sharing(p employee.Pool, people ...employee.Taker) employee.Design {
	return employee.Design{Determined: law.MustDate("2025-03-01"), Paid: law.MustDate("2025-05-30"), Pool: law.Known(p), People: people}
}

func byFormula(f employee.Formula, people ...employee.Taker) employee.Design {
	return employee.Design{Determined: law.MustDate("2025-03-01"), Paid: law.MustDate("2025-05-30"), Formula: law.Known(f), People: people}
}

func design(t *testing.T, d employee.Design) employee.Designed {
	t.Helper()
	out, err := employee.DesignBonus(bakery(), &d, &enacted)
	require.NoError(t, err)
	require.Len(t, out.Shares, len(d.People))
	var total, exempt, taxable law.Pence
	for _, s := range out.Shares {
		total, exempt, taxable = total+s.Total, exempt+s.Exempt, taxable+s.Taxable
		assert.Equal(t, s.Total, s.Insurable, "national insurance contributions are due on all of it")
		if len(out.Missing) == 0 {
			assert.Equal(t, s.Total, s.Exempt+s.Taxable)
		}
	}
	assert.Equal(t, []law.Pence{total, exempt, taxable}, []law.Pence{out.Total, out.Exempt, out.Taxable})
	return out
}

func TestA18DesignedIsLawfulAndFreeOfTax(t *testing.T) {
	out := design(t, byFormula(a18, taker("p1", 28_000, 6*years, 30*60)))
	assert.Equal(t, law.Met, out.Qualifies, out.Report.Explain())
	assert.Equal(t, employee.Share{
		Award:  employee.Award{ID: "p1", Parts: []law.Pence{560_00, 600_00, 600_00}, Total: 1760_00},
		Exempt: 1760_00, Insurable: 1760_00,
	}, out.Shares[0])
}

func TestA19DesignedToThePenny(t *testing.T) {
	out := design(t, sharing(a19, takers(a19Workers)...))
	assert.Equal(t, law.Met, out.Qualifies)
	assert.Equal(t, law.Pence(12_000_00), out.Total)
	assert.Equal(t, []law.Pence{3600_00, 3359_21, 2956_58}, []law.Pence{out.Shares[0].Exempt, out.Shares[1].Exempt, out.Shares[2].Exempt})
	assert.Equal(t, law.Pence(2084_21), out.Taxable)
}

// A-7 and A-9 designed: same terms, different sums, and units added.
func TestA7AndA9AreTermsThatKeepEquality(t *testing.T) {
	begun := employee.Formula{employee.ByPay(law.Pounds(100), law.Pounds(1000), employee.Begun)}
	out := design(t, byFormula(begun, taker("a", 15_000, 12, 60), taker("b", 25_000, 12, 60), taker("c", 15_200, 12, 60)))
	assert.Equal(t, law.Met, out.Qualifies)
	assert.Equal(t, []law.Pence{1500_00, 2500_00, 1600_00}, []law.Pence{out.Shares[0].Total, out.Shares[1].Total, out.Shares[2].Total})
	units := employee.Formula{
		employee.ByPay(law.Pounds(1), law.Pounds(10_000), employee.Complete),
		employee.ByService(law.Pounds(1), 3, employee.CompleteOrFirst),
	}
	out = design(t, byFormula(units, taker("a", 30_000, 7*years, 60), taker("b", 20_000, 2*years, 60)))
	assert.Equal(t, law.Met, out.Qualifies)
	assert.Equal(t, []law.Pence{5_00, 3_00}, []law.Pence{out.Shares[0].Total, out.Shares[1].Total})
	o, _ := out.Report.Outcome(employee.BonusFactorsNotSummed)
	assert.Equal(t, law.Met, o)
}

// A-8: what is designed is a sum; recorded as a product, the same factors infringe.
func TestA8DesignedIsASumAndAProductInfringes(t *testing.T) {
	f := employee.Formula{
		employee.ByPay(law.Pounds(3), law.Pounds(100), employee.Exact),
		employee.ByService(law.Pounds(100), 1, employee.Complete),
	}
	out := design(t, byFormula(f, taker("a", 30_000, 5*years, 60)))
	assert.Equal(t, law.Pounds(1400), out.Total)
	assert.Equal(t, law.Met, out.Qualifies)
	c := bakery()
	c.BonusAward.Terms.TotalIsSum = law.Known(false)
	o, _ := employee.QualifyingBonus(&c, &enacted)
	assert.Equal(t, law.Breached, o)
}

func TestADesignThatLeavesSomeWithNothingIsTaxedInFull(t *testing.T) {
	overtwenty := employee.Formula{employee.ByHours(law.Pounds(500), 20, employee.Complete)}
	out := design(t, byFormula(overtwenty, taker("full", 1, 1, 37*60), taker("part", 1, 1, 19*60)))
	assert.Equal(t, law.Breached, out.Qualifies)
	require.ErrorIs(t, out.Report.Err(), employee.BonusSomeReceiveNothing)
	assert.Equal(t, law.Pounds(500), out.Taxable)
	assert.Zero(t, out.Exempt)
}

func TestADesignForACompanyOfWhichLittleIsStatedIsProvisional(t *testing.T) {
	d := sharing(a19, takers(a19Workers)...)
	out, err := employee.DesignBonus(employee.Company{}, &d, &enacted)
	require.NoError(t, err)
	assert.Equal(t, law.Unknown, out.Qualifies)
	assert.NotEmpty(t, out.Report.Unsettled())
	assert.Equal(t, law.Pence(2084_21), out.Taxable)
}

func TestTheDesignTakesTheExemptAmountInOrderAndAcrossTheGroup(t *testing.T) {
	flat := employee.Formula{employee.ByHours(law.Pounds(100), 1, employee.Exact)}
	works := func(employer, group string, hours int64) employee.Taker {
		x := taker("p1", 1, 1, hours*60)
		x.Employer, x.Group = employer, law.Known(group)
		return x
	}
	d := byFormula(flat, works("a", "g", 40), works("b", "g", 20))
	d.Earlier = []employee.Bonus{by("a", "g", paid("2025-04-07", 600)), by("a", "g", paid("2025-04-05", 3000))}
	out := design(t, d)
	assert.Equal(t, []law.Pence{2000_00, 1000_00}, []law.Pence{out.Shares[0].Exempt, out.Shares[1].Exempt}, "£3,000 is left, shared as £4,000 to £2,000")

	d.People[1].Group = law.Known("h")
	out = design(t, d)
	assert.Equal(t, []law.Pence{3000_00, 2000_00}, []law.Pence{out.Shares[0].Exempt, out.Shares[1].Exempt}, "an exempt amount for each group")

	d.People[1].Group = law.Fact[string]{}
	out = design(t, d)
	require.Len(t, out.Missing, 1)
	assert.Equal(t, "people[1].group", out.Missing[0].Path)
	assert.Zero(t, out.Shares[0].Exempt)

	d = byFormula(flat, works("a", "g", 40), works("b", "g", 20))
	silent := by("a", "g", paid("2025-04-07", 600))
	silent.Qualifying = law.Fact[bool]{}
	d.Earlier = []employee.Bonus{silent}
	out = design(t, d)
	require.Len(t, out.Missing, 1)
	assert.Equal(t, "earlier[0].qualifying", out.Missing[0].Path)
}

func TestADesignBeforeTheExemptionIsTaxed(t *testing.T) {
	d := sharing(a19, takers(a19Workers)...)
	d.Determined, d.Paid = law.MustDate("2014-09-30"), law.MustDate("2014-09-30")
	out := design(t, d)
	assert.Equal(t, law.NotInForce, out.Qualifies)
	assert.Equal(t, out.Total, out.Taxable)
}

func TestDesignsThatCannotBe(t *testing.T) {
	good := func() employee.Design { return sharing(a19, takers(a19Workers)...) }
	for place, spoil := range map[string]func(*employee.Design){
		"people: nobody":           func(d *employee.Design) { d.People = nil },
		"paid on no date":          func(d *employee.Design) { d.Paid = law.Date{} },
		"determined on no date":    func(d *employee.Design) { d.Determined = law.Date{} },
		"determined on 2025-05-31": func(d *employee.Design) { d.Determined = law.MustDate("2025-05-31") },
		"a pool or a formula":      func(d *employee.Design) { d.Pool = law.Fact[employee.Pool]{} },
		"give a pool":              func(d *employee.Design) { d.Formula = law.Known(a18) },
		"people[1].id":             func(d *employee.Design) { d.People[1].ID = "A" },
		"people[2].id":             func(d *employee.Design) { d.People[2].ID = "" },
		"worker":                   func(d *employee.Design) { d.People[2].Months = -1 },
		"people[2]: ": func(d *employee.Design) {
			d.Formula, d.Pool, d.People[2].Months = law.Known(a18), law.Fact[employee.Pool]{}, -1
		},
		"not a factor": func(d *employee.Design) {
			d.Pool = law.Known(employee.Pool{Total: 1, Parts: []employee.PoolShare{{Factor: "best team", Weight: 1}}})
		},
	} {
		d := good()
		spoil(&d)
		_, err := employee.DesignBonus(bakery(), &d, &enacted)
		require.ErrorIs(t, err, employee.ErrAward, place)
		assert.ErrorContains(t, err, place)
	}
	d := good()
	d.Earlier = []employee.Bonus{{Person: "A"}}
	_, err := employee.DesignBonus(bakery(), &d, &enacted)
	require.ErrorIs(t, err, employee.ErrBonus)
	huge := employee.Formula{employee.ByPay(law.MaxPence, 1, employee.Exact)}
	d = byFormula(huge, employee.Taker{Worker: employee.Worker{ID: "a", Pay: 1}}, employee.Taker{Worker: employee.Worker{ID: "b", Pay: 1}})
	_, err = employee.DesignBonus(bakery(), &d, &enacted)
	assert.ErrorIs(t, err, law.ErrTooLarge)
}

func TestDesignJSONBothWays(t *testing.T) {
	d := byFormula(a18, taker("p1", 28_000, 72, 1800))
	d.Earlier = []employee.Bonus{paid("2025-04-07", 600)}
	b, err := json.Marshal(d)
	require.NoError(t, err)
	var back employee.Design
	require.NoError(t, law.Decode(strings.NewReader(string(b)), &back), string(b))
	assert.Equal(t, d, back)
	assert.Contains(t, string(b), `"steps":"complete"`)
	assert.Error(t, law.Decode(strings.NewReader(`{"formula":[{"factor":"hours-worked","each":"1","per":1,"steps":"often"}]}`), &back))
	assert.Error(t, law.Decode(strings.NewReader(`{"people":[{"name":"p1"}]}`), &back))
}

// What goes in comes out, whatever the pot and the people; and the design alters nothing that
// it was given.
func TestADesignAddsUp(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for range 200 {
		people := make([]employee.Taker, 1+rng.IntN(30))
		for i := range people {
			people[i] = taker(fmt.Sprint(i), 1+rng.Int64N(60_000), 1+rng.Int64N(400), 1+rng.Int64N(2400))
		}
		p := a19
		p.Total = law.Pence(rng.Int64N(500_000_00))
		out := design(t, sharing(p, people...))
		assert.Equal(t, p.Total, out.Total)
		for _, s := range out.Shares {
			assert.LessOrEqual(t, s.Exempt, law.Pence(3600_00))
		}
	}
	c := bakery()
	d := sharing(a19, takers(a19Workers)...)
	_, err := employee.DesignBonus(c, &d, &enacted)
	require.NoError(t, err)
	assert.Equal(t, bakery(), c)
}

func FuzzDesignBonus(f *testing.F) {
	f.Add(int64(1_200_000), int64(4_000_000), int64(12), int64(2250), int64(50), int64(25))
	f.Add(int64(1), int64(0), int64(0), int64(1), int64(0), int64(1))
	f.Fuzz(func(t *testing.T, pot, pay, months, minutes, w1, w2 int64) {
		p := employee.Pool{Total: law.Pence(pot), Parts: []employee.PoolShare{{Factor: employee.Remuneration, Weight: w1}, {Factor: employee.Hours, Weight: w2}}}
		d := sharing(p, taker("a", 20_000, 24, 1800), employee.Taker{Worker: employee.Worker{ID: "b", Pay: law.Pence(pay), Months: months, Minutes: minutes}})
		out, err := employee.DesignBonus(employee.Company{}, &d, &enacted)
		if err != nil {
			return
		}
		var sum law.Pence
		for _, s := range out.Shares {
			if sum += s.Total; s.Exempt+s.Taxable != s.Total || s.Exempt < 0 || s.Taxable < 0 {
				t.Fatalf("%+v", s)
			}
		}
		if sum != p.Total {
			t.Fatalf("%v of %v", sum, p.Total)
		}
	})
}

func BenchmarkDesignBonus(b *testing.B) {
	people := make([]employee.Taker, 1000)
	for i := range people {
		people[i] = taker(fmt.Sprint(i), int64(15_000+i), int64(1+i%300), int64(600+i))
	}
	d := sharing(a19, people...)
	c := bakery()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := employee.DesignBonus(c, &d, &enacted); err != nil {
			b.Fatal(err)
		}
	}
}

func ExampleDesignBonus() {
	figures := employee.Enacted()
	d := employee.Design{
		Determined: law.MustDate("2026-05-01"), Paid: law.MustDate("2026-06-30"),
		Pool: law.Known(employee.Pool{Total: law.Pounds(12_000), Parts: []employee.PoolShare{
			{Factor: employee.Remuneration, Weight: 2}, {Factor: employee.Service, Weight: 1}, {Factor: employee.Hours, Weight: 1},
		}}),
		People: []employee.Taker{
			{Worker: employee.Worker{ID: "A", Pay: law.Pounds(40_000), Months: 120, Minutes: 37*60 + 30}},
			{Worker: employee.Worker{ID: "B", Pay: law.Pounds(25_000), Months: 24, Minutes: 37*60 + 30}},
			{Worker: employee.Worker{ID: "C", Pay: law.Pounds(15_000), Months: 96, Minutes: 20 * 60}},
		},
	}
	out, err := employee.DesignBonus(employee.Company{}, &d, &figures) // nothing is stated of the company
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range out.Shares {
		fmt.Println(s.ID, s.Total, "of which taxable", s.Taxable)
	}
	fmt.Println("qualifies:", out.Qualifies)
	// Output:
	// A £5,684.21 of which taxable £2,084.21
	// B £3,359.21 of which taxable £0.00
	// C £2,956.58 of which taxable £0.00
	// qualifies: unknown
}
