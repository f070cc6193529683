package law

import (
	"bytes"
	"encoding"
	"encoding/json"
	"errors"
	"reflect"
	"slices"
)

// A locator walks a valid document alongside the Go type it is for, in the order of the
// document, to the first place that does not fit. encoding/json cannot say where that is:
// it gives no indices, and nothing at all for an error of a type's own method.
type locator struct {
	data   []byte
	mode   locatorMode
	shapes *jsonShapes
	// base and steps are the path to the value being looked at.
	base  string
	steps []pathStep
}

type locatorMode uint8

const (
	// checkOnly looks at what encoding/json has accepted for what is to be refused all
	// the same. Types with methods of their own have been through strictUnmarshal.
	checkOnly locatorMode = iota
	// throughWrappers decodes scalars and opaque types by themselves, and takes it that a
	// wrapper accepts what its element does. So each byte is decoded only as often as
	// opaque types are nested around it.
	throughWrappers
	// everything also asks the wrappers. It is for those that do more than they should.
	everything
)

// locate finds the place of err, an error of decoding data for t.
func locate(data []byte, t reflect.Type, err error) *located {
	for _, mode := range []locatorMode{throughWrappers, everything} {
		l := locator{data: data, mode: mode}
		if bad := l.run(t); bad != nil {
			return bad
		}
	}
	// No part fails by itself: perhaps a method that fails only sometimes.
	return &located{err: plainError(err)}
}

func (l *locator) run(t reflect.Type) *located {
	l.shapes = &jsonShapes{opaque: l.mode == checkOnly}
	_, bad := l.value(l.shapes.of(t), 0)
	return bad
}

// value looks at the value at i and goes to its end.
func (l *locator) value(s *jsonShape, i int) (end int, bad *located) {
	c := l.data[i]
	if c == 'n' {
		return l.null(s, i)
	}
	switch s.form {
	case pointerForm:
		return l.value(s.elem, i)
	case wrapperForm:
		if l.mode != throughWrappers {
			return l.opaque(s, i)
		}
		return l.value(s.elem, i)
	case opaqueForm:
		return l.opaque(s, i)
	case structForm, mapForm:
		if c == '{' {
			return l.object(s, i)
		}
	case listForm, arrayForm:
		if c == '[' {
			return l.list(s, i)
		}
	case anyForm:
		switch c {
		case '{':
			return l.object(s, i)
		case '[':
			return l.list(s, i)
		}
	default:
	}
	return l.scalar(s, i)
}

// null looks at a null, which encoding/json hands to UnmarshalJSON methods and otherwise
// takes for anything.
func (l *locator) null(s *jsonShape, i int) (end int, bad *located) {
	switch s.form {
	case opaqueForm, wrapperForm:
		return l.opaque(s, i)
	default:
		return skipValue(l.data, i), nil
	}
}

// object looks at an object for a struct or map.
func (l *locator) object(s *jsonShape, i int) (end int, bad *located) {
	var keys reflect.Value
	if s.form == mapForm && !plainKeys(s.typ) {
		keys = reflect.New(reflect.MapOf(s.typ.Key(), reflect.TypeFor[any]()))
	}
	i = skipSpace(l.data, i+1)
	for l.data[i] != '}' {
		from, to := i, skipText(l.data, i)
		key := l.data[from+1 : to-1]
		elem := s.elem
		if s.form == structForm {
			if elem = s.fields[string(unescaped(key))]; elem == nil {
				return 0, l.fault(from, unknownField(unescaped(key), s.fields))
			}
		}
		l.steps = append(l.steps, pathStep{key: key})
		if keys.IsValid() {
			if err := l.addKey(keys, l.data[from:to]); err != nil {
				return 0, l.fault(from, err)
			}
		}
		colon := skipSpace(l.data, to)
		if i, bad = l.value(elem, skipSpace(l.data, colon+1)); bad != nil {
			return 0, bad
		}
		l.steps = l.steps[:len(l.steps)-1]
		i = skipComma(l.data, i)
	}
	return i + 1, nil
}

// addKey adds a key to a map whose keys are not simply texts. Two keys that are different
// as texts may be equal then, such as "1" and "01".
func (l *locator) addKey(keys reflect.Value, key []byte) error {
	before := keys.Elem().Len()
	entry := slices.Concat([]byte{'{'}, key, []byte(":null}"))
	if err := json.Unmarshal(entry, keys.Interface()); err != nil {
		return scalarError(keys.Type().Elem().Key(), key, err)
	}
	if keys.Elem().Len() == before {
		return faultf(ErrDuplicateKey, "duplicate key: an earlier one means the same")
	}
	return nil
}

// list looks at a list for a slice or array.
func (l *locator) list(s *jsonShape, i int) (end int, bad *located) {
	start, n := i, 0
	i = skipSpace(l.data, i+1)
	for ; l.data[i] != ']'; n++ {
		if s.form == arrayForm && n >= s.typ.Len() {
			i = skipValue(l.data, i)
		} else {
			l.steps = append(l.steps, pathStep{index: n})
			if i, bad = l.value(s.elem, i); bad != nil {
				return 0, bad
			}
			l.steps = l.steps[:len(l.steps)-1]
		}
		i = skipComma(l.data, i)
	}
	if s.form == arrayForm && n != s.typ.Len() {
		return 0, l.fault(start, faultf(ErrWrongType, "want a list of %d, got one of %d", s.typ.Len(), n))
	}
	return i + 1, nil
}

// scalar decodes the value at i by itself.
func (l *locator) scalar(s *jsonShape, i int) (end int, bad *located) {
	end = skipValue(l.data, i)
	if l.mode == checkOnly {
		return end, nil
	}
	value := l.data[i:end:end]
	var err error
	switch s.form {
	case textForm:
		text, ok := plainText(value)
		if !ok && value[0] == '"' {
			text, ok = unescaped(value[1:len(value)-1]), true
		}
		if ok {
			u, _ := reflect.New(s.typ).Interface().(encoding.TextUnmarshaler)
			if err = u.UnmarshalText(text); err != nil {
				return 0, l.fault(i, err)
			}
			return end, nil
		}
		err = ErrWrongType
	case quotedForm:
		err = unmarshalQuoted(s.typ, value)
	default:
		err = json.Unmarshal(value, reflect.New(s.typ).Interface())
	}
	if err != nil {
		return 0, l.fault(i, shapeError(s, value, err))
	}
	return end, nil
}

// unmarshalQuoted decodes the value of a field with the option ",string".
func unmarshalQuoted(t reflect.Type, value []byte) error {
	holder := reflect.StructOf([]reflect.StructField{{Name: "F", Type: t, Tag: `json:"f,string"`}})
	return json.Unmarshal(slices.Concat([]byte(`{"f":`), value, []byte{'}'}), reflect.New(holder).Interface())
}

// opaque asks the UnmarshalJSON method of a type, and if that fails in strictUnmarshal,
// goes on into what it was reading there.
func (l *locator) opaque(s *jsonShape, i int) (end int, bad *located) {
	end = skipValue(l.data, i)
	if l.mode == checkOnly {
		return end, nil
	}
	value := l.data[i:end:end]
	u, _ := reflect.New(s.typ).Interface().(json.Unmarshaler)
	err := u.UnmarshalJSON(value)
	if err == nil {
		return end, nil
	}
	var inner *PathError
	if strict := (*strictError)(nil); errors.As(err, &strict) {
		if bad := l.within(strict, value, i); bad != nil {
			return 0, bad
		}
	} else if errors.As(err, &inner) {
		return 0, &located{joinPath(renderPath(l.base, l.steps), inner.Path), i, inner.Err}
	}
	return 0, l.fault(i, plainError(err))
}

// within looks for the place of an error of strictUnmarshal, called by the UnmarshalJSON
// method of the value at i.
func (l *locator) within(strict *strictError, value []byte, i int) *located {
	if !json.Valid(strict.value) {
		return nil
	}
	inner := locator{
		data: strict.value, mode: l.mode, shapes: l.shapes,
		base: renderPath(l.base, l.steps),
	}
	_, bad := inner.value(l.shapes.of(strict.target), skipSpace(strict.value, 0))
	if bad == nil {
		return nil
	}
	if bytes.Equal(strict.value, value) {
		bad.offset += i
	} else {
		bad.offset = i // it read something else, made of the value or a part of it
	}
	return bad
}

func (l *locator) fault(i int, err error) *located {
	return &located{renderPath(l.base, l.steps), i, err}
}
