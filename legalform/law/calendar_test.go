package law_test

import (
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestNewCalendarNamesTheLineOfABadRow(t *testing.T) {
	const header = "division,date,title,note\n"
	const good = "scotland,2024-01-02,2nd_january,\n"
	for _, c := range []struct{ name, table, want string }{
		{"nothing at all", "", "line 1: no header"},
		{"another header", "division,date,name,note\n", "line 1: the header"},
		{"no header", good, "line 1: the header"},
		{"a division that there is not", header + good + "cornwall,2024-03-05,st_piran,\n", `line 3: not a division: "cornwall"`},
		{"no division", header + ",2024-03-05,st_piran,\n", "line 2: not a division"},
		{"a date that there is not", header + good + good[:9] + "2023-02-29,leap,\n", "line 3: not a date: 2023-02-29"},
		{"a date written otherwise", header + "scotland,02/01/2024,x,\n", "line 2: not a date"},
		{"no title", header + "scotland,2024-01-02,,\n", "line 2: no title"},
		{"a note that nobody knows", header + "scotland,2024-01-02,2nd_january,maybe\n", `line 2: not a note: "maybe"`},
		{"a day given twice", header + good + "\n" + good, "line 4: 2024-01-02 is in the table already"},
		{"a field too few", header + "scotland,2024-01-02,2nd_january\n", "line 2: wrong number of fields"},
		{"a quote that does not close", header + "scotland,\"2024-01-02,x,\n", "line 2"},
		{"a year left out", header + good + "scotland,2026-01-02,2nd_january,\n", "scotland: no bank holiday in 2025"},
		{"more than a mebibyte", header + strings.Repeat("\n", 1<<20), "more than 1048576 bytes"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := law.NewCalendar(strings.NewReader(c.table))
			require.ErrorIs(t, err, law.ErrTable)
			assert.ErrorContains(t, err, c.want)
			assert.Nil(t, got)
		})
	}
}

func TestATableOfExactlyAMebibyteIsRead(t *testing.T) {
	table := "division,date,title,note\nscotland,2024-01-02,2nd_january,\n"
	c, err := law.NewCalendar(strings.NewReader(table + strings.Repeat("\n", 1<<20-len(table))))
	require.NoError(t, err)
	_, ok, err := c.Holiday(day("2024-01-02"), scotland)
	require.NoError(t, err)
	assert.True(t, ok)
}

func TestNewCalendarPassesOnAReadersError(t *testing.T) {
	broken := errors.New("broken")
	_, err := law.NewCalendar(iotest.ErrReader(broken))
	assert.ErrorIs(t, err, broken)
}

func TestNewCalendarTakesRowsInAnyOrderAndAHolidayOnASaturday(t *testing.T) {
	c, err := law.NewCalendar(strings.NewReader("division,date,title,note\n" +
		"scotland,2025-01-01,new_year,\nscotland,2024-11-30,st_andrew,\nscotland,2024-12-02,own_key,substitute_day\n"))
	require.NoError(t, err)
	title, ok, err := c.Holiday(day("2024-11-30"), scotland) // a Saturday
	require.NoError(t, err)
	assert.True(t, ok)
	assert.Equal(t, "St Andrew’s Day", title)
	title, _, _ = c.Holiday(day("2024-12-02"), scotland)
	assert.Equal(t, "own_key (substitute day)", title, "a key that nobody knows stands for itself")
	got, err := c.AddWorkingDays(day("2024-11-29"), 1, scotland)
	require.NoError(t, err)
	assert.Equal(t, day("2024-12-03"), got, "the Saturday is not taken away twice")
}

func TestTheFirstAndLastDaysOfATableCanBeWorkingDays(t *testing.T) {
	c, err := law.NewCalendar(strings.NewReader("division,date,title,note\nscotland,2024-07-17,fair,\n"))
	require.NoError(t, err)
	first, last := c.Span(scotland)
	require.Equal(t, [2]law.Date{day("2024-01-01"), day("2024-12-31")}, [2]law.Date{first, last}) // a Monday and a Tuesday
	got, err := c.AddWorkingDays(last.AddDays(-1), 1, scotland)
	require.NoError(t, err)
	assert.Equal(t, last, got)
	got, err = c.AddWorkingDays(first.AddDays(1), -1, scotland)
	require.NoError(t, err)
	assert.Equal(t, first, got)
	n, err := c.WorkingDaysBetween(first, last, scotland)
	require.NoError(t, err)
	assert.Equal(t, 262-1-1, n, "262 weekdays, without the first day and the holiday")
	_, err = c.AddWorkingDays(last, 1, scotland)
	assert.ErrorIs(t, err, law.ErrOutsideTable)
	_, err = c.AddWorkingDays(first, -1, scotland)
	assert.ErrorIs(t, err, law.ErrOutsideTable)
}

func TestATableOfTheFirstYearOfAllCountsFromItsFirstDay(t *testing.T) {
	c, err := law.NewCalendar(strings.NewReader("division,date,title,note\nscotland,0001-07-17,fair,\n"))
	require.NoError(t, err)
	got, err := c.AddWorkingDays(day("0001-01-02"), -1, scotland)
	require.NoError(t, err)
	assert.Equal(t, day("0001-01-01"), got, "a Monday with no working days before it")
	_, err = c.AddWorkingDays(got, -1, scotland)
	assert.ErrorIs(t, err, law.ErrOutsideTable)
}

func TestDivisionTextBothWays(t *testing.T) {
	for _, v := range allDivisions {
		b, err := v.MarshalText()
		require.NoError(t, err)
		var back law.Division
		require.NoError(t, back.UnmarshalText(b))
		assert.Equal(t, v, back)
	}
	assert.Equal(t, "england-and-wales", englandWales.String())
	assert.Equal(t, "unknown(9)", law.Division(9).String())
	v := scotland
	assert.ErrorContains(t, v.UnmarshalText([]byte("alba")), "not a division")
	assert.Equal(t, scotland, v, "an error changes nothing")
}

func TestDivisionOfAnExtent(t *testing.T) {
	for e, want := range map[law.Extent]law.Division{
		law.England: englandWales, law.Wales: englandWales, law.EnglandAndWales: englandWales, law.Scotland: scotland,
		law.NorthernIreland: ulster, law.GreatBritain: 0, law.UnitedKingdom: 0, law.ChannelIslands: 0, 0: 0,
		law.England | law.ChannelIslands: 0,
	} {
		got, ok := law.DivisionOf(e)
		assert.Equal(t, want, got, "%v", e)
		assert.Equal(t, want != 0, ok, "%v", e)
	}
}
