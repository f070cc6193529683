package main

import (
	"fmt"

	pages "github.com/rochdale-go/rochdale/examples/internal/page"
	"github.com/rochdale-go/rochdale/governance"
)

func page(m *files, out *governance.Minute) pages.Page {
	c, _ := m.document.At(out.On)
	quorum := pages.Facts{{Label: "Notice", Value: fmt.Sprintf("%d clear days", out.Notice.ClearDays), Note: noticeWords(m, out, c), Emphasis: mark(out.Notice.Good)}}
	for _, q := range out.Quorum {
		quorum = append(quorum, pages.Fact{Label: "Quorum of " + q.Name, Value: fmt.Sprintf("%d of %d needed", q.Present, q.Needed), Note: c.Quorum.By.String(), Emphasis: mark(q.Met)})
	}
	p := pages.Page{
		Title:    m.name,
		Lead:     fmt.Sprintf("Minute of the meeting of %s. Not legal advice.", out.On.Long()),
		Sections: []pages.Section{{Title: "Notice and quorum", Blocks: []pages.Block{quorum}}},
	}
	for i := range out.Decisions {
		p.Sections = append(p.Sections, section(out, &out.Decisions[i]))
	}
	return p
}

func section(out *governance.Minute, d *governance.Resolved) pages.Section {
	bars := pages.Bars{Title: "Votes cast on " + d.Name, Category: "Class", Value: "votes", Stacked: true}
	counted := d.Count.ByClass
	if d.OnHands {
		counted = []governance.ClassCount{{Class: "hands", Votes: d.Count.Votes}}
	}
	for _, c := range counted {
		for _, part := range []struct {
			name string
			n    int64
		}{{"for", c.Votes.For}, {"against", c.Votes.Against}, {"abstained", c.Votes.Abstained}} {
			bars.Bars = append(bars.Bars, pages.Bar{Category: c.Class, Group: part.name, Value: float64(part.n)})
		}
	}
	outcome := pages.Facts{{Label: d.Kind + " resolution", Value: verdict(out, d), Note: d.By.String(), Emphasis: mark(d.Carried)}}
	for _, t := range d.Decision.Tests {
		outcome = append(outcome, pages.Fact{Label: t.Threshold.String(), Value: passed(t.Passed), Note: t.String(), Emphasis: mark(t.Passed)})
	}
	return pages.Section{Title: d.Name, Blocks: []pages.Block{outcome, bars}}
}

func passed(good bool) string {
	if good {
		return "passed"
	}
	return "failed"
}

func mark(good bool) pages.Emphasis {
	if good {
		return pages.Met
	}
	return pages.Breach
}
