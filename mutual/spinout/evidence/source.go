package evidence

import (
	"bytes"
	_ "embed" // the list of sources
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/rochdale-go/rochdale/legalform/law"
)

//go:embed data/sources.json
var sources []byte

// A Source is a publication.
type Source struct {
	ID    string `json:"id"`
	Where string `json:"where"`
}

var listed = sync.OnceValue(func() []Source {
	var list []Source
	if err := law.Decode(bytes.NewReader(sources), &list); err != nil { // a test reads it
		panic("evidence.Sources: " + err.Error())
	}
	return list
})

// Sources lists the publications that figures name.
func Sources() []Source { return slices.Clone(listed()) }

// SourceOf returns the publication of an id.
func SourceOf(id string) (Source, bool) {
	for _, s := range listed() {
		if s.ID == id {
			return s, true
		}
	}
	return Source{}, false
}

// A Standing says how a figure is known.
type Standing uint8

// The standings.
const (
	Reported Standing = iota + 1
	GeneralKnowledge
	Derived
	Judged
)

var standingNames = []string{"", "reported", "general-knowledge", "derived", "judged"}

// String gives the JSON value.
func (s Standing) String() string { return law.NameOf(standingNames, s) }

// MarshalText writes String.
func (s Standing) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what String writes.
func (s *Standing) UnmarshalText(b []byte) error {
	return law.ParseName(s, standingNames, b, "a standing of a figure")
}

// Basis is what a figure or a statement rests on.
type Basis struct {
	Standing Standing `json:"standing"`
	// Sources are the ids of those that report it, or that it is derived from.
	Sources []string `json:"sources,omitempty"`
	// Says explains it, and Doubt what in it is not sure.
	Says  string `json:"says,omitempty"`
	Doubt string `json:"doubt,omitempty"`
}

// Sure reports whether nothing in it is in doubt.
func (b *Basis) Sure() bool { return b.Doubt == "" }

// Check refuses a basis that is none.
func (b *Basis) Check() error {
	if b.Standing < Reported || b.Standing > Judged {
		return errors.New("standing: none is given")
	}
	if b.Standing == Reported && len(b.Sources) == 0 {
		return errors.New("sources: reported, and by nobody")
	}
	if b.Standing == Judged && b.Says == "" {
		return errors.New("says: judged, and not why")
	}
	for i, id := range b.Sources {
		if _, ok := SourceOf(id); !ok {
			return fmt.Errorf("%s: no source is listed as %q", law.Path("sources", i, ""), id)
		}
	}
	return nil
}

// A Claim is a value with what it rests on.
type Claim[T any] struct {
	Value T `json:"value"`
	Basis
}

func reported(ids ...string) Basis { return Basis{Standing: Reported, Sources: ids} }

func derived(says string, ids ...string) Basis {
	return Basis{Standing: Derived, Sources: ids, Says: says}
}

func judged(says, doubt string) Basis { return Basis{Standing: Judged, Says: says, Doubt: doubt} }

func (b Basis) saying(s string) Basis { b.Says = s; return b }

func (b Basis) doubting(s string) Basis { b.Doubt = s; return b }
