package main

import (
	"fmt"
	"strings"

	pages "github.com/rochdale-go/rochdale/examples/internal/page"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/programme"
	"github.com/rochdale-go/rochdale/mutual/spinout/evidence"
)

func page(s *story) pages.Page {
	p := pages.Page{
		Title: s.Outlook.Programme.Name + ": public services that became mutuals",
		Lead:  "What became of them, and what the odds were. Not legal advice.",
	}
	if len(s.Pathfinders) > 0 {
		p.Sections = append(p.Sections, pages.Section{Title: "What became of the pathfinders", Blocks: []pages.Block{fortunes(s), timeline(s)}})
	}
	p.Sections = append(p.Sections, pages.Section{Title: "Month by month", Blocks: []pages.Block{
		months("Mutuals that trade", "mutuals", s.Outlook, func(m *programme.Month) *programme.Spread { return &m.Live }),
		months("Workers in mutuals", "workers", s.Outlook, func(m *programme.Month) *programme.Spread { return &m.Workers }),
		falls(s.Outlook),
	}})
	if len(s.Reached) > 0 {
		p.Sections = append(p.Sections, pages.Section{Title: "What it would have taken", Blocks: []pages.Block{reached(s)}})
	}
	if s.Fit != nil {
		p.Sections = append(p.Sections, pages.Section{Title: "What was published, each by its own definition", Blocks: []pages.Block{drawn(s.Fit), fitted(s.Fit)}})
	}
	p.Sections = append(p.Sections, pages.Section{Title: "What it rests on", Blocks: []pages.Block{
		parameters(s.Outlook), pages.Prose(s.Outlook.Assumptions), listed(s.Sources),
	}})
	return p
}

func fortunes(s *story) pages.Table {
	t := pages.Table{
		Caption: "Months are from the announcement to the first day of trading",
		Columns: append(pages.TextColumns("Project"), append(pages.NumberColumns("Wave", "Staff", "Months"), pages.TextColumns("What became of it")...)...),
		Words:   map[pages.Emphasis]string{pages.Unknown: "no source tells"},
	}
	for i := range s.Pathfinders {
		f := &s.Pathfinders[i]
		row := pages.Row(name(f), f.wave(), f.staff(), f.months(), f.fate())
		if !f.Fate.Stated() {
			row[4] = pages.Marked(f.fate(), pages.Unknown)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func timeline(s *story) pages.Table {
	t := pages.Table{Caption: "How it went", Columns: pages.TextColumns("Project", "When", "What")}
	for i := range s.Pathfinders {
		f := &s.Pathfinders[i]
		for _, e := range f.Timeline {
			t.Rows = append(t.Rows, pages.Row(name(f), e.When, eventWords(&e)))
		}
	}
	return t
}

func months(title, unit string, o *programme.Outlook, of func(*programme.Month) *programme.Spread) pages.Lines {
	c := pages.Lines{
		Title: title, X: "month", Y: unit, Caption: fmt.Sprintf("%s runs: 5%%, half and 95%% of them are at or below the line.", number(int64(o.Runs))),
		Series: []pages.Series{{Name: "95%"}, {Name: "50%"}, {Name: "5%"}},
	}
	for i := range o.Months {
		m := &o.Months[i]
		v := of(m)
		for j, n := range []int64{v.P95, v.P50, v.P5} {
			c.Series[j].Points = append(c.Series[j].Points, point(m.Day, n))
		}
	}
	return c
}

func falls(o *programme.Outlook) pages.Bars {
	b := pages.Bars{Title: "Where cases fall", Category: "where", Value: "cases a run", Decimals: 2}
	for _, f := range o.Falls {
		if f.Where == "not supported" {
			b.Caption = fmt.Sprintf("Beside %.1f a run that never qualify for support.", float64(f.Cases)/float64(o.Runs))
			continue
		}
		b.Bars = append(b.Bars, pages.Bar{Category: whereWords(f.Where), Value: float64(f.Cases) / float64(o.Runs)})
	}
	return b
}

func reached(s *story) pages.Table {
	t := pages.Table{
		Caption: "By how much each lever must be moved for even odds",
		Columns: append(pages.TextColumns("Lever"), pages.NumberColumns("To reach", "By", "Workers, half of the runs")...),
		Words:   map[pages.Emphasis]string{pages.Breach: "cannot"},
	}
	for _, r := range s.Reached {
		row := pages.Row(r.Lever, number(r.People), times(r.Factor), number(r.Workers.P50))
		if !r.Possible {
			row[2] = pages.Marked("cannot", pages.Breach)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// drawn is the middle of the runs with the published counts over it: a line for each
// definition, since they are not one series.
func drawn(f *programme.Fit) pages.Lines {
	c := pages.Lines{
		Title: "Published counts over the middle of the runs", X: "month", Y: "mutuals",
		Caption: "Each definition has a line of its own; no two may be read as one series.",
		Series:  []pages.Series{{Name: "runs: live, middle"}},
	}
	for i := range f.Months {
		c.Series[0].Points = append(c.Series[0].Points, point(f.Months[i].Day, f.Months[i].Live.P50))
	}
	for d := evidence.GovernmentLive; d <= evidence.EngagedWith; d++ {
		line := pages.Series{Name: d.String()}
		for _, x := range evidence.Series(d) {
			line.Points = append(line.Points, point(x.At.Last, x.Bodies.Number))
		}
		c.Series = append(c.Series, line)
	}
	return c
}

// point places a number on an axis of months.
func point(d law.Date, n int64) pages.Point {
	y, month, _ := d.Civil()
	return pages.Point{X: float64(12*y + int(month)), Y: float64(n), Label: d.String()[:len("2006-01")]}
}

func fitted(f *programme.Fit) pages.Table {
	t := pages.Table{
		Caption: fmt.Sprintf("The rate of arrival was fitted to the definition %v alone", f.To),
		Columns: append(pages.TextColumns("When", "Definition", "What"), append(pages.NumberColumns("Published", "Runs, 5% to 95%"), pages.TextColumns("Agrees", "Source")...)...),
		Words:   map[pages.Emphasis]string{pages.Met: "agrees", pages.Breach: "does not agree"},
	}
	for _, list := range [][]programme.Residual{f.Fitted, f.Held} {
		for _, r := range list {
			mark := pages.Marked("no", pages.Breach)
			if r.Agrees {
				mark = pages.Marked("yes", pages.Met)
			}
			t.Rows = append(t.Rows, pages.Row(r.At, r.Of, r.What, r.Published, fmt.Sprintf("%s to %s", number(r.Runs.P5), number(r.Runs.P95)), mark, strings.Join(r.Sources, ", ")))
		}
	}
	return t
}

func parameters(o *programme.Outlook) pages.Table {
	t := pages.Table{Caption: "Parameters", Columns: append(pages.TextColumns("Parameter"), append(pages.NumberColumns("Value"), pages.TextColumns("Where it comes from")...)...)}
	for _, x := range o.Programme.Parameters.All() {
		row := pages.Row(x.ID, value(&x.Parameter), origin(&x.Basis))
		if x.Assumed() {
			row[1] = pages.Marked(value(&x.Parameter), pages.Assumption)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func listed(sources []evidence.Source) pages.Table {
	t := pages.Table{Caption: "Sources", Columns: pages.TextColumns("", "")}
	for _, x := range sources {
		t.Rows = append(t.Rows, pages.Row(x.ID, x.Where))
	}
	return t
}
