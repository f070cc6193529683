package cic

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Form is a community interest company as a legal form with its figures.
type Form = law.Family[Company, Figures]

// Guarantee is the company limited by guarantee without share capital.
func Guarantee(f Figures) *Form {
	return form("cic-guarantee", "CIC limited by guarantee", ByGuarantee, f)
}

// SharesSchedule2 is the company with shares that pays dividends to asset-locked bodies only.
func SharesSchedule2(f Figures) *Form {
	return form("cic-shares-schedule-2", "CIC by shares, Schedule 2", Schedule2, f)
}

// SharesSchedule3 is the company with shares that may pay capped dividends to anyone.
func SharesSchedule3(f Figures) *Form {
	return form("cic-shares-schedule-3", "CIC by shares, Schedule 3", Schedule3, f)
}

func form(id, title string, t Type, f Figures) *Form {
	return &Form{
		ID: id, Title: title, Table: Rules(), Figures: f,
		Fits: func(c *Company) error {
			if err := c.Check(); err != nil {
				return err
			}
			if stated, ok := c.Type.Get(); ok && stated != t {
				return fmt.Errorf("type: the company is stated to be of type %v, which is not this form (%v)", stated, t)
			}
			return nil
		},
		Drafts:   func(p law.Plan, _ *Figures) Company { return draft(p, t) },
		Limits:   limits,
		Bounds:   bounds,
		Proposes: proposes,
		Rests:    rests,
		Puts:     puts(t),
		Describes: func(f *Figures, on law.Date) law.Profile {
			return describe(t, f, on)
		},
	}
}

// limits answers for a year's payment with the calculators of this package.
func limits(c *Company, f *Figures, p law.Payment, b *law.Books) law.Allowance {
	if p.Declared.Before(began) {
		a := law.Open()
		a.Lack("payment.declared", "There was no community interest company before "+began.Long()+".")
		return a
	}
	switch p.Kind {
	case law.Dividend, law.LockedDividend:
		d := distributionFor(c, b, p.Declared)
		return dividendLimit(c, f, &d, p.Kind == law.LockedDividend)
	case law.ShareInterest, law.Patronage:
		a := law.Open()
		a.Working.Add("no regulation authorises it", 0)
		a.Within(0, ToMembers, s30Members)
		return a
	case law.PerformanceInterest:
		return InterestLimit(c, f)
	default: // pay for work, and spending for the community, have no limit here
		return law.Open()
	}
}

// bounds are limits as formulas. While the share cap lasted it looked back at earlier years,
// and there is no formula.
func bounds(c *Company, f *Figures, p law.Payment, b *law.Books) ([]law.Ceiling, bool) {
	a := limits(c, f, p, b)
	private := p.Kind == law.Dividend
	switch _, shares := f.ShareCap.At(p.Declared); {
	case !private && p.Kind != law.LockedDividend, a.Binding == DividendNotPermitted, a.Binding == OutsideSchedule2:
		return a.Ceilings(), true
	case private && shares:
		return nil, false
	case !a.Known():
		return a.Ceilings(), true
	}
	var list []law.Ceiling
	if e, ok := f.AggregateCap.At(b.YearStart); ok && private {
		list = append(list, aggregateCeiling(e.Value))
	}
	return append(list, profitsCeiling(p.Declared)), true
}

// distributionFor states a dividend for the year of the books, before its amount is known:
// one portion, of all the shares, privately held since the company was formed.
func distributionFor(c *Company, b *law.Books, on law.Date) Distribution {
	past := make([]ShareYear, len(b.Past))
	for i, y := range b.Past {
		past[i] = ShareYear{law.Known(y.YearStart), law.Known(y.Dividends), y.BaseRate}
	}
	return Distribution{
		Declared: law.Known(on), YearStart: law.Known(b.YearStart), Profits: b.Distributable,
		CountedBefore: law.Known(b.PaidOf(law.Dividend)), ExemptBefore: law.Known(b.PaidOf(law.LockedDividend)),
		BaseRate: b.BaseRate,
		Portions: law.Known([]Portion{{
			Held: law.Known(Privately), PaidUp: law.Known(b.PaidUp), Issued: c.Since, Past: law.Known(past),
			Before: law.Known(b.PaidOf(law.Dividend)),
		}}),
	}
}

// proposes puts a year's payments to the company: dividends as one distribution that the
// members approve, and the rest as a transfer of assets.
func proposes(c Company, b *law.Books, ps []law.Payment) Company {
	d := distributionFor(&c, b, law.Date{})
	d.Resolution = law.Known(OrdinaryResolution)
	private := d.Portions.Or(nil)[0]
	var portions []Portion
	toMembers := false
	for _, p := range ps {
		switch p.Kind {
		case law.Dividend:
			private.Amount, d.Declared = law.Known(p.Amount), law.Known(p.Declared)
			portions = append(portions, private)
		case law.LockedDividend:
			d.Declared = law.Known(p.Declared)
			portions = append(portions, Portion{Amount: law.Known(p.Amount), Held: law.Known(ByLockedBody), Body: firstNamed(&c)})
		case law.ShareInterest, law.Patronage, law.ToCommunity:
			to := ToMembersAsSuch
			if p.Kind == law.ToCommunity {
				to = ForTheCommunity
			}
			if t := c.Transfer.Ptr(); toMembers && t != nil {
				if to == ToMembersAsSuch { // one transfer is judged: all that members take
					t.Value = law.Known(t.Value.Or(0) + p.Amount)
				}
				continue
			}
			toMembers = to == ToMembersAsSuch
			c.Transfer = law.Known(Transfer{
				On: law.Known(p.Declared), FullConsideration: law.Known(false), Value: law.Known(p.Amount),
				To: law.Known(to), KeepsStricterTerms: law.Known(true),
			})
		default: // pay and interest are not distributions
		}
	}
	if portions != nil {
		d.Portions = law.Known(portions)
		c.Dividend = law.Known(d)
	}
	return c
}

func firstNamed(c *Company) law.Fact[string] {
	if names := c.Articles.LockedBodies.Or(nil); len(names) > 0 {
		return names[0].Name
	}
	return law.Fact[string]{}
}

// draft is the company that founders would form by the provisions that the Regulations
// prescribe for the type on its first day. It states what founders decide and nothing that
// a regulator or a reader must judge, but for the plan's own judgement of the community
// interest test: a company that the plan does not say is for the community leaves that open.
func draft(p law.Plan, t Type) Company {
	var named []LockedBody
	if p.Locked != "" {
		named = append(named, LockedBody{Name: law.Known(p.Locked), Kind: law.Known(Charity)})
	}
	limited := ByShares
	if !t.HasShares() {
		limited = ByGuaranteeOnly
	}
	c := Company{
		Name: law.Known(p.Name + " Community Interest Company"), Type: law.Known(t), Public: law.Known(false),
		WelshRegister: law.Known(p.In == law.Wales), Since: law.Known(p.Founded),
		Articles: PrescribedArticles(t, p.Founded, named...),
		Standing: Standing{
			Limited: law.Known(limited), Charity: law.Known(false), Members: law.Known(p.Members),
			Directors: law.Known(min(max(p.Members, 1), boardOfDraft)), NaturalDirectors: law.Known(min(max(p.Members, 1), boardOfDraft)),
			DisclosesLimited: law.Known(true),
		},
		Community: Community{Benefit: p.ForCommunity, Excluded: law.Known(NotExcluded)},
	}
	c.Articles.PermitsDividends = law.Known(t.HasShares())
	c.Articles.ReturnsPaidUp = law.Known(t == Schedule3)
	return c
}

// boardOfDraft is how many directors a draft has, where it has the members for it.
const boardOfDraft = 3
