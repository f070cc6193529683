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
)

func tells(args ...string) (status int, stdout, stderr string) {
	var out, err bytes.Buffer
	status = run(args, &out, &err)
	return status, out.String(), err.String()
}

func cohort(more ...string) []string {
	return append([]string{"-programme", filepath.Join("testdata", "cohort.json"), "-runs", "300"}, more...)
}

func TestTheStoryFitsAndIsTheSameForAnyNumberOfWorkers(t *testing.T) {
	status, out, stderr := tells("-runs", "20", "-workers", "2")
	require.Equal(t, told, status, stderr)
	for i, line := range strings.Split(out, "\n") {
		assert.LessOrEqual(t, utf8.RuneCountInString(line), console.Width, "line %d", i+1)
	}
	_, again, _ := tells("-runs", "20", "-workers", "3")
	assert.Equal(t, out, again)
	for _, want := range []string{
		"21 were announced, 12 and then 9", "Newton Rigg College", "taken over", "launched elsewhere", "merged with peer",
		"1,000,000 workers by the end of 31 December 2015: in 0 of 20 runs", "796 launches a year", "lost a re-tender", "Assumption: ",
	} {
		assert.Contains(t, out, want)
	}
}

func TestEveryNumberSaysWhereItComesFrom(t *testing.T) {
	_, out, _ := tells(cohort("-json")...)
	var s story
	require.NoError(t, json.Unmarshal([]byte(out), &s))
	require.NotEmpty(t, s.Outlook.Programme.Parameters.All())
	cited := map[string]bool{}
	for _, x := range s.Sources {
		cited[x.ID] = true
	}
	for _, x := range s.Outlook.Programme.Parameters.All() {
		assert.NotEmpty(t, origin(&x.Basis), x.ID)
		for _, id := range x.Sources {
			assert.True(t, cited[id], id)
		}
	}
	assert.Empty(t, s.Pathfinders, "a programme of one's own is simulated, and nothing else")
	require.Len(t, s.Outlook.Chances, 1)
	assert.Equal(t, uint64(300), s.Outlook.Chances[0].Runs)
}

func TestThePageHasTheCharts(t *testing.T) {
	file := filepath.Join(t.TempDir(), "page.html")
	status, _, stderr := tells(cohort("-html", file)...)
	require.Equal(t, told, status, stderr)
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	for _, want := range []string{"Mutuals that trade", "Workers in mutuals", "Where cases fall", "What it rests on"} {
		assert.Contains(t, string(b), want)
	}
}

func TestProgressIsShownOnAskingOnly(t *testing.T) {
	_, _, quiet := tells(cohort()...)
	assert.Empty(t, quiet)
	_, _, shown := tells(cohort("-progress")...)
	assert.Contains(t, shown, "300 of 300 runs")
}

func TestAFileIsNoTerminal(t *testing.T) {
	f, err := os.Create(filepath.Join(t.TempDir(), "log"))
	require.NoError(t, err)
	defer f.Close()
	assert.False(t, terminal(f))
	assert.False(t, terminal(new(bytes.Buffer)))
}

func TestTheSeedOfTheFlagsIsPreferred(t *testing.T) {
	_, own, _ := tells(cohort()...)
	_, same, _ := tells(cohort("-seed", "2010")...)
	_, other, _ := tells(cohort("-seed", "2011")...)
	assert.Equal(t, own, same)
	assert.NotEqual(t, own, other)
}

func TestWrongUse(t *testing.T) {
	bad := filepath.Join(t.TempDir(), "bad.json")
	good, err := os.ReadFile(filepath.Join("testdata", "cohort.json"))
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(bad, bytes.Replace(good, []byte(`"month": 4`), []byte(`"month": 60`), 1), 0o600))
	for want, args := range map[string][]string{
		"no such file":          {"-programme", "nothing.json"},
		"cohort[4].month: 60":   {"-programme", bad},
		"runs: 0":               {"-runs", "0"},
		"0 workers":             {"-workers", "0"},
		"no arguments":          {"all"},
		"flag provided but not": {"-x"},
	} {
		status, _, stderr := tells(args...)
		assert.Equal(t, wrong, status, want)
		assert.Contains(t, stderr, want)
	}
}

func TestNumbersAreWrittenWithCommas(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 999: "999", 1000: "1,000", -1000: "-1,000", 1234567: "1,234,567"} {
		assert.Equal(t, want, number(n))
	}
}
