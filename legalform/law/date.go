package law

import (
	"errors"
	"fmt"
	"time"
)

// A Date is a civil date of the Gregorian calendar, with no clock and no zone. Dates are
// comparable with == and ordered by Compare. The zero Date is no date at all: IsZero
// reports it, it prints as "no date", and it marshals as the empty string.
//
// Statutes speak in dates, so nothing in the library takes a time.Time.
type Date struct {
	n int32 // days since the day before 0001-01-01; 0 is no date
}

// epoch is the day before 0001-01-01 counted from 1970-01-01.
const epoch = -719163

// lastDay is 9999-12-31, the last date that four digits can write.
const lastDay = 3652059

// ErrDate is wrapped by every error about a date that does not exist or is out of range.
var ErrDate = errors.New("not a date")

// NewDate returns the date year-month-day. Unlike time.Date it refuses 30 February and
// years outside 1..9999 in place of moving them.
func NewDate(year int, month time.Month, day int) (Date, error) {
	if year < 1 || year > 9999 || month < time.January || month > time.December || day < 1 || day > daysIn(year, month) {
		return Date{}, fmt.Errorf("%w: %04d-%02d-%02d", ErrDate, year, int(month), day)
	}
	return civil(year, month, day), nil
}

// ParseDate reads a date written YYYY-MM-DD, and nothing else.
func ParseDate(s string) (Date, error) {
	bad := len(s) != len("2006-01-02") || s[4] != '-' || s[7] != '-'
	digits := func(from, to int) (n int) {
		for i := from; i < to && !bad; i++ {
			if s[i] < '0' || s[i] > '9' {
				bad = true
				return 0
			}
			n = n*10 + int(s[i]-'0')
		}
		return n
	}
	y, m, d := digits(0, 4), digits(5, 7), digits(8, 10)
	if bad {
		return Date{}, fmt.Errorf("%w: %s (want YYYY-MM-DD)", ErrDate, quoteShort(s))
	}
	return NewDate(y, time.Month(m), d)
}

// MustDate is ParseDate for literals: it panics on a bad one.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic("law.MustDate: " + err.Error())
	}
	return d
}

// civil converts by Hinnant's days-from-civil; the arguments are known to be good.
func civil(year int, month time.Month, day int) Date {
	y, m := year, int(month)
	if m <= 2 {
		y--
	}
	era := y / 400
	yoe := y - era*400
	doy := (153*((m+9)%12)+2)/5 + day - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return Date{int32(era*146097 + doe - 719468 - epoch)}
}

// Civil returns the year, month and day; three zeros for no date.
func (d Date) Civil() (year int, month time.Month, day int) {
	if d.n == 0 {
		return 0, 0, 0
	}
	z := int(d.n) + epoch + 719468
	era := z / 146097
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	day = doy - (153*mp+2)/5 + 1
	m := mp + 3
	year = yoe + era*400
	if m > 12 {
		m -= 12
		year++
	}
	return year, time.Month(m), day
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d.n == 0 }

// Year returns the calendar year, 0 for no date.
func (d Date) Year() int { y, _, _ := d.Civil(); return y }

// Compare returns -1, 0 or +1 as d is before, the same as, or after e. No date is before
// every date.
func (d Date) Compare(e Date) int {
	switch {
	case d.n < e.n:
		return -1
	case d.n > e.n:
		return 1
	}
	return 0
}

// Before reports whether d is before e.
func (d Date) Before(e Date) bool { return d.n < e.n }

// After reports whether d is after e.
func (d Date) After(e Date) bool { return d.n > e.n }

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday {
	return time.Weekday((int(d.n)%7 + 7) % 7) // 0001-01-01, n = 1, was a Monday
}

// Sub returns the number of days from e to d: 1 if e is the day before d.
func (d Date) Sub(e Date) int { return int(d.n) - int(e.n) }

// AddDays returns the date n days after d (before it if n is negative). A result outside
// the years 1..9999, and any sum with no date, is no date.
func (d Date) AddDays(n int) Date {
	if d.n == 0 || n > lastDay || n < -lastDay {
		return Date{}
	}
	if s := int(d.n) + n; s >= 1 && s <= lastDay {
		return Date{int32(s)}
	}
	return Date{}
}

// AddMonths returns the corresponding date n months on: the day of the same number, or
// the last day of a month that has no such day. It is the calendar step behind
// MonthsFrom, which says what law it rests on.
func (d Date) AddMonths(n int) Date {
	if d.n == 0 || n > 120000 || n < -120000 {
		return Date{}
	}
	y, m, day := d.Civil()
	t := y*12 + int(m) - 1 + n
	if t < 12 || t >= 10000*12 {
		return Date{}
	}
	y, m = t/12, time.Month(t%12+1)
	return civil(y, m, min(day, daysIn(y, m)))
}

// EndOfMonth returns the last day of d's month.
func (d Date) EndOfMonth() Date {
	if d.n == 0 {
		return Date{}
	}
	y, m, _ := d.Civil()
	return civil(y, m, daysIn(y, m))
}

// String writes YYYY-MM-DD, or "no date".
func (d Date) String() string {
	if d.n == 0 {
		return "no date"
	}
	return string(d.append(make([]byte, 0, 10)))
}

func (d Date) append(b []byte) []byte {
	y, m, day := d.Civil()
	return append(b,
		byte('0'+y/1000), byte('0'+y/100%10), byte('0'+y/10%10), byte('0'+y%10), '-',
		byte('0'+int(m)/10), byte('0'+int(m)%10), '-',
		byte('0'+day/10), byte('0'+day%10))
}

// Long writes the date as people say it: "5 April 2014", or "no date".
func (d Date) Long() string {
	if d.n == 0 {
		return "no date"
	}
	y, m, day := d.Civil()
	return fmt.Sprintf("%d %s %d", day, m, y)
}

// MarshalText writes YYYY-MM-DD, and nothing for no date.
func (d Date) MarshalText() ([]byte, error) {
	if d.n == 0 {
		return []byte{}, nil
	}
	return d.append(make([]byte, 0, 10)), nil
}

// UnmarshalText reads YYYY-MM-DD; empty text is no date.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	got, err := ParseDate(string(b))
	if err != nil {
		return err
	}
	*d = got
	return nil
}

func daysIn(year int, month time.Month) int {
	switch month {
	case time.April, time.June, time.September, time.November:
		return 30
	case time.February:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	default:
		return 31
	}
}

// quoteShort quotes text for an error without letting it grow.
func quoteShort(s string) string {
	if len(s) > 40 {
		return fmt.Sprintf("%q…", s[:40])
	}
	return fmt.Sprintf("%q", s)
}
