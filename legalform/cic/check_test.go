package cic

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestNegativeAmountsAreRefusedByEveryFormWithTheirPlace(t *testing.T) {
	minus := law.Known(law.Pence(-1))
	acting := func() *Company {
		c := closing()
		c.Dividend, c.Interest, c.Buyback, c.Reduction, c.Transfer = paying().Dividend, borrowing().Interest, buyingBack().Buyback, buyingBack().Reduction, giving().Transfer
		c.Conversion, c.Leaving = becoming().Conversion, becomingCharity().Leaving
		return &c
	}
	form, on := SharesSchedule3(Enacted()), law.MustDate("2026-01-01")
	_, err := form.Judge(acting(), on, law.England)
	require.NoError(t, err)
	for want, spoil := range map[string]func(*Company){
		"standing.directors":                             func(c *Company) { c.Standing.Directors = law.Known(-1) },
		"standing.natural_directors":                     func(c *Company) { c.Standing.NaturalDirectors = law.Known(-1) },
		"standing.members":                               func(c *Company) { c.Standing.Members = law.Known(-1) },
		"standing.allotted":                              func(c *Company) { c.Standing.Allotted = minus },
		"dividend.counted_before":                        dividend(func(d *Distribution) { d.CountedBefore = minus }),
		"dividend.exempt_before":                         dividend(func(d *Distribution) { d.ExemptBefore = minus }),
		"dividend.portions[0].amount":                    amount(minus),
		"dividend.portions[0].paid_up":                   portion(func(p *Portion) { p.PaidUp = minus }),
		"dividend.portions[0].declared_before":           portion(func(p *Portion) { p.Before = minus }),
		"dividend.portions[0].drawn":                     portion(func(p *Portion) { p.Drawn = minus }),
		"dividend.portions[0].past[0].declared_and_paid": portion(func(p *Portion) { p.Past = law.Known([]ShareYear{{Paid: minus}}) }),
		"interest.amount":                                loan(func(p *InterestPayment) { p.Amount = minus }),
		"interest.paid_before":                           loan(func(p *InterestPayment) { p.PaidBefore = minus }),
		"interest.saved":                                 loan(func(p *InterestPayment) { p.Saved = minus }),
		"interest.balances[0].amount":                    loan(func(p *InterestPayment) { p.Balances = law.Known([]Balance{{Amount: -1}}) }),
		"buyback.price_per_share":                        buyback(func(b *Buyback) { b.Price = minus }),
		"buyback.value.nominal_paid_up":                  buyback(func(b *Buyback) { b.Value.Nominal = minus }),
		"buyback.value.premium_paid_to_company":          buyback(func(b *Buyback) { b.Value.Premium = minus }),
		"reduction.repaid_per_share":                     reduction(func(r *Reduction) { r.Repaid = minus }),
		"reduction.value.nominal_paid_up":                reduction(func(r *Reduction) { r.Value.Nominal = minus }),
		"transfer.value":                                 transfer(func(x *Transfer) { x.Value = minus }),
		"conversion.support.capital":                     conversion(func(v *Conversion) { v.Support = law.Known(Support{Capital: law.Known(Holding{100, 101})}) }),
		"conversion.support.classes[1]": conversion(func(v *Conversion) {
			v.Support = law.Known(Support{Classes: law.Known([]Holding{{100, 0}, {100, -1}})})
		}),
		"leaving.support.members":        leaving(func(l *Leaving) { l.Support = law.Known(Support{Members: law.Known(Holding{-1, -1})}) }),
		"leaving.support.debentures[0]":  leaving(func(l *Leaving) { l.Support = law.Known(Support{Debentures: []Holding{{0, 1}}}) }),
		"leaving.society.signers":        leaving(func(l *Leaving) { l.Society.Signers = law.Known(-1) }),
		"leaving.cio.old_guarantee":      leaving(func(l *Leaving) { l.CIO.OldGuarantee = minus }),
		"leaving.cio.new_guarantee":      leaving(func(l *Leaving) { l.CIO.NewGuarantee = minus }),
		"winding_up.members[0].paid_up":  residue(func(w *WindingUp) { w.Members.Or(nil)[0].PaidUp = minus }),
		"winding_up.members[0].receives": residue(func(w *WindingUp) { w.Members.Or(nil)[0].Receives = minus }),
		"winding_up.bodies[0].receives":  residue(func(w *WindingUp) { w.Bodies.Or(nil)[0].Receives = minus }),
	} {
		t.Run(want, func(t *testing.T) {
			c := acting()
			spoil(c)
			_, err := form.Judge(c, on, law.England)
			require.ErrorIs(t, err, law.ErrBody)
			assert.ErrorContains(t, err, want+": ")
		})
	}
}

func TestANegativeAmountNeverWidensALimit(t *testing.T) {
	c, f := paying(), Enacted()
	dividend(func(d *Distribution) { d.CountedBefore = law.Known(law.Pence(-100_000)) })(&c)
	a := DividendLimit(&c, &f)
	assert.False(t, a.Known(), "it is no answer, and nothing may rest on it")
	b := borrowing()
	loan(func(p *InterestPayment) { p.PaidBefore = law.Known(law.Pence(-1)) })(&b)
	a = InterestLimit(&b, &f)
	assert.False(t, a.Known())
}
