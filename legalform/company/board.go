package company

import (
	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules that the model articles make, which are a body's own.
const (
	BoardNoQuorum         law.Code = "company.board-no-quorum"
	BoardNotCarried       law.Code = "company.board-not-carried"
	ModelPollRefused      law.Code = "company.model-poll-refused"
	UnpaidShareVoted      law.Code = "company.unpaid-share-voted"
	DividendOverRecommend law.Code = "company.dividend-over-recommendation"
)

// A BoardDecision is one of the directors at a meeting, or by all without one.
type BoardDecision struct {
	On law.Fact[law.Date] `json:"on,omitzero"`
	// InOffice counts the directors, Attending those at the meeting, NotCounted those of
	// them who are interested and not to be counted; For and Against are votes of the rest.
	InOffice   law.Fact[int]   `json:"in_office,omitzero"`
	Attending  law.Fact[int]   `json:"attending,omitzero"`
	NotCounted law.Fact[int]   `json:"not_counted,omitzero"`
	For        law.Fact[int64] `json:"for,omitzero"`
	Against    law.Fact[int64] `json:"against,omitzero"`
	// ChairFor is the way of a casting vote: for, or against; ChairNotCounted says that the
	// chair is not to be counted, and so has none.
	ChairFor        law.Fact[bool] `json:"chair_for,omitzero"`
	ChairNotCounted law.Fact[bool] `json:"chair_not_counted,omitzero"`
	// FixedQuorum is what the directors fixed, 0 where they did not. AppointsOrCalls: it is
	// to appoint directors, or to call a general meeting that may.
	FixedQuorum     law.Fact[int]  `json:"fixed_quorum,omitzero"`
	AppointsOrCalls law.Fact[bool] `json:"appoints_or_calls,omitzero"`
}

var boardDay = dated("board_decision.on", func(c *Company) *law.Fact[BoardDecision] { return &c.BoardDecision }, func(b *BoardDecision) law.Fact[law.Date] { return b.On })

var boards = law.Table(
	rule{
		Code: BoardNoQuorum, Provision: model2008.At("Schs 1-2 arts 7(2), 11; Sch 3 arts 10, 11", "schedule/1"),
		Says:    "Unless a quorum of at least two directors participates nothing may be decided, but to appoint directors or to call a general meeting.",
		InForce: fromWhole, Event: boardDay, Applies: boardUnderModel, Check: boardQuorate, Weight: law.OwnRules,
		Remedy: "Call another meeting, or appoint directors.",
	},
	rule{
		Code: BoardNotCarried, Provision: model2008.At("Schs 1-2 arts 7, 13, 14; Sch 3 arts 13, 14, 16", "schedule/1"),
		Says:    "Directors decide by a majority of those who are to be counted, the chair having a casting vote on an equality unless the chair is not to be counted.",
		InForce: fromWhole, Event: boardDay, Applies: boardUnderModel, Check: boardCarried, Weight: law.OwnRules,
		Remedy: "Treat the decision as not taken.",
	},
	rule{
		Code: ModelPollRefused, Provision: model2008.At("Sch 1 art 44, Sch 2 art 30, Sch 3 art 36", "schedule/1"),
		Says:    "A poll may be demanded by two or more persons having the right to vote, or by those with not less than one-tenth of the votes.",
		InForce: fromWhole, Event: demandDay, Applies: demandUnderModel, Check: modelPollNotDue, Weight: law.OwnRules,
		Remedy: "Take the poll.",
	},
	rule{
		Code: UnpaidShareVoted, Provision: model2008.At("Sch 3 art 41", "schedule/3"),
		Says:    "No vote may be exercised on a share unless all amounts payable to the company in respect of it have been paid.",
		InForce: fromWhole, Event: countDay, Applies: countUnderPublicModel, Check: unpaidSilent, Weight: law.OwnRules,
		Remedy: remedyRecount,
	},
	rule{
		Code: DividendOverRecommend, Provision: model2008.At("Sch 1 art 30, Sch 3 art 70", "schedule/1"),
		Says:    "A dividend declared by ordinary resolution may not be more than the directors recommend.",
		InForce: fromWhole, Event: distributedOn, Applies: recommendedUnderModel, Check: withinRecommendation, Weight: law.OwnRules,
		Remedy: "Declare no more than the directors recommend.",
	},
)

// underModel reports whether a schedule is stated to apply; no schedule need.
func underModel(c *kase, schedules ...Schedule) bool {
	s, ok := c.Subject.Articles.Model.Get()
	for _, x := range schedules {
		if ok && s == x {
			return true
		}
	}
	return ok && len(schedules) == 0
}

func boardUnderModel(c *kase) bool { return c.Subject.BoardDecision.Stated() && underModel(c) }

func demandUnderModel(c *kase) bool { return c.Subject.PollDemand.Stated() && underModel(c) }

func countUnderPublicModel(c *kase) bool { return hasCount(c) && underModel(c, ModelPublic) }

func recommendedUnderModel(c *kase) bool {
	return hasDistribution(c) && c.Subject.Distribution.Ptr().Recommended.Stated() && underModel(c, ModelPrivate, ModelPublic)
}

// The doubt about sole directors, and its readings.
const (
	soleDirector    = "May a sole director act under articles that fix a quorum of two directors (Re Fore Fitness [2022] EWHC 191 (Ch), and the decisions after it)?"
	soleDirectorYes = "yes, under the model articles as they are"
	soleDirectorNo  = "no, since the quorum needs more than one"
)

func boardQuorate(c *kase) {
	b := c.Subject.BoardDecision.Ptr()
	office, ok1 := law.Need(c, &b.InOffice, "board_decision.in_office")
	attending, ok2 := law.Need(c, &b.Attending, "board_decision.attending")
	out, ok3 := law.Need(c, &b.NotCounted, "board_decision.not_counted")
	fixed, ok4 := law.Need(c, &b.FixedQuorum, "board_decision.fixed_quorum")
	exempt, ok5 := law.Need(c, &b.AppointsOrCalls, "board_decision.appoints_or_calls")
	s, _ := c.Subject.Articles.Model.Get()
	m, ok6 := ModelArticles(s)
	if !ok1 || !ok2 || !ok3 || !ok4 || !ok5 || !ok6 {
		return
	}
	needs := max(fixed, m.Board.LeastQuorum)
	if attending-out >= needs || exempt && office < needs {
		return
	}
	if office == 1 && out == 0 && m.Board.SoleDirector && c.Doubt(soleDirector, soleDirectorYes, soleDirectorNo) == 0 {
		return
	}
	c.Breach("board_decision.attending", "%d directors are to be counted, of a quorum of %d.", attending-out, needs)
}

// DecideBoard puts the votes of directors who are to be counted to a majority. On an
// equality the casting vote of a chair who is to be counted decides, and its test is shown.
func DecideBoard(m Model, on law.Date, yes, no int64, chairCounted, chairFor bool) (governance.Decision, error) {
	t := governance.Tally{For: yes, Against: no}
	d, err := governance.Decide(on, governance.Majority{Share: m.Board.Majority}, t)
	if err != nil || yes != no || yes == 0 || !chairCounted {
		return d, err
	}
	if chairFor {
		t.For++
	} else {
		t.Against++
	}
	cast := m.Board.Majority.Test("with the chair's casting vote", t)
	d.Tests, d.Passed = append(d.Tests, cast), cast.Passed
	return d, nil
}

func boardCarried(c *kase) {
	b := c.Subject.BoardDecision.Ptr()
	yes, ok1 := law.Need(c, &b.For, "board_decision.for")
	no, ok2 := law.Need(c, &b.Against, "board_decision.against")
	out, ok3 := law.Need(c, &b.ChairNotCounted, "board_decision.chair_not_counted")
	if !ok1 || !ok2 || !ok3 {
		return
	}
	chairFor := false
	if yes == no && yes > 0 && !out {
		if chairFor, ok1 = law.Need(c, &b.ChairFor, "board_decision.chair_for"); !ok1 {
			return
		}
	}
	s, _ := c.Subject.Articles.Model.Get()
	m, _ := ModelArticles(s)
	d, err := DecideBoard(m, c.On, yes, no, !out, chairFor)
	if err != nil {
		c.Unknown("board_decision.for", "How did the directors vote?")
	} else if !d.Passed {
		c.Breach("board_decision.for", "The decision was not carried: %v.", d)
	}
}

func modelPollNotDue(c *kase) {
	d := c.Subject.PollDemand.Ptr()
	refused, ok1 := law.Need(c, &d.Refused, "poll_demand.refused")
	heads, ok2 := law.Need(c, &d.Heads, "poll_demand.heads")
	votes, ok3 := law.Need(c, &d.Votes, "poll_demand.votes")
	whole, ok4 := law.Need(c, &d.AllVotes, "poll_demand.all_votes")
	s, _ := c.Subject.Articles.Model.Get()
	m, ok5 := ModelArticles(s)
	if !ok1 || !ok2 || !ok3 || !ok4 || !ok5 || !refused {
		return
	}
	if heads >= int64(m.Meetings.PollPersons) || m.Meetings.PollVotes.Test("", governance.Tally{For: votes, Entitled: whole}).Passed {
		c.Breach("poll_demand.refused", "A poll was refused to %d persons with %d of %d votes.", heads, votes, whole)
	}
}

func unpaidSilent(c *kase) {
	if n, ok := law.Need(c, &c.Subject.Count.Ptr().UnpaidVotes, "count.unpaid_votes"); ok && n > 0 {
		c.Breach("count.unpaid_votes", "%d votes were counted on shares of which a sum payable is unpaid.", n)
	}
}

func withinRecommendation(c *kase) {
	d := c.Subject.Distribution.Ptr()
	amount, ok1 := law.Need(c, &d.Amount, "distribution.amount")
	most, ok2 := law.Need(c, &d.Recommended, "distribution.recommended")
	if ok1 && ok2 && amount > most {
		c.Breach("distribution.amount", "The dividend of %v is more than the %v that the directors recommend.", amount, most)
	}
}
