package law

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math"
	"reflect"
	"slices"
	"strings"
)

// The words of errors. Those of encoding/json speak of Go struct fields and int64s to
// people who wrote a document.

// plainError is an error of encoding/json in plain words; any other is returned as it is.
func plainError(err error) error {
	var strict *strictError
	if errors.As(err, &strict) {
		return plainError(strict.err)
	}
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		got, detail, _ := strings.Cut(wrong.Value, " ")
		return faultf(ErrWrongType, "want %s, got %s", wanted(wrong.Type, nil), gotKind(got, detail))
	}
	text, isJSON := strings.CutPrefix(err.Error(), "json: ")
	switch {
	case !isJSON:
		return err
	case strings.HasPrefix(text, "unknown field "):
		return faultf(ErrUnknownField, "%s", text)
	default:
		return faultf(ErrWrongType, "cannot be read: %s", text)
	}
}

// shapeError is err, which decoding value for the shape gave, in plain words.
func shapeError(s *jsonShape, value []byte, err error) error {
	switch s.form {
	case structForm, mapForm:
		return faultf(ErrWrongType, "want an object, got %s", got(value))
	case listForm:
		if s.typ.Elem().Kind() == reflect.Uint8 {
			return faultf(ErrWrongType, "want a text in base64, got %s", got(value))
		}
		return faultf(ErrWrongType, "want a list, got %s", got(value))
	case arrayForm:
		return faultf(ErrWrongType, "want a list of %d, got %s", s.typ.Len(), got(value))
	case textForm:
		return faultf(ErrWrongType, "want a text, got %s", got(value))
	case quotedForm:
		return faultf(ErrWrongType, "want %s, written as a text, got %s", wanted(s.typ, nil), got(value))
	default:
		return scalarError(s.typ, value, err)
	}
}

// scalarError is err, which decoding value for the scalar or key type t gave.
func scalarError(t reflect.Type, value []byte, err error) error {
	var wrong *json.UnmarshalTypeError
	if !errors.As(err, &wrong) && !strings.HasPrefix(err.Error(), "json: ") {
		return err // of a method
	}
	return faultf(ErrWrongType, "want %s, got %s", wanted(t, value), got(value))
}

// wanted names what a type is written as. The value is what is written instead: a whole
// number that is wrong is so for its size.
func wanted(t reflect.Type, value []byte) string {
	if t == reflect.TypeFor[json.Number]() {
		return "a number"
	}
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	whole := len(value) > 0 && !slices.Contains(value, '.') && strings.IndexByte("-0123456789", value[0]) >= 0
	switch k := t.Kind(); k {
	case reflect.Bool:
		return "true or false"
	case reflect.String:
		return "a text"
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		if whole {
			least := int64(math.MinInt64) >> (64 - t.Bits())
			return fmt.Sprintf("a whole number from %d to %d", least, -(least + 1))
		}
		return "a whole number"
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		if whole {
			return fmt.Sprintf("a whole number from 0 to %d", uint64(math.MaxUint64)>>(64-t.Bits()))
		}
		return "a whole number"
	case reflect.Float32, reflect.Float64:
		if whole {
			return "a smaller number"
		}
		return "a number"
	case reflect.Struct, reflect.Map:
		return "an object"
	case reflect.Slice, reflect.Array:
		return "a list"
	case reflect.Interface:
		if whole && t.NumMethod() == 0 {
			return "a smaller number"
		}
		fallthrough
	default:
		return "nothing, because there is no way to write it in JSON"
	}
}

// got names a value and repeats it where it is short.
func got(value []byte) string {
	switch value[0] {
	case '"':
		return "the text " + excerpt(unescaped(value[1:len(value)-1]))
	case '{':
		return "an object"
	case '[':
		return "a list"
	case 't', 'f', 'n':
		return string(value)
	default:
		return "the number " + string(value[:min(len(value), excerptLength)])
	}
}

// gotKind names a value by the words of a json.UnmarshalTypeError.
func gotKind(kind, detail string) string {
	switch {
	case kind == "number" && detail != "":
		return "the number " + detail
	case kind == "object":
		return "an object"
	case kind == "array":
		return "a list"
	case kind == "string":
		return "a text"
	case kind == "bool":
		return "true or false"
	default:
		return "a " + kind
	}
}

// unknownField says that there is no field of the name, and which may be meant.
func unknownField(name []byte, fields map[string]*jsonShape) error {
	if like := closest(string(name), slices.Sorted(maps.Keys(fields))); like != "" {
		return faultf(ErrUnknownField, "unknown field %s; did you mean %q?", excerpt(name), like)
	}
	return faultf(ErrUnknownField, "unknown field %s", excerpt(name))
}

// closest is the known name that differs from name in letter case only, or else in the
// fewest letters and in no more than a third of them; or "".
func closest(name string, known []string) string {
	if len(name) > excerptLength {
		return ""
	}
	best, found := max(len(name)/3, 1)+1, ""
	for _, k := range known {
		if strings.EqualFold(k, name) {
			return k
		}
		if d := editDistance(name, k, best); d < best {
			best, found = d, k
		}
	}
	return found
}

// editDistance is how many letters must be added, removed, replaced or swapped with their
// neighbour to make a into b, or anything from limit on.
func editDistance(a, b string, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	// Three rows of the table of distances between the beginnings of a and b.
	var older []int
	old := make([]int, len(b)+1)
	for j := range old {
		old[j] = j
	}
	for i := range len(a) {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(old[j]+cost, old[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], older[j-1]+1)
			}
		}
		older, old = old, row
	}
	return old[len(b)]
}
