package main

import (
	"fmt"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	pages "github.com/rochdale-go/rochdale/examples/internal/page"
	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// A sale is the sale of shares to the trustees, on whichever of some days it may be made.
type sale struct {
	Cost          law.Pence  `json:"cost"`
	Consideration law.Pence  `json:"consideration"`
	Days          []law.Date `json:"days"`
}

// A sold is what a sale on one of the days comes to, where the relief is due and claimed.
type sold struct {
	On law.Date `json:"on"`
	employee.Treatment
	// Tax is that of an individual with no other gains, at the main rate; Kept is what is left
	// of the price.
	Tax  law.Pence `json:"tax"`
	Kept law.Pence `json:"kept"`
	// Window is in which tax years an event withdraws the relief.
	Window employee.Period `json:"window,omitzero"`
}

// sell works the sale out on each of its days.
func (s *sale) sell(f *employee.Figures) ([]sold, error) {
	var list []sold
	for i, on := range s.Days {
		t, err := employee.Relieve(employee.Price{Kind: employee.ToTrustees, On: on, Cost: s.Cost, Consideration: s.Consideration}, f)
		if err != nil {
			return nil, fmt.Errorf("sale: %s: %w", law.Path("days", i, ""), err)
		}
		tax, err := employee.GainsTax(t.Chargeable, false, on, f)
		if err != nil {
			return nil, fmt.Errorf("sale: %s: %w", law.Path("days", i, ""), err)
		}
		window, _ := employee.WithdrawalWindow(on, f)
		list = append(list, sold{On: on, Treatment: t, Tax: tax, Kept: s.Consideration - tax, Window: window})
	}
	return list, nil
}

// saleRows are the lines of the comparison, a column for each day.
func saleRows(list []sold) (heads []string, rows [][]string) {
	heads = []string{"sold on"}
	for _, x := range list {
		heads = append(heads, x.On.Long())
	}
	for _, line := range []struct {
		label string
		of    func(*sold) string
	}{
		{"gain that accrues", func(x *sold) string { return x.Gain.String() }},
		{"of which chargeable", func(x *sold) string { return x.Chargeable.String() }},
		{"capital gains tax", func(x *sold) string { return x.Tax.String() }},
		{"left of the price", func(x *sold) string { return x.Kept.String() }},
		{"trustees' cost", func(x *sold) string { return x.TrusteesCost.String() }},
		{"relief can be withdrawn until", func(x *sold) string { return x.Window.Last.Long() }},
	} {
		row := []string{line.label}
		for i := range list {
			row = append(row, line.of(&list[i]))
		}
		rows = append(rows, row)
	}
	return heads, rows
}

const (
	saleTitle = "What the sale of the shares to the trustees comes to"
	saleNote  = "Where the relief is due and claimed, for an individual with no other gains, at the main rate. A disposal at neither gain nor loss has no gain."
)

func printSale(p *console.Printer, list []sold) {
	p.Heading(saleTitle)
	p.Table(saleRows(list))
	p.Wrap("", saleNote)
	for _, x := range list {
		p.Wrap("- ", fmt.Sprintf("%s: %v.", x.On.Long(), x.By))
	}
}

func salePart(list []sold) pages.Section {
	heads, rows := saleRows(list)
	table := pages.Table{Caption: saleTitle, Columns: append(pages.TextColumns(heads[0]), pages.NumberColumns(heads[1:]...)...)}
	chart := pages.Bars{Title: "What becomes of the price", Category: "Sold on", Value: "pounds", Stacked: true, Decimals: 2}
	for _, row := range rows {
		cells := make([]pages.Cell, len(row))
		for i, text := range row {
			cells[i] = pages.Cell{Text: text}
		}
		table.Rows = append(table.Rows, cells)
	}
	for _, x := range list {
		chart.Bars = append(chart.Bars,
			pages.Bar{Category: x.On.Long(), Group: "kept by the seller", Value: float64(x.Kept) / 100},
			pages.Bar{Category: x.On.Long(), Group: "capital gains tax", Value: float64(x.Tax) / 100})
	}
	return pages.Section{Title: saleTitle, Blocks: []pages.Block{table, pages.Prose{saleNote}, chart}}
}
