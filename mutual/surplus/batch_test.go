package surplus_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// paths are years that differ in their amounts alone.
func paths(r *rand.Rand, first surplus.Year, n int, like func(*rand.Rand) surplus.Year) []surplus.Year {
	out := make([]surplus.Year, n)
	for i := range out {
		y := like(r)
		y.Start, y.End, y.Declared, y.BaseRate, y.Rates = first.Start, first.End, first.Declared, first.BaseRate, first.Rates
		y.Staff = r.IntN(50)
		y.Funds = nil
		for _, f := range first.Funds {
			if f.Amount = 0; y.Opening > -1<<50 { // a greater deficit with funds beside it is refused
				f.Amount = law.Pence(r.Int64N([]int64{1, 1000, 20_000_000}[r.IntN(3)]))
			}
			y.Funds = append(y.Funds, f)
		}
		out[i] = y
	}
	return out
}

// laid puts years into the lanes of a batch.
func laid(b *surplus.Batch, years []surplus.Year) *surplus.Lanes {
	in := b.Lanes()
	for i := range years {
		y := &years[i]
		in.Result[i], in.Opening[i], in.Capital[i], in.Staff[i] = int64(y.Result), int64(y.Opening), int64(y.Capital), int64(y.Staff)
		in.Outside[i], in.HighestCapital[i], in.Debts[i] = int64(y.Outside.Or(0)), int64(y.HighestCapital.Or(0)), int64(y.Debts.Or(0))
		in.Pay[i], in.Trade[i] = int64(y.Pay.Or(0)), int64(y.Trade.Or(0))
		in.Hours[i], in.Service[i], in.Members[i] = y.Hours.Or(0), y.Service.Or(0), y.Members.Or(0)
		for j, f := range b.Funds() {
			for _, x := range y.Funds {
				if x.Name == f.Name {
					in.Funds[j][i] = int64(x.Amount)
				}
			}
		}
		in.Past = append(in.Past, y.Past)
	}
	return in
}

// alike holds a lane to what Plan.Year makes of its year, field by field.
func alike(t *testing.T, f legalform.Form, out *surplus.Results, i int, want *surplus.Outcome) {
	same := func(of any, what string, want, got int64) {
		if want != got {
			t.Helper()
			require.Failf(t, "not the same", "%s: lane %d: %v: %s is %d, and %d in the batch", f.FormID(), i, of, what, want, got)
		}
	}
	same("year", "tax", int64(want.Tax), out.Tax[i])
	same("year", "kept", int64(want.Kept), out.Kept[i])
	same("year", "drawn", int64(want.Drawn), out.Drawn[i])
	for j := range want.Lines {
		l, got := &want.Lines[j], &out.Steps[j]
		if got.Paid != nil {
			same(l.Step, "paid", int64(l.Paid), got.Paid[i])
		}
		if got.Drawn != nil {
			same(l.Step, "drawn", int64(l.Drawn), got.Drawn[i])
		}
		if got.Wanted != nil {
			same(l.Step, "wanted", int64(l.Wanted), got.Wanted[i])
			same(l.Step, "found", int64(l.Found), got.Found[i])
		}
		code, known, held := law.Code(""), true, surplus.HeldBy(l)
		if held != nil {
			known = held.Known()
			if known {
				code = held.Binding
			}
		}
		by, is := out.Code(out.HeldBy(j, i))
		if held != nil != (got.Held()[i/64]>>(i%64)&1 != 0) || by != code || is != known {
			require.Failf(t, "not held alike", "%s: lane %d: %v: %q, and %q in the batch", f.FormID(), i, l.Step, code, by)
		}
	}
	for j, at := range out.Closing {
		if at == nil {
			require.Zero(t, j)
			continue
		}
		same("fund", want.Funds[j].Name, int64(want.Funds[j].Closing), at[i])
	}
	for j := range want.Provisos {
		if want.Provisos[j].Kept != (out.Provisos[j][i] != 0) {
			require.Failf(t, "not kept alike", "%s: lane %d: %s", f.FormID(), i, want.Provisos[j].Proviso.Name)
		}
	}
}

// sums holds the totals by kind to those of Plan.Year.
func sums(t *testing.T, out *surplus.Results, wants []surplus.Outcome) {
	t.Helper()
	for _, k := range legalform.PaymentKinds() {
		got := out.PaidOf(k)
		for i := range wants {
			if int64(wants[i].PaidOf(k)) != got[i] {
				require.Failf(t, "not the same", "lane %d: %v: %v, and %d in the batch", i, k, wants[i].PaidOf(k), got[i])
			}
		}
	}
}

// A compiler is one of the three ways to make a batch.
type compiler func(*surplus.Plan, *surplus.Year) (*surplus.Batch, error)

var compilers = [...]compiler{(*surplus.Plan).CompileSums, (*surplus.Plan).Compile, (*surplus.Plan).CompileInDetail}

// tried runs years through a plan both ways.
func tried(t *testing.T, f legalform.Form, body any, p *surplus.Policy, years []surplus.Year, compile compiler) (alone int, fast bool) {
	t.Helper()
	pl, err := surplus.For(f, body, p)
	require.NoError(t, err)
	b, err := compile(pl, &years[0])
	require.NoError(t, err)
	out, in := b.Results(), laid(b, years)
	wants := make([]surplus.Outcome, len(years))
	for i := range years {
		require.NoError(t, pl.Year(&years[i], &wants[i]))
	}
	for range 2 { // what a run leaves does not show in the next
		require.NoError(t, b.Run(in, out, len(years)))
		for i := range wants {
			alike(t, f, out, i, &wants[i])
		}
		sums(t, out, wants)
	}
	return out.Alone, !b.Alone()
}

func TestABatchIsPlanYearToThePennyInEveryLane(t *testing.T) {
	r := rand.New(rand.NewPCG(1844, 6))
	var lanes, alone, fast, all int
	forms := legalform.In(0)
	for n := range 100 {
		p, first := somePolicy(r), someYear(r)
		if r.IntN(2) == 0 {
			first.Declared = law.MustDate("2020-09-30")
		}
		years := paths(r, first, 24, someYear)
		for _, f := range forms {
			with := plan()
			with.DeclaredInterest = law.Known(law.Percent(r.Int64N(12)))
			a, quick := tried(t, f, f.Draft(with), p, years, compilers[n%3])
			all++
			if quick {
				fast, alone, lanes = fast+1, alone+a, lanes+len(years)
			}
		}
	}
	t.Logf("%d of %d plans, in which %d of %d lanes went alone", fast, all, alone, lanes)
	assert.Greater(t, fast, all*3/4, "too few plans are fast")
	assert.Less(t, alone, lanes/8, "too many lanes went alone")
}

func TestABatchIsPlanYearForEveryReadyPolicy(t *testing.T) {
	r := rand.New(rand.NewPCG(1844, 7))
	for _, p := range surplus.Ready() {
		p.Tax = law.Percent(r.Int64N(40))
		first := someYear(r)
		first.Rates = append(first.Rates, surplus.NamedRate{Name: "postal-bond", Rate: law.Percent(2)})
		years := paths(r, first, 64, func(r *rand.Rand) surplus.Year {
			y := someYear(r)
			y.Pay, y.Hours = law.Known(law.Pounds(1+r.Int64N(100_000))), law.Known(1+r.Int64N(1000))
			return y
		})
		for _, f := range legalform.In(0) {
			tried(t, f, f.Draft(plan()), &p, years, compilers[r.IntN(3)])
		}
	}
}

// The years whose profits and capital stand a penny to each side of where a limit bites.
func TestABatchKeepsEachSideOfACap(t *testing.T) {
	f := cic.SharesSchedule3(cic.Enacted())
	p := &surplus.Policy{Tax: law.Percent(19), Steps: []surplus.Step{
		{Name: "dividend", Kinds: []law.PaymentKind{law.Dividend}, Share: law.Percent(35), Of: surplus.OfNetResult},
		{Name: "more", Kinds: []law.PaymentKind{law.Dividend}, Amount: 1},
		{Name: "locked", Kinds: []law.PaymentKind{law.LockedDividend}, Share: law.Percent(65), Of: surplus.OfNetResult},
		{Name: "community", Kinds: []law.PaymentKind{law.ToCommunity}, Amount: 2},
	}}
	var years []surplus.Year
	for i := range surplus.Width {
		y := yearTo("2020-03-31", law.Pounds(10_000)+law.Pence(i/8))
		y.Opening = law.Pence(i%8 - 4)
		years = append(years, y)
	}
	alone, fast := tried(t, f, f.Draft(plan()), p, years, (*surplus.Plan).CompileInDetail)
	assert.True(t, fast)
	assert.Less(t, alone, surplus.Width)
}

func TestABatchReckonsWithTheGreatestAmountsByPlanYear(t *testing.T) {
	r := rand.New(rand.NewPCG(1844, 8))
	for range 40 {
		p, first := somePolicy(r), someYear(r)
		years := paths(r, first, 8, func(r *rand.Rand) surplus.Year {
			if r.IntN(2) == 0 {
				return someYear(r)
			}
			y := utmost(r)
			if r.IntN(2) == 0 { // each side of the bound of the batch
				y.Result, y.Opening = law.Pence(1<<46-2+r.Int64N(4)), law.Pence(r.Int64N(3)-1)*(1<<46-1)
				y.Capital, y.Pay = 1<<46-law.Pence(r.Int64N(2)), law.Known(law.Pence(1<<46-1))
			}
			return y
		})
		for _, f := range legalform.All()[:6] {
			tried(t, f, f.Draft(plan()), p, years, compilers[r.IntN(3)])
		}
	}
}

func TestAYearThatCannotBeIsNamedByItsLane(t *testing.T) {
	f := cic.SharesSchedule3(cic.Enacted())
	p := &surplus.Policy{Steps: []surplus.Step{{Name: "bonus", To: surplus.Staff, By: surplus.Hours, Kinds: []law.PaymentKind{law.StaffBonus}, Share: law.Percent(10), Of: surplus.OfResult}}}
	pl, err := surplus.For(f, f.Draft(plan()), p)
	require.NoError(t, err)
	y := yearTo("2020-03-31", law.Pounds(100))
	y.Hours = law.Known[int64](10)
	b, err := pl.Compile(&y)
	require.NoError(t, err)
	for want, spoil := range map[string]func(*surplus.Lanes){
		"lane 3: year: capital: -£0.01 is negative":               func(in *surplus.Lanes) { in.Capital[3] = -1 },
		"lane 3: year: hours: -1 is negative":                     func(in *surplus.Lanes) { in.Hours[3] = -1 },
		"lane 3: year: staff: -1 is negative":                     func(in *surplus.Lanes) { in.Staff[3] = -1 },
		"lane 3: year: result: amount beyond":                     func(in *surplus.Lanes) { in.Result[3] = -1 << 63 },
		"lane 3: step \"bonus\": year: £10.00 is to be shared by": func(in *surplus.Lanes) { in.Hours[3] = 0 },
		"not lanes of this batch: funds: 2, and there are 1":      func(in *surplus.Lanes) { in.Funds = append(in.Funds, in.Funds[0]) },
		"not lanes of this batch: capital: there are none":        func(in *surplus.Lanes) { in.Capital = nil },
		"not lanes of this batch: past: 1, and 4 lanes":           func(in *surplus.Lanes) { in.Past = make([][]law.PastYear, 1) },
	} {
		in := b.Lanes()
		for i := range 4 {
			in.Result[i], in.Hours[i] = 100_00, 5
		}
		require.NoError(t, b.Run(in, b.Results(), 4))
		spoil(in)
		require.ErrorContains(t, b.Run(in, b.Results(), 4), want)
	}
	in := b.Lanes()
	require.NoError(t, b.Run(in, b.Results(), 0))
	require.NoError(t, b.Run(in, b.Results(), surplus.Width), "nobody shares nothing")
	require.ErrorIs(t, b.Run(in, b.Results(), surplus.Width+1), surplus.ErrLanes)
	require.ErrorIs(t, b.Run(in, b.Results(), -1), surplus.ErrLanes)
	other, err := pl.Compile(&y)
	require.NoError(t, err)
	require.ErrorIs(t, other.Run(in, b.Results(), 1), surplus.ErrLanes)
}

func TestAYearThatCannotBeCompiledIsRefused(t *testing.T) {
	f := cic.SharesSchedule3(cic.Enacted())
	p := &surplus.Policy{Funds: []string{"returns"}, Steps: []surplus.Step{{Name: "dividend", DrawOn: "returns", Kinds: []law.PaymentKind{law.Dividend}, Share: law.Percent(10)}}}
	pl, err := surplus.For(f, f.Draft(plan()), p)
	require.NoError(t, err)
	y := yearTo("2020-03-31", 0)
	y.Funds = []surplus.Fund{{Name: "returns", Indivisible: true}}
	_, err = pl.Compile(&y)
	require.ErrorContains(t, err, "year: funds[0].indivisible")
	y.Funds[0].Indivisible = false
	y.BaseRate = law.Known(law.Percent(-1))
	_, err = pl.Compile(&y)
	require.ErrorContains(t, err, "year: base_rate")
	pl, err = surplus.For(f, "no company", p)
	require.NoError(t, err)
	y.BaseRate = law.Fact[law.Ratio]{}
	_, err = pl.Compile(&y)
	require.ErrorIs(t, err, law.ErrBody)
}

// A form that answers Allow in a way of its own is asked, whatever formulas it came by.
type mean struct{ *cic.Form }

func (mean) Allow(any, law.Payment, *law.Books) (law.Allowance, error) {
	return law.NoSuch("nothing is paid here"), nil
}

func TestAFormWithoutFormulasOfItsOwnIsAsked(t *testing.T) {
	f := mean{cic.SharesSchedule3(cic.Enacted())}
	years := []surplus.Year{yearTo("2020-03-31", 1_000), yearTo("2020-03-31", 5_000)}
	alone, fast := tried(t, f, f.Draft(plan()), ready(t, "cic-shares-schedule-3"), years, (*surplus.Plan).Compile)
	assert.False(t, fast)
	assert.Equal(t, 2, alone)
	open, body := anyForm()
	_, fast = tried(t, open, body, ready(t, "cic-shares-schedule-3"), years, (*surplus.Plan).Compile)
	assert.False(t, fast)
}

func TestABatchAllocatesNothing(t *testing.T) {
	f := cic.SharesSchedule3(cic.Enacted())
	pl, err := surplus.For(f, f.Draft(plan()), tenSteps())
	require.NoError(t, err)
	b, in := tenYears(t, pl)
	out := b.Results()
	require.Zero(t, testing.AllocsPerRun(100, func() {
		if err := b.Run(in, out, surplus.Width); err != nil {
			t.Error(err)
		}
	}))
	assert.Zero(t, out.Alone)
}

func ExamplePlan_Compile() {
	f := cic.SharesSchedule3(cic.Enacted())
	policy, _ := surplus.ReadyPolicy("cic-shares-schedule-3")
	pl, _ := surplus.For(f, f.Draft(plan()), policy)
	year := surplus.Year{Start: law.MustDate("2025-04-01"), End: law.MustDate("2026-03-31"), Declared: law.MustDate("2026-09-30")}
	batch, err := pl.Compile(&year)
	if err != nil {
		fmt.Println(err)
		return
	}
	in, out := batch.Lanes(), batch.Results()
	for path := range 3 {
		in.Result[path], in.Capital[path] = int64(path)*10_000_00, 300_000_00
	}
	if err := batch.Run(in, out, 3); err != nil {
		fmt.Println(err)
		return
	}
	step := pl.Step("investors")
	for path := range 3 {
		by := "none"
		if held := out.HeldBy(step, path); held != 0 {
			code, _ := out.Code(held)
			by = string(code)
		}
		fmt.Println(law.Pence(out.Steps[step].Paid[path]), by)
	}
	// Output:
	// £0.00 none
	// £3,150.00 cic.over-aggregate-cap
	// £6,300.00 cic.over-aggregate-cap
}
