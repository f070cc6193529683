package power

import (
	"math"
	"math/big"
	"math/bits"
)

// A split is a game of few players whose weights may be of any size: thirty holders of millions
// of shares. The players are parted in two; every choice from either half is written down in
// order of weight, and a choice from one half loses with those of the other that are light enough, whose
// number is read off as both lists are gone through once.
type split struct {
	quota  int64
	sizes  bool
	halves [2]half
}

type half struct {
	weights []int64
	kinds   []int // of each player
	// Each choice is its weight and who is in it, in order of weight.
	choices []choice
	// with is how many losing coalitions a player is in, by how many are in it of this half and of
	// the other.
	with [][]uint64
}

type choice struct {
	weight int64
	in     uint32
}

// maxSplit is the most players whose halves are 32 bits each.
const maxSplit = 62

func splitCost(n int64, sizes bool) cost {
	if n > maxSplit {
		return cost{math.Inf(1), math.Inf(1)}
	}
	choices := math.Ldexp(1, int((n+1)/2))
	c := cost{4 * 16 * choices, 2 * choices * float64(n/4+3)}
	if sizes {
		c.steps *= float64(n/2 + 1)
	}
	return c
}

func newSplit(ks []kind, quota int64, sizes bool) *split {
	s := &split{quota: quota, sizes: sizes}
	seat := 0
	for i, k := range ks {
		for range k.count {
			h := &s.halves[seat%2]
			h.weights, h.kinds = append(h.weights, k.weight), append(h.kinds, i)
			seat++
		}
	}
	for i := range s.halves {
		s.halves[i].choose(quota)
	}
	return s
}

// choose writes down the choices that lose by themselves. Those with the next player are those
// without, all heavier by as much, so that two ordered lists are merged each time.
func (h *half) choose(quota int64) {
	h.choices = []choice{{}}
	for i, w := range h.weights {
		without := h.choices
		merged := make([]choice, 0, 2*len(without))
		at := 0
		for _, c := range without {
			for at < len(without) && without[at].weight+w < c.weight {
				merged = append(merged, choice{without[at].weight + w, without[at].in | 1<<i})
				at++
			}
			merged = append(merged, c)
		}
		for ; at < len(without) && without[at].weight+w < quota; at++ {
			merged = append(merged, choice{without[at].weight + w, without[at].in | 1<<i})
		}
		h.choices = merged
	}
}

// rows is how many sizes a half is told apart by.
func (s *split) rows(h *half) int {
	if s.sizes {
		return len(h.weights) + 1
	}
	return 1
}

func (s *split) size(c choice) int {
	if s.sizes {
		return bits.OnesCount32(c.in)
	}
	return 0
}

// meet goes through the choices of one half, the lightest first, and those of the other that are
// light enough to lose with it, of which there are fewer and fewer.
func (s *split) meet(a, b *half, first []int) (all []uint64) {
	wide := s.rows(b)
	light := make([]uint64, wide) // of the other half, by size
	for _, c := range b.choices {
		light[s.size(c)]++
	}
	// One player of each kind is looked at.
	var look uint32
	for i, k := range a.kinds {
		if first[k] < 0 {
			first[k] = i
			look |= 1 << i
		}
	}
	a.with = make([][]uint64, len(a.weights))
	for i := range a.with {
		if look>>i&1 == 1 {
			a.with[i] = make([]uint64, s.rows(a)*wide)
		}
	}
	all = make([]uint64, s.rows(a)*wide)
	left := len(b.choices)
	for _, c := range a.choices {
		for left > 0 && b.choices[left-1].weight >= s.quota-c.weight {
			left--
			light[s.size(b.choices[left])]--
		}
		if left == 0 {
			break
		}
		at := s.size(c) * wide
		gather(all[at:at+wide], light)
		for in := c.in & look; in != 0; in &= in - 1 {
			gather(a.with[bits.TrailingZeros32(in)][at:at+wide], light)
		}
	}
	return all
}

func gather(to, from []uint64) {
	for i, n := range from {
		to[i] += n
	}
}

// losing counts the coalitions that lose.
func (s *split) losing(ks []kind) *losing {
	n := len(s.halves[0].weights) + len(s.halves[1].weights) + 1
	if !s.sizes {
		n = 1
	}
	bySize := func(counts []uint64, wide int) []*big.Int {
		out := make([]*big.Int, n)
		for i := range out {
			out[i] = new(big.Int)
		}
		for i, x := range counts {
			size := i/wide + i%wide
			out[size].Add(out[size], new(big.Int).SetUint64(x))
		}
		return out
	}
	out := &losing{with: make([][]*big.Int, len(ks))}
	seen := make([]int, len(ks))
	for i := range seen {
		seen[i] = -1
	}
	for i := range s.halves {
		a, b := &s.halves[i], &s.halves[1-i]
		all := s.meet(a, b, seen)
		if i == 0 {
			out.all = bySize(all, s.rows(b))
		}
		for j, k := range a.kinds {
			if a.with[j] != nil {
				out.with[k] = bySize(a.with[j], s.rows(b))
			}
		}
	}
	return out
}
