package society

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on suspending a registration and on appeals.
const (
	SuspensionNoGround      law.Code = "society.suspension-no-ground"
	SuspensionNoGround1965  law.Code = "society.suspension-no-ground-1965"
	SuspensionTooLong       law.Code = "society.suspension-too-long"
	SuspensionTooLong1965   law.Code = "society.suspension-too-long-1965"
	SuspendedUnnoticed      law.Code = "society.suspended-unnoticed"
	SuspendedUnnoticed1965  law.Code = "society.suspended-unnoticed-1965"
	SuspendedSilently       law.Code = "society.suspended-silently"
	SuspendedSilently1965   law.Code = "society.suspended-silently-1965"
	NoAppealOnType          law.Code = "society.no-appeal-on-type"
	NoAppealOnType1965      law.Code = "society.no-appeal-on-type-1965"
	NoAppealUnnoticed       law.Code = "society.no-appeal-unnoticed"
	NoAppealUnnoticed1965   law.Code = "society.no-appeal-unnoticed-1965"
	AppealLate              law.Code = "society.appeal-late"
	AppealLate1965          law.Code = "society.appeal-late-1965"
	NoAppealFirstMonths     law.Code = "society.no-appeal-first-months"
	NoAppealFirstMonths1965 law.Code = "society.no-appeal-first-months-1965"
)

// A Suspension is a suspension of the society's registration by notice in writing.
type Suspension struct {
	Ground law.Fact[CancellationGround] `json:"ground,omitzero"`
	// PendingAppeal says that it lasts only from the end of a notice of cancellation until the
	// appeal against that is settled: it needs no notice of its own and has no other end.
	PendingAppeal law.Fact[bool] `json:"pending_appeal,omitzero"`
	// Noticed is the day of the written notice of the first term, Begins the first day of that.
	Noticed     law.Fact[law.Date] `json:"noticed,omitzero"`
	GroundGiven law.Fact[bool]     `json:"ground_given,omitzero"`
	Begins      law.Fact[law.Date] `json:"begins,omitzero"`
	// Terms lists the first term and each renewal.
	Terms law.Fact[[]SuspensionPeriod] `json:"terms,omitzero"`
	// Published says that notice of it, and of each renewal, was published in the Gazette and
	// in a local newspaper.
	Published law.Fact[bool] `json:"published,omitzero"`
}

// A SuspensionPeriod is one term of a suspension, from its first day to its last.
type SuspensionPeriod struct {
	From law.Date `json:"from"`
	To   law.Date `json:"to"`
}

func (x *Suspension) check() error {
	list, _ := x.Terms.Get()
	for i, t := range list {
		if t.From.IsZero() || t.To.Before(t.From) {
			return fmt.Errorf("terms[%d]: from %v to %v is no term", i, t.From, t.To)
		}
	}
	return nil
}

// AppealKind is what is appealed against.
type AppealKind uint8

// The kinds of decision.
const (
	AgainstRefusal AppealKind = iota + 1
	AgainstCancellation
	AgainstRenewal
	// AgainstAmendmentRefusal is about the registration of an amendment (2014 Act s. 17, 1965
	// Act s. 18(1)(b)): nothing bars it.
	AgainstAmendmentRefusal
)

var appealKinds = []string{"", "refusal", "cancellation", "renewal-of-suspension", "refusal-of-amendment"}

// String gives the JSON value.
func (k AppealKind) String() string { return law.NameOf(appealKinds, k) }

// MarshalText writes String.
func (k AppealKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *AppealKind) UnmarshalText(b []byte) error {
	return law.ParseName(k, appealKinds, b, "a decision appealed against")
}

// An Appeal is an appeal against a decision of the registrar: to the Court of Session if
// the registered office is in Scotland, otherwise to the High Court.
type Appeal struct {
	Against law.Fact[AppealKind] `json:"against,omitzero"`
	// Ground is that of the decision: for a refusal, the test of type or another.
	Ground law.Fact[CancellationGround] `json:"ground,omitzero"`
	Lodged law.Fact[law.Date]           `json:"lodged,omitzero"`
	// NoticeEnds is the last day of the period of notice of the cancellation appealed against,
	// which may be longer than the least that the Act asks for.
	NoticeEnds law.Fact[law.Date] `json:"notice_ends,omitzero"`
	// Suspended is the first day of the suspension, Until the last day of the renewal
	// appealed against.
	Suspended law.Fact[law.Date] `json:"suspended,omitzero"`
	Until     law.Fact[law.Date] `json:"until,omitzero"`
}

var suspended = event{Path: "suspension.begins", Of: func(s *Society) law.Fact[law.Date] {
	if x := s.Suspension.Ptr(); x != nil {
		return x.Begins
	}
	return law.Fact[law.Date]{}
}}

var appealed = event{Path: "appeal.lodged", Of: func(s *Society) law.Fact[law.Date] {
	if x := s.Appeal.Ptr(); x != nil {
		return x.Lodged
	}
	return law.Fact[law.Date]{}
}}

var (
	suspensionGround = rule{
		Code: SuspensionNoGround, Provision: act2014.At("s. 8(1)", "section/8"),
		Says: "A registration may be suspended only for an illegal purpose, a wilful violation of the Act after notice, a contravened restriction on use, " +
			"the test of type, or a farmers' society that no longer lends.",
		InForce: from2014, Event: suspended, Applies: suspends, Check: suspensionGrounded,
		Remedy: "Lift the suspension.",
	}
	suspensionTerm = rule{
		Code: SuspensionTooLong, Provision: act2014.At("s. 8(1)(a)-(b)", "section/8"),
		Says:    "A registration may be suspended for a term not exceeding 3 months, and each renewal may not exceed 3 months.",
		InForce: from2014, Event: suspended, Applies: suspends, Check: termsShort,
		Remedy: "End the term in time, and renew it if need be.",
	}
	suspensionWarned = rule{
		Code: SuspendedUnnoticed, Provision: act2014.At("s. 8(2)", "section/8"),
		Says:    "The registrar must give at least 2 months' notice in writing of a first suspension, with its ground.",
		InForce: from2014, Event: suspended, Applies: suspends, Check: suspensionNoticed,
		Remedy: "Give the notice, and let it run.",
	}
	suspensionPublic = rule{
		Code: SuspendedSilently, Provision: act2014.At("s. 8(5)-(6)", "section/8"),
		Says:    "Notice of a suspension and of each renewal must be published in the Gazette and a local newspaper as soon as practicable.",
		InForce: from2014, Event: suspended, Applies: isSuspended, Check: suspensionPublished,
		Remedy: "Publish the notice; until then the society keeps its privileges.",
	}
	noAppealOnType = rule{
		Code: NoAppealOnType, Provision: act2014.At("s. 9(3)", "section/9"),
		Says:    "No appeal may be made against a refusal to register, or a cancellation, because the condition of the type is not met.",
		InForce: from2014, Event: appealed, Applies: appealsRefusalOrCancellation, Check: notAboutType,
		Remedy: "Make representations and ask to be heard, or seek judicial review.",
	}
	noNoticeNoAppeal = rule{
		Code: NoAppealUnnoticed, Provision: act2014.At("s. 9(4)", "section/9"),
		Says:    "No appeal may be made against a cancellation that needs no notice.",
		InForce: from2014, Event: appealed, Applies: appealsCancellation, Check: neededNotice,
		Remedy: "Apply for registration again.",
	}
	appealTime = rule{
		Code: AppealLate, Provision: act2014.At("s. 9(5)", "section/9"),
		Says:    "An appeal against a cancellation must be lodged before the end of the period of notice.",
		InForce: from2014, Event: appealed, Applies: appealsNoticed, Check: lodgedInTime,
		Remedy: "Ask the court whether it will hear the appeal.",
	}
	renewalAppeal = rule{
		Code: NoAppealFirstMonths, Provision: act2014.At("s. 9(1)(c)", "section/9"),
		Says: "A society may appeal against a renewal of its suspension only so far as that continues more than 3 months from the date of the first " +
			"suspension.",
		InForce: from2014, Event: appealed, Applies: appealsRenewal, Check: beyondFirstMonths,
		Remedy: "Wait for a renewal beyond the first three months.",
	}
)

var suspensions = law.Topic("suspensions",
	under1965(suspensionGround, SuspensionNoGround1965, act1965.At("s. 17(1)", "section/17"), start1965), suspensionGround,
	under1965(suspensionTerm, SuspensionTooLong1965, act1965.At("s. 17(1)(a)-(b)", "section/17"), start1965), suspensionTerm,
	under1965(suspensionWarned, SuspendedUnnoticed1965, act1965.At("s. 17(3)", "section/17"), start1965), suspensionWarned,
	under1965(suspensionPublic, SuspendedSilently1965, act1965.At("s. 17(4)-(5)", "section/17"), start1965), suspensionPublic,
	under1965(noAppealOnType, NoAppealOnType1965, act1965.At("s. 18(1)(a), (c)", "section/18"), start1965), noAppealOnType,
	under1965(noNoticeNoAppeal, NoAppealUnnoticed1965, act1965.At("s. 18(1)(c)", "section/18"), start1965), noNoticeNoAppeal,
	under1965(appealTime, AppealLate1965, act1965.At("s. 18(1)(c)", "section/18"), start1965), appealTime,
	under1965(renewalAppeal, NoAppealFirstMonths1965, act1965.At("s. 18(1)(d)", "section/18"), start1965), renewalAppeal,
)

func isSuspended(c *kase) bool { return c.Subject.Suspension.Stated() }

// suspends leaves out a suspension that only awaits an appeal.
func suspends(c *kase) bool {
	x := c.Subject.Suspension.Ptr()
	if x == nil {
		return false
	}
	waits, ok := law.Need(c, &x.PendingAppeal, "suspension.pending_appeal")
	return ok && !waits
}

func appealAgainst(c *kase) (AppealKind, bool) {
	x := c.Subject.Appeal.Ptr()
	if x == nil {
		return 0, false
	}
	return law.Need(c, &x.Against, "appeal.against")
}

func appealsRefusalOrCancellation(c *kase) bool {
	k, ok := appealAgainst(c)
	return ok && (k == AgainstRefusal || k == AgainstCancellation)
}

func appealsCancellation(c *kase) bool {
	k, ok := appealAgainst(c)
	return ok && k == AgainstCancellation
}

func appealsRenewal(c *kase) bool {
	k, ok := appealAgainst(c)
	return ok && k == AgainstRenewal
}

func appealsNoticed(c *kase) bool {
	if !appealsCancellation(c) {
		return false
	}
	g, ok := law.Need(c, &c.Subject.Appeal.Ptr().Ground, "appeal.ground")
	return ok && !g.unnoticed()
}

// suspends reports whether a registration may be suspended on the ground: condition C, its
// extension to a restriction on use, D or E.
func (g CancellationGround) suspends() bool {
	return g == IllegalPurpose || g == WilfulViolation || g == TypeTest || g == NoLongerLending || g == LockContravened
}

func suspensionGrounded(c *kase) {
	g, ok := law.Need(c, &c.Subject.Suspension.Ptr().Ground, "suspension.ground")
	if ok && g == TypeTest {
		notSpared(c, "suspension.ground")
	}
	if ok && !g.suspends() {
		c.Breach("suspension.ground", "A registration may not be suspended for %v.", g)
	}
}

// SuspensionUntil returns the last day of a term, first or renewed, that begins on a day.
// It is no date where the figures hold none.
func (f *Figures) SuspensionUntil(from law.Date) law.Date {
	e, ok := f.SuspensionTerm.At(from)
	if !ok {
		return law.Date{}
	}
	return law.MonthsBeginningWith(from, e.Value)
}

func termsShort(c *kase) {
	if _, ok := law.Need(c, &c.Subject.Suspension.Ptr().Terms, "suspension.terms"); !ok {
		return
	}
	list := *c.Subject.Suspension.Ptr().Terms.Ptr()
	for i := range list {
		last := c.Figures.SuspensionUntil(list[i].From)
		if last.IsZero() {
			c.Unknown("figures.society.suspension_term", "How long might a term be that began on "+list[i].From.Long()+"?")
		} else if list[i].To.After(last) {
			c.Breach(law.Path("suspension.terms", i, ""), "The term from %s runs to %s; it may run to %s.",
				list[i].From.Long(), list[i].To.Long(), last.Long())
		}
	}
}

func suspensionNoticed(c *kase) {
	x := c.Subject.Suspension.Ptr()
	if noticed, ok := law.Need(c, &x.Noticed, "suspension.noticed"); ok {
		noticeRun(c, &c.Figures.SuspensionNotice, noticed, "suspension.noticed", "suspended")
	}
	if given, ok := law.Need(c, &x.GroundGiven, "suspension.ground_given"); ok && !given {
		c.Breach("suspension.ground_given", "The notice does not give the ground.")
	}
}

func suspensionPublished(c *kase) {
	published, ok := law.Ask(c, &c.Subject.Suspension.Ptr().Published, "suspension.published",
		"Was notice of the suspension, and of each renewal, published as soon as practicable in the Gazette and in a local newspaper?")
	if ok && !published {
		c.Breach("suspension.published", "Notice of the suspension was not published.")
	}
}

func notAboutType(c *kase) {
	if g, ok := law.Need(c, &c.Subject.Appeal.Ptr().Ground, "appeal.ground"); ok && g == TypeTest {
		c.Breach("appeal.ground", "The decision rests on the condition of the type, against which there is no appeal.")
	}
}

func neededNotice(c *kase) {
	if g, ok := law.Need(c, &c.Subject.Appeal.Ptr().Ground, "appeal.ground"); ok && g.unnoticed() {
		c.Breach("appeal.ground", "The cancellation, for %v, needed no notice, and there is no appeal against it.", g)
	}
}

func lodgedInTime(c *kase) {
	if end, ok := law.Need(c, &c.Subject.Appeal.Ptr().NoticeEnds, "appeal.notice_ends"); ok && c.On.After(end) {
		c.Breach("appeal.lodged", "The appeal was lodged on %s; the notice ended on %s.", c.On.Long(), end.Long())
	}
}

// beyondFirstMonths counts from the date of the first suspension, and so leaves that out.
func beyondFirstMonths(c *kase) {
	x := c.Subject.Appeal.Ptr()
	first, ok1 := law.Need(c, &x.Suspended, "appeal.suspended")
	until, ok2 := law.Need(c, &x.Until, "appeal.until")
	months, ok3 := law.Read(c, &c.Figures.SuspensionTerm, c.On)
	if end := law.MonthsFrom(first, months); ok1 && ok2 && ok3 && !until.After(end) {
		c.Breach("appeal.until", "The renewal lasts until %s, which is no more than %d months from the first suspension on %s.",
			until.Long(), months, first.Long())
	}
}
