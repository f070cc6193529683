package lifecycle

import "github.com/rochdale-go/rochdale/legalform/law"

// A History is what a log comes to. Times are narrowed by their neighbours.
type History struct {
	// Stays are the states in the order of time; the To of the last is not told.
	Stays []Stay `json:"stays"`
	// Gates are those that were passed, and those that must have been and are untold. A case
	// that resumes at an earlier step passes some of them again.
	Gates   []Passage `json:"gates,omitempty"`
	Ballots []Voice   `json:"ballots,omitempty"`
	// Launched is the first day of trading as a mutual, and Ended the day of the end.
	Launched When     `json:"launched,omitzero"`
	Ended    When     `json:"ended,omitzero"`
	Contract Contract `json:"contract,omitzero"`
	Parties  []Party  `json:"parties,omitempty"`
	InPart   bool     `json:"in_part,omitempty"`
	Until    law.Date `json:"until"`
}

// A Stay is a time in one state.
type Stay struct {
	State State `json:"state"`
	From  When  `json:"from"`
	To    When  `json:"to,omitzero"`
}

// A Passage is a gate on the way.
type Passage struct {
	Gate State `json:"gate"`
	When When  `json:"when,omitzero"`
	// Told says that a source tells of it; a gate that is not told is not known to have been
	// passed as it should.
	Told    bool    `json:"told"`
	Decider Decider `json:"decider,omitzero"`
	// Shown and Lacking are of the gate's evidence.
	Shown   []string `json:"shown,omitempty"`
	Lacking []string `json:"lacking,omitempty"`
	// AlsoFrom are parties who must show the same evidence as the lead.
	AlsoFrom []string `json:"also_from,omitempty"`
	Doubt    string   `json:"doubt,omitempty"`
}

// A Sequel is what followed a ballot.
type Sequel uint8

// The sequels; none where the case was still on its way when last heard of.
const (
	WentAhead Sequel = iota + 1
	DidNot
)

var sequelNames = []string{"", "went-ahead", "did-not"}

// String gives the JSON value.
func (s Sequel) String() string { return law.NameOf(sequelNames, s) }

// MarshalText writes String.
func (s Sequel) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what String writes.
func (s *Sequel) UnmarshalText(b []byte) error { return law.ParseName(s, sequelNames, b, "a sequel") }

// A Voice is a ballot, what it said and what followed: the boards decided, not the vote.
type Voice struct {
	When When `json:"when"`
	// Signal is none where nothing tells.
	Signal Signal `json:"signal,omitzero"`
	Then   Sequel `json:"then,omitzero"`
}

// A Contract is how a trading body stands with its commissioner.
type Contract uint8

// The standings of a contract; none before the launch.
const (
	ContractHeld Contract = iota + 1
	UnderNotice
	ContractLost
)

var contractNames = []string{"", "held", "under-notice", "lost"}

// String gives the JSON value.
func (c Contract) String() string { return law.NameOf(contractNames, c) }

// MarshalText writes String.
func (c Contract) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads what String writes.
func (c *Contract) UnmarshalText(b []byte) error {
	return law.ParseName(c, contractNames, b, "how a contract stands")
}

// Last returns the state in which the log leaves the case.
func (h *History) Last() State {
	if len(h.Stays) == 0 {
		return 0
	}
	return h.Stays[len(h.Stays)-1].State
}

// Fate returns what became of the case. It is not stated where a log that tells a life in part
// breaks off on the way or on hold: nobody knows. What a court stopped, and nobody tells of
// taking up again, was stopped.
func (h *History) Fate() law.Fact[State] {
	if last := h.Last(); last != 0 && (!h.InPart || last.Ended() || last.Trading() || last == BlockedByCourt) {
		return law.Known(last)
	}
	return law.Fact[State]{}
}

// At returns the state on a day, where the times leave no doubt of it. It is not stated before
// the case began, while a step may have fallen on either side of the day, after the log ends,
// and where Fate is not stated, after the last event.
func (h *History) At(day law.Date) law.Fact[State] {
	fate := h.Fate()
	for i := range h.Stays {
		s := &h.Stays[i]
		last := i == len(h.Stays)-1
		switch {
		case day.Before(s.From.Last):
			return law.Fact[State]{}
		case last && !fate.Stated() && day.After(s.From.Last):
			return law.Fact[State]{}
		case last && (s.State.Ended() || !day.After(h.Until)), !last && day.Before(s.To.First):
			return law.Known(s.State)
		}
	}
	return law.Fact[State]{}
}

// ToLaunch returns the months from the beginning to the first day of trading, and false where
// it did not launch, or no bound is known.
func (h *History) ToLaunch() (Months, bool) {
	if len(h.Stays) == 0 {
		return Months{}, false
	}
	return h.LaunchFrom(h.Stays[0].From)
}

// LaunchFrom returns the months from an earlier time to the first day of trading.
func (h *History) LaunchFrom(from When) (Months, bool) {
	if h.Launched.IsZero() {
		return Months{}, false
	}
	return from.Until(h.Launched)
}

// Lived returns the months from the first day of trading to the end, or to the end of the log
// for one that has not ended.
func (h *History) Lived() (Months, bool) {
	if h.Launched.IsZero() {
		return Months{}, false
	}
	if h.Ended.IsZero() {
		return h.Launched.Until(On(h.Until))
	}
	return h.Launched.Until(h.Ended)
}

// Exposed lists the parties whose part of the work goes with a contract that is under notice or
// lost.
func (h *History) Exposed() []string {
	if h.Contract != UnderNotice && h.Contract != ContractLost {
		return nil
	}
	var out []string
	for i := range h.Parties {
		if h.Parties[i].Role.Exposed() {
			out = append(out, h.Parties[i].Name)
		}
	}
	return out
}

// Untold lists the gates that must have been passed and of which no source tells.
func (h *History) Untold() []State {
	var out []State
	for i := range h.Gates {
		if !h.Gates[i].Told {
			out = append(out, h.Gates[i].Gate)
		}
	}
	return out
}
