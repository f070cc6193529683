package election

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A keeping is a count by Meek's method under way: the steps that its rules share.
type keeping struct {
	t          *tally
	p          papers
	state      []fate
	apart      bool
	keep       []uint64 // of each candidate, in 0.000000001
	votes      []int64
	sum        int64 // of all votes
	quota      int64
	surplus    int64
	iterations int   // of the round
	in, out    []int // who is elected and excluded in the round
	filled     int   // places
	left       int   // hopeful candidates
}

// Papers give out votes by keep values.
type papers interface {
	// distribute gives each candidate the votes that the keep values make.
	distribute(keep []uint64, votes []int64)
	// residual is what then is left of votes whose papers come no further.
	residual() int64
	// move follows candidates who are hopeful no longer.
	move(candidates []int)
}

// newKeeping begins a count. Where products are rounded apart, what goes on from a candidate
// is a product of its own, rounded up.
func newKeeping(t *tally, apart bool) (*keeping, error) {
	k := &keeping{t: t, state: make([]fate, t.n), apart: apart, keep: make([]uint64, t.n), votes: make([]int64, t.n)}
	for c, gone := range t.b.withdrawn {
		if gone {
			k.state[c] = isOut
			continue
		}
		k.keep[c] = keepAll
		k.left++
	}
	if !t.b.HasEqual() {
		k.p = newPatterns(t, k.state, apart)
		return k, nil
	}
	var err error
	k.p, err = newShared(t.b, k.state)
	return k, err
}

// open reports whether candidates are still to be chosen between.
func (k *keeping) open() bool { return k.filled < k.t.seats && k.filled+k.left > k.t.seats }

// begin begins a round.
func (k *keeping) begin() { k.iterations, k.in, k.out = 0, nil, nil }

// distribute gives out all votes by the keep values and finds the quota and the surplus.
func (k *keeping) distribute() {
	k.iterations++
	k.p.distribute(k.keep, k.votes)
	k.sum = 0
	for _, v := range k.votes {
		k.sum += v
	}
	k.quota = k.sum/int64(k.t.seats+1) + 1
	k.measure()
}

// measure adds the surpluses of all elected. One that rounding left below the quota counts
// against the others, and together they are not less than 0.
func (k *keeping) measure() {
	k.surplus = 0
	for c, s := range k.state {
		if s == isElected {
			k.surplus += k.votes[c] - k.quota
		}
	}
	k.surplus = max(0, k.surplus)
}

// elect elects those who have a quota, and reports whether anybody had. There are never more of
// them than places but by rounding; then those with most votes have the places.
func (k *keeping) elect() bool {
	for c, s := range k.state {
		if s == isHopeful && k.votes[c] >= k.quota {
			k.in = append(k.in, c)
		}
	}
	if len(k.in) == 0 {
		return false
	}
	k.in = k.t.byVotes(k.in, k.votes)
	k.in = k.in[:min(len(k.in), k.t.seats-k.filled)]
	for _, c := range k.in {
		k.state[c] = isElected
	}
	k.measure()
	return true
}

// lowest returns the hopeful candidate with fewest votes, of equals the first.
func (k *keeping) lowest() int {
	low := -1
	for c, s := range k.state {
		if s == isHopeful && (low < 0 || k.votes[c] < k.votes[low]) {
			low = c
		}
	}
	return low
}

// end ends a round: the stage is recorded, and the papers of those chosen are looked at again.
// Where as many are left as places, all are elected in the same stage.
func (k *keeping) end() error {
	s := k.stage()
	for _, c := range k.out {
		k.state[c], k.keep[c] = isOut, 0
	}
	s.Elected, s.Excluded = numbers(k.in), numbers(k.out)
	k.filled += len(k.in)
	k.left -= len(k.in) + len(k.out)
	if k.open() {
		k.p.move(append(slices.Clone(k.in), k.out...))
	} else {
		s.Elected = append(s.Elected, numbers(k.rest())...)
	}
	return k.t.record(s)
}

// stage is the stage of the votes in hand.
func (k *keeping) stage() Stage {
	s := Stage{
		Kind: Round, Quota: k.quota, Votes: k.votes, NonTransferable: k.p.residual(), Iterations: k.iterations,
		Keep: make([]int64, k.t.n), Surplus: law.Known(k.surplus),
	}
	if len(k.t.res.Stages) == 0 {
		s.Kind = First
	}
	if k.apart {
		s.NonTransferable = k.t.valid - k.sum // rounding included
	}
	one := k.t.one / keepAll
	for c, keep := range k.keep {
		s.Keep[c] = int64(keep) * one
	}
	k.t.res.Quota = k.quota
	return s
}

// rest elects the hopeful candidates left, if there are places for them.
func (k *keeping) rest() []int {
	if k.filled >= k.t.seats {
		return nil
	}
	var rest []int
	for c, s := range k.state {
		if s == isHopeful {
			rest = append(rest, c)
		}
	}
	k.filled += len(rest)
	return k.t.byVotes(rest, k.votes)
}

// fill elects all where there are no more candidates than places, and so was no round.
func (k *keeping) fill() error {
	if len(k.t.res.Stages) > 0 {
		return nil
	}
	k.begin()
	k.distribute()
	s := k.stage()
	s.Elected = numbers(k.rest())
	return k.t.record(s)
}
