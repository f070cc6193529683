package power

import (
	"fmt"
)

// Approximate is what Banzhaf is, in floats. Each figure stands with a bound that its distance
// from the true value is proved not to pass.
type Approximate struct {
	// Raw and Normalised are the Banzhaf measure and index of each entry's player.
	Raw        []float64
	RawError   []float64
	Normalised []float64
	NormError  []float64
	// Act is Coleman's power of the body to act.
	Act      float64
	ActError float64
}

// ulp is the largest relative error of one operation of floats.
const ulp = 0x1p-53

// Approximate finds the Banzhaf indices in floats: many times faster than exact counting, and
// for thousands of players with millions of votes between them. It adds players to the
// distribution of a coalition's weight, in which nothing is ever taken away and so every cell
// keeps n roundings' accuracy; a player is taken out again by a sum of alternating signs, whose
// loss is known from the size of its terms and given as the error. It refuses a bad game, one
// with heads, and one too large for the limits.
func (g *Game) Approximate(limits Limits) (*Approximate, error) {
	if err := g.Check(); err != nil {
		return nil, err
	}
	if g.Heads > 1 {
		return nil, fmt.Errorf("%w: heads: games with heads are counted exactly or estimated", ErrGame)
	}
	ks, of, needed, total := g.reduced()
	n, quota := g.Size(), min(needed, total-needed+1)
	if _, err := cheapest(limits, cost{8 * float64(quota), float64(n) * float64(quota)}); err != nil {
		return nil, err
	}
	p := distribution(ks, quota)
	below(p)
	lose, loseError := alternating(p, quota-1, 0, n)
	a := &Approximate{Act: 1 - lose, ActError: loseError + ulp}
	if quota != needed {
		a.Act = lose
	}
	raw, bound := make([]float64, len(ks)), make([]float64, len(ks))
	sum, sumError := 0.0, 0.0
	for i, k := range ks {
		if k.weight > 0 {
			with, err := alternating(p, quota-1-k.weight, k.weight, n)
			raw[i] = max(2*lose-4*with, 0)
			bound[i] = 2*loseError + 4*err + 4*ulp
		}
		sum += float64(k.count) * raw[i]
		sumError += float64(k.count) * bound[i]
	}
	sumError += float64(len(ks)+1) * ulp * sum
	for _, k := range of {
		a.Raw, a.RawError = append(a.Raw, raw[k]), append(a.RawError, bound[k])
		part, loss := raw[k]/sum, 1.0
		if sum > sumError {
			loss = min((bound[k]+part*sumError)/(sum-sumError)+2*ulp, 1)
		}
		a.Normalised, a.NormError = append(a.Normalised, part), append(a.NormError, loss)
	}
	return a, nil
}

// distribution is the chance of each weight below the quota, each player joining or not alike.
func distribution(ks []kind, quota int64) []float64 {
	p := make([]float64, quota)
	p[0] = 1
	reach := int64(0)
	for _, k := range ks {
		if k.weight == 0 {
			continue
		}
		for range k.count {
			top := quota - 1
			if k.weight < quota-reach {
				top = reach + k.weight
			}
			for x := top; x >= k.weight; x-- {
				p[x] = 0.5 * (p[x] + p[x-k.weight])
			}
			for x := min(k.weight, quota) - 1; x >= 0; x-- {
				p[x] *= 0.5
			}
			reach = top
		}
	}
	return p
}

// below turns chances into those of no more than each weight, with sums that carry their own
// rounding along: each is right to two roundings, whatever their number.
func below(p []float64) {
	sum, lost := 0.0, 0.0
	for i, x := range p {
		t := sum + x
		if sum >= x {
			lost += (sum - t) + x
		} else {
			lost += (x - t) + sum
		}
		sum = t
		p[i] = sum + lost
	}
}

// alternating adds and subtracts, in turn, the chances of no more than y, y-w and so on (only
// the first, where w is 0). Each has at most n+3 roundings in it, and as many more as there are terms go
// into the sum; what they can come to, against the size of all terms, is the error.
func alternating(p []float64, y, w, n int64) (sum, bound float64) {
	sign, size, terms := 1.0, 0.0, 0.0
	for ; y >= 0; y -= w {
		sum += sign * p[y]
		size += p[y]
		sign, terms = -sign, terms+1
		if w == 0 {
			break
		}
	}
	return sum, (float64(n) + 2*terms + 8) * ulp * size * (1 + 1e-6)
}
