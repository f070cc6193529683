package route

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of section 32, the sister of section 33: no term, no list of services, no look back;
// and of regulation 20 before it.
const (
	Support20     law.Code = "route.support-20"
	Workforce20   law.Code = "route.workforce-20"
	NoReference20 law.Code = "route.no-reference-20"
	Support32     law.Code = "route.support-32"
	Workforce32   law.Code = "route.workforce-32"
	NotFlexible32 law.Code = "route.not-flexible-32"
)

var regulation20 = law.Topic("regulation 20",
	rule{
		Code: Support20, Provision: contracts2015.At("reg 20(1)", "regulation/20"),
		Says:    "Participation may be reserved to sheltered workshops and to operators whose main aim is the social and professional integration of disabled or disadvantaged persons, or performance to programmes of sheltered employment.",
		InForce: in2015, Event: begunOn, Check: shelters, Remedy: "Open the contract to all.", Successor: Support32,
	},
	rule{
		Code: Workforce20, Provision: contracts2015.At("reg 20(1)", "regulation/20"),
		Says:    "At least 30% of the employees of those workshops, operators or programmes are disabled or disadvantaged workers.",
		InForce: in2015, Event: begunOn, Check: sheltered, Remedy: "Perform the contract with employees of whom they are enough.", Successor: Workforce32,
	},
	rule{
		Code: NoReference20, Provision: contracts2015.At("reg 20(2)", "regulation/20"),
		Says:    "The call for competition shall make reference to Article 20 of the Public Contracts Directive.",
		InForce: in2015, Event: begunOn, Check: cites20, Remedy: "Refer to the article in the call for competition.", Ended: replaced,
	},
)

func shelters(c *kase) {
	if is, ok := law.Need(c, &c.Subject.Bidder.Support.Aim, "bidder.support.integration_is_main_aim"); ok && !is {
		c.Breach("bidder.support.integration_is_main_aim", "The bidder's main aim is not the integration of disabled or disadvantaged persons.")
	}
}

func sheltered(c *kase) {
	share, ok := law.Need(c, &c.Subject.Bidder.Support.Share, "bidder.support.share")
	least, ok1 := law.Read(c, &c.Figures.Supported, c.On)
	if ok && ok1 && share.Cmp(least) < 0 {
		c.Breach("bidder.support.share", "%v of the employees are disabled or disadvantaged, less than %v.", share, least)
	}
}

func cites20(c *kase) {
	if does, ok := law.Need(c, &c.Subject.Contract.CitesArticle, "contract.cites_article"); ok && !does {
		c.Breach("contract.cites_article", "The call for competition does not refer to article 20 of the Directive.")
	}
}

var section32 = law.Topic("section 32",
	rule{
		Code: Support32, Provision: procurement2023.At("s. 32(4)", "section/32"),
		Says:    "A supported employment provider operates wholly or partly for the purpose of providing employment, or employment-related support, to disabled or disadvantaged individuals.",
		InForce: in2023, Event: begunOn, Check: supports, Remedy: "Take up the purpose.",
	},
	rule{
		Code: Workforce32, Provision: procurement2023.At("s. 32(4)(a)-(c)", "section/32"),
		Says:    "Disabled or disadvantaged individuals represent at least 30 per cent of the workforce of the organisation, of the part that is to perform the contract, or of all that are to perform it.",
		InForce: in2023, Event: begunOn, Check: workforce, Remedy: "Perform the contract with a workforce of whom they are enough.",
	},
	rule{
		Code: NotFlexible32, Provision: procurement2023.At("s. 32(1)", "section/32"),
		Says:    "It is a competitive flexible procedure that may provide for suppliers to be excluded that are not supported employment providers.",
		InForce: in2023, Event: begunOn, Check: flexible, Remedy: "Use a competitive flexible procedure, and provide in it for the others to be excluded.",
	},
)

func supports(c *kase) {
	if does, ok := law.Need(c, &c.Subject.Bidder.Support.Purpose, "bidder.support.purpose"); ok && !does {
		c.Breach("bidder.support.purpose", "The bidder does not operate to give employment or support to disabled or disadvantaged people.")
	}
}

// workforce is met by any one of three shares; the second and third count only where a part,
// or several, are to perform the contract.
func workforce(c *kase) {
	s := &c.Subject.Bidder.Support
	least, ok := law.Read(c, &c.Figures.Supported, c.On)
	if !ok {
		return
	}
	enough := func(f *law.Fact[law.Ratio]) bool {
		share, ok := f.Get()
		return ok && share.Cmp(least) >= 0
	}
	if enough(&s.Share) || s.PartPerforms.Or(false) && enough(&s.PartShare) || s.SeveralPerform.Or(false) && enough(&s.JointShare) {
		return
	}
	whole, known := law.Need(c, &s.Share, "bidder.support.share")
	if part, ok := law.Need(c, &s.PartPerforms, "bidder.support.part_performs"); !ok {
		known = false
	} else if part {
		_, ok := law.Need(c, &s.PartShare, "bidder.support.part_share")
		known = known && ok
	}
	if several, ok := law.Need(c, &s.SeveralPerform, "bidder.support.several_perform"); !ok {
		known = false
	} else if several {
		_, ok := law.Need(c, &s.JointShare, "bidder.support.joint_share")
		known = known && ok
	}
	if known {
		c.Breach("bidder.support.share", "Disabled or disadvantaged people are %v of the workforce, and not enough of those who are to perform the contract; %v are needed.", whole, least)
	}
}
