package law

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"slices"
)

// Facts are statements in the structure of some form's body, kept as they were written
// until the form is known that can read them. The zero Facts state nothing.
type Facts struct{ text string }

// FactsOf states what a body states: the way to write Facts in Go.
func FactsOf(body any) (Facts, error) {
	b, err := json.Marshal(body)
	if err != nil {
		return Facts{}, err
	}
	var f Facts
	err = f.UnmarshalJSON(b)
	return f, err
}

// IsZero reports whether nothing is stated.
func (f Facts) IsZero() bool { return f.text == "" }

// String writes the facts as JSON.
func (f Facts) String() string { return f.text }

// MarshalJSON writes the facts as they were read, or null.
func (f Facts) MarshalJSON() ([]byte, error) {
	if f.text == "" {
		return []byte("null"), nil
	}
	return []byte(f.text), nil
}

// UnmarshalJSON keeps an object; null states nothing.
func (f *Facts) UnmarshalJSON(b []byte) error {
	*f = Facts{}
	if string(b) == "null" {
		return nil
	}
	var out bytes.Buffer
	if err := json.Compact(&out, b); err != nil {
		return err
	}
	if out.Len() == 0 || out.Bytes()[0] != '{' {
		return errors.New("facts are an object, in the structure of the form's body")
	}
	if out.Len() > len("{}") {
		f.text = out.String()
	}
	return nil
}

// Overlay states on a structure what another of its type states, of facts within facts each
// by itself, of lists the whole. What the other does not state stays.
func Overlay[T any](dst *T, over T) {
	overlay(reflect.ValueOf(dst).Elem(), reflect.ValueOf(&over).Elem())
}

// overlaid is a fact, which may be stated by another of its type.
type overlaid interface{ over(other any) }

// over lets Overlay look through a fact.
func (f *Fact[T]) over(other any) {
	o, ok := other.(*Fact[T])
	switch {
	case !ok || !o.stated:
	case !f.stated:
		*f = *o
	default:
		if v := reflect.ValueOf(&f.value).Elem(); whole(v) {
			f.value = o.value // a fact that is nothing is a fact
		} else {
			overlay(v, reflect.ValueOf(&o.value).Elem())
		}
	}
}

// whole reports whether a value is replaced and not looked into.
func whole(v reflect.Value) bool {
	return v.Kind() != reflect.Struct || sealed(v.Type())
}

// sealed reports whether a structure keeps anything to itself: a date, say, or a ratio.
func sealed(t reflect.Type) bool {
	for i := range t.NumField() {
		if !t.Field(i).IsExported() {
			return true
		}
	}
	return false
}

func overlay(dst, src reflect.Value) {
	if f, ok := dst.Addr().Interface().(overlaid); ok {
		f.over(src.Addr().Interface())
		return
	}
	switch {
	case dst.Kind() == reflect.Struct && !sealed(dst.Type()):
		for i := range dst.NumField() {
			overlay(dst.Field(i), src.Field(i))
		}
	case dst.Kind() == reflect.Slice:
		if !src.IsNil() {
			dst.Set(src)
		}
	case !src.IsZero():
		dst.Set(src)
	}
}

// SetOf returns a copy of a list with one entry replaced, or added at its end: the way in
// which a form changes a list that another body may share.
func SetOf[T any](list []T, i int, v T) []T {
	if i < 0 || i >= len(list) {
		return append(slices.Clip(list), v)
	}
	out := slices.Clone(list)
	out[i] = v
	return out
}
