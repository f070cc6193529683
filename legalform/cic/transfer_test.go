package cic

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

func giving() Company {
	return Company{Transfer: law.Known(Transfer{
		On: day("2020-01-01"), FullConsideration: law.Known(false), Value: pounds(500), To: law.Known(ToSpecifiedBody),
		Consent: law.Known(true), KeepsStricterTerms: law.Known(true),
	})}
}

func transfer(change func(*Transfer)) func(*Company) {
	return func(c *Company) {
		t := *c.Transfer.Ptr()
		change(&t)
		c.Transfer = law.Known(t)
	}
}

func TestTransferRules(t *testing.T) {
	to := func(b Beneficiary, consent bool) func(*Company) {
		return transfer(func(t *Transfer) { t.To, t.Consent = law.Known(b), law.Known(consent) })
	}
	full := transfer(func(t *Transfer) { t.FullConsideration = law.Known(true) })
	none := func(c *Company) { c.Transfer = law.Fact[Transfer]{} }
	lawtest.Suite[Company, Figures]{
		Rules: transfers, Figures: Enacted(), Lawful: giving, On: "2026-01-01", In: law.Wales,
		Dates: map[string]func(*Company, law.Date){
			"transfer.on": func(c *Company, d law.Date) { transfer(func(t *Transfer) { t.On = law.Known(d) })(c) },
		},
		Cases: []lawtest.Case[Company]{
			{Name: "para 1(2)(a): a specified body, freely", Code: AssetLock, Change: to(ToSpecifiedBody, false), Want: law.Met},
			{Name: "para 1(2)(a): another locked body with consent", Code: AssetLock, Change: to(ToOtherLockedBody, true), Want: law.Met},
			{Name: "para 1(2)(a): another locked body without consent", Code: AssetLock, Change: to(ToOtherLockedBody, false), Want: law.Breached, At: "transfer.regulator_consent"},
			{Name: "para 1(2)(b): for the community otherwise", Code: AssetLock, Change: to(ForTheCommunity, false), Want: law.Met},
			{Name: "para 1(1): to a friend of the directors", Code: AssetLock, Change: to(ToAnyoneElse, true), Want: law.Breached, At: "transfer.to"},
			{Name: "para 1(1): nobody says to whom", Code: AssetLock, Change: transfer(func(t *Transfer) { t.To = law.Fact[Beneficiary]{} }), Want: law.Unknown, At: "transfer.to"},
			{Name: "para 1(1): for full consideration", Code: AssetLock, Change: full, Want: law.NotApplicable},

			{Name: "s. 30(1): not to members", Code: ToMembers, Want: law.Met},
			{Name: "s. 30(1): bonus shares to members", Code: ToMembers, Change: to(ToMembersAsSuch, false), Want: law.Breached, At: "transfer.to"},
			{Name: "s. 30(1): no transfer", Code: ToMembers, Change: none, Want: law.NotApplicable},

			{Name: "para 1(3): stricter terms kept", Code: StricterLock, Want: law.Met},
			{Name: "para 1(3): a stricter term broken", Code: StricterLock, Change: transfer(func(t *Transfer) { t.KeepsStricterTerms = law.Known(false) }), Want: law.Breached, At: "transfer.keeps_stricter_terms"},
			{Name: "para 1(3): for full consideration", Code: StricterLock, Change: full, Want: law.NotApplicable},

			{Name: "guidance: approved", Code: TransferUnapproved, Want: law.Met},
			{Name: "guidance: a specified body without approval is questioned, not unlawful", Code: TransferUnapproved, Change: to(ToSpecifiedBody, false), Want: law.Breached},
			{Name: "guidance: for the community otherwise", Code: TransferUnapproved, Change: to(ForTheCommunity, false), Want: law.NotApplicable},
		},
	}.Run(t)
}

func TestATransferOfUnstatedValueIsSaidWithoutOne(t *testing.T) {
	f := Enacted()
	for _, to := range []Beneficiary{ToOtherLockedBody, ToMembersAsSuch, ToAnyoneElse} {
		c := giving()
		transfer(func(x *Transfer) { x.To, x.Value, x.Consent = law.Known(to), law.Fact[law.Pence]{}, law.Known(false) })(&c)
		rep := transfers.Judge(&c, &f, law.MustDate("2026-01-01"), law.England)
		require.NotEmpty(t, rep.Findings)
		for _, x := range rep.Findings {
			assert.NotContains(t, x.Message, "not stated")
		}
	}
}
