package main

import (
	"fmt"
	"slices"
	"strings"

	pages "github.com/rochdale-go/rochdale/examples/internal/page"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

func page(s *statement) pages.Page {
	p := pages.Page{
		Title: s.Name + ": where the surplus goes",
		Lead: fmt.Sprintf("The year from %s to %s, declared on %s as a %s. Not legal advice.%s",
			s.Statement.Start.Long(), s.Statement.End.Long(), s.Statement.Declared.Long(), formWords(s.Statement.Form), s.notValidated()),
		Sections: []pages.Section{
			{Title: "Where each pound goes", Blocks: []pages.Block{headline(s)}},
			{Title: "The policy, step by step", Blocks: []pages.Block{stepsTable(s)}},
			{Title: "Among the members", Blocks: []pages.Block{pages.Prose(s.sharingWords())}},
			{Title: "What the rules found", Blocks: []pages.Block{found(s)}},
			{Title: "What it rests on", Blocks: []pages.Block{pages.Prose(s.Sources)}},
		},
	}
	if s.Statement.In > 0 {
		p.Sections[0].Blocks = append(p.Sections[0].Blocks, whereChart(s))
	}
	if remarks := s.remarks(); len(remarks) > 0 {
		p.Sections[1].Blocks = append(p.Sections[1].Blocks, pages.Prose(remarks))
	}
	if s.toMembers() > 0 {
		p.Sections[2].Blocks = append(p.Sections[2].Blocks, bandsChart(s))
	}
	return p
}

func headline(s *statement) pages.Facts {
	var rates []string
	for i := range s.Shared {
		if rate := s.Shared[i].rateWords(); rate != "" {
			rates = append(rates, s.Shared[i].Step+": "+rate)
		}
	}
	return pages.Facts{
		{Label: "Result before tax", Value: s.Statement.Result.String()},
		{Label: "To members", Value: s.toMembers().String(), Note: strings.Join(rates, "; ")},
		{Label: "Members paid", Value: count(s.paid()), Note: "of " + count(s.Members)},
		{Label: "Kept in all", Value: s.Statement.Kept.String()},
	}
}

func whereChart(s *statement) pages.Bars {
	b := pages.Bars{Title: "Pence of each pound", Category: "Goes to", Value: "pence of each pound that went in", Decimals: 1}
	for _, x := range s.Where {
		b.Bars = append(b.Bars, pages.Bar{Category: x.To, Value: 100 * float64(x.Amount) / float64(s.Statement.In)})
	}
	return b
}

func stepsTable(s *statement) pages.Table {
	t := pages.Table{
		Caption: "What the policy wanted, and what the form allowed",
		Columns: append(pages.TextColumns("Step"), pages.NumberColumns("Wanted", "Made")...),
		Words:   map[pages.Emphasis]string{pages.Breach: "less than the policy asks"},
	}
	limited := slices.ContainsFunc(s.Statement.Steps, func(x surplus.StatementLine) bool { return limitedBy(&x) != "" })
	if limited {
		t.Columns = append(t.Columns, pages.TextColumns("Limited by")...)
	}
	for i := range s.Statement.Steps {
		x := &s.Statement.Steps[i]
		by := limitedBy(x)
		row := pages.Row(x.Step, x.Wanted, x.Paid)
		if by != "" {
			row[2] = pages.Marked(x.Paid, pages.Breach)
		}
		if limited {
			row = append(row, pages.Row(by)...)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func bandsChart(s *statement) pages.Bars {
	b := pages.Bars{Title: "Members by what they get", Category: "Award", Value: "members"}
	for _, x := range s.bands() {
		b.Bars = append(b.Bars, pages.Bar{Category: x.name, Value: float64(x.n)})
	}
	return b
}

func found(s *statement) pages.Block {
	if len(s.Findings) == 0 {
		return pages.Prose{"The payments break no rule of the form that was not broken without them."}
	}
	var list pages.Findings
	for i := range s.Findings {
		f := &s.Findings[i]
		list = append(list, pages.Finding{
			Outcome: f.Outcome.String(), Emphasis: pages.Breach, Code: string(f.Code), Provision: f.Provision.String(),
			Link: f.Provision.Link(f.On), Message: f.Message, Remedy: f.Remedy,
		})
	}
	return list
}
