package surplus_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// tenSteps is what a community interest company by shares might do with a surplus, with
// investors, a named asset-locked body, and two funds.
func tenSteps() *surplus.Policy {
	after := func(s surplus.Step, share int64) surplus.Step {
		s.Share, s.Of, s.Named = law.Percent(share), surplus.OfLeftAfter, []string{"losses"}
		return s
	}
	pays := func(name string, to surplus.Recipient, k law.PaymentKind) surplus.Step {
		return surplus.Step{Name: name, To: to, Kinds: []law.PaymentKind{k}}
	}
	investors := pays("investors", surplus.Investors, law.Dividend)
	investors.Share, investors.Of = law.Percent(5), surplus.OfCapital
	development := surplus.Step{Name: "development", To: surplus.GeneralReserve, Fund: "development", Share: law.Percent(20), Of: surplus.OfWhatIsLeft}
	running := surplus.Step{
		Name: "running reserve", Share: law.Percent(50), Of: surplus.OfWhatIsLeft, To: surplus.GeneralReserve, Fund: "running",
		Until: &surplus.Measure{Share: law.Percent(25), Of: surplus.OfPay},
	}
	again := pays("more to investors", surplus.Investors, law.Dividend)
	again.Share, again.Of = law.Percent(20), surplus.OfWhatIsLeft
	again.While = &surplus.Condition{Is: surplus.Measure{Share: law.Percent(100), Of: surplus.OfResult}, AtLeast: &surplus.Measure{Amount: law.Pounds(50_000)}}
	return &surplus.Policy{
		Tax: law.Percent(25),
		Steps: []surplus.Step{
			{Name: "losses", To: surplus.Losses, Share: law.Percent(100), Of: surplus.OfLosses},
			after(pays("bonus", surplus.Staff, law.StaffBonus), 10),
			investors,
			after(pays("locked body", surplus.LockedBody, law.LockedDividend), 5),
			after(pays("community", surplus.CommunityFund, law.ToCommunity), 20),
			after(pays("education", surplus.EducationFund, law.ToCommunity), 5),
			development, running, again,
			{Name: "reserve", To: surplus.GeneralReserve, Share: law.Percent(100), Of: surplus.OfWhatIsLeft},
		},
	}
}

// tenYears are paths of one year for them.
func tenYears(tb testing.TB, pl *surplus.Plan) (*surplus.Batch, *surplus.Lanes) {
	tb.Helper()
	y := yearTo("2025-03-31", 0)
	y.Pay = law.Known(law.Pence(0))
	b, err := pl.Compile(&y)
	require.NoError(tb, err)
	return b, manyYears(b)
}

func manyYears(b *surplus.Batch) *surplus.Lanes {
	r, in := rand.New(rand.NewPCG(1844, 9)), b.Lanes()
	for i := range surplus.Width {
		in.Result[i], in.Opening[i] = r.Int64N(120_000_00)-20_000_00, r.Int64N(100_000_00)
		in.Capital[i], in.Staff[i], in.Pay[i] = 200_000_00, 20, 600_000_00
		in.Trade[i], in.Hours[i], in.HighestCapital[i], in.Outside[i] = 900_000_00, 30_000, 250_000_00, r.Int64N(10_000_00)
		in.Debts[i], in.Members[i] = 10_000_00, 40
		for j := 1; j < len(in.Funds); j++ {
			in.Funds[j][i] = r.Int64N(10_000_00)
		}
	}
	return in
}

func run(b *testing.B, batch *surplus.Batch, in *surplus.Lanes) {
	b.Helper()
	out := batch.Results()
	b.ReportAllocs()
	for b.Loop() {
		if err := batch.Run(in, out, surplus.Width); err != nil {
			b.Fatal(err)
		}
	}
	paths := float64(b.N) * surplus.Width
	b.ReportMetric(paths/b.Elapsed().Seconds(), "path-years/s")
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/paths, "ns/path-year")
	b.ReportMetric(float64(out.Alone), "alone")
}

func BenchmarkBatch(b *testing.B) {
	f := cic.SharesSchedule3(cic.Enacted())
	body := f.Draft(plan())
	b.Run("cic-ten-steps", func(b *testing.B) {
		pl, err := surplus.For(f, body, tenSteps())
		require.NoError(b, err)
		batch, in := tenYears(b, pl)
		run(b, batch, in)
	})
	for _, p := range surplus.Ready() {
		b.Run(p.About.ID, func(b *testing.B) {
			p.Tax = law.Percent(25)
			pl, err := surplus.For(f, body, &p)
			require.NoError(b, err)
			y := readyYear()
			batch, err := pl.Compile(&y)
			require.NoError(b, err)
			run(b, batch, manyYears(batch))
		})
	}
}

func BenchmarkCompile(b *testing.B) {
	f := cic.SharesSchedule3(cic.Enacted())
	pl, err := surplus.For(f, f.Draft(plan()), tenSteps())
	require.NoError(b, err)
	y := readyYear()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := pl.Compile(&y); err != nil {
			b.Fatal(err)
		}
	}
}

// readyYear states what any ready policy asks.
func readyYear() surplus.Year {
	y := yearTo("2025-03-31", 0)
	none := law.Known(law.Pence(0))
	y.BaseRate = law.Known(law.Percent(4))
	y.Rates = []surplus.NamedRate{{"legal-interest", law.Percent(3)}, {"postal-bond", law.Percent(2)}}
	y.Outside, y.HighestCapital, y.Debts, y.Pay, y.Trade = none, none, none, none, none
	y.Hours = law.Known[int64](0)
	return y
}
