package main

import (
	"fmt"
	"strings"

	pages "github.com/rochdale-go/rochdale/examples/internal/page"
	"github.com/rochdale-go/rochdale/mutual/programme"
	"github.com/rochdale-go/rochdale/mutual/spinout/evidence"
)

func page(s *story) pages.Page {
	p := pages.Page{
		Title: s.Outlook.Programme.Name + ": public services that became mutuals",
		Lead:  "What became of them, and what the odds were. Not legal advice.",
	}
	o := s.Outlook
	if len(s.Pathfinders) > 0 {
		p.Sections = append(p.Sections, pages.Section{Title: "What became of the pathfinders", Blocks: []pages.Block{fortunes(s), course(s)}})
	}
	monthly := pages.Section{Title: "Month by month", Blocks: []pages.Block{
		band("Mutuals that trade", "mutuals", o.Months, trading, nil),
		band("Workers in mutuals", "workers", o.Months, working, nil),
		band("Emerging and established", "mutuals, with those on their way", o.Months, emerging, nil),
		falls(o),
		pages.Prose{fmt.Sprintf("A run launches %d to %d mutuals, supports %d to %d cases, and spends £%s to £%s on support; 5%% of the runs are below each range, and 5%% above.",
			o.Launched.P5, o.Launched.P95, o.Supported.P5, o.Supported.P95, number(o.Spent.P5), number(o.Spent.P95))},
	}}
	if len(o.Chances) > 0 {
		monthly.Blocks = append(monthly.Blocks, hopes(o))
	}
	p.Sections = append(p.Sections, monthly)
	if len(s.Reached) > 0 {
		p.Sections = append(p.Sections, pages.Section{Title: "What it would have taken", Blocks: append(levers(s), reached(s), plain(s))})
	}
	if f := s.Fit; f != nil {
		p.Sections = append(p.Sections, pages.Section{Title: "What was published, each by its own definition", Blocks: []pages.Block{
			pages.Prose{fmt.Sprintf("The runs are %s of the programme from 2008, its rate of arrival fitted to the count of the definition %v alone. "+
				"What the programme was engaged with is more than the model has, and is not drawn.", number(int64(f.Runs)), f.To)},
			band("Published counts of live mutuals over the runs", "mutuals", f.Months, trading, over(f.Months, false, live()...)),
			band("Published counts of emerging and established over the runs", "mutuals, with those on their way", f.Months, emerging,
				over(f.Months, false, evidence.EmergingAndEstablished)),
			band("Published workers over the runs", "workers", f.Months, working, over(f.Months, true, live()...)),
			fitted(f),
		}})
	}
	p.Sections = append(p.Sections, pages.Section{Title: "What it rests on", Blocks: []pages.Block{
		parameters(s.Outlook), pages.Prose(s.Outlook.Assumptions), listed(s.Sources),
	}})
	return p
}

func trading(m *programme.Month) *programme.Spread  { return &m.Live }
func working(m *programme.Month) *programme.Spread  { return &m.Workers }
func emerging(m *programme.Month) *programme.Spread { return &m.EmergingAndEstablished }

func fortunes(s *story) pages.Table {
	t := pages.Table{
		Caption: "Months are from the announcement to the first day of trading",
		Columns: append(pages.TextColumns("Project"), append(pages.NumberColumns("Wave", "Staff", "Months"), pages.TextColumns("What became of it")...)...),
		Words:   map[pages.Emphasis]string{pages.Unknown: "no source tells"},
	}
	for i := range s.Pathfinders {
		f := &s.Pathfinders[i]
		row := pages.Row(name(f), f.wave(), f.staff(), f.months(), f.fate())
		if !f.Fate.Stated() {
			row[4] = pages.Marked(f.fate(), pages.Unknown)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func falls(o *programme.Outlook) pages.Bars {
	b := pages.Bars{Title: "Where cases fall", Category: "where", Value: "cases a run", Decimals: 2}
	for _, f := range o.Falls {
		if f.Where == "not supported" {
			b.Caption = fmt.Sprintf("Beside %.1f a run that never qualify for support.", float64(f.Cases)/float64(o.Runs))
			continue
		}
		b.Bars = append(b.Bars, pages.Bar{Category: whereWords(f.Where), Value: float64(f.Cases) / float64(o.Runs)})
	}
	return b
}

func reached(s *story) pages.Table {
	t := pages.Table{
		Caption: "By how much each lever must be moved for even odds",
		Columns: append(pages.TextColumns("Lever"), pages.NumberColumns("To reach", "By", "Workers, half of the runs")...),
		Words:   map[pages.Emphasis]string{pages.Breach: "cannot"},
	}
	for _, r := range s.Reached {
		row := pages.Row(r.Lever, number(r.People), times(r.Factor), number(r.Workers.P50))
		if !r.Possible {
			row[2] = pages.Marked("cannot", pages.Breach)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// plain is the arithmetic without a simulation.
func plain(s *story) pages.Table {
	t := pages.Table{
		Caption: needSays, Columns: append(pages.TextColumns("To reach"), pages.NumberColumns("Staff a year", "Launches a year", "Expressions a year", "Support, £")...),
	}
	for _, n := range s.Needed {
		t.Rows = append(t.Rows, pages.Row(number(n.People), number(n.Need.StaffPerYear), number(n.Need.LaunchesPerYear), number(n.Need.ExpressionsPerYear), number(n.Need.Cost)))
	}
	return t
}

const needSays = "By plain arithmetic, from the 25,000 of mid-2011 [S27, S88] to the end of 2014: at the mean size, converted as under the right to request (40 of 61) [S27, S29], at £47,600 a launch [S61]"

func fitted(f *programme.Fit) pages.Table {
	t := pages.Table{
		Caption: fmt.Sprintf("The rate of arrival was fitted to the definition %v alone", f.To),
		Columns: append(pages.TextColumns("When", "Definition", "What"), append(pages.NumberColumns("Published", "Runs, 5% to 95%"), pages.TextColumns("Agrees", "Source")...)...),
		Words:   map[pages.Emphasis]string{pages.Met: "agrees", pages.Breach: "does not agree"},
	}
	for _, list := range [][]programme.Residual{f.Fitted, f.Held} {
		for _, r := range list {
			mark := pages.Marked("no", pages.Breach)
			if r.Agrees {
				mark = pages.Marked("yes", pages.Met)
			}
			t.Rows = append(t.Rows, pages.Row(r.At, r.Of, r.What, r.Published, fmt.Sprintf("%s to %s", number(r.Runs.P5), number(r.Runs.P95)), mark, strings.Join(r.Sources, ", ")))
		}
	}
	return t
}

func parameters(o *programme.Outlook) pages.Table {
	t := pages.Table{Caption: "Parameters", Columns: append(pages.TextColumns("Parameter"), append(pages.NumberColumns("Value"), pages.TextColumns("Where it comes from")...)...)}
	for _, x := range o.Programme.Parameters.All() {
		row := pages.Row(x.ID, value(&x.Parameter), origin(&x.Basis))
		if x.Assumed() {
			row[1] = pages.Marked(value(&x.Parameter), pages.Assumption)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func listed(sources []evidence.Source) pages.Table {
	t := pages.Table{Caption: "Sources", Columns: pages.TextColumns("", "")}
	for _, x := range sources {
		t.Rows = append(t.Rows, pages.Row(x.ID, x.Where))
	}
	return t
}
