package main

import (
	"fmt"
	"slices"

	pages "github.com/rochdale-go/rochdale/examples/internal/page"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/simulate"
	"github.com/rochdale-go/rochdale/mutual/spinout"
)

// page makes the comparison a page with charts.
func page(c *spinout.Comparison) pages.Page {
	return pages.Page{
		Title: c.Case.Name + ": which legal form?",
		Lead: fmt.Sprintf("%s, out of %s, from %s. Every rule of each form was judged on the first day and in every year. Not legal advice.",
			c.Case.Service, c.Case.Parent, c.On.Long()),
		Sections: []pages.Section{
			{Title: "What each form would let the first year's surplus pay", Blocks: []pages.Block{answersTable(c)}},
			{Title: "The years ahead", Blocks: yearsAhead(c)},
			{Title: "What held payments back", Blocks: []pages.Block{refusalsTable(c)}},
			{Title: "What the rules found", Blocks: findings(c)},
			{Title: "What the case rests on", Blocks: []pages.Block{facts(c)}},
		},
	}
}

func yearsAhead(c *spinout.Comparison) []pages.Block {
	out := []pages.Block{
		pages.Prose{"One policy is put to every form, under the case's assumptions: what differs is what the law allows."},
		surplusLine(c),
	}
	out = append(out, charts(lines(c, "Reserves at the year's end", func(y *simulate.Year) law.Pence { return y.Reserves }))...)
	out = append(out, charts(lines(c, "Paid on capital for the year", func(y *simulate.Year) law.Pence {
		return y.Outcome.PaidOf(law.ShareInterest, law.Dividend)
	}))...)
	return append(append(out, payments(c)), odds(c)...)
}

// charts spreads lines over as many charts as it takes to tell them apart.
func charts(l pages.Lines) (out []pages.Block) {
	n := (len(l.Series) + pages.MaxSeries - 1) / pages.MaxSeries
	i := 0
	for some := range slices.Chunk(l.Series, pages.MaxSeries) {
		part := l
		part.Series = some
		if i++; n > 1 {
			part.Title = fmt.Sprintf("%s (%d of %d)", l.Title, i, n)
		}
		out = append(out, part)
	}
	return out
}

func answersTable(c *spinout.Comparison) pages.Table {
	t := pages.Table{
		Caption: "What each form allows, with the money there is; a question mark stands for law in doubt", Columns: pages.TextColumns("Form"),
		Words: map[pages.Emphasis]string{pages.Met: "allowed", pages.Breach: "not allowed", pages.Unknown: "in doubt or unknown"},
	}
	for _, k := range kinds {
		t.Columns = append(t.Columns, pages.NumberColumns(k.title)...)
	}
	for i := range c.Columns {
		row := []pages.Cell{{Text: formTitle(c, i)}}
		for j := range c.Columns[i].Answers {
			a := &c.Columns[i].Answers[j].Allowance
			mark := pages.Met
			switch {
			case !a.Certain():
				mark = pages.Unknown
			case !a.Unlimited && a.Most == 0:
				mark = pages.Breach
			}
			row = append(row, pages.Cell{Text: allowed(a), Emphasis: mark, Link: a.Provision.Link(c.On)})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// surplusLine is one line: the result before payments is the same under every form.
func surplusLine(c *spinout.Comparison) pages.Lines {
	l := lines(c, "Surplus for the year before payments and tax, under any form", func(y *simulate.Year) law.Pence { return y.Outcome.Result })
	l.Series = l.Series[:1]
	l.Series[0].Name = "surplus"
	return l
}

func lines(c *spinout.Comparison, title string, of func(*simulate.Year) law.Pence) pages.Lines {
	l := pages.Lines{Title: title, X: "Financial year ending", Y: "£"}
	for i := range c.Columns {
		s := pages.Series{Name: formTitle(c, i)}
		for y := range c.Columns[i].Projection.Years {
			yr := &c.Columns[i].Projection.Years[y]
			s.Points = append(s.Points, pages.Point{X: float64(yr.End.Year()), Y: pounds(of(yr))})
		}
		l.Series = append(l.Series, s)
	}
	return l
}

// payments stacks what each form paid in all.
func payments(c *spinout.Comparison) pages.Bars {
	b := pages.Bars{Title: "Where the surplus goes over all years", Category: "Form", Value: "£", Stacked: true}
	for i := range c.Columns {
		pr := c.Columns[i].Projection
		var tax, kept law.Pence
		for _, y := range pr.Years {
			tax, kept = tax+y.Outcome.Tax, kept+y.Outcome.Kept
		}
		for _, part := range []struct {
			name string
			sum  law.Pence
		}{
			{"staff and members", pr.Total(law.Patronage, law.StaffBonus)},
			{"on capital", pr.Total(law.ShareInterest, law.Dividend)},
			{"named charity", pr.Total(law.LockedDividend)},
			{"community", pr.Total(law.ToCommunity)},
			{"tax", tax},
			{"kept", kept},
		} {
			if part.name == "named charity" && !paysLocked(c) {
				continue
			}
			b.Bars = append(b.Bars, pages.Bar{Category: formTitle(c, i), Group: part.name, Value: pounds(part.sum)})
		}
	}
	return b
}

// paysLocked reports whether any form pays a dividend to an asset-locked body in any year.
func paysLocked(c *spinout.Comparison) bool {
	for i := range c.Columns {
		if c.Columns[i].Projection.Total(law.LockedDividend) > 0 {
			return true
		}
	}
	return false
}

func refusalsTable(c *spinout.Comparison) pages.Table {
	t := pages.Table{Caption: "Limits that held back what the policy wanted", Columns: pages.TextColumns("Form", "Payment", "When", "Allowed", "By")}
	for i := range c.Columns {
		for _, r := range c.Columns[i].Refusals() {
			t.Rows = append(t.Rows, []pages.Cell{
				{Text: formTitle(c, i)},
				{Text: kindTitle(r.Kind)},
				{Text: years(r.Years)},
				{Text: allowed(&r.Allowance)},
				{Text: why(&r.Allowance), Link: r.Allowance.Provision.Link(c.On)},
			})
		}
	}
	return t
}

func findings(c *spinout.Comparison) []pages.Block {
	var out []pages.Block
	for i := range c.Columns {
		found := c.Columns[i].Findings()
		if len(found) == 0 {
			out = append(out, pages.Prose{formTitle(c, i) + ": " + nothingFound(&c.Columns[i]) + "."})
			continue
		}
		out = append(out, pages.Prose{formTitle(c, i) + ":"})
		var list pages.Findings
		for _, f := range found {
			mark, message, remedy := pages.Unknown, f.Message, ""
			if f.Outcome == law.Breached {
				mark, remedy = pages.Breach, f.Remedy
			}
			if f.Doubt != nil {
				message += " " + f.Doubt.String()
			}
			list = append(list, pages.Finding{
				Outcome: f.Outcome.String(), Emphasis: mark, Code: string(f.Code), Provision: f.Provision.String(),
				Link: f.Link(), Message: years(f.Years) + ": " + message, Remedy: remedy,
			})
		}
		out = append(out, list)
	}
	return out
}

func facts(c *spinout.Comparison) pages.Facts {
	var out pages.Facts
	for in := range c.Case.Inputs() {
		mark := pages.Plain
		if in.Source == "" {
			mark = pages.Assumption
		}
		out = append(out, pages.Fact{Label: in.Path, Value: inputValue(in), Note: origin(in), Emphasis: mark})
	}
	for _, s := range c.Case.Policy.Value {
		out = append(out, pages.Fact{Label: "policy: " + s.Name, Value: stepWords(s), Emphasis: pages.Assumption})
	}
	return out
}

func pounds(p law.Pence) float64 { return float64(p) / 100 }
