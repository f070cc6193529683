package lifecycle

import "github.com/rochdale-go/rochdale/legalform/law"

// A Kind is what sort of event it is.
type Kind uint8

// Begun is always the first. GatePassed names its gate. Resumed may name an earlier state, to
// which a case that was reshaped returns. From Balloted on, events leave the state as it is.
const (
	Begun Kind = iota + 1
	GatePassed
	Launched
	Settled
	RetenderBegan
	RetenderWon
	RetenderExtended
	RetenderLost
	Grew
	Held
	Blocked
	Resumed
	Dropped
	ParentTaken
	Refused
	WentElsewhere
	Diluted
	AbsorbedByParent
	WasWoundDown
	MergedInto
	Balloted
	Challenged
	Supported
	NoticeGiven
	Restored
)

var kindNames = []string{
	"", "begun", "gate-passed", "launched", "settled", "re-tender-began", "re-tender-won", "re-tender-extended", "re-tender-lost",
	"grew", "held", "blocked", "resumed", "abandoned", "taken-over", "rejected", "launched-elsewhere", "demutualised", "absorbed",
	"wound-down", "merged", "balloted", "challenged", "supported", "notice-given", "restored",
}

// String gives the JSON value.
func (k Kind) String() string { return law.NameOf(kindNames, k) }

// MarshalText writes String.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *Kind) UnmarshalText(b []byte) error {
	return law.ParseName(k, kindNames, b, "a kind of event")
}

// A Log is what is told of one case.
type Log struct {
	// InPart says that not every step is told: gates may be left out, and times.
	InPart bool    `json:"in_part,omitempty"`
	Events []Event `json:"events"`
	// Until is the last day for which the log speaks.
	Until law.Date `json:"until"`
	// Parties are others who have a part in the case.
	Parties []Party `json:"parties,omitempty"`
}

// An Event is one thing that happened.
type Event struct {
	// When is not told only in a log that tells a life in part.
	When When `json:"when,omitzero"`
	Kind Kind `json:"kind"`
	// Gate is the gate passed, by its state.
	Gate law.Fact[State] `json:"gate,omitzero"`
	// Evidence is what was shown at a gate, by the names of Gate.Evidence.
	Evidence []string `json:"evidence,omitempty"`
	// To is the state to which a case resumes; where none is stated, that in which it stopped.
	To law.Fact[State] `json:"to,omitzero"`
	// Ballot is of a ballot alone.
	Ballot law.Fact[Ballot] `json:"ballot,omitzero"`
	// Says tells it in a sentence.
	Says string `json:"says,omitempty"`
	// Sources are what tells of it, and Doubt what in it is not sure.
	Sources []string `json:"sources,omitempty"`
	Doubt   string   `json:"doubt,omitempty"`
}

// A Signal is what a ballot says.
type Signal uint8

// The signals.
const (
	InFavour Signal = iota + 1
	Against
	Tied
)

var signalNames = []string{"", "in-favour", "against", "tied"}

// String gives the JSON value.
func (s Signal) String() string { return law.NameOf(signalNames, s) }

// MarshalText writes String.
func (s Signal) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what String writes.
func (s *Signal) UnmarshalText(b []byte) error { return law.ParseName(s, signalNames, b, "a signal") }

// A Ballot is a vote or a survey of staff, with what is told of its figures.
type Ballot struct {
	// By says who held it.
	By       string           `json:"by,omitempty"`
	Entitled law.Fact[int]    `json:"entitled,omitzero"`
	Voted    law.Fact[int]    `json:"voted,omitzero"`
	For      law.Fact[int]    `json:"for,omitzero"`
	Against  law.Fact[int]    `json:"against,omitzero"`
	Result   law.Fact[Signal] `json:"result,omitzero"`
	// ShareFor is the share of the votes that was in favour.
	ShareFor law.Fact[law.Ratio] `json:"share_for,omitzero"`
}

// Signal returns what the ballot says: its result as told, or else what its votes or the share
// in favour give, more than half either way. It is false where nothing tells.
func (b *Ballot) Signal() (Signal, bool) {
	if s, ok := b.Result.Get(); ok {
		return s, true
	}
	return b.reckoned()
}

func (b *Ballot) reckoned() (Signal, bool) {
	yes, ok1 := b.For.Get()
	no, ok2 := b.Against.Get()
	if !ok1 || !ok2 {
		share, ok := b.ShareFor.Get()
		if !ok {
			return 0, false
		}
		yes, no = share.Cmp(law.Per(1, 2)), 0
	}
	switch {
	case yes > no:
		return InFavour, true
	case yes < no:
		return Against, true
	}
	return Tied, true
}

// A Role is the part of a party other than the staff and the parent.
type Role uint8

// The roles: what a charity, an adviser, a lender or a firm may be to a case.
const (
	Mentor Role = iota + 1
	Partner
	JointVenturer
	ConsortiumMember
	Subcontractor
	Supplier
	Lender
	Rival
)

var roleNames = []string{
	"", "mentor", "partner", "joint-venture-partner", "consortium-member", "subcontractor", "supplier", "lender", "rival",
}

// String gives the JSON value.
func (r Role) String() string { return law.NameOf(roleNames, r) }

// MarshalText writes String.
func (r Role) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what String writes.
func (r *Role) UnmarshalText(b []byte) error { return law.ParseName(r, roleNames, b, "a role") }

// Evidenced reports whether a party in the role must give, in an expression of interest, the
// same evidence of finance and capability as the lead; its unsuitability can then sink it.
func (r Role) Evidenced() bool { return r == ConsortiumMember || r == Subcontractor }

// Exposed reports whether a party in the role loses its part of the work with the contract.
func (r Role) Exposed() bool { return r >= Partner && r <= Supplier }

// Competes reports whether a party in the role competes in the procurement that an accepted
// expression of interest leads to.
func (r Role) Competes() bool { return r == Rival }

// A Party is a body with a part in a case.
type Party struct {
	Name string `json:"name"`
	Role Role   `json:"role"`
	// Charity says whether it is one.
	Charity law.Fact[bool] `json:"charity,omitzero"`
	// Stake is its share of a joint venture.
	Stake law.Fact[law.Ratio] `json:"stake,omitzero"`
	// Unsuitable says that the authority found it so.
	Unsuitable law.Fact[bool] `json:"unsuitable,omitzero"`
	Says       string         `json:"says,omitempty"`
	Sources    []string       `json:"sources,omitempty"`
	Doubt      string         `json:"doubt,omitempty"`
}
