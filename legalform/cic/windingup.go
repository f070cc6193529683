package cic

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on winding up.
const (
	ResidueOverPaidUp  law.Code = "cic.residue-over-paid-up"
	ResidueNotByRights law.Code = "cic.residue-not-by-rights"
	ResidueNotLocked   law.Code = "cic.residue-not-locked"
	ResidueUndirected  law.Code = "cic.residue-undirected"
	ClosedUnnamed      law.Code = "cic.closed-without-named-body"
)

// A WindingUp is the distribution of what is left when liabilities are met.
type WindingUp struct {
	// On is the day on which the residue is distributed.
	On law.Fact[law.Date] `json:"on,omitzero"`
	// Residue is the property left after liabilities.
	Residue law.Fact[law.Pence] `json:"residue,omitzero"`
	// Members are what members are to receive.
	Members law.Fact[[]MemberResidue] `json:"members,omitzero"`
	// Bodies are who is to receive the rest.
	Bodies law.Fact[[]BodyResidue] `json:"bodies,omitzero"`
	// Directed says that the Regulator has directed who takes the rest and in what
	// proportions.
	Directed law.Fact[bool] `json:"regulator_directed,omitzero"`
	// Unsuitable says that the Regulator is aware that the named body is itself being wound
	// up, or agrees with a member's or director's reasons that it is not appropriate.
	Unsuitable law.Fact[bool] `json:"named_body_unsuitable,omitzero"`
	// Consented says that the Regulator agreed beforehand to a company closing that names
	// no asset-locked body.
	Consented law.Fact[bool] `json:"regulator_consented,omitzero"`
}

// MemberResidue is what a member receives, against the paid-up value of the member's shares.
type MemberResidue struct {
	ID       law.Fact[string]    `json:"id,omitzero"`
	PaidUp   law.Fact[law.Pence] `json:"paid_up,omitzero"`
	Receives law.Fact[law.Pence] `json:"receives,omitzero"`
}

// BodyResidue is what a body that is not a member receives.
type BodyResidue struct {
	Name     law.Fact[string]    `json:"name,omitzero"`
	Locked   law.Fact[bool]      `json:"asset_locked,omitzero"`
	Receives law.Fact[law.Pence] `json:"receives,omitzero"`
}

var woundUp = event{Path: "winding_up.on", Of: func(c *Company) law.Fact[law.Date] {
	if w := c.WindingUp.Ptr(); w != nil {
		return w.On
	}
	return law.Fact[law.Date]{}
}}

var windingUp = law.Topic("winding up",
	rule{
		Code: ResidueNotByRights, Provision: reg23,
		Says:    "Residual assets may be distributed only to the members who are entitled to share in them, according to their rights.",
		InForce: inForce(), Event: woundUp, Applies: membersTake, Check: byRights,
		Remedy: "Give members nothing that the articles do not entitle them to.",
	},
	rule{
		Code: ResidueOverPaidUp, Provision: reg23,
		Says:    "No member may receive on winding up more than the paid-up value of the shares that the member holds.",
		InForce: inForce(), Event: woundUp, Applies: membersTake, Check: withinPaidUp,
		Remedy: "Pay each member no more than the paid-up value, and the rest to the asset-locked body.",
	},
	rule{
		Code: ResidueNotLocked, Provision: regs2005.At("reg 23(4), (6)", "regulation/23"),
		Says:    "What members do not take goes to the asset-locked body named in the articles, or, where none is named or the one named will not serve, to such asset-locked bodies as the Regulator directs.",
		InForce: inForce(), Event: woundUp, Applies: hasWindingUp, Check: restLocked,
		Remedy: "Give the rest to the named asset-locked body, or seek the Regulator's direction.",
	},
	rule{
		Code: ResidueUndirected, Provision: regs2005.At("reg 23(5)", "regulation/23"),
		Says:    "The rest is distributed to named asset-locked bodies in the proportions that the Regulator directs.",
		InForce: inForce(), Event: woundUp, Applies: bodiesTake, Check: isDirected,
		Remedy: "Ask the Regulator for a direction.",
	},
	rule{
		Code: ClosedUnnamed, Provision: regulatorGuidance.At("closing a company", ""), Weight: law.Guidance,
		Says:    "A company that names no asset-locked body should have the Regulator's consent before it closes.",
		InForce: inForce(), Event: woundUp, Applies: namesNobody, Check: consentedFirst,
		Remedy: "Apply with form CIC53 before closing.",
	},
)

func hasWindingUp(c *kase) bool { return c.Subject.WindingUp.Stated() }

func membersTake(c *kase) bool {
	if !hasWindingUp(c) {
		return false
	}
	ms, ok := law.Need(c, &c.Subject.WindingUp.Ptr().Members, "winding_up.members")
	return ok && len(ms) > 0
}

func bodiesTake(c *kase) bool {
	if !hasWindingUp(c) {
		return false
	}
	bs, ok := law.Need(c, &c.Subject.WindingUp.Ptr().Bodies, "winding_up.bodies")
	return ok && len(bs) > 0
}

func namesNobody(c *kase) bool {
	if !hasWindingUp(c) {
		return false
	}
	names, ok := law.Need(c, &c.Subject.Articles.LockedBodies, "articles.locked_bodies")
	return ok && len(names) == 0
}

func byRights(c *kase) {
	t, ok1 := law.Need(c, &c.Subject.Type, "type")
	returns, ok2 := law.Need(c, &c.Subject.Articles.ReturnsPaidUp, "articles.returns_paid_up")
	if !ok1 || !ok2 {
		return
	}
	if !returns {
		c.Breach("winding_up.members", "The articles entitle no member to share in residual assets.")
		return
	}
	if t == Schedule2 && c.Doubt("Schedule 2 lists no exception for distributions on winding up, though reg 23 lets entitled members take up to paid-up value.",
		"regulation 23 prevails where the articles give the right", "Schedule 2 bars it") == 1 {
		c.Breach("winding_up.members", "A company whose articles follow Schedule 2 would pay members.")
	}
}

func withinPaidUp(c *kase) {
	for i := range c.Subject.WindingUp.Ptr().Members.Or(nil) {
		m := &c.Subject.WindingUp.Ptr().Members.Or(nil)[i]
		paidUp, ok1 := m.PaidUp.Get()
		receives, ok2 := m.Receives.Get()
		switch {
		case !ok1:
			c.Unknown(law.Path("winding_up.members", i, "paid_up"), "")
		case !ok2:
			c.Unknown(law.Path("winding_up.members", i, "receives"), "")
		case receives > paidUp:
			c.Breach(law.Path("winding_up.members", i, "receives"),
				"The member would receive %v, more than the %v paid up on the member's shares.", receives, paidUp)
		}
	}
}

func restLocked(c *kase) {
	w := c.Subject.WindingUp.Ptr()
	residue, ok1 := law.Need(c, &w.Residue, "winding_up.residue")
	bs, ok2 := law.Need(c, &w.Bodies, "winding_up.bodies")
	ms, ok3 := law.Need(c, &w.Members, "winding_up.members")
	names, ok4 := law.Need(c, &c.Subject.Articles.LockedBodies, "articles.locked_bodies")
	if !ok1 || !ok2 || !ok3 || !ok4 {
		return
	}
	given, ok := law.Pence(0), true
	for i := range ms {
		receives, said := ms[i].Receives.Get()
		given, ok = given+receives, ok && said
	}
	for i := range bs {
		receives, said := bs[i].Receives.Get()
		given, ok = given+receives, ok && said
		if !said {
			c.Unknown(law.Path("winding_up.bodies", i, "receives"), "")
		}
		mayTake(c, w, names, &bs[i], i)
	}
	if ok && given != residue {
		c.Breach("winding_up.residue", "%v is left, and %v of it is given to members and bodies.", residue, given)
	}
}

// mayTake checks one recipient of the rest.
func mayTake(c *kase, w *WindingUp, names []LockedBody, b *BodyResidue, i int) {
	name, ok := b.Name.Get()
	if !ok {
		c.Unknown(law.Path("winding_up.bodies", i, "name"), "")
		return
	}
	switch named, ok := isNamed(caseLacker{c}, names, name); {
	case !ok:
	case named:
		stillServes(c, w, name)
	default:
		mayTakeUnnamed(c, w, len(names), b, i, name)
	}
}

// stillServes checks that a body that the articles name takes the rest only where nothing
// puts the choice into the Regulator's hands (reg 23(6)(b)-(c)), or as he directs.
func stillServes(c *kase, w *WindingUp, name string) {
	unfit, ok := law.Need(c, &w.Unsuitable, "winding_up.named_body_unsuitable")
	if !ok || !unfit {
		return
	}
	if directed, ok := law.Need(c, &w.Directed, "winding_up.regulator_directed"); ok && !directed {
		c.Breach("winding_up.regulator_directed", "The body that the articles name will not serve, and the Regulator has not directed that %q take the rest all the same.", name)
	}
}

// mayTakeUnnamed checks a recipient that the articles do not name (reg 23(6)).
func mayTakeUnnamed(c *kase, w *WindingUp, named int, b *BodyResidue, i int, name string) {
	if named > 0 {
		if unfit, ok := law.Need(c, &w.Unsuitable, "winding_up.named_body_unsuitable"); !ok {
			return
		} else if !unfit {
			c.Breach(law.Path("winding_up.bodies", i, "name"), "%q is not the asset-locked body that the articles name, and nothing shows that the one named will not serve.", name)
			return
		}
	}
	if locked, ok := b.Locked.Get(); !ok {
		c.Unknown(law.Path("winding_up.bodies", i, "asset_locked"), "")
	} else if !locked {
		c.Breach(law.Path("winding_up.bodies", i, "asset_locked"), "%q is not an asset-locked body.", name)
	}
	if directed, ok := law.Need(c, &w.Directed, "winding_up.regulator_directed"); ok && !directed {
		c.Breach("winding_up.regulator_directed", "The Regulator has not directed that %q take the rest.", name)
	}
}

func isDirected(c *kase) {
	directed, ok := law.Need(c, &c.Subject.WindingUp.Ptr().Directed, "winding_up.regulator_directed")
	if !ok || directed {
		return
	}
	if c.Doubt("Regulation 23(5) leaves proportions to the Regulator's direction; guidance says that no consent is needed where the articles name the body.",
		"a named body takes without a direction", "a direction is needed") == 1 {
		c.Breach("winding_up.regulator_directed", "The Regulator has given no direction.")
	}
}

func consentedFirst(c *kase) {
	if yes, ok := law.Need(c, &c.Subject.WindingUp.Ptr().Consented, "winding_up.regulator_consented"); ok && !yes {
		c.Breach("winding_up.regulator_consented", "The articles name no asset-locked body, and the Regulator has not consented.")
	}
}

// isNamed reports whether the articles name a body. Where a name in them is not stated, and
// no other is the body's, that cannot be said.
func isNamed(l lacker, names []LockedBody, name string) (is, ok bool) {
	for i := range names {
		if n, stated := names[i].Name.Get(); stated && n == name {
			return true, true
		}
	}
	ok = true
	for i := range names {
		if !names[i].Name.Stated() {
			l.lack(law.Path("articles.locked_bodies", i, "name"), "")
			ok = false
		}
	}
	return false, ok
}

// Residue is how what is left on winding up is to be distributed: to each member, in the
// order given, and the rest to asset-locked bodies.
type Residue struct {
	Members []law.Pence
	Rest    law.Pence
}

// DistributeResidue gives each entitled member the paid-up value of the member's shares,
// or, where there is not enough, a share of what there is in proportion to it, and the
// rest to asset-locked bodies (reg 23(2)-(4)). PaidUp holds the paid-up value of each
// entitled member's shares; none for a company without shares. It refuses negative amounts.
func DistributeResidue(residue law.Pence, paidUp []law.Pence) (Residue, error) {
	weights := make([]int64, len(paidUp))
	var sum law.Pence
	for i, p := range paidUp {
		weights[i] = int64(p)
		sum += p
	}
	if sum == 0 {
		return Residue{make([]law.Pence, len(paidUp)), residue}, negative(residue)
	}
	members, err := law.Split(min(residue, sum), weights)
	return Residue{members, residue - min(residue, sum)}, err
}

func negative(p law.Pence) error {
	if p < 0 {
		return fmt.Errorf("%w: a negative residue, %v", law.ErrSplit, p)
	}
	return nil
}
