package election

import (
	"fmt"
	"hash/maphash"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Setup is what is known of an election before its papers.
type Setup struct {
	Title      string
	Seats      int
	Candidates []string
	// Withdrawn are numbers of candidates, from 1. They are struck out of every paper.
	Withdrawn []int
	// KeepOrder keeps papers in the order they are given in and merges none but those that
	// follow each other, for rules in which the order of papers matters.
	KeepOrder bool
	// Unit is that of the weights, at most MaxWeightPlaces.
	Unit Unit
	// Scored says that papers give points in place of ranks.
	Scored bool
}

func (s *Setup) check() error {
	switch n := len(s.Candidates); {
	case n < 1 || n > MaxCandidates:
		return fmt.Errorf("%w: candidates: %d is not between 1 and %d", ErrBallots, n, MaxCandidates)
	case s.Seats < 1 || s.Seats > n:
		return fmt.Errorf("%w: seats: %d, for %d candidates", ErrBallots, s.Seats, n)
	case s.Unit > MaxWeightPlaces:
		return fmt.Errorf("%w: unit: %d decimal places are more than %d", ErrBallots, s.Unit, MaxWeightPlaces)
	}
	for i, name := range append(slices.Clone(s.Candidates), s.Title) {
		if !writable(name) {
			place := law.Path("candidates", i, "")
			if i == len(s.Candidates) {
				place = "title"
			}
			return fmt.Errorf("%w: %s: %.40q does not fit a line of text", ErrBallots, place, name)
		}
	}
	for i, c := range s.Withdrawn {
		if c < 1 || c > len(s.Candidates) {
			return fmt.Errorf("%w: withdrawn[%d]: there is no candidate %d", ErrBallots, i, c)
		}
		if slices.Contains(s.Withdrawn[:i], c) {
			return fmt.Errorf("%w: withdrawn[%d]: candidate %d has withdrawn already", ErrBallots, i, c)
		}
	}
	return nil
}

// writable reports whether a name can stand on a line of a file, and of a sheet.
func writable(name string) bool {
	return utf8.ValidString(name) && len(name) <= maxName &&
		!strings.ContainsFunc(name, func(r rune) bool { return r < ' ' && r != '\t' || r == 0x7f })
}

// maxName is how many bytes a name may have.
const maxName = 1000

// A Builder makes Ballots paper by paper. It is for one goroutine.
type Builder struct {
	b       *Ballots
	seed    uint64
	table   []slot // open addressing, a power of two long; empty until a second paper
	scratch []uint16
	pts     []uint16
	seen    []uint32 // of each candidate, the paper that ranked the candidate last
	paper   uint32
	strike  bool   // whether anybody has withdrawn
	fetched uint32 // of no meaning: it keeps what mergeChunk fetches from being left out
}

// A slot finds a paper by its hash; the paper is one more than its place, 0 is free.
type slot struct {
	hash  uint32
	paper uint32
}

// NewBuilder begins the ballots of an election.
func NewBuilder(s Setup) (*Builder, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	b := &Ballots{
		title: s.Title, seats: s.Seats, names: slices.Clone(s.Candidates), places: s.Unit,
		withdrawn: make([]bool, len(s.Candidates)), ordered: s.KeepOrder,
	}
	if s.Scored {
		b.points = []uint16{}
	}
	for _, c := range s.Withdrawn {
		b.withdrawn[c-1] = true
	}
	return &Builder{
		b: b, seed: maphash.String(maphash.MakeSeed(), "") | 1, strike: len(s.Withdrawn) > 0,
		seen: make([]uint32, len(s.Candidates)),
	}, nil
}

// Add adds papers of a weight that rank candidates, who count from 1, in order. It refuses
// a weight below 1, a stranger and a candidate ranked twice, and then adds nothing.
func (n *Builder) Add(weight int64, ranking ...int) error {
	n.scratch = n.scratch[:0]
	for i, c := range ranking {
		if err := n.rank(c); err != nil {
			return fmt.Errorf("%w: ranks[%d]: %w", ErrBallots, i, err)
		}
	}
	return n.add(weight)
}

// AddRanks adds papers that may rank candidates equal: each rank lists its candidates. An
// empty rank ranks nobody and is passed over.
func (n *Builder) AddRanks(weight int64, ranks ...[]int) error {
	n.scratch = n.scratch[:0]
	for i, rank := range ranks {
		from := len(n.scratch)
		for _, c := range rank {
			if err := n.rank(c); err != nil {
				return fmt.Errorf("%w: ranks[%d]: %w", ErrBallots, i, err)
			}
		}
		joinRank(n.scratch[from:])
	}
	return n.add(weight)
}

// AddPoints adds papers that give points to candidates: points[i] to candidate i+1. Nothing
// at all is the same as 0 points.
func (n *Builder) AddPoints(weight int64, points ...int) error {
	if n.b.points == nil {
		return fmt.Errorf("%w: these papers rank, and give no points", ErrBallots)
	}
	n.scratch, n.pts = n.scratch[:0], n.pts[:0]
	for i, p := range points {
		switch {
		case i >= len(n.b.names):
			return fmt.Errorf("%w: points[%d]: there is no candidate %d", ErrBallots, i, i+1)
		case p < 0 || p >= 1<<16:
			return fmt.Errorf("%w: points[%d]: %d is not between 0 and 65535", ErrBallots, i, p)
		case p > 0:
			n.scratch, n.pts = append(n.scratch, uint16(i)), append(n.pts, uint16(p))
		}
	}
	if err := n.weigh(weight); err != nil {
		return err
	}
	return n.merge(weight, n.scratch, n.pts)
}

// rank puts a candidate on the paper in hand.
func (n *Builder) rank(c int) error {
	if len(n.scratch) == 0 {
		n.paper++
		if n.paper == 0 { // after 4,294,967,295 papers
			clear(n.seen)
			n.paper = 1
		}
	}
	if c < 1 || c > len(n.b.names) {
		return fmt.Errorf("there is no candidate %d", c)
	}
	if n.seen[c-1] == n.paper {
		return fmt.Errorf("candidate %d is ranked already", c)
	}
	n.seen[c-1] = n.paper
	n.scratch = append(n.scratch, uint16(c-1))
	return nil
}

// joinRank makes equals of the candidates of one rank.
func joinRank(rank []uint16) {
	slices.Sort(rank)
	for i := range max(len(rank)-1, 0) {
		rank[i] |= equal
	}
}

func (n *Builder) add(weight int64) error {
	if n.b.points != nil {
		return fmt.Errorf("%w: these papers give points, and rank nobody", ErrBallots)
	}
	if err := n.weigh(weight); err != nil {
		return err
	}
	return n.merge(weight, n.scratch, nil)
}

// weigh refuses a weight that no paper has.
func (n *Builder) weigh(weight int64) error {
	if weight < 1 || weight > MaxPapers {
		return fmt.Errorf("%w: weight: %d is not between 1 and %d", ErrBallots, weight, int64(MaxPapers))
	}
	return nil
}

// merge adds checked papers of a weight: the withdrawn are struck out, and the paper is
// added to an equal one if there is one.
func (n *Builder) merge(weight int64, prefs, points []uint16) error {
	if n.strike && len(prefs) > 0 {
		if prefs, points = n.struck(prefs, points); len(prefs) == 0 {
			return n.lay(&n.b.spent, weight)
		}
	}
	return n.mergeDistinct(hashOf(n.seed, prefs), weight, prefs, points)
}

// mergeHashed is merge for ranks whose hash is known.
func (n *Builder) mergeHashed(h uint32, weight int64, prefs []uint16) error {
	if n.strike {
		return n.merge(weight, prefs, nil)
	}
	return n.mergeDistinct(h, weight, prefs, nil)
}

func (n *Builder) mergeDistinct(h uint32, weight int64, prefs, points []uint16) error {
	b := n.b
	if len(prefs) == 0 {
		return n.lay(&b.blank, weight)
	}
	if uint64(len(b.prefs)+len(prefs)) >= maxPreferences {
		return fmt.Errorf("%w: more than %d preferences", ErrBallots, int64(maxPreferences))
	}
	if err := n.lay(&b.valid, weight); err != nil {
		return err
	}
	if at, found := n.find(h, prefs, points); found {
		b.weight[at] += weight
	} else {
		b.push(weight, prefs, points)
	}
	return nil
}

// lay adds a weight to a sum, within what all papers may weigh.
func (n *Builder) lay(sum *int64, weight int64) error {
	if b := n.b; weight > MaxPapers-b.valid-b.blank-b.spent {
		return fmt.Errorf("%w: the papers weigh more than %d together", ErrBallots, int64(MaxPapers))
	}
	*sum += weight
	return nil
}

// push adds a distinct paper.
func (b *Ballots) push(weight int64, prefs, points []uint16) {
	b.start, b.weight = append(extend(b.start, 1), uint32(len(b.prefs))), append(extend(b.weight, 1), weight)
	marked := uint16(0)
	for _, p := range prefs {
		marked |= p
	}
	b.equals = b.equals || marked&equal != 0
	b.prefs = append(append(extend(b.prefs, len(prefs)+1), prefs...), uint16(len(b.names)))
	if b.points != nil {
		b.points = append(append(b.points, points...), 0)
	}
}

// struck returns preferences without those for candidates who have withdrawn.
func (n *Builder) struck(prefs, points []uint16) ([]uint16, []uint16) {
	kept, pts := make([]uint16, 0, len(prefs)), make([]uint16, 0, len(points))
	for i, p := range prefs {
		if !n.b.withdrawn[p&^equal] {
			kept = append(kept, p)
			if len(points) > 0 {
				pts = append(pts, points[i])
			}
		} else if p&equal == 0 && len(kept) > 0 && (i == 0 || prefs[i-1]&equal != 0) {
			kept[len(kept)-1] &^= equal // the last of an equal rank is gone
		}
	}
	return kept, pts
}

// Ballots ends the building and returns the ballots. The builder is of no use afterwards.
func (n *Builder) Ballots() *Ballots {
	b := n.b
	*n = Builder{}
	return b
}
