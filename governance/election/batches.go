package election

import (
	"cmp"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// send moves the papers of piles to one new pile for each who receives any. The piles have
// no value yet. It returns how many papers each gains, and nobody, and how many pass on.
func (s *stv) send(from []pile) (m *move, passed int64) {
	for c := range s.n {
		if s.open[c] {
			s.into[c] = s.pile()
		}
	}
	moves, papers := s.plan(len(from)), int64(0)
	for i, p := range from {
		moves[i].from = p.id
		copy(moves[i].into, s.into)
		papers += p.papers
	}
	s.carry(moves, papers)
	m = &moves[0]
	for i, p := range from {
		s.release(p.id)
		for c, n := range moves[i].gain {
			if i > 0 {
				m.gain[c] += n
			}
		}
	}
	for c, n := range m.gain[:s.n] {
		if passed += n; n == 0 && s.open[c] {
			s.release(s.into[c])
		}
	}
	return m, passed
}

// credit gives the new piles their value.
func (s *stv) credit(m *move, value int64) {
	for c, n := range m.gain[:s.n] {
		if n > 0 {
			s.held[c] = append(s.held[c], pile{m.into[c], value, n})
			s.votes[c] += n * value
		}
	}
}

// surplus passes on a surplus by the batch that came last: all papers, of a first stage.
func (g Exclusive) surplus(s *stv, c int) Stage {
	over, end := s.votes[c]-s.quota, len(s.held[c])-1
	value := s.held[c][end].value
	m, papers := s.send(s.held[c][end:])
	s.held[c] = s.held[c][:end]
	if papers > over/value {
		value = over / papers
	}
	if value == 0 && g.NilStay {
		s.drop(m)
	} else {
		s.credit(m, value)
	}
	s.votes[c] = s.quota
	s.nt += over - papers*value
	s.seen.add(s.votes)
	return Stage{Kind: Surplus, Of: One(c + 1), Transfer: law.Known(value), Elected: g.elect(s, true)}
}

// A batch is a pile with whose it is.
type batch struct {
	pile
	of    int
	first bool // first preferences, where those move apart
}

// batches lists those of candidates in the order in which they move.
func (g Exclusive) batches(s *stv, cs []int) (all []batch) {
	for _, c := range cs {
		for i, p := range s.held[c] {
			if p.papers > 0 {
				all = append(all, batch{p, c, g.Apart && i == 0})
			} else {
				s.release(p.id)
			}
		}
		s.held[c] = nil
	}
	slices.SortStableFunc(all, func(x, y batch) int {
		if x.first != y.first {
			if x.first {
				return -1
			}
			return 1
		}
		return cmp.Compare(y.value, x.value)
	})
	return all
}

// exclude passes on the papers of candidates, the highest value first.
func (g Exclusive) exclude(s *stv, cs []int) Stage {
	st := Stage{Kind: Exclude, Of: Together(numbers(cs)...), Excluded: numbers(cs)}
	s.become(excluded, cs...)
	if !g.LastTransfer && len(s.in(hopeful)) == s.left {
		st.Kind, st.Elected = Fill, g.elect(s, true)
		return st
	}
	all := g.batches(s, cs)
	for s.left > 0 && len(all) > 0 {
		n := 1
		for n < len(all) && all[n].value == all[0].value && all[n].first == all[0].first {
			n++
		}
		s.transfer(all[:n])
		all, s.waits = all[n:], false
		if g.ByBatch || len(all) == 0 {
			s.seen.add(s.votes)
		}
		if g.Lowered && len(s.in(elected)) == 0 {
			s.quota = s.roundedQuota(s.nt)
		}
		if !g.AtEnd {
			st.Elected = append(st.Elected, g.elect(s, false)...)
		}
	}
	s.waits = false
	st.Elected = append(st.Elected, g.elect(s, true)...)
	return st
}

// transfer moves batches of one value at that value.
func (s *stv) transfer(same []batch) {
	from, value := make([]pile, len(same)), same[0].value
	for i, b := range same {
		from[i] = b.pile
		s.votes[b.of] -= b.papers * value
	}
	m, _ := s.send(from)
	s.credit(m, value)
	s.nt += m.gain[s.n] * value
}

// drop lets the papers of new piles go.
func (s *stv) drop(m *move) {
	for c, n := range m.gain[:s.n] {
		if n > 0 {
			s.discard(m.into[c])
		}
	}
}
