package page

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"io"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed page.html.tmpl page.css page.js
var parts embed.FS

//go:embed runtime/*.min.js runtime/LICENSE.* runtime/THIRD-PARTY.txt
var runtime embed.FS

var layout = sync.OnceValue(func() *template.Template {
	funcs := template.FuncMap{"short": short}
	return template.Must(template.New("page.html.tmpl").Funcs(funcs).ParseFS(parts, "page.html.tmpl"))
})

// short says whether a table may keep text on one line: a figure or a date
// broken over lines is hard to read, and the table can scroll.
func short(text string, letters int) bool { return utf8.RuneCountInString(text) <= letters }

// The views are what the template reads: every choice is already made, so the
// template only lays out.
type (
	pageView struct {
		Title, Lead, Policy string
		Style               template.CSS
		Scripts             []template.JS
		Sections            []sectionView
	}
	sectionView struct {
		ID, Title string
		Blocks    []blockView
	}
	// blockView has exactly one field set.
	blockView struct {
		Prose    []string
		Facts    []factView
		Table    *tableView
		Chart    *chartView
		Findings []findingView
	}
	markView struct{ Class, Sign, Word string }
	factView struct {
		Fact
		Mark *markView
	}
	tableView struct {
		ID, Caption string
		Columns     []Column
		Rows        [][]cellView
		Key         []*markView
	}
	cellView struct {
		Cell
		Align Align
		Mark  *markView
	}
	chartView struct {
		ID, Title, Caption, Alt, Above, Below string
		Legend                                []keyView
		Spec                                  json.RawMessage
		Panels                                []panelView // in place of Spec
		Table                                 *tableView
	}
	panelView struct {
		ID, Name, Alt string
		Spec          json.RawMessage
	}
	keyView struct {
		Name, Class string
		Dash        []int
	}
	findingView struct {
		Finding
		Mark *markView
	}
)

// DashArray is the dash pattern as SVG writes it.
func (k keyView) DashArray() string {
	out := make([]string, len(k.Dash))
	for i, n := range k.Dash {
		out[i] = strconv.Itoa(n)
	}
	return strings.Join(out, " ")
}

// ids numbers the elements that others point to. Numbers in reading order
// cannot clash, whatever the titles say.
type ids map[string]int

func (n ids) next(kind string) string {
	n[kind]++
	return kind + "-" + strconv.Itoa(n[kind])
}

func (p Page) execute(w io.Writer) error {
	if p.Title == "" {
		return errors.New("has no title")
	}
	style, err := parts.ReadFile("page.css")
	if err != nil {
		return err
	}
	ids, charts := ids{}, false
	v := pageView{Title: p.Title, Lead: p.Lead, Style: template.CSS(style)}
	for _, s := range p.Sections {
		section := sectionView{ID: ids.next("section"), Title: s.Title}
		if s.Title == "" {
			return fmt.Errorf("%s has no title", section.ID)
		}
		for _, b := range s.Blocks {
			block, err := b.view(&ids)
			if err != nil {
				return fmt.Errorf("section %q: %w", s.Title, err)
			}
			charts = charts || block.Chart != nil
			section.Blocks = append(section.Blocks, block)
		}
		v.Sections = append(v.Sections, section)
	}
	if charts {
		if v.Scripts, err = scripts(); err != nil {
			return err
		}
	}
	v.Policy = policy(v.Scripts)
	return layout().Execute(w, v)
}

// policy lets run only the scripts whose sums it names, and lets nothing at
// all be fetched. Chart expressions are interpreted, so eval stays forbidden.
// Inline styles must be allowed, because the runtime writes them on its marks.
func policy(scripts []template.JS) string {
	allowed := "'none'"
	if len(scripts) > 0 {
		sums := make([]string, len(scripts))
		for i, s := range scripts {
			sum := sha256.Sum256([]byte(s))
			sums[i] = "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
		}
		allowed = strings.Join(sums, " ")
	}
	return "default-src 'none'; script-src " + allowed +
		"; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
}

// sourceMap is the pointer to a file that readers of a page do not have.
var sourceMap = regexp.MustCompile(`(?m)^//# sourceMappingURL=.*\n?`)

// scripts are the chart runtime and what draws with it. The licences go with
// them, because every page is a copy of the runtime.
var scripts = sync.OnceValues(func() ([]template.JS, error) {
	var out []template.JS
	for _, name := range []string{"vega", "vega-lite", "vega-embed"} {
		licence, err := runtime.ReadFile("runtime/LICENSE." + name)
		if err != nil {
			return nil, err
		}
		code, err := runtime.ReadFile("runtime/" + name + ".min.js")
		if err != nil {
			return nil, err
		}
		code = sourceMap.ReplaceAll(code, nil)
		out = append(out, script(comment(name, licence)+string(code)))
	}
	others, err := runtime.ReadFile("runtime/THIRD-PARTY.txt")
	if err != nil {
		return nil, err
	}
	draw, err := parts.ReadFile("page.js")
	if err != nil {
		return nil, err
	}
	return append(out, script(comment("Built into the above", others)+string(draw))), nil
})

// script ends its lines as a browser does before it takes the sum, so that a
// checkout with other line endings still makes pages that work.
func script(code string) template.JS {
	return template.JS(strings.ReplaceAll(code, "\r\n", "\n"))
}

func comment(about string, text []byte) string {
	return "\n/*! " + about + "\n\n" + strings.TrimSpace(string(text)) + "\n*/\n"
}

func (p Prose) view(*ids) (blockView, error) { return blockView{Prose: p}, nil }

func (f Facts) view(*ids) (blockView, error) {
	out := make([]factView, len(f))
	for i, fact := range f {
		out[i] = factView{Fact: fact, Mark: fact.Emphasis.mark(fact.Value)}
	}
	return blockView{Facts: out}, nil
}

func (f Findings) view(*ids) (blockView, error) {
	out := make([]findingView, len(f))
	for i, finding := range f {
		if err := checkLink(finding.Link); err != nil {
			return blockView{}, fmt.Errorf("finding %q: %w", finding.Code, err)
		}
		if finding.Outcome == "" {
			finding.Outcome = finding.Emphasis.badge()
		}
		out[i] = findingView{Finding: finding, Mark: finding.Emphasis.mark(finding.Outcome)}
	}
	return blockView{Findings: out}, nil
}

func (t Table) view(ids *ids) (blockView, error) {
	v, err := t.table(ids)
	return blockView{Table: v}, err
}

func (t Table) table(ids *ids) (*tableView, error) {
	fail := func(err error) (*tableView, error) { return nil, fmt.Errorf("table %q: %w", t.Caption, err) }
	if t.Caption == "" {
		return fail(errors.New("needs a caption"))
	}
	v := &tableView{ID: ids.next("table"), Caption: t.Caption, Columns: t.Columns}
	var used [Assumption + 1]bool
	for n, row := range t.Rows {
		if len(row) != len(t.Columns) {
			return fail(fmt.Errorf("row %d has %d cells for %d columns", n+1, len(row), len(t.Columns)))
		}
		cells := make([]cellView, len(row))
		for i, cell := range row {
			if err := checkLink(cell.Link); err != nil {
				return fail(err)
			}
			mark := cell.Emphasis.mark(cell.Text)
			if mark != nil {
				used[cell.Emphasis] = true
				t.reword(cell.Emphasis, mark)
			}
			cells[i] = cellView{Cell: cell, Align: t.Columns[i].Align, Mark: mark}
		}
		v.Rows = append(v.Rows, cells)
	}
	for e, ok := range used {
		if ok {
			mark := Emphasis(e).mark("")
			t.reword(Emphasis(e), mark)
			v.Key = append(v.Key, mark)
		}
	}
	return v, nil
}

// reword puts the table's own word in place of the emphasis's.
func (t Table) reword(e Emphasis, mark *markView) {
	if word, ok := t.Words[e]; ok {
		mark.Word = word
	}
}

// mark is nil for plain text. It leaves out the word where the text already
// says it, so that a screen reader does not say it twice.
func (e Emphasis) mark(text string) *markView {
	word := e.String()
	if word == "" {
		return nil
	}
	m := &markView{Class: word, Sign: e.sign(), Word: word}
	if strings.Contains(strings.ToLower(text), word) {
		m.Word = ""
	}
	return m
}

// checkLink refuses what a reader could not follow, or should not.
func checkLink(link string) error {
	if link == "" {
		return nil
	}
	u, err := url.Parse(link)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return fmt.Errorf("link %q is not a web address", link)
	}
	return nil
}
