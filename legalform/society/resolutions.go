package society

import (
	"slices"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on special resolutions, which two meetings make.
const (
	MergerNotCarried         law.Code = "society.merger-not-carried"
	MergerNotCarried1965     law.Code = "society.merger-not-carried-1965"
	ConversionNotCarried     law.Code = "society.conversion-not-carried"
	ConversionNotCarried1965 law.Code = "society.conversion-not-carried-1965"
	TurnoutTooLow            law.Code = "society.turnout-too-low"
	TurnoutTooLow1965        law.Code = "society.turnout-too-low-1965"
	NotNoticed               law.Code = "society.resolution-not-noticed"
	NotNoticed1965           law.Code = "society.resolution-not-noticed-1965"
	NotConfirmed             law.Code = "society.resolution-not-confirmed"
	NotConfirmed1965         law.Code = "society.resolution-not-confirmed-1965"
	MeetingsApart            law.Code = "society.meetings-apart"
	MeetingsApart1965        law.Code = "society.meetings-apart-1965"
	FiledLate                law.Code = "society.resolution-filed-late"
	FiledLate1965            law.Code = "society.resolution-filed-late-1965"
)

var firstMeeting = event{Path: "change.first.held", Of: func(s *Society) law.Fact[law.Date] {
	if x := s.Change.Ptr(); x != nil {
		return x.First.Held
	}
	return law.Fact[law.Date]{}
}}

var secondMeeting = event{Path: "change.second.held", Of: func(s *Society) law.Fact[law.Date] {
	if x := s.Change.Ptr(); x != nil {
		return x.Second.Held
	}
	return law.Fact[law.Date]{}
}}

var (
	merger = rule{
		Code: MergerNotCarried, Provision: act2014.At("ss. 109, 110, 111(2)(a)", "section/111"),
		Says: "A resolution to amalgamate with, or transfer engagements to, a society must be passed at a general meeting by at least two-thirds " +
			"of the eligible members who vote.",
		InForce: from2014, Event: firstMeeting, Applies: betweenSocieties, Check: mergerCarried,
		Remedy: "Put the resolution again.",
	}
	conversion = rule{
		Code: ConversionNotCarried, Provision: act2014.At("ss. 112, 113(2)(a)", "section/113"),
		Says: "A resolution to convert into, amalgamate with, or transfer engagements to, a company must be passed at a general meeting by at " +
			"least 75% of the eligible members who vote.",
		InForce: from2014, Event: firstMeeting, Applies: towardsCompany, Check: conversionCarried,
		Remedy: "Put the resolution again.",
	}
	turnout = rule{
		Code: TurnoutTooLow, Provision: act2014.At("s. 113(2)(b)", "section/113"),
		Says:    "At least 50% of the eligible members must vote on a resolution to convert into, amalgamate with, or transfer engagements to, a company.",
		InForce: from2014, Event: firstMeeting, Applies: towardsCompany, Check: turnoutReached,
		Remedy: "Put the resolution again, to a meeting at which half the members vote, by proxy if the rules allow.",
	}
	notice = rule{
		Code: NotNoticed, Provision: act2014.At("ss. 111(2)(b), (d), 113(2)(c), (e), 120(2)(b), (d)", "section/111"),
		Says:    "Notice of both meetings must be duly given, that of the first specifying the intention to propose the resolution.",
		InForce: from2014, Event: firstMeeting, Applies: anyChange, Check: noticed,
		Remedy: "Call the meetings again with the notice that the rules require.",
	}
	confirmation = rule{
		Code: NotConfirmed, Provision: act2014.At("ss. 111(2)(c), 113(2)(d), 120(2)(c)", "section/111"),
		Says:    "The resolution must be confirmed at a subsequent general meeting by over half of the eligible members who vote.",
		InForce: from2014, Event: secondMeeting, Applies: anyChange, Check: confirmed,
		Remedy: "Begin again with a first meeting, unless there is still time for another second one.",
	}
	apart = rule{
		Code: MeetingsApart, Provision: act2014.At("ss. 111(2)(e), 113(2)(f), 120(2)(e)", "section/111"),
		Says:    "The second meeting must be held at least 14 days, and no more than one month, from the day of the first.",
		InForce: from2014, Event: secondMeeting, Applies: anyChange, Check: meetingsApart,
		Remedy: "Hold the second meeting within the time, counting afresh from a first meeting.",
	}
	filing = rule{
		Code: FiledLate, Provision: act2014.At("ss. 111(5), (8), 113(5), (8)", "section/111"),
		Says:    "A signed copy of the resolution must be sent to the registrar within 14 days from the day on which it is confirmed.",
		InForce: from2014, Event: secondMeeting, Applies: filesInTime, Check: filedInTime,
		Remedy: "Send the copy now: it may still be registered, and has no effect until it is.",
	}
)

// A resolution to adopt the statutory lock borrows from a conversion what a special
// resolution is, and so notice, confirmation and time; not its filing, since what it makes
// is an amendment of the rules.
var resolutions = law.Topic("special resolutions",
	under1965(merger, MergerNotCarried1965, act1965.At("ss. 50(2)(a), 51", "section/50"), start1965),
	merger,
	under1965(conversion, ConversionNotCarried1965, act1965.At("s. 52(1), (3)(b)", "section/52"), start1965),
	conversion,
	under1965(turnout, TurnoutTooLow1965, act1965.At("s. 52(3)(c)", "section/52"), "2002-09-08"),
	turnout,
	under1965(notice, NotNoticed1965, act1965.At("ss. 50(2), 52(3)", "section/50"), start1965),
	notice,
	under1965(confirmation, NotConfirmed1965, act1965.At("ss. 50(2)(b), 52(3)(d)", "section/50"), start1965),
	confirmation,
	under1965(apart, MeetingsApart1965, act1965.At("ss. 50(2)(b), 52(3)(d)", "section/50"), start1965),
	apart,
	under1965(filing, FiledLate1965, act1965.At("ss. 50(5), 52(3B)", "section/50"), start1965),
	filing,
)

func anyChange(c *kase) bool { return c.Subject.Change.Stated() }

func betweenSocieties(c *kase) bool { return changeOf(c, Amalgamation, TransferToSociety) }

func towardsCompany(c *kase) bool {
	return changeOf(c, ConversionToCompany, AmalgamationWithCompany, TransferToCompany)
}

func mergesOrConverts(c *kase) bool {
	return changeOf(c, Amalgamation, TransferToSociety, ConversionToCompany, AmalgamationWithCompany, TransferToCompany)
}

// filesInTime leaves out a change that an administrator proposed: the fourteen days are off
// (SI 2014/229 arts 13(2)(b), 14(2)(b)).
func filesInTime(c *kase) bool { return mergesOrConverts(c) && !c.Subject.proposedInAdministration() }

func changeOf(c *kase, kinds ...ChangeKind) bool {
	x := c.Subject.Change.Ptr()
	if x == nil {
		return false
	}
	k, ok := law.Need(c, &x.Kind, "change.kind")
	return ok && slices.Contains(kinds, k)
}

func mergerCarried(c *kase) {
	if f, ok := law.Read(c, &c.Figures.MergerMajority, c.On); ok {
		carried(c, &c.Subject.Change.Ptr().First, "change.first.votes", atLeast(f))
	}
}

func conversionCarried(c *kase) {
	if f, ok := law.Read(c, &c.Figures.ConversionMajority, c.On); ok {
		carried(c, &c.Subject.Change.Ptr().First, "change.first.votes", atLeast(f))
	}
}

func turnoutReached(c *kase) {
	if f, ok := law.Read(c, &c.Figures.ConversionTurnout, c.On); ok {
		attended(c, &c.Subject.Change.Ptr().First, ofAllMembers(f))
	}
}

func noticed(c *kase) {
	x := c.Subject.Change.Ptr()
	first, ok := law.Ask(c, &x.First.Noticed, "change.first.noticed",
		"Was notice of the first meeting, specifying the intention to propose the resolution, duly given under the rules?")
	if ok && !first {
		c.Breach("change.first.noticed", "Notice of the first meeting, specifying the intention, was not duly given.")
	}
	second, ok := law.Ask(c, &x.Second.Noticed, "change.second.noticed", "Was notice of the second meeting duly given?")
	if ok && !second {
		c.Breach("change.second.noticed", "Notice of the second meeting was not duly given.")
	}
}

func confirmed(c *kase) {
	if f, ok := law.Read(c, &c.Figures.ConfirmingMajority, c.On); ok {
		carried(c, &c.Subject.Change.Ptr().Second, "change.second.votes", governance.Threshold{Fraction: f, Strict: true})
	}
}

// The doubt about the first day on which the second meeting may be held.
const (
	clearDaysMeant = "Does at least 14 days from the day of the first meeting mean clear days?"
	fourteenthDay  = "no, so that the fourteenth day after it is soon enough"
	clearDays      = "yes, so that the fifteenth day after it is the first"
)

func meetingsApart(c *kase) {
	first, ok := law.Need(c, &c.Subject.Change.Ptr().First.Held, "change.first.held")
	days, ok1 := law.Read(c, &c.Figures.SecondMeetingDays, c.On)
	months, ok2 := law.Read(c, &c.Figures.SecondMeetingMonths, c.On)
	if !ok || !ok1 || !ok2 {
		return
	}
	earliest, latest := between(first, days, months)
	if c.On.Before(earliest) || c.On == earliest && c.Doubt(clearDaysMeant, fourteenthDay, clearDays) == 1 {
		c.Breach("change.second.held", "The second meeting, on %s, was less than %d days from the first, on %s.", c.On.Long(), days, first.Long())
	}
	if c.On.After(latest) {
		c.Breach("change.second.held", "The second meeting, on %s, was more than %d month from the first, on %s.", c.On.Long(), months, first.Long())
	}
}

func between(first law.Date, days, months int) (earliest, latest law.Date) {
	return law.DaysFrom(first, days), law.MonthsFrom(first, months)
}

// SecondMeeting returns the first and last days on which the second meeting may be held.
// That the first of them is not too soon is doubtful, since clear days may be meant; the
// day after it is sure. It returns no dates where the figures hold none.
func (f *Figures) SecondMeeting(first law.Date) (earliest, latest law.Date) {
	days, ok1 := f.SecondMeetingDays.At(first)
	months, ok2 := f.SecondMeetingMonths.At(first)
	if !ok1 || !ok2 {
		return law.Date{}, law.Date{}
	}
	return between(first, days.Value, months.Value)
}

// filedInTime asks for the day of filing only once the time is over.
func filedInTime(c *kase) {
	days, ok := law.Read(c, &c.Figures.FilingDays, c.On)
	if !ok {
		return
	}
	sentBy(c, "The copy of the resolution", &c.Subject.Change.Ptr().Filed, "change.filed", filingLast(c.On, days))
}

func filingLast(confirmed law.Date, days int) law.Date { return law.DaysFrom(confirmed, days) }

// ResolutionDue returns the last day on which the registrar may be sent the copy of a
// resolution confirmed on a day, to merge or to convert: fourteen days from it. It
// returns no date where the figures hold none. See DissolutionResolutionDue for the other.
func (f *Figures) ResolutionDue(confirmed law.Date) law.Date {
	days, ok := figureAt(&f.FilingDays, confirmed)
	if !ok {
		return law.Date{}
	}
	return filingLast(confirmed, days)
}

// sentBy judges the day on which something was sent against the last day for it; before
// that day is over nothing is asked.
func sentBy(c *kase, what string, sent *law.Fact[law.Date], path string, last law.Date) {
	if !sent.Stated() && !c.AsAt.After(last) {
		return
	}
	if on, ok := law.Need(c, sent, path); ok && on.After(last) {
		c.Breach(path, "%s was sent on %s; the last day for it was %s.", what, on.Long(), last.Long())
	}
}

func atLeast(f law.Ratio) governance.Threshold { return governance.Threshold{Fraction: f} }

// The doubt where the chair declared a resolution carried that the count does not carry.
const (
	declarationMeant = "Is the chair's declaration that the resolution has been carried conclusive, although the count shows otherwise?"
	conclusive       = "yes, as the Act says"
	wrongOnItsFace   = "no, where the count declared is wrong on its face (Re Caratal (New) Mines Ltd [1902] 2 Ch 498)"
)

// carried puts a meeting's votes to a threshold of the members who vote. The chair's
// declaration is evidence for a merger or a conversion alone (ss. 111(4), 113(4)).
func carried(c *kase, m *Meeting, path string, t governance.Threshold) {
	votes, ok := law.Need(c, &m.Votes, path)
	if !ok {
		return
	}
	r := t.Test("", votes)
	if r.Passed || told(&m.DeclaredCarried) == yes && mergesOrConverts(c) && c.Doubt(declarationMeant, conclusive, wrongOnItsFace) == 0 {
		return
	}
	c.Breach(path, "The resolution was not carried: %v.", r)
}

// carriedBy is carried for a vote without a chair's declaration.
func carriedBy(c *kase, tally *law.Fact[governance.Tally], path string, t governance.Threshold) {
	votes, ok := law.Need(c, tally, path)
	if !ok {
		return
	}
	if r := t.Test("", votes); !r.Passed {
		c.Breach(path, "The resolution was not carried: %v.", r)
	}
}

// attended puts the number who voted at a first meeting to a threshold of all entitled.
func attended(c *kase, m *Meeting, t governance.Threshold) {
	votes, ok := entitled(c, m)
	if !ok {
		return
	}
	if r := t.Turnout("", votes); !r.Passed {
		c.Breach("change.first.votes", "Too few members voted: %v.", r)
	}
}

// entitled needs the votes at a first meeting, with the number who were entitled to vote.
func entitled(c *kase, m *Meeting) (governance.Tally, bool) {
	votes, ok := law.Need(c, &m.Votes, "change.first.votes")
	if ok && votes.Entitled == 0 {
		c.Unknown("change.first.votes.entitled", "How many members were entitled to vote?")
		ok = false
	}
	return votes, ok
}
