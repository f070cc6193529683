package route

import "github.com/rochdale-go/rochdale/legalform/law"

// A Controlled company is one of the authority's own, to which it may award without a
// competition: usual as an interim step, and broken by a single share of staff.
type Controlled struct {
	// Decisive says that the authority, or the authorities jointly, exercise a decisive influence
	// over both its strategic objectives and its significant decisions, which until 23 February
	// 2025 was control.
	Decisive law.Fact[bool] `json:"decisive_influence,omitzero"`
	// PrivateCapital says that there is direct private capital in it; ByLaw that all of it is of
	// a non-controlling and non-blocking kind that a statute requires, without decisive influence.
	PrivateCapital law.Fact[bool] `json:"private_capital,omitzero"`
	ByLaw          law.Fact[bool] `json:"private_capital_by_law,omitzero"`
	// Parent says that the authority, or the authorities acting jointly, are its parent.
	Parent law.Fact[bool] `json:"parent,omitzero"`
	// OtherInfluence says that somebody else exerts a decisive influence on its activities.
	OtherInfluence law.Fact[bool] `json:"other_influence,omitzero"`
	// ForOwners is the part of its activities that is for or on behalf of its owners.
	ForOwners law.Fact[law.Ratio] `json:"for_owners,omitzero"`
	// PrivateShares says that a person who is no public authority holds shares in it.
	PrivateShares law.Fact[bool] `json:"private_shares,omitzero"`
	// Joint says that several authorities control it; Represented that each is on its board,
	// and AgainstInterests that it carries out activities contrary to the interests of one.
	Joint            law.Fact[bool] `json:"joint,omitzero"`
	Represented      law.Fact[bool] `json:"represented,omitzero"`
	AgainstInterests law.Fact[bool] `json:"against_interests,omitzero"`
}

// Codes of companies of an authority's own.
const (
	NotDecisive2015      law.Code = "route.not-decisive-2015"
	TooFewActivities2015 law.Code = "route.too-few-activities-2015"
	PrivateCapital2015   law.Code = "route.private-capital-2015"
	NotRepresented2015   law.Code = "route.not-represented-2015"
	AgainstInterests2015 law.Code = "route.against-interests-2015"

	NotParent        law.Code = "route.not-parent"
	OthersInfluence  law.Code = "route.others-influence"
	TooFewActivities law.Code = "route.too-few-activities"
	PrivateShares    law.Code = "route.private-shares"
	NotRepresented   law.Code = "route.not-represented"
	AgainstInterests law.Code = "route.against-interests"
)

type (
	ownRule = law.Rule[Controlled, Figures]
	ownCase = law.Case[Controlled, Figures]
)

// InHouse returns the conditions of control, read-only: those of regulation 12 from 26
// February 2015 and those of the Act from 24 February 2025. They are judged as at the award.
func InHouse() *law.Rules[Controlled, Figures] { return inHouse }

var inHouse = law.Topic("companies of an authority's own",
	ownRule{
		Code: NotDecisive2015, Provision: contracts2015.At("reg 12(1)(a), (3), (4)(a), (5)(b)", "regulation/12"),
		Says:    "An authority controls a person over whose strategic objectives and significant decisions it exercises, alone or jointly, a decisive influence.",
		InForce: in2015, Check: decisive, Remedy: "Give the authority the influence, or compete.", Successor: NotParent,
	},
	ownRule{
		Code: TooFewActivities2015, Provision: contracts2015.At("reg 12(1)(b), (4)(b)", "regulation/12"),
		Says:    "More than 80% of the activities are carried out in the performance of tasks entrusted by the controlling authorities or by others whom they control.",
		InForce: in2015, Check: activities, Remedy: "Do less for others, or compete.", Successor: TooFewActivities,
	},
	ownRule{
		Code: PrivateCapital2015, Provision: contracts2015.At("reg 12(1)(c), (4)(c)", "regulation/12"),
		Says:    "There is no direct private capital participation, but for non-controlling and non-blocking forms required by national legislative provisions which do not exert a decisive influence.",
		InForce: in2015, Check: capital, Remedy: "Let no member of staff hold a share, or compete.", Successor: PrivateShares,
	},
	ownRule{
		Code: NotRepresented2015, Provision: contracts2015.At("reg 12(5)(a)", "regulation/12"),
		Says:    "In the case of joint control the decision-making bodies are composed of representatives of all participating authorities.",
		InForce: in2015, Applies: jointly, Check: represented, Remedy: "Give each a representative, who may be one for several.", Successor: NotRepresented,
	},
	ownRule{
		Code: AgainstInterests2015, Provision: contracts2015.At("reg 12(5)(c)", "regulation/12"),
		Says:    "In the case of joint control the person does not pursue any interests which are contrary to those of the authorities.",
		InForce: in2015, Applies: jointly, Check: interests, Remedy: "Give up the interests, or compete.", Successor: AgainstInterests,
	},
	ownRule{
		Code: NotParent, Provision: procurement2023.At("Sch 2 para 2(2)(a)", "schedule/2"),
		Says:    "An authority controls a person in relation to whom it is a parent undertaking.",
		InForce: in2023, Check: parent, Remedy: "Make the authority the parent, or compete.",
	},
	ownRule{
		Code: OthersInfluence, Provision: procurement2023.At("Sch 2 para 2(2)(b)", "schedule/2"),
		Says:    "No person other than the authority exerts a decisive influence on the activities of the person.",
		InForce: in2023, Check: influence, Remedy: "Take back the influence, or compete.",
	},
	ownRule{
		Code: TooFewActivities, Provision: procurement2023.At("Sch 2 para 2(2)(c)", "schedule/2"),
		Says:    "More than 80 per cent of the activities are carried out for or on behalf of the authority.",
		InForce: in2023, Check: activities, Remedy: "Do less for others, or compete.",
	},
	ownRule{
		Code: PrivateShares, Provision: procurement2023.At("Sch 2 para 2(3)", "schedule/2"),
		Says:    "A person is not controlled if any person that is not a public authority holds shares in it.",
		InForce: in2023, Check: shares, Remedy: "Let no member of staff hold a share, or compete.",
	},
	ownRule{
		Code: NotRepresented, Provision: procurement2023.At("Sch 2 para 2(2)(d)(i)", "schedule/2"),
		Says:    "In the case of joint control each of the authorities is represented on the person's board.",
		InForce: in2023, Applies: jointly, Check: represented, Remedy: "Give each a representative, who may be one for several.",
	},
	ownRule{
		Code: AgainstInterests, Provision: procurement2023.At("Sch 2 para 2(2)(d)(ii)", "schedule/2"),
		Says:    "In the case of joint control the person does not carry out activities contrary to the interests of one of the authorities.",
		InForce: in2023, Applies: jointly, Check: interests, Remedy: "Give up the activities, or compete.",
	},
)

func jointly(c *ownCase) bool {
	joint, ok := law.Need(c, &c.Subject.Joint, "joint")
	return ok && joint
}

func decisive(c *ownCase) {
	if is, ok := law.Need(c, &c.Subject.Decisive, "decisive_influence"); ok && !is {
		c.Breach("decisive_influence", "The authority has no decisive influence over the company's objectives and decisions.")
	}
}

func capital(c *ownCase) {
	has, ok := law.Need(c, &c.Subject.PrivateCapital, "private_capital")
	if !ok || !has {
		return
	}
	if byLaw, ok := law.Need(c, &c.Subject.ByLaw, "private_capital_by_law"); ok && !byLaw {
		c.Breach("private_capital", "There is private capital in the company, as shares of staff are, that no statute requires.")
	}
}

func parent(c *ownCase) {
	if is, ok := law.Need(c, &c.Subject.Parent, "parent"); ok && !is {
		c.Breach("parent", "The authority is no parent undertaking of the company.")
	}
}

func influence(c *ownCase) {
	if has, ok := law.Need(c, &c.Subject.OtherInfluence, "other_influence"); ok && has {
		c.Breach("other_influence", "Somebody other than the authority exerts a decisive influence.")
	}
}

func activities(c *ownCase) {
	part, ok := law.Need(c, &c.Subject.ForOwners, "for_owners")
	more, ok1 := law.Read(c, &c.Figures.OwnActivities, c.On)
	if ok && ok1 && part.Cmp(more) <= 0 {
		c.Breach("for_owners", "%v of the activities are for the authority, where it must be more than %v.", part, more)
	}
}

func shares(c *ownCase) {
	if has, ok := law.Need(c, &c.Subject.PrivateShares, "private_shares"); ok && has {
		c.Breach("private_shares", "Somebody who is no public authority, as a member of staff is not, holds shares in the company.")
	}
}

func represented(c *ownCase) {
	if is, ok := law.Need(c, &c.Subject.Represented, "represented"); ok && !is {
		c.Breach("represented", "Not each of the authorities is represented on the company's board.")
	}
}

func interests(c *ownCase) {
	if has, ok := law.Need(c, &c.Subject.AgainstInterests, "against_interests"); ok && has {
		c.Breach("against_interests", "The company carries out activities contrary to the interests of one of the authorities.")
	}
}
