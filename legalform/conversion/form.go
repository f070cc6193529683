package conversion

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Trait is the state in which a form is, where it has more than one that decides what it
// can become.
type Trait uint8

// The traits. A form that has only one, as a company limited by shares has, is in it.
const (
	Plain Trait = iota
	ByGuarantee
	ByShares
	Unlocked   // no statutory restriction on the use of assets
	Locked     // the statutory restriction on the use of assets
	Charitable // a charity
)

var traits = []string{"plain", "by-guarantee", "by-shares", "unlocked", "locked", "charitable"}

// String gives the JSON value.
func (t Trait) String() string { return law.NameOf(traits, t) }

// MarshalText writes String.
func (t Trait) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads what String writes.
func (t *Trait) UnmarshalText(b []byte) error { return law.ParseName(t, traits, b, "a trait") }

// Said puts the trait after "a body": "that is limited by guarantee". Nothing is to be said
// of a plain one.
func (t Trait) Said() string {
	said := [...]string{
		"", "that is limited by guarantee", "that is limited by shares", "without the statutory restriction on the use of its assets",
		"with the statutory restriction on the use of its assets", "that is a charity",
	}
	if int(t) < len(said) {
		return said[t]
	}
	return t.String()
}

// A Form is a node of the graph.
type Form struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	// Exists are the windows in which bodies of the form exist.
	Exists []law.Window `json:"exists"`
	// Older says that there were such bodies before the windows, or elsewhere, under law not
	// modelled here.
	Older bool `json:"older,omitempty"`
	// Traits are the states that the form comes in; none is Plain alone.
	Traits []Trait `json:"traits,omitempty"`
	// By is the provision from which the windows are.
	By law.Provision `json:"by"`
}

// In returns the parts of the kingdom in which there are bodies of the form on a date.
func (f *Form) In(on law.Date) law.Extent { return open(f.Exists, on) }

// clone copies what the form shares with the graph.
func (f *Form) clone() Form {
	c := *f
	c.Exists, c.Traits = slices.Clone(f.Exists), slices.Clone(f.Traits)
	return c
}

func (f *Form) traits() []Trait {
	if len(f.Traits) == 0 {
		return []Trait{Plain}
	}
	return f.Traits
}

// since is the first day on which there was a body of the form.
func (f *Form) since() law.Date {
	var first law.Date
	for _, w := range f.Exists {
		if first.IsZero() || w.From.Before(first) {
			first = w.From
		}
	}
	return first
}

// open gives the parts of the kingdom in which a window is open on a date.
func open(ws []law.Window, on law.Date) (in law.Extent) {
	for i := range ws {
		if ws[i].Holds(on) {
			in |= ws[i].In
		}
	}
	return in
}

// A NoSuchForm is the error for an id that the graph does not have.
type NoSuchForm struct {
	// At names the place: "from" or "to".
	At, ID string
	Known  []string
}

// Error names the place and lists what there is.
func (e *NoSuchForm) Error() string {
	return fmt.Sprintf("%s: no form %.40q; there are %s", e.At, e.ID, strings.Join(e.Known, ", "))
}

// A NotYet is the error for a form that did not exist on the date, or in the place.
type NotYet struct {
	At, Form string
	On       law.Date
	// In is the place asked about; not stated, where it is the date that is too early.
	In law.Extent
	// Since is the first day on which there was one anywhere, Exists where there was when.
	Since  law.Date
	Exists []law.Window
	// Older says that there were such bodies, under law that is not modelled.
	Older bool
}

// Error says that the form did not exist, and since when it does.
func (e *NotYet) Error() string {
	if e.In != 0 {
		var when []string
		for _, w := range e.Exists {
			when = append(when, w.String())
		}
		if e.Older {
			return fmt.Sprintf("%s: the law of a %s in %s on %s is not modelled; it is %s", e.At, e.Form, e.In.Name(), e.On.Long(), strings.Join(when, ", "))
		}
		return fmt.Sprintf("%s: there was no %s in %s on %s; there is one %s", e.At, e.Form, e.In.Name(), e.On.Long(), strings.Join(when, ", "))
	}
	if e.Older {
		return fmt.Sprintf("%s: the law of a %s is modelled since %s, and %s is before", e.At, e.Form, e.Since.Long(), e.On.Long())
	}
	return fmt.Sprintf("%s: there was no %s on %s; there is one since %s", e.At, e.Form, e.On.Long(), e.Since.Long())
}
