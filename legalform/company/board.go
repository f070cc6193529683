package company

import (
	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules that the model articles make of the board, which are a body's own.
const (
	BoardNoQuorum      law.Code = "company.board-no-quorum"
	BoardNotCarried    law.Code = "company.board-not-carried"
	BoardNotUnanimous  law.Code = "company.board-not-unanimous"
	BoardChairAwaited  law.Code = "company.board-chair-awaited"
	InterestedCounted  law.Code = "company.interested-director-counted"
	DirectorsOverruled law.Code = "company.directors-directed-without-special-resolution"
	DirectionLooksBack law.Code = "company.direction-looks-back"
)

// A BoardDecision is one of the directors at a meeting, or by all without one.
type BoardDecision struct {
	On law.Fact[law.Date] `json:"on,omitzero"`
	// WithoutMeeting: it was taken without a meeting, by the common view of all eligible
	// directors or, in a public company, by their signatures of a written resolution. Eligible
	// counts the directors who could have voted on it at a meeting, Agreed those who agreed.
	WithoutMeeting law.Fact[bool] `json:"without_meeting,omitzero"`
	Eligible       law.Fact[int]  `json:"eligible,omitzero"`
	Agreed         law.Fact[int]  `json:"agreed,omitzero"`
	// InOffice counts the directors, Attending those at the meeting, NotCounted those of
	// them who are interested and not to be counted; For and Against are votes of the rest.
	InOffice   law.Fact[int]   `json:"in_office,omitzero"`
	Attending  law.Fact[int]   `json:"attending,omitzero"`
	NotCounted law.Fact[int]   `json:"not_counted,omitzero"`
	For        law.Fact[int64] `json:"for,omitzero"`
	Against    law.Fact[int64] `json:"against,omitzero"`
	// Interested are the directors with an interest in a transaction with the company with
	// which the decision is concerned; an empty list for none.
	Interested law.Fact[[]InterestedDirector] `json:"interested,omitzero"`
	// ChairFor is the way of a casting vote: for, or against; ChairNotCounted says that the
	// chair is not to be counted, and so has none.
	ChairFor        law.Fact[bool] `json:"chair_for,omitzero"`
	ChairNotCounted law.Fact[bool] `json:"chair_not_counted,omitzero"`
	// ChairLate is by how many minutes after the start the chair was not there, 0 where in time;
	// OtherChair: the directors appointed one of themselves to chair the meeting.
	ChairLate  law.Fact[int]  `json:"chair_late_minutes,omitzero"`
	OtherChair law.Fact[bool] `json:"other_chair_appointed,omitzero"`
	// FixedQuorum is what the directors fixed, 0 where they did not. AppointsOrCalls: it is
	// to appoint directors, or to call a general meeting that may; CallsMeeting: it is but to
	// call another meeting of the directors.
	FixedQuorum     law.Fact[int]  `json:"fixed_quorum,omitzero"`
	AppointsOrCalls law.Fact[bool] `json:"appoints_or_calls,omitzero"`
	CallsMeeting    law.Fact[bool] `json:"calls_another_meeting,omitzero"`
}

// An InterestedDirector is one with an interest in a transaction, as was counted.
type InterestedDirector struct {
	// Counted: for the quorum, or the vote.
	Counted law.Fact[bool] `json:"counted,omitzero"`
	// Any of three lets the director be counted: the members disapplied the article by ordinary
	// resolution; the interest cannot reasonably be regarded as likely to give rise to a
	// conflict; it arises from a cause that the article permits (a guarantee, a subscription for
	// securities, benefits to employees and directors alike).
	Disapplied law.Fact[bool] `json:"disapplied_by_members,omitzero"`
	NoConflict law.Fact[bool] `json:"no_conflict_likely,omitzero"`
	Permitted  law.Fact[bool] `json:"permitted_cause,omitzero"`
}

// A Direction is the members' to the directors to take, or not to take, an action.
type Direction struct {
	Given     law.Fact[law.Date] `json:"given,omitzero"`
	BySpecial law.Fact[bool]     `json:"by_special_resolution,omitzero"`
	// LooksBack: it is held to invalidate what the directors had already done.
	LooksBack law.Fact[bool] `json:"held_to_invalidate_acts_before,omitzero"`
}

var (
	boardDay   = dated("board_decision.on", func(c *Company) *law.Fact[BoardDecision] { return &c.BoardDecision }, func(b *BoardDecision) law.Fact[law.Date] { return b.On })
	directedOn = dated("direction.given", func(c *Company) *law.Fact[Direction] { return &c.Direction }, func(d *Direction) law.Fact[law.Date] { return d.Given })
)

var boards = law.Topic("boards",
	rule{
		Code: BoardNoQuorum, Provision: model2008.At("Schs 1-2 arts 7(2), 11; Sch 3 arts 10, 11", "schedule/1"),
		Says:    "Unless a quorum of at least two directors participates nothing may be decided, but to call another meeting, or, where there are too few, to appoint directors or call a general meeting.",
		InForce: fromWhole, Event: boardDay, Applies: boardMeets(BoardQuorum), Check: boardQuorate, Weight: law.OwnRules,
		Remedy: "Call another meeting, or appoint directors.",
	},
	rule{
		Code: BoardNotCarried, Provision: model2008.At("Schs 1-2 arts 7, 13, 14; Sch 3 arts 13, 14, 16", "schedule/1"),
		Says:    "Directors decide by a majority of those who are to be counted, the chair having a casting vote on an equality unless the chair is not to be counted.",
		InForce: fromWhole, Event: boardDay, Applies: boardMeets(BoardVoting), Check: boardCarried, Weight: law.OwnRules,
		Remedy: "Treat the decision as not taken.",
	},
	rule{
		Code: BoardNotUnanimous, Provision: model2008.At("Schs 1-2 art 8; Sch 3 art 18", "schedule/1"),
		Says:    "Without a meeting directors decide only where all who could have voted share a common view, or in a public company have signed the written resolution, and would have formed a quorum.",
		InForce: fromWhole, Event: boardDay, Applies: boardDispensed, Check: boardUnanimous, Weight: law.OwnRules,
		Remedy: "Obtain the agreement of the rest, or hold a meeting.",
	},
	rule{
		Code: BoardChairAwaited, Provision: model2008.At("Schs 1-2 art 12(4); Sch 3 art 12(5)", "schedule/1"),
		Says:    "If the chair is not participating within ten minutes of the time at which a directors' meeting was to start, the participating directors must appoint one of themselves to chair it.",
		InForce: fromWhole, Event: boardDay, Applies: boardMeets(BoardChair), Check: otherInChair, Weight: law.OwnRules,
		Remedy: "Appoint one of those participating to chair the meeting.",
	},
	rule{
		Code: InterestedCounted, Provision: model2008.At("Schs 1-2 art 14; Sch 3 arts 13(3), 16", "schedule/1"),
		Says:    "A director interested in a transaction with the company is not to be counted for quorum or vote on it, unless the members disapply that, no conflict is likely, or the cause is a permitted one.",
		InForce: fromWhole, Event: boardDay, Applies: boardUnder(BoardConflicts), Check: interestedOut, Weight: law.OwnRules,
		Remedy: "Take the decision again, the director not being counted.",
	},
	rule{
		Code: DirectorsOverruled, Provision: model2008.At("Schs 1-3 art 4(1)", "schedule/1"),
		Says:    "The members may by special resolution direct the directors to take, or refrain from taking, specified action.",
		InForce: fromWhole, Event: directedOn, Applies: directionUnderModel, Check: directedBySpecial, Weight: law.OwnRules,
		Remedy: "Put a special resolution; until then the directors are not bound.",
	},
	rule{
		Code: DirectionLooksBack, Provision: model2008.At("Schs 1-3 art 4(2)", "schedule/1"),
		Says:    "No such resolution invalidates anything which the directors have done before it was passed.",
		InForce: fromWhole, Event: directedOn, Applies: directionUnderModel, Check: directedAhead, Weight: law.OwnRules,
		Remedy: "Let what was done before stand.",
	},
)

func boardUnder(m ModelMatter) func(*kase) bool {
	return func(c *kase) bool { return c.Subject.BoardDecision.Stated() && underModel(c, m) }
}

// boardMeets is boardUnder for decisions at a meeting.
func boardMeets(m ModelMatter) func(*kase) bool {
	return func(c *kase) bool {
		if !boardUnder(m)(c) {
			return false
		}
		without, ok := law.Need(c, &c.Subject.BoardDecision.Ptr().WithoutMeeting, "board_decision.without_meeting")
		return ok && !without
	}
}

func boardDispensed(c *kase) bool {
	if !boardUnder(BoardVoting)(c) {
		return false
	}
	without, ok := law.Need(c, &c.Subject.BoardDecision.Ptr().WithoutMeeting, "board_decision.without_meeting")
	return ok && without
}

func directionUnderModel(c *kase) bool {
	return c.Subject.Direction.Stated() && underModel(c, ReservePower)
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
	m := modelOf(c)
	needs := max(fixed, m.Board.LeastQuorum)
	switch {
	case !ok1 || !ok2 || !ok3 || !ok4 || !ok5, attending-out >= needs, exempt && office < needs, b.CallsMeeting.Or(false):
		return
	case office == 1 && out == 0 && m.Board.SoleDirector && c.Doubt(soleDirector, soleDirectorYes, soleDirectorNo) == 0:
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
	d, err := DecideBoard(modelOf(c), c.On, yes, no, !out, chairFor)
	if err != nil {
		c.Unknown("board_decision.for", "How did the directors vote?")
	} else if !d.Passed {
		c.Breach("board_decision.for", "The decision was not carried: %v.", d)
	}
}

// boardUnanimous: a sole director of a private company needs no meeting and no quorum, so far
// as the doubt about that goes the right way.
func boardUnanimous(c *kase) {
	b := c.Subject.BoardDecision.Ptr()
	eligible, ok1 := law.Need(c, &b.Eligible, "board_decision.eligible")
	agreed, ok2 := law.Need(c, &b.Agreed, "board_decision.agreed")
	office, ok3 := law.Need(c, &b.InOffice, "board_decision.in_office")
	fixed, ok4 := law.Need(c, &b.FixedQuorum, "board_decision.fixed_quorum")
	if !ok1 || !ok2 || !ok3 || !ok4 {
		return
	}
	if agreed < eligible {
		c.Breach("board_decision.agreed", "%d of the %d directors who could have voted agreed.", agreed, eligible)
	}
	m := modelOf(c)
	needs := max(fixed, m.Board.LeastQuorum)
	sole := office == 1 && eligible == 1 && m.Board.SoleDirector
	if eligible < needs && (!sole || c.Doubt(soleDirector, soleDirectorYes, soleDirectorNo) == 1) {
		c.Breach("board_decision.eligible", "The %d directors who could have voted would have formed no quorum of %d.", eligible, needs)
	}
}

func otherInChair(c *kase) {
	b := c.Subject.BoardDecision.Ptr()
	late, ok := law.Need(c, &b.ChairLate, "board_decision.chair_late_minutes")
	if ok && late > modelOf(c).Board.ChairLate {
		must(c, &b.OtherChair, true, "board_decision.other_chair_appointed", "The chair was not there in time, and the directors appointed none of themselves to chair the meeting.")
	}
}

func interestedOut(c *kase) {
	list, _ := law.Need(c, &c.Subject.BoardDecision.Ptr().Interested, "board_decision.interested")
	for i := range list {
		at := func(field string) string { return law.Path("board_decision.interested", i, field) }
		d := &list[i]
		if counted, ok := law.Need(c, &d.Counted, at("counted")); !ok || !counted {
			continue
		}
		if d.Disapplied.Or(false) || d.NoConflict.Or(false) || d.Permitted.Or(false) {
			continue // one is enough
		}
		no1, ok1 := law.Need(c, &d.Disapplied, at("disapplied_by_members"))
		no2, ok2 := law.Ask(c, &d.NoConflict, at("no_conflict_likely"), "Can the interest not reasonably be regarded as likely to give rise to a conflict of interest?")
		no3, ok3 := law.Need(c, &d.Permitted, at("permitted_cause"))
		if ok1 && ok2 && ok3 && !no1 && !no2 && !no3 {
			c.Breach(at("counted"), "A director interested in the transaction was counted, to whom no exception applies.")
		}
	}
}

func directedBySpecial(c *kase) {
	must(c, &c.Subject.Direction.Ptr().BySpecial, true, "direction.by_special_resolution", "No special resolution directed the directors.")
}

func directedAhead(c *kase) {
	must(c, &c.Subject.Direction.Ptr().LooksBack, false, "direction.held_to_invalidate_acts_before", "The direction is held to invalidate what the directors had done before it.")
}
