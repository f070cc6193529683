package governance

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Service is a way of giving notice and when it is taken to be received.
type Service struct {
	// How names the way: "post", "e-mail", "by hand".
	How string `json:"how"`
	// Days is how many days after sending it is deemed received; WorkingDays counts only
	// working days of a division.
	Days        int          `json:"days"`
	WorkingDays bool         `json:"working_days,omitempty"`
	In          law.Division `json:"in,omitempty"`
}

// Received returns the day on which a notice sent on a day is deemed received. Working days
// outside the calendar's years are an error, not a guess.
func (s Service) Received(sent law.Date, c *law.Calendar) (law.Date, error) {
	if !s.WorkingDays {
		return law.DaysFrom(sent, s.Days), nil
	}
	d, err := c.AddWorkingDays(sent, s.Days, s.In)
	if err != nil {
		return law.Date{}, fmt.Errorf("service by %s: %w", s.How, err)
	}
	return d, nil
}

// NoticeRule is how long a notice of a meeting must be, in clear days, and by what consent it
// may be shorter.
type NoticeRule struct {
	ClearDays int `json:"clear_days"`
	// ShortHeads and ShortValue are what members must agree to shorter notice, in number and
	// in votes or value; zero thresholds allow no short notice.
	ShortHeads Threshold `json:"short_heads,omitzero"`
	ShortValue Threshold `json:"short_value,omitzero"`
	// By is where the length comes from.
	By law.Provision `json:"by,omitzero"`
}

// A NoticeTest is a notice put to its rule.
type NoticeTest struct {
	Received  law.Date `json:"received"`
	Meeting   law.Date `json:"meeting"`
	ClearDays int      `json:"clear_days"`
	Needed    int      `json:"needed"`
	// Short are the tests of consent to short notice, where there was need of it.
	Short []Test `json:"short,omitempty"`
	Good  bool   `json:"good"`
}

// Test puts a notice, received on a day for a meeting on another, to the rule. Agreed is who
// agreed to short notice: in number, and in votes or value. A meeting that is not after the
// notice is an error.
func (n NoticeRule) Test(received, meeting law.Date, agreedHeads, agreedValue Tally) (NoticeTest, error) {
	if !meeting.After(received) {
		return NoticeTest{}, fmt.Errorf("the meeting of %v is not after its notice, received on %v", meeting, received)
	}
	t := NoticeTest{Received: received, Meeting: meeting, ClearDays: law.ClearDays(received, meeting), Needed: n.ClearDays}
	if t.Good = t.ClearDays >= t.Needed; t.Good || !n.ShortHeads.asks() && !n.ShortValue.asks() {
		return t, nil
	}
	t.Good = true
	for _, x := range []struct {
		name  string
		t     Threshold
		tally Tally
	}{{"short notice, in number", n.ShortHeads, agreedHeads}, {"short notice, in value", n.ShortValue, agreedValue}} {
		if !x.t.asks() {
			continue
		}
		if err := x.tally.Check(); err != nil {
			return NoticeTest{}, fmt.Errorf("%s: %w", x.name, err)
		}
		r := x.t.Test(x.name, x.tally)
		t.Short, t.Good = append(t.Short, r), t.Good && r.Passed
	}
	return t, nil
}

// LastDayToGive returns the last day on which a notice may be received for a meeting.
func (n NoticeRule) LastDayToGive(meeting law.Date) law.Date {
	return meeting.AddDays(-n.ClearDays - 1)
}
