package vote_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/internal/vote"
	"github.com/rochdale-go/rochdale/legalform/law"
)

type body struct {
	Votes law.Fact[governance.Tally]
	Floor bool
}

type figures struct{ Share, Floor vote.Threshold }

var act = law.Instrument{Title: "Votes Act 1999 (c. 1)", Path: "ukpga/1999/1"}

func entry(from string, t governance.Threshold, or ...governance.Threshold) law.Entry[governance.Threshold] {
	e := law.Entry[governance.Threshold]{From: law.MustDate(from), Value: t, By: act.At("s. 1", "section/1"), Checked: law.MustDate("2026-11-23")}
	if len(or) > 0 {
		e.Is, e.Question, e.Or = law.Doubtful, "Of what?", or
	}
	return e
}

func enacted() figures {
	all, cast := governance.AtLeast(3, 4, governance.AllEntitled), governance.AtLeast(3, 4, governance.VotesCast)
	return figures{
		Share: law.Since("votes.share", "of the votes",
			entry("2000-01-01", all), entry("2010-01-01", governance.AtLeast(2, 3, governance.Present)), entry("2020-01-01", cast, governance.MoreThan(1, 2, governance.VotesCast))),
		Floor: law.Since("votes.floor", "of all", entry("2000-01-01", governance.AtLeast(1, 2, governance.AllEntitled))),
	}
}

var rules = law.Table(law.Rule[body, figures]{
	Code: "votes.lost", Provision: act.At("s. 1", "section/1"), Says: "It must be carried.", Remedy: "Carry it.",
	InForce: []law.Window{law.From("1990-01-01", law.UnitedKingdom)},
	Check: func(c *law.Case[body, figures]) {
		if c.Subject.Floor {
			vote.Turnout(c, &c.Figures.Floor, c.On, &c.Subject.Votes, "votes", "Too few voted")
			return
		}
		vote.Carried(c, &c.Figures.Share, c.On, &c.Subject.Votes, "votes", "The resolution")
	},
})

func TestVotesArePutToTheThresholdOfTheDay(t *testing.T) {
	f := enacted()
	for _, tc := range []struct {
		name  string
		on    string
		tally governance.Tally
		floor bool
		want  law.Outcome
		path  string
	}{
		{"of all: carried", "2005-01-01", governance.Tally{For: 75, Entitled: 100}, false, law.Met, ""},
		{"of all: those absent count against", "2005-01-01", governance.Tally{For: 74, Entitled: 100}, false, law.Breached, "votes"},
		{"of all: nobody says how many", "2005-01-01", governance.Tally{For: 75}, false, law.Unknown, "votes.entitled"},
		{"of those present: nobody says how many", "2015-01-01", governance.Tally{For: 40, Against: 1}, false, law.Unknown, "votes.present"},
		{"of those present: abstainers count", "2015-01-01", governance.Tally{For: 40, Against: 1, Present: 61}, false, law.Breached, "votes"},
		{"in doubt, and every reading carries it", "2025-01-01", governance.Tally{For: 75, Against: 25}, false, law.Met, ""},
		{"in doubt, and no reading does", "2025-01-01", governance.Tally{For: 50, Against: 50}, false, law.Breached, "votes"},
		{"in doubt, and the readings differ", "2025-01-01", governance.Tally{For: 60, Against: 40}, false, law.Unknown, "votes"},
		{"no figure yet", "1995-01-01", governance.Tally{For: 60, Against: 40}, false, law.Unknown, "figures.votes.share"},
		{"votes that cannot be", "2005-01-01", governance.Tally{For: 60, Entitled: 40}, false, law.Unknown, "votes"},
		{"turnout: half", "2005-01-01", governance.Tally{Against: 50, Entitled: 100}, true, law.Met, ""},
		{"turnout: one fewer", "2005-01-01", governance.Tally{For: 49, Entitled: 100}, true, law.Breached, "votes"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			b := body{Votes: law.Known(tc.tally), Floor: tc.floor}
			rep := rules.Judge(&b, &f, law.MustDate(tc.on), law.England)
			got, _ := rep.Outcome("votes.lost")
			assert.Equal(t, tc.want, got, rep.Explain())
			if tc.path != "" {
				assert.Equal(t, tc.path, rep.Findings[0].Path)
			}
		})
	}
	_, sure := vote.At(&f.Share, law.MustDate("2025-01-01"))
	assert.False(t, sure, "in doubt")
	_, sure = vote.At(&f.Share, law.MustDate("1999-01-01"))
	assert.False(t, sure, "before it began")
	m, sure := vote.At(&f.Share, law.MustDate("2005-01-01"))
	assert.True(t, sure)
	assert.Equal(t, governance.AtLeast(3, 4, governance.AllEntitled), m.Share)
}
