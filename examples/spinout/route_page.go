package main

import (
	"fmt"

	pages "github.com/rochdale-go/rochdale/examples/internal/page"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout"
)

// withWay adds the way out to a page, before what the case rests on.
func withWay(p pages.Page, o *outset) pages.Page {
	if o == nil {
		return p
	}
	last := len(p.Sections) - 1
	sections := append([]pages.Section{}, p.Sections[:last]...)
	sections = append(sections,
		pages.Section{Title: "The way out: which right", Blocks: []pages.Block{wayRights(o)}},
		pages.Section{Title: "The way out: which contract", Blocks: wayRoutes(o)},
		pages.Section{Title: "The way out: what odds", Blocks: wayOdds(o)},
		pages.Section{Title: "What the way out rests on", Blocks: wayBasis(o)},
	)
	sections = append(sections, p.Sections[last])
	p.Sections = sections
	return p
}

func wayRights(o *outset) pages.Block {
	t := pages.Table{
		Caption: "Whether the staff have it", Columns: pages.TextColumns("Right", "On "+o.Begun.Long(), "On "+o.On.Long(), "What a yes leads to", "Not known"),
		Words: map[pages.Emphasis]string{pages.Met: "has the right", pages.Breach: "has it not", pages.Unknown: "not known"},
	}
	for i := range o.Rights.Rights {
		e, later := &o.Rights.Rights[i], &o.Later.Rights[i]
		row := pages.Row(e.Right.Title(), has(e), has(later), e.PrizeSays, "")
		if e.Outcome != law.NotInForce { // a link is to the text of a day when there was one
			row[0].Link = e.By.Link(o.Begun)
		} else if later.Outcome != law.NotInForce {
			row[0].Link = later.By.Link(o.On)
		}
		row[1], row[2] = pages.Marked(has(e), marked(e.Outcome)), pages.Marked(has(later), marked(later.Outcome))
		for _, f := range breached(e.Report) {
			row[1].Text += ": " + f.Message
		}
		if mayHave(e) {
			for j, m := range e.Unknown {
				if j > 0 {
					row[4].Text += " "
				}
				row[4].Text += unsettled(m)
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func marked(o law.Outcome) pages.Emphasis {
	switch o {
	case law.Met:
		return pages.Met
	case law.Breached, law.NotInForce:
		return pages.Breach
	case law.Unknown:
		return pages.Unknown
	case law.NotApplicable:
	}
	return pages.Plain
}

func wayRoutes(o *outset) []pages.Block {
	var out []pages.Block
	t := pages.Table{Caption: "Ways to a contract whose procurement begins on " + o.On.Long(), Columns: pages.TextColumns("Way", "Who, and within what limits", "By")}
	for _, x := range o.Routes {
		if x.Open {
			row := pages.Row(x.Title, x.Who+" "+x.Limits+" "+x.Unread, x.By)
			row[2].Link = x.Link
			t.Rows = append(t.Rows, row)
		}
	}
	if len(t.Rows) > 0 {
		out = append(out, t)
	} else {
		out = append(out, pages.Prose{"Not known. " + noRoutes})
	}
	out = append(out, append(pages.Prose{"May it be reserved for mutuals? " + o.Reservation.Says}, reservedWords(o)...))
	var list pages.Findings
	for _, f := range o.Reservation.Report.Findings {
		mark, remedy := pages.Unknown, ""
		if f.Outcome == law.Breached {
			mark, remedy = pages.Breach, f.Remedy
		}
		list = append(list, pages.Finding{
			Outcome: f.Outcome.String(), Emphasis: mark, Code: string(f.Code), Provision: f.Provision.String(), Link: f.Link(), Message: f.Message, Remedy: remedy,
		})
	}
	if len(list) > 0 {
		out = append(out, list)
	}
	limbs := pages.Table{Caption: "Is it a public service mutual, on what is known?", Columns: pages.TextColumns("Limb", "Policy test", "Section 33(6)")}
	for _, l := range o.Tests.Limbs {
		limbs.Rows = append(limbs.Rows, []pages.Cell{{Text: words(l.Aspect.String())}, limb(l.Policy), limb(l.Statutory)})
	}
	limbs.Rows = append(limbs.Rows, []pages.Cell{{Text: "in all"}, limb(o.Tests.Policy), limb(o.Tests.Statutory)})
	return append(out, limbs)
}

func limb(o law.Outcome) pages.Cell {
	if o == law.NotInForce {
		return pages.Cell{Text: words(o.String())}
	}
	return pages.Marked(o, marked(o))
}

func wayOdds(o *outset) []pages.Block {
	t := pages.Table{Caption: "The odds to launch", Columns: append(pages.TextColumns(oddsHeads[0]), pages.NumberColumns(oddsHeads[1:]...)...)}
	by := pages.Lines{
		Title: "How likely it trades by then", X: "Months since the staff asked", Y: "of 100 such cases", Decimals: 1, Caption: oddsSay,
	}
	falls := pages.Bars{Title: "Where it falls", Category: "Where", Value: "of 100 such cases", Decimals: 1}
	for _, x := range o.Odds {
		t.Rows = append(t.Rows, pages.Row(kindOf(x)))
		for _, cell := range figures(x) {
			t.Rows[len(t.Rows)-1] = append(t.Rows[len(t.Rows)-1], pages.Cell{Text: cell})
		}
		s := pages.Series{Name: kindOf(x), Points: []pages.Point{{X: 0, Y: 0}}}
		share := func(n uint64) float64 { return 100 * float64(n) / float64(x.Runs) }
		for _, b := range x.By {
			s.Points = append(s.Points, pages.Point{X: float64(b.Months), Y: share(b.Runs)})
		}
		by.Series = append(by.Series, s)
		for _, f := range x.Falls {
			bar := pages.Bar{Category: words(f.Where), Value: share(f.Cases)}
			if len(o.Odds) > 1 {
				bar.Group = kindOf(x)
			}
			falls.Bars = append(falls.Bars, bar)
		}
	}
	out := []pages.Block{t, by}
	if len(falls.Bars) > 0 {
		out = append(out, falls)
	}
	if d, ok := o.Observed.Get(); ok {
		out = append(out, pages.Prose{observedWords(&d)})
	}
	if len(o.Waves) > 0 {
		out = append(out, pages.Prose{waveWords(o.Waves)})
	}
	gates := pages.Table{Caption: usualWords(o), Columns: append(pages.TextColumns("Gate on the way", "What must be so", "Decided by"), pages.NumberColumns("Usual months")...)}
	for _, g := range o.Gates {
		gates.Rows = append(gates.Rows, pages.Row(gateName(&g), g.Says, decidedBy(&g), stay(&g)))
	}
	return append(out, gates)
}

func wayBasis(o *outset) []pages.Block {
	fact := func(in spinout.Origin) pages.Fact {
		f := pages.Fact{Label: in.Path, Value: in.Value, Note: origin(in)}
		if in.Source == "" {
			f.Emphasis = pages.Assumption
		}
		return f
	}
	out := pages.Facts{{Label: "The staff ask", Value: o.Begun.Long(), Note: o.BegunWhy}}
	for _, b := range o.Basis {
		out = append(out, fact(b))
	}
	for _, n := range restsOn(o) {
		f := pages.Fact{Label: n.ID, Value: parameterValue(&n.Parameter), Note: basisWords(&n.Basis)}
		if n.Assumed() {
			f.Emphasis = pages.Assumption
		}
		out = append(out, f)
	}
	notes := pages.Prose{fmt.Sprintf("The odds are of %d runs with the seed %d.", oddsRuns, oddsSeed)}
	for _, a := range o.Odds[0].Assumptions {
		notes = append(notes, "Assumption: "+a)
	}
	for _, s := range o.Sources {
		notes = append(notes, "["+s.ID+"] "+s.Where)
	}
	return []pages.Block{out, notes}
}
