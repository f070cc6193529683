package law_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
)

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
