package law_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// The tests' own law: a club with a cap on gifts, and a society inside it.

var clubs = law.Instrument{Title: "Clubs Act 1999 (c. 1)", Path: "ukpga/1999/1"}

type club struct {
	Gift     law.Fact[law.Pence]
	Given    law.Fact[law.Date]
	Judged   law.Fact[bool]
	Society  inner
	Sessions []int
}

type inner struct{ Members law.Fact[int] }

type clubFigures struct {
	Cap law.History[law.Pence]
}

var enactedClub = clubFigures{Cap: law.Since("club.cap", "pounds a gift",
	law.Entry[law.Pence]{From: law.MustDate("2000-01-01"), Value: 100_00, By: clubs.At("s. 2", "section/2"), Checked: law.MustDate("2026-11-23")},
	law.Entry[law.Pence]{
		From: law.MustDate("2010-01-01"), Value: 200_00, By: clubs.At("s. 2A", "section/2A"), Checked: law.MustDate("2026-11-23"),
		Is: law.Doubtful, Question: "Was the order laid?", Or: []law.Pence{100_00},
	},
	law.Entry[law.Pence]{From: law.MustDate("2012-01-01"), By: clubs.At("s. 3", "section/3"), Checked: law.MustDate("2026-11-23"), Is: law.Ended},
)}

type clubCase = law.Case[club, clubFigures]

const (
	giftTooLarge law.Code = "club.gift-too-large"
	notSocial    law.Code = "club.not-social"
	tooFew       law.Code = "society.too-few"
)

func giftRule() law.Rule[club, clubFigures] {
	return law.Rule[club, clubFigures]{
		Code: giftTooLarge, Provision: clubs.At("s. 2(1)", "section/2"),
		Says:    "No gift may be more than the cap.",
		InForce: []law.Window{law.From("2000-01-01", law.GreatBritain).Until("2011-12-31"), law.From("2005-01-01", law.NorthernIreland).Until("2011-12-31")},
		Event:   law.Event[club]{Path: "given", Of: func(c *club) law.Fact[law.Date] { return c.Given }},
		Applies: func(c *clubCase) bool { return c.Subject.Gift.Stated() },
		Check: func(c *clubCase) {
			gift, ok := law.Need(c, &c.Subject.Gift, "gift")
			limit, ok2 := law.Read(c, &c.Figures.Cap, c.On)
			if ok && ok2 && gift > limit {
				c.Breach("gift", "The gift of %v is more than %v.", gift, limit)
			}
		},
		Remedy: "Give less.", Ended: "s. 3 repealed it",
	}
}

func clubRules() *law.Rules[club, clubFigures] {
	social := law.Rule[club, clubFigures]{
		Code: notSocial, Provision: clubs.At("s. 1", "section/1"), Weight: law.Guidance,
		Says: "A club must be social.", InForce: []law.Window{law.From("2000-01-01", law.UnitedKingdom)},
		Check: func(c *clubCase) {
			if yes, ok := law.Ask(c, &c.Subject.Judged, "judged", "Is it social?"); ok && !yes {
				c.Breach("judged", "It is not social.")
			}
		},
		Remedy: "Be social.",
	}
	few := law.Rule[inner, struct{}]{
		Code: tooFew, Provision: clubs.At("s. 9", "section/9"), Says: "There must be at least three members.",
		InForce: []law.Window{law.From("2000-01-01", law.UnitedKingdom)},
		Check: func(c *law.Case[inner, struct{}]) {
			if n, ok := law.Need(c, &c.Subject.Members, "members"); ok && n < 3 {
				c.Breach("members", "There are %d members.", n)
			}
		},
		Remedy: "Admit members.",
	}
	return law.Lift(law.Table(giftRule(), social), law.Table(few), "society.",
		func(c *club) *inner { return &c.Society }, func(*clubFigures) *struct{} { return &struct{}{} })
}

func lawfulClub() club {
	return club{
		Gift: law.Known(law.Pounds(100)), Given: law.Known(law.MustDate("2006-01-01")),
		Judged: law.Known(true), Society: inner{law.Known(3)},
	}
}

func TestEngine(t *testing.T) {
	give := func(on string, pounds int64) func(*club) {
		return func(c *club) {
			c.Given, c.Gift = law.Known(law.MustDate(on)), law.Known(law.Pounds(pounds))
		}
	}
	lawtest.Suite[club, clubFigures]{
		Rules: clubRules(), Figures: enactedClub, Lawful: lawfulClub, On: "2020-01-01", In: law.England,
		Dates: map[string]func(*club, law.Date){"given": func(c *club, d law.Date) { c.Given = law.Known(d) }},
		Cases: []lawtest.Case[club]{
			{Name: "s. 2(1): exactly the cap is allowed", Code: giftTooLarge, Want: law.Met},
			{Name: "s. 2(1): a pound over is not", Code: giftTooLarge, Change: give("2006-01-01", 101), Want: law.Breached, At: "gift"},
			{Name: "s. 2(1): the day before it began", Code: giftTooLarge, Change: give("1999-12-31", 101), Want: law.NotInForce},
			{Name: "s. 2(1): Northern Ireland began later", Code: giftTooLarge, In: law.NorthernIreland, Change: give("2004-12-31", 101), Want: law.NotInForce},
			{Name: "s. 2(1): Great Britain wholly", Code: giftTooLarge, In: law.GreatBritain, Change: give("2004-12-31", 101), Want: law.Breached},
			{Name: "s. 2(1): a doubtful cap is unknown even below every reading", Code: giftTooLarge, Change: give("2010-06-01", 50), Want: law.Unknown},
			{Name: "s. 2(1): a doubtful cap is unknown above every reading", Code: giftTooLarge, Change: give("2010-06-01", 500), Want: law.Unknown},
			{Name: "s. 2(1): no date of the gift", Code: giftTooLarge, Change: func(c *club) { c.Given = law.Fact[law.Date]{} }, Want: law.Unknown, At: "given"},
			{Name: "s. 2(1): no gift", Code: giftTooLarge, Change: func(c *club) { c.Gift = law.Fact[law.Pence]{} }, Want: law.NotApplicable},
			{Name: "s. 1: recorded as social", Code: notSocial, Want: law.Met},
			{Name: "s. 1: recorded as not", Code: notSocial, Change: func(c *club) { c.Judged = law.Known(false) }, Want: law.Breached},
			{Name: "s. 1: nobody has said", Code: notSocial, Change: func(c *club) { c.Judged = law.Fact[bool]{} }, Want: law.Unknown, At: "judged"},
			{Name: "s. 9: three members", Code: tooFew, Want: law.Met},
			{Name: "s. 9: two members", Code: tooFew, Change: func(c *club) { c.Society.Members = law.Known(2) }, Want: law.Breached, At: "society.members"},
		},
	}.Run(t)
}

func TestExtentNotStatedIsUnknownOnlyWhereItMatters(t *testing.T) {
	c := lawfulClub()
	rules := clubRules()
	c.Given = law.Known(law.MustDate("2004-06-01"))
	got, _ := rules.Judge(&c, &enactedClub, law.MustDate("2020-01-01"), 0).Outcome(giftTooLarge)
	assert.Equal(t, law.Unknown, got, "Great Britain had begun, Northern Ireland had not")
	c.Given = law.Known(law.MustDate("2006-06-01"))
	got, _ = rules.Judge(&c, &enactedClub, law.MustDate("2020-01-01"), 0).Outcome(giftTooLarge)
	assert.Equal(t, law.Met, got, "in force everywhere it reaches")
}

func TestDoubtGivesEachReadingsOutcome(t *testing.T) {
	c := lawfulClub()
	c.Given, c.Gift = law.Known(law.MustDate("2010-06-01")), law.Known(law.Pounds(150))
	rep := clubRules().Judge(&c, &enactedClub, law.MustDate("2020-01-01"), law.England)
	require.Len(t, rep.Findings, 1)
	f := rep.Findings[0]
	assert.Equal(t, law.Unknown, f.Outcome)
	require.NotNil(t, f.Doubt)
	assert.Equal(t, []law.Reading{{Says: "£200.00", Outcome: law.Met}, {Says: "£100.00", Outcome: law.Breached}}, f.Doubt.Readings)
	assert.Contains(t, rep.Explain(), "Was the order laid?")
	assert.NoError(t, rep.Err(), "an unknown is not a breach")
}

func TestReportErrFindsTheCodeAndTheFinding(t *testing.T) {
	c := lawfulClub()
	c.Gift, c.Judged = law.Known(law.Pounds(500)), law.Known(false)
	rep := clubRules().Judge(&c, &enactedClub, law.MustDate("2020-01-01"), law.England)
	err := rep.Err()
	require.ErrorIs(t, err, giftTooLarge)
	assert.NotErrorIs(t, err, notSocial, "guidance is not statute")
	require.ErrorIs(t, rep.ErrAt(law.Guidance), notSocial)
	var f law.Finding
	require.ErrorAs(t, err, &f)
	assert.Equal(t, "gift", f.Path)
	assert.Equal(t, "https://www.legislation.gov.uk/ukpga/1999/1/section/2/2006-01-01", f.Link())
	assert.Equal(t, []law.Noted{{Path: "gift", Value: "£500.00"}}, f.Facts)
}

func TestReportJSONBothWays(t *testing.T) {
	c := lawfulClub()
	c.Gift, c.Judged = law.Known(law.Pounds(500)), law.Fact[bool]{}
	rep := clubRules().Judge(&c, &enactedClub, law.MustDate("2020-01-01"), law.England)
	b, err := json.Marshal(rep)
	require.NoError(t, err)
	var back law.Report
	require.NoError(t, law.Decode(strings.NewReader(string(b)), &back))
	again, err := json.Marshal(&back)
	require.NoError(t, err)
	assert.JSONEq(t, string(b), string(again))
	assert.Equal(t, rep.Explain(), back.Explain())
	assert.Empty(t, law.Diff(rep, &back))
	require.ErrorIs(t, back.Err(), giftTooLarge)
}

func TestUnsettledNamesWhatToAdd(t *testing.T) {
	var c club
	rep := clubRules().Judge(&c, &enactedClub, law.MustDate("2020-01-01"), law.England)
	assert.Equal(t, []law.Missing{
		{Path: "judged", Question: "Is it social?", Settles: []law.Code{notSocial}},
		{Path: "society.members", Settles: []law.Code{tooFew}},
	}, rep.Unsettled())
}

func TestDiffListsChangedOutcomes(t *testing.T) {
	a, b := lawfulClub(), lawfulClub()
	b.Gift = law.Known(law.Pounds(500))
	on := law.MustDate("2020-01-01")
	before, after := clubRules().Judge(&a, &enactedClub, on, law.England), clubRules().Judge(&b, &enactedClub, on, law.England)
	assert.Equal(t, []law.Change{{Code: giftTooLarge, Before: law.Met, After: law.Breached}}, law.Diff(before, after))
}

func TestReformChangesOneFigure(t *testing.T) {
	data := `{"club.cap": [{"from": "2000-01-01", "value": "900.00", "by": {"title": "Bill 7"}, "checked": "2026-11-23"}]}`
	reformed, err := law.Reform(enactedClub, strings.NewReader(data))
	require.NoError(t, err)
	c := lawfulClub()
	c.Gift = law.Known(law.Pounds(900))
	on := law.MustDate("2020-01-01")
	got, _ := clubRules().Judge(&c, &reformed, on, law.England).Outcome(giftTooLarge)
	assert.Equal(t, law.Met, got)
	got, _ = clubRules().Judge(&c, &enactedClub, on, law.England).Outcome(giftTooLarge)
	assert.Equal(t, law.Breached, got, "the enacted figures are untouched")

	_, err = law.Reform(enactedClub, strings.NewReader(`{"club.capp": []}`))
	assert.ErrorContains(t, err, "club.capp")
	_, err = law.Reform(enactedClub, strings.NewReader(`{"club.cap": [{"from":"2000-01-01","value":"1","by":{"title":"x"},"checked":""}]}`))
	assert.ErrorIs(t, err, law.ErrHistory)
}

func TestComplaintsOfADeclaration(t *testing.T) {
	for name, spoil := range map[string]func(*law.Rule[club, clubFigures]){
		"no code":                func(r *law.Rule[club, clubFigures]) { r.Code = "" },
		"cites nothing":          func(r *law.Rule[club, clubFigures]) { r.Provision = law.Provision{} },
		"full stop":              func(r *law.Rule[club, clubFigures]) { r.Says = "No gift" },
		"no check":               func(r *law.Rule[club, clubFigures]) { r.Check = nil },
		"no remedy":              func(r *law.Rule[club, clubFigures]) { r.Remedy = "" },
		"no window":              func(r *law.Rule[club, clubFigures]) { r.InForce = nil },
		"both a path":            func(r *law.Rule[club, clubFigures]) { r.Event.Path = "" },
		"it has ended":           func(r *law.Rule[club, clubFigures]) { r.Ended = "" },
		"windows overlap":        func(r *law.Rule[club, clubFigures]) { r.InForce[1].In = law.Scotland },
		"an empty window":        func(r *law.Rule[club, clubFigures]) { r.InForce[0].To = r.InForce[0].From },
		"in force and yet ended": func(r *law.Rule[club, clubFigures]) { r.InForce[0].To, r.InForce[1].To = law.Date{}, law.Date{} },
	} {
		t.Run(name, func(t *testing.T) {
			r := giftRule()
			spoil(&r)
			err := law.NewRules(r).Complaints()
			require.Error(t, err)
			if name != "in force and yet ended" {
				assert.ErrorContains(t, err, name)
			}
			assert.Panics(t, func() { law.Table(r) })
		})
	}
	assert.ErrorContains(t, law.NewRules(giftRule(), giftRule()).Complaints(), "used twice")
}

func TestJudgeAllocatesThreeTimesAndOnceForEachLiftedFamily(t *testing.T) {
	c, rules, on := lawfulClub(), clubRules(), law.MustDate("2020-01-01")
	got := testing.AllocsPerRun(100, func() { rules.Judge(&c, &enactedClub, on, law.England) })
	assert.LessOrEqual(t, got, 4.0)
}

func TestATableKeepsItsOwnWindows(t *testing.T) {
	row := giftRule()
	rules := law.NewRules(row)
	row.InForce[0] = law.From("2019-01-01", law.GreatBritain)
	c := lawfulClub()
	c.Given = law.Known(day("2000-01-01"))
	rep := rules.Judge(&c, &enactedClub, day("2020-01-01"), law.England)
	got, _ := rep.Outcome(giftTooLarge)
	assert.Equal(t, law.Met, got, "the caller's list is no longer the table's")
}

func TestATopicStaysWithItsRules(t *testing.T) {
	second := giftRule()
	second.Code = "club.second"
	self := func(c *club) *club { return c }
	figures := func(f *clubFigures) *clubFigures { return f }
	third := giftRule()
	third.Code = "club.third"
	rules := law.Lift(law.Topic("gifts", giftRule()).With(law.Table(second)), law.Topic("parts", third), "part.", self, figures)
	var got []string
	for m := range law.NewRules[club, clubFigures]().With(rules).All() {
		got = append(got, string(m.Code)+": "+m.Topic)
	}
	assert.Equal(t, []string{string(giftTooLarge) + ": gifts", "club.second: ", "club.third: parts"}, got)
	assert.Panics(t, func() { law.Topic("none", law.Rule[club, clubFigures]{}) })
}
