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
			at(start1965, law.Ratio{}, noProfit).InDoubt(before, all), at(startGuidance, law.Ratio{}, noProfit)),
		ShareDividend: law.Since("society.share_dividend", "of distributable profits, at most",
			at(start1965, law.Ratio{}, byTrade).InDoubt(before, all), at(startGuidance, law.Ratio{}, byTrade)),
		InterestDeclared: law.Since("society.interest_declared", "whether it must be",
			at(start1965, true, declares).InDoubt(before, false), at(startGuidance, true, declares)),
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
func distributesAs(want Kind, kinds law.Kinds) func(*kase) bool {
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
	profitKinds   law.Kinds = 1<<law.Dividend | 1<<law.LockedDividend | 1<<law.Patronage
	shareKinds    law.Kinds = 1<<law.Dividend | 1<<law.LockedDividend
	interestKinds law.Kinds = 1 << law.ShareInterest
)

// sum adds up the payments of some kinds.
func sum(list []law.Payment, kinds law.Kinds) (p law.Pence) {
	for i := range list {
		if kinds.Has(list[i].Kind) {
			p += list[i].Amount
		}
	}
	return p
}

func withinCommunity(c *kase) { withinPart(c, &c.Figures.CommunityDistribution, profitKinds) }
func withinShares(c *kase)    { withinPart(c, &c.Figures.ShareDividend, shareKinds) }

// withinPart reads the figure, which may be in doubt, only where something is distributed.
func withinPart(c *kase, h *law.History[law.Ratio], kinds law.Kinds) {
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
	c := partOfProfits(part, 0)
	return c.Left(p, taken), ok
}

// partOfProfits is the limit of profitRoom as a formula over the books of a year.
func partOfProfits(part law.Ratio, less law.Kinds) law.Ceiling {
	if part.Num() <= 0 {
		return law.Ceiling{}
	}
	return law.Ceiling{Share: part, Of: law.OfProfits, Less: less}
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
	c := interestAt(rate)
	return c.Left(capital, taken)
}

// interestAt is the limit of interestRoom as a formula over the books of a year.
func interestAt(rate law.Ratio) law.Ceiling {
	return law.Ceiling{Share: rate, Of: law.OfPaidUp, Less: interestKinds}
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
	list, n := limitsOf(&a, s, f, p, b)
	for i := range n {
		c := &list[i]
		a.Under(&c.Ceiling, c.Room(b))
		c.show(&a, b)
	}
	return a
}
