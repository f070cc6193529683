package law

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

// decodeSeeds are documents of every kind, good and bad.
func decodeSeeds(f *testing.F) {
	f.Helper()
	for _, doc := range []string{
		``, `{}`, `[]`, `null`, `"x"`, `-0.5`, `1e400000000`, `[[[[]]]]`, "\ufeff{}", "\xff", `"\ud83d"`, `"\ud83d\ude00"`,
		`{"a":1,"A":2}`, `{"k":1,"` + "\u212a" + `":2}`, `{"a":1,"\u0061":2}`, `{} {}`, `{"a":[1,{"b":null},],}`,
		`{"id":"a","name":null,"members":[{"id":"m","joined":"2011-04-01","shares":"3"},{"shares":7,"born":null}]}`,
		`{"members":[{},{"joind":1}]}`, `{"Members":[]}`, `{"members":[{"joined":"x"}]}`,
		`{"alpha":"a","tagged":{"beta":2},"gamma":1,"text":"\n","flag":true,"whole":1,"small":-1,"unsigned":2,"float":0.5}`,
		`{"number":1.50,"quoted":"12","bytes":"AQI=","raw":[1, 2],"any":{"a":[1,true]},"reader":null,"pointer":{"id":"x"}}`,
		`{"twice":10,"list":[{}],"lists":[[1],[],null],"pair":[1,2],"by_name":{"a b":1},"by_number":{"-1":"x","01":"y"}}`,
		`{"by_day":{"3":4},"fact":[1,2],"day":"2011-04-01","time":"2011-04-01T00:00:00Z","tree":{"name":"a","children":[{}]}}`,
		`{"-":1,"Untagged":2,"untagged":3,"pair":[1,2,3],"bytes":[1,256],"note":"","Hidden":1,"private":1}`,
	} {
		f.Add([]byte(doc))
	}
}

type decodeMore struct {
	Gamma int `json:"gamma"`
}

// decodeEmbedding has fields of every form that need no encoding/json to be set.
type decodeEmbedding struct {
	decodeNamed
	decodeMore
	Text     string                        `json:"text"`
	Flag     bool                          `json:"flag"`
	Whole    int                           `json:"whole"`
	Small    int8                          `json:"small"`
	Unsigned uint16                        `json:"unsigned"`
	Float    float64                       `json:"float"`
	Number   json.Number                   `json:"number"`
	Bytes    []byte                        `json:"bytes"`
	Raw      json.RawMessage               `json:"raw"`
	Any      any                           `json:"any"`
	Reader   io.Reader                     `json:"reader"`
	Pointer  *decodeMember                 `json:"pointer"`
	List     []decodeMember                `json:"list"`
	Lists    [][]int                       `json:"lists"`
	Pair     [2]int                        `json:"pair"`
	ByName   map[string]decodeFact[int]    `json:"by_name"`
	ByNumber map[int]string                `json:"by_number"`
	Fact     decodeFact[decodeFact[[]int]] `json:"fact"`
	Day      decodeDay                     `json:"day"`
	Tree     decodeTree                    `json:"tree"`
	Hidden   int                           `json:"-"`
}

// FuzzDecode decodes into a type with fields of every form.
func FuzzDecode(f *testing.F) {
	decodeSeeds(f)
	f.Fuzz(func(t *testing.T, doc []byte) {
		for _, like := range []any{decodeAll{}, decodeEmbedding{}, decodeOrganisation{}, []decodeMember{}, map[string]any{}, decodeFact[[]int]{}, decodeTree{}, [2]any{}} {
			v := reflect.New(reflect.TypeOf(like))
			before := v.Elem().Interface()
			got := Decode(bytes.NewReader(doc), v.Interface())
			lax := reflect.New(v.Type().Elem())
			// As strict as encoding/json can be.
			dec := json.NewDecoder(bytes.NewReader(doc))
			dec.DisallowUnknownFields()
			want := dec.Decode(lax.Interface())
			if got != nil {
				checkDecodeError(t, doc, got)
				if !reflect.DeepEqual(v.Elem().Interface(), before) {
					t.Fatalf("%s for %T: %v, and the target changed", doc, like, got)
				}
				if want == nil && !stricter(got) {
					t.Fatalf("%s for %T: %v, though encoding/json accepts it", doc, like, got)
				}
				continue
			}
			if want != nil {
				t.Fatalf("%s for %T: accepted, though encoding/json does not: %v", doc, like, want)
			}
			if !reflect.DeepEqual(v.Elem().Interface(), lax.Elem().Interface()) {
				t.Fatalf("%s for %T: got %+v, encoding/json has %+v", doc, like, v.Elem(), lax.Elem())
			}
		}
	})
}

// stricter reports whether an error is one of those that encoding/json does not have.
func stricter(err error) bool {
	for _, is := range []error{ErrTrailing, ErrEncoding, ErrTooLong, ErrTooDeep, ErrExponent, ErrDuplicateKey, ErrUnknownField} {
		if errors.Is(err, is) {
			return true
		}
	}
	return strings.Contains(err.Error(), "want a list of 2, got one of")
}

// checkDecodeError checks that an error has a place in the document and can be read.
func checkDecodeError(t *testing.T, doc []byte, err error) {
	t.Helper()
	var at *PathError
	if !errors.As(err, &at) {
		t.Fatalf("%q: %v is no PathError", doc, err)
	}
	lines := bytes.Split(doc, []byte{'\n'})
	if at.Line < 1 || at.Line > len(lines) || at.Column < 1 || at.Column > utf8.RuneCount(lines[at.Line-1])+1 {
		t.Fatalf("%q: %v is at %d:%d", doc, err, at.Line, at.Column)
	}
	text := err.Error()
	for _, jargon := range []string{"json:", "Go struct", "int64", "law.", "unmarshal"} {
		if strings.Contains(text, jargon) && !bytes.Contains(doc, []byte(jargon)) {
			t.Fatalf("%q: the error speaks Go: %v", doc, err)
		}
	}
}

// FuzzScanAgainstStdlib holds the scan against the one of encoding/json.
func FuzzScanAgainstStdlib(f *testing.F) {
	decodeSeeds(f)
	f.Fuzz(func(t *testing.T, doc []byte) {
		scan := jsonScan{data: doc, lim: DefaultLimits()}
		bad := scan.run()
		valid := json.Valid(doc)
		switch {
		case bad == nil && !valid:
			t.Fatalf("%q: accepted, though it is not valid", doc)
		case bad != nil && valid && (errors.Is(bad, ErrSyntax) || errors.Is(bad, ErrEmpty) || errors.Is(bad, ErrTrailing)):
			t.Fatalf("%q: %v, though it is valid", doc, bad)
		case bad != nil:
			return
		}
		if end := skipValue(doc, scan.start); end != scan.end {
			t.Fatalf("%q: skips to %d instead of %d", doc, end, scan.end)
		}
		if got := hasOddKey(doc); got != scan.oddKeys {
			t.Fatalf("%q: has odd keys: %v instead of %v", doc, got, scan.oddKeys)
		}
	})
}

// FuzzUnescape holds escapes and folded keys against encoding/json.
func FuzzUnescape(f *testing.F) {
	for _, text := range []string{``, `a`, `\u0061`, `\ud83d\ude00`, `\n\t\"\\\/`, `é`, "\u212a", `\u212A`, `ſ`, `\ud83d`} {
		f.Add(text, "k")
	}
	f.Fuzz(func(t *testing.T, text, other string) {
		quoted := []byte(`"` + text + `"`)
		scan := jsonScan{data: quoted, lim: DefaultLimits()}
		if scan.run() != nil {
			return
		}
		var want string
		if err := json.Unmarshal(quoted, &want); err != nil {
			t.Fatal(err)
		}
		if got := string(unescaped([]byte(text))); got != want {
			t.Fatalf("%q is %q instead of %q", text, got, want)
		}
		if plain, ok := plainText(quoted); ok && string(plain) != want {
			t.Fatalf("%q is not plain", text)
		}
		if !utf8.ValidString(other) || strings.ContainsAny(other, `"\`) {
			return
		}
		a, b := appendFolded(nil, []byte(text)), appendFolded(nil, []byte(other))
		if bytes.Equal(a, b) != strings.EqualFold(want, other) {
			t.Fatalf("%q and %q fold to %q and %q", want, other, a, b)
		}
	})
}
