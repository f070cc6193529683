package main

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/examples/internal/accounts"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/simulate"
)

func shipped(t *testing.T) *calibration {
	r, err := accounts.Shipped()
	require.NoError(t, err)
	c, err := calibrate(r)
	require.NoError(t, err)
	return c
}

func TestTheFiguresShippedAreThoseWorkedOut(t *testing.T) {
	c := shipped(t)
	assert.Empty(t, c.Differ)
	assert.True(t, c.Agrees)
	assert.Equal(t, simulate.Observed(), c.Observed)
	assert.Equal(t, simulate.Drivers{simulate.Margin: c.Observed[4].Spread}, simulate.CoOperatives())

	var out bytes.Buffer
	require.NoError(t, writeGo(&out, c))
	source, err := os.ReadFile("../../mutual/simulate/defaults_figures.go")
	require.NoError(t, err)
	assert.Equal(t, string(source), out.String(), "go run ./examples/calibrate -go")
}

func TestAFigureThatIsAnotherIsNamed(t *testing.T) {
	for name, spoil := range map[string]func(*simulate.Observation){
		"a quantile":  func(o *simulate.Observation) { o.Spread.Quantiles[7] = law.Percent(3) },
		"the median":  func(o *simulate.Observation) { o.Median = law.Percent(3) },
		"the samples": func(o *simulate.Observation) { o.Samples++ },
		"the source":  func(o *simulate.Observation) { o.Spread.Source = "hearsay" },
		"the name":    func(o *simulate.Observation) { o.Name = "another" },
	} {
		t.Run(name, func(t *testing.T) {
			c := &calibration{Observed: simulate.Observed()[5:7]}
			others := simulate.Observed()[5:7]
			c.compare(others)
			require.True(t, c.Agrees)
			spoil(&others[1])
			c.compare(others)
			assert.False(t, c.Agrees)
			assert.Equal(t, []string{simulate.ObservedGrowth}, c.Differ)
		})
	}
}

func TestTheTwoFiguresByWhichTheAccountsAreKnown(t *testing.T) {
	l := shipped(t).Latest
	assert.Equal(t, latest{Bodies: 3838, Losses: 1426, Margin: law.Per(13_002, 1_000_000), Of: 3559}, l, "37%% at a loss, median +1.3%%")
}

func TestEveryAccountIsASampleOrLeftOutForAReason(t *testing.T) {
	c := shipped(t)
	count := map[string]int{}
	for _, o := range c.Observed {
		count[o.Name] += o.Samples
	}
	for _, l := range c.LeftOut {
		count[l.From] += l.Count
	}
	assert.Equal(t, c.Accounts, count[simulate.ObservedMargin])
	assert.Equal(t, c.Observed[0].Samples, c.Observed[1].Samples+c.Observed[2].Samples+c.Observed[3].Samples, "by bands")
	pairs := c.Accounts - c.Bodies - count["changes"]
	for _, name := range []string{simulate.ObservedChange, simulate.ObservedGrowth, simulate.ObservedStaff, simulate.ObservedFunds} {
		assert.Equal(t, pairs, count[name], name)
	}
}

func TestWhatCountsAsAMarginAndAsAChange(t *testing.T) {
	body := func(years ...accounts.Year) *accounts.Body { return &accounts.Body{ID: "R1", Years: years} }
	year := func(end string, turnover, profit int64) accounts.Year {
		return accounts.Year{End: law.MustDate(end), Turnover: law.Known(turnover), Profit: law.Known(profit)}
	}
	for _, c := range []struct {
		name    string
		body    *accounts.Body
		margins []float64
		growth  []float64
	}{
		{"two years that follow each other", body(year("2012-03-31", 100_000, 1_000), year("2013-03-31", 110_000, -1_100)), []float64{0.01, -0.01}, []float64{0.1}},
		{"turnover at the least", body(year("2012-03-31", 10_000, 10_000), year("2013-03-31", 9_999, 0)), []float64{1}, []float64{-0.0001}},
		{"turnover below the least", body(year("2012-03-31", 9_999, 0), year("2013-03-31", 10_000, 0)), []float64{0}, nil},
		{"a profit above turnover", body(year("2012-03-31", 10_000, 10_001), year("2013-03-31", 10_000, -10_001)), nil, []float64{0}},
		{"turnover doubled, and more than doubled", body(year("2012-03-31", 10_000, 0), year("2013-03-31", 20_000, 0), year("2014-03-31", 40_001, 0)), []float64{0, 0, 0}, []float64{1}},
		{"the ends 350 days apart", body(year("2012-01-01", 10_000, 0), year("2012-12-16", 10_000, 0)), []float64{0, 0}, []float64{0}},
		{"the ends 349 days apart", body(year("2012-01-01", 10_000, 0), year("2012-12-15", 10_000, 0)), []float64{0, 0}, nil},
		{"the ends 380 days apart", body(year("2012-01-01", 10_000, 0), year("2013-01-15", 10_000, 0)), []float64{0, 0}, []float64{0}},
		{"the ends 381 days apart", body(year("2012-01-01", 10_000, 0), year("2013-01-16", 10_000, 0)), []float64{0, 0}, nil},
		{"nothing stated", body(accounts.Year{End: law.MustDate("2012-01-01")}), nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			samples, left := map[string][]float64{}, counter{}
			assert.Equal(t, c.margins, margins(c.body, samples, &left))
			changes(c.body, samples, &left)
			assert.Equal(t, c.margins, samples[simulate.ObservedMargin])
			assert.Equal(t, c.growth, samples[simulate.ObservedGrowth])
		})
	}
}

func TestTheSpreadWithinABodyHasTheVarianceOfItsMargins(t *testing.T) {
	b := &accounts.Body{}
	for i, profit := range []int64{0, 10_000, 50_000} {
		b.Years = append(b.Years, accounts.Year{End: law.MustDate("2012-03-31").AddMonths(12 * i), Turnover: law.Known(int64(100_000)), Profit: law.Known(profit)})
	}
	samples, left := map[string][]float64{}, counter{}
	margins(b, samples, &left)
	var sum, squares float64
	for _, x := range samples[simulate.ObservedWithin] {
		sum += x
		squares += x * x
	}
	assert.InDelta(t, 0, sum, 1e-12)
	assert.InDelta(t, 0.07, squares/3, 1e-12, "0.2² + 0.1² + 0.3² by two, not by three")
	b.Years = b.Years[:2]
	samples = map[string][]float64{}
	margins(b, samples, &left)
	assert.Empty(t, samples[simulate.ObservedWithin], "two years are too few for an average")
}

func TestTheProgramSaysWhatItFound(t *testing.T) {
	for name, c := range map[string]struct {
		args   []string
		status int
		want   string
	}{
		"text":             {nil, 0, "1426 of 3838 (37.2%) show a loss; the\nmedian margin of the 3559 with a turnover is +1.3%."},
		"attribution":      {nil, 0, accounts.Attribution},
		"Go":               {[]string{"-go"}, 0, "DO NOT EDIT"},
		"JSON":             {[]string{"-json"}, 0, `"agrees": true`},
		"a file":           {[]string{"-csv", "../internal/accounts/coops/accounts.csv", "-organisations", "../internal/accounts/coops/organisations.csv"}, 0, "Consumers"},
		"no such file":     {[]string{"-csv", "none.csv"}, 2, "none.csv"},
		"no such bodies":   {[]string{"-csv", "../internal/accounts/coops/accounts.csv", "-organisations", "none.csv"}, 2, "none.csv"},
		"too few":          {[]string{"-csv", "testdata/few.csv"}, 2, "margin: samples: 2 are too few"},
		"bodies alone":     {[]string{"-organisations", "x"}, 2, "-organisations goes with -csv"},
		"both formats":     {[]string{"-json", "-go"}, 2, "one of the two"},
		"a stray argument": {[]string{"x"}, 2, `"x"`},
	} {
		t.Run(name, func(t *testing.T) {
			var out, errs strings.Builder
			assert.Equal(t, c.status, run(c.args, &out, &errs), errs.String())
			assert.Contains(t, out.String()+errs.String(), c.want)
			if name == "JSON" {
				assert.True(t, json.Valid([]byte(out.String())))
			}
		})
	}
}

func BenchmarkCalibrate(b *testing.B) {
	r, err := accounts.Shipped()
	require.NoError(b, err)
	for b.Loop() {
		if _, err := calibrate(r); err != nil {
			b.Fatal(err)
		}
	}
}
