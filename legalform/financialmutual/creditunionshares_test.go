package financialmutual

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// earning states a dividend and an issue of interest-bearing shares, both lawful.
func earning(s CreditUnion) CreditUnion {
	s.DividendByRules = law.Known(false)
	s.Dividend = law.Known(CreditUnionDividend{
		Declared: on("2026-03-02"), Amount: law.Known(law.Pounds(800)), PaidUp: law.Known(law.Pounds(10_000)), OnDissolution: law.Known(false),
		Surplus: law.Known(law.Pounds(800)),
	})
	s.InterestShares = law.Known(InterestShares{
		Issued: on("2026-03-02"), InRules: law.Known(true), Reserves: law.Known(law.Pounds(50_000)), Assets: law.Known(law.Pounds(1_000_000)),
		Reported: law.Known(true),
	})
	return s
}

func shareCases() []lawtest.Case[CreditUnion] {
	type change = func(*CreditUnion)
	dividend := func(f func(*CreditUnionDividend)) change { return func(s *CreditUnion) { f(s.Dividend.Ptr()) } }
	of := func(day string, p law.Pence, ending bool) change {
		return dividend(func(d *CreditUnionDividend) {
			d.Declared, d.Amount, d.OnDissolution = on(day), law.Known(p), law.Known(ending)
		})
	}
	byRules := func(p law.Pence, r law.Fact[law.Ratio]) change {
		return func(s *CreditUnion) {
			of("2026-03-02", p, false)(s)
			s.DividendByRules, s.HighestDividend = law.Known(true), r
		}
	}
	gone := func(s *CreditUnion) { s.Dividend = law.Fact[CreditUnionDividend]{} }
	issue := func(f func(*InterestShares)) change { return func(s *CreditUnion) { f(s.InterestShares.Ptr()) } }
	none := func(s *CreditUnion) { s.InterestShares = law.Fact[InterestShares]{} }
	backed := func(reserves, assets law.Pence) change {
		return issue(func(i *InterestShares) { i.Reserves, i.Assets = law.Known(reserves), law.Known(assets) })
	}
	old, now, end := CreditUnionDividendTooHigh1979, CreditUnionDividendTooHigh, CreditUnionDividendAtDissolution
	eight := law.Pounds(800)
	return []lawtest.Case[CreditUnion]{
		{Name: "s. 14(4) as passed: 8 per cent", Code: old, Change: of("2012-01-07", eight, false), Want: law.Met},
		{Name: "s. 14(4) as passed: a penny more, whatever the rules", Code: old, Change: func(s *CreditUnion) {
			byRules(eight+1, law.Known(law.Percent(10)))(s)
			s.Dividend.Ptr().Declared = on("2012-01-07")
		}, Want: law.Breached, At: "dividend.amount"},
		{Name: "s. 14(4) as passed: no dividend", Code: old, Change: gone, Want: law.NotApplicable},
		{Name: "s. 14(4) as passed: the rules may provide otherwise from 8 January 2012", Code: old, Change: of("2012-01-08", eight, false), Want: law.NotInForce},
		{Name: "s. 14(4)(b): 8 per cent", Code: now, Want: law.Met},
		{Name: "s. 14(4)(b): a penny more", Code: now, Change: of("2026-03-02", eight+1, false), Want: law.Breached, At: "dividend.amount"},
		{Name: "s. 14(4)(b): the rules allow ten", Code: now, Change: byRules(law.Pounds(1_000), law.Known(law.Percent(10))), Want: law.Met},
		{Name: "s. 14(4)(b): a penny above what the rules allow", Code: now, Change: byRules(law.Pounds(1_000)+1, law.Known(law.Percent(10))), Want: law.Breached},
		{Name: "s. 14(4)(b): the rate of the rules is not stated", Code: now, Change: byRules(eight, law.Fact[law.Ratio]{}), Want: law.Unknown, At: "highest_dividend"},
		{Name: "s. 14(4)(b): whether the rules provide is not stated", Code: now, Change: func(s *CreditUnion) { s.DividendByRules = law.Fact[bool]{} }, Want: law.Unknown, At: "dividend_by_rules"},
		{Name: "s. 14(4)(b): on dissolution", Code: now, Change: of("2026-03-02", eight, true), Want: law.NotApplicable},
		{Name: "s. 14(4)(a): 8 per cent", Code: end, Change: of("2026-03-02", eight, true), Want: law.Met},
		{Name: "s. 14(4)(a): the rules do not help", Code: end, Change: func(s *CreditUnion) {
			byRules(eight+1, law.Known(law.Percent(10)))(s)
			s.Dividend.Ptr().OnDissolution = law.Known(true)
		}, Want: law.Breached, At: "dividend.amount"},
		{Name: "s. 14(4)(a): it goes on", Code: end, Want: law.NotApplicable},
		{Name: "own rules: all of the surplus", Code: CreditUnionDividendBeyondSurplus, Want: law.Met},
		{Name: "own rules: a penny more", Code: CreditUnionDividendBeyondSurplus, Change: dividend(func(d *CreditUnionDividend) { d.Surplus = law.Known(eight - 1) }), Want: law.Breached},
		{Name: "own rules: no dividend", Code: CreditUnionDividendBeyondSurplus, Change: gone, Want: law.NotApplicable},
		{Name: "s. 7A(1)(a): the rules provide", Code: InterestSharesNotInRules, Want: law.Met},
		{Name: "s. 7A(1)(a): they do not", Code: InterestSharesNotInRules, Change: issue(func(i *InterestShares) { i.InRules = law.Known(false) }), Want: law.Breached},
		{Name: "s. 7A(1)(a): none are issued", Code: InterestSharesNotInRules, Change: none, Want: law.NotApplicable},
		{Name: "s. 7A(1)(b): £50,000 is five per cent of a million", Code: InterestSharesReservesTooLow, Want: law.Met},
		{Name: "s. 7A(1)(b): a penny less", Code: InterestSharesReservesTooLow, Change: backed(law.Pounds(50_000)-1, law.Pounds(900_000)), Want: law.Breached},
		{Name: "s. 7A(1)(b): five per cent of more is greater", Code: InterestSharesReservesTooLow, Change: backed(law.Pounds(50_000), law.Pounds(1_000_000)+1), Want: law.Breached},
		{Name: "s. 7A(1)(b): none are issued", Code: InterestSharesReservesTooLow, Change: none, Want: law.NotApplicable},
		{Name: "s. 7A(1)(c)-(e): reported and submitted", Code: InterestSharesNotReported, Want: law.Met},
		{Name: "s. 7A(1)(c)-(e): not", Code: InterestSharesNotReported, Change: issue(func(i *InterestShares) { i.Reported = law.Known(false) }), Want: law.Breached},
		{Name: "s. 7A(1)(c)-(e): none are issued", Code: InterestSharesNotReported, Change: none, Want: law.NotApplicable},
	}
}

func TestACreditUnionsDividendIsBoundedByRateAndSurplus(t *testing.T) {
	f := Enacted()
	s := CreditUnion{DividendByRules: law.Known(false)}
	books := law.Books{PaidUp: law.Pounds(10_000), Distributable: law.Known(law.Pounds(5_000))}
	allow := func(k law.PaymentKind, day string) law.Allowance {
		return CreditUnionAllowance(&s, &f, law.Payment{Kind: k, Declared: law.MustDate(day)}, &books)
	}
	for day, code := range map[string]law.Code{"2012-01-07": CreditUnionDividendTooHigh1979, "2012-01-08": CreditUnionDividendTooHigh} {
		a := allow(law.Dividend, day)
		assert.Equal(t, law.Pounds(800), a.Most, day)
		assert.Equal(t, code, a.Binding, day)
		assert.Equal(t, law.Statute, a.Weight)
	}
	books.Paid = []law.Payment{{Kind: law.LockedDividend, Amount: law.Pounds(300)}}
	a := allow(law.Dividend, "2026-03-02")
	assert.Equal(t, law.Pounds(500), a.Most, "what was declared for the year counts")
	s.DividendByRules, s.HighestDividend = law.Known(true), law.Known(law.Percent(80))
	a = allow(law.LockedDividend, "2026-03-02")
	assert.Equal(t, law.Pounds(4_700), a.Most, "the surplus binds where the rules allow more")
	assert.Equal(t, law.OwnRules, a.Weight)
	a = allow(law.Dividend, "2012-01-07")
	assert.Equal(t, law.Pounds(500), a.Most, "the rules could not allow more yet")
	for what, unstate := range map[string]func(){
		"highest_dividend":  func() { s.HighestDividend = law.Fact[law.Ratio]{} },
		"dividend_by_rules": func() { s.DividendByRules = law.Fact[bool]{} },
		"distributable":     func() { books.Distributable = law.Fact[law.Pence]{} },
	} {
		s, books.Distributable = CreditUnion{DividendByRules: law.Known(true), HighestDividend: law.Known(law.Percent(9))}, law.Known(law.Pounds(1))
		unstate()
		a = allow(law.Dividend, "2026-03-02")
		require.Len(t, a.Missing, 1)
		assert.Equal(t, what, a.Missing[0].Path)
	}
	a = CreditUnionAllowance(&s, &f, law.Payment{Kind: law.Dividend}, &books)
	assert.Equal(t, "payment.declared", a.Missing[0].Path)
	a = allow(law.Dividend, "1979-08-19")
	assert.False(t, a.Known(), "before the figures")
}

func TestACreditUnionPaysInterestOnlyOnSharesThatMayBearIt(t *testing.T) {
	f := Enacted()
	allow := func(s CreditUnion, day string) law.Allowance {
		return CreditUnionAllowance(&s, &f, law.Payment{Kind: law.ShareInterest, Declared: law.MustDate(day)}, &law.Books{})
	}
	a := allow(CreditUnion{}, "2012-01-07")
	assert.Equal(t, law.Breached, a.Permits(1), "before the Order there were no such shares")
	assert.NotEmpty(t, a.Why)
	a = allow(CreditUnion{}, "2012-01-08")
	assert.False(t, a.Known(), "whether it has such shares is not stated")
	s := earning(CreditUnion{})
	a = allow(s, "2026-03-02")
	assert.Equal(t, law.Met, a.Permits(law.MaxPence), "the Act names no rate")
	s.InterestShares.Ptr().Reported = law.Fact[bool]{}
	a = allow(s, "2026-03-02")
	assert.False(t, a.Known())
	s.InterestShares.Ptr().InRules = law.Known(false)
	a = allow(s, "2026-03-02")
	assert.Equal(t, InterestSharesNotInRules, a.Binding)
}

func TestWhatSharesEarnIsPutToTheCreditUnionWithWhatWasDeclared(t *testing.T) {
	form, day := CreditUnionForm(Enacted()), law.MustDate("2026-03-02")
	books := law.Books{PaidUp: law.Pounds(10_000), Distributable: law.Known(law.Pounds(900)), Paid: []law.Payment{{Kind: law.Dividend, Amount: law.Pounds(1)}}}
	body := form.Draft(law.Plan{Founded: day, Members: 21})
	for amount, broken := range map[law.Pence]bool{law.Pounds(799): false, law.Pounds(799) + 1: true} {
		proposed, err := form.Propose(body, &books, []law.Payment{{Kind: law.Dividend, Amount: amount, Declared: day}, {Kind: law.StaffBonus, Amount: 5, Declared: day}})
		require.NoError(t, err)
		rep, err := form.Judge(proposed, day, law.England)
		require.NoError(t, err)
		assert.Equal(t, broken, rep.Err() != nil, "%v", amount)
	}
	same, err := form.Propose(body, &books, nil)
	require.NoError(t, err)
	assert.Equal(t, body, same)
}

func TestImpossibleSharesAreRefusedWithTheirPlace(t *testing.T) {
	for want, s := range map[string]CreditUnion{
		"highest_dividend":                     {HighestDividend: law.Known(law.Per(-1, 100))},
		"dividend.amount":                      {Dividend: law.Known(CreditUnionDividend{Amount: law.Known(law.Pence(-1))})},
		"interest_bearing_shares.total_assets": {InterestShares: law.Known(InterestShares{Assets: law.Known(law.Pence(-1))})},
	} {
		assert.ErrorContains(t, s.Check(), want)
	}
}

func TestWhatTheOtherMutualsOfFinancePay(t *testing.T) {
	for k := law.Dividend; k <= law.PerformanceInterest; k++ {
		b, f := BuildingSocietyAllowance(k), FriendlySocietyAllowance(k)
		shares := k == law.Dividend || k == law.LockedDividend
		assert.Equal(t, k == law.StaffBonus || k == law.ShareInterest, b.Known(), "building society, %v", k)
		assert.Equal(t, k == law.StaffBonus || k == law.ShareInterest || shares, f.Known(), "friendly society, %v", k)
		if shares || k == law.ShareInterest {
			assert.Equal(t, law.Breached, f.Permits(1), "a friendly society has no shares")
			assert.False(t, f.Provision.IsZero())
		}
	}
	b := BuildingSocietyAllowance(law.ShareInterest)
	assert.True(t, b.Unlimited)
	assert.Contains(t, b.Why, "no rate")
}
