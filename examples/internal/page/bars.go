package page

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// Bars is a bar chart: one bar for each category, or one for each group
// within it, side by side or stacked. Bars lie on their side when the
// categories have names too long to stand under them.
type Bars struct {
	Title    string
	Caption  string // optional
	Alt      string // written from the labels and names if empty
	Category string // what the categories are
	Value    string // what the bars measure, with units
	Bars     []Bar
	Stacked  bool
	Decimals int // of the values, in the table and when pointed at
}

// Bar is one figure. Categories and groups show in the order they first
// appear. Group may be empty when each category has one bar.
type Bar struct {
	Category string
	Group    string
	Value    float64
}

func (b Bars) view(ids *ids) (blockView, error) {
	f, err := b.figure()
	if err != nil {
		return blockView{}, fmt.Errorf("bars %q: %w", b.Title, err)
	}
	return f.view(ids)
}

func (b Bars) figure() (figure, error) {
	var categories, groups []string
	seen := make(map[[2]string]bool, len(b.Bars))
	for _, bar := range b.Bars {
		key := [2]string{bar.Category, bar.Group}
		if seen[key] {
			return figure{}, fmt.Errorf("has two bars for %q, %q", bar.Category, bar.Group)
		}
		seen[key] = true
		if b.Stacked && (math.IsNaN(bar.Value) || math.IsInf(bar.Value, 0)) {
			return figure{}, errors.New("has a stack with a part that is not a number, so its height would be wrong")
		}
		if !slices.Contains(categories, bar.Category) {
			categories = append(categories, bar.Category)
		}
		if !slices.Contains(groups, bar.Group) {
			groups = append(groups, bar.Group)
		}
	}
	if err := names(groups); err != nil {
		return figure{}, err
	}
	alt := b.Alt
	if alt == "" {
		alt = fmt.Sprintf("Bar chart of %s by %s, from %s to %s",
			b.Value, b.Category, categories[0], categories[len(categories)-1])
		if len(groups) > 1 {
			alt += ": " + strings.Join(groups, ", ")
		}
		alt += "."
	}
	f := figure{
		Chart: Chart{
			Title: b.Title, Caption: b.Caption, Alt: alt,
			Spec: b.spec(categories, groups), Table: b.table(categories, groups),
		},
		above: b.Value, below: b.Category, legend: groups,
	}
	if lieDown(categories) {
		f.above, f.below = f.below, f.above
	}
	return f, nil
}

// labelWidth is the most letters in a line of a category's label. Any wider
// and the bars have no room beside it on a telephone.
const labelWidth = 16

// lineHeight is that of a label, in pixels.
const lineHeight = 15

// lieDown says whether names are too long to stand side by side on a
// telephone. A financial year, 2026/27, is not.
func lieDown(categories []string) bool {
	return slices.ContainsFunc(categories, func(c string) bool {
		return utf8.RuneCountInString(c) > len("2026/27")
	})
}

// wrap breaks a name between words into lines of at most labelWidth letters.
func wrap(name string) []string {
	var lines []string
	for word := range strings.SplitSeq(name, " ") {
		last := len(lines) - 1
		if last >= 0 && utf8.RuneCountInString(lines[last]+" "+word) <= labelWidth {
			lines[last] += " " + word
			continue
		}
		lines = append(lines, word)
	}
	return lines
}

func (b Bars) table(categories, groups []string) Table {
	heads := slices.Clone(groups)
	if len(groups) == 1 && groups[0] == "" {
		heads[0] = b.Value
	}
	t := Table{
		Caption: b.Title + " (" + b.Value + ")",
		Columns: append(TextColumns(b.Category), NumberColumns(heads...)...),
	}
	for _, category := range categories {
		cells := Row(category)
		for range groups {
			cells = append(cells, Cell{Text: none})
		}
		t.Rows = append(t.Rows, cells)
	}
	for _, bar := range b.Bars {
		row := t.Rows[slices.Index(categories, bar.Category)]
		row[slices.Index(groups, bar.Group)+1].Text = number(bar.Value, b.Decimals)
	}
	return t
}

func (b Bars) spec(categories, groups []string) spec {
	lying := lieDown(categories)
	labels, lines := slices.Clone(categories), 1
	if lying {
		for i, c := range categories {
			broken := wrap(c)
			labels[i], lines = strings.Join(broken, "\n"), max(lines, len(broken))
		}
	}
	values := make([]spec, len(b.Bars))
	for i, bar := range b.Bars {
		values[i] = spec{
			"label": labels[slices.Index(categories, bar.Category)], "group": bar.Group,
			"order": slices.Index(groups, bar.Group), "value": figureOrNull(bar.Value),
			"tip": tip(bar.Group, b.Category+": "+bar.Category, b.Value+": "+number(bar.Value, b.Decimals)),
		}
	}

	// The axis goes over the bars, or their edges would break its line.
	axis := spec{
		"title": nil, "labelAngle": 0, "labelOverlap": !lying, "ticks": false,
		"labelPadding": 6, "labelLimit": 150, "grid": false, "zindex": 1,
	}
	along := spec{
		"field": "label", "type": "nominal", "axis": axis,
		"scale": spec{"domain": labels, "paddingInner": 0.25, "paddingOuter": 0.15},
	}
	value := spec{
		"field": "value", "type": "quantitative", "stack": nil,
		"axis": spec{"title": nil, "gridColor": zeroLine, "tickCount": 6},
	}
	if b.Stacked {
		value["stack"] = "zero"
	}
	encoding := spec{
		"color": spec{
			"field": "group", "type": "nominal", "legend": nil,
			"scale": spec{"domain": groups},
		},
		"order":   spec{"field": "order", "type": "quantitative"},
		"tooltip": tooltip,
	}
	offset := spec{"field": "group", "type": "nominal", "scale": spec{"domain": groups}}
	side := !b.Stacked && len(groups) > 1
	out := spec{
		"width": "container", "height": 300,
		"data": spec{"values": values},
		// The edge is the colour of the page: it parts bars that touch, which
		// a reader who cannot tell their colours needs.
		"mark":     spec{"type": "bar", "stroke": "var(--page)", "strokeWidth": 1},
		"encoding": encoding,
	}
	if !lying {
		encoding["x"], encoding["y"] = along, value
		if side {
			encoding["xOffset"] = offset
		}
		return out
	}
	encoding["y"], encoding["x"] = along, value
	// A label is placed by its first line, so those with more must move up.
	axis["labelLineHeight"] = lineHeight
	axis["labelOffset"] = spec{
		"expr": fmt.Sprintf("(1 - length(split(datum.value, '\\n'))) * %d / 2", lineHeight),
	}
	band := lineHeight*lines + 16
	if side {
		encoding["yOffset"] = offset
		band = max(band, 16*len(groups)+10)
	}
	out["height"] = max(120, band*len(categories))
	return out
}
