package company

import (
	"fmt"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Resolution is one that somebody means to treat as carried, with how it was put and how
// it was voted on.
type Resolution struct {
	Kind law.Fact[Kind] `json:"kind,omitzero"`
	Way  law.Fact[Way]  `json:"way,omitzero"`
	// NoticeGiven is the day on which notice of the meeting was given, the first of them if
	// several; it decides which text governs. Circulated is the circulation date of a written resolution. Decided is
	// the day of the vote, or on which the last agreement or consent that was needed came.
	NoticeGiven law.Fact[law.Date] `json:"notice_given,omitzero"`
	Circulated  law.Fact[law.Date] `json:"circulated,omitzero"`
	Decided     law.Fact[law.Date] `json:"decided,omitzero"`
	// RecordedAs is the day that the company treats as that of the passing.
	RecordedAs law.Fact[law.Date] `json:"recorded_as_passed,omitzero"`

	// DescribedSpecial: the notice, or the written resolution, says that it is proposed as a
	// special resolution. TextInNotice: the notice of the meeting holds its text.
	DescribedSpecial law.Fact[bool] `json:"described_as_special,omitzero"`
	TextInNotice     law.Fact[bool] `json:"text_in_notice,omitzero"`
	// RemovesDirector, RemovesAuditor: its purpose is to remove one before the end of the
	// term of office, of whatever kind it is said to be; one of the kind removal removes a
	// director.
	RemovesDirector law.Fact[bool] `json:"removes_director,omitzero"`
	RemovesAuditor  law.Fact[bool] `json:"removes_auditor,omitzero"`
	// ArticlesMajority is a fraction that the articles ask for where the Companies Acts
	// name no kind of resolution, to be reached; 0 where they ask for none.
	ArticlesMajority law.Fact[law.Ratio] `json:"articles_majority,omitzero"`
	// Entrenchment is what an entrenched article asks for its own alteration; ByCourt says that
	// a court, or another authority that has the power, ordered the alteration.
	Entrenchment law.Fact[governance.Threshold] `json:"entrenchment,omitzero"`
	ByCourt      law.Fact[bool]                 `json:"ordered_by_court,omitzero"`

	// Votes are those cast, in the unit of the vote: on a show of hands as counted under
	// section 285; on a poll votes; in writing votes agreed, of all that eligible members
	// have; of a class consent the nominal value in pence consenting, of all issued but
	// treasury shares, or heads; of a scheme the value present and voting.
	Votes law.Fact[governance.Tally] `json:"votes,omitzero"`
	// Number is, of a scheme, the number of persons present and voting.
	Number law.Fact[governance.Tally] `json:"number,omitzero"`
	// Interested are the votes, among Votes, of the director whose conduct is ratified and
	// of members connected with him; Seller those of the shares that are to be bought, with
	// any vote of their holder otherwise than on a poll.
	Interested law.Fact[governance.Tally] `json:"interested,omitzero"`
	Seller     law.Fact[governance.Tally] `json:"seller,omitzero"`
	// Unused are votes which members who voted on the poll kept back (s. 322).
	Unused law.Fact[int64] `json:"unused,omitzero"`
	// CastingVote: the chair gave one in favour.
	CastingVote law.Fact[bool] `json:"casting_vote,omitzero"`

	// ByEnactment: an enactment requires or authorises the resolution. WrittenVotes and
	// PollVotes are what the articles give one member on a written resolution and on a poll,
	// PollVotesCounted what was counted for him on the poll.
	ByEnactment      law.Fact[bool]  `json:"by_enactment,omitzero"`
	WrittenVotes     law.Fact[int64] `json:"written_votes,omitzero"`
	PollVotes        law.Fact[int64] `json:"poll_votes,omitzero"`
	PollVotesCounted law.Fact[int64] `json:"poll_votes_counted,omitzero"`

	// CopiesSent are the days on which copies of a written resolution were sent; EligibleOn
	// the day at which the eligible members were taken; where those entitled changed in the
	// course of the circulation date, EligibleAtFirstCopy says that they were taken at the time
	// of the first copy. RevocationsCounted: an agreement was treated as withdrawn;
	// UnauthenticatedCounted: one was counted that the company had not received from the member
	// in an authenticated document that identifies the resolution. LapseDays is the articles' own
	// period, where they have one.
	CopiesSent         law.Fact[[]law.Date] `json:"copies_sent,omitzero"`
	EligibleOn         law.Fact[law.Date]   `json:"eligible_on,omitzero"`
	EntitlementChanged law.Fact[bool]       `json:"entitlement_changed_that_day,omitzero"`
	RevocationsCounted law.Fact[bool]       `json:"revocations_counted,omitzero"`
	LapseDays          law.Fact[int]        `json:"lapse_days,omitzero"`

	EligibleAtFirstCopy    law.Fact[bool] `json:"eligible_at_first_copy,omitzero"`
	UnauthenticatedCounted law.Fact[bool] `json:"unauthenticated_counted,omitzero"`
}

// A Verdict is what a resolution came to: each test with its arithmetic, of what it is a
// fraction, and whether it passed.
type Verdict struct {
	governance.Decision
	// Missing are facts without which there is no answer; Passed is then false.
	Missing []law.Missing `json:"missing,omitempty"`
}

// Known reports whether there is an answer.
func (v *Verdict) Known() bool { return len(v.Missing) == 0 }

// Test returns the test of a name.
func (v *Verdict) Test(name string) (governance.Test, bool) {
	for _, t := range v.Tests {
		if t.Name == name {
			return t, true
		}
	}
	return governance.Test{}, false
}

func (v *Verdict) lack(path, question string) {
	v.Missing = append(v.Missing, law.Missing{Path: path, Question: question})
}

func (v *Verdict) put(name string, th governance.Threshold, t governance.Tally) {
	v.Tests = append(v.Tests, th.Test(name, t))
}

// The names of the tests of a verdict.
const (
	TestMajority = "majority"
	TestArticles = "majority that the articles ask for"
	TestWithout  = "without the seller's votes"
	TestNumber   = "number"
	TestValue    = "value"
	TestAll      = "all members"
	TestArticle  = "the entrenched article"
)

// governing is the date whose law governs the vote, and the path of the fact.
func (r *Resolution) governing() (law.Fact[law.Date], string) {
	switch w := r.Way.Or(0); {
	case w.AtMeeting():
		return r.NoticeGiven, "notice_given"
	case w == Written && !r.byClass():
		return r.Circulated, "circulated"
	}
	return r.Decided, "decided"
}

func (r *Resolution) byClass() bool {
	k := r.Kind.Or(0)
	return k == ClassConsent || k == ClassConsentByHeads
}

// Counts returns the kind as which a resolution is counted: one described as special can
// pass only as such (s. 283(3), (6)), and an off-market purchase asks for the kind of its
// day. What a special resolution passes, an ordinary one need not (s. 282(5)).
func Counts(r *Resolution, f *Figures) (k Kind, missing []law.Missing) {
	k, ok := r.Kind.Get()
	if !ok {
		return 0, []law.Missing{{Path: "kind"}}
	}
	if k == BuyBack {
		on, ok := r.Decided.Get()
		if !ok {
			return 0, []law.Missing{{Path: "decided"}}
		}
		e, ok := f.BuyBackKind.At(on)
		if !ok {
			return 0, []law.Missing{{Path: "figures." + f.BuyBackKind.ID()}}
		}
		k = e.Value
	}
	if r.Way.Or(0) == Informal { // assent without form describes nothing
		return k, nil
	}
	switch k {
	case Ordinary, Unspecified, RemovalOfDirector, Ratification:
		special, ok := r.DescribedSpecial.Get()
		if !ok {
			return 0, []law.Missing{{Path: "described_as_special", Question: "Does the notice, or the written text, say that it is proposed as a special resolution?"}}
		}
		if special {
			return Special, nil
		}
	default: // a special resolution can pass only as one, and the others are what they are
	}
	return k, nil
}

// Resolve says whether a resolution is carried. It counts votes and nothing else: whether
// notice was given, a quorum present and the text described as it must be, the rules ask.
// No casting vote is counted. Of a poll, the whole is the votes cast.
func Resolve(r *Resolution, f *Figures) Verdict { return resolve(r, f, 0) }

// resolve counts a number of unused votes into the whole of a poll.
func resolve(r *Resolution, f *Figures, unused int64) (v Verdict) {
	on, path := r.governing()
	day, ok := on.Get()
	if !ok {
		v.lack(path, "")
		return v
	}
	v.On = r.Decided.Or(day)
	votes, ok := r.Votes.Get()
	if !ok {
		v.lack("votes", "")
		return v
	}
	votes.Against += unused
	if err := votes.Check(); err != nil {
		v.lack("votes", fmt.Sprintf("What was the vote? As stated it cannot be: %v.", err))
		return v
	}
	k, missing := Counts(r, f)
	if missing != nil {
		v.Missing = append(v.Missing, missing...)
		return v
	}
	v.count(r, f, day, k, votes)
	if v.Passed = v.Known() && len(v.Tests) > 0; k == Entrenched {
		v.Passed = v.Known() && (v.Tests[0].Passed || v.Tests[1].Passed)
		return v
	}
	for _, t := range v.Tests {
		v.Passed = v.Passed && t.Passed
	}
	return v
}

// count makes the tests of a kind of resolution.
func (v *Verdict) count(r *Resolution, f *Figures, day law.Date, k Kind, votes governance.Tally) {
	switch k {
	case Scheme:
		number, ok := r.Number.Get()
		if !ok || number.Check() != nil {
			v.lack("number", "How many persons voted for and against?")
			return
		}
		v.share(&f.SchemeNumber, day, true, governance.VotesCast, TestNumber, number)
		v.share(&f.SchemeValue, day, false, governance.VotesCast, TestValue, votes)
	case ClassConsent, ClassConsentByHeads:
		v.share(&f.ClassConsent, day, false, governance.AllEntitled, TestMajority, v.entitled(votes))
	case Unanimous:
		v.put(TestAll, everybody, v.entitled(votes))
	case Entrenched:
		th, ok := r.Entrenchment.Get()
		if !ok {
			v.lack("entrenchment", "What does the article ask for its own alteration?")
			return
		}
		v.put(TestArticle, th, votes)
		v.put(TestAll, everybody, v.entitled(votes))
	default:
		v.general(r, f, day, k, votes)
	}
}

var everybody = governance.AtLeast(1, 1, governance.AllEntitled)

// general counts what is ordinary or special at bottom.
func (v *Verdict) general(r *Resolution, f *Figures, day law.Date, k Kind, votes governance.Tally) {
	way, ok := r.Way.Get()
	if !ok {
		v.lack("way", "")
		return
	}
	if way == Informal { // no majority binds the rest without a meeting or a circulation
		v.put(TestAll, everybody, v.entitled(votes))
		return
	}
	of := governance.VotesCast
	if way == Written {
		of, votes = governance.AllEntitled, v.entitled(votes)
	}
	if r.Kind.Or(0) == Ratification {
		interested, ok := r.Interested.Get()
		if !ok {
			v.lack("interested", "How did the director and members connected with him vote?")
			return
		}
		if votes, ok = disinterested(votes, interested, way); !ok {
			v.lack("interested", "How did the director and members connected with him vote? They cannot have had more votes than there were.")
			return
		}
	}
	v.majorities(r, f, day, k, of, TestMajority, votes)
	if r.Kind.Or(0) != BuyBack {
		return
	}
	seller, ok := r.Seller.Get()
	rest, fits := without(votes, seller)
	if !ok || !fits {
		v.lack("seller", "Which of the votes were the seller's?")
		return
	}
	if way == Written { // he is no eligible member at all
		v.Tests = v.Tests[:0]
		v.majorities(r, f, day, k, of, TestMajority, rest)
		return
	}
	v.majorities(r, f, day, k, of, TestWithout, rest)
}

// majorities puts votes to the ordinary or the special majority, and to the articles' own
// where the Acts name no kind.
func (v *Verdict) majorities(r *Resolution, f *Figures, day law.Date, k Kind, of governance.Base, name string, votes governance.Tally) {
	if k == Special {
		v.share(&f.SpecialMajority, day, false, of, name, votes)
		return
	}
	v.share(&f.OrdinaryMajority, day, true, of, name, votes)
	if k == Ordinary || k == RemovalOfDirector {
		return // the articles cannot raise it
	}
	more, ok := r.ArticlesMajority.Get()
	if !ok {
		v.lack("articles_majority", "Do the articles ask for a greater majority, and what?")
	} else if more.Num() > 0 {
		v.put(TestArticles, governance.Threshold{Fraction: more, Of: of}, votes)
	}
}

func (v *Verdict) share(h *law.History[law.Ratio], day law.Date, strict bool, of governance.Base, name string, t governance.Tally) {
	e, ok := h.At(day)
	if !ok {
		v.lack("figures."+h.ID(), "What was the majority on "+day.Long()+"?")
		return
	}
	v.put(name, governance.Threshold{Fraction: e.Value, Strict: strict, Of: of}, t)
}

// entitled lacks the number of all who could have agreed where it is not given.
func (v *Verdict) entitled(t governance.Tally) governance.Tally {
	if t.Entitled == 0 {
		v.lack("votes.entitled", "How many votes, or what value, had all who were entitled to agree?")
	}
	return t
}

// disinterested takes away what section 239 disregards: at a meeting the votes in favour
// alone; in writing whoever is interested is not eligible at all.
func disinterested(votes, interested governance.Tally, way Way) (governance.Tally, bool) {
	if way == Written {
		return without(votes, interested)
	}
	votes.For -= interested.For
	return votes, interested.For >= 0 && votes.For >= 0
}

// without takes some members' votes out of a tally, those they did not use too.
func without(votes, theirs governance.Tally) (governance.Tally, bool) {
	rest := governance.Tally{
		For: votes.For - theirs.For, Against: votes.Against - theirs.Against, Abstained: max(votes.Abstained-theirs.Abstained, 0),
	}
	if votes.Entitled > 0 {
		rest.Entitled = votes.Entitled - max(theirs.Entitled, theirs.Attended())
	}
	return rest, theirs.Check() == nil && rest.Check() == nil
}
