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

func design(args ...string) (status int, stdout, stderr string) {
	var out, err bytes.Buffer
	status = run(args, &out, &err)
	return status, out.String(), err.String()
}

func TestTheBakersBonus(t *testing.T) {
	status, out, stderr := design()
	require.Zero(t, status, stderr)
	for i, line := range strings.Split(out, "\n") {
		assert.LessOrEqual(t, utf8.RuneCountInString(line), console.Width, "line %d", i+1)
	}
	for _, want := range []string{
		"In all £24,000.00", "National insurance contributions are due on the whole", "Yes: what sections 312C to 312G ask",
		"Upper Valley Mill", "by service",
	} {
		assert.Contains(t, out, want)
	}
	_, again, _ := design()
	assert.Equal(t, out, again)
}

func TestJSONAddsUpAndKeepsOneExemptAmountInTheGroup(t *testing.T) {
	status, out, stderr := design("-json")
	require.Zero(t, status, stderr)
	var got struct {
		Bonus struct {
			Total  law.Pence `json:"total"`
			Shares []struct {
				ID     string    `json:"id"`
				Total  law.Pence `json:"total"`
				Exempt law.Pence `json:"exempt"`
			} `json:"shares"`
		} `json:"bonus"`
	}
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	var total law.Pence
	exempt := map[string]law.Pence{}
	for _, s := range got.Bonus.Shares {
		total += s.Total
		exempt[s.ID] += s.Exempt
	}
	assert.Equal(t, law.Pounds(24_000), total)
	assert.Equal(t, law.Pounds(3100), exempt["A"], "£500 was used up in April")
	assert.Equal(t, law.Pounds(2100), exempt["E"], "the bakery and the mill share one exempt amount, of which £1,500 was used up")
}

func TestPage(t *testing.T) {
	file := filepath.Join(t.TempDir(), "bonus.html")
	status, _, stderr := design("-html", file)
	require.Zero(t, status, stderr)
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	for _, want := range []string{"Upper Valley Bakery Limited", "£24,000.00", "free of tax"} {
		assert.Contains(t, string(b), want)
	}
}

// altered writes the bakery's file with one text swapped.
func altered(t *testing.T, old, with string) string {
	t.Helper()
	require.Contains(t, string(bakery), old)
	file := filepath.Join(t.TempDir(), "case.json")
	require.NoError(t, os.WriteFile(file, []byte(strings.Replace(string(bakery), old, with, 1)), 0o600))
	return file
}

func TestWhatTheAnswerDependsOn(t *testing.T) {
	for want, x := range map[string][2]string{
		"No: the whole is taxed":                   {`"months": 12`, `"months": 18`},
		"employee.bonus-service-too-long":          {`"months": 12`, `"months": 18`},
		"It cannot be said yet":                    {`{"favours": []}`, `{}`},
		"No: there was no exemption on that day":   {`"paid": "2026-06-30"`, `"paid": "2014-06-30"`},
		"employee.bonus-officers-on-day":           {`"connected": 1`, `"connected": 2`},
		"earlier[1].qualifying":                    {`"qualifying": true},` + "\n" + `      {"person": "E"`, `"qualifying": null},` + "\n" + `      {"person": "E"`},
		"people[5].group":                          {`"minutes": 1050, "group": "upper-valley"`, `"minutes": 1050`},
		"employee.bonus-some-receive-nothing":      {`"weight": 50},`, `"weight": 0},`},
		"employee.bonus-not-employee-owned":        {`"lapses": []`, `"lapses": [{"from": "2026-01-01", "to": "2026-01-02"}]`},
		"May an award leave out some of the direc": {`"ground": "short-service", "months": 12`, `"ground": "directors", "all_directors": false`},
	} {
		t.Run(want, func(t *testing.T) {
			args := []string{"-file", altered(t, x[0], x[1])}
			if want == "employee.bonus-some-receive-nothing" { // by service and hours alone, to somebody with neither
				b, err := os.ReadFile(args[1])
				require.NoError(t, err)
				swapped := strings.Replace(string(b), `"months": 24, "minutes": 2250`, `"months": 0, "minutes": 0`, 1)
				require.NoError(t, os.WriteFile(args[1], []byte(swapped), 0o600))
			}
			if strings.HasPrefix(x[1], `"paid"`) {
				b, err := os.ReadFile(args[1])
				require.NoError(t, err)
				require.NoError(t, os.WriteFile(args[1], bytes.Replace(b, []byte("2026-05-29"), []byte("2014-05-29"), 1), 0o600))
			}
			status, out, stderr := design(append(args, "-html", filepath.Join(t.TempDir(), "x.html"))...)
			require.Zero(t, status, stderr)
			assert.Contains(t, out, want)
		})
	}
}

func TestBadFilesNameThePlace(t *testing.T) {
	for want, x := range map[string][2]string{
		"schema: 2":                        {`"schema": 1`, `"schema": 2`},
		"bonus.people[0].pay":              {`"40000.00"`, `"forty"`},
		"not a factor that may be used":    {`"hours-worked"`, `"best-team"`},
		"people[1].id":                     {`"id": "B"`, `"id": "A"`},
		"determined on 2026-07-29":         {`"2026-05-29"`, `"2026-07-29"`},
		`unknown field "pot"`:              {`"pool"`, `"pot"`},
		"company.bonus_award.left_out[0].": {`"short-service"`, `"grudge"`},
	} {
		t.Run(want, func(t *testing.T) {
			status, out, stderr := design("-file", altered(t, x[0], x[1]))
			assert.Equal(t, 2, status)
			assert.Contains(t, stderr, want)
			assert.Empty(t, out)
		})
	}
}

func TestAFormulaInPlaceOfAPot(t *testing.T) {
	const text = `{"schema": 1, "name": "Hill", "bonus": {"determined": "2026-05-01", "paid": "2026-06-30",
		"formula": [{"factor": "remuneration", "each": "2", "per": 10000}, {"factor": "length-of-service", "each": "100", "per": 12, "steps": "complete"},
			{"factor": "hours-worked", "each": "20", "per": 60}],
		"people": [{"id": "p1", "pay": "28000", "months": 72, "minutes": 1800}]}}`
	file := filepath.Join(t.TempDir(), "hill.json")
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	status, out, stderr := design("-file", file)
	require.Zero(t, status, stderr)
	assert.Contains(t, out, "£1,760.00")
	assert.Contains(t, out, "It cannot be said yet")
}

func TestWrongUse(t *testing.T) {
	for _, args := range [][]string{{"-file", "/no/such/file"}, {"stray"}, {"-nonsense"}, {"-html", "/no/such/folder/x.html"}} {
		status, _, stderr := design(args...)
		assert.Equal(t, 2, status, args)
		assert.NotEmpty(t, stderr)
	}
	status, _, _ := design("-h")
	assert.Zero(t, status)
}
