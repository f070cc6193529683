package engine_test

import (
	"encoding/json"
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/internal/engine"
)

// reckoned is the mean and the sample variance in fractions of any length.
func reckoned(values []int64) (mean, variance float64) {
	n := big.NewRat(int64(len(values)), 1)
	sum, squares := new(big.Rat), new(big.Rat)
	for _, v := range values {
		r := new(big.Rat).SetInt64(v)
		sum.Add(sum, r)
		squares.Add(squares, r.Mul(r, r))
	}
	m := new(big.Rat).Quo(sum, n)
	squares.Sub(squares, sum.Mul(sum, m))
	mean, _ = m.Float64()
	variance, _ = squares.Quo(squares, n.Sub(n, big.NewRat(1, 1))).Float64()
	return mean, variance
}

func TestMeanAndVarianceAreExactForAnyNumbers(t *testing.T) {
	next := numbers(7)
	var m engine.Moments
	var values []int64
	for i, v := range extremes() {
		m.Add(v)
		values = append(values, v, next())
		m.Add(values[len(values)-1])
		mean, variance := reckoned(values)
		got, ok := m.Mean()
		require.True(t, ok)
		require.Equal(t, mean, got, "mean of %d", 2*i+2) //nolint:testifylint // exact on purpose
		got, ok = m.Variance()
		require.True(t, ok)
		require.Equal(t, variance, got, "variance of %d", 2*i+2) //nolint:testifylint // exact on purpose
	}
	least, most, ok := m.Range()
	assert.True(t, ok)
	assert.Equal(t, []int64{math.MinInt64, math.MaxInt64}, []int64{least, most})
}

func TestMomentsOfNothingAndOfOne(t *testing.T) {
	var m engine.Moments
	_, ok := m.Mean()
	assert.False(t, ok)
	_, _, ok = m.Range()
	assert.False(t, ok)
	m.Add(-7)
	_, ok = m.Variance()
	assert.False(t, ok, "one number has no variance")
	mean, ok := m.Mean()
	assert.True(t, ok)
	assert.InDelta(t, -7, mean, 0)
	least, most, ok := m.Range()
	assert.True(t, ok)
	assert.Equal(t, []int64{-7, -7}, []int64{least, most}, "nought, where it began, is not one of them")
	m.Add(-7)
	variance, ok := m.Variance()
	assert.True(t, ok)
	assert.Zero(t, variance)
}

func TestMomentsOfABlockAndMergedAreThoseOfTheirNumbers(t *testing.T) {
	next := numbers(8)
	var all, a, b, c engine.Moments
	for round := range engine.Width + 1 {
		var lanes engine.Lanes
		mask := engine.Mask{uint64(next()), uint64(next())}
		for i := range lanes {
			lanes[i] = next()
		}
		a.AddBlock(&lanes, round, nil)
		b.AddBlock(&lanes, round, &mask)
		c.AddBlock(&lanes, engine.Width, &engine.Mask{})
		for i, v := range lanes[:round] {
			all.Add(v)
			if mask.Has(i) {
				all.Add(v)
			}
		}
		ab, ba := a, b
		ab.Merge(&b)
		ab.Merge(&c)
		ba.Merge(&a)
		same(t, all, ab, "a+b+nothing")
		same(t, all, ba, "b+a")
		c.Merge(&b)
		same(t, b, c, "nothing+b")
		c = engine.Moments{}
	}
}

func TestMomentsAreReadAsTheyWereWritten(t *testing.T) {
	var m, again engine.Moments
	for _, v := range append(extremes(), 5) {
		text, err := json.Marshal(&m)
		require.NoError(t, err)
		require.NoError(t, law.Decode(strings.NewReader(string(text)), &again), string(text))
		same(t, again, m, string(text))
		m.Add(v)
	}
	m = engine.Moments{}
	m.Add(-3)
	m.Add(1)
	text, err := json.Marshal(&m)
	require.NoError(t, err)
	assert.JSONEq(t, `{"count":2,"sum":"-2","squares":"10","least":"-3","most":"1"}`, string(text))
}

func TestMomentsThatCannotBeAreRefused(t *testing.T) {
	for text, want := range map[string]string{
		`{"count":0,"sum":"1","squares":"1","least":"1","most":"1"}`:                               "count: none",
		`{"count":1099511627777,"sum":"0","squares":"0","least":"0","most":"0"}`:                   "count: 1099511627777 are too many",
		`{"count":1,"sum":"2","squares":"4","least":"3","most":"2"}`:                               "least: 3 is above most, 2",
		`{"count":2,"sum":"1","squares":"4","least":"1","most":"2"}`:                               "sum: 1 is not",
		`{"count":2,"sum":"5","squares":"4","least":"1","most":"2"}`:                               "sum: 5 is not",
		`{"count":2,"sum":"4","squares":"7","least":"1","most":"3"}`:                               "squares: 7 are too little",
		`{"count":2,"sum":"4","squares":"19","least":"1","most":"3"}`:                              "squares: 19 are too much",
		`{"count":2,"sum":"-4","squares":"19","least":"-3","most":"-1"}`:                           "squares: 19 are too much",
		`{"count":1,"sum":"01","squares":"1","least":"1","most":"1"}`:                              "sum: not a tally",
		`{"count":1,"sum":"+1","squares":"1","least":"1","most":"1"}`:                              "sum: not a tally",
		`{"count":1,"sum":"","squares":"1","least":"1","most":"1"}`:                                "sum: not a tally",
		`{"count":1,"sum":1,"squares":"1","least":"1","most":"1"}`:                                 "sum",
		`{"count":1,"sum":"1","squares":"` + strings.Repeat("9", 59) + `","least":"1","most":"1"}`: "squares: not a tally",
		`{"count":1,"sum":"1","squares":"` + strings.Repeat("9", 58) + `","least":"1","most":"1"}`: "squares: not a tally",
		`{"count":1,"sum":"1","squares":"1","least":"1","most":"1","more":1}`:                      "more",
	} {
		var m engine.Moments
		err := law.Decode(strings.NewReader(text), &m)
		if assert.Error(t, err, text) {
			assert.Contains(t, err.Error(), want)
		}
		assert.Zero(t, m.Count(), "what was there is left alone")
	}
}

func TestCorrelationIsExactAndItsSignIsOfTheSlope(t *testing.T) {
	for _, tt := range []struct {
		name          string
		x, y          []int64
		square, slope float64
	}{
		{"a straight line", []int64{1, 2, 3, 9}, []int64{5, 7, 9, 21}, 1, 2},
		{"a falling line", []int64{1, 2, 3}, []int64{0, -1 << 40, -2 << 40}, 1, -1 << 40},
		{"nothing in common", []int64{-1, 0, 1}, []int64{1, 0, 1}, 0, 0},
		// Sums: x 10, y 13, xx 30, yy 47, xy 35: (4*35-130)^2 / (20*19), and 10/20.
		{"something", []int64{1, 2, 3, 4}, []int64{2, 3, 5, 3}, 100.0 / 380, 0.5},
		{"the greatest numbers", []int64{math.MinInt64, math.MaxInt64}, []int64{math.MaxInt64, math.MinInt64}, 1, -1},
	} {
		var c engine.Cross
		for i := range tt.x {
			c.Add(tt.x[i], tt.y[i])
		}
		square, ok := c.Correlation()
		assert.True(t, ok, tt.name)
		assert.InDelta(t, tt.square, square, 0, tt.name)
		slope, ok := c.Slope()
		assert.True(t, ok, tt.name)
		assert.InDelta(t, tt.slope, slope, 0, tt.name)
	}
	for name, pairs := range map[string][][2]int64{
		"no pairs": nil, "one pair": {{1, 2}}, "a driver that never varies": {{1, 2}, {1, 3}}, "an outcome that never varies": {{1, 2}, {3, 2}},
	} {
		var c engine.Cross
		for _, p := range pairs {
			c.Add(p[0], p[1])
		}
		_, ok := c.Correlation()
		assert.False(t, ok, name)
		_, ok = c.Slope()
		assert.False(t, ok, name)
	}
}

func TestCrossesOfBlocksMergeInAnyOrderAndAreReadAsWritten(t *testing.T) {
	next := numbers(9)
	var all, a, b engine.Cross
	for n := range engine.Width + 1 {
		var x, y engine.Lanes
		mask := engine.Mask{uint64(next()), uint64(next())}
		for i := range x {
			x[i], y[i] = next(), next()
			if n%2 == 0 { // all within Bound, the fast way
				x[i], y[i] = x[i]%engine.Bound, y[i]%engine.Bound
			}
		}
		a.AddBlock(&x, &y, n, nil)
		b.AddBlock(&x, &y, n, &mask)
		for i := range n {
			all.Add(x[i], y[i])
			if mask.Has(i) {
				all.Add(x[i], y[i])
			}
		}
		ab, ba := a, b
		ab.Merge(&b)
		ba.Merge(&a)
		same(t, all, ab, "a+b")
		same(t, all, ba, "b+a")
		text, err := json.Marshal(&ab)
		require.NoError(t, err)
		var again engine.Cross
		require.NoError(t, law.Decode(strings.NewReader(string(text)), &again), string(text))
		same(t, ab, again, string(text))
	}
	assert.Equal(t, a.Count()+b.Count(), all.Count())
}

func TestCrossesThatCannotBeAreRefused(t *testing.T) {
	for text, want := range map[string]string{
		`{"count":0,"x":"1","y":"0","xx":"0","yy":"0","xy":"0"}`:             "count: none",
		`{"count":1099511627777,"x":"0","y":"0","xx":"0","yy":"0","xy":"0"}`: "count: 1099511627777",
		`{"count":2,"x":"4","y":"4","xx":"7","yy":"8","xy":"8"}`:             "xx: 7 are too little",
		`{"count":2,"x":"4","y":"4","xx":"8","yy":"7","xy":"8"}`:             "yy: 7 are too little",
		`{"count":2,"x":"4","y":"4","xx":"10","yy":"10","xy":"11"}`:          "xy: 11 is too much",
		`{"count":2,"x":"4","y":"4","xx":"10","yy":"10","xy":"5"}`:           "xy: 5 is too much",
		`{"count":2,"x":"4","y":"4","xx":"10","yy":"10","xy":"6","zz":"1"}`:  "zz",
	} {
		var c engine.Cross
		err := law.Decode(strings.NewReader(text), &c)
		if assert.Error(t, err, text) {
			assert.Contains(t, err.Error(), want)
		}
	}
}

// FuzzSums: whatever is read as a tally can be worked with and is written alike.
func FuzzSums(f *testing.F) {
	f.Add([]byte(`{"count":2,"sum":"-2","squares":"10","least":"-3","most":"1"}`))
	f.Add([]byte(`{"count":2,"x":"4","y":"4","xx":"10","yy":"10","xy":"6"}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		var m engine.Moments
		if json.Unmarshal(text, &m) == nil {
			m.Merge(&m)
			if v, ok := m.Variance(); ok {
				require.GreaterOrEqual(t, v, 0.0)
			}
			written, err := json.Marshal(&m)
			require.NoError(t, err)
			var again engine.Moments
			require.True(t, json.Unmarshal(written, &again) != nil || again == m)
		}
		var c engine.Cross
		if json.Unmarshal(text, &c) == nil {
			c.Merge(&c)
			if r, ok := c.Correlation(); ok {
				require.GreaterOrEqual(t, r, 0.0)
				require.LessOrEqual(t, r, 1.0)
			}
			written, err := json.Marshal(&c)
			require.NoError(t, err)
			var again engine.Cross
			require.True(t, json.Unmarshal(written, &again) != nil || again == c)
		}
	})
}
