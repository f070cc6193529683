package lifecycle

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Decider is who decides at a gate.
type Decider uint8

// The deciders.
const (
	Team Decider = iota + 1
	BoardOrCouncil
	BoardOrCabinet
	FinanceAndLegal
	ElectedOrBoard
	Staff
	Commissioner
	BothSides
	ShadowBoard
	Employer
	Board
)

var deciderNames = []string{
	"", "team", "board-or-council", "board-or-cabinet", "finance-and-legal", "elected-members-or-board", "staff", "commissioner",
	"both-sides", "shadow-board", "employer", "board",
}

// String gives the JSON value.
func (d Decider) String() string { return law.NameOf(deciderNames, d) }

// MarshalText writes String.
func (d Decider) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what String writes.
func (d *Decider) UnmarshalText(b []byte) error {
	return law.ParseName(d, deciderNames, b, "a decider")
}

// A Gate is what lets a case leave a state.
type Gate struct {
	Of State `json:"of"`
	// Says is what must be so.
	Says string `json:"says"`
	// Evidence is what shows it, by names that events use.
	Evidence []string `json:"evidence,omitempty"`
	Decider  Decider  `json:"decider,omitzero"`
	// Advisory says that the decider is heard and does not decide.
	Advisory bool `json:"advisory,omitempty"`
	// Months is the usual stay: a judgement, for all but the first re-tender.
	Months law.Fact[Months] `json:"months,omitzero"`
	// Overlaps says that the work runs beside that of the state before, whose gate may be
	// passed later.
	Overlaps bool `json:"overlaps,omitempty"`
	// Source is what the gate is taken from, and Assumption why its months are assumed.
	Source     string `json:"source"`
	Assumption string `json:"assumption"`
}

// Months is a range of whole months.
type Months struct {
	Least int `json:"least"`
	Most  int `json:"most"`
}

const (
	process     = "GOV.UK, Start a public service mutual: the process; Becoming a public service mutual, toolkit; The right to run"
	judged      = "Months are a judgement, fitted to eleven bodies observed from start to trading."
	noMonths    = "No usual stay is told."
	ofContracts = "Months are those of contracts of three to five years, the first of which runs out."
)

func gate(s State, says string, d Decider, m Months, evidence ...string) Gate {
	return Gate{Of: s, Says: says, Decider: d, Months: law.Known(m), Evidence: evidence, Source: process, Assumption: judged}
}

// gates has the gate of each of the fourteen states, in order. Nobody writes to it.
var gates = gatesInOrder()

func gatesInOrder() []Gate {
	out := []Gate{
		gate(Idea, "A sponsor and a lead are named.", Team, Months{0, 3}, "starter-checklist", "vision"),
		gate(ExpressionOfInterest, "The expression of interest is accepted.", BoardOrCouncil, Months{1, 3}, "outcomes", "finance", "engagement-plan"),
		gate(OptionsAppraisal, "The mutual beats in-house, a council company, a joint venture, a trust, outsourcing and stopping.", BoardOrCabinet, Months{2, 4}, "scored-options", "market-and-risk-review"),
		gate(BusinessCase, "The plan is viable over three to five years.", FinanceAndLegal, Months{3, 6}, "five-year-forecast", "vat-and-pension-lines", "legal-form", "governance", "social-value"),
		gate(Approval, "The cabinet or board resolves, and scrutiny's call-in is passed.", ElectedOrBoard, Months{1, 3}, "minute", "equality-impact"),
		gate(Engagement, "Consultation is done, and the ballot where one is held.", Staff, Months{2, 4}, "turnout", "yes-share", "union-position"),
		gate(ProcurementRoute, "There is a lawful basis for the award.", Commissioner, Months{2, 9}, "award-record"),
		gate(Terms, "Contract, price, length, indicators, exit, property, systems, debt and pensions are agreed.", BothSides, Months{3, 6}, "heads-of-terms", "actuary-report", "guarantees"),
		gate(Shadow, "The body is registered, with a shadow board, and registered for care where it must be.", ShadowBoard, Months{2, 6}, "articles", "board-minutes"),
		gate(Mobilisation, "Measures are notified and liability information is given.", Employer, Months{2, 3}, "letters", "staff-list"),
		{Of: Live, Says: "The first day of trading has come.", Evidence: []string{"contract-start"}, Source: process, Assumption: noMonths},
		gate(Steady, "The first re-tender comes.", Board, Months{36, 60}, "accounts", "contract-count"),
		gate(Retender, "The contract is won, lost or extended.", Commissioner, Months{6, 12}, "award-notice"),
		{Of: Growth, Says: "Other commissioners, a joint venture or an acquisition come.", Evidence: []string{"revenue-mix"}, Decider: Board, Source: process, Assumption: noMonths},
	}
	out[Engagement-Idea].Overlaps, out[Engagement-Idea].Advisory = true, true
	out[Terms-Idea].Overlaps = true
	out[Steady-Idea].Assumption = ofContracts
	return out
}

// Gates lists the gate of each of the fourteen states, in order.
func Gates() []Gate {
	out := slices.Clone(gates)
	for i := range out {
		out[i].Evidence = slices.Clone(out[i].Evidence)
	}
	return out
}

// GateOf returns the gate of a state, and false for a state beside the way.
func GateOf(s State) (Gate, bool) {
	if s < Idea || s > Growth {
		return Gate{}, false
	}
	return Gates()[s-Idea], true
}

// gateOf is GateOf for reading within the package.
func gateOf(s State) *Gate { return &gates[s-Idea] }

// Asks reports whether the gate's evidence has a name.
func (g *Gate) Asks(evidence string) bool { return slices.Contains(g.Evidence, evidence) }

// Remaining returns the usual months from a state to the first day of trading: the least with
// all that may overlap beside other work, the most with every state after the other. It is
// false of a state that does not lead there.
func Remaining(from State) (Months, bool) {
	if !from.BeforeLaunch() {
		return Months{}, false
	}
	var sum Months
	for _, g := range gates[from-Idea : Live-Idea] {
		m, _ := g.Months.Get()
		if !g.Overlaps {
			sum.Least += m.Least
		}
		sum.Most += m.Most
	}
	return sum, true
}
