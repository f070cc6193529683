package main

import (
	"fmt"
	"io"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func printText(w io.Writer, in *input, out *output) error {
	p := console.New(w)
	p.Wrap("", fmt.Sprintf("%s: a bonus of %v, to be paid on %s. Not legal advice.", in.Name, out.Bonus.Total, in.Bonus.Paid.Long()))
	if len(out.Sale) > 0 {
		printSale(p, out.Sale)
	}
	p.Heading("Who gets what")
	p.Table(headers(&in.Bonus), rows(out))
	for _, line := range totals(out) {
		p.Wrap("", line)
	}
	for _, m := range out.Bonus.Missing {
		p.Wrap("- ", m.Path+": "+m.Question)
	}
	p.Heading("Does it qualify for the exemption?")
	p.Wrap("", verdict(&out.Bonus))
	for _, f := range out.Bonus.Report.Findings {
		p.Wrap("- ", fmt.Sprintf("%s: %s", f.Code, f.Message))
		p.Wrap("    ", f.Provision.String())
		if f.Doubt != nil {
			p.Wrap("    ", f.Doubt.String())
		}
		if f.Outcome == law.Breached {
			p.Wrap("    ", "Remedy: "+f.Remedy)
		}
	}
	return p.Err()
}

// headers names the columns: the entitlements by their factors, in the order of the terms.
func headers(d *employee.Design) []string {
	h := []string{"person", "employer"}
	for _, part := range d.Pool.Or(employee.Pool{}).Parts {
		h = append(h, "by "+said(part.Factor))
	}
	for _, e := range d.Formula.Or(nil) {
		h = append(h, "by "+said(e.Factor))
	}
	return append(h, "in all", "free of tax", "taxable")
}

func said(f employee.Factor) string {
	switch f {
	case employee.Remuneration:
		return "pay"
	case employee.Service:
		return "service"
	default:
		return "hours"
	}
}

func rows(out *output) [][]string {
	var list [][]string
	for _, s := range out.Bonus.Shares {
		row := []string{s.ID, employer(&s)}
		for _, part := range s.Parts {
			row = append(row, part.String())
		}
		if out.Bonus.Missing != nil {
			list = append(list, append(row, s.Total.String(), "?", "?"))
			continue
		}
		list = append(list, append(row, s.Total.String(), s.Exempt.String(), s.Taxable.String()))
	}
	return list
}

func employer(s *employee.Share) string {
	if s.Employer == "" {
		return "the company"
	}
	return s.Employer
}

func totals(out *output) []string {
	b := &out.Bonus
	if b.Missing != nil {
		return []string{fmt.Sprintf("In all %v. What is free of tax cannot be said until these are known:", b.Total)}
	}
	return []string{
		fmt.Sprintf("In all %v, of which %v is free of income tax and %v is taxable.", b.Total, b.Exempt, b.Taxable),
		"National insurance contributions are due on the whole.",
	}
}

func verdict(b *employee.Designed) string {
	switch b.Qualifies {
	case law.Met:
		return "Yes: what sections 312C to 312G ask of the award and of the employer is met."
	case law.Breached:
		return "No: the whole is taxed, for these reasons."
	case law.NotInForce:
		return "No: there was no exemption on that day."
	default:
		return "It cannot be said yet. The exemption is what it would be if the award qualifies; these are to be settled."
	}
}
