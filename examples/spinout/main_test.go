package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/examples/internal/cases"
	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout"
)

func spin(t *testing.T, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	status = run(append([]string{"-paths", "400"}, args...), &out, &err)
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
			for _, f := range legalform.Mutuals() {
				assert.Contains(t, out, f.FormTitle())
			}
			assert.Contains(t, out, "assumption: ", "what is assumed is said to be")
			assert.Regexp(t, `CIC limited by guarantee +\d+\.\d% \(\d+\.\d-\d+\.\d\)`, out, "odds stand with their range")
			assert.Contains(t, out, "Share of 400 paths")
			assert.Contains(t, out, "https://www.legislation.gov.uk/", "findings cite their provisions")
			_, again, _ := spin(t, "-case", name)
			assert.Equal(t, out, again, "the same input gives the same bytes")
		})
	}
}

func TestACaseOfNorthernIrelandIsComparedUnderItsOwnLaw(t *testing.T) {
	b := cases.Text("inclusion")
	moved := strings.Replace(b, `"in": "england"`, `"in": "northern-ireland"`, 1)
	name := filepath.Join(t.TempDir(), "case.json")
	require.NoError(t, os.WriteFile(name, []byte(moved), 0o600))
	status, out, stderr := spin(t, "-case", name)
	require.Zero(t, status, stderr)
	assert.Contains(t, out, "Community benefit society (Northern Ireland)")
	assert.NotContains(t, out, "\nCommunity benefit society  ", "Great Britain's law does not reach the case")
	assert.Contains(t, out, "CIC limited by guarantee")
	for i, line := range strings.Split(out, "\n") {
		assert.LessOrEqual(t, utf8.RuneCountInString(line), console.Width, "line %d: %s", i+1, line)
	}
}

func TestJSONHoldsEveryFormAndYear(t *testing.T) {
	status, out, stderr := spin(t, "-json")
	require.Zero(t, status, stderr)
	var got struct {
		Forms []struct {
			Form  string
			Years []struct{ Reserves string }
			Odds  struct{ Troubles []struct{ Hits, Of int } }
		}
	}
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	require.Len(t, got.Forms, len(legalform.Mutuals()))
	for _, f := range got.Forms {
		assert.Len(t, f.Years, 10, f.Form)
		require.NotEmpty(t, f.Odds.Troubles)
		assert.Equal(t, 400, f.Odds.Troubles[0].Of)
		assert.Positive(t, f.Odds.Troubles[0].Hits)
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
	assert.Contains(t, string(b), "How likely each form is to come to grief within 10 years")
}

func TestACaseOfOnesOwn(t *testing.T) {
	b := cases.Text("inclusion")
	write := func(s string) string {
		file := filepath.Join(t.TempDir(), "case.json")
		require.NoError(t, os.WriteFile(file, []byte(s), 0o600))
		return file
	}
	status, out, stderr := spin(t, "-case", write(strings.Replace(b, "Inclusion Healthcare", "Vale Care", 1)))
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
			require.Contains(t, b, tc.old)
			status, _, stderr := spin(t, "-case", write(strings.Replace(b, tc.old, tc.with, 1)))
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

func TestShortAmountsAreShort(t *testing.T) {
	for pence, want := range map[law.Pence]string{
		0: "£0", 49: "£0", 50: "£1", -50: "£0", -51: "-£1", 999_999_49: "£999,999", 999_999_50: "£1.00m", -1_000_000_00: "-£1.00m",
		999_990_000_00: "£999.99m", 999_999_999_00: "£1.00bn", -12_340_000_000_00: "-£12.34bn", 5_000_000_000_000_00: "£5.00tn",
		law.MaxPence * 100: "£90,000.00tn",
	} {
		assert.Equal(t, want, short(pence), int64(pence))
	}
}

func TestOddCasesKeepWithinTheColumns(t *testing.T) {
	b := cases.Text("inclusion")
	swap := func(pairs ...string) string {
		for i := 0; i < len(pairs); i += 2 {
			require.Contains(t, b, pairs[i])
		}
		return strings.NewReplacer(pairs...).Replace(b)
	}
	const income, costs, years, capital = `"yearly": "840000"`, `"costs": {"value": "48000"`, `"years": {"value": 10`, `"capital": {"value": "12000"`
	for name, file := range map[string]string{
		"long names":                 swap(`"Inclusion Healthcare"`, `"`+strings.Repeat("Inclusion Healthcare and Wellbeing ", 12)+`"`, `"Leicester City Primary Care Trust"`, `"`+strings.Repeat("Llanfairpwllgwyngyll", 20)+`"`),
		"zero surplus":               swap(costs, `"costs": {"value": "90000"`),
		"deficits":                   swap(costs, `"costs": {"value": "650000"`),
		"large deficits":             swap(costs, `"costs": {"value": "14000000000"`),
		"one year":                   swap(years, `"years": {"value": 1`),
		"a hundred years":            swap(years, `"years": {"value": 100`),
		"billions":                   swap(income, `"yearly": "84000000000"`, costs, `"costs": {"value": "79000000000"`, capital, `"capital": {"value": "12000000000"`),
		"the most there is":          swap(`"income": {"value": "0"`, `"income": {"value": "700000000000000"`, costs, `"costs": {"value": "0"`, years, `"years": {"value": 5`, capital, `"capital": {"value": "900000000000000"`),
		"what a terminal would obey": swap(`"Inclusion Healthcare"`, `"Inclusion\u001b[31m Healthcare"`),
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			from, to := filepath.Join(dir, "case.json"), filepath.Join(dir, "page.html")
			require.NoError(t, os.WriteFile(from, []byte(file), 0o600))
			status, out, stderr := spin(t, "-case", from, "-html", to)
			require.Zero(t, status, stderr)
			assert.NotContains(t, out, "\x1b")
			for i, line := range strings.Split(out, "\n") {
				assert.LessOrEqual(t, utf8.RuneCountInString(line), console.Width, "line %d: %s", i+1, line)
			}
			page, err := os.ReadFile(to)
			require.NoError(t, err)
			for _, plot := range strings.Split(string(page), "data-plot=")[1:] {
				plot, _, _ = strings.Cut(plot, "</script>")
				assert.False(t, strings.Contains(plot, `"y":null`) || strings.Contains(plot, `"value":null`), "every figure is drawn")
			}
		})
	}
}

func TestFormsBeyondTheColoursOfOneChartHaveAnother(t *testing.T) {
	c, err := cases.Open("inclusion")
	require.NoError(t, err)
	forms := legalform.Mutuals()
	for i := range 9 {
		reform := cic.SharesSchedule3(cic.Enacted())
		reform.ID, reform.Title = fmt.Sprintf("reform-%d", i), fmt.Sprintf("Reform %d", i)
		forms = append(forms, reform)
	}
	cmp, err := spinout.Compare(c, law.Date{}, forms)
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "page.html")
	require.NoError(t, page(cmp).WriteFile(file))
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Contains(t, string(b), "Paid on capital for the year (2 of 2)")
}
