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

// somePolicy makes a policy of up to six steps, in any order.
func somePolicy(r *rand.Rand) *surplus.Policy {
	p := surplus.Policy{Tax: law.Percent(r.Int64N(101))}
	for range 1 + r.IntN(6) {
		s := surplus.Step{Name: "step", Share: law.Percent(r.Int64N(101)), Of: surplus.Base(r.IntN(3))}
		for range r.IntN(3) {
			s.Kinds = append(s.Kinds, law.PaymentKind(1+r.IntN(int(law.PerformanceInterest))))
		}
		p.Steps = append(p.Steps, s)
	}
	return &p
}

func TestWhatIsPaidIsLawfulInWhateverOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(1844, 21))
	for range 1500 {
		p := somePolicy(r)
		y := yearTo([]string{"2009-03-31", "2014-03-31", "2020-03-31"}[r.IntN(3)], law.Pence(r.Int64N(10_000_000)-1_000_000))
		y.Opening = law.Pence(r.Int64N(20_000_000) - 10_000_000)
		for _, f := range legalform.All() {
			body := f.Draft(plan())
			out, err := surplus.Distribute(f, body, y, p)
			require.NoError(t, err)
			check(t, f, out)
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
