package surplus

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Ready lists the ready policies: those for forms of the United Kingdom, and those that
// restate the reserves of foreign laws or of history, which are labelled as not validated. Each call makes
// new values, which the caller may change; the rate of tax is the caller's to set.
func Ready() []Policy {
	return []Policy{
		consumerCoOp(), workerCoOp(), workerCompany(), multiStakeholder(), communityBenefit(),
		cicGuarantee(), cicSchedule2(), cicSchedule3(),
		spain(), basque(), mondragon(), italy(), franceSCOP(), quebec(), subchapterT(), internalAccounts(), rochdale(),
	}
}

// ReadyPolicy finds a ready policy by its id.
func ReadyPolicy(id string) (*Policy, error) {
	ready := Ready()
	i := slices.IndexFunc(ready, func(p Policy) bool { return p.About.ID == id })
	if i >= 0 {
		return &ready[i], nil
	}
	ids := make([]string, len(ready))
	for i := range ready {
		ids[i] = ready[i].About.ID
	}
	return nil, fmt.Errorf("no ready policy %.40q; there are %s", id, strings.Join(ids, ", "))
}

// allOf is the whole of a base, share a part of it in per cent.
func allOf(s Step, of Base) Step {
	s.Share, s.Of = whole, of
	return s
}

func percentOf(s Step, n int64, of Base, named ...string) Step {
	s.Share, s.Of, s.Named = law.Percent(n), of, named
	return s
}

// under says which rule calls for a step; must, that it calls for it in full.
func under(s Step, w law.Weight, p law.Provision) Step {
	s.Rule = Rule{p, w}
	return s
}

func must(s Step) Step {
	s.Must = true
	return s
}

// The steps that policies are put together from.

func makeGoodLosses() Step { return allOf(Step{Name: "losses", To: Losses}, OfLosses) }

func reserve(name string) Step { return Step{Name: name, To: GeneralReserve} }

func indivisible(name, fund string) Step {
	return Step{Name: name, To: IndivisibleReserve, Fund: fund}
}

func community(name string, to Recipient) Step {
	return Step{Name: name, To: to, Kinds: []law.PaymentKind{law.ToCommunity}}
}

func interest(name string) Step {
	return Step{Name: name, To: Members, By: Capital, Kinds: []law.PaymentKind{law.ShareInterest}}
}

func bonus(name string) Step {
	return Step{Name: name, To: Staff, By: Pay, Kinds: []law.PaymentKind{law.StaffBonus}}
}

func patronage(name string) Step {
	return Step{Name: name, To: Members, By: Trade, Kinds: []law.PaymentKind{law.Patronage}}
}

// labour is a dividend on work: what a society calls patronage is pay in a company.
func labour(name string, by Factor) Step {
	return Step{Name: name, To: Members, By: by, Kinds: []law.PaymentKind{law.Patronage, law.StaffBonus}}
}
