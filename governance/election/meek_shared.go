package election

import (
	"fmt"
	"math/big"
)

// Shared are the papers of a count by Meek's method where some rank candidates equal. A rank
// acts as the average of all orders of its candidates: entered with what is left of a vote,
// w, candidate c of it keeps
//
//	w × k(c) × the integral over t from 0 to 1 of the product of (1 - t × k(d)) over the others d
//
// and w times the product of all (1 - k) goes on. Each is worked out exactly and then
// truncated, and what is lost by that is non-transferable; a rank of one is as the rule has
// it. Every paper is looked at in every iteration.
type shared struct {
	b     *Ballots
	state []fate
	sets  []sharedSet
	ranks []int32 // of all papers, the set of each rank
	ends  []int   // of each paper in ranks
	rest  int64
}

// A sharedSet is the candidates of a rank, and in one iteration how they share a vote.
type sharedSet struct {
	of     []uint16
	in     []uint16 // those who are not out
	shares []*big.Int
	over   *big.Int // what the shares are parts of
	on     *big.Int // the part that goes on
}

// maxShared is how many candidates may be equal in one rank.
const maxShared = 32

func newShared(b *Ballots, state []fate) (*shared, error) {
	s := &shared{b: b, state: state}
	known := map[string]int32{}
	for i := range b.start {
		prefs := b.prefs[b.start[i]:b.end(i)]
		for from := 0; from < len(prefs); {
			to := from + 1
			for prefs[to-1]&equal != 0 {
				to++
			}
			if to-from > maxShared {
				return nil, fmt.Errorf("%w: papers[%d]: %d candidates in one rank are more than %d to share a vote", ErrBallots, i, to-from, maxShared)
			}
			key := fmt.Sprint(prefs[from:to])
			set, found := known[key]
			if !found {
				set = int32(len(s.sets))
				known[key] = set
				of := make([]uint16, 0, to-from)
				for _, c := range prefs[from:to] {
					of = append(of, c&^equal)
				}
				s.sets = append(s.sets, sharedSet{of: of})
			}
			s.ranks = append(s.ranks, set)
			from = to
		}
		s.ends = append(s.ends, len(s.ranks))
	}
	return s, nil
}

// move has nothing to do: papers are looked at from their beginning every time.
func (s *shared) move([]int) {}

func (s *shared) residual() int64 { return s.rest }

func (s *shared) distribute(keep []uint64, votes []int64) {
	clear(votes)
	for i := range s.sets {
		s.sets[i].work(s.state, keep)
	}
	s.rest = 0
	from := 0
	for i, to := range s.ends {
		left, weight := int64(keepAll), s.b.weight[i]
		for _, set := range s.ranks[from:to] {
			if left > 0 {
				on, lost := s.sets[set].give(left, weight, keep, votes)
				s.rest += lost * weight
				left = on
			}
		}
		s.rest += left * weight
		from = to
	}
}

// give shares what is left of papers, and returns what goes on of each and what is lost.
func (x *sharedSet) give(left, weight int64, keep []uint64, votes []int64) (on, lost int64) {
	switch len(x.in) {
	case 0:
		return left, 0
	case 1:
		part := int64((uint64(left)*keep[x.in[0]] + keepAll - 1) / keepAll)
		votes[x.in[0]] += part * weight
		return left - part, 0
	}
	part := func(share *big.Int) int64 {
		n := new(big.Int).Mul(big.NewInt(left), share)
		return n.Div(n, x.over).Int64()
	}
	on = part(x.on)
	lost = left - on
	for i, c := range x.in {
		n := part(x.shares[i])
		votes[c] += n * weight
		lost -= n
	}
	return on, lost
}

// work finds the shares for the keep values of an iteration. All are parts of one number: the
// least common multiple of 1 to m, times the mth power of a whole keep value, where the rank
// has m candidates.
func (x *sharedSet) work(state []fate, keep []uint64) {
	x.in = x.in[:0]
	for _, c := range x.of {
		if state[c] != isOut {
			x.in = append(x.in, c)
		}
	}
	m := len(x.in)
	if m < 2 {
		return
	}
	one := big.NewInt(keepAll)
	common := int64(1)
	for i := int64(2); i <= int64(m); i++ {
		common = common / gcd(common, i) * i
	}
	x.over, x.on = big.NewInt(common), big.NewInt(common)
	for _, c := range x.in {
		x.over.Mul(x.over, one)
		x.on.Mul(x.on, big.NewInt(keepAll-int64(keep[c])))
	}
	x.shares = x.shares[:0]
	for i, c := range x.in {
		// The product over the others as a polynomial in t, then its integral.
		poly := []*big.Int{big.NewInt(1)}
		for j, d := range x.in {
			if j != i {
				poly = timesLess(poly, int64(keep[d]))
			}
		}
		sum := new(big.Int)
		for power, a := range poly {
			sum.Add(sum, new(big.Int).Mul(a, big.NewInt(common/int64(power+1))))
		}
		x.shares = append(x.shares, sum.Mul(sum, big.NewInt(int64(keep[c]))))
	}
}

// timesLess multiplies a polynomial by a whole keep value less t times a keep value.
func timesLess(poly []*big.Int, keep int64) []*big.Int {
	out := make([]*big.Int, len(poly)+1)
	for i := range out {
		out[i] = new(big.Int)
		if i < len(poly) {
			out[i].Mul(poly[i], big.NewInt(keepAll))
		}
		if i > 0 {
			out[i].Sub(out[i], new(big.Int).Mul(poly[i-1], big.NewInt(keep)))
		}
	}
	return out
}

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
