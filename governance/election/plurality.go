package election

import (
	"fmt"
	"math"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Plurality is the rule of marks: those with most of them are elected, in one stage.
//
// A paper that ranks candidates marks all of them; one that ranks several equal, as a paper
// with crosses does, marks those alike. Papers that give points are for rules that heap.
type Plurality struct {
	About
	// Marks is the most that a paper may make: 0 for as many as there are seats, AnyNumber
	// for any.
	Marks int `json:"marks"`
	// Over is what becomes of a paper with more.
	Over Over `json:"over"`
}

// AnyNumber is the limit of marks where there is none.
const AnyNumber = -1

// Over says what becomes of a paper with too many marks.
type Over uint8

// A paper with too many marks is invalid; or, where it ranks candidates, its first marks
// count and the later ones do not. Ranks that cannot be cut because candidates are equal
// in them make it invalid all the same.
const (
	OverInvalid Over = iota + 1
	OverFirst
)

var overs = []string{"", "invalid", "first"}

// String gives the JSON value.
func (o Over) String() string { return law.NameOf(overs, o) }

// MarshalText writes String.
func (o Over) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// UnmarshalText reads what String writes.
func (o *Over) UnmarshalText(b []byte) error {
	return law.ParseName(o, overs, b, "what becomes of too many marks")
}

// FPTP is first past the post: one mark, one seat; the highest total wins. A ranked paper
// counts for its first preference. Of equals, the Act gives the one on whom the lot falls a
// further vote; here a lot says who is left out, which comes to the same.
func FPTP() Plurality {
	return Plurality{
		About: About{
			Name: "fptp", Title: "First past the post", SingleWinner: true, Takes: Takes{Equal: true},
			Source: "Representation of the People Act 1983, Schedule 1, rules 18, 47 and 49",
		},
		Marks: 1, Over: OverFirst,
	}
}

// SNTV is the single non-transferable vote: one mark, several seats.
func SNTV() Plurality {
	p := FPTP()
	p.Name, p.Title, p.Source, p.SingleWinner = "sntv", "Single non-transferable vote", custom, false
	return p
}

// custom is the source of rules that no one text lays down.
const custom = "common usage; the body's own rules"

// Block is the block vote: a mark for each seat, no more than one for each candidate.
func Block() Plurality {
	return Plurality{
		About: About{
			Name: "block", Title: "Block vote", Takes: Takes{Equal: true},
			Source: custom,
		},
		Over: OverInvalid,
	}
}

// Limited is the limited vote: fewer marks than seats.
func Limited(marks int) Plurality {
	p := Block()
	p.Name, p.Title, p.Source, p.Marks = "limited", "Limited vote", custom, marks
	return p
}

// Cumulative is the cumulative vote: a mark for each seat, which may be heaped on one
// candidate. Heaps are papers that give points.
func Cumulative() Plurality {
	p := Block()
	p.Name, p.Title, p.Source, p.Takes.Points = "cumulative", "Cumulative vote", custom, true
	return p
}

// Approval is the approval vote: any number of marks.
func Approval() Plurality {
	p := Block()
	p.Name, p.Title, p.Source, p.Marks = "approval", "Approval vote", custom, AnyNumber
	return p
}

func (p Plurality) with(parameters []byte) (Rule, error) { return decode(p, parameters) }

func (p Plurality) count(t *tally) error {
	most := p.Marks
	switch {
	case most < AnyNumber:
		return fmt.Errorf("%w: %s: marks: %d is no number of marks", ErrRule, p.Name, most)
	case p.Over != OverInvalid && p.Over != OverFirst:
		return fmt.Errorf("%w: %s: over: %v", ErrRule, p.Name, p.Over)
	case most == 0:
		most = t.seats
	case most == AnyNumber || most > t.n:
		most = t.n
	}
	if t.valid > math.MaxInt64/int64(most) {
		return tooMany(t, most)
	}
	votes := make([]int64, t.n)
	invalid := int64(0)
	for i := range t.b.start {
		w := t.b.weight[i] * t.scale
		if t.b.points != nil {
			if !t.heap(votes, i, int64(most), w) {
				invalid += w
			}
			continue
		}
		if !p.mark(t.b.prefs[t.b.start[i]:t.b.end(i)], votes, most, w) {
			invalid += w
		}
	}
	return t.highest(votes, invalid, most == 1)
}

// mark adds the marks of a paper and reports whether it is valid.
func (p Plurality) mark(prefs []uint16, votes []int64, most int, w int64) bool {
	if len(prefs) > most {
		if p.Over != OverFirst || prefs[most-1]&equal != 0 {
			return false
		}
		prefs = prefs[:most]
	}
	for _, c := range prefs {
		votes[c&^equal] += w
	}
	return true
}

// heap adds the points of a paper and reports whether they are no more than there may be.
func (t *tally) heap(votes []int64, i int, most, w int64) bool {
	from, to := t.b.start[i], t.b.end(i)
	sum := int64(0)
	for _, x := range t.b.points[from:to] {
		sum += int64(x)
	}
	if sum > most {
		return false
	}
	for at := from; at < to; at++ {
		votes[t.b.prefs[at]] += int64(t.b.points[at]) * w
	}
	return true
}

// tooMany refuses papers whose marks could pass an int64.
func tooMany(t *tally, marks int) error {
	return fmt.Errorf("%w: %s: papers that weigh %s are too many for %d marks each", ErrBallots, t.about.Name, t.unit.Format(t.valid), marks)
}

// highest elects those with most votes, in one stage. Equals about the last place are left
// out by lot, the first drawn first.
func (t *tally) highest(votes []int64, invalid int64, summed bool) error {
	t.res.Valid -= invalid
	t.res.Invalid, t.summed = invalid, summed
	var standing []int
	for c, gone := range t.b.withdrawn {
		if !gone {
			standing = append(standing, c)
		}
	}
	ranked := t.byVotes(standing, votes)
	last := votes[ranked[t.seats-1]]
	var in, about []int
	for _, c := range ranked {
		if votes[c] > last {
			in = append(in, c)
		} else if votes[c] == last {
			about = append(about, c)
		}
	}
	for len(in)+len(about) > t.seats {
		tied := sorted(about)
		out, err := t.breakTie(ToExclude, tied, nil, NoHistory)
		if err != nil {
			return err
		}
		about = without(about, out)
	}
	return t.record(Stage{Kind: First, Votes: votes, Elected: numbers(append(in, about...))})
}
