package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/mutual/simulate"
)

// printText prints the comparison within a hundred columns.
func printText(w io.Writer, r *report) error {
	p := console.New(w)
	p.Wrap("", r.Case+": what may become of it, form by form.")
	p.Wrap("", r.about())
	p.Heading(fmt.Sprintf("1. How likely each trouble is within %s", years(r.Years)))
	p.Table(r.troubles())
	words := "Out of cash: less than the overdraft allows; the path ends there. Net liabilities: reserves and capital together below nothing."
	if slices.ContainsFunc(r.Forms, func(x outcome) bool {
		return slices.ContainsFunc(x.Troubles, func(t trouble) bool { return t.Event == simulate.Inquorate })
	}) {
		words += " No quorum: fewer members came to a year's general meeting than its rules ask for."
	}
	p.Wrap("", words)
	r.printHeld(p)
	p.Heading(fmt.Sprintf("3. What is left after %s: the median, and between what nine paths in ten lie", years(r.Years)))
	p.Table(r.left())
	p.Heading(fmt.Sprintf("4. What each group is paid over %s: the median, and nine paths in ten", years(r.Years)))
	p.Table(r.payments())
	r.printExplains(p)
	if len(r.Forms) > 1 {
		p.Heading("6. The mean difference from " + r.Forms[0].Title + ", on the same draws, and its standard error")
		p.Table(r.differences())
	}
	p.Heading("7. Forms that are left out")
	for _, x := range r.LeftOut {
		p.Wrap("- ", x.Title+": "+x.Why)
	}
	p.Heading("8. What all this rests on")
	for _, in := range r.Inputs {
		if in.Path == "policy" {
			in.Value = "below"
		}
		p.Wrap(fmt.Sprintf("%-22s ", in.Path), fmt.Sprintf("%s [%s]", in.Value, origin(in)))
	}
	for _, s := range r.Policy {
		p.Wrap("  - ", s)
	}
	return p.Err()
}

// rows makes a row for each form, and its cells by a function.
func (r *report) rows(cells func(x *outcome) []string) (rows [][]string) {
	for i := range r.Forms {
		rows = append(rows, append([]string{r.Forms[i].Title}, cells(&r.Forms[i])...))
	}
	return rows
}

func (r *report) troubles() (headers []string, rows [][]string) {
	headers = []string{"Form"}
	for _, t := range r.Forms[0].Troubles {
		headers = append(headers, eventWords(t.Event))
	}
	return headers, r.rows(func(x *outcome) (cells []string) {
		for _, t := range x.Troubles {
			cells = append(cells, t.odds.String())
		}
		return cells
	})
}

func (r *report) left() (headers []string, rows [][]string) {
	return []string{"Form", "reserves", "cash"}, r.rows(func(x *outcome) []string {
		return []string{x.Reserves.String(), x.Cash.String()}
	})
}

// payments leaves out the kinds that no form ever pays.
func (r *report) payments() (headers []string, rows [][]string) {
	headers = []string{"Form"}
	var at []int
	for i := range r.Forms[0].Paid {
		if r.pays(i) {
			at = append(at, i)
			headers = append(headers, kindWords(r.Forms[0].Paid[i].Kind))
		}
	}
	return headers, r.rows(func(x *outcome) (cells []string) {
		for _, i := range at {
			cells = append(cells, x.Paid[i].spread.String())
		}
		return cells
	})
}

// pays reports whether any form makes a kind of payment on one path in twenty.
func (r *report) pays(kind int) bool {
	for i := range r.Forms {
		if r.Forms[i].Paid[kind].P95 > 0 {
			return true
		}
	}
	return false
}

func (r *report) differences() (headers []string, rows [][]string) {
	headers = []string{"Form"}
	for _, d := range r.Forms[1].FromFirst {
		headers = append(headers, measureWords(d.Measure))
	}
	rows = r.rows(func(x *outcome) (cells []string) {
		for _, d := range x.FromFirst {
			cells = append(cells, d.String())
		}
		return cells
	})
	return headers, rows[1:]
}

func (r *report) printHeld(p *console.Printer) {
	p.Heading("2. Rules that hold a payment back, and on how many paths they do in any year")
	p.Wrap("", "The policy asks for one kind of payment, or else for another: a rule against the first is told, even where the second is paid.")
	for i := range r.Forms {
		x := &r.Forms[i]
		p.Wrap("", x.Title)
		for j := range x.Held {
			p.Wrap("  - ", fmt.Sprintf("%v: %s", x.Held[j].odds, x.Held[j].rule()))
		}
		if len(x.Held) == 0 {
			p.Wrap("  - ", "none")
		}
	}
}

func (r *report) printExplains(p *console.Printer) {
	p.Heading("5. What drives the spread of reserves: the part of the variance that goes with each driver")
	p.Wrap("", "The rest of it is what drivers do together, in some years more than in others.")
	for i := range r.Forms {
		if x := &r.Forms[i]; x.Alike == "" {
			p.Wrap("- ", x.Title+r.others(x)+": "+x.explains())
		}
	}
}

// others says how many forms have the same figures.
func (r *report) others(x *outcome) string {
	n := 0
	for i := range r.Forms {
		if r.Forms[i].Alike == x.Form {
			n++
		}
	}
	switch n {
	case 0:
		return ""
	case 1:
		return " and 1 more alike"
	}
	return fmt.Sprintf(" and %d more alike", n)
}
