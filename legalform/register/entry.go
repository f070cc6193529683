package register

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// An Entry is a code of a scheme, with what it means.
type Entry struct {
	Scheme Scheme `json:"scheme"`
	Code   string `json:"code"`
	// Label says in our words what the code is of.
	Label string `json:"label"`
	// In is where bodies with the code are registered; 0 where the code does not say.
	In law.Extent `json:"in,omitzero"`
	// Ended is the first day on which the code was no longer in use; zero where it is.
	Ended law.Date `json:"ended,omitzero"`
	// Forms are those that a body with the code can have. There is always one.
	Forms Forms `json:"forms"`
	// Note is what to beware of in reading the code. It may be empty.
	Note string `json:"note,omitzero"`
}

// String says the entry in a line: "elf 17R0: cic-guarantee or …".
func (e Entry) String() string {
	return fmt.Sprintf("%v %s: %v", e.Scheme, e.Code, e.Forms)
}

// Lookup finds a code of a scheme. Letters of either case are alike, as are runs of space
// and both apostrophes. The error for a code that the scheme does not have is an
// *UnknownCodeError, which names the nearest codes.
//
// A code that has ended is found too: old rows have it.
func Lookup(s Scheme, code string) (Entry, error) {
	if e, ok := codes().find(s, code); ok {
		return e, nil
	}
	return Entry{}, &UnknownCodeError{Scheme: s, Code: code, Nearest: codes().nearest(s, fold(code))}
}

// Codes gives the entries of a scheme, in the order of the scheme's table. Of a scheme that
// is none it gives nothing.
func Codes(s Scheme) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		for _, e := range codes().of(s) {
			if !yield(e) {
				return
			}
		}
	}
}

// CodesOf gives the entries of a scheme that can mean a form: those in use before those that
// have ended, and among them those that leave fewest forms open first. A code leads back to
// the form alone where its Forms are not ambiguous.
func CodesOf(f Form, s Scheme) []Entry {
	var out []Entry
	for e := range Codes(s) {
		if e.Forms.Has(f) {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(a, b Entry) int {
		switch {
		case a.Ended.IsZero() == b.Ended.IsZero():
			return a.Forms.Len() - b.Forms.Len()
		case a.Ended.IsZero():
			return -1
		}
		return 1
	})
	return out
}

// UnknownCodeError says that a scheme has no such code.
type UnknownCodeError struct {
	Scheme Scheme
	Code   string
	// Nearest are at most three codes of the scheme that are spelled like it, nearest first.
	Nearest []string
}

// Error names the scheme and the nearest codes.
func (e *UnknownCodeError) Error() string {
	msg := fmt.Sprintf("no code %.40q in %v", e.Code, e.Scheme)
	if len(e.Nearest) > 0 {
		msg += "; the nearest: " + strings.Join(e.Nearest, ", ")
	}
	return msg
}
