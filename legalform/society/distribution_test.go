package society

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// paying is a community benefit society that pays £4,000 of interest on £100,000 at 4%.
func paying() Society {
	s := lawfulBencom()
	s.DeclaredInterest, s.ShareCapital = law.Known(law.Percent(4)), amount(100_000)
	s.Distribution = law.Known(Distribution{
		Declared: on("2026-05-01"), Payments: law.Known([]law.Payment{{Kind: law.ShareInterest, Amount: 4_000_00}}),
	})
	return s
}

func pay(ps ...law.Payment) change {
	return func(s *Society) { s.Distribution.Ptr().Payments = law.Known(ps) }
}

func of(k law.PaymentKind, p law.Pence) law.Payment { return law.Payment{Kind: k, Amount: p} }

func TestDistributions(t *testing.T) {
	when := func(d string) change { return func(s *Society) { s.Distribution.Ptr().Declared = on(d) } }
	earlier := func(ps ...law.Payment) change { return func(s *Society) { s.Distribution.Ptr().Earlier = ps } }
	nothing := func(s *Society) { s.Distribution = law.Fact[Distribution]{} }
	runAsCoop := both(pre, func(s *Society) { s.RunAs = law.Known(CoOperativeSociety) })
	type c = lawtest.Case[Society]
	suite(distributions, paying,
		c{Name: "RFCCBS 5.1: share interest is a cost", Code: ProfitDistributed, Want: law.Met},
		c{Name: "RFCCBS 5.1: what goes to the community is no distribution", Code: ProfitDistributed, Change: pay(of(law.ToCommunity, 1)), Want: law.Met},
		c{Name: "RFCCBS 5.1: a penny of dividend", Code: ProfitDistributed, Change: pay(of(law.Dividend, 1)), Want: law.Breached, At: "distribution.payments"},
		c{Name: "RFCCBS 5.1: a patronage refund to members", Code: ProfitDistributed, Change: pay(of(law.Patronage, 1)), Want: law.Breached},
		c{
			Name: "RFCCBS 5.1: a dividend before the guidance is unknown", Code: ProfitDistributed,
			Change: both(pay(of(law.Dividend, 1)), when("2015-11-30")), Want: law.Unknown,
		},
		c{
			Name: "RFCCBS 5.1: and a breach on the day it was surely out", Code: ProfitDistributed,
			Change: both(pay(of(law.Dividend, 1)), when("2015-12-01")), Want: law.Breached,
		},
		c{
			Name: "RFCCBS 5.1: payments not stated", Code: ProfitDistributed,
			Change: func(s *Society) { s.Distribution.Ptr().Payments = law.Fact[[]law.Payment]{} }, Want: law.Unknown, At: "distribution.payments",
		},
		c{Name: "RFCCBS 5.1: not for a co-operative society", Code: ProfitDistributed, Change: mutual, Want: law.NotApplicable},
		c{Name: "RFCCBS 5.1: an old society, run as not stated", Code: ProfitDistributed, Change: both(pre, pay(of(law.Dividend, 1))), Want: law.Unknown, At: "run_as"},

		c{Name: "RFCCBS 5.1: what it is run as does not matter to interest", Code: ProfitDistributed, Change: pre, Want: law.NotApplicable},

		c{Name: "RFCCBS 4: a dividend on transactions", Code: ProfitByShares, Change: both(mutual, pay(of(law.Patronage, 1_000_000))), Want: law.Met},
		c{Name: "RFCCBS 4: a dividend by shares", Code: ProfitByShares, Change: both(mutual, pay(of(law.Dividend, 1))), Want: law.Breached, At: "distribution.payments"},
		c{Name: "RFCCBS 4: an old society run as a co-operative", Code: ProfitByShares, Change: both(runAsCoop, pay(of(law.Dividend, 1))), Want: law.Breached},
		c{Name: "RFCCBS 4: not for a community benefit society", Code: ProfitByShares, Want: law.NotApplicable},

		c{Name: "share interest at the declared rate", Code: InterestAboveDeclared, Want: law.Met},
		c{Name: "share interest a penny above", Code: InterestAboveDeclared, Change: pay(of(law.ShareInterest, 4_000_01)), Want: law.Breached, At: "distribution.payments"},
		c{Name: "share interest in two parts", Code: InterestAboveDeclared, Change: pay(of(law.ShareInterest, 2_000_00), of(law.ShareInterest, 2_000_01)), Want: law.Breached},
		c{Name: "share interest with what was paid earlier in the year", Code: InterestAboveDeclared, Change: earlier(of(law.ShareInterest, 1)), Want: law.Breached},
		c{
			Name: "share interest, and no declared maximum stated", Code: InterestAboveDeclared,
			Change: func(s *Society) { s.DeclaredInterest = law.Fact[law.Ratio]{} }, Want: law.Unknown, At: "declared_interest",
		},
		c{
			Name: "share interest, the capital not stated", Code: InterestAboveDeclared,
			Change: func(s *Society) { s.ShareCapital = law.Fact[law.Pence]{} }, Want: law.Unknown, At: "share_capital",
		},
		c{Name: "share interest before the guidance", Code: InterestAboveDeclared, Change: when("2014-08-01"), Want: law.Unknown},
		c{Name: "no share interest", Code: InterestAboveDeclared, Change: pay(of(law.ToCommunity, 1)), Want: law.NotApplicable},
		c{Name: "no distribution", Code: InterestAboveDeclared, Change: nothing, Want: law.NotApplicable},
	).Run(t)
}

func TestNoGuidanceIsEverCalledUnlawful(t *testing.T) {
	s, f := paying(), Enacted()
	pay(of(law.Dividend, 1), of(law.ShareInterest, 1_000_000_00))(&s)
	rep := distributions.Judge(&s, &f, law.MustDate("2026-06-01"), law.England)
	assert.NoError(t, rep.Err())
	assert.ErrorIs(t, rep.ErrAt(law.Guidance), ProfitDistributed)
	assert.ErrorIs(t, rep.ErrAt(law.Guidance), InterestAboveDeclared)
}

func TestPaymentAllowance(t *testing.T) {
	f := Enacted()
	books := law.Books{PaidUp: law.Pounds(100_000), Paid: []law.Payment{of(law.ShareInterest, 500_00)}}
	coop := func() Society { s := paying(); mutual(&s); return s }
	lockedUp := func() Society {
		s := lockedBencom()
		s.DeclaredInterest = law.Known(law.Percent(4))
		return s
	}
	for _, c := range []struct {
		name    string
		body    func() Society
		kind    law.PaymentKind
		on      string
		want    string // the most, "all", or the path that is missing
		binding law.Code
	}{
		{"a community benefit society pays interest as a cost", paying, law.ShareInterest, "2026-05-01", "£3,500.00", InterestAboveDeclared},
		{"no dividend", paying, law.Dividend, "2026-05-01", "£0.00", ProfitDistributed},
		{"none to an asset-locked member", paying, law.LockedDividend, "2026-05-01", "£0.00", ProfitDistributed},
		{"no patronage", paying, law.Patronage, "2026-05-01", "£0.00", ProfitDistributed},
		{"a staff bonus", paying, law.StaffBonus, "2026-05-01", "all", ""},
		{"anything to the community", paying, law.ToCommunity, "2026-05-01", "all", ""},
		{"interest on loans", paying, law.PerformanceInterest, "2026-05-01", "all", ""},
		{"a co-operative society pays interest", coop, law.ShareInterest, "2026-05-01", "£3,500.00", InterestAboveDeclared},
		{"no dividend by shares", coop, law.Dividend, "2026-05-01", "£0.00", ProfitByShares},
		{"patronage", coop, law.Patronage, "2026-05-01", "all", ""},
		{"a locked society pays interest on withdrawable shares", lockedUp, law.ShareInterest, "2026-05-01", "£3,500.00", InterestAboveDeclared},
		{"a locked society pays no dividend, by statute as by guidance", lockedUp, law.Dividend, "2026-05-01", "£0.00", ProfitDistributed},
		{"a locked society pays staff", lockedUp, law.StaffBonus, "2026-05-01", "all", ""},
		{"before the guidance, nothing, provisionally", paying, law.Dividend, "2014-08-01", "£0.00 in doubt", ProfitDistributed},
		{"before the Act, nothing, provisionally", paying, law.Dividend, "2010-06-01", "£0.00 in doubt", ProfitDistributed},
		{"no figure before the 1965 Act", paying, law.Dividend, "1965-12-31", "figures.society.community_distribution", ""},
		{"nothing is known of the society", func() Society { return Society{} }, law.Dividend, "2026-05-01", "kind", ""},
		{"a co-operative society states no lock", func() Society { s := coop(); s.Lock = law.Fact[Lock]{}; return s }, law.Patronage, "2026-05-01", "all", ""},
		{"a community benefit society states no lock", func() Society { s := paying(); s.Lock = law.Fact[Lock]{}; return s }, law.ToCommunity, "2026-05-01", "lock", ""},
		{"no declared rate", func() Society { s := coop(); s.DeclaredInterest = law.Fact[law.Ratio]{}; return s }, law.ShareInterest, "2026-05-01", "declared_interest", ""},
		{
			"a locked society that has not judged its running costs",
			func() Society { s := lockedUp(); s.RunningCostsForCommunity = law.Fact[bool]{}; return s }, law.StaffBonus, "2026-05-01", "running_costs_for_community", "",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := c.body()
			a := PaymentAllowance(&s, &f, law.Payment{Kind: c.kind, Declared: law.MustDate(c.on)}, &books)
			got := a.Most.String()
			switch {
			case !a.Known():
				got = a.Missing[0].Path
			case a.Unlimited:
				got = "all"
			}
			if a.Known() && a.Doubt != nil {
				got += " in doubt"
			}
			assert.Equal(t, c.want, got)
			assert.Equal(t, c.binding, a.Binding)
		})
	}
	s := paying()
	a := PaymentAllowance(&s, &f, law.Payment{Kind: law.ShareInterest, Declared: law.MustDate("2026-05-01")}, nil)
	assert.Zero(t, a.Most, "books not given hold nothing")
}

// A reform is one history changed: a community benefit society that may distribute 35%.
func TestAReformOfWhatMayBeDistributed(t *testing.T) {
	reformed, err := CommunityBenefit(Enacted()).Reform("reformed", "Reformed", strings.NewReader(`{"society.community_distribution": [
		{"from": "2027-01-01", "value": "35%", "by": {"title": "A Bill"}, "checked": "2026-11-23"}]}`))
	require.NoError(t, err)
	s := paying()
	books := law.Books{Distributable: amount(1_000), Paid: []law.Payment{of(law.Patronage, 50_00)}}
	p := law.Payment{Kind: law.Dividend, Declared: law.MustDate("2027-06-01")}
	a, err := reformed.Allow(&s, p, &books)
	require.NoError(t, err)
	assert.Equal(t, law.Pounds(300), a.Most)
	for amount, want := range map[law.Pence]law.Outcome{300_00: law.Met, 300_01: law.Breached} {
		p.Amount = amount
		body, err := reformed.Propose(&s, &books, []law.Payment{p})
		require.NoError(t, err)
		rep, err := reformed.Judge(body, law.MustDate("2027-06-01"), law.England)
		require.NoError(t, err)
		got, _ := rep.Outcome(ProfitDistributed)
		assert.Equal(t, want, got)
	}
	books.Distributable = law.Fact[law.Pence]{}
	a, err = reformed.Allow(&s, p, &books)
	require.NoError(t, err)
	assert.Equal(t, "distributable", a.Missing[0].Path)
	body, err := reformed.Propose(&s, &books, []law.Payment{p})
	require.NoError(t, err)
	rep, err := reformed.Judge(body, law.MustDate("2027-06-01"), law.England)
	require.NoError(t, err)
	got, _ := rep.Outcome(ProfitDistributed)
	assert.Equal(t, law.Unknown, got)
}

// What is allowed is judged to keep the law and the guidance, and a penny more is not.
func TestTheAllowanceAgreesWithTheRules(t *testing.T) {
	f := Enacted()
	r := rand.New(rand.NewPCG(1, 2))
	pick := func() law.Fact[bool] {
		return []law.Fact[bool]{law.Known(true), law.Known(false), {}}[r.IntN(3)]
	}
	rules := lockedUses.With(distributions)
	limited := 0
	for range 5_000 {
		s := paying()
		s.Kind = law.Known(Kind(1 + r.IntN(3)))
		if r.IntN(2) == 0 {
			s.RunAs = law.Known(Kind(1 + r.IntN(2)))
		}
		if n := r.IntN(4); n > 0 {
			s.Lock = law.Known(Lock(n))
		} else {
			s.Lock = law.Fact[Lock]{}
		}
		s.AllWithdrawable, s.RunningCostsForCommunity = pick(), pick()
		books := law.Books{PaidUp: law.Pence(r.IntN(1_000_000)), Paid: []law.Payment{of(law.ShareInterest, law.Pence(r.IntN(50)))}}
		date := []string{"1999-01-01", "2010-01-01", "2014-09-01", "2020-01-01", "2026-01-01"}[r.IntN(5)]
		p := law.Payment{Kind: law.PaymentKind(1 + r.IntN(7)), Declared: law.MustDate(date)}
		a := PaymentAllowance(&s, &f, p, &books)
		says := fmt.Sprintf("%v %v on %s: %+v", s.Kind, p.Kind, date, a)

		p.Amount = a.Cap(1_000_000_00)
		over := false
		if a.Known() && !a.Unlimited && r.IntN(2) == 0 {
			p.Amount, over = a.Most+1, true
			limited++
		}
		proposed := propose(s, &books, []law.Payment{p})
		rep := rules.Judge(&proposed, &f, law.MustDate(date), law.England)
		breached, unknown := false, false
		for _, res := range rep.Results {
			breached = breached || res.Outcome == law.Breached
			unknown = unknown || res.Outcome == law.Unknown
		}
		switch {
		case a.Certain() && over:
			require.True(t, breached, says)
		case a.Certain():
			require.False(t, breached || unknown, says)
		case a.Known() && p.Amount > 0:
			require.True(t, unknown || breached, says)
		}
	}
	assert.Greater(t, limited, 500)
}
