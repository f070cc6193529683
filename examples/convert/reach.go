package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	pages "github.com/rochdale-go/rochdale/examples/internal/page"
	"github.com/rochdale-go/rochdale/legalform/conversion"
)

// A survey is what a body of one form can become, form by form.
type survey struct {
	Query conversion.Query    `json:"query"`
	Title string              `json:"title"`
	To    []conversion.Answer `json:"to"`
	// titles are of all forms.
	titles map[string]string
}

// reach asks for the way to every other form that there is on the date.
func reach(g *conversion.Graph, o options, stdout io.Writer) (int, error) {
	s := survey{Query: o.query, titles: titles(g)}
	q := o.query
	q.To = q.From
	same, err := g.Find(q)
	if err != nil {
		return wrong, err
	}
	s.Title = same.FromTitle
	out := none
	for f := range g.Forms() {
		if f.ID == q.From {
			continue
		}
		q.To = f.ID
		a, err := g.Find(q)
		if early := new(conversion.NotYet); errors.As(err, &early) {
			continue
		} else if err != nil {
			return wrong, err
		}
		s.To = append(s.To, a)
		if code := status(&a); code == found || out == none {
			out = code
		}
	}
	if o.html != "" {
		if err := surveyPage(&s).WriteFile(o.html); err != nil {
			return wrong, err
		}
	}
	if o.asJSON {
		return out, console.WriteJSON(stdout, &s)
	}
	return out, printSurvey(stdout, &s)
}

func (s *survey) lead() string {
	r := report{Answer: conversion.Answer{Query: s.Query, FromTitle: s.Title, ToTitle: "other forms"}}
	return lead(&r)
}

// row says of one form how many steps lead there, and the way or the reason.
func (s *survey) row(a *conversion.Answer) (steps, how string) {
	r := report{Answer: *a, titles: s.titles}
	switch {
	case a.Route != nil:
		return fmt.Sprint(len(a.Route.Steps)), upper(stops(&r, a.Route)[len(a.FromTitle)+len(", then "):]) + where(a.Route)
	case a.Doubtful != nil:
		return fmt.Sprintf("%d?", len(a.Doubtful.Steps)), upper(stops(&r, a.Doubtful)[len(a.FromTitle)+len(", then "):]) + where(a.Doubtful)
	case !a.Known():
		return "?", refusal(&a.Refusals[len(a.Refusals)-1])
	}
	return "no", refusal(&a.Refusals[0])
}

func where(x *conversion.Route) string {
	s := ", in " + x.In.Name()
	if said := x.Takes.Said(); said != "" {
		s += ", for a body " + said
	}
	return s
}

func printSurvey(w io.Writer, s *survey) error {
	p := console.New(w)
	p.Wrap("", s.lead())
	var open, doubt, shut [][2]string
	for i := range s.To {
		a := &s.To[i]
		steps, how := s.row(a)
		switch status(a) {
		case found:
			open = append(open, [2]string{a.ToTitle, steps + ": " + how})
		case doubtful:
			doubt = append(doubt, [2]string{a.ToTitle, steps + ": " + how})
		default:
			shut = append(shut, [2]string{a.ToTitle, how})
		}
	}
	for _, part := range []struct {
		title string
		rows  [][2]string
	}{{"What it can become, in how many steps", open}, {"What it can perhaps become", doubt}, {"What it cannot become", shut}} {
		if len(part.rows) == 0 {
			continue
		}
		p.Heading(part.title)
		for _, row := range part.rows {
			p.Wrap("- ", row[0]+". "+row[1])
		}
	}
	return p.Err()
}

func surveyPage(s *survey) pages.Page {
	t := pages.Table{
		Caption: "A question mark stands for a route that rests on a doubt", Columns: pages.TextColumns("Form", "Steps", "Way, or why not"),
		Words: map[pages.Emphasis]string{pages.Met: "open", pages.Breach: "shut", pages.Unknown: "in doubt"},
	}
	for i := range s.To {
		a := &s.To[i]
		steps, how := s.row(a)
		t.Rows = append(t.Rows, pages.Row(a.ToTitle, pages.Marked(steps, mark(a)), how))
	}
	return pages.Page{
		Title: s.Title + ": what can it become?", Lead: s.lead(),
		Sections: []pages.Section{{Title: "Form by form", Blocks: []pages.Block{t}}},
	}
}

func mark(a *conversion.Answer) pages.Emphasis {
	switch status(a) {
	case found:
		return pages.Met
	case doubtful:
		return pages.Unknown
	}
	return pages.Breach
}
