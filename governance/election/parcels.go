package election

import (
	"cmp"
	"math/bits"
	"slices"
)

// A parcel is a pile whose papers are worth a fraction each, and the votes it was counted as.
type parcel struct {
	pile
	part, whole int64 // what a paper is worth, in parts of itself: part units of whole
	votes       int64
	of          int // whose they are
}

// compare compares what papers are worth.
func (p parcel) compare(other parcel) int {
	ahi, alo := bits.Mul64(uint64(p.part), uint64(other.whole))
	bhi, blo := bits.Mul64(uint64(other.part), uint64(p.whole))
	return cmp.Or(cmp.Compare(ahi, bhi), cmp.Compare(alo, blo))
}

// parcels are a count by papers worth fractions.
type parcels struct {
	*stv
	own    [][]parcel // of each candidate, in the order in which they came
	groups [][]int    // the elected, by when
}

func newParcels(t *tally) *parcels {
	p := &parcels{stv: newSTV(t), own: make([][]parcel, t.n)}
	for c, held := range p.held {
		for _, x := range held {
			p.own[c] = append(p.own[c], parcel{x, 1, 1, p.votes[c], c})
		}
		p.held[c] = nil
	}
	return p
}

// piled returns the piles of parcels.
func piled(from []parcel) []pile {
	out := make([]pile, len(from))
	for i, x := range from {
		out[i] = x.pile
	}
	return out
}

// transfer moves parcels of one value at that value.
func (p *parcels) transfer(from []parcel, part, whole int64) {
	m, _ := p.send(piled(from))
	p.credit(m, part, whole)
}

// credit gives new parcels to those who receive them, each counted in whole units.
func (p *parcels) credit(m *move, part, whole int64) {
	for c, n := range m.gain[:p.n] {
		if n == 0 {
			continue
		}
		hi, lo := bits.Mul64(uint64(n*p.scale), uint64(part))
		q, _ := bits.Div64(hi, lo, uint64(whole))
		votes := int64(q)
		p.own[c] = append(p.own[c], parcel{pile{m.into[c], 0, n}, part, whole, votes, c})
		p.votes[c] += votes
		p.nt -= votes
	}
}

// earliest keeps those who were elected first.
func (p *parcels) earliest(cs []int) []int {
	for _, group := range p.groups {
		var out []int
		for _, c := range cs {
			if slices.Contains(group, c) {
				out = append(out, c)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return cs
}
