package simulate

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// tenSteps is a waterfall of ten steps for a CIC with capped dividends.
func tenSteps() *surplus.Policy {
	left := []string{"losses"}
	return &surplus.Policy{Tax: law.Percent(19), Steps: []surplus.Step{
		{Name: "losses", To: surplus.Losses, Share: law.Per(1, 1), Of: surplus.OfLosses},
		{Name: "bonus", Kinds: []law.PaymentKind{law.StaffBonus}, Share: law.Percent(10), Of: surplus.OfLeftAfter, Named: left},
		{Name: "reserve", To: surplus.GeneralReserve, Share: law.Percent(20), Of: surplus.OfLeftAfter, Named: left},
		{Name: "renewals", To: surplus.GeneralReserve, Fund: "renewals", Share: law.Percent(5), Of: surplus.OfLeftAfter, Named: left},
		{Name: "investors", Kinds: []law.PaymentKind{law.Dividend}, Share: law.Percent(8), Of: surplus.OfCapital},
		{Name: "charity", Kinds: []law.PaymentKind{law.LockedDividend}, Share: law.Percent(5)},
		{Name: "training", Kinds: []law.PaymentKind{law.ToCommunity}, Share: law.Percent(5)},
		{Name: "lean years", To: surplus.GeneralReserve, Fund: "lean years", Share: law.Percent(10)},
		{Name: "community", Kinds: []law.PaymentKind{law.ToCommunity}, Share: law.Percent(25)},
		{Name: "rest", To: surplus.GeneralReserve, Share: law.Per(1, 1)},
	}}
}

func tenStepSpec() *Spec {
	on := law.MustDate("2024-04-01")
	return &Spec{Seed: 1, Scenarios: []Scenario{{
		Name: "ten steps", Organisation: organisationOf(cic.SharesSchedule3(cic.Enacted()), on), Policy: tenSteps(),
		Assumptions: &Assumptions{
			FirstDay: on, Years: 10, Income: law.Pounds(840_000), Costs: law.Pounds(798_000), Staff: 12, Capital: law.Pounds(60_000),
			DeclaredAfter: 6, Drivers: Drivers{Margin: {
				Kind: NormalShape, Mean: law.Known(law.Ratio{}), Deviation: law.Known(law.Per(3, 100)), Assumption: "for a benchmark",
			}},
		},
	}}}
}

func BenchmarkSimulate(b *testing.B) {
	for _, workers := range []int{1, 2} {
		b.Run(fmt.Sprintf("steps=10/workers=%d", workers), func(b *testing.B) {
			spec, n := tenStepSpec(), uint64(1_000_000)
			b.ReportAllocs()
			for b.Loop() {
				_, err := Simulate(context.Background(), spec, n, Options{Workers: workers})
				require.NoError(b, err)
			}
			b.ReportMetric(float64(n)*10*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mpath-years/s")
		})
	}
}

// BenchmarkCompare runs ten years of everything that the model knows under every form.
func BenchmarkCompare(b *testing.B) {
	on := law.MustDate("2024-04-01")
	spec := &Spec{Seed: 1}
	for _, f := range legalform.Formable(legalform.Reaching(law.England, legalform.All()...), on, law.England) {
		spec.Scenarios = append(spec.Scenarios, Scenario{Name: f.FormID(), Organisation: organisationOf(f, on), Assumptions: everything(on), Policy: mixed()})
	}
	const paths = 4_096
	b.ReportAllocs()
	for b.Loop() {
		_, err := Simulate(context.Background(), spec, paths, Options{Workers: 2})
		require.NoError(b, err)
	}
	years := float64(paths * 10 * len(spec.Scenarios))
	b.ReportMetric(years*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mpath-years/s")
	b.ReportMetric(float64(len(spec.Scenarios)), "forms")
}

// BenchmarkCancel is how long a run goes on once its context has ended.
func BenchmarkCancel(b *testing.B) {
	spec := tenStepSpec()
	var late time.Duration
	for b.Loop() {
		ctx, cancel := context.WithCancel(context.Background())
		var ended time.Time
		_, err := Simulate(ctx, spec, 1<<30, Options{Workers: 2, Progress: func(done, _ uint64) {
			if ended.IsZero() {
				ended = time.Now()
				cancel()
			}
		}})
		late += time.Since(ended)
		require.ErrorIs(b, err, context.Canceled)
		cancel()
	}
	b.ReportMetric(float64(late.Microseconds())/float64(b.N), "us-late")
}
