package conversion_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/conversion"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// node is a form in a trait, as the oracle sees it.
type node struct {
	form  string
	trait conversion.Trait
}

// oracle finds the least number of steps by relaxing every edge until nothing changes,
// which is another method than the graph's.
func oracle(q conversion.Query, certain bool) int {
	forms := map[string][]conversion.Trait{}
	in := map[string]law.Extent{}
	for f := range graph.Forms() {
		forms[f.ID], in[f.ID] = f.Traits, f.In(q.On)
		if len(f.Traits) == 0 {
			forms[f.ID] = []conversion.Trait{conversion.Plain}
		}
	}
	dist := map[node]int{}
	for _, t := range forms[q.From] {
		if stated, ok := q.Trait.Get(); !ok || stated == t {
			dist[node{q.From, t}] = 0
		}
	}
	for changed := true; changed; {
		changed = false
		for e := range graph.Edges() {
			if !e.In(q.On).Covers(q.In) || !in[e.From].Covers(q.In) || !in[e.To].Covers(q.In) || certain && e.Doubtful() {
				continue
			}
			for _, t := range forms[e.From] {
				d, ok := dist[node{e.From, t}]
				if !ok || e.FromTrait != conversion.Plain && e.FromTrait != t {
					continue
				}
				for _, u := range forms[e.To] {
					kept := false
					for _, v := range forms[e.To] {
						kept = kept || v == t
					}
					switch {
					case e.ToTrait != conversion.Plain && u != e.ToTrait:
						continue
					case e.ToTrait == conversion.Plain && kept && u != t:
						continue
					}
					if old, ok := dist[node{e.To, u}]; !ok || old > d+1 {
						dist[node{e.To, u}] = d + 1
						changed = true
					}
				}
			}
		}
	}
	best := -1
	for n, d := range dist {
		if n.form == q.To && (best < 0 || d < best) {
			best = d
		}
	}
	return best
}

func TestNoSequenceOfWaysIsShorterAndEveryStepIsOpen(t *testing.T) {
	r := rand.New(rand.NewPCG(1844, 9))
	days := changes()
	var ids []string
	for f := range graph.Forms() {
		ids = append(ids, f.ID)
	}
	found := 0
	for range 1500 {
		q := conversion.Query{From: ids[r.IntN(len(ids))], To: ids[r.IntN(len(ids))], On: days[r.IntN(len(days))], In: places[r.IntN(len(places))]}
		a, err := graph.Find(q)
		if err != nil || q.From == q.To {
			continue
		}
		want := oracle(q, true)
		if a.Route == nil {
			assert.Equal(t, -1, want, "%v", q)
		} else {
			assert.Len(t, a.Route.Steps, want, "%v", q)
			assert.False(t, a.Route.Doubtful())
			found++
		}
		if least := oracle(q, false); a.Doubtful != nil {
			assert.Len(t, a.Doubtful.Steps, least, "%v", q)
			assert.True(t, a.Doubtful.Doubtful())
		} else {
			assert.Equal(t, want, least, "a shorter route in doubt is offered: %v", q)
		}
		for _, route := range []*conversion.Route{a.Route, a.Doubtful} {
			followed(t, q, route)
		}
	}
	assert.Greater(t, found, 100)
}

// followed walks a route: each step begins where the last ended, and is open on the date.
func followed(t *testing.T, q conversion.Query, r *conversion.Route) {
	t.Helper()
	if r == nil {
		return
	}
	at := q.From
	for _, s := range r.Steps {
		assert.Equal(t, at, s.From)
		assert.True(t, s.In(q.On).Covers(r.In), "%s is not open on %v in %v", s.ID, q.On, r.In)
		at = s.To
	}
	assert.Equal(t, q.To, at)
}
