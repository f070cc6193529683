package employee

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Design is a bonus to be paid to everybody who takes part on one day, on one set of
// terms: a pot that is shared out, or a formula. Either adds up amounts by the factors that
// the statute allows; a product of factors cannot be written.
type Design struct {
	Determined law.Date `json:"determined"`
	Paid       law.Date `json:"paid"`
	// Pool or Formula is given, and not both.
	Pool    law.Fact[Pool]    `json:"pool,omitzero"`
	Formula law.Fact[Formula] `json:"formula,omitzero"`
	People  []Taker           `json:"people"`
	// Earlier are qualifying bonus payments that the people received before, of which those
	// of the tax year use up the exempt amount.
	Earlier []Bonus `json:"earlier,omitempty"`
}

// A Taker takes part in a bonus. Whoever is employed by two companies of a group is in the
// list twice, once for each.
type Taker struct {
	Worker
	// Employer and Group are as those of a Bonus.
	Employer string           `json:"employer,omitempty"`
	Group    law.Fact[string] `json:"group,omitzero"`
}

// A Share is what one who takes part receives, and how it is taxed: Exempt and Taxable add
// up to Total. National insurance contributions are due on the whole.
type Share struct {
	Award
	Employer  string    `json:"employer,omitempty"`
	Exempt    law.Pence `json:"exempt"`
	Taxable   law.Pence `json:"taxable"`
	Insurable law.Pence `json:"insurable"`
}

// Designed is what a design comes to.
type Designed struct {
	// Shares are in the order of the people.
	Shares  []Share   `json:"shares"`
	Total   law.Pence `json:"total"`
	Exempt  law.Pence `json:"exempt"`
	Taxable law.Pence `json:"taxable"`
	// Qualifies says whether the award meets what sections 312C to 312G ask, by Report.
	// Where it is unknown the exemption is provisional: what it is if the award qualifies.
	Qualifies law.Outcome `json:"qualifies"`
	Report    *law.Report `json:"report"`
	// Missing are facts without which the exemption cannot be reckoned; nothing is then said
	// of tax in the shares.
	Missing []law.Missing `json:"missing,omitempty"`
}

// DesignBonus works a design out for a company: who gets what, whether the award qualifies,
// and how much of it is free of income tax, in the order of the dates and in proportion on a
// day, to the penny. What the design settles of the award (its dates, its factors, that they
// are added, whether some receive nothing) is taken from it, and everything else from the
// company's facts. It refuses a design without people or dates, with a pool and a formula or
// neither, and whatever Awards, Award and ExemptBonus refuse.
func DesignBonus(c Company, d *Design, f *Figures) (Designed, error) {
	awards, factors, err := d.awards()
	if err != nil {
		return Designed{}, err
	}
	c.BonusAward.Made = law.Known(true)
	c.BonusAward.Determined, c.BonusAward.Paid = law.Known(d.Determined), law.Known(d.Paid)
	t := &c.BonusAward.Terms
	t.Same, t.Factors = law.Known(true), law.Known(factors)
	t.FactorsSeparate, t.TotalIsSum = law.Known(true), law.Known(true)
	t.SomeReceiveNothing = law.Known(LeavesSomeWithNothing(awards))

	var out Designed
	out.Qualifies, out.Report = QualifyingBonus(&c, f)
	list := d.bonuses(awards, out.Qualifies != law.Breached)
	e, err := ExemptBonus(list, f)
	if err != nil {
		return Designed{}, err
	}
	out.Missing = d.placed(e.Missing)
	for i := range awards {
		s := Share{Award: awards[i], Employer: d.People[i].Employer, Insurable: awards[i].Total}
		if e.Known() {
			treated := e.Treated[len(d.Earlier)+i]
			s.Exempt, s.Taxable = treated.Exempt, treated.Taxable
		}
		if s.Total > law.MaxPence-out.Total {
			return Designed{}, fmt.Errorf("%w: people[%d]: %w", ErrAward, i, law.ErrTooLarge)
		}
		out.Total, out.Exempt, out.Taxable = out.Total+s.Total, out.Exempt+s.Exempt, out.Taxable+s.Taxable
		out.Shares = append(out.Shares, s)
	}
	return out, nil
}

// awards shares the pot out, or applies the formula, and lists the factors in use.
func (d *Design) awards() ([]Award, []Factor, error) {
	pool, formula := d.Pool.Ptr(), d.Formula.Ptr()
	switch {
	case len(d.People) == 0:
		return nil, nil, fmt.Errorf("%w: people: nobody takes part", ErrAward)
	case d.Paid.IsZero() || d.Determined.IsZero() || d.Paid.Before(d.Determined):
		return nil, nil, fmt.Errorf("%w: determined on %v, paid on %v", ErrAward, d.Determined, d.Paid)
	case (pool == nil) == (formula == nil):
		return nil, nil, fmt.Errorf("%w: give a pool or a formula", ErrAward)
	}
	type place struct{ id, employer string }
	at := make(map[place]int, len(d.People))
	for i := range d.People {
		x := place{d.People[i].ID, d.People[i].Employer}
		if j, twice := at[x]; twice || x.id == "" {
			return nil, nil, fmt.Errorf("%w: people[%d].id: none, or the id and employer of people[%d]", ErrAward, i, j)
		}
		at[x] = i
	}
	if pool != nil {
		return d.fromPool(pool)
	}
	var factors []Factor
	for _, e := range *formula {
		factors = append(factors, e.Factor)
	}
	awards := make([]Award, len(d.People))
	for i := range d.People {
		a, err := formula.Award(d.People[i].Worker)
		if err != nil {
			return nil, nil, fmt.Errorf("people[%d]: %w", i, err)
		}
		awards[i] = a
	}
	return awards, distinct(factors), nil
}

func (d *Design) fromPool(pool *Pool) ([]Award, []Factor, error) {
	var factors []Factor
	for _, part := range pool.Parts {
		if part.Weight > 0 {
			factors = append(factors, part.Factor)
		}
	}
	workers := make([]Worker, len(d.People))
	for i := range d.People {
		workers[i] = d.People[i].Worker
	}
	awards, err := pool.Awards(workers)
	return awards, distinct(factors), err
}

// bonuses are the payments of the design, after the earlier ones.
func (d *Design) bonuses(awards []Award, qualifies bool) []Bonus {
	list := make([]Bonus, 0, len(d.Earlier)+len(awards))
	list = append(list, d.Earlier...)
	for i := range awards {
		list = append(list, Bonus{
			Person: awards[i].ID, Employer: d.People[i].Employer, Group: d.People[i].Group,
			On: d.Paid, Amount: awards[i].Total,
			Payer: law.Known(EmployerCompany), Qualifying: law.Known(qualifies),
		})
	}
	return list
}

// placed gives facts missing from the list of payments their places in the design.
func (d *Design) placed(missing []law.Missing) []law.Missing {
	for k := range missing {
		var i int
		var field string
		if n, _ := fmt.Sscanf(missing[k].Path, "bonuses[%d].%s", &i, &field); n < 2 {
			continue
		}
		if i < len(d.Earlier) {
			missing[k].Path = law.Path("earlier", i, field)
		} else {
			missing[k].Path = law.Path("people", i-len(d.Earlier), field)
		}
	}
	return missing
}

// distinct keeps the first of each factor.
func distinct(list []Factor) []Factor {
	out := []Factor{}
	seen := map[Factor]bool{}
	for _, f := range list {
		if !seen[f] {
			seen[f] = true
			out = append(out, f)
		}
	}
	return out
}
