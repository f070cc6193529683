package law

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"maps"
	"reflect"
	"slices"
	"strings"
)

// A Figure is a history seen as data, whatever its type of value: for lists and exports.
type Figure struct {
	ID      string          `json:"id"`
	Unit    string          `json:"unit"`
	Entries json.RawMessage `json:"entries"`
}

// figure is what a *History[T] is to code that does not know T.
type figure interface {
	ID() string
	export() (Figure, error)
	replace(entries []byte) error
}

func (h *History[T]) export() (Figure, error) {
	b, err := json.Marshal(h.entries)
	return Figure{h.id, h.unit, b}, err
}

func (h *History[T]) replace(b []byte) error {
	var entries []Entry[T]
	if err := Decode(bytes.NewReader(b), &entries); err != nil {
		return fmt.Errorf("%s: %w", h.id, err)
	}
	got, err := NewHistory(h.id, h.unit, entries)
	if err == nil {
		*h = got
	}
	return err
}

// FiguresOf lists the histories of a figures struct in the order of its fields, without those
// that are zero. It takes a pointer to the struct, and looks at exported fields and into
// embedded structs.
func FiguresOf(figures any) iter.Seq[Figure] {
	return func(yield func(Figure) bool) {
		for _, h := range histories(figures) {
			f, err := h.export()
			if err != nil { // a value that cannot be written is a mistake in its type
				panic(fmt.Sprintf("law.FiguresOf: %s: %v", h.ID(), err))
			}
			if !yield(f) {
				return
			}
		}
	}
}

func histories(figures any) []figure {
	v := reflect.ValueOf(figures)
	if v.Kind() != reflect.Pointer || v.Elem().Kind() != reflect.Struct {
		return nil
	}
	return historiesIn(v.Elem())
}

func historiesIn(v reflect.Value) (found []figure) {
	for i := range v.NumField() {
		field := v.Type().Field(i)
		if field.IsExported() {
			if h, ok := v.Field(i).Addr().Interface().(figure); ok {
				if h.ID() != "" { // the zero History is a figure that this law does not have
					found = append(found, h)
				}
				continue
			}
		}
		if field.Anonymous && field.Type.Kind() == reflect.Struct {
			found = append(found, historiesIn(v.Field(i))...) // an embedded struct may be unexported, its fields not
		}
	}
	return found
}

// Reform reads histories by figure id, {"cic.aggregate_cap": [entries]}, and returns the
// figures with those replaced: a reform is the enacted figures with a history changed. An
// id that the figures do not have is an error, as is a bad history.
func Reform[F any](enacted F, r io.Reader) (F, error) {
	var byID map[string]json.RawMessage
	var none F
	if err := Decode(r, &byID); err != nil {
		return none, fmt.Errorf("reform: %w", err)
	}
	reformed := enacted
	known := histories(&reformed)
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		i := slices.IndexFunc(known, func(h figure) bool { return h.ID() == id })
		if i < 0 {
			return none, fmt.Errorf("reform: no figure %s; there are %s", quoteShort(id), idList(known))
		}
		if err := known[i].replace(byID[id]); err != nil {
			return none, fmt.Errorf("reform: %w", err)
		}
	}
	return reformed, nil
}

func idList(known []figure) string {
	ids := make([]string, len(known))
	for i, h := range known {
		ids[i] = h.ID()
	}
	return strings.Join(ids, ", ")
}
