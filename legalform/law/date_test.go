package law_test

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestEveryDayOfEightCenturiesIsTheDayThatTimeSaysItIs(t *testing.T) {
	tm := time.Date(1600, 1, 1, 0, 0, 0, 0, time.UTC)
	var before law.Date
	for ; tm.Year() <= 2400; tm = tm.AddDate(0, 0, 1) {
		y, m, d := tm.Date()
		got, err := law.NewDate(y, m, d)
		if err != nil {
			t.Fatal(err)
		}
		if gy, gm, gd := got.Civil(); gy != y || gm != m || gd != d || got.Year() != y {
			t.Fatalf("%v: read back as %d-%d-%d", tm, gy, gm, gd)
		}
		if got.Weekday() != tm.Weekday() {
			t.Fatalf("%v: a %v", tm, got.Weekday())
		}
		if text := tm.Format(time.DateOnly); got.String() != text || law.MustDate(text) != got {
			t.Fatalf("%v: written %v", text, got)
		}
		if !before.IsZero() && (got.Sub(before) != 1 || before.AddDays(1) != got || got.AddDays(-1) != before) {
			t.Fatalf("%v does not follow %v", got, before)
		}
		if end := got.EndOfMonth(); end.AddDays(1).String()[8:] != "01" || end.String()[:7] != got.String()[:7] {
			t.Fatalf("%v: the month ends on %v", got, end)
		}
		before = got
	}
	assert.Equal(t, "2400-12-31", before.String())
}

func TestDatesThatDoNotExistAreRefused(t *testing.T) {
	for _, c := range []struct {
		y    int
		m    time.Month
		d    int
		okay bool
	}{
		{2023, 2, 29, false},
		{2024, 2, 29, true},
		{1900, 2, 29, false},
		{2000, 2, 29, true},
		{2024, 2, 30, false},
		{2024, 4, 31, false},
		{2024, 4, 30, true},
		{2024, 6, 31, false},
		{2024, 9, 31, false},
		{2024, 11, 31, false},
		{2024, 1, 32, false},
		{2024, 1, 31, true},
		{2024, 0, 1, false},
		{2024, 13, 1, false},
		{2024, 1, 0, false},
		{2024, 1, -1, false},
		{0, 1, 1, false},
		{-1, 1, 1, false},
		{10000, 1, 1, false},
		{1, 1, 1, true},
		{9999, 12, 31, true},
		{math.MaxInt, 1, 1, false},
		{2024, math.MaxInt, 1, false},
		{2024, 1, math.MinInt, false},
	} {
		got, err := law.NewDate(c.y, c.m, c.d)
		if c.okay {
			assert.NoError(t, err)
			assert.False(t, got.IsZero())
			continue
		}
		assert.ErrorIs(t, err, law.ErrDate, "%d-%d-%d", c.y, c.m, c.d)
		assert.True(t, got.IsZero(), "no partial result")
	}
}

func TestParseDateReadsOneFormOnly(t *testing.T) {
	for _, s := range []string{
		"", "2024", "2024-1-1", "24-01-01", "2024/01/01", "2024-01-01 ", " 2024-01-01", "2024-01-01T00:00:00Z", "01-01-2024",
		"2024-02-30", "0000-01-01", "-001-01-01", "+024-01-01", "2024-0x-01", "2024-01-0①", "20240101xx", "no date", "２０２４-01-01",
		"2024/01-01", "2024-01/01", "2024-0:-01", "2024-1/-10", "2024-00-10", "2024-10-00", "x024-01-01", "2024-01-1x", strings.Repeat("9", 1<<16),
	} {
		got, err := law.ParseDate(s)
		require.ErrorIs(t, err, law.ErrDate, "%q", s)
		assert.True(t, got.IsZero())
		assert.Less(t, len(err.Error()), 200, "the error does not grow with its input")
		assert.Panics(t, func() { law.MustDate(s) })
	}
	got, err := law.ParseDate("0001-01-01")
	require.NoError(t, err)
	assert.Equal(t, time.Monday, got.Weekday())
}

func TestNoDateIsBeforeEveryDateAndHasNoParts(t *testing.T) {
	var none law.Date
	y, m, d := none.Civil()
	assert.Equal(t, []int{0, 0, 0}, []int{y, int(m), d})
	assert.Zero(t, none.Year())
	assert.True(t, none.IsZero())
	assert.True(t, none.Before(day("0001-01-01")))
	assert.False(t, none.After(none))
	assert.Equal(t, "no date", none.String())
	assert.Equal(t, "no date", none.Long())
	assert.True(t, none.AddDays(1).IsZero())
	assert.True(t, none.AddMonths(1).IsZero())
	assert.True(t, none.AddMonths(24_000).IsZero(), "nor has it any that could be counted from")
	assert.True(t, none.EndOfMonth().IsZero())
}

func TestDatesAreOrdered(t *testing.T) {
	a, b := day("2024-02-29"), day("2024-03-01")
	assert.Equal(t, []int{-1, 0, 1}, []int{a.Compare(b), a.Compare(day(a.String())), b.Compare(a)})
	assert.True(t, a.Before(b) && b.After(a) && !a.Before(a) && !a.After(a) && !b.Before(a) && !a.After(b))
	assert.Equal(t, 1, b.Sub(a))
	assert.Equal(t, -1, a.Sub(b))
	assert.Equal(t, 3652058, day("9999-12-31").Sub(day("0001-01-01")))
}

func TestDaysAddedOutsideTheYearsOneTo9999AreNoDate(t *testing.T) {
	first, last := day("0001-01-01"), day("9999-12-31")
	for _, c := range []struct {
		from law.Date
		n    int
		want law.Date
	}{
		{first, 3652058, last},
		{last, -3652058, first},
		{first, 0, first},
		{last, 0, last},
		{first, -1, law.Date{}},
		{last, 1, law.Date{}},
		{first, 3652059, law.Date{}},
		{last, -3652059, law.Date{}},
		{first, math.MaxInt, law.Date{}},
		{last, math.MinInt, law.Date{}},
		{first, math.MaxInt32, law.Date{}},
		{last, math.MinInt32, law.Date{}},
	} {
		assert.Equal(t, c.want, c.from.AddDays(c.n), "%v + %d", c.from, c.n)
	}
}

func TestMonthsAddedKeepTheDayOrEndTheMonth(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2023-01-31", 1, "2023-02-28"},
		{"2024-01-31", 1, "2024-02-29"},
		{"2024-02-29", 12, "2025-02-28"},
		{"2024-02-29", 48, "2028-02-29"},
		{"2024-08-31", 1, "2024-09-30"},
		{"2024-12-15", 1, "2025-01-15"},
		{"2024-01-15", -1, "2023-12-15"},
		{"2024-03-31", -1, "2024-02-29"},
		{"2024-05-15", 0, "2024-05-15"},
		{"2024-05-15", -12, "2023-05-15"},
		{"9999-11-30", 1, "9999-12-30"},
		{"9999-12-01", 1, "no date"},
		{"0001-02-28", -1, "0001-01-28"},
		{"0001-01-31", -1, "no date"},
		{"0001-01-01", 119987, "9999-12-01"},
		{"0001-01-01", 119988, "no date"},
		{"9999-12-31", -119987, "0001-01-31"},
		{"2024-01-01", math.MaxInt, "no date"},
		{"2024-01-01", math.MinInt, "no date"},
		{"2024-01-01", 120001, "no date"},
		{"2024-01-01", -120001, "no date"},
	} {
		assert.Equal(t, c.want, day(c.from).AddMonths(c.n).String(), "%v + %d months", c.from, c.n)
	}
}

func TestDateTextAndJSONBothWays(t *testing.T) {
	for _, s := range []string{"0001-01-01", "0987-06-05", "2014-04-05", "2024-02-29", "9999-12-31", ""} {
		var d law.Date
		require.NoError(t, d.UnmarshalText([]byte(s)))
		b, err := d.MarshalText()
		require.NoError(t, err)
		assert.Equal(t, s, string(b))
		j, err := json.Marshal(struct{ D law.Date }{d})
		require.NoError(t, err)
		assert.Equal(t, fmt.Sprintf(`{"D":%q}`, s), string(j))
		var back struct{ D law.Date }
		require.NoError(t, json.Unmarshal(j, &back))
		assert.Equal(t, d, back.D)
	}
	d := day("2014-04-05")
	assert.ErrorIs(t, d.UnmarshalText([]byte("5 April 2014")), law.ErrDate)
	assert.Equal(t, day("2014-04-05"), d, "an error changes nothing")
	assert.Error(t, json.Unmarshal([]byte(`20140405`), &d))
	require.NoError(t, d.UnmarshalText(nil))
	assert.True(t, d.IsZero(), "empty text is no date, whatever was there")
}

func TestLongDatesAreWrittenAsPeopleSayThem(t *testing.T) {
	assert.Equal(t, "5 April 2014", day("2014-04-05").Long())
	assert.Equal(t, "31 December 1999", day("1999-12-31").Long())
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2024-02-29", "2023-02-29", "0001-01-01", "9999-12-31", "", "2024-1-01", "2024-13-01", "\x00\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := law.ParseDate(s)
		tm, wrong := time.Parse(time.DateOnly, s)
		if (err == nil) != (wrong == nil && tm.Year() >= 1) {
			t.Fatalf("%q: %v, where time says %v", s, err, wrong)
		}
		if err == nil && (d.String() != s || d.Weekday() != tm.Weekday()) {
			t.Fatalf("%q read as %v, a %v", s, d, d.Weekday())
		}
		if err != nil && !d.IsZero() {
			t.Fatalf("%q: %v beside an error", s, d)
		}
	})
}

func BenchmarkParseDate(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_, _ = law.ParseDate("2024-02-29")
	}
}

func BenchmarkDateCivil(b *testing.B) {
	d := day("2024-02-29")
	b.ReportAllocs()
	for b.Loop() {
		_, _, _ = d.Civil()
	}
}
