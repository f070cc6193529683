package election

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// ErrLotNeeded is wrapped where candidates are tied, the rule's own history does not part
// them, and no lot was given. The error is a *LotNeeded.
var ErrLotNeeded = errors.New("a lot is needed")

// A LotNeeded names the candidates between whom lots must be drawn.
type LotNeeded struct {
	// Stage is the one that the lot decides, from 1.
	Stage int
	Why   Why
	// Tied are numbers of candidates, Names their names.
	Tied  []int
	Names []string
}

// Error says who is tied, and for what.
func (l *LotNeeded) Error() string {
	what := "for whose surplus goes first"
	if l.Why == ToExclude {
		what = "for who is excluded"
	}
	return fmt.Sprintf("%v at stage %d, %s: candidates %v %q are equal", ErrLotNeeded, l.Stage, what, l.Tied, l.Names)
}

// Unwrap returns ErrLotNeeded.
func (l *LotNeeded) Unwrap() error { return ErrLotNeeded }

// Why says what a tie was about.
type Why uint8

// A tie is about who is excluded, or is left out of the last place, or whose surplus goes first.
const (
	ToExclude Why = iota + 1
	ToTransfer
)

var whys = []string{"", "exclude", "surplus"}

// String gives the JSON value.
func (w Why) String() string { return law.NameOf(whys, w) }

// MarshalText writes String.
func (w Why) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// UnmarshalText reads what String writes.
func (w *Why) UnmarshalText(b []byte) error { return law.ParseName(w, whys, b, "what a tie is about") }

// By says what broke a tie.
type By uint8

// A tie is broken by the history of the count, or else by lot.
const (
	ByHistory By = iota + 1
	ByLot
)

var bys = []string{"", "history", "lot"}

// String gives the JSON value.
func (b By) String() string { return law.NameOf(bys, b) }

// MarshalText writes String.
func (b By) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// UnmarshalText reads what String writes.
func (b *By) UnmarshalText(text []byte) error {
	return law.ParseName(b, bys, text, "what broke a tie")
}

// Back says which way a rule's history is searched.
type Back uint8

// A history is not searched at all; from the most recent earlier point back; or from the
// first point on.
const (
	NoHistory Back = iota
	Backwards
	Forwards
)

var backs = []string{"none", "backwards", "forwards"}

// String gives the JSON value.
func (b Back) String() string { return law.NameOf(backs, b) }

// MarshalText writes String.
func (b Back) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// UnmarshalText reads what String writes.
func (b *Back) UnmarshalText(text []byte) error {
	return law.ParseName(b, backs, text, "a way through history")
}

// A history is the votes of all candidates at each point that a rule looks back to: ends of
// stages, or in some rules of parts of them.
type history [][]int64

// add keeps the votes of a point.
func (h *history) add(votes []int64) { *h = append(*h, slices.Clone(votes)) }

// breakTie chooses one of candidates who are equal now. It goes through history the rule's
// way to the nearest point at which not all are equal, keeps those with fewest votes there
// (most, where a surplus is at stake), goes on among them, and leaves what is still
// equal to the lot. The tie is recorded. Candidates count from 0, in ascending order.
func (t *tally) breakTie(why Why, tied []int, h history, way Back) (int, error) {
	left := slices.Clone(tied)
	for i := range h {
		if way == NoHistory || len(left) == 1 {
			break
		}
		votes := h[i]
		if way == Backwards {
			votes = h[len(h)-1-i]
		}
		left = extremes(left, votes, why == ToExclude)
	}
	tie := Tie{Why: why, Tied: numbers(tied), By: ByHistory}
	chosen := left[0]
	if len(left) > 1 {
		var err error
		if chosen, err = t.draw(why, left); err != nil {
			return 0, err
		}
		tie.By, tie.Left = ByLot, numbers(left)
	}
	tie.Chosen = chosen + 1
	t.res.Ties = append(t.res.Ties, tie)
	return chosen, nil
}

// extremes keeps the candidates with fewest votes, or with most.
func extremes(cs []int, votes []int64, fewest bool) []int {
	best := votes[cs[0]]
	for _, c := range cs {
		if fewest {
			best = min(best, votes[c])
		} else {
			best = max(best, votes[c])
		}
	}
	var out []int
	for _, c := range cs {
		if votes[c] == best {
			out = append(out, c)
		}
	}
	return out
}

// draw takes the first of equals in the order of the lot.
func (t *tally) draw(why Why, left []int) (int, error) {
	if t.lot.choose != nil {
		return t.lot.choose(left), nil
	}
	for _, c := range left {
		if t.lot.place[c] == 0 {
			l := &LotNeeded{Stage: len(t.res.Stages) + 1, Why: why, Tied: numbers(left)}
			for _, c := range left {
				l.Names = append(l.Names, t.b.names[c])
			}
			return 0, l
		}
	}
	return slices.MinFunc(left, t.lot.compare), nil
}

// byVotes orders candidates for election: most votes first, equals as the lot has them, or
// by number where it does not.
func (t *tally) byVotes(cs []int, votes []int64) []int {
	out := slices.Clone(cs)
	slices.SortStableFunc(out, func(x, y int) int { return cmp.Or(cmp.Compare(votes[y], votes[x]), t.lot.compare(x, y)) })
	return out
}

// compare orders candidates by the lot; those outside it come last, by number.
func (l *lot) compare(x, y int) int {
	if (l.place[x] == 0) != (l.place[y] == 0) {
		return cmp.Compare(l.place[y], l.place[x])
	}
	return cmp.Or(cmp.Compare(l.place[x], l.place[y]), cmp.Compare(x, y))
}
