package society

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on transfers of shares.
const (
	TransferNotAllowed      law.Code = "society.transfer-not-allowed"
	TransferWithoutConsent  law.Code = "society.transfer-without-consent"
	TransferOverMaximum     law.Code = "society.transfer-over-maximum"
	TransferOverMaximum1965 law.Code = "society.transfer-over-maximum-1965"
)

// A Transfer is a transfer of shares from one member to another holder.
type Transfer struct {
	On law.Fact[law.Date] `json:"on,omitzero"`
	// Amount is what is paid up on the shares transferred; Withdrawable says that they are
	// withdrawable ones.
	Amount       law.Fact[law.Pence] `json:"amount,omitzero"`
	Withdrawable law.Fact[bool]      `json:"withdrawable,omitzero"`
	// UnderNomination says that it is made to a nominee on the member's death, which the
	// rules cannot forbid.
	UnderNomination law.Fact[bool] `json:"under_nomination,omitzero"`
	// Consented says that the committee agreed.
	Consented law.Fact[bool] `json:"consented,omitzero"`
	// To is what the new holder had before it.
	To law.Fact[Holding] `json:"to,omitzero"`
}

func (x *Transfer) check() error {
	if h := x.To.Ptr(); h != nil {
		if err := h.check(); err != nil {
			return fmt.Errorf("to.%w", err)
		}
	}
	return amountFact("amount", &x.Amount)
}

func transferOf(s *Society) *law.Fact[Transfer] { return &s.Transfer }

var transferred = dealingOn("transfer.on", transferOf, func(x *Transfer) law.Fact[law.Date] { return x.On })

var transferLimit = rule{
	Code: TransferOverMaximum, Provision: act2014.At("s. 24(1)-(2)", "section/24"),
	Says:    "A transfer may not give a member who is not exempt an interest in the society's withdrawable shares exceeding the maximum.",
	InForce: from2014, Event: transferred, Applies: dealing(transferOf), Check: transferFits,
	Remedy: "Transfer fewer shares, and have the rest withdrawn.",
}

var transfers = law.Topic("transfers",
	rule{
		Code: TransferNotAllowed, Provision: modelRules.At("the society's registered rules, on the transfer of shares", ""), Weight: law.OwnRules,
		Says:    "Shares are transferred only if the society's rules determine that they are transferable, save to a nominee on death.",
		InForce: always, Event: transferred, Applies: notToNominee, Check: transferable,
		Remedy: "Have the shares withdrawn instead, or amend the rules.",
	},
	rule{
		Code: TransferWithoutConsent, Provision: modelRules.At("the society's registered rules, on the committee's consent to transfer", ""), Weight: law.OwnRules,
		Says:    "Where the society's rules require the consent of the committee to a transfer of shares, it must be given.",
		InForce: always, Event: transferred, Applies: notToNominee, Check: consentedTo,
		Remedy: "Put the transfer to the committee.",
	},
	rule{
		Code: TransferOverMaximum1965, Provision: act1965.At("s. 6(1)-(1ZA)", "section/6"),
		Says: "A transfer may not give a member who is not exempt an interest in the society's shares exceeding the maximum, shares that are not " +
			"withdrawable being left out of account from 8 January 2012.",
		InForce: windows1965(start1965), Event: transferred, Applies: dealing(transferOf), Check: transferFits,
		Remedy: transferLimit.Remedy, Successor: TransferOverMaximum,
	},
	transferLimit,
)

func notToNominee(c *kase) bool {
	x := c.Subject.Transfer.Ptr()
	if x == nil {
		return false
	}
	nominee, ok := law.Need(c, &x.UnderNomination, "transfer.under_nomination")
	return ok && !nominee
}

// needTerms needs what the rules say of shares.
func needTerms(c *kase) (*ShareTerms, bool) {
	t := c.Subject.ShareTerms.Ptr()
	if t == nil {
		c.Unknown("share_terms", "What do the society's rules say of its shares?")
	}
	return t, t != nil
}

func transferable(c *kase) {
	if t, ok := needTerms(c); ok {
		if yes, ok := law.Need(c, &t.Transferable, "share_terms.transferable"); ok && !yes {
			c.Breach("transfer", "The society's rules do not let its shares be transferred.")
		}
	}
}

func consentedTo(c *kase) {
	t, ok := needTerms(c)
	if !ok {
		return
	}
	if must, ok := law.Need(c, &t.Consent, "share_terms.consent"); !ok || !must {
		return
	}
	if yes, ok := law.Need(c, &c.Subject.Transfer.Ptr().Consented, "transfer.consented"); ok && !yes {
		c.Breach("transfer.consented", "The committee did not consent to the transfer.")
	}
}

// transferFits counts what the new holder would have as a holding of its own.
func transferFits(c *kase) {
	x := c.Subject.Transfer.Ptr()
	amount, ok := law.Need(c, &x.Amount, "transfer.amount")
	limit, ok1 := law.Read(c, &c.Figures.MaxShareholding, c.On)
	if !ok || !ok1 {
		return
	}
	if limit.OnlyWithdrawable {
		if yes, ok := law.Need(c, &x.Withdrawable, "transfer.withdrawable"); !ok || !yes {
			return
		}
	}
	to, ok := law.Need(c, &x.To, "transfer.to")
	if !ok {
		return
	}
	provider, ok := law.Read(c, &c.Figures.ProviderExemption, c.On)
	if !ok {
		return
	}
	counted, missing := to.after(amount).counted(limit, provider)
	if missing != "" {
		c.Unknown("transfer.to."+missing, "")
	} else if counted > limit.Most {
		c.Breach("transfer.amount", "The new holder would have an interest of %v that counts; the maximum is %v.", counted, limit)
	}
}

// after is the holding with more shares that count.
func (h Holding) after(amount law.Pence) *Holding {
	if p, ok := h.Withdrawable.Get(); ok {
		h.Withdrawable = law.Known(p + amount)
	}
	return &h
}
