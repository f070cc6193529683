package company

import (
	"slices"
	"strings"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on how resolutions are passed.
const (
	OrdinaryHands       law.Code = "company.ordinary-not-carried-on-hands"
	OrdinaryHands2007   law.Code = "company.ordinary-not-carried-on-hands-2007"
	OrdinaryPoll        law.Code = "company.ordinary-not-carried-on-poll"
	OrdinaryWritten     law.Code = "company.ordinary-not-agreed"
	SpecialHands        law.Code = "company.special-not-carried-on-hands"
	SpecialHands2007    law.Code = "company.special-not-carried-on-hands-2007"
	SpecialPoll         law.Code = "company.special-not-carried-on-poll"
	SpecialWritten      law.Code = "company.special-not-agreed"
	ClassNotConsenting  law.Code = "company.class-not-consenting"
	ClassHeads          law.Code = "company.class-members-not-consenting"
	RatificationMeeting law.Code = "company.ratification-not-carried"
	RatificationWritten law.Code = "company.ratification-not-agreed"
	BuyBackNotCarried   law.Code = "company.buy-back-not-carried"
	SellerDecisive      law.Code = "company.seller-decisive"
	BuyBackWritten      law.Code = "company.buy-back-not-agreed"
	SchemeNotAgreed     law.Code = "company.scheme-not-agreed"
	NotUnanimous        law.Code = "company.not-unanimous"
	EntrenchedNotMet    law.Code = "company.entrenched-article-not-met"
	MajorityRaised      law.Code = "company.ordinary-majority-raised"
	SpecialNotDescribed law.Code = "company.special-not-described"
	VotesDiffer         law.Code = "company.poll-votes-differ"
	PublicWritten       law.Code = "company.public-written-resolution"
	DatedOtherwise      law.Code = "company.resolution-dated-otherwise"
	CastingVoteCounted  law.Code = "company.casting-vote-counted"
)

const (
	remedyAgain = "Treat the resolution as lost, or put it again."
	votesPath   = "resolution.votes"
)

func resolutionOf(c *Company) *law.Fact[Resolution] { return &c.Resolution }

var (
	noticeGiven = dated("resolution.notice_given", resolutionOf, func(r *Resolution) law.Fact[law.Date] { return r.NoticeGiven })
	circulated  = dated("resolution.circulated", resolutionOf, func(r *Resolution) law.Fact[law.Date] { return r.Circulated })
	decided     = dated("resolution.decided", resolutionOf, func(r *Resolution) law.Fact[law.Date] { return r.Decided })
)

var carriage = law.Topic("resolutions carried",
	rule{
		Code: OrdinaryHands2007, Provision: sec("s. 282(3) as enacted", "282"),
		Says:    "An ordinary resolution is passed on a show of hands by a simple majority of the members who vote in person and the persons who vote as proxies.",
		InForce: beforeRules, Event: noticeGiven, Applies: ordinaryBy(ShowOfHands), Check: carried,
		Remedy: remedyAgain, Successor: OrdinaryHands,
	},
	rule{
		Code: OrdinaryHands, Provision: sec("s. 282(1), (3)", "282"),
		Says:    "An ordinary resolution is passed on a show of hands by a simple majority of the votes cast by those entitled to vote.",
		InForce: fromRights, Event: noticeGiven, Applies: ordinaryBy(ShowOfHands), Check: carried,
		Remedy: remedyAgain,
	},
	rule{
		Code: OrdinaryPoll, Provision: sec("s. 282(1), (4)", "282"),
		Says:    "An ordinary resolution is passed on a poll by members representing a simple majority of the voting rights of members who vote.",
		InForce: fromPart13, Event: noticeGiven, Applies: ordinaryBy(Poll), Check: carriedOnPoll,
		Remedy: remedyAgain,
	},
	rule{
		Code: OrdinaryWritten, Provision: sec("s. 282(1)-(2)", "282"),
		Says:    "A written resolution is passed as an ordinary one by members representing a simple majority of the total voting rights of eligible members.",
		InForce: fromPart13, Event: circulated, Applies: ordinaryBy(Written), Check: carried,
		Remedy: "Obtain more agreement before the resolution lapses, or put it to a meeting.",
	},
	rule{
		Code: SpecialHands2007, Provision: sec("s. 283(4) as enacted", "283"),
		Says:    "A special resolution is passed on a show of hands by not less than 75% of the members who vote in person and the persons who vote as proxies.",
		InForce: beforeRules, Event: noticeGiven, Applies: specialBy(ShowOfHands), Check: carried,
		Remedy: remedyAgain, Successor: SpecialHands,
	},
	rule{
		Code: SpecialHands, Provision: sec("s. 283(1), (4)", "283"),
		Says:    "A special resolution is passed on a show of hands by not less than 75% of the votes cast by those entitled to vote.",
		InForce: fromRights, Event: noticeGiven, Applies: specialBy(ShowOfHands), Check: carried,
		Remedy: remedyAgain,
	},
	rule{
		Code: SpecialPoll, Provision: sec("s. 283(1), (5)", "283"),
		Says:    "A special resolution is passed on a poll by members representing not less than 75% of the voting rights of members who vote.",
		InForce: fromPart13, Event: noticeGiven, Applies: specialBy(Poll), Check: carriedOnPoll,
		Remedy: remedyAgain,
	},
	rule{
		Code: SpecialWritten, Provision: sec("s. 283(1)-(2)", "283"),
		Says:    "A written resolution is passed as a special one by members representing not less than 75% of the total voting rights of eligible members.",
		InForce: fromPart13, Event: circulated, Applies: specialBy(Written), Check: carried,
		Remedy: "Obtain more agreement before the resolution lapses, or put it to a meeting.",
	},
	rule{
		Code: ClassNotConsenting, Provision: sec("s. 630(4)(a)", "630"),
		Says:    "A class consents in writing by the holders of at least three-quarters in nominal value of its issued shares, treasury shares left out.",
		InForce: fromWhole, Event: decided, Applies: ofKind(ClassConsent), Check: carried,
		Remedy: "Obtain more consents, or put a special resolution to a separate meeting of the class.",
	},
	rule{
		Code: ClassHeads, Provision: sec("s. 631(4)(a)", "631"),
		Says:    "Where there is no share capital, a class of members consents in writing by at least three-quarters of its members.",
		InForce: fromWhole, Event: decided, Applies: ofKind(ClassConsentByHeads), Check: carried,
		Remedy: "Obtain more consents, or put a special resolution to a separate meeting of the class.",
	},
	rule{
		Code: RatificationMeeting, Provision: sec("s. 239(2), (4)", "239"),
		Says:    "Ratification at a meeting is passed only if the necessary majority is obtained disregarding votes in favour by the director and any member connected with him.",
		InForce: fromPart13, Event: noticeGiven, Applies: atMeeting(Ratification), Check: carried,
		Remedy: remedyAgain,
	},
	rule{
		Code: RatificationWritten, Provision: sec("s. 239(2)-(3)", "239"),
		Says:    "For ratification by written resolution neither the director nor any member connected with him is an eligible member.",
		InForce: fromPart13, Event: circulated, Applies: inWriting(Ratification), Check: carried,
		Remedy: remedyAgain,
	},
	rule{
		Code: BuyBackNotCarried, Provision: sec("s. 694(2)", "694"),
		Says:    "The terms of a contract for an off-market purchase must be authorised by a resolution, until 29 April 2013 a special one.",
		InForce: fromWhole, Event: decided, Applies: atMeeting(BuyBack), Check: buyBackCarried,
		Remedy: remedyAgain,
	},
	rule{
		Code: SellerDecisive, Provision: sec("s. 695(3)-(4)", "695"),
		Says:    "The resolution is not effective if a member voted the shares to be bought and it would not have been passed if he had not done so.",
		InForce: fromWhole, Event: decided, Applies: atMeeting(BuyBack), Check: carriedWithoutSeller,
		Remedy: "Put the resolution again, the seller not voting those shares.",
	},
	rule{
		Code: BuyBackWritten, Provision: sec("s. 695(2)", "695"),
		Says:    "For a written resolution on an off-market purchase a member who holds shares to which it relates is not an eligible member.",
		InForce: fromWhole, Event: decided, Applies: inWriting(BuyBack), Check: carried,
		Remedy: remedyAgain,
	},
	rule{
		Code: SchemeNotAgreed, Provision: sec("s. 899(1)", "899"),
		Says:    "A scheme must be agreed by a majority in number representing 75% in value of those of the class present and voting.",
		InForce: fromProfits, Event: noticeGiven, Applies: atMeeting(Scheme), Check: carried,
		Remedy: "Put the scheme to the class again; the court cannot sanction it.",
	},
	rule{
		Code: NotUnanimous, Provision: duomatic.At("as saved by Companies Act 2006 s. 281(4)", ""),
		Says:    "What members might decide in general meeting they may decide without one only by the assent of every member entitled to vote.",
		InForce: fromPart13, Event: decided, Applies: withoutMeeting, Check: carried,
		Remedy: "Obtain the assent of the rest, or use a meeting or a written resolution.",
	},
	rule{
		Code: EntrenchedNotMet, Provision: sec("s. 22(1), (3)", "22"),
		Says:    "An entrenched provision may be altered only as the articles say, or by agreement of all the members, or by order of a court.",
		InForce: fromWhole, Event: decided, Applies: ofKind(Entrenched), Check: entrenchedMet,
		Remedy: "Meet the condition of the article, or obtain the agreement of every member.",
	},
	rule{
		Code: MajorityRaised, Provision: sec("ss. 168(1), 281(3), 282", "281"),
		Says:    "Where the Acts name an ordinary resolution, as to remove a director, the articles may not ask for a greater majority.",
		InForce: fromPart13, Check: majorityNotRaised,
		Remedy: "Count a simple majority, and amend the articles.",
	},
	rule{
		Code: SpecialNotDescribed, Provision: sec("s. 283(3), (6)", "283"),
		Says:    "A resolution is special only if the written text says so, or the notice of the meeting includes its text and specifies the intention to propose it as special.",
		InForce: fromPart13, Event: decided, Applies: specialUnderPart13, Check: describedSpecial,
		Remedy: "Give a fresh notice, or circulate a fresh text, that says so.",
	},
	rule{
		// The words stood in s. 285(3) until SI 2009/1632 reg 3 moved them, unchanged, to s. 285A.
		Code: VotesDiffer, Provision: sec("s. 285A; until 2 August 2009 s. 285(3)", "285A"),
		Says:    "In a private company, where a member would have other votes on a poll than on a written resolution, the number on a written resolution governs both.",
		InForce: fromPart13, Event: noticeGiven, Applies: votesMayDiffer, Check: votesAgree,
		Remedy: "Count the votes that the member has on a written resolution.",
	},
	rule{
		Code: PublicWritten, Provision: sec("s. 281(2)", "281"),
		Says:    "A resolution of the members of a public company must be passed at a meeting.",
		InForce: fromPart13, Event: decided, Applies: membersOfPublic, Check: passedAtMeeting,
		Remedy: "Call a general meeting.",
	},
	rule{
		Code: DatedOtherwise, Provision: sec("s. 332", "332"),
		Says:    "A resolution is to be treated as passed on the date on which it was in fact passed, at an adjourned meeting too.",
		InForce: fromPart13, Event: decided, Applies: whenRecorded, Check: datedAsPassed,
		Remedy: "Correct the record.",
	},
	rule{
		Code: CastingVoteCounted, Provision: saving2007.At("Sch 5 para 2(5), inserting SI 2007/2194 Sch 3 para 23A; Companies Act 2006 ss. 281(3), 282", "schedule/5"),
		Says:    "A chair's casting vote may be counted at a general meeting only under articles that gave one immediately before 1 October 2007, and in a traded company not at all since 3 August 2009.",
		InForce: fromPart13, Event: noticeGiven, Applies: castingVoteGiven, Check: castingVoteSaved,
		Remedy: "Treat the resolution as lost on the equality of votes.",
	},
)

// ofKind makes a condition on the kind of resolution.
func ofKind(kinds ...Kind) func(*kase) bool {
	return func(c *kase) bool {
		r := c.Subject.Resolution.Ptr()
		if r == nil {
			return false
		}
		k, ok := law.Need(c, &r.Kind, "resolution.kind")
		return ok && slices.Contains(kinds, k)
	}
}

// specialUnderPart13 leaves out what was noticed or circulated before 1 October 2007, which
// the Act of 1985 governs to its end (SI 2007/2194 Sch 3 paras 22, 24).
func specialUnderPart13(c *kase) bool { return ofKind(Special)(c) && underPart13(c) }

func underPart13(c *kase) bool {
	on, _ := c.Subject.Resolution.Ptr().governing()
	d, stated := on.Get()
	return !stated || !d.Before(part13Day)
}

func atMeeting(k Kind) func(*kase) bool {
	return func(c *kase) bool { return ofKind(k)(c) && putBy(c, ShowOfHands, Poll) }
}

func inWriting(k Kind) func(*kase) bool {
	return func(c *kase) bool { return ofKind(k)(c) && putBy(c, Written) }
}

// withoutMeeting is the assent of members in no form, whatever kind of resolution it stands for.
func withoutMeeting(c *kase) bool {
	return ofKind(Unanimous)(c) || ofKind(Ordinary, Unspecified, Special, Ratification, BuyBack)(c) && putBy(c, Informal)
}

func putBy(c *kase, ways ...Way) bool {
	w, ok := law.Need(c, &c.Subject.Resolution.Ptr().Way, "resolution.way")
	return ok && slices.Contains(ways, w)
}

// ordinaryBy and specialBy look at what a resolution counts as. Ratifications and
// purchases have rows of their own.
func ordinaryBy(w Way) func(*kase) bool { return func(c *kase) bool { return countsAs(c, w, false) } }

func specialBy(w Way) func(*kase) bool { return func(c *kase) bool { return countsAs(c, w, true) } }

func countsAs(c *kase, w Way, special bool) bool {
	if !ofKind(Ordinary, Unspecified, RemovalOfDirector, Special)(c) || !putBy(c, w) {
		return false
	}
	k, missing := Counts(c.Subject.Resolution.Ptr(), c.Figures)
	lackAll(c, missing)
	return missing == nil && (k == Special) == special
}

// carried breaches on the first test that failed.
func carried(c *kase) {
	v := Resolve(c.Subject.Resolution.Ptr(), c.Figures)
	if known(c, &v) && !v.Passed && !wonByCastingVote(c, &v) {
		c.Breach(votesPath, "The resolution was not carried: %v.", v.Decision)
	}
}

// The doubt about members who keep back some of their votes on a poll.
const (
	keptBack     = "Of a poll, is the whole the votes cast, or all the votes of the members who vote, though they keep some back?"
	keptBackOut  = "the votes cast"
	keptBackHeld = "all the votes of members who vote"
)

func carriedOnPoll(c *kase) {
	r := c.Subject.Resolution.Ptr()
	unused := int64(0)
	if n := r.Unused.Or(0); n > 0 && c.Doubt(keptBack, keptBackOut, keptBackHeld) == 1 {
		unused = n
	}
	v := resolve(r, c.Figures, unused)
	if known(c, &v) && !v.Passed && !wonByCastingVote(c, &v) {
		c.Breach(votesPath, "The resolution was not carried: %v.", v.Decision)
	}
}

func known(c *kase, v *Verdict) bool {
	lackAll(c, v.Missing)
	return v.Known()
}

// lackAll reports what a resolution lacks: its own facts under its path, and figures as they
// are.
func lackAll(c *kase, missing []law.Missing) {
	for _, m := range missing {
		path := m.Path
		if !strings.HasPrefix(path, "figures.") {
			path = "resolution." + path
		}
		c.Unknown(path, m.Question)
	}
}

// entrenchedMet: no article keeps a court from ordering an alteration (s. 22(3)(b)).
func entrenchedMet(c *kase) {
	if !c.Subject.Resolution.Ptr().ByCourt.Or(false) {
		carried(c)
	}
}

func buyBackCarried(c *kase) {
	v := Resolve(c.Subject.Resolution.Ptr(), c.Figures)
	if !known(c, &v) {
		return
	}
	for _, name := range [...]string{TestMajority, TestArticles} {
		if t, ok := v.Test(name); ok && !t.Passed {
			c.Breach(votesPath, "The resolution was not carried: %v.", t)
		}
	}
}

func carriedWithoutSeller(c *kase) {
	v := Resolve(c.Subject.Resolution.Ptr(), c.Figures)
	if !known(c, &v) {
		return
	}
	at := slices.IndexFunc(v.Tests, func(t governance.Test) bool { return t.Name == TestWithout })
	for _, t := range v.Tests[max(at, 0):] { // the articles' own majority follows
		if !t.Passed {
			c.Breach("resolution.seller", "Without the votes on the shares that are to be bought the resolution would not have been passed: %v.", t)
			return
		}
	}
}

func majorityNotRaised(c *kase) {
	asked, ok1 := law.Need(c, &c.Subject.Articles.RemovalMajority, "articles.removal_majority")
	simple, ok2 := law.Read(c, &c.Figures.OrdinaryMajority, c.On)
	if ok1 && ok2 && asked.Cmp(simple) > 0 {
		c.Breach("articles.removal_majority", "The articles ask for %v to remove a director, where more than %v is enough.", asked, simple)
	}
}

func describedSpecial(c *kase) {
	r := c.Subject.Resolution.Ptr()
	must(c, &r.DescribedSpecial, true, "resolution.described_as_special", "Nothing says that the resolution is proposed as a special one.")
	if putBy(c, ShowOfHands, Poll) {
		must(c, &r.TextInNotice, true, "resolution.text_in_notice", "The notice of the meeting does not include the text of the special resolution.")
	}
}

func votesMayDiffer(c *kase) bool {
	r := c.Subject.Resolution.Ptr()
	return r != nil && putBy(c, Poll) && r.WrittenVotes.Stated() && isPrivate(c)
}

// PollVotes returns the votes of a member on a poll, given what the articles of a private
// company give him on a written resolution and on a poll. Where an enactment requires or
// authorises the resolution, the number on a written resolution governs both (s. 285A, and
// s. 285(3) before it); for a notice before 1 October 2007 the articles' number stands.
func PollVotes(written, poll int64, byEnactment bool, noticeGiven law.Date) int64 {
	if byEnactment && !noticeGiven.Before(part13Day) {
		return written
	}
	return poll
}

func votesAgree(c *kase) {
	r := c.Subject.Resolution.Ptr()
	by, ok1 := law.Need(c, &r.ByEnactment, "resolution.by_enactment")
	written, ok2 := law.Need(c, &r.WrittenVotes, "resolution.written_votes")
	poll, ok3 := law.Need(c, &r.PollVotes, "resolution.poll_votes")
	counted, ok4 := law.Need(c, &r.PollVotesCounted, "resolution.poll_votes_counted")
	if !ok1 || !ok2 || !ok3 || !ok4 {
		return
	}
	if want := PollVotes(written, poll, by, c.On); counted != want {
		c.Breach("resolution.poll_votes_counted", "On the poll %d votes were counted for the member, who has %d.", counted, want)
	}
}

func membersOfPublic(c *kase) bool {
	r := c.Subject.Resolution.Ptr()
	return r != nil && !r.byClass() && underPart13(c) && isPublic(c)
}

func passedAtMeeting(c *kase) {
	if w, ok := law.Need(c, &c.Subject.Resolution.Ptr().Way, "resolution.way"); ok && w == Written {
		c.Breach("resolution.way", "A written resolution of the members of a public company is of no effect.")
	}
}

func whenRecorded(c *kase) bool {
	r := c.Subject.Resolution.Ptr()
	return r != nil && r.RecordedAs.Stated()
}

func datedAsPassed(c *kase) {
	if on, _ := c.Subject.Resolution.Ptr().RecordedAs.Get(); on != c.On {
		c.Breach("resolution.recorded_as_passed", "The resolution is recorded as passed on %s, and was passed on %s.", on.Long(), c.On.Long())
	}
}
