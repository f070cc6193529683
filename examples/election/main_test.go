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
	"github.com/rochdale-go/rochdale/governance/election"
)

func ran(t *testing.T, stdin string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	status = run(args, strings.NewReader(stdin), &out, &err)
	return status, out.String(), err.String()
}

const tied = "3 1\n2 1 0\n2 2 0\n1 3 0\n0\nAnn\nBob\nCat\n"

func TestTheShippedElectionIsCountedWithoutArguments(t *testing.T) {
	status, out, stderr := ran(t, "")
	require.Zero(t, status, stderr)
	assert.Contains(t, out, "Ward 1 - Dyce - Bucksburn - Danestone\n")
	assert.Contains(t, out, "9 candidates, 4 seats; 4694 valid papers.")
	for _, line := range strings.Split(out, "\n") {
		assert.LessOrEqual(t, utf8.RuneCountInString(line), console.Width, line)
	}
	_, again, _ := ran(t, "")
	assert.Equal(t, out, again, "the same input gives the same bytes")
}

func TestJSONIsTheResultOfTheLibrary(t *testing.T) {
	status, out, _ := ran(t, tied, "-rule", "fptp", "-lot", "1, 2", "-json", "-")
	require.Zero(t, status)
	var r election.Result
	require.NoError(t, json.Unmarshal([]byte(out), &r))
	b, err := election.ReadBLT(strings.NewReader(tied), election.Reading{})
	require.NoError(t, err)
	want, err := election.Count(b, election.FPTP(), election.Options{Lot: []int{1, 2}})
	require.NoError(t, err)
	assert.Equal(t, want, &r)
	assert.Equal(t, []int{2}, r.Elected)
}

func TestALotThatIsNeededIsAskedFor(t *testing.T) {
	status, out, stderr := ran(t, tied, "-rule", "fptp", "-")
	assert.Equal(t, 1, status)
	assert.Empty(t, out)
	assert.Contains(t, stderr, `candidates [1 2] ["Ann" "Bob"] are equal`)
	assert.Contains(t, stderr, "\nBy how lots fall, \"Bob\" is; or \"Ann\" is elected.\n")
	assert.Contains(t, stderr, "-seed")
	status, _, _ = ran(t, tied, "-rule", "fptp", "-seed", "dice 4 2", "-")
	assert.Zero(t, status)
}

func TestABadFileEndsWithItsLineAndColumn(t *testing.T) {
	for _, x := range []struct {
		name, stdin, want string
		args              []string
	}{
		{"a stranger on a paper", "3 1\n2 1 7 0\n", "standard input: line 2, column 5: there is no candidate 7, of 3", []string{"-"}},
		{"no file", "", "no-such-file.blt", []string{"no-such-file.blt"}},
		{"no rule", "", "there is no rule \"guess\"", []string{"-rule", "guess"}},
		{"no parameter", "", "parameters of fptp", []string{"-rule", "fptp", "-parameters", `{"luck": 1}`}},
		{"no lot", "", `-lot: "x" is not the number of a candidate`, []string{"-lot", "1,x"}},
		{"a lot of strangers", "", "lot[0]: there is no candidate 99", []string{"-lot", "99"}},
		{"two files", "", "one file is counted at a time", []string{"a", "b"}},
		{"two forms", "", "either -json or -csv", []string{"-json", "-csv"}},
		{"a flag of no program", "", "flag provided but not defined", []string{"-guess"}},
		{"no record", "", "no-such-record.json", []string{"-recount", "no-such-record.json"}},
		{"nobody's number", "", `-vacated: "x" is not the number of a candidate`, []string{"-vacated", "x"}},
		{"a stranger sits", "", "vacancy.sitting[1]: there is no candidate 10", []string{"-vacated", "5", "-sitting", "1,10,8"}},
		{"one who sits is forgotten", "", "vacancy: 2 who sit and 1 who have left are fewer than 4 seats", []string{"-vacated", "5", "-sitting", "1,3"}},
		{"no rule for a vacancy", "", "vacancy: fptp fills none", []string{"-rule", "fptp", "-vacated", "5"}},
		{"no file of reservations", "", "no-such-file.json", []string{"-reserved", "no-such-file.json"}},
		{"a vacancy by every rule", "", "-compare counts by every rule", []string{"-compare", "-vacated", "5"}},
		{"a vacancy beside a record", "", "-recount counts as its record says", []string{"-recount", "no-such-record.json", "-sitting", "5"}},
		{"nowhere to write", "", "no-such-folder", []string{"-html", filepath.Join("no-such-folder", "page.html")}},
	} {
		t.Run(x.name, func(t *testing.T) {
			status, out, stderr := ran(t, x.stdin, x.args...)
			assert.Equal(t, 2, status)
			assert.Empty(t, out)
			assert.Contains(t, stderr, x.want)
		})
	}
}

func TestATableOfMarksIsCounted(t *testing.T) {
	name := filepath.Join(t.TempDir(), "board.csv")
	require.NoError(t, os.WriteFile(name, []byte("Ann,Bob,Cat\n1,1,0\n0,1,1\n0,1,0\n"), 0o600))
	status, out, stderr := ran(t, "", "-rule", "block", "-seats", "2", "-cells", "marks", "-csv", "-lot", "3,1", name)
	require.Zero(t, status, stderr)
	assert.Equal(t, "candidate,name,stage 1: first count: change,stage 1: first count: votes,elected\n1,Ann,1,1,2\n2,Bob,3,3,1\n3,Cat,1,1,\n", out)
	status, _, stderr = ran(t, "", "-cells", "guesses", name)
	assert.Equal(t, 2, status)
	assert.Contains(t, stderr, "-cells: not what cells hold")
}

func TestACountIsCountedAgainFromItsRecord(t *testing.T) {
	record, page := filepath.Join(t.TempDir(), "audit.json"), filepath.Join(t.TempDir(), "page.html")
	status, want, stderr := ran(t, tied, "-rule", "fptp", "-seed", "x", "-audit", record, "-html", page, "-")
	require.Zero(t, status, stderr)
	status, got, stderr := ran(t, tied, "-recount", record, "-")
	require.Zero(t, status, stderr)
	assert.Equal(t, want, got)
	status, _, stderr = ran(t, strings.Replace(tied, "1 3 0", "1 3 1 0", 1), "-recount", record, "-")
	assert.Equal(t, 2, status)
	assert.Contains(t, stderr, election.ErrAudit.Error())
	text, err := os.ReadFile(page)
	require.NoError(t, err)
	assert.True(t, strings.HasSuffix(string(text), "</html>\n"))
}

func TestEveryRuleIsListed(t *testing.T) {
	status, out, _ := ran(t, "", "-rules")
	require.Zero(t, status)
	for _, r := range election.Rules() {
		assert.Contains(t, "\n"+out, "\n"+r.Describe().Name+" ")
	}
}

func TestEveryRuleIsCompared(t *testing.T) {
	status, out, stderr := ran(t, "", "-compare")
	require.Zero(t, status, stderr)
	for _, r := range election.Rules() {
		name := r.Describe().Name
		assert.True(t, strings.Contains(out, "\n"+name+" ") || strings.Contains(out, "\n- "+name+":"), name)
	}
	assert.Contains(t, out, "- score: its papers give points, and these rank candidates.")
	for _, line := range strings.Split(out, "\n") {
		assert.LessOrEqual(t, utf8.RuneCountInString(line), console.Width, line)
	}
	status, out, _ = ran(t, tied, "-compare", "-")
	require.Zero(t, status)
	assert.Contains(t, out, "- fptp: a lot is needed between [1 2].")
}

func TestHowNearItWasIsToldWhenAsked(t *testing.T) {
	const papers = "3 1\n4 1 0\n2 2 0\n1 3 2 0\n0\nAnn\nBob\nCat\n"
	status, out, stderr := ran(t, papers, "-rule", "fptp", "-close", "-")
	require.Zero(t, status, stderr)
	assert.Contains(t, out, "\nClosest in stage 1: Ann was elected by 2 more than Bob had.\n")
	assert.Contains(t, out, "\nBy the alternative vote, papers marked otherwise that would have elected Bob: 1; by the last round\nalone: 1.\n")
	status, out, _ = ran(t, "", "-close")
	require.Zero(t, status)
	assert.Contains(t, out, "\nClosest in stage 1: ")
	assert.NotContains(t, out, "alternative vote")
}

// saved writes a file for a test and returns its name.
func saved(t *testing.T, name, text string) string {
	t.Helper()
	name = filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
	return name
}

func TestAVacancyAndReservedSeatsAreCountedAndCountedAgain(t *testing.T) {
	reserved := saved(t, "reserved.json", `[{"name": "liberals and greens", "group": [6, 7], "least": 1}]`)
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"a vacancy":                {[]string{"-vacated", "5", "-sitting", "1,3,8"}, "\nThe vacancy is filled by SNP 'Caroline Elizabeth LITTLE'.\n"},
		"reserved seats":           {[]string{"-reserved", reserved}, "\nReserved: liberals and greens: at least 1 of LD 'Brian MALONE' and Grn 'Rhonda REEKIE'.\n"},
		"a vacancy under reserved": {[]string{"-vacated", "5", "-sitting", "1,3,8", "-reserved", reserved}, "\nThe vacancy is filled by LD 'Brian MALONE'.\n"},
		"and by ERS97":             {[]string{"-rule", "ers97", "-close", "-vacated", "5", "-sitting", "1,3,8", "-reserved", reserved}, "\nThe vacancy is filled by LD 'Brian MALONE'.\n"},
	} {
		t.Run(name, func(t *testing.T) {
			record := filepath.Join(t.TempDir(), "audit.json")
			status, want, stderr := ran(t, "", append(c.args, "-audit", record)...)
			require.Zero(t, status, stderr)
			assert.Contains(t, want, c.want)
			for line := range strings.SplitSeq(want, "\n") {
				assert.LessOrEqual(t, utf8.RuneCountInString(line), console.Width, line)
			}
			again := []string{"-recount", record}
			if name == "and by ERS97" {
				again = append(again, "-close")
			}
			status, got, stderr := ran(t, "", again...)
			require.Zero(t, status, stderr)
			assert.Equal(t, want, got)

			text, err := os.ReadFile(record)
			require.NoError(t, err)
			spoilt := saved(t, "spoilt.json", strings.NewReplacer(`"vacated":[5]`, `"vacated":[5,9]`, `"least":1`, `"least":0`).Replace(string(text)))
			status, _, stderr = ran(t, "", "-recount", spoilt)
			assert.Equal(t, 2, status)
			assert.Contains(t, stderr, election.ErrAudit.Error())
		})
	}
}

func TestAFileOfReservationsIsReadStrictly(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"a stranger":         {`[{"group": [1]}, {"group": [6, 77]}]`, "reservations[1].group[1]: there is no candidate 77"},
		"a word of no field": {`[{"group": [1], "lest": 1}]`, "lest"},
		"a bound of no kind": {`[{"group": [1], "most": "one"}]`, "[0].most"},
		"no list":            {`{"group": [1]}`, "reserved.json: "},
		"what cannot be met": {`[{"group": [1], "least": 2}]`, "reservations: no set of the candidates meets them"},
	} {
		t.Run(name, func(t *testing.T) {
			status, out, stderr := ran(t, "", "-reserved", saved(t, "reserved.json", c.text))
			assert.Equal(t, 2, status)
			assert.Empty(t, out)
			assert.Contains(t, stderr, c.want)
		})
	}
}

func TestALotForAVacancyIsAskedFor(t *testing.T) {
	const papers = "5 3\n2 1 0\n2 2 0\n8 3 0\n8 4 0\n9 5 0\n0\nAnn\nBob\nCat\nDan\nEve\n"
	status, _, stderr := ran(t, papers, "-vacated", "5", "-sitting", "1,2", "-")
	assert.Equal(t, 1, status)
	assert.Contains(t, stderr, "\nBy how lots fall, \"Dan\" is; or \"Cat\" is elected.\n")
	const one = "3 1\n6 1 0\n3 2 0\n2 3 2 0\n0\nAnn\nBob\nCat\n"
	status, out, stderr := ran(t, one, "-close", "-vacated", "1", "-")
	require.Zero(t, status, stderr)
	assert.Contains(t, out, "\nThe vacancy is filled by Bob.\n")
	assert.NotContains(t, out, "alternative vote", "that margin is of all who stood")
}
