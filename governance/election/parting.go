package election

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Parting says how three or more equal candidates are parted by history. The texts speak of
// a stage at which candidates had unequal numbers, and can be read in two ways.
type Parting uint8

// At the nearest stage at which not all are equal those with fewest (or most) stay in, and
// the search goes on among them; or one candidate alone must have fewest (or most).
const (
	Narrowing Parting = iota
	OneAlone
)

var partings = []string{"narrowing", "one_alone"}

// String gives the JSON value.
func (r Parting) String() string { return law.NameOf(partings, r) }

// MarshalText writes String.
func (r Parting) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what String writes.
func (r *Parting) UnmarshalText(b []byte) error {
	return law.ParseName(r, partings, b, "a way to part ties among several")
}

// breakTieAs breaks a tie by one reading of a rule's history.
func (t *tally) breakTieAs(why Why, tied []int, h history, way Back, r Parting) (int, error) {
	if r == OneAlone && way != NoHistory {
		for i := range h {
			votes := h[i]
			if way == Backwards {
				votes = h[len(h)-1-i]
			}
			if alone := extremes(tied, votes, why == ToExclude); len(alone) == 1 {
				return t.breakTie(why, tied, history{votes}, Forwards)
			}
		}
		way = NoHistory
	}
	return t.breakTie(why, slices.Sorted(slices.Values(tied)), h, way)
}
