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
		if err := d.check(); err != nil {
			return fmt.Errorf("distribution.%w", err)
		}
	}
	return c.checkCounts()
}

// checkCounts looks at numbers of persons, minutes and hours.
func (c *Company) checkCounts() error {
	var board BoardDecision
	if b := c.BoardDecision.Ptr(); b != nil {
		board = *b
	}
	var adjournment Adjournment
	if a := c.Adjournment.Ptr(); a != nil {
		adjournment = *a
	}
	var amendment ResolutionAmendment
	if a := c.ResolutionAmendment.Ptr(); a != nil {
		amendment = *a
	}
	var society SocietyConversion
	if s := c.SocietyConversion.Ptr(); s != nil {
		society = *s
	}
	for _, f := range []struct {
		path  string
		count *law.Fact[int]
	}{
		{"society_conversion.members_appointed", &society.Appointed},
		{"society_conversion.appointed_signed", &society.Signed},
		{"board_decision.in_office", &board.InOffice},
		{"board_decision.attending", &board.Attending},
		{"board_decision.not_counted", &board.NotCounted},
		{"board_decision.eligible", &board.Eligible},
		{"board_decision.agreed", &board.Agreed},
		{"board_decision.fixed_quorum", &board.FixedQuorum},
		{"board_decision.chair_late_minutes", &board.ChairLate},
		{"adjournment.quorum_after_minutes", &adjournment.QuorumAfter},
		{"resolution_amendment.notice_hours", &amendment.Hours},
	} {
		if n, _ := f.count.Get(); n < 0 {
			return fmt.Errorf("%s: a negative number, %d", f.path, n)
		}
	}
	eligible, ok := board.Eligible.Get()
	if agreed, _ := board.Agreed.Get(); ok && agreed > eligible {
		return fmt.Errorf("board_decision.agreed: %d, of %d who could have voted", agreed, eligible)
	}
	return nil
}

func (d *Distribution) check() error {
	for _, f := range []struct {
		name   string
		amount *law.Fact[law.Pence]
	}{{"amount", &d.Amount}, {"already_used", &d.Used}, {"realised_losses", &d.Losses}, {"losses_written_off", &d.WrittenOff}, {"on_treasury_shares", &d.OnTreasury}} {
		if p, _ := f.amount.Get(); p < 0 {
			return fmt.Errorf("%s: a negative amount, %v", f.name, p)
		}
	}
	losses, ok := d.Losses.Get()
	if off, _ := d.WrittenOff.Get(); ok && off > losses {
		return fmt.Errorf("losses_written_off: %v, of %v", off, losses)
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
