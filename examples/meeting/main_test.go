package main

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/governance"
)

func meet(args ...string) (status int, stdout, stderr string) {
	var out, err bytes.Buffer
	status = run(args, &out, &err)
	return status, out.String(), err.String()
}

func TestTheMinuteFitsAndGivesReasons(t *testing.T) {
	status, out, stderr := meet()
	require.Zero(t, status, stderr)
	for i, line := range strings.Split(out, "\n") {
		assert.LessOrEqual(t, utf8.RuneCountInString(line), console.Width, "line %d", i+1)
	}
	for _, want := range []string{
		"clear days, of which 14 are needed", "241 present, 65 needed: a quorum", "by classes' shares",
		"s. 283(1), Companies Act 2006 (c. 46): not carried", "2 votes are left out",
	} {
		assert.Contains(t, out, want)
	}
	_, again, _ := meet()
	assert.Equal(t, out, again)
}

func TestJSONAndPage(t *testing.T) {
	status, out, stderr := meet("-json")
	require.Zero(t, status, stderr)
	var minute governance.Minute
	require.NoError(t, json.Unmarshal([]byte(out), &minute))
	assert.Len(t, minute.Decisions, 3)
	assert.False(t, minute.Decisions[1].Carried)
	file := filepath.Join(t.TempDir(), "minute.html")
	status, _, stderr = meet("-html", file)
	require.Zero(t, status, stderr)
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Contains(t, string(b), "NAViGO")
}

// spoiled copies the meeting that comes with the program, with one text swapped in one file.
func spoiled(t *testing.T, name, old, with string) string {
	t.Helper()
	dir := t.TempDir()
	sub, err := fs.Sub(navigo, "navigo")
	require.NoError(t, err)
	require.NoError(t, os.CopyFS(dir, sub))
	file := filepath.Join(dir, name)
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Contains(t, string(b), old)
	require.NoError(t, os.WriteFile(file, []byte(strings.Replace(string(b), old, with, 1)), 0o600))
	return dir
}

func TestBadFilesNameThePlace(t *testing.T) {
	for want, x := range map[string][3]string{
		"register.csv: line 1: the columns":                      {"register.csv", "id,class", "id,klass"},
		"register.csv: line 2: not a date":                       {"register.csv", "s0001,staff,20", "s0001,staff,x20"},
		"members[1].id":                                          {"register.csv", "s0002,", "s0001,"},
		"members[0].class":                                       {"register.csv", "s0001,staff", "s0001,cats"},
		"attendance.csv: line 2: \"nobody\" is not in":           {"attendance.csv", "holder\n", "holder\nnobody,in-person,\n"},
		"votes.csv: line 2: no motion":                           {"votes.csv", "proxy\n", "proxy\nOther,s0001,1,0,0,\n"},
		"votes.csv: line 2: \"s0001\" appointed no proxy":        {"votes.csv", "proxy\n", "proxy\nReceive the accounts,s0001,1,0,0,bob\n"},
		"votes.csv: line 2: \"x\" is not a number":               {"votes.csv", "proxy\n", "proxy\nReceive the accounts,s0001,x,0,0,\n"},
		"has voted already":                                      {"votes.csv", "proxy\n", "proxy\nReceive the accounts,s0001,1,0,0,\n"},
		"meeting.json: notice: service by post":                  {"meeting.json", "2024-09-06", "2044-09-06"},
		"is not after its notice":                                {"meeting.json", "2024-09-06", "2024-09-26"},
		"meeting.json: motions[2].interested[0]":                 {"meeting.json", "s0001", "zzz"},
		"motions[0]: the constitution has no \"odd\" resolution": {"meeting.json", "ordinary", "odd"},
		`unknown field "onn"`:                                    {"meeting.json", "\"on\"", "\"onn\""},
		"constitution.json: versions[0].effective":               {"constitution.json", "2011-04-01", "2011-02-01"},
		"none was in force":                                      {"constitution.json", "2011-04-01", "2031-04-01"},
	} {
		t.Run(want, func(t *testing.T) {
			status, out, stderr := meet("-dir", spoiled(t, x[0], x[1], x[2]))
			assert.Equal(t, 2, status)
			assert.Contains(t, stderr, want)
			assert.Empty(t, out, "nothing is partly counted")
		})
	}
}

func TestHandsDecideWhereNoPollIsTaken(t *testing.T) {
	folder := func(hands, votes string) string {
		dir := t.TempDir()
		const constitution = `{"versions": [{"resolved": "2019-01-01", "effective": "2019-01-01", "constitution": {
			"votes": {"basis": "one-member-one-vote"}, "hands": {"proxies_vote": true, "split_both_ways": false}, "notice": {"clear_days": 1}, "quorum": {"heads": 2},
			"adjourned_quorum": {}, "requisition": {}, "board": {"quorum": {}, "seats": []},
			"majorities": [{"name": "ordinary", "majority": {"share": {"fraction": "1/2", "strict": true, "of": "votes-cast"}}}]}}]}`
		for name, text := range map[string]string{
			"constitution.json": constitution,
			"meeting.json":      `{"name": "Hill", "on": "2024-05-01", "notice": {"sent": "2024-04-01", "by": {"how": "by hand"}}, "motions": [{"name": "m", "kind": "ordinary"}]}`,
			"register.csv":      "id,class,joined,left\na,,2020-01-01,\nb,,2020-01-01,\nc,,2020-01-01,\n",
			"attendance.csv":    "member,how,holder\na,in-person,\nb,in-person,\nc,as-proxy,p\n",
			"votes.csv":         "motion,member,for,against,abstain,proxy\n" + votes,
			"hands.csv":         "motion,person,how,members,choice\n" + hands,
		} {
			require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
		}
		return dir
	}
	status, out, stderr := meet("-dir", folder("m,Ann,in-person,a,for\nm,Bob,in-person,b,against\nm,p,as-proxy,c,for\n", ""))
	require.Zero(t, status, stderr)
	assert.Regexp(t, `hands +2 +1 +0 +3`, out)
	assert.Contains(t, out, "carried")
	for want, hands := range map[string]string{
		`hands.csv: line 2: no motion is called "x"`:                "x,Ann,in-person,a,for\n",
		`hands.csv: line 2: members[0]: "z" is not in the register`: "m,Ann,in-person,z,for\n",
		`hands.csv: line 2: "Ann" raises a hand in-person for 2`:    "m,Ann,in-person,a;b,for\n",
		`hands.csv: line 2: not a choice: "perhaps"`:                "m,Ann,in-person,a,perhaps\n",
		`hands[1]: "a" has voted already`:                           "m,Ann,in-person,a,for\nm,Eve,in-person,a,for\n",
	} {
		status, out, stderr := meet("-dir", folder(hands, ""))
		assert.Equal(t, 2, status)
		assert.Contains(t, stderr, want)
		assert.Empty(t, out)
	}
}

func TestWrongUse(t *testing.T) {
	for _, args := range [][]string{{"-dir", "/no/such/folder"}, {"stray"}, {"-nonsense"}} {
		status, _, stderr := meet(args...)
		assert.Equal(t, 2, status, args)
		assert.NotEmpty(t, stderr)
	}
}
