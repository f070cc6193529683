package company

import (
	"fmt"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Check refuses facts that cannot be, naming the place by its JSON path: negative numbers
// and amounts, more in treasury than in issue, more votes than members had. Net assets and
// realised profits may be below nothing.
func (c *Company) Check() error {
	if n, _ := c.Members.Get(); n < 0 {
		return fmt.Errorf("members: a negative number, %d", n)
	}
	if list := c.Classes.Ptr(); list != nil {
		for i := range *list {
			if err := (*list)[i].check(); err != nil {
				return fmt.Errorf("classes[%d].%w", i, err)
			}
		}
	}
	if r := c.Resolution.Ptr(); r != nil {
		if err := r.check(); err != nil {
			return fmt.Errorf("resolution.%w", err)
		}
	}
	if d := c.Distribution.Ptr(); d != nil {
		if p, _ := d.Amount.Get(); p < 0 {
			return fmt.Errorf("distribution.amount: a negative amount, %v", p)
		}
	}
	return nil
}

func (k *ShareClass) check() error {
	for _, f := range []struct {
		name             string
		issued, treasury *law.Fact[law.Pence]
	}{{"nominal", &k.Nominal, &k.TreasuryNominal}, {"paid_up", &k.PaidUp, &k.TreasuryPaidUp}} {
		issued, ok := f.issued.Get()
		treasury, _ := f.treasury.Get()
		switch {
		case issued < 0:
			return fmt.Errorf("%s: a negative amount, %v", f.name, issued)
		case treasury < 0 || ok && treasury > issued:
			return fmt.Errorf("treasury_%s: %v, of %v in issue", f.name, treasury, issued)
		}
	}
	return nil
}

func (r *Resolution) check() error {
	for _, f := range []struct {
		name  string
		votes *law.Fact[governance.Tally]
	}{{"votes", &r.Votes}, {"number", &r.Number}, {"interested", &r.Interested}, {"seller", &r.Seller}} {
		t, _ := f.votes.Get()
		if err := t.Check(); err != nil {
			return fmt.Errorf("%s: %w", f.name, err)
		}
	}
	if n, _ := r.Unused.Get(); n < 0 {
		return fmt.Errorf("unused: a negative number, %d", n)
	}
	return nil
}
