package election_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

func TestRankedPairsOrderThoseOfTheData(t *testing.T) {
	margins := election.RankedPairs()
	margins.Strength = election.Margins
	eachSingle(t, func(b *election.Ballots, want single) {
		// Whoever the lot draws first is out; the data puts the first by number before others.
		lot := lots(b)
		slices.Reverse(lot)
		for _, x := range []struct {
			rule election.Rule
			want ordered
		}{{election.RankedPairs(), want.ByVotes}, {margins, want.ByMargins}} {
			r := counted(t, b, x.rule, election.Options{Lot: lot})
			require.Contains(t, firsts(r), x.want.Order[0], want.File)
			if !x.want.NoEqual {
				continue // the rest may depend on the lot
			}
			for place, c := range x.want.Order {
				require.EqualValues(t, b.Len()-1-place, r.Stages[0].Votes[c-1], "%s: %d", want.File, c)
			}
			require.Empty(t, r.Ties, want.File)
		}
	})
}

func TestEqualWinsInACircleAreLockedByLot(t *testing.T) {
	// Each of three beats the next by 2 to 1.
	b := ballotsOf(t, "1", "1 1 2 3 0\n1 2 3 1 0\n1 3 1 2 0")
	_, err := election.Count(b, election.RankedPairs(), election.Options{})
	var tie *election.LotNeeded
	require.ErrorAs(t, err, &tie)
	assert.Equal(t, []int{1, 2, 3}, tie.Tied)
	// The defeat of 2 is locked first, so that 1 is over 2; then that of 3, who is below both.
	r := counted(t, b, election.RankedPairs(), election.Options{Lot: []int{2, 3, 1}})
	assert.Equal(t, []int{1}, r.Elected)
	assert.Equal(t, []int64{3, 2, 1, 0}, r.Stages[0].Votes)
	r = counted(t, b, election.RankedPairs(), election.Options{Lot: []int{1, 2, 3}})
	assert.Equal(t, []int{3}, r.Elected)

	// A circle of 4 to 2 below somebody whom all prefer needs a lot, a chain of equal wins none.
	b = ballotsOf(t, "1", "2 1 2 3 4 0\n2 1 3 2 4 0")
	r = counted(t, b, election.RankedPairs(), election.Options{})
	assert.Equal(t, []int{1}, r.Elected)
	assert.Empty(t, r.Ties)
	assert.Equal(t, []int64{3, 2, 2, 0}, r.Stages[0].Votes, "2 and 3 are equal, and neither comes before the other")
}

// lockNaively locks wins as the rule reads, looking for circles by walking every time. It returns
// who is over whom in the end, and between whom lots were drawn.
func lockNaively(p *election.Pairs, n int, margins bool) (over [][]bool, drawn [][]int) {
	type win struct {
		over, under   int
		strong, after int64
	}
	var wins []win
	for i := range n {
		for j := range n {
			a, b := p.Over(i+1, j+1), p.Over(j+1, i+1)
			switch {
			case a <= b:
			case margins:
				wins = append(wins, win{i, j, a - b, a})
			default:
				wins = append(wins, win{i, j, a, -b})
			}
		}
	}
	walk := func(edges []win) [][]bool {
		reach := make([][]bool, n)
		for i := range n {
			reach[i] = make([]bool, n)
			for todo := []int{i}; len(todo) > 0; todo = todo[1:] {
				for _, e := range edges {
					if e.over == todo[0] && !reach[i][e.under] {
						reach[i][e.under] = true
						todo = append(todo, e.under)
					}
				}
			}
		}
		return reach
	}
	var locked []win
	for len(wins) > 0 {
		best := wins[0]
		for _, w := range wins {
			if w.strong > best.strong || w.strong == best.strong && w.after > best.after {
				best = w
			}
		}
		var group, rest []win
		for _, w := range wins {
			if w.strong == best.strong && w.after == best.after {
				group = append(group, w)
			} else {
				rest = append(rest, w)
			}
		}
		wins = rest
		for len(group) > 0 {
			now := walk(locked)
			group = slices.DeleteFunc(group, func(w win) bool { return now[w.under][w.over] })
			all := walk(append(slices.Clone(locked), group...))
			var circle []win
			var tied []int
			for _, w := range group {
				if all[w.under][w.over] {
					circle, tied = append(circle, w), append(tied, w.under+1)
				} else {
					locked = append(locked, w)
				}
			}
			if group = nil; len(circle) == 0 {
				break
			}
			slices.Sort(tied)
			tied = slices.Compact(tied)
			drawn = append(drawn, tied)
			for _, w := range circle {
				if w.under == tied[0]-1 { // lots are in the order of numbers
					locked = append(locked, w)
				} else {
					group = append(group, w)
				}
			}
		}
	}
	return walk(locked), drawn
}

func TestRankedPairsAgreeWithLockingAsTheRuleReads(t *testing.T) {
	withLots := 0
	for seed := range uint64(2500) {
		s, papers := random(t, rand.New(rand.NewPCG(seed, 87)), election.Takes{Equal: true})
		b := put(t, s, papers[:min(len(papers), 3+int(seed%4))]) // few papers, and so many equal wins
		p, err := election.Pairwise(b, 1)
		require.NoError(t, err)
		for _, strength := range []election.Strength{election.WinningVotes, election.Margins} {
			rule := election.RankedPairs()
			rule.Strength = strength
			over, drawn := lockNaively(p, b.Len(), strength == election.Margins)
			r := counted(t, b, rule, election.Options{Lot: lots(b)})
			for c, v := range r.Stages[0].Votes {
				want := int64(b.Len() - 1)
				for i := range over {
					if over[i][c] {
						want--
					}
				}
				require.Equal(t, want, v, "seed %d, by %v: %d", seed, strength, c+1)
			}
			require.GreaterOrEqual(t, len(r.Ties), len(drawn), "seed %d", seed)
			for i, tied := range drawn {
				withLots++
				require.Equal(t, tied, r.Ties[i].Tied, "seed %d", seed)
			}
			if len(drawn) < len(r.Ties) {
				require.Equal(t, firsts(r), r.Ties[len(drawn)].Tied, "seed %d: only those before whom nobody comes are tied then", seed)
			}
		}
	}
	assert.Greater(t, withLots, 50)
}
