package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout"
	"github.com/rochdale-go/rochdale/mutual/spinout/psm"
	"github.com/rochdale-go/rochdale/mutual/spinout/right"
	"github.com/rochdale-go/rochdale/mutual/spinout/route"
)

func printText(w io.Writer, r *spinout.Reply) error {
	p := console.New(w)
	if r.Question != "" {
		p.Wrap("", r.Question)
	}
	p.Wrap("", fmt.Sprintf("Answered as at %s, for England. Not legal advice.", r.On.Long()))
	if r.Rights != nil {
		printRights(p, r.Rights)
	}
	if r.Judgement != nil {
		printReport(p, "The expression of interest", r.Judgement.Expression)
		printReport(p, "What the authority did", r.Judgement.Conduct)
	}
	if r.Tests != nil {
		printTests(p, r.Tests)
	}
	if r.Reservation != nil {
		printReservation(p, r.Reservation)
	}
	if len(r.Routes) > 0 {
		printRoutes(p, r.Routes, r.RoutesOn)
	}
	if r.SocialValue != nil {
		printReport(p, "Social value", r.SocialValue)
	}
	if r.InHouse != nil {
		printReport(p, "A company of the authority's own", r.InHouse)
	}
	if r.Renewal != nil {
		printReport(p, "Direct Award Process C", r.Renewal)
	}
	if r.Transfer != nil {
		if len(r.Deadlines) > 0 {
			p.Heading("Days that follow from the transfer")
		}
		for _, d := range r.Deadlines {
			p.Wrap("- ", fmt.Sprintf("By %s: %s %s. %v", d.By.Long(), d.Who, d.Does, d.Provision))
		}
		printReport(p, "Staff, pensions, plan and subsidy", r.Transfer)
	}
	return p.Err()
}

func printRights(p *console.Printer, a *right.Answer) {
	p.Heading("Rights on " + a.On.Long())
	for i := range a.Rights {
		e := &a.Rights[i]
		p.Wrap("", e.Right.Title()+": "+e.Says)
		if e.Outcome == law.Breached {
			for _, f := range e.Report.Findings {
				if f.Outcome == law.Breached {
					p.Wrap("  x ", f.Message+" ("+f.Provision.String()+")")
				}
			}
		}
	}
	for i := range a.Rights {
		if e := &a.Rights[i]; len(e.Steps) > 0 {
			printEntitlement(p, e)
		}
	}
}

func printEntitlement(p *console.Printer, e *right.Entitlement) {
	p.Heading("Steps of the " + e.Right.Title())
	p.Wrap("", "Decided by "+e.Decider+". Appeal: "+e.Appeal)
	p.Wrap("", "If yes: "+e.PrizeSays)
	p.Wrap("", "Staff: "+e.StaffTerms)
	for i, s := range e.Steps {
		p.Wrap(fmt.Sprintf("%d. ", i+1), upper(when(s)+s.Who+" "+s.Does+"."))
		p.Wrap("   ", s.Provision.String())
		if s.Link != "" {
			p.Wrap("   ", s.Link)
		}
		if s.Unknown != "" {
			p.Wrap("   ? ", s.Unknown)
		}
	}
	if len(e.Refusals) > 0 {
		p.Heading("The only lawful grounds of refusal")
	}
	for _, g := range e.Refusals {
		p.Wrap(fmt.Sprintf("%2d. ", g.Number), fmt.Sprintf("(%v) %s", g.Kind, g.Says))
	}
	if len(e.Unknown) > 0 {
		p.Heading("What is not known")
	}
	for _, m := range e.Unknown {
		p.Wrap("? ", strings.TrimSpace(m.Path+": "+m.Question))
	}
}

// when says the days of a step.
func when(s right.Step) string {
	switch {
	case !s.NotBefore.IsZero() && !s.By.IsZero() && s.Within != "":
		return fmt.Sprintf("From %s to %s (%s): ", s.NotBefore.Long(), s.By.Long(), s.Within)
	case !s.NotBefore.IsZero() && !s.By.IsZero():
		return fmt.Sprintf("From %s to %s: ", s.NotBefore.Long(), s.By.Long())
	case !s.By.IsZero():
		return "By " + s.By.Long() + ": "
	case s.Within != "":
		return s.Within + ": "
	}
	return ""
}

func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func printTests(p *console.Printer, t *psm.Tests) {
	p.Heading("Is it a public service mutual?")
	rows := [][]string{}
	for _, l := range t.Limbs {
		mark := ""
		if l.Disagree() {
			mark = "they disagree"
		}
		rows = append(rows, []string{l.Aspect.String(), l.Policy.String(), l.Statutory.String(), mark})
	}
	rows = append(rows, []string{"in all", t.Policy.String(), t.Statutory.String(), ""})
	p.Table([]string{"Limb", "policy test", "s. 33(6)", ""}, rows)
	for _, rep := range []*law.Report{t.PolicyReport, t.StatutoryReport} {
		printFindings(p, rep)
	}
}

func printReservation(p *console.Printer, r *route.Reservation) {
	p.Heading("May the contract be reserved?")
	p.Wrap("", r.Says)
	if r.MostMonths > 0 {
		p.Wrap("- ", fmt.Sprintf("For %d months at most.", r.MostMonths))
	}
	if !r.BarredUntil.IsZero() {
		p.Wrap("- ", "The bidder is barred by an earlier contract until "+r.BarredUntil.Long()+".")
	}
	if !r.Again.IsZero() {
		p.Wrap("- ", fmt.Sprintf("If it is awarded and entered into on %s, another like it may be reserved for the bidder from %s.", r.On.Long(), r.Again.Long()))
	}
	printFindings(p, r.Report)
}

func printRoutes(p *console.Printer, options []route.Option, on law.Date) {
	p.Heading("Ways to a contract whose procurement begins on " + on.Long())
	for _, o := range options {
		if !o.Open {
			continue
		}
		p.Wrap("- ", upper(o.Title)+": "+o.Who+" "+o.Limits+" ("+o.By.String()+")")
		if o.Unread != "" {
			p.Wrap("    ", o.Unread)
		}
	}
}

// printReport prints what was found and counts the rest.
func printReport(p *console.Printer, title string, rep *law.Report) {
	p.Heading(title)
	n := map[law.Outcome]int{}
	for _, r := range rep.Results {
		n[r.Outcome]++
	}
	p.Wrap("", fmt.Sprintf("%d rules tried: %d met, %d breached, %d unknown, %d not applicable, %d not in force.",
		len(rep.Results), n[law.Met], n[law.Breached], n[law.Unknown], n[law.NotApplicable], n[law.NotInForce]))
	printFindings(p, rep)
}

func printFindings(p *console.Printer, rep *law.Report) {
	for _, f := range rep.Findings {
		mark := "x "
		if f.Outcome == law.Unknown {
			mark = "? "
		}
		p.Wrap(mark, fmt.Sprintf("%s (%v): %s", f.Code, f.Weight, f.Message))
		p.Wrap("    ", f.Provision.String())
		if f.Doubt != nil {
			p.Wrap("    ", f.Doubt.String())
		}
		if f.Outcome == law.Breached {
			p.Wrap("    ", "Remedy: "+f.Remedy)
		}
	}
}
