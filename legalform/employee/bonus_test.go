package employee_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// paid is a qualifying bonus of whole pounds to one person, from one employer in no group.
func paid(on string, amount int64) employee.Bonus {
	return employee.Bonus{
		Person: "p1", On: law.MustDate(on), Amount: law.Pounds(amount), Group: law.Known(""),
		Payer: law.Known(employee.EmployerCompany), Qualifying: law.Known(true),
	}
}

func by(employer, group string, b employee.Bonus) employee.Bonus {
	b.Employer, b.Group = employer, law.Known(group)
	return b
}

func to(who string, b employee.Bonus) employee.Bonus {
	b.Person = who
	return b
}

func exemptOf(t *testing.T, list ...employee.Bonus) []law.Pence {
	t.Helper()
	e, err := employee.ExemptBonus(list, &enacted)
	require.NoError(t, err)
	require.True(t, e.Known(), "%v", e.Missing)
	out := make([]law.Pence, len(list))
	for i, x := range e.Treated {
		out[i] = x.Exempt
		assert.Equal(t, list[i].Amount, x.Exempt+x.Taxable)
	}
	return out
}

func TestExemptBonus(t *testing.T) {
	no := paid("2026-05-01", 1000)
	no.Qualifying = law.Known(false)
	trustees := paid("2026-05-01", 1000)
	trustees.Payer = law.Known(employee.Trustees)
	for _, x := range []struct {
		name string
		list []employee.Bonus
		want []law.Pence
	}{
		{"QBP-01, s. 312A(2): exactly £3,600 is exempt", []employee.Bonus{paid("2026-05-01", 3600)}, []law.Pence{3600_00}},
		{"s. 312A(2): of £3,601 a pound is taxable", []employee.Bonus{paid("2026-05-01", 3601)}, []law.Pence{3600_00}},
		{"s. 312A(2): the year ends on 5 April", []employee.Bonus{paid("2026-04-05", 3600), paid("2026-04-06", 3600)}, []law.Pence{3600_00, 3600_00}},
		{"s. 312A(2): each person has an exempt amount", []employee.Bonus{paid("2026-05-01", 3600), to("p2", paid("2026-05-01", 3600))}, []law.Pence{3600_00, 3600_00}},
		{"s. 312A(1): the trustees are no employer", []employee.Bonus{trustees, paid("2026-05-02", 3600)}, []law.Pence{0, 3600_00}},
		{"s. 312A(1): a payment that does not qualify draws on nothing", []employee.Bonus{no, paid("2026-05-02", 3600)}, []law.Pence{0, 3600_00}},
		{"Sch 37 para 8: nothing received before 1 October 2014 is exempt or draws on the amount", []employee.Bonus{paid("2014-09-30", 3600), paid("2014-10-01", 3600)}, []law.Pence{0, 3600_00}},
		{"QBP-02, s. 312A(3): two employers in no group have one each", []employee.Bonus{by("a", "", paid("2026-05-01", 3000)), by("b", "", paid("2026-06-01", 3000))}, []law.Pence{3000_00, 3000_00}},
		{"s. 312A(4): two employers of one group have one between them", []employee.Bonus{by("a", "g", paid("2026-05-01", 3000)), by("b", "g", paid("2026-06-01", 3000))}, []law.Pence{3000_00, 600_00}},
		{"s. 312A(4): of two groups, one each", []employee.Bonus{by("a", "g", paid("2026-05-01", 3000)), by("b", "h", paid("2026-06-01", 3000))}, []law.Pence{3000_00, 3000_00}},
		{"s. 312A(5): an employer that leaves the group later is still in for the year", []employee.Bonus{by("a", "g", paid("2026-05-01", 2000)), by("a", "", paid("2026-08-01", 1000)), by("b", "g", paid("2026-09-01", 3000))}, []law.Pence{2000_00, 1000_00, 600_00}},
		{"s. 312A(4): the group counts when each first pays, and not later", []employee.Bonus{by("a", "", paid("2026-05-01", 3600)), by("b", "g", paid("2026-09-01", 3600)), by("a", "g", paid("2026-10-01", 100))}, []law.Pence{3600_00, 3600_00, 0}},
		{"QBP-03, s. 312A(6)(a): in the order in which they are made, whatever the order of the list", []employee.Bonus{paid("2026-09-01", 3000), paid("2026-05-01", 3000)}, []law.Pence{600_00, 3000_00}},
		{"s. 312A(7): payments of one day share what is left by their amounts", []employee.Bonus{paid("2026-05-01", 600), paid("2026-09-01", 4000), paid("2026-09-01", 2000)}, []law.Pence{600_00, 2000_00, 1000_00}},
		{"s. 312A(6)(b): payments of one day that fit are wholly exempt", []employee.Bonus{paid("2026-09-01", 1600), paid("2026-09-01", 2000)}, []law.Pence{1600_00, 2000_00}},
		{"s. 312A(7): to the penny by the largest remainder", []employee.Bonus{paid("2026-09-01", 4000), paid("2026-09-01", 4000), paid("2026-09-01", 4000), paid("2026-09-01", 1)}, []law.Pence{1199_90, 1199_90, 1199_90, 30}},
		{"nothing paid", nil, []law.Pence{}},
	} {
		t.Run(x.name, func(t *testing.T) { assert.Equal(t, x.want, exemptOf(t, x.list...)) })
	}
}

func TestA18SeventeenHundredAndSixtyPoundsAreAllExempt(t *testing.T) {
	award, err := a18.Award(employee.Worker{ID: "p1", Pay: law.Pounds(28_000), Months: 72, Minutes: 30 * 60})
	require.NoError(t, err)
	b := paid("2026-05-01", 0)
	b.Amount = award.Total
	assert.Equal(t, []law.Pence{1760_00}, exemptOf(t, b))
}

func TestA19ThirtySixHundredPoundsOfTheLargestAwardAreExempt(t *testing.T) {
	awards, err := a19.Awards(a19Workers)
	require.NoError(t, err)
	list := make([]employee.Bonus, len(awards))
	for i, a := range awards {
		list[i] = to(a.ID, paid("2026-05-01", 0))
		list[i].Amount = a.Total
	}
	e, err := employee.ExemptBonus(list, &enacted)
	require.NoError(t, err)
	assert.Equal(t, law.Pence(3600_00), e.Treated[0].Exempt)
	assert.Equal(t, law.Pence(2084_21), e.Treated[0].Taxable)
	assert.Zero(t, e.Treated[1].Taxable)
	assert.Zero(t, e.Treated[2].Taxable)
}

func TestExemptBonusNamesWhatIsMissing(t *testing.T) {
	silent := paid("2026-05-01", 100)
	silent.Payer, silent.Qualifying = law.Fact[employee.Payer]{}, law.Fact[bool]{}
	ungrouped := by("b", "", paid("2026-06-01", 100))
	ungrouped.Group = law.Fact[string]{}
	alone := paid("2026-05-01", 100)
	alone.Group = law.Fact[string]{}
	trustees := silent
	trustees.Payer = law.Known(employee.Trustees)

	e, err := employee.ExemptBonus([]employee.Bonus{silent, paid("2026-05-01", 100)}, &enacted)
	require.NoError(t, err)
	assert.Empty(t, e.Treated)
	require.Len(t, e.Missing, 2)
	assert.Equal(t, "bonuses[0].payer", e.Missing[0].Path)
	assert.Equal(t, "bonuses[0].qualifying", e.Missing[1].Path)
	assert.NotEmpty(t, e.Missing[1].Question)

	e, err = employee.ExemptBonus([]employee.Bonus{by("a", "g", paid("2026-05-01", 100)), ungrouped}, &enacted)
	require.NoError(t, err)
	require.Len(t, e.Missing, 1)
	assert.Equal(t, "bonuses[1].group", e.Missing[0].Path)

	e, err = employee.ExemptBonus([]employee.Bonus{alone, trustees}, &enacted)
	require.NoError(t, err)
	assert.True(t, e.Known(), "one employer has no need of a group, nor trustees of a judgement")
}

func TestExemptBonusRefusesWhatCannotBe(t *testing.T) {
	bad := map[string]func(*employee.Bonus){
		"bonuses[1].person": func(b *employee.Bonus) { b.Person = "" },
		"bonuses[1].on":     func(b *employee.Bonus) { b.On = law.Date{} },
		"bonuses[1].amount": func(b *employee.Bonus) { b.Amount = -1 },
	}
	for place, spoil := range bad {
		list := []employee.Bonus{paid("2026-05-01", 1), paid("2026-05-01", 1)}
		spoil(&list[1])
		_, err := employee.ExemptBonus(list, &enacted)
		require.ErrorIs(t, err, employee.ErrBonus)
		assert.ErrorContains(t, err, place)
	}
	huge := make([]employee.Bonus, 200)
	for i := range huge {
		huge[i] = paid("2026-05-01", 0)
		huge[i].Amount = law.MaxPence
	}
	_, err := employee.ExemptBonus(huge, &enacted)
	assert.ErrorIs(t, err, employee.ErrBonus, "a day's payments beyond 63 bits")
}

// A slow second method: the exempt amount is set against each pool, payment by payment.
func TestExemptAndTaxableAddUpToWhatWasPaid(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		list := make([]employee.Bonus, rng.IntN(30))
		for i := range list {
			list[i] = by(fmt.Sprint("e", rng.IntN(3)), "", to(fmt.Sprint("p", rng.IntN(3)), paid("2026-04-01", 0)))
			list[i].On = list[i].On.AddDays(rng.IntN(10))
			list[i].Amount = law.Pence(rng.Int64N(300_000))
			if list[i].Employer != "e0" {
				list[i].Group = law.Known("g")
			}
		}
		e, err := employee.ExemptBonus(list, &enacted)
		require.NoError(t, err)
		want := map[string]law.Pence{}
		got := map[string]law.Pence{}
		for i, b := range list {
			key := fmt.Sprint(b.Person, law.TaxYearStart(b.On), b.Employer == "e0")
			want[key] = min(want[key]+b.Amount, 3600_00)
			got[key] += e.Treated[i].Exempt
			assert.Equal(t, b.Amount, e.Treated[i].Exempt+e.Treated[i].Taxable)
			assert.GreaterOrEqual(t, e.Treated[i].Exempt, law.Pence(0))
			assert.GreaterOrEqual(t, e.Treated[i].Taxable, law.Pence(0))
		}
		assert.Equal(t, want, got)
		exempt, taxable := e.Sum()
		var all law.Pence
		for _, b := range list {
			all += b.Amount
		}
		assert.Equal(t, all, exempt+taxable)
	}
}

func FuzzExemptBonus(f *testing.F) {
	f.Add(int64(300_000), int64(90_000), int64(1), int64(400_000), 0, 0, 3)
	f.Add(int64(0), int64(360_000), int64(360_001), int64(0), 1, 400, 800)
	f.Fuzz(func(t *testing.T, a, b, c, d int64, day1, day2, day3 int) {
		list := []employee.Bonus{by("e", "g", paid("2024-04-01", 0)), by("e", "g", paid("2024-04-01", 0)), by("f", "g", paid("2024-04-01", 0)), by("h", "", paid("2024-04-01", 0))}
		for i, amount := range []int64{a, b, c, d} {
			list[i].Amount = law.Pence(amount)
		}
		for i, n := range []int{day1, day2, day3} {
			list[i+1].On = list[i+1].On.AddDays(n)
		}
		e, err := employee.ExemptBonus(list, &enacted)
		if err != nil {
			return
		}
		for i, x := range e.Treated {
			if x.Exempt+x.Taxable != list[i].Amount || x.Exempt < 0 || x.Taxable < 0 || x.Exempt > x.Unused || x.Pool == 0 && x.Exempt != 0 {
				t.Fatalf("payment %d of %v: %+v", i, list[i].Amount, x)
			}
		}
	})
}
