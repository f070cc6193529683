package page

import (
	"encoding/json"
	"math"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func texts(rows [][]Cell) [][]string {
	out := make([][]string, len(rows))
	for i, row := range rows {
		for _, c := range row {
			out[i] = append(out[i], c.Text)
		}
	}
	return out
}

func TestLinesTableHoldsTheFigures(t *testing.T) {
	f, err := Lines{Title: "Cash", X: "Year", Y: "£", Decimals: 1, Series: []Series{
		{Name: "A", Points: Consecutive(2027, 1234.56, math.NaN())},
		{Name: "B", Points: Consecutive(2026, -5)},
	}}.figure()
	require.NoError(t, err)
	assert.Equal(t, "Cash (£)", f.Table.Caption)
	assert.Equal(t, []Column{{"Year", Left}, {"A", Right}, {"B", Right}}, f.Table.Columns)
	assert.Equal(t, [][]string{
		{"2026", "—", "−5.0"},
		{"2027", "1,234.6", "—"},
		{"2028", "—", "—"},
	}, texts(f.Table.Rows))
	assert.Equal(t, "Line chart of £ by Year, from 2026 to 2028: A, B.", f.Alt)

	raw, err := json.Marshal(f.Spec)
	require.NoError(t, err)
	var spec struct {
		Data struct{ Values []struct{ Y *float64 } }
	}
	require.NoError(t, json.Unmarshal(raw, &spec))
	require.Len(t, spec.Data.Values, 3)
	assert.Nil(t, spec.Data.Values[1].Y, "what is not known is a gap, not nought")
}

func TestLinesLabelsKeepTheOrderOfX(t *testing.T) {
	f, err := Lines{Title: "t", X: "Year", Y: "£", Series: []Series{
		{Name: "A", Points: []Point{{2, 20, "2027/28"}, {1, 10, "2026/27"}}},
		{Name: "B", Points: []Point{{3, 30, "2028/29"}}},
	}}.figure()
	require.NoError(t, err)
	assert.Equal(t, [][]string{{"2026/27", "10", "—"}, {"2027/28", "20", "—"}, {"2028/29", "—", "30"}}, texts(f.Table.Rows))
}

func TestLinesRefusesWhatWouldMislead(t *testing.T) {
	nine := make([]Series, MaxSeries+1)
	for i := range nine {
		nine[i] = Series{Name: strconv.Itoa(i), Points: Consecutive(1, 1)}
	}
	for name, series := range map[string][]Series{
		"none":            nil,
		"no points":       {{Name: "A"}},
		"same name":       {{Name: "A"}, {Name: "A"}},
		"too many":        nine,
		"same X":          {{Name: "A", Points: []Point{{X: 1}, {X: 1}}}},
		"X not a number":  {{Name: "A", Points: []Point{{X: math.NaN()}}}},
		"some labels":     {{Name: "A", Points: []Point{{X: 1, Label: "a"}, {X: 2}}}},
		"two labels at X": {{Name: "A", Points: []Point{{X: 1, Label: "a"}}}, {Name: "B", Points: []Point{{X: 1, Label: "b"}}}},
		"one label twice": {{Name: "A", Points: []Point{{X: 1, Label: "a"}, {X: 2, Label: "a"}}}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Lines{Title: "t", Series: series}.view(&ids{})
			require.Error(t, err)
		})
	}
}

// A label in an expression would be code, so labels stay in the data.
func TestLabelsStayOutOfExpressions(t *testing.T) {
	lines, err := Lines{Title: "LABEL", X: "LABEL", Y: "LABEL", Series: []Series{{Name: "a", Points: Consecutive(1, 2)}}}.figure()
	require.NoError(t, err)
	bars, err := Bars{Title: "LABEL", Category: "LABEL", Value: "LABEL", Bars: []Bar{{"a", "b", 1}}}.figure()
	require.NoError(t, err)
	for _, f := range []figure{lines, bars} {
		s := f.Spec.(spec)
		values := s["data"].(spec)["values"].([]spec)
		assert.Contains(t, values[0]["tip"], "LABEL: ")
		delete(s, "data")
		raw, err := json.Marshal(s)
		require.NoError(t, err)
		assert.NotContains(t, string(raw), "LABEL")
	}
}

func TestBarsTableHoldsTheFigures(t *testing.T) {
	f, err := Bars{Title: "Capital", Category: "Year", Value: "£", Stacked: true, Bars: []Bar{
		{"2026", "Shares", 1000}, {"2027", "Loans", 7}, {"2026", "Loans", -0.2},
	}}.figure()
	require.NoError(t, err)
	assert.Equal(t, []string{"Shares", "Loans"}, f.legend)
	assert.Equal(t, [][]string{{"2026", "1,000", "0"}, {"2027", "—", "7"}}, texts(f.Table.Rows))
	assert.Equal(t, "Bar chart of £ by Year, from 2026 to 2027: Shares, Loans.", f.Alt)

	single, err := Bars{Title: "t", Category: "Year", Value: "Members", Bars: []Bar{{Category: "2026", Value: 4}}}.figure()
	require.NoError(t, err)
	assert.Equal(t, "Members", single.Table.Columns[1].Title)
	assert.Empty(t, single.keys(), "one series needs no legend")
}

func TestBarsLieDownForLongNames(t *testing.T) {
	b := Bars{Title: "t", Category: "Form", Value: "£", Bars: []Bar{{Category: "Community benefit society"}, {Category: "LLP"}}}
	f, err := b.figure()
	require.NoError(t, err)
	assert.Equal(t, "Form", f.above)
	assert.Equal(t, "£", f.below)
	assert.Equal(t, []string{"Community", "benefit society"}, wrap("Community benefit society"))
	assert.False(t, lieDown([]string{"2026/27"}))
}

func TestBarsRefusesWhatWouldMislead(t *testing.T) {
	for name, bars := range map[string]Bars{
		"none":        {},
		"same place":  {Bars: []Bar{{"a", "b", 1}, {"a", "b", 2}}},
		"broken part": {Stacked: true, Bars: []Bar{{"a", "b", math.NaN()}}},
	} {
		t.Run(name, func(t *testing.T) {
			bars.Title = "t"
			_, err := bars.view(&ids{})
			require.Error(t, err)
		})
	}
}

func TestNumber(t *testing.T) {
	for want, got := range map[string]string{
		"0":             number(0, 0),
		"999":           number(999, 0),
		"1,000":         number(999.6, 0),
		"−1,234,567.89": number(-1234567.891, 2),
		"0.00":          number(-0.001, 2),
		none:            number(math.Inf(1), 2),
	} {
		assert.Equal(t, want, got)
	}
}

func TestMarkDoesNotRepeatItself(t *testing.T) {
	assert.Nil(t, Plain.mark("x"))
	assert.Nil(t, Emphasis(99).mark("x"))
	assert.Equal(t, &markView{Class: "breach", Sign: "✕", Word: "breach"}, Breach.mark("1.04"))
	assert.Empty(t, Breach.mark("In breach").Word)
}
