package election

import (
	"errors"
	"fmt"
	"iter"
	"slices"
)

// ErrBallots is wrapped by every complaint about ballots, but for those of a reader, which
// wrap ErrSyntax as well.
var ErrBallots = errors.New("bad ballots")

// What ballots may hold. The bounds keep every position within 32 bits and every total,
// in the unit of a usual rule, within 64.
const (
	// MaxCandidates is the most candidates an election may have.
	MaxCandidates = 1<<15 - 2
	// MaxPapers is the most that all papers may weigh together, in the smallest part of a
	// vote that the weights know.
	MaxPapers = 1_000_000_000_000_000
	// MaxWeightPlaces is how many decimal places a weight may have.
	MaxWeightPlaces = 6
	// maxPreferences is the most preferences that all distinct papers may hold together.
	maxPreferences = 1<<32 - 1<<17
)

// equal marks a preference that is equal with the one after it.
const equal uint16 = 1 << 15

// Ballots are the papers of one election, equal papers merged and their weights added. They
// are read-only once built, and safe for concurrent use.
//
// The layout is flat, for counts that look at each preference once: all preferences of all
// papers stand in one slice, and each paper ends in a preference for nobody, whose number
// is that of the candidates, so that a position in the slice is all that a pile keeps of a
// paper. Candidates count from 0 here and from 1 wherever a caller sees them.
type Ballots struct {
	title     string
	seats     int
	names     []string
	withdrawn []bool
	prefs     []uint16 // an equal rank is ascending, each but its last marked equal
	points    []uint16 // of each of prefs, where papers give points; else nil
	start     []uint32 // of each paper, where it begins in prefs
	weight    []int64  // of each paper
	places    Unit     // of weights
	valid     int64
	blank     int64 // papers that rank nobody
	spent     int64 // papers that rank only candidates who have withdrawn
	ordered   bool
	equals    bool
}

// Title returns the name of the election, which may be empty.
func (b *Ballots) Title() string { return b.title }

// Seats returns how many are to be elected.
func (b *Ballots) Seats() int { return b.seats }

// Len returns how many candidates stood, those who have withdrawn included.
func (b *Ballots) Len() int { return len(b.names) }

// Name returns the name of a candidate, who count from 1; empty for anybody else.
func (b *Ballots) Name(candidate int) string {
	if candidate < 1 || candidate > len(b.names) {
		return ""
	}
	return b.names[candidate-1]
}

// Names returns the names of the candidates in the order of the ballot paper.
func (b *Ballots) Names() []string { return slices.Clone(b.names) }

// Withdrawn lists the candidates who have withdrawn.
func (b *Ballots) Withdrawn() []int {
	var out []int
	for c, gone := range b.withdrawn {
		if gone {
			out = append(out, c+1)
		}
	}
	return out
}

// standing counts the candidates who have not withdrawn.
func (b *Ballots) standing() int { return len(b.names) - len(b.Withdrawn()) }

// Papers returns how many papers there are to look at: distinct ones, or, where their order
// is kept, runs of equal ones.
func (b *Ballots) Papers() int { return len(b.start) }

// Unit returns the unit of the weights: 0 unless a paper may count for part of a vote.
func (b *Ballots) Unit() Unit { return b.places }

// Valid returns the weight of all papers that rank a candidate who has not withdrawn, in
// the unit of the weights.
func (b *Ballots) Valid() int64 { return b.valid }

// Blank returns the weight of the papers that rank nobody.
func (b *Ballots) Blank() int64 { return b.blank }

// Spent returns the weight of the papers that rank only candidates who have withdrawn.
// Whether they stay in the valid vote is in doubt in most rules; here they do not.
func (b *Ballots) Spent() int64 { return b.spent }

// Ordered reports whether papers are in the order they were given in and none were merged.
func (b *Ballots) Ordered() bool { return b.ordered }

// HasEqual reports whether a paper ranks two candidates equal.
func (b *Ballots) HasEqual() bool { return b.equals }

// Scored reports whether papers give points to candidates in place of ranking them.
func (b *Ballots) Scored() bool { return b.points != nil }

// A Paper is one ballot paper or several equal ones.
type Paper struct {
	// Weight is in the unit of the ballots.
	Weight int64
	// Ranks are the candidates by rank, from 1; several in one rank are equal.
	Ranks [][]int
	// Points are those of each rank's one candidate, where papers give points.
	Points []int
}

// All walks the papers in order. Papers that rank nobody are not among them.
func (b *Ballots) All() iter.Seq2[int, Paper] {
	return func(yield func(int, Paper) bool) {
		for i := range b.start {
			if !yield(i, b.Paper(i)) {
				return
			}
		}
	}
}

// Paper returns a paper by its place, from 0.
func (b *Ballots) Paper(i int) Paper {
	p := Paper{Weight: b.weight[i]}
	same := false
	for at := b.start[i]; int(b.prefs[at]) < len(b.names) || b.prefs[at]&equal != 0; at++ {
		c := int(b.prefs[at]&^equal) + 1
		if same {
			p.Ranks[len(p.Ranks)-1] = append(p.Ranks[len(p.Ranks)-1], c)
		} else {
			p.Ranks = append(p.Ranks, []int{c})
		}
		same = b.prefs[at]&equal != 0
		if b.points != nil {
			p.Points = append(p.Points, int(b.points[at]))
		}
	}
	return p
}

// end returns the position of the preference for nobody that ends a paper.
func (b *Ballots) end(i int) uint32 {
	if i+1 < len(b.start) {
		return b.start[i+1] - 1
	}
	return uint32(len(b.prefs) - 1)
}

// next returns the first position from one on whose candidate is open. Nobody, whose number
// is that of the candidates, must be.
func (b *Ballots) next(at uint32, open []bool) uint32 {
	for !open[b.prefs[at]&^equal] {
		at++
	}
	return at
}

// Withdraw returns the ballots with more candidates struck out, later preferences moved up
// and papers that are equal now merged: for a recount that fills a casual vacancy. The
// ballots themselves are left alone.
func (b *Ballots) Withdraw(candidates ...int) (*Ballots, error) {
	withdrawn := b.Withdrawn()
	for _, c := range candidates {
		if !slices.Contains(withdrawn, c) {
			withdrawn = append(withdrawn, c)
		}
	}
	return b.again(withdrawn, func(i int) uint32 { return b.end(i) })
}

// EndAtEqual returns the ballots with each paper ended before its first rank of equals: what
// stands before still counts, as rules with one candidate a rank have it. A paper that begins
// with equals is blank. The ballots themselves are left alone.
func (b *Ballots) EndAtEqual() (*Ballots, error) {
	return b.again(b.Withdrawn(), func(i int) uint32 {
		at, end := b.start[i], b.end(i)
		for at < end && b.prefs[at]&equal == 0 {
			at++
		}
		return at
	})
}

// again builds ballots of the same papers, each up to a position.
func (b *Ballots) again(withdrawn []int, end func(i int) uint32) (*Ballots, error) {
	n, err := NewBuilder(Setup{
		Title: b.title, Seats: b.seats, Candidates: b.names, Withdrawn: withdrawn, KeepOrder: b.ordered, Unit: b.places, Scored: b.points != nil,
	})
	if err != nil {
		return nil, err
	}
	for i := range b.start {
		from, to := b.start[i], end(i)
		var points []uint16
		if b.points != nil {
			points = b.points[from:to]
		}
		if err := n.merge(b.weight[i], b.prefs[from:to], points); err != nil {
			return nil, fmt.Errorf("papers[%d]: %w", i, err)
		}
	}
	n.b.blank += b.blank
	n.b.spent += b.spent
	return n.Ballots(), nil
}
