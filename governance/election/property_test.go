package election_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

// random builds an election of a few candidates; some papers rank candidates equal where a
// rule lets them, and give points where it asks for them.
func random(t testing.TB, r *rand.Rand, takes election.Takes) (election.Setup, []election.Paper) {
	t.Helper()
	n := 2 + r.IntN(6)
	s := election.Setup{Title: "Random", Seats: 1 + r.IntN(n-1), Scored: takes.OnlyPoints, KeepOrder: takes.Order}
	for c := range n {
		s.Candidates = append(s.Candidates, string(rune('A'+c)))
	}
	papers := make([]election.Paper, 1+r.IntN(40))
	for i := range papers {
		papers[i].Weight = 1 + r.Int64N(5)
		for _, c := range r.Perm(n)[:r.IntN(n)+1] {
			last := len(papers[i].Ranks) - 1
			if takes.Equal && last >= 0 && r.IntN(4) == 0 {
				papers[i].Ranks[last] = append(papers[i].Ranks[last], c+1)
			} else {
				papers[i].Ranks = append(papers[i].Ranks, []int{c + 1})
			}
		}
		papers[i].Points = r.Perm(n)
	}
	return s, papers
}

// put builds ballots of papers.
func put(t testing.TB, s election.Setup, papers []election.Paper) *election.Ballots {
	t.Helper()
	n, err := election.NewBuilder(s)
	require.NoError(t, err)
	for _, p := range papers {
		if s.Scored {
			err = n.AddPoints(p.Weight, p.Points...)
		} else {
			err = n.AddRanks(p.Weight, p.Ranks...)
		}
		require.NoError(t, err)
	}
	return n.Ballots()
}

func counted(t testing.TB, b *election.Ballots, r election.Rule, o election.Options) *election.Result {
	t.Helper()
	res, err := election.Count(b, r, o)
	require.NoError(t, err, r.Describe().Name)
	return res
}

func asJSON(t testing.TB, r *election.Result) string {
	t.Helper()
	text, err := json.Marshal(r)
	require.NoError(t, err)
	return string(text)
}

// each tries a property on random elections by every rule, and by variants of some.
func each(t *testing.T, do func(t *testing.T, r *rand.Rand, rule election.Rule, s election.Setup, papers []election.Paper)) {
	t.Helper()
	for _, rule := range append(election.Rules(), variants()...) {
		a := rule.Describe()
		t.Run(a.Name, func(t *testing.T) {
			for seed := range uint64(200) {
				r := rand.New(rand.NewPCG(seed, 1844))
				s, papers := random(t, r, a.Takes)
				do(t, r, rule, s, papers)
			}
		})
	}
}

func TestPapersInAnyOrderOrSplitGiveTheSameResult(t *testing.T) {
	each(t, func(t *testing.T, r *rand.Rand, rule election.Rule, s election.Setup, papers []election.Paper) {
		if rule.Describe().Takes.Order {
			return // the order of papers is what such a rule goes by
		}
		want := asJSON(t, counted(t, put(t, s, papers), rule, election.Options{Seed: "x", Workers: 1}))
		var split []election.Paper
		for _, p := range papers {
			for p.Weight > 1 && r.IntN(2) == 0 {
				part := p
				part.Weight = 1
				p.Weight--
				split = append(split, part)
			}
			split = append(split, p)
		}
		r.Shuffle(len(split), func(i, j int) { split[i], split[j] = split[j], split[i] })
		assert.Equal(t, want, asJSON(t, counted(t, put(t, s, split), rule, election.Options{Seed: "x", Workers: 5})))
	})
}

func TestRenumberingCandidatesRenumbersTheResult(t *testing.T) {
	each(t, func(t *testing.T, r *rand.Rand, rule election.Rule, s election.Setup, papers []election.Paper) {
		n := len(s.Candidates)
		lot := r.Perm(n)
		to := r.Perm(n)
		is, was := s, s
		is.Candidates = make([]string, n)
		var order, moved []int
		for c, name := range was.Candidates {
			is.Candidates[to[c]] = name
			order, moved = append(order, lot[c]+1), append(moved, to[lot[c]]+1)
		}
		renumbered := make([]election.Paper, len(papers))
		for i, p := range papers {
			q := election.Paper{Weight: p.Weight, Points: make([]int, n)}
			for _, rank := range p.Ranks {
				other := make([]int, len(rank))
				for k, c := range rank {
					other[k] = to[c-1] + 1
				}
				q.Ranks = append(q.Ranks, other)
			}
			for c, x := range p.Points {
				q.Points[to[c]] = x
			}
			renumbered[i] = q
		}
		a := counted(t, put(t, was, papers), rule, election.Options{Lot: order})
		b := counted(t, put(t, is, renumbered), rule, election.Options{Lot: moved})
		require.Len(t, b.Elected, len(a.Elected))
		for i, c := range a.Elected {
			require.Equal(t, to[c-1]+1, b.Elected[i])
		}
		require.Len(t, b.Stages, len(a.Stages))
		for i := range a.Stages {
			for c, v := range a.Stages[i].Votes {
				require.Equal(t, v, b.Stages[i].Votes[to[c]])
			}
		}
	})
}

func TestACandidateWhomNobodyRanksChangesNobodyElected(t *testing.T) {
	each(t, func(t *testing.T, _ *rand.Rand, rule election.Rule, s election.Setup, papers []election.Paper) {
		ranked := map[int]bool{}
		for _, p := range papers {
			for _, rank := range p.Ranks {
				for _, c := range rank {
					ranked[c] = true
				}
			}
		}
		if len(ranked) <= s.Seats || s.Scored && len(ranked) < len(s.Candidates) {
			return // there would be a place for somebody whom nobody ranks
		}
		if g, ok := rule.(election.Australian); ok && g.LastTwoAtOnce {
			return // there would be three left where there were two
		}
		a := counted(t, put(t, s, papers), rule, election.Options{Seed: "x"})
		one := s
		one.Candidates = append(slices.Clone(s.Candidates), "Nobody's")
		b, err := election.Count(put(t, one, papers), rule, election.Options{Lot: append([]int{len(one.Candidates)}, a.Lot.Order...)})
		require.NoError(t, err)
		assert.Equal(t, sorted(a.Elected), sorted(b.Elected))
	})
}

func sorted(cs []int) []int { return slices.Sorted(slices.Values(cs)) }

func TestWhoHasMoreThanHalfOfFirstPreferencesIsElected(t *testing.T) {
	for _, rule := range election.Rules() {
		a := rule.Describe()
		if !slices.Contains([]string{"fptp", "sntv", "av", "scottish", "ers97", "ni", "irish", "meek-prf", "meek-nz", "wigm-prf", "schulze", "schulze-margins", "ranked-pairs"}, a.Name) {
			continue // marks and points do not promise it
		}
		for seed := range uint64(300) {
			r := rand.New(rand.NewPCG(seed, 7))
			s, papers := random(t, r, election.Takes{Order: a.Takes.Order})
			first, all := make([]int64, len(s.Candidates)), int64(0)
			for _, p := range papers {
				first[p.Ranks[0][0]-1] += p.Weight
				all += p.Weight
			}
			for c, n := range first {
				if 2*n > all {
					assert.Contains(t, counted(t, put(t, s, papers), rule, election.Options{Seed: "x"}).Elected, c+1, a.Name)
				}
			}
		}
	}
}
