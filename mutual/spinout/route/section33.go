package route

import (
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout/psm"
)

// Codes of section 33. Whether the bidder is a public service mutual at all is judged by the
// rules of package psm, which are lifted into the table.
const (
	Services33    law.Code = "route.services-33"
	TooLong33     law.Code = "route.too-long-33"
	NotPublic33   law.Code = "route.not-public-33"
	NotFlexible33 law.Code = "route.not-flexible-33"
	Again33       law.Code = "route.again-33"
	Health33      law.Code = "route.health-33"
)

var section33 = law.Topic("section 33",
	rule{
		Code: Services33, Provision: procurement2023.At("s. 33(1)(a), and SI 2024/692 reg 42(2)", "section/33"),
		Says:    "A contract may be reserved for public service mutuals if it is for reservable light touch services.",
		InForce: in2023, Event: begunOn, Check: services33, Remedy: "Leave other services out of the contract, or open it to all.",
	},
	rule{
		Code: TooLong33, Provision: procurement2023.At("s. 33(1)(b)", "section/33"),
		Says:    "The contract must have a maximum term of five years or less.",
		InForce: in2023, Event: begunOn, Check: term33, Remedy: "Shorten the term, extensions included.",
	},
	rule{
		Code: NotPublic33, Provision: procurement2023.At("s. 33(1)", "section/33"),
		Says:    "Section 33 applies in relation to the award of a public contract.",
		InForce: in2023, Event: begunOn, Check: public33, Remedy: "Award a contract below the threshold by the rules for those.",
	},
	rule{
		Code: NotFlexible33, Provision: procurement2023.At("s. 33(2)", "section/33"),
		Says:    "It is a competitive flexible procedure that may provide for suppliers to be excluded that are not qualifying public service mutuals.",
		InForce: in2023, Event: begunOn, Check: flexible, Remedy: "Use a competitive flexible procedure, and provide in it for the others to be excluded.",
	},
	rule{
		Code: Again33, Provision: procurement2023.At("s. 33(5), (7)", "section/33"),
		Says:    "A qualifying public service mutual has not entered into a comparable contract during the period of three years ending with the day of the award.",
		InForce: in2023, Event: begunOn, Check: again33, Remedy: "Wait until three years have passed since the contract was entered into, or open the contract to all.",
	},
	rule{
		Code: Health33, Provision: procurement2024.At("reg 43", "regulation/43"),
		Says:    "The Act does not apply in relation to regulated health procurement.",
		InForce: in2023, Event: begunOn, Check: health33, Remedy: "Procure the service by provider selection (SI 2023/1348).",
	},
)

// mutuals33 is section 33 with the test of the bidder.
var mutuals33 = law.Lift(section33, psm.StatutoryRules(), "bidder.body.",
	func(a *Award) *psm.Body { return &a.Bidder.Body }, func(f *Figures) *psm.Figures { return &f.Tests })

func services33(c *kase) {
	const path = "contract.cpv"
	codes, _ := law.Need(c, &c.Subject.Contract.CPV, path)
	for i, code := range codes {
		switch code.In2024() {
		case Listed:
		case NotReservable:
			c.Breach(law.Path(path, i, ""), "Services of the code %s are light-touch services that may not be reserved.", code)
		case NotListed, BelowListed:
			c.Breach(law.Path(path, i, ""), "Services of the code %s are not among those that may be reserved.", code)
		}
	}
}

func term33(c *kase) {
	months, ok := law.Need(c, &c.Subject.Contract.Months, "contract.months")
	most, ok1 := law.Read(c, &c.Figures.Term33, c.On)
	if ok && ok1 && months > most {
		c.Breach("contract.months", "The contract may last %d months, where a reserved one may last %d.", months, most)
	}
}

func public33(c *kase) {
	if is, ok := law.Need(c, &c.Subject.Contract.AboveThreshold, "contract.above_threshold"); ok && !is {
		c.Breach("contract.above_threshold", "The contract is below the threshold, and no public contract.")
	}
}

func flexible(c *kase) {
	if is, ok := law.Need(c, &c.Subject.Contract.Flexible, "contract.competitive_flexible"); ok && !is {
		c.Breach("contract.competitive_flexible", "The procedure is no competitive flexible one that provides for the others to be excluded.")
	}
}

func again33(c *kase) {
	bar, ok := law.Read(c, &c.Figures.Bar33, c.On)
	if !ok {
		return
	}
	pastOf(c, UnderSection33, func(i int, p *Past, day law.Date) {
		path := law.Path("bidder.past", i, "entered")
		was, ok := law.Need(c, &p.Entered, path)
		if last := law.MonthsBeginningWith(was, bar); ok && !was.After(day) && !day.After(last) {
			c.Breach(path, "The bidder entered into a comparable contract on %s, within the three years ending on %s.", was.Long(), day.Long())
		}
	})
}

func health33(c *kase) {
	if is, ok := law.Need(c, &c.Subject.Contract.Health, "contract.nhs_health_care"); ok && is {
		c.Breach("contract.nhs_health_care", "The contract is for health care services of the National Health Service, to which the Act does not apply.")
	}
}
