package governance

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Moment is a minute of a day, for the one thing that goes by the hour: when a proxy must
// be lodged. It is local time, and knows no zone.
type Moment struct {
	On law.Date `json:"on"`
	// Minute counts from midnight: 19:30 is 1170.
	Minute int `json:"minute"`
}

// ProxyRule is how long before a meeting a proxy must be lodged. The zero ProxyRule sets no
// limit.
type ProxyRule struct {
	Hours int `json:"hours,omitempty"`
	// WorkingDays leaves out every part of a day that is not a working day of a division.
	WorkingDays bool         `json:"working_days,omitempty"`
	In          law.Division `json:"in,omitempty"`
}

// InTime reports whether a proxy was lodged long enough before a meeting; exactly so many
// hours are enough. A moment that cannot be, and a day outside the calendar, are errors.
func (r ProxyRule) InTime(lodged, meeting Moment, c *law.Calendar) (bool, error) {
	for _, m := range []Moment{lodged, meeting} {
		if m.On.IsZero() || m.Minute < 0 || m.Minute >= 24*60 {
			return false, fmt.Errorf("%v, minute %d: no such moment", m.On, m.Minute)
		}
	}
	if r.WorkingDays && c == nil {
		return false, fmt.Errorf("%w: proxies go by working days, and no calendar is given", law.ErrOutsideTable)
	}
	minutes := 0
	for d := lodged.On; !d.After(meeting.On); d = d.AddDays(1) {
		from, to := 0, 24*60
		if d == lodged.On {
			from = lodged.Minute
		}
		if d == meeting.On {
			to = meeting.Minute
		}
		if r.WorkingDays {
			working, err := c.IsWorkingDay(d, r.In)
			if err != nil {
				return false, err
			}
			if !working {
				continue
			}
		}
		if minutes += max(to-from, 0); minutes >= 60*r.Hours {
			return true, nil
		}
	}
	return minutes >= 60*r.Hours && (lodged.On.Before(meeting.On) || lodged.On == meeting.On && lodged.Minute <= meeting.Minute), nil
}

// Channel is how a vote reaches a meeting.
type Channel uint8

// A vote is cast at the meeting, or by post or electronically where the constitution lets it.
const (
	AtTheMeeting Channel = iota
	ByPost
	Electronically
)

var channels = []string{"at-the-meeting", "by-post", "electronically"}

// String gives the JSON value.
func (c Channel) String() string { return law.NameOf(channels, c) }

// MarshalText writes String.
func (c Channel) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads what String writes.
func (c *Channel) UnmarshalText(b []byte) error {
	return law.ParseName(c, channels, b, "a way of casting a vote")
}
