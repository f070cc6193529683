package law_test

import (
	"encoding/csv"
	"errors"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
	"testing/iotest"
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

func TestCountingWorkingDaysAllocatesNothing(t *testing.T) {
	c, from, to := law.BankHolidays(), day("2024-01-05"), day("2026-11-23")
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		_, _ = c.IsWorkingDay(from, scotland)
		_, _, _ = c.Holiday(from, scotland)
		_, _ = c.AddWorkingDays(from, 250, scotland)
		_, _ = c.WorkingDaysBetween(from, to, scotland)
	}))
}

// A notice must be given ten working days before a meeting of a company in Scotland.
func ExampleCalendar_AddWorkingDays() {
	meeting := law.MustDate("2026-06-24")
	in, _ := law.DivisionOf(law.Scotland)
	latest, err := law.BankHolidays().AddWorkingDays(meeting, -10, in)
	if err != nil {
		fmt.Println(err) // a year that the table does not have
		return
	}
	fmt.Println(latest.Long())
	title, _, _ := law.BankHolidays().Holiday(law.MustDate("2026-06-15"), in)
	fmt.Println("left out:", title)
	_, err = law.BankHolidays().AddWorkingDays(law.MustDate("2028-12-28"), 10, in)
	fmt.Println(err)
	// Output:
	// 9 June 2026
	// left out: World Cup bank holiday
	// outside the table of bank holidays: 10 working days from 2028-12-28 leave it (scotland: 2012-01-01 to 2028-12-31)
}

func BenchmarkIsWorkingDay(b *testing.B) {
	c, d := law.BankHolidays(), day("2024-03-28")
	b.ReportAllocs()
	for b.Loop() {
		_, _ = c.IsWorkingDay(d, englandWales)
	}
}

func BenchmarkAddWorkingDays(b *testing.B) {
	c, d := law.BankHolidays(), day("2024-03-28")
	b.ReportAllocs()
	for b.Loop() {
		_, _ = c.AddWorkingDays(d, 250, englandWales)
	}
}

func BenchmarkWorkingDaysBetween(b *testing.B) {
	c, from, to := law.BankHolidays(), day("2012-03-28"), day("2028-11-23")
	b.ReportAllocs()
	for b.Loop() {
		_, _ = c.WorkingDaysBetween(from, to, englandWales)
	}
}
