package law

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
)

// A Fact is a value or "not stated". The zero Fact is not stated. Missing facts are always
// facts, never nil and never a zero that could be mistaken for an answer; in JSON an
// absent member and null both mean not stated. For a list, an empty list is the fact that
// there are none.
type Fact[T any] struct {
	value  T
	stated bool
}

// Known is the fact that the value is v.
func Known[T any](v T) Fact[T] { return Fact[T]{v, true} }

// Get returns the value and whether it is stated.
func (f *Fact[T]) Get() (T, bool) { return f.value, f.stated }

// Or returns the value, or v where none is stated. Rules never use it: it is for printing
// and for callers that have decided on an assumption.
func (f *Fact[T]) Or(v T) T {
	if f.stated {
		return f.value
	}
	return v
}

// Stated reports whether there is a value.
func (f *Fact[T]) Stated() bool { return f.stated }

// IsZero reports whether nothing is stated, so that `omitzero` leaves the member out.
func (f Fact[T]) IsZero() bool { return !f.stated }

// Ptr returns the value in place, or nil where it is not stated: for walking large lists
// without a copy. Callers must not write through it.
func (f *Fact[T]) Ptr() *T {
	if !f.stated {
		return nil
	}
	return &f.value
}

// String prints the value, or "not stated".
func (f Fact[T]) String() string {
	if !f.stated {
		return "not stated"
	}
	return fmt.Sprint(f.value)
}

// MarshalJSON writes the value, or null. A list that is stated and nil is written as the
// empty list that it is: null would be read back as "not stated".
func (f Fact[T]) MarshalJSON() ([]byte, error) {
	if !f.stated {
		return []byte("null"), nil
	}
	if v := reflect.ValueOf(f.value); v.Kind() == reflect.Slice && v.IsNil() {
		return []byte("[]"), nil
	}
	return json.Marshal(f.value)
}

// UnmarshalJSON reads a value strictly; null is "not stated".
func (f *Fact[T]) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*f = Fact[T]{}
		return nil
	}
	*f = Fact[T]{} // decoded in place, so that a fact costs no allocation of its own
	if err := strictUnmarshal(b, &f.value); err != nil {
		*f = Fact[T]{}
		return err
	}
	f.stated = true
	return nil
}

// elemPtr lets Decode look through a fact when it names the place of an error.
func (f *Fact[T]) elemPtr() any { return &f.value }

// brief prints the value for a finding's facts: scalars and values that print themselves
// in full, a list by its length, and nothing of a structure, which may hold personal data.
func (f *Fact[T]) brief() string {
	switch v := any(f.value).(type) {
	case fmt.Stringer:
		return v.String()
	case string, bool, int, int64:
		return fmt.Sprint(v)
	}
	if v := reflect.ValueOf(f.value); v.Kind() == reflect.Slice {
		return strconv.Itoa(v.Len()) + " listed"
	}
	return "stated"
}
