package cic

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

func buyingBack() Company {
	one := ShareValue{Nominal: pounds(1), Premium: pounds(0)}
	return Company{
		Type:      law.Known(Schedule3),
		Buyback:   law.Known(Buyback{On: day("2020-01-01"), Price: pounds(1), Value: one, FromLockedBody: law.Known(false)}),
		Reduction: law.Known(Reduction{On: day("2020-01-01"), How: law.Known(RepayPaidUp), Repaid: pounds(1), Value: one}),
	}
}

func buyback(change func(*Buyback)) func(*Company) {
	return func(c *Company) {
		b := *c.Buyback.Ptr()
		change(&b)
		c.Buyback = law.Known(b)
	}
}

func reduction(change func(*Reduction)) func(*Company) {
	return func(c *Company) {
		r := *c.Reduction.Ptr()
		change(&r)
		c.Reduction = law.Known(r)
	}
}

func TestCapitalRules(t *testing.T) {
	locked := buyback(func(b *Buyback) { b.FromLockedBody = law.Known(true) })
	lawtest.Suite[Company, Figures]{
		Rules: capital, Figures: Enacted(), Lawful: buyingBack, On: "2026-01-01", In: law.Scotland,
		Dates: map[string]func(*Company, law.Date){
			"buyback.on":   func(c *Company, d law.Date) { buyback(func(b *Buyback) { b.On = law.Known(d) })(c) },
			"reduction.on": func(c *Company, d law.Date) { reduction(func(r *Reduction) { r.On = law.Known(d) })(c) },
		},
		Cases: []lawtest.Case[Company]{
			{Name: "W19, reg 24: a buy-back at £1.00 is allowed", Code: BuybackAbovePaidUp, Want: law.Met},
			{Name: "W19, reg 24: a buy-back at £1.20 is refused", Code: BuybackAbovePaidUp, Change: buyback(func(b *Buyback) { b.Price = pence(120) }), Want: law.Breached, At: "buyback.price_per_share"},
			{Name: "reg 2: a premium paid to the company counts", Code: BuybackAbovePaidUp, Change: buyback(func(b *Buyback) { b.Price, b.Value.Premium = pence(120), pence(20) }), Want: law.Met},
			{Name: "reg 2: whether there was a premium is not stated", Code: BuybackAbovePaidUp, Change: buyback(func(b *Buyback) { b.Value.Premium = law.Fact[law.Pence]{} }), Want: law.Unknown, At: "buyback.value.premium_paid_to_company"},
			{Name: "reg 24: no shares", Code: BuybackAbovePaidUp, Change: typed(ByGuarantee), Want: law.NotApplicable},

			{Name: "Sch 2: from a specified locked body", Code: BuybackInSchedule2, Change: both(typed(Schedule2), locked), Want: law.Met},
			{Name: "Sch 2: from anyone else is in doubt", Code: BuybackInSchedule2, Change: typed(Schedule2), Want: law.Unknown},
			{Name: "Sch 2: a Schedule 3 company", Code: BuybackInSchedule2, Want: law.NotApplicable},

			{Name: "reg 25: repaying is one of the two ways", Code: ReductionOtherwise, Want: law.Met},
			{Name: "reg 25: releasing unpaid liability is the other", Code: ReductionOtherwise, Change: reduction(func(r *Reduction) { r.How = law.Known(ReleaseUnpaid) }), Want: law.Met},
			{Name: "reg 25: any other way is refused", Code: ReductionOtherwise, Change: reduction(func(r *Reduction) { r.How = law.Known(ReduceOtherwise) }), Want: law.Breached, At: "reduction.how"},
			{Name: "reg 25: no shares to reduce", Code: ReductionOtherwise, Change: typed(ByGuarantee), Want: law.NotApplicable},

			{Name: "reg 25: repaying paid-up value", Code: ReductionAbovePaidUp, Want: law.Met},
			{Name: "reg 25: repaying a penny more", Code: ReductionAbovePaidUp, Change: reduction(func(r *Reduction) { r.Repaid = pence(101) }), Want: law.Breached, At: "reduction.repaid_per_share"},
			{Name: "reg 25: a release repays nothing", Code: ReductionAbovePaidUp, Change: reduction(func(r *Reduction) { r.How = law.Known(ReleaseUnpaid) }), Want: law.NotApplicable},
		},
		Exempt: map[string]string{
			string(BuybackInSchedule2) + " breached": "whether it is a breach is not settled: the rule answers unknown",
		},
	}.Run(t)
}

func TestW19PaidUpValueIsTheLimitForValidatorAndCalculator(t *testing.T) {
	c := buyingBack()
	buyback(func(b *Buyback) { b.Value.Premium = pence(20) })(&c)
	a := BuybackLimit(&c)
	assert.Equal(t, law.Pence(120), a.Most)
	assert.Equal(t, BuybackAbovePaidUp, a.Binding)
	a = ReductionLimit(&c)
	assert.Equal(t, law.Pence(100), a.Most)
	a = BuybackLimit(&Company{})
	assert.False(t, a.Known())
	a = ReductionLimit(&Company{Reduction: law.Known(Reduction{})})
	assert.Len(t, a.Missing, 2)
}
