package company

import "github.com/rochdale-go/rochdale/legalform/law"

// rests takes away the acts put to a company.
func rests(c *Company, p *law.Position) {
	stood := Company{
		Name: c.Name, Public: c.Public, Basis: c.Basis, Formed: c.Formed, Traded: c.Traded, Charity: c.Charity,
		ScottishCharity: c.ScottishCharity, Members: p.Count(c.Members, 0), Classes: c.Classes, Articles: c.Articles, Board: c.Board,
	}
	*c = stood
}

// HasNoAct refuses the acts that no company has, and those on shares where it has none.
func HasNoAct(k law.ActKind, shares bool) error {
	switch k {
	case law.GivesNotice, law.Withdraws:
		return law.NoAct("shares of a company are not withdrawable; it may buy them back, or reduce its capital")
	case law.Issues, law.BuysBack, law.PassesShares:
		if !shares {
			return law.NoAct("a company limited by guarantee has no share capital")
		}
	default:
	}
	return nil
}

// AsksOf are the questions that the Companies Act puts to an act of any company, and that no
// rule here asks: Parts 17 and 18 on allotments and purchases of own shares, and the
// resolution to wind up.
func AsksOf(a *law.Act) []law.Missing {
	one := func(path, question string) []law.Missing { return []law.Missing{{Path: path, Question: question}} }
	switch {
	case a.Issue.Stated():
		return one("issue", "Was the allotment authorised, and were members' rights of pre-emption kept or disapplied (Companies Act 2006 ss. 549-551, 561)?")
	case a.BuyBack.Stated():
		return one("buy_back", "Was the purchase or redemption authorised and paid for as Part 18 asks (Companies Act 2006 ss. 684-723)?")
	case a.Leave.Stated() && a.Leave.Ptr().Forfeits:
		return one("leave.forfeits", "Do the articles let the shares be forfeited, and was that for a sum unpaid on them (Companies Act 2006 s. 659(2)(c))?")
	case a.WindUp.Stated() && a.WindUp.Ptr().By.Or(0) != law.SpecialResolution:
		return one("wind_up.by", "Was the winding up resolved on by special resolution, or ordered by a court (Insolvency Act 1986 s. 84(1)(b))?")
	}
	return nil
}

// puts puts an act to a company. What the company's own structure says of the act is kept
// where the act itself does not say it.
func puts(b Basis) func(*Company, *Figures, *law.Act, *law.Position) (law.Effect, error) {
	return func(c *Company, _ *Figures, a *law.Act, p *law.Position) (law.Effect, error) {
		k, err := a.Kind()
		if err != nil {
			return law.Effect{}, err
		}
		if err := HasNoAct(k, b.HasShares()); err != nil {
			return law.Effect{}, err
		}
		if err := law.OfAnother(k, law.Declares, c.Distribution.Stated() && k != law.TransfersAssets, "distribution"); err != nil {
			return law.Effect{}, err
		}
		out := law.Effect{Asks: AsksOf(a)}
		switch k {
		case law.Admits:
			c.Members = p.Count(c.Members, 1)
			out.Eases = []string{"members"}
			c.putMembership(b, a.On, false)
		case law.Leaves:
			c.Members = p.Count(c.Members, -1)
			c.putMembership(b, a.On, true)
			if held := p.Held(a.Leave.Ptr().Member); a.Leave.Ptr().Forfeits {
				out.Asks = append(out.Asks, c.changeClass(-held.Nominal.Or(0), -held.Nominal.Or(0))...)
			}
		case law.Issues:
			out.Asks = append(out.Asks, c.changeClass(a.Issue.Ptr().Nominal, a.Issue.Ptr().Paid)...)
		case law.BuysBack:
			out.Asks = append(out.Asks, c.changeClass(-a.BuyBack.Ptr().Nominal, -a.BuyBack.Ptr().PaidUp)...)
		case law.Declares:
			c.putDistribution(a.Declare.Ptr(), a.On, p.Books)
		case law.TransfersAssets:
			if a.Transfer.Ptr().To.Or(0) == law.MembersAsSuch {
				c.distribute(a.Transfer.Ptr().Value, a.On, p.Books)
			}
		default: // what changes nothing here
		}
		return out, nil
	}
}

// putMembership puts a beginning or an end of membership, of which the law of a company
// limited by guarantee says more.
func (c *Company) putMembership(b Basis, on law.Date, ends bool) {
	if b.HasShares() {
		return
	}
	m := c.Membership.Or(Membership{})
	m.On = law.Known(on)
	if ends {
		m.Left = law.Known(on)
	}
	c.Membership = law.Known(m)
}

// changeClass changes the shares in issue where there is one class of them; of more, an act
// does not say which.
func (c *Company) changeClass(nominal, paid law.Pence) []law.Missing {
	list, ok := c.Classes.Get()
	switch {
	case !ok:
		return nil
	case len(list) != 1:
		c.Classes = law.Fact[[]ShareClass]{}
		return []law.Missing{{Path: "classes", Question: "Of which class are the shares, and what is in issue of each after the act?"}}
	}
	one := list[0]
	if n, ok := one.Nominal.Get(); ok {
		one.Nominal = law.Known(max(n+nominal, 0))
	}
	if n, ok := one.PaidUp.Get(); ok {
		one.PaidUp = law.Known(max(n+paid, 0))
	}
	c.Classes = law.Known([]ShareClass{one})
	return nil
}

func (c *Company) putDistribution(x *law.Declaration, on law.Date, b *law.Books) {
	var sum law.Pence
	some := false
	for _, p := range x.Payments {
		if distributes(p.Kind) {
			sum, some = sum+p.Amount, true
		}
	}
	if some {
		c.distribute(sum, on, b)
	}
}

// distribute puts a distribution by the books, and keeps what else is told of it.
func (c *Company) distribute(sum law.Pence, on law.Date, b *law.Books) {
	if b == nil {
		b = &law.Books{}
	}
	firm := from(b)
	firm.Amount, firm.Made = law.Known(sum), law.Known(on)
	d := c.Distribution.Or(Distribution{})
	law.Overlay(&d, firm)
	c.Distribution = law.Known(d)
}
