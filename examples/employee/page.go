package main

import (
	"fmt"

	pages "github.com/rochdale-go/rochdale/examples/internal/page"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func page(in *input, out *output) pages.Page {
	b := &out.Bonus
	heads := headers(&in.Bonus)
	table := pages.Table{Caption: "What each receives", Columns: append(pages.TextColumns(heads[:2]...), pages.NumberColumns(heads[2:]...)...)}
	for _, row := range rows(out) {
		cells := make([]pages.Cell, len(row))
		for i, text := range row {
			cells[i] = pages.Cell{Text: text}
		}
		table.Rows = append(table.Rows, cells)
	}
	who := []pages.Block{table, pages.Prose(totals(out))}
	if b.Missing == nil {
		who = append(who, bars(out))
	}
	facts := pages.Facts{{Label: "Qualifies", Value: verdict(b), Emphasis: mark(b.Qualifies)}}
	judged := []pages.Block{facts}
	if found := findings(out); len(found) > 0 {
		judged = append(judged, found)
	}
	p := pages.Page{
		Title: in.Name,
		Lead:  fmt.Sprintf("A bonus of %v, to be paid on %s. Not legal advice.", b.Total, in.Bonus.Paid.Long()),
		Sections: []pages.Section{
			{Title: "Who gets what", Blocks: who},
			{Title: "Does it qualify for the exemption?", Blocks: judged},
		},
	}
	if len(out.Sale) > 0 {
		p.Sections = append([]pages.Section{salePart(out.Sale)}, p.Sections...)
	}
	return p
}

func bars(out *output) pages.Bars {
	chart := pages.Bars{Title: "Free of tax and taxable", Category: "Person", Value: "pounds", Stacked: true, Decimals: 2}
	for i, s := range out.Bonus.Shares {
		who := fmt.Sprintf("%s, %s", s.ID, employer(&out.Bonus.Shares[i]))
		chart.Bars = append(chart.Bars,
			pages.Bar{Category: who, Group: "free of tax", Value: float64(s.Exempt) / 100},
			pages.Bar{Category: who, Group: "taxable", Value: float64(s.Taxable) / 100})
	}
	return chart
}

func findings(out *output) (list pages.Findings) {
	for _, f := range out.Bonus.Report.Findings {
		list = append(list, pages.Finding{
			Outcome: f.Outcome.String(), Emphasis: mark(f.Outcome), Code: string(f.Code),
			Provision: f.Provision.String(), Link: f.Link(), Message: f.Message, Remedy: f.Remedy,
		})
	}
	return list
}

func mark(o law.Outcome) pages.Emphasis {
	switch o {
	case law.Met:
		return pages.Met
	case law.Breached, law.NotInForce:
		return pages.Breach
	default:
		return pages.Unknown
	}
}
