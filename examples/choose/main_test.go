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
	"github.com/rochdale-go/rochdale/legalform"
)

func ran(t *testing.T, stdin string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	status = run(args, strings.NewReader(stdin), &out, &err)
	return status, out.String(), err.String()
}

var investors = []string{"-answers", filepath.Join("testdata", "investors.json")}

func TestEveryFormIsInOnePartWithItsRules(t *testing.T) {
	status, out, stderr := ran(t, "", investors...)
	require.Zero(t, status, stderr)
	for _, f := range legalform.All() {
		assert.Equal(t, 1, strings.Count(out, "- "+f.FormTitle()+"\n"), f.FormTitle())
	}
	fit, _, ok := strings.Cut(out, "Forms that the law excludes")
	require.True(t, ok)
	assert.Contains(t, fit, "CIC by shares, Schedule 3")
	assert.Contains(t, fit, "Community benefit society")
	assert.NotContains(t, fit, "Private company by shares", "no law locks its assets")
	assert.Contains(t, out, "Required: members at most 12, directors at most 3, for the community, limited liability, asset lock,\noutside investors.")
	assert.Contains(t, out, "https://www.legislation.gov.uk/ukpga/2006/46/section/22/2026-11-23")
	for i, line := range strings.Split(out, "\n") {
		assert.True(t, utf8.RuneCountInString(line) <= console.Width || strings.Contains(line, "://"), "line %d: %s", i+1, line)
	}
	_, again, _ := ran(t, "", investors...)
	assert.Equal(t, out, again, "the same input gives the same bytes")
}

func TestAnswersOnTheTerminalAreThoseOfAFile(t *testing.T) {
	_, want, _ := ran(t, "", investors...)
	// members, directors, community; then the wants in order: incorporated, limited, charity,
	// lock, grants, investors, and nothing for the rest.
	status, got, prompts := ran(t, "12\n3\nyes\n\nY\nn\ny\n\ny\n")
	require.Zero(t, status, prompts)
	assert.Equal(t, want, got)
	lines := strings.SplitAfter(prompts, "\n")
	require.Len(t, lines, 14+1, "each question is on a line of its own")
	for _, line := range lines[:14] {
		assert.Regexp(t, `^[A-Z].*\? \[.*nothing\]\n$`, line)
	}
	assert.Empty(t, lines[14])
}

func TestWhatNothingAnswersIsNotRequired(t *testing.T) {
	status, out, _ := ran(t, "")
	assert.Zero(t, status)
	assert.Contains(t, out, "Required: nothing.")
}

func TestJSONHoldsEveryForm(t *testing.T) {
	status, out, stderr := ran(t, "", append(investors, "-json", "-on", "2006-04-05", "-in", "scotland")...)
	require.Equal(t, 0, status, stderr)
	var got struct {
		On, In string
		Forms  []legalform.Fit
	}
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	assert.Equal(t, "2006-04-05", got.On)
	assert.Equal(t, "scotland", got.In)
	assert.Len(t, got.Forms, len(legalform.All()))
}

func TestNoFormForWhatNoLawAllows(t *testing.T) {
	file := filepath.Join(t.TempDir(), "answers.json")
	require.NoError(t, os.WriteFile(file, []byte(`{"charity": true, "dividends": true}`), 0o600))
	status, out, _ := ran(t, "", "-answers", file)
	assert.Equal(t, 1, status)
	assert.NotContains(t, out, "Forms that fit")
}

func TestBadInputNamesThePlace(t *testing.T) {
	dir := t.TempDir()
	bad := filepath.Join(dir, "bad.json")
	require.NoError(t, os.WriteFile(bad, []byte(`{"members": -3}`), 0o600))
	for _, tc := range []struct {
		want, stdin string
		args        []string
	}{
		{"bad.json: requirements: members", "", []string{"-answers", bad}},
		{"no such file", "", []string{"-answers", filepath.Join(dir, "none.json")}},
		{"-on", "", []string{"-on", "2026-02-30"}},
		{"-in", "", []string{"-in", "france"}},
		{"no arguments", "", []string{"x"}},
		{"not a number", "many\n", nil},
		{"members: not a number of people", "-1\n", nil},
		{"neither yes nor no", "\n\nperhaps\n", nil},
		{"token too long", strings.Repeat("1", 5000), nil},
	} {
		status, _, stderr := ran(t, tc.stdin, tc.args...)
		assert.Equal(t, 2, status, tc.want)
		assert.Contains(t, stderr, tc.want)
	}
	status, _, _ := ran(t, "", "-h")
	assert.Zero(t, status)
}
