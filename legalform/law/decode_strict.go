package law

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
)

// A wrapper is a value that is transparent in JSON: it is written as what elemPtr points
// to is, or as null. Errors inside it are given the path they would have without it. Its
// UnmarshalJSON reads through strictUnmarshal and returns that one's error, wrapped or not.
type wrapper interface{ elemPtr() any }

// strictUnmarshal is how an UnmarshalJSON method reads its argument, or a value within it,
// into what v points to, which is a zero value. encoding/json does not hand on to such
// methods that it is to refuse unknown fields, so each has to refuse them for itself.
//
// What it checks is what the type decides: fields, their letter case, the length of
// arrays. That b is one valid value, without duplicate keys and so on, Decode has seen to.
// After an error *v may be half filled. The error does not know its path; Decode finds it.
// Code that is not within an UnmarshalJSON method calls Decode instead.
func strictUnmarshal(b []byte, v any) error {
	if done, err := unmarshalFast(b, v); done {
		return err
	}
	return unmarshalSlow(b, v, hasOddKey(b))
}

// A strictError is an error of strictUnmarshal with what it was asked to do, from which
// the locator goes on. To locate it here would be to do so again at every level on the way
// up, at twice the cost each time. It is not to be looked into once UnmarshalJSON has
// returned to encoding/json: value belongs to the caller.
type strictError struct {
	target reflect.Type
	value  []byte
	err    error
}

func (e *strictError) Error() string { return plainError(e.err).Error() }

func (e *strictError) Unwrap() error { return e.err }

// unmarshalSlow decodes the value b, which may have odd keys, through encoding/json.
func unmarshalSlow(b []byte, v any, oddKeys bool) error {
	t := reflect.TypeOf(v).Elem()
	if err := unmarshalKnown(b, v, t.Kind()); err != nil {
		return &strictError{t, b, err}
	}
	// encoding/json takes a key for a field that is written in other letters, and drops
	// what is too much for an array. Most documents give no occasion for either.
	if oddKeys || new(checkNeed).of(t) {
		check := locator{data: b, mode: checkOnly}
		if bad := check.run(t); bad != nil {
			return &strictError{t, b, bad}
		}
	}
	return nil
}

// unmarshalKnown is json.Unmarshal without unknown fields.
func unmarshalKnown(b []byte, v any, k reflect.Kind) error {
	switch k {
	case reflect.Struct, reflect.Map, reflect.Slice, reflect.Array, reflect.Pointer, reflect.Interface:
	default:
		return json.Unmarshal(b, v) // has no fields, and is cheaper
	}
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	if err := dec.Decode(v); err != nil {
		return err
	}
	if skipSpace(b, int(dec.InputOffset())) < len(b) {
		return faultf(ErrTrailing, "there is more after the end of the value")
	}
	return nil
}

// hasOddKey reports whether the value has a key that is not plain lower-case ASCII.
func hasOddKey(b []byte) bool {
	for i := 0; i < len(b); i++ {
		if b[i] != '"' {
			continue
		}
		odd := false
		for i++; i < len(b) && b[i] != '"'; i++ {
			c := b[i]
			if c == '\\' {
				i++
			}
			odd = odd || c >= 0x80 || c == '\\' || 'A' <= c && c <= 'Z'
		}
		if odd {
			if after := skipSpace(b, i+1); after < len(b) && b[after] == ':' {
				return true
			}
		}
	}
	return false
}

// A checkNeed finds out whether encoding/json may accept for a type what is to be refused
// even where all keys are plain lower-case ASCII. It errs on the side of a check. It is
// asked for each small value that is wrapped, so it does without all that a jsonShape has.
type checkNeed struct{ seen []reflect.Type }

func (n *checkNeed) of(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Struct, reflect.Map, reflect.Slice, reflect.Array, reflect.Pointer:
	default:
		return false
	}
	if slices.Contains(n.seen, t) {
		return false
	}
	n.seen = append(n.seen, t)
	switch formOf(t) {
	case structForm:
		return n.fields(t)
	case mapForm:
		return !plainKeys(t) || n.of(t.Elem())
	case pointerForm, listForm:
		return n.of(t.Elem())
	case arrayForm:
		return true
	default:
		return false // has methods, which check for themselves
	}
}

func (n *checkNeed) fields(t reflect.Type) bool {
	for i := range t.NumField() {
		f, inner := jsonFieldOf(t.Field(i))
		for j := range len(f.name) {
			if c := f.name[j]; c >= 0x80 || 'A' <= c && c <= 'Z' {
				return true
			}
		}
		switch {
		case inner == nil:
			if f.name != "" && n.of(f.typ) {
				return true
			}
		case !slices.Contains(n.seen, inner):
			n.seen = append(n.seen, inner)
			if n.fields(inner) {
				return true
			}
		}
	}
	return false
}
