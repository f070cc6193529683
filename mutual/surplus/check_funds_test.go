package surplus_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

func TestAFundThatAPolicyNamesIsGeneralFilledOrDeclared(t *testing.T) {
	draws := func(fund, more string) string {
		return `{"steps": [{"name": "a", "fund": "lean years", "share": "10%"}, {"name": "b", "to": "indivisible-reserve", "share": "10%"},
			{"name": "c", "kinds": ["dividend"], "share": "1%", "draw_on": "` + fund + `"}]` + more + `}`
	}
	measured := func(fund string) string {
		return `{"steps": [{"name": "a", "fund": "lean years", "share": "10%"}, {"name": "b", "share": "1%", "of": "fund", "named": ["` + fund + `"]}]}`
	}
	for name, c := range map[string]struct{ policy, want string }{
		"general":                            {draws("general", ""), ""},
		"one that a step fills":              {draws("lean years", ""), ""},
		"one that is declared":               {draws("returns", `, "funds": ["returns"]`), ""},
		"a misspelt one":                     {draws("lean year", ""), `steps[2].draw_on: no step fills a fund "lean year" and funds does not declare it; there are general, lean years, indivisible-reserve`},
		"a misspelt one beside declared":     {draws("return", `, "funds": ["returns"]`), `steps[2].draw_on: no step fills a fund "return" and funds does not declare it; there are general, returns, lean years, indivisible-reserve`},
		"a measure of one that a step fills": {measured("lean years"), ""},
		"a measure of a misspelt one":        {measured("lean year"), `steps[1].named[0]: no step fills a fund "lean year"`},
		"a measure of one without a name":    {measured(""), `steps[1].named[0]: no step fills a fund ""`},
		"a limit by a misspelt one": {
			`{"steps": [{"name": "a", "share": "1%", "until": {"amount": "5", "or_more": {"share": "1%", "of": "fund", "named": ["x"]}}}]}`,
			`steps[0].until.or_more.named[0]: no step fills a fund "x"`,
		},
		"a proviso by a misspelt one": {
			`{"steps": [{"name": "a"}], "provisos": [{"name": "p", "steps": ["a"], "at_most": {"share": "1%", "of": "fund", "named": ["x"]}}]}`,
			`provisos[0].at_most.named[0]: no step fills a fund "x"`,
		},
		"losses fill none":             {`{"steps": [{"name": "a", "to": "losses", "share": "1%"}, {"name": "b", "kinds": ["dividend"], "draw_on": "losses"}]}`, `steps[1].draw_on: no step fills a fund "losses"`},
		"general is not declared":      {`{"steps": [], "funds": ["general"]}`, `funds[0]: "general" is no name for a fund`},
		"nor one without a name":       {`{"steps": [], "funds": ["a", ""]}`, `funds[1]: "" is no name for a fund`},
		"nor one twice":                {`{"steps": [], "funds": ["a", "b", "a"]}`, `funds[2]: "a" is there twice`},
		"one is declared and filled":   {`{"steps": [{"name": "a", "fund": "x", "share": "1%"}], "funds": ["x"]}`, ""},
		"one is declared and not used": {`{"steps": [], "funds": ["x"]}`, ""},
	} {
		p, err := surplus.Read(strings.NewReader(c.policy))
		if c.want == "" {
			require.NoError(t, err, name)
			assert.NotNil(t, p, name)
			continue
		}
		require.ErrorContains(t, err, c.want, name)
	}
}

func TestAPolicyDeclaresNoMoreFundsThanItMayHaveSteps(t *testing.T) {
	p := &surplus.Policy{}
	for i := range surplus.MaxSteps {
		p.Funds = append(p.Funds, fmt.Sprint("fund ", i))
	}
	require.NoError(t, p.Check())
	p.Funds = append(p.Funds, "one more")
	require.ErrorContains(t, p.Check(), "funds: 101, and 100 are the most")
}

// A declared fund that the year does not bring is empty; one that it brings is drawn on.
func TestADeclaredFundIsDrawnOnWhereTheYearBringsIt(t *testing.T) {
	f, body := anyForm()
	p := &surplus.Policy{Funds: []string{"returns"}, Steps: []surplus.Step{
		{Name: "interest", Kinds: []law.PaymentKind{law.ShareInterest}, Amount: law.Pounds(1_000), DrawOn: "returns"},
	}}
	for brought, want := range map[int64]int64{0: 100, 600: 700, 5_000: 1_000} {
		y := yearTo("2020-03-31", law.Pounds(100))
		y.Opening = law.Pounds(5_000)
		if brought > 0 {
			y.Funds = []surplus.Fund{{Name: "returns", Amount: law.Pounds(brought)}}
		}
		out, err := surplus.Distribute(f, body, y, p)
		require.NoError(t, err)
		check(t, f, out)
		assert.Equal(t, law.Pounds(want), paid(out, "interest"), "of £%d", brought)
	}
}
