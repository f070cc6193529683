package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
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

func distribute(args ...string) (status int, stdout, stderr string) {
	var out, err bytes.Buffer
	status = run(args, &out, &err)
	return status, out.String(), err.String()
}

// workers are the flags of the second case that comes with the program.
func workers(more ...string) []string {
	dir := filepath.Join("testdata", "essential")
	return append([]string{
		"-accounts", filepath.Join(dir, "accounts.csv"), "-members", filepath.Join(dir, "members.csv"), "-policy", filepath.Join(dir, "policy.json"),
	}, more...)
}

func TestTheStatementFitsAndAddsUp(t *testing.T) {
	for name, args := range map[string][]string{"consumers": nil, "workers": workers()} {
		t.Run(name, func(t *testing.T) {
			status, out, stderr := distribute(args...)
			require.Equal(t, allowed, status, stderr)
			for i, line := range strings.Split(out, "\n") {
				assert.LessOrEqual(t, utf8.RuneCountInString(line), console.Width, "line %d", i+1)
			}
			_, again, _ := distribute(args...)
			assert.Equal(t, out, again)
			status, out, stderr = distribute(append(args, "-json")...)
			require.Equal(t, allowed, status, stderr)
			var s statement
			require.NoError(t, json.Unmarshal([]byte(out), &s))
			var sum law.Pence
			for _, x := range s.Where {
				sum += x.Amount
			}
			assert.Equal(t, s.Statement.In, sum)
			assert.Equal(t, s.Statement.Out, sum)
			assert.NotContains(t, out, `"awards"`, "members' own amounts are in the payments only")
		})
	}
}

func TestThePublishedAccountsAreTheOnesUsed(t *testing.T) {
	_, out, _ := distribute()
	for _, want := range []string{
		"profit before tax £1,091,017.00, 7,013 memberships", "6,941 of 7,013 members", "Co-operatives UK (ODC-By 1.0)", "The members are made up",
	} {
		assert.Contains(t, strings.Join(strings.Fields(out), " "), want)
	}
	_, out, _ = distribute("-on", "2014-05-30")
	assert.Contains(t, out, "£403,166.00", "the year that had ended by then")
	_, out, _ = distribute(workers()...)
	assert.NotContains(t, out, "made up")
	assert.Contains(t, out, "for each member and", "each part has its rate")
}

func TestThePaymentsAreThoseOfTheStatement(t *testing.T) {
	file := filepath.Join(t.TempDir(), "payments.csv")
	status, out, stderr := distribute(workers("-json", "-out", file)...)
	require.Equal(t, allowed, status, stderr)
	var s statement
	require.NoError(t, json.Unmarshal([]byte(out), &s))
	f, err := os.Open(file)
	require.NoError(t, err)
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 85)
	sums := make([]law.Pence, len(rows[0]))
	inShares := map[string]string{}
	for _, row := range rows[1:] {
		for i := 1; i < len(row); i++ {
			p, err := law.ParsePence(row[i])
			require.NoError(t, err)
			sums[i] += p
		}
		inShares[row[0]] = row[5]
	}
	require.Len(t, s.Shared, 1)
	x := &s.Shared[0]
	assert.Equal(t, []law.Pence{x.Pool, 0, x.Cash, x.Deferred, x.InShares, 0, 0}, sums[1:])
	assert.Equal(t, "200.00", inShares["E004"], "who has £99,800 has room for four shares of £50")
	assert.Equal(t, "0.00", inShares["E041"], "who has the maximum has none")
}

func TestTheOrderOfTheMembersChangesNobodysPayment(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("testdata", "radstock", "members.csv"))
	require.NoError(t, err)
	lines := strings.Split(strings.TrimSpace(string(b)), "\n")
	dir := t.TempDir()
	payments := func(name string) map[string]bool {
		out := filepath.Join(dir, "out.csv")
		status, _, stderr := distribute("-members", name, "-out", out)
		require.Equal(t, allowed, status, stderr)
		b, err := os.ReadFile(out)
		require.NoError(t, err)
		set := map[string]bool{}
		for line := range strings.Lines(string(b)) {
			set[line] = true
		}
		return set
	}
	forward := payments(filepath.Join("testdata", "radstock", "members.csv"))
	for i, j := 1, len(lines)-1; i < j; i, j = i+1, j-1 {
		lines[i], lines[j] = lines[j], lines[i]
	}
	name := filepath.Join(dir, "members.csv")
	require.NoError(t, os.WriteFile(name, []byte(strings.Join(lines, "\r\n")), 0o600))
	assert.Equal(t, forward, payments(name))
}

// E12's last line: a community benefit society pays its members no dividend.
func TestAFormThatAllowsNoPoolIsABreach(t *testing.T) {
	status, out, stderr := distribute("-form", "community-benefit-society")
	assert.Equal(t, breached, status, stderr)
	assert.Contains(t, out, "dividend to members: £0.00 of £238,046.41, limited by society.profit-distributed")
	assert.Contains(t, out, "as a community benefit society")
	assert.Contains(t, out, "there is nothing to share")
	file := filepath.Join(t.TempDir(), "page.html")
	status, _, stderr = distribute("-form", "community-benefit-society", "-html", file)
	require.Equal(t, breached, status, stderr)
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Contains(t, string(b), "less than the policy asks")
}

func TestAReadyPolicyTakesThePlaceOfTheSteps(t *testing.T) {
	status, out, stderr := distribute("-ready", "list")
	require.Equal(t, allowed, status, stderr)
	assert.Contains(t, out, "- community-benefit-society: Community benefit society: interest as a cost")
	file := filepath.Join(t.TempDir(), "payments.csv")
	status, out, stderr = distribute("-ready", "rochdale", "-out", file)
	require.Equal(t, breached, status, stderr) // interest of 5%, of which 2% was declared
	for _, want := range []string{"Not validated:", "nobody has checked", "dividend: £", "for each £1 of trade", "limited by society.interest-above-declared"} {
		assert.Contains(t, out, want)
	}
	assert.FileExists(t, file)
	status, out, stderr = distribute("-ready", "community-benefit-society", "-form", "community-benefit-society")
	require.Equal(t, breached, status, stderr)
	assert.Contains(t, out, "No step is shared among the members listed")
}

func TestThePageHasItsCharts(t *testing.T) {
	file := filepath.Join(t.TempDir(), "page.html")
	status, _, stderr := distribute("-html", file)
	require.Equal(t, allowed, status, stderr)
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	for _, want := range []string{"Pence of each pound", "Members by what they get", "ODC-By"} {
		assert.Contains(t, string(b), want)
	}
}

func TestALossIsKeptAndSharedByNobody(t *testing.T) {
	name := spoiled(t, "accounts.csv", "1091017", "-1091017")
	status, out, stderr := distribute("-accounts", name, "-html", filepath.Join(t.TempDir(), "page.html"))
	require.Equal(t, allowed, status, stderr)
	assert.Contains(t, out, "-£1,091,017.00")
}

func TestALargeRegisterTellsOfProgress(t *testing.T) {
	var b strings.Builder
	b.WriteString("id,trade\n")
	for i := 0; b.Len() < large+1; i++ {
		fmt.Fprintf(&b, "member-%07d,%d.%02d\n", i, i%997, i%89)
	}
	name := filepath.Join(t.TempDir(), "members.csv")
	require.NoError(t, os.WriteFile(name, []byte(b.String()), 0o600))
	status, out, stderr := distribute("-members", name)
	require.Equal(t, allowed, status, stderr)
	assert.Contains(t, out, "is more than the turnover")
	for _, want := range []string{"20% read", "100% read", " members\n"} {
		assert.Contains(t, stderr, want)
	}
	_, _, stderr = distribute()
	assert.Empty(t, stderr, "a small one is read in silence")
}

// spoiled writes a file of the case that comes with the program with one text swapped.
func spoiled(t *testing.T, name, old, with string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "radstock", name))
	require.NoError(t, err)
	require.Contains(t, string(b), old)
	out := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(out, []byte(strings.Replace(string(b), old, with, 1)), 0o600))
	return out
}

func TestBadFilesNameThePlace(t *testing.T) {
	for want, x := range map[string][3]string{
		"line 2, column 2 (trade): not an amount: \"NaN":               {"members.csv", "R00001,", "R00001,NaN"},
		"line 3, column 1 (id): \"R00001\" stands on line 2 already":   {"members.csv", "R00002,", "R00001,"},
		"line 1, column 2: \"spend\" is no column":                     {"members.csv", "id,trade", "id,spend"},
		"line 1: there is no column trade":                             {"members.csv", "id,trade", "id,hours"},
		"line 1, column 2: \"Takings\"":                                {"accounts.csv", "Turnover", "Takings"},
		"line 2, column 3 (Profit before tax): not an amount":          {"accounts.csv", "1091017", "NaN"},
		"line 2, column 6 (Employees): \"3.5\" is no count":            {"accounts.csv", "337", "3.5"},
		"line 3, column 8 (Year End Date): not a date":                 {"accounts.csv", "2014-02-22", "22/2/2014"},
		"line 3, column 1 (CUK Organisation ID): \"R000022\" is anoth": {"accounts.csv", "R000021,23543150", "R000022,23543150"},
		`unknown field "capitol"`:                                      {"policy.json", `"capital":`, `"capitol":`},
		"policy.steps[1].share":                                        {"policy.json", `"40%"`, `"140%"`},
		"policy.steps[4].terms.parts[0].by: no factor":                 {"policy.json", `{"trade": "1"}`, `{}`},
		"policy.steps[4].terms.minimum: -£1.00 is negative":            {"policy.json", `"minimum": "1"`, `"minimum": "-1"`},
		"declared: no date":                                            {"policy.json", `"declared": "2015-05-30",`, ``},
		"no year had ended before 2005-05-30":                          {"policy.json", `"2015-05-30"`, `"2005-05-30"`},
		"form: no form \"club\"":                                       {"policy.json", `"co-operative-society"`, `"club"`},
	} {
		t.Run(want, func(t *testing.T) {
			flag := map[string]string{"members.csv": "-members", "accounts.csv": "-accounts", "policy.json": "-policy"}[x[0]]
			out := filepath.Join(t.TempDir(), "payments.csv")
			status, stdout, stderr := distribute(flag, spoiled(t, x[0], x[1], x[2]), "-out", out)
			assert.Equal(t, wrong, status)
			assert.Contains(t, stderr, want)
			assert.Empty(t, stdout)
			assert.NoFileExists(t, out)
		})
	}
}

func TestWrongUse(t *testing.T) {
	for _, args := range [][]string{
		{"stray"},
		{"-nonsense"},
		{"-accounts", "none.csv"},
		{"-members", "none.csv"},
		{"-policy", "none.json"},
		{"-ready", "none"},
		{"-ready", "spain"}, // which needs more than the accounts tell
		{"-on", "2015-02-30"},
		{"-on", "2010-05-30"},
		{"-out", "testdata"},
		{"-html", "testdata"},
	} {
		status, _, stderr := distribute(args...)
		assert.Equal(t, wrong, status, args)
		assert.NotEmpty(t, stderr)
	}
	status, _, stderr := distribute("-h")
	assert.Equal(t, allowed, status)
	assert.Contains(t, stderr, "-members FILE")
}
