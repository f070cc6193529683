package election

import (
	"cmp"
	"math/bits"
	"slices"
)

// state is where a candidate stands in a transferable count.
type state uint8

const (
	hopeful state = iota
	elected
	excluded
	withdrawn
)

// A stv is a transferable count under way: what the rules of this kind share.
type stv struct {
	*tally
	*piles
	state []state
	left  int // places still to be filled
	quota int64
	votes []int64
	nt    int64
	held  [][]pile // by candidate
	moves []move   // scratch
	seen  history  // the points that ties look back to
	waits bool     // whether nobody may be elected by votes as yet
	err   error    // what went wrong where nothing could be returned
}

// beginSTV begins a count, before its papers are sorted.
func beginSTV(t *tally) *stv {
	s := &stv{
		tally: t, piles: newPiles(t), left: t.seats, state: make([]state, t.n), votes: make([]int64, t.n), held: make([][]pile, t.n),
	}
	for c, gone := range t.b.withdrawn {
		if gone {
			s.state[c] = withdrawn
		}
	}
	return s
}

// newSTV counts first preferences. A paper of weight 1 has the value of the tally's scale.
func newSTV(t *tally) *stv {
	s := beginSTV(t)
	m := s.first()[0]
	for c := range t.n {
		if s.open[c] {
			s.votes[c] = m.gain[c] * t.scale
			s.held[c] = append(s.held[c], pile{m.into[c], t.scale, m.gain[c]})
		}
	}
	return s
}

// wholeQuota is the least whole number of votes that no more than the seats can have.
func (t *tally) wholeQuota() int64 { return (t.b.valid/int64(t.seats+1) + 1) * t.scale }

// share is part of a value, in proportion, rounded down. The value or the part is no more than
// the whole.
func share(value, part, whole int64) int64 {
	hi, lo := bits.Mul64(uint64(value), uint64(part))
	q, _ := bits.Div64(hi, lo, uint64(whole))
	return int64(q)
}

// in lists the candidates in a state, by number.
func (s *stv) in(is state) []int {
	out := make([]int, 0, s.n)
	for c := range s.state {
		if s.state[c] == is {
			out = append(out, c)
		}
	}
	return out
}

// become moves candidates to a state in which they receive no more papers.
func (s *stv) become(is state, cs ...int) {
	for _, c := range cs {
		s.state[c], s.open[c] = is, false
		if is == elected {
			s.left--
		}
	}
	if s.sits != nil && s.vacant() == 0 {
		s.left = 0
	}
}

// ranked orders candidates by votes, most first; equals as their history parts them, then
// as the lot has them or by number. Who is elected never turns on it.
func (s *stv) ranked(cs []int, way Back) []int {
	slices.SortStableFunc(cs, func(x, y int) int {
		return cmp.Or(cmp.Compare(s.votes[y], s.votes[x]), s.seen.compare(y, x, way), s.lot.compare(x, y))
	})
	return cs
}

// compare compares candidates where they first differed, going through history one way.
func (h history) compare(x, y int, way Back) int {
	for i := range h {
		votes := h[i]
		if way == NoHistory {
			return 0
		} else if way == Backwards {
			votes = h[len(h)-1-i]
		}
		if d := cmp.Compare(votes[x], votes[y]); d != 0 {
			return d
		}
	}
	return 0
}

// ascending lists the hopeful who can be excluded from fewest votes to most, equals by number.
func (s *stv) ascending() []int {
	out := s.fresh(s.in(hopeful))
	slices.SortStableFunc(out, func(x, y int) int { return cmp.Compare(s.votes[x], s.votes[y]) })
	return out
}

// lowest returns who has fewest votes of those in ascending order, a tie broken.
func (s *stv) lowest(ascending []int, way Back, r Parting) (int, error) {
	n := 1
	for n < len(ascending) && s.votes[ascending[n]] == s.votes[ascending[0]] {
		n++
	}
	return s.pick(ToExclude, ascending[:n], way, r)
}

// largest returns who of several has most votes, a tie broken.
func (s *stv) largest(cs []int, way Back, r Parting) (int, error) {
	return s.pick(ToTransfer, extremes(cs, s.votes, false), way, r)
}

// pick returns one of equals, by number.
func (s *stv) pick(why Why, tied []int, way Back, r Parting) (int, error) {
	if len(tied) == 1 {
		return tied[0], nil
	}
	return s.breakTieAs(why, tied, s.seen, way, r)
}

// record ends a stage: its votes are kept for later ties.
func (s *stv) record(st Stage) error {
	if s.err != nil {
		return s.err
	}
	st.Votes, st.NonTransferable = s.votes, s.nt
	s.outlooks(&st)
	if err := s.tally.record(st); err != nil {
		return err
	}
	s.seen = append(s.seen, s.res.Stages[len(s.res.Stages)-1].Votes)
	return nil
}

// plan returns so many empty moves.
func (s *stv) plan(n int) []move {
	for len(s.moves) < n {
		s.moves = append(s.moves, move{into: make([]int32, s.n+1), gain: make([]int64, s.n+1)})
	}
	for i := range s.moves[:n] {
		clear(s.moves[i].gain)
	}
	return s.moves[:n]
}

// release empties a pile's number for another.
func (s *stv) release(id int32) { s.free = append(s.free, id) }

// exclude passes on all papers of candidates, each at its value.
func (s *stv) exclude(cs []int) {
	s.become(excluded, cs...)
	var from []pile
	sum := int64(0)
	for _, c := range cs {
		from, sum = append(from, s.held[c]...), sum+s.votes[c]
		s.held[c], s.votes[c] = nil, 0
	}
	s.nt += sum - s.pass(from, func(v int64) int64 { return v })
}

// maxMoves bounds the sums of moves that are made at a time.
const maxMoves = 1 << 16

// pass moves the papers of piles to their next preferences, each at a new value, and
// returns how many votes they make there.
func (s *stv) pass(from []pile, value func(int64) int64) (passed int64) {
	from = slices.DeleteFunc(from, func(p pile) bool {
		if p.papers == 0 {
			s.release(p.id)
		}
		return p.papers == 0
	})
	for few := range slices.Chunk(from, max(1, maxMoves/(s.n+1))) {
		moves, papers := s.plan(len(few)), int64(0)
		for i, p := range few {
			v := value(p.value)
			moves[i].from = p.id
			papers += p.papers
			for c := range s.n {
				if s.open[c] {
					moves[i].into[c] = s.hold(c, v).id
				}
			}
		}
		s.carry(moves, papers)
		for i, p := range few {
			v := value(p.value)
			for c, n := range moves[i].gain[:s.n] {
				if n > 0 {
					s.hold(c, v).papers += n
					s.votes[c] += n * v
					passed += n * v
				}
			}
			s.release(p.id)
		}
	}
	return passed
}

// hold returns the pile of a candidate that has a value, a new one if there is none. The
// piles of a candidate are in order of value.
func (s *stv) hold(c int, value int64) *pile {
	at, found := slices.BinarySearchFunc(s.held[c], value, func(p pile, v int64) int { return int(p.value - v) })
	if !found {
		s.held[c] = slices.Insert(s.held[c], at, pile{s.pile(), value, 0})
	}
	return &s.held[c][at]
}
