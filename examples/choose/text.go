package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func printText(w io.Writer, r *legalform.Requirements, on law.Date, in law.Extent, fits []legalform.Fit) error {
	p := console.New(w)
	p.Wrap("", fmt.Sprintf("Legal forms for a body formed on %s in %s. Not legal advice.", on.Long(), in.Name()))
	p.Wrap("", "Required: "+required(r)+".")
	for _, part := range []struct {
		title   string
		outcome law.Outcome
	}{
		{"Forms that fit", law.Met},
		{"Forms that may fit: what is still to be answered, and what guidance says", law.Unknown},
		{"Forms that the law excludes, and by which rule", law.Breached},
	} {
		printPart(p, part.title, part.outcome, on, fits)
	}
	return p.Err()
}

// required lists what is asked for, in the words of the file of answers.
func required(r *legalform.Requirements) string {
	var list []string
	if r.Members.Stated() {
		list = append(list, "members at most "+r.Members.String())
	}
	if r.Directors.Stated() {
		list = append(list, "directors at most "+r.Directors.String())
	}
	if is, ok := r.ForCommunity.Get(); ok && is {
		list = append(list, "for the community")
	} else if ok {
		list = append(list, "not for the community")
	}
	for _, w := range r.Wants() {
		if *w.Required {
			list = append(list, strings.ReplaceAll(w.Name, "_", " "))
		}
	}
	if len(list) == 0 {
		return "nothing"
	}
	return strings.Join(list, ", ")
}

func printPart(p *console.Printer, title string, o law.Outcome, on law.Date, fits []legalform.Fit) {
	first := true
	for _, f := range fits {
		if f.Outcome != o {
			continue
		}
		if first {
			p.Heading(title)
			first = false
		}
		p.Wrap("- ", f.Title)
		printObjections(p, f.Excluded, on)
		printObjections(p, f.Against, on)
		for _, q := range f.Unknown {
			p.Wrap("    ? ", name(q.Requirement)+": "+q.Question)
			cite(p, q.By, on)
		}
	}
}

func printObjections(p *console.Printer, list []legalform.Objection, on law.Date) {
	for _, x := range list {
		rule := ""
		if x.Rule != "" {
			rule = " (" + string(x.Rule) + ", " + x.Weight.String() + ")"
		}
		p.Wrap("    x ", name(x.Requirement)+": "+x.Why+rule)
		cite(p, x.By, on)
	}
}

func cite(p *console.Printer, by law.Provision, on law.Date) {
	if by.IsZero() {
		return
	}
	p.Wrap("      ", by.String())
	if link := by.Link(on); link != "" {
		p.Wrap("      ", link)
	}
}

func name(requirement string) string { return strings.ReplaceAll(requirement, "_", " ") }
