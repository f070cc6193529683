package route

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of regulation 77: what is reserved, for whom, for how long and how.
const (
	Services77  law.Code = "route.services-77"
	Mission77   law.Code = "route.mission-77"
	Profits77   law.Code = "route.profits-77"
	Structure77 law.Code = "route.structure-77"
	Again77     law.Code = "route.again-77"
	TooLong77   law.Code = "route.too-long-77"
	NoReference law.Code = "route.no-reference-77"
	Health77    law.Code = "route.health-77"
)

type (
	rule  = law.Rule[Award, Figures]
	kase  = law.Case[Award, Figures]
	event = law.Event[Award]
)

var begunOn = event{Path: "contract.begun", Of: func(a *Award) law.Fact[law.Date] { return a.Contract.Begun }}

const replaced = "revoked for procurements begun from 24 February 2025 (SI 2024/716, SI 2024/959)"

var regulation77 = law.Topic("regulation 77",
	rule{
		Code: Services77, Provision: contracts2015.At("reg 77(2)", "regulation/77"),
		Says:    "A contract is reservable only if it is exclusively for services that the listed CPV codes cover.",
		InForce: in2015, Event: begunOn, Check: services77, Remedy: "Leave other services out of the contract, or open it to all.", Successor: Services33,
	},
	rule{
		Code: Mission77, Provision: contracts2015.At("reg 77(3)(a)", "regulation/77"),
		Says:    "The objective of a qualifying organisation is the pursuit of a public service mission linked to the delivery of the services.",
		InForce: in2015, Event: begunOn, Check: mission77, Remedy: "Make the mission the organisation's objective.", Ended: replaced,
	},
	rule{
		Code: Profits77, Provision: contracts2015.At("reg 77(3)(b)", "regulation/77"),
		Says:    "Profits are reinvested with a view to achieving the objective, and any distribution of profits is based on participatory considerations.",
		InForce: in2015, Event: begunOn, Check: profits77, Remedy: "Reinvest profits, and distribute them by participation alone.", Ended: replaced,
	},
	rule{
		Code: Structure77, Provision: contracts2015.At("reg 77(3)(c)", "regulation/77"),
		Says:    "The structures of management or ownership are, or will be, based on employee ownership or participatory principles, or require the active participation of employees, users or stakeholders.",
		InForce: in2015, Event: begunOn, Check: structure77, Remedy: "Give employees, users or stakeholders a part.", Ended: replaced,
	},
	rule{
		Code: Again77, Provision: contracts2015.At("reg 77(3)(d)", "regulation/77"),
		Says:    "The organisation has not been awarded, pursuant to the regulation, a contract for the services concerned by the authority concerned within the past 3 years.",
		InForce: in2015, Event: begunOn, Check: again77, Remedy: "Wait until three years have passed since the award, or open the contract to all.", Successor: Again33,
	},
	rule{
		Code: TooLong77, Provision: contracts2015.At("reg 77(4)", "regulation/77"),
		Says:    "The maximum duration of a contract awarded under the regulation shall not be longer than 3 years.",
		InForce: in2015, Event: begunOn, Check: term77, Remedy: "Shorten the term, extensions included.", Successor: TooLong33,
	},
	rule{
		Code: NoReference, Provision: contracts2015.At("reg 77(5)", "regulation/77"),
		Says:    "The call for competition shall make reference to Article 77 of the Public Contracts Directive.",
		InForce: in2015, Event: begunOn, Check: cites77, Remedy: "Refer to the article in the call for competition.", Ended: replaced,
	},
	rule{
		Code: Health77, Provision: contracts2015.At("reg 77(6)", "regulation/77"),
		Says:    "The regulation does not apply to the procurement of health care services for the purposes of the National Health Service.",
		InForce: in2015, Event: begunOn, Check: health77, Remedy: "Procure the service under the law of the health service.", Successor: Health33,
	},
)

// services77 breaches where a code is none that may be reserved, and doubts where one is
// only below a listed code.
func services77(c *kase) {
	const path = "contract.cpv"
	codes, ok := law.Need(c, &c.Subject.Contract.CPV, path)
	if !ok {
		return
	}
	var below CPV
	for i, code := range codes {
		switch code.In2015() {
		case NotListed, NotReservable:
			c.Breach(law.Path(path, i, ""), "The contract is for services of the code %s, which may not be reserved.", code)
			return
		case BelowListed:
			below = code
		case Listed:
		}
	}
	if below == "" {
		return
	}
	if c.Doubt("Does a listed code cover services of the codes below it?", "It covers them", "Only the listed codes are covered") == 1 {
		c.Breach(path, "The contract is for services of the code %s, which is not listed itself.", below)
	}
}

func mission77(c *kase) {
	has, ok := law.Ask(c, &c.Subject.Bidder.Mission, "bidder.public_service_mission", "Is the bidder's objective a public service mission linked to the delivery of the services?")
	if ok && !has {
		c.Breach("bidder.public_service_mission", "The bidder's objective is not a public service mission linked to the services.")
	}
}

func profits77(c *kase) {
	b := &c.Subject.Bidder
	if does, ok := law.Need(c, &b.Reinvests, "bidder.reinvests"); ok && !does {
		c.Breach("bidder.reinvests", "The bidder does not reinvest its profits with a view to its objective.")
	}
	pays, ok := law.Need(c, &b.Distributes, "bidder.distributes")
	if !ok || !pays {
		return
	}
	if fair, ok := law.Need(c, &b.Participatory, "bidder.distributes_by_participation"); ok && !fair {
		c.Breach("bidder.distributes_by_participation", "The bidder distributes profits on other than participatory considerations.")
	}
}

func structure77(c *kase) {
	if s, ok := law.Need(c, &c.Subject.Bidder.Structure, "bidder.structure"); ok && s == OtherStructure {
		c.Breach("bidder.structure", "The bidder is neither owned nor managed by participation of employees, users or stakeholders.")
	}
}

// again77 measures the past three years back from the award: regulation 77 does not say from
// when, and an award on the corresponding day is still within them.
func again77(c *kase) {
	bar, ok := law.Read(c, &c.Figures.Bar77, c.On)
	if !ok {
		return
	}
	pastOf(c, UnderRegulation77, func(i int, p *Past, day law.Date) {
		path := law.Path("bidder.past", i, "awarded")
		was, ok := law.Need(c, &p.Awarded, path)
		if last := law.MonthsFrom(was, bar); ok && was.Before(day) && !day.After(last) {
			c.Breach(path, "The bidder was awarded a reserved contract for the services by the authority on %s, within the three years before %s.", was.Long(), day.Long())
		}
	})
}

// pastOf tries past contracts of a basis for the same services by the same authority.
func pastOf(c *kase, basis Basis, try func(i int, p *Past, day law.Date)) {
	day, ok := law.Need(c, &c.Subject.Contract.Awarded, "contract.awarded")
	list, ok1 := law.Need(c, &c.Subject.Bidder.Past, "bidder.past")
	if !ok || !ok1 {
		return
	}
	for i := range list {
		p := &list[i]
		under, ok := law.Need(c, &p.Under, law.Path("bidder.past", i, "under"))
		if !ok || under != basis {
			continue
		}
		services, ok := law.Need(c, &p.SameServices, law.Path("bidder.past", i, "same_services"))
		authority, ok1 := law.Need(c, &p.SameAuthority, law.Path("bidder.past", i, "same_authority"))
		if ok && ok1 && services && authority {
			try(i, p, day)
		}
	}
}

func term77(c *kase) {
	months, ok := law.Need(c, &c.Subject.Contract.Months, "contract.months")
	most, ok1 := law.Read(c, &c.Figures.Term77, c.On)
	if ok && ok1 && months > most {
		c.Breach("contract.months", "The contract may last %d months, where a reserved one may last %d.", months, most)
	}
}

func cites77(c *kase) {
	if does, ok := law.Need(c, &c.Subject.Contract.CitesArticle, "contract.cites_article"); ok && !does {
		c.Breach("contract.cites_article", "The call for competition does not refer to article 77 of the Directive.")
	}
}

func health77(c *kase) {
	if is, ok := law.Need(c, &c.Subject.Contract.Health, "contract.nhs_health_care"); ok && is {
		c.Breach("contract.nhs_health_care", "The contract is for health care services of the National Health Service, to which regulation 77 does not apply.")
	}
}
