package law_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestClearDaysCountNeitherEnd(t *testing.T) {
	for _, c := range []struct {
		name           string
		given, meeting string
		want           int
	}{
		{"Companies Act 2006 s. 360: given on the 1st for the 16th is 14 clear days", "2026-06-01", "2026-06-16", 14},
		{"given on the 5th for the 20th is 14 clear days", "2026-06-05", "2026-06-20", 14},
		{"given on the 6th for the 20th is one too few", "2026-06-06", "2026-06-20", 13},
		{"21 clear days over the end of a month", "2026-05-29", "2026-06-20", 21},
		{"the next day has none between", "2026-06-01", "2026-06-02", 0},
		{"the same day is fewer than none", "2026-06-01", "2026-06-01", -1},
		{"a meeting before its notice is negative", "2026-06-02", "2026-06-01", -2},
		{"over 29 February", "2024-02-28", "2024-03-01", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			given, meeting := day(c.given), day(c.meeting)
			assert.Equal(t, c.want, law.ClearDays(given, meeting))
			assert.Equal(t, meeting, law.AfterClearDays(given, c.want), "and the other way round")
		})
	}
}

func TestClearDaysBothWaysAreInverse(t *testing.T) {
	given := day("2023-12-01")
	for n := -400; n <= 400; n++ {
		assert.Equal(t, n, law.ClearDays(given, law.AfterClearDays(given, n)))
	}
}

func TestDaysFromAnEventLeaveItOutAndDaysBeginningWithItCountIt(t *testing.T) {
	event := day("2024-02-15")
	assert.Equal(t, day("2024-02-29"), law.DaysFrom(event, 14), "Lester v Garland: the day of the event is left out")
	assert.Equal(t, day("2024-02-28"), law.DaysBeginningWith(event, 14), "Hare v Gocher: the first day counts")
	assert.Equal(t, event, law.DaysBeginningWith(event, 1), "a period of one day is that day")
	assert.Equal(t, event, law.DaysFrom(event, 0))
	assert.True(t, law.DaysFrom(law.Date{}, 14).IsZero())
	assert.True(t, law.DaysBeginningWith(law.Date{}, 1).IsZero())
}

func TestMonthsEndOnTheCorrespondingDate(t *testing.T) {
	for _, c := range []struct {
		name                string
		start               string
		n                   int
		from, beginningWith string
	}{
		{"Dodds v Walker: four months from 30 September end on 30 January", "1978-09-30", 4, "1979-01-30", "1979-01-29"},
		{"31 January and one month end with February", "2023-01-31", 1, "2023-02-28", "2023-02-28"},
		{"and in a leap year on the 29th", "2024-01-31", 1, "2024-02-29", "2024-02-29"},
		{"30 January and one month in a leap year", "2024-01-30", 1, "2024-02-29", "2024-02-29"},
		{"29 January and one month in a leap year has a corresponding date", "2024-01-29", 1, "2024-02-29", "2024-02-28"},
		{"29 January and one month in another year has none", "2023-01-29", 1, "2023-02-28", "2023-02-28"},
		{"28 January and one month", "2023-01-28", 1, "2023-02-28", "2023-02-27"},
		{"28 February and one month stop short of the end of March", "2023-02-28", 1, "2023-03-28", "2023-03-27"},
		{"seven months beginning with 1 March end on 30 September", "2026-03-01", 7, "2026-10-01", "2026-09-30"},
		{"six months beginning with 31 August end on 28 February", "2025-08-31", 6, "2026-02-28", "2026-02-28"},
		{"one month beginning with the first is the whole month", "2024-02-01", 1, "2024-03-01", "2024-02-29"},
		{"a year beginning with 29 February", "2024-02-29", 12, "2025-02-28", "2025-02-28"},
		{"a year beginning with 6 April is the tax year", "2025-04-06", 12, "2026-04-06", "2026-04-05"},
		{"over the end of a year", "2025-12-15", 2, "2026-02-15", "2026-02-14"},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.from, law.MonthsFrom(day(c.start), c.n).String())
			assert.Equal(t, c.beginningWith, law.MonthsBeginningWith(day(c.start), c.n).String())
		})
	}
}

func TestPeriodsOfMonthsFollowEachOtherWithoutGapOrOverlap(t *testing.T) {
	for d := day("2023-01-02"); d.Before(day("2025-01-01")); d = d.AddDays(1) {
		for n := 1; n <= 24; n++ {
			last := law.MonthsBeginningWith(d, n)
			if law.MonthsAfterEnd(d.AddDays(-1), n) != last {
				t.Fatalf("%d months after the end of %v", n, d.AddDays(-1))
			}
			if _, _, on := d.Civil(); on <= 28 {
				if next := law.MonthsBeginningWith(last.AddDays(1), n); next != law.MonthsBeginningWith(d, 2*n) {
					t.Fatalf("%v + %d months twice: %v", d, n, next)
				}
			}
		}
	}
}

func TestASocietysReturnIsDueSevenMonthsAfterItsYearOfAccount(t *testing.T) {
	for end, due := range map[string]string{
		"2025-12-31": "2026-07-31", "2026-02-28": "2026-09-30", "2026-06-30": "2027-01-31", "2026-04-05": "2026-11-05",
		"2024-02-29": "2024-09-30", "2024-02-28": "2024-09-28", "2026-07-31": "2027-02-28", "2027-07-31": "2028-02-29",
	} {
		assert.Equal(t, due, law.MonthsAfterEnd(day(end), 7).String(), "year ended %s", end)
	}
}

func TestMonthsOfNoDateOrBeyondTheCalendarAreNoDate(t *testing.T) {
	assert.True(t, law.MonthsFrom(law.Date{}, 1).IsZero())
	assert.True(t, law.MonthsBeginningWith(law.Date{}, 1).IsZero())
	assert.True(t, law.MonthsAfterEnd(law.Date{}, 1).IsZero())
	assert.True(t, law.MonthsAfterEnd(day("9999-12-31"), 1).IsZero())
	assert.True(t, law.MonthsBeginningWith(day("9999-12-15"), 1).IsZero())
	assert.True(t, law.MonthsFrom(day("9999-12-15"), 1).IsZero())
}

func TestTheTaxYearStartsOn6April(t *testing.T) {
	for d, want := range map[string]string{
		"2026-04-05": "2025-04-06", "2026-04-06": "2026-04-06", "2026-04-07": "2026-04-06", "2026-12-31": "2026-04-06",
		"2027-01-01": "2026-04-06", "2024-02-29": "2023-04-06", "0001-04-05": "no date", "0001-04-06": "0001-04-06",
	} {
		assert.Equal(t, want, law.TaxYearStart(day(d)).String(), d)
	}
	assert.True(t, law.TaxYearStart(law.Date{}).IsZero())
}
