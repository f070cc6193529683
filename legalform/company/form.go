package company

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Form is a company as a legal form with its figures.
type Form = law.Family[Company, Figures]

// Shares is the private company limited by shares.
func Shares(f Figures) *Form {
	return form("company-limited-by-shares", "Company limited by shares", ByShares, false, f)
}

// Guarantee is the private company limited by guarantee without a share capital.
func Guarantee(f Figures) *Form {
	return form("company-limited-by-guarantee", "Company limited by guarantee", ByGuarantee, false, f)
}

// Public is the public company limited by shares.
func Public(f Figures) *Form {
	return form("public-limited-company", "Public limited company", ByShares, true, f)
}

func form(id, title string, b Basis, public bool, f Figures) *Form {
	return &Form{
		ID: id, Title: title, Table: rules, Figures: f,
		Fits:     func(c *Company) error { return c.fits(b, public) },
		Drafts:   func(p law.Plan, _ *Figures) Company { return draft(p, b, public) },
		Limits:   PaymentAllowance,
		Bounds:   bounds,
		Proposes: propose,
		Rests:    rests,
		Puts:     puts(b),
		Describes: func(f *Figures, on law.Date) law.Profile {
			return describe(b, public, f, on)
		},
	}
}

// fits refuses facts that cannot be, and a company stated to be of another form.
func (c *Company) fits(want Basis, public bool) error {
	if err := c.Check(); err != nil {
		return err
	}
	if b, ok := c.Basis.Get(); ok && b != want {
		return fmt.Errorf("basis: the company is stated to be limited %v, which is not this form (%v)", b, want)
	}
	if is, ok := c.Public.Get(); ok && is != public {
		return fmt.Errorf("public: stated to be %v, which is not this form", is)
	}
	return nil
}

// boardOfDraft is how many directors a draft has, where it has the members for it.
const boardOfDraft = 3

// draft is the company that founders would form under the model articles, with one class of
// fully paid ordinary shares where it has shares. What the plan does not say is not stated.
func draft(p law.Plan, b Basis, public bool) Company {
	ending := " Limited"
	if public {
		ending = " plc"
	}
	board := min(max(p.Members, 1), boardOfDraft)
	c := Company{
		Name: law.Known(p.Name + ending), Public: law.Known(public), Basis: law.Known(b), Traded: law.Known(false),
		Charity: law.Known(false), ScottishCharity: law.Known(false), Members: law.Known(int64(p.Members)),
		Board: Board{Directors: law.Known(board), Natural: law.Known(board)},
	}
	if !p.Founded.IsZero() {
		c.Formed = law.Known(p.Founded)
	}
	if b.HasShares() {
		c.Classes = law.Known([]ShareClass{{
			Name: "ordinary", Nominal: law.Known(p.Capital), PaidUp: law.Known(p.Capital),
			TreasuryNominal: law.Known(law.Pence(0)), TreasuryPaidUp: law.Known(law.Pence(0)),
			Voting: law.Known(true), Redeemable: law.Known(false),
		}})
	}
	return c
}

// distributes reports whether a payment is a distribution on shares.
func distributes(k law.PaymentKind) bool { return k == law.Dividend || k == law.LockedDividend }

// from is the distribution that books allow for, before its amount is known: profits are
// stated net of losses, and what was declared for the year already is used, and is out of
// the net assets. Capital and reserves are stated as one sum.
func from(b *law.Books) Distribution {
	var used law.Pence
	for _, p := range b.Paid {
		if distributes(p.Kind) {
			used += p.Amount
		}
	}
	nothing := law.Known(law.Pence(0))
	d := Distribution{Profits: b.Distributable, Used: law.Known(used), Losses: nothing, WrittenOff: nothing, Reserves: b.Undistributable}
	if assets, ok := b.NetAssets.Get(); ok {
		d.NetAssets = law.Known(assets - used)
	}
	if b.Undistributable.Stated() {
		d.CalledUp = nothing
	}
	return d
}

// propose puts a year's dividends to the company as one distribution, dated by the last.
// The rest are costs, or spending that no rule here is about.
func propose(c Company, b *law.Books, ps []law.Payment) Company {
	d := from(b)
	var sum law.Pence
	var last law.Date
	for _, p := range ps {
		if distributes(p.Kind) {
			sum += p.Amount
			if p.Declared.After(last) {
				last = p.Declared
			}
		}
	}
	if !slices.ContainsFunc(ps, func(p law.Payment) bool { return distributes(p.Kind) }) {
		return c
	}
	d.Amount = law.Known(sum)
	if !last.IsZero() {
		d.Made = law.Known(last)
	}
	c.Distribution = law.Known(d)
	return c
}

// PaymentAllowance says how much of a payment a company may make on the day on which it is
// declared, given its books. Dividends are bounded by DistributableProfits from 6 April
// 2008; a public company's by its net assets too, which books may state. A company
// without shares has no dividend, and what shares earn is never interest. Pay, gifts and
// interest on debts are costs, on which these rules set no limit. Books not given hold
// nothing.
func PaymentAllowance(c *Company, _ *Figures, p law.Payment, b *law.Books) law.Allowance {
	if b == nil {
		b = &law.Books{}
	}
	switch p.Kind {
	case law.Dividend, law.LockedDividend:
		return allowDividend(c, p, b)
	case law.ShareInterest:
		a := law.NoSuch("shares of a company bear no interest: what is paid on them is a dividend")
		a.Provision = sec("s. 829", "829")
		return a
	case law.Patronage:
		a := law.Open()
		a.Lack("patronage", "Is what members are paid by their trade or work a discount or pay, which is a cost, or a distribution to them as members (s. 829)?")
		return a
	default:
		return law.Open()
	}
}

func allowDividend(c *Company, p law.Payment, b *law.Books) law.Allowance {
	a := law.Open()
	basis, ok := c.Basis.Get()
	public, ok1 := c.Public.Get()
	switch {
	case !ok:
		a.Lack("basis", "")
		return a
	case !basis.HasShares():
		a = law.NoSuch("it has no share capital, and so no dividend on shares")
		a.Provision = sec("s. 5", "5")
		return a
	case !ok1:
		a.Lack("public", "")
		return a
	case p.Declared.IsZero():
		a.Lack("payment.declared", "On which day is it declared?")
		return a
	case p.Declared.Before(profitsDay):
		a.Lack("payment.declared", "What did the law before "+profitsDay.Long()+" allow? It is not modelled.")
		return a
	}
	d := from(b)
	if public && !(d.NetAssets.Stated() && d.Reserves.Stated()) {
		a = DistributableProfits(&d, false)
		if !d.NetAssets.Stated() {
			a.Lack("net_assets", "What are the company's net assets, before the year's dividends?")
		}
		if !d.Reserves.Stated() {
			a.Lack("undistributable", "What are the company's called-up share capital and undistributable reserves together?")
		}
		return a
	}
	return DistributableProfits(&d, public)
}

// bounds are the limits of PaymentAllowance as formulas. What stands in the way of a dividend
// does so whatever the amounts; of net assets, which bound a public company's, there is none.
func bounds(c *Company, f *Figures, p law.Payment, b *law.Books) ([]law.Ceiling, bool) {
	a := PaymentAllowance(c, f, p, b)
	switch public, _ := c.Public.Get(); {
	case !distributes(p.Kind) || !a.Known() || a.Unlimited || a.Binding == "":
		return a.Ceilings(), true
	case public:
		return nil, false
	}
	return []law.Ceiling{outOfProfits}, true
}

var profitsDay = law.MustDate(startProfits)
