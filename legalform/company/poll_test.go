package company

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func demands(f func(*PollDemand)) change { return func(c *Company) { f(c.PollDemand.Ptr()) } }

func TestPolls(t *testing.T) {
	noDemand := func(c *Company) { c.PollDemand = law.Fact[PollDemand]{} }
	classDemand := demands(func(d *PollDemand) { d.OfClass, d.Refused = yes, no })
	purchase := demands(func(d *PollDemand) { d.OnPurchase = yes })
	suite(t, polls, meeting, []tcase{
		{Name: "s. 321(1): polls are open", Code: PollsBarred, Want: law.Met},
		{Name: "s. 321(1): barred", Code: PollsBarred, Change: func(c *Company) { c.Articles.BarsPolls = yes }, Want: law.Breached},
		{Name: "s. 321(2): four with nine per cent", Code: PollRefused, Want: law.Met},
		{Name: "s. 321(2)(a): five", Code: PollRefused, Change: demands(func(d *PollDemand) { d.Heads = num(5) }), Want: law.Breached},
		{Name: "s. 321(2)(b): a tenth of votes", Code: PollRefused, Change: demands(func(d *PollDemand) { d.Votes = num(100) }), Want: law.Breached},
		{Name: "s. 321(2)(c): a tenth of capital", Code: PollRefused, Change: demands(func(d *PollDemand) { d.PaidUp = pounds(100) }), Want: law.Breached},
		{Name: "s. 321(1): on an adjournment the articles may bar it", Code: PollRefused, Change: demands(func(d *PollDemand) { d.Heads, d.ChairOrAdjournment = num(5), yes }), Want: law.Met},
		{Name: "s. 321: no demand", Code: PollRefused, Change: noDemand, Want: law.NotApplicable},
		{Name: "s. 334(6): taken", Code: ClassPollRefused, Change: classDemand, Want: law.Met},
		{Name: "s. 334(6): refused to one", Code: ClassPollRefused, Change: all(classDemand, demands(func(d *PollDemand) { d.Heads, d.Refused = num(1), yes })), Want: law.Breached},
		{Name: "s. 334(6): a general meeting", Code: ClassPollRefused, Want: law.NotApplicable},
		{Name: "s. 695(4)(b): taken", Code: PurchasePollRefused, Change: all(purchase, demands(func(d *PollDemand) { d.Refused = no })), Want: law.Met},
		{Name: "s. 695(4)(b): refused to one", Code: PurchasePollRefused, Change: all(purchase, demands(func(d *PollDemand) { d.Heads = num(1) })), Want: law.Breached},
		{Name: "s. 695(4)(b): another question", Code: PurchasePollRefused, Want: law.NotApplicable},
	})
}

func TestB8PollDemand(t *testing.T) {
	f, day := Enacted(), law.MustDate("2026-06-01")
	for _, x := range []struct {
		heads, votes int64
		limb         string
	}{{4, 90, ""}, {5, 20, "(a)"}, {1, 100, "(b)"}} {
		limb, due := PollDemanded(&f, x.heads, x.votes, 1000, law.Pounds(x.votes), law.Pounds(1000), day)
		assert.Equal(t, x.limb, limb)
		assert.Equal(t, x.limb != "", due)
	}
}
