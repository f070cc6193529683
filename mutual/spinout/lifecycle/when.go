package lifecycle

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// ErrWhen is wrapped by every error of text that says no time.
var ErrWhen = errors.New("not a day, a month or a year")

// open stands for an end that is not known.
const open = ".."

// A When is the time of an event, as nearly as it is told: it fell on one of the days from
// First to Last. A zero First or Last is no bound on that side; the zero When is not told.
//
// As text it is a day, 2012-05-01, a month, 2012-05, a year, 2012, or two of them with a
// stroke between: 2013-04/2014, or 2013/.. for no bound.
type When struct {
	First law.Date
	Last  law.Date
}

// On is the time of an event on a known day.
func On(d law.Date) When { return When{d, d} }

// ParseWhen reads what String writes.
func ParseWhen(s string) (When, error) {
	left, right, two := strings.Cut(s, "/")
	if !two {
		return stretch(left)
	}
	var w When
	if left != open {
		x, err := stretch(left)
		if err != nil {
			return When{}, err
		}
		w.First = x.First
	}
	if right != open {
		x, err := stretch(right)
		if err != nil {
			return When{}, err
		}
		w.Last = x.Last
	}
	if !w.First.IsZero() && !w.Last.IsZero() && w.Last.Before(w.First) {
		return When{}, fmt.Errorf("%w: %q ends before it begins", ErrWhen, s)
	}
	return w, nil
}

// MustWhen is ParseWhen for literals: it panics on a bad one.
func MustWhen(s string) When {
	w, err := ParseWhen(s)
	if err != nil {
		panic("lifecycle.MustWhen: " + err.Error())
	}
	return w
}

// stretch reads a day, a month or a year.
func stretch(s string) (When, error) {
	var d law.Date
	var err error
	var last law.Date
	switch len(s) {
	case len("2006"):
		d, err = law.ParseDate(s + "-01-01")
		last, _ = law.NewDate(d.Year(), time.December, 31)
	case len("2006-01"):
		d, err = law.ParseDate(s + "-01")
		last = d.EndOfMonth()
	case len("2006-01-02"):
		d, err = law.ParseDate(s)
		last = d
	default:
		err = law.ErrDate
	}
	if err != nil {
		return When{}, fmt.Errorf("%w: %q", ErrWhen, s[:min(len(s), 40)])
	}
	return When{d, last}, nil
}

// IsZero reports whether no time is told.
func (w When) IsZero() bool { return w.First.IsZero() && w.Last.IsZero() }

// Exact reports whether the day is known.
func (w When) Exact() bool { return !w.First.IsZero() && w.First == w.Last }

// Holds reports whether the event may have fallen on a day.
func (w When) Holds(d law.Date) bool {
	return !w.IsZero() && !d.Before(w.First) && (w.Last.IsZero() || !d.After(w.Last))
}

// String writes the shortest text that ParseWhen reads back, or "not told".
func (w When) String() string {
	switch {
	case w.IsZero():
		return "not told"
	case w.First.IsZero():
		return open + "/" + short(w.Last, false)
	case w.Last.IsZero():
		return short(w.First, true) + "/" + open
	case w.Exact():
		return w.First.String()
	case w.First.Year() == w.Last.Year() && yearEdge(w.First, true) && yearEdge(w.Last, false):
		return w.First.String()[:4]
	case w.Last == w.First.EndOfMonth() && firstOfMonth(w.First):
		return w.First.String()[:7]
	}
	return short(w.First, true) + "/" + short(w.Last, false)
}

// short writes an end of a stretch as the month that it is the first or last day of.
func short(d law.Date, first bool) string {
	if first && firstOfMonth(d) || !first && d == d.EndOfMonth() {
		return d.String()[:7]
	}
	return d.String()
}

func firstOfMonth(d law.Date) bool { return strings.HasSuffix(d.String(), "-01") }

func yearEdge(d law.Date, first bool) bool {
	if first {
		return strings.HasSuffix(d.String(), "-01-01")
	}
	return strings.HasSuffix(d.String(), "-12-31")
}

// MarshalText writes String, and nothing where no time is told.
func (w When) MarshalText() ([]byte, error) {
	if w.IsZero() {
		return []byte{}, nil
	}
	return []byte(w.String()), nil
}

// UnmarshalText reads what MarshalText writes.
func (w *When) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*w = When{}
		return nil
	}
	var err error
	*w, err = ParseWhen(string(b))
	return err
}

// Until counts the months from one event to a later one as the calendar does: from any day of
// August 2010 to any day of April 2013 is 32. It is false where a bound that it needs is not
// known. Where the later may have come first the least is nought.
func (w When) Until(later When) (Months, bool) {
	if w.First.IsZero() || w.Last.IsZero() || later.First.IsZero() || later.Last.IsZero() {
		return Months{}, false
	}
	return Months{max(0, months(w.Last, later.First)), max(0, months(w.First, later.Last))}, true
}

func months(from, to law.Date) int {
	y1, m1, _ := from.Civil()
	y2, m2, _ := to.Civil()
	return 12*(y2-y1) + int(m2) - int(m1)
}
