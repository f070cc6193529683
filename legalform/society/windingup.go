package society

import (
	"fmt"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on a resolution to wind up.
const (
	WindingUpNotCarried law.Code = "society.winding-up-not-carried"
	WindingUpSentLate   law.Code = "society.winding-up-sent-late"
	WindingUpNotAnnexed law.Code = "society.winding-up-not-annexed"
)

// A WindingUp is a resolution to wind the society up voluntarily, made as for a company.
type WindingUp struct {
	Passed law.Fact[law.Date] `json:"passed,omitzero"`
	// Votes counts votes as the society's rules give them.
	Votes law.Fact[governance.Tally] `json:"votes,omitzero"`
	// Sent is the day on which the registrar was sent a copy.
	Sent law.Fact[law.Date] `json:"sent,omitzero"`
	// Annexed says that a copy goes with every copy of the rules issued since.
	Annexed law.Fact[bool] `json:"annexed_to_rules,omitzero"`
}

func (x *WindingUp) check() error {
	if t := x.Votes.Ptr(); t != nil {
		if err := t.Check(); err != nil {
			return fmt.Errorf("votes: %w", err)
		}
	}
	return nil
}

var woundUp = event{Path: "winding_up.passed", Of: func(s *Society) law.Fact[law.Date] {
	if x := s.WindingUp.Ptr(); x != nil {
		return x.Passed
	}
	return law.Fact[law.Date]{}
}}

// The 1965 Act left the whole of this to the Companies Acts of the day.
var windingUps = law.Topic("winding ups",
	rule{
		Code: WindingUpNotCarried, Provision: act2014.At("s. 123(1)-(2)", "section/123"),
		Says: "A society may be wound up voluntarily on a resolution made as for a company: a special resolution, by a majority of not less than 75% " +
			"of the votes.",
		InForce: from2014, Event: woundUp, Applies: windsUp, Check: windingUpCarried,
		Remedy: "Put the resolution again, or dissolve the society by an instrument.",
	},
	rule{
		Code: WindingUpSentLate, Provision: act2014.At("s. 123(3)(a)", "section/123"),
		Says:    "A copy of the resolution for voluntary winding up must be sent to the registrar within 15 days after it is passed.",
		InForce: from2014, Event: woundUp, Applies: windsUp, Check: windingUpSent,
		Remedy: "Send the copy at once; the default is an offence of the society, its officers and its liquidator.",
	},
	rule{
		Code: WindingUpNotAnnexed, Provision: act2014.At("s. 123(3)(b)", "section/123"),
		Says:    "A copy of the resolution must be annexed to every copy of the registered rules issued after it is passed.",
		InForce: from2014, Event: woundUp, Applies: windsUp, Check: windingUpAnnexed,
		Remedy: "Annex it to every copy of the rules.",
	},
)

func windsUp(c *kase) bool { return c.Subject.WindingUp.Stated() }

func windingUpCarried(c *kase) {
	if f, ok := law.Read(c, &c.Figures.WindingUpMajority, c.On); ok {
		carriedBy(c, &c.Subject.WindingUp.Ptr().Votes, "winding_up.votes", atLeast(f))
	}
}

func windingUpSent(c *kase) {
	if days, ok := law.Read(c, &c.Figures.WindingUpDays, c.On); ok {
		sentBy(c, "The copy of the resolution", &c.Subject.WindingUp.Ptr().Sent, "winding_up.sent", windingUpLast(c.On, days))
	}
}

// WindingUpDue returns the last day on which the registrar may be sent the copy of a
// resolution to wind up that was passed on a day. It returns no date where the figures
// hold none.
func (f *Figures) WindingUpDue(passed law.Date) law.Date {
	days, ok := figureAt(&f.WindingUpDays, passed)
	if !ok {
		return law.Date{}
	}
	return windingUpLast(passed, days)
}

func windingUpLast(passed law.Date, days int) law.Date { return law.DaysFrom(passed, days) }

func windingUpAnnexed(c *kase) {
	wantYes(c, &c.Subject.WindingUp.Ptr().Annexed, "winding_up.annexed_to_rules",
		"Is a copy of the resolution annexed to every copy of the rules issued since?",
		"Copies of the rules were issued without the resolution to wind up.")
}
