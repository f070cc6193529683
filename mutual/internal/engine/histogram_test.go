package engine_test

import (
	"encoding/json"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/internal/engine"
)

// same compares tallies, which are too long to be printed.
func same[T any](t testing.TB, want, got T, what string) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		require.Fail(t, "not the same: "+what)
	}
}

// extremes are numbers at the edges of buckets.
func extremes() []int64 {
	out := []int64{math.MinInt64, math.MinInt64 + 1, math.MaxInt64}
	for shift := range 63 {
		for _, d := range []int64{-1, 0, 1} {
			out = append(out, 1<<shift+d, -(1<<shift + d))
		}
	}
	return out
}

func TestEveryNumberIsInABucketOfAtMostA64thOfIt(t *testing.T) {
	next := numbers(3)
	values := extremes()
	for range 20_000 {
		values = append(values, next())
	}
	for _, v := range values {
		var h engine.Histogram
		h.Add(v)
		b := slices.Collect(h.Buckets())
		require.Len(t, b, 1)
		require.LessOrEqual(t, b[0].Least, v)
		require.GreaterOrEqual(t, b[0].Most, v)
		width := uint64(b[0].Most) - uint64(b[0].Least)
		nearest := min(magnitude(b[0].Least), magnitude(b[0].Most))
		require.LessOrEqual(t, width, nearest/64, "%d is in %v", v, b[0])
		if magnitude(v) < 128 {
			require.Zero(t, width, "%d has a bucket of its own", v)
		}
	}
}

func magnitude(v int64) uint64 {
	if v < 0 {
		return -uint64(v)
	}
	return uint64(v)
}

func TestBucketsDoNotOverlapAndAreInOrder(t *testing.T) {
	var h engine.Histogram
	for _, v := range extremes() {
		h.Add(v)
	}
	last := engine.Bucket{Least: math.MinInt64, Most: math.MinInt64}
	for b := range h.Buckets() {
		if b.Least != math.MinInt64 {
			require.Greater(t, b.Least, last.Most)
		}
		require.GreaterOrEqual(t, b.Most, b.Least)
		last = b
	}
	assert.Equal(t, int64(math.MaxInt64), last.Most)
}

func TestQuantilesAreWithinA64thOfTheExactOnes(t *testing.T) {
	for _, spread := range []int64{50, 1_000, 1_000_000, 1 << 50} {
		next := numbers(uint64(spread))
		var h engine.Histogram
		var values []int64
		for range 5_001 {
			v := next() % spread
			values = append(values, v)
			h.Add(v)
		}
		slices.Sort(values)
		last := int64(math.MinInt64)
		for num := range uint64(1001) {
			got, ok := h.Quantile(num, 1000)
			require.True(t, ok)
			want := values[max((5_001*num+999)/1000, 1)-1]
			require.LessOrEqual(t, magnitude(got-want), magnitude(want)/64, "%d in a thousand of numbers below %d", num, spread)
			require.GreaterOrEqual(t, got, last)
			last = got
		}
	}
}

func TestQuantilesOfFewNumbers(t *testing.T) {
	var h engine.Histogram
	_, ok := h.Quantile(1, 2)
	assert.False(t, ok, "of nothing there is none")
	for _, v := range []int64{-5, 0, 7, 100} {
		h.Add(v)
	}
	for _, tt := range []struct {
		name     string
		num, den uint64
		want     int64
	}{
		{"the least", 0, 1, -5},
		{"a quarter is the first", 1, 4, -5},
		{"a hair more is the second", 251, 1000, 0},
		{"a half is the second", 1, 2, 0},
		{"three quarters is the third", 3, 4, 7},
		{"the greatest", 1, 1, 100},
		{"parts of any size", math.MaxUint64, math.MaxUint64, 100},
	} {
		got, ok := h.Quantile(tt.num, tt.den)
		assert.True(t, ok)
		assert.Equal(t, tt.want, got, tt.name)
	}
	for _, bad := range [][2]uint64{{1, 0}, {0, 0}, {2, 1}} {
		_, ok := h.Quantile(bad[0], bad[1])
		assert.False(t, ok, "%v", bad)
	}
	below, zero, above := h.Signs()
	assert.Equal(t, []uint64{1, 1, 2, 4}, []uint64{below, zero, above, h.Count()})
}

func TestNumbersOfOneBucketAreSpreadOverIt(t *testing.T) {
	var h engine.Histogram
	for range 4 {
		h.Add(1 << 20) // to 2^20 + 2^14 - 1
		h.Add(-1 << 20)
	}
	for num, want := range map[uint64]int64{1: -1<<20 - 14335, 4: -1<<20 - 2047, 5: 1<<20 + 2048, 8: 1<<20 + 14336} {
		got, _ := h.Quantile(num, 8)
		assert.Equal(t, want, got, "rank %d", num)
	}
	var least engine.Histogram
	least.Add(math.MinInt64)
	got, _ := least.Quantile(1, 2)
	assert.Equal(t, int64(math.MinInt64), got, "a bucket of one number at the end of all numbers")
}

func TestHistogramsMergeInAnyOrder(t *testing.T) {
	next := numbers(5)
	var a, b, c, all engine.Histogram
	for range 3_000 {
		for _, h := range []*engine.Histogram{&a, &b, &c} {
			v := next()
			h.Add(v)
			all.Add(v)
		}
	}
	var abc, ba, cba engine.Histogram
	for _, h := range []*engine.Histogram{&a, &b, &c} {
		abc.Merge(h)
	}
	ba.Merge(&b)
	ba.Merge(&a)
	cba.Merge(&c)
	cba.Merge(&ba)
	same(t, all, abc, "(a+b)+c")
	same(t, all, cba, "c+(b+a)")
	abc.Merge(&engine.Histogram{})
	same(t, all, abc, "nothing more")
}

func TestABlockIsCountedAsItsLanesAre(t *testing.T) {
	next := numbers(6)
	for n := range engine.Width + 1 {
		var lanes engine.Lanes
		mask := engine.Mask{uint64(next()), uint64(next())}
		for i := range lanes {
			lanes[i] = next()
		}
		var h, want, masked, wantMasked engine.Histogram
		h.AddBlock(&lanes, n, nil)
		masked.AddBlock(&lanes, n, &mask)
		for i, v := range lanes[:n] {
			want.Add(v)
			if mask.Has(i) {
				wantMasked.Add(v)
			}
		}
		same(t, want, h, "lanes")
		same(t, wantMasked, masked, "lanes, masked")
	}
}

func TestABlockOfTheEdgesOfBucketsIsCountedAsItsLanesAre(t *testing.T) {
	values := extremes()
	for v := int64(-300); v <= 300; v++ {
		values = append(values, v)
	}
	for over := range 57 {
		for top := int64(64); top <= 128; top++ {
			edge := top << over
			values = append(values, edge-1, edge, edge+1, 1-edge, -edge, -1-edge)
		}
	}
	for len(values)%engine.Width != 0 {
		values = append(values, 0)
	}
	var h, want engine.Histogram
	for at := 0; at < len(values); at += engine.Width {
		h.AddBlock((*engine.Lanes)(values[at:]), engine.Width, nil)
	}
	for _, v := range values {
		want.Add(v)
	}
	same(t, want, h, "lanes")
	slices.Sort(values)
	for b := range h.Buckets() {
		n := 0
		for n < len(values) && values[n] <= b.Most {
			n++
		}
		if n == 0 || values[0] < b.Least || uint64(n) != b.Count {
			require.Fail(t, "not what is in it", "%v", b)
		}
		values = values[n:]
	}
	require.Empty(t, values)
}

func TestHistogramsAreReadAsTheyWereWritten(t *testing.T) {
	var h, again engine.Histogram
	text, err := json.Marshal(&h)
	require.NoError(t, err)
	assert.JSONEq(t, `{"sub_buckets":64,"count":0,"buckets":[]}`, string(text))
	for _, v := range extremes() {
		h.Add(v)
	}
	h.Add(0)
	text, err = json.Marshal(&h)
	require.NoError(t, err)
	require.NoError(t, law.Decode(strings.NewReader(string(text)), &again))
	same(t, h, again, "read again")
	require.NoError(t, json.Unmarshal([]byte(`{"sub_buckets":64,"count":3,"buckets":[{"least":"-129","count":1},{"least":"130","count":2}]}`), &again),
		"what was there is replaced")
	assert.Equal(t, []engine.Bucket{{-129, -128, 1}, {130, 131, 2}}, slices.Collect(again.Buckets()))
}

func TestHistogramsThatCannotBeAreRefused(t *testing.T) {
	for text, want := range map[string]string{
		`{"sub_buckets":32,"count":0,"buckets":[]}`:                                                            "sub_buckets: 32",
		`{"sub_buckets":64,"count":1,"buckets":[]}`:                                                            "count: 1",
		`{"sub_buckets":64,"count":1,"buckets":[{"least":"131","count":1}]}`:                                   "buckets[0].least: no bucket begins",
		`{"sub_buckets":64,"count":1,"buckets":[{"least":"-130","count":1}]}`:                                  "buckets[0].least: no bucket begins",
		`{"sub_buckets":64,"count":2,"buckets":[{"least":"1","count":1},{"least":"1","count":1}]}`:             "buckets[1].least: 1 is not above",
		`{"sub_buckets":64,"count":2,"buckets":[{"least":"1","count":1},{"least":"0","count":1}]}`:             "buckets[1].least: 0 is not above",
		`{"sub_buckets":64,"count":0,"buckets":[{"least":"1","count":0}]}`:                                     "buckets[0].count: 0",
		`{"sub_buckets":64,"count":1099511627777,"buckets":[{"least":"1","count":1099511627777}]}`:             "buckets[0].count: 1099511627777",
		`{"sub_buckets":64,"count":1,"buckets":[{"least":"1","count":1099511627776},{"least":"2","count":1}]}`: "buckets[1].count: 1",
		`{"sub_buckets":64,"count":0,"buckets":[],"more":1}`:                                                   "more",
		`{"sub_buckets":64,"count":-1,"buckets":[]}`:                                                           "count",
		`[]`: "",
	} {
		h := engine.Histogram{}
		h.Add(7)
		err := law.Decode(strings.NewReader(text), &h)
		if assert.Error(t, err, text) {
			assert.Contains(t, err.Error(), want)
		}
		assert.Equal(t, uint64(1), h.Count(), "what was there is left alone")
	}
}

func FuzzHistogram(f *testing.F) {
	f.Add([]byte(`{"sub_buckets":64,"count":3,"buckets":[{"least":"-129","count":1},{"least":"130","count":2}]}`), uint64(1), uint64(2))
	f.Add([]byte(`{"sub_buckets":64,"count":1,"buckets":[{"least":"-9223372036854775808","count":1}]}`), uint64(0), uint64(1))
	f.Fuzz(func(t *testing.T, text []byte, num, den uint64) {
		var h, again engine.Histogram
		if json.Unmarshal(text, &h) != nil {
			return
		}
		h.Merge(&h)
		if v, ok := h.Quantile(num, den); ok {
			var one engine.Histogram
			one.Add(v)
			for b := range one.Buckets() {
				require.True(t, slices.ContainsFunc(slices.Collect(h.Buckets()), func(c engine.Bucket) bool { return c.Least == b.Least }))
			}
		}
		written, err := json.Marshal(&h)
		require.NoError(t, err)
		if json.Unmarshal(written, &again) == nil { // doubled, it may be too many
			same(t, h, again, "read again")
		}
	})
}
