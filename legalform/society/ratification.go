package society

import (
	"fmt"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on ratifying what the committee did beyond the rules.
const (
	RatificationNotCarried       law.Code = "society.ratification-not-carried"
	RatificationNotCarried2004   law.Code = "society.ratification-not-carried-2004"
	RatificationNotNoticed       law.Code = "society.ratification-not-noticed"
	RatificationNotNoticed2004   law.Code = "society.ratification-not-noticed-2004"
	ReliefNotSeparate            law.Code = "society.relief-not-separate"
	ReliefNotSeparate2004        law.Code = "society.relief-not-separate-2004"
	RatificationUnconsented      law.Code = "society.ratification-unconsented"
	RatificationUnconsented2004  law.Code = "society.ratification-unconsented-2004"
	RatificationUnsigned         law.Code = "society.ratification-unsigned"
	RatificationUnsigned2004     law.Code = "society.ratification-unsigned-2004"
	RatificationActedOnEarly     law.Code = "society.ratification-acted-on-early"
	RatificationActedOnEarly2004 law.Code = "society.ratification-acted-on-early-2004"
)

// startRatification is the day on which the 2003 Act put s. 7A into the 1965 Act (SI
// 2003/2678 art 2(1)).
const startRatification = "2004-04-01"

// RatificationKind is what a special resolution about an act beyond the rules does.
type RatificationKind uint8

// The kinds. To ratify the act leaves the liability of those who did it as it is.
const (
	OfTheAct RatificationKind = iota + 1
	OfLiability
	OfActAndLiability
)

var ratificationKinds = []string{"", "act", "liability", "act-and-liability"}

// String gives the JSON value.
func (k RatificationKind) String() string { return law.NameOf(ratificationKinds, k) }

// MarshalText writes String.
func (k RatificationKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *RatificationKind) UnmarshalText(b []byte) error {
	return law.ParseName(k, ratificationKinds, b, "a kind of ratification")
}

// A Ratification is a special resolution, of one meeting, that ratifies an act of the
// committee beyond the rules or relieves somebody of liability for it. Whether the society
// is a charity is the society's own fact.
type Ratification struct {
	Kind law.Fact[RatificationKind] `json:"kind,omitzero"`
	Held law.Fact[law.Date]         `json:"held,omitzero"`
	// Noticed is the day on which notice of the meeting was given, as the rules reckon it;
	// Specifies says that it told of the intention to propose the resolution.
	Noticed   law.Fact[law.Date] `json:"noticed,omitzero"`
	Specifies law.Fact[bool]     `json:"specifies_intention,omitzero"`
	// Votes counts members, in person or, where the rules allow, by proxy.
	Votes law.Fact[governance.Tally] `json:"votes,omitzero"`
	// Consented says that the Charity Commission consented in writing beforehand.
	Consented law.Fact[bool] `json:"commission_consented,omitzero"`
	Copy      ResolutionCopy `json:"copy,omitzero"`
}

func (x *Ratification) check() error {
	if t := x.Votes.Ptr(); t != nil {
		if err := t.Check(); err != nil {
			return fmt.Errorf("votes: %w", err)
		}
	}
	return nil
}

// RatificationFigures are the figures of a ratification.
type RatificationFigures struct {
	RatificationMajority   law.History[law.Ratio]
	RatificationNoticeDays law.History[int]
}

func enactedRatifications() RatificationFigures {
	s7A, s44 := act1965.At("s. 7A(6)", "section/7A"), act2014.At("s. 44(2)", "section/44")
	return RatificationFigures{
		RatificationMajority: law.Since("society.ratification_majority", "of members who vote, at least",
			at(startRatification, law.Per(3, 4), s7A), at(start2014, law.Per(3, 4), s44)),
		RatificationNoticeDays: law.Since("society.ratification_notice_days", "clear days of notice, at least",
			at(startRatification, 21, s7A), at(start2014, 21, s44)),
	}
}

var (
	ratified = event{Path: "ratification.held", Of: func(s *Society) law.Fact[law.Date] {
		if x := s.Ratification.Ptr(); x != nil {
			return x.Held
		}
		return law.Fact[law.Date]{}
	}}
	ratificationUsed = event{Path: "ratification.copy.acted_on", Of: func(s *Society) law.Fact[law.Date] {
		if x := s.Ratification.Ptr(); x != nil {
			return x.Copy.ActedOn
		}
		return law.Fact[law.Date]{}
	}}
)

var (
	ratifyMajority = rule{
		Code: RatificationNotCarried, Provision: act2014.At("ss. 43(5)-(6), 44(2)(a)", "section/44"),
		Says: "What the committee did beyond the society's capacity may be ratified, and liability for it relieved, only by a resolution passed " +
			"at a general meeting by at least 75% of the eligible members who vote.",
		InForce: from2014, Event: ratified, Applies: anyRatification, Check: ratificationCarried,
		Remedy: "Put the resolution again; until it is carried the act remains a breach of the committee's duty.",
	}
	ratifyNotice = rule{
		Code: RatificationNotNoticed, Provision: act2014.At("s. 44(2)(b)", "section/44"),
		Says:    "At least 21 days' notice of the meeting must be given, specifying the intention to propose the resolution.",
		InForce: from2014, Event: ratified, Applies: anyRatification, Check: ratificationNoticed,
		Remedy: "Call another meeting with the full notice.",
	}
	separateRelief = rule{
		Code: ReliefNotSeparate, Provision: act2014.At("s. 43(6)", "section/43"),
		Says:    "Relief from a liability incurred must be agreed to by a special resolution separate from the one that ratifies the act.",
		InForce: from2014, Event: ratified, Applies: anyRatification, Check: relievesSeparately,
		Remedy: "Put two resolutions, each with its own vote.",
	}
	commissionConsent = rule{
		Code: RatificationUnconsented, Provision: act2014.At("s. 43(7)", "section/43"),
		Says: "A charitable society whose registered office is in England or Wales may ratify such an act only with the prior written consent of " +
			"the Charity Commission.",
		InForce: []law.Window{law.From(start2014, law.EnglandAndWales)}, Event: ratified, Applies: ratifiesAsCharity, Check: commissionConsented,
		Remedy: "Obtain the Commission's consent and put the resolution again: without it the ratification is ineffective.",
	}
	ratifySigned = rule{
		Code: RatificationUnsigned, Provision: act2014.At("s. 44(4)", "section/44"),
		Says:    "A copy of the resolution, signed by the chair of the meeting and countersigned by the secretary, must be sent to the registrar.",
		InForce: from2014, Event: ratified, Applies: anyRatification, Check: ratificationSigned,
		Remedy: "Send a copy with both signatures; there is no time limit, and no effect until it is registered.",
	}
	ratifyEffect = rule{
		Code: RatificationActedOnEarly, Provision: act2014.At("s. 44(5)", "section/44"),
		Says:    "The resolution does not take effect until a copy of it has been registered.",
		InForce: from2014, Event: ratificationUsed, Applies: ratificationActedOn, Check: ratificationEffective,
		Remedy: "Treat the act as ratified from the day of registration only.",
	}
)

var ratifications = law.Topic("ratifications",
	under1965(ratifyMajority, RatificationNotCarried2004, act1965.At("s. 7A(3)-(4), (6)", "section/7A"), startRatification),
	ratifyMajority,
	under1965(ratifyNotice, RatificationNotNoticed2004, act1965.At("s. 7A(6)", "section/7A"), startRatification),
	ratifyNotice,
	under1965(separateRelief, ReliefNotSeparate2004, act1965.At("s. 7A(4)", "section/7A"), startRatification),
	separateRelief,
	inEnglandAndWales(under1965(commissionConsent, RatificationUnconsented2004, act1965.At("s. 7D(4)", "section/7D"), startRatification)),
	commissionConsent,
	under1965(ratifySigned, RatificationUnsigned2004, act1965.At("s. 7A(7)", "section/7A"), startRatification),
	ratifySigned,
	under1965(ratifyEffect, RatificationActedOnEarly2004, act1965.At("s. 7A(7)", "section/7A"), startRatification),
	ratifyEffect,
)

// inEnglandAndWales narrows a row to societies whose registered office is there.
func inEnglandAndWales(r rule) rule {
	for i := range r.InForce {
		r.InForce[i].In = law.EnglandAndWales
	}
	return r
}

func anyRatification(c *kase) bool { return c.Subject.Ratification.Stated() }

// ratificationActedOn leaves a resolution that nobody has acted on alone.
func ratificationActedOn(c *kase) bool {
	x := c.Subject.Ratification.Ptr()
	return x != nil && x.Copy.ActedOn.Stated()
}

// ratifiesAsCharity: relief from liability needs no consent, for s. 43(7) speaks of the act.
func ratifiesAsCharity(c *kase) bool {
	x := c.Subject.Ratification.Ptr()
	if x == nil || !saysYes(c, &c.Subject.Charity, "charity", "Is the society a charity?") {
		return false
	}
	k, ok := law.Need(c, &x.Kind, "ratification.kind")
	return ok && k != OfLiability
}

func ratificationCarried(c *kase) {
	if f, ok := law.Read(c, &c.Figures.RatificationMajority, c.On); ok {
		carriedBy(c, &c.Subject.Ratification.Ptr().Votes, "ratification.votes", atLeast(f))
	}
}

func ratificationNoticed(c *kase) {
	x := c.Subject.Ratification.Ptr()
	days, ok := law.Read(c, &c.Figures.RatificationNoticeDays, c.On)
	given, ok1 := law.Need(c, &x.Noticed, "ratification.noticed")
	if ok && ok1 && c.On.Before(law.AfterClearDays(given, days)) {
		c.Breach("ratification.noticed", "Notice was given on %s for a meeting on %s: %d clear days, where at least %d are needed.",
			given.Long(), c.On.Long(), max(law.ClearDays(given, c.On), 0), days)
	}
	wantYes(c, &x.Specifies, "ratification.specifies_intention", "Did the notice specify the intention to propose the resolution?",
		"The notice did not specify the intention to propose the resolution.")
}

// RatificationMeeting returns the first day on which a meeting may ratify an act, where
// notice is given on a day: at least 21 days' notice are clear days. It returns no date
// where the figures hold none.
func (f *Figures) RatificationMeeting(noticed law.Date) law.Date {
	days, ok := figureAt(&f.RatificationNoticeDays, noticed)
	if !ok {
		return law.Date{}
	}
	return law.AfterClearDays(noticed, days)
}

func relievesSeparately(c *kase) {
	if k, ok := law.Need(c, &c.Subject.Ratification.Ptr().Kind, "ratification.kind"); ok && k == OfActAndLiability {
		c.Breach("ratification.kind", "One resolution both ratifies the act and relieves of liability for it; relief needs one of its own.")
	}
}

func commissionConsented(c *kase) {
	wantYes(c, &c.Subject.Ratification.Ptr().Consented, "ratification.commission_consented",
		"Did the Charity Commission consent in writing before the resolution?",
		"The Charity Commission did not consent in writing beforehand, so that the ratification is ineffective.")
}

func ratificationSigned(c *kase) {
	c.Subject.Ratification.Ptr().Copy.bothSigned(c, "ratification.copy")
}

func ratificationEffective(c *kase) {
	c.Subject.Ratification.Ptr().Copy.notBefore(c, "ratification.copy")
}
