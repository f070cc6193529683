package employee

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the relief for the trustees' acquisition costs.
const (
	AcquisitionNotForCosts law.Code = "employee.acquisition-not-for-costs"
	AcquisitionUnqualified law.Code = "employee.acquisition-unqualified"
	AcquisitionOver        law.Code = "employee.acquisition-relief-over"
	AcquisitionClaimLate   law.Code = "employee.acquisition-claim-late"
)

// An Acquisition is a payment by the company to the trustees that is a distribution
// chargeable to income tax, and the relief claimed on it (ITTOIA 2005 s. 401ZA).
type Acquisition struct {
	On     law.Fact[law.Date]  `json:"on,omitzero"`
	Amount law.Fact[law.Pence] `json:"amount,omitzero"`
	// ForCosts says that it was made for the purposes of meeting the acquisition costs.
	ForCosts law.Fact[bool] `json:"for_costs,omitzero"`
	// Qualified says that the requirements of s. 236H(4) are met in relation to the disposal,
	// by whomever it was made: a company too may have sold the shares.
	Qualified law.Fact[bool]              `json:"qualified,omitzero"`
	Costs     law.Fact[[]AcquisitionCost] `json:"costs,omitzero"`
	Claimed   law.Fact[law.Pence]         `json:"claimed,omitzero"`
	ClaimedOn law.Fact[law.Date]          `json:"claimed_on,omitzero"`
}

// AcquisitionCostKind is what the trustees spent money on.
type AcquisitionCostKind uint8

// The acquisition costs of s. 401ZA(4)(a) to (f), and two that are none: the expense of
// owning the shares once acquired, and a later purchase, which did not result from the
// disposal.
const (
	PricePaid AcquisitionCostKind = iota + 1
	LoanRepaid
	InterestPaid
	ValuationPaid
	StampDutyPaid
	OtherCostPaid
	OwnershipCost
	LaterPurchase
)

var acquisitionCostKinds = []string{
	"", "price", "loan-repayment", "interest", "valuation", "stamp-duty", "other-direct", "ownership", "later-purchase",
}

// String gives the JSON value.
func (k AcquisitionCostKind) String() string { return law.NameOf(acquisitionCostKinds, k) }

// MarshalText writes String.
func (k AcquisitionCostKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *AcquisitionCostKind) UnmarshalText(b []byte) error {
	return law.ParseName(k, acquisitionCostKinds, b, "a cost of trustees")
}

// An AcquisitionCost is money that the trustees spent.
type AcquisitionCost struct {
	Kind   AcquisitionCostKind `json:"kind"`
	Amount law.Pence           `json:"amount"`
	// Excess is the part that is no acquisition cost: of interest, what exceeds a reasonable
	// commercial rate; of other expenses, what is not reasonable or not directly connected
	// with the acquisition.
	Excess law.Pence `json:"excess,omitzero"`
	// Before is what of it was deducted from other distributions.
	Before law.Pence `json:"before,omitzero"`
}

// AcquisitionFigures are the figures of the relief for acquisition costs.
type AcquisitionFigures struct {
	// AcquisitionClaimYears is how many years after the end of the tax year a claim may be made.
	AcquisitionClaimYears law.History[int]
}

func enactedAcquisition() AcquisitionFigures {
	return AcquisitionFigures{AcquisitionClaimYears: law.Since("employee.acquisition_claim_years", "years after the end of the tax year",
		at(strictRegime, 4, tma1970.At("s. 43(1)", "section/43")))}
}

// An AcquisitionRelief is how much of a distribution goes untaxed.
type AcquisitionRelief struct {
	Relief  law.Pence `json:"relief"`
	Taxable law.Pence `json:"taxable"`
	// Unused is what could be deducted from later distributions.
	Unused law.Pence `json:"unused"`
	// Allowed is what of each cost counts, in the order of the list.
	Allowed []law.Pence `json:"allowed"`
	Working law.Working `json:"working"`
}

// RelieveCosts works out the relief on a distribution: the acquisition costs not deducted
// elsewhere, and never more than the distribution. The expense of owning the shares and
// later purchases count for nothing. It refuses a day before 30 October 2024 and amounts
// below nothing, beyond law.MaxPence, or parts greater than their whole.
func RelieveCosts(on law.Date, distribution law.Pence, costs []AcquisitionCost, f *Figures) (AcquisitionRelief, error) {
	r := AcquisitionRelief{Allowed: make([]law.Pence, len(costs))}
	if _, ok := f.AcquisitionClaimYears.At(on); !ok {
		return r, fmt.Errorf("%w: on: there was no relief for acquisition costs on %s", ErrRelief, on.Long())
	}
	if distribution < 0 || distribution > law.MaxPence {
		return r, fmt.Errorf("%w: amount: %v", ErrRelief, distribution)
	}
	var sum law.Pence
	for i := range costs {
		x := &costs[i]
		left := x.Amount - x.Excess - x.Before
		if x.Kind == 0 || x.Kind > LaterPurchase || x.Amount < 0 || x.Amount > law.MaxPence || x.Excess < 0 || x.Before < 0 ||
			x.Excess > x.Amount || x.Before > x.Amount-x.Excess || sum > law.MaxPence-left {
			return AcquisitionRelief{}, fmt.Errorf("%w: costs[%d]: a %v of %v, of which %v is excess and %v deducted before", ErrRelief, i, x.Kind, x.Amount, x.Excess, x.Before)
		}
		if x.Kind == OwnershipCost || x.Kind == LaterPurchase {
			continue
		}
		r.Allowed[i] = left
		sum += left
	}
	r.Relief = min(sum, distribution)
	r.Taxable, r.Unused = distribution-r.Relief, sum-r.Relief
	r.Working.Add("distribution", distribution)
	r.Working.Add("acquisition costs not deducted before", sum)
	r.Working.Add("relief", r.Relief)
	r.Working.Add("taxable", r.Taxable)
	return r, nil
}

// ClaimCostsBy returns the last day for claiming the relief on a distribution: four years
// after the end of its tax year. ok is false before 30 October 2024.
func ClaimCostsBy(on law.Date, f *Figures) (last law.Date, ok bool) {
	years, ok := f.AcquisitionClaimYears.At(on)
	if !ok {
		return law.Date{}, false
	}
	return law.MonthsAfterEnd(yearEnd(on), years.Value*monthsInYear), true
}

var distributedOn = event{Path: "acquisition.on", Of: func(c *Company) law.Fact[law.Date] {
	if a := c.Acquisition.Ptr(); a != nil {
		return a.On
	}
	return law.Fact[law.Date]{}
}}

var acquisitions = law.Topic("acquisitions",
	rule{
		Code: AcquisitionNotForCosts, Provision: ittoia.At("s. 401ZA(1)(d)", "section/401ZA"),
		Says:    "For the relief for acquisition costs the payment must have been made for the purposes of meeting the trustees' acquisition costs.",
		InForce: since(strictRegime), Event: distributedOn, Applies: distributed, Check: paidForCosts,
		Remedy: "Tax the whole distribution; let the next one be resolved upon for the costs.",
	},
	rule{
		Code: AcquisitionUnqualified, Provision: ittoia.At("s. 401ZA(1)(b), (3)", "section/401ZA"),
		Says:    "For the relief for acquisition costs the relief requirements of section 236H(4) must be met in relation to the disposal, whether or not a company made it.",
		InForce: since(strictRegime), Event: distributedOn, Applies: distributed, Check: disposalQualified,
		Remedy: "Tax the whole distribution.",
	},
	rule{
		Code: AcquisitionOver, Provision: ittoia.At("s. 401ZA(2), (4)", "section/401ZA"),
		Says:    "For the relief for acquisition costs no more may be deducted than these costs, than leaves nothing of the distribution, and than has not been deducted from another distribution.",
		InForce: since(strictRegime), Event: distributedOn, Applies: distributed, Check: costsCovered,
		Remedy: "Tax the excess.",
	},
	rule{
		Code: AcquisitionClaimLate, Provision: ittoia.At("s. 401ZA(2); Taxes Management Act 1970 s. 43(1)", "section/401ZA"),
		Says:    "For the relief for acquisition costs a claim must be made, not more than four years after the end of the tax year.",
		InForce: since(strictRegime), Event: distributedOn, Applies: distributed, Check: costsClaimedInTime,
		Remedy: "Tax the whole distribution.",
	},
)

func distributed(c *kase) bool { return c.Subject.Acquisition.Stated() }

func paidForCosts(c *kase) {
	if meant, ok := law.Need(c, &c.Subject.Acquisition.Ptr().ForCosts, "acquisition.for_costs"); ok && !meant {
		c.Breach("acquisition.for_costs", "The relief's requirement is not met: the payment was not made to meet the acquisition costs.")
	}
}

func disposalQualified(c *kase) {
	is, ok := law.Ask(c, &c.Subject.Acquisition.Ptr().Qualified, "acquisition.qualified",
		"Are the relief requirements of s. 236H(4) met in relation to the disposal, whoever made it?")
	if ok && !is {
		c.Breach("acquisition.qualified", "The relief's requirement is not met: the requirements of s. 236H(4) are not all met in relation to the disposal.")
	}
}

func costsCovered(c *kase) {
	a := c.Subject.Acquisition.Ptr()
	claimed, ok1 := law.Need(c, &a.Claimed, "acquisition.claimed")
	amount, ok2 := law.Need(c, &a.Amount, "acquisition.amount")
	costs, ok3 := law.Need(c, &a.Costs, "acquisition.costs")
	if !ok1 || !ok2 || !ok3 {
		return
	}
	r, err := RelieveCosts(c.On, amount, costs, c.Figures)
	switch {
	case err != nil:
		c.Unknown("acquisition.costs", "The costs cannot be used: "+err.Error()+".")
	case claimed > r.Relief:
		c.Breach("acquisition.claimed", "The relief's requirement is not met: %v is claimed on a distribution of %v, where %v is due. The excess is %v.", claimed, amount, r.Relief, claimed-r.Relief)
	}
}

func costsClaimedInTime(c *kase) {
	on, ok := law.Need(c, &c.Subject.Acquisition.Ptr().ClaimedOn, "acquisition.claimed_on")
	last, in := ClaimCostsBy(c.On, c.Figures)
	if ok && in && on.After(last) {
		c.Breach("acquisition.claimed_on", "The relief's requirement is not met: it is claimed on %s, where the last day was %s.", on.Long(), last.Long())
	}
}
