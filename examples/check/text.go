package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual"
)

func printText(w io.Writer, o *mutual.Organisation, rep *law.Report, all bool) error {
	p := console.New(w)
	p.Wrap("", fmt.Sprintf("%s: %s, in %s, as at %s. Not legal advice.", o.Name, o.Form.FormTitle(), o.In.Name(), rep.On.Long()))
	printFindings(p, rep, law.Breached, "Breached")
	printFindings(p, rep, law.Unknown, "Not decided")
	printUnsettled(p, rep)
	if all {
		printMet(p, rep)
	}
	n := map[law.Outcome]int{}
	for _, r := range rep.Results {
		n[r.Outcome]++
	}
	p.Heading("In all")
	p.Wrap("", fmt.Sprintf("%d rules tried: %d met, %d breached, %d unknown, %d not applicable, %d not in force.",
		len(rep.Results), n[law.Met], n[law.Breached], n[law.Unknown], n[law.NotApplicable], n[law.NotInForce]))
	p.Wrap("", verdict(rep))
	return p.Err()
}

func verdict(rep *law.Report) string {
	switch status(rep, false) {
	case breached:
		if n := rep.Count(law.Breached, law.Statute); n > 1 {
			return fmt.Sprintf("Unlawful: %d rules of statute are breached.", n)
		}
		return "Unlawful: a rule of statute is breached."
	case unknown:
		return fmt.Sprintf("Undecided: no rule of statute is breached, and %d could not be decided.", rep.Count(law.Unknown, law.Statute))
	}
	return "Every rule of statute that applies is met, as far as this library models the law."
}

func printFindings(p *console.Printer, rep *law.Report, o law.Outcome, title string) {
	first := true
	for _, f := range rep.Findings {
		if f.Outcome != o {
			continue
		}
		if first {
			p.Heading(title)
			first = false
		}
		at := ""
		if f.Path != "" {
			at = f.Path + ": "
		}
		p.Wrap("- ", fmt.Sprintf("%s (%v)", f.Code, f.Weight))
		p.Wrap("    ", at+f.Message)
		p.Wrap("    ", cited(f.Provision, f.On))
		if link := f.Link(); link != "" {
			p.Wrap("    ", link)
		}
		if f.Doubt != nil {
			p.Wrap("    ", f.Doubt.String())
		}
		if o == law.Breached {
			p.Wrap("    ", "Remedy: "+f.Remedy)
		}
	}
}

// cited names a provision and the date as at which it was applied.
func cited(p law.Provision, on law.Date) string {
	if on.IsZero() {
		return fmt.Sprintf("%v, at a date not stated", p)
	}
	return fmt.Sprintf("%v, as at %s", p, on.Long())
}

func printUnsettled(p *console.Printer, rep *law.Report) {
	missing := rep.Unsettled()
	if len(missing) == 0 {
		return
	}
	p.Heading("What to add to the file, and what each would settle")
	for _, m := range missing {
		codes := make([]string, len(m.Settles))
		for i, c := range m.Settles {
			codes[i] = string(c)
		}
		p.Wrap("- ", m.Path)
		if m.Question != "" {
			p.Wrap("    ", m.Question)
		}
		p.Wrap("    ", "settles "+strings.Join(codes, ", "))
	}
}

func printMet(p *console.Printer, rep *law.Report) {
	p.Heading("Met")
	for _, r := range rep.Results {
		if r.Outcome == law.Met {
			m := r.Rule()
			p.Wrap("- ", fmt.Sprintf("%s: %s", m.Code, m.Says))
			p.Wrap("    ", cited(m.Provision, r.On))
		}
	}
}
