package law

import (
	"encoding"
	"encoding/json"
	"reflect"
	"slices"
	"strconv"
)

// encoding/json reads a value through for syntax before it decodes it, and again wherever
// a type has an UnmarshalJSON of its own: the members of an organisation are read five
// times. What large documents consist of, lists of structs of wrapped scalars, is therefore
// taken apart here, which takes a third of the time. All else goes to encoding/json, as does
// every value that is not as expected.
//
// Nothing is decoded twice. To try here first and then there would double the work at each
// level of nesting; so what is left to encoding/json is left before any of it is decoded,
// and an error of a part is an error of the whole.

// unmarshalFast decodes b into what v points to if it knows how to.
func unmarshalFast(b []byte, v any) (done bool, err error) {
	if len(b) == 0 {
		return false, nil
	}
	switch v := v.(type) {
	case json.Unmarshaler:
		return true, v.UnmarshalJSON(b)
	case encoding.TextUnmarshaler:
		text, ok := plainText(b)
		if !ok {
			return false, nil
		}
		return true, v.UnmarshalText(text)
	case *string:
		text, ok := plainText(b)
		if ok {
			*v = string(text)
		}
		return ok, nil
	case *json.Number:
		return false, nil // of the kind of a string, but written as a number
	}
	e := reflect.ValueOf(v).Elem()
	switch e.Kind() {
	case reflect.Struct:
		if b[0] == '{' {
			if plan := fastStructOf(e.Type()); plan != nil {
				return true, plan.unmarshal(b, e)
			}
		}
	case reflect.Slice:
		if b[0] == '[' {
			return true, unmarshalList(b, e)
		}
	case reflect.String:
		text, ok := plainText(b)
		if ok {
			e.SetString(string(text))
		}
		return ok, nil
	case reflect.Bool:
		yes := string(b) == "true"
		if yes || string(b) == "false" {
			e.SetBool(yes)
			return true, nil
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		if n, err := strconv.ParseInt(string(b), 10, 64); err == nil && !e.OverflowInt(n) {
			e.SetInt(n)
			return true, nil
		}
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		if n, err := strconv.ParseUint(string(b), 10, 64); err == nil && !e.OverflowUint(n) {
			e.SetUint(n)
			return true, nil
		}
	default:
	}
	return false, nil
}

// unmarshalList decodes a list into a slice.
func unmarshalList(b []byte, list reflect.Value) error {
	t := list.Type()
	// The plan of a struct is made once for all items.
	var plan *fastStruct
	if formOf(t.Elem()) == structForm {
		plan = fastStructOf(t.Elem())
	}
	list.Set(reflect.MakeSlice(t, 0, 0))
	i := skipSpace(b, 1)
	for n := 0; i < len(b) && b[i] != ']'; n++ {
		if n == list.Cap() {
			list.Grow(max(n, 4)) // doubled, where append would copy a long list more often
		}
		list.SetLen(n + 1)
		end := skipValue(b, i)
		if end == i {
			break
		}
		item, value := list.Index(n), b[i:end:end]
		var err error
		if plan != nil && b[i] == '{' {
			err = plan.unmarshal(value, item)
		} else {
			err = strictUnmarshal(value, item.Addr().Interface())
		}
		if err != nil {
			return &strictError{t, b, err}
		}
		i = skipComma(b, end)
	}
	return atEnd(b, i, ']', t)
}

// atEnd makes sure that a list or object ends at its last byte. It always does if the text
// is valid, as it has to be, but a wrong caller is to learn of it.
func atEnd(b []byte, i int, closer byte, t reflect.Type) error {
	if i != len(b)-1 || b[i] != closer {
		return &strictError{t, b, ErrSyntax}
	}
	return nil
}

// A fastStruct is a struct type whose fields can be set without more ado.
type fastStruct struct {
	typ    reflect.Type
	fields []fastField
}

// A fastField is embedded where it has a path; its index counts otherwise.
type fastField struct {
	name  string
	index int
	path  []int
}

// fastStructOf is the plan of a struct type that has no methods of its own, or nil if
// encoding/json has to see to it. Plans are made anew for each list or single struct, so
// the common struct without embedded ones is to be cheap.
func fastStructOf(t reflect.Type) *fastStruct {
	plan := &fastStruct{t, make([]fastField, 0, t.NumField())}
	for i := range t.NumField() {
		f, inner := jsonFieldOf(t.Field(i))
		switch {
		case inner != nil || plan.field(f.name, 0) >= 0:
			return fastEmbedded(t)
		case f.name == "":
		case f.quoted || !f.bare:
			return nil
		default:
			plan.fields = append(plan.fields, fastField{name: f.name, index: i})
		}
	}
	return plan
}

// fastEmbedded is fastStructOf a struct with embedded ones, where names may hide names.
func fastEmbedded(t reflect.Type) *fastStruct {
	plan := &fastStruct{typ: t}
	for _, f := range jsonFields(t) {
		if f.quoted || !f.bare {
			return nil
		}
		plan.fields = append(plan.fields, fastField{name: f.name, path: f.index})
	}
	slices.SortFunc(plan.fields, func(a, b fastField) int { return slices.Compare(a.path, b.path) })
	return plan
}

func (f *fastField) of(v reflect.Value) any {
	if f.path != nil {
		return v.FieldByIndex(f.path).Addr().Interface()
	}
	return v.Field(f.index).Addr().Interface()
}

// field finds the field of a name, and looks for it from a likely place on.
func (p *fastStruct) field(name string, likely int) int {
	for i := range p.fields {
		at := likely + i
		if at >= len(p.fields) {
			at -= len(p.fields)
		}
		if p.fields[at].name == name {
			return at
		}
	}
	return -1
}

// unmarshal decodes an object into a struct.
func (p *fastStruct) unmarshal(b []byte, v reflect.Value) error {
	i, next := skipSpace(b, 1), 0
	for i < len(b) && b[i] == '"' {
		end := skipText(b, i)
		key := unescaped(b[i+1 : max(i+1, end-1)])
		at := p.field(string(key), next)
		if at < 0 {
			return &strictError{p.typ, b, faultf(ErrUnknownField, "unknown field %s", excerpt(key))}
		}
		next = at + 1
		i = skipSpace(b, end)
		if i == len(b) || b[i] != ':' {
			break
		}
		i = skipSpace(b, i+1)
		end = skipValue(b, i)
		if err := strictUnmarshal(b[i:end:end], p.fields[at].of(v)); err != nil {
			return &strictError{p.typ, b, err}
		}
		i = skipComma(b, end)
	}
	return atEnd(b, i, '}', p.typ)
}
