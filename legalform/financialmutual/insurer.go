package financialmutual

import (
	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/internal/vote"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on mutual insurers.
const (
	InsurerNotCarried    law.Code = "financialmutual.insurer-special-not-carried"
	InsurerTurnoutTooLow law.Code = "financialmutual.insurer-turnout-too-low"
)

// An Insurer is a mutual insurer that is a company limited by guarantee, as facts at a
// date, with a special resolution put to it. The zero Insurer states nothing.
type Insurer struct {
	Held  law.Fact[law.Date]         `json:"held,omitzero"`
	Votes law.Fact[governance.Tally] `json:"votes,omitzero"`
	// Turnout is the floor under the votes cast that the articles set; no statute does.
	Turnout law.Fact[governance.Threshold] `json:"turnout,omitzero"`
}

// Check refuses facts that cannot be, naming the place.
func (s *Insurer) Check() error { return tallies("insurer", []string{"votes"}, &s.Votes) }

type (
	insurerRule = law.Rule[Insurer, Figures]
	insurerCase = law.Case[Insurer, Figures]
)

var insurerMet = law.Event[Insurer]{Path: "held", Of: func(s *Insurer) law.Fact[law.Date] { return s.Held }}

// since283 is since section 283 began, which in Northern Ireland was later.
var since283 = []law.Window{law.From(startS283, law.GreatBritain), law.From("2009-10-01", law.NorthernIreland)}

// InsurerRules returns every rule on mutual insurers.
func InsurerRules() *law.Rules[Insurer, Figures] { return insurers }

var insurers = law.Topic("mutual insurers",
	insurerRule{
		Code: InsurerNotCarried, Provision: companies2006.At("s. 283(4)-(5)", "section/283"),
		Says:    "A special resolution must be passed by not less than 75% of the votes cast.",
		InForce: since283, Event: insurerMet, Applies: insurerVotes, Check: insurerCarried,
		Remedy: "Put the resolution again.",
	},
	insurerRule{
		Code: InsurerTurnoutTooLow, Provision: ownArticles.At("turnout", ""), Weight: law.OwnRules,
		Says:    "Where the articles set a turnout, it must be reached.",
		InForce: since283, Event: insurerMet, Applies: hasTurnout, Check: insurerTurnout,
		Remedy: "Put the resolution again, or first amend the articles by their own majority.",
	},
)

func insurerVotes(c *insurerCase) bool { return c.Subject.Held.Stated() || c.Subject.Votes.Stated() }

func hasTurnout(c *insurerCase) bool { return c.Subject.Turnout.Stated() }

func insurerCarried(c *insurerCase) {
	vote.Carried(c, &c.Figures.InsurerSpecial, c.On, &c.Subject.Votes, "votes", "The special resolution")
}

func insurerTurnout(c *insurerCase) {
	floor, _ := law.Need(c, &c.Subject.Turnout, "turnout")
	votes, ok := law.Need(c, &c.Subject.Votes, "votes")
	switch {
	case !ok:
	case floor.Of == governance.AllEntitled && votes.Entitled == 0:
		c.Unknown("votes.entitled", "How many were entitled to vote, absent or not?")
	default:
		if r := floor.Turnout("", votes); !r.Passed {
			c.Breach("votes", "Too few voted for the articles: %v.", r)
		}
	}
}
