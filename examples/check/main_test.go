package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func judge(args ...string) (status int, stdout, stderr string) {
	var out, err bytes.Buffer
	status = run(args, &out, &err)
	return status, out.String(), err.String()
}

func file(name string) string { return filepath.Join("testdata", name) }

func TestExitStatuses(t *testing.T) {
	for _, tc := range []struct {
		name string
		args []string
		want int
	}{
		{"a lawful organisation", []string{file("lawful.json")}, kept},
		{"an unlawful one", []string{file("unlawful.json")}, breached},
		{"an unlawful one is so whatever is allowed", []string{"-allow-unknown", file("unlawful.json")}, breached},
		{"an incomplete one", []string{file("incomplete.json")}, unknown},
		{"an incomplete one, allowed", []string{"-allow-unknown", file("incomplete.json")}, kept},
		{"a flag after the file", []string{file("incomplete.json"), "-allow-unknown"}, kept},
		{"no file", nil, wrong},
		{"a file that is not there", []string{file("none.json")}, wrong},
		{"two files", []string{file("lawful.json"), file("unlawful.json")}, wrong},
		{"a date that is none", []string{"-on", "2026-02-30", file("lawful.json")}, wrong},
		{"a log that stops", []string{"-log", file("log.json")}, breached},
		{"a log that stops, as data", []string{"-json", "-log", file("log.json")}, breached},
		{"a log that is none", []string{"-log", file("lawful.json")}, wrong},
		{"a log and a file", []string{"-log", file("log.json"), file("lawful.json")}, wrong},
		{"a log and a date", []string{"-log", file("log.json"), "-on", "2026-01-01"}, wrong},
		{"help", []string{"-h"}, kept},
	} {
		t.Run(tc.name, func(t *testing.T) {
			status, _, stderr := judge(tc.args...)
			assert.Equal(t, tc.want, status, stderr)
		})
	}
}

func TestUnlawfulInSixWays(t *testing.T) {
	_, out, _ := judge("-json", file("unlawful.json"))
	var got struct{ Findings []law.Finding }
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	codes := map[law.Code]bool{}
	for _, f := range got.Findings {
		if f.Outcome == law.Breached && f.Weight == law.Statute {
			codes[f.Code] = true
			assert.NotEmpty(t, f.Remedy, f.Code)
			assert.NotEmpty(t, f.Path, f.Code)
			assert.False(t, f.Provision.IsZero(), f.Code)
		}
	}
	assert.Len(t, codes, 6, "%v", codes)
}

func TestIncompleteSaysWhatToAdd(t *testing.T) {
	_, out, _ := judge(file("incomplete.json"))
	assert.Contains(t, out, "What to add to the file")
	assert.Contains(t, out, "body.dividend.distributable_profits")
	assert.Contains(t, out, "settles cic.over-aggregate-cap")
}

func TestAddingWhatIsMissingSettlesIt(t *testing.T) {
	b, err := os.ReadFile(file("incomplete.json"))
	require.NoError(t, err)
	more := strings.Replace(string(b), `"counted_before"`, `"distributable_profits": "100000", "counted_before"`, 1)
	require.NotEqual(t, string(b), more)
	name := filepath.Join(t.TempDir(), "more.json")
	require.NoError(t, os.WriteFile(name, []byte(more), 0o600))
	_, out, _ := judge(name)
	assert.NotContains(t, out, "body.dividend.distributable_profits")
}

func TestALogStopsAtTheActThatBreaksARule(t *testing.T) {
	_, out, stderr := judge("-log", file("log.json"))
	require.Empty(t, stderr)
	assert.Contains(t, out, "acts[5] on 1 July 2026, close_year: taken")
	assert.Contains(t, out, "acts[6] on 1 September 2026, declare: refused")
	assert.Contains(t, out, "cic.over-aggregate-cap (statute)")
	assert.NotContains(t, out, "acts[7]")
	assert.Contains(t, out, "The log stops at act 7 of 8")
	for i, line := range strings.Split(out, "\n") {
		assert.LessOrEqual(t, utf8.RuneCountInString(line), console.Width, "line %d", i+1)
	}

	b, err := os.ReadFile(file("log.json"))
	require.NoError(t, err)
	name := filepath.Join(t.TempDir(), "less.json")
	require.NoError(t, os.WriteFile(name, []byte(strings.Replace(string(b), `"8000"`, `"7000"`, 1)), 0o600))
	status, out, _ := judge("-log", name)
	assert.Equal(t, unknown, status, "an allotment rests on what is not stated")
	assert.Contains(t, out, "Every act was taken.")
	status, _, _ = judge("-log", name, "-allow-unknown")
	assert.Equal(t, kept, status)
}

func TestTextFits(t *testing.T) {
	for _, name := range []string{"lawful.json", "unlawful.json", "incomplete.json"} {
		_, out, stderr := judge("-all", file(name))
		require.Empty(t, stderr)
		for i, line := range strings.Split(out, "\n") {
			if !strings.Contains(line, "https://") {
				assert.LessOrEqual(t, utf8.RuneCountInString(line), console.Width, "%s line %d", name, i+1)
			}
		}
	}
}
