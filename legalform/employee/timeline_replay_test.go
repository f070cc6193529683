package employee_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// The log is judged as the company of each day would be: what Replay says of a day is what
// the form says of that day's body.
func TestReplayAgreesWithTheFormOnEachDay(t *testing.T) {
	for _, directors := range []int{3, 4, 5} {
		log := works("2025-01-01", "2026-12-31", sells("2026-01-31", "ann", "ann", 60))
		log.Opening.Trust.Body.Trustees = law.Known([]employee.Trustee{corporate(directors, 2)})
		h := onlySale(t, log)
		c := sold()
		c.Trust = log.Opening.Trust
		c.Trust.Transfers = law.Known([]employee.TrustTransfer{})
		assert.Equal(t, outcome(t, &c, "2026-01-31", employee.TooManyExcluded), tested(t, &h, employee.TrusteeIndependence).Outcome, directors)
	}
}

func TestTimelineJSONBothWays(t *testing.T) {
	log := annSells("2032-12-31", directorOut("2026-05-10", "e", true), counted("2026-06-01", 1, 5, true))
	b, err := json.Marshal(log)
	require.NoError(t, err)
	var back employee.Timeline
	require.NoError(t, law.Decode(strings.NewReader(string(b)), &back))
	assert.Equal(t, log, back)
	c, err := json.Marshal(replay(t, log))
	require.NoError(t, err)
	assert.Contains(t, string(c), `"effect":"withdrawn"`)
	assert.Error(t, law.Decode(strings.NewReader(`{"entries": [{"fired": "bob"}]}`), &back))
}

func FuzzReplay(f *testing.F) {
	for _, log := range []employee.Timeline{
		annSells("2032-12-31", directorOut("2026-05-10", "e", true)), annSells("2026-03-01", counted("2026-02-01", 4, 5, true)), {},
	} {
		b, err := json.Marshal(log)
		require.NoError(f, err)
		f.Add(string(b))
	}
	f.Add(`{"opening":{"on":"0001-01-01"},"until":"9999-12-31","entries":[{"on":"9999-12-31","issued":{"holder":"trustees","shares":1}},{"on":"9999-12-31","sold":{"id":"a","kind":"to-trustees","from":"x","shares":1}}]}`)
	f.Add(`{"opening":{"on":"2000-01-01","holdings":[{"holder":"x","shares":1}]},"until":"9999-12-31","entries":[{"on":"9999-12-31","sold":{"id":"a","kind":"to-trustees","from":"x","shares":1}}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		var log employee.Timeline
		if law.Decode(strings.NewReader(text), &log) != nil || len(log.Entries) > 50 {
			return
		}
		c, err := log.Replay(&enacted)
		if err != nil {
			return
		}
		for _, h := range c.Sales {
			if len(h.Requirements) != 8 || h.Due == 0 || h.Given == law.Met && h.Due != law.Met {
				t.Fatalf("%+v", h)
			}
		}
	})
}

// A trust's adviser keeps a log, and asks what it has come to.
func ExampleTimeline_Replay() {
	text := `{
		"opening": {
			"on": "2024-01-01", "holdings": [{"holder": "ann", "shares": 60}, {"holder": "bob", "shares": 40}],
			"rights": {"with_shares": true}, "clauses": [],
			"business": {"group": "none", "activities": [{"name": "baking", "trade": true, "in_partnership": false}]},
			"benefits": {"survivor_months": 0, "excluded": [], "purposes": [], "factors": ["hours-worked"], "some_receive_nothing": false},
			"trust": {
				"deed": {"benefits_excluded": false, "creates_trusts": false, "resettles": false, "lends": false, "amendable": false},
				"body": {"uk_resident": true, "sole_powers": [], "trustees": [{"id": "t", "tie": "none", "directors": [
					{"id": "ann", "tie": "participator"}, {"id": "dee", "tie": "none"}, {"id": "eve", "tie": "none"}]}]}
			},
			"count": {"participators": 2, "connected": 0, "employees": 9, "seller_participates": true}
		},
		"entries": [
			{"on": "2026-01-31", "sold": {"id": "sale", "kind": "to-trustees", "from": "ann", "shares": 60, "seller": "individual",
				"bargain": {"price_steps": true, "deferred": false}, "earlier": []}},
			{"on": "2026-05-01", "claimed": {"sale": "sale", "claim": {"settlement": true, "company": true, "shares": true, "headcount": true, "consideration": true}}},
			{"on": "2026-06-01", "director_out": {"trustee": "t", "director": "eve", "died": true}},
			{"on": "2026-07-01", "director_in": {"trustee": "t", "director": {"id": "flo", "tie": "none"}}},
			{"on": "2030-05-01", "moved": {"from": "trustees", "to": "bob", "shares": 10}}
		],
		"until": "2031-04-05"
	}`
	var log employee.Timeline
	if err := law.Decode(strings.NewReader(text), &log); err != nil {
		fmt.Println(err)
		return
	}
	f := employee.Enacted()
	chronicle, err := log.Replay(&f)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, h := range chronicle.Sales {
		fmt.Println(h.ID, h.On, "due:", h.Due, "given:", h.Given)
		for _, e := range h.Events {
			fmt.Println(e.On, e.Lost, e.Effect, "ignored:", e.Ignored, e.By.Pinpoint)
		}
	}
	log.Entries[4].Moved = law.Known(employee.ShareMove{From: "trustees", To: "bob", Shares: 61})
	_, err = log.Replay(&f)
	fmt.Println(err)
	// Output:
	// sale 2026-01-31 due: met given: met
	// 2026-06-01 trustee-independence withdrawn ignored: true s. 236O(1)-(4)
	// 2030-05-01 controlling-interest deemed-disposal ignored: false s. 236P(1)-(3)
	// this cannot have happened: entries[4].moved.shares: "trustees" holds 60, and not the 61
}

func BenchmarkReplay(b *testing.B) {
	log := annSells("2032-12-31", directorOut("2026-05-10", "e", true), directorIn("2026-06-01", "f"), moves("2030-05-01", "trustees", "bob", 10))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := log.Replay(&enacted); err != nil {
			b.Fatal(err)
		}
	}
}
