package law

import (
	"errors"
	"fmt"
	"slices"
)

// Standing says what an entry of a history does from its date on.
type Standing uint8

// An entry sets a value, ends the history (abolition is not a zero), leaves the value in
// doubt, or is pending: enacted but with no day appointed.
const (
	InForce Standing = iota
	Ended
	Doubtful
	Pending
)

var standings = []string{"in-force", "ended", "doubtful", "pending"}

// String gives the JSON value.
func (s Standing) String() string { return NameOf(standings, s) }

// MarshalText writes String.
func (s Standing) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what String writes.
func (s *Standing) UnmarshalText(b []byte) error {
	return ParseName(s, standings, b, "a standing")
}

// An Entry is one step in the history of a figure.
type Entry[T any] struct {
	// From is the first day of the entry; none for a pending one.
	From Date `json:"from,omitzero"`
	// Value is the figure. In a doubtful entry it is the provisional reading.
	Value T `json:"value"`
	// By is the provision that set it.
	By Provision `json:"by"`
	// Checked is the day somebody last read the source.
	Checked Date `json:"checked"`
	// Is says what the entry does; in force is the zero value.
	Is Standing `json:"is,omitzero"`
	// Question says what is in doubt, or what a pending entry waits for.
	Question string `json:"question,omitempty"`
	// Or holds the other candidate values of a doubtful entry.
	Or []T `json:"or,omitempty"`
}

// InDoubt returns the entry as one in doubt: its value is the provisional reading, and the
// others are the remaining candidates.
func (e Entry[T]) InDoubt(question string, others ...T) Entry[T] {
	e.Is, e.Question, e.Or = Doubtful, question, others
	return e
}

// A History is a figure over time, oldest entry first, with a stable id. Build one with
// Since in a table and with NewHistory from data. The zero History has no entries and
// answers nothing on any date.
type History[T any] struct {
	id      string
	unit    string
	entries []Entry[T]
}

// ErrHistory is wrapped by every complaint about a bad history.
var ErrHistory = errors.New("bad history")

// Since builds a history for a table of figures. It panics where NewHistory would return
// an error, so that a bad table cannot ship.
func Since[T any](id, unit string, entries ...Entry[T]) History[T] {
	h, err := NewHistory(id, unit, entries)
	if err != nil {
		panic("law.Since: " + err.Error())
	}
	return h
}

// NewHistory builds a history from data, such as a reform. It refuses entries out of
// order, without a date (unless pending), a source or the day the source was read; a
// doubt without its question and another candidate; and an end at the start.
func NewHistory[T any](id, unit string, entries []Entry[T]) (History[T], error) {
	var last Date
	for i, e := range entries {
		var bad string
		switch {
		case e.Is > Pending:
			bad = "of no standing"
		case e.By.IsZero():
			bad = "no source"
		case e.Checked.IsZero():
			bad = "no day on which the source was read"
		case e.Is == Pending && !e.From.IsZero():
			bad = "pending, and yet with a date"
		case e.Is == Pending && i != len(entries)-1:
			bad = "pending, and yet not last"
		case e.Is == Pending && e.Question == "":
			bad = "pending on what is not said"
		case e.Is == Pending:
		case e.From.IsZero():
			bad = "no date"
		case !e.From.After(last):
			bad = fmt.Sprintf("%v is not after %v", e.From, last)
		case e.Is == Ended && i == 0:
			bad = "ends what never began"
		case e.Is == Doubtful && (e.Question == "" || len(e.Or) == 0):
			bad = "doubtful without a question and another candidate"
		}
		if bad != "" {
			return History[T]{}, fmt.Errorf("%w %s: entry %d: %s", ErrHistory, id, i, bad)
		}
		last = e.From
	}
	if id == "" || unit == "" || len(entries) == 0 {
		return History[T]{}, fmt.Errorf("%w %q: a figure needs an id, a unit and an entry", ErrHistory, id)
	}
	return History[T]{id, unit, cloned(entries)}, nil
}

// ID returns the stable id: "cic.aggregate_cap".
func (h *History[T]) ID() string { return h.id }

// Unit says what the values count: "of distributable profits".
func (h *History[T]) Unit() string { return h.unit }

// Entries returns a copy of the entries, oldest first.
func (h *History[T]) Entries() []Entry[T] { return cloned(h.entries) }

// cloned copies the entries and their candidates, so that nobody shares them.
func cloned[T any](entries []Entry[T]) []Entry[T] {
	out := slices.Clone(entries)
	for i := range out {
		out[i].Or = slices.Clone(out[i].Or)
	}
	return out
}

// At returns the entry that governs a date, and whether there is one with a value in
// force or in doubt. Before the history begins, after it has ended, and for a figure only
// pending there is none: law never falls back to what it was. Callers must not write
// through the pointer.
func (h *History[T]) At(d Date) (*Entry[T], bool) {
	if d.IsZero() {
		return nil, false
	}
	for i := len(h.entries) - 1; i >= 0; i-- {
		e := &h.entries[i]
		if e.Is == Pending || d.Before(e.From) {
			continue
		}
		return e, e.Is != Ended
	}
	return nil, false
}

// With returns the history with an entry put in from its date on: entries dated on or
// after it are dropped, and so is a pending one. A pending entry goes after all that have
// dates. It is how a reform is written in Go.
func (h History[T]) With(e Entry[T]) (History[T], error) {
	kept := slices.DeleteFunc(slices.Clone(h.entries), func(x Entry[T]) bool {
		return x.Is == Pending || e.Is != Pending && !x.From.Before(e.From)
	})
	return NewHistory(h.id, h.unit, append(kept, e))
}
