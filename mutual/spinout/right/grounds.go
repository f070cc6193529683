package right

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Ground is one of the ten on which alone an expression of interest may be rejected, in the
// order of the Schedule, so that its number is its place there.
type Ground uint8

// The grounds.
const (
	NotCompliant Ground = iota + 1
	Inadequate
	Unsuitable
	Stopping
	Integrated
	InProcurement
	Negotiating
	EmployeesPropose
	Frivolous
	Unlawful
)

var groundNames = []string{
	"", "not-compliant", "inadequate-or-inaccurate", "unsuitable", "service-stopping", "integrated-with-health", "already-in-procurement",
	"negotiating", "employees-propose", "frivolous-or-vexatious", "contrary-to-law",
}

// String gives the JSON value.
func (g Ground) String() string { return law.NameOf(groundNames, g) }

// MarshalText writes String.
func (g Ground) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// UnmarshalText reads what String writes.
func (g *Ground) UnmarshalText(b []byte) error {
	return law.ParseName(g, groundNames, b, "a ground of rejection")
}

// Kind is what a ground turns on.
type Kind uint8

// A formal ground turns on the expression itself, a ground of fact on what has happened, and
// one of judgement on what the authority considers.
const (
	Formal Kind = iota + 1
	OfFact
	OfJudgement
)

var kinds = []string{"", "formal", "fact", "judgement"}

// String gives the JSON value.
func (k Kind) String() string { return law.NameOf(kinds, k) }

// MarshalText writes String.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *Kind) UnmarshalText(b []byte) error { return law.ParseName(k, kinds, b, "a kind of ground") }

// A Refusal is a ground as data.
type Refusal struct {
	Ground    Ground        `json:"ground"`
	Number    int           `json:"number"`
	Kind      Kind          `json:"kind"`
	Says      string        `json:"says"`
	Provision law.Provision `json:"provision"`
}

// Grounds lists the ten grounds in the order of the Schedule. No other is lawful.
func Grounds() []Refusal {
	codes := [...]law.Code{
		GroundNotCompliant, GroundInadequate, GroundUnsuitable, GroundStopping, GroundIntegrated, GroundInProcurement,
		GroundNegotiating, GroundEmployees, GroundFrivolous, GroundUnlawful,
	}
	out := make([]Refusal, 0, len(codes))
	for m := range reliances.All() {
		if i := slices.Index(codes[:], m.Code); i >= 0 {
			g := Ground(i + 1)
			out = append(out, Refusal{g, i + 1, g.Kind(), m.Says, m.Provision})
		}
	}
	return out
}

// Kind says what the ground turns on.
func (g Ground) Kind() Kind {
	switch g {
	case NotCompliant:
		return Formal
	case Stopping, InProcurement, Negotiating, EmployeesPropose:
		return OfFact
	case Inadequate, Unsuitable, Integrated, Frivolous, Unlawful:
		return OfJudgement
	}
	return 0
}

// Codes of the grounds: a rejection on one of them that does not hold.
const (
	GroundNotCompliant  law.Code = "crtc.ground-not-compliant"
	GroundInadequate    law.Code = "crtc.ground-inadequate"
	GroundUnsuitable    law.Code = "crtc.ground-unsuitable"
	GroundStopping      law.Code = "crtc.ground-stopping"
	GroundIntegrated    law.Code = "crtc.ground-integrated"
	GroundInProcurement law.Code = "crtc.ground-in-procurement"
	GroundNegotiating   law.Code = "crtc.ground-negotiating"
	GroundEmployees     law.Code = "crtc.ground-employees-propose"
	GroundFrivolous     law.Code = "crtc.ground-frivolous"
	GroundUnlawful      law.Code = "crtc.ground-unlawful"
)

const noGround = "Consider the expression of interest again, or rely on a ground that holds."

var decidedOn = event{Path: "decision.decided", Of: func(m *Matter) law.Fact[law.Date] { return m.Decision.Decided }}

// reliances are the grounds, each judged where a rejection relies on it.
var reliances = law.Topic("grounds of rejection",
	rule{
		Code: GroundNotCompliant, Provision: grounds2012.At("Sch para 1", "schedule"),
		Says:    "The expression of interest does not comply with one or more of the requirements of section 81(1) or of regulations under it.",
		InForce: inChallenge, Event: decidedOn, Applies: reliesOn(NotCompliant), Check: notCompliant, Remedy: noGround,
	},
	rule{
		Code: GroundInadequate, Provision: grounds2012.At("Sch para 2", "schedule"),
		Says:    "The body provides information which, in the opinion of the authority, is in a material particular inadequate or inaccurate.",
		InForce: inChallenge, Event: decidedOn, Applies: reliesOn(Inadequate), Check: considered(Inadequate), Remedy: noGround,
	},
	rule{
		Code: GroundUnsuitable, Provision: grounds2012.At("Sch para 3", "schedule"),
		Says:    "The authority considers, based on the expression of interest, that the body, a member of its consortium or a sub-contractor is not suitable.",
		InForce: inChallenge, Event: decidedOn, Applies: reliesOn(Unsuitable), Check: considered(Unsuitable), Remedy: noGround,
	},
	rule{
		Code: GroundStopping, Provision: grounds2012.At("Sch para 4", "schedule"),
		Says:    "A decision, evidenced in writing, has been taken by the authority to stop providing the service.",
		InForce: inChallenge, Event: decidedOn, Applies: reliesOn(Stopping), Check: happened(Stopping), Remedy: noGround,
	},
	rule{
		Code: GroundIntegrated, Provision: grounds2012.At("Sch para 5", "schedule"),
		Says:    "The service is integrated with one of an NHS body to the same persons, and its continued integration is, in the opinion of the authority, critical to their well-being.",
		InForce: inChallenge, Event: decidedOn, Applies: reliesOn(Integrated), Check: considered(Integrated), Remedy: noGround,
	},
	rule{
		Code: GroundInProcurement, Provision: grounds2012.At("Sch para 6", "schedule"),
		Says:    "The service is already the subject of a procurement exercise.",
		InForce: inChallenge, Event: decidedOn, Applies: reliesOn(InProcurement), Check: happened(InProcurement), Remedy: noGround,
	},
	rule{
		Code: GroundNegotiating, Provision: grounds2012.At("Sch para 7", "schedule"),
		Says:    "The authority and a third party have entered into negotiations for the service, which are at least in part conducted in writing.",
		InForce: inChallenge, Event: decidedOn, Applies: reliesOn(Negotiating), Check: happened(Negotiating), Remedy: noGround,
	},
	rule{
		Code: GroundEmployees, Provision: grounds2012.At("Sch para 8", "schedule"),
		Says:    "The authority has published its intention to consider the provision of the service by a body that two or more specified employees of it propose to establish.",
		InForce: inChallenge, Event: decidedOn, Applies: reliesOn(EmployeesPropose), Check: happened(EmployeesPropose), Remedy: noGround,
	},
	rule{
		Code: GroundFrivolous, Provision: grounds2012.At("Sch para 9", "schedule"),
		Says:    "The authority considers that the expression of interest is frivolous or vexatious.",
		InForce: inChallenge, Event: decidedOn, Applies: reliesOn(Frivolous), Check: considered(Frivolous), Remedy: noGround,
	},
	rule{
		Code: GroundUnlawful, Provision: grounds2012.At("Sch para 10", "schedule"),
		Says:    "The authority considers that acceptance is likely to lead to contravention of an enactment or other rule of law or a breach of statutory duty.",
		InForce: inChallenge, Event: decidedOn, Applies: reliesOn(Unlawful), Check: considered(Unlawful), Remedy: noGround,
	},
)

const groundsListed = "decision.grounds"

// reliance finds where a rejection relies on a ground.
func reliance(c *kase, g Ground) (at int, relied bool) {
	list, _ := law.Need(c, &c.Subject.Decision.Grounds, groundsListed)
	for i := range list {
		if on, ok := law.Need(c, &list[i].Ground, law.Path(groundsListed, i, "ground")); ok && on == g {
			return i, true
		}
	}
	return 0, false
}

// reliesOn reports whether the expression was rejected on a ground.
func reliesOn(g Ground) func(*kase) bool {
	return func(c *kase) bool {
		if !ruled(c, Rejected) {
			return false
		}
		_, relied := reliance(c, g)
		return relied
	}
}

// happened judges a ground of fact.
func happened(g Ground) func(*kase) {
	return func(c *kase) {
		if i, ok := reliance(c, g); ok {
			path := law.Path(groundsListed, i, "holds")
			if so, ok := law.Need(c, &(*c.Subject.Decision.Grounds.Ptr())[i].Holds, path); ok && !so {
				c.Breach(path, "The expression of interest is rejected on ground %d, %v, and the fact is not so.", g, g)
			}
		}
	}
}

// considered judges a ground of judgement by the authority's recorded opinion.
func considered(g Ground) func(*kase) {
	return func(c *kase) {
		if i, ok := reliance(c, g); ok {
			path := law.Path(groundsListed, i, "holds")
			so, ok := law.Ask(c, &(*c.Subject.Decision.Grounds.Ptr())[i].Holds, path, "Does the authority so consider, on what it knows?")
			if ok && !so {
				c.Breach(path, "The expression of interest is rejected on ground %d, %v, and the authority does not so consider.", g, g)
			}
		}
	}
}

// notCompliant finds ground 1 from the matter: some condition is not met.
func notCompliant(c *kase) {
	if complies(c) {
		c.Breach(groundsListed, "The expression of interest is rejected as not compliant, and it complies with every requirement.")
	}
}
