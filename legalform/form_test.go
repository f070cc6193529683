package legalform_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/law"
)

var update = flag.Bool("update", false, "write testdata/law.json anew")

func TestLawAsData(t *testing.T) {
	var got bytes.Buffer
	require.NoError(t, legalform.Export(legalform.All()).WriteJSON(&got))
	golden := filepath.Join("testdata", "law.json")
	if *update {
		require.NoError(t, os.WriteFile(golden, got.Bytes(), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	assert.Equal(t, string(want), got.String(), "the law as data has changed: go generate ./legalform, and read the difference as a lawyer would")
}

func TestEveryFormJudgesAnEmptyBodyWithoutGuessing(t *testing.T) {
	for _, f := range legalform.In(0) {
		t.Run(f.FormID(), func(t *testing.T) {
			rep, err := f.Judge(f.NewBody(), law.MustDate("2026-11-23"), law.England)
			require.NoError(t, err)
			require.NoError(t, rep.ErrAt(law.Statute, law.Guidance, law.OwnRules, law.Practice), "nothing is breached where nothing is stated")
			for _, r := range rep.Results {
				if r.Outcome == law.Met {
					assert.Failf(t, "met without facts", "%s", r.Code())
				}
			}
		})
	}
}

func TestCodesAndFiguresAreUniqueInTheLibrary(t *testing.T) {
	s := legalform.Export(legalform.All())
	ids := map[string]bool{}
	for _, f := range s.Figures {
		assert.False(t, ids[f.ID], "%s is carried with two histories", f.ID)
		ids[f.ID] = true
	}
	codes := map[law.Code]bool{}
	for _, r := range s.Rules {
		assert.False(t, codes[r.Code], "%s is there twice", r.Code)
		codes[r.Code] = true
		family, _, ok := strings.Cut(string(r.Code), ".")
		assert.True(t, ok && family != "", "%s names no family", r.Code)
		assert.NotEmpty(t, r.Says)
	}
}

func TestLookup(t *testing.T) {
	for _, f := range legalform.In(0) {
		got, err := legalform.Lookup(f.FormID())
		require.NoError(t, err)
		assert.Equal(t, f.FormTitle(), got.FormTitle())
	}
	_, err := legalform.Lookup("soviet")
	assert.ErrorContains(t, err, "cic-guarantee", "the error lists what there is")
	_, err = legalform.Lookup("cic-guarantee", cic.SharesSchedule2(cic.Enacted()))
	assert.Error(t, err, "only the given forms are looked through")
}

func TestEveryRuleHasItsLineInTheCoveragePage(t *testing.T) {
	page, err := os.ReadFile("COVERAGE.md")
	require.NoError(t, err)
	for _, f := range legalform.In(0) { // those of Northern Ireland too
		for m := range f.RuleList() {
			code := string(m.Code)
			i := strings.LastIndexByte(code, '-') // a twin is named after its row: `x`, …-2007
			twin := i > 0 && strings.Contains(string(page), "`"+code[:i]+"`, …"+code[i:])
			twin = twin || strings.Contains(string(page), "`"+code+"`") // a page in a message would drown it
			assert.True(t, twin, "COVERAGE.md does not name %s", code)
		}
	}
}

func TestDraftsAreLawfulOnTheirFirstDay(t *testing.T) {
	drafted := map[string]bool{}
	for _, on := range []string{"2010-10-01", "2014-04-06", "2014-10-01", "2026-11-23"} {
		for _, members := range []int{12, 21} {
			plan := law.Plan{
				Name: "Hill", Founded: law.MustDate(on), In: law.England, Staff: 12, Members: members, Capital: law.Pounds(1200),
				Locked: "Hill Charity", Activity: "care", ForCommunity: law.Known(true),
			}
			for _, f := range legalform.ForPlan(legalform.All(), plan) {
				drafted[f.FormID()] = true
				t.Run(f.FormID()+" "+on, func(t *testing.T) {
					rep, err := f.Judge(f.Draft(plan), law.MustDate(on), law.England)
					require.NoError(t, err)
					assert.NoError(t, rep.ErrAt(law.Statute, law.Guidance))
					for _, finding := range rep.Findings {
						t.Logf("%v %v: %s", finding.Outcome, finding.Code, finding.Message)
					}
				})
			}
		}
	}
	assert.Len(t, drafted, len(legalform.All()), "some form was never drafted")
}

func TestForPlanKeepsWhatThePlanCouldTake(t *testing.T) {
	ids := func(forms []legalform.Form) (ids []string) {
		for _, f := range forms {
			ids = append(ids, f.FormID())
		}
		return ids
	}
	plan := law.Plan{Founded: law.MustDate("2012-12-31"), In: law.Scotland, Members: 2}
	got := ids(legalform.ForPlan(legalform.All(), plan))
	assert.NotContains(t, got, "co-operative-society", "three members are needed")
	assert.NotContains(t, got, "charitable-company", "its law here is of England and Wales")
	assert.Contains(t, got, "limited-liability-partnership")
	plan.In, plan.Members = law.England, 20
	assert.NotContains(t, ids(legalform.ForPlan(legalform.All(), plan)), "charitable-incorporated-organisation", "from 2 January 2013")
	plan.Founded = law.MustDate("2013-01-02")
	got = ids(legalform.ForPlan(legalform.All(), plan))
	assert.Contains(t, got, "charitable-incorporated-organisation")
	assert.NotContains(t, got, "credit-union", "21 members are needed")
	assert.Equal(t, ids(legalform.Mutuals()), ids(legalform.All())[:6], "the mutuals come first")
}

func TestBooksThatAreNotGivenStateNothing(t *testing.T) {
	plan := law.Plan{Name: "Hill", Founded: law.MustDate("2015-04-01"), In: law.England, Staff: 12, Members: 12, Capital: law.Pounds(100)}
	for _, f := range legalform.In(0) {
		body := f.Draft(plan)
		for k := law.Dividend; k <= law.PerformanceInterest; k++ {
			p := law.Payment{Kind: k, Amount: 1, Declared: law.MustDate("2026-03-01")}
			none, err := f.Allow(body, p, nil)
			require.NoError(t, err)
			empty, err := f.Allow(body, p, &law.Books{})
			require.NoError(t, err)
			assert.Equal(t, empty, none)
			_, err = f.Propose(body, nil, []law.Payment{p})
			require.NoError(t, err)
		}
	}
}

func TestAReportOfWhatIsSettledAllocatesThreeTimes(t *testing.T) {
	on := law.MustDate("2026-11-23")
	for _, id := range []string{"community-benefit-society", "employee-trust-company"} {
		f, err := legalform.Lookup(id)
		require.NoError(t, err)
		body := f.Draft(law.Plan{
			Name: "Hill", Founded: law.MustDate("2015-04-01"), In: law.England, Staff: 12, Members: 12, Capital: law.Pounds(1200),
			Locked: "Hill Charity", Activity: "care", ForCommunity: law.Known(true), DeclaredInterest: law.Known(law.Percent(5)),
		})
		rep, err := f.Judge(body, on, law.England)
		require.NoError(t, err)
		require.Empty(t, rep.Findings, id)
		assert.LessOrEqual(t, testing.AllocsPerRun(100, func() { _, _ = f.Judge(body, on, law.England) }), 3.0, id)
	}
}

// exported is a form of one rule, for what Export makes of two rows under one code.
func exported(id, says string) legalform.Form {
	type body struct{}
	type figures struct{}
	table := law.Table(law.Rule[body, figures]{
		Code: "club.duty", Provision: law.Instrument{Title: "Club rules"}.At("r. 1", ""), Says: says,
		InForce: []law.Window{law.From("2020-01-01", law.UnitedKingdom)}, Weight: law.OwnRules,
		Check: func(*law.Case[body, figures]) {}, Remedy: "Keep it.",
	})
	return &law.Family[body, figures]{ID: id, Title: id, Table: table}
}

func TestARowOfItsOwnUnderTheSameCodeIsExportedApart(t *testing.T) {
	s := legalform.Export([]legalform.Form{exported("a", "One duty."), exported("b", "Another duty."), exported("c", "One duty.")})
	require.Len(t, s.Rules, 2)
	assert.Equal(t, []string{"a", "c"}, s.Rules[0].Forms)
	assert.Equal(t, []string{"b"}, s.Rules[1].Forms)
	assert.Equal(t, "Another duty.", s.Rules[1].Says)
}

// meeting is a body with a date, and house one that has a meeting.
type (
	meeting struct{ Held law.Fact[law.Date] }
	house   struct{ Meeting meeting }
	none    struct{}
)

func TestARuleLiftedOverAPartIsExportedOnceWhicheverFormComesFirst(t *testing.T) {
	table := func(event string) *law.Rules[meeting, none] {
		return law.Table(law.Rule[meeting, none]{
			Code: "club.held", Provision: law.Instrument{Title: "Club rules"}.At("r. 2", ""), Says: "It is held.",
			InForce: []law.Window{law.From("2020-01-01", law.UnitedKingdom)}, Weight: law.OwnRules,
			Event: law.Event[meeting]{Path: event, Of: func(m *meeting) law.Fact[law.Date] { return m.Held }},
			Check: func(*law.Case[meeting, none]) {}, Remedy: "Hold it.",
		})
	}
	club := &law.Family[meeting, none]{ID: "club", Title: "club", Table: table("held")}
	other := &law.Family[meeting, none]{ID: "other", Title: "other", Table: table("opened")}
	lifted := law.Lift(law.Table[house, none](), table("held"), "meeting.", func(h *house) *meeting { return &h.Meeting }, func(f *none) *none { return f })
	over := &law.Family[house, none]{ID: "over", Title: "over", Table: lifted}
	for _, forms := range [][]legalform.Form{{club, over, other}, {over, other, club}} {
		s := legalform.Export(forms)
		require.Len(t, s.Rules, 2, "the same code of another event is a row of its own")
		for _, r := range s.Rules {
			if r.Event == "opened" {
				assert.Equal(t, []string{"other"}, r.Forms)
				assert.Empty(t, r.Lifted)
				continue
			}
			assert.Equal(t, "held", r.Event)
			assert.ElementsMatch(t, []string{"club", "over"}, r.Forms)
			assert.Equal(t, forms[0].FormID(), r.Forms[0], "in the order of the forms")
			assert.Equal(t, []legalform.Lifted{{At: "meeting", Forms: []string{"over"}}}, r.Lifted)
		}
	}
}
