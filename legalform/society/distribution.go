package society

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on paying out a surplus. All three rest on the registrar's guidance:
// the Acts ask only that the rules say how profits are applied, and that the society go on
// meeting its condition of registration.
const (
	ProfitDistributed     law.Code = "society.profit-distributed"
	ProfitByShares        law.Code = "society.profit-by-shares"
	InterestAboveDeclared law.Code = "society.interest-above-declared"
)

// DistributionFigures are the figures of what may be paid out of a surplus. The guidance
// fixes them at nothing; a reform may fix another part.
type DistributionFigures struct {
	// CommunityDistribution is the part of distributable profits that a community benefit
	// society may distribute to members, whether on shares or by their trade.
	CommunityDistribution law.History[law.Ratio]
	// ShareDividend is the part of distributable profits that a co-operative society may
	// distribute by shares held, beyond share interest.
	ShareDividend law.History[law.Ratio]
	// InterestDeclared says whether share interest must keep to a maximum declared beforehand.
	InterestDeclared law.History[bool]
}

func enactedDistributions() DistributionFigures {
	const before = "Did the registrar, before the guidance of November 2015, already ask the same of every society?"
	all := law.Percent(100)
	return DistributionFigures{
		CommunityDistribution: law.Since("society.community_distribution", "of distributable profits, at most",
			unsure(start1965, law.Ratio{}, all, noProfit, before), at(startGuidance, law.Ratio{}, noProfit)),
		ShareDividend: law.Since("society.share_dividend", "of distributable profits, at most",
			unsure(start1965, law.Ratio{}, all, byTrade, before), at(startGuidance, law.Ratio{}, byTrade)),
		InterestDeclared: law.Since("society.interest_declared", "whether it must be",
			unsure(start1965, true, false, declares, before), at(startGuidance, true, declares)),
	}
}

// A Distribution is what is to be paid, or was, out of one year's surplus.
type Distribution struct {
	// Declared is the day of the declaration, the last where there were several.
	Declared law.Fact[law.Date]      `json:"declared,omitzero"`
	Payments law.Fact[[]law.Payment] `json:"payments,omitzero"`
	// Earlier are payments already declared for the year: they count, and are not judged.
	Earlier []law.Payment `json:"earlier,omitempty"`
	// Distributable is what there was to distribute before all of them. It is asked for only
	// where some part of it may be distributed.
	Distributable law.Fact[law.Pence] `json:"distributable,omitzero"`
	// BaseRate is the Bank of England's rate, where the society's rules turn on it.
	BaseRate law.Fact[law.Ratio] `json:"base_rate,omitzero"`
}

func (d *Distribution) check() error {
	if r, _ := d.BaseRate.Get(); !rateOK(r) {
		return fmt.Errorf("base_rate: not a rate that can be, %v", r)
	}
	list, _ := d.Payments.Get()
	for i, p := range list {
		if p.Amount < 0 || p.Amount > law.MaxPence {
			return fmt.Errorf("payments[%d].amount: not an amount that can be paid, %v", i, p.Amount)
		}
	}
	for i, p := range d.Earlier {
		if p.Amount < 0 || p.Amount > law.MaxPence {
			return fmt.Errorf("earlier[%d].amount: not an amount that can be paid, %v", i, p.Amount)
		}
	}
	return nil
}

var distributed = event{Path: "distribution.declared", Of: func(s *Society) law.Fact[law.Date] {
	if d := s.Distribution.Ptr(); d != nil {
		return d.Declared
	}
	return law.Fact[law.Date]{}
}}

var (
	communityProfit = rule{
		Code: ProfitDistributed, Provision: noProfit, Weight: law.Guidance,
		Says:    "A community benefit society distributes no profit to its members, neither on shares nor by their trade with it; interest on shares is a cost.",
		InForce: always, Event: distributed, Applies: distributesAs(CommunityBenefitSociety, profitKinds), Check: withinCommunity,
		Remedy: "Use the surplus for the community, or keep it in the business.",
	}
	profitOnShares = rule{
		Code: ProfitByShares, Provision: byTrade, Weight: law.Guidance,
		Says:    "A co-operative society that shares a surplus among members does so by their trade or participation, not by the shares they hold.",
		InForce: always, Event: distributed, Applies: distributesAs(CoOperativeSociety, shareKinds), Check: withinShares,
		Remedy: "Pay the dividend in proportion to members' transactions, or put it to reserve.",
	}
	declaredInterest = rule{
		Code: InterestAboveDeclared, Provision: declares, Weight: law.Guidance,
		Says:    "Interest on shares is paid at no more than a maximum rate declared before the period.",
		InForce: always, Event: distributed, Applies: paysInterest, Check: withinDeclared,
		Remedy: "Pay no more than the declared rate, and declare a rate before the next period.",
	}
)

var distributions = law.Topic("distributions",
	communityProfit,
	profitOnShares,
	declaredInterest,
)

// distributesAs asks what a society is run as only where the answer matters.
func distributesAs(want Kind, kinds int) func(*kase) bool {
	return func(c *kase) bool {
		d := c.Subject.Distribution.Ptr()
		if d == nil {
			return false
		}
		list, stated := d.Payments.Get()
		if _, missing := c.Subject.conducted(); missing != "" && stated && sum(list, kinds) == 0 {
			return false
		}
		return runAs(c, want)
	}
}

func paysInterest(c *kase) bool {
	d := c.Subject.Distribution.Ptr()
	if d == nil {
		return false
	}
	list, ok := law.Need(c, &d.Payments, "distribution.payments")
	return ok && sum(list, interestKinds) > 0
}

// The kinds of payment that each limit is about.
const (
	profitKinds   = 1<<law.Dividend | 1<<law.LockedDividend | 1<<law.Patronage
	shareKinds    = 1<<law.Dividend | 1<<law.LockedDividend
	interestKinds = 1 << law.ShareInterest
)

// sum adds up the payments of some kinds.
func sum(list []law.Payment, kinds int) (p law.Pence) {
	for i := range list {
		if kinds&(1<<list[i].Kind) != 0 {
			p += list[i].Amount
		}
	}
	return p
}

func withinCommunity(c *kase) { withinPart(c, &c.Figures.CommunityDistribution, profitKinds) }
func withinShares(c *kase)    { withinPart(c, &c.Figures.ShareDividend, shareKinds) }

// withinPart reads the figure, which may be in doubt, only where something is distributed.
func withinPart(c *kase, h *law.History[law.Ratio], kinds int) {
	d := c.Subject.Distribution.Ptr()
	list, ok := law.Need(c, &d.Payments, "distribution.payments")
	p := sum(list, kinds)
	if !ok || p == 0 {
		return
	}
	part, ok := law.Read(c, h, c.On)
	if !ok {
		return
	}
	room, ok := profitRoom(part, &d.Distributable, sum(d.Earlier, kinds))
	if !ok {
		law.Need(c, &d.Distributable, "distribution.distributable")
	} else if p > room {
		c.Breach("distribution.payments", "The society would distribute %v of profit to members; it may distribute %v.", p, room)
	}
}

// profitRoom is what is left of a part of distributable profits, which need not be known
// where the part is nothing. It is not ok where they must be and are not.
func profitRoom(part law.Ratio, profits *law.Fact[law.Pence], taken law.Pence) (room law.Pence, ok bool) {
	if part.Num() <= 0 {
		return 0, true
	}
	p, ok := profits.Get()
	return max(0, part.Of(p)-taken), ok
}

func withinDeclared(c *kase) {
	d := c.Subject.Distribution.Ptr()
	list, ok := law.Need(c, &d.Payments, "distribution.payments")
	must, ok1 := law.Read(c, &c.Figures.InterestDeclared, c.On)
	if !ok || !ok1 || !must {
		return
	}
	rate, ok2 := law.Need(c, &c.Subject.DeclaredInterest, "declared_interest")
	capital, ok3 := law.Need(c, &c.Subject.ShareCapital, "share_capital")
	if !ok2 || !ok3 {
		return
	}
	if p, room := sum(list, interestKinds), interestRoom(rate, capital, sum(d.Earlier, interestKinds)); p > room {
		c.Breach("distribution.payments", "The society would pay %v of share interest; the declared maximum of %v allows %v.", p, rate, room)
	}
}

// interestRoom is what is left of a year's interest at the declared rate on what is paid up.
func interestRoom(rate law.Ratio, capital, taken law.Pence) law.Pence {
	return max(0, rate.Of(capital)-taken)
}

// PaymentAllowance says how much of a payment a society may make on the day on which it is
// declared, given its books. There is no limit in the Acts on most payments, only what the
// society's rules say of the application of profits. Share interest is bounded by the
// declared maximum on the shares paid up, for a year, and by a ceiling of the society's own
// rules where they are stated to set one; distributions of profit by the
// registrar's guidance; and everything by the statutory asset lock, where there is one. Books not given hold nothing.
func PaymentAllowance(s *Society, f *Figures, p law.Payment, b *law.Books) law.Allowance {
	if b == nil {
		b = &law.Books{}
	}
	a := law.Open()
	a.Provision = applied2014
	if p.Declared.Before(commenced2014) {
		a.Provision = applied1965
	}
	if f.northern() {
		a.Provision = northernProfits
	}
	switch p.Kind {
	case law.ShareInterest:
		allowInterest(&a, s, f, p.Declared, b)
		allowByRules(&a, s, b)
	case law.Dividend, law.LockedDividend, law.Patronage:
		allowProfit(&a, s, f, p, b)
	default: // no limit but the lock
	}
	if !p.Declared.Before(f.lockSince()) {
		allowLocked(&a, s, f, p.Kind)
	}
	return a
}

func allowInterest(a *law.Allowance, s *Society, f *Figures, on law.Date, b *law.Books) {
	must, ok := read(a, &f.InterestDeclared, on)
	if !ok || !must {
		return
	}
	rate, ok := s.DeclaredInterest.Get()
	if !ok {
		a.Lack("declared_interest", "What maximum rate of share interest was declared before the period?")
		return
	}
	taken := sum(b.Paid, interestKinds)
	code, provision := f.cites(InterestAboveDeclared, declares)
	a.WithinAt(law.Guidance, interestRoom(rate, b.PaidUp, taken), code, provision)
	a.Working.Rate("the declared maximum rate", rate)
	a.Working.Add("paid up on shares", b.PaidUp)
	a.Working.Add("paid for the year already", taken)
}

func allowProfit(a *law.Allowance, s *Society, f *Figures, p law.Payment, b *law.Books) {
	h, kinds, code, provision := &f.CommunityDistribution, profitKinds, ProfitDistributed, noProfit
	switch k, missing := s.conducted(); {
	case missing != "":
		a.Lack(missing, "")
		return
	case k == CoOperativeSociety && p.Kind == law.Patronage:
		return
	case k == CoOperativeSociety:
		h, kinds, code, provision = &f.ShareDividend, shareKinds, ProfitByShares, byTrade
	}
	part, ok := read(a, h, p.Declared)
	if !ok {
		return
	}
	taken := sum(b.Paid, kinds)
	room, ok := profitRoom(part, &b.Distributable, taken)
	if !ok {
		a.Lack("distributable", "")
		return
	}
	code, provision = f.cites(code, provision)
	a.WithinAt(law.Guidance, room, code, provision)
	a.Working.Rate("part of distributable profits", part)
	a.Working.Add("distributed for the year already", taken)
}

// allowLocked lowers an allowance to what the lock permits; a co-operative society has none.
func allowLocked(a *law.Allowance, s *Society, f *Figures, k law.PaymentKind) {
	held := s.locked()
	if held == untold {
		a.Lack("lock", askLock)
	}
	if held != yes {
		return
	}
	l := lockedPayment(s, k)
	a.Missing = append(a.Missing, l.Missing...)
	if !l.Unlimited {
		code, provision := f.cites(l.Binding, l.Provision)
		a.WithinAt(l.Weight, l.Most, code, provision)
	}
}
