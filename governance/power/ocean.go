package power

import (
	"fmt"
	"math"
)

// Ocean is the power of a few players beside a crowd so large that only its limit matters: an
// ocean, whose tide comes in. Each bound is proved.
type Ocean struct {
	// Shapley is the Shapley-Shubik index of each entry's player, right within ShapleyError.
	Shapley      []float64
	ShapleyError []float64
	// Raw is the Banzhaf measure of each, right within RawError.
	Raw      []float64
	RawError float64
	// Act is Coleman's power of the body to act, right within RawError.
	Act float64
}

// What Oceanic goes through: choices from the players beside the crowd, and how many of these
// there may be before their binomial numbers leave a float.
const (
	maxChoices = 1 << 21
	maxBlocs   = 500
)

// Oceanic takes the kind with the most players as the ocean, and goes through every choice from
// the others: at most some twenty blocs, or a few kinds. It refuses a bad game, one with heads,
// and one with more others.
//
// The orders in which a bloc decides are those in which the tide, the share of the ocean that
// has come, lies between two levels; a level is where the j-th of the m comes, on average at
// j/(m+1). That its place varies, by at most 1/(4m+8), is what the limit leaves out and the
// error of Shapley.
func (g *Game) Oceanic() (*Ocean, error) {
	if err := g.Check(); err != nil {
		return nil, err
	}
	if g.Heads > 1 {
		return nil, fmt.Errorf("%w: heads: an ocean is weighed, and not counted", ErrGame)
	}
	ks, of := g.kinds()
	at := largest(ks)
	o := &ocean{m: ks[at].count, w: ks[at].weight}
	choices := 1.0
	for i, k := range ks {
		if i != at {
			o.rest = append(o.rest, k)
			o.b += k.count
			choices *= float64(k.count + 1)
		}
	}
	if choices > maxChoices || o.b > maxBlocs {
		return nil, fmt.Errorf("%w: %d players beside the crowd give %.3g choices, where %d are gone through", ErrTooLarge, o.b, choices, maxChoices)
	}
	return o.limit(of, at, g.Quota, choices), nil
}

type ocean struct {
	m, w int64 // the crowd, and the weight of one
	rest []kind
	b    int64
	ways []float64 // C(b, k)
	half halves

	shapley, variance, raw []float64 // of all of each kind together
	crowd, lose            float64
}

func (o *ocean) limit(of []int, at int, quota int64, choices float64) *Ocean {
	o.ways = make([]float64, o.b+1)
	for k := range o.ways {
		o.ways[k] = choose(o.b, int64(k))
	}
	o.half = newHalves(o.m)
	n := len(o.rest)
	o.shapley, o.variance, o.raw = make([]float64, n), make([]float64, n), make([]float64, n)
	o.choose(quota, 0, 0, 1, make([]int64, n))
	rounding := 4 * (choices + 8*float64(o.b) + 64) * ulp
	out := &Ocean{Act: 1 - o.lose, RawError: 2*o.half.bound + rounding}
	// By kind, the crowd in its place.
	shapley, wrong, raw := make([]float64, n+1), make([]float64, n+1), make([]float64, n+1)
	rest, wrongRest := 0.0, 0.0
	for i, k := range o.rest {
		to := i
		if i >= at {
			to++
		}
		c := float64(k.count)
		curve := float64(o.b) * float64(o.b-1) / 2 // half of what the second derivative can be
		shapley[to], wrong[to], raw[to] = o.shapley[i]/c, curve*o.variance[i]/c+rounding, 2*o.raw[i]/c
		rest, wrongRest = rest+o.shapley[i], wrongRest+c*wrong[to]
	}
	m := float64(o.m)
	shapley[at], wrong[at], raw[at] = max(1-rest, 0)/m, wrongRest/m+ulp, o.crowd
	for _, k := range of {
		out.Shapley, out.ShapleyError = append(out.Shapley, shapley[k]), append(out.ShapleyError, wrong[k])
		out.Raw = append(out.Raw, max(raw[k], 0))
	}
	return out
}

// choose goes through the choices from the others that lose, as a crowd's does.
func (o *ocean) choose(left, k int64, i int, many float64, took []int64) {
	if left < 1 {
		return
	}
	if i == len(o.rest) {
		o.weigh(left, k, many, took)
		return
	}
	r := o.rest[i]
	for j := int64(0); j <= r.count; j++ {
		took[i] = j
		o.choose(left-j*r.weight, k+j, i+1, many*choose(r.count, j), took)
	}
	took[i] = 0
}

// weigh adds a choice of k players that loses with at most l of the crowd.
func (o *ocean) weigh(left, k int64, many float64, took []int64) {
	l := o.m
	if o.w > 0 {
		l = min(o.m, (left-1)/o.w)
	}
	chance := math.Ldexp(many, -int(o.b)) // of the choice, each joining or not alike
	below := o.half.below(l)
	o.lose += chance * below
	if l < o.m {
		// One of the crowd decides where just l of the other m-1 come.
		o.crowd += chance * o.half.at(l) * 2 * float64(o.m-l) / float64(o.m)
	}
	level := float64(l+1) / float64(o.m+1)
	with, without, varies := 0.0, 0.0, level*(1-level)/float64(o.m+2)
	tail := o.tail(k, level)
	b := float64(o.b)
	if k > 0 { // one of the k coming last: C(b-1, k-1) is C(b, k) times k/b
		with = many * tail / (o.ways[k] * float64(k))
	}
	if k < o.b {
		without = many * max(tail-o.term(k, level), 0) / (o.ways[k] * (b - float64(k)))
	}
	for g, r := range o.rest {
		j := float64(took[g])
		out := float64(r.count) - j
		o.shapley[g] += out*without - j*with
		o.raw[g] += chance * below * (out - j)
		if k > 0 {
			o.variance[g] += many * j / (o.ways[k] * float64(k)) * varies
		}
		if k < o.b {
			o.variance[g] += many * out / (o.ways[k] * (b - float64(k))) * varies
		}
	}
}

// term is the chance that just k of the b come below a level, tail that k or more do.
func (o *ocean) term(k int64, level float64) float64 {
	return o.ways[k] * math.Pow(level, float64(k)) * math.Pow(1-level, float64(o.b-k))
}

func (o *ocean) tail(k int64, level float64) (sum float64) {
	if 2*k > o.b {
		for i := o.b; i >= k; i-- {
			sum += o.term(i, level)
		}
		return sum
	}
	for i := int64(0); i < k; i++ {
		sum += o.term(i, level)
	}
	return max(1-sum, 0)
}

func choose(n, k int64) float64 {
	c := 1.0
	for i := int64(1); i <= min(k, n-k); i++ {
		c = c * float64(n-i+1) / float64(i)
	}
	return c
}

// halves are the chances of each number out of m that vote for, each voting either way alike,
// within forty standard deviations of the mean; what is beyond is less than any float.
type halves struct {
	first       int64
	terms, sums []float64
	bound       float64
}

func newHalves(m int64) halves {
	wide := int64(20*math.Sqrt(float64(m))) + 64
	h := halves{first: max(m/2-wide, 0)}
	last := min(m/2+wide, m)
	h.terms = make([]float64, last-h.first+1)
	mode := m/2 - h.first
	h.terms[mode] = 1
	for i := mode; i < last-h.first; i++ {
		h.terms[i+1] = h.terms[i] * (float64(m-h.first-i) / float64(h.first+i+1))
	}
	for i := mode; i > 0; i-- {
		h.terms[i-1] = h.terms[i] * (float64(h.first+i) / float64(m-h.first-i+1))
	}
	settle(h.terms)
	h.sums = make([]float64, len(h.terms))
	copy(h.sums, h.terms)
	below(h.sums)
	h.bound = (6*float64(wide) + 8) * ulp // two roundings a step, in the term and in the sum
	return h
}

// at is the chance of just l, below of l or fewer.
func (h *halves) at(l int64) float64 {
	if l < h.first || l-h.first >= int64(len(h.terms)) {
		return 0
	}
	return h.terms[l-h.first]
}

func (h *halves) below(l int64) float64 {
	switch {
	case l < h.first:
		return 0
	case l-h.first >= int64(len(h.sums)):
		return 1
	}
	return min(h.sums[l-h.first], 1)
}
