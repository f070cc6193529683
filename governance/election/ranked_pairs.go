package election

import (
	"cmp"
	"slices"
)

// RankedPairsRule locks wins of one candidate over another in order of their strength, each unless it
// would close a circle with those locked before. The one over whom no win is locked is
// elected.
//
// Of equal wins by winning votes, the one with fewer papers against it goes first, and by
// margins the one with more papers for it. Wins still equal are all locked where no circle
// comes of it; where one does, the lot says whose defeats go first.
//
// Its one stage gives as votes of a candidate how many others do not come before.
type RankedPairsRule struct {
	About
	Strength Strength `json:"strength"`
}

// RankedPairs is Tideman's rule, with wins as strong as the papers for them.
func RankedPairs() RankedPairsRule {
	return RankedPairsRule{
		About: About{
			Name: "ranked-pairs", Title: "Ranked pairs", SingleWinner: true, Takes: Takes{Equal: true},
			Source: "Nicolaus Tideman, Independence of clones as a criterion for voting rules, Social Choice and Welfare 4 (1987)",
		},
		Strength: WinningVotes,
	}
}

func (r RankedPairsRule) with(parameters []byte) (Rule, error) { return decode(r, parameters) }

func (r RankedPairsRule) count(t *tally) error {
	p, err := t.pairs(r.Strength)
	if err != nil {
		return err
	}
	wins := p.wins(r.Strength)
	g := newLocked(p.n)
	for len(wins) > 0 {
		same := 1
		for same < len(wins) && wins[0].compare(wins[same]) == 0 {
			same++
		}
		if err := g.lockEquals(t, wins[:same]); err != nil {
			return err
		}
		wins = wins[same:]
	}
	return t.before(g.reaches)
}

// A win is one candidate's over another.
type win struct {
	over, under int
	first, next int64 // what orders it
}

// compare orders wins, the strongest first.
func (w win) compare(x win) int {
	return cmp.Or(cmp.Compare(x.first, w.first), cmp.Compare(x.next, w.next))
}

// wins lists all wins, the strongest first.
func (p *Pairs) wins(s Strength) []win {
	var out []win
	for i := range p.n {
		for j := range p.n {
			if p.beats(i, j) {
				next := -p.of(j, i)
				if s == Margins {
					next = p.of(i, j)
				}
				out = append(out, win{i, j, s.of(p, i, j), next})
			}
		}
	}
	slices.SortStableFunc(out, win.compare)
	return out
}

// A locked is what the wins locked so far lead to: for each candidate, the set of those below.
type locked struct {
	n, words int
	below    []uint64
	trial    *locked // the same, but for wins on trial
}

func newLocked(n int) *locked {
	words := (n + 63) / 64
	return &locked{n, words, make([]uint64, n*words), &locked{n, words, make([]uint64, n*words), nil}}
}

func (g *locked) row(i int) []uint64 { return g.below[i*g.words : (i+1)*g.words] }

// reaches reports whether j is below i.
func (g *locked) reaches(i, j int) bool { return g.row(i)[j/64]>>(j%64)&1 != 0 }

// lock puts a candidate below another, and with that one all below. It must not close a circle.
func (g *locked) lock(w win) {
	if g.reaches(w.over, w.under) {
		return
	}
	for i := range g.n {
		if (i == w.over || g.reaches(i, w.over)) && !g.reaches(i, w.under) {
			row := g.row(i)
			for k, x := range g.row(w.under) {
				row[k] |= x
			}
			row[w.under/64] |= 1 << (w.under % 64)
		}
	}
}

// lockEquals locks equal wins. Those on no circle are locked first: in no order could they
// close one. Of the others the lot draws a candidate, whose defeats are locked next; they
// never close a circle with each other.
func (g *locked) lockEquals(t *tally, equals []win) error {
	for {
		equals = slices.DeleteFunc(equals, func(w win) bool { return g.reaches(w.under, w.over) })
		for _, w := range equals {
			g.trial.lock(w)
		}
		var circle []win
		var under []int
		for _, w := range equals {
			if g.trial.reaches(w.under, w.over) {
				circle = append(circle, w)
				under = append(under, w.under)
			} else {
				g.lock(w)
			}
		}
		if len(circle) == 0 {
			return nil
		}
		slices.Sort(under)
		drawn, err := t.breakTie(ToExclude, slices.Compact(under), nil, NoHistory)
		if err != nil {
			return err
		}
		for _, w := range circle {
			if w.under == drawn {
				g.lock(w)
			}
		}
		copy(g.trial.below, g.below)
		equals = slices.DeleteFunc(circle, func(w win) bool { return w.under == drawn })
	}
}
