package simulate_test

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/simulate"
)

// distributions has one of every kind, as files have them.
var distributions = map[string]string{
	"constant":   `{"kind":"constant","value":"2%","assumption":"the Bank's target"}`,
	"uniform":    `{"kind":"uniform","low":"-5%","high":"8%","assumption":"nobody knows"}`,
	"triangular": `{"kind":"triangular","low":"-10%","mode":"2%","high":"6%","source":"three directors"}`,
	"normal":     `{"kind":"normal","mean":"2%","deviation":"5%","source":"accounts 2010 to 2020"}`,
	"cut off":    `{"kind":"normal","low":"-3%","high":"1/3","mean":"2%","deviation":"5%","source":"accounts"}`,
	"lognormal":  `{"kind":"lognormal","mean":"110%","deviation":"30%","source":"overruns of forty projects"}`,
	"discrete":   `{"kind":"discrete","values":["0%","-20%","50%"],"odds":["90%","7%","3/100"],"assumption":"a grant is lost"}`,
	"thirds":     `{"kind":"discrete","values":["0%","10%","20%"],"odds":["1/3","1/3","1/3"],"assumption":"a die"}`,
	"empirical":  `{"kind":"empirical","quantiles":["-10%","0%","2.5%","2.5%","12%"],"source":"members' returns"}`,
}

func read(t testing.TB, text string) simulate.Distribution {
	t.Helper()
	var d simulate.Distribution
	require.NoError(t, law.Decode(strings.NewReader(text), &d))
	return d
}

func TestEachKindOfDistributionIsReadAndWrittenAlike(t *testing.T) {
	for name, text := range distributions {
		d := read(t, text)
		require.NoError(t, d.Check(), name)
		again, err := json.Marshal(d)
		require.NoError(t, err, name)
		assert.Equal(t, d, read(t, string(again)), name)
		assert.JSONEq(t, strings.ReplaceAll(text, "3/100", "3%"), string(again), name)
	}
}

func TestValuesAreWhereTheDistributionPutsThem(t *testing.T) {
	for _, tt := range []struct {
		name, of            string
		least, middle, most int64
	}{
		{"a constant is itself", "constant", 20_000, 20_000, 20_000},
		{"uniform from low to high", "uniform", -50_000, 15_000, 80_000},
		// The middle is high - sqrt(half the width times the distance of the mode): all but 0.04 of 0.16 is below it.
		{"triangular from low to high", "triangular", -100_000, -2_020, 60_000},
		{"normal about four deviations either way", "normal", -179_568, 20_000, 219_568},
		{"normal cut off where stated", "cut off", -30_000, 30_009, 221_603},
		{"empirical from the first quantile to the last", "empirical", -100_000, 25_000, 120_000},
		{"discrete in the order of its values", "discrete", 0, 0, 500_000},
	} {
		d := read(t, distributions[tt.of])
		table, err := d.Table()
		require.NoError(t, err, tt.name)
		got := []int64{table.At(0), table.At(1 << 63), table.At(math.MaxUint64)}
		assert.Equal(t, []int64{tt.least, tt.middle, tt.most}, got, tt.name)
	}
}

func TestRatesAreRoundedToMillionthsHalfUp(t *testing.T) {
	for text, want := range map[string]int64{"1/3": 333_333, "2/3": 666_667, "-1/3": -333_333, "0.00005%": 1, "-0.00005%": 0, "1000": 1_000_000_000} {
		d := read(t, `{"kind":"constant","value":"`+text+`","assumption":"x"}`)
		table, err := d.Table()
		require.NoError(t, err)
		assert.Equal(t, want, table.At(0), text)
	}
}

func TestBadDistributionsNameThePlace(t *testing.T) {
	many := `"0%"` + strings.Repeat(`,"0%"`, 4097)
	for text, want := range map[string]string{
		`{"value":"1%","source":"x","low":"1%"}`:                                                       "kind: ",
		`{"kind":"constant","source":"x"}`:                                                             "value: a distribution that is constant needs it",
		`{"kind":"constant","value":"1%","mode":"1%","source":"x"}`:                                    "mode: a distribution that is constant has none",
		`{"kind":"constant","value":"1%","odds":["1"],"source":"x"}`:                                   "odds: a distribution that is constant has none",
		`{"kind":"constant","value":"1%"}`:                                                             "source: ",
		`{"kind":"constant","value":"1%","source":"x","assumption":"y"}`:                               "assumption: ",
		`{"kind":"constant","value":"1000.000000001","source":"x"}`:                                    "value: ",
		`{"kind":"constant","value":"-9223372036854775808/1","source":"x"}`:                            "value: ",
		`{"kind":"uniform","low":"2%","high":"1%","source":"x"}`:                                       "low: 2% is above high, 1%",
		`{"kind":"uniform","low":"2%","source":"x"}`:                                                   "high: ",
		`{"kind":"triangular","low":"1%","mode":"3%","high":"2%","source":"x"}`:                        "mode: 3% is not between 1% and 2%",
		`{"kind":"triangular","low":"1%","mode":"0%","high":"2%","source":"x"}`:                        "mode: ",
		`{"kind":"normal","mean":"1%","deviation":"-1%","source":"x"}`:                                 "deviation: -1% is negative",
		`{"kind":"normal","mean":"1%","deviation":"1%","low":"20%","source":"x"}`:                      "deviation: ",
		`{"kind":"normal","mean":"1%","deviation":"1%","low":"20%","high":"19%","source":"x"}`:         "low: ",
		`{"kind":"normal","mean":"0%","deviation":"900","source":"x"}`:                                 "deviation: ",
		`{"kind":"lognormal","mean":"0%","deviation":"1%","source":"x"}`:                               "mean: ",
		`{"kind":"lognormal","mean":"0.00004%","deviation":"1%","source":"x"}`:                         "mean: ",
		`{"kind":"lognormal","mean":"1%","deviation":"1000","source":"x"}`:                             "deviation: ",
		`{"kind":"lognormal","mean":"1%","deviation":"1%","low":"0%","source":"x"}`:                    "low: ",
		`{"kind":"discrete","values":["1%"],"source":"x"}`:                                             "odds: ",
		`{"kind":"discrete","values":["1%","2%"],"odds":["1"],"source":"x"}`:                           "odds: 1 of them for 2 values",
		`{"kind":"discrete","values":["1%","1001"],"odds":["1","0"],"source":"x"}`:                     "values[1]: ",
		`{"kind":"discrete","values":["1%","2%"],"odds":["101%","-1%"],"source":"x"}`:                  "odds[0]: 101% is not between 0 and 1",
		`{"kind":"discrete","values":["1%","2%"],"odds":["100%","-1%"],"source":"x"}`:                  "odds[1]: -1% is not between 0 and 1",
		`{"kind":"discrete","values":["1%","2%","3%"],"odds":["50%","30%","21%"],"source":"x"}`:        "odds[2]: with 21% the odds add up to more than 1",
		`{"kind":"discrete","values":["1%","2%"],"odds":["50%","49.9999999%"],"source":"x"}`:           "odds: they add up to 999999999/1000000000",
		`{"kind":"discrete","values":["1%","2%"],"odds":["1/1000000007","1/1000000009"],"source":"x"}`: "odds[1]: 1/1000000009 and those before",
		`{"kind":"discrete","values":["1%","2%"],"odds":["1/9223372036854775807","1"],"source":"x"}`:   "odds[0]: ",
		`{"kind":"discrete","values":[` + many + `],"odds":["1"],"source":"x"}`:                        "values: 4098",
		`{"kind":"empirical","quantiles":["1%"],"source":"x"}`:                                         "quantiles: 1,",
		`{"kind":"empirical","quantiles":[` + many + `],"source":"x"}`:                                 "quantiles: 4098",
		`{"kind":"empirical","quantiles":["1%","3%","2%"],"source":"x"}`:                               "quantiles[2]: 2% is below the one before, 3%",
	} {
		d := read(t, text)
		err := d.Check()
		if assert.Error(t, err, text) {
			assert.True(t, strings.HasPrefix(err.Error(), want), "%s: %v", text, err)
		}
	}
}

func TestEdgesOfADistributionAreAllowed(t *testing.T) {
	for name, text := range map[string]string{
		"low and high the same":            `{"kind":"uniform","low":"2%","high":"2%","source":"x"}`,
		"the mode at an end":               `{"kind":"triangular","low":"1%","mode":"1%","high":"2%","source":"x"}`,
		"no deviation":                     `{"kind":"normal","mean":"1%","deviation":"0%","source":"x"}`,
		"a thousand either way":            `{"kind":"uniform","low":"-1000","high":"1000","source":"x"}`,
		"a value whose odds are nought":    `{"kind":"discrete","values":["1%","2%"],"odds":["1","0"],"source":"x"}`,
		"two quantiles":                    `{"kind":"empirical","quantiles":["1%","1%"],"source":"x"}`,
		"a common denominator of 18 nines": `{"kind":"discrete","values":["1%","2%"],"odds":["1/999999999999999999","999999999999999998/999999999999999999"],"source":"x"}`,
	} {
		d := read(t, text)
		assert.NoError(t, d.Check(), name)
	}
}

func TestUnknownKindsAndFieldsAreRefusedWhenRead(t *testing.T) {
	for _, text := range []string{
		`{"kind":"gamma"}`, `{"kind":""}`, `{"kind":"constant","values":"1%"}`, `{"kind":"constant","value":0.02}`,
		`{"kind":"constant","value":"NaN"}`, `{"kind":"constant","value":"Inf"}`, `{"kind":"constant","rate":"1%"}`, `{"kind":"constant","value":"1e3"}`,
	} {
		var d simulate.Distribution
		assert.Error(t, law.Decode(strings.NewReader(text), &d), text)
	}
}

// TestEmpiricalAgreesWithAReckoningInIntegers has the quantiles of type 7 worked out again
// over a common denominator.
func TestEmpiricalAgreesWithAReckoningInIntegers(t *testing.T) {
	samples := make([]float64, 1000)
	for i := range samples {
		samples[i] = float64((i*7919)%1000*(i%7))/10_000 - 0.1
	}
	given := append([]float64{}, samples...)
	for _, n := range []int{2, 3, 33, 257} {
		d, err := simulate.Empirical(samples, n, "a survey")
		require.NoError(t, err)
		require.NoError(t, d.Check())
		require.Len(t, d.Quantiles, n)
		assert.Equal(t, given, samples, "the caller's samples are left alone")
		sorted := sortedMillionths(samples)
		for i, q := range d.Quantiles {
			at := i * (len(sorted) - 1)
			k, rest := at/(n-1), int64(at%(n-1))
			want := sorted[k] * int64(n-1)
			if rest > 0 {
				want += (sorted[k+1] - sorted[k]) * rest
			}
			half := law.MulDiv(law.Pence(want), 1, int64(n-1), law.HalfUp)
			assert.Equal(t, law.Per(int64(half), 1_000_000), q, "quantile %d of %d", i, n)
		}
	}
}

func sortedMillionths(samples []float64) []int64 {
	out := make([]int64, len(samples))
	for i, x := range samples {
		out[i] = int64(math.Floor(x*1e6 + 0.5))
	}
	slices.Sort(out)
	return out
}

func TestEmpiricalRefusesWhatIsNoSample(t *testing.T) {
	good := []float64{0.01, 0.02, 0.03, 0.05, 0.08}
	for _, tt := range []struct {
		name    string
		samples []float64
		n       int
		source  string
		want    string
	}{
		{"not a number", []float64{0.1, math.NaN()}, 2, "x", "samples[1]: "},
		{"infinite", []float64{math.Inf(1), 0}, 2, "x", "samples[0]: "},
		{"infinitely small", []float64{0, math.Inf(-1)}, 2, "x", "samples[1]: "},
		{"beyond a thousand", []float64{0, 1000.1}, 2, "x", "samples[1]: "},
		{"too few", good, 9, "x", "samples: 5 are too few for 9"},
		{"none", nil, 2, "x", "samples: 0"},
		{"one quantile", good, 1, "x", "quantiles: 1 "},
		{"no quantiles", good, 0, "x", "quantiles: 0 "},
		{"fewer than none", good, math.MinInt, "x", "quantiles: "},
		{"not one more than a power of two", good, 4, "x", "quantiles: 4 "},
		{"too many", make([]float64, 9000), 8193, "x", "quantiles: 8193 "},
		{"no source", good, 3, "", "source: "},
	} {
		_, err := simulate.Empirical(tt.samples, tt.n, tt.source)
		if assert.Error(t, err, tt.name) {
			assert.True(t, strings.HasPrefix(err.Error(), tt.want), "%s: %v", tt.name, err)
		}
	}
	d, err := simulate.Empirical([]float64{1000, -1000}, 2, "the edges")
	require.NoError(t, err)
	assert.Equal(t, []law.Ratio{law.Per(-1000, 1), law.Per(1000, 1)}, d.Quantiles)
}

// FuzzDistribution: whatever can be read is refused, or can be drawn from within its bounds.
func FuzzDistribution(f *testing.F) {
	for _, text := range distributions {
		f.Add([]byte(text), uint64(1)<<63)
	}
	f.Fuzz(func(t *testing.T, text []byte, u uint64) {
		var d simulate.Distribution
		if law.Decode(strings.NewReader(string(text)), &d) != nil {
			return
		}
		table, err := d.Table()
		if err != nil {
			assert.EqualError(t, d.Check(), err.Error())
			return
		}
		for _, u := range []uint64{0, u, ^u, math.MaxUint64} {
			v := table.At(u)
			require.LessOrEqual(t, v, int64(1_000_000_000))
			require.GreaterOrEqual(t, v, int64(-1_000_000_000))
		}
		again, err := json.Marshal(d)
		require.NoError(t, err)
		twice, err := json.Marshal(read(t, string(again)))
		require.NoError(t, err)
		assert.Equal(t, string(again), string(twice))
	})
}
