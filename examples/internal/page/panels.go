package page

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
)

// panelHeight is that of one drawing among several, in pixels.
const panelHeight = 170

// panels is one figure of several drawings side by side, on one scale so that they can be
// compared, with one legend and one table.
type panels struct {
	title, caption, above, below string
	legend                       []keyView
	table                        Table
	list                         []panel
}

type panel struct {
	name, alt string
	spec      any
}

func (p panels) view(ids *ids) (blockView, error) {
	fail := func(err error) (blockView, error) { return blockView{}, fmt.Errorf("chart %q: %w", p.title, err) }
	if p.title == "" {
		return fail(errors.New("needs a title"))
	}
	v := &chartView{ID: ids.next("chart"), Title: p.title, Caption: p.caption, Above: p.above, Below: p.below, Legend: p.legend}
	for _, x := range p.list {
		raw, err := json.Marshal(x.spec)
		if err != nil {
			return fail(err)
		}
		v.Panels = append(v.Panels, panelView{ID: ids.next("chart"), Name: x.name, Alt: x.alt, Spec: raw})
	}
	var err error
	if v.Table, err = p.table.table(ids); err != nil {
		return fail(err)
	}
	return blockView{Chart: v}, nil
}

// distinct refuses panels that have no name, or one twice.
func distinct(all []string) error {
	if len(all) == 0 {
		return errors.New("has nothing to show")
	}
	for i, name := range all {
		if name == "" || slices.Contains(all[:i], name) {
			return fmt.Errorf("has a panel without a name of its own: %q", name)
		}
	}
	return nil
}

// scale is the span of all figures, with nought in it.
func scale(values []float64) (spec, error) {
	low, high := 0.0, 0.0
	for _, v := range values {
		if math.IsInf(v, 0) {
			return nil, errors.New("has a figure without end")
		}
		if !math.IsNaN(v) {
			low, high = min(low, v), max(high, v)
		}
	}
	if low == high {
		high = 1
	}
	return spec{"domain": []float64{low, high}, "nice": true}, nil
}

// Multiples are the same lines of several subjects, each in a drawing of its own.
type Multiples struct {
	Title    string
	Caption  string // optional
	X, Y     string // what the axes measure, with units
	Panel    string // what the subjects are
	Panels   []Panel
	Decimals int // of the Y figures, in the table and when pointed at
}

// Panel is one subject. All have series of the same names, in the same order.
type Panel struct {
	Name   string
	Series []Series
}

func (m Multiples) view(ids *ids) (blockView, error) {
	p, err := m.panels()
	if err != nil {
		return blockView{}, fmt.Errorf("multiples %q: %w", m.Title, err)
	}
	return p.view(ids)
}

func (m Multiples) panels() (panels, error) {
	var subjects []string
	var values []float64
	for _, p := range m.Panels {
		subjects = append(subjects, p.Name)
		for _, s := range p.Series {
			for _, at := range s.Points {
				values = append(values, at.Y)
			}
		}
	}
	if err := distinct(subjects); err != nil {
		return panels{}, err
	}
	span, err := scale(values)
	if err != nil {
		return panels{}, err
	}
	out := panels{title: m.Title, caption: m.Caption, above: m.Y, below: m.X, table: Table{Caption: m.Title + " (" + m.Y + ")"}}
	for i, p := range m.Panels {
		l := Lines{Title: p.Name, X: m.X, Y: m.Y, Series: p.Series, Decimals: m.Decimals, span: span}
		f, err := l.figure()
		if err != nil {
			return panels{}, fmt.Errorf("panel %q: %w", p.Name, err)
		}
		if i == 0 {
			f.dashed = true
			out.legend = f.keys()
			out.table.Columns = append(TextColumns(m.Panel), f.Table.Columns...)
		} else if !slices.Equal(f.Table.Columns, out.table.Columns[1:]) {
			return panels{}, fmt.Errorf("panel %q has other series than the first", p.Name)
		}
		for _, row := range f.Table.Rows {
			out.table.Rows = append(out.table.Rows, append([]Cell{{Text: p.Name}}, row...))
		}
		out.list = append(out.list, panel{p.Name, strings.TrimSuffix(p.Name+": "+f.Alt, "."), f.Spec})
	}
	return out, nil
}
