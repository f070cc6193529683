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

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func ask(args ...string) (status int, stdout, stderr string) {
	var out, err bytes.Buffer
	status = run(args, &out, &err)
	return status, out.String(), err.String()
}

var council = []string{"-game", "testdata/council.json", "-after", "testdata/council-1973.json"}

func TestTheReportFitsAndIsRepeatable(t *testing.T) {
	for name, args := range map[string][]string{"a case": nil, "games": council, "one game": council[:2]} {
		t.Run(name, func(t *testing.T) {
			status, out, stderr := ask(args...)
			require.Zero(t, status, stderr)
			for i, line := range strings.Split(out, "\n") {
				assert.LessOrEqual(t, utf8.RuneCountInString(line), console.Width, "line %d", i+1)
			}
			_, again, _ := ask(args...)
			assert.Equal(t, out, again)
		})
	}
}

func TestWhatTheCaseShows(t *testing.T) {
	_, out, _ := ask()
	for _, want := range []string{
		"Ada Hill alone: could block it before, could do neither now.",
		"After. Fewest who block together: Green Fund.",
		"Before. Fewest who carry together: 2: founders and staff; or one of founders or staff, and Hill",
		"After, the casting vote of the chair (founders) counts as half a seat, and weights are in halves.",
		"Of 43 members 11 must be there",
		"needs 500 votes cast at the first",
		"All are exact, and rounded only to be shown.",
	} {
		assert.Contains(t, out, want)
	}
	assert.Regexp(t, `each of 40 \(staff\) +5 +0\.5%`, out, "the one who has left is not among them")
}

func TestWhatTheGamesShow(t *testing.T) {
	_, out, _ := ask(council...)
	assert.Regexp(t, `Luxembourg +1 +5\.9% +0\.0% +0\.0% +- +2 +3\.4%`, out, "Luxembourg's vote counted for nothing until 1973")
	assert.Contains(t, out, "The change: Council of the EEC, 1973.")
	_, out, _ = ask(council[:2]...)
	assert.NotContains(t, out, "after")
	assert.NotContains(t, out, "change:")
}

func TestJSON(t *testing.T) {
	status, out, stderr := ask("-json")
	require.Zero(t, status, stderr)
	var r struct {
		Votes []struct {
			Kind   string
			Before struct {
				Voters []struct {
					Name    string
					Share   law.Ratio
					Banzhaf struct{ Exact string }
				}
			}
		}
		Quorum struct{ Needed int64 }
	}
	require.NoError(t, json.Unmarshal([]byte(out), &r))
	require.Len(t, r.Votes, 3)
	assert.Equal(t, "special resolution", r.Votes[1].Kind)
	assert.Len(t, r.Votes[0].Before.Voters, 43)
	assert.Equal(t, law.Per(33, 100), r.Votes[0].Before.Voters[0].Share)
	assert.Equal(t, "1/3", r.Votes[2].Before.Voters[0].Banzhaf.Exact)
	assert.EqualValues(t, 11, r.Quorum.Needed)
}

func TestThePageHasItsCharts(t *testing.T) {
	file := filepath.Join(t.TempDir(), "page.html")
	status, _, stderr := ask("-html", file)
	require.Zero(t, status, stderr)
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	for _, want := range []string{"Ordinary resolution: before the change", "Board: after the change", "The chance of a quorum", "Figures behind this chart"} {
		assert.Contains(t, string(b), want)
	}
	status, _, stderr = ask(append(council[:2:2], "-html", file)...)
	require.Zero(t, status, stderr)
	b, err = os.ReadFile(file)
	require.NoError(t, err)
	assert.Contains(t, string(b), "The vote: votes and power")
}

// write puts text into a file of its own.
func write(t *testing.T, name, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	return file
}

// spoiled is a file of the case that comes with the program, with one text swapped.
func spoiled(t *testing.T, name, old, with string) string {
	t.Helper()
	b, err := shipped.ReadFile("testdata/hill/" + name)
	require.NoError(t, err)
	require.Contains(t, string(b), old)
	return write(t, name, strings.Replace(string(b), old, with, 1))
}

func TestBadFilesNameThePlace(t *testing.T) {
	for want, x := range map[string][3]string{
		`line 1, column 2: "klass" is no column of a register`: {"register.csv", "class", "klass"},
		`line 1, column 2: "id" stands twice`:                  {"register.csv", "class", "id"},
		`line 1: there is no column id`:                        {"register.csv", "id,class,shares,joined,left\n", "class\n"},
		`line 2, column 3 (shares): "-330" is no number`:       {"register.csv", "330", "-330"},
		`line 2, column 3 (shares): "many" is no number`:       {"register.csv", "330", "many"},
		`line 2, column 4 (joined): not a date`:                {"register.csv", "2014-03-01", "2014-03-32"},
		`members[1].id: members[0] has it already`:             {"register.csv", "Ben Hill", "Ada Hill"},
		`members[0].class: "owners" is not a class`:            {"register.csv", "founders", "owners"},
		`members[0].shares: not stated`:                        {"register.csv", "330", ""},
		`record on line 2: wrong number of fields`:             {"register.csv", "330", "3,30"},
		`case.json: document: unknown field "onn"`:             {"case.json", `"on"`, `"onn"`},
		`on: no date`: {"case.json", `"on": "2026-11-23",`, ``},
		`constitution.votes.basis: not a basis of votes: "heap"`: {"case.json", "per-share", "heap"},
		`the constitution has no "odd" resolution`:               {"case.json", `"chair"`, `"kinds": ["odd"], "chair"`},
		`after.bad game: issue[0].shares: -500 is no number`:     {"case.json", `"shares": 500`, `"shares": -500`},
		`after: bad register: members[44].class`:                 {"case.json", `"class": "investors"`, `"class": "banks"`},
		`chair: "nobody" fills no seat`:                          {"case.json", `"chair": "founders"`, `"chair": "nobody"`},
		`turnout: bad turnout: groups[2].chance: 1.35 is not`:    {"case.json", "0.35", "1.35"},
		`turnout: bad turnout: groups: 42 members, where 43`:     {"case.json", `"members": 40`, `"members": 39`},
		`turnout: stages: first: bad turnout: share: 180%`:       {"case.json", `"80%"`, `"180%"`},
	} {
		t.Run(want, func(t *testing.T) {
			flag := map[string]string{"case.json": "-case", "register.csv": "-register"}[x[0]]
			status, out, stderr := ask(flag, spoiled(t, x[0], x[1], x[2]))
			assert.Equal(t, 2, status)
			assert.Contains(t, stderr, want)
			assert.Empty(t, out)
		})
	}
	for want, text := range map[string]string{
		"quota: 0 would":                    `{"quota": 0, "players": [{"weight": 1}]}`,
		"quota: 2 is more than the 1 votes": `{"quota": 2, "players": [{"weight": 1}]}`,
		"players[0].weight: -1":             `{"quota": 2, "players": [{"weight": -1}]}`,
		`unknown field "wait"`:              `{"quota": 2, "players": [{"wait": 1}]}`,
		"does not tell who it is":           `{"quota": 2, "players": [{"name": "a", "weight": 1}, {"name": "a", "weight": 1}]}`,
	} {
		file := write(t, "game.json", text)
		status, _, stderr := ask("-game", "testdata/council.json", "-after", file)
		assert.Equal(t, 2, status)
		assert.Contains(t, stderr, want)
	}
}

func TestARegisterOfTheDayAndALargeOne(t *testing.T) {
	const plan = `{"name": "Co-op", "on": "2026-11-23", "constitution": {"votes": {"basis": "one-member-one-vote"},
		"hands": {"proxies_vote": true, "split_both_ways": false}, "notice": {"clear_days": 14}, "quorum": {}, "adjourned_quorum": {}, "requisition": {},
		"board": {"quorum": {}, "seats": []},
		"majorities": [{"name": "ordinary", "majority": {"share": {"fraction": "1/2", "strict": true, "of": "votes-cast"}}}]},
		"turnout": {"groups": [{"members": %d, "chance": 0.1}]}}`
	members := func(n int) string {
		var b strings.Builder
		b.WriteString("id\n")
		for i := range n {
			fmt.Fprintf(&b, "m%d\n", i)
		}
		return b.String()
	}
	status, out, stderr := ask("-case", write(t, "case.json", fmt.Sprintf(plan, 3000)), "-register", write(t, "register.csv", members(3000)))
	require.Zero(t, status, stderr)
	assert.Regexp(t, `each of 3,000 members +1 +0\.0%`, out)
	assert.Contains(t, out, "Fewest who carry together: 1501: any 1501 of 3000 with 1 vote each.")
	assert.Contains(t, out, "All are exact")
	_, _, stderr = ask("-case", write(t, "case.json", fmt.Sprintf(plan, 0)), "-register", write(t, "register.csv", members(0)))
	assert.Contains(t, stderr, "nobody may vote")
}

func TestABodyTooLargeIsDrawnFromASeed(t *testing.T) {
	var b strings.Builder
	b.WriteString(`{"quota": 40000000000, "players": [`)
	for i := range 60 {
		fmt.Fprintf(&b, `{"weight": %d},`, 1_000_000_007+int64(i)*7_919_333)
	}
	file := write(t, "large.json", strings.TrimSuffix(b.String(), ",")+"]}")
	_, out, _ := ask("-game", file)
	assert.Contains(t, out, "not found")
	assert.Contains(t, out, "-trials and -seed draw it")
	status, out, stderr := ask("-game", file, "-trials", "3000", "-seed", "7")
	require.Zero(t, status, stderr)
	assert.Contains(t, out, " ±0.")
	assert.Contains(t, out, "they were drawn at random")
	_, again, _ := ask("-game", file, "-trials", "3000", "-seed", "7")
	assert.Equal(t, out, again)
}

func TestWrongUse(t *testing.T) {
	for _, args := range [][]string{
		{"stray"},
		{"-nonsense"},
		{"-case", "none.json"},
		{"-register", "none.csv"},
		{"-game", "none.json"},
		{"-game", "testdata/council.json", "-case", "x"},
		{"-after", "testdata/council.json"},
		{"-trials", "5"},
		{"-seed", "5"},
		{"-game", "testdata/council.json", "-after", "none.json"},
		{"-html", "testdata"},
	} {
		status, _, stderr := ask(args...)
		assert.Equal(t, 2, status, args)
		assert.NotEmpty(t, stderr)
	}
	status, _, stderr := ask("-h")
	assert.Zero(t, status)
	assert.Contains(t, stderr, "-register FILE")
}

func FuzzReadRegister(f *testing.F) {
	f.Add([]byte("id,class,shares,joined,left\na,x,5,2020-01-01,\n"))
	f.Add([]byte("id\n\"a\nb\"\n"))
	f.Add([]byte("shares,id\n-1,\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		members, err := readRegister(bytes.NewReader(b), law.MustDate("2026-11-23"))
		if err != nil {
			return
		}
		for _, m := range members {
			require.GreaterOrEqual(t, m.Shares.Or(0), int64(0))
		}
		require.LessOrEqual(t, len(members), len(b))
	})
}
