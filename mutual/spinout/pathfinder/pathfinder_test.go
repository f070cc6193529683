package pathfinder_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout/evidence"
	"github.com/rochdale-go/rochdale/mutual/spinout/lifecycle"
	"github.com/rochdale-go/rochdale/mutual/spinout/pathfinder"
)

type outcome struct {
	ID       string                    `json:"id"`
	Wave     int                       `json:"wave,omitempty"`
	Fate     law.Fact[lifecycle.State] `json:"fate,omitzero"`
	Launched bool                      `json:"launched"`
	Months   []int                     `json:"months,omitempty"`
	Held     bool                      `json:"held,omitempty"`
}

func outcomes(t *testing.T) (of, others []outcome) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "outcomes.json"))
	require.NoError(t, err)
	var file struct {
		Source   string    `json:"source"`
		Outcomes []outcome `json:"outcomes"`
		Others   []outcome `json:"others"`
	}
	require.NoError(t, law.Decode(bytes.NewReader(b), &file))
	return file.Outcomes, file.Others
}

func TestReplayingTheLogsGivesTheOutcomesThatWereReported(t *testing.T) {
	of, others := outcomes(t)
	known := pathfinder.Known()
	require.Len(t, known, len(of))
	require.Len(t, pathfinder.Others(), len(others))
	for i, want := range append(of, others...) {
		t.Run(want.ID, func(t *testing.T) {
			r, ok := pathfinder.ByID(want.ID)
			require.True(t, ok)
			if i < len(known) {
				assert.Equal(t, want.ID, known[i].ID, "in the order of the announcements")
				for wave := 1; wave <= 2; wave++ {
					assert.Equal(t, want.Wave == wave, r.InWave(wave))
				}
			}
			assert.Equal(t, want.Fate, r.Fate())
			h, told := r.History()
			assert.Equal(t, want.Launched, told && !h.Launched.IsZero())
			if told {
				held := slices.ContainsFunc(h.Stays, func(s lifecycle.Stay) bool { return s.State == lifecycle.OnHold })
				assert.Equal(t, want.Held, held)
			}
			m, ok := r.Months()
			require.Equal(t, len(want.Months) == 2, ok)
			if ok {
				assert.Equal(t, want.Months, []int{m.Least, m.Most})
			}
		})
	}
}

func wave(n int) []pathfinder.Record {
	return slices.DeleteFunc(pathfinder.Known(), func(r pathfinder.Record) bool { return !r.InWave(n) })
}

func TestTheFirstWaveAddsUp(t *testing.T) {
	first := wave(1)
	assert.Equal(t, pathfinder.Tally{
		Projects: 12, Launched: 6, Bodies: 5, TakenOver: 1, Unknown: 5, WoundDown: 2, Absorbed: 1, Trading: 2,
	}, pathfinder.Tallied(first))
	for _, w := range pathfinder.Waves() {
		if w.Number == 1 {
			assert.Len(t, first, w.Projects)
			for _, r := range first {
				assert.Equal(t, w.Announced, r.Announced, r.ID)
			}
		}
	}
}

func TestNobodyCanNameAllTwentyOne(t *testing.T) {
	assert.Equal(t, pathfinder.Roster{
		Total: 21, FirstWave: 12, SecondWave: 9, Sure: 15, Perhaps: 3, UnidentifiedLeast: 3, UnidentifiedMost: 6,
	}, pathfinder.Rostered())
}

func TestSurvivalOfSixBodiesHoldsTheReportedFigures(t *testing.T) {
	six := wave(1)
	spiral, ok := pathfinder.ByID("spiral-health")
	require.True(t, ok)
	six = append(six, spiral)
	for months, alive := range map[int]int{36: 6, 60: 6, 84: 3} {
		s := pathfinder.Survived(six, months)
		assert.Equal(t, 6, s.Alive+s.Gone+s.Unsure)
		assert.LessOrEqual(t, s.Alive, alive, months)
		assert.GreaterOrEqual(t, s.Alive+s.Unsure, alive, months)
	}
	assert.Zero(t, pathfinder.Survived(six, 60).Gone, "one ended in its sixtieth month")
	assert.Equal(t, 1, pathfinder.Survived(six, 61).Gone)
	assert.Equal(t, 3, pathfinder.Survived(six, 85).Gone, "SEQOL, Spiral and Epic")
}

func TestOfThreeBallotsAgainstTwoBoardsWentAhead(t *testing.T) {
	then := map[lifecycle.Sequel]int{}
	for _, r := range append(pathfinder.Known(), pathfinder.Others()...) {
		h, ok := r.History()
		if !ok {
			continue
		}
		for _, b := range h.Ballots {
			if b.Signal == lifecycle.Against {
				then[b.Then]++
			}
		}
	}
	assert.Equal(t, map[lifecycle.Sequel]int{lifecycle.WentAhead: 2, lifecycle.DidNot: 1}, then)
	p := evidence.Start()
	assert.True(t, p.AheadAfterNo.Within())
}

func TestMonthsOfTheLogsAgreeWithThoseObserved(t *testing.T) {
	bodies := map[string]string{
		"MyCSP": "mycsp", "Central Surrey Health": "central-surrey-health", "Leading Lives": "leading-lives", "Inclusion Healthcare": "inclusion-healthcare",
		"Anglian Community Enterprise": "ace", "City Health Care Partnership": "hull", "SEQOL": "seqol", "Spiral Health": "spiral-health", "3BM": "3bm", "Epic": "epic",
	}
	found := 0
	for _, d := range evidence.Durations() {
		id, ok := bodies[d.Body]
		if !ok {
			continue
		}
		r, ok := pathfinder.ByID(id)
		require.True(t, ok, id)
		h, _ := r.History()
		m, ok := h.ToLaunch()
		require.True(t, ok, id)
		assert.LessOrEqual(t, m.Least, d.Months.Most, d.Body)
		assert.GreaterOrEqual(t, m.Most, d.Months.Least, d.Body)
		found++
	}
	assert.Len(t, bodies, found)
}

func TestInclusionHealthcareInFull(t *testing.T) {
	r, ok := pathfinder.ByID("inclusion-healthcare")
	require.True(t, ok)
	h, _ := r.History()
	require.Len(t, h.Ballots, 1)
	assert.Equal(t, lifecycle.InFavour, h.Ballots[0].Signal)
	assert.Equal(t, lifecycle.WentAhead, h.Ballots[0].Then)
	assert.Equal(t, "KPMG", h.Parties[0].Name)
	assert.Empty(t, h.Exposed(), "a mentor has no stake")
	assert.Len(t, h.Untold(), 9, "of ten gates one is told")
	state := h.At(law.MustDate("2012-01-01"))
	assert.Equal(t, lifecycle.Live, state.Or(0))
	later := h.At(law.MustDate("2020-01-01"))
	assert.False(t, later.Stated(), "after November 2014 nobody tells")
	staff, _ := r.Staff.Get()
	assert.Equal(t, 12, staff.Value.Least)
	text := fmt.Sprint(r.Facts)
	assert.Contains(t, text, "five years")
	assert.Contains(t, text, "outstanding")
}

func TestNewtonRiggWasTakenOverWithAllItsStaff(t *testing.T) {
	r, _ := pathfinder.ByID("newton-rigg")
	h, ok := r.History()
	require.True(t, ok)
	assert.Equal(t, lifecycle.TakenOver, h.Last())
	assert.Equal(t, "2011-08", h.Ended.String())
	_, launched := h.ToLaunch()
	assert.False(t, launched)
	assert.False(t, r.Form.Stated(), "it never took one")
	assert.False(t, r.Staff.Stated(), "how many they were in 2010 is not known")
}

func TestTheThreeBoroughsWereHeldTogetherAndCameOutApart(t *testing.T) {
	ends := map[string]lifecycle.State{"3bm": lifecycle.Live, "epic": lifecycle.WoundDown, "westminster": lifecycle.Merged}
	for id, want := range ends {
		r, _ := pathfinder.ByID(id)
		h, _ := r.History()
		require.Equal(t, lifecycle.OnHold, h.Stays[1].State, id)
		assert.Equal(t, "2011", h.Stays[1].From.String(), id)
		assert.Equal(t, want, h.Last(), id)
		f := h.At(law.MustDate("2012-06-30"))
		if want == lifecycle.Merged {
			assert.Equal(t, lifecycle.OnHold, f.Or(0), "it merged from the hold")
			continue
		}
		assert.False(t, f.Stated(), "when it came back is not told")
	}
}

func TestSalvereLaunchedElsewhere(t *testing.T) {
	r, _ := pathfinder.ByID("salvere")
	fate := r.Fate()
	assert.Equal(t, lifecycle.LaunchedElsewhere, fate.Or(0))
	assert.True(t, r.Sure())
	assert.False(t, r.Wave.Stated())
	form, _ := r.Form.Get()
	assert.False(t, form.Sure(), "whether it is a CIC is not sure")
}

func TestTheProgrammeAroundThem(t *testing.T) {
	assert.Len(t, pathfinder.Mentors(), 14)
	panel := pathfinder.Taskforce()
	assert.Len(t, panel.From, 8)
	require.NoError(t, panel.Check())
	fund := pathfinder.Fund()
	require.NoError(t, fund.Check())
	n, left := fund.Packages()
	assert.Equal(t, int64(210), n)
	assert.Equal(t, fund.Pounds, n*fund.Package+left)
	none := pathfinder.Purse{Pounds: 5}
	n, left = none.Packages()
	assert.Zero(t, n)
	assert.Equal(t, int64(5), left)
	seen := map[lifecycle.Role]bool{}
	for _, p := range pathfinder.Roles() {
		seen[p.Role] = true
		assert.NoError(t, p.Check())
		assert.NotEmpty(t, p.Terms)
	}
	for r := lifecycle.Mentor; r <= lifecycle.Rival; r++ {
		assert.True(t, seen[r], r)
	}
	for _, b := range append(pathfinder.Mentors(), pathfinder.Sceptics()...) {
		assert.NoError(t, b.Check(), b.Name)
	}
	for _, b := range pathfinder.Obstacles() {
		assert.NoError(t, b.Check())
	}
	for _, w := range pathfinder.Waves() {
		assert.NoError(t, w.Check())
	}
}

func TestBadRecordsNameThePlace(t *testing.T) {
	for want, text := range map[string]string{
		"[0].id: none":                 `[{"name":"x"}]`,
		"[0].name: none":               `[{"id":"x"}]`,
		"[1].id: \"x\" is there twice": `[{"id":"x","name":"x"},{"id":"x","name":"y"}]`,
		"[0].staff.value":              `[{"id":"x","name":"x","staff":{"value":{"least":2,"most":1},"standing":"derived"}}]`,
		"[0].form.sources[0]":          `[{"id":"x","name":"x","form":{"value":"cic","standing":"reported","sources":["S0"]}}]`,
		"[0].facts[0].standing":        `[{"id":"x","name":"x","facts":[{"says":"y"}]}]`,
		"[0].log: this cannot have happened: events[0].kind": `[{"id":"x","name":"x","log":{"events":[{"when":"2011","kind":"launched"}],"until":"2012-01-01"}}]`,
		"[0].log.events[0].sources: none":                    `[{"id":"x","name":"x","log":{"events":[{"when":"2011","kind":"begun"}],"until":"2012-01-01"}}]`,
		"[0].log.parties[0].sources[0]":                      `[{"id":"x","name":"x","log":{"events":[{"when":"2011","kind":"begun","doubt":"x"}],"until":"2012-01-01","parties":[{"name":"y","role":"lender","sources":["?"]}]}}]`,
		"unknown field":                                      `[{"id":"x","name":"x","size":3}]`,
	} {
		_, err := pathfinder.Read(strings.NewReader(text))
		assert.ErrorContains(t, err, want)
	}
}

func TestRecordsAreJSONBothWays(t *testing.T) {
	for _, list := range [][]pathfinder.Record{pathfinder.Known(), pathfinder.Others()} {
		b, err := json.Marshal(list)
		require.NoError(t, err)
		back, err := pathfinder.Read(bytes.NewReader(b))
		require.NoError(t, err)
		for i := range list {
			assert.Equal(t, list[i], back[i], list[i].ID)
		}
	}
	_, ok := pathfinder.ByID("nobody")
	assert.False(t, ok)
}

func FuzzRead(f *testing.F) {
	b, err := json.Marshal(pathfinder.Known()[:4])
	require.NoError(f, err)
	f.Add(b)
	f.Add([]byte(`[{"id":"x","name":"x","log":{"in_part":true,"events":[{"kind":"begun","doubt":"?"}],"until":"2012-01-01"}}]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		list, err := pathfinder.Read(bytes.NewReader(data))
		if err != nil {
			return
		}
		if x := pathfinder.Tallied(list); x.Launched < x.Bodies || x.Projects < x.Launched+x.TakenOver+x.Unknown+x.Elsewhere {
			t.Fatalf("%+v", x)
		}
		if s := pathfinder.Survived(list, 36); s.Alive+s.Gone+s.Unsure > len(list) {
			t.Fatalf("%+v", s)
		}
		for i := range list {
			_, _ = list[i].Months()
		}
	})
}

// What became of the pathfinders of the first wave.
func ExampleKnown() {
	for _, r := range pathfinder.Known() {
		if !r.InWave(1) {
			continue
		}
		fate := r.Fate()
		months := ""
		if m, ok := r.Months(); ok {
			months = fmt.Sprintf(", launched after %d to %d months", m.Least, m.Most)
		}
		fmt.Printf("%s: %v%s\n", r.Name, fate.String(), months)
	}
	// Output:
	// Anglian Community Enterprise: absorbed, launched after 0 to 5 months
	// Inclusion Healthcare Social Enterprise CIC: live, launched after 0 to 8 months
	// SEQOL: wound-down, launched after 14 to 14 months
	// 3BM: live, launched after 32 to 32 months
	// Westminster children's services: merged-with-peer
	// Epic CIC: wound-down, launched after 32 to 41 months
	// Newton Rigg College: taken-over
	// Awarding body of the 157 Group: not stated
	// Mansfield housing support: not stated
	// Lambeth Resource Centre: not stated
	// The London Partnership, Reducing Multiple Disadvantage: not stated
	// London and South East learning disability team: not stated
}
