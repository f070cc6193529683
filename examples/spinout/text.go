package main

import (
	"fmt"
	"io"
	"strconv"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout"
)

// printText prints the comparison within a hundred columns.
func printText(w io.Writer, c *spinout.Comparison, o *outset) error {
	p := console.New(w)
	p.Wrap("", fmt.Sprintf("%s, out of %s. %s.", c.Case.Name, c.Case.Parent, c.Case.Service))
	p.Wrap("", fmt.Sprintf("Begins on %s in %s. Not legal advice.", c.On.Long(), c.Case.In.Name()))
	printCase(p, c)
	printFounding(p, c)
	printAnswers(p, c)
	printYears(p, c)
	printRefusals(p, c)
	printFindings(p, c)
	printWay(p, o)
	return p.Err()
}

func printCase(p *console.Printer, c *spinout.Comparison) {
	p.Heading("What the case rests on")
	for in := range c.Case.Inputs() {
		p.Wrap(fmt.Sprintf("%-22s ", in.Path), fmt.Sprintf("%s [%s]", inputValue(in), origin(in)))
	}
	p.Wrap("policy steps:          ", "")
	for _, s := range c.Case.Policy.Value {
		p.Wrap("  - ", stepWords(s))
	}
}

func printFounding(p *console.Printer, c *spinout.Comparison) {
	p.Heading("1. The first day: every rule of each form, tried on a body drafted from the case")
	var rows [][]string
	for i := range c.Columns {
		rep := c.Columns[i].Founding
		n := map[law.Outcome]int{}
		for _, r := range rep.Results {
			n[r.Outcome]++
		}
		rows = append(rows, []string{
			formTitle(c, i), strconv.Itoa(len(rep.Results)), strconv.Itoa(n[law.Met]), strconv.Itoa(n[law.Breached]),
			strconv.Itoa(n[law.Unknown]), strconv.Itoa(n[law.NotApplicable]), strconv.Itoa(n[law.NotInForce]),
		})
	}
	p.Table([]string{"Form", "rules", "met", "breached", "unknown", "not applicable", "not in force"}, rows)
}

func printAnswers(p *console.Printer, c *spinout.Comparison) {
	p.Heading("2. What each form would let the first year's surplus pay")
	headers := []string{"Form"}
	for _, k := range kinds {
		headers = append(headers, k.head)
	}
	var rows [][]string
	for i := range c.Columns {
		row := []string{formTitle(c, i)}
		for j := range c.Columns[i].Answers {
			row = append(row, allowed(&c.Columns[i].Answers[j].Allowance))
		}
		rows = append(rows, row)
	}
	p.Table(headers, rows)
	p.Wrap("", "No: the form allows none of it. No limit: none in this law, beyond the money there is. "+
		"Unknown: a fact is missing. ?: the law is in doubt, and the amount provisional.")
}

func printYears(p *console.Printer, c *spinout.Comparison) {
	n := len(c.Columns[0].Projection.Years)
	p.Heading(fmt.Sprintf("3. %s: what each form pays in all, and what it keeps", yearCount(n)))
	var rows [][]string
	for i := range c.Columns {
		pr := c.Columns[i].Projection
		var result, tax law.Pence
		for _, y := range pr.Years {
			result, tax = result+y.Outcome.Result, tax+y.Outcome.Tax
		}
		rows = append(rows, []string{
			formTitle(c, i), short(result), short(pr.Total(law.Patronage, law.StaffBonus)),
			short(pr.Total(law.ShareInterest, law.Dividend)), short(pr.Total(law.LockedDividend)),
			short(pr.Total(law.ToCommunity)), short(tax), short(pr.Reserves()),
		})
	}
	p.Table([]string{"Form", "surplus", "staff", "on capital", "locked body", "community", "tax", "reserves"}, rows)

	printOdds(p, c)
	p.Heading("Reserves at the end of each year, in thousands of pounds")
	printByYear(p, c, 1000, func(i, y int) law.Pence { return c.Columns[i].Projection.Years[y].Reserves })
	p.Heading("Paid on capital for each year, in pounds")
	printByYear(p, c, 1, func(i, y int) law.Pence {
		return c.Columns[i].Projection.Years[y].Outcome.PaidOf(law.ShareInterest, law.Dividend)
	})
}

// printByYear prints an amount for each form and year, in so many pounds.
func printByYear(p *console.Printer, c *spinout.Comparison, pounds int64, amount func(form, year int) law.Pence) {
	headers := []string{"Form"}
	for _, y := range c.Columns[0].Projection.Years {
		headers = append(headers, strconv.Itoa(y.End.Year()))
	}
	var rows [][]string
	for i := range c.Columns {
		row := []string{formTitle(c, i)}
		for y := range c.Columns[i].Projection.Years {
			row = append(row, strconv.FormatInt(int64(law.MulDiv(amount(i, y), 1, 100*pounds, law.HalfUp)), 10))
		}
		rows = append(rows, row)
	}
	p.Table(headers, rows)
}

func printRefusals(p *console.Printer, c *spinout.Comparison) {
	p.Heading("4. What held payments back, and why")
	for i := range c.Columns {
		p.Wrap("", formTitle(c, i))
		refusals := c.Columns[i].Refusals()
		for _, r := range refusals {
			p.Wrap("  - ", fmt.Sprintf("%s, %s: %s. %s", kindTitle(r.Kind), years(r.Years), allowed(&r.Allowance), why(&r.Allowance)))
			for _, m := range r.Allowance.Missing {
				p.Wrap("      ", fmt.Sprintf("needs %s. %s", m.Path, m.Question))
			}
		}
		if len(refusals) == 0 {
			p.Wrap("  - ", "nothing")
		}
	}
}

func printFindings(p *console.Printer, c *spinout.Comparison) {
	p.Heading("5. What the rules found, on the first day and as each year's payments were declared")
	for i := range c.Columns {
		p.Wrap("", formTitle(c, i))
		found := c.Columns[i].Findings()
		for _, f := range found {
			p.Wrap("  - ", fmt.Sprintf("%s (%v, %s), %s: %s", f.Outcome, f.Weight, f.Code, years(f.Years), f.Message))
			p.Wrap("      ", f.Provision.String())
			if link := f.Link(); link != "" {
				p.Wrap("      ", link)
			}
			if f.Doubt != nil {
				p.Wrap("      ", f.Doubt.String())
			}
			if f.Outcome == law.Breached {
				p.Wrap("      ", "Remedy: "+f.Remedy)
			}
		}
		if len(found) == 0 {
			p.Wrap("  - ", nothingFound(&c.Columns[i]))
		}
	}
}
