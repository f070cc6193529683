package page

import (
	"encoding/json"
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func fan(name string) Fan {
	return Fan{name, []FanPoint{{2027, [5]float64{-10, -5, 0, 5, 1234.5}}, {2028, [5]float64{1, 2, 3, 4, 5}}}}
}

func spreadPage(s string) Page {
	return Page{Title: "t", Sections: []Section{{Title: "t", Blocks: []Block{
		Fans{Title: s, Caption: s, X: s, Y: s, Panel: s, Fans: []Fan{fan(s), fan(s + "2")}},
		Multiples{Title: s, Caption: s, X: s, Y: s, Panel: s, Panels: []Panel{
			{s, []Series{{s, Consecutive(2027, 1, 2)}, {s + "2", Consecutive(2027, 3, 4)}}},
			{s + "2", []Series{{s, Consecutive(2027, 5, 60)}, {s + "2", Consecutive(2027, 7, 8)}}},
		}},
		Ranges{Title: s, Caption: s, Category: s, Value: s, Low: s, Middle: s, High: s, Ranges: []Range{{s, 1, 2, 3}}},
	}}}}
}

func TestHostileTextStaysTextInPanels(t *testing.T) {
	harmless, attacked := render(t, spreadPage("x")), render(t, spreadPage(hostile))
	tags := regexp.MustCompile(`<[a-z/!][^\s>]*`)
	assert.Equal(t, tags.FindAllString(markup(harmless), -1), tags.FindAllString(markup(attacked), -1))
	for _, m := range regexp.MustCompile(`(?s)<script type="application/json"[^>]*>(.*?)</script>`).FindAllStringSubmatch(attacked, -1) {
		var back map[string]any
		require.NoError(t, json.Unmarshal([]byte(m[1]), &back))
		assert.NotRegexp(t, `"(expr|test)":"[^"]*alert`, m[1], "no text stands in an expression")
	}
}

func TestEveryDrawingIsNamedAndEveryFigureIsInTheTable(t *testing.T) {
	out := render(t, spreadPage("x"))
	assert.Equal(t, 5, strings.Count(out, `role="img" aria-label="`))
	assert.Equal(t, 5, strings.Count(out, `data-plot="`), "one for each drawing")
	for _, id := range regexp.MustCompile(`data-plot="([^"]+)"`).FindAllStringSubmatch(out, -1) {
		assert.Equal(t, 1, strings.Count(out, ` id="`+id[1]+`"`), id[1])
	}
	f, err := Fans{Title: "Cash", X: "Year", Y: "£", Panel: "Form", Decimals: 1, Fans: []Fan{fan("A"), fan("B")}}.panels()
	require.NoError(t, err)
	assert.Equal(t, []string{"A", "2027", "−10.0", "−5.0", "0.0", "5.0", "1,234.5"}, texts(f.table.Rows)[0])
	assert.Len(t, f.table.Rows, 4)
	assert.Equal(t, "A: fan chart of £ by Year, from 2027 to 2028, where the median is 3.0 and nine in ten lie between 1.0 and 5.0", f.list[0].alt)

	m, err := Multiples{Title: "Odds", X: "Year", Y: "%", Panel: "Form", Panels: []Panel{
		{"A", []Series{{"cash", Consecutive(2027, 1)}}}, {"B", []Series{{"cash", Consecutive(2027, 60)}}},
	}}.panels()
	require.NoError(t, err)
	assert.Equal(t, [][]string{{"A", "2027", "1"}, {"B", "2027", "60"}}, texts(m.table.Rows))

	r, err := Ranges{Title: "Paid", Category: "Form", Value: "£", Low: "5%", Middle: "median", High: "95%", Ranges: []Range{{"A", -1, 0, 2000}}}.figure()
	require.NoError(t, err)
	assert.Equal(t, [][]string{{"A", "−1", "0", "2,000"}}, texts(r.Table.Rows))
}

func TestPanelsHaveOneScale(t *testing.T) {
	m, err := Multiples{Title: "Odds", X: "Year", Y: "%", Panel: "Form", Panels: []Panel{
		{"A", []Series{{"cash", Consecutive(2027, 1)}}}, {"B", []Series{{"cash", Consecutive(2027, 60, math.NaN())}}},
	}}.panels()
	require.NoError(t, err)
	for _, p := range m.list {
		y := p.spec.(spec)["encoding"].(spec)["y"].(spec)
		assert.Equal(t, []float64{0, 60}, y["scale"].(spec)["domain"], p.name)
	}
	same, err := scale([]float64{0, 0})
	require.NoError(t, err)
	assert.Equal(t, []float64{0, 1}, same["domain"], "a chart of nothing has a height")
}

func TestPanelsRefuseWhatWouldMislead(t *testing.T) {
	one := []Series{{"cash", Consecutive(2027, 1)}}
	broken := fan("A")
	broken.Points[1].Quantiles[2] = math.NaN()
	tangled := fan("A")
	tangled.Points[0].Quantiles[0] = 9
	back := fan("A")
	back.Points[1].X = 2027
	endless := fan("A")
	endless.Points[1].Quantiles[4] = math.Inf(1)
	ranges := func(rs ...Range) Ranges { return Ranges{Title: "t", Low: "l", Middle: "m", High: "h", Ranges: rs} }
	for name, b := range map[string]Block{
		"no fans":                   Fans{Title: "t"},
		"no title":                  Fans{Fans: []Fan{fan("A")}},
		"a fan without points":      Fans{Title: "t", Fans: []Fan{{Name: "A"}}},
		"a fan without a name":      Fans{Title: "t", Fans: []Fan{fan("")}},
		"two fans of one name":      Fans{Title: "t", Fans: []Fan{fan("A"), fan("A")}},
		"a fan with a gap":          Fans{Title: "t", Fans: []Fan{broken}},
		"a fan without end":         Fans{Title: "t", Fans: []Fan{endless}},
		"quantiles out of order":    Fans{Title: "t", Fans: []Fan{tangled}},
		"years out of order":        Fans{Title: "t", Fans: []Fan{back}},
		"no panels":                 Multiples{Title: "t"},
		"two panels of one name":    Multiples{Title: "t", Panels: []Panel{{"A", one}, {"A", one}}},
		"panels of other lines":     Multiples{Title: "t", Panels: []Panel{{"A", one}, {"B", []Series{{"debt", Consecutive(2027, 1)}}}}},
		"a panel without lines":     Multiples{Title: "t", Panels: []Panel{{Name: "A"}}},
		"no ranges":                 ranges(),
		"a range out of order":      ranges(Range{"A", 2, 1, 3}),
		"a range that is no number": ranges(Range{"A", 1, math.NaN(), 3}),
		"two ranges of one name":    ranges(Range{"A", 1, 2, 3}, Range{"A", 1, 2, 3}),
		"ends that are not named":   Ranges{Title: "t", Ranges: []Range{{"A", 1, 2, 3}}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := b.view(&ids{})
			require.Error(t, err)
		})
	}
}
