package law

import (
	"bytes"
	"encoding/json"
	"errors"
	"testing"
)

// decodeFussy is transparent but for a value that it does not take.
type decodeFussy struct{ decodeFact[[]int] }

func (f *decodeFussy) UnmarshalJSON(b []byte) error {
	if err := f.decodeFact.UnmarshalJSON(b); err != nil {
		return err
	}
	if len(f.value) > 2 {
		return errors.New("more than two")
	}
	return nil
}

// decodeMoody fails the first time only, which a method should not.
type decodeMoody struct{}

func (m *decodeMoody) UnmarshalText([]byte) error {
	decodeMoodyCalls++
	if decodeMoodyCalls == 1 {
		return errors.New("not now")
	}
	return nil
}

var decodeMoodyCalls int

func TestDecodeLocatesErrorsOfUnusualMethods(t *testing.T) {
	decodeMoodyCalls = 0
	type holder struct {
		Fussy []decodeFussy `json:"fussy"`
		Moody *decodeMoody  `json:"moody"`
		Plain decodePlain   `json:"plain"`
		Part  decodePart    `json:"part"`
		Whole decodeWhole   `json:"whole"`
	}
	for name, tc := range map[string]struct{ doc, want string }{
		"a wrapper that is not quite transparent":   {`{"fussy":[[1],[1,2,3]]}`, `fussy[1]: more than two`},
		"an error that does not happen again":       {`{"moody":"x"}`, `document: not now`},
		"a method that decodes without strictness":  {`{"plain":{"a":"x"}}`, `plain: want a whole number, got a text`},
		"a method that decodes a part strictly":     {`{"part":{"in":{"a":"x"}}}`, `part.a: want a whole number, got the text "x"`},
		"a method that decodes by a call of Decode": {`{"whole":{"a":"x"}}`, `whole.a: want a whole number, got the text "x"`},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := decodeInto(tc.doc, holder{}); err == nil || err.Error() != tc.want {
				t.Errorf("got %v, want %s", err, tc.want)
			}
		})
	}
}

type decodePlain struct{ A int }

func (p *decodePlain) UnmarshalJSON(b []byte) error {
	type bare decodePlain
	return json.Unmarshal(b, (*bare)(p))
}

type decodePart struct {
	A int `json:"a"`
}

func (p *decodePart) UnmarshalJSON(b []byte) error {
	type bare decodePart
	var aux struct {
		In json.RawMessage `json:"in"`
	}
	if err := strictUnmarshal(b, &aux); err != nil {
		return err
	}
	return strictUnmarshal(aux.In, (*bare)(p))
}

type decodeWhole struct {
	A int `json:"a"`
}

func (p *decodeWhole) UnmarshalJSON(b []byte) error {
	type bare decodeWhole
	return Decode(bytes.NewReader(b), (*bare)(p))
}
