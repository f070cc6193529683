package page

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
)

// Fans show how far figures spread over time, for several subjects side by side: the median,
// the middle half, and nine in ten.
type Fans struct {
	Title    string
	Caption  string // optional
	X, Y     string // what the axes measure, with units
	Panel    string // what the subjects are
	Fans     []Fan
	Decimals int // of the Y figures, in the table and when pointed at
}

// Fan is one subject.
type Fan struct {
	Name   string
	Points []FanPoint
}

// FanPoint is a place on the X axis with five quantiles: below which 5%, 25%, 50%, 75% and
// 95% lie.
type FanPoint struct {
	X         float64
	Quantiles [5]float64
}

// quantiles name those of a fan.
var quantiles = [5]string{"5%", "25%", "median", "75%", "95%"}

// The edges of a fan are told apart by their dashes, so that no shade need be.
var (
	medianDash = []int{1, 0}
	halfDash   = []int{8, 4}
	outerDash  = []int{2, 3}
)

func (f Fans) view(ids *ids) (blockView, error) {
	p, err := f.panels()
	if err != nil {
		return blockView{}, fmt.Errorf("fans %q: %w", f.Title, err)
	}
	return p.view(ids)
}

func (f Fans) panels() (panels, error) {
	var subjects []string
	var values []float64
	for _, x := range f.Fans {
		subjects = append(subjects, x.Name)
		if err := x.check(); err != nil {
			return panels{}, fmt.Errorf("fan %q: %w", x.Name, err)
		}
		for _, p := range x.Points {
			values = append(values, p.Quantiles[:]...)
		}
	}
	if err := distinct(subjects); err != nil {
		return panels{}, err
	}
	span, err := scale(values)
	if err != nil {
		return panels{}, err
	}
	out := panels{
		title: f.Title, caption: f.Caption, above: f.Y, below: f.X,
		legend: []keyView{
			{Name: "median", Class: "c1", Dash: medianDash},
			{Name: "the middle half, 25% to 75%", Class: "c1", Dash: halfDash},
			{Name: "nine in ten, 5% to 95%", Class: "c1", Dash: outerDash},
		},
		table: Table{
			Caption: f.Title + " (" + f.Y + ")",
			Columns: append(TextColumns(f.Panel, f.X), NumberColumns(quantiles[:]...)...),
		},
	}
	for _, x := range f.Fans {
		for _, p := range x.Points {
			row := Row(x.Name, at(p.X))
			for _, q := range p.Quantiles {
				row = append(row, Cell{Text: number(q, f.Decimals)})
			}
			out.table.Rows = append(out.table.Rows, row)
		}
		last := x.Points[len(x.Points)-1]
		alt := fmt.Sprintf("%s: fan chart of %s by %s, from %s to %s, where the median is %s and nine in ten lie between %s and %s",
			x.Name, f.Y, f.X, at(x.Points[0].X), at(last.X), number(last.Quantiles[2], f.Decimals),
			number(last.Quantiles[0], f.Decimals), number(last.Quantiles[4], f.Decimals))
		out.list = append(out.list, panel{x.Name, alt, f.spec(x, span)})
	}
	return out, nil
}

func at(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// check refuses a fan that would not be drawn as it is.
func (f Fan) check() error {
	if len(f.Points) == 0 {
		return errors.New("has no points")
	}
	for i, p := range f.Points {
		if math.IsNaN(p.X) || math.IsInf(p.X, 0) || slices.ContainsFunc(p.Quantiles[:], math.IsNaN) {
			return errors.New("has a figure that is not a number")
		}
		if i > 0 && p.X <= f.Points[i-1].X {
			return fmt.Errorf("%v does not come after %v", p.X, f.Points[i-1].X)
		}
		if !slices.IsSorted(p.Quantiles[:]) {
			return fmt.Errorf("at %v the quantiles are not in order", p.X)
		}
	}
	return nil
}

func (f Fans) spec(x Fan, span spec) spec {
	values, whole := []spec{}, true
	for _, p := range x.Points {
		whole = whole && p.X == math.Trunc(p.X)
		v := spec{"x": p.X}
		lines := []string{x.Name, f.X + ": " + at(p.X)}
		for i, q := range p.Quantiles {
			v["q"+strconv.Itoa(i)] = q
			lines = append(lines, quantiles[i]+": "+number(q, f.Decimals))
		}
		v["tip"] = tip(lines...)
		values = append(values, v)
	}
	axis := spec{"title": nil, "grid": false, "labelOverlap": true, "labelFlush": true, "tickCount": 5}
	if whole {
		axis["format"], axis["tickMinStep"] = "d", 1
	}
	y := func(i int) spec {
		return spec{
			"field": "q" + strconv.Itoa(i), "type": "quantitative", "scale": span,
			"axis": spec{"title": nil, "gridColor": zeroLine, "tickCount": 4},
		}
	}
	area := func(low, high int, opacity float64) spec {
		return spec{
			"mark":     spec{"type": "area", "color": "var(--c1)", "opacity": opacity},
			"encoding": spec{"y": y(low), "y2": spec{"field": "q" + strconv.Itoa(high)}},
		}
	}
	line := func(i int, dash []int, width float64) spec {
		return spec{
			"mark":     spec{"type": "line", "color": "var(--c1)", "strokeDash": dash, "strokeWidth": width},
			"encoding": spec{"y": y(i)},
		}
	}
	return spec{
		"width": "container", "height": panelHeight,
		"data": spec{"values": values},
		"encoding": spec{"x": spec{
			"field": "x", "type": "quantitative", "axis": axis, "scale": spec{"zero": false, "nice": false},
		}},
		"layer": []spec{
			area(0, 4, 0.14), area(1, 3, 0.24),
			line(0, outerDash, 1.3), line(4, outerDash, 1.3), line(1, halfDash, 1.3), line(3, halfDash, 1.3),
			line(2, medianDash, 2.5),
			{
				"mark":     spec{"type": "point", "filled": true, "size": 350, "opacity": 0},
				"encoding": spec{"y": y(2), "tooltip": tooltip},
			},
		},
	}
}
