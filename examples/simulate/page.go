package main

import (
	pages "github.com/rochdale-go/rochdale/examples/internal/page"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// page makes the report a page with charts. Forms whose figures are all the same share a
// drawing.
func page(r *report) pages.Page {
	p := pages.Page{Title: r.Case + ": what may become of it, form by form", Lead: r.about()}
	add := func(title string, blocks ...pages.Block) {
		p.Sections = append(p.Sections, pages.Section{Title: title, Blocks: blocks})
	}
	within := " within " + years(r.Years)
	add("How likely each trouble is"+within, r.troubleTable(), r.troubleLines(), r.alikeTable())
	add("The years ahead",
		r.fans("Cash at the end of each year", func(y *year) spread { return y.Cash }),
		r.fans("Reserves at the end of each year", func(y *year) spread { return y.Reserves }))
	add("What each group is paid in "+years(r.Years), r.paymentRanges()...)
	add("What holds payments back", r.heldTable())
	add("What drives the spread of reserves", r.explainTable())
	if len(r.Forms) > 1 {
		add("How the forms differ from "+r.Forms[0].Title, table("Mean differences on the same draws, with their standard errors", r.differences))
	}
	if len(r.LeftOut) > 0 {
		add("Forms that are left out", r.leftOutTable())
	}
	add("What all this rests on", r.facts())
	return p
}

// table makes a table of what is printed as one.
func table(caption string, of func() ([]string, [][]string)) pages.Table {
	headers, rows := of()
	t := pages.Table{Caption: caption, Columns: append(pages.TextColumns(headers[0]), pages.NumberColumns(headers[1:]...)...)}
	for _, row := range rows {
		cells := make([]pages.Cell, len(row))
		for i, text := range row {
			cells[i] = pages.Cell{Text: text}
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

func (r *report) troubleTable() pages.Table {
	return table("Share of paths on which it happens, with the range that chance leaves at 95%", r.troubles)
}

// distinct are the forms that do not share another's figures, with the name of the drawing.
func (r *report) distinct() (out []*outcome, names []string) {
	for i := range r.Forms {
		if x := &r.Forms[i]; x.Alike == "" {
			out, names = append(out, x), append(names, x.Title+r.others(x))
		}
	}
	return out, names
}

// alikeTable says which forms share a drawing with which.
func (r *report) alikeTable() pages.Block {
	t := pages.Table{Caption: "Forms that have a drawing in common, since all their figures are the same", Columns: pages.TextColumns("Form", "Drawn with")}
	for i := range r.Forms {
		for j := range r.Forms {
			if r.Forms[i].Alike == r.Forms[j].Form {
				t.Rows = append(t.Rows, pages.Row(r.Forms[i].Title, r.Forms[j].Title))
			}
		}
	}
	if len(t.Rows) == 0 {
		return pages.Prose{"No two forms have all figures in common."}
	}
	return t
}

func (r *report) troubleLines() pages.Multiples {
	m := pages.Multiples{
		Title: "How likely each trouble has come by the end of each year", X: "Financial year ending", Y: "per cent of paths", Panel: "Form", Decimals: 1,
	}
	forms, names := r.distinct()
	for i, x := range forms {
		p := pages.Panel{Name: names[i]}
		for _, t := range x.Troubles[:min(len(x.Troubles), pages.MaxSeries)] {
			s := pages.Series{Name: eventWords(t.Event)}
			for y := range t.By {
				s.Points = append(s.Points, pages.Point{X: float64(x.ByYear[y].End.Year()), Y: 100 * t.By[y].Float()})
			}
			p.Series = append(p.Series, s)
		}
		m.Panels = append(m.Panels, p)
	}
	return m
}

func (r *report) fans(title string, of func(*year) spread) pages.Fans {
	f := pages.Fans{Title: title, X: "Financial year ending", Y: "£", Panel: "Form", Caption: "A path that is out of cash ends, and keeps what it has."}
	forms, names := r.distinct()
	for i, x := range forms {
		fan := pages.Fan{Name: names[i]}
		for y := range x.ByYear {
			s := of(&x.ByYear[y])
			fan.Points = append(fan.Points, pages.FanPoint{
				X:         float64(x.ByYear[y].End.Year()),
				Quantiles: [5]float64{pounds(s.P5), pounds(s.P25), pounds(s.P50), pounds(s.P75), pounds(s.P95)},
			})
		}
		f.Fans = append(f.Fans, fan)
	}
	return f
}

// paymentRanges has a chart for each kind of payment that any form makes.
func (r *report) paymentRanges() []pages.Block {
	var out []pages.Block
	forms, names := r.distinct()
	for k := range r.Forms[0].Paid {
		if !r.pays(k) {
			continue
		}
		c := pages.Ranges{
			Title: "Paid to " + kindWords(r.Forms[0].Paid[k].Kind), Category: "Form", Value: "£ in all years",
			Low: "5%", Middle: "median", High: "95%",
		}
		for i, x := range forms {
			s := x.Paid[k].spread
			c.Ranges = append(c.Ranges, pages.Range{Category: names[i], Low: pounds(s.P5), Middle: pounds(s.P50), High: pounds(s.P95)})
		}
		out = append(out, c)
	}
	if len(out) == 0 {
		out = append(out, pages.Prose{"No form pays anybody anything on one path in twenty."})
	}
	return out
}

func (r *report) heldTable() pages.Table {
	t := pages.Table{
		Caption: "Rules that hold a payment back in any year, and on what share of paths", Columns: append(pages.TextColumns("Form", "By"), pages.NumberColumns("Paths")...),
	}
	for i := range r.Forms {
		x := &r.Forms[i]
		for j := range x.Held {
			link := ""
			if p := x.Held[j].Provision; p != nil {
				link = p.Link(r.On)
			}
			t.Rows = append(t.Rows, []pages.Cell{{Text: x.Title}, {Text: x.Held[j].rule(), Link: link}, {Text: x.Held[j].odds.String()}})
		}
	}
	return t
}

func (r *report) explainTable() pages.Table {
	t := pages.Table{Caption: "The part of the variance of reserves that goes with each driver", Columns: pages.TextColumns("Form", "Drivers")}
	forms, names := r.distinct()
	for i, x := range forms {
		t.Rows = append(t.Rows, pages.Row(names[i], x.explains()))
	}
	return t
}

func (r *report) leftOutTable() pages.Table {
	t := pages.Table{Caption: "Forms that could not hold the case on its first day", Columns: pages.TextColumns("Form", "Why")}
	for _, x := range r.LeftOut {
		t.Rows = append(t.Rows, pages.Row(x.Title, x.Why))
	}
	return t
}

func (r *report) facts() pages.Facts {
	var out pages.Facts
	for _, in := range r.Inputs {
		mark := pages.Plain
		if in.Source == "" {
			mark = pages.Assumption
		}
		value := in.Value
		if in.Path == "policy" {
			value = "below"
		}
		out = append(out, pages.Fact{Label: in.Path, Value: value, Note: origin(in), Emphasis: mark})
	}
	for _, s := range r.Policy {
		out = append(out, pages.Fact{Label: "policy", Value: s, Emphasis: pages.Assumption})
	}
	return out
}

func pounds(p law.Pence) float64 { return float64(p) / 100 }
