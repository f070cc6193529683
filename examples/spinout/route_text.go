package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/programme"
	"github.com/rochdale-go/rochdale/mutual/spinout/evidence"
	"github.com/rochdale-go/rochdale/mutual/spinout/lifecycle"
	"github.com/rochdale-go/rochdale/mutual/spinout/right"
	"github.com/rochdale-go/rochdale/mutual/spinout/route"
)

// printWay prints the way out beside the forms: rights, routes and odds.
func printWay(p *console.Printer, o *outset) {
	if o == nil {
		return
	}
	p.Heading("6. The way out: which right, which contract, what odds")
	for _, b := range o.Basis {
		p.Wrap(fmt.Sprintf("%-22s ", b.Path), fmt.Sprintf("%s [%s]", b.Value, origin(b)))
	}
	p.Wrap("", fmt.Sprintf("The staff ask on %s [%s]. What is not listed is unknown.", o.Begun.Long(), o.BegunWhy))
	printWayRights(p, o)
	printWayRoutes(p, o)
	printWayOdds(p, o)
}

func printWayRights(p *console.Printer, o *outset) {
	p.Heading("Which right")
	var rows [][]string
	for i := range o.Rights.Rights {
		e := &o.Rights.Rights[i]
		rows = append(rows, []string{e.Right.Title(), has(e), has(&o.Later.Rights[i])})
	}
	p.Table([]string{"Right", "on " + o.Begun.Long(), "on " + o.On.Long()}, rows)
	for i := range o.Rights.Rights {
		e := &o.Rights.Rights[i]
		for _, f := range breached(e.Report) {
			p.Wrap("", fmt.Sprintf("%s: %s (%v)", e.Right.Title(), f.Message, f.Provision))
		}
		if !mayHave(e) {
			continue
		}
		p.Wrap("", fmt.Sprintf("%s: %s Decided by %s. Appeal: %s (%v)", e.Right.Title(), e.PrizeSays, e.Decider, e.Appeal, e.By))
		for _, m := range e.Unknown {
			p.Wrap("  ? ", unsettled(m))
		}
	}
}

func mayHave(e *right.Entitlement) bool { return e.Outcome == law.Met || e.Outcome == law.Unknown }

// has says in a word or two whether the staff have a right.
func has(e *right.Entitlement) string {
	switch e.Outcome {
	case law.Met:
		return "yes"
	case law.Breached:
		return "no: a condition fails"
	case law.Unknown:
		return "not known"
	case law.NotApplicable, law.NotInForce:
	}
	return "no such right"
}

func unsettled(m law.Missing) string { return strings.TrimRight(m.Path+": "+m.Question, ": ") }

func printWayRoutes(p *console.Printer, o *outset) {
	p.Heading("Ways to a contract whose procurement begins on " + o.On.Long())
	if len(o.Routes) == 0 {
		p.Wrap("? ", noRoutes)
	}
	for _, x := range o.Routes {
		if x.Open {
			p.Wrap("- ", optionWords(&x))
		}
	}
	p.Heading("May it be reserved for mutuals?")
	p.Wrap("", o.Reservation.Says)
	for _, line := range reservedWords(o) {
		p.Wrap("- ", line)
	}
	for _, f := range breached(o.Reservation.Report) {
		p.Wrap("x ", fmt.Sprintf("%s: %s (%v)", f.Code, f.Message, f.Provision))
	}
	for _, m := range o.Reservation.Unknown {
		p.Wrap("? ", unsettled(m))
	}
	p.Wrap("", fmt.Sprintf("A public service mutual, on what is known: %s by the policy test, %s by section 33(6).", words(o.Tests.Policy.String()), words(o.Tests.Statutory.String())))
}

const noRoutes = "nhs_health_care: Is it for health care services of the National Health Service?"

func optionWords(x *route.Option) string {
	words := strings.ToUpper(x.Title[:1]) + x.Title[1:] + ": " + x.Who + " " + x.Limits + " (" + x.By.String() + ")"
	return strings.TrimSpace(words + " " + x.Unread)
}

// reservedWords says how long and when again, where there is a reservation.
func reservedWords(o *outset) (out []string) {
	r := o.Reservation
	may := r.Outcome == law.Met || r.Outcome == law.Unknown
	if may && r.MostMonths > 0 {
		out = append(out, fmt.Sprintf("For %d months at most.", r.MostMonths))
	}
	if may && !r.Again.IsZero() {
		out = append(out, fmt.Sprintf("Awarded and entered into on %s, another like it may be reserved for the body from %s.", r.On.Long(), r.Again.Long()))
	}
	return append(out, "Assumption: the procurement begins, and the contract is awarded, on the first day; the body had none before.")
}

// breached are the conditions that are not met.
func breached(rep *law.Report) (out []law.Finding) {
	for _, f := range rep.Findings {
		if f.Outcome == law.Breached {
			out = append(out, f)
		}
	}
	return out
}

func printWayOdds(p *console.Printer, o *outset) {
	p.Heading(fmt.Sprintf("The odds to launch, and how long it takes: %d runs each, seed %d", oddsRuns, oddsSeed))
	var rows [][]string
	for _, x := range o.Odds {
		rows = append(rows, append([]string{kindOf(x)}, figures(x)...))
	}
	p.Table(oddsHeads, rows)
	p.Wrap("", oddsSay)
	for _, x := range o.Odds {
		p.Wrap("", fmt.Sprintf("%s, of 100 such: %s.", kindOf(x), fallWords(x)))
	}
	if d, ok := o.Observed.Get(); ok {
		p.Wrap("", observedWords(&d))
	}
	if len(o.Waves) > 0 {
		p.Wrap("", waveWords(o.Waves))
	}
	rows = nil
	for _, g := range o.Gates {
		rows = append(rows, []string{gateName(&g), stay(&g), decidedBy(&g)})
	}
	p.Table([]string{"Gate on the way", "usual months", "decided by"}, rows)
	p.Wrap("", usualWords(o))
	for _, n := range restsOn(o) {
		p.Wrap(fmt.Sprintf("%-16s %-8s ", n.ID, parameterValue(&n.Parameter)), basisWords(&n.Basis))
	}
	for _, a := range o.Odds[0].Assumptions {
		p.Wrap("Assumption: ", a)
	}
	for _, x := range o.Sources {
		p.Wrap(fmt.Sprintf("[%s] ", x.ID), x.Where)
	}
}

const oddsSay = "The odds are those of a spin-out of any kind: of the runs, how many came to trade within ten years, with how many did as the odds " +
	"of a supported case go from one end of their published range to the other. Months are from the day on which the staff ask; 5%, 50% and 95% of those that launched took no longer."

var oddsHeads = []string{"Case", "launches", "over the range", "in 2 years", "months: 5%", "50%", "95%"}

func kindOf(x *programme.Prospect) string {
	if x.Case.Supported.Or(false) {
		return "with support"
	}
	return "asks for support"
}

// figures are the cells under the heads but the first.
func figures(x *programme.Prospect) []string {
	share := func(n uint64) string { return fmt.Sprintf("%.0f%%", 100*float64(n)/float64(x.Runs)) }
	out := []string{share(x.Launched), "not told", "-", "-", "-", "-"}
	low, ok1 := x.AtLow.Get()
	high, ok2 := x.AtHigh.Get()
	if ok1 && ok2 {
		out[1] = share(low) + " to " + share(high)
	}
	for _, by := range x.By {
		if by.Months == 24 {
			out[2] = share(by.Runs)
		}
	}
	if took, ok := x.Took.Get(); ok {
		out[3], out[4], out[5] = fmt.Sprint(took.P5), fmt.Sprint(took.P50), fmt.Sprint(took.P95)
	}
	return out
}

func fallWords(x *programme.Prospect) string {
	parts := []string{fmt.Sprintf("%.0f trade", 100*float64(x.Launched)/float64(x.Runs))}
	for _, f := range x.Falls {
		parts = append(parts, fmt.Sprintf("%.1f fall (%s)", 100*float64(f.Cases)/float64(x.Runs), words(f.Where)))
	}
	return strings.Join(parts, ", ")
}

// words writes a name of one word in words.
func words(s string) string { return strings.ReplaceAll(s, "-", " ") }

func observedWords(d *evidence.Observed) string {
	months := fmt.Sprint(d.Months.Least)
	if d.Months.Most != d.Months.Least {
		months = fmt.Sprintf("%d to %d", d.Months.Least, d.Months.Most)
	}
	bound := ""
	if d.Bound != evidence.Exactly {
		bound = words(d.Bound.String()) + " "
	}
	return fmt.Sprintf("What this very body took: %s%s months. %s", bound, months, basisWords(&d.Basis))
}

// waveWords says what became of proposals under the Right to Request, by wave.
func waveWords(waves []evidence.RequestWave) string {
	var proposed, launched int64
	var parts, sources []string
	for _, w := range waves {
		proposed, launched = proposed+w.Proposed, launched+w.Launched
		parts = append(parts, fmt.Sprintf("%d of %d (%v)", w.Launched, w.Proposed, w.Announced))
		for _, id := range w.Sources {
			if !slices.Contains(sources, id) {
				sources = append(sources, id)
			}
		}
	}
	return fmt.Sprintf("Under the Right to Request itself %d of %d proposals came to trade, by wave %s. [%s]",
		launched, proposed, strings.Join(parts, ", "), strings.Join(sources, ", "))
}

func usualWords(o *outset) string {
	return fmt.Sprintf("In all %d to %d months, by %s. %s", o.Usual.Least, o.Usual.Most, o.Gates[0].Source, o.Gates[0].Assumption)
}

func gateName(g *lifecycle.Gate) string { return g.Of.Label() + " " + words(g.Of.String()) }

func decidedBy(g *lifecycle.Gate) string {
	if g.Advisory {
		return words(g.Decider.String()) + ", heard only"
	}
	return words(g.Decider.String())
}

func stay(g *lifecycle.Gate) string {
	m, ok := g.Months.Get()
	if !ok {
		return "not told"
	}
	out := fmt.Sprintf("%d to %d", m.Least, m.Most)
	if g.Overlaps {
		out += ", beside the last"
	}
	return out
}

// restsOn lists the parameters of all the odds, each once.
func restsOn(o *outset) []evidence.Named {
	out := o.Odds[0].Parameters
	for _, x := range o.Odds[1:] {
		if len(x.Parameters) > len(out) {
			out = x.Parameters
		}
	}
	return out
}

// basisWords says where a figure comes from.
func basisWords(b *evidence.Basis) string {
	says := b.Says
	if b.Standing == evidence.Judged {
		says = "Assumption: " + says
	}
	if len(b.Sources) > 0 {
		says += " [" + strings.Join(b.Sources, ", ") + "]"
	}
	return strings.TrimSpace(strings.TrimSpace(says) + " " + b.Doubt)
}

func parameterValue(x *evidence.Parameter) string {
	v := float64(x.Value.Num()) / float64(x.Value.Den())
	if x.Unit == evidence.Probability {
		return fmt.Sprintf("%.3g%%", 100*v)
	}
	return fmt.Sprintf("%.4g", v)
}
