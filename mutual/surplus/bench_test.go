package surplus_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// members is the year's trade of some members, and what it adds up to.
func members(n int) (trade []int64, total law.Pence) {
	trade = make([]int64, n)
	for i := range trade {
		trade[i] = int64(i)*7919%1_400_000 + 1
		total += law.Pence(trade[i])
	}
	return trade, total
}

// aYear is the worked example E12 with members, ready to be put through.
func aYear(tb testing.TB, f legalform.Form, n int) (pl *surplus.Plan, y surplus.Year, trade []int64, shares []law.Pence) {
	tb.Helper()
	p, err := surplus.ReadyPolicy("consumer-co-op")
	require.NoError(tb, err)
	pl, err = surplus.For(f, bodyE12(f), p)
	require.NoError(tb, err)
	y = yearE12()
	trade, total := members(n)
	y.Trade = law.Known(total)
	return pl, y, trade, make([]law.Pence, n)
}

// oneYear is what the loop of a simulation does in a year.
func oneYear(pl *surplus.Plan, y *surplus.Year, out *surplus.Outcome, shares []law.Pence, trade []int64) error {
	if err := pl.Year(y, out); err != nil {
		return err
	}
	pool, _ := out.Pool(5)
	residue, err := pool.Into(shares, trade)
	if err != nil {
		return err
	}
	return pl.Return(y, out, 5, residue)
}

func TestAYearAllocatesNothing(t *testing.T) {
	pl, y, trade, shares := aYear(t, society.CoOperative(society.Enacted()), 500)
	var out surplus.Outcome
	require.NoError(t, oneYear(pl, &y, &out, shares, trade))
	require.Zero(t, testing.AllocsPerRun(100, func() {
		if err := oneYear(pl, &y, &out, shares, trade); err != nil {
			t.Error(err)
		}
	}))
}

func BenchmarkYear(b *testing.B) {
	b.Run("members=500", func(b *testing.B) {
		pl, y, trade, shares := aYear(b, society.CoOperative(society.Enacted()), 500)
		var out surplus.Outcome
		b.ReportAllocs()
		for b.Loop() {
			if err := oneYear(pl, &y, &out, shares, trade); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("cic-schedule-3", func(b *testing.B) { // the dividend limit allocates, the waterfall does not
		f := cic.SharesSchedule3(cic.Enacted())
		p, err := surplus.ReadyPolicy("cic-shares-schedule-3")
		require.NoError(b, err)
		pl, err := surplus.For(f, f.Draft(plan()), p)
		require.NoError(b, err)
		y := yearTo("2020-09-30", law.Pounds(40_000))
		var out surplus.Outcome
		b.ReportAllocs()
		for b.Loop() {
			if err := pl.Year(&y, &out); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkYearTenSteps is one lane of BenchmarkBatch by Plan.Year.
func BenchmarkYearTenSteps(b *testing.B) {
	f := cic.SharesSchedule3(cic.Enacted())
	pl, err := surplus.For(f, f.Draft(plan()), tenSteps())
	require.NoError(b, err)
	y := yearTo("2025-03-31", law.Pounds(60_000))
	y.Capital, y.Pay = law.Pounds(200_000), law.Known(law.Pounds(600_000))
	var out surplus.Outcome
	b.ReportAllocs()
	for b.Loop() {
		if err := pl.Year(&y, &out); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPoolInto(b *testing.B) {
	trade, total := members(500)
	shares := make([]law.Pence, len(trade))
	pool := surplus.Pool{Amount: law.Pounds(72_000), Base: int64(total)}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := pool.Into(shares, trade); err != nil {
			b.Fatal(err)
		}
	}
}
