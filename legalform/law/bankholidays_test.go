package law_test

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

const (
	englandWales = law.DivisionEnglandAndWales
	scotland     = law.DivisionScotland
	ulster       = law.DivisionNorthernIreland
)

var allDivisions = []law.Division{englandWales, scotland, ulster}

func day(s string) law.Date { return law.MustDate(s) }

func TestHolidaysThatNoFormulaGives(t *testing.T) {
	for _, c := range []struct {
		name string
		on   string
		in   law.Division
		want string // empty for a day that is no holiday
	}{
		{"the Diamond Jubilee was an extra Tuesday", "2012-06-05", englandWales, "Queen’s Diamond Jubilee"},
		{"the spring holiday of 2012 moved to 4 June", "2012-06-04", ulster, "Spring bank holiday"},
		{"and so was not on the last Monday of May", "2012-05-28", scotland, ""},
		{"early May moved to VE day in 2020", "2020-05-08", scotland, "Early May bank holiday (VE day)"},
		{"and so was not on the first Monday of May", "2020-05-04", englandWales, ""},
		{"the spring holiday of 2022 moved to 2 June", "2022-06-02", englandWales, "Spring bank holiday"},
		{"the Platinum Jubilee was the day after", "2022-06-03", ulster, "Platinum Jubilee bank holiday"},
		{"the State Funeral was a holiday everywhere", "2022-09-19", scotland, "Bank Holiday for the State Funeral of Queen Elizabeth II"},
		{"the coronation was a second Monday in May", "2023-05-08", englandWales, "Bank holiday for the coronation of King Charles III"},
		{"the World Cup is a holiday in Scotland", "2026-06-15", scotland, "World Cup bank holiday"},
		{"and nowhere else", "2026-06-15", englandWales, ""},
		{"nor in Northern Ireland", "2026-06-15", ulster, ""},
		{"Boxing Day of 2022 was on its own Monday", "2022-12-26", englandWales, "Boxing Day"},
		{"and the substitute for Christmas after it", "2022-12-27", englandWales, "Christmas Day (substitute day)"},
		{"Easter Monday is no holiday in Scotland", "2024-04-01", scotland, ""},
		{"and is one in England", "2024-04-01", englandWales, "Easter Monday"},
		{"the Scottish summer holiday is in early August", "2024-08-05", scotland, "Summer bank holiday"},
		{"the English one in late August", "2024-08-26", englandWales, "Summer bank holiday"},
		{"2 January is a Scottish holiday", "2025-01-02", scotland, "2nd January"},
		{"the Battle of the Boyne is a Northern Irish one", "2024-07-12", ulster, "Battle of the Boyne (Orangemen’s Day)"},
		{"an ordinary Wednesday is none", "2024-07-17", ulster, ""},
		{"nor is a Saturday as such", "2024-07-13", ulster, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			title, ok, err := law.BankHolidays().Holiday(day(c.on), c.in)
			require.NoError(t, err)
			assert.Equal(t, c.want, title)
			assert.Equal(t, c.want != "", ok)
			working, err := law.BankHolidays().IsWorkingDay(day(c.on), c.in)
			require.NoError(t, err)
			weekend := day(c.on).Weekday() == time.Saturday || day(c.on).Weekday() == time.Sunday
			assert.Equal(t, c.want == "" && !weekend, working)
		})
	}
}

func TestEveryRowOfTheTableAnswers(t *testing.T) {
	f, err := os.Open("data/bank_holidays.csv")
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, f.Close()) })
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 473, "472 holidays and a header")
	for _, row := range rows[1:] {
		var in law.Division
		require.NoError(t, in.UnmarshalText([]byte(row[0])))
		title, ok, err := law.BankHolidays().Holiday(day(row[1]), in)
		require.NoError(t, err)
		assert.True(t, ok, "%v", row)
		assert.NotContains(t, title, "_", "%v has no title", row)
		assert.Equal(t, row[3] == "substitute_day", strings.HasSuffix(title, " (substitute day)"), "%v", row)
		working, err := law.BankHolidays().IsWorkingDay(day(row[1]), in)
		require.NoError(t, err)
		assert.False(t, working, "%v", row)
	}
}

func TestOnlyTheYearsOfTheTableAnswer(t *testing.T) {
	c := law.BankHolidays()
	for _, in := range allDivisions {
		first, last := c.Span(in)
		assert.Equal(t, day("2012-01-01"), first)
		assert.Equal(t, day("2028-12-31"), last)
		for d, inside := range map[law.Date]bool{
			first.AddDays(-1): false, first: true, last: true, last.AddDays(1): false,
			{}: false, day("0001-01-01"): false, day("9999-12-31"): false,
		} {
			working, err1 := c.IsWorkingDay(d, in)
			_, holiday, err2 := c.Holiday(d, in)
			assert.False(t, (working || holiday) && !inside, "no answer beside an error")
			_, err3 := c.AddWorkingDays(d, 0, in)
			_, err4 := c.WorkingDaysBetween(d, day("2020-01-01"), in)
			_, err5 := c.WorkingDaysBetween(day("2020-01-01"), d, in)
			for _, err := range []error{err1, err2, err3, err4, err5} {
				if inside {
					assert.NoError(t, err, "%v", d)
				} else {
					assert.ErrorIs(t, err, law.ErrOutsideTable, "%v", d)
					assert.ErrorContains(t, err, d.String(), "the error names the date")
				}
			}
		}
	}
}

func TestDivisionsThatATableDoesNotHaveAreRefused(t *testing.T) {
	only, err := law.NewCalendar(strings.NewReader("division,date,title,note\nscotland,2024-01-02,2nd_january,\n"))
	require.NoError(t, err)
	for _, c := range []struct {
		calendar *law.Calendar
		in       law.Division
	}{{law.BankHolidays(), 0}, {law.BankHolidays(), 4}, {law.BankHolidays(), 255}, {only, englandWales}, {&law.Calendar{}, scotland}} {
		_, err := c.calendar.IsWorkingDay(day("2024-06-03"), c.in)
		assert.ErrorIs(t, err, law.ErrOutsideTable)
		first, last := c.calendar.Span(c.in)
		assert.True(t, first.IsZero() && last.IsZero())
	}
	working, err := only.IsWorkingDay(day("2024-01-01"), scotland)
	require.NoError(t, err)
	assert.True(t, working, "this table's own answer, not the library's")
}
