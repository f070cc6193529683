package election_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

// roots are where election data lie: a compact part of them beside these tests, and all of
// them where the project's shared data stand next to it.
func roots(t testing.TB) []string {
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

// eachLine decodes each line of a file of expected results.
func eachLine(t testing.TB, path string, do func(line map[string]json.RawMessage)) {
	t.Helper()
	f, err := os.Open(path)
	require.NoError(t, err)
	defer f.Close()
	for d := json.NewDecoder(f); d.More(); {
		var line map[string]json.RawMessage
		require.NoError(t, d.Decode(&line), path)
		do(line)
	}
}

// expected reads the stages that a count by a rule must have, as results, with the ballots.
func expected(t testing.TB, root, file string, do func(b *election.Ballots, r *election.Result)) {
	t.Helper()
	eachLine(t, filepath.Join(root, "expected", file), func(line map[string]json.RawMessage) {
		if line["stages"] == nil {
			return // winners only, or rounds of another kind
		}
		var name string
		require.NoError(t, json.Unmarshal(line["file"], &name))
		b := readBLT(t, filepath.Join(root, name))
		for _, k := range []string{"file", "verified", "features"} {
			delete(line, k)
		}
		var err error
		line["candidates"], err = json.Marshal(b.Names())
		require.NoError(t, err)
		line["title"], err = json.Marshal(b.Title())
		require.NoError(t, err)
		text, err := json.Marshal(line)
		require.NoError(t, err)
		var r election.Result
		require.NoError(t, json.Unmarshal(text, &r), name)
		again, err := json.Marshal(&r)
		require.NoError(t, err)
		require.JSONEq(t, string(text), string(again), name)
		do(b, &r)
	})
}
