package employee_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

const years = 12

var (
	// 2% of pay, £100 a year of service and £20 a weekly hour.
	a18 = employee.Formula{
		employee.ByPay(law.Pounds(2), law.Pounds(100), employee.Exact),
		employee.ByService(law.Pounds(100), 1, employee.Complete),
		employee.ByHours(law.Pounds(20), 1, employee.Exact),
	}
	// £12,000, half by pay, a quarter each by service and hours.
	a19 = employee.Pool{Total: law.Pounds(12_000), Parts: []employee.PoolShare{
		{Factor: employee.Remuneration, Weight: 50}, {Factor: employee.Service, Weight: 25}, {Factor: employee.Hours, Weight: 25},
	}}
	a19Workers = []employee.Worker{
		{ID: "A", Pay: law.Pounds(40_000), Months: 10 * years, Minutes: 2250},
		{ID: "B", Pay: law.Pounds(25_000), Months: 2 * years, Minutes: 2250},
		{ID: "C", Pay: law.Pounds(15_000), Months: 8 * years, Minutes: 1200},
	}
)

func total(t *testing.T, f employee.Formula, w employee.Worker) law.Pence {
	t.Helper()
	a, err := f.Award(w)
	require.NoError(t, err)
	var sum law.Pence
	for _, p := range a.Parts {
		sum += p
	}
	assert.Equal(t, sum, a.Total)
	return a.Total
}

// HMRC Employment Income Manual EIM03054.
func TestA7AHundredPoundsForEveryThousandOfSalaryBegun(t *testing.T) {
	f := employee.Formula{employee.ByPay(law.Pounds(100), law.Pounds(1000), employee.Begun)}
	for pay, want := range map[int64]int64{15_000: 1500, 25_000: 2500, 15_200: 1600} {
		assert.Equal(t, law.Pounds(want), total(t, f, employee.Worker{Pay: law.Pounds(pay)}), pay)
	}
}

func TestA8ThreePerCentOfSalaryPlusAHundredPoundsAYearIsASum(t *testing.T) {
	f := employee.Formula{
		employee.ByPay(law.Pounds(3), law.Pounds(100), employee.Exact),
		employee.ByService(law.Pounds(100), 1, employee.Complete),
	}
	assert.Equal(t, law.Pounds(900+500), total(t, f, employee.Worker{Pay: law.Pounds(30_000), Months: 5 * years}))
}

// HMRC Employee Tax Advantaged Share Scheme User Manual ETASSUM21100; a unit is a pound.
func TestA9UnitsByPayAndByServiceAreAddedAndNotMultiplied(t *testing.T) {
	f := employee.Formula{
		employee.ByPay(law.Pounds(1), law.Pounds(10_000), employee.Complete),
		employee.ByService(law.Pounds(1), 3, employee.CompleteOrFirst),
	}
	assert.Equal(t, law.Pounds(3+2), total(t, f, employee.Worker{Pay: law.Pounds(30_000), Months: 7 * years}))
	assert.Equal(t, law.Pounds(2+1), total(t, f, employee.Worker{Pay: law.Pounds(20_000), Months: 2 * years}))
}

func TestA18EachElementByItselfAndTheSum(t *testing.T) {
	a, err := a18.Award(employee.Worker{ID: "p1", Pay: law.Pounds(28_000), Months: 6 * years, Minutes: 30 * 60})
	require.NoError(t, err)
	assert.Equal(t, employee.Award{ID: "p1", Parts: []law.Pence{560_00, 600_00, 600_00}, Total: 1760_00}, a)
}

func TestA19TheThreeAwardsToThePenny(t *testing.T) {
	awards, err := a19.Awards(a19Workers)
	require.NoError(t, err)
	assert.Equal(t, []employee.Award{
		{ID: "A", Parts: []law.Pence{3000_00, 1500_00, 1184_21}, Total: 5684_21},
		{ID: "B", Parts: []law.Pence{1875_00, 300_00, 1184_21}, Total: 3359_21},
		{ID: "C", Parts: []law.Pence{1125_00, 1200_00, 631_58}, Total: 2956_58},
	}, awards)
	assert.False(t, employee.LeavesSomeWithNothing(awards))
}

func TestStepsOfAnElement(t *testing.T) {
	at := func(steps employee.Steps, months int64) law.Pence {
		return total(t, employee.Formula{employee.ByService(law.Pounds(30), 3, steps)}, employee.Worker{Months: months})
	}
	for _, x := range []struct {
		months                                  int64
		exact, begun, complete, completeOrFirst int64
	}{{0, 0, 0, 0, 0}, {1, 0, 30, 0, 30}, {36, 30, 30, 30, 30}, {37, 30, 60, 30, 30}, {71, 59, 60, 30, 30}, {72, 60, 60, 60, 60}} {
		assert.Equal(t, law.Pounds(x.begun), at(employee.Begun, x.months), x.months)
		assert.Equal(t, law.Pounds(x.complete), at(employee.Complete, x.months), x.months)
		assert.Equal(t, law.Pounds(x.completeOrFirst), at(employee.CompleteOrFirst, x.months), x.months)
		assert.Equal(t, x.exact, int64(at(employee.Exact, x.months)/100), x.months)
	}
	up := employee.ByPay(1, 3, employee.Exact)
	assert.Equal(t, law.Pence(3), total(t, employee.Formula{up}, employee.Worker{Pay: 10}))
	up.Round = law.Up
	assert.Equal(t, law.Pence(4), total(t, employee.Formula{up}, employee.Worker{Pay: 10}))
}

func TestAwardsThatCannotBe(t *testing.T) {
	good := employee.ByPay(1, 1, employee.Exact)
	for name, f := range map[string]employee.Formula{
		"a factor of its own": {{Factor: "performance", Each: 1, Per: 1}},
		"no step":             {employee.ByPay(1, 0, employee.Exact)},
		"a negative amount":   {employee.ByPay(-1, 1, employee.Exact)},
		"an unknown step":     {employee.ByPay(1, 1, employee.Steps(9))},
		"more than any sum":   {good, employee.ByPay(law.MaxPence, 1, employee.Complete), good},
	} {
		_, err := f.Award(employee.Worker{Pay: law.Pounds(1000)})
		assert.ErrorIs(t, err, employee.ErrAward, name)
	}
	_, err := employee.Formula{good}.Award(employee.Worker{Months: -1})
	assert.ErrorIs(t, err, employee.ErrAward)
	_, err = employee.Formula{good, good}.Award(employee.Worker{Pay: law.MaxPence})
	assert.ErrorIs(t, err, law.ErrTooLarge)

	parts := func(ps ...employee.PoolShare) employee.Pool { return employee.Pool{Total: 100, Parts: ps} }
	for name, p := range map[string]employee.Pool{
		"a factor of its own":        parts(employee.PoolShare{Factor: "grade", Weight: 1}),
		"no parts":                   parts(),
		"a negative part":            parts(employee.PoolShare{Factor: employee.Hours, Weight: -1}),
		"a part with nobody to take": parts(employee.PoolShare{Factor: employee.Service, Weight: 1}),
		"too large a pool":           {Total: law.MaxPence + 1},
		"a negative pool":            {Total: -1, Parts: a19.Parts},
	} {
		_, err := p.Awards([]employee.Worker{{Pay: 1, Minutes: 1}})
		assert.ErrorIs(t, err, employee.ErrAward, name)
	}
	_, err = a19.Awards([]employee.Worker{{Pay: 1, Months: 1, Minutes: -1}})
	assert.ErrorIs(t, err, employee.ErrAward)
}

func TestSomeWithNothing(t *testing.T) {
	some, none := employee.Award{Total: 1}, employee.Award{}
	assert.True(t, employee.LeavesSomeWithNothing([]employee.Award{some, none}))
	assert.False(t, employee.LeavesSomeWithNothing([]employee.Award{none, none}), "nobody receives anything")
	assert.False(t, employee.LeavesSomeWithNothing([]employee.Award{some}))
	assert.False(t, employee.LeavesSomeWithNothing(nil))
}

func TestAPoolIsSharedToThePenny(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 500 {
		pool := employee.Pool{Total: law.Pence(rng.Int64N(10_000_00)), Parts: []employee.PoolShare{
			{Factor: employee.Remuneration, Weight: 1 + rng.Int64N(9)}, {Factor: employee.Service, Weight: rng.Int64N(9)}, {Factor: employee.Hours, Weight: rng.Int64N(9)},
		}}
		workers := make([]employee.Worker, 1+rng.IntN(20))
		for i := range workers {
			workers[i] = employee.Worker{Pay: law.Pence(1 + rng.Int64N(5_000_000)), Months: 1 + rng.Int64N(400), Minutes: 1 + rng.Int64N(2400)}
		}
		awards, err := pool.Awards(workers)
		require.NoError(t, err)
		var sum law.Pence
		for _, a := range awards {
			var parts law.Pence
			for _, p := range a.Parts {
				assert.GreaterOrEqual(t, p, law.Pence(0))
				parts += p
			}
			assert.Equal(t, parts, a.Total)
			sum += a.Total
		}
		assert.Equal(t, pool.Total, sum)
	}
}
