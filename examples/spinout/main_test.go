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

func spin(t *testing.T, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	status = run(args, &out, &err)
	return status, out.String(), err.String()
}

func TestTheReportOfEveryCaseFitsAndNamesEveryForm(t *testing.T) {
	for _, name := range []string{"inclusion", "ace"} {
		t.Run(name, func(t *testing.T) {
			status, out, stderr := spin(t, "-case", name)
			require.Zero(t, status, stderr)
			for i, line := range strings.Split(out, "\n") {
				assert.LessOrEqual(t, utf8.RuneCountInString(line), console.Width, "line %d: %s", i+1, line)
			}
			for _, f := range legalform.All() {
				assert.Contains(t, out, f.FormTitle())
			}
			assert.Contains(t, out, "assumption: ", "what is assumed is said to be")
			assert.Contains(t, out, "https://www.legislation.gov.uk/", "findings cite their provisions")
			_, again, _ := spin(t, "-case", name)
			assert.Equal(t, out, again, "the same input gives the same bytes")
		})
	}
}

func TestJSONHoldsEveryFormAndYear(t *testing.T) {
	status, out, stderr := spin(t, "-json")
	require.Zero(t, status, stderr)
	var got struct {
		Forms []struct {
			Form  string
			Years []struct{ Reserves string }
		}
	}
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	require.Len(t, got.Forms, len(legalform.All()))
	for _, f := range got.Forms {
		assert.Len(t, f.Years, 10, f.Form)
	}
}

func TestADateOfOnesOwnMovesTheBeginning(t *testing.T) {
	status, out, stderr := spin(t, "-on", "2026-04-06")
	require.Zero(t, status, stderr)
	assert.Contains(t, out, "Begins on 6 April 2026")
	assert.NotContains(t, out, "cic.over-share-cap", "the share cap ended in 2014")
}

func TestThePageIsOneFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "page.html")
	status, _, stderr := spin(t, "-html", file)
	require.Zero(t, status, stderr)
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Contains(t, string(b), "Inclusion Healthcare")
	assert.NotContains(t, string(b), "<script src")
	assert.NotContains(t, string(b), "<link rel=\"stylesheet\"")
}

func TestACaseOfOnesOwn(t *testing.T) {
	b, err := cases.ReadFile("cases/inclusion.json")
	require.NoError(t, err)
	write := func(s string) string {
		file := filepath.Join(t.TempDir(), "case.json")
		require.NoError(t, os.WriteFile(file, []byte(s), 0o600))
		return file
	}
	status, out, stderr := spin(t, "-case", write(strings.Replace(string(b), "Inclusion Healthcare", "Vale Care", 1)))
	require.Zero(t, status, stderr)
	assert.Contains(t, out, "Vale Care")

	for name, tc := range map[string]struct{ old, with, want string }{
		"no source":         {`"source": "Third Sector, case study: Inclusion Healthcare (article 1110480)"`, `"source": ""`, "staff"},
		"an unknown field":  {`"parent"`, `"parrent"`, "parrent"},
		"a duplicate":       {`"in": "england"`, `"in": "england", "in": "wales"`, "in"},
		"no staff":          {`"value": 12,`, `"value": 0,`, "staff"},
		"too many years":    {`"years": {"value": 10`, `"years": {"value": 1000`, "years"},
		"more than a whole": {`"share": "25%"`, `"share": "125%"`, "steps[0].share"},
	} {
		t.Run(name, func(t *testing.T) {
			require.Contains(t, string(b), tc.old)
			status, _, stderr := spin(t, "-case", write(strings.Replace(string(b), tc.old, tc.with, 1)))
			assert.Equal(t, 2, status)
			assert.Contains(t, stderr, tc.want)
		})
	}
}

func TestWrongUse(t *testing.T) {
	for _, args := range [][]string{{"-case", "no such case"}, {"-on", "yesterday"}, {"stray"}, {"-nonsense"}, {"-html", "/no/such/folder/page.html"}} {
		status, _, stderr := spin(t, args...)
		assert.Equal(t, 2, status, args)
		assert.NotEmpty(t, stderr, args)
	}
	status, _, stderr := spin(t, "-h")
	assert.Zero(t, status)
	assert.Contains(t, stderr, "-case")
}
