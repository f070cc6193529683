package election

import (
	"fmt"
	"math"
)

// Scoring is the rule of points: each paper gives each candidate a number of them, and
// those with the highest sums are elected. A candidate to whom a paper gives none has 0.
type Scoring struct {
	About
	// Max is the most points that a paper may give a candidate. One that gives more is
	// invalid.
	Max int `json:"max"`
}

// Score is score voting with points from 0 to a number.
func Score(highest int) Scoring {
	return Scoring{About{Name: "score", Title: "Score vote", Source: custom, Takes: Takes{OnlyPoints: true}}, highest}
}

func (s Scoring) with(parameters []byte) (Rule, error) { return decode(s, parameters) }

func (s Scoring) count(t *tally) error {
	if s.Max < 1 || s.Max > 1<<16-1 {
		return fmt.Errorf("%w: %s: max: %d is not between 1 and 65535", ErrRule, s.Name, s.Max)
	}
	if t.valid > math.MaxInt64/int64(s.Max) {
		return tooMany(t, s.Max)
	}
	votes := make([]int64, t.n)
	invalid := int64(0)
papers:
	for i := range t.b.start {
		w := t.b.weight[i] * t.scale
		from, to := t.b.start[i], t.b.end(i)
		for _, x := range t.b.points[from:to] {
			if int(x) > s.Max {
				invalid += w
				continue papers
			}
		}
		for at := from; at < to; at++ {
			votes[t.b.prefs[at]] += int64(t.b.points[at]) * w
		}
	}
	return t.highest(votes, invalid, false)
}
