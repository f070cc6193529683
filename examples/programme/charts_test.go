package main

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	pages "github.com/rochdale-go/rochdale/examples/internal/page"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/programme"
	"github.com/rochdale-go/rochdale/mutual/spinout/evidence"
	"github.com/rochdale-go/rochdale/mutual/spinout/pathfinder"
)

func history(t *testing.T) *programme.Outlook {
	t.Helper()
	o, err := programme.Simulate(context.Background(), programme.History(1), 50, 1, nil)
	require.NoError(t, err)
	return o
}

func TestEveryPublishedCountIsDrawnOnceAndByItsOwnDefinition(t *testing.T) {
	o := history(t)
	of := append(live(), evidence.EmergingAndEstablished)
	counts := over(o.Months, false, of...)
	drawn := map[evidence.Definition]int{}
	for _, p := range counts {
		drawn[p.of]++
		assert.NotEmpty(t, p.sources, p.says)
	}
	for _, d := range of {
		assert.Len(t, evidence.Series(d), drawn[d], "%v", d)
	}
	c := band("Live", "mutuals", o.Months, trading, counts)
	raw, err := json.Marshal(c.Spec)
	require.NoError(t, err)
	var found int
	for _, row := range c.Table.Rows {
		found += strings.Count(row[6].Text, "[")
	}
	assert.Equal(t, len(counts), found, "each has its place in the table")
	assert.Len(t, c.Table.Rows, len(o.Months))
	for _, d := range of {
		assert.Contains(t, string(raw), `"`+d.String()+`"`)
	}
	assert.Contains(t, string(raw), "Some say 2009.", "what is in doubt is said")
}

func TestACountOutsideTheMonthsIsNotDrawn(t *testing.T) {
	o := history(t)
	assert.Empty(t, over(o.Months[:24], false, live()...), "until the end of 2009")
	assert.Len(t, over(o.Months[:36], false, live()...), 1, "the 9 of 2010")
	assert.Empty(t, over(o.Months[:35], false, live()...))
	for _, p := range over(o.Months, true, live()...) {
		assert.GreaterOrEqual(t, p.figure.Number, int64(25_000), "of staff, and not of bodies")
	}
}

func TestARangeIsDrawnInOrder(t *testing.T) {
	c := band("Workers", "workers", history(t).Months, working, nil)
	raw, err := json.Marshal(c.Spec)
	require.NoError(t, err)
	var got struct {
		Data struct {
			Values []struct{ X, A, B, M, C, D float64 }
		}
		Layer []json.RawMessage
	}
	require.NoError(t, json.Unmarshal(raw, &got))
	assert.Len(t, got.Layer, 4, "no marks where nothing is published")
	for i, v := range got.Data.Values {
		assert.IsNonDecreasing(t, []float64{v.A, v.B, v.M, v.C, v.D})
		if i > 0 {
			assert.Greater(t, v.X, got.Data.Values[i-1].X)
		}
	}
}

func TestADayStandsWithinItsYear(t *testing.T) {
	assert.InDelta(t, 2012, year(law.MustDate("2012-01-01")), 1e-9)
	assert.Less(t, year(law.MustDate("2012-12-31")), 2013.0, "a leap year too")
}

func TestTheTimelineHasEveryDatedEventAndNamesToTellApart(t *testing.T) {
	s, events, seen := new(story), 0, map[string]bool{}
	for _, r := range pathfinder.Known() {
		f := fortuneOf(&r)
		s.Pathfinders = append(s.Pathfinders, f)
		if len(f.Timeline) > 0 {
			assert.False(t, seen[short(&f)], short(&f))
			seen[short(&f)] = true
		}
		for _, e := range f.Timeline {
			if !e.When.First.IsZero() && !e.When.Last.IsZero() {
				events++
			}
		}
	}
	c := course(s)
	assert.Len(t, c.Table.Rows, events)
	assert.Positive(t, events)
}

func TestALeverThatCannotIsSaidAndNotDrawn(t *testing.T) {
	r := &programme.Reached{Target: programme.Target{People: 1000}, Lever: programme.Size, Factor: law.Per(1024, 1)}
	blocks := levers(&story{Reached: []*programme.Reached{r}})
	require.Len(t, blocks, 1)
	assert.Contains(t, strings.Join(blocks[0].(pages.Prose), " "), "size for 1,000")
}
