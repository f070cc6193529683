package lifecycle

import (
	"strconv"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A State is where a case stands. The first fourteen are in the order of a life.
type State uint8

// The states on the way to trading, those of a body that trades, and those in which a case
// stops or ends.
const (
	Idea State = iota + 1
	ExpressionOfInterest
	OptionsAppraisal
	BusinessCase
	Approval
	Engagement
	ProcurementRoute
	Terms
	Shadow
	Mobilisation
	Live
	Steady
	Retender
	Growth
	Abandoned
	TakenOver
	OnHold
	Rejected
	BlockedByCourt
	LaunchedElsewhere
	Demutualised
	Absorbed
	WoundDown
	Merged
)

var stateNames = []string{
	"", "idea", "expression-of-interest", "options-appraisal", "business-case", "approval-in-principle", "engagement-and-ballot",
	"procurement-route", "due-diligence-and-terms", "incorporation-and-shadow", "transfer-and-mobilisation", "live", "steady-state",
	"re-tender", "growth", "abandoned", "taken-over", "on-hold", "rejected", "blocked-by-court", "launched-elsewhere",
	"demutualised", "absorbed", "wound-down", "merged-with-peer",
}

// States lists all states in order.
func States() []State {
	out := make([]State, 0, Merged)
	for s := Idea; s <= Merged; s++ {
		out = append(out, s)
	}
	return out
}

// Label returns "L0" to "L13", and nothing for a state beside the way.
func (s State) Label() string {
	if s < Idea || s > Growth {
		return ""
	}
	return "L" + strconv.Itoa(int(s-Idea))
}

// BeforeLaunch reports whether a case in the state is on its way and does not trade yet.
func (s State) BeforeLaunch() bool { return s >= Idea && s <= Mobilisation }

// Trading reports whether a body in the state trades as a mutual.
func (s State) Trading() bool { return s >= Live && s <= Growth }

// Stopped reports whether a case in the state may go on again: it is on hold, or a court has
// stopped a decision, which may be taken anew.
func (s State) Stopped() bool { return s == OnHold || s == BlockedByCourt }

// Ended reports whether nothing comes after the state.
func (s State) Ended() bool { return s >= Abandoned && s <= Merged && !s.Stopped() }

// String gives the JSON value.
func (s State) String() string { return law.NameOf(stateNames, s) }

// MarshalText writes String.
func (s State) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what String writes.
func (s *State) UnmarshalText(b []byte) error {
	return law.ParseName(s, stateNames, b, "a state of a case")
}

// set is a number of states.
type set uint32

func of(states ...State) (x set) {
	for _, s := range states {
		x |= 1 << s
	}
	return x
}

func through(first, last State) (x set) {
	for s := first; s <= last; s++ {
		x |= 1 << s
	}
	return x
}

func (x set) has(s State) bool { return x&(1<<s) != 0 }
