package law

import (
	"fmt"
	"strings"
)

// An Extent is the part of the kingdom a rule reaches, or in which a body is registered.
// The zero Extent is "not stated", never "everywhere".
type Extent uint8

// The parts, and the unions that statutes name.
const (
	England Extent = 1 << iota
	Wales
	Scotland
	NorthernIreland
	ChannelIslands

	EnglandAndWales = England | Wales
	GreatBritain    = EnglandAndWales | Scotland
	UnitedKingdom   = GreatBritain | NorthernIreland
)

var extentNames = []struct {
	e    Extent
	name string
}{
	{UnitedKingdom, "united-kingdom"},
	{GreatBritain, "great-britain"},
	{EnglandAndWales, "england-and-wales"},
	{England, "england"},
	{Wales, "wales"},
	{Scotland, "scotland"},
	{NorthernIreland, "northern-ireland"},
	{ChannelIslands, "channel-islands"},
}

// Covers reports whether every part of f lies in e. Nothing covers, or lies in, an extent
// that is not stated.
func (e Extent) Covers(f Extent) bool { return f != 0 && e&f == f }

// Meets reports whether some part of f lies in e.
func (e Extent) Meets(f Extent) bool { return e&f != 0 }

// String gives the JSON value: "great-britain", "wales", or parts joined by "+"; the empty
// string where the extent is not stated.
func (e Extent) String() string {
	var parts []string
	for _, x := range extentNames {
		if e.Covers(x.e) {
			parts = append(parts, x.name)
			e &^= x.e
		}
	}
	if e != 0 {
		parts = append(parts, fmt.Sprintf("unknown(%d)", uint8(e)))
	}
	return strings.Join(parts, "+")
}

// Name says the extent to readers: "Great Britain", "England and Wales"; "a place not
// stated" where it is not.
func (e Extent) Name() string {
	if e == 0 {
		return "a place not stated"
	}
	var words []string
	for part := range strings.SplitSeq(e.String(), "+") {
		for word := range strings.SplitSeq(part, "-") {
			if word != "and" {
				word = strings.ToUpper(word[:1]) + word[1:]
			}
			words = append(words, word)
		}
		words = append(words, "and")
	}
	return strings.Join(words[:len(words)-1], " ")
}

// MarshalText writes String.
func (e Extent) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// UnmarshalText reads what String writes.
func (e *Extent) UnmarshalText(b []byte) error {
	got, err := ParseExtent(string(b))
	if err == nil {
		*e = got
	}
	return err
}

// ParseExtent reads what String writes; the empty string is "not stated".
func ParseExtent(s string) (Extent, error) {
	var got Extent
	if s == "" {
		return 0, nil
	}
next:
	for part := range strings.SplitSeq(s, "+") {
		for _, x := range extentNames {
			if part == x.name {
				got |= x.e
				continue next
			}
		}
		return 0, fmt.Errorf("not a part of the kingdom: %s (want one of %s)", quoteShort(part), extentList())
	}
	return got, nil
}

func extentList() string {
	names := make([]string, len(extentNames))
	for i, x := range extentNames {
		names[i] = x.name
	}
	return strings.Join(names, ", ")
}

// A Window is a stretch of time in which law is in force over an extent. It is half-open:
// From is the first day in force, To the first day no longer. A zero To is still in force;
// there is no window without From.
type Window struct {
	From Date   `json:"from"`
	To   Date   `json:"to,omitzero"`
	In   Extent `json:"in"`
}

// From is a window for a table: open-ended, panicking on a bad literal.
func From(date string, in Extent) Window { return Window{From: MustDate(date), In: in} }

// Until closes the window: last is the last day in force, as people say it.
func (w Window) Until(last string) Window {
	w.To = MustDate(last).AddDays(1)
	return w
}

// Holds reports whether the window is open on d, whatever the place.
func (w Window) Holds(d Date) bool {
	return !d.IsZero() && !d.Before(w.From) && (w.To.IsZero() || d.Before(w.To))
}

// String writes "from 1 July 2005 until 30 September 2014 (great-britain)".
func (w Window) String() string {
	s := "from " + w.From.Long()
	if !w.To.IsZero() {
		s += " until " + w.To.AddDays(-1).Long()
	}
	return s + " (" + w.In.String() + ")"
}

// force is what a rule's windows say of a date and a place.
type force uint8

const (
	notInForce force = iota
	inForce
	dependsOnExtent
)

// windowsAt answers for one date and place. A place not stated is answered only where
// every part of the kingdom that the rule reaches would give the same answer.
func windowsAt(ws []Window, d Date, in Extent) force {
	var open, reach Extent
	for i := range ws {
		reach |= ws[i].In
		if ws[i].Holds(d) {
			open |= ws[i].In
		}
	}
	switch {
	case open == 0:
		return notInForce
	case in == 0:
		if open == reach {
			return inForce
		}
		return dependsOnExtent
	case open.Covers(in):
		return inForce
	case open.Meets(in):
		return dependsOnExtent
	}
	return notInForce
}
