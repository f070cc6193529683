package society

import "github.com/rochdale-go/rochdale/legalform/law"

// bounds are the limits of PaymentAllowance as formulas.
func bounds(s *Society, f *Figures, p law.Payment, b *law.Books) ([]law.Ceiling, bool) {
	a := law.Open()
	list, n := limitsOf(&a, s, f, p, b)
	if !a.Known() {
		return a.Ceilings(), true
	}
	out := make([]law.Ceiling, n)
	for i := range n {
		out[i] = list[i].Ceiling
	}
	return out, true
}

// A limit is a ceiling with what the working calls it, where it is shown.
type limit struct {
	law.Ceiling
	called string
}

// show adds a limit to the working.
func (c *limit) show(a *law.Allowance, b *law.Books) {
	if c.called == "" {
		return
	}
	a.Working.Rate(c.called, c.Share)
	switch c.called {
	case declaredRate:
		a.Working.Add("paid up on shares", b.PaidUp)
		a.Working.Add("paid for the year already", sum(b.Paid, c.Less))
	case profitPart:
		a.Working.Add("distributed for the year already", sum(b.Paid, c.Less))
	}
}

const (
	declaredRate = "the declared maximum rate"
	rulesRate    = "the ceiling of the society's rules"
	profitPart   = "part of distributable profits"
)

// mostLimits is how many limits one payment can meet: three on interest, and the lock.
const mostLimits = 4

// limitsOf lists the limits on a payment, in order, and tells an allowance of what is missing
// and what is in doubt. It reads no amount.
func limitsOf(a *law.Allowance, s *Society, f *Figures, p law.Payment, b *law.Books) (list [mostLimits]limit, n int) {
	add := func(c limit, ok bool) {
		if ok {
			list[n] = c
			n++
		}
	}
	switch p.Kind {
	case law.ShareInterest:
		add(declaredLimit(a, s, f, p.Declared))
		add(singleLimit(s))
		add(rulesLimit(a, s, b))
	case law.Dividend, law.LockedDividend, law.Patronage:
		add(profitLimit(a, s, f, p, b))
	default: // no limit but the lock
	}
	if !p.Declared.Before(f.lockSince()) {
		add(lockLimit(a, s, f, p.Kind))
	}
	return list, n
}

// under gives a limit the rule that sets it.
func (f *Figures) under(c law.Ceiling, w law.Weight, code law.Code, provision law.Provision) law.Ceiling {
	c.Code, c.Provision = f.cites(code, provision)
	c.Weight = w
	return c
}

func declaredLimit(a *law.Allowance, s *Society, f *Figures, on law.Date) (limit, bool) {
	must, ok := read(a, &f.InterestDeclared, on)
	if !ok || !must {
		return limit{}, false
	}
	rate, ok := s.DeclaredInterest.Get()
	if !ok {
		a.Lack("declared_interest", "What maximum rate of share interest was declared before the period?")
		return limit{}, false
	}
	return limit{f.under(interestAt(rate), law.Guidance, InterestAboveDeclared, declares), declaredRate}, true
}

func profitLimit(a *law.Allowance, s *Society, f *Figures, p law.Payment, b *law.Books) (limit, bool) {
	h, kinds, code, provision := &f.CommunityDistribution, profitKinds, ProfitDistributed, noProfit
	switch k, missing := s.conducted(); {
	case missing != "":
		a.Lack(missing, "")
		return limit{}, false
	case k == CoOperativeSociety && p.Kind == law.Patronage:
		return limit{}, false
	case k == CoOperativeSociety:
		h, kinds, code, provision = &f.ShareDividend, shareKinds, ProfitByShares, byTrade
	}
	part, ok := read(a, h, p.Declared)
	if !ok {
		return limit{}, false
	}
	c := partOfProfits(part, kinds)
	if c.Of == law.OfProfits && !b.Distributable.Stated() {
		a.Lack("distributable", "")
		return limit{}, false
	}
	c.Share, c.Less = part, kinds // for the working, where nothing may be paid
	return limit{f.under(c, law.Guidance, code, provision), profitPart}, true
}

// lockLimit is what the lock permits; a co-operative society has none.
func lockLimit(a *law.Allowance, s *Society, f *Figures, k law.PaymentKind) (limit, bool) {
	held := s.locked()
	if held == untold {
		a.Lack("lock", askLock)
	}
	if held != yes {
		return limit{}, false
	}
	l := lockedPayment(s, k)
	a.Missing = append(a.Missing, l.Missing...)
	if l.Unlimited {
		return limit{}, false
	}
	return limit{Ceiling: f.under(law.Ceiling{Of: law.OfAmount, Amount: l.Most}, l.Weight, l.Binding, l.Provision)}, true
}
