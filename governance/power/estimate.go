package power

import (
	"errors"
	"fmt"
	"math"
	"math/bits"
	"math/rand/v2"
	"sync"
)

// A Measured figure was found by drawing at random. Low and High are Wilson's interval, in which
// the true value lies with a chance of about 95%; Error is the standard error, at most.
type Measured struct {
	Value float64
	Error float64
	Low   float64
	High  float64
}

// Estimate is the indices of a game as found by drawing at random.
type Estimate struct {
	Trials  int64
	Raw     []Measured // the Banzhaf measure of each entry's player
	Shapley []Measured // the Shapley-Shubik index of each
	Act     Measured   // Coleman's power to act
}

// Draws say how an estimate is made. The seed decides it: the same seed gives the same bytes,
// whatever the number of workers.
type Draws struct {
	Trials int64
	Seed   uint64
	// Workers is how many draw at a time; 0 stands for one.
	Workers int
}

// ErrDraws is wrapped by refusals of draws that cannot be made.
var ErrDraws = errors.New("cannot draw")

// maxTrials keeps the sums of what is counted in each trial within 128 bits, with players of any number.
const maxTrials = 1 << 40

// Estimate draws coalitions: for Banzhaf with each player joining or not alike, for Shapley and
// Shubik with a chance that is drawn first and the same for all, so that all orders of coming
// are as likely. In each it asks of every player whether the others win only with it. It takes
// games of any size; each trial costs as much as there are kinds of players, and a bit or two for
// each player.
func (g *Game) Estimate(d Draws) (*Estimate, error) {
	if err := g.Check(); err != nil {
		return nil, err
	}
	switch {
	case d.Trials < 1 || d.Trials > maxTrials:
		return nil, fmt.Errorf("%w: trials: %d is not between 1 and %d", ErrDraws, d.Trials, int64(maxTrials))
	case d.Workers < 0 || d.Workers > 1024:
		return nil, fmt.Errorf("%w: workers: %d is not between 0 and 1,024", ErrDraws, d.Workers)
	}
	ks, of := g.kinds()
	sums := make([]*drawn, max(d.Workers, 1))
	var wait sync.WaitGroup
	for i := range sums {
		sums[i] = newDrawn(g, ks)
		wait.Go(func() {
			for t := int64(i); t < d.Trials; t += int64(len(sums)) {
				sums[i].trial(d.Seed, uint64(t))
			}
		})
	}
	wait.Wait()
	for _, s := range sums[1:] {
		sums[0].merge(s)
	}
	return sums[0].estimate(of, d.Trials), nil
}

// drawn is what has been counted: for each kind, how many of its players decided, in all trials
// together. Whole numbers add up to the same in any order.
type drawn struct {
	game    *Game
	kinds   []kind
	joined  []int64
	raw     []wide
	shapley []wide
	won     int64
}

// wide is a sum of 128 bits.
type wide struct{ hi, lo uint64 }

func (w *wide) add(n int64) {
	var c uint64
	w.lo, c = bits.Add64(w.lo, uint64(n), 0)
	w.hi += c
}

func (w wide) per(n float64) float64 { return (float64(w.hi)*0x1p64 + float64(w.lo)) / n }

func newDrawn(g *Game, ks []kind) *drawn {
	return &drawn{game: g, kinds: ks, joined: make([]int64, len(ks)), raw: make([]wide, len(ks)), shapley: make([]wide, len(ks))}
}

func (d *drawn) merge(o *drawn) {
	for i := range d.kinds {
		for _, x := range []struct {
			to   *wide
			from wide
		}{{&d.raw[i], o.raw[i]}, {&d.shapley[i], o.shapley[i]}} {
			var c uint64
			x.to.lo, c = bits.Add64(x.to.lo, x.from.lo, 0)
			x.to.hi += x.from.hi + c
		}
	}
	d.won += o.won
}

// trial is a function of the seed and its number, and of nothing drawn before.
func (d *drawn) trial(seed, number uint64) {
	r := rand.NewPCG(seed, number*0x9e3779b97f4a7c15+1)
	weight, heads := d.draw(r, 1<<63)
	if d.wins(weight, heads) {
		d.won++
	}
	d.decide(d.raw, weight, heads)
	weight, heads = d.draw(r, r.Uint64())
	d.decide(d.shapley, weight, heads)
}

func (d *drawn) wins(weight, heads int64) bool {
	return weight >= d.game.Quota && heads >= d.game.Heads
}

// draw lets each player join with a chance of so many of 2 to the 64.
func (d *drawn) draw(r *rand.PCG, chance uint64) (weight, heads int64) {
	for i, k := range d.kinds {
		j := joining(r, k.count, chance)
		d.joined[i] = j
		weight += j * k.weight
		heads += j
	}
	return weight, heads
}

// joining draws how many of n join. Each player's draw is compared with the chance bit by bit,
// sixty-four players at a time, and only those still equal go on to the next bit: all in whole
// numbers, so that every processor draws the same.
func joining(r *rand.PCG, n int64, chance uint64) (in int64) {
	for ; chance != 0 && n > 0; chance <<= 1 {
		ones := ones(r, n)
		if chance>>63 == 1 {
			in += n - ones // below the chance, and so in
			n = ones
		} else {
			n -= ones
		}
	}
	return in
}

// ones counts the ones among n bits.
func ones(r *rand.PCG, n int64) (sum int64) {
	for ; n >= 64; n -= 64 {
		sum += int64(bits.OnesCount64(r.Uint64()))
	}
	if n > 0 {
		sum += int64(bits.OnesCount64(r.Uint64() >> (64 - n)))
	}
	return sum
}

// decide counts the players whom a coalition of the others needs, and who are enough for it.
func (d *drawn) decide(sums []wide, weight, heads int64) {
	won := d.wins(weight, heads)
	for i, k := range d.kinds {
		if won {
			if !d.wins(weight-k.weight, heads-1) {
				sums[i].add(d.joined[i])
			}
		} else if d.wins(weight+k.weight, heads+1) {
			sums[i].add(k.count - d.joined[i])
		}
	}
}

func (d *drawn) estimate(of []int, trials int64) *Estimate {
	e := &Estimate{Trials: trials, Act: measured(float64(d.won)/float64(trials), trials)}
	for _, k := range of {
		n := float64(d.kinds[k].count) * float64(trials)
		e.Raw = append(e.Raw, measured(d.raw[k].per(n), trials))
		e.Shapley = append(e.Shapley, measured(d.shapley[k].per(n), trials))
	}
	return e
}

// measured gives a share of n trials its errors. Where several players alike share a trial its
// figure lies between 0 and 1, and varies less than one that is either.
func measured(p float64, n int64) Measured {
	const z = 1.959964
	trials := float64(n)
	centre := (p + z*z/(2*trials)) / (1 + z*z/trials)
	half := z / (1 + z*z/trials) * math.Sqrt(p*(1-p)/trials+z*z/(4*trials*trials))
	return Measured{p, math.Sqrt(p * (1 - p) / trials), max(centre-half, 0), min(centre+half, 1)}
}
