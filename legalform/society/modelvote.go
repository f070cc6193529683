package society

import (
	"fmt"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rows of model rules on votes.
const (
	SeveralVotes            law.Code = "society.model-several-votes"
	CastingVoteUsed         law.Code = "society.model-casting-vote"
	OrdinaryNotCarried      law.Code = "society.model-ordinary-not-carried"
	ExtraordinaryNotCarried law.Code = "society.model-extraordinary-not-carried"
	EntrenchedNotUnanimous  law.Code = "society.model-entrenched-not-unanimous"
	ElectronicTooShort      law.Code = "society.model-electronic-too-short"
	ElectronicNotCarried    law.Code = "society.model-electronic-not-carried"
	ElectronicTurnoutLow    law.Code = "society.model-electronic-ordinary-not-carried"
	ElectronicNotAllowed    law.Code = "society.model-electronic-not-allowed"
	QuestionPutAgain        law.Code = "society.model-question-put-again"
)

// Matter is what a resolution under model rules is about.
type Matter uint8

// The matters. All but the first, the entrenched and the statutory ones take an extraordinary
// resolution, in the company model a special one; a disposal takes it only where it is large.
// An entrenched matter is the purpose, the votes or the dissolution in the company model; a
// statutory one is a merger or conversion under sections 110 to 113 of the 2014 Act, for which
// the Act itself sets the majorities.
const (
	OtherMatter Matter = iota + 1
	ExpulsionMatter
	RulesMatter
	WindingUpMatter
	DisposalMatter
	EntrenchedMatter
	StatutoryMatter
)

var voteMatters = []string{"", "other", "expulsion", "rules", "winding-up", "disposal", "entrenched", "statutory"}

// String gives the JSON value.
func (m Matter) String() string { return law.NameOf(voteMatters, m) }

// MarshalText writes String.
func (m Matter) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads what String writes.
func (m *Matter) UnmarshalText(b []byte) error {
	return law.ParseName(m, voteMatters, b, "a matter to be resolved")
}

// ModelVote is a resolution put to members, at a meeting or electronically.
type ModelVote struct {
	// On is the day of the vote; of an electronic one, the day on which it closed.
	On         law.Fact[law.Date] `json:"on,omitzero"`
	Matter     law.Fact[Matter]   `json:"matter,omitzero"`
	Electronic law.Fact[bool]     `json:"electronic,omitzero"`
	// Votes are those cast, with electronic votes at a meeting; Entitled counts all members.
	Votes law.Fact[governance.Tally] `json:"votes,omitzero"`
	// MostVotes is the largest number of votes that a member had. CastingVote: the chair used
	// one on an equality of votes.
	MostVotes   law.Fact[int64] `json:"most_votes,omitzero"`
	CastingVote law.Fact[bool]  `json:"casting_vote,omitzero"`
	// Opened is the day from which an electronic vote was open and members told of it.
	Opened law.Fact[law.Date] `json:"opened,omitzero"`
	// PutBefore: a question to substantially the same effect was put before, and lost on Lost.
	PutBefore law.Fact[bool]     `json:"put_before,omitzero"`
	Lost      law.Fact[law.Date] `json:"lost,omitzero"`
	// Permitted: the secretary permitted it to be put again.
	Permitted law.Fact[bool] `json:"permitted,omitzero"`
	// Value and BalanceSheet are, for a disposal, the value of the assets, in all of a series,
	// and the total of the last balance sheet.
	Value        law.Fact[law.Pence] `json:"value,omitzero"`
	BalanceSheet law.Fact[law.Pence] `json:"balance_sheet,omitzero"`
}

func (m *ModelRules) checkVote() error {
	x := m.Vote.Ptr()
	if x == nil {
		return nil
	}
	if t := x.Votes.Ptr(); t != nil {
		if err := t.Check(); err != nil {
			return fmt.Errorf("vote.votes: %w", err)
		}
	}
	return firstFault(soundCount("vote.most_votes", &x.MostVotes), soundAmount("vote.value", &x.Value), soundAmount("vote.balance_sheet", &x.BalanceSheet))
}

var voteTaken = modelEvent("vote.on", func(m *ModelRules) law.Fact[law.Date] {
	if x := m.Vote.Ptr(); x != nil {
		return x.On
	}
	return law.Fact[law.Date]{}
})

var modelVotes = law.Topic("model votes",
	rule{
		Code: SeveralVotes, Provision: models.At("on voting at a general meeting", ""), Weight: law.OwnRules,
		Says:    "Each member has one vote on any question.",
		InForce: fromCompanyModel, Event: voteTaken, Applies: underModel(hasVote, SocietyModel, WorkerCompanyModel), Check: oneVoteUsed,
		Remedy: "Count again, one vote a member.",
	},
	rule{
		Code: CastingVoteUsed, Provision: models.At("on voting at a general meeting", ""), Weight: law.OwnRules,
		Says:    "On an equality of votes the chair has no second or casting vote, and the resolution is lost.",
		InForce: fromCompanyModel, Event: voteTaken, Applies: underModel(hasVote, SocietyModel, WorkerCompanyModel),
		Check: judgedBy(judgement{
			func(s *Society) *law.Fact[bool] { return &s.ModelRules.Ptr().Vote.Ptr().CastingVote }, "model_rules.vote.casting_vote",
			"Did the chair use a casting vote?", false, "The chair used a casting vote, where an equality of votes is a defeat.",
		}),
		Remedy: "Record the resolution as lost.",
	},
	rule{
		Code: OrdinaryNotCarried, Provision: models.At("on resolutions", ""), Weight: law.OwnRules,
		Says:    "An ordinary resolution is passed by a simple majority of votes cast.",
		InForce: fromCompanyModel, Event: voteTaken, Applies: resolves(ordinaryMajority, false), Check: ordinaryCarried,
		Remedy: "Put the resolution again.",
	},
	rule{
		Code: ExtraordinaryNotCarried, Provision: models.At("on resolutions", ""), Weight: law.OwnRules,
		Says: "The expulsion of a member, a change of the rules, a winding up, and a disposal of assets of a third or more of the last balance sheet " +
			"take an extraordinary resolution, passed by not less than 75% of votes cast.",
		InForce: fromCompanyModel, Event: voteTaken, Applies: resolves(extraordinaryMajority, false), Check: extraordinaryCarried,
		Remedy: "Put the resolution again.",
	},
	rule{
		Code: EntrenchedNotUnanimous, Provision: model2012.At("on resolutions", ""), Weight: law.OwnRules,
		Says:    "An alteration of the articles on purpose, votes and dissolution requires the approval of all the members.",
		InForce: fromCompanyModel, Event: voteTaken, Applies: altersEntrenched, Check: unanimous,
		Remedy: "Obtain the approval of every member, or leave the article as it is.",
	},
	rule{
		Code: ElectronicTooShort, Provision: model2014.At("on electronic resolutions", ""), Weight: law.OwnRules,
		Says:    "An electronic vote is open for no less than 14 clear days from the day on which members are told of it.",
		InForce: fromSocietyModel, Event: voteTaken, Applies: electronically, Check: openLongEnough,
		Remedy: "Put the question again, for longer.",
	},
	rule{
		Code: ElectronicNotCarried, Provision: model2014.At("on electronic resolutions", ""), Weight: law.OwnRules,
		Says: "What takes 75% at a meeting is passed electronically if at least 51% of the membership have cast a vote and at least 75% of those " +
			"votes are in favour.",
		InForce: fromSocietyModel, Event: voteTaken, Applies: resolves(extraordinaryMajority, true), Check: electronicCarried,
		Remedy: "Put the resolution to a general meeting, where there is no such turnout.",
	},
	rule{
		Code: ElectronicTurnoutLow, Provision: model2014.At("on electronic resolutions", ""), Weight: law.OwnRules,
		Says: "Any other resolution is passed electronically if no fewer votes are cast than a quorum of a general meeting and a simple majority " +
			"of them are in favour.",
		InForce: fromSocietyModel, Event: voteTaken, Applies: resolves(ordinaryMajority, true), Check: electronicOrdinaryCarried,
		Remedy: "Put the resolution to a general meeting.",
	},
	rule{
		Code: ElectronicNotAllowed, Provision: model2014.At("on electronic resolutions", ""), Weight: law.OwnRules,
		Says:    "Amalgamation, a transfer of engagements and conversion are not resolved on electronically.",
		InForce: fromSocietyModel, Event: voteTaken, Applies: electronically, Check: electronicAllowed,
		Remedy: "Hold the two meetings that the Act requires.",
	},
	rule{
		Code: QuestionPutAgain, Provision: model2014.At("on electronic resolutions", ""), Weight: law.OwnRules,
		Says: "A question that was lost is not put to an electronic vote, to substantially the same effect, for six months without the permission of " +
			"the secretary.",
		InForce: fromSocietyModel, Event: voteTaken, Applies: electronically, Check: notPutAgain,
		Remedy: "Wait until the six months are over, or obtain the permission.",
	},
)

func hasVote(m *ModelRules) bool { return m.Vote.Stated() }

func electronically(c *kase) bool {
	if !follows(c, hasVote, SocietyModel) {
		return false
	}
	is, ok := law.Need(c, &c.Subject.ModelRules.Ptr().Vote.Ptr().Electronic, "model_rules.vote.electronic")
	return ok && is
}

// A kindOfMajority is what a matter takes.
type kindOfMajority uint8

const (
	noModelMajority kindOfMajority = iota // the Act's own, or all members
	ordinaryMajority
	extraordinaryMajority
)

// resolves is for the row of one majority, at a meeting or electronically. The company model
// knows no electronic votes.
func resolves(want kindOfMajority, electronic bool) func(*kase) bool {
	return func(c *kase) bool {
		if !follows(c, hasVote, SocietyModel, WorkerCompanyModel) {
			return false
		}
		if underCompanyModel(c) {
			return !electronic && majorityFor(c) == want
		}
		is, ok := law.Need(c, &c.Subject.ModelRules.Ptr().Vote.Ptr().Electronic, "model_rules.vote.electronic")
		return ok && is == electronic && majorityFor(c) == want
	}
}

// majorityFor says what a matter takes, and nothing where a fact is missing.
func majorityFor(c *kase) kindOfMajority {
	x := c.Subject.ModelRules.Ptr().Vote.Ptr()
	m, ok := law.Need(c, &x.Matter, "model_rules.vote.matter")
	switch {
	case !ok || m == EntrenchedMatter && underCompanyModel(c) || m == StatutoryMatter:
		return noModelMajority
	case m == OtherMatter:
		return ordinaryMajority
	case m != DisposalMatter:
		return extraordinaryMajority
	}
	switch largeDisposal(c, &x.Value, &x.BalanceSheet, "model_rules.vote.") {
	case yes:
		return extraordinaryMajority
	case no:
		return ordinaryMajority
	default:
		return noModelMajority
	}
}

// largeDisposal says whether assets are worth a third or more of the last balance sheet.
func largeDisposal(c *kase, value, sheet *law.Fact[law.Pence], place string) answer {
	v, ok := law.Need(c, value, place+"value")
	total, ok1 := law.Need(c, sheet, place+"balance_sheet")
	part, ok2 := law.Read(c, &c.Figures.DisposalShare, c.On)
	switch {
	case !ok || !ok1 || !ok2:
		return untold
	case part.ReachedBy(int64(v), int64(total)):
		return yes
	}
	return no
}

func altersEntrenched(c *kase) bool {
	if !follows(c, hasVote, WorkerCompanyModel) {
		return false
	}
	m, ok := law.Need(c, &c.Subject.ModelRules.Ptr().Vote.Ptr().Matter, "model_rules.vote.matter")
	return ok && m == EntrenchedMatter
}

func oneVoteUsed(c *kase) {
	if n, ok := law.Need(c, &c.Subject.ModelRules.Ptr().Vote.Ptr().MostVotes, "model_rules.vote.most_votes"); ok && n > 1 {
		c.Breach("model_rules.vote.most_votes", "A member had %d votes, where each has one.", n)
	}
}

// castVotes needs the votes, and how many members there are where a threshold is of them.
func castVotes(c *kase, all bool) (governance.Tally, bool) {
	votes, ok := law.Need(c, &c.Subject.ModelRules.Ptr().Vote.Ptr().Votes, "model_rules.vote.votes")
	if ok && all && votes.Entitled == 0 {
		c.Unknown("model_rules.vote.votes.entitled", "How many members were there?")
		return votes, false
	}
	return votes, ok
}

// The doubt about the brackets behind the words simple majority.
const (
	bracketMeant = "Do the rules, which explain a simple majority as 51% in brackets, require 51%?"
	moreThanHalf = "no, so that more than half is enough"
	fiftyOne     = "yes, so that 51% is needed"
)

func ordinaryCarried(c *kase) {
	if votes, ok := castVotes(c, false); ok {
		simpleMajority(c, votes)
	}
}

// simpleMajority doubts only where more than half and 51% differ, unless the rules are plain.
func simpleMajority(c *kase, votes governance.Tally) {
	half, ok := law.Read(c, &c.Figures.OrdinaryMajority, c.On)
	bracket, ok1 := law.Read(c, &c.Figures.OrdinaryBracket, c.On)
	if !ok || !ok1 {
		return
	}
	a, b := half.Share.Test("", votes), bracket.Share.Test("", votes)
	plain, stated := c.Subject.ModelRules.Ptr().FiftyOne.Get()
	if stated && plain || !stated && a.Passed != b.Passed && c.Doubt(bracketMeant, moreThanHalf, fiftyOne) == 1 {
		a = b
	}
	if !a.Passed {
		c.Breach("model_rules.vote.votes", "The resolution was not carried: %v.", a)
	}
}

func extraordinaryCarried(c *kase) { modelCarried(c, &c.Figures.ExtraordinaryMajority, false) }
func unanimous(c *kase)            { modelCarried(c, &c.Figures.EntrenchedMajority, true) }
func electronicCarried(c *kase)    { modelCarried(c, &c.Figures.ElectronicMajority, true) }

// modelCarried puts the votes to a majority, its turnout too.
func modelCarried(c *kase, h *law.History[governance.Majority], all bool) {
	m, ok := law.Read(c, h, c.On)
	votes, ok1 := castVotes(c, all)
	if !ok || !ok1 {
		return
	}
	if d, err := governance.Decide(c.On, m, votes); err != nil {
		c.Unknown("model_rules.vote.votes", "The votes cannot be counted: "+err.Error()+".")
	} else if !d.Passed {
		c.Breach("model_rules.vote.votes", "The resolution was not carried: %v.", d)
	}
}

func electronicOrdinaryCarried(c *kase) {
	votes, ok := castVotes(c, true)
	q, ok1 := law.Need(c, &c.Subject.ModelRules.Ptr().Quorum, "model_rules.quorum")
	if !ok || !ok1 {
		return
	}
	if t := turnoutOf(q, votes.Entitled).Turnout("turnout", votes); !t.Passed {
		c.Breach("model_rules.vote.votes", "Too few votes were cast: %v.", t)
	}
	simpleMajority(c, votes)
}

// turnoutOf is the turnout that a quorum comes to, as a part of so many members.
func turnoutOf(q governance.Quorum, members int64) governance.Threshold {
	return governance.AtLeast(q.Needs(members), max(members, 1), governance.AllEntitled)
}

func openLongEnough(c *kase) {
	opened, ok := law.Need(c, &c.Subject.ModelRules.Ptr().Vote.Ptr().Opened, "model_rules.vote.opened")
	days, ok1 := law.Read(c, &c.Figures.ElectronicDays, c.On)
	if ok && ok1 && law.ClearDays(opened, c.On) < days {
		c.Breach("model_rules.vote.opened", "The vote was open from %s to %s; it must be open for %d clear days.", opened.Long(), c.On.Long(), days)
	}
}

func electronicAllowed(c *kase) {
	if m, ok := law.Need(c, &c.Subject.ModelRules.Ptr().Vote.Ptr().Matter, "model_rules.vote.matter"); ok && m == StatutoryMatter {
		c.Breach("model_rules.vote.matter", "A merger or conversion was put to an electronic vote.")
	}
}

func notPutAgain(c *kase) {
	x := c.Subject.ModelRules.Ptr().Vote.Ptr()
	before, ok := law.Need(c, &x.PutBefore, "model_rules.vote.put_before")
	if !ok || !before {
		return
	}
	lost, ok := law.Need(c, &x.Lost, "model_rules.vote.lost")
	opened, ok1 := law.Need(c, &x.Opened, "model_rules.vote.opened")
	months, ok2 := law.Read(c, &c.Figures.BarMonths, c.On)
	if !ok || !ok1 || !ok2 || opened.After(law.MonthsFrom(lost, months)) {
		return
	}
	if leave, ok := law.Ask(c, &x.Permitted, "model_rules.vote.permitted", "Did the secretary permit it to be put again?"); ok && !leave {
		c.Breach("model_rules.vote.opened", "The question was lost on %s and put again on %s; it is barred until %s.",
			lost.Long(), opened.Long(), law.MonthsFrom(lost, months).Long())
	}
}

// BarredUntil returns the last day on which a question that was lost may not be put to an
// electronic vote under the society model without permission; no date where the figures hold
// none.
func (f *Figures) BarredUntil(lost law.Date) law.Date {
	months, ok := f.BarMonths.At(lost)
	if !ok {
		return law.Date{}
	}
	return law.MonthsFrom(lost, months.Value)
}

// ElectronicVotesNeeded returns how many of so many members must vote electronically on what
// takes 75% under the society model, and how many of those who then vote must be in favour;
// false where the figures hold none, or there are no members.
func (f *Figures) ElectronicVotesNeeded(members int64, on law.Date) (cast, inFavour int64, ok bool) {
	m, ok := f.ElectronicMajority.At(on)
	if !ok || members < 1 {
		return 0, 0, false
	}
	cast = m.Value.Turnout.Needs(members)
	return cast, m.Value.Share.Needs(cast), true
}
