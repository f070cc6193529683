package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
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
	"github.com/rochdale-go/rochdale/legalform/law"
)

func ask(t testing.TB, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	status = run(context.Background(), args, &out, &err)
	return status, out.String(), err.String()
}

func answered(t testing.TB, args ...string) string {
	t.Helper()
	status, out, stderr := ask(t, args...)
	require.Zero(t, status, stderr)
	return out
}

func fits(t *testing.T, out string) {
	t.Helper()
	for i, line := range strings.Split(out, "\n") {
		assert.LessOrEqual(t, utf8.RuneCountInString(line), console.Width, "line %d: %s", i+1, line)
	}
}

func TestEveryFormIsToldOfOrLeftOutWithTheReason(t *testing.T) {
	for _, name := range []string{"inclusion", "ace"} {
		out := answered(t, "-case", name, "-paths", "300")
		fits(t, out)
		for _, f := range legalform.In(0) {
			assert.Contains(t, out, f.FormTitle())
		}
		assert.Contains(t, out, "Public limited company: it has £50,000.00 of share capital at the least (s. 763(1)")
		assert.Contains(t, out, "Community benefit society (Northern Ireland): its law does not reach England")
		assert.Contains(t, out, "assumption: ")
		assert.Contains(t, out, "drivers.margin")
		assert.Contains(t, out, "cic.over-aggregate-cap: regs 17(1)(c), 19")
	}
	out := answered(t, "-on", "2026-04-06", "-paths", "300")
	assert.NotContains(t, out, "cic.over-share-cap", "the share cap ended in 2014")
	assert.NotContains(t, out, "Charitable company: no body", "it exists by then")
}

func TestTheSameBytesOfAnyNumberOfWorkersAndParts(t *testing.T) {
	dir := t.TempDir()
	merge := []string{"-merge"}
	for _, part := range []string{"2/3", "3/3", "1/3"} {
		file := filepath.Join(dir, strings.ReplaceAll(part, "/", "-"))
		text := answered(t, "-shard", part, "-paths", "401", "-seed", "9", "-years", "4")
		require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
		merge = append(merge, file)
	}
	for _, how := range []string{"-json", "-csv", ""} {
		args := func(more ...string) []string {
			if how != "" {
				more = append(more, how)
			}
			return append(more, "-paths", "401", "-seed", "9", "-years", "4")
		}
		whole := answered(t, args("-workers", "1")...)
		assert.Equal(t, whole, answered(t, args("-workers", "3")...))
		assert.Equal(t, whole, answered(t, args(merge...)...), "parts in any order are the whole")
	}
}

func TestPartsThatAreNotTheWholeAreRefused(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		file := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
		return file
	}
	flags := []string{"-paths", "400", "-years", "2"}
	one := write("one.json", answered(t, append(flags, "-shard", "1/2")...))
	two := write("two.json", answered(t, append(flags, "-shard", "2/2")...))
	text, err := os.ReadFile(two)
	require.NoError(t, err)
	for name, tc := range map[string]struct {
		args []string
		want string
	}{
		"one is missing":         {[]string{two}, "the files hold 200 of 400 paths: 200 to 399"},
		"one is there twice":     {[]string{one, two, one}, "one.json: paths that are counted already"},
		"another seed":           {[]string{"-seed", "5", one, two}, "give -merge the same"},
		"another case":           {[]string{"-case", "ace", one, two}, "give -merge the same"},
		"fewer paths":            {[]string{"-paths", "300", one, two}, "the files hold 400 of 300 paths"},
		"no tally":               {[]string{write("none.json", `{"fingerprint": 1}`)}, "none.json: fingerprint"},
		"no such file":           {[]string{filepath.Join(dir, "nothing.json")}, "nothing.json"},
		"counts that fall short": {[]string{one, write("short.json", strings.Replace(string(text), `"from":200`, `"from":199`, 1))}, "short.json: paths that are counted already"},
	} {
		t.Run(name, func(t *testing.T) {
			status, _, stderr := ask(t, append(append([]string{"-merge"}, flags...), tc.args...)...)
			assert.Equal(t, console.Wrong, status)
			assert.Contains(t, stderr, tc.want)
		})
	}
}

func TestJSONAndCSVHaveTheSameFigures(t *testing.T) {
	var r struct {
		Paths int
		Forms []struct {
			Form     string
			Reserves struct{ P50 string }
			Troubles []struct {
				Event string
				Hits  int
				Of    int
				By    []struct{ Hits int }
			}
			FromFirst []struct{ Measure string } `json:"from_first"`
		}
		Inputs []struct{ Source, Assumption string }
	}
	require.NoError(t, json.Unmarshal([]byte(answered(t, "-json", "-paths", "500", "-years", "6")), &r))
	assert.Equal(t, 500, r.Paths)
	require.Greater(t, len(r.Forms), len(legalform.Mutuals()))
	for i, f := range r.Forms {
		require.NotEmpty(t, f.Troubles)
		for _, x := range f.Troubles {
			assert.Equal(t, 500, x.Of)
			require.Len(t, x.By, 6)
			assert.Equal(t, x.Hits, x.By[5].Hits)
		}
		assert.Equal(t, i > 0, len(f.FromFirst) > 0, "the first is compared with nothing")
	}
	for _, in := range r.Inputs {
		assert.NotEqual(t, in.Source == "", in.Assumption == "")
	}
	rows, err := csv.NewReader(strings.NewReader(answered(t, "-csv", "-paths", "500", "-years", "6"))).ReadAll()
	require.NoError(t, err)
	var found bool
	for _, row := range rows {
		if row[0] == r.Forms[0].Form && row[1] == "0" && row[2] == "reserves" && row[3] == "p50" {
			found = true
			want, err := law.ParsePence(r.Forms[0].Reserves.P50)
			require.NoError(t, err)
			got, err := law.ParsePence(row[4])
			require.NoError(t, err)
			assert.Equal(t, want, got)
		}
	}
	assert.True(t, found)
}

func TestSearches(t *testing.T) {
	out := answered(t, "-largest", "staff and members", "-odds", "30%", "-paths", "300", "-years", "7")
	fits(t, out)
	assert.Regexp(t, `CIC by shares, Schedule 3 +\d+(\.\d+)?% `, out)
	out = answered(t, "-reserve", "homeless health care", "-odds", "10%", "-paths", "300", "-years", "7")
	fits(t, out)
	assert.Regexp(t, `CIC by shares, Schedule 3 +£\d+(,\d+)*\.00 `, out)
	assert.Contains(t, out, "survive the loss of")
	out = answered(t, "-largest", "staff and members", "-odds", "1%", "-paths", "300", "-years", "8")
	fits(t, out)
	assert.Contains(t, out, "no value keeps the odds under the limit of 1%")
	var a answers
	require.NoError(t, json.Unmarshal([]byte(answered(t, "-largest", "community", "-odds", "50%", "-paths", "300", "-years", "4", "-json")), &struct{ Forms any }{&a.Forms}))
	require.NotEmpty(t, a.Forms)
	assert.Equal(t, "1", strings.TrimSuffix(a.Forms[0].Found, "00%"), "even all of it keeps to even odds")
	assert.Nil(t, a.Forms[0].Then)
}

func TestWrongUseNamesThePlace(t *testing.T) {
	file := func(old, with string) string {
		text := cases.Text("inclusion")
		require.Contains(t, text, old)
		name := filepath.Join(t.TempDir(), "case.json")
		require.NoError(t, os.WriteFile(name, []byte(strings.Replace(text, old, with, 1)), 0o600))
		return name
	}
	for name, tc := range map[string]struct {
		args []string
		want string
	}{
		"no such case":           {[]string{"-case", "no such case"}, "no such case"},
		"no such day":            {[]string{"-on", "yesterday"}, "-on"},
		"a stray argument":       {[]string{"stray"}, "stray"},
		"no years":               {[]string{"-years", "0"}, "-years: 0"},
		"ten thousand years":     {[]string{"-years", "10000"}, "years: 10000"},
		"no paths":               {[]string{"-paths", "0"}, "-paths"},
		"paths below nothing":    {[]string{"-paths", "-5"}, "-paths"},
		"more paths than any":    {[]string{"-paths", "99999999999999"}, "paths"},
		"workers below nothing":  {[]string{"-workers", "-1"}, "workers: -1"},
		"an odd part":            {[]string{"-shard", "4/3"}, "-shard"},
		"more parts than paths":  {[]string{"-shard", "1/9", "-paths", "8"}, "-shard"},
		"a part as CSV":          {[]string{"-shard", "1/2", "-csv"}, "-shard"},
		"two ways of writing":    {[]string{"-json", "-csv"}, "-csv"},
		"nothing to merge":       {[]string{"-merge"}, "-merge"},
		"no such step":           {[]string{"-largest", "divvy"}, "divvy"},
		"no such contract":       {[]string{"-reserve", "bins"}, "bins"},
		"two searches":           {[]string{"-reserve", "bins", "-largest", "community"}, "-reserve"},
		"odds beyond certainty":  {[]string{"-largest", "community", "-odds", "101%"}, "-odds"},
		"odds without a search":  {[]string{"-odds", "5%"}, "-odds"},
		"no folder for the page": {[]string{"-paths", "100", "-html", "/no/such/folder/page.html"}, "/no/such/folder"},
		"an unknown driver":      {[]string{"-case", file(`"margin"`, `"luck"`)}, "drivers.luck: no such driver"},
		"a bad distribution":     {[]string{"-case", file(`"low": "-5%"`, `"low": "6%"`)}, "drivers.price.low"},
		"a contract of the past": {[]string{"-case", file(`"ends": "2015-09-30"`, `"ends": "2009-09-30"`)}, "contracts[0].ends"},
	} {
		t.Run(name, func(t *testing.T) {
			status, out, stderr := ask(t, tc.args...)
			assert.Equal(t, console.Wrong, status)
			assert.Empty(t, out)
			assert.Contains(t, stderr, tc.want)
		})
	}
	status, _, stderr := ask(t, "-h")
	assert.Zero(t, status)
	assert.Contains(t, stderr, "-shard")
}

func TestARunThatIsBrokenOffSaysSo(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	for _, args := range [][]string{nil, {"-shard", "1/2"}, {"-largest", "community"}} {
		var out, stderr bytes.Buffer
		assert.Equal(t, interrupted, run(ctx, args, &out, &stderr))
		assert.Empty(t, out.String())
		assert.Equal(t, "simulate: broken off; nothing is written\n", stderr.String())
	}
}

func TestACaseWithoutDriversHasOneFuture(t *testing.T) {
	text := cases.Text("inclusion")
	from, to := strings.Index(text, `  "quorum"`), strings.Index(text, `  "tax"`)
	name := filepath.Join(t.TempDir(), "case.json")
	require.NoError(t, os.WriteFile(name, []byte(text[:from]+text[to:]), 0o600))
	out := answered(t, "-case", name, "-paths", "200")
	fits(t, out)
	assert.Contains(t, out, "nothing that is drawn")
	assert.Contains(t, out, "100.0% (98.1-100.0)", "costs without income")
}

func TestAmountsAreReadable(t *testing.T) {
	for p, want := range map[law.Pence]string{
		0: "£0", 49: "£0", -50: "£0", -100: "-£1", 123_456_00: "£123,456", -1_234_567_00: "-£1,234,567",
		9_999_999_00: "£9,999,999", 10_000_000_00: "£10.00m", -25_500_000_00: "-£25.50m",
	} {
		assert.Equal(t, want, thousands(p), int64(p))
	}
}

func BenchmarkRun(b *testing.B) {
	for b.Loop() {
		answered(b, "-json", "-paths", "10000")
	}
}

func TestThePageIsOneFileWithADrawingForEveryFormThatDiffers(t *testing.T) {
	file := filepath.Join(t.TempDir(), "page.html")
	answered(t, "-paths", "300", "-html", file)
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	text := string(b)
	assert.NotContains(t, text, "<script src")
	assert.NotContains(t, text, `<link rel="stylesheet"`)
	for _, f := range legalform.In(0) {
		assert.Contains(t, text, f.FormTitle())
	}
	for _, want := range []string{"Cash at the end of each year", "Reserves at the end of each year", "Paid to staff: bonus", "middle half", "more alike"} {
		assert.Contains(t, text, want)
	}
	again := filepath.Join(t.TempDir(), "again.html")
	answered(t, "-paths", "300", "-html", again, "-workers", "3")
	c, err := os.ReadFile(again)
	require.NoError(t, err)
	assert.True(t, bytes.Equal(b, c), "the same flags give the same page")
}
