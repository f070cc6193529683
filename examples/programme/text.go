package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/rochdale-go/rochdale/examples/internal/console"
)

func printText(w io.Writer, s *story) error {
	p := console.New(w)
	if len(s.Pathfinders) > 0 {
		printFortunes(p, s)
	}
	printOutlook(p, s)
	if len(s.Reached) > 0 {
		printReached(p, s)
	}
	if s.Fit != nil {
		printFit(p, s)
	}
	printBasis(p, s)
	return p.Err()
}

func printFortunes(p *console.Printer, s *story) {
	p.Heading("What became of the pathfinders")
	r, _ := s.Roster.Get()
	p.Wrap("", fmt.Sprintf("%d were announced, %d and then %d. Sources name %d of them for sure and %d perhaps; %d to %d nobody here can name.",
		r.Total, r.FirstWave, r.SecondWave, r.Sure, r.Perhaps, r.UnidentifiedLeast, r.UnidentifiedMost))
	var rows [][]string
	for i := range s.Pathfinders {
		f := &s.Pathfinders[i]
		rows = append(rows, []string{name(f), f.wave(), f.months(), f.fate()})
	}
	p.Table([]string{"Project", "Wave", "Months", "What became of it"}, rows)
	p.Wrap("", "Months are from the announcement to the first day of trading. A name with a question mark may not have been one of the 21.")
	p.Heading("How it went")
	for i := range s.Pathfinders {
		f := &s.Pathfinders[i]
		if len(f.Timeline) == 0 {
			continue
		}
		p.Wrap("", name(f))
		for _, e := range f.Timeline {
			p.Wrap(fmt.Sprintf("  %-18s ", e.When), eventWords(&e))
		}
	}
}

func name(f *fortune) string {
	if f.Sure {
		return f.Name
	}
	return f.Name + " (?)"
}

func eventWords(e *event) string {
	words := []string{e.Says}
	if e.Doubt != "" {
		words = append(words, e.Doubt)
	}
	if len(e.Sources) > 0 {
		words = append(words, "["+strings.Join(e.Sources, ", ")+"]")
	}
	return strings.Join(words, " ")
}

func printOutlook(p *console.Printer, s *story) {
	o := s.Outlook
	seed, _ := o.Programme.Seed.Get()
	p.Heading(fmt.Sprintf("%s: %s runs, seed %d", o.Programme.Name, number(int64(o.Runs)), seed))
	var rows [][]string
	for i := range o.Months {
		m := &o.Months[i]
		if (i+1)%12 != 0 && i != len(o.Months)-1 {
			continue
		}
		rows = append(rows, []string{
			m.Day.String(), number(m.Live.P5), number(m.Live.P50), number(m.Live.P95),
			number(m.Workers.P5), number(m.Workers.P50), number(m.Workers.P95),
		})
	}
	p.Table([]string{"Month's end", "live: 5%", "50%", "95%", "workers: 5%", "50%", "95%"}, rows)
	p.Wrap("", fmt.Sprintf("A run launches %d to %d mutuals, and spends £%s to £%s on support. 5%%, 50%% and 95%% of the runs are at or below the number.",
		o.Launched.P5, o.Launched.P95, number(o.Spent.P5), number(o.Spent.P95)))
	for _, c := range o.Chances {
		p.Wrap("", fmt.Sprintf("%s workers by the end of %s: in %d of %d runs.", number(c.People), o.Months[c.Month].Day.Long(), c.Hits, c.Runs))
	}
	rows = nil
	for _, f := range o.Falls {
		rows = append(rows, []string{whereWords(f.Where), fmt.Sprintf("%.2f", float64(f.Cases)/float64(o.Runs))})
	}
	p.Table([]string{"Where cases fall", "cases a run"}, rows)
}

func printReached(p *console.Printer, s *story) {
	p.Heading("What it would have taken")
	for _, n := range s.Needed {
		p.Wrap("", fmt.Sprintf(
			"By plain arithmetic, from 25,000 in mid-2011 to %s at the end of 2014: %s staff a year, %s launches a year of the mean size, %s expressions of interest a year converted as under the right to request (40 of 61), £%s of support at £47,600 a launch.",
			number(n.People), number(n.Need.StaffPerYear), number(n.Need.LaunchesPerYear), number(n.Need.ExpressionsPerYear), number(n.Need.Cost)))
	}
	var rows [][]string
	var runs uint64
	for _, r := range s.Reached {
		runs = r.Runs
		row := []string{fmt.Sprintf("%s: %v", number(r.People), r.Lever), "cannot", "-", number(r.Workers.P50), beyond(r.Beyond)}
		if r.Possible {
			row[1], row[2] = "can", times(r.Factor)
		}
		rows = append(rows, row)
	}
	p.Table([]string{"To reach, by moving", "even odds", "by", "workers, 50%", "beyond its range"}, rows)
	p.Wrap("", fmt.Sprintf("Each lever alone, up to 1,024 times its start, and all together by one factor; %d runs each. Of a lever that cannot, the workers are those at the most that was tried. Where more cases come than the fund can support, more still change nothing.", runs))
}

func beyond(ids []string) string {
	if len(ids) == 0 {
		return "-"
	}
	return strings.Join(ids, ", ")
}

func printFit(p *console.Printer, s *story) {
	f := s.Fit
	rate := float64(f.Expressions.Num()) / float64(f.Expressions.Den())
	p.Heading("How the model does on what was published")
	p.Wrap("", fmt.Sprintf("Fitted to the count of the definition %v alone: %.1f expressions of interest a year from 2008 on, %d runs. Counts of different definitions are not one series.", f.To, rate, f.Runs))
	var rows [][]string
	add := func(title string, i int) {
		list := f.Fitted
		if title != "fitted" {
			list = f.Held
		}
		r := &list[i]
		agrees := "no"
		if r.Agrees {
			agrees = "yes"
		}
		rows = append(rows, []string{
			fmt.Sprintf("%s %v, %s", r.At, r.Of, r.What), title, r.Published.String(), fmt.Sprintf("%s to %s", number(r.Runs.P5), number(r.Runs.P95)), agrees,
			strings.Join(r.Sources, ", "),
		})
	}
	for i := range f.Fitted {
		add("fitted", i)
	}
	for i := range f.Held {
		add("held out", i)
	}
	p.Table([]string{"Count", "", "published", "runs", "agrees", "source"}, rows)
}

func printBasis(p *console.Printer, s *story) {
	p.Heading("What it rests on")
	for _, x := range s.Outlook.Programme.Parameters.All() {
		p.Wrap(fmt.Sprintf("%-16s %-12s ", x.ID, value(&x.Parameter)), origin(&x.Basis))
	}
	for _, a := range s.Outlook.Assumptions {
		p.Wrap("Assumption: ", a)
	}
	for _, x := range s.Sources {
		p.Wrap(fmt.Sprintf("[%s] ", x.ID), x.Where)
	}
}
