package power

import (
	"math/big"
	"math/bits"
)

// A crowd is a game of one large kind beside others so few that every choice from them can be
// written down: ten thousand members with a vote each beside twenty blocs, or two classes.
// A choice from the others, with its weight x and its k players, loses with any l of the crowd
// for which l weights of one are less than the quota less x; so the crowd enters by its
// binomial numbers alone.
type crowd struct {
	m    int64  // how many are in the crowd
	w    int64  // the weight of one
	at   int    // its place among the kinds
	rest []kind // the others
	b    int64  // how many are in them
	// ways is, for each size of a choice (all in one where sizes are not kept) and each number l
	// of the crowd, how many choices lose with it; then, for each other kind, how many of it are
	// in those choices, together.
	ways  []uint64
	words int64
	sizes bool
}

func crowdCost(ks []kind, n int64, sizes bool, answer float64) cost {
	at := largest(ks)
	m := ks[at].count
	choices, most := 1.0, int64(1)
	for i, k := range ks {
		if i != at {
			choices *= float64(k.count + 1)
			most = max(most, k.count)
		}
	}
	words := float64(crowdWords(n-m, most))
	cells := float64(m + 1)
	if sizes {
		cells *= float64(n - m + 1)
	}
	tables := float64(len(ks))
	return cost{8 * (cells*tables*words + float64(wordsFor(n+1))*4), choices*tables*words + cells*tables*words*answer*4}
}

// crowdWords is how many words hold two to the b, times the most of a kind.
func crowdWords(b, most int64) int64 { return wordsFor(b + 1 + int64(bits.Len64(uint64(most)))) }

func newCrowd(ks []kind, n, quota int64, sizes bool) *crowd {
	c := &crowd{at: largest(ks), sizes: sizes}
	c.m, c.w = ks[c.at].count, ks[c.at].weight
	c.b = n - c.m
	most := int64(1)
	for i, k := range ks {
		if i != c.at {
			c.rest = append(c.rest, k)
			most = max(most, k.count)
		}
	}
	c.words = crowdWords(c.b, most)
	c.ways = make([]uint64, int64(len(c.rest)+1)*c.rows()*(c.m+1)*c.words)
	one := make(nat, c.words)
	one[0] = 1
	c.choose(quota, 0, 0, one, make([]int64, len(c.rest)))
	for r := range int64(len(c.rest)+1) * c.rows() { // from the last l that loses to all of them
		for l := c.m - 1; l >= 0; l-- {
			i := (r*(c.m+1) + l) * c.words
			add(c.ways[i:i+c.words], c.ways[i+c.words:i+2*c.words])
		}
	}
	return c
}

func (c *crowd) rows() int64 {
	if c.sizes {
		return c.b + 1
	}
	return 1
}

// of is how many choices of a size lose with l of the crowd or, for a kind from 1 on, how many
// players of it are in them.
func (c *crowd) of(kind int, size, l int64) nat {
	i := ((int64(kind)*c.rows()+size)*(c.m+1) + l) * c.words
	return c.ways[i : i+c.words]
}

// choose goes through the choices from the others, kind by kind. Left is the quota less the
// weight so far, many how many ways there are to make this choice.
func (c *crowd) choose(left, k int64, i int, many nat, took []int64) {
	if left < 1 {
		return // it wins, and so does all that has more
	}
	if i == len(c.rest) {
		l := c.m
		if c.w > 0 {
			l = min(c.m, (left-1)/c.w)
		}
		if !c.sizes {
			k = 0
		}
		add(c.of(0, k, l), many)
		for g, j := range took {
			addMul(c.of(g+1, k, l), many, uint64(j))
		}
		return
	}
	r := c.rest[i]
	ways := many
	if r.count > 1 {
		ways = make(nat, c.words+1)
		copy(ways, many)
	}
	for j := int64(0); j <= r.count; j++ {
		if j > 0 && r.count > 1 {
			scale(ways, uint64(r.count-j+1), uint64(j))
		}
		took[i] = j
		c.choose(left-j*r.weight, k+j, i+1, ways[:c.words], took)
	}
	took[i] = 0
}

// losing adds up the coalitions that lose with at least so many heads, without their sizes.
func (c *crowd) losing(heads int64) *losing {
	words := wordsFor(c.m + c.b + 1 + 64)
	sums := make([]nat, len(c.rest)+2) // all, the others, the crowd
	for i := range sums {
		sums[i] = make(nat, words)
	}
	ways := make(nat, wordsFor(c.m+1)+1)
	ways[0] = 1
	for l := int64(0); l <= c.m; l++ {
		if l > 0 {
			scale(ways, uint64(c.m-l+1), uint64(l))
		}
		mine := make(nat, c.words+1)
		for k := range c.rows() {
			if k+l < heads {
				continue
			}
			for g := range c.rest {
				addMulNat(sums[g+1], ways, c.of(g+1, k, l))
			}
			add(mine, c.of(0, k, l))
		}
		addMulNat(sums[0], ways, mine)
		scale(mine, uint64(l), 1)
		addMulNat(sums[len(sums)-1], ways, mine)
	}
	out := &losing{all: []*big.Int{toBig(sums[0])}}
	share := func(sum nat, count int64) {
		x := toBig(sum)
		out.with = append(out.with, []*big.Int{x.Quo(x, big.NewInt(count))})
	}
	for g, r := range c.rest {
		if g == c.at {
			share(sums[len(sums)-1], c.m)
		}
		share(sums[g+1], r.count)
	}
	if c.at == len(c.rest) {
		share(sums[len(sums)-1], c.m)
	}
	return out
}
