package law

import (
	"encoding"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"unicode"
)

// A jsonShape is what encoding/json makes of a Go type.
type jsonShape struct {
	typ  reflect.Type
	form jsonForm
	// elem is what a pointer or wrapper leads to, a list has as items, a map as values;
	// what an interface has inside is again anything.
	elem *jsonShape
	// fields are those of a struct.
	fields map[string]*jsonShape
}

type jsonForm uint8

const (
	scalarForm  jsonForm = iota // decoded by encoding/json without looking inside
	anyForm                     // an empty interface
	opaqueForm                  // has an UnmarshalJSON of its own
	wrapperForm                 // so too, but is known to be transparent
	textForm                    // has an UnmarshalText of its own
	quotedForm                  // a field with the option ",string"
	pointerForm
	structForm
	mapForm
	listForm  // a slice
	arrayForm // a Go array
)

// jsonShapes makes and keeps the shapes of types.
type jsonShapes struct {
	made map[reflect.Type]*jsonShape
	// opaque says that wrappers are not looked through.
	opaque bool
}

func (m *jsonShapes) of(t reflect.Type) *jsonShape {
	if s := m.made[t]; s != nil {
		return s
	}
	if m.made == nil {
		m.made = map[reflect.Type]*jsonShape{}
	}
	s := &jsonShape{typ: t, form: formOf(t)}
	m.made[t] = s // before it is complete, because a type may contain itself
	switch s.form {
	case wrapperForm:
		elem, ok := wrapped(t)
		if m.opaque || !ok {
			s.form = opaqueForm
			break
		}
		s.elem = m.of(elem)
	case anyForm:
		s.elem = s
	case pointerForm, mapForm, listForm, arrayForm:
		s.elem = m.of(t.Elem())
	case structForm:
		s.fields = map[string]*jsonShape{}
		for _, f := range jsonFields(t) {
			if f.quoted {
				s.fields[f.name] = &jsonShape{typ: f.typ, form: quotedForm}
			} else {
				s.fields[f.name] = m.of(f.typ)
			}
		}
	default:
	}
	return s
}

func formOf(t reflect.Type) jsonForm {
	switch t.Kind() {
	case reflect.Pointer:
		return pointerForm // the methods are those of what it points to
	case reflect.Interface:
		if t.NumMethod() == 0 {
			return anyForm
		}
		return scalarForm
	default:
	}
	switch p := reflect.PointerTo(t); {
	case !p.Implements(reflect.TypeFor[json.Unmarshaler]()):
		if p.Implements(reflect.TypeFor[encoding.TextUnmarshaler]()) {
			return textForm
		}
	case p.Implements(reflect.TypeFor[wrapper]()):
		return wrapperForm
	default:
		return opaqueForm
	}
	switch t.Kind() {
	case reflect.Struct:
		return structForm
	case reflect.Map:
		return mapForm
	case reflect.Slice:
		return listForm
	case reflect.Array:
		return arrayForm
	default:
		return scalarForm
	}
}

// wrapped is the type of what a wrapper holds, if it has one other than itself.
func wrapped(t reflect.Type) (elem reflect.Type, ok bool) {
	w, _ := reflect.New(t).Interface().(wrapper)
	if w == nil {
		return nil, false
	}
	p := reflect.TypeOf(w.elemPtr())
	if p == nil || p.Kind() != reflect.Pointer || p.Elem() == t {
		return nil, false
	}
	return p.Elem(), true
}

// A jsonField is a field of a struct as encoding/json sees it.
type jsonField struct {
	name   string
	typ    reflect.Type
	index  []int // as reflect.Value.FieldByIndex takes it
	quoted bool
	tagged bool
	// bare says that the field can be set without more ado: there is no pointer to be
	// allocated on the way to it, and it is exported.
	bare bool
}

// jsonFields lists the fields of a struct, those of embedded structs included. Which of
// two fields of one name counts follows encoding/json: the one less deeply embedded; of
// several, the only one that is tagged; failing that, none.
func jsonFields(t reflect.Type) []jsonField {
	type embedded struct {
		index []int
		bare  bool
		times int
	}
	var fields []jsonField
	settled := map[string]bool{}
	visited := map[reflect.Type]bool{t: true}
	// Each round lists the fields at one depth. A struct may be embedded several times at
	// the same depth; its fields then hide each other.
	for level := map[reflect.Type]embedded{t: {nil, true, 1}}; len(level) > 0; {
		next := map[reflect.Type]embedded{}
		found := map[string][]jsonField{}
		for t, in := range level {
			for i := range t.NumField() {
				f, inner := jsonFieldOf(t.Field(i))
				index := append(slices.Clone(in.index), i)
				bare := in.bare && f.bare
				switch {
				case inner != nil:
					if !visited[inner] {
						next[inner] = embedded{index, bare, next[inner].times + 1}
					}
				case f.name != "":
					f.index, f.bare = index, bare
					for range min(in.times, 2) {
						found[f.name] = append(found[f.name], f)
					}
				}
			}
		}
		for name, same := range found {
			if f, ok := dominantField(same); ok && !settled[name] {
				fields = append(fields, f)
			}
			settled[name] = true
		}
		for t := range next {
			visited[t] = true
		}
		level = next
	}
	return fields
}

// jsonFieldOf is the field of a struct, or the embedded struct whose fields are to be
// taken in its place, or neither for a field that is not in JSON. The index is left out.
func jsonFieldOf(f reflect.StructField) (field jsonField, inner reflect.Type) {
	t := f.Type
	if t.Name() == "" && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	tag := f.Tag.Get("json")
	if tag == "-" || !f.IsExported() && (!f.Anonymous || t.Kind() != reflect.Struct) {
		return jsonField{}, nil
	}
	name, options, _ := strings.Cut(tag, ",")
	if !validTagName(name) {
		name = ""
	}
	if name == "" && f.Anonymous && t.Kind() == reflect.Struct {
		return jsonField{bare: t == f.Type}, t
	}
	field = jsonField{name: name, typ: f.Type, tagged: name != "", bare: f.IsExported()}
	if name == "" {
		field.name = f.Name
	}
	for option := range strings.SplitSeq(options, ",") {
		field.quoted = field.quoted || option == "string" && mayBeQuoted(t.Kind())
	}
	return field, nil
}

// dominantField chooses among the fields of one name at one depth.
func dominantField(same []jsonField) (f jsonField, ok bool) {
	if len(same) == 1 {
		return same[0], true
	}
	n := 0
	for _, s := range same {
		if s.tagged {
			f = s
			n++
		}
	}
	return f, n == 1
}

// validTagName reports whether encoding/json takes a name from a tag.
func validTagName(name string) bool {
	for _, c := range name {
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9', unicode.IsLetter(c), unicode.IsDigit(c):
		case !strings.ContainsRune("!#$%&()*+-./:;<=>?@[]^_{|}~ ", c):
			return false
		}
	}
	return name != ""
}

// mayBeQuoted reports whether the option ",string" means anything for a kind.
func mayBeQuoted(k reflect.Kind) bool {
	return k >= reflect.Bool && k <= reflect.Float64 || k == reflect.String
}

// plainKeys reports whether the keys of a map type are their own texts, so that two that
// are written differently are different.
func plainKeys(t reflect.Type) bool {
	return t.Key().Kind() == reflect.String && !reflect.PointerTo(t.Key()).Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
}
