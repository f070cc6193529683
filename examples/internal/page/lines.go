package page

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Lines is a line chart.
type Lines struct {
	Title    string
	Caption  string // optional
	Alt      string // written from the labels and names if empty
	X, Y     string // what the axes measure, with units
	Series   []Series
	Decimals int  // of the Y figures, in the table and when pointed at
	FitY     bool // drops the zero baseline, for changes too small to see from zero
	span     spec // of Y, where it is one of several panels
}

// Series is one line. A Y that is not a number leaves a gap in it.
type Series struct {
	Name   string
	Points []Point
}

// Point is one figure. Labels, if given, must be on every point: they then
// name the steps of the axis, as 2026/27 does, in the order of X.
type Point struct {
	X, Y  float64
	Label string
}

// Consecutive gives points one apart, such as a figure for each year.
func Consecutive(first int, ys ...float64) []Point {
	points := make([]Point, len(ys))
	for i, y := range ys {
		points[i] = Point{X: float64(first + i), Y: y}
	}
	return points
}

func (l Lines) view(ids *ids) (blockView, error) {
	f, err := l.figure()
	if err != nil {
		return blockView{}, fmt.Errorf("lines %q: %w", l.Title, err)
	}
	return f.view(ids)
}

func (l Lines) figure() (figure, error) {
	series := make([]string, len(l.Series))
	for i, s := range l.Series {
		series[i] = s.Name
	}
	if err := names(series); err != nil {
		return figure{}, err
	}
	steps, err := l.steps()
	if err != nil {
		return figure{}, err
	}
	alt := l.Alt
	if alt == "" {
		alt = fmt.Sprintf("Line chart of %s by %s, from %s to %s: %s.",
			l.Y, l.X, steps.name(steps.xs[0]), steps.name(steps.xs[len(steps.xs)-1]), strings.Join(series, ", "))
	}
	return figure{
		Chart: Chart{
			Title: l.Title, Caption: l.Caption, Alt: alt,
			Spec: l.spec(series, steps), Table: l.table(series, steps),
		},
		above: l.Y, below: l.X, legend: series, dashed: true,
	}, nil
}

// steps are the places on the X axis where there is a figure.
type steps struct {
	xs     []float64
	labels map[float64]string // nil when X is itself the label
	whole  bool
}

func (s steps) name(x float64) string {
	if s.labels != nil {
		return s.labels[x]
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}

func (l Lines) steps() (steps, error) {
	out := steps{whole: true}
	labels, owners := make(map[float64]string), make(map[string]float64)
	labelled := 0
	for _, s := range l.Series {
		seen := make(map[float64]bool, len(s.Points))
		for _, p := range s.Points {
			if math.IsNaN(p.X) || math.IsInf(p.X, 0) {
				return out, fmt.Errorf("series %q has an X that is not a number", s.Name)
			}
			if seen[p.X] {
				return out, fmt.Errorf("series %q has two points at %v", s.Name, p.X)
			}
			seen[p.X] = true
			out.whole = out.whole && p.X == math.Trunc(p.X)
			if was, ok := labels[p.X]; ok && was != p.Label {
				return out, fmt.Errorf("%v is labelled both %q and %q", p.X, was, p.Label)
			}
			if owner, ok := owners[p.Label]; ok && p.Label != "" && owner != p.X {
				return out, fmt.Errorf("label %q stands at both %v and %v", p.Label, owner, p.X)
			}
			if _, ok := labels[p.X]; !ok {
				out.xs = append(out.xs, p.X)
				if p.Label != "" {
					labelled++
				}
			}
			labels[p.X], owners[p.Label] = p.Label, p.X
		}
	}
	switch {
	case len(out.xs) == 0:
		return out, errors.New("has no points")
	case labelled == len(out.xs):
		out.labels = labels
	case labelled > 0:
		return out, errors.New("has labels on some points but not on all")
	}
	slices.Sort(out.xs)
	return out, nil
}

func (l Lines) table(series []string, steps steps) Table {
	t := Table{
		Caption: l.Title + " (" + l.Y + ")",
		Columns: append(TextColumns(l.X), NumberColumns(series...)...),
	}
	row := make(map[float64][]Cell, len(steps.xs))
	for _, x := range steps.xs {
		cells := Row(steps.name(x))
		for range series {
			cells = append(cells, Cell{Text: none})
		}
		row[x] = cells
		t.Rows = append(t.Rows, cells)
	}
	for i, s := range l.Series {
		for _, p := range s.Points {
			row[p.X][i+1].Text = number(p.Y, l.Decimals)
		}
	}
	return t
}

func (l Lines) spec(series []string, steps steps) spec {
	values, longest := []spec{}, 0
	for _, s := range l.Series {
		longest = max(longest, len(s.Points))
		for _, p := range s.Points {
			v := spec{
				"series": s.Name, "x": p.X, "y": figureOrNull(p.Y),
				"tip": tip(s.Name, l.X+": "+steps.name(p.X), l.Y+": "+number(p.Y, l.Decimals)),
			}
			if steps.labels != nil {
				v["x"] = p.Label
			}
			values = append(values, v)
		}
	}
	axis := spec{"title": nil, "grid": false, "labelOverlap": true, "labelFlush": true}
	x := spec{
		"field": "x", "type": "quantitative", "axis": axis,
		"scale": spec{"zero": false, "nice": false},
	}
	switch {
	case steps.labels != nil:
		x["type"] = "ordinal"
		ordered := make([]string, len(steps.xs))
		for i, x := range steps.xs {
			ordered[i] = steps.name(x)
		}
		x["scale"] = spec{"domain": ordered}
		axis["labelAngle"] = 0
	case steps.whole:
		// Years must not be written as 2,026, nor have ticks between them.
		axis["format"], axis["tickMinStep"] = "d", 1
	}
	layers := []spec{{
		"mark": spec{"type": "line", "strokeWidth": 2.25},
		"encoding": spec{"strokeDash": spec{
			"field": "series", "type": "nominal", "legend": nil,
			"scale": spec{"domain": series, "range": dashes[:len(series)]},
		}},
	}}
	if longest <= 40 {
		layers = append(layers, spec{"mark": spec{"type": "point", "filled": true, "size": 26, "opacity": 1}})
	}
	// A dot is too small to point at, so a clear one over it answers instead.
	layers = append(layers, spec{
		"mark":     spec{"type": "point", "filled": true, "size": 350, "opacity": 0},
		"encoding": spec{"tooltip": tooltip},
	})
	height, ticks, span := 300, 6, spec{"zero": !l.FitY, "nice": true}
	if l.span != nil {
		height, ticks, span = panelHeight, 4, l.span
	}
	return spec{
		"width": "container", "height": height,
		"data": spec{"values": values},
		"encoding": spec{
			"x": x,
			"y": spec{
				"field": "y", "type": "quantitative", "scale": span,
				"axis": spec{"title": nil, "gridColor": zeroLine, "tickCount": ticks},
			},
			"color": spec{
				"field": "series", "type": "nominal", "legend": nil,
				"scale": spec{"domain": series},
			},
		},
		"layer": layers,
	}
}
