package election_test

import (
	"bytes"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

// BenchmarkCountWard is the count alone of a typical ward: 4,694 papers, 9 candidates.
func BenchmarkCountWard(b *testing.B) {
	ballots, err := election.ReadBLT(bytes.NewReader(ward(b)), election.Reading{})
	require.NoError(b, err)
	for _, rule := range election.Rules() {
		a := rule.Describe()
		if a.Takes.OnlyPoints || a.Takes.Order {
			continue
		}
		b.Run("rule="+a.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, err := election.Count(ballots, rule, election.Options{Seed: "x"})
				require.NoError(b, err)
			}
		})
	}
}

// BenchmarkAllWards counts every Scottish ward at hand under every rule that takes its papers, on
// one core.
func BenchmarkAllWards(b *testing.B) {
	var wards []*election.Ballots
	for _, root := range roots(b) {
		files, err := filepath.Glob(filepath.Join(root, "scottish", "*.blt"))
		require.NoError(b, err)
		if len(files) > 0 {
			wards = wards[:0] // the later root holds the earlier's too
		}
		for _, f := range files {
			wards = append(wards, readBLT(b, f))
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, w := range wards {
			for _, rule := range election.Rules() {
				if a := rule.Describe(); a.Takes.OnlyPoints || a.Takes.Order {
					continue
				}
				_, err := election.Count(w, rule, election.Options{Seed: "x", Workers: 1})
				require.NoError(b, err)
			}
		}
	}
	b.ReportMetric(float64(len(wards)), "wards")
}
