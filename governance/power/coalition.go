package power

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
)

// A Coalition is players who together carry or block, told by kind: any of a kind will do.
type Coalition struct {
	Parts []Part `json:"parts"`
	// Weight is what it has in all, Ways how many coalitions are like it.
	Weight int64    `json:"weight"`
	Ways   *big.Int `json:"ways"`
}

// A Part is some of the players of one weight.
type Part struct {
	// Players are the entries of the game that have the weight.
	Players []int `json:"players"`
	Weight  int64 `json:"weight"`
	// Take is how many are needed of the Of that there are.
	Take int64 `json:"take"`
	Of   int64 `json:"of"`
}

// Smallest is the coalitions of the fewest players that do something.
type Smallest struct {
	Size       int64       `json:"size"`
	Coalitions []Coalition `json:"coalitions"`
	// More says that there are others of that size that are not listed.
	More bool `json:"more,omitempty"`
}

// Carrying finds the smallest coalitions that carry, and lists at most so many that differ in
// more than which of players alike are in them, with the heaviest first. It refuses a bad game.
func (g *Game) Carrying(most int) (Smallest, error) {
	if err := g.Check(); err != nil {
		return Smallest{}, err
	}
	return g.smallest(g.Quota, g.Heads, most), nil
}

// Blocking finds the smallest coalitions without which nothing carries: for want of weight or,
// where heads are counted, of heads.
func (g *Game) Blocking(most int) (Smallest, error) {
	if err := g.Check(); err != nil {
		return Smallest{}, err
	}
	s := g.smallest(g.Total()-g.Quota+1, 0, most)
	if few := g.Size() - g.Heads + 1; g.Heads > 0 && few <= s.Size {
		return g.smallest(0, few, most), nil
	}
	return s, nil
}

// CarriesAlone reports whether a player of an entry carries by itself.
func (g *Game) CarriesAlone(i int) bool { return g.Players[i].Weight >= g.Quota && g.Heads <= 1 }

// BlocksAlone reports whether nothing carries without a player of an entry.
func (g *Game) BlocksAlone(i int) bool { return g.blocks(i, g.Total(), g.Size()) }

func (g *Game) blocks(i int, total, size int64) bool {
	return total-g.Players[i].Weight < g.Quota || size <= g.Heads
}

// smallest finds the fewest players who weigh so much and are so many.
func (g *Game) smallest(weight, heads int64, most int) Smallest {
	ks, of := g.kinds()
	slices.Reverse(ks)
	f := &finder{kinds: ks, most: most, entries: make([][]int, len(ks)), take: make([]int64, len(ks)), counts: []int64{0}, weights: []int64{0}}
	for i, k := range ks {
		f.counts = append(f.counts, f.counts[i]+k.count)
		f.weights = append(f.weights, f.weights[i]+k.count*k.weight)
	}
	for i, k := range of {
		f.entries[len(ks)-1-k] = append(f.entries[len(ks)-1-k], i)
	}
	size, left := int64(0), weight
	for _, k := range ks { // the heaviest first are the fewest
		if left <= 0 || k.weight == 0 {
			break
		}
		n := min(k.count, (left-1)/k.weight+1)
		size, left = size+n, left-n*k.weight
	}
	f.out.Size = max(size, heads)
	f.find(0, f.out.Size, weight)
	return f.out
}

// finder goes through the coalitions of one size, kind by kind, the heaviest kind first. It
// enters no branch without an answer, so that listing costs no more than what is listed.
type finder struct {
	kinds   []kind
	entries [][]int
	take    []int64
	// counts and weights are of all kinds before each.
	counts, weights []int64
	most            int
	out             Smallest
}

func (f *finder) find(i int, size, left int64) {
	if f.out.More || !f.enough(i, size, left) {
		return
	}
	if size == 0 {
		if len(f.out.Coalitions) == f.most {
			f.out.More = true
			return
		}
		f.out.Coalitions = append(f.out.Coalitions, f.coalition())
		return
	}
	for n := min(f.kinds[i].count, size); n >= 0 && !f.out.More; n-- {
		f.take[i] = n
		if !f.enough(i+1, size-n, left-n*f.kinds[i].weight) {
			break // with fewer of this kind it is less still
		}
		f.find(i+1, size-n, left-n*f.kinds[i].weight)
	}
	f.take[i] = 0
}

// enough reports whether so many of the kinds from i on can weigh what is left: whether the
// heaviest of them do.
func (f *finder) enough(i int, size, left int64) bool {
	// Kinds i to j-1 are taken whole, and some of j.
	j := i + int(firstOf(int64(len(f.kinds)-i), func(n int64) bool { return f.counts[i+int(n)+1]-f.counts[i] > size }))
	size -= f.counts[j] - f.counts[i]
	left -= f.weights[j] - f.weights[i]
	if j < len(f.kinds) {
		left -= size * f.kinds[j].weight
		size = 0
	}
	return size == 0 && left <= 0
}

func (f *finder) coalition() Coalition {
	c := Coalition{Ways: big.NewInt(1)}
	for i, n := range f.take {
		if n == 0 {
			continue
		}
		k := f.kinds[i]
		c.Parts = append(c.Parts, Part{f.entries[i], k.weight, n, k.count})
		c.Weight += n * k.weight
		c.Ways.Mul(c.Ways, new(big.Int).Binomial(k.count, n))
	}
	return c
}

// maxNamed is how many players alike are named before they are only counted.
const maxNamed = 3

// Describe names a coalition's players: "Ann, one of Bo or Cy, and any 3 of 40 with 1 vote each".
func (g *Game) Describe(c Coalition) string {
	var parts []string
	for _, p := range c.Parts {
		parts = append(parts, g.describe(p))
	}
	if n := len(parts); n > 1 {
		and := " and "
		if slices.ContainsFunc(parts, func(s string) bool { return strings.Contains(s, " or ") || strings.Contains(s, ", ") }) {
			and = ", and "
		}
		return strings.Join(parts[:n-1], ", ") + and + parts[n-1]
	}
	return strings.Join(parts, "")
}

func (g *Game) describe(p Part) string {
	if p.Of > int64(len(p.Players)) || p.Of > maxNamed {
		what := fmt.Sprintf("any %d of %d", p.Take, p.Of)
		if p.Take == p.Of {
			what = fmt.Sprintf("all %d", p.Of)
		}
		votes := "votes"
		if p.Weight == 1 {
			votes = "vote"
		}
		return fmt.Sprintf("%s with %d %s each", what, p.Weight, votes)
	}
	names := make([]string, len(p.Players))
	for i, at := range p.Players {
		if names[i] = g.Players[at].Name; names[i] == "" {
			names[i] = fmt.Sprintf("player %d", at+1)
		}
	}
	last := len(names) - 1
	switch {
	case last == 0:
		return names[0]
	case p.Take == p.Of:
		return strings.Join(names[:last], ", ") + " and " + names[last]
	case p.Take == 1:
		return "one of " + strings.Join(names[:last], ", ") + " or " + names[last]
	}
	return fmt.Sprintf("%d of %s and %s", p.Take, strings.Join(names[:last], ", "), names[last])
}
