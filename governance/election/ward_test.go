package election_test

import (
	"bytes"
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
