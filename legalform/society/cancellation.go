package society

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rules on the registrar's powers to cancel a registration. They bind the
// registrar, and tell a society what it may expect.
const (
	NoGround               law.Code = "society.no-ground"
	NoGround1965           law.Code = "society.no-ground-1965"
	OldSocietySpared       law.Code = "society.old-society-spared"
	OldSocietySpared1965   law.Code = "society.old-society-spared-1965"
	CancelledUnnoticed     law.Code = "society.cancelled-unnoticed"
	CancelledUnnoticed1965 law.Code = "society.cancelled-unnoticed-1965"
	CancelledInAppeal      law.Code = "society.cancelled-in-appeal"
	CancelledInAppeal1965  law.Code = "society.cancelled-in-appeal-1965"
	CancelledUnheard       law.Code = "society.cancelled-unheard"
	CancelledUnheard1965   law.Code = "society.cancelled-unheard-1965"
	CancelledSilently      law.Code = "society.cancelled-silently"
	CancelledSilently1965  law.Code = "society.cancelled-silently-1965"
)

// CancellationGround is why a registration is cancelled or suspended.
type CancellationGround uint8

// The grounds, by the conditions of the 2014 Act s. 5: A is a request, B the next three, C
// the next two, D the test of type and E the loans of a farmers' society. A registration is
// cancelled too on conversion into, amalgamation with or transfer of all engagements to a
// company, and after the certificate that the property has been passed on. One that breaks its
// restriction on use may be cancelled as under condition C (SI 2006/264 Sch 2 para 2).
const (
	OwnRequest CancellationGround = iota + 1
	FraudOrMistake
	FewMembers
	CeasedToExist
	IllegalPurpose
	WilfulViolation
	TypeTest
	NoLongerLending
	BecameCompany
	PropertyPassedOn
	LockContravened
)

var grounds = []string{
	"", "own-request", "fraud-or-mistake", "few-members", "ceased-to-exist", "illegal-purpose", "wilful-violation", "type-test",
	"no-longer-lending", "became-company", "property-passed-on",
	"restriction-contravened",
}

// String gives the JSON value.
func (g CancellationGround) String() string { return law.NameOf(grounds, g) }

// MarshalText writes String.
func (g CancellationGround) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// UnmarshalText reads what String writes.
func (g *CancellationGround) UnmarshalText(b []byte) error {
	return law.ParseName(g, grounds, b, "a ground of cancellation")
}

// unnoticed reports whether a cancellation on the ground needs no notice.
func (g CancellationGround) unnoticed() bool {
	return g == OwnRequest || g == BecameCompany || g == PropertyPassedOn
}

// A Cancellation is the cancelling of the society's registration, made or proposed.
type Cancellation struct {
	Ground law.Fact[CancellationGround] `json:"ground,omitzero"`
	// Proved says that the registrar is satisfied of the ground. The number of members and
	// the test of type are read from the society itself.
	Proved law.Fact[bool] `json:"proved,omitzero"`
	// Noticed is the day of the written notice; GroundGiven says that it gives the ground.
	Noticed     law.Fact[law.Date] `json:"noticed,omitzero"`
	GroundGiven law.Fact[bool]     `json:"ground_given,omitzero"`
	// On is the day of the cancellation.
	On law.Fact[law.Date] `json:"on,omitzero"`
	// Appealed says that the society appealed in the time for it; Settled is the day on which
	// the appeal was determined or abandoned.
	Appealed law.Fact[bool]     `json:"appealed,omitzero"`
	Settled  law.Fact[law.Date] `json:"appeal_settled,omitzero"`
	// Considered says that what the society represented in the time of the notice, if it did,
	// was considered; Heard that it was heard, or did not ask to be.
	Considered law.Fact[bool] `json:"representations_considered,omitzero"`
	Heard      law.Fact[bool] `json:"heard_or_did_not_ask,omitzero"`
	// Published says that notice of the cancellation was published in the Gazette and in a
	// local newspaper.
	Published law.Fact[bool] `json:"published,omitzero"`
}

// CancellationFigures are the figures of cancelling and suspending a registration.
type CancellationFigures struct {
	// CancellationNotice and SuspensionNotice are the least notice, in months.
	CancellationNotice law.History[int]
	SuspensionNotice   law.History[int]
	// SuspensionTerm is the longest term of a suspension, or of each renewal, in months.
	SuspensionTerm law.History[int]
}

func enactedCancellation() CancellationFigures {
	return CancellationFigures{
		CancellationNotice: law.Since("society.cancellation_notice", "months, at least",
			at(start1965, 2, act1965.At("s. 16(3)", "section/16")), at(start2014, 2, act2014.At("s. 6(1)", "section/6"))),
		SuspensionNotice: law.Since("society.suspension_notice", "months, at least",
			at(start1965, 2, act1965.At("s. 17(3)", "section/17")), at(start2014, 2, act2014.At("s. 8(2)", "section/8"))),
		SuspensionTerm: law.Since("society.suspension_term", "months, at most",
			at(start1965, 3, act1965.At("s. 17(1)", "section/17")), at(start2014, 3, act2014.At("s. 8(1)", "section/8"))),
	}
}

var cancelled = event{Path: "cancellation.on", Of: func(s *Society) law.Fact[law.Date] {
	if x := s.Cancellation.Ptr(); x != nil {
		return x.On
	}
	return law.Fact[law.Date]{}
}}

var (
	cancellingGround = rule{
		Code: NoGround, Provision: act2014.At("ss. 5(1)-(6), 112(2)", "section/5"),
		Says: "A registration may be cancelled only if one of the conditions is met, or the society has passed into a company: too few members and " +
			"the wrong type are grounds to cancel, and never make the society void.",
		InForce: from2014, Event: cancelled, Applies: cancels, Check: groundThere,
		Remedy: "Leave the society registered, or wait until a ground is there.",
	}
	cancellingGround1965 = rule{
		Code: NoGround1965, Provision: act1965.At("ss. 16(1), 52(4)", "section/16"),
		Says:    "A registration may be cancelled only on a ground that the Act names, or once the society has passed into a company.",
		InForce: windows1965(start1965), Event: cancelled, Applies: cancels, Check: groundThere1965,
		Remedy: cancellingGround.Remedy, Successor: NoGround,
	}
	oldSpared = rule{
		Code: OldSocietySpared, Provision: act2014.At("Sch 3 para 2", "schedule/3/paragraph/2"),
		Says: "The test of type is no ground against a society registered before 26 July 1938 that has not invited anybody since to subscribe for " +
			"securities or to lend or deposit money.",
		InForce: from2014, Event: cancelled, Applies: cancelsForType, Check: notSparedAndCancelled,
		Remedy: "Leave the society registered; the registrar may petition for its winding up.",
	}
	cancellingNotice = rule{
		Code: CancelledUnnoticed, Provision: act2014.At("s. 6(1)-(2)", "section/6"),
		Says: "The registrar must give at least 2 months' notice in writing of a cancellation, with its ground, unless the society asked for it, has " +
			"passed into a company, or has lodged the certificate that its property was passed on.",
		InForce: from2014, Event: cancelled, Applies: cancelsOnNotice, Check: cancellationNoticed,
		Remedy: "Give the notice, and let it run.",
	}
	appealPending = rule{
		Code: CancelledInAppeal, Provision: act2014.At("s. 6(3)", "section/6"),
		Says:    "Where the society appeals before the end of the notice, its registration may not be cancelled before the appeal is determined or abandoned.",
		InForce: from2014, Event: cancelled, Applies: cancelsOnNotice, Check: appealSettled,
		Remedy: "Wait for the appeal; the registration may be suspended meanwhile.",
	}
	societyHearing = rule{
		Code: CancelledUnheard, Provision: act2014.At("s. 7(1)-(3); SI 2006/264 Sch 2 para 2(b)", "section/7"),
		Says: "Before cancelling for the test of type, or for a contravened restriction on use, the registrar must consider what the society represents " +
			"in the time of the notice and, if it asks, give it an opportunity of being heard.",
		InForce: from2014, Event: cancelled, Applies: cancelsAfterHearing, Check: societyHeard,
		Remedy: "Consider the representations and hear the society.",
	}
	cancellingPublished = rule{
		Code: CancelledSilently, Provision: act2014.At("s. 6(6)-(7)", "section/6"),
		Says: "Notice of a cancellation must be published in the Gazette and a local newspaper as soon as practicable; the society's privileges end " +
			"only with that in the Gazette.",
		InForce: from2014, Event: cancelled, Applies: cancels, Check: cancellationPublished,
		Remedy: "Publish the notice.",
	}
)

var cancellations = law.Topic("cancellations",
	cancellingGround1965, cancellingGround,
	under1965(oldSpared, OldSocietySpared1965, act1965.At("s. 16(2)", "section/16"), start1965), oldSpared,
	under1965(cancellingNotice, CancelledUnnoticed1965, act1965.At("s. 16(3)", "section/16"), start1965), cancellingNotice,
	under1965(appealPending, CancelledInAppeal1965, act1965.At("s. 16(3)", "section/16"), start1965), appealPending,
	under1965(societyHearing, CancelledUnheard1965, act1965.At("s. 16(4)(a)", "section/16"), start1965), societyHearing,
	under1965(cancellingPublished, CancelledSilently1965, act1965.At("s. 16(6)-(7)", "section/16"), start1965), cancellingPublished,
)

func cancels(c *kase) bool { return c.Subject.Cancellation.Stated() }

func cancelsOnNotice(c *kase) bool {
	g, ok := cancelledFor(c)
	return ok && !g.unnoticed()
}

func cancelsForType(c *kase) bool {
	g, ok := cancelledFor(c)
	return ok && g == TypeTest
}

func cancelsAfterHearing(c *kase) bool {
	g, ok := cancelledFor(c)
	return ok && (g == TypeTest || g == LockContravened)
}

func cancelledFor(c *kase) (CancellationGround, bool) {
	x := c.Subject.Cancellation.Ptr()
	if x == nil {
		return 0, false
	}
	return law.Need(c, &x.Ground, "cancellation.ground")
}

func groundThere(c *kase)     { hasGround(c, twoSocieties, ofType) }
func groundThere1965(c *kase) { hasGround(c, onlySocieties, ofType1965) }

// hasGround reads the two grounds that the society's own facts show, and asks for proof of
// the others.
func hasGround(c *kase, alternative func(int64) bool, meets func(*kase) answer) {
	g, ok := cancelledFor(c)
	switch {
	case !ok:
	case g == FewMembers:
		if suffices(c, alternative) == yes {
			c.Breach("cancellation.ground", "The society's %d members are enough.", c.Subject.Members.Or(0))
		}
	case g == TypeTest:
		if meets(c) == yes {
			c.Breach("cancellation.ground", "The society meets the condition of registration that the ground says it does not.")
		}
	case g == LockContravened && c.Subject.locked() == no:
		c.Breach("cancellation.ground", "The society has no restriction on use to contravene.")
	default:
		proved, ok := law.Ask(c, &c.Subject.Cancellation.Ptr().Proved, "cancellation.proved", "Is the registrar satisfied that the ground is there?")
		if ok && !proved {
			c.Breach("cancellation.proved", "The ground, %v, is not proved.", g)
		}
	}
}

// ofType tells whether the society meets the condition of its own kind, or, registered
// before 1 August 2014, either of them.
func ofType(c *kase) answer {
	s := c.Subject
	k, ok := law.Need(c, &s.Kind, "kind")
	switch {
	case !ok:
		return untold
	case k == PreCommencement:
		return condition(c, yes)
	case k == CommunityBenefitSociety:
		law.Ask(c, &s.ForCommunity, "for_community", askCommunity)
		return told(&s.ForCommunity)
	}
	if s.mutual() == untold {
		askMutual(c)
	}
	return s.mutual()
}

func ofType1965(c *kase) answer { return condition(c, told(&c.Subject.SpecialReasons)) }

// cut1938 is the day before which a society was registered that the test of type spares.
var cut1938 = law.MustDate("1938-07-26")

// spared tells whether the test of type is no ground against the society.
func (s *Society) spared() answer {
	registered, ok := s.Registered.Get()
	if ok && !registered.Before(cut1938) {
		return no
	}
	return min(-told(&s.InvitedMoney), stated(ok))
}

// stated is yes where something is, and otherwise untold.
func stated(ok bool) answer {
	if ok {
		return yes
	}
	return untold
}

func askSpared(c *kase) {
	law.Need(c, &c.Subject.Registered, "registered")
	law.Ask(c, &c.Subject.InvitedMoney, "invited_money_since_1938",
		"Has anybody been invited, on or after 26 July 1938, to subscribe for securities of the society or to lend or deposit money?")
}

func notSparedAndCancelled(c *kase) { notSpared(c, "cancellation.ground") }

func notSpared(c *kase, path string) {
	switch c.Subject.spared() {
	case untold:
		askSpared(c)
	case yes:
		c.Breach(path, "The society was registered before 26 July 1938 and has invited no money since.")
	case no:
	}
}

// The doubt about the last day of a notice of so many months.
const (
	monthsClear = "May the registrar act on the very day on which the months of the notice end?"
	dayOf       = "yes, since the months are then complete"
	dayAfter    = "no, since at least so many months must lie between"
)

// CancellationFrom returns the first day on which a registration may surely be cancelled
// after a notice given on a day: the day after the months end, the day itself being
// doubtful. It is no date where the figures hold none.
func (f *Figures) CancellationFrom(noticed law.Date) law.Date {
	return surelyAfter(&f.CancellationNotice, noticed)
}

// SuspensionFrom is CancellationFrom for the first term of a suspension.
func (f *Figures) SuspensionFrom(noticed law.Date) law.Date {
	return surelyAfter(&f.SuspensionNotice, noticed)
}

func surelyAfter(h *law.History[int], noticed law.Date) law.Date {
	e, ok := h.At(noticed)
	if !ok {
		return law.Date{}
	}
	return noticeEnds(noticed, e.Value).AddDays(1)
}

// noticeEnds is the last day of a notice of so many months.
func noticeEnds(noticed law.Date, months int) law.Date { return law.MonthsFrom(noticed, months) }

// noticeRun puts a day to the months of a notice.
func noticeRun(c *kase, h *law.History[int], noticed law.Date, path, what string) {
	months, ok := law.Read(c, h, c.On)
	if !ok {
		return
	}
	end := noticeEnds(noticed, months)
	if c.On.Before(end) || c.On == end && c.Doubt(monthsClear, dayOf, dayAfter) == 1 {
		c.Breach(path, "The registration was %s on %s; %d months' notice, given on %s, ended on %s.", what, c.On.Long(), months, noticed.Long(), end.Long())
	}
}

func cancellationNoticed(c *kase) {
	x := c.Subject.Cancellation.Ptr()
	if noticed, ok := law.Need(c, &x.Noticed, "cancellation.noticed"); ok {
		noticeRun(c, &c.Figures.CancellationNotice, noticed, "cancellation.noticed", "cancelled")
	}
	if given, ok := law.Need(c, &x.GroundGiven, "cancellation.ground_given"); ok && !given {
		c.Breach("cancellation.ground_given", "The notice does not give the ground.")
	}
}

func appealSettled(c *kase) {
	x := c.Subject.Cancellation.Ptr()
	appealed, ok := law.Need(c, &x.Appealed, "cancellation.appealed")
	if !ok || !appealed {
		return
	}
	if settled, ok := law.Need(c, &x.Settled, "cancellation.appeal_settled"); ok && c.On.Before(settled) {
		c.Breach("cancellation.on", "The registration was cancelled on %s; the appeal was settled on %s.", c.On.Long(), settled.Long())
	}
}

func societyHeard(c *kase) {
	x := c.Subject.Cancellation.Ptr()
	if yes, ok := law.Need(c, &x.Considered, "cancellation.representations_considered"); ok && !yes {
		c.Breach("cancellation.representations_considered", "What the society represented was not considered.")
	}
	if yes, ok := law.Need(c, &x.Heard, "cancellation.heard_or_did_not_ask"); ok && !yes {
		c.Breach("cancellation.heard_or_did_not_ask", "The society asked to be heard and was not.")
	}
}

func cancellationPublished(c *kase) {
	published, ok := law.Ask(c, &c.Subject.Cancellation.Ptr().Published, "cancellation.published",
		"Was notice published, as soon as practicable, in the Gazette and in a local newspaper?")
	if ok && !published {
		c.Breach("cancellation.published", "Notice of the cancellation was not published.")
	}
}
