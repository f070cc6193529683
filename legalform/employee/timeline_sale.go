package employee

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// sale says what became of one disposal.
func (p *replay) sale(s *soldOn) SaleHistory {
	h := SaleHistory{ID: s.ID, On: s.on, Due: law.Met}
	last := p.days[len(p.days)-1].at
	body := p.disposed(s, last)
	terms := claimable.Judge(&body, p.f, p.until, law.UnitedKingdom)
	for _, x := range lasting[:4] {
		h.Requirements = append(h.Requirements, p.through(x.is, x.rules, s))
	}
	h.Requirements = append(h.Requirements,
		p.timed(s), picked(FairPrice, terms, PriceNotSecured, InterestNotSecured), p.participated(&body), p.unrelated(s))
	for _, x := range h.Requirements {
		h.decide(x.Outcome, x.Why)
	}
	seller := picked(0, terms, SellerCompany)
	h.decide(seller.Outcome, seller.Why)
	if h.Due != law.Breached {
		p.events(&h, s, &body)
	}
	p.settle(&h, s, body)
	return h
}

// decide lets one requirement bear on whether the relief is due.
func (h *SaleHistory) decide(o law.Outcome, why string) {
	if o == law.Breached && h.Due != law.Breached || o == law.Unknown && h.Due == law.Met {
		h.Due, h.Why = o, why
	}
}

// disposed is a body with the disposal in it.
func (p *replay) disposed(s *soldOn, c Company) Company {
	c.Disposal = Disposal{
		Made: law.Known(true), On: law.Known(s.on), Kind: law.Known(s.Kind), Seller: s.Seller, OrdinaryShares: law.Known(true),
		Bargain: s.Bargain, Earlier: s.Earlier,
	}
	if g, ok := c.Business.Group.Get(); ok {
		c.Participation.Principal = law.Known(g == GroupPrincipal)
	}
	c.Participation.Counts = law.Known(p.counts)
	held, _ := p.held(Period{p.opened, p.until})
	c.Control.Held = law.Known(held)
	return c
}

// through judges a requirement that must be met at the disposal and for the rest of its tax
// year; for disposals before 26 June 2014 the all-employee benefit at the disposal alone.
func (p *replay) through(is Requirement, rules *law.Rules[Company, Figures], s *soldOn) Tested {
	end := yearEnd(s.on)
	if is == AllEmployeeBenefit && s.on.Before(law.MustDate(fullRegime)) {
		end = s.on
	}
	out := Tested{Requirement: is, Outcome: law.Met}
	for i := p.at(s.on); i < len(p.days) && !p.days[i].on.After(end); i++ {
		on := p.days[i].on
		if on.Before(s.on) {
			on = s.on
		}
		switch v := p.judge(rules, p.days[i].at, s.Kind, s.on, on); {
		case v.is == law.Breached:
			return Tested{is, v.is, on, v.why, v.by}
		case v.is == law.NotInForce:
			return Tested{Requirement: is, Outcome: law.NotApplicable}
		case v.is == law.Unknown && out.Outcome == law.Met:
			out = Tested{is, v.is, on, v.why, v.by}
		}
	}
	if out.Outcome == law.Met && p.until.Before(end) {
		out = p.open(is, end)
	}
	return out
}

// open is a requirement that the log does not follow to its end.
func (p *replay) open(is Requirement, end law.Date) Tested {
	return Tested{Requirement: is, Outcome: law.Unknown, On: end, Why: "The log ends on " + p.until.Long() + ": will it be met until " + end.Long() + "?"}
}

// timed is the requirement that control comes in the tax year of the disposal.
func (p *replay) timed(s *soldOn) Tested {
	out := Tested{Requirement: ControllingInterest, By: gains("s. 236H(4)(c)", "236H")}
	through := Period{law.TaxYearStart(s.on).AddDays(-1), yearEnd(s.on)}
	held, doubtful := p.held(through)
	a, err := ControlTiming(held, s.on, p.until)
	switch {
	case err != nil:
		out.Outcome, out.Why = law.Unknown, err.Error()
	case doubtful, through.First.Before(p.opened) && a.Outcome != law.Breached:
		out.Outcome, out.Why = law.Unknown, "The log does not say whether the trustees had control all through the tax year and immediately before it."
	default:
		out.Outcome, out.Why, out.On = a.Outcome, a.Why, a.On
	}
	return out
}

// picked is a requirement judged by some of the rules of a report.
func picked(is Requirement, rep *law.Report, codes ...law.Code) Tested {
	some := &law.Report{}
	for _, r := range rep.Results {
		if slices.Contains(codes, r.Code()) && r.Outcome != law.NotInForce && r.Outcome != law.NotApplicable {
			some.Results = append(some.Results, r)
		}
	}
	for _, x := range rep.Findings {
		if slices.Contains(codes, x.Code) {
			some.Findings = append(some.Findings, x)
		}
	}
	v := sum(some)
	if v.is == law.NotInForce {
		v.is = law.NotApplicable
	}
	return Tested{Requirement: is, Outcome: v.is, Why: v.why, By: v.by}
}

// participated is the limited participation requirement.
func (p *replay) participated(body *Company) Tested {
	v := sum(participation.Judge(body, p.f, p.until, law.UnitedKingdom))
	return Tested{Requirement: LimitedParticipation, Outcome: v.is, Why: v.why, By: v.by}
}

// unrelated is the requirement that no related disposal was relieved in an earlier tax year:
// one that the sale states, or an earlier one of the log.
func (p *replay) unrelated(s *soldOn) Tested {
	out := Tested{Requirement: NoEarlierRelief, Outcome: law.Met, By: gains("s. 236H(4)(e), (6)", "236H")}
	if s.Kind == BetweenTrusts {
		out.Outcome = law.NotApplicable
		return out
	}
	list := slices.Clone(s.Earlier.Or(nil))
	if !s.Earlier.Stated() {
		out.Outcome, out.Why = law.Unknown, "Was relief given in an earlier tax year on a disposal to another trust of shares in a company of the group?"
	}
	for i := range p.told {
		list = append(list, p.earlier(s, i))
	}
	for i := range list {
		bars, missing := list[i].Bars(s.on)
		switch {
		case bars:
			out.Outcome, out.On = law.Breached, s.on
			out.Why = "Relief was given on a related disposal on " + list[i].On.Long() + ", in an earlier tax year."
			return out
		case missing != nil && out.Outcome == law.Met:
			out.Outcome, out.Why = law.Unknown, "Whether the disposal on "+list[i].On.Long()+" was related and relieved is not known."
		}
	}
	return out
}

// earlier is an earlier sale of the log as one that may be related.
func (p *replay) earlier(s *soldOn, i int) EarlierDisposal {
	was := &p.sales[i]
	e := EarlierDisposal{On: was.on, SameCompany: law.Known(true)}
	if list, ok := s.ConnectedWith.Get(); ok || was.From == s.From {
		e.ByConnected = law.Known(was.From == s.From || slices.Contains(list, was.From))
	}
	if given := p.told[i].Given; given != law.Unknown || was.Kind == BetweenTrusts {
		e.Relieved = law.Known(given == law.Met && was.Kind == ToTrustees)
	}
	return e
}

// settle closes a sale: the claim, the relief in money, and whether it stands.
func (p *replay) settle(h *SaleHistory, s *soldOn, body Company) {
	h.Given = h.Due
	claim, claimed := p.claims[s.ID]
	withdrawn := h.spend(claimed)
	if withdrawn != 0 && h.Given != law.Breached {
		h.Given = withdrawn
	}
	if h.Given == law.Met && h.unsure != "" {
		h.Given, h.Why = law.Unknown, h.unsure
	}
	if !claimed {
		h.Given = law.Breached
		return
	}
	h.Claimed = claim.on
	body.Disposal.Claim = law.Known(claim.claim)
	list := make([]DisqualifyingEvent, len(h.Events))
	for i := range h.Events {
		list[i] = h.Events[i].DisqualifyingEvent
	}
	body.Disposal.Events = law.Known(list)
	rep := claims.Judge(&body, p.f, p.until, law.UnitedKingdom)
	h.ClaimFaults = rep.Findings
	switch is := sum(rep).is; {
	case is == law.Breached:
		h.Given = law.Breached
	case is == law.Unknown && h.Given == law.Met:
		h.Given = law.Unknown
	}
	cost, ok1 := s.Cost.Get()
	price, ok2 := s.Consideration.Get()
	if h.Due == law.Met && ok1 && ok2 {
		if t, err := Relieve(Price{s.Kind, s.on, cost, price}, p.f); err == nil {
			h.Treatment = law.Known(t)
		}
	}
}
