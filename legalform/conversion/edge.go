package conversion

import (
	"slices"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// How a body comes to have another form.
type How uint8

// The ways. Converting gives the body the other form by operation of law; an alteration is
// of its own articles, rules or objects; an acquisition changes who owns it and nothing else;
// a registration makes a body corporate of one that was none.
const (
	Converting How = iota + 1
	Reregistering
	Altering
	Acquiring
	Registering
)

var hows = []string{"", "conversion", "re-registration", "alteration", "acquisition", "registration"}

// String gives the JSON value.
func (h How) String() string { return law.NameOf(hows, h) }

// MarshalText writes String.
func (h How) MarshalText() ([]byte, error) { return []byte(h.String()), nil }

// UnmarshalText reads what String writes.
func (h *How) UnmarshalText(b []byte) error {
	return law.ParseName(h, hows, b, "a way to another form")
}

// StageKind is what has to happen at a stage.
type StageKind uint8

// The kinds.
const (
	Resolution StageKind = iota + 1
	Consent
	Waiting
	Filing
	Decision
	Effect
	Act // anything else that must be done
)

var stageKinds = []string{"", "resolution", "consent", "waiting", "filing", "decision", "effect", "act"}

// String gives the JSON value.
func (k StageKind) String() string { return law.NameOf(stageKinds, k) }

// MarshalText writes String.
func (k StageKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *StageKind) UnmarshalText(b []byte) error {
	return law.ParseName(k, stageKinds, b, "a kind of stage")
}

// A Stage is one thing that must happen, in its place in the order.
type Stage struct {
	Kind StageKind `json:"kind"`
	// Says is what must happen, in a sentence.
	Says string `json:"says"`
	// Majority is what a resolution needs; the zero Majority where the law leaves it to the
	// body's own rules, or where that law is not modelled.
	Majority governance.Majority `json:"majority,omitzero"`
	// Days is the length of a waiting period or the time for a filing, as Says counts it.
	Days int `json:"days,omitempty"`
	// Paper is the number of the form to file, where there is one.
	Paper string        `json:"paper,omitempty"`
	By    law.Provision `json:"by"`
}

// An Edge is a way from one form to another.
type Edge struct {
	// ID is stable: "cic-to-charity-2009", the same for each pair of forms that the way joins.
	ID   string `json:"id"`
	From string `json:"from"`
	To   string `json:"to"`
	// FromTrait is the trait that the body must have, ToTrait the one that it comes to have.
	// Plain asks for none, and keeps what the body has where the other form has that too.
	FromTrait Trait `json:"from_trait,omitzero"`
	ToTrait   Trait `json:"to_trait,omitzero"`
	How       How   `json:"how"`
	// InForce are the windows in which the way is open; Older says that there was, or may have
	// been, such a way before the first of them, by law that is not modelled here. It is said of
	// ways that are certain.
	InForce   []law.Window  `json:"in_force"`
	Older     bool          `json:"older,omitempty"`
	Provision law.Provision `json:"provision"`
	Stages    []Stage       `json:"stages"`
	// Conditions are what must be so of the body besides.
	Conditions []string `json:"conditions,omitempty"`
	// Judges are the codes of the rules that judge it, in the families of law.
	Judges []law.Code `json:"judges,omitempty"`
	// Question is what is in doubt; none where the way is certain.
	Question string `json:"question,omitempty"`
	// Checked is the day on which the sources were last read.
	Checked law.Date `json:"checked"`
}

// Doubtful reports whether the way rests on a doubt.
func (e *Edge) Doubtful() bool { return e.Question != "" }

// In returns the parts of the kingdom in which the way is open on a date, whatever the forms.
func (e *Edge) In(on law.Date) law.Extent { return open(e.InForce, on) }

// olderIn returns the parts of the kingdom in which the way may have been open on a date by
// law that is not modelled.
func (e *Edge) olderIn(on law.Date) (in law.Extent) {
	if !e.Older {
		return 0
	}
	for _, w := range e.InForce {
		if on.Before(w.From) {
			in |= w.In
		}
	}
	return in
}

// first is the first day of the windows.
func (e *Edge) first() law.Date {
	day := e.InForce[0].From
	for _, w := range e.InForce {
		if w.From.Before(day) {
			day = w.From
		}
	}
	return day
}

// clone copies what the edge shares with the graph.
func (e *Edge) clone() Edge {
	c := *e
	c.InForce, c.Stages = slices.Clone(e.InForce), slices.Clone(e.Stages)
	c.Conditions, c.Judges = slices.Clone(e.Conditions), slices.Clone(e.Judges)
	return c
}

// A Bar is a provision that shuts the ways from some forms to some others.
type Bar struct {
	From      []string      `json:"from"`
	FromTrait Trait         `json:"from_trait,omitzero"`
	To        []string      `json:"to"`
	InForce   []law.Window  `json:"in_force"`
	Provision law.Provision `json:"provision"`
	// Says is the reason, in a sentence.
	Says string `json:"says"`
	// Weight is that of the provision; a statute's where nothing else is said.
	Weight law.Weight `json:"weight,omitzero"`
	Judges []law.Code `json:"judges,omitempty"`
}

func (b *Bar) clone() Bar {
	c := *b
	c.From, c.To, c.InForce, c.Judges = slices.Clone(b.From), slices.Clone(b.To), slices.Clone(b.InForce), slices.Clone(b.Judges)
	return c
}

func (b *Bar) shuts(from string, trait Trait, to string) bool {
	return (b.FromTrait == Plain || b.FromTrait == trait) && slices.Contains(b.From, from) && slices.Contains(b.To, to)
}

// An Alternative is what can be done in place of a conversion: the undertaking passes, and
// the body that had it ends.
type Alternative struct {
	From    []string     `json:"from"`
	To      []string     `json:"to"`
	InForce []law.Window `json:"in_force"`
	// Provision is none where the general law suffices.
	Provision law.Provision `json:"provision,omitzero"`
	Says      string        `json:"says"`
	Judges    []law.Code    `json:"judges,omitempty"`
}

func (x *Alternative) clone() Alternative {
	c := *x
	c.From, c.To, c.InForce, c.Judges = slices.Clone(x.From), slices.Clone(x.To), slices.Clone(x.InForce), slices.Clone(x.Judges)
	return c
}
