package main

import (
	"fmt"

	pages "github.com/rochdale-go/rochdale/examples/internal/page"
	"github.com/rochdale-go/rochdale/legalform/conversion"
)

func answerPage(r *report) pages.Page {
	p := pages.Page{
		Title: r.FromTitle + " to " + r.ToTitle, Lead: lead(r),
		Sections: []pages.Section{{Title: "Is there a way?", Blocks: []pages.Block{
			pages.Facts{{Label: "Answer", Value: verdict(r), Emphasis: mark(&r.Answer)}},
		}}},
	}
	p.Sections = append(p.Sections, routeSections(r, r.Route)...)
	if len(r.Refusals) > 0 {
		p.Sections = append(p.Sections, pages.Section{Title: "Why not in one step", Blocks: []pages.Block{findings(r.Refusals)}})
	}
	if r.Doubtful != nil {
		p.Sections = append(p.Sections, pages.Section{
			Title:  "A route that rests on a doubt",
			Blocks: []pages.Block{pages.Prose{"It is offered with its question, and is not known to be lawful: " + stops(r, r.Doubtful) + "."}},
		})
		p.Sections = append(p.Sections, routeSections(r, r.Doubtful)...)
	}
	for i := range r.Others {
		o := &r.Others[i]
		blocks := []pages.Block{pages.Prose{otherVerdict(r, o)}}
		if len(o.Refusals) > 0 {
			blocks = append(blocks, findings(o.Refusals))
		}
		p.Sections = append(p.Sections, pages.Section{Title: "A body " + o.Trait.Said(), Blocks: blocks})
	}
	if len(r.Alternatives) > 0 {
		var prose pages.Prose
		for i := range r.Alternatives {
			prose = append(prose, upper(r.Alternatives[i].Said()))
		}
		p.Sections = append(p.Sections, pages.Section{Title: "What can be done instead, which is no conversion", Blocks: []pages.Block{prose}})
	}
	return p
}

func routeSections(r *report, x *conversion.Route) (out []pages.Section) {
	if x == nil {
		return nil
	}
	for i := range x.Steps {
		s := &x.Steps[i]
		t := pages.Table{Caption: "In this order", Columns: pages.TextColumns("Stage", "What must happen", "Provision")}
		for n, st := range s.Stages {
			t.Rows = append(t.Rows, []pages.Cell{
				{Text: fmt.Sprintf("%d. %s", n+1, st.Kind)}, {Text: st.Said()}, {Text: st.By.String(), Link: st.By.Link(r.Query.On)},
			})
		}
		facts := pages.Facts{
			{Label: "How", Value: s.How.String(), Note: s.Provision.String()},
			{Label: "Open", Value: window(r, s)},
		}
		for _, c := range s.Conditions {
			facts = append(facts, pages.Fact{Label: "Condition", Value: c})
		}
		if s.Doubtful() {
			facts = append(facts, pages.Fact{Label: "In doubt", Value: s.Question, Emphasis: pages.Unknown})
		}
		out = append(out, pages.Section{Title: stepTitle(r, i, s), Blocks: []pages.Block{facts, t}})
	}
	return out
}

func findings(rs []conversion.Refusal) (out pages.Findings) {
	for i := range rs {
		r := &rs[i]
		f := pages.Finding{
			Outcome: r.Reason.String(), Emphasis: pages.Breach, Provision: r.Provision.String(), Link: r.Link, Message: upper(r.Says),
		}
		if said := r.Of.Said(); said != "" {
			f.Message = "For a body " + said + ": " + r.Says
		}
		if r.Reason == conversion.NothingFound {
			f.Emphasis = pages.Unknown
		}
		if len(r.Judges) > 0 {
			f.Code = string(r.Judges[0])
		}
		out = append(out, f)
	}
	return out
}
