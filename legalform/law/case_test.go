package law_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A hall, to try one rule at a time on.
type hall struct {
	Seats law.Fact[int]
	Exits law.Fact[int]
	Open  law.Fact[law.Date]
}

type hallFigures struct{ Most law.History[int] }

type hallCase = law.Case[hall, hallFigures]

// halls has a figure of 100 until 2010, then 100 or 50 nobody knows, then none from 2020.
var halls = hallFigures{Most: law.Since("hall.most", "seats",
	law.Entry[int]{From: day("2000-01-01"), Value: 100, By: act.At("s. 1", ""), Checked: day("2026-11-23")},
	law.Entry[int]{From: day("2010-01-01"), Value: 100, Or: []int{50}, Is: law.Doubtful, Question: "100 or 50?", By: act.At("s. 1", ""), Checked: day("2026-11-23")},
	law.Entry[int]{From: day("2020-01-01"), Is: law.Ended, By: act.At("s. 1", ""), Checked: day("2026-11-23")},
)}

func tryHall(h hall, on string, rule law.Rule[hall, hallFigures]) (law.Outcome, *law.Report) {
	rule.Code, rule.Provision, rule.Says, rule.Remedy = "hall.rule", act.At("s. 1", "section/1"), "It shall be so.", "Make it so."
	if rule.InForce == nil {
		rule.InForce = []law.Window{law.From("2000-01-01", law.UnitedKingdom)}
	}
	rep := law.NewRules(rule).Judge(&h, &halls, day(on), law.Wales)
	o, _ := rep.Outcome("hall.rule")
	return o, rep
}

func seatsWithin(c *hallCase) {
	n, ok1 := law.Need(c, &c.Subject.Seats, "seats")
	most, ok2 := law.Read(c, &c.Figures.Most, c.On)
	if ok1 && ok2 && n > most {
		c.Breach("seats", "There are %d seats, more than %d.", n, most)
	}
}

func TestAFigureWithoutAValueMakesTheRuleUnknownAndIsNamed(t *testing.T) {
	o, rep := tryHall(hall{Seats: law.Known(1)}, "2021-05-06", law.Rule[hall, hallFigures]{Check: seatsWithin})
	assert.Equal(t, law.Unknown, o)
	require.Len(t, rep.Findings, 1)
	assert.Equal(t, "figures.hall.most", rep.Findings[0].Path)
	assert.Equal(t, "Not stated: figures.hall.most. What was the figure on 6 May 2021? The history holds none.", rep.Findings[0].Message)
}

func TestADoubtIsUnknownWhateverItsReadingsGiveAndSaysWhatTheyGive(t *testing.T) {
	for _, c := range []struct {
		name                string
		seats               int
		provisional, second law.Outcome
		message             string
	}{
		{"below both readings", 50, law.Met, law.Met, "The law is doubtful here. Every reading given comes to the same: met."},
		{"between them", 51, law.Met, law.Breached, "The law is doubtful here."},
		{"above both", 101, law.Breached, law.Breached, "There are 101 seats, more than 100. Every reading given comes to the same: breached."},
	} {
		t.Run(c.name, func(t *testing.T) {
			o, rep := tryHall(hall{Seats: law.Known(c.seats)}, "2010-01-01", law.Rule[hall, hallFigures]{Check: seatsWithin})
			assert.Equal(t, law.Unknown, o)
			require.Len(t, rep.Findings, 1)
			f := rep.Findings[0]
			assert.Equal(t, law.Unknown, f.Outcome)
			assert.Equal(t, c.message, f.Message)
			assert.Equal(t, &law.Doubt{Question: "100 or 50?", Readings: []law.Reading{{Says: "100", Outcome: c.provisional}, {Says: "50", Outcome: c.second}}}, f.Doubt)
			assert.Len(t, f.Facts, 1, "a fact read once for each reading is noted once")
			assert.NoError(t, rep.ErrAt(law.Statute, law.Guidance, law.OwnRules, law.Practice))
		})
	}
}

func TestAFactThatOnlyAnotherReadingNeedsLeavesThatReadingUnknown(t *testing.T) {
	o, rep := tryHall(hall{}, "2005-01-01", law.Rule[hall, hallFigures]{Check: func(c *hallCase) {
		if c.Doubt("Do exits count?", "They do not", "They do") == 1 {
			law.Need(c, &c.Subject.Exits, "exits")
		}
	}})
	assert.Equal(t, law.Unknown, o)
	require.Len(t, rep.Findings, 1)
	assert.Equal(t, []law.Reading{{Says: "They do not", Outcome: law.Met}, {Says: "They do", Outcome: law.Unknown}}, rep.Findings[0].Doubt.Readings)
	assert.Equal(t, "Do exits count? Provisionally: They do not (met). Otherwise: They do (unknown).", rep.Findings[0].Doubt.String())
}

func TestADoubtWhetherARuleAppliesIsNotADecisionThatItDoesNot(t *testing.T) {
	large := law.Rule[hall, hallFigures]{
		Applies: func(c *hallCase) bool {
			most, ok := law.Read(c, &c.Figures.Most, c.On)
			return ok && c.Subject.Seats.Or(0) > most
		},
		Check: func(c *hallCase) {
			if n, ok := law.Need(c, &c.Subject.Exits, "exits"); ok && n < 2 {
				c.Breach("exits", "There are %d exits.", n)
			}
		},
	}
	for _, c := range []struct {
		name        string
		on          string
		seats       int
		want        law.Outcome
		first, then law.Outcome
	}{
		{"where there is no doubt it does not apply", "2009-12-31", 70, law.NotApplicable, 0, 0},
		{"where one reading applies it the outcome is unknown", "2010-01-01", 70, law.Unknown, law.NotApplicable, law.Breached},
		{"where neither does it is unknown and says so", "2010-01-01", 7, law.Unknown, law.NotApplicable, law.NotApplicable},
		{"where both do", "2010-01-01", 700, law.Unknown, law.Breached, law.Breached},
	} {
		t.Run(c.name, func(t *testing.T) {
			o, rep := tryHall(hall{Seats: law.Known(c.seats), Exits: law.Known(1)}, c.on, large)
			assert.Equal(t, c.want, o)
			if c.want == law.NotApplicable {
				assert.Empty(t, rep.Findings)
				return
			}
			require.Len(t, rep.Findings, 1)
			assert.Equal(t, []law.Reading{{Says: "100", Outcome: c.first}, {Says: "50", Outcome: c.then}}, rep.Findings[0].Doubt.Readings)
		})
	}
}

func TestAMissingFactIsNoValueToJudge(t *testing.T) {
	o, rep := tryHall(hall{}, "2005-01-01", law.Rule[hall, hallFigures]{Check: func(c *hallCase) {
		if n, ok := law.Need(c, &c.Subject.Exits, "exits"); ok || n != 0 {
			c.Breach("exits", "There are %d exits.", n)
		}
		var unasked law.Fact[bool]
		if yes, ok := law.Ask(c, &unasked, "safe", "Is it safe?"); ok || yes {
			c.Breach("safe", "Nobody said so.")
		}
		if most, ok := law.Read(c, &c.Figures.Most, day("1999-12-31")); ok || most != 0 {
			c.Breach("", "There was no figure.")
		}
	}})
	assert.Equal(t, law.Unknown, o)
	require.Len(t, rep.Findings, 1)
	assert.Len(t, rep.Findings[0].Missing, 3)
}

func TestAMissingFactIsAskedForBeforeADoubtIsExplained(t *testing.T) {
	o, rep := tryHall(hall{}, "2010-01-01", law.Rule[hall, hallFigures]{Check: seatsWithin})
	assert.Equal(t, law.Unknown, o)
	require.Len(t, rep.Findings, 1)
	assert.Equal(t, "seats", rep.Findings[0].Path)
	assert.Nil(t, rep.Findings[0].Doubt)
}

func TestADoubtWithoutReadingsIsUnknownToo(t *testing.T) {
	o, rep := tryHall(hall{}, "2005-01-01", law.Rule[hall, hallFigures]{Check: func(c *hallCase) { c.Doubt("Is it law?") }})
	assert.Equal(t, law.Unknown, o)
	require.Len(t, rep.Findings, 1)
	assert.Equal(t, "The law is doubtful here.", rep.Findings[0].Message)
	assert.Equal(t, "Is it law?", rep.Findings[0].Doubt.String())
}

func TestASecondDoubtFollowsItsFirstReading(t *testing.T) {
	var second []int
	_, rep := tryHall(hall{}, "2005-01-01", law.Rule[hall, hallFigures]{Check: func(c *hallCase) {
		c.Doubt("First?", "a", "b")
		second = append(second, c.Doubt("Second?", "c", "d", "e"))
	}})
	assert.Equal(t, []int{0, 0}, second)
	require.Len(t, rep.Findings, 1)
	assert.Equal(t, "First?", rep.Findings[0].Doubt.Question)
	assert.Len(t, rep.Findings[0].Doubt.Readings, 2)
}

func TestEveryBreachIsReportedAndUnknownsBesideIt(t *testing.T) {
	o, rep := tryHall(hall{Seats: law.Known(3)}, "2005-01-01", law.Rule[hall, hallFigures]{Check: func(c *hallCase) {
		law.Need(c, &c.Subject.Seats, "seats")
		c.Breach(law.Path("rows", 0, "width"), "Row %d is narrow.", 0)
		law.Need(c, &c.Subject.Exits, "exits")
		c.Unknown("doors", "Do the doors open outwards?")
		c.Breach(law.Path("rows", 7, ""), "Row %d is missing.", 7)
	}})
	assert.Equal(t, law.Breached, o, "what is missing cannot undo a breach")
	require.Len(t, rep.Findings, 3)
	facts := []law.Noted{{Path: "seats", Value: "3"}}
	for i, want := range []law.Finding{
		{Outcome: law.Breached, Path: "rows[0].width", Message: "Row 0 is narrow."},
		{Outcome: law.Breached, Path: "rows[7]", Message: "Row 7 is missing."},
		{
			Outcome: law.Unknown, Path: "exits", Message: "Not stated: exits, doors. Do the doors open outwards?",
			Missing: []law.Missing{{Path: "exits"}, {Path: "doors", Question: "Do the doors open outwards?"}},
		},
	} {
		want.Code, want.On, want.Provision, want.Remedy, want.Facts = "hall.rule", day("2005-01-01"), act.At("s. 1", "section/1"), "Make it so.", facts
		assert.Equal(t, want, rep.Findings[i])
	}
}

func TestTheDateOfTheEventGoverns(t *testing.T) {
	rule := law.Rule[hall, hallFigures]{
		InForce: []law.Window{law.From("2000-01-01", law.UnitedKingdom).Until("2004-12-31")},
		Event:   law.Event[hall]{Path: "open", Of: func(h *hall) law.Fact[law.Date] { return h.Open }},
		Check:   func(c *hallCase) { c.Breach("", "On %v as at %v.", c.On, c.AsAt) },
	}
	for _, c := range []struct {
		name string
		open law.Fact[law.Date]
		want law.Outcome
	}{
		{"in force when it opened", law.Known(day("2004-12-31")), law.Breached},
		{"no longer in force when it opened", law.Known(day("2005-01-01")), law.NotInForce},
		{"nobody says when it opened", law.Fact[law.Date]{}, law.Unknown},
		{"a date that is stated and is none", law.Known(law.Date{}), law.Unknown},
	} {
		t.Run(c.name, func(t *testing.T) {
			o, rep := tryHall(hall{Open: c.open}, "2020-01-01", rule)
			assert.Equal(t, c.want, o)
			switch c.want {
			case law.Breached:
				assert.Equal(t, "On 2004-12-31 as at 2020-01-01.", rep.Findings[0].Message)
			case law.Unknown:
				assert.Equal(t, "open", rep.Findings[0].Path)
			default:
				assert.Empty(t, rep.Findings)
			}
		})
	}
}

func TestConditionsThatCannotBeDecidedAreUnknownAndTheCheckIsNotRun(t *testing.T) {
	o, rep := tryHall(hall{}, "2005-01-01", law.Rule[hall, hallFigures]{
		Applies: func(c *hallCase) bool { n, ok := law.Need(c, &c.Subject.Seats, "seats"); return ok && n > 10 },
		Check:   func(c *hallCase) { c.Breach("", "It ran.") },
	})
	assert.Equal(t, law.Unknown, o)
	require.Len(t, rep.Findings, 1)
	assert.Equal(t, []law.Missing{{Path: "seats"}}, rep.Findings[0].Missing)
}

func TestMoreFactsThanAFindingHoldsAreLeftOut(t *testing.T) {
	_, rep := tryHall(hall{Seats: law.Known(3)}, "2005-01-01", law.Rule[hall, hallFigures]{Check: func(c *hallCase) {
		for i := range 20 {
			law.Need(c, &c.Subject.Seats, law.Path("rows", i, "seats"))
		}
		c.Breach("", "So.")
	}})
	require.Len(t, rep.Findings, 1)
	require.Len(t, rep.Findings[0].Facts, 12)
	assert.Equal(t, "rows[11].seats", rep.Findings[0].Facts[11].Path)
}

func TestWindowsMayFollowEachOtherInAnyOrderAndNotOverlap(t *testing.T) {
	early, late := law.From("2000-01-01", law.Wales).Until("2004-12-31"), law.From("2005-01-01", law.Wales).Until("2009-12-31")
	open := law.From("2010-01-01", law.Wales)
	for _, c := range []struct {
		name    string
		windows []law.Window
		overlap bool
	}{
		{"one after the other", []law.Window{early, late, open}, false},
		{"the later first", []law.Window{open, late, early}, false},
		{"a day in both", []law.Window{early, law.From("2004-12-31", law.Wales)}, true},
		{"a day in both, the later first", []law.Window{law.From("2004-12-31", law.Wales), early}, true},
		{"one within the other", []law.Window{open, law.From("2012-01-01", law.Wales).Until("2012-12-31")}, true},
		{"one within the other, in another place", []law.Window{open, law.From("2012-01-01", law.Scotland).Until("2012-12-31")}, false},
		{"two that have not ended", []law.Window{open, law.From("2012-01-01", law.EnglandAndWales)}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := law.NewRules(law.Rule[hall, hallFigures]{
				Code: "x", Provision: act.At("s. 1", ""), Says: "X.", Remedy: "Y.", Check: seatsWithin, InForce: c.windows,
			}).Complaints()
			if c.overlap {
				assert.ErrorContains(t, err, "windows overlap in one place")
			} else {
				assert.NoError(t, err)
			}
		})
	}
}

func TestARemedyEndsInAFullStopAndARuleWithoutWindowsHasNotEnded(t *testing.T) {
	row := law.Rule[hall, hallFigures]{Code: "x", Provision: act.At("s. 1", ""), Says: "X.", Remedy: "Do it", Check: seatsWithin}
	assert.EqualError(t, law.NewRules(row).Complaints(), "rule 0 (\"x\"): no remedy that ends in a full stop\nrule 0 (\"x\"): no window")
}

func TestRulesListedCannotBeChangedThroughTheList(t *testing.T) {
	rules := clubRules()
	for m := range rules.All() {
		m.InForce[0].In = 0
	}
	assert.NoError(t, rules.Complaints())
	for m := range rules.All() {
		assert.NotZero(t, m.InForce[0].In)
	}
}

func BenchmarkJudge(b *testing.B) {
	for name, gift := range map[string]int64{"met": 100, "breached": 500} {
		c, rules, on := lawfulClub(), clubRules(), day("2020-01-01")
		c.Gift = law.Known(law.Pounds(gift))
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				rules.Judge(&c, &enactedClub, on, law.England)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(rules.Len()), "ns/rule")
		})
	}
}
