package legalform_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/company"
	"github.com/rochdale-go/rochdale/legalform/financialmutual"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// judged puts payments to a body and lists the outcome of every rule, and what it breaks of
// statute.
func judged(t *testing.T, f legalform.Form, body any, b *law.Books, on law.Date, in law.Extent, ps ...law.Payment) (*law.Report, map[law.Code]bool) {
	t.Helper()
	proposed, err := f.Propose(body, b, ps)
	require.NoError(t, err)
	rep, err := f.Judge(proposed, on, in)
	require.NoError(t, err)
	broken := map[law.Code]bool{}
	for _, x := range rep.Findings {
		if x.Outcome == law.Breached && x.Weight == law.Statute {
			broken[x.Code] = true
		}
	}
	return rep, broken
}

// someBooks states a year at random, with amounts that gather round nothing and round each other.
func someBooks(r *rand.Rand, start law.Date) law.Books {
	amount := func() law.Pence {
		return law.Pence(r.Int64N([]int64{2, 200, 1_000_000, 5_000_000_000, int64(law.MaxPence)}[r.IntN(5)]))
	}
	b := law.Books{YearStart: start, YearEnd: start.AddMonths(12).AddDays(-1), PaidUp: amount(), Staff: r.IntN(2000), Distributable: law.Known(amount())}
	if r.IntN(5) == 0 {
		b.Distributable = law.Known(-b.Distributable.Or(0))
	}
	if r.IntN(4) > 0 {
		b.NetAssets, b.Undistributable = law.Known(amount()), law.Known(amount())
	}
	if r.IntN(2) == 0 {
		b.BaseRate = law.Known(law.Per(r.Int64N(700), 10_000))
	}
	if top := b.Distributable.Or(0); top > 0 {
		for range r.IntN(3) {
			kind := law.PaymentKind(1 + r.IntN(int(law.PerformanceInterest)))
			b.Paid = append(b.Paid, law.Payment{Kind: kind, Amount: law.Pence(r.Int64N(int64(top)/3 + 1)), Declared: start})
		}
	}
	for i := range r.IntN(6) {
		b.Past = append([]law.PastYear{{YearStart: start.AddMonths(-12 * (i + 1)), Dividends: amount() / 1000, BaseRate: b.BaseRate}}, b.Past...)
	}
	return b
}

// Whatever a form allows it does not then condemn; and a penny more than a limit of
// statute is condemned, by the rule that is said to bind.
func TestAnAllowanceIsWhatTheRulesAllowAndNotAPennyLess(t *testing.T) {
	r := rand.New(rand.NewPCG(1844, 12))
	bound := map[law.Code]bool{}

	forms := legalform.In(0)
	for range 600 {
		on := law.MustDate("2004-01-01").AddDays(r.IntN(9000))
		if r.IntN(4) == 0 {
			edges := []string{"2005-07-01", "2008-04-06", "2010-04-06", "2014-08-01", "2014-10-01"}
			on = law.MustDate(edges[r.IntN(len(edges))]).AddDays(r.IntN(3) - 1)
		}
		start := on.AddDays(-r.IntN(900))
		plan := law.Plan{
			Name: "Hill", Founded: start.AddDays(-r.IntN(3000)), In: []law.Extent{law.England, law.Scotland, law.NorthernIreland}[r.IntN(3)],
			Staff: 1 + r.IntN(100), Members: 3 + r.IntN(100), Capital: law.Pence(r.Int64N(1e9)), Activity: "care",
			ForCommunity: law.Known(true), DeclaredInterest: law.Known(law.Per(r.Int64N(12), 100)),
		}
		if r.IntN(2) == 0 {
			plan.Locked = "Hill Charity"
		}
		for _, f := range forms {
			body, books := f.Draft(plan), someBooks(r, start)
			_, before := judged(t, f, body, &books, on, plan.In)
			for k := law.Dividend; k <= law.PerformanceInterest; k++ {
				a, err := f.Allow(body, law.Payment{Kind: k, Declared: on}, &books)
				require.NoError(t, err)
				if p := a.Cap(law.MaxPence); p > 0 {
					_, broken := judged(t, f, body, &books, on, plan.In, law.Payment{Kind: k, Amount: p, Declared: on})
					for code := range broken {
						require.True(t, before[code], "%s: %v of %v on %v is allowed, and yet %s is breached: %+v", f.FormID(), k, p, on, code, books)
					}
				}
				unnamed := k == law.LockedDividend && plan.Locked == "" // nobody can say whether it is exempt
				if !a.Certain() || a.Unlimited || a.Weight != law.Statute || a.Binding == "" || unnamed {
					continue
				}
				rep, broken := judged(t, f, body, &books, on, plan.In, law.Payment{Kind: k, Amount: a.Most + 1, Declared: on})
				if o, _ := rep.Outcome(a.Binding); o != law.NotInForce {
					require.True(t, broken[a.Binding], "%s: %v of %v on %v is a penny too much by %s, which is %v: %+v", f.FormID(), k, a.Most+1, on, a.Binding, o, books)
					bound[a.Binding] = true
				}
			}
		}
	}
	require.GreaterOrEqual(t, len(bound), 12, "too few limits were met with: %v", bound)
	for _, code := range []law.Code{company.OverNetAssets, financialmutual.CreditUnionDividendTooHigh, financialmutual.CreditUnionDividendTooHigh1979} {
		require.True(t, bound[code], "%s never bound", code)
	}
}
