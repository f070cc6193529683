package surplus_test

import (
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// split pays members at the rate of the pool, in decimals.
func split(pool decimal.Decimal, trade []decimal.Decimal, shares []decimal.Decimal) (residue decimal.Decimal) {
	total := decimal.Zero
	for _, t := range trade {
		total = total.Add(t)
	}
	residue = pool
	for i, t := range trade {
		q, _ := pool.Mul(t).QuoRem(total, 2)
		shares[i] = q
		residue = residue.Sub(q)
	}
	return residue
}

func TestDecimalsAgreeToThePenny(t *testing.T) {
	r := rand.New(rand.NewPCG(1844, 28))
	open, _ := anyForm()
	forms := []legalform.Form{open, society.CoOperative(society.Enacted()), society.CommunityBenefit(society.Enacted())}
	for range 1500 {
		p, y := somePolicy(r), someYear(r)
		y.Declared = law.MustDate("2020-09-30") // the guidance is certain by then
		if r.IntN(10) == 0 {
			y.Result *= 4_000_000_000
		}
		with := plan()
		with.DeclaredInterest = law.Known(law.Percent(r.Int64N(12)))
		for _, form := range forms {
			body := form.Draft(with)
			out, err := surplus.Distribute(form, body, y, p)
			require.NoError(t, err)
			ref := reference{form: form, body: body, year: &y, rule: p}
			require.NoError(t, ref.run())
			agree(t, &ref, out)
		}
	}
}

// agree holds an outcome to the reference.
func agree(t *testing.T, ref *reference, out *surplus.Outcome) {
	t.Helper()
	same := func(want decimal.Decimal, got law.Pence, what string) {
		t.Helper()
		if !want.Equal(got.Decimal()) {
			require.Failf(t, "not the same", "%s: %v in decimals, and %v\nyear %+v\npolicy %+v", what, want, got, ref.year, ref.rule)
		}
	}
	for i, l := range ref.lines {
		got := &out.Lines[i]
		same(l.paid, got.Paid, l.step.Name)
		same(l.drawn, got.Drawn, l.step.Name+", drawn")
		same(l.left, got.Left, l.step.Name+", left")
		require.Equal(t, l.skipped, got.Skipped)
		if got.Paid > 0 {
			require.Equal(t, l.kind, got.Kind)
		}
	}
	same(ref.tax(), out.Tax, "tax")
	same(ref.drawn(), out.Drawn, "drawn")
	same(ref.kept(), out.Kept, "kept")
	for _, m := range out.Funds[1:] {
		same(ref.stands(m.Name), m.Closing, m.Name)
	}
}

func TestDecimalsSplitAPoolAlike(t *testing.T) {
	r := rand.New(rand.NewPCG(1844, 2))
	for range 300 {
		n := 1 + r.IntN(40)
		trade, decimals := make([]int64, n), make([]decimal.Decimal, n)
		pool := surplus.Pool{Amount: law.Pence(r.Int64N([]int64{100, 1e7, 9e16}[r.IntN(3)]))}
		for i := range trade {
			trade[i] = r.Int64N([]int64{2, 1e6, 1e16}[r.IntN(3)])
			decimals[i] = decimal.New(trade[i], -2)
			pool.Base += trade[i]
		}
		if pool.Base == 0 {
			continue
		}
		shares, want := make([]law.Pence, n), make([]decimal.Decimal, n)
		residue, err := pool.Into(shares, trade)
		require.NoError(t, err)
		require.True(t, split(pool.Amount.Decimal(), decimals, want).Equal(residue.Decimal()))
		require.Less(t, residue, law.Pence(n))
		for i := range want {
			require.True(t, want[i].Equal(shares[i].Decimal()))
		}
	}
}

func BenchmarkYearInDecimals(b *testing.B) {
	b.Run("members=500", func(b *testing.B) {
		f := society.CoOperative(society.Enacted())
		p, err := surplus.ReadyPolicy("consumer-co-op")
		require.NoError(b, err)
		y := yearE12()
		trade, _ := members(500)
		decimals, shares := make([]decimal.Decimal, len(trade)), make([]decimal.Decimal, len(trade))
		for i, t := range trade {
			decimals[i] = decimal.New(t, -2)
		}
		ref := reference{form: f, body: bodyE12(f), year: &y, rule: p}
		b.ReportAllocs()
		for b.Loop() {
			if err := ref.run(); err != nil {
				b.Fatal(err)
			}
			split(ref.lines[5].paid, decimals, shares)
		}
	})
}
