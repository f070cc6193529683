package lawtest

import (
	"encoding"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Paths judges the empty body, and bodies made at random that state much or little, and
// fails where a finding names a fact by a path that the JSON of the body does not have,
// calls a fact not stated that is stated, or reports a breach in a message with a hole in it. The bodies are the same on every run; their dates
// are near those of a list, which should hold a day in each period of the law.
func Paths[T, F any](t *testing.T, rules *law.Rules[T, F], figures F, bodies int, dates ...string) {
	t.Helper()
	PathsIn(t, law.England, rules, figures, bodies, dates...)
}

// PathsIn is Paths for bodies in a place, for rules that do not reach England.
func PathsIn[T, F any](t *testing.T, in law.Extent, rules *law.Rules[T, F], figures F, bodies int, dates ...string) {
	t.Helper()
	days := make([]law.Date, len(dates))
	for i, d := range dates {
		days[i] = law.MustDate(d)
	}
	known := members{}
	for m := range rules.All() {
		if _, err := known.resolve(reflect.New(reflect.TypeFor[T]()).Elem(), m.Event); m.Event != "" && err != nil {
			t.Errorf("%s: the event: %v", m.Code, err)
		}
	}
	told := map[string]bool{}
	names, empty := map[reflect.Type]int{}, map[reflect.Type]reflect.Value{}
	for n := range bodies + 1 {
		random := maker{rand.New(rand.NewPCG(uint64(n), 1)), days, float64(n%8) / 8, names, empty}
		var body T
		if n > 0 {
			random.fill(reflect.ValueOf(&body).Elem(), 0)
		}
		rep := rules.Judge(&body, &figures, days[n%len(days)], in)
		for i := range rep.Findings {
			for _, err := range known.namedWrongly(reflect.ValueOf(&body).Elem(), &rep.Findings[i]) {
				if s := string(rep.Findings[i].Code) + ": " + err.Error(); !told[s] {
					told[s] = true
					t.Error(s)
				}
			}
		}
	}
}

// namedWrongly says what is wrong with the paths of a finding.
func (known members) namedWrongly(body reflect.Value, f *law.Finding) (errs []error) {
	try := func(path string) (at reflect.Value, ok bool) {
		if path == "" || path == "extent" || strings.HasPrefix(path, "figures.") {
			return at, false
		}
		at, err := known.resolve(body, path)
		if err != nil {
			errs = append(errs, err)
		}
		return at, err == nil
	}
	try(f.Path)
	for _, bad := range []string{"%!", "not stated", "unknown("} {
		if f.Outcome == law.Breached && strings.Contains(f.Message, bad) {
			errs = append(errs, fmt.Errorf("the message says %q: %s", bad, shape(f.Message)))
		}
	}
	for _, n := range f.Facts {
		if at, ok := try(n.Path); ok && isFact(at.Type()) && !stated(at) {
			errs = append(errs, fmt.Errorf("%s: is shown as %q, and is not stated", shape(n.Path), n.Value))
		}
	}
	for _, m := range f.Missing {
		if at, ok := try(m.Path); ok && m.Question == "" && (!isFact(at.Type()) || stated(at)) {
			errs = append(errs, fmt.Errorf("%s: is called not stated, and is stated", shape(m.Path)))
		}
	}
	return errs
}

// shape leaves the numbers out of a path, so that one mistake is told once.
func shape(path string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return -1
		}
		return r
	}, path)
}

// resolve walks a JSON path through structures, facts and lists. What lies inside a fact
// that is not stated is looked for in an empty one.
func (known members) resolve(v reflect.Value, path string) (reflect.Value, error) {
	for step := range strings.SplitSeq(path, ".") {
		name, indices, _ := strings.Cut(step, "[")
		next, ok := known.member(inside(v), name)
		if !ok {
			return v, fmt.Errorf("%s: %v has no member %q", shape(path), inside(v).Type(), name)
		}
		v = next
		for index := range strings.SplitSeq(indices, "[") {
			if index == "" {
				continue
			}
			i, err := strconv.Atoi(strings.TrimSuffix(index, "]"))
			list := inside(v)
			if err != nil || list.Kind() != reflect.Slice || i >= list.Len() {
				return v, fmt.Errorf("%s: no such place in a list", shape(path))
			}
			v = list.Index(i)
		}
	}
	return v, nil
}

func (known members) member(v reflect.Value, name string) (reflect.Value, bool) {
	if v.Kind() != reflect.Struct {
		return v, false
	}
	if index, ok := known.of(v.Type())[name]; ok {
		return v.FieldByIndex(index), true
	}
	return v, false
}

// members lists where the members of structures are, by their JSON names. It keeps every
// type that was looked at, since paths are many.
type members map[reflect.Type]map[string][]int

func (known members) of(t reflect.Type) map[string][]int {
	if m, ok := known[t]; ok {
		return m
	}
	m := map[string][]int{}
	for field := range t.Fields() {
		tag, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if tag != "" && field.IsExported() {
			m[tag] = field.Index
		}
		if field.Anonymous && tag == "" && field.Type.Kind() == reflect.Struct {
			for name, index := range known.of(field.Type) {
				if _, ok := m[name]; !ok {
					m[name] = append(slices.Clone(field.Index), index...)
				}
			}
		}
	}
	known[t] = m
	return m
}

func isFact(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && strings.HasPrefix(t.Name(), "Fact[")
}

func stated(fact reflect.Value) bool {
	f, ok := fact.Addr().Interface().(interface{ Stated() bool })
	return ok && f.Stated()
}

// ptr is the place of Ptr among a fact's methods, which is the same for every fact.
var ptr = func() int {
	m, _ := reflect.TypeFor[*law.Fact[bool]]().MethodByName("Ptr")
	return m.Index
}()

func pointer(fact reflect.Value) reflect.Value {
	return fact.Addr().Method(ptr).Call(nil)[0]
}

// valueOf is the type of what a fact states.
func valueOf(fact reflect.Type) reflect.Type { return fact.Field(0).Type }

// inside is the value of a fact, or an empty one; anything else is itself.
func inside(v reflect.Value) reflect.Value {
	if !isFact(v.Type()) {
		return v
	}
	if stated(v) {
		return pointer(v).Elem()
	}
	return reflect.New(valueOf(v.Type())).Elem()
}

// maker makes values at random. Silent is the part of the facts that it does not state.
type maker struct {
	*rand.Rand
	days   []law.Date
	silent float64
	// names counts the names of each enumeration; empty are stated facts of each type that holds
	// a plain structure or list, with nothing in it.
	names map[reflect.Type]int
	empty map[reflect.Type]reflect.Value
}

func (m maker) fill(v reflect.Value, depth int) {
	switch {
	case isFact(v.Type()):
		// The acts themselves are mostly stated, so that what they lack is asked for.
		if m.Float64() < m.silent && (depth > 1 || m.IntN(4) == 0) {
			return
		}
		m.state(v, depth)
	case v.Type() == reflect.TypeFor[law.Date]():
		v.Set(reflect.ValueOf(m.days[m.IntN(len(m.days))].AddDays(m.IntN(400) - 200)))
	case v.Type() == reflect.TypeFor[law.Ratio]():
		v.Set(reflect.ValueOf(law.Percent(int64(m.IntN(101)))))
	case v.Kind() == reflect.Struct:
		fields := v.Type()
		for i := range v.NumField() {
			if fields.Field(i).IsExported() {
				m.fill(v.Field(i), depth+1)
			}
		}
	case v.Kind() == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), m.IntN(3), 3))
		for i := range v.Len() {
			m.fill(v.Index(i), depth+1)
		}
	default:
		m.scalar(v)
	}
}

func (m maker) scalar(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(m.IntN(2) == 0)
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(m.IntN(200)))
	case reflect.Uint8:
		if m.names[v.Type()] == 0 {
			m.names[v.Type()] = names(v.Type())
		}
		v.SetUint(uint64(1 + m.IntN(m.names[v.Type()])))
	case reflect.String:
		v.SetString([]string{"a", "b", "c"}[m.IntN(3)])
	default:
	}
}

// names counts the values from 1 on that an enumeration has names for.
func names(t reflect.Type) int {
	v := reflect.New(t)
	n := 0
	for n < 200 {
		v.Elem().SetUint(uint64(n + 1))
		text, err := json.Marshal(v.Interface())
		if err != nil || json.Unmarshal(text, v.Interface()) != nil {
			break
		}
		n++
	}
	return max(n, 1)
}

// state makes it a fact that the value is one at random, unless that cannot be written. A
// plain structure or list is filled in its place; what has a form of its own in JSON is
// written and read.
func (m maker) state(fact reflect.Value, depth int) {
	if empty, ok := m.empty[fact.Type()]; ok {
		fact.Set(empty)
		m.fill(pointer(fact).Elem(), depth)
		return
	}
	t := valueOf(fact.Type())
	read, ok := fact.Addr().Interface().(json.Unmarshaler)
	if !ok {
		return
	}
	if empty := emptyOf(t); empty != "" && read.UnmarshalJSON([]byte(empty)) == nil {
		m.empty[fact.Type()] = reflect.ValueOf(fact.Interface()) // a copy
		m.fill(pointer(fact).Elem(), depth)
		return
	}
	value := reflect.New(t)
	m.fill(value.Elem(), depth)
	text, err := json.Marshal(value.Interface())
	if err != nil {
		return
	}
	if err := read.UnmarshalJSON(text); err != nil {
		fact.SetZero()
	}
}

// emptyOf is how JSON writes an empty value of a plain structure or list.
func emptyOf(t reflect.Type) string {
	p := reflect.PointerTo(t)
	if p.Implements(reflect.TypeFor[json.Unmarshaler]()) || p.Implements(reflect.TypeFor[encoding.TextUnmarshaler]()) {
		return ""
	}
	switch t.Kind() {
	case reflect.Struct:
		return "{}"
	case reflect.Slice:
		return "[]"
	default:
		return ""
	}
}
