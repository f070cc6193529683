package route

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of social value.
const (
	ValueUnconsidered        law.Code = "route.value-unconsidered"
	ConsultationUnconsidered law.Code = "route.consultation-unconsidered"
)

// value is the Act of 2012. A breach leaves what was done under the regulations valid (s.
// 1(10)); authorities whose functions are mainly Welsh devolved ones are let off (s. 1(11)).
var value = law.Topic("social value",
	rule{
		Code: ValueUnconsidered, Provision: socialValue2012.At("s. 1(1), (3)", "section/1"),
		Says:    "Before starting the process of procurement the authority must consider how what is procured might improve the economic, social and environmental well-being of the area, and how the process might secure that.",
		InForce: inValue, Event: begunOn, Applies: owesValue, Check: considersValue, Remedy: "Consider it before the process goes on.",
	},
	rule{
		Code: ConsultationUnconsidered, Provision: socialValue2012.At("s. 1(7)", "section/1"),
		Says:    "The authority must consider whether to undertake any consultation on those matters.",
		InForce: inValue, Event: begunOn, Applies: owesValue, Check: considersConsultation, Remedy: "Consider whether to consult.",
	},
)

// owesValue reports whether the regulations have effect for the contract and no urgency lets
// the authority off (s. 1(8), (13)).
func owesValue(c *kase) bool {
	above, ok := law.Need(c, &c.Subject.Contract.AboveThreshold, "contract.above_threshold")
	urgent, ok1 := law.Need(c, &c.Subject.Contract.Urgent, "contract.urgent")
	return ok && ok1 && above && !urgent
}

func considersValue(c *kase) {
	if did, ok := law.Need(c, &c.Subject.Contract.WellBeing, "contract.well_being_considered"); ok && !did {
		c.Breach("contract.well_being_considered", "The authority did not consider the well-being of the area before it began.")
	}
}

func considersConsultation(c *kase) {
	if did, ok := law.Need(c, &c.Subject.Contract.Consultation, "contract.consultation_considered"); ok && !did {
		c.Breach("contract.consultation_considered", "The authority did not consider whether to consult.")
	}
}
