package election

import "github.com/rochdale-go/rochdale/legalform/law"

// A Result is what a count gives: who is elected and every stage on the way. All figures of
// votes are in Unit. Candidates are named by number, from 1.
type Result struct {
	// Rule is the name of the rule, Varied which of its parameters are not the usual ones.
	Rule   string
	Varied []string
	Title  string
	// Candidates are all names in the order of the ballot paper, Withdrawn those out of it.
	Candidates []string
	Withdrawn  []int
	Unit       Unit
	Valid      int64
	// Blank papers rank nobody, Spent ones only candidates who have withdrawn, and Invalid
	// ones break the rule, as by more marks than there are seats. None is in the valid total.
	Blank   int64
	Spent   int64
	Invalid int64
	Seats   int
	// Quota is the one at the end of the count, 0 where the rule has none.
	Quota int64
	// Elected are in order of election.
	Elected []int
	Stages  []Stage
	Ties    []Tie
	// Pairwise, in rules that compare candidates two by two, is by row the votes that prefer
	// a candidate to that of the column.
	Pairwise [][]int64
	// Lot is the order or seed that was given, whether or not it was needed.
	Lot *Lot
}

// Kind is what happens in a stage.
type Kind uint8

// A stage is the first count, the transfer of a surplus, an exclusion, the filling of the
// last places without a transfer, or a round of iterations that end in who is elected or
// excluded.
const (
	First Kind = iota + 1
	Surplus
	Exclude
	Fill
	Round
)

var kinds = []string{"", "first", "surplus", "exclude", "fill", "round"}

// String gives the JSON value.
func (k Kind) String() string { return law.NameOf(kinds, k) }

// MarshalText writes String.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *Kind) UnmarshalText(b []byte) error { return law.ParseName(k, kinds, b, "a kind of stage") }

// A Stage is one column of a count sheet.
type Stage struct {
	N    int
	Kind Kind
	// Of is whose surplus, or who is excluded, or who fills the last places.
	Of Who
	// Transfer is the value of each paper transferred, where the rule has one for all.
	Transfer law.Fact[int64]
	// Quota is the one at this stage, in rules whose quota may change; 0 in others.
	Quota int64
	// Votes are those of every candidate at the end of the stage, NonTransferable all that
	// has passed out of the count so far.
	Votes           []int64
	NonTransferable int64
	// Elected and Excluded are those of this stage.
	Elected  []int
	Excluded []int
	// Iterations are those of a stage that iterates, Keep the part of each vote that a
	// candidate keeps, in units, and Surplus what is still to be transferred.
	Iterations int
	Keep       []int64
	Surplus    law.Fact[int64]
}

// A Who names the candidates of a stage: one, as a number in JSON, or those that go together
// by a rule that lets several, as a list even of one. The zero Who names nobody.
type Who struct {
	list   []int
	listed bool
}

// One names one candidate of a rule that takes one at a time.
func One(candidate int) Who { return Who{list: []int{candidate}} }

// Together names candidates of a rule that may take several at a time.
func Together(candidates ...int) Who { return Who{candidates, true} }

// List returns the candidates' numbers, read-only.
func (w Who) List() []int { return w.list }

// IsZero reports whether nobody is named.
func (w Who) IsZero() bool { return len(w.list) == 0 }

// A Tie is a choice among equals.
type Tie struct {
	Why    Why   `json:"why"`
	Tied   []int `json:"tied"`
	By     By    `json:"by"`
	Chosen int   `json:"chosen"`
	// Left are those still equal after history, between whom the lot chose.
	Left []int `json:"left,omitempty"`
}
