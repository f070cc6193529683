package cic

import (
	"cmp"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/company"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// rests takes away the acts put to a company.
func rests(c *Company, p *law.Position) {
	c.changeMembers(p, 0)
	c.Formation, c.Conversion, c.Objects = law.Fact[Formation]{}, law.Fact[Conversion]{}, law.Fact[ObjectsChange]{}
	c.Dividend, c.Interest = law.Fact[Distribution]{}, law.Fact[InterestPayment]{}
	c.Buyback, c.Reduction = law.Fact[Buyback]{}, law.Fact[Reduction]{}
	c.Transfer, c.WindingUp = law.Fact[Transfer]{}, law.Fact[WindingUp]{}
	c.Report, c.Leaving = law.Fact[CommunityReport]{}, law.Fact[Leaving]{}
}

// puts puts an act to a company of a type. What the company's own structure says of the act
// is kept where the act itself does not say it.
func puts(t Type) func(*Company, *Figures, *law.Act, *law.Position) (law.Effect, error) {
	return func(c *Company, _ *Figures, a *law.Act, p *law.Position) (law.Effect, error) {
		k, err := a.Kind()
		if err != nil {
			return law.Effect{}, err
		}
		if err := company.HasNoAct(k, t.HasShares()); err != nil {
			return law.Effect{}, err
		}
		if err := c.onlyOf(k); err != nil {
			return law.Effect{}, err
		}
		out := law.Effect{Asks: company.AsksOf(a)}
		switch k {
		case law.Admits:
			c.changeMembers(p, 1)
			out.Eases = []string{"standing.members"}
		case law.Leaves:
			c.changeMembers(p, -1)
			if held := p.Held(a.Leave.Ptr().Member); a.Leave.Ptr().Forfeits {
				c.changeAllotted(-held.Nominal.Or(0))
			}
		case law.Issues:
			c.changeAllotted(a.Issue.Ptr().Nominal)
			out.Eases = []string{"standing.allotted"}
		case law.BuysBack:
			x := a.BuyBack.Ptr()
			c.changeAllotted(-x.Nominal)
			c.putBuyback(x, a.On)
		case law.Declares:
			err = c.putDividend(a.Declare.Ptr(), a.On, p.Books)
		case law.TransfersAssets:
			out.Asks = append(out.Asks, c.putTransfer(a.Transfer.Ptr(), a.On)...)
		case law.WindsUp:
			c.putWindingUp(a.WindUp.Ptr(), a.On, p)
		default: // what changes nothing here
		}
		return out, err
	}
}

// onlyOf refuses facts of an act of another kind.
func (c *Company) onlyOf(k law.ActKind) error {
	return cmp.Or(
		law.OfAnother(k, law.Declares, c.Dividend.Stated(), "dividend"), law.OfAnother(k, law.BuysBack, c.Buyback.Stated(), "buyback"),
		law.OfAnother(k, law.TransfersAssets, c.Transfer.Stated() && k != law.Declares, "transfer"),
		law.OfAnother(k, law.WindsUp, c.WindingUp.Stated(), "winding_up"),
	)
}

func (c *Company) changeMembers(p *law.Position, by int64) {
	stated, ok := c.Standing.Members.Get()
	var now law.Fact[int64]
	if ok {
		now = law.Known(int64(stated))
	}
	now = p.Count(now, by)
	if n, ok := now.Get(); ok {
		c.Standing.Members = law.Known(int(n))
	}
}

func (c *Company) changeAllotted(by law.Pence) {
	if n, ok := c.Standing.Allotted.Get(); ok {
		c.Standing.Allotted = law.Known(max(n+by, 0))
	}
}

// putBuyback states a purchase of shares alike by what one of them costs.
func (c *Company) putBuyback(x *law.BuyBack, on law.Date) {
	n := law.Pence(x.Shares)
	nominal := min(x.Nominal, x.PaidUp) / n
	value := x.PaidUp / n
	price := x.Price / n
	switch { // what does not divide must not seem above the paid-up value, or within it
	case x.Price > x.PaidUp:
		price = max(price, value+1)
	default:
		price = min(price, value)
	}
	b := c.Buyback.Or(Buyback{})
	b.On, b.Price = law.Known(on), law.Known(price)
	b.Value = ShareValue{law.Known(nominal), law.Known(value - nominal)}
	c.Buyback = law.Known(b)
}

// putDividend puts a declaration as Propose would, but for what approved it: that is as the
// act says, or the company's structure, or not stated.
func (c *Company) putDividend(x *law.Declaration, on law.Date, b *law.Books) error {
	told := c.Dividend
	ps := make([]law.Payment, len(x.Payments))
	for i, p := range x.Payments {
		ps[i] = law.Payment{Kind: p.Kind, Amount: p.Amount, Declared: on}
	}
	c.Dividend = law.Fact[Distribution]{}
	*c = proposes(*c, b, ps)
	put := c.Dividend.Ptr()
	if put == nil {
		c.Dividend = told
		return nil
	}
	d := *put
	d.Resolution = law.Fact[Resolution]{}
	said := told.Or(Distribution{})
	portions, err := portionsOf(d.Portions.Or(nil), said.Portions)
	if err != nil {
		return err
	}
	said.Portions = law.Fact[[]Portion]{}
	firm := d
	law.Overlay(&d, said)
	law.Overlay(&d, firm)
	d.Portions = law.Known(portions)
	if r, ok := x.By.Get(); ok {
		d.Resolution = law.Known(Resolution(r))
	}
	c.Dividend = law.Known(d)
	return nil
}

// portionsOf are the portions of an act with what is told of each; their amounts, and what
// was declared on them before, are the act's.
func portionsOf(of []Portion, told law.Fact[[]Portion]) ([]Portion, error) {
	list, ok := told.Get()
	if !ok {
		return of, nil
	}
	if len(list) != len(of) {
		return nil, fmt.Errorf("facts.dividend.portions: %d, where the act declares %d", len(list), len(of))
	}
	out := make([]Portion, len(of))
	for i := range of {
		out[i] = of[i]
		law.Overlay(&out[i], list[i])
		out[i].Amount, out[i].Before = of[i].Amount, of[i].Before
		held, declared := out[i].Held.Or(0), of[i].Held.Or(0)
		if held.locked() != declared.locked() {
			return nil, fmt.Errorf("%s: %v, where the act declares a dividend %v", law.Path("facts.dividend.portions", i, "held"), held, declared)
		}
	}
	return out, nil
}

// putTransfer puts a transfer of assets. A body that the articles name is one whatever else
// it is; whether one that is said to be named is, is read there.
func (c *Company) putTransfer(x *law.AssetTransfer, on law.Date) (asks []law.Missing) {
	t := c.Transfer.Or(Transfer{})
	t.On, t.Value, t.FullConsideration = law.Known(on), law.Known(x.Value), law.Known(x.Value == 0)
	law.Overlay(&t, Transfer{Consent: x.Consent})
	t.To = law.Fact[Beneficiary]{}
	to, ok := x.To.Get()
	switch {
	case x.ForCommunity.Or(false):
		t.To = law.Known(ForTheCommunity)
	case !ok:
	case to == law.MembersAsSuch:
		t.To = law.Known(ToMembersAsSuch)
	case to == law.AnyoneElse || to == law.Community && x.ForCommunity.Stated():
		t.To = law.Known(ToAnyoneElse)
	case to == law.Community:
		t.To = law.Known(ForTheCommunity)
		asks = append(asks, law.Missing{Path: "transfer_assets.for_community", Question: "Is the transfer for the benefit of the community?"})
	default:
		t.To = c.lockedBeneficiary(x.Name, to)
	}
	c.Transfer = law.Known(t)
	return asks
}

func (c *Company) lockedBeneficiary(name string, is law.Recipient) law.Fact[Beneficiary] {
	names, ok := c.Articles.LockedBodies.Get()
	if !ok || name == "" {
		return law.Fact[Beneficiary]{}
	}
	for i := range names {
		named, ok := names[i].Name.Get()
		if !ok {
			return law.Fact[Beneficiary]{}
		}
		if named == name {
			return law.Known(ToSpecifiedBody)
		}
	}
	if is == law.NamedBody { // it is not, and nothing says what else it is
		return law.Known(ToAnyoneElse)
	}
	return law.Known(ToOtherLockedBody)
}

func (c *Company) putWindingUp(x *law.WindingUp, on law.Date, p *law.Position) {
	w := c.WindingUp.Or(WindingUp{})
	w.On, w.Residue = law.Known(on), law.Known(x.Residue)
	members := make([]MemberResidue, len(x.ToMembers))
	for i, m := range x.ToMembers {
		held := p.Held(m.Member)
		members[i] = MemberResidue{law.Known(m.Member), held.Nominal, law.Known(m.Amount)}
	}
	bodies := make([]BodyResidue, len(x.ToBodies))
	for i, b := range x.ToBodies {
		bodies[i] = BodyResidue{Name: law.Known(b.Name), Receives: law.Known(b.Amount)}
		if is, ok := b.Is.Get(); ok && is != law.NamedBody {
			bodies[i].Locked = law.Known(is == law.InterestCompany || is == law.CharityBody || is == law.LockedSociety)
		}
	}
	if told, ok := w.Members.Get(); ok && len(told) == len(members) { // a premium, say, is told by the facts
		for i := range members {
			law.Overlay(&members[i], MemberResidue{PaidUp: told[i].PaidUp})
		}
	}
	w.Members, w.Bodies = law.Known(members), law.Known(bodies)
	c.WindingUp = law.Known(w)
}
