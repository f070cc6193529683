package election

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestThreeEqualsArePartedByEitherReading(t *testing.T) {
	// The latest point has C alone above A and B; the first has C alone lowest, then B.
	h := history{{4, 3, 2}, {1, 1, 2}, {5, 5, 5}}
	for name, c := range map[string]struct {
		how    Parting
		way    Back
		chosen int
		by     By
	}{
		"narrowing, backwards: A and B stay in, and B was lower before":          {Narrowing, Backwards, 1, ByHistory},
		"one alone, backwards: nobody is alone lowest until the first: C":        {OneAlone, Backwards, 2, ByHistory},
		"narrowing, forwards: C is lowest at the first":                          {Narrowing, Forwards, 2, ByHistory},
		"one alone, forwards: C is alone lowest at the first":                    {OneAlone, Forwards, 2, ByHistory},
		"one alone, without history: the first of the lot, which is candidate 1": {OneAlone, NoHistory, 0, ByLot},
		"all different, backwards: no two are equal at the first only: C":        {AllDifferent, Backwards, 2, ByHistory},
		"all different, without history: the first of the lot":                   {AllDifferent, NoHistory, 0, ByLot},
	} {
		t.Run(name, func(t *testing.T) {
			count := &tally{res: &Result{}, lot: lot{place: []int{1, 2, 3}}}
			got, err := count.breakTieAs(ToExclude, []int{0, 1, 2}, h, c.way, c.how)
			require.NoError(t, err)
			assert.Equal(t, c.chosen, got)
			require.Len(t, count.res.Ties, 1)
			assert.Equal(t, c.by, count.res.Ties[0].By)
			assert.Equal(t, []int{1, 2, 3}, count.res.Ties[0].Tied)
		})
	}
	count := &tally{res: &Result{}, lot: lot{place: []int{1, 2, 3}}}
	got, err := count.breakTieAs(ToExclude, []int{0, 1}, history{{1, 1, 0}}, Backwards, OneAlone)
	require.NoError(t, err)
	assert.Zero(t, got, "nobody was ever alone lowest: the lot")
	assert.Equal(t, ByLot, count.res.Ties[0].By)
	got, err = count.breakTieAs(ToExclude, []int{0, 1, 2}, history{{1, 1, 0}, {1, 2, 1}}, Backwards, AllDifferent)
	require.NoError(t, err)
	assert.Zero(t, got, "two were equal at each: the lot")
	assert.Equal(t, ByLot, count.res.Ties[1].By)
	got, err = count.breakTieAs(ToExclude, []int{0, 1}, history{{1, 0, 0}, {1, 2, 2}}, Backwards, AllDifferent)
	require.NoError(t, err)
	assert.Zero(t, got, "two have only to differ")
	assert.Equal(t, ByHistory, count.res.Ties[2].By)
}

func TestTheSenatesTiesOfThreeChangedIn2021(t *testing.T) {
	// Western Australia counted again in 2016: at count 49 three had 66. At count 41 they had 65, 66
	// and 66, and last at count 4 all different votes, 65, 61 and 63.
	h := history{{65, 61, 63}, {65, 66, 66}, {66, 66, 66}}
	for how, want := range map[Parting]int{
		Narrowing:    0, // s. 273(31A), and what was done before it was in force
		AllDifferent: 1, // s. 273(31)(b) as it then read
	} {
		count := &tally{res: &Result{}, lot: lot{place: make([]int, 3)}}
		got, err := count.breakTieAs(ToExclude, []int{0, 1, 2}, h, Backwards, how)
		require.NoError(t, err)
		assert.Equal(t, want, got, how)
	}
}
