package page

import (
	"errors"
	"fmt"
	"math"
	"strings"
)

// Ranges is a chart of figures that are not certain: for each category a dot at the middle,
// and a line between what it probably lies.
type Ranges struct {
	Title    string
	Caption  string // optional
	Alt      string // written from the labels if empty
	Category string // what the categories are
	Value    string // what is measured, with units
	Low      string // what the ends of the line and the dot are, as headings of the table
	Middle   string
	High     string
	Ranges   []Range
	Decimals int // of the values, in the table and when pointed at
}

// Range is one category. Its figures are in order.
type Range struct {
	Category          string
	Low, Middle, High float64
}

func (r Ranges) view(ids *ids) (blockView, error) {
	f, err := r.figure()
	if err != nil {
		return blockView{}, fmt.Errorf("ranges %q: %w", r.Title, err)
	}
	return f.view(ids)
}

func (r Ranges) figure() (figure, error) {
	var categories []string
	t := Table{
		Caption: r.Title + " (" + r.Value + ")",
		Columns: append(TextColumns(r.Category), NumberColumns(r.Low, r.Middle, r.High)...),
	}
	for _, x := range r.Ranges {
		for _, v := range []float64{x.Low, x.Middle, x.High} {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				return figure{}, fmt.Errorf("%q has a figure that is not a number", x.Category)
			}
		}
		if x.Low > x.Middle || x.Middle > x.High {
			return figure{}, fmt.Errorf("%q has figures that are not in order", x.Category)
		}
		categories = append(categories, x.Category)
		t.Rows = append(t.Rows, Row(x.Category, number(x.Low, r.Decimals), number(x.Middle, r.Decimals), number(x.High, r.Decimals)))
	}
	if err := distinct(categories); err != nil {
		return figure{}, err
	}
	if r.Low == "" || r.Middle == "" || r.High == "" {
		return figure{}, errors.New("does not say what its ends and its middle are")
	}
	alt := r.Alt
	if alt == "" {
		alt = fmt.Sprintf("Chart of %s by %s, from %s to %s, each with a line from %s to %s.",
			r.Value, r.Category, categories[0], categories[len(categories)-1], r.Low, r.High)
	}
	return figure{
		Chart: Chart{Title: r.Title, Caption: r.Caption, Alt: alt, Spec: r.spec(), Table: t},
		above: r.Category, below: r.Value,
	}, nil
}

func (r Ranges) spec() spec {
	labels, values, lines := []string{}, []spec{}, 1
	for _, x := range r.Ranges {
		broken := wrap(x.Category)
		label := strings.Join(broken, "\n")
		labels, lines = append(labels, label), max(lines, len(broken))
		values = append(values, spec{
			"label": label, "low": x.Low, "middle": x.Middle, "high": x.High,
			"tip": tip(x.Category, r.Low+": "+number(x.Low, r.Decimals), r.Middle+": "+number(x.Middle, r.Decimals), r.High+": "+number(x.High, r.Decimals)),
		})
	}
	value := func(field string) spec {
		return spec{
			"field": field, "type": "quantitative", "scale": spec{"zero": true, "nice": true},
			"axis": spec{"title": nil, "gridColor": zeroLine, "tickCount": 4, "labelFlush": true, "labelOverlap": true},
		}
	}
	end := func(field string) spec {
		return spec{
			"mark":     spec{"type": "tick", "color": "var(--c1)", "thickness": 2, "size": 14},
			"encoding": spec{"x": value(field)},
		}
	}
	return spec{
		"width": "container", "height": max(90, (lineHeight*lines+16)*len(labels)),
		// The label of the last tick has half its length beside the drawing.
		"padding": spec{"left": 5, "top": 5, "right": 24, "bottom": 5},
		"data":    spec{"values": values},
		"encoding": spec{
			"y": spec{
				"field": "label", "type": "nominal", "scale": spec{"domain": labels},
				"axis": spec{
					"title": nil, "ticks": false, "labelPadding": 10, "labelLimit": 150, "grid": false,
					"labelLineHeight": lineHeight,
					"labelOffset":     spec{"expr": fmt.Sprintf("(1 - length(split(datum.value, '\\n'))) * %d / 2", lineHeight)},
				},
			},
			"tooltip": tooltip,
		},
		"layer": []spec{
			{
				"mark":     spec{"type": "rule", "color": "var(--c1)", "strokeWidth": 2},
				"encoding": spec{"x": value("low"), "x2": spec{"field": "high"}},
			},
			end("low"), end("high"),
			{
				"mark":     spec{"type": "point", "filled": true, "color": "var(--c1)", "size": 90, "opacity": 1},
				"encoding": spec{"x": value("middle")},
			},
		},
	}
}
