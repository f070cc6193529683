package employee

import (
	"github.com/rochdale-go/rochdale/legalform/company"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// TrusteesClass is the class of the register to which the trustees belong, as far as acts
// must tell whose shares are whose.
const TrusteesClass = "trustees"

// rests takes away the payments put to a company. The disposal to the trustees stands, and so
// do bonuses and grants: what the reliefs ask, they ask of the years after too.
func rests(c *Company, _ *law.Position) {
	put := c.Accounts.Payments.Stated()
	if c.Accounts = (Accounts{}); put {
		c.Accounts.Payments = law.Known([]law.Payment{})
	}
}

// puts puts an act to a company owned by a trust. What the company's own structure says of
// the act is kept where the act itself does not say it.
func puts(c *Company, _ *Figures, a *law.Act, p *law.Position) (law.Effect, error) {
	k, err := a.Kind()
	if err != nil {
		return law.Effect{}, err
	}
	if err := company.HasNoAct(k, true); err != nil {
		return law.Effect{}, err
	}
	if err := law.OfAnother(k, law.Declares, len(c.Accounts.Payments.Or(nil)) > 0, "accounts.payments"); err != nil {
		return law.Effect{}, err
	}
	out := law.Effect{Asks: company.AsksOf(a)}
	switch k {
	case law.Issues:
		x := a.Issue.Ptr()
		out.Asks = append(out.Asks, c.changeStake(x.Nominal, ofTrustees(p, x.Member, x.Nominal))...)
	case law.BuysBack:
		x := a.BuyBack.Ptr()
		out.Asks = append(out.Asks, c.changeStake(-x.Nominal, -ofTrustees(p, x.Member, x.Nominal))...)
	case law.PassesShares:
		x := a.Pass.Ptr()
		out.Asks = append(out.Asks, c.changeStake(0, ofTrustees(p, x.To, x.Nominal)-ofTrustees(p, x.From, x.Nominal))...)
	case law.Leaves:
		x := a.Leave.Ptr()
		if held := p.Held(x.Member); x.Forfeits {
			n := held.Nominal.Or(0)
			out.Asks = append(out.Asks, c.changeStake(-n, -ofTrustees(p, x.Member, n))...)
		}
	case law.Declares:
		x := a.Declare.Ptr()
		ps := make([]law.Payment, len(x.Payments))
		for i, q := range x.Payments {
			ps[i] = law.Payment{Kind: q.Kind, Amount: q.Amount, Declared: a.On}
		}
		*c = propose(*c, p.Books, ps)
	default: // what changes nothing here
	}
	return out, nil
}

// ofTrustees is an amount where the member is the trustees, and nothing where not.
func ofTrustees(p *law.Position, member string, n law.Pence) law.Pence {
	if p.Held(member).Class == TrusteesClass {
		return n
	}
	return 0
}

// changeStake changes the shares in issue and those that the trustees hold, where there is
// one class. Votes and entitlements follow the shares only where the trustees hold all of
// them before and after: of anything less they are no longer told.
func (c *Company) changeStake(issued, held law.Pence) []law.Missing {
	if issued == 0 && held == 0 {
		return nil
	}
	list, ok := c.Control.Classes.Get()
	if !ok || len(list) != 1 {
		c.Control.Classes = law.Fact[[]ShareClass]{}
		c.clearStake()
		return []law.Missing{{Path: "control.classes", Question: "Of which class are the shares, and what do the trustees hold of each after the act?"}}
	}
	one := list[0]
	all, ok1 := one.Issued.Get()
	theirs, ok2 := one.Held.Get()
	if !ok1 || !ok2 {
		c.clearStake()
		return nil
	}
	one.Issued, one.Held = law.Known(max(all+issued, 0)), law.Known(max(theirs+held, 0))
	c.Control.Classes = law.Known([]ShareClass{one})
	if all != theirs || issued != held {
		c.clearStake()
	} else if votes, ok := c.Control.Votes.Capable.Get(); ok && votes == int64(all) {
		c.Control.Votes = Votes{Trustees: law.Known(int64(theirs + held)), Capable: law.Known(int64(all + issued))}
	}
	return nil
}

func (c *Company) clearStake() {
	c.Control.Votes, c.Control.Profits, c.Control.Assets = Votes{}, Entitlement{}, Entitlement{}
}
