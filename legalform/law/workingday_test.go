package law_test

import (
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestAddWorkingDaysCountsFromTheNextDay(t *testing.T) {
	for _, c := range []struct {
		name string
		from string
		n    int
		in   law.Division
		want string
	}{
		{"one after a Monday is Tuesday", "2024-06-03", 1, englandWales, "2024-06-04"},
		{"one after a Friday is Monday", "2024-06-07", 1, englandWales, "2024-06-10"},
		{"one after a Saturday is Monday", "2024-06-08", 1, englandWales, "2024-06-10"},
		{"one after a Sunday is Monday", "2024-06-09", 1, englandWales, "2024-06-10"},
		{"five is a week where there is no holiday", "2024-06-05", 5, englandWales, "2024-06-12"},
		{"one after Maundy Thursday in England", "2024-03-28", 1, englandWales, "2024-04-02"},
		{"and in Scotland, which keeps no Easter Monday", "2024-03-28", 1, scotland, "2024-04-01"},
		{"one after Christmas Eve in 2022", "2022-12-23", 1, englandWales, "2022-12-28"},
		{"one after Hogmanay in Scotland", "2024-12-31", 1, scotland, "2025-01-03"},
		{"one after a holiday", "2022-12-26", 1, englandWales, "2022-12-28"},
		{"none is the day itself", "2024-06-03", 0, englandWales, "2024-06-03"},
		{"none is the day itself on a Sunday too", "2024-06-09", 0, englandWales, "2024-06-09"},
		{"one before a Monday is Friday", "2024-06-10", -1, englandWales, "2024-06-07"},
		{"one before a Sunday is Friday", "2024-06-09", -1, englandWales, "2024-06-07"},
		{"one before the day after Easter Monday", "2024-04-02", -1, englandWales, "2024-03-28"},
		{"one before it in Scotland", "2024-04-02", -1, scotland, "2024-04-01"},
		{"the first working day of the table", "2012-01-01", 1, englandWales, "2012-01-03"},
		{"and in Scotland, which keeps 2 January", "2012-01-01", 1, scotland, "2012-01-04"},
		{"the last working day of the table", "2028-12-31", -1, englandWales, "2028-12-29"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := law.BankHolidays().AddWorkingDays(day(c.from), c.n, c.in)
			require.NoError(t, err)
			assert.Equal(t, c.want, got.String())
		})
	}
}

func TestAddWorkingDaysRefusesToLeaveTheTable(t *testing.T) {
	c := law.BankHolidays()
	for _, in := range allDivisions {
		for _, x := range []struct {
			from string
			n    int
		}{
			{"2028-12-29", 1},
			{"2028-12-31", 1},
			{"2012-01-03", -1},
			{"2012-01-01", -1},
			{"2020-01-01", 5000},
			{"2020-01-01", -5000},
			{"2020-01-01", -600_000},
			{"2020-01-01", math.MaxInt32},
			{"2020-01-01", math.MinInt32},
			{"2020-01-01", math.MaxInt},
			{"2020-01-01", math.MinInt},
		} {
			got, err := c.AddWorkingDays(day(x.from), x.n, in)
			assert.ErrorIs(t, err, law.ErrOutsideTable, "%v + %d", x.from, x.n)
			assert.True(t, got.IsZero())
		}
	}
}

// Every count is compared with counting one day at a time.
func TestCountsAgreeWithCountingOneDayAtATime(t *testing.T) {
	c := law.BankHolidays()
	for _, in := range allDivisions {
		first, last := c.Span(in)
		var working []law.Date
		for d := first; !d.After(last); d = d.AddDays(1) {
			yes, err := c.IsWorkingDay(d, in)
			require.NoError(t, err)
			_, holiday, err := c.Holiday(d, in)
			require.NoError(t, err)
			if yes == (holiday || d.Weekday() == time.Saturday || d.Weekday() == time.Sunday) {
				t.Fatalf("%v in %v: %v", d, in, yes)
			}
			if yes {
				working = append(working, d)
			}
		}
		for d, seen := first, 0; !d.After(last); d = d.AddDays(1) { // seen: working days before d
			onOne := seen < len(working) && working[seen] == d
			after := seen
			if onOne {
				after++
			}
			for _, n := range []int{1, 2, 5, 21, 253} {
				want := law.Date{}
				if i := after + n - 1; i < len(working) {
					want = working[i]
				}
				check(t, c, d, n, in, want)
				want = law.Date{}
				if i := seen - n; i >= 0 {
					want = working[i]
				}
				check(t, c, d, -n, in, want)
			}
			seen = after
		}
	}
}

func check(t *testing.T, c *law.Calendar, d law.Date, n int, in law.Division, want law.Date) {
	got, err := c.AddWorkingDays(d, n, in)
	if got != want || (err != nil) != want.IsZero() {
		t.Fatalf("%v + %d in %v: got %v, %v; want %v", d, n, in, got, err, want)
	}
	if want.IsZero() {
		return
	}
	if m, err := c.WorkingDaysBetween(d, got, in); m != n || err != nil {
		t.Fatalf("between %v and %v in %v: got %d, %v; want %d", d, got, in, m, err, n)
	}
}

func TestWorkingDaysBetween(t *testing.T) {
	for _, c := range []struct {
		name     string
		from, to string
		in       law.Division
		want     int
	}{
		{"a day and itself are none apart", "2024-06-05", "2024-06-05", englandWales, 0},
		{"a Sunday and itself are none apart", "2024-06-09", "2024-06-09", englandWales, 0},
		{"Monday to Friday is four", "2024-06-03", "2024-06-07", englandWales, 4},
		{"Monday to the Sunday after is four", "2024-06-03", "2024-06-09", englandWales, 4},
		{"Friday to Saturday is none", "2024-06-07", "2024-06-08", englandWales, 0},
		{"Easter 2024 in England", "2024-03-28", "2024-04-03", englandWales, 2},
		{"Easter 2024 in Scotland", "2024-03-28", "2024-04-03", scotland, 3},
		{"backwards counts the earlier day", "2024-06-07", "2024-06-03", englandWales, -4},
		{"backwards over a weekend to a Saturday", "2024-06-10", "2024-06-08", englandWales, 0},
		{"the working days of 2023 in England", "2022-12-31", "2023-12-31", englandWales, 260 - 9},
		{"the working days of 2023 in Scotland", "2022-12-31", "2023-12-31", scotland, 260 - 10},
		{"the working days of 2023 in Northern Ireland", "2022-12-31", "2023-12-31", ulster, 260 - 11},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := law.BankHolidays().WorkingDaysBetween(day(c.from), day(c.to), c.in)
			require.NoError(t, err)
			assert.Equal(t, c.want, got)
		})
	}
}
