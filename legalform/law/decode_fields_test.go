package law

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"
)

// Types that embed each other in the ways that the rules of encoding/json tell apart.
type (
	DecodeA struct {
		X int `json:"x"`
		Y int
		Z int `json:"z,omitempty"`
	}
	DecodeB struct {
		X int
		Y int `json:"y"`
		W int `json:"w!"`
	}
	DecodeC struct {
		DecodeA
		V int `json:",omitzero"`
	}
	DecodeD struct {
		*DecodeA
		DecodeB
		DecodeC
	}
	DecodeE struct {
		DecodeC
		DecodeD `json:"d"`
		*DecodeB
		X string `json:"x"`
	}
	DecodeF struct {
		*DecodeF
		DecodeG
		Text string `json:"text"`
	}
	DecodeG     struct{ *DecodeF }
	DecodeValue int
	DecodeH     struct {
		DecodeValue
		decodeNamed `json:"named"`
		decodeTagged
		io.Reader `json:"-"`
		fmt.Stringer
	}
)

func TestFieldsAreThoseThatEncodingJSONKnows(t *testing.T) {
	t.Parallel()
	names := []string{
		"x", "X", "y", "Y", "z", "Z", "V", "v", "W", "w!", "d", "text", "note", "beta", "alpha", "named", "Reader", "Stringer",
		"DecodeA", "DecodeB", "DecodeC", "DecodeD", "DecodeF", "DecodeG", "DecodeValue", "decodeNamed", "decodeTagged", "",
	}
	for _, like := range []any{DecodeA{}, DecodeB{}, DecodeC{}, DecodeD{}, DecodeE{}, DecodeF{}, DecodeG{}, DecodeH{}, decodeAll{}} {
		typ := reflect.TypeOf(like)
		fields := map[string]jsonField{}
		for _, f := range jsonFields(typ) {
			fields[f.name] = f
		}
		for _, name := range names {
			doc := fmt.Sprintf(`{%q:null}`, name)
			f, known := fields[name]
			folded := false
			for other := range fields {
				folded = folded || strings.EqualFold(other, name)
			}
			err := unmarshalKnown([]byte(doc), reflect.New(typ).Interface(), reflect.Struct)
			if (err == nil) != folded {
				t.Errorf("%v: %s is a field: %v; encoding/json: %v", typ, name, folded, err)
			}
			if err := Decode(strings.NewReader(doc), reflect.New(typ).Interface()); (err == nil) != known {
				t.Errorf("%v: %s is a field: %v; Decode: %v", typ, name, known, err)
			}
			if known {
				if got := typ.FieldByIndex(f.index); got.Type != f.typ {
					t.Errorf("%v: %s is a %v, but %v leads to a %v", typ, name, f.typ, f.index, got.Type)
				}
			}
		}
	}
}

func TestStrictUnmarshalNeverPanicsOnWhatIsNotJSON(t *testing.T) {
	t.Parallel()
	for _, doc := range []string{
		``, ` `, `{`, `[`, `"`, `{"`, `{"id`, `{"id"`, `{"id":`, `{"id":}`, `{"id":"`, `{"id":"a"`, `{"id":"a",`,
		`{"id"x`, `{"\`, `{"\u`, `[!`, `[,`, `[{`, `[[`, `[]]`, `{}}`, `{]`, `["a" "b"`, `nul`, `n`, `{"members":n`, `-`, `{"\u00":1}`,
	} {
		for _, like := range []any{"", 0, false, []string{}, [1]int{}, map[string]int{}, decodeOrganisation{}, decodeAll{}, decodeFact[[]decodeMember]{}, []decodeTree{}} {
			v := reflect.New(reflect.TypeOf(like))
			if err := strictUnmarshal([]byte(doc), v.Interface()); err == nil {
				t.Errorf("%s for %T: no error", doc, like)
			}
		}
	}
}

func TestStrictUnmarshalRefusesWhatFollows(t *testing.T) {
	t.Parallel()
	for _, like := range []any{"", 0, []int{}, map[string]int{}, decodeMember{}, decodeAll{}, decodeFact[decodeMember]{}} {
		v := reflect.New(reflect.TypeOf(like))
		if err := strictUnmarshal([]byte(`{} {}`), v.Interface()); err == nil {
			t.Errorf("%T: no error", like)
		}
	}
}

func TestStrictUnmarshalIsStrictWithinEncodingJSON(t *testing.T) {
	t.Parallel()
	for doc, want := range map[string]string{
		`{"members":[{"joind":""}]}`: `unknown field "joind"`,
		`{"members":[{"ID":""}]}`:    `unknown field "ID"`,
		`{"members":[{"id":5}]}`:     `want a text, got a number`,
	} {
		var o decodeOrganisation
		if err := json.Unmarshal([]byte(doc), &o); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %s", doc, err, want)
		}
	}
}

func TestPathErrorStandsAlone(t *testing.T) {
	t.Parallel()
	inner := errors.New("not a date")
	if got := (&PathError{Path: "members[3].joined", Err: inner}).Error(); got != "members[3].joined: not a date" {
		t.Error(got)
	}
	err := error(&PathError{Err: inner})
	if err.Error() != "document: not a date" || !errors.Is(err, inner) {
		t.Error(err)
	}
}

func TestErrorsRepeatLittleOfALongDocument(t *testing.T) {
	t.Parallel()
	long := "x" + strings.Repeat("é", 30_000)
	for name, doc := range map[string]string{
		"a text":         `{"whole":"` + long + `"}`,
		"a key":          `{"` + long + `":1}`,
		"a key in paths": `{"by_name":{"` + long + `":"x"}}`,
		"a word":         `{"whole":` + strings.Repeat("x", 30_000) + `}`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := decodeInto(doc, decodeAll{})
			if err == nil || len(err.Error()) > 300 || strings.Contains(err.Error(), `\x`) {
				t.Errorf("got %v", err)
			}
		})
	}
}
