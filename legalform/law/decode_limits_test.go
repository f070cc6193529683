package law

import (
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

func TestDecodeLeavesTheTargetAloneOnError(t *testing.T) {
	t.Parallel()
	for name, doc := range map[string]string{
		"at the end of the typed decoding": `{"id":"new","members":[{"id":"new"},{"joined":"x"}]}`,
		"at an unknown field":              `{"id":"new","members":[],"x":0}`,
		"at a field in other case":         `{"id":"new","Name":"new"}`,
		"in the scan":                      `{"id":"new"}}`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			members := []decodeMember{{ID: "old"}}
			o := decodeOrganisation{ID: "old", Members: decodeFact[[]decodeMember]{members, true}}
			want := o
			if err := Decode(strings.NewReader(doc), &o); err == nil {
				t.Fatal("no error")
			}
			if !reflect.DeepEqual(o, want) || members[0].ID != "old" {
				t.Errorf("got %+v, want %+v", o, want)
			}
		})
	}
}

func TestDecodeReplacesTheTargetRatherThanMerge(t *testing.T) {
	t.Parallel()
	o := decodeOrganisation{ID: "old", Name: decodeFact[string]{"old", true}}
	if err := Decode(strings.NewReader(`{"id":"new"}`), &o); err != nil {
		t.Fatal(err)
	}
	if want := (decodeOrganisation{ID: "new"}); !reflect.DeepEqual(o, want) {
		t.Errorf("got %+v, want %+v", o, want)
	}
	m := map[string]int{"old": 1}
	kept := m
	if err := Decode(strings.NewReader(`{"new":2}`), &m); err != nil {
		t.Fatal(err)
	}
	if len(m) != 1 || len(kept) != 1 || kept["old"] != 1 {
		t.Errorf("got %v, and %v for the old map", m, kept)
	}
}

func TestDecodeRefusesATargetThatItCannotSet(t *testing.T) {
	t.Parallel()
	var none *decodeMember
	for name, tc := range map[string]struct {
		target any
		want   string
	}{
		"nothing":       {nil, "cannot decode into <nil>: a pointer is wanted"},
		"a value":       {decodeMember{}, "cannot decode into law.decodeMember: a pointer is wanted"},
		"a nil pointer": {none, "cannot decode into a nil *law.decodeMember"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			err := Decode(strings.NewReader("{}"), tc.target)
			if !errors.Is(err, ErrTarget) || err.Error() != tc.want {
				t.Errorf("got %v, want %s", err, tc.want)
			}
		})
	}
	if err := Decode(nil, new(int)); !errors.Is(err, ErrTarget) {
		t.Errorf("nil reader: got %v", err)
	}
}

func TestDecodeLimitedKeepsToItsLimits(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		doc string
		lim Limits
		is  error
	}{
		"as many bytes as allowed":     {`[1,2]`, Limits{Bytes: 5}, nil},
		"one byte more":                {`[1,2] `, Limits{Bytes: 5}, ErrTooLong},
		"as deep as allowed":           {`[[{}]]`, Limits{Depth: 3}, nil},
		"one level more":               {`[[{"a":[]}]]`, Limits{Depth: 3}, ErrTooDeep},
		"as many values as allowed":    {`[1,{"a":null}]`, Limits{Values: 4}, nil},
		"one value more":               {`[1,{"a":null},0]`, Limits{Values: 4}, ErrTooMany},
		"a number as long as allowed":  {`[-1.5]`, Limits{Literal: 4}, nil},
		"a number one longer":          {`[-1.55]`, Limits{Literal: 4}, ErrTooLong},
		"a number longer by its point": {`[-155.]`, Limits{Literal: 4}, ErrTooLong},
		"a number of one digit":        {`-1`, Limits{Literal: 1}, ErrTooLong},
		"a text as long as allowed":    {`"abc"`, Limits{String: 3}, nil},
		"a text one longer":            {`"abcd"`, Limits{String: 3}, ErrTooLong},
		"a text longer by an escape":   {`"ab\u0041"`, Limits{String: 3}, ErrTooLong},
		"a text longer by one letter":  {`"abé"`, Limits{String: 3}, ErrTooLong},
		"an open text longer":          {`"abcd`, Limits{String: 3}, ErrTooLong},
		"an open text":                 {`"abc`, Limits{String: 3}, ErrSyntax},
		"limits beyond all bounds":     {`[1]`, Limits{math.MaxInt64, math.MaxInt, math.MaxInt, math.MaxInt, math.MaxInt}, nil},
		"limits below all bounds":      {`[1]`, Limits{-1, -1, -1, -1, -1}, nil},
		"nesting beyond encoding/json": {strings.Repeat("[", 10_001), Limits{Depth: math.MaxInt}, ErrTooDeep},
		"nesting as far as encoding/json": {
			strings.Repeat("[", 10_000) + strings.Repeat("]", 10_000),
			Limits{Depth: math.MaxInt},
			nil,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var v any
			err := DecodeLimited(strings.NewReader(tc.doc), &v, tc.lim)
			if !errors.Is(err, tc.is) {
				t.Errorf("got %v, want %v", err, tc.is)
			}
		})
	}
}

// endless is a reader of one byte for ever. It fails the test that reads on beyond reason.
type endless struct {
	t    *testing.T
	left int
}

func (e *endless) Read(p []byte) (int, error) {
	if e.left -= len(p); e.left < 0 {
		e.t.Fatal("read far beyond the limit")
	}
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

func TestDecodeReadsNoMoreThanItsLimit(t *testing.T) {
	t.Parallel()
	err := DecodeLimited(&endless{t, 1001}, new(any), Limits{Bytes: 1000})
	if !errors.Is(err, ErrTooLong) || err.Error() != "document: the document is longer than 1000 bytes" {
		t.Errorf("got %v", err)
	}
}

// oddReader does what is given.
type oddReader func(p []byte) (int, error)

func (r oddReader) Read(p []byte) (int, error) { return r(p) }

// Len makes an offer that must not be believed.
func (r oddReader) Len() int { return math.MaxInt }

func TestDecodeSurvivesOddReaders(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	for name, tc := range map[string]struct {
		r  io.Reader
		is error
	}{
		"that read byte by byte":               {iotest.OneByteReader(strings.NewReader(`{"id":"a"}`)), nil},
		"that end with the data":               {iotest.DataErrReader(strings.NewReader(`{"id":"a"}`)), nil},
		"that break":                           {io.MultiReader(strings.NewReader(`{"id":`), iotest.ErrReader(broken)), broken},
		"that never get on":                    {oddReader(func([]byte) (int, error) { return 0, nil }), io.ErrNoProgress},
		"that break though they have it all":   {io.MultiReader(strings.NewReader(`{}`), iotest.ErrReader(broken)), broken},
		"that promise more than they can hold": {oddReader(func([]byte) (int, error) { return 0, io.EOF }), ErrEmpty},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var o decodeOrganisation
			if err := Decode(tc.r, &o); !errors.Is(err, tc.is) {
				t.Errorf("got %v, want %v", err, tc.is)
			}
		})
	}
	if err := Decode(oddReader(func(p []byte) (int, error) { return len(p) + 1, nil }), new(any)); err == nil {
		t.Error("a reader that miscounts: no error")
	}
}

func TestDecodeReadsAFile(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "organisation.json")
	if err := os.WriteFile(name, benchDocument(1000), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var o decodeOrganisation
	if err := Decode(f, &o); err != nil || len(o.Members.value) != 1000 {
		t.Errorf("got %d members, %v", len(o.Members.value), err)
	}
}

// The time of these is that of reading the document, give or take what a busy machine
// needs; what they would otherwise take is minutes, or all the memory there is.
func TestDecodeRefusesHostileDocumentsAtOnce(t *testing.T) {
	t.Parallel()
	nest := func(open string, n int, middle, closing string) string {
		return strings.Repeat(open, n) + middle + strings.Repeat(closing, n)
	}
	for name, tc := range map[string]struct {
		doc  string
		like any
		is   error
	}{
		"a number of ten million digits":         {`{"whole":` + strings.Repeat("9", 10_000_000) + `}`, decodeAll{}, ErrTooLong},
		"ten million digits after the point":     {`{"whole":0.` + strings.Repeat("9", 10_000_000) + `}`, decodeAll{}, ErrTooLong},
		"a million lists within each other":      {strings.Repeat("[", 1_000_000), decodeAll{}, ErrTooDeep},
		"a million objects within each other":    {strings.Repeat(`{"any":`, 1_000_000), decodeAll{}, ErrTooDeep},
		"an exponent that would fill the memory": {`{"whole":1e400000000}`, decodeAll{}, ErrExponent},
		"more structures than there is room for": {`[` + strings.Repeat("{},", 5_000_000) + `{}]`, []decodeAll{}, ErrTooMany},
		"opaque types within each other":         {nest(`{"children":[`, 32, `{"nam":0}`, `]}`), decodeTree{}, ErrTooDeep},
		"an error deep in opaque types":          {nest(`{"children":[`, 31, `{"nam":0}`, `]}`), decodeTree{}, ErrUnknownField},
		"nothing wrong deep in opaque types":     {nest(`{"children":[`, 31, `{"name":"x"}`, `],"any":[null]}`), decodeTree{}, nil},
		"an error beside what is nested deeply":  {nest(`{"children":[{},`, 31, `{}`, `],"nam":[null]}`), decodeTree{}, ErrUnknownField},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			start := time.Now()
			if _, err := decodeInto(tc.doc, tc.like); !errors.Is(err, tc.is) {
				t.Errorf("got %v, want %v", err, tc.is)
			}
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}
