package governance

import (
	"errors"
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// TwoStages is a resolution passed at one meeting and confirmed at another, within a window.
type TwoStages struct {
	First  Majority `json:"first"`
	Second Majority `json:"second"`
	// AtLeastDays and AtMostMonths are the window from the first meeting to the second, both
	// ends included.
	AtLeastDays  int `json:"at_least_days"`
	AtMostMonths int `json:"at_most_months"`
}

// Window returns the first and the last day for the second meeting.
func (s TwoStages) Window(first law.Date) (from, to law.Date) {
	return law.DaysFrom(first, s.AtLeastDays), law.MonthsFrom(first, s.AtMostMonths)
}

// A StagedDecision is both stages with their dates.
type StagedDecision struct {
	First  Decision `json:"first"`
	Second Decision `json:"second"`
	// From and To are the window; InWindow whether the second meeting lay in it.
	From     law.Date `json:"from"`
	To       law.Date `json:"to"`
	InWindow bool     `json:"in_window"`
	Passed   bool     `json:"passed"`
}

// Decide puts two votes to the two stages.
func (s TwoStages) Decide(first law.Date, one Tally, second law.Date, two Tally) (StagedDecision, error) {
	a, err := Decide(first, s.First, one)
	if err != nil {
		return StagedDecision{}, fmt.Errorf("first meeting: %w", err)
	}
	b, err := Decide(second, s.Second, two)
	if err != nil {
		return StagedDecision{}, fmt.Errorf("second meeting: %w", err)
	}
	d := StagedDecision{First: a, Second: b}
	d.From, d.To = s.Window(first)
	d.InWindow = !second.Before(d.From) && !second.After(d.To)
	d.Passed = a.Passed && b.Passed && d.InWindow
	return d, nil
}

// WrittenRule is how a resolution is passed in writing: by a threshold of everybody entitled,
// before it lapses.
type WrittenRule struct {
	Threshold Threshold `json:"threshold"`
	// LapseDays is a period beginning with the day of circulation; it is counted.
	LapseDays int `json:"lapse_days"`
}

// An Agreement is a member's agreement to a written resolution, which cannot be taken back.
type Agreement struct {
	Member Ref
	On     law.Date
}

// A WrittenDecision is what became of a written resolution.
type WrittenDecision struct {
	Test Test `json:"test"`
	// Lapses is the last day on which an agreement counts; PassedOn the day on which enough
	// had agreed.
	Lapses   law.Date `json:"lapses"`
	PassedOn law.Date `json:"passed_on,omitzero"`
	Late     int64    `json:"late,omitempty"`
}

// ErrWritten is wrapped by refusals of an agreement.
var ErrWritten = errors.New("agreement refused")

// Decide counts agreements to a resolution circulated on a day to the members entitled on
// it. Silence counts against. It refuses a stranger, a second agreement and one before the
// circulation; an agreement after the lapse is late and does not count.
func (w WrittenRule) Decide(e *Entitled, circulated law.Date, as []Agreement) (WrittenDecision, error) {
	d := WrittenDecision{Lapses: law.DaysBeginningWith(circulated, w.LapseDays)}
	tally := Tally{Entitled: e.Votes}
	seen := make(map[Ref]bool, len(as))
	for i, a := range as {
		bad := ""
		switch {
		case e.VotesOf(a.Member) == 0:
			bad = "not of a member who may vote"
		case seen[a.Member]:
			bad = "a second of the same member"
		case a.On.Before(circulated):
			bad = fmt.Sprintf("given on %v, before the circulation", a.On)
		}
		if bad != "" {
			return WrittenDecision{}, fmt.Errorf("%w: %s: %s", ErrWritten, law.Path("agreements", i, ""), bad)
		}
		seen[a.Member] = true
	}
	byDay := slices.Clone(as)
	slices.SortStableFunc(byDay, func(a, b Agreement) int { return a.On.Compare(b.On) })
	threshold := w.Threshold
	threshold.Of = AllEntitled
	for _, a := range byDay {
		if a.On.After(d.Lapses) {
			d.Late++
			continue
		}
		tally.For += e.votes[a.Member]
		if d.PassedOn.IsZero() && threshold.Test("", tally).Passed {
			d.PassedOn = a.On
		}
	}
	d.Test = threshold.Test("agreed", tally)
	return d, nil
}
