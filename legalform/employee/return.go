package employee

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the return of a disposal on which the relief is claimed.
const (
	OtherReliefClaimed   law.Code = "employee.other-relief-claimed"
	GainMisworked        law.Code = "employee.gain-misworked"
	LossBooked           law.Code = "employee.loss-booked"
	TrusteesCostMistaken law.Code = "employee.trustees-cost-mistaken"
)

// A ReliefReturn is what was returned of a disposal on which the relief is claimed.
type ReliefReturn struct {
	// Cost is what the shares cost whoever disposes of them, and Consideration what is given.
	Cost          law.Fact[law.Pence] `json:"cost,omitzero"`
	Consideration law.Fact[law.Pence] `json:"consideration,omitzero"`
	// Chargeable is the gain and Loss the allowable loss that were returned, and TrusteesCost
	// what the trustees treat the shares as having cost them.
	Chargeable   law.Fact[law.Pence] `json:"chargeable,omitzero"`
	Loss         law.Fact[law.Pence] `json:"loss,omitzero"`
	TrusteesCost law.Fact[law.Pence] `json:"trustees_cost,omitzero"`
	// OtherRelief says that business asset disposal relief or investors' relief was claimed.
	OtherRelief law.Fact[bool] `json:"other_relief,omitzero"`
}

var returns = law.Topic("working of the gain",
	rule{
		Code: GainMisworked, Provision: gains("ss. 236H(2)-(3), 236Q(3)", "236H"),
		Says:    "For the relief the chargeable gain must be none or, on a disposal to the trustees from 26 November 2025, 50% of the gain.",
		InForce: since(reliefBegan), Event: disposedOn, Applies: returned, Check: gainWorked,
		Remedy: "Amend the return.",
	},
	rule{
		Code: LossBooked, Provision: gains("ss. 236H(3), 236Q(3)", "236H"),
		Says:    "For the relief no loss accrues: where there is no gain the disposal is at neither gain nor loss.",
		InForce: since(reliefBegan), Event: disposedOn, Applies: returned, Check: noLoss,
		Remedy: "Take the loss out of the return.",
	},
	rule{
		Code: TrusteesCostMistaken, Provision: gains("ss. 236H(2A)(d), (3), 236Q(3)", "236H"),
		Says:    "For the relief the trustees must be treated as acquiring the shares for what they cost the other side or, where half the gain is chargeable, for the consideration less the other half.",
		InForce: since(reliefBegan), Event: disposedOn, Applies: returned, Check: costTakenOver,
		Remedy: "Record the cost that the Act gives, and not the price.",
	},
	rule{
		Code: OtherReliefClaimed, Provision: gains("s. 236H(2A)(b)-(c)", "236H"),
		Says:    "For the relief the disposal is not a qualifying business disposal and the shares are excluded shares, where half the gain is chargeable.",
		InForce: since(halfRelief), Event: disposedOn, Applies: returned, Check: noOtherRelief,
		Remedy: "Claim neither business asset disposal relief nor investors' relief on the chargeable half.",
	},
)

func returned(c *kase) bool { return c.Subject.Disposal.Return.Stated() && disposes(c) }

// treatment works the relief out from what was returned; what is missing or wrong makes the
// rule unknown.
func treatment(c *kase) (t Treatment, ok bool) {
	r := c.Subject.Disposal.Return.Ptr()
	kind, ok1 := law.Need(c, &c.Subject.Disposal.Kind, "disposal.kind")
	cost, ok2 := law.Need(c, &r.Cost, "disposal.return.cost")
	price, ok3 := law.Need(c, &r.Consideration, "disposal.return.consideration")
	if !ok1 || !ok2 || !ok3 {
		return t, false
	}
	t, err := Relieve(Price{kind, c.On, cost, price}, c.Figures)
	if err != nil {
		c.Unknown("disposal.return", "The amounts cannot be used: "+err.Error()+".")
	}
	return t, err == nil
}

func gainWorked(c *kase) {
	said, ok1 := law.Need(c, &c.Subject.Disposal.Return.Ptr().Chargeable, "disposal.return.chargeable")
	if t, ok := treatment(c); ok && ok1 && said != t.Chargeable {
		c.Breach("disposal.return.chargeable", "The relief is not as claimed: a chargeable gain of %v was returned, where it is %v.", said, t.Chargeable)
	}
}

func noLoss(c *kase) {
	if loss, ok := law.Need(c, &c.Subject.Disposal.Return.Ptr().Loss, "disposal.return.loss"); ok && loss != 0 {
		c.Breach("disposal.return.loss", "The relief is not as claimed: a loss of %v was returned, where there is none.", loss)
	}
}

func costTakenOver(c *kase) {
	said, ok1 := law.Need(c, &c.Subject.Disposal.Return.Ptr().TrusteesCost, "disposal.return.trustees_cost")
	if t, ok := treatment(c); ok && ok1 && said != t.TrusteesCost {
		c.Breach("disposal.return.trustees_cost", "The relief is not as claimed: the trustees' cost is recorded as %v, where it is %v.", said, t.TrusteesCost)
	}
}

func noOtherRelief(c *kase) {
	other, ok1 := law.Need(c, &c.Subject.Disposal.Return.Ptr().OtherRelief, "disposal.return.other_relief")
	if !ok1 || !other {
		return
	}
	if t, ok := treatment(c); ok && t.OtherReliefsShut {
		c.Breach("disposal.return.other_relief", "The relief is not as claimed: another relief is claimed on the %v that is chargeable.", t.Chargeable)
	}
}
