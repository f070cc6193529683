package law

import (
	"errors"
	"fmt"
	"slices"
	"time"
)

// Division is a part of the kingdom with bank holidays of its own. The zero Division is
// "not stated", and has no working days that anybody could count.
type Division uint8

// The divisions.
const (
	DivisionEnglandAndWales Division = iota + 1
	DivisionScotland
	DivisionNorthernIreland
)

var divisions = []string{"", "england-and-wales", "scotland", "northern-ireland"}

// String gives the JSON value.
func (v Division) String() string { return NameOf(divisions, v) }

// MarshalText writes String.
func (v Division) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// UnmarshalText reads what String writes.
func (v *Division) UnmarshalText(b []byte) error {
	return ParseName(v, divisions, b, "a division")
}

// DivisionOf returns the division in which the whole of an extent lies, and whether one
// does: Great Britain has no bank holidays of its own, the Channel Islands' are not kept
// here, and nothing is known of an extent that is not stated.
func DivisionOf(e Extent) (Division, bool) {
	switch {
	case EnglandAndWales.Covers(e):
		return DivisionEnglandAndWales, true
	case Scotland.Covers(e):
		return DivisionScotland, true
	case NorthernIreland.Covers(e):
		return DivisionNorthernIreland, true
	}
	return 0, false
}

// ErrOutsideTable is wrapped by every refusal to count days in years, or in a division,
// that a table of bank holidays does not have. Such days are never guessed: bank holidays
// are moved and added by proclamation.
var ErrOutsideTable = errors.New("outside the table of bank holidays")

// A Calendar knows the bank holidays of each division for the years of its table, and
// counts working days. Statutes do not agree on what a working day is. Here it is a day
// that is not a Saturday, not a Sunday, and not a bank holiday in the division by the
// published list, which has Good Friday and Christmas Day in it: the meaning of Companies
// Act 2006 s. 1173 for a company registered in that division. Other Acts mean other days:
// by Insolvency Act 1986 s. 251 a bank holiday in any part of Great Britain is no business
// day, and an agreement may mean the days on which somebody in fact works. Read the
// definition that governs before counting with this one.
//
// A Calendar is immutable and safe for concurrent use. Its methods take a few binary
// searches and allocate nothing but errors. The zero Calendar has no years and refuses
// every date.
type Calendar struct{ rolls [3]roll }

// roll is one division's holidays. Days are numbered as in Date.
type roll struct {
	first, last int32 // first and last day of the years of the table; 0, 0 for none
	days        []int32
	titles      []string
	weekdays    []int32 // the holidays that fall on Monday to Friday
	before      []int32 // the working days before each of those, counted from year 1
}

// Span returns the first and last dates that the table covers in a division, the first and
// last days of calendar years; no dates where it has none.
func (c *Calendar) Span(in Division) (first, last Date) {
	if r := c.roll(in); r != nil {
		return Date{r.first}, Date{r.last}
	}
	return Date{}, Date{}
}

// IsWorkingDay reports whether d is neither a Saturday or Sunday nor a bank holiday in the
// division. A date outside the table is an ErrOutsideTable.
func (c *Calendar) IsWorkingDay(d Date, in Division) (bool, error) {
	r, err := c.covering(d, in)
	if err != nil {
		return false, err
	}
	_, holiday := slices.BinarySearch(r.weekdays, d.n)
	return !holiday && d.Weekday() != time.Saturday && d.Weekday() != time.Sunday, nil
}

// Holiday returns the title of the bank holiday on d in the division, and whether there is
// one: "Boxing Day", or "Christmas Day (substitute day)". A date outside the table is an
// ErrOutsideTable.
func (c *Calendar) Holiday(d Date, in Division) (title string, ok bool, err error) {
	r, err := c.covering(d, in)
	if err != nil {
		return "", false, err
	}
	i, ok := slices.BinarySearch(r.days, d.n)
	if !ok {
		return "", false, nil
	}
	return r.titles[i], true, nil
}

// AddWorkingDays returns the nth working day after d: d itself is left out, whether or not
// it is a working day, and the result is always a working day. A negative n gives the nth
// working day before d; no working days after d is d itself. Where d or the result is
// outside the table there is no answer but an ErrOutsideTable.
func (c *Calendar) AddWorkingDays(d Date, n int, in Division) (Date, error) {
	r, err := c.covering(d, in)
	if err != nil {
		return Date{}, err
	}
	var to Date
	switch {
	case n == 0:
		return d, nil
	case n > 0 && n <= lastDay:
		to = r.nth(r.until(d.n+1) + n - 1)
	case n < 0 && n >= -lastDay:
		to = r.nth(r.until(d.n) + n)
	}
	if to.n < r.first || to.n > r.last {
		return Date{}, fmt.Errorf("%w: %d working days from %v leave it (%v: %v to %v)",
			ErrOutsideTable, n, d, in, Date{r.first}, Date{r.last})
	}
	return to, nil
}

// WorkingDaysBetween returns the number of working days after one date up to another: the
// first date is left out, the second counts if it is a working day, so that the nth
// working day after a date is n working days from it. Where the second date is before the
// first it is minus the number of working days from the second, which counts if it is one,
// up to the first, which is left out. A date outside the table is an ErrOutsideTable.
func (c *Calendar) WorkingDaysBetween(from, to Date, in Division) (int, error) {
	r, err := c.covering(from, in)
	if err != nil {
		return 0, err
	}
	if _, err := c.covering(to, in); err != nil {
		return 0, err
	}
	if to.Before(from) {
		return r.until(to.n) - r.until(from.n), nil
	}
	return r.until(to.n+1) - r.until(from.n+1), nil
}

func (c *Calendar) roll(in Division) *roll {
	if in < 1 || int(in) > len(c.rolls) || c.rolls[in-1].first == 0 {
		return nil
	}
	return &c.rolls[in-1]
}

func (c *Calendar) covering(d Date, in Division) (*roll, error) {
	r := c.roll(in)
	if r == nil {
		return nil, fmt.Errorf("%w: it has no division %q", ErrOutsideTable, in.String())
	}
	if d.n < r.first || d.n > r.last {
		return nil, fmt.Errorf("%w: %v (%v: %v to %v)", ErrOutsideTable, d, in, Date{r.first}, Date{r.last})
	}
	return r, nil
}

// until counts the working days before a day from 1 January of the year 1, a Monday,
// taking away the holidays that the table knows of.
func (r *roll) until(day int32) int {
	holidays, _ := slices.BinarySearch(r.weekdays, day)
	return weekdaysBefore(day) - holidays
}

func weekdaysBefore(day int32) int { return int(day-1)/7*5 + min(int(day-1)%7, 5) }

// nth returns the day with k working days before it, counted as until does; no date where
// that is before the year 1. Every holiday with at most k working days before it comes
// earlier, so the day is the weekday that many places further on.
func (r *roll) nth(k int) Date {
	if k < 0 {
		return Date{}
	}
	i, _ := slices.BinarySearchFunc(r.before, k, func(before int32, k int) int {
		if int(before) <= k {
			return -1
		}
		return 1
	})
	k += i
	return Date{int32(k/5*7 + k%5 + 1)}
}
