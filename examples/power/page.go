package main

import (
	"fmt"

	pages "github.com/rochdale-go/rochdale/examples/internal/page"
	"github.com/rochdale-go/rochdale/governance/power"
)

func page(r *report) pages.Page {
	p := pages.Page{Title: r.Name + ": who holds what power", Lead: r.about()}
	for i := range r.Votes {
		v := &r.Votes[i]
		blocks := []pages.Block{v.facts(), v.chart("before the change", v.Before, false)}
		if v.After == nil {
			blocks[1] = v.chart("votes and power", v.Before, false)
		} else {
			blocks = append(blocks, v.chart("after the change", v.After, true))
		}
		p.Sections = append(p.Sections, pages.Section{Title: v.title(), Blocks: append(blocks, v.table(), pages.Prose(v.words()))})
	}
	if r.Quorum != nil {
		p.Sections = append(p.Sections, pages.Section{Title: "Quorum and turnout", Blocks: []pages.Block{pages.Prose(r.Quorum.words()), r.Quorum.lines()}})
	}
	p.Sections = append(p.Sections, pages.Section{Title: "What the figures are", Blocks: []pages.Block{pages.Prose(r.notes())}})
	return p
}

func (v *vote) facts() pages.Facts {
	act := func(label string, s *power.Standing) pages.Fact {
		return pages.Fact{
			Label: label, Value: fmt.Sprintf("%s of %s", count(s.Game.Quota), count(s.Total)),
			Note: percent(s.Act, s.Banzhaf) + " of all ways to vote carry",
		}
	}
	if v.After == nil {
		return pages.Facts{act("Votes needed", v.Before)}
	}
	return pages.Facts{act("Votes needed before", v.Before), act("Votes needed after", v.After)}
}

// maxBars is how many voters a chart shows.
const maxBars = 12

// chart sets votes beside power. Voters alike stand together, as what they have in all.
func (v *vote) chart(title string, s *power.Standing, after bool) pages.Bars {
	b := pages.Bars{
		Title: fmt.Sprintf("%s: %s", capital(v.Kind), title), Category: "Who", Value: "per cent of all", Decimals: 1,
		Caption: "Those alike stand together, with what they have in all.",
	}
	shown := 0
	all := v.rows()
	for i := range all {
		x := &all[i]
		voter := x.before
		if after {
			voter = x.after
		}
		if voter == nil || shown == maxBars {
			continue
		}
		shown++
		bar := func(group string, part float64) {
			b.Bars = append(b.Bars, pages.Bar{Category: x.together(), Group: group, Value: 100 * part * float64(x.count)})
		}
		bar("votes", float64(voter.Share.Num())/float64(voter.Share.Den()))
		if s.Banzhaf != power.NotFound {
			bar("Banzhaf", voter.Banzhaf.Value)
		}
		if s.Shapley != power.NotFound {
			bar("Shapley", voter.Shapley.Value)
		}
	}
	return b
}

func (v *vote) table() pages.Table {
	heads := v.headers()
	t := pages.Table{Caption: "Votes and power of each", Columns: append(pages.TextColumns("Who"), pages.NumberColumns(heads[1:]...)...)}
	for _, cells := range v.cells() {
		row := make([]pages.Cell, len(cells))
		for i, c := range cells {
			row[i] = pages.Cell{Text: c}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (q *quorum) lines() pages.Lines {
	l := pages.Lines{
		Title: "The chance of a quorum", X: "chance of coming, per cent", Y: "chance of a quorum, per cent", Decimals: 1,
		Caption: "Where every member is as likely to come: each deciding alone, and moving together as far as the case says.",
		Series:  []pages.Series{{Name: "each alone"}, {Name: "moving together"}},
	}
	for _, x := range q.curve {
		for i, y := range []float64{x.alone, x.together} {
			l.Series[i].Points = append(l.Series[i].Points, pages.Point{X: 100 * x.coming, Y: 100 * y})
		}
	}
	return l
}
