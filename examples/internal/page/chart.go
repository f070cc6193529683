package page

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
)

// Chart is any Vega-Lite chart, for what Lines and Bars do not cover. Data
// belongs inside the spec, because a page may not fetch any.
type Chart struct {
	Title   string
	Caption string // what the reader should take from it; optional
	Alt     string // what the chart shows, for those who cannot see it
	Spec    any    // marshalled with encoding/json
	Table   Table  // the same figures, for those who cannot run scripts
}

// spec is a node of a Vega-Lite spec. Maps marshal in key order, so the bytes
// do not vary.
type spec = map[string]any

// MaxSeries is how many colours stay distinct under every common kind of
// colour blindness. A chart with more lines than that cannot be read anyway.
const MaxSeries = 8

// dashes tell lines apart without colour, in print as on screen.
var dashes = [MaxSeries][]int{
	{1, 0}, {8, 4}, {2, 3}, {10, 3, 2, 3}, {14, 4}, {4, 2}, {6, 2, 2, 2, 2, 2}, {2, 6},
}

// zeroLine draws the grid line at nought darker than the others. Without it a
// reader cannot see at a glance which figures are negative.
var zeroLine = spec{
	"condition": spec{"test": "datum.value === 0", "value": "var(--soft)"},
	"value":     "var(--rule)",
}

// figure is a chart ready to show, with what surrounds the drawing. Labels and
// legend are HTML, because those of a drawing do not wrap on a narrow screen.
type figure struct {
	Chart
	above  string // label of the vertical axis
	below  string // label of the horizontal axis
	legend []string
	dashed bool // the legend shows lines, not blocks
}

func (c Chart) view(ids *ids) (blockView, error) {
	return figure{Chart: c}.view(ids)
}

func (f figure) view(ids *ids) (blockView, error) {
	fail := func(err error) (blockView, error) {
		return blockView{}, fmt.Errorf("chart %q: %w", f.Title, err)
	}
	if f.Title == "" || f.Alt == "" {
		return fail(errors.New("needs a title and an alternative text"))
	}
	if len(f.Table.Rows) == 0 {
		return fail(errors.New("needs a table of its figures"))
	}
	if f.Table.Caption == "" {
		f.Table.Caption = f.Title
	}
	raw, err := json.Marshal(f.Spec)
	if err != nil {
		return fail(err)
	}
	if len(raw) == 0 || raw[0] != '{' {
		return fail(errors.New("the spec is not an object"))
	}
	table, err := f.Table.table(ids)
	if err != nil {
		return fail(err)
	}
	return blockView{Chart: &chartView{
		ID: ids.next("chart"), Title: f.Title, Caption: f.Caption, Alt: f.Alt,
		Above: f.above, Below: f.below, Legend: f.keys(),
		Spec: raw, Table: table,
	}}, nil
}

func (f figure) keys() []keyView {
	if len(f.legend) < 2 {
		return nil
	}
	keys := make([]keyView, len(f.legend))
	for i, name := range f.legend {
		keys[i] = keyView{Name: name, Class: fmt.Sprintf("c%d", i+1)}
		if f.dashed {
			keys[i].Dash = dashes[i]
		}
	}
	return keys
}

// names checks that series can be told apart by name and by colour.
func names(all []string) error {
	if len(all) == 0 {
		return errors.New("has nothing to show")
	}
	if len(all) > MaxSeries {
		return fmt.Errorf("has %d series; at most %d can be told apart", len(all), MaxSeries)
	}
	seen := make(map[string]bool, len(all))
	for _, name := range all {
		if seen[name] {
			return fmt.Errorf("has two series named %q", name)
		}
		seen[name] = true
	}
	return nil
}

// figureOrNull keeps a figure that is not a number out of JSON, which has no
// way to write one; the chart then shows a gap.
func figureOrNull(v float64) any {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return nil
	}
	return v
}

// tooltip shows the text each figure carries. Naming the labels here instead
// would put them into an expression, which text from outside can break.
var tooltip = spec{"field": "tip", "type": "nominal"}

// tip is what a reader sees on pointing at a figure, a line for each part.
func tip(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "\n")
}
