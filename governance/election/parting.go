package election

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Parting says how three or more equal candidates are parted by history. The texts speak of
// a stage at which candidates had unequal numbers, and can be read in two ways.
type Parting uint8

// At the nearest stage at which not all are equal those with fewest (or most) stay in, and
// the search goes on among them; or one candidate alone must have fewest (or most); or no two
// of all may be equal. Between two candidates the three are the same.
const (
	Narrowing Parting = iota
	OneAlone
	AllDifferent
)

var partings = []string{"narrowing", "one_alone", "all_different"}

// String gives the JSON value.
func (r Parting) String() string { return law.NameOf(partings, r) }

// MarshalText writes String.
func (r Parting) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what String writes.
func (r *Parting) UnmarshalText(b []byte) error {
	return law.ParseName(r, partings, b, "a way to part ties among several")
}

// reading returns what of a history a reading lets tied candidates be parted by.
func (r Parting) reading(why Why, tied []int, h history, way Back) history {
	if r == Narrowing || way == NoHistory {
		return h
	}
	for i := range h {
		votes := h[i]
		if way == Backwards {
			votes = h[len(h)-1-i]
		}
		if r == OneAlone && len(extremes(tied, votes, why == ToExclude)) == 1 || r == AllDifferent && differ(tied, votes) {
			return history{votes}
		}
	}
	return nil
}

// differ reports whether no two candidates have the same votes.
func differ(cs []int, votes []int64) bool {
	all := make([]int64, len(cs))
	for i, c := range cs {
		all[i] = votes[c]
	}
	slices.Sort(all)
	return len(slices.Compact(all)) == len(cs)
}

// breakTieAs breaks a tie by one reading of a rule's history.
func (t *tally) breakTieAs(why Why, tied []int, h history, way Back, r Parting) (int, error) {
	return t.breakTie(why, slices.Sorted(slices.Values(tied)), r.reading(why, tied, h, way), way)
}
