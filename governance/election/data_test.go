package election_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

// roots are where election data lie: a compact part of them beside these tests, and all of
// them where the project's shared data stand next to it.
func roots(t *testing.T) []string {
	t.Helper()
	out := []string{"testdata"}
	all := filepath.Join("..", "..", "..", "shared", "data", "elections")
	if _, err := os.Stat(all); err == nil {
		out = append(out, all)
	}
	return out
}

// readBLT reads a file of the data.
func readBLT(t testing.TB, path string) *election.Ballots {
	t.Helper()
	f, err := os.Open(path)
	require.NoError(t, err)
	defer f.Close()
	b, err := election.ReadBLT(f, election.Reading{})
	require.NoError(t, err, path)
	return b
}

// replaceOnce replaces the first of what must be there.
func replaceOnce(t *testing.T, text, was, is string) string {
	t.Helper()
	require.Contains(t, text, was)
	return strings.Replace(text, was, is, 1)
}
