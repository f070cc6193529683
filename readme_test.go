package rochdale

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The program that the README shows is the one that is compiled and run.
func TestTheReadmeShowsTheProgramThatRuns(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	program, err := os.ReadFile("examples/dividend/main.go")
	require.NoError(t, err)
	_, body, ok := strings.Cut(string(program), "package main")
	require.True(t, ok)
	assert.Contains(t, string(readme), "```go\npackage main"+strings.TrimRight(body, "\n")+"\n```")
	assert.Contains(t, string(readme), "    go run ./examples/spinout\n    go test ./... ./examples/...\n")
}
