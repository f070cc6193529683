package employee

import (
	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Company is a company whose shares an employee-ownership trust holds, or is to hold, as
// facts at a date, with the payments put to it. Each part is the business of one group of
// sections. The zero Company states nothing.
type Company struct {
	Name    law.Fact[string]   `json:"name,omitzero"`
	Founded law.Fact[law.Date] `json:"founded,omitzero"`

	// Control is the trustees' stake (s. 236M).
	Control Control `json:"control,omitzero"`
	// Benefits are the terms on which the trusts let employees benefit (s. 236K).
	Benefits Benefits `json:"benefits,omitzero"`
	// Disposal is the sale or gift of shares to the trustees for which relief is claimed.
	Disposal Disposal `json:"disposal,omitzero"`
	// Business is what the company or its group does (s. 236I).
	Business Business `json:"business,omitzero"`
	// Trust is the settlement: what it permits beside Benefits, and who the trustees are
	// (ss. 236J, 236L, 236LA).
	Trust Trust `json:"trust,omitzero"`
	// Participation counts owners and their kin among those employed (s. 236N).
	Participation Participation `json:"participation,omitzero"`
	// Bonuses are payments to employees and former employees (s. 312A).
	Bonuses law.Fact[[]Bonus] `json:"bonuses,omitzero"`
	// BonusAward is the award of bonuses that is judged (ss. 312B to 312G).
	BonusAward BonusAward `json:"bonus_award,omitzero"`
	// SharePlans are grants of shares and options with tax advantages.
	SharePlans SharePlans `json:"share_plans,omitzero"`
	// Voice is the informing and consulting of employees.
	Voice Voice `json:"voice,omitzero"`
	// Acquisition is a distribution to the trustees on which relief for the costs of acquiring
	// the shares is claimed, and Gift a transfer to a trust for employees without payment.
	Acquisition law.Fact[Acquisition] `json:"acquisition,omitzero"`
	Gift        law.Fact[Gift]        `json:"gift,omitzero"`
	// Accounts are profits, and payments put to the company out of them.
	Accounts Accounts `json:"accounts,omitzero"`
}

// A Disposal is the disposal of ordinary shares to the trustees by "P" (s. 236H(1)).
type Disposal struct {
	// Made says whether there was, or is to be, one. A company founded with the trustees as
	// its only holder has none.
	Made law.Fact[bool]     `json:"made,omitzero"`
	On   law.Fact[law.Date] `json:"on,omitzero"`

	Kind           law.Fact[DisposalKind] `json:"kind,omitzero"`
	Seller         law.Fact[Seller]       `json:"seller,omitzero"`
	OrdinaryShares law.Fact[bool]         `json:"ordinary_shares,omitzero"`
	Bargain        Bargain                `json:"bargain,omitzero"`
	// Earlier are disposals in earlier tax years, Claim the claim to the relief, Return what
	// was returned under it, and Events what ended a requirement since the disposal.
	Earlier law.Fact[[]EarlierDisposal]    `json:"earlier,omitzero"`
	Claim   law.Fact[ReliefClaim]          `json:"claim,omitzero"`
	Return  law.Fact[ReliefReturn]         `json:"return,omitzero"`
	Events  law.Fact[[]DisqualifyingEvent] `json:"events,omitzero"`
}

// TaxYearEnd returns the 5 April on which the tax year of the disposal ends; it is not
// stated where the date of the disposal is not.
func (d *Disposal) TaxYearEnd() law.Fact[law.Date] {
	on, ok := d.On.Get()
	if !ok {
		return law.Fact[law.Date]{}
	}
	return law.Known(law.MonthsBeginningWith(law.TaxYearStart(on), 12))
}

type (
	rule  = law.Rule[Company, Figures]
	kase  = law.Case[Company, Figures]
	event = law.Event[Company]
)

// need is law.Need for a fact in a list, whose path is written only where it is missing.
func need[V any](c *kase, f *law.Fact[V], list string, i int, field string) (V, bool) {
	if v, ok := f.Get(); ok {
		return v, true
	}
	return law.Need(c, f, law.Path(list, i, field))
}
