package society

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func ratioOf(s string) law.Fact[law.Ratio] {
	r, err := law.ParseRatio(s)
	if err != nil {
		panic(err)
	}
	return law.Known(r)
}

func TestE11InterestCap(t *testing.T) {
	rules := RateTerms{Floor: ratioOf("5%"), OverBase: ratioOf("2%")}
	for base, want := range map[string]string{"0.10%": "5%", "3%": "5%", "3.01%": "5.01%", "5.25%": "7.25%"} {
		got, ok := rules.Ceiling(ratioOf(base))
		require.True(t, ok)
		assert.Equal(t, want, got.String(), "base rate %s", base)
	}
}

func TestCeiling(t *testing.T) {
	unstated := law.Fact[law.Ratio]{}
	for _, c := range []struct {
		name  string
		terms RateTerms
		base  law.Fact[law.Ratio]
		want  string
	}{
		{"base and 2% only", RateTerms{OverBase: ratioOf("2%")}, ratioOf("0.10%"), "2.1%"},
		{"a fixed rate needs no base rate", RateTerms{Floor: ratioOf("8%")}, unstated, "8%"},
		{"the greater of two does", RateTerms{Floor: ratioOf("5%"), OverBase: ratioOf("2%")}, unstated, ""},
		{"terms that state nothing", RateTerms{}, ratioOf("1%"), ""},
		{"a negative base rate", RateTerms{OverBase: ratioOf("2%")}, ratioOf("-1%"), ""},
		{"a rate finer than can be added", RateTerms{OverBase: law.Known(law.Per(1, 1<<62))}, ratioOf("1%"), ""},
	} {
		got, ok := c.terms.Ceiling(c.base)
		assert.Equal(t, c.want != "", ok, c.name)
		if ok {
			assert.Equal(t, c.want, got.String(), c.name)
		}
	}
}

// charged is paying with rules that adopt the greater of 5% and base rate and 2%, at a base
// rate of 3%, and a loan of £1,000,000.
func charged() Society {
	s := paying()
	s.DeclaredInterest, s.InterestLowest = law.Known(law.Percent(6)), law.Known(true)
	s.Distribution.Ptr().BaseRate = law.Known(law.Percent(3))
	s.Distribution.Ptr().Payments = law.Known([]law.Payment{{Kind: law.ShareInterest, Amount: 5_000_00}})
	s.ShareTerms = law.Known(ModelShareTerms(law.Pounds(100)))
	s.Borrowing = law.Known(Borrowing{On: on("2026-05-01"), Owed: amount(9_000_000), Amount: amount(1_000_000), Rate: ratioOf("7.25%"), BaseRate: ratioOf("5.25%")})
	return s
}

func TestCeilings(t *testing.T) {
	pays := func(p law.Pence) change { return pay(of(law.ShareInterest, p)) }
	base := func(f law.Fact[law.Ratio]) change { return func(s *Society) { s.Distribution.Ptr().BaseRate = f } }
	loan := func(f func(*Borrowing)) change { return func(s *Society) { f(s.Borrowing.Ptr()) } }
	noRules := func(s *Society) { s.ShareTerms = law.Fact[ShareTerms]{} }
	dealt(ceilings, charged,
		suiteCase{Name: "own rules: exactly 5%", Code: InterestAboveRules, Want: law.Met},
		suiteCase{Name: "own rules: a penny above 5%", Code: InterestAboveRules, Change: pays(5_000_01), Want: law.Breached, At: "distribution.payments"},
		suiteCase{Name: "own rules: 7.25% at a base rate of 5.25%", Code: InterestAboveRules, Change: both(base(ratioOf("5.25%")), pays(7_250_00)), Want: law.Met},
		suiteCase{Name: "own rules: a penny more", Code: InterestAboveRules, Change: both(base(ratioOf("5.25%")), pays(7_250_01)), Want: law.Breached},
		suiteCase{Name: "own rules: with what was paid before", Code: InterestAboveRules, Change: func(s *Society) {
			s.Distribution.Ptr().Earlier = []law.Payment{of(law.ShareInterest, 1)}
		}, Want: law.Breached},
		suiteCase{Name: "own rules: the base rate not stated", Code: InterestAboveRules, Change: base(law.Fact[law.Ratio]{}), Want: law.Unknown, At: "distribution.base_rate"},
		suiteCase{Name: "own rules: that set no ceiling", Code: InterestAboveRules, Change: shareTerms(func(t *ShareTerms) { t.Interest = law.Fact[RateTerms]{} }), Want: law.NotApplicable},
		suiteCase{Name: "own rules: whose ceiling is not stated", Code: InterestAboveRules, Change: shareTerms(func(t *ShareTerms) { t.Interest = law.Known(RateTerms{}) }), Want: law.Unknown, At: "share_terms"},
		suiteCase{Name: "own rules: no share interest", Code: InterestAboveRules, Change: pay(of(law.ToCommunity, 1)), Want: law.NotApplicable},
		suiteCase{Name: "guidance: the lowest rate sufficient", Code: InterestAboveNeed, Want: law.Met},
		suiteCase{Name: "guidance: more than sufficient", Code: InterestAboveNeed, Change: func(s *Society) { s.InterestLowest = law.Known(false) }, Want: law.Breached},
		suiteCase{Name: "guidance: nobody has judged", Code: InterestAboveNeed, Change: func(s *Society) { s.InterestLowest = nobody }, Want: law.Unknown, At: "interest_lowest_sufficient"},
		suiteCase{Name: "guidance: no share interest", Code: InterestAboveNeed, Change: pay(of(law.ToCommunity, 1)), Want: law.NotApplicable},
		suiteCase{Name: "own rules: a loan at the ceiling of its start", Code: LoanInterestAboveRules, Want: law.Met},
		suiteCase{Name: "own rules: a loan above it", Code: LoanInterestAboveRules, Change: loan(func(x *Borrowing) { x.Rate = ratioOf("7.26%") }), Want: law.Breached, At: "borrowing.rate"},
		suiteCase{Name: "own rules: the base rate of its start not stated", Code: LoanInterestAboveRules, Change: loan(func(x *Borrowing) { x.BaseRate = law.Fact[law.Ratio]{} }), Want: law.Unknown, At: "borrowing.base_rate"},
		suiteCase{Name: "own rules: no ceiling on loans", Code: LoanInterestAboveRules, Change: noRules, Want: law.NotApplicable},
		suiteCase{Name: "own rules: up to £10,000,000", Code: BorrowingAboveRules, Want: law.Met},
		suiteCase{Name: "own rules: a penny more than £10,000,000", Code: BorrowingAboveRules, Change: loan(func(x *Borrowing) { x.Amount = law.Known(law.Pounds(1_000_000) + 1) }), Want: law.Breached, At: "borrowing.amount"},
		suiteCase{Name: "own rules: what is owed not stated", Code: BorrowingAboveRules, Change: loan(func(x *Borrowing) { x.Owed = law.Fact[law.Pence]{} }), Want: law.Unknown, At: "borrowing.owed"},
		suiteCase{Name: "own rules: no limit stated", Code: BorrowingAboveRules, Change: noRules, Want: law.NotApplicable},
	).Run(t)
}

func TestPaymentAllowanceKeepsTheCeilingOfTheRules(t *testing.T) {
	f := Enacted()
	s := charged()
	p := law.Payment{Kind: law.ShareInterest, Declared: law.MustDate("2026-05-01")}
	for base, want := range map[string]struct {
		most law.Pence
		by   law.Code
	}{
		"0.10%": {4_500_00, InterestAboveRules},
		"3.5%":  {5_000_00, InterestAboveRules},
		"4.5%":  {5_500_00, InterestAboveDeclared}, // 6.5% by the rules, and 6% declared
	} {
		b := law.Books{PaidUp: law.Pounds(100_000), BaseRate: ratioOf(base), Paid: []law.Payment{of(law.ShareInterest, 500_00)}}
		a := PaymentAllowance(&s, &f, p, &b)
		require.True(t, a.Certain())
		assert.Equal(t, want.most, a.Most, base)
		assert.Equal(t, want.by, a.Binding, base)

		// and the rules agree, to the penny
		for extra, outcome := range map[law.Pence]law.Outcome{0: law.Met, 1: law.Breached} {
			q := p
			q.Amount = a.Most + extra
			proposed := propose(s, &b, []law.Payment{q})
			rep := distributions.With(ceilings).Judge(&proposed, &f, law.MustDate("2026-06-01"), law.England)
			got, _ := rep.Outcome(want.by)
			assert.Equal(t, outcome, got, base)
		}
	}
	a := PaymentAllowance(&s, &f, p, &law.Books{PaidUp: law.Pounds(100_000)})
	assert.Equal(t, "base_rate", a.Missing[0].Path)
	s.ShareTerms.Ptr().Interest = law.Known(RateTerms{})
	a = PaymentAllowance(&s, &f, p, &law.Books{PaidUp: law.Pounds(100_000)})
	assert.Equal(t, "share_terms", a.Missing[0].Path)
	s.ShareTerms = law.Known(ShareTerms{SingleShare: law.Known(true)})
	a = PaymentAllowance(&s, &f, p, &law.Books{PaidUp: law.Pounds(100_000)})
	assert.True(t, a.Known() && a.Most == 0, "a single share bears no interest")
	assert.Equal(t, InterestOnSingleShare, a.Binding)
	a = PaymentAllowance(&s, &f, law.Payment{Kind: law.ToCommunity, Declared: p.Declared}, nil)
	assert.True(t, a.Known(), "the ceiling is of share interest alone")
}

func TestBorrowingRoom(t *testing.T) {
	terms := ModelShareTerms(0)
	a := BorrowingRoom(&terms, law.Pounds(9_999_999))
	assert.Equal(t, law.Pounds(1), a.Most)
	assert.Equal(t, law.OwnRules, a.Weight)
	a = BorrowingRoom(&terms, law.Pounds(10_000_001))
	assert.Zero(t, a.Most)
	assert.Equal(t, law.Breached, a.Permits(1))
	a = BorrowingRoom(&ShareTerms{}, 0)
	assert.False(t, a.Known())
}
