package election_test

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

// synthetic writes papers for 50 candidates and 10 seats, a line each: six groups of voters
// with favourites of their own, one paper in twenty of all candidates, the others of about six
// beyond the first. The same number gives the same bytes.
func synthetic(papers int) []byte {
	const candidates = 50
	r := rand.New(rand.NewPCG(1, 2))
	var groups [6][]int // candidates, the more often the more votes
	for g := range groups {
		for place, c := range r.Perm(candidates) {
			for range 1 + 400/(1+place*place) {
				groups[g] = append(groups[g], c)
			}
		}
	}
	b := fmt.Appendf(nil, "%d 10\n", candidates)
	var seen [candidates]int
	for paper := 1; paper <= papers; paper++ {
		length := 1
		if r.IntN(20) == 0 {
			length = candidates
		}
		for length < candidates && r.IntN(7) > 0 {
			length++
		}
		of := groups[min(r.IntN(9), 5)]
		b = append(b, '1')
		for i, tries := 0, 0; i < length; tries++ {
			c := of[r.IntN(len(of))]
			if tries > 40 {
				c = r.IntN(candidates)
			}
			if seen[c] != paper {
				seen[c] = paper
				b = strconv.AppendInt(append(b, ' '), int64(c+1), 10)
				i++
			}
		}
		b = append(b, " 0\n"...)
	}
	b = append(b, "0\n"...)
	for c := range candidates {
		b = fmt.Appendf(b, "\"Candidate %d\"\n", c+1)
	}
	return append(b, "\"Synthetic\"\n"...)
}

var sizes = []struct {
	name   string
	papers int
	text   func() []byte
}{
	{"5k", 5_000, sync.OnceValue(func() []byte { return synthetic(5_000) })},
	{"100k", 100_000, sync.OnceValue(func() []byte { return synthetic(100_000) })},
	{"1M", 1_000_000, sync.OnceValue(func() []byte { return synthetic(1_000_000) })},
}

func ward(tb testing.TB) []byte {
	tb.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "scottish", "aberdeen_2012_ward1.blt"))
	require.NoError(tb, err)
	return text
}

func BenchmarkRead(b *testing.B) {
	read := func(name string, text []byte) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				_, err := election.ReadBLT(bytes.NewReader(text), election.Reading{})
				require.NoError(b, err)
			}
		})
	}
	read("ward", ward(b))
	for _, s := range sizes[1:] {
		read(s.name, s.text())
	}
}

func BenchmarkCount(b *testing.B) {
	for _, rule := range election.Rules() {
		a := rule.Describe()
		for _, s := range sizes {
			b.Run("rule="+a.Name+"/papers="+s.name, func(b *testing.B) {
				ballots, err := election.ReadBLT(bytes.NewReader(s.text()), election.Reading{KeepOrder: a.Takes.Order})
				require.NoError(b, err)
				if a.Takes.OnlyPoints {
					ballots = scored(b, ballots)
				}
				b.ResetTimer()
				b.ReportAllocs()
				for b.Loop() {
					_, err := election.Count(ballots, rule, election.Options{Seed: "x"})
					require.NoError(b, err)
				}
			})
		}
	}
}

// scored gives the first nine of each paper points from 9 down.
func scored(tb testing.TB, b *election.Ballots) *election.Ballots {
	tb.Helper()
	n, err := election.NewBuilder(election.Setup{Seats: b.Seats(), Candidates: b.Names(), Scored: true})
	require.NoError(tb, err)
	points := make([]int, b.Len())
	for _, p := range b.All() {
		clear(points)
		for i, rank := range p.Ranks[:min(len(p.Ranks), 9)] {
			points[rank[0]-1] = 9 - i
		}
		require.NoError(tb, n.AddPoints(p.Weight, points...))
	}
	return n.Ballots()
}

// BenchmarkWard is a typical ward from a file to its sheet.
func BenchmarkWard(b *testing.B) {
	text := ward(b)
	for _, rule := range election.Rules() {
		a := rule.Describe()
		if a.Takes.OnlyPoints || a.Takes.Order {
			continue
		}
		b.Run("rule="+a.Name, func(b *testing.B) {
			for b.Loop() {
				ballots, err := election.ReadBLT(bytes.NewReader(text), election.Reading{})
				require.NoError(b, err)
				r, err := election.Count(ballots, rule, election.Options{Seed: "x"})
				require.NoError(b, err)
				require.NoError(b, election.Sheet{Result: r}.Text(io.Discard))
			}
		})
	}
}
