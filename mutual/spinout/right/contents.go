package right

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of what an expression of interest must hold.
const (
	NotWritten    law.Code = "crtc.not-written"
	NoResources   law.Code = "crtc.no-resources"
	NoCapability  law.Code = "crtc.no-capability"
	NotIdentified law.Code = "crtc.not-identified"
	NoOutcomes    law.Code = "crtc.no-outcomes"
	NoEngagement  law.Code = "crtc.no-engagement"
)

const partnersListed = "expression.partners"

// contents are the requirements for an expression of interest.
var contents = law.Topic("expressions of interest",
	rule{
		Code: NotWritten, Provision: section("s. 81(1)(b)", "81"),
		Says:    "An expression of interest must be made in writing.",
		InForce: inChallenge, Event: askedOn, Applies: stands, Check: written, Remedy: "Submit it in writing.",
	},
	rule{
		Code: NoResources, Provision: contents2012.At("Sch 1 paras 1, 2", "schedule/1"),
		Says:    "An expression of interest must include information about the financial resources of the body, and of each member of its consortium and each sub-contractor.",
		InForce: inChallenge, Event: askedOn, Applies: stands, Check: resources, Remedy: "Add the financial resources that are missing.",
	},
	rule{
		Code: NoCapability, Provision: contents2012.At("Sch 1 paras 1, 3", "schedule/1"),
		Says:    "An expression of interest must include evidence that by the time of any procurement exercise the body, and each member of its consortium and each sub-contractor, will be capable of providing the service or of assisting.",
		InForce: inChallenge, Event: askedOn, Applies: stands, Check: capability, Remedy: "Add the evidence that is missing.",
	},
	rule{
		Code: NotIdentified, Provision: contents2012.At("Sch 1 para 4", "schedule/1"),
		Says:    "An expression of interest must include information sufficient to identify the service and the geographical area.",
		InForce: inChallenge, Event: askedOn, Applies: stands, Check: identified, Remedy: "Say which service, and where.",
	},
	rule{
		Code: NoOutcomes, Provision: contents2012.At("Sch 1 para 5", "schedule/1"),
		Says:    "An expression of interest must say how it will promote or improve the social, economic or environmental well-being of the area, and how it will meet the needs of users.",
		InForce: inChallenge, Event: askedOn, Applies: stands, Check: outcomes, Remedy: "Add the outcomes to be achieved.",
	},
	rule{
		Code: NoEngagement, Provision: contents2012.At("Sch 1 para 6", "schedule/1"),
		Says:    "Employees must give details of how they propose to engage other employees who are affected.",
		InForce: inChallenge, Event: askedOn, Applies: byEmployees, Check: engagement, Remedy: "Add how the other employees will be engaged.",
	},
)

func byEmployees(c *kase) bool {
	kind, ok := law.Need(c, &c.Subject.Holder.Kind, "holder.kind")
	return ok && kind == Employees && stands(c)
}

func written(c *kase) {
	if is, ok := law.Need(c, &c.Subject.Expression.Written, "expression.written"); ok && !is {
		c.Breach("expression.written", "The expression of interest is not in writing.")
	}
}

func resources(c *kase) {
	e := &c.Subject.Expression
	if has, ok := law.Need(c, &e.Resources, "expression.resources"); ok && !has {
		c.Breach("expression.resources", "The expression of interest does not inform of the body's financial resources.")
	}
	partners, _ := law.Need(c, &e.Partners, partnersListed)
	for i := range partners {
		path := law.Path(partnersListed, i, "resources")
		if has, ok := law.Need(c, &partners[i].Resources, path); ok && !has {
			c.Breach(path, "The expression of interest does not inform of the financial resources of a partner.")
		}
	}
}

func capability(c *kase) {
	e := &c.Subject.Expression
	if has, ok := law.Need(c, &e.Capability, "expression.capability"); ok && !has {
		c.Breach("expression.capability", "The expression of interest has no evidence that the body will be capable by the time of a procurement exercise.")
	}
	partners, _ := law.Need(c, &e.Partners, partnersListed)
	for i := range partners {
		path := law.Path(partnersListed, i, "capability")
		if has, ok := law.Need(c, &partners[i].Capability, path); ok && !has {
			c.Breach(path, "The expression of interest has no evidence that a partner will be capable by the time of a procurement exercise.")
		}
	}
}

func identified(c *kase) {
	if is, ok := law.Need(c, &c.Subject.Expression.Identified, "expression.identified"); ok && !is {
		c.Breach("expression.identified", "The service or the area cannot be told from the expression of interest.")
	}
}

func outcomes(c *kase) {
	e := &c.Subject.Expression
	if has, ok := law.Need(c, &e.Outcomes, "expression.outcomes"); ok && !has {
		c.Breach("expression.outcomes", "The expression of interest does not say how well-being would be promoted or improved.")
	}
	if has, ok := law.Need(c, &e.Needs, "expression.needs"); ok && !has {
		c.Breach("expression.needs", "The expression of interest does not say how the needs of users would be met.")
	}
}

func engagement(c *kase) {
	if has, ok := law.Need(c, &c.Subject.Expression.Engagement, "expression.engagement"); ok && !has {
		c.Breach("expression.engagement", "The employees do not say how they propose to engage others whom it affects.")
	}
}
