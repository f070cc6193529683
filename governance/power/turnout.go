package power

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Group is members who are alike in how likely they are to come.
type Group struct {
	Class   string `json:"class,omitempty"`
	Members int64  `json:"members"`
	// Votes is how many each has; 0 stands for one.
	Votes int64 `json:"votes,omitempty"`
	// Chance is how likely one is to come, from 0 to 1.
	Chance float64 `json:"chance"`
	// Together says how far they come and stay away together: the correlation between two of
	// them, from 0, where each decides for itself, to 1, where all come or none. The weather, a
	// bus, a contested item: then turnout is beta-binomial, and varies far more.
	Together float64 `json:"together,omitempty"`
}

// A Distribution is the chance of each number, from none up: of members, or of votes.
type Distribution []float64

// AtLeast is the chance of so many or more. It adds positive terms only, the smaller side of the
// two, so that a chance of one in a million has as many right digits as one of a half.
func (d Distribution) AtLeast(k int64) float64 {
	switch {
	case k <= 0:
		return 1
	case k >= int64(len(d)):
		return 0
	}
	if upper := kahan(d[k:]); upper < 0.5 {
		return upper
	}
	return 1 - min(kahan(d[:k]), 1)
}

// Mean is the number to expect.
func (d Distribution) Mean() float64 {
	terms := make([]float64, len(d))
	for k, p := range d {
		terms[k] = float64(k) * p
	}
	return kahan(terms)
}

// ErrTurnout is wrapped by complaints about members' chances of coming.
var ErrTurnout = errors.New("bad turnout")

// What a distribution may cost: how many numbers it has, and how many products it takes.
const (
	maxNumbers  = 1 << 24
	maxProducts = 1 << 33
)

// Turnout is how many votes, or members with one each, come from all groups together: exact, by
// multiplying the groups' distributions out. It refuses chances that cannot be; the error names
// the place.
func Turnout(groups []Group) (Distribution, error) {
	d := Distribution{1}
	products := 0.0
	for i := range groups {
		g := &groups[i]
		if err := g.check(i); err != nil {
			return nil, err
		}
		each := max(g.Votes, 1)
		size := float64(len(d)) + float64(g.Members)*float64(each)
		if products += float64(len(d)) * float64(g.Members+1); size > maxNumbers || products > maxProducts {
			return nil, fmt.Errorf("%w: %s: too many votes and members to multiply out", ErrTooLarge, law.Path("groups", i, ""))
		}
		d = convolve(d, g.distribution(), each)
	}
	return d, nil
}

func (g *Group) check(i int) error {
	bad := func(field, format string, args ...any) error {
		return fmt.Errorf("%w: %s: %s", ErrTurnout, law.Path("groups", i, field), fmt.Sprintf(format, args...))
	}
	switch {
	case g.Members < 0 || g.Members > maxNumbers:
		return bad("members", "%d is not between 0 and %d", g.Members, maxNumbers)
	case g.Votes < 0 || g.Votes > maxNumbers:
		return bad("votes", "%d is not between 0 and %d", g.Votes, maxNumbers)
	case !(g.Chance >= 0 && g.Chance <= 1):
		return bad("chance", "%v is not between 0 and 1", g.Chance)
	case !(g.Together >= 0 && g.Together <= 1):
		return bad("together", "%v is not between 0 and 1", g.Together)
	}
	return nil
}

// distribution is how many of a group come. With a correlation r the chance itself is drawn from
// a beta distribution of the same mean whose parameters add up to 1/r - 1.
func (g *Group) distribution() []float64 {
	n, p := g.Members, g.Chance
	spread := 1/g.Together - 1 // infinite where each decides for itself
	switch {
	case p == 0 || p == 1 || n < 2 || spread > 1e15:
		return binomialTerms(n, p)
	case p*spread < 1e-12 || (1-p)*spread < 1e-12: // all or none
		d := make([]float64, n+1)
		d[0], d[n] = 1-p, p
		return d
	}
	return betaBinomialTerms(n, p*spread, (1-p)*spread)
}

// convolve adds so many votes for each who comes of one group to what came before. A chance of
// less than any float is left out.
func convolve(d Distribution, of []float64, each int64) Distribution {
	out := make(Distribution, int64(len(d))+int64(len(of)-1)*each)
	for k, p := range of {
		if p == 0 {
			continue
		}
		to := out[int64(k)*each:]
		for i, q := range d {
			to[i] += p * q
		}
	}
	return out
}

// PoissonBinomial is how many of the members come, each with a chance of its own and deciding
// for itself. Members are added one at a time. It refuses a chance that cannot be.
func PoissonBinomial(chances []float64) (Distribution, error) {
	if n := float64(len(chances)); n*n > maxProducts {
		return nil, fmt.Errorf("%w: %d chances of their own", ErrTooLarge, len(chances))
	}
	d := slices.Grow(Distribution{1}, len(chances))
	for i, p := range chances {
		if !(p >= 0 && p <= 1) {
			return nil, fmt.Errorf("%w: %s: %v is not between 0 and 1", ErrTurnout, law.Path("chances", i, ""), p)
		}
		d = append(d, 0)
		for k := len(d) - 1; k > 0; k-- {
			d[k] = d[k]*(1-p) + d[k-1]*p
		}
		d[0] *= 1 - p
	}
	return d, nil
}

// least is the smallest chance, to twelve places and rounded up, at which something is as likely
// as is wanted, where a higher chance makes it no less likely; false where none is enough.
func least(wanted float64, likely func(chance float64) (float64, error)) (float64, bool, error) {
	if p, err := likely(1); err != nil || p < wanted {
		return 0, false, err
	}
	const steps = 1e12
	lo, hi := -1.0, float64(steps) // likely enough at hi, and not at lo
	for hi-lo > 1 {
		mid := math.Floor((lo + hi) / 2)
		p, err := likely(mid / steps)
		if err != nil {
			return 0, false, err
		}
		if p >= wanted {
			hi = mid
		} else {
			lo = mid
		}
	}
	return hi / steps, true, nil
}
