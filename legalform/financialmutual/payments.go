package financialmutual

import "github.com/rochdale-go/rochdale/legalform/law"

// onShares are the payments that are dividends on a credit union's shares, whoever holds them.
func onShares(k law.PaymentKind) bool { return k == law.Dividend || k == law.LockedDividend }

// declaredBefore sums what books say was declared on shares for the year.
func declaredBefore(b *law.Books) law.Pence {
	return b.PaidOf(law.Dividend) + b.PaidOf(law.LockedDividend)
}

// CreditUnionAllowance says how much of a payment a credit union may make, not being in
// dissolution, on the day on which it is declared. Dividends are bounded by the rate of the
// Act, or of the rules in its place, on what is paid up, and by the surplus; what a regulator
// would have kept in reserve is not modelled. Books not given hold nothing.
func CreditUnionAllowance(s *CreditUnion, f *Figures, p law.Payment, b *law.Books) law.Allowance {
	a := law.Open()
	switch {
	case p.Kind == law.StaffBonus:
	case onShares(p.Kind):
		a.Provision = s14
		allowDividend(&a, s, f, p.Declared, b)
	case p.Kind == law.ShareInterest:
		return allowInterest(s, f, p.Declared)
	case p.Kind == law.Patronage:
		a.Lack("rules", "Do its rules, and the regulator's, let it return to borrowers a part of the interest that they paid?")
	default:
		a.Lack("rules", "Do its rules, and the regulator's, allow the payment? The Act as read says nothing of it.")
	}
	return a
}

func allowDividend(a *law.Allowance, s *CreditUnion, f *Figures, on law.Date, b *law.Books) {
	c, ok := rateCeiling(a, s, f, on)
	if !ok {
		return
	}
	before := declaredBefore(b)
	a.Working.Rate("the highest yearly rate", c.Share)
	a.Working.Add("paid up on shares", b.PaidUp)
	a.Working.Add("declared for the year already", before)
	a.Under(&c, dividendRoom(c.Share, b.PaidUp, before))
	surplus, ok := b.Distributable.Get()
	if !ok {
		a.Lack("distributable", "What surplus has it to apply?")
		return
	}
	a.Working.Add("surplus", surplus)
	a.Under(&surplusCeiling, surplusCeiling.Left(surplus, before))
}

// rateCeiling is the limit of the Act's rate, or of the rules', on dividends declared on a day.
func rateCeiling(a *law.Allowance, s *CreditUnion, f *Figures, on law.Date) (c law.Ceiling, ok bool) {
	if on.IsZero() {
		a.Lack("payment.declared", "On which day is it declared?")
		return c, false
	}
	e, ok := f.UnionDividend.At(on)
	if !ok {
		a.Lack("figures."+f.UnionDividend.ID(), "What was the figure on "+on.Long()+"? The history holds none.")
		return c, false
	}
	rate, code, by := e.Value, CreditUnionDividendTooHigh, s14
	if on.Before(law.MustDate(start2687)) {
		code, by = CreditUnionDividendTooHigh1979, e.By
	} else if own, ok := s.DividendByRules.Get(); !ok {
		a.Lack("dividend_by_rules", "Do its rules provide for a dividend above the Act's rate?")
		return c, false
	} else if own {
		if rate, ok = s.HighestDividend.Get(); !ok {
			a.Lack("highest_dividend", "What is the highest yearly rate of dividend that its rules allow?")
			return c, false
		}
	}
	c = rateOfPaidUp(rate)
	c.Code, c.Provision = code, by
	return c, true
}

// rateOfPaidUp is the limit of dividendRoom as a formula over the books of a year.
func rateOfPaidUp(rate law.Ratio) law.Ceiling {
	return law.Ceiling{Share: rate, Of: law.OfPaidUp, Less: shareKinds}
}

var shareKinds = law.KindsOf(law.Dividend, law.LockedDividend)

// surplusCeiling is the limit of the surplus on dividends. Nothing writes to it.
var surplusCeiling = law.Ceiling{
	Share: law.Per(1, 1), Of: law.OfProfits, Less: shareKinds, Code: CreditUnionDividendBeyondSurplus, Provision: applied, Weight: law.OwnRules,
}

// bounds are the limits of CreditUnionAllowance as formulas.
func bounds(s *CreditUnion, f *Figures, p law.Payment, b *law.Books) ([]law.Ceiling, bool) {
	a := CreditUnionAllowance(s, f, p, b)
	if !onShares(p.Kind) || !a.Known() {
		return a.Ceilings(), true
	}
	c, ok := rateCeiling(&a, s, f, p.Declared)
	return []law.Ceiling{c, surplusCeiling}, ok
}

// allowInterest: the Act names no rate of interest on the shares that may bear it.
func allowInterest(s *CreditUnion, f *Figures, on law.Date) law.Allowance {
	if !on.IsZero() && on.Before(law.MustDate(start2687)) {
		a := law.NoSuch("until " + law.MustDate(last1979).Long() + " its shares earned a dividend; the power to issue shares that bear interest is younger")
		a.Provision = s7A
		return a
	}
	a := law.Open()
	a.Provision, a.Why = s7A, "the Act names no rate; the terms of issue do"
	i := s.InterestShares.Ptr()
	if i == nil {
		a.Lack("interest_bearing_shares", "Has it issued interest-bearing shares, and as its rules and the Act allow?")
		return a
	}
	rep := creditUnionShares.Judge(&CreditUnion{InterestShares: s.InterestShares}, f, on, law.GreatBritain)
	for _, code := range []law.Code{InterestSharesNotInRules, InterestSharesReservesTooLow, InterestSharesNotReported} {
		o, _ := rep.Outcome(code)
		if o == law.Unknown {
			a.Lack("interest_bearing_shares", "Were the interest-bearing shares issued as its rules and the Act allow?")
			return a
		}
		if o == law.Breached {
			a.Within(0, code, s7A)
		}
	}
	return a
}

// proposeDividends puts a year's dividends to the credit union as one, dated by the last.
func proposeDividends(s CreditUnion, b *law.Books, ps []law.Payment) CreditUnion {
	sum, declared := declaredBefore(b), false
	var last law.Date
	for _, p := range ps {
		if !onShares(p.Kind) {
			continue
		}
		sum, declared = sum+p.Amount, true
		if p.Declared.After(last) {
			last = p.Declared
		}
	}
	if !declared {
		return s
	}
	d := CreditUnionDividend{Amount: law.Known(sum), PaidUp: law.Known(b.PaidUp), OnDissolution: law.Known(false), Surplus: b.Distributable}
	if !last.IsZero() {
		d.Declared = law.Known(last)
	}
	s.Dividend = law.Known(d)
	return s
}

// BuildingSocietyAllowance says how much of a payment a building society may make. Its shares
// bear interest, of which the Act, in the text read, names no rate; what its rules must say of
// shares (Sch 2 para 3(4)) is not in that text, nor are the terms of deferred shares.
func BuildingSocietyAllowance(k law.PaymentKind) law.Allowance {
	a := law.Open()
	switch k {
	case law.StaffBonus:
	case law.ShareInterest:
		a.Provision, a.Why = act1986.At("s. 7(2)", "section/7"), "the Act speaks of interest on shares and names no rate; the society's rules and the terms of the account do"
	case law.Dividend, law.LockedDividend:
		a.Lack("terms_of_issue", "Are there deferred shares, and what do their terms and the regulator's rules let the society distribute on them?")
	default:
		a.Lack("memorandum", "Do its memorandum, its rules and the regulator's rules allow the payment? The Act as read says nothing of it.")
	}
	return a
}

// FriendlySocietyAllowance says how much of a payment an incorporated friendly society may
// make. It is funded by its members' subscriptions and has no shares; what it gives members
// is a benefit, on terms of its rules.
func FriendlySocietyAllowance(k law.PaymentKind) law.Allowance {
	a := law.Open()
	switch k {
	case law.StaffBonus:
	case law.Dividend, law.LockedDividend, law.ShareInterest:
		a = law.NoSuch("it has no shares: its members' subscriptions fund it")
		a.Provision = act1992.At("s. 5(2)(b)", "section/5")
	case law.Patronage:
		a.Lack("rules", "Which benefits, and which bonus on them, do its rules give, or the manner of determining them that the rules prescribe (Sch 3 para 5(3))?")
	default:
		a.Lack("memorandum", "Do the purposes in its memorandum, and the regulator's rules, allow the payment?")
	}
	return a
}
