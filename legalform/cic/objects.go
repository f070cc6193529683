package cic

import "github.com/rochdale-go/rochdale/legalform/law"

// An ObjectsChange is an alteration of the statement of the company's objects: of its
// memorandum until 30 September 2009, of its articles since.
type ObjectsChange struct {
	// Resolved is the day of the special resolution.
	Resolved law.Fact[law.Date] `json:"resolved,omitzero"`
	// ForCharity: the change is part of ceasing to be a community interest company by
	// becoming a charity, and its resolution goes to the registrar with the papers for that.
	ForCharity law.Fact[bool] `json:"for_charity,omitzero"`
	// Directors are the directors, and whether each signed the community interest statement
	// (as Statement) and the statement of the steps taken (as Declaration).
	Directors law.Fact[[]Signatory] `json:"directors,omitzero"`
	// What the Regulator must consider before approving: that the objects as altered comply
	// with section 32, that the company will satisfy the community interest test, and that
	// it has taken reasonable steps to bring the change to the notice of those affected.
	ObjectsComply   law.Fact[bool] `json:"objects_comply,omitzero"`
	WillSatisfy     law.Fact[bool] `json:"will_satisfy,omitzero"`
	ReasonableSteps law.Fact[bool] `json:"reasonable_steps,omitzero"`
	// Decision is the Regulator's, and Approved the day of the notice of approval to the
	// registrar.
	Decision law.Fact[ObjectsDecision] `json:"decision,omitzero"`
	Approved law.Fact[law.Date]        `json:"approved,omitzero"`
	// Entered: the registrar recorded the resolution or, since 1 October 2009, entered the
	// notice of amendment on the register; Registered is the day.
	Entered    law.Fact[bool]     `json:"entered,omitzero"`
	Registered law.Fact[law.Date] `json:"registered,omitzero"`
	// GoesBy: the company treats the new objects as its objects; From is the first day.
	GoesBy law.Fact[bool]     `json:"goes_by,omitzero"`
	From   law.Fact[law.Date] `json:"from,omitzero"`
	// ArticlesSent is the day on which the articles as amended were sent to the registrar.
	ArticlesSent law.Fact[law.Date] `json:"articles_sent,omitzero"`
}

// ObjectsDecision is the Regulator's decision on an alteration of objects.
type ObjectsDecision uint8

// The decision is pending, or the alteration was approved or refused.
const (
	ObjectsPending ObjectsDecision = iota + 1
	ObjectsApproved
	ObjectsRefused
)

var objectsDecisions = []string{"", "pending", "approved", "refused"}

// String gives the JSON value.
func (d ObjectsDecision) String() string { return law.NameOf(objectsDecisions, d) }

// MarshalText writes String.
func (d ObjectsDecision) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what String writes.
func (d *ObjectsDecision) UnmarshalText(b []byte) error {
	return law.ParseName(d, objectsDecisions, b, "a decision on objects")
}

// Codes of the rules on altering objects.
const (
	ObjectsEarly2005  law.Code = "cic.objects-early-2005"
	ObjectsEarly      law.Code = "cic.objects-early"
	ObjectsUnsigned   law.Code = "cic.objects-unsigned"
	ObjectsUnfounded  law.Code = "cic.objects-unfounded"
	ObjectsUnapproved law.Code = "cic.objects-unapproved"
	ArticlesNotSent   law.Code = "cic.articles-not-sent"
)

const (
	askComply = "Do the objects as altered comply with the requirements of section 32?"
	askTest   = "Does the Regulator consider that the company will satisfy the community interest test with the objects as altered?"
	askSteps  = "Does the Regulator consider that the company has taken reasonable steps to bring the change to the notice of persons affected by its activities?"
)

var objectsTable = law.Topic("objects",
	rule{
		Code: ObjectsEarly2005, Provision: regs2005.At("reg 13", "regulation/13"),
		Says:    "An alteration of the memorandum with respect to the company's objects does not have effect except in so far as it is approved by the Regulator.",
		InForce: until("2009-09-30"), Event: altered, Applies: goesByNew, Check: objectsNotEarly,
		Remedy: "Go by the old objects until the alteration is approved.", Successor: ObjectsEarly,
	},
	rule{
		Code: ObjectsEarly, Provision: companies2006.At("s. 31(2)(c), with reg 15(6) of SI 2005/1788", "section/31"),
		Says:    "An amendment of the articles with respect to the company's objects is not effective until entry of notice of it on the register, which may not be before the Regulator has approved it.",
		InForce: since("2009-10-01"), Event: altered, Applies: goesByNew, Check: objectsNotEarly,
		Remedy: "Go by the old objects until the amendment is on the register.",
	},
	rule{
		Code: ObjectsUnsigned, Provision: regs2005.At("reg 14", "regulation/14"),
		Says:    "Each director must sign the community interest statement and the statement of the steps taken to bring the alteration to the notice of persons affected.",
		InForce: inForce(), Event: altered, Applies: needsApproval, Check: objectsSigned,
		Remedy: "Deliver both statements, signed by every director.",
	},
	rule{
		Code: ObjectsUnfounded, Provision: regs2005.At("reg 15(3)", "regulation/15"),
		Says:    "The Regulator may approve if he considers that the objects as altered comply with section 32, that the company will satisfy the community interest test, and that it has taken reasonable steps to tell those affected.",
		InForce: inForce(), Event: altered, Applies: needsApproval, Check: objectsFounded,
		Remedy: "Mend what is wanting and apply again; the company may appeal to the Appeal Officer against a refusal.",
	},
	rule{
		Code: ObjectsUnapproved, Provision: regs2005.At("reg 15(6)", "regulation/15"),
		Says:    "The registrar shall not record the alteration unless and until the Regulator has given notice of a decision to approve it.",
		InForce: inForce(), Event: altered, Applies: objectsEntered, Check: approvedFirst,
		Remedy: "Ask the registrar to correct the register, and await approval.",
	},
	rule{
		Code: ArticlesNotSent, Provision: companies2006.At("s. 26(1)", "section/26"),
		Says:    "A copy of the articles as amended must be sent to the registrar not later than 15 days after the amendment takes effect.",
		InForce: since("2009-10-01"), Event: altered, Applies: objectsEntered, Check: articlesSent,
		Remedy: "Send the copy at once.",
	},
)

var altered = event{Path: "objects_change.resolved", Of: func(c *Company) law.Fact[law.Date] {
	if o := c.Objects.Ptr(); o != nil {
		return o.Resolved
	}
	return law.Fact[law.Date]{}
}}

// needsApproval leaves out a change that goes with becoming a charity (reg 16).
func needsApproval(c *kase) bool {
	o := c.Subject.Objects.Ptr()
	if o == nil {
		return false
	}
	forCharity, ok := law.Need(c, &o.ForCharity, "objects_change.for_charity")
	return ok && !forCharity
}

func goesByNew(c *kase) bool {
	if !needsApproval(c) {
		return false
	}
	goes, ok := law.Need(c, &c.Subject.Objects.Ptr().GoesBy, "objects_change.goes_by")
	return ok && goes
}

func objectsEntered(c *kase) bool {
	if !needsApproval(c) {
		return false
	}
	entered, ok := law.Need(c, &c.Subject.Objects.Ptr().Entered, "objects_change.entered")
	return ok && entered
}

// ObjectsEffective returns the day from which altered objects are the company's objects,
// and the provision: of a resolution passed by 30 September 2009 the day of approval, since
// then that of the entry on the register, which may not be before approval. There is no day
// while it has not come or is not stated, nor for a change that goes with becoming a
// charity, which takes effect with the new certificate of incorporation.
func ObjectsEffective(o *ObjectsChange) (law.Fact[law.Date], law.Provision) {
	resolved, ok := o.Resolved.Get()
	switch approved := o.Approved.Or(law.Date{}); {
	case !ok || o.ForCharity.Or(false):
		return law.Fact[law.Date]{}, law.Provision{}
	case resolved.Before(substituted) && o.Decision.Or(0) == ObjectsApproved:
		return o.Approved, reg13
	case resolved.Before(substituted):
		return law.Fact[law.Date]{}, reg13
	case o.Entered.Or(false) && o.Decision.Or(0) == ObjectsApproved && !o.Registered.Or(law.Date{}).Before(approved):
		return o.Registered, s31
	}
	return law.Fact[law.Date]{}, s31
}

var (
	reg13 = regs2005.At("reg 13", "regulation/13")
	s31   = companies2006.At("s. 31(2)(c)", "section/31")
)

func objectsNotEarly(c *kase) {
	o := c.Subject.Objects.Ptr()
	from, ok := law.Need(c, &o.From, "objects_change.from")
	if !objectsDated(c, o) || !ok {
		return
	}
	switch effective, by := ObjectsEffective(o); {
	case !effective.Stated():
		c.Breach("objects_change.from", "The company goes by the new objects from %s; by %v they have no effect yet.", from.Long(), by)
	case from.Before(effective.Or(from)):
		c.Breach("objects_change.from", "The company goes by the new objects from %s; by %v they have effect from %s.", from.Long(), by, effective.Or(from).Long())
	}
}

// objectsDated lacks what ObjectsEffective cannot do without: the decision and the day of
// an approval; since 1 October 2009 also the entry on the register and its day.
func objectsDated(c *kase, o *ObjectsChange) bool {
	decision, ok := law.Need(c, &o.Decision, "objects_change.decision")
	if !ok || decision != ObjectsApproved {
		return ok
	}
	_, ok = law.Need(c, &o.Approved, "objects_change.approved")
	if c.On.Before(substituted) {
		return ok
	}
	entered, ok2 := law.Need(c, &o.Entered, "objects_change.entered")
	if ok2 && entered {
		_, ok2 = law.Need(c, &o.Registered, "objects_change.registered")
	}
	return ok && ok2
}

func objectsSigned(c *kase) {
	list, ok := law.Need(c, &c.Subject.Objects.Ptr().Directors, "objects_change.directors")
	if ok && len(list) == 0 {
		c.Breach("objects_change.directors", "There is no director to sign.")
	}
	for i := range list {
		signed(c, &list[i].Statement, "objects_change.directors", i, "statement", "did not sign the community interest statement")
		signed(c, &list[i].Declaration, "objects_change.directors", i, "declaration", "did not sign the statement of steps taken")
	}
}

func objectsFounded(c *kase) {
	o := c.Subject.Objects.Ptr()
	for _, x := range [...]struct {
		f                    *law.Fact[bool]
		path, ask, complaint string
	}{
		{&o.ObjectsComply, "objects_change.objects_comply", askComply, "The objects as altered do not comply with section 32."},
		{&o.WillSatisfy, "objects_change.will_satisfy", askTest, "The company will not satisfy the community interest test."},
		{&o.ReasonableSteps, "objects_change.reasonable_steps", askSteps, "No reasonable steps were taken to tell those affected."},
	} {
		if yes, ok := law.Ask(c, x.f, x.path, x.ask); ok && !yes {
			c.Breach(x.path, "%s", x.complaint)
		}
	}
}

func approvedFirst(c *kase) {
	o := c.Subject.Objects.Ptr()
	decision, ok := law.Need(c, &o.Decision, "objects_change.decision")
	if !ok {
		return
	}
	if decision != ObjectsApproved {
		c.Breach("objects_change.entered", "The registrar recorded the alteration, which the Regulator has not approved.")
		return
	}
	entered, ok1 := law.Need(c, &o.Registered, "objects_change.registered")
	approved, ok2 := law.Need(c, &o.Approved, "objects_change.approved")
	if ok1 && ok2 && entered.Before(approved) {
		c.Breach("objects_change.registered", "The registrar recorded the alteration on %s, before the approval on %s.", entered.Long(), approved.Long())
	}
}

func articlesSent(c *kase) {
	o := c.Subject.Objects.Ptr()
	sent, ok1 := law.Need(c, &o.ArticlesSent, "objects_change.articles_sent")
	entered, ok2 := law.Need(c, &o.Registered, "objects_change.registered")
	days, ok3 := law.Read(c, &c.Figures.FilingDays, c.On)
	if !ok1 || !ok2 || !ok3 {
		return
	}
	if by := law.DaysFrom(entered, days); sent.After(by) {
		c.Breach("objects_change.articles_sent", "The articles as amended were sent on %s; the last day was %s.", sent.Long(), by.Long())
	}
}
