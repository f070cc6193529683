package society

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rules on enforcing the statutory lock. Most bind the registrar: a society
// that keeps this list knows what it may ask of a notice that it is given.
const (
	EnforcementUngrounded law.Code = "society.enforcement-ungrounded"
	EnforcementExcessive  law.Code = "society.enforcement-excessive"
	EnforcementUnwarned   law.Code = "society.enforcement-unwarned"
	DecisionIncomplete    law.Code = "society.decision-incomplete"
	EnforcementAppealLate law.Code = "society.enforcement-appeal-late"
	EnforcedEarly         law.Code = "society.enforced-early"
	EnforcementDisobeyed  law.Code = "society.enforcement-disobeyed"
)

// EnforcementPower is what the registrar does about a misuse of locked assets.
type EnforcementPower uint8

// The powers. The registrar may cancel or suspend the registration too: see LockContravened.
const (
	PowerToNotify EnforcementPower = iota + 1
	PowerOfRestitution
	PowerToRemove
)

var enforcementPowers = []string{"", "notification", "restitution", "removal"}

// String gives the JSON value.
func (p EnforcementPower) String() string { return law.NameOf(enforcementPowers, p) }

// MarshalText writes String.
func (p EnforcementPower) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what String writes.
func (p *EnforcementPower) UnmarshalText(b []byte) error {
	return law.ParseName(p, enforcementPowers, b, "a power of enforcement")
}

// An Enforcement is one use of a power over a society with the statutory restriction on
// use: a notification to the society, restitution from an officer, or an officer's removal.
type Enforcement struct {
	Power law.Fact[EnforcementPower] `json:"power,omitzero"`
	// Contravened, Loss, Concerned and ReasonableSteps are what the registrar found: that
	// the restriction is or has been contravened, that the society lost by it, that the
	// officer was knowingly concerned, that the officer took all reasonable steps.
	Contravened     law.Fact[bool] `json:"contravened,omitzero"`
	Loss            law.Fact[bool] `json:"loss,omitzero"`
	Concerned       law.Fact[bool] `json:"knowingly_concerned,omitzero"`
	ReasonableSteps law.Fact[bool] `json:"reasonable_steps,omitzero"`
	// Necessary is the recorded judgement that the power was used only to the extent
	// necessary to maintain confidence in community benefit societies.
	Necessary law.Fact[bool] `json:"necessary,omitzero"`
	// Warned says that a written warning notice was given first to the society and to the
	// officer concerned, with the proposed action, its reasons and a reasonable period for
	// representations.
	Warned law.Fact[bool] `json:"warned,omitzero"`
	// Decided is the day on which the decision notice was given (of a cancellation, made).
	Decided law.Fact[law.Date] `json:"decided,omitzero"`
	// Reasoned, Terms and AppealRight say that the notice, in writing, gives reasons, sets
	// out the terms, and tells of the right of appeal and the days for it.
	Reasoned    law.Fact[bool] `json:"reasoned,omitzero"`
	Terms       law.Fact[bool] `json:"terms,omitzero"`
	AppealRight law.Fact[bool] `json:"appeal_right,omitzero"`
	// Appeal is an appeal against the decision, if there is one.
	Appeal law.Fact[EnforcementAppeal] `json:"appeal,omitzero"`
	// Enforced is the day on which the decision was first given effect.
	Enforced law.Fact[law.Date] `json:"enforced,omitzero"`
	// Complied says that the society complied with the notification or the direction.
	Complied law.Fact[bool] `json:"complied,omitzero"`
}

// An EnforcementAppeal is to the High Court or, in Scotland, to the Court of Session.
type EnforcementAppeal struct {
	Made law.Fact[law.Date] `json:"made,omitzero"`
	// Disposed is the day on which it was finally disposed of.
	Disposed law.Fact[law.Date] `json:"disposed,omitzero"`
}

// EnforcementFigures are the figures of enforcement.
type EnforcementFigures struct {
	// AppealDays begin with the day on which the decision notice is given.
	AppealDays law.History[int]
}

func enactedEnforcement() EnforcementFigures {
	return EnforcementFigures{law.Since("society.enforcement_appeal_days", "days beginning with the day the notice is given",
		at(startLock, 28, regs2006.At("reg 14(3)", "regulation/14")))}
}

var (
	enforcementDecided = event{Path: "enforcement.decided", Of: func(s *Society) law.Fact[law.Date] {
		if x := s.Enforcement.Ptr(); x != nil {
			return x.Decided
		}
		return law.Fact[law.Date]{}
	}}
	enforcementAppealed = event{Path: "enforcement.appeal.made", Of: func(s *Society) law.Fact[law.Date] {
		if x := s.Enforcement.Ptr(); x != nil && x.Appeal.Stated() {
			return x.Appeal.Ptr().Made
		}
		return law.Fact[law.Date]{}
	}}
	enforcementEffected = event{Path: "enforcement.enforced", Of: func(s *Society) law.Fact[law.Date] {
		if x := s.Enforcement.Ptr(); x != nil {
			return x.Enforced
		}
		return law.Fact[law.Date]{}
	}}
)

const remedyEnforcement = "Make representations to the registrar, or appeal while there is time."

var enforcements = law.Topic("enforcements",
	rule{
		Code: EnforcementUngrounded, Provision: regs2006.At("regs 9(1), 10(1), (3), 11", "regulation/9"),
		Says: "The registrar may notify a society only of a contravention of the restriction on use, and may require an officer to pay, where the " +
			"society lost by it, or have an officer removed, only if the officer was knowingly concerned and did not take all reasonable steps.",
		InForce: fromLock, Event: enforcementDecided, Applies: enforcesLock, Check: enforcementGrounded,
		Remedy: remedyEnforcement,
	},
	rule{
		Code: EnforcementExcessive, Provision: regs2006.At("reg 8", "regulation/8"),
		Says:    "The powers should be exercised only to the extent necessary to maintain confidence in community benefit societies.",
		InForce: fromLock, Event: enforcementDecided, Applies: enforcesLock, Check: enforcementProportionate,
		Remedy: remedyEnforcement,
	},
	rule{
		Code: EnforcementUnwarned, Provision: regs2006.At("reg 12", "regulation/12"),
		Says: "The registrar must first give the society and the officer concerned a written warning notice, with the proposed action, the reasons " +
			"for it and a reasonable period for representations.",
		InForce: fromLock, Event: enforcementDecided, Applies: enforcesLock, Check: enforcementWarned,
		Remedy: remedyEnforcement,
	},
	rule{
		Code: DecisionIncomplete, Provision: regs2006.At("reg 13(1)-(2)", "regulation/13"),
		Says: "A decision notice must be in writing, give reasons, set out the terms of the decision, and tell of the right of appeal and that an " +
			"appeal must be brought within 28 days.",
		InForce: fromLock, Event: enforcementDecided, Applies: enforcesLock, Check: decisionComplete,
		Remedy: remedyEnforcement,
	},
	rule{
		Code: EnforcementAppealLate, Provision: regs2006.At("reg 14(1), (3)", "regulation/14"),
		Says: "An appeal, to the High Court or in Scotland the Court of Session, must be made before the end of the period of 28 days beginning with " +
			"the date on which the decision notice is given.",
		InForce: fromLock, Event: enforcementAppealed, Applies: appealsEnforcement, Check: appealedInTime,
		Remedy: "Take advice at once: the decision has effect.",
	},
	rule{
		Code: EnforcedEarly, Provision: regs2006.At("reg 14(4)", "regulation/14"),
		Says:    "A decision has no effect during the period within which an appeal may be brought or, where there is one, until it is finally disposed of.",
		InForce: fromLock, Event: enforcementEffected, Applies: isEnforced, Check: notEnforcedEarly,
		Remedy: "Take the effect back until then.",
	},
	rule{
		Code: EnforcementDisobeyed, Provision: regs2006.At("reg 13(3)", "regulation/13"),
		Says:    "A society that is subject to an enforcement notification or a direction for removal must comply with it once it has effect.",
		InForce: fromLock, Event: enforcementDecided, Applies: bindsSociety, Check: enforcementObeyed,
		Remedy: "Comply; the registrar may also have the courts restrain a contravention (reg 15).",
	},
)

func enforcesLock(c *kase) bool {
	x := c.Subject.Enforcement.Ptr()
	if x == nil || !locked(c) {
		return false
	}
	_, ok := law.Need(c, &x.Power, "enforcement.power")
	return ok
}

func appealsEnforcement(c *kase) bool {
	return enforcesLock(c) && c.Subject.Enforcement.Ptr().Appeal.Stated()
}

func isEnforced(c *kase) bool {
	return enforcesLock(c) && c.Subject.Enforcement.Ptr().Enforced.Stated()
}

// bindsSociety waits for the decision to have effect. A requirement to pay is the
// officer's, and a debt due to the society.
func bindsSociety(c *kase) bool {
	if !enforcesLock(c) || c.Subject.Enforcement.Ptr().Power.Or(0) == PowerOfRestitution {
		return false
	}
	from, ok := effectiveFrom(c)
	return ok && !c.AsAt.Before(from)
}

func enforcementGrounded(c *kase) {
	x := c.Subject.Enforcement.Ptr()
	wantYes(c, &x.Contravened, "enforcement.contravened",
		"Did the registrar find that the society is contravening, or has contravened, its restriction on use?",
		"The registrar found no contravention of the restriction on use.")
	power := x.Power.Or(0)
	if power == PowerToNotify {
		return
	}
	if power == PowerOfRestitution {
		wantYes(c, &x.Loss, "enforcement.loss", "Did the registrar find that the society suffered loss as a result?",
			"The registrar found no loss of the society.")
	}
	wantYes(c, &x.Concerned, "enforcement.knowingly_concerned", "Did the registrar find that the officer was knowingly concerned?",
		"The registrar did not find that the officer was knowingly concerned.")
	wantNo(c, &x.ReasonableSteps, "enforcement.reasonable_steps",
		"Did the registrar, having heard the representations, find that the officer took all reasonable steps to prevent it?",
		"The officer took all reasonable steps to prevent the contravention.")
}

func enforcementProportionate(c *kase) {
	wantYes(c, &c.Subject.Enforcement.Ptr().Necessary, "enforcement.necessary",
		"Was the power used only to the extent necessary to maintain confidence in community benefit societies?",
		"The power was used further than is necessary to maintain confidence in community benefit societies.")
}

func enforcementWarned(c *kase) {
	wantYes(c, &c.Subject.Enforcement.Ptr().Warned, "enforcement.warned",
		"Was a written warning notice given first, with the action, the reasons and a reasonable period for representations?",
		"No due warning notice came before the decision.")
}

func decisionComplete(c *kase) {
	x := c.Subject.Enforcement.Ptr()
	wantYes(c, &x.Reasoned, "enforcement.reasoned", "Does the notice, in writing, give reasons?", "The decision notice gives no reasons in writing.")
	wantYes(c, &x.Terms, "enforcement.terms", "Does it set out the terms of the decision?", "The decision notice does not set out the terms.")
	wantYes(c, &x.AppealRight, "enforcement.appeal_right", "Does it tell of the right of appeal and the days for it?",
		"The decision notice does not tell of the right of appeal.")
}

func appealLast(given law.Date, days int) law.Date { return law.DaysBeginningWith(given, days) }

// EnforcementAppealDue returns the last day on which a decision notice given on a day may
// be appealed against: the day of the notice is the first of the 28. It returns no date
// where the figures hold none.
func (f *Figures) EnforcementAppealDue(given law.Date) law.Date {
	days, ok := figureAt(&f.AppealDays, given)
	if !ok {
		return law.Date{}
	}
	return appealLast(given, days)
}

func appealedInTime(c *kase) {
	given, ok := law.Need(c, &c.Subject.Enforcement.Ptr().Decided, "enforcement.decided")
	days, ok1 := law.Read(c, &c.Figures.AppealDays, c.On)
	if !ok || !ok1 {
		return
	}
	if last := appealLast(given, days); c.On.After(last) {
		c.Breach("enforcement.appeal.made", "The appeal was made on %s; the last day for it was %s.", c.On.Long(), last.Long())
	}
}

// effectiveFrom is the first day on which a decision has effect; false while nobody can
// tell.
func effectiveFrom(c *kase) (law.Date, bool) {
	x := c.Subject.Enforcement.Ptr()
	given, ok := law.Need(c, &x.Decided, "enforcement.decided")
	days, ok1 := law.Read(c, &c.Figures.AppealDays, c.On)
	if !ok || !ok1 {
		return law.Date{}, false
	}
	after := appealLast(given, days).AddDays(1)
	if !x.Appeal.Stated() {
		return after, true
	}
	over, ok := law.Need(c, &x.Appeal.Ptr().Disposed, "enforcement.appeal.disposed")
	if ok && over.After(after) {
		after = over
	}
	return after, ok
}

func notEnforcedEarly(c *kase) {
	if from, ok := effectiveFrom(c); ok && c.On.Before(from) {
		c.Breach("enforcement.enforced", "The decision was given effect on %s; it has none before %s.", c.On.Long(), from.Long())
	}
}

func enforcementObeyed(c *kase) {
	wantYes(c, &c.Subject.Enforcement.Ptr().Complied, "enforcement.complied", "Has the society complied with it?", "The society has not complied with it.")
}
