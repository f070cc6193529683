package surplus_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// lawful holds what an outcome pays to every rule of the form: nothing is breached that
// was not breached before.
func lawful(t *testing.T, f legalform.Form, body any, y surplus.Year, p *surplus.Policy, out *surplus.Outcome) {
	t.Helper()
	before, err := f.Judge(body, y.Declared, law.England)
	require.NoError(t, err)
	proposed, err := f.Propose(body, &out.Books, out.Payments)
	require.NoError(t, err)
	rep, err := f.Judge(proposed, y.Declared, law.England)
	require.NoError(t, err)
	for _, x := range rep.Findings {
		if was, _ := before.Outcome(x.Code); x.Outcome == law.Breached && was != law.Breached {
			require.Failf(t, "unlawful", "%s: %v\nyear %+v\npolicy %+v\npaid %+v", f.FormID(), x, y, p, out.Payments)
		}
	}
}

func TestWhatIsPaidIsLawfulInWhateverOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(1844, 21))
	var drew, refused, late int
	forms := legalform.All()
	for range 1500 {
		p, y := somePolicy(r), someYear(r)
		for _, f := range forms {
			with := plan()
			with.DeclaredInterest = law.Known(law.Percent(r.Int64N(12)))
			body := f.Draft(with)
			out, err := surplus.Distribute(f, body, y, p)
			require.NoError(t, err)
			check(t, f, out)
			lawful(t, f, body, y, p, out)
			if out.Drawn > 0 {
				drew++
			}
			for _, l := range out.Lines {
				for _, x := range l.Refused {
					refused++
					if x.Allowance.Why == "more would come out of the profits by which an earlier payment is limited" {
						late++
					}
				}
			}
		}
	}
	assert.Greater(t, drew, 150, "too few years drew on reserves")
	assert.Greater(t, refused, 500, "too few limits were met with")
	assert.Greater(t, late, 10, "too few costs came late")
}

// utmost is a year with every amount at, or near, the bounds of what can come in.
func utmost(r *rand.Rand) surplus.Year {
	y := someYear(r)
	most := func() law.Pence { return law.MaxPence - law.Pence(r.Int64N(3)) }
	y.Result, y.Capital = most(), most()
	if r.IntN(3) == 0 {
		y.Result = -y.Result
	}
	y.Opening = 100*law.MaxPence - law.Pence(r.Int64N(3))
	y.Funds = []surplus.Fund{{Name: "development", Amount: 50 * law.MaxPence}, {Name: "returns", Amount: 50 * law.MaxPence}}
	if r.IntN(2) == 0 {
		y.Opening, y.Funds = -y.Opening, nil
	}
	y.Outside, y.HighestCapital, y.Debts = law.Known(-most()), law.Known(most()), law.Known(most())
	y.Pay, y.Trade = law.Known(most()), law.Known(most())
	return y
}

func TestTheGreatestAmountsAreReckonedWithToThePenny(t *testing.T) {
	r := rand.New(rand.NewPCG(1844, 12))
	for range 200 {
		p, y := somePolicy(r), utmost(r)
		for i := range p.Steps {
			if r.IntN(2) == 0 {
				p.Steps[i].Floor = &surplus.Measure{Share: law.Per(10, 1), Of: []surplus.Base{surplus.OfCapital, surplus.OfEquity, surplus.OfDistributable}[r.IntN(3)]}
			}
		}
		for _, f := range legalform.All() {
			body := f.Draft(plan())
			out, err := surplus.Distribute(f, body, y, p)
			require.NoError(t, err)
			check(t, f, out)
			lawful(t, f, body, y, p, out)
		}
	}
}

func TestAFundInDeepDeficitIsNotTakenForFull(t *testing.T) {
	f, body := anyForm()
	y := yearTo("2020-03-31", law.MaxPence)
	y.Opening = -100 * law.MaxPence
	y.HighestCapital = law.Known(law.MaxPence)
	out, err := surplus.Distribute(f, body, y, &surplus.Policy{Steps: []surplus.Step{{
		Name: "reserve", Share: law.Percent(100), Until: &surplus.Measure{Share: law.Per(10, 1), Of: surplus.OfHighestCapital},
	}}})
	require.NoError(t, err)
	check(t, f, out)
	assert.Equal(t, law.MaxPence, out.Lines[0].Paid)
}

func TestReadyPoliciesAreLawfulUnderEveryForm(t *testing.T) {
	r := rand.New(rand.NewPCG(1844, 17))
	for range 15 {
		y := someYear(r)
		y.Pay = law.Known(law.Pounds(1 + r.Int64N(100_000)))
		y.Rates = append(y.Rates, surplus.NamedRate{Name: "postal-bond", Rate: law.Percent(2)})
		for _, p := range surplus.Ready() {
			p.Tax = law.Percent(r.Int64N(40))
			for _, f := range legalform.All() {
				with := plan()
				with.DeclaredInterest = law.Known(law.Percent(r.Int64N(12)))
				body := f.Draft(with)
				out, err := surplus.Distribute(f, body, y, &p)
				require.NoError(t, err, p.About.ID)
				check(t, f, out)
				lawful(t, f, body, y, &p, out)
			}
		}
	}
}

func TestALaterCostDoesNotTakeTheProfitsFromUnderADividend(t *testing.T) {
	f := cic.SharesSchedule3(cic.Enacted())
	body := f.Draft(plan())
	y := yearTo("2020-03-31", law.Pounds(10_000))
	y.Opening = law.Pounds(-3_000) // £7,000 are distributable, of which a dividend may take £2,450
	pay := func(k law.PaymentKind) surplus.Step {
		return surplus.Step{Name: k.String(), Kinds: []law.PaymentKind{k}, Share: law.Per(1, 1), Of: surplus.OfResult}
	}
	small := pay(law.Dividend)
	small.Share, small.Of = law.Percent(10), surplus.OfCapital
	for _, k := range []law.PaymentKind{law.ToCommunity, law.StaffBonus} {
		out, err := surplus.Distribute(f, body, y, &surplus.Policy{Steps: []surplus.Step{small, pay(k)}})
		require.NoError(t, err)
		assert.Equal(t, law.Pounds(1_200), out.PaidOf(law.Dividend))
		assert.Equal(t, law.Pence(3_571_42), out.PaidOf(k), "£3,428.58 is the least of which 35%% is £1,200")
		require.Len(t, out.Lines[1].Refused, 1)
		held := out.Lines[1].Refused[0].Allowance
		assert.Equal(t, cic.OverAggregateCap, held.Binding)
		assert.Equal(t, law.Pence(3_571_42), held.Most)

		out, err = surplus.Distribute(f, body, y, &surplus.Policy{Steps: []surplus.Step{pay(k), small}})
		require.NoError(t, err)
		assert.Equal(t, law.Pounds(10_000), out.PaidOf(k), "a cost that comes first has the better claim")
		assert.Zero(t, out.PaidOf(law.Dividend))
	}
}

func TestALaterCostLeavesTwoDividendsWithinTheirLimitTogether(t *testing.T) {
	f := cic.SharesSchedule3(cic.Enacted())
	dividend := func(name string) surplus.Step {
		return surplus.Step{Name: name, Kinds: []law.PaymentKind{law.Dividend}, Amount: law.Pounds(700)}
	}
	out, err := surplus.Distribute(f, f.Draft(plan()), yearTo("2020-03-31", law.Pounds(10_000)), &surplus.Policy{Steps: []surplus.Step{
		dividend("one"), dividend("two"), {Name: "community", Kinds: []law.PaymentKind{law.ToCommunity}, Share: law.Percent(100)},
	}})
	require.NoError(t, err)
	check(t, f, out)
	assert.Equal(t, law.Pounds(1_400), out.PaidOf(law.Dividend))
	assert.Equal(t, law.Pounds(6_000), out.PaidOf(law.ToCommunity), "£1,400 is 35%% of the £4,000 that are left")
	assert.Equal(t, law.Pounds(2_600), out.Lines[2].Short())
}

func TestAPlanDoesNotChangeWithThePolicyItCameFrom(t *testing.T) {
	f, body := anyForm()
	p := asData(t)
	pl, err := surplus.For(f, body, p)
	require.NoError(t, err)
	y := yearE12()
	var before, after surplus.Outcome
	require.NoError(t, pl.Year(&y, &before))
	for i := range p.Steps {
		s := &p.Steps[i]
		s.Name, s.Share, s.Amount = "changed", law.Percent(1), 0
		for j := range s.Kinds {
			s.Kinds[j] = law.ToCommunity
		}
		for j := range s.Named {
			s.Named[j] = "changed"
		}
	}
	require.NoError(t, pl.Year(&y, &after))
	assert.Equal(t, before.Payments, after.Payments)
	assert.Equal(t, before.Funds, after.Funds)
	assert.Equal(t, "interest", after.Lines[0].Step.Name)
}

func TestAYearThatCannotBeReckonedWithNamesThePlace(t *testing.T) {
	f := cic.Guarantee(cic.Enacted())
	body := f.Draft(plan())
	for want, spoil := range map[string]func(*surplus.Year){
		"year: result":                func(y *surplus.Year) { y.Result = 1<<63 - 1 },
		"year: opening":               func(y *surplus.Year) { y.Opening = -1 << 63 },
		"year: capital: -£0.01":       func(y *surplus.Year) { y.Capital = -1 },
		"year: capital: amount":       func(y *surplus.Year) { y.Capital = 1<<63 - 1 },
		"year: staff: -1 is negative": func(y *surplus.Year) { y.Staff = -1 },
	} {
		y := yearTo("2020-03-31", 100)
		spoil(&y)
		_, err := surplus.Distribute(f, body, y, &policy)
		assert.ErrorContains(t, err, want)
	}
}
