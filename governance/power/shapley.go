package power

import (
	"math"
	"math/big"
)

// Shapley returns the Shapley-Shubik index of each entry's player: the part of all orders in
// which the player is the one whose coming turns those before into a winning coalition. They
// are exact, and those of all players add up to one. It refuses a bad game, and one too large
// for the limits.
func (g *Game) Shapley(limits Limits) ([]*big.Rat, error) {
	if err := g.Check(); err != nil {
		return nil, err
	}
	ks, of, quota, total := g.reduced()
	n := g.Size()
	if g.Heads <= 1 { // who can block has the same index
		quota = min(quota, total-quota+1)
	}
	b := n - ks[largest(ks)].count
	way, err := cheapest(limits, tableCost(ks, n, quota, true).and(factorialCost(len(ks), n)), crowdCost(ks, n, true, chooseWords(n, b)*2), splitCost(n, true))
	if err != nil {
		return nil, err
	}
	var by []*big.Rat
	switch way {
	case 0:
		by = newTable(ks, n, quota, true).losing(ks).shapley(n, g.Heads)
	case 1:
		by = newCrowd(ks, n, quota, true).shapley(g.Heads)
	default:
		by = newSplit(ks, quota, true).losing(ks).shapley(n, g.Heads)
	}
	out := make([]*big.Rat, len(of))
	for i, k := range of {
		out[i] = by[k]
	}
	return out, nil
}

// shapley weighs the swings by size: s players come first, then the one that decides, then the
// others, in s!(n-1-s)! orders of n!. A coalition with too few heads loses whatever it weighs;
// of all coalitions with fewer than h heads the orders come to one in n for each player.
func (l *losing) shapley(n, heads int64) []*big.Rat {
	fact := make([]*big.Int, n+1)
	fact[0] = big.NewInt(1)
	for i := int64(1); i <= n; i++ {
		fact[i] = new(big.Int).Mul(fact[i-1], big.NewInt(i))
	}
	out := make([]*big.Rat, len(l.with))
	for i, with := range l.with {
		sum, term := new(big.Int), new(big.Int)
		if heads > 0 {
			sum.Set(fact[n-1])
		}
		for s := heads; s < n; s++ {
			without := term.Sub(l.all[s], with[s])
			sum.Add(sum, without.Mul(without, fact[s]).Mul(without, fact[n-1-s]))
			if s > 0 {
				term.Mul(with[s], fact[s-1]).Mul(term, fact[n-s])
				sum.Sub(sum, term)
			}
		}
		out[i] = new(big.Rat).SetFrac(sum, fact[n])
	}
	return out
}

// factorialCost is what weighing by factorials takes: a list of them, a product of each size for each
// kind, and a fraction of the last.
func factorialCost(kinds int, n int64) cost {
	words := float64(n)*math.Log2(float64(n)+1)/64 + 1
	c := cost{4 * float64(n) * words, 2 * float64(kinds) * float64(n) * words * float64(wordsFor(n+1))}
	return c.and(fractionCost(kinds, words))
}

// chooseWords bounds the words of C(n, b).
func chooseWords(n, b int64) float64 {
	return float64(wordsFor(int64(logChoose(n, b)/math.Ln2*(1+1e-9)) + 2))
}

// logChoose is the logarithm of C(n, k).
func logChoose(n, k int64) float64 {
	a, _ := math.Lgamma(float64(n) + 1)
	b, _ := math.Lgamma(float64(k) + 1)
	c, _ := math.Lgamma(float64(n-k) + 1)
	return a - b - c
}

// shapley weighs the choices that lose. With k of the b others and l of the m in the crowd,
// s = k + l, the orders s!(n-s)! of the C(m, l) coalitions are, of n!,
//
//	C(s, k) C(n-s, b-k) / (C(b, k) C(n, b))
//
// which are small numbers: of the crowd's two to the m nothing is left. A player of a kind with
// j in the choice gains (count-j)/(n-s) of them and loses j/s; both quotients go into the
// binomial numbers, so that all stays whole.
func (c *crowd) shapley(heads int64) []*big.Rat {
	n := c.m + c.b
	words := int64(chooseWords(n, c.b)) + 1
	sum := make([]*big.Rat, len(c.rest)+1) // the others, the crowd
	for i := range sum {
		sum[i] = new(big.Rat)
	}
	for k := int64(0); k <= c.b; k++ {
		base, gain, lose := c.weigh(n, k, heads, words)
		ways := new(big.Int).Binomial(c.b, k)
		for g, r := range c.rest {
			if k < c.b { // base times the count, less what those in the choice cannot gain
				x := new(big.Int).Mul(base, big.NewInt(r.count))
				sum[g].Add(sum[g], over(x.Sub(x, gain[g]), ways, c.b-k))
			}
			if k > 0 {
				sum[g].Sub(sum[g], over(lose[g], ways, k))
			}
		}
		g := len(c.rest)
		sum[g].Add(sum[g], over(gain[g].Sub(gain[g], lose[g]), ways, 1))
	}
	all := new(big.Rat).SetInt(new(big.Int).Binomial(n, c.b))
	out := make([]*big.Rat, 0, len(sum))
	finish := func(g int, count int64) {
		x := sum[g].Quo(sum[g], all)
		x.Quo(x, new(big.Rat).SetInt64(count))
		if heads > 0 {
			x.Add(x, big.NewRat(1, n))
		}
		out = append(out, x)
	}
	for g, r := range c.rest {
		if g == c.at {
			finish(len(c.rest), c.m)
		}
		finish(g, r.count)
	}
	if c.at == len(c.rest) {
		finish(len(c.rest), c.m)
	}
	return out
}

func over(x, y *big.Int, z int64) *big.Rat {
	return new(big.Rat).SetFrac(x, new(big.Int).Mul(y, big.NewInt(z)))
}

// weigh adds up what the choices of k players lose and gain, over every l of the crowd with
// which they lose and have heads enough. Base is all the choices, weighed as what a player of
// another kind gains; gain and lose are of each other kind's players in the choices and, last,
// of the crowd's.
func (c *crowd) weigh(n, k, heads, words int64) (base *big.Int, gain, lose []*big.Int) {
	p := newOrders(n, c.b, k, words)
	sums := make([]nat, 2*len(c.rest)+3)
	for i := range sums {
		sums[i] = make(nat, words+c.words+2)
	}
	crowd := sums[2*len(c.rest) : 2*len(c.rest)+2]
	for l := int64(0); l <= c.m; l++ {
		all := trim(c.of(0, k, l))
		if len(all) == 0 {
			break // nor does any more of the crowd
		}
		if k+l >= heads {
			p.products(k + l)
			addMulNat(sums[len(sums)-1], p.join, all)
			for g := range c.rest {
				in := trim(c.of(g+1, k, l))
				addMulNat(sums[2*g], p.join, in)
				addMulNat(sums[2*g+1], p.leave, in)
			}
			addMulNat(crowd[0], p.crowdJoins, all)
			addMulNat(crowd[1], p.crowdLeaves, all)
		}
		p.next(k + l)
	}
	for i := 0; i < len(sums)-1; i += 2 {
		gain, lose = append(gain, toBig(sums[i])), append(lose, toBig(sums[i+1]))
	}
	return toBig(sums[len(sums)-1]), gain, lose
}

// orders are the binomial numbers that weigh coalitions of s players of n, k of them among the b
// others, as s grows by one of the crowd at a time.
type orders struct {
	n, b, k int64
	// C(s, k), C(s-1, k-1), C(n-s, b-k) and C(n-s-1, b-k-1).
	in, inLess, out, outLess nat
	// What a player of another kind gains by joining and loses by leaving, each still to be
	// divided; and the same for one of the crowd.
	join, leave, crowdJoins, crowdLeaves nat
}

func newOrders(n, b, k, words int64) *orders {
	o := &orders{n: n, b: b, k: k}
	one := func(x *big.Int) nat { return natOf(x, words+1) }
	o.in, o.inLess, o.outLess = one(big.NewInt(1)), one(big.NewInt(min(k, 1))), one(new(big.Int))
	o.out = one(new(big.Int).Binomial(n-k, b-k))
	if k < b {
		o.outLess = one(new(big.Int).Binomial(n-k-1, b-k-1))
	}
	o.join, o.leave = make(nat, words+1), make(nat, words+1)
	o.crowdJoins, o.crowdLeaves = make(nat, words+1), make(nat, words+1)
	return o
}

// products multiplies the numbers for coalitions of s.
func (o *orders) products(s int64) {
	in, inLess, out, outLess := trim(o.in), trim(o.inLess), trim(o.out), trim(o.outLess)
	clear(o.join)
	clear(o.leave)
	clear(o.crowdJoins)
	clear(o.crowdLeaves)
	addMulNat(o.join, in, outLess)
	addMulNat(o.leave, inLess, out)
	// C(n-s-1, b-k) is C(n-s, b-k) less C(n-s-1, b-k-1); and so for C(s-1, k).
	addMulNat(o.crowdJoins, in, out)
	if s > 0 {
		copy(o.crowdLeaves, o.crowdJoins)
		sub(o.crowdLeaves, o.leave)
	}
	sub(o.crowdJoins, o.join)
}

// next goes from s to s+1.
func (o *orders) next(s int64) {
	scale(o.in, uint64(s+1), uint64(s+1-o.k))
	if o.k > 0 {
		scale(o.inLess, uint64(s), uint64(s-o.k+1))
	}
	left := uint64(o.n - s - (o.b - o.k)) // of the crowd
	scale(o.out, left, uint64(o.n-s))
	if o.n-s-1 > 0 {
		scale(o.outLess, left, uint64(o.n-s-1))
	}
}
