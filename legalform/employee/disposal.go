package employee

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the requirements that are about the disposal itself.
const (
	SellerCompany         law.Code = "employee.seller-company"
	NotOrdinaryShares     law.Code = "employee.not-ordinary-shares"
	PriceNotSecured       law.Code = "employee.price-not-secured"
	InterestNotSecured    law.Code = "employee.interest-not-secured"
	ControlTimingMissed   law.Code = "employee.control-timing-missed"
	RelatedReliefEarlier  law.Code = "employee.related-relief-earlier"
	DisqualifyingEventHit law.Code = "employee.disqualifying-event"
)

// Seller is who disposes of the shares ("P").
type Seller uint8

// The sellers. A company that acts as trustee is a SellingTrustee, and may claim.
const (
	SellingIndividual Seller = iota + 1
	SellingTrustee
	SellingEstate
	SellingCompany
)

var sellers = []string{"", "individual", "trustee", "personal-representatives", "company"}

// String gives the JSON value.
func (s Seller) String() string { return law.NameOf(sellers, s) }

// MarshalText writes String.
func (s Seller) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what String writes.
func (s *Seller) UnmarshalText(b []byte) error { return law.ParseName(s, sellers, b, "a seller") }

// Bargain is what the trustees did about the terms (s. 236H(4)(ca)): steps, not outcomes.
type Bargain struct {
	// PriceSteps is the recorded judgement that they took all reasonable steps to secure
	// that the consideration is not more than the market value of the shares.
	PriceSteps law.Fact[bool] `json:"price_steps,omitzero"`
	// Deferred says that some consideration is paid later, with or without interest.
	Deferred law.Fact[bool] `json:"deferred,omitzero"`
	// InterestSteps is the judgement that they took all reasonable steps to secure that
	// interest on it is at no more than a reasonable commercial rate.
	InterestSteps law.Fact[bool] `json:"interest_steps,omitzero"`
}

// An EarlierDisposal is an earlier disposal to the trustees of any employee-ownership trust.
type EarlierDisposal struct {
	On law.Date `json:"on"`
	// ByConnected says that it was made by the seller or by a person connected with the
	// seller, uncles, aunts, nephews and nieces included.
	ByConnected law.Fact[bool] `json:"by_seller_or_connected,omitzero"`
	// SameCompany says that it was of shares of the same company, or of one that is, or then
	// was, a member of the same group.
	SameCompany law.Fact[bool] `json:"same_company_or_group,omitzero"`
	// Relieved says that section 236H applied to it.
	Relieved law.Fact[bool] `json:"relieved,omitzero"`
}

// A DisqualifyingEvent is the end of a requirement after the disposal (s. 236O(2)).
type DisqualifyingEvent struct {
	On   law.Date    `json:"on"`
	Lost Requirement `json:"lost"`
	// OnlyByDeath says that it came only of the death of a trustee or, for independence, of a
	// director of a corporate trustee; it is asked for of residence and independence.
	OnlyByDeath law.Fact[bool] `json:"only_by_death,omitzero"`
	// MetAgain is the day from which the requirement was met again; it is not stated where it
	// has not been by the date of the assessment.
	MetAgain law.Fact[law.Date] `json:"met_again,omitzero"`
}

var claimable = law.Topic("disposals",
	rule{
		Code: SellerCompany, Provision: gains("s. 236H(1)(a)", "236H"),
		Says:    "For the relief the disposal must be by a person other than a company, which a company acting as trustee is.",
		InForce: since(reliefBegan), Event: disposedOn, Applies: sells, Check: sellerNoCompany,
		Remedy: "Claim no relief for what a company sells.",
	},
	rule{
		Code: NotOrdinaryShares, Provision: gains("ss. 236H(1)(a), 236Q(1)(b)", "236H"),
		Says:    "For the relief the disposal must be of ordinary share capital of the company, to the trustees of the settlement.",
		InForce: since(reliefBegan), Event: disposedOn, Applies: disposes, Check: ordinaryShares,
		Remedy: "Claim the relief for ordinary shares only.",
	},
	rule{
		Code: PriceNotSecured, Provision: gains("s. 236H(4)(ca)(i)", "236H"),
		Says:    "For the relief the trustees must have taken all reasonable steps to secure that the consideration does not exceed the market value of the shares at the time of the disposal.",
		InForce: since(strictRegime), Event: disposedOn, Applies: sells, Check: priceSecured,
		Remedy: "Let the trustees obtain an independent valuation before they agree the price.",
	},
	rule{
		Code: InterestNotSecured, Provision: gains("s. 236H(4)(ca)(ii)", "236H"),
		Says:    "For the relief the trustees must, where consideration is deferred, have taken all reasonable steps to secure that the rate of interest does not exceed a reasonable commercial rate.",
		InForce: since(strictRegime), Event: disposedOn, Applies: sellsOnCredit, Check: interestSecured,
		Remedy: "Let the trustees test the rate against what lenders would ask before they agree it.",
	},
	rule{
		Code: ControlTimingMissed, Provision: gains("s. 236H(4)(c)", "236H"),
		Says:    "For the relief the settlement must not have control immediately before the tax year of the disposal, must have it at the end of that year and, if it had it earlier in that year, must have kept it throughout the remainder.",
		InForce: since(reliefBegan), Event: disposedOn, Applies: disposes, Check: controlTimed,
		Remedy: "Make every disposal for which relief is wanted in the one tax year in which control passes.",
	},
	rule{
		Code: RelatedReliefEarlier, Provision: gains("s. 236H(4)(e), (6)", "236H"),
		Says:    "For the relief it may not have been given on a related disposal, by the seller or a person connected with the seller, in an earlier tax year.",
		InForce: since(reliefBegan), Event: disposedOn, Applies: sells, Check: noEarlierRelief,
		Remedy: "Make all the disposals of the family in one tax year, or claim no relief on the later one.",
	},
	rule{
		Code: DisqualifyingEventHit, Provision: gains("ss. 236O, 236P, 236R", "236O"),
		Says:    "For the relief to be kept no disqualifying event may occur, in the tax years in which it withdraws the relief or after them.",
		InForce: since(reliefBegan), Event: disposedOn, Applies: hadEvents, Check: noEvent,
		Remedy: "Tell HMRC, claim no relief after the event, and work out the gains again or the deemed disposal.",
	},
)

// sells reports whether there was a disposal to the trustees under s. 236H, and not one
// under s. 71.
func sells(c *kase) bool {
	if !disposes(c) {
		return false
	}
	k, ok := law.Need(c, &c.Subject.Disposal.Kind, "disposal.kind")
	return ok && k == ToTrustees
}

func sellerNoCompany(c *kase) {
	if s, ok := law.Need(c, &c.Subject.Disposal.Seller, "disposal.seller"); ok && s == SellingCompany {
		c.Breach("disposal.seller", "The relief's requirement is not met: a company disposes of the shares.")
	}
}

func ordinaryShares(c *kase) {
	if is, ok := law.Need(c, &c.Subject.Disposal.OrdinaryShares, "disposal.ordinary_shares"); ok && !is {
		c.Breach("disposal.ordinary_shares", "The relief's requirement is not met: the disposal is not of ordinary share capital.")
	}
}

func priceSecured(c *kase) {
	took, ok := law.Ask(c, &c.Subject.Disposal.Bargain.PriceSteps, "disposal.bargain.price_steps",
		"Did the trustees take all reasonable steps to secure that the price was no more than the market value?")
	if ok && !took {
		c.Breach("disposal.bargain.price_steps", "The consideration requirement is not met: the trustees did not take all reasonable steps to secure that the price was no more than the market value.")
	}
}

func sellsOnCredit(c *kase) bool {
	if !sells(c) {
		return false
	}
	deferred, ok := law.Need(c, &c.Subject.Disposal.Bargain.Deferred, "disposal.bargain.deferred")
	return ok && deferred
}

func interestSecured(c *kase) {
	took, ok := law.Ask(c, &c.Subject.Disposal.Bargain.InterestSteps, "disposal.bargain.interest_steps",
		"Did the trustees take all reasonable steps to secure that interest on the deferred price was at no more than a reasonable commercial rate?")
	if ok && !took {
		c.Breach("disposal.bargain.interest_steps", "The consideration requirement is not met: the trustees did not take all reasonable steps about the rate of interest.")
	}
}

func controlTimed(c *kase) {
	held, ok := law.Need(c, &c.Subject.Control.Held, "control.held")
	if !ok {
		return
	}
	a, err := ControlTiming(held, c.On, c.AsAt)
	switch {
	case err != nil:
		c.Unknown("control.held", "The periods cannot be used: "+err.Error()+".")
	case a.Outcome == law.Breached:
		c.Breach("control.held", "The controlling interest requirement is not met in time: %s.", a.Why)
	case a.Outcome == law.Unknown:
		c.Unknown("control.held", a.Why)
	}
}

// Timing says whether control came at the times that s. 236H(4)(c) names.
type Timing struct {
	Outcome law.Outcome `json:"outcome"`
	// Why says what is wrong or, where the outcome is unknown, asks what is missing; On is the
	// day that decides.
	Why string   `json:"why,omitempty"`
	On  law.Date `json:"on,omitzero"`
}

// ControlTiming says whether a settlement that met the controlling interest requirement in
// certain periods did so at the right times for a disposal: not immediately before its tax
// year, at the end of it and, if earlier in it, without a break from then on. The break does
// not matter for disposals before 26 June 2014. Known is the last day for which the periods
// speak; until the tax year is over the outcome is at best unknown. It refuses periods that
// are out of order or overlap.
func ControlTiming(held []Period, disposal, known law.Date) (Timing, error) {
	runs, err := joined(held)
	if err != nil {
		return Timing{}, err
	}
	first, last := law.TaxYearStart(disposal), yearEnd(disposal)
	before, atEnd := first.AddDays(-1), false
	for _, p := range runs {
		switch {
		case p.Holds(before):
			return Timing{law.Breached, "the trustees had control on " + before.Long() + ", immediately before the tax year began", before}, nil
		case p.First.After(known) || p.First.After(last) || !p.Last.IsZero() && p.Last.Before(first):
			continue
		case p.Holds(last):
			atEnd = true
		case p.Last.Before(known) && !disposal.Before(law.MustDate(fullRegime)):
			return Timing{law.Breached, "control, held since " + p.First.Long() + ", was lost after " + p.Last.Long() + " within the tax year", p.Last.AddDays(1)}, nil
		}
	}
	switch {
	case known.Before(last):
		return Timing{law.Unknown, "Will the trustees have control on " + last.Long() + ", without a break?", last}, nil
	case !atEnd:
		return Timing{law.Breached, "the trustees had no control on " + last.Long() + ", the end of the tax year", last}, nil
	}
	return Timing{Outcome: law.Met}, nil
}

// joined checks periods and joins those that follow on each other without a day between.
func joined(held []Period) ([]Period, error) {
	var runs []Period
	for i, p := range held {
		if p.First.IsZero() || !p.Last.IsZero() && p.Last.Before(p.First) {
			return nil, fmt.Errorf("held[%d]: %v is no period", i, p)
		}
		n := len(runs)
		if n == 0 {
			runs = append(runs, p)
			continue
		}
		prior := &runs[n-1]
		switch next := prior.Last.AddDays(1); {
		case prior.Last.IsZero() || !p.First.After(prior.Last):
			return nil, fmt.Errorf("held[%d]: begins before the one before it has ended", i)
		case p.First == next:
			prior.Last = p.Last
		default:
			runs = append(runs, p)
		}
	}
	return runs, nil
}

const earlierList = "disposal.earlier"

func noEarlierRelief(c *kase) {
	list, _ := law.Need(c, &c.Subject.Disposal.Earlier, earlierList)
	for i := range list {
		bars, missing := list[i].Bars(c.On)
		for _, field := range missing {
			c.Unknown(law.Path(earlierList, i, field), "")
		}
		if bars {
			c.Breach(law.Path(earlierList, i, ""), "The relief's requirement is not met: relief was given on a related disposal on %s, in an earlier tax year.", list[i].On.Long())
		}
	}
}

// Bars reports whether an earlier disposal shuts the relief out for a later one
// (s. 236H(4)(e), (6)): it was in an earlier tax year, by the seller or a connected person,
// of the same company or its group, and relieved. Missing names the facts without which
// there is no answer.
func (e *EarlierDisposal) Bars(disposal law.Date) (bars bool, missing []string) {
	if !e.On.Before(law.TaxYearStart(disposal)) {
		return false, nil
	}
	for _, limb := range [...]struct {
		fact *law.Fact[bool]
		name string
	}{{&e.ByConnected, "by_seller_or_connected"}, {&e.SameCompany, "same_company_or_group"}, {&e.Relieved, "relieved"}} {
		switch holds, ok := limb.fact.Get(); {
		case !ok:
			missing = append(missing, limb.name)
		case !holds:
			return false, nil
		}
	}
	return len(missing) == 0, missing
}

const eventList = "disposal.events"

func hadEvents(c *kase) bool {
	if !disposes(c) {
		return false
	}
	list, ok := law.Need(c, &c.Subject.Disposal.Events, eventList)
	return ok && len(list) > 0
}

func noEvent(c *kase) {
	list := *c.Subject.Disposal.Events.Ptr()
	kind, ok := law.Need(c, &c.Subject.Disposal.Kind, "disposal.kind")
	if !ok {
		return
	}
	for i := range list {
		e := &list[i]
		x := ConsequenceOf(e.Lost, kind, c.On, e.On, c.Figures)
		if x.Effect == NoEffect || x.Effect == InDoubt || e.On.After(c.AsAt) {
			continue
		}
		cured, missing := e.Cured(c.On, c.AsAt, c.Figures)
		for _, m := range missing {
			c.Unknown(law.Path(eventList, i, m.Path), m.Question)
		}
		if !cured && missing == nil {
			c.Breach(law.Path(eventList, i, ""), "The relief's requirement is not met: on %s the requirement of %s ceased to be met. %s (%s).", e.On.Long(), e.Lost.words(), x.sentence(), x.By.Pinpoint)
		}
	}
}

// Cured reports whether a death alone caused the event and the requirement was met again in
// time, so that it is ignored (ss. 236O(2A)-(2B), 236P(2A)). Known is the last day for which
// the facts speak. Missing names the facts without which there is no answer.
func (e *DisqualifyingEvent) Cured(disposal, known law.Date, f *Figures) (cured bool, missing []law.Missing) {
	last, can := CuredBy(e.Lost, disposal, e.On, f)
	if !can {
		return false, nil
	}
	again, met := e.MetAgain.Get()
	only, told := e.OnlyByDeath.Get()
	switch {
	case told && !only, met && again.After(last), !met && known.After(last):
		return false, nil
	case !met:
		missing = append(missing, law.Missing{Path: "met_again", Question: "When is the requirement met again? It is ignored if by " + last.Long() + "."})
	}
	if !told {
		missing = append(missing, law.Missing{Path: "only_by_death"})
	}
	return missing == nil, missing
}
