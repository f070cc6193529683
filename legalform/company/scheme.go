package company

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rules on what follows when a scheme has been agreed.
const (
	SchemeNotSanctioned law.Code = "company.scheme-not-sanctioned"
	SchemeUndelivered   law.Code = "company.scheme-order-undelivered"
)

// A SchemeEffect is a compromise or arrangement with members, or a class of them, that is
// treated as binding. Whether they agreed to it, a Resolution of the kind scheme says.
type SchemeEffect struct {
	// From is the day from which it is treated as binding.
	From law.Fact[law.Date] `json:"from,omitzero"`
	// Sanctioned: the court sanctioned it; Delivered: a copy of the order had been delivered to
	// the registrar.
	Sanctioned law.Fact[bool] `json:"sanctioned,omitzero"`
	Delivered  law.Fact[bool] `json:"order_delivered,omitzero"`
}

var schemeFrom = dated("scheme_effect.from", func(c *Company) *law.Fact[SchemeEffect] { return &c.SchemeEffect }, func(s *SchemeEffect) law.Fact[law.Date] { return s.From })

var schemes = law.Topic("schemes",
	rule{
		Code: SchemeNotSanctioned, Provision: sec("s. 899(1), (3)", "899"),
		Says:    "A compromise or arrangement binds the members, or the class of them, and the company, when the court has sanctioned it.",
		InForce: fromProfits, Event: schemeFrom, Applies: schemeBinds, Check: schemeSanctioned,
		Remedy: "Apply to the court; until it sanctions the scheme nobody is bound.",
	},
	rule{
		Code: SchemeUndelivered, Provision: sec("s. 899(4)", "899"),
		Says:    "The court's order has no effect until a copy of it has been delivered to the registrar.",
		InForce: fromProfits, Event: schemeFrom, Applies: schemeBinds, Check: schemeDelivered,
		Remedy: "Deliver a copy of the order.",
	},
)

func schemeBinds(c *kase) bool { return c.Subject.SchemeEffect.Stated() }

func schemeSanctioned(c *kase) {
	must(c, &c.Subject.SchemeEffect.Ptr().Sanctioned, true, "scheme_effect.sanctioned", "The court has not sanctioned the scheme.")
}

func schemeDelivered(c *kase) {
	must(c, &c.Subject.SchemeEffect.Ptr().Delivered, true, "scheme_effect.order_delivered", "No copy of the court's order was delivered to the registrar.")
}
