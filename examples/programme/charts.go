package main

import (
	"fmt"
	"slices"
	"strings"

	pages "github.com/rochdale-go/rochdale/examples/internal/page"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/programme"
	"github.com/rochdale-go/rochdale/mutual/spinout/evidence"
)

// spec is a node of a Vega-Lite spec.
type spec = map[string]any

// year places a day on an axis of years.
func year(d law.Date) float64 {
	y, _, _ := d.Civil()
	first := law.MustDate(fmt.Sprintf("%04d-01-01", y))
	return float64(y) + float64(d.Sub(first))/366
}

// years is that axis.
func years() spec {
	return spec{
		"field": "x", "type": "quantitative", "scale": spec{"zero": false, "nice": false},
		"axis": spec{"title": nil, "grid": false, "format": "d", "tickMinStep": 1, "labelOverlap": true, "labelFlush": true},
	}
}

func tooltip() spec { return spec{"field": "tip", "type": "nominal"} }

func below() spec {
	return spec{"title": nil, "orient": "bottom", "direction": "vertical", "columns": 1, "labelLimit": 320}
}

// course is the timeline of the pathfinders: a line for each from the first event that is
// told to the last, and a mark for each event.
func course(s *story) pages.Chart {
	c := pages.Chart{
		Title:   "The pathfinders' course",
		Caption: "A mark for each event that a source dates, at the middle of the time that it tells; a line from the first to the last of them, which is not the end of the body. A body without a dated event is not drawn.",
		Table:   pages.Table{Caption: "The pathfinders' course", Columns: pages.TextColumns("Project", "When", "What")},
	}
	var marks, lines []spec
	var names []string
	for i := range s.Pathfinders {
		f := &s.Pathfinders[i]
		var at []float64
		for _, e := range f.Timeline {
			if e.When.First.IsZero() || e.When.Last.IsZero() {
				continue
			}
			x := (year(e.When.First) + year(e.When.Last)) / 2
			at = append(at, x)
			marks = append(marks, spec{"name": short(f), "x": x, "tip": fmt.Sprintf("%s\n%v: %s", name(f), e.When, e.Says)})
			c.Table.Rows = append(c.Table.Rows, pages.Row(name(f), e.When, eventWords(&e)))
		}
		if len(at) > 0 {
			names = append(names, short(f))
			lines = append(lines, spec{"name": short(f), "x": slices.Min(at), "x2": slices.Max(at)})
		}
	}
	c.Alt = fmt.Sprintf("Timeline of %d pathfinders: %s.", len(names), strings.Join(names, ", "))
	y := spec{
		"field": "name", "type": "nominal", "sort": nil, "scale": spec{"domain": names},
		"axis": spec{"title": nil, "ticks": false, "labelLimit": 120, "grid": true, "gridColor": "var(--rule)"},
	}
	c.Spec = spec{
		"width": "container", "height": 26 * len(names),
		"encoding": spec{"x": years(), "y": y},
		"layer": []spec{
			{
				"data": spec{"values": lines}, "mark": spec{"type": "rule", "color": "var(--c1)", "strokeWidth": 2},
				"encoding": spec{"x2": spec{"field": "x2"}},
			},
			{"data": spec{"values": marks}, "mark": spec{"type": "point", "filled": true, "size": 55, "opacity": 1, "color": "var(--c1)"}},
			{
				"data": spec{"values": marks}, "mark": spec{"type": "point", "filled": true, "size": 300, "opacity": 0},
				"encoding": spec{"tooltip": tooltip()},
			},
		},
	}
	return c
}

// short is the first words of a name, for an axis.
func short(f *fortune) string {
	const most = 20
	out := ""
	for _, w := range strings.Fields(f.Name) {
		if out != "" && len([]rune(out+" "+w)) > most {
			return out + " …"
		}
		out = strings.TrimSpace(out + " " + w)
	}
	return out
}

// A published figure is drawn over the runs by its own definition.
type published struct {
	of      evidence.Definition
	at      law.Date
	says    string
	sources []string
	figure  evidence.Figure
}

// over lists the published numbers of some definitions within the months drawn: of bodies, or
// of their staff.
func over(months []programme.Month, staff bool, of ...evidence.Definition) (out []published) {
	first, last := months[0].Day, months[len(months)-1].Day
	for _, d := range of {
		for _, x := range evidence.Series(d) {
			figure, ok := x.Bodies, true
			if staff {
				figure, ok = x.Staff.Get()
			}
			if ok && !x.At.Last.Before(first) && !x.At.Last.After(last) {
				out = append(out, published{d, x.At.Last, strings.TrimSpace(fmt.Sprintf("%v: %v at %v. %s", d, figure, x.At, x.Doubt)), x.Sources, figure})
			}
		}
	}
	return out
}

// live are the definitions of bodies that trade.
func live() []evidence.Definition {
	return []evidence.Definition{
		evidence.GovernmentLive, evidence.RequestLive, evidence.UpAndRunning, evidence.LiveNarrow, evidence.LiveWide,
	}
}

// band draws a number by month with its ranges, and over it what was published, a mark of its
// own for each definition.
func band(title, unit string, months []programme.Month, of func(*programme.Month) *programme.Spread, counts []published) pages.Chart {
	c := pages.Chart{
		Title:   title,
		Alt:     fmt.Sprintf("Fan chart of %s by month, with ranges over the runs, from %v to %v.", unit, months[0].Day, months[len(months)-1].Day),
		Caption: fmt.Sprintf("Up the side: %s. The line is the middle of the runs, the darker band the middle half, the lighter nine in ten.", unit),
		Table:   pages.Table{Caption: title + " (" + unit + ")", Columns: append(pages.TextColumns("Month's end"), append(pages.NumberColumns("5%", "25%", "50%", "75%", "95%"), pages.TextColumns("Published")...)...)},
	}
	said := map[string][]string{}
	var marks []spec
	var names []string
	for _, p := range counts {
		key := p.at.EndOfMonth().String()
		said[key] = append(said[key], p.says+" ["+strings.Join(p.sources, ", ")+"]")
		marks = append(marks, spec{"x": year(p.at), "n": p.figure.Number, "of": p.of.String(), "tip": p.says})
		if !slices.Contains(names, p.of.String()) {
			names = append(names, p.of.String())
		}
	}
	if len(names) > 0 {
		c.Caption += " A mark is a published count: one shape for each definition, which may not be read with another as one series."
	}
	var values []spec
	for i := range months {
		v := of(&months[i])
		day := months[i].Day
		values = append(values, spec{
			"x": year(day), "a": v.P5, "b": v.P25, "m": v.P50, "c": v.P75, "d": v.P95,
			"tip": fmt.Sprintf("%v\n5%%: %s\n50%%: %s\n95%%: %s", day, number(v.P5), number(v.P50), number(v.P95)),
		})
		c.Table.Rows = append(c.Table.Rows, pages.Row(
			day, number(v.P5), number(v.P25), number(v.P50), number(v.P75), number(v.P95), strings.Join(said[day.String()], "; ")))
	}
	c.Spec = spec{
		"width": "container", "height": 300, "data": spec{"values": values},
		"encoding": spec{"x": years()}, "layer": append(bands(), overlay(marks, names)...),
	}
	return c
}

func side(field string) spec {
	return spec{"field": field, "type": "quantitative", "axis": spec{"title": nil, "gridColor": "var(--rule)", "tickCount": 6}}
}

// bands are the ranges and the middle.
func bands() []spec {
	area := func(low, high string, opacity float64) spec {
		return spec{
			"mark":     spec{"type": "area", "color": "var(--c1)", "opacity": opacity},
			"encoding": spec{"y": side(low), "y2": spec{"field": high}},
		}
	}
	return []spec{
		area("a", "d", 0.16), area("b", "c", 0.26),
		{"mark": spec{"type": "line", "color": "var(--c1)", "strokeWidth": 2.5}, "encoding": spec{"y": side("m")}},
		{
			"mark":     spec{"type": "point", "filled": true, "size": 300, "opacity": 0},
			"encoding": spec{"y": side("m"), "tooltip": tooltip()},
		},
	}
}

// overlay is the published counts, where there are any.
func overlay(marks []spec, names []string) []spec {
	if len(marks) == 0 {
		return nil
	}
	shapes := []string{"square", "triangle-up", "diamond", "cross", "triangle-down", "circle"}
	colours := []string{"var(--c2)", "var(--c3)", "var(--c4)", "var(--c5)", "var(--c6)", "var(--c7)"}
	return []spec{{
		"data": spec{"values": marks},
		"mark": spec{"type": "point", "filled": true, "size": 110, "opacity": 1, "stroke": "var(--page)", "strokeWidth": 1},
		"encoding": spec{
			"y":       side("n"),
			"shape":   spec{"field": "of", "type": "nominal", "legend": below(), "scale": spec{"domain": names, "range": shapes[:len(names)]}},
			"color":   spec{"field": "of", "type": "nominal", "legend": below(), "scale": spec{"domain": names, "range": colours[:len(names)]}},
			"tooltip": tooltip(),
		},
	}}
}

// hopes is the ambition: how many work in mutuals in its month, as the runs have it, beside
// how many were hoped for.
func hopes(o *programme.Outlook) pages.Bars {
	b := pages.Bars{
		Title: "The ambition against the runs", Category: "What", Value: "workers",
		Caption: "The numbers hoped for are " + targetsOf(o) + ".",
	}
	for _, c := range o.Chances {
		w := &o.Months[c.Month].Workers
		day := o.Months[c.Month].Day
		for _, x := range []struct {
			what string
			n    int64
		}{
			{fmt.Sprintf("runs on %v: 5%%", day), w.P5},
			{fmt.Sprintf("runs on %v: 50%%", day), w.P50},
			{fmt.Sprintf("runs on %v: 95%%", day), w.P95},
			{fmt.Sprintf("hoped for: %s by %v", number(c.People), day), c.People},
		} {
			if !slices.ContainsFunc(b.Bars, func(bar pages.Bar) bool { return bar.Category == x.what }) {
				b.Bars = append(b.Bars, pages.Bar{Category: x.what, Value: float64(x.n)})
			}
		}
	}
	return b
}

func targetsOf(o *programme.Outlook) string {
	var parts []string
	for _, c := range o.Chances {
		parts = append(parts, fmt.Sprintf("%s, reached in %d of %d runs", number(c.People), c.Hits, c.Runs))
	}
	return strings.Join(parts, "; ")
}

// levers is by how much each lever must be moved, for those that can.
func levers(s *story) []pages.Block {
	b := pages.Bars{
		Title: "What even odds would have taken", Category: "Lever", Value: "times its start", Decimals: 1,
	}
	var cannot []string
	for _, r := range s.Reached {
		if !r.Possible {
			cannot = append(cannot, fmt.Sprintf("%v for %s", r.Lever, number(r.People)))
			continue
		}
		b.Bars = append(b.Bars, pages.Bar{
			Category: r.Lever.String(), Group: number(r.People) + " workers", Value: float64(r.Factor.Num()) / float64(r.Factor.Den()),
		})
	}
	if len(cannot) > 0 {
		b.Caption = "Not drawn, since alone they cannot: " + strings.Join(cannot, ", ") + "."
	}
	if len(b.Bars) == 0 {
		return []pages.Block{pages.Prose{b.Caption}}
	}
	return []pages.Block{b}
}
