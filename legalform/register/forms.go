package register

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"math/bits"
	"strings"
)

// Forms is a set of forms: those that a code, or several together, leave open. The zero
// Forms is empty; sets are compared with ==.
type Forms uint32

// EveryForm is the set of all forms.
const EveryForm Forms = 1<<OtherBody - 1

// FormsOf makes a set. What is no form is left out.
func FormsOf(forms ...Form) Forms {
	var s Forms
	for _, f := range forms {
		if f != 0 && f <= OtherBody {
			s |= 1 << (f - 1)
		}
	}
	return s
}

// Has reports whether a form is in the set.
func (s Forms) Has(f Form) bool { return s&FormsOf(f) != 0 }

// Len counts the forms of the set.
func (s Forms) Len() int { return bits.OnesCount32(uint32(s & EveryForm)) }

// All gives the forms of the set, in the order of their constants.
func (s Forms) All() iter.Seq[Form] {
	return func(yield func(Form) bool) {
		for rest := s & EveryForm; rest != 0; rest &= rest - 1 {
			if !yield(Form(bits.TrailingZeros32(uint32(rest)) + 1)) {
				return
			}
		}
	}
}

// Ambiguous reports whether more than one form is left open.
func (s Forms) Ambiguous() bool { return s.Len() > 1 }

// One returns the form of a set of one. It reports false for any other set.
func (s Forms) One() (Form, bool) {
	if s.Len() != 1 {
		return 0, false
	}
	return Form(bits.TrailingZeros32(uint32(s)) + 1), true
}

// Tells says, in a sentence each, what else would tell apart the forms that are left open.
// It is empty where nothing is ambiguous.
func (s Forms) Tells() []string {
	var out []string
	for _, d := range distinctions {
		if s&d.these != 0 && s&d.those != 0 {
			out = append(out, d.tells)
		}
	}
	return out
}

// String lists the ids: "co-operative-society or credit-union"; "none" for the empty set.
func (s Forms) String() string {
	var ids []string
	for f := range s.All() {
		ids = append(ids, f.String())
	}
	if ids == nil {
		return "none"
	}
	return strings.Join(ids, " or ")
}

// MarshalJSON writes a list of ids.
func (s Forms) MarshalJSON() ([]byte, error) {
	forms := make([]Form, 0, s.Len())
	for f := range s.All() {
		forms = append(forms, f)
	}
	return json.Marshal(forms)
}

// UnmarshalJSON reads a list of ids, in any order.
func (s *Forms) UnmarshalJSON(b []byte) error {
	var forms []Form
	if err := json.Unmarshal(b, &forms); err != nil {
		return err
	}
	*s = FormsOf(forms...)
	return nil
}

// ErrContradiction is wrapped by the error of codes that no one form has.
var ErrContradiction = errors.New("the codes contradict each other")

// Narrow puts together what several codes of one body leave open: the forms that are in
// every set. Its error, where none is, wraps ErrContradiction: one of the codes is wrong,
// or the body has changed its form between them. Of no sets it leaves every form open.
func Narrow(sets ...Forms) (Forms, error) {
	left := EveryForm
	for _, s := range sets {
		left &= s
	}
	if left == 0 {
		words := make([]string, len(sets))
		for i, s := range sets {
			words[i] = s.String()
		}
		return 0, fmt.Errorf("%w: %s", ErrContradiction, strings.Join(words, "; against "))
	}
	return left, nil
}
