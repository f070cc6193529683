package law_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A town has a hall, which may have a stage: rules lifted twice.
type town struct{ Hall *hallWithStage }

type hallWithStage struct {
	hall
	Stage *inner
}

func townRules(t *testing.T) *law.Rules[town, struct{}] {
	row := func(code law.Code) law.Rule[inner, struct{}] {
		return law.Rule[inner, struct{}]{
			Code: code, Provision: act.At("s. 1", ""), Says: "X.", Remedy: "Y.", InForce: []law.Window{law.From("2000-01-01", law.UnitedKingdom)},
			Check: func(c *law.Case[inner, struct{}]) { law.Need(c, &c.Subject.Members, "members") },
		}
	}
	seats := law.Rule[hallWithStage, struct{}]{
		Code: "hall.seats", Provision: act.At("s. 1", ""), Says: "X.", Remedy: "Y.", InForce: []law.Window{law.From("2000-01-01", law.UnitedKingdom)},
		Check: func(c *law.Case[hallWithStage, struct{}]) { law.Need(c, &c.Subject.Seats, "seats") },
	}
	none := func(*struct{}) *struct{} { return &struct{}{} }
	stage := law.Table(row("stage.first")).With(law.Table(row("stage.second")))
	halls := law.Lift(law.Table(seats), stage, "stage.", func(h *hallWithStage) *inner { return h.Stage }, none)
	towns := law.Lift(law.NewRules[town, struct{}](), halls, "hall.", func(t *town) *hallWithStage { return t.Hall }, none)
	require.NoError(t, towns.Complaints())
	return towns
}

func TestLiftedRulesAreAllTriedAndTheirPathsLeadToThem(t *testing.T) {
	rules, on := townRules(t), day("2020-01-01")
	assert.Equal(t, 3, rules.Len())
	for _, c := range []struct {
		name  string
		town  town
		want  []law.Outcome
		paths []string
	}{
		{"with a stage", town{&hallWithStage{Stage: &inner{}}}, []law.Outcome{law.Unknown, law.Unknown, law.Unknown}, []string{"hall.seats", "hall.stage.members", "hall.stage.members"}},
		{"without a stage", town{&hallWithStage{}}, []law.Outcome{law.Unknown, law.NotApplicable, law.NotApplicable}, []string{"hall.seats"}},
		{"without a hall", town{}, []law.Outcome{law.NotApplicable, law.NotApplicable, law.NotApplicable}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			rep := rules.Judge(&c.town, &struct{}{}, on, law.Wales)
			var got []law.Outcome
			var codes []law.Code
			for _, r := range rep.Results {
				got, codes = append(got, r.Outcome), append(codes, r.Code())
				assert.Equal(t, on, r.On)
			}
			assert.Equal(t, c.want, got, "every rule is in the report")
			assert.Equal(t, []law.Code{"hall.seats", "stage.first", "stage.second"}, codes)
			var paths []string
			for _, f := range rep.Findings {
				paths = append(paths, f.Path)
			}
			assert.Equal(t, c.paths, paths)
		})
	}
	var listed []law.Code
	for m := range rules.All() {
		listed = append(listed, m.Code)
		if len(listed) == 2 {
			break
		}
	}
	assert.Equal(t, []law.Code{"hall.seats", "stage.first"}, listed)
}

// A figure keeps its id wherever its table is lifted to; an event's path leads to the part.
func TestALiftedRuleNamesItsEventByThePathAndItsFigureByItsID(t *testing.T) {
	type whole struct{ Part inner }
	row := law.Rule[inner, law.History[int]]{
		Code: "part.dated", Provision: act.At("s. 1", ""), Says: "X.", Remedy: "Y.", InForce: []law.Window{law.From("2000-01-01", law.UnitedKingdom)},
		Event: law.Event[inner]{Path: "met", Of: func(*inner) law.Fact[law.Date] { return law.Known(day("2020-01-01")) }},
		Check: func(c *law.Case[inner, law.History[int]]) { law.Read(c, c.Figures, c.On) },
	}
	most := law.Since("part.most", "members", law.Entry[int]{From: day("2021-01-01"), Value: 1, By: act.At("s. 1", ""), Checked: day("2024-01-01")})
	rules := law.Lift(law.NewRules[whole, struct{}](), law.Table(row), "part.",
		func(w *whole) *inner { return &w.Part }, func(*struct{}) *law.History[int] { return &most })
	for m := range rules.All() {
		assert.Equal(t, "part.met", m.Event)
	}
	rep := rules.Judge(&whole{}, &struct{}{}, day("2020-06-01"), law.Wales)
	require.Len(t, rep.Findings, 1)
	assert.Equal(t, "figures.part.most", rep.Findings[0].Path)
}

func TestACodeUsedTwiceAmongLiftedRulesIsComplainedOf(t *testing.T) {
	rules := clubRules()
	twice := law.Lift(rules, law.Table(giftRule()), "again.", func(c *club) *club { return c }, func(f *clubFigures) *clubFigures { return f })
	assert.ErrorContains(t, twice.Complaints(), "lifted rule \"club.gift-too-large\": the code is used twice")
	assert.NoError(t, rules.Complaints(), "the table that was added to is as it was")
}

func TestACodeUsedByTwoLiftedTablesIsComplainedOf(t *testing.T) {
	self := func(h *hall) *hall { return h }
	figures := func(f *hallFigures) *hallFigures { return f }
	row := law.Rule[hall, hallFigures]{
		Code: "x", Provision: act.At("s. 1", ""), Says: "X.", Remedy: "Y.", Check: seatsWithin,
		InForce: []law.Window{law.From("2000-01-01", law.UnitedKingdom)},
	}
	once := law.Lift(law.NewRules[hall, hallFigures](), law.Table(row), "", self, figures)
	require.NoError(t, once.Complaints())
	twice := law.Lift(once, law.Table(row), "", self, figures)
	assert.ErrorContains(t, twice.Complaints(), `lifted rule "x": the code is used twice`)
}
