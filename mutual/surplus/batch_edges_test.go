package surplus_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// A share by a multiplier is that of the ratio, at every multiple of its denominator and a
// penny to each side, as far as amounts go.
func TestSharesByMultiplierAreExact(t *testing.T) {
	r := rand.New(rand.NewPCG(1844, 30))
	const size = 49
	tried := 0
	for range 3000 {
		den := 1 + r.Int64N([]int64{10, 128, 9999}[r.IntN(3)])
		ratio := law.Per(1+r.Int64N(2*den), den)
		for range 20 {
			p := r.Int64N(1<<size) >> r.IntN(size)
			p = max(0, min(p-p%ratio.Den()+r.Int64N(3)-1, 1<<size-1))
			down, up, least, ok := surplus.Shares(p, ratio, size)
			if !ok {
				continue
			}
			tried++
			require.EqualValues(t, ratio.Of(law.Pence(p)), down, "%v of %d", ratio, p)
			require.EqualValues(t, ratio.OfUp(law.Pence(p)), up, "%v of %d, up", ratio, p)
			require.EqualValues(t, law.MulDiv(law.Pence(p), ratio.Den(), ratio.Num(), law.Up), least, "%d is %v of", p, ratio)
		}
	}
	assert.Greater(t, tried, 10_000)
	_, _, _, ok := surplus.Shares(1, law.Per(1, 99_999), size)
	assert.False(t, ok, "too fine to be exact")
	_, _, _, ok = surplus.Shares(1, law.Per(2, 1), size)
	assert.False(t, ok, "more than is multiplied")
}

// Each form's limit on each kind, with profits and capital a penny to each side.
func TestABatchIsPlanYearOnEachSideOfEveryLimit(t *testing.T) {
	for _, f := range legalform.In(0) {
		with := plan()
		with.DeclaredInterest = law.Known(law.Percent(7))
		body := f.Draft(with)
		for _, k := range legalform.PaymentKinds() {
			p := &surplus.Policy{Tax: law.Percent(19), Steps: []surplus.Step{
				{Name: "some", Kinds: []law.PaymentKind{k}, Share: law.Percent(35), Of: surplus.OfDistributable},
				{Name: "more", Kinds: []law.PaymentKind{k}, Share: law.Percent(5), Of: surplus.OfCapital, DrawOn: surplus.General},
				{Name: "late", Kinds: []law.PaymentKind{law.ToCommunity, law.StaffBonus}, Share: law.Percent(70)},
			}}
			var years []surplus.Year
			for i := range law.Pence(64) {
				y := yearTo("2020-03-31", 10_000+i%4)
				y.Opening, y.Capital = i/4%4-2, 1_000*(i/16)+i%4
				years = append(years, y)
			}
			for _, compile := range compilers {
				_, fast := tried(t, f, body, p, years, compile)
				assert.True(t, fast, "%s: %v", f.FormID(), k)
			}
		}
	}
}

// While the share cap lasted the form looks back, and each lane at its own years.
func TestALimitThatLooksBackIsAskedOfTheFormLaneByLane(t *testing.T) {
	f := cic.SharesSchedule3(cic.Enacted())
	with := plan()
	with.Founded = law.MustDate("2008-04-01")
	body := f.Draft(with)
	var years []surplus.Year
	for i := range law.Pence(6) {
		y := yearTo("2013-03-31", law.Pounds(50_000))
		y.Declared, y.BaseRate = law.MustDate("2013-09-30"), law.Known(law.Per(1, 200))
		y.Past = []law.PastYear{{YearStart: y.Start.AddMonths(-12), Dividends: i * 10_000, BaseRate: y.BaseRate}}
		years = append(years, y)
	}
	p := everything(law.Dividend)
	alone, fast := tried(t, f, body, p, years, (*surplus.Plan).CompileSums)
	assert.False(t, fast)
	assert.Equal(t, 6, alone)
	var most []law.Pence
	for i := range years {
		out, err := surplus.Distribute(f, body, years[i], p)
		require.NoError(t, err)
		most = append(most, out.Lines[0].Paid)
	}
	assert.NotEqual(t, most[0], most[5], "what was paid before counts")
	pl, err := surplus.For(f, body, p)
	require.NoError(t, err)
	b, err := pl.Compile(&years[0])
	require.NoError(t, err)
	in := b.Lanes()
	in.Result = nil
	require.ErrorContains(t, b.Run(in, b.Results(), 1), "not lanes of this batch: result: there are none")
}

// A reform under which a society shares profit by trade: the payment lowers the profits that
// it is itself limited by, and Plan.Year finds how much is left.
func TestACostThatProfitsLimitGoesThroughPlanYearWhereItMust(t *testing.T) {
	figures := society.Enacted()
	entries := figures.CommunityDistribution.Entries()
	entries[len(entries)-1].Value = law.Percent(40)
	h, err := law.NewHistory(figures.CommunityDistribution.ID(), figures.CommunityDistribution.Unit(), entries)
	require.NoError(t, err)
	figures.CommunityDistribution = h
	f := society.CommunityBenefit(figures)
	with := plan()
	with.Locked = ""
	body := f.Draft(with)
	r := rand.New(rand.NewPCG(1844, 31))
	var alone int
	for range 60 {
		p, first := somePolicy(r), someYear(r)
		first.Declared = law.MustDate("2020-09-30")
		for i := range p.Steps {
			if len(p.Steps[i].Kinds) > 0 && r.IntN(2) == 0 {
				p.Steps[i].Kinds, p.Steps[i].To, p.Steps[i].By = []law.PaymentKind{law.Patronage}, 0, 0
			}
		}
		a, _ := tried(t, f, body, p, paths(r, first, 32, someYear), compilers[r.IntN(3)])
		alone += a
	}
	assert.Positive(t, alone)
}

func FuzzBatch(f *testing.F) {
	for i := range uint64(8) {
		f.Add(i, int64(i)*1_234_567-1_000_000, int64(i)*7, int64(100_000))
	}
	forms := legalform.In(0)
	f.Fuzz(func(t *testing.T, seed uint64, result, opening, capital int64) {
		r := rand.New(rand.NewPCG(seed, 6))
		p, first := somePolicy(r), someYear(r)
		form := forms[r.IntN(len(forms))]
		years := paths(r, first, 4, func(r *rand.Rand) surplus.Year {
			y := someYear(r)
			y.Result, y.Opening, y.Capital = law.Pence(result), law.Pence(opening), law.Pence(capital)
			return y
		})
		pl, err := surplus.For(form, form.Draft(plan()), p)
		require.NoError(t, err)
		b, err := compilers[seed%3](pl, &years[0])
		require.NoError(t, err)
		out, in := b.Results(), laid(b, years)
		err = b.Run(in, out, len(years))
		for i := range years {
			var want surplus.Outcome
			if bad := pl.Year(&years[i], &want); bad != nil {
				require.ErrorContains(t, err, bad.Error(), "the first lane that cannot be is named")
				return
			}
			if err == nil {
				alike(t, form, out, i, &want)
			}
		}
		require.NoError(t, err)
	})
}
