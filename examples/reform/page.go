package main

import (
	pages "github.com/rochdale-go/rochdale/examples/internal/page"
)

func page(a *answer) pages.Page {
	table := pages.Table{
		Caption: "Over all bodies, before and after",
		Columns: append(pages.TextColumns("Over all bodies"), pages.NumberColumns("before", "after", "difference", "± chance", "± sample")...),
	}
	for _, row := range a.lines() {
		cells := make([]pages.Cell, len(row))
		for i, text := range row {
			cells[i] = pages.Cell{Text: text}
		}
		table.Rows = append(table.Rows, cells)
	}
	bands := pages.Bars{
		Title: "Bodies by how far they move", Category: a.Of, Value: "bodies",
		Caption: "On average over the paths of each body. Those as before are left out of the bars: " + count(a.Bodies-a.Touched) + " of " + count(a.Bodies) + ".",
	}
	for _, b := range a.Bands {
		if b.Name != "as before" {
			bands.Bars = append(bands.Bars, pages.Bar{Category: b.Name, Value: float64(b.Bodies)})
		}
	}
	var assumed pages.Facts
	for _, x := range a.Assumptions {
		assumed = append(assumed, pages.Fact{Label: x.What, Value: x.Value, Note: x.Note, Emphasis: pages.Assumption})
	}
	return pages.Page{
		Title: a.title(), Lead: a.lead(),
		Sections: []pages.Section{
			{Title: "Before and after", Blocks: []pages.Block{table, a.sideBySide(), pages.Prose{caveat}}},
			{Title: "Who is touched", Blocks: []pages.Block{pages.Prose(a.touched()), bands}},
			{Title: "What is assumed", Blocks: []pages.Block{assumed}},
			{Title: "The population", Blocks: []pages.Block{pages.Prose(a.population())}},
		},
	}
}

// sideBySide draws the first line, which both sides of are known.
func (a *answer) sideBySide() pages.Bars {
	l := &a.Lines[0]
	return pages.Bars{
		Title: "All bodies together: " + l.What, Category: "The law", Value: "pounds", Decimals: 0,
		Bars: []pages.Bar{{Category: "before", Value: *l.Before}, {Category: "after", Value: *l.After}},
	}
}
