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

func plan() law.Plan {
	return law.Plan{
		Name: "Hill", Founded: law.MustDate("2010-10-01"), In: law.England, Staff: 12, Members: 12, Capital: law.Pounds(12_000),
		Locked: "Hill Charity", Activity: "care", ForCommunity: law.Known(true),
	}
}

func yearTo(end string, result law.Pence) surplus.Year {
	last := law.MustDate(end)
	return surplus.Year{
		Start: last.AddDays(1).AddMonths(-12), End: last, Declared: law.MonthsFrom(last, 6), Result: result,
		Capital: law.Pounds(12_000), Staff: 12,
	}
}

var policy = surplus.Policy{
	Tax: law.Percent(20),
	Steps: []surplus.Step{
		{Name: "staff", Kinds: []law.PaymentKind{law.Patronage, law.StaffBonus}, Share: law.Percent(20), Of: surplus.OfResult},
		{Name: "reserve", Share: law.Percent(25)},
		{Name: "capital", Kinds: []law.PaymentKind{law.Dividend, law.ShareInterest}, Share: law.Percent(30), Of: surplus.OfCapital},
		{Name: "community", Kinds: []law.PaymentKind{law.ToCommunity}, Share: law.Percent(50)},
	},
}

func ExampleDistribute() {
	form := cic.SharesSchedule3(cic.Enacted())
	body := form.Draft(law.Plan{Name: "Hill", Founded: law.MustDate("2012-04-01"), In: law.England, Capital: law.Pounds(1_000), Locked: "Hill Charity"})
	out, err := surplus.Distribute(form, body, surplus.Year{
		Start: law.MustDate("2012-04-01"), End: law.MustDate("2013-03-31"), Declared: law.MustDate("2013-09-30"),
		Result: law.Pounds(10_000), Capital: law.Pounds(1_000),
	}, &surplus.Policy{
		Tax:   law.Percent(20),
		Steps: []surplus.Step{{Name: "investors", Kinds: []law.PaymentKind{law.Dividend}, Share: law.Percent(30), Of: surplus.OfCapital}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	line := out.Lines[0]
	fmt.Printf("wanted %v, paid %v: %s\n", line.Wanted, line.Paid, line.Refused[0].Allowance.Binding)
	fmt.Printf("tax %v, kept %v\n", out.Tax, out.Kept)
	// Output:
	// wanted £300.00, paid £200.00: cic.over-share-cap
	// tax £2,000.00, kept £7,800.00
}

func TestTheSameStepIsMadeAsTheFormAllows(t *testing.T) {
	result := law.Pounds(40_000)
	for form, want := range map[string]law.PaymentKind{
		"cic-guarantee":         law.StaffBonus,
		"cic-shares-schedule-3": law.StaffBonus,
		"co-operative-society":  law.Patronage,
	} {
		f, err := legalform.Lookup(form)
		require.NoError(t, err)
		out, err := surplus.Distribute(f, f.Draft(plan()), yearTo("2020-09-30", result), &policy)
		require.NoError(t, err)
		assert.Equal(t, want, out.Lines[0].Kind, form)
		assert.Equal(t, law.Pounds(8_000), out.Lines[0].Paid, form)
	}
}

func TestTheShareCapBindsUntilTheDeclarationOf1October2014(t *testing.T) {
	f := cic.SharesSchedule3(cic.Enacted())
	body := f.Draft(plan())
	for declared, want := range map[string]law.Pence{"2014-09-30": law.Pounds(2_400), "2014-10-01": law.Pounds(3_600)} {
		y := yearTo("2014-03-31", law.Pounds(100_000))
		y.Declared = law.MustDate(declared)
		out, err := surplus.Distribute(f, body, y, &policy)
		require.NoError(t, err)
		assert.Equal(t, want, out.PaidOf(law.Dividend), declared)
	}
}

func TestWhatGoesOutAndWhatIsKeptAddUp(t *testing.T) {
	for _, f := range legalform.All() {
		body := f.Draft(plan())
		for _, result := range []law.Pence{-5_000_00, -1, 0, 1, 2, 3, 99, 101, 12_345_67, 4_200_000_00, 9e15} {
			for _, opening := range []law.Pence{-100_000_00, 0, 50_000_00} {
				y := yearTo("2018-09-30", result)
				y.Opening = opening
				out, err := surplus.Distribute(f, body, y, &policy)
				require.NoError(t, err)
				check(t, f, out)
			}
		}
	}
}

// check holds an outcome to what must be true of every outcome.
func check(t *testing.T, f legalform.Form, out *surplus.Outcome) {
	t.Helper()
	var paid, drawn, closing, opening, kept law.Pence
	for _, p := range out.Payments {
		require.Positive(t, p.Amount, "%s: a payment of nothing is no payment", f.FormID())
		paid += p.Amount
	}
	require.Equal(t, out.Result+out.Drawn, paid+out.Tax+out.Kept, "%s: nothing is lost", f.FormID())
	if out.Result <= 0 {
		require.Equal(t, out.Drawn, paid, "%s: nothing is paid out of a loss", f.FormID())
	} else {
		require.GreaterOrEqual(t, out.Kept, law.Pence(0), "%s: payments and tax stay within the result", f.FormID())
	}
	for _, l := range out.Lines {
		if l.Kind != 0 {
			paid -= l.Paid
			drawn += l.Drawn
		} else {
			kept += l.Paid
			require.Zero(t, l.Drawn)
		}
		require.LessOrEqual(t, l.Paid, l.Found)
		require.LessOrEqual(t, l.Found, l.Wanted)
		require.LessOrEqual(t, l.Paid, l.Allowance.Cap(l.Found), "%s: %s", f.FormID(), l.Step.Name)
		if l.Paid+l.Returned < l.Found {
			require.NotEmpty(t, l.Refused, "%s: a cut in silence", f.FormID())
		}
		for _, r := range l.Refused {
			require.True(t, r.Allowance.Binding != "" || r.Allowance.Why != "" || !r.Allowance.Known(), "%s: a limit without a rule", f.FormID())
		}
	}
	require.Zero(t, paid, "%s: every payment is a line", f.FormID())
	require.Equal(t, out.Drawn, drawn, "%s: every draw is a line", f.FormID())
	require.LessOrEqual(t, kept, max(out.Kept, 0), "%s: what steps keep is kept", f.FormID())
	for _, m := range out.Funds {
		require.Equal(t, m.Closing, m.Amount+m.Added-m.Drawn)
		require.LessOrEqual(t, m.Drawn, max(m.Amount, 0), "%s: more is drawn on %s than there was", f.FormID(), m.Name)
		require.False(t, m.Indivisible && m.Drawn > 0)
		opening, closing = opening+m.Amount, closing+m.Closing
	}
	require.Equal(t, opening+out.Kept-out.Drawn, closing, "%s: the funds carry what is kept", f.FormID())
}

func TestAPolicyThatCannotBeFollowedNamesThePlace(t *testing.T) {
	f := cic.Guarantee(cic.Enacted())
	body := f.Draft(plan())
	for want, p := range map[string]surplus.Policy{
		"tax":            {Tax: law.Percent(101)},
		"steps[0].name":  {Steps: []surplus.Step{{Share: law.Percent(1)}}},
		"steps[1].share": {Steps: []surplus.Step{{Name: "a"}, {Name: "b", Share: law.Percent(-1)}}},
	} {
		_, err := surplus.Distribute(f, body, yearTo("2020-03-31", 1), &p)
		assert.ErrorContains(t, err, want)
	}
	_, err := surplus.Distribute(f, "a body", yearTo("2020-03-31", 100), &policy)
	assert.ErrorIs(t, err, law.ErrBody)
}

func FuzzDistribute(f *testing.F) {
	f.Add(int64(4_200_000), int64(0), int64(1_200_000), uint8(2), uint64(20), uint64(25))
	f.Fuzz(func(t *testing.T, result, opening, capital int64, form uint8, a, b uint64) {
		for _, n := range []int64{result, opening, capital} {
			if n > 1e15 || n < -1e15 {
				return
			}
		}
		forms := legalform.All()
		fm := forms[int(form)%len(forms)]
		r := rand.New(rand.NewPCG(a, b))
		p, y := somePolicy(r), someYear(r)
		y.Result, y.Opening, y.Capital = law.Pence(result), law.Pence(opening), law.Pence(max(capital, 0))
		body := fm.Draft(plan())
		out, err := surplus.Distribute(fm, body, y, p)
		require.NoError(t, err)
		check(t, fm, out)
		lawful(t, fm, body, y, p, out)
	})
}

func BenchmarkDistribute(b *testing.B) {
	f := cic.SharesSchedule3(cic.Enacted())
	body, y := f.Draft(plan()), yearTo("2020-09-30", law.Pounds(40_000))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := surplus.Distribute(f, body, y, &policy); err != nil {
			b.Fatal(err)
		}
	}
}
