package main

import (
	"fmt"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	pages "github.com/rochdale-go/rochdale/examples/internal/page"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/simulate"
	"github.com/rochdale-go/rochdale/mutual/spinout"
)

// events are the troubles whose odds are told, where they happen to any form.
var events = []struct {
	event simulate.Event
	title string
}{
	{simulate.OutOfCash, "out of cash"},
	{simulate.NetLiabilities, "net liabilities"},
	{simulate.ContractLost, "contract lost"},
	{simulate.TooFewMembers, "too few members"},
	{simulate.Inquorate, "no quorum"},
}

// oddsRows say how likely each trouble is under each form, and what is left; no rows where
// no paths were run.
func oddsRows(c *spinout.Comparison) (headers []string, rows [][]string) {
	if c.Paths == nil {
		return nil, nil
	}
	headers = []string{"Form"}
	for i := range c.Columns {
		rows = append(rows, []string{formTitle(c, i)})
	}
	for _, e := range events {
		happens := e.event == simulate.OutOfCash
		for i := range rows {
			happens = happens || c.Paths.Tally.Scenarios[i].By(0, e.event).Hits > 0
		}
		if !happens {
			continue
		}
		headers = append(headers, e.title)
		for i := range rows {
			odds := c.Paths.Tally.Scenarios[i].By(0, e.event)
			low, high := odds.Range()
			rows[i] = append(rows[i], fmt.Sprintf("%v (%.1f-%.1f)", odds, 100*low, 100*high))
		}
	}
	headers = append(headers, "reserves (5% to 95%)")
	for i := range rows {
		o := &c.Paths.Tally.Scenarios[i]
		at := func(percent int64) string {
			v, _ := o.Quantile(0, simulate.Reserves, law.Percent(percent))
			return short(v)
		}
		rows[i] = append(rows[i], fmt.Sprintf("%s (%s to %s)", at(50), at(5), at(95)))
	}
	return headers, rows
}

// oddsWords say what the odds are of.
func oddsWords(c *spinout.Comparison) string {
	if len(c.Case.Drivers) == 0 && len(c.Case.Contracts) == 0 {
		return "The case says of nothing that it may turn out otherwise, so all paths are one."
	}
	return fmt.Sprintf("Share of %d paths on which what may turn out otherwise does, drawn from seed %d and the same under every form, "+
		"with the range that chance leaves at 95%%; and the median of reserves at the end, with between what nine paths in ten lie. "+
		"examples/simulate tells more.", c.Paths.Tally.Paths(), c.Paths.Seed)
}

func printOdds(p *console.Printer, c *spinout.Comparison) {
	headers, rows := oddsRows(c)
	if len(rows) == 0 {
		return
	}
	p.Heading(fmt.Sprintf("How likely each form is to come to grief within %s", yearCount(c.Case.Years.Value)))
	p.Table(headers, rows)
	p.Wrap("", oddsWords(c))
}

// odds are the same as a table of the page.
func odds(c *spinout.Comparison) []pages.Block {
	headers, rows := oddsRows(c)
	if len(rows) == 0 {
		return nil
	}
	t := pages.Table{
		Caption: fmt.Sprintf("How likely each form is to come to grief within %s", yearCount(c.Case.Years.Value)),
		Columns: append(pages.TextColumns(headers[0]), pages.NumberColumns(headers[1:]...)...),
	}
	for _, row := range rows {
		cells := make([]pages.Cell, len(row))
		for i, text := range row {
			cells[i] = pages.Cell{Text: text}
		}
		t.Rows = append(t.Rows, cells)
	}
	return []pages.Block{t, pages.Prose{oddsWords(c)}}
}
