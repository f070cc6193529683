package right

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of who may challenge whom, and for what.
const (
	NotRelevantAuthority law.Code = "crtc.not-relevant-authority"
	NotRelevantBody      law.Code = "crtc.not-relevant-body"
	NotRelevantService   law.Code = "crtc.not-relevant-service"
	ExcludedWithHealth   law.Code = "crtc.excluded-with-health"
	ExcludedByHealth     law.Code = "crtc.excluded-by-health"
	ExcludedNamedPerson  law.Code = "crtc.excluded-named-person"
)

const (
	exclusionEnds = "SI 2012/1313 reg 4(2): the exclusion ceased on 1 April 2014"
	somethingOpen = "Challenge a service that is not excluded, or ask again once the exclusion is over."
)

// entitled are the conditions of the right to challenge, before an expression is written.
var entitled = law.Topic("right to challenge",
	rule{
		Code: NotRelevantAuthority, Provision: section("s. 81(2), and SI 2012/1647 reg 3", "81"),
		Says:    "A relevant authority is a county council in England, a district council, a London borough council, or a fire and rescue authority that regulations specify.",
		InForce: inChallenge, Event: askedOn, Applies: stands, Check: relevantAuthority,
		Remedy: "Ask the authority that has the function, if it is a relevant one.",
	},
	rule{
		Code: NotRelevantBody, Provision: section("s. 81(6)-(9)", "81"),
		Says:    "A relevant body is a voluntary or community body, a charity, a parish council, two or more employees of the authority, or one that regulations specify.",
		InForce: inChallenge, Event: askedOn, Applies: stands, Check: relevantBody,
		Remedy: "Ask through a body that is relevant, or together with a second employee.",
	},
	rule{
		Code: NotRelevantService, Provision: section("s. 81(5)", "81"),
		Says:    "A relevant service is one provided by or on behalf of the authority in the exercise of any of its functions in relation to England.",
		InForce: inChallenge, Event: askedOn, Applies: stands, Check: relevantService,
		Remedy: "Challenge a service that the authority provides or has provided for it.",
	},
	rule{
		Code: ExcludedWithHealth, Provision: contents2012.At("reg 4 and Sch 2 para 2", "schedule/2"),
		Says:    "A relevant service commissioned in conjunction with one or more health services was excluded until 1 April 2014.",
		InForce: inExclusion, Event: askedOn, Check: notWithHealth, Remedy: somethingOpen, Ended: exclusionEnds,
	},
	rule{
		Code: ExcludedByHealth, Provision: contents2012.At("reg 4 and Sch 2 para 3", "schedule/2"),
		Says:    "A relevant service commissioned by an NHS body on behalf of the authority was excluded until 1 April 2014.",
		InForce: inExclusion, Event: askedOn, Check: notByHealth, Remedy: somethingOpen, Ended: exclusionEnds,
	},
	rule{
		Code: ExcludedNamedPerson, Provision: contents2012.At("Sch 2 para 4", "schedule/2"),
		Says:    "A relevant service commissioned or provided in respect of a named person with complex individual health or social care needs is excluded.",
		InForce: inChallenge, Event: askedOn, Applies: stands, Check: notNamedPerson,
		Remedy: "Challenge the service as it is provided to all its users.",
	},
)

// stands reports whether the sections are in force on the governing date. A matter without
// a date is left to the rule, which then asks for it.
func stands(c *kase) bool {
	if c.On.IsZero() {
		return true
	}
	open, ok := law.Read(c, &c.Figures.ChallengeOpen, c.On)
	return ok && open
}

func relevantAuthority(c *kase) {
	if kind, ok := law.Need(c, &c.Subject.Authority.Kind, "authority.kind"); ok && !kind.Relevant() {
		c.Breach("authority.kind", "A %v is no relevant authority.", kind)
	}
}

// relevantBody judges the body by what it is; s. 81(6)(a) to (e) in order.
func relevantBody(c *kase) {
	h := &c.Subject.Holder
	kind, ok := law.Need(c, &h.Kind, "holder.kind")
	if !ok {
		return
	}
	switch kind {
	case VoluntaryBody:
		voluntary(c, h)
	case CommunityBody:
		community(c, h)
	case Charity:
		if only, ok := law.Need(c, &h.CharitableOnly, "holder.charitable_only"); ok && !only {
			c.Breach("holder.charitable_only", "The body is not established for charitable purposes only.")
		}
	case ParishCouncil:
	case Employees:
		colleagues(c, h)
	case OtherBody:
		c.Unknown("holder.kind", "Do regulations under s. 81(6)(e) specify the body? None was found.")
	default:
		c.Breach("holder.kind", "A body of the kind %v is no relevant body.", kind)
	}
}

// voluntary judges a body whose activities are not carried on for profit; a surplus does no
// harm so long as it is used for them or invested in the community.
func voluntary(c *kase, h *Holder) {
	private(c, h)
	if free, ok := law.Need(c, &h.NotForProfit, "holder.not_for_profit"); ok && !free {
		c.Breach("holder.not_for_profit", "The body's activities are carried on for profit.")
	}
	surplus, ok := law.Need(c, &h.Surplus, "holder.surplus")
	if !ok || !surplus {
		return
	}
	if used, ok := law.Need(c, &h.SurplusUsed, "holder.surplus_used"); ok && !used {
		c.Breach("holder.surplus_used", "The body's surplus is neither used for its activities nor invested in the community.")
	}
}

func community(c *kase, h *Holder) {
	private(c, h)
	benefit, ok := law.Ask(c, &h.ForCommunity, "holder.for_community", "Does the body carry on its activities primarily for the benefit of the community?")
	if ok && !benefit {
		c.Breach("holder.for_community", "The body does not carry on its activities primarily for the benefit of the community.")
	}
}

func private(c *kase, h *Holder) {
	if public, ok := law.Need(c, &h.PublicBody, "holder.public_body"); ok && public {
		c.Breach("holder.public_body", "A public or local authority is neither a voluntary nor a community body.")
	}
}

func colleagues(c *kase, h *Holder) {
	least, ok := law.Read(c, &c.Figures.LeastEmployees, c.On)
	if n, ok1 := law.Need(c, &h.Staff, "holder.staff"); ok && ok1 && n < least {
		c.Breach("holder.staff", "%d of the authority's employees ask, where it takes %d or more.", n, least)
	}
	if own, ok := law.Need(c, &h.OfAuthority, "holder.of_authority"); ok && !own {
		c.Breach("holder.of_authority", "Those who ask are not employed by the authority that they ask.")
	}
}

func relevantService(c *kase) {
	s := &c.Subject.Service
	if own, ok := law.Need(c, &s.Provided, "service.provided"); ok && !own {
		c.Breach("service.provided", "The service is not provided by the authority or on its behalf.")
	}
	if here, ok := law.Need(c, &s.InEngland, "service.in_england"); ok && !here {
		c.Breach("service.in_england", "The service is not provided in the exercise of functions in relation to England.")
	}
}

func notWithHealth(c *kase) {
	if joint, ok := law.Need(c, &c.Subject.Service.WithHealth, "service.with_health"); ok && joint {
		c.Breach("service.with_health", "A service commissioned in conjunction with health services was excluded until 31 March 2014.")
	}
}

func notByHealth(c *kase) {
	if theirs, ok := law.Need(c, &c.Subject.Service.ByHealth, "service.by_health"); ok && theirs {
		c.Breach("service.by_health", "A service that an NHS body commissions for the authority was excluded until 31 March 2014.")
	}
}

func notNamedPerson(c *kase) {
	if named, ok := law.Need(c, &c.Subject.Service.NamedPerson, "service.named_person"); ok && named {
		c.Breach("service.named_person", "A service for a named person with complex individual needs is excluded.")
	}
}
