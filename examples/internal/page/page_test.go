package page

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"html"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const hostile = `</script><script>alert(1)</script><img src=x onerror=alert(2)>"'` + "`${alert(3)}<!--\u2028{{.}}"

// everything is a page with every kind of block, all of whose text is s.
func everything(s string) Page {
	cell := Cell{Text: s, Emphasis: Breach, Link: "https://example.org/law?a=1&b=2"}
	table := Table{Caption: s, Columns: TextColumns(s, s), Rows: [][]Cell{{cell, cell}}}
	return Page{Title: s, Lead: s, Sections: []Section{
		{Title: s, Blocks: []Block{
			Prose{s, s},
			Facts{{Label: s, Value: s, Note: s, Emphasis: Assumption}},
			table,
			Findings{{
				Outcome: s, Emphasis: Unknown, Code: s, Provision: s,
				Link: "https://example.org/", Message: s, Remedy: s,
			}},
		}},
		{Title: s, Blocks: []Block{
			Lines{Title: s, Caption: s, X: s, Y: s, Series: []Series{
				{Name: s, Points: Consecutive(2026, 1, math.NaN(), 3)},
				{Name: s + "2", Points: Consecutive(2026, 1, 2)},
			}},
			Lines{Title: s, X: s, Y: s, Series: []Series{{Name: s, Points: []Point{{Y: 1, Label: s}}}}},
			Bars{Title: s, Category: s, Value: s, Bars: []Bar{{s, s, 1}, {s, s + "2", 2}}},
			Chart{Title: s, Alt: s, Caption: s, Spec: map[string]any{"mark": "bar", "title": s}, Table: table},
		}},
		{Title: s},
	}}
}

func render(t *testing.T, p Page) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, p.Render(&out))
	return out.String()
}

// bodies matches what is inside scripts and styles, which is not markup.
var bodies = regexp.MustCompile(`(?s)(<(script|style)\b[^>]*>)(.*?)(</(?:script|style)>)`)

func markup(page string) string { return bodies.ReplaceAllString(page, "$1$4") }

func TestHostileTextStaysText(t *testing.T) {
	harmless, attacked := render(t, everything("x")), render(t, everything(hostile))
	tags := regexp.MustCompile(`<[a-z/!][^\s>]*`)
	assert.Equal(t, tags.FindAllString(markup(harmless), -1), tags.FindAllString(markup(attacked), -1),
		"hostile text must add no element")
	assert.NotContains(t, markup(attacked), "<img")
	assert.NotContains(t, attacked, "<script>alert")
	assert.Contains(t, markup(attacked), html.EscapeString("</script>"))

	data := regexp.MustCompile(`(?s)<script type="application/json"[^>]*>(.*?)</script>`)
	found := data.FindAllStringSubmatch(attacked, -1)
	require.Len(t, found, 4)
	for _, m := range found {
		var back map[string]any
		require.NoError(t, json.Unmarshal([]byte(m[1]), &back))
	}
	var last struct{ Title string }
	require.NoError(t, json.Unmarshal([]byte(found[3][1]), &last))
	assert.Equal(t, hostile, last.Title, "a chart must get its text unchanged")
}

func TestSamePageSameBytes(t *testing.T) {
	first := render(t, everything("Society & Co"))
	for range 5 {
		require.Equal(t, first, render(t, everything("Society & Co")))
	}
}

func TestNothingIsFetched(t *testing.T) {
	out := render(t, everything("x"))
	plain := markup(out)
	for _, at := range regexp.MustCompile(`https?:`).FindAllStringIndex(plain, -1) {
		assert.Regexp(t, `<a href="$`, plain[:at[0]], "only a link may hold a web address")
	}
	assert.NotRegexp(t, `<(img|iframe|object|embed|source|audio|video|base|form|input)\b`, plain)
	assert.NotRegexp(t, `\s(src|srcset|action|data|poster|style|on[a-z]+)=`, plain)
	assert.Equal(t, []string{`<link rel="icon" href="data:,">`}, regexp.MustCompile(`<link[^>]*>`).FindAllString(plain, -1))
	assert.NotContains(t, out, "sourceMappingURL")
	assert.NotContains(t, out, `"$schema": "`)
	css, err := parts.ReadFile("page.css")
	require.NoError(t, err)
	assert.NotRegexp(t, `url\(|@import|@font-face`, string(css))
}

func TestPolicyNamesEveryScriptAndNoOther(t *testing.T) {
	out := render(t, everything("x"))
	meta := regexp.MustCompile(`<meta http-equiv="Content-Security-Policy" content="([^"]*)">`).FindStringSubmatch(out)
	require.NotNil(t, meta)
	policy := html.UnescapeString(meta[1])
	assert.Contains(t, policy, "default-src 'none'")
	assert.NotContains(t, policy, "eval")
	assert.NotRegexp(t, `script-src[^;]*unsafe`, policy)

	code := regexp.MustCompile(`(?s)<script>(.*?)</script>`).FindAllStringSubmatch(out, -1)
	require.Len(t, code, 4)
	for _, m := range code {
		sum := sha256.Sum256([]byte(m[1]))
		assert.Contains(t, policy, base64.StdEncoding.EncodeToString(sum[:]))
	}
	assert.Equal(t, len(code), strings.Count(policy, "sha256-"))

	bare := render(t, Page{Title: "No charts", Sections: []Section{{Title: "Text", Blocks: []Block{Prose{"Hello."}}}}})
	assert.Less(t, len(bare), 20_000, "a page without charts carries no runtime")
	assert.NotContains(t, bare, "<script")
	assert.Contains(t, html.UnescapeString(bare), "script-src 'none'")
}

func TestEveryChartHasATable(t *testing.T) {
	out := render(t, everything("x"))
	charts := regexp.MustCompile(`(?s)<figure class="chart".*?</details>`).FindAllString(out, -1)
	require.Len(t, charts, 4)
	for _, c := range charts {
		assert.Contains(t, c, "<table")
		assert.Contains(t, c, `role="img" aria-label="`)
	}
}

func TestPageIsNavigable(t *testing.T) {
	out := render(t, everything("x"))
	assert.Contains(t, out, `<html lang="en-GB">`)
	assert.Equal(t, 1, strings.Count(out, "<h1>"))
	assert.Equal(t, 1, strings.Count(out, "<main "))
	ids := map[string]bool{}
	for _, m := range regexp.MustCompile(`\sid="([^"]*)"`).FindAllStringSubmatch(markup(out), -1) {
		assert.False(t, ids[m[1]], "id %q is used twice", m[1])
		ids[m[1]] = true
	}
	for _, m := range regexp.MustCompile(`(?:href="#|labelledby="|data-plot=")([^"]*)"`).FindAllStringSubmatch(markup(out), -1) {
		assert.True(t, ids[m[1]], "nothing has the id %q", m[1])
	}
}

func TestRuntimeIsWhatTheReadmeSays(t *testing.T) {
	readme, err := os.ReadFile("runtime/README.md")
	require.NoError(t, err)
	files, err := filepath.Glob("runtime/*.min.js")
	require.NoError(t, err)
	require.Len(t, files, 3)
	for _, name := range files {
		code, err := os.ReadFile(name)
		require.NoError(t, err)
		sum := sha256.Sum256(code)
		assert.Regexp(t, regexp.QuoteMeta(filepath.Base(name))+".*"+hex.EncodeToString(sum[:]), string(readme))
	}
	all, err := scripts()
	require.NoError(t, err)
	for _, s := range all {
		code := strings.ToLower(string(s))
		assert.NotContains(t, code, "</script", "would end its element early")
		assert.NotContains(t, code, "<!--", "would change how the rest is read")
		assert.NotContains(t, code, "\r", "would not match its sum once read by a browser")
		licence, _, ok := strings.Cut(code, "*/")
		assert.True(t, ok)
		assert.Contains(t, licence, "copyright")
	}
}

func TestErrorsLeaveNothingWritten(t *testing.T) {
	good := Table{Caption: "c", Columns: TextColumns("a"), Rows: [][]Cell{Row(1)}}
	short := good
	short.Rows = [][]Cell{Row(1, 2)}
	spec := map[string]any{}
	for name, block := range map[string]Block{
		"row too long":     short,
		"table unnamed":    Table{Columns: TextColumns("a")},
		"script as a link": Findings{{Code: "c", Link: "javascript:alert(1)"}},
		"local link":       Table{Caption: "c", Columns: TextColumns("a"), Rows: [][]Cell{{{Link: "file:///etc"}}}},
		"chart no table":   Chart{Title: "t", Alt: "a", Spec: spec},
		"chart no alt":     Chart{Title: "t", Spec: spec, Table: good},
		"chart no title":   Chart{Alt: "a", Spec: spec, Table: good},
		"spec not JSON":    Chart{Title: "t", Alt: "a", Spec: func() {}, Table: good},
		"spec not object":  Chart{Title: "t", Alt: "a", Spec: 1, Table: good},
	} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			p := Page{Title: "t", Sections: []Section{{Title: "s", Blocks: []Block{block}}}}
			require.Error(t, p.Render(&out))
			assert.Zero(t, out.Len())
			file := filepath.Join(t.TempDir(), "page.html")
			require.Error(t, p.WriteFile(file))
			assert.NoFileExists(t, file)
		})
	}
	require.Error(t, Page{}.Render(&bytes.Buffer{}))
	require.Error(t, Page{Title: "t", Sections: []Section{{}}}.Render(&bytes.Buffer{}))
}

func TestWriteFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "page.html")
	p := Page{Title: "Title"}
	require.NoError(t, p.WriteFile(file))
	got, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, render(t, p), string(got))
}
